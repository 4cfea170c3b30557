"""Counters: the same unit with slots that advance by fixed steps."""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import count, cycle
from random import Random

from degeneration import material as m
from degeneration.exact import Draw, clean, json_before
from degeneration.sample import Loop, PositiveKind

Units = Callable[[Random], Callable[[int], str]]
"""Draws what the i-th unit is, i from 0."""


def counter(
    units: Units, lead: Draw = clean, closing: str = "", *, wraps: bool = False
) -> Callable[[Random], Loop]:
    """The draw of a loop whose i-th unit is given."""

    def draw(rng: Random) -> Loop:
        return Loop(
            "counter", lead(rng), map(units(rng), count()), closing, least=10, ambiguous=wraps
        )

    return draw


def _item(rng: Random) -> Callable[[int], str]:
    text, first = m.phrase(rng, 2, 7), rng.randint(1, 30)
    mark = rng.choice((". ", ") ", " - ", "º ", ": ", ".\t"))
    return lambda i: f"{first + i}{mark}{text}\n"


def _article(rng: Random) -> Callable[[int], str]:
    text, first = m.sentence(rng, 5, 14), rng.randint(1, 80)
    word = rng.choice(("Art.", "Cláusula", "§", "Item", "Nota", "Anexo nº"))
    return lambda i: f"{word} {first + i} {text}\n\n"


def _days(rng: Random) -> Callable[[int], str]:
    first, text = m.date(rng), m.phrase(rng, 1, 5)
    form = rng.choice(("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%y"))
    step = rng.choice((1, 1, 7))
    return lambda i: f"{(first + dt.timedelta(step * i)).strftime(form)} {text}\n"


def _months(rng: Random) -> Callable[[int], str]:
    names = "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro"
    months, year, text = [*names.split(), "dezembro"], rng.randint(1950, 2020), m.phrase(rng, 1, 4)
    return lambda i: f"{months[i % 12].capitalize()} de {year + i // 12}: {text}\n"


def _years(rng: Random) -> Callable[[int], str]:
    first, text = rng.randint(1600, 1990), m.sentence(rng, 4, 10)
    return lambda i: f"Em {first + i}, {text}\n"


def _clock(rng: Random) -> Callable[[int], str]:
    first, step, text = rng.randrange(80_000), rng.choice((1, 5, 10, 30, 60)), m.phrase(rng, 1, 5)

    def unit(i: int) -> str:
        minutes, seconds = divmod(first + step * i, 60)
        return f"[{minutes // 60:02d}:{minutes % 60:02d}:{seconds:02d}] {text}\n"

    return unit


def _hex(rng: Random) -> Callable[[int], str]:
    first, text = rng.randrange(16**6), m.phrase(rng, 1, 3)
    step, width = rng.choice((1, 4, 8, 16)), rng.choice((4, 8))
    return lambda i: f"0x{(first + step * i) % 16**width:0{width}x} {text}\n"


def _slots(rng: Random) -> Callable[[int], str]:
    a, b, c = rng.randint(1, 50), rng.randint(100, 900), rng.randint(1, 12)
    step, text = rng.choice((2, 3, 12, 25)), m.title(rng, 1, 3)
    return lambda i: f"{a + i}; {text} {b + step * i}; p. {c + i}\n"


def _step(rng: Random) -> Callable[[int], str]:
    first, step, text = rng.randrange(200), rng.choice((2, 5, 10, 25, 100)), m.phrase(rng, 1, 4)
    return lambda i: f"{text} {first + step * i}; "


def _down(rng: Random) -> Callable[[int], str]:
    first, text = rng.randint(4000, 9000), m.phrase(rng, 1, 4)
    return lambda i: f"{first - i} {text}\n"


def _decimal(rng: Random) -> Callable[[int], str]:
    first, text = rng.randrange(300), m.phrase(rng, 1, 3)
    step = rng.choice((5, 10, 25))
    return lambda i: f"{text}: {(first + step * i) / 100:.2f}".replace(".", ",") + "\n"


def _padded(rng: Random) -> Callable[[int], str]:
    first, text = rng.randrange(1000), m.title(rng, 1, 3)
    between = rng.choice((" ", ";", ",", "\t"))
    return lambda i: f"{first + i:06d}{between}{text}\n"


def _romans(rng: Random) -> Callable[[int], str]:
    first, text = rng.randint(1, 12), m.phrase(rng, 2, 6)
    mark = rng.choice((" - ", ". ", ") ", " – "))
    return lambda i: f"{m.roman(first + i)}{mark}{text};\n"


def _lettered(rng: Random) -> Callable[[int], str]:
    text, upper = m.phrase(rng, 2, 6), rng.random() < 0.4
    mark = rng.choice((") ", ". ", " - "))
    shape = str.upper if upper else str
    return lambda i: f"{shape(m.letters(i + 1))}{mark}{text}\n"


def _json(rng: Random) -> Callable[[int], str]:
    text, key, first = m.title(rng, 1, 3), m.content_word(rng), rng.randint(1, 20)
    return lambda i: f'{{"id": {first + i}, "{key}": "{text}", "valor": null}}, '


def _html(rng: Random) -> Callable[[int], str]:
    text, first = m.title(rng, 1, 3), rng.randint(1, 20)
    return lambda i: f"<tr><td>{first + i}</td><td>{text}</td><td>0,00</td></tr>\n"


def _markdown(rng: Random) -> Callable[[int], str]:
    text, unit, first = m.title(rng, 1, 3), m.money(rng), rng.randint(1, 20)
    return lambda i: f"| {first + i} | {text} | {unit} |\n"


def _bare(rng: Random) -> Callable[[int], str]:
    first, between = rng.randint(1, 5), rng.choice((" ", ", ", "\n", "\n\n", ". ", " - "))
    return lambda i: f"{first + i}{between}"


def _pages(rng: Random) -> Callable[[int], str]:
    text, total = m.phrase(rng, 2, 5), rng.randint(9, 90)
    return lambda i: f"{text}\nPágina {i + 1} de {total}\n\n"


def _instalments(rng: Random) -> Callable[[int], str]:
    """Instalments that go on past their total: those within it may be a page's own."""
    total, value = rng.choice((12, 24, 36, 48)), m.money(rng)
    first = total - rng.randint(0, 3)
    return lambda i: f"Parcela {first + i:02d}/{total} R$ {value}\n"


def _files(rng: Random) -> Callable[[int], str]:
    stem, first, end = m.content_word(rng), rng.randrange(50), rng.choice((".png", ".jpg", ".tif"))
    return lambda i: f"![{stem}](img/{stem}_{first + i:04d}{end})\n"


def _sections(rng: Random) -> Callable[[int], str]:
    chapter, text = rng.randint(1, 9), m.title(rng, 2, 4)
    return lambda i: f"{chapter}.{i + 1} {text}\n"


def _nested(rng: Random) -> Callable[[int], str]:
    text, rows = m.title(rng, 1, 4), rng.randint(3, 6)
    return lambda i: f"{i // rows + 1}.{i % rows + 1} {text}\n"


def _wrapped(rng: Random) -> Callable[[int], str]:
    """A counter that starts again after some rows: an exact loop as soon as it does so twice."""
    text, rows = m.phrase(rng, 2, 5), rng.randint(40, 99)
    return lambda i: f"{i % rows + 1}) {text}\n"


def _block(rng: Random) -> Callable[[int], str]:
    first, head = rng.randint(1, 9), m.title(rng, 1, 3)
    body = "".join(f"- {m.phrase(rng, 2, 5)}\n" for _ in range(rng.randint(2, 4)))
    return lambda i: f"### {head} {first + i}\n{body}\n"


def _svg(rng: Random) -> Callable[[int], str]:
    x, y, dx, dy = rng.randrange(50), rng.randrange(50), rng.randint(2, 30), rng.choice((0, 0, 12))
    return lambda i: f'<rect x="{x + dx * i}" y="{y + dy * i}" width="10" height="4"/>\n'


def _latex(rng: Random) -> Callable[[int], str]:
    a, b = rng.sample("abcxyz", 2)
    return lambda i: f"{a}_{{{i + 1}}} {b}^{{{i + 2}}} + "


def _addresses(rng: Random) -> Callable[[int], str]:
    head, text = f"10.{rng.randrange(255)}", m.content_word(rng)
    return lambda i: f"{head}.{i // 250}.{i % 250 + 1} {text}\n"


def _foreign_digits(rng: Random) -> Callable[[int], str]:
    zero = rng.choice((0x0660, 0x0966, 0xFF10))  # Arabic-Indic, Devanagari, full width
    script = {0x0660: "arabic", 0x0966: "devanagari", 0xFF10: "kana"}[zero]
    text, table = m.script_sentence(rng, script, 2, 5), {48 + d: zero + d for d in range(10)}
    return lambda i: f"{str(i + 1).translate(table)}. {text}\n"


def _han(rng: Random) -> Callable[[int], str]:
    text, first = m.script_sentence(rng, "han", 3, 8), rng.randint(1, 40)
    return lambda i: f"第{first + i}条 {text}\n"


def _cyrillic(rng: Random) -> Callable[[int], str]:
    text, first = m.script_sentence(rng, "cyrillic", 3, 8), rng.randint(1, 40)
    return lambda i: f"Статья {first + i}. {text}\n"


def _sentence_number(rng: Random) -> Callable[[int], str]:
    first, before, after = rng.randint(2, 99), m.phrase(rng, 2, 5), m.phrase(rng, 2, 5)
    return lambda i: f"{before.capitalize()} {first + i} {after}. "


def _keys(rng: Random) -> Callable[[int], str]:
    key, first = m.content_word(rng), rng.randint(1, 9)
    value = rng.choice((f'"{m.title(rng, 1, 2)}"', "null", '""', "0.0"))
    return lambda i: f'"{key}_{first + i}": {value}, '


def _weekdays(rng: Random) -> Callable[[int], str]:
    """Two slots that advance, one of them in words."""
    days = ("segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo")
    first, text = m.date(rng), m.phrase(rng, 1, 4)

    def unit(i: int) -> str:
        day = first + dt.timedelta(i)
        return f"{days[day.weekday()]}, {day:%d/%m/%Y}: {text}\n"

    return unit


def _cells(rng: Random) -> Callable[[int], str]:
    column, text = rng.choice("ABCDEF"), m.phrase(rng, 1, 3)
    return lambda i: f"{column}{i + 2}={text};"


def _glued(rng: Random) -> Callable[[int], str]:
    stem, between = m.content_word(rng), rng.choice((" ", ", ", "\n"))
    return lambda i: f"{stem}{i + 1}{between}"


def alternating(rng: Random) -> Loop:
    """Two texts by turns under one running number."""
    texts = cycle([m.phrase(rng, 2, 5), m.phrase(rng, 2, 5)])
    first = rng.randint(1, 9)

    def units() -> Iterator[str]:
        for i in count():
            yield f"{first + 2 * i}. {next(texts)}\n{first + 2 * i + 1}. {next(texts)}\n"

    return Loop("counter", clean(rng), units(), least=8)


_LIST, _ROWS, _STAMP, _TEXT, _ODD = (
    "counter: lists",
    "counter: structure",
    "counter: stamps",
    "counter: text",
    "counter: letters and scripts",
)

KINDS = (
    PositiveKind("numbered item", _LIST, counter(_item)),
    PositiveKind("article", _LIST, counter(_article)),
    PositiveKind("section numbers", _LIST, counter(_sections)),
    PositiveKind("nested numbers", _LIST, counter(_nested, wraps=True)),
    PositiveKind("wrapped numbers", _LIST, counter(_wrapped, wraps=True)),
    PositiveKind("numbered block", _LIST, counter(_block)),
    PositiveKind("two texts by turns", _LIST, alternating),
    PositiveKind("json id", _ROWS, counter(_json, lambda r: json_before(r) + '"itens": [')),
    PositiveKind("json keys", _ROWS, counter(_keys, json_before)),
    PositiveKind("spreadsheet cells", _ROWS, counter(_cells)),
    PositiveKind("html row number", _ROWS, counter(_html)),
    PositiveKind("markdown row number", _ROWS, counter(_markdown)),
    PositiveKind("padded id", _ROWS, counter(_padded)),
    PositiveKind("several slots", _ROWS, counter(_slots)),
    PositiveKind("file names", _ROWS, counter(_files)),
    PositiveKind("svg coordinates", _ROWS, counter(_svg)),
    PositiveKind("hex ids", _ROWS, counter(_hex)),
    PositiveKind("ip addresses", _ROWS, counter(_addresses)),
    PositiveKind("days", _STAMP, counter(_days)),
    PositiveKind("weekdays and days", _STAMP, counter(_weekdays)),
    PositiveKind("months", _STAMP, counter(_months)),
    PositiveKind("years", _STAMP, counter(_years)),
    PositiveKind("clock", _STAMP, counter(_clock)),
    PositiveKind("instalments", _STAMP, counter(_instalments)),
    PositiveKind("page numbers", _STAMP, counter(_pages)),
    PositiveKind("bare numbers", _TEXT, counter(_bare)),
    PositiveKind("steps", _TEXT, counter(_step)),
    PositiveKind("counting down", _TEXT, counter(_down)),
    PositiveKind("decimal steps", _TEXT, counter(_decimal)),
    PositiveKind("number in a sentence", _TEXT, counter(_sentence_number)),
    PositiveKind("number at a word", _TEXT, counter(_glued)),
    PositiveKind("latex indices", _TEXT, counter(_latex)),
    PositiveKind("roman list", _ODD, counter(_romans)),
    PositiveKind("lettered list", _ODD, counter(_lettered)),
    PositiveKind("digits of other scripts", _ODD, counter(_foreign_digits)),
    PositiveKind("han articles", _ODD, counter(_han)),
    PositiveKind("cyrillic articles", _ODD, counter(_cyrillic)),
)
