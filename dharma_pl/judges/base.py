"""What every judge is."""

from abc import ABC, abstractmethod
from collections.abc import Mapping

from dharma_pl.records import Document, Output


class Judge(ABC):
    """Says how good an output is, where failure modes only say that it fails.

    Attributes:
        name: stands in reports and fingerprints.
    """

    name: str

    @abstractmethod
    def score(self, output: Output, document: Document) -> dict[str, float]:
        """Score one output by every criterion.

        Returns:
            Criterion to 0..1; empty where there is nothing to score against.
        """

    @abstractmethod
    def summary(self, scores: Mapping[str, float]) -> float | None:
        """One number, 0..1, out of the criteria; None where `scores` is empty."""
