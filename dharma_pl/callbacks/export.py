"""Writes the trained model as a Hugging Face folder when a fit ends."""

import shutil
import time
from pathlib import Path

import lightning as L

from dharma_pl.artifacts import Manifest, fingerprint, library_versions, write_manifest
from dharma_pl.errors import UsageError
from dharma_pl.models.backbone import BackboneModule


class ModelExport(L.Callback):
    """Exports the model, or the adapter where one was trained, with its processor.

    The folder opens with `from_pretrained` and is a valid `backbone.name_or_path` (or
    `adapter_path`). Its manifest is written last: where it is, the fit was finished.

    Args:
        folder: where the model goes.
        plan: fingerprint of what was to be trained, by which `run` knows a finished fit.
    """

    def __init__(self, folder: str, plan: str = "") -> None:
        self.folder, self.plan = Path(folder), plan
        self._started = time.monotonic()

    def on_fit_start(self, trainer: L.Trainer, pl_module: L.LightningModule) -> None:
        """Start the clock."""
        self._started = time.monotonic()

    def on_fit_end(self, trainer: L.Trainer, pl_module: L.LightningModule) -> None:
        """Write to a temporary folder, then put it in place.

        Not `on_train_end`: a fit resumed after its last step has nothing left to train, and
        Lightning skips the loop with its hooks.
        """
        if not isinstance(pl_module, BackboneModule):
            raise UsageError(
                f"ModelExport exports a BackboneModule, got {type(pl_module).__name__}"
            )
        if not trainer.is_global_zero or trainer.interrupted:
            return
        temporary = self.folder.with_name(f".{self.folder.name}.tmp")
        shutil.rmtree(temporary, ignore_errors=True)
        pl_module.export(temporary)
        shutil.rmtree(self.folder, ignore_errors=True)
        temporary.replace(self.folder)
        config = {"plan": self.plan, "started_from": pl_module.weights}
        manifest = Manifest(
            kind="model",
            fingerprint=fingerprint("model", config, trainer.global_step),
            config=config,
            versions=library_versions(),
            notes={"steps": trainer.global_step},
            seconds=round(time.monotonic() - self._started, 3),
        )
        write_manifest(self.folder, manifest)
