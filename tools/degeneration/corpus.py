"""The corpus: every kind a number of times, its kinds divided into `dev` and `test`."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from random import Random
from typing import TypeVar

from degeneration import (
    counters,
    drifts,
    endings,
    exact,
    pages_code,
    pages_office,
    pages_tables,
    pages_text,
)
from degeneration.build import negative, positive
from degeneration.sample import NegativeKind, PositiveKind, Sample, Split

POSITIVES: tuple[PositiveKind, ...] = (
    *exact.KINDS,
    *counters.KINDS,
    *drifts.KINDS,
    *endings.KINDS,
)
NEGATIVES: tuple[NegativeKind, ...] = (
    *pages_tables.KINDS,
    *pages_text.KINDS,
    *pages_code.KINDS,
    *pages_office.KINDS,
)

_Kind = TypeVar("_Kind", PositiveKind, NegativeKind)


def halves(kinds: Iterable[_Kind], split: Split | None) -> list[_Kind]:
    """Kinds of one half, None for both: those of each category by turns, in a drawn order.

    A kind is never in both halves, so a detector fitted to the shapes of `dev` gains nothing.
    """
    ordered = sorted(kinds, key=lambda kind: kind.category)
    chosen: list[_Kind] = []
    first = 0
    for category, group in groupby(ordered, key=lambda kind: kind.category):
        members = sorted(group, key=lambda kind: kind.name)
        Random(f"halves of {category}").shuffle(members)
        for place, kind in enumerate(members, first):
            if split is None or split == ("dev", "test")[place % 2]:
                chosen.append(kind)
        first += len(members)  # an odd category gives its surplus to each half in turn
    return chosen


def positives(split: Split | None, per_kind: int, seed: int = 0) -> Iterator[Sample]:
    for kind in halves(POSITIVES, split):
        for index in range(per_kind):
            name = f"{seed}/{kind.name}/{index}"
            yield positive(kind, Random(name), name)


def negatives(split: Split | None, per_kind: int, seed: int = 0) -> Iterator[Sample]:
    for kind in halves(NEGATIVES, split):
        for index in range(per_kind):
            name = f"{seed}/{kind.name}/{index}"
            yield negative(kind, Random(name), name, index)
