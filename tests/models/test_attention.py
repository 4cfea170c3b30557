"""Masks in blocks: they say what the whole mask says, and leave out most of what it leaves out."""

import pytest
import torch
from torch.nn import functional as F

from dharma_pl.functional.shared_prefix import (
    Group,
    arrange,
    causal,
    dense_mask,
    sliding,
    spans,
)
from dharma_pl.models.attention import QUERIES, _blockwise, in_blocks

GROUPS = [Group(600, (120, 300)), Group(300, (1, 90, 30)), Group(2, (5, 3))]
ROWS = [[0], [1, 2]]


def cut(inner):
    mask = dense_mask(arrange(GROUPS, ROWS), inner)
    return mask, in_blocks(mask, [spans(GROUPS, row) for row in ROWS], torch.float32)


@pytest.mark.parametrize(("inner", "share"), [(causal, 0.45), (sliding(64), 0.35)])
def test_blocks_say_what_the_mask_says_in_less_room(inner, share):
    mask, blocks = cut(inner)
    cells = 0
    for whole, row in zip(mask[:, 0], blocks.rows, strict=True):
        again, start = torch.zeros_like(whole), 0
        for block in row:
            if block.mask is not None:
                assert block.queries <= QUERIES
                seen = (block.mask[0, 0] == 0).split([b - a for a, b in block.keys], -1)
                for (a, b), part in zip(block.keys, seen, strict=True):
                    again[start : start + block.queries, a:b] = part
                cells += block.mask.numel()
            start += block.queries
        tokens = sum(block.queries for block in row if block.mask is not None)
        assert again[:tokens].equal(whole[:tokens])  # padding is left out
        assert start == len(whole)
    assert cells < share * mask.numel()


@pytest.mark.parametrize("keys", [1, 2, 4])
def test_heads_that_share_keys(keys):
    """One, two or four heads of queries for each of keys; values of another width."""
    mask, blocks = cut(causal)
    generator = torch.Generator().manual_seed(0)
    rows, tokens = mask.shape[0], mask.shape[-1]
    query, key, value = (
        torch.randn(rows, heads, tokens, width, generator=generator, requires_grad=True)
        for heads, width in ((4, 8), (keys, 8), (keys, 6))
    )
    times = 4 // keys
    repeated = (x.repeat_interleave(times, 1) for x in (key, value))
    want = F.scaled_dot_product_attention(query, *repeated, attn_mask=mask, scale=0.3)
    got = _blockwise(query, key, value, blocks, 0.0, 0.3)
    there = torch.zeros(rows, tokens, 1, 1)
    for number, row in enumerate(ROWS):
        there[number, : sum(GROUPS[group].length for group in row)] = 1
    want = want.transpose(1, 2) * there
    torch.testing.assert_close(got, want, rtol=1e-5, atol=1e-6)
    assert not got[there.expand_as(got) == 0].any()  # padding
    weights = torch.randn(want.shape, generator=generator)
    for one, other in zip(*(
        torch.autograd.grad((out * weights).sum(), (query, key, value)) for out in (got, want)
    ), strict=True):  # fmt: skip
        torch.testing.assert_close(one, other, rtol=1e-4, atol=1e-5)
