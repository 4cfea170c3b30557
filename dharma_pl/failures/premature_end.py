"""The model stopped in the middle."""

from dharma_pl.failures.base import FailureMode
from dharma_pl.functional.words import content_length
from dharma_pl.records import Document, Finding, Output


class PrematureEnd(FailureMode):
    """The model ended its output itself, and far too early beside the target.

    Lengths are letters and digits without markup, so that a table in HTML and the same in Markdown
    are equally long, and dot leaders count nothing. Needs a target. The evidence is `ratio`.

    Args:
        min_ratio: of the target's length that an output must have at least.
        min_length: letters and digits of a target; of shorter ones a few wrong ones are a lot.
    """

    name = "premature_end"

    def __init__(self, min_ratio: float = 0.5, min_length: int = 40) -> None:
        self.min_ratio, self.min_length = min_ratio, min_length

    def find(self, output: Output, document: Document) -> list[Finding]:
        """One finding, at the very end of the text, or none."""
        if output.finish_reason != "eos" or document.target is None:
            return []
        expected = content_length(document.target)
        if expected < max(1, self.min_length):
            return []
        ratio = content_length(output.text) / expected
        if ratio >= self.min_ratio:
            return []
        end = len(output.text)
        score = 1 - 0.5 * ratio / self.min_ratio
        reason = f"ended by itself at {100 * ratio:.0f} % of the target's letters and digits"
        return [Finding(self.name, score, end, end, reason, {"ratio": ratio})]
