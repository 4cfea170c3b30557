"""All counters of the blind split."""

from degeneration.judged.second import (
    counters_letters,
    counters_lists,
    counters_records,
    counters_stamps,
)
from degeneration.sample import PositiveKind

KINDS: tuple[PositiveKind, ...] = (
    *counters_lists.KINDS,
    *counters_records.KINDS,
    *counters_stamps.KINDS,
    *counters_letters.KINDS,
)
IN_LETTERS: tuple[str, ...] = tuple(kind.name for kind in counters_letters.KINDS)
WITH_POINT: tuple[str, ...] = counters_stamps.WITH_POINT
"""Kinds whose numbers have decimals or thousands apart."""
