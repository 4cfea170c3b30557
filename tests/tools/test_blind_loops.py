"""Loops that were written blind are what their labels say; the detector is not asked.

That exact loops are maximal and counters periodic but for their digits is asked of them in
test_degeneration_corpus.py, together with the older kinds.
"""

import re
from collections import Counter
from itertools import islice, pairwise
from random import Random

import pytest
from degeneration.build import LEAST_SYMBOLS, positive
from degeneration.held_out import counters as held_out_counters
from degeneration.held_out import exact as held_out_exact
from degeneration.judged.seventh import counters as seventh_counters
from degeneration.judged.seventh import exact as seventh_exact
from degeneration.judged.sixth import counters as sixth_counters
from degeneration.judged.sixth import exact as sixth_exact
from degeneration.sample import PositiveKind

EXACT = (sixth_exact, seventh_exact, held_out_exact)
COUNTERS = (sixth_counters, seventh_counters, held_out_counters)
KINDS = [kind for module in (*EXACT, *COUNTERS) for kind in module.KINDS]
EXACT_KINDS = [kind for module in EXACT for kind in module.KINDS]
IN_LETTERS = {name for module in COUNTERS for name in module.IN_LETTERS}
WITH_POINT = {name for module in COUNTERS for name in module.WITH_POINT}
COUNTER_KINDS = [kind for module in COUNTERS for kind in module.KINDS]
ENDINGS = {"tail", "stray", "closed", "recovered"}
NUMBER = re.compile(r"-?\d+")
WITHIN_NUMBER = re.compile(r"(?<=\d)[.,](?=\d)")
SEEDS = range(8)


def by_name(kind: PositiveKind) -> str:
    return kind.name


@pytest.mark.parametrize(("modules", "least"), [(EXACT, 32), (COUNTERS, 45)], ids=["exact", "c"])
def test_kinds_are_many_and_of_every_ending(modules: tuple[object, ...], least: int) -> None:
    for module in modules:
        kinds: tuple[PositiveKind, ...] = module.KINDS  # type: ignore[attr-defined]
        assert len({kind.name for kind in kinds}) == len(kinds) >= least
        assert {ending for kind in kinds for ending in kind.endings} == ENDINGS
        assert sum(kind.endings != ("tail",) for kind in kinds) >= len(kinds) / 3


def test_counters_are_named_by_what_they_count_in() -> None:
    assert {kind.name for kind in COUNTER_KINDS} >= IN_LETTERS | WITH_POINT


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
def test_draws_differ_and_have_the_label_of_the_category(kind: PositiveKind) -> None:
    drawn = [kind.draw(Random(seed)) for seed in SEEDS]
    assert {loop.label for loop in drawn} == {kind.category.split(":")[0]}
    assert len({loop.lead + next(loop.units) for loop in drawn}) == len(drawn)
    if "closed" in kind.endings:
        assert any(loop.closing.strip() for loop in drawn)


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
def test_clean_text_before_a_loop_repeats_no_line_nor_holds_the_unit(kind: PositiveKind) -> None:
    for seed in SEEDS:
        loop = kind.draw(Random(seed))
        unit = next(loop.units).strip()
        assert 100 <= len(loop.lead) <= 4000
        assert loop.label != "exact" or len(unit) < 24 or unit not in loop.lead
        lines = Counter(line for line in loop.lead.split("\n") if len(line) > 24)
        assert max(lines.values(), default=0) == min(1, len(lines)), lines


@pytest.mark.parametrize("kind", EXACT_KINDS, ids=by_name)
def test_units_of_exact_loops_are_equal(kind: PositiveKind) -> None:
    for seed in SEEDS:
        assert len(set(islice(kind.draw(Random(seed)).units, 9))) == 1


@pytest.mark.parametrize(
    "kind", [k for k in COUNTER_KINDS if k.name not in IN_LETTERS], ids=by_name
)
def test_counters_in_digits_differ_in_numbers_only_and_count_by_fixed_steps(
    kind: PositiveKind,
) -> None:
    for seed in SEEDS:
        units = list(islice(kind.draw(Random(seed)).units, 40))
        if kind.name in WITH_POINT:
            units = [WITHIN_NUMBER.sub("", unit) for unit in units]
        assert len({NUMBER.sub("#", unit) for unit in units}) == 1, units[:3]
        slots = zip(*(map(int, NUMBER.findall(unit)) for unit in units), strict=True)
        steps = [Counter(b - a for a, b in pairwise(slot)).most_common(1)[0] for slot in slots]
        # Seconds, minutes and days carry; what counts them does not.
        assert any(step and often > 24 for step, often in steps), units[:3]
        assert len(set(units)) == 40, units[:3]


@pytest.mark.parametrize("kind", [k for k in COUNTER_KINDS if k.name in IN_LETTERS], ids=by_name)
def test_counters_in_letters_never_give_the_same_unit_twice(kind: PositiveKind) -> None:
    for seed in SEEDS:
        units = list(islice(kind.draw(Random(seed)).units, 60))
        assert len(set(units)) == 60
        common = set.intersection(*(set(re.findall(r"\w{3,}", unit)) for unit in units))
        assert common or "bare" in kind.category, units[:3]


@pytest.mark.parametrize("module", [*EXACT, *COUNTERS], ids=lambda module: module.__name__)
def test_texts_are_of_a_length_that_models_write(module: object) -> None:
    kinds: tuple[PositiveKind, ...] = module.KINDS  # type: ignore[attr-defined]
    lengths = [
        len(positive(kind, Random(f"{kind.name} {seed}"), kind.name).text)
        for kind in kinds
        for seed in range(2)
    ]
    assert sum(length > 30_000 for length in lengths) < len(lengths) / 50


@pytest.mark.parametrize("module", EXACT, ids=lambda module: module.__name__)
def test_units_reach_from_one_character_to_half_a_page(module: object) -> None:
    kinds: tuple[PositiveKind, ...] = module.KINDS  # type: ignore[attr-defined]
    units = []
    for kind in kinds:
        for seed in range(2):
            truth = positive(kind, Random(f"{kind.name} {seed}"), kind.name).truth
            assert truth is not None
            if truth.symbols >= LEAST_SYMBOLS:
                units.append(truth.unit_chars)
    assert min(units) == 1
    assert sum(length > 300 for length in units) >= 3


def test_units_of_one_length_differ_in_letters_and_digits_only() -> None:
    constant = 0
    for kind in COUNTER_KINDS:
        for seed in range(3):
            sample = positive(kind, Random(f"{kind.name} {seed}"), "")
            assert sample.truth is not None
            if (period := sample.truth.period) is not None:
                body = sample.text[sample.truth.start : sample.truth.end]
                pairs = zip(body, body[period : 2 * period], strict=False)
                assert all((a + b).isalnum() for a, b in pairs if a != b), (kind.name, body)
                constant += 1
    assert constant > 30
