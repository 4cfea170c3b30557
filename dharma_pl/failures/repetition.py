"""The model fell into a loop."""

from dataclasses import asdict
from typing import Literal

from dharma_pl.failures.base import EXCERPT, FailureMode, excerpt
from dharma_pl.functional.repetition import DEFAULT, Thresholds, find_repetition
from dharma_pl.records import Document, Finding, Output


class Repetition(FailureMode):
    """A loop by `dharma_pl.functional.repetition.find_repetition`.

    The evidence is `label`, `period` (characters), `repeats`, `unit` (its first characters) and
    `at_tail`.

    Args:
        level: the widest findings that count: `exact`, `strict` (exact and counter) or `broad`
            (drift and low novelty too).
        thresholds: the evidence needed.
    """

    name = "repetition"

    def __init__(
        self,
        level: Literal["exact", "strict", "broad"] = "strict",
        thresholds: Thresholds = DEFAULT,
    ) -> None:
        self.level: Literal["exact", "strict", "broad"] = level
        self.thresholds = asdict(thresholds)  # plain, for fingerprints
        self._limits = thresholds

    def find(self, output: Output, document: Document) -> list[Finding]:
        """The loop, if there is one."""
        loop = find_repetition(output.text, output.finish_reason, self._limits)
        if loop is None or not loop.within(self.level):
            return []
        where = "to the end" if loop.at_tail else "and goes on"
        unit = excerpt(loop.unit)
        evidence = {
            "label": loop.label,
            "period": loop.period,
            "repeats": loop.repeats,
            "unit": unit,
            "at_tail": loop.at_tail,
        }
        ellipsis = "..." if loop.period > EXCERPT else ""
        reason = f"{unit + ellipsis!r} repeats {loop.repeats:.1f} times {where}"
        return [Finding(self.name, loop.score, loop.start, loop.end, reason, evidence)]
