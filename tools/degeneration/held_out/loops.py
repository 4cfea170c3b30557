"""All loops of the blind split."""

from degeneration.held_out import broad, counters, exact

KINDS = (*exact.KINDS, *counters.KINDS, *broad.KINDS)

IN_LETTERS: frozenset[str] = frozenset(counters.IN_LETTERS)
"""Kinds that count in other characters than ASCII digits, or not only in those."""
