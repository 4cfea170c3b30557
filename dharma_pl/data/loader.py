"""Batches in an order that depends on the seed alone, resumable at any one of them."""

import logging
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

import torch
from torch.utils.data import DataLoader

from dharma_pl.errors import DataError, DharmaError

_log = logging.getLogger(__name__)

Plan = list[list[int]]
"""The global batches of an epoch: row numbers, before ranks take their share."""


WINDOW = 8
"""Batches whose rows are sorted by length together: less padding, and still a random order."""


def grouped_order(groups: Sequence[Hashable], generator: torch.Generator) -> list[int]:
    """All rows in a random order of their groups, the rows of a group side by side.

    Example:
        >>> grouped_order(["a", "b", "a"], torch.Generator().manual_seed(0))
        [0, 2, 1]
    """
    members: dict[Hashable, list[int]] = {}
    for row, group in enumerate(groups):
        members.setdefault(group, []).append(row)
    rows = list(members.values())
    return [row for i in torch.randperm(len(rows), generator=generator) for row in rows[int(i)]]


def shuffled_plan(
    num_rows: int,
    batch_size: int,
    *,
    seed: int,
    epoch: int,
    lengths: Sequence[int] | None = None,
    groups: Sequence[str] | None = None,
) -> Plan:
    """Global batches of one epoch, shuffled; rows that do not fill a batch wait for the next.

    Args:
        num_rows: of the data.
        batch_size: rows of a global batch.
        seed: of the order.
        epoch: each has an order of its own.
        lengths: of the rows, in any unit: rows of like length then share a batch.
        groups: of the rows: those of one group stand side by side, if their lengths are the same.
    """
    generator = torch.Generator().manual_seed(seed * 1_000_003 + epoch)
    order = grouped_order(groups or range(num_rows), generator)
    order = order[: num_rows - num_rows % batch_size]
    if lengths is not None:
        size = WINDOW * batch_size
        windows = [order[start : start + size] for start in range(0, len(order), size)]
        order = [row for window in windows for row in sorted(window, key=lengths.__getitem__)]
    plan = [order[start : start + batch_size] for start in range(0, len(order), batch_size)]
    if lengths is not None:
        plan = [plan[i] for i in torch.randperm(len(plan), generator=generator).tolist()]
    return plan


def sequential_plan(num_rows: int, batch_size: int) -> Plan:
    """Every row once, in order."""
    rows = list(range(num_rows))
    return [rows[start : start + batch_size] for start in range(0, num_rows, batch_size)]


def validation_plan(num_rows: int, batch_size: int, rank: int, world_size: int) -> Plan:
    """A rank's rows in order, each once, in as many batches as every other rank has.

    Ranks meet in each validation step, so one with more batches than the others would wait for
    ever. At most world_size - 1 rows at the end are left out for that.
    """
    plan = sequential_plan(num_rows, batch_size * world_size)
    return shares(rank, world_size)([batch for batch in plan if len(batch) >= world_size])


class BatchLoader:
    """Iterates over collated batches of a plan.

    Lightning leaves iterables that are no `DataLoader` as they are, so it neither rebuilds the
    sampler nor pads ranks with duplicates, and it saves `state_dict` in checkpoints, so that a
    resumed run goes on with the next batch.

    Args:
        rows: what the plan's numbers index.
        plan: epoch to this rank's batches.
        collate: rows to a batch.
        num_workers: processes that load ahead.
    """

    def __init__(
        self,
        rows: Sequence[Any],
        plan: Callable[[int], Plan],
        collate: Callable[[list[Any]], Any],
        num_workers: int = 0,
    ) -> None:
        self.rows, self.plan, self.collate, self.num_workers = rows, plan, collate, num_workers
        self.epoch = self.batches = 0
        self.sampler = self.batch_sampler = self  # where Lightning looks for set_epoch

    def set_epoch(self, epoch: int) -> None:
        """Lightning calls it at each epoch's start, resumed ones included."""
        if epoch != self.epoch:
            self.epoch, self.batches = epoch, 0

    def __len__(self) -> int:
        return len(self.plan(self.epoch))

    def __iter__(self) -> Iterator[Any]:
        plan = self.plan(self.epoch)
        if self.batches >= len(plan):
            self.batches = 0
        loader: DataLoader[Any] = DataLoader(
            self.rows,  # type: ignore[arg-type]  # a sequence is all a map-style data set needs
            batch_sampler=plan[self.batches :],
            collate_fn=self._collate,
            num_workers=self.num_workers,
            pin_memory=torch.cuda.is_available(),
        )
        for batch in loader:
            if isinstance(batch, DharmaError):
                raise batch
            self.batches += 1
            yield batch

    def _collate(self, rows: list[Any]) -> Any:
        """A batch, or what is wrong with it: raised in a worker it would come as a traceback."""
        try:
            return self.collate(rows)
        except DharmaError as error:
            return error

    def state_dict(self) -> dict[str, int]:
        """Where the iteration stands."""
        return {"epoch": self.epoch, "batches": self.batches}

    def load_state_dict(self, state: dict[str, int]) -> None:
        """Go on after the batches that were already seen."""
        self.epoch, self.batches = state["epoch"], state["batches"]


def global_plan(
    num_rows: int,
    batch_size: int,
    world_size: int,
    *,
    seed: int,
    lengths: Sequence[int] | None = None,
    groups: Sequence[str] | None = None,
) -> Callable[[int], Plan]:
    """Epoch to global batches of `batch_size` rows a rank.

    Where the rows do not fill one global batch, batches shrink to what there is, with a warning.

    Raises:
        DataError: fewer rows than ranks.
    """
    size = batch_size * world_size
    if num_rows < size:
        size = num_rows - num_rows % world_size
        if size == 0:
            raise DataError(
                f"{num_rows} rows to train on for {world_size} ranks: use fewer devices or more "
                "data"
            )
        _log.warning(
            "%d rows are fewer than a batch of %d: training on batches of %d",
            num_rows, batch_size * world_size, size,
        )  # fmt: skip
    return lambda epoch: shuffled_plan(
        num_rows, size, seed=seed, epoch=epoch, lengths=lengths, groups=groups
    )


def shares(rank: int, world_size: int) -> Callable[[Plan], Plan]:
    """A rank's rows of each global batch: equal shares, so that the mean of means is the mean."""

    def share(plan: Plan) -> Plan:
        return [batch[rank::world_size] for batch in plan]

    return share


def evaluation_loader(
    rows: Sequence[Any],
    batch_size: int,
    trainer: Any,
    collate: Callable[[list[Any]], Any],
    num_workers: int = 0,
) -> BatchLoader | list[Any]:
    """A rank's share of rows, each once, as `validation_plan` has it; empty where there are none.

    Args:
        rows: of the whole split.
        batch_size: rows of a rank's batch.
        trainer: Lightning's, which knows the rank.
        collate: rows to a batch.
        num_workers: processes that load ahead.
    """
    plan = validation_plan(len(rows), batch_size, trainer.global_rank, trainer.world_size)
    return BatchLoader(rows, lambda _: plan, collate, num_workers) if plan else []
