"""The same text in two fields, rightly and wrongly."""

import json

import pytest

from dharma_pl.failures import CrossField
from dharma_pl.records import Document, Output

HEADER = "Estado de São Paulo, Secretaria da Fazenda, Livro de Registro de Entradas de Mercadorias"
BODY = 'Recebi um saco de "feijão" preto.\nPaguei duas arrobas de café à vista.'
TITLE = "Casa Lima & Filhos, Secos e Molhados"


def page(header="", text="", footer=""):
    return json.dumps({"header": header, "margin": "", "footer": footer, "text": text})


def find(text, target=None, **settings):
    document = Document("page", "Transcribe.", target=target)
    return CrossField(**settings).find(Output("page", 0, text, (), (), "eos"), document)


def test_a_header_that_is_written_again_into_the_text():
    text = page(HEADER, f"{HEADER.upper()}\n{BODY}")
    [finding] = find(text)
    assert finding.evidence["fields"] == ["header", "text"]
    assert text[finding.start : finding.end] == json.dumps(HEADER.upper())[1:-1]
    assert finding.evidence["length"] == len(HEADER)
    assert finding.score > 0.5


def test_where_a_target_is_known_less_is_enough():
    text = page(TITLE, f"{TITLE} {BODY}")
    assert find(text) == []
    [finding] = find(text, page(TITLE, BODY))
    assert finding.evidence["shared"] == TITLE
    assert text[finding.start :].startswith(TITLE, 0)
    assert finding.start > text.index('"text"')


def test_each_two_fields_are_named():
    found = find(page(HEADER, HEADER, HEADER))
    assert {tuple(finding.evidence["fields"]) for finding in found} == {
        ("header", "footer"), ("header", "text"), ("footer", "text"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (page(TITLE, BODY), None),
        (page(TITLE, f"{TITLE}\n{BODY}"), None),  # a house names itself twice
        (page(HEADER, f"{HEADER}\n{BODY}"), page(HEADER, f"{HEADER}\n{BODY}")),  # so it stands
        # and so it does where the model misreads both.
        (page(f"{HEADER} A", f"{HEADER} A {BODY}"), page(f"{HEADER} B", f"{HEADER} B {BODY}")),
        (page(text=f"{HEADER} {HEADER}"), None),  # twice in one field
        ("not JSON " + HEADER * 2, None),
        (json.dumps([HEADER, HEADER]), None),
        (json.dumps({"header": HEADER, "text": [HEADER]}), None),
        (json.dumps({"title": HEADER, "text": HEADER}), None),  # other fields
        ("[" * 100_000, None),
    ],
)
def test_what_is_no_duplicate(text, target):
    assert find(text, target) == []


def test_fields_of_ones_own():
    assert len(find(json.dumps({"title": HEADER, "text": HEADER}), fields=["title", "text"])) == 1


def test_a_text_of_ten_million_characters():
    text = page(HEADER, "a" * 10_000_000)
    assert find(text) == []
