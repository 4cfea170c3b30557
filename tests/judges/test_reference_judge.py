"""The reference judge against the DharmaOCR definition."""

import json

import pytest

from dharma_pl.judges import ReferenceJudge
from dharma_pl.records import Document, Output


def output(text: str) -> Output:
    return Output("page", 0, text, (), (), "eos")


def document(target: str | None) -> Document:
    return Document("page", "Transcribe.", target=target)


def test_scores_are_edit_similarity_and_bleu_of_the_flattened_texts():
    judge = ReferenceJudge()
    prediction = json.dumps({"header": "", "text": "a b c d e"})
    target = json.dumps({"header": "", "margin": "", "text": "a b c d f"})
    scores = judge.score(output(prediction), document(target))
    # One of nine characters differs; 4/5, 3/4, 2/3, 1/2 of the n-grams match.
    expected = {"edit_similarity": 8 / 9, "bleu": 0.2**0.25}
    assert scores == pytest.approx(expected)
    assert judge.summary(scores) == pytest.approx(sum(expected.values()) / 2)


def test_a_perfect_page_scores_1_and_an_empty_one_0():
    judge = ReferenceJudge()
    page = json.dumps({"header": "Casa Lima", "text": "um quilo de feijão"}, ensure_ascii=False)
    assert judge.summary(judge.score(output(page), document(page))) == pytest.approx(1)
    assert judge.summary(judge.score(output(""), document(page))) == 0
    assert judge.summary(judge.score(output(""), document(""))) == 0


def test_without_a_target_there_is_no_score():
    judge = ReferenceJudge()
    assert judge.score(output("um"), document(None)) == {}
    assert judge.summary({}) is None
