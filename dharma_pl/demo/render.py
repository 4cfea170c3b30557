"""Draw a ledger page: printed words from a bitmap font, amounts in real handwriting.

Nothing here depends on a font rasterizer, a zlib version or a platform, so a page has the same
bytes everywhere: glyphs come from `glyphs.png`, digits from `sklearn.datasets.load_digits`
(whole numbers 0..16), and the PNG is written with stored (uncompressed) blocks.
"""

import functools
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Ink = NDArray[np.uint8]
"""Darkness of pixels, 0 (paper) to 15 (ink), shape (height, width)."""

CELL = 16
"""Side of a cell in pixels: one handwritten digit, or two printed characters of 8 pixels."""

GLYPHS = Path(__file__).with_name("glyphs.png")
ALPHABET = (
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz"
    "{|}~ÀÁÂÃÇÉÊÍÓÔÕÚàáâãçéêíóôõúº"
)


@functools.cache
def glyphs() -> dict[str, Ink]:
    """The printed characters, each (16, 8), from DejaVu Sans Mono."""
    from PIL import Image

    with Image.open(GLYPHS) as image:
        strip = np.asarray(image.convert("L")).astype(np.uint8) // 17
    return {char: strip[:, 8 * i : 8 * i + 8] for i, char in enumerate(ALPHABET)}


@functools.cache
def handwriting(part: Literal["train", "heldout"]) -> tuple[NDArray[np.int64], ...]:
    """Indices of the handwritten samples of each digit, 0 to 9, for one part of the corpus.

    The first 70 % of each digit's samples belong to `train`, the rest to `heldout`. The data set
    lists its writers one after another, so the two parts differ in writers too, all but one.
    """
    from sklearn.datasets import load_digits

    labels = load_digits().target
    by_digit = (np.flatnonzero(labels == digit) for digit in range(10))
    cut = [(found, int(0.7 * len(found))) for found in by_digit]
    return tuple(found[:k] if part == "train" else found[k:] for found, k in cut)


@functools.cache
def _samples() -> Ink:
    """All handwritten digits as (n, 16, 16), each pixel of the 8x8 original doubled."""
    from sklearn.datasets import load_digits

    small = np.minimum(load_digits().images, 15).astype(np.uint8)
    return np.repeat(np.repeat(small, 2, axis=1), 2, axis=2)


class Page:
    """A sheet of cells to print and write on.

    Attributes:
        ink: what is to be seen, shape (16 * rows, 16 * columns).
        chars: what it says, shape (rows, columns, 2): indices into `ALPHABET` of the two printed
            characters of a cell, or a handwritten digit and `HAND`.
    """

    HAND = len(ALPHABET)

    def __init__(self, rows: int, columns: int) -> None:
        self.ink: Ink = np.zeros((CELL * rows, CELL * columns), dtype=np.uint8)
        self.chars: NDArray[np.int64] = np.zeros((rows, columns, 2), dtype=np.int64)

    def print(self, row: int, column: int, text: str) -> None:
        """Set `text` in type from a cell on, two characters a cell."""
        top, left = CELL * row, CELL * column
        flat = self.chars[row].reshape(-1)  # a view
        for i, char in enumerate(text):
            flat[2 * column + i] = ALPHABET.index(char)
            self.ink[top : top + CELL, left + 8 * i : left + 8 * i + 8] = glyphs()[char]

    def write(
        self, row: int, column: int, amount: str, rng: Random, hand: Sequence[NDArray[np.int64]]
    ) -> None:
        """Write an amount by hand, one digit a cell; its comma is printed in a cell of its own."""
        for i, char in enumerate(amount):
            if not char.isdigit():
                self.print(row, column + i, char)
                continue
            samples = hand[int(char)]
            sample = int(samples[rng.randrange(len(samples))])
            self.chars[row, column + i] = ALPHABET.index(char), self.HAND
            top, left = CELL * row, CELL * (column + i)
            self.ink[top : top + CELL, left : left + CELL] = _samples()[sample]

    def png(self) -> bytes:
        """The page as a grey PNG of 4 bits a pixel, black on white."""
        return encode_png(15 - self.ink)


def encode_png(grey: Ink) -> bytes:
    """Encode (height, width) values 0..15, an even number a row, without compression.

    Compressed bytes differ between zlib versions, stored ones do not (RFC 1950, 1951: a stored
    block holds at most 65535 bytes behind its length and the length's complement).
    """
    height, width = grey.shape
    packed = grey[:, ::2] << 4 | grey[:, 1::2]
    raw = np.hstack([np.zeros((height, 1), np.uint8), packed]).tobytes()  # filter 0 in each row
    blocks = [raw[i : i + 65535] for i in range(0, len(raw), 65535)]
    stored = b"".join(
        struct.pack("<BHH", block is blocks[-1], len(block), len(block) ^ 0xFFFF) + block
        for block in blocks
    )
    stream = b"\x78\x01" + stored + struct.pack(">I", zlib.adler32(raw))
    header = struct.pack(">IIBBBBB", width, height, 4, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", stream), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
