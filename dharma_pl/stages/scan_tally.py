"""What a scan counts: sums that add up over chunks, and the few rows worth showing."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from dharma_pl.functional.repetition import FinishReason, Repetition

KEEP_WORST = 100
"""Worst outputs kept, of which the first few are shown."""

KEEP_FIRST = 3
"""Offenders named of each kind of problem."""

MAX_GROUPS = 10_000
OTHER_GROUPS = "(further groups)"
"""Rows of further groups are counted together, so that a column of ids cannot fill the memory."""

_Z95 = 1.959963984540054


@dataclass
class Tally:
    """Counts over outputs; whole numbers, so that the order of adding does not matter.

    Attributes:
        rows: outputs scanned.
        exact: found with label `exact`.
        strict: found with label `exact` or `counter`, or aborted as a loop.
        broad: found with any label, or aborted as a loop.
        known: outputs whose finish reason is known: what the next three are shares of.
        dharma: degenerate by the published DharmaOCR rule.
        limit: cut by the token limit.
        limit_clean: of these, not strict: they need more tokens rather than training.
        characters: length of all outputs.
        wasted: characters after the first copy of a loop.
        squares: sums of characters², wasted² and characters x wasted over outputs.
    """

    rows: int = 0
    exact: int = 0
    strict: int = 0
    broad: int = 0
    known: int = 0
    dharma: int = 0
    limit: int = 0
    limit_clean: int = 0
    characters: int = 0
    wasted: int = 0
    squares: list[int] = field(default_factory=lambda: [0, 0, 0])

    def count(
        self,
        length: int,
        finish_reason: FinishReason | None,
        found: Repetition | None,
        dharma: bool,
    ) -> None:
        """Count one output of so many characters."""
        aborted = finish_reason == "abort"
        strict = aborted or (found is not None and found.strict)
        wasted = found.end - found.start - found.period if found is not None else 0
        self.rows += 1
        self.exact += found is not None and found.label == "exact"
        self.strict += strict
        self.broad += aborted or found is not None
        self.known += finish_reason is not None
        self.dharma += dharma
        self.limit += finish_reason == "length"
        self.limit_clean += finish_reason == "length" and not strict
        self.characters += length
        self.wasted += wasted
        for index, square in enumerate((length * length, wasted * wasted, length * wasted)):
            self.squares[index] += square

    def add(self, other: "Tally") -> None:
        """Add another tally to this one."""
        for each in fields(self):
            if each.name != "squares":
                total = getattr(self, each.name) + getattr(other, each.name)
                setattr(self, each.name, total)
        self.squares = [a + b for a, b in zip(self.squares, other.squares, strict=True)]

    def wasted_interval(self) -> tuple[float, float, float]:
        """Share of all characters that is wasted, with its 95 % interval.

        Characters of one output are not independent, so that Wilson's interval would be far too
        narrow: this is the linearized interval of a ratio of sums over outputs (Cochran, 1977,
        chapter 6), clipped to 0..1; 0..1 for fewer than two outputs.
        """
        if not self.characters:
            return 0.0, 0.0, 1.0
        share = self.wasted / self.characters
        if self.rows < 2:
            return share, 0.0, 1.0
        length, wasted, both = self.squares
        residual = max(0.0, wasted - 2 * share * both + share * share * length)
        error = _Z95 * math.sqrt(residual * self.rows / (self.rows - 1)) / self.characters
        return share, max(0.0, share - error), min(1.0, share + error)


@dataclass(frozen=True, slots=True)
class Worst:
    """One looping output, as it is shown.

    Attributes:
        row: its number over all files, from 0.
        id: as in the file.
        where: file and line.
        label: of the loop.
        score: of the loop.
        start: first character of the first copy.
        end: one past the last character of the loop.
        period: characters of a copy.
        repeats: how many there are.
        unit: beginning of the first copy.
        wasted_share: share of the output after the first copy.
    """

    row: int
    id: Any
    where: str
    label: str
    score: float
    start: int
    end: int
    period: int
    repeats: float
    unit: str
    wasted_share: float

    @property
    def rank(self) -> tuple[bool, float, float, int]:
        """Worst first."""
        strict = self.label in ("exact", "counter")
        return not strict, -self.wasted_share, -self.score, self.row


class Offenders:
    """Counts of problems by kind, with the first few of each named."""

    def __init__(
        self, counts: Mapping[str, int] | None = None, first: Mapping[str, Any] | None = None
    ) -> None:
        self.counts = dict(counts or {})
        self.first: dict[str, list[str]] = {kind: [*names] for kind, names in (first or {}).items()}

    def add(self, kind: str, where: str) -> None:
        """Count one more."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        named = self.first.setdefault(kind, [])
        if len(named) < KEEP_FIRST:
            named.append(where)

    def merge(self, later: "Offenders") -> None:
        """Add those of later rows."""
        for kind, count in later.counts.items():
            self.counts[kind] = self.counts.get(kind, 0) + count
            named = self.first.setdefault(kind, [])
            named.extend(later.first[kind][: KEEP_FIRST - len(named)])


@dataclass
class Summary:
    """Everything a scan knows of the rows it has read.

    Attributes:
        rows: rows read, those that could not be scanned included.
        all: counts over the scanned ones.
        groups: the same by group, in the order they were met.
        worst: looping outputs, the worst first.
        errors: rows that could not be scanned.
        notes: what is odd about rows that were scanned.
    """

    rows: int = 0
    all: Tally = field(default_factory=Tally)
    groups: dict[str, Tally] = field(default_factory=dict)
    worst: list[Worst] = field(default_factory=list)
    errors: Offenders = field(default_factory=Offenders)
    notes: Offenders = field(default_factory=Offenders)

    def group(self, name: str) -> Tally:
        """The tally of a group."""
        if name not in self.groups and len(self.groups) >= MAX_GROUPS:
            name = OTHER_GROUPS
        return self.groups.setdefault(name, Tally())

    def merge(self, later: "Summary") -> None:
        """Add what was found in later rows."""
        self.rows += later.rows
        self.all.add(later.all)
        for name, tally in later.groups.items():
            self.group(name).add(tally)
        self.worst = worst_of([*self.worst, *later.worst])
        self.errors.merge(later.errors)
        self.notes.merge(later.notes)

    def to_json(self) -> dict[str, Any]:
        """As JSON holds it."""
        return {
            "rows": self.rows,
            "all": asdict(self.all),
            "groups": {name: asdict(tally) for name, tally in self.groups.items()},
            "worst": [asdict(each) for each in self.worst],
            "errors": vars(self.errors),
            "notes": vars(self.notes),
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "Summary":
        """Read what `to_json` gave."""
        return cls(
            rows=value["rows"],
            all=Tally(**value["all"]),
            groups={name: Tally(**tally) for name, tally in value["groups"].items()},
            worst=[Worst(**each) for each in value["worst"]],
            errors=Offenders(**value["errors"]),
            notes=Offenders(**value["notes"]),
        )


def worst_of(found: Iterable[Worst]) -> list[Worst]:
    """The worst of them, ranked."""
    return sorted(found, key=lambda each: each.rank)[:KEEP_WORST]
