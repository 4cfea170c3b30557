"""Exact loops that were written without a look at the detector."""

from degeneration.held_out import exact_grids, exact_scraps, exact_talk, exact_words
from degeneration.sample import PositiveKind

KINDS: tuple[PositiveKind, ...] = (
    *exact_scraps.KINDS,
    *exact_words.KINDS,
    *exact_talk.KINDS,
    *exact_grids.KINDS,
)
