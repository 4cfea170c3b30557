"""The exact-tail rule, case by case: loops, near misses, honest pages that repeat."""

import random

import pytest

from dharma_pl.functional.repetition import count_symbols, dharma_rule, find_repetition

AFTER = "Pelo que lavrei este termo, que vai por todos assinado. Eu, escrivão, o escrevi."
HEAD = '{"header": "Armazém Lima", "text": "Lista de compras do dia '
PARAGRAPH = (
    "No dia doze de março compareceu o senhor Joaquim da Silva, que declarou ter recebido vinte "
    "sacas de café, quatro arrobas de açúcar mascavo e uma pipa de aguardente da terra; "
)
UNITS = {
    "words": "um quilo de feijão, ",
    "row": "Feijão 12,50\\n",
    "paragraph": PARAGRAPH,
    "page": PARAGRAPH + "".join(f"{n * n % 61} sacas de {n**3 % 67} arrobas; " for n in range(60)),
    "markup": '<tr><td class="a">Café</td><td>12</td></tr>\n',
    "chinese": "你好世界",
    "no spaces": "abcdefghijklmnopqrstuvwxyzáéíóúàâêôãõç",
    "emoji": "👍🏽 sim ",
    "json": '{"item": "arroz", "qty": 1}, ',
    "two digits": "47 ",
}


def looping(unit: str, symbols: int, head: str = HEAD) -> str:
    """A text that ends in so many symbols of a loop, at the least."""
    copies = 4
    while count_symbols(unit * copies) < symbols:
        copies += 1
    return head + unit * copies


@pytest.mark.parametrize("reason", ["length", "abort"])
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_a_loop_cut_by_the_limit_is_found_where_it_starts(unit, reason):
    text = looping(unit, 200)
    loop = find_repetition(text[:-3], reason)
    assert loop is not None
    assert loop.label == "exact"
    assert loop.at_tail
    assert loop.period == len(unit)
    assert len(HEAD) - loop.period < loop.start <= len(HEAD)
    assert loop.end == len(text) - 3
    assert loop.repeats == pytest.approx((loop.end - loop.start) / loop.period)
    assert loop.unit == text[loop.start : loop.start + loop.period]
    assert 0.5 <= loop.score < 1


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_a_loop_that_ends_or_recovers_is_found_if_it_is_long(unit):
    text = looping(unit, 820)
    ended = find_repetition(text, "eos")
    assert ended is not None
    assert ended.at_tail
    recovered = find_repetition(text + AFTER, "length")
    assert recovered is not None
    assert not recovered.at_tail
    assert recovered.period == ended.period == len(unit)
    assert recovered.start == ended.start


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_a_short_repetition_in_a_finished_output_is_none(unit):
    assert find_repetition(HEAD + unit * 3, "eos") is None
    assert find_repetition(HEAD + unit * 3 + AFTER, "length") is None


@pytest.mark.parametrize(
    "stray", ["\ufffd", '"}', '"}\n', " Fe", " a b c d", "...", "\n\n\n", "</td></tr></table>"]
)
def test_a_few_stray_symbols_do_not_hide_a_loop(stray):
    text = looping("um quilo de feijão, ", 80)
    clean, strayed = find_repetition(text, "length"), find_repetition(text + stray, "length")
    assert clean is not None
    assert strayed is not None
    assert strayed.at_tail
    assert (strayed.start, strayed.period) == (clean.start, clean.period)
    assert find_repetition(text + " mas agora outra coisa inteiramente", "length") is None


def test_a_partial_last_copy_counts_with_its_fraction():
    unit = PARAGRAPH
    found = [find_repetition("x" + unit * 2 + unit[:n], "length") for n in (len(unit) - 1, 0)]
    assert found == [None, None]
    loop = find_repetition("x" + unit * 3 + unit[: len(unit) // 2], "length")
    assert loop is not None
    assert loop.repeats == pytest.approx(3.5, abs=0.01)


def test_the_threshold_is_at_score_one_half():
    unit = " abc,"  # two symbols, five characters
    at_threshold = find_repetition("#" + unit * 32, "length")
    assert at_threshold is not None
    assert at_threshold.score == 0.5
    assert find_repetition("#" + unit * 31, "length") is None
    double = find_repetition("#" + unit * 64, "length")
    assert double is not None
    assert double.score == 0.75


def test_an_unknown_ending_takes_three_times_the_evidence():
    unit = " abc, de fg."
    assert find_repetition("#" + unit * 38, None) is None
    loop = find_repetition("#" + unit * 39, None)
    assert loop is not None
    assert loop.score < 0.51


@pytest.mark.parametrize(
    "unit", [".", "_", " ", "\n", "0", "0,00 ", ". ", "<td></td>", "| ", "| x ", "-", "1 ", "a"]
)
def test_filler_takes_more(unit):
    few = unit * (139 if len(unit) == 1 else 110 // count_symbols(unit * 2) * 2)
    assert find_repetition("Total" + few, "length") is None
    many = find_repetition("Total" + unit * 150, "length")
    assert many is not None
    assert many.period == len(unit)
    assert find_repetition("Total" + unit * 300, "eos") is None
    assert find_repetition("Total" + unit * 1100, "eos") is not None


def test_long_copies_up_to_the_end_are_a_loop_however_it_ended():
    unit = " ".join(f"palavra{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(120)) + "\n"
    assert find_repetition("#" + unit * 3 + unit[:40], None) is not None
    assert find_repetition("#" + unit * 2 + unit[:40], None) is None
    short = " abc, de fg."  # 3 copies and more, but too few symbols
    assert find_repetition("#" + short * 30, None) is None


def test_filler_that_starts_inside_a_tag_is_filler():
    # The run begins with the last character of the tag before it.
    assert find_repetition("<p>" + "<td></td>" * 60, "length") is None
    loop = find_repetition("<p>" + "<td></td>" * 80, "length")
    assert loop is not None
    assert loop.unit == "><td></td"


def test_rows_of_few_numbers_are_filler_and_rows_with_a_word_are_not():
    pixels = "0 1 1 0 1 0 0 1\n"
    assert find_repetition("Total\n" + pixels * 14, "length") is None
    assert find_repetition("Total\n" + pixels * 18, "length") is not None
    assert find_repetition("Total\n" + "x = y\n" * 30, "length") is not None
    assert find_repetition("Total\n" + pixels.replace("0 0", "0 sal") * 14, "length") is not None


@pytest.mark.parametrize(
    ("unit", "says"),
    [
        ('<img src="4598.png"/>\n', True),
        ("<td><a href='#sal'></a></td>\n", True),
        ('<td width="4598"></td>\n', False),
        ('<String CONTENT="sal" HPOS="1808"/><SP/>\n', True),
        ("\n\fSAL E CAL" + " " * 30 + "234", True),  # blanks in a row are one
        ("Data" + " " * 30 + ":" + " ." * 40, False),
        ("\N{THUMBS UP SIGN} ", True),
        ("\N{HEAVY BLACK HEART}\N{CLAPPING HANDS SIGN}", True),
        ("<image_52>", True),
        ("<loc_7>", True),
        ("<h1></h1>", False),
        ("\N{LARGE GREEN SQUARE} ", False),
        ("\N{HEAVY BLACK HEART}\ufe0f ", True),
        ("| \N{HEAVY CHECK MARK}\ufe0f ", False),
        ("|\N{HEAVY BLACK HEART}\ufe0f", False),
    ],
)
def test_references_and_emoji_say_something(unit, says):
    few = unit * (130 // count_symbols(unit))
    assert (find_repetition("Total\n" + few, "length") is not None) is says


@pytest.mark.parametrize(
    ("row", "closing"),
    [
        (" um ano de sal,", '"}\n  ]\n}\n'),
        (" um ano de sal,", "</td></tr></table></body>\n"),
        (" um ano de sal,", "\n\\end{tabular}\n\n"),
        # They begin like one more row.
        ("<tr><td>um ano de sal</td></tr>\n", "</tbody></table></body>\n"),
        ("\\item um ano de sal\n", "\\end{itemize}\n\\end{document}\n"),
    ],
)
def test_what_closes_a_loop_leaves_it_at_the_end(row, closing):
    said = "Total" + row * (260 // count_symbols(row) + 1) + closing
    loop = find_repetition(said, "eos")
    assert loop is not None
    assert loop.at_tail
    assert loop.label == "exact"
    # Where the text goes on the run is too short, and a drift at best.
    loop = find_repetition(said + "Fim da lista", "eos")
    assert loop is None or loop.label == "drift"


def test_the_period_is_primitive_whatever_the_words():
    for word in ("a", "ab", "abc " * 2, "xyxz" * 4, "12" * 3):
        loop = find_repetition("Início: " + word * 900, "length")
        assert loop is not None
        assert loop.unit not in (loop.unit + loop.unit)[1:-1]


def test_of_two_loops_at_the_tail_the_longer_is_reported():
    unit = "Total da página " + "." * 250 + " soma a transportar; "
    text = HEAD + unit * 6 + unit[:-20]
    loop = find_repetition(text, "length")
    assert loop is not None
    assert loop.period == len(unit)
    assert loop.start <= len(HEAD)


# Honest pages.


def table(rows: int, rng: random.Random) -> str:
    line = "| {:>3} | {:<12} | {:>8.2f} |"
    head = "| n   | item         |    total |\n| :--- | :--- | :--- |\n"
    names = ("arroz", "feijão", "açúcar", "café", "fubá")
    return head + "\n".join(
        line.format(n, rng.choice(names), rng.uniform(1, 99)) for n in range(rows)
    )


def leaders(rows: int, rng: random.Random) -> str:
    names = ("Introdução", "Do processo", "Da sentença", "Anexos", "Índice de nomes")
    return "\n".join(
        f"{rng.choice(names)} {n} {'.' * rng.randint(20, 60)} {rng.randint(1, 400)}"
        for n in range(rows)
    )


def items(rows: int, rng: random.Random) -> str:
    return "[" + ", ".join(
        f'{{"item": "{rng.choice(("arroz", "sal"))}", "qty": {rng.randint(0, 99)}, "note": ""}}'
        for _ in range(rows)
    )


def few_equal_rows(rows: int, rng: random.Random) -> str:
    page = []
    while len(page) < rows:
        page += [f"Saca de café {rng.randint(1, 999)},00"] * rng.randint(1, 6)
    return "\n".join(page)


def zero_column(rows: int, rng: random.Random) -> str:
    names = ("Ana", "Rui", "Eva", "José", "Inês")
    return "\n".join(
        f"{rng.choice(names)} {rng.choice(names)}; 0,00; 0,00; 0,00" for _ in range(rows)
    )


def blank_form(rows: int, rng: random.Random) -> str:
    return "\n".join(
        f"{rng.randint(1, 99)}) Nome: {'_' * 40} Data: __/__/____" for _ in range(rows)
    )


def empty_cells(rows: int, rng: random.Random) -> str:
    row = "<tr><td>{}</td>" + "<td></td>" * 8 + "</tr>\n"
    return "<table>" + "".join(row.format(rng.randint(1, 9999)) for _ in range(rows))


def litany(rows: int, rng: random.Random) -> str:
    saints = ("São José", "Santa Rita", "São Bento", "Santa Luzia", "São Brás", "Santo Antão")
    return "\n".join(
        f"{rng.choice(saints)} {rng.choice(saints)}, rogai por nós." for _ in range(rows)
    )


PAGES = (table, leaders, items, few_equal_rows, zero_column, blank_form, empty_cells, litany)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_honest_pages_are_clean_whole_and_cut_anywhere(page):
    rng = random.Random(0)
    for _ in range(20):
        text = page(rng.randint(5, 200), rng)
        assert find_repetition(text, "eos") is None
        for _ in range(10):
            assert find_repetition(text[: rng.randint(1, len(text))], "length") is None


@pytest.mark.parametrize("text", ["", " ", "a", "\x00", "\ud800", "a" * 127, "ab " * 40])
@pytest.mark.parametrize("reason", ["eos", "length", "abort", None])
def test_short_texts_are_clean(text, reason):
    assert find_repetition(text, reason) is None


@pytest.mark.parametrize("char", ["\x00", "\ud800", "\U0010ffff", "\u0301", "\u202e"])
def test_malformed_characters_are_characters(char):
    loop = find_repetition("Total " + f"ai{char}to " * 60, "length")
    assert loop is not None
    assert loop.period == 6
    assert char in loop.unit


@pytest.mark.parametrize("unit", ["gol ", "ouro, ", "feijão\n", "中文"])
@pytest.mark.parametrize("lead", ["", "Foi ", "Aos três dias do mês de maio. "])
@pytest.mark.parametrize("reason", ["eos", None])
def test_a_hundred_copies_are_found_in_a_text_of_few_symbols(unit, lead, reason):
    # Fewer symbols than any other finding needs; wherever the copies begin.
    for rest in ("", " e nada mais que se diga."):
        assert count_symbols(lead + unit * 101 + rest) < 256
        loop = find_repetition(lead + unit * 101 + rest, reason)
        assert loop is not None
        assert (loop.label, loop.period) == ("exact", len(unit))


@pytest.mark.parametrize("reason", ["stop", "LENGTH", "", "x" * 1000])
@pytest.mark.parametrize("rule", [find_repetition, dharma_rule])
def test_an_unheard_finish_reason_is_refused(rule, reason):
    # A TypeError where the tests check annotations at run time, before our own ValueError.
    with pytest.raises((ValueError, TypeError), match="finish_reason"):
        rule("texto", reason)


@pytest.mark.parametrize(
    ("text", "reason", "expected"),
    [
        ("quinze letras ab" * 4, "length", True),
        ("quinze letras ab" * 3, "length", False),
        ("quinze letras ab" * 4, "eos", False),
        ("quinze letras ab" * 4, "abort", False),
        ("quinze letras ab" * 4, None, False),
        # Anywhere, not only in a row: the rule's own weakness, kept.
        (
            "quinze letras ab 1 quinze letras ab 2 quinze letras ab 3 quinze letras ab",
            "length",
            True,
        ),
        ("aaaaaaaaaaaaaa", "length", False),
        ("", "length", False),
        # Occurrences do not overlap: 59 letters hold three times fifteen.
        ("a" * 59, "length", False),
        ("a" * 60, "length", True),
    ],
)
def test_dharma_rule_as_published(text, reason, expected):
    assert dharma_rule(text, reason) is expected


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("", 0),
        ("um dois", 2),
        ("um  dois", 3),
        ("a" * 33, 3),
        ("1234567890", 2),
        ("12,50", 3),
        ("<td class='x'>a</td>", 3),
        ("a < b > c", 5),
        ("你好", 2),
        ("\n\n", 2),
        ("...", 3),
        ("feijão", 1),
    ],
)
def test_count_symbols(text, symbols):
    assert count_symbols(text) == symbols
