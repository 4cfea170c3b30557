"""What a scan prints. Everything that comes from the files is hostile text, and escaped."""

from collections.abc import Callable

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from dharma_pl.functional.statistics import wilson_interval
from dharma_pl.stages.scan_tally import Offenders, Summary, Tally

_GROUPS_SHOWN = 50
_UNIT_SHOWN = 60
_WIDTH = 120

_RATES: dict[str, Callable[[Tally], tuple[int, int]]] = {
    "exact": lambda tally: (tally.exact, tally.rows),
    "strict (degenerate)": lambda tally: (tally.strict, tally.rows),
    "broad": lambda tally: (tally.broad, tally.rows),
    "DharmaOCR's rule": lambda tally: (tally.dharma, tally.known),
    "hit the limit": lambda tally: (tally.limit, tally.known),
    "hit the limit, no loop": lambda tally: (tally.limit_clean, tally.known),
}


def visible(text: object, limit: int = _UNIT_SHOWN) -> Text:
    r"""Hostile text as it can be shown: no markup, no control characters, no line breaks.

    >>> str(visible("[red]a\x1b[2J\n\u202e"))
    '[red]a\\x1b[2J\\n\\u202e'
    """
    whole = str(text)
    shown = "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode()
        for char in whole[:limit]
    )
    return Text(shown + ("..." if len(whole) > limit else ""))


def print_summary(summary: Summary, worst: int, group_by: str | None = None) -> None:
    """Print rates, groups, the worst outputs and what was wrong with rows, to stdout."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=_WIDTH)
    parts: list[RenderableType] = [_rates(summary)]
    if group_by is not None and summary.groups:
        parts.append(_groups(summary, group_by))
    if worst and summary.worst:
        parts.append(_worst(summary, worst))
    parts += _offenders("not scanned", summary.errors)
    parts += _offenders("scanned, but odd", summary.notes)
    console.print(Group(*parts))


def _rates(summary: Summary) -> Table:
    tally = summary.all
    table = Table(title=f"{tally.rows} outputs", title_justify="left")
    table.add_column("")
    for head in ("rate", "95 %", "count"):
        table.add_column(head, justify="right")
    for name, count in _RATES.items():
        table.add_row(name, *_rate(*count(tally)))
    share, low, high = tally.wasted_interval()
    table.add_row("characters wasted", _percent(share), _between(low, high), str(tally.wasted))
    if tally.known < tally.rows:
        unknown = tally.rows - tally.known
        table.caption = f"{unknown} outputs without a known finish reason: loops need more evidence"
    return table


def _rate(count: int, of: int) -> tuple[str, str, str]:
    if not of:
        return "-", "", "no finish_reason"
    low, high = wilson_interval(count, of)
    return _percent(count / of), _between(low, high), str(count)


def _groups(summary: Summary, group_by: str) -> Table:
    table = Table(title=Text("by ") + visible(group_by), title_justify="left")
    table.add_column("")
    table.add_column("outputs", justify="right")
    for head in ("exact", "strict [95 %]", "broad [95 %]", "hit the limit", "wasted"):
        table.add_column(head, justify="right")
    ranked = sorted(summary.groups.items(), key=lambda item: -item[1].strict / item[1].rows)
    for name, tally in ranked[:_GROUPS_SHOWN]:
        strict, broad = ((tally.strict, tally.rows), (tally.broad, tally.rows))
        table.add_row(
            visible(name),
            str(tally.rows),
            _rate(tally.exact, tally.rows)[0],
            " ".join(_rate(*strict)[:2]),
            " ".join(_rate(*broad)[:2]),
            _rate(tally.limit, tally.known)[0],
            _percent(tally.wasted_interval()[0]),
        )
    if len(ranked) > _GROUPS_SHOWN:
        table.caption = f"the {_GROUPS_SHOWN} groups with the highest rates of {len(ranked)}"
    return table


def _worst(summary: Summary, count: int) -> Table:
    table = Table(title="worst outputs", title_justify="left")
    table.add_column("id", overflow="fold")
    table.add_column("where", overflow="fold")
    table.add_column("label")
    for head in ("start", "repeats", "wasted"):
        table.add_column(head, justify="right")
    table.add_column("unit", overflow="fold")
    for each in summary.worst[:count]:
        table.add_row(
            visible(each.id),
            visible(each.where, 200),
            each.label,
            str(each.start),
            f"{each.repeats:.1f}",
            _percent(each.wasted_share),
            visible(each.unit),
        )
    return table


def _offenders(title: str, offenders: Offenders) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for kind, count in sorted(offenders.counts.items(), key=lambda item: (-item[1], item[0])):
        lines.append(Text(f"{title}: {count} x {kind}"))
        lines += [Text("    ") + visible(where, 300) for where in offenders.first[kind]]
    return lines


def _percent(share: float) -> str:
    return f"{100 * share:.2f} %"


def _between(low: float, high: float) -> str:
    return f"[{100 * low:.2f}, {100 * high:.2f}]"
