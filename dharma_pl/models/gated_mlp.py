"""Gated feed-forward layers that keep less for the backward pass.

`down(act(gate) * up)` keeps `act(gate)` beside `gate` and `up`: a tensor as wide as the layer, in
every layer, that is made again from `gate` for next to nothing. The numbers are the same.

On a CPU the last of them runs only for tokens that are scored.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import MethodType, SimpleNamespace
from typing import Any

import torch
from torch import Tensor, nn

from dharma_pl.models.learning_mlp import learn_gated, learning_weights

Activation = Callable[[Tensor], Tensor]

_PARTS = ("gate_proj", "up_proj", "down_proj", "act_fn")
"""What transformers calls them in all families that have them."""

_WANTED = "wanted_tokens"


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
        return of_gate, grad * acted.detach(), None


def _forward(mlp: Any, hidden: Tensor) -> Tensor:
    if (wanted := vars(mlp).get(_WANTED)) is not None:
        down = _forward_all(mlp, hidden.flatten(0, -2).index_select(0, wanted))
        whole = down.new_zeros(hidden.shape[:-1].numel(), down.shape[-1])
        return whole.index_copy(0, wanted, down).view(*hidden.shape[:-1], -1)
    return _forward_all(mlp, hidden)


def _forward_all(mlp: Any, hidden: Tensor) -> Tensor:
    if (weights := learning_weights(mlp, hidden)) is not None:
        return learn_gated(hidden, mlp.act_fn, weights)
    gated: Tensor = _Gated.apply(  # type: ignore[no-untyped-call]
        mlp.gate_proj(hidden), mlp.up_proj(hidden), mlp.act_fn
    )
    down: Tensor = mlp.down_proj(gated)
    return down


@contextmanager
def last_layer_for(layers: Any, places: Tensor) -> Iterator[None]:
    """Let the last layer's gated part run for those tokens alone whose states are asked for.

    No other token sees what it makes of one, so that of the rest, prompts above all, nothing is
    lost; their states are not to be read. Layers that `keep_less` has left alone run for all, and
    so do those on other devices than CPUs.

    Args:
        layers: of a text model.
        places: [tokens asked for] index in the flattened rows, each once.
    """
    mlp = getattr(layers[-1], "mlp", None) if layers else None
    ours = mlp is not None and getattr(vars(mlp).get("forward"), "__func__", None) is _forward
    if not ours or places.device.type != "cpu":
        yield
        return
    setattr(mlp, _WANTED, places)
    try:
        yield
    finally:
        delattr(mlp, _WANTED)


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
