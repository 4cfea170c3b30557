"""Blind exact loops in code, data and mathematics."""

import json
from random import Random

from degeneration import material as m
from degeneration.judged.seventh import material_exact as x
from degeneration.sample import Loop, PositiveKind

_DATA = "exact: code and data"


def _word(rng: Random) -> str:
    """A word in ASCII, for identifiers."""
    return "".join(rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(3))


def _record(rng: Random, lang: str) -> dict[str, object]:
    """What an extractor says of one item of a page."""
    fields: list[tuple[str, object]] = [
        ("name", x.person(rng, lang)),
        ("place", x.place(rng, lang)),
        ("amount", rng.randint(1, 99999) / 100),
        ("page", rng.randint(1, 300)),
        ("id", m.code(rng)),
        ("note", rng.choice((None, "", "illegible", x.sentences(rng, lang, 1)[0]))),
        ("verified", rng.random() < 0.5),
    ]
    rng.shuffle(fields)
    return dict(fields[: rng.randint(3, 7)])


def _objects(rng: Random) -> Loop:
    lang = rng.choice(x.ALL)
    indent = rng.choice((None, None, 1, 2))
    ascii_only = rng.random() < 0.2

    def dump(record: dict[str, object]) -> str:
        return json.dumps(record, ensure_ascii=ascii_only, indent=indent)

    glue = rng.choice((", ", ",\n", ",\n    "))
    clean = "".join(
        dump(_record(rng, lang)) + glue for _ in range(rng.randint(1, 4 if indent is None else 1))
    )
    last = dump(_record(rng, lang) | {"seq": rng.randint(1, 9999)})
    text = x.lead(rng, lang) + '{"entries": [' + clean
    return x.same(text, last + glue, "{}]}\n\n")


def _json_lines(rng: Random) -> Loop:
    """A key and its value inside one object, or one record on its line."""
    lang = rng.choice(x.ALL)
    key, value = _word(rng), x.sentences(rng, lang, 1)[0]
    before, unit, closing = rng.choice(
        (
            ("{", f'"{key}": "{x.place(rng, lang)}", ', f'"{key}": null}}\n'),
            ("{\n", f'  "{key}": {rng.randint(2, 999)},\n', '  "end": true\n}\n'),
            ("---\n", f"- {key}: {value}\n  page: {rng.randint(2, 99)}\n", "...\n\n"),
            ("<record>\n", f"<{key}>{x.person(rng, lang)}</{key}>", "</record>\n"),
            ("[start]\n", f"{key} = {rng.randint(2, 999)}\n", "[end]\n"),
            ('{"names": [', f'"{x.person(rng, lang)}",', '""]}\n'),
            ("id,value\n", f"{m.code(rng)},{x.place(rng, lang)},{value[:20]}\n", "EOF\n"),
        )
    )
    return x.same(x.lead(rng, lang) + before, unit, closing)


def _boxes(rng: Random) -> Loop:
    """The same box of layout, as models give that ground what they read."""
    lang = rng.choice(x.ALL)
    left, top = rng.randint(3, 500), rng.randint(3, 500)
    right, bottom = left + rng.randint(9, 480), top + rng.randint(9, 480)
    corners = (left, top, right, bottom)
    text = x.place(rng, lang)
    locations = "".join(f"<loc_{value}>" for value in corners)
    decimals = ", ".join(f"{value / 1000:.3f}" for value in corners)
    before, unit, closing = rng.choice(
        (
            ('{"boxes": [', f'{{"bbox": {list(corners)}, "text": "{text}"}}, ', "{}]}\n"),
            ('{"polygon": [\n', f"[{decimals}],\n", "[0, 0, 1, 1]]}\n"),
            ("<OCR>", f"{locations}{text}", "</OCR>\n"),
            ("<page>\n", f"<|ref|>{text}<|/ref|><|det|>[{list(corners)}]<|/det|>\n", "</page>\n"),
            ("<page>\n", f'<word box="{left} {top} {right}">{text}</word>\n', "</page>\n"),
            ("<quad>", f"({left},{top}),({right},{bottom}) ", "</quad>\n"),
        )
    )
    return x.same(x.lead(rng, lang) + before, unit, closing)


def _escapes(rng: Random) -> Loop:
    """Escapes inside a string of JSON: blanks, or letters of a script."""
    lang = rng.choice(x.ALL)
    head = f'{{"page": {rng.randint(1, 99)}, "text": "{x.person(rng, lang)}'
    if rng.random() < 0.4:
        unit = rng.choice(("\\n", "\\t", "\\n\\n", "\\r\\n", "\\u00a0", " \\n", "\\u3000"))
        return x.same(x.lead(rng, lang) + head, unit, '"}\n', filler=True)
    letters = x.place(rng, rng.choice(("ru", "ar", "hi", "zh", "ja", "ko")))[: rng.randint(1, 4)]
    unit = json.dumps(letters)[1:-1] + rng.choice(("", " ", "\\n"))
    return x.same(x.lead(rng, lang) + head, unit, '"}\n')


def _code_line(rng: Random) -> str:
    a, b, c = _word(rng), _word(rng), _word(rng)
    number = rng.randint(2, 99)
    return rng.choice(
        (
            f"    if {a} == {number}:\n        return {b}({c})\n",
            f"import {a}.{b}.{c}\n",
            f"from {a} import {b}\n",
            f"    {a}.{b}({c}, {number});\n",
            f"  }} else if ({a} > {number}) {{\n    {b} = {c};\n",
            f"        self.assertEqual({a}.{b}, {number})\n",
            f"INSERT INTO {a} ({b}) VALUES ('{c}', {number});\n",
            f"SELECT {a} FROM {b} UNION ALL\n",
            f"def test_{a}() -> None:\n    {b} = {c}({number})\n    assert {b}\n\n\n",
            f"    case {a.upper()}:\n      {b}++;\n      break;\n",
            f"#include <{a}/{b}.h>\n",
            f".{a} .{b} {{ margin: {number}px; }}\n",
            f"\tif err := {a}.{b}({c}); err != nil {{\n\t\treturn err\n\t}}\n",
            f"// TODO: {a} {b} {c}\n",
            f"@{a}.{b}\n",
        )
    )


def _program(rng: Random) -> str:
    """A few different statements before those of the loop."""
    return "".join(dict.fromkeys(_code_line(rng) for _ in range(rng.randint(0, 7))))


def _code(rng: Random) -> Loop:
    """A statement or a short function again, after some code and a question."""
    lang = rng.choice(x.ALL)
    text = x.lead(rng, lang, most=1200) + "```\n" + _program(rng)
    return x.same(text, _code_line(rng), "```\n\n")


def _function(rng: Random) -> Loop:
    """A whole function with its comment, written anew and anew."""
    lang = rng.choice(x.ALL)
    text, inner = x.split(rng, lang, 2)
    a, b, c, d = (_word(rng) for _ in range(4))
    doc = " ".join(inner)
    unit = rng.choice(
        (
            f'def {a}({b}: list[int], {c}: int = {rng.randint(0, 9)}) -> int:\n    """{doc}"""\n'
            f"    {d} = 0\n    for i in range(len({b})):\n        if {b}[i] % 2:\n"
            f"            {d} += {b}[i] * {c}\n    return {d}\n\n\n",
            f"/**\n * {doc}\n */\nexport async function {a}({b}) {{\n  const {c} = await fetch("
            f"`/api/{d}/${{{b}}}`);\n  if (!{c}.ok) throw new Error('{d}');\n"
            f"  return {c}.json();\n}}\n\n",
            f"-- {doc}\nCREATE TABLE {a} (\n  id INTEGER PRIMARY KEY,\n  {b} TEXT NOT NULL,\n"
            f"  {c} NUMERIC DEFAULT 0,\n  {d} DATE\n);\n\n",
            f"/// {doc}\npub fn {a}({b}: &str) -> Option<String> {{\n    let {c} = {b}.trim();\n"
            f"    if {c}.is_empty() {{\n        return None;\n    }}\n"
            f'    Some(format!("{d}-{{}}", {c}))\n}}\n\n',
        )
    )
    return x.same(text + "```\n" + _program(rng), unit, "```\n\n")


def _drawing(rng: Random) -> Loop:
    """Commands of a drawing, a diagram or a plotter."""
    lang = rng.choice(x.ALL)
    p, q = rng.randint(2, 90), rng.randint(2, 90)
    tikz = "\\begin{tikzpicture}\n"
    before, unit, closing = rng.choice(
        (
            ('<svg><path d="M0 0 ', f"l{p} {q} ", 'z"/></svg>\n'),
            ('<svg><path d="', f"M{p} {q}L{q} {p + 1}", '"/></svg>\n'),
            ("<svg>\n", f'<rect x="{p}" y="{q}" width="3" height="7"/>\n', "</svg>\n"),
            (tikz, f"\\draw ({p},{q}) -- ({q},{p});\n", "\\end{tikzpicture}\n"),
            ("G21\nG90\n", f"G1 X{p} Y{q} F1200\n", "M30\n"),
            ("```mermaid\ngraph TD\n", f"A{p} --> B{q}\n", "```\n"),
        )
    )
    return x.same(x.lead(rng, lang) + before, unit, closing)


def _formula(rng: Random) -> Loop:
    """A formula whose sum, index or power never ends."""
    lang = rng.choice(x.ALL)
    a, b = rng.sample("abcdknpqrsxyz", 2)
    number = rng.randint(2, 19)
    unit = rng.choice(
        (
            f"\\frac{{{a}}}{{{number}}} + ",
            f"{a}^{{{b}_{{",
            f"\\mathbf{{{a}}} \\cdot ",
            f"({a} - {number})",
            f"\\sum_{{{a}=1}}^{{{number}}} ",
            f"+ {number}{a} - {number}{b} ",
            f"\\sqrt{{{number} + ",
            f"&= {a} + {number}{b} \\\\\n",
            f"{a}'",
            f"\\left[\\begin{{array}}{{c}} {a} \\end{{array}}\\right] ",
            f"\\rightarrow \\mathrm{{{a.upper()}{b}}}_{{{number}}} ",
        )
    )
    left, right = rng.choice((("$$ ", " $$\n\n"), ("\\[ ", " \\]\n\n"), ("\\( ", "\\)\n\n")))
    return x.same(x.lead(rng, lang) + left + f"{b} = ", unit, f"{number + 1}" + right)


KINDS = (
    PositiveKind("t: JSON objects", _DATA, _objects, ("tail", "closed", "stray", "recovered")),
    PositiveKind("t: keys and records", _DATA, _json_lines, ("tail", "closed")),
    PositiveKind("t: layout boxes", _DATA, _boxes, ("tail", "closed", "stray")),
    PositiveKind("t: escapes", _DATA, _escapes, ("tail", "closed")),
    PositiveKind("t: code lines", _DATA, _code, ("tail", "recovered")),
    PositiveKind("t: function anew", _DATA, _function, ("tail", "closed")),
    PositiveKind("t: drawing", _DATA, _drawing, ("tail", "closed", "stray")),
    PositiveKind("t: formula", _DATA, _formula, ("tail", "closed")),
)
