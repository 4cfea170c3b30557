"""What a frozen vision tower makes of images, kept on disk: one file for the images of a prompt.

Beside it lies what else a processor makes of the prompt, so that nothing decodes its images again.
"""

import logging
import uuid
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from transformers.utils.generic import ModelOutput

_log = logging.getLogger(__name__)

FOLDER, SUFFIX = "images", ".pt"
"""Where the files lie in a model's folder of the reference cache, and how they end."""

PROMPT_SUFFIX = ".prompt"
PIXELS = "pixel_"
"""How inputs begin that the vision tower alone reads; positions are made of grids too."""


@dataclass
class ImageFeatures(ModelOutput):
    """Of a model's `get_image_features`, what its body reads.

    Attributes:
        pooler_output: embeddings in the place of image tokens, [images, tokens, width] or a list
            with [tokens, width] of each image.
        deepstack_features: the same for each layer that is given some; None in most families.
    """

    pooler_output: Any = None
    deepstack_features: Any = None


def joined(parts: Sequence[ImageFeatures]) -> ImageFeatures:
    """Features of several prompts, one after the other, as if the images were of one batch."""
    layers = None
    if parts[0].deepstack_features is not None:
        layers = zip(*(part.deepstack_features for part in parts), strict=True)
    return ImageFeatures(
        _concatenated([part.pooler_output for part in parts]),
        None if layers is None else [_concatenated(layer) for layer in layers],
    )


def _concatenated(parts: Sequence[Any]) -> Any:
    if isinstance(parts[0], Tensor):
        return torch.cat(list(parts))
    return [image for part in parts for image in part]


class FeatureFiles:
    """A folder of image features, each found by the content of its images.

    A file is written under a name of its own and renamed, so that many ranks and many runs may add
    to a folder at once.

    Args:
        folder: made with the first file.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._is_full = False

    def read(self, key: str, device: torch.device) -> ImageFeatures | None:
        """The features, bit by bit as they were written; None where there are none to read."""
        path = self.folder / f"{key}{SUFFIX}"
        try:
            found = torch.load(path, map_location=device, weights_only=True)
            return ImageFeatures(found["pooler_output"], found["deepstack_features"])
        except FileNotFoundError:
            return None
        except Exception:  # of damaged files torch raises anything
            _log.warning("%s holds no image features: they are computed again", path)
            return None

    def write(self, key: str, features: ImageFeatures) -> None:
        """Keep features; a disk that takes none costs time alone, and one warning."""
        self._write(f"{key}{SUFFIX}", plain(features))

    def read_prompt(self, key: str) -> dict[str, Tensor] | None:
        """Inputs of a prompt but for its pixels; None where there are none to read."""
        path = self.folder / f"{key}{PROMPT_SUFFIX}"
        try:
            found: dict[str, Tensor] = torch.load(path, weights_only=True)
            return found if "input_ids" in found else None
        except Exception:  # not there, or damaged: it is made anew
            return None

    def write_prompt(self, key: str, inputs: Mapping[str, Tensor]) -> None:
        """Keep inputs of a prompt but for its pixels."""
        self._write(
            f"{key}{PROMPT_SUFFIX}",
            {name: _on_cpu(value) for name, value in inputs.items() if not name.startswith(PIXELS)},
        )

    def _write(self, name: str, value: Any) -> None:
        temporary = self.folder / f".{uuid.uuid4().hex}.tmp"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            torch.save(value, temporary)
            temporary.replace(self.folder / name)
        except (OSError, RuntimeError) as error:  # torch reports a full disk by the latter
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            if not self._is_full:
                _log.warning("image features are not kept in %s (%s)", self.folder, error)
            self._is_full = True


def plain(features: ImageFeatures) -> dict[str, Any]:
    """As a dict of tensors on the CPU, which files and batches hold."""
    return {name: _on_cpu(getattr(features, name)) for name in
            ("pooler_output", "deepstack_features")}  # fmt: skip


def _on_cpu(value: Any) -> Any:
    """Plain containers of tensors, none of them a view of something larger."""
    if isinstance(value, Tensor):
        return value.detach().cpu().clone()
    return None if value is None else [_on_cpu(item) for item in value]
