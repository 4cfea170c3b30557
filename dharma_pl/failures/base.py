"""What every failure mode is."""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable

from dharma_pl.records import Document, Finding, Output

EXCERPT = 80


class FailureMode(ABC):
    """One way in which an output can fail. Subclass it and name the class in the configuration.

    Attributes:
        name: stands in findings, reports and the `mode` of pairs; unique among the modes in use.
    """

    name: str

    @abstractmethod
    def find(self, output: Output, document: Document) -> list[Finding]:
        """Find this failure in one output.

        Args:
            output: any text the model wrote: do not trust it to be well-formed.
            document: what it was generated for; `target` is None where unknown.

        Returns:
            No finding for a clean output.
        """


def find_all(
    output: Output, document: Document, modes: Iterable[FailureMode]
) -> tuple[Finding, ...]:
    """Everything the modes find in one output, in the order of the modes."""
    return tuple(finding for mode in modes for finding in mode.find(output, document))


def excerpt(text: str, limit: int = EXCERPT) -> str:
    r"""The first characters of a text, fit for Parquet and logs: lone surrogates are escaped.

    >>> excerpt("feijão\ud800", 7)
    'feijão\\ud800'
    """
    return text[:limit].encode(errors="backslashreplace").decode()


def locate(text: str, piece: str, *, last: bool = False) -> tuple[int, int]:
    r"""Where a piece of a JSON value stands in the JSON: start and end in characters.

    Args:
        text: the JSON, or any other text.
        piece: as it reads, without escapes.
        last: the last place rather than the first.

    Returns:
        The whole text where the piece is written in a way that cannot be foreseen.

    >>> locate(r'{"text": "um \"saco\" de"}', '"saco"')
    (13, 21)
    """
    for ascii_only in (False, True):
        written = json.dumps(piece, ensure_ascii=ascii_only)[1:-1]
        for form in (written, piece):
            start = text.rfind(form) if last else text.find(form)
            if form and start >= 0:
                return start, start + len(form)
    return 0, len(text)
