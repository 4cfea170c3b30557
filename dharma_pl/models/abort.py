"""Early abort: stops the rows of a batch that loop while they are generated. For harvesting only.

An aborted loop costs its onset and a few hundred tokens instead of the rest of the limit. Rates
are never published from such outputs: evaluation decodes in full.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from transformers import StoppingCriteria

from dharma_pl.functional.repetition import find_repetition
from dharma_pl.functional.tracker import RepetitionTracker

CONFIRM_EVERY = 16
"""Tokens between two looks of the host at a row that may be looping."""


@dataclass(frozen=True)
class AbortSettings:
    """When a row counts as looping beyond doubt.

    `symbols` has to be longer than what honest pages repeat, best 1.5 times the longest run in
    the targets: `tools/bench_abort.py` says which value aborts none of them.

    Attributes:
        max_period: longest unit, in tokens; the work for a token grows with it.
        repeats: fewest copies of the unit.
        symbols: fewest tokens of the loop, its first copy included.
        confirm: stop a row only where its text is a strict loop to the detector too. It waits for
            the device every 16 tokens, and decodes the rows in question.
    """

    max_period: int = 1024
    repeats: int = 6
    symbols: int = 512
    confirm: bool = False


class AbortOnLoop(StoppingCriteria):
    """A stopping criterion of transformers' `generate` that ends looping rows one by one.

    It sees the generated tokens alone, and never those behind the end of a row, so padding is no
    loop. Without `confirm` nothing is read from the device while tokens are generated. It starts
    anew with the first token of each `generate`, and takes prompts of one padded length. It needs
    an end-of-sequence and a padding token in the generation config, as without them transformers
    goes on with rows that have stopped, and one beam, as beams change rows.

    Args:
        settings: when to stop.
        end_ids: tokens at which the model stops by itself.
        prompt_length: tokens of the padded prompts.
        decode: from token ids to text, for `confirm`.

    Raises:
        ValueError: `confirm` without `decode`.
    """

    _tracker: RepetitionTracker
    _ended: Tensor
    _aborted_at: Tensor

    def __init__(
        self,
        settings: AbortSettings,
        end_ids: Sequence[int],
        prompt_length: int,
        decode: Callable[[list[int]], str] | None = None,
    ) -> None:
        if settings.confirm and decode is None:
            msg = "Expected `decode` beside settings with confirm=True, but got None"
            raise ValueError(msg)
        self._settings, self._decode = settings, decode
        self._end_ids, self._prompt_length = torch.tensor(list(end_ids)), prompt_length
        self._seen = 0

    @property
    def aborted_at(self) -> list[int]:
        """For each row the number of tokens it was stopped after, 0 where it was not."""
        return [int(count) for count in self._aborted_at.tolist()]

    def __call__(self, input_ids: Tensor, scores: Any, **kwargs: Any) -> Tensor:
        """Take one more token of each row.

        Args:
            input_ids: prompts and all that was generated so far, [rows, tokens].
            scores: ignored.
            kwargs: ignored.

        Returns:
            Which rows have been stopped, [rows] bool.

        Raises:
            ValueError: tokens were left out, or the prompts have another length.
        """
        count = input_ids.shape[1] - self._prompt_length
        if count == 1:
            self._start(input_ids)
        elif count != self._seen + 1:
            msg = f"Expected {self._prompt_length + self._seen + 1} tokens in a row of `input_ids`"
            raise ValueError(f"{msg}, but got {input_ids.shape[1]}")
        self._seen = count
        tokens = input_ids[:, -1]
        self._ended |= (tokens[:, None] == self._end_ids).any(1)
        loops = self._tracker.update(tokens) & ~self._ended & (self._aborted_at == 0)
        if self._settings.confirm:
            loops = self._confirmed(loops, input_ids)
        self._aborted_at = torch.where(loops, count, self._aborted_at)
        return self._aborted_at > 0

    def _start(self, input_ids: Tensor) -> None:
        rows, device = len(input_ids), input_ids.device
        self._end_ids = self._end_ids.to(device)
        self._ended = torch.zeros(rows, dtype=torch.bool, device=device)
        self._aborted_at = torch.zeros(rows, dtype=torch.long, device=device)
        self._tracker = RepetitionTracker(
            rows,
            max_period=self._settings.max_period,
            repeats=self._settings.repeats,
            symbols=self._settings.symbols,
            device=device,
        )

    def _confirmed(self, loops: Tensor, input_ids: Tensor) -> Tensor:
        """Those of the rows whose text loops to the detector too, looked at now and then."""
        confirmed = [False] * len(input_ids)
        if self._seen % CONFIRM_EVERY == 0:
            assert self._decode is not None
            for row in loops.nonzero().flatten().tolist():
                text = self._decode(input_ids[row, self._prompt_length :].tolist())
                loop = find_repetition(text, "abort")
                confirmed[row] = loop is not None and loop.strict
        return torch.tensor(confirmed, device=input_ids.device)
