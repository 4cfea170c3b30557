"""What watches a fit: the alarm on falling chosen outputs, and the stop at a non-finite loss."""

import logging
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightning as L
import torch
from lightning.pytorch.utilities import rank_zero_only
from torch import Tensor

from dharma_pl.data.pair_inputs import PairInputs
from dharma_pl.errors import GateError, UsageError
from dharma_pl.functional.losses import PairLogprobs

_log = logging.getLogger(__name__)


@dataclass
class DisplacementAlarm:
    """When to warn that good outputs are being unlearned together with bad ones.

    The mean log-ratio of the chosen sides falls with the rejected ones where the two are alike
    (Razin et al. 2024, arXiv 2410.08847).

    Attributes:
        nats_per_token: warn when the chosen side lies further than this below its reference, as a
            mean over the window; 0 switches the alarm off.
        window: training steps that the mean is taken over.
        stop: end the fit with an error instead of going on with a warning.
    """

    nats_per_token: float = 0.2
    window: int = 20
    stop: bool = False

    def __post_init__(self) -> None:
        if not self.nats_per_token >= 0 or self.window < 1:
            raise UsageError(
                f"alarm: nats_per_token={self.nats_per_token} and window={self.window}: expected a "
                "number from 0 on and a window of 1 step or more"
            )


class DisplacementWatch:
    """Applies an alarm step by step; warns once. A resumed fit begins with an empty window."""

    def __init__(self, alarm: DisplacementAlarm) -> None:
        self.alarm = alarm
        self._recent: deque[float] = deque(maxlen=alarm.window)
        self._warned = False

    def update(self, value: float, step: int) -> None:
        """Take one step's mean chosen log-ratio, in nats a token, the same on every rank.

        Raises:
            GateError: the alarm has gone off and is to stop the fit.
        """
        self._recent.append(value)
        if not self.alarm.nats_per_token or self._warned or len(self._recent) < self.alarm.window:
            return
        mean = sum(self._recent) / len(self._recent)
        if mean >= -self.alarm.nats_per_token:
            return
        message = (
            f"chosen outputs have fallen {-mean:.3f} nats a token below the reference over the "
            f"last {self.alarm.window} steps (step {step}; alarm at {self.alarm.nats_per_token}): "
            "the model unlearns good outputs together with bad ones; lower the learning rate, "
            "raise beta or sft_weight, or use the loss dpop"
        )
        self._warned = True
        if self.alarm.stop:
            raise GateError(message)
        rank_zero_only(_log.warning)(message)


def check_step_0(
    policy: PairLogprobs, reference: PairLogprobs, pair_ids: Sequence[str], tolerance: float,
    cache_dir: str,
) -> None:  # fmt: skip
    """Before the first update policy and reference are one model; stop where they differ.

    Raises:
        GateError: names the side, the pair, the difference and what may have caused it.
    """
    for side, mask in (("chosen", policy.chosen_mask), ("rejected", policy.rejected_mask)):
        if getattr(policy, side).shape != getattr(reference, side).shape:
            raise GateError(
                f"step-0 gate: the reference of the {side} side of {pair_ids} has "
                f"another number of tokens; delete {cache_dir} to recompute it"
            )
        difference = (getattr(policy, side) - getattr(reference, side)).detach().abs()
        per_row = difference.masked_fill(~mask, 0.0).sum(-1) / mask.sum(-1).clamp(min=1)
        worst = int(per_row.argmax())
        if not per_row[worst] <= tolerance:  # NaN fails too
            raise GateError(
                f"step-0 gate: before any update the {side} side of pair "
                f"{pair_ids[worst]} differs from its reference by "
                f"{per_row[worst]:.4f} nats a token (allowed: {tolerance}); likely "
                "causes: a stale cache, another adapter, dropout, precision or chat template. "
                f"Delete {cache_dir} to recompute the reference"
            )


def refuse_non_finite(
    loss: Tensor, module: L.LightningModule, batch: Mapping[str, Any], ids: Sequence[str]
) -> None:
    """Stop at a loss that is NaN or infinite, and keep the batch for a look at it.

    Args:
        loss: of the batch.
        module: whose trainer knows the folder of logs.
        batch: saved as `non-finite-step{step}-rank{rank}.pt`, for `torch.load`.
        ids: of the batch's pairs or documents.

    Raises:
        GateError: names ids, file and, where weights are not finite, the first such parameter.
    """
    if torch.isfinite(loss):
        return
    value = float(loss.detach())
    trainer = module.trainer
    folder = Path(trainer.log_dir or trainer.default_root_dir)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"non-finite-step{trainer.global_step}-rank{trainer.global_rank}.pt"
    torch.save({"step": trainer.global_step, "loss": value, **_to_cpu(batch)}, path)
    broken = [name for name, p in module.named_parameters() if not torch.isfinite(p).all()]
    cause = (
        f"{len(broken)} weights are not finite, first {broken[0]}: an earlier update broke them"
        if broken
        else "all weights are finite, so the forward pass of this batch overflows"
    )
    raise GateError(
        f"the loss of step {trainer.global_step} is {value} on {', '.join(ids)}; {cause}. "
        f"The batch is in {path}; try a lower learning rate, trainer.gradient_clip_val, or "
        "precision 32-true"
    )


def _to_cpu(value: Any) -> Any:
    if isinstance(value, Tensor):
        return value.detach().cpu()
    if isinstance(value, PairInputs):
        value = value._asdict()  # plain, so that torch.load reads it without trusting the file
    if isinstance(value, Mapping):
        return {key: _to_cpu(item) for key, item in value.items()}
    return value
