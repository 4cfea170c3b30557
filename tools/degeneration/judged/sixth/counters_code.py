"""Code, data and markup whose indices, keys, labels or places on the page go on."""

from random import Random

from degeneration import material as m
from degeneration.judged.sixth import counters_common as c
from degeneration.judged.sixth import material_counters as mc
from degeneration.sample import Loop


def _word(rng: Random) -> str:
    """An identifier of plain letters."""
    return "".join(ch for ch in m.content_word(rng) if ch.isascii()) or "item"


def _intro(rng: Random, mark: str, close: str = "") -> str:
    """Comments such as a file begins with, in one of a few languages."""
    text = mc.lead(rng, rng.choice(("en", "en", "pt", "de")), low=100, high=900)
    lines = [f"{mark} {line}{close}" for line in text.split("\n") if line]
    return "\n".join(lines) + "\n\n"


def _pins(rng: Random) -> Loop:
    """One index in two or three places of a statement."""
    a, b, d = (f"{_word(rng)}{tail}" for tail in ("_o", "_i", "_en"))
    mark, form = rng.choice(
        (
            ("//", "assign {a}[{n}] = {b}[{n}] & {d};\n"),
            ("//", "    {a}[{n}] = {b}[{n}] * {d}[{n}];\n"),
            ("#", "set_property PACKAGE_PIN {b} [get_ports {{{a}[{n}]}}]\n"),
            ("--", "{a}({n}) <= {b}({n}) when {d} = '1' else '0';\n"),
            ("#", "{a}[{n}] = {b}[{n}] if {d} else None\n"),
        )
    )
    lead = _intro(rng, mark)
    for i in range(rng.randint(0, 5)):
        lead += f"{_word(rng)}_{i} = {_word(rng)};\n"
    return c.loop(lead, lambda n: form.format(a=a, b=b, d=d, n=n), rng.randint(0, 40))


_TESTS = [
    "    def test_{f}_{n}(self):\n        self.assertEqual({f}('a'), 'a')\n\n",
    "def test_{f}_{n}() -> None:\n    assert {f}([]) is None\n\n\n",
    "it('{f} works, case {n}', () => {{\n  expect({f}(null)).toBe(null);\n}});\n\n",
    "@Test\npublic void {f}{n}() {{\n    assertTrue({f}.isEmpty());\n}}\n\n",
    "func Test{f}{n}(t *testing.T) {{\n\tif {f}() != nil {{\n\t\tt.Fail()\n\t}}\n}}\n\n",
]


def _tests(rng: Random) -> Loop:
    form, name = rng.choice(_TESTS), _word(rng)
    mark = "#" if "def" in form else "//"
    lead = _intro(rng, mark)
    return c.loop(lead, lambda n: form.format(f=name, n=n), rng.randint(2, 20))


def _sql_rows(rng: Random) -> Loop:
    table, city = _word(rng), m.content_word(rng).capitalize()
    step, width = rng.choice((1, 1, 1, 10)), rng.choice((0, 0, 8))
    rest = rng.choice(("'N/A', 'pending', 0.00", f"'{city}', NULL, 1", f"'', '{city}', 20.5, 'x'"))
    before, first = rng.randint(1, 6), rng.randint(1, 5000)
    lead = _intro(rng, "--") + f"INSERT INTO {table} VALUES\n"

    def row(n: int, rest: str) -> str:
        key = f"'{n:0{width}d}'" if width else str(n)
        return f"({key}, {rest}),\n"

    for i in range(before):
        other = f"'{m.name(rng)}', '{_word(rng)}', {rng.randint(1, 90)}.{rng.randint(10, 99)}"
        lead += row(first + i * step, other)
    closing = f"({first}, NULL);\n"
    return c.loop(lead, lambda n: row(n, rest), first + before * step, step, closing)


_CHANGES = [
    "- Minor bug fixes and improvements.",
    "* Update dependencies",
    "- Correções de erros e melhorias de desempenho.",
    "- Fehlerbehebungen und Verbesserungen der Stabilität.",
    "- 修复了一些已知问题。",
    "- Corrections mineures.",
]


def _releases(rng: Random) -> Loop:
    """A change log whose last part of the version goes on, up or down."""
    major, minor = rng.randint(0, 12), rng.randint(0, 30)
    place = rng.choice(("{a}.{b}.{n}", "{a}.{n}.0", "{a}.{b}.0-rc.{n}", "v{a}.{b}.{n}"))
    shape = rng.choice(
        ("## {v}\n\n{t}\n\n", "### [{v}]\n{t}\n\n", "{v}\n{t}\n", "**{v}**\n\n{t}\n\n")
    )
    text, down = rng.choice(_CHANGES), rng.random() < 0.3
    start, step = (rng.randint(900, 2500), -1) if down else (rng.randint(1, 40), 1)
    lead = "# Changelog\n\n" + mc.lead(rng, rng.choice(("en", "pt", "de", "zh")), high=700)

    def release(n: int) -> str:
        return shape.format(v=place.format(a=major, b=minor, n=n), t=text)

    return c.loop(lead, release, start, step)


def _css(rng: Random) -> Loop:
    """An id by one and its offset by the width of a cell."""
    name, wide = _word(rng), rng.choice((12, 20, 24, 64, 100))
    form = rng.choice(
        (
            "#{w}-{n} {{ left: {x}px; top: 0; }}\n",
            ".{w}{n} {{\n  margin-left: {x}px;\n  color: #333;\n}}\n",
            ".{w} li:nth-child({n}) {{ animation-delay: {x}ms; }}\n",
            '<div id="{w}{n}" style="left:{x}px;width:20px"></div>\n',
        )
    )
    mark, close = ("<!--", " -->") if form[0] == "<" else ("/*", " */")
    lead = _intro(rng, mark, close)
    offset = rng.randint(0, 50)
    return c.loop(lead, lambda n: form.format(w=name, n=n, x=offset + n * wide), rng.randint(1, 9))


_SEEN = ["[illegible]", "□ □ □", "Total", "do.", "siehe oben", "assinatura", "同上", "—"]


def _boxes(rng: Random) -> Loop:
    """Layout boxes one below another with the same text; top and bottom advance together."""
    left, right = rng.randint(20, 300), rng.randint(320, 990)
    top, high = rng.randint(40, 300), rng.choice((12, 14, 21, 40))
    sep = rng.choice((", ", ","))
    shape = rng.choice(
        (
            '{{"bbox": [{b}], "category": "Text", "text": "{t}"}}, ',
            '{{"box": [{b}], "label": "line", "value": "{t}"}},\n',
            "<|det|>[[{b}]]<|/det|>{t}\n",
            '<div data-bbox="{b}">{t}</div>\n',
        )
    )
    text = rng.choice(_SEEN)

    def box(top: int, text: str) -> str:
        return shape.format(b=sep.join(map(str, (left, top, right, top + high))), t=text)

    before = rng.randint(2, 8)
    closing = "{}]\n" if shape[0] == "{" else "\n"
    lead = "[\n" if shape[0] == "{" else ""
    lead += "".join(box(top + i * high, m.sentence(rng, 4, 12)) for i in range(before))
    return c.loop(lead, lambda t: box(t, text), top + before * high, high, closing)


_EMPTY = [
    "illegible",
    "",
    "not visible",
    "ilegível",
    "unleserlich",
    "不清楚",
    "нет данных",
    "غير واضح",
]


def _keys(rng: Random) -> Loop:
    """One JSON object that invents the next key for ever."""
    name, width = rng.choice(("line_", "field", "row-", "item_", "column ")), rng.choice((0, 3))
    value, sep = rng.choice(_EMPTY), rng.choice((", ", ",\n  "))
    start = rng.randint(4, 20)
    lead = '{"title": "' + m.title(rng, 2, 5) + '"' + sep
    for i in range(1, start):
        lead += f'"{name}{i:0{width}d}": "{m.sentence(rng, 4, 12)}"{sep}'
    return c.loop(
        lead, lambda n: f'"{name}{n:0{width}d}": "{value}"{sep}', start, 1, '"end": null}'
    )


def _recurrence(rng: Random) -> Loop:
    """LaTeX or plain steps of a recurrence: two neighbouring indices advance."""
    x, h = rng.choice("xyuazS"), rng.choice(("h", "\\tau", "d", "1"))
    form = rng.choice(
        (
            "{x}_{{{n}}} &= {x}_{{{k}}} + {h} \\\\\n",
            "$${x}_{{{n}}} = {x}_{{{k}}} + {h}$$\n\n",
            "We get ${x}_{{{n}}} = {x}_{{{k}}} + {h}$, so ${x}_{{{n}}} > 0$. ",
            "Donc ${x}_{{{n}}} \\le {x}_{{{k}}}$. ",
        )
    )
    return c.loop(
        mc.lead(rng, rng.choice(("en", "fr", "de"))),
        lambda n: form.format(x=x, n=n, k=n - 1, h=h),
        rng.randint(1, 30),
        closing="\\end{align}\n",
    )


_WRONG = ["/* unreachable */", "reserved", "unknown", "NOP", "not used", "Reserviert"]


def _hex_cases(rng: Random) -> Loop:
    """Cases or registers in hex, upper or lower case."""
    kind, step = rng.choice(("02X", "04x", "02x", "04X")), rng.choice((1, 1, 4, 8, 16))
    form = rng.choice(
        (
            '        case 0x{n}: return "{t}";\n',
            "| 0x{n} | {t} | R/W | 0 |\n",
            "0x{n}  {t}\n",
            "#define CODE_{n} /* {t} */ 0x{n}\n",
        )
    )
    text = rng.choice(_WRONG)
    return c.loop(
        _intro(rng, "//"),
        lambda n: form.format(n=format(n, kind), t=text),
        rng.randint(1, 200),
        step,
        "}\n",
        ambiguous=True,
    )


def _listing(rng: Random) -> Loop:
    """A listing of a machine's memory: the address goes on, what is there does not."""
    byte, op = rng.choice((("90", "nop"), ("00 00", "add byte [rax], al"), ("ff ff", "bad")))
    step = rng.choice((1, 2, 4, 16))
    shape = rng.choice(("{a:08X}  {b}  {o}\n", "  {a:x}:\t{b}\t{o}\n", "loc_{a:X}: {o}\n"))
    start = rng.randrange(0x401000, 0x7FF000, 16)
    lead = _intro(rng, ";")
    for i in range(rng.randint(1, 6)):
        lead += (
            f"{start - 64 + i * 4:08X}  {rng.randrange(256):02x}  mov r{i}, {rng.randrange(99)}\n"
        )
    return c.loop(lead, lambda n: shape.format(a=n, b=byte, o=op), start, step, ambiguous=True)


def _columns(rng: Random) -> Loop:
    """Spreadsheet columns: the letters go on, the rows stay."""
    last, head = rng.randint(12, 400), rng.choice(("Sum", "Soma", "Summe", "Total"))
    form = rng.choice(
        (
            "{head} {x}: =SUM({x}2:{x}{last})\n",
            '<td data-cell="{x}1">=AVERAGE({x}$2:{x}${last})</td>\n',
            "=ROUND(SUM({x}2:{x}{last})/{last}, 2)\t",
            '"{x}": {{"formula": "=MAX({x}2:{x}{last})", "format": "General"}},\n',
        )
    )
    return c.loop(
        mc.lead(rng, rng.choice(("en", "pt", "de"))),
        lambda n: form.format(head=head, x=m.letters(n).upper(), last=last),
        rng.randint(2, 40),
        ambiguous=True,
    )


KINDS = (
    c.kind("pins", "code and data", _pins, c.OFTEN),
    c.kind("numbered tests", "code and data", _tests),
    c.kind("rows to insert", "code and data", _sql_rows, c.ALL),
    c.kind("releases", "code and data", _releases, c.RECOVERS),
    c.kind("cells to place", "several numbers at once", _css),
    c.kind("boxes down a page", "several numbers at once", _boxes, c.ALL),
    c.kind("invented keys", "code and data", _keys, c.ALL),
    c.kind("recurrence", "several numbers at once", _recurrence),
    c.kind("cases in hex", "letters and words", _hex_cases, c.CLOSING),
    c.kind("memory listing", "letters and words", _listing),
    c.kind("sheet columns", "letters and words", _columns),
)
IN_LETTERS = ("w: cases in hex", "w: memory listing", "w: sheet columns")
WITH_POINT: tuple[str, ...] = ()
