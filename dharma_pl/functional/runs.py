"""Exact loops: where a stretch of text equals itself shifted by its period.

Run finding is exact. For every scale L, a block of L characters is looked up in the L characters
beside it; two copies of the block at distance q <= L make a stretch of period q, and q, being the
nearest, is primitive (Fine and Wilf, 1965). Scales grow by half, so a text of n characters costs
O(n log n) character comparisons, in `str.find`, and there is no quadratic case.
"""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from dharma_pl.functional.characters import LONGEST_TAG
from dharma_pl.functional.units import count_symbols, starts_of

STRAY_SYMBOLS = 4
"""What may follow a loop that still counts as the tail: half a word, U+FFFD, closing brackets."""

_SHORTEST_SCALE = 64
_CUT_TAG = re.compile(r"</?[A-Za-z][^<>]*\Z")
_CLOSING = re.compile(r"</[A-Za-z][\w-]*>|\\end\{\w+\}")


class Run(NamedTuple):
    """`text[i] == text[i + period]` for all i in start .. end - period - 1, and no further."""

    start: int
    end: int
    period: int

    @property
    def length(self) -> int:
        """Characters, all copies together."""
        return self.end - self.start


def _scales(longest_period: int) -> Iterator[tuple[int, int]]:
    """Ranges of periods (above, up to) that together hold 1 .. `longest_period`."""
    above, up_to = 0, _SHORTEST_SCALE
    while above < longest_period:
        yield above, up_to
        above, up_to = up_to, up_to * 3 // 2


_SCALES = tuple(_scales(sys.maxsize))
_LONGEST = tuple(up_to for _, up_to in _SCALES)


def tail_runs(text: str, backwards: str) -> Iterator[Run]:
    """Runs that end within the last symbols: all of three copies, and longer ones of two."""
    window = _window(text)
    # What the blocks before all of these symbols have in common has to occur before.
    common = backwards[len(text) - window : _SHORTEST_SCALE]
    if common and backwards.find(common, len(text) - window + 1) < 0:
        return
    starts = [window + start for start in starts_of(text[window:], STRAY_SYMBOLS)]
    known = Run(0, 0, 0)
    for cut in (len(text), *starts):
        skip = len(text) - cut
        # Every block begins with the shortest one, so no period is shorter than that one's.
        shortest = backwards.find(backwards[skip : skip + _SHORTEST_SCALE], skip + 1) - skip
        if shortest < 0:
            continue
        held = _held(known, cut)
        scale = bisect_left(_LONGEST, shortest)
        while scale < len(_SCALES) and _SCALES[scale][0] < cut // 2:
            above, up_to = _SCALES[scale]
            scale += 1
            if up_to <= held and known.period <= above:
                scale = bisect_right(_LONGEST, held)
                continue
            # The longer block sees past repeats inside the unit, the shorter needs two copies.
            for size in (up_to, above) if above else (up_to,):
                if size <= held and known.period <= size:
                    continue
                block = backwards[skip : skip + size]
                period = backwards.find(block, skip + 1, skip + up_to + size) - skip
                if period > above and not (period == known.period and size <= held):
                    known = _grow_both(text, backwards, cut - size - period, cut, period)
                    held = _held(known, cut)
                    yield known


def _held(known: Run, cut: int) -> int:
    """Longest block before the cut whose nearest copy, if not nearer, is that of a known run."""
    return cut - known.start - known.period if cut <= known.end else -1


def _window(text: str) -> int:
    """From where on to read for the last few symbols: all spaces outside of tags begin one."""
    window = max(0, len(text) - (STRAY_SYMBOLS + 1) * LONGEST_TAG)
    space = len(text)
    for _ in range(STRAY_SYMBOLS):
        space = text.rfind(" ", window, space)
        if space < 0:
            return window
    return window if text.find(">", space) >= 0 else space


def runs(
    text: str, backwards: str, begin: int, stop: int, repeats: float, size: int
) -> Iterator[Run]:
    """Runs of so many copies and characters that meet text[begin:stop]; a few of them twice."""
    for above, up_to in _scales(int((stop - begin) / repeats)):
        # Any such run of this scale holds an anchor with the block and its copy to the right.
        stride = max(up_to, size - 2 * up_to)
        anchor = begin
        while anchor + up_to < stop:
            block = text[anchor : anchor + up_to]
            period = text.find(block, anchor + 1, anchor + 2 * up_to) - anchor
            anchor += stride
            if period > above:
                left = anchor - stride
                run = _grow_both(text, backwards, left, left + up_to, period)
                yield run
                # The next run of this scale shares less than two periods with this one.
                anchor = max(anchor, run.end - 2 * up_to)


def may_hold_run(text: str, repeats: float, size: float, many: float, few: float) -> bool:
    """Whether there may be a run of so many copies and characters; False is certain.

    A run of `many` copies and only `few` characters will do as well.
    """
    if repeats <= 1:
        return True
    longest, longest_of_many = int(len(text) / repeats), size / max(many, 1.0)
    above, up_to = 0, 4 * _SHORTEST_SCALE
    while above < longest:
        # All but the last copy recurs; of all periods of the scale this one leaves least of that.
        period = min(max(int(size / repeats), above), up_to)
        recurs = max(size, repeats * period) - period
        if above < longest_of_many:
            recurs = min(recurs, few - longest_of_many)
        stride = int(recurs) - 1 - _SHORTEST_SCALE
        if stride < 1:
            return True
        reach = min(up_to, longest) + _SHORTEST_SCALE
        for anchor in range(0, len(text) - _SHORTEST_SCALE, stride):
            block = text[anchor : anchor + _SHORTEST_SCALE]
            if text.find(block, anchor + 1, anchor + reach) >= 0:
                return True
        above, up_to = up_to, up_to * 4
    return False


def _grow_both(text: str, backwards: str, start: int, end: int, period: int) -> Run:
    """The maximal run around `text[start:end]`, which recurs at a distance of `period`."""
    right = _grow(text, end, period)
    return Run(len(text) - _grow(backwards, len(text) - start, period), right, period)


def _grow(text: str, end: int, period: int) -> int:
    """How far to the right of `end` the text goes on with the given period."""
    size, step = len(text), 1
    while end < size:
        stop = min(end + step, size)
        if text[end:stop] != text[end - period : stop - period]:
            break
        end, step = stop, 4 * step
    else:
        return end
    # It ends before `stop`.
    while stop - end > 1:
        middle = (end + stop) // 2
        if text[end:middle] == text[end - period : middle - period]:
            end = middle
        else:
            stop = middle
    return end


def at_tail(text: str, end: int) -> bool:
    """Whether at most `STRAY_SYMBOLS` symbols follow, or brackets and tags that close alone."""
    window = STRAY_SYMBOLS * (LONGEST_TAG + 1) + 1
    # What closes may begin like what would have come next.
    end -= 2 if text.endswith("</", 0, end) else text.endswith(("<", "\\"), 0, end)
    rest = text[end : end + window]
    # No symbol is shorter than a character.
    if len(rest) <= STRAY_SYMBOLS or count_symbols(rest) <= STRAY_SYMBOLS:
        return True
    if len(rest) == window:
        return False
    rest = rest[: cut_tag(rest)]
    return not any(map(str.isalnum, _CLOSING.sub("", rest))) or count_symbols(rest) <= STRAY_SYMBOLS


def cut_tag(text: str) -> int:
    """Where the tag begins that a text is cut in, else its end."""
    start = max(0, len(text) - LONGEST_TAG)
    found = _CUT_TAG.search(text, max(start, text.rfind("<", start)))
    return found.start() if found else len(text)
