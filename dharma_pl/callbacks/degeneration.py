"""How often the model loops, measured on generations while it trains."""

from typing import Any

import lightning as L

from dharma_pl.data.base import DocumentSource
from dharma_pl.data.encode import tokenizer_of
from dharma_pl.data.sampling import SamplingData
from dharma_pl.errors import UsageError
from dharma_pl.metrics import DegenerationRate
from dharma_pl.models.backbone import BackboneModule
from dharma_pl.models.sampling import generate
from dharma_pl.records import Split


class DegenerationLogger(L.Callback):
    """Generates greedily for a slice of documents and logs `degeneration/*`.

    Logged: `rate` with its Wilson bounds `ci_low` and `ci_high`, `dharma_rate`, `hit_limit_rate`
    and `truncated_rate`, with `max_new_tokens` and `n` beside them, since a rate depends on both.

    Args:
        documents: a data file, folder, artifact or `datasets` name, or a source.
        split: which of its documents.
        limit: how many documents.
        every_n_steps: optimizer steps between measurements; 0 measures at start and end alone.
        batch_size: documents generated for at once, on each rank.
        max_new_tokens: limit of an output.
        prompt: for documents without one.
    """

    def __init__(
        self,
        documents: str | DocumentSource,
        split: Split = "validation",
        limit: int = 32,
        every_n_steps: int = 0,
        batch_size: int = 32,
        max_new_tokens: int = 1024,
        prompt: str | None = None,
    ) -> None:
        self.documents, self.split, self.limit, self.prompt = documents, split, limit, prompt
        self.every_n_steps, self.batch_size = every_n_steps, batch_size
        self.max_new_tokens = max_new_tokens
        self._measured = -1

    def on_train_start(self, trainer: L.Trainer, pl_module: L.LightningModule) -> None:
        """Measure the model training starts from."""
        if not isinstance(pl_module, BackboneModule):
            kind = type(pl_module).__name__
            raise UsageError(f"DegenerationLogger generates with a BackboneModule, got {kind}")
        name = pl_module.backbone.name_or_path
        self._data = SamplingData(
            self.documents, name, self.prompt, [self.split], self.limit, self.batch_size
        )
        self._data.setup("fit")
        self._metric = DegenerationRate().to(pl_module.device)
        self._measure(trainer, pl_module)

    def on_train_batch_end(
        self,
        trainer: L.Trainer,
        pl_module: L.LightningModule,
        outputs: Any,
        batch: Any,
        batch_idx: int,
    ) -> None:
        """Measure every so many optimizer steps."""
        step = trainer.global_step
        if self.every_n_steps and step % self.every_n_steps == 0 and step != self._measured:
            self._measure(trainer, pl_module)

    def on_train_end(self, trainer: L.Trainer, pl_module: L.LightningModule) -> None:
        """Measure the model that training gave."""
        if trainer.global_step != self._measured:
            self._measure(trainer, pl_module)

    def _measure(self, trainer: L.Trainer, pl_module: L.LightningModule) -> None:
        assert isinstance(pl_module, BackboneModule)
        codec = self._data.codec
        assert codec is not None
        self._metric.reset()
        rows = self._data.rows[trainer.global_rank :: trainer.world_size]
        for start in range(0, len(rows), self.batch_size):
            batch = self._data.collate(rows[start : start + self.batch_size])
            batch = trainer.strategy.batch_to_device(batch, pl_module.device)
            with trainer.precision_plugin.forward_context():
                generated = generate(
                    pl_module.loaded, codec, batch["inputs"], max_new_tokens=self.max_new_tokens
                )
            texts = [
                str(tokenizer_of(codec.encoder).decode(list(ids), skip_special_tokens=True))
                for ids, _ in generated
            ]
            self._metric.update(texts, [reason for _, reason in generated])
        values = {f"degeneration/{name}": float(x) for name, x in self._metric.compute().items()}
        values["degeneration/max_new_tokens"] = float(self.max_new_tokens)
        self._measured = trainer.global_step
        for logger in trainer.loggers:
            logger.log_metrics(values, step=trainer.global_step)
