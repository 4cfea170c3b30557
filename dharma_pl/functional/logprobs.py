"""Per-token log-probabilities without ever holding a [tokens, vocabulary] tensor."""

from typing import Any

import torch
from jaxtyping import Float, Int
from torch import Tensor

LowRank = tuple[Tensor, Tensor]
"""What an adapter adds to the logits: states [tokens, rank] and a weight [vocabulary, rank]."""

CHUNK_SIZE = 1024


def token_logprobs(
    hidden: Float[Tensor, "tokens width"],
    weight: Float[Tensor, "vocabulary width"],
    labels: Int[Tensor, " tokens"],
    bias: Float[Tensor, " vocabulary"] | None = None,
    *,
    low_rank: tuple[Float[Tensor, "tokens rank"], Float[Tensor, "vocabulary rank"]] | None = None,
    softcap: float | None = None,
    scale: float = 1.0,
    chunk_size: int = CHUNK_SIZE,
) -> Float[Tensor, " tokens"]:
    """Log-probability of each label under the language-model head.

    The head runs on `chunk_size` tokens at a time, forwards and again backwards, so peak memory is
    chunk_size x vocabulary whatever the length. The matrix product runs in the autocast dtype
    where autocast is on, else in the dtype of `hidden`; soft-capping, log-softmax and the gather
    are in fp32.

    Args:
        hidden: last hidden states at the positions that predict `labels`.
        weight: the head's weight; gets a gradient only where it requires one.
        labels: token ids to score.
        bias: the head's bias.
        low_rank: states and weight of an adapter on the head: their product is added to the
            logits, so that the head's own weight may stay frozen and is never copied.
        softcap: c in c * tanh(logits / c), as in Gemma 2.
        scale: logits are multiplied by it before the cap (1 / logits_scaling in Granite).
        chunk_size: tokens a chunk.

    Returns:
        fp32 log-probabilities, in nats.

    Example:
        >>> hidden, weight = torch.eye(2), torch.zeros(4, 2)
        >>> token_logprobs(hidden, weight, torch.tensor([0, 3])).exp()
        tensor([0.2500, 0.2500])
    """
    compute_dtype = hidden.dtype
    if torch.is_autocast_enabled(hidden.device.type):
        compute_dtype = torch.get_autocast_dtype(hidden.device.type)
    inner, outer = low_rank if low_rank is not None else (None, None)
    result: Tensor = _TokenLogprobs.apply(  # type: ignore[no-untyped-call]
        hidden, weight, labels, bias, inner, outer, softcap, scale, chunk_size, compute_dtype
    )
    return result


class _TokenLogprobs(torch.autograd.Function):
    """Recomputes each chunk's logits in the backward pass instead of keeping them."""

    @staticmethod
    def forward(
        ctx: Any,
        hidden: Tensor,
        weight: Tensor,
        labels: Tensor,
        bias: Tensor | None,
        inner: Tensor | None,
        outer: Tensor | None,
        softcap: float | None,
        scale: float,
        chunk_size: int,
        dtype: torch.dtype,
    ) -> Tensor:
        ctx.settings = (softcap, scale, chunk_size, dtype)
        head = weight.to(dtype)
        adapter = outer.to(dtype) if outer is not None else None
        logprobs = torch.empty(labels.shape, dtype=torch.float32, device=hidden.device)
        with torch.autocast(hidden.device.type, enabled=False):
            for part in _chunks(len(labels), chunk_size):
                low_rank = _low_rank(inner, adapter, part)
                logits, _ = _logits(hidden[part].to(dtype), head, bias, low_rank, softcap, scale)
                picked = logits.gather(-1, labels[part, None]).squeeze(-1)
                logprobs[part] = picked - logits.logsumexp(-1)
        ctx.save_for_backward(hidden, weight, labels, bias, inner, outer)
        return logprobs

    @staticmethod
    def backward(ctx: Any, *grad_outputs: Tensor) -> tuple[Tensor | None, ...]:
        hidden, weight, labels, bias, inner, outer = ctx.saved_tensors
        softcap, scale, chunk_size, dtype = ctx.settings
        needs = ctx.needs_input_grad
        head = weight.to(dtype)
        adapter = outer.to(dtype) if outer is not None else None
        grad_hidden = torch.zeros_like(hidden) if needs[0] else None
        grad_inner = torch.zeros_like(inner) if needs[4] else None
        grad_weight = _fp32_zeros(weight) if needs[1] else None
        grad_bias = _fp32_zeros(bias) if needs[3] else None
        grad_outer = _fp32_zeros(outer) if needs[5] else None
        with torch.autocast(hidden.device.type, enabled=False):
            for part in _chunks(len(labels), chunk_size):
                inputs = hidden[part].to(dtype)
                low_rank = _low_rank(inner, adapter, part)
                logits, cap_slope = _logits(inputs, head, bias, low_rank, softcap, scale)
                # d logprob / d logits = onehot(label) - softmax(logits)
                grad = logits.softmax(-1).neg_()
                ones = torch.ones((), dtype=grad.dtype, device=grad.device)
                grad.scatter_add_(-1, labels[part, None], ones.expand(len(grad), 1))
                grad *= grad_outputs[0][part, None]
                if cap_slope is not None:
                    grad *= cap_slope
                if grad_bias is not None:
                    grad_bias += grad.sum(0) * scale
                grad = (grad * scale).to(dtype)
                if grad_hidden is not None:
                    grad_hidden[part] = (grad @ head).to(hidden.dtype)
                if grad_weight is not None:
                    grad_weight += grad.T @ inputs
                if grad_inner is not None:
                    grad_inner[part] = (grad @ adapter).to(inner.dtype)
                if grad_outer is not None and low_rank is not None:
                    grad_outer += grad.T @ low_rank[0]
        return (
            grad_hidden,
            grad_weight.to(weight.dtype) if grad_weight is not None else None,
            None,
            grad_bias.to(bias.dtype) if grad_bias is not None else None,
            grad_inner,
            grad_outer.to(outer.dtype) if grad_outer is not None else None,
            *(None,) * 4,
        )


def _chunks(length: int, chunk_size: int) -> list[slice]:
    return [slice(start, start + chunk_size) for start in range(0, length, chunk_size)]


def _fp32_zeros(like: Tensor) -> Tensor:
    return torch.zeros_like(like, dtype=torch.float32)


def _low_rank(inner: Tensor | None, outer: Tensor | None, part: slice) -> LowRank | None:
    if inner is None or outer is None:
        return None
    return inner[part].to(outer.dtype), outer


def _logits(
    inputs: Tensor,
    head: Tensor,
    bias: Tensor | None,
    low_rank: LowRank | None,
    softcap: float | None,
    scale: float,
) -> tuple[Tensor, Tensor | None]:
    """Logits in fp32, and the slope of the cap where there is one."""
    logits = (inputs @ head.T).float()
    if low_rank is not None:
        logits += low_rank[0] @ low_rank[1].T
    if bias is not None:
        logits += bias.float()
    logits *= scale
    if softcap is None:
        return logits, None
    capped = torch.tanh(logits / softcap)
    return capped * softcap, 1 - capped.square()
