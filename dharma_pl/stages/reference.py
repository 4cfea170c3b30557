"""The reference cache as a person keeps it: what is there, whether it is sound, what may go."""

import shutil
import sys
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pyarrow as pa
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dharma_pl.data.base import shown
from dharma_pl.data.reference_cache import (
    MODEL_FILE,
    ReferenceCache,
    ReferenceRow,
    fault_of,
    read_shard,
    rows_of,
)
from dharma_pl.errors import DataError, UsageError
from dharma_pl.stages.progress import track

STALE_SECONDS = 3600.0
"""A temporary file this old belongs to no living writer: a shard takes less than a second."""

TOLERANCE = 0.02
"""Two computations of one row may differ by this much, nats a token: batches round differently."""


def reference(
    list: bool = False,  # the flag is called --list
    verify: bool = False,
    prune: bool = False,
    cache_dir: str = "runs/reference",
    key: str | None = None,
    older_than_days: float | None = None,
    dry_run: bool = False,
) -> None:
    """Look after the cache of reference log-probabilities.

    Args:
        list: show the models in the cache: pairs, prompts whose images are kept, bytes, last use.
            What happens without a flag.
        verify: read every row: readable, finite, not empty, doubles agree.
        prune: remove unreadable shards and what killed writers left; with `key` or
            `older_than_days` whole models too. A model that a run holds stays.
        cache_dir: folder of the cache.
        key: only the model of this key, or of a key that begins so.
        older_than_days: only models not used for so long.
        dry_run: with `prune`: say what would go, and leave it.

    Raises:
        DataError: no cache there, no such model, or `verify` found something wrong.
    """
    if list + verify + prune > 1:
        raise UsageError("choose one of --list, --verify and --prune")
    models = [
        model
        for model in _models(Path(cache_dir), key)
        if older_than_days is None
        or datetime.now() - model.last_used >= timedelta(days=older_than_days)
    ]
    if prune:
        _prune(models, whole=key is not None or older_than_days is not None, dry_run=dry_run)
    elif verify:
        _verify(models)
    else:
        _print(models)


@dataclass
class _Model:
    """One model's folder, with what a look at all its shards gives."""

    cache: ReferenceCache
    pairs: int = 0
    rows: int = 0
    images: int = 0
    bytes: int = 0
    torn: list[Path] = field(default_factory=list)

    @property
    def key(self) -> str:
        return self.cache.folder.name

    @property
    def last_used(self) -> datetime:
        """When a run last asked for it: it then touches `model.json`."""
        files = [self.cache.folder / MODEL_FILE, *self.cache.shards(), self.cache.folder]
        times = [path.stat().st_mtime for path in files[:-1] if path.exists()]
        return datetime.fromtimestamp(max(times or [files[-1].stat().st_mtime]))

    def name(self) -> str:
        """What the model was called when it was first used."""
        model = self.cache.model()
        names = [model.get("name_or_path"), model.get("adapter_path")]
        return " + ".join(str(name) for name in names if name) or "(no model.json)"

    def setting(self) -> str:
        """Precision and attention, in a few words."""
        model = self.cache.model()
        names = ("precision", "dtype", "attn_implementation", "layout")
        return ", ".join(str(model[name]) for name in names if model.get(name))


def _models(root: Path, key: str | None) -> list[_Model]:
    if not root.is_dir():
        raise DataError(f"{shown(root)} does not exist: point --cache_dir at a reference cache")
    folders = [
        path for path in sorted(root.iterdir())
        if len(path.name) == 32 and path.is_dir() and path.name.startswith(key or "")
    ]  # fmt: skip
    if key is not None and not folders:
        raise DataError(f"{shown(root)} has no model whose key begins with {key}: see --list")
    return [_look_at(ReferenceCache(root, path.name)) for path in folders]


def _look_at(cache: ReferenceCache) -> _Model:
    model, keys = _Model(cache, images=len(cache.images())), set[str]()
    model.bytes = sum(path.stat().st_size for path in cache.images())
    for path in cache.shards():
        model.bytes += path.stat().st_size
        try:
            there = read_shard(path, ["key"])["key"].to_pylist()
        except (pa.ArrowException, OSError):
            model.torn.append(path)
        else:
            keys.update(there)
            model.rows += len(there)
    model.pairs = len(keys)
    return model


def _print(models: list[_Model]) -> None:
    table = Table("key", "model", "settings", "pairs", "images", "size", "last used")
    for model in models:
        again = f" (+{model.rows - model.pairs})" if model.rows > model.pairs else ""
        table.add_row(
            model.key[:12], escape(model.name()), escape(model.setting()),
            f"{model.pairs}{again}", str(model.images), _size(model.bytes),
            f"{model.last_used:%Y-%m-%d %H:%M}",
        )  # fmt: skip
    _console().print(table)


def _console() -> Console:
    """Tables go to stdout, whole where nobody watches."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else 160)


def _size(count: float) -> str:
    """A number of bytes for a person.

    >>> _size(900), _size(3 * 2**20)
    ('0.9 KiB', '3.0 MiB')
    """
    units = ["KiB", "MiB", "GiB"]
    count /= 1024
    while count >= 1024 and len(units) > 1:
        count, units = count / 1024, units[1:]
    return f"{count:.1f} {units[0]}"


def _verify(models: list[_Model]) -> None:
    console, faults = _console(), 0
    for model in models:
        found = [*_faults(model)]
        faults += len(found)
        state = f"{len(found)} faults" if found else "sound"
        console.print(f"{model.key[:12]} {escape(model.name())}: {model.pairs} pairs, {state}")
        for fault in found:
            console.print(f"  {escape(fault)}")
    if faults:
        raise DataError(
            f"{faults} faults in the reference cache; remove what cannot be read with "
            "python -m dharma_pl reference --prune, a whole model with --key KEY; both are "
            "computed again when they are needed"
        )


def _faults(model: _Model) -> Iterator[str]:
    """What is wrong with a model's rows, one line each."""
    called = model.cache.model().get("key", model.key)
    if called != model.key:
        yield f"{MODEL_FILE} is of the model {called}: this folder was copied or renamed"
    yield from (f"{path.name} cannot be read" for path in model.torn)
    first: dict[str, ReferenceRow] = {}
    sound = [path for path in model.cache.shards() if path not in model.torn]
    for path in track(sound, "reading the cache"):
        try:
            table = read_shard(path)
        except (pa.ArrowException, OSError) as error:
            yield f"{path.name} cannot be read ({str(error).splitlines()[0]})"
            continue
        pairs = table["pair_id"].to_pylist()
        for pair, (key, row) in zip(pairs, rows_of(table), strict=True):
            for side, values in zip(ReferenceRow._fields, row, strict=True):
                if fault := fault_of(values):
                    yield f"pair {pair}: its {side} side {fault} ({path.name})"
            if key in first and (difference := _difference(row, first[key])) > TOLERANCE:
                yield (
                    f"pair {pair} stands there twice, {difference:.4f} nats a token apart "
                    f"({path.name})"
                )
            first.setdefault(key, row)


def _difference(one: ReferenceRow, other: ReferenceRow) -> float:
    if any(len(a) != len(b) for a, b in zip(one, other, strict=True)):
        return float("inf")
    return max(float((a - b).abs().mean()) for a, b in zip(one, other, strict=True))


def _prune(models: list[_Model], *, whole: bool, dry_run: bool) -> None:
    """Remove models, or what is of no use in them."""
    for model in models:
        held = model.cache.hold_alone()
        if held is None:
            _console().print(f"{model.key[:12]} {escape(model.name())}: in use, left alone")
            continue
        with held:
            if whole:
                what = f"{model.pairs} pairs, {model.images} images, {_size(model.bytes)}"
                name = f"{model.key[:12]} {escape(model.name())} ({what})"
                _go(name, dry_run, partial(_remove, model.cache.folder))
                continue
            for path in [*model.torn, *model.cache.leftovers(STALE_SECONDS)]:
                _go(escape(str(path)), dry_run, path.unlink)


def _go(name: str, dry_run: bool, remove: Callable[[], object]) -> None:
    if not dry_run:
        remove()
    _console().print(f"{'would remove' if dry_run else 'removed'} {name}")


def _remove(folder: Path) -> None:
    """Out of sight first: a run that starts meanwhile makes a folder of its own."""
    doomed = folder.with_name(f".{folder.name}.{uuid.uuid4().hex[:8]}.pruned")
    folder.rename(doomed)
    shutil.rmtree(doomed)
