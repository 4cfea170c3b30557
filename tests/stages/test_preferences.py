"""Pairs in the common form, and back."""

import datasets
import pytest
import torch

from dharma_pl.data.documents import load_documents
from dharma_pl.data.encode import load_codec
from dharma_pl.data.pairs import load_pairs
from dharma_pl.errors import UsageError
from dharma_pl.stages.pairs import pairs
from dharma_pl.stages.preferences import write_preferences


@pytest.mark.parametrize("sees", [True, False])
def test_what_is_written_is_read_as_the_same_tokens_and_pixels(
    sees, qwen, llama, page_documents, text_documents, pairs_of, tmp_path
):
    model, source = (qwen, page_documents) if sees else (llama, text_documents)
    codec, path = load_codec(model), tmp_path / "out" / "pairs.parquet"
    documents = {document.id: document for document in load_documents(source)}
    given = pairs_of(model, 12)
    write_preferences(given, documents, path)
    loaded = load_pairs(str(path), None, codec)
    assert [pair.id for pair in loaded.pairs] == [pair.id for pair in given]
    assert loaded.held_out == {"page-10/0", "page-11/0"}
    for pair, back in zip(given, loaded.pairs, strict=True):
        for side in ("chosen", "rejected"):
            assert getattr(back, side).token_ids == getattr(pair, side).token_ids
        assert back.rejected.finish_reason == "length"
        assert back.score_gap == pair.score_gap
        want = codec.prompt(documents[pair.document_id])
        got = codec.prompt(loaded.documents[back.document_id])
        assert got.keys() == want.keys()
        assert all(torch.equal(value, got[name]) for name, value in want.items())


def test_prompts_of_every_form_share_a_file(qwen, document, pairs_of, tmp_path):
    """Text, messages of text, messages with a slot for the image."""
    slot = [{"type": "text", "text": "Page:"}, {"type": "image"}]
    chat = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Read."}]
    prompts = ["Read.", chat, [*chat[:1], {"role": "user", "content": slot}]]
    codec, given = load_codec(qwen), pairs_of(qwen, 3)
    documents = [document(n, 1, prompt) for n, prompt in enumerate(prompts)]
    write_preferences(given, {doc.id: doc for doc in documents}, tmp_path / "pairs.parquet")
    loaded = load_pairs(str(tmp_path / "pairs.parquet"), None, codec)
    for doc, pair in zip(documents, loaded.pairs, strict=True):
        got, want = codec.prompt(loaded.documents[pair.document_id]), codec.prompt(doc)
        assert got["input_ids"].equal(want["input_ids"])


def test_it_opens_as_other_trainers_expect_it(page_documents, qwen, pairs_of, tmp_path):
    documents = {document.id: document for document in load_documents(page_documents)}
    write_preferences(pairs_of(qwen)[:2], documents, tmp_path / "pairs.parquet")
    table = datasets.load_dataset(
        "parquet", data_files=str(tmp_path / "pairs.parquet"), split="train",
        cache_dir=str(tmp_path / "cache"),
    )  # fmt: skip
    row = table[1]
    assert row["prompt"] == [{"role": "user", "content": "Read page 1."}]
    assert [turn["role"] for turn in row["chosen"] + row["rejected"]] == ["assistant"] * 2
    assert row["images"][0].size == (24, 16)  # decoded, and no longer a path on this machine


def test_the_stage_writes_them_beside_the_artifact(
    make_output, write_outputs, loop, text_documents, llama, tmp_path
):
    from dharma_pl.stages.judge import judge

    outputs = write_outputs([make_output(0, 0, loop, "length")])
    judge(outputs, text_documents, str(tmp_path / "verdicts"))
    for _ in ("made", "there already"):
        path = tmp_path / "preferences.parquet"
        manifest = pairs(
            outputs, str(tmp_path / "verdicts"), text_documents, str(tmp_path / "pairs"), llama,
            preferences=str(path),
        )  # fmt: skip
        assert manifest.rows == len(load_pairs(str(path), None, load_codec(llama)).pairs) == 1
        path.unlink()


def test_another_ending_is_bad_usage(tmp_path):
    with pytest.raises(UsageError, match="ends with"):
        write_preferences([], {}, tmp_path / "pairs.csv")
