"""Early abort: what it saves with the demo's sampling, and whether it ever stops a clean page.

    python tools/bench_abort.py --model runs/demo/sft/model [--max-new-tokens 208 1024] [--json F]

First the targets of 10,000 ledger pages go through the tracker, whole and cut at the token limit,
for several lengths a loop must have: none of them may be aborted. The shortest length that aborts
none, with half as much again for safety, is what the second part samples with, unless --symbols
names another. Then the same pages are generated without and with abort, alternately, in this one
process. Exits 1 where a clean target is aborted, or a page whose whole output is no loop to the
detector, or where an output is no prefix of the one without abort.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch

from dharma_pl.data.base import DocumentSource
from dharma_pl.data.encode import Codec, Inputs, load_codec, tokenizer_of
from dharma_pl.demo import LedgerPages, LedgerTexts
from dharma_pl.functional.repetition import find_repetition
from dharma_pl.functional.tracker import certain_at
from dharma_pl.models.abort import AbortSettings
from dharma_pl.models.backbone import Backbone, BackboneModule
from dharma_pl.models.sampling import Generated, generate
from dharma_pl.records import Document, FinishReason

LENGTHS = (32, 48, 64, 96, 128, 160, 192, 224, 256, 320, 384, 448, 512)
MARGIN = 1.5


def targets(codec: Codec, count: int) -> list[list[int]]:
    """Token ids of clean pages; pictures, which would take long to draw, are not needed."""
    pages = LedgerTexts(train=count, validation=0, heldout=0, legitimate=0).read()
    return [codec.target(page.target) for page in pages if page.target is not None]


def false_aborts(rows: list[list[int]], settings: AbortSettings) -> dict[int, list[int]]:
    """For each length, the tokens after which clean rows would have been aborted."""
    found: dict[int, list[int]] = {}
    numbers = {"max_period": settings.max_period, "repeats": settings.repeats}
    for symbols in LENGTHS:
        ends = [(row, certain_at(row, symbols=symbols, **numbers)) for row in rows]
        found[symbols] = [end + 1 for _, end in ends if end is not None]
        rows = [row for row, end in ends if end is not None]  # longer needs are rarer still
    return found


def choose(found: dict[int, list[int]]) -> int:
    """The shortest length that aborts no clean row, and half as much again."""
    safe = next((symbols for symbols in LENGTHS if not found[symbols]), 2 * LENGTHS[-1])
    return int(MARGIN * safe)


def is_loop(codec: Codec, ids: tuple[int, ...], ended: FinishReason) -> bool:
    text = str(tokenizer_of(codec.encoder).decode(list(ids), skip_special_tokens=True))
    loop = find_repetition(text, ended)
    return loop is not None and loop.strict


def batches(codec: Codec, source: DocumentSource, size: int) -> Iterator[Inputs]:
    documents: list[Document] = list(source.read())
    for start in range(0, len(documents), size):
        yield codec.pad([codec.prompt(page) for page in documents[start : start + size]], "left")


@dataclass
class Total:
    """What generation came to."""

    tokens: int = 0
    steps: int = 0
    seconds: float = 0.0

    def add(self, rows: list[Generated], seconds: float) -> None:
        self.tokens += sum(len(ids) for ids, _ in rows)
        self.steps += max(len(ids) for ids, _ in rows)
        self.seconds += seconds


def compare(model: Any, codec: Codec, inputs: list[Inputs], settings: AbortSettings,
            arguments: argparse.Namespace, limit: int) -> dict[str, Any]:  # fmt: skip
    """Both ways over the same pages, round by round."""
    rounds: list[tuple[Total, Total]] = []
    reasons = {"eos": 0, "length": 0, "abort": 0}
    broken = recovered = unfounded = 0
    for round_ in range(arguments.rounds):
        totals = Total(), Total()
        for index, batch in enumerate(inputs):
            outputs = []
            for total, abort in zip(totals, (None, settings), strict=True):
                torch.manual_seed(index)
                began = time.perf_counter()
                rows = generate(model, codec, batch, temperature=arguments.temperature,
                                max_new_tokens=limit, abort=abort)  # fmt: skip
                total.add(rows, time.perf_counter() - began)
                outputs.append(rows)
            if round_ == 0:
                for (full, ended), (ids, reason) in zip(*outputs, strict=True):
                    reasons[reason] += 1
                    aborted = reason == "abort"
                    broken += full[: len(ids)] != ids or (not aborted and full != ids)
                    recovered += aborted and ended == "eos"
                    unfounded += aborted and not is_loop(codec, full, ended)
        rounds.append(totals)
    full, cut = rounds[0]
    ratios = [with_.seconds / without.seconds for without, with_ in rounds]
    return {
        "max_new_tokens": limit,
        "symbols": settings.symbols,
        "pages": sum(reasons.values()),
        "aborted": reasons["abort"],
        "would_have_ended": recovered,
        "no_loops": unfounded,
        "not_a_prefix": broken,
        "tokens": [full.tokens, cut.tokens],
        "steps": [full.steps, cut.steps],
        "seconds": [statistics.median(pair[i].seconds for pair in rounds) for i in (0, 1)],
        "time_ratio": [statistics.median(ratios), min(ratios), max(ratios)],
    }


def show(row: dict[str, Any]) -> None:
    (tokens, fewer), (steps, less), (seconds, shorter) = row["tokens"], row["steps"], row["seconds"]
    median, low, high = row["time_ratio"]
    ended, unfounded, differ = row["would_have_ended"], row["no_loops"], row["not_a_prefix"]
    print(f"limit {row['max_new_tokens']}, abort from {row['symbols']} tokens of loop on: "
          f"{row['aborted']} of {row['pages']} pages aborted, {ended} of them would have ended, "
          f"{unfounded} are no loops, {differ} outputs differ")  # fmt: skip
    print(f"  tokens  {tokens:>9,} without  {fewer:>9,} with  x {fewer / tokens:.3f}")
    print(f"  steps   {steps:>9,} without  {less:>9,} with  x {less / steps:.3f}")
    print(f"  seconds {seconds:>9.1f} without  {shorter:>9.1f} with  x {median:.3f} "
          f"({low:.3f} to {high:.3f})")  # fmt: skip


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--model", default="demo:base", help="folder of the demo's SFT model")
    parser.add_argument("--text", action="store_true", help="LedgerTexts instead of LedgerPages")
    parser.add_argument("--targets", type=int, default=10_000)
    parser.add_argument("--pages", type=int, default=384)
    parser.add_argument("--batch-size", type=int, default=64)
    parser.add_argument("--temperature", type=float, default=0.0)
    parser.add_argument("--max-new-tokens", type=int, nargs="+", default=[208, 1024])
    parser.add_argument("--max-period", type=int, default=1024)
    parser.add_argument("--repeats", type=int, default=6)
    parser.add_argument("--symbols", type=int, default=0, help="0: by the targets")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def main() -> int:
    arguments = parse()
    settings = AbortSettings(max_period=arguments.max_period, repeats=arguments.repeats)
    codec = load_codec(arguments.model)
    clean = targets(codec, arguments.targets)
    found = false_aborts(clean, settings)
    settings = replace(settings, symbols=arguments.symbols or choose(found))
    print(f"{len(clean)} clean targets of at most {max(map(len, clean))} tokens; aborted, whole "
          f"and cut at {arguments.max_new_tokens} tokens:")  # fmt: skip
    for symbols, ends in found.items():
        cut = [sum(end <= limit for end in ends) for limit in arguments.max_new_tokens]
        print(f"  {symbols:>4} symbols: {len(ends)}, {', '.join(map(str, cut))}")
    wrong = sum(certain_at(row, max_period=settings.max_period, repeats=settings.repeats,
                           symbols=settings.symbols) is not None for row in clean)  # fmt: skip
    print(f"  {settings.symbols:>4} symbols, used below: {wrong}")
    module = BackboneModule(Backbone(arguments.model))
    module.configure_model()
    kind = LedgerTexts if arguments.text else LedgerPages
    source = kind(train=arguments.pages, validation=0, heldout=0, legitimate=0)
    inputs = list(batches(codec, source, arguments.batch_size))
    results = []
    for limit in arguments.max_new_tokens:
        results.append(compare(module.loaded, codec, inputs, settings, arguments, limit))
        show(results[-1])
    if arguments.json is not None:
        facts = {"settings": asdict(settings), "clean": len(clean), "false_aborts": wrong,
                 "by_symbols": {k: len(v) for k, v in found.items()}, "runs": results}  # fmt: skip
        arguments.json.write_text(json.dumps(facts, indent=2) + "\n", encoding="utf-8")
    bad = wrong or any(row["no_loops"] or row["not_a_prefix"] for row in results)
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
