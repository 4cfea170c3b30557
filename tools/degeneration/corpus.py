"""The corpus: every kind a number of times, in one of two splits."""

from collections.abc import Iterator
from random import Random
from typing import TypeVar

from degeneration import (
    counters,
    counters_more,
    counters_series,
    drifts,
    endings,
    exact,
    pages_blanks,
    pages_code,
    pages_grids,
    pages_logs,
    pages_office,
    pages_series,
    pages_tables,
    pages_text,
)
from degeneration.build import negative, positive
from degeneration.held_out import loops, pages
from degeneration.judged.first import pages as first_pages
from degeneration.judged.seventh import loops as seventh_loops
from degeneration.judged.sixth import loops as sixth_loops
from degeneration.sample import NegativeKind, PositiveKind, Sample, Split

POSITIVES: dict[Split, tuple[PositiveKind, ...]] = {
    "dev": (
        *(*exact.KINDS, *counters.KINDS, *counters_series.KINDS, *counters_more.KINDS),
        *(*drifts.KINDS, *endings.KINDS, *sixth_loops.KINDS, *seventh_loops.KINDS),
    ),
    "test": loops.KINDS,
}
NEGATIVES: dict[Split, tuple[NegativeKind, ...]] = {
    "dev": (
        *(*pages_tables.KINDS, *pages_text.KINDS, *pages_code.KINDS, *pages_office.KINDS),
        *(*pages_series.KINDS, *pages_grids.KINDS, *pages_blanks.KINDS, *pages_logs.KINDS),
        *first_pages.KINDS,
    ),
    "test": pages.KINDS,
}

_Kind = TypeVar("_Kind", PositiveKind, NegativeKind)


def positives(split: Split | None, per_kind: int, seed: int = 0) -> Iterator[Sample]:
    """Loops of one split, None for both."""
    for kind in _kinds(POSITIVES, split):
        for index in range(per_kind):
            name = f"{seed}/{kind.name}/{index}"
            yield positive(kind, Random(name), name)


def negatives(split: Split | None, per_kind: int, seed: int = 0) -> Iterator[Sample]:
    """Clean pages of one split, None for both."""
    for kind in _kinds(NEGATIVES, split):
        for index in range(per_kind):
            name = f"{seed}/{kind.name}/{index}"
            yield negative(kind, Random(name), name, index)


def _kinds(of: dict[Split, tuple[_Kind, ...]], split: Split | None) -> tuple[_Kind, ...]:
    return of[split] if split else (*of["dev"], *of["test"])
