"""All loops of the blind split."""

from degeneration.held_out import broad, exact

KINDS = (*broad.KINDS, *exact.KINDS)

IN_LETTERS: frozenset[str] = frozenset()
"""Kinds that count in other characters than ASCII digits, or not only in those."""
