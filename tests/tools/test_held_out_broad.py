"""The broad loops of the blind split change, say little new, and never are exact.

What a detector makes of them is asked nowhere.
"""

from collections import Counter
from itertools import islice
from random import Random

import pytest
from degeneration.build import positive
from degeneration.held_out import broad
from degeneration.sample import PositiveKind

KINDS = broad.KINDS


def by_name(kind: PositiveKind) -> str:
    return kind.name


def known_share(before: str, after: str) -> float:
    """Share of the later five-character pieces that the earlier text has."""
    pieces = {before[i : i + 5] for i in range(len(before) - 4)}
    return sum(after[i : i + 5] in pieces for i in range(len(after) - 4)) / (len(after) - 4)


def smallest_period(text: str) -> int:
    """By the prefix function; the length of the text where it has no shorter one."""
    border = [0] * len(text)
    k = 0
    for i in range(1, len(text)):
        while k and text[i] != text[k]:
            k = border[k - 1]
        k += text[i] == text[k]
        border[i] = k
    return len(text) - k


def test_kinds_are_many_and_of_both_labels_and_every_ending() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    labels = Counter(kind.draw(Random(0)).label for kind in KINDS)
    assert labels["drift"] >= 24
    assert labels["low_novelty"] >= 12
    endings = {ending for kind in KINDS for ending in kind.endings}
    assert endings == {"tail", "stray", "closed", "recovered"}


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
def test_loops_are_as_labelled_change_and_say_little_new(kind: PositiveKind) -> None:
    label = kind.category.split(":")[0].replace(" ", "_")
    for seed in range(12):
        loop = kind.draw(Random(seed))
        assert loop.label == label
        units = list(islice(loop.units, 80))
        assert len(set(units)) > 2, units[:3]
        assert known_share("".join(units[:60]), "".join(units[60:])) > 0.6, units[:3]


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
def test_clean_text_before_a_loop_does_not_repeat_itself(kind: PositiveKind) -> None:
    for seed in range(12):
        lead = kind.draw(Random(seed)).lead
        assert 100 <= len(lead) <= 4000, len(lead)
        lines = Counter(line for line in lead.split("\n") if len(line) > 24)
        assert max(lines.values(), default=0) <= 2, lines.most_common(1)


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
def test_loops_are_never_periodic_and_as_long_as_their_ending_asks(kind: PositiveKind) -> None:
    for seed in range(25):
        sample = positive(kind, Random(f"{kind.name}/{seed}"), kind.name)
        truth = sample.truth
        assert truth is not None
        assert truth.period is None
        assert 0 < truth.start < truth.end <= len(sample.text)
        assert truth.symbols > 0
        assert sample.finish_reason != "eos" or truth.symbols >= 250
        body = sample.text[truth.start : truth.end]
        assert smallest_period(body) > len(body) / 3, body[:200]


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
def test_a_seed_gives_one_text_and_two_seeds_give_two(kind: PositiveKind) -> None:
    first, again, other = (positive(kind, Random(seed), "x").text for seed in ("a", "a", "b"))
    assert first == again
    assert first[:300] != other[:300]
