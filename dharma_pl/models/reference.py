"""Reference log-probabilities: computed once, kept on disk, addressed by content."""

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import torch

from dharma_pl.artifacts import fingerprint, library_versions
from dharma_pl.data.pair_inputs import PairInputs
from dharma_pl.data.preference import PreferenceData
from dharma_pl.data.reference_cache import Hold, ReferenceCache
from dharma_pl.errors import DataError, GateError, UsageError
from dharma_pl.models.backbone import Backbone, BackboneModule
from dharma_pl.models.forward import pair_logprobs, unwrap
from dharma_pl.models.image_features import open_features
from dharma_pl.models.layout import Wanted, settle_layout
from dharma_pl.models.trainable import disable_dropout
from dharma_pl.ranks import failing_together

FORMAT_VERSION = 4


def key_parts(module: BackboneModule) -> dict[str, Any]:
    """Everything about the model and its arithmetic that a log-probability depends on."""
    spec = module.backbone
    return {
        "format_version": FORMAT_VERSION,
        "weights": module.weights,
        "precision": str(module.trainer.precision),
        "dtype": spec.dtype,
        "attn_implementation": unwrap(module.loaded).config.get_text_config()._attn_implementation,
        "layout": module.layout,
        "compile": spec.compile,
    }


def model_key(module: BackboneModule) -> str:
    """Name of the model's folder in the cache: 32 hexadecimal digits."""
    return fingerprint("reference", key_parts(module))


def open_cache(module: BackboneModule, root: str) -> ReferenceCache:
    """The model's folder of the cache, with a `model.json` that says what its name stands for."""
    if module.trainer.ckpt_path is None:  # a resumed policy's reference is what it started from
        module.identify_again()
    key = model_key(module)
    cache = ReferenceCache(root, key)
    spec = module.backbone
    called = {"name_or_path": spec.name_or_path, "adapter_path": spec.adapter_path}
    cache.describe(
        {"key": key, **called, **key_parts(module), "weights_parts": module.identity,
         "versions": library_versions()}
    )  # fmt: skip
    return cache


def model_inputs(module: BackboneModule, batch: dict[str, Any]) -> PairInputs:
    """A batch's pairs, with features for pixels where the module caches those."""
    inputs: PairInputs = batch["inputs"]
    return inputs if module.features is None else module.features.put_in(inputs)


def reference_rows(module: BackboneModule, batch: dict[str, Any]) -> list[dict[str, Any]]:
    """Cache rows of one batch of pairs, by the forward path that training uses."""
    logprobs = pair_logprobs(module.loaded, model_inputs(module, batch), module.layout)
    sides = {
        "chosen_logprobs": (logprobs.chosen, logprobs.chosen_mask),
        "rejected_logprobs": (logprobs.rejected, logprobs.rejected_mask),
    }
    return [
        {"key": key, "pair_id": pair_id}
        | {name: values[i][mask[i]].tolist() for name, (values, mask) in sides.items()}
        for i, (key, pair_id) in enumerate(zip(batch["keys"], batch["pair_ids"], strict=True))
    ]


def _live_rows(
    module: BackboneModule, data: PreferenceData, keys: set[str]
) -> Iterator[list[dict[str, Any]]]:
    """Rows of some pairs batch by batch, every rank its share, under the trainer's precision."""
    trainer, device = module.trainer, module.device
    with _evaluating(module):
        for batch in data.reference_loader(keys):
            batch = data.transfer_batch_to_device(batch, device, 0)
            with torch.no_grad(), trainer.precision_plugin.forward_context():
                try:
                    rows = reference_rows(module, batch)
                except ValueError as error:  # transformers, of inputs that do not fit together
                    raise DataError(
                        f"pairs {', '.join(batch['pair_ids'])}: the model refuses their inputs "
                        f"({str(error).strip().splitlines()[0]})"
                    ) from error
            yield rows


@contextmanager
def _evaluating(module: BackboneModule) -> Iterator[None]:
    """As while training, but for dropout, which is off there too."""
    was_training = module.loaded.training
    module.loaded.train(_is_quantized(module))
    try:
        yield
    finally:
        module.loaded.train(was_training)


def _is_quantized(module: BackboneModule) -> bool:
    """True for weights of bitsandbytes, which runs other kernels in `eval`, by 0.1 nats a token."""
    return bool(getattr(unwrap(module.loaded), "is_quantized", False))


def compute_reference(
    module: BackboneModule, data: PreferenceData, cache: ReferenceCache, missing: set[str]
) -> None:
    """Fill the cache for some pairs."""
    with failing_together():
        for rows in _live_rows(module, data, missing):
            cache.append(rows)
    module.trainer.strategy.barrier("reference log-probs")


def verify_reference(
    module: BackboneModule,
    data: PreferenceData,
    cache: ReferenceCache,
    keys: set[str],
    *,
    count: int,
    seed: int,
    tolerance: float,
) -> None:
    """Recompute a random sample of rows that came from disk, and compare.

    Args:
        module: the policy before its first update, which is the reference.
        data: holds the rows that were loaded.
        cache: where they came from.
        keys: content keys of the rows that this run did not compute.
        count: size of the sample.
        seed: of the sample.
        tolerance: largest mean absolute difference of a side, in nats a token.

    Raises:
        GateError: a row differs; names its pair and the difference.
    """
    sample = set(random.Random(seed).sample(sorted(keys), min(count, len(keys))))
    if not sample:
        return
    worst, message = 0.0, ""
    with failing_together():
        for rows in _live_rows(module, data, sample):
            for row in rows:
                for side in ("chosen", "rejected"):
                    difference = _distance(row[f"{side}_logprobs"], data, row["key"], side)
                    if not difference <= worst:
                        worst = difference
                        message = (
                            f"pair {row['pair_id']}: its {side} side differs by {worst:.4f} nats "
                            f"a token (allowed: {tolerance})"
                        )
        if not worst <= tolerance:
            raise GateError(
                f"the reference cache {cache.folder} is not of this model. {message}; likely "
                "causes: a folder copied from another model, other hardware or library versions, "
                "a damaged shard. Recompute with: python -m dharma_pl reference --prune "
                f"--key {cache.folder.name} --cache_dir {cache.folder.parent}"
            )


def _distance(live: list[float], data: PreferenceData, key: str, side: str) -> float:
    """Mean absolute difference to the loaded row, infinite where they cannot be compared."""
    cached = getattr(data.reference[key], side)
    if len(live) != len(cached):
        return float("inf")
    difference = float((torch.tensor(live) - cached).abs().mean())
    return difference if difference == difference else float("inf")


class ReferenceModule(BackboneModule):
    """Fills the reference cache ahead of `fit`, as the `predict` verb.

    Args:
        backbone: the model that DPO will start from.
        cache_dir: where reference log-probabilities are kept.
        layout: as `DPOModule` will have it.
        cache_images: as for `DPOModule`: image features of the pairs computed here are kept too.
    """

    def __init__(
        self,
        backbone: Backbone,
        cache_dir: str = "runs/reference",
        layout: Wanted = "auto",
        cache_images: bool = False,
    ) -> None:
        super().__init__(backbone)
        self.cache_dir, self.wanted_layout = cache_dir, layout
        self.cache_images = cache_images
        self.cache: ReferenceCache | None = None
        self._held: Hold | None = None

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
        self.cache = open_cache(self, self.cache_dir)
        data.take_features(None)
        if self.cache_images:
            self.features = open_features(self, data, self.cache)
        self._held = self.cache.hold()
        return self.trainer.strategy.broadcast(self.cache.missing(wanted))

    def on_predict_start(self) -> None:
        """Lightning has just chosen `eval`."""
        self.loaded.train(_is_quantized(self))

    def predict_step(self, batch: dict[str, Any], batch_idx: int) -> int:
        """Compute and append what the cache lacks; returns how many rows that were."""
        assert self.cache is not None
        rows = reference_rows(self, batch)
        self.cache.append(rows)
        return len(rows)

    def on_predict_end(self) -> None:
        """Let the folder go."""
        self.features = None
        if self._held is not None:
            self._held.close()
