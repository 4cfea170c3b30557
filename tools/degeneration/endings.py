"""Loops that do not simply run into the limit: closed by force, recovered, cut with a scrap."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from degeneration import counters, drifts, exact
from degeneration import material as m
from degeneration.counters import counter
from degeneration.exact import Draw, json_before
from degeneration.exact import exact as exact_loop
from degeneration.sample import Ending, Loop, PositiveKind

Loops = Callable[[Random], Loop]


def _any_of(kinds: tuple[PositiveKind, ...]) -> Loops:
    """A loop of any of the kinds; filler is left to its own kinds."""
    chosen = tuple(kind for kind in kinds if "filler" not in kind.category)
    return lambda rng: rng.choice(chosen).draw(rng)


def _closed(loops: Loops, closing: str) -> Loops:
    return lambda rng: replace(loops(rng), closing=closing)


def _array(rng: Random) -> str:
    return json_before(rng) + '"itens": ['


def _string(rng: Random) -> str:
    return json_before(rng) + '"texto": "' + m.sentence(rng) + " "


def _table(rng: Random) -> str:
    return f"<table>\n<tr><th>{m.title(rng)}</th><th>{m.title(rng)}</th></tr>\n"


def _record(rng: Random) -> str:
    return f'{{"nome": "{m.name(rng)}", "cargo": "{m.title(rng)}"}}, '


def _words(rng: Random) -> str:
    return m.phrase(rng, 2, 7) + " "


def _row(rng: Random) -> str:
    return f"<tr><td>{m.title(rng)}</td><td>{m.money(rng)}</td></tr>\n"


def _numbered_row(rng: Random) -> Callable[[int], str]:
    text = m.title(rng)
    return lambda i: f"<tr><td>{i + 1}</td><td>{text}</td></tr>\n"


def _numbered_record(rng: Random) -> Callable[[int], str]:
    text = m.name(rng)
    return lambda i: f'{{"nº": {i + 1}, "nome": "{text}"}}, '


def _in(unit: Draw, before: Draw, closing: str) -> Loops:
    return exact_loop(unit, before, closing=closing)


def _of(kinds: tuple[PositiveKind, ...], *categories: str) -> tuple[PositiveKind, ...]:
    return tuple(kind for kind in kinds if kind.category.startswith(categories))


_SCRIPTS = _of(exact.KINDS, "exact: scripts")
_LISTS = _of(counters.KINDS, "counter: lists")
_STAMPS = _of(counters.KINDS, "counter: stamps")
_DRIFTS = _of(drifts.KINDS, "drift")
_MIXES = _of(drifts.KINDS, "low novelty")

CLOSED: tuple[Ending, ...] = ("closed",)
BACK: tuple[Ending, ...] = ("recovered",)
STRAY: tuple[Ending, ...] = ("stray",)

KINDS = (
    PositiveKind("records, closed", "exact: closed", _in(_record, _array, "{}]}"), CLOSED),
    PositiveKind("string, closed", "exact: closed", _in(_words, _string, '"}'), CLOSED),
    PositiveKind("table, closed", "exact: closed", _in(_row, _table, "</table>\n"), CLOSED),
    PositiveKind("prose, stopped", "exact: closed", _closed(_any_of(exact.KINDS), "\n"), CLOSED),
    PositiveKind("exact, recovered", "exact: recovered", _any_of(exact.KINDS), BACK),
    PositiveKind("rows, recovered", "exact: recovered", _in(_row, _table, "</table>\n\n"), BACK),
    PositiveKind("exact, stray end", "exact: stray end", _any_of(exact.KINDS), STRAY),
    PositiveKind("scripts, stray end", "exact: stray end", _any_of(_SCRIPTS), STRAY),
    PositiveKind(
        "numbered records, closed",
        "counter: closed",
        counter(_numbered_record, _array, "{}]}"),
        CLOSED,
    ),
    PositiveKind(
        "numbered rows, closed",
        "counter: closed",
        counter(_numbered_row, _table, "</table>"),
        CLOSED,
    ),
    PositiveKind("counter, recovered", "counter: recovered", _any_of(counters.KINDS), BACK),
    PositiveKind("list, recovered", "counter: recovered", _any_of(_LISTS), BACK),
    PositiveKind("counter, stray end", "counter: stray end", _any_of(counters.KINDS), STRAY),
    PositiveKind("stamps, stray end", "counter: stray end", _any_of(_STAMPS), STRAY),
    PositiveKind("drift, recovered", "drift: recovered", _any_of(_DRIFTS), BACK),
    PositiveKind("drift, stopped", "drift: closed", _closed(_any_of(_DRIFTS), ""), CLOSED),
    PositiveKind("drift, stray end", "drift: stray end", _any_of(_DRIFTS), STRAY),
    PositiveKind("mix, recovered", "low novelty: recovered", _any_of(_MIXES), BACK),
    PositiveKind("mix, stray end", "low novelty: stray end", _any_of(_MIXES), STRAY),
)
