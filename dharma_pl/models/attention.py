"""Attention that skips what shared rows leave out, and is PyTorch's own otherwise.

Their masks are mostly empty. On a GPU FlexAttention skips the empty blocks; elsewhere the rows are
cut into blocks here, each with the keys that it can see. Generation in the same run keeps the
kernels that suit it.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.attention.flex_attention import BlockMask
from transformers import AttentionInterface, AttentionMaskInterface, PreTrainedModel
from transformers.masking_utils import sdpa_mask
from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS

from dharma_pl.functional.shared_prefix import Span

BY_BLOCKS = "by_blocks"
QUERIES = 256
"""Of a block. Smaller ones leave out more, larger ones cost fewer calls."""


class Block(NamedTuple):
    """Some queries in a row and the keys they see.

    Attributes:
        queries: how many.
        keys: from and to of each stretch of keys.
        mask: [1, 1, queries, keys] what is added to the scores; None for padding, which is
            skipped.
    """

    queries: int
    keys: tuple[tuple[int, int], ...] = ()
    mask: Tensor | None = None


class Blocks:
    """A mask in pieces: for each row its blocks, which follow one another.

    Args:
        rows: the blocks of each row.
    """

    def __init__(self, rows: Sequence[Sequence[Block]]) -> None:
        self.rows = rows
        self._folded: dict[int, list[list[Block]]] = {1: [list(row) for row in rows]}

    def folded(self, heads: int) -> list[list[Block]]:
        """The blocks for that many heads of queries one after the other; made once."""
        if heads not in self._folded:
            self._folded[heads] = [
                [
                    block if block.mask is None
                    else block._replace(mask=block.mask.repeat(1, 1, heads, 1))
                    for block in row
                ]
                for row in self.rows
            ]  # fmt: skip
        return self._folded[heads]


def in_blocks(mask: Tensor, rows: Sequence[Sequence[Span]], dtype: torch.dtype) -> Blocks:
    """Cut a mask into blocks.

    Args:
        mask: [rows, 1, tokens, tokens] True where a query sees a key.
        rows: the spans of each row; what follows the last is padding.
        dtype: of the scores.
    """
    return Blocks(
        [_row_blocks(one[0], spans, dtype) for one, spans in zip(mask, rows, strict=True)]
    )


def _row_blocks(mask: Tensor, spans: Sequence[Span], dtype: torch.dtype) -> list[Block]:
    blocks = []
    for span in spans:
        count = -(-(span.stop - span.start) // QUERIES)
        length = -(-(span.stop - span.start) // count)
        for start in range(span.start, span.stop, length):
            stop = min(start + length, span.stop)
            seen = mask[start:stop].any(0)
            theirs = sorted({span.prompt, (span.start, span.stop)})
            keys = tuple(_seen_of(seen, *part) for part in theirs if seen[slice(*part)].any())
            part = torch.cat([mask[start:stop, slice(*key)] for key in keys], -1)
            added = torch.zeros((), dtype=dtype).where(part, float("-inf"))
            blocks.append(Block(stop - start, keys, added[None, None]))
    if padding := mask.shape[-1] - (spans[-1].stop if spans else 0):
        blocks.append(Block(padding))
    return blocks


def _seen_of(seen: Tensor, start: int, stop: int) -> tuple[int, int]:
    """From the first to the last key seen between two places."""
    places = seen[start:stop].nonzero()
    return start + int(places[0]), start + int(places[-1]) + 1


def by_blocks(
    module: nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attention_mask: Tensor | BlockMask | Blocks | None,
    dropout: float = 0.0,
    scaling: float | None = None,
    **kwargs: Any,
) -> tuple[Tensor, Tensor | None]:
    """Attend, by the kernel that the mask was built for; shapes as transformers hands them over."""
    if isinstance(attention_mask, BlockMask | Blocks) and torch.is_autocast_enabled(
        query.device.type
    ):  # autocast knows sdpa, but not flex; and of blocks it would cast each
        dtype = torch.get_autocast_dtype(query.device.type)
        query, key, value = query.to(dtype), key.to(dtype), value.to(dtype)
    if isinstance(attention_mask, Blocks):
        if kwargs.get("position_bias") is not None:
            raise ValueError("Expected attention without a position bias under a mask in blocks")
        return _blockwise(query, key, value, attention_mask, dropout, scaling), None
    name = "flex_attention" if isinstance(attention_mask, BlockMask) else "sdpa"
    result: tuple[Tensor, Tensor | None] = ALL_ATTENTION_FUNCTIONS[name](
        module, query, key, value, attention_mask, dropout=dropout, scaling=scaling, **kwargs
    )
    return result


def _blockwise(
    query: Tensor, key: Tensor, value: Tensor, blocks: Blocks, dropout: float, scaling: float | None
) -> Tensor:
    """[rows, heads, tokens, width] of queries, keys and values to [rows, tokens, heads, width].

    The heads that share their keys run as more queries of one head: the keys need no copies, and
    PyTorch's kernel for CPUs works best with many queries.
    """
    heads = query.shape[1] // key.shape[1]
    rows = zip(blocks.folded(heads), query.split(1), key.split(1), value.split(1), strict=True)
    return torch.cat([_row(row, q, k, v, dropout, scaling) for row, q, k, v in rows])


def _row(
    blocks: Sequence[Block],
    query: Tensor,
    key: Tensor,
    value: Tensor,
    dropout: float,
    scaling: float | None,
) -> Tensor:
    found = []
    for block, part in zip(blocks, query.split([b.queries for b in blocks], 2), strict=True):
        if block.mask is None:
            found.append(part.new_zeros(1, block.queries, part.shape[1], value.shape[-1]))
            continue
        keys, values = (
            torch.cat([x[:, :, start:stop] for start, stop in block.keys], 2) for x in (key, value)
        )
        states = F.scaled_dot_product_attention(
            part.reshape(1, key.shape[1], -1, part.shape[-1]),
            keys,
            values,
            attn_mask=block.mask,
            dropout_p=dropout,
            scale=scaling,
        )
        found.append(states.reshape(*part.shape[:3], -1).transpose(1, 2))
    return torch.cat(found, 1)


AttentionInterface.register(BY_BLOCKS, by_blocks)
AttentionMaskInterface.register(BY_BLOCKS, sdpa_mask)


def use_attention(model: PreTrainedModel, name: str) -> None:
    """Give the text model another attention; a vision tower keeps its own."""
    key = "text_config" if "text_config" in model.config.sub_configs else ""
    model.set_attn_implementation({key: name})
