"""The one forward path for policy and reference: completion log-probabilities of a batch."""

from typing import Any, NamedTuple

import torch
from peft import PeftModel
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence
from transformers import PreTrainedModel

from dharma_pl.data.encode import Inputs
from dharma_pl.functional.logprobs import token_logprobs
from dharma_pl.functional.losses import PairLogprobs

Model = PreTrainedModel | PeftModel


class Queries(NamedTuple):
    """What other tokens' log-probabilities are asked for.

    Attributes:
        rows: [queries] rows of the batch.
        positions: [queries] index among the row's completion tokens of the token replaced.
        labels: [queries] the tokens asked about.
    """

    rows: Tensor
    positions: Tensor
    labels: Tensor


def completion_logprobs(model: Model, inputs: Inputs) -> tuple[Tensor, Tensor]:
    """Log-probabilities of the tokens marked by `completion_mask`, the head run on them alone.

    Args:
        model: a causal language model, with or without images, with or without an adapter.
        inputs: right-padded model inputs with `completion_mask` [rows, tokens].

    Returns:
        Padded log-probabilities [rows, longest completion] in nats, fp32, and their mask.
    """
    values, mask, _ = _completions(model, inputs, None)
    return values, mask


def _completions(
    model: Model, inputs: Inputs, queries: Queries | None
) -> tuple[Tensor, Tensor, Tensor | None]:
    """Padded log-probabilities, their mask, and the answers to queries."""
    base = unwrap(model)
    kwargs: dict[str, Any] = dict(inputs)
    mask = kwargs.pop("completion_mask")
    body = getattr(base, base.base_model_prefix)
    hidden = body(**kwargs, use_cache=False).last_hidden_state
    predicts = mask[:, 1:]  # the state at t predicts token t + 1
    head = base.get_output_embeddings()
    assert isinstance(head, nn.Linear)
    softcap, scale = _logit_settings(base)
    states = hidden[:, :-1][predicts]
    flat = token_logprobs(
        states,
        head.weight,
        inputs["input_ids"][:, 1:][predicts],
        head.bias,
        softcap=softcap,
        scale=scale,
    )
    counts = predicts.sum(-1)
    answers = None
    if queries is not None:
        with torch.no_grad():
            index = (counts.cumsum(0) - counts)[queries.rows] + queries.positions
            answers = token_logprobs(
                states[index], head.weight, queries.labels, head.bias, softcap=softcap, scale=scale
            )
    lengths = counts.tolist()
    padded = pad_sequence(list(flat.split(lengths)), batch_first=True)
    positions = torch.arange(padded.shape[1], device=padded.device)
    return padded, positions < torch.tensor(lengths, device=padded.device)[:, None], answers


def pair_logprobs(model: Model, inputs: Inputs) -> PairLogprobs:
    """Log-probabilities of both sides of a batch of pairs.

    Args:
        model: policy or reference.
        inputs: the chosen rows, then as many rejected rows in the same order.
    """
    values, mask = completion_logprobs(model, inputs)
    return _sides(values, mask)


def pair_logprobs_and(
    model: Model, inputs: Inputs, queries: Queries
) -> tuple[PairLogprobs, Tensor]:
    """`pair_logprobs`, and log-probabilities of other tokens at some places, by the same forward.

    Args:
        model: policy or reference.
        inputs: the chosen rows, then as many rejected rows in the same order.
        queries: which tokens, and where.

    Returns:
        Both sides, and [queries] log-probabilities in nats, fp32, without a gradient.
    """
    values, mask, answers = _completions(model, inputs, queries)
    assert answers is not None
    return _sides(values, mask), answers


def _sides(values: Tensor, mask: Tensor) -> PairLogprobs:
    sides = []
    for rows, real in zip(values.chunk(2), mask.chunk(2), strict=True):
        length = int(real.sum(-1).max())
        sides += [rows[:, :length], real[:, :length]]
    return PairLogprobs(*sides)


def unwrap(model: Model) -> PreTrainedModel:
    """The transformers model; adapters stay active, since they live in its layers."""
    base = model.get_base_model() if isinstance(model, PeftModel) else model
    assert isinstance(base, PreTrainedModel)
    return base


def _logit_settings(model: PreTrainedModel) -> tuple[float | None, float]:
    """What some families do to logits after the head: Gemma 2 caps them, Granite divides."""
    config = model.config.get_text_config()
    scaling = getattr(config, "logits_scaling", None)
    softcap = getattr(config, "final_logit_softcapping", None)
    return softcap, 1.0 / scaling if scaling else 1.0
