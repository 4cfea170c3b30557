"""A gated feed-forward layer that learns, in bfloat16 on a CPU: its products as oneDNN likes them.

oneDNN takes a third longer where a product has more than some two thousand outputs, and where the
gradient of a weight sums over the rows of a narrow factor that is not turned around first. And of
tensors as wide as the layer gate and up alone are kept: their product is made again. The numbers
are the same up to the order of sums.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

Activation = Callable[[Tensor], Tensor]

OUTPUTS = 2048
"""Of a product: more are made in slices, which takes a quarter less time."""


class _LearningMLP(torch.autograd.Function):
    """Gate, up and the layer's input are kept, and its weights in the products' dtype."""

    @staticmethod
    def forward(ctx: Any, hidden: Tensor, act: Activation, *weights: Tensor) -> Tensor:
        rows = hidden.flatten(0, -2)
        of_gate, of_up, of_down = casts = [weight.to(hidden.dtype) for weight in weights]
        gate, up = _product(rows, of_gate), _product(rows, of_up)
        ctx.save_for_backward(rows, gate, up, *casts)
        ctx.act, ctx.dtypes = act, [weight.dtype for weight in weights]
        return torch.mm(act(gate) * up, of_down.T).view(*hidden.shape[:-1], -1)

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor | None, ...]:
        rows, gate, up, of_gate, of_up, of_down = ctx.saved_tensors
        grad = grads[0].flatten(0, -2)
        with torch.enable_grad():
            gate = gate.detach().requires_grad_()
            acted = ctx.act(gate)
        factor = acted.detach()
        # Made again, since that costs less than a tensor kept for each layer.
        down = grad.T.contiguous().mm(factor * up).to(ctx.dtypes[2])
        product = grad.mm(of_down)
        grad_up = product * factor
        (grad_gate,) = torch.autograd.grad(acted, gate, product.mul_(up))
        grad_hidden = None
        if ctx.needs_input_grad[0]:
            grad_hidden = grad_gate.mm(of_gate).addmm_(grad_up, of_up)
            grad_hidden = grad_hidden.view(*grads[0].shape[:-1], -1)
        wide = (
            part.T.mm(rows).to(dtype)
            for part, dtype in zip((grad_gate, grad_up), ctx.dtypes, strict=False)
        )
        return grad_hidden, None, *wide, down


def _product(rows: Tensor, weight: Tensor) -> Tensor:
    """`rows weight^T`."""
    result = rows.new_empty(len(rows), len(weight))
    for some, into in zip(weight.split(OUTPUTS), result.split(OUTPUTS, 1), strict=True):
        torch.mm(rows, some.T, out=into)
    return result


def learn_gated(hidden: Tensor, act: Activation, weights: tuple[Tensor, ...]) -> Tensor:
    """`(act(x gate^T) * (x up^T)) down^T` with gradients for all weights.

    Args:
        hidden: [..., width] in the dtype of the products.
        act: of each number by itself.
        weights: of gate, up and down, as `learning_weights` gives them.
    """
    result: Tensor = _LearningMLP.apply(hidden, act, *weights)  # type: ignore[no-untyped-call]
    return result


def learning_weights(mlp: Any, hidden: Tensor) -> tuple[Tensor, ...] | None:
    """The weights of a gated layer's parts where `learn_gated` is to run; None elsewhere.

    Elsewhere is what has another kind of part (an adapter), a bias, a hook or a frozen weight, and
    other devices and dtypes. Where no gradient is asked for it runs all the same: the reference
    is to have the policy's rounding.
    """
    device, dtype = hidden.device.type, hidden.dtype
    if device != "cpu" or dtype != torch.bfloat16:
        return None
    casts = torch.is_autocast_enabled(device) and torch.get_autocast_dtype(device) == dtype
    parts = (mlp.gate_proj, mlp.up_proj, mlp.down_proj)
    if not all(_is_plain(part) and (casts or part.weight.dtype == dtype) for part in parts):
        return None
    return tuple(part.weight for part in parts)


def _is_plain(part: Any) -> bool:
    return (
        type(part) is nn.Linear
        and part.bias is None
        and part.weight.requires_grad
        and not part._forward_hooks
        and not part._forward_pre_hooks
        and not part._backward_hooks
        and "forward" not in vars(part)
    )
