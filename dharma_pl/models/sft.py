"""Supervised fine-tuning: learn the targets, token by token."""

from typing import Any

import torch
from lightning.pytorch.cli import OptimizerCallable
from torch import Tensor

from dharma_pl.data.encode import Inputs
from dharma_pl.data.sft import SFTData
from dharma_pl.errors import UsageError
from dharma_pl.functional.sft_terms import ditto_loss
from dharma_pl.models.backbone import Backbone
from dharma_pl.models.forward import completion_logprobs
from dharma_pl.models.guards import refuse_non_finite
from dharma_pl.models.layout import CHECK_TOKENS, settle_inputs
from dharma_pl.models.trainable import Schedule, TrainableModule

Batch = dict[str, Any]


class SFTModule(TrainableModule):
    """Mean negative log-likelihood of the target tokens; prompt and image tokens do not count.

    Args:
        backbone: which model, and which part of it learns.
        optimizer: made from the trainable parameters.
        schedule: of the learning rate after the warm-up.
        warmup_steps: optimizer steps of linear warm-up.
        seed: of dropout.
        ditto_weight: weight of DITTO's loss (Xu et al. 2022, arXiv 2206.02369) on the
            pseudo-repetitions that `data.ditto` adds to each batch.
        ditto_discount: how much of its former probability each repetition may keep.
    """

    def __init__(
        self,
        backbone: Backbone,
        optimizer: OptimizerCallable = lambda p: torch.optim.AdamW(p, lr=1e-5, weight_decay=0.0),
        schedule: Schedule = "cosine",
        warmup_steps: int = 0,
        seed: int = 0,
        ditto_weight: float = 0.0,
        ditto_discount: float = 0.5,
    ) -> None:
        super().__init__(backbone, optimizer, schedule, warmup_steps, seed)
        if not ditto_weight >= 0 or not 0 <= ditto_discount < 1:
            raise UsageError(
                f"ditto_weight={ditto_weight} and ditto_discount={ditto_discount}: expected a "
                "weight from 0 on and a discount in [0, 1)"
            )
        self.ditto_weight, self.ditto_discount = ditto_weight, ditto_discount

    def on_fit_start(self) -> None:
        """DITTO needs its data, and its data the loss; the model has to know the inputs.

        Raises:
            UsageError: one without the other; a family that is not supported.
        """
        data = self.trainer.datamodule  # type: ignore[attr-defined]
        if bool(self.ditto_weight) != (getattr(data, "ditto", None) is not None):
            raise UsageError(
                f"model.ditto_weight={self.ditto_weight}, and data.ditto is "
                f"{getattr(data, 'ditto', None)}: give both or neither"
            )
        if isinstance(data, SFTData):
            settle_inputs(self, data.sample_inputs(CHECK_TOKENS))

    def training_step(self, batch: Batch, batch_idx: int) -> Tensor:
        """Log `train/loss` in nats a token of the targets."""
        if "ditto_period" in batch:
            loss, tokens, penalty = self._with_ditto(batch)
            self.log("train/loss/ditto", penalty.detach(), sync_dist=True)
        else:
            loss, tokens = self._loss(batch["inputs"])
            penalty = torch.zeros_like(loss)
        refuse_non_finite(loss + penalty, self, batch, batch["document_ids"])
        self.log("train/loss", loss.detach(), prog_bar=True, sync_dist=True)
        # Ranks see different numbers of tokens; DDP averages gradients over ranks. Weighting by
        # the share of tokens makes that average the mean over all tokens of the global batch.
        total = self.trainer.strategy.reduce(tokens.float(), reduce_op="sum")
        assert isinstance(total, Tensor)
        share = tokens * self.trainer.world_size / total
        return loss * share + self.ditto_weight * penalty

    def validation_step(self, batch: Batch, batch_idx: int) -> None:
        """Log `val/loss` in nats a token."""
        loss, tokens = self._loss(batch["inputs"])
        self.log("val/loss", loss, batch_size=int(tokens), prog_bar=True, sync_dist=True)

    def test_step(self, batch: Batch, batch_idx: int) -> None:
        """Log `test/loss` in nats a token."""
        loss, tokens = self._loss(batch["inputs"])
        self.log("test/loss", loss, batch_size=int(tokens), sync_dist=True)

    def _loss(self, inputs: Inputs) -> tuple[Tensor, Tensor]:
        logprobs, mask = completion_logprobs(self.loaded, inputs)
        tokens = mask.sum()
        return -logprobs.masked_fill(~mask, 0.0).sum() / tokens, tokens

    def _with_ditto(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        """The loss of the targets, their tokens, and DITTO's loss of the pseudo-repetitions."""
        logprobs, mask = completion_logprobs(self.loaded, batch["inputs"])
        period = batch["ditto_period"]
        real = mask & (period == 0)[:, None]
        tokens = real.sum()
        penalties = ditto_loss(logprobs, mask, batch["ditto_start"], period, self.ditto_discount)
        penalty = penalties.sum() / (period > 0).sum().clamp(min=1)
        return -logprobs.masked_fill(~real, 0.0).sum() / tokens, tokens, penalty
