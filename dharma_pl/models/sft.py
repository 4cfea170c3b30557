"""Supervised fine-tuning: learn the targets, token by token."""

import torch
from lightning.pytorch.cli import OptimizerCallable
from torch import Tensor

from dharma_pl.data.encode import Inputs
from dharma_pl.models.backbone import Backbone
from dharma_pl.models.forward import completion_logprobs
from dharma_pl.models.trainable import Schedule, TrainableModule


class SFTModule(TrainableModule):
    """Mean negative log-likelihood of the target tokens; prompt and image tokens do not count.

    Args:
        backbone: which model, and which part of it learns.
        optimizer: made from the trainable parameters.
        schedule: of the learning rate after the warm-up.
        warmup_steps: optimizer steps of linear warm-up.
        seed: of dropout.
    """

    def __init__(
        self,
        backbone: Backbone,
        optimizer: OptimizerCallable = lambda p: torch.optim.AdamW(p, lr=1e-5, weight_decay=0.0),
        schedule: Schedule = "cosine",
        warmup_steps: int = 0,
        seed: int = 0,
    ) -> None:
        super().__init__(backbone, optimizer, schedule, warmup_steps, seed)

    def training_step(self, batch: dict[str, Inputs], batch_idx: int) -> Tensor:
        """Log `train/loss` in nats a token."""
        loss, tokens = self._loss(batch["inputs"])
        self.log("train/loss", loss.detach(), prog_bar=True, sync_dist=True)
        # Ranks see different numbers of tokens; DDP averages gradients over ranks. Weighting by
        # the share of tokens makes that average the mean over all tokens of the global batch.
        total = self.trainer.strategy.reduce(tokens.float(), reduce_op="sum")
        assert isinstance(total, Tensor)
        return loss * (tokens * self.trainer.world_size / total)

    def validation_step(self, batch: dict[str, Inputs], batch_idx: int) -> None:
        """Log `val/loss` in nats a token."""
        loss, tokens = self._loss(batch["inputs"])
        self.log("val/loss", loss, batch_size=int(tokens), prog_bar=True, sync_dist=True)

    def _loss(self, inputs: Inputs) -> tuple[Tensor, Tensor]:
        logprobs, mask = completion_logprobs(self.loaded, inputs)
        tokens = mask.sum()
        return -logprobs.masked_fill(~mask, 0.0).sum() / tokens, tokens
