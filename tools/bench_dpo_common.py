"""What both sides of `bench_dpo.py` share: nothing here imports dharma_pl or TRL."""

import json
import resource
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn import functional as F

BETA = 0.1
LEARNING_RATE = 1e-6
LORA = {"rank": 16, "alpha": 32}
VISION_TOWER = "visual"


@dataclass(frozen=True)
class Task:
    """One process's work, handed over as JSON.

    Attributes:
        folder: what `bench_dpo_material.py` wrote.
        scratch: a folder of this process alone.
        batch_size: pairs a step.
        warmup: steps that are not timed.
        steps: steps that are.
        lora: train an adapter on the language model, else its weights.
        train_vision: train the vision tower too (full training only).
        device: cpu or cuda.
        dtype: of the weights; the arithmetic is bfloat16 in any case.
        attention: as transformers names it.
        checkpointing: gradient checkpointing.
        cached_reference: ask for it where the rival has it.
        completion_head: TRL only: score completion positions alone on a CPU too.
        matrix_patches: TRL only: the patch embedding as a matrix product, as ours always has it.
    """

    folder: str
    scratch: str
    batch_size: int
    warmup: int
    steps: int
    lora: bool
    train_vision: bool
    device: str
    dtype: str
    attention: str
    checkpointing: bool
    cached_reference: bool
    completion_head: bool = False
    matrix_patches: bool = False

    def dumps(self) -> str:
        return json.dumps(asdict(self))


class Clock:
    """Times the end of each step, so that a step holds its data loading and its logging."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.imported = memory_peak()
        self.reference_seconds = 0.0
        self.ends: list[float] = []
        self.losses: list[float] = []
        self._reference_began = 0.0

    def reference_starts(self) -> None:
        self._reference_began = self.now()

    def reference_ends(self) -> None:
        self.reference_seconds = self.now() - self._reference_began

    def step_ends(self) -> None:
        self.ends.append(self.now())

    def now(self) -> float:
        if self.task.device == "cuda":
            torch.cuda.synchronize()
        return time.perf_counter()

    def result(self, **facts: Any) -> dict[str, Any]:
        """The process's report; the first timed step begins where the last warm-up step ends."""
        begins = self.ends[self.task.warmup - 1 : -1]
        seconds = [e - b for b, e in zip(begins, self.ends[self.task.warmup :], strict=True)]
        cuda = torch.cuda.max_memory_allocated() if self.task.device == "cuda" else None
        return {
            "step_seconds": seconds,
            "reference_seconds": self.reference_seconds,
            "peak_rss_bytes": memory_peak(),
            "imports_rss_bytes": self.imported,
            "peak_cuda_bytes": cuda,
            "losses": self.losses,
            "threads": torch.get_num_threads(),
            **facts,
        }


def memory_peak() -> int:
    """Peak resident memory of this process, bytes.

    `ru_maxrss` also counts what the parent held when it started this process; the kernel's own
    high-water mark does not.
    """
    peak = _status("VmHWM")
    return peak or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def memory_now() -> int:
    """Resident memory of this process, bytes; 0 where the kernel does not say."""
    return _status("VmRSS")


def _status(name: str) -> int:
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(x.split()[1]) * 1024 for x in lines if x.startswith(name)), 0)


def linear_patch_embed(model: nn.Module) -> None:
    """Run Qwen-VL's patch embedding as a matrix product: the same numbers as its convolution.

    Its Conv3d has stride = kernel size and so is a product of each patch with one matrix, but
    PyTorch runs it tens of times slower than that on a CPU, and its backward pass hundreds of
    times. Our models do so by themselves; this is for TRL's, whose environment has none of our
    code.
    """
    for module in model.modules():
        conv = getattr(module, "proj", None)
        if isinstance(conv, nn.Conv3d) and conv.kernel_size == conv.stride:
            module.forward = _as_product(conv)


def _as_product(conv: nn.Conv3d) -> Any:
    def forward(hidden_states: torch.Tensor) -> torch.Tensor:
        weight = conv.weight.flatten(1)
        return F.linear(hidden_states.view(-1, weight.shape[1]).to(weight.dtype), weight, conv.bias)

    return forward


def train_parts(model: nn.Module, *, train_vision: bool) -> None:
    """Freeze the vision tower unless it is to be trained."""
    for name, parameter in model.named_parameters():
        if not train_vision and VISION_TOWER in name.split("."):
            parameter.requires_grad_(False)


def read_task() -> tuple[Task, Path]:
    """The worker's two arguments: its task, and where its report goes."""
    return Task(**json.loads(sys.argv[1])), Path(sys.argv[2])


def trainable_parameters(model: nn.Module) -> int:
    return sum(p.numel() for p in model.parameters() if p.requires_grad)
