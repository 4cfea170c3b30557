"""Held-out clean pages of accounts and grids of numbers."""

import datetime as dt
import math
from random import Random

from degeneration.judged.first import words as w
from degeneration.sample import NegativeKind


def _real(value: float) -> str:
    return f"{value:,.2f}".translate(str.maketrans(",.", ".,"))


def bank_statement(rng: Random) -> str:
    """A card's month: the same shops over and over, as people live."""
    shops = [
        f"{w.title(rng, 'en', 1, 2).upper()} {rng.randint(100, 9999)}"
        for _ in range(rng.randint(2, 6))
    ]
    day, balance, rows = dt.date(2021, rng.randint(1, 12), 1), rng.uniform(200, 4000), []
    for _ in w.some(rng, 18, 60):
        day += dt.timedelta(rng.choice((0, 0, 0, 1, 1, 2)))
        paid = rng.choice((2.9, 3.2, 3.2, round(rng.uniform(1, 90), 2)))
        balance -= paid
        text = f"CARD PAYMENT TO {rng.choice(shops)} ON {day:%d-%m-%Y}".upper()
        if rng.random() < 0.06:
            paid, text = -rng.randint(300, 2500), "FASTER PAYMENTS RECEIPT SALARY"
            balance -= paid
        credit = ["", f"{-paid:,.2f}"] if paid < 0 else [f"{paid:.2f}", ""]
        rows.append([f"{day:%d %b %y}", text, *credit, f"{balance:,.2f}"])
    return w.table(rng, ["Date", "Description", "Money out", "Money in", "Balance"], rows)


def trial_balance(rng: Random) -> str:
    """Accounts by their codes; previous balance, debit, credit, balance: noughts nearly all."""
    zero, rows = rng.choice(("0,00", "0,00", "-")), []
    for group in range(1, rng.randint(3, 5)):
        for sub in range(1, rng.randint(2, 4)):
            sums = [_real(rng.uniform(10**4, 10**6)) for _ in range(4)]
            rows.append([f"{group}.{sub}", w.title(rng, "pt", 1, 2).upper(), *sums])
            for leaf in w.some(rng, 2, 7):
                used = rng.random() < 0.3
                money = [_real(rng.uniform(10, 90000)) for _ in range(4)]
                cells = [cell if used and rng.random() < 0.7 else zero for cell in money]
                code = f"{group}.{sub}.{1 + leaf // 3:02d}.{leaf * 3 + rng.randint(1, 3):03d}"
                rows.append([code, w.title(rng, "pt", 1, 4), *cells])
    head = ["Conta", "Descrição", "Saldo anterior", "Débito", "Crédito", "Saldo atual"]
    return f"BALANCETE DE VERIFICAÇÃO\n{w.title(rng, 'pt')} LTDA\n\n" + w.table(rng, head, rows)


def invoice(rng: Random) -> str:
    """A German bill: one rate of tax and one unit on each line."""
    tax, rows = rng.choice(("19 %", "19,00 %", "7 %")), []
    for i in w.some(rng, 8, 35):
        count, price = rng.choice((1, 1, 1, 2, 3, 10)), rng.randint(2, 900) / 2
        money = [f"{value:.2f} €".replace(".", ",") for value in (price, count * price)]
        rows.append(
            [str(i + 1), w.title(rng, "de", 1, 3), f"{count} Stk.", money[0], tax, money[1]]
        )
    head = ["Pos.", "Bezeichnung", "Menge", "Einzelpreis", "USt.", "Gesamt"]
    out = f"Rechnung Nr. {rng.randint(10000, 99999)}\n{w.person(rng, 'de')}\n\n"
    return out + w.table(rng, head, rows) + f"\n{w.sentence(rng, 'de')}\n"


def tariff(rng: Random) -> str:
    """A customs tariff: hyphens for the depth, `NT` or 0 for nearly every rate."""
    out, usual = (
        "| NCM | DESCRIÇÃO | ALÍQUOTA (%) |\n|---|---|---|\n",
        rng.choice(("NT", "0", "NT")),
    )
    for chapter in sorted(rng.randint(1, 97) for _ in w.many(rng, 5, 14)):
        heading = f"{chapter:02d}.{rng.randint(1, 30):02d}"
        out += f"| {heading} | {w.title(rng, 'pt', 3, 7)}. |  |\n"
        for item in range(1, rng.randint(2, 7)):
            code = f"{heading.replace('.', '')}.{item * 10 + rng.choice((0, 0, 1, 9))}.00"
            depth = "-" * rng.choice((1, 2, 2, 3))
            name = rng.choice(("Outros", "Outras", w.title(rng, "pt", 1, 4)))
            rate = usual if rng.random() < 0.9 else str(rng.choice((5, 10, 15)))
            out += f"| {code} | {depth} {name} | {rate} |\n"
    return out


def exchange_rates(rng: Random) -> str:
    """Closing rates of a month: each figure a little off the one above."""
    names = rng.sample(("USD", "EUR", "GBP", "CHF", "CAD", "DKK", "NOK", "CNY"), rng.randint(3, 6))
    rates, rows = [rng.uniform(0.5, 7) for _ in names], []
    day = dt.date(rng.randint(2000, 2022), rng.randint(1, 12), 1)
    for _ in w.many(rng, 15, 45):
        day += dt.timedelta(3 if day.weekday() == 4 else 1)
        rates = [rate * rng.gauss(1, 0.004) for rate in rates]
        rows.append([f"{day:%d.%m.%Y}", *(f"{rate:.4f}" for rate in rates)])
    return w.table(rng, ["Datum", *names], rows)


def train_table(rng: Random) -> str:
    """A line's trains: a bar where one does not stop, three dots before it starts."""
    lang, trains = rng.choice(("de", "fr", "en")), rng.randint(5, 11)
    starts = sorted(rng.randrange(280, 1300) for _ in range(trains))
    slow = [rng.random() < 0.5 for _ in range(trains)]
    through = rng.choice(("|", "│", "-", "…", "⋮"))
    rows = []
    for stop in range(rng.randint(9, 24)):
        starts = [at + rng.choice((3, 4, 4, 5, 6, 8, 11)) for at in starts]
        small = stop and rng.random() < 0.5
        cells = [
            through if small and not slow[i] else w.clock(at).replace(":", ".")
            for i, at in enumerate(starts)
        ]
        rows.append([w.title(rng, lang, 1, 2), *cells])
    numbers = [f"{rng.choice(('RE', 'IC', 'R', 'S'))} {rng.randint(1, 9999)}" for _ in slow]
    head = ["", *numbers]
    if through == "|":  # it would end a cell in Markdown
        return rng.choice((w.html, w.compact))(head, rows)
    return w.table(rng, head, rows)


def tide_table(rng: Random) -> str:
    """A port's tides, four a day, each about six hours after the last."""
    at, high = rng.randrange(300), False
    out = f"PORTO DE {w.title(rng, 'pt', 1, 2).upper()}\n\n"
    day = dt.date(2024, rng.randint(1, 12), 1)
    for _ in w.some(rng, 14, 31):
        out += f"{day:%d} {('SEG', 'TER', 'QUA', 'QUI', 'SEX', 'SAB', 'DOM')[day.weekday()]}"
        while at < 1440:
            high = not high
            out += f"  {at // 60:02d}{at % 60:02d} {abs(rng.gauss(0.3 + high, 0.15)):.1f}"
            at += rng.randint(345, 400)
        at, day = at - 1440, day + dt.timedelta(1)
        out += "\n"
    return out


def conversion(rng: Random) -> str:
    """A kitchen's or a workshop's conversions, as they hang on a wall."""
    low, step = rng.choice((-40, 0, 20, 100)), rng.choice((1, 2, 5, 10))
    kind, rows = rng.randrange(3), []
    for i in w.some(rng, 12, 25):
        x = low + step * i if kind == 0 else (i + 1) * step
        if kind == 0:
            rows.append([f"{x} °C", f"{x * 9 / 5 + 32:.1f} °F", f"{x + 273.15:.2f} K"])
        elif kind == 1:
            rows.append([f"{x} in", f"{x * 2.54:.2f} cm", f"{x / 12:.3f} ft"])
        else:
            rows.append([f"{x} lb", f"{x * 0.45359237:.3f} kg", f"{x * 16} oz"])
    head = (["°C", "°F", "K"], ["Inches", "Centimetres", "Feet"], ["Pounds", "Kilograms", "Ounces"])
    return w.sentence(rng, "en") + "\n\n" + w.table(rng, head[kind], rows)


def normal_table(rng: Random) -> str:
    """Areas under the normal curve, or logarithms: four figures that creep up."""
    logs, start = rng.random() < 0.5, rng.randint(10, 40)
    rows = []
    for i in w.some(rng, 12, 31):
        x = (start + i) / 10 if logs else i / 10
        values = (
            math.log10(x + j / 100) if logs else 0.5 * (1 + math.erf((x + j / 100) / math.sqrt(2)))
            for j in range(10)
        )
        rows.append([f"{x:.1f}", *(f"{value:.4f}" for value in values)])
    head = ["N" if logs else "z", *(f"0.0{j}" for j in range(10))]
    form = rng.choice((w.markdown, w.compact, w.latex))
    return w.title(rng, "en") + "\n\n" + form(head, rows)


def correlations(rng: Random) -> str:
    """A lower triangle with ones on its diagonal; what is above stays empty."""
    names = [w.title(rng, "en", 1, 2) for _ in range(rng.randint(6, 15))]
    rows = []
    for i, name in enumerate(names):
        cells = [f"{rng.uniform(-0.6, 0.9):.2f}{rng.choice(('', '*', '**'))}" for _ in range(i)]
        rows.append([f"{i + 1}. {name}", *cells, rng.choice(("1", "1", "—")), *[""] * 20])
    rows = [row[: len(names) + 1] for row in rows]
    head = ["Variable", *(str(i + 1) for i in range(len(names)))]
    return f"Table {rng.randint(1, 9)}\n*{w.title(rng, 'en', 4, 8)}*\n\n" + w.table(rng, head, rows)


def confusion(rng: Random) -> str:
    """A classifier's confusions: few off the diagonal."""
    size = rng.randint(7, 13)
    names = [w.word(rng, "en")[:7] for _ in range(size)]
    out = " " * 8 + " ".join(f"{name:>7}" for name in names) + "\n"
    for i, name in enumerate(names):
        cells = [
            rng.randint(60, 400) if i == j else rng.choice((0, 0, 0, 0, 0, 1, 2, 7))
            for j in range(size)
        ]
        out += f"{name:<8}" + " ".join(f"{cell:7d}" for cell in cells) + "\n"
    return w.prose(rng, "en", 200) + "\n" + out


def distances(rng: Random) -> str:
    """A road atlas's triangle of distances."""
    towns = [w.title(rng, "fr", 1, 1) for _ in range(rng.randint(8, 18))]
    spots = [(rng.uniform(0, 900), rng.uniform(0, 900)) for _ in towns]
    rows = []
    for i, town in enumerate(towns):
        cells = [f"{math.dist(spots[i], spots[j]) * 1.2:.0f}" for j in range(i)]
        rows.append([town, *cells, "", *[""] * (len(towns) - i - 1)])
    return "Distances en km\n\n" + w.table(rng, ["", *towns], rows)


def shifts(rng: Random) -> str:
    """A rota: one cycle of duties, everybody somewhere else in it, and those who swapped."""
    cycle = rng.choice(("MMTTNNFFF", "DNFF", "MMMTTTNNNFFF", "EELLNNRR", "DDNNFFFF"))
    days, rows = rng.choice((14, 28, 30, 31)), []
    for _ in w.some(rng, 6, 18):
        at = rng.randrange(len(cycle))
        line = [cycle[(at + day) % len(cycle)] for day in range(days)]
        for _ in range(rng.randint(1, 5)):
            line[rng.randrange(days)] = rng.choice(("FE", "LM", "C", "A", "TR"))
        rows.append([w.person(rng, "pt"), *line])
    return f"ESCALA {w.title(rng, 'pt', 1, 3).upper()}\n\n" + w.table(
        rng, ["Servidor", *(str(day + 1) for day in range(days))], rows
    )


def weather(rng: Random) -> str:
    """A forecast hour by hour: the sky stays what it is for hours."""
    skies, now = ("Sunny", "Mostly Cloudy", "Partly Cloudy", "Clear", "Light Rain"), "Clear"
    at, warm, rows = rng.randint(0, 12), rng.randint(-5, 28), []
    for _ in w.some(rng, 18, 48):
        now = rng.choice(skies) if rng.random() < 0.15 else now
        warm += rng.choice((-1, 0, 0, 1))
        wind = f"{rng.choice(('N', 'NNW', 'SE', 'WSW'))} {rng.randint(2, 14)} km/h"
        rows.append([w.clock(at * 60), now, f"{warm}°", f"{rng.choice((0, 0, 0, 5, 10))}%", wind])
        at += 1
    return w.table(rng, ["Time", "Description", "Temp", "Precip", "Wind"], rows)


def crossword_grid(rng: Random) -> str:
    """An unsolved grid: black squares, white ones, numbers where words start."""
    size, number, rows = rng.choice((11, 13, 15)), 0, []
    black, white = rng.choice((("■", "□"), ("#", "."), ("⬛", "⬜"), ("█", " ")))
    for _ in range(size):
        row = []
        for _ in range(size):
            cell = rng.choices((black, white), (1, 5))[0]
            if cell == white and rng.random() < 0.25:
                number += 1
                cell = str(number)
            row.append(cell)
        rows.append(row)
    form = rng.randrange(3)
    if form == 0:
        return w.markdown([""] * size, rows)
    if form == 1:
        return w.compact([""] * size, rows)
    return "\n".join(" ".join(f"{cell:>2}" for cell in row) for row in rows) + "\n"


def _connect(sign: str, a: int, b: int) -> int:
    return {"∧": a & b, "∨": a | b, "→": 1 - a | b, "↔": 1 - (a ^ b)}[sign]


def truth_table(rng: Random) -> str:
    """All the cases of three or four propositions, one connective after another."""
    names, out = "pqrs"[: rng.choice((3, 3, 4))], ""
    true, false = rng.choice((("V", "F"), ("T", "F"), ("1", "0")))
    for _ in range(rng.randint(1, 4)):
        signs = rng.choices("∧∨→↔", k=len(names) - 1)
        heads = [f"({names[i]} {sign} {names[i + 1]})" for i, sign in enumerate(signs)]
        rows = []
        for case in range(2 ** len(names)):
            bits = [case >> bit & 1 for bit in range(len(names) - 1, -1, -1)]
            bits += [_connect(sign, bits[i], bits[i + 1]) for i, sign in enumerate(signs)]
            rows.append([true if bit else false for bit in bits])
        out += w.markdown([*names, *heads], rows) + f"\n{w.sentence(rng, 'en')}\n\n"
    return out


def water_meter(rng: Random) -> str:
    """A block of flats: readings, what they differ by, one tariff for all."""
    price, rows = f"{rng.uniform(3, 9):.2f}", []
    for floor in range(1, rng.randint(4, 12)):
        for flat in range(1, rng.randint(3, 5)):
            before, used = rng.randint(100, 3000), rng.choice((0, *range(4, 26)))
            cost = f"{used * float(price):.2f}"
            rows.append([f"{floor}0{flat}", *map(str, (before, before + used, used)), price, cost])
    head = ["Apto", "Leitura anterior", "Leitura atual", "Consumo m³", "R$/m³", "Total R$"]
    return w.table(rng, head, rows)


def medals(rng: Random) -> str:
    """A medal table, with many noughts towards its end."""
    rows, gold = [], rng.randint(20, 40)
    for i in w.some(rng, 15, 45):
        gold = max(0, gold - rng.choice((0, 0, 1, 2, 4)))
        other = [rng.randint(0, max(1, gold // 2 + 1)) for _ in range(2)]
        other[1] += gold + sum(other) == 0
        total = gold + sum(other)
        rows.append([str(i + 1), w.title(rng, "es", 1, 2), str(gold), *map(str, other), str(total)])
    return w.table(rng, ["Puesto", "País", "Oro", "Plata", "Bronce", "Total"], rows)


_MONEY, _GRIDS = "tables: accounts", "tables: grids of numbers"
_OFFICE = "office: accounts and slips"

KINDS = (
    NegativeKind("bank statement", _MONEY, bank_statement),
    NegativeKind("trial balance", _MONEY, trial_balance),
    NegativeKind("german invoice", _OFFICE, invoice),
    NegativeKind("customs tariff", _MONEY, tariff),
    NegativeKind("exchange rates", _MONEY, exchange_rates),
    NegativeKind("water meters", _OFFICE, water_meter),
    NegativeKind("train table", _GRIDS, train_table),
    NegativeKind("tide table", _GRIDS, tide_table),
    NegativeKind("conversions", _GRIDS, conversion, arithmetic=True),
    NegativeKind("normal curve", _GRIDS, normal_table),
    NegativeKind("correlations", _GRIDS, correlations),
    NegativeKind("confusion matrix", _GRIDS, confusion),
    NegativeKind("distances", _GRIDS, distances),
    NegativeKind("shifts", _OFFICE, shifts),
    NegativeKind("hourly weather", _GRIDS, weather),
    NegativeKind("crossword grid", _GRIDS, crossword_grid),
    NegativeKind("truth table", _GRIDS, truth_table),
    NegativeKind("medal table", _GRIDS, medals),
)
