"""Artifacts: what stages leave on disk for each other.

A folder of Parquet shards, each written to a temporary name and renamed, and a `manifest.json`
written last. No manifest means not done: the stage goes on from the shards that are there.
Every shard carries the fingerprint of the plan it belongs to, so that shards of two
configurations never mix. Any such folder opens with `datasets.load_dataset("parquet", ...)`.
"""

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dharma_pl.errors import DataError

SCHEMA_VERSION = 1
MANIFEST = "manifest.json"
_FINGERPRINT_KEY = b"dharma_pl.fingerprint"


def fingerprint(*parts: Any) -> str:
    """Hash JSON-able values into 32 hexadecimal digits, independent of key order."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def library_versions() -> dict[str, str]:
    """Versions of what an artifact's content can depend on."""
    names = ("dharma_pl", "torch", "transformers", "lightning", "peft", "torchmetrics")
    return {name: metadata.version(name) for name in names}


@dataclass(frozen=True)
class Manifest:
    """What an artifact is and what it was made from.

    Attributes:
        kind: documents, outputs, verdicts, pairs, model, ...
        fingerprint: hash of kind, schema version, config and parents.
        rows: number of rows in all shards.
        parents: name of the input to its fingerprint.
        config: the settings the content depends on.
        versions: library versions at the time of writing.
        notes: counts and other facts for people; not part of the fingerprint.
        seconds: time the finishing process spent on it.
    """

    kind: str
    fingerprint: str
    rows: int = 0
    parents: Mapping[str, str] = field(default_factory=dict)
    config: Mapping[str, Any] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, Any] = field(default_factory=dict)
    seconds: float = 0.0
    schema_version: int = SCHEMA_VERSION


def write_atomically(path: Path, text: str) -> None:
    """Write a text file so that a reader sees the old one or the new one, never a half."""
    temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.tmp")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)


def read_manifest(folder: Path, kind: str, *, made_by: str = "") -> Manifest:
    """Read a finished artifact's manifest.

    Raises:
        DataError: the folder is missing, not finished, or of another kind.
    """
    manifest = find_manifest(folder)
    mend = f"; make it with: {made_by}" if made_by else ""
    if manifest is None:
        state = "is not finished (it has no manifest.json)" if folder.exists() else "does not exist"
        raise DataError(f"expected {kind} in {folder}, but it {state}{mend}")
    if manifest.kind != kind:
        raise DataError(f"expected {kind} in {folder}, but it holds {manifest.kind}{mend}")
    return manifest


def find_manifest(folder: Path) -> Manifest | None:
    """The manifest of a finished artifact, or None where there is none."""
    path = folder / MANIFEST
    if not path.is_file():
        return None
    try:
        manifest = Manifest(**json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise DataError(
            f"{path} is not a manifest of this project ({error}); delete it to remake the artifact"
        ) from error
    if manifest.schema_version != SCHEMA_VERSION:
        raise DataError(
            f"{path} has schema version {manifest.schema_version}, this release reads "
            f"{SCHEMA_VERSION}; delete the folder to remake the artifact"
        )
    return manifest


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Declare an artifact finished. Nothing may be written to it afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(asdict(manifest), indent=2, ensure_ascii=False, default=str)
    write_atomically(folder / MANIFEST, text + "\n")


class ArtifactWriter:
    """Writes one artifact shard by shard, and goes on where a killed process stopped.

    Args:
        folder: where the artifact lies.
        kind: what it holds.
        schema: columns of the shards.
        config: the settings the content depends on, and no others.
        parents: name of each input artifact to its fingerprint.
        overwrite: replace an artifact of another configuration instead of refusing.

    Raises:
        DataError: the folder holds a finished artifact of another configuration.
    """

    def __init__(
        self,
        folder: Path,
        kind: str,
        schema: pa.Schema,
        *,
        config: Mapping[str, Any],
        parents: Mapping[str, str] | None = None,
        overwrite: bool = False,
    ) -> None:
        self.folder, self.kind = Path(folder), kind
        self.config, self.parents = dict(config), dict(parents or {})
        self.fingerprint = fingerprint(kind, SCHEMA_VERSION, self.config, self.parents)
        self.schema = schema.with_metadata({_FINGERPRINT_KEY: self.fingerprint.encode()})
        self._refuse_or_remove_other(overwrite)

    def _refuse_or_remove_other(self, overwrite: bool) -> None:
        manifest = find_manifest(self.folder)
        if manifest is None or manifest.fingerprint == self.fingerprint:
            return
        if not overwrite:
            raise DataError(
                f"{self.folder} holds {manifest.kind} made with other settings or inputs "
                f"({_difference(manifest, self.config, self.parents)}); choose another folder, "
                "delete this one, or pass --overwrite true"
            )
        shutil.rmtree(self.folder)

    @property
    def done(self) -> bool:
        """True where this very artifact is finished."""
        return find_manifest(self.folder) is not None

    def present(self) -> set[int]:
        """Numbers of the shards of this plan that are already written."""
        return {
            int(path.stem.removeprefix("shard-"))
            for path in self.folder.glob("shard-*.parquet")
            if self._belongs(path)
        }

    def _belongs(self, path: Path) -> bool:
        try:
            metadata_ = pq.read_schema(path).metadata or {}
        except (pa.ArrowInvalid, OSError):  # a broken shard is made anew
            return False
        return metadata_.get(_FINGERPRINT_KEY) == self.fingerprint.encode()

    def write(self, index: int, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write shard number `index`; an existing shard of that number is replaced whole."""
        self.folder.mkdir(parents=True, exist_ok=True)
        table = pa.Table.from_pylist([dict(row) for row in rows], schema=self.schema)
        target = self.folder / f"shard-{index:06d}.parquet"
        temporary = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}.tmp")
        pq.write_table(table, temporary, compression="zstd")
        temporary.replace(target)

    def finish(self, *, seconds: float = 0.0, notes: Mapping[str, Any] | None = None) -> Manifest:
        """Remove leftovers, count the rows and write the manifest."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for leftover in self.folder.glob(".*.tmp"):
            leftover.unlink(missing_ok=True)
        rows = 0
        for path in sorted(self.folder.glob("shard-*.parquet")):
            if self._belongs(path):
                rows += pq.read_metadata(path).num_rows
            else:
                path.unlink()
        if not rows:  # an artifact with no rows still has its columns
            self.write(0, [])
        manifest = Manifest(
            kind=self.kind,
            fingerprint=self.fingerprint,
            rows=rows,
            parents=self.parents,
            config=self.config,
            versions=library_versions(),
            notes=dict(notes or {}),
            seconds=round(seconds, 3),
        )
        write_manifest(self.folder, manifest)
        return manifest


def _difference(manifest: Manifest, config: Mapping[str, Any], parents: Mapping[str, str]) -> str:
    """Name what differs from a finished artifact, for the error message."""
    was = json.loads(json.dumps({**manifest.config, **manifest.parents}, default=str))
    now = json.loads(json.dumps({**config, **parents}, default=str))
    keys = sorted(k for k in was.keys() | now.keys() if was.get(k) != now.get(k))
    return ", ".join(f"{key}: {_short(was.get(key))} -> {_short(now.get(key))}" for key in keys[:4])


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:57] + "..."


def read_rows(folder: Path, columns: list[str] | None = None) -> Iterator[dict[str, Any]]:
    """Rows of an artifact in shard order, one row group in memory at a time."""
    for path in sorted(Path(folder).glob("shard-*.parquet")):
        try:
            with pq.ParquetFile(path) as file:
                for batch in file.iter_batches(batch_size=256, columns=columns):
                    yield from batch.to_pylist()
        except (pa.ArrowInvalid, OSError) as error:
            raise DataError(
                f"{path} is not readable Parquet ({error}); delete it and the manifest beside it, "
                "then repeat the stage"
            ) from error


def digest_file(path: Path) -> str:
    """SHA-256 of a file's content, 32 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:32]


def is_artifact(folder: str | os.PathLike[str]) -> bool:
    """True where a folder is a finished artifact."""
    return (Path(folder) / MANIFEST).is_file()
