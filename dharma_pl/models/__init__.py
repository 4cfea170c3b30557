"""LightningModules around one transformers model."""

from dharma_pl.models.abort import AbortOnLoop, AbortSettings
from dharma_pl.models.backbone import Backbone, BackboneModule, LoraSpec
from dharma_pl.models.dpo import DPOModule
from dharma_pl.models.reference import ReferenceModule
from dharma_pl.models.sampling import SamplingModule
from dharma_pl.models.sft import SFTModule

__all__ = [
    "AbortOnLoop",
    "AbortSettings",
    "Backbone",
    "BackboneModule",
    "DPOModule",
    "LoraSpec",
    "ReferenceModule",
    "SFTModule",
    "SamplingModule",
]
