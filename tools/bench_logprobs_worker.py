"""One case of `bench_logprobs.py` in a process of its own, so that its peak is its own.

    python tools/bench_logprobs_worker.py METHOD CASE REPORT

Imports a method's own library alone, so that it runs in TRL's environment too.
"""

import json
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import torch
from bench_dpo_common import memory_now, memory_peak
from torch import Tensor

Method = Callable[[Tensor, Tensor, Tensor], Tensor]
"""hidden [tokens, width], weight [vocabulary, width], labels [tokens] to log-probs [tokens]."""

SEQUENCES = 4
"""Liger's loss takes pairs: chosen rows, then as many rejected rows."""


def dharma() -> Method:
    from dharma_pl.functional.logprobs import token_logprobs

    return token_logprobs


def full() -> Method:
    """All logits at once, log-softmax in fp32."""

    def method(hidden: Tensor, weight: Tensor, labels: Tensor) -> Tensor:
        logits = (hidden @ weight.T).float()
        return logits.log_softmax(-1).gather(-1, labels[:, None]).squeeze(-1)

    return method


def trl_selective() -> Method:
    """All logits at once, TRL's `selective_log_softmax`."""
    from trl.trainer.utils import selective_log_softmax

    return lambda hidden, weight, labels: selective_log_softmax(hidden @ weight.T, labels)


def trl_chunked(*more: str) -> Method:
    """TRL's fused head; `DPOTrainer` also asks it for three numbers that it logs."""
    from trl.kernels.chunked_logprob import ChunkedLogProbFunction
    from trl.trainer.utils import _CHUNKED_LOGPROB_CHUNK_SIZE as WIDTH

    def method(hidden: Tensor, weight: Tensor, labels: Tensor) -> Tensor:
        outputs = ("log_probs", *more)
        return ChunkedLogProbFunction.apply(
            hidden, weight, None, labels, 1.0, WIDTH, None, 1.0, outputs
        )[0]

    return method


def liger() -> Method:
    """Liger's chunked DPO loss without a reference: the log-probs and their gradients in one."""
    from liger_kernel.chunked_loss import LigerFusedLinearDPOLoss

    loss = LigerFusedLinearDPOLoss(use_ref_model=False, compiled=False)

    def method(hidden: Tensor, weight: Tensor, labels: Tensor) -> Tensor:
        rows = hidden.view(SEQUENCES, -1, hidden.shape[-1])
        return -loss(weight, rows, labels.view(SEQUENCES, -1))[0]

    return method


METHODS: dict[str, Callable[[], Method]] = {
    "dharma": dharma,
    "full": full,
    "trl_selective": trl_selective,
    "trl_chunked": trl_chunked,
    "trl_chunked_as_in_dpo": lambda: trl_chunked("entropy", "mean_logits", "is_top1"),
    "liger": liger,
}


def run(method: Method, case: dict[str, Any]) -> dict[str, Any]:
    """Forward and backward: a warm-up, then the timed ones."""
    device, dtype = case["device"], getattr(torch, case["dtype"].removesuffix("-autocast"))
    autocast = case["dtype"].endswith("-autocast")
    stored = torch.float32 if autocast else dtype
    torch.manual_seed(0)
    shape = {"hidden": (case["tokens"], case["width"]), "weight": (case["vocabulary"],
             case["width"])}  # fmt: skip
    made = {k: torch.empty(s, dtype=stored, device=device).normal_() for k, s in shape.items()}
    hidden, weight = made["hidden"], made["weight"].mul_(0.02)
    hidden.requires_grad_()
    weight.requires_grad_(case["head"] == "trained")
    labels = torch.randint(0, case["vocabulary"], (case["tokens"],), device=device)
    before = torch.cuda.memory_allocated() if device == "cuda" else memory_now()
    seconds, busy, total = [], [], 0.0
    for _ in range(1 + case["repeats"]):
        hidden.grad = weight.grad = None
        began, began_busy = _now(device), time.process_time()
        with torch.autocast(device, dtype) if autocast else nullcontext():
            logprobs = method(hidden, weight, labels)
        total = float(logprobs.detach().sum())
        logprobs.sum().backward()
        seconds.append(_now(device) - began)
        busy.append(time.process_time() - began_busy)
    peak = torch.cuda.max_memory_allocated() if device == "cuda" else memory_peak()
    assert hidden.grad is not None
    return {
        "seconds": seconds[1:],
        "processor_seconds": busy[1:],  # of all threads: tells where a busy machine disturbed
        "extra_bytes": peak - before,
        "peak_bytes": peak,
        "sum_of_logprobs": total,
        "grad_norm": float(hidden.grad.float().norm()),
        "threads": torch.get_num_threads(),
    }


def _now(device: str) -> float:
    if device == "cuda":
        torch.cuda.synchronize()
    return time.perf_counter()


def main() -> None:
    name, case, report = sys.argv[1:]
    try:
        method = METHODS[name]()
    except ImportError as error:
        result: dict[str, Any] = {"skipped": f"{type(error).__name__}: {error}"}
    else:
        result = run(method, json.loads(case))
    Path(report).write_text(json.dumps(result))


if __name__ == "__main__":
    main()
