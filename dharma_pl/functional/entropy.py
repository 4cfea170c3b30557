"""Entropy of next-token distributions without ever holding a [tokens, vocabulary] tensor."""

import torch
from jaxtyping import Float
from torch import Tensor

from dharma_pl.functional.logits import (
    LogitBuffers,
    LowRank,
    chunks,
    logit_settings,
    states_of,
)


@torch.no_grad()
def token_entropies(
    hidden: Float[Tensor, "tokens width"],
    weight: Float[Tensor, "vocabulary width"],
    bias: Float[Tensor, " vocabulary"] | None = None,
    *,
    low_rank: LowRank | None = None,
    softcap: float | None = None,
    scale: float = 1.0,
    chunk_size: int | None = None,
) -> Float[Tensor, " tokens"]:
    """Entropy of the distribution that each hidden state predicts; no gradient.

    Dtypes, chunks and arguments are those of `token_logprobs`.

    Args:
        hidden: last hidden states.
        weight: the language-model head's weight.
        bias: the head's bias.
        low_rank: an adapter on the head.
        softcap: c in c * tanh(logits / c), as in Gemma 2.
        scale: logits are multiplied by it before the cap.
        chunk_size: tokens a chunk.

    Returns:
        fp32 entropies, in nats: 0 where one token is certain, ln(vocabulary) where all are equal.

    Example:
        >>> token_entropies(torch.eye(2), torch.zeros(4, 2)).exp()
        tensor([4., 4.])
    """
    factors = (hidden, weight, *(low_rank or ()))
    settings = logit_settings(hidden, weight, softcap, scale, chunk_size)
    weights = [factor.to(settings.dtype) for factor in factors[1::2]]
    elements = min(settings.rows, len(hidden)) * len(weight)
    buffers = LogitBuffers(elements, hidden.device, settings)
    entropies = torch.empty(len(hidden), dtype=torch.float32, device=hidden.device)
    with torch.autocast(hidden.device.type, enabled=False):
        for part in chunks(len(hidden), settings.rows):
            logits, _ = buffers.logits(states_of(factors, part, settings.dtype), weights, bias)
            logprobs = logits.log_softmax(-1)
            entropies[part] = -(logprobs.exp() * logprobs).sum(-1)
    return entropies
