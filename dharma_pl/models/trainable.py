"""What SFT and DPO share: optimizer, warm-up, and a seed that survives a resume."""

import re
from typing import Any, Literal

import torch
from lightning.pytorch.cli import OptimizerCallable
from lightning.pytorch.utilities.types import OptimizerLRScheduler
from torch import nn
from torch.nn.modules.dropout import _DropoutNd
from torch.optim.lr_scheduler import LambdaLR
from transformers.optimization import get_scheduler

from dharma_pl.models.backbone import Backbone, BackboneModule
from dharma_pl.models.memory import keep_freed_memory, release_memory

NOISE = re.compile("drop|jitter")
"""In the names of numbers that make a layer random while it is trained."""

Schedule = Literal["constant_with_warmup", "linear", "cosine"]


class TrainableModule(BackboneModule):
    """A backbone that learns.

    Args:
        backbone: which model, and which part of it learns.
        optimizer: made from the trainable parameters.
        schedule: of the learning rate after the warm-up.
        warmup_steps: optimizer steps of linear warm-up.
        seed: of dropout; every step draws from its own generator, so a resumed run repeats an
            undisturbed one.
    """

    def __init__(
        self,
        backbone: Backbone,
        optimizer: OptimizerCallable,
        schedule: Schedule = "constant_with_warmup",
        warmup_steps: int = 0,
        seed: int = 0,
    ) -> None:
        super().__init__(backbone)
        self.optimizer, self.schedule = optimizer, schedule
        self.warmup_steps, self.seed = warmup_steps, seed

    def setup(self, stage: str) -> None:
        """On a CPU, let the steps reuse each other's memory."""
        if self.trainer.strategy.root_device.type == "cpu":
            keep_freed_memory()

    def teardown(self, stage: str) -> None:
        """Give that memory back."""
        if self.trainer.strategy.root_device.type == "cpu":
            release_memory()

    def configure_optimizers(self) -> OptimizerLRScheduler:
        """Give the optimizer what learns and nothing else."""
        optimizer = self.optimizer([parameter for _, parameter in self.trainable()])
        scheduler: LambdaLR = get_scheduler(
            self.schedule,
            optimizer,
            num_warmup_steps=self.warmup_steps,
            num_training_steps=int(self.trainer.estimated_stepping_batches),
        )
        return {
            "optimizer": optimizer,
            "lr_scheduler": {"scheduler": scheduler, "interval": "step"},
        }

    def configure_model(self) -> None:
        """`from_pretrained` leaves models in eval mode, and Lightning leaves them as they are."""
        if self.model is None:
            super().configure_model()
            self.loaded.train()

    def on_train_batch_start(self, batch: Any, batch_idx: int) -> None:
        """Seed the step, so that dropout does not depend on where a run was resumed."""
        torch.manual_seed(
            (self.seed * 1_000_003 + self.trainer.global_step) * 64 + self.global_rank
        )


def disable_dropout(model: nn.Module) -> None:
    """Set every dropout to zero: policy and reference must run the same function.

    Attention reads its rate from a number of the layer, whose name differs from family to family
    (`attention_dropout`, `dropout`, ...); dropped layers and the jitter of routers are noise alike.
    """
    for module in model.modules():
        if isinstance(module, _DropoutNd):
            module.p = 0.0
        for name, value in vars(module).items():
            if isinstance(value, float) and NOISE.search(name):
                setattr(module, name, 0.0)
