"""Loops that are no longer letter by letter: noise, growing units, units in another order.

Each symbol of the content (words, numbers) is a *hit* if it is what came after the last two or
three symbols when they occurred last; a number also if it goes on as a series. A symbol that is
no hit but known is a *miss*; a word never seen before, or a number nothing foretold, is *news*,
but for a word spelled nearly like the one in its place, a *variant*.
Loops have no news. Honest pages, however much of them is form, have some in every row.

The evidence is a sum over a stretch of symbols: one for each hit, less a cost for each miss and
a larger one for news; a stretch that goes to the end of the output, or any other. The best
stretch is found by running sums (Bentley, 1984), so the work is linear but for three sorts.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dharma_pl.functional.characters import Flags, Ints
from dharma_pl.functional.lags import grams, last_seen
from dharma_pl.functional.symbols import ENUMERATOR, NUMBER, STAMP, Symbols, counts_to_bound
from dharma_pl.functional.thresholds import Thresholds

Floats = NDArray[np.float64]
STRAY_CONTENT = 4  # content symbols after a loop that still counts as the tail
_REACH = 4  # symbols over which a copy goes on after one that was exchanged
_GRAM = 8  # what has to recur at least once
_SKIPS, _LARGEST_SKIP = 4, 99  # times the step before, for a number that leaves some out
_LONGEST_WORD = 16
LONGEST_UNIT = 3  # letters of the name of a unit, as of `12 kg`
_ROUNDING = 1e-6  # of sums taken in another order


class Content(NamedTuple):
    """What is foretold in the content of a text. All [content].

    Attributes:
        places: index of each in the folded symbols.
        hits: foretold.
        news: neither foretold nor known.
        lags: distance, in content, to where it was foretold from; 0 if its context is new.
        zeros: numbers of zero, which say nothing.
        letters: single letters and Roman numerals.
        variants: no hits, but spelled nearly like the word that would have been one.
        noise: news where the copy before had none; a number in the place of a number is no noise.
        again: hits foretold by a hit or a variant, so at least the third time: a second copy is no
            loop yet.
    """

    places: Ints
    hits: Flags
    news: Flags
    lags: Ints
    zeros: Flags
    letters: Flags
    variants: Flags
    noise: Flags
    again: Flags


class Stretch(NamedTuple):
    """`content[start:end]` and its evidence."""

    start: int
    end: int
    evidence: float


def foretell(symbols: Symbols, limits: Thresholds, tail: float, anywhere: float) -> Content | None:
    """Tell hits from misses and news; None if no stretch can have the evidence needed."""
    places = symbols.content.nonzero()[0]
    hashes, values = symbols.folded[places], symbols.values[places]
    numeric = symbols.numeric[places]
    here = np.arange(places.size)
    letters = hashes == ENUMERATOR
    said = np.empty((3, places.size), np.uint64)
    said[0] = hashes + values.view(np.uint64) * letters
    said[1], said[2] = grams(hashes, 3), grams(hashes, 2)
    last_said, *seen = last_seen(said)
    lag = np.zeros((2, places.size), np.int64)
    lag[0, 3:], lag[1, 2:] = seen[0][2:-1], seen[1][1:-1]  # of what comes before
    then = here - lag
    hit = (lag > 0) & (hashes == hashes[then])
    at = (hit & numeric).reshape(-1).nonzero()[0]  # one row after the other
    if at.size:
        rows = at % places.size
        last = then.reshape(-1)[at]
        before = last - lag.reshape(-1)[at - rows + last]
        step = values[rows] - values[last]
        series = (before < last) & _goes_on(step, values[last] - values[before])
        series |= (hashes[rows] == STAMP) & (step > 0)
        bounded = counts_to_bound(symbols)[places[rows]]
        hit.reshape(-1)[at] = (step == 0) | (series > bounded)
    hits = hit[0] | hit[1]
    # Of flags, `a > b` is `a & ~b`, and `a >= b` is `a | ~b`.
    lags = lag[0]
    np.putmask(lags, (hits > hit[0]) | (lags == 0), lag[1])
    # After a word that was exchanged the copy goes on where it would have been.
    last = np.maximum.accumulate(here * hits)
    aligned = lags[last] * (here - last <= _REACH)
    then = here - aligned
    # A single letter may count, but it is a word as well.
    word = (letters & (values == values[then])) >= numeric
    again = ((aligned > 0) & (hashes == hashes[then]) & word) > hits
    np.putmask(lags, again | (lags == 0), aligned)
    hits |= again
    first = last_said == 0
    named = letters >= numeric
    # What is to come finds hits and variants among names whose place is known, and no others.
    miss = ~(hits | (named & (lags > 0)))
    if not _can_be(miss, miss & (first >= named), limits, tail, anywhere):
        return None
    # Where a new word spoiled the copy before, the one before that tells.
    rows = (~hits & (lags > 0) & ~numeric).nonzero()[0]
    then = rows - lags[rows]
    far = lags[rows] + lags[then]
    hit = (lags[then] > 0) & first[then] & (hashes[rows] == hashes[rows - far])
    lags[rows[hit]] = far[hit]
    hits[rows[hit]] = True
    then = here - lags
    variants = _variants(symbols, places, then, ~hits & named & (lags > 0))
    news = ~hits & ~variants & (~named | first)
    known = hits | variants
    again = hits & known[then]
    noise = np.zeros(places.size, np.bool_)
    rows = (news & (lags > 0)).nonzero()[0]
    then = then[rows]
    once = known[then] | ((lags[then] > 0) & known[then - lags[then]])
    noise[rows] = once & ~(numeric[rows] & numeric[then])
    zeros = numeric & (values == 0)
    return Content(places, hits, news, lags, zeros, letters, variants, noise, again)


def _can_be(miss: Flags, news: Flags, limits: Thresholds, tail: float, anywhere: float) -> bool:
    """Whether a stretch has the evidence needed if all but these misses and news were hits."""
    worth = max(1.0, limits.drift_second, abs(limits.novelty_hit))
    worth = max(worth, -limits.drift_miss, -limits.drift_variant)
    # By kind, as low novelty and as drift: hits, misses, news.
    worths = np.array(
        [
            [worth, worth, -limits.novelty_news],
            [worth, -limits.drift_miss, -min(limits.drift_news, limits.drift_noise)],
        ]
    )
    gains = _gains(_running(worths.take(np.add(miss, news, dtype=np.int64), 1)))
    most = gains.max() + _ROUNDING
    if most < tail:
        return bool(most >= anywhere)
    return bool(most >= anywhere or gains[:, -STRAY_CONTENT - 1 :].max() + _ROUNDING >= tail)


def _goes_on(step: Ints, before: Ints) -> Flags:
    """Whether a number advances the same way as before, or leaves a few out."""
    same = (step > 0) == (before > 0)
    size, size_before = abs(step), abs(before)
    small, large = np.minimum(size, size_before), np.maximum(size, size_before)
    on: Flags = step == before
    on |= same & (large <= np.minimum(_SKIPS * small, _LARGEST_SKIP))
    return on


def _variants(symbols: Symbols, places: Ints, then: Ints, rows: Flags) -> Flags:
    """Words that share all but one letter in four with the one in their place."""
    variants = np.zeros(places.size, np.bool_)
    index = rows.nonzero()[0]
    new, old = places[index], places[then[index]]
    sizes = symbols.ends[new] - symbols.starts[new], symbols.ends[old] - symbols.starts[old]
    shorter, longer = np.minimum(*sizes), np.maximum(*sizes)
    fits = (shorter > 2) & (longer <= 2 * shorter)
    fits = (fits & (shorter >= longer - np.maximum(1, longer // 4))).nonzero()[0]
    if not fits.size:
        return variants
    index, new, old, shorter, longer = (part[fits] for part in (index, new, old, shorter, longer))
    codes, letter = symbols.codes, np.arange(_LONGEST_WORD)
    last = codes.size - 1
    equal = []
    for new_at, old_at in (
        (symbols.starts[new][:, None] + letter, symbols.starts[old][:, None] + letter),
        (symbols.ends[new][:, None] - 1 - letter, symbols.ends[old][:, None] - 1 - letter),
    ):
        same = codes[np.minimum(new_at, last)] == codes[np.minimum(old_at, last)]
        same &= letter < shorter[:, None]
        equal.append(np.logical_and.accumulate(same, 1).sum(1))
    alike = np.maximum(sum(equal), same.sum(1))  # a stretch differs, or letters here and there
    variants[index] = np.minimum(alike, shorter) >= longer - np.maximum(1, longer // 4)
    return variants


def drift_worth(content: Content, limits: Thresholds) -> Floats:
    """What each symbol adds to the evidence of a drift [content]."""
    hit = np.where(content.again, 1.0, limits.drift_second)
    hit = np.where(content.zeros, 0.0, hit)
    news = np.where(content.noise, -limits.drift_noise, -limits.drift_news)
    miss = np.where(content.variants, -limits.drift_variant, -limits.drift_miss)
    return np.where(content.hits, hit, np.where(content.news, news, miss))


def novelty_worth(content: Content, limits: Thresholds) -> Floats:
    """What each symbol adds to the evidence of low novelty [content]."""
    known = np.where(content.hits, limits.novelty_hit, 1.0)
    # Grids of letters, as in a word search, use up the alphabet at once.
    known = np.where(content.letters & ~content.hits, 0.0, known)
    # Where there are amounts, be they zero, there is a table.
    known = np.where(content.zeros, -limits.novelty_hit, known)
    return np.where(content.news, -limits.novelty_news, known)


def best_tail(worth: Floats) -> Stretch:
    """The stretch with the most evidence of those that end at most a few symbols early."""
    if not worth.size:
        return Stretch(0, 0, 0.0)
    sums = _running(worth[::-1])
    dropped = int(np.argmin(sums[: STRAY_CONTENT + 1]))
    best = dropped + int(np.argmax(sums[dropped:]))
    return Stretch(worth.size - best, worth.size - dropped, float(sums[best] - sums[dropped]))


def best_anywhere(worth: Floats) -> Stretch:
    """The stretch with the most evidence.

    >>> best_anywhere(np.array([-1.0, 2.0, -1.0, 3.0, -5.0]))
    Stretch(start=1, end=4, evidence=4.0)
    """
    sums = _running(worth)
    gains = _gains(sums)
    end = int(np.argmax(gains))
    return Stretch(int(np.argmin(sums[: end + 1])), end, float(gains[end]))


def _gains(sums: Floats) -> Floats:
    """The most evidence of a stretch that ends at each place."""
    gains: Floats = sums - np.minimum.accumulate(sums, -1)
    return gains


def _running(worth: Floats) -> Floats:
    sums = np.zeros((*worth.shape[:-1], worth.shape[-1] + 1))
    worth.cumsum(-1, out=sums[..., 1:])
    return sums


def few_types(symbols: Symbols, content: Content, stretch: Stretch, share: float) -> bool:
    """Whether the stretch says few different things."""
    part = symbols.folded[content.places[stretch.start : stretch.end]]
    return np.unique(part).size <= share * part.size


def has_stamps_and_words(symbols: Symbols, content: Content, stretch: Stretch) -> tuple[bool, bool]:
    """Whether there are dates and times in it, and anything but what counts."""
    part = content.places[stretch.start : stretch.end]
    numeric = symbols.numeric[part]
    short = symbols.ends[part] - symbols.starts[part] <= LONGEST_UNIT
    words = ~numeric & ~(short & np.roll(symbols.folded[part] == NUMBER, 1))  # `12 kg` is a number
    return bool((symbols.folded[part] == STAMP).any()), bool(words.any())


def recurs(symbols: Symbols, content: Content, stretch: Stretch) -> bool:
    """Whether any eight symbols of the stretch have occurred before, in this order."""
    lags = last_seen(grams(symbols.folded, _GRAM))
    first, last = content.places[stretch.start], content.places[stretch.end - 1]
    return bool(lags[first : last + 1].any())


def bounds(symbols: Symbols, content: Content, stretch: Stretch) -> tuple[int, int, int, int]:
    """First character, index of the last symbol, usual period in characters and in content."""
    part = slice(stretch.start, stretch.end)
    hits = content.hits[part].nonzero()[0] + stretch.start
    lags = content.lags[hits]
    kinds, counts = np.unique(lags, return_counts=True)
    usual = int(kinds[np.argmax(counts)])
    at = symbols.starts[content.places]
    alike = hits[lags == usual]
    period = int(np.median(at[alike] - at[alike - usual]))
    # The first hit follows a context of two that belongs to the first copy too.
    first = int(hits[0])
    while content.hits[first]:
        first -= int(content.lags[first])
    first = max(first - 2, 0)
    start = int(at[first])
    last = _last_mark(symbols, content, stretch.end - 1)
    end = int(symbols.ends[last])
    return start, last, max(1, min(period, end - start)), usual


def _last_mark(symbols: Symbols, content: Content, last: int) -> int:
    """Index of the last mark that follows a symbol of the content as it did a copy before."""
    place = int(content.places[last])
    lag = place - int(content.places[last - content.lags[last]])
    after = slice(place + 1, place + 1 + lag)
    marks = symbols.folded[after]
    same = marks == symbols.folded[place + 1 - lag : place + 1][: marks.size]
    same &= ~symbols.content[after]
    return place + int(np.logical_and.accumulate(same).sum())
