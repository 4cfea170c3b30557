"""What stops or warns, a non-finite loss and falling chosen outputs; the end token at the onset."""

import logging
import math
from dataclasses import replace
from pathlib import Path

import lightning as L
import pytest
import torch

import dharma_pl.demo
from dharma_pl.artifacts import read_rows
from dharma_pl.data.preference import PreferenceData
from dharma_pl.data.sft import SFTData
from dharma_pl.errors import GateError, UsageError
from dharma_pl.models.backbone import Backbone, BackboneModule
from dharma_pl.models.guards import DisplacementAlarm, DisplacementWatch
from dharma_pl.models.objective import Objective
from dharma_pl.schemas import row_to_pair


class Poison(L.Callback):
    """Breaks one weight once a step is done."""

    def on_train_batch_end(self, trainer, module, *_):
        next(p for n, p in module.named_parameters() if "layers.1" in n).data[0, 0] = math.nan


@pytest.fixture
def preference(llama, llama_pairs, text_documents):
    return PreferenceData(llama_pairs, text_documents, llama, batch_size=4)


def test_a_broken_weight_stops_dpo_with_the_pairs_and_the_batch(trainer, make_dpo, llama,
                                                                preference, tmp_path):  # fmt: skip
    with pytest.raises(GateError, match=r"loss of step 1 is nan on page-\d\d/0, page-") as caught:
        trainer(max_steps=3, callbacks=[Poison()]).fit(make_dpo(llama), preference)
    assert "1 weights are not finite, first model.model.layers.1" in str(caught.value)
    (path,) = tmp_path.rglob("non-finite-step1-rank0.pt")
    assert str(path) in str(caught.value)
    saved = torch.load(path)
    assert saved["step"] == 1
    assert all(pair_id in str(caught.value) for pair_id in saved["pair_ids"])
    assert len(saved["pair_ids"]) == 4
    assert len(saved["inputs"]["chosen"]) == len(saved["inputs"]["rejected"]) == 4
    assert saved["inputs"]["completions"].dtype == torch.long
    assert caught.value.exit_code == 1


def test_a_broken_weight_stops_sft_with_the_documents(trainer, make_sft, llama, text_documents,
                                                      tmp_path):  # fmt: skip
    data = SFTData(text_documents, llama, batch_size=5)
    with pytest.raises(GateError, match=r"is nan on page-\d\d, page-"):
        trainer(max_steps=3, callbacks=[Poison()]).fit(make_sft(llama), data)
    assert len(torch.load(next(tmp_path.rglob("non-finite-*.pt")))["document_ids"]) == 5


def test_a_loss_without_a_reference_has_no_gate_but_this_one(trainer, make_dpo, llama, preference,
                                                             ):  # fmt: skip
    module = make_dpo(llama, loss="simpo")
    module.configure_model()
    next(module.loaded.parameters()).data.fill_(math.inf)
    with pytest.raises(GateError, match="loss of step 0 is nan"):
        trainer(max_steps=1).fit(module, preference)


def test_the_alarm_goes_off_once_where_chosen_outputs_fall(trainer, make_dpo, record, llama,
                                                           preference, caplog):  # fmt: skip
    """Steps so large that nothing is left of the model."""
    seen = record()
    module = make_dpo(llama, rate=1.0, alarm=DisplacementAlarm(nats_per_token=0.5, window=2))
    trainer(max_steps=8, max_epochs=-1, callbacks=[seen]).fit(module, preference)
    column = seen.column("train/displacement/chosen_per_token")
    assert min(column) < -0.5  # the premise
    assert caplog.text.count("chosen outputs have fallen") == 1
    assert "nats a token below the reference over the last 2 steps" in caplog.text


def test_the_alarm_can_stop_the_fit(trainer, make_dpo, llama, preference):
    alarm = DisplacementAlarm(nats_per_token=0.5, window=2, stop=True)
    with pytest.raises(GateError, match="unlearns good outputs"):
        trainer(max_steps=8, max_epochs=-1).fit(make_dpo(llama, rate=1.0, alarm=alarm), preference)


@pytest.mark.parametrize(
    ("values", "alarms"),
    [
        ([-0.3, -0.3, -0.3, -0.3], 1),
        ([-0.3, -0.3], 0),  # the window is not full
        ([-0.5, 0.4, -0.5, 0.4], 0),  # a mean above the threshold
        ([0.3, 0.3, 0.3], 0),  # rising is fine
        ([-0.2, -0.2, -0.2], 0),  # at the threshold is not beyond it
    ],
)
def test_the_window(values, alarms, caplog):
    watch = DisplacementWatch(DisplacementAlarm(nats_per_token=0.2000001, window=3))
    with caplog.at_level(logging.WARNING):
        for step, value in enumerate(values):
            watch.update(value, step)
    assert len(caplog.records) == alarms


def test_the_alarm_can_be_off(caplog):
    watch = DisplacementWatch(DisplacementAlarm(nats_per_token=0.0, window=1))
    watch.update(-100.0, 0)
    assert not caplog.records
    for bad in ({"nats_per_token": -1.0}, {"nats_per_token": math.nan}, {"window": 0}):
        with pytest.raises(UsageError, match="alarm"):
            DisplacementAlarm(**bad)


def test_the_end_token_at_the_onset_is_that_of_a_plain_forward(trainer, make_dpo, record, llama,
                                                               preference, text_documents,
                                                               pairs_of):  # fmt: skip
    seen = record()
    module = make_dpo(llama, rate=0.0)
    trainer(max_steps=2, max_epochs=-1, callbacks=[seen]).fit(module, preference)
    plain = BackboneModule(Backbone(llama))
    plain.configure_model()
    end = preference.codec.end_id
    by_id = {pair.id: pair for pair in pairs_of(llama)}
    for step, batch in enumerate(preference.train_dataloader()):
        found = {"chosen": [], "rejected": []}
        for pair_id in batch["pair_ids"]:
            pair = by_id[pair_id]
            prompt = preference.codec.prompt(preference._by_id[pair.document_id])["input_ids"][0]
            for side, tokens in found.items():
                ids = getattr(pair, side).token_ids
                if pair.onset < len(ids):
                    context = torch.cat([prompt, torch.tensor(ids[: pair.onset])])[None]
                    with torch.no_grad():
                        logits = plain.loaded(input_ids=context).logits[0, -1].double()
                    tokens.append(logits.softmax(-1)[end].item())
        for side, values in found.items():
            want = sum(values) / len(values)
            got = seen.steps[step][f"train/eos/at_onset_{side}"]
            assert got == pytest.approx(want, rel=1e-3, abs=1e-9), side
    assert step == 1


def test_pairs_without_onsets_ask_for_no_end_token(trainer, make_dpo, record, llama, pairs_of,
                                                   write_pairs, text_documents,
                                                   tmp_path):  # fmt: skip
    seen = record()
    bare = [replace(pair, onset=None) for pair in pairs_of(llama)]
    data = PreferenceData(write_pairs(tmp_path / "bare", bare), text_documents, llama)
    trainer(max_steps=1, callbacks=[seen]).fit(make_dpo(llama), data)
    assert not any("eos/" in name for step in seen.steps for name in step)


def test_pairs_of_an_older_release_still_load():
    """The demo's own, made before there were onsets."""
    rows = [row_to_pair(row) for row in read_rows(Path(dharma_pl.demo.__file__).parent / "pairs")]
    assert rows
    Objective().check_pairs(rows)
