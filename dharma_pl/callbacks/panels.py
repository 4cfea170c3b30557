"""What TensorBoard shows of degeneration beside the scalars."""

from collections.abc import Mapping
from pathlib import Path

import torch
from lightning.pytorch.loggers import TensorBoardLogger
from torch import Tensor

from dharma_pl.callbacks.attractor import Attractor, draw, write
from dharma_pl.functional.degeneration import ONSET_BINS, PERIOD_BINS

TOP_UNITS = 5
UNIT_LENGTH = 200


def log_histograms(logger: TensorBoardLogger, onsets: Tensor, periods: Tensor, step: int) -> None:
    """Loops by where they start, as a share of the output, and by log2 of their period."""
    onset_edges = torch.linspace(0, 1, ONSET_BINS + 1)
    _log_histogram(logger, "degeneration/onset", onsets.cpu(), onset_edges, step)
    period_edges = torch.arange(PERIOD_BINS + 1.0)
    _log_histogram(logger, "degeneration/log2_period", periods.cpu(), period_edges, step)


def log_units(logger: TensorBoardLogger, units: Mapping[str, int], step: int) -> None:
    """The most frequent loop units, as text."""
    logger.experiment.add_text("degeneration/loop_units", units_markdown(units), step)


def log_attractor(logger: TensorBoardLogger, attractor: Attractor) -> None:
    """One looping output, as an image and as `attractor/step-NNNNNN.json` in the log folder."""
    logger.experiment.add_image(
        "degeneration/attractor", draw(attractor), attractor.step, dataformats="HWC"
    )
    write(attractor, Path(logger.log_dir) / "attractor")


def units_markdown(units: Mapping[str, int]) -> str:
    r"""The most frequent units with their counts, as a block in which nothing is markup.

    >>> units_markdown({"<b>\n": 2, "*": 3})
    "    3 x '*'\n    2 x '<b>\\n'"
    """
    ranked = sorted(units.items(), key=lambda item: (-item[1], item[0]))[:TOP_UNITS]
    # An indented block is code: Markdown takes nothing in it for markup, and `repr` is one line.
    lines = [f"    {count} x {unit[:UNIT_LENGTH]!r}" for unit, count in ranked]
    return "\n".join(lines) or "no loops"


def _log_histogram(
    logger: TensorBoardLogger, name: str, counts: Tensor, edges: Tensor, step: int
) -> None:
    """Values are taken for the middle of their bin; without any there is nothing to show."""
    number = int(counts.sum())
    if number == 0:
        return
    middles = (edges[:-1] + edges[1:]) / 2
    filled = counts.nonzero().flatten()
    logger.experiment.add_histogram_raw(
        name,
        min=float(edges[filled[0]]),
        max=float(edges[filled[-1] + 1]),
        num=number,
        sum=float((middles * counts).sum()),
        sum_squares=float((middles.square() * counts).sum()),
        bucket_limits=edges[1:].tolist(),
        bucket_counts=counts.tolist(),
        global_step=step,
    )
