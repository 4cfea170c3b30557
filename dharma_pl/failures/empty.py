"""The model wrote nothing, or next to nothing."""

from dharma_pl.failures.base import FailureMode
from dharma_pl.functional.words import content_length
from dharma_pl.records import Document, Finding, Output


class Empty(FailureMode):
    """The output has no character but white space, or hardly any content beside its target's.

    Content is letters and digits, in the values where the text is a JSON object: fields that are
    all empty hold none. An output that was cut is never near-empty, since more was to come. The
    evidence of a near-empty output is `share`, of the target's content.

    Args:
        min_share: of the target's content that an output must have at least; 0 finds blank outputs
            alone.
    """

    name = "empty"

    def __init__(self, min_share: float = 0.05) -> None:
        self.min_share = min_share

    def find(self, output: Output, document: Document) -> list[Finding]:
        """One finding, the whole text, or none."""
        end = len(output.text)
        if not output.text.strip():
            return [Finding(self.name, 1.0, 0, end, "nothing but white space")]
        expected = content_length(document.target or "") if output.finish_reason == "eos" else 0
        share = content_length(output.text) / expected if expected else 1.0
        if share >= self.min_share:
            return []
        score = 1 - 0.5 * share / self.min_share
        reason = f"{100 * share:.1f} % of the target's letters and digits"
        return [Finding(self.name, score, 0, end, reason, {"share": share})]
