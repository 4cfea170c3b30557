"""Shards, manifests, fingerprints, resuming."""

import hashlib
import json
from dataclasses import replace

import datasets
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dharma_pl.artifacts import (
    SCHEMA_VERSION,
    ArtifactWriter,
    find_manifest,
    fingerprint,
    is_artifact,
    read_manifest,
    read_rows,
    write_manifest,
)
from dharma_pl.errors import DataError

SCHEMA = pa.schema([("id", pa.string()), ("number", pa.int32())])
ROWS = [{"id": "a", "number": 1}, {"id": "b", "number": 2}, {"id": "c", "number": 3}]


def writer(folder, overwrite=False, **config):
    return ArtifactWriter(
        folder, "things", SCHEMA, config=config or {"limit": 8}, parents={"documents": "f00"},
        overwrite=overwrite,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "nested" / "artifact"


def test_write_read_finish(folder):
    things = writer(folder)
    things.write(1, ROWS[2:])
    things.write(0, ROWS[:2])
    assert not things.done
    assert not is_artifact(folder)
    manifest = things.finish(seconds=1.23456, notes={"why": "because"})
    assert things.done
    assert is_artifact(folder)
    assert manifest == read_manifest(folder, "things") == find_manifest(folder)
    assert manifest.rows == 3
    assert manifest.seconds == 1.235
    assert manifest.parents == {"documents": "f00"}
    assert manifest.versions.keys() >= {"torch", "transformers", "dharma_pl"}
    assert list(read_rows(folder)) == ROWS
    assert list(read_rows(folder, columns=["number"])) == [{"number": n} for n in (1, 2, 3)]


def test_it_opens_with_datasets(folder, tmp_path):
    things = writer(folder)
    things.write(0, ROWS[:1])
    things.write(1, ROWS[1:])
    things.finish()
    loaded = datasets.load_dataset(
        "parquet", data_files=str(folder / "*.parquet"), split="train", cache_dir=str(tmp_path)
    )
    assert loaded.to_list() == ROWS


def test_an_artifact_without_rows_still_has_columns(folder):
    writer(folder).finish()
    assert list(read_rows(folder)) == []
    (path,) = folder.glob("shard-*.parquet")
    assert pq.read_schema(path).names == SCHEMA.names


def test_what_a_killed_process_left_is_resumed(folder):
    first = writer(folder)
    first.write(0, ROWS[:1])
    first.write(2, ROWS[2:])
    (folder / ".shard-000001.parquet.dead.tmp").write_bytes(b"half a shard")
    second = writer(folder)
    assert not second.done
    assert second.present() == {0, 2}
    second.write(1, ROWS[1:2])
    assert second.finish().rows == 3
    assert list(read_rows(folder)) == ROWS
    shards = {f"shard-00000{i}.parquet" for i in range(3)}
    assert {path.name for path in folder.iterdir()} == {"manifest.json", *shards}


def test_shards_of_two_configurations_never_mix(folder):
    writer(folder, limit=4).write(0, ROWS[:1])
    writer(folder, limit=4).write(5, ROWS[:1])
    other = writer(folder, limit=8)
    assert other.present() == set()
    other.write(0, ROWS[1:])
    assert other.finish().rows == 2
    assert list(read_rows(folder)) == ROWS[1:]


def test_another_configuration_is_refused_by_name(folder):
    things = writer(folder)
    things.write(0, ROWS)
    things.finish()
    with pytest.raises(DataError, match=r"limit: 8 -> 9.*--overwrite") as caught:
        writer(folder, limit=9)
    assert "\n" not in str(caught.value)
    assert list(read_rows(folder)) == ROWS
    fresh = writer(folder, overwrite=True, limit=9)
    assert not fresh.done
    assert fresh.present() == set()


def test_overwrite_leaves_the_same_artifact_alone(folder):
    things = writer(folder)
    things.write(0, ROWS)
    things.finish()
    assert writer(folder, overwrite=True).done


def test_other_parents_are_another_artifact(folder):
    writer(folder).finish()
    with pytest.raises(DataError, match="documents:"):
        ArtifactWriter(folder, "things", SCHEMA, config={"limit": 8}, parents={"documents": "b4r"})


def test_writing_a_shard_again_replaces_it(folder):
    things = writer(folder)
    things.write(0, ROWS)
    things.write(0, ROWS[:1])
    assert things.finish().rows == 1


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("missing", "it does not exist; make it with: python -m dharma_pl things"),
        ("unfinished", r"it is not finished \(it has no manifest.json\)"),
        ("other", "expected other in .*, but it holds things"),
        ("broken", "is not a manifest of this project.*delete it"),
        ("unknown field", "is not a manifest of this project"),
        ("version", "has schema version 0, this release reads"),
    ],
)
def test_what_is_no_such_artifact_is_one_line(folder, state, words):
    if state != "missing":
        writer(folder).write(0, ROWS)
    if state not in ("missing", "unfinished"):
        writer(folder).finish()
    path = folder / "manifest.json"
    if state == "broken":
        path.write_text("{")
    elif state == "unknown field":
        path.write_text(json.dumps(json.loads(path.read_text()) | {"surprise": 1}))
    elif state == "version":
        write_manifest(folder, replace(find_manifest(folder), schema_version=SCHEMA_VERSION - 1))
    kind = "other" if state == "other" else "things"
    with pytest.raises(DataError, match=words) as caught:
        read_manifest(folder, kind, made_by="python -m dharma_pl things")
    assert "\n" not in str(caught.value)


def test_a_shard_that_is_no_parquet_is_one_line(folder):
    things = writer(folder)
    things.write(0, ROWS)
    things.finish()
    (folder / "shard-000000.parquet").write_bytes(b"PAR1 not really")
    with pytest.raises(DataError, match=r"shard-000000.parquet is not readable Parquet"):
        list(read_rows(folder))
    (folder / "manifest.json").unlink()
    assert writer(folder).present() == set()  # remade, not crashed over


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner,
                                                                max_size=3),
)  # fmt: skip


@given(st.dictionaries(st.text(max_size=3), values, max_size=4))
def test_fingerprints_do_not_depend_on_the_order_of_keys(value):
    turned = dict(reversed(value.items()))
    assert fingerprint(value) == fingerprint(turned)
    assert len(fingerprint(value)) == 32


def test_fingerprints_tell_values_and_places_apart():
    prints = [
        fingerprint("a", "b"), fingerprint("ab"), fingerprint(["a", "b"]), fingerprint("b", "a"),
        fingerprint(1), fingerprint("1"), fingerprint(1.5), fingerprint(None), fingerprint(True),
        fingerprint({"a": 1}), fingerprint({"a": 2}), fingerprint("\ud800"), fingerprint("?"),
    ]  # fmt: skip
    assert len(set(prints)) == len(prints)


def test_fingerprints_are_the_same_in_every_process():
    """A constant: artifacts of an earlier run must still be recognized."""
    text = '["outputs", 1, {"a": [1, null], "b": 2}]'
    want = hashlib.sha256(text.encode()).hexdigest()[:32]
    assert fingerprint("outputs", 1, {"b": 2, "a": [1, None]}) == want
