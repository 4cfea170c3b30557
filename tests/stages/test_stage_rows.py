"""Outputs and verdicts joined to the rows that a report counts."""

from dataclasses import replace

import pytest

from dharma_pl.errors import DataError
from dharma_pl.failures.invalid_json import InvalidJson
from dharma_pl.failures.repetition import Repetition
from dharma_pl.records import Document, Finding, FinishReason, Output, Verdict
from dharma_pl.stages.report import stage_rows


def make_output(
    document_id: str = "d0",
    sample: int = 0,
    text: str = "abcd",
    finish_reason: FinishReason = "eos",
) -> Output:
    """One token a character."""
    ids = tuple(range(len(text)))
    return Output(document_id, sample, text, ids, tuple(i + 1 for i in ids), finish_reason)


def make_finding(mode: str, start: int = 0) -> Finding:
    return Finding(mode, 1.0, start, start + 1, "because")


class TestStageRows:
    def test_joins_by_document_and_sample(self) -> None:
        outputs = [make_output("a", 0), make_output("a", 1), make_output("b", 0)]
        verdicts = [
            Verdict("b", 0, score=0.3),
            Verdict("a", 1, (make_finding("repetition"),), score=0.2),
            Verdict("a", 0, score=0.1),
        ]
        rows = stage_rows(outputs, verdicts)
        assert [(row.document_id, row.score) for row in rows] == [
            ("a", 0.1),
            ("a", 0.2),
            ("b", 0.3),
        ]
        assert [row.degenerate for row in rows] == [False, True, False]
        assert [row.tokens for row in rows] == [4, 4, 4]

    def test_waste_is_the_loop_after_its_first_period(self) -> None:
        output = make_output(text="12345 ab ab ab ab!")
        loop = Finding("repetition", 1.0, 6, 17, "", {"period": 3})
        assert stage_rows([output], [Verdict("d0", 0, (loop,))])[0].wasted_tokens == 11 - 3
        twice = Verdict("d0", 0, (loop, replace(loop, start=0, end=10)))
        assert stage_rows([output], [twice])[0].wasted_tokens == 17 - 3
        assert stage_rows([output], [Verdict("d0", 0)])[0].wasted_tokens == 0

    def test_agrees_with_the_failure_modes(self) -> None:
        unit = "Feijão 12,50; "
        output = make_output(text='{"text": "' + unit * 60, finish_reason="length")
        modes = (Repetition(), InvalidJson())
        findings = [f for mode in modes for f in mode.find(output, Document("d0", ""))]
        (row,) = stage_rows([output], [Verdict("d0", 0, tuple(findings))])
        assert row.degenerate
        assert row.dharma_rule
        assert not row.valid
        assert row.wasted_tokens == 59 * len(unit)

    @pytest.mark.parametrize(
        ("mode", "degenerate", "valid"),
        [
            ("repetition", True, True),
            ("invalid_json", False, False),
            ("schema", False, False),
            ("truncation", False, True),
        ],
    )
    def test_reads_findings(self, mode: str, degenerate: bool, valid: bool) -> None:
        (row,) = stage_rows([make_output()], [Verdict("d0", 0, (make_finding(mode),))])
        assert (row.degenerate, row.valid, row.hit_limit) == (degenerate, valid, False)

    def test_an_aborted_output_counts_as_degenerate(self) -> None:
        (row,) = stage_rows([make_output(finish_reason="abort")], [Verdict("d0", 0)])
        assert row.degenerate
        assert not row.hit_limit

    @pytest.mark.parametrize(
        ("text", "finish_reason", "expected"),
        [
            ("x" * 60, "length", True),
            ("x" * 59, "length", False),  # occurrences do not overlap
            ("0123456789abcde" * 4, "length", True),
            ("0123456789abcde" * 3, "length", False),
            ("0123456789abcde" * 4, "eos", False),
            ("a tail of fifteen, " * 3 + "and a tail of fifteen, ", "length", True),
            ("short" * 2, "length", False),
        ],
    )
    def test_dharma_rule(self, text: str, finish_reason: FinishReason, expected: bool) -> None:
        output = make_output(text=text, finish_reason=finish_reason)
        (row,) = stage_rows([output], [Verdict("d0", 0)])
        assert row.dharma_rule is expected

    def test_errors_name_the_document(self) -> None:
        one, verdict = make_output("page 7"), Verdict("page 7", 0)
        with pytest.raises(DataError, match="no verdict on document 'page 7', sample 0"):
            stage_rows([one], [])
        with pytest.raises(DataError, match="verdict without output on document 'page 7'"):
            stage_rows([], [verdict])
        with pytest.raises(DataError, match="two outputs for document 'page 7'"):
            stage_rows([one, one], [verdict])
        with pytest.raises(DataError, match="two verdicts on document 'page 7'"):
            stage_rows([one], [verdict, verdict])
