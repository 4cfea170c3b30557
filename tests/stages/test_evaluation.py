"""What the report refuses to report on, and what it says of outputs made elsewhere."""

import json

import pytest

from dharma_pl.artifacts import ArtifactWriter
from dharma_pl.errors import DataError
from dharma_pl.schemas import OUTPUTS, output_to_row
from dharma_pl.stages.evaluation import report
from dharma_pl.stages.judge import judge


def test_no_rates_are_published_from_aborted_outputs(make_output, text_documents, tmp_path):
    writer = ArtifactWriter(
        tmp_path / "sft" / "outputs", "outputs", OUTPUTS, config={"abort": {"symbols": 512}}
    )
    writer.write(0, [output_to_row(make_output(10, 0, "feijão", "abort"))])
    writer.finish()
    with pytest.raises(DataError, match="sampled with early abort"):
        report({"sft": str(tmp_path / "sft")}, text_documents, str(tmp_path / "report"))
    assert not (tmp_path / "report").exists()


@pytest.mark.parametrize(
    ("config", "line", "recorded"),
    [
        ({"server": "elsewhere"}, "unknown (outputs made elsewhere)", {}),
        ({"temperatures": [0.0]}, "temperatures", {"temperatures": [0.0], "top_p": "unknown"}),
    ],
)
def test_outputs_made_elsewhere_are_said_to_be(
    config, line, recorded, make_output, text_documents, tmp_path
):
    folder = tmp_path / "other"
    rows = [output_to_row(make_output(10, 0, "feijão", "eos"))]
    writer = ArtifactWriter(folder / "outputs", "outputs", OUTPUTS, config=config)
    writer.write(0, rows)
    writer.finish()
    judge(str(folder / "outputs"), text_documents, str(folder / "verdicts"))
    report({"other": str(folder)}, text_documents, str(tmp_path / "report"))
    decoding = json.loads((tmp_path / "report" / "report.json").read_text())["decoding"]
    if recorded:
        assert decoding | recorded == decoding
    else:
        assert decoding == {"decoding": line}  # no word on early abort either
    text = (tmp_path / "report" / "report.md").read_text()
    assert line in text.split("## Decoding")[1]
