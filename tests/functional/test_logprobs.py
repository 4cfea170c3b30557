"""The chunked autograd.Function against log-softmax on full logits."""

import inspect

import jaxtyping
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from dharma_pl.functional import logprobs as module
from dharma_pl.functional.logprobs import token_logprobs

TOKENS, WIDTH, VOCABULARY = 23, 8, 37


def tensors(seed: int = 0, tokens: int = TOKENS, dtype: torch.dtype = torch.float32):
    generator = torch.Generator().manual_seed(seed)
    hidden = torch.randn(tokens, WIDTH, generator=generator).to(dtype)
    weight = torch.randn(VOCABULARY, WIDTH, generator=generator).to(dtype)
    bias = torch.randn(VOCABULARY, generator=generator).to(dtype)
    labels = torch.randint(VOCABULARY, (tokens,), generator=generator)
    return hidden, weight, bias, labels


def plain(hidden: Tensor, weight: Tensor, labels: Tensor, bias=None, softcap=None, scale=1.0):
    """The textbook formula, all logits at once."""
    logits = hidden @ weight.T
    if bias is not None:
        logits = logits + bias
    logits = logits * scale
    if softcap is not None:
        logits = softcap * torch.tanh(logits / softcap)
    return logits.log_softmax(-1)[torch.arange(len(labels)), labels]


def gradients(function, leaves: list[Tensor], upstream: Tensor) -> list[Tensor]:
    (function(*leaves) * upstream).sum().backward()
    return [leaf.grad for leaf in leaves if leaf.grad is not None]


def leaves(*values: Tensor, dtype: torch.dtype = torch.float32) -> list[Tensor]:
    return [value.detach().clone().to(dtype).requires_grad_() for value in values]


@pytest.mark.parametrize("chunk_size", [1, 7, TOKENS, TOKENS + 1, 1024])
@pytest.mark.parametrize(("softcap", "scale"), [(None, 1.0), (5.0, 1.0), (None, 0.25), (3.0, 0.5)])
def test_values_and_gradients_are_those_of_log_softmax_in_fp64(chunk_size, softcap, scale):
    hidden, weight, bias, labels = tensors()
    upstream = torch.randn(TOKENS, generator=torch.Generator().manual_seed(1))
    ours = leaves(hidden, weight, bias)
    theirs = leaves(hidden, weight, bias, dtype=torch.float64)

    def chunked(h, w, b):
        return token_logprobs(h, w, labels, b, softcap=softcap, scale=scale, chunk_size=chunk_size)

    def textbook(h, w, b):
        return plain(h, w, labels, b, softcap, scale)

    values = chunked(*ours)
    assert values.dtype == torch.float32
    torch.testing.assert_close(values.double(), textbook(*theirs), atol=1e-5, rtol=1e-5)
    got, want = gradients(chunked, ours, upstream), gradients(textbook, theirs, upstream.double())
    assert len(got) == len(want) == 3
    for mine, other in zip(got, want, strict=True):
        torch.testing.assert_close(mine.double(), other, atol=1e-5, rtol=1e-4)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 40), st.integers(1, 50), st.integers(0, 10**6))
def test_chunk_size_never_matters(tokens, chunk_size, seed):
    hidden, weight, _, labels = tensors(seed, tokens)
    whole = token_logprobs(hidden, weight, labels, chunk_size=10**6)
    parts = token_logprobs(hidden, weight, labels, chunk_size=chunk_size)
    torch.testing.assert_close(parts, whole, atol=1e-6, rtol=1e-6)


@pytest.mark.parametrize("chunk_size", [5, 1024])
@pytest.mark.parametrize(("softcap", "scale"), [(None, 1.0), (3.0, 0.5)])
def test_an_adapter_on_the_head_is_a_product_of_low_rank(chunk_size, softcap, scale):
    """Its gradients in fp64 terms; the frozen weight gets none, and no matrix like it is made."""
    hidden, weight, bias, labels = tensors()
    generator = torch.Generator().manual_seed(3)
    inner = torch.randn(TOKENS, 2, generator=generator)
    outer = torch.randn(VOCABULARY, 2, generator=generator)
    upstream = torch.randn(TOKENS, generator=generator)

    def chunked(h, i, o):
        return token_logprobs(
            h, weight, labels, bias, low_rank=(i, o), softcap=softcap, scale=scale,
            chunk_size=chunk_size,
        )  # fmt: skip

    def textbook(h, i, o):
        whole = torch.cat([weight.double(), o], dim=1)
        return plain(torch.cat([h, i], dim=1), whole, labels, bias.double(), softcap, scale)

    ours = leaves(hidden, inner, outer)
    theirs = leaves(hidden, inner, outer, dtype=torch.float64)
    torch.testing.assert_close(chunked(*ours).double(), textbook(*theirs), atol=1e-5, rtol=1e-5)
    got, want = gradients(chunked, ours, upstream), gradients(textbook, theirs, upstream.double())
    assert len(got) == len(want) == 3
    for mine, other in zip(got, want, strict=True):
        torch.testing.assert_close(mine.double(), other, atol=1e-5, rtol=1e-4)


def test_repeated_labels_add_up_in_the_weight_gradient():
    hidden, weight, _, _ = tensors()
    labels = torch.full((TOKENS,), 4)
    ours, theirs = leaves(hidden, weight), leaves(hidden, weight)
    ones = torch.ones(TOKENS)
    got = gradients(lambda h, w: token_logprobs(h, w, labels, chunk_size=5), ours, ones)
    want = gradients(lambda h, w: plain(h, w, labels), theirs, ones)
    for mine, other in zip(got, want, strict=True):
        torch.testing.assert_close(mine, other, atol=1e-5, rtol=1e-5)


def test_a_frozen_head_gets_no_gradient_and_none_is_made(monkeypatch):
    hidden, weight, bias, labels = tensors()
    made = []
    original = module._head_gradient
    monkeypatch.setattr(module, "_head_gradient", lambda *a: made.append(1) or original(*a))
    hidden.requires_grad_()
    token_logprobs(hidden, weight, labels, bias).sum().backward()
    assert hidden.grad is not None
    assert weight.grad is None
    assert bias.grad is None
    assert not made  # the counter is a spy on the real function
    weight.requires_grad_()
    token_logprobs(hidden, weight, labels, bias).sum().backward()
    assert len(made) == 1


def test_a_frozen_body_still_trains_the_head():
    hidden, weight, _, labels = tensors()
    weight.requires_grad_()
    token_logprobs(hidden, weight, labels).sum().backward()
    (want,) = leaves(weight)
    plain(hidden, want, labels).sum().backward()
    torch.testing.assert_close(weight.grad, want.grad, atol=1e-5, rtol=1e-5)


def test_no_tokens_are_no_gradient():
    """Not what the memory held before."""
    hidden, weight, bias, labels = tensors(tokens=0)
    mine = leaves(hidden, weight, bias)
    values = token_logprobs(mine[0], mine[1], labels, mine[2])
    assert values.shape == (0,)
    values.sum().backward()
    assert mine[0].grad.shape == (0, WIDTH)
    assert not mine[1].grad.any()
    assert not mine[2].grad.any()


def test_autocast_multiplies_in_bf16_and_sums_in_fp32():
    hidden, weight, _, labels = tensors()
    with torch.autocast("cpu", torch.bfloat16):
        values = token_logprobs(hidden, weight, labels)
    logits = (hidden.bfloat16() @ weight.bfloat16().T).float()
    want = logits.log_softmax(-1)[torch.arange(TOKENS), labels]
    assert values.dtype == torch.float32
    torch.testing.assert_close(values, want, atol=1e-6, rtol=1e-6)
    assert (values - token_logprobs(hidden, weight, labels)).abs().max() > 1e-4


def test_bf16_weights_get_gradients_in_their_own_dtype():
    hidden, weight, bias, labels = tensors(dtype=torch.bfloat16)
    ours = leaves(hidden, weight, bias, dtype=torch.bfloat16)
    theirs = leaves(hidden, weight, bias, dtype=torch.float32)
    upstream = torch.ones(TOKENS)
    got = gradients(lambda h, w, b: token_logprobs(h, w, labels, b), ours, upstream)
    want = gradients(lambda h, w, b: plain(h, w, labels, b), theirs, upstream)
    for mine, other in zip(got, want, strict=True):
        assert mine.dtype == torch.bfloat16
        assert (mine.float() - other).norm() / other.norm() < 0.02


def test_thousands_of_tokens_keep_their_digits_where_bf16_sums_would_not():
    """A loop of 1,000 tokens: bf16 numbers near -7,000 lie 32 apart."""
    hidden, weight, _, labels = tensors(tokens=1000)
    total = token_logprobs(hidden, weight, labels).sum()
    exact = plain(hidden.double(), weight.double(), labels).sum()
    assert abs(total.item() - exact.item()) < 1e-2


def test_no_tensor_of_tokens_times_vocabulary_is_ever_made():
    class Largest(torch.utils._python_dispatch.TorchDispatchMode):
        numel = 0

        def __torch_dispatch__(self, func, types, args=(), kwargs=None):
            out = func(*args, **(kwargs or {}))
            for value in out if isinstance(out, tuple) else (out,):
                if isinstance(value, Tensor):
                    self.numel = max(self.numel, value.numel())
            return out

    tokens, vocabulary, chunk = 512, 1000, 16
    hidden = torch.randn(tokens, WIDTH, requires_grad=True)
    weight = torch.randn(vocabulary, WIDTH, requires_grad=True)
    labels = torch.randint(vocabulary, (tokens,))
    with Largest() as ours:
        token_logprobs(hidden, weight, labels, chunk_size=chunk).sum().backward()
    with Largest() as theirs:
        plain(hidden, weight, labels).sum().backward()
    assert theirs.numel == tokens * vocabulary
    assert ours.numel == chunk * vocabulary


def test_shapes_are_checked_in_tests():
    """Proves that the import hook of conftest.py is at work."""
    hidden, weight, _, labels = tensors()
    with pytest.raises(jaxtyping.TypeCheckError):
        token_logprobs(hidden, weight[:, :-1], labels)
    assert "chunk_size" in inspect.signature(token_logprobs).parameters
