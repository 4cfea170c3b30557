"""Preference losses over per-token log-probabilities, and the numbers logged beside them.

Log-probabilities of the completion tokens, padded with anything where the mask is False, are first
reduced to one number a side (`log_ratios`, `per_token`, `mean_logprobs`); a loss then maps the two
numbers of a pair to the pair's loss. The reference costs nothing here: it comes from the cache.

In the equations y_w is the chosen side, y_l the rejected one, r = log pi(y|x) - log pi_ref(y|x) a
side's log-ratio and D = r_w - r_l.
"""

from typing import NamedTuple

import torch
import torch.nn.functional as F
from jaxtyping import Bool, Float, Int
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
    """One number a side in nats, fp32, shape [pairs].

    That is r, the log-ratio summed over the tokens of a side; or what a loss puts in its place.
    """

    chosen: Float[Tensor, " pairs"]
    rejected: Float[Tensor, " pairs"]


def masked_sum(
    values: Float[Tensor, "rows tokens"], mask: Bool[Tensor, "rows tokens"]
) -> Float[Tensor, " rows"]:
    """Sum over real tokens; what stands at padding, NaN included, does not count."""
    return values.masked_fill(~mask, 0.0).sum(-1)


def log_ratios(
    policy: PairLogprobs, reference: PairLogprobs, *, ld_alpha: float = 1.0
) -> LogRatios:
    """Sequence-level log-ratios of policy to reference.

    The difference is taken token by token before the sum: sums of hundreds of nats would lose
    the digits that matter.

    With `ld_alpha` < 1 they are those of LD-DPO (Liu et al. 2024, arXiv 2409.06411): tokens of the
    longer side beyond the length of the shorter one count alpha times. Policy and reference are
    weighted alike, as the paper's modified likelihood is and as TRL does it; weighting the policy
    alone, as some trainers do, would leave a margin where policy and reference are the same model.

    Args:
        policy: what learns.
        reference: of the same pairs.
        ld_alpha: alpha in [0, 1]; 1 is plain DPO.

    Example:
        >>> mask = torch.ones(1, 3, dtype=torch.bool)
        >>> short = torch.tensor([[True, False, False]])
        >>> new = PairLogprobs(torch.ones(1, 3), short, torch.ones(1, 3), mask)
        >>> old = PairLogprobs(torch.zeros(1, 3), short, torch.zeros(1, 3), mask)
        >>> log_ratios(new, old, ld_alpha=0.5).rejected  # 1 + 0.5 + 0.5
        tensor([2.])
    """
    chosen, rejected = policy.chosen - reference.chosen, policy.rejected - reference.rejected
    if ld_alpha != 1.0:
        shared = torch.minimum(policy.chosen_mask.sum(-1), policy.rejected_mask.sum(-1))
        chosen = _desensitized(chosen, shared, ld_alpha)
        rejected = _desensitized(rejected, shared, ld_alpha)
    return LogRatios(
        masked_sum(chosen, policy.chosen_mask), masked_sum(rejected, policy.rejected_mask)
    )


def _desensitized(
    values: Float[Tensor, "pairs tokens"], shared: Int[Tensor, " pairs"], alpha: float
) -> Float[Tensor, "pairs tokens"]:
    """Tokens from position `shared` on, alpha times."""
    positions = torch.arange(values.shape[1], device=values.device)
    return torch.where(positions < shared[:, None], values, alpha * values)


def per_token(ratios: LogRatios, policy: PairLogprobs) -> LogRatios:
    """Log-ratios divided by the number of tokens of their side.

    The sigmoid of their difference is length-normalized DPO, as in Tulu 3 (Lambert et al. 2024,
    arXiv 2411.15124); IPO's published results too were of means, as its authors told
    the maintainers of TRL.

    Example:
        >>> mask = torch.ones(1, 4, dtype=torch.bool)
        >>> sides = PairLogprobs(torch.zeros(1, 4), mask, torch.zeros(1, 4), mask)
        >>> per_token(LogRatios(torch.tensor([2.0]), torch.tensor([-1.0])), sides).chosen
        tensor([0.5000])
    """
    return LogRatios(
        ratios.chosen / policy.chosen_mask.sum(-1).clamp(min=1),
        ratios.rejected / policy.rejected_mask.sum(-1).clamp(min=1),
    )


def mean_logprobs(policy: PairLogprobs) -> LogRatios:
    """Mean log-probability of each side's tokens, in nats a token: what SimPO compares."""
    return LogRatios(
        -sft_loss(policy.chosen, policy.chosen_mask),
        -sft_loss(policy.rejected, policy.rejected_mask),
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


def robust_loss(ratios: LogRatios, beta: float, label_smoothing: float) -> Float[Tensor, " pairs"]:
    """Robust DPO: unbiased where a known share of the pairs has its sides swapped.

    [(1 - e) L(w, l) - e L(l, w)] / (1 - 2 e), with L(a, b) = -log sigmoid(beta (r_a - r_b)).
    Chowdhury et al. 2024 (arXiv 2403.00409), section 3.1. Unlike the label-smoothed loss it
    subtracts the swapped term, so it can be negative.

    Args:
        ratios: log-ratios of the pairs.
        beta: strength of the pull towards the reference, > 0.
        label_smoothing: e, in [0, 0.5).

    Example:
        >>> robust_loss(LogRatios(torch.zeros(1), torch.zeros(1)), 0.1, 0.2)  # ln 2
        tensor([0.6931])
    """
    margin = beta * (ratios.chosen - ratios.rejected)
    right, swapped = -F.logsigmoid(margin), -F.logsigmoid(-margin)
    return ((1 - label_smoothing) * right - label_smoothing * swapped) / (1 - 2 * label_smoothing)


def hinge_loss(ratios: LogRatios, beta: float) -> Float[Tensor, " pairs"]:
    """Hinge loss on the margin: max(0, 1 - beta D).

    The calibration loss of SLiC-HF (Zhao et al. 2023, arXiv 2305.10425) on log-ratios instead of
    log-probabilities, with 1 / beta for its margin delta, as in RSO (Liu et al. 2023, arXiv
    2309.06657, hinge-norm).

    Example:
        >>> hinge_loss(LogRatios(torch.tensor([3.0, 30.0]), torch.zeros(2)), beta=0.1)
        tensor([0.7000, 0.0000])
    """
    return F.relu(1 - beta * (ratios.chosen - ratios.rejected))


def ipo_loss(ratios: LogRatios, beta: float) -> Float[Tensor, " pairs"]:
    """IPO: the margin is led to a finite value, (D - 1 / (2 beta))^2.

    Azar et al. 2023 (arXiv 2310.12036), equation 17; beta is the paper's tau. With `per_token`
    ratios the value is in nats a token, which long completions need.

    Example:
        >>> ipo_loss(LogRatios(torch.tensor([5.0]), torch.zeros(1)), beta=0.1)
        tensor([0.])
    """
    return (ratios.chosen - ratios.rejected - 1 / (2 * beta)).square()


def dpop_loss(ratios: LogRatios, beta: float, dpop_lambda: float) -> Float[Tensor, " pairs"]:
    """DPO-positive: a chosen side below its reference costs extra.

    -log sigmoid(beta (D - lambda max(0, -r_w))). Pal et al. 2024 (arXiv 2402.13228), equation 3.
    Meant for pairs whose sides are alike, such as a page and the same page with a loop, where DPO
    alone can lower both.

    Args:
        ratios: log-ratios of the pairs.
        beta: strength of the pull towards the reference, > 0.
        dpop_lambda: weight of the penalty, >= 0; the paper uses 5 to 50.

    Example:
        >>> dpop_loss(LogRatios(torch.tensor([-1.0]), torch.tensor([-7.0])), 1.0, 5.0)
        tensor([0.3133])
    """
    penalty = dpop_lambda * F.relu(-ratios.chosen)
    return -F.logsigmoid(beta * (ratios.chosen - ratios.rejected - penalty))


def odpo_loss(
    ratios: LogRatios, beta: float, score_gap: Float[Tensor, " pairs"], odpo_alpha: float
) -> Float[Tensor, " pairs"]:
    """DPO with an offset: the more two sides differ in quality, the larger the margin asked for.

    -log sigmoid(beta D - alpha f(s_w - s_l)). Amini et al. 2024 (arXiv 2402.10571).
    The paper's experiments take f = log of an unbounded reward's difference; scores here lie in
    0..1, where that logarithm is negative and would forgive a margin, so f is the identity and a
    gap of 0 is plain DPO.

    Args:
        ratios: log-ratios of the pairs.
        beta: strength of the pull towards the reference, > 0.
        score_gap: judge's score of chosen minus rejected.
        odpo_alpha: alpha, >= 0: the margin asked for at a gap of 1, in units of reward.

    Example:
        >>> level = LogRatios(torch.zeros(2), torch.zeros(2))
        >>> odpo_loss(level, 0.1, torch.tensor([0.0, 1.0]), odpo_alpha=1.0)
        tensor([0.6931, 1.3133])
    """
    return -F.logsigmoid(beta * (ratios.chosen - ratios.rejected) - odpo_alpha * score_gap)


def simpo_loss(means: LogRatios, beta: float, simpo_gamma: float) -> Float[Tensor, " pairs"]:
    """SimPO: mean log-probabilities of the policy alone, no reference.

    -log sigmoid(beta (log pi(y_w|x) / |y_w| - log pi(y_l|x) / |y_l|) - gamma). Meng et al. 2024
    (arXiv 2405.14734), "The SimPO Objective". The tokens of a loop are near-certain, so their mean
    is near 0 and training begins with the margin far on the wrong side: expect a large first loss.

    Args:
        means: from `mean_logprobs`.
        beta: scale of the reward; the paper uses 2 to 10, much more than DPO's.
        simpo_gamma: gamma, the margin asked for, in units of reward.

    Example:
        >>> simpo_loss(LogRatios(torch.tensor([-0.5]), torch.tensor([-1.0])), 2.0, 1.0)  # ln 2
        tensor([0.6931])
    """
    return -F.logsigmoid(beta * (means.chosen - means.rejected) - simpo_gamma)


def sft_loss(
    logprobs: Float[Tensor, "rows tokens"], mask: Bool[Tensor, "rows tokens"]
) -> Float[Tensor, " rows"]:
    """Mean negative log-likelihood of a completion's tokens, in nats a token.

    Added to DPO with a weight it is the NLL term of RPO (Pang et al. 2024, arXiv 2404.19733),
    which keeps the chosen side's likelihood from falling with the rejected side's.
    """
    return -masked_sum(logprobs, mask) / mask.sum(-1).clamp(min=1)


def policy_metrics(policy: PairLogprobs) -> dict[str, Float[Tensor, ""]]:
    """What needs no reference, as means over the pairs, without gradients.

    `length/rejected_share` is the rejected sides' share of all completion tokens: in a loss of sums
    every token weighs the same, so near 1 the loops own the gradient.
    """
    with torch.no_grad():
        chosen, rejected = policy.chosen_mask.sum(-1).float(), policy.rejected_mask.sum(-1).float()
        return {
            "logprobs/chosen": masked_sum(policy.chosen, policy.chosen_mask).mean(),
            "logprobs/rejected": masked_sum(policy.rejected, policy.rejected_mask).mean(),
            "length/chosen": chosen.mean(),
            "length/rejected": rejected.mean(),
            "length/rejected_share": rejected.sum() / (chosen.sum() + rejected.sum()),
        }


def reward_metrics(ratios: LogRatios, beta: float) -> dict[str, Float[Tensor, ""]]:
    """Rewards: beta times the log-ratios (Rafailov et al. 2023, section 4), or SimPO's means."""
    with torch.no_grad():
        chosen, rejected = beta * ratios.chosen, beta * ratios.rejected
        return {
            "rewards/chosen": chosen.mean(),
            "rewards/rejected": rejected.mean(),
            "rewards/margin": (chosen - rejected).mean(),
            "rewards/accuracy": (chosen > rejected).float().mean(),
        }


def displacement_metrics(
    policy: PairLogprobs, reference: PairLogprobs
) -> dict[str, Float[Tensor, ""]]:
    """How far the policy has moved from its reference, as means over the pairs.

    `displacement/chosen` is the chosen log-ratio itself in nats, `displacement/chosen_per_token`
    the same by the token: where it falls for long, the model unlearns good outputs together with
    bad ones (Razin et al. 2024, arXiv 2410.08847). `displacement/rejected_share` is the rejected
    sides' share of the sum of |log-ratio| over all tokens: which side the loss has been spent on; 0
    before the first update, where nothing has moved.
    """
    with torch.no_grad():
        ratios = log_ratios(policy, reference)
        moved = masked_sum((policy.chosen - reference.chosen).abs(), policy.chosen_mask).sum()
        other = masked_sum((policy.rejected - reference.rejected).abs(), policy.rejected_mask).sum()
        return {
            "displacement/chosen": ratios.chosen.mean(),
            "displacement/rejected": ratios.rejected.mean(),
            "displacement/chosen_per_token": per_token(ratios, policy).chosen.mean(),
            "displacement/rejected_share": other / (moved + other).clamp(min=1e-12),
        }
