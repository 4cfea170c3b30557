"""Exact loops of table rows, records, markup, code and notations."""

import json
from itertools import repeat
from random import Random

from degeneration import material as m
from degeneration.judged.fourth import material_exact as x
from degeneration.sample import Loop, PositiveKind

_CODE = (
    # what comes before, and what is written again
    (
        "from pathlib import Path\n\n\n",
        "def load_{w}(path):\n    with open(path) as file:\n        return list(file)\n\n\n",
    ),
    ("#include <stdio.h>\n\n", "    if ({w}[i] == NULL)\n        return -{n};\n"),
    ("const rows = [];\n", "  rows.push({{ {w}: {n}, open: false }});\n"),
    ("fn main() {{\n", "    let {w} = {w}.unwrap_or({n});\n"),
    ("BEGIN;\n", "INSERT INTO {w} (id, sum) VALUES ({n}, NULL);\n"),
    ("<style>\n", ".{w} {{\n  margin: {n}px;\n  color: inherit;\n}}\n\n"),
    ("services:\n", "  - name: {w}\n    port: {n}\n    tls: true\n"),
    ("\\begin{{tikzpicture}}\n", "\\draw[thick] ({n},0) -- ({n},4) node {{{w}}};\n"),
    ("package {w}\n\n", "func (s *Store) Close() error {{\n\ts.{w} = {n}\n\treturn nil\n}}\n\n"),
    ("SELECT *\nFROM {w}\n", "  LEFT JOIN folio ON folio.id = {w}.id\n"),
)
_IDENTIFIERS = ("ledger", "parcel", "beacon", "quarry", "tariff", "orchard", "census", "shelf")
_DITTOS = (
    *(
        '"    "    "\n',
        "Id.  Id.  Id.\n",
        "» » »\n",
        "do.  do.  do.\n",
        "〃　〃　〃\n",
        "| 〃 | 〃 |\n",
    ),
    *("idem | idem\n", "ـ  ـ  ـ\n", "то же\tто же\n", "dto. dto.\n", "—〃—\n"),
)
_EMPTY = (
    # table starts, an empty piece of it, what closes it
    ("<table>\n<tr><th>{0}</th><th>{1}</th></tr>\n<tr>", "<td></td>", "</tr>\n</table>\n"),
    ("<table><tr><th>{0}</th><th>{1}</th></tr>\n", "<tr><td></td><td></td></tr>\n", "</table>\n"),
    ("| {0} | {1} | |\n|---|---|---|\n", "| | | |\n", "\n"),
    ("{0},{1},,\n", ",,,\n", "\n"),
    ("\\begin{{tabular}}{{ll}}\n{0} & {1} \\\\\n", " & \\\\\n", "\\end{tabular}\n"),
    ('{{"head": ["{0}", "{1}"], "rows": [', '["", ""], ', '["", ""]]}\n'),
    ('{{"{0}": ["{1}", ', "null, ", "null]}\n"),
    ("{0}\t{1}\n", "\t\t\n", "\n"),
)
_NOTATIONS = {
    # Formulas that are copied or made up without end; of brackets and tags that only open.
    "SMILES: ": ("CC(C)CC", "C1=CC=CC=C1", "OCC", "C(=O)N", "CCN(CC)", "C(F)(F)"),
    "ORIGIN 1 ": ("at", "gcc", "ttaggg", "cag", "acgtta", "ggcatc"),
    ">sp|MADE_UP\nMK": ("Q", "GPP", "AAAG", "KEL", "SR", "YSPTSPS"),
    "X:1\nK:G\n": ("G2 B2 d2 B2 |", "cAAc BGGB |", "|: D3 :", "z4 | "),
    "1. e4 e5 2. ": ("Ke2 Ke7 ", "Nf3 Nf6 Ng1 Ng8 ", "Qh5 Qd8 Qd1 "),
    "LaTeX: $x = ": ("1+\\frac{1}{", "\\sqrt{2+", "\\left(", "e^{-", "\\sum_{k}", "{}^{2}"),
    "URL: https://archive.example/": ("en/", "scan/page/", "../", "view?next=/", "fonds/a/"),
    "<body>": ("<div>", "<span><b>", "<ul><li>", "<blockquote>", "<td><table><tr>"),
    '{"tree": ': ('{"child": ', "[[", '[{"kids": '),
    "\n": ("> ", "(", "\\begin{itemize}\n\\item ", "::: note\n"),
}


def _table(rng: Random) -> tuple[str, list[str], list[list[str]], str]:
    """Language, head, some rows of which the last is to be written again, and the lead."""
    lang, chosen = x.language(rng), x.columns(rng)
    rows = [x.row(rng, lang, chosen) for _ in range(rng.randint(2, 9))]
    return lang, x.heads(lang, chosen), rows, x.before(rng, lang, x.pool(rng, lang))


def markdown_row(rng: Random) -> Loop:
    _, head, rows, lead = _table(rng)
    edge, gap = rng.choice((("| ", " | "), ("|", "|"), ("| ", "  | ")))
    lines = [edge + gap.join(cells) + edge[::-1] + "\n" for cells in rows]
    rule = "|" + "---|" * len(head) + "\n"
    lead += edge + gap.join(head) + edge[::-1] + "\n" + rule + "".join(lines[:-1])
    return Loop("exact", lead, repeat(lines[-1]))


def html_row(rng: Random) -> Loop:
    _, head, rows, lead = _table(rng)
    cell = rng.choice(
        ("<td>{}</td>", '<td class="r">{}</td>', "<td>{}</td> ", '<td rowspan="1">{}</td>')
    )
    lines = ["<tr>" + "".join(map(cell.format, cells)) + "</tr>\n" for cells in rows]
    start = "<table>\n<tr>" + "".join(f"<th>{title}</th>" for title in head) + "</tr>\n"
    return Loop("exact", lead + start + "".join(lines[:-1]), repeat(lines[-1]), "</table>\n\n")


def columns_of_text(rng: Random) -> Loop:
    """Rows set with blanks or tabs, as on a typed page."""
    _, head, rows, lead = _table(rng)
    form = rng.choice(("{:<18}", "{:>16} ", "{}\t", "{};", "{} .... "))
    lines = ["".join(map(form.format, cells)).rstrip(" .") + "\n" for cells in (head, *rows)]
    return Loop("exact", lead + "".join(lines[:-1]), repeat(lines[-1]))


def json_record(rng: Random) -> Loop:
    lang, head, rows, _ = _table(rng)
    if rng.random() < 0.5:
        # A long field of text, for which there are sentences enough for three rows.
        sentences, many = x.pool(rng, lang), rng.randint(1, 3)
        head, rows = [*head, "text"], rows[-3:]
        for index, cells in enumerate(rows):
            cells.append(x.gap(lang).join(sentences[many * index :][:many]))
    indent = rng.choice((None, 2, 4))
    rows = rows[-2:] if indent else rows  # clean text repeats no line
    texts = [
        json.dumps(dict(zip(head, cells, strict=True)), ensure_ascii=False, indent=indent) + ",\n"
        for cells in rows
    ]
    note = m.sentence(rng, 20, 45).replace('"', "")
    lead = f'{{"note": "{note}", "{rng.choice(("rows", "entries", "items", "lines"))}": [\n'
    return Loop("exact", lead + "".join(texts[:-1]), repeat(texts[-1]), "{}]}\n")


def boxes(rng: Random) -> Loop:
    lang = x.language(rng)
    form = rng.choice(
        (
            "[{}, {}, {}, {}], ",
            '{{"bbox": [{}, {}, {}, {}], "label": "text"}},\n',
            "<|box|>{},{},{},{}<|/box|>",
            '<path d="M{} {}L{} {}"/>\n',
        )
    )
    drawn = [
        form.format(*(rng.randint(1, 999) for _ in range(4))) for _ in range(rng.randint(3, 12))
    ]
    lead = (
        x.before(rng, lang, x.pool(rng, lang))
        + rng.choice(("[", "layout = [", ""))
        + "".join(drawn[1:])
    )
    return Loop("exact", lead, repeat(drawn[0]))


def empty_cells(rng: Random) -> Loop:
    lang = x.language(rng)
    start, unit, closing = rng.choice(_EMPTY)
    lead = x.before(rng, lang, x.pool(rng, lang)) + start.format(*x.goods(rng, lang, 2))
    return Loop("exact", lead, repeat(unit), closing, filler=True)


def dittos(rng: Random) -> Loop:
    _, head, rows, lead = _table(rng)
    lines = ["  ".join(cells) + "\n" for cells in (head, *rows)]
    return Loop("exact", lead + "".join(lines), repeat(rng.choice(_DITTOS)), filler=True)


def layout_words(rng: Random) -> Loop:
    lang = x.language(rng)
    words = [word for sentence in x.pool(rng, lang)[:4] for word in sentence.split()]
    form, closing = rng.choice(
        (
            ("<span class='ocrx_word' title='bbox {1} {2} {3} {4}'>{0}</span>\n", "</p></div>\n"),
            ('<String CONTENT="{0}" HPOS="{1}" VPOS="{2}" WC="0.{3}"/><SP/>\n', "</TextLine>\n"),
            ('<w x="{1}" y="{2}">{0}</w>', "</line>\n</page>\n"),
        )
    )
    spans = [form.format(word, *(rng.randint(10, 2400) for _ in range(4))) for word in words]
    return Loop("exact", "<page>\n" + "".join(spans[:-1]), repeat(spans[-1]), closing)


def code_again(rng: Random) -> Loop:
    lang = x.language(rng)
    before, unit = rng.choice(_CODE)
    word, number = rng.choice(_IDENTIFIERS), rng.randint(2, 9000)
    lead = x.before(rng, lang, x.pool(rng, lang)) + "```\n" + before.format(w=word)
    return Loop("exact", lead, repeat(unit.format(w=word, n=number)), "```\n\n")


def log_line(rng: Random) -> Loop:
    lines = []
    for _ in range(rng.randint(4, 14)):
        where, what = m.code(rng), rng.choice(("refused", "accepted", "timed out", "is empty"))
        noun = rng.choice(_IDENTIFIERS)
        when = f"{m.date(rng)}T{rng.randrange(24):02d}:{rng.randrange(60):02d}"
        lines.append(f"{when} {rng.choice(('WARN', 'INFO', 'ERROR'))} [{noun}] {where} {what}\n")
    lines.sort()
    return Loop("exact", "".join(lines[:-1]), repeat(lines[-1]))


def notation(rng: Random) -> Loop:
    lang = x.language(rng)
    start = rng.choice(tuple(_NOTATIONS))
    unit = rng.choice(_NOTATIONS[start])
    # Tags and brackets that open nothing carry no content.
    filler = start == "<body>" or not any(map(str.isalnum, unit))
    return Loop("exact", x.before(rng, lang, x.pool(rng, lang)) + start, repeat(unit), "", filler)


KINDS = (
    PositiveKind("one row in markdown", "exact: rows", markdown_row, ("tail", "tail", "stray")),
    PositiveKind("one row in html", "exact: rows", html_row, ("tail", "closed", "recovered")),
    PositiveKind("one row in columns of text", "exact: rows", columns_of_text),
    PositiveKind("one record in json", "exact: rows", json_record, ("tail", "closed")),
    PositiveKind("one box of a layout", "exact: markup", boxes, ("tail", "stray")),
    PositiveKind("cells with nothing in them", "exact: blanks", empty_cells, ("tail", "closed")),
    PositiveKind("dittos under a ledger", "exact: blanks", dittos),
    PositiveKind("one word of a layout", "exact: markup", layout_words, ("tail", "closed")),
    PositiveKind("a piece of a program", "exact: markup", code_again, ("tail", "recovered")),
    PositiveKind("one line of a log", "exact: rows", log_line, ("tail", "stray")),
    PositiveKind("notation that nests or runs on", "exact: markup", notation),
)
