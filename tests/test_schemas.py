"""Records survive their rows, whatever text a model wrote."""

from dataclasses import replace

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from dharma_pl.records import Completion, Finding, Output, Pair, Verdict
from dharma_pl.schemas import (
    OUTPUTS,
    PAIRS,
    VERDICTS,
    clean_text,
    output_to_row,
    pair_to_row,
    row_to_output,
    row_to_pair,
    row_to_verdict,
    verdict_to_row,
)

text = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
wild = st.text(st.characters(), max_size=20)  # lone surrogates included
ids = st.lists(st.integers(0, 2**31 - 1), max_size=8).map(tuple)
reasons = st.sampled_from(["eos", "length", "abort"])
score = st.floats(0, 1)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | score | text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=6,
)
outputs = st.builds(
    Output, text, st.integers(0, 9), text, ids, ids, reasons, score, st.integers(0, 10**6)
)
findings = st.builds(
    Finding, text, score, st.integers(0, 10**9), st.integers(0, 10**9), text,
    st.dictionaries(text, json_values, max_size=3),
)  # fmt: skip
verdicts = st.builds(
    Verdict, text, st.integers(0, 9), st.lists(findings, max_size=3).map(tuple),
    st.dictionaries(text, score, max_size=3), st.none() | score,
)  # fmt: skip
completions = st.builds(Completion, text, ids, reasons)
pairs = st.builds(
    Pair, text, text, completions, completions, st.sampled_from(["degenerate", "quality"]), text,
    st.none() | score, st.integers(0, 10**6), st.none() | st.integers(0, 10**6),
)  # fmt: skip


def through(schema, row):
    (back,) = pa.Table.from_pylist([row], schema=schema).to_pylist()
    assert back.keys() == set(schema.names)
    return back


@given(outputs)
def test_outputs(output):
    assert row_to_output(through(OUTPUTS, output_to_row(output))) == output


@given(verdicts)
def test_verdicts(verdict):
    assert row_to_verdict(through(VERDICTS, verdict_to_row(verdict))) == verdict


@given(pairs)
def test_pairs(pair):
    assert row_to_pair(through(PAIRS, pair_to_row(pair))) == pair


@given(pairs)
def test_pairs_of_a_release_without_onsets(pair):
    old = PAIRS.remove(PAIRS.get_field_index("onset"))
    row = pair_to_row(pair)
    del row["onset"]
    assert row_to_pair(through(old, row)) == replace(pair, onset=None)


@given(wild)
def test_hostile_text_can_always_be_written_and_keeps_its_length(value):
    """Findings count characters, so what is replaced is replaced one for one."""
    clean = clean_text(value)
    assert len(clean) == len(value)
    clean.encode()
    assert clean_text(clean) == clean
    output = Output("a", 0, value, (1,), (1,), "eos")
    assert row_to_output(through(OUTPUTS, output_to_row(output))).text == clean
    finding = Finding("mode", 1.0, 0, 1, value, {"unit": value})
    back = row_to_verdict(through(VERDICTS, verdict_to_row(Verdict("a", 0, (finding,)))))
    assert back.findings[0].evidence == {"unit": clean}
    side = Completion(value, (1,), "eos")
    assert row_to_pair(through(PAIRS, pair_to_row(Pair("a", "a", side, side)))).chosen.text == clean


def test_surrogates_one_for_one():
    assert clean_text("a\ud800b") == "a\ufffdb"
    assert clean_text("\ud83d\ude42 fine") in ("\U0001f642 fine", "\ufffd\ufffd fine")
