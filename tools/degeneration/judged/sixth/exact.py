"""Exact loops that were written without a look at the detector."""

from degeneration.judged.sixth import (
    exact_grids,
    exact_markup,
    exact_pages,
    exact_scraps,
    exact_talk,
    exact_words,
)
from degeneration.sample import PositiveKind

KINDS: tuple[PositiveKind, ...] = (
    *exact_scraps.KINDS,
    *exact_words.KINDS,
    *exact_talk.KINDS,
    *exact_grids.KINDS,
    *exact_markup.KINDS,
    *exact_pages.KINDS,
)
