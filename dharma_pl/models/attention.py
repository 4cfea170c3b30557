"""Attention that is FlexAttention under a block mask and PyTorch's own kernels otherwise.

Training on shared rows has masks that are mostly empty blocks, which FlexAttention skips;
generation in the same run keeps the kernels that suit it.
"""

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.attention.flex_attention import BlockMask
from transformers import AttentionInterface, AttentionMaskInterface, PreTrainedModel
from transformers.masking_utils import sdpa_mask
from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

SDPA_OR_FLEX = "sdpa_or_flex"


def sdpa_or_flex(
    module: nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attention_mask: Tensor | BlockMask | None,
    **kwargs: Any,
) -> tuple[Tensor, Tensor | None]:
    """Attend, by the kernel that the mask was built for; shapes as transformers hands them over."""
    if not isinstance(attention_mask, BlockMask):
        result: tuple[Tensor, Tensor | None] = ALL_ATTENTION_FUNCTIONS["sdpa"](
            module, query, key, value, attention_mask, **kwargs
        )
        return result
    if torch.is_autocast_enabled(query.device.type):  # autocast knows sdpa, but not flex
        dtype = torch.get_autocast_dtype(query.device.type)
        query, key, value = query.to(dtype), key.to(dtype), value.to(dtype)
    flex: tuple[Tensor, Tensor | None] = ALL_ATTENTION_FUNCTIONS["flex_attention"](
        module, query, key, value, attention_mask, **kwargs
    )
    return flex


AttentionInterface.register(SDPA_OR_FLEX, sdpa_or_flex)
AttentionMaskInterface.register(SDPA_OR_FLEX, sdpa_mask)


def use_attention(model: PreTrainedModel, name: str) -> None:
    """Give the text model another attention; a vision tower keeps its own."""
    key = "text_config" if "text_config" in model.config.sub_configs else ""
    model.set_attn_implementation({key: name})
