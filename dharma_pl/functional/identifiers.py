"""Series that are not written in decimal digits: hexadecimal numbers, letters past z, dates.

All of it is array work on the words and numbers of a text, given by their first characters and
lengths; nothing here knows a language.
"""

from typing import NamedTuple

import numpy as np

from dharma_pl.functional.characters import Flags, Ints, places_of
from dharma_pl.functional.lags import stretches

_SHORTEST = 4  # characters of a hexadecimal number without `0x`
_PLACES = 15  # of a hexadecimal number that fits an int64
_LABEL = 3  # letters of a label, at most
_WEIGHTS = np.array([[0, 0, 0], [1, 0, 0], [26, 1, 0], [26 * 26, 26, 1]])  # by its size
# Which characters may stand before and after a label; dashes only behind a space.
_before, _after, _dash = (np.zeros(0x110000, np.bool_) for _ in range(3))
for _flags, _signs in ((_before, "\n(["), (_after, ").]:"), (_dash, "-–—")):
    _flags[[ord(sign) for sign in _signs]] = True
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
    codes: Ints, starts: Ints, ends: Ints, near: Flags, letter: Flags, digit: Flags
) -> Hexadecimals | None:
    """Numbers with digits a to f, and all that begin with `0x`; None where there are none.

    `near` tells of each symbol but the last whether the next one follows at once.
    """
    mixed = (letter[1:] & digit[:-1]) | (digit[1:] & letter[:-1])
    if not (mixed & near).any():
        return None
    written = letter | digit
    first, last = stretches(written[1:] & written[:-1] & near).T
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


def _read_hex(codes: Ints, left: Ints, right: Ints) -> tuple[Ints, Flags]:
    """Values of stretches of characters, and whether they are of hexadecimal digits only."""
    at, place, first = places_of(right, right - left)
    figure = _hex[np.minimum(codes[at], 127)]
    clean = np.minimum.reduceat(figure, first) >= 0
    figure[place >= _PLACES] = 0
    return np.add.reduceat(figure << (4 * np.minimum(place, _PLACES)), first), clean


def as_hexadecimal(values: Ints, sizes: Ints) -> Ints:
    """Decimal numbers read anew as hexadecimal ones, where they have at least two digits."""
    out, rows = values.copy(), ((sizes > 1) & (sizes <= _PLACES)).nonzero()[0]
    if rows.size:
        place = np.arange(len(str(max(0, int(values[rows].max())))))
        rest = values[rows][:, None] // 10**place
        figures = rest % 10 * ((rest > 0) | (place == 0))
        out[rows] = (figures << (4 * place)).sum(1)
    return out


def labels(codes: Ints, starts: Ints, sizes: Ints, letter: Flags) -> tuple[Ints, Ints]:
    """Which words of two or three letters are labels, as in `ab)`, and their place, as a = 1.

    A label begins a line or follows a bracket, and a mark or a dash follows it.
    """
    rows = (letter & ((sizes - 2).view(np.uint64) < _LABEL - 1)).nonzero()[0]
    rows = rows[_before[codes[starts[rows] - 1]] | (starts[rows] == 0)]
    if not rows.size:
        return rows, rows
    stop = starts[rows] + sizes[rows]
    after = codes[np.minimum(stop, codes.size - 1)]
    dashed = codes[np.minimum(stop + 1, codes.size - 1)]
    fits = _after[after] | ((after == ord(" ")) & _dash[dashed])
    rows = rows[fits & (stop < codes.size)]
    if not rows.size:
        return rows, rows
    places = codes.take(starts[rows][:, None] + np.arange(_LABEL), mode="clip")
    places = (places | 32) - ord("a") + 1
    beyond = np.arange(_LABEL) >= sizes[rows][:, None]
    clean = (beyond | ((places - 1).view(np.uint64) < 26)).all(1)
    values = (places * _WEIGHTS.take(sizes[rows], 0)).sum(1)
    return rows[clean], values[clean]


def dotted_dates(
    codes: Ints, starts: Ints, ends: Ints, sizes: Ints, values: Ints, dotted: Ints
) -> Ints:
    """Index of the day of each `31.12.1920` or `31.12.20`: two digits each, no other before.

    `dotted` is the index of each number that a dot and a number follow at once.
    """
    chained = np.zeros(starts.size, np.bool_)
    chained[dotted] = True
    heads: Ints = dotted[chained[dotted + 2]]
    if not heads.size:
        return heads
    fits = (sizes[heads] == 2) & (sizes[heads + 2] == 2)
    fits &= (sizes[heads + 4] == 2) | (sizes[heads + 4] == 4)
    fits &= (values[heads] <= 31) & (values[heads] > 0)
    fits &= (values[heads + 2] <= 12) & (values[heads + 2] > 0)
    dot_before = (heads > 0) & (codes[starts[heads - 1]] == ord("."))
    fits &= ~(dot_before & (ends[heads - 1] == starts[heads]))
    fits &= ~chained[heads + 4]  # `31.12.1920.5` is none
    dates: Ints = heads[fits]
    return dates
