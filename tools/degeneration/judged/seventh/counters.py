"""Counters of the blind split, of all themes."""

from degeneration.judged.seventh import (
    counters_chat,
    counters_code,
    counters_dates,
    counters_markup,
    counters_pages,
    counters_scripts,
    counters_speech,
)

_THEMES = (
    counters_pages,
    counters_markup,
    counters_code,
    counters_speech,
    counters_chat,
    counters_dates,
    counters_scripts,
)
KINDS = tuple(kind for theme in _THEMES for kind in theme.KINDS)

IN_LETTERS = tuple(name for theme in _THEMES for name in theme.IN_LETTERS)
"""Kinds that count in other characters than ASCII digits, or not only in those."""

WITH_POINT = tuple(name for theme in _THEMES for name in theme.WITH_POINT)
"""Kinds that write numbers with separators of thousands or decimals."""
