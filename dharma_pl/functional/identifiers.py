"""Series that are not written in decimal digits: hexadecimal numbers, letters past z, dates.

All of it is array work on the words and numbers of a text, given by their first characters and
lengths; nothing here knows a language.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

_SHORTEST = 4  # characters of a hexadecimal number without `0x`
_PLACES = 15  # of a hexadecimal number that fits an int64
_LABEL = 3  # letters of a label, at most
_BEFORE, _AFTER, _DASHES = "\n([", ").]:", "-–—"
_hex = np.full(128, -1, np.int64)
_hex[[ord(char) for char in "0123456789abcdefABCDEF"]] = [
    int(char, 16) for char in "0123456789abcdefABCDEF"
]


class Hexadecimals(NamedTuple):
    """Runs of words and numbers that are one number. All [runs].

    Attributes:
        first: index of the first part.
        last: index of the last part.
        values: read as hexadecimal; the last 15 digits of longer ones.
        decimal: `ab12` may be the twelfth of ab as well: two parts, a word and a number.
    """

    first: Ints
    last: Ints
    values: Ints
    decimal: Flags


def hexadecimals(
    codes: NDArray[np.integer], starts: Ints, ends: Ints, letter: Flags, digit: Flags
) -> Hexadecimals | None:
    """Numbers with digits a to f, and all that begin with `0x`; None where there are none."""
    written = letter | digit
    joint = written[1:] & written[:-1] & (starts[1:] == ends[:-1])
    if not (joint & (digit[1:] != digit[:-1])).any():
        return None
    edges = np.diff(np.concatenate([[False], joint, [False]]).astype(np.int8))
    first, last = (edges == 1).nonzero()[0], (edges == -1).nonzero()[0]
    left, right = starts[first], ends[last]
    prefix = (codes[left] == ord("0")) & ((codes[left + 1] | 32) == ord("x"))
    left = left + 2 * prefix
    right_size = right - left
    fits = (right_size >= np.where(prefix, 1, _SHORTEST)) & (right_size <= 64)
    first, last, left, right = first[fits], last[fits], left[fits], right[fits]
    if not first.size:
        return None
    values, clean = _read_hex(codes, left, right)
    first, last, values = first[clean], last[clean], values[clean]
    return Hexadecimals(first, last, values, (last == first + 1) & letter[first])


def _read_hex(codes: NDArray[np.integer], left: Ints, right: Ints) -> tuple[Ints, Flags]:
    """Values of stretches of characters, and whether they are of hexadecimal digits only."""
    values, clean = np.zeros(left.size, np.int64), np.ones(left.size, np.bool_)
    rows = np.arange(left.size)
    for place in range(int((right - left).max(initial=0))):
        rows = rows[right[rows] - place > left[rows]]
        code = codes[right[rows] - 1 - place].astype(np.int64)
        figure = np.where(code < 128, _hex[np.minimum(code, 127)], -1)
        clean[rows[figure < 0]] = False
        rows, figure = rows[figure >= 0], figure[figure >= 0]
        if place < _PLACES:
            values[rows] += figure << (4 * place)
    return values, clean


def as_hexadecimal(values: Ints, sizes: Ints) -> Ints:
    """Decimal numbers read anew as hexadecimal ones, where they have at least two digits."""
    out, rows, place = values.copy(), ((sizes > 1) & (sizes <= _PLACES)).nonzero()[0], 0
    rest = values[rows].copy()
    out[rows] = 0
    while rows.size:
        out[rows] += (rest % 10) << (4 * place)
        rest, place = rest // 10, place + 1
        rows, rest = rows[rest > 0], rest[rest > 0]
    return out


def labels(
    codes: NDArray[np.integer], starts: Ints, sizes: Ints, letter: Flags
) -> tuple[Ints, Ints]:
    """Which words of two or three letters are labels, as in `ab)`, and their place, as a = 1.

    A label begins a line or follows a bracket, and a mark or a dash follows it.
    """
    rows = (letter & (sizes > 1) & (sizes <= _LABEL)).nonzero()[0]
    rows = rows[starts[rows] + sizes[rows] < codes.size]
    begins = starts[rows]
    rows = rows[_one_of(codes[np.maximum(begins - 1, 0)], _BEFORE) | (begins == 0)]
    if not rows.size:
        return rows, rows
    stop = starts[rows] + sizes[rows]
    second = codes[np.minimum(stop + 1, codes.size - 1)]
    dash = (codes[stop] == ord(" ")) & _one_of(second, _DASHES)
    rows = rows[_one_of(codes[stop], _AFTER) | dash]
    values, clean = np.zeros(rows.size, np.int64), np.ones(rows.size, np.bool_)
    for place in range(_LABEL):
        here = place < sizes[rows]
        at = starts[rows] + np.minimum(place, sizes[rows] - 1)
        place_of = (codes[at].astype(np.int64) | 32) - ord("a") + 1
        clean &= (place_of >= 1) & (place_of <= 26)
        values = np.where(here, values * 26 + place_of, values)
    return rows[clean], values[clean]


def _one_of(codes: NDArray[np.integer], chars: str) -> Flags:
    found: Flags = codes == ord(chars[0])
    for char in chars[1:]:
        found |= codes == ord(char)
    return found


def dotted_dates(
    codes: NDArray[np.integer], starts: Ints, ends: Ints, sizes: Ints, number: Flags, values: Ints
) -> Ints:
    """Index of the day of each `31.12.1920` or `31.12.20`: two digits each, no other before."""
    if starts.size < 5:
        return np.zeros(0, np.int64)
    near = starts[1:] == ends[:-1]
    dot = codes[starts] == ord(".")
    days = number[:-4] & number[2:-2] & number[4:] & dot[1:-3] & dot[3:-1]
    days &= near[:-3] & near[1:-2] & near[2:-1] & near[3:]
    heads: Ints = days.nonzero()[0]
    if not heads.size:
        return heads
    fits = (sizes[heads] == 2) & (sizes[heads + 2] == 2)
    fits &= (sizes[heads + 4] == 2) | (sizes[heads + 4] == 4)
    fits &= (values[heads] <= 31) & (values[heads] > 0)
    fits &= (values[heads + 2] <= 12) & (values[heads + 2] > 0)
    fits &= (heads < 1) | ~dot[np.maximum(heads - 1, 0)] | ~near[np.maximum(heads - 1, 0)]
    after = np.minimum(heads + 5, starts.size - 1)
    more = dot[after] & (starts[after] == ends[heads + 4])
    digit_next = np.minimum(after + 1, starts.size - 1)
    more &= number[digit_next] & (starts[digit_next] == ends[after])
    dates: Ints = heads[fits & ~more]
    return dates
