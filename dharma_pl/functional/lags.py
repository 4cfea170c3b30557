"""How far back each stretch of symbols occurred last: one sort, whatever the text."""

import numpy as np

from dharma_pl.functional.characters import Flags, Hashes, Ints, mix

# Without any relation to each other, or words in another order would make one hash.
_SPREAD, *_FACTORS = mix(np.arange(4, dtype=np.uint64) + np.uint64(0x9E3779B97F4A7C15)) | np.uint64(
    1
)
_BITS = np.arange(64, dtype=np.uint64)
_SPREADS, _LOWS = _SPREAD << _BITS, (np.uint64(1) << _BITS) - np.uint64(1)


def grams(hashes: Hashes, size: int) -> Hashes:
    """Hash of the last `size` symbols, at most 8, at each place; the first places see fewer."""
    seen = 1
    for factor in _FACTORS:
        more = min(size - seen, seen)
        if not 0 < more < hashes.size:
            break
        longer = hashes.copy()
        longer[more:] += hashes[:-more] * factor
        hashes, seen = longer, seen + more
    return hashes


def last_seen(hashes: Hashes) -> Ints:
    """Distance to the last earlier place with the same hash, of each row; 0 if there is none.

    Positions are packed below bits of the hashes, so that one plain sort does it; the bits that are
    left tell apart all but one in millions.

    >>> last_seen(np.array([7, 8, 7, 7], np.uint64)).tolist()
    [0, 0, 2, 1]
    """
    size = hashes.shape[-1]
    lags = np.zeros(hashes.shape, np.int64)
    if size < 2:
        return lags
    bits = (size - 1).bit_length()
    packed = hashes * _SPREADS[bits]  # by which near hashes differ in their high bits too
    packed |= np.arange(size, dtype=np.uint64)
    packed.sort()
    # Equal hashes differ by their places alone, others by more than any two places do.
    steps, low = packed[..., 1:] - packed[..., :-1], _LOWS[bits]
    steps *= steps <= low
    packed &= low
    places = packed[..., 1:].view(np.int64)
    if hashes.ndim > 1:
        places += np.arange(0, hashes.size, size)[:, None]
    lags.reshape(-1)[places] = steps.view(np.int64)
    return lags


def stretches(flags: Flags) -> Ints:
    """Start and end of each maximal run of true flags [runs, 2]."""
    padded = np.zeros(flags.size + 2, np.bool_)
    padded[1:-1] = flags
    edges: Ints = (padded[1:] != padded[:-1]).nonzero()[0]
    return edges.reshape(-1, 2)
