"""Exact loops of the blind split's second round."""

from degeneration.held_out import (
    exact_data,
    exact_marks,
    exact_tables,
    exact_verse,
    exact_words,
)

KINDS = (
    *exact_marks.KINDS,
    *exact_words.KINDS,
    *exact_verse.KINDS,
    *exact_tables.KINDS,
    *exact_data.KINDS,
)
