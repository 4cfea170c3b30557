"""All clean pages of the blind split."""

from degeneration.sample import NegativeKind

KINDS: tuple[NegativeKind, ...] = ()
