"""Counters in chains of thought, answers of chat models, tool calls, claims and patterns."""

from random import Random

from degeneration import material as m
from degeneration.judged.seventh import counters_numerals as numerals
from degeneration.judged.seventh import material_counters as mc
from degeneration.sample import Loop, PositiveKind

CHAT = "counter: chat and chain of thought"
LISTS = "counter: lists and registers"
MANY = "counter: several numbers at once"
TABLE = 30
"""Copies beyond what honest tables and lists have of rows that only count."""

TRIALS: dict[str, list[str]] = {
    "en": [
        "Let me try {x} = {n}: no, that doesn't satisfy the equation.\n",
        "{x} = {n}: not a solution. ",
        "Wait, what about {x} = {n}? That gives a contradiction too.\n\n",
    ],
    "es": ["Probemos con {x} = {n}: no cumple la condición.\n", "Si {x} = {n}, no hay solución. "],
    "pt": ["Testando {x} = {n}: não satisfaz.\n", "E se {x} = {n}? Também não funciona. "],
    "fr": ["Essayons {x} = {n} : ce n'est pas un entier.\n"],
    "de": ["Für {x} = {n} ergibt sich ein Widerspruch.\n", "Probe mit {x} = {n}: passt nicht. "],
    "ru": ["Проверим {x} = {n}: не подходит.\n"],
    "zh": ["试一下 {x} = {n},不符合条件。\n", "当{x}={n}时,等式不成立;"],
    "ja": ["{x} = {n} の場合を考える。条件を満たさない。\n"],
    "tr": ["{x} = {n} için sağlanmıyor.\n"],
    "ar": ["نجرب {x} = {n}: لا يحقق المعادلة.\n"],
}


def _thinking(rng: Random, lang: str) -> str:
    think = rng.choice(("", "<think>\n", "**Reasoning.** ", "<|assistant|>\n"))
    return think + mc.opening(rng, lang)


def tried_values(rng: Random) -> Loop:
    lang, form = mc.pick(rng, TRIALS)
    x = rng.choice("nxkmabpt")
    units = mc.counted(lambda n: form.format(x=x, n=n), mc.first(rng), mc.step(rng))
    return Loop("counter", _thinking(rng, lang), units, "\n</think>\n\n", least=5)


ATTEMPTS: dict[str, list[str]] = {
    "en": ["Attempt {}: the page could not be read. Retrying.\n", "Iteration {}: no change.\n"],
    "es": ["Intento {}: no se pudo leer la página.\n", "Versión {}: sin cambios.\n"],
    "pt": ["Tentativa {}: texto ilegível.\n", "Revisão {}: nenhuma alteração.\n\n"],
    "de": ["Versuch {}: Text nicht lesbar.\n", "Entwurf {} – unverändert.\n"],
    "it": ["Tentativo {}: pagina illeggibile.\n"],
    "ko": ["시도 {}: 페이지를 읽을 수 없습니다.\n"],
    "id": ["Percobaan {}: halaman tidak terbaca.\n"],
    "ru": ["Попытка {}: текст не читается.\n"],
    "hi": ["प्रयास {}: पृष्ठ पढ़ा नहीं जा सका।\n"],
}


def attempts(rng: Random) -> Loop:
    lang, form = mc.pick(rng, ATTEMPTS)
    head = rng.choice(("", "", "- ", "### ", "> "))
    units = mc.counted(lambda n: head + form.format(n), mc.first(rng))
    return Loop("counter", _thinking(rng, lang), units, "\n")


STEPS: dict[str, list[str]] = {
    "en": ["Repeat the previous step.", "Check your work.", "Click Next."],
    "es": ["Repita el paso anterior.", "Revise el resultado."],
    "fr": ["Répéter l'étape précédente.", "Laisser reposer la pâte."],
    "de": ["Vorherigen Schritt wiederholen.", "Auf Weiter klicken."],
    "ja": ["前の手順を繰り返します。", "「次へ」をクリックします。"],
    "zh": ["重复上一步。", "点击“下一步”。"],
    "tr": ["Önceki adımı tekrarlayın."],
    "pl": ["Powtórz poprzedni krok."],
    "ar": ["كرر الخطوة السابقة."],
    "pt": ["Repita o passo anterior.", "Deixe descansar e misture bem."],
}


def list_steps(rng: Random) -> Loop:
    lang, text = mc.pick(rng, STEPS)
    head = rng.choice(("{}. ", "{}) ", "**{}.** ", "#{}: ", "- ({}) ", "<li value={}>"))
    after = rng.choice(("\n", "\n\n", " "))
    units = mc.counted(lambda n: head.format(n) + text + after, mc.first(rng))
    return Loop("counter", mc.opening(rng, lang), units, "\n")


def times_table(rng: Random) -> Loop:
    """Multiples, far beyond what a school book prints."""
    by = rng.randint(2, 19)
    form = rng.choice(
        (
            "{a} × {n} = {v}\n",
            "{n} x {a} = {v}\n",
            "${n} \\cdot {a} = {v}$\n\n",
            "{n} * {a} = {v}, ",
            "| {n} | {a} | {v} |\n",
        )
    )
    lang = rng.choice(mc.LANGUAGES)
    units = mc.counted(lambda n: form.format(a=by, n=n, v=n * by), rng.choice((1, mc.first(rng))))
    return Loop("counter", mc.opening(rng, lang), units, "\n", least=TABLE)


def running_sums(rng: Random) -> Loop:
    by, base = rng.randint(1, 60), rng.randint(0, 3000)
    form = rng.choice(
        (
            "{a} + {d} = {b}\n",
            "So {a} + {d} = {b}, and then ",
            "{a}+{d}={b}; ",
            "\\item ${a} + {d} = {b}$\n",
        )
    )
    lead = _thinking(rng, rng.choice(mc.LATIN))
    units = mc.counted(lambda n: form.format(a=n, d=by, b=n + by), base, by)
    return Loop("counter", lead, units, "\n", least=15)


DAYS: dict[str, list[str]] = {
    "es": ["Día {}: descanso.", "Semana {}: continuar con la misma rutina."],
    "pt": ["Dia {}: repetir o treino anterior.", "Semana {}: manter a dieta."],
    "en": ["Day {}: rest and hydrate.", "Week {}: continue as before.", "Lesson {}: review."],
    "de": ["Tag {}: Ruhetag.", "Woche {}: wie gehabt."],
    "fr": ["Jour {} : repos complet.", "Semaine {} : même programme."],
    "zh": ["第{}天:休息。", "第{}周:同上。"],
    "ja": ["{}日目:休養。", "第{}週:前週と同じ。"],
    "ko": ["{}일차: 휴식.", "{}주차: 지난주와 같음."],
    "hi": ["दिन {}: विश्राम।"],
    "tr": ["{}. gün: dinlenme."],
}


def plan_days(rng: Random) -> Loop:
    lang, text = mc.pick(rng, DAYS)
    head, after = rng.choice(("", "- ", "* ", "**", "### ")), rng.choice(("\n", "\n\n"))
    tail = "**" if head == "**" else ""
    units = mc.counted(lambda n: head + text.format(n) + tail + after, mc.first(rng))
    return Loop("counter", mc.opening(rng, lang), units, "\n", least=10)


def tool_calls(rng: Random) -> Loop:
    name = rng.choice(("scroll", "read_page", "open_file", "get_row", "next_chunk", "click"))
    key = rng.choice(("page", "offset", "line", "index"))
    by = rng.choice((1, 1, 10, 100, 500))
    form = rng.choice(
        (
            '<tool_call>\n{{"name": "{t}", "arguments": {{"{k}": {n}}}}}\n</tool_call>\n',
            "Action: {t}({k}={n})\nObservation: empty\n",
            '{{"type": "tool_use", "name": "{t}", "input": {{"{k}": {n}}}}}, ',
            "[{t}] {k}={n} -> no result\n",
        )
    )
    lead = _thinking(rng, rng.choice(mc.LANGUAGES))
    units = mc.counted(lambda n: form.format(t=name, k=key, n=n), rng.randint(0, 30) * by, by)
    return Loop("counter", lead, units, "</s>\n")


CLAIMS: dict[str, list[str]] = {
    "en": [
        "{n}. The method of claim {m}, wherein the housing is sealed.\n",
        "{n}. The device according to claim {m}, further comprising a spring.\n\n",
    ],
    "de": ["{n}. Vorrichtung nach Anspruch {m}, dadurch gekennzeichnet, dass sie dicht ist.\n"],
    "fr": ["{n}. Procédé selon la revendication {m}, caractérisé en ce que le joint est plat.\n"],
    "es": ["{n}. Aparato según la reivindicación {m}, en donde el eje es hueco.\n"],
    "ja": ["【請求項{n}】\n請求項{m}に記載の装置であって、蓋を備える装置。\n"],
    "zh": ["{n}. 根据权利要求{m}所述的方法,其特征在于所述壳体密封。\n"],
    "ko": ["청구항 {n}. 제{m}항에 있어서, 상기 덮개는 밀폐된 것인 장치.\n"],
    "pt": ["{n}. Método conforme a reivindicação {m}, em que a tampa é vedada.\n"],
}


def patent_claims(rng: Random) -> Loop:
    lang, form = mc.pick(rng, CLAIMS)
    units = mc.counted(lambda n: form.format(n=n, m=n - 1), mc.first(rng) + 1)
    return Loop("counter", mc.opening(rng, lang), units, "\n")


def chess_shuffle(rng: Random) -> Loop:
    """A game in which one king or rook only moves by one square and the other answers."""
    piece = rng.choice(("K", "R", "T", "D", "Q", "B"))
    a, b = rng.sample("abcdefgh", 2)
    one, two = rng.sample("12345678", 2)
    form = rng.choice(("{n}. {w} {b} ", "{n}.{w} {b}\n", "{n}. {w} {n}... {b} "))
    if rng.random() < 0.4:
        form = form.rstrip() + ", " + ("\n" if form.endswith("\n") else "")
    lead = mc.opening(rng, rng.choice(mc.LANGUAGES)) + '[Result "1/2-1/2"]\n\n1. e4 c6 2. d4 d5 '
    units = mc.counted(
        lambda n: form.format(n=n, w=f"{piece}{a}{one}", b=f"{piece}{b}{two}"),
        rng.randint(8, 140),
    )
    return Loop("counter", lead, units, "1/2-1/2\n\n", least=8)


PATTERN: dict[str, list[str]] = {
    "en": [
        "Row {n} (RS): knit all.\nRow {m} (WS): purl all.\n",
        "Rnd {n}: *sc 6, inc* around.\nRnd {m}: sc around.\n",
    ],
    "de": ["{n}. Reihe: rechte Maschen.\n{m}. Reihe: linke Maschen.\n"],
    "es": ["Vuelta {n}: todo del derecho.\nVuelta {m}: todo del revés.\n"],
    "pt": ["Carreira {n}: pontos altos.\nCarreira {m}: pontos baixos.\n"],
    "fr": ["Rang {n} : à l'endroit.\nRang {m} : à l'envers.\n"],
    "ru": ["Ряд {n}: лицевые петли.\nРяд {m}: изнаночные петли.\n"],
    "pl": ["Rząd {n}: oczka prawe.\nRząd {m}: oczka lewe.\n"],
}


def knitting_rows(rng: Random) -> Loop:
    lang, form = mc.pick(rng, PATTERN)
    units = mc.counted(lambda n: form.format(n=n, m=n + 1), 2 * mc.first(rng) - 1, 2)
    return Loop("counter", mc.opening(rng, lang), units, "\n", least=8)


OPTIONS: dict[str, list[str]] = {
    "en": ["None of the above", "All of the other options", "See the previous answer"],
    "pt": ["nenhuma das anteriores", "todas as alternativas acima"],
    "es": ["ninguna de las anteriores", "ídem que la anterior"],
    "de": ["keine der genannten Antworten"],
    "fr": ["aucune des réponses ci-dessus"],
    "id": ["tidak ada jawaban yang benar"],
}


def lettered_options(rng: Random) -> Loop:
    lang, text = mc.pick(rng, OPTIONS)
    head = rng.choice(("{}) ", "({}) ", "{}. ", "- [{}] "))
    upper, after = rng.random() < 0.5, rng.choice(("\n", "\n", "; "))

    def unit(n: int) -> str:
        letter = m.letters(n).upper() if upper else m.letters(n)
        return head.format(letter) + text + after

    return Loop("counter", mc.opening(rng, lang), mc.counted(unit, rng.randint(1, 12)), "\n")


PARTS: dict[str, list[str]] = {
    "en": ["Part {}: to be continued. ", "Page {} is blank. "],
    "es": ["Parte {}: continuará. "],
    "de": ["Seite {} ist leer. "],
    "pt": ["Página {} em branco. "],
    "tr": ["Sayfa {} boştur. "],
    "ru": ["Страница {} пуста. "],
    "ko": ["제 {} 쪽은 비어 있습니다. "],
}


def parts_in_words(rng: Random) -> Loop:
    lang, form = mc.pick(rng, PARTS)
    word, after = numerals.CARDINALS[lang], rng.choice(("", "\n"))
    start = rng.choice((1, rng.randint(1, 50), rng.randint(50, 900)))
    units = mc.counted(lambda n: form.format(word(n)) + after, start)
    return Loop("counter", mc.opening(rng, lang), units, "\n", least=5)


KINDS = (
    PositiveKind("u: tried values", CHAT, tried_values, ("tail", "closed")),
    PositiveKind("u: attempts", CHAT, attempts, ("tail", "stray", "recovered")),
    PositiveKind("u: list steps", LISTS, list_steps, ("tail", "recovered")),
    PositiveKind("u: times table", MANY, times_table),
    PositiveKind("u: running sums", MANY, running_sums),
    PositiveKind("u: plan days", LISTS, plan_days, ("tail", "stray", "recovered")),
    PositiveKind("u: tool calls", CHAT, tool_calls, ("tail", "closed")),
    PositiveKind("u: patent claims", MANY, patent_claims, ("tail", "stray")),
    PositiveKind("u: chess shuffle", CHAT, chess_shuffle, ("tail", "closed")),
    PositiveKind("u: knitting rows", LISTS, knitting_rows),
    PositiveKind("u: lettered options", LISTS, lettered_options, ("tail", "stray")),
    PositiveKind("u: parts in words", "counter: number words and ordinals", parts_in_words),
)
IN_LETTERS = ("u: lettered options", "u: parts in words")
WITH_POINT: tuple[str, ...] = ()
