"""What counts in a text: numbers, dates and times, enumerators; each as one symbol with a value.

All of it is array work on the symbols of a text, given by their first characters and lengths.
Arrays named `values`, `parts`, `ends` and `keep` are filled in.
"""

import numpy as np

from dharma_pl.functional import enumerators, identifiers
from dharma_pl.functional.calendar_names import PLACES
from dharma_pl.functional.characters import (
    Flags,
    Hashes,
    Ints,
    digit_of,
    places_of,
)
from dharma_pl.functional.number_names import KINDS, VALUES

LONGEST_VALUE = 18  # digits of a number that fits an int64
_GROUP, _MOST_JOINTS = 3, 3  # digits between commas, and signs in one number
_SHORTEST_BINARY = 4  # digits of a number that may be binary
_DATE, _MOMENT = 8, 14  # digits of `20050131` and of `20050131235959`
_TENS = 10 ** np.arange(LONGEST_VALUE)


def read_numbers(codes: Ints, ends: Ints, sizes: Ints, number: Flags, values: Ints) -> Ints:
    """Fill in the values of all numbers; of endless ones, of their last digits.

    Returns another reading: `0100` is four in binary digits, `200501` a month, `20050131` a day,
    `20050131235959` a second.
    """
    rows = number.nonzero()[0]
    if not rows.size:
        return values.copy()
    size = sizes[rows]
    at, place, first = places_of(ends[rows], np.minimum(size, LONGEST_VALUE))
    digits = digit_of.take(codes.take(at))
    values[rows] = np.add.reduceat(digits * _TENS.take(place), first)
    parts = values.copy()
    long = size >= _SHORTEST_BINARY
    if np.count_nonzero(long):
        binary = long & (np.maximum.reduceat(digits, first) <= 1)
        if np.count_nonzero(binary):
            bits = np.add.reduceat(digits.astype(np.int64) << place, first)
            parts[rows[binary]] = bits[binary]
        month = size == 6
        if np.count_nonzero(month):
            year, place = np.divmod(values[rows], 100)
            month &= (place > 0) & (place <= 12) & (abs(year - 2000) <= 150)
            parts[rows[month]] = (12 * year + place)[month]
        rows = rows[(size == _DATE) | (size == _MOMENT)]
        if rows.size:
            _read_days(rows, sizes[rows] == _MOMENT, values, parts)
    return parts


def _read_days(rows: Ints, timed: Flags, values: Ints, parts: Ints) -> None:
    """Fill in days since the year 0 of numbers such as `20050131`, seconds of `20050131235959`."""
    whole, time = np.divmod(values[rows], np.where(timed, 1_000_000, 1))
    year, rest = np.divmod(whole, 10_000)
    month, day = np.divmod(rest, 100)
    hour, rest = np.divmod(time, 10_000)
    minute, second = np.divmod(rest, 100)
    fits = (abs(year - 1900) <= 400) & (month > 0) & (month <= 12) & (day > 0) & (day <= 31)
    fits &= (hour < 24) & (minute < 60) & (second <= 60)
    # Years that begin in March end with the day that only some have.
    year = year - (month <= 2)
    leaps = year // 4 - year // 100 + year // 400
    days = 365 * year + leaps + (153 * ((month + 9) % 12) + 2) // 5 + day
    seconds = ((days * 24 + hour) * 60 + minute) * 60 + second
    parts[rows[fits]] = np.where(timed, seconds, days)[fits]


def without_lists(pairs: Ints, commas: Flags, sizes: Ints) -> Ints:
    """Those pairs that are of one number: `1,2,3` is a list, unlike `1,234,567`.

    `pairs` is the index of each number that a point or comma and a number follow at once, `commas`
    tells which of those signs are commas.
    """
    if np.count_nonzero(commas) < 2:
        return pairs
    first = np.append(0, (np.diff(pairs) != 2).nonzero()[0] + 1)
    joints = np.diff(first, append=pairs.size)
    several = np.add.reduceat(commas, first, dtype=np.int64) > 1
    grouped = np.logical_and.reduceat(~commas | (sizes[pairs + 2] == _GROUP), first)
    listed = several & (~grouped | (joints > _MOST_JOINTS))
    return pairs[~(commas & listed.repeat(joints))]


def join_decimals(
    ends: Ints, sizes: Ints, values: Ints, parts: Ints, keep: Flags, pairs: Ints
) -> None:
    """`1.234,56` is one number: 123456, its parts but the first dropped.

    `pairs` is the index of each number that a point or comma and a number follow at once.
    """
    if not pairs.size:
        return
    joint = np.zeros(ends.size, np.bool_)
    joint[pairs] = True
    keep[pairs + 1] = keep[pairs + 2] = False
    heads = pairs[keep[pairs]]
    digits, part = sizes[heads], heads + 2
    while heads.size:
        size = sizes[part]
        digits += size
        fits = (digits <= LONGEST_VALUE).nonzero()[0]
        into = heads[fits]
        values[into] = values[into] * _TENS[size[fits]] + values[part[fits]]
        ends[heads] = ends[part]
        parts[heads] = parts[part]
        more = joint[part].nonzero()[0]
        heads, digits, part = heads[more], digits[more], part[more] + 2


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
    if not hexes.first.size:
        return
    joined = identifiers.within(hexes, ends.size)
    enumerator[joined] = number[joined] = False
    number[hexes.first] = True
    ends[hexes.first] = ends[hexes.last]
    values[hexes.first] = np.where(hexes.decimal, values[hexes.last], hexes.values)
    parts[hexes.first] = hexes.values
    joined[hexes.first] = False
    keep[joined] = False


def join_stamps(
    codes: Ints, starts: Ints, ends: Ints, number: Flags, values: Ints, keep: Flags
) -> Ints:
    """`12:59:59` and `31/12/1920` are one number each: seconds or parts, days of months of 31."""
    rows = keep.nonzero()[0]
    mark = codes[starts[rows]]
    near = ends[rows[:-1]] == starts[rows[1:]]
    counts = number[rows]
    joint = (counts[:-2] & counts[2:] & near[:-1] & near[1:]).nonzero()[0]
    between = mark[joint + 1]
    stamps = [rows[:0]]
    for sign, three in ((":", True), (":", False), ("/", True), ("-", True)):
        heads = joint[between == ord(sign)]
        if not heads.size:
            continue
        if three:
            heads = heads[:-1][heads[1:] == heads[:-1] + 2]
        if not heads.size:
            continue
        # `1:2:3:4` is none, and `2:3` in `1:2:3` has been taken.
        heads = heads[(heads < 1) | (mark[heads - 1] != ord(sign)) | ~near[heads - 1]]
        heads = heads[keep[rows[heads + 2]]]
        a, b = values[rows[heads]], values[rows[heads + 2]]
        if sign == ":":
            whole = a * 60 + b
            if three:  # `59,083` has been read as 59083
                last = rows[heads + 4]
                decimals = np.clip(ends[last] - starts[last] - 3, 0, 9)
                whole = whole * 60 * _TENS[decimals] + values[last]
        else:
            c = values[rows[heads + 4]]
            year, month, day = np.where(a > 31, a, c), b, np.where(a > 31, c, a)
            month, day = np.where(month > 12, day, month), np.where(month > 12, month, day)
            whole = (year * 12 + month) * 31 + day
            dated = (month <= 12) & (day <= 31)
            heads, whole = heads[dated], whole[dated]
        values[rows[heads]] = whole
        last = 4 if three else 2
        keep[rows[heads[:, None] + np.arange(1, last + 1)]] = False
        ends[rows[heads]] = ends[rows[heads + last]]
        stamps.append(rows[heads])
    return np.concatenate(stamps)


def single_letters(
    lower: Ints, starts: Ints, sizes: Ints, letter: Flags, values: Ints, others: Ints
) -> Flags:
    """Which symbols are single letters, of any script, which may count; fills in their values."""
    enumerator = np.zeros(starts.size, np.bool_)
    rows = (letter & (sizes == 1)).nonzero()[0]
    values[rows], others[rows] = enumerators.read_letters(lower[starts[rows]])
    enumerator[rows] = True
    return enumerator


def count_words(folded: Hashes, values: Ints, parts: Ints, enumerator: Flags) -> tuple[Ints, Ints]:
    """Roman numerals, months, weekdays and numbers in words count as well.

    Returns which of them may be a part of a number of several words, and of what kind.
    """
    rows = _perhaps_known.take((folded & _LOW).view(np.int64)).nonzero()[0]
    if not rows.size:
        return rows, rows
    hashes = folded[rows]
    at = _known_hashes.searchsorted(hashes)
    known = (_known_hashes[at] == hashes).nonzero()[0]
    rows, at = rows[known], at[known]
    values[rows], parts[rows] = _known_values[at], _known_others[at]
    enumerator[rows] = True
    kinds = _known_kinds[at]
    part = kinds.nonzero()[0]
    return rows[part], kinds[part]


def _roman_numerals() -> dict[str, int]:
    """Those of two to fifteen letters."""
    words = ["m" * thousands for thousands in range(16)]
    for one, five, ten in ("cdm", "xlc", "ivx"):
        up_to_four = ("", one, one * 2, one * 3, one + five)
        digits = (*up_to_four, *(five + digit for digit in up_to_four[:4]), one + ten)
        words = [word + digit for word in words for digit in digits]
    return {word: value for value, word in enumerate(words) if 1 < len(word) < 16}


def _sorted(words: dict[str, tuple[int, int, int]]) -> tuple[Hashes, Ints]:
    """Hashes of words in ascending order; value, other value and kind of each [3, words].

    The largest of hashes, last, is of no word, so that a place can be looked up for any hash.
    """
    hashes = np.append(enumerators.hash_words(words), _NO_WORD)
    order = np.argsort(hashes)
    return hashes[order], np.array([*words.values(), (0, 0, 0)]).T[:, order]


def _known_words() -> dict[str, tuple[int, int, int]]:
    """Two readings: `dix` is a Roman numeral too, and `segunda` a day."""
    roman = _roman_numerals()
    first = roman | PLACES
    words = {
        word: (first.get(word, value), value, KINDS.get(word, 0))
        for word, value in VALUES.items()
        if word in KINDS or word not in roman
    }
    return {word: (value, value, 0) for word, value in first.items()} | words


_LOW, _NO_WORD = np.uint64(0xFFFFF), np.uint64(2**64 - 1)
_known_hashes, (_known_values, _known_others, _known_kinds) = _sorted(_known_words())
_perhaps_known = np.zeros(int(_LOW) + 1, np.bool_)
_perhaps_known[_known_hashes[:-1] & _LOW] = True
