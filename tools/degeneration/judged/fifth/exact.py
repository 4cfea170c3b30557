"""All exact loops of the blind split."""

from degeneration.judged.fifth import (
    exact_data,
    exact_lines,
    exact_long,
    exact_markup,
    exact_phrases,
    exact_signs,
    exact_tables,
    exact_talk,
)
from degeneration.sample import PositiveKind

KINDS: tuple[PositiveKind, ...] = (
    *exact_signs.KINDS,
    *exact_phrases.KINDS,
    *exact_lines.KINDS,
    *exact_markup.KINDS,
    *exact_tables.KINDS,
    *exact_data.KINDS,
    *exact_talk.KINDS,
    *exact_long.KINDS,
)
