"""One cast of what several projections read under autocast, in place of one for each.

The residual stream is fp32 there and every product is not: queries, keys, values, gates and the
adapters of all of them would each cast the same tensor, keep their own copy of it for the backward
pass, and cast their part of its gradient back before the parts are added up.
"""

from typing import Any

import torch
from torch import Tensor, nn

_PROJECTIONS = (("q_proj", "k_proj", "v_proj"), ("gate_proj", "up_proj"))
"""What transformers calls what attention and gated layers make of their input, and nothing else."""


def cast_once(hidden: Tensor) -> Tensor:
    """In the dtype that autocast gives to products; unchanged where it is off."""
    device = hidden.device.type
    if hidden.dtype != torch.float32 or not torch.is_autocast_enabled(device):
        return hidden
    return hidden.to(torch.get_autocast_dtype(device))


def share_casts(model: nn.Module) -> int:
    """Let attention and gated layers cast their input once; returns how many do."""
    changed = 0
    for module in model.modules():
        if any(all(isinstance(getattr(module, x, None), nn.Module) for x in p)
               for p in _PROJECTIONS):  # fmt: skip
            module.register_forward_pre_hook(_before, with_kwargs=True)
            changed += 1
    return changed


def _before(module: nn.Module, args: Any, kwargs: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    if args and isinstance(args[0], Tensor):
        return (cast_once(args[0]), *args[1:]), kwargs
    if isinstance(hidden := kwargs.get("hidden_states"), Tensor):
        return args, kwargs | {"hidden_states": cast_once(hidden)}
    return args, kwargs
