"""The loops of the blind split: other kinds than the older ones, other material, other leads.

Written after the detector by somebody who had not read it, and who did not run it on them.
"""

from degeneration import (
    unseen_counters,
    unseen_drifts,
    unseen_endings,
    unseen_exact,
    unseen_records,
    unseen_sequences,
)

KINDS = (
    *unseen_exact.KINDS,
    *unseen_records.KINDS,
    *unseen_counters.KINDS,
    *unseen_sequences.KINDS,
    *unseen_drifts.KINDS,
    *unseen_endings.KINDS,
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
