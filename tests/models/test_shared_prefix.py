"""Shared rows against two sequences: log-probs and every gradient, for each family, in fp32."""

import re
from collections.abc import Callable
from functools import partial

import pytest
import torch
from peft import LoraConfig, get_peft_model
from torch import Tensor
from torch.nn.attention import flex_attention as flex
from transformers import (
    Gemma2Config,
    Gemma2ForCausalLM,
    Gemma3Config,
    Gemma3ForCausalLM,
    Gemma3ForConditionalGeneration,
    Gemma3TextConfig,
    LlamaConfig,
    LlamaForCausalLM,
    MambaConfig,
    MambaForCausalLM,
    MistralConfig,
    MistralForCausalLM,
    PreTrainedModel,
    Qwen2_5_VLConfig,
    Qwen2_5_VLForConditionalGeneration,
    Qwen2Config,
    Qwen2ForCausalLM,
    Qwen2VLConfig,
    Qwen2VLForConditionalGeneration,
    Qwen3Config,
    Qwen3ForCausalLM,
    Qwen3VLConfig,
    Qwen3VLForConditionalGeneration,
)
from transformers.integrations import flex_attention as integration
from transformers.masking_utils import ALL_MASK_ATTENTION_FUNCTIONS

from dharma_pl.data.pair_inputs import PairInputs
from dharma_pl.functional.losses import PairLogprobs
from dharma_pl.functional.shared_prefix import arrange
from dharma_pl.models import shared_prefix
from dharma_pl.models.attention import SDPA_OR_FLEX, use_attention
from dharma_pl.models.backbone import checkpoint_activations, compile_layers
from dharma_pl.models.forward import completion_states, pair_logprobs
from dharma_pl.models.shared_prefix import LayoutError, masks_of, shared_states

VOCABULARY, IMAGE = 64, 60
TEXT = {
    "vocab_size": VOCABULARY,
    "hidden_size": 32,
    "intermediate_size": 48,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "head_dim": 8,
    "max_position_embeddings": 256,
    "initializer_range": 0.2,  # far from uniform, so that errors show
    "pad_token_id": 0,
    "bos_token_id": None,
    "eos_token_id": 1,
}
ROPE = {
    "rope_parameters": {"rope_type": "default", "rope_theta": 100.0, "mrope_section": [1, 1, 2]}
}
QWEN_VISION = {
    "depth": 2,
    "hidden_size": 16,
    "num_heads": 2,
    "patch_size": 4,
    "temporal_patch_size": 1,
    "out_hidden_size": 32,
    "initializer_range": 0.2,
}
MERGED = QWEN_VISION | {"intermediate_size": 24, "spatial_merge_size": 2}
TOKENS = {
    "image_token_id": IMAGE,
    "video_token_id": 61,
    "vision_start_token_id": 62,
    "vision_end_token_id": 63,
}
SIDES = [(2, 3), (4, 2), (2, 2), (3, 3)]
"""Image tokens down and across; the first two are of one prompt, the third's has none."""


def qwen_vl(kind: str) -> PreTrainedModel:
    if kind == "qwen2_vl":
        vision = QWEN_VISION | {"embed_dim": 16, "hidden_size": 32, "spatial_merge_size": 2}
        config = Qwen2VLConfig(text_config=TEXT | ROPE, vision_config=vision, **TOKENS)
        return Qwen2VLForConditionalGeneration(config)
    if kind == "qwen2_5_vl":
        vision = MERGED | {"window_size": 16, "fullatt_block_indexes": [1]}
        config = Qwen2_5_VLConfig(text_config=TEXT | ROPE, vision_config=vision, **TOKENS)
        return Qwen2_5_VLForConditionalGeneration(config)
    vision = MERGED | {"deepstack_visual_indexes": [0], "num_position_embeddings": 16}
    config = Qwen3VLConfig(text_config=TEXT | ROPE, vision_config=vision, **TOKENS)
    return Qwen3VLForConditionalGeneration(config)


GEMMA = TEXT | {"sliding_window": 6, "layer_types": ["sliding_attention", "full_attention"]}


def gemma_vision() -> PreTrainedModel:
    vision = {
        "hidden_size": 16, "intermediate_size": 24, "num_hidden_layers": 1,
        "num_attention_heads": 2, "image_size": 16, "patch_size": 4,
    }  # fmt: skip
    config = Gemma3Config(
        text_config=GEMMA, vision_config=vision, mm_tokens_per_image=4, image_token_id=IMAGE,
        image_token_index=IMAGE, boi_token_index=61, eoi_token_index=62,
    )  # fmt: skip
    model = Gemma3ForConditionalGeneration(config)
    model.model.multi_modal_projector.mm_input_projection_weight.data.normal_(std=0.2)
    return model


FAMILIES: dict[str, Callable[[], PreTrainedModel]] = {
    "llama": lambda: LlamaForCausalLM(LlamaConfig(**TEXT)),
    "qwen2": lambda: Qwen2ForCausalLM(
        Qwen2Config(**TEXT, use_sliding_window=True, sliding_window=6, max_window_layers=1)
    ),
    "qwen3": lambda: Qwen3ForCausalLM(Qwen3Config(**TEXT)),
    "mistral": lambda: MistralForCausalLM(MistralConfig(**TEXT, sliding_window=7)),
    "gemma2": lambda: Gemma2ForCausalLM(
        Gemma2Config(**GEMMA, query_pre_attn_scalar=8, final_logit_softcapping=3.0)
    ),
    "gemma3": lambda: Gemma3ForCausalLM(Gemma3TextConfig(**GEMMA, query_pre_attn_scalar=8)),
    "gemma3_vision": gemma_vision,
    "qwen2_vl": partial(qwen_vl, "qwen2_vl"),
    "qwen2_5_vl": partial(qwen_vl, "qwen2_5_vl"),
    "qwen3_vl": partial(qwen_vl, "qwen3_vl"),
}
UNUSED = re.compile(r"vision_tower\.(vision_model\.)?head\.")  # SigLIP's own pooling
CANCELLED = re.compile(r"vision_tower\..*k_proj\.bias")  # adds the same to every score of a query
ISSUE = ["llama", "qwen3", "mistral", "gemma3", "gemma3_vision", "qwen2_5_vl", "qwen3_vl"]


def build(family: str) -> PreTrainedModel:
    torch.manual_seed(0)
    model = FAMILIES[family]()
    model.set_attn_implementation("eager" if family == "gemma2" else "sdpa")
    return model.train()


def batch(family: str, change: int = 0) -> PairInputs:
    """Four pairs of three prompts: one prompt has three completions, two of them rejected.

    Prompts and completions differ in length, and two of the groups fit into one row.
    """
    generator = torch.Generator().manual_seed(1)
    sees = family.endswith(("vl", "vision"))
    texts = (30, 21, 5)
    images = ((0, 1), (), (3,)) if sees else ((), (), ())
    rows, kinds = [], []
    for text, numbers in zip(texts, images, strict=True):
        ids, kind = [torch.randint(2, 59, (3,), generator=generator)], [torch.zeros(3)]
        for number in numbers:
            count = 4 if family == "gemma3_vision" else SIDES[number][0] * SIDES[number][1]
            ids += [torch.tensor([62]), torch.full((count,), IMAGE), torch.tensor([63])]
            kind += [torch.zeros(1), torch.ones(count), torch.zeros(1)]
        ids.append(torch.randint(2, 59, (text,), generator=generator))
        kind.append(torch.zeros(text))
        rows.append(torch.cat(ids))
        kinds.append(torch.cat(kind).long())
    lengths = [len(row) for row in rows]
    prompts = {
        "input_ids": torch.nn.utils.rnn.pad_sequence(rows, batch_first=True),
        "attention_mask": torch.nn.utils.rnn.pad_sequence(
            [torch.ones_like(row) for row in rows], batch_first=True
        ),
    }
    pixels: dict[str, list[int]] = {}
    if sees:
        types = torch.nn.utils.rnn.pad_sequence(kinds, batch_first=True)
        if family == "gemma3_vision":
            prompts["token_type_ids"] = types
            prompts["pixel_values"] = torch.randn(3, 3, 16, 16, generator=generator)
            pixels["pixel_values"] = [len(numbers) for numbers in images]
        else:
            prompts["mm_token_type_ids"] = types
            grids = [
                [1, 2 * high, 2 * wide] for n in images for high, wide in (SIDES[i] for i in n)
            ]
            prompts["image_grid_thw"] = torch.tensor(grids)
            sizes = [sum(4 * SIDES[i][0] * SIDES[i][1] for i in numbers) for numbers in images]
            prompts["pixel_values"] = torch.randn(sum(sizes), 3 * 16, generator=generator)
            pixels = {"pixel_values": sizes, "image_grid_thw": [len(n) for n in images]}
    completion_lengths = [5, 14, 8, 11, 3, 1, 6]
    completions = torch.zeros(7, 14, dtype=torch.long)
    for number, length in enumerate(completion_lengths):
        completions[number, :length] = torch.randint(2, 59, (length,), generator=generator)
    completions[1, :14] = (completions[1, :14] + change - 2) % 57 + 2
    return PairInputs(
        prompts, lengths, pixels, completions, completion_lengths,
        owners=[0, 0, 0, 1, 1, 2, 2], chosen=[0, 0, 3, 5], rejected=[1, 2, 4, 6], pad_id=0,
    )  # fmt: skip


def loss_of(sides: PairLogprobs) -> Tensor:
    """Weighs every token differently, and the shared chosen side twice."""
    total = torch.zeros(())
    for sign, values, mask in (
        (1.0, sides.chosen, sides.chosen_mask), (-0.7, sides.rejected, sides.rejected_mask)
    ):  # fmt: skip
        weights = torch.linspace(0.5, 1.5, mask.sum())
        total = total + sign * (values[mask] * weights).sum()
    return total


def measured(model, inputs, layout):
    model.zero_grad()
    sides = pair_logprobs(model, inputs, layout)
    loss_of(sides).backward()
    grads = {n: p.grad.clone() for n, p in model.named_parameters() if p.grad is not None}
    return sides, grads


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
    use_attention(model, SDPA_OR_FLEX)
    towers = [
        module.config._attn_implementation
        for name, module in model.named_modules()
        if name.endswith(("visual", "vision_tower"))
    ]
    assert SDPA_OR_FLEX not in towers
    assert SDPA_OR_FLEX not in str(model.config.to_dict())  # or no one else could load it
    assert shared_states(model, inputs).equal(want)  # a dense mask on the CPU
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
    layout = arrange(inputs.groups, [[0], [1, 2]])
    assert ALL_MASK_ATTENTION_FUNCTIONS["sdpa"] is before
    with pytest.raises(ZeroDivisionError), masks_of(model.config, layout):
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
