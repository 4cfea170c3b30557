"""Intervals and paired tests for rates and scores over the same documents.

All of it is scipy's: its binomial test carries both the Wilson interval and the exact McNemar
test, and its bootstrap is vectorised and batched. scipy comes with scikit-learn anyway;
statsmodels would add pandas and patsy for the same numbers.
"""

from collections.abc import Sequence

import numpy as np
from scipy import stats

_MAX_DRAWS_IN_MEMORY = 2**20
"""Bootstrap draws held at once: 16 MiB of indices and values."""


def wilson_interval(successes: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """Wilson score interval of a proportion, without continuity correction.

    Unlike the normal interval it stays within 0..1 and is honest at 0 successes, which is where
    degeneration rates end up. Source: Wilson (1927), JASA 22(158).

    Args:
        successes: how many of the trials count.
        n: number of trials.
        confidence: coverage, 0..1 exclusive.

    Returns:
        Lower and upper end as fractions; (0, 1) where `n` is 0, since nothing is known.

    Raises:
        ValueError: unless 0 <= successes <= n and 0 < confidence < 1.

    >>> low, high = wilson_interval(1, 496)
    >>> f"{low:.4f} {high:.4f}"
    '0.0004 0.0113'
    """
    if not 0 <= successes <= n:
        raise ValueError(f"Expected 0 <= successes <= n, but got {successes} of {n}")
    _check_confidence(confidence)
    if n == 0:
        return 0.0, 1.0
    interval = stats.binomtest(successes, n).proportion_ci(confidence, method="wilson")
    return float(interval.low), float(interval.high)


def mcnemar(a: Sequence[bool], b: Sequence[bool]) -> float:
    """Exact two-sided McNemar test: do `a` and `b` hold equally often on the same documents?

    Only the discordant pairs carry information; under the null each falls either way with
    probability 1/2, so the p-value is that of a binomial test. Source: McNemar (1947),
    Psychometrika 12(2), in its exact form.

    Args:
        a: one flag a document.
        b: flags of the same documents in the same order.

    Returns:
        The p-value; 1 where no pair is discordant.

    Raises:
        ValueError: if the lengths differ.

    >>> mcnemar([True] * 5 + [False], [False] * 6)
    0.0625
    """
    only_a = sum(x and not y for x, y in zip(a, b, strict=True))
    only_b = sum(y and not x for x, y in zip(a, b, strict=True))
    if only_a + only_b == 0:
        return 1.0
    return float(stats.binomtest(only_a, only_a + only_b, 0.5).pvalue)


def bootstrap_mean(
    values: Sequence[float], *, resamples: int = 10_000, seed: int = 0, confidence: float = 0.95
) -> tuple[float, float, float]:
    """Mean with its percentile bootstrap interval.

    Percentile rather than BCa: the latter is undefined where all values are equal, as two stages
    with the same outputs make them. Source: Efron and Tibshirani (1993), chapter 13.

    Args:
        values: at least two.
        resamples: number of bootstrap samples.
        seed: of the resampling.
        confidence: coverage, 0..1 exclusive.

    Returns:
        Mean, lower and upper end.

    Raises:
        ValueError: for fewer than two values, which say nothing about their spread.

    >>> bootstrap_mean([0.5, 0.5, 0.5], resamples=100)
    (0.5, 0.5, 0.5)
    """
    _check_confidence(confidence)
    data = np.asarray(values, dtype=np.float64)
    if data.size < 2:
        raise ValueError(f"Expected at least 2 values to bootstrap, but got {data.size}")
    result = stats.bootstrap(
        (data,),
        np.mean,
        n_resamples=resamples,
        batch=max(1, _MAX_DRAWS_IN_MEMORY // data.size),
        vectorized=True,
        confidence_level=confidence,
        method="percentile",
        rng=np.random.default_rng(seed),
    )
    interval = result.confidence_interval
    return float(data.mean()), float(interval.low), float(interval.high)


def paired_bootstrap(
    a: Sequence[float],
    b: Sequence[float],
    *,
    resamples: int = 10_000,
    seed: int = 0,
    confidence: float = 0.95,
) -> tuple[float, float, float]:
    """Mean of `b - a` over the same documents, with its percentile bootstrap interval.

    Documents are resampled, not the two sides apart, so that what makes a document hard for both
    cancels out.

    Args:
        a: one score a document.
        b: scores of the same documents in the same order.
        resamples: number of bootstrap samples.
        seed: of the resampling.
        confidence: coverage, 0..1 exclusive.

    Returns:
        Mean difference, lower and upper end.

    Raises:
        ValueError: if the lengths differ or there are fewer than two documents.

    >>> paired_bootstrap([0.25, 0.5, 0.0], [0.5, 0.75, 0.25], resamples=100)
    (0.25, 0.25, 0.25)
    """
    differences = [y - x for x, y in zip(a, b, strict=True)]
    return bootstrap_mean(differences, resamples=resamples, seed=seed, confidence=confidence)


def relative_reduction(rate_a: float, rate_b: float) -> float | None:
    """Share of `rate_a` that is gone in `rate_b`: negative where the rate rose.

    Args:
        rate_a: rate before, a fraction.
        rate_b: rate after, a fraction.

    Returns:
        The reduction as a fraction of `rate_a`, or None where that is 0.

    >>> relative_reduction(0.5, 0.125)
    0.75
    >>> relative_reduction(0.0, 0.1) is None
    True
    """
    if rate_a == 0:
        return None
    return (rate_a - rate_b) / rate_a


def _check_confidence(confidence: float) -> None:
    if not 0 < confidence < 1:
        raise ValueError(f"Expected 0 < confidence < 1, but got {confidence}")
