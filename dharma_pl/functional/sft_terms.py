"""Terms against repetition that need no reference: what supervised fine-tuning can add.

Both act on the policy's probabilities of tokens that repeat, which plain likelihood never sees.
"""

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from dharma_pl.functional.losses import masked_sum

EPSILON = 1e-5
"""Added to 1 - p: keeps the loss (at most 11.5 nats) and its gradient finite at p = 1 in fp32."""


def unlikelihood_loss(
    logprobs: Float[Tensor, "rows tokens"],
    mask: Bool[Tensor, "rows tokens"],
    onset: Int[Tensor, " rows"],
) -> Float[Tensor, " rows"]:
    """Explicit unlikelihood of the tokens of a loop.

    -1/n sum over t >= onset of log(1 - p(y_t | x, y_<t)), n the number of those tokens. Welleck et
    al. 2019 (arXiv 1908.04319), the sequence-level form, whose candidates are the tokens in
    repeated n-grams of the model's own output; here the tokens from the first repeated copy on, as
    a detector found it, since a page may rightly use a token twice.

    Args:
        logprobs: of the model's own failing outputs.
        mask: True at real tokens.
        onset: token at which the first repeated copy begins; negative where there is no loop.

    Returns:
        Nats a loop token; 0 in rows without a loop.

    Example:
        >>> half = torch.full((1, 3), 0.5).log()
        >>> unlikelihood_loss(half, torch.ones(1, 3, dtype=torch.bool), torch.tensor([1]))
        tensor([0.6931])
    """
    positions = torch.arange(logprobs.shape[1], device=logprobs.device)
    looping = mask & (onset >= 0)[:, None] & (positions >= onset[:, None])
    # Rounding can put a log-probability just above 0; it counts as 0 and keeps its gradient.
    kept = logprobs.masked_fill(~looping, -1.0)  # padding can hold anything
    capped = kept - kept.detach().clamp(min=0.0)
    losses = -torch.log(-torch.expm1(capped - EPSILON))
    return masked_sum(losses, looping) / looping.sum(-1).clamp(min=1)


def ditto_loss(
    logprobs: Float[Tensor, "rows tokens"],
    mask: Bool[Tensor, "rows tokens"],
    start: Int[Tensor, " rows"],
    period: Int[Tensor, " rows"],
    discount: float = 0.5,
) -> Float[Tensor, " rows"]:
    """DITTO: each copy of a repeated unit should be less likely than the one before.

    -1/n sum over t >= start + period of log(1 - |p_t - lambda sg(p_{t - period})|), with sg the
    stopped gradient and n the number of those tokens. Xu et al. 2022 (arXiv 2206.02369), on
    rows in which a unit of a training text is repeated.

    Args:
        logprobs: of pseudo-repetitions.
        mask: True at real tokens.
        start: token at which the first occurrence of the unit begins.
        period: tokens of the unit; 0 in rows that are no pseudo-repetition.
        discount: lambda in [0, 1): how much of the former probability a copy may keep.

    Returns:
        Nats a repeated token; 0 in rows that are no pseudo-repetition.

    Example:
        >>> p = torch.tensor([[0.8, 0.4, 0.2]]).log()  # one token, three times: always halved
        >>> ones = torch.ones(1, 3, dtype=torch.bool)
        >>> ditto_loss(p, ones, torch.tensor([0]), torch.tensor([1])).abs().max() < 1e-4
        tensor(True)
    """
    positions = torch.arange(logprobs.shape[1], device=logprobs.device)
    repeated = mask & (period > 0)[:, None] & (positions >= (start + period)[:, None])
    before = (positions - period[:, None]).clamp(min=0)
    # Padding can hold anything: it must reach neither the values nor the gradient.
    probabilities = logprobs.masked_fill(~mask, 0.0).exp()
    goal = discount * probabilities.detach().gather(1, before)
    distance = (probabilities - goal).abs().masked_fill(~repeated, 0.0)
    losses = -torch.log((1 - distance).clamp(min=0.0) + EPSILON)
    return masked_sum(losses, repeated) / repeated.sum(-1).clamp(min=1)
