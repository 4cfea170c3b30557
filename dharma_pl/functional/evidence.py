"""What a text must have for a loop: the evidence of an exact run, and what any finding needs."""

import re
from typing import Literal, NamedTuple

import numpy as np

from dharma_pl.functional.characters import LETTER, Flags, class_of, columns
from dharma_pl.functional.filler import is_filler
from dharma_pl.functional.runs import Run, at_tail
from dharma_pl.functional.symbols import ENUMERATOR, Symbols, symbols
from dharma_pl.functional.thresholds import Thresholds
from dharma_pl.functional.units import count_symbols, most_symbols, starts_of

FinishReason = Literal["eos", "length", "abort"]
"""As in the records; this package imports nothing of ours, and the type checker compares them."""


_RULE = re.compile(r"(([^\w<>]|_)\2{7})\2+")  # more of a line to write on than counts
_FEW_CELLS = 3  # different ones of a grid
_FEW_LETTERS = 6  # different ones of a word that is no sign again and again


class _Evidence(NamedTuple):
    """What an exact run must have at least to be a loop.

    Filler (dots, zeros, blank cells) is what honest pages repeat, so it needs more symbols.
    """

    repeats: float
    symbols: float
    filler_symbols: float
    characters: float
    filler_words: float


def factor(finish_reason: FinishReason | None, limits: Thresholds) -> float:
    """How many times the evidence at the tail is needed."""
    return limits.unknown_factor if finish_reason is None else 1.0


def is_short(text: str, finish_reason: FinishReason | None, limits: Thresholds) -> bool:
    """Whether a text has fewer symbols, and copies of anything, than any finding needs."""
    # Four characters a symbol are many: of longer texts the count would not be low enough.
    if len(text) >= 4 * limits.ended_symbols:
        return False
    anywhere = (
        *(limits.any_symbols, limits.ended_symbols, limits.any_filler_symbols),
        *(limits.any_counter_symbols, limits.ended_counter_symbols),
        *(limits.any_drift, limits.any_low_novelty),
    )
    tail = (
        *(limits.tail_symbols, limits.tail_filler_symbols),
        *(limits.tail_drift, limits.tail_low_novelty),
    )
    needed = float(min(anywhere))
    if finish_reason != "eos":
        needed = min(needed, factor(finish_reason, limits) * min(tail))
    # What one symbol may be worth, and what may make less than usual enough.
    worth = max(1.0, limits.drift_second, limits.novelty_hit, -limits.novelty_hit)
    fewest = needed * min(1.0, limits.filler_factor, limits.novelty_form_factor) / worth
    few = len(text) < fewest or (len(text) < 4 * fewest and most_symbols(text) < fewest)
    return few and not _perhaps_many(text, limits)


def _perhaps_many(text: str, limits: Thresholds) -> bool:
    """Whether a stretch has so short a period that it may be of `many_repeats` copies."""
    least = max(int(limits.many_repeats), limits.any_characters // 2)
    if len(text) < least:
        return False
    longest = int(len(text) / max(limits.many_repeats, 1.0))
    # Each stretch of the least length holds one of these blocks and its copy to the right.
    size = (least - longest) // 2
    return size < 1 or any(
        text.find(text[start : start + size], start + 1, start + size + longest) >= 0
        for start in range(0, len(text) - size, size)
    )


def _needed(finish_reason: FinishReason | None, ended: bool, limits: Thresholds) -> _Evidence:
    if finish_reason == "eos":
        return _Evidence(
            limits.any_repeats,
            limits.ended_symbols if ended else limits.any_symbols,
            limits.any_filler_symbols,
            limits.any_characters,
            limits.any_filler_words,
        )
    by = factor(finish_reason, limits)
    return _Evidence(
        by * limits.tail_repeats,
        by * limits.tail_symbols,
        by * limits.tail_filler_symbols,
        by * limits.tail_characters,
        by * limits.tail_filler_words,
    )


def score_of(
    text: str, run: Run, finish_reason: FinishReason | None, limits: Thresholds
) -> float | None:
    """0.5 where the run has just the evidence needed, towards 1 with more, None with less."""
    needed = _needed(finish_reason, finish_reason == "eos" and at_tail(text, run.end), limits)
    copies, characters = run.length / run.period / needed.repeats, run.length / needed.characters
    if 0.5 <= characters < 1:
        characters = columns(text[run.start : run.end]) / needed.characters
    if characters < 1 or run.length <= 2 * run.period:
        return None
    unit = text[run.start : run.start + run.period]
    # Sixteen letters make a word, but in a run of one letter each is a copy.
    size = run.length if run.period == 1 else count_symbols(text[run.start : run.end])
    if 0 <= size - needed.symbols < 2 and run.period > 1:
        size -= _cut_words(text, run.start) + _cut_words(text, run.end)
    margin = size / needed.symbols
    filler = is_filler(unit)
    if filler:
        margin = _filler_margin(unit, run, size, needed)
    elif "\n" in unit and margin < needed.filler_symbols / needed.symbols and _is_grid(unit):
        margin = size / needed.filler_symbols
    elif finish_reason == "eos":
        many = run.length / run.period / limits.many_repeats
        margin = max(margin, many) if margin < 1 <= many and has_word(unit) else margin
    elif copies < 1 and finish_reason is None:
        # Long copies up to the very end are a loop however it ended.
        copies = run.length / run.period / limits.tail_repeats
        margin = min(margin, size / limits.any_symbols)
    elif copies < 1:
        third = count_symbols(text[run.start + 2 * run.period : run.end])
        copies = run.length / run.period / limits.tail_long_repeats
        copies = max(copies, third / limits.tail_third_symbols)
        again = count_symbols(text[run.start + run.period : run.end])
        margin = min(margin, again / limits.tail_long_symbols)
    margin = min(copies, characters, margin)
    return 1 - 0.5 / margin if margin >= 1 else None


def _cut_words(text: str, place: int) -> int:
    """1 if a word goes on there: what it shares with another by chance is no symbol."""
    pair = text[place - 1 : place + 1] if place else ""
    return int(len(pair) == 2 and pair.isalnum() and len(starts_of(pair)) == 1)


def has_word(unit: str) -> bool:
    """Whether a word or a CJK character is in it; figures alone may be a plot or a grid."""
    read = symbols(unit)
    return bool(words_of(read, slice(None)).any())


def _is_grid(unit: str) -> bool:
    """Whether rows hold nothing but two or three numbers or letters, as a picture's pixels."""
    if "=" in unit:
        return False
    read = symbols(unit)
    cells = read.values[read.numeric & read.content]  # in the text, not in tags
    return not words_of(read, slice(None)).any() and 1 < np.unique(cells).size <= _FEW_CELLS


def words_of(read: Symbols, part: slice, name: int = 3) -> Flags:
    """Which symbols are words; names of months may be, single letters and numbers are not.

    Nor are labels and names of numbers, unless they have so many letters.
    """
    names = (read.folded[part] == ENUMERATOR) & (read.ends[part] - read.starts[part] >= name)
    words: Flags = read.content[part] & (~read.numeric[part] | names)
    return words


def has_endless_word(read: Symbols, part: slice) -> bool:
    """Whether there is a word too long to be one symbol, of a few letters: Thai has no spaces."""
    starts = read.starts[part][~read.content[part]]
    letters = read.codes[starts][class_of[read.codes[starts]] == LETTER]
    return np.unique(letters).size >= _FEW_LETTERS


def _filler_margin(unit: str, run: Run, size: float, needed: _Evidence) -> float:
    """Blanks between marks say less than marks, and blank lines less than the words at them."""
    if run.period == 1 or unit.isspace():
        return size / needed.filler_symbols
    copies, read = run.length / run.period, symbols(unit)
    words = int(read.content.sum())
    ruled = unit if words else _RULE.sub(r"\1", unit)
    if len(ruled) < len(unit):
        size = min(size, count_symbols(ruled) * copies)
    if "\n" in unit and read.content.size:  # rows of a grid
        size = min(size, needed.filler_symbols * copies / (2 * needed.repeats))
    probe = unit * 2 + unit[0]
    starts = [start for start in starts_of(probe) if start < len(unit) * 2]
    blanks = sum(probe[start : start + 2].isspace() for start in starts) / len(starts)
    margin = size * (1 - blanks) / needed.filler_symbols
    return min(margin, copies * words / needed.filler_words) if words else margin
