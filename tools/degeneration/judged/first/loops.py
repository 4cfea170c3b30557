"""The loops that were blind once: other kinds than the older ones, other material, other leads."""

from degeneration.judged.first import (
    counters,
    drifts,
    endings,
    exact,
    records,
    sequences,
)

KINDS = (
    *exact.KINDS,
    *records.KINDS,
    *counters.KINDS,
    *sequences.KINDS,
    *drifts.KINDS,
    *endings.KINDS,
)

IN_LETTERS = frozenset(
    (
        "number words",
        "ordinal words",
        "circled numbers",
        "chapters in roman",
        "lettered exhibits",
        "seats",
        "hardware addresses",
        "hex dump",
        "chinese numerals",
        "days written out",
    )
)
"""Kinds that count in other characters than ASCII digits, or not only in those."""
