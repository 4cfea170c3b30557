"""What the counting kinds of this split share: short constructors and numbers in words."""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import count
from random import Random

from degeneration.sample import Ending, Loop, PositiveKind

Draw = Callable[[Random], Loop]

OFTEN: tuple[Ending, ...] = ("tail", "tail", "stray")
CLOSING: tuple[Ending, ...] = ("tail", "closed")
ALL: tuple[Ending, ...] = ("tail", "stray", "closed", "recovered")
RECOVERS: tuple[Ending, ...] = ("tail", "recovered")


def kind(
    name: str, category: str, draw: Draw, endings: tuple[Ending, ...] = ("tail",)
) -> PositiveKind:
    return PositiveKind(f"w: {name}", f"counter: {category}", draw, endings)


def loop(
    lead: str,
    render: Callable[[int], str],
    start: int = 0,
    step: int = 1,
    closing: str = "",
    ambiguous: bool = False,
) -> Loop:
    """`render` of start, start + step, … after `lead`."""
    units = (render(n) for n in count(start, step))
    return Loop("counter", lead, units, closing, ambiguous=ambiguous)


def dates(start: dt.date, days: int) -> Iterator[dt.date]:
    """From `start` on, `days` apart."""
    return (start + dt.timedelta(days=days * n) for n in count())


def clock(seconds: int, form: str = "{h:02d}:{m:02d}:{s:02d}") -> str:
    """A time of day or of a recording; hours go on beyond 24."""
    return form.format(h=seconds // 3600, m=seconds // 60 % 60, s=seconds % 60)


def cents(value: int, point: str = ",", thousands: str = ".") -> str:
    """Hundredths as an amount such as `1.234,56`."""
    return f"{value // 100:,}".replace(",", thousands) + f"{point}{value % 100:02d}"


def _split(text: str) -> list[str]:
    return text.split()


_EN = _split(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_EN_TENS = _split("twenty thirty forty fifty sixty seventy eighty ninety")


def english(n: int) -> str:
    """1 to 9999 in words."""
    if n < 20:
        return _EN[n]
    if n < 100:
        return _EN_TENS[n // 10 - 2] + (f"-{_EN[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{_EN[n // 100]} hundred" + (f" and {english(n % 100)}" if n % 100 else "")
    return f"{english(n // 1000)} thousand" + (f" {english(n % 1000)}" if n % 1000 else "")


_EN_ORDINALS = {
    **{"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth"},
    **{"nine": "ninth", "twelve": "twelfth"},
}


def english_ordinal(n: int) -> str:
    words = english(n)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    tail = last[:-1] + "ieth" if last.endswith("y") else _EN_ORDINALS.get(last, last + "th")
    return words[:cut] + tail


_PT = _split(
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze "
    "dezesseis dezessete dezoito dezenove"
)
_PT_TENS = _split("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
_PT_HUNDREDS = _split(
    "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos"
)


def portuguese(n: int) -> str:
    """1 to 9999 in words."""
    if n < 20:
        return _PT[n]
    if n == 100:
        return "cem"
    if n < 100:
        head, rest = _PT_TENS[n // 10 - 2], n % 10
    elif n < 1000:
        head, rest = _PT_HUNDREDS[n // 100 - 1], n % 100
    else:
        head, rest = ("mil" if n < 2000 else f"{portuguese(n // 1000)} mil"), n % 1000
    # `mil e vinte`, `mil e duzentos`, but `mil duzentos e vinte`.
    link = " " if n >= 1000 and rest > 100 and rest % 100 else " e "
    return head + (f"{link}{portuguese(rest)}" if rest else "")


_PT_ORDINALS = (
    _split("- primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono"),
    _split(
        "- décimo vigésimo trigésimo quadragésimo quinquagésimo sexagésimo septuagésimo "
        "octogésimo nonagésimo"
    ),
    _split(
        "- centésimo ducentésimo tricentésimo quadringentésimo quingentésimo sexcentésimo "
        "septingentésimo octingentésimo noningentésimo"
    ),
)


def portuguese_ordinal(n: int) -> str:
    """1st to 1999th."""
    parts = ["milésimo"] if n >= 1000 else []
    for place, names in zip((100, 10, 1), reversed(_PT_ORDINALS), strict=True):
        if digit := n // place % 10:
            parts.append(names[digit])
    return " ".join(parts)


_DE = _split(
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn"
)
_DE_TENS = _split("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")


def german(n: int) -> str:
    """1 to 9999 as the first part of a compound; alone, 1 would be `eins`."""
    if n < 20:
        return _DE[n]
    if n < 100:
        return (f"{_DE[n % 10]}und" if n % 10 else "") + _DE_TENS[n // 10 - 2]
    size, word = (100, "hundert") if n < 1000 else (1000, "tausend")
    return f"{german(n // size)}{word}" + (german(n % size) if n % size else "")


def german_ordinal(n: int) -> str:
    """As in `der einundzwanzigste`."""
    word = german(n)
    if 0 < n % 100 < 20:
        short = {1: ("ein", "erste"), 3: ("drei", "dritte"), 7: ("sieben", "siebte")}
        old, new = short.get(n % 100, ("", "te"))
        if n % 100 == 8:
            return word + "e"
        return word[: len(word) - len(old)] + new
    return word + "ste"


def kanji(n: int) -> str:
    """1 to 9999, `千二百三十四`; a unit's one is not written."""
    out = ""
    for size, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, size)
        if digit:
            out += ("" if digit == 1 and sign else "〇一二三四五六七八九"[digit]) + sign
    return out


def chinese(n: int) -> str:
    """1 to 9999 as in China, `一千零五十`: ones are written and gaps marked."""
    out, gap = "", False
    for size, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, size)
        if digit:
            out += ("零" if gap and out else "") + "〇一二三四五六七八九"[digit] + sign
        gap = not digit
    return out[1:] if out.startswith("一十") else out


def greek(n: int) -> str:
    """1 to 9999 as Greek letters with their sign, `ρκγʹ`."""
    thousands, n = divmod(n, 1000)
    out = f"͵{'αβγδεϛζηθ'[thousands - 1]}" if thousands else ""
    for size, signs in ((100, "ρστυφχψωϡ"), (10, "ικλμνξοπϟ"), (1, "αβγδεϛζηθ")):
        digit, n = divmod(n, size)
        out += signs[digit - 1] if digit else ""
    return out + "ʹ"


def hebrew(n: int) -> str:
    """1 to 9999 as Hebrew letters with geresh or gershayim, `קכ״ג`."""
    thousands, n = divmod(n, 1000)
    head = f"{'אבגדהוזחט'[thousands - 1]}׳" if thousands else ""
    out = "ת" * (n // 400)
    n %= 400
    out += "קרש"[n // 100 - 1] if n >= 100 else ""
    n %= 100
    if n in (15, 16):
        # Not ten and five, which would spell a name of God.
        out += "ט" + "וז"[n - 15]
        n = 0
    out += "יכלמנסעפצ"[n // 10 - 1] if n >= 10 else ""
    out += "אבגדהוזחט"[n % 10 - 1] if n % 10 else ""
    if not out:
        return f"{head} אלפים"
    return head + (f"{out}׳" if len(out) == 1 else f"{out[:-1]}״{out[-1]}")


def in_digits(zero: str, n: int, width: int = 0) -> str:
    """`n` in the decimal digits that start with the character `zero`."""
    return "".join(chr(ord(zero) + int(d)) for d in f"{n:0{width}d}")
