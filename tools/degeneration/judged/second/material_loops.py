"""What the kinds of the blind split share: clean leads, units that come again, units that count."""

import unicodedata
from collections.abc import Callable, Iterator
from itertools import count, repeat
from random import Random

from degeneration import material as m
from degeneration.build import log_uniform
from degeneration.judged.second.tongues import PEOPLE, SENTENCES
from degeneration.sample import Label, Loop

LATIN = ("en", "pt", "es", "fr", "de", "it", "pl", "nl", "tr")
SPACED = (*LATIN, "ru", "el", "ko", "hi")
UNSPACED = ("zh", "ja", "th")
RIGHT_TO_LEFT = ("ar", "he")
_SCRIPT = {
    "ru": "cyrillic",
    "el": "greek",
    "ko": "hangul",
    "hi": "devanagari",
    "zh": "han",
    "ja": "kana",
    "th": "thai",
    "ar": "arabic",
    "he": "hebrew",
}
_DENSE = ("zh", "ja", "ko")
Digits = Callable[[int], str]


def tongue(rng: Random, *among: str) -> str:
    """A language, by default English and Portuguese more often than the others."""
    if among:
        return rng.choice(among)
    return rng.choice(("en", "en", "en", "pt", "pt", "pt", *LATIN, "ru", "el"))


def _fill(rng: Random, text: str, lang: str) -> str:
    person = rng.choice(PEOPLE.get(lang, ["N."]))
    if text.startswith("{p}"):
        person = person[0].upper() + person[1:]
    return text.format(p=person, y=rng.randint(1780, 1995), n=rng.randint(13, 96))


def sentences(rng: Random, lang: str, n: int) -> list[str]:
    """`n` different sentences, or all that there are."""
    known = SENTENCES[lang]
    return [_fill(rng, text, lang) for text in rng.sample(known, min(n, len(known)))]


def sentence(rng: Random, lang: str) -> str:
    """A sentence with its stop."""
    return sentences(rng, lang, 1)[0]


def piece(rng: Random, lang: str, low: int = 2, high: int = 5) -> str:
    """Some words, or characters where there are no words, from within a sentence."""
    text = sentence(rng, lang).rstrip(".。।")
    parts = list(text) if lang in UNSPACED else text.split()
    size = rng.randint(low, high) * (2 if lang in UNSPACED else 1)
    first = rng.randrange(max(1, len(parts) - size))
    return ("" if lang in UNSPACED else " ").join(parts[first : first + size]).strip(",;:，、")


def _is_word(text: str) -> bool:
    """Letters only, four or more; Hindi writes its vowels as marks."""
    return len(text) > 3 and all(unicodedata.category(char)[0] in "LM" for char in text)


def word(rng: Random, lang: str) -> str:
    """A word of four letters or more, of a language that has spaces."""
    for text in sentences(rng, lang, 99):
        long = [part for part in (w.strip(".,;:—।") for w in text.split()) if _is_word(part)]
        if long:
            return rng.choice(long)
    raise ValueError(lang)


def glue(lang: str) -> str:
    """What stands between two sentences."""
    return "" if lang in _DENSE[:2] else " "


def paragraph(rng: Random, lang: str, low: int = 2, high: int = 5) -> str:
    return glue(lang).join(sentences(rng, lang, rng.randint(low, high)))


def _block(rng: Random) -> str:
    """What else a clean page has between its paragraphs: a heading, a list, a table, a card."""
    rows = rng.randint(3, 9)
    shape = rng.randrange(5)
    if shape == 0:
        return f"{'#' * rng.randint(1, 3)} {m.title(rng)}"
    if shape == 1:
        mark = rng.choice(("- ", "* ", "• ", ""))
        return "\n".join(f"{mark}{m.phrase(rng, 2, 6)}" for _ in range(rows))
    if shape == 2:
        lines = [
            f"| {m.name(rng)} | {m.date(rng):%d/%m/%Y} | {m.money(rng)} |" for _ in range(rows)
        ]
        return "\n".join(
            [f"| {m.title(rng, 1, 1)} | {m.title(rng, 1, 1)} | R$ |", "|---|---|---|", *lines]
        )
    if shape == 3:
        cells = [f"<tr><td>{m.title(rng)}</td><td>{m.money(rng)}</td></tr>" for _ in range(rows)]
        return "\n".join(["<table>", *cells, "</table>"])
    return "\n".join(f"{m.title(rng, 1, 1)}: {m.title(rng, 1, 3)}" for _ in range(rows))


def lead(rng: Random, lang: str, low: int = 100, high: int = 2400, end: str = "\n\n") -> str:
    """Clean text of a language, `low` to `high` characters, short ones more often."""
    wanted = log_uniform(rng, low, high) // (3 if lang in _DENSE else 1)
    paragraphs: list[str] = []
    pool = sentences(rng, lang, 99)
    while pool and sum(map(len, paragraphs)) < wanted:
        size = rng.randint(2, 6)
        paragraphs.append(glue(lang).join(pool[:size]))
        pool = pool[size:]
    if wanted > 500 and rng.random() < 0.35:
        paragraphs.insert(rng.randrange(len(paragraphs)), _block(rng))
    text = "\n\n".join(paragraphs)
    rest = wanted - len(text)
    if rest > 80:
        script = _SCRIPT.get(lang)
        more = m.script_prose(rng, script, rest) if script else m.prose(rng, rest)
        text = f"{text}\n\n{more.rstrip()}"
    elif len(text) > wanted + 400:
        text = text[: text.rfind(" ", 0, wanted + 400) + 1] or text[: wanted + 400]
    return text.rstrip() + end


def opening(rng: Random, lang: str, chance: float = 0.75, high: int = 1600) -> str:
    """A lead for structures, which often start the output themselves."""
    return lead(rng, lang, 100, high) if rng.random() < chance else ""


def again(lead_text: str, unit: str, closing: str = "", least: float = 3.0) -> Loop:
    """The unit for ever."""
    return Loop("exact", lead_text, repeat(unit), closing, least=least)


def blank(lead_text: str, unit: str, closing: str = "") -> Loop:
    """A unit without content for ever."""
    return Loop("exact", lead_text, repeat(unit), closing, filler=True)


def onwards(
    lead_text: str, make: Callable[[int], str], closing: str = "", least: float = 8.0
) -> Loop:
    """What `make` writes for 0, 1, 2 and so on."""
    units: Iterator[str] = map(make, count())
    label: Label = "counter"
    return Loop(label, lead_text, units, closing, least=least)


def series(rng: Random, low: int, high: int, steps: tuple[int, ...] = (1, 1, 1, 1, 2, 5)) -> Digits:
    """Numbers as they are written, from a start between `low` and `high` by one of `steps`."""
    start, step = rng.randint(low, high), rng.choice(steps)
    return lambda k: str(start + step * k)


def padded(rng: Random, width: int, high: int, step: int = 1) -> Digits:
    """Numbers with leading zeros."""
    start = rng.randint(0, high)
    return lambda k: f"{start + step * k:0{width}d}"


def figure(number: float, places: int, style: str) -> str:
    """A number with thousands apart, `en` 1,234.5, `pt` 1.234,5, `fr` 1 234,5, else 1234.5."""
    text = f"{number:,.{places}f}"
    if style == "en":
        return text
    if style == "pt":
        return text.translate(str.maketrans(",.", ".,"))
    if style == "fr":
        return text.translate(str.maketrans(",.", "\u202f,"))
    return text.replace(",", "")
