"""What counts in ways that no table knows: rows equal but for one part that goes round.

Whatever numbers are written in, words of any language, letters or figures of any base, one end of
the part that changes comes round again after as many rows as the base has figures, while the other
end stays: the wheels of an odometer. Names, amounts and readings of honest rows do not go round.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from dharma_pl.functional.characters import Flags, Ints
from dharma_pl.functional.lags import stretches

_SENTENCE_ENDS = (". ", "; ", ", ", "。", "</td>", "</th>", "</tr>", "</li>")
_SHORTEST_SENTENCE = 8
_ROWS_A_COPY = 4
_PLACES = (0, 0.06, 0.12, 0.25)  # of a row, from either end, at which it is compared at first
_EDGE = 2  # characters that such places are from the end of a row at most, where several are a copy
_LONGEST_COPY = 600
# From the first to the last place where a copy changes: characters, and share of it, where a
# numeral is written once or twice.
_LONGEST, _MOST = (40, 120), (0.5, 0.85)
_LONGEST_WHEEL = 40  # copies until it comes round; an alphabet has fewer letters
_ROUND = 8  # copies that must have come round
_ENOUGH = 512  # copies that are looked at
_COMES_ROUND, _MOVES, _STAYS = 0.8, 0.8, 0.5  # shares of copies
_FAST = (1, 2, 3)  # characters of the end that comes round
_DIFFER, _LETTERS = 0.95, 3  # share of parts that occur once, and different letters in them
_DOUBT = math.log(1e-4)  # that it comes round by chance
_TAG = re.compile(r"<[^<>]*>")
_MARK = re.compile(r"[\[\](){}<>\"“”«»=:;,|/\\*#@$%&+_~→]")  # none that numerals have
_WRITTEN = (r"[^\W_]", r"[^\W\d_]")  # with digits, and without, as in the `AX` of `AX1`
_WORD = re.compile(r"[^\W\d_]{3}|[\u3041-\u9fff\uac00-\ud7a3]{2}")


class Copies(NamedTuple):
    """Rows that count: where each begins, and where the last ends."""

    starts: tuple[int, ...]
    end: int


def odometer(text: str, codes: Ints, least: int, least_bare: int) -> Copies | None:
    r"""The longest stretch of rows, or of sentences in a row, equal but for a part that goes round.

    Args:
        text: any string.
        codes: its code points. [characters]
        least: copies that it must have.
        least_bare: the same where there is no word beside what changes.

    >>> rows = "".join(f"Item {a}{b}, em branco\n" for a in "xyz" for b in "qwertyuiop")
    >>> found = odometer(rows, np.array([ord(char) for char in rows]), 20, 100)
    >>> len(found.starts), found.starts[:2], found.end
    (30, (0, 19), 570)
    """
    breaks = (codes == ord("\n")).nonzero()[0]
    starts, ends = np.append(0, breaks + 1), np.append(breaks, codes.size)
    sizes = ends - starts
    rows = sizes > 0
    found: list[Copies] = []
    if np.count_nonzero(rows) >= least:
        found += _stretches(text, codes, starts[rows], ends[rows], (least, least_bare))
    for row in (sizes >= least * _SHORTEST_SENTENCE).nonzero()[0].tolist():
        first, last = int(starts[row]), int(ends[row])
        for sign in _SENTENCE_ENDS:
            if text.count(sign, first, last) >= least - 1:
                places = [m.end() for m in re.finditer(re.escape(sign), text[first:last])]
                bounds = first + np.array([0, *places])
                bounds = np.append(bounds[bounds < last], last)
                found += _stretches(text, codes, bounds[:-1], bounds[1:], (least, least_bare))
    return max(found, key=lambda copies: copies.end - copies.starts[0], default=None)


def _stretches(
    text: str, codes: Ints, starts: Ints, ends: Ints, least: tuple[int, int]
) -> Iterator[Copies]:
    """Those among rows, given by their first characters and one past their last [rows]."""
    for each in range(1, min(_ROWS_A_COPY, starts.size // least[0]) + 1):
        alike = _perhaps_alike(codes, starts, ends, each)
        runs = stretches(alike)
        for start, stop in runs[runs[:, 1] - runs[:, 0] >= each * (least[0] - 1)].tolist():
            # Whole copies, the last one with the last row.
            bounds = range(stop + each, start - 1, -each)[::-1]
            places = [int(starts[i]) for i in bounds[:-1]]
            copies = [text[starts[i] : ends[j - 1]] for i, j in pairwise(bounds)]
            yield from _counting(text, places, copies, least)


def _perhaps_alike(codes: Ints, starts: Ints, ends: Ints, each: int) -> Flags:
    """Whether rows begin, or end, like those so many rows on: by a few of their characters."""
    least = np.minimum((ends - starts)[:-each], (ends - starts)[each:])
    begin, end = np.ones((2, least.size), np.bool_)
    for share in _PLACES:
        place = (least * share).astype(np.int64)
        if each > 1:
            place = np.minimum(place, _EDGE)
        begin &= codes[starts[:-each] + place] == codes[starts[each:] + place]
        end &= codes[ends[:-each] - 1 - place] == codes[ends[each:] - 1 - place]
    alike: Flags = begin | end
    return alike


def _counting(
    text: str, places: list[int], copies: list[str], least: tuple[int, int]
) -> Iterator[Copies]:
    """Those stretches of copies that are equal but for a short part, and of which that counts."""
    stop = len(copies)
    while stop >= least[0]:
        first, left, right = _alike(copies, stop)
        last = copies[stop - 1]
        enough = stop - first >= least[0]
        if enough and stop - first >= least[not _says_something(last, left, right)]:
            numerals = _numerals(copies[first:stop][-_ENOUGH:], left, right)
            if goes_round(numerals):
                end = places[stop - 1] + len(last)
                yield Copies(tuple(places[first:stop]), _with_last(text, end, copies[first]))
        # The last copy may be cut within what all others end in.
        stop = stop - 1 if stop == len(copies) else min(first + 1, stop - 1)


def _alike(copies: list[str], stop: int) -> tuple[int, int, int]:
    """First of the copies up to `stop` with short parts alone between equal characters.

    And how many those are on the left and on the right.
    """
    last = copies[stop - 1]
    left = right = size = len(last)
    first = stop - 1
    while first > 0:
        copy = copies[first - 1]
        most = min(left, len(copy))
        before = _equal(last[:most], copy[:most])
        most = min(right, len(copy) - before, len(last) - before)
        after = _equal(last[::-1][:most], copy[::-1][:most]) if most else 0
        shorter, longest = len(copy), size
        if shorter > longest:
            shorter, longest = longest, shorter
        longest -= before + after
        if longest > _LONGEST[0] or longest > shorter * _MOST[0]:
            if longest > _LONGEST[1] or longest > shorter * _MOST[1]:
                break
            if not _MARK.search(copy, before, len(copy) - after):
                break
        if len(copy) > _LONGEST_COPY:
            break
        left, right, first = before, after, first - 1
    return first, left, right


def _numerals(copies: list[str], left: int, right: int) -> list[str]:
    """The part of each copy that changes, if that is one numeral; what is written twice is one.

    With marks in it, it is no numeral but a pair: a name and what is said of it, say.
    """
    parts = [copy[left : len(copy) - right] for copy in copies]
    if not any(map(_MARK.search, parts)):
        return parts
    whole = [_whole(copy, left, len(copy) - right) for copy in copies]
    for written in _WRITTEN:
        firsts = [re.match(rf"(?:0x)?({written}+)", part) for part in whole]
        numerals = [found[1] if found else "" for found in firsts]
        if not all(numerals) or not goes_round(numerals):
            continue
        rests = {
            re.sub(rf"(?<!{written})(?:0x)?{re.escape(numeral)}(?!{written})", "#", part)
            for part, numeral in zip(whole, numerals, strict=True)
        }
        if len(rests) == 1:
            return numerals
    return []


def _whole(copy: str, left: int, right: int) -> str:
    """What changes, with the rest of the words or numbers that it begins and ends in."""
    while left and copy[left - 1].isalnum():
        left -= 1
    while right < len(copy) and copy[right].isalnum():
        right += 1
    return copy[left:right]


def _equal(one: str, other: str) -> int:
    """Characters in which two strings of one length begin alike."""
    if one == other:
        return len(one)
    low, high = 0, len(one)
    while high - low > 1:
        middle = (low + high) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle
    return low


def _says_something(copy: str, left: int, right: int) -> bool:
    """Whether there is a word in what stays."""
    stays = copy[:left] + " " + copy[len(copy) - right :]
    return _WORD.search(_TAG.sub(" ", stays)) is not None


def _with_last(text: str, end: int, copy: str) -> int:
    """The end, or that of the text where there is no more than a part of a copy after it."""
    return len(text) if len(text) - end <= len(copy) else end


def goes_round(parts: Sequence[str]) -> bool:
    """Whether one end of the parts comes round, and the other stays meanwhile.

    >>> tens, units = ("vin", "trin", "quaren"), "um dois tres quatro cinco seis sete oito".split()
    >>> goes_round([f"{ten}ta e {unit}" for ten in tens for unit in units])
    True
    """
    # What counts in digits alone is known, unless they are binary and too many to be read, and so
    # are the times at which things are measured.
    letters = {"".join(filter(str.isalpha, part)) for part in parts}
    known = len(letters) < _LETTERS and not set("".join(parts)) <= {"0", "1"}
    if known or not parts or len(set(parts)) < _DIFFER * len(parts):
        return False
    first, last = [part[:1] for part in parts], [part[-1:] for part in parts]
    return any(
        _wheels([part[-size:] for part in parts], first)
        or _wheels([part[:size] for part in parts], last)
        for size in _FAST
    )


def _wheels(fast: list[str], slow: list[str]) -> bool:
    pairs = len(fast) - 1
    if sum(a == b for a, b in pairwise(slow)) < _STAYS * pairs:
        return False
    if sum(a != b for a, b in pairwise(fast)) < _MOVES * pairs:
        return False
    chance = sum(often**2 for often in Counter(fast).values()) / len(fast) ** 2
    for round_ in range(2, min(_LONGEST_WHEEL, len(fast) - _ROUND) + 1):
        again = len(fast) - round_
        same = sum(a == b for a, b in zip(fast, fast[round_:], strict=False))
        if same >= _COMES_ROUND * again and same * math.log(chance) < _DOUBT:
            return True
    return False
