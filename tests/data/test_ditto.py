"""Pseudo-repetitions: a real beginning, then one of its lines again and again."""

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dharma_pl.data import ditto as module
from dharma_pl.data.ditto import Ditto, pseudo_repetitions
from dharma_pl.data.encode import load_codec, tokenizer_of
from dharma_pl.data.sft import SFTData
from dharma_pl.errors import UsageError
from dharma_pl.records import Document

LINES = "Casa Ipê\nfeijão 12\narroz 3\nTotal. Fim"


@pytest.fixture(scope="module")
def codec(llama):
    return load_codec(llama)


def rows_of(codec, *texts):
    return [(Document(str(i), "Read."), codec.target(text)) for i, text in enumerate(texts)]


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(["feijão 12", "a. b", "x", "açúcar", "9 9"]), min_size=1, max_size=6),
    st.sampled_from(["\n", "\\n", ". "]), st.integers(0, 99), st.integers(1, 5), st.integers(1, 40),
)  # fmt: skip
def test_it_is_periodic_from_its_start_and_a_beginning_of_the_target_before(
    codec, lines, separator, seed, copies, max_tokens
):
    rows = rows_of(codec, separator.join(lines))
    (made,) = pseudo_repetitions(rows, Ditto(1.0, copies, max_tokens), codec, seed)
    ids, start, period = made.token_ids, made.start, made.period
    stop = start + period
    assert period >= 1
    assert ids[:stop] == tuple(rows[0][1][:stop])
    assert all(ids[i] == ids[i - period] for i in range(stop, len(ids)))
    assert len(ids) == stop + min(copies * period, max_tokens)
    assert not set(ids) & set(codec.end_ids)


@pytest.mark.parametrize("escaped", [False, True])
def test_units_are_lines_and_sentences(codec, escaped):
    text = json.dumps(LINES, ensure_ascii=False)[1:-1] if escaped else LINES
    ids = codec.target(text)[:-1]
    newline = "\\n" if escaped else "\n"
    found = {
        tokenizer_of(codec.encoder).decode(ids[start:stop])
        for start, stop in module._units(ids, codec)
    }
    assert {f"Casa Ipê{newline}", f"feijão 12{newline}", f"arroz 3{newline}", "Total."} <= found


def test_a_text_of_one_line_repeats_a_few_tokens_of_it(codec):
    for seed in range(10):
        (made,) = pseudo_repetitions(rows_of(codec, "feijão " * 20), Ditto(1.0), codec, seed)
        assert 1 <= made.period <= module.LONGEST_RUN


def test_the_draw_depends_on_the_seed_and_the_rows_alone(codec):
    rows = rows_of(codec, *[LINES] * 8)
    first = pseudo_repetitions(rows, Ditto(0.5), codec, 3)
    random.seed(99)
    assert pseudo_repetitions(rows, Ditto(0.5), codec, 3) == first
    assert len(first) == len({made.document.id for made in first}) == 4
    assert pseudo_repetitions(rows, Ditto(0.5), codec, 4) != first


def test_a_training_batch_has_them_below_its_rows_and_validation_has_none(llama, text_documents):
    class Trainer:
        world_size, global_rank = 1, 0

    data = SFTData(text_documents, llama, batch_size=4, ditto=Ditto(0.5, copies=3))
    data.trainer = Trainer()
    data.setup("fit")
    batch = next(iter(data.train_dataloader()))
    assert batch["inputs"]["input_ids"].shape[0] == 6
    assert (batch["ditto_period"] > 0).tolist() == [False] * 4 + [True] * 2
    rows = zip(batch["inputs"]["input_ids"], batch["inputs"]["completion_mask"], strict=True)
    completions = [ids[mask].tolist() for ids, mask in rows]
    for row, start, period in zip(
        completions[4:], batch["ditto_start"][4:], batch["ditto_period"][4:], strict=True
    ):
        stop = int(start + period)
        assert any(row[:stop] == real[:stop] for real in completions[:4])
        assert row[start:stop] * 3 == row[stop:]
    val = next(iter(data.val_dataloader()))
    assert "ditto_period" not in val


def test_bad_settings():
    for bad in ({"share": 0.0}, {"share": 1.1}, {"copies": 0}, {"max_tokens": 0}):
        with pytest.raises(UsageError, match="ditto"):
            Ditto(**bad)
