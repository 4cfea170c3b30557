"""The blind counters: series in digits, in letters and in words."""

from degeneration.held_out import counters_lists, counters_tables
from degeneration.sample import PositiveKind

KINDS: tuple[PositiveKind, ...] = (*counters_lists.KINDS, *counters_tables.KINDS)
IN_LETTERS: tuple[str, ...] = ()
WITH_POINT: tuple[str, ...] = ()
"""Kinds that write numbers with separators of thousands or decimals."""
