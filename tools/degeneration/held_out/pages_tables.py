"""Accounts, grids of numbers and registers."""

import datetime as dt
import math
from random import Random

from degeneration.held_out import material_pages as p

BOOK = p.Book()


@BOOK.page("hauptbuch of equal cells", p.ACCOUNTS)
def hauptbuch(rng: Random) -> str:
    """Most columns of a ledger say the same in most rows."""
    lang = rng.choice(("de", "nl", "en"))
    heads = {
        "de": ("Datum", "Beleg", "Konto", "Text", "Soll", "Haben"),
        "nl": ("Datum", "Stuk", "Rekening", "Omschrijving", "Debet", "Credit"),
        "en": ("Date", "Voucher", "Account", "Narrative", "Debit", "Credit"),
    }
    texts = [p.title(rng, lang, 1, 3) for _ in range(rng.randint(3, 9))]
    accounts = [str(rng.choice((1000, 1200, 3400, 4400, 4980))) for _ in range(3)]
    zero = rng.choice(("0,00", "", "-", "—"))
    date, rows = p.day(rng, 1920), []
    for _ in range(rng.randint(14, 45)):
        date += dt.timedelta(days=rng.choice((0, 0, 0, 1, 2, 5)))
        sum_ = p.amount(rng, lang)
        sides = (sum_, zero) if rng.random() < 0.8 else (zero, sum_)
        voucher = str(rng.randrange(100, 9000))
        rows.append((f"{date:%d.%m.%y}", voucher, rng.choice(accounts), rng.choice(texts), *sides))
    return p.lead(rng, lang) + p.table(rng, heads[lang], rows)


@BOOK.page("extracto de cuenta", p.ACCOUNTS)
def bank(rng: Random) -> str:
    """A statement with few payees and a running balance."""
    lang = rng.choice(("es", "fr", "it"))
    payees = [p.title(rng, lang, 1, 2).upper() for _ in range(rng.randint(4, 10))]
    kinds = {
        "es": ("TRANSFERENCIA A", "COMPRA TARJ. 4***", "RECIBO", "BIZUM DE", "CAJERO"),
        "fr": ("VIR SEPA", "CB", "PRLV", "CHQ", "RETRAIT DAB"),
        "it": ("BONIFICO", "PAGAMENTO POS", "ADDEBITO SDD", "PRELIEVO", "GIROCONTO"),
    }[lang]
    balance, date, rows = rng.randrange(20_000, 900_000), p.day(rng, 2005), []
    for _ in range(rng.randint(15, 40)):
        date += dt.timedelta(days=rng.choice((0, 0, 1, 1, 2, 3)))
        cents = rng.choice((-1, -1, -1, 1)) * rng.randrange(150, 60_000)
        balance += cents
        what = f"{rng.choice(kinds)} {rng.choice(payees)}"
        figures = [f"{x / 100:.2f}".replace(".", ",") for x in (cents, balance)]
        rows.append((f"{date:%d/%m/%Y}", f"{date:%d/%m/%Y}", what, *figures))
    head = {
        "es": ("F. oper.", "F. valor", "Concepto", "Importe", "Saldo"),
        "fr": ("Date", "Valeur", "Libellé", "Montant", "Solde"),
        "it": ("Data", "Valuta", "Causale", "Importo", "Saldo"),
    }[lang]
    return p.lead(rng, lang) + p.table(rng, head, rows)


@BOOK.page("rent roll with dittos", p.ACCOUNTS)
def rent_roll(rng: Random) -> str:
    """`do.` for what is as above."""
    lang = rng.choice(("en", "de", "fr"))
    ditto = {"en": ("do.", '"', "ditto"), "de": ("dto.", "„", "desgl."), "fr": ("id.", "d°", "»")}
    mark = rng.choice(ditto[lang])
    place = p.title(rng, lang, 1, 2)
    rows: list[tuple[str, ...]] = []
    for _ in range(rng.randint(15, 40)):
        new = rng.random() < 0.18
        place = p.title(rng, lang, 1, 2) if new else place
        pounds, shillings, pence = rng.randrange(1, 30), rng.randrange(20), rng.choice((0, 0, 6, 4))
        rent = f"{pounds} {shillings} {pence}"
        paid = rent if rng.random() < 0.7 else "—"
        where = place if new or not rows else mark
        rows.append((p.name(rng, lang), where, mark if rows else "Cottage", rent, paid))
    head = ("Tenant", "Where", "What", "£ s. d.", "Received")
    return p.lead(rng, lang) + p.table(rng, head, rows)


@BOOK.page("balance des comptes", p.ACCOUNTS)
def trial_balance(rng: Random) -> str:
    """Numbered accounts, nil in most of the columns."""
    lang = rng.choice(("fr", "it", "pl", "ru"))
    rows, number = [], 100
    nil = rng.choice(("0,00", "–", "-", "0"))
    for _ in range(rng.randint(15, 42)):
        number += rng.choice((1, 1, 2, 5, 10, 17))
        cells = [p.amount(rng, lang, 90_000) if rng.random() < 0.3 else nil for _ in range(5)]
        rows.append((str(number), p.title(rng, lang, 1, 4), *cells))
    head = ("N°", "Intitulé", "Ouv. D", "Ouv. C", "Mvt D", "Mvt C", "Solde")
    return p.lead(rng, lang) + p.table(rng, head, rows)


@BOOK.page("loan schedule", p.ACCOUNTS)
def loan(rng: Random) -> str:
    """Equal instalments: the number counts, the rest advances by ever other steps."""
    debt, rate = rng.randrange(2_000, 400_000), rng.uniform(0.002, 0.02)
    months = rng.randint(12, 48)
    payment = debt * rate / (1 - (1 + rate) ** -months)
    date, rest, rows = p.day(rng, 1990), float(debt), []
    for number in range(1, months + 1):
        interest = rest * rate
        rest -= payment - interest
        due = dt.date(date.year + (date.month + number) // 12, (date.month + number) % 12 + 1, 5)
        parts = (payment, interest, payment - interest, abs(rest))
        rows.append((str(number), f"{due:%d.%m.%Y}", *(f"{part:,.2f}" for part in parts)))
    head = ("No.", "Due", "Payment", "Interest", "Principal", "Balance")
    return p.lead(rng, "en") + p.table(rng, head, rows)


@BOOK.page("mantissas", p.NUMBERS, arithmetic=True)
def mantissas(rng: Random) -> str:
    """A page of a table of logarithms, sines or roots, which advance by nearly equal steps."""
    which = rng.choice(("log", "sin", "sqrt", "cube"))
    start, digits = rng.randrange(100, 900), rng.choice((4, 5, 7))
    lines = []
    for row in range(start, start + rng.randint(12, 24)):
        cells = []
        for column in range(10):
            x = row + column / 10
            value = {
                "log": math.log10(x) % 1,
                "sin": math.sin(x / 600),
                "sqrt": math.sqrt(x) % 10,
                "cube": (x / 100) ** 3,
            }[which]
            cells.append(f"{value:.{digits}f}".split(".")[1] if which == "log" else f"{value:.4f}")
        lines.append((str(row), *cells))
    style = rng.choice(("columns", "markdown", "html", "tsv", "pipes"))
    return p.table(rng, ("N", *map(str, range(10))), lines, style)


@BOOK.page("einmaleins", p.NUMBERS, arithmetic=True)
def times_tables(rng: Random) -> str:
    """Tables of multiples, as a grid or as sums that children learn by heart."""
    sign, equal = (
        rng.choice(("×", "·", "x", "*", "mal", "fois")),
        rng.choice(("=", "macht", "font")),
    )
    low, last = rng.randrange(2, 9), rng.choice((10, 12, 15))
    if rng.random() < 0.4:
        size = rng.randint(9, 15)
        rows = [[str(a), *(str(a * b) for b in range(1, size))] for a in range(1, size)]
        head = ["×", *(str(b) for b in range(1, size))]
        return p.lead(rng, "de") + p.table(rng, head, rows)
    blocks = []
    for factor in range(low, low + rng.randint(3, 5)):
        lines = [f"{a} {sign} {factor} {equal} {a * factor}" for a in range(1, last + 1)]
        blocks.append(f"{rng.choice(('Reihe', 'Table', 'Tabla'))} {factor}\n" + "\n".join(lines))
    return p.lead(rng, rng.choice(("de", "fr", "es"))) + "\n\n".join(blocks) + "\n"


@BOOK.page("unit conversions", p.NUMBERS, arithmetic=True)
def conversions(rng: Random) -> str:
    """One unit in another, every so many of the first."""
    units = (("°C", "°F", 1.8, 32.0), ("km", "mi", 0.621371, 0.0), ("in", "cm", 2.54, 0.0))
    more = (("lb", "kg", 0.45359, 0.0), ("верст", "км", 1.0668, 0.0), ("尺", "cm", 30.303, 0.0))
    one, other, factor, base = rng.choice((*units, *more))
    step, start = rng.choice((1, 2, 5, 10)), rng.randrange(-20, 60)
    rows = []
    for i in range(rng.randint(14, 24)):
        x = start + step * i
        rows.append((f"{x} {one}", f"{x * factor + base:.{rng.choice((1, 2))}f} {other}"))
    return p.lead(rng, rng.choice(p.EUROPEAN)) + p.table(rng, (one, other), rows)


@BOOK.page("pleamares", p.NUMBERS)
def tides(rng: Random) -> str:
    """Four tides a day, each some fifty minutes later than on the day before."""
    lang = rng.choice(("es", "fr", "en", "nl"))
    date, minutes = p.day(rng, 1950), rng.randrange(700)
    rows = []
    for offset in range(rng.randint(20, 31)):
        day = date + dt.timedelta(days=offset)
        cells = []
        for tide in range(4):
            at = (minutes + tide * 372 + rng.randrange(-9, 10)) % 1440
            swing = 1.6 + 0.9 * math.cos(offset / 2.3) * (1 if tide % 2 else -1)
            cells.append(f"{at // 60:02d}:{at % 60:02d} {swing + rng.random() / 5:.2f}")
        minutes += 50
        rows.append((p.long_date(day, lang), *cells))
    return p.lead(rng, lang) + p.table(rng, (p.title(rng, lang, 1, 1), "1", "2", "3", "4"), rows)


@BOOK.page("road distances", p.NUMBERS)
def distances(rng: Random) -> str:
    """A triangle of distances, or a square with a diagonal of dashes."""
    lang = rng.choice(("pl", "ru", "de", "el", "tr"))
    towns = [p.surname(rng, lang) for _ in range(rng.randint(8, 14))]
    spots = [(rng.randrange(900), rng.randrange(900)) for _ in towns]
    full, none = rng.random() < 0.5, rng.choice(("—", "-", "0", "x", ""))
    rows = []
    for i, town in enumerate(towns):
        cells = [
            none if i == j else str(round(math.dist(a, b) * 1.3)) if full or j < i else ""
            for j, (a, b) in enumerate((spots[i], spot) for spot in spots)
        ]
        rows.append((town, *cells))
    return p.lead(rng, lang) + p.table(rng, ("km", *towns), rows)


@BOOK.page("ages of the population", p.NUMBERS)
def ages(rng: Random) -> str:
    """Groups of five years against regions."""
    lang = rng.choice(("en", "ru", "es", "hi", "zh"))
    regions = [p.title(rng, lang, 1, 1) for _ in range(rng.randint(3, 7))]
    to = {"en": "to", "ru": "—", "es": "a", "hi": "से", "zh": "至"}[lang]
    rows = []
    for low in range(0, 100, 5):
        size = 40_000 * math.exp(-low / 40)
        cells = [f"{size * rng.uniform(0.2, 1.2):,.0f}" for _ in regions]
        rows.append((f"{low} {to} {low + 4}", *cells))
    return p.lead(rng, lang) + p.table(rng, ("", *regions), rows)


@BOOK.page("matrix of coefficients", p.NUMBERS)
def correlations(rng: Random) -> str:
    """Small numbers with ones in the diagonal, as statistics packages print them."""
    lang = rng.choice(("en", "de", "it"))
    names = [p.word(rng, lang)[:9] for _ in range(rng.randint(8, 13))]
    rows = []
    for i, one in enumerate(names):
        cells = ["1.00"] * len(names)
        for j in range(len(names)):
            value = rng.gauss(0, 0.25)
            cells[j] = "1.00" if i == j else f"{max(-0.99, min(0.99, value)):.2f}"
            if abs(value) > 0.4 and i != j:
                cells[j] += rng.choice(("*", "**", "***"))
        rows.append((one, *cells))
    note = rng.choice(("", "\n* p < .05; ** p < .01; *** p < .001\n"))
    return p.lead(rng, lang) + p.table(rng, ("", *names), rows) + note


KINDS = tuple(BOOK.kinds)
