"""Clean rows and records: what stands before a loop in a table or in JSON."""

import json
from dataclasses import dataclass
from random import Random

from degeneration import material as m
from degeneration.held_out import broad_tools as t
from degeneration.held_out import material_broad as b

STYLES = ("markdown", "tabs", "html", "semicolons", "columns", "dots")
_KEYS = (
    ("date", "data", "day", "fecha", "issued"),
    ("item", "descricao", "name", "text", "bezeichnung"),
    ("qty", "n", "menge", "count", "quant"),
    ("total", "valor", "amount", "preis", "montant"),
)


@dataclass(frozen=True)
class Sheet:
    """How one table writes its things, dates and sums, and what its keys are called."""

    lang: str
    date: str
    comma: bool
    currency: str
    codes: bool
    keys: tuple[str, ...]
    order: tuple[int, ...]

    def money(self, rng: Random) -> str:
        return self.currency + t.amount(rng, self.comma)

    def cells(self, rng: Random) -> list[str]:
        """A date, a thing, a number and a sum."""
        nouns = b.NOUNS[self.lang]
        thing = f"{rng.choice(nouns)} {m.code(rng) if self.codes else rng.choice(nouns)}"
        return [
            m.date(rng).strftime(self.date),
            thing,
            str(rng.randint(1, 99)),
            self.money(rng),
        ]

    def record(self, rng: Random) -> dict[str, object]:
        """An object with the four of them under their keys."""
        cells: list[object] = list(self.cells(rng))
        cells[2] = rng.randint(1, 99)
        return {self.keys[i]: cells[i] for i in self.order}


def sheet(rng: Random) -> Sheet:
    return Sheet(
        rng.choice(b.LANGS),
        rng.choice(("%Y-%m-%d", "%d/%m/%Y", "%d.%m.", "%d.%m.%y", "%m/%d")),
        rng.random() < 0.5,
        rng.choice(("", "", "", "R$ ", "€ ", "£", "$")),
        rng.random() < 0.5,
        tuple(rng.choice(names) for names in _KEYS),
        tuple(rng.sample(range(4), 4)),
    )


def row(style: str, values: list[str]) -> str:
    """One line of a table."""
    if style == "markdown":
        return "| " + " | ".join(values) + " |\n"
    if style == "html":
        return "<tr>" + "".join(f"<td>{value}</td>" for value in values) + "</tr>\n"
    if style == "columns":
        return " ".join(f"{value:<14}" for value in values).rstrip() + "\n"
    if style == "dots":
        return f"{values[0]} {values[1]} ..... " + " ".join(values[2:]) + "\n"
    return {"tabs": "\t", "semicolons": ";"}[style].join(values) + "\n"


def table(rng: Random, of: Sheet, style: str) -> tuple[str, str]:
    """What opens a table, with clean rows, and what closes it."""
    head = row(style, [word.capitalize() for word in rng.sample(b.NOUNS[of.lang], 4)])
    if style == "markdown":
        head += "|---|---|---|---|\n"
    clean = "".join(row(style, of.cells(rng)) for _ in range(rng.randint(4, 22)))
    before = t.lead(rng, of.lang) if rng.random() < 0.7 else ""
    if style == "html":
        return before + "<table>\n" + head + clean, "</table>\n"
    return before + head + clean, "\n"


def array(rng: Random, of: Sheet) -> tuple[str, str]:
    """What opens a JSON array, with clean objects, and what closes it."""
    key = rng.choice(("rows", "items", "entries", "data"))
    out = f'{{"{key}": [\n'
    for _ in range(rng.randint(3, 15)):
        out += json.dumps(of.record(rng), ensure_ascii=False) + ",\n"
    return out, "{}]}\n"
