"""Reference log-probabilities: computed once, kept on disk, addressed by content."""

import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import torch

from dharma_pl.artifacts import fingerprint, read_rows
from dharma_pl.data.preference import PreferenceData, ReferenceRow
from dharma_pl.errors import UsageError
from dharma_pl.models.backbone import Backbone, BackboneModule
from dharma_pl.models.forward import pair_logprobs, unwrap
from dharma_pl.models.layout import Wanted, settle_layout
from dharma_pl.models.trainable import disable_dropout
from dharma_pl.schemas import REFERENCE

FORMAT_VERSION = 1


def model_key(module: BackboneModule) -> str:
    """Everything about the model and its arithmetic that a log-probability depends on."""
    attention = unwrap(module.loaded).config.get_text_config()._attn_implementation
    return fingerprint(
        "reference", FORMAT_VERSION, module.weights, str(module.trainer.precision),
        module.backbone.dtype, attention, module.layout, module.backbone.compile,
    )  # fmt: skip


class ReferenceCache:
    """Append-only shards of per-token log-probabilities (nats, fp32), one folder a model.

    Rows are found by the pair's content key, never by path or name, so any run with the same
    model and the same pairs reads them, whatever its learning rate, beta, seed, loss or batch.

    Args:
        root: folder of all models' caches.
        key: from `model_key`.
    """

    def __init__(self, root: str | Path, key: str) -> None:
        self.folder = Path(root) / key

    def missing(self, wanted: Mapping[str, str]) -> set[str]:
        """Content keys that have no row yet."""
        return set(wanted) - {row["key"] for row in read_rows(self.folder, columns=["key"])}

    def load(self, wanted: Mapping[str, str]) -> dict[str, ReferenceRow]:
        """Rows by content key."""
        return {
            row["key"]: ReferenceRow(
                torch.tensor(row["chosen_logprobs"], dtype=torch.float32),
                torch.tensor(row["rejected_logprobs"], dtype=torch.float32),
            )
            for row in read_rows(self.folder)
            if row["key"] in wanted
        }

    def append(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write one shard under a name of its own: many ranks and runs may append at once."""
        self.folder.mkdir(parents=True, exist_ok=True)
        name = uuid.uuid4().hex
        temporary = self.folder / f".{name}.tmp"
        pq.write_table(pa.Table.from_pylist(list(rows), schema=REFERENCE), temporary)
        temporary.replace(self.folder / f"shard-{name}.parquet")


def reference_rows(module: BackboneModule, batch: dict[str, Any]) -> list[dict[str, Any]]:
    """Cache rows of one batch of pairs, by the forward path that training uses."""
    logprobs = pair_logprobs(module.loaded, batch["inputs"], module.layout)
    sides = {
        "chosen_logprobs": (logprobs.chosen, logprobs.chosen_mask),
        "rejected_logprobs": (logprobs.rejected, logprobs.rejected_mask),
    }
    return [
        {"key": key, "pair_id": pair_id}
        | {name: values[i][mask[i]].tolist() for name, (values, mask) in sides.items()}
        for i, (key, pair_id) in enumerate(zip(batch["keys"], batch["pair_ids"], strict=True))
    ]


@torch.no_grad()
def compute_reference(
    module: BackboneModule, data: PreferenceData, cache: ReferenceCache, missing: set[str]
) -> None:
    """Fill the cache for some pairs, every rank its share, under the trainer's precision."""
    trainer, device = module.trainer, module.device
    was_training = module.loaded.training
    module.loaded.eval()
    for batch in data.reference_loader(missing):
        batch = data.transfer_batch_to_device(batch, device, 0)
        with trainer.precision_plugin.forward_context():
            rows = reference_rows(module, batch)
        cache.append(rows)
    module.loaded.train(was_training)
    trainer.strategy.barrier("reference log-probs")


class ReferenceModule(BackboneModule):
    """Fills the reference cache ahead of `fit`, as the `predict` verb.

    Args:
        backbone: the model that DPO will start from.
        cache_dir: where reference log-probabilities are kept.
        layout: as `DPOModule` will have it.
    """

    def __init__(
        self, backbone: Backbone, cache_dir: str = "runs/reference", layout: Wanted = "auto"
    ) -> None:
        super().__init__(backbone)
        self.cache_dir, self.wanted_layout = cache_dir, layout
        self.cache: ReferenceCache | None = None

    def configure_model(self) -> None:
        """Load the reference, without dropout."""
        if self.model is None:
            super().configure_model()
            disable_dropout(self.loaded)

    def missing(self, wanted: Mapping[str, str]) -> set[str]:
        """Content keys the cache lacks; the data loads no more than those."""
        data = self.trainer.datamodule  # type: ignore[attr-defined]
        if not isinstance(data, PreferenceData):
            raise UsageError(f"ReferenceModule reads PreferenceData, got {type(data).__name__}")
        self.layout = settle_layout(self, data, self.wanted_layout)
        self.cache = ReferenceCache(self.cache_dir, model_key(self))
        return self.trainer.strategy.broadcast(self.cache.missing(wanted))

    def predict_step(self, batch: dict[str, Any], batch_idx: int) -> int:
        """Compute and append what the cache lacks; returns how many rows that were."""
        assert self.cache is not None
        rows = reference_rows(self, batch)
        self.cache.append(rows)
        return len(rows)
