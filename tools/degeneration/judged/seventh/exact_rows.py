"""Blind exact loops of rows, entries and lines of a page."""

from random import Random

from degeneration import material as m
from degeneration.judged.seventh import material_exact as x
from degeneration.sample import Loop, PositiveKind

_TABLES = "exact: table rows and markup"
_LINES = "exact: lines and entries"


def _amount(rng: Random, lang: str) -> str:
    text = f"{rng.randint(1, 9000)}.{rng.randrange(100):02}"
    return text if lang in ("en", "zh", "ja", "ko", "hi") else text.replace(".", ",")


def _cells(rng: Random, lang: str) -> list[str]:
    """A row of three to seven cells that say something."""
    cells = [x.person(rng, lang), x.place(rng, lang), _amount(rng, lang), str(rng.randint(1, 400))]
    cells += [m.code(rng), f"{rng.randint(1, 28)}/{rng.randint(1, 12)}/{rng.randint(1801, 2024)}"]
    cells.append(rng.choice(("—", "ok", "✓", "id.", "0", "„", "n/a", "")))
    rng.shuffle(cells)
    return cells[: rng.randint(3, 7)]


def _rows(rng: Random, lang: str, low: int, high: int) -> list[list[str]]:
    """Rows of one width."""
    width = len(_cells(rng, lang))
    rows: list[list[str]] = []
    while len(rows) < rng.randint(low, high):
        rows.append([cell for _ in range(3) for cell in _cells(rng, lang)][:width])
    return rows


def _html_row(cells: list[str], tag: str, attribute: str) -> str:
    return "<tr>" + "".join(f"<{tag}{attribute}>{cell}</{tag}>" for cell in cells) + "</tr>"


def _html(rng: Random) -> Loop:
    lang = rng.choice(x.ALL)
    *clean, last = _rows(rng, lang, 3, 9)
    attribute = rng.choice(("", "", ' align="right"', ' class="c"', ' style="text-align:center"'))
    end = rng.choice(("", "\n", "\n  "))
    text = x.lead(rng, lang) + rng.choice(("<table>", '<table border="1">', "<table><tbody>")) + end
    text += "".join(_html_row(row, "td", attribute) + end for row in clean)
    return x.same(text, _html_row(last, "td", attribute) + end, "</table>\n\n")


def _spanned(rng: Random) -> Loop:
    """Cells of one row, or a group of rows that a cell spans."""
    lang = rng.choice(x.ALL)
    cell = x.person(rng, lang)
    amount = _amount(rng, lang)
    table = "</tr></table>\n"
    before, unit, closing = rng.choice(
        (
            ("<table><tr>", f"<td>{amount}</td>", table),
            ("<table><tr>", f'<td rowspan="{rng.randint(2, 6)}">{cell}</td>', table),
            (
                "<table>\n",
                f'<tr><th rowspan="2">{cell}</th><td>{amount}</td></tr>\n'
                f"<tr><td>{rng.randint(2, 900)}</td></tr>\n",
                "</table>\n",
            ),
            ("<table><tr>\n", f'<td colspan="{rng.randint(2, 9)}"><b>{cell}</b></td>\n', table),
            ("<ul>\n", f'<li><a href="#{rng.randint(1, 99)}">{cell}</a></li>\n', "</ul>\n"),
            (f"<p>{cell}", f"<sup>{rng.randint(1, 40)}</sup>", "</p>\n"),
            (f"| {cell} |", f" {amount} |", f"\n\n{cell}\n"),
        )
    )
    return x.same(x.lead(rng, lang) + before, unit, closing)


def _markdown(rng: Random) -> Loop:
    lang = rng.choice(x.ALL)
    head, *clean, last = _rows(rng, lang, 4, 10)
    bar = rng.choice((" | ", "|"))

    def line(cells: list[str]) -> str:
        return (bar + bar.join(cells) + bar).strip() + "\n"

    rule = line([rng.choice((":---", "---:", "---"))] * len(head))
    text = x.lead(rng, lang) + line(head) + rule + "".join(map(line, clean))
    return x.same(text, line(last), "\n")


def _latex(rng: Random) -> Loop:
    lang = rng.choice(("en", "fr", "de", "es", "it", "pl", "la", "ru", "el"))
    *clean, last = _rows(rng, lang, 3, 8)
    end = rng.choice((" \\\\\n", " \\\\ \\hline\n", "\\tabularnewline\n"))
    text = x.lead(rng, lang) + f"\\begin{{tabular}}{{{'l' * len(last)}}}\n\\toprule\n"
    text += "".join(" & ".join(row) + end for row in clean)
    return x.same(text, " & ".join(last) + end, "\\bottomrule\n\\end{tabular}\n\n")


def _ledger(rng: Random) -> Loop:
    """Rows of a plain-text ledger or receipt in columns."""
    lang = rng.choice(x.ALL)
    rows = _rows(rng, lang, 4, 9)
    widths = [max(map(len, column)) + rng.randint(2, 5) for column in zip(*rows, strict=True)]
    lines = [
        "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"
        for row in rows
    ]
    return x.same(x.lead(rng, lang) + "".join(lines[:-1]), lines[-1], "\n")


def _nested(rng: Random) -> Loop:
    """Tags that open, or close what is closed already."""
    lang = rng.choice(x.ALL)
    unit, close = rng.choice(
        (
            ("<div>", "</div>"),
            ("<div class='col'><div>\n", "</div>"),
            ("<b><i>", "</i></b>"),
            ("<table><tr><td>", "</td></tr></table>"),
            ("</td></tr>\n", "</table>"),
            ("<ul><li>", "</li></ul>"),
            ("\\left(", "\\right)"),
            ("> ", "\n"),
            ("\\begin{itemize}\n\\item ", "\\end{itemize}"),
            ("</p><p>", "</p>"),
        )
    )
    # Marks alone say nothing: only long runs of them are loops beyond doubt.
    return x.same(x.lead(rng, lang), unit, x.place(rng, lang) + close + "\n\n", filler=True)


def _refrain(rng: Random) -> Loop:
    """Verses of a hymn or a song whose refrain does not stop."""
    lang = rng.choice(x.ALL)
    verses = list(x.VERSES[lang])
    chosen = verses[: rng.randint(2, 3)] if rng.random() < 0.7 else rng.sample(verses, 1)
    line_end = rng.choice(("\n", " /\n", "\n    ", ",\n", "<br>\n"))
    mark = rng.choice(("", "R/ ", "℟. ", "(bis) ", "*", f"{x.person(rng, lang)}: "))
    unit = mark + line_end.join(chosen) + rng.choice(("\n\n", "\n", "!\n\n"))
    return x.same(x.lead(rng, lang), unit)


def _bullet(rng: Random) -> Loop:
    lang = rng.choice(x.ALL)
    mark = rng.choice(("- ", "* ", "• ", "– ", "1. ", "[ ] ", "☐ ", "→ "))
    text, inner = x.split(rng, lang, 5)
    clean = "".join(f"{mark}{one}\n" for one in inner[1:])
    item = rng.choice((inner[0], x.place(rng, lang), f"{x.person(rng, lang)}, {m.code(rng)}"))
    return x.same(text + clean, f"{mark}{item}\n" + rng.choice(("", "\n")), "\n")


_REGISTER: dict[str, str] = {
    "la": "N. {n}. Eodem die baptizatus infans, filius legitimus: {w}, ex {p}. Patrini: {w}, {w}.",
    "de": "Nr. {n}. Getauft wurde ein Kind des Tagelöhners {w} aus {p}. Paten: {w} und {w}, ledig.",
    "pl": "Nr {n}. Działo się w parafii {p}. Stawił się {w}, rolnik, w obecności: {w}, {w}.",
    "fr": "L'an {y}, à {p}, a été inhumé {w}, laboureur, en présence de {w} et de {w}, témoins.",
    "es": "En {p}, año de {y}, bauticé solemnemente a un niño, hijo de {w}; padrinos: {w} y {w}.",
    "it": "Addì {n} detto, in {p}, fu sepolto {w}, di anni {n}, munito dei sacramenti. Testi: {w}.",
    "ru": "№ {n}. Крещён младенец; отец: мещанин {w}, город {p}; восприемники: {w}, {w}.",
    "el": "Ἀρ. {n}. Ἐβαπτίσθη τέκνον ἐκ {p}, πατήρ: {w}, ἀνάδοχος: {w}. Ὁ ἐφημέριος {w}.",
    "zh": "第{n}号：{w}，{p}人，承租田地{n}亩，保人{w}，立此为据。",
    "ja": "{n}番　{p}村　百姓　{w}　家内{n}人　檀那寺の印あり。",
    "ar": "رقم {n}: حضر {w} من {p} وأقر بالبيع أمام الشاهدين {w} و {w}.",
    "hi": "क्रमांक {n}: {w}, निवासी {p}, लगान {n} रुपये, साक्षी {w}।",
    "ko": "제{n}호 {p} 거주 {w}, 논 {n}마지기, 보증인 {w}.",
}


def _register(rng: Random) -> Loop:
    """An entry of a parish register, a deed book or a roll, again and again."""
    lang = rng.choice(tuple(_REGISTER))
    clean = [x.fill(rng, lang, _REGISTER[lang]) for _ in range(rng.randint(1, 4))]
    entry = x.fill(rng, lang, _REGISTER[lang])
    while entry in clean:
        entry = x.fill(rng, lang, _REGISTER[lang])
    glue = rng.choice(("\n", "\n\n", "\n---\n"))
    text = x.lead(rng, lang) + "".join(one + glue for one in dict.fromkeys(clean))
    return x.same(text, entry + glue, "\n")


def _footnotes(rng: Random) -> Loop:
    """Notes under a page that all refer to the same page of the same book."""
    lang = rng.choice(("en", "fr", "de", "es", "it", "pl", "la", "ru", "el"))
    book = f"{x.person(rng, lang)}, {m.title(rng)}, {x.place(rng, lang)} {rng.randint(1801, 1999)}"
    page = rng.randint(2, 480)
    unit = rng.choice(
        (
            f"Ibid., {page}.\n",
            f"[^{rng.randint(2, 90)}]: {book}.\n",
            f"Id., op. cit., {page}–{page + rng.randint(1, 9)}; ",
            f"<sup>{rng.randint(2, 90)}</sup> {book}, {page}.\n",
            f"\\footnote{{{book}, {page}.}} ",
            f"[{page}] {book}.\n\n",
        )
    )
    return x.same(x.lead(rng, lang) + f"¹ {x.person(rng, lang)}, {page + 3}.\n", unit, "\n\n")


def _running_head(rng: Random) -> Loop:
    """Head and foot of a page without any page between them."""
    lang = rng.choice(x.ALL)
    number = rng.randint(2, 600)
    head = f"{x.place(rng, lang)}, {rng.randint(1800, 2020)}"
    unit = rng.choice(
        (
            f"{head}\n\n— {number} —\n\n",
            f"<header>{head}</header>\n<footer>{number}</footer>\n",
            f"## {head}\n\n",
            f"{number}\n{head}\n{m.code(rng)}\n\n",
            f"![{head}](images/{number}.jpg)\n\n",
            f"[{head}]\n<!-- {m.code(rng)} -->\n",
        )
    )
    return x.same(x.lead(rng, lang), unit)


KINDS = (
    PositiveKind("t: HTML rows", _TABLES, _html, ("tail", "stray", "closed", "recovered")),
    PositiveKind("t: spanned cells", _TABLES, _spanned, ("tail", "closed")),
    PositiveKind("t: Markdown row", _TABLES, _markdown, ("tail", "recovered")),
    PositiveKind("t: LaTeX row", _TABLES, _latex, ("tail", "closed", "stray")),
    PositiveKind("t: ledger columns", _TABLES, _ledger, ("tail",)),
    PositiveKind("t: nested tags", _TABLES, _nested, ("tail", "closed")),
    PositiveKind("t: hymn refrain", _LINES, _refrain, ("tail", "recovered")),
    PositiveKind("t: stuck bullet", _LINES, _bullet, ("tail", "stray")),
    PositiveKind("t: register entry", _LINES, _register, ("tail", "recovered")),
    PositiveKind("t: footnotes", _LINES, _footnotes, ("tail",)),
    PositiveKind("t: running head", _LINES, _running_head, ("tail", "stray")),
)
