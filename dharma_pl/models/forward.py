"""The one forward path for policy and reference: completion log-probabilities of a batch."""

from typing import Any, Literal

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
    flat = head_of(unwrap(model)).logprobs(states, inputs.labels)
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


def _states(base: PreTrainedModel, inputs: Inputs) -> Tensor:
    kwargs: dict[str, Any] = dict(inputs)
    mask = kwargs.pop("completion_mask")
    body = getattr(base, base.base_model_prefix)
    hidden: Tensor = body(**kwargs, use_cache=False).last_hidden_state
    return hidden[:, :-1][mask[:, 1:]]


def _padded(flat: Tensor, lengths: list[int]) -> tuple[Tensor, Tensor]:
    padded = pad_sequence(list(flat.split(lengths)), batch_first=True)
    positions = torch.arange(padded.shape[1], device=padded.device)
    return padded, positions < torch.tensor(lengths, device=padded.device)[:, None]
