"""Repetition beyond what the target has."""

import re
from collections import Counter

_WORD = re.compile(r"\d+|\w|\S")


def excess_repetition(text: str, target: str) -> float:
    """Share of the text's 4-grams, digits folded, that exceed their count in the target, 0..1.

    >>> excess_repetition("a b c d e", "a b c d e"), excess_repetition("a b " * 50, "a b") > 0.9
    (0.0, True)
    """
    counts, allowed = _grams(text), _grams(target)
    excess = sum(max(0, count - max(1, allowed[gram])) for gram, count in counts.items())
    return excess / max(1, counts.total())


def _grams(text: str) -> Counter[tuple[str, ...]]:
    symbols = ["#" if symbol.isdigit() else symbol for symbol in _WORD.findall(text)]
    return Counter(zip(*(symbols[i:] for i in range(4)), strict=False))
