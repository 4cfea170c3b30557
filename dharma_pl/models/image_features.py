"""Image features of a frozen vision tower: computed once, like the reference log-probs."""

import logging
from collections.abc import Callable
from inspect import signature
from typing import Any

import torch
from torch import nn
from torch.nn.modules.batchnorm import _BatchNorm
from transformers import PreTrainedModel

from dharma_pl.data.image_features import FOLDER, PIXELS, FeatureFiles, ImageFeatures
from dharma_pl.data.pair_inputs import PairInputs
from dharma_pl.data.preference import PreferenceData
from dharma_pl.data.reference_cache import ReferenceCache
from dharma_pl.errors import UsageError
from dharma_pl.errors import reason as reason_of
from dharma_pl.models.backbone import BackboneModule
from dharma_pl.models.forward import completion_states, unwrap
from dharma_pl.models.layout import CHECK_TOKENS, exactly, tolerance
from dharma_pl.ranks import failing_together

_log = logging.getLogger(__name__)


class FeatureCache:
    """Puts features in the place of pixels, from disk where they are there.

    The tower runs for the images of one prompt at a time, so that what it makes of them does not
    depend on the batch in which they come first.

    Args:
        model: whose vision tower and projector are frozen.
        cache: the model's folder; held against pruning for as long as the object lives.

    Attributes:
        files: where the features are, for those who load batches.
    """

    def __init__(self, model: PreTrainedModel, cache: ReferenceCache) -> None:
        self._body = _body(model)
        self.files = FeatureFiles(cache.folder / FOLDER)
        self._held = cache.hold()

    def put_in(self, inputs: PairInputs) -> PairInputs:
        """The same pairs without their pixels.

        Args:
            inputs: on the model's device, with the content keys of their images; features that
                were loaded with them stay.
        """

        def of_prompt(number: int) -> ImageFeatures:
            if inputs.loaded and (loaded := inputs.loaded[number]) is not None:
                return ImageFeatures(**loaded)
            key = inputs.images[number]
            if (found := self.files.read(key, inputs.completions.device)) is None:
                found = encoded(self._body, inputs, number)
                self.files.write(key, found)
            return found

        return _without_pixels(inputs, of_prompt)


def open_features(
    module: BackboneModule, data: PreferenceData, cache: ReferenceCache
) -> FeatureCache | None:
    """The features of a model's images; None, with a warning, where its family takes none.

    Batches then come without pixels where the files have all that is made of them.

    Args:
        module: has loaded its model and settled its layout.
        data: has read its pairs.
        cache: the model's folder.

    Raises:
        UsageError: something learns, or changes while training, that features are made by.
    """
    model = unwrap(module.loaded)
    if not hasattr(_body(model), "get_image_features"):
        return None
    with failing_together():
        if (reason := _why_never(model)) is None:
            _refuse_learning(model)
            reason = _why_not(module, data)
    if reason is None:
        features = FeatureCache(model, cache)
        data.take_features(features.files)
        return features
    if module.global_rank == 0:
        _log.warning("cache_images is off, images are encoded in every step: %s", reason)
    return None


def _refuse_learning(model: PreTrainedModel) -> None:
    decoder: Any = model.get_decoder()
    parts = (model.get_output_embeddings(), model.get_input_embeddings(), decoder)
    text = {p for part in parts if isinstance(part, nn.Module) for p in part.parameters()}
    learning = [n for n, p in model.named_parameters() if p.requires_grad and p not in text]
    if learning:
        raise UsageError(
            f"cache_images: image features depend on {len(learning)} weights that learn, first "
            f"{learning[0]}: freeze them (backbone.freeze_vision, backbone.lora), or leave "
            "cache_images out"
        )
    known = set(decoder.modules())
    if any(isinstance(m, _BatchNorm) for m in model.modules() if m not in known):
        raise UsageError(
            f"cache_images: the vision tower of {type(model).__name__} has batch norms, which "
            "change while the model learns: leave cache_images out"
        )


def _why_never(model: PreTrainedModel) -> str | None:
    """Why a model cannot run on features, as far as its class tells."""
    if "mm_encoder_outputs" not in signature(_body(model).forward).parameters:
        return f"{type(model).__name__} takes no image features in this version of transformers"
    if model.get_decoder() in (model, _body(model)):
        return f"{type(model).__name__} keeps its text model in an unknown place"
    return None


@torch.no_grad()
def _why_not(module: BackboneModule, data: PreferenceData) -> str | None:
    """Why a model cannot, as one pair tells: features must give what their pixels do."""
    model = unwrap(module.loaded)
    sample = data.sample_inputs(1, CHECK_TOKENS)
    sample = data.transfer_batch_to_device(sample, module.device, 0)
    with exactly(module.loaded, module.device):
        want = completion_states(module.loaded, sample, module.layout)
        try:
            of_features = _without_pixels(sample, lambda i: encoded(_body(model), sample, i))
            got = completion_states(module.loaded, of_features, module.layout)
        except Exception as error:  # models fail in their own ways on what they were not made for
            return f"{type(model).__name__} does not run on image features: {reason_of(error)}"
    off = (got - want).float().norm() / want.float().norm()
    if not off <= tolerance(model):
        return f"{type(model).__name__} makes something else of image features than of pixels"
    return None


def _body(model: PreTrainedModel) -> Any:
    return getattr(model, model.base_model_prefix)


def _without_pixels(inputs: PairInputs, of_prompt: Callable[[int], ImageFeatures]) -> PairInputs:
    gone = {name for name in inputs.pixels if name.startswith(PIXELS)}
    loaded = [found is not None for found in inputs.loaded]
    loaded = loaded or [False] * len(inputs.prompt_lengths)
    if not gone and not any(loaded):
        return inputs
    counts = zip(*(inputs.pixels[name] for name in gone), loaded, strict=True)
    return inputs._replace(
        prompts={name: value for name, value in inputs.prompts.items() if name not in gone},
        pixels={name: sizes for name, sizes in inputs.pixels.items() if name not in gone},
        features=[of_prompt(i) if any(count) else None for i, count in enumerate(counts)],
        loaded=(),
    )


@torch.no_grad()
def encoded(body: Any, inputs: PairInputs, number: int) -> ImageFeatures:
    """What a model's vision tower and projector make of the images of one prompt."""
    takes = signature(body.get_image_features).parameters
    given = {n: value for n, value in inputs.pixels_of([number]).items() if n in takes}
    output = body.get_image_features(**given, return_dict=True)
    return ImageFeatures(output.pooler_output, getattr(output, "deepstack_features", None))
