"""Make what `bench_dpo.py` measures on: random weights, a processor, pages and pairs, all seeded.

    python tools/bench_dpo_material.py SHAPE MODEL PAIRS DEVICE FOLDER

Words are whole tokens of a made-up vocabulary, so that TRL, which tokenizes text again, trains on
the very token ids that the pairs hold.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from PIL import Image
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import (
    GenerationConfig,
    LlamaConfig,
    LlamaForCausalLM,
    PreTrainedModel,
    PreTrainedTokenizerFast,
    Qwen2_5_VLConfig,
    Qwen2_5_VLForConditionalGeneration,
    Qwen2_5_VLProcessor,
)
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import Qwen2VLImageProcessorPil

from dharma_pl.artifacts import ArtifactWriter
from dharma_pl.data.encode import render_prompt
from dharma_pl.data.processor import image_only
from dharma_pl.records import Completion, Pair
from dharma_pl.schemas import PAIRS, pair_to_row

PATCH, MERGE = 14, 2
CELL = PATCH * MERGE
"""Pixels of an image token's side."""

WINDOW = 112
PAD, END, IMAGE, VIDEO = "<|endoftext|>", "<|im_end|>", "<|image_pad|>", "<|video_pad|>"
VISION_START, VISION_END = "<|vision_start|>", "<|vision_end|>"


@dataclass(frozen=True)
class Shape:
    """Lengths of a pair in tokens; `image` is the page's size in image tokens."""

    image: tuple[int, int] | None
    prompt: int
    chosen: int
    rejected: int


SHAPES = {
    "vision": Shape((20, 30), 20, 120, 200),
    "vision_long": Shape((30, 50), 20, 600, 1200),
    "text": Shape(None, 512, 256, 256),
    "toy_vision": Shape((2, 3), 8, 6, 10),
    "toy_text": Shape(None, 12, 6, 10),
}


@dataclass(frozen=True)
class Size:
    """Sizes of a model, in the proportions of Qwen2.5-VL-3B: `3b` is its own shape."""

    hidden: int
    layers: int
    heads: int
    kv_heads: int
    inner: int
    vocabulary: int
    vision_hidden: int
    vision_layers: int
    vision_heads: int
    vision_inner: int
    full_every: int


SIZES = {
    "tiny": Size(64, 2, 4, 2, 128, 256, 32, 2, 2, 64, 2),
    "100m": Size(640, 10, 10, 2, 3440, 16_384, 384, 8, 6, 1024, 8),
    "3b": Size(2048, 36, 16, 2, 11_008, 151_936, 1280, 32, 16, 3420, 8),
}


def make_tokenizer(vocabulary: int) -> PreTrainedTokenizerFast:
    """One token a word, special tokens first."""
    special = [PAD, END, IMAGE, VIDEO, VISION_START, VISION_END]
    words = [*special, *(f"w{i}" for i in range(vocabulary - len(special)))]
    inner = Tokenizer(models.WordLevel({word: i for i, word in enumerate(words)}, unk_token=PAD))
    inner.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return PreTrainedTokenizerFast(
        tokenizer_object=inner,
        eos_token=END,
        pad_token=PAD,
        additional_special_tokens=[IMAGE, VIDEO, VISION_START, VISION_END],
        padding_side="left",
    )


def make_processor(tokenizer: PreTrainedTokenizerFast) -> Qwen2_5_VLProcessor:
    """Qwen2.5-VL's own processing, on Pillow since torchvision has no CPU build."""
    images = Qwen2VLImageProcessorPil(
        patch_size=PATCH,
        merge_size=MERGE,
        temporal_patch_size=2,
        size={"shortest_edge": CELL * CELL, "longest_edge": CELL * CELL * 4096},
    )
    return image_only(Qwen2_5_VLProcessor)(images, tokenizer)


def make_model(
    size: Size, tokenizer: PreTrainedTokenizerFast, *, sees: bool, device: str, dtype: torch.dtype
) -> PreTrainedModel:
    """Random weights."""
    token = tokenizer.convert_tokens_to_ids
    rope: dict[str, Any] = {"rope_type": "default", "rope_theta": 1e6}
    text = {
        "vocab_size": size.vocabulary,
        "hidden_size": size.hidden,
        "intermediate_size": size.inner,
        "num_hidden_layers": size.layers,
        "num_attention_heads": size.heads,
        "num_key_value_heads": size.kv_heads,
        "max_position_embeddings": 32_768,
        "rms_norm_eps": 1e-6,
        "bos_token_id": None,
        "eos_token_id": token(END),
        "pad_token_id": token(PAD),
        "rope_parameters": rope,
    }
    torch.manual_seed(0)
    if not sees:
        config: Any = LlamaConfig(**text, tie_word_embeddings=True, dtype=dtype)
        with torch.device(device):
            return LlamaForCausalLM(config).to(dtype)
    half = size.hidden // size.heads // 2
    rope["mrope_section"] = [half - 2 * (3 * half // 8), 3 * half // 8, 3 * half // 8]
    config = Qwen2_5_VLConfig(
        text_config=text,
        vision_config={
            "depth": size.vision_layers,
            "hidden_size": size.vision_hidden,
            "intermediate_size": size.vision_inner,
            "num_heads": size.vision_heads,
            "patch_size": PATCH,
            "spatial_merge_size": MERGE,
            "temporal_patch_size": 2,
            "window_size": WINDOW,
            "fullatt_block_indexes": list(
                range(size.full_every - 1, size.vision_layers, size.full_every)
            ),
            "out_hidden_size": size.hidden,
        },
        image_token_id=token(IMAGE),
        video_token_id=token(VIDEO),
        vision_start_token_id=token(VISION_START),
        vision_end_token_id=token(VISION_END),
        tie_word_embeddings=True,
        eos_token_id=token(END),
        pad_token_id=token(PAD),
        dtype=dtype,
    )
    with torch.device(device):
        return Qwen2_5_VLForConditionalGeneration(config).to(dtype)


def useful_flops(model: PreTrainedModel, size: Size, shape: Shape) -> dict[str, float]:
    """Floating-point operations that one pair needs in a forward pass, each token once.

    Multiply-adds count two; the prompt and the page are counted once, attention is causal, the
    head runs on completions. Softmax, norms and element-wise work do not count.
    """
    parts = {"vision": 0, "merger": 0, "body": 0}
    for name, parameter in model.named_parameters():
        if parameter.ndim > 1 and "embed_tokens" not in name and "lm_head" not in name:
            part = "merger" if "merger" in name else "vision" if "visual" in name else "body"
            parts[part] += parameter.numel()
    rows, columns = shape.image or (0, 0)
    patches = rows * columns * MERGE**2
    prompt = shape.prompt + rows * columns
    c, r = shape.chosen, shape.rejected
    attended = prompt**2 / 2 + c * (prompt + c / 2) + r * (prompt + r / 2)
    windowed = (WINDOW // PATCH) ** 2
    full_blocks = size.vision_layers // size.full_every
    seen = patches * (full_blocks * patches + (size.vision_layers - full_blocks) * windowed)
    return {
        "body": 2.0 * parts["body"] * (prompt + c + r) + 4.0 * size.layers * size.hidden * attended,
        "head": 2.0 * size.vocabulary * size.hidden * (c + r),
        "vision": 2.0 * (parts["vision"] * patches + parts["merger"] * rows * columns)
        + 4.0 * size.vision_hidden * seen,
    }


def make_material(
    shape: Shape, size: Size, pairs: int, device: str, dtype: torch.dtype, folder: Path
) -> None:
    """Write the model, documents, pairs, and the same pairs in TRL's format."""
    folder.mkdir(parents=True)
    tokenizer = make_tokenizer(size.vocabulary)
    encoder: Any = make_processor(tokenizer) if shape.image else tokenizer
    model = make_model(size, tokenizer, sees=shape.image is not None, device=device, dtype=dtype)
    model.generation_config = GenerationConfig(
        eos_token_id=tokenizer.eos_token_id, pad_token_id=tokenizer.pad_token_id
    )
    model.save_pretrained(folder / "model")
    encoder.save_pretrained(folder / "model")
    rng, noise = Random(0), np.random.default_rng(0)

    def words(count: int) -> str:
        return " ".join(f"w{rng.randrange(size.vocabulary - 6)}" for _ in range(count))

    documents, ours, theirs = [], [], []
    for i in range(pairs):
        document: dict[str, Any] = {"id": f"page-{i:03d}", "prompt": words(shape.prompt)}
        images = []
        if shape.image is not None:
            page = folder / f"page-{i:03d}.png"
            rows, columns = (side * CELL for side in shape.image)
            Image.fromarray(
                noise.integers(0, 256, (rows // 4, columns // 4, 3), dtype=np.uint8)
            ).resize((columns, rows)).save(page)
            images = document["images"] = [str(page)]
        sides = [f"{words(n - 1)} {END}" for n in (shape.chosen, shape.rejected)]
        completions = [
            Completion(text, tuple(tokenizer.encode(text, add_special_tokens=False)), "eos")
            for text in sides
        ]
        documents.append(document)
        ours.append(pair_to_row(Pair(f"{document['id']}/0", document["id"], *completions)))
        # The space keeps the prompt's last word and the answer's first one apart.
        prompt = render_prompt(encoder, document["prompt"], len(images)) + " "
        theirs.append({"prompt": prompt, "chosen": sides[0], "rejected": sides[1]})
        if images:
            theirs[-1]["images"] = images
    _write_lines(folder / "documents.jsonl", documents)
    _write_lines(folder / "trl.jsonl", theirs)
    writer = ArtifactWriter(folder / "pairs", "pairs", PAIRS, config={})
    writer.write(0, ours)
    writer.finish()
    image_tokens = shape.image[0] * shape.image[1] if shape.image else 0
    facts = {
        "parameters": sum(p.numel() for p in model.parameters()),
        "vision_parameters": sum(p.numel() for n, p in model.named_parameters() if "visual" in n),
        "vocabulary": size.vocabulary,
        "image_tokens": image_tokens,
        "prompt_tokens": image_tokens + shape.prompt,
        "chosen_tokens": shape.chosen,
        "rejected_tokens": shape.rejected,
        "tokens_a_pair": image_tokens + shape.prompt + shape.chosen + shape.rejected,
        "forward_flops_a_pair": useful_flops(model, size, shape),
    }
    (folder / "facts.json").write_text(json.dumps(facts))


def _write_lines(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def main() -> None:
    shape, size, pairs, device, dtype, folder = sys.argv[1:]
    make_material(
        SHAPES[shape], SIZES[size], int(pairs), device, getattr(torch, dtype), Path(folder)
    )


if __name__ == "__main__":
    main()
