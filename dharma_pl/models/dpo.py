"""Direct preference optimization on a model's own failures, with a cached reference."""

from typing import Any

import torch
from lightning.pytorch.cli import OptimizerCallable
from lightning.pytorch.trainer.states import TrainerFn
from torch import Tensor

from dharma_pl.data.preference import PreferenceData
from dharma_pl.errors import GateError, UsageError
from dharma_pl.functional.losses import (
    PairLogprobs,
    log_ratios,
    preference_metrics,
    sft_loss,
    sigmoid_loss,
)
from dharma_pl.models.backbone import Backbone
from dharma_pl.models.forward import pair_logprobs
from dharma_pl.models.reference import compute_reference, open_cache, verify_reference
from dharma_pl.models.trainable import Schedule, TrainableModule, disable_dropout

Batch = dict[str, Any]


class DPOModule(TrainableModule):
    """DPO (Rafailov et al. 2023, arXiv 2305.18290) with a hand-written loss.

    The reference is the model that training starts from, adapter included. Its log-probabilities
    are read from a cache on disk; what is missing there is computed before the first step, by the
    policy itself, which at that moment is the reference. No reference weights stay in memory.

    Args:
        backbone: which model, and which part of it learns.
        optimizer: made from the trainable parameters.
        schedule: of the learning rate after the warm-up.
        warmup_steps: optimizer steps of linear warm-up.
        seed: of dropout in the optimizer's steps; model dropout is off in DPO.
        beta: strength of the pull towards the reference.
        label_smoothing: assumed share of pairs with sides swapped, in [0, 0.5).
        sft_weight: weight of the SFT loss on the chosen side, added to the DPO loss.
        cache_dir: where reference log-probabilities are kept; safe to share between runs.
        gate_tolerance: largest |policy - reference| before the first update, in nats a token.
        verify_rows: so many reference rows from disk, drawn by the seed, are recomputed and
            compared before the first step; 0 trusts the cache.
    """

    def __init__(
        self,
        backbone: Backbone,
        optimizer: OptimizerCallable = lambda p: torch.optim.AdamW(p, lr=1e-6, weight_decay=0.0),
        schedule: Schedule = "constant_with_warmup",
        warmup_steps: int = 0,
        seed: int = 0,
        beta: float = 0.1,
        label_smoothing: float = 0.0,
        sft_weight: float = 0.0,
        cache_dir: str = "runs/reference",
        gate_tolerance: float = 0.02,
        verify_rows: int = 4,
    ) -> None:
        super().__init__(backbone, optimizer, schedule, warmup_steps, seed)
        if beta <= 0:
            raise UsageError(f"beta={beta}: expected a number above 0, such as 0.1")
        if not 0 <= label_smoothing < 0.5:
            raise UsageError(f"label_smoothing={label_smoothing}: expected 0 <= value < 0.5")
        self.beta, self.label_smoothing, self.sft_weight = beta, label_smoothing, sft_weight
        self.cache_dir, self.gate_tolerance = cache_dir, gate_tolerance
        self.verify_rows = verify_rows

    def configure_model(self) -> None:
        """Load the policy, without dropout."""
        if self.model is None:
            super().configure_model()
            disable_dropout(self.loaded)

    def on_fit_start(self) -> None:
        """Fill the cache where it lacks pairs, and hand it to the data."""
        self._prepare_reference()

    def on_validation_start(self) -> None:
        """The `validate` verb has no fit before it."""
        if self.trainer.state.fn != TrainerFn.FITTING:
            self._prepare_reference()

    def _prepare_reference(self) -> None:
        data = self.trainer.datamodule  # type: ignore[attr-defined]
        if not isinstance(data, PreferenceData):
            raise UsageError(f"DPOModule trains on PreferenceData, got {type(data).__name__}")
        cache, wanted = open_cache(self, self.cache_dir), data.keys()
        resumed = self.trainer.ckpt_path is not None  # then the policy is the reference no longer
        with cache.hold():
            # One rank's view for all: another may look when the first has already appended rows.
            missing = self.trainer.strategy.broadcast(cache.missing(wanted))
            if missing and resumed:
                raise GateError(
                    f"{len(missing)} pairs have no reference log-probs in {cache.folder}, and the "
                    "policy was resumed from a checkpoint, so it is the reference no longer; "
                    "restore the cache, or fill it with: python -m dharma_pl predict --config "
                    "reference.yaml"
                )
            if missing:
                compute_reference(self, data, cache, missing)
            data.take_reference(cache.load(wanted), cache.folder)
        if not resumed:
            verify_reference(
                self, data, cache, set(wanted) - missing,
                count=self.verify_rows, seed=self.seed, tolerance=self.gate_tolerance,
            )  # fmt: skip

    def training_step(self, batch: Batch, batch_idx: int) -> Tensor:
        """Log the loss and what tells whether the policy learns or runs away."""
        policy = pair_logprobs(self.loaded, batch["inputs"])
        reference = self._reference(batch, policy)
        if self.trainer.global_step == 0:
            self._gate(policy, reference, batch)
        loss, metrics = self._loss(policy, reference)
        pairs = len(batch["pair_ids"])
        self.log("train/loss", loss.detach(), prog_bar=True, batch_size=pairs, sync_dist=True)
        self.log_dict(_prefixed("train", metrics), batch_size=pairs, sync_dist=True)
        return loss

    def validation_step(self, batch: Batch, batch_idx: int) -> None:
        """Log the same numbers on pairs that are not trained on."""
        policy = pair_logprobs(self.loaded, batch["inputs"])
        loss, metrics = self._loss(policy, self._reference(batch, policy))
        metrics = {"loss": loss, **metrics}
        self.log_dict(_prefixed("val", metrics), batch_size=len(batch["pair_ids"]), sync_dist=True)

    def _reference(self, batch: Batch, policy: PairLogprobs) -> PairLogprobs:
        return PairLogprobs(
            batch["reference_chosen"].values,
            policy.chosen_mask,
            batch["reference_rejected"].values,
            policy.rejected_mask,
        )

    def _loss(
        self, policy: PairLogprobs, reference: PairLogprobs
    ) -> tuple[Tensor, dict[str, Tensor]]:
        ratios = log_ratios(policy, reference)
        preference = sigmoid_loss(ratios, self.beta, self.label_smoothing).mean()
        sft = sft_loss(policy.chosen, policy.chosen_mask).mean()
        metrics = preference_metrics(policy, ratios, self.beta)
        metrics |= {"loss/preference": preference.detach(), "loss/sft": sft.detach()}
        return preference + self.sft_weight * sft, metrics

    def _gate(self, policy: PairLogprobs, reference: PairLogprobs, batch: Batch) -> None:
        """Before the first update policy and reference are one model; stop where they differ."""
        for side, mask in (("chosen", policy.chosen_mask), ("rejected", policy.rejected_mask)):
            if getattr(policy, side).shape != getattr(reference, side).shape:
                raise GateError(
                    f"step-0 gate: the reference of the {side} side of {batch['pair_ids']} has "
                    f"another number of tokens; delete {self.cache_dir} to recompute it"
                )
            difference = (getattr(policy, side) - getattr(reference, side)).detach().abs()
            per_row = difference.masked_fill(~mask, 0.0).sum(-1) / mask.sum(-1).clamp(min=1)
            worst = int(per_row.argmax())
            if not per_row[worst] <= self.gate_tolerance:  # NaN fails too
                raise GateError(
                    f"step-0 gate: before any update the {side} side of pair "
                    f"{batch['pair_ids'][worst]} differs from its reference by "
                    f"{per_row[worst]:.4f} nats a token (allowed: {self.gate_tolerance}); likely "
                    "causes: a stale cache, another adapter, dropout, precision or chat template. "
                    f"Delete {self.cache_dir} to recompute the reference"
                )


def _prefixed(prefix: str, metrics: dict[str, Tensor]) -> dict[str, Tensor]:
    return {f"{prefix}/{name}": value for name, value in metrics.items()}
