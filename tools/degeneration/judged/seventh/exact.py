"""All exact loops of the blind split."""

from degeneration.judged.seventh import (
    exact_data,
    exact_marks,
    exact_mind,
    exact_pages,
    exact_rows,
    exact_words,
)

KINDS = (
    *exact_marks.KINDS,
    *exact_words.KINDS,
    *exact_rows.KINDS,
    *exact_data.KINDS,
    *exact_mind.KINDS,
    *exact_pages.KINDS,
)
