"""A model's language-model head as numbers to multiply by, whatever an adapter has made of it."""

from typing import NamedTuple

import torch
from peft.tuners.lora.layer import Linear as LoraLinear
from peft.utils.other import ModulesToSaveWrapper
from torch import Tensor, nn
from transformers import PreTrainedModel

from dharma_pl.errors import UsageError
from dharma_pl.functional.entropy import token_entropies
from dharma_pl.functional.logits import LowRank
from dharma_pl.functional.logprobs import token_logprobs

MULTIPLIED = {"hyperclovax"}
"""Families whose `logits_scaling` multiplies; everywhere else it divides."""


class Head(NamedTuple):
    """What turns hidden states into logits.

    Attributes:
        weight: [vocabulary, width].
        bias: [vocabulary].
        adapters: LoRA's first matrices, scale and second matrices on top of the weight.
        softcap: c of c * tanh(logits / c), as Gemma 2 has it.
        scale: logits are multiplied by it before the cap.
    """

    weight: Tensor
    bias: Tensor | None
    adapters: list[tuple[nn.Module, float, Tensor]]
    softcap: float | None
    scale: float

    def logprobs(self, hidden: Tensor, labels: Tensor) -> Tensor:
        """Log-probabilities of labels [tokens] under hidden states [tokens, width]; nats, fp32."""
        return token_logprobs(
            hidden, self.weight, labels, self.bias, low_rank=self._low_rank(hidden),
            softcap=self.softcap, scale=self.scale,
        )  # fmt: skip

    def entropies(self, hidden: Tensor) -> Tensor:
        """Entropies [tokens] of what hidden states [tokens, width] predict; nats, fp32."""
        return token_entropies(
            hidden, self.weight, self.bias, low_rank=self._low_rank(hidden),
            softcap=self.softcap, scale=self.scale,
        )  # fmt: skip

    def _low_rank(self, hidden: Tensor) -> LowRank | None:
        """B_1 A_1 + B_2 A_2 + ... as one product of low rank, never a matrix like the weight."""
        if not self.adapters:
            return None
        # peft keeps adapters in fp32 on weights of lower precision.
        states = [hidden.to(outer.dtype) for *_, outer in self.adapters]
        return (
            torch.cat(
                [s * inner(h) for (inner, s, _), h in zip(self.adapters, states, strict=True)], -1
            ),
            torch.cat([outer for *_, outer in self.adapters], dim=-1),
        )


def head_of(model: PreTrainedModel) -> Head:
    """The head of a transformers model, adapters in its layers included.

    Raises:
        UsageError: the head is of a kind whose logits are not known here.
    """
    layer = model.get_output_embeddings()
    adapters: list[tuple[nn.Module, float, Tensor]] = []
    if isinstance(layer, ModulesToSaveWrapper):
        active = layer.active_adapters
        on = bool(active) and not layer.disable_adapters
        layer = layer.modules_to_save[active[0]] if on else layer.original_module
    if isinstance(layer, LoraLinear) and not layer.lora_variant:
        adapters = _lora(layer)
        layer = layer.get_base_layer()
    if not isinstance(layer, nn.Linear) or not layer.weight.is_floating_point():
        raise UsageError(
            f"the head of {type(model).__name__} is a {type(layer).__name__}: expected a linear "
            "layer, with or without plain LoRA; leave it out of the adapter's target_modules"
        )
    softcap, scale = _logit_settings(model)
    return Head(layer.weight, layer.bias, adapters, softcap, scale)


def _lora(layer: LoraLinear) -> list[tuple[nn.Module, float, Tensor]]:
    if layer.disable_adapters or layer.merged:
        return []
    found: list[tuple[nn.Module, float, Tensor]] = []
    for name in layer.active_adapters:
        if name not in layer.lora_A:
            continue
        outer = layer.lora_B[name]
        if outer.bias is not None:
            raise UsageError("LoRA with a bias on the head is not supported: set lora_bias: false")
        inner = nn.Sequential(layer.lora_dropout[name], layer.lora_A[name])
        found.append((inner, layer.scaling[name], outer.weight))
    return found


def _logit_settings(model: PreTrainedModel) -> tuple[float | None, float]:
    """What some families do to logits after the head: Gemma caps, Granite divides, Cohere scales.

    Configurations name it without saying how; that it is done right is checked against the
    model's own logits where a run starts (`dharma_pl.models.layout`).
    """
    config = model.config.get_text_config()
    softcap = getattr(config, "final_logit_softcapping", None)
    softcap = softcap or getattr(config, "logits_soft_cap", None)
    scale = 1.0
    if divisor := getattr(config, "logits_scaling", None):
        scale = divisor if config.model_type in MULTIPLIED else 1.0 / divisor
    for name in ("logit_scale", "lm_head_multiplier"):
        scale *= getattr(config, name, None) or 1.0
    return softcap, scale
