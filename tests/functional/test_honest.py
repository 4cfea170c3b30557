"""How far honest pages count: forms, lists, tables, timetables, logs."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dharma_pl.functional.repetition import DEFAULT, find_repetition

HEAD = "Aos três dias do mês de maio foi feito o inventário que segue.\n"
WORDS = st.lists(
    st.text("abeghknoprstuz", min_size=3, max_size=9).map(lambda word: f"p{word}a"),
    min_size=3,
    max_size=8,
    unique=True,
)


MARKUP = (
    '<foreignObject style="overflow: visible; text-align: left;" pointer-events="none" '
    'width="{}" height="100" requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility">'
    '<div class="um {}" style="display: flex; align-items: unsafe center; width: 18px; '
    'justify-content: unsafe center; padding-top: 10px;">{}</div></foreignObject>\n'
)


def test_markup_takes_more_to_drift():
    names = [*"RRWR", "leitura", *"RWW", "leitura", *"RWRRWW", "leitura"]
    drawn = "".join(MARKUP.format(n * 7919 % 997, name, name) for n, name in enumerate(names))
    assert find_repetition(HEAD + drawn, "length") is None
    free = replace(DEFAULT, filler_factor=1.0)
    loop = find_repetition(HEAD + drawn, "length", free)
    assert loop is not None
    assert loop.label == "drift"


def test_what_a_sensor_measures_takes_more_to_drift():
    measured = [266 - n // 10 for n in range(60)]
    rows = (f"12/06/1955 12:{n:02d},calha,{v / 10:.1f}\n" for n, v in enumerate(measured))
    log = HEAD + "".join(rows)
    assert find_repetition(log, "length") is None
    assert find_repetition(log, "length", replace(DEFAULT, log_factor=1.0)) is not None


def test_units_are_no_words_of_a_table_of_conversions():
    rows = "".join(f"<tr><td>{5 * n} lb</td><td>{2268 * n} g</td></tr>\n" for n in range(1, 26))
    assert find_repetition(HEAD + rows, "length") is None
    loop = find_repetition(HEAD + rows.replace("lb", "sacos"), "length")
    assert loop is not None
    assert loop.label == "counter"


CHAPTERS = [
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
    "XVII",
    "XVIII",
    "XIX",
    "XX",
    "XXI",
    "XXII",
]


@pytest.mark.parametrize(
    "leader", [" ......... ", " . . . . . . ", " ·········", " …………… ", " _______ "]
)
def test_contents_of_one_title_are_a_counter(leader):
    pages = [f"{leader}{7 + 2 * n}\n" for n in range(len(CHAPTERS))]
    rows = zip(CHAPTERS, pages, strict=True)
    same = "".join(f"Capítulo {one}. Das aves do mar{page}" for one, page in rows)
    loop = find_repetition(HEAD + same, "length")
    assert loop is not None
    assert loop.label == "counter"
    plates = "".join(f"Estampa {one}{page}" for one, page in zip(CHAPTERS, pages, strict=True))
    assert find_repetition(HEAD + plates, "length") is None
    blanks = "".join(f"{n}. Nome completo{leader}\n" for n in range(1, 30))
    assert find_repetition(HEAD + blanks, "length") is None


def found(rows, reason="length"):
    loop = find_repetition(HEAD + "".join(rows), reason)
    return loop and loop.label


@pytest.mark.parametrize(
    ("row", "few", "many"),
    [
        ("{n}. Nome ____ Cargo ____\n", 30, 40),  # two words in each row of the form
        ("{n}. ( ) sal ( ) cal ( ) mel ( ) pau\n", 14, 20),
        ("{n}. Qual das aves do mar pode nadar sob a rede? ( ) pato ( ) galo\n", 2, 8),
        ("{n} & 4.409,46 & 7 \\\\\n", 12, 16),  # a number that stays
        ("{n} & 12 & 7 \\\\\n", 60, 104),
        ("| {n} | 22/{m:02d}/2017 | 61,50 |\n", 36, 50),  # a plan of payments
        ("{big}\n", 38, 42),  # bare numbers
        ("{big},", 38, 42),  # a list, not a number of many digits
        ('<rect x="{big}" y="184" width="21" fill="#948"/>\n', 24, 30),
        ("<loc_{big}><loc_273><loc_234>figura", 4, 24),
        ("<p>![](a.png)</p>\nFigura {n}: o rio visto do alto da serra\n", 3, 8),
        ("G0 Z{n},57\nG1 Y50,24 F1800\n", 12, 16),  # five pairs alike in kind a copy
        ("[{n}77,9631, -{n}54,0735], ", 12, 16),  # no table has numbers so long
        ('<c ref="CA{n}">x</c><c ref="CB{n}">x</c>', 22, 104),
        ("Übertrag auf Blatt {n} ........ € {n}2.612,18\n", 2, 12),
        ("{n}. Kd1 Kf4\n", 2, 24),  # moves of chess are no labels that count
        ("x_{{{n}}} &= x_{{{before}}} + d \\\\\n", 12, 16),  # one is what another was before
        ('<p bbox="7, {big}, 9, {end}">□ □</p>\n', 24, 30),
        ("{n} ............ ausente\n", 60, 80),  # a form
        ("{n} ... ausente. ... Seguinte. ... ", 3, 28),  # pauses are none
        ("[{n}/416] Montagem do quadro\n", 3, 8),
        ("Parcela {n}/416, R$ 120,00, dia 9\n", 90, 0),  # a plan of payments
        ("Capítulo {n} ....... {page}\n", 24, 28),  # contents without titles
        ("0x{n:06x}: 00 00 00 00  |........| lido\n", 3, 28),
        ("a{n} = f(); b = []; soma a tudo\n", 3, 12),
    ],
)
def test_how_far_pages_count(row, few, many):
    rows = [
        row.format(n=n, m=n % 12 + 1, big=1488 + n, page=3 * n, before=n - 1, end=1489 + n)
        for n in range(1, 105)
    ]
    assert found(rows[:few]) is None
    assert found(rows[:many]) == ("counter" if many else None)


def test_a_counter_that_ended_needs_fewer_copies_with_more_in_each():
    row = '{{"nº": {}, "obra": "o rio visto do alto da serra", "ano": 1884, "sala": "norte"}},\n'
    rows = [row.format(n) for n in range(1, 10)]
    closing = ["  ]\n", "}\n"]
    assert found([*rows, *closing], "eos") == "counter"
    assert found([*rows[:7], *closing], "eos") is None


@pytest.mark.parametrize(("rows", "label"), [(4, "counter"), (2, None)])
def test_three_long_copies_at_the_end_are_enough(rows, label):
    note = (
        "NOTA FISCAL Nº {}\nEmitida hoje na cidade do rio\n\n7 sacos de arroz e 3 de feijão\n"
        "Peso bruto conferido na balança da firma\nPor ordem do gerente assina o caixeiro\n\n"
    )
    assert found([note.format(72630 + n) for n in range(rows)]) == label
    short = "Nota nº {}: 7 sacos de arroz, e mais 3 de feijão, com 4 de sal e 12 de sebo\n"
    assert found([short.format(72630 + n) for n in range(3)]) is None


def test_numbers_in_rows_count_farther_than_in_one_line():
    ends = ["\n" if n % 12 == 0 else "\t" for n in range(145)]
    square = "".join(f"{n}{ends[n]}" for n in range(1, 145))
    assert find_repetition(square, "length") is None
    assert find_repetition(square.replace("\n", "\t"), "length") is not None


def test_one_line_break_makes_no_rows():
    bare = "".join(f"{n}. " for n in range(110))
    loop = find_repetition(HEAD + bare, "length")
    assert loop is not None
    assert loop.label == "counter"


@settings(deadline=None, max_examples=30)
@given(words=WORDS, rows=st.integers(3, 4), step=st.integers(1, 9))
def test_times_alone_take_more_copies_than_what_else_counts(words, rows, step):
    text = " ".join(words * 3)
    stamped = [f"08:{7 * n:02d}:{step * n:02d} {text}\n" for n in range(rows)]
    loop = find_repetition(HEAD + "".join(stamped), "length")
    assert loop is None or loop.label != "counter"
    longer = [f"{8 + n // 6:02d}:{9 * (n % 6):02d}:{step:02d} {text}\n" for n in range(4 * rows)]
    loop = find_repetition(HEAD + "".join(longer), "length")
    assert loop is not None
    assert loop.label == "counter"


MONTHS = (
    *("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto"),
    *("setembro", "outubro", "novembro", "dezembro"),
)


PAID = (4, 2, 7, 5, 1, 9, 3, 8, 6, 2, 5, 4)


@settings(deadline=None, max_examples=30)
@given(
    first=st.dates(dt.date(1750, 1, 1), dt.date(2050, 1, 1)),
    days=st.integers(1, 60),
    year=st.booleans(),
)
def test_dates_by_the_name_of_the_month_go_on_by_any_days(first, days, year):
    def row(n, step=days):
        day = first + dt.timedelta(step * n)
        return (
            f"Aos {day.day} de {MONTHS[day.month - 1]}{f' de {day.year}' * year}, nada a dizer.\n"
        )

    assert found(map(row, range(30))) == "counter"
    # Rents are paid on one day or another.
    paid = [f"{name}: R$ 274,73, pago no dia {d}\n" for name, d in zip(MONTHS, PAID, strict=True)]
    assert found(paid * 2) is None


def test_subtitles_that_say_nothing_take_more_copies():
    times = [(f"00:{n // 15:02d}:{n * 4 % 60:02d},083", n) for n in range(100, 140)]
    cues = [f"{n}\n{time} --> {time[:-3]}900\n♪\n\n" for time, n in times]
    assert found(cues[:24]) is None
    assert found(cues[:28]) == "counter"


def test_a_timetable_is_no_counter_and_lines_to_write_on_are_none():
    minutes = [6 * 60 + 10 * n + n % 3 for n in range(40)]
    rows = (f"{m // 60:02d}:{m % 60:02d} {m // 60:02d}:{m % 60 + 4:02d}\n" for m in minutes)
    assert find_repetition(HEAD + "".join(rows), "length") is None
    lines = HEAD + f"{'_' * 70}\n" * 9
    assert find_repetition(lines, "length") is None
    loop = find_repetition(lines + f"{'_' * 70}\n" * 60, "length")
    assert loop is not None
    assert loop.label == "exact"


def test_of_a_few_copies_each_has_to_count():
    row = "Nota nº {} do armazém do porto, entregue ao caixeiro: sacos de arroz e de feijão\n"
    assert found([row.format(n) for n in (90, 12, 13, 14, 3)]) is None
    assert found([row.format(n) for n in (11, 12, 13, 14, 15)]) == "counter"
