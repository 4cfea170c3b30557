"""The model fell into a loop."""

from dataclasses import asdict
from typing import Any, Literal, get_args

from dharma_pl.errors import UsageError
from dharma_pl.failures.base import EXCERPT, FailureMode, excerpt
from dharma_pl.functional.repetition import find_repetition
from dharma_pl.functional.thresholds import Thresholds
from dharma_pl.records import Document, Finding, Output
from dharma_pl.thresholds import load_thresholds

Level = Literal["exact", "strict", "broad"]
"""Which loops count: exact ones; these and counters; these, drift and low novelty."""


class Repetition(FailureMode):
    """A loop by `dharma_pl.functional.repetition.find_repetition`.

    The evidence is `label`, `period` (characters), `repeats`, `unit` (its first characters),
    `at_tail` and `wasted_share` (of the text, after the first copy).

    Args:
        level: which loops count.
        thresholds: YAML file of `calibrate`, or its fields; the defaults where not given.

    Raises:
        DataError: thresholds that cannot be read.
        UsageError: a level that there is not.
    """

    name = "repetition"

    def __init__(
        self, level: Level = "strict", thresholds: str | dict[str, Any] | Thresholds | None = None
    ) -> None:
        if level not in get_args(Level):
            known = ", ".join(get_args(Level))
            raise UsageError(f"Repetition: level must be one of {known}, got {level!r:.40}")
        self.level = level
        self._thresholds = load_thresholds(thresholds)
        self.thresholds = asdict(self._thresholds)  # what verdicts depend on, not the file's name

    def find(self, output: Output, document: Document) -> list[Finding]:
        """The loop, if there is one."""
        loop = find_repetition(output.text, output.finish_reason, self._thresholds)
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
            "wasted_share": loop.wasted_share,
        }
        ellipsis = "..." if loop.period > EXCERPT else ""
        reason = f"{unit + ellipsis!r} repeats {loop.repeats:.1f} times {where}"
        return [Finding(self.name, loop.score, loop.start, loop.end, reason, evidence)]
