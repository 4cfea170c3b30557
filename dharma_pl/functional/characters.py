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
Codes = NDArray[np.uint32]

LONGEST_TAG = 100
SPACE, BLANK, LETTER, DIGIT, MARK, CJK, TAG = range(1, 8)
_CJK_RANGES = ((0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7AF))
_PICTOGRAPHS = 0x1F000

# Class, case-folded code and digit value of each code point; filled when one is first seen.
class_of = np.zeros(0x110000, np.uint8)
lower_of = np.zeros(0x110000, np.uint32)
digit_of = np.zeros(0x110000, np.uint8)
_BASE = 0xD1342543DE82EF95  # any odd number without pattern, so that it has an inverse
_LONGEST_TABLE = 1 << 20
_tables = np.ones((2, 1), np.uint64)


def columns(text: str) -> int:
    """Width of a short text on a terminal: CJK characters and pictographs take two columns.

    >>> columns("sal"), columns("塩")
    (3, 2)
    """
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def codes_of(text: str) -> Ints:
    """Code points; learns those that were never seen."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
    unknown = class_of[codes] == 0
    if unknown.any():
        for code in np.unique(codes[unknown]).tolist():
            char = chr(code)
            lower_of[code] = ord(char.casefold()[0])
            digit_of[code] = int(char) if char.isdecimal() else 0
            class_of[code] = _classify(char)
    return codes


def _classify(char: str) -> int:
    if char == " ":
        return SPACE
    if char.isspace():
        return BLANK
    if char.isdecimal():
        return DIGIT
    if any(low <= ord(char) <= high for low, high in _CJK_RANGES) or is_pictograph(char):
        return CJK
    return LETTER if char.isalnum() else MARK


def is_pictograph(char: str) -> bool:
    """Whether it is an emoji or the like, or a letter of the rare planes."""
    wide = unicodedata.east_asian_width(char) == "W" and unicodedata.category(char) == "So"
    return ord(char) >= _PICTOGRAPHS or wide


def hash_of(codes: NDArray[np.integer], starts: Ints, lengths: Ints) -> Hashes:
    """One hash a symbol; equal symbols have equal ones.

    A polynomial in the code points: the difference of two prefix sums, moved to the first place
    (Karp and Rabin, 1987, modulo 2^64).
    """
    powers, inverses = _powers(codes.size)
    prefix = np.zeros(codes.size + 1, np.uint64)
    np.cumsum(codes.astype(np.uint64) * powers[: codes.size], out=prefix[1:])
    short = np.minimum(lengths, LONGEST_TAG + 2)
    sums = (prefix[starts + short] - prefix[starts]) * inverses[starts]
    return mix(sums + short.astype(np.uint64))


def _powers(size: int) -> NDArray[np.uint64]:
    """Powers of the base and of its inverse [2, size or more]."""
    global _tables
    if size <= _tables.shape[1]:
        return _tables
    tables = np.ones((2, max(size, 2 * _tables.shape[1])), np.uint64)
    tables[0, 1:], tables[1, 1:] = _BASE, pow(_BASE, -1, 2**64)
    np.cumprod(tables, axis=1, out=tables)
    if size <= _LONGEST_TABLE:
        _tables = tables
    return tables


def mix(values: Hashes) -> Hashes:
    """Spread the bits (the finalizer of SplitMix64, Steele et al., 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
