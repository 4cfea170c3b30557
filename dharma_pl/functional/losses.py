"""Preference losses over per-token log-probabilities, and the numbers logged beside them.

Every loss takes the policy's and the reference's log-probabilities of the completion tokens,
padded with anything where the mask is False, so that each can reduce them its own way. The
reference costs nothing here: it comes from the cache.
"""

from typing import NamedTuple

import torch
import torch.nn.functional as F
from jaxtyping import Bool, Float
from torch import Tensor


class PairLogprobs(NamedTuple):
    """Per-token log-probabilities of both sides of a batch of pairs, in nats, fp32.

    Attributes:
        chosen: [pairs, chosen tokens].
        chosen_mask: True at real tokens.
        rejected: [pairs, rejected tokens].
        rejected_mask: True at real tokens.
    """

    chosen: Float[Tensor, "pairs chosen_tokens"]
    chosen_mask: Bool[Tensor, "pairs chosen_tokens"]
    rejected: Float[Tensor, "pairs rejected_tokens"]
    rejected_mask: Bool[Tensor, "pairs rejected_tokens"]


class LogRatios(NamedTuple):
    """log pi(y|x) - log pi_ref(y|x), summed over the tokens of y, in nats, fp32, shape [pairs]."""

    chosen: Float[Tensor, " pairs"]
    rejected: Float[Tensor, " pairs"]


def masked_sum(
    values: Float[Tensor, "rows tokens"], mask: Bool[Tensor, "rows tokens"]
) -> Float[Tensor, " rows"]:
    """Sum over real tokens; what stands at padding, NaN included, does not count."""
    return values.masked_fill(~mask, 0.0).sum(-1)


def log_ratios(policy: PairLogprobs, reference: PairLogprobs) -> LogRatios:
    """Sequence-level log-ratios of policy to reference.

    The difference is taken token by token before the sum: sums of hundreds of nats would lose
    the digits that matter.
    """
    return LogRatios(
        masked_sum(policy.chosen - reference.chosen, policy.chosen_mask),
        masked_sum(policy.rejected - reference.rejected, policy.rejected_mask),
    )


def sigmoid_loss(
    ratios: LogRatios, beta: float, label_smoothing: float = 0.0
) -> Float[Tensor, " pairs"]:
    """DPO, and its conservative form where labels may be flipped.

    -(1 - e) log sigmoid(beta D) - e log sigmoid(-beta D), with D the chosen log-ratio minus the
    rejected one. Rafailov et al. 2023 (arXiv 2305.18290), equation 7; the smoothed form is
    Mitchell's note on conservative DPO (2023).

    Args:
        ratios: log-ratios of the pairs.
        beta: strength of the pull towards the reference, > 0.
        label_smoothing: e, the assumed share of flipped labels, in [0, 0.5).

    Example:
        >>> at_start = LogRatios(torch.zeros(1), torch.zeros(1))
        >>> sigmoid_loss(at_start, beta=0.1)  # ln 2
        tensor([0.6931])
    """
    margin = beta * (ratios.chosen - ratios.rejected)
    return -(1 - label_smoothing) * F.logsigmoid(margin) - label_smoothing * F.logsigmoid(-margin)


def sft_loss(
    logprobs: Float[Tensor, "rows tokens"], mask: Bool[Tensor, "rows tokens"]
) -> Float[Tensor, " rows"]:
    """Mean negative log-likelihood of a completion's tokens, in nats a token.

    Added to DPO with a weight it is the NLL term of RPO (Pang et al. 2024, arXiv 2404.19733,
    equation 1), which keeps the chosen side's likelihood from falling with the rejected side's.
    """
    return -masked_sum(logprobs, mask) / mask.sum(-1).clamp(min=1)


def preference_metrics(
    policy: PairLogprobs, ratios: LogRatios, beta: float
) -> dict[str, Float[Tensor, ""]]:
    """What to watch during training, as means over the pairs, without gradients.

    `rewards/*` are beta times the log-ratios (Rafailov et al. 2023, section 4);
    `displacement/chosen` is the chosen log-ratio itself in nats: where it falls for long, the
    model unlearns good outputs together with bad ones (Razin et al. 2024, arXiv 2410.08847).
    """
    with torch.no_grad():
        chosen, rejected = beta * ratios.chosen, beta * ratios.rejected
        return {
            "rewards/chosen": chosen.mean(),
            "rewards/rejected": rejected.mean(),
            "rewards/margin": (chosen - rejected).mean(),
            "rewards/accuracy": (chosen > rejected).float().mean(),
            "logprobs/chosen": masked_sum(policy.chosen, policy.chosen_mask).mean(),
            "logprobs/rejected": masked_sum(policy.rejected, policy.rejected_mask).mean(),
            "displacement/chosen": ratios.chosen.mean(),
            "displacement/rejected": ratios.rejected.mean(),
            "length/chosen": policy.chosen_mask.sum(-1).float().mean(),
            "length/rejected": policy.rejected_mask.sum(-1).float().mean(),
        }
