"""Tables, JSON, code, markup and reasoning that come again and again, a little different."""

import json
from random import Random

from degeneration import material as m
from degeneration.held_out import broad_records as r
from degeneration.held_out import broad_tools as t
from degeneration.held_out import broad_wordings as w
from degeneration.held_out import material_broad as b
from degeneration.sample import Ending, Loop, PositiveKind


def _vowels(rng: Random, name: str, times: int) -> str:
    out = list(name)
    for _ in range(times):
        at = rng.choice([i for i in range(1, len(out)) if out[i] in "aeiou"])
        out[at] = rng.choice("aeiou")
    return "".join(out)


def name_that_changes(rng: Random) -> Loop:
    """A name that comes out otherwise each time, in a frame that stays."""
    lang = rng.choice(("en", "de", "it", "pt", "es", "pl"))
    given = rng.choice((m.content_word(rng).capitalize(), rng.choice(b.NAMES[lang]).split()[-1]))
    core = given + rng.choice(("ate", "or", "ino", "eta"))
    tail, what = rng.choice(b.NOUNS[lang]).title(), rng.choice(b.NOUNS[lang])
    frame = rng.choice(
        (
            f"## {{}} {tail}\n\n",
            f"- [{{0}} {tail}](https://example.org/{what}/{{0}})\n",
            f"{{}} {tail} ({what}), ",
            f"<li><b>{{}}</b> {tail}, {what}</li>\n",
            f"{what.capitalize()} {{}} {b.AND[lang]} {{}} {tail}.\n",
        )
    )
    least, wild = rng.randint(0, 1), rng.randint(1, 3)

    def named() -> str:
        return frame.format(*(_vowels(rng, core, rng.randint(least, wild)) for _ in range(2)))

    lead = t.lead(rng, lang) + ("<ul>\n" if frame.startswith("<li") else "")
    return Loop("drift", lead, t.always(named))


def rows_of_few_figures(rng: Random) -> Loop:
    """The same row of a ledger with figures out of a handful."""
    sheet, style = r.sheet(rng), rng.choice(r.STYLES)
    lead, closing = r.table(rng, sheet, style)
    date, item, *_ = sheet.cells(rng)
    counts = [str(rng.randint(1, 40)) for _ in range(rng.randint(1, 3))]
    sums = [sheet.money(rng) for _ in range(rng.randint(3, 5))]

    def row() -> str:
        return r.row(style, [date, item, rng.choice(counts), rng.choice(sums)])

    return Loop("drift", lead, t.always(row), closing, least=5)


def objects_hardly_differ(rng: Random) -> Loop:
    """One record again, its keys in another order and its gaps written another way."""
    sheet = r.sheet(rng)
    record = sheet.record(rng)
    gap = rng.choice(("note", "obs", "ref", "page", "remark"))
    blanks: list[object] = [None, "", "N/A", "null", []]
    lead, closing = r.array(rng, sheet)
    indent = rng.choice((None, None, 2))

    def item() -> str:
        pairs = [*record.items(), (gap, rng.choice(blanks))]
        if rng.random() < 0.6:
            at = rng.randrange(len(pairs) - 1)
            pairs[at], pairs[at + 1] = pairs[at + 1], pairs[at]
        return json.dumps(dict(pairs), ensure_ascii=False, indent=indent) + ",\n"

    return Loop("drift", lead, t.always(item), closing)


def markup_that_wavers(rng: Random) -> Loop:
    """A table row whose attributes and tags come and go while its text is misread."""
    sheet = r.sheet(rng)
    lead, closing = r.table(rng, sheet, "html")
    _, item, count, total = sheet.cells(rng)
    label = f"{item} {rng.choice(b.NOUNS[sheet.lang])}"
    dress = ('<td colspan="2">', "<td>", "<td>", '<td class="l">', "<th>", '<td align="right">')

    def cell(text: str) -> str:
        opened = rng.choice(dress)
        return f"{opened}{text}</{opened[1:3]}>"

    def row() -> str:
        text = label if rng.random() < 0.6 else t.slip(rng, label)
        gap = rng.choice(("", "\n", "  "))
        return "<tr>" + gap.join((cell(text), cell(count), cell(total))) + "</tr>\n"

    return Loop("drift", lead, t.always(row), closing)


_CODE = [
    # start of a file, a line or block with `{0}` and `{1}` for names, and words for those
    (
        "import logging\nfrom pathlib import Path\n\nlog = logging.getLogger(__name__)\n\n\n"
        "def load(path: Path) -> dict:\n    text = path.read_text()\n    return parse(text)\n\n\n"
        "class Encoder:\n    def __init__(self, width: int) -> None:\n        self.width = width\n",
        "        self.{0}_{1} = Linear(width, width, bias=False)\n",
        "attn proj norm gate dense skip",
    ),
    (
        "'use strict';\n\nconst express = require('express');\nconst app = express();\n\n"
        "app.use(express.json({ limit: '2mb' }));\nlet sessions = new Map();\n\n",
        "app.get('/{0}/{1}', (req, res) => {{\n"
        "  res.json({{ {1}: sessions.get(req.{0}) }});\n}});\n",
        "user users userId item list detail",
    ),
    (
        "CREATE TABLE pedido (\n  id INTEGER PRIMARY KEY,\n  emitido DATE NOT NULL\n);\n\n"
        "INSERT INTO pedido VALUES (1, '2011-04-02');\n\n-- relatório do mês\nSELECT p.id,\n",
        "  COALESCE(p.{0}_{1}, 0) AS {1}_{0},\n",
        "valor total liquido bruto saldo taxa",
    ),
    (
        '#include <stdio.h>\n#include "grid.h"\n\nstatic int depth = 0;\n\nint main(void)\n{\n'
        '    struct grid g;\n    grid_init(&g, 64, 48);\n    puts("ready");\n',
        "    if (g.{0} != NULL && g.{1} > 0) {{ free(g.{0}); g.{1} = 0; }}\n",
        "rows cols cell cells head tail",
    ),
]


def names_in_code(rng: Random) -> Loop:
    """A statement again with names that are put together of the same few parts."""
    head, line, parts = rng.choice(_CODE)
    fence = rng.choice(("", "```\n"))
    words = rng.sample(parts.split(), rng.randint(3, 6))
    return Loop(
        "drift",
        t.lead(rng, "en") + fence + head if rng.random() < 0.5 else fence + head,
        t.always(lambda: line.format(rng.choice(words), rng.choice(words))),
        "\n" + fence,
        least=5,
    )


_RETRIES = [
    (
        "[Let me|I'll|I will] [try again|retry|run it again][.| now.| once more.]\n",
        '<tool_call>{{"name": "{tool}", "arguments": {{"path": "{path}"}}}}</tool_call>\n',
        "[Error|error|ERROR]: {path}: [No such file or directory|not found|cannot open]\n",
    ),
    (
        "[Vou tentar|Tentarei|Vamos tentar] [de novo|novamente|outra vez][.| com outra opção.]\n",
        "$ {tool} {path}[| --force| -v]\n",
        "[erro|falha|Erro]: {path} [não encontrado|inexistente|não existe]\n",
    ),
    (
        "[Je réessaie|J'essaie encore|Nouvel essai][.|, avec une pause.| maintenant.]\n",
        '> {tool}("{path}"[|, timeout=30|, timeout=60])\n',
        "[TimeoutError|ConnectionError|ReadTimeout]: {path} [(30 s)|(60 s)|]\n",
    ),
]


def tries_again(rng: Random) -> Loop:
    """An agent that makes the same call, gets the same error and says so in other words."""
    at = rng.randrange(len(_RETRIES))
    template = "".join(_RETRIES[at]) + rng.choice(("", "\n"))
    path = f"{m.content_word(rng)}/{rng.choice(b.NOUNS['en'])}.{rng.choice(('py', 'toml', 'csv'))}"
    tool = rng.choice(("read_file", "fetch", "pytest", "open_table", "make"))
    text = template.replace("{{", "{").replace("}}", "}")
    text = text.replace("{path}", path).replace("{tool}", tool)
    return Loop("drift", t.lead(rng, ("en", "pt", "fr")[at]), t.always(lambda: t.worded(rng, text)))


def boxes_that_tremble(rng: Random) -> Loop:
    """The same piece of layout again, its box a few points off."""
    lang = rng.choice(b.LANGS)
    nouns = rng.sample(b.NOUNS[lang], 8)
    label = rng.choice(("Text", "Caption", "text", "Section-header", "cell"))
    form = rng.choice(
        (
            '{{"bbox": [{0}], "category": "' + label + '", "text": "{1}"}}, ',
            '{{"text": "{1}", "box": [{0}]}},\n',
            "<|ref|>{1}<|/ref|><|det|>[[{0}]]<|/det|>\n",
            '<span class="ocrx_word" title="bbox {0}">{1}</span>\n',
        )
    )

    def box(text: str, points: list[int], by: int) -> str:
        moved = [str(x + rng.randint(-by, by)) for x in points]
        return form.format((" " if "title" in form else ", ").join(moved), text)

    def corners() -> list[int]:
        x, y = rng.randint(20, 400), rng.randint(20, 800)
        return [x, y, x + rng.randint(60, 400), y + rng.randint(12, 60)]

    lead = ("[" if form.startswith("{") else "") + "".join(
        box(f"{noun} {m.phrase(rng)}", corners(), 0) for noun in nouns[2:]
    )
    text = nouns[0] if rng.random() < 0.5 else f"{nouns[0]} {b.AND[lang]} {nouns[1]}"
    points, by = corners(), rng.choice((1, 2))
    return Loop("drift", lead, t.always(lambda: box(text, points, by)), "", least=5)


def thinks_again(rng: Random) -> Loop:
    """Reasoning that goes over the same steps, doubts the answer and starts over."""
    lang, asked, steps = rng.choice(w.DOUBTS)
    a, left = rng.randint(3, 40), rng.randint(3, 60)
    numbers = {"a": a, "b": left, "c": a + left}
    steps = [step.format(**numbers) for step in steps]
    glue = "" if lang == "zh" else rng.choice((" ", "\n"))
    end = rng.choice(("\n\n", "\n"))

    def round_() -> str:
        said = [t.worded(rng, step) for step in steps if rng.random() < 0.85]
        return glue.join(said or [t.worded(rng, steps[1])]) + end

    head = t.lead(rng, lang) + rng.choice(("<think>\n", "", "**Solution**\n\n"))
    return Loop("drift", head + asked.format(**numbers) + "\n", t.always(round_))


def equations_restated(rng: Random) -> Loop:
    """An equation again with other signs, brackets and one of a few indices."""
    x, y = rng.sample(["x", "u", "\\phi", "\\psi", "f", "\\mathbf{v}", "q"], 2)
    ops = rng.sample(["+", "-", "\\cdot", "\\times"], 2)
    index = rng.sample("ijkmn", 2)
    left, right = rng.choice((("\\left(", "\\right)"), ("(", ")"), ("\\{", "\\}"), ("[", "]")))
    wraps = rng.choice((("", " \\\\\n"), ("\\[ ", " \\]\n"), ("$$", "$$\n\n"), ("&= ", " \\\\\n")))
    big = rng.choice(
        ("\\sum_{{{0}}}", "\\int_{{0}}^{{{0}}}", "\\prod_{{{0}}}", "\\partial_{{{0}}}")
    )

    def line() -> str:
        op, i, k = rng.choice(ops), rng.choice(index), rng.choice(index)
        terms = [f"{x}_{{{i}}}", f"{y}_{{{k}}}"]
        if rng.random() < 0.3:
            terms.reverse()
        inner = f" {op} ".join(terms)
        body = f"{left}{inner}{right}" if rng.random() < 0.6 else inner
        return wraps[0] + big.format(i) + " " + body + f" = \\frac{{{x}}}{{{y}_{k}}}" + wraps[1]

    lead = t.lead(rng, rng.choice(("en", "de", "fr", "ru")))
    head = "\\begin{align*}\n" if "\\\\" in wraps[1] else ""
    return Loop("drift", lead + head, t.always(line), "\\end{align*}\n" if head else "\n")


def page_over_again(rng: Random) -> Loop:
    """A whole page that starts over at one of its lines, with slips."""
    lang = rng.choice(b.LANGS)
    lead, kept = t.opening(rng, lang, 4)
    nouns = rng.sample(b.NOUNS[lang], 4)
    lines = [f"{nouns[0]} {b.AND[lang]} {nouns[1]}", *kept]
    lines += [f"{noun}: {t.amount(rng, lang != 'en')}" for noun in nouns[2:]]
    lines[0] = rng.choice(("# ", "", "— ")) + lines[0]

    def page() -> str:
        again = lines[rng.choice((0, 0, 0, 1, 2)) :]
        at = rng.randrange(len(again))
        return "\n".join(t.slip(rng, x) if i == at else x for i, x in enumerate(again)) + "\n\n"

    return Loop("drift", lead, t.always(page))


def bullets_that_change(rng: Random) -> Loop:
    """The same point of a list with other marks, emphasis and endings."""
    lang, lead, unit = t.sentence(rng, b.LANGS)
    head = rng.choice(b.NOUNS[lang]).capitalize()
    marks = rng.sample(["- ", "* ", "• ", "– ", "+ ", "1. ", "  - ", "> "], 4)
    body = unit.rstrip(".।。")

    def point() -> str:
        title = rng.choice((head, f"**{head}**", f"*{head}*", head.upper(), f"`{head}`"))
        return f"{rng.choice(marks)}{title}{rng.choice((': ', ' – ', ' '))}{body}{rng.choice(ends)}"

    ends = (".\n", "\n", ";\n", ".\n\n")
    return Loop("drift", lead, t.always(point))


_CLOSED: tuple[Ending, ...] = ("tail", "tail", "closed")
_ANY: tuple[Ending, ...] = ("tail", "tail", "stray", "closed", "recovered")

KINDS = (
    PositiveKind("blind: name that changes", "drift: noise", name_that_changes),
    PositiveKind("blind: rows of few figures", "drift: records", rows_of_few_figures, _CLOSED),
    PositiveKind("blind: objects hardly differ", "drift: records", objects_hardly_differ, _ANY),
    PositiveKind("blind: markup that wavers", "drift: records", markup_that_wavers, _CLOSED),
    PositiveKind("blind: names in code", "drift: code", names_in_code, ("tail", "tail", "stray")),
    PositiveKind("blind: tries again", "drift: reasoning", tries_again),
    PositiveKind("blind: boxes that tremble", "drift: records", boxes_that_tremble),
    PositiveKind("blind: thinks again", "drift: reasoning", thinks_again, ("tail", "recovered")),
    PositiveKind("blind: equations restated", "drift: code", equations_restated, _CLOSED),
    PositiveKind("blind: page over again", "drift: rewriting", page_over_again),
    PositiveKind("blind: bullets that change", "drift: dress", bullets_that_change),
)
