import logging
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dharma_pl.data.splits import assign_splits, splits_of
from dharma_pl.errors import UsageError
from dharma_pl.records import Document


def documents(count, groups=None):
    return [
        Document(f"d{i}", "p", group=None if groups is None else f"g{i % groups}")
        for i in range(count)
    ]


def by_id(listed):
    return {document.id: document.split for document in listed}


def test_shares_are_met():
    counts = Counter(document.split for document in assign_splits(documents(10_000)))
    assert counts["heldout"] == pytest.approx(2000, abs=160)  # four standard deviations
    assert counts["validation"] == pytest.approx(1000, abs=120)
    assert counts["legitimate"] == 0


@settings(max_examples=50, deadline=None)
@given(st.integers(3, 40), st.integers(0, 1000), st.randoms(use_true_random=False))
def test_every_split_has_one_and_order_does_not_matter(count, seed, random):
    listed = documents(count)
    splits = by_id(assign_splits(listed, seed=seed))
    assert set(splits.values()) == {"train", "validation", "heldout"}
    random.shuffle(listed)
    assert by_id(assign_splits(listed, seed=seed)) == splits


@settings(max_examples=30, deadline=None)
@given(st.integers(3, 12), st.integers(0, 1000))
def test_groups_stay_together(groups, seed):
    split_of_group = {}
    for document in assign_splits(documents(60, groups), seed=seed):
        assert split_of_group.setdefault(document.group, document.split) == document.split


def test_new_documents_do_not_move_old_ones():
    few, many = by_id(assign_splits(documents(300))), by_id(assign_splits(documents(600)))
    assert few.items() <= many.items()


def test_the_seed_matters():
    listed = documents(100)
    assert by_id(assign_splits(listed, seed=0)) != by_id(assign_splits(listed, seed=1))


def test_order_of_the_configuration_does_not_matter():
    one = splits_of("abcdefghij", {"validation": 0.3, "heldout": 0.4})
    assert one == splits_of("abcdefghij", {"heldout": 0.4, "validation": 0.3})


def test_a_share_of_zero_stays_empty():
    splits = assign_splits(documents(50), {"validation": 0.0, "heldout": 0.2})
    assert "validation" not in by_id(splits).values()


def test_too_few_documents_are_said(caplog):
    with caplog.at_level(logging.WARNING):
        splits = assign_splits(documents(2))
    assert "train" in by_id(splits).values()
    assert "too few documents" in caplog.text


def test_a_single_document_is_for_training():
    assert {by_id(assign_splits(documents(1), seed=seed))["d0"] for seed in range(30)} == {"train"}


def test_a_group_named_as_an_id_is_another_thing():
    pairs = [(Document(f"x{i}", "p"), Document(f"y{i}", "p", group=f"x{i}")) for i in range(100)]
    splits = by_id(assign_splits([document for pair in pairs for document in pair]))
    assert any(splits[f"x{i}"] != splits[f"y{i}"] for i in range(100))


@pytest.mark.parametrize("fractions", [{"heldout": -0.1}, {"heldout": 0.6, "validation": 0.4}])
def test_shares_that_make_no_sense(fractions):
    with pytest.raises(UsageError, match="sum below 1"):
        splits_of(["a"], fractions)
