"""Calibration: honest targets that repeat themselves trip nothing afterwards."""

import json
import logging
from dataclasses import asdict
from random import Random

import pytest
import yaml

from dharma_pl.cli import main
from dharma_pl.errors import DataError
from dharma_pl.functional.repetition import find_repetition
from dharma_pl.functional.thresholds import Thresholds
from dharma_pl.stages.calibrate import EVIDENCE, LABELS, calibrate, calibrated
from dharma_pl.stages.scan import scan
from dharma_pl.thresholds import load_thresholds

FORM = "| conferido por | data | visto | "


def prose(number, words=120):
    random = Random(number)
    return " ".join("".join(random.choices("abcdefghij", k=5)) for _ in range(words))


def targets(count, forms=3, copies=30):
    """Texts of which a few are forms: their rows repeat at the end."""
    return [
        (f"page {n}", prose(n, 20) + FORM * copies if n < forms else prose(n)) for n in range(count)
    ]


def test_evidence_names_fields_that_there_are():
    assert set(EVIDENCE) == set(LABELS)
    named = [name for places in EVIDENCE.values() for names in places.values() for name in names]
    assert set(named) <= set(asdict(Thresholds()))
    assert len(named) == len(set(named))


def test_thresholds_rise_until_the_targets_pass():
    texts = targets(60)
    found = calibrated(texts, Thresholds(), seed=1)
    assert found.texts == 60
    assert {hit.case.name for hit in found.before} <= {name for name, _ in texts[:3]}
    assert found.before
    assert found.after == []
    assert found.factors["exact tail"] > 1
    assert found.factors["exact any"] == 1  # none was found whole
    for hit in found.before:
        assert find_repetition(hit.case.text, "length", found.thresholds) is None
    # A loop much longer than these is still one.
    loop = find_repetition(prose(0) + FORM * 2000, "length", found.thresholds)
    assert loop is not None
    assert loop.label == "exact"


def test_the_factor_is_the_smallest_of_its_grid():
    texts = targets(60)
    found = calibrated(texts, Thresholds(), seed=1)
    lower = {
        name: value / 2**0.25
        for name, value in asdict(found.thresholds).items()
        if name in EVIDENCE["exact"]["tail"]
    }
    weaker = load_thresholds(asdict(found.thresholds) | {k: int(v) for k, v in lower.items()})
    assert any(find_repetition(h.case.text, "length", weaker) for h in found.before)


def test_whole_texts_raise_what_is_needed_anywhere():
    texts = [("form", FORM * 200), *targets(20, forms=0)]
    found = calibrated(texts, Thresholds(), seed=0)
    assert found.factors["exact any"] > 1
    assert find_repetition(FORM * 200, "eos", found.thresholds) is None


def test_clean_targets_change_nothing():
    found = calibrated(targets(30, forms=0), Thresholds())
    assert found.before == found.after == []
    assert found.thresholds == Thresholds()
    assert set(found.factors.values()) == {1.0}


def test_the_rate_allows_some():
    texts = targets(40, forms=2)
    strict = calibrated(texts, Thresholds(), seed=1)
    lax = calibrated(texts, Thresholds(), seed=1, rate=0.1)
    assert strict.before == lax.before == lax.after
    assert lax.thresholds == Thresholds()
    assert strict.after == []


def test_seeds_and_processes():
    texts = targets(70)
    first = calibrated(texts, Thresholds(), seed=3, cuts=2)
    assert calibrated(texts, Thresholds(), seed=3, cuts=2, workers=2) == first
    assert calibrated(texts, Thresholds(), seed=4, cuts=2).before != first.before


def test_what_no_evidence_clears_is_named():
    with pytest.raises(DataError, match=r"1 targets are called exact whatever .* first: endless"):
        calibrated([("endless", "feijão preto " * 60_000)], Thresholds())


def write(folder, kind):
    texts = targets(30)
    if kind == "folder":
        folder = folder / "texts"
        folder.mkdir()
        for name, text in texts:
            (folder / f"{name}.txt").write_text(text)
        return folder, "target"
    path = folder / f"targets.{kind}"
    if kind == "csv":
        path.write_text("gold\n" + "".join(f"{text}\n" for _, text in texts))
        return path, "gold"
    path.write_text(
        "".join(json.dumps({"target": text, "id": name}) + "\n" for name, text in texts)
    )
    return path, "target"


@pytest.mark.parametrize("kind", ["jsonl", "csv", "folder"])
def test_the_verb_writes_what_scan_reads(kind, tmp_path, capfd):
    path, column = write(tmp_path, kind)
    out = tmp_path / "new" / "thresholds.yaml"
    arguments = ["calibrate", str(path), "--out", str(out), "--column", column, "--seed", "1"]
    assert main(arguments) == 0
    printed = capfd.readouterr().out
    assert "30 texts" in printed
    assert "copies of" in printed
    assert "cleared" in printed
    assert "still allow a rate of 11.35 %" in printed.replace("\n", " ")
    block = yaml.safe_load(out.read_text())["calibration"]
    assert block["texts"] == 30
    assert block["left"]["cut"]["up_to_exact"] == {
        "count": 0, "rate": 0.0, "low": 0.0, "high": 0.113513,
    }  # fmt: skip
    assert load_thresholds(out).tail_symbols > Thresholds().tail_symbols
    cut = {"text": targets(1)[0][1][:600], "finish_reason": "length"}
    (tmp_path / "outputs").write_text(json.dumps(cut))
    assert scan([str(tmp_path / "outputs")]).all.exact == 1
    assert scan([str(tmp_path / "outputs")], thresholds=str(out)).all.exact == 0


def test_bad_input(tmp_path, capfd, caplog):
    out = str(tmp_path / "out.yaml")
    assert main(["calibrate", "--out", out]) == 2
    assert main(["calibrate", str(tmp_path / "nowhere"), "--out", out]) == 1
    blank = tmp_path / "blank.txt"
    blank.write_text(" \n")
    assert main(["calibrate", str(blank), "--out", out]) == 1
    latin = tmp_path / "latin.txt"
    latin.write_bytes(b"feij\xe3o")
    assert main(["calibrate", str(latin), "--out", out]) == 1
    table = tmp_path / "table.jsonl"
    table.write_text('{"target": "a"}\n')
    assert main(["calibrate", str(table), "--out", out, "--column", "gold"]) == 1
    assert main(["calibrate", str(table), "--out", out, "--rate", "2"]) == 2
    assert "Traceback" not in capfd.readouterr().err
    assert not (tmp_path / "out.yaml").exists()
    table.write_text('{"target": "a"}\nbroken\n')
    with caplog.at_level(logging.WARNING):
        assert calibrate([str(table)], out).texts == 1
    assert "line 2" in caplog.text
