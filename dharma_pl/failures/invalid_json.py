"""The output is not JSON."""

import json

from dharma_pl.failures.base import FailureMode
from dharma_pl.functional.similarity import parse_json
from dharma_pl.records import Document, Finding, Output


class InvalidJson(FailureMode):
    """The output cannot be parsed as strict JSON (RFC 8259: no NaN, no single quotes)."""

    name = "invalid_json"

    def find(self, output: Output, document: Document) -> list[Finding]:
        """One finding, from the first wrong character on, or none."""
        try:
            parse_json(output.text)
        except json.JSONDecodeError as error:
            start, message = error.pos, f"{error.msg} at character {error.pos}"
        except ValueError as error:
            start, message = 0, str(error)
        else:
            return []
        return [Finding(self.name, 1.0, start, len(output.text), f"not JSON: {message}")]
