"""Rows in which several completions follow one prompt, and who may attend to whom in them.

A group is a prompt and its completions, `[prompt | chosen | rejected_1 | ... | rejected_k]`; a row
holds one group or several. Every completion goes on from the end of its prompt and sees the
prompt and itself, so that each token's attention, position and hence log-probability are those of
`[prompt | completion]` run alone (prefix sharing for preference data: Wang and Hegde 2024,
arXiv 2410.20305). Groups of one row see nothing of each other.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import torch
from jaxtyping import Bool, Int
from torch import Tensor
from torch.nn.attention.flex_attention import BlockMask, create_block_mask

MaskMod = Callable[[Tensor, Tensor, Tensor, Tensor], Tensor]
"""(row, head, query, key) to whether the query attends to the key, as FlexAttention takes it."""

PROMPT = 0
PADDING = -1


class Group(NamedTuple):
    """Lengths of a prompt and of its completions, in tokens."""

    prompt: int
    completions: tuple[int, ...]

    @property
    def length(self) -> int:
        """Tokens of the whole group."""
        return self.prompt + sum(self.completions)


class Span(NamedTuple):
    """One prompt or completion in a row.

    Attributes:
        group: number of its group.
        segment: 0 for the prompt, 1, 2, ... for its completions.
        start: its first token in the row.
        stop: one past its last.
        position: of its first token in `[prompt | completion]`.
        prompt: start and stop of the group's prompt.
    """

    group: int
    segment: int
    start: int
    stop: int
    position: int
    prompt: tuple[int, int]


class Layout(NamedTuple):
    """Where each token of packed rows belongs.

    Attributes:
        group: number of the token's group, or -1 at padding.
        segment: 0 in a prompt, 1, 2, ... in its completions.
        position: place in `[prompt | completion]`: every completion starts where its prompt ends.
        place: the position counted from where the group starts in its row; a prompt's tokens thus
            keep the place they have in the row, which is where masks look up what kind they are.
    """

    group: Int[Tensor, "rows tokens"]
    segment: Int[Tensor, "rows tokens"]
    position: Int[Tensor, "rows tokens"]
    place: Int[Tensor, "rows tokens"]

    def to(self, device: torch.device) -> "Layout":
        """The same on another device."""
        return Layout(*(part.to(device, non_blocking=True) for part in self))


def pack(lengths: Sequence[int], capacity: int) -> list[list[int]]:
    """Put groups into as few rows as first-fit decreasing finds.

    Args:
        lengths: tokens of each group.
        capacity: tokens of a row; a longer group gets a row of its own.

    Returns:
        For each row its groups' numbers, in rising order.

    Example:
        >>> pack([3, 9, 5, 2], capacity=9)
        [[1], [0, 2], [3]]
    """
    rows: list[list[int]] = []
    room: list[int] = []
    for group in sorted(range(len(lengths)), key=lambda i: -lengths[i]):
        row = next((r for r, left in enumerate(room) if left >= lengths[group]), None)
        if row is None:
            row = len(rows)
            rows.append([])
            room.append(capacity)
        rows[row].append(group)
        room[row] -= lengths[group]
    return [sorted(row) for row in rows]


def arrange(groups: Sequence[Group], rows: Sequence[Sequence[int]], multiple_of: int = 1) -> Layout:
    """Lay groups out in rows.

    Args:
        groups: lengths of all groups.
        rows: for each row the groups that it holds, as `pack` returns them.
        multiple_of: rows are padded to a multiple of it.

    Example:
        >>> layout = arrange([Group(2, (1, 3))], [[0]])
        >>> layout.position.tolist()
        [[0, 1, 2, 2, 3, 4]]
        >>> layout.segment.tolist()
        [[0, 0, 1, 2, 2, 2]]
    """
    width = max(sum(groups[g].length for g in row) for row in rows)
    width += -width % multiple_of
    fields = []
    for row in rows:
        parts, end = [], 0
        for span in spans(groups, row):
            position = torch.arange(span.position, span.position + span.stop - span.start)
            number, segment = (torch.full_like(position, x) for x in (span.group, span.segment))
            parts.append(torch.stack([number, segment, position, span.prompt[0] + position]))
            end = span.stop
        padding = torch.arange(end, width)
        none = torch.zeros_like(padding)
        parts.append(torch.stack([none + PADDING, none, none, padding]))
        fields.append(torch.cat(parts, dim=1))
    return Layout(*torch.stack(fields, dim=1))


def spans(groups: Sequence[Group], row: Sequence[int]) -> list[Span]:
    """The prompts and completions of a row, in its order.

    Args:
        groups: lengths of all groups.
        row: numbers of the groups that it holds.

    Example:
        >>> [(span.start, span.stop) for span in spans([Group(2, (1, 3))], [0])]
        [(0, 2), (2, 3), (3, 6)]
    """
    found, end = [], 0
    for number in row:
        length, completions = groups[number]
        prompt = (end, end + length)
        for segment, tokens in enumerate((length, *completions)):
            position = length if segment else 0
            found.append(Span(number, segment, end, end + tokens, position, prompt))
            end += tokens
    return found


def predictors(groups: Sequence[Group], rows: Sequence[Sequence[int]], width: int) -> list[Tensor]:
    """Which states predict each completion: its prompt's last one, then its own but the last.

    Args:
        groups: lengths of all groups.
        rows: as given to `arrange`.
        width: tokens of a row.

    Returns:
        For each completion, in the groups' order, places in the flattened rows [tokens].

    Example:
        >>> predictors([Group(2, (1, 3))], [[0]], width=6)
        [tensor([1]), tensor([1, 3, 4])]
    """
    found: dict[tuple[int, int], Tensor] = {}
    for row, numbers in enumerate(rows):
        start = row * width
        for number in numbers:
            prompt, completions = groups[number]
            own = start + prompt
            for order, length in enumerate(completions):
                places = torch.arange(own - 1, own - 1 + length)
                places[:1] = start + prompt - 1
                found[number, order] = places
                own += length
            start += groups[number].length
    return [found[key] for key in sorted(found)]


def causal(row: Tensor, head: Tensor, query: Tensor, key: Tensor) -> Tensor:
    """A token sees itself and what comes before it."""
    return key <= query


def sliding(window: int) -> MaskMod:
    """Causal, and no further back than a window of tokens."""

    def inner(row: Tensor, head: Tensor, query: Tensor, key: Tensor) -> Tensor:
        return (key <= query) & (key > query - window)

    return inner


def mask_mod(layout: Layout, inner: MaskMod = causal) -> MaskMod:
    """What attends to what, for FlexAttention or to be spread out.

    Args:
        layout: of the rows.
        inner: the model's own mask over the indices of `[prompt | completion]`: windows are thus
            measured from where a completion starts again, not over its neighbours.

    Returns:
        A query sees a key of its own group that is in the prompt or in its own completion, and
        that `inner` lets it see. Padding sees padding, since a query without keys has no softmax.
    """
    group, segment, place = layout.group, layout.segment, layout.place

    def seen(row: Tensor, query: Tensor, key: Tensor) -> Tensor:
        theirs = segment[row, key]
        own = (theirs == PROMPT) | (theirs == segment[row, query])
        return own & (group[row, query] == group[row, key])

    return lambda row, head, query, key: (
        seen(row, query, key) & inner(row, head, place[row, query], place[row, key])
    )


def dense_mask(
    layout: Layout, inner: MaskMod = causal
) -> Bool[Tensor, "rows 1 queries={layout.group.shape[1]} keys={layout.group.shape[1]}"]:
    """The mask in full, for kernels that take a tensor; True where a query sees a key.

    Example:
        >>> dense_mask(arrange([Group(1, (1, 2))], [[0]])).int()[0, 0]
        tensor([[1, 0, 0, 0],
                [1, 1, 0, 0],
                [1, 0, 1, 0],
                [1, 0, 1, 1]], dtype=torch.int32)
    """
    rows, tokens = layout.group.shape
    device = layout.group.device
    row, place = torch.arange(rows, device=device), torch.arange(tokens, device=device)
    head = torch.zeros(1, dtype=torch.long, device=device)
    return mask_mod(layout, inner)(
        row[:, None, None, None], head[None, :, None, None],
        place[None, None, :, None], place[None, None, None, :],
    )  # fmt: skip


def block_mask(layout: Layout, inner: MaskMod = causal) -> BlockMask:
    """The mask as FlexAttention skips by: blocks of 128 tokens that are full, mixed or empty."""
    rows, tokens = layout.group.shape
    return create_block_mask(
        mask_mod(layout, inner), rows, None, tokens, tokens, device=str(layout.group.device)
    )
