"""DPO's relatives against numpy in fp64, by hand, and at the limits where they must meet."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from dharma_pl.functional import losses as L
from dharma_pl.functional.losses import LogRatios, PairLogprobs

BETA = 0.3
nats = st.floats(-20, 20, width=32)


def ratios(chosen, rejected):
    return LogRatios(torch.tensor([chosen]), torch.tensor([rejected]))


def random_batch(seed=0, pairs=6, tokens=9):
    """Sides of 1 to 9 tokens, NaN at padding."""
    rng = np.random.default_rng(seed)

    def side():
        lengths = rng.integers(1, tokens + 1, pairs)
        mask = np.arange(tokens) < lengths[:, None]
        return np.where(mask, -3 * rng.random((pairs, tokens)), np.nan), mask

    def tensors(chosen, rejected):
        return PairLogprobs(
            *(torch.from_numpy(x).float() if x.dtype != bool else torch.from_numpy(x)
              for x in (*chosen, *rejected))
        )  # fmt: skip

    chosen, rejected = side(), side()
    old = [(np.where(mask, values - rng.random(values.shape) + 0.4, np.nan), mask)
           for values, mask in (chosen, rejected)]  # fmt: skip
    return tensors(chosen, rejected), tensors(*old)


def rows(batch):
    """Real tokens of both sides of each pair, as fp64 lists."""
    for c, cm, r, rm in zip(*(x.double().numpy() for x in batch), strict=True):
        yield c[cm > 0], r[rm > 0]


def logsig(x):
    return -math.log1p(math.exp(-x)) if x > 0 else x - math.log1p(math.exp(x))


def by_hand(name, policy, reference, gaps):
    """Every loss written out pair by pair, without torch."""
    found = []
    for (pw, pl), (ow, ol), gap in zip(rows(policy), rows(reference), gaps, strict=True):
        rw, rl = (pw - ow).sum(), (pl - ol).sum()
        swap = {"sigmoid_smoothed": 0.1, "robust": 0.2}.get(name, 0.0)
        match name:
            case "sigmoid" | "sigmoid_smoothed":
                x = BETA * (rw - rl)
                found.append(-(1 - swap) * logsig(x) - swap * logsig(-x))
            case "robust":
                x = BETA * (rw - rl)
                found.append((-(1 - swap) * logsig(x) + swap * logsig(-x)) / (1 - 2 * swap))
            case "sigmoid_norm":
                found.append(-logsig(BETA * (rw / len(pw) - rl / len(pl))))
            case "hinge":
                found.append(max(0.0, 1 - BETA * (rw - rl)))
            case "ipo":
                found.append((rw - rl - 1 / (2 * BETA)) ** 2)
            case "ipo_norm":
                found.append((rw / len(pw) - rl / len(pl) - 1 / (2 * BETA)) ** 2)
            case "dpop":
                found.append(-logsig(BETA * (rw - rl - 5 * max(0.0, ow.sum() - pw.sum()))))
            case "odpo":
                found.append(-logsig(BETA * (rw - rl) - 2 * gap))
            case "simpo":
                found.append(-logsig(BETA * (pw.mean() - pl.mean()) - 0.7))
            case "ld":
                n = min(len(pw), len(pl))
                w = (pw - ow)[:n].sum() + 0.4 * (pw - ow)[n:].sum()
                found.append(-logsig(BETA * (w - (pl - ol)[:n].sum() - 0.4 * (pl - ol)[n:].sum())))
            case "sft":
                found.append(-pw.mean())
    return found


def ours(name, policy, reference, gaps):
    sums, means = L.log_ratios(policy, reference), L.mean_logprobs(policy)
    normed = L.per_token(sums, policy)
    return {
        "sigmoid": lambda: L.sigmoid_loss(sums, BETA),
        "sigmoid_smoothed": lambda: L.sigmoid_loss(sums, BETA, 0.1),
        "robust": lambda: L.robust_loss(sums, BETA, 0.2),
        "sigmoid_norm": lambda: L.sigmoid_loss(normed, BETA),
        "hinge": lambda: L.hinge_loss(sums, BETA),
        "ipo": lambda: L.ipo_loss(sums, BETA),
        "ipo_norm": lambda: L.ipo_loss(normed, BETA),
        "dpop": lambda: L.dpop_loss(sums, BETA, 5.0),
        "odpo": lambda: L.odpo_loss(sums, BETA, torch.tensor(gaps), 2.0),
        "simpo": lambda: L.simpo_loss(means, BETA, 0.7),
        "ld": lambda: L.sigmoid_loss(L.log_ratios(policy, reference, ld_alpha=0.4), BETA),
        "sft": lambda: L.sft_loss(policy.chosen, policy.chosen_mask),
    }[name]()


NAMES = (
    "sigmoid", "sigmoid_smoothed", "robust", "sigmoid_norm", "hinge", "ipo", "ipo_norm", "dpop",
    "odpo", "simpo", "ld", "sft",
)  # fmt: skip
GAPS = [0.0, 0.1, 0.3, 0.5, 0.9, 1.0]


@pytest.mark.parametrize("name", NAMES)
def test_every_loss_is_its_equation_written_out(name):
    for seed in range(5):
        policy, reference = random_batch(seed)
        want = by_hand(name, policy, reference, GAPS)
        assert ours(name, policy, reference, GAPS).tolist() == pytest.approx(
            want, rel=1e-4, abs=1e-5
        )


@pytest.mark.parametrize("name", NAMES)
def test_the_gradient_raises_chosen_tokens_and_lowers_rejected_ones(name):
    """And is 0 at padding, whatever stands there; near the reference, where no loss is at rest."""
    policy, reference = random_batch()
    old = reference._replace(chosen=policy.chosen + 0.01, rejected=policy.rejected - 0.01)
    chosen, rejected = (x.clone().requires_grad_() for x in (policy.chosen, policy.rejected))
    ours(name, policy._replace(chosen=chosen, rejected=rejected), old, GAPS).sum().backward()
    assert (chosen.grad[policy.chosen_mask] < 0).all()
    assert (chosen.grad[~policy.chosen_mask] == 0).all()
    if name != "sft":
        assert (rejected.grad[policy.rejected_mask] > 0).all()
        assert (rejected.grad[~policy.rejected_mask] == 0).all()


@pytest.mark.parametrize(("name", "start"), [
    ("sigmoid", math.log(2)), ("sigmoid_smoothed", math.log(2)), ("robust", math.log(2)),
    ("sigmoid_norm", math.log(2)), ("ld", math.log(2)), ("dpop", math.log(2)), ("hinge", 1.0),
    ("ipo", 1 / (4 * BETA**2)), ("ipo_norm", 1 / (4 * BETA**2)),
])  # fmt: skip
def test_where_policy_is_reference_the_data_do_not_matter(name, start):
    policy, _ = random_batch()
    assert ours(name, policy, policy, GAPS).tolist() == pytest.approx([start] * 6, rel=1e-6)


def test_ld_dpo_weights_policy_and_reference_alike():
    """Weighting the policy alone would leave a margin at step 0 on every pair of two lengths."""
    mask = torch.tensor([[True] * 2 + [False] * 3])
    same = PairLogprobs(torch.full((1, 5), -2.0), mask, torch.full((1, 5), -2.0), ~mask | mask)
    for alpha in (0.0, 0.3, 1.0):
        got = L.log_ratios(same, same, ld_alpha=alpha)
        assert got.chosen.item() == got.rejected.item() == 0.0


@settings(max_examples=50)
@given(nats, nats, st.floats(0.01, 2))
def test_limits_at_which_losses_meet(chosen, rejected, beta):
    pair = ratios(chosen, rejected)
    sigmoid = L.sigmoid_loss(pair, beta)
    close = {"rtol": 1e-5, "atol": 1e-5}
    torch.testing.assert_close(L.robust_loss(pair, beta, 0.0), sigmoid, **close)
    torch.testing.assert_close(L.odpo_loss(pair, beta, torch.zeros(1), 3.0), sigmoid, **close)
    torch.testing.assert_close(L.odpo_loss(pair, beta, torch.ones(1), 0.0), sigmoid, **close)
    torch.testing.assert_close(L.dpop_loss(pair, beta, 0.0), sigmoid, **close)
    torch.testing.assert_close(L.simpo_loss(pair, beta, 0.0), sigmoid, **close)
    above = pair._replace(chosen=pair.chosen.abs())
    torch.testing.assert_close(L.dpop_loss(above, beta, 50.0), L.sigmoid_loss(above, beta), **close)
    # SimPO's gamma is an ODPO offset of one size.
    torch.testing.assert_close(
        L.simpo_loss(pair, beta, 1.3), L.odpo_loss(pair, beta, torch.ones(1), 1.3), **close
    )


def test_beta_to_zero_forgets_the_margin():
    pair = ratios(3.0, -5.0)
    for loss in (L.sigmoid_loss, L.hinge_loss):
        want = {L.sigmoid_loss: math.log(2), L.hinge_loss: 1.0}[loss]
        assert loss(pair, 1e-7).item() == pytest.approx(want, abs=1e-5)


def test_ld_alpha_one_is_dpo_and_zero_ignores_the_excess():
    policy, reference = random_batch()
    whole, plain = L.log_ratios(policy, reference, ld_alpha=1.0), L.log_ratios(policy, reference)
    assert whole.chosen.equal(plain.chosen)
    assert whole.rejected.equal(plain.rejected)
    cut = L.log_ratios(policy, reference, ld_alpha=0.0)
    for got, (pw, pl), (_, ol) in zip(
        cut.rejected.tolist(), rows(policy), rows(reference), strict=True
    ):
        n = min(len(pw), len(pl))
        assert got == pytest.approx((pl - ol)[:n].sum(), rel=1e-4, abs=1e-6)


def test_robust_is_the_unbiased_mean_over_swapped_pairs():
    """Chowdhury et al., lemma 3.1: its mean over the noise is the loss of the clean pair."""
    share, clean = 0.2, ratios(2.0, -1.0)
    swapped = LogRatios(clean.rejected, clean.chosen)
    mean = (1 - share) * L.robust_loss(clean, BETA, share) + share * L.robust_loss(
        swapped, BETA, share
    )
    torch.testing.assert_close(mean, L.sigmoid_loss(clean, BETA))


def test_ipo_stops_where_sigmoid_goes_on():
    """Beyond a margin of 1 / (2 beta) IPO pulls back."""
    chosen = torch.tensor([1 / (2 * BETA) + 1.0], requires_grad=True)
    L.ipo_loss(LogRatios(chosen, torch.zeros(1)), BETA).sum().backward()
    assert chosen.grad.item() == pytest.approx(2.0)


def test_a_larger_gap_asks_for_a_larger_margin():
    level = LogRatios(torch.zeros(3), torch.zeros(3))
    got = L.odpo_loss(level, BETA, torch.tensor([0.0, 0.4, 0.8]), 1.0)
    assert (got.diff() > 0).all()


@pytest.mark.parametrize("smoothing", [0.1, 0.3])
@pytest.mark.parametrize("function", [L.sigmoid_loss, L.robust_loss])
def test_label_smoothing_is_never_dropped(smoothing, function):
    pair = ratios(2.0, -1.0)
    assert function(pair, BETA, smoothing).item() != pytest.approx(
        function(pair, BETA, 0.0).item(), abs=1e-3
    )
