"""Repetition loops in generated text: where they start, what repeats, how sure we are.

Four labels, each wider than the one before: `exact`, copies equal to the last character;
`counter`, equal but for numbers that go on as a series; `drift`, copies with noise, growing or
recombined; `low_novelty`, known words in any order and nothing new. The first two are *strict*
findings, all four *broad* ones.

Whether a repetition is a loop depends on its length in *symbols* (words, numbers, tags,
punctuation marks), so that models with different tokenizers are held to the same rule, and on how
the generation ended: three copies at the very end of an output that hit the token limit say more
than three copies in one that stopped by itself.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from dharma_pl.functional import counter as counters
from dharma_pl.functional import drift, honest
from dharma_pl.functional.characters import Ints
from dharma_pl.functional.evidence import (
    FinishReason,
    factor,
    has_word,
    is_short,
    score_of,
)
from dharma_pl.functional.extent import end_of, extent
from dharma_pl.functional.filler import has_blanks, is_filler, says_nothing, without_leaders
from dharma_pl.functional.lags import grams, last_seen, stretches
from dharma_pl.functional.odometer import odometer
from dharma_pl.functional.runs import STRAY_SYMBOLS, Run, at_tail, may_hold_run, runs, tail_runs
from dharma_pl.functional.symbols import Symbols, symbols
from dharma_pl.functional.thresholds import DEFAULT, Thresholds
from dharma_pl.functional.units import count_symbols

__all__ = [
    "DEFAULT",
    "STRAY_SYMBOLS",
    "FinishReason",
    "Label",
    "Repetition",
    "Thresholds",
    "count_symbols",
    "dharma_rule",
    "find_repetition",
]

_LONG = 32  # equal words that make up for a copy at the tail
_KNOWN = frozenset(get_args(FinishReason))

Label = Literal["exact", "counter", "drift", "low_novelty"]


@dataclass(frozen=True, slots=True)
class Repetition:
    """A loop in a text.

    Attributes:
        label: the narrowest kind that it is.
        score: 0.5 at the threshold, towards 1 with the evidence.
        start: first character of the first copy.
        end: one past the last character of the last, mostly partial, copy.
        period: characters of one copy; primitive, so no copy is itself a repetition. Where copies
            differ in length, of the second of a counter, the usual one of drift and low novelty.
        repeats: length over period, with its fraction; counted in symbols for counters.
        unit: as many characters from the start: the first copy, or the part of it that fits.
        at_tail: whether at most `STRAY_SYMBOLS` symbols follow, or what closes the structure alone.
        wasted_share: share of the output that the loop added after its first copy.
    """

    label: Label
    score: float
    start: int
    end: int
    period: int
    repeats: float
    unit: str
    at_tail: bool
    wasted_share: float

    @property
    def strict(self) -> bool:
        """Whether it is of the kinds that the headline rate counts."""
        return self.label in ("exact", "counter")

    def within(self, level: Literal["exact", "strict", "broad"]) -> bool:
        """Whether it counts at a level: exact findings only, strict ones, or all."""
        return level == "broad" or (self.strict if level == "strict" else self.label == "exact")


def find_repetition(
    text: str, finish_reason: FinishReason | None, thresholds: Thresholds = DEFAULT
) -> Repetition | None:
    """Find the loop a generation fell into.

    At the tail of an output cut by the limit (or by an early abort) little evidence is enough,
    three times that (of a counter fewer) where nobody knows how the output ended, and much more
    anywhere else and after an end of sequence: see `Thresholds`. Of several exact loops the longest
    at the tail is reported, else the longest.

    Args:
        text: the whole output, without special tokens; any string, lone surrogates included.
        finish_reason: how the generation ended; None if unknown.
        thresholds: the evidence needed.

    Returns:
        The loop by the narrowest label that holds, or None. Its first copy may start up to a copy
        before the point where the model began to repeat, where the text before happens to end
        like the unit.

    Raises:
        ValueError: for a finish reason that is none of the known ones.

    >>> loop = find_repetition("Total: " + "12,50 de arroz, " * 20, "length")
    >>> loop.start, loop.period, loop.repeats, loop.unit
    (6, 16, 20.0625, ' 12,50 de arroz,')
    >>> find_repetition("Total: " + "12,50 de arroz, " * 20, "eos") is None
    True
    >>> loop = find_repetition("".join(f"Item {n}: um quilo; " for n in range(20)), "length")
    >>> loop.label, loop.unit
    ('counter', 'Item 0: um quilo; ')
    """
    _check(finish_reason)
    if is_short(text, finish_reason, thresholds):
        return None
    backwards = text[::-1]
    if finish_reason != "eos":
        found = _longest(text, tail_runs(text, backwards), finish_reason, thresholds)
        if found:
            return found
    read = symbols(text)
    anywhere = _runs_anywhere(text, backwards, read, thresholds)
    found = _longest(text, anywhere, "eos", thresholds)
    if found:
        return found
    lags = counters.folded_lags(read)
    recurs = _recurs(lags)
    if recurs:
        found = _counter(text, read, lags, finish_reason, thresholds)
    found = found or _odometer(text, read, finish_reason, thresholds)
    if found or not recurs:
        return found
    return _broad(text, read, finish_reason, thresholds)


def dharma_rule(text: str, finish_reason: FinishReason | None) -> bool:
    """The published DharmaOCR rule, for comparison with published rates only.

    The output hit the token limit and its last 15 characters occur at least four times in it, not
    necessarily in a row. Source: replica of the benchmark's evaluation notebook.

    Args:
        text: the whole output.
        finish_reason: only `length` can be degenerate by this rule.

    Raises:
        ValueError: for a finish reason that is none of the known ones.

    >>> dharma_rule("0,00 0,00 " * 8, "length"), dharma_rule("0,00 0,00 " * 8, "eos")
    (True, False)
    """
    _check(finish_reason)
    return finish_reason == "length" and len(text) >= 15 and text.count(text[-15:]) >= 4


def _check(finish_reason: str | None) -> None:
    if finish_reason is not None and finish_reason not in _KNOWN:
        msg = f"Expected finish_reason eos, length, abort or None, but got {finish_reason!r:.80}"
        raise ValueError(msg)


def _runs_anywhere(text: str, backwards: str, read: Symbols, limits: Thresholds) -> Iterator[Run]:
    """Runs in the stretches of symbols that have all been seen before, long enough for a loop."""
    half = limits.any_characters / 2  # of double width
    # Of a loop there are so many symbols, so no fewer characters, or so many copies.
    symbols_needed = min(limits.any_symbols, limits.ended_symbols, limits.any_filler_symbols)
    size = max(symbols_needed, half)
    if not may_hold_run(text, limits.any_repeats, size, limits.many_repeats, half):
        return
    # A symbol here may be three of those that `count_symbols` counts; the first copy is new.
    fewest = (
        min(limits.any_symbols, limits.ended_symbols) * (1 - 1 / limits.any_repeats) / 3
        - 2 * drift.STRAY_CONTENT
    )
    known = stretches(last_seen(grams(read.exact, 4)) > 0)
    for start, end in known[known[:, 1] - known[:, 0] >= fewest].tolist():
        left = read.exact_starts[max(start - 8, 0)]
        right = read.exact_starts[end] if end < read.exact_starts.size else len(text)
        # The first copy of a run of three or more is before its stretch.
        begin = max(0, int(left - (right - left) / (limits.any_repeats - 1)) - 1)
        yield from runs(
            text, backwards, begin, int(right), limits.any_repeats, limits.any_characters // 2
        )


def _longest(
    text: str, candidates: Iterator[Run], finish_reason: FinishReason | None, limits: Thresholds
) -> Repetition | None:
    """The longest of the runs that are loops by the evidence needed."""
    for run in sorted(set(candidates), key=lambda run: (-run.length, run)):
        score = score_of(text, run, finish_reason, limits)
        if score is not None:
            return _finding(text, "exact", score, *extent(text, run), run.period)
    return None


def _recurs(lags: Ints) -> bool:
    """Whether any eight symbols in a row can have occurred before: five stretches of four."""
    return b"\1" * 5 in (lags > 0).tobytes()


def _counter(
    text: str,
    read: Symbols,
    lags: Ints,
    finish_reason: FinishReason | None,
    limits: Thresholds,
) -> Repetition | None:
    """The counter at the tail, else the longest."""
    if finish_reason != "eos":
        by = factor(finish_reason, limits)
        # Copies are surer evidence than their length: there half of the factor is enough.
        copies = by**0.5 * limits.tail_counter_repeats
        fewest = by**0.5 * min(limits.tail_counter_repeats, limits.tail_long_counter_repeats)
        counter = counters.tail_counter(*counters.without_cut_tag(text, read, lags), limits, fewest)
        if counter:
            words = honest.equal_words(read, counter)
            copies = max(fewest, by**0.5 * (limits.tail_counter_repeats - words / _LONG))
            symbols_needed, respaced = by * limits.tail_symbols, limits.tail_respaced_repeats
            found = _as_counter(text, read, counter, limits, copies, symbols_needed, respaced)
            if found:
                return found
    fewest = min(limits.any_counter_repeats, limits.ended_counter_repeats)
    fewest = min(fewest, limits.least_counter_repeats)
    for counter in sorted(
        counters.counters(read, lags, limits, fewest),
        key=lambda found: (not found.moving, found.start - found.end),
    ):
        ended = at_tail(text, int(read.ends[counter.end - 1]))
        needed = (
            (limits.ended_counter_repeats, limits.ended_counter_symbols)
            if ended and finish_reason == "eos"
            else (limits.any_counter_repeats, limits.any_counter_symbols)
        )
        repeats, symbols_needed = needed
        if counter.moving:
            # Honest lists count, but say something else in each row.
            equal = honest.equal_words(read, counter) + int(honest.staying(read, counter)[0].sum())
            repeats = max(repeats - equal, min(repeats, limits.least_counter_repeats))
        found = _as_counter(
            text, read, counter, limits, repeats, symbols_needed, limits.any_respaced_repeats
        )
        if found:
            return found
    return None


def _odometer(
    text: str, read: Symbols, finish_reason: FinishReason | None, limits: Thresholds
) -> Repetition | None:
    """What counts in numerals of its own, but no form."""
    least = max(int(limits.odometer_repeats), 3)
    found = odometer(text, read.raw, least, max(int(limits.poor_repeats), least))
    if found is None:
        return None
    start, second, third = found.starts[:3]
    copies, copy = len(found.starts), text[start:second]
    tail = at_tail(text, found.end)
    needed: float = limits.ended_counter_symbols if tail else limits.any_counter_symbols
    if tail and finish_reason != "eos":
        needed = factor(finish_reason, limits) * limits.tail_symbols
    blank = has_blanks(copy) or is_filler(copy)
    repeats = max(limits.odometer_repeats, limits.form_repeats if blank else 0)
    margin = min(copies / repeats, count_symbols(text[start : found.end]) / needed)
    if margin < 1:
        return None
    period = third - second
    return _finding(text, "counter", 1 - 0.5 / margin, start, found.end, period, float(copies))


def _as_counter(
    text: str,
    read: Symbols,
    counter: counters.Counter,
    limits: Thresholds,
    repeats: float,
    needed: float,
    respaced: float,
) -> Repetition | None:
    """The finding, if there are so many copies and symbols; more copies where none counts."""
    starts = read.starts[counter.start : counter.end : counter.period]
    start, end = int(starts[0]), end_of(text, read, counter.end - 1)
    tail = at_tail(text, end)
    # The first copy may be begun by what stood before it.
    copy = text[starts[1] : starts[2] if starts.size > 2 else end]
    period, words = len(copy), honest.equal_words(read, counter)
    stays = bool(honest.staying(read, counter)[0].any())
    if words + stays > 1 and words + stays + counter.moving > 3:
        # Chapter and page go on, and all of a title stays: no list of contents does that.
        copy = without_leaders(copy)
    filler = is_filler(copy)
    # In blank lines, equal marks in a row count once.
    size = counter.end - counter.start
    if not filler:
        size = count_symbols(text[start : None if tail else end])
    copies = (counter.end - counter.start) / counter.period
    more = respaced
    if counter.moving:
        more = honest.pages_count_to(read, counter, copy, words, filler, limits)
        if counter.moving > 1 and has_blanks(copy) and not has_blanks(without_leaders(copy)):
            # Contents without titles: pages of one number each are no more than a few.
            more = min(more, limits.poor_slots_repeats)
    if not counter.moving and (says_nothing(copy) or not has_word(copy)):
        return None  # no drift; exact loops have been judged
    if more == limits.poor_repeats and honest.in_rows(text, start, end, copies):
        more *= honest.ROWS
    repeats = max(repeats, more)
    margin = min(copies / repeats, size / needed)
    if margin < 1:
        return None
    label: Label = "counter" if counter.moving else "drift"
    return _finding(text, label, 1 - 0.5 / margin, start, end, period, copies)


def _broad(
    text: str, read: Symbols, finish_reason: FinishReason | None, limits: Thresholds
) -> Repetition | None:
    by = factor(finish_reason, limits)
    tail = by * min(limits.tail_drift, limits.tail_low_novelty)
    tail = math.inf if finish_reason == "eos" else tail
    content = drift.foretell(read, limits, tail, min(limits.any_drift, limits.any_low_novelty))
    if content is None or not content.hits.any():
        return None
    drifts, known = drift.drift_worth(content, limits), drift.novelty_worth(content, limits)
    kinds: tuple[tuple[Label, drift.Floats, float, float], ...] = (
        ("drift", drifts, by * limits.tail_drift, limits.any_drift),
        ("low_novelty", known, by * limits.tail_low_novelty, limits.any_low_novelty),
    )
    for label, worth, tail_needs, any_needs in kinds:
        tries = [(drift.best_anywhere(worth), any_needs)]
        if finish_reason != "eos":
            tries.insert(0, (drift.best_tail(worth), tail_needs))
        for stretch, needs in tries:
            foretold = content.hits[stretch.start : stretch.end]
            if stretch.evidence < needs or not foretold.any():
                continue
            start, last, period, usual = drift.bounds(read, content, stretch)
            end = end_of(text, read, last)
            if label == "drift":
                needs = max(needs, limits.drift_copies * usual)
            elif foretold.mean() > limits.novelty_foretold:
                needs *= limits.novelty_form_factor
            stamps, words = drift.has_stamps_and_words(read, content, stretch)
            if not words:
                rows = honest.in_rows(text, start, end, stretch.evidence)
                needs = max(needs, limits.poor_repeats * (honest.ROWS if rows else 1))
            copy = text[start : start + period]
            filler = (stamps and not words) or is_filler(text[start:end]) or has_blanks(copy)
            if filler or copy.count('="') > 1:
                needs *= limits.filler_factor
            elif stamps:
                needs *= limits.log_factor
            enough = stretch.evidence >= needs and end - start >= limits.drift_repeats * period
            if label == "low_novelty":
                enough = enough and drift.few_types(read, content, stretch, limits.novelty_types)
            if enough and drift.recurs(read, content, stretch):
                score = 1 - 0.5 * needs / stretch.evidence
                return _finding(text, label, score, start, end, period)
    return None


def _finding(
    text: str,
    label: Label,
    score: float,
    start: int,
    end: int,
    period: int,
    repeats: float | None = None,
) -> Repetition:
    return Repetition(
        label=label,
        score=score,
        start=start,
        end=end,
        period=period,
        repeats=(end - start) / period if repeats is None else repeats,
        unit=text[start : start + period],
        at_tail=at_tail(text, end),
        wasted_share=(end - start - period) / len(text),
    )
