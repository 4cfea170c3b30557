"""RMS norms give the same numbers and gradients; other norms are left alone."""

import copy

import pytest
import torch
from tiny_families import FAMILIES, batch, build
from torch import Tensor, nn
from transformers.models.gemma3.modeling_gemma3 import Gemma3RMSNorm
from transformers.models.qwen3.modeling_qwen3 import Qwen3RMSNorm

from dharma_pl.models import rms_norm
from dharma_pl.models.forward import pair_logprobs
from dharma_pl.models.rms_norm import lean_norms


@pytest.fixture(autouse=True)
def _of_any_size(monkeypatch):
    monkeypatch.setattr(rms_norm, "LEAST", 0)


def grads(norm, hidden: Tensor, upstream: Tensor) -> list[Tensor]:
    given = hidden.clone().requires_grad_()
    norm.zero_grad()
    result = norm(given)
    result.backward(upstream)
    return [result, given.grad, norm.weight.grad]


@pytest.mark.parametrize("shape", [(3, 5, 16), (7, 16), (0, 16)])
@pytest.mark.parametrize("elements", [2**17, 40])
def test_numbers_and_gradients_in_any_blocks(shape, elements, monkeypatch):
    monkeypatch.setattr(rms_norm, "ELEMENTS", elements)
    norm = Qwen3RMSNorm(16)
    with torch.no_grad():
        norm.weight.copy_(torch.randn(16))
    hidden, upstream = torch.randn(shape), torch.randn(shape)
    want = grads(norm, hidden, upstream)
    assert lean_norms(norm) == 1
    for one, other in zip(want, grads(norm, hidden, upstream), strict=True):
        torch.testing.assert_close(one, other, rtol=1e-5, atol=1e-5)
    norm.requires_grad_(False)
    given = hidden.clone().requires_grad_()
    norm(given).backward(upstream)
    torch.testing.assert_close(given.grad, want[1], rtol=1e-5, atol=1e-5)


def test_other_precision_is_the_models_own():
    norm, hidden = Qwen3RMSNorm(16), torch.randn(2, 16, dtype=torch.bfloat16)
    want = norm(hidden)
    lean_norms(norm)
    assert norm(hidden).equal(want)


@pytest.mark.parametrize(("tokens", "ours"), [(8, True), (7, False)])
def test_few_tokens_are_not_worth_it(tokens, ours, monkeypatch):
    monkeypatch.setattr(rms_norm, "LEAST", 8 * 16)
    norm = Qwen3RMSNorm(16)
    lean_norms(norm)
    result = norm(torch.randn(tokens, 16, requires_grad=True))
    assert (type(result.grad_fn).__name__ == "_RMSNormBackward") == ours


@pytest.mark.parametrize("family", FAMILIES)
def test_families_keep_their_logprobs_and_gradients(family):
    model, inputs = build(family), batch(family)
    other = copy.deepcopy(model)
    changed = lean_norms(other)
    assert (changed == 0) == family.startswith("gemma")  # which multiply by 1 + weight
    assert lean_norms(other) == 0
    results = []
    for one in (model, other):
        sides = pair_logprobs(one, inputs, "shared")
        (sides.chosen.sum() - sides.rejected.sum()).backward()
        results.append([sides.chosen, sides.rejected])
    for want, got in zip(*results, strict=True):
        torch.testing.assert_close(got, want, rtol=1e-5, atol=1e-5)
    for (name, want), got in zip(model.named_parameters(), other.parameters(), strict=True):
        if want.grad is not None:
            assert (got.grad - want.grad).norm() <= 1e-5 * want.grad.norm() + 1e-7, name


def test_other_formulas_are_left_alone():
    class Squared(Qwen3RMSNorm):
        def forward(self, hidden_states: Tensor) -> Tensor:
            return super().forward(hidden_states).square()

    class Unscaled(nn.Module):
        eps = 1e-6

        def forward(self, hidden: Tensor) -> Tensor:
            return hidden

    assert lean_norms(nn.ModuleList([Squared(8), Gemma3RMSNorm(8), Unscaled()])) == 0
    assert lean_norms(nn.LayerNorm(8)) == 0
    assert lean_norms(nn.RMSNorm(8, eps=1e-6)) == 1
    assert lean_norms(Qwen3RMSNorm(8, eps=0.1)) == 1
