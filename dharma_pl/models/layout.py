"""Which layout of pairs a model can run, found out before the first step and used by all of them.

A model that carries a state from token to token, or that builds its attention in a way of its own,
cannot share a prompt between completions. What a configuration does not tell, a few pairs of the
data do: both layouts must give the same log-probabilities.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from inspect import signature
from typing import Literal

import torch
from lightning.pytorch.strategies import (
    DeepSpeedStrategy,
    FSDPStrategy,
    ModelParallelStrategy,
)
from torch import Tensor
from transformers import PreTrainedModel

from dharma_pl.data.encode import Inputs
from dharma_pl.data.pair_inputs import PairInputs
from dharma_pl.data.preference import PreferenceData
from dharma_pl.errors import DharmaError, UsageError
from dharma_pl.errors import reason as reason_of
from dharma_pl.models.attention import BY_BLOCKS, use_attention
from dharma_pl.models.backbone import BackboneModule
from dharma_pl.models.forward import Layout, Model, completion_states, hidden_states, unwrap
from dharma_pl.models.head import head_of
from dharma_pl.models.shared_prefix import shared_states
from dharma_pl.ranks import failing_together

_log = logging.getLogger(__name__)

Wanted = Literal["auto", "shared", "two"]
"""`auto` takes `shared` where the model can, and else `two` with a warning."""

ATTENTION_LAYERS = {"full_attention", "sliding_attention", "chunked_attention"}
MASKABLE = {"sdpa", "eager", "flex_attention", BY_BLOCKS}
SHARDING = (FSDPStrategy, ModelParallelStrategy, DeepSpeedStrategy)
CHECK_PAIRS, CHECK_TOKENS = 2, 32
LONG_ROW = 768
"""Tokens of the longest row from which cutting masks in blocks repays its calls on a CPU."""
PROBE = 0
"""A token that takes the place of another, to see who looks at it."""


def settle_layout(module: BackboneModule, data: PreferenceData, wanted: Wanted) -> Layout:
    """Find the layout for a run, and the attention kernel that goes with it.

    Every rank decides by the same few pairs, and the first one's word counts.

    Args:
        module: has loaded its model, and stands on the trainer's device.
        data: has read its pairs.
        wanted: the user's choice.

    Raises:
        UsageError: `shared` for a model that cannot; a head whose logits are not known here;
            positions that depend on what else is in a batch.
    """
    model = module.loaded
    with failing_together(), exactly(model, module.device):
        refuse_neighbours(unwrap(model), data)
        sample = data.transfer_batch_to_device(
            data.sample_inputs(CHECK_PAIRS, CHECK_TOKENS), module.device, 0
        )
        one = sample.first(1)
        check_inputs(model, one.two_sequences())
        check_head(model, one)
        if wanted == "two":
            return "two"
        reason = why_not_shared(unwrap(model)) or _settle_attention(module, data, sample)
        if reason is not None and wanted == "shared":
            raise UsageError(f"layout: shared, but {reason}; use layout: auto")
    reason = module.trainer.strategy.broadcast(reason)
    if reason is None:
        return "shared"
    if module.global_rank == 0:
        _log.warning("pairs run as two sequences, their prompts twice: %s", reason)
    return "two"


def settle_inputs(module: BackboneModule, inputs: Inputs) -> None:
    """Try a model on prompts with completions, before the first step.

    Not where a strategy has sharded the weights: they are whole in the strategy's own forward pass
    alone, and a family must not be refused for that.

    Raises:
        UsageError: it does not run on them, or reads completions from both sides.
    """
    if isinstance(module.trainer.strategy, SHARDING):
        return
    with failing_together(), exactly(module.loaded, module.device):
        check_inputs(
            module.loaded, {name: value.to(module.device) for name, value in inputs.items()}
        )


def refuse_neighbours(model: PreTrainedModel, data: PreferenceData) -> None:
    """Refuse pairs whose log-probabilities would depend on the other pairs of a batch.

    LongRoPE and dynamic RoPE turn the positions of every row by the longest one, so that a row of
    the cache would be that of one batch and no other.

    Raises:
        UsageError: some pairs may be beyond the length from which that happens.
    """
    config = model.config.get_text_config()
    parameters = getattr(config, "rope_parameters", None) or {}
    alone = data.batch_size == 1 and data.token_budget is None
    longest = data.max_tokens or (data.codec.context if data.codec is not None else 0)
    for kind in (parameters, *parameters.values()):  # one for all layers, or one a layer type
        name = kind.get("rope_type") if isinstance(kind, dict) else None
        limit = 0
        if name == "longrope":
            limit = kind.get("original_max_position_embeddings") or 0
        elif name == "dynamic":
            limit = config.max_position_embeddings
        if limit and longest > limit and not alone:
            raise UsageError(
                f"{type(model).__name__} has {name} positions: beyond {limit} tokens the longest "
                "row of a batch changes the log-probs of all others; give "
                f"data.max_tokens: {limit}, or data.batch_size: 1"
            )


def why_not_shared(model: PreTrainedModel) -> str | None:
    """Why a model cannot run on shared rows, as far as its class and configuration tell."""
    name, config = type(model).__name__, model.config.get_text_config()
    layers = set(getattr(config, "layer_types", None) or ())
    if getattr(model, "_is_stateful", False) or layers - ATTENTION_LAYERS:
        odd = ", ".join(sorted(layers - ATTENTION_LAYERS)) or "state"
        return f"{name} carries a state from token to token ({odd})"
    if model.config.is_encoder_decoder:
        return f"{name} has an encoder for its prompt"
    if config._attn_implementation not in MASKABLE:
        return f"attn_implementation={config._attn_implementation} takes no masks; use sdpa"
    return None


@torch.no_grad()
def shared_differs(model: Model, inputs: PairInputs) -> str | None:
    """How far shared rows are from two sequences, where that is too far; all groups in one row."""
    base = unwrap(model)
    two = completion_states(model, inputs, "two")
    try:
        shared = shared_states(base, inputs, capacity=sum(g.length for g in inputs.groups))
    except Exception as error:  # models fail in their own ways on what they were not made for
        return f"{type(base).__name__} does not run on shared rows: {reason_of(error)}"
    head, labels = head_of(base), inputs.labels
    off = (head.logprobs(shared, labels) - head.logprobs(two, labels)).abs().mean().item()
    if off <= tolerance(base):
        return None
    return (
        f"{type(base).__name__} gives other log-probs on shared rows than on two sequences "
        f"({off:.4f} nats a token apart)"
    )


@torch.no_grad()
def check_inputs(model: Model, inputs: Inputs) -> None:
    """See that a model runs on a prompt with its completion, and predicts from what is before.

    Args:
        model: in evaluation mode.
        inputs: as for training, with `completion_mask`.

    Raises:
        UsageError: its masks are made in a way that is not known here.
    """
    base = unwrap(model)
    name, mask = type(base).__name__, inputs["completion_mask"]
    last = mask & (mask.cumsum(-1) == mask.sum(-1, keepdim=True))
    other = {**inputs, "input_ids": inputs["input_ids"].masked_fill(last, PROBE)}
    try:
        states, probed = (hidden_states(base, rows) for rows in (inputs, other))
    except (DharmaError, torch.OutOfMemoryError):
        raise
    except Exception as error:  # models fail in their own ways on what they were not made for
        raise UsageError(
            f"{name} does not run on a prompt followed by an output ({reason_of(error)}): a family "
            "that is not supported yet, or a processor of another model"
        ) from error
    before = mask & ~last
    off = (probed - states)[before].abs().float()
    if off.numel() and off.max() > 0.01 * states[before].abs().max():
        raise UsageError(
            f"{name} sees later tokens of an output while it predicts the earlier ones, so that "
            "training would teach it to copy: this family is not supported yet"
        )


@torch.no_grad()
def check_head(model: Model, one: PairInputs) -> None:
    """Compare log-probabilities with the model's own logits.

    Args:
        model: in evaluation mode.
        one: completions of one prompt.

    Raises:
        UsageError: the family does something to its logits that is not known here.
    """
    base = unwrap(model)
    if "logits_to_keep" not in signature(base.forward).parameters:
        return
    rows = one.two_sequences()
    mask = rows.pop("completion_mask")
    end = one.prompt_lengths[0] + min(one.completion_lengths)
    keep = torch.arange(one.prompt_lengths[0] - 1, end - 1, device=mask.device)
    logits: Tensor = base(**rows, use_cache=False, logits_to_keep=keep).logits.float()
    if not logits.isfinite().all():
        return  # broken weights: whoever meets them first names the pair
    labels = rows["input_ids"][:, keep + 1]
    want = logits.log_softmax(-1).gather(-1, labels[..., None]).squeeze(-1)
    states = completion_states(model, one, "two")
    got = head_of(base).logprobs(states, one.labels).split(one.completion_lengths)
    off = (torch.stack([row[: len(keep)] for row in got]) - want).abs().mean().item()
    if not off <= tolerance(base):
        raise UsageError(
            f"{type(base).__name__} makes other logits than its head and configuration tell "
            f"({off:.4f} nats a token apart): this family is not supported yet"
        )


def _settle_attention(
    module: BackboneModule, data: PreferenceData, sample: PairInputs
) -> str | None:
    """Take attention that skips empty blocks where it works, and else dense masks; or why neither.

    On a CPU blocks cost calls, which short rows do not repay; and compiled layers keep dense
    masks, or they would be compiled anew for each batch's blocks.
    """
    base = unwrap(module.loaded)
    before = base.config.get_text_config()._attn_implementation
    outputs = max(len(p.chosen.token_ids) + len(p.rejected.token_ids) for p in data.pairs_once())
    worth = not module.backbone.compile and max(sample.prompt_lengths) + outputs >= LONG_ROW
    if before == "sdpa" and (worth or module.device.type == "cuda"):
        use_attention(base, BY_BLOCKS)
        if (reason := shared_differs(module.loaded, sample)) is None:
            return None
        use_attention(base, before)
        _log.warning("attention runs under dense masks: %s", reason)
    return shared_differs(module.loaded, sample)


@contextmanager
def exactly(model: Model, device: torch.device) -> Iterator[None]:
    """Evaluation mode in the weights' own precision."""
    was_training = model.training
    model.eval()
    try:
        with torch.autocast(device.type, enabled=False):
            yield
    finally:
        model.train(was_training)


def tolerance(model: PreTrainedModel) -> float:
    """Nats a token; log-probabilities of a wrong mask are off by tenths."""
    exact = model.dtype == torch.float32 and torch.get_float32_matmul_precision() == "highest"
    return 1e-3 if exact else 0.05
