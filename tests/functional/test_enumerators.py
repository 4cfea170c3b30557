"""Letters, words and numerals of other scripts count as numbers do."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dharma_pl.functional.calendar_names import PLACES
from dharma_pl.functional.number_names import KINDS, VALUES
from dharma_pl.functional.repetition import DEFAULT, find_repetition
from dharma_pl.functional.symbols import symbols

HEAD = "Aos três dias do mês de maio foi feito o inventário que segue.\n"
WORDS = st.lists(
    st.text("abeghknoprstuz", min_size=3, max_size=9).map(lambda word: f"p{word}a"),
    min_size=3,
    max_size=8,
    unique=True,
)


def split(text: str) -> list[str]:
    return text.split()


UNITS = split("um dois três quatro cinco seis sete oito nove")
TEENS = split("dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove")
TENS = split("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
ORDINALS = split("primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono")
ORDINAL_TENS = split("décimo vigésimo trigésimo quadragésimo quinquagésimo sexagésimo")
SERIES = {
    "portuguese": [
        *UNITS,
        *TEENS,
        *(f"{ten} e {unit}" if unit else ten for ten in TENS for unit in ("", *UNITS)),
    ],
    "ordinals": [
        *ORDINALS,
        *(f"{ten} {one}" if one else ten for ten in ORDINAL_TENS for one in ("", *ORDINALS)),
    ],
    "english": split(
        "nineteen twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six "
        "twenty-seven twenty-eight twenty-nine thirty thirty-one thirty-two thirty-three forty"
    ),
    "suffixed": [
        f"{n}{'th' if 10 < n < 14 else ('th', 'st', 'nd', 'rd', *['th'] * 6)[n % 10]}"
        for n in range(1, 60)
    ],
    "labels": [a + b for a in ("", "a", "b") for b in "abcdefghijklmnopqrstuvwxyz"],
    "greek": split("α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ τ υ φ χ ψ ω"),
    "russian": split("а б в г д е ж з и к л м н о п р с т у ф х ц ш щ э ю я"),
    "hebrew": list("אבגדהוזחטיכלמנסעפצקרשת"),
    "abjad": list("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
    "thai": list("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"),
    "iroha": list("イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテ"),
    "han": [
        (("" if ten == 1 else "一二三四五六七八九"[ten - 1]) + "十" if ten else "") + unit
        for ten in range(10)
        for unit in ("", *"一二三四五六七八九")
        if ten or unit
    ],
    "ukrainian": list("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    "persian": list("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"),
    "greek numerals": split("α β γ δ ε ϛ ζ η θ ι ια ιβ ιγ ιδ ιε ιϛ ιζ ιη ιθ κ κα κβ κγ"),
    "hebrew numerals": split("א ב ג ד ה ו ז ח ט י יא יב יג יד טו טז יז יח יט כ כא כב כג"),
    "hangul": list("가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허"),
    "formal han": split("壹 贰 叁 肆 伍 陆 柒 捌 玖 拾 拾壹 拾贰 拾叁 拾肆 拾伍 拾陆 拾柒"),
    "circled letters": [chr(0x24B6 + n) for n in range(26)],
    "bracketed letters": [chr(0x249C + n) for n in range(26)],
    "doubled letters": [2 * chr(97 + n) for n in range(26)],
    "parts": [f"3-{a}{b}" for a in ("", "a") for b in "abcdefghijklmnopqrstuvwxyz"],
    "binary": [f"{n:08b}" for n in range(40)],
    "binary with prefix": [f"0b{n:06b}" for n in range(40)],
    "months": [f"{2001 + n // 12}{n % 12 + 1:02d}" for n in range(40)],
    "russian words": split(
        "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
        "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
    ),
    "german ordinals": split(
        "siebzehnte achtzehnte neunzehnte zwanzigste einundzwanzigste zweiundzwanzigste "
        "dreiundzwanzigste vierundzwanzigste fünfundzwanzigste sechsundzwanzigste "
        "siebenundzwanzigste achtundzwanzigste neunundzwanzigste dreißigste"
    ),
    "circled": [chr(0x2460 + n) for n in range(20)],
    "raised": [str(n).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")) for n in range(1, 40)],
}


@pytest.mark.parametrize("names", SERIES.values(), ids=SERIES)
@settings(deadline=None, max_examples=15)
@given(
    words=WORDS,
    form=st.sampled_from(
        ("{}) {};\n", "{} - {}\n", "| {} | {} |\n", "- **{}**: {}\n", "({}) {}; ")
    ),
    after=st.integers(0, 60),
)
def test_a_text_with_a_series_before_it_is_a_counter(names, words, form, after):
    rows = [form.format(name, " ".join(words)) for name in names]
    cut = HEAD + "".join(rows)[: -1 - after % len(rows[-1])]
    loop = find_repetition(cut, "length")
    assert loop is not None
    assert loop.label == "counter"
    assert loop.start <= len(HEAD) + 2 * max(map(len, rows))


@settings(deadline=None, max_examples=60)
@given(
    first=st.integers(0, 40),
    texts=st.lists(
        st.lists(st.text("abeghknoprstuz", min_size=3, max_size=9), min_size=4, max_size=9),
        min_size=20,
        max_size=20,
        unique_by=tuple,
    ),
    series=st.sampled_from(sorted(SERIES)),
)
def test_a_list_of_different_texts_is_none(first, texts, series):
    names = SERIES[series]
    rows = (f"{names[(first + n) % len(names)]}) {' '.join(t)}\n" for n, t in enumerate(texts))
    loop = find_repetition(HEAD + "".join(rows), "length")
    assert loop is None or not loop.strict


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("cento e vinte e um", [121]),
        ("trezentos e quarenta e dois", [342]),
        ("one hundred and twenty-three", [123]),
        ("one hundred one hundred one hundred two", [100, 100, 102]),
        ("quatre-vingt-dix-sept soixante et onze", [97, 71]),
        ("soixante-dixième", [70]),
        ("deux cent quatre-vingts", [280]),
        ("vigésima segunda décimo primeiro", [22, 11]),
        ("einundzwanzig ventitré veintidós", [21, 23, 22]),
        ("twenty\none", [20, 1]),
        ("vinte, um", [20, 1]),
        ("two three", [2, 3]),
        ("第二十一条", [21]),
        ("一百零三, 二〇二四", [103, 2024]),
        ("가. (나)", [1, 2]),
        ("21st", [21]),
        ("segunda-feira", [2]),
        ("C99 C100 100e", [100, 99, 100, 100, 100, 5]),
    ],
)
def test_values(text, values):
    read = symbols(text)
    assert read.others[read.numeric].tolist() == values


@pytest.mark.parametrize(("rows", "repeats"), [(24, 24), (14, 14), (8, 0)])
def test_records_of_many_words_count_in_fewer_copies(rows, repeats):
    """Twenty copies anywhere, or one less for every word that they share, but ten."""
    record = '{{"id": {}, "nome": "Maria de Lurdes", "cargo": "diretora da escola municipal"}},\n'
    text = "[" + "".join(map(record.format, range(rows))) + "]\n" + HEAD * 3
    loop = find_repetition(text, "eos")
    assert (loop.label if loop else None) == ("counter" if repeats else None)
    few = "[" + "".join(f'{{"id": {n}, "nome": "Maria"}},\n' for n in range(rows)) + "]\n"
    assert (find_repetition(few + HEAD, "eos") is None) == (rows < 20)


def test_what_is_far_from_its_bound_counts_and_instalments_do_not():
    rows = "".join(f"[{{}}/{bound}] gravou a página do jornal\n" for bound in (9000, 48))
    far, near = rows.splitlines(keepends=True)
    assert find_repetition("".join(map(far.format, range(1, 30))), "length") is not None
    assert find_repetition("".join(map(near.format, range(1, 30))), "length") is None


def test_a_time_of_day_starts_over_at_midnight():
    times = [
        f"Mar {4 + m // 1440:02d} {m // 60 % 24:02d}:{m % 60:02d}" for m in range(0, 9000, 200)
    ]
    rows = "".join(f"{time} a fila de saída está cheia\n" for time in times)
    loop = find_repetition(HEAD + rows, "length")
    assert loop is not None
    assert loop.label == "counter"


MARKUP = (
    '<foreignObject style="overflow: visible; text-align: left;" pointer-events="none" '
    'width="{}" height="100" requiredFeatures="http://www.w3.org/TR/SVG11/feature#Extensibility">'
    '<div class="um {}" style="display: flex; align-items: unsafe center; width: 18px; '
    'justify-content: unsafe center; padding-top: 10px;">{}</div></foreignObject>\n'
)


def test_markup_takes_more_to_drift():
    names = split("R R W R leitura R W W leitura R W R R W W leitura")
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


CHAPTERS = split("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII")


@pytest.mark.parametrize("leader", [" ......... ", " . . . . . . ", " ·········", " …………… "])
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


def test_the_day_of_the_month_starts_over_when_the_month_goes_on():
    day = date(1954, 3, 4)
    months = split("jan feb März April Mai Juni Juli August September Oktober November Dezember")
    days = [day + timedelta(n) for n in range(0, 300, 7)]
    rows = [f"{d.day}. {months[d.month - 1]} {d.year} wurde der Brunnen gereinigt\n" for d in days]
    loop = find_repetition(HEAD + "".join(rows), "length")
    assert loop is not None
    assert loop.label == "counter"
    assert loop.start == len(HEAD)
    away = [row.replace(".", f"{n * 7 % 5}.", 1) for n, row in enumerate(rows)]
    loop = find_repetition(HEAD + "".join(away), "length")
    assert loop is None or loop.label != "counter"


@pytest.mark.parametrize("form", ["b3:e4:c8:2b:{}:{:02x}", "fe80::1ff:fe23:4567:{}{:02x}"])
def test_the_last_group_of_an_address_counts(form):
    rows = "".join(f"{form.format(61, 160 + n)} caixa de saída\n" for n in range(20))
    loop = find_repetition(HEAD + rows, "length")
    assert loop is not None
    assert loop.label == "counter"
    drawn = "".join(f"{form.format(61, n**3 * 97 % 251)} caixa de saída\n" for n in range(20))
    assert find_repetition(HEAD + drawn, "length") is None


def test_circled_numbers_go_on_past_twenty():
    signs = "⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖"
    assert symbols(" ".join(signs)).values.tolist() == list(range(15, 27))


def found(rows, reason="length"):
    loop = find_repetition(HEAD + "".join(rows), reason)
    return loop and loop.label


@pytest.mark.parametrize(
    ("row", "few", "many"),
    [
        ("{n}. Nome ____ Cargo ____\n", 40, 60),  # two words in each row of the form
        ("{n}. ( ) sal ( ) cal ( ) mel ( ) pau\n", 20, 30),
        ("{n}. Qual das aves do mar pode nadar sob a rede? ( ) pato ( ) galo\n", 4, 8),
        ("{n} & 4.409,46 & 7 \\\\\n", 12, 16),  # a number that stays
        ("{n} & 12 & 7 \\\\\n", 60, 104),
        ("| {n} | 22/{m:02d}/2017 | 61,50 |\n", 36, 50),  # a plan of payments
        ("{big}\n", 76, 84),  # bare numbers
        ("{big},", 76, 84),  # a list, not a number of many digits
        ('<rect x="{big}" y="184" width="21" fill="#948"/>\n', 24, 30),
        ("<loc_{big}><loc_273><loc_234>figura", 4, 24),
        ("<p>![](a.png)</p>\nFigura {n}: o rio visto do alto da serra\n", 4, 8),
        ("a{n} = f(); b = []; soma a tudo\n", 4, 12),
    ],
)
def test_how_far_pages_count(row, few, many):
    rows = [row.format(n=n, m=n % 12 + 1, big=1488 + n) for n in range(1, 105)]
    assert found(rows[:few]) is None
    assert found(rows[:many]) == "counter"


def test_a_counter_that_ended_needs_fewer_copies_with_more_in_each():
    row = '{{"nº": {}, "obra": "o rio visto do alto da serra", "ano": 1884, "sala": "norte"}},\n'
    rows = [row.format(n) for n in range(1, 10)]
    closing = ["  ]\n", "}\n"]
    assert found([*rows, *closing], "eos") == "counter"
    assert found([*rows[:7], *closing], "eos") is None


@pytest.mark.parametrize(
    ("one", "two"),
    [("20240228", "20240229"), ("20240229", "20240301"), ("20231231", "20240101")],
)
def test_a_day_in_eight_digits_is_followed_by_the_next(one, two):
    first, second = symbols(f"{one} {two}").others.tolist()
    assert second == first + 1


@pytest.mark.parametrize(("rows", "label"), [(4, "counter"), (2, None)])
def test_three_long_copies_at_the_end_are_enough(rows, label):
    note = (
        "NOTA FISCAL Nº {}\nEmitida hoje na cidade do rio\n\n7 sacos de arroz e 3 de feijão\n"
        "Peso bruto conferido na balança da firma\nPor ordem do gerente assina o caixeiro\n\n"
    )
    assert found([note.format(72630 + n) for n in range(rows)]) == label
    short = "Nota nº {}: 7 sacos de arroz, e mais 3 de feijão, com 4 de sal e 12 de sebo\n"
    assert found([short.format(72630 + n) for n in range(rows)]) is None


@pytest.mark.parametrize("step", [1, 2, 3])
def test_days_of_the_week_start_over_from_anywhere(step):
    days = split("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag")
    start = date(1829, 10, 3)
    rows = []
    for n in range(20):
        day = start + timedelta(step * n)
        rows.append(f"{days[day.weekday()]} {day.day}.{day.month}.{day.year} der Brunnen fror\n")
    assert found(rows) == "counter"


@pytest.mark.parametrize(
    "row",
    [
        "{}. माल सही हालत में प्राप्त हुआ\n",
        "{}. ปิดที่ท่าเรือแล้ว\n",
        "{}. a ponte cai\N{COMBINING ACUTE ACCENT}ra\n",
    ],
)
def test_vowel_signs_and_accents_are_of_the_word(row):
    assert found([row.format(n) for n in range(20)]) == "counter"
    word = row.split()[1]
    assert symbols(word).folded.size == 1


def test_lists_are_no_numbers():
    assert symbols("5,10,15,20").values[::2].tolist() == [5, 10, 15, 20]
    assert symbols("180,205,230,255,280").values[::2].tolist() == [180, 205, 230, 255, 280]
    assert symbols("0.1,0.2,0.3").values[::2].tolist() == [1, 2, 3]
    assert symbols("1,234,567.89").values.tolist() == [123456789]


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


def test_a_weekday_has_its_place_in_the_week_as_well():
    assert symbols("segunda-feira terça").values.tolist() == [1, 2]


def test_a_cjk_sign_again_and_again_is_no_number():
    read = symbols("一" * 30)
    assert read.folded.size == 30
    assert not read.numeric.any()


def test_the_word_after_an_escaped_end_of_line_is_read_without_it():
    plain, escaped = symbols("; dois) x"), symbols("\\ndois) x")
    assert escaped.values.tolist()[1:] == plain.values.tolist()[1:]
    assert escaped.folded.tolist()[1:] == plain.folded.tolist()[1:]


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from([*sorted(KINDS), "e", "and", "-", " - ", ",", "\n"]), max_size=40))
def test_however_the_words_of_numbers_are_mixed_a_number_ends(words):
    text = " ".join(words)
    read = symbols(text)
    for start, end in zip(read.starts.tolist(), read.ends.tolist(), strict=True):
        assert len(text[start:end].replace("-", " ").split()) <= 9
    assert all(first <= second for first, second in pairwise(read.ends.tolist()))
    numbers = read.others[read.numeric & (read.ends - read.starts > 3)]
    assert (numbers < 100_000).all()


def test_all_names_are_lower_case_and_count_from_one():
    for word, value in (VALUES | PLACES).items():
        assert word == word.lower()
        assert value > 0


@settings(deadline=None, max_examples=30)
@given(words=WORDS, rows=st.integers(5, 6), step=st.integers(1, 9))
def test_times_alone_take_more_copies_than_what_else_counts(words, rows, step):
    text = " ".join(words * 3)
    stamped = [f"08:{7 * n:02d}:{step * n:02d} {text}\n" for n in range(rows)]
    loop = find_repetition(HEAD + "".join(stamped), "length")
    assert loop is None or loop.label != "counter"
    longer = [f"{8 + n // 6:02d}:{9 * (n % 6):02d}:{step:02d} {text}\n" for n in range(3 * rows)]
    loop = find_repetition(HEAD + "".join(longer), "length")
    assert loop is not None
    assert loop.label == "counter"


def test_a_timetable_is_no_counter_and_lines_to_write_on_are_none():
    minutes = [6 * 60 + 10 * n + n % 3 for n in range(40)]
    rows = (f"{m // 60:02d}:{m % 60:02d} {m // 60:02d}:{m % 60 + 4:02d}\n" for m in minutes)
    assert find_repetition(HEAD + "".join(rows), "length") is None
    lines = HEAD + f"{'_' * 70}\n" * 9
    assert find_repetition(lines, "length") is None
    loop = find_repetition(lines + f"{'_' * 70}\n" * 60, "length")
    assert loop is not None
    assert loop.label == "exact"


def test_a_long_word_without_spaces_is_a_word():
    word = "องญยวคบลขกจธดอฟพฟดคทฝมยรกสองญยวคบลข"
    rows = "".join(f"{n}. {word}\n" for n in range(1, 40))
    loop = find_repetition(rows, "length")
    assert loop is not None
    assert loop.label == "counter"
    assert find_repetition(rows.replace(word, "ฝ" * 35), "length") is None
