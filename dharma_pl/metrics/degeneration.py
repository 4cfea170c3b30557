"""How often a model falls into a loop."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torchmetrics import Metric

from dharma_pl.functional.repetition import FinishReason, dharma_rule, find_repetition
from dharma_pl.functional.statistics import wilson_interval


class DegenerationRate(Metric):
    """Share of outputs that are repetition loops, with its Wilson 95 % interval.

    An output is degenerate where `find_repetition` finds a loop, and where it was aborted as one.
    Rates depend on the token limit and the decoding settings: state them beside the rate, and
    publish only rates of full decoding.

    `compute` gives scalars, fp32: `rate`, `ci_low`, `ci_high`; `dharma_rate`, by the published
    DharmaOCR rule; `hit_limit_rate`, outputs cut by the token limit; `truncated_rate`, those of
    them that are no loops, and so need more tokens rather than training; and `n`, the outputs
    seen. Rates of no outputs are NaN and their interval is 0..1.

    >>> metric = DegenerationRate()
    >>> metric.update(["arroz doce, " * 40, "Total 12,50", "To"], ["length", "eos", "length"])
    >>> {name: round(value.item(), 3) for name, value in metric.compute().items()}
    {'rate': 0.333, 'ci_low': 0.061, 'ci_high': 0.792, 'dharma_rate': 0.333, \
'hit_limit_rate': 0.667, 'truncated_rate': 0.333, 'n': 3.0}
    """

    is_differentiable = False
    higher_is_better = False
    full_state_update = False
    plot_lower_bound = 0.0
    plot_upper_bound = 1.0

    n: Tensor
    degenerate: Tensor
    by_dharma_rule: Tensor
    hit_limit: Tensor
    truncated: Tensor

    def __init__(self) -> None:
        super().__init__()
        for state in ("n", "degenerate", "by_dharma_rule", "hit_limit", "truncated"):
            self.add_state(state, torch.tensor(0, dtype=torch.long), dist_reduce_fx="sum")

    def update(self, texts: Sequence[str], finish_reasons: Sequence[FinishReason | None]) -> None:
        """Count a batch of outputs; an empty batch is fine.

        Args:
            texts: whole outputs without special tokens.
            finish_reasons: how each ended; None if unknown.

        Raises:
            ValueError: if the lengths differ or a finish reason is unheard of.
        """
        if len(texts) != len(finish_reasons):
            msg = f"Expected a finish reason a text, but got {len(finish_reasons)} for {len(texts)}"
            raise ValueError(msg)
        for text, reason in zip(texts, finish_reasons, strict=True):
            loop = find_repetition(text, reason)
            loops = reason == "abort" or (loop is not None and loop.strict)
            hit = reason == "length"
            self.n += 1
            self.degenerate += int(loops)
            self.by_dharma_rule += int(dharma_rule(text, reason))
            self.hit_limit += int(hit)
            self.truncated += int(hit and not loops)

    def compute(self) -> dict[str, Tensor]:
        """Rates over everything seen, on all ranks."""
        low, high = wilson_interval(int(self.degenerate), int(self.n))
        return {
            "rate": self.degenerate / self.n,
            "ci_low": self._scalar(low),
            "ci_high": self._scalar(high),
            "dharma_rate": self.by_dharma_rule / self.n,
            "hit_limit_rate": self.hit_limit / self.n,
            "truncated_rate": self.truncated / self.n,
            "n": self.n.float(),
        }

    def _scalar(self, value: float) -> Tensor:
        return torch.tensor(value, device=self.n.device)
