"""All counting loops of the blind split."""

from degeneration.judged.sixth import (
    counters_code,
    counters_lists,
    counters_rows,
    counters_scripts,
    counters_speech,
    counters_times,
)
from degeneration.sample import PositiveKind

KINDS: tuple[PositiveKind, ...] = (
    *counters_rows.KINDS,
    *counters_lists.KINDS,
    *counters_times.KINDS,
    *counters_code.KINDS,
    *counters_speech.KINDS,
    *counters_scripts.KINDS,
)

IN_LETTERS: tuple[str, ...] = (
    *counters_times.IN_LETTERS,
    *counters_code.IN_LETTERS,
    *counters_speech.IN_LETTERS,
    *counters_scripts.IN_LETTERS,
)
"""Kinds that count in other characters than ASCII digits, or not only in those."""

WITH_POINT: tuple[str, ...] = (*counters_rows.WITH_POINT, *counters_speech.WITH_POINT)
"""Kinds that write numbers with separators of thousands or decimals."""
