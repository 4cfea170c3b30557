"""Counters: a unit in which nothing changes but numbers, and those as a series.

Where no number changes the copies are equal but for white space, case and how long a row of one
mark is: a drift, found on the way.

The copies are equal once numbers are folded into one symbol, and single letters, numerals of any
script and names of numbers into another, and each of these *slots* goes on by the same step from
copy to copy; dates and times may advance by any where there is a word to them. A table of numbers
is not a counter: its slots cannot be foretold.
"""

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from dharma_pl.functional.characters import Flags, Hashes, Ints
from dharma_pl.functional.lags import grams, last_seen, stretches
from dharma_pl.functional.runs import cut_tag
from dharma_pl.functional.symbols import ENUMERATOR, NUMBER, STAMP, Symbols, counts_to_bound
from dharma_pl.functional.thresholds import Thresholds

_GRAM = 4
_OF_SYMBOLS = ("folded", "starts", "ends", "values", "others", "numeric", "content")
_STRAY = 6  # folded symbols that may follow the last copy
_STRAY_COPY = 4  # the same where no number tells that it goes on
_WINDOWS = (32, 128, 1024)  # how far from the tail its periods are looked for
_SEEN = 8  # folded symbols at the tail that must have been seen before: four of two and a gram
_CANDIDATES = 4
_FEW = 8  # copies of which all have to count, but for a first one before the loop
_LARGEST_MULTIPLE = 6  # of the period of the folded symbols
_LATIN, _CJK = 0x24F, 0x3000  # between them the scripts whose letters have orders of their own
_WEEK = 7
_DAYS, _MONTHS, _FIRST_YEAR, _LAST_YEAR = 31, 12, 999, 2200
_SHORTER, _GO_FORWARD = 3, 0.95  # days that a month may lack, and share of dates that go forward
_LEAST_CYCLE = 0.6  # share of usual steps in a series that starts over: every third may


class Counter(NamedTuple):
    """`folded[start:end]`, of which `[i]` and `[i + period]` are equal.

    So many slots are `moving`; `stamped` where those are dates and times alone.
    """

    start: int
    end: int
    period: int
    moving: int = 0
    stamped: bool = False


def tail_counter(text: Symbols, lags: Ints, limits: Thresholds, fewest: float) -> Counter | None:
    """The counter of so many copies at the very end, at most a few symbols early."""
    size = text.folded.size
    if size < _WINDOWS[0]:
        return None
    same = None
    for period in _tail_lags(lags, fewest):
        run = _grow_back(text, period)
        if not run:
            continue
        counter = _first_that_counts(text, run, limits, fewest)
        if counter:
            return counter
        if same is None and text.folded.size - run.end <= _STRAY_COPY:
            same = _same(text, run, fewest)
    return same


def without_cut_tag(text: str, read: Symbols, lags: Ints) -> tuple[Symbols, Ints]:
    """Up to the tag that the text is cut in: what is left of that is like no symbol before it."""
    cut = cut_tag(text)
    if cut == len(text):
        return read, lags
    size = int(read.starts.searchsorted(cut))
    arrays = {name: getattr(read, name)[:size] for name in _OF_SYMBOLS}
    return read._replace(**arrays), lags[: max(0, size + lags.size - read.folded.size)]


def counters(text: Symbols, lags: Ints, limits: Thresholds, fewest: float) -> Iterator[Counter]:
    """Counters anywhere that have so many copies; fewer than usual with so many words alone."""
    usual = min(limits.any_counter_repeats, limits.ended_counter_repeats)
    respaced = max(fewest, min(usual, limits.any_respaced_repeats))
    longest = int(text.folded.size / fewest)
    seen = stretches(lags > 0)
    most = _longest_period(int((seen[:, 1] - seen[:, 0]).max(initial=0)), fewest)
    if most < 1:
        return
    votes = np.bincount(np.minimum(lags, longest + 1), minlength=longest + 2)[1:-1]
    if not np.count_nonzero(votes[: int(min(most, longest))] >= fewest):
        return
    for index in np.argsort(-votes, kind="stable")[:_CANDIDATES].tolist():
        period = index + 1
        if votes[index] < fewest:
            return
        if period > most:
            continue
        equal = text.folded[period:] == text.folded[:-period]
        if np.count_nonzero(equal) < (fewest - 1) * period:
            continue
        runs = stretches(equal)
        long = (runs[:, 1] - runs[:, 0] >= (fewest - 1) * period).nonzero()[0]
        for start, end in runs[long].tolist():
            run = Counter(start, end + period, period)
            copies = (run.end - start) / period
            if copies < usual:
                first = slice(start, start + period)
                words = np.count_nonzero(text.content[first] > text.numeric[first])
                if copies + _LARGEST_MULTIPLE * words < usual:
                    continue
            found = _first_that_counts(text, run, limits, fewest) or _same(text, run, respaced)
            if found:
                yield found


def folded_lags(text: Symbols) -> Ints:
    """How far back the last four folded symbols occurred last, at each place [folded]."""
    return last_seen(grams(text.folded, _GRAM))


def _longest_period(seen: int, fewest: float) -> float:
    """Longest period of so many copies, if so many symbols in a row occurred before, in grams.

    All copies but the first and the start of the second, as long as a gram, have.
    """
    copies = int(fewest)
    return (seen + _GRAM - 1) / (copies - 1) if copies > 1 else math.inf


def _tail_lags(lags: Ints, fewest: float) -> list[int]:
    """Likely periods of the tail, the shortest first."""
    lags = lags[: lags.size - _STRAY]
    if np.count_nonzero(lags[-_SEEN:]) < _SEEN:
        return []
    new = (lags == 0).nonzero()[0]
    seen = lags.size - int(new[-1]) - 1 if new.size else lags.size
    most = _longest_period(seen + _STRAY, fewest)
    recent = lags[-_WINDOWS[-1] :]
    if not np.count_nonzero((recent > 0) & (recent <= most)):
        return []
    found: set[int] = set()
    for window in _WINDOWS:
        counts = np.bincount(recent[-window:])
        votes = counts * counts.size - np.arange(counts.size)  # of two alike the shorter
        votes.sort()
        votes = votes[-_CANDIDATES:]
        found.update((-votes[votes > 0] % counts.size).tolist())
    return sorted(period for period in found if 0 < period <= most)


def _grow_back(text: Symbols, period: int) -> Counter | None:
    """The run of a period that ends at the tail."""
    hashes, size = text.folded, text.folded.size
    end = size - int(text.numeric[-1])  # the last number may be cut
    low = max(size - _STRAY, period + _GRAM)
    # Of what is stray, a mark or two may be equal by chance.
    if end <= low:
        return None
    equal = hashes[low - _GRAM : end] == hashes[low - _GRAM - period : end - period]
    after = equal.tobytes().rfind(b"\1" * _GRAM)
    if after <= 0:
        return None
    end = low + after
    if end < size and text.numeric[end - 1] and text.starts[end] == text.ends[end - 1]:
        end -= 1  # it may be cut there as well
    start, step = end, 256
    while start > period:
        low = max(start - step, period)
        differ = (hashes[low:start] != hashes[low - period : start - period]).nonzero()[0]
        if differ.size:
            return Counter(low + int(differ[-1]) + 1 - period, end, period)
        start, step = low, 2 * step
    return Counter(0, end, period)


def _first_that_counts(
    text: Symbols, run: Counter, limits: Thresholds, fewest: float
) -> Counter | None:
    for multiple in range(1, _LARGEST_MULTIPLE + 1):
        period = run.period * multiple
        rows = (run.end - run.start) // period
        if rows < max(3, int(fewest)):
            return None
        part = slice(run.end - period, run.end)
        words = bool(np.count_nonzero(text.content[part] > text.numeric[part]))
        found = _counting_from(text, run.end - rows * period, rows, period, words, limits)
        if found is not None:
            first, moving, stamped = found
            start = run.end - rows * period + first * period
            # Where all rows count, the run may go on to the left by a part of a copy.
            return Counter(start if first else run.start, run.end, period, moving, stamped)
    return None


def _same(text: Symbols, run: Counter, fewest: float) -> Counter | None:
    """The last copies in which no number changes, if they are so many."""
    part, before = slice(run.start + run.period, run.end), slice(run.start, run.end - run.period)
    changes = (text.values[part] != text.values[before]).nonzero()[0]
    start = run.start + int(changes[-1]) + 1 if changes.size else run.start
    return Counter(start, run.end, run.period) if run.end - start >= fewest * run.period else None


def _counting_from(
    text: Symbols, start: int, rows: int, period: int, words: bool, limits: Thresholds
) -> tuple[int, int, bool] | None:
    """The first row from which all slots are foretold, how many move, whether stamps alone do."""
    share = limits.slot_share if words else limits.poor_slot_share
    columns = text.numeric[start : start + period].nonzero()[0]
    if not columns.size:
        return None
    part, shape = slice(start, start + rows * period), (rows, period)
    slots = text.folded[start + columns]
    # Without a word to go with them, times that advance by any are a timetable.
    stamps = (slots == STAMP) & words
    readings = np.empty((2, rows, columns.size), np.int64)
    readings[0] = text.values[part].reshape(shape).take(columns, 1)
    readings[1] = text.others[part].reshape(shape).take(columns, 1)
    if not np.count_nonzero(readings[0] != readings[1]):
        readings = readings[:1]
    # Lists in many scripts leave out letters now and then, or have some that others lack.
    first = text.codes[text.starts[start + columns]]
    letters = (slots == ENUMERATOR) & (first > _LATIN) & (first < _CJK)
    either, steps = _regular(readings, stamps, letters)
    ok, step = either[0], steps[0]
    if len(either) > 1:
        sums = either.sum(1)
        # A last part that never moves says nothing of the whole number.
        better = (sums[1] > sums[0]) & (steps[1] != 0)
        if np.count_nonzero(better):
            ok, step = np.where(better, either[1], ok), np.where(better, steps[1], step)
    if words:
        dates = _dates(readings[0], slots)
        ok |= dates
        stamps = stamps | dates
    moves = step != 0
    stamped = not np.count_nonzero(moves > stamps)
    # What is measured at those times may stay the same for long, but not for ever.
    share = limits.poor_slot_share if stamped else share
    # The first rows may be of the page before; the last date may be cut.
    half = ok[rows // 2 if rows > _FEW else int(rows > _FEW // 2) : -1]
    if not np.count_nonzero(moves) or np.count_nonzero(half.sum(0) / len(half) < share):
        return None
    bounded = counts_to_bound(text, part.start, part.stop).reshape(shape)[:, columns]
    # Of a plan of payments the rows have dates or amounts as well.
    numbers = np.count_nonzero(slots == NUMBER)
    if numbers > 2 and (moves & (bounded.mean(0) >= share)).any():
        return None
    rows_ok = ok.sum(1) == columns.size
    # What closes a long loop may look like one more copy; of a few copies each has to count.
    rows_ok[-1] |= rows > _FEW
    sums = np.cumsum(rows_ok[::-1])[::-1] / np.arange(rows - 1, 0, -1)
    good = ((sums >= share) & rows_ok).nonzero()[0]
    return (int(good[0]), int(moves.sum()), stamped) if good.size else None


def _dates(values: Ints, slots: Hashes) -> Flags:
    """Which slots are days, months by name and years that go forward by the same days, together.

    Args:
        values: of the slots [copies, slots].
        slots: what each is [slots].
    """
    dates = np.zeros(slots.size, np.bool_)
    least, most = values.min(0), values.max(0)
    months = (slots == ENUMERATOR) & (least >= 1) & (most <= _MONTHS) & (least < most)
    for month in months.nonzero()[0].tolist():
        beside = [at for at in (month - 1, month + 1, month + 2) if 0 <= at < slots.size]
        numbers = [at for at in beside if slots[at] == NUMBER and least[at] >= 1]
        days = [at for at in numbers if most[at] <= _DAYS and least[at] < most[at]]
        years = [at for at in numbers if least[at] > _FIRST_YEAR and most[at] < _LAST_YEAR]
        if not days:
            continue
        # A copy may begin within a date, so that its year is that of the one before.
        steps = np.diff(values[:, month] * _DAYS + values[:, days[0]]) % (_MONTHS * _DAYS)
        usual = np.median(steps)
        # Months are as long as the longest here.
        forward = abs(steps - usual) <= _SHORTER
        for year in years[:1]:
            turns = np.diff(values[:, year])
            forward &= (turns == 0) | (turns == 1)
        if usual > 0 and forward.mean() >= _GO_FORWARD:
            dates[[month, days[0], *years[:1]]] = True
    return dates


def _regular(readings: Ints, stamps: Flags, letters: Flags) -> tuple[Flags, Ints]:
    """Which steps are the usual one of their slot, and that one, by reading.

    A series may start over from where it began, as months do, and the time of day from anywhere,
    as a day of the month when the month goes on; then the others are free to step.

    Args:
        readings: the values by one way of reading or more [readings, copies, slots].
        stamps: slots of dates and times [slots].
        letters: slots of letters of scripts that may leave some out [slots].
    """
    steps = readings[:, 1:] - readings[:, :-1]
    size = steps.shape[1]
    late = np.sort(steps[:, size // 2 :], axis=1)
    usual = late[:, late.shape[1] // 2, None]
    ok = steps == usual
    if np.count_nonzero(stamps):
        ok |= stamps & (steps > 0)
    if np.count_nonzero(letters):
        ok |= letters & (usual == 1) & (abs(steps - 1) <= 1)
    over = steps * usual < 0
    if not np.count_nonzero(over):
        return ok, usual[:, 0]
    mostly = ok.sum(1, keepdims=True) / size >= _LEAST_CYCLE
    over &= mostly
    if not np.count_nonzero(over):
        return ok, usual[:, 0]
    low, high = readings.min(1, keepdims=True), readings.max(1, keepdims=True)
    # Or from anywhere where a slot that mostly stays ticks: of `28 May` the next week is `4 June`.
    ticks = ((usual == 0) & (steps == 1)).any(2, keepdims=True)
    # Every other day of the week Sunday is followed by Tuesday.
    weekly = (abs(steps - usual) == _WEEK) & (readings[:, 1:] <= _WEEK)
    over &= (readings[:, 1:] == np.where(usual > 0, low, high)) | stamps | ticks | weekly
    carries: Flags = np.logical_or.reduce(over, axis=2)
    for reading in np.unique(carries.nonzero()[0]).tolist():
        # A copy may begin between two numbers: then the one carries a row before or after the
        # other.
        rows = np.zeros(size + 2, np.bool_)
        rows[1:-1] = carries[reading]
        turns = [rows[first : first + size, None] & mostly[reading] for first in (1, 2, 0)]
        free = ok[reading] | over[reading]
        ok[reading] = max((free | turn for turn in turns), key=np.count_nonzero)
    return ok, usual[:, 0]
