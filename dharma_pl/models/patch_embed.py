"""A vision tower's first layer, run as the matrix product that it is."""

from types import MethodType
from typing import Any

import torch.nn.functional as F
from torch import Tensor, nn


def linear_patch_embed(model: nn.Module) -> None:
    """Run the patch embedding of Qwen-VL and its kin as a matrix product.

    Their Conv3d gets one patch a row and has stride = kernel size, so it multiplies each patch with
    one matrix. PyTorch runs such a convolution ten to a hundred times slower than the product on a
    CPU, forwards and backwards. The numbers are the same up to rounding; parameters keep their
    names.
    """
    for module in model.modules():
        conv = getattr(module, "proj", None)
        takes_patches = hasattr(module, "temporal_patch_size")
        if takes_patches and type(conv) is nn.Conv3d and conv.kernel_size == conv.stride:
            module.forward = MethodType(_forward, module)


def _forward(self: Any, hidden_states: Tensor) -> Tensor:
    conv = self.proj
    if type(conv) is not nn.Conv3d:  # an adapter has wrapped it since
        result: Tensor = type(self).forward(self, hidden_states)
        return result
    weight = conv.weight.flatten(1)
    rows = hidden_states.view(-1, weight.shape[1]).to(weight.dtype)
    return F.linear(rows, weight, conv.bias)
