"""Blind counters in running text: thoughts, figures, references, chats, letters and games."""

from random import Random

from degeneration.judged.third.counters_base import (
    Slot,
    clock,
    days,
    kinds,
    num,
    shifted,
    tenths,
    written,
)


def _tries(rng: Random, _: str) -> dict[str, Slot]:
    value = num(rng, 2, 60, (1, 1, 1, 2, 5, 10))
    return {"n": value, "next": shifted(value, 1), "m": num(rng, 3, 20)}


def _works(rng: Random, _: str) -> dict[str, Slot]:
    page, long = num(rng, 1, 400, (0, 10, 12, 20)), rng.randint(4, 30)
    return {
        "n": num(rng, 1, 60),
        "v": num(rng, 1, 90),
        "a": page,
        "b": shifted(page, long),
        "y": num(rng, 1880, 2015, (0, 0, 1)),
    }


def _marks(rng: Random, _: str) -> dict[str, Slot]:
    return {"n": num(rng, 1, 90, (1, 1, 1, 2))}


def _turns(rng: Random, _: str) -> dict[str, Slot]:
    first = num(rng, 1, 30, (1, 1, 1, 2, 5))
    return {"n": first, "next": shifted(first, 1), "t": clock(rng, (30, 60, 120), "{h:02}:{m:02}")}


def _papers(rng: Random, _: str) -> dict[str, Slot]:
    return {
        "n": num(rng, 100, 90_000, (1, 1, 1, 3), rng.choice((0, 6, 9))),
        "d": written(days(rng, (1, 7, 30), 1960), rng.choice(("%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d"))),
    }


def _moves(rng: Random, _: str) -> dict[str, Slot]:
    first = num(rng, 5, 50, (2,))
    return {"n": first, "m": shifted(first, 1)}


def _readings(rng: Random, lang: str) -> dict[str, Slot]:
    return {
        "v": tenths(rng, lang, 120, 900, (1, 2, 5)),
        "n": num(rng, 1, 40),
        "w": tenths(rng, lang, 9000, 99_000, (-1, 1, -5)),
    }


def _falling(rng: Random, _: str) -> dict[str, Slot]:
    up = num(rng, 1, 200, (1, 5, 10, 100))
    return {"n": rng.choice((up, num(rng, 15_000, 40_000, (-1, -2, -5))))}


_TABLE = r"""
= tries of one thought ¦ running text ¦ tries ¦ 15 ¦ tail stray
md en ¦ Wait, let me check n = @n@. That does not satisfy the condition either, so try th
+e next one.¶¶
md en ¦ For n = @n@ we get the same contradiction, therefore n = @next@ must be considered.␣
md es ¦ Probemos ahora con k = @n@. Tampoco cumple la condición del enunciado.¶
md zh ¦ 再试 n = @n@,代入后仍然不满足条件。¶
md ru ¦ Проверим n = @n@. Условие снова не выполняется.␣
md de ¦ **Schritt @m@:** Setze x = @n@ ein. Die Gleichung ist nicht erfüllt.¶¶
md pt ¦ Espere, talvez a linha @n@ seja a resposta. Não, vou conferir a linha @next@.¶
= a figure in every sentence ¦ running text ¦ tries ¦ 6 ¦ tail recovered
plain en ¦ The society then had @n@ members, of whom @m@ were present at the meeting of @name@.␣
plain fr ¦ Le @n@ du registre porte la même mention, et la page @m@ aussi. @sent@␣
plain it ¦ Nel capitolo @n@ si legge che @word@ fu portato a @name@.␣
plain tr ¦ Tablo @n@ bu durumu göstermektedir. @sent@␣
plain ja ¦ 第@n@号の件について、@sent@
plain ar ¦ وفي الصفحة @n@ من المخطوط: @sent@␣
plain ko ¦ 제@n@호 안건: @sent@␣
plain pl ¦ Na stronie @n@ czytamy: „@sent@”␣
= bibliography of one author ¦ running text ¦ works ¦ 7 ¦ tail stray
plain ¦ [@n@] @name@, “@term@”, @term2@, vol. @v@, pp. @a@–@b@, @y@.¶
md ¦ @n@. @name@ (@y@). *@term@*. @term2@ @v@, @a@-@b@.¶
tex ¦ \bibitem{@slug@@n@} @name@, \emph{@term@} \textbf{@v@} (@y@), @a@--@b@.¶¶
html ¦ <li id="ref@n@">@name@: <cite>@term@</cite> @v@ (@y@) @a@–@b@.</li>¶ ¦ <ol>¶
tex 0 ¦ @article{@slug@@n@, author = {@name@}, title = {@term@}, volume = {@v@}, year = {@y@}}¶
= marks without a sentence ¦ running text ¦ marks ¦ 140 ¦ tail stray
plain ¦ [@n@],␣ ¦ @sent@ (@term@)␣
md ¦ [@n@] ¦ @sent@␣
md ¦ [^@n@] ¦ @sent@
html ¦ <sup>@n@</sup> ¦ <p>@sent@
tex ¦ \cite{ref@n@},␣ ¦ @sent@␣
plain ¦ (@n@)␣
= both sides of a chat ¦ running text ¦ turns ¦ 6 ¦ tail recovered
plain en 1 ¦ User: What is written on line @n@?¶Assistant: @sent@¶
md pt 1 ¦ **Pergunta @n@:** O que diz o documento?¶**Resposta:** @sent@¶¶
plain 2 ¦ @name@ [@t@]: @sent@¶@name2@ [@t@]: @term@ (@n@)?¶
plain en 0 ¦ <|user|>Continue with part @next@.<|assistant|>Part @next@: @sent@¶
plain es 1 ¦ –¿Y el número @n@? –preguntó @name@.¶–@sent@¶
plain ru 1 ¦ – Билет № @n@, – сказал @name@.¶– @sent@¶
= the same paper under a new number ¦ running text ¦ papers ¦ 3 ¦ tail tail recovered
plain pt 0 ¦ NOTA FISCAL Nº @n@¶Emissão: @d@¶¶Cliente: @name@¶Endereço: @term@, @int@¶¶@in
+t2@ @unit@
+ @term2@      @money@¶@int3@ @unit3@ @term3@      @money3@¶¶@sent@¶¶Assinatura: ____________¶¶¶
md en 0 ¦ # Receipt No. @n@¶¶Date: @d@¶¶Received from **@name@** the sum of @money@ for @t
+erm@.¶¶@para@
+¶¶Signed: @name2@¶¶---¶¶
plain de 0 ¦ Aktenzeichen @n@¶¶Sehr geehrte Damen und Herren,¶¶@para@¶¶Mit freundlichen Gr
+üßen¶@name@¶
+@d@¶¶¶
html es 0 ¦ <div class="acta"><h2>Acta núm. @n@</h2>¶<p>Fecha: @d@</p>¶<p>@para@</p>¶<p>@name@</p>
+</div>¶
plain ru 0 ¦ СПРАВКА № @n@¶¶Выдана @d@ гр. @name@ в том, что @word@ @word2@.¶¶@para@¶¶Секр
+етарь @name2@¶¶
plain ar 0 ¦ إيصال رقم @n@¶التاريخ: @d@¶¶استلمنا من السيد @name@ مبلغ @money@.¶@para@¶¶
= moves to and fro ¦ running text ¦ moves ¦ 10 ¦ tail
plain ¦ @n@. Nf3 Ng8 @m@. Ng1 Nf6␣ ¦ 1. d4 Nf6 2. Nf3 g6 3. g3 Bg7 4. Bg2 Ng8␣
plain de ¦ @n@. Tf1-e1 Kg8-h8 @m@. Te1-f1 Kh8-g8¶ ¦ 1. e2-e4 e7-e5 2. Sg1-f3 Sb8-c6 3. Lf1-c4¶
plain ¦ @n@... Kh7 @m@. Qf5+ Kg8␣ ¦ 1. e4 c5 2. Nf3 d6 3. Bb5+ Bd7 4. Bxd7+ Qxd7␣
md en ¦ | @n@ | Ra1 | Rd8 |¶| @m@ | Rb1 | Re8 |¶ ¦ | | White | Black |¶|-|-|-|¶| 1 | c4 | e5 |¶
= readings that creep ¦ running text ¦ readings ¦ 15 ¦ tail stray ¦ point
plain ¦ @term@: @v@ °C@sep@@name@@gap@
plain ¦ @n@ @v@ @unit@ @word@ @w@@gap@
md ¦ | @n@ | @v@ | @term@ | @int@ |¶ ¦ | | @word@ | | |¶|-|-|-|-|¶
plain en ¦ The gauge then read @w@ and the water stood at @v@ feet.␣
plain pt ¦ Leitura anterior @w@, consumo @int@ @unit@, @name@;␣
= quantities of one thing ¦ running text ¦ falling ¦ 220 ¦ tail
plain ¦ @n@ @unit@@comma@ ¦ @sent@␣
plain ¦ @n@ @word@,␣
plain ¦ @n@%,␣ ¦ @term@:␣
md ¦ @bullet@@n@ @word@¶
plain zh ja ¦ @n@年、
html ¦ <option value="@n@">@n@</option> ¦ <select name="@key@">
"""

_SLOTS = (_tries, _works, _marks, _turns, _papers, _moves, _readings, _falling)
KINDS, FLAGS = kinds(_TABLE, _SLOTS)
