"""Loops of table rows, cells, records and of markup that opens and never closes."""

import json
from random import Random

from degeneration.judged.third import material_exact as x
from degeneration.sample import Loop, PositiveKind

_COLUMNS = ("¤w", "¤p", "¤c", "¤d", "¤f", "¤n", "¤k", "¤s", "¤w ¤w", "¤y", "—", "¤s %", "")


def _columns(rng: Random) -> list[str]:
    """Two or more templates of cells; the first always has something in it."""
    return [rng.choice(_COLUMNS[:8]), *rng.choices(_COLUMNS, k=rng.randint(1, 7))]


def _pipes(rng: Random) -> Loop:
    """A row of a Markdown table."""
    lang = x.language(rng)
    form = _columns(rng)
    pad = rng.choice((0, 0, 12, 18))
    outer = rng.random() < 0.85

    def row(cells: list[str]) -> str:
        line = " | ".join(cell.ljust(pad) for cell in cells)
        return f"| {line} |\n" if outer else f"{line}\n"

    def drawn() -> str:
        return row([x.fill(rng, lang, cell) for cell in form])

    heads = row([x.word(rng, lang).capitalize() for _ in form])
    rule = row([rng.choice((":---", "---", "---:"))] * len(form))
    unit = drawn()
    if rng.random() < 0.2:  # two rows by turns
        unit += drawn()
    lead = x.prose(rng, lang, 100, 900) + heads + rule + x.rows(rng, drawn, 12, unit)
    return x.exact(lead, unit, "\n" + x.sentence(rng, lang) + "\n\n", least=8)


_ROW_TAGS = ("<tr>", '<tr class="row">', '<tr align="right">', '<tr valign="top">')
_CELL_TAGS = ("<td>", '<td class="n">', '<td colspan="2">', '<td width="9">', "<td><b>")


def _html_rows(rng: Random) -> Loop:
    lang = x.language(rng)
    form, opening = _columns(rng), rng.choice(_ROW_TAGS)
    tags = [rng.choice(_CELL_TAGS) if rng.random() < 0.4 else "<td>" for _ in form]
    indent, newline = rng.choice((("", ""), ("", "\n"), ("  ", "\n"), ("\t", "\n")))

    def drawn() -> str:
        cells = [
            indent * 2 + tag + x.fill(rng, lang, cell) + "</b>" * ("<b>" in tag) + "</td>" + newline
            for tag, cell in zip(tags, form, strict=True)
        ]
        return f"{indent}{opening}{newline}{''.join(cells)}{indent}</tr>{newline}"

    heads = "".join(f"<th>{x.word(rng, lang).capitalize()}</th>" for _ in form)
    lead = x.prose(rng, lang, 100, 700) + f"<table>{newline}<tr>{heads}</tr>{newline}"
    return x.anew(rng, lead, drawn, "</table>\n\n")


_CELLS = (
    ("| ", " | ", "|\n\n"), ("<tr><td>", "</td><td>", "</td></tr></table>\n"), ("", "\t", "\n"),
    ("", ";", "\n"), ("  ", "   ", "\n"), ("<tr>\n<th>", "</th>\n<th>", "</tr>\n"),
    ("\\begin{tabular}{lrr}\n", " & ", "\\\\ \\end{tabular}\n"),
)  # fmt: skip


def _endless_row(rng: Random) -> Loop:
    """Cells without an end of their row."""
    lang = x.language(rng)
    cell = x.fill(rng, lang, rng.choice(_COLUMNS[:10]))
    opening, between, closing = rng.choice(_CELLS)
    before = [x.fill(rng, lang, "¤W") for _ in range(rng.randint(1, 4))]
    lead = x.prose(rng, lang) + opening + between.join(before) + between
    return x.exact(lead, cell + between, closing)


def _group(rng: Random) -> Loop:
    """A unit that repeats within itself: a few equal lines, then one that differs."""
    lang = x.language(rng)
    style = rng.choice(("| {} |\n", "{}\n", "- {}\n", "<li>{}</li>\n", "{} ", "{};", "    {},\n"))
    form = rng.choice(("¤w ¤n", "¤W: ¤f", "¤p", "¤w ¤w", "¤k", "¤c, ¤c", "¤n ¤n", "¤w"))
    equal, other = (style.format(x.fill(rng, lang, form)) for _ in range(2))
    unit = equal * rng.randint(2, 6) + other * rng.choice((1, 1, 2))
    if rng.random() < 0.3:
        unit += style.format(x.fill(rng, lang, "¤W ¤f"))
    return x.exact(x.prose(rng, lang) + style.format(x.fill(rng, lang, form)), unit, "\n")


_LEDGERS = (
    "¤d;¤w;¤f;¤k\n", "¤k,¤p,¤c,¤n\n", "¤d\t¤w\t¤f\n", "¤n  ¤w .......... ¤f\n", '"¤p","¤c","¤y"\n',
    "¤d   ¤w ¤w            ¤f D\n", "¤s x ¤w   ¤f\n", "¤W ¤n\n  ¤s UN x ¤f\n", "¤p, ¤w, ¤c, ¤n.\n",
    "To ¤w, ¤s yds. @ ¤s/6 . . . . £¤n 4 0\n", "Item ¤k: ¤w - R$ ¤f\n", "¤w¤w ¤n ¤f\n",
    "¤c ¤h:15 — ¤c ¤h:40\n", "¤p | ¤w | tel. ¤n-¤n\n", "RM¤f 现金 ¤w\n", "¥¤n ¤w 内税\n",
    "¤d الرصيد ¤f ¤w\n", "¤d остаток ¤f руб. ¤w\n",
)  # fmt: skip


def _ledger(rng: Random) -> Loop:
    """Receipts, accounts, timetables and CSV: rows that are set with blanks, dots or commas."""
    lang = x.language(rng)
    form = rng.choice(_LEDGERS)

    def drawn() -> str:
        return x.fill(rng, lang, form)

    closing = x.fill(rng, lang, "TOTAL ¤f\n\n")
    return x.anew(rng, x.prose(rng, lang, 100, 600), drawn, closing, least=8)


_FIELDS = (
    ("id", "¤k"), ("name", "¤p"), ("description", "¤w ¤w ¤w"), ("date", "¤d"), ("city", "¤c"),
    ("text", "¤W ¤w ¤w."), ("unit", "¤w"), ("label", "¤W"), ("reference", "¤k/¤y"),
    ("status", "¤w"), ("signatory", "¤p, ¤c"), ("remarks", ""),
)  # fmt: skip


def _object(rng: Random, lang: str, fields: list[tuple[str, str]]) -> dict[str, object]:
    out: dict[str, object] = {key: x.fill(rng, lang, form) for key, form in fields}
    if len(fields) % 2:
        out["amount"] = round(rng.random() * 4000, 2)
        out["paid"] = rng.choice((True, False, None))
    if len(fields) > 4:
        out["box"] = [rng.randrange(1200) for _ in range(4)]
    return out


def _objects(rng: Random) -> Loop:
    """Objects of a JSON array, or one to a line."""
    lang = x.language(rng)
    fields = rng.sample(_FIELDS, rng.randint(1, 7))
    indent = rng.choice((None, None, 2, 4))
    lines = rng.random() < 0.25
    ascii_only = rng.random() < 0.3

    def drawn() -> str:
        text = json.dumps(_object(rng, lang, fields), ensure_ascii=ascii_only, indent=indent)
        return text + ("\n" if lines else ",\n" if indent else ", ")

    key = rng.choice(("items", "rows", "entries", "people", "lines"))
    head = "" if lines else f'{{"title": "{x.words(rng, lang, 4)}", "{key}": ['
    fence = "```json\n" if rng.random() < 0.4 else ""
    lead = x.prose(rng, lang, 100, 400) + fence + head
    return x.anew(rng, lead, drawn, "\n" if lines else '{"id": null}]}\n\n', 6)


_VALUES = (
    "¤n", "¤n.¤s", '"¤w"', '"¤k"', "[¤n, ¤n, ¤n, ¤n]", "[¤n, ¤n]", "null", "true", '"¤p"', "-1",
)  # fmt: skip


def _values(rng: Random) -> Loop:
    """Numbers, boxes and strings of an array that does not end."""
    lang = x.language(rng)
    form = rng.choice(_VALUES)
    unit = ", ".join(x.fill(rng, lang, form) for _ in range(rng.choice((1, 1, 2, 4)))) + ", "
    unit = rng.choice((unit, unit, unit.replace(", ", ","), unit.replace(", ", ",\n    ")))
    first = [x.fill(rng, lang, "¤n") for _ in range(rng.randint(1, 30))]
    key = rng.choice(("embedding", "bbox", "points", "values", "tokens", "polygon", "keywords"))
    lead = x.prose(rng, lang, 100, 900) + f'{{"{key}": [' + ", ".join(first) + ", "
    return x.exact(lead, unit, "0]}\n\n", filler=form in ("null", "true", "-1"))


_OPENERS = (
    "<div>", "<table><tr><td>", "<ul><li>", "<blockquote>\n", "<b><i>", "[", "{", "((", "<span>",
    "<table>\n<tbody>\n<tr>\n<td>\n", "\\left(", "{{", "<sup><sub>", "[[", "> ", "<p><b>", "\\{",
    r"\begin{array}{c}" + "\n", "<thead><tr><th>", "<br/><div>\n", "<tr></tr>", "```\n", "“‘",
)  # fmt: skip


def _nested(rng: Random) -> Loop:
    """What opens and opens: structure with nothing in it."""
    lang = x.language(rng)
    lead = x.prose(rng, lang) + rng.choice(("\n", "<td>", "$$ ", "", ": "))
    return x.exact(lead, rng.choice(_OPENERS), "\n", filler=True)


KINDS = (
    PositiveKind("pipes, same row", "exact: rows", _pipes, ("tail", "closed", "recovered")),
    PositiveKind("markup, same row", "exact: rows", _html_rows, ("tail", "closed")),
    PositiveKind("row that never ends", "exact: rows", _endless_row, ("tail", "tail", "stray")),
    PositiveKind("group within the unit", "exact: rows", _group),
    PositiveKind("ledger and receipt line", "exact: rows", _ledger, ("tail", "recovered")),
    PositiveKind("objects all alike", "exact: records", _objects, ("tail", "closed")),
    PositiveKind("array that never ends", "exact: records", _values, ("tail", "closed")),
    PositiveKind("opened, never closed", "exact: blanks", _nested, ("tail", "tail", "stray")),
)
