"""Outputs in another alphabet."""

import json

import pytest

from dharma_pl.errors import DataError
from dharma_pl.failures import WrongScript
from dharma_pl.records import Document, Output

LATIN = "Recebi de Dona Maria um saco de feijão preto"
CYRILLIC = "получил мешок чёрной фасоли"
JAPANESE = "黒豆を一袋受け取りました。コーヒーもあります"


def find(text, target=None, **settings):
    document = Document("page", "Transcribe.", target=target)
    return WrongScript(**settings).find(Output("page", 0, text, (), (), "eos"), document)


@pytest.mark.parametrize("settings", [{"target": LATIN}, {"scripts": ["Latin"]}])
def test_letters_of_another_script(settings):
    text = json.dumps({"text": f"{LATIN} {CYRILLIC}!"}, ensure_ascii=False)
    [finding] = find(text, **settings)
    assert text[finding.start : finding.end] == CYRILLIC
    assert finding.evidence["script"] == "Cyrillic"
    assert 0.2 < finding.evidence["share"] < 0.6
    assert 0.5 < finding.score < 1


def test_escaped_letters_are_letters():
    assert len(find(json.dumps({"text": CYRILLIC}), LATIN)) == 1


@pytest.mark.parametrize(
    ("text", "target", "scripts"),
    [
        (CYRILLIC, None, None),  # nobody said what it should be in
        (LATIN, LATIN, None),
        (JAPANESE, JAPANESE, None),  # three scripts at once
        (JAPANESE, None, ["Hani", "Hiragana", "Katakana"]),
        (f"{LATIN} {LATIN} α β γ δ ε ζ η θ ι κ λ μ", LATIN, None),  # formulas
        ("12,50 ± 3 € ₽ 日", LATIN, None),  # too few letters
        (f"{CYRILLIC} {LATIN}", f"{LATIN} фа", None),  # the target has both
        ("a\u0301" * 30, LATIN, None),  # accents belong to no script
        (CYRILLIC, "12,50", None),  # a target without letters tells nothing
        ("\ud800" * 50 + LATIN, LATIN, None),
        ("", LATIN, None),
    ],
)
def test_what_is_in_the_right_script(text, target, scripts):
    assert find(text, target, scripts=scripts) == []


def test_an_unknown_script_is_named():
    with pytest.raises(DataError, match="no script 'Latinn'"):
        WrongScript(["Latinn"])
    assert WrongScript(["latin", "Cyrl"]).scripts == ["Cyrl", "Latn"]


def test_two_million_letters():
    assert len(find(LATIN + "я" * 2_000_000, LATIN)) == 1
