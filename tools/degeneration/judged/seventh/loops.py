"""All of them."""

from degeneration.judged.seventh import counters, exact

KINDS = (*exact.KINDS, *counters.KINDS)
IN_LETTERS = frozenset(counters.IN_LETTERS)
"""Kinds that count in other characters than ASCII digits, or not only in those."""
