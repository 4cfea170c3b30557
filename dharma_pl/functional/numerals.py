"""What counts in a text: numbers, dates and times, enumerators; each as one symbol with a value.

All of it is array work on the symbols of a text, given by their first characters and lengths.
Arrays named `values`, `parts`, `ends` and `keep` are filled in.
"""

import numpy as np

from dharma_pl.functional import identifiers
from dharma_pl.functional.calendar_names import PLACES
from dharma_pl.functional.characters import (
    LETTER,
    Classes,
    Codes,
    Flags,
    Hashes,
    Ints,
    codes_of,
    digit_of,
    hash_of,
    lower_of,
)

LONGEST_VALUE = 18  # digits of a number that fits an int64
_TENS = 10 ** np.arange(LONGEST_VALUE)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_roman_digits = np.zeros(128, np.int64)
_roman_digits[[ord(char) for char in _ROMAN]] = list(_ROMAN.values())


def read_numbers(codes: Ints, ends: Ints, sizes: Ints, number: Flags, values: Ints) -> None:
    """Fill in the values of all numbers; of endless ones, of their last digits."""
    rows = number.nonzero()[0]
    if not rows.size:
        return
    digits = np.minimum(sizes[rows], LONGEST_VALUE)
    sums = digits.cumsum()
    # Places from the right of each digit, the first number's first.
    place = (sums - 1).repeat(digits) - np.arange(sums[-1])
    worth = digit_of[codes[(ends[rows] - 1).repeat(digits) - place]] * _TENS[place]
    values[rows] = np.add.reduceat(worth, sums - digits)


def join_decimals(
    codes: Ints,
    starts: Ints,
    ends: Ints,
    sizes: Ints,
    number: Flags,
    values: Ints,
    parts: Ints,
    keep: Flags,
) -> None:
    """`1.234,56` is one number: 123456, its parts but the first dropped."""
    if starts.size < 3:
        return
    mark = codes[starts[1:-1]]
    joint = number[:-2] & number[2:] & ((mark == ord(".")) | (mark == ord(",")))
    joint &= (ends[:-2] == starts[1:-1]) & (ends[1:-1] == starts[2:])
    heads = joint.nonzero()[0]
    keep[heads + 1] = keep[heads + 2] = False
    heads = heads[keep[heads]]
    digits = np.zeros(starts.size, np.int64)
    digits[heads] = sizes[heads]
    part = heads + 2
    while heads.size:
        fits = digits[heads] + sizes[part] <= LONGEST_VALUE
        values[heads[fits]] = values[heads[fits]] * 10 ** sizes[part[fits]] + values[part[fits]]
        digits[heads] += sizes[part]
        ends[heads] = ends[part]
        parts[heads] = parts[part]
        more = part < joint.size
        more[more] = joint[part[more]]
        heads, part = heads[more], part[more] + 2


def join_hexadecimals(
    hexes: identifiers.Hexadecimals,
    ends: Ints,
    sizes: Ints,
    number: Flags,
    enumerator: Flags,
    values: Ints,
    parts: Ints,
    keep: Flags,
) -> None:
    """`0x1f` is one number; beside such ones those of decimal digits may be hexadecimal too."""
    plain = (number & (parts == values)).nonzero()[0]
    parts[plain] = identifiers.as_hexadecimal(values[plain], sizes[plain])
    joined = within(hexes, ends.size)
    enumerator[joined] = number[joined] = False
    number[hexes.first] = True
    ends[hexes.first] = ends[hexes.last]
    values[hexes.first] = np.where(hexes.decimal, values[hexes.last], hexes.values)
    parts[hexes.first] = hexes.values
    joined[hexes.first] = False
    keep[joined] = False


def within(hexes: identifiers.Hexadecimals, size: int) -> Flags:
    """Which symbols are part of a hexadecimal number."""
    turns = np.zeros(size + 1, np.int64)
    turns[hexes.first] += 1
    turns[hexes.last + 1] -= 1
    within: Flags = np.cumsum(turns[:-1]) > 0
    return within


def join_stamps(
    codes: Ints, starts: Ints, ends: Ints, number: Flags, values: Ints, keep: Flags
) -> Ints:
    """`12:59:59` and `31/12/1920` are one number each: seconds, and days of months of 31."""
    rows = keep.nonzero()[0]
    if rows.size < 3:
        return rows[:0]
    mark = codes[starts[rows]]
    near = ends[rows[:-1]] == starts[rows[1:]]
    joint = np.zeros(rows.size, np.bool_)
    joint[:-2] = number[rows[:-2]] & number[rows[2:]] & near[:-1] & near[1:]
    if not joint.any():
        return rows[:0]
    stamps = []
    for sign, three in ((":", True), (":", False), ("/", True), ("-", True)):
        first = joint.copy()
        first[:-1] &= mark[1:] == ord(sign)
        if three:
            first[:-2] &= first[2:]
            first[-2:] = False
        heads = first.nonzero()[0]
        if not heads.size:
            continue
        # `1:2:3:4` is none, and `2:3` in `1:2:3` has been taken.
        heads = heads[(heads < 1) | (mark[heads - 1] != ord(sign)) | ~near[heads - 1]]
        heads = heads[keep[rows[heads + 2]]]
        a, b = values[rows[heads]], values[rows[heads + 2]]
        if sign == ":":
            whole = a * 60 + b
            whole = whole * 60 + values[rows[heads + 4]] if three else whole
        else:
            c = values[rows[heads + 4]]
            year, month, day = np.where(a > 31, a, c), b, np.where(a > 31, c, a)
            month, day = np.where(month > 12, day, month), np.where(month > 12, month, day)
            whole = (year * 12 + month) * 31 + day
        values[rows[heads]] = whole
        last = 4 if three else 2
        for part in range(1, last + 1):
            keep[rows[heads + part]] = False
        ends[rows[heads]] = ends[rows[heads + last]]
        stamps.append(rows[heads])
    return np.concatenate(stamps) if stamps else rows[:0]


def enumerators(
    lower: Codes, starts: Ints, sizes: Ints, kinds: Classes, values: Ints, romans: Ints
) -> Flags:
    """Which symbols may count something without digits; fills in their values."""
    first, words = lower[starts].astype(np.int64), kinds == LETTER
    single = words & (sizes == 1)  # of any script
    romans[single] = values[single] = first[single] - ord("a") + 1
    digits = _roman_digits[np.minimum(lower, 127)]
    digit = single & (digits[starts] > 0)
    romans[digit] = digits[starts[digit]]
    sums = np.zeros(lower.size + 1, np.int64)
    np.cumsum(digits > 0, out=sums[1:])
    all_digits = sums[starts + sizes] - sums[starts] == sizes
    rows = (words & (sizes > 1) & (sizes < 16) & all_digits).nonzero()[0]
    written = _read_romans(lower, starts, sizes, rows)
    rows = rows[written > 0]
    values[rows] = romans[rows] = written[written > 0]
    enumerator: Flags = single
    enumerator[rows] = True
    return enumerator


def count_names(folded: Hashes, values: Ints, parts: Ints, enumerator: Flags) -> None:
    """Months and weekdays count as well."""
    rows = _perhaps_named[folded & _LOW].nonzero()[0]
    at = np.searchsorted(_name_hashes, folded[rows])
    at[at == _name_hashes.size] = 0
    named = _name_hashes[at] == folded[rows]
    rows, at = rows[named], at[named]
    values[rows] = parts[rows] = _name_places[at]
    enumerator[rows] = True


def _read_romans(lower: Codes, starts: Ints, sizes: Ints, rows: Ints) -> Ints:
    """Values of words of Roman digits; 0 where it is no numeral, as in `mil` and `civil`."""
    known: dict[bytes, int] = {}
    values = np.zeros(rows.size, np.int64)
    for index, row in enumerate(rows.tolist()):
        word = lower[starts[row] : starts[row] + sizes[row]].astype(np.uint8).tobytes()
        if word not in known:
            known[word] = _roman(word.decode("latin-1"))
        values[index] = known[word]
    return values


def _roman(word: str) -> int:
    digits = [_ROMAN[char] for char in word]
    value = sum(
        -digit if digit < after else digit
        for digit, after in zip(digits, [*digits[1:], 0], strict=True)
    )
    return value if _write_roman(value) == word else 0


def _write_roman(value: int) -> str:
    word = ""
    for sign, worth in (
        *(("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90)),
        *(("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1)),
    ):
        while value >= worth:
            word, value = word + sign, value - worth
    return word


def _hash_names() -> tuple[Hashes, Ints]:
    names = np.concatenate(
        [hash_of(lower_of[codes_of(name)], np.array([0]), np.array([len(name)])) for name in PLACES]
    )
    order = np.argsort(names)
    return names[order], np.array(list(PLACES.values()))[order]


_LOW = np.uint64(0xFFFF)
_name_hashes, _name_places = _hash_names()
_perhaps_named = np.zeros(0x10000, np.bool_)
_perhaps_named[_name_hashes & _LOW] = True
