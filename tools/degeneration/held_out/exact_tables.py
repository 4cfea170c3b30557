"""Exact loops of rows, register entries and form fields."""

from random import Random

from degeneration import material as m
from degeneration.held_out import material_exact as x
from degeneration.held_out import material_exact_words as w
from degeneration.held_out.exact_tools import (
    deal,
    exact,
    fill,
    language,
    name,
    opened,
    page,
    price,
    rows,
    title,
)
from degeneration.sample import Loop, PositiveKind

CATEGORY = "exact: tables and registers"

_BORN = {
    "it": "Die {d}. mensis Maii baptizavi {n}, filium {p} conjugum. Patrini: {q}.",
    "fr": "Le {d} mai fut baptisé {n}, fils légitime de {p}. Parrain : {q}.",
    "es": "El {d} de mayo bauticé solemnemente a {n}, hijo legítimo de {p}. Padrino: {q}.",
    "pt": "Aos {d} de maio batizei solenemente a {n}, filho legítimo de {p}. Padrinho: {q}.",
    "de": "Am {d}. Mai wurde getauft {n}, ehelicher Sohn des {p}. Pate: {q}.",
    "ru": "Мая {d} дня крещён младенец {n}, отец {p}, восприемник {q}.",
    "pl": "Dnia {d} maja ochrzczony został {n}, syn {p}. Chrzestny: {q}.",
    "el": "Τη {d} Μαΐου εβαπτίσθη ο {n}, υιός του {p}. Ανάδοχος: {q}.",
}
"""What a register says of a baptism; the one in Latin goes with Italian."""


def _sheet(rng: Random) -> tuple[str, str, tuple[str, str, str, str]]:
    """A language, a page in it and the head of a table."""
    dealt = deal(rng, lang := language(rng))
    return lang, page(rng, lang, dealt, 110, 900), w.HEADS[lang]


def _markdown(rng: Random) -> Loop:
    """A row of a Markdown table after others that differ."""
    lang, text, head = _sheet(rng)
    before = rows(rng, 2, 14, lang)
    lines = ["| " + " | ".join(cells) + " |" for cells in (head, ["---"] * 4, *before)]
    (frozen,) = rows(rng, 1, 1, lang)
    frozen = frozen[rng.choice((0, 0, 1)) :]
    unit = "| " + " | ".join(frozen) + " |\n"
    return exact(f"{text}\n\n" + "\n".join(lines) + "\n", unit, f"\n{m.sentence(rng)}\n\n")


def _html(rng: Random) -> Loop:
    """A row of HTML with its attributes, on one line or on many."""
    lang, text, head = _sheet(rng)
    style = rng.choice(("", ' class="num"', ' style="text-align: right"', ' colspan="1"'))
    end = rng.choice(("", "\n"))

    def row(cells: list[str]) -> str:
        return f"<tr>{end}" + end.join(f"<td{style}>{c}</td>" for c in cells) + f"{end}</tr>\n"

    top = "".join(f"<th>{cell}</th>" for cell in head)
    lead = f"<h2>{m.title(rng)}</h2>\n<p>{text}</p>\n<table><tr>{top}</tr>\n"
    before = "".join(map(row, rows(rng, 1, 6, lang))) if not end else row(rows(rng, 1, 1, lang)[0])
    return exact(
        lead + before, row(rows(rng, 1, 1, lang)[0]), "</table>\n<p>" + m.sentence(rng) + "</p>\n"
    )


def _empty_cells(rng: Random) -> Loop:
    """Rows of empty cells in the syntax of the table, far more than a sheet of paper has."""
    lang, text, head = _sheet(rng)
    n = rng.randint(3, 9)
    unit = rng.choice(
        (
            "| " * n + "|\n",
            "<td></td>",
            "<tr>" + "<td></td>" * n + "</tr>\n",
            " & " * n + "\\\\ \\hline\n",
            ";" * n + "\n",
            "\t" * n + "\n",
            '"",' * n + "\n",
            "<td>&nbsp;</td>\n",
        )
    )
    before = "\n".join(" | ".join(cells) for cells in (head, *rows(rng, 2, 8, lang)))
    return exact(f"{text}\n\n{before}\n", unit, "</table>\n\n", filler=True, least=200)


def _register(rng: Random) -> Loop:
    """An entry of a parish register, its date and its people included."""
    lang = language(rng, tuple(_BORN))

    def entry() -> str:
        people = {key: name(rng, lang) for key in "npq"}
        return _BORN[lang].format(d=rng.randint(2, 30), **people)

    lead = "\n".join(entry() for _ in range(rng.randint(2, 7)))
    unit = entry() + rng.choice(("\n", "\n\n", "\n---\n"))
    return exact(f"{m.title(rng)}, {rng.randint(1690, 1910)}\n\n{lead}\n", unit, "[sic]\n\n")


def _ledger(rng: Random) -> Loop:
    """The line of a ledger that carries a sum forward."""
    lang, text, head = _sheet(rng)
    before = "\n".join(f"{c[1]:<34}{c[2]:>6}{c[3]:>14}" for c in (head, *rows(rng, 3, 20, lang)))
    mark = rng.choice((".", " ", "·", "-", "_"))
    word = w.CARRIED[lang]
    unit = f"{word} {mark * rng.randint(4, 40)} {price(rng)}\n"
    return exact(f"{text}\n\n{before}\n", unit, f"\n{m.sentence(rng)}\n")


def _csv(rng: Random) -> Loop:
    """A record of separated values, a sentence among them."""
    lang, text, head = _sheet(rng)
    mark = rng.choice((",", ";", "\t", "|", " ; "))
    lead = "\n".join(mark.join(cells) for cells in rows(rng, 6, 30, lang))
    dealt = deal(rng, lang)
    cells = [m.code(rng, 3, 6), f'"{dealt[0]}"', str(rng.randint(1, 999)), m.date(rng).isoformat()]
    rng.shuffle(cells)
    unit = mark.join(cells[: rng.randint(2, 4)]) + "\n"
    note = rng.choice(("", "# " + text.replace("\n", " ") + "\n"))
    return exact(f"{note}{mark.join(head)}\n{lead}\n", unit)


def _invoice(rng: Random) -> Loop:
    """An article of an invoice, over several lines."""
    lang, lead, kept = opened(rng)
    code, item, count, cost = article = rows(rng, 1, 1, lang)[0]
    labels = w.HEADS[lang]
    unit = rng.choice(
        (
            f"{count} x {item} @ {cost} = {price(rng)}\n",
            f"{code}  {item}\n    {count} UN x {cost}\n",
            "".join(f"**{a}:** {b}\n" for a, b in zip(labels, article, strict=True)) + "\n",
        )
    )
    return exact(
        f"{lead}\n\n{m.title(rng)} {m.code(rng)}\n\n", unit, f"TOTAL {price(rng)}\n{kept[0]}\n"
    )


def _timetable(rng: Random) -> Loop:
    """One stop of a timetable with its hours."""
    lang, lead, kept = opened(rng)
    between = rng.choice(("  ", "\t", " | ", " . . "))

    def stop() -> str:
        hours = [f"{rng.randrange(24)}{rng.choice('.:h')}{rng.randrange(60):02d}" for _ in range(5)]
        return between.join([title(rng, lang, 1, 2), *hours])

    before = "\n".join(stop() for _ in range(rng.randint(1, 12)))
    return exact(f"{lead}\n\n{before}\n", stop() + "\n", f"* {fill(rng, kept[0])}\n\n")


def _form(rng: Random) -> Loop:
    """A field to fill in; forms have a page of those, so it goes on far beyond."""
    lang, lead, kept = opened(rng)
    who, when = w.FIELDS[lang]
    blank = rng.choice(("_", ".", "…")) * rng.randint(6, 40)
    date = rng.choice((f"{when}: __/__/____", f"{when} ________", "☐"))
    unit = f"{who}: {blank} {date}" + rng.choice(("\n", "\n\n", "   "))
    return exact(f"{lead}\n\n{m.title(rng)}\n\n", unit, f"({kept[0]})\n\n", least=70)


def _patients(rng: Random) -> Loop:
    """A record of a clinic or an archive as labelled lines, all the same."""
    lang, lead, kept = opened(rng)
    label = [title(rng, lang, 1, 2) for _ in range(4)]
    values = [
        name(rng, lang),
        m.date(rng).isoformat(),
        kept[0],
        rng.choice(x.SPOKEN.get(lang, ["-"])),
    ]
    mark = rng.choice((": ", " = ", ":\t", " → "))
    lines = [f"{a}{mark}{b.strip()}" for a, b in zip(label, values, strict=True)]
    unit = "\n".join(lines[: rng.randint(3, 4)]) + rng.choice(("\n\n", "\n---\n", "\n***\n"))
    return exact(f"{lead}\n\n", unit, f"[{m.title(rng)}]\n\n")


KINDS = (
    PositiveKind("v: frozen row of Markdown", CATEGORY, _markdown, ("tail", "stray", "recovered")),
    PositiveKind("v: frozen row of HTML", CATEGORY, _html, ("tail", "closed")),
    PositiveKind("v: sheets of empty cells", CATEGORY, _empty_cells),
    PositiveKind("v: register entry", CATEGORY, _register, ("tail", "recovered")),
    PositiveKind("v: carried forward", CATEGORY, _ledger, ("tail",)),
    PositiveKind("v: separated values", CATEGORY, _csv, ("tail", "stray")),
    PositiveKind("v: invoiced again", CATEGORY, _invoice, ("tail", "closed")),
    PositiveKind("v: stop of a timetable", CATEGORY, _timetable, ("tail", "recovered")),
    PositiveKind("v: blank field", CATEGORY, _form, ("tail",)),
    PositiveKind("v: labelled record", CATEGORY, _patients, ("tail", "stray")),
)
