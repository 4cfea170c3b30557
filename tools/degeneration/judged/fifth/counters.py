"""All counters of the blind split."""

from degeneration.judged.fifth import (
    counters_code,
    counters_data,
    counters_notes,
    counters_registers,
    counters_scripts,
    counters_tables,
    counters_talk,
    counters_time,
    counters_words,
)
from degeneration.sample import PositiveKind

_PARTS = (
    counters_registers,
    counters_tables,
    counters_data,
    counters_code,
    counters_time,
    counters_words,
    counters_scripts,
    counters_notes,
    counters_talk,
)
KINDS: tuple[PositiveKind, ...] = tuple(kind for part in _PARTS for kind in part.KINDS)
IN_LETTERS: tuple[str, ...] = tuple(name for part in _PARTS for name in part.IN_LETTERS)
"""Kinds that count in other characters than ASCII digits, or not only in those."""

WITH_POINT: tuple[str, ...] = tuple(name for part in _PARTS for name in part.WITH_POINT)
"""Kinds that write numbers with separators of thousands or decimals."""
