"""Preference data of the common form trains as it is: text, messages, images, any file."""

import base64
import json
import logging
from types import SimpleNamespace

import datasets
import pytest

from dharma_pl.data.encode import load_codec, tokenizer_of
from dharma_pl.data.preference import PreferenceData
from dharma_pl.data.preference_rows import JsonlPreferences
from dharma_pl.errors import DataError

LOOP = "a b c " * 40


def ready(pairs, model, **kwargs):
    data = PreferenceData(pairs, processor=model, **kwargs)
    data.trainer = SimpleNamespace(world_size=1, global_rank=0, lightning_module=None)
    data.setup("fit")
    return data


def jsonl(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return str(path)


def says(role, content):
    return {"role": role, "content": content}


ASK, GOOD, BAD = says("user", "Read."), says("assistant", "one"), says("assistant", "two")
STANDARD = {"prompt": "Read.", "chosen": "one", "rejected": "two"}
FORMS = {
    "standard": STANDARD,
    "messages": {"prompt": [ASK], "chosen": [GOOD], "rejected": [BAD]},
    "prompt inside": {"chosen": [ASK, GOOD], "rejected": [ASK, BAD]},
    "prompt inside and beside": {"prompt": [ASK], "chosen": [ASK, GOOD], "rejected": [ASK, BAD]},
    "prompt as text beside messages": {
        "prompt": "Read.", "chosen": [ASK, GOOD], "rejected": [ASK, BAD],
    },
    "sides as messages": {"prompt": "Read.", "chosen": [GOOD], "rejected": [BAD]},
    "parts": {
        "prompt": [says("user", [{"type": "text", "text": "Read."}])],
        "chosen": [says("assistant", [{"type": "text", "text": "one"}])],
        "rejected": [says("assistant", [{"type": "text", "text": "two"}])],
    },
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_tokens(form, qwen, tmp_path):
    """One prompt as the chat template writes it, and each side a whole turn of the assistant."""
    data = ready(jsonl(tmp_path / "pairs.jsonl", FORMS[form]), qwen)
    codec = load_codec(qwen)
    (batch,) = data.train_dataloader()
    tokenizer = tokenizer_of(codec.encoder)
    inputs = batch["inputs"].two_sequences()
    texts = [tokenizer.decode(row[mask.bool()]) for row, mask in
             zip(inputs["input_ids"], inputs["attention_mask"], strict=True)]  # fmt: skip
    prompt = "<|im_start|>user\nRead.<|im_end|>\n<|im_start|>assistant\n"
    assert texts == [f"{prompt}one<|im_end|>", f"{prompt}two<|im_end|>"]


def test_several_turns_and_a_system_message(llama, tmp_path):
    talk = [says("system", "Be brief."), ASK, says("assistant", "What?"), says("user", "This.")]
    row = {"chosen": [*talk, GOOD], "rejected": [*talk, BAD]}
    data = ready(jsonl(tmp_path / "pairs.jsonl", row), llama)
    (document,) = data._by_id.values()
    assert document.prompt == talk
    assert [pair.chosen.text for pair in data.train] == ["one"]


def test_a_text_prompt_inside_both_sides(llama, tmp_path):
    row = {"chosen": "Human: 1+1? Assistant: 2", "rejected": "Human: 1+1? Assistant: 3"}
    data = ready(jsonl(tmp_path / "pairs.jsonl", row), llama)
    (document,) = data._by_id.values()
    (pair,) = data.train
    assert document.prompt == "Human: 1+1? Assistant:"
    assert (pair.chosen.text, pair.rejected.text) == (" 2", " 3")


@pytest.mark.parametrize(
    ("extra", "rejected", "option", "stops"),
    [
        ({}, "two", "auto", True),
        ({}, LOOP, "auto", False),  # a loop to the end is what a token limit leaves
        ({"rejected_finish_reason": "length"}, "two", "auto", False),
        ({"rejected_finish_reason": "stop"}, LOOP, "auto", True),
        ({"rejected_truncated": True}, "two", "auto", False),
        ({"rejected_truncated": False}, LOOP, "auto", True),
        ({}, LOOP, "always", True),
        ({"rejected_finish_reason": "stop"}, "two", "never", False),
    ],
)
def test_rejected_ends_where_the_model_stopped(extra, rejected, option, stops, llama, tmp_path):
    row = STANDARD | {"rejected": rejected} | extra
    data = ready(jsonl(tmp_path / "pairs.jsonl", row), llama, rejected_eos=option)
    (pair,) = data.train
    assert (pair.rejected.token_ids[-1] == data.codec.end_id) == stops
    assert pair.rejected.token_ids.count(data.codec.end_id) == stops
    assert pair.rejected.finish_reason == ("eos" if stops else "length")
    assert pair.chosen.token_ids[-1] == data.codec.end_id
    assert pair.kind == ("degenerate" if rejected == LOOP else "quality")


def test_scores_become_the_gap(llama, tmp_path):
    rows = [STANDARD | {"score_chosen": 8.5, "score_rejected": 6}, STANDARD]
    data = ready(jsonl(tmp_path / "pairs.jsonl", *rows), llama)
    assert [pair.score_gap for pair in data.train] == [2.5, None]


@pytest.fixture
def page_rows(page_documents):
    """Pages with their images as bytes, in the two columns that people use."""
    from pathlib import Path

    folder = Path(page_documents).parent
    return [
        {"prompt": [says("user", [{"type": "image"}, {"type": "text", "text": f"Read {n}."}])],
         "chosen": [says("assistant", f"page {n}")], "rejected": [says("assistant", LOOP)],
         "images": [{"bytes": (folder / f"{n}.png").read_bytes(), "path": None}]}
        for n in range(4)
    ]  # fmt: skip


def test_images_of_files_of_parquet_and_of_data_sets_are_one(qwen, page_rows, page_documents,
                                                             tmp_path):  # fmt: skip
    """JSONL names files, Parquet holds bytes, a saved data set has an Image column."""
    from pathlib import Path

    folder = Path(page_documents).parent
    listed = [row | {"images": [str(folder / f"{n}.png")]} for n, row in enumerate(page_rows)]
    as_text = [
        {**row, "prompt": f"Read {n}.", "image": row["images"][0], "chosen": f"page {n}",
         "rejected": LOOP}
        for n, row in enumerate(listed)
    ]  # fmt: skip
    for row in as_text:
        del row["images"]
    table = datasets.Dataset.from_list(page_rows)
    table.to_parquet(tmp_path / "pages.parquet")
    images = table.cast_column("images", datasets.Sequence(datasets.Image()))
    images.save_to_disk(tmp_path / "saved")
    sources = [
        jsonl(tmp_path / "files.jsonl", *listed), jsonl(tmp_path / "texts.jsonl", *as_text),
        str(tmp_path / "pages.parquet"), str(tmp_path / "saved"),
    ]  # fmt: skip
    batches = []
    for source in sources:
        data = ready(source, qwen, seed=1)
        batches += [next(iter(data.train_dataloader()))["inputs"].two_sequences()]
        assert len(data.train) == 4
    for other in batches[1:]:
        assert other.keys() == batches[0].keys()
        for name, value in batches[0].items():
            assert value.equal(other[name]), name
    assert batches[0]["image_grid_thw"].shape[0] == 8


def test_the_splits_of_the_data_are_kept(llama, tmp_path):
    rows = [STANDARD | {"prompt": f"Read {n}.", "split": "test" if n < 2 else "train"}
            for n in range(6)]  # fmt: skip
    data = ready(jsonl(tmp_path / "pairs.jsonl", *rows), llama)
    assert (len(data.train), len(data.val)) == (4, 2)
    parts = {"train": datasets.Dataset.from_list(rows[2:]).remove_columns("split"),
             "test": datasets.Dataset.from_list(rows[:2]).remove_columns("split")}  # fmt: skip
    datasets.DatasetDict(parts).save_to_disk(tmp_path / "saved")
    data = ready(str(tmp_path / "saved"), llama)
    assert (len(data.train), len(data.val)) == (4, 2)
    assert data.test == data.val  # two parts: validated on the second one too
    rows[0]["split"] = "validation"
    data = ready(jsonl(tmp_path / "three.jsonl", *rows), llama)
    assert (len(data.train), len(data.val), len(data.test)) == (4, 1, 1)
    assert data.val != data.test
    assert len(data.pairs_once()) == len(data.keys()) == 6


def test_columns_of_other_names(llama, tmp_path):
    rows = [{"question": "Read.", "win": "one", "lose": "two"}]
    columns = {"prompt": "question", "chosen": "win", "rejected": "lose"}
    source = JsonlPreferences(jsonl(tmp_path / "pairs.jsonl", *rows), columns=columns)
    (pair,) = ready(source, llama).train
    assert (pair.chosen.text, pair.rejected.text) == ("one", "two")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"prompt": "Read.", "chosen": "one"}, "line 1: has no rejected"),
        ({"chosen": "one", "rejected": "two"}, "line 1: has no prompt"),
        ({"chosen": [GOOD, ASK], "rejected": [BAD, ASK]}, "line 1: has no prompt"),
        (STANDARD | {"chosen": [GOOD]}, "must both be text, or both chat messages"),
        ({"chosen": [ASK, GOOD, ASK, GOOD], "rejected": [ASK, BAD, ASK, BAD]},
         "one message of the assistant"),
        ({"prompt": [ASK], "chosen": [says("user", "one")], "rejected": [BAD]}, "the roles"),
        ({"prompt": [ASK], "chosen": [says("assistant", [{"type": "image"}])], "rejected": [BAD]},
         "chosen must be text"),
        (STANDARD | {"tools": [{"name": "x"}]}, "has tools"),
        (STANDARD | {"rejected_finish_reason": "bored"}, "unknown rejected_finish_reason 'bored'"),
        (STANDARD | {"rejected_truncated": "yes"}, "rejected_truncated must be true or false"),
        (STANDARD | {"chosen": ""}, "pair pairs:1: a side has no tokens .chosen."),
        (STANDARD | {"rejected": ""}, "pair pairs:1: a side has no tokens .rejected."),
        (STANDARD | {"rejected": "one"}, "pair pairs:1: chosen and rejected are the same tokens"),
        (STANDARD | {"prompt": "x" * 2000}, "pair pairs:1: its prompt has 20.. tokens and its"),
        (STANDARD | {"image": "none.png"}, "does not exist"),
    ],
)  # fmt: skip
def test_rows_that_cannot_be_trained_on(row, words, llama, tmp_path, caplog):
    """Each is named with its reason, or left out with a count where that is asked for."""
    with pytest.raises(DataError, match=words):
        ready(jsonl(tmp_path / "pairs.jsonl", row), llama)
    rows = (row, STANDARD | {"prompt": "Another."}, row)
    caplog.set_level(logging.WARNING)
    data = ready(jsonl(tmp_path / "pairs.jsonl", *rows), llama, on_bad="drop", overlong="drop")
    assert [pair.id for pair in data.train] == ["pairs:2"]
    assert "left out 2 x" in caplog.text
    with pytest.raises(DataError, match="has no pair that can be trained on"):
        ready(jsonl(tmp_path / "pairs.jsonl", row), llama, on_bad="drop", overlong="drop")


def test_an_artifact_needs_its_documents_and_preference_data_has_them(llama, llama_pairs,
                                                                      text_documents,
                                                                      tmp_path):  # fmt: skip
    with pytest.raises(DataError, match=r"point data\.documents"):
        ready(llama_pairs, llama)
    path = jsonl(tmp_path / "pairs.jsonl", STANDARD)
    with pytest.raises(DataError, match=r"leave data\.documents out"):
        ready(path, llama, documents=text_documents)
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataError, match="holds no pairs"):
        ready(str(tmp_path / "empty"), llama)


def test_no_data_uri_is_fetched(qwen, tmp_path):
    uri = "data:image/png;base64," + base64.b64encode(b"x").decode()
    with pytest.raises(DataError, match="local path"):
        ready(jsonl(tmp_path / "pairs.jsonl", STANDARD | {"image": uri}), qwen)
