"""The exact loops of the new blind split are what their labels say; the detector is not asked."""

from collections import Counter
from itertools import islice
from random import Random

import pytest
from degeneration.build import LEAST_SYMBOLS, positive
from degeneration.judged.third import exact
from degeneration.sample import PositiveKind

KINDS = exact.KINDS
GREW = ("marks piled up", "no blanks between")
"""Of accents, which became a part of their words, and so longer, after these were written."""


def by_name(kind: PositiveKind) -> str:
    return kind.name


def test_kinds_are_many_and_of_every_ending() -> None:
    names = [kind.name for kind in KINDS]
    assert len(set(names)) == len(names) >= 32
    others = [kind for kind in KINDS if set(kind.endings) != {"tail"}]
    assert len(others) >= len(KINDS) / 3
    assert {ending for kind in KINDS for ending in kind.endings} == {
        *("tail", "stray", "closed", "recovered")
    }


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
def test_draws_differ_and_are_exact(kind: PositiveKind) -> None:
    drawn = [kind.draw(Random(seed)) for seed in range(8)]
    assert kind.category.startswith("exact: ")
    assert {loop.label for loop in drawn} == {"exact"}
    assert len({loop.lead + next(loop.units) for loop in drawn}) == 8
    assert all(len(set(islice(loop.units, 9))) == 1 for loop in drawn)
    if "closed" in kind.endings:
        assert any(loop.closing.strip() for loop in drawn)


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
def test_clean_text_before_a_loop_does_not_repeat_a_line_nor_hold_the_unit(
    kind: PositiveKind,
) -> None:
    for seed in range(20):
        loop = kind.draw(Random(seed))
        unit = next(loop.units).strip()
        assert len(loop.lead) > 80
        assert len(unit) < 24 or unit not in loop.lead
        lines = Counter(line for line in loop.lead.split("\n") if len(line) > 24)
        assert max(lines.values(), default=0) == min(1, len(lines)), lines.most_common(1)


def test_texts_are_of_a_length_that_models_write_and_units_from_one_character_up() -> None:
    lengths, units = [], []
    for kind in KINDS:
        for seed in range(2):
            sample = positive(kind, Random(f"{kind.name} {seed}"), kind.name)
            assert sample.truth is not None
            if kind.name not in GREW:
                lengths.append(len(sample.text))
            if sample.truth.symbols >= LEAST_SYMBOLS:
                units.append(sample.truth.unit_chars)
    assert sum(length > 30_000 for length in lengths) < len(lengths) / 50
    assert min(units) == 1
    assert sum(length > 300 for length in units) >= 3
