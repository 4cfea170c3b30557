"""How close transcriptions are to their targets."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torchmetrics import Metric

from dharma_pl.functional.similarity import bleu, edit_similarity, flatten_json


class TranscriptionScore(Metric):
    """The DharmaOCR score and its two halves, each the mean over documents, 0..1.

    `compute` gives scalars, fp32: `edit_similarity`, `bleu` (BLEU-4 of a document, not of the
    corpus) and `score`, their mean. JSON objects are flattened to their values on both sides
    first. NaN where nothing was seen.
    Source: DharmaOCR (arXiv 2604.14314), equation 1.

    >>> metric = TranscriptionScore()
    >>> metric.update(["um quilo de feijão", "dois"], ["um quilo de feijão", "tres"])
    >>> {name: round(value.item(), 3) for name, value in metric.compute().items()}
    {'edit_similarity': 0.625, 'bleu': 0.5, 'score': 0.562}
    """

    is_differentiable = False
    higher_is_better = True
    full_state_update = False
    plot_lower_bound = 0.0
    plot_upper_bound = 1.0

    n: Tensor
    edit_similarity_sum: Tensor
    bleu_sum: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.add_state("n", torch.tensor(0, dtype=torch.long), dist_reduce_fx="sum")
        self.add_state("edit_similarity_sum", torch.tensor(0.0), dist_reduce_fx="sum")
        self.add_state("bleu_sum", torch.tensor(0.0), dist_reduce_fx="sum")

    def update(self, predictions: Sequence[str], targets: Sequence[str]) -> None:
        """Score a batch of outputs; an empty batch is fine.

        Args:
            predictions: whole outputs without special tokens.
            targets: what each should have been.

        Raises:
            ValueError: if the lengths differ.
        """
        if len(predictions) != len(targets):
            msg = f"Expected a target a prediction, but got {len(targets)} for {len(predictions)}"
            raise ValueError(msg)
        sides = [
            (flatten_json(prediction), flatten_json(target))
            for prediction, target in zip(predictions, targets, strict=True)
        ]
        self.n += len(sides)
        self.edit_similarity_sum += sum(edit_similarity(*side) for side in sides)
        self.bleu_sum += sum(bleu(*side) for side in sides)

    def compute(self) -> dict[str, Tensor]:
        """Means over everything seen, on all ranks."""
        edit, overlap = self.edit_similarity_sum / self.n, self.bleu_sum / self.n
        return {"edit_similarity": edit, "bleu": overlap, "score": (edit + overlap) / 2}
