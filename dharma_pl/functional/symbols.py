"""Text as symbols: words, numbers, tags, marks. No tokenizer has a say in them.

A symbol is a word of at most 16 letters, a number of at most 8 digits, one CJK character or
pictograph, one markup tag or one other character; one space before it belongs to it, further white space counts.

Everything here is array work on code points: a few passes, whatever the text.
"""

import re
import unicodedata
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dharma_pl.functional import identifiers
from dharma_pl.functional.calendar_names import PLACES

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]

LONGEST_TAG = 100
_LETTERS, _DIGITS = 16, 8  # a symbol holds so many
_LONGEST_VALUE = 18  # digits of a number that fits an int64
_SPACE, _BLANK, _LETTER, _DIGIT, _MARK, _CJK, _TAG = range(1, 8)
_CJK_RANGES = ((0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7AF))
_PICTOGRAPHS = 0x1F000
_OPENING = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)(?=[\s>])[^<>/]*>")
# Elements without an end, and those whose end may be left out (HTML standard, 13.1.2).
_MAY_STAY_OPEN = frozenset(
    "area base br col embed hr img input link meta source track wbr "
    "li dt dd p rt rp option optgroup colgroup caption thead tbody tfoot tr td th".split()
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}

# Class, case-folded code and digit value of each code point; filled when one is first seen.
_classes = np.zeros(0x110000, np.uint8)
_folded = np.zeros(0x110000, np.uint32)
_digits = np.zeros(0x110000, np.uint8)
_roman_digits = np.zeros(128, np.int64)
_roman_digits[[ord(char) for char in _ROMAN]] = list(_ROMAN.values())
# Odd multipliers, one a position in a symbol, for its hash.
_POWERS = np.random.default_rng(7).integers(1, 2**63, LONGEST_TAG + 2, np.uint64) * 2 + 1
_POWERS = _POWERS.astype(np.uint64)
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
    codes: NDArray[np.integer]


def count_symbols(text: str) -> int:
    """Length of a text in symbols.

    >>> count_symbols("<td>Feijão 12,50</td>")
    6
    """
    if not text:
        return 0
    starts, classes, lengths = _units(_codes(text))
    kinds, words = classes[starts + lengths - 1], lengths - _spaced(starts, classes, lengths)
    extra = (kinds == _LETTER) * ((words - 1) // _LETTERS)
    extra += (kinds == _DIGIT) * ((words - 1) // _DIGITS)
    return int(starts.size + extra.sum())


def columns(text: str) -> int:
    """Width of a short text on a terminal: CJK characters and pictographs take two columns.

    >>> columns("sal"), columns("塩")
    (3, 2)
    """
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def starts_of(text: str, last: int = 0) -> list[int]:
    """First character of each symbol of a short text, or of its last few alone.

    >>> starts_of("Feijão 12,50")
    [0, 6, 9, 10]
    """
    if not text:
        return []
    starts, classes, lengths = _units(_codes(text))
    starts, lengths = starts[-last:], lengths[-last:]
    kinds = classes[starts + lengths - 1].tolist()
    spaces = _spaced(starts, classes, lengths).tolist()
    found = []
    for start, size, kind, space in zip(
        starts.tolist(), lengths.tolist(), kinds, spaces, strict=True
    ):
        step = {_LETTER: _LETTERS, _DIGIT: _DIGITS}.get(kind, size)
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
    codes = _codes(text)
    starts, classes, lengths = _units(codes)
    starts, lengths = _letter_by_letter(starts, classes, lengths)
    exact, exact_starts = _hash(codes, starts, lengths), starts
    starts, classes, lengths, inside = _open_tags(codes, starts, classes, lengths)
    kinds = classes[starts + lengths - 1]
    spaced = _spaced(starts, classes, lengths)
    keep = kinds > _BLANK
    begins, sizes, kinds = (starts + spaced)[keep], (lengths - spaced)[keep], kinds[keep]
    lower = _folded[codes]
    folded = _hash(lower, begins, sizes)
    read = _fold(codes, exact, exact_starts, folded, begins, sizes, kinds, squeeze)
    read = read._replace(codes=lower)
    if inside is None:
        return read
    return read._replace(content=read.content & ~inside[read.starts])


def _codes(text: str) -> Ints:
    """Code points; learns those that were never seen."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
    unknown = _classes[codes] == 0
    if unknown.any():
        for code in np.unique(codes[unknown]).tolist():
            char = chr(code)
            _folded[code] = ord(char.casefold()[0])
            _digits[code] = int(char) if char.isdecimal() else 0
            _classes[code] = _class_of(char)
    return codes


def _class_of(char: str) -> int:
    if char == " ":
        return _SPACE
    if char.isspace():
        return _BLANK
    if char.isdecimal():
        return _DIGIT
    if any(low <= ord(char) <= high for low, high in _CJK_RANGES) or _is_pictograph(char):
        return _CJK
    return _LETTER if char.isalnum() else _MARK


def _is_pictograph(char: str) -> bool:
    wide = unicodedata.east_asian_width(char) == "W" and unicodedata.category(char) == "So"
    return ord(char) >= _PICTOGRAPHS or wide


def _units(codes: Ints) -> tuple[Ints, NDArray[np.uint8], Ints]:
    """Starts, class of every character, and lengths, of symbols of any length."""
    classes = _classes[codes]
    tags = _tags(codes)
    if tags.size:
        edges = np.concatenate([[0], tags.ravel(), [codes.size]])
        inside = np.repeat(np.arange(edges.size - 1) % 2 == 1, np.diff(edges))
        classes = np.where(inside, _TAG, classes).astype(np.uint8)
    begins = _begins(classes)
    if tags.size:
        begins[tags[:, 0]] = (tags[:, 0] == 0) | (classes[tags[:, 0] - 1] != _SPACE)
    starts = np.flatnonzero(begins)
    return starts, classes, _lengths(starts, codes.size)


def _lengths(starts: Ints, size: int) -> Ints:
    lengths = np.empty_like(starts)
    lengths[:-1] = starts[1:] - starts[:-1]
    lengths[-1:] = size - starts[-1:]
    return lengths


def _tags(codes: Ints) -> Ints:
    """First and one past the last character of each markup tag [tags, 2]."""
    edges = np.flatnonzero((codes == ord("<")) | (codes == ord(">")))
    if edges.size < 2:
        return np.zeros((0, 2), np.int64)
    left, right = edges[:-1], edges[1:]
    name = left + 1 + (codes[left + 1] == ord("/"))
    letter = codes[np.minimum(name, codes.size - 1)] | 32
    ok = (codes[left] == ord("<")) & (codes[right] == ord(">")) & (letter >= ord("a"))
    ok &= (letter <= ord("z")) & (name < right) & (right - name <= LONGEST_TAG - 3)
    return np.stack([left[ok], right[ok] + 1], 1)


def _spaced(starts: Ints, classes: NDArray[np.uint8], lengths: Ints) -> Ints:
    spaced: Ints = ((classes[starts] == _SPACE) & (lengths > 1)).astype(np.int64)
    return spaced


def _open_tags(
    codes: Ints, starts: Ints, classes: NDArray[np.uint8], lengths: Ints
) -> tuple[Ints, NDArray[np.uint8], Ints, Flags | None]:
    """Tags with numbers in their attributes taken apart, so that what counts in them shows.

    The flags tell which characters are inside of those tags; None where there are none.
    """
    tags = np.flatnonzero(classes[starts + lengths - 1] == _TAG)
    if not tags.size:
        return starts, classes, lengths, None
    raw = _classes[codes]
    ends = starts[tags] + lengths[tags]
    figures = np.concatenate([[0], np.cumsum((raw == _DIGIT) & (classes == _TAG))])
    signs = np.concatenate([[0], np.cumsum(codes == ord("="))])
    begins = starts[tags]
    tags = tags[(figures[ends] > figures[begins]) & (signs[ends] > signs[begins])]
    if not tags.size:
        return starts, classes, lengths, None
    opened = np.zeros(starts.size, np.bool_)
    opened[tags] = True
    inside = np.repeat(opened, lengths) & (classes == _TAG)
    classes = np.where(inside, raw, classes)
    split = _begins(classes) & inside
    split[starts] = True
    # The space before a tag stays with its first mark.
    first = starts[tags] + 1
    split[first] &= raw[first - 1] != _SPACE
    starts = np.flatnonzero(split)
    return starts, classes, _lengths(starts, codes.size), inside


def _begins(classes: NDArray[np.uint8]) -> Flags:
    """Which characters begin a symbol."""
    begins = np.ones(classes.size, np.bool_)
    long = (classes == _LETTER) | (classes == _DIGIT) | (classes == _TAG)
    begins[1:] = (classes[1:] != classes[:-1]) | ~long[1:]
    # A space belongs to what follows it.
    begins[1:] &= (classes[:-1] != _SPACE) | (classes[1:] <= _BLANK)
    return begins


def _letter_by_letter(starts: Ints, classes: NDArray[np.uint8], lengths: Ints) -> tuple[Ints, Ints]:
    """Endless words and numbers taken apart, so that what repeats in them shows."""
    kinds = classes[starts + lengths - 1]
    words = lengths - _spaced(starts, classes, lengths)
    long = ((kinds == _LETTER) & (words > _LETTERS)) | (
        (kinds == _DIGIT) & (words > _LONGEST_VALUE)
    )
    if not long.any():
        return starts, lengths
    begins = np.repeat(long, lengths)
    begins[starts] = True
    follows = starts[long & (words < lengths)] + 1
    begins[follows] = False  # its space stays with the first letter
    starts = np.flatnonzero(begins)
    return starts, _lengths(starts, begins.size)


def _hash(codes: NDArray[np.integer], starts: Ints, lengths: Ints) -> Hashes:
    """One hash a symbol; equal symbols have equal ones."""
    if not starts.size:
        return np.zeros(0, np.uint64)
    short = np.minimum(lengths, LONGEST_TAG + 2)
    ends = np.cumsum(short)
    begins = ends - short
    within = np.arange(ends[-1]) - np.repeat(begins, short)
    if starts.size > 1 or starts[0] > 0 or short[0] != codes.size:
        codes = codes[np.repeat(starts, short) + within]
    mixed = codes.astype(np.uint64) * _POWERS[within]
    return mix(np.add.reduceat(mixed, begins) + short.astype(np.uint64))


def mix(values: Hashes) -> Hashes:
    """Spread the bits (the finalizer of SplitMix64, Steele et al., 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _fold(
    codes: Ints,
    exact: Hashes,
    exact_starts: Ints,
    folded: Hashes,
    starts: Ints,
    sizes: Ints,
    kinds: NDArray[np.uint8],
    squeeze: bool,
) -> Symbols:
    """Numbers with their separators become one symbol, enumerators another; marks once a row."""
    ends = starts + sizes
    number = kinds == _DIGIT
    values = np.zeros(starts.size, np.int64)
    _read_numbers(codes, ends, sizes, number, values)
    parts = values.copy()
    keep = np.ones(starts.size, np.bool_)
    letter = kinds == _LETTER
    hexes = identifiers.hexadecimals(codes, starts, ends, letter, number)
    days = identifiers.dotted_dates(codes, starts, ends, sizes, number, values)
    if days.size:
        date = (values[days + 4] * 12 + values[days + 2]) * 31 + values[days]
    decimal = number if hexes is None else number & ~_within(hexes, number.size)
    _join_decimals(codes, starts, ends, sizes, decimal, values, parts, keep)
    stamp = _join_stamps(codes, starts, ends, number, values, keep)
    if days.size:
        values[days] = date
        stamp = np.concatenate([stamp, days])
    parts[stamp] = values[stamp]
    # Letters of an endless word count nothing and say nothing each.
    inner = np.zeros(starts.size + 1, np.bool_)
    inner[1:-1] = (kinds[1:] == _LETTER) & (kinds[:-1] == _LETTER) & (starts[1:] == ends[:-1])
    inner = inner[1:] | inner[:-1]
    enumerator = _enumerators(codes, starts, sizes, np.where(inner, _MARK, kinds), values, parts)
    label, places = identifiers.labels(codes, starts, sizes, letter & ~inner)
    # `XIV.` is fourteen, not the 16480th of all labels.
    other = (sizes[label] < 3) | ~enumerator[label]
    label, places = label[other], places[other]
    parts[label] = np.where(enumerator[label], parts[label], places)
    values[label] = places
    enumerator[label] = True
    _count_names(folded, values, parts, enumerator)
    if hexes:
        _join_hexadecimals(hexes, ends, sizes, number, enumerator, values, parts, keep)
    folded = np.where(number, NUMBER, folded)
    folded[enumerator] = ENUMERATOR
    folded[stamp] = STAMP
    if squeeze:
        keep[1:] &= (folded[1:] != folded[:-1]) | (kinds[1:] != _MARK)
    return Symbols(
        exact,
        exact_starts,
        folded[keep],
        starts[keep],
        ends[keep],
        values[keep],
        parts[keep],
        (number | enumerator)[keep],
        (((kinds == _LETTER) & ~inner) | (kinds == _CJK) | number)[keep],
        codes,
    )


def _read_numbers(codes: Ints, ends: Ints, sizes: Ints, number: Flags, values: Ints) -> None:
    """Fill in the values of all numbers, a digit at a time."""
    rows = np.flatnonzero(number)
    place = 1
    for digit in range(_LONGEST_VALUE):
        rows = rows[sizes[rows] > digit]
        if not rows.size:
            return
        values[rows] += _digits[codes[ends[rows] - 1 - digit]].astype(np.int64) * place
        place *= 10


def _join_decimals(
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
    heads = np.flatnonzero(joint)
    keep[heads + 1] = keep[heads + 2] = False
    heads = heads[keep[heads]]
    digits = np.zeros(starts.size, np.int64)
    digits[heads] = sizes[heads]
    part = heads + 2
    while heads.size:
        fits = digits[heads] + sizes[part] <= _LONGEST_VALUE
        values[heads[fits]] = values[heads[fits]] * 10 ** sizes[part[fits]] + values[part[fits]]
        digits[heads] += sizes[part]
        ends[heads] = ends[part]
        parts[heads] = parts[part]
        more = part < joint.size
        more[more] = joint[part[more]]
        heads, part = heads[more], part[more] + 2


def _join_hexadecimals(
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
    plain = np.flatnonzero(number & (parts == values))
    parts[plain] = identifiers.as_hexadecimal(values[plain], sizes[plain])
    joined = _within(hexes, ends.size)
    enumerator[joined] = number[joined] = False
    number[hexes.first] = True
    ends[hexes.first] = ends[hexes.last]
    values[hexes.first] = np.where(hexes.decimal, values[hexes.last], hexes.values)
    parts[hexes.first] = hexes.values
    joined[hexes.first] = False
    keep[joined] = False


def _within(hexes: identifiers.Hexadecimals, size: int) -> Flags:
    """Which symbols are part of a hexadecimal number."""
    turns = np.zeros(size + 1, np.int64)
    turns[hexes.first] += 1
    turns[hexes.last + 1] -= 1
    within: Flags = np.cumsum(turns[:-1]) > 0
    return within


def _join_stamps(
    codes: Ints, starts: Ints, ends: Ints, number: Flags, values: Ints, keep: Flags
) -> Ints:
    """`12:59:59` and `31/12/1920` are one number each: seconds, and days of months of 31."""
    rows = np.flatnonzero(keep)
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
        heads = np.flatnonzero(first)
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
    return np.concatenate(stamps)


def _enumerators(
    codes: Ints, starts: Ints, sizes: Ints, kinds: NDArray[np.uint8], values: Ints, romans: Ints
) -> Flags:
    """Which symbols may count something without digits; fills in their values."""
    first = _folded[codes[starts]].astype(np.int64)
    single = (kinds == _LETTER) & (sizes == 1) & (first >= ord("a")) & (first <= ord("z"))
    romans[single] = values[single] = first[single] - ord("a") + 1
    table = _roman_digits
    table_of = table[np.minimum(first, 127)]
    romans[single & (table_of > 0)] = table_of[single & (table_of > 0)]
    rows = np.flatnonzero((kinds == _LETTER) & (sizes > 1) & (sizes < 16) & (table_of > 0))
    last = np.minimum(_folded[codes[starts[rows] + sizes[rows] - 1]].astype(np.int64), 127)
    rows = rows[table[last] > 0]
    for place in range(1, 15):
        if not rows.size:
            break
        at = np.minimum(starts[rows] + np.minimum(place, sizes[rows] - 1), codes.size - 1)
        rows = rows[table[np.minimum(_folded[codes[at]].astype(np.int64), 127)] > 0]
    written = _read_romans(codes, starts, sizes, rows)
    rows = rows[written > 0]
    values[rows] = romans[rows] = written[written > 0]
    enumerator: Flags = single
    enumerator[rows] = True
    return enumerator


def _count_names(folded: Hashes, values: Ints, parts: Ints, enumerator: Flags) -> None:
    """Months and weekdays count as well."""
    rows = np.flatnonzero(_perhaps_named[folded & _LOW])
    at = np.searchsorted(_name_hashes, folded[rows])
    at[at == _name_hashes.size] = 0
    named = _name_hashes[at] == folded[rows]
    rows, at = rows[named], at[named]
    values[rows] = parts[rows] = _name_places[at]
    enumerator[rows] = True


def _read_romans(codes: Ints, starts: Ints, sizes: Ints, rows: Ints) -> Ints:
    """Values of words of Roman digits; 0 where it is no numeral, as in `mil` and `civil`."""
    known: dict[bytes, int] = {}
    values = np.zeros(rows.size, np.int64)
    for index, row in enumerate(rows.tolist()):
        word = codes[starts[row] : starts[row] + sizes[row]].astype(np.uint8).tobytes().lower()
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


def counts_to_bound(read: Symbols, start: int = 0, end: int | None = None) -> Flags:
    """Which numbers count towards a bound that they have not passed, as in `9/48`.

    Of the folded symbols `start` to `end` [end - start].
    """
    end = read.folded.size if end is None else end
    bounded = np.zeros(end - start, np.bool_)
    part = slice(start, end + 2)
    folded, numeric, values = read.folded[part], read.numeric[part], read.values[part]
    both = numeric[:-2] & numeric[2:] & (values[:-2] <= values[2:])
    slash = folded[1:-1] == _SLASH
    bounded[: slash.size] = slash & both
    return bounded


def is_filler(unit: str) -> bool:
    """Whether a unit says nothing: less than two different letters or nonzero digits, tags aside.

    Nor does one of which nine symbols in ten are marks and blanks, as in blank forms. Tags that
    open more than they close are no form, though: no page nests without end.

    >>> is_filler("<td>0,00</td>"), is_filler("Nome: " + "_" * 40), is_filler("um, ")
    (True, True, False)
    """
    # A run can start inside a tag; turn the unit until it does not.
    turn = max(unit.find("<"), 0)
    unit = unit[turn:] + unit[:turn]
    starts, classes, lengths = _units(_codes(unit))
    kinds = classes[starts + lengths - 1]
    letters = {char for char, kind in zip(unit, classes.tolist(), strict=True) if kind != _TAG}
    if len({char for char in letters if _says(char)}) < 2:
        return not _nests(unit)
    said = (kinds == _LETTER) | (kinds == _DIGIT) | (kinds == _CJK)
    return bool(said.sum() * 10 < kinds.size)


def _nests(unit: str) -> bool:
    """Whether it opens more elements than it closes, so that copies of it go ever deeper."""
    opened = [tag.lower() for tag in _OPENING.findall(unit)]
    return sum(tag not in _MAY_STAY_OPEN for tag in opened) > unit.count("</")


def _says(char: str) -> bool:
    return (char.isalnum() and char != "0") or _is_pictograph(char)


def _hash_names() -> tuple[Hashes, Ints]:
    names = np.concatenate([_hash(_folded[_codes(name)], np.array([0]), np.array([len(name)])) for name in PLACES])
    order = np.argsort(names)
    return names[order], np.array(list(PLACES.values()))[order]


_LOW = np.uint64(0xFFFF)
_name_hashes, _name_places = _hash_names()
_perhaps_named = np.zeros(0x10000, np.bool_)
_perhaps_named[_name_hashes & _LOW] = True
_SLASH = symbols("/").folded[0]
