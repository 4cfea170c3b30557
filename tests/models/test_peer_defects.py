"""Defects that other DPO trainers have had, each of which must not come back here.

Step 0 is the measure: policy and reference are one model then, so every reward is 0 and the loss
is ln 2 = 0.6931.
"""

import math
from dataclasses import replace

import numpy as np
import pytest
import torch
from PIL import Image

from dharma_pl.data.encode import load_codec
from dharma_pl.data.pair_inputs import pair_inputs
from dharma_pl.data.pairs import pair_of
from dharma_pl.data.preference import PreferenceData
from dharma_pl.data.preference_rows import PreferenceEntry
from dharma_pl.errors import UsageError
from dharma_pl.functional import logits
from dharma_pl.functional.logprobs import token_logprobs
from dharma_pl.functional.losses import log_ratios
from dharma_pl.models import Backbone, BackboneModule
from dharma_pl.models.forward import pair_logprobs
from dharma_pl.records import Completion, Document, Pair


def long_pairs(model, count=2, chosen=100, rejected=900):
    """Random tokens: no certainty to hide rounding behind."""
    codec, draw = load_codec(model), np.random.default_rng(3)
    first = max(*codec.end_ids, *codec.placeholder_ids, 9) + 1

    def side(length):
        return tuple(int(i) for i in draw.integers(first, codec.vocab_size, length))

    return [
        Pair(f"page-{n:02d}/0", f"page-{n:02d}", Completion("", (*side(chosen - 1), codec.end_id),
             "eos"), Completion("", side(rejected), "length"), mode="repetition")
        for n in range(count)
    ]  # fmt: skip


@pytest.fixture
def step_0(trainer, make_dpo):
    """Largest |reward| of a side over all pairs, a fresh policy against the cached reference."""

    def measure(model, pairs, documents, precision, *, batch_size=1, **options):
        module = make_dpo(model, rate=0.0, **options)
        data = PreferenceData(pairs, documents, model, batch_size=batch_size)
        runner = trainer(max_steps=1, max_epochs=-1, precision=precision)
        runner.fit(module, data)
        rewards = []
        for batch in data.reference_loader(set(data.keys())):
            with torch.no_grad(), runner.precision_plugin.forward_context():
                policy = pair_logprobs(module.loaded, batch["inputs"], module.layout)
            ratios = log_ratios(policy, module._reference(batch, policy))
            rewards += [module.objective.beta * side.abs().max() for side in ratios]
        return float(max(rewards)), float(runner.callback_metrics["train/loss"])

    return measure


@pytest.mark.parametrize("precision", ["bf16-true", "bf16-mixed", "32-true"])
def test_2_1_a_long_rejected_output_in_bf16_has_no_reward_at_step_0(
    step_0, builders, text_documents, write_pairs, tmp_path, precision
):
    """Sums of 900 log-probabilities in bf16 have a spacing of 4 to 32 nats."""
    model = builders.llama(tmp_path / "model", max_position_embeddings=2048)
    pairs = write_pairs(tmp_path / "pairs", long_pairs(model))
    backbone = {"dtype": "float32" if precision == "32-true" else "bfloat16"}
    for _ in ("computed", "from disk"):
        reward, loss = step_0(model, pairs, text_documents, precision, backbone=backbone)
        assert reward <= 1e-3
        assert loss == pytest.approx(math.log(2), abs=1e-3)


def test_2_2_what_changes_the_tokens_never_reads_a_stale_row(
    step_0, forwards, llama, text_documents, pairs_of, write_pairs, tmp_path
):
    """Rejected cut elsewhere: other tokens, so another row, whatever the pair is called."""
    pairs = pairs_of(llama)
    step_0(llama, write_pairs(tmp_path / "long", pairs), text_documents, "32-true")
    cut = [
        replace(pair, rejected=replace(pair.rejected, token_ids=pair.rejected.token_ids[:-5]))
        for pair in pairs
    ]
    forwards.clear()
    reward, loss = step_0(llama, write_pairs(tmp_path / "cut", cut), text_documents, "32-true")
    assert len(forwards) == 16  # 8 by the run, 8 by the measurement
    assert reward <= 1e-3
    assert loss == pytest.approx(math.log(2), abs=1e-4)


@pytest.mark.parametrize("kind", ["full", "lora"])
def test_2_3_settings_of_the_run_recompute_nothing(fit, forwards, llama, llama_pairs,
                                                   text_documents, tmp_path, kind):  # fmt: skip
    fit(llama, llama_pairs, text_documents, kind=kind)
    forwards.clear()
    for seed in (1, 2):  # of LoRA's random A too
        torch.manual_seed(seed)
        fit(llama, llama_pairs, text_documents, kind=kind, rate=seed * 1e-4, beta=0.1 * seed,
            seed=seed, verify_rows=0, trainer_={"default_root_dir": str(tmp_path / str(seed))},
            data={"batch_size": seed, "max_tokens": 500 - seed})  # fmt: skip
    assert forwards == []


def test_2_4_two_checkpoints_of_one_architecture_never_share_rows(
    fit, builders, text_documents, pairs_of, write_pairs, tmp_path
):
    first = builders.llama(tmp_path / "first", seed=1)
    second = builders.llama(tmp_path / "second", seed=2)
    pairs = write_pairs(tmp_path / "pairs", pairs_of(first))
    modules = [fit(model, pairs, text_documents)[0] for model in (first, second)]
    assert modules[0].weights != modules[1].weights
    assert len(list((tmp_path / "reference").iterdir())) == 2


@pytest.mark.parametrize("kind", ["full", "lora"])
def test_2_5_a_model_changed_in_memory_is_its_own_reference(
    trainer, make_dpo, record, llama, llama_pairs, text_documents, tmp_path, kind
):
    """The rows of the model on disk are there, and are not this model's."""
    data = PreferenceData(llama_pairs, text_documents, llama)
    trainer(max_steps=1).fit(make_dpo(llama, kind), data)
    module, seen = make_dpo(llama, kind), record()
    module.configure_model()
    on_disk = module.weights
    with torch.no_grad():
        for parameter in module.loaded.parameters():
            parameter.add_(0.05 * torch.randn_like(parameter))
    data = PreferenceData(llama_pairs, text_documents, llama)
    trainer(max_steps=2, callbacks=[seen]).fit(module, data)
    assert seen.column("train/loss")[0] == pytest.approx(math.log(2), abs=1e-4)
    assert module.weights != on_disk
    assert len(list((tmp_path / "reference").iterdir())) == 2
    again = record()  # and what a second fit of one object starts from is what the first made
    trainer(max_steps=1, callbacks=[again]).fit(
        module, PreferenceData(llama_pairs, text_documents, llama)
    )
    assert again.column("train/loss")[0] == pytest.approx(math.log(2), abs=1e-4)


def test_2_6_no_end_is_put_after_a_loop_that_the_limit_cut(any_model):
    codec = load_codec(any_model)
    row = PreferenceEntry("here", Document("a", "Read."), True, "one", "b c d " * 60)
    pair = pair_of(row, codec)
    assert pair.chosen.token_ids[-1] == codec.end_id
    assert not set(codec.end_ids) & set(pair.rejected.token_ids)
    whole = pair_of(replace(row, rejected="It ends here."), codec)
    assert whole.rejected.token_ids[-1] == codec.end_id


def test_2_7_packing_packs(builders, document, tmp_path):
    """An option that is a no-op elsewhere: here short groups do share a row."""
    model = BackboneModule(Backbone(builders.llama(tmp_path / "model")))
    model.configure_model()
    codec, rows = load_codec(str(tmp_path / "model")), []
    documents = [document(n, prompt="word " * 40 if n == 0 else "word") for n in range(4)]
    pairs = [
        Pair(d.id, d.id, Completion("", (40, 41), "eos"), Completion("", (50, 51, 52), "length"))
        for d in documents
    ]
    inputs = pair_inputs(codec, {d.id: codec.prompt(d) for d in documents}, pairs)
    body = model.loaded.model
    body.register_forward_pre_hook(lambda _, a, kw: rows.append(kw["input_ids"].shape),
                                   with_kwargs=True)  # fmt: skip
    for layout in ("shared", "two"):
        with torch.no_grad():
            pair_logprobs(model.loaded, inputs, layout)
    longest = max(group.length for group in inputs.groups)
    assert rows == [(2, longest), (8, longest - 2)]  # one long group; three short ones in a row


@pytest.mark.parametrize("loss", ["sigmoid", "sigmoid_norm", "robust"])
def test_2_8_chunked_log_probs_and_a_cached_reference_drop_no_option(
    fit, llama, llama_pairs, text_documents, loss
):
    """Label smoothing counts from the first moved step on; what no loss reads is refused."""
    losses = []
    for smoothing in (0.0, 0.3):
        _, seen = fit(llama, llama_pairs, text_documents, loss=loss, label_smoothing=smoothing,
                      steps=2, rate=1e-3, beta=2.0)  # fmt: skip
        losses.append(seen.column("train/loss"))
    assert losses[0][0] == pytest.approx(losses[1][0], abs=1e-4)
    assert abs(losses[0][1] - losses[1][1]) > 1e-3
    with pytest.raises(UsageError, match=r"label_smoothing=0\.3: read by"):
        fit(llama, llama_pairs, text_documents, loss="ipo", label_smoothing=0.3)


def test_whole_and_cut_twins_have_rows_of_their_own(llama, text_documents, pairs_of, write_pairs,
                                                    tmp_path):  # fmt: skip
    """A key that leaves the end of the turn out would give one the other's log-probs."""
    pair = pairs_of(llama)[0]
    ids = pair.rejected.token_ids
    twin = replace(
        pair, id="page-00/1",
        rejected=replace(pair.rejected, token_ids=(*ids, load_codec(llama).end_id)),
    )  # fmt: skip
    data = PreferenceData(write_pairs(tmp_path / "pairs", [pair, twin]), text_documents, llama)
    data.setup("fit")
    assert len(data.keys()) == 2


def test_one_pair_is_chunked_by_tokens(monkeypatch):
    """Chunks of pairs leave one pair a rank with all its logits at once."""
    made = []
    original = logits.LogitBuffers.__init__

    def spy(self, elements, *args):
        made.append(elements)
        original(self, elements, *args)

    monkeypatch.setattr(logits.LogitBuffers, "__init__", spy)
    monkeypatch.setattr(logits, "ELEMENTS", 4000)
    hidden, weight = torch.randn(900, 8, requires_grad=True), torch.randn(1000, 8)
    token_logprobs(hidden, weight, torch.arange(900)).sum().backward()
    assert made == [4000]  # four tokens at a time, and nothing for a frozen head


def test_2_9_a_page_of_many_image_tokens_is_cached_and_never_cut(
    step_0, forwards, builders, write_pairs, pairs_of, tmp_path
):
    """Above the 1,024 tokens that cut elsewhere: all arrive, and the reference is cached."""
    model = builders.qwen(tmp_path / "model")
    for name, setting, old, new in (
        ("config.json", "max_position_embeddings", 512, 4096),
        ("processor_config.json", "longest_edge", 4096, 90_000),
    ):
        path = tmp_path / "model" / name
        assert f'"{setting}": {old}' in path.read_text()
        path.write_text(path.read_text().replace(f'"{setting}": {old}', f'"{setting}": {new}'))
    noise = np.random.default_rng(0).integers(0, 256, (288, 288, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "page.png")
    documents = tmp_path / "documents.jsonl"
    documents.write_text('{"id": "page-00", "prompt": "Read.", "images": ["page.png"]}\n')
    pairs = write_pairs(tmp_path / "pairs", pairs_of(model)[:1])
    data = PreferenceData(pairs, str(documents), model)
    data.trainer = type("", (), {"global_rank": 0, "world_size": 1})
    data.setup("fit")
    (batch,) = data.reference_loader(set(data.keys()))
    prompts = batch["inputs"].prompts["input_ids"]
    (image,) = [i for i in data.codec.placeholder_ids if (prompts == i).any()]
    counts = (prompts == image).sum(-1)
    assert set(counts.tolist()) == {36 * 36}
    reward, _ = step_0(model, pairs, str(documents), "32-true")
    assert reward <= 1e-3
    forwards.clear()
    step_0(model, pairs, str(documents), "32-true", verify_rows=0)
    assert len(forwards) == 1  # the measurement's own
