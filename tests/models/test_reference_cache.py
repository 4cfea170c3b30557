"""What makes the reference be computed again, what does not, and what a bad cache is caught by."""

import gc
import json
import logging
import math
import shutil
from dataclasses import replace
from pathlib import Path

import lightning as L
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import torch
from safetensors.torch import load_file, save_file
from transformers import PreTrainedModel

from dharma_pl.data.preference import PreferenceData
from dharma_pl.data.reference_cache import MODEL_FILE, ReferenceCache
from dharma_pl.data.sft import SFTData
from dharma_pl.errors import GateError
from dharma_pl.models import Backbone, BackboneModule, ReferenceModule

ONE = {"batch_size": 1}  # then a forward is a pair


def computed(folder):
    """Pairs whose rows stand in the cache, once for each time they were computed."""
    shards = Path(folder).rglob("shard-*.parquet")
    return sorted(row["pair_id"] for path in shards for row in pq.read_table(path).to_pylist())


def test_a_second_run_makes_no_reference_forward(fit, forwards, qwen, qwen_pairs, page_documents,
                                                 tmp_path):  # fmt: skip
    fit(qwen, qwen_pairs, page_documents, data=ONE)
    assert len(forwards) == 8
    forwards.clear()
    fit(qwen, qwen_pairs, page_documents, verify_rows=0)
    _, seen = fit(
        qwen, qwen_pairs, page_documents, rate=1e-5, beta=0.9, seed=3, label_smoothing=0.1,
        loss={"sigmoid": 0.7, "ipo_norm": 0.3, "sft": 0.3},
        verify_rows=0, data={"batch_size": 2, "seed": 8},
        trainer_={"default_root_dir": str(tmp_path / "elsewhere"), "gradient_clip_val": 1.0},
    )  # fmt: skip
    assert forwards == []
    assert seen.column("train/rewards/margin")[0] == pytest.approx(0, abs=1e-3)


def test_a_sample_of_rows_from_disk_is_recomputed_and_no_more(
    fit, forwards, llama, llama_pairs, text_documents, tmp_path
):
    fit(llama, llama_pairs, text_documents, data=ONE, verify_rows=8)
    assert len(forwards) == 8  # what this run computed needs no check
    forwards.clear()
    fit(llama, llama_pairs, text_documents, data=ONE, verify_rows=3)
    assert len(forwards) == 3
    assert len(computed(tmp_path / "reference")) == 8


def test_lora_and_full_share_one_reference(fit, forwards, llama, llama_pairs, text_documents):
    fit(llama, llama_pairs, text_documents, kind="lora")
    forwards.clear()
    fit(llama, llama_pairs, text_documents, kind="full", verify_rows=0)
    torch.manual_seed(99)
    fit(llama, llama_pairs, text_documents, kind="lora", verify_rows=0)
    assert forwards == []


def test_an_untrained_adapter_is_its_base_and_a_trained_one_is_not(
    fit, forwards, trainer, make_sft, llama, llama_pairs, text_documents, tmp_path, make_dpo
):
    """A is random at birth, B is zero: the random numbers must not become part of the key."""
    fit(llama, llama_pairs, text_documents, data=ONE)
    forwards.clear()
    weights = set()
    for seed in (1, 2):
        torch.manual_seed(seed)
        fresh = make_sft(llama, "lora")
        fresh.configure_model()
        fresh.export(tmp_path / f"fresh{seed}")
        module = BackboneModule(Backbone(llama, adapter_path=str(tmp_path / f"fresh{seed}")))
        module.configure_model()
        weights.add(module.weights)
        assert "adapter" not in module.identity
    base = BackboneModule(Backbone(llama))
    base.configure_model()
    assert weights == {base.weights}

    def dpo(adapter):
        module = make_dpo(llama, verify_rows=0)
        module.backbone = Backbone(llama, adapter_path=str(tmp_path / adapter))
        trainer(max_steps=1).fit(module, PreferenceData(llama_pairs, text_documents, llama, **ONE))
        return module

    dpo("fresh1")
    assert forwards == []
    sft = make_sft(llama, "lora", rate=1e-2)
    trainer(max_steps=2).fit(sft, SFTData(text_documents, llama, batch_size=5))
    sft.export(tmp_path / "adapter")
    forwards.clear()
    assert dpo("adapter").identity["base"] == base.identity["base"]
    assert len(forwards) == 8
    dpo("adapter")
    assert len(forwards) == 8


def test_only_what_is_missing_is_computed(fit, forwards, llama, text_documents, pairs_of,
                                          write_pairs, tmp_path):  # fmt: skip
    pairs = pairs_of(llama)
    fit(llama, write_pairs(tmp_path / "few", pairs[:5]), text_documents)
    forwards.clear()
    fit(llama, write_pairs(tmp_path / "all", pairs), text_documents, data=ONE, verify_rows=0)
    assert len(forwards) == 3
    assert computed(tmp_path / "reference") == [pair.id for pair in pairs]


@pytest.mark.parametrize(
    "change", ["weight", "precision", "attention", "pixel", "prompt", "template", "token"]
)
def test_what_matters_recomputes(fit, forwards, qwen, page_documents, pairs_of, write_pairs,
                                 tmp_path, change):  # fmt: skip
    pairs = pairs_of(qwen)[:4]
    fit(qwen, write_pairs(tmp_path / "pairs", pairs), page_documents, data=ONE, steps=1)
    assert len(forwards) == 4
    forwards.clear()
    model, pages = tmp_path / "model", tmp_path / "pages"
    shutil.copytree(qwen, model)
    shutil.copytree(Path(page_documents).parent, pages)
    settings, count = {}, 4
    if change == "weight":
        tensors = load_file(model / "model.safetensors")
        name = next(name for name in tensors if name.endswith("norm.weight"))
        tensors[name][0] += 1e-4
        save_file(tensors, model / "model.safetensors", metadata={"format": "pt"})
    elif change == "precision":
        settings = {"trainer_": {"precision": "bf16-mixed"}}
    elif change == "attention":
        settings = {"backbone": {"attn_implementation": "eager"}}
    elif change == "pixel":
        shutil.copy(pages / "9.png", pages / "0.png")
        count = 1
    elif change == "prompt":
        path = pages / "documents.jsonl"
        path.write_text(path.read_text().replace("Read page 2.", "Read page two."))
        count = 1
    elif change == "template":
        path = model / "chat_template.jinja"
        path.write_text(path.read_text().replace("assistant", "model"))
    else:
        longer = replace(pairs[1].rejected, token_ids=(*pairs[1].rejected.token_ids, 40))
        pairs[1] = replace(pairs[1], rejected=longer)
        count = 1
    fit(str(model), write_pairs(tmp_path / "again", pairs), str(pages / "documents.jsonl"),
        data=ONE, steps=1, verify_rows=0, **settings)  # fmt: skip
    assert len(forwards) == count


def test_the_predict_verb_fills_the_same_cache(fit, forwards, trainer, qwen, qwen_pairs,
                                               page_documents, tmp_path):  # fmt: skip
    def predict():
        trainer().predict(
            ReferenceModule(Backbone(qwen), str(tmp_path / "reference")),
            PreferenceData(qwen_pairs, page_documents, qwen, batch_size=1),
            return_predictions=False,
        )

    predict()
    assert len(forwards) == 8
    forwards.clear()
    predict()
    fit(qwen, qwen_pairs, page_documents, verify_rows=0)
    assert forwards == []


def test_the_cache_opens_as_a_data_set_of_tokens(fit, llama, llama_pairs, text_documents, tmp_path,
                                                 pairs_of):  # fmt: skip
    module, _ = fit(llama, llama_pairs, text_documents)
    rows = {
        row["pair_id"]: row
        for path in (tmp_path / "reference").rglob("*.parquet")
        for row in pq.read_table(path).to_pylist()
    }
    for pair in pairs_of(llama):
        assert len(rows[pair.id]["chosen_logprobs"]) == len(pair.chosen.token_ids)
        assert len(rows[pair.id]["rejected_logprobs"]) == len(pair.rejected.token_ids)
        assert max(rows[pair.id]["rejected_logprobs"]) <= 0
    reference = module.trainer.datamodule.reference
    assert reference.keys() == {row["key"] for row in rows.values()}
    row = rows["page-03/0"]
    assert reference[row["key"]].chosen.tolist() == row["chosen_logprobs"]


def test_model_json_says_what_the_folder_is(fit, llama, llama_pairs, text_documents, tmp_path):
    module, _ = fit(llama, llama_pairs, text_documents)
    (folder,) = (tmp_path / "reference").iterdir()
    said = json.loads((folder / MODEL_FILE).read_text())
    assert said["key"] == folder.name
    assert said["name_or_path"] == llama
    assert said["precision"] == "32-true"
    assert said["attn_implementation"] == "sdpa"
    assert said["weights"] == module.weights
    assert set(said["weights_parts"]) == {"base", "config"}
    assert said["versions"]["torch"] == torch.__version__


def test_rows_hold_no_paths(fit, llama, llama_pairs, text_documents, tmp_path):
    fit(llama, llama_pairs, text_documents)
    (folder,) = (tmp_path / "reference").iterdir()
    assert len(folder.name) == 32
    (shard, *_) = ReferenceCache(folder.parent, folder.name).shards()
    assert str(tmp_path) not in json.dumps(pq.read_table(shard).to_pylist())


def test_a_torn_shard_is_computed_again(fit, forwards, llama, llama_pairs, text_documents, tmp_path,
                                        caplog):  # fmt: skip
    fit(llama, llama_pairs, text_documents, data={"batch_size": 2})
    (folder,) = (tmp_path / "reference").iterdir()
    torn, foreign, *_ = sorted(folder.glob("shard-*.parquet"))
    torn.write_bytes(torn.read_bytes()[: torn.stat().st_size // 2])
    pq.write_table(pa.table({"something": [1]}), foreign)
    forwards.clear()
    with caplog.at_level(logging.WARNING):
        _, seen = fit(llama, llama_pairs, text_documents, data=ONE, verify_rows=0)
    assert len(forwards) == 4
    assert torn.name in caplog.text
    assert seen.column("train/loss")[0] == pytest.approx(math.log(2), abs=1e-4)


def test_what_a_killed_writer_left_is_no_row(fit, forwards, llama, llama_pairs, text_documents,
                                             tmp_path):  # fmt: skip
    fit(llama, llama_pairs, text_documents, data={"batch_size": 4})
    (folder,) = (tmp_path / "reference").iterdir()
    shard = sorted(folder.glob("shard-*.parquet"))[0]
    shard.rename(folder / ".0123.tmp")
    forwards.clear()
    fit(llama, llama_pairs, text_documents, data=ONE, verify_rows=0)
    assert len(forwards) == 4


def test_rows_that_are_there_twice_are_one(fit, forwards, llama, llama_pairs, text_documents,
                                           tmp_path):  # fmt: skip
    fit(llama, llama_pairs, text_documents)
    (folder,) = (tmp_path / "reference").iterdir()
    for shard in list(folder.glob("shard-*.parquet")):
        shutil.copy(shard, folder / f"shard-again-{shard.name[6:]}")
    forwards.clear()
    module, _ = fit(llama, llama_pairs, text_documents, verify_rows=0)
    assert forwards == []
    assert len(module.trainer.datamodule.reference) == 8


def test_a_model_that_gives_nan_writes_no_row(fit, llama, llama_pairs, text_documents, tmp_path):
    model = tmp_path / "model"
    shutil.copytree(llama, model)
    tensors = load_file(model / "model.safetensors")
    tensors["model.norm.weight"][0] = float("nan")
    save_file(tensors, model / "model.safetensors", metadata={"format": "pt"})
    with pytest.raises(GateError, match=r"pair page-.*are not finite"):
        fit(str(model), llama_pairs, text_documents)
    assert computed(tmp_path / "reference") == []


@pytest.mark.parametrize("kind", ["full", "lora"])
def test_no_reference_weights_in_memory_while_training(
    trainer, make_dpo, builders, text_documents, pairs_of, write_pairs, tmp_path, kind
):
    """One model, and of a width nobody else has no weight but its own, gradients and Adam's."""
    width = 3 * 17
    model = builders.llama(tmp_path / "odd", intermediate_size=width)
    counts = []

    class Census(L.Callback):
        def on_train_batch_start(self, trainer, module, *args):
            gc.collect()
            things = [thing for thing in gc.get_objects() if type(thing) is not type]
            models = [
                m for m in things if issubclass(type(m), PreTrainedModel)
                and getattr(m.config, "intermediate_size", 0) == width and hasattr(m, "lm_head")
            ]  # fmt: skip
            tensors = [
                t for t in things
                if issubclass(type(t), torch.Tensor) and tuple(t.shape) == (width, 32)
            ]  # fmt: skip
            counts.append((len(models), len({t.data_ptr() for t in tensors})))

    pairs = write_pairs(tmp_path / "pairs", pairs_of(model))
    runner = trainer(max_steps=3, callbacks=[Census()])
    runner.fit(make_dpo(model, kind), PreferenceData(pairs, text_documents, model, batch_size=4))
    layers_and_sides = 2 * 2  # gate and up
    assert [models for models, _ in counts] == [1, 1, 1]
    assert counts[0][1] == layers_and_sides
    # After a step: the two moments of Adam, gradients being freed; nothing of them for LoRA.
    most = layers_and_sides * (1 if kind == "lora" else 4)
    assert all(found <= most for _, found in counts)
