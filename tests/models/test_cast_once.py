"""One cast for several projections: the same forward pass, fewer copies kept."""

import copy

import pytest
import torch
from tiny_families import FAMILIES, batch, build

from dharma_pl.models.backbone import LoraSpec, add_lora
from dharma_pl.models.cast_once import share_casts
from dharma_pl.models.forward import pair_logprobs


def step(model, inputs, precision):
    kept: dict[int, int] = {}
    alive = []

    def note(tensor):
        kept[tensor.untyped_storage().data_ptr()] = tensor.untyped_storage().nbytes()
        alive.append(tensor)
        return tensor

    hooks = torch.autograd.graph.saved_tensors_hooks(note, lambda tensor: tensor)
    with hooks, torch.autocast("cpu", torch.bfloat16, enabled=precision == "bf16-mixed"):
        sides = pair_logprobs(model, inputs, "shared")
    (sides.chosen.sum() - sides.rejected.sum()).backward()
    grads = {n: p.grad for n, p in model.named_parameters() if p.grad is not None}
    return sides, grads, sum(kept.values())


@pytest.mark.parametrize("lora", [False, True])
@pytest.mark.parametrize("precision", ["bf16-mixed", "32-true"])
@pytest.mark.parametrize("family", FAMILIES)
def test_the_same_forward_pass_and_less_kept(family, precision, lora):
    model, inputs = build(family), batch(family)
    if lora:
        model = add_lora(model, LoraSpec(rank=4), freeze_vision=True)
    other = copy.deepcopy(model)
    assert share_casts(other) >= 2
    one, grads, much = step(model, inputs, precision)
    two, others, less = step(other, inputs, precision)
    assert one.chosen.equal(two.chosen)
    assert one.rejected.equal(two.rejected)
    assert grads.keys() == others.keys()
    exact = precision == "32-true"
    assert less == much if exact else less < much
    noise = 1e-3 * max(grad.norm() for grad in grads.values())  # a key's bias has nothing else
    for name, want in grads.items():  # parts are added up in bf16 and not in fp32
        off = (others[name] - want).norm()
        assert off == 0 if exact else off <= 0.03 * want.norm() + noise, name
