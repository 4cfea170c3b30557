"""Loops that are not letter by letter, and the honest pages that look like them."""

import random
from dataclasses import asdict

import pytest

from dharma_pl.functional.repetition import Thresholds, find_repetition

HEAD = "Aos três dias do mês de maio, nesta vila, foi feito o inventário que segue.\n"
GOODS = (
    "arroz feijão açúcar café fubá milho sal azeite vinho queijo toucinho farinha lenha sabão vela "
    "pano linho couro ferro pregos cal tijolo telha corda papel tinta mesa banco pipa tonel saca"
)
WORDS = GOODS.split()
NUMERALS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii"
ROMANS = NUMERALS.split()

COUNTERS = {
    "counting": lambda n: f"{n + 1}, ",
    "items": lambda n: f"Item {n + 1}: um quilo de arroz; ",
    "two at once": lambda n: f"{n + 3}. saca de café a {5000 - 50 * n} réis\n",
    "money": lambda n: f"Soma {n // 2},{n % 2 * 5}0 de arroz.\n",
    "sections": lambda n: f"3.{n + 1} Do processo de compra\n",
    "clock": lambda n: f"[{n // 12:02d}:{n % 12 * 5:02d}] nada consta no livro\n",
    "dates": lambda n: f"{n % 28 + 1:02d}/{n // 28 + 1:02d}/1920 pago ao feitor\n",
    "letters": lambda n: f"{chr(97 + n)}) um quilo de arroz;\n",
    "romans": lambda n: f"{ROMANS[n % 22]} - um quilo de arroz;\n",
    "markup": lambda n: f"<tr><td>{n}</td><td>arroz</td></tr>\n",
    "json": lambda n: f'{{"id": {n}, "item": "arroz"}}, ',
    "files": lambda n: f"folha_{n:04d}.png ",
    "addresses": lambda n: f"0x{4096 + 8 * n:06x} saca de café\n",
    "bytes": lambda n: f"{0xAB00 + 7 * n:04X}: saca de café\n",
    "letters past z": lambda n: f"{chr(97 + n + 12) if n < 14 else 'a' + chr(83 + n)}) um quilo\n",
    "dotted dates": lambda n: f"{n % 28 + 1:02d}.{n // 28 + 1:02d}.20 pago ao feitor\n",
    "drawings": lambda n: f'<rect x="{5 + 30 * n}" y="{4 + n}" width="9"/> arroz\n',
}


@pytest.mark.parametrize("row", COUNTERS.values(), ids=COUNTERS)
def test_a_counter_is_found_where_it_starts(row):
    rows = [row(n) for n in range(120 if row(0) == "1, " else 22)]
    text = HEAD + "".join(rows)
    loop = find_repetition(text[:-4], "length")
    assert loop is not None
    assert loop.label == "counter"
    assert loop.strict
    assert loop.at_tail
    assert abs(loop.start - len(HEAD)) <= len(rows[0])
    assert abs(loop.period - len(rows[1])) <= 1
    assert loop.repeats == pytest.approx(len(rows), abs=2)
    assert loop.wasted_share == pytest.approx(
        (loop.end - loop.start - loop.period) / len(text[:-4])
    )


MONTHS = "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
CYCLES = {
    "months": lambda n: f"{MONTHS.split()[n % 12].title()} de {1890 + n // 12}: um quilo de sal\n",
    "weekdays": lambda n: f"{DAYS.split()[n % 7]}, {n + 1}/05/1890: nada consta\n",
    "sections": lambda n: f"{n // 5 + 1}.{n % 5 + 1} Do processo de compra\n",
    "chapters": lambda n: f"Livro {n // 6 + 1}, folha {n % 6 + 1}: nada consta\n",
}


@pytest.mark.parametrize("row", CYCLES.values(), ids=CYCLES)
def test_a_series_may_start_over(row):
    text = HEAD + "".join(row(n) for n in range(27))
    loop = find_repetition(text[:-3], "length")
    assert loop is not None
    assert loop.label == "counter"
    assert abs(loop.start - len(HEAD)) <= len(row(0))
    assert loop.repeats == pytest.approx(27, abs=1)


def test_numbers_drawn_out_of_a_few_are_no_series():
    rng = random.Random(4)
    rows = [f"Sala {rng.randint(1, 4)}, mesa {rng.randint(1, 9)}: nada consta\n" for _ in range(60)]
    loop = find_repetition(HEAD + "".join(rows), "length")
    assert loop is None or not loop.strict


def test_a_counter_that_leaves_numbers_out_is_a_drift():
    rng, number, rows = random.Random(2), 0, []
    for _ in range(24):
        number += rng.choice((1, 1, 1, 2, 3))
        rows.append(f"{number}. um quilo de arroz e uma saca de café\n")
    loop = find_repetition(HEAD + "".join(rows), "length")
    assert loop is not None
    assert loop.label in ("counter", "drift")


def test_single_letters_are_words_as_well():
    rng = random.Random(3)
    lines = [
        "A saca de café e o vinho a cem réis.",
        "O sal, a cal e o pano da vila.",
        "E nada a ver.",
    ]
    text = HEAD + " ".join(rng.choice(lines) for _ in range(45))
    loop = find_repetition(text, "length")
    assert loop is not None
    assert loop.label == "drift"


def test_a_word_misspelled_in_every_copy_is_no_news():
    rng, rows = random.Random(5), []
    for _ in range(40):
        name = list("Toucinheiras")
        name[rng.randrange(12)] = rng.choice("aeiourst")
        rows.append(f"{''.join(name)} tem loja na rua nova da vila; ")
    text = HEAD + "".join(rows)
    loop = find_repetition(text, "length")
    assert loop is not None
    assert loop.label == "drift"
    assert find_repetition(text, "length", Thresholds(drift_variant=24.0)) is None


def test_words_in_unforeseen_order_are_low_novelty_but_no_forms():
    rng = random.Random(6)
    salad = HEAD + "".join(f"<td>{rng.choice(WORDS[:6])}</td>" for _ in range(300))
    form = HEAD + "".join(f"Pago a {rng.choice(WORDS[:9])} como consta. " for _ in range(40))
    loop = find_repetition(salad, "length")
    assert loop is not None
    assert loop.label == "low_novelty"
    loop = find_repetition(form, "length")
    assert loop is None or loop.label == "drift"


def test_elements_opened_without_end_are_no_filler():
    text = HEAD + '<ul class="vinho"><li>' * 40
    assert find_repetition(text, "length").label == "exact"
    assert find_repetition(HEAD + '<li class="vinho"></li>' * 40, "length") is None
    assert find_repetition(HEAD + '<br class="vinho">' * 80, "length") is None


def test_characters_of_double_width_count_twice():
    text = HEAD + "米と塩と酒と茶を買う。" * 7
    assert find_repetition(text, "length").label == "exact"


def test_stamps_may_advance_by_any_step():
    rng, minute, rows = random.Random(1), 0, []
    for _ in range(30):
        minute += rng.randint(1, 9)
        rows.append(f"{minute // 60:02d}:{minute % 60:02d} nada consta no livro\n")
    loop = find_repetition(HEAD + "".join(rows), "length")
    assert loop is not None
    assert loop.label == "counter"


def test_a_counter_that_ended_takes_more():
    rows = [COUNTERS["items"](n) for n in range(60)]
    assert find_repetition("".join(rows[:15]), "eos") is None
    ended = find_repetition("".join(rows), "eos")
    assert ended is not None
    assert ended.label == "counter"


def noisy(rng, words, copies, spoil):
    lines = []
    for _ in range(copies):
        line = list(words)
        if rng.random() < 0.2:
            spoil(rng, line)
        lines.append(" ".join(line))
    return HEAD + "\n".join(lines)


def another(rng, line):
    line[rng.randrange(len(line))] = rng.choice(WORDS)


def typo(rng, line):
    at = rng.randrange(len(line))
    line[at] = line[at][:1] + rng.choice("aeiou") + line[at][2:]


def dropped(rng, line):
    del line[rng.randrange(len(line))]


@pytest.mark.parametrize("spoil", [another, typo, dropped])
@pytest.mark.parametrize("size", [5, 12, 25])
def test_a_loop_with_noise_drifts(spoil, size):
    rng = random.Random(size)
    text = noisy(rng, rng.sample(WORDS, size), 400 // size, spoil) + " " + WORDS[0] + " q"
    loop = find_repetition(text, "length")
    assert loop is not None
    assert loop.at_tail


def test_a_loop_wrapped_anew_each_time_drifts():
    words = (" ".join(WORDS[:7]) + " ") * 30
    text = HEAD + "".join(
        char if char != " " or n % 11 else "\n" for n, char in enumerate(words[:1000])
    )
    loop = find_repetition(text, "length")
    assert loop is not None
    assert loop.label == "drift"
    assert not loop.strict
    assert abs(loop.start - len(HEAD)) <= loop.period
    assert loop.period == len(" ".join(WORDS[:7]) + " ")


def test_a_growing_unit_drifts():
    rng, unit, words = random.Random(0), WORDS[:4], []
    while len(words) < 400:
        words += unit
        unit = [*unit, rng.choice(WORDS[:6])]
    loop = find_repetition(HEAD + " ".join(words), "length")
    assert loop is not None
    assert loop.label == "drift"


def test_units_in_any_order_drift():
    rng = random.Random(0)
    units = [" ".join(rng.sample(WORDS, 6)) for _ in range(4)]
    text = HEAD + "; ".join(rng.choice(units) for _ in range(120))
    loop = find_repetition(text, "length")
    assert loop is not None
    assert loop.label == "drift"
    assert find_repetition(HEAD + "; ".join(units), "length") is None


def test_a_few_words_in_any_order_for_long_are_low_novelty():
    rng = random.Random(0)
    text = HEAD + ", ".join(word for _ in range(400) for word in rng.sample(WORDS[:5], 5))
    loop = find_repetition(text, "length")
    assert loop is not None
    assert loop.label == "low_novelty"
    assert not loop.strict


REAL = {
    "counting off": ", ".join(str(n) for n in range(1, 366)),
    "a name that changes": "".join(f"Caixa H{'aeo'[n % 7 % 3]}kate de obras; " for n in range(60)),
    "blanks": "_____ de " * 60,
    "a page begun again": (HEAD + " ".join(WORDS) + ". " + " ".join(WORDS[::-1]) + ".\n") * 3,
}


@pytest.mark.parametrize("text", REAL.values(), ids=REAL)
def test_what_other_detectors_missed(text):
    assert find_repetition(text, "length") is not None


# Honest pages.


def sentence(rng, words):
    return " ".join("".join(rng.choice("abcdeilmnorstu") for _ in range(6)) for _ in range(words))


PAGES = {
    "numbers": lambda rng, n: " ".join(f"{rng.uniform(0, 99):.2f}" for _ in range(6)) + "\n",
    "small numbers": lambda rng, n: " ".join(str(rng.randint(0, 9)) for _ in range(9)) + "\n",
    "bits": lambda rng, n: " ".join(str(rng.randint(0, 1)) for _ in range(9)) + "\n",
    "instalments": lambda rng, n: f"Parcela {n + 1}/320 vence em {n % 12 + 1:02d} por 150,00\n",
    "contents": lambda rng, n: (
        f"{n + 1}. {sentence(rng, 3)} {'.' * 30} {n * 3 + rng.randint(0, 2)}\n"
    ),
    "accounts": lambda rng, n: (
        f"{n % 28 + 1}/03 saca de {rng.choice(WORDS)} {rng.randint(1, 99)},00\n"
    ),
    "answers": lambda rng, n: f"{n + 1}) {sentence(rng, 2)} | {rng.choice(('Sim', 'Não'))} | Não\n",
    "rows": lambda rng, n: (
        f'{{"id": {n}, "name": "{sentence(rng, 1)}", "unit": "kg", "ok": true}}, '
    ),
    "articles": lambda rng, n: (
        f"Art. {n + 1}. {sentence(rng, 6)}. Parágrafo único. {sentence(rng, 4)}\n"
    ),
    "zeros": lambda rng, n: f"{n + 1} {sentence(rng, 1)} 0,00 0,00 0,00 0,00 0,00\n",
    "signatures": lambda rng, n: f"{'_' * 30}\n{sentence(rng, 2)}\nTestemunha\n",
    "drawings": lambda rng, n: f'<path d="M{rng.randint(0, 99)} {rng.randint(0, 99)}L0 0"/>\n',
    "blank lines": lambda rng, n: (
        f"{n + 1}. Nome: {'_' * 40}\n" if n < 40 else "\n" + sentence(rng, 9)
    ),
}


@pytest.mark.parametrize("row", PAGES.values(), ids=PAGES)
def test_honest_pages_are_clean_whole_and_cut(row):
    rng = random.Random(0)
    for size in (3, 12, 40, 150, 300):
        text = HEAD + "".join(row(rng, n) for n in range(size))
        assert find_repetition(text, "eos") is None
        for _ in range(4):
            assert find_repetition(text[: rng.randint(1, len(text))], "length") is None
            assert find_repetition(text[: rng.randint(1, len(text))], None) is None


def test_thresholds_decide():
    text = HEAD + "".join(COUNTERS["items"](n) for n in range(30))
    strict = find_repetition(text, "length")
    assert strict is not None
    harder = Thresholds(**{**asdict(Thresholds()), "tail_counter_repeats": 31.0})
    wider = find_repetition(text, "length", harder)
    assert wider is None or wider.label == "drift"
    # Five equal words in each make up for so much of a copy.
    just = Thresholds(tail_counter_repeats=strict.repeats + 5 / 32)
    half = find_repetition(text, "length", just)
    assert half is not None
    assert half.score == 0.5


@pytest.mark.parametrize("reason", ["length", "abort", None])
def test_a_second_copy_of_a_long_text_is_no_loop(reason):
    rng = random.Random(0)
    licence = sentence(rng, 250)
    assert find_repetition(f"{HEAD}{licence}.\nBy one.\n{licence[:1500]}", reason) is None
    copies = "".join(f"{licence}.\nBy {name}.\n" for name in ("one", "two", "three", "four"))
    assert find_repetition(HEAD + copies * 3, reason) is not None


def test_words_exchanged_one_after_another_drift():
    rng, words, rows = random.Random(3), WORDS[:12], []
    for _ in range(40):
        words = list(words)
        words[rng.randrange(12)] = sentence(rng, 1)
        rows.append(" ".join(words))
    loop = find_repetition(HEAD + "\n".join(rows), "length")
    assert loop is not None
    assert loop.label == "drift"


def test_pictographs_are_no_filler():
    loop = find_repetition(HEAD + "\U0001f602\U0001f4af\U0001f602 " * 60, "length")
    assert loop is not None
    assert loop.label == "exact"


def test_levels_are_nested():
    exact = find_repetition(HEAD + "um quilo de arroz, " * 40, "length")
    counter = find_repetition(HEAD + "".join(COUNTERS["items"](n) for n in range(40)), "length")
    assert exact is not None
    assert counter is not None
    levels = ("exact", "strict", "broad")
    assert [exact.within(level) for level in levels] == [True, True, True]
    assert [counter.within(level) for level in levels] == [False, True, True]


@pytest.mark.parametrize("kinds", [16, 20, 24])
@pytest.mark.parametrize("reason", ["length", "eos", None])
def test_few_words_in_ever_new_pairs_are_no_loop(kinds, reason):
    """Nothing foretells any of them, though all are known: as in a page of lorem ipsum."""
    rng = random.Random(0)
    words = [f"{a}{b}" for a in ("pato", "sebo", "vela", "moto") for b in "abcdef"][:kinds]
    phrase = rng.sample(words, 9)
    text, pairs = [*phrase, *rng.sample(words, 6), *phrase], set()
    while len(text) < 240:
        new = [word for word in words if word != text[-1] and (text[-1], word) not in pairs]
        word = rng.choice(new or words)
        pairs.add((text[-1], word))
        text.append(word)
    assert find_repetition(" ".join(text), reason) is None


@pytest.mark.parametrize("stray", ["", "\u2026", "&nb", "<t"])
def test_a_number_cut_before_what_is_stray_is_no_news(stray):
    rows = [f"Proc. nº {1569 + n:07d}-99.1865.8.26.0100, arquivado\n" for n in range(9)]
    loop = find_repetition(
        HEAD + "".join(rows) + "Proc. nº 0001578-99.1865.8.26.0" + stray, "length"
    )
    assert loop is not None
    assert (loop.label, loop.repeats >= 9) == ("counter", True)


@pytest.mark.parametrize(
    "cut", ["", "<", "<td", '<td align="ri', '<td class="a b" align="right**', "</t"]
)
def test_the_tag_that_a_text_is_cut_in_is_no_part_of_a_copy(cut):
    row = '<tr><td>{}</td><td>saca</td><td class="a b" align="right">{}</td></tr>\n'
    rows = "".join(row.format(n, 21 * n) for n in range(18, 30))
    loop = find_repetition(HEAD + rows + f"<tr><td>30</td><td>saca</td>{cut}", "length")
    assert loop is not None
    assert loop.label == "counter"
    assert loop.at_tail
