"""Repetition loops in generated text: where they start, what repeats, how sure we are.

A *run* is a maximal stretch of text that equals itself shifted by its period. Whether a run is a
loop depends on its length in *symbols* (words, numbers, tags, punctuation marks), so that models
with different tokenizers are held to the same rule, and on how the generation ended: three copies
at the very end of an output that hit the token limit say more than three copies in one that
stopped by itself.

Run finding is exact. For every scale L, a block of L characters is looked up in the L characters
beside it; two copies of the block at distance q <= L make a stretch of period q, and q, being the
nearest, is primitive (Fine and Wilf, 1965). Scales grow by half, so a text of n characters costs
O(n log n) character comparisons, in `str.find`, and there is no quadratic case.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from dharma_pl.functional.thresholds import DEFAULT, Thresholds

FinishReason = Literal["eos", "length", "abort"]
"""As in the records; this package imports nothing of ours, and the type checker compares them."""

STRAY_SYMBOLS = 4
"""What may follow a loop that still counts as the tail: half a word, U+FFFD, closing brackets."""

_LONGEST_TAG = 100
_CJK = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_TAG = re.compile(rf"</?[A-Za-z][^<>]{{0,{_LONGEST_TAG - 4}}}>")
_SYMBOL = re.compile(rf" ?(?:{_TAG.pattern}|[{_CJK}]|[^\W\d_{_CJK}]{{1,16}}|\d{{1,8}}|\S)|\s")
_SHORTEST_SCALE = 64

Label = Literal["exact", "counter", "drift", "low_novelty"]


@dataclass(frozen=True, slots=True)
class Repetition:
    """A loop in a text.

    Attributes:
        label: `exact`: the copies are equal to the last character.
        score: 0.5 at the threshold, towards 1 with the evidence.
        start: first character of the first copy.
        end: one past the last character of the last, mostly partial, copy.
        period: characters of one copy; primitive, so no copy is itself a repetition.
        repeats: length over period, with its fraction.
        unit: the first copy.
        at_tail: whether at most `STRAY_SYMBOLS` symbols follow.
    """

    label: Label
    score: float
    start: int
    end: int
    period: int
    repeats: float
    unit: str
    at_tail: bool
    wasted_share: float = 0.0

    @property
    def strict(self) -> bool:
        """Exact or counter."""
        return self.label in ("exact", "counter")


class _Run(NamedTuple):
    """`text[i] == text[i + period]` for all i in start .. end - period - 1, and no further."""

    start: int
    end: int
    period: int

    @property
    def length(self) -> int:
        return self.end - self.start


class _Evidence(NamedTuple):
    """What a run must have at least to be a loop.

    Filler (dots, zeros, blank cells) is what honest pages repeat, so it needs more symbols.
    """

    repeats: float
    symbols: int
    filler_symbols: int
    characters: int

    def times(self, factor: int) -> "_Evidence":
        return _Evidence(
            factor * self.repeats,
            factor * self.symbols,
            factor * self.filler_symbols,
            factor * self.characters,
        )


_AT_TAIL = _Evidence(repeats=3, symbols=64, filler_symbols=200, characters=160)
_ANYWHERE = _Evidence(repeats=4, symbols=800, filler_symbols=2000, characters=800)


def find_repetition(
    text: str, finish_reason: FinishReason | None, thresholds: Thresholds = DEFAULT
) -> Repetition | None:
    """Find the loop a generation fell into.

    At the tail of an output cut by the limit (or by an early abort) a loop has at least 3 copies,
    64 symbols and 160 characters; 200 symbols if the unit is filler. Where nobody knows how the
    output ended, four times that. Anywhere else, and after an end of sequence, at least 4 copies
    and 800 symbols; 2000 of filler. Of several loops the longest at the tail is reported, else the
    longest.

    Args:
        text: the whole output, without special tokens; any string, lone surrogates included.
        finish_reason: how the generation ended; None if unknown.
        thresholds: the evidence needed.

    Returns:
        The loop, or None. Its first copy may start up to a copy before the point where the model
        began to repeat, where the text before happens to end like the unit.

    Raises:
        ValueError: for a finish reason that is none of the known ones.

    >>> loop = find_repetition("Total: " + "12,50 de arroz, " * 20, "length")
    >>> loop.start, loop.period, loop.repeats, loop.unit
    (6, 16, 20.0625, ' 12,50 de arroz,')
    >>> find_repetition("Total: " + "12,50 de arroz, " * 20, "eos") is None
    True
    """
    _check(finish_reason)
    if len(text) < _AT_TAIL.characters:
        return None
    backwards = text[::-1]
    t = thresholds
    at_tail = _Evidence(t.tail_repeats, t.tail_symbols, t.tail_filler_symbols, t.tail_characters)
    anywhere = _Evidence(t.any_repeats, t.any_symbols, t.any_filler_symbols, t.any_characters)
    tails = {"length": at_tail, "abort": at_tail, "eos": anywhere, None: at_tail.times(4)}
    return _longest(text, _tail_runs(text, backwards), tails[finish_reason]) or _longest(
        text, _runs(text, backwards), anywhere
    )


def dharma_rule(text: str, finish_reason: FinishReason | None) -> bool:
    """The published DharmaOCR rule, for comparison with published rates only.

    The output hit the token limit and its last 15 characters occur at least four times in it, not
    necessarily in a row. Source: replica of the benchmark's evaluation notebook.

    Args:
        text: the whole output.
        finish_reason: only `length` can be degenerate by this rule.

    Raises:
        ValueError: for a finish reason that is none of the known ones.

    >>> dharma_rule("0,00 0,00 " * 8, "length"), dharma_rule("0,00 0,00 " * 8, "eos")
    (True, False)
    """
    _check(finish_reason)
    return finish_reason == "length" and len(text) >= 15 and text.count(text[-15:]) >= 4


def count_symbols(text: str) -> int:
    """Length of a text in symbols, which no tokenizer has a say in.

    A symbol is a word of at most 16 letters, a number of at most 8 digits, one CJK character, one
    markup tag or one other character; one space before it belongs to it, further white space
    counts.

    >>> count_symbols("<td>Feijão 12,50</td>")
    6
    """
    return sum(1 for _ in _SYMBOL.finditer(text))


def _check(finish_reason: str | None) -> None:
    if finish_reason is not None and finish_reason not in get_args(FinishReason):
        msg = f"Expected finish_reason eos, length, abort or None, but got {finish_reason!r:.80}"
        raise ValueError(msg)


def _scales(longest_period: int) -> Iterator[tuple[int, int]]:
    """Ranges of periods (above, up to) that together hold 1 .. `longest_period`."""
    above, up_to = 0, _SHORTEST_SCALE
    while above < longest_period:
        yield above, up_to
        above, up_to = up_to, up_to * 3 // 2


def _tail_runs(text: str, backwards: str) -> Iterator[_Run]:
    """Runs of three copies and 160 characters or more that end within the last symbols."""
    window = max(0, len(text) - (STRAY_SYMBOLS + 1) * _LONGEST_TAG)
    starts = [window + match.start() for match in _SYMBOL.finditer(text[window:])]
    for cut in (len(text), *starts[-STRAY_SYMBOLS:]):
        skip = len(text) - cut
        for above, up_to in _scales(cut // 3):
            block = backwards[skip : skip + up_to]
            period = backwards.find(block, skip + 1, skip + 2 * up_to) - skip
            if period > above:
                yield _grow_both(text, backwards, cut - up_to, cut, period)


def _runs(text: str, backwards: str) -> Iterator[_Run]:
    """Runs of four copies and 800 characters or more; a few of them twice."""
    for above, up_to in _scales(len(text) // 4):
        # Any such run of this scale holds an anchor with the block and its copy to the right.
        stride = max(up_to, _ANYWHERE.characters - 2 * up_to)
        anchor = 0
        while anchor + up_to < len(text):
            block = text[anchor : anchor + up_to]
            period = text.find(block, anchor + 1, anchor + 2 * up_to) - anchor
            anchor += stride
            if period > above:
                left = anchor - stride
                run = _grow_both(text, backwards, left, left + up_to, period)
                yield run
                # The next run of this scale shares less than two periods with this one.
                anchor = max(anchor, run.end - 2 * up_to)


def _grow_both(text: str, backwards: str, start: int, end: int, period: int) -> _Run:
    """The maximal run around `text[start:end]`, which recurs at a distance of `period`."""
    right = _grow(text, end, period)
    return _Run(len(text) - _grow(backwards, len(text) - start, period), right, period)


def _grow(text: str, end: int, period: int) -> int:
    """How far to the right of `end` the text goes on with the given period."""
    step = 1
    while step and end < len(text):
        stop = min(end + step, len(text))
        if text[end:stop] == text[end - period : stop - period]:
            end, step = stop, step * 2
        else:
            step //= 2
    return end


def _longest(text: str, runs: Iterator[_Run], needed: _Evidence) -> Repetition | None:
    """The longest of the runs that are loops by the evidence needed."""
    for run in sorted(set(runs), key=lambda run: (-run.length, run)):
        score = _score(text, run, needed)
        if score is not None:
            return Repetition(
                label="exact",
                score=score,
                start=run.start,
                end=run.end,
                period=run.period,
                repeats=run.length / run.period,
                unit=text[run.start : run.start + run.period],
                at_tail=_at_tail(text, run.end),
                wasted_share=(run.length - run.period) / len(text),
            )
    return None


def _score(text: str, run: _Run, needed: _Evidence) -> float | None:
    """0.5 where the run has just the evidence needed, towards 1 with more, None with less."""
    copies, characters = run.length / run.period / needed.repeats, run.length / needed.characters
    if min(copies, characters) < 1:
        return None
    unit = text[run.start : run.start + run.period]
    # Sixteen letters make a word, but in a run of one letter each is a copy.
    symbols = run.length if run.period == 1 else count_symbols(text[run.start : run.end])
    share = symbols / (needed.filler_symbols if _is_filler(unit) else needed.symbols)
    margin = min(copies, characters, share)
    return 1 - 0.5 / margin if margin >= 1 else None


def _is_filler(unit: str) -> bool:
    """Whether a unit says nothing: less than two different letters or nonzero digits, tags aside.

    Tables of zeros, dot leaders, blank cells, rulers and columns of one mark are filler.
    """
    # A run can start inside a tag; turn the unit until it does not.
    turn = max(unit.find("<"), 0)
    bare = _TAG.sub("", unit[turn:] + unit[:turn])
    return len({char for char in bare if char.isalnum() and char != "0"}) < 2


def _at_tail(text: str, end: int) -> bool:
    rest = text[end : end + STRAY_SYMBOLS * (_LONGEST_TAG + 1) + 1]
    return count_symbols(rest) <= STRAY_SYMBOLS
