"""Per-token log-probabilities without ever holding a [tokens, vocabulary] tensor."""

from typing import Any

import torch
from jaxtyping import Float, Int
from torch import Tensor

CHUNK_SIZE = 1024


def token_logprobs(
    hidden: Float[Tensor, "tokens width"],
    weight: Float[Tensor, "vocabulary width"],
    labels: Int[Tensor, " tokens"],
    bias: Float[Tensor, " vocabulary"] | None = None,
    *,
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
    result: Tensor = _TokenLogprobs.apply(  # type: ignore[no-untyped-call]
        hidden, weight, labels, bias, softcap, scale, chunk_size, compute_dtype
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
        softcap: float | None,
        scale: float,
        chunk_size: int,
        dtype: torch.dtype,
    ) -> Tensor:
        ctx.settings = (softcap, scale, chunk_size, dtype)
        head = weight.to(dtype)
        logprobs = torch.empty(labels.shape, dtype=torch.float32, device=hidden.device)
        with torch.autocast(hidden.device.type, enabled=False):
            for part in _chunks(len(labels), chunk_size):
                logits, _ = _logits(hidden[part].to(dtype), head, bias, softcap, scale)
                picked = logits.gather(-1, labels[part, None]).squeeze(-1)
                logprobs[part] = picked - logits.logsumexp(-1)
        ctx.save_for_backward(hidden, weight, labels, bias)
        return logprobs

    @staticmethod
    def backward(ctx: Any, *grad_outputs: Tensor) -> tuple[Tensor | None, ...]:
        hidden, weight, labels, bias = ctx.saved_tensors
        softcap, scale, chunk_size, dtype = ctx.settings
        needs_hidden, needs_weight, _, needs_bias = ctx.needs_input_grad[:4]
        head = weight.to(dtype)
        grad_hidden = torch.zeros_like(hidden) if needs_hidden else None
        grad_weight = _fp32_zeros(weight) if needs_weight else None
        grad_bias = _fp32_zeros(bias) if needs_bias else None
        with torch.autocast(hidden.device.type, enabled=False):
            for part in _chunks(len(labels), chunk_size):
                inputs = hidden[part].to(dtype)
                logits, cap_slope = _logits(inputs, head, bias, softcap, scale)
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
        return (
            grad_hidden,
            grad_weight.to(weight.dtype) if grad_weight is not None else None,
            None,
            grad_bias.to(bias.dtype) if grad_bias is not None else None,
            *(None,) * 4,
        )


def _chunks(length: int, chunk_size: int) -> list[slice]:
    return [slice(start, start + chunk_size) for start in range(0, length, chunk_size)]


def _fp32_zeros(like: Tensor) -> Tensor:
    return torch.zeros_like(like, dtype=torch.float32)


def _logits(
    inputs: Tensor, head: Tensor, bias: Tensor | None, softcap: float | None, scale: float
) -> tuple[Tensor, Tensor | None]:
    """Logits in fp32, and the slope of the cap where there is one."""
    logits = (inputs @ head.T).float()
    if bias is not None:
        logits += bias.float()
    logits *= scale
    if softcap is None:
        return logits, None
    capped = torch.tanh(logits / softcap)
    return capped * softcap, 1 - capped.square()
