"""What the broad loops are made with: clean openings, and small changes to a text."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from random import Random

from degeneration import material as m
from degeneration.held_out import material_broad as b

_SLOT = re.compile(r"\[([^\]]+)\]")
_CONFUSIONS = (
    *(("rn", "m"), ("m", "rn"), ("l", "1"), ("1", "l"), ("o", "0"), ("0", "o"), ("e", "c")),
    *(("c", "e"), ("u", "ii"), ("li", "h"), ("h", "b"), ("S", "5"), ("f", "t"), ("ç", "c")),
    *(("d", "cl"), ("n", "ri"), ("a", "o"), ("s", "8"), ("i", "l"), ("t", "f"), (",", ".")),
    *(("о", "с"), ("н", "и"), ("и", "п"), ("ш", "щ"), ("е", "ё"), ("т", "г"), ("ы", "ьі")),
    *(("ν", "υ"), ("υ", "ν"), ("ο", "σ"), ("α", "ο"), ("ι", "ί"), ("η", "ή"), ("τ", "γ")),
)


def filled(rng: Random, lang: str) -> list[str]:
    """All sentences of a language in some order, with their numbers and names filled in."""
    names = b.NAMES.get(lang, b.NAMES["en"])
    out = [
        text.format(y=rng.randint(1790, 2019), n=rng.randint(12, 240), p=rng.choice(names))
        for text in b.PROSE[lang]
    ]
    rng.shuffle(out)
    return out


def _more(rng: Random, lang: str, chars: int) -> str:
    if lang == "pt":
        return m.prose(rng, chars)
    return m.script_prose(rng, b.SCRIPT[lang], chars) + "\n" if lang in b.SCRIPT else ""


def paragraphs(rng: Random, lang: str, sentences: list[str]) -> str:
    glue = "" if lang in b.UNSPACED else " "
    out, left = [], list(sentences)
    while left:
        size = rng.randint(2, 5)
        out.append(glue.join(left[:size]))
        left = left[size:]
    return rng.choice(("\n\n", "\n")).join(out)


def opening(rng: Random, lang: str, keep: int = 1) -> tuple[str, list[str]]:
    """Clean text that ends in a break, and `keep` sentences that are not in it."""
    sentences = filled(rng, lang)
    kept, rest = sentences[:keep], sentences[keep:]
    if len(rest) > 4:
        rest = rest[: rng.randint(4, len(rest))]
    head = ""
    if rng.random() < 0.4 and lang in b.NOUNS:
        words = rng.sample(b.NOUNS[lang], 2)
        head = rng.choice(("# ", "## ", "", "**")) + f" {b.AND[lang]} ".join(words)
        head += "**\n\n" if head.startswith("**") else "\n\n"
    text = head + paragraphs(rng, lang, rest) + "\n\n"
    if lang in ("pt", *b.SCRIPT) and (len(text) < 260 or rng.random() < 0.4):
        text += _more(rng, lang, rng.randint(150, 1800))
    return text, kept


def lead(rng: Random, lang: str) -> str:
    return opening(rng, lang, 0)[0]


def sentence(rng: Random, langs: Sequence[str], least: int = 0) -> tuple[str, str, str]:
    """Language, clean text, and a sentence of at least so many characters that is not in it."""
    lang = rng.choice(langs)
    text, kept = opening(rng, lang, 3)
    glue = "" if lang in b.UNSPACED else " "
    unit = kept[0]
    for other in kept[1:]:
        if len(unit) < least:
            unit += glue + other
    return lang, text, unit


def mixed(rng: Random, items: Sequence[str], first: int = 99) -> Iterator[str]:
    """Items in any order for ever; some of them in turn first, so that nothing is periodic yet."""
    start = rng.sample(items, min(first, len(items)))
    yield from start
    yield start[0]
    while True:
        yield rng.choice(items)


def unlike(units: Iterator[str]) -> Iterator[str]:
    """Without copies equal to one of the two before it, among the first nine."""
    seen: list[str] = []
    skipped = 0
    for unit in units:
        if len(seen) < 9 and unit in seen[-2:] and skipped < 100:
            skipped += 1
            continue
        seen = [*seen, unit][:9]
        yield unit


def always(make: Callable[[], str]) -> Iterator[str]:
    """What `make` gives, for ever; the first copies differ."""

    def forever() -> Iterator[str]:
        while True:
            yield make()

    return unlike(forever())


def misread(rng: Random, text: str, times: int) -> str:
    """Confuse letters as OCR does, at some places where it can."""
    for _ in range(times):
        wrong, right = rng.choice([pair for pair in _CONFUSIONS if pair[0] in text] or [("", "")])
        places = [found.start() for found in re.finditer(re.escape(wrong), text)]
        at = rng.choice(places)
        text = text[:at] + right + text[at + len(wrong) :]
    return text


def slip(rng: Random, text: str) -> str:
    """One letter dropped, doubled, swapped with the next one, or another in its place."""
    places = [i for i, char in enumerate(text[:-1]) if char.isalpha()]
    at = rng.choice(places)
    how = rng.randrange(4)
    if how == 0:
        return text[:at] + text[at + 1 :]
    if how == 1:
        return text[:at] + text[at] + text[at:]
    if how == 2:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + text[rng.choice(places)] + text[at + 1 :]


def swapped(rng: Random, words: Sequence[str], times: int) -> list[str]:
    """Neighbours change places."""
    out = list(words)
    for _ in range(times):
        at = rng.randrange(len(out) - 1)
        out[at], out[at + 1] = out[at + 1], out[at]
    return out


def worded(rng: Random, template: str) -> str:
    """One of the wordings of a template."""
    return _SLOT.sub(lambda found: rng.choice(found[1].split("|")), template)


def rewordings(rng: Random, template: str, changes: int) -> Iterator[str]:
    """Wordings of which each differs from the one before it in a few places only."""
    slots = [found[1].split("|") for found in _SLOT.finditer(template)]
    chosen = [rng.choice(slot) for slot in slots]
    while True:
        left = iter(chosen)
        yield _SLOT.sub(lambda _, left=left: next(left), template)  # type: ignore[misc]
        for _ in range(rng.randint(1, changes)):
            at = rng.randrange(len(slots))
            chosen[at] = rng.choice([word for word in slots[at] if word != chosen[at]])


def bare(rng: Random, text: str, share: float) -> str:
    """Some marks on letters (accents, vowel points) left out."""
    out = []
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        out.append(parts[0] if len(parts) > 1 and rng.random() < share else char)
    return "".join(out)


def wrapped(rng: Random, text: str, low: int, high: int) -> str:
    """Line breaks at other places each time."""
    lines, line = [], ""
    width = rng.randint(low, high)
    for word in text.split(" "):
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line, width = word, rng.randint(low, high)
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


def amount(rng: Random, comma: bool, high: int = 900) -> str:
    """A sum of money, with a decimal comma or a point."""
    text = f"{rng.randint(100, high * 100) / 100:,.2f}"
    return text.translate(str.maketrans(",.", ".,")) if comma else text
