"""Logits of a language-model head, a chunk of tokens at a time, in memory that is used again.

What log-probabilities and entropies have in common: which dtype the products run in, how many
tokens fit, and what a family does to its logits behind the product.
"""

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor

LowRank = tuple[Tensor, Tensor]
"""What an adapter adds to the logits: states [tokens, rank] and a weight [vocabulary, rank]."""

ELEMENTS = 2**25
"""Logits held at a time: 128 MiB in fp32, whatever the vocabulary and the length."""


class LogitSettings(NamedTuple):
    """How logits are made.

    Attributes:
        softcap: c in c * tanh(logits / c), or None.
        scale: logits are multiplied by it before the cap.
        rows: tokens a chunk.
        dtype: of the matrix products.
    """

    softcap: float | None
    scale: float
    rows: int
    dtype: torch.dtype


def logit_settings(
    hidden: Tensor,
    weight: Tensor,
    softcap: float | None,
    scale: float,
    chunk_size: int | None,
) -> LogitSettings:
    """Settings for states [tokens, width] and a weight [vocabulary, width].

    Products run in the autocast dtype where autocast is on, else in that of the states; a chunk has
    as many tokens as make `ELEMENTS` logits where `chunk_size` does not say.
    """
    dtype = hidden.dtype
    if torch.is_autocast_enabled(hidden.device.type):
        dtype = torch.get_autocast_dtype(hidden.device.type)
    return LogitSettings(softcap, scale, chunk_size or max(1, ELEMENTS // len(weight)), dtype)


class LogitBuffers:
    """Two stretches of memory for logits, in the products' dtype and in fp32, used again.

    Args:
        elements: most logits at a time.
        device: where they are.
        settings: how they are made.
    """

    def __init__(self, elements: int, device: torch.device, settings: LogitSettings) -> None:
        self.settings = settings
        self.products = torch.empty(elements, dtype=settings.dtype, device=device)
        self.wide = torch.empty(elements, dtype=torch.float32, device=device)

    def logits(
        self, states: Sequence[Tensor], weights: Sequence[Tensor], bias: Tensor | None
    ) -> tuple[Tensor, Tensor | None]:
        """Logits in fp32, and the slope of the cap where there is one; valid until the next call.

        Args:
            states: of the same tokens, [tokens, width] each, in the products' dtype.
            weights: [vocabulary, width] each, to the states one by one: products are added up.
            bias: [vocabulary].
        """
        shape = (len(states[0]), len(weights[0]))
        products = self.products[: shape[0] * shape[1]].view(shape)
        logits = self.wide[: shape[0] * shape[1]].view(shape)
        for i, (rows, weight) in enumerate(zip(states, weights, strict=True)):
            torch.mm(rows, weight.T, out=products)
            logits = logits.add_(products) if i else logits.copy_(products)
        if bias is not None:
            logits += bias.float()
        if self.settings.scale != 1.0:
            logits *= self.settings.scale
        if self.settings.softcap is None:
            return logits, None
        logits.div_(self.settings.softcap).tanh_()
        slope = 1 - logits.square()
        return logits.mul_(self.settings.softcap), slope

    def narrow(self, wide: Tensor) -> Tensor:
        """In the products' dtype, where the products were."""
        return self.products[: wide.numel()].view_as(wide).copy_(wide)


def chunks(length: int, size: int) -> list[slice]:
    """Slices of so many, the last one of what is left.

    >>> chunks(5, 2)
    [slice(0, 2, None), slice(2, 4, None), slice(4, 6, None)]
    """
    return [slice(start, start + size) for start in range(0, length, size)]


def states_of(factors: Sequence[Tensor], part: slice, dtype: torch.dtype) -> list[Tensor]:
    """A chunk's states, of factors that are states, weight, states, weight, ..."""
    return [states[part].to(dtype) for states in factors[::2]]
