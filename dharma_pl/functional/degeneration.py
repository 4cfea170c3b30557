"""How many outputs are repetition loops: what is counted, and the rates that the counts give."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from dharma_pl.functional.excess import excess_repetition
from dharma_pl.functional.repetition import (
    DEFAULT,
    FinishReason,
    Repetition,
    Thresholds,
    dharma_rule,
    find_repetition,
)
from dharma_pl.functional.statistics import wilson_interval

Decode = Callable[[Sequence[int]], tuple[str, Sequence[int]]]
"""From token ids to their text and, for each token, the length of the text up to its end."""

ONSET_BINS = 10
"""Loops by where they start: tenths of the output."""

PERIOD_BINS = 16
"""Loops by length of their unit: 1, 2 to 3, 4 to 7, ... and from 32,768 characters on."""

_PARTS = 1_000_000


class Counts(NamedTuple):
    """What is counted over outputs, in whole numbers, so that sums over ranks are exact.

    Attributes:
        n: outputs.
        exact: those with an exact loop.
        strict: with an exact loop or a counter, or aborted as a loop.
        broad: with a loop of any label, or aborted as one.
        dharma: degenerate by the published DharmaOCR rule.
        hit_limit: cut by the token limit.
        truncated: cut by it without a strict loop.
        recovered: with a strict loop that the model ended by itself.
        size: length of all outputs, in characters, or in tokens where those are known.
        wasted: the part of it in strict loops after their first copy.
        compared: outputs with a target.
        excess: their excess repetition, in millionths.
    """

    n: int = 0
    exact: int = 0
    strict: int = 0
    broad: int = 0
    dharma: int = 0
    hit_limit: int = 0
    truncated: int = 0
    recovered: int = 0
    size: int = 0
    wasted: int = 0
    compared: int = 0
    excess: int = 0


def degeneration_rate(
    outputs: Sequence[str | Sequence[int]],
    finish_reasons: Sequence[FinishReason | None],
    targets: Sequence[str | None] | None = None,
    *,
    decode: Decode | None = None,
    thresholds: Thresholds = DEFAULT,
) -> dict[str, Tensor]:
    """Rates of repetition loops; see `dharma_pl.metrics.DegenerationRate` for what they mean.

    Args:
        outputs: whole outputs without special tokens, or token ids where `decode` is given.
        finish_reasons: how each ended; None if unknown.
        targets: what each should have been; None where unknown.
        decode: turns token ids into text.
        thresholds: what the detector judges by.

    Returns:
        Scalars, fp32.

    Raises:
        ValueError: if lengths differ, a finish reason is unheard of, or there are token ids and
            nothing that decodes them.

    >>> rates = degeneration_rate(["arroz doce, " * 40, "Total 12,50"], ["length", "eos"])
    >>> round(rates["rate"].item(), 3), round(rates["wasted_share"].item(), 3)
    (0.5, 0.953)
    """
    counts, _, _ = degeneration_counts(
        outputs, finish_reasons, targets, decode=decode, thresholds=thresholds
    )
    return rates_of(counts)


def degeneration_counts(
    outputs: Sequence[str | Sequence[int]],
    finish_reasons: Sequence[FinishReason | None],
    targets: Sequence[str | None] | None = None,
    *,
    decode: Decode | None = None,
    thresholds: Thresholds = DEFAULT,
) -> tuple[Tensor, Tensor, Tensor]:
    """Count a batch of outputs; arguments are those of `degeneration_rate`.

    Returns:
        `Counts` [12], and histograms of the strict loops by onset [ONSET_BINS] and by period
        [PERIOD_BINS]; int64.
    """
    if targets is None:
        targets = [None] * len(outputs)
    if not len(outputs) == len(finish_reasons) == len(targets):
        msg = (
            "Expected a finish reason and a target an output, but got "
            f"{len(finish_reasons)} for {len(outputs)} and {len(targets)} targets"
        )
        raise ValueError(msg)
    total = torch.zeros(len(Counts._fields), dtype=torch.long)
    onsets = torch.zeros(ONSET_BINS, dtype=torch.long)
    periods = torch.zeros(PERIOD_BINS, dtype=torch.long)
    for output, reason, target in zip(outputs, finish_reasons, targets, strict=True):
        text, ends = _text_of(output, decode)
        loop = find_repetition(text, reason, thresholds)
        total += torch.tensor(_count(text, ends, reason, target, loop))
        if loop is not None and loop.strict:
            onsets[min(ONSET_BINS * loop.start // len(text), ONSET_BINS - 1)] += 1
            periods[min(loop.period.bit_length(), PERIOD_BINS) - 1] += 1
    return total, onsets, periods


def rates_of(counts: Tensor) -> dict[str, Tensor]:
    """The rates that `Counts` [12] give, as scalars in fp32 on the device of the counts."""
    count = Counts(*counts.tolist())
    rates: dict[str, float] = {}
    degenerate = {"": count.strict, "exact_": count.exact, "broad_": count.broad}
    for name, successes in (degenerate | {"dharma_": count.dharma}).items():
        low, high = wilson_interval(successes, count.n)
        rates |= {
            f"{name}rate": _share(successes, count.n),
            f"{name}ci_low": low,
            f"{name}ci_high": high,
        }
    rates |= {
        "hit_limit_rate": _share(count.hit_limit, count.n),
        "truncated_rate": _share(count.truncated, count.n),
        "recovered_rate": _share(count.recovered, count.n),
        "wasted_share": _share(count.wasted, count.size),
        "er4": _share(count.excess, _PARTS * count.compared),
        "n": float(count.n),
    }
    return {name: torch.tensor(value, device=counts.device) for name, value in rates.items()}


def wasted_tokens(loop: Repetition, token_ends: Sequence[int]) -> int:
    """How many tokens of an output lie in a loop after its first copy.

    The first copy may be what the page says; what follows it is waste.

    >>> loop = find_repetition("arroz doce, " * 40, "length")
    >>> wasted_tokens(loop, range(6, 481, 6)), loop.period
    (78, 12)
    """
    return sum(loop.start + loop.period < end <= loop.end for end in token_ends)


def _count(
    text: str,
    ends: Sequence[int] | None,
    reason: FinishReason | None,
    target: str | None,
    loop: Repetition | None,
) -> Counts:
    loops = loop is not None and loop.strict
    strict = loops or reason == "abort"
    size, wasted = len(text) if ends is None else len(ends), 0
    if loop is not None and loop.strict:
        characters = loop.end - loop.start - loop.period
        wasted = characters if ends is None else wasted_tokens(loop, ends)
    return Counts(
        n=1,
        exact=loop is not None and loop.label == "exact",
        strict=strict,
        broad=strict or loop is not None,
        dharma=dharma_rule(text, reason),
        hit_limit=reason == "length",
        truncated=reason == "length" and not strict,
        recovered=reason == "eos" and loops,
        size=size,
        wasted=wasted,
        compared=target is not None,
        excess=0 if target is None else round(_PARTS * excess_repetition(text, target)),
    )


def _text_of(
    output: str | Sequence[int], decode: Decode | None
) -> tuple[str, Sequence[int] | None]:
    if isinstance(output, str):
        return output, None
    if decode is None:
        kind = type(output).__name__
        msg = f"Expected every output to be a str, but got {kind}: give `decode` to count token ids"
        raise ValueError(msg)
    return decode(output)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
