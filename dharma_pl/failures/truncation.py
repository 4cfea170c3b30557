"""The model was cut off without looping."""

from dharma_pl.failures.base import FailureMode
from dharma_pl.functional.repetition import find_repetition
from dharma_pl.records import Document, Finding, Output


class Truncation(FailureMode):
    """The output ended before the model did, and it is no loop: it needs more tokens."""

    name = "truncation"

    def find(self, output: Output, document: Document) -> list[Finding]:
        """One finding, at the very end of the text, or none."""
        if output.finish_reason == "eos":
            return []
        loop = find_repetition(output.text, output.finish_reason)
        if loop is not None and loop.strict:
            return []
        end = len(output.text)
        if output.finish_reason == "abort":
            reason = "stopped early, but no loop was found"
        else:
            reason = f"cut at {output.max_new_tokens or len(output.token_ids)} tokens: give it more"
        evidence = {"finish_reason": output.finish_reason, "tokens": len(output.token_ids)}
        return [Finding(self.name, 1.0, end, end, reason, evidence)]
