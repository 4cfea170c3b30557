"""Chunked entropies against torch's own distribution over whole logits."""

import pytest
import torch
from torch.distributions import Categorical

from dharma_pl.functional.entropy import token_entropies


@pytest.mark.parametrize("chunk_size", [1, 3, 7, 100])
@pytest.mark.parametrize(("softcap", "scale"), [(None, 1.0), (5.0, 0.25)])
def test_entropies_are_those_of_the_whole_distribution(chunk_size, softcap, scale):
    torch.manual_seed(0)
    hidden, weight, bias = torch.randn(7, 8), torch.randn(50, 8), torch.randn(50)
    logits = (hidden @ weight.T + bias) * scale
    if softcap is not None:
        logits = softcap * torch.tanh(logits / softcap)
    given = token_entropies(
        hidden, weight, bias, softcap=softcap, scale=scale, chunk_size=chunk_size
    )
    torch.testing.assert_close(given, Categorical(logits=logits).entropy())


def test_certainty_is_zero_and_no_gradient_is_kept():
    hidden = torch.eye(3, requires_grad=True)
    given = token_entropies(hidden, 1000 * torch.eye(3))
    assert given.tolist() == [0.0] * 3
    assert not given.requires_grad


def test_the_head_runs_in_the_autocast_dtype():
    torch.manual_seed(0)
    hidden, weight = torch.randn(4, 8), torch.randn(20, 8)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        low = token_entropies(hidden, weight)
    want = token_entropies(hidden.bfloat16(), weight.bfloat16())
    assert low.dtype == torch.float32
    assert low.equal(want)
    assert not low.equal(token_entropies(hidden, weight))
