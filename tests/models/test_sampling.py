"""Sampling: what was generated, how it ended, and where each token ends in the text."""

import itertools
import os
import signal
from pathlib import Path

import lightning as L
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from lightning.pytorch.utilities.exceptions import SIGTERMException
from transformers import AutoModelForCausalLM, GenerationConfig

from dharma_pl.artifacts import read_manifest, read_rows
from dharma_pl.data.encode import load_codec, tokenizer_of
from dharma_pl.data.sampling import SamplingData
from dharma_pl.errors import DataError, UsageError
from dharma_pl.models.backbone import Backbone, BackboneModule, LoraSpec
from dharma_pl.models.sampling import SamplingModule, decode, generate
from dharma_pl.schemas import row_to_output


def ready(path):
    module = BackboneModule(Backbone(path))
    module.configure_model()
    return module.loaded


def sample(trainer, model, documents, out, *, batch_size=4, limit=0, splits=("train",), **options):
    module = SamplingModule(
        Backbone(model), str(out), **({"max_new_tokens": 12, "temperatures": [0.0, 1.0]} | options)
    )
    data = SamplingData(documents, model, splits=list(splits), batch_size=batch_size, limit=limit)
    trainer().predict(module, data, return_predictions=False)
    return module


def outputs_of(folder):
    return [row_to_output(row) for row in read_rows(Path(folder))]


def content(folder):
    return {path.name: path.read_bytes() for path in sorted(Path(folder).glob("shard-*"))}


def stopper(builders, folder, **config):
    """A model whose head is turned towards its end token, so that it stops now and then."""
    path = builders.llama(folder, **config)
    model = AutoModelForCausalLM.from_pretrained(path)
    with torch.no_grad():
        model.lm_head.weight[1] *= 1.6
    model.save_pretrained(path)
    return path


@pytest.fixture(scope="module")
def stops(builders, tmp_path_factory):
    return stopper(builders, tmp_path_factory.mktemp("stops"))


def test_outputs_say_how_they_ended_and_keep_the_end_token(trainer, stops, text_documents,
                                                           tmp_path):  # fmt: skip
    sample(trainer, stops, text_documents, tmp_path / "out", temperatures=[0.0, 1.0, 1.0])
    outputs = outputs_of(tmp_path / "out")
    codec = load_codec(stops)
    assert {(o.document_id, o.sample) for o in outputs} == {
        (f"page-{number:02d}", s) for number in range(10) for s in range(3)
    }
    assert {output.finish_reason for output in outputs} == {"eos", "length"}
    for output in outputs:
        if output.finish_reason == "eos":
            assert output.token_ids[-1] in codec.end_ids
            assert not set(output.token_ids[:-1]) & set(codec.end_ids)
            assert len(output.token_ids) <= 12
        else:
            assert not set(output.token_ids) & set(codec.end_ids)
            assert len(output.token_ids) == 12
        assert output.text == tokenizer_of(codec.encoder).decode(
            output.token_ids, skip_special_tokens=True
        )
        assert len(output.token_ends) == len(output.token_ids)
        assert output.max_new_tokens == 12
    assert {o.temperature for o in outputs if o.sample == 0} == {0.0}
    first, second = ([o.token_ids for o in outputs if o.sample == s] for s in (1, 2))
    assert first != second  # two samples at one temperature are two draws


def test_greedy_is_what_transformers_generates_alone(any_model, document):
    model, codec = ready(any_model), load_codec(any_model)
    sees = "llama" not in any_model
    prompts = [codec.prompt(document(i, (1 + i % 2) * sees, "Read. " + "w " * i)) for i in range(3)]
    batched = generate(model, codec, codec.pad(prompts, "left"), max_new_tokens=10)
    for prompt, (ids, reason) in zip(prompts, batched, strict=True):
        bad = [[token] for token in codec.placeholder_ids] or None
        alone = model.generate(
            **prompt, max_new_tokens=10, do_sample=False, bad_words_ids=bad,
            eos_token_id=list(codec.end_ids),
        )  # fmt: skip
        want = alone[0, prompt["input_ids"].shape[1] :].tolist()
        assert list(ids) == want
        assert reason == ("eos" if want[-1] in codec.end_ids else "length")


def test_no_placeholder_is_ever_generated(qwen, document):
    model, codec = ready(qwen), load_codec(qwen)
    with torch.no_grad():
        for token in codec.placeholder_ids:
            model.get_input_embeddings().weight[token] *= 50
    (row,) = generate(
        model, codec, codec.prompt(document(1, 1)), temperature=2.0, max_new_tokens=40
    )
    assert not set(row[0]) & codec.placeholder_ids


HIDING = {
    "repetition_penalty": 5.0,
    "no_repeat_ngram_size": 2,
    "min_new_tokens": 11,
    "suppress_tokens": list(range(60, 200)),
    "begin_suppress_tokens": list(range(200, 300)),
    "bad_words_ids": [[token] for token in range(30, 60)],
    "forced_eos_token_id": 1,
    "exponential_decay_length_penalty": (2, 50.0),
    "encoder_repetition_penalty": 3.0,
    "num_beams": 3,
    "stop_strings": ["e"],
    "max_length": 3,
}


@pytest.mark.parametrize("setting", HIDING)
def test_the_models_own_generation_config_hides_no_failure(stops, document, setting):
    model, codec = ready(stops), load_codec(stops)
    prompts = codec.pad([codec.prompt(document(i)) for i in range(6)], "left")
    want = generate(model, codec, prompts, max_new_tokens=12)
    own = GenerationConfig(eos_token_id=list(codec.end_ids), **{setting: HIDING[setting]})
    model.generation_config = own
    assert generate(model, codec, prompts, max_new_tokens=12) == want
    assert model.generation_config is own  # it belongs to the model and goes into its export


@pytest.mark.parametrize("setting", [{"top_k": 2}, {"min_p": 0.5}, {"typical_p": 0.2},
                                     {"top_p": 0.1}, {"epsilon_cutoff": 0.2}], ids=str)  # fmt: skip
def test_sampling_is_plain_too(stops, document, setting):
    model, codec = ready(stops), load_codec(stops)
    prompts = codec.pad([codec.prompt(document(i)) for i in range(6)], "left")
    rows = []
    for own in ({}, setting):
        model.generation_config = GenerationConfig(
            eos_token_id=list(codec.end_ids), do_sample=True, **own
        )
        torch.manual_seed(3)
        rows.append(generate(model, codec, prompts, temperature=1.0, max_new_tokens=12))
    assert rows[0] == rows[1]


def test_sampled_outputs_differ_by_seed_and_not_by_process_state(trainer, llama, text_documents,
                                                                 tmp_path):  # fmt: skip
    for name, seed, state in (("a", 0, 1), ("b", 0, 2), ("c", 1, 1)):
        torch.manual_seed(state)
        sample(trainer, llama, text_documents, tmp_path / name, seed=seed)
    assert content(tmp_path / "a") == content(tmp_path / "b")
    a, c = outputs_of(tmp_path / "a"), outputs_of(tmp_path / "c")
    assert [o.token_ids for o in a if o.sample == 0] == [o.token_ids for o in c if o.sample == 0]
    assert [o.token_ids for o in a if o.sample == 1] != [o.token_ids for o in c if o.sample == 1]


def test_a_terminated_run_stops_after_its_batch_and_goes_on(trainer, stops, text_documents,
                                                            tmp_path):  # fmt: skip
    class Terminate(L.Callback):
        def on_predict_batch_end(self, *args):
            os.kill(os.getpid(), signal.SIGTERM)

    whole, out = tmp_path / "whole", tmp_path / "out"
    sample(trainer, stops, text_documents, whole)
    module = SamplingModule(Backbone(stops), str(out), [0.0, 1.0], max_new_tokens=12)
    data = SamplingData(text_documents, stops, splits=["train"], batch_size=4)
    with pytest.raises(SIGTERMException):
        trainer(callbacks=[Terminate()]).predict(module, data, return_predictions=False)
    assert len(content(out)) == 1 < len(content(whole))
    sample(trainer, stops, text_documents, out)
    assert content(out) == content(whole)


@pytest.mark.parametrize("lost", [(0,), (1, 2), ()])
def test_a_killed_run_goes_on_and_gives_the_same_bytes(trainer, qwen, page_documents, tmp_path,
                                                       lost):  # fmt: skip
    out = tmp_path / "out"
    sample(trainer, qwen, page_documents, out)
    whole, manifest = content(out), read_manifest(out, "outputs")
    assert len(whole) == 3
    (out / "manifest.json").unlink()
    for index in lost:
        (out / f"shard-{index:06d}.parquet").unlink()
    (out / ".shard-000001.parquet.dead.tmp").write_bytes(b"half")
    times = {path.name: path.stat().st_mtime_ns for path in out.glob("shard-*")}
    sample(trainer, qwen, page_documents, out)
    assert content(out) == whole
    assert read_manifest(out, "outputs").fingerprint == manifest.fingerprint
    assert all((out / name).stat().st_mtime_ns == time for name, time in times.items())
    assert not list(out.glob(".*.tmp"))


def test_a_finished_artifact_is_left_alone(trainer, llama, text_documents, tmp_path):
    out = tmp_path / "out"
    sample(trainer, llama, text_documents, out)
    before = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    sample(trainer, llama, text_documents, out)
    assert {path.name: path.stat().st_mtime_ns for path in out.iterdir()} == before


def test_other_settings_are_refused_unless_overwritten(trainer, llama, text_documents, tmp_path):
    out = tmp_path / "out"
    sample(trainer, llama, text_documents, out)
    with pytest.raises(DataError, match="max_new_tokens: 12 -> 6"):
        sample(trainer, llama, text_documents, out, max_new_tokens=6)
    sample(trainer, llama, text_documents, out, max_new_tokens=6, overwrite=True)
    assert {len(o.token_ids) for o in outputs_of(out)} == {6}


def test_no_temperatures_is_bad_usage(llama, tmp_path):
    for bad in ([], [-1.0]):
        with pytest.raises(UsageError, match="temperatures"):
            SamplingModule(Backbone(llama), str(tmp_path), temperatures=bad)


def test_an_adapter_generates(llama, document):
    torch.manual_seed(0)
    module = BackboneModule(Backbone(llama, lora=LoraSpec(rank=4, alpha=64)))
    module.configure_model()
    codec = load_codec(llama)
    prompt = codec.prompt(document(1))
    before = generate(module.loaded, codec, prompt, max_new_tokens=12)
    assert before == generate(ready(llama), codec, prompt, max_new_tokens=12)
    with torch.no_grad():
        for name, parameter in module.trainable():
            if "lora_B" in name:
                parameter.normal_()
    assert generate(module.loaded, codec, prompt, max_new_tokens=12) != before


def test_a_page_asks_for_all_its_characters(llama):
    """Characters that take several tokens: ends never run ahead of the text."""
    tokenizer = tokenizer_of(load_codec(llama).encoder)
    text = "açúcar € 日本 🙂!"
    ids = tokenizer.encode(text, add_special_tokens=False)
    assert len(ids) > len(text)
    decoded, ends = decode(tokenizer, [*ids, 1])
    assert decoded == text
    assert ends[-1] == ends[-2] == len(text)  # the end token adds no text
    for count, end in enumerate(ends[:-1], 1):
        partial = tokenizer.decode(ids[:count])
        if partial.endswith("\ufffd"):  # a token that is half of a character waits for the rest
            assert partial.startswith(text[:end])
        else:
            assert text[:end] == partial


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_tokens_at_all_decode_with_growing_ends(llama, data):
    """A random model writes broken bytes: neither a crash nor an end beyond the text."""
    tokenizer = tokenizer_of(load_codec_once(llama).encoder)
    ids = data.draw(st.lists(st.integers(0, len(tokenizer) - 1), max_size=30))
    text, ends = decode(tokenizer, ids)
    assert text == tokenizer.decode(ids, skip_special_tokens=True)
    assert len(ends) == len(ids)
    assert all(a <= b for a, b in itertools.pairwise((0, *ends)))
    assert not ids or ends[-1] == len(text)


def load_codec_once(path, cache={}):  # noqa: B006  # a cache on purpose
    if path not in cache:
        cache[path] = load_codec(path)
    return cache[path]


def test_a_loop_of_broken_bytes_does_not_crash(llama):
    tokenizer = tokenizer_of(load_codec(llama).encoder)
    half = tokenizer.encode("€", add_special_tokens=False)[:1]
    word = tokenizer.encode("ab", add_special_tokens=False)
    text, ends = decode(tokenizer, [*word, *(half * 200), *word])
    assert text.startswith("ab")
    assert text.endswith("ab")
    assert ends[-1] == len(text)
    assert ends[len(word) - 1] == 2
