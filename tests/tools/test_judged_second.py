"""The blind loops look like what their labels say and count as they should.

That names are new, exact loops maximal and counters periodic but for their digits is asked of them
in test_degeneration_corpus.py, together with those of `dev`. The detector is not asked.
"""

import re
from collections import Counter
from itertools import islice, pairwise
from random import Random

import pytest
from degeneration.build import LEAST_SYMBOLS, positive
from degeneration.judged.second import counters, exact, loops, numerals
from degeneration.sample import PositiveKind

KINDS = (*exact.KINDS, *counters.KINDS)
NUMBER = re.compile(r"-?\d+")
WITHIN_NUMBER = re.compile(r"(?<=\d)[.,\u202f](?=\d)")
IN_LETTERS = [kind for kind in counters.KINDS if kind.name in loops.IN_LETTERS]
IN_DIGITS = [kind for kind in counters.KINDS if kind.name not in loops.IN_LETTERS]


def by_name(kind: PositiveKind) -> str:
    return kind.name


def test_kinds_are_many_and_of_every_ending() -> None:
    names = [kind.name for kind in KINDS]
    assert len(set(names)) == len(names)
    labels = Counter(kind.draw(Random(0)).label for kind in KINDS)
    assert labels["exact"] >= 35
    assert labels["counter"] >= 50
    assert {ending for kind in KINDS for ending in kind.endings} == {
        *("tail", "stray", "closed", "recovered")
    }
    assert set(names) >= loops.IN_LETTERS
    assert set(names) >= set(counters.WITH_POINT)


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
def test_draws_differ_and_have_the_label_of_the_category(kind: PositiveKind) -> None:
    drawn = [kind.draw(Random(seed)) for seed in range(8)]
    label = kind.category.split(":")[0].replace(" ", "_")
    assert {loop.label for loop in drawn} == {label}
    assert len({loop.lead + next(loop.units) for loop in drawn}) == 8
    if "closed" in kind.endings:
        assert any(loop.closing.strip() for loop in drawn)


@pytest.mark.parametrize("kind", IN_DIGITS, ids=by_name)
def test_counters_in_digits_differ_in_numbers_only_and_count_by_fixed_steps(
    kind: PositiveKind,
) -> None:
    for seed in range(8):
        units = list(islice(kind.draw(Random(seed)).units, 40))
        if kind.name in counters.WITH_POINT:
            units = [WITHIN_NUMBER.sub("", unit) for unit in units]
        assert len({NUMBER.sub("#", unit) for unit in units}) == 1, units[:3]
        slots = zip(*(map(int, NUMBER.findall(unit)) for unit in units), strict=True)
        steps = [Counter(b - a for a, b in pairwise(slot)).most_common(1)[0] for slot in slots]
        # Seconds, minutes and days carry; what counts them does not.
        assert any(step and often > 24 for step, often in steps), units[:3]
        assert len(set(units)) == 40, units[:3]


@pytest.mark.parametrize("kind", IN_LETTERS, ids=by_name)
def test_counters_in_letters_never_give_the_same_unit_twice(kind: PositiveKind) -> None:
    for seed in range(8):
        units = list(islice(kind.draw(Random(seed)).units, 200))
        assert len(set(units)) == 200
        common = set.intersection(*(set(re.findall(r"\w{3,}", unit)) for unit in units))
        assert common, units[:3]


def test_numerals_are_those_of_their_language() -> None:
    expected = [
        (numerals.english, {7: "seven", 85: "eighty-five", 312: "three hundred and twelve"}),
        (numerals.portuguese, {21: "vinte e um", 100: "cem", 115: "cento e quinze"}),
        (numerals.spanish, {22: "veintidós", 45: "cuarenta y cinco", 500: "quinientos"}),
        (numerals.french, {71: "soixante et onze", 80: "quatre-vingts", 95: "quatre-vingt-quinze"}),
        (numerals.german, {1: "eins", 21: "einundzwanzig", 101: "einhunderteins"}),
        (numerals.turkish, {11: "on bir", 100: "yüz", 1234: "bin iki yüz otuz dört"}),
        (numerals.english_ordinal, {1: "first", 20: "twentieth", 43: "forty-third"}),
        (numerals.portuguese_ordinal, {3: "terceiro", 21: "vigésimo primeiro"}),
        (numerals.german_ordinal, {1: "erste", 20: "zwanzigste", 103: "einhundertdritte"}),
        (numerals.chinese, {10: "十", 14: "十四", 21: "二十一", 105: "一百零五", 210: "二百一十"}),
        (numerals.hebrew, {1: "א׳", 15: "ט״ו", 16: "ט״ז", 23: "כ״ג", 116: "קט״ז"}),
        (numerals.suffixed, {1: "1st", 12: "12th", 43: "43rd", 112: "112th"}),
        (numerals.superscript, {120: "¹²⁰"}),
        (numerals.column, {1: "A", 27: "AA"}),
    ]
    for write, known in expected:
        assert {number: write(number) for number in known} == known
    assert numerals.digits_of("٠", 120) == "١٢٠"


def test_clean_text_before_a_loop_does_not_repeat_a_line() -> None:
    for kind in KINDS:
        for seed in range(8):
            lines = Counter(
                line for line in kind.draw(Random(seed)).lead.split("\n") if len(line) > 24
            )
            assert max(lines.values(), default=0) == min(1, len(lines)), (kind.name, lines)


def test_texts_are_of_a_length_that_models_write_and_units_from_one_character_up() -> None:
    lengths, units = [], []
    for kind in KINDS:
        for seed in range(2):
            sample = positive(kind, Random(f"{kind.name} {seed}"), kind.name)
            assert sample.truth is not None
            lengths.append(len(sample.text))
            if sample.truth.label == "exact" and sample.truth.symbols >= LEAST_SYMBOLS:
                units.append(sample.truth.unit_chars)
    assert sum(length > 30_000 for length in lengths) < len(lengths) / 50
    assert min(units) == 1
    assert sum(length > 300 for length in units) >= 3
