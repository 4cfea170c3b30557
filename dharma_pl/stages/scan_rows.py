"""One chunk of rows to its findings: what a worker does. Imports little, since workers start anew.

A row that cannot be read still gives a line, with `error` in it: line for line, output and input
correspond.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dharma_pl.functional.excess import excess_repetition
from dharma_pl.functional.repetition import (
    FinishReason,
    Repetition,
    dharma_rule,
    find_repetition,
)
from dharma_pl.functional.thresholds import Thresholds
from dharma_pl.schemas import clean_text
from dharma_pl.stages.scan_tally import Summary, Worst, worst_of

if TYPE_CHECKING:
    import pyarrow as pa

MAX_LINE = 256 * 2**20
"""Bytes of the longest line that is read."""

UNIT = 200
"""Characters of a unit that are written; `start` and `period` give it whole."""

NO_GROUP = "(none)"
_TOO_DEEP = "is nested too deeply"

FIELDS = (
    "id", "degenerate", "broad", "label", "score", "start", "end", "period", "repeats", "unit",
    "wasted_share", "dharma_rule", "er4",
)  # fmt: skip

_FINISH_REASONS: dict[str, FinishReason] = {
    "eos": "eos",
    "eos_token": "eos",
    "stop": "eos",
    "stop_sequence": "eos",
    "end_turn": "eos",
    "length": "length",
    "max_tokens": "length",
    "max_length": "length",
    "model_length": "length",
    "abort": "abort",
    "aborted": "abort",
}
"""Ours, and what servers and APIs call the same."""


class BadRow(ValueError):
    """A row that cannot be scanned; its kind is for counting."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


@dataclass(frozen=True)
class Chunk:
    """Rows that are read together.

    Attributes:
        file: for messages.
        lines: number and content of lines that are not blank; empty for Parquet.
        batch: rows of a Parquet file; None for lines.
        first_row: number of the first row over all files, from 0.
        first_line: number of the first row of a Parquet file in it, from 0.
        artifact: whether it is an outputs artifact of ours.
    """

    file: str
    first_row: int
    lines: tuple[tuple[int, bytes], ...] = ()
    batch: "pa.RecordBatch | None" = None
    first_line: int = 0
    artifact: bool = False

    def __len__(self) -> int:
        return len(self.lines) if self.batch is None else self.batch.num_rows

    def rows(self) -> Iterator[tuple[str, "Mapping[str, Any] | BadRow"]]:
        """Where each row stands, and its values or why there are none."""
        if self.batch is None:
            for number, line in self.lines:
                yield f"{self.file} line {number}", _parsed(line)
            return
        for index in range(self.batch.num_rows):
            yield f"{self.file} row {self.first_line + index}", _sliced(self.batch, index)


def scan_chunk(
    chunk: Chunk, thresholds: Thresholds, group_by: str | None = None
) -> tuple[bytes, Summary]:
    """Scan the rows of a chunk.

    Returns:
        One JSON line a row, and what there is to count.
    """
    summary = Summary()
    lines = []
    for number, (where, row) in enumerate(chunk.rows(), chunk.first_row):
        summary.rows += 1
        identity: Any = number
        try:
            if isinstance(row, BadRow):
                raise row
            identity = _identity(row, number, artifact=chunk.artifact)
            line = _scan_row(row, number, identity, where, summary, thresholds, group_by)
        except (BadRow, RecursionError) as caught:
            error = caught if isinstance(caught, BadRow) else BadRow("broken JSON", _TOO_DEEP)
            summary.errors.add(error.kind, f"{where}: {error}")
            line = dict.fromkeys(FIELDS) | {"id": identity, "error": str(error)}
        lines.append(json.dumps(line, ensure_ascii=False))
    summary.worst = worst_of(summary.worst)
    return "".join(line + "\n" for line in lines).encode(errors="replace"), summary


def _scan_row(
    row: Mapping[str, Any],
    number: int,
    identity: Any,
    where: str,
    summary: Summary,
    thresholds: Thresholds,
    group_by: str | None,
) -> dict[str, Any]:
    text = _text(row)
    reason = _finish_reason(row.get("finish_reason"), where, summary)
    target = _target(row.get("target"), where, summary)
    group = None if group_by is None else _group(row.get(group_by))
    _note_odd_characters(text, where, summary)
    found = find_repetition(text, reason, thresholds)
    dharma = dharma_rule(text, reason)
    summary.all.count(len(text), reason, found, dharma)
    if group is not None:
        summary.group(group).count(len(text), reason, found, dharma)
    aborted = reason == "abort"
    line = dict.fromkeys(FIELDS) | {
        "id": identity,
        "degenerate": aborted or (found is not None and found.strict),
        "broad": aborted or found is not None,
        "dharma_rule": None if reason is None else dharma,
        "er4": None if target is None else round(excess_repetition(text, target), 6),
    }
    if found is not None:
        facts = _facts(found)
        line |= facts
        short = identity[:UNIT] if isinstance(identity, str) else identity
        summary.worst.append(Worst(number, short, where, **facts))
    return line


def _facts(found: Repetition) -> dict[str, Any]:
    return {
        "label": found.label,
        "score": round(found.score, 6),
        "start": found.start,
        "end": found.end,
        "period": found.period,
        "repeats": round(found.repeats, 4),
        "unit": clean_text(found.unit[:UNIT]),
        "wasted_share": round(found.wasted_share, 6),
    }


def _parsed(line: bytes) -> Mapping[str, Any] | BadRow:
    if len(line) >= MAX_LINE:
        return BadRow("line too long", f"is longer than {MAX_LINE} bytes")
    try:
        value = json.loads(line.decode())
    except UnicodeDecodeError as error:
        return BadRow("invalid UTF-8", f"is not UTF-8 at byte {error.start} of the line")
    except (ValueError, RecursionError) as error:
        return BadRow("broken JSON", f"is not valid JSON ({error}): expected one object a line")
    if not isinstance(value, dict):
        return BadRow("no object", f"expected a JSON object, got {_kind(value)}")
    return value


def _sliced(batch: "pa.RecordBatch", index: int) -> Mapping[str, Any] | BadRow:
    try:
        row: dict[str, Any] = batch.slice(index, 1).to_pylist()[0]
    except ValueError as error:
        return BadRow("invalid UTF-8", f"cannot be read ({error})")
    return row


def _text(row: Mapping[str, Any]) -> str:
    text = row.get("text")
    if text is None:
        has = ", ".join(map(clean_text, map(repr, list(row)[:10]))) or "nothing"
        raise BadRow("no text", f"has no text, only {has:.300}: name the column text")
    if not isinstance(text, str):
        raise BadRow("text is no string", f"text must be a string, got {_kind(text)}")
    return text


def _identity(row: Mapping[str, Any], number: int, *, artifact: bool) -> Any:
    if artifact:
        return f"{row.get('document_id')}/{row.get('sample')}"
    value = row.get("id")
    if value is None:
        return number
    return value if isinstance(value, int) else clean_text(str(value))


def _group(value: Any) -> str:
    return NO_GROUP if value is None else clean_text(str(value)[:UNIT])


def _finish_reason(value: Any, where: str, summary: Summary) -> FinishReason | None:
    if value is None:
        return None
    known = _FINISH_REASONS.get(value.lower()) if isinstance(value, str) else None
    if known is None:
        shown = repr(value)[:60]
        summary.notes.add("unknown finish_reason", f"{where}: {clean_text(shown)}")
    return known


def _target(value: Any, where: str, summary: Summary) -> str | None:
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    if value is None or isinstance(value, str):
        return value
    summary.notes.add("target is no string", f"{where}: {_kind(value)}")
    return None


def _note_odd_characters(text: str, where: str, summary: Summary) -> None:
    if "\0" in text:
        summary.notes.add("NUL character", where)
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError as error:
            summary.notes.add("lone surrogate", f"{where}, character {error.start}")


def _kind(value: Any) -> str:
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "a boolean"}
    return kinds.get(type(value), "a number" if isinstance(value, int | float) else "null")
