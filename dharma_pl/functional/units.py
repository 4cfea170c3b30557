"""Where a text is cut: words, numbers, tags and marks, of which `symbols` makes what they say.

A symbol is a word of at most 16 letters, a number of at most 8 digits, one CJK character or
pictograph, one markup tag or one other character; one space before it belongs to it, further
white space counts. No tokenizer has a say in them.
"""

from typing import NamedTuple

import numpy as np

from dharma_pl.functional import numerals
from dharma_pl.functional.characters import (
    ANGLE,
    BLANK,
    DIGIT,
    LETTER,
    LONGEST_TAG,
    SPACE,
    TAG,
    Classes,
    Flags,
    Ints,
    class_of,
    classified,
)

_LETTERS, _DIGITS = 16, 8  # a symbol holds so many
_LONGEST_WORD = 32  # letters of a word that is read as one
# By kind: letters or digits of one symbol, as a power of two, of a word or number that is read as a
# whole, and of one that is a single symbol whatever the reading.
_HOLDS, _ENDLESS, _WHOLE = np.full((3, TAG + 1), 2**62)
_HOLDS[:], _HOLDS[LETTER], _HOLDS[DIGIT] = 62, 4, 3
_ENDLESS[LETTER], _ENDLESS[DIGIT] = _LONGEST_WORD, numerals.LONGEST_VALUE
_WHOLE[LETTER], _WHOLE[DIGIT], _WHOLE[TAG] = _LETTERS, _DIGITS, 0


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
    return read(text)[1]


def read(text: str) -> tuple[Ints, Units]:
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


def open_tags(codes: Ints, found: Units) -> tuple[Units, Flags | None]:
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


def letter_by_letter(found: Units) -> Units:
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
