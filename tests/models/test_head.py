"""Heads as families and adapters make them, against the model's own logits and gradients."""

import pytest
import torch
from peft import LoraConfig, get_peft_model
from transformers import (
    CohereConfig,
    CohereForCausalLM,
    Gemma2Config,
    Gemma2ForCausalLM,
    GraniteConfig,
    GraniteForCausalLM,
    LlamaConfig,
    LlamaForCausalLM,
)

from dharma_pl.errors import UsageError
from dharma_pl.models.forward import completion_logprobs, unwrap
from dharma_pl.models.head import head_of

TEXT = {
    "vocab_size": 61,
    "hidden_size": 16,
    "intermediate_size": 24,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "num_key_value_heads": 1,
    "head_dim": 8,
    "initializer_range": 0.3,
    "pad_token_id": 0,
    "bos_token_id": None,
    "eos_token_id": 1,
}


def llama(**settings):
    return LlamaForCausalLM(LlamaConfig(**TEXT | settings))


def lora(**settings):
    """LoRA that is no longer at zero."""
    model = get_peft_model(llama(), LoraConfig(r=2, lora_alpha=8, **settings))
    for name, parameter in model.named_parameters():
        if "lora_B" in name:
            parameter.data.normal_()
    return model


def two_adapters():
    model = lora(target_modules=["lm_head"])
    model.add_adapter("second", LoraConfig(r=3, target_modules=["lm_head", "q_proj"]))
    model.base_model.set_adapter(["default", "second"])
    for name, parameter in model.named_parameters():
        if "lora_B" in name:
            parameter.data.normal_()
    return model


HEADS = {
    "tied": lambda: llama(tie_word_embeddings=True),
    "gemma2": lambda: Gemma2ForCausalLM(Gemma2Config(**TEXT, final_logit_softcapping=3.0)),
    "granite": lambda: GraniteForCausalLM(GraniteConfig(**TEXT, logits_scaling=4.0)),
    "cohere": lambda: CohereForCausalLM(CohereConfig(**TEXT, logit_scale=0.25)),
    "lora_on_the_head": lambda: lora(target_modules=["q_proj", "lm_head"]),
    "head_saved_whole": lambda: lora(target_modules=["q_proj"], modules_to_save=["lm_head"]),
    "two_adapters": two_adapters,
}


def batch():
    generator = torch.Generator().manual_seed(1)
    ids = torch.randint(2, 61, (2, 12), generator=generator)
    mask = torch.zeros(2, 12, dtype=torch.bool)
    mask[0, 5:12], mask[1, 7:10] = True, True
    attention = torch.ones_like(ids)
    attention[1, 10:] = 0
    return {"input_ids": ids, "attention_mask": attention, "completion_mask": mask}


def from_logits(model, inputs):
    logits = model(inputs["input_ids"], attention_mask=inputs["attention_mask"]).logits.float()
    logprobs = logits[:, :-1].log_softmax(-1)
    picked = logprobs.gather(-1, inputs["input_ids"][:, 1:, None]).squeeze(-1)
    return picked[inputs["completion_mask"][:, 1:]]


def gradients(model, values):
    model.zero_grad()
    (values * torch.linspace(0.5, 1.5, len(values))).sum().backward()
    return {n: p.grad.clone() for n, p in model.named_parameters() if p.grad is not None}


@pytest.mark.parametrize("kind", HEADS)
def test_values_and_gradients_are_those_of_the_models_own_logits(kind):
    torch.manual_seed(0)
    model, inputs = HEADS[kind]().train(), batch()
    values, mask = completion_logprobs(model, inputs)
    ours, theirs = values[mask], from_logits(model, inputs)
    torch.testing.assert_close(ours, theirs, atol=1e-5, rtol=1e-5)
    got, want = gradients(model, ours), gradients(model, theirs)
    assert got.keys() == want.keys()
    for name, grad in want.items():
        assert (grad - got[name]).norm() <= 1e-5 * max(1.0, grad.norm()), name
    if "lora" in kind or "adapters" in kind:
        assert any("lm_head.lora_B" in name for name in got)
        assert not any("lm_head.base_layer" in name for name in got)
    elif kind == "head_saved_whole":
        assert [name for name in got if "lm_head" in name] == [
            "base_model.model.lm_head.modules_to_save.default.weight"
        ]


@torch.no_grad()
@pytest.mark.parametrize("kind", ["lora_on_the_head", "head_saved_whole"])
def test_an_adapter_that_is_off_is_off(kind):
    torch.manual_seed(0)
    model, inputs = HEADS[kind](), batch()
    head = unwrap(model).get_output_embeddings()
    if kind == "head_saved_whole":
        head.modules_to_save["default"].weight.normal_()
    on, mask = completion_logprobs(model, inputs)
    with model.disable_adapter():
        off, _ = completion_logprobs(model, inputs)
        torch.testing.assert_close(off[mask], from_logits(model, inputs), atol=1e-5, rtol=1e-5)
    assert (on - off)[mask].abs().max() > 0.1


@pytest.mark.filterwarnings("ignore:`lora_bias=True` was passed")
@pytest.mark.parametrize("settings", [{"use_dora": True}, {"lora_bias": True}], ids=str)
def test_a_head_that_is_not_known_is_refused(settings):
    model = get_peft_model(llama(), LoraConfig(r=2, target_modules=["lm_head"], **settings))
    with pytest.raises(UsageError, match=r"head"):
        head_of(unwrap(model))


@pytest.mark.parametrize("autocast", [False, True])
def test_an_adapter_in_fp32_on_a_head_in_bf16(autocast):
    """As peft makes them: adapters keep fp32 whatever the weights are in."""
    torch.manual_seed(0)
    base = llama().bfloat16()
    model = get_peft_model(base, LoraConfig(r=2, lora_alpha=8, target_modules=["lm_head"]))
    for name, parameter in model.named_parameters():
        if "lora_B" in name:
            parameter.data.normal_()
    inputs = batch()
    with torch.autocast("cpu", torch.bfloat16, enabled=autocast):
        values, mask = completion_logprobs(model, inputs)
        theirs = from_logits(model, inputs)
    assert values.dtype == torch.float32
    torch.testing.assert_close(values[mask], theirs, atol=0.1, rtol=0.05)
    grads = gradients(model, values[mask])
    assert all(grad.dtype == torch.float32 and grad.any() for grad in grads.values())
    assert len(grads) == 2
