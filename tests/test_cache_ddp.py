"""Many processes on one reference cache: nothing is lost, nothing is computed twice for ranks."""

import json
import os
import subprocess
import sys

import pyarrow.parquet as pq
import pytest
import yaml

from dharma_pl.data.preference import PreferenceData
from dharma_pl.data.reference_cache import MODEL_FILE, ReferenceCache
from dharma_pl.models import Backbone, ReferenceModule

pytestmark = [pytest.mark.ddp, pytest.mark.slow]

COUNTER = '''
"""Writes how many decoder forwards without gradient this process made."""
import traceback
import lightning as L
import torch
from pathlib import Path
from torch.nn.modules.module import register_module_forward_pre_hook


class CountForwards(L.Callback):
    def __init__(self, out: str) -> None:
        self.out, self.count = out, 0
        register_module_forward_pre_hook(self.seen)

    def seen(self, module, inputs):
        decodes = "embed_tokens" in module._modules and not torch.is_grad_enabled()
        # Short forwards find out which layout the model can run: those are no reference.
        frames = traceback.extract_stack()
        self.count += decodes and not any(frame.name == "settle_layout" for frame in frames)

    def teardown(self, trainer, module, stage):
        Path(self.out, f"rank{trainer.global_rank}").write_text(str(self.count))
'''


def start(verb, folder, model, data, **trainer):
    folder.mkdir()
    (folder / "counter.py").write_text(COUNTER)
    settings = {
        "accelerator": "cpu", "devices": 1, "enable_progress_bar": False, "logger": False,
        "enable_model_summary": False, "enable_checkpointing": False,
        "default_root_dir": str(folder),
        "callbacks": [{"class_path": "counter.CountForwards", "init_args": {"out": str(folder)}}],
    }  # fmt: skip
    config = {"model": model, "data": {"class_path": "PreferenceData", "init_args": data},
              "trainer": settings | trainer}  # fmt: skip
    (folder / "config.yaml").write_text(yaml.safe_dump(config))
    return subprocess.Popen(
        [sys.executable, "-m", "dharma_pl", verb, "--config", str(folder / "config.yaml")],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        env=os.environ | {"OMP_NUM_THREADS": "1",
                          "PYTHONPATH": os.pathsep.join([str(folder), *sys.path])},
    )  # fmt: skip


def finish(process):
    _, error = process.communicate(timeout=240)
    assert process.returncode == 0, error[-4000:]


def forwards(folder):
    return {path.name: int(path.read_text()) for path in folder.glob("rank*")}


def fit(folder, root, model, pairs, documents, **options):
    module = {
        "class_path": "DPOModule",
        "init_args": {"backbone": {"name_or_path": model}, "cache_dir": str(root), **options},
    }
    data = {"pairs": pairs, "documents": documents, "batch_size": 1}
    finish(start("fit", folder, module, data, devices=2, strategy="ddp", max_steps=2))  # fmt: skip
    return forwards(folder)


def test_two_processes_fill_one_cache_at_once_and_two_ranks_need_no_more(
    llama, text_documents, pairs_of, write_pairs, tmp_path, trainer
):
    pairs, root = pairs_of(llama), tmp_path / "reference"
    module = {
        "class_path": "ReferenceModule",
        "init_args": {"backbone": {"name_or_path": llama}, "cache_dir": str(root)},
    }
    running = [
        start("predict", tmp_path / name, module,
              {"pairs": write_pairs(tmp_path / f"pairs-{name}", part),
               "documents": text_documents, "batch_size": 1})
        for name, part in (("first", pairs[:6]), ("second", pairs[2:]))
    ]  # fmt: skip
    for process in running:
        finish(process)
    (folder,) = root.iterdir()
    cache = ReferenceCache(root, folder.name)
    made = [row["pair_id"] for path in cache.shards() for row in pq.read_table(path).to_pylist()]
    done = forwards(tmp_path / "first")["rank0"] + forwards(tmp_path / "second")["rank0"]
    assert len(made) == done
    assert set(made) == {pair.id for pair in pairs}  # both sets whole, whoever was first
    assert cache.leftovers() == []
    assert json.loads((folder / MODEL_FILE).read_text())["key"] == folder.name
    assert cache.hold_alone() is not None

    all_pairs = write_pairs(tmp_path / "pairs", pairs)
    shards = cache.shards()
    counts = fit(tmp_path / "ranks", root, llama, all_pairs, text_documents, verify_rows=3)
    assert counts in ({"rank0": 2, "rank1": 1}, {"rank0": 1, "rank1": 2})  # the sample, shared out
    assert cache.shards() == shards
    # One process, in one batch, finds all that the ranks wrote.
    trainer().predict(
        ReferenceModule(Backbone(llama), str(root)),
        data := PreferenceData(all_pairs, text_documents, llama, batch_size=8),
        return_predictions=False,
    )
    assert cache.missing(data.keys()) == set()
