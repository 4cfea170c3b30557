"""Text as symbols: words, numbers, tags, marks. No tokenizer has a say in them.

A symbol is a word of at most 16 letters, a number of at most 8 digits, one CJK character or
pictograph, one markup tag or one other character; one space before it belongs to it, further
white space counts.

Everything here is array work on code points: a few passes, whatever the text.
"""

from typing import NamedTuple

import numpy as np

from dharma_pl.functional import identifiers, numerals
from dharma_pl.functional.characters import (
    BLANK,
    CJK,
    DIGIT,
    LETTER,
    LONGEST_TAG,
    MARK,
    SPACE,
    TAG,
    Classes,
    Codes,
    Flags,
    Hashes,
    Ints,
    class_of,
    codes_of,
    hash_of,
    lower_of,
)

_LETTERS, _DIGITS = 16, 8  # a symbol holds so many
NUMBER, ENUMERATOR = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
STAMP = np.uint64(0xD6E8FEB86659FD93)


class Symbols(NamedTuple):
    """The symbols of a text, white space apart, ready to be compared.

    Attributes:
        exact: hash of each as written, in order; white space counts here. [all]
        exact_starts: first character of each of those. [all]
        folded: hash after folding case; all numbers are one, and so are all enumerators (single
            letters, Roman numerals). Equal marks in a row count once. [folded]
        starts: first character of each, the space before it aside. [folded]
        ends: one past its last character. [folded]
        values: of numbers and enumerators; a single letter counts from a = 1. [folded]
        others: another reading: single letters that are Roman numerals count as such, and `3.10`
            as the tenth of three. [folded]
        numeric: numbers and enumerators. [folded]
        content: words, numbers and CJK characters; not tags, not marks. [folded]
        codes: code points, case folded. [characters]
    """

    exact: Hashes
    exact_starts: Ints
    folded: Hashes
    starts: Ints
    ends: Ints
    values: Ints
    others: Ints
    numeric: Flags
    content: Flags
    codes: Codes


def count_symbols(text: str) -> int:
    """Length of a text in symbols.

    >>> count_symbols("<td>Feijão 12,50</td>")
    6
    """
    if not text:
        return 0
    starts, classes, lengths = units(codes_of(text))
    kinds, words = classes[starts + lengths - 1], lengths - _spaced(starts, classes, lengths)
    extra = (kinds == LETTER) * ((words - 1) // _LETTERS)
    extra += (kinds == DIGIT) * ((words - 1) // _DIGITS)
    return int(starts.size + extra.sum())


def starts_of(text: str, last: int = 0) -> list[int]:
    """First character of each symbol of a short text, or of its last few alone.

    >>> starts_of("Feijão 12,50")
    [0, 6, 9, 10]
    """
    if not text:
        return []
    starts, classes, lengths = units(codes_of(text))
    starts, lengths = starts[-last:], lengths[-last:]
    kinds = classes[starts + lengths - 1].tolist()
    spaces = _spaced(starts, classes, lengths).tolist()
    found = []
    for start, size, kind, space in zip(
        starts.tolist(), lengths.tolist(), kinds, spaces, strict=True
    ):
        step = {LETTER: _LETTERS, DIGIT: _DIGITS}.get(kind, size)
        found += [start, *range(start + space + step, start + size, step)]
    return found[-last:]


def symbols(text: str, *, squeeze: bool = True) -> Symbols:
    """Read a text, any string; lone surrogates are marks.

    Args:
        text: the text.
        squeeze: whether equal marks in a row count once, as in rows of dots.

    >>> symbols("Item 7 .... 12,50").values.tolist()
    [0, 7, 0, 1250]
    """
    codes = codes_of(text)
    starts, classes, lengths = units(codes)
    starts, lengths = _letter_by_letter(starts, classes, lengths)
    exact, exact_starts = hash_of(codes, starts, lengths), starts
    starts, classes, lengths, inside = _open_tags(codes, starts, classes, lengths)
    kinds = classes[starts + lengths - 1]
    spaced = _spaced(starts, classes, lengths)
    keep = kinds > BLANK
    begins, sizes, kinds = (starts + spaced)[keep], (lengths - spaced)[keep], kinds[keep]
    lower = lower_of[codes]
    folded = hash_of(lower, begins, sizes)
    read = _fold(codes, lower, exact, exact_starts, folded, begins, sizes, kinds, squeeze)
    if inside is None:
        return read
    return read._replace(content=read.content & ~inside[read.starts])


def units(codes: Ints) -> tuple[Ints, Classes, Ints]:
    """Starts, class of every character, and lengths, of symbols of any length."""
    classes = class_of[codes]
    tags = _tags(codes)
    if tags.size:
        edges = np.concatenate([[0], tags.ravel(), [codes.size]])
        inside = np.repeat(np.arange(edges.size - 1) % 2 == 1, np.diff(edges))
        classes = np.where(inside, TAG, classes).astype(np.uint8)
    begins = _begins(classes)
    if tags.size:
        begins[tags[:, 0]] = (tags[:, 0] == 0) | (classes[tags[:, 0] - 1] != SPACE)
    starts = begins.nonzero()[0]
    return starts, classes, _lengths(starts, codes.size)


def _lengths(starts: Ints, size: int) -> Ints:
    lengths = np.empty_like(starts)
    lengths[:-1] = starts[1:] - starts[:-1]
    lengths[-1:] = size - starts[-1:]
    return lengths


def _tags(codes: Ints) -> Ints:
    """First and one past the last character of each markup tag [tags, 2]."""
    edges = ((codes == ord("<")) | (codes == ord(">"))).nonzero()[0]
    if edges.size < 2:
        return np.zeros((0, 2), np.int64)
    left, right = edges[:-1], edges[1:]
    name = left + 1 + (codes[left + 1] == ord("/"))
    letter = codes[np.minimum(name, codes.size - 1)] | 32
    ok = (codes[left] == ord("<")) & (codes[right] == ord(">")) & (letter >= ord("a"))
    ok &= (letter <= ord("z")) & (name < right) & (right - name <= LONGEST_TAG - 3)
    return np.stack([left[ok], right[ok] + 1], 1)


def _spaced(starts: Ints, classes: Classes, lengths: Ints) -> Ints:
    spaced: Ints = ((classes[starts] == SPACE) & (lengths > 1)).astype(np.int64)
    return spaced


def _open_tags(
    codes: Ints, starts: Ints, classes: Classes, lengths: Ints
) -> tuple[Ints, Classes, Ints, Flags | None]:
    """Tags with numbers in their attributes taken apart, so that what counts in them shows.

    The flags tell which characters are inside of those tags; None where there are none.
    """
    tags = (classes[starts + lengths - 1] == TAG).nonzero()[0]
    if not tags.size:
        return starts, classes, lengths, None
    raw = class_of[codes]
    ends = starts[tags] + lengths[tags]
    figures = np.concatenate([[0], np.cumsum((raw == DIGIT) & (classes == TAG))])
    signs = np.concatenate([[0], np.cumsum(codes == ord("="))])
    begins = starts[tags]
    tags = tags[(figures[ends] > figures[begins]) & (signs[ends] > signs[begins])]
    if not tags.size:
        return starts, classes, lengths, None
    opened = np.zeros(starts.size, np.bool_)
    opened[tags] = True
    inside = np.repeat(opened, lengths) & (classes == TAG)
    classes = np.where(inside, raw, classes)
    split = _begins(classes) & inside
    split[starts] = True
    # The space before a tag stays with its first mark.
    first = starts[tags] + 1
    split[first] &= raw[first - 1] != SPACE
    starts = split.nonzero()[0]
    return starts, classes, _lengths(starts, codes.size), inside


def _begins(classes: Classes) -> Flags:
    """Which characters begin a symbol."""
    begins = np.ones(classes.size, np.bool_)
    long = (classes == LETTER) | (classes == DIGIT) | (classes == TAG)
    begins[1:] = (classes[1:] != classes[:-1]) | ~long[1:]
    # A space belongs to what follows it.
    begins[1:] &= (classes[:-1] != SPACE) | (classes[1:] <= BLANK)
    return begins


def _letter_by_letter(starts: Ints, classes: Classes, lengths: Ints) -> tuple[Ints, Ints]:
    """Endless words and numbers taken apart, so that what repeats in them shows."""
    kinds = classes[starts + lengths - 1]
    words = lengths - _spaced(starts, classes, lengths)
    long = ((kinds == LETTER) & (words > _LETTERS)) | (
        (kinds == DIGIT) & (words > numerals.LONGEST_VALUE)
    )
    if not long.any():
        return starts, lengths
    begins = np.repeat(long, lengths)
    begins[starts] = True
    follows = starts[long & (words < lengths)] + 1
    begins[follows] = False  # its space stays with the first letter
    starts = begins.nonzero()[0]
    return starts, _lengths(starts, begins.size)


def _fold(
    codes: Ints,
    lower: Codes,
    exact: Hashes,
    exact_starts: Ints,
    folded: Hashes,
    starts: Ints,
    sizes: Ints,
    kinds: Classes,
    squeeze: bool,
) -> Symbols:
    """Numbers with their separators become one symbol, enumerators another; marks once a row."""
    ends = starts + sizes
    number = kinds == DIGIT
    values = np.zeros(starts.size, np.int64)
    numerals.read_numbers(codes, ends, sizes, number, values)
    parts = values.copy()
    keep = np.ones(starts.size, np.bool_)
    letter = kinds == LETTER
    hexes = identifiers.hexadecimals(codes, starts, ends, letter, number)
    days = identifiers.dotted_dates(codes, starts, ends, sizes, number, values)
    if days.size:
        date = (values[days + 4] * 12 + values[days + 2]) * 31 + values[days]
    decimal = number if hexes is None else number & ~numerals.within(hexes, number.size)
    numerals.join_decimals(codes, starts, ends, sizes, decimal, values, parts, keep)
    stamp = numerals.join_stamps(codes, starts, ends, number, values, keep)
    if days.size:
        values[days] = date
        stamp = np.concatenate([stamp, days])
    parts[stamp] = values[stamp]
    # Letters of an endless word count nothing and say nothing each.
    inner = np.zeros(starts.size + 1, np.bool_)
    inner[1:-1] = (kinds[1:] == LETTER) & (kinds[:-1] == LETTER) & (starts[1:] == ends[:-1])
    inner = inner[1:] | inner[:-1]
    outer = np.where(inner, MARK, kinds)
    enumerator = numerals.enumerators(lower, starts, sizes, outer, values, parts)
    label, places = identifiers.labels(codes, starts, sizes, letter & ~inner)
    # `XIV.` is fourteen, not the 16480th of all labels.
    other = (sizes[label] < 3) | ~enumerator[label]
    label, places = label[other], places[other]
    parts[label] = np.where(enumerator[label], parts[label], places)
    values[label] = places
    enumerator[label] = True
    numerals.count_names(folded, values, parts, enumerator)
    if hexes:
        numerals.join_hexadecimals(hexes, ends, sizes, number, enumerator, values, parts, keep)
    folded = np.where(number, NUMBER, folded)
    folded[enumerator] = ENUMERATOR
    folded[stamp] = STAMP
    if squeeze:
        keep[1:] &= (folded[1:] != folded[:-1]) | (kinds[1:] != MARK)
    return Symbols(
        exact,
        exact_starts,
        folded[keep],
        starts[keep],
        ends[keep],
        values[keep],
        parts[keep],
        (number | enumerator)[keep],
        (((kinds == LETTER) & ~inner) | (kinds == CJK) | number)[keep],
        lower,
    )


def counts_to_bound(read: Symbols, start: int = 0, end: int | None = None) -> Flags:
    """Which numbers count towards a bound that they have not passed, as in `9/48`.

    Of the folded symbols `start` to `end` [end - start].
    """
    end = read.folded.size if end is None else end
    bounded = np.zeros(end - start, np.bool_)
    part = slice(start, end + 2)
    folded, numeric, values = read.folded[part], read.numeric[part], read.values[part]
    both = numeric[:-2] & numeric[2:] & (values[:-2] <= values[2:])
    both &= (values[:-2] > 12) | (values[2:] < 1900) | (values[2:] > 2100)  # `9/2024` is a month
    slash = folded[1:-1] == _SLASH
    bounded[: slash.size] = slash & both
    return bounded


_SLASH = symbols("/").folded[0]
