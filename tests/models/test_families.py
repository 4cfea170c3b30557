"""Families whose masks are made in ways not known here are refused in one line."""

from types import SimpleNamespace

import pytest
import torch
from lightning.pytorch.strategies import (
    FSDPStrategy,
    ModelParallelStrategy,
    SingleDeviceStrategy,
)
from transformers import (
    MllamaConfig,
    MllamaForConditionalGeneration,
    MllamaProcessor,
    PaliGemmaConfig,
    PaliGemmaForConditionalGeneration,
    PaliGemmaProcessor,
)
from transformers.models.mllama.image_processing_pil_mllama import MllamaImageProcessorPil
from transformers.models.siglip.image_processing_pil_siglip import SiglipImageProcessorPil

from dharma_pl.data.preference import PreferenceData
from dharma_pl.data.sft import SFTData
from dharma_pl.errors import UsageError
from dharma_pl.models.layout import settle_inputs


def mllama(parts):
    """Its cross-attention mask has a row a token of the prompt, and none for what follows."""
    tokenizer = parts.tokenizer("<eos>", ["<|image|>", "<|python_tag|>", "<bos>"], None)
    tokenizer.bos_token = "<bos>"
    images = MllamaImageProcessorPil(size={"height": 28, "width": 28}, max_image_tiles=1)
    text = parts.text(tokenizer) | {"bos_token_id": 1, "cross_attention_layers": [1]}
    del text["head_dim"]
    vision = {
        "hidden_size": 32, "num_hidden_layers": 2, "num_global_layers": 1, "attention_heads": 2,
        "intermediate_size": 48, "vision_output_dim": 64, "image_size": 28, "patch_size": 14,
        "max_num_tiles": 1, "intermediate_layers_indices": [0], "supported_aspect_ratios": [[1, 1]],
    }  # fmt: skip
    image = tokenizer.convert_tokens_to_ids("<|image|>")
    config = MllamaConfig(text_config=text, vision_config=vision, image_token_index=image)
    return MllamaForConditionalGeneration(config), MllamaProcessor(images, tokenizer)


def paligemma(parts):
    """Tokens of type 0 see one another, and completions are of type 0 here."""
    tokenizer = parts.tokenizer("<eos>", ["<image>", "<bos>"], None)
    tokenizer.bos_token = "<bos>"
    images = SiglipImageProcessorPil(size={"height": 28, "width": 28})
    images.image_seq_length = 4
    config = PaliGemmaConfig(
        text_config=parts.text(tokenizer) | {"model_type": "gemma"},
        vision_config=parts.vision()
        | {"model_type": "siglip_vision_model", "projection_dim": 32, "num_image_tokens": 4},
        image_token_index=tokenizer.convert_tokens_to_ids("<image>"),
        projection_dim=32,
        hidden_size=32,
    )
    return PaliGemmaForConditionalGeneration(config), PaliGemmaProcessor(images, tokenizer)


# PaliGemma's processor.
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
@pytest.mark.parametrize(
    ("build", "message"),
    [
        (mllama, r"^MllamaForConditionalGeneration does not run on a prompt followed by an output"),
        (paligemma, r"^PaliGemmaForConditionalGeneration sees later tokens of an output"),
    ],
)
def test_a_family_that_is_not_known_is_refused_in_one_line(
    build, message, builders, trainer, make_dpo, make_sft, pairs_of, write_pairs, page_documents,
    tmp_path,
):  # fmt: skip
    torch.manual_seed(0)
    model, processor = build(builders)
    path = builders.save(tmp_path / "model", model, processor, [processor.tokenizer.eos_token_id])
    pairs = write_pairs(tmp_path / "pairs", pairs_of(path))
    fits = [
        (make_dpo(path), PreferenceData(pairs, page_documents, path)),
        (make_dpo(path, layout="two"), PreferenceData(pairs, page_documents, path)),
        (make_sft(path), SFTData(page_documents, path)),
    ]
    for module, data in fits:
        with pytest.raises(UsageError, match=message) as caught:
            trainer(max_steps=1).fit(module, data)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("strategy", [FSDPStrategy, ModelParallelStrategy])
def test_sharded_weights_are_not_tried(strategy):
    """They are no matrices outside of the strategy's own forward pass: every family would fail."""
    settle_inputs(SimpleNamespace(trainer=SimpleNamespace(strategy=strategy())), {})
    whole = SimpleNamespace(trainer=SimpleNamespace(strategy=SingleDeviceStrategy()))
    with pytest.raises(AttributeError, match="loaded"):
        settle_inputs(whole, {})
