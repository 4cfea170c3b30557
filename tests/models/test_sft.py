"""Supervised fine-tuning learns the targets and nothing of the prompts."""

import pytest
import torch
from transformers import AutoModelForCausalLM

from dharma_pl.data.ditto import Ditto
from dharma_pl.data.sft import SFTData
from dharma_pl.errors import UsageError
from dharma_pl.models.backbone import BackboneModule
from dharma_pl.models.forward import completion_logprobs


@pytest.mark.parametrize("kind", ["full", "lora"])
def test_the_loss_falls(trainer, record, make_sft, llama, text_documents, kind):
    seen = record()
    trainer(max_epochs=10, callbacks=[seen]).fit(
        make_sft(llama, kind, rate=1e-2, schedule="cosine"), SFTData(text_documents, batch_size=5,
                                                                     processor=llama)
    )  # fmt: skip
    losses = seen.column("train/loss")
    assert len(losses) == 20
    assert losses[-1] < 0.7 * losses[0]
    assert len(seen.column("val/loss")) > 0


def test_pages_teach_a_vision_model(trainer, record, make_sft, vision_model, page_documents):
    seen = record()
    trainer(max_steps=6, callbacks=[seen]).fit(
        make_sft(vision_model, rate=5e-3), SFTData(page_documents, vision_model, batch_size=5)
    )
    losses = seen.column("train/loss")
    assert losses[-1] < losses[0]


def test_the_loss_is_the_mean_over_target_tokens(trainer, record, make_sft, llama, text_documents):
    """Against transformers' own loss with the prompt masked by -100."""
    data = SFTData(text_documents, llama, batch_size=10)
    seen = record()
    trainer(max_steps=1, callbacks=[seen]).fit(make_sft(llama, rate=0.0), data)
    batch = next(iter(data.train_dataloader()))["inputs"]
    labels = batch["input_ids"].masked_fill(~batch["completion_mask"], -100)
    model = AutoModelForCausalLM.from_pretrained(llama)
    with torch.no_grad():
        want = model(
            input_ids=batch["input_ids"], attention_mask=batch["attention_mask"], labels=labels
        ).loss
    assert seen.column("train/loss")[0] == pytest.approx(want.item(), rel=1e-4)


def test_prompt_tokens_do_not_count(make_sft, llama, text_documents, trainer):
    data = SFTData(text_documents, llama, batch_size=4)
    module = make_sft(llama, rate=0.0)
    trainer(max_steps=1).fit(module, data)
    batch = next(iter(data.train_dataloader()))["inputs"]
    _, tokens = module._loss(batch)
    assert tokens == batch["completion_mask"].sum() < batch["attention_mask"].sum()


def test_training_runs_in_train_mode(trainer, make_sft, llama, text_documents):
    modes = []
    module = make_sft(llama, "lora", dropout=0.5)
    step = module.training_step

    def spy(batch, batch_idx):
        modes.append(module.loaded.training)
        return step(batch, batch_idx)

    module.training_step = spy
    trainer(max_steps=4, val_check_interval=1).fit(
        module, SFTData(text_documents, llama, batch_size=4)
    )
    assert modes == [True] * 4


def test_only_what_learns_moves(trainer, make_sft, qwen, page_documents):
    before = BackboneModule(make_sft(qwen).backbone)
    before.configure_model()
    old = before.loaded.state_dict()
    module = make_sft(qwen)
    trainer(max_steps=2).fit(module, SFTData(page_documents, qwen, batch_size=4))
    moved = {n for n, v in module.loaded.state_dict().items() if not v.equal(old[n])}
    assert moved
    assert not any(".visual." in name for name in moved)


@pytest.mark.parametrize(
    ("steps", "cut", "options"),
    [
        (7, 3, {}),  # in the middle of the second epoch
        (6, 2, {}),  # at the end of the first
        (4, 1, {"accumulate_grad_batches": 1, "gradient_clip_val": 0.5}),
    ],
)
def test_a_resumed_fit_ends_as_an_undisturbed_one(check_resume, make_sft, llama, text_documents,
                                                  steps, cut, options):  # fmt: skip
    def make():
        module = make_sft(llama, "lora", dropout=0.3, seed=5, schedule="cosine", warmup_steps=2)
        return module, SFTData(text_documents, llama, batch_size=4, seed=3)

    torch.manual_seed(0)

    def seeded():
        torch.manual_seed(11)  # the fresh adapter's
        return make()

    check_resume(seeded, steps=steps, cut=cut, **options)


def test_full_weights_resume_too(check_resume, make_sft, qwen, page_documents):
    def make():
        return make_sft(qwen, schedule="linear"), SFTData(page_documents, qwen, batch_size=4)

    check_resume(make, steps=5, cut=3)


def test_gradient_checkpointing_changes_nothing(trainer, make_sft, make_backbone, trained_weights,
                                                llama, text_documents):  # fmt: skip
    results = []
    for checkpointing in (False, True):
        module = make_sft(llama)
        module.backbone = make_backbone(llama, "full", gradient_checkpointing=checkpointing)
        trainer(max_steps=2).fit(module, SFTData(text_documents, llama, batch_size=4))
        results.append(trained_weights(module))
    for name, value in results[0].items():
        torch.testing.assert_close(value, results[1][name], atol=1e-5, rtol=0)


def test_ditto_makes_each_copy_less_likely_than_sft_alone(trainer, record, make_sft, llama,
                                                          text_documents):  # fmt: skip
    """After the same steps from the same weights; and the targets are still learned."""
    ditto = Ditto(share=1.0, copies=6)
    probes = SFTData(text_documents, llama, batch_size=10, ditto=ditto, seed=1)
    results, losses = [], []
    for weight in (0.0, 2.0):
        seen = record()
        data = SFTData(text_documents, llama, batch_size=5, ditto=ditto if weight else None)
        module = make_sft(llama, rate=5e-3, ditto_weight=weight)
        trainer(max_epochs=15, callbacks=[seen]).fit(module, data)
        probes.trainer = module.trainer
        probes.setup("fit")
        batch = next(iter(probes.train_dataloader()))
        with torch.no_grad():
            logprobs, mask = completion_logprobs(module.loaded, batch["inputs"])
        positions = torch.arange(mask.shape[1])
        begin = (batch["ditto_start"] + batch["ditto_period"])[:, None]
        copies = mask & (batch["ditto_period"] > 0)[:, None] & (positions >= begin)
        results.append(logprobs[copies].exp().mean().item())
        losses.append(seen.column("train/loss"))
        assert bool(seen.column("train/loss/ditto")) == bool(weight)
    assert results[1] < 0.75 * results[0]  # each copy may keep half of the former
    assert losses[1][-1] < 0.7 * losses[1][0]


def test_the_loss_of_the_targets_does_not_see_the_repetitions(trainer, record, make_sft, llama,
                                                              text_documents):  # fmt: skip
    first = []
    for weight in (0.0, 1.0):
        seen = record()
        data = SFTData(text_documents, llama, batch_size=10, ditto=Ditto() if weight else None)
        trainer(max_steps=1, callbacks=[seen]).fit(
            make_sft(llama, rate=0.0, ditto_weight=weight), data
        )
        first.append(seen.column("train/loss")[0])
    assert first[0] == pytest.approx(first[1], rel=1e-5)


def test_ditto_needs_its_weight_and_its_data(trainer, make_sft, llama, text_documents):
    for weight, ditto in ((1.0, None), (0.0, Ditto())):
        with pytest.raises(UsageError, match="give both or neither"):
            trainer(max_steps=1).fit(
                make_sft(llama, ditto_weight=weight),
                SFTData(text_documents, llama, ditto=ditto),
            )
    for bad in ({"ditto_weight": -1.0}, {"ditto_discount": 1.0}):
        with pytest.raises(UsageError, match="ditto_weight"):
            make_sft(llama, **bad)
