"""TRL's side of `bench_dpo.py`: `DPOTrainer` as it is, in an environment of its own.

    python tools/bench_dpo_trl.py TASK REPORT

One thing is not TRL's own, without which it would not run at all: the processor without its video
half (torchvision has no CPU build). Two more are to its good and asked for by name: with
`matrix_patches` the patch embedding as a matrix product (our side runs the same), and with
`completion_head` a head that scores completion positions alone on a CPU, as TRL does on a GPU.
"""

import json
from pathlib import Path
from typing import Any

import torch
import trl
from bench_dpo_common import (
    BETA,
    LEARNING_RATE,
    LORA,
    VISION_TOWER,
    Clock,
    Task,
    linear_patch_embed,
    read_task,
    train_parts,
    trainable_parameters,
)
from datasets import Dataset, Features, Image, Sequence, Value
from peft import LoraConfig
from transformers import (
    AutoModelForCausalLM,
    AutoModelForImageTextToText,
    AutoProcessor,
    AutoTokenizer,
    Qwen2_5_VLProcessor,
    TrainerCallback,
)
from transformers.utils.import_utils import is_torchvision_available
from trl import DPOConfig, DPOTrainer


class Stopwatch(TrainerCallback):
    def __init__(self, clock: Clock) -> None:
        self.clock = clock

    def on_step_end(self, *_: Any, **__: Any) -> None:
        self.clock.step_ends()


class ImageProcessor(Qwen2_5_VLProcessor):
    """Transformers reads a processor's parts from this signature: no video, no torchvision."""

    def __init__(
        self,
        image_processor: Any = None,
        tokenizer: Any = None,
        chat_template: Any = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(image_processor, tokenizer, None, chat_template=chat_template, **kwargs)


ImageProcessor.__name__ = "Qwen2_5_VLProcessor"


def load_processor(folder: Path, *, sees: bool) -> Any:
    if not sees:
        return AutoTokenizer.from_pretrained(folder)
    kind = AutoProcessor if is_torchvision_available() else ImageProcessor
    return kind.from_pretrained(folder)


def load_model(task: Task, folder: Path, *, sees: bool) -> Any:
    kind = AutoModelForImageTextToText if sees else AutoModelForCausalLM
    model = kind.from_pretrained(
        folder, dtype=getattr(torch, task.dtype), attn_implementation=task.attention
    )
    if task.matrix_patches:
        linear_patch_embed(model)
    return model


def load_pairs(folder: Path) -> Dataset:
    rows = [json.loads(line) for line in (folder / "trl.jsonl").read_text().splitlines()]
    features = Features({name: Value("string") for name in ("prompt", "chosen", "rejected")})
    if "images" in rows[0]:
        features["images"] = Sequence(Image())
    return Dataset.from_list(rows, features=features)


def adapter() -> LoraConfig:
    return LoraConfig(
        r=LORA["rank"],
        lora_alpha=LORA["alpha"],
        lora_dropout=0.0,
        target_modules="all-linear",
        exclude_modules=rf".*\b{VISION_TOWER}\b.*",
        task_type="CAUSAL_LM",
    )


def main() -> None:
    task, report = read_task()
    clock = Clock(task)
    folder = Path(task.folder)
    pairs = load_pairs(folder)
    sees = "images" in pairs.features
    if task.completion_head:
        trl.trainer.utils._use_triton = lambda device: True  # chooses positions, not kernels
    model = load_model(task, folder / "model", sees=sees)
    train_parts(model, train_vision=task.train_vision)
    frozen_reference = None
    if not task.lora and (sees or not task.cached_reference):
        frozen_reference = load_model(task, folder / "model", sees=sees)
    config = DPOConfig(
        output_dir=task.scratch,
        beta=BETA,
        per_device_train_batch_size=task.batch_size,
        max_steps=task.warmup + task.steps,
        learning_rate=LEARNING_RATE,
        lr_scheduler_type="constant",
        weight_decay=0.0,
        max_grad_norm=0.0,
        optim="adamw_torch_fused",
        bf16=True,
        use_cpu=task.device == "cpu",
        gradient_checkpointing=task.checkpointing,
        max_length=None,
        precompute_ref_log_probs=task.cached_reference and not sees,  # refused for images
        logging_steps=1,
        report_to="none",
        save_strategy="no",
        disable_tqdm=True,
        dataloader_pin_memory=task.device == "cuda",
    )
    clock.reference_starts()
    trainer = DPOTrainer(
        model=model,
        ref_model=frozen_reference,
        args=config,
        train_dataset=pairs,
        processing_class=load_processor(folder / "model", sees=sees),
        peft_config=adapter() if task.lora else None,
        callbacks=[Stopwatch(clock)],
    )
    if config.precompute_ref_log_probs:
        clock.reference_ends()
    trainer.train()
    logs = [entry for entry in trainer.state.log_history if "logps/chosen" in entry]
    clock.losses = [entry["loss"] for entry in logs]
    result = clock.result(
        trl=trl.__version__,
        cached_reference=config.precompute_ref_log_probs,
        trainable_parameters=trainable_parameters(trainer.model),
        logps={
            side: sum(entry[f"logps/{side}"] for entry in logs) / len(logs)
            for side in ("chosen", "rejected")
        },
    )
    report.write_text(json.dumps(result))


if __name__ == "__main__":
    main()
