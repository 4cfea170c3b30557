"""Characters as code points with a class each, and hashes of stretches of them.

Everything here is array work: a few passes, whatever the text.
"""

import unicodedata

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]
Classes = NDArray[np.uint8]

LONGEST_TAG = 100
# In this order: white space, marks (`<` and `>` apart), and those that make symbols of many.
SPACE, BLANK, MARK, ANGLE, CJK, LETTER, DIGIT, TAG = range(1, 9)
_CJK_RANGES = (
    (0x3005, 0x3007),
    (0x3040, 0x30FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7AF),
)
_PICTOGRAPHS = 0x1F000
_SELECTORS = range(0xFE00, 0xFE10)  # of how a sign is shown
_ENCLOSED = range(0x249C, 0x24EA)  # letters in brackets and circles, which Unicode has as signs
_SMALL_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"  # digits, though of no decimal number
_KERAIAS = "\u02b9\u0374"  # after Greek numerals; letters by their category

# Class, case-folded code and digit value of each code point; filled when one is first seen.
class_of = np.zeros(0x110000, np.uint8)
lower_of = np.zeros(0x110000, np.int64)
digit_of = np.zeros(0x110000, np.uint8)
_BASE = 0xD1342543DE82EF95  # any odd number without pattern, so that it has an inverse
_BLOCK = 1 << 15  # characters that are hashed at a time: small enough for the cache


def _powers(base: int) -> Hashes:
    powers = np.full(_BLOCK, base, np.uint64)
    powers[0] = 1
    return np.cumprod(powers)


_POWERS, _INVERSES = _powers(_BASE), _powers(pow(_BASE, -1, 2**64))


def columns(text: str) -> int:
    """Width of a short text on a terminal: CJK characters and pictographs take two columns.

    >>> columns("sal"), columns("塩")
    (3, 2)
    """
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def classified(text: str) -> tuple[Ints, Classes]:
    """Code points and classes; learns those that were never seen."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
    classes = class_of[codes]
    if b"\0" in classes.tobytes():
        for code in np.unique(codes[classes == 0]).tolist():
            char = chr(code)
            lower_of[code] = ord(char.casefold()[0])
            digit_of[code] = unicodedata.digit(char) if _is_digit(char) else 0
            class_of[code] = _classify(char)
        classes = class_of[codes]
    return codes, classes


def _classify(char: str) -> int:
    if char == " ":
        return SPACE
    if char in "<>":
        return ANGLE
    if char.isspace():
        return BLANK
    if _is_digit(char):
        return DIGIT
    if any(low <= ord(char) <= high for low, high in _CJK_RANGES) or is_pictograph(char):
        return CJK
    if ord(char) in _ENCLOSED:
        return LETTER
    if unicodedata.category(char)[0] == "M" and ord(char) not in _SELECTORS:
        return LETTER  # vowel signs and accents are of the word
    return LETTER if char.isalnum() and char not in _KERAIAS else MARK


def _is_digit(char: str) -> bool:
    return char.isdecimal() or char in _SMALL_DIGITS


def is_pictograph(char: str) -> bool:
    """Whether it is an emoji or the like, or a letter of the rare planes."""
    wide = unicodedata.east_asian_width(char) == "W" and unicodedata.category(char) == "So"
    return ord(char) >= _PICTOGRAPHS or wide


def hash_of(codes: Ints, starts: Ints, lengths: Ints) -> Hashes:
    """One hash a symbol; equal symbols have equal ones, but similar ones may have near ones.

    A polynomial in the code points: the difference of two prefix sums, moved to the first place
    (Karp and Rabin, 1987, modulo 2^64). Powers start over with each block of characters, and no
    symbol is as long as one.
    """
    prefix = np.empty(codes.size + 1, np.uint64)
    prefix[0] = 0
    for begin in range(0, codes.size, _BLOCK):
        block = codes[begin : begin + _BLOCK].view(np.uint64)
        block = block * _POWERS[: block.size]
        if begin:
            block[0] += prefix[begin]
        block.cumsum(out=prefix[begin + 1 : begin + 1 + block.size])
    left, right = prefix[starts], prefix[starts + lengths]
    place = starts & (_BLOCK - 1) if codes.size > _BLOCK else starts
    hashes: Hashes = (right - left) * _INVERSES[place]
    if codes.size > _BLOCK:
        across = (place + lengths > _BLOCK).nonzero()[0]
        place, edge = place[across], prefix[starts[across] // _BLOCK * _BLOCK + _BLOCK]
        hashes[across] = (edge - left[across]) * _INVERSES[place]
        hashes[across] += (right[across] - edge) * _POWERS[_BLOCK - place]
    hashes += lengths.view(np.uint64)
    return hashes


def places_of(ends: Ints, sizes: Ints) -> tuple[Ints, Ints, Ints]:
    """Every character of some stretches, none of them empty, one stretch after the other.

    Its position and its place from the right, as in a number; and at which of them each stretch
    begins.
    """
    sums = sizes.cumsum()
    place = (sums - 1).repeat(sizes) - np.arange(sums[-1])
    return (ends - 1).repeat(sizes) - place, place, sums - sizes


def mix(values: Hashes) -> Hashes:
    """Spread the bits (the finalizer of SplitMix64, Steele et al., 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
