"""Tokens a second, and the share of the device's peak that they make use of."""

import time
from collections import deque
from typing import Any, NamedTuple

import lightning as L
import torch
from lightning.fabric.utilities.throughput import get_available_flops
from torch import nn

from dharma_pl.data.encode import Inputs
from dharma_pl.data.pair_inputs import PairInputs
from dharma_pl.errors import UsageError
from dharma_pl.models.backbone import VISION_TOWERS

H200_FLOPS = 989.4e12
"""Dense bf16 and fp16 of the card; Lightning's table knows it under names it does not report."""


class Counts(NamedTuple):
    """Of a batch, or of something by each of them.

    Attributes:
        tokens: real tokens of the sequences.
        scored: those of completions, which alone the head runs on.
        patches: of images.
    """

    tokens: int
    scored: int
    patches: int


class _Step(NamedTuple):
    seconds: float
    tokens: int
    flops: int


class ThroughputLogger(L.Callback):
    """Logs `throughput/*` at every training step, as means over the last steps.

    `tokens_per_second` counts real tokens of the sequences, prompts and image tokens included and
    padding left out, over all ranks. `mfu` is model FLOPs utilization (Chowdhery et al. 2022, arXiv
    2204.02311, appendix B) by the products with weights alone: attention scores, recomputation
    under gradient checkpointing and padding do not count, so it is a lower bound. `busy_share` is
    the share of wall time spent inside training steps; the rest waits for data, generates or
    validates. List this callback before those that work at the end of a step.

    Lightning's own `ThroughputMonitor` takes functions, which no YAML file can give, and the same
    number of FLOPs for every batch.

    Args:
        window: steps that the means are taken over.
        peak_tflops: dense peak of one device in the training precision; by default Lightning's
            table is asked, and where it does not know the device, no `mfu` is logged.
    """

    def __init__(self, window: int = 20, peak_tflops: float | None = None) -> None:
        if window < 1 or (peak_tflops is not None and peak_tflops <= 0):
            raise UsageError(
                f"window={window}, peak_tflops={peak_tflops}: expected 1 step or more, and a peak "
                "above 0"
            )
        self.window, self.peak_tflops = window, peak_tflops
        self._steps: deque[_Step] = deque(maxlen=window)
        self._ends: deque[float] = deque(maxlen=window + 1)
        self._started = 0.0

    def on_train_start(self, trainer: L.Trainer, pl_module: L.LightningModule) -> None:
        """Count the weights, once they are all there."""
        self._flops = flops_per_token(pl_module)
        if getattr(pl_module, "features", None) is not None:  # no image runs through the tower
            self._flops = self._flops._replace(patches=0)
        self._peak = self._peak_of(trainer)
        self._steps.clear()
        self._ends.clear()

    def _peak_of(self, trainer: L.Trainer) -> float | None:
        if self.peak_tflops is not None:
            return self.peak_tflops * 1e12
        device = trainer.strategy.root_device
        if device.type != "cuda":
            return None
        name = {"bf16": torch.bfloat16, "16": torch.float16}
        dtype = name.get(str(trainer.precision).split("-")[0], torch.float32)
        if "H200" in torch.cuda.get_device_name(device) and dtype != torch.float32:
            return H200_FLOPS
        return get_available_flops(device, dtype)

    def on_train_batch_start(
        self, trainer: L.Trainer, pl_module: L.LightningModule, batch: Any, batch_idx: int
    ) -> None:
        """Start the clock."""
        self._started = _now(pl_module)
        if not self._ends:
            self._ends.append(self._started)

    def on_train_batch_end(
        self,
        trainer: L.Trainer,
        pl_module: L.LightningModule,
        outputs: Any,
        batch: dict[str, Any],
        batch_idx: int,
    ) -> None:
        """Log means over the window."""
        now = _now(pl_module)
        counts = count_tokens(batch["inputs"])
        flops = sum(count * each for count, each in zip(counts, self._flops, strict=True))
        self._steps.append(_Step(now - self._started, counts.tokens, flops))
        self._ends.append(now)
        busy = sum(step.seconds for step in self._steps)
        tokens = sum(step.tokens for step in self._steps)
        values = {
            "tokens_per_second": trainer.world_size * tokens / busy,
            "busy_share": busy / (self._ends[-1] - self._ends[0]),
        }
        if self._peak is not None:
            values["mfu"] = sum(step.flops for step in self._steps) / busy / self._peak
        pl_module.log_dict(
            {f"throughput/{name}": value for name, value in values.items()},
            batch_size=1,
            sync_dist=True,
        )


def _now(module: L.LightningModule) -> float:
    if module.device.type == "cuda":
        torch.cuda.synchronize(module.device)  # else the clock runs ahead of the work
    return time.perf_counter()


def count_tokens(inputs: Inputs | PairInputs) -> Counts:
    """What a batch's FLOPs depend on.

    Of pairs, a prompt counts once for all its completions, whatever the layout.

    Patches are counted where pixels come flattened to [patches, values], as with Qwen-VL; other
    layouts count 0, which lowers `mfu` a little.
    """
    if isinstance(inputs, PairInputs):
        pixels = inputs.prompts.get("pixel_values")
        scored = sum(inputs.completion_lengths)
        tokens = sum(inputs.prompt_lengths) + scored
    else:
        pixels = inputs.get("pixel_values")
        scored = int(inputs["completion_mask"].sum())
        tokens = int(inputs["attention_mask"].sum())
    return Counts(
        tokens,
        scored,
        len(pixels) if pixels is not None and pixels.ndim == 2 else 0,
    )


def flops_per_token(module: nn.Module) -> Counts:
    """FLOPs of a training step by the token, the scored token and the patch.

    2 a weight in the forward pass, 2 for the gradient of its input and 2 for its own where it
    learns. Weights of embeddings are read, not multiplied; a head that shares them is. Where
    nothing in the vision encoder learns, nothing flows back through it. All experts of a mixture
    count, though a token sees a few: there `mfu` is too high.

    Example:
        >>> frozen = nn.Linear(10, 10, bias=False).requires_grad_(False)
        >>> flops_per_token(nn.Sequential(frozen, nn.Linear(10, 1, bias=False))).tokens
        460
    """
    weights, learning = [0, 0, 0], [0, 0, 0]
    seen: set[int] = set()  # peft's layers show the weight of the layer they wrap
    for name, part in module.named_modules():
        weight = getattr(part, "weight", None)
        if not isinstance(weight, nn.Parameter) or isinstance(part, nn.Embedding):
            continue
        if weight.ndim >= 2 and id(weight) not in seen:
            seen.add(id(weight))
            words = name.split(".")
            kind = 1 if "lm_head" in words else 2 if set(words) & set(VISION_TOWERS) else 0
            weights[kind] += weight.numel()
            learning[kind] += weight.numel() * weight.requires_grad
    passes = (4, 4, 4 if learning[2] else 2)
    return Counts(
        *(n * all_ + 2 * own for n, all_, own in zip(passes, weights, learning, strict=True))
    )
