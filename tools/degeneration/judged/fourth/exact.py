"""The exact loops of the blind split, from one character to half a page."""

from degeneration.judged.fourth import exact_marks, exact_prose, exact_records, exact_talk
from degeneration.sample import PositiveKind

KINDS: tuple[PositiveKind, ...] = (
    *exact_marks.KINDS,
    *exact_prose.KINDS,
    *exact_records.KINDS,
    *exact_talk.KINDS,
)
