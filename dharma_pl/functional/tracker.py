"""When a loop is certain while it is being generated: constant work a token, on the device.

A loop is *certain* once a stretch of `max(repeats * period, symbols)` tokens up to now has a
period of at most `max_period`. It is looked for once every `BLOCK` tokens: each block of a row is
compared, by a hash of it, with the blocks that end 1 .. `max_period` tokens earlier, and for each
distance the blocks in a row that were equal are counted. So a loop is certain at most two blocks
late, and never early. Equal hashes of different blocks (chance 2^-63 a comparison) are neglected.
"""

from collections.abc import Sequence

import torch
from torch import Tensor

BLOCK = 32
_ODD = -0x61C8864680B583EB  # the golden ratio's, as a signed integer


def _hashes(tokens: Tensor) -> Tensor:
    """Hash of the block that ends at each token from the `BLOCK`-th on [rows, n] -> [rows, n'].

    Made of two of half the length, and so on. Odd, so that 0 can stand for no block.
    """
    hashes = (tokens + 1) * _ODD
    hashes ^= hashes >> 31
    size, factor = 1, _ODD
    while size < BLOCK:
        hashes = hashes[:, :-size] * factor + hashes[:, size:]
        size, factor = 2 * size, (factor * factor + 2**63) % 2**64 - 2**63
    return hashes | 1


def _blocks_needed(max_period: int, repeats: int, symbols: int) -> Tensor:
    """Equal blocks that make a loop certain, by distance from 1 on [max_period]."""
    periods = torch.arange(1, max_period + 1)
    more = (repeats * periods).clamp_min(symbols) - periods
    return (more + BLOCK - 1).div(BLOCK, rounding_mode="floor")


class RepetitionTracker:
    """Follows a batch of sequences token by token and says which rows are certainly in a loop.

    No host sync, no growing memory: about 8 * rows * max_period bytes. One tracker a `generate`
    call; rows must not be reordered, as beam search does.

    Args:
        rows: sequences in the batch.
        max_period: longest period that is looked for, in tokens.
        repeats: copies that make a loop certain.
        symbols: tokens that a certain loop has at the least, all copies together.
        device: where the tokens live.

    Raises:
        ValueError: for a size below 1, or repeats below 2.

    >>> tracker = RepetitionTracker(1, symbols=64)
    >>> sum(not tracker.update(torch.tensor([step % 3])).item() for step in range(200))
    95
    """

    def __init__(
        self,
        rows: int,
        *,
        max_period: int = 1024,
        repeats: int = 6,
        symbols: int = 512,
        device: torch.device | str | None = None,
    ) -> None:
        _check(rows, max_period, repeats, symbols)
        needed = _blocks_needed(max_period, repeats, symbols)
        # The longest distance first, as in `_past`.
        self._needed = needed.flip(0).to(device, torch.int32)
        self._tokens = torch.zeros(rows, 2 * BLOCK - 1, dtype=torch.long, device=device)
        # Hashes of the blocks that end at each of the last tokens, the newest last.
        self._past = torch.zeros(rows, max_period + BLOCK, dtype=torch.long, device=device)
        self._equal = torch.zeros(rows, max_period, dtype=torch.int32, device=device)
        self._certain = torch.zeros(rows, dtype=torch.bool, device=device)
        self._seen = 0

    def update(self, tokens: Tensor, active: Tensor | None = None) -> Tensor:
        """Take the next token of each row.

        Args:
            tokens: [rows] int64.
            active: [rows] bool; false where the row has ended and the token is padding, which
                would be a loop of its own.

        Returns:
            [rows] bool: a loop is certain in this row; stays true.
        """
        if active is not None:
            tokens = torch.where(active, tokens, -2 - self._seen)  # equal to no other
        place = self._seen % BLOCK
        self._tokens[:, BLOCK - 1 + place] = tokens
        self._seen += 1
        if place == BLOCK - 1:
            self._end_block()
        return self._certain.clone()

    def _end_block(self) -> None:
        hashes = _hashes(self._tokens)
        if self._seen == BLOCK:
            hashes[:, :-1] = 0  # they reach before the first token
        self._past = torch.cat([self._past[:, BLOCK:], hashes], 1)
        size = self._equal.shape[1]
        self._equal.add_(1).mul_(self._past[:, -size - 1 : -1] == self._past[:, -1:])
        self._certain |= (self._equal - self._needed).amax(1) >= 0
        self._tokens[:, : BLOCK - 1] = self._tokens[:, BLOCK:].clone()


def certain_at(
    token_ids: Sequence[int], *, max_period: int = 1024, repeats: int = 6, symbols: int = 512
) -> int | None:
    """Index of the token at which `RepetitionTracker` fires on this sequence; None if never.

    Args:
        token_ids: without padding.
        max_period: as for the tracker.
        repeats: as for the tracker.
        symbols: as for the tracker.

    Raises:
        ValueError: for a size below 1, or repeats below 2.

    >>> certain_at([step % 3 for step in range(200)], symbols=64)
    95
    """
    _check(1, max_period, repeats, symbols)
    if len(token_ids) < BLOCK:
        return None
    tokens = torch.tensor([list(token_ids)], dtype=torch.long)
    none = torch.zeros(max_period + BLOCK - 1, dtype=torch.long)
    hashes = torch.cat([none, _hashes(tokens)[0]])
    needed = _blocks_needed(max_period, repeats, symbols)
    equal = torch.zeros(max_period, dtype=torch.long)
    for last in range(BLOCK - 1, len(token_ids), BLOCK):
        at = last + max_period
        equal = (equal + 1) * (hashes[at - max_period : at] == hashes[at]).flip(0)
        if bool((equal >= needed).any()):
            return last
    return None


def _check(rows: int, max_period: int, repeats: int, symbols: int) -> None:
    if min(rows, max_period, symbols) < 1 or repeats < 2:
        msg = (
            "Expected rows, max_period and symbols of 1 or more and repeats of 2 or more, but got "
            f"{rows}, {max_period}, {symbols} and {repeats}"
        )
        raise ValueError(msg)
