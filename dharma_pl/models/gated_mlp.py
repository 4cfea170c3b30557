"""Gated feed-forward layers that keep less for the backward pass.

`down(act(gate) * up)` keeps `act(gate)` beside `gate` and `up`: a tensor as wide as the layer, in
every layer, that is made again from `gate` for next to nothing. The numbers are the same.
"""

from collections.abc import Callable
from types import MethodType, SimpleNamespace
from typing import Any

import torch
from torch import Tensor, nn

Activation = Callable[[Tensor], Tensor]

_PARTS = ("gate_proj", "up_proj", "down_proj", "act_fn")
"""What transformers calls them in all families that have them."""


class _Gated(torch.autograd.Function):
    """`act(gate) * up`, of which gate and up are kept."""

    @staticmethod
    def forward(ctx: Any, gate: Tensor, up: Tensor, act: Activation) -> Tensor:
        ctx.save_for_backward(gate, up)
        ctx.act = act
        return act(gate) * up

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor, Tensor, None]:
        gate, up = ctx.saved_tensors
        with torch.enable_grad():
            gate = gate.detach().requires_grad_()
            acted = ctx.act(gate)
        (of_gate,) = torch.autograd.grad(acted, gate, grad * up)
        return of_gate, acted.detach().mul_(grad), None


def _forward(mlp: Any, hidden: Tensor) -> Tensor:
    gated: Tensor = _Gated.apply(  # type: ignore[no-untyped-call]
        mlp.gate_proj(hidden), mlp.up_proj(hidden), mlp.act_fn
    )
    down: Tensor = mlp.down_proj(gated)
    return down


def keep_less(model: nn.Module) -> int:
    """Let gated layers keep less; returns how many do.

    Layers of other formulas are left alone, whatever their parts are called.
    """
    changed = 0
    for module in model.modules():
        if _is_gated(module):
            module.forward = MethodType(_forward, module)
            changed += 1
    return changed


@torch.no_grad()
def _is_gated(module: Any) -> bool:
    """Whether a layer's own code gives the formula's numbers, tried with small parts."""
    if not all(hasattr(module, name) for name in _PARTS) or "forward" in vars(module):
        return False  # where a library has hooked into one module, its hook stays
    if isinstance(module.act_fn, nn.Module) and any(True for _ in module.act_fn.parameters()):
        return False
    generator = torch.Generator().manual_seed(0)
    weights = torch.randn(3, 4, 4, generator=generator)
    parts = [lambda x, w=weight: x @ w for weight in weights]
    small = SimpleNamespace(**dict(zip(_PARTS, [*parts, module.act_fn], strict=True)))
    hidden = torch.randn(1, 3, 4, generator=generator)
    try:
        return torch.equal(type(module).forward(small, hidden), _forward(small, hidden))
    except Exception:  # it needs something else of its own
        return False
