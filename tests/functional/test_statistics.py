"""Against closed forms and plain-Python implementations, none of which use scipy."""

import math
import random
import tracemalloc
from statistics import NormalDist, fmean, quantiles, stdev

import pytest

from dharma_pl.functional.statistics import (
    bootstrap_mean,
    mcnemar,
    paired_bootstrap,
    relative_reduction,
    wilson_interval,
)


def wilson_by_hand(k: int, n: int, confidence: float) -> tuple[float, float]:
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    p = k / n
    centre = p + z * z / (2 * n)
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return (centre - half) / (1 + z * z / n), (centre + half) / (1 + z * z / n)


def mcnemar_by_hand(only_a: int, only_b: int) -> float:
    n, k = only_a + only_b, min(only_a, only_b)
    return min(1.0, 2 * sum(math.comb(n, i) for i in range(k + 1)) / 2**n)


@pytest.mark.parametrize(("k", "n"), [(63, 512), (14, 512), (1, 496), (1, 1), (0, 10), (10, 10)])
@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.99])
def test_wilson_interval_is_the_closed_form(k: int, n: int, confidence: float) -> None:
    expected = wilson_by_hand(k, n, confidence)
    assert wilson_interval(k, n, confidence) == pytest.approx(expected, abs=1e-12)


def test_wilson_interval_stays_within_zero_and_one() -> None:
    assert wilson_interval(0, 20)[0] == 0
    assert wilson_interval(20, 20)[1] == 1
    assert wilson_interval(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("k", "n", "confidence"), [(3, 2, 0.95), (-1, 2, 0.95), (1, 2, 95)])
def test_wilson_interval_refuses_what_makes_no_sense(k: int, n: int, confidence: float) -> None:
    with pytest.raises(ValueError, match="Expected 0 <"):
        wilson_interval(k, n, confidence)


@pytest.mark.parametrize(
    ("only_a", "only_b"), [(5, 0), (0, 5), (60, 11), (7, 7), (1, 0), (8, 3), (300, 1)]
)
@pytest.mark.parametrize("agreeing", [0, 40])
def test_mcnemar_is_the_exact_binomial_of_discordant_pairs(
    only_a: int, only_b: int, agreeing: int
) -> None:
    flags = [(True, False)] * only_a + [(False, True)] * only_b
    flags += [(True, True), (False, False)] * agreeing
    random.Random(0).shuffle(flags)
    a, b = zip(*flags, strict=True)
    assert mcnemar(a, b) == pytest.approx(mcnemar_by_hand(only_a, only_b), rel=1e-9)


def test_mcnemar_without_discordant_pairs_is_one() -> None:
    assert mcnemar([True, False], [True, False]) == 1.0
    assert mcnemar([], []) == 1.0


def test_paired_functions_refuse_different_lengths() -> None:
    with pytest.raises(ValueError, match="shorter"):
        mcnemar([True, False], [True])
    with pytest.raises(ValueError, match="shorter"):
        paired_bootstrap([1.0, 2.0, 3.0], [1.0, 2.0])


def test_bootstrap_of_two_values_by_hand() -> None:
    # Resampled means of {0, 1} are 0, 0.5, 1 with probabilities 1/4, 1/2, 1/4.
    assert bootstrap_mean([0.0, 1.0], confidence=0.95) == (0.5, 0.0, 1.0)
    assert bootstrap_mean([0.0, 1.0], confidence=0.4) == (0.5, 0.5, 0.5)


def test_bootstrap_agrees_with_plain_python_and_with_theory() -> None:
    rng = random.Random(1)
    a = [rng.random() for _ in range(200)]
    b = [x + rng.gauss(0.05, 0.2) for x in a]
    mean, low, high = paired_bootstrap(a, b)

    differences = [y - x for x, y in zip(a, b, strict=True)]
    means = [fmean(rng.choices(differences, k=200)) for _ in range(4000)]
    cuts = quantiles(means, n=40, method="inclusive")
    error = stdev(differences) / math.sqrt(200)
    assert mean == pytest.approx(fmean(differences))
    assert low == pytest.approx(cuts[0], abs=0.15 * error)
    assert high == pytest.approx(cuts[-1], abs=0.15 * error)
    assert high - low == pytest.approx(2 * 1.96 * error, rel=0.1)


def test_bootstrap_pairs_documents() -> None:
    # The same improvement on very different documents is certain, however far these lie apart.
    a = [float(10 * i) for i in range(50)]
    b = [x + 1 for x in a]
    assert paired_bootstrap(a, b) == (1.0, 1.0, 1.0)
    assert paired_bootstrap(b, a)[0] == -1.0


def test_bootstrap_is_decided_by_its_seed() -> None:
    rng = random.Random(2)
    values = [rng.random() for _ in range(30)]
    assert bootstrap_mean(values, seed=5) == bootstrap_mean(values, seed=5)
    assert bootstrap_mean(values, seed=5) != bootstrap_mean(values, seed=6)


def test_bootstrap_memory_is_bounded() -> None:
    values = [float(i % 7) for i in range(20_000)]
    tracemalloc.start()
    bootstrap_mean(values, resamples=1000)  # at once it would hold 320 MB
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60e6


@pytest.mark.parametrize("values", [[], [0.5]])
def test_bootstrap_refuses_fewer_than_two(values: list[float]) -> None:
    with pytest.raises(ValueError, match="at least 2 values"):
        bootstrap_mean(values)


@pytest.mark.parametrize(
    ("a", "b", "expected"), [(0.2, 0.05, 0.75), (0.1, 0.1, 0.0), (0.1, 0.2, -1.0), (0.1, 0.0, 1.0)]
)
def test_relative_reduction(a: float, b: float, expected: float) -> None:
    assert relative_reduction(a, b) == pytest.approx(expected)


def test_relative_reduction_of_nothing_is_none() -> None:
    assert relative_reduction(0.0, 0.0) is None
    assert relative_reduction(0.0, 0.5) is None
