"""Reasoning, translation, page marks and counting aloud; numerals in words and letters."""

from random import Random

from degeneration import material as m
from degeneration.judged.sixth import counters_common as c
from degeneration.judged.sixth import material_counters as mc
from degeneration.sample import Loop

_ATTEMPTS = [
    "Wait, let me check {n} as well. If x = {n}, then the remainder is not zero, so it fails.\n\n",
    "Try k = {n}: the left side is larger than the right side, so k = {n} does not work.\n",
    "Hmm, what about n = {n}? Not a solution either. Let me reconsider.\n\n",
    "Vamos testar {n}. Com x = {n}, a igualdade não se verifica. Tentemos o próximo.\n",
    "Prüfen wir nun {n}: Einsetzen ergibt einen Widerspruch, also scheidet {n} aus.\n",
    "再试试{n}：代入后等式不成立，所以{n}不是解。\n",
    "Essayons {n}. On obtient une contradiction, donc {n} ne convient pas. ",
]


def _attempts(rng: Random) -> Loop:
    """Thinking that tries one number after another to the same end."""
    form = rng.choice(_ATTEMPTS)
    lang = "zh" if form[0] == "再" else rng.choice(("en", "pt", "de", "fr"))
    opening = rng.choice(("<think>\n", "", "Okay, so I need to find the smallest such number. "))
    closing = "</think>\n" if opening.startswith("<") else ""
    return c.loop(
        opening + mc.lead(rng, lang, high=1200),
        lambda n: form.format(n=n),
        rng.randint(2, 140),
        rng.choice((1, 1, 1, 2, 7)),
        closing,
    )


_PAIRS = [
    ("On the {n}th day he waited at the gate.", "No dia {n}, ele esperou junto ao portão."),
    ("Item {n}: to be supplied by the buyer.", "Pos. {n}: bauseits zu liefern."),
    ("See sheet {n} for details.", "Voir la feuille {n} pour les détails."),
    ("Room {n} is locked.", "Комната {n} заперта."),
    ("Chapter {n} is missing from the manuscript.", "第{n}章は写本に欠けている。"),
    ("Line {n} cannot be read.", "السطر {n} غير مقروء."),
    ("La hoja {n} está en blanco.", "Sheet {n} is blank."),
]


def _pairs(rng: Random) -> Loop:
    """Source and translation, with the same number in both."""
    pair = rng.choice(_PAIRS)
    shape = rng.choice(
        (
            "{a}\n→ {b}\n",
            "| {a} | {b} |\n",
            "Source: {a}\nTarget: {b}\n\n",
            '{{"src": "{a}", "tgt": "{b}"}}\n',
            "<tu><seg>{a}</seg><seg>{b}</seg></tu>\n",
        )
    )
    a, b = pair

    def unit(n: int) -> str:
        return shape.format(a=a.format(n=n), b=b.format(n=n))

    return c.loop(mc.lead(rng, rng.choice(("en", "es", "de"))), unit, rng.randint(24, 190))


_PAGES = [
    "--- Page {n} of {all} ---\n\n[illegible]\n\n",
    "<!-- page {n} -->\n\n*[This page is blank]*\n\n",
    "[Seite {n}]\n\n(leer)\n\n",
    "## Página {n}/{all}\n\nPágina em branco.\n\n",
    '<page number="{n}"><p>Cette page est laissée blanche.</p></page>\n',
    "\\newpage % {n}\n\\begin{{center}} Intentionally left blank \\end{{center}}\n",
    "==== Лист {n} ====\n\nтекст не читается\n\n",
]


def _page_marks(rng: Random) -> Loop:
    form, total = rng.choice(_PAGES), rng.randint(240, 900)
    by_two = rng.random() < 0.2
    lang = "ru" if "Лист" in form else rng.choice(("en", "de", "pt", "fr"))
    start = rng.randint(3, 60)
    return c.loop(
        mc.lead(rng, lang, low=300),
        lambda n: form.format(n=n, all=total),
        start,
        2 if by_two else 1,
    )


def _bare(rng: Random) -> Loop:
    """Nothing but numbers: odd ones, tens, tenths, with separators of thousands."""
    how = rng.choice(("step", "tenths", "thousands", "range"))
    gap = rng.choice((", ", " ", "\n", " → ", "; "))
    step = rng.choice((1, 1, 2, 3, 5, 10, 25))
    lead = mc.lead(rng, rng.choice((*mc.LATIN, "ru", "zh"))).rstrip() + rng.choice((" ", "\n\n"))
    start = rng.randint(1, 900)
    if how == "tenths":
        point = rng.choice((".", ","))
        return c.loop(lead, lambda n: f"{n // 10}{point}{n % 10}{gap}", start, step)
    if how == "thousands":
        sign = rng.choice((",", "."))
        return c.loop(
            lead, lambda n: f"{n:,}".replace(",", sign) + gap, 1000 + start * step, 4 * step
        )
    if how == "range":
        return c.loop(lead, lambda n: f"{n}–{n + step}{gap}", start, step + 1)
    return c.loop(lead, lambda n: f"{n}{gap}", start, step)


def _counted_german(n: int) -> str:
    return c.german(n) + ("s" if n % 100 == 1 else "")


_ALOUD = {
    "en": (
        c.english,
        ["Number {n}, thank you. Next.", "And {n}, breathe in, and out.", "{n} sheep"],
    ),
    "pt": (c.portuguese, ["Número {n}, obrigado. Próximo.", "E {n}, inspira e solta."]),
    "de": (_counted_german, ["Und {n}, einatmen, ausatmen.", "Losnummer {n}, kein Gewinn."]),
}


def _aloud(rng: Random) -> Loop:
    """A transcript of somebody who counts in words."""
    lang = rng.choice(sorted(_ALOUD))
    words, forms = _ALOUD[lang]
    form, gap = rng.choice(forms), rng.choice((" ", "\n", " ... "))
    step = rng.choice((1, 1, 1, 2, 5))
    return c.loop(
        mc.lead(rng, lang),
        lambda n: form.format(n=words(n)) + gap,
        rng.randint(2, 60),
        step,
        ambiguous=True,
    )


_NTH = {
    "en": (
        c.english_ordinal,
        [
            "On the {n} day the king sat in his hall and heard the people.",
            "The {n} rule is silence.",
        ],
    ),
    "pt": (
        c.portuguese_ordinal,
        ["Capítulo {n}, em que se continua a matéria do antecedente.", "{n} item: nada consta."],
    ),
    "de": (
        c.german_ordinal,
        ["Das {n} Kapitel handelt von derselben Sache.", "Der {n} Gast kam und setzte sich still."],
    ),
}


def _nth(rng: Random) -> Loop:
    lang = rng.choice(sorted(_NTH))
    words, forms = _NTH[lang]
    form = rng.choice(forms) + rng.choice(("\n\n", "\n", " "))
    upper = rng.random() < 0.2

    def unit(n: int) -> str:
        word = words(n)
        return form.format(n=word.upper() if upper else word)

    return c.loop(mc.lead(rng, lang), unit, rng.randint(3, 30), ambiguous=True)


_CHAPTERS = [
    ("en", "CHAPTER {n}.\n\nOf the same matter, continued.\n\n"),
    ("pt", "Capítulo {n}\n\nDo que então sucedeu.\n\n"),
    ("de", "## Kapitel {n}: Fortsetzung\n\n"),
    ("la", "Tab. {n}. Eadem species, aucta.\n"),
    ("fr", "Chap. {n}. — Suite du précédent.\n"),
    ("es", "<h2>Sección {n}</h2>\n<p>Sin contenido.</p>\n"),
    ("en", "Plate {n} follows plate 4 of the first edition.\n"),
]


def _chapters(rng: Random) -> Loop:
    """Chapters or plates in large Roman numerals."""
    lang, form = rng.choice(_CHAPTERS)
    return c.loop(
        mc.lead(rng, lang), lambda n: form.format(n=m.roman(n)), rng.randint(2, 60), ambiguous=True
    )


_PARAGRAPHS = {
    "en": "any other matter that may be prescribed;",
    "pt": "outros casos previstos em regulamento;",
    "la": "item dicit quod nihil scit;",
    "it": "ogni altro caso previsto dal regolamento;",
    "fr": "toute autre pièce utile au dossier ;",
}


def _small_roman(rng: Random) -> Loop:
    """A list in small Roman numerals, or pages of a preface."""
    lang = rng.choice(sorted(_PARAGRAPHS))
    text = _PARAGRAPHS[lang]
    shape = rng.choice(("({n}) {t}\n", "{n}) {t}\n", "{n}. {t} ", "<li>({n}) {t}</li>\n"))
    return c.loop(
        mc.lead(rng, lang),
        lambda n: shape.format(n=m.roman(n).lower(), t=text),
        rng.randint(2, 30),
        closing="</ol>\n" if shape[0] == "<" else "\n",
        ambiguous=True,
    )


_ANNEXES = [
    "Annex {n} – Plan of the site (not reproduced)\n",
    "Anexo {n}: cópia do alvará, sem efeito.\n",
    "{n}) siehe Anlage zum Vertrag vom 3.4.1998\n",
    "[{n}] see the plan attached; ",
    "Gleis {n}: gesperrt bis auf Weiteres.\n",
    "Приложение {n}. План участка.\n",
]


def _annexes(rng: Random) -> Loop:
    """Letters a to z and on to aa, ab, …, large or small."""
    form = rng.choice(_ANNEXES)
    large = rng.random() < 0.6
    lang = "ru" if "План" in form else rng.choice(("en", "pt", "de"))

    def annex(n: int) -> str:
        letters = m.letters(n)
        return form.format(n=letters.upper() if large else letters)

    return c.loop(mc.lead(rng, lang), annex, rng.randint(1, 8), ambiguous=True)


KINDS = (
    c.kind("attempts", "speech and chat", _attempts, c.ALL),
    c.kind("pairs of sentences", "speech and chat", _pairs),
    c.kind("marks of pages", "references and captions", _page_marks, c.OFTEN),
    c.kind("nothing but numbers", "amounts and measures", _bare, c.OFTEN),
    c.kind("counting aloud", "letters and words", _aloud, c.RECOVERS),
    c.kind("ordinals in words", "letters and words", _nth),
    c.kind("Roman chapters", "letters and words", _chapters, c.RECOVERS),
    c.kind("small Roman items", "letters and words", _small_roman, c.CLOSING),
    c.kind("lettered annexes", "letters and words", _annexes, c.OFTEN),
)
IN_LETTERS = (
    "w: counting aloud",
    "w: ordinals in words",
    "w: Roman chapters",
    "w: small Roman items",
    "w: lettered annexes",
)
WITH_POINT = ("w: nothing but numbers",)
