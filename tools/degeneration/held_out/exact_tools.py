"""What the blind kinds of exact loops share: leads in a language, dealt sentences, the loop."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import repeat
from random import Random

from degeneration import material as m
from degeneration.build import log_uniform
from degeneration.held_out import material_exact as x
from degeneration.held_out import material_exact_words as w
from degeneration.sample import Loop

LANGUAGES = tuple(x.SENTENCES)
SPACED = tuple(lang for lang in LANGUAGES if lang not in ("ja", "zh"))
KEPT = 3
"""Sentences of a language that no lead uses, so that units may be made of them."""


def exact(
    lead: str, unit: str, closing: str = "", *, filler: bool = False, least: float = 3.0
) -> Loop:
    """The loop of `unit` without end."""
    return Loop("exact", lead, repeat(unit), closing, filler, least)


def fill(rng: Random, sentence: str) -> str:
    return sentence.format(a=rng.randint(2, 28), y=rng.randint(1794, 1988))


def glue(lang: str) -> str:
    return "" if lang in ("ja", "zh") else " "


def deal(rng: Random, lang: str) -> list[str]:
    """The sentences of a language, filled in and shuffled."""
    sentences = [fill(rng, sentence) for sentence in x.SENTENCES[lang]]
    rng.shuffle(sentences)
    return sentences


def page(rng: Random, lang: str, dealt: Sequence[str], low: int = 110, high: int = 2200) -> str:
    """Clean text of a page without a line end, of all dealt sentences but the last `KEPT`.

    What they leave of the length drawn is prose of made-up words, which comes first.
    """
    wanted = log_uniform(rng, low, high)
    usable = list(dealt[:-KEPT])
    text = ""
    while usable and len(text) < wanted:
        text += (glue(lang) if text else "") + usable.pop()
    missing = max(wanted, 110) - len(text)
    if missing <= 0:
        return text
    if lang in x.SCRIPT:
        return m.script_prose(rng, x.SCRIPT[lang], missing).rstrip() + "\n" + text
    return m.prose(rng, missing) + text


def language(rng: Random, among: Sequence[str] = LANGUAGES) -> str:
    return rng.choice(among)


def opened(rng: Random, among: Sequence[str] = LANGUAGES) -> tuple[str, str, list[str]]:
    """A language, a page in it, and sentences that the page does not have."""
    lang = language(rng, among)
    dealt = deal(rng, lang)
    return lang, page(rng, lang, dealt), dealt[-KEPT:]


@cache
def _vocabulary(lang: str) -> list[str]:
    """Longer words of the sentences of a language; clauses where it has no blanks."""
    text = " ".join(x.SENTENCES[lang])
    if lang in ("ja", "zh"):
        parts = re.findall(r"[^\W\d_]{2,9}", re.sub(r"\{.\}", " ", text))
        return list(dict.fromkeys(parts))
    return list(dict.fromkeys(part for part in re.split(r"[\s.,।،{}]+", text) if len(part) > 3))


def words(rng: Random, lang: str, low: int = 2, high: int = 5) -> str:
    """Some words of the language in no order; made-up ones in the place of a part of them."""
    parts = rng.sample(_vocabulary(lang), rng.randint(low, high))
    if lang not in x.SCRIPT and rng.random() < 0.6:
        parts[-1] = m.content_word(rng)
    return glue(lang).join(parts)


def title(rng: Random, lang: str, low: int = 1, high: int = 4) -> str:
    text = words(rng, lang, low, high)
    return text[0].upper() + text[1:]


def name(rng: Random, lang: str) -> str:
    """A person's name in the script of the language."""
    given, family = (part.split() for part in w.NAMES.get(lang, w.NAMES["latin"]))
    if lang in ("zh", "ja", "ko"):
        return rng.choice(family) + rng.choice(given)
    return f"{' '.join(rng.sample(given, rng.choice((1, 2))))} {rng.choice(family)}"


def identifier(rng: Random) -> str:
    """An identifier in ASCII."""
    return "".join(c for c in m.content_word(rng) if c.isascii()) + rng.choice("aeiou")


def price(rng: Random) -> str:
    """An amount in one of the usual spellings."""
    whole, cents = rng.randint(1, 4800), rng.randrange(100)
    return rng.choice((f"{whole}.{cents:02d}", f"{whole},{cents:02d}", f"{whole:,}.{cents:02d}"))


def rows(rng: Random, low: int, high: int, lang: str = "en") -> list[list[str]]:
    """Rows of a table of goods; every one different."""
    return [
        [m.code(rng), title(rng, lang, 1, 3), str(rng.randint(1, 400)), price(rng)]
        for _ in range(rng.randint(low, high))
    ]
