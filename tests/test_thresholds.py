"""The thresholds file: read, written, refused."""

import os
from dataclasses import fields, replace

import pytest

from dharma_pl.errors import DataError
from dharma_pl.failures import Repetition, Truncation
from dharma_pl.functional.thresholds import Thresholds
from dharma_pl.records import Document, Output
from dharma_pl.thresholds import dump_thresholds, load_thresholds

RAISED = replace(Thresholds(), tail_symbols=99_999)


def test_what_is_written_is_read(tmp_path):
    path = tmp_path / "thresholds.yaml"
    path.write_text(dump_thresholds(RAISED, {"texts": 12}))
    assert load_thresholds(path) == load_thresholds(str(path)) == RAISED
    assert load_thresholds({"tail_symbols": 99_999, "calibration": {}}) == RAISED
    assert load_thresholds(RAISED) is RAISED
    assert load_thresholds() == Thresholds()
    path.write_text("# nothing\n")
    assert load_thresholds(path) == Thresholds()


def test_every_field_is_a_plain_number():
    assert all(
        type(getattr(Thresholds(), each.name)) in (int, float) for each in fields(Thresholds)
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tail_simbols: 3", r"unknown field 'tail_simbols', expected tail_repeats"),
        (
            "tail_poor_symbols: 160\ntail_symbols: 64\ntail_filler_counter_symbols: 400",
            r"field 'tail_poor_symbols', 'tail_filler_counter_symbols', expected .* calibrate",
        ),
        ("tail_symbols: many", "tail_symbols must be a number of at least 0, got 'many'"),
        ("tail_symbols: true", "must be a number"),
        ("tail_symbols: -1", "at least 0"),
        ("tail_symbols: .nan", "must be a number"),
        ("tail_symbols: .inf", "must be a number"),
        ("tail_symbols: 3.5", "tail_symbols must be a whole number, got 3.5"),
        ("tail_symbols: null", "must be a number"),
        ("- 3", "expected a mapping of field to number, got a list"),
        ("{", "is not YAML"),
        ("3: 4", "unknown field 3"),
        ("!!python/object/apply:os.abort []", "is not YAML"),
    ],
)
def test_a_mistake_is_named_in_one_line(text, message, tmp_path):
    path = tmp_path / "thresholds.yaml"
    path.write_text(text)
    with pytest.raises(DataError, match=message) as caught:
        load_thresholds(path)
    assert os.fspath(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(DataError, match=r"nowhere\.yaml: cannot be read"):
        load_thresholds(tmp_path / "nowhere.yaml")


def test_failure_modes_go_by_them(tmp_path):
    path = tmp_path / "thresholds.yaml"
    raised = replace(
        RAISED, tail_filler_symbols=99_999, tail_long_symbols=99_999, tail_counter_repeats=99_999.0,
        tail_respaced_repeats=99_999.0, tail_drift=99_999.0, tail_low_novelty=99_999.0,
    )  # fmt: skip
    path.write_text(dump_thresholds(raised))
    output = Output("page", 0, "Feijão 12,50 " * 30, (), (), "length")
    document = Document("page", "Transcribe.")
    assert len(Repetition().find(output, document)) == 1
    assert Truncation().find(output, document) == []
    assert Repetition(thresholds=str(path)).find(output, document) == []
    assert len(Truncation(thresholds=str(path)).find(output, document)) == 1
    # What verdicts depend on is the numbers, wherever they are kept.
    assert Repetition(thresholds=str(path)).thresholds["tail_symbols"] == 99_999
