"""Plans of batches: by seed and epoch alone, shared by ranks, resumable."""

import itertools
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dharma_pl.data.loader import (
    BatchLoader,
    global_plan,
    sequential_plan,
    shares,
    shuffled_plan,
    validation_plan,
)
from dharma_pl.errors import DataError

counts = st.integers(1, 60)


@given(counts, st.integers(1, 10), st.integers(0, 5), st.integers(0, 5))
def test_a_shuffled_plan_has_each_row_at_most_once_in_full_batches(rows, size, seed, epoch):
    plan = shuffled_plan(rows, size, seed=seed, epoch=epoch)
    flat = list(itertools.chain(*plan))
    assert len(set(flat)) == len(flat) == rows - rows % size
    assert set(flat) <= set(range(rows))
    assert all(len(batch) == size for batch in plan)
    assert plan == shuffled_plan(rows, size, seed=seed, epoch=epoch)


def test_seed_and_epoch_change_the_order():
    plans = [
        shuffled_plan(50, 5, seed=seed, epoch=epoch) for seed in range(4) for epoch in range(4)
    ]
    assert len({str(plan) for plan in plans}) == 16


def test_rows_left_over_in_one_epoch_come_in_another():
    seen = set()
    for epoch in range(10):
        seen |= set(itertools.chain(*shuffled_plan(7, 3, seed=0, epoch=epoch)))
    assert seen == set(range(7))


@given(counts, st.integers(1, 10))
def test_a_sequential_plan_has_each_row_once_in_order(rows, size):
    assert list(itertools.chain(*sequential_plan(rows, size))) == list(range(rows))


@given(counts, st.integers(1, 5), st.integers(1, 4), st.integers(0, 3))
def test_ranks_partition_every_global_batch_equally(rows, size, world, epoch):
    if rows < world:
        with pytest.raises(DataError, match="fewer devices or more"):
            global_plan(rows, size, world, seed=0)
        return
    plan = global_plan(rows, size, world, seed=0)(epoch)
    ranks = [shares(rank, world)(plan) for rank in range(world)]
    assert len({len(rank) for rank in ranks}) == 1
    for whole, *parts in zip(plan, *ranks, strict=True):
        assert sorted(itertools.chain(*parts)) == sorted(whole)
        assert len({len(part) for part in parts}) == 1


@given(counts, st.integers(1, 5), st.integers(1, 4))
def test_validation_has_as_many_batches_on_every_rank(rows, size, world):
    """Uneven ranks would wait for each other for ever."""
    ranks = [validation_plan(rows, size, rank, world) for rank in range(world)]
    assert len({len(rank) for rank in ranks}) == 1
    flat = [row for rank in ranks for batch in rank for row in batch]
    assert len(set(flat)) == len(flat) > rows - world
    assert all(0 < len(batch) <= size for rank in ranks for batch in rank)


def test_the_global_batch_does_not_depend_on_the_number_of_ranks():
    assert global_plan(40, 8, 1, seed=3)(2) == global_plan(40, 2, 4, seed=3)(2)


def test_too_few_rows_for_a_batch_shrink_it_with_a_warning(caplog):
    with caplog.at_level(logging.WARNING):
        plan = global_plan(5, 4, 2, seed=0)(0)
    assert [len(batch) for batch in plan] == [4]
    assert "5 rows are fewer than a batch of 8: training on batches of 4" in caplog.text


def loader(workers: int = 0) -> BatchLoader:
    plan = global_plan(11, 2, 1, seed=1)
    return BatchLoader(range(100, 111), plan, list, workers)


def test_batches_are_the_plan_of_the_epoch():
    batches = loader()
    assert len(batches) == 5
    for epoch in (0, 1):
        batches.set_epoch(epoch)
        want = [[100 + i for i in batch] for batch in global_plan(11, 2, 1, seed=1)(epoch)]
        assert list(batches) == want


@pytest.mark.parametrize(("stop", "workers"), [*((stop, 0) for stop in range(6)), (3, 1)])
def test_a_resumed_loader_goes_on_with_the_next_batch(stop, workers):
    whole = loader()
    whole.set_epoch(1)
    want = list(whole)
    first = loader(workers)
    first.set_epoch(1)
    seen = list(itertools.islice(first, stop))
    state = first.state_dict()
    second = loader(workers)
    second.load_state_dict(state)
    second.set_epoch(1)  # Lightning calls it again on resuming
    if stop < len(want):
        assert seen + list(second) == want
    else:
        assert state == {"epoch": 1, "batches": 5}


def test_a_new_epoch_starts_at_its_first_batch():
    batches = loader()
    list(itertools.islice(batches, 2))
    batches.set_epoch(1)
    assert batches.state_dict() == {"epoch": 1, "batches": 0}


def test_validation_starts_over_every_time():
    batches = BatchLoader(range(4), lambda _: sequential_plan(4, 2), list)
    assert list(batches) == list(batches) == [[0, 1], [2, 3]]
