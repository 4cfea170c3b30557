"""Text as symbols: words, numbers, tags, marks. No tokenizer has a say in them.

A symbol is a word of at most 16 letters, a number of at most 8 digits, one CJK character or
pictograph, one markup tag or one other character; one space before it belongs to it, further
white space counts.

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
    LONGEST_TAG,
    SPACE,
    TAG,
    Classes,
    Flags,
    Hashes,
    Ints,
    class_of,
    classified,
    hash_of,
    lower_of,
)

_LETTERS, _DIGITS = 16, 8  # a symbol holds so many
_LONGEST_WORD = 32  # letters of a word that is read as one
# By kind: letters or digits of one symbol, as a power of two, of a word or number that is read as a
# whole, and of one that is a single symbol whatever the reading.
_HOLDS, _ENDLESS, _WHOLE = np.full((3, TAG + 1), 2**62)
_HOLDS[:], _HOLDS[LETTER], _HOLDS[DIGIT] = 62, 4, 3
_ENDLESS[LETTER], _ENDLESS[DIGIT] = _LONGEST_WORD, numerals.LONGEST_VALUE
_WHOLE[LETTER], _WHOLE[DIGIT], _WHOLE[TAG] = _LETTERS, _DIGITS, 0
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


def count_symbols(text: str) -> int:
    """Length of a text in symbols.

    >>> count_symbols("<td>Feijão 12,50</td>")
    6
    """
    if not text:
        return 0
    codes, classes = classified(text)
    starts = _starts(text, codes, classes)
    ends = _ends(starts, classes)
    long = (ends - starts > _DIGITS).nonzero()[0]
    if not long.size:
        return starts.size
    several = _units(starts[long], ends[long], classes)
    sizes = several.ends - several.starts - several.spaced
    return int(starts.size + ((sizes - 1) >> _HOLDS[several.kinds]).sum())


def most_symbols(text: str) -> int:
    """No less than the symbols of any part of a text, however it is read.

    Every character of a tag or of an endless word counts, and the tag or word besides.

    >>> most_symbols("um quilo"), most_symbols("um quilo de <b>")
    (2, 8)
    """
    found = units(text)
    sizes = found.ends - found.starts
    long = sizes - found.spaced > _WHOLE[found.kinds]
    return int(sizes.size + sizes[long].sum())


def starts_of(text: str, last: int = 0) -> list[int]:
    """First character of each symbol of a short text, or of its last few alone.

    >>> starts_of("Feijão 12,50")
    [0, 6, 9, 10]
    """
    if not text:
        return []
    codes, classes = classified(text)
    firsts = _starts(text, codes, classes)[-last:].tolist()
    kinds = classes.tobytes()
    starts = []
    for start, end in zip(firsts, [*firsts[1:], len(text)], strict=True):
        kind = kinds[end - 1]
        step = {LETTER: _LETTERS, DIGIT: _DIGITS}.get(kind, end - start)
        space = kinds[start] != kind
        starts += [start, *range(start + space + step, end, step)]
    return starts[-last:]


def symbols(text: str, *, squeeze: bool = True) -> Symbols:
    """Read a text, any string; lone surrogates are marks.

    Args:
        text: the text.
        squeeze: whether equal marks in a row count once, as in rows of dots.

    >>> symbols("Item 7 .... 12,50").values.tolist()
    [0, 7, 0, 1250]
    """
    codes, whole = _read(text)
    written = _letter_by_letter(whole)
    opened, inside = _open_tags(codes, written) if "<" in text else (written, None)
    rows = (opened.kinds > BLANK).nonzero()[0]
    starts, ends = (opened.starts + opened.spaced).take(rows), opened.ends.take(rows)
    kinds = opened.kinds.take(rows)
    if "\\" in text:
        _skip_escapes(codes, starts, kinds)
    sizes = ends - starts
    lower = lower_of.take(codes)
    folded = hash_of(lower, starts, sizes)
    numeric, content, values, others, keep = _fold(
        codes, lower, folded, starts, ends, sizes, kinds, written is not whole
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


class Units(NamedTuple):
    """Symbols of any length, and the classes of all characters.

    `kinds` are the classes of their last characters; `spaced` tells which begin with a space.
    """

    starts: Ints
    ends: Ints
    kinds: Classes
    spaced: Flags
    classes: Classes


def units(text: str) -> Units:
    """Take a text apart; words and numbers are of any length."""
    return _read(text)[1]


def _read(text: str) -> tuple[Ints, Units]:
    """Code points too."""
    codes, classes = classified(text)
    starts = _starts(text, codes, classes)
    return codes, _units(starts, _ends(starts, classes), classes)


def _starts(text: str, codes: Ints, classes: Classes) -> Ints:
    """First characters of symbols of any length; marks the tags in `classes`."""
    left = right = codes[:0]
    if "<" in text:
        left, right = _tags(codes, classes)
    if left.size:
        edges = np.empty(2 * left.size + 2, np.int64)
        edges[0], edges[1:-1:2], edges[2:-1:2], edges[-1] = 0, left, right, codes.size
        parts = np.zeros(edges.size - 1, np.uint8)
        parts[1::2] = TAG  # the largest of all
        np.maximum(classes, parts.repeat(edges[1:] - edges[:-1]), out=classes)
    begins = _begins(classes)
    if left.size:
        begins[left] = (left == 0) | (classes[left - 1] != SPACE)
    starts: Ints = begins.nonzero()[0]
    return starts


def _ends(starts: Ints, classes: Classes) -> Ints:
    """One past the last characters of symbols that begin there, up to the end of the text."""
    ends = np.empty_like(starts)
    ends[:-1], ends[-1:] = starts[1:], classes.size
    return ends


def _units(starts: Ints, ends: Ints, classes: Classes) -> Units:
    kinds = classes.take(ends - 1)
    # But for that space, all characters of a symbol are of one class.
    return Units(starts, ends, kinds, classes.take(starts) != kinds, classes)


def _tags(codes: Ints, classes: Classes) -> tuple[Ints, Ints]:
    """First and one past the last character of each markup tag."""
    edges = (classes == ANGLE).nonzero()[0]
    if edges.size < 2:
        none = edges[:0]
        return none, none
    opens = codes[edges] == ord("<")
    pairs = (opens[:-1] & ~opens[1:]).nonzero()[0]
    left, right = edges[pairs], edges[pairs + 1]
    name = left + 1
    name += codes[name] == ord("/")
    letter = codes[name] | 32
    ok = (letter >= ord("a")) & (letter <= ord("z")) & (right - name <= LONGEST_TAG - 3)
    return left[ok], right[ok] + 1


def _open_tags(codes: Ints, found: Units) -> tuple[Units, Flags | None]:
    """Tags with numbers in them (not `<h1>`) taken apart, so that what counts in them shows.

    The flags tell which characters are inside of those tags; None where there are none.
    """
    tags = (found.kinds == TAG).nonzero()[0]
    if not tags.size:
        return found, None
    tag = found.classes == TAG
    tags = _with_any(((codes == ord("=")) | (codes == ord("_"))) & tag, found, tags)
    if not tags.size:
        return found, None
    raw = class_of[codes]
    tags = _with_any((raw == DIGIT) & tag, found, tags)
    if not tags.size:
        return found, None
    opened = np.zeros(found.starts.size, np.bool_)
    opened[tags] = True
    inside = np.repeat(opened, found.ends - found.starts) & tag
    classes = np.where(inside, raw, found.classes)
    split = _begins(classes) & inside
    split[found.starts] = True
    # The space before a tag stays with its first mark.
    first = found.starts[tags] + 1
    split[first] &= raw[first - 1] != SPACE
    starts = split.nonzero()[0]
    return _units(starts, _ends(starts, classes), classes), inside


def _with_any(flags: Flags, found: Units, rows: Ints) -> Ints:
    """Those of the symbols in which a character is flagged."""
    at = flags.nonzero()[0]
    if not at.size:
        return at
    return rows[at.searchsorted(found.ends[rows]) > at.searchsorted(found.starts[rows])]


def _begins(classes: Classes) -> Flags:
    """Which characters begin a symbol."""
    before, here = classes[:-1], classes[1:]
    begins = np.empty(classes.size, np.bool_)
    begins[:1] = True
    inner = begins[1:]
    np.not_equal(here, before, out=inner)
    inner |= here < LETTER
    # A space belongs to what follows it.
    inner &= (before != SPACE) | (here <= BLANK)
    return begins


def _letter_by_letter(found: Units) -> Units:
    """Endless words and numbers taken apart, so that what repeats in them shows."""
    sizes = found.ends - found.starts
    long = (sizes > _LETTERS).nonzero()[0]
    if not long.size:
        return found
    long = long[sizes[long] - found.spaced[long] > _ENDLESS.take(found.kinds[long])]
    if not long.size:
        return found
    endless = np.zeros(sizes.size, np.bool_)
    endless[long] = True
    begins = endless.repeat(sizes)
    begins[found.starts] = True
    # A space stays with the first letter.
    begins[found.starts[long[found.spaced[long]]] + 1] = False
    starts = begins.nonzero()[0]
    return _units(starts, _ends(starts, found.classes), found.classes)


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
) -> tuple[Flags, Flags, Ints, Ints, Flags]:
    """Numbers with their separators become one symbol, enumerators another.

    `endless` tells whether there are words taken apart into letters.

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
            dates = (values[days + 4] * 12 + values[days + 2]) * 31 + values[days]
        decimal = dotted | (signs == ord(","))
        joint = pairs[decimal]
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
