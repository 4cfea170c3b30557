"""Exact loops of table rows, records, elements, code and addresses."""

from collections.abc import Callable
from random import Random

from degeneration import material as m
from degeneration.judged.second.material_loops import (
    LATIN,
    again,
    lead,
    opening,
    piece,
    sentence,
    tongue,
    word,
)
from degeneration.sample import Loop, PositiveKind

TABLES = "exact: tables"
CODE = "exact: code and data"


def cell(rng: Random) -> str:
    """What stands in a cell: a name, words, a date, an amount, a code or a count."""
    draws: tuple[Callable[[], str], ...] = (
        lambda: m.name(rng),
        lambda: m.title(rng, 1, 3),
        lambda: f"{m.date(rng):%d/%m/%Y}",
        lambda: m.money(rng),
        lambda: m.code(rng),
        lambda: str(rng.randint(1, 900)),
        lambda: rng.choice(("Sim", "N/A", "kg", "ok", "—", "M", "casado", "€")),
    )
    return rng.choice(draws)()


def _html(cells: list[str], style: str = "") -> str:
    return "<tr>" + "".join(f"<td{style}>{text}</td>" for text in cells) + "</tr>"


def _cells(rng: Random, width: int) -> list[str]:
    return [m.title(rng, 1, 2), *(cell(rng) for _ in range(width - 1))]


def _html_row(rng: Random) -> Loop:
    width, after = rng.randint(2, 7), rng.choice(("\n", ""))
    style = rng.choice(("", "", ' align="right"', ' class="c1"', ' style="width:12%"'))
    clean = [_html(_cells(rng, width), style) for _ in range(rng.randint(0, 7))]
    text = opening(rng, tongue(rng)) + "<table>" + after + "".join(row + after for row in clean)
    unit = _html(_cells(rng, width), style)
    return again(text, unit + after, "</table>", least=14)


def _markdown_row(rng: Random) -> Loop:
    width = rng.randint(2, 6)
    rows = [_cells(rng, width) for _ in range(rng.randint(1, 6))]
    head = f"| {' | '.join(m.title(rng, 1, 1) for _ in range(width))} |\n{'|---' * width}|\n"
    clean = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    unit = f"| {' | '.join(_cells(rng, width))} |\n"
    return again(opening(rng, tongue(rng)) + head + clean, unit, "\n", least=14)


def _latex_row(rng: Random) -> Loop:
    width = rng.randint(2, 6)
    rule = rng.choice((" \\\\\n", " \\\\ \\hline\n", " \\\\[2pt]\n", " \\\\ \\midrule\n"))
    clean = "".join(" & ".join(_cells(rng, width)) + rule for _ in range(rng.randint(0, 5)))
    head = f"\\begin{{tabular}}{{{'l' * width}}}\n\\toprule\n"
    unit = " & ".join(_cells(rng, width)) + rule
    return again(opening(rng, tongue(rng)) + head + clean, unit, "\\end{tabular}\n", least=14)


def _flat_row(rng: Random) -> Loop:
    """A line of CSV, of tabs or of fixed columns."""
    width, between = rng.randint(3, 8), rng.choice((",", ";", "\t", "|", "  "))
    quote = rng.choice(("", "", '"'))

    def line() -> str:
        return between.join(f"{quote}{c}{quote}" for c in _cells(rng, width)) + "\n"

    clean = "".join(line() for _ in range(rng.randint(1, 8)))
    return again(opening(rng, tongue(rng), 0.4) + clean, line(), least=14)


def _endless_row(rng: Random) -> Loop:
    """A row that never ends, of one cell or of a few by turns."""
    form = rng.choice(("<td>{}</td>", " {} |", "<td>{}</td>\n", " & {}", '"{}", ', "<th>{}</th>"))
    unit = "".join(form.format(cell(rng)) for _ in range(rng.choice((1, 1, 2, 3))))
    head = "<table><tr>" if "<" in form else m.title(rng, 1, 2)
    closing = "</tr></table>" if "<" in form else "\n"
    return again(opening(rng, tongue(rng)) + head, unit, closing, least=30)


def _whole_table(rng: Random) -> Loop:
    width = rng.randint(2, 4)
    rows = [_html(_cells(rng, width)) for _ in range(rng.randint(2, 7))]
    caption = f"<caption>{m.title(rng, 2, 5)}</caption>\n"
    unit = "<table>\n" + caption + "\n".join(rows) + "\n</table>\n" + rng.choice(("", "\n"))
    return again(opening(rng, tongue(rng), 0.6), unit)


def _json(rng: Random) -> Loop:
    lang = tongue(rng)
    pairs = [f'"{word(rng, lang).lower()}": "{cell(rng)}"' for _ in range(rng.randint(1, 6))]
    if rng.random() < 0.4:
        pairs.append(f'"{word(rng, "en").lower()}": {rng.choice(("null", "true", "3.5", "[]"))}')
    within = rng.choice((", ", ",\n      "))
    unit = f",\n    {{{within.join(pairs)}}}"
    key = word(rng, "en").lower()
    text = f'{{\n  "{key}": [\n    {{"{word(rng, lang).lower()}": "{m.name(rng)}"}}'
    return again(opening(rng, lang, 0.3, 600) + text, unit, "\n  ]\n}\n", least=10)


def _tags(rng: Random) -> Loop:
    """A list of strings, keywords or authors, in which one or two come for ever."""
    lang = tongue(rng)
    chosen = [piece(rng, lang, 1, 3) for _ in range(rng.choice((1, 1, 2, 3)))]
    form, closing = rng.choice((('"{}", ', '""]}'), ("'{}', ", "'']"), ("{}; ", ""), ("#{} ", "")))
    key = rng.choice(('"keywords": [', "tags = [", '{"authors": [', "Palavras-chave: "))
    before = "".join(form.format(piece(rng, lang, 1, 3)) for _ in range(5))
    unit = "".join(map(form.format, chosen))
    return again(opening(rng, lang) + key + before, unit, closing, least=16)


def _xml(rng: Random) -> Loop:
    lang = tongue(rng)
    name = rng.choice(("item", "TextLine", "row", "w", "line", "entry", "seg", "persName", "note"))
    key, value = rng.choice((("type", "body"), ("lang", "la"), ("n", "4"), ("WC", "0.91")))
    inner = piece(rng, lang, 1, 6)
    pad = rng.choice(("", "  ", "\t\t"))
    unit = f'{pad}<{name} {key}="{value}">{inner}</{name}>\n'
    if rng.random() < 0.4:
        unit = f"{pad}<group>\n{unit}{pad}  <lb/>\n{pad}</group>\n"
    before = f'<?xml version="1.0"?>\n<doc id="{m.code(rng)}">\n<title>{m.title(rng)}</title>\n'
    return again(before + opening(rng, lang, 0.3, 500), unit, "</doc>\n", least=13)


_LINES = [
    *("    {a} += {b}[i];\n", "    return {a}\n", "import {a}.{b}\n", "#include <{a}.h>\n"),
    *("        self.{a} = {b}\n", "}} else if ({a} == {b}) {{\n", "  {a} = {b}.copy()\n"),
    *("    print({a}, {b})\n", "    assert {a} == {b}\n", "    # TODO: check {a} for {b}\n"),
    *("mov eax, [{a}]\nadd eax, {b}\n", "SELECT {a} FROM {b};\n", "    .{a}({b} => {b}.{a})\n"),
    *("{a}: {b}\n", "export {a}={b}\n", "  - {a}: {b}\n", "  <{a} {b}={{{a}}} />\n"),
]


def _code_line(rng: Random) -> Loop:
    lang = rng.choice(("en", "en", "pt", "es"))
    a, b = word(rng, lang).lower(), word(rng, lang).lower()
    unit = rng.choice(_LINES).format(a=a, b=b)
    head = f"```\n{rng.choice(('def', 'fn', 'function'))} {word(rng, lang).lower()}({b}):\n"
    return again(opening(rng, lang) + head, unit, "```\n", least=14)


def _function(rng: Random) -> Loop:
    """A function or a test, written again and again under the same name."""
    a, b, c = (word(rng, "en").lower() for _ in range(3))
    unit = rng.choice(
        (
            f'def {a}_{b}({c}):\n    """{sentence(rng, "en")}"""\n    return {c}.{b}()\n\n\n',
            f"function {a}({b}) {{\n  const {c} = {b}.{a} || 0;\n  return {c};\n}}\n\n",
            f"@Test\npublic void {a}{b.title()}() {{\n    assertEquals({c}, {a});\n}}\n\n",
            f".{a}-{b} {{\n  color: #{rng.randrange(16**6):06x};\n  margin: {len(c)}px;\n}}\n",
        )
    )
    return again(opening(rng, "en"), unit, least=4)


def _address(rng: Random) -> Loop:
    """An address whose path or query does not end."""
    a, b = word(rng, rng.choice(LATIN)).lower(), word(rng, "en").lower()
    unit = rng.choice((f"/{a}", f"/{a}/{b}", f"&{a}={b}", f"{a}-", f"%20{a}", f"/../{b}", f".{a}"))
    before = rng.choice(("See ", "[link](", '<img src="', "Fonte: ", '"url": "'))
    host = f"https://www.{word(rng, 'en').lower()}.example/{b}"
    return again(lead(rng, tongue(rng), end="\n") + before + host, unit, ")", least=10)


def _encoded(rng: Random) -> Loop:
    """An encoded image or key whose characters have got stuck."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    unit = "".join(rng.choices(letters, k=rng.choice((1, 2, 4, 4, 8, 16, 33, 64))))
    start = "".join(rng.choices(letters, k=rng.randint(20, 160)))
    before = rng.choice(("![](data:image/png;base64,", '"signature": "', "ssh-rsa ", "hash="))
    return again(opening(rng, tongue(rng)) + before + start, unit, '"', least=12)


_OPENED = [
    *('{{"{a}": ', '{{"{a}": [', "<{a}>", "<ul><li>{a}", "{a}(", "\\textbf{{{a} ", "f({a}, "),
    *("\\frac{{1}}{{{b} + ", "x_{{{b}", "if ({a}) {{ ", "<{a}><{b}>", "({a} (", "lambda {b}: "),
    *("> {a} ", "&amp;", "amp;", "\\left({b}", "*{a} **", "^{{2{b}", "Re: Fwd: ", "\\sqrt{{{b}"),
]


def _nested(rng: Random) -> Loop:
    """What is opened inside itself and never closed."""
    a, b = word(rng, "en").lower(), rng.choice("xyzab")
    unit = rng.choice(_OPENED).format(a=a, b=b)
    start = rng.choice(("", "$$", "data = ", "> "))
    return again(opening(rng, tongue(rng), 0.85) + start, unit, least=12)


KINDS = (
    PositiveKind("html row stuck", TABLES, _html_row, ("tail", "tail", "closed", "stray")),
    PositiveKind("markdown row stuck", TABLES, _markdown_row, ("tail", "tail", "recovered")),
    PositiveKind("latex row stuck", TABLES, _latex_row, ("tail", "closed")),
    PositiveKind("flat row stuck", TABLES, _flat_row),
    PositiveKind("row without end", TABLES, _endless_row, ("tail", "tail", "closed")),
    PositiveKind("whole table", TABLES, _whole_table, ("tail", "recovered")),
    PositiveKind("json object stuck", CODE, _json, ("tail", "closed")),
    PositiveKind("strings of a list", CODE, _tags, ("tail", "tail", "closed")),
    PositiveKind("xml element stuck", CODE, _xml, ("tail", "closed")),
    PositiveKind("code line stuck", CODE, _code_line, ("tail", "tail", "recovered")),
    PositiveKind("function written anew", CODE, _function),
    PositiveKind("address without end", CODE, _address, ("tail", "stray")),
    PositiveKind("encoded bytes", CODE, _encoded),
    PositiveKind("nested without end", CODE, _nested, ("tail", "stray")),
)
