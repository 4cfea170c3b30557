"""Series that are not written in decimal digits: hexadecimal numbers, letters past z, dates.

All of it is array work on the words and numbers of a text, given by their first characters and
lengths; nothing here knows a language.
"""

from typing import NamedTuple

import numpy as np

from dharma_pl.functional.characters import Flags, Ints, lower_of, places_of
from dharma_pl.functional.lags import stretches

_SHORTEST = 4  # characters of a hexadecimal number without `0x`
_COLONS, _LONGEST_ADDRESS = 4, 39  # of an address, and characters
_LONGEST_CELL = 6  # characters of its name: a letter and what a sheet has of rows
_GERESH, _GERSHAYIM = 0x5F3, 0x5F4
_PLACES = 15  # of a hexadecimal number that fits an int64
_LABEL = 3  # letters of a label, at most
_SMALL_A, _GREEK, _CYRILLIC = ord("a"), 0x370, 0x400
# Letters that are numerals, by code point.
additive = np.zeros(0x600, np.int64)
_tens = [one * ten for ten in (1, 10, 100) for one in range(1, 10)]
for _letters in ("αβγδεϛζηθικλμνξοπϟρστυφχψω", "אבגדהוזחטיכלמנסעפצקרשת"):
    additive[[ord(letter) for letter in _letters]] = _tens[: len(_letters)]
# Which characters may stand before and after a label; dashes only behind a space.
_before, _follows, _dash, _cell, _hyphen = (np.zeros(0x110000, np.bool_) for _ in range(5))
# Of those that follow: digits, what ends no label that begins a line, and none behind a space.
_digit, _pause, _edge = (np.zeros(0x110000, np.bool_) for _ in range(3))
for _flags, _signs in (
    (_before, '\n([>|"*'),
    (_follows, ').]:<|",*;0123456789\n\t、．）：ʹ΄ʹ'),
    (_dash, "-–—|"),
    (_cell, '|"#'),
    (_hyphen, "-."),
    (_digit, "0123456789"),
    (_pause, ";"),
    (_edge, ']<|"*\n\t'),
):
    _flags[[ord(sign) for sign in _signs]] = True
_latin = np.zeros(0x110000, np.int64)
_latin[_SMALL_A : _SMALL_A + 26] = _latin[ord("A") : ord("A") + 26] = np.arange(1, 27)
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
"""As lists are lettered; after the last one come `аа`, `аб`."""
_russian = np.zeros(0x500, np.int64)
_russian[[ord(letter) for letter in RUSSIAN]] = np.arange(1, len(RUSSIAN) + 1)
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
    """Numbers with digits a to f, all that begin with `0x`, addresses; None where there are none.

    `near` tells of each symbol but the last whether the next one follows at once; somewhere a
    number and a word do.
    """
    written = letter | digit
    chains = _addresses(codes, starts, ends, near, written)
    if chains:
        written &= ~within(chains, written.size)
    runs = _hexadecimal_runs(codes, starts, ends, near, written, letter)
    if not chains or not runs:
        return chains or runs
    return Hexadecimals(
        np.concatenate([runs.first, chains.first]),
        np.concatenate([runs.last, chains.last]),
        np.concatenate([runs.values, chains.values]),
        np.concatenate([runs.decimal, chains.decimal]),
    )


def within(hexes: Hexadecimals, size: int) -> Flags:
    """Which symbols are part of a hexadecimal number."""
    turns = np.zeros(size + 1, np.int64)
    turns[hexes.first] += 1
    turns[hexes.last + 1] -= 1
    within: Flags = np.cumsum(turns[:-1]) > 0
    return within


def _hexadecimal_runs(
    codes: Ints, starts: Ints, ends: Ints, near: Flags, written: Flags, letter: Flags
) -> Hexadecimals | None:
    """Those of adjacent words and numbers."""
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
    second = codes[np.minimum(left + 1, codes.size - 1)]
    binary = (codes[left] == ord("0")) & ((second | 32) == ord("b")) & ~prefix[fits]
    if binary.any():
        values = np.where(binary, _read_bits(values, right - left - 2), values)
    first, last, values = first[clean], last[clean], values[clean]
    decimal = (last == first + 1) & letter[first]
    # Where nothing is hexadecimal but what may be a cell, `CA100` is the one after `BZ100`; `100e`
    # may be a French ordinal.
    cells = decimal & (ends[first] - starts[first] <= _LABEL)
    cells |= (last == first + 1) & letter[last] & (ends[last] == starts[last] + 1)
    cells &= ends[last] - starts[first] <= _LONGEST_CELL
    if cells.all():
        return None
    joined = ~cells if (cells | prefix[fits][clean]).all() else np.ones(cells.size, np.bool_)
    return Hexadecimals(first[joined], last[joined], values[joined], decimal[joined])


def _addresses(
    codes: Ints, starts: Ints, ends: Ints, near: Flags, written: Flags
) -> Hexadecimals | None:
    """Hardware and IPv6 addresses: groups with colons between them, of which the last counts."""
    colons = (near[:-1] & near[1:] & ~written[1:-1]).nonzero()[0] + 1
    colons = colons[codes[starts[colons]] == ord(":")]
    if colons.size < _COLONS:
        return None
    part = written.copy()
    part[colons] = True
    first, last = stretches(part[1:] & part[:-1] & near).T
    before, count = colons.searchsorted(first), colons.searchsorted(last)
    several = (count - before >= _COLONS) & (ends[last] - starts[first] <= _LONGEST_ADDRESS)
    first, last, count = first[several], last[several], count[several]
    if not first.size:
        return None
    left, right = starts[first], ends[last]
    at, _, begin = places_of(right, right - left)
    code = np.minimum(codes[at], 127)
    clean = np.logical_and.reduceat((_hex[code] >= 0) | (code == ord(":")), begin)
    clean &= np.maximum.reduceat(_hex[code], begin) > 9  # others are times and scores
    values, _ = _read_hex(codes, ends[colons[count - 1]], right)
    if not clean.any():
        return None
    first, last, values = first[clean], last[clean], values[clean]
    return Hexadecimals(first, last, values, np.zeros(first.size, np.bool_))


def _read_hex(codes: Ints, left: Ints, right: Ints) -> tuple[Ints, Flags]:
    """Values of stretches of characters, and whether they are of hexadecimal digits only."""
    at, place, first = places_of(right, right - left)
    figure = _hex[np.minimum(codes[at], 127)]
    clean = np.minimum.reduceat(figure, first) >= 0
    figure[place >= _PLACES] = 0
    return np.add.reduceat(figure << (4 * np.minimum(place, _PLACES)), first), clean


def _read_bits(values: Ints, sizes: Ints) -> Ints:
    """Hexadecimal numbers whose last so many digits are binary, read so; others as are."""
    place = np.arange(_PLACES)
    figures = ((values[:, None] >> (4 * place)) & 15) * (place < sizes[:, None])
    bits = (figures << place).sum(1)
    return np.where((figures <= 1).all(1), bits, values)


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

    They are where a dot, comma, colon, bracket, dash or digit follows, or the end of a cell that
    they begin. Case is no matter, so that copies in capitals are like the others.
    """
    rows = (letter & ((sizes | 1) == _LABEL)).nonzero()[0]
    if not rows.size:
        return rows, rows
    at = starts[rows]
    stop = at + sizes[rows]
    after = codes.take(stop, mode="clip")
    # Most words are dropped by what follows them, before anything else is looked at.
    dashed = _dash[codes.take(stop + 1, mode="clip")]
    follows = _follows[after] | ((after == ord(" ")) & dashed)
    if stop[-1] == codes.size:
        follows[-1] = False
    head, second, last = codes[at], codes[at + 1], codes[stop - 1]
    doubled = (head == second) & (head == last)
    some = (follows | doubled | _digit[codes[at - 1]]).nonzero()[0]
    if not some.size:
        return some, some
    rows, left, after = rows[some], at[some] - 1, after[some]
    doubled = doubled[some]
    before, two = codes[left], codes[left - 1]
    if left[0] < 1:  # the text's first word
        two[0] = 0
        if left[0] < 0:
            before[0] = ord("\n")
    spaced = before == ord(" ")
    # `3-aa` is one wherever it stands, and so are the capitals of `123AB` and `12/AB`.
    doubled |= _hyphen[before] & _digit[two]
    capitals = (head[some] < _SMALL_A) & (second[some] < _SMALL_A) & (last[some] < _SMALL_A)
    doubled |= capitals & (_digit[before] | ((before == ord("/")) & _digit[two]))
    line = _before[before] | (_cell[two] & spaced) | (two == ord("\\"))  # in JSON `\n`
    ends_line = (after == ord("\n")) | (after == ord("\t"))
    doubled |= spaced & (after == ord("*")) & capitals
    if np.count_nonzero(ends_line):
        line &= ~ends_line | capitals
        doubled |= spaced & ends_line & capitals
    fits = doubled | _digit[after]
    fits |= (line > _pause[after]) | (spaced > _edge[after])
    fit = fits.nonzero()[0]
    rows, some = rows[fit], some[fit]
    one, two, three = _latin[head[some]], _latin[second[some]], _latin[last[some]]
    clean = one * two * three > 0
    values = one * 26 + two
    values = np.where(sizes[rows] == _LABEL, values * 26 + three, values)
    if np.count_nonzero(clean) < clean.size:
        _read_others(codes, rows, starts, sizes, values, clean)
    return rows[clean], values[clean]


def _read_others(
    codes: Ints, rows: Ints, starts: Ints, sizes: Ints, values: Ints, clean: Flags
) -> None:
    """Fill in the values of labels that are not of Latin letters, and which are labels indeed."""
    head = codes[starts[rows]]
    some = ((head >= _CYRILLIC) & (head < _russian.size) & (sizes[rows] == 2)).nonzero()[0]
    if some.size:
        first = starts[rows[some]]
        places = _russian.take(lower_of[codes[np.stack([first, first + 1])]], mode="clip")
        values[some] = places[0] * len(RUSSIAN) + places[1]
        clean[some] = places.all(0)
    if head.max() >= _GREEK:
        native = additive.take(lower_of[head], mode="clip").nonzero()[0]
        if native.size:
            some = rows[native]
            values[native], clean[native] = _read_additive(codes, starts[some], sizes[some])


def _read_additive(codes: Ints, starts: Ints, sizes: Ints) -> tuple[Ints, Flags]:
    """Values of Greek and Hebrew numerals, from the largest letter to the smallest."""
    at, place, first = places_of(starts + sizes, sizes)
    figure = additive[np.minimum(lower_of[codes[at]], additive.size - 1)]
    falls = figure > 0
    falls[:-1] &= (figure[:-1] > figure[1:]) | (place[:-1] == 0)
    return np.add.reduceat(figure, first), np.minimum.reduceat(falls, first)


def join_hebrew(
    codes: Ints, starts: Ints, ends: Ints, letter: Flags, values: Ints, keep: Flags
) -> Ints:
    """Numerals with a gershayim before their last letter, or a geresh after their only one.

    Fills in `ends`, `values` and `keep`; returns which symbols they are.
    """
    mark, near = codes[starts], starts[1:] == ends[:-1]
    before = (near & letter[:-1]).nonzero()[0]
    single = before[(mark[before + 1] == _GERESH) & (ends[before] - starts[before] == 1)]
    several = before[mark[before + 1] == _GERSHAYIM]
    several = several[several + 2 < starts.size]
    follows = near[several + 1] & letter[several + 2]
    several = several[follows & (ends[several + 2] - starts[several + 2] == 1)]
    heads = np.concatenate([single, several])
    if not heads.size:
        return heads
    first, falls = _read_additive(codes, starts[heads], ends[heads] - starts[heads])
    last = np.zeros(heads.size, np.int64)
    last[single.size :] = additive.take(mark[several + 2], mode="clip")
    least = additive.take(codes[ends[heads] - 1], mode="clip")
    fits = falls & (least > last)
    fits[single.size :] &= last[single.size :] > 0
    values[heads[fits]] = (first + last)[fits]
    for heads_of, parts in ((single[fits[: single.size]], 1), (several[fits[single.size :]], 2)):
        ends[heads_of] = ends[heads_of + parts]
        keep[heads_of + 1] = keep[heads_of + parts] = False
    numerals: Ints = heads[fits]
    return numerals


def dotted_dates(
    codes: Ints, starts: Ints, ends: Ints, sizes: Ints, values: Ints, dotted: Ints
) -> Ints:
    """Index of the first part of each `31.12.1920`, `1.2.1920`, `31.12.20` or `1920.12.31`.

    `dotted` is the index of each number that a dot and a number follow at once.
    """
    chained = np.zeros(starts.size, np.bool_)
    chained[dotted] = True
    heads: Ints = dotted[chained[dotted + 2]]
    if not heads.size:
        return heads
    turned = (sizes[heads] == 4) * 4  # the year first
    first, last = heads + turned, heads + 4 - turned
    day, month, year = sizes[first], sizes[heads + 2], sizes[last]
    fits = (day <= 2) & (month <= 2) & ((year == 4) | ((day == 2) & (month == 2) & (year == 2)))
    fits &= (values[first] <= 31) & (values[first] > 0)
    fits &= (values[heads + 2] <= 12) & (values[heads + 2] > 0)
    dot_before = (heads > 0) & (codes[starts[heads - 1]] == ord("."))
    fits &= ~(dot_before & (ends[heads - 1] == starts[heads]))
    fits &= ~chained[heads + 4]  # `31.12.1920.5` is none
    dates: Ints = heads[fits]
    return dates
