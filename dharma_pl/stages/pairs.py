"""Pairs stage: the model's own failure as rejected, a good output or the target as chosen."""

import re
import time
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, NamedTuple

from dharma_pl.artifacts import ArtifactWriter, Manifest, fingerprint, read_manifest, read_rows
from dharma_pl.data.base import DocumentSource
from dharma_pl.data.documents import load_documents
from dharma_pl.data.encode import Codec, load_codec
from dharma_pl.errors import DataError, UsageError
from dharma_pl.failures import FailureMode, default_modes, find_all
from dharma_pl.records import Completion, Document, Finding, Output, Pair, Split, Verdict
from dharma_pl.schemas import PAIRS, pair_to_row, row_to_output, row_to_pair, row_to_verdict
from dharma_pl.stages.judge import describe
from dharma_pl.stages.preferences import write_preferences

_NUMBER = re.compile(r"\d+")
Candidates = list[tuple[Output, Verdict]]


@dataclass
class PairRule:
    """Which outputs of a document become pairs.

    Attributes:
        chosen: the best clean output, the target, or the best and else the target.
        modes: failure modes whose outputs are rejected ones.
        keep_periods: a looping rejected output is cut this many periods after it has repeated
            what the chosen output repeats too, so that a loop of thousands of near-certain tokens
            does not own the loss.
        quality_pairs: also pair the best with the worst clean output.
        min_score_gap: smallest difference in score of a quality pair.
        min_chosen_score: the least a chosen output must score, where it has a score.
        max_pairs: at most so many a document.
    """

    chosen: Literal["best", "target", "best_or_target"] = "best_or_target"
    modes: list[str] = field(default_factory=lambda: ["repetition"])
    keep_periods: int = 3
    quality_pairs: bool = False
    min_score_gap: float = 0.2
    min_chosen_score: float = 0.0
    max_pairs: int = 2

    def __post_init__(self) -> None:
        if self.keep_periods < 1 or self.max_pairs < 1:
            raise UsageError("rule.keep_periods and rule.max_pairs: expected 1 or more")


def pairs(
    outputs: str,
    verdicts: str,
    documents: str | DocumentSource,
    out: str,
    processor: str,
    rule: PairRule = PairRule(),  # noqa: B008  # jsonargparse shows the defaults
    failure_modes: list[FailureMode] | None = None,
    splits: list[Split] | None = None,
    overwrite: bool = False,
    preferences: str | None = None,
) -> Manifest:
    """Make preference pairs out of a model's own outputs.

    Args:
        outputs: an outputs artifact.
        verdicts: the verdicts on it.
        documents: what they were sampled for.
        out: folder of the pairs artifact.
        processor: the model the pairs are for; its tokenizer encodes targets.
        rule: which outputs become pairs.
        failure_modes: what a target must be free of to be chosen; the defaults of `judge`.
        splits: documents of which splits; `train` by default, so that nothing held out leaks.
        overwrite: replace pairs of other settings instead of refusing.
        preferences: also write them to this Parquet file, in the form that other trainers read:
            `prompt`, `chosen`, `rejected`, and `images` where there are any.

    Raises:
        DataError: no document gave a pair; the summary says why.
    """
    parents = {
        "outputs": read_manifest(Path(outputs), "outputs").fingerprint,
        "verdicts": read_manifest(
            Path(verdicts), "verdicts", made_by="python -m dharma_pl judge --config judge.yaml"
        ).fingerprint,
    }
    modes = default_modes() if failure_modes is None else failure_modes
    codec = load_codec(processor)
    wanted = splits or ["train"]
    by_id = {doc.id: doc for doc in load_documents(documents) if doc.split in wanted}
    config = {
        "rule": vars(rule),
        "failure_modes": [describe(mode) for mode in modes],
        "splits": wanted,
        "tokenizer": codec.digest,
        "targets": fingerprint({key: doc.target for key, doc in sorted(by_id.items())}),
    }
    writer = ArtifactWriter(
        Path(out), "pairs", PAIRS, config=config, parents=parents, overwrite=overwrite
    )
    if not writer.done:
        maker = _PairMaker(rule, codec, modes)
        _make(writer, maker, _candidates(Path(outputs), Path(verdicts), by_id), by_id)
    if preferences is not None:
        write_preferences(map(row_to_pair, read_rows(Path(out))), by_id, preferences)
    return read_manifest(Path(out), "pairs")


def _make(
    writer: ArtifactWriter,
    maker: "_PairMaker",
    candidates: dict[str, Candidates],
    by_id: dict[str, Document],
) -> None:
    """Write the artifact."""
    started = time.monotonic()
    made = [pair for key in sorted(candidates) for pair in maker.make(by_id[key], candidates[key])]
    if not made:
        raise DataError(f"no pairs: {maker.summary(len(candidates))}; {_mend(maker)}")
    writer.write(0, map(pair_to_row, made))
    notes = {
        "summary": maker.summary(len(candidates)),
        "documents": dict(maker.outcomes),
        "pairs": dict(maker.kinds),
    }
    writer.finish(seconds=time.monotonic() - started, notes=notes)


def _candidates(
    outputs: Path, verdicts: Path, documents: dict[str, Document]
) -> dict[str, Candidates]:
    """Outputs with their verdicts by document, in the order of samples."""
    judged = {
        (verdict.document_id, verdict.sample): verdict
        for verdict in map(row_to_verdict, read_rows(verdicts))
    }
    found: dict[str, Candidates] = defaultdict(list)
    for output in map(row_to_output, read_rows(outputs)):
        if output.document_id not in documents:
            continue
        verdict = judged.get((output.document_id, output.sample))
        if verdict is None:
            raise DataError(
                f"{verdicts} has no verdict on document {output.document_id}, sample "
                f"{output.sample}: judge these very outputs"
            )
        found[output.document_id].append((output, verdict))
    return {key: sorted(rows, key=lambda row: row[0].sample) for key, rows in found.items()}


class _PairMaker:
    """Applies a rule document by document, and counts what became of each."""

    def __init__(self, rule: PairRule, codec: Codec, modes: list[FailureMode]) -> None:
        self.rule, self.codec, self.modes = rule, codec, modes
        self.outcomes: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()

    def make(self, document: Document, candidates: Candidates) -> list[Pair]:
        """The pairs of one document."""
        clean = sorted(
            (row for row in candidates if row[1].clean and row[0].finish_reason == "eos"),
            key=lambda row: -(row[1].score or 0.0),
        )
        failed = any(self._finding(verdict) for _, verdict in candidates)
        chosen = self._chosen(document, clean)
        if chosen is None:
            self.outcomes["no clean output or target" if failed else "no failure"] += 1
            return []
        rejected = [*self._degenerate(candidates, chosen), *self._worse(clean, chosen)]
        unique = {pair.rejected.token_ids: pair for pair in reversed(rejected)}
        kept = [pair for pair in rejected if unique[pair.rejected.token_ids] is pair]
        kept = kept[: self.rule.max_pairs]
        self.outcomes["paired" if kept else "no failure"] += 1
        self.kinds.update(pair.mode or pair.kind for pair in kept)
        return kept

    def _finding(self, verdict: Verdict) -> Finding | None:
        """The finding that makes an output rejected; earlier modes in the rule come first."""
        ranked = [f for mode in self.rule.modes for f in verdict.findings if f.mode == mode]
        return ranked[0] if ranked else None

    def _chosen(
        self, document: Document, clean: Candidates
    ) -> tuple[Completion, float | None] | None:
        if self.rule.chosen != "target" and clean:
            output, verdict = clean[0]
            if verdict.score is None or verdict.score >= self.rule.min_chosen_score:
                side = Completion(output.text, output.token_ids, output.finish_reason)
                return side, verdict.score
        if self.rule.chosen != "best" and document.target is not None:
            ids = tuple(self.codec.target(document.target))
            ends = (len(document.target),) * len(ids)
            as_output = Output(document.id, -1, document.target, ids, ends, "eos")
            if not find_all(as_output, document, self.modes):
                return Completion(document.target, ids, "eos"), 1.0
        return None

    def _degenerate(
        self, candidates: Candidates, chosen: tuple[Completion, float | None]
    ) -> Iterator[Pair]:
        for output, verdict in candidates:
            finding = self._finding(verdict)
            if finding is None:
                continue
            rejected, cut = cut_rejected(output, finding, self.rule.keep_periods, chosen[0].text)
            if rejected.token_ids and rejected.token_ids != chosen[0].token_ids:
                pair = _pair(output, verdict, chosen, rejected, "degenerate", finding.mode, cut)
                onset = loop_onset(output, finding, chosen[0].text)
                inside = onset is not None and onset < len(rejected.token_ids)
                yield replace(pair, onset=onset if inside else None)

    def _worse(self, clean: Candidates, chosen: tuple[Completion, float | None]) -> Iterator[Pair]:
        if not self.rule.quality_pairs or not clean:
            return
        output, verdict = clean[-1]
        if chosen[1] is None or verdict.score is None:
            return
        if chosen[1] - verdict.score >= self.rule.min_score_gap:
            rejected = Completion(output.text, output.token_ids, output.finish_reason)
            yield _pair(output, verdict, chosen, rejected, "quality", "", 0)

    def summary(self, num_documents: int) -> str:
        """One line for a person."""
        outcomes = ", ".join(f"{count} {name}" for name, count in self.outcomes.most_common())
        kinds = ", ".join(f"{count} {name}" for name, count in self.kinds.most_common())
        return f"{kinds or 'none'} from {num_documents} documents: {outcomes or 'none sampled'}"


def _pair(
    output: Output,
    verdict: Verdict,
    chosen: tuple[Completion, float | None],
    rejected: Completion,
    kind: Literal["degenerate", "quality"],
    mode: str,
    cut: int,
) -> Pair:
    gap = None
    if chosen[1] is not None and verdict.score is not None:
        gap = chosen[1] - verdict.score
    pair_id = f"{output.document_id}/{output.sample}"
    return Pair(pair_id, output.document_id, chosen[0], rejected, kind, mode, gap, cut)


def cut_rejected(
    output: Output, finding: Finding, keep_periods: int, chosen: str = ""
) -> tuple[Completion, int]:
    """Cut a looping output some periods after it became a failure.

    That is the loop's onset, and on a page that rightly repeats the same unit the end of those
    repeats: cut any earlier, the rejected side would be a beginning of the chosen one, and teach
    nothing about where to stop.

    A cut output ends without the end-of-sequence token, as a loop does: training it towards less
    of that token would punish stopping.

    Args:
        output: the failing output.
        finding: with `period` (characters) in its evidence where it is a loop.
        keep_periods: periods of the failure that stay.
        chosen: text of the other side.

    Returns:
        The side to train on, and how many tokens were removed.
    """
    kept = len(output.token_ids)
    copies = _copies(output, finding, chosen)
    if copies is not None:
        stop = finding.start + (copies.rightly + keep_periods) * copies.length
        kept = min(kept, bisect_left(output.token_ends, stop) + 1)
    cut = len(output.token_ids) - kept
    if not cut:
        return Completion(output.text, output.token_ids, output.finish_reason), 0
    text = output.text[: output.token_ends[kept - 1]]
    return Completion(text, output.token_ids[:kept], "length"), cut


def loop_onset(output: Output, finding: Finding, chosen: str = "") -> int | None:
    """The token at which a loop begins to be wrong.

    That is the first repeated copy of its unit, or on a page that rightly repeats the unit the
    first copy more than the page has. A token that also belongs to the copy before does not count.

    Args:
        output: the failing output.
        finding: with `period` (characters) in its evidence where it is a loop.
        chosen: text of the other side.

    Returns:
        Index among the output's tokens, or None where the finding is no loop or the loop ends
        within its first copy.

    Example:
        >>> text = "A: bcbcbc"
        >>> output = Output("a", 0, text, tuple(range(9)), tuple(range(1, 10)), "length")
        >>> loop = Finding("repetition", 1.0, 3, 9, "", {"period": 2})
        >>> loop_onset(output, loop), loop_onset(output, loop, chosen="A: bcbc")
        (5, 7)
    """
    copies = _copies(output, finding, chosen)
    if copies is None:
        return None
    wrong_from = finding.start + max(1, copies.rightly) * copies.length
    onset = bisect_left(output.token_ends, wrong_from) + 1
    return onset if onset < len(output.token_ids) else None


class _Copies(NamedTuple):
    """Copies of a loop's unit: their length in characters, and how many the chosen side has."""

    length: float
    rightly: int


def _copies(output: Output, finding: Finding, chosen: str) -> _Copies | None:
    period = finding.evidence.get("period")
    if not isinstance(period, int):
        return None
    unit, length = output.text[finding.start : finding.start + period], float(period)
    if finding.evidence.get("label") == "counter":
        # The chosen side counts too; copies get longer as the numbers do.
        unit, chosen = _NUMBER.sub("#", unit), _NUMBER.sub("#", chosen)
        length = (finding.end - finding.start) / finding.evidence["repeats"]
    return _Copies(length, _repeats_in(chosen, unit))


def _repeats_in(text: str, unit: str) -> int:
    """Length of the longest run of a unit in a text, in units."""
    repeats = 0
    while unit and unit * (repeats + 1) in text:
        repeats += 1
    return repeats


def _mend(maker: _PairMaker) -> str:
    if maker.outcomes["no clean output or target"]:
        return "give documents a target, or sample more outputs a document"
    return (
        "the model did not fail in these outputs: sample more documents, longer ones, or other "
        "temperatures (greedy decoding loops most), or name other modes in rule.modes"
    )
