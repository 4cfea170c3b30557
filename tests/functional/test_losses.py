"""Losses against hand arithmetic and an independent formula."""

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from dharma_pl.functional.losses import (
    LogRatios,
    PairLogprobs,
    displacement_metrics,
    log_ratios,
    masked_sum,
    policy_metrics,
    reward_metrics,
    sft_loss,
    sigmoid_loss,
)

numbers = st.floats(-50, 50, width=32)


def ratios(chosen: float, rejected: float) -> LogRatios:
    return LogRatios(torch.tensor([chosen]), torch.tensor([rejected]))


def batch(*rows: list[float]) -> tuple[torch.Tensor, torch.Tensor]:
    """Rows padded with NaN, and the mask of what is real."""
    width = max(map(len, rows))
    values = torch.tensor([row + [math.nan] * (width - len(row)) for row in rows])
    return values, ~values.isnan()


@pytest.fixture
def policy() -> PairLogprobs:
    return PairLogprobs(*batch([-1.0, -2.0], [-3.0]), *batch([-1.0], [-1.0, -1.0, -4.0]))


@pytest.fixture
def reference() -> PairLogprobs:
    return PairLogprobs(*batch([-1.5, -2.5], [-2.0]), *batch([-0.5], [-1.0, -2.0, -1.0]))


def test_log_ratios_by_hand(policy, reference):
    """Chosen: (-1+1.5)+(-2+2.5) = 1, -3+2 = -1. Rejected: -1+0.5 = -0.5, 0+1-3 = -2."""
    got = log_ratios(policy, reference)
    assert got.chosen.tolist() == [1.0, -1.0]
    assert got.rejected.tolist() == [-0.5, -2.0]


def test_what_stands_at_padding_never_counts_and_gets_no_gradient(reference):
    chosen, mask = batch([-1.0, -2.0], [-3.0])
    rejected, other = batch([-1.0], [-1.0, -1.0, -4.0])
    chosen.requires_grad_()
    rejected.requires_grad_()
    policy = PairLogprobs(chosen, mask, rejected, other)
    loss = sigmoid_loss(log_ratios(policy, reference), 0.1).sum() + sft_loss(chosen, mask).sum()
    loss.backward()
    assert torch.isfinite(loss)
    for leaf, real in ((chosen, mask), (rejected, other)):
        assert torch.isfinite(leaf.grad).all()
        assert (leaf.grad[~real] == 0).all()
        assert (leaf.grad[real] != 0).all()


def test_the_difference_is_taken_before_the_sum():
    """4,000 tokens of -7.3 nats: fp32 sums near -29,200 lie 0.002 apart, the tokens do not."""
    values = torch.full((1, 4000), -7.3)
    moved = values + 1e-5
    mask = torch.ones_like(values, dtype=torch.bool)
    got = log_ratios(
        PairLogprobs(moved, mask, values, mask), PairLogprobs(values, mask, values, mask)
    )
    exact = (moved.double() - values.double()).sum()
    assert got.rejected.item() == 0.0
    assert got.chosen.item() == pytest.approx(exact.item(), rel=1e-4)


def test_the_loss_is_ln_2_where_policy_is_reference(policy):
    for smoothing in (0.0, 0.3):
        loss = sigmoid_loss(log_ratios(policy, policy), 0.37, smoothing)
        assert loss.tolist() == pytest.approx([math.log(2)] * 2, abs=1e-7)


def test_sigmoid_loss_by_hand():
    """D = 3 - 1 = 2, beta D = 1: -log sigmoid(1) = log(1 + 1/e) = 0.31326169."""
    assert sigmoid_loss(ratios(3.0, 1.0), 0.5).item() == pytest.approx(0.31326169, abs=1e-6)


def test_label_smoothing_by_hand():
    """0.9 x 0.31326169 + 0.1 x log(1 + e) = 0.9 x 0.31326169 + 0.1 x 1.31326169 = 0.41326169."""
    loss = sigmoid_loss(ratios(3.0, 1.0), 0.5, label_smoothing=0.1)
    assert loss.item() == pytest.approx(0.41326169, abs=1e-6)


@given(numbers, numbers, st.floats(0.01, 2), st.floats(0, 0.49))
def test_sigmoid_loss_is_a_cross_entropy(chosen, rejected, beta, smoothing):
    """Written with log1p, by cases, in fp64: an independent form of the same number."""
    margin = beta * (chosen - rejected)

    def nll(x: float) -> float:
        return math.log1p(math.exp(-x)) if x > 0 else -x + math.log1p(math.exp(x))

    want = (1 - smoothing) * nll(margin) + smoothing * nll(-margin)
    got = sigmoid_loss(ratios(chosen, rejected), beta, smoothing).item()
    assert got == pytest.approx(want, rel=1e-4, abs=1e-5)


@given(numbers, numbers, st.floats(0.01, 2))
def test_the_gradient_pulls_chosen_up_and_rejected_down_alike(chosen, rejected, beta):
    """Rafailov et al., section 4: the weight of a pair is beta sigmoid(-beta D)."""
    sides = [torch.tensor([x], requires_grad=True) for x in (chosen, rejected)]
    sigmoid_loss(LogRatios(*sides), beta).sum().backward()
    weight = beta / (1 + math.exp(min(beta * (chosen - rejected), 700)))
    assert sides[0].grad.item() == pytest.approx(-weight, rel=1e-3, abs=1e-6)
    assert sides[1].grad.item() == pytest.approx(weight, rel=1e-3, abs=1e-6)


def test_sft_loss_is_a_mean_over_real_tokens():
    """(1 + 2) / 2 = 1.5; 3 / 1 = 3; a row without tokens counts 0 rather than NaN."""
    values, mask = batch([-1.0, -2.0], [-3.0])
    values = torch.cat([values, torch.full((1, 2), math.nan)])
    mask = torch.cat([mask, torch.zeros(1, 2, dtype=torch.bool)])
    assert sft_loss(values, mask).tolist() == [1.5, 3.0, 0.0]


def metrics(policy, reference):
    return {
        **policy_metrics(policy),
        **reward_metrics(log_ratios(policy, reference), beta=0.1),
        **displacement_metrics(policy, reference),
    }


def test_metrics_by_hand(policy, reference):
    """Beta 0.1: chosen rewards 0.1, -0.1; rejected -0.05, -0.2; margins 0.15, 0.1."""
    want = {
        "rewards/chosen": 0.0,
        "rewards/rejected": -0.125,
        "rewards/margin": 0.125,
        "rewards/accuracy": 1.0,
        "logprobs/chosen": -3.0,  # (-3 - 3) / 2
        "logprobs/rejected": -3.5,  # (-1 - 6) / 2
        "displacement/chosen": 0.0,
        "displacement/rejected": -1.25,
        "displacement/chosen_per_token": -0.25,  # (1 / 2 - 1 / 1) / 2
        "displacement/rejected_share": 4.5 / 6.5,  # (0.5 + 0 + 1 + 3) of that and 0.5 + 0.5 + 1
        "length/chosen": 1.5,
        "length/rejected": 2.0,
        "length/rejected_share": 4 / 7,
    }
    got = {name: value.item() for name, value in metrics(policy, reference).items()}
    assert got == pytest.approx(want, abs=1e-6)


def test_nothing_has_moved_before_the_first_update(policy):
    got = displacement_metrics(policy, policy)
    assert {value.item() for value in got.values()} == {0.0}


def test_metrics_carry_no_gradient(policy, reference):
    learning = policy._replace(chosen=policy.chosen.clone().requires_grad_())
    assert not any(value.requires_grad for value in metrics(learning, reference).values())


@settings(max_examples=30)
@given(st.lists(st.lists(numbers, min_size=1, max_size=6), min_size=1, max_size=4))
def test_masked_sum_is_the_sum_of_each_row(rows):
    got = masked_sum(*batch(*rows))
    for total, row in zip(got.tolist(), rows, strict=True):
        assert total == pytest.approx(math.fsum(row), rel=1e-5, abs=1e-4)
