"""What the blind counters are put together with: templates, series and the clean text before them.

A template has slots such as `«n»` or `«n:04d»`, what follows the colon being a format. A slot of a
series gets the k-th value in the k-th unit; those with names in `settle` get one value for good.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from random import Random

from degeneration import material as m
from degeneration.judged.fifth import material_counters as mc
from degeneration.sample import Loop

_SLOT = re.compile(r"«(\w+)(?::([^»]*))?»")
Series = Callable[[int], object]
STEPS = (*(1,) * 9, 2, 2, 3, 5, 10)
ONE = (1,)


@dataclass(frozen=True, slots=True)
class Ramp:
    """Whole numbers by a fixed step."""

    start: int
    step: int

    def __call__(self, k: int) -> int:
        return self.start + self.step * k

    def plus(self, more: int) -> "Ramp":
        """The numbers that stand `more` above these."""
        return Ramp(self.start + more, self.step)

    def times(self, factor: int) -> "Ramp":
        return Ramp(self.start * factor, self.step * factor)


@dataclass(frozen=True, slots=True)
class Amount:
    """Decimal numbers by a fixed step; `ramp` counts in the last place."""

    ramp: Ramp
    places: int = 2
    style: str = "en"

    def __call__(self, k: int) -> str:
        units, rest = divmod(abs(self.ramp(k)), 10**self.places)
        sign = "-" if self.ramp(k) < 0 else ""
        grouped = f"{units}" if self.style in ("bare", "comma") else f"{units:,}"
        text = sign + grouped + (f".{rest:0{self.places}d}" if self.places else "")
        if self.style in ("de", "comma"):
            text = text.translate(str.maketrans(",.", ".,"))
        return text


def ramp(rng: Random, low: int, high: int, steps: tuple[int, ...] = STEPS) -> Ramp:
    """A start and a step; small starts are more common."""
    return Ramp(spread(rng, max(low, 1), high) if low else 0, rng.choice(steps))


def spread(rng: Random, low: float, high: float) -> int:
    return round(math.exp(rng.uniform(math.log(low), math.log(high))))


def fill(template: str, values: Mapping[str, object]) -> str:
    """The template with those of its slots filled that `values` has."""

    def one(match: re.Match[str]) -> str:
        name, spec = match.groups()
        return format(values[name], spec or "") if name in values else match.group()

    return _SLOT.sub(one, template)


def padded(rng: Random, template: str, share: float = 0.3) -> str:
    """The template, now and then with zeros before all its numbers `«n»`."""
    if rng.random() >= share:
        return template
    return template.replace("«n»", f"«n:0{rng.choice((3, 4, 4, 5))}d»")


def settle(rng: Random, template: str, lang: str) -> str:
    """Fill the slots whose values stay the same all through a loop."""
    values: dict[str, object] = {
        "who": mc.person(rng, lang),
        "place": mc.place(rng, lang),
        "thing": mc.heading(rng, lang).lower(),
        "title": mc.heading(rng, lang),
        "word": mc.content_word(rng, lang),
        "line": mc.sentence(rng, lang).strip(),
        "para": mc.prose(rng, lang, rng.randint(160, 600)).replace("\n\n", " ").replace("\n", " "),
        "small": rng.randint(2, 48),
        "big": rng.randint(100, 9800),
        "price": f"{rng.randint(1, 90)}.{rng.choice((0, 20, 50, 95)):02d}",
        "year": rng.randint(1650, 2023),
        "code": m.code(rng, rng.choice((1, 2, 3)), rng.choice((3, 4))),
        "letter": rng.choice("ABCDEFGHK"),
        "id": identifier(rng),
    }
    return fill(template, values)


def identifier(rng: Random) -> str:
    stems = "node item cell layer field slot entry widget channel sensor record buffer task frame"
    heads = "tmp base main raw user doc img grid net page data old"
    return f"{rng.choice(heads.split())}_{rng.choice(stems.split())}"


def loop(
    lead: str,
    template: str,
    closing: str = "\n\n",
    least: float = 4.0,
    filler: bool = False,
    ambiguous: bool = False,
    **series: Series,
) -> Loop:
    """A counter whose k-th unit is the template with the k-th value of each series.

    It is ambiguous where several units may be read as one: a letter goes round, or waits do.
    """

    def unit(k: int) -> str:
        return fill(template, {name: run(k) for name, run in series.items()})

    if _SLOT.search(unit(0)):
        raise ValueError(f"no value for a slot of {template!r}")
    return Loop("counter", lead, map(unit, count()), closing, filler, least, ambiguous)


def either(*draws: Callable[[Random], Loop]) -> Callable[[Random], Loop]:
    """One kind of several that are alike, each with equal chance."""
    return lambda rng: rng.choice(draws)(rng)


def pick(rng: Random, templates: Mapping[str, tuple[str, ...] | list[str]]) -> tuple[str, str]:
    """A language, and a template of it with its constant slots filled."""
    lang = rng.choice(sorted(templates))
    return lang, settle(rng, rng.choice(templates[lang]), lang)


_ROWS = ("{}. {}, {}\n", "{} | {} | {} | {}\n", "{}   {}   {}\n", "No. {}: {} ({}).\n", "{}) {}\n")
_HEADINGS = ("# {}\n\n", "## {}\n\n", "{}\n\n", "**{}**\n\n", "{}\n", "<h2>{}</h2>\n", "", "")


def lead(
    rng: Random, lang: str, opening: str = "", end: str = "\n\n", low: int = 110, high: int = 2400
) -> str:
    """A heading, clean prose, and what opens the structure that the loop is in.

    Honest rows come before some loops: they are numbered as well, and each says something else.
    """
    text = rng.choice(_HEADINGS).format(mc.heading(rng, lang))
    text += mc.prose(rng, lang, spread(rng, low, high)) + end
    if not opening and rng.random() < 0.4:
        text += table_rows(rng, lang, rng.choice(_ROWS), rng.randint(3, 14))
        text += rng.choice(("", "", "\n"))
    return text + opening


def plain_lead(rng: Random, lang: str, end: str = "\n\n") -> str:
    """Prose without a mark-up heading, as in speech or in an e-mail."""
    return mc.prose(rng, lang, spread(rng, 110, 2400)) + end


def chat_lead(rng: Random, lang: str) -> str:
    """A request and how the answer starts."""
    form = rng.choice(
        (
            "User: {}\n\nAssistant: {}\n\n",
            "<|user|>\n{}\n<|assistant|>\n{}\n\n",
            "### Instruction:\n{}\n\n### Response:\n{}\n\n",
            "{}\n\n---\n\n{}\n\n",
            "Human: {}\n\nAI: {}\n\n",
        )
    )
    ask = mc.prose(rng, lang, spread(rng, 60, 400))
    return form.format(ask, mc.prose(rng, lang, spread(rng, 80, 1600)))


def json_lead(rng: Random, lang: str, opening: str) -> str:
    """The start of an extraction as JSON, on one line or on several."""
    gap = rng.choice(("\n  ", " ", ""))
    text = mc.prose(rng, lang, spread(rng, 60, 1500)).replace("\n", "\\n")
    fields = [
        f'"title": "{mc.heading(rng, lang)}"',
        f'"language": "{lang}"',
        f'"author": "{mc.person(rng, lang)}"',
        f'"place": "{mc.place(rng, lang)}"',
        f'"number": {rng.randint(2, 99999)}',
        f'"text": "{text}"',
    ]
    kept = [one for one in fields[:-1] if rng.random() < 0.7]
    fence = rng.choice(("", "", "```json\n"))
    return fence + "{" + gap + f",{gap or ' '}".join([*kept, fields[-1]]) + f",{gap}" + opening


def code_lead(rng: Random, mark: str = "#", opening: str = "") -> str:
    """Comments and assignments that all differ, in a language with the comment mark given."""
    lines = [f"{mark} {mc.heading(rng, 'en')}"]
    for _ in range(rng.randint(3, 16)):
        value = rng.choice((str(rng.randint(0, 9999)), f'"{mc.content_word(rng, "en")}"', "[]"))
        end = ";" if mark == "//" else ""
        name = f"{identifier(rng)}_{mc.content_word(rng, 'en').lower()}"
        lines.append(f"{name} = {value}{end}")
        if rng.random() < 0.3:
            lines.append(f"{mark} {mc.sentence(rng, 'en').strip()}")
    lines.append(f"{mark} {mc.sentence(rng, 'en')}{mc.sentence(rng, 'en').strip()}")
    return "\n".join(lines) + "\n\n" + opening


def table_rows(rng: Random, lang: str, shape: str, rows: int) -> str:
    """Honest rows: `shape` has slots `{}` that get words and numbers by turns."""
    out = ""
    for row in range(rows):
        cells = [
            str(row + 1) if not slot else _cell(rng, lang, slot)
            for slot in range(shape.count("{}"))
        ]
        out += shape.format(*cells)
    return out


def _cell(rng: Random, lang: str, slot: int) -> str:
    if slot % 2:
        return mc.heading(rng, lang)
    return rng.choice((str(rng.randint(2, 9000)), f"{rng.random() * 90:.2f}"))
