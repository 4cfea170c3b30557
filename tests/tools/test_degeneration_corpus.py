"""The corpus is what its labels say; nothing here asks the detector."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from degeneration import corpus
from degeneration.build import primitive_period
from degeneration.held_out import loops as held_out_loops
from degeneration.judged.seventh import loops as seventh_loops
from degeneration.judged.sixth import loops as sixth_loops
from degeneration.sample import NegativeKind, PositiveKind, Sample, Split

from dharma_pl.functional.repetition import count_symbols

TOOLS = Path(__file__).parents[2] / "tools"
DIGITS = re.compile(r"\d+")
NOT_IN_DIGITS = (
    *("hex ids", "roman list", "lettered list", "months", "weekdays and days"),
    *seventh_loops.IN_LETTERS,
    *sixth_loops.IN_LETTERS,
    *held_out_loops.IN_LETTERS,
)
MIXED = ("series", "more")
"""Kinds that draw from many series, of which some wrap and most are not in digits."""
MAY_WRAP = ("wrapped numbers", "list, recovered", "counter, recovered", "counter, stray end")
ARITHMETIC_ROWS = 25


@pytest.fixture(scope="module", params=["dev", "test"])
def loops(request: pytest.FixtureRequest) -> list[Sample]:
    split: Split = request.param
    return list(corpus.positives(split, 3))


@pytest.fixture(scope="module")
def pages() -> list[Sample]:
    return list(corpus.negatives("dev", 8))


def digest(samples: Iterable[Sample]) -> str:
    return hashlib.sha256("".join(map(repr, samples)).encode("utf-8", "replace")).hexdigest()


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


def counting_rows(text: str) -> int:
    """Rows of the longest run alike but for numbers that all advance by fixed steps."""
    best = run = 0
    before: tuple[str, list[int]] | None = None
    steps: list[int] = []
    for line in text.split("\n"):
        now = (DIGITS.sub("#", line), list(map(int, DIGITS.findall(line))))
        step = []
        if before and before[0] == now[0]:
            step = [b - a for a, b in zip(before[1], now[1], strict=True)]
        alike = run + 1 if run and step == steps else 2
        run = alike if any(step) else 0
        best, before, steps = max(best, run), now, step
    return best


def test_same_seed_same_corpus_whatever_the_hash_seed() -> None:
    code = (
        "import hashlib; from degeneration import corpus as c\n"
        "s = [*c.positives('dev', 1), *c.negatives('dev', 1)]\n"
        "print(hashlib.sha256(''.join(map(repr, s)).encode('utf-8', 'replace')).hexdigest())"
    )
    env = {**os.environ, "PYTHONHASHSEED": "7"}
    env["PYTHONPATH"] = os.pathsep.join([str(TOOLS), str(TOOLS.parent)])
    there = subprocess.run(
        [sys.executable, "-c", code], env=env, check=True, capture_output=True, text=True
    )
    here = digest([*corpus.positives("dev", 1), *corpus.negatives("dev", 1)])
    assert there.stdout.strip() == here
    assert here != digest([*corpus.positives("dev", 1, 1), *corpus.negatives("dev", 1, 1)])


def test_more_of_each_kind_leaves_the_first_ones_as_they_are() -> None:
    few = {sample.id: sample for sample in corpus.positives("test", 1)}
    many = {sample.id: sample for sample in corpus.positives("test", 2)}
    assert len(many) == 2 * len(few)
    assert all(many[name] == sample for name, sample in few.items())


@pytest.mark.parametrize("kinds", [corpus.POSITIVES, corpus.NEGATIVES])
def test_splits_share_no_kind(kinds: dict[Split, tuple[PositiveKind | NegativeKind, ...]]) -> None:
    names = [kind.name for split in kinds.values() for kind in split]
    assert len(set(names)) == len(names)
    assert min(map(len, kinds.values())) > 80


def test_exact_loops_are_periodic_from_start_to_end_and_no_further(loops: list[Sample]) -> None:
    exact = [sample for sample in loops if sample.truth and sample.truth.label == "exact"]
    assert len(exact) > 100
    for sample in exact:
        text, truth = sample.text, sample.truth
        assert truth is not None
        assert truth.period is not None
        assert truth.end - truth.start >= 2 * truth.period, sample.id
        run = text[truth.start : truth.end]
        assert run[truth.period :] == run[: -truth.period], sample.id
        assert primitive_period(run[: truth.period]) == truth.period, sample.id
        left, right = truth.start - 1, truth.end
        assert left < 0 or text[left] != text[left + truth.period], sample.id
        assert right == len(text) or text[right] != text[right - truth.period], sample.id


def test_counters_are_periodic_but_for_their_digits(loops: list[Sample]) -> None:
    counters = [sample for sample in loops if sample.truth and sample.truth.label == "counter"]
    assert len(counters) > 80
    periodic = []
    for sample in counters:
        truth = sample.truth
        assert truth is not None
        body = sample.text[truth.start : truth.end]
        in_digits = sample.kind not in NOT_IN_DIGITS and not sample.kind.startswith(MIXED)
        if in_digits and "counter: " in sample.category:
            folded = DIGITS.sub("#", body)
            periodic.append(smallest_period(folded) <= len(folded) / 3)
        # A counter that wraps is exact once it has done so twice, not before.
        if sample.kind not in MAY_WRAP and not sample.kind.startswith(MIXED):
            assert smallest_period(body) > len(body) / 2, sample.id
    # Those that end or advance in letters stay, from the kinds that draw from all the others.
    assert sum(periodic) / len(periodic) > 0.85


def test_constant_counter_periods_align_the_units(loops: list[Sample]) -> None:
    found = 0
    for sample in loops:
        truth = sample.truth
        if truth is None or truth.label != "counter" or truth.period is None:
            continue
        found += 1
        body = sample.text[truth.start : truth.end]
        first, second = body[: truth.period], body[truth.period : 2 * truth.period]
        unlike = [a + b for a, b in zip(first, second, strict=True) if a != b]
        assert unlike, sample.id
        assert all(pair.isalnum() for pair in unlike), sample.id
    assert found > 15


def test_drifting_and_recombined_loops_are_neither_exact_nor_short(loops: list[Sample]) -> None:
    broad = [s for s in loops if s.truth and s.truth.label in ("drift", "low_novelty")]
    assert len(broad) > 70
    for sample in broad:
        truth = sample.truth
        assert truth is not None
        body = sample.text[truth.start : truth.end]
        assert smallest_period(body) > len(body) / 3, sample.id
        assert truth.period is None


def test_truth_lies_within_the_text_and_symbols_are_those_after_the_first_copy(
    loops: list[Sample],
) -> None:
    for sample in loops:
        truth = sample.truth
        assert truth is not None
        assert 0 <= truth.start < truth.end <= len(sample.text)
        assert 0 < truth.symbols < count_symbols(sample.text)
        if truth.period is not None:
            after = sample.text[truth.start + truth.period : truth.end]
            assert truth.symbols == count_symbols(after), sample.id
        if sample.finish_reason == "eos":
            assert truth.symbols >= 250, sample.id


def test_pages_do_not_count(pages: list[Sample]) -> None:
    arithmetic = {kind.name for kind in corpus.NEGATIVES["dev"] if kind.arithmetic}
    for sample in pages:
        most = ARITHMETIC_ROWS if sample.kind in arithmetic else 5
        assert counting_rows(sample.text) <= most, sample.id
    by_nature = {s.kind for s in pages if counting_rows(s.text) > 5}
    assert by_nature  # the oracle sees counting where there is some


def test_pages_come_whole_and_cut_with_and_without_finish_reason(pages: list[Sample]) -> None:
    forms = {sample.id.rsplit("/", 1)[1]: sample.finish_reason for sample in pages}
    assert forms == {"whole": "eos", "cut": "length", "whole-unknown": None, "cut-unknown": None}
    assert all(sample.truth is None and sample.text for sample in pages)
