"""Outputs written by hand, in a tiny model's own tokens."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from dharma_pl.artifacts import ArtifactWriter
from dharma_pl.data.encode import load_codec, tokenizer_of
from dharma_pl.models.sampling import decode
from dharma_pl.records import Output
from dharma_pl.schemas import OUTPUTS, output_to_row


@pytest.fixture
def make_output(llama: str) -> Callable[..., Output]:
    """An output of the tiny Llama that says this text."""
    codec = load_codec(llama)
    tokenizer = tokenizer_of(codec.encoder)

    def make(document: int, sample: int, text: str, finish: str = "eos", **fields: Any) -> Output:
        ids = tokenizer.encode(text, add_special_tokens=False)
        if finish == "eos":
            ids = [*ids, codec.end_id]
        decoded, ends = decode(tokenizer, ids)
        assert decoded == text
        return Output(
            f"page-{document:02d}", sample, text, tuple(ids), ends, finish,  # type: ignore[arg-type]
            max_new_tokens=len(ids), **fields,
        )  # fmt: skip

    return make


@pytest.fixture
def write_outputs(tmp_path: Path) -> Callable[[Sequence[Output]], str]:
    """Write them as an artifact of shards of three."""

    def write(outputs: Sequence[Output], name: str = "outputs") -> str:
        writer = ArtifactWriter(
            tmp_path / name, "outputs", OUTPUTS, config={"outputs": repr(outputs)}
        )
        for index in range(0, len(outputs), 3):
            writer.write(index // 3, map(output_to_row, outputs[index : index + 3]))
        writer.finish()
        return str(tmp_path / name)

    return write


@pytest.fixture
def loop() -> str:
    """JSON that never ends: its onset is at character 10, its period ten characters."""
    return '{"text": "' + "feijão 12 " * 60
