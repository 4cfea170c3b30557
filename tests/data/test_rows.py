import io
import json

import datasets
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dharma_pl.data.base import Entry, Problem
from dharma_pl.data.rows import DOCUMENT_SCHEMA, RowParser, document_to_row, row_to_document
from dharma_pl.errors import DataError
from dharma_pl.records import Document, ImageRef

CHAT = [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": "Read — já"}]}]


def parse(tmp_path, row, prompt="p", **options):
    return RowParser(tmp_path, prompt, **options).parse(row, "here", "fallback")


def document(tmp_path, row, **options):
    item = parse(tmp_path, row, **options)
    assert isinstance(item, Entry), item
    return item.document


def problem(tmp_path, row, **options):
    item = parse(tmp_path, row, **options)
    assert isinstance(item, Problem), item
    return item


texts = st.text(st.characters(exclude_categories=["Cs"]))
json_texts = st.dictionaries(st.just("text"), texts, min_size=1)
messages = st.lists(
    st.fixed_dictionaries({"role": st.just("user"), "content": texts}), min_size=1, max_size=3
)
documents = st.builds(
    Document,
    id=texts,
    prompt=texts | messages,
    images=st.lists(
        st.builds(ImageRef, path=st.none() | texts, bytes=st.none() | st.binary()), max_size=2
    ).map(tuple),
    target=st.none() | texts | json_texts.map(json.dumps),
    group=st.none() | texts,
    split=st.sampled_from(["train", "validation", "heldout", "legitimate"]),
)


@given(st.lists(documents, max_size=4))
def test_documents_survive_parquet(listed):
    buffer = io.BytesIO()
    rows = [document_to_row(document) for document in listed]
    pq.write_table(pa.Table.from_pylist(rows, schema=DOCUMENT_SCHEMA), buffer)
    read = pq.read_table(buffer).to_pylist()
    assert [row_to_document(row) for row in read] == listed


def test_text_that_looks_like_chat_stays_text():
    text = Document("a", json.dumps(CHAT))
    chat = Document("a", CHAT)
    assert row_to_document(document_to_row(text)) == text
    assert row_to_document(document_to_row(chat)) == chat


def test_the_artifact_opens_in_datasets(tmp_path, png):
    row = document_to_row(Document("a", CHAT, (ImageRef("a.png", png),), "{}", "g", "heldout"))
    table = pa.Table.from_pylist([row], schema=DOCUMENT_SCHEMA)
    path = tmp_path / "shard-000000.parquet"
    pq.write_table(table, path)
    loaded = datasets.load_dataset(
        "parquet", data_files=str(path), split="train", cache_dir=str(tmp_path / "cache")
    )
    assert loaded[0] == row


def test_a_bare_row(tmp_path):
    item = parse(tmp_path, {"target": "t"})
    assert item == Entry("here", Document("fallback", "p", target="t"), has_split=False)


@pytest.mark.parametrize("key", ["images", "image", "file_name"])
@pytest.mark.parametrize("value", ["a.png", ["a.png"], {"path": "a.png", "bytes": None}])
def test_relative_paths_start_at_the_folder(tmp_path, key, value):
    assert document(tmp_path, {key: value}).images == (ImageRef(str(tmp_path / "a.png")),)


def test_absolute_and_upward_paths_are_the_users_own(tmp_path):
    images = document(tmp_path, {"images": ["/etc/a.png", "../b.png"]}).images
    assert [image.path for image in images] == ["/etc/a.png", str(tmp_path / "../b.png")]


def test_bytes_are_kept_with_the_name_they_came_with(tmp_path):
    images = document(tmp_path, {"image": {"path": "a.png", "bytes": b"x"}}).images
    assert images == (ImageRef("a.png", b"x"),)
    assert document(tmp_path, {"image": b"y"}).images == (ImageRef(None, b"y"),)


@pytest.mark.parametrize("value", [None, "", []])
def test_no_image_is_fine(tmp_path, value):
    assert document(tmp_path, {"image": value}).images == ()


@pytest.mark.parametrize(
    "value",
    ["data:image/png;base64,AA", "https://a.b/c.png", 3, {"url": "x"}, {"path": None}, ["a", 3]],
)
def test_images_of_another_kind_are_refused(tmp_path, value):
    assert problem(tmp_path, {"image": value}).kind == "bad_value"


@pytest.mark.parametrize("value", [{"text": "é"}, [{"a": 1}], {}])
def test_json_targets_are_written_as_they_read(tmp_path, value):
    target = document(tmp_path, {"target": value}).target
    assert json.loads(target) == value
    assert "\\u" not in target


@pytest.mark.parametrize("value", [3, True, 1.5, b"x", {"a": float("nan")}, {"a": b"x"}])
def test_targets_of_another_kind_are_refused(tmp_path, value):
    assert problem(tmp_path, {"target": value}).kind == "bad_value"


@pytest.mark.parametrize(
    ("value", "split"),
    [
        ("train", "train"),
        ("test", "heldout"),
        ("Val", "validation"),
        (" dev ", "validation"),
        ("valid", "validation"),
        ("legitimate", "legitimate"),
        ("heldout", "heldout"),
    ],
)
def test_splits_by_any_name(tmp_path, value, split):
    item = parse(tmp_path, {"split": value})
    assert (item.document.split, item.has_split) == (split, True)


@pytest.mark.parametrize("value", ["holdout", 1, ["train"]])
def test_unknown_splits_are_refused(tmp_path, value):
    assert "unknown split" in problem(tmp_path, {"split": value}).message


@pytest.mark.parametrize("value", [None, "", "  ", []])
def test_no_prompt(tmp_path, value):
    assert problem(tmp_path, {"prompt": value}, prompt=None).kind == "no_prompt"


def test_the_rows_own_prompt_wins(tmp_path):
    assert document(tmp_path, {"prompt": "mine"}).prompt == "mine"
    assert document(tmp_path, {"prompt": ""}).prompt == "p"


def test_nulls_of_uniform_structs_are_dropped_from_chat(tmp_path):
    content = [{"type": "image", "text": None}, {"type": "text", "text": "a"}]
    prompt = [{"role": "user", "content": content, "name": None}]
    row = {"prompt": prompt, "image": "a.png"}
    assert document(tmp_path, row).prompt == [
        {"role": "user", "content": [{"type": "image"}, {"type": "text", "text": "a"}]}
    ]


@pytest.mark.parametrize("value", [{"a": 1}, 3, ["text"], [{"role": "user"}], [{"content": "a"}]])
def test_prompts_of_another_kind_are_refused(tmp_path, value):
    assert problem(tmp_path, {"prompt": value}).kind == "bad_value"


def test_a_chat_flag_on_a_text_that_is_no_json(tmp_path):
    assert problem(tmp_path, {"prompt": "hi", "prompt_is_chat": True}).kind == "bad_value"


def test_places_and_images_must_agree(tmp_path):
    assert problem(tmp_path, {"prompt": CHAT}).kind == "image_count"
    assert document(tmp_path, {"prompt": CHAT, "image": "a.png"}).prompt == CHAT


@pytest.mark.parametrize("field", ["id", "group", "target", "prompt", "image"])
def test_half_surrogates_are_refused(tmp_path, field):
    assert "Unicode" in problem(tmp_path, {field: "a\ud800b"}).message


def test_half_surrogates_deep_inside_are_refused(tmp_path):
    assert problem(tmp_path, {"target": {"text": "\udfff"}}).kind == "bad_value"
    chat = [{"role": "user", "content": "\udfff"}]
    assert problem(tmp_path, {"prompt": chat}).kind == "bad_value"


def test_nul_characters_are_text(tmp_path):
    assert document(tmp_path, {"target": "a\0b"}).target == "a\0b"


@pytest.mark.parametrize("field", ["id", "group"])
def test_names_are_text_or_whole_numbers(tmp_path, field):
    assert getattr(document(tmp_path, {field: 7}), field) == "7"
    for value in ({"a": 1}, [1], True, 1.5):
        assert problem(tmp_path, {field: value}).kind == "bad_value"


def test_columns_rename_fields(tmp_path):
    columns = {"target": "text", "image": "scan"}
    row = {"text": "t", "scan": "a.png", "target": "not this", "images": "nor this"}
    found = document(tmp_path, row, columns=columns)
    assert (found.target, found.images[0].path) == ("t", str(tmp_path / "a.png"))


def test_unknown_fields_in_columns(tmp_path):
    with pytest.raises(DataError, match="unknown field 'text', expected one of id, prompt"):
        RowParser(tmp_path, columns={"text": "target"})


@pytest.mark.parametrize("value", ["a\nb", "\x1b[31m", "x" * 10_000])
def test_messages_are_one_short_line(tmp_path, value):
    message = problem(tmp_path, {"split": value}).message
    assert message.isprintable()
    assert len(message) < 300
