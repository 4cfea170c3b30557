"""The README's example of a failure mode of one's own."""

import json

from dharma_pl.failures import FailureMode, default_modes, find_all
from dharma_pl.records import Document, Finding, Output


class TalksToReader(FailureMode):
    """The model talks to its reader where it should transcribe."""

    name = "talks_to_reader"

    def find(self, output: Output, document: Document) -> list[Finding]:
        start = output.text.find("As an AI")
        if start < 0 or "As an AI" in (document.target or ""):
            return []
        return [Finding(self.name, 1.0, start, len(output.text), "talks to the reader")]


def test_a_mode_of_ones_own_stands_beside_the_built_in_ones():
    page = {"header": "", "margin": "", "footer": "", "text": "As an AI model I cannot read it."}
    text = json.dumps(page)
    output = Output("page", 0, text, (), (), "eos")
    modes = [*default_modes(), TalksToReader()]
    [finding] = find_all(output, Document("page", "Transcribe."), modes)
    assert (finding.mode, finding.start) == ("talks_to_reader", text.index("As an AI"))
    # A page that says so itself is transcribed rightly.
    assert find_all(output, Document("page", "Transcribe.", target=text), modes) == ()
