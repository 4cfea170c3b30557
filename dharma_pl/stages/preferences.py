"""Pairs in the form that other trainers read: prompt, chosen, rejected, and images if any."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import datasets

from dharma_pl.errors import UsageError
from dharma_pl.records import Completion, Document, Pair


def write_preferences(
    pairs: Iterable[Pair], documents: Mapping[str, Document], path: str | Path
) -> None:
    """Write pairs as one Parquet file of chat messages, images inside.

    `datasets.load_dataset("parquet", data_files=...)` opens it with its images decoded, and so does
    `data.pairs` here. Texts stand for token ids, so a model may tokenize its own output otherwise
    than it wrote it; whether a rejected output ended by itself is in `rejected_finish_reason`.

    Args:
        pairs: in any number.
        documents: prompts and images by id.
        path: ends with `.parquet`; an older file there is replaced.

    Raises:
        UsageError: the path ends otherwise.
    """
    path = Path(path)
    if path.suffix != ".parquet":
        raise UsageError(f"preferences={path}: expected a file that ends with .parquet")
    rows = [_row(pair, documents[pair.document_id]) for pair in pairs]
    _unify([row["prompt"] for row in rows])
    table = datasets.Dataset.from_list(rows)
    if "images" in table.column_names:
        table = table.cast_column("images", datasets.Sequence(datasets.Image()))
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.tmp")
    table.to_parquet(temporary)
    temporary.replace(path)


def _row(pair: Pair, document: Document) -> dict[str, Any]:
    prompt = document.prompt
    messages = [{"role": "user", "content": prompt}] if isinstance(prompt, str) else prompt
    row = {
        "id": pair.id,
        "prompt": [dict(message) for message in messages],
        "chosen": _turn(pair.chosen),
        "rejected": _turn(pair.rejected),
        "rejected_finish_reason": pair.rejected.finish_reason,
        "kind": pair.kind,
        "mode": pair.mode,
        "score_gap": pair.score_gap,
        "split": document.split,
    }
    if document.images:
        row["images"] = [{"path": ref.path, "bytes": ref.bytes} for ref in document.images]
    return row


def _unify(prompts: Iterable[list[dict[str, Any]]]) -> None:
    """Contents in parts everywhere where one is: a column has one type."""
    messages = [message for prompt in prompts for message in prompt]
    if any(isinstance(message["content"], list) for message in messages):
        for message in messages:
            if isinstance(message["content"], str):
                message["content"] = [{"type": "text", "text": message["content"]}]


def _turn(side: Completion) -> list[dict[str, str]]:
    return [{"role": "assistant", "content": side.text}]
