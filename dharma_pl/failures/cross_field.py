"""The model wrote one text into two fields."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from dharma_pl.failures.base import FailureMode, excerpt, locate
from dharma_pl.functional.similarity import parse_json
from dharma_pl.functional.words import Span, Words
from dharma_pl.records import Document, Finding, Output


class CrossField(FailureMode):
    """Two fields of the JSON share a long stretch of words, as header and body often do wrongly.

    A page may well name its house in the header and again in the text, so that without a target
    only long stretches count. Where there is a target, shorter ones do, beyond the longest that
    the same two fields share in it. The evidence is `fields`, `shared` (the beginning of the
    stretch) and `length`, in characters. Source: a weakness the DharmaOCR authors state.

    Args:
        fields: of the JSON object; those that hold no string are passed over.
        min_words: of a stretch, without a target.
        min_length: characters of it, without a target.
        target_words: of a stretch, where there is a target.
        target_length: characters beyond the target's, where there is one.
    """

    name = "cross_field"

    def __init__(
        self,
        fields: Sequence[str] = ("header", "margin", "footer", "text"),
        min_words: int = 8,
        min_length: int = 60,
        target_words: int = 4,
        target_length: int = 30,
    ) -> None:
        self.fields = list(fields)
        self.min_words, self.min_length = min_words, min_length
        self.target_words, self.target_length = target_words, target_length

    def find(self, output: Output, document: Document) -> list[Finding]:
        """One finding for each two fields that share text, at its place in the later one."""
        values = self._values(output.text)
        if len(values) < 2:
            return []
        known = document.target is not None
        expected = self._values(document.target or "")
        size = self.target_words if known else self.min_words
        least = self.target_length if known else self.min_length
        findings = []
        for first, second in combinations(values, 2):
            shared = _shared(values[first], values[second], size)
            allowed = _shared(expected.get(first), expected.get(second), size)
            excess = (shared.length if shared else 0) - (allowed.length if allowed else 0)
            if shared is None or excess < least:
                continue
            text = values[second].text[shared.start : shared.end]
            start, end = locate(output.text, text, last=True)
            evidence = {"fields": [first, second], "shared": excerpt(text), "length": len(text)}
            reason = f"{first} and {second} share {len(text)} characters: {excerpt(text)!r}"
            score = 1 - 0.5 * least / max(excess, 1)
            findings.append(Finding(self.name, score, start, end, reason, evidence))
        return findings

    def _values(self, text: str) -> Mapping[str, Words]:
        try:
            value: Any = parse_json(text)
        except ValueError:
            return {}
        if not isinstance(value, dict):
            return {}
        found = {name: value.get(name) for name in value if name in self.fields}
        return {name: Words(one) for name, one in found.items() if isinstance(one, str)}


def _shared(first: Words | None, second: Words | None, size: int) -> Span | None:
    if first is None or second is None:
        return None
    return second.longest(set(first.shingles(size)), size)
