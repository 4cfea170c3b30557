"""The model fell into a loop."""

from dharma_pl.failures.base import EXCERPT, FailureMode, excerpt
from dharma_pl.functional.repetition import find_repetition
from dharma_pl.records import Document, Finding, Output


class Repetition(FailureMode):
    """A loop by `dharma_pl.functional.repetition.find_repetition`.

    The evidence is `label`, `period` (characters), `repeats`, `unit` (its first characters) and
    `at_tail`.
    """

    name = "repetition"

    def find(self, output: Output, document: Document) -> list[Finding]:
        """The loop, if there is one."""
        loop = find_repetition(output.text, output.finish_reason)
        if loop is None:
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
