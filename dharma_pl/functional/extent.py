"""How far a loop goes beyond its exact copies: copies that are equal but in their dress.

They differ from the exact ones in white space, case and how long a row of one mark is. The model
was in the loop there already, or still.
"""

from itertools import islice

import numpy as np

from dharma_pl.functional.characters import Flags
from dharma_pl.functional.runs import Run
from dharma_pl.functional.symbols import Symbols, symbols

_GLANCE = 64  # characters beside a run that tell whether to look closer,
_LETTERS = 4  # by the nearest letters in them
_REACH = 4  # copies that are read at first


def extent(text: str, run: Run) -> tuple[int, int]:
    """First character and one past the last of a run, copies like its own included on both sides.

    One such copy on a side at the least, its marks aside, or a part of one at the end of the text.

    >>> extent("Oi.  UM quilo!! um  quilo! um quilo! um quilo! um quilo! Um", Run(26, 57, 10))
    (5, 59)
    """
    start, end = run.start, run.end
    left, right = max(start - _GLANCE, 0), end + _GLANCE
    if _alike(text[left:start], text[left + run.period : start + run.period], -1):
        start = _first(text, run)
    if _alike(text[end:right], text[end - run.period : right - run.period], 1):
        end = _last(text, run)
    return start, end


def end_of(text: str, read: Symbols, last: int) -> int:
    """One past a folded symbol, which may be the first mark of a row."""
    end = int(read.ends[last])
    follows = int(read.starts[last + 1]) if last + 1 < read.starts.size else len(text)
    return end + len(text[end:follows].rstrip())


def _alike(one: str, other: str, step: int) -> bool:
    """Whether the nearest letters are the same, white space, case and marks aside."""
    if not one or not other:
        return False
    letters, copy = (
        list(islice(filter(str.isalnum, part.casefold()[::step]), _LETTERS))
        for part in (one, other)
    )
    least = min(len(letters), len(copy))
    return least > 0 and letters[:least] == copy[:least]


def _same(read: Symbols, first: int, stop: int, lag: int) -> Flags:
    """Which of the folded symbols `first` to `stop` are those `lag` places before."""
    here, then = slice(first, stop), slice(first - lag, stop - lag)
    same: Flags = read.folded[here] == read.folded[then]
    same &= read.values[here] == read.values[then]
    return same


def _first(text: str, run: Run) -> int:
    """Where the copies begin, read from ever further left."""
    size = _REACH * run.period + _GLANCE
    while True:
        begin = max(run.start - size, 0)
        read = symbols(text[begin : run.start + 3 * run.period])
        # The first copy may begin within a row of marks; the second and the third do so alike.
        second = run.start + run.period - begin
        left, right = np.searchsorted(read.starts, (second, second + run.period)).tolist()
        differ = (~_same(read, right - left, right, right - left)).nonzero()[0]
        first = int(differ[-1]) + 1 if differ.size else 0
        # The first symbol may be cut.
        if first > 1 or begin == 0:
            break
        size *= 2
    before = int(np.searchsorted(read.starts, run.start - begin))
    copy, more = read.content[left:right].sum(), read.content[first:before].sum()
    return begin + int(read.starts[first]) if more >= copy > 0 else run.start


def _last(text: str, run: Run) -> int:
    """One past the last of the copies, read ever further to the right."""
    begin, size = run.end - 2 * run.period, _REACH * run.period + _GLANCE
    while True:
        part = text[begin : run.end + size]
        read = symbols(part)
        left, right = np.searchsorted(read.starts, (run.period, 2 * run.period)).tolist()
        if not left < right <= 2 * left:  # cut within a tag, a copy is read as other symbols
            return run.end
        same = _same(read, left, read.folded.size, right - left)
        stop = left + int(np.logical_and.accumulate(same).sum())
        # The last symbol may be cut.
        if stop + 2 < read.folded.size or run.end + size >= len(text):
            break
        size *= 2
    after = int(np.searchsorted(read.ends, 2 * run.period, side="right"))
    copy, more = read.content[left:right].sum(), read.content[after:stop].sum()
    enough = more >= copy > 0 or (more > 0 and stop == read.folded.size)
    return begin + end_of(part, read, stop - 1) if enough else run.end
