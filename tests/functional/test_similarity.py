"""Against the published definition: by hand, and against NLTK where it is installed."""

import json
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dharma_pl.functional.similarity import (
    bleu,
    edit_similarity,
    flatten_json,
    parse_json,
    transcription_score,
)

WORDS = st.lists(st.sampled_from(["um", "dois", "três", "é", "12,50"]), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("", "", 0.0),  # the benchmark's own definition
        ("", "abc", 0.0),
        ("abc", "abc", 1.0),
        ("kitten", "sitting", 1 - 3 / 7),
        ("feijão", "feijao", 1 - 1 / 6),
        ("\ud800a\x00", "\ud800b\x00", 1 - 1 / 3),
    ],
)
def test_edit_similarity_by_hand(a, b, expected):
    assert edit_similarity(a, b) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("prediction", "target", "expected"),
    [
        ("a b c d e", "a b c d f", (4 / 5 * 3 / 4 * 2 / 3 * 1 / 2) ** 0.25),
        ("a b c x d", "a b c d", (4 / 5 * 2 / 4 * 1 / 3 * 0.1 / 2) ** 0.25),
        ("a b c d", "a b c d e f", math.exp(1 - 6 / 4)),
        ("a b", "a b", (1 * 1 * 0.1 / 1 * 0.1 / 1) ** 0.25),
        ("a", "a b", math.exp(1 - 2 / 1) * (1 * 0.1 * 0.1 * 0.1) ** 0.25),
        ("a a a a", "a b", (1 / 4 * 0.1 / 3 * 0.1 / 2 * 0.1 / 1) ** 0.25),
        ("a\n b\t\tc  d", "a b c d", 1.0),
        ("x y z", "a b c", 0.0),
        ("", "a b c", 0.0),
        ("a b c", "", 0.0),
        ("", "", 0.0),
    ],
)
def test_bleu_by_hand(prediction, target, expected):
    assert bleu(prediction, target) == pytest.approx(expected)


def test_bleu_of_the_same_text_is_1_and_no_more():
    assert bleu("um quilo de feijão preto", "um quilo de feijão preto") == 1


@settings(deadline=None)
@given(prediction=WORDS, target=WORDS)
def test_bleu_is_nltks(prediction, target):
    nltk = pytest.importorskip("nltk.translate.bleu_score")
    expected = nltk.sentence_bleu(
        [target.split()],
        prediction.split(),
        smoothing_function=nltk.SmoothingFunction().method1,
    )
    assert bleu(prediction, target) == pytest.approx(expected)


@settings(deadline=None)
@given(prediction=st.text(), target=st.text())
def test_scores_of_any_text_lie_between_0_and_1(prediction, target):
    assert 0 <= transcription_score(prediction, target) <= 1
    assert 0 <= bleu(prediction, prediction) <= 1


def test_transcription_score_is_the_mean_over_flattened_sides():
    prediction = '{"header": "", "text": "a b c d e"}'
    target = '{"text": "a b c d f", "header": "", "margin": null}'
    expected = (8 / 9 + 0.2**0.25) / 2
    assert transcription_score(prediction, target) == pytest.approx(expected)
    # A broken object is compared as it stands, so it cannot score as if it were whole.
    assert transcription_score(prediction[:-1], target) < 0.6


@pytest.mark.parametrize(
    ("text", "flat"),
    [
        ('{"a": "x", "b": "", "c": null, "d": "y"}', "x\ny"),
        ('{"a": {"b": ["x", {"c": "y"}], "d": "z"}, "e": "w"}', "x\ny\nz\nw"),
        ('{"a": 0, "b": 1.5, "c": true, "d": [], "e": {}}', "0\n1.5\ntrue"),
        ("{}", ""),
        ("", ""),
        ('["x", "y"]', '["x", "y"]'),
        ('"x"', '"x"'),
        ("12", "12"),
        ('{"a": "x"', '{"a": "x"'),
        ('{"a": NaN}', '{"a": NaN}'),
        ("just text\n", "just text\n"),
        ('{"a": "\\ud800"}', "\ud800"),
    ],
)
def test_flatten_json(text, flat):
    assert flatten_json(text) == flat


def test_hostile_json_is_refused_or_read_without_a_crash():
    for text in ("[" * 200_000, '{"a":' * 200_000, "\x00", "\ud800", "{" + " " * 10**6, "NaN"):
        with pytest.raises(ValueError, match=r"."):
            parse_json(text)
        assert flatten_json(text) == text
    assert parse_json("9" * 5000) == math.inf
    assert parse_json('{"a": -' + "9" * 5000 + "}") == {"a": -math.inf}
    deep = json.dumps({"a": "x"})
    for _ in range(300):
        deep = f'{{"a": [{deep}]}}'
    assert flatten_json(deep) == "x"
