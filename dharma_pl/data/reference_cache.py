"""The reference cache on disk: append-only shards of per-token log-probabilities.

One folder a model, named by a hash of all that its log-probabilities depend on; `model.json` there
says the same in words. Rows are found by the content of their pair. A shard is written under a
name of its own and renamed, so that many ranks and many runs may add to a folder at once; a shard
that cannot be read is passed over, and its pairs are computed again.
"""

import json
import logging
import os
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import torch
from torch import Tensor

from dharma_pl.artifacts import write_atomically
from dharma_pl.data.image_features import FOLDER, SUFFIX
from dharma_pl.errors import GateError
from dharma_pl.schemas import REFERENCE

try:
    import fcntl
except ImportError:  # Windows: nothing holds a folder against pruning there
    fcntl = None  # type: ignore[assignment]

MODEL_FILE = "model.json"
_LOCK = ".lock"
_log = logging.getLogger(__name__)


class ReferenceRow(NamedTuple):
    """Per-token reference log-probabilities of one pair, nats, fp32, one entry a token."""

    chosen: Tensor
    rejected: Tensor


class Hold:
    """A lock on a folder; it goes with `close`, with the object, or with the process.

    Args:
        descriptor: of the lock file, open; negative for none.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def lock(self, *, alone: bool) -> bool:
        """Wait for a share of the lock, or try to have it alone."""
        if fcntl is None or self._descriptor < 0:
            return not alone
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB if alone else fcntl.LOCK_SH)
        except OSError:
            return not alone
        return True

    def is_at(self, path: Path) -> bool:
        """False where the lock was won on a file that has been pruned meanwhile."""
        try:
            return os.path.samestat(os.fstat(self._descriptor), path.stat())
        except FileNotFoundError:
            return False

    def close(self) -> None:
        """Let go."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> "Hold":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()


class ReferenceCache:
    """One model's folder of the cache.

    Rows are found by the pair's content key, never by path or name, so any run with the same
    model and the same pairs reads them, whatever its learning rate, beta, seed, loss or batch.

    Args:
        root: folder of all models' caches.
        key: hash of what the log-probabilities depend on beside the pair.
    """

    def __init__(self, root: str | Path, key: str) -> None:
        self.folder = Path(root) / key

    def describe(self, model: Mapping[str, Any]) -> None:
        """Say in `model.json` what the folder's name stands for, and that it was used now."""
        path = self.folder / MODEL_FILE
        self.folder.mkdir(parents=True, exist_ok=True)
        if path.is_file():
            with suppress(OSError):  # a cache that can only be read
                os.utime(path)
        else:
            text = json.dumps(dict(model), indent=2, ensure_ascii=False, default=str)
            write_atomically(path, text + "\n")

    def model(self) -> dict[str, Any]:
        """What `describe` wrote; empty where there is nothing to read."""
        try:
            found = json.loads((self.folder / MODEL_FILE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def hold(self) -> "Hold":
        """Keep the folder from being pruned for as long as the object returned lives."""
        while True:
            if (held := self._try_hold(alone=False)) is not None:
                return held

    def hold_alone(self) -> "Hold | None":
        """Have the folder alone, as pruning must; None where a run is using it.

        Where the file system knows no locks, nobody has a folder alone.
        """
        return self._try_hold(alone=True)

    def _try_hold(self, *, alone: bool) -> "Hold | None":
        path = self.folder / _LOCK
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            held = Hold(os.open(path, os.O_RDWR | os.O_CREAT, 0o666))
        except FileNotFoundError:  # pruned between the two
            return None
        except OSError:  # a folder that can only be read needs no lock
            return None if alone else Hold(-1)
        return held if held.lock(alone=alone) and held.is_at(path) else None

    def shards(self) -> list[Path]:
        """The finished shards."""
        return sorted(self.folder.glob("shard-*.parquet"))

    def images(self) -> list[Path]:
        """The files of image features, each of one prompt's images."""
        return sorted((self.folder / FOLDER).glob(f"*{SUFFIX}"))

    def leftovers(self, older_than: float = 0.0) -> list[Path]:
        """What killed writers left, so many seconds old."""
        before = time.time() - older_than
        files = [*self.folder.glob(".*.tmp"), *(self.folder / FOLDER).glob(".*.tmp")]
        return sorted(path for path in files if path.stat().st_mtime <= before)

    def missing(self, wanted: Mapping[str, str]) -> set[str]:
        """Content keys that have no row yet."""
        there = {key for _, table in self._tables(["key"]) for key in table["key"].to_pylist()}
        return set(wanted) - there

    def load(self, wanted: Mapping[str, str]) -> dict[str, ReferenceRow]:
        """Rows by content key.

        Args:
            wanted: content key to pair id, the latter for messages.

        Raises:
            GateError: a row that no model writes: NaN, infinite, or above zero.
        """
        keys = pa.array(sorted(wanted), pa.string())
        rows: dict[str, ReferenceRow] = {}
        for path, table in self._tables():
            for key, row in rows_of(table.filter(pc.is_in(table["key"], keys))):
                for side, values in zip(ReferenceRow._fields, row, strict=True):
                    if fault := fault_of(values):
                        raise GateError(
                            f"pair {wanted[key]}: the {side} side of its reference in {path} "
                            f"{fault}; delete that file, and its pairs are computed again"
                        )
                rows[key] = row
        return rows

    def append(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write one shard under a name of its own: many ranks and runs may append at once.

        Raises:
            GateError: a log-probability that is not finite.
        """
        rows = list(rows)
        for row in rows:
            for side in ReferenceRow._fields:
                if not np.isfinite(row[f"{side}_logprobs"]).all():
                    raise GateError(
                        f"pair {row['pair_id']}: the model's log-probabilities of its {side} side "
                        "are not finite; look at the weights, or choose a wider precision"
                    )
        self.folder.mkdir(parents=True, exist_ok=True)
        name = uuid.uuid4().hex
        temporary = self.folder / f".{name}.tmp"
        with temporary.open("wb") as file:
            pq.write_table(pa.Table.from_pylist(rows, schema=REFERENCE), file)
            file.flush()
            os.fsync(file.fileno())  # else a power cut could leave a name without its bytes
        temporary.replace(self.folder / f"shard-{name}.parquet")

    def _tables(self, columns: list[str] | None = None) -> Iterator[tuple[Path, pa.Table]]:
        for path in self.shards():
            try:
                yield path, read_shard(path, columns)
            except (pa.ArrowException, OSError) as error:
                _log.warning(
                    "%s is no shard of reference log-probs (%s): its pairs are computed again; "
                    "remove such files with: python -m dharma_pl reference --prune",
                    path, str(error).splitlines()[0],
                )  # fmt: skip


def read_shard(path: Path, columns: list[str] | None = None) -> pa.Table:
    """Read a shard whole.

    Raises:
        pyarrow.ArrowInvalid: it is torn, or has other columns.
        OSError: it cannot be read at all.
    """
    with pq.ParquetFile(path) as file:
        if not file.schema_arrow.equals(REFERENCE):
            raise pa.ArrowInvalid(f"its columns are {', '.join(file.schema_arrow.names)}")
        return file.read(columns=columns)


def rows_of(table: pa.Table) -> Iterator[tuple[str, ReferenceRow]]:
    """Content keys and rows of a shard."""
    sides = [table[f"{side}_logprobs"].combine_chunks() for side in ReferenceRow._fields]
    for number, key in enumerate(table["key"].to_pylist()):
        yield key, ReferenceRow(*(_tensor(side[number].values) for side in sides))


def _tensor(values: pa.Array | None) -> Tensor:
    if values is None:
        return torch.empty(0)
    return torch.from_numpy(values.to_numpy(zero_copy_only=False).astype(np.float32))


def fault_of(values: Tensor) -> str:
    """What makes a row no model's log-probabilities of a completion; empty where nothing does."""
    if not len(values):
        return "is empty"
    bad = ~values.isfinite() | (values > 1e-3)  # rounding may lift a certain token above zero
    if bad.any():
        first = int(bad.nonzero()[0])
        return f"has {float(values[first])} at token {first}"
    return ""
