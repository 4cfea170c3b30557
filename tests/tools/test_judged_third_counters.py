"""The blind counters count as they should and have the label of their category.

The rules of the whole corpus are asked of them in test_degeneration_corpus.py. The detector is not
asked.
"""

import re
from collections import Counter
from itertools import islice, pairwise
from random import Random

import pytest
from degeneration.build import positive
from degeneration.judged.third import counters
from degeneration.judged.third.counters_words import greek, han, in_alphabet, spelled, suffixed
from degeneration.sample import PositiveKind

NUMBER = re.compile(r"-?\d+")
WITHIN_NUMBER = re.compile(r"(?<=\d)[.,](?=\d)")
IN_LETTERS = [kind for kind in counters.KINDS if kind.name in counters.IN_LETTERS]
IN_DIGITS = [kind for kind in counters.KINDS if kind.name not in counters.IN_LETTERS]


def by_name(kind: PositiveKind) -> str:
    return kind.name


def test_kinds_are_many_and_of_every_ending() -> None:
    names = [kind.name for kind in counters.KINDS]
    assert len(set(names)) == len(names) >= 45
    assert {*counters.IN_LETTERS, *counters.WITH_POINT} <= set(names)
    assert {ending for kind in counters.KINDS for ending in kind.endings} == {
        *("tail", "stray", "closed", "recovered")
    }
    assert sum(kind.endings != ("tail",) for kind in counters.KINDS) >= len(names) / 3


@pytest.mark.parametrize("kind", counters.KINDS, ids=by_name)
def test_draws_differ_and_have_clean_leads(kind: PositiveKind) -> None:
    drawn = [kind.draw(Random(seed)) for seed in range(8)]
    label = kind.category.split(":")[0].replace(" ", "_")
    assert {loop.label for loop in drawn} == {label} == {"counter"}
    assert len({loop.lead + next(loop.units) for loop in drawn}) == 8
    if "closed" in kind.endings:
        assert any(loop.closing.strip() for loop in drawn)
    for loop in drawn:
        assert 100 <= len(loop.lead) <= 5000
        lines = Counter(line for line in loop.lead.split("\n") if len(line) > 24)
        assert max(lines.values(), default=0) == min(1, len(lines)), lines


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
        units = list(islice(kind.draw(Random(seed)).units, 60))
        assert len(set(units)) == 60
        assert set.intersection(*(set(re.findall(r"\w{3,}", unit)) for unit in units)), units[:3]


def test_texts_are_of_a_length_that_models_write() -> None:
    lengths = [
        len(positive(kind, Random(f"{kind.name} {seed}"), kind.name).text)
        for kind in counters.KINDS
        for seed in range(2)
    ]
    assert sum(length > 30_000 for length in lengths) < len(lengths) / 50


def test_numerals_are_those_of_their_language() -> None:
    expected = {
        "en": {8: "eight", 342: "three hundred and forty-two", 2001: "two thousand one"},
        "it": {23: "ventitré", 31: "trentuno", 1105: "mille centocinque"},
        "es": {26: "veintiséis", 67: "sesenta y siete", 100: "cien", 230: "doscientos treinta"},
        "tr": {19: "on dokuz", 350: "üç yüz elli", 1001: "bin bir"},
        "ru": {12: "двенадцать", 45: "сорок пять", 914: "девятьсот четырнадцать"},
        "ko": {21: "이십일", 305: "삼백오"},
    }
    for lang, known in expected.items():
        assert {number: spelled(lang, number) for number in known} == known
    assert [han(n) for n in (7, 10, 12, 30, 101, 110, 2005)] == [
        *("七", "十", "十二", "三十", "一百零一", "一百一十", "二千零五")
    ]
    assert [greek(n) for n in (6, 14, 111, 1002)] == ["ϛʹ", "ιδʹ", "ριαʹ", "͵αβʹ"]
    assert [suffixed(n) for n in (2, 11, 23, 111)] == ["2nd", "11th", "23rd", "111th"]
    assert [in_alphabet("αβγ", n) for n in (3, 4, 6, 7)] == ["γ", "αα", "αγ", "βα"]
