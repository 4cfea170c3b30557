"""Scan: how much of any file of outputs is degenerate. No model needed.

The findings file grows chunk by chunk. After each chunk a small file beside it says how far input
and output have come and what has been counted, so that a scan that was killed cuts the output
back to there and goes on, and ends with the same bytes.
"""

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from dharma_pl.artifacts import fingerprint, write_atomically
from dharma_pl.errors import DataError, UsageError, shown
from dharma_pl.functional.thresholds import Thresholds
from dharma_pl.stages.parallel import ordered_map
from dharma_pl.stages.progress import bytes_bar, console
from dharma_pl.stages.scan_input import InputFile, Position, Step, open_inputs, read_steps
from dharma_pl.stages.scan_rows import NO_GROUP, scan_chunk
from dharma_pl.stages.scan_tally import KEEP_WORST, Summary
from dharma_pl.stages.scan_text import print_summary
from dharma_pl.thresholds import load_thresholds

VERSION = 1
"""Of the findings file and the state beside it."""

State = tuple[Position, int, Summary]
"""Where the input goes on, the bytes of findings up to there, and what they add up to."""


def scan(
    files: list[str],
    out: str | None = None,
    group_by: str | None = None,
    thresholds: str | None = None,
    workers: int = 1,
    worst: int = 10,
) -> Summary:
    """Find the repetition loops in files of outputs and print how many there are.

    Args:
        files: JSONL or Parquet with `text` and where there are any `id`, `finish_reason` and
            `target`; or folders of our own outputs.
        out: findings file, one JSON line an input row, in order; killed and started again, a scan
            goes on.
        group_by: a column to print rates by.
        thresholds: YAML of `calibrate`.
        workers: processes; 0 for every core.
        worst: looping outputs to show, 100 at most.

    Raises:
        DataError: files that cannot be read, no row that can be scanned, or findings of another
            scan in the way.
        UsageError: no file named, or a number out of range.
    """
    if not files:
        raise UsageError("scan needs a FILE: JSONL or Parquet with a column text")
    if not 0 <= worst <= KEEP_WORST:
        raise UsageError(f"--worst must be 0 to {KEEP_WORST}, got {worst}")
    loaded = load_thresholds(thresholds)
    inputs = open_inputs(files)
    if out is None:
        summary = Summary()
        for _, part in _scanned(inputs, loaded, group_by, workers, Position()):
            summary.merge(part[1])
    else:
        summary = _Findings(Path(out), inputs, loaded, group_by).write(workers)
    if not summary.all.rows:
        raise DataError(_nothing(files, summary))
    print_summary(summary, worst, group_by)
    return summary


def _scanned(
    inputs: list[InputFile],
    thresholds: Thresholds,
    group_by: str | None,
    workers: int,
    start: Position,
) -> Iterator[tuple[Step, tuple[bytes, Summary]]]:
    """Steps from a position on, with the findings of each."""
    total = sum(source.size for source in inputs)
    before = sum(source.size for source in inputs[: start.file])
    if start.file < len(inputs) and not inputs[start.file].parquet:
        before += start.offset
    waiting: deque[Step] = deque()

    def chunks() -> Iterator[Any]:
        for step in read_steps(inputs, group_by, start):
            waiting.append(step)
            yield step.chunk

    work = partial(scan_chunk, thresholds=thresholds, group_by=group_by)
    with bytes_bar("scan", total, before) as advance:
        for found in ordered_map(work, chunks(), workers):
            step = waiting.popleft()
            if step.chunk.first_row == 0 and step.chunk.batch is None:
                _check_group(found[1], group_by)
            yield step, found
            advance(step.done)


def _check_group(first: Summary, group_by: str | None) -> None:
    """A column that no row of the first chunk has is a slip."""
    if group_by is not None and list(first.groups) == [NO_GROUP]:
        raise DataError(f"none of the first {first.rows} rows has the column {group_by!r:.80}")


def _nothing(files: list[str], summary: Summary) -> str:
    named = ", ".join(map(shown, files[:3]))
    if not summary.rows:
        return f"{named}: no rows: expected one JSON object a line, or Parquet"
    kind, count = max(summary.errors.counts.items(), key=lambda item: item[1])
    first = ascii(summary.errors.first[kind][0])[1:-1]
    return (
        f"{named}: none of {summary.rows} rows could be scanned: {count} x {kind}, first: {first}"
    )


class _Findings:
    """The findings file, and beside it how far it has come."""

    def __init__(
        self, out: Path, inputs: list[InputFile], thresholds: Thresholds, group_by: str | None
    ) -> None:
        self.out = out
        self.state_path = out.with_name(f"{out.name}.state.json")
        self.inputs, self.thresholds, self.group_by = inputs, thresholds, group_by
        settings = {"thresholds": asdict(thresholds), "group_by": group_by, "version": VERSION}
        files = [source.identity() for source in inputs]
        self.identity = {"input": fingerprint(files), "settings": fingerprint(settings)}

    def write(self, workers: int) -> Summary:
        """Scan what has not been scanned yet."""
        state = self._resume()
        if state is None:
            self.out.parent.mkdir(parents=True, exist_ok=True)
            self._save(Position(), 0, Summary(), done=False)
            self.out.touch()
            state = Position(), 0, Summary()
        position, size, summary = state
        if position.file >= len(self.inputs):
            console.print(f"nothing to do: {shown(self.out)} is complete", markup=False)
            return summary
        with self.out.open("r+b") as file:
            file.truncate(size)
            file.seek(size)
            steps = _scanned(self.inputs, self.thresholds, self.group_by, workers, position)
            for step, (lines, part) in steps:
                file.write(lines)
                file.flush()
                size += len(lines)
                summary.merge(part)
                self._save(step.end, size, summary, done=False)
        self._save(Position(len(self.inputs), row=summary.rows), size, summary, done=True)
        return summary

    def _save(self, position: Position, size: int, summary: Summary, *, done: bool) -> None:
        state = {
            "done": done,
            **self.identity,
            "position": asdict(position),
            "bytes": size,
            "summary": summary.to_json(),
        }
        write_atomically(self.state_path, json.dumps(state, ensure_ascii=False) + "\n")

    def _resume(self) -> State | None:
        """What an earlier, perhaps killed, scan left; None where there was none."""
        mend = "delete both, or name another --out"
        where = f"{shown(self.out)} and {shown(self.state_path.name)}"
        if not self.state_path.is_file():
            if self.out.exists():
                raise DataError(f"{shown(self.out)} exists and is no scan's: name another --out")
            return None
        try:
            state = json.loads(self.state_path.read_text(encoding="utf-8"))
            found = (
                Position(**state["position"]), state["bytes"], Summary.from_json(state["summary"]),
            )  # fmt: skip
            differs = [key for key, value in self.identity.items() if state[key] != value]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            message = f"{shown(self.state_path)} is not a scan's ({error!r:.80}): {mend}"
            raise DataError(message) from error
        if not found[1] and not state["done"]:
            return None  # nothing was written: it failed, or was killed, at once
        if differs:
            raise DataError(f"{where} are of a scan with other {' and '.join(differs)}: {mend}")
        if not self.out.is_file() or self.out.stat().st_size < found[1]:
            raise DataError(f"{shown(self.out)} was changed since it was scanned: {mend}")
        return found
