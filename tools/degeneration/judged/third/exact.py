"""Exact loops that nobody tuned on: 35 kinds, from one character to half a page."""

from degeneration.judged.third import (
    exact_code,
    exact_glyphs,
    exact_tables,
    exact_talk,
    exact_words,
)
from degeneration.sample import PositiveKind

KINDS: tuple[PositiveKind, ...] = (
    *exact_glyphs.KINDS,
    *exact_words.KINDS,
    *exact_tables.KINDS,
    *exact_code.KINDS,
    *exact_talk.KINDS,
)
