"""Which steps of a run are done, and how long they took: a small file in each one's folder."""

import json
from pathlib import Path
from typing import Any

from dharma_pl.artifacts import write_atomically

PLAN = "plan.json"
STAGES = (
    "documents", "sft", "sample", "judge", "pairs", "reference", "dpo", "sft_more", "evaluate",
)  # fmt: skip


def seconds_by_stage(out: Path) -> dict[str, float]:
    """Time spent in each stage of a run, from the plans in its folders."""
    seconds: dict[str, float] = {}
    for name in STAGES[:-1]:
        plan = read_plan(out / name)
        if plan is not None:
            seconds[name] = plan["seconds"]
    plans = [read_plan(path.parent) for path in (out / "evaluate").rglob(PLAN)]
    seconds["evaluate"] = sum(plan["seconds"] for plan in plans if plan is not None)
    return seconds


def read_plan(folder: Path) -> dict[str, Any] | None:
    """What a step's folder says of it; None where no run has begun it."""
    path = folder / PLAN
    if not path.is_file():
        return None
    plan: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return plan


def write_plan(folder: Path, plan: dict[str, Any]) -> None:
    """Replace what a step's folder says of it."""
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(folder / PLAN, json.dumps(plan) + "\n")
