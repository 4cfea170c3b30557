"""Repetition found while tokens are written: dense, batched, without a word from the host."""

from collections.abc import Sequence

import torch
from torch import Tensor


class RepetitionTracker:
    """Says of each row, after each token, whether it is in a loop for certain.

    Certain is a stretch that equals itself shifted by a period of at most `max_period`, that is at
    least `repeats` periods and `symbols` tokens long, first copy included, and has not ended.

    Args:
        rows: of the batch.
        max_period: longest unit, in tokens.
        repeats: fewest copies.
        symbols: fewest tokens.
        device: of the tokens.
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
        periods = torch.arange(1, max_period + 1, device=device)
        self._need = (repeats * periods).clamp_min(symbols) - periods
        self._history = torch.full((rows, max_period), -1, dtype=torch.long, device=device)
        self._run = torch.zeros((rows, max_period), dtype=torch.long, device=device)
        self._certain = torch.zeros(rows, dtype=torch.bool, device=device)

    def update(self, tokens: Tensor) -> Tensor:
        """Take the next token of each row, [rows] int64; returns [rows] bool, which stays true."""
        self._run = (self._run + 1) * (self._history == tokens[:, None])
        self._certain = self._certain | (self._run >= self._need).any(1)
        self._history = torch.cat([tokens[:, None], self._history[:, :-1]], dim=1)
        return self._certain


def certain_at(
    token_ids: Sequence[int], *, max_period: int = 1024, repeats: int = 6, symbols: int = 512
) -> int | None:
    """Index of the token at which the tracker fires, or None.

    >>> certain_at([7] + [1, 2] * 8, max_period=4, repeats=3, symbols=8)
    8
    """
    longest = max(1, min(max_period, len(token_ids) // repeats))
    tracker = RepetitionTracker(1, max_period=longest, repeats=repeats, symbols=symbols)
    for index, token in enumerate(token_ids):
        if tracker.update(torch.tensor([token]))[0]:
            return index
    return None
