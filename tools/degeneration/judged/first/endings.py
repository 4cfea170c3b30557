"""Held-out loops that end: their structure is closed, clean text follows, or a scrap is left."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from degeneration import material as m
from degeneration.judged.first import (
    counters,
    drifts,
    exact,
    records,
    sequences,
)
from degeneration.judged.first import material as u
from degeneration.judged.first.counters import Row, said, short, stuck
from degeneration.judged.first.material import Style, again
from degeneration.sample import Ending, Label, Loop, PositiveKind

Loops = Callable[[Random], Loop]

KNOWN = (
    *exact.KINDS,
    *records.KINDS,
    *counters.KINDS,
    *sequences.KINDS,
    *drifts.KINDS,
)
CLOSED: tuple[Ending, ...] = ("closed",)
BACK: tuple[Ending, ...] = ("recovered",)
STRAY: tuple[Ending, ...] = ("stray",)


def _any(label: Label, *without: str) -> Loops:
    """A loop of any kind of the label; filler, and what is named, is left out."""
    chosen = tuple(
        kind
        for kind in KNOWN
        if kind.category.startswith(label.replace("_", " "))
        and "filler" not in kind.category
        and kind.name not in without
    )
    return lambda rng: chosen[rng.randrange(len(chosen))].draw(rng)


def _then(loops: Loops, closing: str) -> Loops:
    return lambda rng: replace(loops(rng), closing=closing)


# ---------------------------------------------------------------------------- units and openings


def _nested(rng: Random, style: Style) -> str:
    number, note = rng.randint(1, 400), u.sentence(rng, style.tongue, 4, 18)
    text = u.title(rng, style.tongue)
    return f'{{"cell": {{"row": {number}, "text": "{text}"}}, "note": "{note}"}}, '


def _quoted(rng: Random, style: Style) -> str:
    return u.phrase(rng, style.tongue, 3, 9) + rng.choice((". ", "\\n", ", "))


def _string_page(rng: Random, tongue: str) -> str:
    return f'{{"page": {rng.randint(1, 90)}, "body": {{"text": "{u.paragraph(rng, tongue, 80)} '


def _fence(rng: Random, tongue: str) -> str:
    return u.document(rng, tongue) + f"```{rng.choice(('yaml', 'text', 'python', ''))}\n"


def _code(rng: Random, style: Style) -> str:
    a, b = u.word(rng, "en"), u.word(rng, "en")
    return rng.choice((f"{a}.{b}()\n", f"- {a}: {b}\n", f"print('{a}', {b})\n"))


def _tabular(rng: Random, tongue: str) -> str:
    head = " & ".join(u.title(rng, "en", 1, 2) for _ in range(3))
    return u.document(rng, tongue) + f"\\begin{{tabular}}{{lll}}\n\\hline\n{head} \\\\\n\\hline\n"


def _tabular_row(rng: Random, style: Style) -> str:
    what = u.title(rng, style.tongue)
    return f"{what} & {m.money(rng)} & {u.phrase(rng, style.tongue, 1, 3)} \\\\\n"


def _list_item(rng: Random, style: Style) -> str:
    return f"<li><a href='#{u.word(rng, 'en')}'>{u.title(rng, style.tongue)}</a></li>\n"


def _list_page(rng: Random, tongue: str) -> str:
    return u.document(rng, tongue) + "<ul>\n"


def _thought(rng: Random, style: Style) -> str:
    return f"Wait, is the {u.phrase(rng, 'en', 1, 3)} {rng.randint(2, 900)}? Let me check. "


def _spoken(rng: Random, style: Style) -> str:
    return u.phrase(rng, style.tongue, 1, 4) + ", "


def _numbered_cell(rng: Random) -> Row:
    row, text_at = rng.randint(1, 40), rng.randint(1, 9)
    return lambda i, text: (
        f'{{"row": {row + i}, "col": {text_at}, "value": {{"text": "{text}", "ok": true}}}}, '
    )


def _numbered_line(rng: Random) -> Row:
    first, step = rng.randint(1, 9), rng.choice((1, 1, 5, 10))
    return lambda i, text: f"\\item[{first + step * i}.] {text}\n"


KINDS = (
    PositiveKind(
        "nested cells, closed", "exact: closed", again(_nested, u.json_page, "{}]}"), CLOSED
    ),
    PositiveKind("body text, closed", "exact: closed", again(_quoted, _string_page, '"}}'), CLOSED),
    PositiveKind("fence, closed", "exact: closed", again(_code, _fence, "```\n"), CLOSED),
    PositiveKind(
        "tabular, closed",
        "exact: closed",
        again(_tabular_row, _tabular, closing="\\hline\n\\end{tabular}\n"),
        CLOSED,
    ),
    PositiveKind(
        "list, left", "exact: recovered", again(_list_item, _list_page, "</ul>\n", most=9), BACK
    ),
    PositiveKind(
        "thought, left",
        "exact: recovered",
        again(_thought, u.reasoning, closing="\n</think>\n\n"),
        BACK,
    ),
    PositiveKind("speech, left", "exact: recovered", again(_spoken, u.speech), BACK),
    PositiveKind("any exact, left", "exact: recovered", _any("exact"), BACK),
    PositiveKind("any exact, scrap", "exact: stray end", _any("exact"), STRAY),
    PositiveKind(
        "numbered cells, closed",
        "counter: closed",
        stuck(_numbered_cell, short, u.json_page, "{}]}"),
        CLOSED,
    ),
    PositiveKind(
        "items, closed",
        "counter: closed",
        stuck(_numbered_line, said, closing="\\end{enumerate}\n"),
        CLOSED,
    ),
    PositiveKind("any counter, left", "counter: recovered", _any("counter"), BACK),
    PositiveKind("any counter, scrap", "counter: stray end", _any("counter"), STRAY),
    PositiveKind("any drift, left", "drift: recovered", _any("drift"), BACK),
    PositiveKind("any drift, stopped", "drift: closed", _then(_any("drift"), ""), CLOSED),
    PositiveKind("any mix, left", "low novelty: recovered", _any("low_novelty"), BACK),
    PositiveKind("any mix, scrap", "low novelty: stray end", _any("low_novelty"), STRAY),
)
