"""Blank and near-empty outputs."""

import json

import pytest

from dharma_pl.failures import Empty
from dharma_pl.records import Document, Output

TARGET = json.dumps({"header": "Casa Lima", "text": "Recebi um saco de feijão preto. " * 4})
DOCUMENT = Document("page", "Transcribe.", target=TARGET)
HOLLOW = json.dumps({"header": "", "margin": "", "footer": "", "text": ""})


def find(text, finish_reason="eos", document=DOCUMENT, **settings):
    return Empty(**settings).find(Output("page", 0, text, (), (), finish_reason), document)


@pytest.mark.parametrize("text", [HOLLOW, '{"text": "..."}', "a", "- - -", '{"text": "<td></td>"}'])
def test_next_to_nothing_beside_the_target(text):
    [finding] = find(text)
    assert (finding.start, finding.end) == (0, len(text))
    assert finding.evidence["share"] < 0.05
    assert 0.5 <= finding.score <= 1


@pytest.mark.parametrize(
    ("text", "finish_reason", "document"),
    [
        (TARGET, "eos", DOCUMENT),
        (HOLLOW, "length", DOCUMENT),  # more was to come
        (HOLLOW, "eos", Document("page", "Transcribe.")),  # nobody knows what the page holds
        (HOLLOW, "eos", Document("page", "Transcribe.", target=HOLLOW)),  # a blank page
        ("x", "eos", Document("page", "Transcribe.", target="...")),
        ("Recebi um saco", "eos", DOCUMENT),  # short, but that is another failure
    ],
)
def test_what_is_not_near_empty(text, finish_reason, document):
    assert find(text, finish_reason, document) == []


def test_without_a_share_only_blank_outputs_are_empty():
    assert find(HOLLOW, min_share=0.0) == []
    assert len(find(" \n", min_share=0.0)) == 1
