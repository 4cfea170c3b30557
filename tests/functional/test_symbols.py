"""The reading of texts as symbols, against a regular expression and by example."""

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dharma_pl.functional.symbols import symbols
from dharma_pl.functional.units import count_symbols, most_symbols, starts_of

CJK = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
CJK += r"\U0001f000-\U0001fbef\U00020000-\U0010ffff"
SMALL = "⁰¹²³⁴-⁹₀-₉"
# Accents and vowel signs, but not what chooses how a sign is shown.
SIGNS = "".join(
    chr(code)
    for code in range(0x300, 0x1F000)
    if unicodedata.category(chr(code))[0] == "M"
    and not (0xFE00 <= code < 0xFE10 or 0x3040 <= code < 0x3100)
)
SYMBOL = re.compile(
    rf" ?(?:</?[A-Za-z][^<>]{{0,96}}>|[{CJK}]|(?:[^\W\d_{CJK}{SMALL}]|[{SIGNS}]){{1,16}}"
    rf"|[\d{SMALL}]{{1,8}}|\S)|\s"
)


@settings(deadline=None, max_examples=300)
@given(
    st.text(st.one_of(st.characters(), st.sampled_from("ab 12<>/.,_\n中é")), max_size=60).map(
        lambda text: text * 3
    )
)
@example("a" * 40 + " " + "9" * 30 + "<b" + "c" * 96 + "><b" + "c" * 97 + ">")
@example("\ud800 <a></a>  x_1٣")
def test_symbols_are_those_of_the_expression(text):
    expected = [match.start() for match in SYMBOL.finditer(text)]
    assert starts_of(text) == expected
    assert count_symbols(text) == len(expected)
    assert starts_of(text, 3) == expected[-3:]
    symbols(text)


@settings(deadline=None, max_examples=300)
@given(
    pieces=st.lists(
        st.one_of(
            st.sampled_from(["<b c='1' d=22>", "</i>", "9" * 11, "w" * 18, "12,50", " \n", "é<"]),
            st.text(max_size=9),
        ),
        max_size=9,
    ),
    cut=st.tuples(st.integers(0, 60), st.integers(0, 60)),
)
def test_no_reading_of_a_part_has_more_symbols(pieces, cut):
    text = "".join(pieces)
    most = most_symbols(text)
    assert symbols(text, squeeze=False).exact.size <= most
    assert symbols(text).folded.size <= most
    assert count_symbols(text[min(cut) : max(cut)]) <= most


def test_hashes_do_not_change_from_one_block_of_characters_to_the_next():
    # Longer than two blocks; the words lie across their edges at every offset.
    words = ["feijão", "com", "arroz", "<td>", "7", "Açúcar-mascavo"]
    text = " ".join(words * 2500)
    read = symbols(text)
    kinds = {}
    for start, end, hashed in zip(
        read.starts.tolist(), read.ends.tolist(), read.folded, strict=True
    ):
        assert kinds.setdefault(text[start:end], hashed) == hashed
    assert len(set(kinds.values())) == len(kinds) == 8


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12,50", [1250]),
        ("1.234.567,89", [123456789]),
        ("1, 2", [1, 0, 2]),
        ("12:30:05", [45005]),
        ("12:30", [750]),
        ("a2,0x1f", [1, 2, 0, 31]),
        ("Março, may", [3, 0, 5]),
        ("1:2:3:4", [3723, 0, 4]),
        ("31/12/1920", [(1920 * 12 + 12) * 31 + 31]),
        ("31.12.1920", [(1920 * 12 + 12) * 31 + 31]),
        ("1920.12.31", [(1920 * 12 + 12) * 31 + 31]),
        ("31.12.20", [(20 * 12 + 12) * 31 + 31]),
        ("00:04:52,529", [(4 * 60 + 52) * 1000 + 529]),
        ("1:00:00.5", [36005]),
        ("12/31/1920", [(1920 * 12 + 12) * 31 + 31]),
        ("1920-12-31", [(1920 * 12 + 12) * 31 + 31]),
        ("c)", [3, 0]),
        ("21st 28ste 3x", [21, 28, 3, 24]),
        ("XIV.", [14, 0]),
        ("civil mil", [0, 0]),
        ("9" * 18, [10**18 - 1]),
        ("....", [0]),
        ("ל״ח מ׳ תי״ט, צה״ל", [38, 40, 419, 0, 0, 0, 12]),
        ("0053547A 5400000E", [0x53547A, 0x5400000E]),
    ],
)
def test_values(text, values):
    assert symbols(text).values.tolist() == values


def test_other_readings():
    assert symbols("3.10 v) x").others.tolist() == [10, 5, 0, 10]


def test_moments_are_seconds_apart():
    night = symbols("19710123235950 19710124000000").others.tolist()
    assert night[1] - night[0] == 10
    assert symbols("19710123235999").others.tolist() == [19710123235999]  # no second


def test_endless_words_say_nothing_letter_by_letter():
    read = symbols("abc " + "d" * 33)
    assert read.content.tolist() == [True] + [False] * 33
    assert not read.numeric.any()
