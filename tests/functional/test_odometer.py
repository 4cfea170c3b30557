"""Numerals that no table knows count as well, and what honest rows change does not."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dharma_pl.functional.odometer import goes_round, odometer
from dharma_pl.functional.repetition import find_repetition

HEAD = "Aos três dias do mês de maio foi feito o inventário que segue.\n"
GREEK = ("", "α", "β", "γ", "δ", "ε", "στ", "ζ", "η", "θ")
GREEK_TENS = ("", "ι", "κ", "λ", "μ", "ν", "ξ", "ο", "π", "ϟ")
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
ONES = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"]
SOUNDS = st.text("bdfgjklmnprstvz", min_size=3, max_size=5)
FIGURES = st.lists(SOUNDS, min_size=6, max_size=12, unique_by=lambda word: word[-3:])
TENS = st.lists(SOUNDS, min_size=6, max_size=9, unique_by=lambda word: word[0])


def greek(n: int) -> str:
    return GREEK_TENS[n // 10] + GREEK[n % 10]


def lettered(n: int) -> str:
    place, n = divmod(n, len(CYRILLIC))
    return (CYRILLIC[place - 1] if place else "") + CYRILLIC[n]


def turned(n: int) -> str:
    """Units before tens, as in German; no word of it is known."""
    return f"{ONES[n % 10]}und{['trolle', 'kwin', 'mare', 'zost', 'pelu'][n // 10 % 5]}"


def copies_in(text: str, least: int = 20, bare: int = 100) -> int:
    found = odometer(text, np.array([ord(char) for char in text]), least, bare)
    return len(found.starts) if found else 0


@pytest.mark.parametrize(
    ("row", "write", "label"),
    [
        ("Άρθρο {}΄ Καταργείται.\n", greek, "counter"),
        ("{}) копия счёта;\n", lettered, "counter"),
        ("Darauf {} Säcke Reis.\n", turned, "counter"),
        ("Soit {} sacs de riz. ", turned, "counter"),
        ("## {}\n\nNichts zu melden\n\n", turned, "counter"),
        ("\\u{} unknown\n", lambda n: f"{16 * n + 0xFD0:04x}", "counter"),
        ("<th>coluna {} do livro</th>", lettered, "counter"),  # all in one line
        ('"coluna_{}": "", ', lettered, "counter"),
        ("{}. Nome ____\n", turned, None),  # a form
        ("<td>{}</td>\n", turned, None),  # says nothing else
    ],
)
@pytest.mark.parametrize("ending", ["length", "abort", None, "eos"])
def test_numerals_of_any_kind_count(row, write, label, ending):
    rows = [row.format(write(n)) for n in range(31, 31 + 49)]
    text = HEAD + "".join(rows)
    loop = find_repetition(text, ending)
    assert (loop and loop.label) == label
    if loop:
        assert abs(loop.start - len(HEAD)) <= len(rows[0])
        assert loop.period in {len(one) for one in rows}
        assert loop.end >= len(text.rstrip()) - len(rows[-1])


def test_a_loop_before_the_end_needs_as_many_copies():
    rows = "".join(f"Άρθρο {greek(n)}΄ Καταργείται από σήμερα εν όλω.\n" for n in range(31, 71))
    loop = find_repetition(HEAD + rows + HEAD * 2, "eos")
    assert loop is not None
    assert loop.label == "counter"
    assert not loop.at_tail
    assert copies_in(rows[: len(rows) // 3]) == 0


@settings(deadline=None, max_examples=50)
@given(
    figures=FIGURES,
    tens=TENS,
    words=st.sampled_from(["rows of salt", "à mesa do rei", "三斤米和二斤麦子"]),
)
def test_made_up_numerals_count_and_no_other_order_of_them_does(figures, tens, words):
    rows = [f"{ten} {one} {words} {words}\n" for ten in tens for one in figures]
    assert copies_in("".join(rows)) >= len(rows) - 1
    random.Random(len(rows)).shuffle(rows)
    assert copies_in("".join(rows)) == 0


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("#define CODE_{0} /* livre */ 0x{0}\n", lambda n: f"{0x62 + n:X}"),
        ('<td data-cell="{0}1">=AVERAGE({0}$2:{0}$44)</td>\n', lettered),
        ("Capítulo {0}: do que se diz no capítulo {0} desta mesma obra antiga e rara\n", turned),
    ],
)
@pytest.mark.parametrize("cut", [0, 3, 11])
def test_what_is_written_twice_in_a_row_counts_as_one(row, name, cut):
    rows = "".join(row.format(name(n)) for n in range(31, 81))
    assert copies_in(rows[: len(rows) - cut]) >= 49


def test_binary_columns_count_and_bare_labels_only_beyond_what_a_page_has():
    rows = [f"| estado | {n:020b} | 0 |\n" for n in range(1485, 1520)]
    assert copies_in("".join(rows)) >= 34
    cells = [f'<td data-column="{lettered(n)}">1</td>' for n in range(31, 151)]
    assert copies_in("".join(cells)) >= 119
    assert copies_in("".join(cells[:99])) == 0


def test_a_table_of_pairs_does_not_count():
    letters = zip("kctpmnyrlv", "கசடபமநயரலவ", strict=True)
    vowels = ("a", "aa", "i", "ii", "u", "uu", "e", "ee", "o")
    rows = [
        f'    table["{latin}{vowel}"] = "{tamil}{sign}"\n'
        for latin, tamil in letters
        for vowel, sign in zip(vowels, "ாிீுூெேொோ", strict=True)
    ]
    assert copies_in("".join(rows)) == 0
    assert find_repetition("".join(rows), "length") is None


def test_rows_beside_those_that_count_do_not_hide_them():
    cells = "".join(f"<th>coluna {lettered(n)}</th>" for n in range(31, 90))
    assert copies_in(f"<table><tr><th>coluna {lettered(30)}</th>{cells}<t") >= 59


NAMES = "Abel Ada Alba Aldo Alma Amélia Ana Anita Aníbal Anselmo Artur Ágata Bento Berta Bruna"
NAMES += " Caetano Carla Célia Cícero Clara Damião Dora Edite Elisa Emília Ester Eva Fábio Félix"
NAMES += " Flora Gil Glória Hugo Ilda Inês Íris Jonas Júlia Lia Lídia Marta Nair Otília Rita Zita"


@pytest.mark.parametrize(
    "row", ["{} estava presente.\n", "- {}, lavrador\n", '{{"nome": "{}", "paga": true}},\n']
)
def test_names_in_order_do_not_count(row):
    rows = [row.format(name) for name in NAMES.split()]
    assert copies_in("".join(rows)) == 0
    random.Random(0).shuffle(rows)
    assert copies_in("".join(rows)) == 0


def test_times_and_readings_are_left_to_those_who_know_them():
    times = [f"2026-05-{n // 24 + 1:02d}T{n % 24:02d}:17:00Z,calha,25.3\n" for n in range(60)]
    assert copies_in("".join(times)) == 0
    prices = [f"saco de arroz {n * 7919 % 1000},{n * 31 % 100:02d} reais\n" for n in range(60)]
    assert copies_in("".join(prices)) == 0


def test_parts_that_go_round_stay_at_the_other_end():
    assert goes_round([turned(n) for n in range(50)])
    digits = random.Random(0).choices(range(1000), k=50)
    assert not goes_round([f"{turned(n)[::-1]}{digit}" for n, digit in enumerate(digits)])
    assert not goes_round([f"{'abcdefg'[n % 7]}x{'hijklm'[n % 6]}" for n in range(42)])


@pytest.mark.parametrize("text", ["", "\n" * 50, "a\n" * 50, "\ud800\n" * 40, ". " * 60, "x" * 999])
def test_any_text_is_read(text):
    assert copies_in(text) == 0
