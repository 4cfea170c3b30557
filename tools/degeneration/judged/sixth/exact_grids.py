"""Exact loops of rows, cells, records, boxes and notations."""

from random import Random

from degeneration import material as m
from degeneration.judged.sixth import material_exact as x
from degeneration.sample import Loop, PositiveKind

ROWS = "exact: table rows and cells"
RECORDS = "exact: records and notations"

_ROW_FORMS: list[tuple[str, str, str]] = [
    ("| {g} | {n} | {p} | {q} |\n", "| Item | Qty | Price | Sum |\n|---|--:|--:|--:|\n", "\n"),
    ("{g}\t{n}\t{p}\n", "Ware\tStück\tPreis\n", "\n"),
    ("{t}  {g:<24}{n:>4} {p:>12}\n", "", "\n"),
    ("{g} & {n} & {p} \\\\ \\hline\n", "\\begin{tabular}{|l|r|r|}\n", "\\end{tabular}\n"),
    ('"{g}";"{t}";{n};"{p}"\n', "nom;date;nombre;prix\n", "\n"),
    ("{g},{m},{n},{q}\n", "artikel,klant,aantal,bedrag\n", "\n"),
    ("{g} ........ {p}\n", "", "\n"),
    ("{t} {m}, {g}, {p}.-\n", "", "\n"),
    ("│ {g} │ {n} │ {p} │\n├───┼───┼───┤\n", "┌───┬───┬───┐\n", "└───┴───┴───┘\n"),
    ("|{t}\n|{g}\n|{p}\n|-\n", '{| class="wikitable"\n', "|}\n"),
    ("{n} x {g} @ {p}\n   {q}\n", "", "TOTAL\n"),
    ("{m} || {g} || {q}\n", "", "\n"),
]
_HTML_FORMS = [
    "<tr><td>{t}</td><td>{g}</td><td>{n}</td><td>{p}</td></tr>\n",
    '<tr class="odd">\n  <td>{g}</td>\n  <td align="right">{p}</td>\n</tr>\n',
    '<tr><td rowspan="{s}">{m}</td><td>{g}</td><td style="text-align:right">{q}</td></tr>',
    "<tr><td>{g}</td><td></td><td></td><td>{p}</td><td></td></tr>\n",
    "<fcel>{g}<fcel>{n}<ecel><fcel>{p}<nl>",
    "<TD ALIGN=RIGHT>{p}</TD>\n<TD>{g}</TD></TR>\n<TR>",
    '<row><entry colname="c1">{g}</entry><entry colname="c2">{p}</entry></row>\n',
    "<li><b>{g}</b> ({n}): <i>{p}</i></li>\n",
    "<thead><tr><th>{g}</th><th>{m}</th></tr></thead>\n",
]
_CELL_FORMS = [
    *(
        ("<td>{p}</td>", "<td>", "</tr></table>\n"),
        (" {p} |", "| ", "\n"),
        (" & {p}", "", " \\\\\n"),
    ),
    *(("{p}\t", "", "\n"), ('"{g}", ', '["', '"]}'), (" {g} |", "| ", "\n"), ("{n} ", "", "\n")),
    *(('<td colspan="{s}">{g}</td>', "<td>", "</tr>\n"), ("<fcel>{p}", "<fcel>", "<nl>\n")),
    *(
        (";{n}", "", "\n"),
        ("[{n}.5, {n}.0], ", "[", "]]}"),
        ("  {n}%", "", "\n"),
        (" ditto |", "|", "\n"),
    ),
    *(("<th>{m}</th>\n", "<th>", "</tr>\n"), (" „ {n}", "", "\n"), (" ✓ | {n} |", "|", "\n")),
]

_JSON_FORMS = [
    '{{"item": "{g}", "qty": {n}, "price": "{p}"}}, ',
    '{{\\"name\\": \\"{m}\\", \\"amount\\": {n}.5, \\"note\\": null}}, ',
    '\\n{{\\"desc\\": \\"{g}\\", \\"ref\\": \\"{r}\\"}},',
    '    {{\n      "date": "{t}",\n      "description": "{g}",\n      "paid": false\n    }},\n',
    '"{r}": {{"type": "Text", "content": "{g}\\\\n{m}"}}, ',
    "- name: {m}\n  goods: {g}\n  count: {n}\n",
    "<item id='{r}'><name>{g}</name><qty>{n}</qty></item>\n",
    "\\u003ctd\\u003e{n}\\u003c/td\\u003e",
    '"tags": ["{g}", "{m}"], ',
    "('{r}', '{g}', {n}, NULL),\n",
    '{{"type":"paragraph","children":[{{"text":"{g} {p}"}}]}},',
]
_WRAPPED = [
    ('{"page": 3, "items": [', "{}]}"),
    ('"{\\"rows\\": [', '{}]}"'),
    ("```json\n[", "]\n```\n"),
    ('{"result": "', '"}\n'),
]
_BOX_FORMS = [
    '{{"bbox": [{a}, {b}, {c}, {d}], "category": "Text", "text": "{g}"}}, ',
    "<loc_{a}><loc_{b}><loc_{c}><loc_{d}>",
    "<|box_start|>({a},{b}),({c},{d})<|box_end|>",
    "<|ref|>text<|/ref|><|det|>[[{a}, {b}, {c}, {d}]]<|/det|>\n{g}\n\n",
    "[{a}, {b}, {c}, {d}], ",
    '<div class="ocrx_word" title="bbox {a} {b} {c} {d}; x_wconf {s}">{g}</div>\n',
    '<String HPOS="{a}" VPOS="{b}" WIDTH="{s}" CONTENT="{m}"/><SP WIDTH="9"/>\n',
    "{a},{b},{c},{b},{c},{d},{a},{d},{m}\n",
    '<polygon points="{a},{b} {c},{b} {c},{d}"/>',
    "L {a} {b} ",
    "5\t1\t{s}\t1\t2\t3\t{a}\t{b}\t{c}\t{d}\t96.1\t{g}\n",
]
_LOG_FORMS = [
    "{y}-03-{s:02d} 0{s}:{n}:11,{a} WARN  [{r}] {g}: retrying\n",
    "Mar {s} 04:{n}:52 host kernel: [{a}.{b}] usb {s}-1: device not responding\n",
    'File "/srv/app/{m}.py", line {a}, in resolve\n    return self.resolve(item)\n',
    "\tat org.example.{m}.visit({m}.java:{a})\n",
    '10.0.{s}.{n} - - [0{s}/May/{y}:06:{n}:09 +0000] "GET /page/{a} HTTP/1.1" 503 0\n',
    "E{a}: expected `{s}`, found end of line; ",
    "npm ERR! code E{a}\nnpm ERR! {r} not found\n",
    "T={n}.{s}C  P={a} hPa  RH={n}%  (sensor {r})\n",
    "{r} OK {r} OK\n$ ",
]

_NOTATION = [
    *(
        "Kg1 Kg8 Kh1 Kh8 ",
        "Rd1 Rd8 ",
        "♘f3 ♞f6 ♘g1 ♞g8 ",
        "Qh5+ Kg7 Qg5+ Kh7 ",
        "rook-king ",
        "e4xd5 ",
    ),
    *(
        "|: G2 A B c d :| ",
        "c'8 d' e' c' ",
        "x-x-x-x-|",
        "e|--0--2--3--|\n",
        "C   G   Am  F\n",
        "do re mi, ",
    ),
    *(
        "<note><pitch><step>G</step><octave>4</octave></pitch></note>\n",
        "𝄞♩♩♪",
        "r4 r4 ",
        "Sa Re Ga | ",
    ),
    *(
        "ATTTC",
        "GATA",
        "CAG ",
        "AUG-",
        "GGGGCC",
        "Gly-Pro-Hyp-",
        "QQP",
        "CC(C)",
        "C(=O)N",
        "c1ccccc1-",
        "–CH₂–CH₂",
    ),
    *(
        "*k2, p2; rep from * ",
        "sc in next st, ch 1, ",
        "1 dc, 2 ch. ",
        "R L R R ",
        "plié, relevé, ",
        "U R U' R' ",
    ),
    *(
        "N 52° E 4 ch. ",
        "1-0, ½-½, ",
        "pv e2e4 e7e5 ",
        "B♭ E♭ | ",
        "⠠⠃⠗",
        "01101 ",
        "¹²³ ",
    ),
    *(
        "5 4 . 3 2 ",
        "tei ta ti-ti ",
        "合 四 上 尺 ",
        "ト テ チン ",
        "/ u u / u u ",
        "8va---, ",
        "n-1+1",
    ),
]


def _slots(rng: Random) -> dict[str, str | int]:
    """What a row of goods holds."""
    return {
        "g": rng.choice(x.GOODS),
        "m": rng.choice(x.NAMES),
        "n": rng.randint(11, 59),
        "s": rng.randint(2, 9),
        "p": x.number(rng),
        "q": x.number(rng),
        "t": f"{m.date(rng):%d.%m.%Y}",
        "r": m.code(rng),
    }


def _corners(rng: Random) -> dict[str, str | int]:
    a, b = rng.randint(12, 700), rng.randint(12, 700)
    c, d = a + rng.randint(9, 290), b + rng.randint(9, 290)
    return {**_slots(rng), "a": a, "b": b, "c": c, "d": d, "y": rng.randint(1999, 2024)}


def _different(rng: Random, form: str, rows: int) -> list[str]:
    """So many rows and one more, none alike and each of its own goods."""
    goods = rng.sample(x.GOODS, rows + 1)
    return [form.format(**{**_corners(rng), "g": good}) for good in goods]


def _row(rng: Random) -> Loop:
    form, head, closing = rng.choice(_ROW_FORMS)
    *before, unit = _different(rng, form, rng.randint(3, 20))
    intro = x.any_lead(rng, 100, 900) + "\n\n"
    return x.again(intro + head + "".join(before), unit, closing)


def _html_row(rng: Random) -> Loop:
    form = rng.choice(_HTML_FORMS)
    *before, unit = _different(rng, form, rng.randint(2, 16))
    lead = f"<p>{x.any_lead(rng, 100, 900)}</p>\n<table><tbody>\n" + "".join(before)
    return x.again(lead, unit, "</ul>\n" if "<li>" in form else "</tbody></table>\n")


def _cell(rng: Random) -> Loop:
    """A cell goes on within its row; the rows before have one of the kind."""
    form, opening, closing = rng.choice(_CELL_FORMS)
    close = {"<td>": "</td>", "<th>": "</th>", "| ": " |", "|": " |", '["': '", '}.get(opening, "")
    begin, finish = ("<tr>", "</tr>\n") if "td" in form or "th" in form else ("", "\n")
    *labels, last = rng.sample(x.GOODS, rng.randint(3, 9))
    rows = [f"{begin}{opening}{label}{close}{finish}" for label in labels]
    if "g" not in form:
        cells = [form.format(**_slots(rng)) for _ in labels]
        rows = [
            row.removesuffix(finish) + cell + finish for row, cell in zip(rows, cells, strict=True)
        ]
    lead = x.any_lead(rng, 100, 900) + "\n\n" + "".join(rows)
    return x.again(lead + begin + opening + last + close, form.format(**_slots(rng)), closing)


def _json(rng: Random) -> Loop:
    form = rng.choice(_JSON_FORMS)
    *before, unit = _different(rng, form, rng.randint(2, 9))
    if "{g}" not in form and "{m}" not in form:  # numbers alone may be alike by chance
        before = [row for row in before if row != unit][:1]
    opening, closing = rng.choice(_WRAPPED)
    lead = x.any_lead(rng, 100, 700) + "\n" + opening + "".join(before)
    return x.again(lead, unit, closing)


def _box(rng: Random) -> Loop:
    *before, unit = _different(rng, rng.choice(_BOX_FORMS), rng.randint(2, 9))
    lead = x.any_lead(rng, 100, 900) + rng.choice(("\n\n", "\n[", "\n")) + "".join(before)
    return x.again(lead, unit, rng.choice(("]\n", "]}", "\n</page>\n")))


def _log(rng: Random) -> Loop:
    form = rng.choice(_LOG_FORMS)
    others = rng.sample(_LOG_FORMS, rng.randint(3, 6))
    before = "".join(line.format(**_corners(rng)).split("\n")[0].rstrip() + "\n" for line in others)
    lead = x.lead(rng, rng.choice(("en", "de", "pt")), 100, 700) + "\n\n```\n" + before
    return x.again(lead, form.format(**_corners(rng)), "```\n")


def _notation(rng: Random) -> Loop:
    lead = x.any_lead(rng, 100, 1800) + f"\n\n{m.title(rng)}: "
    return x.again(lead, rng.choice(_NOTATION))


KINDS: tuple[PositiveKind, ...] = (
    PositiveKind("w: row of a ledger", ROWS, _row, ("tail", "tail", "tail", "closed", "recovered")),
    PositiveKind("w: row with tags and attributes", ROWS, _html_row, ("tail", "tail", "closed")),
    PositiveKind("w: cell that fills its row", ROWS, _cell, ("tail", "tail", "stray")),
    PositiveKind("w: record in the same words", RECORDS, _json, ("tail", "tail", "closed")),
    PositiveKind("w: box in the same place", RECORDS, _box, ("tail", "closed")),
    PositiveKind("w: log at the same second", RECORDS, _log, ("tail", "tail", "stray")),
    PositiveKind("w: moves, notes and stitches", RECORDS, _notation),
)
