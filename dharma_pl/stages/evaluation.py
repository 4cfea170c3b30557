"""Report stage: reads the outputs and verdicts of every stage and compares them."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from dharma_pl.artifacts import library_versions, read_manifest, read_rows
from dharma_pl.data.base import DocumentSource
from dharma_pl.data.documents import load_documents
from dharma_pl.errors import DataError
from dharma_pl.records import Output, Split, Verdict
from dharma_pl.schemas import row_to_output, row_to_verdict
from dharma_pl.stages.report import StageResult, build_report, stage_rows, write_report
from dharma_pl.stages.timing import seconds_by_stage

DECODING = ("temperatures", "top_p", "max_new_tokens", "precision")


def report(
    stages: dict[str, str],
    documents: str | DocumentSource,
    out: str,
    comparisons: list[list[str]] | None = None,
    run: str | None = None,
) -> None:
    """Compare stages on the same documents: rates with intervals, paired tests, a figure.

    Args:
        stages: name of each stage to a folder with its `outputs` and `verdicts`.
        documents: what the outputs were sampled for; their splits are reported apart.
        out: folder for `report.json`, `report.md` and `degeneration.png`.
        comparisons: pairs of stage names, before and after; sensible ones by default.
        run: folder of a run, whose settings and times go into the report.

    Raises:
        DataError: outputs or verdicts that are missing or do not belong together, or outputs
            that were sampled with early abort.
    """
    split_of = {document.id: document.split for document in load_documents(documents)}
    results: list[StageResult] = []
    decoding: dict[str, Any] = {}
    for name, folder in stages.items():
        config = read_manifest(Path(folder) / "outputs", "outputs").config
        if config.get("abort"):
            raise DataError(
                f"{folder}/outputs was sampled with early abort, but rates are published from full "
                "decoding alone: sample again without model.abort"
            )
        results += _results(name, Path(folder), split_of)
        decoding[name] = _decoding(config)
    built = build_report(
        results,
        seconds=seconds_by_stage(Path(run)) if run else {},
        config=_run_config(Path(run)) if run else {"stages": stages},
        versions=library_versions(),
        decoding=_same(decoding),
        comparisons=[(a, b) for a, b in comparisons] if comparisons else None,
    )
    write_report(built, Path(out))


def _results(name: str, folder: Path, split_of: dict[str, Split]) -> list[StageResult]:
    """One result a split, from the first output of each document."""
    outputs, verdicts = folder / "outputs", folder / "verdicts"
    read_manifest(outputs, "outputs")
    read_manifest(verdicts, "verdicts", made_by="python -m dharma_pl judge --config judge.yaml")
    given: dict[str, tuple[list[Output], list[Verdict]]] = defaultdict(lambda: ([], []))
    for output in map(row_to_output, read_rows(outputs)):
        if output.sample == 0:
            given[_split(output.document_id, split_of, outputs)][0].append(output)
    for verdict in map(row_to_verdict, read_rows(verdicts)):
        if verdict.sample == 0:
            given[_split(verdict.document_id, split_of, verdicts)][1].append(verdict)
    return [
        StageResult(name, split, stage_rows(*given[split]))
        for split in ("train", "validation", "heldout", "legitimate")
        if split in given
    ]


def _split(document_id: str, split_of: dict[str, Split], source: Path) -> Split:
    if document_id not in split_of:
        raise DataError(
            f"{source} has document {document_id}, which is not among the documents given; point "
            "--documents at those the outputs were sampled from"
        )
    return split_of[document_id]


def _decoding(config: Mapping[str, Any]) -> dict[str, Any]:
    """How outputs were made, as far as their manifest tells."""
    if not any(key in config for key in DECODING):
        return {"decoding": "unknown (outputs made elsewhere)"}
    return {key: config.get(key, "unknown") for key in DECODING} | {"early_abort": False}


def _same(decoding: dict[str, Any]) -> dict[str, Any]:
    """Settings once where all stages share them, else stage by stage."""
    first, *others = decoding.values()
    return first if all(other == first for other in others) else decoding


def _run_config(run: Path) -> dict[str, Any]:
    """Configurations of a run's steps, by step."""
    return {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted((run / "configs").glob("*.yaml"))
    }
