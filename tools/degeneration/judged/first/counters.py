"""Counters of other makes: several slots, other steps, carries, words, letters and stamps.

In most of them clean rows that count come first, each with a text of its own; the loop starts where
the text stays and only the numbers go on.
"""

import datetime as dt
import json
from collections.abc import Callable
from itertools import count
from random import Random

from degeneration import material as m
from degeneration.judged.first import material as u
from degeneration.judged.first.material import Head
from degeneration.sample import Loop, PositiveKind

Row = Callable[[int, str], str]
"""The i-th row, i from 0, with this text in it."""


def stuck(
    shape: Callable[[Random], Row],
    text: Head,
    head: Head = u.document,
    closing: str = "",
    *,
    most: int = 20,
    least: float = 10,
    ambiguous: bool = False,
) -> Callable[[Random], Loop]:
    """The draw of a list that gets stuck: rows of texts of their own, then one text for ever.

    Args:
        shape: draws what a row looks like.
        text: draws a row's text.
        head: what comes before the first row; lacks in some.
        closing: closes the structure.
        most: clean rows at most; none in a third of the loops.
        least: rows that make it a loop beyond doubt.
        ambiguous: whether the period may be read in two ways.
    """

    def draw(rng: Random) -> Loop:
        row, tongue = shape(rng), u.language(rng)
        first = rng.randint(1, most) if rng.random() < 2 / 3 else 0
        lead = head(rng, tongue) * (rng.random() < 0.7)
        lead += "".join(row(i, text(rng, tongue)) for i in range(first))
        fixed = text(rng, tongue)
        rows = (row(i, fixed) for i in count(first))
        return Loop("counter", lead, rows, closing, least=least, ambiguous=ambiguous)

    return draw


# ---------------------------------------------------------------------------- texts of rows


def short(rng: Random, tongue: str) -> str:
    return u.phrase(rng, tongue, 2, 4)


def said(rng: Random, tongue: str) -> str:
    return u.sentence(rng, tongue, 4, 16)


def asked(rng: Random, tongue: str) -> str:
    return f"{said(rng, tongue)}\t{said(rng, tongue)}"


def long(rng: Random, tongue: str) -> str:
    return u.paragraph(rng, tongue, rng.randint(250, 600))


def who(rng: Random, tongue: str) -> str:
    return u.person(rng, tongue)


def in_script(script: str) -> Head:
    return lambda rng, tongue: m.script_sentence(rng, script, 3, 8).rstrip("。। .")


# ---------------------------------------------------------------------------- rows and records


def _up_and_down(rng: Random) -> Row:
    """Instalments left and paid: one number up, one down."""
    first, total = rng.randint(1, 9), rng.randint(5000, 9000)
    form = rng.choice(("| {} | {} | {} |\n", "{} - {} - {}\n", "<tr><td>{}<td>{}<td>{}\n"))
    return lambda i, text: form.format(first + i, text, total - i)


def _stock(rng: Random) -> Row:
    """A code that goes up by one, a stock that falls by some."""
    code, stock, step = rng.randrange(10**8), rng.randint(10**5, 10**6), rng.randint(2, 50)
    price = m.money(rng, 90)
    return lambda i, text: f"789{code + i:010d};{text};UN;{price};{stock - step * i}\n"


def _box(rng: Random) -> Row:
    """The same text further and further down the page."""
    x, y, right = rng.randint(20, 200), rng.randint(20, 200), rng.randint(400, 900)
    height, step = rng.randint(12, 30), rng.randint(24, 60)
    form = rng.choice(("bbox_2d", "bbox", "box"))

    def row(i: int, text: str) -> str:
        top = y + step * i
        record = {form: [x, top, right, top + height], "text": text}
        return json.dumps(record, ensure_ascii=False) + ",\n"

    return row


def _item_xml(rng: Random) -> Row:
    first, step = rng.randint(1, 30), rng.choice((2, 5, 10))
    return lambda i, text: (
        f'  <item id="{first + i}" order="{step * (first + i)}">\n    <name>{text}</name>\n'
        f"    <qty>1</qty>\n  </item>\n"
    )


def _host(rng: Random) -> Row:
    head, port, first = rng.randint(0, 255), rng.choice((3000, 8000, 9000)), rng.randint(1, 9)
    return lambda i, text: (
        f"  - name: host-{first + i:03d}\n    port: {port + first + i}\n    rack: {head}\n"
        f"    note: {text}\n"
    )


def _insert(rng: Random) -> Row:
    table, first, day = u.word(rng, "en"), rng.randint(1, 5000), m.date(rng)
    return lambda i, text: (
        f"INSERT INTO {table} VALUES ({first + i}, '{text}', '{day + dt.timedelta(i)}');\n"
    )


def _case(rng: Random) -> Row:
    prefix = u.word(rng, "en").upper()
    forms = (
        "        case {0}: return {2}_{0}; // {1}\n",
        "    {2}_{0} = {0},  # {1}\n",
        "    assert f({0}) == {0}, '{1}'\n",
        "#define {2}_{0} (1 << {0}) /* {1} */\n",
    )
    form, first = rng.choice(forms), rng.randint(0, 20)
    return lambda i, text: form.format(first + i, text, prefix)


def _record(rng: Random) -> Row:
    """A record of half a page with three numbers that go on."""
    day, first = m.date(rng), rng.randint(1, 400)
    city, amount = u.word(rng, "es").capitalize(), m.money(rng)

    def row(i: int, text: str) -> str:
        record = {
            "id": first + i,
            "document": {"number": f"{2 * (first + i):06d}", "date": str(day + dt.timedelta(i))},
            "parties": [{"role": "A", "city": city}, {"role": "B", "city": city}],
            "text": text,
            "amount": amount,
        }
        return json.dumps(record, ensure_ascii=False) + ", "

    return row


def _hardware(rng: Random) -> Row:
    head, first = ":".join(f"{rng.randrange(256):02x}" for _ in range(4)), rng.randrange(30000)
    return lambda i, text: f"{head}:{(first + i) // 256:02x}:{(first + i) % 256:02x}  {text}\n"


def _dump(rng: Random) -> Row:
    """Rows of a hex dump: the address goes on, the bytes stay."""
    first, upper = rng.randrange(4096) * 16, rng.random() < 0.4

    def row(i: int, text: str) -> str:
        raw = (text.encode("ascii", "replace") + b"." * 16)[:16]
        line = f"{first + 16 * i:08x}  {raw.hex(' ')}"
        return (line.upper() if upper else line) + f"  |{raw.decode()}|\n"

    return row


# ---------------------------------------------------------------------------- lists and references


def _page_range(rng: Random) -> Row:
    first, width = rng.randint(1, 300), rng.randint(1, 12)
    form = rng.choice(("{0}, p. {1}-{2}.\n", "{0} ({1}–{2}); ", "- {0}, pp. {1}-{2}\n"))
    return lambda i, text: form.format(
        text, first + (width + 1) * i, first + (width + 1) * i + width
    )


def _cross(rng: Random) -> Row:
    chapter, first = rng.randint(1, 12), rng.randint(1, 20)
    words = rng.choice((("Figure", "see Figure"), ("Tabela", "ver Tabela"), ("Abb.", "vgl. Abb.")))
    return lambda i, text: (
        f"{words[0]} {chapter}.{first + i}: {text} ({words[1]} {chapter}.{first + i + 1}).\n\n"
    )


def _question(rng: Random) -> Row:
    """A question and its answer, both under the same number."""
    first = rng.randint(1, 30)
    form = rng.choice(("Q{0}. {1}\nA{0}. {2}\n\n", "{0}) {1}\nR{0}: {2}\n", "#{0} {1} [{0}] {2}\n"))
    return lambda i, text: form.format(first + i, *text.split("\t"))


def _footnote(rng: Random) -> Row:
    first, page = rng.randint(1, 60), rng.randint(10, 300)
    form = rng.choice(("[^{0}]: {1}, p. {2}.\n", "{0} {1}, op. cit., p. {2}.\n"))
    return lambda i, text: form.format(first + i, text, page + i)


def _contents(rng: Random) -> Row:
    page, step, dots = rng.randint(3, 40), rng.randint(2, 15), "." * rng.randint(4, 40)
    word = rng.choice(("CHAPTER", "CAPÍTULO", "Kapitel", "Livre"))
    return lambda i, text: f"{word} {m.roman(i + 1)}. {text} {dots} {page + step * i}\n"


def _exhibit(rng: Random) -> Row:
    word = rng.choice(("Exhibit", "Anexo", "Anlage", "Schedule"))
    return lambda i, text: f"{word} {m.letters(i + 1).upper()} — {text}\n"


def _seats(rng: Random) -> Row:
    first, letters = rng.randint(1, 12), rng.choice(("ABCDEF", "ABCD"))
    form = rng.choice(("{}{}: {}\n", "{}{};{}\n", "| {}{} | {} |\n"))
    return lambda i, text: form.format(first + i // len(letters), letters[i % len(letters)], text)


def _change_log(rng: Random) -> Row:
    major, minor, day = rng.randint(0, 4), rng.randint(0, 20), m.date(rng)
    step = rng.choice((1, 7, 14))
    return lambda i, text: (
        f"## [{major}.{minor}.{i}] - {day + dt.timedelta(step * i)}\n\n- {text}\n\n"
    )


def _ten_a_step(rng: Random) -> Row:
    """Amounts with a thousands separator, by a fixed step."""
    first, step = rng.randint(1, 90) * 100, rng.choice((50, 125, 250, 500, 1000))
    mark = rng.choice((".", ","))
    unit = rng.choice(("EUR", "km", "hab.", "m²"))
    return lambda i, text: f"{text}: {first + step * i:,} {unit}\n".replace(",", mark)


def _degrees(rng: Random) -> Row:
    """Tenths that fall, below zero too."""
    first, step = rng.randint(0, 400), rng.choice((1, 2, 5, 25))
    return lambda i, text: f"{text} {(first - step * i) / 10:.1f} °C; "


def _position(rng: Random) -> Row:
    """Latitude and longitude by fixed steps."""
    lat, lon, step = rng.randint(-600000, 600000), rng.randint(-900000, 900000), rng.randint(3, 40)
    form = rng.choice(("{:.4f}, {:.4f} {}\n", '{{"lat": {:.4f}, "lon": {:.4f}, "name": "{}"}},\n'))
    return lambda i, text: form.format((lat + step * i) / 1e4, (lon - 2 * step * i) / 1e4, text)


def _phone(rng: Random) -> Row:
    area, first = rng.randint(11, 99), rng.randrange(10**7, 9 * 10**7)

    def row(i: int, text: str) -> str:
        digits = f"9{first + i:08d}"
        return f"{text} ({area}) {digits[:5]}-{digits[5:]}\n"

    return row


_LIST, _ROWS, _TEXT, _ODD = (
    "counter: lists",
    "counter: structure",
    "counter: text",
    "counter: letters and scripts",
)

KINDS = (
    PositiveKind("up and down", _ROWS, stuck(_up_and_down, short)),
    PositiveKind("stock list", _ROWS, stuck(_stock, short)),
    PositiveKind("stepping boxes", _ROWS, stuck(_box, said, u.json_page)),
    PositiveKind("xml items", _ROWS, stuck(_item_xml, short, u.xml_page)),
    PositiveKind("hosts", _ROWS, stuck(_host, said, u.yaml_page, least=20)),
    PositiveKind("inserts", _ROWS, stuck(_insert, short, least=20)),
    PositiveKind("cases of code", _ROWS, stuck(_case, short, least=20)),
    PositiveKind("long numbered record", _ROWS, stuck(_record, long, u.json_page, most=4)),
    PositiveKind("hardware addresses", _ROWS, stuck(_hardware, short, least=30)),
    PositiveKind("hex dump", _ROWS, stuck(_dump, short, least=20)),
    PositiveKind("page ranges", _LIST, stuck(_page_range, said)),
    PositiveKind("cross references", _LIST, stuck(_cross, said)),
    PositiveKind("questions and answers", _LIST, stuck(_question, asked, least=12)),
    PositiveKind("footnotes", _LIST, stuck(_footnote, who, least=25)),
    PositiveKind("change log", _LIST, stuck(_change_log, said)),
    PositiveKind("phone numbers", _LIST, stuck(_phone, who, least=20)),
    PositiveKind("long numbered clause", _LIST, stuck(_cross, long, most=3)),
    PositiveKind("thousands", _TEXT, stuck(_ten_a_step, short, least=20)),
    PositiveKind("degrees", _TEXT, stuck(_degrees, short, least=20)),
    PositiveKind("positions", _TEXT, stuck(_position, short, least=20)),
    PositiveKind("chapters in roman", _ODD, stuck(_contents, short)),
    PositiveKind("lettered exhibits", _ODD, stuck(_exhibit, short)),
    PositiveKind("seats", _ODD, stuck(_seats, who, least=30, ambiguous=True)),
)
