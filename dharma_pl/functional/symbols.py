"""What the symbols of a text say: which are alike, which count, and how far.

Everything here is array work on code points: a few passes, whatever the text.
"""

from typing import NamedTuple

import numpy as np

from dharma_pl.functional import enumerators, identifiers, numerals
from dharma_pl.functional.characters import (
    ANGLE,
    BLANK,
    CJK,
    DIGIT,
    LETTER,
    Classes,
    Flags,
    Hashes,
    Ints,
    class_of,
    hash_of,
    lower_of,
)
from dharma_pl.functional.units import letter_by_letter, open_tags, read

NUMBER, ENUMERATOR = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
STAMP = np.uint64(0xD6E8FEB86659FD93)
_ESCAPES = np.zeros(128, np.bool_)
_ESCAPES[[ord(char) for char in "nrt"]] = True


class Symbols(NamedTuple):
    """The symbols of a text, white space apart, ready to be compared.

    Attributes:
        folded: hash after folding case; all numbers are one, and so are all enumerators (single
            letters and labels, numerals and names of numbers). Equal marks in a row count once.
            [folded]
        starts: first character of each, the space before it aside. [folded]
        ends: one past its last character. [folded]
        values: of numbers and enumerators; a single letter counts from a = 1. [folded]
        others: another reading: single letters that are Roman numerals count as such, `segunda`
            as the second, and `3.10` as the tenth of three. [folded]
        numeric: numbers and enumerators. [folded]
        content: words, numbers and CJK characters; not tags, not marks. [folded]
        codes: code points, case folded. [characters]
        raw: code points as written. [characters]
        exact_starts: first character of each symbol as written; white space counts here. [all]
    """

    folded: Hashes
    starts: Ints
    ends: Ints
    values: Ints
    others: Ints
    numeric: Flags
    content: Flags
    codes: Ints
    raw: Ints
    exact_starts: Ints

    @property
    def exact(self) -> Hashes:
        """Hash of each as written, in order, white space too; computed on demand [all]."""
        sizes = np.diff(self.exact_starts, append=self.raw.size)
        return hash_of(self.raw, self.exact_starts, sizes)


def symbols(text: str, *, squeeze: bool = True) -> Symbols:
    """Read a text, any string; lone surrogates are marks.

    Args:
        text: the text.
        squeeze: whether equal marks in a row count once, as in rows of dots.

    >>> symbols("Item 7 .... 12,50").values.tolist()
    [0, 7, 0, 1250]
    """
    codes, whole = read(text)
    written = letter_by_letter(whole)
    opened, inside = open_tags(codes, written) if "<" in text else (written, None)
    rows = (opened.kinds > BLANK).nonzero()[0]
    starts, ends = (opened.starts + opened.spaced).take(rows), opened.ends.take(rows)
    kinds = opened.kinds.take(rows)
    if "\\" in text:
        _skip_escapes(codes, starts, kinds)
    sizes = ends - starts
    lower = lower_of.take(codes)
    folded = hash_of(lower, starts, sizes)
    numeric, content, values, others, keep = _fold(
        codes, lower, folded, starts, ends, sizes, kinds, written is not whole, _has_geresh(text)
    )
    if inside is not None:
        content &= ~inside[starts]
    if squeeze:
        keep[1:] &= (folded[1:] != folded[:-1]) | (kinds[1:] > ANGLE)
    rows = keep.nonzero()[0]
    return Symbols(
        folded.take(rows),
        starts.take(rows),
        ends.take(rows),
        values.take(rows),
        others.take(rows),
        numeric.take(rows),
        content.take(rows),
        lower,
        codes,
        written.starts,
    )


def _has_geresh(text: str) -> bool:
    return not text.isascii() and ("\u05f3" in text or "\u05f4" in text)


def _skip_escapes(codes: Ints, starts: Ints, kinds: Classes) -> None:
    r"""The word in `\ndois` is `dois`: in the strings of JSON a line may end so."""
    slashes = (codes[:-1] == ord("\\")).nonzero()[0]
    slashes = slashes[_ESCAPES[np.minimum(codes[slashes + 1], 127)]]
    if not slashes.size:
        return
    at = np.searchsorted(starts, slashes + 1)
    at = at[at < starts.size]
    at = at[(kinds[at] == LETTER) & (codes[starts[at] - 1] == ord("\\"))]
    left = starts[at] + 1
    longer = left < np.append(starts[1:], codes.size)[at]
    longer[longer] = class_of[codes[left[longer]]] == LETTER
    starts[at[longer]] = left[longer]


def _fold(
    codes: Ints,
    lower: Ints,
    folded: Hashes,
    starts: Ints,
    ends: Ints,
    sizes: Ints,
    kinds: Classes,
    endless: bool,
    hebrew: bool,
) -> tuple[Flags, Flags, Ints, Ints, Flags]:
    """Numbers with their separators become one symbol, enumerators another.

    `endless` tells whether there are words taken apart into letters, `hebrew` whether numerals
    may be of Hebrew letters.

    Fills in `folded` and `ends`; returns `numeric`, `content`, `values` and `others` of all
    symbols, and which are to be kept.
    """
    letter, number = kinds == LETTER, kinds == DIGIT
    near = starts[1:] == ends[:-1]
    # No two other kinds have this product.
    mixed = ((kinds[1:] * kinds[:-1] == LETTER * DIGIT) & near).nonzero()[0]
    hexes = None
    if mixed.size:
        hexes = identifiers.hexadecimals(codes, starts, ends, near, letter, number)
    values, parts, keep, stamps = _read_numbers(codes, starts, ends, sizes, number, near, hexes)
    word = letter
    if endless:  # their letters count nothing and say nothing each
        inner = letter[1:] & letter[:-1] & near
        word = letter.copy()
        word[1:] &= ~inner
        word[:-1] &= ~inner
    enumerator = numerals.single_letters(lower, starts, sizes, word, values, parts)
    named, roles = numerals.count_words(folded, values, parts, enumerator)
    label, places = identifiers.labels(codes, starts, sizes, word)
    if label.size:
        # `XIV.` is fourteen, not the 16480th of all labels.
        known = enumerator[label]
        if np.count_nonzero(known):
            other = (sizes[label] < 3) | ~known
            label, places, known = label[other], places[other], known[other]
        parts[label] = np.where(known, parts[label], places)
        values[label] = places
        enumerator[label] = True
    if hebrew:
        rows = identifiers.join_hebrew(codes, starts, ends, word, values, keep)
        parts[rows] = values[rows]
        enumerator[rows] = True
    enumerators.join_words(codes, folded, named, roles, starts, ends, values, parts, keep)
    if mixed.size:
        enumerators.drop_suffixes(folded, mixed, number, ends, keep)
    enumerators.drop_feira(folded, near, ends, keep)
    cjk = kinds == CJK
    if np.count_nonzero(cjk):
        enumerators.read_cjk(codes, cjk.nonzero()[0], starts, ends, values, parts, keep, enumerator)
    if hexes:
        numerals.join_hexadecimals(hexes, ends, sizes, number, enumerator, values, parts, keep)
    np.putmask(folded, number, NUMBER)
    np.putmask(folded, enumerator, ENUMERATOR)
    folded[stamps] = STAMP
    return number | enumerator, word | cjk | number, values, parts, keep


def _read_numbers(
    codes: Ints,
    starts: Ints,
    ends: Ints,
    sizes: Ints,
    number: Flags,
    near: Flags,
    hexes: identifiers.Hexadecimals | None,
) -> tuple[Ints, Ints, Flags, Ints]:
    """Values of all numbers, those of several parts joined; fills in `ends`.

    Returns `values`, `parts` and `keep` of all symbols, and which are stamps.
    """
    values = np.zeros(starts.size, np.int64)
    parts = numerals.read_numbers(codes, ends, sizes, number, values)
    keep = sizes > 0  # all of them
    # Numbers that one sign and another number follow at once.
    pairs = (number[:-2] & number[2:] & near[:-1] & near[1:]).nonzero()[0]
    stamps = days = pairs[:0]
    if pairs.size:
        signs = codes[starts[pairs + 1]]
        dotted = signs == ord(".")
        if np.count_nonzero(dotted) > 1:
            days = identifiers.dotted_dates(codes, starts, ends, sizes, values, pairs[dotted])
        if days.size:
            turned = (sizes[days] == 4) * 4  # the year first
            dates = values[days + 4 - turned] * 12 + values[days + 2]
            dates = dates * 31 + values[days + turned]
        decimal = dotted | (signs == ord(","))
        joint = numerals.without_lists(pairs[decimal], ~dotted[decimal], sizes)
        if hexes:
            within = identifiers.within(hexes, number.size)
            joint = joint[~within[joint] & ~within[joint + 2]]
        numerals.join_decimals(ends, sizes, values, parts, keep, joint)
        if np.count_nonzero(decimal) < decimal.size:
            stamps = numerals.join_stamps(codes, starts, ends, number, values, keep)
        if days.size:
            values[days] = dates
            stamps = np.concatenate([stamps, days])
        parts[stamps] = values[stamps]
    return values, parts, keep, stamps


def counts_to_bound(read: Symbols, start: int = 0, end: int | None = None) -> Flags:
    """Which numbers count towards a bound that they have not passed, as in `9/48`.

    Of the folded symbols `start` to `end` [end - start].
    """
    end = read.folded.size if end is None else end
    bounded = np.zeros(end - start, np.bool_)
    before = start + (read.folded[start + 1 : end + 1] == _SLASH).nonzero()[0]
    if not before.size:
        return bounded
    before = before[before + 2 < read.folded.size]
    first, last = read.values[before], read.values[before + 2]
    counts = read.numeric[before] & read.numeric[before + 2] & (first <= last)
    counts &= (first > 12) | (last < 1900)  # `9/2024` is a month
    counts &= last <= _LARGEST_BOUND
    bounded[before - start] = counts
    return bounded


_LARGEST_BOUND = 600  # instalments of fifty years
_SLASH = symbols("/").folded[0]
