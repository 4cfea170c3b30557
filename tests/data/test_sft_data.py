"""What SFT learns from: targets, or the chosen side of pairs."""

import json
from pathlib import Path

import pytest

from dharma_pl.data.encode import load_codec
from dharma_pl.data.sft import SFTData
from dharma_pl.errors import DataError


class Stub:
    """What a data module asks of its trainer."""

    world_size, global_rank = 1, 0
    lightning_module = None


def ready(*args, **kwargs):
    data = SFTData(*args, **kwargs)
    data.trainer = Stub()
    data.setup("fit")
    return data


def completions(batch):
    inputs = batch["inputs"]
    return [ids[mask].tolist() for ids, mask in zip(inputs["input_ids"], inputs["completion_mask"],
                                                    strict=True)]  # fmt: skip


def test_each_split_goes_where_it_belongs_and_the_rest_nowhere(llama, text_documents):
    data = ready(text_documents, llama, batch_size=3)
    train = [row for batch in data.train_dataloader() for row in completions(batch)]
    val = [row for batch in data.val_dataloader() for row in completions(batch)]
    codec = load_codec(llama)
    targets = {}
    for line in Path(text_documents).read_text().splitlines():
        row = json.loads(line)
        targets.setdefault(row["split"], []).append(codec.target(row["target"]))
    assert len(train) == 9  # ten, in full batches of three
    assert all(row in targets["train"] for row in train)
    assert sorted(val) == sorted(targets["validation"])


def test_the_chosen_side_of_pairs_is_learned_token_by_token(llama, text_documents, llama_pairs,
                                                            pairs_of):  # fmt: skip
    data = ready(text_documents, llama, pairs=llama_pairs, batch_size=4)
    rows = [tuple(row) for batch in data.train_dataloader() for row in completions(batch)]
    assert sorted(rows) == sorted(pair.chosen.token_ids for pair in pairs_of(llama))


def test_documents_without_a_target_teach_nothing(llama, tmp_path):
    path = tmp_path / "bare.jsonl"
    path.write_text('{"id": "a", "prompt": "Read.", "split": "train"}\n')
    with pytest.raises(DataError, match="no train documents with a target"):
        SFTData(str(path), llama).setup("fit")


def test_ranks_see_disjoint_halves_of_the_same_batches(llama, text_documents):
    whole = ready(text_documents, llama, batch_size=4)
    halves = []
    for rank in (0, 1):
        half = ready(text_documents, llama, batch_size=2)
        half.trainer.world_size, half.trainer.global_rank = 2, rank
        halves.append([completions(batch) for batch in half.train_dataloader()])
        half.trainer.world_size, half.trainer.global_rank = 1, 0
    for batch, first, second in zip(whole.train_dataloader(), *halves, strict=True):
        assert sorted(completions(batch)) == sorted(first + second)
        assert len(first) == len(second) == 2


def test_pages_come_with_their_pixels(qwen, page_documents):
    batch = next(iter(ready(page_documents, qwen, batch_size=3).train_dataloader()))
    assert len(batch["inputs"]["image_grid_thw"]) == 3
    assert not (batch["inputs"]["completion_mask"] & (batch["inputs"]["attention_mask"] == 0)).any()
