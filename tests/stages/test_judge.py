"""Verdicts: every mode, every score, shard by shard."""

import json
import shutil
from pathlib import Path

import pytest

from dharma_pl.artifacts import read_rows
from dharma_pl.errors import DataError
from dharma_pl.failures import Empty, FailureMode
from dharma_pl.judges import Judge
from dharma_pl.records import Finding
from dharma_pl.schemas import row_to_verdict
from dharma_pl.stages.judge import judge


class SaysFeijao(FailureMode):
    """A mode of somebody's own."""

    name = "feijao"

    def __init__(self, word="feijão"):
        self.word = word

    def find(self, output, document):
        start = output.text.find(self.word)
        return [] if start < 0 else [Finding(self.name, 1.0, start, start + 6, "said it")]


class Half(Judge):
    name = "half"

    def score(self, output, document):
        return {"half": 0.5}

    def summary(self, scores):
        return scores["half"]


def page(number):
    return json.dumps(
        {"header": "", "margin": "", "footer": "", "text": f"feijão {number}"},
        ensure_ascii=False,
    )


@pytest.fixture
def outputs(make_output, write_outputs, loop):
    return write_outputs(
        [
            make_output(0, 0, page(0)),
            make_output(0, 1, loop, "length"),
            make_output(1, 0, ""),
            make_output(1, 1, '{"header": null', "length"),
            make_output(2, 0, '{"text": 1}'),
            make_output(2, 1, "not JSON"),
            make_output(3, 0, page(7)),
        ]
    )


def verdicts_of(folder):
    verdicts = map(row_to_verdict, read_rows(folder))
    return {(v.document_id[-1], v.sample): v for v in verdicts}


def test_every_output_gets_its_verdict(outputs, text_documents, tmp_path):
    manifest = judge(outputs, text_documents, str(tmp_path / "verdicts"))
    found = verdicts_of(tmp_path / "verdicts")
    modes = {key: {finding.mode for finding in v.findings} for key, v in found.items()}
    assert modes[("0", 0)] == set()
    assert "repetition" in modes[("0", 1)]
    assert "truncation" not in modes[("0", 1)]  # a loop is no lack of tokens
    assert "empty" in modes[("1", 0)]
    assert "truncation" in modes[("1", 1)]
    assert "schema" in modes[("2", 0)]
    assert "invalid_json" in modes[("2", 1)]
    assert modes[("3", 0)] == set()
    assert found[("0", 0)].scores["edit_similarity"] == 1.0
    assert 0 < found[("3", 0)].score < found[("0", 0)].score
    assert found[("3", 0)].score == pytest.approx(
        sum(found[("3", 0)].scores.values()) / 2, abs=1e-12
    )
    assert manifest.rows == 7
    assert manifest.notes["outputs_with"]["repetition"] == 1


def test_the_loop_is_found_where_it_is(outputs, text_documents, tmp_path):
    judge(outputs, text_documents, str(tmp_path / "verdicts"))
    verdict = verdicts_of(tmp_path / "verdicts")[("0", 1)]
    (finding,) = [f for f in verdict.findings if f.mode == "repetition"]
    assert finding.evidence["period"] == 10
    assert finding.start == 10


def test_a_killed_judge_goes_on(outputs, text_documents, tmp_path):
    out = tmp_path / "verdicts"
    judge(outputs, text_documents, str(out))
    whole = {path.name: path.read_bytes() for path in out.glob("shard-*")}
    assert len(whole) == 3
    (out / "manifest.json").unlink()
    (out / "shard-000001.parquet").unlink()
    kept = (out / "shard-000000.parquet").stat().st_mtime_ns
    judge(outputs, text_documents, str(out))
    assert {path.name: path.read_bytes() for path in out.glob("shard-*")} == whole
    assert (out / "shard-000000.parquet").stat().st_mtime_ns == kept


def test_a_second_run_does_nothing(outputs, text_documents, tmp_path):
    out = tmp_path / "verdicts"
    first = judge(outputs, text_documents, str(out))
    times = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    assert judge(outputs, text_documents, str(out)) == first
    assert {path.name: path.stat().st_mtime_ns for path in out.iterdir()} == times


def test_other_modes_judges_or_targets_are_other_verdicts(outputs, text_documents, tmp_path):
    out = str(tmp_path / "verdicts")
    judge(outputs, text_documents, out)
    changed = tmp_path / "changed.jsonl"
    text = Path(text_documents).read_text(encoding="utf-8")
    changed.write_text(text.replace("feijão 3", "arroz 3"), encoding="utf-8")
    for arguments in (
        {"failure_modes": [Empty()]},
        {"judge": Half()},
        {"documents": str(changed)},
    ):
        with pytest.raises(DataError, match="--overwrite"):
            judge(**({"outputs": outputs, "documents": text_documents, "out": out} | arguments))
    judge(outputs, text_documents, out, judge=Half(), overwrite=True)
    assert {v.score for v in verdicts_of(out).values()} == {0.5}


def test_the_settings_of_a_mode_count(outputs, text_documents, tmp_path):
    out = str(tmp_path / "verdicts")
    judge(outputs, text_documents, out, failure_modes=[SaysFeijao()])
    found = verdicts_of(out)
    assert {key for key, v in found.items() if v.findings} == {("0", 0), ("0", 1), ("3", 0)}
    with pytest.raises(DataError, match="failure_modes"):
        judge(outputs, text_documents, out, failure_modes=[SaysFeijao("arroz")])


def test_outputs_of_other_documents_are_one_line(outputs, tmp_path):
    path = tmp_path / "others.jsonl"
    path.write_text('{"id": "x", "prompt": "Read."}\n')
    with pytest.raises(DataError, match="page-00, which is not among the documents"):
        judge(outputs, str(path), str(tmp_path / "verdicts"))


def test_outputs_that_are_not_there(text_documents, tmp_path, outputs):
    with pytest.raises(DataError, match="python -m dharma_pl predict"):
        judge(str(tmp_path / "nowhere"), text_documents, str(tmp_path / "verdicts"))
    half = tmp_path / "half"
    shutil.copytree(outputs, half)
    (half / "manifest.json").unlink()
    with pytest.raises(DataError, match="not finished"):
        judge(str(half), text_documents, str(tmp_path / "verdicts"))
