"""Judge the degeneration detector, and the rules of other systems, on texts with known answers.

    python tools/bench_degeneration.py [--split test] [--json FILE] [--offenders 5]

Three bodies of text, each divided into `dev` and `test` (`--split`); only `test` is published, and
nothing may be tuned on it:

* positives: loops of over a hundred kinds with known label, start, period and repeated symbols;
* hard clean pages: a hundred kinds that repeat for good reasons, whole and cut by a limit;
* real text files of this machine, or of folders of yours (`--files`), cut by a limit.

A *symbol* is what `dharma_pl.functional.repetition.count_symbols` counts; the *repeated symbols* of
a loop are those after its first copy. Recall is over positives with at least 64 of them. The strict
one is over exact and counter loops that get one of these two labels. The broad one counts any label
and is given twice: over the same exact and counter loops, and over loops of all labels, drift and
low novelty included. A false positive is a clean page or a real file that gets a label: exact or
counter for the strict rate, any for the broad one. `start` is right within one unit of the true
start (the longest, where units differ) and is judged where something was found; `period` is judged
where the units are equally long and the label is strict. Intervals are Wilson's, 95 %.

The published figure of real files is of `--files` with public repositories, a folder each, at most
300 files of each: `tools/degeneration/real_repositories.txt` names them and their commits.
Files that repeat are not all honest: two readers (language models) who knew neither the detector
nor what it had found judged the cuts that it called loops and as many others, shuffled, by the text
alone (long ones in three windows). `tools/degeneration/real_readings.csv` has what they said; with
`--readings` that file, rates "as read" are given too: found, and called clean by both readers.

Throughput is the median of several runs over one clean text, one with a loop at its end and one of
nothing but a loop, in processor time; a system that would take more than 20 s is left out ("-").

`--json FILE` writes every figure. Exits 0 whether targets are reached or not.
"""

import argparse
import json
import platform
from dataclasses import asdict
from pathlib import Path

from degeneration import corpus, report, scoring, throughput
from degeneration.readings import read_as_clean
from degeneration.real_files import real_files
from degeneration.sample import Split
from degeneration.scoring import OWN, SYSTEMS, Rate, Verdict, by, category_of, label_of


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--split", choices=("dev", "test", "all"), default="dev")
    parser.add_argument(
        "--per-kind", type=int, default=40, help="loops of each kind; clean pages are twice as many"
    )
    parser.add_argument("--real", type=int, default=400, help="real files of each kind at most")
    parser.add_argument(
        "--files", type=Path, nargs="+", default=[], help="real files of these folders instead"
    )
    parser.add_argument(
        "--readings", type=Path, help="what people said of cuts of `--files`: a CSV (see above)"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", type=Path, help="write every figure to this file")
    parser.add_argument("--offenders", type=int, default=0, metavar="N", help="show the N worst")
    parser.add_argument("--no-throughput", action="store_true")
    parser.add_argument("--no-rivals", action="store_true", help="judge our detector only")
    args = parser.parse_args()
    if missing := [folder for folder in args.files if not folder.is_dir()]:
        parser.error(f"--files: expected folders, but {missing[0]} is none")
    if args.readings and not (args.files and args.readings.is_file()):
        parser.error(f"--readings: expected --files and a CSV file, but got {args.readings}")
    return args


def speed_targets(
    speeds: dict[str, dict[int, float | None]], tracker: float | None
) -> list[tuple[str, bool, str]]:
    ours = [speed for speed in speeds["ours"].values() if speed]
    whole = len(ours) == len(throughput.SIZES)
    flat = max(ours) / min(ours) if whole else float("inf")
    slowest = min(ours, default=0.0)
    out = [
        ("symbols a second, slowest size", slowest >= 2e6, f">= 2 million: {slowest:,.0f}"),
        ("flat from 1k to 1M symbols", flat <= 2, f"<= 2: {flat:.2f} times"),
    ]
    if tracker is not None:
        out.append(("online, a token and row", tracker <= 1, f"<= 1 µs: {tracker:.3f} µs"))
    return out


def tables(
    positives: list[Verdict], pages: list[Verdict], real: list[Verdict], systems: tuple[str, ...]
) -> dict[str, dict[str, dict[str, Rate]]]:
    long = [v for v in positives if scoring.counts(v)]
    short = [v for v in positives if not scoring.counts(v)]
    strict = [v for v in long if label_of(v) in scoring.STRICT]
    overall = {
        **by(strict, lambda v: "recall, exact and counter loops", systems),
        **by(long, lambda v: "recall, loops of all labels", systems),
        **by(pages, lambda v: "false positives, clean pages", systems),
        **by(real, lambda v: "false positives, real files", systems),
    }
    return {
        "overall": overall,
        "recall by label": by(long, label_of, systems),
        "recall by category": by(long, category_of, systems),
        "recall of loops under 64 symbols (no target)": by(short, label_of, systems),
        "false positives by category": by([*pages, *real], category_of, systems),
        "false positives by form": by(pages, scoring.form_of, systems),
    }


def main() -> None:
    args = arguments()
    split: Split | None = None if args.split == "all" else args.split
    rivals = not args.no_rivals
    systems = SYSTEMS if rivals else OWN
    positives = [
        scoring.judge(s, rivals) for s in corpus.positives(split, args.per_kind, args.seed)
    ]
    pages = [
        scoring.judge(s, rivals) for s in corpus.negatives(split, 2 * args.per_kind, args.seed)
    ]
    real = [scoring.judge(s, rivals) for s in real_files(split, args.real, args.seed, args.files)]
    found = tables(positives, pages, real, systems)
    print(f"split {args.split}, seed {args.seed}, Python {platform.python_version()}: ", end="")
    print(f"{len(positives)} loops, {len(pages)} clean pages, {len(real)} cuts of real files")
    for title, groups in found.items():
        print(report.table(title, groups, systems))
        if "category" in title or title == "overall":
            print(report.intervals(f"{title}: ours with intervals", groups))
    everything = [*positives, *pages, *real]
    is_clean = read_as_clean(args.readings, args.files) if args.readings else None
    reached = scoring.targets(positives, pages, real, is_clean)
    excess = scoring.excess_rates(everything)
    if excess:
        print(f"\nexcess over the target > .25: positives {excess[0]}; negatives {excess[1]}")
    speeds = {} if args.no_throughput else throughput.throughput(rivals)
    tracker = None if args.no_throughput else throughput.tracker_cost()
    more = speed_targets(speeds, tracker) if speeds else []
    if speeds:
        print(report.speeds(speeds))
    print(report.targets(reached, more))
    if args.offenders:
        print(report.offenders(everything, args.offenders))
    if args.json:
        figures = {
            "split": args.split,
            "seed": args.seed,
            "python": platform.python_version(),
            "samples": {"loops": len(positives), "pages": len(pages), "real": len(real)},
            "tables": {
                title: {g: {s: asdict(r) for s, r in rates.items()} for g, rates in groups.items()}
                for title, groups in found.items()
            },
            "targets": {
                **{target.name: scoring.as_dict(target) for target in reached},
                **{name: {"reached": ok, "figure": text} for name, ok, text in more},
            },
            "excess": [asdict(rate) for rate in excess] if excess else None,
            "symbols_per_second": speeds,
            "tracker_us_per_token_and_row": tracker,
        }
        args.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
