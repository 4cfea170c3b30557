"""The once held-out loops are new, look like what their labels say, and count as they should.

That exact loops are maximal, counters periodic but for their digits and drifts never exact is asked
of them in test_degeneration_corpus.py, together with the older kinds.
"""

import re
from collections import Counter
from itertools import islice, pairwise
from random import Random

import pytest
from degeneration import counters, drifts, endings, exact, material
from degeneration.build import LEAST_SYMBOLS, positive
from degeneration.judged.first import loops, sequences
from degeneration.sample import PositiveKind

SEEN = (*exact.KINDS, *counters.KINDS, *drifts.KINDS, *endings.KINDS)
NUMBER = re.compile(r"-?\d+")
WITH_POINT = ("thousands", "degrees", "positions", "speech segments")
IN_DIGITS = [
    kind
    for kind in loops.KINDS
    if kind.category.startswith("counter: ")
    and kind.name not in loops.IN_LETTERS
    and not kind.name.startswith("any ")
]
IN_LETTERS = [kind for kind in loops.KINDS if kind.name in loops.IN_LETTERS]


def by_name(kind: PositiveKind) -> str:
    return kind.name


def test_kinds_are_new_and_of_every_label_and_ending() -> None:
    names = [kind.name for kind in loops.KINDS]
    assert len(set(names)) == len(names)
    assert not set(names) & {kind.name for kind in SEEN}
    labels = Counter(kind.draw(Random(0)).label for kind in loops.KINDS)
    assert labels["exact"] >= 22
    assert labels["counter"] >= 20
    assert labels["drift"] >= 14
    assert labels["low_novelty"] >= 6
    endings_of = {ending for kind in loops.KINDS for ending in kind.endings}
    assert endings_of == {"tail", "stray", "closed", "recovered"}


def test_the_label_is_the_one_of_the_category() -> None:
    for kind in loops.KINDS:
        label = kind.category.split(":")[0].replace(" ", "_")
        assert {kind.draw(Random(seed)).label for seed in range(4)} == {label}, kind.name


@pytest.mark.parametrize("kind", IN_DIGITS, ids=by_name)
def test_counters_in_digits_differ_in_numbers_only_and_count_by_fixed_steps(
    kind: PositiveKind,
) -> None:
    for seed in range(4):
        units = list(islice(kind.draw(Random(seed)).units, 40))
        if kind.name in WITH_POINT:
            units = [re.sub(r"(?<=\d)[.,](?=\d)", "", unit) for unit in units]
        assert len({NUMBER.sub("#", unit) for unit in units}) == 1, units[:3]
        slots = zip(*(map(int, NUMBER.findall(unit)) for unit in units), strict=True)
        steps = [Counter(b - a for a, b in pairwise(slot)).most_common(1)[0] for slot in slots]
        # Seconds, minutes and days carry; what counts them does not.
        assert any(step and often > 24 for step, often in steps), units[:3]


@pytest.mark.parametrize("kind", IN_LETTERS, ids=by_name)
def test_counters_in_letters_never_give_the_same_unit_twice(kind: PositiveKind) -> None:
    units = list(islice(kind.draw(Random(1)).units, 200))
    assert len(set(units)) == 200
    common = set.intersection(*(set(re.findall(r"\w{3,}", unit)) for unit in units))
    assert common, units[:3]


def test_numerals_are_those_of_their_language() -> None:
    words = {7: "seven", 20: "twenty", 85: "eighty-five", 312: "three hundred twelve"}
    assert {number: sequences.in_words(number) for number in words} == words
    ordinals = {1: "first", 12: "twelfth", 20: "twentieth", 43: "forty-third", 100: "one hundredth"}
    assert {number: sequences.ordinal(number) for number in ordinals} == ordinals
    numerals = {3: "三", 10: "十", 14: "十四", 21: "二十一", 105: "一百零五", 210: "二百一十"}
    assert {number: sequences.chinese(number) for number in numerals} == numerals
    assert "".join(map(sequences.circled, (1, 20, 21, 36, 50))) == "①⑳㉑㊱㊿"


def known_share(before: str, after: str) -> float:
    """Share of the later five-character pieces that the earlier text has."""
    pieces = {before[i : i + 5] for i in range(len(before) - 4)}
    return sum(after[i : i + 5] in pieces for i in range(len(after) - 4)) / (len(after) - 4)


def test_drifting_loops_change_but_say_little_new() -> None:
    broad = [k for k in loops.KINDS if k.category.startswith(("drift", "low novelty"))]
    for kind in broad:
        units = list(islice(kind.draw(Random(3)).units, 80))
        assert len(set(units)) > 2, kind.name
        # A copy of a copy of a copy is like the one before and no longer like the first.
        before = units[59:60] if kind.name == "decay" else units[:60]
        after = units[60:61] if kind.name == "decay" else units[60:]
        assert known_share("".join(before), "".join(after)) > 0.6, kind.name
    prose = material.prose(Random(3), 8000)
    assert known_share(prose[:6000], prose[6000:]) < 0.6


def test_clean_text_before_a_loop_does_not_repeat_a_line() -> None:
    for kind in loops.KINDS:
        for seed in range(3):
            lines = Counter(
                line for line in kind.draw(Random(seed)).lead.split("\n") if len(line) > 24
            )
            assert max(lines.values(), default=0) <= 2, (kind.name, lines.most_common(1))


def test_units_reach_from_one_character_to_half_a_page() -> None:
    lengths = []
    for kind in loops.KINDS:
        truth = positive(kind, Random(kind.name), kind.name).truth
        assert truth is not None
        if truth.label == "exact" and truth.symbols >= LEAST_SYMBOLS:
            lengths.append(truth.unit_chars)
    assert min(lengths) == 1
    assert sum(length > 300 for length in lengths) >= 3
