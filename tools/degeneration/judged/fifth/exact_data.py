"""Loops in JSON, in scraps of bytes, in code and in logs."""

import json
from random import Random

from degeneration.judged.fifth import material_exact as mx
from degeneration.judged.fifth.exact_base import CLOSED, MIXED, RECOVERED, STRAY, TAIL, loop
from degeneration.judged.fifth.exact_tables import THINGS
from degeneration.sample import Loop, PositiveKind

DATA = "exact: data and code"

KEYS = [
    *("description quantity amount", "descricao quantidade valor", "nombre folio importe"),
    *(
        "name page year",
        "品名 数量 金額",
        "фамилия лист год",
        "الاسم الصفحة السنة",
        "nom feuillet an",
    ),
]


def _value(rng: Random, language: str) -> dict[str, object]:
    keys = rng.choice(KEYS).split()
    thing = rng.choice(THINGS[language].split("|")[3:])
    values: list[object] = [thing, rng.randint(1, 90), f"{rng.uniform(1, 999):.2f}"]
    if rng.random() < 0.4:
        keys, values = (
            [*keys, "ref"],
            [*values, rng.choice((None, [], "", True, [1, 2], {"a": "b"}))],
        )
    return dict(zip(keys, values, strict=True))


def _record(rng: Random) -> Loop:
    """A record of an array, compact or indented, or one value of a list."""
    language = rng.choice(list(THINGS))
    indent = rng.choice((None, None, 2, 4))
    plain = rng.random() < 0.7
    said = mx.sentences(rng, language, len(mx.SENTENCES[language]))
    head = json.dumps({"source": mx.person(rng, language), "notes": said}, ensure_ascii=not plain)
    last = _value(rng, language)
    unit = json.dumps(last, ensure_ascii=not plain, indent=indent) + ",\n"
    if rng.random() < 0.3:
        unit = json.dumps(rng.choice(list(last.values())[:3]), ensure_ascii=not plain) + ", "
    first = json.dumps(_value(rng, language), ensure_ascii=not plain, indent=indent)
    return loop(f'{head[:-1]}, "items": [\n{first},\n', unit, "null]}\n")


def _quoted(text: str, deep: int) -> str:
    for _ in range(deep):
        text = json.dumps(text)[1:-1]
    return text


def _escaped(rng: Random) -> Loop:
    """JSON or HTML within a string, its quotes and signs escaped once or twice."""
    language = mx.language(rng)
    deep = rng.choice((1, 1, 2))
    start = rng.choice(('{"role": "tool", "content": "', '{"html": "', '{"markdown": "', '["', "'"))
    thing = mx.sentences(rng, language, 1)[0].split(" ")[0]
    unit = rng.choice(
        (
            f'{{"a": "{thing}"}}, ',
            f'<td class="n">{thing}</td>\n',
            f"- {thing}\n",
            f'\\"{thing}\\" ',
            f"| {thing} |\n",
            f"{thing}\t",
            f'<p lang="{language}">{thing}</p>',
            f"C:\\{thing}\\",
            f"{thing}\r\n",
            f'"{thing}"',
        )
    )
    text = "\n".join(mx.sentences(rng, language, rng.randint(4, 8)))
    if len(text) < 90:
        text += "\n" + mx.lead(rng, "en")
    return loop(start + _quoted(text + "\n", deep), _quoted(unit, deep), '"}\n')


SCRAPS = [
    *(
        "KKKKACiiigAooooA",
        "AAAAAElFTkSuQmCC",
        "3f 80 00 00 ",
        "\\x1f\\x8b",
        "%C3%A3",
        "deadbeef",
        "Q0FB",
    ),
    *(
        "../assets/../",
        "node_modules/lodash/",
        "&page=2&sort=asc",
        "/en/en",
        "?next=/login",
        "\\ud83d\\ude02",
    ),
    *(
        "4e71 ",
        "0xFF, 0xD8, ",
        "%2520",
        "&#x4E2D;",
        "=C3=A9=\n",
        "-7d3a",
        "M 10 10 L 20 20 ",
        "1,0,0,1,",
    ),
    *(
        "rgba(12,40,80,0.5) ",
        "\\u4e2d\\u6587",
        "c0.3,0.1 ",
        "l-2,4 ",
        "MTIz\n",
        "ACAAIA",
        "UklGR",
        ".aa.bb",
    ),
    *(
        "Zm9vYmFy",
        "QEFBQkFB\n",
        "<0x0A><0x41>",
        "#a1b2c3, ",
        "::1:fe80",
        "\\033[1m\\033[0m",
        "A9/j",
        "77u/",
    ),
]
BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def _scrap(rng: Random) -> Loop:
    """Base64, hexadecimal, escapes and addresses that go round."""
    unit = rng.choice(SCRAPS)
    if rng.random() < 0.25:
        unit = "".join(rng.choices(BASE64, k=rng.randint(3, 76))) + rng.choice(("", "\n"))
    noise = "".join(rng.choices(BASE64, k=rng.randint(40, 160)))
    start = rng.choice(
        (
            f"![](data:image/png;base64,{noise}",
            f'<img src="data:image/jpeg;base64,{noise}',
            f"href=https://archive.example/{noise[:9]}?id=",
            f'<path d="M4 4 {rng.randint(3, 90)} ',
            f"sha256: {noise[:20]}\nkey: ",
            "0001f0  7a 41 00 13 ",
            'b"',
            "-----BEGIN DATA-----\n" + noise + "\n",
        )
    )
    text = mx.lead(rng, mx.language(rng, "en pt de fr ja ru"))
    return loop(f"{text}\n\n{start}", unit, '")\n\n')


SOURCE = [
    "import {w} as _{w}",
    "def {w}_{n}(page, limit={n}):",
    "    rows = page.{w}[{n}:]",
    "class {W}(Base):",
    "const {w} = await load('{w}-{n}');",
    "SELECT {w}, id FROM t{n} WHERE {w} > {n};",
    "{w} := {n} + k",
    "    if {w} is None or len({w}) < {n}:",
    "#define {W}_MAX {n}",
    "fn {w}(x: u{n}) -> bool {{",
    "// {w}: {n}",
    '    print(f"{w} = {{{w}!r}}")',
    "    raise KeyError('{w}')",
    "    return {w}.strip()[: {n}]",
]
NAMES = [
    "ledger",
    "folio",
    "parish",
    "column",
    "scan",
    "margin",
    "vellum",
    "clasp",
    "ribbon",
    "quire",
]
STATEMENTS = [
    "        self.assertEqual(result, expected)\n",
    "    x = x.strip()\n",
    "import numpy as np\n",
    "    }\n",
    "} else if (node == null) {\n",
    "        return None\n\n",
    "\tmov eax, ebx\n",
    "console.log(row); ",
    "INSERT INTO t VALUES (1, 'a', NULL);\n",
    "#include <stdio.h>\n",
    ".then(r => r.json())",
    "!important; ",
    '      <div className="row">\n',
    "    // TODO: handle the remaining cases\n",
    "and not done ",
    "~/.cache/",
    "  - name: checkout\n    uses: actions/checkout@v4\n",
    "pass\n    ",
    ".replace('a', 'b')",
    "|| (a && b) ",
    "    assert page is not None, 'no page'\n    page = page.parent\n",
    "std::vector<",
    "    end\n",
    "NULL, ",
    "    elif char == '\\n':\n        line += 1\n",
    "@pytest.mark.slow\n",
    "(car (cdr ",
    "&mut ",
    "    &#125;\n",
    "            continue\n        if item in seen:\n",
    "private final String name;\n\n",
    "RUN apt-get update\n",
    "df = df.dropna().reset_index(drop=True)\n",
    "    x += 1  # печать\n",
    "# 次の行を読む\n",
    "if (true) {",
]


def _code(rng: Random, lines: int) -> str:
    out = []
    for line in rng.sample(SOURCE, lines):
        word = rng.choice(NAMES)
        out.append(line.format(w=word, W=word.upper(), n=rng.randint(2, 400)))
    return "\n".join(out) + "\n"


def _statement(rng: Random) -> Loop:
    asked = rng.choice(
        ("Here is the script.\n\n", "", "Claro, segue o código:\n\n", "Вот код:\n\n")
    )
    fence = rng.choice(("```python\n", "```\n", "```js\n"))
    text = asked + fence + _code(rng, rng.randint(5, len(SOURCE)))
    return loop(text, rng.choice(STATEMENTS), "```\n\n")


LOGS = [
    "{t} WARN  [{w}] retrying in {n} ms\n",
    "{t} ERROR {w}.c:{n}: no such table\n",
    "[{n}.{n}] {w}: link is down\n",
    '{i} - - [{t}] "GET /{w}?p={n} HTTP/1.1" 404 {n}\n',
    "{t},{w},{n},ok\n",
    "  at {w}.read ({w}.js:{n}:7)\n",
    'level=info ts={t} msg="{w} ready" n={n}\n',
    "{t} {w}[{n}]: соединение закрыто\n",
    "{t}|{w}|{n}|失败|\n",
    "warning[E{n}]: unused variable `{w}`\n --> src/{w}.rs:{n}:9\n\n",
    "| {t} | {w} | {n} |\n",
    "{w}: {n}\n{w}_at: {t}\n",
]


def _log(rng: Random) -> Loop:
    """A log whose last line comes again with the same time on it."""
    shape = rng.choice(LOGS)
    day, hour = rng.randint(1, 28), rng.randint(0, 22)

    def line(minute: int, shape: str) -> str:
        stamp = f"2024-03-{day:02d}T{hour:02d}:{minute:02d}:{rng.randrange(60):02d}Z"
        address = ".".join(str(rng.randint(1, 254)) for _ in range(4))
        return shape.format(t=stamp, w=rng.choice(NAMES), n=rng.randint(11, 999), i=address)

    before = [line(minute, rng.choice(LOGS)) for minute in range(rng.randint(4, 14))]
    return loop("".join(before), line(58, shape), "exit status 1\n\n")


KINDS = (
    PositiveKind("v: record of an array", DATA, _record, CLOSED),
    PositiveKind("v: string in a string", DATA, _escaped, STRAY),
    PositiveKind("v: scrap of bytes", DATA, _scrap, TAIL),
    PositiveKind("v: statement after itself", DATA, _statement, RECOVERED),
    PositiveKind("v: line of a log", DATA, _log, MIXED),
)
