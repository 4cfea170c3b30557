"""Small fits, whole or cut in the middle."""

import os
import shutil
import sysconfig
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import lightning as L
import pytest
import torch
from lightning.pytorch.callbacks import ModelCheckpoint
from torch.nn.modules.module import register_module_forward_pre_hook

from dharma_pl.data.preference import PreferenceData
from dharma_pl.models import Backbone, DPOModule, LoraSpec, SFTModule


class Record(L.Callback):
    """What was logged, step by step."""

    def __init__(self) -> None:
        self.steps: list[dict[str, float]] = []

    def on_train_batch_end(self, trainer: L.Trainer, *args: Any) -> None:
        self.steps.append({k: float(v) for k, v in trainer.callback_metrics.items()})

    def column(self, name: str) -> list[float]:
        return [step[name] for step in self.steps if name in step]


@pytest.fixture
def forwards() -> Iterator[list[str]]:
    """Forwards of a decoder without gradient, counted by torch itself: the reference's.

    The short ones that find out which layout the model can run are not.
    """
    calls: list[str] = []

    def count(module: torch.nn.Module, inputs: Any) -> None:
        decodes = "embed_tokens" in module._modules and not torch.is_grad_enabled()
        if decodes and not any(f.name == "settle_layout" for f in traceback.extract_stack()):
            calls.append(type(module).__name__)

    handle = register_module_forward_pre_hook(count)
    yield calls
    handle.remove()


def weights_of(module: L.LightningModule) -> dict[str, torch.Tensor]:
    return {name: p.detach().clone() for name, p in module.named_parameters() if p.requires_grad}


def assert_same(first: dict[str, torch.Tensor], second: dict[str, torch.Tensor]) -> None:
    assert first.keys() == second.keys()
    for name, value in first.items():
        torch.testing.assert_close(value, second[name], atol=1e-6, rtol=0, msg=name)


@pytest.fixture
def compiler() -> None:
    """What `torch.compile` builds kernels for a CPU with."""
    found = any(map(shutil.which, (os.environ.get("CXX", "g++"), "clang++")))
    if not found or not Path(sysconfig.get_paths()["include"], "Python.h").is_file():
        pytest.skip("torch.compile needs a C++ compiler and Python's headers (g++, python3-dev)")


@pytest.fixture
def record() -> type[Record]:
    return Record


@pytest.fixture
def trained_weights() -> Callable[..., dict[str, torch.Tensor]]:
    return weights_of


@pytest.fixture
def adam() -> Callable[[float], Any]:
    return lambda rate: lambda parameters: torch.optim.AdamW(parameters, lr=rate, weight_decay=0.0)


@pytest.fixture
def check_resume(trainer: Callable[..., L.Trainer], tmp_path: Path) -> Callable[..., None]:
    """A fit cut at a step and resumed from its checkpoint ends as an undisturbed one."""

    def check(make: Callable[[], tuple[L.LightningModule, L.LightningDataModule]], *,
              steps: int, cut: int, **settings: Any) -> None:  # fmt: skip
        whole, data = make()
        settings = {"max_steps": steps, "max_epochs": -1} | settings
        trainer(**settings).fit(whole, data)

        def checkpoint() -> ModelCheckpoint:
            return ModelCheckpoint(
                dirpath=tmp_path / "checkpoints", every_n_train_steps=cut, save_top_k=-1,
                filename="{step}",
            )  # fmt: skip

        class Killed(Exception):
            pass

        class Kill(L.Callback):
            def on_train_batch_start(self, trainer: L.Trainer, *args: Any) -> None:
                if trainer.global_step == cut + 1:
                    raise Killed

        first, data = make()
        with pytest.raises(Killed):
            trainer(**settings, enable_checkpointing=True, callbacks=[checkpoint(), Kill()]).fit(
                first, data
            )
        second, data = make()
        trainer(**settings, enable_checkpointing=True, callbacks=[checkpoint()]).fit(
            second, data, ckpt_path=str(tmp_path / "checkpoints" / f"step={cut}.ckpt")
        )
        start, _ = make()
        start.configure_model()
        before, after = weights_of(start), weights_of(whole)
        assert any(not before[name].equal(after[name]) for name in before)
        assert_same(after, weights_of(second))

    return check


def backbone(model: str, kind: str, **spec: Any) -> Backbone:
    lora = {"lora": LoraSpec(rank=2, alpha=8, dropout=spec.pop("dropout", 0.0))}
    return Backbone(model, **(lora if kind == "lora" else {}), **spec)


@pytest.fixture
def make_backbone() -> Callable[..., Backbone]:
    return backbone


@pytest.fixture
def make_dpo(tmp_path: Path) -> Callable[..., DPOModule]:
    def make(model: str, kind: str = "full", rate: float = 1e-3, **options: Any) -> DPOModule:
        return DPOModule(
            backbone(model, kind, **options.pop("backbone", {})),
            lambda parameters: torch.optim.AdamW(parameters, lr=rate, weight_decay=0.0),
            **({"cache_dir": str(tmp_path / "reference")} | options),
        )

    return make


@pytest.fixture
def make_sft() -> Callable[..., SFTModule]:
    def make(model: str, kind: str = "full", rate: float = 3e-3, **options: Any) -> SFTModule:
        dropout = options.pop("dropout", 0.0)
        return SFTModule(
            backbone(model, kind, dropout=dropout),
            lambda parameters: torch.optim.AdamW(parameters, lr=rate, weight_decay=0.0),
            **options,
        )

    return make


@pytest.fixture
def fit(trainer, record, make_dpo):
    def run(model, pairs, documents, *, kind="full", steps=2, rate=1e-3, data=None, trainer_=None,
            **options):  # fmt: skip
        seen = record()
        module = make_dpo(model, kind, rate, **options)
        prefs = PreferenceData(pairs, documents, model, **({"batch_size": 4} | (data or {})))
        settings = {"max_steps": steps, "max_epochs": -1, "callbacks": [seen]} | (trainer_ or {})
        trainer(**settings).fit(module, prefs)
        return module, seen

    return run
