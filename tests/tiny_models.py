"""Tiny real models with real processors, made from scratch in temporary folders."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import (
    AutoModelForCausalLM,
    AutoTokenizer,
    Gemma3Config,
    Gemma3ForConditionalGeneration,
    Gemma3Processor,
    GenerationConfig,
    Idefics3Config,
    Idefics3ForConditionalGeneration,
    Idefics3Processor,
    LlamaConfig,
    LlamaForCausalLM,
    PreTrainedModel,
    PreTrainedTokenizerFast,
    Qwen2_5_VLConfig,
    Qwen2_5_VLForConditionalGeneration,
    Qwen2_5_VLProcessor,
)
from transformers.models.gemma3.image_processing_pil_gemma3 import Gemma3ImageProcessorPil
from transformers.models.idefics3.image_processing_pil_idefics3 import Idefics3ImageProcessorPil
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import Qwen2VLImageProcessorPil

from dharma_pl.data.processor import image_only

CORPUS = [
    'Read this page.\n{"header": "Livro", "margin": "", "footer": "", "text": "feijão 12\\n"}',
    "user assistant açúcar café 0 1 2 3 4 5 6 7 8 9 € 日本",
] * 20
CHATML = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n"
    "{% if m['content'] is string %}{{ m['content'] }}{% else %}"
    "{% for part in m['content'] %}{% if part['type'] == 'image' %}IMAGE"
    "{% else %}{{ part['text'] }}{% endif %}{% endfor %}{% endif %}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
GEMMA = (
    CHATML.replace("<|im_start|>", "<start_of_turn>")
    .replace("<|im_end|>", "<end_of_turn>")
    .replace("IMAGE", "<boi>")
)
# Like the real one: it knows content as a list of parts alone, and loses a bare string silently.
IDEFICS = (
    "{% for m in messages %}{{ m['role'] }}:{% for part in m['content'] %}"
    "{% if part['type'] == 'image' %}<image>{% elif part['type'] == 'text' %}{{ part['text'] }}"
    "{% endif %}{% endfor %}<end_of_utterance>\n{% endfor %}"
    "{% if add_generation_prompt %}assistant:{% endif %}"
)


def make_tokenizer(
    eos: str, specials: Sequence[str], template: str | None, **named: str
) -> PreTrainedTokenizerFast:
    """A byte-level BPE tokenizer: characters beyond ASCII take several tokens."""
    inner = Tokenizer(models.BPE())
    inner.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    inner.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=320,
        special_tokens=list(dict.fromkeys(["<pad>", eos, *specials, *named.values()])),
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    inner.train_from_iterator(CORPUS, trainer)
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=inner,
        eos_token=eos,
        pad_token="<pad>",
        additional_special_tokens=[token for token in specials if token != eos],
        extra_special_tokens=named,
    )
    tokenizer.chat_template = template
    return tokenizer


def text_config(tokenizer: PreTrainedTokenizerFast) -> dict[str, Any]:
    return {
        "vocab_size": len(tokenizer),
        "hidden_size": 32,
        "intermediate_size": 48,
        "num_hidden_layers": 2,
        "num_attention_heads": 2,
        "num_key_value_heads": 1,
        "head_dim": 16,
        "max_position_embeddings": 512,
        "bos_token_id": None,
        "eos_token_id": tokenizer.eos_token_id,
        "pad_token_id": tokenizer.pad_token_id,
        "initializer_range": 0.3,  # far from uniform, so that errors show
    }


def vision_config() -> dict[str, Any]:
    return {
        "hidden_size": 32,
        "intermediate_size": 48,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "image_size": 28,
        "patch_size": 14,
    }


def save_model(folder: Path, model: PreTrainedModel, encoder: Any, end_ids: list[int]) -> str:
    model.generation_config = GenerationConfig(
        eos_token_id=end_ids, pad_token_id=model.config.get_text_config().pad_token_id
    )
    model.save_pretrained(folder)
    encoder.save_pretrained(folder)
    return str(folder)


def build_llama(
    folder: Path, seed: int = 0, *, template: str | None = CHATML, **config: Any
) -> str:
    """A Llama of about 30,000 parameters."""
    tokenizer = make_tokenizer("<|im_end|>", ["<|im_start|>"], template)
    torch.manual_seed(seed)
    model = LlamaForCausalLM(LlamaConfig(**(text_config(tokenizer) | config)))
    return save_model(folder, model, tokenizer, [tokenizer.eos_token_id])


def build_looper(folder: Path, seed: int = 0) -> str:
    """A Llama that writes ` Read page Read page ...` for ever: each token's successor is wired."""
    path = build_llama(folder, seed)
    tokenizer = AutoTokenizer.from_pretrained(path)
    model = AutoModelForCausalLM.from_pretrained(path)
    loop = tokenizer.encode(" Read page", add_special_tokens=False)
    start = tokenizer.encode("\n", add_special_tokens=False)[-1]
    with torch.no_grad():
        for layer in model.model.layers:
            layer.self_attn.o_proj.weight.zero_()
            layer.mlp.down_proj.weight.zero_()
        model.lm_head.weight.zero_()
        for token, successor in pairwise([start, *loop, loop[0]]):
            model.lm_head.weight[successor] += model.model.embed_tokens.weight[token]
    model.save_pretrained(path)
    return path


def build_qwen(folder: Path, seed: int = 0) -> str:
    """A Qwen2.5-VL with M-RoPE and window attention; one image token a patch of 8 pixels."""
    names = {
        "image_token": "<|image_pad|>",
        "video_token": "<|video_pad|>",
        "vision_start_token": "<|vision_start|>",
        "vision_end_token": "<|vision_end|>",
    }
    template = CHATML.replace("IMAGE", "<|vision_start|><|image_pad|><|vision_end|>")
    tokenizer = make_tokenizer("<|im_end|>", ["<|im_start|>"], template, **names)
    images = Qwen2VLImageProcessorPil(
        patch_size=8, merge_size=1, temporal_patch_size=1,
        size={"shortest_edge": 64, "longest_edge": 4096},
    )  # fmt: skip
    processor = image_only(Qwen2_5_VLProcessor)(images, tokenizer, chat_template=template)
    token = tokenizer.convert_tokens_to_ids
    text = text_config(tokenizer)
    config = Qwen2_5_VLConfig(
        text_config=text
        | {
            "rope_parameters": {
                "rope_type": "default", "rope_theta": 100.0, "mrope_section": [2, 3, 3],
            }
        },
        vision_config={
            "depth": 2,
            "hidden_size": 32,
            "intermediate_size": 48,
            "num_heads": 2,
            "patch_size": 8,
            "spatial_merge_size": 1,
            "temporal_patch_size": 1,
            "window_size": 16,
            "fullatt_block_indexes": [1],
            "out_hidden_size": 32,
            "initializer_range": 0.3,
        },
        image_token_id=token("<|image_pad|>"),
        video_token_id=token("<|video_pad|>"),
        vision_start_token_id=token("<|vision_start|>"),
        vision_end_token_id=token("<|vision_end|>"),
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
        tie_word_embeddings=True,
    )  # fmt: skip
    torch.manual_seed(seed)
    model = Qwen2_5_VLForConditionalGeneration(config)
    return save_model(folder, model, processor, [tokenizer.eos_token_id])


def build_gemma(folder: Path, seed: int = 0) -> str:
    """A Gemma 3: bidirectional image tokens, sliding window, its turn ends not with `<eos>`."""
    turn = ["<start_of_turn>", "<end_of_turn>"]
    names = {"image_token": "<img>", "boi_token": "<boi>", "eoi_token": "<eoi>"}
    tokenizer = make_tokenizer("<eos>", turn, GEMMA, **names)
    images = Gemma3ImageProcessorPil(size={"height": 28, "width": 28}, do_pan_and_scan=False)
    processor = Gemma3Processor(images, tokenizer, chat_template=GEMMA, image_seq_length=4)
    token = tokenizer.convert_tokens_to_ids
    config = Gemma3Config(
        text_config=text_config(tokenizer)
        | {"sliding_window": 16, "layer_types": ["sliding_attention", "full_attention"]},
        vision_config=vision_config(),
        mm_tokens_per_image=4,
        boi_token_index=token("<boi>"),
        eoi_token_index=token("<eoi>"),
        image_token_index=token("<img>"),
        image_token_id=token("<img>"),
        eos_token_id=[tokenizer.eos_token_id, token("<end_of_turn>")],
    )
    torch.manual_seed(seed)
    model = Gemma3ForConditionalGeneration(config)
    ends = [tokenizer.eos_token_id, token("<end_of_turn>")]
    return save_model(folder, model, processor, ends)


def build_idefics(folder: Path, seed: int = 0) -> str:
    """An Idefics3: images of a row stand in one padded tensor with a mask."""
    special = ["<image>", "<fake_token_around_image>", "<global-img>", "<end_of_utterance>"]
    tokenizer = make_tokenizer("<end_of_utterance>", special, IDEFICS)
    images = Idefics3ImageProcessorPil(
        do_image_splitting=False, size={"longest_edge": 28}, max_image_size={"longest_edge": 28}
    )
    processor = Idefics3Processor(images, tokenizer, image_seq_len=4, chat_template=IDEFICS)
    config = Idefics3Config(
        text_config=text_config(tokenizer) | {"model_type": "llama"},
        vision_config=vision_config(),
        image_token_id=tokenizer.convert_tokens_to_ids("<image>"),
        scale_factor=1,
        pad_token_id=tokenizer.pad_token_id,
    )
    torch.manual_seed(seed)
    model = Idefics3ForConditionalGeneration(config)
    return save_model(folder, model, processor, [tokenizer.eos_token_id])
