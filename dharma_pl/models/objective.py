"""What DPOModule minimizes: losses by name, combined by weights."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Literal, get_args

import torch
from torch import Tensor

from dharma_pl.errors import DataError, UsageError
from dharma_pl.functional import losses
from dharma_pl.functional.losses import LogRatios, PairLogprobs
from dharma_pl.functional.sft_terms import unlikelihood_loss
from dharma_pl.records import Pair

LossName = Literal[
    "sigmoid",
    "sigmoid_norm",
    "robust",
    "hinge",
    "ipo",
    "ipo_norm",
    "dpop",
    "odpo",
    "simpo",
    "sft",
    "unlikelihood",
]
"""`_norm`: of means over a side's tokens instead of sums."""

TERMS = ("sft", "unlikelihood")
"""Act on one side alone; the others compare the two."""

REFERENCE_FREE = ("simpo", *TERMS)
SMOOTHED = ("sigmoid", "sigmoid_norm", "robust")
OF_SUMS = ("sigmoid", "robust", "hinge", "ipo", "dpop", "odpo")


def reads_reference(loss: str | Mapping[str, float]) -> bool:
    """Whether one of the losses compares the policy with its reference.

    >>> reads_reference("sigmoid"), reads_reference({"simpo": 1.0, "sft": 0.1})
    (True, False)
    """
    names = [loss] if isinstance(loss, str) else loss
    return any(name not in REFERENCE_FREE for name in names)


@dataclass
class LossOptions:
    """Numbers that single losses read; setting one that no loss in use reads is refused.

    Attributes:
        ld_alpha: LD-DPO: weight of the tokens beyond the shorter side's length, 0 to 1; for all
            losses of sums.
        dpop_lambda: DPOP: weight of the penalty on a chosen side below its reference.
        odpo_alpha: ODPO: margin asked for at a score gap of 1, in units of reward.
        simpo_gamma: SimPO: margin asked for, in units of reward.
    """

    ld_alpha: float = 1.0
    dpop_lambda: float = 50.0
    odpo_alpha: float = 1.0
    simpo_gamma: float = 1.0


READ_BY: Mapping[str, tuple[str, ...]] = {
    "ld_alpha": OF_SUMS,
    "dpop_lambda": ("dpop",),
    "odpo_alpha": ("odpo",),
    "simpo_gamma": ("simpo",),
}


class Objective:
    """A weighted sum of losses over a batch of pairs.

    Args:
        loss: one loss by name, or several with their weights.
        beta: of every loss that has one.
        label_smoothing: assumed share of pairs with sides swapped, for those losses that know it.
        sft_weight: another way to say the weight of `sft`.
        options: numbers of single losses.

    Attributes:
        weights: of the losses in use.
        needs_reference: whether any of them compares with a reference.

    Raises:
        UsageError: names, weights or numbers that make no sense, alone or together.
    """

    def __init__(
        self,
        loss: str | Mapping[str, float] = "sigmoid",
        beta: float = 0.1,
        label_smoothing: float = 0.0,
        sft_weight: float = 0.0,
        options: LossOptions | None = None,
    ) -> None:
        self.weights = {loss: 1.0} if isinstance(loss, str) else dict(loss)
        self.beta, self.label_smoothing = beta, label_smoothing
        self.options = options or LossOptions()
        self._check(sft_weight)
        if sft_weight:
            self.weights["sft"] = sft_weight
        self.needs_reference = reads_reference(self.weights)

    def _check(self, sft_weight: float) -> None:
        unknown = set(self.weights) - set(get_args(LossName))
        if unknown or not self.weights:
            known = ", ".join(get_args(LossName))
            raise UsageError(f"loss={sorted(unknown)}: expected some of {known}")
        for name, weight in self.weights.items():
            if not (weight > 0 and math.isfinite(weight)):
                raise UsageError(f"loss.{name}={weight}: expected a weight above 0")
        if self.beta <= 0:
            raise UsageError(f"beta={self.beta}: expected a number above 0, such as 0.1")
        if not 0 <= self.label_smoothing < 0.5:
            raise UsageError(f"label_smoothing={self.label_smoothing}: expected 0 <= value < 0.5")
        if self.label_smoothing and not self._uses(SMOOTHED):
            raise UsageError(
                f"label_smoothing={self.label_smoothing}: read by {', '.join(SMOOTHED)}, but loss "
                f"is {', '.join(self.weights)}"
            )
        if sft_weight < 0 or (sft_weight and "sft" in self.weights):
            raise UsageError(
                f"sft_weight={sft_weight}: expected 0 or more, and not beside a weight for sft in "
                "loss"
            )
        self._check_options()

    def _check_options(self) -> None:
        if not 0 <= self.options.ld_alpha <= 1:
            raise UsageError(f"loss_options.ld_alpha={self.options.ld_alpha}: expected 0 to 1")
        for field in fields(self.options):
            value = getattr(self.options, field.name)
            if not (value >= 0 and math.isfinite(value)):
                raise UsageError(f"loss_options.{field.name}={value}: expected 0 or more")
            if value != field.default and not self._uses(READ_BY[field.name]):
                raise UsageError(
                    f"loss_options.{field.name}={value}: read by {', '.join(READ_BY[field.name])}, "
                    f"but loss is {', '.join(self.weights)}"
                )

    def _uses(self, names: Sequence[str]) -> bool:
        return any(name in self.weights for name in names)

    def check_pairs(self, pairs: Sequence[Pair]) -> None:
        """Refuse pairs that lack what a loss reads, before the first step.

        Raises:
            DataError: names the first such pair.
        """
        if "odpo" in self.weights:
            bare = next((pair for pair in pairs if pair.score_gap is None), None)
            if bare is not None:
                raise DataError(
                    f"pair {bare.id} has no score_gap, which loss odpo asks its margin from: judge "
                    "with a judge that scores, or choose another loss"
                )
        if "unlikelihood" in self.weights and all(pair.onset is None for pair in pairs):
            raise DataError(
                f"none of {len(pairs)} pairs says where its loop begins (onset), which loss "
                "unlikelihood acts from: make the pairs anew, from outputs that loop"
            )

    def __call__(
        self,
        policy: PairLogprobs,
        reference: PairLogprobs | None,
        score_gap: Tensor,
        onset: Tensor,
    ) -> tuple[Tensor, dict[str, Tensor]]:
        """The loss, and what to log.

        Args:
            policy: log-probabilities of the batch.
            reference: of the same tokens; None only where no loss needs them.
            score_gap: [pairs], NaN where unknown.
            onset: [pairs], -1 where there is no loop.
        """
        means = losses.mean_logprobs(policy)
        summed = means
        if reference is not None:
            summed = losses.log_ratios(policy, reference, ld_alpha=self.options.ld_alpha)
        parts = {
            name: self._term(name, policy, means, summed, score_gap, onset).mean()
            for name in self.weights
        }
        total = torch.stack([weight * parts[name] for name, weight in self.weights.items()]).sum()
        return total, self._metrics(policy, reference, parts)

    def _term(
        self,
        name: str,
        policy: PairLogprobs,
        means: LogRatios,
        summed: LogRatios,
        score_gap: Tensor,
        onset: Tensor,
    ) -> Tensor:
        """One loss, [pairs]."""
        beta, options = self.beta, self.options
        match name:
            case "sigmoid":
                return losses.sigmoid_loss(summed, beta, self.label_smoothing)
            case "sigmoid_norm":
                return losses.sigmoid_loss(
                    losses.per_token(summed, policy), beta, self.label_smoothing
                )
            case "robust":
                return losses.robust_loss(summed, beta, self.label_smoothing)
            case "hinge":
                return losses.hinge_loss(summed, beta)
            case "ipo":
                return losses.ipo_loss(summed, beta)
            case "ipo_norm":
                return losses.ipo_loss(losses.per_token(summed, policy), beta)
            case "dpop":
                return losses.dpop_loss(summed, beta, options.dpop_lambda)
            case "odpo":
                return losses.odpo_loss(summed, beta, score_gap, options.odpo_alpha)
            case "simpo":
                return losses.simpo_loss(means, beta, options.simpo_gamma)
            case "sft":
                return -means.chosen
            case "unlikelihood":
                return unlikelihood_loss(policy.rejected, policy.rejected_mask, onset)
        raise AssertionError(name)

    def _metrics(
        self,
        policy: PairLogprobs,
        reference: PairLogprobs | None,
        parts: Mapping[str, Tensor],
    ) -> dict[str, Tensor]:
        """`loss/preference` is the weighted sum of the losses that compare two sides."""
        with torch.no_grad():
            means = losses.mean_logprobs(policy)
            metrics = {"loss/sft": -means.chosen.mean(), **losses.policy_metrics(policy)}
            compared = [name for name in parts if name not in TERMS]
            if compared:
                metrics["loss/preference"] = torch.stack(
                    [self.weights[name] * parts[name].detach() for name in compared]
                ).sum()
                ratios = means if reference is None else losses.log_ratios(policy, reference)
                metrics |= losses.reward_metrics(ratios, self.beta)
            if len(compared) > 1:
                metrics |= {f"loss/{name}": parts[name].detach() for name in compared}
            if "unlikelihood" in parts:
                metrics["loss/unlikelihood"] = parts["unlikelihood"].detach()
            if reference is not None:
                metrics |= losses.displacement_metrics(policy, reference)
        return metrics
