"""The verb that looks after the reference cache, on caches that real runs wrote."""

import os
import shutil
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dharma_pl.cli import main
from dharma_pl.data.reference_cache import ReferenceCache
from dharma_pl.schemas import REFERENCE

KEYS = ("a" * 32, "b" * 32)


def row(number, shift=0.0):
    return {"key": f"k{number}", "pair_id": f"page-{number}/0",
            "chosen_logprobs": [-1.0 + shift, -2.0], "rejected_logprobs": [-0.5]}  # fmt: skip


@pytest.fixture
def root(tmp_path):
    """Two models: four pairs and three, the second not used for ten days."""
    for key, counts in zip(KEYS, ((0, 1, 2, 3), (0, 1, 2)), strict=True):
        cache = ReferenceCache(tmp_path / "cache", key)
        cache.describe({"key": key, "name_or_path": f"model-{key[0]}", "precision": "32-true"})
        for number in counts:
            cache.append([row(number)])
    old = time.time() - 10 * 86400
    for path in (tmp_path / "cache" / KEYS[1]).iterdir():
        os.utime(path, (old, old))
    return tmp_path / "cache"


def call(root, *flags, code=0):
    assert main(["reference", "--cache_dir", str(root), *flags]) == code


def keys_left(root):
    return sorted(path.name for path in root.iterdir())


def test_the_list_says_model_pairs_and_last_use(root, capfd):
    ReferenceCache(root, KEYS[0]).append([row(0)])
    call(root, "--list")
    lines = capfd.readouterr().out.splitlines()
    (first,) = [line for line in lines if "model-a" in line]
    (second,) = [line for line in lines if "model-b" in line]
    assert "4 (+1)" in first
    assert time.strftime("%Y-%m-%d") in first
    assert " 3 " in second
    assert time.strftime("%Y-%m-%d", time.localtime(time.time() - 10 * 86400)) in second
    call(root, "--key", "b")
    assert "model-a" not in capfd.readouterr().out


def test_the_list_of_a_cache_that_training_wrote(root, tmp_path, capfd, trainer, llama,
                                                 llama_pairs, text_documents):  # fmt: skip
    from dharma_pl.data.preference import PreferenceData
    from dharma_pl.models import Backbone, ReferenceModule

    module = ReferenceModule(Backbone(llama), str(tmp_path / "real"))
    data = PreferenceData(llama_pairs, text_documents, llama)
    trainer().predict(module, data, return_predictions=False)
    capfd.readouterr()
    call(tmp_path / "real", "--verify")
    assert "8 pairs, sound" in capfd.readouterr().out


def write(root, rows):
    path = root / KEYS[0] / "shard-bad.parquet"
    pq.write_table(pa.Table.from_pylist(rows, schema=REFERENCE), path)
    return path


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ({"rejected_logprobs": [float("nan")]}, "pair page-9/0: its rejected side has nan at"),
        ({"chosen_logprobs": []}, "pair page-9/0: its chosen side is empty"),
        ({"key": "k1", "chosen_logprobs": [-1.5, -2.0]}, "stands there twice, 0.2500 nats"),
        ({"key": "k1", "chosen_logprobs": [-1.0]}, "stands there twice, inf nats"),
    ],
)
def test_verify_names_what_is_wrong(root, capfd, fault, words):
    call(root, "--verify")
    assert "4 pairs, sound" in capfd.readouterr().out
    write(root, [row(9) | fault])
    call(root, "--verify", code=1)
    said = capfd.readouterr()
    assert words in said.out
    assert "3 pairs, sound" in said.out
    assert "1 faults" in said.err


def test_doubles_that_agree_are_no_fault(root):
    write(root, [row(1, shift=1e-3)])
    call(root, "--verify")


def test_verify_knows_a_copied_folder_and_a_torn_shard(root, capfd):
    shutil.copytree(root / KEYS[0], root / ("c" * 32))
    (torn, *_) = ReferenceCache(root, KEYS[0]).shards()
    torn.write_bytes(torn.read_bytes()[:-9])
    call(root, "--verify", code=1)
    out = capfd.readouterr().out
    assert f"{torn.name} cannot be read" in out
    assert "this folder was copied or renamed" in out


def test_prune_removes_only_what_is_of_no_use(root, capfd):
    torn, *sound = ReferenceCache(root, KEYS[0]).shards()
    torn.write_bytes(b"PAR1")
    left, fresh = (root / KEYS[0] / name for name in (".old.tmp", ".new.tmp"))
    left.touch()
    fresh.touch()
    os.utime(left, (0, 0))
    call(root, "--prune", "--dry_run")
    assert torn.exists()
    assert left.exists()
    assert f"would remove {torn}" in capfd.readouterr().out.replace("\n", "")
    call(root, "--prune")
    assert not torn.exists()
    assert not left.exists()
    assert fresh.exists()  # somebody may be writing it
    assert ReferenceCache(root, KEYS[0]).shards() == sound
    assert keys_left(root) == sorted(KEYS)
    call(root, "--verify")


def test_prune_by_age_and_by_key(root):
    call(root, "--prune", "--older_than_days", "30")
    assert keys_left(root) == sorted(KEYS)
    call(root, "--prune", "--older_than_days", "5", "--dry_run")
    assert keys_left(root) == sorted(KEYS)
    call(root, "--prune", "--older_than_days", "5")
    assert keys_left(root) == [KEYS[0]]
    call(root, "--prune", "--key", "aaaa")
    assert keys_left(root) == []


def test_a_model_that_a_run_holds_stays(root, capfd):
    with ReferenceCache(root, KEYS[0]).hold():
        call(root, "--prune", "--key", "a")
        assert "in use" in capfd.readouterr().out
        assert (root / KEYS[0]).is_dir()
    call(root, "--prune", "--key", "a")
    assert keys_left(root) == [KEYS[1]]


def test_who_waits_for_a_folder_that_is_pruned_gets_a_new_one(root):
    cache = ReferenceCache(root, KEYS[0])
    pruning = cache.hold_alone()
    assert cache.hold_alone() is None
    shutil.rmtree(cache.folder)
    with cache.hold():  # the old lock file is gone with its folder
        cache.append([row(7)])
        assert cache.hold_alone() is None
    pruning.close()
    assert cache.missing({"k7": "page-7/0", "k1": "page-1/0"}) == {"k1"}


def test_bad_usage(root, tmp_path, capfd):
    call(root, "--list", "--prune", code=2)
    call(tmp_path / "nowhere", code=1)
    call(root, "--key", "f", code=1)
    assert "no model whose key begins with f" in capfd.readouterr().err
    assert Path(root).is_dir()
