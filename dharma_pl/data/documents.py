"""Documents from wherever the user keeps them: opened, checked, split.

`open_documents` chooses the reader, `load_documents` passes over the data once, refuses or counts
what is no good, settles the splits, and then yields documents lazily.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import Path
from typing import Literal

from dharma_pl.data.base import DocumentSource, Entry, Problem, Problems, shown
from dharma_pl.data.checks import checked
from dharma_pl.data.hub import HubDocuments, is_saved_to_disk
from dharma_pl.data.images import image_digest, load_image
from dharma_pl.data.rows import DOCUMENT_SCHEMA, document_to_row, row_to_document
from dharma_pl.data.sources import (
    IMAGE_SUFFIXES,
    CsvDocuments,
    FolderDocuments,
    JsonlDocuments,
    ParquetDocuments,
    parquet_files,
)
from dharma_pl.data.splits import FRACTIONS, assign_splits, split_key, splits_of
from dharma_pl.errors import DataError
from dharma_pl.records import Document, Prompt, Split

__all__ = [
    "DOCUMENT_SCHEMA",
    "CsvDocuments",
    "DocumentSource",
    "FolderDocuments",
    "HubDocuments",
    "JsonlDocuments",
    "LoadedDocuments",
    "ParquetDocuments",
    "Problem",
    "Problems",
    "assign_splits",
    "check_documents",
    "document_to_row",
    "image_digest",
    "load_documents",
    "load_image",
    "open_documents",
    "row_to_document",
]

OnError = Literal["fail", "skip"]
"""What a row that is no good does: stop with its message, or be counted and passed over."""

_KEEP_BYTES = 256 * 2**20
_TABLES: Mapping[str, type[JsonlDocuments | CsvDocuments | ParquetDocuments]] = {
    ".jsonl": JsonlDocuments,
    ".ndjson": JsonlDocuments,
    ".csv": CsvDocuments,
    ".tsv": CsvDocuments,
    ".parquet": ParquetDocuments,
}
_log = logging.getLogger(__name__)


def open_documents(
    source: str | Path | DocumentSource,
    prompt: Prompt | None = None,
    columns: dict[str, str] | None = None,
) -> DocumentSource:
    """Choose the reader for a file, a folder or the name of a data set.

    Args:
        source: a `.jsonl`, `.ndjson`, `.csv`, `.tsv` or `.parquet` file; a folder of Parquet
            shards, of images, of `Dataset.save_to_disk`, or with a `metadata.jsonl`; a name for
            `datasets.load_dataset`; or a source, which comes back as it is.
        prompt: for rows without one.
        columns: field of the document to column, where their names differ.

    Raises:
        DataError: nothing fits.
    """
    if isinstance(source, DocumentSource):
        return source
    path = Path(source).expanduser()
    if path.is_dir():
        return _open_folder(path, prompt, columns)
    reader = _TABLES.get(path.suffix.lower())
    if reader is not None:
        return reader(path, prompt, columns)
    if path.exists():
        raise DataError(
            f"cannot tell what documents {shown(path)} holds: expected a file of "
            f"{', '.join(_TABLES)}, a folder, or the name of a data set"
        )
    if not _may_be_a_name(str(source)):
        raise DataError(f"{shown(path)} does not exist: expected documents there")
    return HubDocuments(str(source), prompt=prompt, columns=columns)


def _open_folder(
    path: Path, prompt: Prompt | None, columns: dict[str, str] | None
) -> DocumentSource:
    if is_saved_to_disk(path):
        return HubDocuments(path, prompt=prompt, columns=columns)
    if parquet_files(path):
        return ParquetDocuments(path, prompt, columns)
    for name, reader in (("metadata.jsonl", JsonlDocuments), ("metadata.csv", CsvDocuments)):
        if (path / name).is_file():
            return reader(path / name, prompt, columns)
    if any(file.suffix.lower() in IMAGE_SUFFIXES for file in path.rglob("*")):
        if columns:
            raise DataError(f"{shown(path)} is a folder of images, which has no columns to name")
        return FolderDocuments(path, prompt)
    tables = sorted(shown(file.name) for file in path.iterdir() if file.suffix.lower() in _TABLES)
    hint = f"; name the file: {', '.join(tables[:5])}" if tables else ""
    raise DataError(
        f"{shown(path)} holds no documents: expected Parquet shards, images, metadata.jsonl or a "
        f"saved data set{hint}"
    )


def _may_be_a_name(text: str) -> bool:
    """Names on the Hub are `name` or `owner/name`."""
    parts = text.split("/")
    return len(parts) <= 2 and all(part and part.strip(".~") for part in parts)


def check_documents(
    documents: Iterable[Document | Entry | Problem],
    *,
    require_target: bool = False,
    target_is_json: bool = False,
    decode_images: bool = False,
) -> tuple[list[Document], Problems]:
    """Check documents and give the good ones and what is wrong with the others.

    Args:
        documents: from `DocumentSource.scan`, which knows files and rows, or plain documents.
        require_target: a document without a target is a problem.
        target_is_json: a target that is no JSON is a problem.
        decode_images: decode every image whole, not only its header.
    """
    items = (
        Entry(f"document number {number}", item) if isinstance(item, Document) else item
        for number, item in enumerate(documents)
    )
    good: list[Document] = []
    problems = Problems()
    for item in checked(
        items,
        require_target=require_target,
        target_is_json=target_is_json,
        decode_images=decode_images,
    ):
        if isinstance(item, Problem):
            problems.add(item)
        else:
            good.append(item.document)
    return good, problems


@dataclass
class LoadedDocuments:
    """Documents that passed the checks, with their splits; iterate as often as needed.

    They are read again from the source each time unless they are small enough to keep.

    Attributes:
        source: where they come from.
        problems: what was passed over.
        splits: position in the source to split, for the good ones.
        kept: the documents themselves where small.
    """

    source: DocumentSource
    problems: Problems
    splits: dict[int, Split]
    kept: list[Document] | None = field(default=None, repr=False)

    def __len__(self) -> int:
        return len(self.splits)

    def __iter__(self) -> Iterator[Document]:
        for document, split in zip_longest(self._good(), self.splits.values()):
            if document is None or split is None:
                raise DataError(f"{self.source.label} changed while it was read: start again")
            # A blank target counts as none, as in the first pass.
            target = document.target if (document.target or "").strip() else None
            yield replace(document, split=split, target=target)

    def _good(self) -> Iterator[Document]:
        if self.kept is not None:
            yield from self.kept
            return
        for position, item in enumerate(self.source.scan()):
            if position in self.splits and isinstance(item, Entry):
                yield item.document


def load_documents(
    source: str | Path | DocumentSource,
    *,
    prompt: Prompt | None = None,
    columns: dict[str, str] | None = None,
    require_target: bool = False,
    target_is_json: bool = False,
    decode_images: bool = False,
    on_error: OnError = "fail",
    fractions: Mapping[Split, float] = FRACTIONS,
    seed: int = 0,
) -> LoadedDocuments:
    """Open documents, check every one, and settle their splits.

    Documents that say their split keep it; the others are assigned by `splits_of`, or follow the
    rest of their group.

    Args:
        source: as in `open_documents`.
        prompt: for rows without one.
        columns: field of the document to column, where their names differ.
        require_target: a document without a target is a problem.
        target_is_json: a target that is no JSON is a problem.
        decode_images: decode every image whole, not only its header.
        on_error: what a row that is no good does.
        fractions: share of each split but `train`, where the data gives no splits.
        seed: of the assignment.

    Raises:
        DataError: with `fail` the first row that is no good; always, where no document is left.
    """
    opened = open_documents(source, prompt, columns)
    problems = Problems()
    entries: dict[int, tuple[str, Split | None]] = {}
    keeper = _Keeper()
    items = checked(
        opened.scan(),
        require_target=require_target,
        target_is_json=target_is_json,
        decode_images=decode_images,
    )
    for position, item in enumerate(items):
        if isinstance(item, Entry):
            document = item.document
            entries[position] = split_key(document), document.split if item.has_split else None
            keeper.add(document)
            continue
        if on_error == "fail":
            raise DataError(f"{item} (or pass over such rows with on_error: skip)")
        problems.add(item)
    for line in problems.lines():
        _log.warning("passed over %s", line)
    if not entries:
        causes = f": {problems.lines()[0]}" if len(problems) else ""
        raise DataError(f"{opened.label} gives no document that can be used{causes}")
    splits = _settle(entries, fractions, seed)
    return LoadedDocuments(opened, problems, splits, keeper.documents)


class _Keeper:
    """Keeps documents as long as their images are small, to spare a second reading."""

    def __init__(self) -> None:
        self.documents: list[Document] | None = []
        self._bytes = 0

    def add(self, document: Document) -> None:
        self._bytes += sum(len(ref.bytes or b"") for ref in document.images)
        self._bytes += len(document.prompt) + len(document.target or "")
        if self._bytes > _KEEP_BYTES:
            self.documents = None
        if self.documents is not None:
            self.documents.append(document)


def _settle(
    entries: Mapping[int, tuple[str, Split | None]], fractions: Mapping[Split, float], seed: int
) -> dict[int, Split]:
    given = {key: split for key, split in entries.values() if split is not None}
    open_keys = [key for key, split in entries.values() if split is None and key not in given]
    assigned = splits_of(open_keys, fractions, seed, settled=given.values()) | given
    return {
        position: split if split is not None else assigned[key]
        for position, (key, split) in entries.items()
    }
