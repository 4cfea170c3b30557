"""The report's figure: degeneration rate and score, stages as bars within splits."""

import io
import textwrap
from collections.abc import Callable, Mapping
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from dharma_pl.stages.report_text import decoding_line, split_label, stage_label, unique

# Okabe and Ito's palette: told apart with any kind of colour vision, and by lightness in print.
# Its black is left out, since it hides the intervals.
_KNOWN_COLOURS = {"vanilla": "#999999", "sft": "#E69F00", "sft_more": "#56B4E9", "dpo": "#0072B2"}
_OTHER_COLOURS = ("#009E73", "#CC79A7", "#D55E00", "#F0E442")

_STYLE: Any = {  # its type is private to matplotlib
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "text.parse_math": False,  # a stage may be called "$x$"
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
}
_MAX_NAME = 32


def render_figure(report: Mapping[str, Any]) -> bytes:
    """Draws grouped bars with 95 % intervals: degeneration rate, and the score where there is one.

    Needs no display and leaves matplotlib's global state alone. The same report gives the same
    bytes.

    Args:
        report: from `build_report`.

    Returns:
        A PNG image.
    """
    stages = report["stages"]
    scored = any(stage["score"] is not None for stage in stages)
    groups = unique(stage["split"] for stage in stages)
    names = unique(stage["name"] for stage in stages)
    width = max(4.0, 0.48 * len(groups) * (len(names) + 0.8))
    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=((width + 0.8) * (1 + scored), 4.2), layout="constrained")
        panels = figure.subplots(1, 1 + scored, squeeze=False)[0]
        _draw_rates(panels[0], stages)
        if scored:
            _draw_scores(panels[1], stages)
        handles, labels = panels[0].get_legend_handles_labels()
        figure.legend(handles, labels, loc="outside lower center", ncols=4, frameon=False)
        # Wrapped by hand at about 11 characters an inch: matplotlib would let it run off the page.
        figure.suptitle(_title(report, int(11 * figure.get_figwidth())), fontsize=10.5)
        buffer = io.BytesIO()
        figure.savefig(buffer, format="png", dpi=150, metadata={"Software": None})
    return buffer.getvalue()


def _title(report: Mapping[str, Any], width: int) -> str:
    sizes = {stage["split"]: stage["n"] for stage in report["stages"]}
    counts = ", ".join(f"{_short(split_label(split))} n = {n}" for split, n in sizes.items())
    settings = f"{_short(decoding_line(report['decoding']), 2 * width)}; bars: 95 % intervals"
    return "\n".join(line for text in (counts, settings) for line in textwrap.wrap(text, width))


def _draw_rates(axes: Axes, stages: list[dict[str, Any]]) -> None:
    _draw_bars(axes, stages, "rate", "ci95", lambda stage: str(stage["degenerate"]))
    top = max(stage["ci95"][1] for stage in stages)
    axes.set_ylim(0, min(1.15, 1.15 * top))
    axes.yaxis.set_major_formatter(lambda rate, _: f"{100 * rate:.4g} %")
    axes.set_ylabel("degenerate documents")
    axes.set_title("Degeneration rate (count above each bar)", loc="left", fontsize=11)


def _draw_scores(axes: Axes, stages: list[dict[str, Any]]) -> None:
    scored = [stage for stage in stages if stage["score"] is not None]
    _draw_bars(axes, scored, "score", "score_ci95", lambda stage: f"{stage['score']:.3f}")
    axes.set_ylim(0, 1.15)
    axes.set_ylabel("mean score, 0 to 1")
    axes.set_title("Quality (score above each bar)", loc="left", fontsize=11)


def _draw_bars(
    axes: Axes,
    stages: list[dict[str, Any]],
    value: str,
    interval: str,
    text: Callable[[dict[str, Any]], str],
) -> None:
    groups = unique(stage["split"] for stage in stages)
    names = unique(stage["name"] for stage in stages)
    others = iter(_OTHER_COLOURS * len(names))
    for index, name in enumerate(names):
        colour = _KNOWN_COLOURS.get(name) or next(others)
        bars = [stage for stage in stages if stage["name"] == name]
        step = 0.8 / max(3, len(names))
        offset = (index - (len(names) - 1) / 2) * step
        xs = [groups.index(stage["split"]) + offset for stage in bars]
        ys = [stage[value] for stage in bars]
        ends = [stage[interval] or (y, y) for stage, y in zip(bars, ys, strict=True)]
        axes.bar(xs, ys, 0.92 * step, color=colour, label=_short(stage_label(name)))
        below = [max(0.0, y - low) for y, (low, _) in zip(ys, ends, strict=True)]
        above = [max(0.0, high - y) for y, (_, high) in zip(ys, ends, strict=True)]
        axes.errorbar(xs, ys, (below, above), fmt="none", ecolor="#333333", capsize=3, lw=1)
        for x, stage, (_, high) in zip(xs, bars, ends, strict=True):
            axes.annotate(
                text(stage),
                (x, high),
                xytext=(0, 3),
                textcoords="offset points",
                ha="center",
                va="bottom",
                fontsize=9,
            )
    axes.set_xticks(range(len(groups)), [_short(split_label(group)) for group in groups])
    axes.tick_params(axis="x", length=0)
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    axes.grid(axis="y", color="#DDDDDD", linewidth=0.8)


def _short(text: str, limit: int = _MAX_NAME) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
