"""Direct preference optimization on a model's own failures, with a cached reference."""

import logging
from typing import Any

import torch
from lightning.pytorch.cli import OptimizerCallable
from lightning.pytorch.trainer.states import TrainerFn
from torch import Tensor

from dharma_pl.data.pair_inputs import PairInputs
from dharma_pl.data.preference import PreferenceData
from dharma_pl.errors import GateError, UsageError
from dharma_pl.functional.losses import PairLogprobs
from dharma_pl.models.backbone import Backbone
from dharma_pl.models.forward import Queries, pair_logprobs, pair_logprobs_and
from dharma_pl.models.guards import (
    DisplacementAlarm,
    DisplacementWatch,
    check_step_0,
    refuse_non_finite,
)
from dharma_pl.models.image_features import open_features
from dharma_pl.models.layout import Wanted, settle_layout
from dharma_pl.models.objective import LossOptions, Objective
from dharma_pl.models.reference import (
    compute_reference,
    model_inputs,
    open_cache,
    verify_reference,
)
from dharma_pl.models.trainable import Schedule, TrainableModule, disable_dropout
from dharma_pl.ranks import failing_together

_log = logging.getLogger(__name__)

Batch = dict[str, Any]


class DPOModule(TrainableModule):
    """DPO (Rafailov et al. 2023, arXiv 2305.18290) and its relatives, with hand-written losses.

    `loss` is one name, or several with weights: `{sigmoid: 1.0, sft: 0.2}`. Names are `sigmoid`
    (DPO), `sigmoid_norm` (by the token), `robust`, `hinge`, `ipo`, `ipo_norm`, `dpop`, `odpo`
    (margin by the pair's score gap), `simpo`, `sft` (on the chosen side) and `unlikelihood` (on the
    loop of the rejected side); equations and sources are in `dharma_pl.functional`.
    `{sft: 1.0, unlikelihood: 1.0}` is explicit unlikelihood training on the same pairs.

    Where no loss needs a reference (`simpo`, `sft`, `unlikelihood`), none is computed.

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
        loss: a loss by name, or several with their weights.
        loss_options: numbers that single losses read.
        alarm: when to warn that chosen outputs become less likely.
        layout: `shared` runs a prompt once for all its completions, `two` once for each; `auto`
            shares where the model can.
        verify_rows: so many reference rows from disk, drawn by the seed, are recomputed and
            compared before the first step; 0 trusts the cache.
        cache_images: keep what the frozen vision tower and projector make of a prompt's images in
            `cache_dir` too, so that no later step, epoch or run with the same model decodes or
            encodes them again. Costs disk: 2 bytes times the language model's width for an image
            token in bfloat16, 6 MB for a page of 1,500 tokens at width 2,048 (fp32: twice that;
            Qwen3-VL: four times).
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
        loss: str | dict[str, float] = "sigmoid",
        loss_options: LossOptions = LossOptions(),  # noqa: B008  # jsonargparse shows the defaults
        alarm: DisplacementAlarm = DisplacementAlarm(),  # noqa: B008
        layout: Wanted = "auto",
        verify_rows: int = 4,
        cache_images: bool = False,
    ) -> None:
        super().__init__(backbone, optimizer, schedule, warmup_steps, seed)
        self.objective = Objective(loss, beta, label_smoothing, sft_weight, loss_options)
        self.cache_dir, self.gate_tolerance = cache_dir, gate_tolerance
        self.watch = DisplacementWatch(alarm)
        self._has_onsets = False
        self.wanted_layout = layout
        self.verify_rows = verify_rows
        self.cache_images = cache_images

    def configure_model(self) -> None:
        """Load the policy, without dropout."""
        if self.model is None:
            super().configure_model()
            disable_dropout(self.loaded)

    def on_fit_start(self) -> None:
        """Fill the cache where it lacks pairs, and hand it to the data."""
        self._prepare_reference()

    def teardown(self, stage: str) -> None:
        """Let the folder of image features go too."""
        self.features = None
        super().teardown(stage)

    def on_validation_start(self) -> None:
        """The `validate` verb has no fit before it."""
        if self.trainer.state.fn != TrainerFn.FITTING:
            self._prepare_reference()

    def on_test_start(self) -> None:
        """Nor has the `test` verb."""
        self._prepare_reference()

    def _prepare_reference(self) -> None:
        data = self.trainer.datamodule  # type: ignore[attr-defined]
        if not isinstance(data, PreferenceData):
            raise UsageError(f"DPOModule trains on PreferenceData, got {type(data).__name__}")
        pairs = data.pairs_once()
        with failing_together():
            self.objective.check_pairs(pairs)
        self._has_onsets = any(pair.onset is not None for pair in pairs)
        self.layout = settle_layout(self, data, self.wanted_layout)
        self.features = None
        data.take_features(None)
        if self.cache_images:
            self.features = open_features(self, data, open_cache(self, self.cache_dir))
        if not self.objective.needs_reference:
            _log.info(
                "no reference and no step-0 gate: %s reads the policy alone",
                ", ".join(self.objective.weights),
            )
            data.check_prompts()
            return
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
            with failing_together():
                data.take_reference(cache.load(wanted), cache.folder)
        if not resumed:
            verify_reference(
                self, data, cache, set(wanted) - missing,
                count=self.verify_rows, seed=self.seed, tolerance=self.gate_tolerance,
            )  # fmt: skip

    def training_step(self, batch: Batch, batch_idx: int) -> Tensor:
        """Log the loss and what tells whether the policy learns or runs away."""
        policy = self._forward(batch, "train")
        reference = self._reference(batch, policy)
        if self.trainer.global_step == 0 and reference is not None:
            with failing_together():
                check_step_0(
                    policy, reference, batch["pair_ids"], self.gate_tolerance, self.cache_dir
                )
        loss, metrics = self.objective(policy, reference, batch["score_gap"], batch["onset"])
        refuse_non_finite(loss, self, batch, batch["pair_ids"])
        if reference is not None:
            fallen = self.trainer.strategy.reduce(
                metrics["displacement/chosen_per_token"].clone()  # reduced in place
            )
            self.watch.update(float(fallen), self.trainer.global_step)
        pairs = len(batch["pair_ids"])
        self.log("train/loss", loss.detach(), prog_bar=True, batch_size=pairs, sync_dist=True)
        self.log_dict(_prefixed("train", metrics), batch_size=pairs, sync_dist=True)
        return loss

    def validation_step(self, batch: Batch, batch_idx: int) -> None:
        """Log the same numbers on pairs that are not trained on."""
        self._measure(batch, "val")

    def test_step(self, batch: Batch, batch_idx: int) -> None:
        """Log the same numbers on pairs of held-out documents."""
        self._measure(batch, "test")

    def _measure(self, batch: Batch, stage: str) -> None:
        policy = self._forward(batch, stage)
        loss, metrics = self.objective(
            policy, self._reference(batch, policy), batch["score_gap"], batch["onset"]
        )
        metrics = {"loss": loss, **metrics}
        self.log_dict(_prefixed(stage, metrics), batch_size=len(batch["pair_ids"]), sync_dist=True)

    def _forward(self, batch: Batch, stage: str) -> PairLogprobs:
        """Both sides; where loops are marked, also how likely the model is to stop at them."""
        inputs = model_inputs(self, batch)
        if not self._has_onsets:
            return pair_logprobs(self.loaded, inputs, self.layout)
        queries, asked = self._end_queries(batch)
        policy, logprobs = pair_logprobs_and(self.loaded, inputs, queries, self.layout)
        sums = (logprobs.exp() * asked).unflatten(0, (2, -1)).sum(-1)
        counts = asked.unflatten(0, (2, -1)).sum(-1)
        reduced = self.trainer.strategy.reduce(torch.stack([sums, counts]), reduce_op="sum")
        assert isinstance(reduced, Tensor)
        for side, total, count in zip(("chosen", "rejected"), *reduced.tolist(), strict=True):
            if count:  # the same on every rank
                name = f"{stage}/eos/at_onset_{side}"
                self.log(name, total / count, batch_size=max(1, int(count)))
        return policy

    def _end_queries(self, batch: Batch) -> tuple[Queries, Tensor]:
        """The end of the turn in place of the token at the loop's onset, on both sides of a pair.

        Returns:
            Queries of all chosen sides, then all rejected, and 1 where the answer counts: the pair
            has a loop, and the side reaches as far.
        """
        data = self.trainer.datamodule  # type: ignore[attr-defined]
        onset = batch["onset"].repeat(2)
        inputs: PairInputs = batch["inputs"]
        sides = [*inputs.chosen, *inputs.rejected]
        lengths = torch.tensor(inputs.completion_lengths, device=onset.device)[sides]
        asked = (onset >= 0) & (onset < lengths)
        completions = torch.tensor(sides, device=onset.device)
        labels = torch.full_like(completions, data.codec.end_id)
        return Queries(completions, torch.where(asked, onset, 0), labels), asked.float()

    def _reference(self, batch: Batch, policy: PairLogprobs) -> PairLogprobs | None:
        if not self.objective.needs_reference:
            return None
        rows = self.trainer.datamodule.reference_rows(batch["keys"])  # type: ignore[attr-defined]
        return PairLogprobs(
            rows.chosen.to(self.device),
            policy.chosen_mask,
            rows.rejected.to(self.device),
            policy.rejected_mask,
        )


def _prefixed(prefix: str, metrics: dict[str, Tensor]) -> dict[str, Tensor]:
    return {f"{prefix}/{name}": value for name, value in metrics.items()}
