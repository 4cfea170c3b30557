"""What a model thinks of an output, token by token."""

import torch
from torch import Tensor

from dharma_pl.data.encode import Inputs
from dharma_pl.models.forward import Model, unwrap
from dharma_pl.models.head import head_of


@torch.inference_mode()
def completion_curve(model: Model, inputs: Inputs) -> tuple[Tensor, Tensor]:
    """Log-probability of each token of a completion, and the entropy it was drawn from.

    One teacher-forced forward in eval mode, the head in chunks. The distribution is the model's
    own: no temperature, no nucleus, no token ruled out.

    Args:
        model: in any mode, which is restored.
        inputs: one row with `completion_mask` [1, tokens].

    Returns:
        Log-probabilities and entropies [completion tokens], in nats, fp32.
    """
    base = unwrap(model)
    body, head = getattr(base, base.base_model_prefix), head_of(base)
    given = {name: value for name, value in inputs.items() if name != "completion_mask"}
    predicts = inputs["completion_mask"][:, 1:]  # the state at t predicts token t + 1
    was_training = model.training
    model.eval()
    try:
        hidden = body(**given, use_cache=False).last_hidden_state[:, :-1][predicts]
    finally:
        model.train(was_training)
    labels = inputs["input_ids"][:, 1:][predicts]
    return head.logprobs(hidden, labels), head.entropies(hidden)
