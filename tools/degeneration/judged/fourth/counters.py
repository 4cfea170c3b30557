"""The blind counters, gathered from the tables that they are written in."""

from degeneration.judged.fourth import (
    counters_letters,
    counters_lists,
    counters_running,
    counters_tables,
)
from degeneration.sample import PositiveKind

KINDS: tuple[PositiveKind, ...] = (
    *counters_lists.KINDS,
    *counters_tables.KINDS,
    *counters_running.KINDS,
    *counters_letters.KINDS,
)
IN_LETTERS: tuple[str, ...] = tuple(kind.name for kind in counters_letters.KINDS)
WITH_POINT: tuple[str, ...] = counters_tables.WITH_POINT
"""Kinds with amounts: a number there may have points and commas within."""
