"""How far back each stretch of symbols occurred last: one sort, whatever the text."""

import numpy as np

from dharma_pl.functional.characters import Flags, Hashes, Ints, mix

_LONGEST = 8
# Without any relation to each other, or words in another order would make one hash.
_FACTORS = mix(np.arange(_LONGEST, dtype=np.uint64) + np.uint64(0x9E3779B97F4A7C15)) | np.uint64(1)


def grams(hashes: Hashes, size: int) -> Hashes:
    """Hash of the last `size` symbols, at most 8, at each place; the first places see fewer."""
    out = hashes.copy()
    for back in range(1, min(size, hashes.size)):
        out[back:] += hashes[:-back] * _FACTORS[back]
    return mix(out)


def last_seen(hashes: Hashes) -> Ints:
    """Distance to the last earlier place with the same hash; 0 where there is none.

    Positions are packed below the high bits of the hashes, so that one plain sort does it; the
    bits that are left tell apart all but one in millions.

    >>> last_seen(np.array([7, 8, 7, 7], np.uint64) << np.uint64(50)).tolist()
    [0, 0, 2, 1]
    """
    size = hashes.size
    if size < 2:
        return np.zeros(size, np.int64)
    bits = np.uint64(int(size - 1).bit_length())
    packed = (hashes >> bits << bits) | np.arange(size, dtype=np.uint64)
    packed.sort()
    places = (packed & np.uint64((1 << int(bits)) - 1)).astype(np.int64)
    same = (packed[1:] ^ packed[:-1]) >> bits == 0
    lags = np.zeros(size, np.int64)
    lags[places[1:]] = (places[1:] - places[:-1]) * same
    return lags


def stretches(flags: Flags) -> Ints:
    """Start and end of each maximal run of true flags [runs, 2]."""
    if not flags.size:
        return np.zeros((0, 2), np.int64)
    edges = (flags[1:] != flags[:-1]).nonzero()[0] + 1
    edges = np.concatenate([[0], edges, [flags.size]])
    pairs = np.stack([edges[:-1], edges[1:]], 1)
    return pairs[0 if flags[0] else 1 :: 2]
