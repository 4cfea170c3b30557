"""Groups stay together, ranks get equal numbers, budgets hold."""

import itertools
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dharma_pl.data.grouping import budget_plan, deal, group_shares
from dharma_pl.data.loader import global_plan, shares
from dharma_pl.data.preference import PreferenceData
from dharma_pl.errors import DataError


def ready(*args, **kwargs):
    data = PreferenceData(*args, **kwargs)
    data.trainer = SimpleNamespace(world_size=1, global_rank=0)
    data.setup("fit")
    return data


SIZES = st.lists(st.integers(1, 5), min_size=1, max_size=12)


def groups_of(sizes):
    """Rows of several groups, not sorted by them."""
    rows = [[f"g{number}"] * size for number, size in enumerate(sizes)]
    return [name for turn in itertools.zip_longest(*rows) for name in turn if name is not None]


@given(SIZES, st.integers(1, 6), st.integers(1, 4), st.integers(0, 3))
def test_ranks_get_every_row_once_and_as_many_each(sizes, size, world, epoch):
    groups = groups_of(sizes)
    if len(groups) < world:
        return
    lengths = [10 * int(name[1:]) for name in groups]
    plan = global_plan(len(groups), size, world, seed=1, lengths=lengths, groups=groups)(epoch)
    ranks = [group_shares(rank, world, groups)(plan) for rank in range(world)]
    for whole, *parts in zip(plan, *ranks, strict=True):
        assert sorted(itertools.chain(*parts)) == sorted(whole)
        assert len({len(part) for part in parts}) == 1
        if world == 1:  # side by side: a batch's border alone splits a group
            names = [name for name, _ in itertools.groupby(groups[row] for row in parts[0])]
            assert len(names) == len(set(names))


@given(st.integers(1, 60), st.integers(1, 5), st.integers(1, 4))
def test_single_rows_are_planned_and_dealt_as_without_groups(rows, size, world):
    if rows < world:
        return
    names = [str(row) for row in range(rows)]
    plan = global_plan(rows, size, world, seed=3, groups=names)(2)
    assert plan == global_plan(rows, size, world, seed=3)(2)
    for rank in range(world):
        assert group_shares(rank, world, names)(plan) == shares(rank, world)(plan)


def test_a_group_is_split_only_where_ranks_would_be_uneven():
    groups = ["a", "a", "b", "b", "c", "c"]
    assert deal(range(6), 3, groups) == [[0, 1], [2, 3], [4, 5]]
    assert deal(range(6), 2, groups) == [[0, 1, 4], [2, 3, 5]]


@settings(deadline=None)
@given(SIZES, st.integers(1, 3), st.integers(30, 90), st.integers(0, 2))
def test_a_budget_holds_on_every_rank(sizes, world, budget, epoch):
    groups = groups_of(sizes)
    lengths = [5 + 4 * (int(name[1:]) % 6) for name in groups]

    def cost(rows):
        return sum(lengths[row] for row in rows)

    if len(groups) < world:
        with pytest.raises(DataError, match="use fewer devices"):
            budget_plan(lengths, groups, cost, budget, world, seed=0)
        return
    plan = budget_plan(lengths, groups, cost, budget, world, seed=0)(epoch)
    flat = [row for batch in plan for row in batch]
    assert len(set(flat)) == len(flat) > len(groups) - world
    for batch in plan:
        hands = deal(batch, world, groups)
        assert {len(hand) for hand in hands} == {len(batch) // world}
        assert max(map(cost, hands)) <= budget


def test_a_pair_beyond_the_budget_is_named_with_its_tokens():
    with pytest.raises(DataError, match="longest pair alone has 50 tokens"):
        budget_plan([10, 50], ["a", "b"], lambda rows: 10 if rows == [0] else 50, 40, 1, seed=0)


def test_short_pairs_come_in_larger_batches(llama, text_documents, llama_pairs):
    data = ready(llama_pairs, text_documents, llama, token_budget=260)
    sizes = []
    for batch in data.train_dataloader():
        inputs = batch["inputs"]
        assert sum(group.length for group in inputs.groups) <= 260
        sizes.append(len(batch["pair_ids"]))
    assert sum(sizes) == 8
    assert max(sizes) > 1


def test_pairs_of_a_document_run_its_prompt_once(llama, text_documents, pairs_of, write_pairs,
                                                 tmp_path):  # fmt: skip
    pairs = pairs_of(llama)
    again = [
        type(pair)(pair.id + "b", pair.document_id, pair.chosen,
                   type(pair.rejected)("x", (*pair.rejected.token_ids, 40), "length"))
        for pair in pairs
    ]  # fmt: skip
    folder = write_pairs(tmp_path / "pairs", [*pairs, *again])
    for together in (True, False):
        data = ready(folder, text_documents, llama, batch_size=4, group_pairs=together)
        prompts = [len(batch["inputs"].groups) for batch in data.train_dataloader()]
        assert len(prompts) == 4
        assert (prompts == [2] * 4) == together
    (first, *_) = ready(folder, text_documents, llama, batch_size=4).train_dataloader()
    assert all(len(group.completions) == 3 for group in first["inputs"].groups)
