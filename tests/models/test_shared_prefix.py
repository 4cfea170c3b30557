"""Shared rows against two sequences: log-probs and every gradient, for each family, in fp32."""

import re
from typing import Any

import pytest
import torch
from peft import LoraConfig, get_peft_model
from tiny_families import FAMILIES, ISSUE, VOCABULARY, batch, build, measured
from torch import Tensor
from torch.nn.attention import flex_attention as flex
from transformers import (
    MambaConfig,
    MambaForCausalLM,
)
from transformers.integrations import flex_attention as integration
from transformers.masking_utils import ALL_MASK_ATTENTION_FUNCTIONS

from dharma_pl.functional.shared_prefix import arrange, spans
from dharma_pl.models import attention, shared_prefix
from dharma_pl.models.attention import BY_BLOCKS, use_attention
from dharma_pl.models.backbone import checkpoint_activations, compile_layers
from dharma_pl.models.forward import completion_states, pair_logprobs
from dharma_pl.models.shared_prefix import LayoutError, masks_of, shared_states

UNUSED = re.compile(r"vision_tower\.(vision_model\.)?head\.")  # SigLIP's own pooling
CANCELLED = re.compile(r"vision_tower\..*k_proj\.bias")  # adds the same to every score of a query


def assert_parity(model, inputs):
    (want, wants), (got, gots) = (measured(model, inputs, kind) for kind in ("two", "shared"))
    for side in ("chosen", "rejected"):
        mask = getattr(want, f"{side}_mask")
        assert mask.equal(getattr(got, f"{side}_mask"))
        one, other = getattr(want, side)[mask], getattr(got, side)[mask]
        assert one.std() > 0.3
        assert (one - other).norm() / one.norm() <= 1e-5
    assert gots.keys() == wants.keys()
    assert len(gots) == sum(
        parameter.requires_grad and not UNUSED.search(name)
        for name, parameter in model.named_parameters()
    )
    for name, grad in wants.items():
        if CANCELLED.search(name):
            assert max(grad.norm(), gots[name].norm()) < 1e-6
            continue
        assert (grad - gots[name]).norm() / grad.norm() <= 1e-5, name


@pytest.mark.parametrize("family", FAMILIES)
def test_log_probs_and_every_gradient_are_those_of_two_sequences(family):
    """Padding, packing, two rejected outputs, several images a prompt and none: all at once."""
    assert_parity(build(family), batch(family))


@pytest.mark.parametrize("queries", [3, 256])
@pytest.mark.parametrize("family", sorted(set(FAMILIES) - {"gemma2"}))  # that one is eager
def test_masks_in_blocks_change_nothing(family, queries, monkeypatch):
    """Spans cut within a window, within an image, or not at all."""
    model, ran = build(family), []
    monkeypatch.setattr(attention, "QUERIES", queries)

    def blockwise(*args: Any) -> Tensor:
        ran.append(args)
        return original(*args)

    original = attention._blockwise
    monkeypatch.setattr(attention, "_blockwise", blockwise)
    use_attention(model, BY_BLOCKS)
    assert_parity(model, batch(family))
    assert ran


@pytest.mark.parametrize("family", ISSUE)
def test_with_gradient_checkpointing(family):
    model = build(family)
    checkpoint_activations(model)
    plain, grads = measured(build(family), batch(family), "two")
    sides, again = measured(model, batch(family), "shared")
    torch.testing.assert_close(
        sides.rejected[sides.rejected_mask], plain.rejected[sides.rejected_mask], rtol=1e-5, atol=0
    )
    assert grads.keys() == again.keys()
    assert_parity(model, batch(family))


@pytest.mark.parametrize("family", ISSUE)
def test_with_lora(family):
    model = get_peft_model(build(family), LoraConfig(target_modules="all-linear", r=2))
    generator = torch.Generator().manual_seed(2)
    for name, parameter in model.named_parameters():
        if "lora_B" in name:
            parameter.data.normal_(generator=generator, std=0.2)
    assert_parity(model, batch(family))


@pytest.mark.parametrize("capacity", [0, 200])
@pytest.mark.parametrize("family", ["mistral", "gemma3_vision", "qwen3_vl"])
def test_packing_changes_nothing(family, capacity):
    """Rows as long as the longest group, and one row for all."""
    model, inputs = build(family), batch(family)
    lengths = [group.length for group in inputs.groups]
    assert lengths[1] + lengths[2] <= max(lengths) < sum(lengths) < 200
    two = completion_states(model, inputs, "two")
    shared = shared_states(model, inputs, capacity=capacity)
    assert (two - shared).norm() / two.norm() <= 1e-5


@pytest.mark.parametrize("family", ISSUE)
def test_what_is_rejected_leaves_no_trace_in_the_chosen_side(family):
    """Other tokens in one completion: the other completions keep every bit."""
    model = build(family)
    before, after = (pair_logprobs(model, batch(family, change), "shared") for change in (0, 3))
    assert before.chosen[before.chosen_mask].equal(after.chosen[after.chosen_mask])
    assert before.rejected[1:][before.rejected_mask[1:]].equal(
        after.rejected[1:][after.rejected_mask[1:]]
    )
    assert not before.rejected[0].equal(after.rejected[0])


@pytest.mark.parametrize("family", ["llama", "gemma3_vision", "qwen2_5_vl"])
def test_reference_and_policy_are_one_path_under_bf16(family):
    """No gradients and gradients, checkpointed or not: equal bits before the first update."""
    inputs = batch(family)
    policy, reference = build(family), build(family)
    checkpoint_activations(policy)
    with torch.autocast("cpu", torch.bfloat16):
        with torch.no_grad():
            cached = pair_logprobs(reference, inputs, "shared")
        live = pair_logprobs(policy, inputs, "shared")
    assert live.chosen.requires_grad
    assert live.chosen.dtype == torch.float32
    assert cached.chosen.equal(live.chosen)
    assert cached.rejected.equal(live.rejected)


@pytest.mark.parametrize("precision", [torch.float32, torch.bfloat16])
def test_a_mask_is_kept_once_for_all_layers(precision):
    """Long rows made a copy of [tokens, tokens] in every layer, kept for the backward pass."""
    model, inputs = build("llama"), batch("llama")
    assert model.config.num_hidden_layers > 1
    kept: dict[int, torch.dtype] = {}

    def note(tensor: Tensor) -> Tensor:
        if tensor.ndim == 4 and tensor.shape[1] == 1 and tensor.shape[2] == tensor.shape[3] > 1:
            kept[tensor.untyped_storage().data_ptr()] = tensor.dtype
        return tensor

    autocast = torch.autocast("cpu", precision, enabled=precision != torch.float32)
    with torch.autograd.graph.saved_tensors_hooks(note, lambda tensor: tensor), autocast:
        shared = pair_logprobs(model, inputs, "shared")
    assert list(kept.values()) == [precision]
    assert shared.chosen.requires_grad


def test_the_vision_tower_runs_once_for_each_image():
    model, inputs, seen = build("qwen2_5_vl"), batch("qwen2_5_vl"), []
    model.model.visual.register_forward_pre_hook(lambda _, args: seen.append(len(args[0])))
    pair_logprobs(model, inputs, "shared")
    pair_logprobs(model, inputs, "two")
    assert seen == [4 * (6 + 8 + 9), 4 * (3 * (6 + 8) + 2 * 9)]


@torch.no_grad()
@pytest.mark.parametrize("family", ["llama", "gemma3_vision", "qwen3_vl"])
def test_the_gpu_kernel_gets_the_same_mask(family, monkeypatch):
    """FlexAttention's own reference on the CPU, forwards: the model, its masks, our switch."""
    model, inputs = build(family).eval(), batch(family)
    want, plain = shared_states(model, inputs), completion_states(model, inputs, "two")
    built = []

    def eager_block_mask(**kwargs):
        built.append(flex.create_block_mask(**kwargs | {"_compile": False}))
        return built[-1]

    monkeypatch.setattr("transformers.masking_utils.create_block_mask", eager_block_mask)

    def eager_flex(query, key, value, training=False, **kwargs):
        return flex.flex_attention(query, key, value, **kwargs)

    monkeypatch.setattr(integration, "compile_friendly_flex_attention", eager_flex)
    monkeypatch.setattr(flex, "_FLEX_ATTENTION_DISABLE_COMPILE_DEBUG", True)
    use_attention(model, BY_BLOCKS)
    towers = [
        module.config._attn_implementation
        for name, module in model.named_modules()
        if name.endswith(("visual", "vision_tower"))
    ]
    assert BY_BLOCKS not in towers
    assert BY_BLOCKS not in str(model.config.to_dict())  # or no one else could load it
    torch.testing.assert_close(shared_states(model, inputs), want, rtol=1e-4, atol=1e-5)
    assert not built
    monkeypatch.setattr(shared_prefix, "_takes_flex", lambda name, device: True)
    assert completion_states(model, inputs, "two").equal(plain)  # as in generation
    assert not built
    got = shared_states(model, inputs)
    assert built
    torch.testing.assert_close(got, want, rtol=1e-4, atol=1e-5)


def test_a_model_that_asks_for_no_mask_is_refused():
    config = MambaConfig(
        vocab_size=VOCABULARY, hidden_size=16, num_hidden_layers=1, state_size=4, pad_token_id=0
    )
    with pytest.raises((LayoutError, TypeError)):
        shared_states(MambaForCausalLM(config), batch("llama"))


def test_masks_are_the_models_own_again_afterwards():
    model, inputs = build("llama"), batch("llama")
    before = ALL_MASK_ATTENTION_FUNCTIONS["sdpa"]
    shared_states(model, inputs)
    rows = [[0], [1, 2]]
    layout = arrange(inputs.groups, rows)
    assert ALL_MASK_ATTENTION_FUNCTIONS["sdpa"] is before
    with (
        pytest.raises(ZeroDivisionError),
        masks_of(model.config, layout, [spans(inputs.groups, row) for row in rows]),
    ):
        raise ZeroDivisionError
    assert ALL_MASK_ATTENTION_FUNCTIONS["sdpa"] is before


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # dynamo's and inductor's own
@pytest.mark.usefixtures("compiler")
def test_compiled_layers_give_the_same():
    """A window, a whole layer and image tokens that see one another: masks of three kinds."""
    family = "gemma3_vision"
    inputs = batch(family)
    want, wants = measured(build(family), inputs, "two")
    model = build(family)
    compile_layers(model)
    got, gots = measured(model, inputs, "shared")
    assert torch._dynamo.utils.counters["stats"]["unique_graphs"] > 0
    mask = want.chosen_mask
    torch.testing.assert_close(got.chosen[mask], want.chosen[mask], rtol=1e-4, atol=1e-5)
    for name, grad in wants.items():
        assert (grad - gots[name]).norm() <= 1e-4 * grad.norm().clamp(min=1e-2), name
