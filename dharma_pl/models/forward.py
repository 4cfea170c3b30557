"""The one forward path for policy and reference: completion log-probabilities of a batch."""

from typing import Any

import torch
from peft import PeftModel
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence
from transformers import PreTrainedModel

from dharma_pl.data.encode import Inputs
from dharma_pl.functional.logprobs import token_logprobs
from dharma_pl.functional.losses import PairLogprobs

Model = PreTrainedModel | PeftModel


def completion_logprobs(model: Model, inputs: Inputs) -> tuple[Tensor, Tensor]:
    """Log-probabilities of the tokens marked by `completion_mask`, the head run on them alone.

    Args:
        model: a causal language model, with or without images, with or without an adapter.
        inputs: right-padded model inputs with `completion_mask` [rows, tokens].

    Returns:
        Padded log-probabilities [rows, longest completion] in nats, fp32, and their mask.
    """
    base = unwrap(model)
    kwargs: dict[str, Any] = dict(inputs)
    mask = kwargs.pop("completion_mask")
    body = getattr(base, base.base_model_prefix)
    hidden = body(**kwargs, use_cache=False).last_hidden_state
    predicts = mask[:, 1:]  # the state at t predicts token t + 1
    head = base.get_output_embeddings()
    assert isinstance(head, nn.Linear)
    softcap, scale = _logit_settings(base)
    flat = token_logprobs(
        hidden[:, :-1][predicts],
        head.weight,
        inputs["input_ids"][:, 1:][predicts],
        head.bias,
        softcap=softcap,
        scale=scale,
    )
    lengths = predicts.sum(-1).tolist()
    padded = pad_sequence(list(flat.split(lengths)), batch_first=True)
    positions = torch.arange(padded.shape[1], device=padded.device)
    return padded, positions < torch.tensor(lengths, device=padded.device)[:, None]


def pair_logprobs(model: Model, inputs: Inputs) -> PairLogprobs:
    """Log-probabilities of both sides of a batch of pairs.

    Args:
        model: policy or reference.
        inputs: the chosen rows, then as many rejected rows in the same order.
    """
    values, mask = completion_logprobs(model, inputs)
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
