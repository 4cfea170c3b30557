"""Counters of rows, records, keys, boxes, files, logs and code."""

from random import Random

from degeneration import material as m
from degeneration.judged.second.exact_markup import cell
from degeneration.judged.second.material_loops import (
    figure,
    lead,
    onwards,
    opening,
    padded,
    piece,
    sentence,
    series,
    tongue,
    word,
)
from degeneration.sample import Loop, PositiveKind

ROWS = "counter: table rows"
RECORDS = "counter: records and keys"
CODE = "counter: code and logs"

_UP = (1, 1, 1, 2, 5, 10)


def _cells(rng: Random, width: int) -> list[str]:
    return [cell(rng) for _ in range(width)]


def _html_rows(rng: Random) -> Loop:
    """The first cell counts, the others stay; or two of them count."""
    number, other = series(rng, 1, 80, (1,)), series(rng, 100, 5000, (3, 7, 10, 25, 100))
    cells, two = _cells(rng, rng.randint(1, 5)), rng.random() < 0.3
    tag, end = rng.choice(("td", "td", "th")), rng.choice(("\n", ""))

    def row(k: int) -> str:
        extra = f"<td>{other(k)}</td>" if two else ""
        rest = "".join(f"<td>{text}</td>" for text in cells)
        return f"<tr><{tag}>{number(k)}</{tag}>{rest}{extra}</tr>{end}"

    clean = "".join(
        f"<tr>{''.join(f'<td>{text}</td>' for text in _cells(rng, len(cells) + 1))}</tr>{end}"
        for _ in range(rng.randint(0, 5))
    )
    return onwards(opening(rng, tongue(rng)) + "<table>" + end + clean, row, "</table>\n", least=16)


def _markdown_rows(rng: Random) -> Loop:
    width = rng.randint(1, 4)
    names = " | ".join(m.title(rng, 1, 1) for _ in range(width))
    head = f"| Nº | {names} |\n|{'---|' * (width + 1)}\n"
    number, rest = series(rng, 1, 40, (1, 1, 1, 2, 10)), " | ".join(_cells(rng, width))
    first = rng.random() < 0.7
    return onwards(
        opening(rng, tongue(rng)) + head,
        lambda k: f"| {number(k)} | {rest} |\n" if first else f"| {rest} | {number(k)} |\n",
        "\n",
        least=20,
    )


def _latex_rows(rng: Random) -> Loop:
    number, second = series(rng, 1, 40, (1,)), series(rng, 10, 900, (2, 4, 5, 50))
    rest, rule = (
        " & ".join(_cells(rng, rng.randint(1, 4))),
        rng.choice((" \\\\\n", " \\\\ \\hline\n")),
    )
    two = rng.random() < 0.4
    return onwards(
        opening(rng, tongue(rng)) + "\\begin{tabular}{rlll}\n\\hline\n",
        lambda k: f"{number(k)} & {rest}{f' & {second(k)}' if two else ''}{rule}",
        "\\end{tabular}\n",
        least=20,
    )


def _flat_rows(rng: Random) -> Loop:
    """CSV with several columns that count, each by a step of its own, up or down."""
    between = rng.choice((",", ";", "\t", "|"))
    slots = [series(rng, 1, 9000, (1, 2, 5, 10, 60)) for _ in range(rng.randint(1, 3))]
    if rng.random() < 0.4:
        slots.append(series(rng, 50_000, 90_000, (-1, -3, -10)))
    fixed = _cells(rng, rng.randint(1, 4))
    # Which column counts and which one stays is drawn once.
    order = rng.sample(range(len(slots) + len(fixed)), len(slots) + len(fixed))

    def line(k: int) -> str:
        cells = [slot(k) for slot in slots] + fixed
        return between.join(cells[i] for i in order) + "\n"

    names = between.join(word(rng, "en").lower() for _ in order)
    return onwards(opening(rng, tongue(rng), 0.4) + names + "\n", line, least=16)


def _balance(rng: Random) -> Loop:
    """A ledger of one entry whose balance rises or falls by its amount."""
    style = rng.choice(("en", "pt", "fr"))
    amount = rng.choice((5.5, 12.0, 37.4, 100.0, 250.25, 999.9))
    start, sign = rng.uniform(2_000_000, 9_000_000), rng.choice((1, 1, -1))
    what, each = piece(rng, tongue(rng), 1, 4), figure(amount, 2, style)
    form = rng.choice(
        ("{} | {} | {}\n", "{}\t{}\t{}\n", "<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n")
    )
    start = round(start, 2)
    return onwards(
        opening(rng, tongue(rng)),
        lambda k: form.format(what, each, figure(start + sign * amount * k, 2, style)),
        least=20,
    )


def _json_ids(rng: Random) -> Loop:
    lang = tongue(rng)
    number = rng.choice((series(rng, 1, 900, _UP), padded(rng, 5, 4000)))
    quoted = rng.choice(('"id": "{}"', '"id": "ITEM-{}"', '"code": "A{}"', '"seq": "{}"'))
    pairs = "".join(
        f', "{word(rng, lang).lower()}": "{cell(rng)}"' for _ in range(rng.randint(1, 5))
    )
    wide = rng.random() < 0.4
    body = pairs.replace(", ", ",\n      ", 99) if wide else pairs
    before = f'{{\n  "{word(rng, "en").lower()}": [\n    {{"name": "{m.name(rng)}"}}'
    return onwards(
        opening(rng, lang, 0.3, 700) + before,
        lambda k: f",\n    {{{quoted.format(number(k))}{body}}}",
        "\n  ]\n}\n",
    )


def _json_keys(rng: Random) -> Loop:
    """Keys of an object that count, with the same value or none."""
    name = rng.choice((word(rng, "en").lower(), "field", "campo", "item", "row", "q", "行"))
    form = rng.choice((',\n  "{n}_{k}": {v}', ', "{n}{k}": {v}', ',\n  "{n} {k}": {v}'))
    value = rng.choice(('""', "null", f'"{cell(rng)}"', "0", f'{{"text": "{cell(rng)}"}}', "[]"))
    number = series(rng, 1, 30, (1,))
    before = f'{{"document": "{m.title(rng)}"'
    return onwards(
        opening(rng, tongue(rng), 0.4) + before,
        lambda k: form.format(n=name, k=number(k), v=value),
        "\n}\n",
        least=28,
    )


def _serials(rng: Random) -> Loop:
    """Numbers of invoices, seats, samples or books, with leading zeros or behind a code."""
    head = rng.choice(("Invoice ", "NF-e ", "Lote ", "SN", "Sample ", "Tombo ", "Rechnung ", "№ "))
    code = rng.choice(("", m.code(rng) + "/", f"{rng.randint(1990, 2026)}-"))
    number, what = padded(rng, rng.randint(4, 8), 999), rng.choice((cell(rng), m.title(rng, 2, 4)))
    after = rng.choice((" ", ": ", "\t", " – "))
    return onwards(
        lead(rng, tongue(rng)), lambda k: f"{head}{code}{number(k)}{after}{what}\n", least=26
    )


def _sql(rng: Random) -> Loop:
    table = word(rng, "en").lower()
    number, fixed = series(rng, 1, 500, (1,)), f"'{m.name(rng)}', {rng.randint(1, 90)}"
    start = f"INSERT INTO {table} (id, name, n) VALUES "
    one_each = rng.random() < 0.5
    text = opening(rng, "en") + ("" if one_each else f"{start}(0, '{m.name(rng)}', 3)")
    return onwards(
        text,
        lambda k: f"{start}({number(k)}, {fixed});\n" if one_each else f",\n({number(k)}, {fixed})",
        "" if one_each else ";\n",
    )


def _line_boxes(rng: Random) -> Loop:
    """Page XML, ALTO or hOCR whose lines come down the page at one distance."""
    lang = tongue(rng)
    number, top = series(rng, 1, 40, (1,)), series(rng, 100, 900, (18, 24, 31, 40, 52))
    left, width, text = rng.randint(20, 400), rng.randint(300, 2000), piece(rng, lang, 1, 6)
    form = rng.choice(
        (
            '<String ID="S_{i}" HPOS="{x}" VPOS="{y}" WIDTH="{w}" CONTENT="{t}"/>\n',
            '{{"line": {i}, "box": [{x}, {y}, {w}, {y}], "text": "{t}"}}\n',
            '<TextLine id="l{i}"><Coords points="{x},{y}"/><Unicode>{t}</Unicode></TextLine>\n',
            "<span class='ocr_line' id='line_1_{i}' title='bbox {x} {y} {w} 40'>{t}</span>\n",
        )
    )
    return onwards(
        f'<page id="{m.code(rng)}">\n' + opening(rng, lang, 0.2, 400),
        lambda k: form.format(i=number(k), x=left, y=top(k), w=width, t=text),
        "</page>\n",
    )


def _boxes(rng: Random) -> Loop:
    """Boxes of things found in an image, which march across it."""
    step, other = rng.choice((4, 8, 10, 16, 25)), rng.choice((0, 0, 12, 20))
    x, y, w, h = (rng.randint(5, 400) for _ in range(4))
    label = rng.choice(("text", "table cell", "person", "figure", "linha", word(rng, "en").lower()))
    form = rng.choice(
        (
            '{{"bbox_2d": [{}, {}, {}, {}], "label": "{}"}},\n',
            "<|box_start|>({},{}),({},{})<|box_end|>{}\n",
            "<loc_{}><loc_{}><loc_{}><loc_{}>{}",
            "[[{}, {}, {}, {}]] {}\n",
        )
    )
    return onwards(
        opening(rng, tongue(rng)),
        lambda k: form.format(
            x + step * k, y + other * k, x + w + step * k, y + h + other * k, label
        ),
        least=12,
    )


def _drawing(rng: Random) -> Loop:
    step, size, fixed = rng.choice((5, 10, 12, 20, 36)), rng.randint(3, 40), rng.randint(0, 600)
    colour, start = f"#{rng.randrange(16**3):03x}", rng.randint(0, 50)
    name = piece(rng, "en", 1, 4)
    form = rng.choice(
        (
            '<rect x="{a}" y="{f}" width="{s}" height="{s}" fill="{c}"/>\n',
            '<text x="{f}" y="{a}" font-size="{s}">{t}</text>\n',
            "\\draw ({a},{f}) circle ({s}pt); % {t}\n",
            "ctx.fillRect({a}, {f}, {s}, {s}); // {t}\n",
            "L {a} {f} M {a} 0\n",
        )
    )
    return onwards(
        opening(rng, "en", 0.4) + '<svg width="800" height="600">\n',
        lambda k: form.format(a=start + step * k, f=fixed, s=size, c=colour, t=name),
        "</svg>\n",
        least=28,
    )


def _settings(rng: Random) -> Loop:
    name = word(rng, "en")
    form = rng.choice(
        (
            *("{n}_{k}: {v}\n", "export {u}_{k}={v}\n", "  - {n}{k}: {v}\n", "{n}[{k}] = {v}\n"),
            *("param{k}={v}&", "  {n}.{k}.enabled: true\n", "[{n}_{k}]\nvalue = {v}\n\n"),
        )
    )
    number, value = series(rng, 0, 40, (1,)), rng.choice((cell(rng), "true", "0.5", '""'))
    return onwards(
        opening(rng, "en"),
        lambda k: form.format(n=name.lower(), u=name.upper(), k=number(k), v=value),
        least=28,
    )


def _code(rng: Random) -> Loop:
    a, b = word(rng, "en").lower(), word(rng, rng.choice(("en", "pt"))).lower()
    form = rng.choice(
        (
            *("    x{k} = 0  # {b}\n", "case {k}: return {a}; break;\n", "#define {a}_{k} {b}\n"),
            *("    int {a}{k} = {b}({k});\n", "    print('{a} {k}', {b})\n", "let {a}{k} = {b};\n"),
            *(
                "    {a}[{k}] = {b}\n",
                "elif {a} == {k}:\n    return '{b}'\n",
                "MOV R1, #{k} ; {b}\n",
            ),
            "def test_{a}_{k}():\n    assert {b}({k}) is not None\n\n\n",
            "CREATE INDEX {a}_{k} ON {b} (c{k});\n",
            ".{a}-{k} {{ width: {k}px; content: '{b}'; }}\n",
        )
    )
    number = series(rng, 0, 40, (1,))
    text = opening(rng, "en") + rng.choice(("```\n", "", "```python\n"))
    return onwards(text, lambda k: form.format(a=a, b=b, k=number(k)), "```\n", least=28)


def _log(rng: Random) -> Loop:
    """A log whose request, packet or epoch goes on; the message does not."""
    form = rng.choice(
        (
            "[INFO] worker-3: processed record {i} ({t})\n",
            "[{u}] WARN {t} id={i}\n",
            "64 bytes from 10.0.0.7: icmp_seq={i} ttl=64\n",
            "Epoch {i}: {t}\n",
            "{u},{i},{t}\n",
            "kernel: [{u}] usb 1-1: {t}, attempt {i}\n",
        )
    )
    number, stamp = (
        series(rng, 1, 9000, (1,)),
        series(rng, 1_500_000_000, 1_799_000_000, (1, 5, 60)),
    )
    message = f"{rng.choice(('loss', 'retry', 'status'))} {piece(rng, 'en', 2, 5)}"
    return onwards(
        opening(rng, "en", 0.6),
        lambda k: form.format(i=number(k), u=stamp(k), t=message),
        least=28,
    )


def _files(rng: Random) -> Loop:
    name = word(rng, tongue(rng, "en", "pt", "fr", "de")).lower()
    form = rng.choice(
        (
            *("![{n}](images/{n}_{k}.png)\n\n", "{n}_{k}.jpg\n", "scans/{n}/{k}.tif\t{s}\n"),
            *('<img src="{n}-{k}.jpg" alt="{n}">\n', "-rw-r--r-- 1 root {s} {n}.{k}\n"),
            *("https://{n}.example/p?page={k}&size={s}\n", "- [{n}](/{n}/{k})\n", "IMG_{k}.JPG; "),
        )
    )
    number = rng.choice((padded(rng, rng.randint(3, 5), 300), series(rng, 1, 400, (1,))))
    size = rng.randint(100, 90_000)
    return onwards(
        lead(rng, tongue(rng)), lambda k: form.format(n=name, k=number(k), s=size), least=28
    )


def _numbers_to_call(rng: Random) -> Loop:
    """Telephones, hosts or accounts of which one follows the other."""
    head = rng.choice(
        ("(11) 9{a}-", "+49 {a} ", "10.{b}.{b}.", "192.168.{b}.", "Conta {a}-{b} ", "Tel. {a} ")
    )
    before = head.format(a=rng.randint(1000, 9999), b=rng.randint(1, 250))
    number = series(rng, 1000, 3000, (1, 1, 2)) if "." not in head else series(rng, 1, 30, (1,))
    who = rng.choice((m.name(rng), m.title(rng, 2, 3), "host is up"))
    end = rng.choice(("\n", "; ", " |\n"))
    return onwards(lead(rng, tongue(rng)), lambda k: f"{before}{number(k)} {who}{end}", least=20)


def _blocks(rng: Random) -> Loop:
    """Invoices, cards or forms of some lines each, two numbers going on from one to the next."""
    lang = tongue(rng)
    first, second = series(rng, 1, 300, (1,)), series(rng, 1000, 9000, (1, 3, 11))
    names = [f"{word(rng, lang).capitalize()}: {cell(rng)}" for _ in range(rng.randint(2, 5))]
    start = rng.choice(("## {} {{}}\n", "{} nº {{}}\n", "--- {} {{}} ---\n", "**{} {{}}**\n"))
    head = start.format(word(rng, lang).capitalize())
    note = f"{sentence(rng, lang)}\n" if rng.random() < 0.4 else ""
    return onwards(
        opening(rng, lang),
        lambda k: head.format(first(k)) + "\n".join(names) + f"\nRef. {second(k)}\n{note}\n",
        least=5,
    )


KINDS = (
    PositiveKind("html rows going on", ROWS, _html_rows, ("tail", "tail", "closed", "stray")),
    PositiveKind("markdown rows going on", ROWS, _markdown_rows, ("tail", "tail", "recovered")),
    PositiveKind("latex rows going on", ROWS, _latex_rows, ("tail", "closed")),
    PositiveKind("columns of many steps", ROWS, _flat_rows, ("tail", "tail", "stray")),
    PositiveKind("balance of a ledger", ROWS, _balance),
    PositiveKind("json objects going on", RECORDS, _json_ids, ("tail", "closed", "stray")),
    PositiveKind("keys going on", RECORDS, _json_keys, ("tail", "closed")),
    PositiveKind("serials", RECORDS, _serials, ("tail", "tail", "recovered")),
    PositiveKind("cards of many lines", RECORDS, _blocks, ("tail", "recovered")),
    PositiveKind("lines with boxes", RECORDS, _line_boxes, ("tail", "closed")),
    PositiveKind("boxes marching", RECORDS, _boxes, ("tail", "tail", "stray")),
    PositiveKind("drawing", CODE, _drawing, ("tail", "closed")),
    PositiveKind("insert statements", CODE, _sql, ("tail", "closed")),
    PositiveKind("numbered settings", CODE, _settings),
    PositiveKind("numbered code", CODE, _code, ("tail", "tail", "recovered")),
    PositiveKind("log of one message", CODE, _log, ("tail", "stray")),
    PositiveKind("files and links", CODE, _files, ("tail", "recovered")),
    PositiveKind("numbers to call", RECORDS, _numbers_to_call),
)
