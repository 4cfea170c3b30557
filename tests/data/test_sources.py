import json
import logging

import datasets
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dharma_pl.data import sources
from dharma_pl.data.base import Entry, Problem
from dharma_pl.data.hub import HubDocuments
from dharma_pl.data.rows import DOCUMENT_SCHEMA, document_to_row
from dharma_pl.data.sources import (
    CsvDocuments,
    FolderDocuments,
    JsonlDocuments,
    ParquetDocuments,
)
from dharma_pl.errors import DataError
from dharma_pl.records import Document, ImageRef


def good(source):
    return [item.document for item in source.scan() if isinstance(item, Entry)]


def bad(source):
    return [item for item in source.scan() if isinstance(item, Problem)]


def write(path, data):
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def write_parquet(path, rows, schema=None):
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), path)
    return path


class TestJsonl:
    def test_rows(self, tmp_path):
        path = write(tmp_path / "a.jsonl", '{"id": "x", "target": "é"}\n{"target": {"a": 1}}\n')
        assert list(JsonlDocuments(path, "p").read()) == [
            Document("x", "p", target="é"),
            Document("a:2", "p", target='{"a": 1}'),
        ]

    def test_marks_line_ends_and_blank_lines(self, tmp_path):
        data = b'\xef\xbb\xbf{"id": "x"}\r\n\r\n  \n{"id": "y"}'
        listed = list(JsonlDocuments(write(tmp_path / "a.jsonl", data), "p").scan())
        assert [item.document.id for item in listed] == ["x", "y"]
        assert listed[1].where.endswith("a.jsonl line 4")

    def test_unusual_line_separators_do_not_end_a_line(self, tmp_path):
        data = '{"target": "a\u2028b\u0085c\x0cd"}\n'.replace("\x0c", "\\f")
        assert good(JsonlDocuments(write(tmp_path / "a.jsonl", data), "p"))[0].target == (
            "a\u2028b\u0085c\x0cd"
        )

    @pytest.mark.parametrize(
        "line",
        [
            b'{"id": "x"',
            b'{"target": "\xff"}',
            b'{"target": "a\0b"}',
            b"[1, 2]",
            b'"text"',
            b"[" * 100_000,
            b'{"a": ' + b"9" * 5000 + b"}",
        ],
    )
    def test_broken_lines_are_named_and_passed_over(self, tmp_path, line):
        path = write(tmp_path / "a.jsonl", b'{"id": "x"}\n' + line + b'\n{"id": "y"}\n')
        source = JsonlDocuments(path, "p")
        assert [document.id for document in good(source)] == ["x", "y"]
        assert [problem.kind for problem in bad(source)] == ["broken_line"]
        with pytest.raises(DataError, match=r"a\.jsonl line 2: ") as caught:
            list(source.read())
        assert "\n" not in str(caught.value)

    def test_a_line_beyond_the_limit_is_passed_over(self, tmp_path, monkeypatch):
        monkeypatch.setattr(sources, "MAX_LINE", 100)
        lines = ['{"id": "x"}', '{"target": "' + "a" * 1000 + '"}', '{"id": "y"}']
        source = JsonlDocuments(write(tmp_path / "a.jsonl", "\n".join(lines)), "p")
        assert [document.id for document in good(source)] == ["x", "y"]
        assert "longer than 100 bytes" in bad(source)[0].message

    def test_a_long_line_is_read(self, tmp_path):
        target = "linha " * 500_000
        path = write(tmp_path / "a.jsonl", json.dumps({"target": target}))
        assert good(JsonlDocuments(path, "p"))[0].target == target

    @pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b" "])
    def test_empty_files(self, tmp_path, data):
        with pytest.raises(DataError, match=r"a\.jsonl is empty"):
            list(JsonlDocuments(write(tmp_path / "a.jsonl", data), "p").read())

    def test_a_file_that_is_not_there(self, tmp_path):
        with pytest.raises(DataError, match="cannot be read"):
            list(JsonlDocuments(tmp_path / "a.jsonl").read())

    def test_reading_is_lazy(self, tmp_path):
        path = write(tmp_path / "a.jsonl", '{"id": "x"}\nbroken\n')
        assert next(JsonlDocuments(path, "p").read()).id == "x"

    def test_a_column_that_no_row_has(self, tmp_path):
        path = write(tmp_path / "a.jsonl", '{"text": "t"}\n')
        with pytest.raises(DataError, match=r"no column 'txt'.* its columns: text"):
            list(JsonlDocuments(path, "p", {"target": "txt"}).read())

    def test_a_column_that_some_rows_have(self, tmp_path):
        path = write(tmp_path / "a.jsonl", 'broken\n{"id": "x"}\n{"text": "t"}\n')
        targets = [
            document.target for document in good(JsonlDocuments(path, "p", {"target": "text"}))
        ]
        assert targets == [None, "t"]


class TestCsv:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    def test_rows(self, tmp_path, delimiter):
        lines = [["id", "image", "target"], ["x", "a.png", '"um\ndois"'], ["y", "", ""]]
        text = "\r\n".join(delimiter.join(line) for line in lines)
        listed = list(CsvDocuments(write(tmp_path / "a.csv", "\ufeff" + text), "p").scan())
        assert listed[0].document == Document(
            "x", "p", (ImageRef(str(tmp_path / "a.png")),), "um\ndois"
        )
        assert listed[1].document == Document("y", "p")
        assert [item.where.rpartition(" ")[2] for item in listed] == ["2", "4"]

    def test_several_images_as_a_json_list(self, tmp_path):
        path = write(tmp_path / "a.csv", 'images\n"[""a.png"", ""b.png""]"\n[draft].png\n')
        names = [
            [ref.path for ref in document.images] for document in good(CsvDocuments(path, "p"))
        ]
        assert names == [
            [str(tmp_path / "a.png"), str(tmp_path / "b.png")],
            [str(tmp_path / "[draft].png")],
        ]

    def test_broken_rows_are_passed_over(self, tmp_path):
        data = b'id,target\nx,a\ny\nz,b,c\nu,"a"b\nv,\xff\nw,d\n'
        source = CsvDocuments(write(tmp_path / "a.csv", data), "p")
        assert [document.id for document in good(source)] == ["x", "w"]
        assert [(p.kind, p.where.rpartition(" ")[2]) for p in bad(source)] == [
            ("broken_line", "3"),
            ("broken_line", "4"),
            ("broken_line", "5"),
            ("bad_value", "6"),
        ]

    def test_a_quote_never_closed_is_said(self, tmp_path):
        source = CsvDocuments(write(tmp_path / "a.csv", 'id,target\nx,"a\ny,b\n'), "p")
        assert [problem.kind for problem in bad(source)] == ["broken_line"]

    def test_long_cells(self, tmp_path):
        path = write(tmp_path / "a.csv", "target\n" + "a" * 300_000 + "\n")
        assert len(good(CsvDocuments(path, "p"))[0].target) == 300_000

    def test_a_column_twice(self, tmp_path):
        with pytest.raises(DataError, match="'id' stands there twice"):
            list(CsvDocuments(write(tmp_path / "a.csv", "id,id\n1,2\n"), "p").read())

    def test_an_unknown_column(self, tmp_path):
        path = write(tmp_path / "a.csv", "id,text\n1,2\n")
        with pytest.raises(DataError, match="no column 'txt'"):
            list(CsvDocuments(path, "p", {"target": "txt"}).read())

    @pytest.mark.parametrize("data", ["", "id,target\n"])
    def test_empty_files(self, tmp_path, data):
        with pytest.raises(DataError, match="is empty"):
            list(CsvDocuments(write(tmp_path / "a.csv", data), "p").read())


class TestParquet:
    def test_our_own_artifact(self, tmp_path, png):
        chat = [{"role": "user", "content": "hi"}]
        listed = [
            Document("a", "[]", (ImageRef("a.png", png),), "{}", "g", "legitimate"),
            Document("b", chat),
        ]
        for number, document in enumerate(listed):
            path = tmp_path / f"shard-{number:06d}.parquet"
            write_parquet(path, [document_to_row(document)], DOCUMENT_SCHEMA)
        write(tmp_path / "manifest.json", "{}")
        write(tmp_path / ".shard-000002.parquet.ab12.tmp", "half written")
        assert list(ParquetDocuments(tmp_path).read()) == listed
        assert all(item.has_split for item in ParquetDocuments(tmp_path).scan())

    def test_ids_and_paths_of_a_file(self, tmp_path):
        path = write_parquet(tmp_path / "p" / "a.parquet", [{"image": "x.png"}, {"image": "y.png"}])
        listed = list(ParquetDocuments(path, "p").scan())
        assert [item.document.id for item in listed] == ["a:0", "a:1"]
        assert listed[1].document.images[0].path == str(tmp_path / "p" / "y.png")
        assert listed[1].where.endswith("a.parquet row 1")

    def test_struct_targets_and_images(self, tmp_path, png):
        row = {"image": {"bytes": png, "path": None}, "target": {"header": "é", "text": "t"}}
        document = good(ParquetDocuments(write_parquet(tmp_path / "a.parquet", [row]), "p"))[0]
        assert document.target == '{"header": "é", "text": "t"}'
        assert document.images == (ImageRef(None, png),)

    def test_splits_in_the_names_of_shards(self, tmp_path):
        for name in ("train-00000-of-00001", "test-00000-of-00001"):
            write_parquet(tmp_path / f"{name}.parquet", [{"target": "t"}])
        found = {
            item.document.split: item.has_split for item in ParquetDocuments(tmp_path, "p").scan()
        }
        assert found == {"train": True, "heldout": True}

    def test_a_single_split_is_no_split(self, tmp_path):
        write_parquet(tmp_path / "train-00000-of-00001.parquet", [{"target": "t"}])
        assert [item.has_split for item in ParquetDocuments(tmp_path, "p").scan()] == [False]

    def test_one_bad_string_does_not_spoil_its_neighbours(self, tmp_path):
        strings = pa.array([b"a", b"\xff", b"c"], pa.binary()).cast(pa.string(), safe=False)
        pq.write_table(pa.table({"target": strings}), tmp_path / "a.parquet")
        source = ParquetDocuments(tmp_path / "a.parquet", "p")
        assert [document.target for document in good(source)] == ["a", "c"]
        assert bad(source)[0].where.endswith("row 1")

    @pytest.mark.parametrize("data", ["", "no parquet", "PAR1xxxxPAR1"])
    def test_damaged_files(self, tmp_path, data):
        with pytest.raises(DataError, match=r"a\.parquet is not readable Parquet") as caught:
            list(ParquetDocuments(write(tmp_path / "a.parquet", data), "p").read())
        assert "\n" not in str(caught.value)

    def test_no_rows(self, tmp_path):
        path = write_parquet(tmp_path / "a.parquet", [], DOCUMENT_SCHEMA)
        with pytest.raises(DataError, match="is empty"):
            list(ParquetDocuments(path).read())

    def test_an_unknown_column(self, tmp_path):
        path = write_parquet(tmp_path / "a.parquet", [{"text": "t"}])
        with pytest.raises(DataError, match=r"no column 'txt'.* its columns: text"):
            list(ParquetDocuments(path, "p", {"target": "txt"}).read())


class TestFolder:
    def test_targets_beside_images(self, pages):
        write(pages / "0.json", '\ufeff{\n  "text": "é"\n}\n')
        write(pages / "1.txt", "um\r\ndois\r\n")
        write(pages / "2.md", "# t")
        listed = list(FolderDocuments(pages, "p").read())
        assert [document.id for document in listed] == [str(number) for number in range(8)]
        assert [document.target for document in listed[:4]] == [
            '{"text": "é"}',
            "um\ndois",
            "# t",
            None,
        ]
        assert listed[0].images == (ImageRef(str(pages / "0.png")),)

    def test_bad_targets_are_passed_over(self, pages):
        write(pages / "0.json", "{")
        write(pages / "1.txt", b"\xff")
        write(pages / "2.txt", "a")
        write(pages / "2.md", "b")
        source = FolderDocuments(pages, "p")
        assert len(good(source)) == 5
        kinds = [problem.kind for problem in bad(source)]
        assert kinds == ["invalid_json_target", "bad_value", "bad_value"]
        assert bad(source)[0].where.endswith("0.png")

    def test_split_folders(self, tmp_path, png):
        for name in ("train/a.png", "test/deep/b.JPG", "train/.hidden.png"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            write(tmp_path / name, png)
        found = {document.id: document.split for document in FolderDocuments(tmp_path, "p").read()}
        assert found == {"train/a": "train", "test/deep/b": "heldout"}

    def test_orphans_are_said(self, pages, caplog):
        write(pages / "lonely.json", "{}")
        with caplog.at_level(logging.WARNING):
            list(FolderDocuments(pages, "p").read())
        assert "1 JSON files have no image" in caplog.text

    def test_no_images(self, tmp_path):
        with pytest.raises(DataError, match="is empty"):
            list(FolderDocuments(tmp_path, "p").read())


class TestHub:
    @pytest.fixture
    def saved(self, tmp_path, png):
        features = datasets.Features(
            {
                "images": datasets.List(datasets.Image()),
                "target": {"text": datasets.Value("string")},
                "extra": datasets.Value("int64"),
            }
        )
        row = {"images": [{"bytes": png, "path": None}], "target": {"text": "é"}, "extra": 1}
        return datasets.Dataset.from_list([row, row], features=features)

    def test_images_stay_encoded(self, saved, tmp_path, png):
        saved.save_to_disk(tmp_path / "one")
        listed = list(HubDocuments(tmp_path / "one", prompt="p").scan())
        assert [item.document for item in listed] == [
            Document(f"rows:{number}", "p", (ImageRef(None, png),), '{"text": "é"}')
            for number in range(2)
        ]
        assert not any(item.has_split for item in listed)

    def test_several_splits_are_kept(self, saved, tmp_path):
        several = datasets.DatasetDict({"train": saved, "test": saved})
        several.save_to_disk(tmp_path / "two")
        found = [(d.id, d.split) for d in HubDocuments(tmp_path / "two", prompt="p").read()]
        assert found == [
            ("train:0", "train"),
            ("train:1", "train"),
            ("test:0", "heldout"),
            ("test:1", "heldout"),
        ]
        only = list(HubDocuments(tmp_path / "two", "test", prompt="p").scan())
        assert [item.has_split for item in only] == [False, False]

    def test_an_image_folder_by_datasets_own_reader(self, pages, monkeypatch, tmp_path_factory):
        monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path_factory.mktemp("cache"))
        listed = list(HubDocuments(pages, prompt="p").read())
        assert [document.images[0].path for document in listed] == [
            str(pages / f"{number}.png") for number in range(8)
        ]

    def test_splits_with_other_names(self, saved, tmp_path):
        datasets.DatasetDict({"train_sft": saved, "test": saved}).save_to_disk(tmp_path / "two")
        with pytest.raises(DataError, match="has a split 'train_sft'"):
            list(HubDocuments(tmp_path / "two", prompt="p").read())

    def test_an_unknown_column(self, saved, tmp_path):
        saved.save_to_disk(tmp_path / "one")
        with pytest.raises(DataError, match="no column 'txt'"):
            list(HubDocuments(tmp_path / "one", prompt="p", columns={"target": "txt"}).read())

    def test_a_name_that_does_not_load(self):
        with pytest.raises(DataError, match="data set no/such could not be loaded") as caught:
            list(HubDocuments("no/such").read())
        assert "\n" not in str(caught.value)
