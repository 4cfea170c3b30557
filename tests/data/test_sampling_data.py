"""Documents to generate for: which, in what order, in which shard."""

import itertools
from pathlib import Path
from types import SimpleNamespace

import pytest

from dharma_pl.data.sampling import SamplingData
from dharma_pl.errors import DataError


def ready(*args, present=(), world_size=1, rank=0, **kwargs):
    data = SamplingData(*args, **kwargs)
    module = SimpleNamespace(present_shards=lambda: set(present))
    data.trainer = SimpleNamespace(world_size=world_size, global_rank=rank, lightning_module=module)
    data.setup("predict")
    return data


def shards(data):
    return {batch["shard"]: batch["document_ids"] for batch in data.predict_dataloader()}


def test_long_pages_come_first_and_each_once(qwen, page_documents):
    data = ready(page_documents, qwen, batch_size=5)
    ids = list(itertools.chain(*shards(data).values()))
    assert sorted(ids) == [f"page-{number:02d}" for number in range(16)]
    widths = [int(name[-2:]) % 3 for name in ids]  # a page's width grows with number % 3
    assert widths == sorted(widths, reverse=True)


def test_shards_do_not_depend_on_ranks_or_on_what_is_done(llama, text_documents):
    want = shards(ready(text_documents, llama, batch_size=3))
    assert list(want) == list(range(6))
    got = {}
    for rank in (0, 1):
        mine = shards(
            ready(text_documents, llama, batch_size=3, present=[1, 4], world_size=2, rank=rank)
        )
        assert not got.keys() & mine.keys()
        got |= mine
    assert got == {index: ids for index, ids in want.items() if index not in (1, 4)}


def test_no_shard_is_lost_where_a_rank_is_late(llama, text_documents):
    """Rank 1 looks when rank 0 has already written its first shard."""
    first = shards(ready(text_documents, llama, batch_size=3, world_size=2, rank=0))
    late = shards(ready(text_documents, llama, batch_size=3, present=[0], world_size=2, rank=1))
    assert sorted([*first, *late]) == list(range(6))


def test_splits_and_limit(llama, text_documents):
    data = ready(text_documents, llama, splits=["heldout", "legitimate"], limit=3)
    assert sorted(row.id for row in data.rows) == ["page-12", "page-13", "page-14"]


def test_a_split_without_documents_is_one_line(llama, tmp_path):
    path = tmp_path / "train.jsonl"
    path.write_text('{"id": "a", "prompt": "Read.", "split": "train"}\n')
    with pytest.raises(DataError, match="no documents in the splits heldout"):
        ready(str(path), llama, splits=["heldout"])


def test_content_knows_prompts_and_order_but_no_paths(llama, text_documents, tmp_path):
    content = ready(text_documents, llama).content()
    moved = tmp_path / "moved.jsonl"
    text = Path(text_documents).read_text()
    moved.write_text(text)
    assert ready(str(moved), llama).content() == content
    moved.write_text(text.replace("Read page 4.", "Read page four."))
    assert ready(str(moved), llama).content() != content


def test_prompts_are_padded_on_the_left(llama, text_documents):
    (batch,) = ready(text_documents, llama).predict_dataloader()
    mask = batch["inputs"]["attention_mask"]
    assert mask[:, -1].all()
    assert not mask[:, 0].all()
