"""The online tracker and its post-hoc twin fire at the same token."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from dharma_pl.functional.tracker import BLOCK, RepetitionTracker, certain_at


def fires_at(rows, active=None, **limits):
    tracker = RepetitionTracker(len(rows), **limits)
    fired = [None] * len(rows)
    for step, tokens in enumerate(zip(*rows, strict=True)):
        mask = None if active is None else torch.tensor([length > step for length in active])
        certain = tracker.update(torch.tensor(tokens), mask)
        for row, now in enumerate(certain.tolist()):
            assert now or fired[row] is None, "certain once, certain for good"
            if now and fired[row] is None:
                fired[row] = step
    return fired


SEQUENCES = st.builds(
    lambda head, unit, tail, copies: head + unit * copies + tail,
    st.lists(st.integers(0, 3), max_size=70),
    st.lists(st.integers(0, 3), min_size=1, max_size=30),
    st.lists(st.integers(0, 50_000), max_size=20),
    st.integers(0, 12),
)


@settings(deadline=None, max_examples=40)
@given(
    rows=st.lists(SEQUENCES, min_size=1, max_size=3),
    max_period=st.sampled_from([1, 7, 40]),
    repeats=st.sampled_from([2, 3, 6]),
    symbols=st.sampled_from([1, 50, 128]),
)
def test_parity_with_the_twin_whatever_comes_after_the_end(rows, max_period, repeats, symbols):
    limits = {"max_period": max_period, "repeats": repeats, "symbols": symbols}
    longest = max(map(len, rows)) + 150
    padded = [row + [0] * (longest - len(row)) for row in rows]
    fired = fires_at(padded, [len(row) for row in rows], **limits)
    assert fired == [certain_at(row, **limits) for row in rows]


@pytest.mark.parametrize("period", [1, 2, 31, 32, 33, 64, 100])
def test_a_loop_is_certain_soon_after_it_is_one_and_not_before(period):
    head = list(range(1000, 1077))
    ids = head + list(range(period)) * (3000 // period)
    at = certain_at(ids, max_period=100)
    assert at is not None
    enough = len(head) + max(6 * period, 512)
    assert enough - 1 <= at < enough + 2 * BLOCK
    assert certain_at(ids[:at], max_period=100) is None


def test_longer_periods_are_not_looked_for():
    assert certain_at(list(range(65)) * 40, max_period=64) is None
    assert certain_at(list(range(65)) * 40, max_period=65) is not None


def test_random_tokens_are_never_certain():
    generator = torch.Generator().manual_seed(0)
    rows = torch.randint(0, 50, (8, 1500), generator=generator).tolist()
    assert fires_at(rows, max_period=128, repeats=2, symbols=96) == [None] * 8
    assert fires_at([[7] * 300, [*range(300)]], symbols=64) == [
        certain_at([7] * 300, symbols=64),
        None,
    ]


def test_short_sequences():
    assert certain_at([]) is None
    assert certain_at([1] * 511) is None


@pytest.mark.parametrize("limits", [{"max_period": 0}, {"repeats": 1}, {"symbols": 0}])
def test_sizes_are_checked(limits):
    with pytest.raises(ValueError, match="Expected rows"):
        RepetitionTracker(1, **limits)
    with pytest.raises(ValueError, match="Expected rows"):
        certain_at([1], **limits)
