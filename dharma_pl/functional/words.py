"""Texts as words, for comparing an output with its target, its prompt or itself."""

import re
from collections.abc import Container
from typing import NamedTuple

from dharma_pl.functional.similarity import flatten_json

_CJK = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,96}>")


class Span(NamedTuple):
    """A stretch of text: first character, one past the last."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Characters."""
        return self.end - self.start


class Words:
    """The words of a text in lower case, and where they stand.

    A word is a run of letters and digits, or one Chinese, Japanese or Korean character.

    >>> Words("Feijão, 12 kg").words
    ['feijão', '12', 'kg']
    """

    def __init__(self, text: str) -> None:
        matches = list(_WORD.finditer(text))
        self.text = text
        self.words = [match.group().casefold() for match in matches]
        self._spans = [match.span() for match in matches]

    def shingles(self, size: int) -> list[tuple[str, ...]]:
        """All stretches of so many words."""
        return [tuple(self.words[i : i + size]) for i in range(len(self.words) - size + 1)]

    def span(self, first: int, last: int) -> Span:
        """From the first character of one word to the last of another, both included."""
        return Span(self._spans[first][0], self._spans[last][1])

    def longest(self, known: Container[tuple[str, ...]], size: int) -> Span | None:
        """The longest stretch of this text whose shingles are all known; None where there is none.

        >>> text = Words("um saco de feijão preto e café")
        >>> text.longest(set(Words("vende-se um saco de feijão").shingles(3)), 3)
        Span(start=0, end=17)
        """
        best: Span | None = None
        begun: int | None = None
        for index, shingle in enumerate([*self.shingles(size), None]):
            if shingle is not None and shingle in known:
                begun = index if begun is None else begun
            elif begun is not None:
                span = self.span(begun, index + size - 2)
                best = span if best is None or span.length > best.length else best
                begun = None
        return best


def content_length(text: str) -> int:
    """Letters and digits of a text, or of the values of a JSON object, markup tags aside.

    >>> content_length('{"header": "", "text": "<td>12,50</td>"}'), content_length(". . . .")
    (4, 0)
    """
    return sum(map(str.isalnum, _TAG.sub("", flatten_json(text))))
