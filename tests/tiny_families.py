"""Tiny random models of the families that share prompts, and a batch of pairs for each."""

from collections.abc import Callable
from functools import partial

import torch
from torch import Tensor
from transformers import (
    Gemma2Config,
    Gemma2ForCausalLM,
    Gemma3Config,
    Gemma3ForCausalLM,
    Gemma3ForConditionalGeneration,
    Gemma3TextConfig,
    LlamaConfig,
    LlamaForCausalLM,
    MistralConfig,
    MistralForCausalLM,
    PreTrainedModel,
    Qwen2_5_VLConfig,
    Qwen2_5_VLForConditionalGeneration,
    Qwen2Config,
    Qwen2ForCausalLM,
    Qwen2VLConfig,
    Qwen2VLForConditionalGeneration,
    Qwen3Config,
    Qwen3ForCausalLM,
    Qwen3VLConfig,
    Qwen3VLForConditionalGeneration,
)

from dharma_pl.data.pair_inputs import PairInputs
from dharma_pl.functional.losses import PairLogprobs
from dharma_pl.models.forward import pair_logprobs

VOCABULARY, IMAGE = 64, 60
TEXT = {
    "vocab_size": VOCABULARY,
    "hidden_size": 32,
    "intermediate_size": 48,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "head_dim": 8,
    "max_position_embeddings": 256,
    "initializer_range": 0.2,  # far from uniform, so that errors show
    "pad_token_id": 0,
    "bos_token_id": None,
    "eos_token_id": 1,
}
ROPE = {
    "rope_parameters": {"rope_type": "default", "rope_theta": 100.0, "mrope_section": [1, 1, 2]}
}
QWEN_VISION = {
    "depth": 2,
    "hidden_size": 16,
    "num_heads": 2,
    "patch_size": 4,
    "temporal_patch_size": 1,
    "out_hidden_size": 32,
    "initializer_range": 0.2,
}
MERGED = QWEN_VISION | {"intermediate_size": 24, "spatial_merge_size": 2}
TOKENS = {
    "image_token_id": IMAGE,
    "video_token_id": 61,
    "vision_start_token_id": 62,
    "vision_end_token_id": 63,
}
SIDES = [(2, 3), (4, 2), (2, 2), (3, 3)]
"""Image tokens down and across; the first two are of one prompt, the third's has none."""


def qwen_vl(kind: str) -> PreTrainedModel:
    if kind == "qwen2_vl":
        vision = QWEN_VISION | {"embed_dim": 16, "hidden_size": 32, "spatial_merge_size": 2}
        config = Qwen2VLConfig(text_config=TEXT | ROPE, vision_config=vision, **TOKENS)
        return Qwen2VLForConditionalGeneration(config)
    if kind == "qwen2_5_vl":
        vision = MERGED | {"window_size": 16, "fullatt_block_indexes": [1]}
        config = Qwen2_5_VLConfig(text_config=TEXT | ROPE, vision_config=vision, **TOKENS)
        return Qwen2_5_VLForConditionalGeneration(config)
    vision = MERGED | {"deepstack_visual_indexes": [0], "num_position_embeddings": 16}
    config = Qwen3VLConfig(text_config=TEXT | ROPE, vision_config=vision, **TOKENS)
    return Qwen3VLForConditionalGeneration(config)


GEMMA = TEXT | {"sliding_window": 6, "layer_types": ["sliding_attention", "full_attention"]}


def gemma_vision() -> PreTrainedModel:
    vision = {
        "hidden_size": 16, "intermediate_size": 24, "num_hidden_layers": 1,
        "num_attention_heads": 2, "image_size": 16, "patch_size": 4,
    }  # fmt: skip
    config = Gemma3Config(
        text_config=GEMMA, vision_config=vision, mm_tokens_per_image=4, image_token_id=IMAGE,
        image_token_index=IMAGE, boi_token_index=61, eoi_token_index=62,
    )  # fmt: skip
    model = Gemma3ForConditionalGeneration(config)
    model.model.multi_modal_projector.mm_input_projection_weight.data.normal_(std=0.2)
    return model


FAMILIES: dict[str, Callable[[], PreTrainedModel]] = {
    "llama": lambda: LlamaForCausalLM(LlamaConfig(**TEXT)),
    "qwen2": lambda: Qwen2ForCausalLM(
        Qwen2Config(**TEXT, use_sliding_window=True, sliding_window=6, max_window_layers=1)
    ),
    "qwen3": lambda: Qwen3ForCausalLM(Qwen3Config(**TEXT)),
    "mistral": lambda: MistralForCausalLM(MistralConfig(**TEXT, sliding_window=7)),
    "gemma2": lambda: Gemma2ForCausalLM(
        Gemma2Config(**GEMMA, query_pre_attn_scalar=8, final_logit_softcapping=3.0)
    ),
    "gemma3": lambda: Gemma3ForCausalLM(Gemma3TextConfig(**GEMMA, query_pre_attn_scalar=8)),
    "gemma3_vision": gemma_vision,
    "qwen2_vl": partial(qwen_vl, "qwen2_vl"),
    "qwen2_5_vl": partial(qwen_vl, "qwen2_5_vl"),
    "qwen3_vl": partial(qwen_vl, "qwen3_vl"),
}
ISSUE = ["llama", "qwen3", "mistral", "gemma3", "gemma3_vision", "qwen2_5_vl", "qwen3_vl"]


def build(family: str) -> PreTrainedModel:
    torch.manual_seed(0)
    model = FAMILIES[family]()
    model.set_attn_implementation("eager" if family == "gemma2" else "sdpa")
    return model.train()


def batch(family: str, change: int = 0) -> PairInputs:
    """Four pairs of three prompts: one prompt has three completions, two of them rejected.

    Prompts and completions differ in length, and two of the groups fit into one row.
    """
    generator = torch.Generator().manual_seed(1)
    sees = family.endswith(("vl", "vision"))
    texts = (30, 21, 5)
    images = ((0, 1), (), (3,)) if sees else ((), (), ())
    rows, kinds = [], []
    for text, numbers in zip(texts, images, strict=True):
        ids, kind = [torch.randint(2, 59, (3,), generator=generator)], [torch.zeros(3)]
        for number in numbers:
            count = 4 if family == "gemma3_vision" else SIDES[number][0] * SIDES[number][1]
            ids += [torch.tensor([62]), torch.full((count,), IMAGE), torch.tensor([63])]
            kind += [torch.zeros(1), torch.ones(count), torch.zeros(1)]
        ids.append(torch.randint(2, 59, (text,), generator=generator))
        kind.append(torch.zeros(text))
        rows.append(torch.cat(ids))
        kinds.append(torch.cat(kind).long())
    lengths = [len(row) for row in rows]
    prompts = {
        "input_ids": torch.nn.utils.rnn.pad_sequence(rows, batch_first=True),
        "attention_mask": torch.nn.utils.rnn.pad_sequence(
            [torch.ones_like(row) for row in rows], batch_first=True
        ),
    }
    pixels: dict[str, list[int]] = {}
    if sees:
        types = torch.nn.utils.rnn.pad_sequence(kinds, batch_first=True)
        if family == "gemma3_vision":
            prompts["token_type_ids"] = types
            prompts["pixel_values"] = torch.randn(3, 3, 16, 16, generator=generator)
            pixels["pixel_values"] = [len(numbers) for numbers in images]
        else:
            prompts["mm_token_type_ids"] = types
            grids = [
                [1, 2 * high, 2 * wide] for n in images for high, wide in (SIDES[i] for i in n)
            ]
            prompts["image_grid_thw"] = torch.tensor(grids)
            sizes = [sum(4 * SIDES[i][0] * SIDES[i][1] for i in numbers) for numbers in images]
            prompts["pixel_values"] = torch.randn(sum(sizes), 3 * 16, generator=generator)
            pixels = {"pixel_values": sizes, "image_grid_thw": [len(n) for n in images]}
    completion_lengths = [5, 14, 8, 11, 3, 1, 6]
    completions = torch.zeros(7, 14, dtype=torch.long)
    for number, length in enumerate(completion_lengths):
        completions[number, :length] = torch.randint(2, 59, (length,), generator=generator)
    completions[1, :14] = (completions[1, :14] + change - 2) % 57 + 2
    return PairInputs(
        prompts, lengths, pixels, completions, completion_lengths,
        owners=[0, 0, 0, 1, 1, 2, 2], chosen=[0, 0, 3, 5], rejected=[1, 2, 4, 6], pad_id=0,
    )  # fmt: skip


def loss_of(sides: PairLogprobs) -> Tensor:
    """Weighs every token differently, and the shared chosen side twice."""
    total = torch.zeros(())
    for sign, values, mask in (
        (1.0, sides.chosen, sides.chosen_mask), (-0.7, sides.rejected, sides.rejected_mask)
    ):  # fmt: skip
        weights = torch.linspace(0.5, 1.5, mask.sum())
        total = total + sign * (values[mask] * weights).sum()
    return total


def measured(model, inputs, layout):
    model.zero_grad()
    sides = pair_logprobs(model, inputs, layout)
    loss_of(sides).backward()
    grads = {n: p.grad.clone() for n, p in model.named_parameters() if p.grad is not None}
    return sides, grads
