"""From a kind's draw to a labelled text: how long the loop runs, how it ends, what the truth is."""

import math
from collections.abc import Iterator
from itertools import islice
from random import Random

from degeneration import material as m
from degeneration.sample import (
    Ending,
    FinishReason,
    Loop,
    NegativeKind,
    PositiveKind,
    Sample,
    Truth,
)
from dharma_pl.functional.repetition import count_symbols

LEAST_SYMBOLS = 64
"""Repeated symbols from which on the targets of recall hold."""

_SHORT = 0.08
"""Share of tails with fewer than that: shown, but in no target."""

_STRAYS = ("\ufffd", "\ufffd\ufffd", "<", "</", "<t", "</td", "\\", "\\u00", "&nb", "…", "**", " x")


def log_uniform(rng: Random, low: float, high: float) -> int:
    return round(math.exp(rng.uniform(math.log(low), math.log(high))))


def primitive_period(unit: str) -> int:
    """Length of the shortest string that `unit` is a whole number of copies of."""
    return (unit + unit).find(unit, 1)


def _finish_reason(rng: Random, ending: Ending) -> FinishReason | None:
    if ending in ("closed", "recovered"):
        return rng.choices(("eos", None), (85, 15))[0]
    return rng.choices(("length", "abort", None), (80, 8, 12))[0]


def _wanted(rng: Random, loop: Loop, ending: Ending, reason: FinishReason | None) -> int:
    """Repeated symbols to write: what is not known to have hit the limit needs to be longer."""
    certain = reason in ("length", "abort")
    if loop.filler:
        return log_uniform(rng, 240, 3000) if certain else log_uniform(rng, 1000, 5000)
    if not certain:
        return log_uniform(rng, 300, 4000)
    if rng.random() < _SHORT:
        return log_uniform(rng, 24, LEAST_SYMBOLS - 1)
    return log_uniform(rng, LEAST_SYMBOLS + 4, 2500)


def _grow(units: Iterator[str], wanted: int, least: float) -> list[str]:
    """Copies until `wanted` symbols follow the first one."""
    pieces = [next(units)]
    while True:
        pieces += islice(units, max(1, len(pieces) // 6))
        if len(pieces) > least and count_symbols("".join(pieces[1:])) >= wanted:
            return pieces


def positive(kind: PositiveKind, rng: Random, name: str) -> Sample:
    """Draw one loop with its truth."""
    loop = kind.draw(rng)
    ending = rng.choice(kind.endings)
    reason = _finish_reason(rng, ending)
    least = loop.least if ending in ("tail", "stray") else max(loop.least, 8)
    pieces = _grow(loop.units, _wanted(rng, loop, ending, reason), least)
    body = "".join(pieces)
    if ending in ("tail", "stray"):
        body = body[: len(body) - rng.randrange(len(pieces[-1]))]
    tail = {"tail": "", "stray": rng.choice(_STRAYS), "closed": loop.closing}.get(ending)
    if tail is None:
        tail = loop.closing + m.prose(rng, log_uniform(rng, 200, 2500))
    text = loop.lead + body + tail
    truth = _truth(loop, pieces, text, len(loop.lead), len(loop.lead) + len(body))
    target = None
    if rng.random() < 1 / 3:
        target = loop.lead + pieces[0] + loop.closing + m.prose(rng, 400)
    return Sample(name, kind.name, kind.category, text, reason, truth, target)


def _truth(loop: Loop, pieces: list[str], text: str, start: int, end: int) -> Truth:
    lengths = {len(piece) for piece in pieces}
    constant = len(lengths) == 1 and loop.label == "counter" and not loop.ambiguous
    period = lengths.pop() if constant else None
    if loop.label == "exact":
        # The clean text may end as the unit does: the run starts there already.
        period = primitive_period(pieces[0])
        while start and text[start - 1] == text[start - 1 + period]:
            start -= 1
        while end < len(text) and text[end] == text[end - period]:
            end += 1
    unit = period or max(map(len, pieces))
    first = period or len(pieces[0])
    symbols = count_symbols(text[start + first : end])
    return Truth(loop.label, start, end, period, unit, symbols)


def negative(kind: NegativeKind, rng: Random, name: str, index: int) -> Sample:
    """A page, by turns whole and cut at a random character, some with unknown finish reason.

    A target differs from the page as a transcript may, in 2 % of its characters.
    """
    page = kind.draw(rng)
    cut = index % 8 in (1, 2, 4, 5, 7)
    text = page[: rng.randint(len(page) // 4, len(page) - 1)] if cut else page
    reason: FinishReason | None = "length" if cut else "eos"
    if index % 8 in (3, 7):
        reason = None
    how = f"{'cut' if cut else 'whole'}{'-unknown' if reason is None else ''}"
    target = m.noisy(rng, page, 0.02) if rng.random() < 1 / 3 else None
    return Sample(f"{name}/{how}", kind.name, kind.category, text, reason, None, target)
