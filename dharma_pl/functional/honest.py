"""How far honest pages count: lists of bare numbers, forms, plans of payments, tables."""

import numpy as np

from dharma_pl.functional.characters import Flags
from dharma_pl.functional.counter import Counter
from dharma_pl.functional.drift import LONGEST_UNIT
from dharma_pl.functional.evidence import has_endless_word, words_of
from dharma_pl.functional.filler import has_blanks
from dharma_pl.functional.symbols import NUMBER, STAMP, Symbols
from dharma_pl.functional.thresholds import Thresholds

ROWS = 1.5  # times the bare numbers that count where they are in rows, as in squares of 12 by 12
_WIDEST_ROW = 40  # numbers
_MOST_WORDS = 8  # of a row of a form
_LARGEST_ENTRY = 99_999  # of a table of conversions
_LARGEST_FACTOR = 99  # of a table of multiples


def in_rows(text: str, start: int, end: int, copies: float) -> bool:
    """Whether several copies stand in a line, and several lines below each other."""
    lines = text.count("\n", start, end)
    return 2 * lines < copies < _WIDEST_ROW * lines


def equal_words(read: Symbols, counter: Counter) -> int:
    """How many words of a copy the next one has as well, but for units of several numbers."""
    first = slice(counter.start, counter.start + counter.period)
    second = slice(first.stop, first.stop + counter.period)
    # A label that stays, as in the moves of chess, is none that counts.
    equal = words_of(read, first, name=2) & (read.values[first] == read.values[second])
    if counter.moving > 1:
        # Of pounds and kilograms both go on; the first symbol follows the last, as in a cycle.
        short = read.ends[first] - read.starts[first] <= LONGEST_UNIT
        equal &= ~(short & np.roll(read.folded[first] == NUMBER, 1))
    return int(np.count_nonzero(equal))


def pages_count_to(
    read: Symbols,
    counter: Counter,
    copy: str,
    words: int,
    filler: bool,
    limits: Thresholds,
) -> float:
    """How many copies honest pages may have: forms and lists of bare numbers count as well."""
    first = slice(counter.start, counter.start + counter.period)
    marked = '="' in copy
    stays, stamps = staying(read, counter)
    said = words > 0 or (not marked and has_endless_word(read, first))
    if has_blanks(copy) or (said and filler):
        # The more words each has, the shorter the form.
        rows = 0.0 if words > _MOST_WORDS else limits.form_repeats / max(1, words)
        return min(rows, limits.poor_slots_repeats) if marked and counter.moving > 1 else rows
    if said:
        # The messages of a log, and what a sensor measures, stay the same for a while.
        return limits.stamp_repeats if counter.stamped else 0.0
    # What counts in the attributes of markup is no list.
    if marked or counter.moving > (2 if stamps.any() else 1):
        more = limits.poor_slots_repeats
    else:
        more = limits.poor_repeats if _from_one(read, counter) else limits.bare_repeats
    if stays.any() and not marked:
        more = min(more, limits.stays_repeats * (3 if stamps.any() else 1))
    return min(more, limits.stays_repeats) if _is_drawn(read, counter) else more


def _is_drawn(read: Symbols, counter: Counter) -> bool:
    """Whether one number is what another was a copy before, as where boxes touch.

    Or two that go on are too long for a table, as coordinates are.
    """
    rows = read.values[counter.start : counter.end][counter.period :][: 3 * counter.period]
    if counter.moving < 2 or rows.size < 3 * counter.period:
        return False
    rows = rows.reshape(3, -1)
    first, second, third = rows[:, read.folded[counter.start :][: rows.shape[1]] == NUMBER]
    moves = first != second
    again = (second[:, None] == first) & (third[:, None] == second)
    return bool((again & moves).any() or np.count_nonzero(moves & (first > _LARGEST_ENTRY)) > 1)


def _from_one(read: Symbols, counter: Counter) -> bool:
    """Whether numbers are those of a square from 1 to 100 or of a table of multiples."""
    copies = (counter.end - counter.start) // counter.period
    rows = read.values[counter.start :][: copies * counter.period].reshape(copies, -1)
    steps = abs(rows[1] - rows[0])
    moves = steps > 0
    least = np.minimum(rows[0], rows[-1])[moves]
    multiple = (least % steps[moves] == 0) & (least <= 2 * steps[moves])
    return bool((multiple | (least <= 1)).all())


def staying(read: Symbols, counter: Counter) -> tuple[Flags, Flags]:
    """Which numbers of a copy stay, too long to be of a table of multiples; which dates go on."""
    # The first copy may be a row before the loop that only looks like it.
    second = slice(counter.start + counter.period, counter.start + 2 * counter.period)
    third = slice(second.stop, min(second.stop + counter.period, counter.end))
    second = slice(second.start, second.start + third.stop - third.start)
    same, folded = read.values[second] == read.values[third], read.folded[second]
    stamps = folded == STAMP
    long = (folded == NUMBER) & (read.values[second] > _LARGEST_FACTOR)
    return same & (long | stamps), stamps & ~same
