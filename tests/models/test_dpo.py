"""DPO: step 0, the cached reference, the gate, resuming."""

import math
import shutil

import pytest
import torch
import torch.nn.functional as F
from transformers import AutoConfig, AutoModelForImageTextToText, OPTConfig, OPTForCausalLM

from dharma_pl.data.encode import load_codec
from dharma_pl.data.preference import PreferenceData
from dharma_pl.data.sft import SFTData
from dharma_pl.errors import GateError, UsageError
from dharma_pl.models import Backbone, BackboneModule, DPOModule
from dharma_pl.models.forward import pair_logprobs
from dharma_pl.models.trainable import disable_dropout


@pytest.mark.parametrize("kind", ["full", "lora"])
def test_step_0_is_ln_2_for_every_family(fit, any_model, text_documents, page_documents, pairs_of,
                                         write_pairs, tmp_path, kind):  # fmt: skip
    sees = "llama" not in any_model
    pairs = write_pairs(tmp_path / "pairs", pairs_of(any_model))
    _, seen = fit(any_model, pairs, page_documents if sees else text_documents, kind=kind,
                  rate=5e-3, beta=0.5)  # fmt: skip
    assert seen.column("train/loss")[0] == pytest.approx(math.log(2), abs=1e-4)
    assert seen.column("train/rewards/margin")[0] == pytest.approx(0, abs=1e-3)
    assert seen.column("train/loss")[1] != pytest.approx(math.log(2), abs=1e-4)


def test_it_learns(fit, llama, llama_pairs, text_documents):
    _, seen = fit(llama, llama_pairs, text_documents, steps=12, rate=2e-3)
    assert seen.column("train/loss")[-1] < 0.5
    assert seen.column("train/rewards/accuracy")[-1] == 1.0
    assert seen.column("train/displacement/rejected")[-1] < 0


@pytest.mark.parametrize(("smoothing", "sft_weight"), [(0.0, 0.0), (0.2, 0.0), (0.1, 0.5)])
def test_one_step_is_that_of_a_live_reference_and_a_textbook_loss(
    fit, trained_weights, llama, llama_pairs, text_documents, smoothing, sft_weight
):
    """Two full-logit forwards a side, one by a frozen copy: same weights after three steps."""
    module, _ = fit(
        llama, llama_pairs, text_documents, steps=3, rate=1e-3, beta=0.3,
        label_smoothing=smoothing, sft_weight=sft_weight, data={"batch_size": 2},
    )  # fmt: skip
    policy, frozen = BackboneModule(Backbone(llama)), BackboneModule(Backbone(llama))
    policy.configure_model()
    frozen.configure_model()
    optimizer = torch.optim.AdamW(policy.parameters(), lr=1e-3, weight_decay=0.0)
    data = module.trainer.datamodule

    def sums(model, inputs, mask):
        ids, attention = inputs["input_ids"], inputs["attention_mask"]
        logits = model(input_ids=ids, attention_mask=attention).logits[:, :-1].log_softmax(-1)
        tokens = logits.gather(-1, ids[:, 1:, None]).squeeze(-1)
        return (tokens * mask[:, 1:]).sum(-1)

    loader = data.train_dataloader()
    for _, batch in zip(range(3), loader, strict=False):
        pairs = batch["inputs"]
        inputs = pairs.two_sequences()
        mask = inputs["completion_mask"]
        new = sums(policy.loaded, inputs, mask)
        with torch.no_grad():
            old = sums(frozen.loaded, inputs, mask)
        chosen, rejected = (new - old)[pairs.chosen], (new - old)[pairs.rejected]
        margin = 0.3 * (chosen - rejected)
        loss = -(1 - smoothing) * F.logsigmoid(margin) - smoothing * F.logsigmoid(-margin)
        nll = -(new / mask.sum(-1))[pairs.chosen]
        optimizer.zero_grad()
        (loss.mean() + sft_weight * nll.mean()).backward()
        optimizer.step()
    want = {f"model.{name}": value for name, value in policy.loaded.named_parameters()}
    for name, value in trained_weights(module).items():
        torch.testing.assert_close(value, want[name].detach(), atol=2e-4, rtol=0, msg=name)


def test_dropout_is_off(fit, llama, llama_pairs, text_documents, builders, tmp_path, pairs_of,
                        write_pairs):  # fmt: skip
    model = builders.llama(tmp_path / "drops", attention_dropout=0.5)
    _, seen = fit(model, write_pairs(tmp_path / "pairs", pairs_of(model)), text_documents)
    assert seen.column("train/loss")[0] == pytest.approx(math.log(2), abs=1e-4)


def opt(**settings):
    config = OPTConfig(vocab_size=20, hidden_size=16, word_embed_proj_dim=16, ffn_dim=16,
                       num_hidden_layers=2, num_attention_heads=2, init_std=0.3)  # fmt: skip
    config.update({"dropout": 0.0, "layerdrop": 0.0} | settings)
    return OPTForCausalLM(config), {"input_ids": torch.tensor([[5, 6, 7, 8, 9, 10, 11]])}


@torch.no_grad()
@pytest.mark.parametrize("settings", [{"dropout": 0.5}, {"attention_dropout": 0.5}], ids=str)
def test_no_layer_stays_random(settings):
    """Their rates go by many names, and most stand in numbers instead of modules."""
    model, inputs = opt(**settings)
    model.train()
    assert not model(**inputs).logits.equal(model(**inputs).logits)
    disable_dropout(model)
    assert model(**inputs).logits.equal(model(**inputs).logits)


@torch.no_grad()
def test_the_vision_tower_is_not_random_either(gemma, document):
    config = AutoConfig.from_pretrained(gemma)
    config.vision_config.attention_dropout = 0.5
    model = AutoModelForImageTextToText.from_pretrained(gemma, config=config).train()
    model.model.multi_modal_projector.mm_input_projection_weight.normal_()  # they start at zero
    inputs = load_codec(gemma).prompt(document(0, 1))
    assert not model(**inputs).logits.equal(model(**inputs).logits)
    disable_dropout(model)
    assert model(**inputs).logits.equal(model(**inputs).logits)


@pytest.mark.parametrize(("precision", "tolerance"), [("bf16-mixed", 2e-3), ("bf16-true", 2e-3)])
def test_the_gate_passes_under_bf16(fit, llama, llama_pairs, text_documents, precision, tolerance):
    _, seen = fit(llama, llama_pairs, text_documents, trainer_={"precision": precision})
    assert seen.column("train/loss")[0] == pytest.approx(math.log(2), abs=tolerance)


def test_a_policy_from_an_sft_adapter_has_the_sft_model_as_reference(
    trainer, make_sft, make_dpo, record, llama, llama_pairs, text_documents, tmp_path
):
    sft = make_sft(llama, "lora", rate=1e-2)
    trainer(max_steps=4).fit(sft, SFTData(text_documents, llama, batch_size=5))
    sft.export(tmp_path / "adapter")
    seen = record()
    module = make_dpo(llama)
    module.backbone = Backbone(llama, adapter_path=str(tmp_path / "adapter"))
    data = PreferenceData(llama_pairs, text_documents, llama, batch_size=8)
    trainer(max_steps=2, callbacks=[seen]).fit(module, data)
    assert seen.column("train/loss")[0] == pytest.approx(math.log(2), abs=1e-4)
    batch = next(iter(data.train_dataloader()))
    learned = BackboneModule(Backbone(llama, adapter_path=str(tmp_path / "adapter")))
    learned.configure_model()
    base = BackboneModule(Backbone(llama))
    base.configure_model()
    with torch.no_grad():
        sides = pair_logprobs(learned.loaded, batch["inputs"], "shared")
        bare = pair_logprobs(base.loaded, batch["inputs"], "shared")
    mask, reference = sides.chosen_mask, data.reference_rows(batch["keys"]).chosen
    torch.testing.assert_close(reference[mask], sides.chosen[mask], atol=1e-4, rtol=1e-4)
    assert (reference - bare.chosen)[mask].abs().max() > 0.05


@pytest.mark.parametrize("kind", ["full", "lora"])
@pytest.mark.parametrize("cut", [3, 4])  # inside an epoch of four batches, and at its end
def test_a_resumed_fit_ends_as_an_undisturbed_one(check_resume, make_dpo, qwen, qwen_pairs,
                                                  page_documents, kind, cut):  # fmt: skip
    def make():
        torch.manual_seed(11)
        return make_dpo(qwen, kind, 1e-3, seed=2), PreferenceData(
            qwen_pairs, page_documents, qwen, batch_size=2, seed=4
        )

    check_resume(make, steps=7, cut=cut)


def test_a_resumed_policy_is_never_its_own_reference(make_dpo, trainer, llama, llama_pairs,
                                                     text_documents, tmp_path):  # fmt: skip
    def data():
        return PreferenceData(llama_pairs, text_documents, llama)

    runner = trainer(max_steps=2)
    runner.fit(make_dpo(llama), data())
    runner.save_checkpoint(tmp_path / "last.ckpt")
    shutil.rmtree(tmp_path / "reference")
    with pytest.raises(GateError, match="8 pairs have no reference"):
        trainer(max_steps=4).fit(make_dpo(llama), data(), ckpt_path=str(tmp_path / "last.ckpt"))


def test_validation_during_a_fit_and_alone(fit, trainer, make_dpo, llama, llama_pairs,
                                           text_documents):  # fmt: skip
    _, seen = fit(
        llama, llama_pairs, text_documents, steps=4,
        data={"val_fraction": 0.4, "batch_size": 2},
        trainer_={"val_check_interval": 1, "num_sanity_val_steps": 1},
    )  # fmt: skip
    assert seen.column("val/loss")
    data = PreferenceData(llama_pairs, text_documents, llama, val_fraction=0.4)
    (metrics,) = trainer().validate(make_dpo(llama), data, verbose=False)
    assert metrics["val/loss"] == pytest.approx(math.log(2), abs=1e-4)


def test_the_loss_on_held_out_pairs(trainer, make_dpo, llama, text_documents, pairs_of, write_pairs,
                                    tmp_path):  # fmt: skip
    """`test` alone, and after a fit, which has seen to their reference."""
    pairs = write_pairs(tmp_path / "pairs", pairs_of(llama, 15))

    def data():
        return PreferenceData(pairs, text_documents, llama, batch_size=4)

    (alone,) = trainer().test(make_dpo(llama), data(), verbose=False)
    assert alone["test/loss"] == pytest.approx(math.log(2), abs=1e-4)
    module, runner = make_dpo(llama), trainer(max_steps=6, max_epochs=-1, enable_checkpointing=True)
    runner.fit(module, data())
    (after,) = trainer(enable_checkpointing=True).test(make_dpo(llama), data(), verbose=False,
                              ckpt_path=runner.checkpoint_callback.best_model_path)  # fmt: skip
    assert after["test/loss"] < 0.69
    assert after["test/rewards/accuracy"] > 0.5


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # dynamo's own
def test_a_compiled_policy_learns_as_one_that_is_not(fit, llama, llama_pairs, text_documents,
                                                    monkeypatch):  # fmt: skip
    """Layout check, reference and steps go through dynamo and autograd's graphs.

    The kernels are left out: to build them for every mode takes minutes, and `test_shared_prefix`
    does so for one.
    """
    compile_ = torch.nn.Module.compile
    monkeypatch.setattr(
        torch.nn.Module, "compile", lambda self, **kw: compile_(self, backend="aot_eager", **kw)
    )
    _, plain = fit(llama, llama_pairs, text_documents, steps=3)
    torch._dynamo.utils.counters.clear()
    _, seen = fit(llama, llama_pairs, text_documents, steps=3, backbone={"compile": True})
    assert torch._dynamo.utils.counters["stats"]["unique_graphs"] > 0
    assert seen.column("train/loss") == pytest.approx(plain.column("train/loss"), abs=1e-4)


def test_fewer_pairs_than_a_batch_still_train(fit, llama, text_documents, pairs_of, write_pairs,
                                              tmp_path, caplog):  # fmt: skip
    folder = write_pairs(tmp_path / "pairs", pairs_of(llama)[:3])
    _, seen = fit(llama, folder, text_documents, data={"batch_size": 8})
    assert len(seen.column("train/loss")) == 2
    assert "3 rows are fewer than a batch of 8" in caplog.text


def test_the_end_is_no_target_where_the_model_did_not_stop(fit, llama, text_documents, llama_pairs):
    """Rule 2: no logit of the end token after a cut output is ever scored."""
    module, _ = fit(llama, llama_pairs, text_documents, rate=0.0)
    data = module.trainer.datamodule
    for batch in data.train_dataloader():
        inputs = batch["inputs"]
        for number in inputs.rejected:
            ids = inputs.completions[number, : inputs.completion_lengths[number]]
            assert data.codec.end_id not in ids.tolist()


def test_bad_options_are_bad_usage(llama):
    for options in ({"beta": 0.0}, {"label_smoothing": 0.5}, {"label_smoothing": -0.1}):
        with pytest.raises(UsageError, match=next(iter(options))):
            DPOModule(Backbone(llama), **options)


def test_other_data_is_bad_usage(trainer, make_dpo, llama, text_documents):
    with pytest.raises(UsageError, match="DPOModule trains on PreferenceData, got SFTData"):
        trainer(max_steps=1).fit(make_dpo(llama), SFTData(text_documents, llama))
