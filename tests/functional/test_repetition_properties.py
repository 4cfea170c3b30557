"""What must hold for any text: the run finder is exact, and its work near-linear."""

import math
import re
import sys

import numpy as np
import pytest
from hypothesis import assume, event, example, given, settings
from hypothesis import strategies as st

from dharma_pl.functional import counter, drift, repetition
from dharma_pl.functional.characters import columns
from dharma_pl.functional.extent import extent
from dharma_pl.functional.filler import is_filler
from dharma_pl.functional.lags import grams, last_seen
from dharma_pl.functional.repetition import DEFAULT, count_symbols, find_repetition
from dharma_pl.functional.runs import Run, may_hold_run
from dharma_pl.functional.symbols import Symbols, symbols
from dharma_pl.functional.units import starts_of

REASONS = ("eos", "length", "abort", None)
LETTERS = st.text(alphabet=st.sampled_from("ab c0.<>|é中\n7"), min_size=1, max_size=12)
ANY_TEXT = st.text(st.characters(), max_size=200)


LONG = " ".join(f"{n * n % 89:b}".translate({48: "a", 49: "b"}) for n in range(52))


def root(unit: str) -> str:
    """The shortest word that `unit` is a power of."""
    return unit[: (unit + unit).find(unit, 1)]


@settings(deadline=None)
@example(before="", unit=" \n")
@given(before=ANY_TEXT, unit=st.text(st.characters(), min_size=1, max_size=60))
def test_an_appended_unit_is_found(before, unit):
    unit = root(unit)
    assume(not before.endswith(unit))
    copies = 3300 // len(unit) + 4  # enough for filler and for units of sixteen letters a symbol
    text = before + unit * copies
    loop = find_repetition(text, "length")
    assert loop is not None
    assert loop.period == len(unit)
    assert len(before) - len(unit) < loop.start <= len(before)
    assert loop.end == len(text)
    assert loop.at_tail
    assert loop.repeats >= copies


@settings(deadline=None)
@given(words=st.lists(st.text("abcdefg", min_size=1, max_size=5), unique=True, max_size=400))
def test_a_text_of_different_words_is_clean(words):
    for reason in REASONS:
        assert find_repetition(" ".join(words), reason) is None


@settings(deadline=None)
@given(text=ANY_TEXT, reason=st.sampled_from(REASONS))
def test_any_text_is_read_without_a_crash(text, reason):
    find_repetition(text * 9, reason)


HALVES = re.compile(r"(?!.?[中])([^\W\d_]{2}|\d{2})")
"""Two letters or digits of one word; a CJK character is one by itself."""
GOODS = "arroz feijão café sal de um dois 12 7 vinho pano"
WORDS = st.sampled_from(GOODS.split())


@settings(deadline=None, max_examples=50)
@given(words=st.lists(WORDS, max_size=400), reason=st.sampled_from(REASONS))
def test_a_text_without_a_repeated_8_gram_is_clean(words, reason):
    seen, kept = set(), []
    for word in words:
        folded = tuple("#" if one.isdigit() else one for one in [*kept[-7:], word])
        if len(folded) < 8 or folded not in seen:
            seen.add(folded)
            kept.append(word)
    assert find_repetition(" ".join(kept), reason) is None


@settings(deadline=None, max_examples=30)
@given(
    unit=st.lists(WORDS, min_size=1, max_size=12),
    noise=st.lists(st.tuples(st.integers(0, 399), WORDS), max_size=25),
    reason=st.sampled_from(REASONS),
)
@example(unit=["arroz", "arroz", "feijão"], noise=[(144, "vinho")], reason="eos")
def test_labels_do_not_change_when_words_are_renamed(unit, noise, reason):
    """But for the closed list of words that count: months, names of numbers and of letters."""
    words = (unit * 400)[:400]
    for at, word in noise:
        words[at] = word
    names = {"arroz": "trigo", "feijão": "ervilha", "café": "mate", "sal": "mel", "vinho": "mosto"}
    renamed = [names.get(word, word) for word in words]
    one, other = (find_repetition(" ".join(text), reason) for text in (words, renamed))
    event(one.label if one else "clean")
    assert (one and one.label) == (other and other.label)


def runs_by_brute_force(text: str) -> set[tuple[int, int, int]]:
    """Every maximal run of more than two copies, with its least period: O(n^2)."""
    codes = np.array([ord(char) for char in text])
    least: dict[tuple[int, int], int] = {}
    for period in range(1, len(text) // 2 + 1):
        equal = np.concatenate([[False], codes[period:] == codes[:-period], [False]])
        edges = np.flatnonzero(equal[1:] != equal[:-1])
        for start, stop in zip(edges[::2], edges[1::2], strict=True):
            if stop - start + period >= max(2 * period + 1, 64):
                least.setdefault((int(start), int(stop) + period), period)
    return {(start, end, period) for (start, end), period in least.items()}


def has_word(unit):
    read = symbols(unit)
    return bool((read.content & ~read.numeric).any())


def is_grid(unit):
    read = symbols(unit)
    return (
        "=" not in unit
        and not has_word(unit)
        and len(set(read.values[read.numeric].tolist())) in (2, 3)
    )


def closed(rest):
    return len(rest) < 400 and not any(map(str.isalnum, rest))


def longest_by_brute_force(text: str, reason: str | None) -> tuple[int, int, int] | None:
    """The rule of the docstring, read literally."""

    symbols_of = symbols

    def loops(run, limits, *, cut, many=False):
        start, end, period = run
        copies, symbols, filler, characters = limits
        unit = text[start : start + period]
        size = end - start if period == 1 else count_symbols(text[start:end])
        if period > 1 and 0 <= size - symbols < 2:  # half a word at an edge is none
            size -= sum(
                bool(HALVES.fullmatch(text[max(at - 1, 0) : at + 1])) for at in (start, end)
            )
        if "\n" in unit and not is_filler(unit) and size < filler and is_grid(unit):
            return False
        again = count_symbols(text[start + period : end])
        if columns(text[start:end]) < characters:
            return False
        if end - start < copies * period:
            third = count_symbols(text[start + 2 * period : end])
            long = (end - start >= 2.2 * period or third >= 32) and again >= 128
            if reason is None:
                long = end - start >= 3 * period and size >= 320
            return (cut or reason is None) and long and size >= symbols and not is_filler(unit)
        if is_filler(unit):
            if "\n" in unit and period > 1 and not unit.isspace() and symbols_of(unit).content.size:
                size = min(size, filler * (end - start) / period / (2 * copies))
            return mostly_filler(unit, run, size, filler)
        return size >= symbols or (many and end - start >= 100 * period and has_word(unit))

    def mostly_filler(unit, run, size, filler):
        if run[2] == 1:
            return size >= filler
        starts = [at for at in starts_of(unit * 2 + unit[0]) if at < 2 * len(unit)]
        blank = sum((unit * 3)[at : at + 2].isspace() for at in starts) / len(starts)
        words = int(symbols(unit).content.sum()) * (run[1] - run[0]) / run[2]
        if unit.isspace():
            return size >= filler
        needed = 320 if filler == 800 else filler * 32 / 140
        return size * (1 - blank) >= filler and (not words or words >= needed)

    at_tail, anywhere, ended = (3, 64, 140, 80), (4, 320, 800, 320), (4, 256, 800, 320)
    if reason is None:
        at_tail = tuple(3 * part for part in at_tail)
    cut = reason in ("length", "abort")
    runs = runs_by_brute_force(text)
    tail = [run for run in runs if count_symbols(text[run[1] :]) <= 4]
    found = [run for run in tail if reason != "eos" and loops(run, at_tail, cut=cut)]
    found = found or [
        run
        for run in runs
        if loops(
            run, ended if run in tail or closed(text[run[1] :]) else anywhere, cut=False, many=True
        )
    ]
    return min(found, key=lambda run: (run[0] - run[1], run), default=None)


@settings(deadline=None, max_examples=40)
@given(
    parts=st.lists(
        st.tuples(
            st.one_of(LETTERS, st.text("ab 1,", min_size=20, max_size=300)), st.integers(1, 120)
        ),
        min_size=1,
        max_size=5,
    ),
    reason=st.sampled_from(REASONS),
)
@example(parts=[("aab 1,", 150), ("b", 1), ("ab 1", 300), ("a b c", 1)], reason="eos")
@example(parts=[("ab 1," * 20 + "b", 4), ("1", 210), ("\n", 2)], reason="length")
@example(parts=[("ab" * 100 + " 1", 20), ("b", 30)], reason=None)
@example(parts=[("b", 1), ("ab 1," * 14 + "b1", 3)], reason="length")
@example(parts=[(f"{LONG}{LONG[::-1]}", 2), (LONG[:-9], 1)], reason="length")
@example(parts=[(LONG * 3 + "b", 2), (LONG[:90], 1)], reason="length")
@example(parts=[("ab, ", 130), ("b" * 30, 1)], reason="eos")
@example(parts=[("中é", 45)], reason="length")
@example(parts=[("中é0c", 54), ("1 ", 9)], reason="eos")
@example(parts=[("00<7a\n0<", 40)], reason="eos")
@example(parts=[("(a", 33), ("0", 1), ("(a", 33), ("0", 1), ("(a", 33)], reason="length")
def test_the_same_as_brute_force(parts, reason):
    # No tags here: the oracle does not turn units that start inside one.
    text = "".join(unit * copies for unit, copies in parts).replace("<", "(")[-2000:]
    loop = find_repetition(text, reason)
    expected = longest_by_brute_force(text, reason)
    event("loop" if expected else "clean")
    exact = loop if loop and loop.label == "exact" else None
    if expected is not None:  # copies in another dress at its ends belong to it
        expected = (*extent(text, Run(*expected)), expected[2])
    assert (exact and (exact.start, exact.end, exact.period)) == expected


class Counted(str):
    """A string that counts the characters it was asked to look at."""

    looked_at = 0

    def __getitem__(self, key):
        part = str.__getitem__(self, key)
        Counted.looked_at += len(part)
        return Counted(part)

    def find(self, block, start=0, stop=sys.maxsize):
        Counted.looked_at += max(0, min(stop, len(self)) - start) + len(block)
        return str.find(self, block, start, stop)


class Touched(np.ndarray):
    """An array that counts the entries of every array made from it."""

    entries = 0

    def __array_finalize__(self, source):
        Touched.entries += self.size


def fibonacci_word(length: int) -> str:
    a, b = "a", "ab"
    while len(b) < length:
        a, b = b, b + a
    return b[:length]


def period_doubling_word(length: int) -> str:
    word = "a"
    while len(word) < length:
        word += word[:-1] + ("b" if word[-1] == "a" else "a")
    return word[:length]


ADVERSARIES = {
    "one letter": lambda n: "a" * n,
    "one letter and another": lambda n: "a" * (n - 1) + "b",
    "another in the middle": lambda n: "a" * (n // 2) + "b" + "a" * (n // 2),
    "pairs, then a stranger": lambda n: "ab" * (n // 2) + "c",
    "fibonacci": fibonacci_word,
    "period doubling": period_doubling_word,
    "square root": lambda n: ("a" * math.isqrt(n) + "b") * math.isqrt(n),
    "growing": lambda n: "".join("a" * k + "b" for k in range(math.isqrt(2 * n))),
    "many loops": lambda n: "".join(chr(200 + k) * 900 for k in range(n // 900)),
    "open tags": lambda n: "<a" * (n // 2),
    "open tag": lambda n: "<" + "a" * n,
    "all different": lambda n: "".join(chr(0x4E00 + k % 20000) for k in range(n)),
}


@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize("text", ADVERSARIES.values(), ids=ADVERSARIES)
def test_the_work_is_near_linear(text, reason):
    def work(length: int) -> float:
        Counted.looked_at = 0
        find_repetition(Counted(text(length)), reason)
        return Counted.looked_at / length

    # Looks a character: they grow with the number of scales, a quadratic case by the thousands.
    for length in (2_000, 20_000, 200_000):
        scales = math.log(length / 64, 1.5)
        assert work(length) < 12 * scales + 40


ROWS = {
    "counter": lambda n: "".join(f"Item {k}: um quilo;\n" for k in range(n // 18)),
    "numbers": lambda n: "".join(f"{k * k % 997} " for k in range(n // 4)),
    "noise": lambda n: "".join(f"um quilo {k * k % 7 * 'x'} de sal " for k in range(n // 20)),
    "letters": lambda n: "a b a c " * (n // 8),
}


@pytest.mark.parametrize("reason", ["eos", "length"])
@pytest.mark.parametrize("text", (ADVERSARIES | ROWS).values(), ids=ADVERSARIES | ROWS)
def test_the_work_on_symbols_is_linear(text, reason, monkeypatch):
    def counted(page):
        return Symbols(*(part.view(Touched) for part in symbols(page)))

    def work(length):
        monkeypatch.setattr(repetition, "symbols", counted)
        Touched.entries = 0
        find_repetition(text(length), reason)
        return Touched.entries / length

    # Entries a character; not more where there are ten times as many.
    assert work(16_000) < 2 * work(2_000) + 40
    assert work(16_000) < 600


@settings(deadline=None)
@given(
    before=st.integers(0, 700),
    unit=st.text("ab é1<", min_size=1, max_size=400),
    copies=st.floats(4, 9),
    many=st.booleans(),
    after=st.integers(0, 700),
)
def test_no_run_is_ruled_out(before, unit, copies, many, after):
    unit = root(unit)
    size = max(1 + int(len(unit) * (100 if many else copies)), 160 if many else 256)
    run = (unit * size)[:size]
    page = (LONG * 3)[:before] + run + (LONG * 3)[::-1][:after]
    assert may_hold_run(page, 4.0, 256, 100.0, 160)


def test_what_never_recurs_is_ruled_out():
    page = "".join(chr(0x4E00 + n) for n in range(20_000))
    assert not may_hold_run(page, 4.0, 256, 100.0, 160)
    assert not may_hold_run(page + page, 4.0, 256, 100.0, 160)  # further apart than a fourth


PIECES = "arroz feijão sal um dois 12 7 13 vinho pano vinha 3/9 a) ii , ."


@settings(deadline=None, max_examples=300)
@given(
    unit=st.lists(st.sampled_from(PIECES.split()), min_size=2, max_size=9),
    turned=st.lists(st.integers(0, 8), max_size=16),
    copies=st.integers(3, 12),
    exchanged=st.lists(st.tuples(st.floats(0, 0.99), st.sampled_from(PIECES.split())), max_size=4),
)
def test_no_drift_is_ruled_out(unit, turned, copies, exchanged):
    loop = unit * copies
    for place, word in exchanged:
        loop[int(place * len(loop))] = word
    order = [unit[place % len(unit)] for place in turned]
    read = symbols(" ".join([*loop, *order, *unit * copies]))
    content = drift.foretell(read, DEFAULT, 0.0, 0.0)
    assert content is not None  # no evidence is too little
    for worth in (drift.drift_worth, drift.novelty_worth):
        worths = worth(content, DEFAULT)
        tail, anywhere = drift.best_tail(worths).evidence, drift.best_anywhere(worths).evidence
        event(f"some at the tail: {tail > 0}, anywhere: {anywhere > 0}")
        assert drift.foretell(read, DEFAULT, tail, math.inf) is not None
        assert drift.foretell(read, DEFAULT, math.inf, anywhere) is not None


def test_a_text_of_new_words_cannot_drift():
    read = symbols(" ".join(f"{n:b}".translate({48: "a", 49: "b"}) for n in range(16, 400)))
    assert drift.foretell(read, DEFAULT, 56.0, 300.0) is None


@pytest.mark.parametrize("copies", [5.0, 20.0])
@pytest.mark.parametrize("stray", ["", " )", " fim da folha"])
@pytest.mark.parametrize("unit", ["{}, ", "Item {}: um quilo; ", "de {} a {} sacas de sal\n"])
def test_no_counter_is_ruled_out(unit, stray, copies, monkeypatch):
    def found(rows):
        text = "Segue a conta. " + "".join(unit.format(n, n) for n in range(rows)) + stray
        read = symbols(text)
        lags = counter.folded_lags(read)
        tail = counter.tail_counter(read, lags, DEFAULT, copies)
        return tail, list(counter.counters(read, lags, DEFAULT, copies))

    bounded = [found(rows) for rows in range(2, 40)]
    monkeypatch.setattr(counter, "_longest_period", lambda seen, fewest: math.inf)
    assert bounded == [found(rows) for rows in range(2, 40)]
    assert any(anywhere for _, anywhere in bounded)


def test_rows_are_looked_up_each_by_itself():
    rows = np.array([[7, 8, 7, 7], [8, 7, 8, 9]], np.uint64)
    assert last_seen(rows).tolist() == [[0, 0, 2, 1], [0, 0, 2, 0]]
    hashes = symbols("sal café sal café sal").folded
    assert last_seen(np.stack([hashes, grams(hashes, 2)])).tolist() == [
        [0, 0, 2, 2, 2],
        [0, 0, 0, 2, 2],
    ]


def test_ten_megabytes_of_one_token():
    loop = find_repetition("a" * 10_000_000, "length")
    assert loop is not None
    assert (loop.start, loop.end, loop.period) == (0, 10_000_000, 1)
    assert find_repetition("ab" * 5_000_000 + "c", "eos") is not None
