"""STUB until the detector is merged: excess repetition over a target."""

import re
from collections import Counter

_WORD = re.compile(r"\w+|[^\w\s]")


def excess_repetition(text: str, target: str) -> float:
    """Share of 4-grams that the text has more often than the target, once being free."""
    mine, given = _grams(text), _grams(target)
    total = sum(mine.values())
    excess = sum(max(0, n - max(1, given[gram])) for gram, n in mine.items())
    return excess / total if total else 0.0


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = [re.sub(r"\d+", "#", word) for word in _WORD.findall(text)]
    return Counter(tuple(words[i : i + 4]) for i in range(len(words) - 3))
