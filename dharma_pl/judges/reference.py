"""Scores against a known target."""

from collections.abc import Mapping

from dharma_pl.functional.similarity import bleu, edit_similarity, flatten_json
from dharma_pl.judges.base import Judge
from dharma_pl.records import Document, Output


class ReferenceJudge(Judge):
    """Closeness to the document's target: `edit_similarity` and `bleu`, summed up by their mean.

    That mean is the DharmaOCR score (arXiv 2604.14314, equation 1). JSON objects are flattened to
    their values on both sides first. Documents without a target are not scored.
    """

    name = "reference"

    def score(self, output: Output, document: Document) -> dict[str, float]:
        """Edit similarity and BLEU of the flattened texts, 0..1 each; empty without a target."""
        if document.target is None:
            return {}
        prediction, target = flatten_json(output.text), flatten_json(document.target)
        return {
            "edit_similarity": edit_similarity(prediction, target),
            "bleu": bleu(prediction, target),
        }

    def summary(self, scores: Mapping[str, float]) -> float | None:
        """The mean of the two."""
        if not scores:
            return None
        return (scores["edit_similarity"] + scores["bleu"]) / 2
