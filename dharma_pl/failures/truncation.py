"""The model was cut off without looping."""

from dataclasses import asdict
from typing import Any

from dharma_pl.failures.base import FailureMode
from dharma_pl.functional.repetition import find_repetition
from dharma_pl.functional.thresholds import Thresholds
from dharma_pl.records import Document, Finding, Output
from dharma_pl.thresholds import load_thresholds


class Truncation(FailureMode):
    """The output ended before the model did, and it is no strict loop: it needs more tokens.

    The evidence is `finish_reason` and `tokens`.

    Args:
        thresholds: as for `Repetition`.

    Raises:
        DataError: thresholds that cannot be read.
    """

    name = "truncation"

    def __init__(self, thresholds: str | dict[str, Any] | Thresholds | None = None) -> None:
        self._thresholds = load_thresholds(thresholds)
        self.thresholds = asdict(self._thresholds)

    def find(self, output: Output, document: Document) -> list[Finding]:
        """One finding, at the very end of the text, or none."""
        if output.finish_reason == "eos":
            return []
        loop = find_repetition(output.text, output.finish_reason, self._thresholds)
        if loop is not None and loop.strict:
            return []
        end = len(output.text)
        if output.finish_reason == "abort":
            reason = "stopped early, but no loop was found"
        else:
            reason = f"cut at {output.max_new_tokens or len(output.token_ids)} tokens: give it more"
        evidence = {"finish_reason": output.finish_reason, "tokens": len(output.token_ids)}
        return [Finding(self.name, 1.0, end, end, reason, evidence)]
