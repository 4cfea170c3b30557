"""The model fell into a loop."""

from dataclasses import asdict
from typing import Any, Literal, get_args

from dharma_pl.errors import UsageError
from dharma_pl.failures.base import EXCERPT, FailureMode, excerpt
from dharma_pl.functional.repetition import find_repetition
from dharma_pl.records import Document, Finding, Output
from dharma_pl.thresholds import load_thresholds

Breadth = Literal["exact", "strict", "broad"]
"""Which loops count: exact ones; these and counters; these, drift and low novelty."""


class Repetition(FailureMode):
    """A loop by `dharma_pl.functional.repetition.find_repetition`.

    The evidence is `label`, `period` (characters), `repeats`, `unit` (its first characters),
    `at_tail` and `wasted_share` (of the text, after the first copy).

    Args:
        breadth: which loops count.
        thresholds: YAML file of `calibrate`, or its fields; the defaults where not given.

    Raises:
        DataError: thresholds that cannot be read.
        UsageError: a breadth that there is not.
    """

    name = "repetition"

    def __init__(
        self, breadth: Breadth = "strict", thresholds: str | dict[str, Any] | None = None
    ) -> None:
        if breadth not in get_args(Breadth):
            known = ", ".join(get_args(Breadth))
            raise UsageError(f"Repetition: breadth must be one of {known}, got {breadth!r:.40}")
        self.breadth = breadth
        self._thresholds = load_thresholds(thresholds)
        self.thresholds = asdict(self._thresholds)  # what verdicts depend on, not the file's name

    def find(self, output: Output, document: Document) -> list[Finding]:
        """The loop, if there is one."""
        loop = find_repetition(output.text, output.finish_reason, self._thresholds)
        counts = {"exact": loop and loop.label == "exact", "strict": loop and loop.strict}
        if loop is None or not counts.get(self.breadth, True):
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
