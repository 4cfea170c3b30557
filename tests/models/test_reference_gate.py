"""Rows of the reference cache that are not of this model are found before they are used."""

import random
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dharma_pl.errors import GateError
from dharma_pl.schemas import REFERENCE


def poison(folder, change):
    """Rewrite every row of the cache."""
    for path in Path(folder).rglob("shard-*.parquet"):
        rows = [change(row) for row in pq.read_table(path).to_pylist()]
        pq.write_table(pa.Table.from_pylist(rows, schema=REFERENCE), path)


def shifted(side, shift, pair_id=None):
    column = f"{side}_logprobs"

    def change(row):
        if pair_id not in (None, row["pair_id"]):
            return row
        return row | {column: [x + shift for x in row[column]]}

    return change


@pytest.mark.parametrize("side", ["chosen", "rejected"])
@pytest.mark.parametrize("shift", [0.1, -0.1])
def test_the_sample_finds_a_poisoned_cache(fit, llama, llama_pairs, text_documents, tmp_path, side,
                                           shift):  # fmt: skip
    fit(llama, llama_pairs, text_documents)
    poison(tmp_path / "reference", shifted(side, shift))
    with pytest.raises(GateError, match=rf"pair page-.*its {side} side differs by 0\.1000 nats"):
        fit(llama, llama_pairs, text_documents)


def test_the_sample_names_the_one_bad_row(fit, llama, llama_pairs, text_documents, tmp_path):
    fit(llama, llama_pairs, text_documents)
    poison(tmp_path / "reference", shifted("rejected", -0.5, "page-05/0"))
    with pytest.raises(GateError, match=r"pair page-05/0: its rejected side"):
        fit(llama, llama_pairs, text_documents, verify_rows=8)


def test_the_sample_is_drawn_by_the_seed(fit, llama, llama_pairs, text_documents, tmp_path):
    """Some seed looks at the one bad row, another does not, and each does so every time."""
    module, _ = fit(llama, llama_pairs, text_documents, data={"batch_size": 4})
    keys = module.trainer.datamodule.keys()
    bad = next(key for key, pair in keys.items() if pair == "page-05/0")
    poison(tmp_path / "reference", shifted("rejected", -0.5, "page-05/0"))
    caught = set()
    for seed in range(4):
        expected = bad in random.Random(seed).sample(sorted(keys), 2)
        try:
            fit(llama, llama_pairs, text_documents, verify_rows=2, seed=seed, steps=1, rate=0.0,
                gate_tolerance=0.3)  # fmt: skip
            found = False
        except GateError as error:
            found = "not of this model" in str(error)
        assert found == expected
        caught.add(found)
    assert caught == {True, False}


@pytest.mark.parametrize("side", ["chosen", "rejected"])
@pytest.mark.parametrize("shift", [0.1, -0.1])
def test_the_gate_stops_a_poisoned_cache_that_nobody_sampled(
    fit, llama, llama_pairs, text_documents, tmp_path, side, shift
):
    fit(llama, llama_pairs, text_documents)
    poison(tmp_path / "reference", shifted(side, shift))
    with pytest.raises(GateError, match=f"step-0 gate: .* the {side} side of pair page-"):
        fit(llama, llama_pairs, text_documents, verify_rows=0)


@pytest.mark.parametrize("value", [float("nan"), float("-inf"), 0.5])
def test_a_row_that_no_model_writes_is_named(fit, llama, llama_pairs, text_documents, tmp_path,
                                             value):  # fmt: skip
    fit(llama, llama_pairs, text_documents)

    def change(row):
        if row["pair_id"] != "page-02/0":
            return row
        values = row["rejected_logprobs"]
        return row | {"rejected_logprobs": [*values[:3], value, *values[4:]]}

    poison(tmp_path / "reference", change)
    with pytest.raises(GateError, match=rf"pair page-02/0: the rejected .* {value} at token 3"):
        fit(llama, llama_pairs, text_documents, verify_rows=0)


def test_a_row_of_another_length_is_named(fit, llama, llama_pairs, text_documents, tmp_path):
    fit(llama, llama_pairs, text_documents)
    poison(
        tmp_path / "reference", lambda row: row | {"chosen_logprobs": row["chosen_logprobs"][:-1]}
    )
    with pytest.raises(GateError, match=r"pair page-00/0: its chosen side has \d+ tokens"):
        fit(llama, llama_pairs, text_documents, verify_rows=0)


def test_a_cache_of_another_model_under_this_name(fit, builders, llama, text_documents, pairs_of,
                                                  write_pairs, tmp_path):  # fmt: skip
    pairs = write_pairs(tmp_path / "pairs", pairs_of(llama))
    other = builders.llama(tmp_path / "other", seed=5)
    fit(llama, pairs, text_documents, cache_dir=str(tmp_path / "mine"))
    fit(other, pairs, text_documents, cache_dir=str(tmp_path / "theirs"))
    (mine,) = (tmp_path / "mine").iterdir()
    (theirs,) = (tmp_path / "theirs").iterdir()
    shutil.rmtree(mine)
    shutil.copytree(theirs, mine)
    with pytest.raises(GateError, match=r"pair page-\d\d/0: its .* side differs by") as caught:
        fit(llama, pairs, text_documents, cache_dir=str(tmp_path / "mine"))
    assert f"reference --prune --key {mine.name}" in str(caught.value)
