"""How the blind counters are written down: forms with fields, and slots that count.

A form is a template with fields between at signs. A slot field (named by the kind) counts; a label
field (`Page`, `Chapter`, …) is that word in the form's language; a layout field is drawn once for
the whole text; any other is content, drawn anew for each honest row before the loop and once for
the loop itself.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from random import Random
from typing import get_args

from degeneration import material as m
from degeneration.judged.third import material_counters as mc
from degeneration.sample import Ending, Loop, PositiveKind

Slot = Callable[[int], str]
Slots = Callable[[Random, str], dict[str, Slot]]
"""From the seed and the language."""

_FIELD = re.compile(r"@(\w+)@")

LAYOUT: dict[str, tuple[str, ...]] = {
    "p": (".", ")", ".-", ":", " -", " –", "/"),
    "sep": (" – ", ": ", " - ", ", ", " | ", "\t", "; "),
    "gap": ("\n", "\n\n"),
    "bullet": ("- ", "* ", "• ", "", "+ "),
    "hash": ("##", "###", "####"),
    "line": ("____", "________", "________________", "............", "-------", "…………"),
    "dots": (" ..... ", " .................... ", " . . . . . . . ", "\t", " … ", " ········· "),
    "comma": (", ", "; ", ",", " · "),
}


def _content(rng: Random, lang: str) -> dict[str, Callable[[], str]]:
    return {
        "term": lambda: mc.term(rng, lang),
        "TERM": lambda: mc.term(rng, lang).upper(),
        "sent": lambda: mc.sentence(rng, lang),
        "sent2": lambda: mc.pseudo(rng, lang),
        "para": lambda: mc.paragraph(rng, lang),
        "name": lambda: mc.name(rng, lang),
        "word": lambda: mc.word(rng, lang),
        "money": lambda: mc.money(rng, lang),
        "key": lambda: mc.key(rng),
        "code": lambda: m.code(rng),
        "int": lambda: str(rng.randint(2, 99)),
        "big": lambda: str(rng.randint(100, 9999)),
        "date": lambda: f"{m.date(rng):%d/%m/%Y}",
        "year": lambda: str(rng.randint(1780, 2025)),
        "unit": lambda: rng.choice(("kg", "m", "cm", "mg", "l", "km", "W", "h", "m²", "ml")),
    }


def fill(template: str, known: Mapping[str, Callable[[], str]]) -> str:
    """Replace the fields that are known; a field named twice has one value."""
    values: dict[str, str] = {}

    def replace(match: re.Match[str]) -> str:
        field = match[1]
        draw = known.get(field) or known.get(field.rstrip("0123456789"))
        if draw is None:
            return match[0]
        return values.setdefault(field, draw())

    return _FIELD.sub(replace, template)


@dataclass(frozen=True, slots=True)
class Form:
    """One layout of a kind.

    Attributes:
        row: the unit.
        style: that of the lead, see `material_counters.lead`.
        langs: languages to draw from.
        head: what stands between the lead and the rows.
        closing: what closes the structure.
        honest: most rows before the loop that count as well but have content of their own.
    """

    row: str
    style: str = "plain"
    langs: tuple[str, ...] = mc.LANGS
    head: str = ""
    closing: str = ""
    honest: int = 5


def _draw(forms: tuple[Form, ...], slots: Slots, least: float, filler: bool, rng: Random) -> Loop:
    form = rng.choice(forms)
    lang = rng.choice(form.langs)
    counting = slots(rng, lang)
    labels = {which: partial(mc.label, lang, which) for which in mc.LABELS}
    layout = {which: rng.choice(of) for which, of in LAYOUT.items()}
    fixed = labels | {which: partial(str, value) for which, value in layout.items()}
    fixed["slug"] = partial(str, mc.key(rng))
    content = _content(rng, lang)
    row = fill(form.row, fixed)
    lead = mc.lead(rng, lang, form.style) + fill(form.head, {**fixed, **content})
    named = {field.rstrip("0123456789") for field in _FIELD.findall(row)}
    before = rng.randint(0, form.honest) if named & {"term", "TERM", "sent", "name", "para"} else 0
    # Never the real sentence that the loop may be about to draw.
    other = {**content, "sent": lambda: mc.pseudo(rng, lang)}
    for i in range(before):
        lead += unit(fill(row, other), counting, i)
    return Loop(
        "counter",
        lead,
        _units(fill(row, content), counting, before),
        closing=fill(form.closing, {**fixed, **content}),
        filler=filler,
        least=least,
    )


def unit(row: str, counting: Mapping[str, Slot], i: int) -> str:
    return _FIELD.sub(lambda match: counting[match[1]](i), row)


def _units(row: str, counting: Mapping[str, Slot], start: int) -> Iterator[str]:
    return (unit(row, counting, i) for i in count(start))


def kinds(
    table: str, slots: tuple[Slots, ...]
) -> tuple[tuple[PositiveKind, ...], dict[str, tuple[str, ...]]]:
    """Read a table of kinds; also gives the flags of each by its name.

    A kind begins with `= name ¦ category ¦ slots ¦ least ¦ endings ¦ flags` and goes on with one
    form a line, `style languages honest ¦ row ¦ head ¦ closing`; a line from `+` on continues the
    one above. Line ends, tabs and outer spaces are written ¶, ⇥ and ␣.
    """
    by_name = {function.__name__.strip("_"): function for function in slots}
    found, flags = [], {}
    for block in table.replace("\n+", "").strip().split("\n= "):
        head, *lines = block.strip().split("\n")
        name, category, slot, least, endings, *flag = head.removeprefix("= ").split(" ¦ ")
        flags[name] = tuple(flag)
        draw = partial(
            _draw, tuple(map(_form, lines)), by_name[slot], float(least), "filler" in flag
        )
        ends = tuple(_ENDINGS[ending] for ending in endings.split())
        found.append(PositiveKind(name, f"counter: {category}", draw, ends))
    return tuple(found), flags


_ENDINGS: dict[str, Ending] = {ending: ending for ending in get_args(Ending)}


def _form(line: str) -> Form:
    spec, *parts = line.translate({182: "\n", 8677: "\t", 9251: " "}).split(" ¦ ")
    style, *rest = spec.split()
    honest = [int(part) for part in rest if part.isdigit()] or [5]
    langs = tuple(part for part in rest if not part.isdigit())
    row, head, closing = (*parts, "", "")[:3]
    return Form(row, style, langs or mc.LANGS, head, closing, honest[0])


def num(rng: Random, low: int, high: int, steps: tuple[int, ...] = (1,), pad: int = 0) -> Slot:
    """Numbers from between `low` and `high` by one of the steps."""
    start, by = rng.randint(low, high), rng.choice(steps)
    return lambda i: f"{start + by * i:0{pad}d}"


def shifted(slot: Slot, by: int) -> Slot:
    """The slot's numbers, each plus `by`."""
    return lambda i: str(int(slot(i)) + by)


def later(slot: Slot, by: int = 1) -> Slot:
    """What the slot will say `by` copies later."""
    return lambda i: slot(i + by)


def cents(rng: Random, lang: str, low: int, high: int, steps: tuple[int, ...]) -> Slot:
    """Amounts of money that grow, all of them of a thousand and more."""
    start, by = rng.randint(low, high), rng.choice(steps)
    point = str.maketrans("", "") if lang in ("en", "zh") else str.maketrans(",.", ".,")
    return lambda i: f"{(start + by * i) / 100:,.2f}".translate(point)


def tenths(rng: Random, lang: str, low: int, high: int, steps: tuple[int, ...]) -> Slot:
    """Decimal fractions with one digit after the point."""
    start, by = rng.randint(low, high), rng.choice(steps)
    point = "." if lang in ("en", "zh", "ja", "ko") else ","
    return lambda i: f"{(start + by * i) // 10}{point}{(start + by * i) % 10}"


def clock(rng: Random, steps: tuple[int, ...], form: str = "{h:02}:{m:02}:{s:02}") -> Slot:
    """Times of day whose hours do not wrap."""
    start, by = rng.randrange(3600 * 9), rng.choice(steps)
    if by % 60 == 0 or "{s" not in form:
        start -= start % 300

    def at(i: int) -> str:
        seconds = start + by * i
        return form.format(h=seconds // 3600, m=seconds // 60 % 60, s=seconds % 60)

    return at


def days(
    rng: Random, steps: tuple[int, ...], low: int = 1850, high: int = 2024
) -> Callable[[int], dt.date]:
    """Dates a number of days apart."""
    start = dt.date(rng.randint(low, high), rng.randint(1, 12), rng.randint(1, 28))
    by = rng.choice(steps)
    return lambda i: start + dt.timedelta(days=by * i)


def months(rng: Random, low: int = 1900, high: int = 2024) -> Callable[[int], tuple[int, int]]:
    """Years and months (1 to 12), one after the other."""
    start = rng.randint(low, high) * 12 + rng.randrange(12)
    return lambda i: ((start + i) // 12, (start + i) % 12 + 1)


def written(dates: Callable[[int], dt.date], form: str) -> Slot:
    return lambda i: dates(i).strftime(form)
