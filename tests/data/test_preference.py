"""Pairs with prompts and images; content keys that know what matters and nothing else."""

import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from PIL import Image

from dharma_pl.data.preference import PreferenceData, ReferenceRow
from dharma_pl.errors import DataError
from dharma_pl.records import Completion


def ready(*args, world_size=1, rank=0, **kwargs):
    data = PreferenceData(*args, **kwargs)
    data.trainer = SimpleNamespace(
        world_size=world_size, global_rank=rank, lightning_module=None,
        strategy=SimpleNamespace(broadcast=lambda value: value),
    )  # fmt: skip
    data.setup("fit")
    return data


def sides(batch):
    """Completion ids of each row, with the image and the prompt left out."""
    """Token ids of the chosen sides, then of the rejected."""
    inputs = batch["inputs"]
    rows = list(zip(inputs.completions.tolist(), inputs.completion_lengths, strict=True))
    return [
        tuple(ids[:length])
        for numbers in (inputs.chosen, inputs.rejected)
        for ids, length in (rows[number] for number in numbers)
    ]


def test_a_batch_has_every_prompt_image_and_completion_once(qwen, page_documents, qwen_pairs,
                                                          pairs_of):  # fmt: skip
    data = ready(qwen_pairs, page_documents, qwen, batch_size=3)
    by_id = {pair.id: pair for pair in pairs_of(qwen)}
    seen = []
    for batch in data.train_dataloader():
        pairs = [by_id[pair_id] for pair_id in batch["pair_ids"]]
        assert sides(batch) == [p.chosen.token_ids for p in pairs] + [
            p.rejected.token_ids for p in pairs
        ]
        inputs = batch["inputs"]
        assert len(inputs.prompts["image_grid_thw"]) == 3
        assert inputs.pixels["image_grid_thw"] == [1, 1, 1]
        assert sum(inputs.pixels["pixel_values"]) == len(inputs.prompts["pixel_values"])
        assert len(inputs.completions) == 6
        twice = inputs.two_sequences()
        assert twice["pixel_values"].shape[0] == 2 * len(inputs.prompts["pixel_values"])
        seen += batch["pair_ids"]
    assert len(set(seen)) == len(seen) == 6


def test_the_end_token_is_there_only_where_it_was_emitted(llama, text_documents, llama_pairs):
    data = ready(llama_pairs, text_documents, llama, batch_size=2)
    for batch in data.train_dataloader():
        rows = sides(batch)
        assert all(row[-1] == data.codec.end_id for row in rows[:2])
        assert all(data.codec.end_id not in row for row in rows[2:])


def test_the_reference_comes_padded_like_the_rows(llama, text_documents, llama_pairs):
    data = ready(llama_pairs, text_documents, llama, batch_size=4)
    by_key = {data._keys[pair.id]: pair for pair in data.train}
    data.reference = {
        key: ReferenceRow(
            torch.arange(len(pair.chosen.token_ids)).float(),
            torch.arange(len(pair.rejected.token_ids)).float(),
        )
        for key, pair in by_key.items()
    }
    batch = next(iter(data.train_dataloader()))
    longest = max(len(by_key[key].rejected.token_ids) for key in batch["keys"])
    reference = data.reference_rows(batch["keys"])
    assert reference.rejected.shape == (4, longest)
    for row, key in zip(reference.chosen, batch["keys"], strict=True):
        length = len(by_key[key].chosen.token_ids)
        assert row[:length].tolist() == list(range(length))


def test_validation_holds_out_whole_documents(llama, text_documents, write_pairs, tmp_path,
                                              pairs_of):  # fmt: skip
    pairs = pairs_of(llama)
    again = [replace(pair, id=pair.id[:-1] + "1", mode="other") for pair in pairs]
    folder = write_pairs(tmp_path / "pairs", [*pairs, *again])
    data = ready(folder, text_documents, llama, val_fraction=0.3, seed=1)
    train = {pair.document_id for pair in data.train}
    val = {pair.document_id for pair in data.val}
    assert val
    assert not train & val
    assert len(data.train) + len(data.val) == 16


def test_held_out_documents_are_never_trained_on(llama, text_documents, write_pairs, tmp_path,
                                                 pairs_of):  # fmt: skip
    """Whatever a pairs artifact holds: pages 10 and 11 are for validation, 12 to 14 held out."""
    data = ready(write_pairs(tmp_path / "all", pairs_of(llama, 15)), text_documents, llama,
                 batch_size=2)  # fmt: skip
    assert (len(data.train), len(data.val), len(data.test)) == (10, 2, 3)
    assert {pair.document_id for pair in data.test} == {f"page-{n}" for n in (12, 13, 14)}
    seen = [pair for batch in data.test_dataloader() for pair in batch["pair_ids"]]
    assert seen == [pair.id for pair in data.test]
    train_only = ready(write_pairs(tmp_path / "train", pairs_of(llama)), text_documents, llama)
    with pytest.raises(DataError, match="no pairs of held-out documents to test on"):
        train_only.test_dataloader()


def test_ranks_share_missing_rows_without_doubles(llama, text_documents, llama_pairs):
    seen = []
    for rank in range(3):
        data = ready(llama_pairs, text_documents, llama, batch_size=2, world_size=3, rank=rank)
        wanted = set(list(data.keys())[:5])
        for batch in data.reference_loader(wanted):
            seen += batch["keys"]
    assert sorted(seen) == sorted(wanted)


@pytest.fixture
def pages(page_documents, tmp_path):
    folder = tmp_path / "pages"
    shutil.copytree(Path(page_documents).parent, folder)
    return folder / "documents.jsonl"


def test_keys_do_not_depend_on_paths_names_batches_or_seeds(qwen, page_documents, pages,
                                                            qwen_pairs, tmp_path):  # fmt: skip
    keys = set(ready(qwen_pairs, page_documents, qwen).keys())
    moved = tmp_path / "elsewhere"
    shutil.copytree(qwen_pairs, moved)
    shutil.copytree(qwen, tmp_path / "model")
    other = ready(str(moved), str(pages), str(tmp_path / "model"), batch_size=1, seed=7,
                  val_fraction=0.5)  # fmt: skip
    assert set(other.keys()) == keys
    assert len(keys) == 8


def test_one_pixel_changes_one_key(qwen, pages, qwen_pairs):
    before = ready(qwen_pairs, str(pages), qwen)._keys
    page = pages.parent / "3.png"
    pixels = np.array(Image.open(page))
    pixels[0, 0, 0] ^= 1
    Image.fromarray(pixels).save(page)
    after = ready(qwen_pairs, str(pages), qwen)._keys
    assert [pair for pair in before if before[pair] != after[pair]] == ["page-03/0"]


def test_one_letter_of_a_prompt_changes_one_key(qwen, pages, qwen_pairs):
    before = ready(qwen_pairs, str(pages), qwen)._keys
    pages.write_text(pages.read_text().replace("Read page 5.", "Read Page 5."))
    after = ready(qwen_pairs, str(pages), qwen)._keys
    assert [pair for pair in before if before[pair] != after[pair]] == ["page-05/0"]


def test_one_token_of_either_side_changes_the_key(llama, text_documents, write_pairs, tmp_path,
                                                  pairs_of):  # fmt: skip
    pair = pairs_of(llama)[0]

    def key(name, changed):
        folder = write_pairs(tmp_path / name, [changed])
        return ready(folder, text_documents, llama)._keys[pair.id]

    def longer(side):
        return Completion(side.text, (*side.token_ids, 9), side.finish_reason)

    keys = {
        key("same", pair),
        key("chosen", replace(pair, chosen=longer(pair.chosen))),
        key("rejected", replace(pair, rejected=longer(pair.rejected))),
    }
    assert len(keys) == 3


def broken(pair):
    none = Completion("", (), "length")
    return {
        "has no tokens": replace(pair, rejected=none),
        "same tokens": replace(pair, rejected=pair.chosen),
        "not among the documents": replace(pair, document_id="nowhere"),
    }


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("has no tokens", "a side has no tokens"),
        ("same tokens", "chosen and rejected are the same tokens"),
        ("not among the documents", "nowhere is not among the documents"),
    ],
)
def test_pairs_that_cannot_be_trained_on(reason, words, llama, text_documents, write_pairs,
                                         tmp_path, pairs_of):  # fmt: skip
    folder = write_pairs(tmp_path / "pairs", [broken(pairs_of(llama)[0])[reason]])
    with pytest.raises(DataError, match=words) as caught:
        ready(folder, text_documents, llama)
    assert "page-00/0" in str(caught.value)


def test_a_placeholder_in_a_completion_is_refused(qwen, page_documents, write_pairs, tmp_path,
                                                  pairs_of):  # fmt: skip
    pair = pairs_of(qwen)[0]
    (image,) = [i for i in range(8) if i in ready_codec(qwen).placeholder_ids][:1]
    bad = Completion("", (9, image, 9), "length")
    folder = write_pairs(tmp_path / "pairs", [replace(pair, rejected=bad)])
    with pytest.raises(DataError, match=r"page-00/0.*placeholder"):
        ready(folder, page_documents, qwen)


def ready_codec(model):
    from dharma_pl.data.encode import load_codec

    return load_codec(model)


def test_no_pairs_at_all(llama, text_documents, write_pairs, tmp_path):
    with pytest.raises(DataError, match="holds no pairs"):
        ready(write_pairs(tmp_path / "pairs", []), text_documents, llama)


def test_pairs_that_are_not_made_yet(llama, text_documents, tmp_path):
    with pytest.raises(DataError, match="python -m dharma_pl pairs"):
        ready(str(tmp_path / "nowhere"), text_documents, llama)


def test_token_ids_of_another_vocabulary(llama, text_documents, write_pairs, tmp_path, pairs_of):
    pair = pairs_of(llama)[0]
    size = ready_codec(llama).vocab_size
    for number, bad in enumerate((size, -1)):
        side = replace(pair.rejected, token_ids=(*pair.rejected.token_ids, bad))
        folder = write_pairs(tmp_path / str(number), [replace(pair, rejected=side)])
        with pytest.raises(DataError, match=rf"page-00/0: its rejected .* token id {bad}"):
            ready(folder, text_documents, llama)
    last = replace(pair.rejected, token_ids=(*pair.rejected.token_ids, size - 1))
    ready(write_pairs(tmp_path / "last", [replace(pair, rejected=last)]), text_documents, llama)


def test_a_chosen_side_that_only_ends(llama, text_documents, write_pairs, tmp_path, pairs_of):
    """As chosen it would teach to say nothing; as rejected it is a failure like any other."""
    pair = pairs_of(llama)[0]
    nothing = Completion("", (ready_codec(llama).end_id,), "eos")
    with pytest.raises(DataError, match=r"page-00/0: its chosen side is empty"):
        ready(write_pairs(tmp_path / "a", [replace(pair, chosen=nothing)]), text_documents, llama)
    data = ready(
        write_pairs(tmp_path / "b", [replace(pair, rejected=nothing)]), text_documents, llama
    )
    assert data.train[0].rejected == nothing


def test_bad_pairs_are_left_out_and_counted_where_asked(llama, text_documents, write_pairs,
                                                        tmp_path, pairs_of, caplog):  # fmt: skip
    pairs = pairs_of(llama)
    bad = [broken(pairs[0])[name] for name in ("has no tokens", "same tokens")]
    folder = write_pairs(tmp_path / "pairs", [*bad, *pairs[1:]])
    caplog.set_level("WARNING")
    data = ready(folder, text_documents, llama, on_bad="drop")
    assert [pair.id for pair in data.train] == [pair.id for pair in pairs[1:]]
    assert "left out 1 x empty side" in caplog.text
    assert "left out 1 x equal sides" in caplog.text


def test_an_image_token_spelled_out_in_a_prompt(qwen, pages, qwen_pairs):
    """The text of a page may well hold one: the model would look for pixels that are not there."""
    text = pages.read_text()
    pages.write_text(text.replace("Read page 2.", "Read <|image_pad|> 2."))
    data = ready(qwen_pairs, str(pages), qwen, batch_size=8)
    with pytest.raises(DataError, match=r"pair page-02/0: document page-02: .* 1 images do not"):
        list(data.reference_loader(set(data.keys())))


def test_an_image_token_spelled_out_where_there_is_no_image(qwen, text_documents, qwen_pairs,
                                                            tmp_path):  # fmt: skip
    text = Path(text_documents).read_text()
    path = tmp_path / "documents.jsonl"
    path.write_text(text.replace("Read page 2.", "Read <|image_pad|> 2."))
    data = ready(qwen_pairs, str(path), qwen, batch_size=8)
    with pytest.raises(DataError, match=r"pair page-02/0: .* 0 images do not fit"):
        list(data.reference_loader(set(data.keys())))


def test_a_processor_of_another_model(qwen, page_documents, qwen_pairs, tmp_path):
    shutil.copytree(qwen, tmp_path / "model")
    path = tmp_path / "model" / "processor_config.json"
    config = path.read_text()
    assert '"merge_size": 1' in config
    path.write_text(config.replace('"merge_size": 1', '"merge_size": 2'))
    data = ready(qwen_pairs, page_documents, str(tmp_path / "model"))
    with pytest.raises(DataError, match=r"pair page-0\d/0: .* image tokens, the pixels make"):
        list(data.reference_loader(set(data.keys())))


def test_image_tokens_of_every_family_are_counted(vision_model, document):
    """And so the check above holds for them all: what it expects is what their processors give."""
    from dharma_pl.data.encode import image_tokens_of_pixels

    codec = ready_codec(vision_model)
    for images in (1, 2):
        inputs = codec.prompt(document(images, images))
        have = sum(int((inputs["input_ids"] == i).sum()) for i in codec.placeholder_ids)
        assert image_tokens_of_pixels(inputs, codec.config) == have > 0
