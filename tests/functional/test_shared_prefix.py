"""Layouts and masks against the definition, token by token."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn.attention.flex_attention import create_mask

from dharma_pl.functional.shared_prefix import (
    Group,
    arrange,
    block_mask,
    causal,
    dense_mask,
    mask_mod,
    pack,
    predictors,
    sliding,
)

GROUPS = st.lists(
    st.builds(
        Group,
        st.integers(1, 9),
        st.lists(st.integers(1, 7), min_size=1, max_size=4).map(tuple),
    ),
    min_size=1,
    max_size=5,
)


def spelled_out(groups, row):
    """(group, completion or None, position) of each token of a row."""
    tokens = []
    for number in row:
        prompt, completions = groups[number]
        tokens += [(number, None, place) for place in range(prompt)]
        for order, length in enumerate(completions):
            tokens += [(number, order, prompt + place) for place in range(length)]
    return tokens


@settings(max_examples=60, deadline=None)
@given(GROUPS, st.integers(1, 40), st.sampled_from([1, 8]), st.sampled_from([None, 1, 3, 6]))
def test_a_token_sees_what_it_would_see_alone(groups, capacity, multiple, window):
    rows = pack([group.length for group in groups], capacity)
    layout = arrange(groups, rows, multiple)
    mask = dense_mask(layout, causal if window is None else sliding(window))
    width = layout.group.shape[1]
    assert width % multiple == 0
    for number, row in enumerate(rows):
        tokens = spelled_out(groups, row)
        assert layout.group[number].tolist() == [t[0] for t in tokens] + [-1] * (
            width - len(tokens)
        )
        assert layout.position[number, : len(tokens)].tolist() == [t[2] for t in tokens]
        for q, (group, mine, at) in enumerate(tokens):
            want = [
                group == theirs_group and theirs in (None, mine) and there <= at
                and (window is None or at - there < window)
                for theirs_group, theirs, there in tokens
            ]  # fmt: skip
            assert mask[number, 0, q, : len(tokens)].tolist() == want
            assert not mask[number, 0, q, len(tokens) :].any()
    assert mask.any(-1).all()  # a softmax over nothing would be NaN, in padding too


@settings(max_examples=30, deadline=None)
@given(GROUPS, st.integers(1, 40))
def test_each_completion_is_predicted_from_its_prompt_and_itself(groups, capacity):
    rows = pack([group.length for group in groups], capacity)
    layout = arrange(groups, rows)
    places = predictors(groups, rows, layout.group.shape[1])
    assert len(places) == sum(len(group.completions) for group in groups)
    found = iter(places)
    for number, (prompt, completions) in enumerate(groups):
        for order, length in enumerate(completions, 1):
            at = next(found)
            assert layout.group.flatten()[at].tolist() == [number] * length
            assert layout.segment.flatten()[at].tolist() == [0] + [order] * (length - 1)
            want = list(range(prompt - 1, prompt - 1 + length))
            assert layout.position.flatten()[at].tolist() == want


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 30), min_size=1, max_size=20), st.integers(1, 40))
def test_packing_loses_nothing_and_fills_no_row_beyond_its_capacity(lengths, capacity):
    rows = pack(lengths, capacity)
    assert sorted(number for row in rows for number in row) == list(range(len(lengths)))
    for row in rows:
        assert len(row) == 1 or sum(lengths[number] for number in row) <= capacity
    assert len(rows) <= len(lengths)


@pytest.mark.parametrize("inner", [causal, sliding(50)], ids=["causal", "sliding"])
def test_flex_attention_reads_the_same_mask(inner):
    """As mask_mod, and as blocks: none that holds anything is skipped, none is full that is not."""
    groups = [Group(100, (40, 90)), Group(70, (30, 20, 60))]
    layout = arrange(groups, [[0, 1]], 128)
    dense = dense_mask(layout, inner)
    tokens = dense.shape[-1]
    spread = create_mask(mask_mod(layout, inner), 1, 1, tokens, tokens, device="cpu")
    assert spread.equal(dense)
    blocks = block_mask(layout, inner)
    assert blocks.shape == (1, 1, tokens, tokens)
    cut = dense.unflatten(-1, (-1, 128)).unflatten(-3, (-1, 128)).transpose(-3, -2)
    holds, full = cut.any(-1).any(-1), cut.all(-1).all(-1)
    assert blocks.to_dense().bool().equal(holds)
    assert int(blocks.full_kv_num_blocks.sum()) == int(full.sum())
    assert not holds.all()  # something is skipped
