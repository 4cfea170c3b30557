"""Symbols a second on one core, and the price of a step of the online tracker.

Both go by processor time of the whole process, which other programs do not disturb and which
counts every thread that a system might start.
"""

import math
import time
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from random import Random
from statistics import median

from degeneration import corpus
from degeneration.build import negative, positive
from degeneration.rivals import RIVALS, Rule
from dharma_pl.functional.repetition import count_symbols, find_repetition

SIZES = (1_000, 10_000, 100_000, 1_000_000)
_PATIENCE = 20.0
"""Seconds: a size that would take a system longer, going by the one before, is left out."""


def texts(symbols: int) -> list[str]:
    """Texts of that many symbols; of short ones more, so that no page's peculiarity decides."""
    return [
        text
        for turn in range(max(1, min(10, 30_000 // symbols)))
        for text in _three(symbols, Random(f"throughput {symbols} {turn}"))
    ]


def _three(symbols: int, rng: Random) -> list[str]:
    """A clean text, one that ends in a loop, and one of nothing but a loop.

    The clean one is all sorts of pages one after another: no end of structure to look at.
    """
    clean = _to(_pages(rng), symbols)
    exact = next(kind for kind in corpus.POSITIVES["dev"] if kind.name == "csv row")
    unit = positive(exact, rng, "unit")
    assert unit.truth is not None
    assert unit.truth.period is not None
    loop = unit.text[unit.truth.start : unit.truth.start + unit.truth.period]
    half = _to(_pages(rng), symbols // 2)
    return [clean, half + _to(cycle([loop]), symbols // 2), _to(cycle([loop]), symbols)]


def _pages(rng: Random) -> Iterator[str]:
    while True:
        kind = rng.choice(corpus.NEGATIVES["dev"])
        yield negative(kind, rng, kind.name, 0).text + "\n"


def _to(pieces: Iterator[str], symbols: int) -> str:
    """Pieces until they hold about `symbols` symbols, cut to fit."""
    out: list[str] = []
    total = 0
    while total < symbols:
        batch = list(islice(pieces, 1 + len(out) // 4))
        out += batch
        total += count_symbols("".join(batch))
    text = "".join(out)
    step = max(1, len(text) // 256)
    ends = range(0, len(text) + step, step)
    return text[: ends[bisect_left(ends, symbols, key=lambda end: count_symbols(text[:end]))]]


def _speed(rule: Rule, inputs: list[str], symbols: list[int], runs: int) -> float:
    """Median over runs of symbols a second of processor time, all inputs together."""
    speeds = []
    for _ in range(runs):
        began = time.process_time()
        for text in inputs:
            rule(text, "length")
        speeds.append(sum(symbols) / (time.process_time() - began))
    return median(speeds)


def _ours(text: str, reason: object) -> bool:
    return find_repetition(text, "length") is not None


def throughput(rivals: bool = True) -> dict[str, dict[int, float | None]]:
    """Symbols a second by system and size; None where it would have taken too long."""
    systems: dict[str, Rule] = {"ours": _ours, **(RIVALS if rivals else {})}
    for rule in systems.values():
        _speed(rule, texts(1000), [1], 2)  # compiled patterns, imports, caches
    out: dict[str, dict[int, float | None]] = {name: {} for name in systems}
    for size in SIZES:
        inputs = texts(size)
        symbols = [count_symbols(text) for text in inputs]
        for name, rule in systems.items():
            out[name][size] = _measured(rule, inputs, symbols, list(out[name].values()))
    return out


def _measured(
    rule: Rule, inputs: list[str], symbols: list[int], before: list[float | None]
) -> float | None:
    if before and before[-1] is None:
        return None
    speed = before[-1] if before and before[-1] else 1e5
    if len(before) > 1 and before[-2]:
        speed *= min(1.0, speed / before[-2])  # whoever became ten times slower will do so again
    if sum(symbols) / speed > _PATIENCE and before:
        return None
    runs = max(3, min(15, math.ceil(300_000 / sum(symbols))))
    return _speed(rule, inputs, symbols, runs)


def tracker_cost(rows: int = 64, steps: int = 600, runs: int = 5) -> float | None:
    """Microseconds a token and row of the online tracker on one thread; None without a tracker.

    Half of the rows loop, the others do not.
    """
    try:
        import torch

        from dharma_pl.functional.tracker import RepetitionTracker
    except ImportError:
        return None
    torch.set_num_threads(1)
    generator = torch.Generator().manual_seed(0)
    tokens = torch.randint(0, 50_000, (steps, rows), generator=generator)
    tokens[steps // 3 :, ::2] = tokens[steps // 3 : steps // 3 + 40, ::2].repeat(steps, 1)[
        : steps - steps // 3
    ]
    update: Callable[[torch.Tensor], torch.Tensor]
    costs = []
    for _ in range(runs):
        update = RepetitionTracker(rows).update
        began = time.process_time()
        for step in tokens:
            update(step)
        costs.append((time.process_time() - began) / (steps * rows) * 1e6)
    return median(costs)
