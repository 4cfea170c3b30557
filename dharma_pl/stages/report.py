"""What changed between the stages: rates with intervals, paired tests, quality beside them."""

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from dharma_pl.errors import DataError, UsageError
from dharma_pl.functional.repetition import dharma_rule
from dharma_pl.functional.statistics import (
    bootstrap_mean,
    mcnemar,
    paired_bootstrap,
    relative_reduction,
    wilson_interval,
)
from dharma_pl.records import Output, Verdict
from dharma_pl.stages.report_figure import render_figure
from dharma_pl.stages.report_text import render_markdown, report_table

__all__ = [
    "Report",
    "StageResult",
    "StageRow",
    "build_report",
    "report_table",
    "stage_rows",
    "write_report",
]

Report = dict[str, Any]
"""The content of `report.json`: plain JSON values."""

DEFAULT_COMPARISONS = (("vanilla", "sft"), ("sft", "dpo"), ("sft", "sft_more"), ("sft_more", "dpo"))
INVALID_MODES = frozenset({"invalid_json", "schema"})
DEGENERATE_MODE = "repetition"


@dataclass(frozen=True, slots=True)
class StageRow:
    """One document in one stage.

    Attributes:
        document_id: what stages are matched by.
        degenerate: it loops, or was aborted for looping.
        hit_limit: it ran to the token limit.
        valid: it is JSON and keeps the schema, as far as those failure modes were looked for.
        score: the judge's, 0..1, or None where there is nothing to score against.
        dharma_rule: the published DharmaOCR rule, for comparability only.
        tokens: number of generated tokens, where known.
        wasted_tokens: those of them in a loop after its first period, where known.
    """

    document_id: str
    degenerate: bool
    hit_limit: bool
    valid: bool
    score: float | None
    dharma_rule: bool
    tokens: int | None = None
    wasted_tokens: int | None = None


@dataclass
class StageResult:
    """One stage on one split.

    Attributes:
        name: of the stage: `vanilla`, `sft`, `sft_more`, `dpo`, or any other.
        split: of the documents.
        rows: one a document, in any order.
    """

    name: str
    split: str
    rows: list[StageRow]


def stage_rows(outputs: Iterable[Output], verdicts: Iterable[Verdict]) -> list[StageRow]:
    """Joins what was generated with what was found in it, by document and sample.

    Args:
        outputs: of one stage on one split.
        verdicts: on exactly these outputs, in any order.

    Returns:
        One row an output, in the order of `outputs`.

    Raises:
        DataError: an output without verdict, a verdict without output, or either of them twice.
    """
    judged: dict[tuple[str, int], Verdict] = {}
    for verdict in verdicts:
        key = (verdict.document_id, verdict.sample)
        if key in judged:
            raise DataError(
                f"two verdicts on {_where(key)}: judge the outputs again into an empty folder"
            )
        judged[key] = verdict
    rows = []
    seen = set()
    for output in outputs:
        key = (output.document_id, output.sample)
        if key in seen:
            raise DataError(f"two outputs for {_where(key)}: sample again into an empty folder")
        if key not in judged:
            raise DataError(f"no verdict on {_where(key)}: run `judge` on these outputs first")
        seen.add(key)
        rows.append(_row(output, judged[key]))
    if extra := next((key for key in judged if key not in seen), None):
        raise DataError(
            f"a verdict without output on {_where(extra)}: judge these outputs, not other ones"
        )
    return rows


def _row(output: Output, verdict: Verdict) -> StageRow:
    loops = [finding for finding in verdict.findings if finding.mode == DEGENERATE_MODE]
    # The first copy of the unit may be what the page says; what follows it is waste.
    wasted = [(loop.start + loop.evidence.get("period", 0), loop.end) for loop in loops]
    return StageRow(
        document_id=output.document_id,
        degenerate=bool(loops) or output.finish_reason == "abort",
        hit_limit=output.finish_reason == "length",
        valid=not any(finding.mode in INVALID_MODES for finding in verdict.findings),
        score=verdict.score,
        dharma_rule=dharma_rule(output.text, output.finish_reason),
        tokens=len(output.token_ids),
        wasted_tokens=sum(
            any(start < end <= stop for start, stop in wasted) for end in output.token_ends
        ),
    )


def build_report(
    results: Sequence[StageResult],
    *,
    seconds: Mapping[str, float],
    config: Mapping[str, Any],
    versions: Mapping[str, str],
    decoding: Mapping[str, Any],
    comparisons: Sequence[tuple[str, str]] | None = None,
) -> Report:
    """Rates with Wilson intervals for every stage and split, and the stages compared pairwise.

    The numbers do not depend on the order of a stage's rows.

    Args:
        results: stages in the order to be shown; every stage of a split holds the same documents.
        seconds: time per stage of the run.
        config: of the run.
        versions: of the libraries it used.
        decoding: settings every rate depends on: temperature, token limit, early abort.
        comparisons: pairs of stage names, before and after. By default vanilla and SFT, SFT and
            DPO, SFT and its control, the control and DPO, and other stages with the one before.

    Returns:
        The content of `report.json`, floats rounded to six significant digits.

    Raises:
        DataError: no stages, a stage without outputs, a document twice in a stage, or in one stage
            of a split and missing in another, or a score that is not a number.
        UsageError: a comparison of a stage that no split has.
    """
    if not results:
        raise DataError("no stages to report on: sample and judge at least one first")
    splits = _by_split(results)
    names = list(dict.fromkeys(result.name for result in results))
    pairs = _default_pairs(names) if comparisons is None else _known(comparisons, names)
    report = {
        "stages": [
            _stage_entry(name, split, list(rows.values()))
            for split, stages in splits.items()
            for name, rows in stages.items()
        ],
        "comparisons": [
            _comparison_entry(a, b, split, list(stages[a].values()), list(stages[b].values()))
            for split, stages in splits.items()
            for a, b in pairs
            if a in stages and b in stages
        ],
    }
    return {
        **_map_floats(report, lambda x: float(f"{x:.6g}")),
        "seconds": {str(name): round(value, 1) for name, value in seconds.items()},
        "config": _plain(config),
        "versions": _plain(versions),
        "decoding": _plain(decoding),
    }


def write_report(report: Report, out_dir: Path) -> list[Path]:
    """Writes `report.json`, `report.md` and `degeneration.png`, each whole or not at all.

    `report.json` comes last, so that where it is, the others are too.

    Args:
        report: from `build_report`.
        out_dir: made where missing.

    Returns:
        The paths written.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    text = json.dumps(report, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    contents = {
        "degeneration.png": render_figure(report),
        "report.md": render_markdown(report).encode(errors="replace"),
        "report.json": text.encode(errors="replace"),
    }
    for name, content in contents.items():
        temporary = out_dir / f".{name}.tmp"  # a fixed name: the next run overwrites a left one
        temporary.write_bytes(content)
        temporary.replace(out_dir / name)
    return [out_dir / name for name in reversed(contents)]


def _by_split(results: Sequence[StageResult]) -> dict[str, dict[str, dict[str, StageRow]]]:
    """Rows by split, stage and document; every stage of a split has the same documents."""
    splits: dict[str, dict[str, dict[str, StageRow]]] = {}
    for result in results:
        stages = splits.setdefault(result.split, {})
        if result.name in stages:
            raise DataError(
                f"stage {result.name!r} occurs twice on split {result.split!r}: keep one of them"
            )
        stages[result.name] = _by_document(result)
    for split, stages in splits.items():
        _check_same_documents(split, stages)
    return splits


def _by_document(result: StageResult) -> dict[str, StageRow]:
    where = f"stage {result.name!r}, split {result.split!r}"
    if not result.rows:
        raise DataError(f"{where}: no outputs to report on: sample at least one document")
    rows: dict[str, StageRow] = {}
    for row in result.rows:
        if row.document_id in rows:
            raise DataError(
                f"{where}: document {row.document_id!r} occurs twice, but a published rate counts"
                " each document once: report on one sample a document"
            )
        if row.score is not None and not math.isfinite(row.score):
            raise DataError(
                f"{where}: the score of document {row.document_id!r} is {row.score}: expected a"
                " finite number, or None where there is nothing to score against"
            )
        rows[row.document_id] = row
    # Sorted, so that the bootstrap does not depend on who wrote which shard when.
    return dict(sorted(rows.items()))


def _check_same_documents(split: str, stages: Mapping[str, Mapping[str, StageRow]]) -> None:
    first_name, first = next(iter(stages.items()))
    for name, rows in stages.items():
        for has, has_rows, lacks, lacks_rows in (
            (first_name, first, name, rows),
            (name, rows, first_name, first),
        ):
            if missing := [id_ for id_ in has_rows if id_ not in lacks_rows]:
                raise DataError(
                    f"split {split!r}: document {missing[0]!r} is in stage {has!r} but missing in"
                    f" stage {lacks!r} ({len(missing)} such): sample both on the same documents"
                )


def _default_pairs(names: Sequence[str]) -> list[tuple[str, str]]:
    pairs = [(a, b) for a, b in DEFAULT_COMPARISONS if a in names and b in names]
    for a, b in pairwise(names):
        if (a, b) not in pairs and (b, a) not in pairs:
            pairs.append((a, b))
    return pairs


def _known(pairs: Sequence[tuple[str, str]], names: Sequence[str]) -> list[tuple[str, str]]:
    for name in (name for pair in pairs for name in pair):
        if name not in names:
            raise UsageError(
                f"comparisons: no stage {name!r}, expected one of {', '.join(map(repr, names))}"
            )
    return [(a, b) for a, b in pairs]


def _stage_entry(name: str, split: str, rows: Sequence[StageRow]) -> dict[str, Any]:
    n = len(rows)
    degenerate = sum(row.degenerate for row in rows)
    scores = [row.score for row in rows if row.score is not None]
    means: list[float | None] = [*scores] or [None]
    if len(scores) > 1:  # one says nothing about the spread
        means = list(bootstrap_mean(scores))
    score, *score_interval = means
    return {
        "name": name,
        "split": split,
        "n": n,
        "degenerate": degenerate,
        "rate": degenerate / n,
        "ci95": list(wilson_interval(degenerate, n)),
        "hit_limit_rate": sum(row.hit_limit for row in rows) / n,
        "valid_rate": sum(row.valid for row in rows) / n,
        "dharma_rate": sum(row.dharma_rule for row in rows) / n,
        "wasted_token_share": _wasted_share(rows),
        "score": score,
        "score_ci95": score_interval or None,
        "score_n": len(scores),
    }


def _comparison_entry(
    a: str, b: str, split: str, rows_a: Sequence[StageRow], rows_b: Sequence[StageRow]
) -> dict[str, Any]:
    flags_a = [row.degenerate for row in rows_a]
    flags_b = [row.degenerate for row in rows_b]
    n = len(flags_a)
    scored = [
        (x.score, y.score)
        for x, y in zip(rows_a, rows_b, strict=True)
        if x.score is not None and y.score is not None
    ]
    deltas: list[float | None] = [y - x for x, y in scored] or [None]
    if len(scored) > 1:
        deltas = list(paired_bootstrap([x for x, _ in scored], [y for _, y in scored]))
    delta, *delta_interval = deltas
    return {
        "a": a,
        "b": b,
        "split": split,
        "n": n,
        "degenerate_a": sum(flags_a),
        "degenerate_b": sum(flags_b),
        "only_a": sum(x and not y for x, y in zip(flags_a, flags_b, strict=True)),
        "only_b": sum(y and not x for x, y in zip(flags_a, flags_b, strict=True)),
        "relative_reduction": relative_reduction(sum(flags_a) / n, sum(flags_b) / n),
        "mcnemar_p": mcnemar(flags_a, flags_b),
        "score_delta": delta,
        "score_delta_ci95": delta_interval or None,
        "score_n": len(scored),
    }


def _wasted_share(rows: Sequence[StageRow]) -> float | None:
    tokens = wasted = 0
    for row in rows:
        if row.tokens is None or row.wasted_tokens is None:
            return None
        tokens += row.tokens
        wasted += row.wasted_tokens
    return wasted / tokens if tokens else None


def _where(key: tuple[str, int]) -> str:
    return f"document {key[0]!r}, sample {key[1]}"


def _map_floats(value: Any, function: Callable[[float], float]) -> Any:
    if isinstance(value, dict):
        return {key: _map_floats(item, function) for key, item in value.items()}
    if isinstance(value, list):
        return [_map_floats(item, function) for item in value]
    return function(value) if isinstance(value, float) else value


def _plain(value: Any) -> Any:
    """Any configuration as JSON values with sorted keys; what JSON cannot say becomes a string."""
    if isinstance(value, Mapping):
        return {str(key): _plain(value[key]) for key in sorted(value, key=str)}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    return str(value)
