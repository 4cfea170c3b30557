"""The loops of the blind split: written after the detector, by somebody who had not read it.

None of these kinds was shown to the detector before it was published; only their labels are tested.
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
