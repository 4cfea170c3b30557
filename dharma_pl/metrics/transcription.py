"""How close transcriptions are to their targets."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor
from torchmetrics import Metric

from dharma_pl.functional.similarity import (
    bleu,
    edit_distance,
    edit_similarity,
    flatten_json,
    word_distance,
)


class _Lengths(NamedTuple):
    """Whole numbers over all documents: of targets, of predictions, and edits between them."""

    n: int
    words: int
    word_edits: int
    characters: int
    character_edits: int
    written: int


class TranscriptionScore(Metric):
    """The DharmaOCR score and its two halves, error rates, and the length ratio.

    `compute` gives scalars, fp32: `edit_similarity`, `bleu` (BLEU-4 of a document, not of the
    corpus) and `score`, their mean, each the mean over documents, 0..1; `wer` and `cer`, the word
    and character edits over all documents by the length of all targets, 0 upwards; and
    `length_ratio`, characters written by those of the targets. JSON objects are flattened to their
    values on both sides first. NaN where nothing was seen, or where all targets are empty.
    Source: DharmaOCR (arXiv 2604.14314), equation 1.

    >>> metric = TranscriptionScore()
    >>> metric.update(["um quilo de feijão", "dois"], ["um quilo de feijão", "tres"])
    >>> {name: round(value.item(), 3) for name, value in metric.compute().items()}
    {'edit_similarity': 0.625, 'bleu': 0.5, 'score': 0.562, 'wer': 0.2, 'cer': 0.136, \
'length_ratio': 1.0}
    """

    is_differentiable = False
    higher_is_better = True
    full_state_update = False
    plot_lower_bound = 0.0
    plot_upper_bound = 1.0

    lengths: Tensor
    edit_similarity_sum: Tensor
    bleu_sum: Tensor

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        lengths = torch.zeros(len(_Lengths._fields), dtype=torch.long)
        self.add_state("lengths", lengths, dist_reduce_fx="sum")
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
        for pair in zip(predictions, targets, strict=True):
            prediction, target = map(flatten_json, pair)
            lengths = _Lengths(
                n=1,
                words=len(target.split()),
                word_edits=word_distance(prediction, target),
                characters=len(target),
                character_edits=edit_distance(prediction, target),
                written=len(prediction),
            )
            self.lengths += torch.tensor(lengths, device=self.lengths.device)
            self.edit_similarity_sum += edit_similarity(prediction, target)
            self.bleu_sum += bleu(prediction, target)

    def compute(self) -> dict[str, Tensor]:
        """Means and ratios over everything seen, on all ranks."""
        n, words, word_edits, characters, character_edits, written = self.lengths
        edit, overlap = self.edit_similarity_sum / n, self.bleu_sum / n
        return {
            "edit_similarity": edit,
            "bleu": overlap,
            "score": (edit + overlap) / 2,
            "wer": _ratio(word_edits, words),
            "cer": _ratio(character_edits, characters),
            "length_ratio": _ratio(written, characters),
        }

    def plot(
        self, val: dict[str, Tensor] | Sequence[dict[str, Tensor]] | None = None, ax: Any = None
    ) -> Any:
        """Plot the similarities, of which more is better; `val` and `ax` as for every metric."""
        given = self.compute() if val is None else val
        several = [given] if isinstance(given, dict) else given
        names = ("edit_similarity", "bleu", "score")
        shown = [{name: one[name] for name in names} for one in several]
        return self._plot(shown[0] if isinstance(given, dict) else shown, ax)


def _ratio(part: Tensor, whole: Tensor) -> Tensor:
    """NaN where the whole is 0, whatever the part."""
    return torch.where(whole > 0, part / whole, torch.nan)
