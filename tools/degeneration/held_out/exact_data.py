"""Exact loops of code, markup and structured data."""

import json
from random import Random

from degeneration import material as m
from degeneration.held_out.exact_tools import (
    deal,
    exact,
    identifier,
    language,
    name,
    opened,
    page,
    price,
    rows,
    words,
)
from degeneration.sample import Loop, PositiveKind

DATA = "exact: structured data"
CODE = "exact: code and markup"


def _objects(rng: Random) -> Loop:
    """The same object of a list in JSON, its numbers included."""
    lang, lead, kept = opened(rng)
    keys = [f"{identifier(rng)}_{i}" for i in range(rng.randint(1, 5))]
    values = [name(rng, lang), rng.randint(1, 900), price(rng), kept[0], None]
    indent = rng.choice((None, None, 2))
    unit = json.dumps(
        dict(zip(keys, values, strict=False)), ensure_ascii=rng.random() < 0.3, indent=indent
    )
    head = json.dumps(lead, ensure_ascii=False)
    between = rng.choice((", ", ",", ",\n"))
    closing = json.dumps({"end": identifier(rng)}) + "]}\n"
    return exact(f'{{"summary": {head},\n"items": [', unit + between, closing)


def _strings(rng: Random) -> Loop:
    """A list of strings in JSON or YAML that adds the same one."""
    lang, lead, _ = opened(rng)
    first = [words(rng, lang, 1, 3) for _ in range(rng.randint(1, 6))]
    item = words(rng, lang, 1, 4)
    if rng.random() < 0.5:
        head = json.dumps(lead, ensure_ascii=False)[1:-1]
        text = "".join(f'"{word}", ' for word in first)
        return exact(f'{{"text": "{head}", "entities": [{text}', f'"{item}", ', '"etc"]}\n')
    text = "".join(f"  - {word}\n" for word in first)
    body = lead.replace("\n", "\n  ")
    return exact(f"text: |\n  {body}\nentities:\n{text}", f"  - {item}\n", "status: done\n")


def _nested(rng: Random) -> Loop:
    """A tree that only ever goes deeper."""
    _, lead, kept = opened(rng)
    a, b = identifier(rng), identifier(rng)
    unit = rng.choice(
        (
            f'{{"{a}": "{b}", "children": [',
            f'{{"{a}": {{"{b}": ',
            f'<div class="{a}">',
            f"<{a}><{b}>",
            "\\frac{" + a[:1] + "}{1 + ",
            f"{a}({b}(",
            "\\left( ",
            f'<span style="color: {a}">',
            f'[["{a}", ',
            f'<ul class="{a}"><li>{b} ',
        )
    )
    return exact(f"{lead}\n\n{kept[0]}\n\n", unit)


def _closers(rng: Random) -> Loop:
    """Ends of structures that were never begun."""
    _, lead, kept = opened(rng)
    word = identifier(rng)
    unit = rng.choice(
        (
            "}\n",
            "]}",
            "</div>\n",
            "</td></tr>",
            f"</{word}>",
            ")",
            "    }\n  }\n",
            "}}",
            "-->",
        )
    )
    lead = f'{lead}\n\n<div id="{word}">{{"text": [["{kept[0]}"'
    return exact(lead, unit, filler=True)


def _statements(rng: Random) -> Loop:
    """A statement, or two, of a program."""
    a, b, c = identifier(rng), identifier(rng), identifier(rng)
    n = rng.randint(2, 90)
    dealt = deal(rng, lang := language(rng))
    comment = page(rng, lang, dealt, 110, 500).replace("\n", " ")
    unit = rng.choice(
        (
            f"    assert {a}({n}) == {b}\n",
            f"from {a}.{b} import {c}\n",
            f"    {a}.push({b}, {n});\n",
            f"    if ({a} == {n}) {{\n        return {b};\n    }}\n",
            f"{a} = {b}.{c}({n})\n",
            f"#include <{a}.h>\n",
            f"    else if {a} is None:\n        {b} = {a}\n",
            f"  {a}: {n}px;\n  {b}: {c};\n",
            f"// TODO: {b} {c}\n",
            f"\tif err != nil {{\n\t\treturn nil, {a}\n\t}}\n",
            f"    # {dealt[-1]}\n",
            f"    print('{dealt[-2]}')\n",
        )
    )
    mark = rng.choice(("#", "//", "--", ";;"))
    lead = f"{mark} {comment}\n\ndef {identifier(rng)}({identifier(rng)}):\n    {c} = {n}\n"
    return exact(lead, unit, f"{mark} {m.title(rng)}\n\n")


def _sql(rng: Random) -> Loop:
    """A row that a script inserts again and again."""
    table = identifier(rng)
    before = ",\n".join(f"  ({n}, '{c[1]}', {c[2]})" for n, c in enumerate(rows(rng, 4, 12), 7))
    lead = f"-- {m.paragraph(rng, 1, 2)}\nINSERT INTO {table} VALUES\n{before},\n"
    unit = f"  ({rng.randint(40, 900)}, '{m.title(rng)}', {rng.randint(1, 99)}),\n"
    return exact(lead, unit, f"  (0, '{identifier(rng)}', NULL);\nCOMMIT;\n")


def _messages(rng: Random) -> Loop:
    """A message of a log or a compiler; where it has a time, that stands still too."""
    _, lead, kept = opened(rng)
    a, b, n = identifier(rng), identifier(rng), rng.randint(3, 900)
    stamp = f"{m.date(rng).isoformat()} {rng.randrange(24):02d}:{rng.randrange(60):02d}:07"
    unit = rng.choice(
        (
            f"{a}/{b}.c:{n}:5: warning: unused variable '{b}'\n",
            f"Caused by: org.{a}.{b.capitalize()}Exception: {kept[0]}\n",
            f"{stamp} WARN [{a}] {kept[0]}\n",
            f"[{stamp}] {a}.{b}: retrying ({n} ms)\n",
            f"{b}: {kept[1]}\n",
        )
    )
    return exact(f"{lead}\n\n$ {a} --{b}\n", unit, f"Aborted: {m.title(rng)}\n\n", least=12)


def _boxes(rng: Random) -> Loop:
    """A box of the layout with its label, found in the same place each time."""
    _, lead, kept = opened(rng)
    at = [rng.randint(0, 999) for _ in range(4)]
    label = rng.choice(("text", "table", "figure", "title", identifier(rng)))
    listed = ", ".join(map(str, at))
    unit = rng.choice(
        (
            f"<|box_start|>({at[0]},{at[1]}),({at[2]},{at[3]})<|box_end|>",
            f"[{listed}], ",
            f'{{"bbox": [{listed}], "category": "{label}"}}, ',
            "".join(f"<loc_{x}>" for x in at) + label,
            f"<|ref|>{label}<|/ref|><|det|>[[{listed}]]<|/det|>\n{kept[0]}\n\n",
        )
    )
    return exact(f"{lead}\n\n", unit, "[EOD]\n")


def _latex(rng: Random) -> Loop:
    """A term, a row or a line of LaTeX."""
    _, lead, kept = opened(rng)
    a, b = rng.sample("abcdhkmnpqtuxyz", 2)
    n = rng.randint(2, 30)
    unit = rng.choice(
        (
            f"{a}^{{{n}}} + {b}_{{{n}}} + ",
            f"\\mathbf{{{a}}} \\cdot ",
            f"&= \\frac{{{a}}}{{{n}}} \\int {b} \\\\\n",
            f"\\item {kept[0]}\n",
            f"\\text{{{kept[1]}}} \\\\\n",
            f"{a}_{{{b}}} & {n} & ",
            f"\\mathrm{{{a} {b}}} ~ ",
            f"{a} \\rightarrow {b} \\rightarrow ",
        )
    )
    lead = f"\\section{{{m.title(rng)}}}\n{lead}\n\\begin{{align}}\n"
    return exact(lead, unit, "\\end{align}\n\n")


def _svg(rng: Random) -> Loop:
    """A drawing whose pen makes the same move."""
    _, lead, _ = opened(rng)
    x, y = rng.randint(1, 90), rng.randint(1, 90)
    unit = rng.choice(
        (
            f"l{x} 0 0 {y} ",
            f"C {x} {y}, {y} {x}, {x} {x} ",
            f"L{x}.5,{y}.25",
            f'<rect x="{x}" y="{y}" rx="3"/>\n',
            f"h{x}v-{y}",
            f"--({x},{y})",
        )
    )
    head = '<svg viewBox="0 0 100 100">' if unit[0] == "<" else f'<svg><path d="M {y} {x} '
    closing = '"/></svg>\n' if unit[0] != "<" else "</svg>\n"
    # Stairs and hatching do take the same step some times.
    return exact(f"<desc>{lead}</desc>\n{head}", unit, closing, least=60)


def _links(rng: Random) -> Loop:
    """A link or an image reference of a page in Markdown or HTML."""
    lang, lead, _ = opened(rng)
    a, b, text = identifier(rng), identifier(rng), words(rng, lang)
    unit = rng.choice(
        (
            f"[{text}](https://{a}.example/{b}) ",
            f"![{text}]({a}/{b}.png)\n\n",
            f'<a href="#{a}">{text}</a> | ',
            f"* [[{text}]]\n",
            f"/{a}/{b}",
            f"%20{a}",
            f"&{a}={b}",
        )
    )
    head = f"https://{b}.example/{a}" if unit[0] in "/%&" else ""
    return exact(f"{lead}\n\n{head}", unit, f"\n\n# {m.title(rng)}\n\n")


KINDS = (
    PositiveKind("v: same object", DATA, _objects, ("tail", "closed")),
    PositiveKind("v: same string of a list", DATA, _strings, ("tail", "closed")),
    PositiveKind("v: deeper and deeper", DATA, _nested),
    PositiveKind("v: nothing left to close", DATA, _closers, ("tail", "stray")),
    PositiveKind("v: box in its place", DATA, _boxes, ("tail", "stray", "closed")),
    PositiveKind("v: row inserted again", DATA, _sql, ("tail", "closed")),
    PositiveKind("v: same statement", CODE, _statements, ("tail", "stray", "recovered")),
    PositiveKind("v: message of a log", CODE, _messages, ("tail", "recovered")),
    PositiveKind("v: term of LaTeX", CODE, _latex, ("tail", "closed")),
    PositiveKind("v: move of the pen", CODE, _svg, ("tail", "stray")),
    PositiveKind("v: same link", CODE, _links, ("tail", "recovered")),
)
