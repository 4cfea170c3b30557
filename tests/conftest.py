"""Fixtures: tiny models, documents and pairs for them, a trainer."""

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
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import hypothesis
import lightning as L
import numpy as np
import pytest
from PIL import Image
from tiny_models import (
    build_gemma,
    build_idefics,
    build_llama,
    build_looper,
    build_qwen,
    make_tokenizer,
    save_model,
    text_config,
    vision_config,
)

from dharma_pl.artifacts import ArtifactWriter
from dharma_pl.records import Completion, Document, ImageRef, Pair
from dharma_pl.schemas import PAIRS, pair_to_row

# No test asserts on time. The same examples each time, so that a change is judged by what it does;
# `pytest --hypothesis-profile search` looks for others.
hypothesis.settings.register_profile("same", deadline=None, derandomize=True)
hypothesis.settings.register_profile("search", deadline=None, derandomize=False)
hypothesis.settings.load_profile("same")


@pytest.fixture(scope="session")
def builders() -> SimpleNamespace:
    """Functions that write a fresh tiny model into a folder, and what they are made of."""
    return SimpleNamespace(
        llama=build_llama,
        looper=build_looper,
        qwen=build_qwen,
        gemma=build_gemma,
        idefics=build_idefics,
        tokenizer=make_tokenizer,
        text=text_config,
        vision=vision_config,
        save=save_model,
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
