"""Which layout a run takes: what a model can, as its configuration and a few pairs tell."""

import logging
import math
import shutil
from dataclasses import replace

import pytest
import torch
from transformers import (
    AutoConfig,
    AutoTokenizer,
    BloomConfig,
    BloomForCausalLM,
    GenerationConfig,
    MambaConfig,
    MambaForCausalLM,
)

from dharma_pl.data.preference import PreferenceData
from dharma_pl.errors import UsageError
from dharma_pl.models import DPOModule, ReferenceModule, attention, layout, shared_prefix
from dharma_pl.models import reference as reference_module
from dharma_pl.models.attention import BY_BLOCKS
from dharma_pl.models.backbone import Backbone, BackboneModule
from dharma_pl.models.forward import pair_logprobs
from dharma_pl.models.layout import shared_differs, why_not_shared


@pytest.fixture
def fit(trainer, record, tmp_path):
    def run(model, pairs, documents, layout="auto", attention="sdpa", verify_rows=4, **settings):
        seen = record()
        backbone = Backbone(model, attn_implementation=attention)
        module = DPOModule(backbone, cache_dir=str(tmp_path / "cache"), layout=layout,
                           verify_rows=verify_rows)  # fmt: skip
        data = PreferenceData(pairs, documents, model, batch_size=4)
        trainer(max_steps=1, callbacks=[seen], **settings).fit(module, data)
        return module, seen

    return run


@pytest.fixture
def other(llama, tmp_path):
    """A model of another class with the tokenizer of the tiny Llama."""

    def make(kind, config):
        folder = tmp_path / "other"
        shutil.copytree(llama, folder)
        (folder / "model.safetensors").unlink()
        tokenizer = AutoTokenizer.from_pretrained(llama)
        torch.manual_seed(0)
        model = kind(config(
            vocab_size=len(tokenizer), hidden_size=32, num_hidden_layers=2,
            pad_token_id=tokenizer.pad_token_id, eos_token_id=tokenizer.eos_token_id,
            bos_token_id=None, initializer_range=0.3,
        ))  # fmt: skip
        model.generation_config = GenerationConfig(eos_token_id=[tokenizer.eos_token_id])
        model.save_pretrained(folder)
        return str(folder)

    return make


@pytest.mark.parametrize("model", ["llama", "qwen", "gemma"])
def test_attention_models_share(fit, request, page_documents, text_documents, pairs_of,
                                write_pairs, tmp_path, caplog, model):  # fmt: skip
    path = request.getfixturevalue(model)
    pairs = write_pairs(tmp_path / "pairs", pairs_of(path))
    with caplog.at_level(logging.WARNING):
        module, seen = fit(path, pairs, text_documents if model == "llama" else page_documents)
    assert module.layout == "shared"
    assert seen.column("train/loss")[0] == pytest.approx(math.log(2), abs=1e-4)
    assert "two sequences" not in caplog.text


@pytest.mark.parametrize(
    ("kind", "config", "reason"),
    [
        (MambaForCausalLM, MambaConfig, "carries a state from token to token"),
        (BloomForCausalLM, BloomConfig, "gives other log-probs on shared rows"),  # ALiBi
    ],
    ids=["mamba", "bloom"],
)
def test_a_model_that_cannot_runs_two_sequences_with_one_warning(
    fit, other, llama, llama_pairs, text_documents, caplog, kind, config, reason
):
    path = other(kind, config)
    with caplog.at_level(logging.WARNING):
        module, seen = fit(path, llama_pairs, text_documents, attention="eager")
    assert module.layout == "two"
    assert seen.column("train/loss")[0] == pytest.approx(math.log(2), abs=1e-4)
    (warning,) = [r.getMessage() for r in caplog.records if "two sequences" in r.getMessage()]
    assert kind.__name__ in warning
    assert reason in warning
    with pytest.raises(UsageError, match=f"layout: shared, but {kind.__name__}"):
        fit(path, llama_pairs, text_documents, layout="shared", attention="eager")


@pytest.mark.parametrize(("long_row", "compiled", "kernel"), [
    (1, False, BY_BLOCKS), (1, True, "sdpa"), (10_000, False, "sdpa"),
])  # fmt: skip
def test_blocks_are_for_long_rows(llama, llama_pairs, text_documents, monkeypatch,
                                  long_row, compiled, kernel):  # fmt: skip
    monkeypatch.setattr(layout, "LONG_ROW", long_row)
    data = PreferenceData(llama_pairs, text_documents, llama)
    data.setup("fit")
    module = BackboneModule(Backbone(llama))
    module.configure_model()
    module.backbone.compile = compiled  # no need to wait for the compiler
    assert layout._settle_attention(module, data, data.sample_inputs(2, 32)) is None
    assert module.loaded.config._attn_implementation == kernel


def test_where_blocks_do_not_work_masks_are_dense(fit, llama, llama_pairs, text_documents, caplog,
                                                  monkeypatch):  # fmt: skip
    def lost(query, key, value, blocks, dropout, scaling):
        return torch.zeros_like(query).transpose(1, 2)

    monkeypatch.setattr(layout, "LONG_ROW", 1)
    monkeypatch.setattr(attention, "_blockwise", lost)
    with caplog.at_level(logging.WARNING):
        module, seen = fit(llama, llama_pairs, text_documents)
    assert module.layout == "shared"
    assert module.loaded.config._attn_implementation == "sdpa"
    assert seen.column("train/loss")[0] == pytest.approx(math.log(2), abs=1e-4)
    assert "attention runs under dense masks" in caplog.text


def test_a_mask_that_does_not_arrive_is_noticed(fit, llama, llama_pairs, text_documents, caplog,
                                                monkeypatch):  # fmt: skip
    """Rejected would see chosen: the few pairs tell, whatever the class says of itself."""
    monkeypatch.setattr(shared_prefix, "mask_mod", lambda layout, inner: inner)
    with caplog.at_level(logging.WARNING):
        module, _ = fit(llama, llama_pairs, text_documents)
    assert module.layout == "two"
    assert "gives other log-probs on shared rows than on two sequences" in caplog.text


def test_the_check_tells_right_from_wrong_by_far(llama, qwen, qwen_pairs, page_documents,
                                                 monkeypatch):  # fmt: skip
    data = PreferenceData(qwen_pairs, page_documents, qwen)
    data.setup("fit")
    module = BackboneModule(Backbone(qwen))
    module.configure_model()
    sample = data.sample_inputs(3, 32)
    assert len(sample.groups) == 3
    assert max(sample.completion_lengths) <= 32
    assert all(len(group.completions) == 2 for group in sample.groups)
    assert shared_differs(module.loaded, sample) is None
    original = shared_prefix._positions
    monkeypatch.setattr(
        shared_prefix, "_positions", lambda *args: original(*args) + args[2].segment
    )
    assert "other log-probs" in str(shared_differs(module.loaded, sample))


def test_a_family_whose_logits_are_not_known_is_refused(fit, builders, pairs_of, write_pairs,
                                                        text_documents, tmp_path):  # fmt: skip
    """Llama ignores Cohere's scale; a family that did something unknown would look the same."""
    path = builders.llama(tmp_path / "model", logit_scale=0.5)
    pairs = write_pairs(tmp_path / "pairs", pairs_of(path))
    with pytest.raises(UsageError, match="LlamaForCausalLM makes other logits than its head"):
        fit(path, pairs, text_documents)


@pytest.mark.parametrize("rope", [
    {"rope_type": "longrope", "short_factor": [1.0] * 8, "long_factor": [4.0] * 8, "factor": 4.0,
     "original_max_position_embeddings": 128},
    {"rope_type": "dynamic", "factor": 2.0},
], ids=["longrope", "dynamic"])  # fmt: skip
def test_rows_that_would_depend_on_their_neighbours_are_refused(
    trainer, builders, pairs_of, write_pairs, text_documents, tmp_path, rope
):
    """The same pair beside a longer one: other log-probs, so no row of the cache would be right."""
    context = 512 if rope["rope_type"] == "longrope" else 128
    path = builders.llama(tmp_path / "model", max_position_embeddings=context,
                          rope_parameters={"rope_theta": 100.0, **rope})  # fmt: skip
    short = pairs_of(path, 2)
    ids = short[1].rejected.token_ids * 12
    long = replace(short[1], rejected=replace(short[1].rejected, token_ids=ids[:250]))
    pairs = write_pairs(tmp_path / "pairs", [short[0], long])

    def data(**options):
        return PreferenceData(pairs, text_documents, path, **({"batch_size": 2} | options))

    both = data(max_tokens=400)
    module = DPOModule(Backbone(path), cache_dir=str(tmp_path / "cache"))
    with pytest.raises(UsageError, match=f"{rope['rope_type']} positions: beyond 128 tokens"):
        trainer(max_steps=1).fit(module, both)
    model = module.loaded.eval()
    with torch.no_grad():
        beside = pair_logprobs(model, both._collate(both.train)["inputs"], "two").chosen[0]
        single = pair_logprobs(model, both._collate(both.train[:1])["inputs"], "two").chosen[0]
    assert (beside - single).abs().max() > 0.1
    for options in ({"batch_size": 1, "max_tokens": 400}, {"max_tokens": 128, "overlong": "drop"}):
        module = DPOModule(Backbone(path), cache_dir=str(tmp_path / "cache"))
        trainer(max_steps=1).fit(module, data(**options))


def test_attention_without_masks_is_no_way_to_share(llama):
    module = BackboneModule(Backbone(llama))
    module.configure_model()
    assert why_not_shared(module.loaded) is None
    module.loaded.config._attn_implementation_internal = "flash_attention_2"
    assert "takes no masks" in str(why_not_shared(module.loaded))
    config = AutoConfig.from_pretrained(llama)
    config.layer_types = ["full_attention", "linear_attention"]
    module.loaded.config = config
    assert "linear_attention" in str(why_not_shared(module.loaded))


def test_each_layout_has_a_reference_of_its_own(fit, trainer, llama, llama_pairs, text_documents,
                                                tmp_path, monkeypatch):  # fmt: skip
    counted = []
    original = reference_module.reference_rows

    def spy(module, batch):
        counted.append(module.layout)
        return original(module, batch)

    monkeypatch.setattr(reference_module, "reference_rows", spy)
    module, _ = fit(llama, llama_pairs, text_documents, layout="two")
    assert module.layout == "two"
    assert set(counted) == {"two"}
    counted.clear()
    trainer().predict(
        ReferenceModule(Backbone(llama), str(tmp_path / "cache")),
        PreferenceData(llama_pairs, text_documents, llama, batch_size=3),
        return_predictions=False,
    )
    assert set(counted) == {"shared"}
    counted.clear()
    fit(llama, llama_pairs, text_documents, verify_rows=0)
    fit(llama, llama_pairs, text_documents, layout="two", verify_rows=0)
    assert counted == []
