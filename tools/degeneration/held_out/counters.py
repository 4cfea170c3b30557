"""Yet to be written."""

from degeneration.sample import PositiveKind

KINDS: tuple[PositiveKind, ...] = ()
IN_LETTERS: tuple[str, ...] = ()
