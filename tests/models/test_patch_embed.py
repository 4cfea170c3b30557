"""The patch embedding as a matrix product: the numbers of the convolution, and its gradients."""

from copy import deepcopy

import pytest
import torch
from peft import LoraConfig, get_peft_model
from transformers.models.qwen2_5_vl.modeling_qwen2_5_vl import Qwen2_5_VisionPatchEmbed
from transformers.models.qwen2_vl.modeling_qwen2_vl import PatchEmbed
from transformers.models.qwen3_vl.configuration_qwen3_vl import Qwen3VLVisionConfig
from transformers.models.qwen3_vl.modeling_qwen3_vl import Qwen3VLVisionPatchEmbed

from dharma_pl.models.patch_embed import linear_patch_embed

MAKERS = {
    "qwen2": lambda: PatchEmbed(4, 2, 3, 16),
    "qwen2.5": lambda: Qwen2_5_VisionPatchEmbed(4, 2, 3, 16),
    "qwen3": lambda: Qwen3VLVisionPatchEmbed(
        Qwen3VLVisionConfig(patch_size=4, temporal_patch_size=2, hidden_size=16)
    ),
}


@pytest.mark.parametrize("name", MAKERS)
def test_numbers_and_gradients_are_the_convolutions(name):
    torch.manual_seed(0)
    slow = torch.nn.Sequential(MAKERS[name]())
    fast = deepcopy(slow)
    linear_patch_embed(fast)
    again = deepcopy(fast)
    with torch.no_grad():
        again[0].proj.weight.zero_()  # a copy has a layer of its own
    patches = torch.randn(10, 3 * 2 * 4 * 4)
    want, got = slow(patches), fast(patches)
    torch.testing.assert_close(got, want)
    want.square().sum().backward()
    got.square().sum().backward()
    torch.testing.assert_close(fast[0].proj.weight.grad, slow[0].proj.weight.grad)
    assert not torch.allclose(again(patches), got)
    assert "forward" in vars(fast[0])


def test_an_adapter_put_on_later_is_not_passed_by():
    model = torch.nn.Sequential(MAKERS["qwen2.5"]())
    linear_patch_embed(model)
    patches = torch.randn(4, 3 * 2 * 4 * 4)
    before = model(patches)
    adapted = get_peft_model(model, LoraConfig(target_modules=["proj"], init_lora_weights=False))
    assert (adapted(patches) - before).abs().max() > 1e-3
