"""What is counted; how long it took is nobody's business here."""

import time

import lightning as L
import pytest
import torch
from torch import nn

from dharma_pl.callbacks import ThroughputLogger
from dharma_pl.callbacks import throughput as module
from dharma_pl.callbacks.throughput import count_tokens, flops_per_token
from dharma_pl.data.preference import PreferenceData
from dharma_pl.data.sft import SFTData
from dharma_pl.errors import UsageError
from dharma_pl.models import Backbone, BackboneModule, DPOModule, LoraSpec, SFTModule


class Clock:
    """Every look at it is a second later."""

    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        self.seconds += 1.0
        return self.seconds


class Record(L.Callback):
    """What was logged, step by step."""

    def __init__(self):
        self.steps = []

    def on_train_batch_end(self, trainer, *_):
        self.steps.append({k: float(v) for k, v in trainer.callback_metrics.items()})

    def column(self, name):
        return [step[name] for step in self.steps if name in step]


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(module, "_now", lambda _: clock())
    return clock


def test_tokens_a_second_and_mfu_are_what_was_seen(trainer, llama,
                                                   text_documents, clock):  # fmt: skip
    """Steps of one second with one second between them: half the time is busy."""
    seen, callback = Record(), ThroughputLogger(window=2, peak_tflops=1e-6)
    data = SFTData(text_documents, llama, batch_size=4)
    sft = SFTModule(Backbone(llama))
    trainer(max_steps=3, max_epochs=-1, callbacks=[callback, seen]).fit(sft, data)
    data.setup("fit")
    tokens, flops = [], []
    per_token, per_scored = _weights(sft)
    loader = data.train_dataloader()
    for epoch in (0, 1):
        loader.set_epoch(epoch)
        for batch in loader:
            inputs = batch["inputs"]
            tokens.append(int(inputs["attention_mask"].sum()))
            flops.append(
                6 * per_token * tokens[-1] + 6 * per_scored * inputs["completion_mask"].sum()
            )
    assert seen.column("throughput/tokens_per_second") == pytest.approx(
        [tokens[0], sum(tokens[:2]) / 2, sum(tokens[1:3]) / 2]
    )
    assert seen.column("throughput/mfu")[0] == pytest.approx(float(flops[0]) / 1e6, rel=1e-5)
    assert seen.column("throughput/busy_share") == pytest.approx([1.0, 2 / 3, 2 / 4])


def _weights(sft):
    """Weights that multiply every token, and the head's."""
    named = {n: p.numel() for n, p in sft.loaded.named_parameters() if p.ndim == 2}
    return sum(v for n, v in named.items() if "embed" not in n and "lm_head" not in n), named[
        "lm_head.weight"
    ]


def test_where_the_peak_is_unknown_no_mfu_is_logged(trainer, llama, llama_pairs, tmp_path,
                                                    text_documents):  # fmt: skip
    seen = Record()
    data = PreferenceData(llama_pairs, text_documents, llama)
    trainer(max_steps=2, callbacks=[ThroughputLogger(), seen]).fit(
        DPOModule(Backbone(llama), cache_dir=str(tmp_path)), data
    )
    assert all(x > 0 for x in seen.column("throughput/tokens_per_second"))
    assert all(0 < x <= 1 for x in seen.column("throughput/busy_share"))
    assert not seen.column("throughput/mfu")


def test_patches_are_counted_where_they_come_flat(qwen, page_documents):
    data = SFTData(page_documents, qwen, batch_size=2)
    data.setup("fit")
    batch = data._collate(data.train[:2])
    counts = count_tokens(batch["inputs"])
    assert counts.patches == int(batch["inputs"]["image_grid_thw"].prod(-1).sum()) > 0
    assert counts.scored == sum(len(ids) for _, ids in data.train[:2])
    assert counts.tokens > counts.scored + counts.patches  # one image token a patch here


def test_what_is_frozen_costs_no_gradient_of_its_own(qwen):
    def counted(**spec):
        backbone = BackboneModule(Backbone(qwen, **spec))
        backbone.configure_model()
        return flops_per_token(backbone)

    frozen, seeing = counted(freeze_vision=True), counted(freeze_vision=False)
    lora = counted(lora=LoraSpec(rank=2))
    assert seeing.patches == 3 * frozen.patches > 0
    assert frozen.tokens == seeing.tokens
    assert 4 / 6 < lora.tokens / frozen.tokens < 1  # no gradients of the base, but an adapter's


def test_a_tower_whose_features_are_cached_does_not_run(qwen):
    backbone, callback = BackboneModule(Backbone(qwen)), ThroughputLogger(peak_tflops=1.0)
    backbone.configure_model()
    callback.on_train_start(L.Trainer, backbone)
    whole = callback._flops
    backbone.features = object()
    callback.on_train_start(L.Trainer, backbone)
    assert callback._flops == whole._replace(patches=0) != whole


def test_embeddings_are_read_and_not_multiplied():
    model = nn.Sequential(nn.Embedding(100, 8), nn.LayerNorm(8), nn.Linear(8, 8, bias=False))
    assert flops_per_token(model) == (6 * 64, 0, 0)
    model.add_module("lm_head", nn.Linear(8, 100, bias=False))
    assert flops_per_token(model) == (6 * 64, 6 * 800, 0)


def test_bad_settings():
    for bad in ({"window": 0}, {"peak_tflops": 0.0}):
        with pytest.raises(UsageError, match="window="):
            ThroughputLogger(**bad)


def test_the_clock_is_a_real_one(llama):
    sft = SFTModule(Backbone(llama))
    assert sft.device == torch.device("cpu")
    assert module._now(sft) <= time.perf_counter()
