"""The model wrote nothing."""

from dharma_pl.failures.base import FailureMode
from dharma_pl.records import Document, Finding, Output


class Empty(FailureMode):
    """The output has no character but white space."""

    name = "empty"

    def find(self, output: Output, document: Document) -> list[Finding]:
        """One finding, the whole text, or none."""
        if output.text.strip():
            return []
        return [Finding(self.name, 1.0, 0, len(output.text), "nothing but white space")]
