"""Judge stage: what fails in each output, and how good the others are."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from dharma_pl.artifacts import ArtifactWriter, Manifest, fingerprint, read_manifest, read_rows
from dharma_pl.data.base import DocumentSource
from dharma_pl.data.documents import load_documents
from dharma_pl.errors import DataError
from dharma_pl.failures import FailureMode, default_modes, find_all
from dharma_pl.judges import Judge, ReferenceJudge
from dharma_pl.records import Document, Output, Verdict
from dharma_pl.schemas import VERDICTS, row_to_output, verdict_to_row
from dharma_pl.stages.progress import track

MADE_BY = "python -m dharma_pl predict --config sample.yaml"


def judge(
    outputs: str,
    documents: str | DocumentSource,
    out: str,
    failure_modes: list[FailureMode] | None = None,
    judge: Judge | None = None,
    overwrite: bool = False,
) -> Manifest:
    """Look for every failure mode in every output, score it, and write verdicts.

    Args:
        outputs: an outputs artifact.
        documents: what they were sampled for; targets are scored against where there are any.
        out: folder of the verdicts artifact.
        failure_modes: what counts as failing; repetition, truncation, empty output, invalid JSON
            and DharmaOCR's schema by default.
        judge: how good an output is; closeness to the target by default.
        overwrite: replace verdicts of other settings instead of refusing.

    Raises:
        DataError: outputs that are missing, not finished, or of other documents.
    """
    started = time.monotonic()
    modes = default_modes() if failure_modes is None else failure_modes
    scorer = ReferenceJudge() if judge is None else judge
    source = Path(outputs)
    parent = read_manifest(source, "outputs", made_by=MADE_BY)
    by_id = {document.id: document for document in load_documents(documents)}
    config = {"failure_modes": [describe(mode) for mode in modes], "judge": describe(scorer)}
    targets = {key: document.target for key, document in sorted(by_id.items())}
    writer = ArtifactWriter(
        Path(out), "verdicts", VERDICTS, config=config | {"targets": fingerprint(targets)},
        parents={"outputs": parent.fingerprint}, overwrite=overwrite,
    )  # fmt: skip
    if writer.done:
        return read_manifest(Path(out), "verdicts")
    _judge_shards(source, writer, by_id, modes, scorer)
    counts = _mode_counts(Path(out))
    summary = ", ".join(f"{count} with {mode}" for mode, count in counts.items())
    notes = {"summary": summary or "no failures", "outputs_with": counts}
    return writer.finish(seconds=time.monotonic() - started, notes=notes)


def _judge_shards(
    source: Path,
    writer: ArtifactWriter,
    documents: dict[str, Document],
    modes: Sequence[FailureMode],
    scorer: Judge,
) -> None:
    """One shard of verdicts for each shard of outputs; those already written are left."""
    present = writer.present()
    shards = sorted(source.glob("shard-*.parquet"))
    for path in track(shards, "judge", len(shards)):
        index = int(path.stem.removeprefix("shard-"))
        if index in present:
            continue
        outputs = map(row_to_output, pq.read_table(path).to_pylist())
        verdicts = [_verdict(output, documents, modes, scorer) for output in outputs]
        writer.write(index, map(verdict_to_row, verdicts))


def _verdict(
    output: Output, documents: dict[str, Document], modes: Sequence[FailureMode], scorer: Judge
) -> Verdict:
    document = documents.get(output.document_id)
    if document is None:
        raise DataError(
            f"the outputs are for document {output.document_id}, which is not among the documents "
            "given; point --documents at those they were sampled from"
        )
    findings = find_all(output, document, modes)
    scores = scorer.score(output, document)
    return Verdict(output.document_id, output.sample, findings, scores, scorer.summary(scores))


def describe(plugin: FailureMode | Judge) -> dict[str, Any]:
    """A plug-in's class and settings, for fingerprints."""
    kind = type(plugin)
    settings = {name: value for name, value in vars(plugin).items() if not name.startswith("_")}
    return {"class_path": f"{kind.__module__}.{kind.__qualname__}", "settings": settings}


def _mode_counts(folder: Path) -> dict[str, int]:
    """How many outputs each failure mode was found in."""
    counts: dict[str, int] = {}
    for row in read_rows(folder, columns=["findings"]):
        for mode in sorted({finding["mode"] for finding in row["findings"]}):
            counts[mode] = counts.get(mode, 0) + 1
    return counts
