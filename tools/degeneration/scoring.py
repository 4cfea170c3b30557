"""What each system says of each sample, and the rates that follow."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass

from degeneration.build import LEAST_SYMBOLS
from degeneration.rivals import RIVALS, tokens
from degeneration.sample import Sample
from dharma_pl.functional.repetition import find_repetition
from dharma_pl.functional.statistics import wilson_interval

OURS = ("ours exact", "ours strict", "ours broad")
ONLINE = "ours online"
STRICT = ("exact", "counter")


def _certain_at() -> Callable[[Sequence[int]], int | None] | None:
    """The online tracker's twin, None where `dharma_pl.functional.tracker` is not there."""
    try:
        from dharma_pl.functional.tracker import certain_at
    except ImportError:
        return None
    return certain_at


CERTAIN_AT = _certain_at()
OWN = (*OURS, ONLINE) if CERTAIN_AT else OURS
SYSTEMS = (*OWN, *RIVALS)


@dataclass(frozen=True, slots=True)
class Found:
    """What `find_repetition` said, as far as it is judged."""

    label: str
    score: float
    start: int
    period: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sample, without its text, and who calls it degenerate."""

    sample: Sample
    found: Found | None
    flags: dict[str, bool]


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its 95 % Wilson interval."""

    hits: int
    n: int
    share: float
    low: float
    high: float

    @classmethod
    def of(cls, flags: Iterable[bool]) -> "Rate":
        flags = list(flags)
        hits, n = sum(flags), len(flags)
        return cls(hits, n, hits / n if n else float("nan"), *wilson_interval(hits, n))

    def __str__(self) -> str:
        if not self.n:
            return "no samples"
        return f"{self.share:.2%} [{self.low:.2%}, {self.high:.2%}] {self.hits}/{self.n}"


def judge(sample: Sample, rivals: bool = True) -> Verdict:
    """Ask our detector, the online tracker and each rival once.

    The tracker sees the same stand-in for a tokenizer as the rivals do.
    """
    finding = find_repetition(sample.text, sample.finish_reason)
    label = finding.label if finding else None
    flags = {
        "ours exact": label == "exact",
        "ours strict": label in STRICT,
        "ours broad": label is not None,
    }
    if CERTAIN_AT:
        known: dict[str, int] = {}
        ids = [known.setdefault(token, len(known)) for token in tokens(sample.text)]
        flags[ONLINE] = CERTAIN_AT(ids) is not None
    if rivals:
        flags |= {name: rule(sample.text, sample.finish_reason) for name, rule in RIVALS.items()}
    found = Found(finding.label, finding.score, finding.start, finding.period) if finding else None
    return Verdict(sample, found, flags)


def counts(verdict: Verdict) -> bool:
    """Whether a positive is long enough for the targets."""
    truth = verdict.sample.truth
    return truth is not None and truth.symbols >= LEAST_SYMBOLS


def start_is_right(verdict: Verdict) -> bool:
    """The found start is at most one unit from the true one."""
    truth, found = verdict.sample.truth, verdict.found
    assert truth is not None
    assert found is not None
    return abs(found.start - truth.start) <= truth.unit_chars


def period_is_right(verdict: Verdict) -> bool:
    truth, found = verdict.sample.truth, verdict.found
    assert truth is not None
    assert found is not None
    return found.period == truth.period


def by(
    verdicts: Sequence[Verdict], key: Callable[[Verdict], str], systems: Sequence[str]
) -> dict[str, dict[str, Rate]]:
    """Rates of each group and system."""
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault(key(verdict), []).append(verdict)
    return {
        name: {system: Rate.of(v.flags[system] for v in group) for system in systems}
        for name, group in sorted(groups.items())
    }


def label_of(verdict: Verdict) -> str:
    assert verdict.sample.truth is not None
    return verdict.sample.truth.label


def category_of(verdict: Verdict) -> str:
    return verdict.sample.category


def form_of(verdict: Verdict) -> str:
    """How a clean page was presented: whole or cut, with known or unknown finish reason."""
    return verdict.sample.id.rsplit("/", 1)[-1]


def excess_rates(verdicts: Sequence[Verdict], threshold: float = 0.25) -> tuple[Rate, Rate] | None:
    """Share of positives and of negatives with a target whose excess is above `threshold`.

    None where `dharma_pl.functional.excess` is not there.
    """
    try:
        from dharma_pl.functional.excess import excess_repetition
    except ImportError:
        return None
    with_target = [v.sample for v in verdicts if v.sample.target is not None]
    rates = [
        Rate.of(
            excess_repetition(s.text, s.target or "") > threshold
            for s in with_target
            if (s.truth is not None) == positive
        )
        for positive in (True, False)
    ]
    return rates[0], rates[1]


@dataclass(frozen=True, slots=True)
class Target:
    """A target of the issue and how near we are."""

    name: str
    rate: Rate
    bound: float
    at_least: bool

    @property
    def reached(self) -> bool:
        if not self.rate.n:
            return False
        return self.rate.share >= self.bound if self.at_least else self.rate.share <= self.bound


def targets(
    positives: Sequence[Verdict],
    pages: Sequence[Verdict],
    real: Sequence[Verdict],
    is_clean: Callable[[Verdict], bool] | None = None,
) -> list[Target]:
    """The targets of accuracy; of real files also by what readers said, where that is given."""
    long = [v for v in positives if counts(v)]
    strict = [v for v in long if label_of(v) in STRICT]
    found = [v for v in strict if v.found]
    drifting = [v for v in long if label_of(v) == "drift" and v.found]
    known = [
        v for v in found if v.sample.truth and v.sample.truth.period and v.flags["ours strict"]
    ]

    def rate(verdicts: Sequence[Verdict], system: str) -> Rate:
        return Rate.of(v.flags[system] for v in verdicts)

    out = [
        Target("strict recall, exact and counter", rate(strict, "ours strict"), 0.90, True),
        Target("broad recall, exact and counter", rate(strict, "ours broad"), 0.98, True),
        Target("broad recall, all labels", rate(long, "ours broad"), 0.98, True),
        Target(
            "start within one unit, exact and counter",
            Rate.of(map(start_is_right, found)),
            0.98,
            True,
        ),
        Target("start within one unit, drift", Rate.of(map(start_is_right, drifting)), 0.98, True),
        Target(
            "primitive period, where constant", Rate.of(map(period_is_right, known)), 0.98, True
        ),
    ]
    for name, verdicts in (("hard clean pages", pages), ("real files", real)):
        out.append(
            Target(f"strict false positives, {name}", rate(verdicts, "ours strict"), 0.003, False)
        )
        out.append(
            Target(f"broad false positives, {name}", rate(verdicts, "ours broad"), 0.005, False)
        )
    if is_clean:
        for level, bound in (("strict", 0.003), ("broad", 0.005)):
            false = Rate.of(v.flags[f"ours {level}"] and is_clean(v) for v in real)
            name = f"{level} false positives, real files as read"
            out.append(Target(name, false, bound, False))
    if CERTAIN_AT:
        clean = [*pages, *real]
        out.append(Target("false aborts online, pages and files", rate(clean, ONLINE), 0.0, False))
    return out


def as_dict(target: Target) -> dict[str, object]:
    sense = "at least" if target.at_least else "at most"
    return {**asdict(target.rate), "target": f"{sense} {target.bound}", "reached": target.reached}
