"""Columns of the artifacts, and the way between their rows and records."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import pyarrow as pa

from dharma_pl.records import Completion, Finding, Output, Pair, Verdict

Row = Mapping[str, Any]

_IDS = pa.list_(pa.int32())

OUTPUTS = pa.schema(
    [
        ("document_id", pa.string()),
        ("sample", pa.int32()),
        ("text", pa.string()),
        ("token_ids", _IDS),
        ("token_ends", _IDS),
        ("finish_reason", pa.string()),
        ("temperature", pa.float64()),
        ("max_new_tokens", pa.int32()),
    ]
)

_FINDING = pa.struct(
    [
        ("mode", pa.string()),
        ("score", pa.float64()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("reason", pa.string()),
        ("evidence", pa.string()),  # JSON: every mode has facts of its own
    ]
)
_SCORE = pa.struct([("criterion", pa.string()), ("value", pa.float64())])

VERDICTS = pa.schema(
    [
        ("document_id", pa.string()),
        ("sample", pa.int32()),
        ("findings", pa.list_(_FINDING)),
        ("scores", pa.list_(_SCORE)),
        ("score", pa.float64()),
    ]
)

_COMPLETION = pa.struct(
    [("text", pa.string()), ("token_ids", _IDS), ("finish_reason", pa.string())]
)

PAIRS = pa.schema(
    [
        ("id", pa.string()),
        ("document_id", pa.string()),
        ("chosen", _COMPLETION),
        ("rejected", _COMPLETION),
        ("kind", pa.string()),
        ("mode", pa.string()),
        ("score_gap", pa.float64()),
        ("cut", pa.int32()),
        ("onset", pa.int32()),
    ]
)

_LOGPROBS = pa.list_(pa.float32())

REFERENCE = pa.schema(
    [
        ("key", pa.string()),
        ("pair_id", pa.string()),
        ("chosen_logprobs", _LOGPROBS),
        ("rejected_logprobs", _LOGPROBS),
    ]
)


def clean_text(text: str) -> str:
    """Text that UTF-8 can hold: lone surrogates become U+FFFD, one for one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def output_to_row(output: Output) -> dict[str, Any]:
    """A row of an outputs artifact."""
    return asdict(output) | {"text": clean_text(output.text)}


def row_to_output(row: Row) -> Output:
    """An output as it was written."""
    ids = {name: tuple(row[name]) for name in ("token_ids", "token_ends")}
    return Output(**{**row, **ids})


def verdict_to_row(verdict: Verdict) -> dict[str, Any]:
    """A row of a verdicts artifact."""
    findings = [
        asdict(finding)
        | {
            "reason": clean_text(finding.reason),
            "evidence": clean_text(json.dumps(dict(finding.evidence), ensure_ascii=False)),
        }
        for finding in verdict.findings
    ]
    scores = [{"criterion": name, "value": value} for name, value in verdict.scores.items()]
    return {
        "document_id": verdict.document_id,
        "sample": verdict.sample,
        "findings": findings,
        "scores": scores,
        "score": verdict.score,
    }


def row_to_verdict(row: Row) -> Verdict:
    """A verdict as it was written."""
    findings = tuple(
        Finding(**{**finding, "evidence": json.loads(finding["evidence"])})
        for finding in row["findings"]
    )
    scores = {score["criterion"]: score["value"] for score in row["scores"]}
    return Verdict(row["document_id"], row["sample"], findings, scores, row["score"])


def pair_to_row(pair: Pair) -> dict[str, Any]:
    """A row of a pairs artifact."""
    row = asdict(pair)
    for side in ("chosen", "rejected"):
        row[side]["text"] = clean_text(row[side]["text"])
    return row


def row_to_pair(row: Row) -> Pair:
    """A pair as it was written; columns that an older release did not know keep their defaults."""
    sides = {
        name: Completion(side["text"], tuple(side["token_ids"]), side["finish_reason"])
        for name in ("chosen", "rejected")
        for side in (row[name],)
    }
    return Pair(**{**row, **sides})
