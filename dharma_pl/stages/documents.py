"""Documents stage: read whatever the user has, check it, split it, write it as an artifact."""

import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from dharma_pl.artifacts import ArtifactWriter, Manifest, fingerprint
from dharma_pl.data.base import DocumentSource
from dharma_pl.data.documents import (
    DOCUMENT_SCHEMA,
    OnError,
    document_to_row,
    image_digest,
    load_documents,
)
from dharma_pl.data.splits import FRACTIONS
from dharma_pl.stages.progress import track

SHARD_ROWS = 512


def documents(
    source: str | DocumentSource,
    out: str,
    prompt: str | None = None,
    columns: dict[str, str] | None = None,
    target_is_json: bool = False,
    on_error: OnError = "fail",
    fractions: dict[str, float] | None = None,
    seed: int = 0,
    overwrite: bool = False,
) -> Manifest:
    """Read, check and split documents, and write them as an artifact.

    Args:
        source: a `.jsonl`, `.csv`, `.tsv` or `.parquet` file, a folder of images with sidecar
            targets, a `datasets` name, or a source by class path.
        out: folder of the documents artifact.
        prompt: for documents without one.
        columns: field of the document to column, where their names differ.
        target_is_json: a target that is no JSON is an error.
        on_error: what a row that is no good does: `fail`, or `skip` with a count.
        fractions: share of each split but `train`, where the data gives no splits.
        seed: of the split.
        overwrite: replace documents of other settings instead of refusing.

    Raises:
        DataError: a row that is no good, or no document at all.
    """
    started = time.monotonic()
    loaded = load_documents(
        source,
        prompt=prompt,
        columns=columns,
        target_is_json=target_is_json,
        on_error=on_error,
        fractions=fractions or FRACTIONS,  # type: ignore[arg-type]  # its keys are checked there
        seed=seed,
    )
    digests = (
        fingerprint(document_to_row(doc) | {"images": [image_digest(ref) for ref in doc.images]})
        for doc in loaded
    )
    writer = ArtifactWriter(
        Path(out), "documents", DOCUMENT_SCHEMA,
        config={"documents": fingerprint(*digests)}, overwrite=overwrite,
    )  # fmt: skip
    counts: dict[str, int] = {}
    for index, rows in enumerate(_batches(track(loaded, "documents", len(loaded)), SHARD_ROWS)):
        for document in rows:
            counts[document.split] = counts.get(document.split, 0) + 1
        if not writer.done:
            writer.write(index, map(document_to_row, rows))
    splits = ", ".join(f"{count} {split}" for split, count in counts.items())
    skipped = f"; passed over {len(loaded.problems)} rows" if len(loaded.problems) else ""
    notes = {
        "summary": splits + skipped,
        "splits": counts,
        "problems": loaded.problems.as_dict(),
    }
    return writer.finish(seconds=time.monotonic() - started, notes=notes)


def _batches(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    iterator = iter(items)
    while rows := list(islice(iterator, size)):
        yield rows
