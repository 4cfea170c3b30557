"""What the report refuses to report on."""

import pytest

from dharma_pl.artifacts import ArtifactWriter
from dharma_pl.errors import DataError
from dharma_pl.schemas import OUTPUTS, output_to_row
from dharma_pl.stages.evaluation import report


def test_no_rates_are_published_from_aborted_outputs(make_output, text_documents, tmp_path):
    writer = ArtifactWriter(
        tmp_path / "sft" / "outputs", "outputs", OUTPUTS, config={"abort": {"symbols": 512}}
    )
    writer.write(0, [output_to_row(make_output(10, 0, "feijão", "abort"))])
    writer.finish()
    with pytest.raises(DataError, match="sampled with early abort"):
        report({"sft": str(tmp_path / "sft")}, text_documents, str(tmp_path / "report"))
    assert not (tmp_path / "report").exists()
