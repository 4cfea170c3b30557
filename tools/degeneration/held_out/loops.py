"""The loops of the blind split: other kinds than the older ones, other material, other leads.

Written after the detector by somebody who had not read it, and who did not run it on them.
"""

from degeneration.held_out import (
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
