"""The numbers in TensorBoard's event file, read by TensorBoard's own reader."""

import io
import json
import math

import numpy as np
import pytest
import torch
from lightning.pytorch.loggers import CSVLogger, TensorBoardLogger
from PIL import Image
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from dharma_pl.callbacks import DegenerationLogger
from dharma_pl.data.preference import PreferenceData
from dharma_pl.data.sft import SFTData
from dharma_pl.models import Backbone, DPOModule, SFTModule

RATES = {
    f"degeneration/{name}"
    for name in ("rate", "ci_low", "ci_high", "dharma_rate", "hit_limit_rate", "truncated_rate",
                 "exact_rate", "exact_ci_low", "exact_ci_high", "broad_rate", "broad_ci_low",
                 "broad_ci_high", "recovered_rate", "wasted_share", "er4", "n", "max_new_tokens")
}  # fmt: skip


KINDS = ("scalars", "histograms", "images", "tensors")


def board(folder):
    reader = EventAccumulator(str(folder), size_guidance=dict.fromkeys(KINDS, 0))
    reader.Reload()
    return reader


def events(folder):
    reader = board(folder)
    return {
        name: {event.step: event.value for event in reader.Scalars(name)}
        for name in reader.Tags()["scalars"]
    }


@pytest.fixture
def looping(builders, tmp_path):
    return builders.looper(tmp_path / "loops")


def test_what_a_dpo_fit_logs(trainer, llama, llama_pairs, text_documents, tmp_path):
    module = DPOModule(Backbone(llama), cache_dir=str(tmp_path / "reference"))
    data = PreferenceData(llama_pairs, text_documents, llama, batch_size=2)
    callback = DegenerationLogger(
        text_documents, split="train", limit=6, every_n_steps=2, batch_size=4, max_new_tokens=48
    )
    logger = TensorBoardLogger(str(tmp_path), name="tb", version="")
    trainer(
        max_steps=5, max_epochs=-1, logger=logger, callbacks=[callback], log_every_n_steps=1
    ).fit(module, data)
    scalars = events(tmp_path / "tb")
    wanted = RATES | {
        "train/loss", "train/rewards/chosen", "train/rewards/rejected", "train/rewards/margin",
        "train/rewards/accuracy", "train/displacement/chosen", "train/displacement/rejected",
        "train/length/chosen", "train/length/rejected", "train/logprobs/chosen",
    }  # fmt: skip
    assert wanted <= scalars.keys()
    for name in RATES:
        assert list(scalars[name]) == [0, 2, 4, 5], name
    assert list(scalars["train/loss"]) == list(range(5))
    assert scalars["train/loss"][0] == pytest.approx(0.6931, abs=1e-3)
    assert set(scalars["degeneration/n"].values()) == {6}
    for step, rate in scalars["degeneration/rate"].items():
        assert scalars["degeneration/ci_low"][step] <= rate <= scalars["degeneration/ci_high"][step]


def test_the_rate_is_that_of_the_judged_outputs(trainer, looping, text_documents, tmp_path):
    """The same documents through `predict` and the failure mode, one by one."""
    from dharma_pl.artifacts import read_rows
    from dharma_pl.data.sampling import SamplingData
    from dharma_pl.functional.repetition import find_repetition
    from dharma_pl.models import SamplingModule

    callback = DegenerationLogger(text_documents, split="train", batch_size=4, max_new_tokens=160)
    logger = TensorBoardLogger(str(tmp_path), name="tb", version="")
    module = SFTModule(Backbone(looping), lambda p: torch.optim.SGD(p, lr=0.0))
    trainer(max_steps=1, logger=logger, callbacks=[callback], log_every_n_steps=1).fit(
        module, SFTData(text_documents, looping, batch_size=4)
    )
    rates = events(tmp_path / "tb")
    out = tmp_path / "out"
    trainer().predict(
        SamplingModule(Backbone(looping), str(out), max_new_tokens=160),
        SamplingData(text_documents, looping, splits=["train"], batch_size=4),
        return_predictions=False,
    )
    rows = list(read_rows(out))
    found = [find_repetition(row["text"], row["finish_reason"]) for row in rows]
    loops = [loop is not None and loop.strict for loop in found]
    limit = [row["finish_reason"] == "length" for row in rows]
    assert rates["degeneration/rate"][0] == pytest.approx(sum(loops) / 10)
    assert rates["degeneration/hit_limit_rate"][0] == pytest.approx(sum(limit) / 10)
    assert sum(loops) == 10


def test_measuring_changes_nothing_that_is_learned(
    trainer, qwen, page_documents, trained, tmp_path
):
    weights = []
    for callbacks in ([], [DegenerationLogger(page_documents, every_n_steps=1, max_new_tokens=6)]):
        module = SFTModule(Backbone(qwen), lambda p: torch.optim.SGD(p, lr=0.1))
        trainer(max_steps=3, callbacks=callbacks).fit(
            module, SFTData(page_documents, qwen, batch_size=4)
        )
        weights.append(trained(module))
    for name, value in weights[0].items():
        assert value.equal(weights[1][name]), name


@pytest.fixture
def trained():
    return lambda module: {n: p.detach().clone() for n, p in module.named_parameters()}


def test_without_a_logger_it_runs(trainer, looping, text_documents):
    module = SFTModule(Backbone(looping), lambda p: torch.optim.SGD(p, lr=0.0))
    callback = DegenerationLogger(text_documents, max_new_tokens=8)
    trainer(max_steps=1, callbacks=[callback]).fit(
        module, SFTData(text_documents, looping, batch_size=4)
    )
    assert float(callback._metric.compute()["hit_limit_rate"]) == 1.0


def fit_looping(trainer, looping, documents, logger, **options):
    callback = DegenerationLogger(
        documents, split="train", limit=3, batch_size=2, max_new_tokens=160, **options
    )
    module = SFTModule(Backbone(looping), lambda p: torch.optim.SGD(p, lr=0.0))
    trainer(max_steps=1, logger=logger, callbacks=[callback], log_every_n_steps=1).fit(
        module, SFTData(documents, looping, batch_size=4)
    )
    return callback


def test_tensorboard_shows_histograms_units_and_the_attractor(
    trainer, looping, text_documents, tmp_path
):
    logger = TensorBoardLogger(str(tmp_path), name="tb", version="")
    callback = fit_looping(trainer, looping, text_documents, logger)
    reader = board(tmp_path / "tb")
    assert [event.step for event in reader.Histograms("degeneration/onset")] == [0, 1]
    onset = reader.Histograms("degeneration/onset")[0].histogram_value
    assert onset.bucket[:2] == [3, 0]  # all three loop from the first tenth on
    assert onset.bucket_limit == pytest.approx([k / 10 for k in range(1, 11)])
    period = reader.Histograms("degeneration/log2_period")[0].histogram_value
    assert period.bucket[3] == period.num == 3  # ` Read page` has ten characters
    (text, _) = reader.Tensors("degeneration/loop_units/text_summary")
    assert text.tensor_proto.string_val[0].decode() == "    3 x ' Read page'"
    (image, _) = reader.Images("degeneration/attractor")
    picture = np.asarray(Image.open(io.BytesIO(image.encoded_image_string)))
    assert picture.shape == (image.height, image.width, 3)
    curve = json.loads((tmp_path / "tb" / "attractor" / "step-000000.json").read_text())
    assert (curve["label"], curve["unit"], curve["step"]) == ("exact", " Read page", 0)
    assert curve["document_id"] == callback._data.rows[0].id
    tokens = curve["tokens"]
    assert len(tokens) == len(curve["probabilities"]) == len(curve["entropies"]) == 160
    assert "".join(tokens[curve["onset"] : curve["repeat"]]) == " Read page"
    loop = curve["probabilities"][curve["repeat"] :]
    assert min(loop) > 0.5  # each token of the wired loop dominates its distribution
    assert max(curve["entropies"]) < math.log(320)


def test_without_loops_there_is_nothing_to_draw(trainer, llama, text_documents, tmp_path):
    logger = TensorBoardLogger(str(tmp_path), name="tb", version="")
    callback = DegenerationLogger(text_documents, limit=2, max_new_tokens=4)
    module = SFTModule(Backbone(llama), lambda p: torch.optim.SGD(p, lr=0.0))
    trainer(max_steps=1, logger=logger, callbacks=[callback], log_every_n_steps=1).fit(
        module, SFTData(text_documents, llama, batch_size=4)
    )
    tags = board(tmp_path / "tb").Tags()
    assert not tags["histograms"]
    assert not tags["images"]
    assert not (tmp_path / "tb" / "attractor").exists()


def test_other_loggers_get_the_scalars_alone(trainer, looping, text_documents, tmp_path):
    logger = CSVLogger(str(tmp_path), name="csv", version="")
    fit_looping(trainer, looping, text_documents, logger)
    header = (tmp_path / "csv" / "metrics.csv").read_text().splitlines()[0]
    assert set(header.split(",")) >= RATES
    assert {path.name for path in (tmp_path / "csv").iterdir()} == {"metrics.csv"}
