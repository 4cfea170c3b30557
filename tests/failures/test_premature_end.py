"""Outputs that end in the middle of their target."""

import pytest

from dharma_pl.failures import PrematureEnd
from dharma_pl.records import Document, Output

ROWS = [f"{number} sacos de feijão, {number},50" for number in range(30)]
TARGET = "\n".join(ROWS)


def find(text, finish_reason="eos", target=TARGET, **settings):
    output = Output("page", 0, text, (), (), finish_reason)
    return PrematureEnd(**settings).find(output, Document("page", "Transcribe.", target=target))


def test_an_output_that_stops_early_is_found_at_its_end():
    text = "\n".join(ROWS[:10])
    [finding] = find(text)
    assert (finding.start, finding.end) == (len(text), len(text))
    assert finding.evidence["ratio"] == pytest.approx(1 / 3, abs=0.05)
    [worse] = find(ROWS[0])
    assert worse.score > finding.score > 0.5


HTML = "<table>" + "".join(f"<tr><td>{row}</td></tr>" for row in ROWS) + "</table>"


@pytest.mark.parametrize(
    ("text", "finish_reason", "target"),
    [
        (TARGET, "eos", TARGET),
        ("\n".join(ROWS[:20]), "eos", TARGET),  # a third is missing: bad, but no early end
        ("\n".join(ROWS[:10]), "length", TARGET),  # cut, which is another failure
        ("\n".join(ROWS[:10]), "eos", None),
        ("2 kg", "eos", "dois quilos"),  # too short to tell
        (TARGET, "eos", HTML),  # the same without markup
        ("Feijão 12", "eos", "Feijão" + " . " * 400 + "12"),  # dots need no copying
    ],
)
def test_what_is_no_premature_end(text, finish_reason, target):
    assert find(text, finish_reason, target) == []


def test_the_ratio_can_be_set():
    text = "\n".join(ROWS[:20])
    assert len(find(text, min_ratio=0.9)) == 1
