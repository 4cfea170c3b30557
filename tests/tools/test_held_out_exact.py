"""The exact loops of the blind split are what their labels say; the detector is not asked."""

from collections import Counter
from itertools import islice
from random import Random

import pytest
from degeneration.build import LEAST_SYMBOLS, positive
from degeneration.held_out.exact import KINDS
from degeneration.sample import PositiveKind, Sample


def by_name(kind: PositiveKind) -> str:
    return kind.name


def samples(draws: int) -> list[Sample]:
    return [
        positive(kind, Random(f"{kind.name} {seed}"), kind.name)
        for kind in KINDS
        for seed in range(draws)
    ]


def test_kinds_are_many_and_of_every_ending() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 35
    share = Counter[str]()
    for kind in KINDS:
        for ending in kind.endings:
            share[ending] += 60 // len(kind.endings)
    assert set(share) == {"tail", "stray", "closed", "recovered"}
    assert 0.6 < share["tail"] / share.total() < 0.75


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
def test_draws_differ_and_have_the_label_of_the_category(kind: PositiveKind) -> None:
    drawn = [kind.draw(Random(seed)) for seed in range(8)]
    assert kind.category.startswith("exact: ")
    assert {loop.label for loop in drawn} == {"exact"}
    assert len({loop.lead + next(loop.units) for loop in drawn}) == 8
    assert all(len(set(islice(loop.units, 9))) == 1 for loop in drawn)
    if "closed" in kind.endings:
        assert any(loop.closing.strip() for loop in drawn)


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
def test_clean_text_before_a_loop_is_of_some_length_and_repeats_no_line(kind: PositiveKind) -> None:
    for seed in range(12):
        lead = kind.draw(Random(seed)).lead
        assert 100 <= len(lead) <= 4000
        lines = Counter(line for line in lead.split("\n") if len(line) > 24)
        assert max(lines.values(), default=0) == min(1, len(lines)), lines


def test_texts_are_of_a_length_that_models_write_and_units_from_one_character_up() -> None:
    drawn = samples(2)
    assert sum(len(sample.text) > 30_000 for sample in drawn) < len(drawn) / 50
    units = []
    for sample in drawn:
        assert sample.truth is not None
        if sample.truth.symbols >= LEAST_SYMBOLS:
            units.append(sample.truth.unit_chars)
    assert min(units) == 1
    assert sum(length > 300 for length in units) >= 3
