"""Supervised fine-tuning learns the targets and nothing of the prompts."""

import pytest
import torch
from transformers import AutoModelForCausalLM

from dharma_pl.data.sft import SFTData
from dharma_pl.models.backbone import BackboneModule


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
