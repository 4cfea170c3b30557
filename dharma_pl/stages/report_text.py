"""The report for people: markdown for `report.md`, a table for the terminal.

Stage and split names, settings and versions may come from anywhere, so they are shown escaped.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

ALPHA = 0.05
"""Below this p-value the report calls a difference one."""

CONTROL = ("sft_more", "dpo")
"""The comparison that asks whether DPO is more than more SFT."""

_STAGE_LABELS = {"sft": "SFT", "sft_more": "more SFT", "dpo": "SFT+DPO"}
_SPLIT_LABELS = {"heldout": "held-out"}
_COLUMNS = (
    "stage",
    "degenerate [95 % interval]",
    "count",
    "score [95 % interval]",
    "valid",
    "hit limit",
    "DharmaOCR rule",
)


def render_markdown(report: Mapping[str, Any]) -> str:
    """Writes the report as markdown.

    Args:
        report: from `build_report`.

    Returns:
        The text of `report.md`, which shows `degeneration.png` of the same folder.
    """
    blocks = ["# Degeneration report"]
    for split in unique(stage["split"] for stage in report["stages"]):
        blocks += _split_blocks(report, split)
    blocks += ["![Degeneration rate and score of every stage](degeneration.png)"]
    blocks += ["## The control", *_control_blocks(report)]
    blocks += ["## Decoding", "Every rate depends on these settings.", _items(report["decoding"])]
    if report["seconds"]:
        times = {name: duration(value) for name, value in report["seconds"].items()}
        times["total"] = duration(sum(report["seconds"].values()))
        blocks += ["## Time", _items(times)]
    blocks += ["## How to read this", "\n\n".join(_NOTES)]
    if report["versions"]:
        blocks += ["## Versions", _items(report["versions"])]
    return "\n\n".join(blocks) + "\n"


_NOTES = (
    "*Degenerate* outputs end in a repetition loop. Intervals of rates are Wilson's, those of"
    " scores percentile bootstraps over documents, all at 95 %. Stages are compared on the same"
    " documents: rates by the exact McNemar test, scores by a paired bootstrap."
    f" A difference is called one where p < {ALPHA} or the interval of the score leaves 0 out.",
    "*Legitimate* documents repeat themselves on purpose: a rate that rises there is a detector or"
    " a model that takes true repetition for a loop.",
    "*Hit limit* ran to the token limit, loop or not. *Valid* is JSON that keeps the schema."
    " The *DharmaOCR rule* is the published one, for comparison with published rates only.",
    "The configuration and all numbers are in `report.json`.",
)


def report_table(report: Mapping[str, Any]) -> Table:
    """Builds the table that ends a run in the terminal.

    Args:
        report: from `build_report`.

    Returns:
        A section a split, a row a stage; fits 80 columns for names of ordinary length.
    """
    # `Text`, never a string: neither markup nor emoji codes in a name or setting are acted on.
    caption = Text(decoding_line(report["decoding"]))
    table = Table(
        title="Degeneration by stage", caption=caption, box=box.SIMPLE_HEAD, pad_edge=False
    )
    columns = ("stage", "degenerate (95 %)", "count", "score", "valid", "hit limit")
    for column in columns:
        table.add_column(column, justify="left" if column == "stage" else "right")
    previous = None
    for stage in report["stages"]:
        if stage["split"] != previous:
            table.add_section()
            heading = f"{split_label(stage['split'])}, n = {stage['n']}"
            table.add_row(Text(heading, style="bold"))
            previous = stage["split"]
        name, rate, _, _, valid, hit_limit, _ = _cells(stage)
        cells = (
            name,
            rate,
            str(stage["degenerate"]),
            _score(stage["score"], None),
            valid,
            hit_limit,
        )
        table.add_row(*map(Text, cells))
    return table


def stage_label(name: str) -> str:
    """Name of a stage for people: one line of printable characters."""
    return _STAGE_LABELS.get(name) or printable(name)


def split_label(name: str) -> str:
    """Name of a split for people: one line of printable characters."""
    return _SPLIT_LABELS.get(name) or printable(name)


def printable(text: object) -> str:
    """The text with every control character replaced, so that no terminal acts on it."""
    return "".join(
        char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in str(text)
    )


def unique(values: Iterable[str]) -> list[str]:
    """The values without repeats, in order of first appearance."""
    return list(dict.fromkeys(values))


def decoding_line(decoding: Mapping[str, Any]) -> str:
    """The decoding settings in one line, such as `greedy, max_new_tokens 512`."""
    greedy = decoding.get("temperature") == 0
    parts = ["greedy"] if greedy else []
    parts += [
        f"{printable(key)} {printable(value)}"
        for key, value in decoding.items()
        if not (greedy and key == "temperature")
    ]
    return ", ".join(parts) or "decoding settings not recorded"


def duration(seconds: float) -> str:
    """Seconds for people.

    >>> duration(8.32), duration(83), duration(3720)
    ('8.3 s', '1 min 23 s', '1 h 02 min')
    """
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest:02d} s"
    return f"{minutes // 60} h {minutes % 60:02d} min"


def _cells(stage: Mapping[str, Any], escape: Callable[[str], str] = str) -> Sequence[str]:
    low, high = stage["ci95"]
    return (
        escape(stage_label(stage["name"])),
        f"{_percent(stage['rate'])} % [{_percent(low)}, {_percent(high)}]",
        f"{stage['degenerate']} of {stage['n']}",
        _score(stage["score"], stage["score_ci95"]),
        f"{_percent(stage['valid_rate'])} %",
        f"{_percent(stage['hit_limit_rate'])} %",
        f"{_percent(stage['dharma_rate'])} %",
    )


def _percent(fraction: float) -> str:
    return f"{100 * fraction:.1f}"


def _score(score: float | None, interval: Sequence[float] | None) -> str:
    if score is None:
        return "-"
    return f"{score:.3f}" + (f" [{interval[0]:.3f}, {interval[1]:.3f}]" if interval else "")


def _p_value(p: float) -> str:
    """McNemar's p in two digits or one and an exponent, such as `2e-9`."""
    return f"p = {p:.2g}" if p >= 0.001 else f"p = {p:.0e}".replace("e-0", "e-")


def _split_blocks(report: Mapping[str, Any], split: str) -> list[str]:
    stages = [stage for stage in report["stages"] if stage["split"] == split]
    header = f"| {' | '.join(_COLUMNS)} |\n|:---|{'---:|' * (len(_COLUMNS) - 1)}"
    rows = ["| " + " | ".join(_cells(stage, _escaped)) + " |" for stage in stages]
    blocks = [
        f"## {_capital(_escaped(split_label(split)))}: {stages[0]['n']} documents",
        "\n".join([header, *rows]),
    ]
    compared = [entry for entry in report["comparisons"] if entry["split"] == split]
    if compared:
        blocks.append("\n".join(f"- {_in_words(entry)}" for entry in compared))
    return blocks


def _in_words(entry: Mapping[str, Any]) -> str:
    a, b = (_escaped(stage_label(entry[side])) for side in "ab")
    before, after = entry["degenerate_a"], entry["degenerate_b"]
    reduction = entry["relative_reduction"]
    counts = f"{before} → {after} of {entry['n']} documents, McNemar {_p_value(entry['mcnemar_p'])}"
    if entry["mcnemar_p"] >= ALPHA:
        rates = f"**{b}** does not detectably change degeneration against {a} ({counts})."
    elif reduction is None:
        rates = f"**{b}** raises degeneration from none under {a} ({counts})."
    else:
        verb = "lowers" if reduction > 0 else "raises"
        share = f"{abs(100 * reduction):.0f} % relative"
        rates = f"**{b}** {verb} degeneration against {a} by {share} ({counts})."
    return f"{rates} {_score_in_words(entry)}"


def _score_in_words(entry: Mapping[str, Any]) -> str:
    delta, interval = entry["score_delta"], entry["score_delta_ci95"]
    if delta is None:
        return "There is no score to compare."
    if interval is None:
        return f"Score {delta:+.3f} on a single document."
    low, high = interval
    verdict = "it rises" if low > 0 else "it falls" if high < 0 else "no detectable change"
    subset = "" if entry["score_n"] == entry["n"] else f" on the {entry['score_n']} with a target"
    return f"Score {delta:+.3f} [{low:+.3f}, {high:+.3f}]{subset}: {verdict}."


def _control_blocks(report: Mapping[str, Any]) -> list[str]:
    entries = [entry for entry in report["comparisons"] if (entry["a"], entry["b"]) == CONTROL]
    if not entries:
        return [
            "None was run. Whether DPO does more than further SFT would show against the SFT model"
            " trained for as many more steps on the chosen side alone."
        ]
    lines = []
    for entry in entries:
        before, after, n = entry["degenerate_a"], entry["degenerate_b"], entry["n"]
        if entry["mcnemar_p"] >= ALPHA:
            verdict = "not shown: the two do not differ detectably"
        else:
            verdict = "yes" if after < before else "no: further SFT does better"
        split = _capital(_escaped(split_label(entry["split"])))
        p_value = _p_value(entry["mcnemar_p"])
        lines.append(f"- {split}: {verdict} ({before} → {after} of {n} documents, {p_value}).")
    return [
        "Is DPO more than more SFT? The control is the SFT model trained for as many further steps"
        " on the chosen side alone.",
        "\n".join(lines),
    ]


def _items(values: Mapping[str, Any]) -> str:
    lines = [f"- {_code(key)}: {_escaped(str(value))}" for key, value in values.items()]
    return "\n".join(lines) or "Not recorded."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _code(text: object) -> str:
    """An inline code span: nothing in it is markup, and no backtick can end it early."""
    return f"`{printable(text).replace('`', chr(39)) or ' '}`"


def _escaped(text: str) -> str:
    """One line of markdown that shows the text as it is: no markup, HTML or table cell ends."""
    return re.sub(r"([\\`*_\[\]<>|~$#&])", r"\\\1", printable(text))
