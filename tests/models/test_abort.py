"""Early abort: which rows stop, where, and that the others never notice."""

import itertools
from pathlib import Path

import pytest
import torch
import yaml
from transformers import AutoModelForCausalLM, GenerationConfig, StoppingCriteriaList

from dharma_pl.artifacts import read_manifest, read_rows
from dharma_pl.cli import main
from dharma_pl.data.encode import load_codec, tokenizer_of
from dharma_pl.data.sampling import SamplingData
from dharma_pl.errors import DataError
from dharma_pl.functional.tracker import certain_at
from dharma_pl.models.abort import CONFIRM_EVERY, AbortOnLoop, AbortSettings
from dharma_pl.models.backbone import Backbone, BackboneModule
from dharma_pl.models.sampling import SamplingModule, generate

EAGER = AbortSettings(max_period=16, repeats=3, symbols=24)
LIMIT = 150


def numbers(settings):
    return {"max_period": settings.max_period, "repeats": settings.repeats,
            "symbols": settings.symbols}  # fmt: skip


LOOPS, COUNTS, ENDS = 270, 100, 290
"""Tokens with which a model goes on in a loop of three, through 150 others, or to its end."""


@pytest.fixture(scope="module")
def mixed(builders, tmp_path_factory):
    """A model whose every next token is wired to the one before, more or less."""
    path = builders.looper(tmp_path_factory.mktemp("mixed"))
    model = AutoModelForCausalLM.from_pretrained(path)
    chains = [LOOPS, LOOPS + 1, LOOPS + 2, LOOPS], [*range(COUNTS, 251)], [ENDS, ENDS + 1, 1]
    with torch.no_grad():
        model.lm_head.weight.zero_()
        for token, successor in itertools.chain(*map(itertools.pairwise, chains)):
            model.lm_head.weight[successor] += model.model.embed_tokens.weight[token]
    model.save_pretrained(path)
    return path


def prompts(codec):
    rows = []
    for length, last in enumerate([LOOPS, COUNTS, ENDS, LOOPS + 1, COUNTS + 9] * 4, 1):
        ids = torch.tensor([[50] * length + [last]])
        rows.append({"input_ids": ids, "attention_mask": torch.ones_like(ids)})
    return codec.pad(rows, "left")


def ready(path):
    module = BackboneModule(Backbone(path))
    module.configure_model()
    return module.loaded, load_codec(path)


@pytest.mark.parametrize("temperature", [0.0, 0.7])
def test_aborted_rows_are_prefixes_and_others_the_same(mixed, temperature):
    model, codec = ready(mixed)
    inputs = prompts(codec)
    runs = []
    for abort in (None, EAGER):
        torch.manual_seed(0)
        runs.append(generate(model, codec, inputs, temperature=temperature, max_new_tokens=LIMIT,
                             abort=abort))  # fmt: skip
    reasons = set()
    for (full, reason), (row, stopped) in zip(*runs, strict=True):
        reasons.add((reason, stopped))
        at = certain_at(full, **numbers(EAGER))
        if at is not None and at + 1 < LIMIT:
            assert (row, stopped) == (full[: at + 1], "abort")
        else:
            assert (row, stopped) == (full, reason)
    assert reasons == {("length", "abort"), ("length", "length"), ("eos", "eos")}


def test_a_batch_that_loops_altogether_is_done_early(builders, document, tmp_path):
    model, codec = ready(builders.looper(tmp_path / "loops"))
    inputs = codec.pad([codec.prompt(document(i)) for i in range(3)], "left")
    calls = []
    hook = model.register_forward_pre_hook(lambda *_: calls.append(1))
    rows = generate(model, codec, inputs, max_new_tokens=LIMIT, abort=EAGER)
    hook.remove()
    assert {reason for _, reason in rows} == {"abort"}
    assert len(calls) == max(len(ids) for ids, _ in rows) < LIMIT / 2
    assert generate(model, codec, inputs, max_new_tokens=LIMIT, abort=AbortSettings()) == generate(
        model, codec, inputs, max_new_tokens=LIMIT
    )  # the defaults ask for more than the limit
    limit = len(rows[0][0])
    for short, want in ((limit, "length"), (limit + 1, "abort")):
        (row, *_) = generate(model, codec, inputs, max_new_tokens=short, abort=EAGER)
        assert row[1] == want  # nothing is saved at the last token


def test_confirmation_stops_what_the_detector_calls_a_loop_and_nothing_else(
    builders, document, tmp_path
):
    from dharma_pl.functional.repetition import find_repetition

    settings = AbortSettings(max_period=16, repeats=3, symbols=6, confirm=True)
    model, codec = ready(builders.looper(tmp_path / "loops"))
    inputs = codec.pad([codec.prompt(document(i)) for i in range(3)], "left")
    rows = generate(model, codec, inputs, max_new_tokens=400, abort=settings)
    for ids, reason in rows:
        assert reason == "abort"
        assert len(ids) % CONFIRM_EVERY == 0
        text, before = (
            tokenizer_of(codec.encoder).decode(part) for part in (ids, ids[:-CONFIRM_EVERY])
        )
        assert find_repetition(text, "abort").strict
        earlier = find_repetition(before, "abort")
        assert earlier is None or not earlier.strict  # it did not wait longer than needed
    with pytest.raises(ValueError, match="`decode`"):
        AbortOnLoop(settings, [1], 3)


def test_padding_behind_an_end_is_no_loop_and_a_new_call_starts_anew():
    settings = AbortSettings(max_period=4, repeats=2, symbols=8)
    criterion = AbortOnLoop(settings, end_ids=[1], prompt_length=2)
    ends, loops = [5, 1, *[0] * 198], [*range(100, 150), *[6, 7] * 75]
    rows = torch.tensor([[9, 9, *ends], [9, 9, *loops]])
    at = certain_at(loops, **numbers(settings))
    assert at > 50
    for _ in range(2):
        stops = [criterion(rows[:, :length], None).tolist() for length in range(3, 203)]
        assert [first for first, _ in stops] == [False] * 200
        assert [second for _, second in stops] == [False] * at + [True] * (200 - at)
        assert criterion.aborted_at == [0, at + 1]
    # Repetition of the prompt does not count: neither here nor in what goes on with it.
    assert not criterion(torch.full((1, 3), 7), None).any()
    with pytest.raises(ValueError, match="Expected 4 tokens"):
        criterion(torch.full((1, 5), 7), None)


def test_nothing_is_read_from_the_device_between_tokens():
    """Tensors without data refuse to be looked at."""
    criterion = AbortOnLoop(AbortSettings(max_period=4, repeats=2, symbols=4), [1], 2)
    for length in range(3, 12):
        stops = criterion(torch.zeros(2, length, dtype=torch.long, device="meta"), None)
        assert (stops.device.type, stops.shape, stops.dtype) == ("meta", (2,), torch.bool)


def test_it_works_in_a_generate_of_ones_own(builders, document, tmp_path):
    model, codec = ready(builders.looper(tmp_path / "loops"))
    inputs = codec.prompt(document(1))
    length = inputs["input_ids"].shape[1]
    criterion = AbortOnLoop(EAGER, codec.end_ids, length)
    ids = model.generate(
        **inputs,
        generation_config=GenerationConfig(
            max_new_tokens=LIMIT, eos_token_id=list(codec.end_ids), pad_token_id=codec.pad_id
        ),
        stopping_criteria=StoppingCriteriaList([criterion]),
    )
    assert ids.shape[1] - length == criterion.aborted_at[0] < LIMIT


def sampled(trainer, model, documents, out, **options):
    module = SamplingModule(Backbone(model), str(out), max_new_tokens=LIMIT, **options)
    data = SamplingData(documents, model, splits=["train"], batch_size=4)
    trainer().predict(module, data, return_predictions=False)
    return list(read_rows(Path(out))), read_manifest(out, "outputs")


def test_the_artifact_says_abort_and_keeps_the_text_so_far(
    trainer, builders, text_documents, tmp_path
):
    model = builders.looper(tmp_path / "loops")
    whole, full = sampled(trainer, model, text_documents, tmp_path / "whole")
    cut, manifest = sampled(trainer, model, text_documents, tmp_path / "cut", abort=EAGER)
    assert {row["finish_reason"] for row in whole} == {"length"}
    assert {row["finish_reason"] for row in cut} == {"abort"}
    for long, short in zip(whole, cut, strict=True):
        assert long["document_id"] == short["document_id"]
        assert short["text"]
        assert long["text"].startswith(short["text"])
        assert len(short["token_ends"]) == len(short["token_ids"]) < LIMIT
    assert "abort" not in full.config
    assert manifest.config["abort"]["symbols"] == 24
    assert manifest.fingerprint != full.fingerprint
    with pytest.raises(DataError, match="abort"):
        sampled(trainer, model, text_documents, tmp_path / "cut")


def test_true_means_the_default_settings(llama, tmp_path):
    for given, want in ((True, AbortSettings()), (False, None), (EAGER, EAGER)):
        assert SamplingModule(Backbone(llama), str(tmp_path), abort=given).abort == want


@pytest.mark.parametrize("abort", [True, {"symbols": 24, "repeats": 3, "max_period": 16}])
def test_a_configuration_switches_it_on(abort, builders, text_documents, tmp_path):
    module = {
        "backbone": {"name_or_path": builders.looper(tmp_path / "loops")},
        "out": str(tmp_path / "out"),
        "max_new_tokens": LIMIT,
        "abort": abort,
    }
    config = {
        "return_predictions": False,
        "trainer": {"accelerator": "cpu", "logger": False, "enable_progress_bar": False},
        "model": {"class_path": "SamplingModule", "init_args": module},
        "data": {"class_path": "SamplingData",
                 "init_args": {"documents": text_documents, "splits": ["train"], "limit": 2}},
    }  # fmt: skip
    (tmp_path / "config.yaml").write_text(yaml.safe_dump(config))
    assert main(["predict", "--config", str(tmp_path / "config.yaml")]) == 0
    want = "length" if abort is True else "abort"  # the defaults ask for more than the limit
    assert {row["finish_reason"] for row in read_rows(tmp_path / "out")} == {want}
    symbols = read_manifest(tmp_path / "out", "outputs").config["abort"]["symbols"]
    assert symbols == (512 if abort is True else 24)
