"""Exact loops of code, brackets, formulas, image references and addresses."""

from random import Random

from degeneration import material as m
from degeneration.judged.sixth import material_exact as x
from degeneration.sample import Loop, PositiveKind

MARKUP = "exact: markup and code"

_PROGRAMS = {
    "python": (
        "from pathlib import Path\n\n\ndef load_{a}(path: Path) -> str:\n"
        '    """Read the {b} of a roll."""\n    with path.open() as file:\n        rows = []\n',
        [
            "        rows = [row.strip() for row in rows]\n",
            "        {a} = {b}.get({k}, None)\n",
            "    assert {a}[{k}] == {b}\n",
            "        if not {a}:\n            continue\n",
            "        # {a}: see {b}\n",
            "from {a} import {b}\n",
            '        print(f"{a}: {{{b}}}")\n',
            "        return {a}\n\n    except ValueError:\n",
            "{a}[{k}][",
            "not ",
        ],
    ),
    "js": (
        "const {a} = require('./{b}');\n\nexport async function open(page) {{\n"
        "  const box = await page.find('#{b}');\n  if (!box) throw new Error('no {a}');\n",
        [
            "  await page.waitFor({k});\n",
            "  .then(({a}) => {a}.{b})\n",
            "  {a}.push({{ {b}: {k} }});\n",
            "} else if ({a} === '{b}') {{\n",
            "?.{a}",
            "  console.log({a}, {k});\n",
            "    <{a} {b}={{{k}}} />\n",
        ],
    ),
    "c": (
        "#include <stdio.h>\n\nstatic int {a}_count;\n\nint {a}(const char *{b})\n{{\n"
        "    char line[512];\n    while (fgets(line, sizeof line, stdin))\n",
        [
            '    fprintf(stderr, "{a}\\n");\n',
            "#include <{a}.h>\n",
            "    {a} = {b} << {k};\n",
            "    free({a});\n    {a} = NULL;\n",
            "*({a} + ",
            "    case {k}: break;\n",
            "unsigned ",
            "#endif /* {a} */\n",
        ],
    ),
    "sql": (
        "CREATE TABLE {a} (id INTEGER PRIMARY KEY, {b} TEXT NOT NULL);\n\n"
        "-- totals by supplier and month\nSELECT s.name, sum(l.price)\nFROM {b} AS l\n",
        [
            "LEFT JOIN {a} ON {a}.id = {b}.{a}_id\n",
            "  AND {a}.{b} IS NOT NULL\n",
            "UNION ALL SELECT {k}, '{a}'\n",
            "COALESCE({a}, ",
            "INSERT INTO {a} VALUES ({k}, '{b}');\n",
        ],
    ),
    "css": (
        "/* {a} */\n:root {{ --{b}: #224; }}\nbody {{\n  font: 16px/1.5 serif;\n  margin: 0;\n}}\n",
        [
            ".{a} {{ margin: {k}px; }}\n",
            "  -webkit-{a}: {b};\n",
            ".{a} > ",
            "@media ({a}: {k}px) {{\n",
            "  background: url({a}.png);\n",
        ],
    ),
    "bash": (
        "#!/bin/sh\n# scan the {a} and name the files after the {b}\nset -eu\nout=${{1:-.}}\n"
        'for f in "$out"/*.tif; do\n  convert "$f" -deskew 40% "$f.png"\ndone\n',
        [
            "sleep {k}\n",
            "echo {a} >> {b}.txt\n",
            "| grep {a} ",
            "cd ..\n",
            "mv {a} {b}; ",
            "\\\n  --{a}={k} ",
        ],
    ),
}
"""How a program begins and the lines that it may be stuck on."""

_CLOSERS = [
    *(
        "}",
        "}}",
        ")",
        "))",
        "]",
        "\n}",
        "    }\n",
        "</div>",
        "</div>\n",
        "</span>",
        "</td></tr></table>",
    ),
    *(
        "\\right)",
        "\\end{aligned}",
        "\\end{array}",
        "</b></i>",
        "}]",
        '"}',
        "})\n",
        ");\n",
        "\\]\n",
        "$$\n\n",
    ),
    *(
        "</ul></li>",
        "```\n\n",
        "`",
        "\\\\",
        "\\\\\\\\",
        "{}",
        "**",
        "**\n",
        "&gt;",
        "</s>",
        "<pad>",
        "<|endoftext|>",
    ),
    *("end\n", "fi\n", "\\hline\n", "\\}", "|||", "<b></b>", "#", "((", "{{{", "<i><b>", "> > "),
]
_WORDED = ("end", "fi")
"""Closers of letters: they have content."""

_FORMULAS = [
    *(
        "\\frac{{{a}}}{{{b}}} + ",
        "\\left( {v} - ",
        "{v}^{{{a}}} + ",
        "\\sqrt{{{a} + ",
        "\\sum_{{i=1}}^{{{a}}} ",
    ),
    *(
        "{v}_{{{a}}} {v}_{{{b}}} ",
        "\\mathrm{{{v}}} ",
        "\\cdot {a} ",
        "= {v} ",
        "\\begin{{pmatrix}} {a} & {b} ",
    ),
    *(
        "&= {a}{v} + {b} \\\\\n",
        "\\overline{{",
        "\\Rightarrow {v} ",
        "\\text{{ and }} ",
        "{v}'",
        "\\alpha\\beta ",
    ),
    *(
        "<mi>{v}</mi><mo>+</mo>",
        "<mn>{a}</mn>",
        "\\underbrace{{{v} ",
        "\\partial_{v} ",
        "\\otimes {v} ",
        "±{a}",
    ),
    *(
        "\\item ${v} = {a}$\n",
        "\\node at ({a},{b}) {{}};\n",
        "\\ce{{H2O}} ",
        "{a}{v}^2{a}{v}^2-",
        "∇×",
        "\\hat{{",
    ),
    *(
        "\\[\n{v} = {a}\n\\]\n\n",
        "\\tag{{{a}}} ",
        "\\lim_{{{v} \\to {a}}} ",
        "\\color{{red}} ",
        "₁₂",
    ),
]
_OPENINGS = [
    *(
        "The volume of the cask is given by\n\n$$ V = ",
        "\\begin{align}\nE_k ",
        "sei \\( p(x) = ",
        "故得 $",
    ),
    *(
        "On en déduit que $$ S = ",
        "Пусть \\[ F(t) = ",
        "<math><mrow>",
        "donde $y = ",
        "\\section*{Aufgabe}\n$",
    ),
]
_IMAGES = [
    *(
        "![](images/{r}.jpg)\n\n",
        "![{g}]({r}.png)\n",
        '<img src="figs/{r}.png" alt="{g}"/>\n',
        "[image]\n\n",
    ),
    *(
        "\\includegraphics[width=\\linewidth]{{{r}}}\n",
        "<figure><img src='{r}'></figure>",
        "[[File:{r}.svg|{g}]]\n",
    ),
    *(
        "![img-{k}.jpeg](img-{k}.jpeg)\n",
        "<|image|>",
        "<image_{k}>",
        "[Figure {k}: {g}]\n\n",
        "(fig. {k}) ",
    ),
    *(
        "<!-- image -->\n\n",
        "[插图]\n",
        "[Abb. {k}]\n",
        "<graphic xlink:href='{r}'/>\n",
        "{{{{image:{r}}}}}\n",
    ),
    *('<img src="data:image/png;base64,{b}"/>\n', "![][{r}]\n", "<svg><use href='#{r}'/></svg>\n"),
]
_PATHS = [
    *(
        "/{w}",
        "/../{w}",
        "%20{w}",
        "&amp;",
        "&{w}={k}",
        "?id={k}",
        "www.",
        "{w}.",
        ".html",
        "%2F",
        "-{w}",
        "amp;",
    ),
    *(
        "/wp-content",
        "/{k}",
        "#{w}",
        "{b}",
        "{k}-{k}-",
        "/{w}/{g2}",
        "%25",
        "\\{w}",
        ":{w}:",
        "_{w}",
    ),
]
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def _ident(rng: Random) -> str:
    return rng.choice(
        ("ledger", "barrel", "folio", "stamp", "margin", "harvest", "toll", "acre", "quire", "weir")
    )


def _program(rng: Random) -> tuple[str, str, str]:
    """The language, the beginning of a program, and a line that fits into it."""
    language = rng.choice(list(_PROGRAMS))
    start, lines = _PROGRAMS[language]
    words = {
        "a": _ident(rng),
        "b": _ident(rng) + rng.choice(("", "s", "_id")),
        "k": rng.randint(2, 99),
    }
    line = rng.choice(lines)
    for key, word in words.items():
        line = line.replace("{" + key + "}", str(word))
    return language, start.format(**words), line.replace("{{", "{").replace("}}", "}")


def _statement(rng: Random) -> Loop:
    language, start, line = _program(rng)
    task = x.lead(rng, rng.choice(("en", "de", "pt", "zh", "ru")), 100, 800)
    return x.again(f"{task}\n\n```{language}\n{start}", line, "```\n\n")


def _closers(rng: Random) -> Loop:
    """What was opened is closed without end."""
    unit = rng.choice(_CLOSERS)
    if rng.random() < 0.5:
        language, start, line = _program(rng)
        lead = f"{x.any_lead(rng, 100, 600)}\n\n```{language}\n{start}{line}"
    else:
        lead = x.any_lead(rng, 100, 1200) + rng.choice(("\n\n", " \\(", "</p>", " <b>", " ")) + "x"
    return x.again(lead, unit, filler=not unit.startswith(_WORDED))


def _formula(rng: Random) -> Loop:
    a, b = rng.sample(range(2, 40), 2)
    unit = rng.choice(_FORMULAS).format(a=a, b=b, v=rng.choice("xyznkptuλθ"))
    lead = x.any_lead(rng, 100, 1500) + rng.choice((" ", "\n\n")) + rng.choice(_OPENINGS)
    return x.again(lead, unit, rng.choice((" $$\n\n", "\\)", "$\n\n", "\\end{align}\n")))


def _base64(rng: Random, low: int, high: int) -> str:
    return "".join(rng.choices(_LETTERS, k=rng.randint(low, high)))


def _address(rng: Random) -> Loop:
    """An image that is referred to again and again, or an address that grows in place."""
    words = {
        "r": f"{_ident(rng)}-{m.code(rng).lower()}",
        "g": rng.choice(x.GOODS),
        "g2": m.content_word(rng),
        "k": rng.randint(1, 60),
        "w": rng.choice((_ident(rng), m.content_word(rng), "en", "index", "category")),
        "b": _base64(rng, 4, 40),
    }
    if rng.random() < 0.5:
        lead = x.any_lead(rng, 100, 2000) + rng.choice(("\n\n", "\n"))
        return x.again(lead, rng.choice(_IMAGES).format(**words))
    start = rng.choice(
        (
            "[{w}](https://{g2}.example.org",
            '<a href="http://{g2}.example/{r}',
            "src=data:font/woff;{b}",
        )
    )
    lead = x.any_lead(rng, 100, 1500) + " " + start.format(**words)
    return x.again(lead, rng.choice(_PATHS).format(**words))


KINDS: tuple[PositiveKind, ...] = (
    PositiveKind("w: statement without effect", MARKUP, _statement, ("tail", "tail", "closed")),
    PositiveKind("w: closers of what is closed", MARKUP, _closers),
    PositiveKind("w: term of a formula", MARKUP, _formula, ("tail", "tail", "closed", "stray")),
    PositiveKind("w: image or address in place", MARKUP, _address, ("tail", "tail", "recovered")),
)
