"""Calibrate: thresholds that a user's own, honest targets do not trip.

Every text is judged whole, as if the model had ended it, and cut at random points, as if the token
limit had. For one label after the other, the narrowest first, the evidence it needs anywhere and at
the tail is raised, each by the smallest factor that keeps the share of texts with that label or a
narrower one at or under the rate. Raising evidence never makes a finding out of none, so only the
texts that were found at first are judged again.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, Literal, NamedTuple, get_args

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dharma_pl.artifacts import write_atomically
from dharma_pl.errors import DataError, UsageError, shown
from dharma_pl.functional.repetition import FinishReason, Label, find_repetition
from dharma_pl.functional.statistics import wilson_interval
from dharma_pl.functional.thresholds import Thresholds
from dharma_pl.stages.calibrate_input import read_targets
from dharma_pl.stages.parallel import ordered_map
from dharma_pl.stages.progress import track
from dharma_pl.stages.scan_text import visible
from dharma_pl.thresholds import dump_thresholds, load_thresholds

LABELS: tuple[Label, ...] = get_args(Label)
"""From the narrowest to the broadest."""

Ending = Literal["whole", "cut"]
Place = Literal["any", "tail"]
PLACES: dict[Ending, Place] = {"whole": "any", "cut": "tail"}
"""Where evidence counts, and the texts it is raised for."""

EVIDENCE: dict[Label, dict[Place, tuple[str, ...]]] = {
    "exact": {
        "any": (
            "any_symbols", "any_filler_symbols", "any_filler_words", "any_characters",
            "ended_symbols", "many_repeats",
        ),
        "tail": (
            "tail_symbols", "tail_filler_symbols", "tail_filler_words", "tail_characters",
            "tail_long_symbols", "tail_third_symbols",
        ),
    },
    "counter": {
        "any": (
            "any_counter_repeats", "any_counter_symbols", "ended_counter_repeats",
            "ended_counter_symbols", "least_counter_repeats",
        ),
        "tail": (
            "tail_counter_repeats", "poor_repeats", "form_repeats", "poor_slots_repeats",
            "stamp_repeats", "odometer_repeats",
        ),
    },
    "drift": {
        "any": ("any_drift", "any_respaced_repeats"),
        "tail": ("tail_drift", "tail_respaced_repeats"),
    },
    "low_novelty": {"any": ("any_low_novelty",), "tail": ("tail_low_novelty",)},
}  # fmt: skip
"""The thresholds that say how long a loop must be: what calibration raises, and nothing else."""

STEPS_PER_DOUBLING = 4
MOST_STEPS = 8 * STEPS_PER_DOUBLING
"""Evidence is raised at most 256-fold: who repeats beyond that is a loop."""

_OFFENDERS_SHOWN = 20
_BATCH = 64


class Case(NamedTuple):
    """A text as the detector gets it, and its name for people."""

    name: str
    text: str
    ending: Ending


class Hit(NamedTuple):
    """A finding on an honest text."""

    case: Case
    label: Label
    reason: str
    unit: str


@dataclass(frozen=True)
class Calibration:
    """What a calibration found.

    Attributes:
        thresholds: raised where they had to be.
        factors: label and place to what the evidence there was multiplied by.
        texts: number of targets.
        before: findings with the thresholds it began with.
        after: findings that are left.
    """

    thresholds: Thresholds
    factors: dict[str, float]
    texts: int
    before: list[Hit]
    after: list[Hit]


def calibrate(
    files: list[str],
    out: str,
    column: str = "target",
    rate: float = 0.001,
    cuts: int = 1,
    seed: int = 0,
    thresholds: str | None = None,
    workers: int = 1,
) -> Calibration:
    """Raise the detector's thresholds until targets of your own are hardly ever called loops.

    Args:
        files: JSONL, CSV or Parquet with a column of texts, a documents artifact, or a folder of
            `.txt` files: what the model should write, known to be good.
        out: YAML file for `--thresholds` of every verb.
        column: the column of texts.
        rate: share of texts that may be called loops, whole and cut each.
        cuts: random points at which each text is cut; a text counts once, however many of its
            cuts are found.
        seed: of the cuts.
        thresholds: YAML to begin with, instead of the defaults.
        workers: processes; 0 for every core.

    Raises:
        DataError: files that cannot be read, no text in them, or texts that no evidence clears.
        UsageError: a number out of range, or no file named.
    """
    if not files:
        raise UsageError("calibrate needs a FILE of targets that are known to be good")
    if not 0 <= rate < 1 or cuts < 1:
        raise UsageError("--rate must be at least 0 and below 1, --cuts at least 1")
    path = Path(out)
    if path.is_dir():  # said now, not after an hour's work
        raise UsageError(f"--out {shown(path)} is a folder: expected a YAML file to write")
    path.parent.mkdir(parents=True, exist_ok=True)
    start = load_thresholds(thresholds)
    texts = read_targets(files, column)
    found = calibrated(texts, start, rate=rate, cuts=cuts, seed=seed, workers=workers)
    settings = {"rate": rate, "cuts": cuts, "seed": seed}
    block = settings | {"texts": found.texts, "factors": found.factors, "left": _left(found)}
    write_atomically(path, _header(found, rate) + dump_thresholds(found.thresholds, block))
    _print(found, rate)
    Console(highlight=False, soft_wrap=True).print(Text(f"thresholds: {shown(path)}"))
    return found


def calibrated(
    texts: Iterable[tuple[str, str]],
    start: Thresholds,
    *,
    rate: float = 0.001,
    cuts: int = 1,
    seed: int = 0,
    workers: int = 1,
) -> Calibration:
    """The calibration of named texts, without files.

    Raises:
        DataError: no text, or texts that no evidence clears.
    """
    counter = _Counted(texts)
    judge = partial(_hits, thresholds=start)
    batches = track(_batches(_cases(counter, cuts, seed)), "calibrate")
    before = [hit for hits in ordered_map(judge, batches, workers) for hit in hits]
    if not counter.count:
        raise DataError(
            "calibrate found no text: expected one that is not blank, in the column that --column "
            "names (target where it is not given)"
        )
    allowed = int(rate * counter.count)
    cases = [hit.case for hit in before]
    thresholds = start
    factors: dict[str, float] = {}
    for label in LABELS:
        thresholds, found = _raise(thresholds, label, cases, allowed)
        factors |= {f"{label} {place}": factor for place, factor in found.items()}
    after = _hits(cases, thresholds)
    return Calibration(thresholds, factors, counter.count, before, after)


class _Counted:
    """Iterates and counts."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        self.texts, self.count = texts, 0

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for name, text in self.texts:
            if text.strip():
                self.count += 1
                yield name, text


def _cases(texts: Iterable[tuple[str, str]], cuts: int, seed: int) -> Iterator[Case]:
    for index, (name, text) in enumerate(texts):
        yield Case(name, text, "whole")
        random = Random(f"{seed}:{index}")
        for _ in range(cuts if len(text) > 1 else 0):
            yield Case(name, text[: random.randrange(1, len(text))], "cut")


def _batches(cases: Iterable[Case]) -> Iterator[list[Case]]:
    batch: list[Case] = []
    for case in cases:
        batch.append(case)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _hits(cases: Sequence[Case], thresholds: Thresholds) -> list[Hit]:
    hits = []
    for case in cases:
        ended: FinishReason = "eos" if case.ending == "whole" else "length"
        found = find_repetition(case.text, ended, thresholds)
        if found is not None:
            reason = (
                f"{found.label}: {found.repeats:.1f} copies of {found.period} characters from "
                f"character {found.start} on, score {found.score:.2f}"
            )
            hits.append(Hit(case, found.label, reason, found.unit[:200]))
    return hits


def _raise(
    start: Thresholds, label: Label, cases: Sequence[Case], allowed: int
) -> tuple[Thresholds, dict[Place, float]]:
    """The smallest factors for a label that leave no more texts than allowed.

    Evidence at the tail counts for cut texts alone. What even the most of it does not clear is
    found by the evidence asked for anywhere, which has to rise first.
    """
    labels = LABELS[: LABELS.index(label) + 1]

    def clear(any_steps: int, tail_steps: int, *endings: Ending) -> bool:
        hits = _hits(cases, _times(start, label, any_steps, tail_steps))
        return all(_texts(hits, ending, labels) <= allowed for ending in endings)

    any_steps = _fewest(lambda steps: clear(steps, MOST_STEPS, "whole", "cut"))
    if any_steps is None:
        hits = _hits(cases, _times(start, label, MOST_STEPS, MOST_STEPS))
        left = [hit for hit in hits if hit.label in labels]
        first = ascii(f"{left[0].case.name}: {left[0].reason}")[1:-1]
        count = len({hit.case.name for hit in left})
        raise DataError(
            f"calibrate: {count} targets are called {label} whatever the evidence, first: "
            f"{first}; take them out if they are loops, or allow a higher --rate"
        )
    tail_steps = _fewest(lambda steps: clear(any_steps, steps, "cut")) or 0
    factors: dict[Place, float] = {"any": _factor(any_steps), "tail": _factor(tail_steps)}
    return _times(start, label, any_steps, tail_steps), factors


def _fewest(enough: Callable[[int], bool]) -> int | None:
    """The smallest number of steps that is enough, where all larger ones are; None if none is."""
    if not enough(MOST_STEPS):
        return None
    low, high = -1, MOST_STEPS
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high


def _factor(steps: int) -> float:
    return round(float(2 ** (steps / STEPS_PER_DOUBLING)), 4)


def _times(start: Thresholds, label: Label, any_steps: int, tail_steps: int) -> Thresholds:
    """Thresholds with the evidence for one label multiplied."""
    changed: dict[str, Any] = {}
    taken: dict[Place, int] = {"any": any_steps, "tail": tail_steps}
    for place, steps in taken.items():
        for name in EVIDENCE[label][place]:
            value = getattr(start, name) * _factor(steps)
            changed[name] = round(value) if isinstance(getattr(start, name), int) else value
    return replace(start, **changed)


def _texts(hits: Sequence[Hit], ending: Ending, labels: Sequence[Label] = LABELS) -> int:
    """How many texts have a finding of these labels; a text with several cuts counts once."""
    return len({h.case.name for h in hits if h.case.ending == ending and h.label in labels})


def _left(found: Calibration) -> dict[str, Any]:
    """Rates that are left, with Wilson intervals, for the file."""
    rates: dict[str, Any] = {}
    for ending in PLACES:
        for number, label in enumerate(LABELS):
            count = _texts(found.after, ending, LABELS[: number + 1])
            low, high = wilson_interval(count, found.texts)
            rates.setdefault(ending, {})[f"up_to_{label}"] = {
                "count": count,
                "rate": round(count / found.texts, 6),
                "low": round(low, 6),
                "high": round(high, 6),
            }
    return rates


def _honest(found: Calibration, rate: float) -> str:
    """What so few texts can show and what they cannot."""
    high = wilson_interval(0, found.texts)[1]
    if high <= rate:
        return ""
    needed = found.texts
    while wilson_interval(0, needed)[1] > rate > 0:
        needed = int(needed * 1.02) + 1
    note = f"{found.texts} texts without a finding still allow a rate of {100 * high:.2f} %"
    about = f"about {needed} texts" if rate else "no number of texts is enough"
    return f"{note} (upper end of Wilson's 95 % interval); {about} would show {100 * rate:g} %"


def _header(found: Calibration, rate: float) -> str:
    lines = ["Thresholds of the repetition detector, by: python -m dharma_pl calibrate"]
    lines += [note] if (note := _honest(found, rate)) else []
    return "".join(f"# {line}\n" for line in lines)


def _print(found: Calibration, rate: float) -> None:
    console = Console(highlight=False)
    table = Table(title=f"{found.texts} texts", title_justify="left")
    for head in ("label", "ending", "before", "raised", "after", "95 %"):
        table.add_column(head, justify="left" if head in ("label", "ending") else "right")
    for number, label in enumerate(LABELS):
        upto = LABELS[: number + 1]
        for ending, place in PLACES.items():
            after = _texts(found.after, ending, upto)
            low, high = wilson_interval(after, found.texts)
            table.add_row(
                label if number == 0 else f"up to {label}",
                ending,
                str(_texts(found.before, ending, upto)),
                f"{place} x {found.factors[f'{label} {place}']:.2f}",
                str(after),
                f"[{100 * low:.2f}, {100 * high:.2f}]",
            )
    console.print(table)
    left = set(found.after)
    for hit in found.before[:_OFFENDERS_SHOWN]:
        state = "still found" if hit in left else "cleared"
        console.print(
            visible(hit.case.name, 200), Text(f"({hit.case.ending}) {hit.reason}, {state}:"),
            visible(hit.unit),
        )  # fmt: skip
    if len(found.before) > _OFFENDERS_SHOWN:
        console.print(f"and {len(found.before) - _OFFENDERS_SHOWN} more", markup=False)
    if note := _honest(found, rate):
        console.print(Text(note))
