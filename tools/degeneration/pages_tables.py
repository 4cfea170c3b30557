"""Clean pages of rows: tables, ledgers, forms, timetables, registers."""

import datetime as dt
from random import Random

from degeneration import material as m
from degeneration.sample import NegativeKind


def _rows(rng: Random, low: int = 12, high: int = 70) -> range:
    """How many: mostly within the bounds, sometimes a long page."""
    return range(rng.randint(low, high) * rng.choice((1, 1, 2, 3)))


def _markdown(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def _html(rows: list[list[str]]) -> str:
    body = ("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in rows)
    return "<table>\n" + "".join(body) + "</table>\n"


def _table(rng: Random, head: list[str], rows: list[list[str]]) -> str:
    """One table in one of the ways that models write tables."""
    form = rng.randrange(4)
    if form == 0:
        return _markdown(head, rows)
    if form == 1:
        return _html([head, *rows])
    between = ("\t", "  ")[form - 2]
    return "".join(between.join(row) + "\n" for row in [head, *rows])


def ledger(rng: Random) -> str:
    rows, balance = [], rng.random() * 9000
    for _ in _rows(rng):
        amount = rng.random() ** 3 * 3000 * rng.choice((-1, 1))
        balance += amount
        text = rng.choice(("Pagamento", "Recebimento", "Transferência", "Tarifa", "PIX"))
        rows.append(
            [f"{m.date(rng):%d/%m/%Y}", f"{text} {m.name(rng)}", m.money(rng), f"{balance:.2f}"]
        )
    return m.title(rng) + "\n\n" + _table(rng, ["Data", "Histórico", "Valor", "Saldo"], rows)


def zero_table(rng: Random) -> str:
    """Accounts with hardly anything but zeros in them."""
    zero = rng.choice(("0,00", "0", "-", "0.0", "—"))
    width, share = rng.randint(3, 8), rng.choice((0.0, 0.05, 0.2))
    rows = [
        [
            m.title(rng, 2, 4),
            *(m.money(rng) if rng.random() < share else zero for _ in range(width)),
        ]
        for _ in _rows(rng, 8, 40)
    ]
    return _table(rng, ["Conta", *(f"{2000 + i}" for i in range(width))], rows)


def equal_rows(rng: Random) -> str:
    """A few rows of a longer table are the same, as on many a delivery note."""
    rows: list[list[str]] = []
    while len(rows) < rng.randint(15, 50):
        row = [m.code(rng), m.title(rng, 1, 3), "UN", str(rng.randint(1, 9)), m.money(rng)]
        rows += [row] * rng.choices((1, 2, 3, 4), (12, 3, 2, 1))[0]
    return _table(rng, ["Código", "Produto", "Un", "Qtde", "Preço"], rows)


def parts_list(rng: Random) -> str:
    rows = [
        [str(i + 1), m.code(rng, 3, 5), m.title(rng, 2, 4), str(rng.choice((1, 1, 1, 2, 4)))]
        for i in _rows(rng)
    ]
    return _table(rng, ["Pos.", "Peça nº", "Denominação", "Qtde"], rows)


def price_list(rng: Random) -> str:
    dots = rng.random() < 0.6
    lines = []
    for _ in _rows(rng):
        item, price = m.title(rng, 1, 4), f"R$ {m.money(rng, 300)}"
        gap = ("." if dots else " ") * max(3, 60 - len(item) - len(price))
        lines.append(f"{item} {gap} {price}\n")
    return "".join(lines)


def number_table(rng: Random) -> str:
    width, digits = rng.randint(3, 10), rng.choice((1, 2, 3, 5))
    between = rng.choice((" ", "\t", " & ", ", "))
    return "".join(
        between.join(str(rng.randrange(10**digits)) for _ in range(width)) + "\n"
        for _ in _rows(rng)
    )


def small_integers(rng: Random) -> str:
    """Likert answers, dice, ratings: rows of few values."""
    high = rng.choice((2, 3, 5, 6))
    return "".join(
        f"{m.name(rng)}\t" + "\t".join(str(rng.randint(1, high)) for _ in range(10)) + "\n"
        for _ in _rows(rng, 10, 40)
    )


def sparse_matrix(rng: Random) -> str:
    """A matrix of zeros with something in it here and there, or the unit matrix."""
    size, unit = rng.randint(6, 12), rng.random() < 0.4
    rows = [
        [("1" if i == j else "0") if unit else rng.choice("0000001") for j in range(size)]
        for i in range(size)
    ]
    if rng.random() < 0.5:
        return r"\begin{pmatrix}" + "\n" + "".join(" & ".join(r) + " \\\\\n" for r in rows)
    return m.prose(rng, 400) + "".join(" ".join(row) + "\n" for row in rows)


def sensor_csv(rng: Random) -> str:
    """A logger's file: the stamp advances evenly, the readings do not."""
    stamp, step = dt.datetime.combine(m.date(rng), dt.time(8)), rng.choice((1, 5, 10, 15, 60))
    value, out = rng.uniform(10, 40), "timestamp,sensor,temp,hum\n"
    for i in _rows(rng, 20, 90):
        value += rng.gauss(0, 0.4)
        when = stamp + dt.timedelta(minutes=step * i)
        out += f"{when:%Y-%m-%d %H:%M},S{rng.randint(1, 3)},{value:.1f},{rng.randint(30, 90)}\n"
    return out


def csv_people(rng: Random) -> str:
    out = "id;nome;nascimento;cidade;ativo\n"
    for i in _rows(rng, 15, 80):
        out += f"{i + 1};{m.name(rng)};{m.date(rng)};{m.title(rng, 1, 2)};{rng.choice('SSN')}\n"
    return out


def attendance(rng: Random) -> str:
    """A class register: P nearly everywhere."""
    days = rng.randint(8, 20)
    rows = [
        [str(i + 1), m.name(rng), *rng.choices("PF-", (92, 6, 2), k=days)]
        for i in _rows(rng, 8, 35)
    ]
    return _table(rng, ["Nº", "Aluno", *(f"{d + 1:02d}" for d in range(days))], rows)


def timetable(rng: Random) -> str:
    """Departures; within an hour they may well be equally spaced."""
    out = m.title(rng) + "\n"
    for hour in range(rng.randint(4, 6), rng.randint(18, 24)):
        step, first = rng.choice((7, 10, 12, 15, 20, 30)), rng.randrange(7)
        out += f"{hour:02d}h " + " ".join(f"{mm:02d}" for mm in range(first, 60, step)) + "\n"
    return out + m.sentence(rng)


def station_timetable(rng: Random) -> str:
    stops, trips = rng.randint(8, 20), rng.randint(3, 8)
    starts = sorted(rng.randrange(300, 1200) for _ in range(trips))
    rows = []
    for _ in range(stops):
        starts = [start + rng.randint(2, 14) for start in starts]
        rows.append([m.title(rng, 1, 2), *(f"{s // 60:02d}:{s % 60:02d}" for s in starts)])
    return _table(rng, ["Parada", *(f"T{rng.randint(100, 999)}" for _ in range(trips))], rows)


def calendar(rng: Random) -> str:
    out = ""
    for month in range(rng.randint(1, 12)):
        first, days = rng.randrange(7), rng.choice((28, 30, 31))
        out += f"{m.title(rng, 1, 1)} {2020 + month}\n D  S  T  Q  Q  S  S\n"
        cells = ["  "] * first + [f"{day:2d}" for day in range(1, days + 1)]
        out += "\n".join(" ".join(cells[i : i + 7]) for i in range(0, len(cells), 7)) + "\n\n"
    return out


def times_tables(rng: Random) -> str:
    sign, out = rng.choice("x×*"), ""
    for a in rng.sample(range(2, 13), rng.randint(3, 9)):
        out += "".join(f"{a} {sign} {b} = {a * b}\n" for b in range(1, 11)) + "\n"
    return out


def times_grid(rng: Random) -> str:
    size = rng.randint(8, 12)
    return "".join(
        " | ".join(str(a * b) for b in range(1, size + 1)) + "\n" for a in range(1, size + 1)
    )


def amortisation(rng: Random) -> str:
    """Equal instalments (the French system): interest and debt do not fall by equal steps."""
    debt, n = rng.uniform(5000, 90000), rng.choice((12, 24, 36, 48))
    rate, rows = rng.uniform(0.005, 0.03), []
    payment = debt * rate / (1 - (1 + rate) ** -n)
    for i in range(n):
        interest = debt * rate
        rows.append([f"{i + 1:02d}/{n}", f"{interest:.2f}", f"{payment:.2f}", f"{debt:.2f}"])
        debt -= payment - interest
    return m.sentence(rng) + "\n\n" + _table(rng, ["Parcela", "Juros", "Prestação", "Saldo"], rows)


def bingo(rng: Random) -> str:
    out = ""
    for _ in range(rng.randint(2, 9)):
        out += f"CARTELA {m.code(rng)}\nB I N G O\n"
        columns = [rng.sample(range(15 * i + 1, 15 * i + 16), 5) for i in range(5)]
        for r in range(5):
            row = [f"{columns[c][r]:02d}" for c in range(5)]
            if r == 2:
                row[2] = "**"
            out += " ".join(row) + "\n"
        out += "\n"
    return out


def sudoku(rng: Random) -> str:
    rows = [
        "".join(rng.choice("......123456789") + ("|" if c in (2, 5) else " ") for c in range(9))
        + "\n"
        for _ in range(9)
    ]
    rule = "------+------+------\n"
    return "".join(rows[:3]) + rule + "".join(rows[3:6]) + rule + "".join(rows[6:])


def register(rng: Random) -> str:
    out = ""
    for i in _rows(rng, 20, 70):
        out += f"{i + 1:03d} {m.name(rng).upper()} {rng.randrange(10**10):011d}\n"
    return out


def results(rng: Random) -> str:
    teams = [m.title(rng, 1, 2) for _ in range(rng.randint(8, 16))]
    out = ""
    for turn in range(rng.randint(4, 12)):
        out += f"\n{turn + 1}ª rodada\n"
        order = rng.sample(teams, len(teams) // 2 * 2)
        for a, b in zip(order[::2], order[1::2], strict=True):
            out += f"{a} {rng.randrange(5)} x {rng.randrange(5)} {b}\n"
    return out


def roll_call(rng: Random) -> str:
    """Minutes of a vote: nearly everybody says yes."""
    out = m.paragraph(rng) + "\n"
    for _ in _rows(rng, 15, 60):
        member = f"{rng.choice(('Deputado', 'Deputada'))} {m.name(rng)}"
        out += f"{member}: {rng.choices(('sim', 'não'), (9, 1))[0]}\n"
    return out


def receipt(rng: Random) -> str:
    out = f"{m.name(rng).upper()} LTDA\nCNPJ {rng.randrange(10**13):014d}\n{'-' * 40}\n"
    for i in _rows(rng, 5, 30):
        out += f"{i + 1:03d} {rng.randrange(10**12):013d} {m.title(rng, 1, 3).upper()}\n"
        out += f"    {rng.randint(1, 3)} UN x {m.money(rng, 80)}  {m.money(rng, 200)}\n"
    return out + f"{'-' * 40}\nTOTAL R$ {m.money(rng)}\n"


def schedule(rng: Random) -> str:
    """A week's lessons: the same subjects over and over, no two days alike."""
    subjects = [m.content_word(rng).capitalize() for _ in range(rng.randint(7, 11))]
    rows = [
        [f"{7 + h}:30", *(rng.choice(subjects) for _ in range(5))] for h in range(rng.randint(5, 9))
    ]
    return _table(rng, ["Hora", "Seg", "Ter", "Qua", "Qui", "Sex"], rows)


def statuses(rng: Random) -> str:
    """A tracking list: unlike objects, one status for nearly all."""
    status = m.title(rng, 2, 3)
    rows = [
        [m.code(rng, 2, 9), m.name(rng), status if rng.random() < 0.9 else m.title(rng)]
        for _ in _rows(rng)
    ]
    return _table(rng, ["Objeto", "Destinatário", "Situação"], rows)


def blank_table(rng: Random) -> str:
    """A form whose cells are to be filled in by hand: captions, then a few empty rows."""
    width, rows = rng.randint(3, 5), rng.randint(3, 9)
    head = [m.title(rng, 1, 2) for _ in range(width)]
    return m.prose(rng, rng.randint(200, 1200)) + _table(rng, head, [[""] * width] * rows)


def population(rng: Random) -> str:
    """Years in a column, each a year on; the figures are a census's."""
    first, value, rows = rng.randint(1900, 1960), rng.randint(10**5, 10**7), []
    for i in _rows(rng, 15, 60):
        value = int(value * rng.uniform(0.98, 1.05))
        rows.append([str(first + i), f"{value:,}".replace(",", "."), f"{rng.gauss(1, 1):.1f}%"])
    return _table(rng, ["Ano", "População", "Variação"], rows)


_MONEY, _GRIDS, _LISTS = "tables: accounts", "tables: grids of numbers", "tables: registers"

KINDS = (
    NegativeKind("ledger", _MONEY, ledger),
    NegativeKind("zero table", _MONEY, zero_table),
    NegativeKind("price list", _MONEY, price_list),
    NegativeKind("amortisation", _MONEY, amortisation),
    NegativeKind("receipt", _MONEY, receipt),
    NegativeKind("number table", _GRIDS, number_table),
    NegativeKind("small integers", _GRIDS, small_integers),
    NegativeKind("sparse matrix", _GRIDS, sparse_matrix),
    NegativeKind("sensor csv", _GRIDS, sensor_csv),
    NegativeKind("bingo cards", _GRIDS, bingo),
    NegativeKind("sudoku", _GRIDS, sudoku),
    NegativeKind("population by year", _GRIDS, population),
    NegativeKind("timetable", _GRIDS, timetable),
    NegativeKind("station timetable", _GRIDS, station_timetable),
    NegativeKind("calendar", _GRIDS, calendar, arithmetic=True),
    NegativeKind("times tables", _GRIDS, times_tables, arithmetic=True),
    NegativeKind("times grid", _GRIDS, times_grid, arithmetic=True),
    NegativeKind("equal rows", _LISTS, equal_rows),
    NegativeKind("parts list", _LISTS, parts_list),
    NegativeKind("csv of people", _LISTS, csv_people),
    NegativeKind("attendance", _LISTS, attendance),
    NegativeKind("register", _LISTS, register),
    NegativeKind("results", _LISTS, results),
    NegativeKind("roll call", _LISTS, roll_call),
    NegativeKind("lessons", _LISTS, schedule),
    NegativeKind("tracking list", _LISTS, statuses),
    NegativeKind("blank table", _LISTS, blank_table),
)
