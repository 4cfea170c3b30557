import json
import logging
from collections import Counter

import datasets
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dharma_pl.data import documents as module
from dharma_pl.data.documents import (
    CsvDocuments,
    DocumentSource,
    FolderDocuments,
    HubDocuments,
    JsonlDocuments,
    ParquetDocuments,
    check_documents,
    load_documents,
    open_documents,
)
from dharma_pl.errors import DataError
from dharma_pl.records import Document, ImageRef


class Listed(DocumentSource):
    def __init__(self, *documents):
        self.documents = documents

    def read(self):
        yield from self.documents


def write_jsonl(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.fixture
def eight(pages):
    rows = [
        {"id": f"d{number}", "image": f"{number}.png", "target": '{"text": "t"}'}
        for number in range(8)
    ]
    return write_jsonl(pages / "pages.jsonl", rows), rows


class TestOpen:
    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("a.jsonl", JsonlDocuments),
            ("a.NDJSON", JsonlDocuments),
            ("a.csv", CsvDocuments),
            ("a.tsv", CsvDocuments),
            ("a.parquet", ParquetDocuments),
            ("owner/name", HubDocuments),
        ],
    )
    def test_by_name(self, tmp_path, monkeypatch, name, kind):
        monkeypatch.chdir(tmp_path)
        assert type(open_documents(name)) is kind

    def test_folders(self, pages, tmp_path_factory):
        assert type(open_documents(pages)) is FolderDocuments
        write_jsonl(pages / "metadata.jsonl", [{"file_name": "0.png", "target": "t"}])
        assert [document.target for document in open_documents(pages, "p").read()] == ["t"]
        shards = tmp_path_factory.mktemp("shards")
        pq.write_table(pa.table({"target": ["t"]}), shards / "0.parquet")
        assert type(open_documents(shards)) is ParquetDocuments
        saved = tmp_path_factory.mktemp("saved")
        datasets.Dataset.from_list([{"target": "t"}]).save_to_disk(saved)
        assert type(open_documents(saved)) is HubDocuments

    def test_a_source_comes_back_as_it_is(self):
        source = Listed()
        assert open_documents(source) is source

    @pytest.mark.parametrize("name", ["./none", "/none/at/all", "a/b/c", "~/none", "../none"])
    def test_paths_that_do_not_exist(self, name):
        with pytest.raises(DataError, match="does not exist"):
            open_documents(name)

    def test_files_of_another_kind(self, tmp_path):
        (tmp_path / "a.json").write_text("[]")
        with pytest.raises(DataError, match="cannot tell what documents"):
            open_documents(tmp_path / "a.json")

    def test_folders_without_documents(self, tmp_path):
        write_jsonl(tmp_path / "a.jsonl", [{}])
        with pytest.raises(DataError, match=r"holds no documents.*name the file: a\.jsonl"):
            open_documents(tmp_path)


class TestCheck:
    def test_each_kind_is_counted(self, tmp_path, png):
        (tmp_path / "good.png").write_bytes(png)
        (tmp_path / "bad.png").write_bytes(b"no image")
        good = {"image": "good.png", "target": "{}"}
        rows = [
            good | {"id": "a"},
            good | {"id": "a"},
            good | {"image": "none.png"},
            good | {"image": "gone.png"},
            good | {"image": "bad.png"},
            good | {"target": "{"},
            good | {"target": '{"a": NaN}'},
            good | {"target": " "},
            good | {"target": None},
            good | {"split": "holdout"},
            good | {"id": "b", "group": "g", "split": "train"},
            good | {"id": "c", "group": "g", "split": "test"},
            good | {"id": "d", "group": "h", "split": "legitimate"},
            good | {"id": "e", "group": "h", "split": "test"},
        ]
        path = write_jsonl(tmp_path / "a.jsonl", rows)
        with path.open("a") as file:
            file.write("broken\n")
        listed, problems = check_documents(
            JsonlDocuments(path, "p").scan(), require_target=True, target_is_json=True
        )
        assert [document.id for document in listed] == ["a", "b", "d", "e"]
        assert problems.counts == {
            "duplicate_id": 1,
            "missing_image": 2,
            "unreadable_image": 1,
            "invalid_json_target": 2,
            "empty_target": 1,
            "missing_target": 1,
            "bad_value": 1,
            "group_in_two_splits": 1,
            "broken_line": 1,
        }
        assert len(problems) == 11
        text = "\n".join(problems.lines())
        assert f"2 x missing image, first: {path} line 3: image" in text
        assert f"{path} line 2: the id 'a' was already given by {path} line 1" in text
        assert json.loads(json.dumps(problems.as_dict()))["missing_image"]["count"] == 2

    def test_targets_are_free_text_unless_asked(self):
        listed, problems = check_documents([Document("a", "p", target="{")])
        assert (len(listed), len(problems)) == (1, 0)

    def test_a_blank_target_counts_as_none_where_none_is_needed(self):
        listed, problems = check_documents([Document("a", "p", target="\n")])
        assert (listed, len(problems)) == ([Document("a", "p")], 0)

    def test_duplicates_of_plain_documents(self):
        _, problems = check_documents([Document("a", "p"), Document("a", "q")])
        assert problems.counts == {"duplicate_id": 1}

    def test_bodies_of_images_only_on_demand(self, tmp_path, encode):
        ref = ImageRef(bytes=encode(size=(300, 300), format="BMP")[:5000])
        assert len(check_documents([Document("a", "p", (ref,))])[1]) == 0
        _, problems = check_documents([Document("a", "p", (ref,))], decode_images=True)
        assert problems.counts == {"unreadable_image": 1}

    def test_first_offenders_are_few(self):
        _, problems = check_documents([Document("a", "p")] * 100)
        assert problems.counts == {"duplicate_id": 99}
        assert len(problems.first["duplicate_id"]) == 3


class TestLoad:
    def test_eight_documents(self, eight):
        path, rows = eight
        loaded = load_documents(path, prompt="p", require_target=True, target_is_json=True)
        assert [document.id for document in loaded] == [row["id"] for row in rows]
        counts = Counter(document.split for document in loaded)
        assert set(counts) == {"train", "validation", "heldout"}
        assert list(loaded) == list(loaded)
        assert len(loaded) == 8

    def test_the_first_bad_row_fails(self, eight):
        path, rows = eight
        rows[3]["image"] = "gone.png"
        write_jsonl(path, rows)
        with pytest.raises(DataError, match=r"pages\.jsonl line 4: image .*gone\.png") as caught:
            load_documents(path, prompt="p")
        assert "on_error: skip" in str(caught.value)

    def test_skip_counts_and_goes_on(self, eight, caplog):
        path, rows = eight
        rows[3]["image"] = "gone.png"
        rows[5]["target"] = "{"
        write_jsonl(path, rows)
        with caplog.at_level(logging.WARNING):
            loaded = load_documents(path, prompt="p", target_is_json=True, on_error="skip")
        assert [document.id for document in loaded] == ["d0", "d1", "d2", "d4", "d6", "d7"]
        assert loaded.problems.counts == {"missing_image": 1, "invalid_json_target": 1}
        assert "1 x missing image" in caplog.text

    def test_nothing_left_always_fails(self, tmp_path):
        path = write_jsonl(tmp_path / "a.jsonl", [{"image": "gone.png"}])
        with pytest.raises(DataError, match="no document that can be used: 1 x missing image"):
            load_documents(path, prompt="p", on_error="skip")
        with pytest.raises(DataError, match="Listed gives no document"):
            load_documents(Listed())

    def test_splits_of_the_data_are_kept(self, eight):
        path, rows = eight
        for number, row in enumerate(rows):
            row["split"] = "test" if number % 2 else "train"
        write_jsonl(path, rows)
        splits = [document.split for document in load_documents(path, prompt="p", seed=3)]
        assert splits == ["train", "heldout"] * 4

    def test_a_source_of_ones_own_says_its_splits(self):
        listed = [Document(f"d{number}", "p", split="legitimate") for number in range(5)]
        assert list(load_documents(Listed(*listed))) == listed

    def test_rows_without_split_follow_their_group(self, tmp_path):
        rows = [{"group": f"g{number}", "split": "test"} for number in range(20)]
        rows += [{"group": f"g{number}"} for number in range(20)]
        loaded = load_documents(write_jsonl(tmp_path / "a.jsonl", rows), prompt="p")
        assert {document.split for document in loaded} == {"heldout"}

    @pytest.mark.parametrize("seed", range(20))
    def test_splits_that_the_data_fills_are_not_mended(self, tmp_path, seed):
        rows = [{"id": split, "split": split} for split in ("train", "validation", "heldout")]
        rows = rows + [{"id": f"d{number}"} for number in range(2)]
        path = write_jsonl(tmp_path / "a.jsonl", rows)
        found = {d.id: d.split for d in load_documents(path, prompt="p", seed=seed)}
        for name in ("d0", "d1"):  # each by its own hash alone, as in a large set
            many = [Document(f"d{number}", "p") for number in range(100)]
            expected = {d.id: d.split for d in module.assign_splits(many, seed=seed)}
            assert found[name] == expected[name]

    @pytest.mark.parametrize("seed", range(20))
    def test_followers_of_a_group_do_not_count_when_splits_are_filled(self, tmp_path, seed):
        rows = [{"group": "g", "split": "test"}, {"group": "g"}, {"id": "d"}]
        path = write_jsonl(tmp_path / "a.jsonl", rows)
        splits = [document.split for document in load_documents(path, prompt="p", seed=seed)]
        assert splits == ["heldout", "heldout", "train"]

    def test_large_sets_are_read_again_and_not_kept(self, eight, monkeypatch):
        path, rows = eight
        kept = list(load_documents(path, prompt="p", on_error="skip"))
        rows.insert(2, {"image": "gone.png"})
        rows[0]["target"] = " "
        write_jsonl(path, rows)
        monkeypatch.setattr(module, "_KEEP_BYTES", 10)
        loaded = load_documents(path, prompt="p", on_error="skip")
        assert loaded.kept is None
        again = list(loaded)
        assert again[1:] == kept[1:]
        assert again[0].target is None
        assert list(loaded) == again

    def test_a_change_between_readings_is_noticed(self, eight, monkeypatch):
        path, rows = eight
        monkeypatch.setattr(module, "_KEEP_BYTES", 10)
        loaded = load_documents(path, prompt="p")
        write_jsonl(path, rows[:-1])
        with pytest.raises(DataError, match="changed while it was read"):
            list(loaded)
