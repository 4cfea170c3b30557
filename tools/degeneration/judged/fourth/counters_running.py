"""Days, times, running text, code and speech that count on and say nothing new."""

import datetime as dt
from collections.abc import Callable
from random import Random

from degeneration import material as m
from degeneration.judged.fourth.material_counters import Clock, arithmetic, kinds, moments, numbers

_DAYS = moments(dt.timedelta(days=1), dt.timedelta(days=1), dt.timedelta(days=7))
_LOG = moments(*(dt.timedelta(seconds=s) for s in (1, 2, 5, 10, 60, 61)))
_IN_TEXT = numbers(n=(2, 120, 1, 1, 1, 2, 5), m=(3, 60, 1))
_CODE = numbers(n=(1, 60, 1), m=(2, 61, 1))


def _months(rng: Random, _: str) -> dict[str, Callable[[int], object]]:
    first, day = rng.randrange(1960 * 12, 2024 * 12), rng.randint(1, 28)
    return {
        "n": arithmetic(rng.randint(1, 30), 1),
        "d": lambda i: dt.date((first + i) // 12, (first + i) % 12 + 1, day),
    }


def _cues(rng: Random, _: str) -> dict[str, Callable[[int], object]]:
    start, step = rng.randrange(10_000, 3_000_000), rng.choice((1000, 2000, 3000, 4000, 5000))
    length = step - rng.choice((0, 0, 1, 80, 500))
    return {
        "n": arithmetic(rng.randint(2, 400), 1),
        "s": lambda i: Clock(start + step * i),
        "e": lambda i: Clock(start + step * i + length),
    }


def _ranges(rng: Random, _: str) -> dict[str, Callable[[int], object]]:
    step = rng.choice((5, 10, 25, 50, 100, 250, 1000))
    start = step * rng.randint(1, 12)
    return {
        "n": arithmetic(rng.randint(1, 20), 1),
        "a": arithmetic(start + rng.randint(0, 1), step),
        "z": arithmetic(start + step, step),
    }


def _years(rng: Random, _: str) -> dict[str, Callable[[int], object]]:
    step = rng.choice((1, 1, 1, 2, 4, 10, -1))
    year = rng.randint(1500, 2010)
    return {"n": arithmetic(year, step), "m": arithmetic(year + 1, step)}


def _reasoning(rng: Random, _: str) -> dict[str, Callable[[int], object]]:
    start, step = rng.randint(2, 60), rng.choice((1, 1, 2))
    factor, more = rng.randint(2, 13), rng.randint(1, 30)
    return {
        "n": arithmetic(start, step),
        "p": arithmetic(factor * start, factor * step),
        "q": arithmetic(factor * start + more, factor * step),
        "f": lambda _: f"{factor}",
        "o": lambda _: f"{more}",
    }


def _moves(rng: Random, _: str) -> dict[str, Callable[[int], object]]:
    there, back = rng.sample(("Ke1", "Ke2", "Rf1", "Rg1", "Nd2", "Bc4", "Qa4", "Kh1"), 2)
    reply, move = m.content_word(rng), rng.randint(7, 60)
    return {
        "n": arithmetic(move, 2),
        "m": arithmetic(move + 1, 2),
        "w": lambda _: there,
        "b": lambda _: back,
        "v": lambda _: reply,
    }


_TABLE = """
= diary in which every day is the same ¦ dates and times ¦ days ¦ tail tail stray ¦ 40
en ¦ ∅ ¦ [[d:%d/%m/%Y]]: [[pick:No entry.|Rain.|Nothing to report.|At home all day.]]⏎
en ¦ | Date | Entry | Initials |⏎|---|---|---|⏎ ¦ | [[d:%Y-%m-%d]] | [[noun]] | [[name]] |⏎
de ¦ ∅ ¦ [[d:%d.%m.%Y]] – [[text]]⏎
pt ¦ ∅ ¦ **[[d:%d-%m-%Y]]** — Recebido de [[name]], [[place]].⏎⏎
ru ¦ ∅ ¦ [[d:%d.%m.%Y]] г. [[noun]], [[place]].⏎
ko ¦ ∅ ¦ [[d:%Y.%m.%d]]. [[noun]] 이상 없음.⏎
* ¦ { ¦ "[[d:%Y-%m-%d]]": {"note": "[[noun]]"},␣ ¦ "end": {}}⏎

= instalments month by month ¦ dates and times ¦ months ¦ tail ¦ 130
pt ¦ | Parcela | Vencimento | Valor |⏎|---|---|---|⏎ ¦ | [[n]] | [[d:%d/%m/%Y]] | [[money]] |⏎
es ¦ Plan de pagos⏎⏎ ¦ Cuota [[n]]: vence el [[d:%d-%m-%Y]], importe [[money]] €⏎
it ¦ Piano di ammortamento⏎⏎ ¦ Rata n. [[n]] - scadenza [[d:%d/%m/%Y]] - euro [[money]]⏎
fr ¦ Échéancier⏎⏎ ¦ [[n]]e versement, le [[d:%d/%m/%Y]] : [[money]] francs⏎
* ¦ <table>⏎ ¦ <tr><td>[[n:03]]</td><td>[[d:%m/%Y]]</td><td>[[money]]</td></tr>⏎ ¦ </table>⏎

= cues of subtitles with one line ¦ dates and times ¦ cues ¦ stray ¦ 20
* ¦ ∅ ¦ [[n]]⏎[[s:srt]] --> [[e:srt]]⏎[[pick:♪|Thank you.|...|Merci.|감사합니다.|Obrigado.]]⏎⏎
* ¦ ∅ ¦ [[n]]⏎[[s:srt]] --> [[e:srt]]⏎[[text]]⏎⏎
* ¦ WEBVTT⏎⏎ ¦ [[n]]⏎[[s:vtt]] --> [[e:vtt]]⏎- [[noun]]⏎⏎

= transcript that says one thing by the clock ¦ dates and times ¦ cues ¦ tail
en ¦ ∅ ¦ [[[s:hms]]] SPEAKER_[[pick:00|01]]: [[pick:Yeah.|Okay.|I don't know.|Right, right.]]⏎
es ¦ ∅ ¦ [[s:hms]] [[name]]: Sí, sí, claro.⏎
ja ¦ ∅ ¦ [[[s:hms]]] [[name]]：はい、そうですね。⏎
* ¦ [ ¦ {"start": "[[s:hms]]", "end": "[[e:hms]]", "text": "[[noun]]"},⏎ ¦ {}]⏎
ru ¦ ∅ ¦ ([[s:hms]]) [[name]]: [[pick:Да.|Хорошо.|Не слышно.]]⏎

= log of one event ¦ code and logs ¦ log ¦ stray ¦ 70
* ¦ ∅ ¦ [[d:%Y-%m-%d %H:%M:%S]] INFO  worker[[[num]]]: retry [[n]]: connection refused⏎
* ¦ ∅ ¦ [[d:%Y-%m-%dT%H:%M:%SZ]] [WARN] seq=[[n]] queue full, dropping [[code]]⏎
* ¦ $ tail -f app.log⏎ ¦ [[d:%H:%M:%S]] #[[n]] GET /[[code]] 200⏎
* ¦ <log>⏎ ¦ <e t="[[d:%Y%m%d%H%M%S]]" n="[[n:05]]">[[code]]</e>⏎ ¦ </log>⏎
* ¦ ∅ ¦ Epoch [[n]]/[[big]] - loss: 0.[[num]] - acc: 0.[[num2]]⏎

= year after year the same ¦ running text ¦ years ¦ tail ¦ 40
en ¦ ∅ ¦ In [[n]], [[name]] was re-elected mayor of [[place]].␣
en ¦ ## Timeline⏎⏎ ¦ - **[[n]]:** The [[noun]] was repaired.⏎
pt ¦ ∅ ¦ No ano de [[n]] não houve sessão em [[place]].␣
de ¦ ∅ ¦ [[n]]/[[m]] blieb die Stelle unbesetzt;␣
zh ¦ ∅ ¦ [[n]]年，[[place]]没有收成。
ar ¦ ∅ ¦ وفي سنة [[n]] لم يحدث شيء في [[place]].␣
fr ¦ ∅ ¦ Exercice [[n]]-[[m]] : néant.⏎

= sentence with a number that rises ¦ running text ¦ text ¦ tail recovered
en ¦ ∅ ¦ The [[n]] men of [[place]] met, and they were [[pick:not enough|all there|late]].␣
en ¦ ∅ ¦ I have told you [[n]] times that the [[noun]] is not here.␣
es ¦ ∅ ¦ Y [[n]] elefantes se balanceaban sobre la tela de una araña.␣
de ¦ ∅ ¦ Nach [[n]] Minuten stand [[name]] noch immer am Fenster.␣
it ¦ ∅ ¦ Il giorno [[n]] trascorse come il precedente, senza notizie da [[place]].␣
pl ¦ ∅ ¦ Na stronie [[n]] czytamy, że [[name]] nie wrócił.␣
he ¦ ∅ ¦ ביום ה-[[n]] ישב [[name]] ושתק.␣
hi ¦ ∅ ¦ दिन [[n]] को [[name]] ने कुछ नहीं कहा।␣

= classes that follow each other ¦ several numbers ¦ ranges ¦ tail stray ¦ 40
en ¦ Grades:⏎ ¦ - Grade [[n]]: from [[a]] to [[z]], [[noun]]⏎
pt ¦ Faixas⏎⏎ ¦ | Faixa [[n]] | de [[a]] a [[z]] | isento |⏎
de ¦ ∅ ¦ Stufe [[n]]: über [[a]] bis [[z]] kg Gebühr [[money]];␣
fr ¦ Barème⏎⏎ ¦ de [[a]] à [[z]] habitants : [[num]] conseillers⏎
ru ¦ ∅ ¦ от [[a]] до [[z]] включительно — [[num]] руб.;⏎
lat ¦ \\begin{itemize}⏎ ¦ \\item $[[a]] \\le x < [[z]]$: [[noun]]⏎ ¦ \\end{itemize}⏎

= reasoning that tries every number ¦ running text ¦ reasoning ¦ tail
en ¦ <think>⏎ ¦ Let me try n = [[n]]: [[f]] * [[n]] = [[p]], plus [[o]] is [[q]]. Not a match.⏎⏎
en ¦ ∅ ¦ Wait, if x = [[n]] then the left side is [[q]], which is not correct. Let me try again.␣
pt ¦ ∅ ¦ Se k = [[n]], temos [[p]] + [[o]] = [[q]], o que não serve.⏎
zh ¦ <think>⏎ ¦ 试 n=[[n]]：[[f]]×[[n]]=[[p]]，加[[o]]得[[q]]，不对。⏎
es ¦ ∅ ¦ Probemos con [[n]]: da [[q]], tampoco es.␣
de ¦ ∅ ¦ Angenommen, a sei [[n]]; dann wäre b = [[p]] und c = [[q]], ein Widerspruch.␣

= moves to and fro ¦ several numbers ¦ moves ¦ tail
en ¦ [Event "[[place]]"]⏎⏎ ¦ [[n]]. [[w]] Kg[[pick:7|8]] [[m]]. [[b]] Kh8 {[[v]]}␣
de ¦ Notation:⏎⏎ ¦ [[n]]. [[w]]; Zug [[m]]: [[b]];␣
en ¦ ∅ ¦ Bar [[n]]: | C G Am F | bar [[m]]: | C G [[v]] |⏎
en ¦ Knitting⏎⏎ ¦ Row [[n]]: k[[num]], p2, k2. Row [[m]]: purl.⏎

= nothing but numbers ¦ bare numbers ¦ bare ¦ tail stray ¦ 320
* ¦ ∅ ¦ [[n]],␣
* ¦ [ ¦ [[n]],␣ ¦ 0]⏎
* ¦ ∅ ¦ [[n]]⏎
* ¦ ∅ ¦ [[n]]␣
* ¦ <table><tr> ¦ <td>[[n]]</td> ¦ </tr></table>⏎
* ¦ ∅ ¦ [[n]]⏎[[pick:a|ok|yes]]⏎
* ¦ ∅ ¦ ␣| [[n]]

= lines of a program ¦ code and logs ¦ code ¦ closed ¦ 70
en ¦ ```python⏎ ¦ def test_case_[[n]]():⏎    assert solve([[num]]) == [[num2]]⏎⏎⏎ ¦ ```⏎
en ¦ ```c⏎ ¦     buf[[[n]]] = 0x00;⏎ ¦ }⏎```⏎
* ¦ ∅ ¦ INSERT INTO t VALUES ([[n]], '[[noun]]', NULL);⏎ ¦ COMMIT;⏎
en ¦ enum kind {⏎ ¦     KIND_[[n]] = [[m]],⏎ ¦ };⏎
* ¦ ```js⏎ ¦ const item[[n]] = document.getElementById("item[[n]]");⏎ ¦ ```⏎
* ¦ <form>⏎ ¦ <input name="f[[n]]" value=""><label for="f[[n]]">[[noun]]</label>⏎ ¦ </form>⏎
en ¦ ```asm⏎ ¦ L[[n]]:⏎  jmp L[[m]]⏎ ¦ ```⏎
"""

KINDS = kinds(
    _TABLE,
    days=_DAYS,
    months=_months,
    cues=_cues,
    log=_LOG,
    years=_years,
    text=_IN_TEXT,
    ranges=_ranges,
    reasoning=_reasoning,
    moves=_moves,
    bare=numbers(n=(1, 2000, 1, 1, 1, 2, 3, 5, 10)),
    code=_CODE,
)
