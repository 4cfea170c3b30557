"""The transformers model inside every LightningModule here: load, adapt, freeze, identify, save."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import lightning as L
import torch
from lightning.pytorch.utilities.exceptions import SIGTERMException
from peft import LoraConfig, PeftModel, get_peft_model
from peft.tuners.lora import LoraLayer
from safetensors import SafetensorError
from torch import nn
from transformers import (
    AutoConfig,
    AutoModelForCausalLM,
    AutoModelForImageTextToText,
    BitsAndBytesConfig,
    PreTrainedModel,
)
from transformers.models.auto.modeling_auto import MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING
from transformers.utils.import_utils import is_bitsandbytes_available

from dharma_pl.artifacts import fingerprint
from dharma_pl.data.processor import Encoder, load_processor, resolve
from dharma_pl.errors import DataError, UsageError
from dharma_pl.models.cast_once import share_casts
from dharma_pl.models.gated_mlp import keep_less
from dharma_pl.models.identity import model_identity
from dharma_pl.models.patch_embed import linear_patch_embed
from dharma_pl.models.rms_norm import lean_norms

VISION_TOWERS = ("visual", "vision_tower", "vision_model")
"""What transformers calls the vision encoder inside its models."""


@dataclass
class LoraSpec:
    """A LoRA adapter (Hu et al. 2021, arXiv 2106.09685).

    Attributes:
        rank: width of the adapter.
        alpha: the update is scaled by alpha / rank.
        dropout: on the adapter's input; 0 keeps policy and reference on one forward path.
        target_modules: peft's names of the layers, or `all-linear`.
    """

    rank: int = 16
    alpha: int = 32
    dropout: float = 0.0
    target_modules: str | list[str] = "all-linear"


@dataclass
class Backbone:
    """Which model, and which part of it learns.

    Attributes:
        name_or_path: a Hugging Face folder or name, or `demo:base`, `demo:text_base`.
        adapter_path: a peft adapter to start from and go on training.
        lora: train a new LoRA adapter; without it and without an adapter, train the weights.
        freeze_vision: leave the vision encoder as it is.
        dtype: of the weights; `auto` takes the checkpoint's.
        attn_implementation: as transformers names it.
        gradient_checkpointing: trade time for activation memory.
        compile: `torch.compile` for the layers of the text model.
        quantize: load the weights in 4 or 8 bits by bitsandbytes; an adapter learns on top
            (QLoRA, Dettmers et al. 2023, arXiv 2305.14314).
    """

    name_or_path: str
    adapter_path: str | None = None
    lora: LoraSpec | None = None
    freeze_vision: bool = True
    dtype: Literal["auto", "float32", "bfloat16", "float16"] = "float32"
    attn_implementation: str = "sdpa"
    gradient_checkpointing: bool = False
    compile: bool = False
    quantize: Literal["nf4", "int8"] | None = None


def load_base(spec: Backbone) -> PreTrainedModel:
    """Load the pretrained weights alone.

    Raises:
        DataError: the folder or name has no usable configuration or weights.
    """
    path = resolve(spec.name_or_path)
    dtype = spec.dtype if spec.dtype == "auto" else getattr(torch, spec.dtype)
    options = _quantization(spec)
    try:
        config = AutoConfig.from_pretrained(path)
        sees = type(config) in MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING
        kind = AutoModelForImageTextToText if sees else AutoModelForCausalLM
        loaded: Any = kind.from_pretrained(
            path, dtype=dtype, attn_implementation=spec.attn_implementation, use_safetensors=True,
            output_loading_info=True, **options,
        )  # fmt: skip
    except (OSError, RuntimeError, ValueError, KeyError, SafetensorError, ImportError) as error:
        reason = str(error).strip().splitlines()[0]
        raise DataError(
            f"backbone.name_or_path={spec.name_or_path}: expected a transformers model with "
            f"safetensors weights, got: {reason}"
        ) from error
    model, loading = loaded
    if missing := loading["missing_keys"]:  # transformers has put random numbers there
        raise DataError(
            f"backbone.name_or_path={spec.name_or_path}: its weights lack {len(missing)} tensors "
            f"of {type(model).__name__}, first {min(missing)}; give a complete model"
        )
    assert isinstance(model, PreTrainedModel)
    if getattr(model, "is_quantized", False) and spec.lora is None and spec.adapter_path is None:
        raise UsageError(
            f"backbone.name_or_path={spec.name_or_path}: quantized weights cannot be trained "
            "themselves; give backbone.lora or backbone.adapter_path"
        )
    linear_patch_embed(model)
    return model


def _quantization(spec: Backbone) -> dict[str, Any]:
    """What `from_pretrained` needs to load quantized weights.

    Raises:
        UsageError: bitsandbytes is not installed.
    """
    if spec.quantize is None:
        return {}
    if not is_bitsandbytes_available():
        raise UsageError(
            f"backbone.quantize={spec.quantize} needs bitsandbytes, which is not installed: "
            "pip install bitsandbytes, or leave backbone.quantize out"
        )
    compute = torch.bfloat16 if spec.dtype == "auto" else getattr(torch, spec.dtype)
    config = BitsAndBytesConfig(
        load_in_4bit=spec.quantize == "nf4",
        load_in_8bit=spec.quantize == "int8",
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=compute,
    )
    # Each process loads onto its own device: quantized weights are not moved afterwards.
    device = torch.cuda.current_device() if torch.cuda.is_available() else "cpu"
    return {"quantization_config": config, "device_map": {"": device}}


def load_adapter(model: PreTrainedModel, path: str) -> PeftModel:
    """Load a peft adapter onto its base, ready to be trained on.

    Raises:
        DataError: the folder has no adapter, or one for another base.
    """
    if not (Path(path) / "adapter_config.json").is_file():
        raise DataError(f"backbone.adapter_path={path}: expected a peft adapter folder, found none")
    try:
        return without_casts(PeftModel.from_pretrained(model, path, is_trainable=True))
    except (OSError, ValueError, RuntimeError) as error:
        reason = str(error).strip().splitlines()[0]
        raise DataError(f"backbone.adapter_path={path} does not fit the base: {reason}") from error


def add_lora(model: PreTrainedModel, spec: LoraSpec, *, freeze_vision: bool) -> PeftModel:
    """Put a fresh adapter on a base; it changes nothing until it is trained."""
    towers = rf".*\b({'|'.join(VISION_TOWERS)})\b.*"
    sees = any(re.fullmatch(towers, name) for name, _ in model.named_modules())
    config = LoraConfig(
        r=spec.rank,
        lora_alpha=spec.alpha,
        lora_dropout=spec.dropout,
        target_modules=spec.target_modules,
        exclude_modules=towers if freeze_vision and sees else None,
        task_type="CAUSAL_LM",
    )
    adapted = get_peft_model(model, config)
    assert isinstance(adapted, PeftModel)
    return without_casts(adapted)


class _UnlessAutocast:
    """False where autocast casts the inputs of a matrix product itself."""

    def __bool__(self) -> bool:
        return not (torch.is_autocast_enabled("cuda") or torch.is_autocast_enabled("cpu"))


def without_casts(model: PeftModel) -> PeftModel:
    """Keep peft from casting an adapter's input to fp32 where autocast casts it back at once.

    The numbers are the same; the two copies are not made, and the second is not kept for the
    backward pass beside the base layer's own.
    """
    for layer in model.modules():
        if isinstance(layer, LoraLayer):
            layer.cast_input_dtype_enabled = _UnlessAutocast()  # type: ignore[assignment]
    return model


def freeze_vision_tower(model: nn.Module) -> int:
    """Switch gradients off in the vision encoder; returns how many parameters that froze."""
    frozen = 0
    for name, parameter in model.named_parameters():
        if any(part in VISION_TOWERS for part in name.split(".")):
            parameter.requires_grad_(False)
            frozen += parameter.numel()
    return frozen


def checkpoint_activations(model: PreTrainedModel | PeftModel) -> None:
    """Keep each layer's input alone, and run the layer again in the backward pass."""
    name = "activation_checkpointing_enable"  # its name from transformers 5.23 on
    enable = getattr(model, name, None) or model.gradient_checkpointing_enable
    # Reentrant checkpoints give no gradient where the inputs need none (LoRA).
    enable({"use_reentrant": False})


def compile_layers(model: PreTrainedModel) -> None:
    """Compile each layer of the text model: one graph for all of them, whatever the batch's shape.

    Raises:
        UsageError: the model keeps its layers in an unknown place.
    """
    layers = getattr(model.get_decoder(), "layers", None)
    if layers is None:
        raise UsageError(f"backbone.compile: found no layers in {type(model).__name__}")
    for layer in layers:
        layer.compile(dynamic=True)


class BackboneModule(L.LightningModule):
    """A LightningModule around one backbone.

    Args:
        backbone: which model, and which part of it learns.

    Attributes:
        model: the transformers (or peft) model, from `configure_model` on.
        weights: fingerprint of the weights as loaded; a fresh LoRA adapter does not count,
            since it changes nothing yet.
        layout: of pairs, as `dharma_pl.models.layout` has settled it.
        identity: the fingerprints that `weights` is made of.
        features: where image features are cached, the cache of them.
    """

    def __init__(self, backbone: Backbone) -> None:
        super().__init__()
        self.backbone = backbone
        self.model: PreTrainedModel | PeftModel | None = None
        self.weights = ""
        self.layout: Literal["shared", "two"] = "two"
        self.identity: dict[str, str] = {}
        self.features: Any = None  # a FeatureCache
        self._versions: dict[int, int] = {}
        self.strict_loading = False  # checkpoints hold what learns; on_load_checkpoint checks

    @cached_property
    def processor(self) -> Encoder:
        """What turns prompts and images into inputs."""
        return load_processor(resolve(self.backbone.name_or_path))

    def configure_model(self) -> None:
        """Load the model once, on the host, before any strategy shards it."""
        if self.model is not None:
            return
        spec = self.backbone
        base = load_base(spec)
        model: PreTrainedModel | PeftModel = base
        if spec.adapter_path is not None:
            model = load_adapter(base, spec.adapter_path)
        self._identify(model)
        if spec.adapter_path is None and spec.lora is not None:
            model = add_lora(base, spec.lora, freeze_vision=spec.freeze_vision)
        if spec.freeze_vision:
            freeze_vision_tower(model)
        if spec.gradient_checkpointing:
            checkpoint_activations(model)
        if spec.compile:
            compile_layers(base)
        if not (spec.gradient_checkpointing or spec.compile):  # which keep less still
            keep_less(base)
        if not spec.compile:  # which merges such passes itself
            lean_norms(base)
            share_casts(base)
        self.model = model
        self._versions = self._current_versions()

    def _identify(self, model: PreTrainedModel | PeftModel) -> None:
        self.identity = model_identity(model)
        self.weights = fingerprint(self.identity)

    def _current_versions(self) -> dict[int, int]:
        return {id(tensor): tensor._version for tensor in self.loaded.parameters()}

    def identify_again(self) -> None:
        """Fingerprint anew where weights were written to since they were loaded.

        A model that was changed in memory, or trained by an earlier fit of the same object, is
        not the one on disk. Parameters that a strategy has put in the place of others count as
        unchanged.
        """
        now = self._current_versions()
        if any(now.get(key, version) != version for key, version in self._versions.items()):
            self._identify(self.loaded)
            self._versions = now

    @property
    def loaded(self) -> PreTrainedModel | PeftModel:
        """The model; an invariant once Lightning has called `configure_model`."""
        assert self.model is not None
        return self.model

    def trainable(self) -> Iterator[tuple[str, nn.Parameter]]:
        """Names and parameters that learn."""
        return ((n, p) for n, p in self.named_parameters() if p.requires_grad)

    def on_predict_batch_start(
        self, batch: object, batch_idx: int, dataloader_idx: int = 0
    ) -> None:
        """Stop between batches when told to; of Lightning's loops this one alone does not."""
        if self.trainer.received_sigterm:
            raise SIGTERMException

    def on_save_checkpoint(self, checkpoint: dict[str, Any]) -> None:
        """Keep what learns; the frozen base is on disk already."""
        learns = {name for name, _ in self.trainable()}
        checkpoint["state_dict"] = {
            name: value for name, value in checkpoint["state_dict"].items() if name in learns
        }
        checkpoint["dharma_weights"] = self.weights

    def on_load_checkpoint(self, checkpoint: dict[str, Any]) -> None:
        """Check what non-strict loading would hide: another base, or parameters left out.

        Raises:
            DataError: the checkpoint does not belong to this model.
        """
        started_from = checkpoint.get("dharma_weights")
        if started_from != self.weights:
            raise DataError(
                f"the checkpoint was trained from weights {started_from}, but "
                f"{self.backbone.name_or_path} has {self.weights}; resume with the model it "
                "started from, or start anew without --ckpt_path"
            )
        missing = {name for name, _ in self.trainable()} - checkpoint["state_dict"].keys()
        if missing:
            raise DataError(
                f"the checkpoint lacks {len(missing)} trainable parameters, first "
                f"{min(missing)}; backbone.lora or freeze_vision differ from its run"
            )

    def export(self, folder: Path) -> None:
        """Write the model (an adapter alone where one was trained) and its processor."""
        self.loaded.save_pretrained(str(folder))
        self.processor.save_pretrained(str(folder))
