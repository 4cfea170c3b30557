"""Words and what texts share."""

import pytest

from dharma_pl.functional.words import Words, content_length


def test_words_and_where_they_stand():
    text = "Feijão_preto, 12,50 — 日本"
    words = Words(text)
    assert words.words == ["feijão", "preto", "12", "50", "日", "本"]
    assert [text[slice(*words.span(i, i))].casefold() for i in range(6)] == words.words


def test_the_longest_shared_stretch():
    known = set(Words("um dois três quatro. cinco seis sete oito nove").shingles(3))
    text = "zero um dois três dez CINCO; seis sete oito onze"
    span = Words(text).longest(known, 3)
    assert span is not None
    assert text[span.start : span.end] == "CINCO; seis sete oito"
    assert span.length == span.end - span.start
    assert Words("um dois quatro").longest(known, 3) is None
    assert Words("um dois").longest(known, 3) is None


def test_a_stretch_at_the_very_end():
    text = "e assim um dois três"
    span = Words(text).longest({("um", "dois", "três")}, 3)
    assert span is not None
    assert text[span.start : span.end] == "um dois três"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("a 1 é 日", 4),
        ("<td class='x'>12</td>", 2),
        ("a < b > c", 3),
        ('{"header": "ab", "text": "", "n": 12}', 4),
        ('{"header": "ab', 8),
    ],
)
def test_content(text, length):
    assert content_length(text) == length
