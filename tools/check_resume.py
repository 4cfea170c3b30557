"""Kill a run again and again, resume it each time, and compare with an undisturbed one.

    python tools/check_resume.py --config configs/demo.yaml --kills 10 [--key value ...]

Runs `python -m dharma_pl run` once undisturbed and once with SIGKILL at random moments, spread over
the time the undisturbed one took, and compares the two `report.json`. Options it does not know go
to `run`. Exits 1 where a number differs.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def start(config: str, out: Path, extra: list[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "dharma_pl", "run", "--config", config, "--out", str(out)]
    return subprocess.Popen([*command, *extra], stdout=subprocess.DEVNULL, start_new_session=True)


def numbers(out: Path) -> dict[str, object]:
    """What must not depend on interruptions: everything but the clock and the folder's name."""
    report = json.loads((out / "report" / "report.json").read_text(encoding="utf-8"))
    return {key: report[key] for key in ("stages", "comparisons", "decoding", "versions")}


def undisturbed(config: str, out: Path, extra: list[str]) -> float:
    began = time.monotonic()
    if start(config, out, extra).wait():
        sys.exit("the undisturbed run failed")
    return time.monotonic() - began


def disturbed(config: str, out: Path, extra: list[str], kills: int, seconds: float) -> int:
    """Kill at random moments until `kills` are done, then let it finish."""
    generator = random.Random(0)
    done = 0
    while True:
        process = start(config, out, extra)
        if done == kills:
            return process.wait()
        # The imports take seconds in which nothing can be lost: kill after them.
        wait = 8 + generator.random() * 2 * seconds / kills
        try:
            return process.wait(timeout=wait)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            done += 1
            print(f"kill {done}/{kills} after {wait:.1f} s, at: {last_stage(out)}", flush=True)


def last_stage(out: Path) -> str:
    plans = sorted(out.rglob("plan.json"), key=lambda path: path.stat().st_mtime)
    return str(plans[-1].parent.relative_to(out)) if plans else "the start"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--config", default="configs/demo.yaml")
    parser.add_argument("--kills", type=int, default=10)
    arguments, extra = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as folder:
        whole, broken = Path(folder) / "whole", Path(folder) / "broken"
        seconds = undisturbed(arguments.config, whole, extra)
        print(f"undisturbed: {seconds:.0f} s", flush=True)
        if disturbed(arguments.config, broken, extra, arguments.kills, seconds):
            return 1
        same = numbers(whole) == numbers(broken)
    print("the same numbers" if same else "DIFFERENT numbers")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
