"""Our side of `bench_dpo.py`, and a plain step to hold it against where TRL cannot be had.

python tools/bench_dpo_ours.py TASK REPORT            # DPOModule, PreferenceData and a Trainer
python tools/bench_dpo_ours.py TASK REPORT --plain    # two sequences a pair, live reference
"""

import json
import sys
from contextlib import nullcontext
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any

import lightning as L
import torch
from bench_dpo_common import (
    BETA,
    LEARNING_RATE,
    LORA,
    Clock,
    Task,
    read_task,
    trainable_parameters,
)
from torch import Tensor
from torch.nn import functional as F

from dharma_pl.artifacts import read_rows
from dharma_pl.data import PreferenceData
from dharma_pl.data.documents import load_documents
from dharma_pl.data.encode import append_completion, load_codec
from dharma_pl.functional.logprobs import token_logprobs
from dharma_pl.models import DPOModule
from dharma_pl.models.backbone import Backbone, BackboneModule, LoraSpec


class Stopwatch(L.Callback):
    """Lightning calls callbacks before the module: the reference pass lies between the two."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.logps: list[tuple[float, float]] = []

    def on_fit_start(self, trainer: L.Trainer, pl_module: L.LightningModule) -> None:
        self.clock.reference_starts()

    def on_train_start(self, trainer: L.Trainer, pl_module: L.LightningModule) -> None:
        self.clock.reference_ends()

    def on_train_batch_end(self, trainer: L.Trainer, *_: Any) -> None:
        self.clock.step_ends()
        metrics = trainer.callback_metrics
        self.clock.losses.append(float(metrics["train/loss"]))
        sides = (float(metrics[f"train/logprobs/{side}"]) for side in ("chosen", "rejected"))
        self.logps.append((next(sides), next(sides)))


def backbone(task: Task) -> Backbone:
    return Backbone(
        str(Path(task.folder) / "model"),
        lora=LoraSpec(**LORA) if task.lora else None,
        freeze_vision=not task.train_vision,
        dtype=task.dtype,  # type: ignore[arg-type]
        attn_implementation=task.attention,
        gradient_checkpointing=task.checkpointing,
    )


def make_optimizer(parameters: Any) -> torch.optim.Optimizer:
    return torch.optim.AdamW(parameters, lr=LEARNING_RATE, weight_decay=0.0, fused=True)


def run_ours(task: Task) -> dict[str, Any]:
    clock = Clock(task)
    folder = Path(task.folder)
    module = DPOModule(
        backbone(task),
        optimizer=make_optimizer,
        beta=BETA,
        cache_dir=str(Path(task.scratch) / "reference"),
        cache_images=not task.train_vision,
    )
    data = PreferenceData(
        str(folder / "pairs"),
        str(folder / "documents.jsonl"),
        processor=str(folder / "model"),
        batch_size=task.batch_size,
    )
    stopwatch = Stopwatch(clock)
    trainer = L.Trainer(
        accelerator="gpu" if task.device == "cuda" else "cpu",
        devices=1,
        precision="bf16-mixed",
        max_steps=task.warmup + task.steps,
        logger=False,
        enable_checkpointing=False,
        enable_progress_bar=False,
        enable_model_summary=False,
        num_sanity_val_steps=0,
        default_root_dir=task.scratch,
        callbacks=[stopwatch],
    )
    trainer.fit(module, data)
    return clock.result(
        cached_reference=True,
        cached_images=module.cache_images,
        trainable_parameters=trainable_parameters(module),
        logps=_means(stopwatch.logps),
    )


def run_plain(task: Task) -> dict[str, Any]:
    """Chosen and rejected as rows of their own, each with its image; the reference run live.

    Its head scores completion positions alone, in the same chunks as ours.
    """
    clock = Clock(task)
    module = BackboneModule(backbone(task))
    module.configure_model()
    module.to(task.device).train()
    policy: Any = module.loaded
    reference: Any = policy if task.lora else deepcopy(policy).requires_grad_(False).eval()
    optimizer = make_optimizer([p for p in policy.parameters() if p.requires_grad])
    batches = _plain_batches(task)
    logps = []
    for i in range(task.warmup + task.steps):
        inputs = {name: value.to(task.device) for name, value in batches(i).items()}
        with torch.autocast(task.device, torch.bfloat16):
            values = _sequence_logprobs(policy, inputs)
            with torch.no_grad(), policy.disable_adapter() if task.lora else nullcontext():
                expected = _sequence_logprobs(reference, inputs)
        chosen, rejected = (values - expected).chunk(2)
        loss = -F.logsigmoid(BETA * (chosen - rejected)).mean()
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        clock.step_ends()
        clock.losses.append(float(loss))
        logps.append(tuple(float(side.detach().mean()) for side in values.chunk(2)))
    return clock.result(
        cached_reference=False,
        trainable_parameters=trainable_parameters(policy),
        logps=_means(logps),
    )


def _plain_batches(task: Task) -> Any:
    folder = Path(task.folder)
    codec = load_codec(str(folder / "model"))
    documents = {doc.id: doc for doc in load_documents(str(folder / "documents.jsonl"))}
    pairs = list(read_rows(folder / "pairs"))

    def batch(step: int) -> dict[str, Tensor]:
        start = step * task.batch_size % len(pairs)
        rows = pairs[start : start + task.batch_size]
        prompts = [codec.prompt(documents[row["document_id"]]) for row in rows]
        sides = [
            append_completion(prompt, row[side]["token_ids"])
            for side in ("chosen", "rejected")
            for prompt, row in zip(prompts, rows, strict=True)
        ]
        return codec.pad(sides, "right")

    return batch


def _sequence_logprobs(model: Any, inputs: dict[str, Tensor]) -> Tensor:
    base = model.get_base_model() if hasattr(model, "get_base_model") else model
    given = {name: value for name, value in inputs.items() if name != "completion_mask"}
    hidden = base.base_model(**given, use_cache=False).last_hidden_state
    scored = inputs["completion_mask"][:, 1:]
    values = token_logprobs(
        hidden[:, :-1][scored],
        base.get_output_embeddings().weight,
        inputs["input_ids"][:, 1:][scored],
    )
    return torch.zeros(scored.shape, device=values.device).masked_scatter(scored, values).sum(-1)


def _means(logps: list[Any]) -> dict[str, float]:
    chosen, rejected = zip(*logps, strict=True)
    return {"chosen": sum(chosen) / len(chosen), "rejected": sum(rejected) / len(rejected)}


def main() -> None:
    task, report = read_task()
    run = partial(run_plain if "--plain" in sys.argv else run_ours, task)
    report.write_text(json.dumps(run()))


if __name__ == "__main__":
    main()
