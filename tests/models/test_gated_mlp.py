"""Gated layers give the same bits, and keep less."""

import copy

import pytest
import torch
from tiny_families import FAMILIES, batch, build
from torch import Tensor, nn
from transformers.models.gemma3n.configuration_gemma3n import Gemma3nTextConfig
from transformers.models.gemma3n.modeling_gemma3n import Gemma3nTextMLP

from dharma_pl.models import gated_mlp
from dharma_pl.models.cast_once import share_casts
from dharma_pl.models.forward import pair_logprobs
from dharma_pl.models.gated_mlp import keep_less


def step(model, inputs):
    """Log-probs, gradients, and the bytes of activations kept."""
    kept: dict[int, int] = {}
    weights = {p.untyped_storage().data_ptr() for p in model.parameters()}

    def note(tensor: Tensor) -> Tensor:
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in weights:
            kept[storage.data_ptr()] = storage.nbytes()
            alive.append(tensor)
        return tensor

    alive: list[Tensor] = []
    hooks = torch.autograd.graph.saved_tensors_hooks(note, lambda tensor: tensor)
    with hooks, torch.autocast("cpu", torch.bfloat16):
        sides = pair_logprobs(model, inputs, "two")
    (sides.chosen.sum() - sides.rejected.sum()).backward()
    grads = {n: p.grad for n, p in model.named_parameters() if p.grad is not None}
    return sides, grads, sum(kept.values())


@pytest.mark.parametrize("family", FAMILIES)
def test_the_same_bits_and_less_kept(family):
    model, inputs = build(family), batch(family)
    other = copy.deepcopy(model)
    assert keep_less(other) >= 2
    assert keep_less(other) == 0  # as where another library has hooked into a layer
    one, grads, much = step(model, inputs)
    two, others, less = step(other, inputs)
    assert one.chosen.equal(two.chosen)
    assert one.rejected.equal(two.rejected)
    assert grads.keys() == others.keys()
    assert all(grads[name].equal(others[name]) for name in grads)
    assert less < much


def test_other_formulas_are_left_alone():
    class Sum(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.gate_proj, self.up_proj, self.down_proj = (nn.Linear(4, 4) for _ in range(3))
            self.act_fn = nn.SiLU()

        def forward(self, hidden: Tensor) -> Tensor:
            return self.down_proj(self.act_fn(self.gate_proj(hidden)) + self.up_proj(hidden))

    sparse = Gemma3nTextConfig(
        hidden_size=8, intermediate_size=8, num_hidden_layers=2,
        activation_sparsity_pattern=[0.95, 0.0], layer_types=["full_attention"] * 2,
    )  # fmt: skip
    assert keep_less(Sum()) == 0
    assert keep_less(nn.ModuleList([nn.SiLU(), nn.Linear(2, 2)])) == 0
    assert keep_less(Gemma3nTextMLP(sparse, 0)) == 0


@pytest.mark.parametrize("family", FAMILIES)
def test_the_last_layer_runs_for_what_is_scored(family):
    """Rows of prompts and completions, some completions with the prompt's last token in common."""
    model, inputs = build(family), batch(family)
    other = copy.deepcopy(model)
    keep_less(other)
    seen: dict[int, int] = {}
    layers = other.get_decoder().layers
    for number, layer in enumerate(layers):
        layer.mlp.up_proj.register_forward_hook(
            lambda _, given, __, n=number: seen.update({n: given[0].shape[:-1].numel()})
        )
    results = []
    for one in (model, other):
        sides = pair_logprobs(one, inputs, "shared")
        (sides.chosen.sum() - sides.rejected.sum()).backward()
        results.append(sides)
    for want, got in zip(*results, strict=True):
        torch.testing.assert_close(got, want, rtol=1e-5, atol=1e-6)
    for (name, want), got in zip(model.named_parameters(), other.parameters(), strict=True):
        if want.grad is not None:
            assert (got.grad - want.grad).norm() <= 1e-5 * want.grad.norm() + 1e-6, name
    scored = sum(inputs.completion_lengths)
    assert seen[len(layers) - 1] <= scored < seen[0]
    pair_logprobs(other, inputs, "two")  # whose rows run whole
    assert seen[len(layers) - 1] == seen[0]


@pytest.mark.parametrize("family", FAMILIES)
def test_where_inputs_are_cast_once_the_same_numbers_and_less_kept(family, monkeypatch):
    model, inputs = build(family), batch(family)
    share_casts(model)
    plain = copy.deepcopy(model)
    other = copy.deepcopy(model)
    assert keep_less(other) >= 2
    ran = []
    original = gated_mlp.learn_gated
    monkeypatch.setattr(gated_mlp, "learn_gated", lambda *a: ran.append(1) or original(*a))
    one, grads, much = step(plain, inputs)
    assert not ran
    two, others, less = step(other, inputs)
    assert len(ran) >= 2
    assert less < much
    torch.testing.assert_close(two.chosen, one.chosen, rtol=0.02, atol=0.02)
    torch.testing.assert_close(two.rejected, one.rejected, rtol=0.02, atol=0.02)
    assert grads.keys() == others.keys()
    noise = 1e-3 * max(grad.norm() for grad in grads.values())  # a key's bias has nothing else
    for name, want in grads.items():
        assert (others[name] - want).norm() <= 0.03 * want.norm() + noise, name
