"""What a labelled text is, and the kinds of texts that the corpus is made of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Literal

FinishReason = Literal["eos", "length", "abort"]
Label = Literal["exact", "counter", "drift", "low_novelty"]
Split = Literal["dev", "test"]


@dataclass(frozen=True, slots=True)
class Truth:
    """The loop of a positive.

    Attributes:
        label: the narrowest label that holds.
        start: first character of the first copy; for an exact loop that of the maximal run.
        end: one past the loop's last character; what follows is stray, a forced close or recovery.
        period: characters of one primitive unit, None where the units differ in length.
        unit_chars: characters of the longest unit: the tolerance of `start`.
        symbols: repeated symbols, that is those of the loop after its first copy.
    """

    label: Label
    start: int
    end: int
    period: int | None
    unit_chars: int
    symbols: int


@dataclass(frozen=True, slots=True)
class Sample:
    """One output as a scanner would get it; a negative has no truth."""

    id: str
    kind: str
    category: str
    text: str
    finish_reason: FinishReason | None
    truth: Truth | None = None
    target: str | None = None


@dataclass(slots=True)
class Loop:
    """What a positive kind draws: clean text, then units without end.

    Attributes:
        label: the narrowest label that holds.
        lead: the clean text before the first unit.
        units: the copies, without end.
        closing: what closes the structure the loop is in, such as `"}]}`.
        filler: whether the unit carries no content (blanks, zeros, dots, empty cells). Pages have
            short runs of those, so that only long ones are loops beyond doubt.
        least: copies that make it a loop whatever their symbols.
        ambiguous: whether the period may be read in two ways, as where a counter wraps.
    """

    label: Label
    lead: str
    units: Iterator[str]
    closing: str = ""
    filler: bool = False
    least: float = 3.0
    ambiguous: bool = False


Ending = Literal["tail", "stray", "closed", "recovered"]
"""The loop runs to the end; a stray scrap follows; its structure is closed; clean text follows."""


@dataclass(frozen=True, slots=True)
class PositiveKind:
    """A kind of loop; `endings` are drawn from with equal chance."""

    name: str
    category: str
    draw: Callable[[Random], Loop]
    endings: tuple[Ending, ...] = ("tail",)


@dataclass(frozen=True, slots=True)
class NegativeKind:
    """A kind of clean page.

    Attributes:
        name: unique.
        category: what its false alarms are counted under.
        draw: the whole page.
        arithmetic: whether rows of the page count by their nature and differ in nothing else
            (calendars, tables of multiples, blanks to fill in), in runs of at most 25 rows. No
            other page has more than a few such rows by chance.
    """

    name: str
    category: str
    draw: Callable[[Random], str]
    arithmetic: bool = field(default=False)
