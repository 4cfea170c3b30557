"""Running a transformers model on rows in which completions share their prompt.

Nothing here knows a family. A model builds its masks (causal, sliding window, chunked,
bidirectional image tokens, one a layer type) from functions of a query's and a key's index, by
way of the table of mask builders that transformers keeps for that. While the model's body runs,
the builder of its attention is replaced there by one that asks the same functions about the
indices of `[prompt | completion]`, and adds who belongs to whom.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from inspect import signature
from typing import Any

import torch
from torch import Tensor
from transformers import PreTrainedModel
from transformers.masking_utils import ALL_MASK_ATTENTION_FUNCTIONS, flex_attention_mask

from dharma_pl.data.encode import Inputs
from dharma_pl.data.pair_inputs import PairInputs
from dharma_pl.functional.shared_prefix import (
    Layout,
    Span,
    arrange,
    mask_mod,
    pack,
    predictors,
    spans,
)
from dharma_pl.models.attention import BY_BLOCKS, in_blocks
from dharma_pl.models.gated_mlp import last_layer_for

BLOCK = 128
"""FlexAttention skips blocks of so many tokens; whole ones need no bounds checks."""


class LayoutError(Exception):
    """The model cannot run on shared rows; the message says why."""


def shared_states(model: PreTrainedModel, inputs: PairInputs, *, capacity: int = 0) -> Tensor:
    """Last hidden states that predict the completions' tokens, every prompt run once.

    Groups shorter than the longest are packed together, which costs nothing: no row gets longer.

    Args:
        model: a transformers model whose body takes positions and builds its masks by
            transformers' mask functions.
        inputs: the pairs.
        capacity: tokens that a row may have; the longest group's where that is more.

    Returns:
        [tokens of all completions, width], in the order of `inputs.labels`.

    Raises:
        LayoutError: the model did not ask for a mask.
    """
    groups = inputs.groups
    lengths = [group.length for group in groups]
    config = model.config.get_text_config()
    if "chunked_attention" in (getattr(config, "layer_types", None) or ()):
        rows = [[number] for number in range(len(groups))]  # chunks count from a row's start
    else:
        rows = pack(lengths, max(capacity, *lengths))
    device = inputs.completions.device
    flex = _takes_flex(config._attn_implementation, device)
    layout = arrange(groups, rows, BLOCK if flex else 1)
    places = torch.cat(predictors(groups, rows, layout.group.shape[1]))
    layout = layout.to(device)
    order = [number for row in rows for number in row]
    body = getattr(model, model.base_model_prefix)
    pixels = inputs.pixels_of(order) | inputs.features_of(order)
    tokens = _tokens(inputs, layout)
    positions = _positions(body, inputs, layout)
    wanted, places = (x.to(device, non_blocking=True) for x in (places.unique(), places))
    layers = getattr(model.get_decoder(), "layers", None)
    parts = [spans(groups, row) for row in rows]
    with masks_of(config, layout, parts) as asked, last_layer_for(layers, wanted):
        output = body(**tokens, **pixels, position_ids=positions, use_cache=False)
    hidden: Tensor = output.last_hidden_state
    if not asked:
        raise LayoutError(f"{type(model).__name__} builds its attention masks in a way of its own")
    return hidden.flatten(0, 1)[places]


@contextmanager
def masks_of(config: Any, layout: Layout, parts: list[list[Span]]) -> Iterator[list[bool]]:
    """Let a model's attention see what the layout says; yields a list that grows with each mask.

    Args:
        config: of the text model; masks of a vision tower are left alone.
        layout: of the rows it runs on.
        parts: the spans of each row.
    """
    name = config._attn_implementation
    table = ALL_MASK_ATTENTION_FUNCTIONS
    if name not in table:
        raise LayoutError(f"the attention {name!r} takes no masks of its own")
    original: Callable[..., Any] = table[name]
    build = flex_attention_mask if _takes_flex(name, layout.group.device) else original
    asked: list[bool] = []

    def shared(*args: Any, **kwargs: Any) -> Any:
        size = kwargs.get("batch_size"), kwargs.get("q_length"), kwargs.get("kv_length")
        rows, tokens = layout.group.shape
        own = type(kwargs.get("config", config)) is type(config)
        if not own or size != (rows, tokens, tokens):
            return original(*args, **kwargs)
        asked.append(True)
        mask = build(*args, **kwargs | {
            "mask_function": mask_mod(layout, kwargs["mask_function"]),
            "attention_mask": None,  # padding sees padding
            "allow_is_causal_skip": False,
        })  # fmt: skip
        return _as_kernels_take_it(mask, kwargs["dtype"], parts if name == BY_BLOCKS else None)

    table[name] = shared
    try:
        yield asked
    finally:
        table[name] = original


def _as_kernels_take_it(mask: Any, dtype: torch.dtype, parts: list[list[Span]] | None) -> Any:
    """What is added to the scores, made once: in blocks, or in one piece on a CPU.

    Of a mask of truth values PyTorch makes that itself, but anew for every layer, and keeps each
    copy for the backward pass: as much as the layer's other activations where rows are long.
    """
    if not (isinstance(mask, Tensor) and mask.dtype == torch.bool):
        return mask
    device = mask.device.type
    if torch.is_autocast_enabled(device):
        dtype = torch.get_autocast_dtype(device)
    if parts is not None:
        return in_blocks(mask, parts, dtype)
    return torch.zeros((), dtype=dtype).where(mask, float("-inf")) if device == "cpu" else mask


def _takes_flex(name: str, device: torch.device) -> bool:
    """Whether an attention gets its masks as blocks; on a CPU FlexAttention has no backward."""
    return name == "flex_attention" or (name == BY_BLOCKS and device.type == "cuda")


def _tokens(inputs: PairInputs, layout: Layout) -> Inputs:
    """What a model takes with one entry a token, laid out [rows, tokens]."""
    prompts = {n: value for n, value in inputs.prompts.items() if n not in inputs.pixels}
    group, place = layout.group.clamp(min=0), _place(inputs, layout)
    counts = torch.tensor([len(g.completions) for g in inputs.groups])
    first = (counts.cumsum(0) - counts).to(group.device, non_blocking=True)
    completion = (first[group] + layout.segment - 1).clamp(min=0)
    of_completion = layout.segment > 0
    laid_out: Inputs = {}
    for name, value in prompts.items():
        theirs = torch.zeros_like(group) if name != "input_ids" else (
            inputs.completions[completion, place.clamp(min=0)]
        )  # fmt: skip
        ours = value[group, layout.position.clamp(max=value.shape[1] - 1)]
        row = torch.where(of_completion, theirs.to(value.dtype), ours)
        fill = inputs.pad_id if name == "input_ids" else 0
        laid_out[name] = row.masked_fill(layout.group < 0, fill)
    laid_out["attention_mask"] = (layout.group >= 0).long()
    return laid_out


def _place(inputs: PairInputs, layout: Layout) -> Tensor:
    """Each token's place in its completion; negative in prompts."""
    lengths = torch.tensor(inputs.prompt_lengths).to(layout.group.device, non_blocking=True)
    return layout.position - lengths[layout.group.clamp(min=0)]


def _positions(body: Any, inputs: PairInputs, layout: Layout) -> Tensor:
    """Positions [rows, tokens], or [3, rows, tokens] where images are laid out in a plane (M-RoPE).

    Every completion goes on where its prompt ends, as text does behind an image.
    """
    prompts = inputs.prompts
    if not any(name.endswith("_grid_thw") for name in prompts) or not hasattr(
        body, "get_rope_index"
    ):
        return layout.position
    takes = signature(body.get_rope_index).parameters
    of_prompts, _ = body.get_rope_index(**{k: v for k, v in prompts.items() if k in takes})
    group = layout.group.clamp(min=0)
    last = torch.tensor(inputs.prompt_lengths).to(group.device, non_blocking=True) - 1
    numbers = torch.arange(len(last), device=group.device)
    start = of_prompts[:, numbers, last].amax(0) + 1
    theirs = start[group] + _place(inputs, layout)
    ours = of_prompts[:, group, layout.position.clamp(max=of_prompts.shape[-1] - 1)]
    return torch.where(layout.segment > 0, theirs, ours)
