"""Tiny real models with real processors, made from scratch in temporary folders."""

import os

os.environ["HF_HUB_OFFLINE"] = "1"  # before anything imports datasets
os.environ["HF_DATASETS_OFFLINE"] = "1"
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

from jaxtyping import install_import_hook

# Shapes and dtypes of the functions on tensors are checked in every test: before their import.
TENSORS = [
    f"dharma_pl.functional.{name}"
    for name in ("logprobs", "losses", "entropy", "sft_terms", "shared_prefix")
]
install_import_hook(TENSORS, "beartype.beartype")

import json
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import hypothesis
import lightning as L
import numpy as np
import pytest
import torch
from PIL import Image
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

from dharma_pl.artifacts import ArtifactWriter
from dharma_pl.data.processor import image_only
from dharma_pl.records import Completion, Document, ImageRef, Pair
from dharma_pl.schemas import PAIRS, pair_to_row

hypothesis.settings.register_profile("untimed", deadline=None)  # no test asserts on time
hypothesis.settings.load_profile("untimed")

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


def _tokenizer(
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


def _text(tokenizer: PreTrainedTokenizerFast) -> dict[str, Any]:
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


def _vision() -> dict[str, Any]:
    return {
        "hidden_size": 32,
        "intermediate_size": 48,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "image_size": 28,
        "patch_size": 14,
    }


def _save(folder: Path, model: PreTrainedModel, encoder: Any, end_ids: list[int]) -> str:
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
    tokenizer = _tokenizer("<|im_end|>", ["<|im_start|>"], template)
    torch.manual_seed(seed)
    model = LlamaForCausalLM(LlamaConfig(**(_text(tokenizer) | config)))
    return _save(folder, model, tokenizer, [tokenizer.eos_token_id])


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
    tokenizer = _tokenizer("<|im_end|>", ["<|im_start|>"], template, **names)
    images = Qwen2VLImageProcessorPil(
        patch_size=8, merge_size=1, temporal_patch_size=1,
        size={"shortest_edge": 64, "longest_edge": 4096},
    )  # fmt: skip
    processor = image_only(Qwen2_5_VLProcessor)(images, tokenizer, chat_template=template)
    token = tokenizer.convert_tokens_to_ids
    text = _text(tokenizer)
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
    return _save(folder, model, processor, [tokenizer.eos_token_id])


def build_gemma(folder: Path, seed: int = 0) -> str:
    """A Gemma 3: bidirectional image tokens, sliding window, its turn ends not with `<eos>`."""
    turn = ["<start_of_turn>", "<end_of_turn>"]
    names = {"image_token": "<img>", "boi_token": "<boi>", "eoi_token": "<eoi>"}
    tokenizer = _tokenizer("<eos>", turn, GEMMA, **names)
    images = Gemma3ImageProcessorPil(size={"height": 28, "width": 28}, do_pan_and_scan=False)
    processor = Gemma3Processor(images, tokenizer, chat_template=GEMMA, image_seq_length=4)
    token = tokenizer.convert_tokens_to_ids
    config = Gemma3Config(
        text_config=_text(tokenizer)
        | {"sliding_window": 16, "layer_types": ["sliding_attention", "full_attention"]},
        vision_config=_vision(),
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
    return _save(folder, model, processor, ends)


def build_idefics(folder: Path, seed: int = 0) -> str:
    """An Idefics3: images of a row stand in one padded tensor with a mask."""
    special = ["<image>", "<fake_token_around_image>", "<global-img>", "<end_of_utterance>"]
    tokenizer = _tokenizer("<end_of_utterance>", special, IDEFICS)
    images = Idefics3ImageProcessorPil(
        do_image_splitting=False, size={"longest_edge": 28}, max_image_size={"longest_edge": 28}
    )
    processor = Idefics3Processor(images, tokenizer, image_seq_len=4, chat_template=IDEFICS)
    config = Idefics3Config(
        text_config=_text(tokenizer) | {"model_type": "llama"},
        vision_config=_vision(),
        image_token_id=tokenizer.convert_tokens_to_ids("<image>"),
        scale_factor=1,
        pad_token_id=tokenizer.pad_token_id,
    )
    torch.manual_seed(seed)
    model = Idefics3ForConditionalGeneration(config)
    return _save(folder, model, processor, [tokenizer.eos_token_id])


@pytest.fixture(scope="session")
def builders() -> SimpleNamespace:
    """Functions that write a fresh tiny model into a folder, and what they are made of."""
    return SimpleNamespace(
        llama=build_llama,
        looper=build_looper,
        qwen=build_qwen,
        gemma=build_gemma,
        idefics=build_idefics,
        tokenizer=_tokenizer,
        text=_text,
        vision=_vision,
        save=_save,
    )


@pytest.fixture(scope="session")
def llama(tmp_path_factory: pytest.TempPathFactory) -> str:
    return build_llama(tmp_path_factory.mktemp("llama"))


@pytest.fixture(scope="session")
def qwen(tmp_path_factory: pytest.TempPathFactory) -> str:
    return build_qwen(tmp_path_factory.mktemp("qwen"))


@pytest.fixture(scope="session")
def gemma(tmp_path_factory: pytest.TempPathFactory) -> str:
    return build_gemma(tmp_path_factory.mktemp("gemma"))


@pytest.fixture(scope="session")
def idefics(tmp_path_factory: pytest.TempPathFactory) -> str:
    return build_idefics(tmp_path_factory.mktemp("idefics"))


@pytest.fixture(scope="session", params=["llama", "qwen", "gemma", "idefics"])
def any_model(request: pytest.FixtureRequest) -> str:
    """Each family in turn."""
    return str(request.getfixturevalue(request.param))


@pytest.fixture(scope="session", params=["qwen", "gemma", "idefics"])
def vision_model(request: pytest.FixtureRequest) -> str:
    """Each family that sees."""
    return str(request.getfixturevalue(request.param))


def target_of(number: int) -> str:
    """A target that passes every default failure mode."""
    page = {"header": "", "margin": "", "footer": "", "text": f"feijão {number}"}
    return json.dumps(page, ensure_ascii=False)


def write_page(path: Path, number: int, size: tuple[int, int] = (24, 16)) -> None:
    """A page of noise."""
    noise = np.random.default_rng(number).integers(0, 256, (size[1], size[0], 3), dtype=np.uint8)
    Image.fromarray(noise).save(path)


SPLITS = ("train",) * 10 + ("validation",) * 2 + ("heldout",) * 3 + ("legitimate",)


def _write_documents(folder: Path, *, images: bool, count: int = len(SPLITS)) -> str:
    rows = []
    for number in range(count):
        row: dict[str, Any] = {
            "id": f"page-{number:02d}",
            "prompt": f"Read page {number}.",
            "target": target_of(number),
            "split": SPLITS[number % len(SPLITS)],
        }
        if images:
            write_page(folder / f"{number}.png", number, (16 + 8 * (number % 3), 16))
            row["images"] = [f"{number}.png"]
        rows.append(row)
    path = folder / "documents.jsonl"
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


@pytest.fixture(scope="session")
def text_documents(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Sixteen text documents: 10 train, 2 validation, 3 held out, 1 legitimate."""
    return _write_documents(tmp_path_factory.mktemp("texts"), images=False)


@pytest.fixture(scope="session")
def page_documents(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same with a small image each, of three sizes."""
    return _write_documents(tmp_path_factory.mktemp("pages"), images=True)


@pytest.fixture
def write_documents() -> Callable[..., str]:
    """Write such a file into a folder of the test's own."""
    return _write_documents


@pytest.fixture
def document(tmp_path: Path) -> Callable[..., Document]:
    """Make a document with so many images."""

    def make(number: int = 0, images: int = 0, prompt: Any = None, **fields: Any) -> Document:
        refs = []
        for index in range(images):
            path = tmp_path / f"document-{number}-{index}.png"
            write_page(path, 10 * number + index, (16 + 8 * (index % 3), 16))
            refs.append(ImageRef(str(path)))
        return Document(
            f"page-{number:02d}", prompt or f"Read page {number}.", tuple(refs),
            target_of(number), **fields,
        )  # fmt: skip

    return make


def _write_pairs(folder: Path, pairs: Sequence[Pair], **config: Any) -> str:
    writer = ArtifactWriter(folder, "pairs", PAIRS, config=config)
    writer.write(0, map(pair_to_row, pairs))
    writer.finish()
    return str(folder)


@pytest.fixture(scope="session")
def write_pairs() -> Callable[..., str]:
    """Write a pairs artifact."""
    return _write_pairs


def make_pairs(model: str, count: int = 8) -> list[Pair]:
    """One pair a training document: its target with the end token, and a loop cut without one."""
    from dharma_pl.data.encode import load_codec, tokenizer_of

    codec = load_codec(model)
    tokenizer = tokenizer_of(codec.encoder)
    pairs = []
    for number in range(count):
        target = target_of(number)
        loop = '{"header": null, "text": "' + f"{number} " * (6 + number % 3)
        ids = tuple(tokenizer.encode(loop, add_special_tokens=False))
        pairs.append(
            Pair(
                f"page-{number:02d}/0",
                f"page-{number:02d}",
                Completion(target, tuple(codec.target(target)), "eos"),
                Completion(loop, ids, "length"),
                mode="repetition",
                score_gap=0.5,
                onset=len(ids) - 4,
            )
        )
    return pairs


@pytest.fixture(scope="session")
def pairs_of() -> Callable[..., list[Pair]]:
    """Pairs of the documents above, in a model's own tokens."""
    return make_pairs


@pytest.fixture(scope="session")
def llama_pairs(llama: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    return _write_pairs(tmp_path_factory.mktemp("pairs") / "llama", make_pairs(llama))


@pytest.fixture(scope="session")
def qwen_pairs(qwen: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    return _write_pairs(tmp_path_factory.mktemp("pairs") / "qwen", make_pairs(qwen))


@pytest.fixture
def trainer(tmp_path: Path) -> Callable[..., L.Trainer]:
    """A quiet Trainer on one CPU."""

    def make(**settings: Any) -> L.Trainer:
        defaults: dict[str, Any] = {
            "accelerator": "cpu",
            "devices": 1,
            "logger": False,
            "enable_checkpointing": False,
            "enable_progress_bar": False,
            "enable_model_summary": False,
            "num_sanity_val_steps": 0,
            "default_root_dir": str(tmp_path),
        }
        return L.Trainer(**(defaults | settings))

    return make
