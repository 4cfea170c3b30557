"""The blind counters: series in digits, in letters and in words."""

from degeneration.judged.third import (
    counters_lists,
    counters_records,
    counters_tables,
    counters_text,
    counters_words,
)
from degeneration.sample import PositiveKind

_PARTS = (counters_lists, counters_tables, counters_records, counters_text, counters_words)
KINDS: tuple[PositiveKind, ...] = tuple(kind for part in _PARTS for kind in part.KINDS)
_FLAGS = {name: flags for part in _PARTS for name, flags in part.FLAGS.items()}
IN_LETTERS: tuple[str, ...] = tuple(name for name, of in _FLAGS.items() if "letters" in of)
"""Kinds that count in other characters than ASCII digits or not only in those."""
WITH_POINT: tuple[str, ...] = tuple(name for name, of in _FLAGS.items() if "point" in of)
"""Kinds that write numbers with separators of thousands or decimals."""
