"""Time and memory of log-probs under a head: our chunks against full logits, TRL's and Liger's.

    python tools/bench_logprobs.py --json FILE [--vocabulary ...] [--tokens ...] [--width ...]

Every case is a process of its own: one warm-up and `--repeats` timed forward and backward passes.
`extra_gib` is what the method needs at its peak beyond its inputs and the libraries, gradients of
the inputs included (a trained head's alone is as large as the head). TRL and Liger live in an
environment of their own, see `bench_dpo.py`; what cannot run here is in the result with the reason.

`liger` is its chunked DPO loss without a reference, the only form of it that gives log-probs of
pairs: it needs no Triton, takes its backward pass in the forward one and works on two pairs here.
`bfloat16-autocast` is the usual training: fp32 weights, bf16 arithmetic.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path
from statistics import median
from typing import Any

from bench_dpo import TOOLS, gib, machine, trl_python

OURS = ("dharma", "full")
THEIRS = ("trl_selective", "trl_chunked", "trl_chunked_as_in_dpo", "liger")
WORKER = TOOLS / "bench_logprobs_worker.py"


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", type=Path, required=True)
    parser.add_argument("--vocabulary", type=int, nargs="+", default=[152_064, 262_144])
    parser.add_argument("--tokens", type=int, nargs="+", default=[512, 2048])
    parser.add_argument("--width", type=int, nargs="+", default=[1024, 2048])
    parser.add_argument("--dtype", nargs="+", default=["bfloat16", "float32"],
                        choices=["bfloat16", "float32", "bfloat16-autocast"])  # fmt: skip
    parser.add_argument("--head", nargs="+", default=["trained"], choices=["trained", "frozen"])
    parser.add_argument("--method", nargs="+", default=[*OURS, *THEIRS],
                        choices=[*OURS, *THEIRS])  # fmt: skip
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--device", default="cpu", choices=["cpu", "cuda"])
    parser.add_argument("--trl-env", type=Path, default=Path(".venv-trl"))
    return parser.parse_args()


def needs(method: str, case: dict[str, Any]) -> int:
    """A rough upper bound, so that no case takes the machine down."""
    size = 2 if case["dtype"] == "bfloat16" else 4
    head = case["vocabulary"] * case["width"] * (2 * size + 4)
    rows = case["tokens"] if method in ("full", "trl_selective") else 1024
    return int(head + rows * case["vocabulary"] * (3 * size + 8))


def available() -> int:
    info = Path("/proc/meminfo")
    lines = info.read_text().splitlines() if info.exists() else []
    return next((int(x.split()[1]) * 1024 for x in lines if x.startswith("MemAvailable")), 2**62)


def run_case(python: str, method: str, case: dict[str, Any]) -> dict[str, Any]:
    if case["device"] == "cpu" and needs(method, case) > 0.8 * available():
        return {"skipped": f"needs about {gib(needs(method, case)):.0f} GiB, more than is free"}
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.json"
        command = [python, str(WORKER), method, json.dumps(case), str(report)]
        done = subprocess.run(
            command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env={**os.environ, "HF_HUB_OFFLINE": "1"},
        )  # fmt: skip
        if done.returncode or not report.exists():
            lines = done.stdout.strip().splitlines()
            return {"skipped": f"exit {done.returncode}: {lines[-1] if lines else ''}"}
        result: dict[str, Any] = json.loads(report.read_text())
    if "skipped" in result:
        return result
    return result | {"median": median(result["seconds"]), "extra_gib": gib(result["extra_bytes"])}


def add_liger(python: Path) -> str:
    """Install Liger beside TRL; the reason where that fails."""
    if subprocess.run([str(python), "-c", "import liger_kernel"], capture_output=True).returncode:
        # Without its dependencies: it asks for Triton, which there may be none of.
        command = [str(python), "-m", "pip", "install", "-q", "--no-deps", "liger-kernel"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            return f"pip cannot install liger-kernel: {done.stderr.strip()[-200:]}"
    return ""


def main() -> None:
    options = parse()
    python = trl_python(options.trl_env) if set(options.method) & set(THEIRS) else None
    absent = {name: "TRL's environment could not be made" for name in THEIRS if python is None}
    if python is not None and "liger" in options.method and (reason := add_liger(python)):
        absent["liger"] = reason
    cases = []
    for vocabulary, width, tokens, dtype, head in product(
        options.vocabulary, options.width, options.tokens, options.dtype, options.head
    ):
        case = {
            "vocabulary": vocabulary, "width": width, "tokens": tokens, "dtype": dtype,
            "head": head, "device": options.device, "repeats": options.repeats,
        }  # fmt: skip
        print(f"vocabulary {vocabulary}, {width} wide, {tokens} tokens, {dtype}, head {head}")
        results = {}
        for method in options.method:
            interpreter = sys.executable if method in OURS else str(python)
            result = {"skipped": absent[method]} if method in absent else run_case(
                interpreter, method, case
            )  # fmt: skip
            results[method] = result
            shown = result.get("skipped") or (
                f"{result['median']:8.3f} s, {result['extra_gib']:6.2f} GiB more"
            )
            print(f"  {method:22} {shown}", flush=True)
        cases.append(case | {"results": results})
    report = {"machine": machine(options), "cases": cases, "notes": __doc__}
    options.json.write_text(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main()
