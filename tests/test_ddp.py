"""Two gloo processes do what one does."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from safetensors.torch import load_file
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from dharma_pl.artifacts import read_manifest, read_rows
from dharma_pl.data.sampling import SamplingData
from dharma_pl.models import Backbone, SamplingModule

pytestmark = [pytest.mark.ddp, pytest.mark.slow]


def start(verb, folder, config, ranks):
    folder.mkdir()
    trainer = {
        "accelerator": "cpu", "devices": ranks, "enable_progress_bar": False,
        "enable_model_summary": False, "num_sanity_val_steps": 0,
        "default_root_dir": str(folder),
    } | ({"strategy": "ddp"} if ranks > 1 else {})  # fmt: skip
    config = config | {"trainer": trainer | config.get("trainer", {})}
    (folder / "config.yaml").write_text(yaml.safe_dump(config))
    done = subprocess.run(
        [sys.executable, "-m", "dharma_pl", verb, "--config", str(folder / "config.yaml")],
        capture_output=True, text=True, check=False, timeout=240, cwd=folder,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-5000:]
    return done


def scalars(folder, name):
    reader = EventAccumulator(str(folder / "tb"))
    reader.Reload()
    return [event.value for event in reader.Scalars(name)]


def fit(folder, ranks, model, pairs, documents, kind):
    adam = {"class_path": "torch.optim.AdamW", "init_args": {"lr": 1e-3, "weight_decay": 0.0}}
    common = {"backbone": {"name_or_path": model}, "optimizer": adam}
    if kind == "dpo":
        module = {"class_path": "DPOModule",
                  "init_args": common | {"cache_dir": str(folder / "reference")}}  # fmt: skip
        data = {"class_path": "PreferenceData",
                "init_args": {"pairs": pairs, "documents": documents,
                              "batch_size": 4 // ranks}}  # fmt: skip
    else:
        module = {"class_path": "SFTModule", "init_args": common}
        data = {"class_path": "SFTData",
                "init_args": {"documents": documents, "batch_size": 4 // ranks}}  # fmt: skip
    config = {
        "model": module,
        "data": data,
        "trainer": {
            "max_steps": 10, "max_epochs": -1, "log_every_n_steps": 1,
            "logger": {"class_path": "lightning.pytorch.loggers.TensorBoardLogger",
                       "init_args": {"save_dir": str(folder), "name": "tb", "version": ""}},
            "callbacks": [
                {"class_path": "dharma_pl.callbacks.ModelExport",
                 "init_args": {"folder": str(folder / "model")}},
                {"class_path": "dharma_pl.callbacks.DegenerationLogger",
                 "init_args": {"documents": documents, "split": "train", "limit": 5,
                               "max_new_tokens": 8}},
            ],
        },
    }  # fmt: skip
    start("fit", folder, config, ranks)
    return folder


@pytest.mark.parametrize("kind", ["dpo", "sft"])
def test_two_ranks_train_as_one_at_the_same_global_batch(kind, qwen, qwen_pairs, page_documents,
                                                         tmp_path):  # fmt: skip
    one, two = (
        fit(tmp_path / str(ranks), ranks, qwen, qwen_pairs, page_documents, kind)
        for ranks in (1, 2)
    )
    if kind == "dpo":
        losses = [scalars(folder, "train/loss") for folder in (one, two)]
        assert len(losses[0]) == len(losses[1]) == 10
        for first, second in zip(*losses, strict=True):
            assert second == pytest.approx(first, abs=1e-4)
        assert losses[0][-1] < losses[0][0]
        rows = [row["key"] for folder in (tmp_path / "2" / "reference").iterdir()
                for row in read_rows(folder)]  # fmt: skip
        assert len(rows) == len(set(rows)) == 8
    weights = [load_file(folder / "model" / "model.safetensors") for folder in (one, two)]
    for name, value in weights[0].items():
        assert (value - weights[1][name]).abs().max() < 1e-4, name
    for name in ("rate", "n", "hit_limit_rate"):
        first, second = (scalars(folder, f"degeneration/{name}") for folder in (one, two))
        assert first == second
        assert len(first) == 2
    assert set(scalars(two, "degeneration/n")) == {5}


def test_two_ranks_show_the_loops_of_one(builders, text_documents, tmp_path):
    """Five documents, so that ranks have unequal shares; the first loop is drawn once."""
    model = builders.looper(tmp_path / "loops")
    curves, readers = [], []
    for ranks in (1, 2):
        folder = tmp_path / str(ranks)
        still = {"class_path": "torch.optim.SGD", "init_args": {"lr": 0.0}}
        logger = {"class_path": "lightning.pytorch.loggers.TensorBoardLogger",
                  "init_args": {"save_dir": str(folder), "name": "tb", "version": ""}}  # fmt: skip
        callback = {"class_path": "dharma_pl.callbacks.DegenerationLogger",
                    "init_args": {"documents": text_documents, "split": "train", "limit": 5,
                                  "max_new_tokens": 130}}  # fmt: skip
        config = {
            "model": {"class_path": "SFTModule",
                      "init_args": {"backbone": {"name_or_path": model}, "optimizer": still}},
            "data": {"class_path": "SFTData",
                     "init_args": {"documents": text_documents, "batch_size": 4 // ranks}},
            "trainer": {"max_steps": 1, "log_every_n_steps": 1, "logger": logger,
                        "callbacks": [callback]},
        }  # fmt: skip
        start("fit", folder, config, ranks)
        read = (folder / "tb" / "attractor" / "step-000000.json").read_text()
        curves.append(json.loads(read))
        readers.append(EventAccumulator(str(folder / "tb")).Reload())
    numbers = [(curve.pop("probabilities"), curve.pop("entropies")) for curve in curves]
    assert curves[0] == curves[1]
    for first, second in zip(*numbers, strict=True):
        assert first == pytest.approx(second, abs=1e-4)
    for name in ("degeneration/onset", "degeneration/log2_period"):
        one, two = (reader.Histograms(name)[0].histogram_value for reader in readers)
        assert one == two
        assert one.num == 5
    units = [reader.Tensors("degeneration/loop_units/text_summary") for reader in readers]
    shown = [text[0].tensor_proto.string_val[0] for text in units]
    assert shown[0] == shown[1] == b"    5 x ' Read page'"


def test_two_ranks_write_each_document_once_and_what_one_writes(llama, text_documents, tmp_path):
    outputs = []
    for ranks in (1, 2):
        folder = tmp_path / str(ranks)
        config = {
            "model": {"class_path": "SamplingModule",
                      "init_args": {"backbone": {"name_or_path": llama},
                                    "out": str(folder / "outputs"), "max_new_tokens": 12,
                                    "temperatures": [0.0, 1.0]}},
            "data": {"class_path": "SamplingData",
                     "init_args": {"documents": text_documents, "batch_size": 3}},
            "return_predictions": False,
            "trainer": {"logger": False},
        }  # fmt: skip
        start("predict", folder, config, ranks)
        outputs.append(Path(folder / "outputs"))
    rows = [[(row["document_id"], row["sample"]) for row in read_rows(path)] for path in outputs]
    assert len(rows[1]) == len(set(rows[1])) == 32
    files = [{p.name: p.read_bytes() for p in path.glob("shard-*")} for path in outputs]
    assert files[0] == files[1]
    manifests = [read_manifest(path, "outputs") for path in outputs]
    assert manifests[0].fingerprint == manifests[1].fingerprint
    assert manifests[1].rows == 32


def test_one_rank_may_have_nothing_left_to_do(llama, text_documents, tmp_path):
    """Resumed with one shard missing: the other rank neither fails nor waits for ever."""
    folder = tmp_path / "two"
    config = {
        "model": {"class_path": "SamplingModule",
                  "init_args": {"backbone": {"name_or_path": llama},
                                "out": str(tmp_path / "outputs"), "max_new_tokens": 4}},
        "data": {"class_path": "SamplingData",
                 "init_args": {"documents": text_documents, "batch_size": 8}},
        "return_predictions": False,
        "trainer": {"logger": False},
    }  # fmt: skip
    start("predict", folder, config, 2)
    lost = tmp_path / "outputs" / "shard-000001.parquet"
    want = lost.read_bytes()
    lost.unlink()
    (tmp_path / "outputs" / "manifest.json").unlink()
    start("predict", tmp_path / "again", config, 2)
    assert lost.read_bytes() == want
    assert read_manifest(tmp_path / "outputs", "outputs").rows == 16


SLOW_RANK = '''
"""The second rank takes its time to remove what is to be overwritten."""
import os
import shutil
import time
import lightning as L

remove = shutil.rmtree


def slowly(path, *args, **kwargs):
    if os.environ.get("LOCAL_RANK") == "1" and str(path).endswith("outputs"):
        time.sleep(8)
    return remove(path, *args, **kwargs)


class SlowRank(L.Callback):
    def setup(self, trainer, module, stage):
        shutil.rmtree = slowly
'''


def test_what_one_rank_removes_is_never_what_another_has_written(
    llama, text_documents, tmp_path, monkeypatch, trainer
):
    out = tmp_path / "outputs"
    trainer().predict(
        SamplingModule(Backbone(llama), str(out), max_new_tokens=3),
        SamplingData(text_documents, llama, batch_size=4), return_predictions=False,
    )  # fmt: skip
    (tmp_path / "slow_rank.py").write_text(SLOW_RANK)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *sys.path]))
    config = {
        "model": {"class_path": "SamplingModule",
                  "init_args": {"backbone": {"name_or_path": llama}, "overwrite": True,
                                "out": str(out), "max_new_tokens": 4}},
        "data": {"class_path": "SamplingData",
                 "init_args": {"documents": text_documents, "batch_size": 4}},
        "return_predictions": False,
        "trainer": {"logger": False, "callbacks": [{"class_path": "slow_rank.SlowRank"}]},
    }  # fmt: skip
    start("predict", tmp_path / "again", config, 2)
    rows = list(read_rows(out))
    assert len(rows) == 16
    assert max(len(row["token_ids"]) for row in rows) == 4
