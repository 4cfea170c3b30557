"""Slips, minutes, rotas and other papers of offices and shops."""

import datetime as dt
from calendar import monthcalendar
from random import Random

from degeneration.held_out import material_pages as p
from degeneration.held_out.material_tongues import MONTHS, WEEKDAYS

BOOK = p.Book()


@BOOK.page("till receipts", p.SLIPS)
def receipts(rng: Random) -> str:
    """Several slips of one shop on one scan: the shop's own lines come back with each."""
    lang = rng.choice(("de", "pl", "it", "ja", "tr"))
    shop, street = p.title(rng, lang, 1, 2).upper(), p.title(rng, lang, 2, 3)
    goods = [(p.title(rng, lang, 1, 2)[:18], rng.randrange(59, 2999)) for _ in range(14)]
    foot, width = p.sentence(rng, lang, 4, 7), rng.randint(30, 40)
    rule, out = rng.choice("-=*.") * width, []
    for _ in range(rng.randint(2, 4)):
        at = f"{p.day(rng, 2000):%d.%m.%Y} {rng.randrange(8, 20):02d}:{rng.randrange(60):02d}"
        lines, total = [shop.center(width).rstrip(), street.center(width).rstrip(), at, rule], 0
        for what, cents in rng.choices(goods, k=rng.randint(3, 10)):
            total += cents
            lines.append(f"{what:<22}{cents / 100:>{width - 24}.2f} {rng.choice('AAAB')}")
        lines += [rule, f"{'TOTAL':<22}{total / 100:>{width - 24}.2f}", foot]
        out.append("\n".join(lines))
    return "\n\n".join(out) + "\n"


@BOOK.page("facturas", p.SLIPS)
def invoice(rng: Random) -> str:
    """An invoice whose lines share units, rates and discounts."""
    lang = rng.choice(("es", "fr", "ru", "ar"))
    unit, rate = rng.choice(("ud.", "h", "kg", "шт.", "m²")), rng.choice(("21 %", "10 %", "0 %"))
    rows = []
    for _ in range(rng.randint(8, 28)):
        count = rng.choice((1, 1, 1, 2, 5, 10))
        price = rng.choice((12.5, 45.0, 45.0, round(rng.random() * 90, 2)))
        cells = (f"{count}", unit, f"{price:.2f}", "0 %", rate, f"{count * price:.2f}")
        rows.append((p.phrase(rng, lang, 2, 5), *cells))
    head = ("Concepto", "Cant.", "Ud.", "Precio", "Dto.", "IVA", "Importe")
    to = f"{p.name(rng, lang)}\n{p.title(rng, lang, 2, 3)} {rng.randrange(1, 90)}\n\n"
    return f"No. {rng.randrange(99999):05d}/{rng.randrange(1990, 2024)}\n{to}" + p.table(
        rng, head, rows
    )


@BOOK.page("wage slip", p.SLIPS)
def wages(rng: Random) -> str:
    """Many kinds of pay, most of which are nil."""
    lang = rng.choice(("fr", "de", "nl", "el"))
    nil, rows = rng.choice(("0,00", "-,--", "—")), []
    for _ in range(rng.randint(16, 34)):
        figures = [p.amount(rng, lang, 2000) if rng.random() < 0.35 else nil for _ in range(3)]
        rows.append((str(rng.randrange(1000, 9999)), p.title(rng, lang, 1, 4), *figures))
    who = f"{p.name(rng, lang)} — {rng.randrange(10_000, 99_999)}\n\n"
    return who + p.table(rng, ("Code", "", "Base", "Gain", "Retenue"), rows)


@BOOK.page("bill of fare", p.SLIPS)
def menu(rng: Random) -> str:
    """Dishes out of a few ways of cooking, at a few prices."""
    lang = rng.choice(("zh", "fr", "it", "hi", "ko"))
    ways = [p.phrase(rng, lang, 1, 1) for _ in range(6)]
    currency = rng.choice(("€ ", "¥", "₹", "$", "₩"))
    dots = rng.choice((" " + "." * rng.randint(8, 30) + " ", "  ", " — ", " | "))
    prices, out = [rng.randrange(5, 40) * 5 for _ in range(4)], []
    for _ in range(rng.randint(3, 5)):
        out.append(rng.choice(("", "## ")) + p.title(rng, lang, 1, 2).upper())
        for _ in range(rng.randint(4, 10)):
            dish = f"{p.title(rng, lang, 1, 1)} {rng.choice(ways)} {p.phrase(rng, lang, 0, 2)}"
            out.append(f"{dish.strip()}{dots}{currency}{rng.choice(prices)}")
        out.append("")
    return "\n".join(out)


@BOOK.page("pick list", p.SLIPS)
def pick_list(rng: Random) -> str:
    """Bays in order, equal counts, a box to tick."""
    lang, box = rng.choice(("en", "pl", "es")), rng.choice(("[ ]", "☐", "( )", "____"))
    part, rows = rng.choice(("BOX", "PLT", "CTN", "EA")), []
    aisle, bay = rng.randrange(1, 20), rng.randrange(1, 9)
    for _ in range(rng.randint(14, 40)):
        bay += rng.choice((1, 1, 2, 3))
        sku = f"{rng.randrange(10**7):07d}-{rng.choice('SMLX')}"
        spot = f"{aisle:02d}-{bay:03d}-{rng.choice('ABCD')}"
        rows.append((spot, sku, p.title(rng, lang, 1, 3), rng.choice("11124"), part, box))
    return p.lead(rng, lang) + p.table(rng, ("Bin", "SKU", "Item", "Qty", "UoM", "OK"), rows)


@BOOK.page("verbale", p.RECORDS)
def minutes(rng: Random) -> str:
    """Every motion is moved, seconded and carried in the same words."""
    lang = rng.choice(("it", "en", "de", "fr"))
    forms = {
        "it": "{n}. {t}\nIl presidente illustra {x}. Proposta di {a}, appoggiata da {b}. Messa ai "
        "voti, la proposta è approvata all'unanimità.",
        "en": "{n}. {t}\nMoved by {a}, seconded by {b}, that {x}. Carried unanimously.",
        "de": "TOP {n}: {t}\n{x}. Antrag: {a}. Abstimmung: {j} Ja, 0 Nein, 0 Enthaltungen. Der "
        "Antrag ist einstimmig angenommen.",
        "fr": "{n}) {t}\nSur proposition de {a}, et après en avoir délibéré, le conseil municipal, "
        "à l'unanimité, décide {x}.",
    }
    people, out = [p.name(rng, lang) for _ in range(6)], []
    for number in range(1, rng.randint(7, 16)):
        one, other = rng.sample(people, 2)
        text = p.sentence(rng, lang, 6, 25).rstrip(".?!")
        heading = p.title(rng, lang, 2, 4)
        out.append(forms[lang].format(n=number, t=heading, x=text, a=one, b=other, j=len(people)))
    return p.lead(rng, lang) + "\n\n".join(out) + "\n"


@BOOK.page("inspection sheet", p.RECORDS)
def inspection(rng: Random) -> str:
    """OK, OK, OK, n/a, OK."""
    lang = rng.choice(("en", "de", "ja", "ru"))
    good = {"en": "OK", "de": "i. O.", "ja": "良", "ru": "исправно"}[lang]
    rows = []
    for section in range(1, rng.randint(3, 6)):
        for item in range(1, rng.randint(4, 9)):
            result = rng.choices((good, "n/a", "×"), (12, 2, 1))[0]
            note = p.phrase(rng, lang, 2, 4) if result == "×" else ""
            rows.append((f"{section}.{item}", p.title(rng, lang, 2, 5), result, note))
    return p.lead(rng, lang) + p.table(rng, ("", "Item", "Result", "Note"), rows)


@BOOK.page("ward chart", p.RECORDS)
def ward(rng: Random) -> str:
    """Readings of a patient every few hours, none of which change much."""
    lang = rng.choice(("en", "fr", "es", "tr"))
    at, rows = dt.datetime(2000, 1, 1, 6) + dt.timedelta(days=rng.randrange(8000)), []
    drug, nurse = p.title(rng, lang, 1, 1), [p.given(rng, lang)[:1] + "." for _ in range(3)]
    every = rng.choice((1, 2, 4, 6))
    for _ in range(rng.randint(14, 36)):
        at += dt.timedelta(hours=every, minutes=rng.randrange(-9, 10))
        pulse = f"{rng.gauss(76, 6):.0f}"
        pressure = f"{rng.gauss(122, 7):.0f}/{rng.gauss(78, 4):.0f}"
        given = f"{drug} 500 mg" if rng.random() < 0.3 else "—"
        warmth = f"{rng.gauss(36.8, 0.3):.1f}"
        rows.append(
            (f"{at:%d/%m %H:%M}", warmth, pulse, pressure, "98 %", given, rng.choice(nurse))
        )
    return p.lead(rng, lang) + p.table(rng, ("", "°C", "bpm", "mmHg", "SpO2", "", ""), rows)


@BOOK.page("placement à table", p.RECORDS)
def seating(rng: Random) -> str:
    """Tables and seats; some of the seats are free."""
    lang, out = rng.choice(("fr", "en", "el", "he")), []
    label = {"fr": "Table", "en": "Table", "el": "Τραπέζι", "he": "שולחן"}[lang]
    free = {"fr": "libre", "en": "(vacant)", "el": "κενή", "he": "פנוי"}[lang]
    for number in range(1, rng.randint(5, 11)):
        out.append(f"{rng.choice(('', '**'))}{label} {number}")
        family = p.surname(rng, lang)
        for seat in range(1, rng.randint(5, 10)):
            family = p.surname(rng, lang) if rng.random() < 0.5 else family
            who = free if rng.random() < 0.2 else f"{p.given(rng, lang)} {family}"
            out.append(f"  {seat}. {who}")
        out.append("")
    return "\n".join(out)


@BOOK.page("shift rota", p.RECORDS)
def rota(rng: Random) -> str:
    """Early, late, night, free: few letters in many cells."""
    lang = rng.choice(("en", "it", "de", "ru", "fr"))
    marks = rng.choice(("F S N - U", "M P N R F", "E L N / A", "Д Н О В Б")).split()
    people = [p.name(rng, lang) for _ in range(rng.randint(8, 22))]
    days = (
        WEEKDAYS[lang].split()
        if rng.random() < 0.5
        else [f"{d} {n}" for n, d in enumerate(WEEKDAYS[lang].split() * 2, 1)]
    )
    rows = []
    for person in people:
        start, row = rng.randrange(8), []
        for day in range(len(days)):
            turn = (start + day) % 8
            row.append(marks[turn // 2] if rng.random() < 0.85 else rng.choice(marks))
        rows.append((person, *row))
    return p.lead(rng, lang) + p.table(rng, ("", *days), rows)


@BOOK.page("year in months", p.RECORDS, arithmetic=True)
def calendar_pages(rng: Random) -> str:
    """Some months of a calendar as grids of weeks, with notes or without."""
    lang = rng.choice(tuple(key for key in WEEKDAYS if key in MONTHS))
    year, first = rng.randrange(1880, 2030), rng.randrange(1, 8)
    days = WEEKDAYS[lang].split()
    style, out = rng.choice(("columns", "markdown", "html", "html-lines")), []
    for month in range(first, first + rng.randint(2, 5)):
        weeks = []
        for week in monthcalendar(year, month):
            notes = [f" {p.given(rng, lang)}" if rng.random() < 0.06 else "" for _ in week]
            weeks.append([f"{d}{n}" if d else "" for d, n in zip(week, notes, strict=True)])
        name = MONTHS[lang].split()[month - 1].capitalize()
        out.append(f"{name} {year}\n\n{p.table(rng, days, weeks, style)}")
    return "\n".join(out)


@BOOK.page("line timetable", p.RECORDS)
def timetable(rng: Random) -> str:
    """Stops against runs; the minutes come back each hour, some runs skip stops."""
    lang = rng.choice(("de", "ja", "pl", "es", "nl"))
    stops, offset = [p.surname(rng, lang) for _ in range(rng.randint(9, 22))], 0
    starts, skip = [rng.randrange(280, 340)], rng.choice(("|", "—", "..", "レ"))
    step = 0
    for _ in range(rng.randint(5, 10)):
        step = rng.choice([minutes for minutes in (20, 30, 45, 60) if minutes != step])
        starts.append(starts[-1] + step)
    rows = []
    for stop in stops:
        times = [(start + offset) % 1440 for start in starts]
        cells = [f"{t // 60}:{t % 60:02d}" if rng.random() < 0.85 else skip for t in times]
        rows.append((stop, *cells))
        offset += rng.randint(2, 9)
    runs = [str(rng.randrange(100, 999)) for _ in starts]
    return p.lead(rng, lang) + p.table(rng, ("", *runs), rows)


KINDS = tuple(BOOK.kinds)
