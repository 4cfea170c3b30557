"""Plans in which rows that share a prompt stay together, and batches fill a budget of tokens."""

from collections.abc import Callable, Sequence
from itertools import groupby

import torch

from dharma_pl.data.loader import WINDOW, Plan, grouped_order
from dharma_pl.errors import DataError

Cost = Callable[[Sequence[int]], int]
"""Tokens that a rank runs for some rows."""


def deal(batch: Sequence[int], world_size: int, groups: Sequence[str]) -> list[list[int]]:
    """Every rank's rows of a global batch: as many for each, and groups split only to that end.

    Without groups of several rows this is `batch[rank::world_size]`.

    Example:
        >>> deal([0, 1, 2, 3], 2, ["a", "a", "b", "c"])
        [[0, 1], [2, 3]]
    """
    hands: list[list[int]] = [[] for _ in range(world_size)]
    room = [len(batch[rank::world_size]) for rank in range(world_size)]
    for _, members in groupby(batch, key=lambda row: groups[row]):
        rows = list(members)
        while rows:
            rank = max(range(world_size), key=room.__getitem__)
            part, rows = rows[: room[rank]], rows[room[rank] :]
            hands[rank] += part
            room[rank] -= len(part)
    return hands


def group_shares(rank: int, world_size: int, groups: Sequence[str]) -> Callable[[Plan], Plan]:
    """A rank's rows of each global batch, as `deal` gives them out."""
    return lambda plan: [deal(batch, world_size, groups)[rank] for batch in plan]


def budget_plan(
    lengths: Sequence[int],
    groups: Sequence[str],
    cost: Cost,
    budget: int,
    world_size: int,
    *,
    seed: int,
) -> Callable[[int], Plan]:
    """Epoch to global batches of rows of like length, as many as a budget of tokens holds.

    All ranks have the same number of rows in a step, so that the mean over ranks is the mean over
    the step's rows; from step to step that number differs. At most world_size - 1 rows an epoch
    are left out.

    Args:
        lengths: of the rows, to sort by.
        groups: rows of one group run together.
        cost: tokens that a rank runs for some rows.
        budget: most tokens of a rank in a step.
        world_size: ranks.
        seed: of the order.

    Raises:
        DataError: a row alone is longer than the budget, or there are fewer rows than ranks.
    """
    if len(lengths) < world_size:
        raise DataError(
            f"{len(lengths)} rows to train on for {world_size} ranks: use fewer devices"
        )
    longest = max(range(len(lengths)), key=lambda row: cost([row]))
    if cost([longest]) > budget:
        raise DataError(
            f"data.token_budget={budget}: the longest pair alone has {cost([longest])} tokens; "
            "raise the budget to that or more"
        )
    of_group: dict[str, int] = {}
    for group, length in zip(groups, lengths, strict=True):
        of_group[group] = max(length, of_group.get(group, 0))
    total = sum(cost([row]) for row in range(len(lengths)))
    window = WINDOW * world_size * max(1, budget * len(lengths) // total)

    def plan(epoch: int) -> Plan:
        generator = torch.Generator().manual_seed(seed * 1_000_003 + epoch)
        order = grouped_order(groups, generator)
        batches: Plan = []
        rest: list[int] = []
        for start in range(0, len(order), window):
            rows = rest + order[start : start + window]
            rows.sort(key=lambda row: of_group[groups[row]])
            filled, rest = _fill(rows, groups, cost, budget, world_size)
            batches += filled
        shuffled = torch.randperm(len(batches), generator=generator).tolist()
        return [batches[i] for i in shuffled]

    return plan


def _fill(
    rows: list[int], groups: Sequence[str], cost: Cost, budget: int, world_size: int
) -> tuple[Plan, list[int]]:
    """Cut rows into global batches that fit; what is fewer than a row a rank is left over."""
    batches: Plan = []
    start = 0
    while len(rows) - start >= world_size:
        end = start + world_size
        while end + world_size <= len(rows):
            hands = deal(rows[start : end + world_size], world_size, groups)
            if max(map(cost, hands)) > budget:
                break
            end += world_size
        batches.append(rows[start:end])
        start = end
    return batches, rows[start:]
