"""Pairs: what is chosen, what is rejected, where it is cut, and who gave none."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dharma_pl.artifacts import read_rows
from dharma_pl.data.encode import load_codec
from dharma_pl.errors import DataError, UsageError
from dharma_pl.failures import Repetition, default_modes, find_all
from dharma_pl.records import Document, Finding, Output
from dharma_pl.schemas import row_to_pair
from dharma_pl.stages.judge import judge
from dharma_pl.stages.pairs import PairRule, cut_rejected, loop_onset, pairs


def page(text):
    return json.dumps({"header": "", "margin": "", "footer": "", "text": text}, ensure_ascii=False)


@pytest.fixture
def make(write_outputs, text_documents, llama, tmp_path):
    """Judge outputs, pair them, and return the pairs and the manifest."""
    count = iter(range(100))

    def run(outputs, documents=text_documents, modes=None, splits=None, rejected=None, **rule):
        number = next(count)
        folder = write_outputs(outputs, f"outputs-{number}")
        verdicts = str(tmp_path / f"verdicts-{number}")
        judge(folder, documents, verdicts, failure_modes=modes)
        out = str(tmp_path / f"pairs-{number}")
        if rejected:
            rule["modes"] = rejected
        manifest = pairs(
            folder, verdicts, documents, out, llama, PairRule(**rule),
            failure_modes=modes, splits=splits,
        )  # fmt: skip
        return [row_to_pair(row) for row in read_rows(out)], manifest

    return run


def test_the_loop_is_cut_three_periods_after_its_onset_and_gets_no_end(make, make_output, loop):
    looping = make_output(0, 1, loop, "length")
    (pair,), _ = make([make_output(0, 0, page("feijão 0")), looping])
    kept = pair.rejected.text
    assert loop.startswith(kept)
    assert 10 + 3 * 10 <= len(kept) < 10 + 3 * 10 + 8  # to the end of a token
    assert pair.rejected.token_ids == looping.token_ids[: len(pair.rejected.token_ids)]
    assert pair.cut == len(looping.token_ids) - len(pair.rejected.token_ids) > 0
    assert pair.rejected.finish_reason == "length"
    assert (pair.kind, pair.mode) == ("degenerate", "repetition")


def test_a_loop_that_stopped_by_itself_loses_its_end_with_the_cut(make, make_output, llama):
    text = '{"text": "' + "feijão 12 " * 450 + '"}'
    (pair,), _ = make([make_output(0, 0, page("x")), make_output(0, 1, text)])
    assert not set(load_codec(llama).end_ids) & set(pair.rejected.token_ids)
    assert pair.rejected.finish_reason == "length"


def test_the_chosen_side_ends_as_the_model_ended_it(make, make_output, loop, llama):
    clean = make_output(0, 0, page("feijão 1"))
    (pair,), _ = make([clean, make_output(0, 1, loop, "length")])
    assert pair.chosen.token_ids == clean.token_ids  # never encoded again
    assert pair.chosen.finish_reason == "eos"
    assert pair.chosen.token_ids[-1] == load_codec(llama).end_id


@pytest.mark.parametrize("periods", [1, 2, 5, 1000])
def test_keep_periods(make, make_output, loop, periods):
    looping = make_output(0, 1, loop, "length")
    (pair,), _ = make([make_output(0, 0, page("x")), looping], keep_periods=periods)
    assert len(pair.rejected.text) >= min(10 + 10 * periods, len(loop))
    assert len(pair.rejected.text) < 10 + 10 * periods + 8
    if periods == 1000:
        assert pair.cut == 0
        assert pair.rejected.token_ids == looping.token_ids


def test_best_clean_wins_then_the_target(make, make_output, loop, text_documents):
    near, far = make_output(0, 0, page("feijão 9")), make_output(0, 1, page("zzz"))
    bad = make_output(0, 2, loop, "length")
    (pair,), _ = make([far, bad, near])
    assert pair.chosen.text == near.text
    assert 0 < pair.score_gap <= 1
    (pair,), _ = make([near, bad], chosen="target")
    assert pair.chosen.text == page("feijão 0")
    (pair,), _ = make([bad])
    assert pair.chosen.text == page("feijão 0")
    with pytest.raises(DataError, match=r"1 no clean output or target.*give documents a target"):
        make([bad], chosen="best")
    (pair,), _ = make([far, bad], min_chosen_score=0.9)
    assert pair.chosen.text == page("feijão 0")


def test_a_failing_output_is_never_chosen(make, make_output, loop):
    """Not even where it scores best: cut, unfinished JSON, off the schema."""
    bad = make_output(0, 0, loop, "length")
    for text, finish in (
        (page("feijão 0"), "length"),
        (page("feijão 0")[:-1], "eos"),
        (json.dumps({"text": "feijão 0"}), "eos"),
    ):
        (pair,), _ = make([bad, make_output(0, 1, text, finish)])
        assert pair.chosen.text == page("feijão 0")
        with pytest.raises(DataError, match="no pairs"):
            make([bad, make_output(0, 1, text, finish)], chosen="best")


@pytest.mark.parametrize("target", ["not JSON", '{"text": 1}', page("feijão 12 " * 450)])
def test_a_failing_target_is_never_chosen(make, make_output, loop, tmp_path, target):
    path = tmp_path / "documents.jsonl"
    row = {"id": "page-00", "prompt": "Read.", "target": target, "split": "train"}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    with pytest.raises(DataError, match="no clean output or target"):
        make([make_output(0, 0, loop, "length")], documents=str(path))


def test_a_plain_text_target_is_fine_where_json_is_no_rule(make, make_output, loop, tmp_path):
    path = tmp_path / "documents.jsonl"
    row = {"id": "page-00", "prompt": "Read.", "target": "feijão", "split": "train"}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    (pair,), _ = make(
        [make_output(0, 0, loop, "length")], documents=str(path), modes=[Repetition()]
    )
    assert pair.chosen.text == "feijão"


def test_the_same_loop_counts_once_and_a_document_gives_so_many(make, make_output, loop):
    clean = make_output(0, 0, page("x"))
    longer = make_output(0, 2, loop + "feijão 12 " * 3, "length")  # the same after the cut
    got, _ = make([clean, make_output(0, 1, loop, "length"), longer])
    assert [pair.id for pair in got] == ["page-00/1"]
    others = [make_output(0, i, '{"text": "' + f"arroz {i} " * 80, "length") for i in range(1, 6)]
    for cap in (1, 2, 5):
        got, _ = make([clean, *others], max_pairs=cap)
        assert [pair.id for pair in got] == [f"page-00/{i}" for i in range(1, cap + 1)]


def test_quality_pairs(make, make_output):
    best, middle, worst = (
        make_output(0, 0, page("feijão 0")),
        make_output(0, 1, page("feijão 7")),
        make_output(0, 2, page("zzz zzz zzz")),
    )
    with pytest.raises(DataError, match=r"1 no failure.*did not fail"):
        make([best, middle, worst])
    (pair,), manifest = make([middle, worst, best], quality_pairs=True)
    assert (pair.kind, pair.mode, pair.cut) == ("quality", "", 0)
    assert (pair.chosen.text, pair.rejected.text) == (best.text, worst.text)
    assert pair.rejected.finish_reason == "eos"
    assert pair.score_gap > 0.2
    assert "1 quality" in manifest.notes["summary"]
    with pytest.raises(DataError, match="no pairs"):
        make([best, worst], quality_pairs=True, min_score_gap=0.99)


def test_other_modes_can_be_rejected(make, make_output):
    clean, cut = make_output(0, 0, page("x")), make_output(0, 1, '{"header": nu', "length")
    with pytest.raises(DataError, match="no pairs"):
        make([clean, cut])
    (pair,), _ = make([clean, cut], rejected=["truncation"])
    assert pair.mode == "truncation"
    assert pair.rejected.token_ids == cut.token_ids
    assert pair.rejected.finish_reason == "length"


def test_nothing_held_out_leaks_into_the_pairs(make, make_output, loop):
    train, held = make_output(0, 0, loop, "length"), make_output(13, 0, loop, "length")
    got, _ = make([train, held])
    assert [pair.document_id for pair in got] == ["page-00"]
    got, _ = make([train, held], splits=["heldout"])
    assert [pair.document_id for pair in got] == ["page-13"]


def test_the_summary_says_what_became_of_each_document(make, make_output, loop):
    _, manifest = make(
        [
            make_output(0, 0, loop, "length"),
            make_output(1, 0, page("feijão 1")),
            make_output(2, 0, page("feijão 2")),
        ]
    )
    assert manifest.notes["documents"] == {"paired": 1, "no failure": 2}
    assert "from 3 documents" in manifest.notes["summary"]


def test_other_rules_or_modes_are_other_pairs(make, make_output, loop, write_outputs,
                                              text_documents, llama, tmp_path):  # fmt: skip
    outputs = write_outputs([make_output(0, 0, loop, "length")])
    verdicts, out = str(tmp_path / "verdicts"), str(tmp_path / "pairs")
    judge(outputs, text_documents, verdicts)
    first = pairs(outputs, verdicts, text_documents, out, llama)
    assert pairs(outputs, verdicts, text_documents, out, llama) == first
    with pytest.raises(DataError, match="rule"):
        pairs(outputs, verdicts, text_documents, out, llama, PairRule(keep_periods=5))
    with pytest.raises(DataError, match="failure_modes"):
        pairs(outputs, verdicts, text_documents, out, llama, failure_modes=[Repetition()])


def test_verdicts_on_other_outputs_are_one_line(make_output, write_outputs, text_documents, llama,
                                                tmp_path, loop):  # fmt: skip
    some = write_outputs([make_output(0, 0, loop, "length")], "some")
    more = write_outputs([make_output(n, 0, loop, "length") for n in (0, 1)], "more")
    verdicts = str(tmp_path / "verdicts")
    judge(some, text_documents, verdicts)
    with pytest.raises(DataError, match="judge these very outputs"):
        pairs(more, verdicts, text_documents, str(tmp_path / "pairs"), llama)


def test_bad_rules():
    for bad in ({"keep_periods": 0}, {"max_pairs": 0}):
        with pytest.raises(UsageError):
            PairRule(**bad)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(0, 4), min_size=1, max_size=60),
    st.integers(0, 60), st.integers(1, 20), st.integers(1, 5),
)  # fmt: skip
def test_a_cut_keeps_the_periods_and_hardly_more(widths, start, period, keep):
    """Tokens of 0 to 4 characters, any onset: the fewest tokens that hold onset + periods."""
    ends = [sum(widths[: i + 1]) for i in range(len(widths))]
    text = "x" * ends[-1]
    output = Output("a", 0, text, tuple(range(len(widths))), tuple(ends), "eos")
    finding = Finding("repetition", 1.0, start, len(text), "", {"period": period})
    side, cut = cut_rejected(output, finding, keep)
    kept = len(side.token_ids)
    stop = start + keep * period
    assert kept + cut == len(widths)
    assert side.token_ids == output.token_ids[:kept]
    assert side.text == text[: ends[kept - 1]]
    assert (side.finish_reason == "eos") == (cut == 0)
    if cut:
        assert ends[kept - 1] >= stop
        assert kept == 1 or ends[kept - 2] < stop


@pytest.mark.parametrize("rightly", [0, 1, 7])
def test_a_loop_is_cut_after_the_repeats_that_the_chosen_side_has_too(rightly):
    """Cut earlier, the rejected side would be a beginning of the chosen one."""
    head, row = "Casa Ipê\n", "Visto\n"
    text = head + row * 40
    output = Output("a", 0, text, tuple(range(len(text))), tuple(range(1, len(text) + 1)), "length")
    finding = Finding("repetition", 1.0, len(head), len(text), "", {"period": len(row)})
    chosen = head + row * rightly + "Fim"
    side, cut = cut_rejected(output, finding, 3, chosen)
    assert side.text == head + row * (rightly + 3)
    assert cut == len(row) * (40 - rightly - 3)
    assert loop_onset(output, finding, chosen) == len(head + row * max(1, rightly))
    assert not chosen.startswith(side.text)


def test_the_onset_is_the_first_token_of_the_second_copy(make, make_output, loop, llama):
    looping = make_output(0, 1, loop, "length")
    (pair,), _ = make([make_output(0, 0, page("x")), looping])
    before = looping.token_ends[pair.onset - 1]
    assert 20 <= before < 20 + 8  # onset of the loop at 10, period 10, to the end of a token
    assert pair.onset < len(pair.rejected.token_ids)
    # One period alone holds no copy, so nothing in it is wrong.
    (pair,), _ = make([make_output(0, 0, page("x")), looping], keep_periods=1)
    assert pair.onset is None


@settings(max_examples=200)
@given(st.lists(st.integers(0, 4), min_size=1, max_size=60), st.integers(0, 30), st.integers(1, 20))
def test_no_token_from_the_onset_on_holds_a_character_of_the_first_copy(widths, start, period):
    ends = [sum(widths[: i + 1]) for i in range(len(widths))]
    text = "".join(chr(0x4E00 + i) for i in range(ends[-1]))  # no two alike
    output = Output("a", 0, text, tuple(range(len(widths))), tuple(ends), "eos")
    finding = Finding("repetition", 1.0, start, len(text), "", {"period": period})
    onset = loop_onset(output, finding)
    if onset is None:
        assert len(ends) < 2 or ends[-2] < start + period
    else:
        assert ends[onset - 1] >= start + period
        assert onset == 1 or ends[onset - 2] < start + period


def test_quality_pairs_and_other_modes_have_no_onset(make, make_output):
    (pair,), _ = make(
        [make_output(0, 0, page("feijão 0")), make_output(0, 1, page("zzz zzz zzz"))],
        quality_pairs=True,
    )
    assert pair.onset is None
    cut = make_output(0, 1, '{"header": nu', "length")
    (pair,), _ = make([make_output(0, 0, page("x")), cut], rejected=["truncation"])
    assert pair.onset is None


@pytest.mark.parametrize("rightly", [0, 5, 12])
def test_a_counter_is_cut_after_the_counting_that_the_chosen_side_does_too(rightly):
    head, rows = "Casa Ipê\n", [f"Item {n}: um quilo de arroz;\n" for n in range(60)]
    text = head + "".join(rows)
    output = Output("a", 0, text, tuple(range(len(text))), tuple(range(1, len(text) + 1)), "length")
    (finding,) = Repetition().find(output, Document("a", "Read."))
    assert finding.evidence["label"] == "counter"
    chosen = head + "".join(rows[:rightly]) + "Fim"
    side, cut = cut_rejected(output, finding, 3, chosen)
    kept = side.text.count("Item")
    assert rightly + 3 <= kept <= rightly + 4
    assert cut == len(text) - len(side.text)
    assert not chosen.startswith(side.text)


def test_a_chosen_side_is_clean_by_every_default_mode(make, make_output, loop, document):
    got, _ = make([make_output(n, 0, loop, "length") for n in range(4)])
    assert len(got) == 4
    for pair in got:
        text, ids = pair.chosen.text, pair.chosen.token_ids
        as_output = Output(pair.document_id, 0, text, ids, (len(text),) * len(ids), "eos")
        assert not find_all(as_output, document(), default_modes())
