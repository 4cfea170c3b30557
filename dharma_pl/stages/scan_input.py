"""The files a scan reads, chunk by chunk, from any point on."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from dharma_pl.artifacts import fingerprint, read_manifest
from dharma_pl.errors import DataError, reason, shown
from dharma_pl.stages.scan_rows import MAX_LINE, Chunk

CHUNK_BYTES = 2**20
"""Lines are handed out in chunks of about so many bytes."""

CHUNK_ROWS = 1024
"""Rows of a Parquet file are handed out so many at a time."""

_COLUMNS = ("text", "id", "finish_reason", "target")
_ARTIFACT_COLUMNS = ("text", "document_id", "sample", "finish_reason")
_HASHED = 2**16
_PACKED = {b"\x1f\x8b": "gzip", b"\x28\xb5": "zstd", b"BZ": "bzip2", b"PK": "zip", b"\xfd7": "xz"}


@dataclass(frozen=True)
class Position:
    """How far a scan has come.

    Attributes:
        file: index of the file.
        offset: bytes of a file of lines, rows of a Parquet file.
        line: lines before that offset, blank ones included; 0 for Parquet.
        row: rows before it, over all files.
    """

    file: int = 0
    offset: int = 0
    line: int = 0
    row: int = 0


class Step(NamedTuple):
    """A chunk, where the next one begins, and how many bytes of the files that is."""

    chunk: Chunk
    end: Position
    done: float


@dataclass(frozen=True)
class InputFile:
    """A file of rows.

    Attributes:
        path: where it lies.
        parquet: Parquet rather than lines of JSON.
        artifact: a shard of an outputs artifact.
    """

    path: Path
    parquet: bool
    artifact: bool = False

    @property
    def size(self) -> int:
        """Bytes."""
        return self.path.stat().st_size

    def identity(self) -> str:
        """Changes with the file: by its size, time of change, beginning and end."""
        stat = self.path.stat()
        with self.path.open("rb") as file:
            head = file.read(_HASHED)
            file.seek(max(0, stat.st_size - _HASHED))
            digest = hashlib.sha256(head + file.read()).hexdigest()
        return fingerprint(stat.st_size, stat.st_mtime_ns, digest)


def open_inputs(paths: Sequence[str]) -> list[InputFile]:
    """The files behind what the user named: files, or folders of an outputs artifact.

    Raises:
        DataError: a file that cannot be read or is packed, a folder that is no outputs artifact.
    """
    files: list[InputFile] = []
    for name in paths:
        path = Path(name).expanduser()
        if path.is_dir():
            read_manifest(path, "outputs", made_by="python -m dharma_pl predict")
            files += [InputFile(shard, True, True) for shard in sorted(path.glob("*.parquet"))]
        else:
            files.append(InputFile(path, _is_parquet(path)))
    return files


def _is_parquet(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            magic = file.read(4)
    except (OSError, ValueError) as error:
        raise DataError(f"{shown(path)} cannot be read ({reason(error)})") from error
    if magic[:2] in _PACKED:
        kind = _PACKED[magic[:2]]
        raise DataError(f"{shown(path)} is packed with {kind}: unpack it to JSONL or Parquet")
    return magic == b"PAR1"


def read_steps(
    files: Sequence[InputFile], group_by: str | None = None, start: Position | None = None
) -> Iterator[Step]:
    """Read the files chunk by chunk; chunks are the same whatever the start.

    Args:
        files: in order.
        group_by: one more column that is wanted.
        start: the end of an earlier step, or the very beginning.

    Raises:
        DataError: a Parquet file that is broken, or has no column `group_by`.
    """
    position = start or Position()
    for index in range(position.file, len(files)):
        if position.file < index:
            position = Position(index, row=position.row)
        read = _parquet_steps if files[index].parquet else _line_steps
        for step in read(files[index], position, group_by):
            position = step.end
            yield step


def _line_steps(source: InputFile, start: Position, _group_by: str | None) -> Iterator[Step]:
    at = start
    name = shown(source.path)
    with source.path.open("rb") as file:
        file.seek(start.offset)
        number, lines, size = start.line, [], 0
        while line := _read_line(file):
            number += 1
            size += len(line)
            stripped = line.removeprefix(b"\xef\xbb\xbf" if number == 1 else b"").strip()
            if stripped:
                lines.append((number, stripped))
            if size >= CHUNK_BYTES:
                yield (step := _line_step(name, at, number, lines, file.tell()))
                at, lines, size = step.end, [], 0
        if size:
            yield _line_step(name, at, number, lines, file.tell())


def _line_step(
    name: str, at: Position, number: int, lines: list[tuple[int, bytes]], offset: int
) -> Step:
    end = Position(at.file, offset, number, at.row + len(lines))
    return Step(Chunk(name, at.row, tuple(lines)), end, offset - at.offset)


def _read_line(file: IO[bytes]) -> bytes:
    """A line; of one that is too long only the beginning, which is too long to be taken."""
    line = file.readline(MAX_LINE)
    rest = line
    while len(rest) >= MAX_LINE and not rest.endswith(b"\n"):
        rest = file.readline(MAX_LINE)
    return line


def _parquet_steps(source: InputFile, start: Position, group_by: str | None) -> Iterator[Step]:
    name = shown(source.path)
    at = start
    try:
        with pq.ParquetFile(source.path, pre_buffer=False) as file:
            total = max(1, file.metadata.num_rows)
            columns = _wanted(source, file.schema_arrow.names, group_by)
            for batch in _batches(file, columns, start.offset):
                rows = batch.num_rows
                end = Position(at.file, at.offset + rows, 0, at.row + rows)
                chunk = Chunk(
                    name, at.row, batch=batch, first_line=at.offset, artifact=source.artifact
                )
                yield Step(chunk, end, source.size * rows / total)
                at = end
    except (pa.ArrowException, OSError) as error:
        raise DataError(f"{name} is not readable Parquet ({reason(error)})") from error


def _wanted(source: InputFile, available: Sequence[str], group_by: str | None) -> list[str]:
    if group_by is not None and group_by not in available:
        has = ", ".join(map(shown, available[:20]))
        raise DataError(f"{shown(source.path)} has no column {group_by!r:.80}; its columns: {has}")
    names = {*(_ARTIFACT_COLUMNS if source.artifact else _COLUMNS), group_by}
    return [name for name in available if name in names]


def _batches(file: pq.ParquetFile, columns: list[str], skip: int) -> Iterator[pa.RecordBatch]:
    """Batches that end where a row group does, from a row on."""
    for group in range(file.num_row_groups):
        rows = file.metadata.row_group(group).num_rows
        if skip >= rows:
            skip -= rows
            continue
        for batch in file.iter_batches(CHUNK_ROWS, row_groups=[group], columns=columns):
            rest = batch.slice(min(skip, batch.num_rows))
            skip -= batch.num_rows - rest.num_rows
            if rest.num_rows:
                yield rest
