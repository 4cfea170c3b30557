"""What does not fit the model's context is never cut: it stops the run, or is left out, counted."""

import json
import logging
from pathlib import Path
from types import SimpleNamespace

import pytest

from dharma_pl.data.encode import load_codec
from dharma_pl.data.lengths import _bound, prompt_tokens
from dharma_pl.data.preference import PreferenceData
from dharma_pl.data.sampling import SamplingData
from dharma_pl.data.sft import SFTData
from dharma_pl.errors import DataError


def set_up(data, **module):
    data.trainer = SimpleNamespace(
        world_size=1, global_rank=0, lightning_module=SimpleNamespace(**module)
    )
    data.setup("fit")
    return data


def exact(codec, document):
    return codec.prompt(document)["input_ids"].shape[1]


@pytest.mark.parametrize("images", [0, 1, 2])
def test_the_bound_is_never_below_the_exact_length(any_model, document, images):
    codec = load_codec(any_model)
    if images and "llama" in any_model:
        images = 0
    chat = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "日本 €" * 9}]
    for number, prompt in enumerate(("Read.", "日本 € café " * 20, "<>" * 50, chat)):
        one = document(number, images, prompt)
        bound = _bound(codec, one)
        assert bound is not None
        assert bound >= exact(codec, one)
        assert prompt_tokens(codec, one, enough=bound) == bound
        assert prompt_tokens(codec, one, enough=bound - 1) == exact(codec, one)


@pytest.fixture
def long_page(page_documents, tmp_path):
    """Documents of which page-03 has an image of 600 tokens, more than the context of 512."""
    from PIL import Image

    folder = Path(page_documents).parent
    rows = [json.loads(line) for line in Path(page_documents).read_text().splitlines()]
    Image.new("RGB", (200, 192), "white").save(tmp_path / "long.png")
    for row in rows:
        row["images"] = [str(folder / row["images"][0])]
    rows[3]["images"] = [str(tmp_path / "long.png")]
    path = tmp_path / "documents.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return str(path)


@pytest.fixture
def qwen_large(qwen, tmp_path):
    """The tiny Qwen with a processor that lets large pages be large."""
    import shutil

    folder = tmp_path / "qwen"
    shutil.copytree(qwen, folder)
    path = folder / "processor_config.json"
    config = json.loads(path.read_text())
    config["image_processor"]["size"] = {"shortest_edge": 64, "longest_edge": 65536}
    path.write_text(json.dumps(config))
    return str(folder)


def test_a_page_with_more_image_tokens_than_the_context(qwen_large, long_page, qwen_pairs, caplog):
    with pytest.raises(DataError, match=r"pair page-03/0: its prompt has 6\d\d tokens .* the 512"):
        set_up(PreferenceData(qwen_pairs, long_page, qwen_large))
    with pytest.raises(DataError, match=r"document page-03: its prompt has 6\d\d tokens"):
        set_up(SFTData(long_page, qwen_large))
    with pytest.raises(DataError, match=r"document page-03: its prompt has 6\d\d tokens"):
        set_up(SamplingData(long_page, qwen_large))
    caplog.set_level(logging.WARNING)
    pairs = set_up(PreferenceData(qwen_pairs, long_page, qwen_large, overlong="drop"))
    sft = set_up(SFTData(long_page, qwen_large, overlong="drop"))
    sampling = set_up(SamplingData(long_page, qwen_large, overlong="drop"))
    assert "page-03/0" not in {pair.id for pair in pairs.train}
    assert (len(pairs.train), len(sft.train), len(sampling.rows)) == (7, 9, 15)
    assert caplog.text.count("left out 1 x overlong") == 3
    longest = max(
        batch["inputs"].two_sequences()["input_ids"].shape[1]
        for batch in pairs.reference_loader(set(pairs.keys()))
    )
    assert longest <= 512  # nothing was cut: the image tokens of each page are all there


def test_a_limit_of_ones_own(llama, text_documents, llama_pairs):
    data = set_up(PreferenceData(llama_pairs, text_documents, llama))
    codec = load_codec(llama)
    lengths = {
        pair.id: exact(codec, data._by_id[pair.document_id])
        + max(len(pair.chosen.token_ids), len(pair.rejected.token_ids))
        for pair in data.train
    }
    limit = sorted(lengths.values())[4]
    data = set_up(
        PreferenceData(llama_pairs, text_documents, llama, max_tokens=limit, overlong="drop")
    )
    assert {pair.id for pair in data.train} == {k for k, v in lengths.items() if v <= limit}
    with pytest.raises(DataError, match="has no pair that can be trained on: 8 x overlong"):
        set_up(PreferenceData(llama_pairs, text_documents, llama, max_tokens=9, overlong="drop"))


def test_sampling_leaves_room_for_what_is_generated(llama, text_documents):
    set_up(SamplingData(text_documents, llama), max_new_tokens=400)
    with pytest.raises(DataError, match=r"its completion 600, more than the 512"):
        set_up(SamplingData(text_documents, llama), max_new_tokens=600)
    with pytest.raises(DataError, match="no document fits the model's context: 16 x overlong"):
        set_up(SamplingData(text_documents, llama, overlong="drop"), max_new_tokens=600)
