"""Counter loops of the blind split, and in what they count."""

from degeneration.held_out import (
    counters_amounts,
    counters_code,
    counters_dates,
    counters_letters,
    counters_lists,
    counters_records,
    counters_speech,
    counters_tables,
)

KINDS = (
    *counters_lists.KINDS,
    *counters_records.KINDS,
    *counters_tables.KINDS,
    *counters_code.KINDS,
    *counters_dates.KINDS,
    *counters_amounts.KINDS,
    *counters_letters.KINDS,
    *counters_speech.KINDS,
)

IN_LETTERS: frozenset[str] = (
    counters_letters.IN_LETTERS | counters_dates.IN_LETTERS | counters_speech.IN_LETTERS
)
"""Kinds that count in other characters than ASCII digits, or not only in those."""

WITH_POINT: frozenset[str] = counters_amounts.WITH_POINT
"""Kinds that write numbers with separators of thousands or decimals."""
