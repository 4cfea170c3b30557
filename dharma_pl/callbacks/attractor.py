"""The attractor along one looping output: how sure the model is of each token, and where it fell.

Source: the second figure of "Direct Preference Optimization Beyond Chatbots" (Dharma-AI, 2026),
which shows that a token which dominates its own distribution makes itself more likely.
"""

import json
import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dharma_pl.functional.repetition import Repetition


@dataclass(frozen=True, slots=True)
class Attractor:
    """A looping output with what the model made of each of its tokens.

    Attributes:
        document_id: what it was generated for.
        step: optimizer steps done.
        label: of the loop.
        unit: its first copy.
        onset: index of the token with which the first copy starts.
        repeat: index of the token with which the second copy starts.
        end: index behind the last token of the loop.
        token_ids: what was generated.
        tokens: the text that each token adds.
        probabilities: of each token given all before, 0..1; None where they are no numbers.
        entropies: of the distribution each token was chosen from, in nats; None likewise.
    """

    document_id: str
    step: int
    label: str
    unit: str
    onset: int
    repeat: int
    end: int
    token_ids: tuple[int, ...]
    tokens: tuple[str, ...]
    probabilities: tuple[float | None, ...]
    entropies: tuple[float | None, ...]


def trace(
    document_id: str,
    step: int,
    loop: Repetition,
    token_ids: Sequence[int],
    text: str,
    token_ends: Sequence[int],
    logprobs: Sequence[float],
    entropies: Sequence[float],
) -> Attractor:
    """Put together what is known of a looping output.

    Args:
        document_id: what it was generated for.
        step: optimizer steps done.
        loop: found in `text`.
        token_ids: what was generated.
        text: its text.
        token_ends: for each token, the length of the text up to its end.
        logprobs: of each token, in nats.
        entropies: before each token, in nats.
    """
    starts = (0, *token_ends[:-1])
    return Attractor(
        document_id=document_id,
        step=step,
        label=loop.label,
        unit=loop.unit,
        onset=bisect_right(token_ends, loop.start),
        repeat=bisect_right(token_ends, loop.start + loop.period),
        end=bisect_left(starts, loop.end),
        token_ids=tuple(token_ids),
        tokens=tuple(text[a:b] for a, b in zip(starts, token_ends, strict=True)),
        probabilities=_numbers([math.exp(value) for value in logprobs]),
        entropies=_numbers(entropies),
    )


def write(attractor: Attractor, folder: Path) -> Path:
    """Write it as `step-NNNNNN.json`, whole or not at all.

    The text in it is the model's: characters beyond ASCII are escaped.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"step-{attractor.step:06d}.json"
    temporary = path.with_suffix(".tmp")
    temporary.write_text(json.dumps(asdict(attractor), allow_nan=False) + "\n", encoding="utf-8")
    temporary.replace(path)
    return path


def draw(attractor: Attractor) -> NDArray[np.uint8]:
    """Draw probability and entropy along the output, the loop shaded; [height, width, RGB]."""
    import matplotlib as mpl  # only where there is a board to draw for
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    style: Any = {"font.family": "DejaVu Sans", "font.size": 9, "text.parse_math": False}
    with mpl.rc_context(style):
        figure = Figure(figsize=(9.0, 4.6), dpi=110, layout="constrained")
        canvas: Any = FigureCanvasAgg(figure)
        upper, lower = figure.subplots(2, 1, sharex=True)
        _line(upper, attractor.probabilities, "#0072B2", "token probability")
        upper.set_ylim(-0.03, 1.03)
        _line(lower, attractor.entropies, "#D55E00", "entropy, nats")
        lower.set_ylim(bottom=0)
        lower.set_xlabel("generated token")
        for panel in (upper, lower):
            panel.axvline(attractor.onset, color="black", linewidth=1, label="first copy")
            panel.axvline(
                attractor.repeat, color="black", linewidth=1, linestyle="--", label="second copy"
            )
            panel.axvspan(attractor.repeat, attractor.end - 1, color="#999999", alpha=0.2)
            panel.margins(x=0.01)
        upper.legend(loc="lower right", fontsize=8)
        figure.suptitle(_title(attractor), fontsize=9.5)
        canvas.draw()
        image: NDArray[np.uint8] = np.asarray(canvas.buffer_rgba())[..., :3].copy()
    return image


def _line(panel: Any, values: Sequence[float | None], colour: str, name: str) -> None:
    points = [math.nan if value is None else value for value in values]
    panel.plot(points, color=colour, linewidth=1, marker=".", markersize=3)
    panel.set_ylabel(name)


def _title(attractor: Attractor) -> str:
    """Model output in it is escaped to what the font has."""
    unit = repr(attractor.unit[:60]) + ("..." if len(attractor.unit) > 60 else "")
    title = f"{attractor.document_id[:60]}, step {attractor.step}: {attractor.label} loop of {unit}"
    return "".join(c if c.isprintable() else " " for c in title).encode(
        "latin-1", "backslashreplace"
    ).decode("latin-1")  # fmt: skip


def _numbers(values: Sequence[float]) -> tuple[float | None, ...]:
    return tuple(round(value, 6) if math.isfinite(value) else None for value in values)
