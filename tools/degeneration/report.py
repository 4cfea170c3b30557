"""The tables that the bench prints."""

from collections.abc import Sequence

from degeneration import scoring
from degeneration.scoring import Rate, Target, Verdict
from degeneration.throughput import SIZES

_EXCERPT = 110


def table(title: str, groups: dict[str, dict[str, Rate]], systems: Sequence[str]) -> str:
    """Percentages, one line a group and one column a system; intervals are in the JSON."""
    width = max(map(len, groups), default=5) + 2
    lines = ["", title, " " * width + f"{'n':>6}" + "".join(f"{_short(s):>10}" for s in systems)]
    for name, rates in groups.items():
        n = next(iter(rates.values())).n
        cells = "".join(f"{rates[s].share:>10.2%}" for s in systems)
        lines.append(f"{name:<{width}}{n:>6}{cells}")
    return "\n".join(lines)


def _short(system: str) -> str:
    """A heading of at most nine characters: the first word, of ours the label."""
    return system.removeprefix("ours ").split("-")[0].split(" ")[0][:9]


def intervals(title: str, groups: dict[str, dict[str, Rate]]) -> str:
    """Strict and broad of ours with their Wilson intervals."""
    width = max(map(len, groups), default=5) + 2
    lines = ["", title, " " * width + f"{'strict':<40}broad"]
    for name, rates in groups.items():
        lines.append(f"{name:<{width}}{rates['ours strict']!s:<40}{rates['ours broad']}")
    return "\n".join(lines)


def targets(found: Sequence[Target], more: Sequence[tuple[str, bool, str]]) -> str:
    lines = ["", "targets"]
    for target in found:
        mark = "reached" if target.reached else "NOT REACHED"
        sense = ">=" if target.at_least else "<="
        lines.append(f"{mark:<12} {target.name:<44} {sense} {target.bound:.1%}: {target.rate}")
    lines += [
        f"{'reached' if ok else 'NOT REACHED':<12} {name:<44} {text}" for name, ok, text in more
    ]
    return "\n".join(lines)


def speeds(found: dict[str, dict[int, float | None]]) -> str:
    lines = [
        "",
        "million symbols a second, one thread",
        " " * 26 + "".join(f"{s:>12,}" for s in SIZES),
    ]
    for name, by_size in found.items():
        cells = (f"{speed / 1e6:>12.2f}" if speed else f"{'-':>12}" for speed in by_size.values())
        lines.append(f"{name:<26}" + "".join(cells))
    return "\n".join(lines)


def offenders(verdicts: Sequence[Verdict], n: int) -> str:
    """The worst of ours: missed loops, the longest first; false alarms, the surest first."""
    long = [v for v in verdicts if scoring.counts(v)]
    missed = [v for v in long if not v.flags["ours broad"]]
    narrow = [
        v
        for v in long
        if scoring.label_of(v) in scoring.STRICT and v.found and not v.flags["ours strict"]
    ]
    alarms = [v for v in verdicts if v.sample.truth is None and v.found]
    aborted = [v for v in verdicts if v.sample.truth is None and v.flags.get(scoring.ONLINE)]
    misplaced = [v for v in long if v.found and not scoring.start_is_right(v)]
    wrong = [
        v
        for v in long
        if v.found and v.sample.truth and v.sample.truth.period and not scoring.period_is_right(v)
    ]
    parts = []
    for title, group in (
        ("missed altogether", missed),
        ("exact or counter, called something broader", narrow),
        ("false alarms", alarms),
        ("false aborts online", aborted),
        ("start off by more than one unit", misplaced),
        ("not the primitive period", wrong),
    ):
        parts.append(f"\n{title}: {len(group)}{_by_kind(group)}")
        parts += [_line(v) for v in sorted(group, key=_badness, reverse=True)[:n]]
    return "\n".join(parts)


def _badness(verdict: Verdict) -> float:
    truth, found = verdict.sample.truth, verdict.found
    return truth.symbols if truth else found.score if found else 0.0


def _by_kind(group: Sequence[Verdict]) -> str:
    kinds: dict[str, int] = {}
    for verdict in group:
        name = f"{verdict.sample.category} / {verdict.sample.kind}"
        kinds[name] = kinds.get(name, 0) + 1
    ordered = sorted(kinds.items(), key=lambda item: -item[1])
    return "".join(f"\n    {times:>4} {name}" for name, times in ordered)


def _line(verdict: Verdict) -> str:
    sample, truth, found = verdict.sample, verdict.sample.truth, verdict.found
    what = (
        f"{truth.label} at {truth.start}, period {truth.period}, {truth.symbols} symbols"
        if truth
        else "clean"
    )
    said = (
        f"{found.label} {found.score:.2f} at {found.start}, period {found.period}"
        if found
        else "nothing"
    )
    at = truth.start if truth else found.start if found else 0
    excerpt = repr(sample.text[at : at + _EXCERPT])
    return (
        f"  {sample.id} ({sample.finish_reason}, {len(sample.text)} characters)\n"
        f"    truth: {what}; said: {said}\n    {excerpt} ... {sample.text[-50:]!r}"
    )
