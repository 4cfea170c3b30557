"""Exact loops of records, rows and blocks of other makes."""

import json
from collections.abc import Callable
from random import Random

from degeneration import material as m
from degeneration.judged.first import material as u
from degeneration.judged.first.material import Style, again
from degeneration.sample import PositiveKind

Unit = Callable[[Random, Style], str]

# ---------------------------------------------------------------------------- records and rows


def _record(rng: Random, style: Style) -> str:
    """A nested record of some 300 to 800 characters."""
    items = [
        {
            "code": m.code(rng),
            "description": u.title(rng, style.tongue),
            "amount": rng.randrange(9999),
        }
        for _ in range(rng.randint(1, 3))
    ]
    record = {
        "name": u.person(rng, style.tongue),
        "contact": {"mail": f"{u.word(rng, 'en')}@{u.word(rng, 'en')}.com", "phone": _digits(rng)},
        "address": {"street": u.title(rng, style.tongue), "number": rng.randrange(2000)},
        "items": items,
        "remarks": u.sentence(rng, style.tongue, 6, 30),
    }
    indent = 2 if style.of("", "", "indent") else None
    return json.dumps(record, ensure_ascii=False, indent=indent) + style.of(", ", ",\n")


def _digits(rng: Random) -> str:
    return f"({rng.randint(11, 99)}) 9{rng.randrange(10**4):04d}-{rng.randrange(10**4):04d}"


def _yaml(rng: Random, style: Style) -> str:
    return (
        f"  - name: {u.person(rng, style.tongue)}\n    role: {u.phrase(rng, style.tongue, 1, 3)}\n"
        f"    since: {m.date(rng)}\n    tags:\n      - {u.word(rng, style.tongue)}\n"
        f"      - {u.word(rng, style.tongue)}\n"
    )


def _xml(rng: Random, style: Style) -> str:
    return (
        f'  <entry code="{m.code(rng)}">\n    <name>{u.person(rng, style.tongue)}</name>\n'
        f"    <amount currency='EUR'>{rng.randrange(10**5) / 100:.2f}</amount>\n"
        f"    <text>{u.sentence(rng, style.tongue, 4, 20)}</text>\n  </entry>\n"
    )


def _fields(rng: Random, style: Style) -> str:
    return u.form(rng, style.tongue)


def _reference(rng: Random, style: Style) -> str:
    authors = "; ".join(
        f"{u.word(rng, style.tongue).upper()}, {rng.choice('ABCDEFGHJLM')}."
        for _ in range(rng.randint(1, 4))
    )
    volume, page = rng.randint(1, 90), rng.randint(1, 800)
    where = f"v. {volume}, p. {page}-{page + 9}, {rng.randint(1950, 2024)}"
    work, journal = u.title(rng, style.tongue, 4, 10), u.title(rng, style.tongue, 1, 3)
    return f"{authors} {work}. *{journal}*, {where}.\n\n"


def _phone(rng: Random, style: Style) -> str:
    return f"{u.person(rng, style.tongue)} {'.' * rng.randint(3, 12)} {_digits(rng)}\n"


def _label(rng: Random, style: Style) -> str:
    street, number = u.word(rng, style.tongue).capitalize(), rng.randint(1, 300)
    town = f"{rng.randrange(10**5):05d} {u.word(rng, style.tongue).capitalize()}"
    street += style.of("straße", " Street", "weg")
    return f"{u.person(rng, style.tongue)}\n{street} {number}\n{town}\n\n"


def _turn_rows(rng: Random, style: Style) -> str:
    """Two rows by turns, alike but for a word and a number."""
    day = f"{m.date(rng):%d/%m/%Y}"
    what, a, b = u.title(rng, style.tongue), m.money(rng), m.money(rng)
    rows = ((day, what, "D", a), (day, what, "C", b))
    form = style.of("| {} | {} | {} | {} |\n", "{};{};{};{}\n", "{}  {}  {}  {}\n")
    return "".join(form.format(*row) for row in rows)


def _short_count(rng: Random, style: Style) -> str:
    """Three to six rows that count, again from one each time."""
    rows = rng.randint(3, 6)
    text, mark = u.phrase(rng, style.tongue, 2, 5), style.of(". ", ") ", " - ")
    return "".join(f"{i + 1}{mark}{text}\n" for i in range(rows))


def _block_of(begin: str, row: str, cell: Unit, end: str) -> Unit:
    def unit(rng: Random, style: Style) -> str:
        rows = "".join(
            row.format(cell(rng, style), cell(rng, style)) for _ in range(rng.randint(1, 4))
        )
        return begin.format(cell(rng, style)) + rows + end

    return unit


def _cell(rng: Random, style: Style) -> str:
    return u.phrase(rng, style.tongue, 1, 3)


_latex_block = _block_of(
    "\\begin{{tabular}}{{ll}} % {}\n", "{} & {} \\\\\n", _cell, "\\end{tabular}\n\n"
)
_html_block = _block_of(
    "<table>\n<tr><th colspan='2'>{}</th></tr>\n",
    "<tr><td>{}</td><td>{}</td></tr>\n",
    _cell,
    "</table>\n",
)
_markdown_block = _block_of("| {} | |\n| --- | --- |\n", "| {} | {} |\n", _cell, "\n")


def _box(rng: Random, style: Style) -> str:
    x, y = rng.randrange(600), rng.randrange(900)
    box = [x, y, x + rng.randint(20, 400), y + rng.randint(10, 40)]
    text = u.phrase(rng, style.tongue, 1, 6)
    return style.of(
        json.dumps({"bbox_2d": box, "label": "text", "text_content": text}, ensure_ascii=False)
        + ",\n",
        f"<|ref|>{text}<|/ref|><|det|>[{box}]<|/det|>\n",
        f"<box>({box[0]},{box[1]}),({box[2]},{box[3]})</box>{text}\n",
    )


def _doc_tags(rng: Random, style: Style) -> str:
    cells = (f"<fcel>{_cell(rng, style)}" for _ in range(rng.randint(2, 5)))
    return "".join(cells) + "<nl>"


def _function(rng: Random, style: Style) -> str:
    name, a, b = (u.word(rng, "en") for _ in range(3))
    width, colour = rng.randint(2, 20), rng.randrange(4096)
    return style.of(
        f"def {name}_{a}(self, {b}):\n    if {b} is None:\n        return self.{a}\n"
        f"    return self.{name}({b})\n\n",
        f"public void set{name.capitalize()}(String {a}) {{\n    this.{a} = {a};\n}}\n\n",
        f"INSERT INTO {name} ({a}, {b}) VALUES ('{u.phrase(rng, 'en')}', NULL);\n",
        f"  .{name}-{a} {{\n    margin: 0 {width}px;\n    color: #{colour:03x};\n  }}\n",
    )


def _tool_call(rng: Random, style: Style) -> str:
    name = f"{u.word(rng, 'en')}_{u.word(rng, 'en')}"
    call = {"name": name, "arguments": {"q": _cell(rng, style)}}
    text = json.dumps(call, ensure_ascii=False)
    return style.of(f"<tool_call>\n{text}\n</tool_call>\n", text + "\n", f"Action: {text}\n\n")


def _nesting(rng: Random, style: Style) -> str:
    a, b = u.word(rng, "en"), u.word(rng, "en")
    return style.of(
        f'{{"{a}": {{"{b}": [',
        f'{{"type": "{a}", "children": [',
        rf"\frac{{{a[:1]}}}{{1+",
        rf"\left( {a[:1]}_{{1}} + ",
        f"{a}({b}(",
    )


def _escaped(rng: Random, style: Style) -> str:
    block = rng.choice((0x0430, 0x0627, 0x4E00, 0x3042))
    return "".join(f"\\u{block + rng.randrange(26):04x}" for _ in range(rng.randint(2, 9)))


def _mail(rng: Random, style: Style) -> str:
    address = f"{u.word(rng, 'en')}.{u.word(rng, 'en')}@{u.word(rng, 'en')}.org"
    return address + style.of("; ", ", ", "\n", "<br>")


def _string(rng: Random, style: Style) -> str:
    return f'"{u.phrase(rng, style.tongue, 1, 3)}", '


def _image(rng: Random, style: Style) -> str:
    name = "".join(rng.choices("0123456789abcdef", k=8 if style.of("", "long") else 32))
    return style.of(f"![](images/{name}.jpg)\n\n", f'<img src="{name}.png"/>\n')


_ROWS = "exact: structure"


def _open_array(rng: Random, tongue: str) -> str:
    return "[\n"


def _open_string(rng: Random, tongue: str) -> str:
    return u.json_page(rng, tongue) + '"'


KINDS = (
    PositiveKind("long json record", _ROWS, again(_record, u.json_page, most=4)),
    PositiveKind("yaml item", _ROWS, again(_yaml, u.yaml_page, most=18)),
    PositiveKind("xml element", _ROWS, again(_xml, u.xml_page, most=18)),
    PositiveKind("form", _ROWS, again(_fields, most=3)),
    PositiveKind("reference", _ROWS, again(_reference, most=18)),
    PositiveKind("phone list", _ROWS, again(_phone, most=40)),
    PositiveKind("postal label", _ROWS, again(_label, most=18, least=31)),
    PositiveKind("rows by turns", _ROWS, again(_turn_rows, most=18)),
    PositiveKind("short count again", _ROWS, again(_short_count, most=3)),
    PositiveKind("latex table again", _ROWS, again(_latex_block, most=3)),
    PositiveKind("html table again", _ROWS, again(_html_block, most=3)),
    PositiveKind("markdown table again", _ROWS, again(_markdown_block)),
    PositiveKind("bounding box", _ROWS, again(_box, _open_array, most=18)),
    PositiveKind("cells of tags", _ROWS, again(_doc_tags, most=18)),
    PositiveKind("function again", _ROWS, again(_function, most=8)),
    PositiveKind("tool call", _ROWS, again(_tool_call, u.reasoning)),
    PositiveKind("nesting", _ROWS, again(_nesting)),
    PositiveKind("escaped letters", _ROWS, again(_escaped, _open_string)),
    PositiveKind("mail addresses", _ROWS, again(_mail, most=18)),
    PositiveKind("strings of an array", _ROWS, again(_string, u.json_page, most=18)),
    PositiveKind("image again", _ROWS, again(_image, least=12)),
)
