"""Which model this is, by content: fingerprints of weights, adapter and settings."""

import hashlib
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import torch
from peft import PeftModel
from torch import Tensor
from transformers import PreTrainedModel

from dharma_pl.artifacts import fingerprint

ORIGIN = ("architectures", "dtype", "torch_dtype", "transformers_version", "use_cache")
"""Entries of a configuration that change no log-probability; weights know their own dtype."""

SCALING = ("r", "lora_alpha", "rank_pattern", "alpha_pattern", "use_rslora", "use_dora")
"""What an adapter's update depends on beside its weights."""

_LORA = re.compile(r"^(?P<layer>.*)\.(?P<part>lora_\w+?)(\.|$)")
"""A tensor of an adapter in peft's names: `<layer>.lora_A.default.weight` and its like."""


def weights_fingerprint(tensors: Mapping[str, Tensor]) -> str:
    """Identify weights by content: names, dtypes, shapes and bytes; 32 hexadecimal digits."""

    def digest(item: tuple[str, Tensor]) -> bytes:
        name, tensor = item
        data = tensor.detach().cpu().contiguous()
        head = f"{name}|{data.dtype}|{tuple(data.shape)}|".encode()
        return hashlib.sha256(head + data.flatten().view(torch.uint8).numpy().tobytes()).digest()

    with ThreadPoolExecutor() as pool:  # hashing releases the GIL
        parts = pool.map(digest, sorted(tensors.items()))
        return hashlib.sha256(b"".join(parts)).hexdigest()[:32]


def model_identity(model: PreTrainedModel | PeftModel) -> dict[str, str]:
    """Fingerprints of what a model's forward pass depends on: base, adapter and settings.

    An adapter whose B is zero changes nothing, so neither it nor its random A counts: a fresh
    LoRA on a base is that base, whatever the seed.
    """
    base, adapter = _split_adapter(model.state_dict())
    parts = {
        "base": weights_fingerprint(base),
        "config": fingerprint(_settings(model.config.to_dict())),
    }
    if adapter:
        configs = model.peft_config.values() if isinstance(model, PeftModel) else ()
        scaling = [{name: getattr(config, name, None) for name in SCALING} for config in configs]
        parts["adapter"] = weights_fingerprint(adapter)
        parts["adapter_scaling"] = fingerprint(scaling)
    return parts


def _split_adapter(
    tensors: Mapping[str, Tensor],
) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """A base's own tensors by its own names, and those of an adapter that changes something."""
    marked = {name: _LORA.search(name) for name in tensors}
    zero = {
        mark.group("layer")
        for name, mark in marked.items()
        if mark and "_B" in mark.group("part") and not tensors[name].any()
    }
    scaled = {  # DoRA learns a magnitude beside A and B
        mark.group("layer")
        for mark in marked.values()
        if mark and "magnitude" in mark.group("part")
    }
    base: dict[str, Tensor] = {}
    adapter: dict[str, Tensor] = {}
    for name, tensor in tensors.items():
        mark = marked[name]
        if mark is None:
            base[name.removeprefix("base_model.model.").replace(".base_layer.", ".")] = tensor
        elif mark.group("layer") not in zero - scaled:
            adapter[name] = tensor
    return base, adapter


def _settings(value: Any) -> Any:
    """A configuration without what says where the weights came from, all the way down."""
    if not isinstance(value, dict):
        return value
    return {
        key: _settings(item)
        for key, item in value.items()
        if key not in ORIGIN and not str(key).startswith("_")
    }
