"""The numbers in TensorBoard's event file, read by TensorBoard's own reader."""

import pytest
import torch
from lightning.pytorch.loggers import TensorBoardLogger
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from dharma_pl.callbacks import DegenerationLogger
from dharma_pl.data.preference import PreferenceData
from dharma_pl.data.sft import SFTData
from dharma_pl.models import Backbone, DPOModule, SFTModule

RATES = {
    f"degeneration/{name}"
    for name in ("rate", "ci_low", "ci_high", "dharma_rate", "hit_limit_rate", "truncated_rate",
                 "n", "max_new_tokens")
}  # fmt: skip


def events(folder):
    reader = EventAccumulator(str(folder))
    reader.Reload()
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
