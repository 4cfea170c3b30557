"""Time and memory of a DPO step: ours against TRL's newest `DPOTrainer`, in one run.

    python tools/bench_dpo.py --json FILE [--shape vision|vision_long|text] [--trainable full|lora]
        [--repeats N] [--extra]
    python tools/bench_dpo.py --json FILE --device cuda --model 3b        # needs no network

Nothing is installed here: TRL lives in an environment of its own, which the script makes once
(`--trl-env`) with the versions of torch, transformers, peft, accelerate and datasets found here.
Where it cannot be made (no network), ours is measured against a plain step: chosen and rejected as
two sequences, a live reference, and our own log-probs, so that only layout and cache differ.

`step_ratio` is ours to theirs in tokens of pairs a second, prompt tokens counted once for both
(higher is better), `peak_memory_ratio` ours to theirs in peak resident memory of the whole process
(on CUDA: of the device; lower is better). Both are medians over the repeats, and of `full` and
`lora` the less favourable one stands on top. For images on a CPU the same stands there a second
time, as `against_trl_matrix`: against a TRL that is spared transformers' slow patch embedding.
`FAIRNESS` says what makes the sides comparable. Run it on a machine that does nothing else.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path
from statistics import median
from typing import Any

TOOLS = Path(__file__).parent
SAME_VERSION = ("torch", "transformers", "peft", "accelerate", "datasets", "pillow")
MATRIX = "trl_matrix"
"""TRL with its patch embedding as a matrix product; the same as `trl` where there are no images."""

PEAK_FLOPS = {"H200": 989e12, "H100": 989e12, "A100": 312e12}
"""Dense bfloat16, from the makers' data sheets."""

FAIRNESS = [
    "the same random weights, saved once and loaded by both, and the same pairs; that both see the "
    "same tokens and pixels is checked by their log-probabilities (`same_logps`)",
    "the same versions of torch, transformers and peft, threads, attention (sdpa), bf16 autocast "
    "over weights of one dtype, batch size, fused AdamW without clipping, and trainable parameters "
    "(their number is checked); no gradient checkpointing on either side unless asked for",
    "the vision tower is frozen on both sides unless --train-vision: what it makes of an image is "
    "then kept on disk by ours (`cache_images`), filled in its reference pass, and made anew in "
    "each step by TRL, which has no such cache",
    "`trl` is TRL as it is installed; `trl_matrix` has its patch embedding as a matrix product, as "
    "our models run it by themselves: transformers' Conv3d is tens of times slower on a CPU, which "
    "says nothing of a GPU and flatters whoever encodes an image fewer times",
    "TRL at the fastest settings it has for the data: reference log-probs precomputed for text, "
    "live for images, where it refuses to precompute; no checkpointing, no truncation",
    "within a batch all prompts, all chosen and all rejected answers have one length each, so the "
    "only padding is what TRL's layout makes by itself (chosen rows as long as rejected ones)",
    "both read images from disk and process them inside the timed step, in the training process",
    "ours has the C library keep freed memory while it fits on a CPU, as it does for every user; "
    "TRL leaves that as it is",
    "processes run one at a time, in alternating order; a step is timed from the end of the one "
    "before, so that it holds loading and logging; warm-up steps are left out",
    "the reference pass of the cached side is outside the step and reported by itself; "
    "`first_epoch_ratio` counts it into the steps of one epoch",
    "on a CPU TRL's head scores prompt positions too, since it leaves them out only where Triton "
    "runs; --extra also measures TRL with that mended (`trl_completion_head`) and the plain step",
]


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", type=Path, required=True, help="where the result goes")
    parser.add_argument("--shape", nargs="+", default=["vision", "vision_long", "text"])
    parser.add_argument("--trainable", nargs="+", choices=["full", "lora"],
                        default=["full", "lora"])  # fmt: skip
    parser.add_argument("--repeats", type=int, default=3, help="alternations of ours and theirs")
    parser.add_argument("--steps", type=int, default=3, help="timed steps a process")
    parser.add_argument("--warmup", type=int, default=1)
    parser.add_argument("--batch-size", type=int, default=2, help="pairs a step")
    parser.add_argument("--model", default="100m", choices=["tiny", "100m", "3b"])
    parser.add_argument("--device", default="cpu", choices=["cpu", "cuda"])
    parser.add_argument("--dtype", choices=["float32", "bfloat16"], help="of the weights")
    parser.add_argument("--attention", default="sdpa", help="of ours")
    parser.add_argument("--trl-attention", default="sdpa")
    parser.add_argument("--checkpointing", action="store_true")
    parser.add_argument("--train-vision", action="store_true")
    parser.add_argument("--rival", choices=["auto", "trl", "plain", "none"], default="auto")
    parser.add_argument("--extra", action="store_true", help="measure two more rivals")
    parser.add_argument("--trl-env", type=Path, default=Path(".venv-trl"))
    return parser.parse_args()


def trl_python(folder: Path) -> Path | None:
    """TRL's interpreter, its environment made where it is missing; None where pip fails."""
    python = folder / "bin" / "python"
    ready = folder / "ready.txt"
    versions = [f"{name}=={metadata.version(name).partition('+')[0]}" for name in SAME_VERSION]
    if ready.exists() and ready.read_text().split() == versions:
        return python.absolute()
    print(f"making {folder} with TRL and {' '.join(versions)}", flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
    # torch alone first: together with the others pip may look for another build of it.
    for packages in ([versions[0]], [*versions, "trl"]):
        if subprocess.run([str(python), "-m", "pip", "install", "-q", *packages]).returncode:
            return None
    ready.write_text("\n".join(versions))
    return python.absolute()


def run_worker(command: list[str], task: dict[str, Any]) -> dict[str, Any]:
    """One process from start to end."""
    with tempfile.TemporaryDirectory() as scratch:
        report = Path(scratch) / "report.json"
        arguments = [json.dumps(task | {"scratch": scratch}), str(report)]
        environment = {**os.environ, "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
        environment["HF_DATASETS_CACHE"] = scratch
        done = subprocess.run(
            [*command[:2], *arguments, *command[2:]], env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        if done.returncode:
            sys.exit(f"{' '.join(command)} failed:\n{done.stdout[-6000:]}")
        return dict(json.loads(report.read_text()))


def measure(
    options: argparse.Namespace, rivals: dict[str, list[str]], material: Path, *, lora: bool
) -> dict[str, Any]:
    """All rivals on one shape and one choice of what learns, in alternating order."""
    facts = json.loads((material / "facts.json").read_text())
    task = {
        "folder": str(material),
        "batch_size": options.batch_size,
        "warmup": options.warmup,
        "steps": options.steps,
        "lora": lora,
        "train_vision": options.train_vision,
        "device": options.device,
        "dtype": options.dtype,
        "checkpointing": options.checkpointing,
        "cached_reference": True,
    }
    runs: dict[str, list[dict[str, Any]]] = {name: [] for name in rivals}
    for repeat in range(options.repeats):
        order = list(rivals)[:: 1 if repeat % 2 == 0 else -1]
        for name in order:
            attention = options.trl_attention if name.startswith("trl") else options.attention
            own = {
                "attention": attention,
                "completion_head": name == "trl_completion_head",
                "matrix_patches": name != "trl",
            }
            result = run_worker(rivals[name], task | own)
            runs[name].append(result)
            seconds = median(result["step_seconds"])
            print(f"  {name:20} {seconds:8.3f} s a step, {gib(peak(result)):6.2f} GiB", flush=True)
    steps = options.warmup + options.steps
    report: dict[str, Any] = {
        name: summary(of_one, facts, options, lora) for name, of_one in runs.items()
    }
    for name in list(rivals)[1:]:
        report[name] |= compare(runs["ours"], runs[name], steps)
    return report | {"runs": runs}


def peak(run: dict[str, Any]) -> int:
    return int(run["peak_cuda_bytes"] or run["peak_rss_bytes"])


def gib(count: float) -> float:
    return count / 2**30


def summary(
    runs: list[dict[str, Any]], facts: dict[str, Any], options: argparse.Namespace, lora: bool
) -> dict[str, Any]:
    """One rival's medians."""
    seconds = median(median(run["step_seconds"]) for run in runs)
    flops = step_flops(facts, options, lora, tower=not runs[0].get("cached_images"))
    result = {
        "step_seconds": seconds,
        "tokens_per_second": facts["tokens_a_pair"] * options.batch_size / seconds,
        "peak_gib": gib(median(map(peak, runs))),
        "imports_gib": gib(median(run["imports_rss_bytes"] for run in runs)),
        "reference_seconds": median(run["reference_seconds"] for run in runs),
        "cached_reference": runs[0]["cached_reference"],
        "cached_images": runs[0].get("cached_images", False),
        "useful_flops_per_second": flops / seconds,
    }
    if (limit := peak_flops(options.device)) is not None:
        result["mfu"] = flops / seconds / limit
    return result


def step_flops(
    facts: dict[str, Any], options: argparse.Namespace, lora: bool, *, tower: bool
) -> float:
    """What a step needs at least: every token once, no recomputation, no reference.

    A backward pass costs two forward passes: one for activations, one for weights. LoRA spares the
    weights, a frozen tower both, and one whose features are cached does not run; the head of a tied
    embedding learns with it.
    """
    forward = facts["forward_flops_a_pair"]
    language = 2 if lora else 3
    vision = 3 if options.train_vision and not lora else 1
    total = language * (forward["body"] + forward["head"]) + tower * vision * forward["vision"]
    return float(total * options.batch_size)


def peak_flops(device: str) -> float | None:
    if device != "cuda":
        return None
    name = device_name()
    return next((flops for part, flops in PEAK_FLOPS.items() if part in name), None)


def device_name() -> str:
    query = ["nvidia-smi", "--query-gpu=name", "--format=csv,noheader"]
    return subprocess.run(query, capture_output=True, text=True).stdout.strip()


def compare(ours: list[dict[str, Any]], theirs: list[dict[str, Any]], steps: int) -> dict[str, Any]:
    """Ratios run by run, their median and spread, and whether both did the same work."""

    def spread(values: list[float]) -> dict[str, float]:
        return {"median": median(values), "lowest": min(values), "highest": max(values)}

    def epoch(run: dict[str, Any]) -> float:
        return float(run["reference_seconds"] + steps * median(run["step_seconds"]))

    both = list(zip(ours, theirs, strict=True))
    step = [median(b["step_seconds"]) / median(a["step_seconds"]) for a, b in both]
    memory = [peak(a) / peak(b) for a, b in both]
    over = [
        (peak(a) - a["imports_rss_bytes"]) / max(1, peak(b) - b["imports_rss_bytes"])
        for a, b in both
    ]
    logps = max(
        abs(a["logps"][side] / b["logps"][side] - 1) for a, b in both for side in a["logps"]
    )
    checks = {
        "same_logps": logps < 0.005,
        "same_threads": all(a["threads"] == b["threads"] for a, b in both),
        "same_trainable_parameters": all(
            a["trainable_parameters"] == b["trainable_parameters"] for a, b in both
        ),
    }
    return {
        "step_ratio": spread(step),
        "peak_memory_ratio": spread(memory),
        "peak_memory_over_imports_ratio": median(over) if not ours[0]["peak_cuda_bytes"] else None,
        "first_epoch_ratio": median(epoch(b) / epoch(a) for a, b in both),
        "largest_relative_logps_difference": logps,
        **checks,
    }


def headline(reports: dict[str, Any], rival: str) -> dict[str, Any]:
    """The less favourable of `full` and `lora`."""
    compared = [report[rival] for report in reports.values() if rival in report]
    if not compared:
        return {}
    return {
        "step_ratio": min(c["step_ratio"]["median"] for c in compared),
        "peak_memory_ratio": max(c["peak_memory_ratio"]["median"] for c in compared),
        "rival": rival,
    }


def machine(options: argparse.Namespace) -> dict[str, Any]:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    model = next((x.partition(":")[2].strip() for x in lines if x.startswith("model name")), "")
    return {
        "cpu": model or platform.processor(),
        "cores": os.cpu_count(),
        "amx": any("amx_bf16" in line for line in lines),
        "gpu": device_name() if options.device == "cuda" else None,
        "load_before": os.getloadavg(),
        "python": platform.python_version(),
        **{name: metadata.version(name) for name in ("torch", "transformers", "peft", "lightning")},
    }


def choose_rivals(options: argparse.Namespace) -> dict[str, list[str]]:
    """Name to command; ours comes first, then the one that the headline compares with."""
    ours = [sys.executable, str(TOOLS / "bench_dpo_ours.py")]
    rivals = {"ours": ours}
    python = trl_python(options.trl_env) if options.rival in ("auto", "trl") else None
    if options.rival == "trl" and python is None:
        sys.exit("TRL could not be installed; --rival plain needs no network")
    if python is not None:
        rivals["trl"] = [str(python), str(TOOLS / "bench_dpo_trl.py")]
        if options.device == "cpu":
            rivals[MATRIX] = rivals["trl"]
        if options.extra and options.device == "cpu":
            rivals["trl_completion_head"] = rivals["trl"]
    elif options.rival == "auto":
        print("TRL is not to be had here: ours against a plain two-sequence step", flush=True)
    if options.extra or (python is None and options.rival != "none"):
        rivals["plain"] = [*ours, "--plain"]
    return rivals


def main() -> None:
    options = parse()
    options.dtype = options.dtype or ("bfloat16" if options.device == "cuda" else "float32")
    result: dict[str, Any] = {"machine": machine(options)}
    all_rivals = choose_rivals(options)
    material_of = [sys.executable, str(TOOLS / "bench_dpo_material.py")]
    pairs = options.batch_size * (options.warmup + options.steps)  # one epoch
    for shape in options.shape:
        with tempfile.TemporaryDirectory() as folder:
            material = Path(folder) / shape
            arguments = [shape, options.model, str(pairs), options.device, options.dtype]
            subprocess.run([*material_of, *arguments, str(material)], check=True)
            facts = json.loads((material / "facts.json").read_text())
            sees = facts["image_tokens"] > 0
            rivals = {name: all_rivals[name] for name in all_rivals if sees or name != MATRIX}
            reports = {}
            for trainable in options.trainable:
                print(f"{shape}, {trainable}", flush=True)
                lora = trainable == "lora"
                reports[trainable] = measure(options, rivals, material, lora=lora)
        top = headline(reports, list(rivals)[1]) if len(rivals) > 1 else {}
        if MATRIX in rivals:
            top["against_trl_matrix"] = headline(reports, MATRIX)
        result[shape] = top | {"facts": facts, **reports}
        print(f"{shape}: {json.dumps(top)}", flush=True)
    result["settings"] = {k: str(v) for k, v in vars(options).items()}
    result["fairness"] = FAIRNESS
    options.json.write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
