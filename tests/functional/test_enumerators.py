"""Letters, words and numerals of other scripts count as numbers do."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dharma_pl.functional.calendar_names import PLACES
from dharma_pl.functional.number_names import KINDS, VALUES
from dharma_pl.functional.repetition import find_repetition
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
    "hebrew numerals with signs": split(
        "ז׳ ח׳ ט׳ י׳ י״א י״ב י״ג י״ד ט״ו ט״ז י״ז י״ח י״ט כ׳ כ״א כ״ב"
    ),
    "past the last letter of Russian lists": split(
        "ш щ э ю я аа аб ав аг ад ае аж аз аи ак ал ам ан"
    ),
    "korean": split(
        "십구 이십 이십일 이십이 이십삼 이십사 이십오 이십육 이십칠 이십팔 이십구 삼십"
    ),
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
    # Where nothing is paid there are no instalments.
    assert find_repetition("".join(map(near.format, range(1, 30))), "length") is not None
    near = near.replace("a página", "7,50 na folha")
    assert find_repetition("".join(map(near.format, range(1, 30))), "length") is None


def test_a_time_of_day_starts_over_at_midnight():
    times = [
        f"Mar {4 + m // 1440:02d} {m // 60 % 24:02d}:{m % 60:02d}" for m in range(0, 9000, 200)
    ]
    rows = "".join(f"{time} a fila de saída está cheia\n" for time in times)
    loop = find_repetition(HEAD + rows, "length")
    assert loop is not None
    assert loop.label == "counter"


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


@pytest.mark.parametrize(
    ("one", "two"),
    [("20240228", "20240229"), ("20240229", "20240301"), ("20231231", "20240101")],
)
def test_a_day_in_eight_digits_is_followed_by_the_next(one, two):
    first, second = symbols(f"{one} {two}").others.tolist()
    assert second == first + 1


@pytest.mark.parametrize("step", [1, 2, 3])
def test_days_of_the_week_start_over_from_anywhere(step):
    days = split("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag")
    start = date(1829, 10, 3)
    rows = []
    for n in range(20):
        day = start + timedelta(step * n)
        rows.append(f"{days[day.weekday()]} {day.day}.{day.month}.{day.year} der Brunnen fror\n")
    loop = find_repetition(HEAD + "".join(rows), "length")
    assert loop is not None
    assert loop.label == "counter"


@pytest.mark.parametrize(
    "row",
    [
        "{}. माल सही हालत में प्राप्त हुआ\n",
        "{}. ปิดที่ท่าเรือแล้ว\n",
        "{}. a ponte cai\N{COMBINING ACUTE ACCENT}ra\n",
    ],
)
def test_vowel_signs_and_accents_are_of_the_word(row):
    loop = find_repetition(HEAD + "".join(row.format(n) for n in range(20)), "length")
    assert loop is not None
    assert loop.label == "counter"
    word = row.split()[1]
    assert symbols(word).folded.size == 1


def test_lists_are_no_numbers():
    assert symbols("5,10,15,20").values[::2].tolist() == [5, 10, 15, 20]
    assert symbols("180,205,230,255,280").values[::2].tolist() == [180, 205, 230, 255, 280]
    assert symbols("0.1,0.2,0.3").values[::2].tolist() == [1, 2, 3]
    assert symbols("1,234,567.89").values.tolist() == [123456789]


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


def test_a_long_word_without_spaces_is_a_word():
    word = "องญยวคบลขกจธดอฟพฟดคทฝมยรกสองญยวคบลข"
    rows = "".join(f"{n}. {word}\n" for n in range(1, 40))
    loop = find_repetition(rows, "length")
    assert loop is not None
    assert loop.label == "counter"
    assert find_repetition(rows.replace(word, "ฝ" * 35), "length") is None
