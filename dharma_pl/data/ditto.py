"""Pseudo-repetitions: rows in which a line of a target is repeated, for DITTO's loss."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from dharma_pl.data.encode import Codec, tokenizer_of
from dharma_pl.errors import UsageError
from dharma_pl.records import Document

UNIT_END = re.compile(r"\n|\\n|[.!?;](?=\s|$)")
"""Lines, plain or escaped as in JSON, and sentences."""

LONGEST_RUN = 16
"""Tokens, where a target has no line or sentence to repeat."""


@dataclass
class Ditto:
    """Which pseudo-repetitions a training batch gets.

    Xu et al. 2022 (arXiv 2206.02369) take every other step for them; here a share of each batch's
    rows comes a second time, cut after one of its lines or sentences, which then repeats.

    Attributes:
        share: of a batch's rows that are also repeated, above 0 to 1.
        copies: how often the unit is repeated after its first occurrence.
        max_tokens: longest stretch of copies; the last one may be cut.
    """

    share: float = 0.5
    copies: int = 16
    max_tokens: int = 256

    def __post_init__(self) -> None:
        if not 0 < self.share <= 1 or self.copies < 1 or self.max_tokens < 1:
            raise UsageError(
                f"ditto: share={self.share}, copies={self.copies}, max_tokens={self.max_tokens}: "
                "expected a share above 0 and at most 1, and 1 or more of the others"
            )


@dataclass(frozen=True)
class PseudoRepetition:
    """A target cut after one of its units, which then repeats.

    Attributes:
        document: whose prompt it completes.
        token_ids: the target up to the end of the unit, then copies of the unit; no end token.
        start: token at which the unit's first occurrence begins.
        period: tokens of the unit.
    """

    document: Document
    token_ids: tuple[int, ...]
    start: int
    period: int


def pseudo_repetitions(
    rows: Sequence[tuple[Document, list[int]]], ditto: Ditto, codec: Codec, seed: int
) -> list[PseudoRepetition]:
    """Repeat a unit of some rows' targets.

    Which rows and units is drawn from the seed and the rows themselves, so that a resumed run
    repeats an undisturbed one.
    """
    # A string seeds alike in every process; a hash of it would not.
    draw = random.Random(f"{seed}/{'/'.join(document.id for document, _ in rows)}")
    count = max(1, round(ditto.share * len(rows)))
    made = []
    for document, ids in draw.sample(list(rows), count):
        body = [token for token in ids if token not in codec.end_ids]
        if body:
            start, stop = draw.choice(_units(body, codec) or [_run(body, draw)])
            unit = tuple(body[start:stop])
            copies = (unit * ditto.copies)[: ditto.max_tokens]
            made.append(PseudoRepetition(document, (*body[:stop], *copies), start, len(unit)))
    return made


def _units(ids: Sequence[int], codec: Codec) -> list[tuple[int, int]]:
    """Token spans between the ends of lines and sentences."""
    tokenizer = tokenizer_of(codec.encoder)
    pieces = [str(tokenizer.decode([token])) for token in ids]
    ends = list(accumulate(map(len, pieces)))
    marks = {match.end() for match in UNIT_END.finditer("".join(pieces))}
    # A unit ends with the token that holds the last character of its mark.
    cuts = [0, *(i + 1 for i, (a, b) in enumerate(pairwise([0, *ends])) if _any(marks, a, b))]
    return [span for span in pairwise(cuts) if span[0] < span[1]]


def _any(marks: set[int], after: int, upto: int) -> bool:
    return any(mark in marks for mark in range(after + 1, upto + 1))


def _run(ids: Sequence[int], draw: random.Random) -> tuple[int, int]:
    """Any few tokens in a row."""
    start = draw.randrange(len(ids))
    return start, min(len(ids), start + draw.randint(1, LONGEST_RUN))
