"""The one forward path for policy and reference: completion log-probabilities of a batch."""

from typing import Any, Literal, NamedTuple

import torch
from peft import PeftModel
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence
from transformers import PreTrainedModel

from dharma_pl.data.encode import Inputs
from dharma_pl.data.pair_inputs import PairInputs
from dharma_pl.functional.losses import PairLogprobs
from dharma_pl.models.head import head_of
from dharma_pl.models.shared_prefix import shared_states

Model = PreTrainedModel | PeftModel

Layout = Literal["shared", "two"]
"""`[prompt | chosen | rejected ...]` in one row, or a row for each completion."""


class Queries(NamedTuple):
    """What other tokens' log-probabilities are asked for.

    Attributes:
        completions: [queries] numbers of completions in the batch.
        positions: [queries] index among the completion's tokens of the token replaced.
        labels: [queries] the tokens asked about.
    """

    completions: Tensor
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
    predicts = inputs["completion_mask"][:, 1:]  # the state at t predicts token t + 1
    states = _states(unwrap(model), inputs)
    flat = head_of(unwrap(model)).logprobs(states, inputs["input_ids"][:, 1:][predicts])
    return _padded(flat, predicts.sum(-1).tolist())


def pair_logprobs(model: Model, inputs: PairInputs, layout: Layout) -> PairLogprobs:
    """Log-probabilities of both sides of a batch of pairs.

    A completion that several pairs have in common is computed once and repeated in the result.

    Args:
        model: policy or reference.
        inputs: the pairs.
        layout: how they are laid out; `dharma_pl.models.layout` finds what the model can.
    """
    states = completion_states(model, inputs, layout)
    return _sides(head_of(unwrap(model)).logprobs(states, inputs.labels), inputs)


def pair_logprobs_and(
    model: Model, inputs: PairInputs, queries: Queries, layout: Layout
) -> tuple[PairLogprobs, Tensor]:
    """`pair_logprobs`, and log-probabilities of other tokens at some places, by the same forward.

    Args:
        model: policy or reference.
        inputs: the pairs.
        queries: which tokens, and where.
        layout: how the pairs are laid out.

    Returns:
        Both sides, and [queries] log-probabilities in nats, fp32, without a gradient.
    """
    states = completion_states(model, inputs, layout)
    head = head_of(unwrap(model))
    lengths = torch.tensor(inputs.completion_lengths, device=states.device)
    with torch.no_grad():
        index = (lengths.cumsum(0) - lengths)[queries.completions] + queries.positions
        answers = head.logprobs(states[index], queries.labels)
    return _sides(head.logprobs(states, inputs.labels), inputs), answers


def _sides(flat: Tensor, inputs: PairInputs) -> PairLogprobs:
    values, mask = _padded(flat, inputs.completion_lengths)
    sides = []
    for numbers in (inputs.chosen, inputs.rejected):
        length = max(inputs.completion_lengths[number] for number in numbers)
        sides += [values[numbers, :length], mask[numbers, :length]]
    return PairLogprobs(*sides)


def completion_states(model: Model, inputs: PairInputs, layout: Layout) -> Tensor:
    """Last hidden states that predict the completions' tokens, in the order of `inputs.labels`.

    Args:
        model: policy or reference.
        inputs: the pairs.
        layout: how they are laid out.

    Returns:
        [tokens of all completions, width].
    """
    base = unwrap(model)
    if layout == "shared":
        return shared_states(base, inputs)
    return _states(base, inputs.two_sequences())


def unwrap(model: Model) -> PreTrainedModel:
    """The transformers model; adapters stay active, since they live in its layers."""
    base = model.get_base_model() if isinstance(model, PeftModel) else model
    assert isinstance(base, PreTrainedModel)
    return base


def hidden_states(base: PreTrainedModel, inputs: Inputs) -> Tensor:
    """Last hidden states [rows, tokens, width] of right-padded inputs."""
    kwargs: dict[str, Any] = {k: value for k, value in inputs.items() if k != "completion_mask"}
    body = getattr(base, base.base_model_prefix)
    hidden: Tensor = body(**kwargs, use_cache=False).last_hidden_state
    return hidden


def _states(base: PreTrainedModel, inputs: Inputs) -> Tensor:
    return hidden_states(base, inputs)[:, :-1][inputs["completion_mask"][:, 1:]]


def _padded(flat: Tensor, lengths: list[int]) -> tuple[Tensor, Tensor]:
    padded = pad_sequence(list(flat.split(lengths)), batch_first=True)
    positions = torch.arange(padded.shape[1], device=padded.device)
    return padded, positions < torch.tensor(lengths, device=padded.device)[:, None]
