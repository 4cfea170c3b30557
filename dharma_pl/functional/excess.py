"""Repetition beyond what the target repeats too."""

import numpy as np

from dharma_pl.functional.characters import Hashes, Ints
from dharma_pl.functional.lags import grams
from dharma_pl.functional.symbols import ENUMERATOR, symbols

_GRAM = 4


def excess_repetition(text: str, target: str) -> float:
    """ER4: the share of an output's 4-grams that repeat, and not in the target as well.

    With c the counts of 4-grams of symbols (case, digits and white space folded),

        ER4 = sum_g max(0, c_text(g) - max(1, c_target(g))) / sum_g c_text(g)

    A page that rightly repeats scores near 0, however much it does; a loop near 1. It confirms a
    finding where a target is at hand, and is graded, so it ranks outputs too.

    Args:
        text: the output.
        target: what it should have been.

    Returns:
        0..1; 0 for a text of less than four symbols.

    >>> excess_repetition("um quilo de arroz, " * 9, "um quilo de arroz, " * 9)
    0.0
    >>> excess_repetition("um quilo de arroz, " * 9, "um quilo de arroz, ") > 0.8
    True
    """
    kinds, counts = _count(text)
    if not kinds.size:
        return 0.0
    known, rightly = _count(target)
    allowed = np.ones(kinds.size, np.int64)
    if known.size:
        at = np.minimum(np.searchsorted(known, kinds), known.size - 1)
        allowed = np.maximum(1, np.where(known[at] == kinds, rightly[at], 0))
    return float(np.maximum(0, counts - allowed).sum() / counts.sum())


def _count(text: str) -> tuple[Hashes, Ints]:
    """The 4-grams of a text, sorted, and how often each occurs."""
    read = symbols(text, squeeze=False)
    # Letters and names of numbers are words here, each of its own.
    named = read.values.view(np.uint64) * (read.folded == ENUMERATOR)
    hashes = grams(read.folded + named, _GRAM)[_GRAM - 1 :]
    return np.unique(hashes, return_counts=True)
