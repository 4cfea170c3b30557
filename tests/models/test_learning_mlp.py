"""A gated layer that learns in bfloat16 gives the plain layer's numbers."""

import pytest
import torch
from peft import LoraConfig, get_peft_model
from torch import nn

from dharma_pl.models import learning_mlp
from dharma_pl.models.learning_mlp import learn_gated, learning_weights


class MLP(nn.Module):
    def __init__(self, act=None, bias=False):
        super().__init__()
        self.gate_proj, self.up_proj = (nn.Linear(6, 13, bias=bias) for _ in range(2))
        self.down_proj = nn.Linear(13, 6, bias=bias)
        self.act_fn = act or nn.SiLU()

    def forward(self, hidden):
        return self.down_proj(self.act_fn(self.gate_proj(hidden)) * self.up_proj(hidden))


def weights_of(mlp):
    return tuple(part.weight for part in (mlp.gate_proj, mlp.up_proj, mlp.down_proj))


@pytest.mark.parametrize("act", [nn.SiLU(), nn.GELU("tanh"), nn.ReLU(), nn.Identity()])
@pytest.mark.parametrize("outputs", [5, 13, 2048])
@pytest.mark.parametrize("frozen_body", [False, True])
def test_the_formula_and_its_gradients(act, outputs, frozen_body, monkeypatch):
    monkeypatch.setattr(learning_mlp, "OUTPUTS", outputs)
    torch.manual_seed(0)
    mlp = MLP(act)
    hidden = torch.randn(2, 7, 6, requires_grad=not frozen_body)
    leaves = (*weights_of(mlp), *(() if frozen_body else (hidden,)))
    want, got = mlp(hidden), learn_gated(hidden, mlp.act_fn, weights_of(mlp))
    torch.testing.assert_close(got, want, rtol=1e-5, atol=1e-6)
    upstream = torch.randn_like(want)
    for one, other in zip(
        torch.autograd.grad(got, leaves, upstream),
        torch.autograd.grad(want, leaves, upstream),
        strict=True,
    ):
        torch.testing.assert_close(one, other, rtol=1e-5, atol=1e-6)


def test_runs_only_where_all_of_a_plain_layer_learns_in_bfloat16():
    hidden, mlp = torch.randn(2, 6, dtype=torch.bfloat16), MLP()
    hooked, frozen, bound = MLP(), MLP(), MLP()
    hooked.up_proj.register_forward_hook(lambda *_: None)
    frozen.down_proj.requires_grad_(False)
    bound.gate_proj.forward = bound.gate_proj.forward
    adapted = get_peft_model(MLP(), LoraConfig(target_modules=["up_proj"])).base_model.model
    with torch.autocast("cpu", torch.bfloat16):
        assert learning_weights(mlp, hidden) == weights_of(mlp)
        for other in (hooked, frozen, bound, adapted, MLP(bias=True)):
            assert learning_weights(other, hidden) is None
        assert learning_weights(mlp, hidden.float()) is None
        with torch.no_grad():  # a reference is rounded like the policy
            assert learning_weights(mlp, hidden) == weights_of(mlp)
    assert learning_weights(mlp, hidden) is None  # fp32 weights without autocast
    assert learning_weights(mlp.bfloat16(), hidden) is not None
