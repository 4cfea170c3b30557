"""Per-token log-probabilities without ever holding a [tokens, vocabulary] tensor."""

from typing import Any

import torch
from jaxtyping import Float, Int
from torch import Tensor

from dharma_pl.functional.logits import (
    ELEMENTS,
    LogitBuffers,
    LogitSettings,
    chunks,
    logit_settings,
    states_of,
)

ROWS = 4096
"""Tokens at a time where a learning head's gradient is made, a tile of the vocabulary after the
other: up to so many, each tile is one product, written once."""


def token_logprobs(
    hidden: Float[Tensor, "tokens width"],
    weight: Float[Tensor, "vocabulary width"],
    labels: Int[Tensor, " tokens"],
    bias: Float[Tensor, " vocabulary"] | None = None,
    *,
    low_rank: tuple[Float[Tensor, "tokens rank"], Float[Tensor, "vocabulary rank"]] | None = None,
    softcap: float | None = None,
    scale: float = 1.0,
    chunk_size: int | None = None,
) -> Float[Tensor, " tokens"]:
    """Log-probability of each label under the language-model head.

    The head runs on a chunk of tokens at a time, so that no [tokens, vocabulary] tensor is ever
    made. How a log-probability changes with its hidden state does not depend on what is done with
    it, so that gradient is made in the same pass, as softmax(logits) @ weight, and a frozen head is
    not run again. Only the gradient of a head that learns recomputes logits, in tiles of the
    vocabulary. The matrix products run in the autocast dtype where autocast is on, else in the
    dtype of `hidden`; soft-capping, softmax and the gather are in fp32.

    Args:
        hidden: last hidden states at the positions that predict `labels`.
        weight: the head's weight; gets a gradient only where it requires one.
        labels: token ids to score.
        bias: the head's bias.
        low_rank: states and weight of an adapter on the head: their product is added to the
            logits, so that the head's own weight may stay frozen and is never copied.
        softcap: c in c * tanh(logits / c), as in Gemma 2.
        scale: logits are multiplied by it before the cap (1 / logits_scaling in Granite).
        chunk_size: tokens a chunk; by default as many as make `ELEMENTS` logits.

    Returns:
        fp32 log-probabilities, in nats.

    Example:
        >>> hidden, weight = torch.eye(2), torch.zeros(4, 2)
        >>> token_logprobs(hidden, weight, torch.tensor([0, 3])).exp()
        tensor([0.2500, 0.2500])
    """
    factors = (hidden, weight, *(low_rank or ()))
    learns = tuple(torch.is_grad_enabled() and states.requires_grad for states in factors[::2])
    settings = logit_settings(hidden, weight, softcap, scale, chunk_size)
    result: Tensor = _TokenLogprobs.apply(  # type: ignore[no-untyped-call]
        labels, bias, settings, learns, *factors
    )
    return result


class _TokenLogprobs(torch.autograd.Function):
    """Logits are a sum of products, `factors` being states, weight, states, weight, ...

    What is kept for the backward pass has one vector a token, and no logits.
    """

    @staticmethod
    def forward(
        ctx: Any,
        labels: Tensor,
        bias: Tensor | None,
        settings: LogitSettings,
        learns: tuple[bool, ...],
        *factors: Tensor,
    ) -> Tensor:
        ctx.settings = settings
        weights = [weight.to(settings.dtype) for weight in factors[1::2]]
        slopes = [
            torch.empty_like(states) if needed else None
            for states, needed in zip(factors[::2], learns, strict=True)
        ]
        logprobs = torch.empty(labels.shape, dtype=torch.float32, device=labels.device)
        normalizers = torch.empty_like(logprobs)
        elements = min(settings.rows, len(labels)) * len(weights[0])
        buffers = LogitBuffers(elements, labels.device, settings)
        with torch.autocast(labels.device.type, enabled=False):
            for part in chunks(len(labels), settings.rows):
                states, label = states_of(factors, part, settings.dtype), labels[part, None]
                logits, cap_slope = buffers.logits(states, weights, bias)
                picked = logits.gather(-1, label)
                largest = logits.amax(-1, keepdim=True)
                total = logits.sub_(largest).exp_().sum(-1, keepdim=True)
                normalizer = total.log().add_(largest)
                logprobs[part] = (picked - normalizer).squeeze(-1)
                normalizers[part] = normalizer.squeeze(-1)
                if any(learns):
                    step = buffers.narrow(_step(logits.div_(total), label, cap_slope))
                    for slope, weight in zip(slopes, weights, strict=True):
                        if slope is not None:
                            slope[part] = (step @ weight).mul_(-settings.scale)
        ctx.save_for_backward(labels, bias, normalizers, *factors, *slopes)
        return logprobs

    @staticmethod
    def backward(ctx: Any, *grad_outputs: Tensor) -> tuple[Tensor | None, ...]:
        _, bias, _, *saved = ctx.saved_tensors
        count = len(saved) // 3
        factors, slopes = saved[: 2 * count], saved[2 * count :]
        _, needs_bias, _, _, *needs = ctx.needs_input_grad
        grads: list[Tensor | None] = [
            torch.empty_like(factor) if needed else None
            for factor, needed in zip(factors, needs, strict=True)
        ]
        grad_bias = torch.empty_like(bias) if needs_bias else None
        for i, slope in enumerate(slopes):
            if needs[2 * i]:
                torch.mul(slope, grad_outputs[0][:, None], out=grads[2 * i])
        if needs_bias or any(needs[1::2]):
            _head_gradient(ctx, grad_outputs[0], grad_bias, grads[1::2])
        return None, grad_bias, None, None, *grads


def _head_gradient(
    ctx: Any, upstream: Tensor, grad_bias: Tensor | None, grads: list[Tensor | None]
) -> None:
    """Fill the gradients of what learns in the head, a tile of the vocabulary at a time."""
    labels, bias, normalizers, *saved = ctx.saved_tensors
    factors, settings = saved[: 2 * len(grads)], ctx.settings
    vocabulary, rows = len(factors[1]), max(1, min(len(labels), ROWS))
    width = max(1, min(settings.rows * vocabulary, ELEMENTS) // rows)
    buffers = LogitBuffers(rows * min(width, vocabulary), labels.device, settings)
    targets = [grad_bias, *grads]
    with torch.autocast(labels.device.type, enabled=False):
        for tile in chunks(vocabulary, width):
            weights = [weight[tile].to(settings.dtype) for weight in factors[1::2]]
            offset = None if bias is None else bias[tile]
            sums: list[Tensor | None] = [None] * len(targets)
            for part in chunks(len(labels), rows):
                states = states_of(factors, part, settings.dtype)
                logits, cap_slope = buffers.logits(states, weights, offset)
                logits.sub_(normalizers[part, None]).exp_()
                step = _step(logits, labels[part, None] - tile.start, cap_slope)
                factor = upstream[part, None] * -settings.scale
                narrow = buffers.narrow(step).T
                for i, target in enumerate(targets):
                    if target is None:
                        continue
                    if i == 0:
                        product = (factor.T @ step).squeeze(0)
                    else:
                        product = narrow @ (states[i - 1] * factor).to(settings.dtype)
                    before = sums[i]
                    sums[i] = product if before is None else before.float() + product
            for target, value in zip(targets, sums, strict=True):
                if target is not None:
                    target[tile] = 0.0 if value is None else value  # no tokens, no gradient


def _step(probabilities: Tensor, label: Tensor, cap_slope: Tensor | None) -> Tensor:
    """- d logprob / d logits = softmax(logits) - onehot(label), times the cap's slope; in place."""
    inside = (label >= 0) & (label < probabilities.shape[-1])  # of this tile of the vocabulary
    place = label.clamp(0, probabilities.shape[-1] - 1)
    probabilities.scatter_add_(-1, place, -inside.to(probabilities.dtype))
    return probabilities if cap_slope is None else probabilities.mul_(cap_slope)
