"""All exact loops of the blind split."""

from degeneration.judged.second import exact_blanks, exact_markup, exact_prose, exact_words
from degeneration.sample import PositiveKind

KINDS: tuple[PositiveKind, ...] = (
    *exact_words.KINDS,
    *exact_prose.KINDS,
    *exact_markup.KINDS,
    *exact_blanks.KINDS,
)
