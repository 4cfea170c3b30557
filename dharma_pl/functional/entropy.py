"""Entropy of next-token distributions without ever holding a [tokens, vocabulary] tensor."""

import torch
from jaxtyping import Float
from torch import Tensor

from dharma_pl.functional.logprobs import CHUNK_SIZE, LowRank, _chunks, _logits, _low_rank


@torch.no_grad()
def token_entropies(
    hidden: Float[Tensor, "tokens width"],
    weight: Float[Tensor, "vocabulary width"],
    bias: Float[Tensor, " vocabulary"] | None = None,
    *,
    low_rank: LowRank | None = None,
    softcap: float | None = None,
    scale: float = 1.0,
    chunk_size: int = CHUNK_SIZE,
) -> Float[Tensor, " tokens"]:
    """Entropy of the distribution that each hidden state predicts; no gradient.

    Dtypes, chunks and arguments are those of `token_logprobs`.

    Args:
        hidden: last hidden states.
        weight: the language-model head's weight.
        bias: the head's bias.
        low_rank: an adapter on the head, as in `token_logprobs`.
        softcap: c in c * tanh(logits / c), as in Gemma 2.
        scale: logits are multiplied by it before the cap.
        chunk_size: tokens a chunk.

    Returns:
        fp32 entropies, in nats: 0 where one token is certain, ln(vocabulary) where all are equal.

    Example:
        >>> token_entropies(torch.eye(2), torch.zeros(4, 2)).exp()
        tensor([4., 4.])
    """
    dtype = hidden.dtype
    if torch.is_autocast_enabled(hidden.device.type):
        dtype = torch.get_autocast_dtype(hidden.device.type)
    head = weight.to(dtype)
    inner, outer = low_rank if low_rank is not None else (None, None)
    adapter = outer.to(dtype) if outer is not None else None
    entropies = torch.empty(len(hidden), dtype=torch.float32, device=hidden.device)
    with torch.autocast(hidden.device.type, enabled=False):
        for part in _chunks(len(hidden), chunk_size):
            extra = _low_rank(inner, adapter, part)
            logits, _ = _logits(hidden[part].to(dtype), head, bias, extra, softcap, scale)
            logprobs = logits.log_softmax(-1)
            entropies[part] = -(logprobs.exp() * logprobs).sum(-1)
    return entropies
