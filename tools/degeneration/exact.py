"""Exact loops: the same characters again, from one character to a page."""

import json
from collections.abc import Callable
from itertools import repeat
from random import Random

from degeneration import material as m
from degeneration.sample import Loop, PositiveKind

Draw = Callable[[Random], str]


def clean(rng: Random) -> str:
    """Clean text that a loop may follow: nothing at all, a line, or up to a few paragraphs."""
    form = rng.random()
    if form < 0.1:
        return ""
    if form < 0.25:
        return m.title(rng) + "\n\n"
    return m.prose(rng, rng.randint(150, 3000))


def exact(
    unit: Draw, lead: Draw = clean, *, filler: bool = False, least: float = 3.0, closing: str = ""
) -> Callable[[Random], Loop]:
    """The draw of a loop of one fixed unit."""

    def draw(rng: Random) -> Loop:
        return Loop("exact", lead(rng), repeat(unit(rng)), closing, filler, least)

    return draw


# ---------------------------------------------------------------------------- units


def _letters(rng: Random) -> str:
    return rng.choice("aeioumnãéçwñß1379")


def _syllables(rng: Random) -> str:
    return m.content_word(rng)[: rng.randint(2, 4)] + rng.choice(("", " ", ", ", "-"))


def _phrase(rng: Random) -> str:
    return m.phrase(rng, 2, 7) + rng.choice((" ", ", ", "; ", " | "))


def _paragraph(rng: Random) -> str:
    return m.paragraph(rng, 3, 7) + "\n\n"


def _page(rng: Random) -> str:
    body = f"# {m.title(rng)}\n\n{m.name(rng)}, {m.date(rng):%d/%m/%Y}\n\n"
    return body + m.prose(rng, rng.randint(600, 1800))


def _markdown_row(rng: Random) -> str:
    cells = [m.title(rng, 1, 3), m.code(rng), m.money(rng), rng.choice(("sim", "não", "UN", "kg"))]
    return "| " + " | ".join(cells[: rng.randint(2, 4)]) + " |\n"


def _html_row(rng: Random) -> str:
    cells = [m.title(rng, 1, 3), m.code(rng), m.money(rng), m.content_word(rng)]
    return "<tr>" + "".join(f"<td>{c}</td>" for c in cells[: rng.randint(2, 4)]) + "</tr>\n"


def _csv_row(rng: Random) -> str:
    cells = [m.name(rng), m.code(rng), str(m.date(rng)), m.content_word(rng), str(rng.random())[:6]]
    return rng.choice(",;\t").join(cells[: rng.randint(2, 5)]) + "\n"


def _json_record(rng: Random) -> str:
    record = {m.content_word(rng): m.title(rng, 1, 3) for _ in range(rng.randint(1, 4))}
    record["valor"] = m.money(rng)
    return json.dumps(record, ensure_ascii=False) + rng.choice((", ", ",\n"))


def _json_pair(rng: Random) -> str:
    return f'"{m.content_word(rng)}": "{m.title(rng, 1, 2)}", '


def _latex_row(rng: Random) -> str:
    return " & ".join(m.phrase(rng, 1, 2) for _ in range(rng.randint(2, 5))) + r" \\ \hline" + "\n"


def _latex_math(rng: Random) -> str:
    a, b = rng.sample("abcdefghkmnxyz", 2)
    forms = (rf"\frac{{{a}}}{{{b}}} + ", rf"{a}_{{{b}}}^{{2}} - ", rf"\left({a}+{b}\right) ")
    return rng.choice((*forms, rf"\sqrt{{{a}}} \cdot ", rf"\mathbf{{{a}}} \quad "))


def _rows_block(rng: Random) -> str:
    return "".join(_csv_row(rng) for _ in range(rng.randint(3, 7)))


def _code_line(rng: Random) -> str:
    a, b = m.content_word(rng), m.content_word(rng)
    forms = (f"    {a} = {b}({a})\n", f"        return {a}.{b}\n", f"    if {a} is None:\n")
    return rng.choice((*forms, f"import {a}.{b}\n", f"  <{a} {b}='1'/>\n", f"{a}->{b}();\n"))


def _url(rng: Random) -> str:
    return f"https://www.{m.content_word(rng)}.com.br/{m.content_word(rng)} "


def _dialogue(rng: Random) -> str:
    return f"P: {m.sentence(rng, 4, 9)}\nR: {m.sentence(rng, 2, 8)}\n"


def _section(rng: Random) -> str:
    return f"## {m.title(rng)}\n\n{m.sentence(rng)}\n\n"


def _bullet(rng: Random) -> str:
    return f"{rng.choice('-*•–')} {m.phrase(rng, 1, 4)}\n"


def _numbers(rng: Random) -> str:
    amounts = [rng.randint(1, 400) for _ in range(rng.randint(1, 6))]
    between = rng.choice((", ", " ", ",", "\n"))
    return "".join(f"{number}{between}" for number in amounts)


def _address(rng: Random) -> str:
    street, number = m.name(rng), rng.randrange(2000)
    return f"Rua {street}, {number}, CEP {rng.randrange(99999):05d}-{rng.randrange(999):03d}\n"


def _boxes(rng: Random) -> str:
    return "".join(f"<loc_{rng.randrange(1000)}>" for _ in range(4)) + m.content_word(rng) + " "


def _path(rng: Random) -> str:
    return f"l {rng.randint(-9, 9)} {rng.randint(1, 9)} c 0 {rng.random():.2f} 1 1 2 1 "


def _glued(rng: Random) -> str:
    alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/"
    return "".join(rng.choices(alphabet, k=rng.randint(5, 48)))


def _tags(rng: Random) -> str:
    inner = rng.choice(("div", "span", "section", "ul><li"))
    return f'<{inner} class="{m.content_word(rng)}">'


def _script(script: str, low: int, high: int) -> Draw:
    return lambda rng: m.script_sentence(rng, script, low, high)


def _script_lead(script: str) -> Draw:
    return lambda rng: m.script_prose(rng, script, rng.randint(0, 1200))


def _emoji(rng: Random) -> str:
    return "".join(rng.choices("😀😂🎉👍🙏🔥✨💯🇧🇷é̂", k=rng.randint(1, 3))) + rng.choice(("", " "))


# ---------------------------------------------------------------------------- what comes before


def rows_before(row: Draw) -> Draw:
    """A clean table of other rows of the same make, as a page that starts well."""
    return lambda rng: (
        (m.title(rng) + "\n\n") * (rng.random() < 0.5)
        + "".join(row(rng) for _ in range(rng.randint(0, 25)))
    )


def json_before(rng: Random) -> str:
    pairs = (f'"{m.content_word(rng)}": "{m.sentence(rng)}", ' for _ in range(rng.randint(1, 6)))
    return '{"pagina": 3, ' + "".join(pairs)


def _array_before(rng: Random) -> str:
    return json_before(rng) + '"itens": [' + "".join(_json_record(rng) for _ in range(4))


def _string_before(rng: Random) -> str:
    return json_before(rng) + '"texto": "' + m.paragraph(rng, 1, 4) + " "


def _escapes(rng: Random) -> str:
    return rng.choice((r"\n", r"\n\n", r"\t\n", r"\u00a0", "&nbsp;", "&nbsp; ", r"\\ "))


def _leader(rng: Random) -> str:
    return rng.choice((".", "_", "-", ". ", " _", "=", "*", "—", "…", "- "))


def _blank_cell(rng: Random) -> str:
    cells = ("<td></td>", "<td> </td>\n", "| ", " |", "| --- ", ",", ";", "\t", " & ")
    return rng.choice((*cells, "<tr><td></td><td></td></tr>\n", '"", ', "null, "))


def _zeros(rng: Random) -> str:
    return rng.choice(("0,00 ", "0 ", "0, ", "0.0\t", "| 0 ", "0,00;", "[0, 0], ", "000 "))


def _white(rng: Random) -> str:
    return rng.choice((" ", "\n", "\n\n", " \n", "\t", "\u3000", "    \n"))


def _blank_of(rng: Random) -> str:
    return f"{'_' * rng.randint(3, 9)} {rng.choice(('de', 'e', 'nº', m.content_word(rng)))} "


_CHAR, _TEXT, _ROWS, _SCRIPT, _FILL = (
    "exact: characters",
    "exact: prose",
    "exact: structure",
    "exact: scripts",
    "exact: filler",
)

KINDS = (
    PositiveKind("one letter", _CHAR, exact(_letters)),
    PositiveKind("syllable", _CHAR, exact(_syllables)),
    PositiveKind("glued characters", _CHAR, exact(_glued)),
    PositiveKind("emoji", _CHAR, exact(_emoji)),
    PositiveKind("numbers", _CHAR, exact(_numbers)),
    PositiveKind("word", _TEXT, exact(lambda r: m.content_word(r) + " ")),
    PositiveKind("phrase", _TEXT, exact(_phrase)),
    PositiveKind("sentence", _TEXT, exact(lambda r: m.sentence(r) + " ")),
    PositiveKind("paragraph", _TEXT, exact(_paragraph)),
    PositiveKind("page", _TEXT, exact(_page, least=2.2)),
    PositiveKind("page restart", _TEXT, exact(_page, lambda r: "", least=2.2)),
    PositiveKind("dialogue", _TEXT, exact(_dialogue)),
    PositiveKind("heading and text", _TEXT, exact(_section)),
    PositiveKind("address", _TEXT, exact(_address)),
    PositiveKind("url", _TEXT, exact(_url)),
    PositiveKind("markdown row", _ROWS, exact(_markdown_row, rows_before(_markdown_row))),
    PositiveKind("html row", _ROWS, exact(_html_row, rows_before(_html_row))),
    PositiveKind("csv row", _ROWS, exact(_csv_row, rows_before(_csv_row))),
    PositiveKind("block of rows", _ROWS, exact(_rows_block, rows_before(_csv_row))),
    PositiveKind("json record", _ROWS, exact(_json_record, _array_before)),
    PositiveKind("json pair", _ROWS, exact(_json_pair, json_before)),
    PositiveKind("inside a json string", _ROWS, exact(_phrase, _string_before)),
    PositiveKind("latex row", _ROWS, exact(_latex_row, rows_before(_latex_row))),
    PositiveKind("latex formula", _ROWS, exact(_latex_math)),
    PositiveKind("bullet", _ROWS, exact(_bullet, rows_before(_bullet))),
    PositiveKind("line of code", _ROWS, exact(_code_line, rows_before(_code_line))),
    PositiveKind("open tags", _ROWS, exact(_tags)),
    PositiveKind("boxes", _ROWS, exact(_boxes, rows_before(_boxes))),
    PositiveKind("svg path", _ROWS, exact(_path, rows_before(_path))),
    *(
        PositiveKind(
            f"{script} sentence", _SCRIPT, exact(_script(script, 4, 14), _script_lead(script))
        )
        for script in m.SCRIPTS
    ),
    *(
        PositiveKind(f"{script} word", _SCRIPT, exact(_script(script, 1, 2), _script_lead(script)))
        for script in ("han", "kana", "thai", "arabic")
    ),
    PositiveKind("leader", _FILL, exact(_leader, filler=True)),
    PositiveKind("blank cells", _FILL, exact(_blank_cell, filler=True)),
    PositiveKind("zeros", _FILL, exact(_zeros, filler=True)),
    PositiveKind("white space", _FILL, exact(_white, filler=True)),
    PositiveKind("escapes", _FILL, exact(_escapes, _string_before, filler=True)),
    PositiveKind("blank of", _FILL, exact(_blank_of, filler=True)),
)
