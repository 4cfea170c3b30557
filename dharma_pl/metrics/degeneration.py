"""How often a model falls into a loop."""

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor
from torchmetrics import Metric

from dharma_pl.functional.degeneration import (
    ONSET_BINS,
    PERIOD_BINS,
    Counts,
    Decode,
    degeneration_counts,
    rates_of,
)
from dharma_pl.functional.repetition import DEFAULT, FinishReason, Thresholds


class DegenerationRate(Metric):
    """Share of outputs that are repetition loops, with its Wilson 95 % interval.

    An output is degenerate where `find_repetition` finds a strict loop (`exact` or `counter`), and
    where it was aborted as one. Rates depend on the token limit and the decoding settings: state
    them beside the rate, and publish only rates of full decoding.

    `compute` gives scalars, fp32:

    - `rate` with `ci_low` and `ci_high`: the headline, strict loops;
    - `exact_rate`, `broad_rate`, each with its `_ci_low` and `_ci_high`: exact loops alone, and
      loops of any label. exact <= strict <= broad;
    - `dharma_rate` with its interval: by the published DharmaOCR rule, for comparability;
    - `hit_limit_rate`: outputs cut by the token limit; `truncated_rate`: those of them that are no
      loops, and so need more tokens rather than training;
    - `recovered_rate`: loops that the model ended by itself;
    - `wasted_share`: the part of all that was written that lies in a loop after its first copy, in
      tokens where token ids were given, else in characters: count one kind in one metric;
    - `er4`: mean excess repetition over the target, where targets were given;
    - `n`: outputs seen.

    What nothing was seen of is NaN; the interval of a rate is 0..1 then.

    Args:
        decode: turns the token ids of an output into its text and, for each token, the length of
            the text up to its end, such as
            `functools.partial(dharma_pl.models.sampling.decode, tokenizer)`. With it, outputs are
            token ids. What is judged is the text either way, so that models with different
            tokenizers compare.
        thresholds: what the detector judges by.
        kwargs: settings of `torchmetrics.Metric`.

    >>> metric = DegenerationRate()
    >>> metric.update(["arroz doce, " * 40, "Total 12,50", "To"], ["length", "eos", "length"])
    >>> rates = metric.compute()
    >>> {name: round(rates[name].item(), 3) for name in ("rate", "ci_low", "ci_high", "n")}
    {'rate': 0.333, 'ci_low': 0.061, 'ci_high': 0.792, 'n': 3.0}
    >>> {name: round(rates[name].item(), 3) for name in ("hit_limit_rate", "truncated_rate")}
    {'hit_limit_rate': 0.667, 'truncated_rate': 0.333}
    """

    is_differentiable = False
    higher_is_better = False
    full_state_update = False
    plot_lower_bound = 0.0
    plot_upper_bound = 1.0

    counts: Tensor
    onsets: Tensor
    periods: Tensor

    def __init__(
        self, decode: Decode | None = None, thresholds: Thresholds = DEFAULT, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.decode, self.thresholds = decode, thresholds
        sizes = {"counts": len(Counts._fields), "onsets": ONSET_BINS, "periods": PERIOD_BINS}
        for state, size in sizes.items():
            self.add_state(state, torch.zeros(size, dtype=torch.long), dist_reduce_fx="sum")

    def update(
        self,
        outputs: Sequence[str | Sequence[int]],
        finish_reasons: Sequence[FinishReason | None],
        targets: Sequence[str | None] | None = None,
    ) -> None:
        """Count a batch of outputs; an empty batch is fine.

        Args:
            outputs: whole outputs without special tokens, or token ids where `decode` is given.
            finish_reasons: how each ended; None if unknown.
            targets: what each should have been; None where unknown.

        Raises:
            ValueError: if lengths differ, a finish reason is unheard of, or there are token ids
                and nothing that decodes them.
        """
        counts, onsets, periods = degeneration_counts(
            outputs, finish_reasons, targets, decode=self.decode, thresholds=self.thresholds
        )
        self.counts += counts.to(self.counts.device)
        self.onsets += onsets.to(self.onsets.device)
        self.periods += periods.to(self.periods.device)

    def compute(self) -> dict[str, Tensor]:
        """Rates over everything seen, on all ranks."""
        return rates_of(self.counts)

    def histograms(self) -> tuple[Tensor, Tensor]:
        """Strict loops by onset and by period, over all ranks, each of which has to ask.

        Returns:
            Counts of loops that start in each tenth of their output [10], and of loops whose unit
            has 1, 2 to 3, 4 to 7, ... characters [16]; int64.
        """
        with self.sync_context(dist_sync_fn=self.dist_sync_fn):
            return self.onsets.clone(), self.periods.clone()

    def plot(
        self, val: dict[str, Tensor] | Sequence[dict[str, Tensor]] | None = None, ax: Any = None
    ) -> Any:
        """Plot the rates of one computation, or of several as a course.

        Args:
            val: from `compute` or `forward`, or a list of such; computed now by default.
            ax: matplotlib axes to draw on.

        Returns:
            Figure and axes.

        >>> metric = DegenerationRate()
        >>> metric.update(["arroz doce, " * 40, "Total 12,50"], ["length", "eos"])
        >>> figure, axes = metric.plot()
        >>> axes.get_ylabel()
        'DegenerationRate'
        """
        given = self.compute() if val is None else val
        several = [given] if isinstance(given, dict) else given
        shown = [{name: v for name, v in one.items() if name.endswith("rate")} for one in several]
        return self._plot(shown[0] if isinstance(given, dict) else shown, ax)
