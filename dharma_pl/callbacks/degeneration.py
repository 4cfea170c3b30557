"""How often the model loops, measured on generations while it trains."""

import math
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import lightning as L
import torch.distributed as dist
from lightning.pytorch.loggers import TensorBoardLogger

from dharma_pl.callbacks.attractor import Attractor, trace
from dharma_pl.callbacks.panels import UNIT_LENGTH, log_attractor, log_histograms, log_units
from dharma_pl.data.base import DocumentSource
from dharma_pl.data.encode import Codec, append_completion, tokenizer_of
from dharma_pl.data.sampling import SamplingData
from dharma_pl.errors import UsageError
from dharma_pl.functional.repetition import find_repetition
from dharma_pl.metrics import DegenerationRate
from dharma_pl.models.backbone import BackboneModule
from dharma_pl.models.curve import completion_curve
from dharma_pl.models.sampling import Generated, decode, generate
from dharma_pl.records import Split
from dharma_pl.thresholds import load_thresholds


@dataclass
class Loops:
    """The strict loops among the outputs of one rank.

    Attributes:
        units: how many outputs repeat this.
        first: place in the slice of the first looping document, and its output.
    """

    units: Counter[str] = field(default_factory=Counter)
    first: tuple[int, Generated] | None = None


class DegenerationLogger(L.Callback):
    """Generates greedily for a slice of documents and logs `degeneration/*`.

    Logged as scalars: the rates of `DegenerationRate` (`rate` with its Wilson bounds `ci_low` and
    `ci_high`, likewise `exact_`, `broad_` and `dharma_rate`; `hit_limit_rate`, `truncated_rate`,
    `recovered_rate`, `wasted_share` in tokens, `er4` where documents have targets), with
    `max_new_tokens` and `n` beside them, since a rate depends on both.

    TensorBoard gets more: histograms of the strict loops by `onset` and `log2_period`, the most
    frequent `loop_units` as text, and `attractor`: along the slice's first looping output, the
    probability of each token, the entropy and the onset, as an image and as
    `attractor/step-NNNNNN.json` beside the event file.

    Args:
        documents: a data file, folder, artifact or `datasets` name, or a source.
        split: which of its documents.
        limit: how many documents.
        every_n_steps: optimizer steps between measurements; 0 measures at start and end alone.
        batch_size: documents generated for at once, on each rank.
        max_new_tokens: limit of an output.
        prompt: for documents without one.
        thresholds: what the detector judges by: a YAML file of `calibrate`, or its fields.
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
        thresholds: str | dict[str, Any] | None = None,
    ) -> None:
        self.thresholds = load_thresholds(thresholds)
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
        tokenizer = tokenizer_of(self._codec.encoder)
        metric = DegenerationRate(partial(decode, tokenizer), self.thresholds)
        self._metric = metric.to(pl_module.device)
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

    @property
    def _codec(self) -> Codec:
        assert self._data.codec is not None
        return self._data.codec

    def _measure(self, trainer: L.Trainer, pl_module: L.LightningModule) -> None:
        """Every rank takes part in all of it; loggers write on the first alone."""
        assert isinstance(pl_module, BackboneModule)
        step = self._measured = trainer.global_step
        self._metric.reset()
        loops = self._generate(trainer, pl_module)
        values = {f"degeneration/{name}": float(x) for name, x in self._metric.compute().items()}
        values = {name: value for name, value in values.items() if not math.isnan(value)}
        values["degeneration/max_new_tokens"] = float(self.max_new_tokens)
        for logger in trainer.loggers:
            logger.log_metrics(values, step=step)
        boards = [logger for logger in trainer.loggers if isinstance(logger, TensorBoardLogger)]
        if not boards:
            return
        onsets, periods = self._metric.histograms()
        merged = merge(gather(loops))
        attractor = None if merged.first is None else self._trace(trainer, pl_module, merged.first)
        if not trainer.is_global_zero:
            return
        for board in boards:
            log_histograms(board, onsets, periods, step)
            log_units(board, merged.units, step)
            if attractor is not None:
                log_attractor(board, attractor)

    def _generate(self, trainer: L.Trainer, pl_module: BackboneModule) -> Loops:
        """Generate for this rank's documents and count what comes."""
        loops = Loops()
        rows = self._data.rows
        mine = range(trainer.global_rank, len(rows), trainer.world_size)
        for start in range(0, len(mine), self.batch_size):
            places = mine[start : start + self.batch_size]
            documents = [rows[place] for place in places]
            batch = trainer.strategy.batch_to_device(
                self._data.collate(documents), pl_module.device
            )
            with trainer.precision_plugin.forward_context():
                generated = generate(
                    pl_module.loaded,
                    self._codec,
                    batch["inputs"],
                    max_new_tokens=self.max_new_tokens,
                )
            self._metric.update(
                [ids for ids, _ in generated],
                [reason for _, reason in generated],
                [document.target for document in documents],
            )
            for place, (ids, reason) in zip(places, generated, strict=True):
                text, _ = decode(tokenizer_of(self._codec.encoder), ids)
                loop = find_repetition(text, reason, self.thresholds)
                if loop is not None and loop.strict:
                    loops.units[loop.unit[:UNIT_LENGTH]] += 1
                    loops.first = loops.first or (place, (ids, reason))
        return loops

    def _trace(
        self, trainer: L.Trainer, pl_module: BackboneModule, first: tuple[int, Generated]
    ) -> Attractor:
        """Run the model along one output, on all ranks: a sharded model needs each of them."""
        place, (ids, reason) = first
        document = self._data.rows[place]
        text, ends = decode(tokenizer_of(self._codec.encoder), ids)
        loop = find_repetition(text, reason, self.thresholds)
        assert loop is not None  # this output was chosen for it
        inputs = append_completion(self._codec.prompt(document), ids)
        inputs = trainer.strategy.batch_to_device(inputs, pl_module.device)
        with trainer.precision_plugin.forward_context():
            logprobs, entropies = completion_curve(pl_module.loaded, inputs)
        return trace(
            document.id, trainer.global_step, loop, ids, text, ends,
            logprobs.tolist(), entropies.tolist(),
        )  # fmt: skip


def gather(loops: Loops) -> list[Loops]:
    """Those of all ranks, each of which has to ask."""
    if not (dist.is_available() and dist.is_initialized()):
        return [loops]
    everyone: list[Any] = [None] * dist.get_world_size()
    dist.all_gather_object(everyone, loops)
    return everyone


def merge(everyone: list[Loops]) -> Loops:
    """Units counted together, and the first loop of the whole slice.

    >>> a, b = Loops(Counter("xy"), (3, ((5,), "length"))), Loops(Counter("x"))
    >>> merge([b, a]) == Loops(Counter({"x": 2, "y": 1}), a.first)
    True
    """
    units: Counter[str] = Counter()
    for loops in everyone:
        units.update(loops.units)
    firsts = [loops.first for loops in everyone if loops.first is not None]
    return Loops(units, min(firsts, default=None))
