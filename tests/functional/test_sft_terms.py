"""Unlikelihood and DITTO by hand, and what their gradients do."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from dharma_pl.functional.sft_terms import ditto_loss, unlikelihood_loss


def logs(*rows):
    width = max(map(len, rows))
    values = torch.tensor([[math.log(p) for p in r] + [math.nan] * (width - len(r)) for r in rows])
    return values, ~values.isnan()


def test_unlikelihood_by_hand():
    """-log(1 - p) of 0.9 and 0.5 is 2.3026 and 0.6931: mean 1.4979; rows without a loop give 0."""
    values, mask = logs([0.2, 0.9, 0.5], [0.9, 0.9], [0.3])
    got = unlikelihood_loss(values, mask, torch.tensor([1, -1, 5]))
    assert got.tolist() == pytest.approx([1.4979, 0.0, 0.0], abs=1e-3)


@settings(max_examples=50)
@given(st.lists(st.floats(0.001, 0.99), min_size=1, max_size=8), st.integers(-1, 8))
def test_unlikelihood_is_its_equation(probabilities, onset):
    values, mask = logs(probabilities)
    looping = np.array(probabilities[onset:] if onset >= 0 else [])
    want = -np.log1p(-looping).mean() if len(looping) else 0.0
    got = unlikelihood_loss(values, mask, torch.tensor([onset])).item()
    assert got == pytest.approx(want, rel=2e-3, abs=2e-4)


def test_unlikelihood_touches_loop_tokens_alone_and_lowers_them():
    values, mask = logs([0.2, 0.9, 0.5], [0.9])
    values.requires_grad_()
    unlikelihood_loss(values, mask, torch.tensor([1, 0])).sum().backward()
    assert values.grad.isfinite().all()
    assert (values.grad != 0).tolist() == [[False, True, True], [True, False, False]]
    assert (values.grad >= 0).all()


def test_a_certain_loop_still_has_a_finite_loss_and_a_gradient():
    """In fp32 a log-probability rounds to 0, and even above it."""
    values = torch.tensor([[0.0, 1e-6, -1e-7]], requires_grad=True)
    loss = unlikelihood_loss(values, torch.ones(1, 3, dtype=torch.bool), torch.tensor([0]))
    loss.sum().backward()
    assert 10 < loss.item() < 12
    assert (values.grad > 0).all()


def test_the_gradient_at_the_logit_is_the_probability():
    """d/dz of -log(1 - softmax(z)_i) is p_i: bounded, however certain the loop."""
    logits = torch.tensor([6.0, 0.0, 0.0], requires_grad=True)
    value = logits.log_softmax(-1)[None, :1]
    unlikelihood_loss(value, torch.ones(1, 1, dtype=torch.bool), torch.tensor([0])).sum().backward()
    assert logits.grad[0].item() == pytest.approx(logits.softmax(-1)[0].item(), rel=1e-2)


def test_ditto_by_hand():
    """Unit of two: -log(1 - |0.9 - 0.5 x 0.6|) = 0.9163, -log(1 - |0.2 - 0.5 x 0.8|) = 0.2231."""
    values, mask = logs([0.1, 0.6, 0.8, 0.9, 0.2], [0.5, 0.5])
    got = ditto_loss(values, mask, torch.tensor([1, 0]), torch.tensor([2, 0]), 0.5)
    assert got.tolist() == pytest.approx([(0.9163 + 0.2231) / 2, 0.0], abs=1e-3)


def test_ditto_lowers_a_copy_towards_its_share_of_the_former_and_leaves_the_former():
    values, mask = logs([0.6, 0.9, 0.1])
    values.requires_grad_()
    ditto_loss(values, mask, torch.tensor([0]), torch.tensor([1]), 0.5).sum().backward()
    first, certain, rare = values.grad[0].tolist()
    assert first == 0.0  # the goal has no gradient
    assert certain > 0 > rare  # 0.9 is above 0.3 and falls; 0.1 is below 0.45 and rises


def test_ditto_does_not_see_what_stands_at_padding():
    values, mask = logs([0.6, 0.9, 0.1, 0.2], [0.5, 0.5])
    values.requires_grad_()
    loss = ditto_loss(values, mask, torch.tensor([0, 0]), torch.tensor([1, 1]))
    loss.sum().backward()
    assert loss.isfinite().all()
    assert values.grad.isfinite().all()
    assert (values.grad[~mask] == 0).all()


@settings(max_examples=50)
@given(
    st.lists(st.floats(0.01, 0.99), min_size=2, max_size=10), st.integers(0, 3), st.integers(1, 4),
    st.floats(0, 0.9),
)  # fmt: skip
def test_ditto_is_its_equation(probabilities, start, period, discount):
    values, mask = logs(probabilities)
    p = np.array(probabilities)
    later = np.arange(start + period, len(p))
    want = 0.0
    if len(later):
        want = -np.log(1 - np.abs(p[later] - discount * p[later - period])).mean()
    got = ditto_loss(values, mask, torch.tensor([start]), torch.tensor([period]), discount).item()
    assert got == pytest.approx(want, rel=2e-3, abs=2e-4)
