"""Held-out clean pages of leaders: dots from what is looked up to where it is or what it costs."""

from random import Random

from degeneration import material as m
from degeneration.judged.first import words as w
from degeneration.sample import NegativeKind


def _led(left: str, right: str, width: int, leader: str) -> str:
    """`left ....... right`, as wide as the page."""
    gap = max(3, width - len(left) - len(right) - 2)
    return f"{left} {(leader * gap)[:gap].strip()} {right}\n"


_CAPTIONS = {
    "pt": ("LISTA DE FIGURAS", "Figura", "LISTA DE TABELAS", "Tabela"),
    "en": ("List of Figures", "Figure", "List of Tables", "Table"),
    "de": ("Abbildungsverzeichnis", "Abbildung", "Tabellenverzeichnis", "Tabelle"),
    "es": ("ÍNDICE DE FIGURAS", "Figura", "ÍNDICE DE CUADROS", "Cuadro"),
}


def figure_list(rng: Random) -> str:
    """A thesis's lists of figures and of tables, a leader in each line."""
    lang = rng.choice(tuple(_CAPTIONS))
    figures, figure, tables, table_ = _CAPTIONS[lang]
    leader, dash, out = rng.choice((".", ". ", " .")), rng.choice((" –", ":", " —")), ""
    for head, name, low, high in ((figures, figure, 10, 38), (tables, table_, 4, 20)):
        out += f"{head}\n\n"
        page, chapter, number = rng.randint(14, 25), 1, 0
        for _ in w.many(rng, low, high):
            page, number = page + rng.choice((0, 0, 1, 1, 2, 3, 5, 9)), number + 1
            if rng.random() < 0.15:
                chapter, number = chapter + 1, 1
            left = f"{name} {chapter}.{number}{dash} {w.title(rng, lang, 2, 7)}"
            out += _led(left, str(page), 86, leader)
        out += "\n"
    return out


_COURSES = {
    "fr": ("LES ENTRÉES", "LES PLATS", "LES FROMAGES", "LES DESSERTS", "LES VINS"),
    "en": ("Starters", "Mains", "From the Grill", "Sides", "Desserts"),
    "es": ("ENTRANTES", "CARNES", "PESCADOS", "POSTRES", "BODEGA"),
    "pt": ("ENTRADAS", "MASSAS", "GRELHADOS", "SOBREMESAS", "BEBIDAS"),
}


def menu(rng: Random) -> str:
    """A restaurant's card; many dishes cost the same."""
    lang = rng.choice(tuple(_COURSES))
    unit, width = rng.choice(("£", "$") if lang == "en" else ("€ ", "", "")), rng.choice((44, 56))
    dear = rng.choice((10, 20, 40))
    described = rng.random() < 0.5
    out = f"{w.title(rng, lang, 1, 2).upper()}\n"
    for course in _COURSES[lang]:
        out += f"\n## {course}\n\n"
        for _ in w.some(rng, 4, 9):
            price = f"{3 + rng.randrange(2 * dear) / 2:.2f}"
            price = unit + (price if lang == "en" else price.replace(".", ","))
            out += _led(w.title(rng, lang, 2, 4), price, width, ".")
            if described:
                out += f"*{w.phrase(rng, lang, 3, 6)}*\n"
    return out


def programme(rng: Random) -> str:
    """A theatre's programme: the parts and who plays them, then who else was at work."""
    lang = rng.choice(("en", "fr", "de", "es"))
    leader, out = rng.choice((".", " .", "·", "…")), f"**{w.title(rng, lang, 2, 4).upper()}**\n\n"
    width = rng.choice((48, 60))
    for _ in range(rng.randint(2, 4)):
        out += f"{w.title(rng, lang, 1, 3)}\n\n"
        for _ in w.some(rng, 6, 18):
            role = rng.choice((w.title(rng, lang, 1, 2), rng.choice(w.GIVEN[lang])))
            out += _led(role, w.person(rng, lang), width, leader)
        out += "\n"
    return out


_INCOME = w.listed("""
    Total amount from Form(s) W-2, box 1|Household employee wages not reported on Form(s)
    W-2|Tip income not reported on line 1a|Taxable dependent care benefits from Form 2441,
    line 26|Employer-provided adoption benefits from Form 8839, line 29|Wages from Form
    8919, line 6|Other earned income|Tax-exempt interest|Qualified dividends|Taxable
    amount|Capital gain or (loss). Attach Schedule D if required|Additional income from
    Schedule 1, line 10|Adjustments to income from Schedule 1, line 26|Standard deduction
    or itemized deductions|Qualified business income deduction from Form 8995|Child tax
    credit from Schedule 8812|Amount from Schedule 3, line 8|Other taxes, including self-
    employment tax, from Schedule 2, line 21|Estimated tax payments and amount applied from
    prior return|Refundable credits. Add the lines above
""")


def tax_return(rng: Random) -> str:
    """Lines of a tax form: dots up to the line's number, then an amount, a nought or nothing."""
    out, line = f"Form {rng.randint(1000, 1099)}  U.S. Income Tax Return\n\n", 1
    for text in rng.sample(_INCOME, rng.randint(12, len(_INCOME))):
        parts = rng.choice((1, 1, 1, 2, 3))
        for part in range(parts):
            number = f"{line}{'abc'[part] if parts > 1 else ''}"
            amount = rng.choice(("", "", "0.", f"{rng.randrange(90000):,}."))
            left = f"{number:<3} {text if part == 0 else w.title(rng, 'en', 2, 5)}"
            out += _led(left, f"{number} |{amount:>9}|", 92, " .")
        line += 1
    return out + f"Sign Here  Your signature {'_' * 24}  Date {'_' * 10}\n"


def first_lines(rng: Random) -> str:
    """The index of a hymnal: first lines from A to Z, leaders, numbers in no order."""
    lang, leader = rng.choice(("en", "de", "fr")), rng.choice((".", ". ", "·"))
    initial, out = "", ""
    for line in sorted(w.title(rng, lang, 4, 6) for _ in w.many(rng, 25, 75)):
        if line[0] != initial:
            initial = line[0]
            out += f"\n{initial}\n"
        out += _led(line, str(rng.randint(1, 680)), 60, leader)
    return out


def size_prices(rng: Random) -> str:
    """An ironmonger's list: one article in all its sizes, dots up to the price."""
    bores = ('1/4"', '3/8"', '1/2"', '3/4"', '1"', '1.1/4"', '1.1/2"', '2"', '2.1/2"', '3"', '4"')
    out = f"TABELA DE PREÇOS {w.title(rng, 'pt', 1, 2).upper()}\n\n"
    for _ in w.many(rng, 4, 9):
        article, price = w.title(rng, "pt", 2, 3), rng.uniform(1, 12)
        for bore in bores[rng.randrange(3) : rng.randint(6, 11)]:
            price *= rng.uniform(1.08, 1.6)
            cost = f"{price:.2f}".replace(".", ",")
            out += _led(f"{article} {bore}", cost, 52, ".")
        out += "\n"
    return out


_PARTS_OF_LAW = ("Das disposições gerais", "Da competência", "Dos prazos", "Dos recursos")


def code_contents(rng: Random) -> str:
    """A code's summary: titles, chapters and sections in Roman numbers, articles, pages."""
    article, page, out = 1, rng.randint(9, 25), "SUMÁRIO\n\n"
    leader = rng.choice((".", ". ", " ."))
    for book in range(rng.randint(2, 4)):
        out += f"LIVRO {m.roman(book + 1)}\n"
        for title in range(rng.randint(2, 4)):
            out += _led(
                f"TÍTULO {m.roman(title + 1)} – {w.title(rng, 'pt')}", str(page), 78, leader
            )
            for chapter in range(rng.randint(1, 5)):
                last = article + rng.randint(1, 14)
                name = rng.choice((*_PARTS_OF_LAW, w.title(rng, "pt", 1, 5)))
                left = f"Capítulo {m.roman(chapter + 1)} – {name} (arts. {article} a {last})"
                out += _led(left, str(page), 78, leader)
                article, page = last + 1, page + rng.randint(0, 6)
        out += "\n"
    return out


def budget_sheet(rng: Random) -> str:
    """A household's worksheet: dots from each expense to a blank with the currency before it."""
    lang, unit = rng.choice((("en", "$"), ("fr", "€"), ("pt", "R$"), ("es", "€")))
    blank, leader = "_" * rng.choice((8, 10, 14)), rng.choice((".", " ."))
    out = f"{w.title(rng, lang)}\n\n"
    for _ in range(rng.randint(3, 6)):
        out += f"**{w.title(rng, lang, 1, 2)}**\n"
        for _ in w.some(rng, 3, 9):
            out += _led(w.title(rng, lang, 1, 4), f"{unit} {blank}", 64, leader)
        out += _led("TOTAL", f"{unit} {blank}", 64, leader) + "\n"
    return out


def data_sheet(rng: Random) -> str:
    """A machine's technical data, a column for each of its models."""
    lang, models = rng.choice(("en", "de", "pt", "es")), rng.randint(1, 3)
    units = rng.sample(("mm", "kg", "V", "kW", "rpm", "°C", "bar", "l/min", "dB(A)"), 6)
    out = f"{w.title(rng, lang).upper()}\n\n"
    for _ in range(rng.randint(2, 5)):
        out += f"{w.title(rng, lang, 1, 2)}\n"
        for _ in w.some(rng, 4, 11):
            value = str(rng.choice((rng.randint(1, 90), rng.randint(100, 4000), 230, 50, 1.5)))
            cells = [rng.choice((value, str(rng.randint(1, 900)))) for _ in range(models)]
            right = " / ".join(cells) + f" {rng.choice(units)}"
            right = rng.choice((right, right, right, "–", "Standard"))
            out += _led(w.title(rng, lang, 1, 3), right, 66, ".")
        out += "\n"
    return out


_LEAD = "text: leaders and blanks"

KINDS = (
    NegativeKind("lists of figures and tables", _LEAD, figure_list),
    NegativeKind("menu", _LEAD, menu),
    NegativeKind("theatre programme", _LEAD, programme),
    NegativeKind("tax return", _LEAD, tax_return),
    NegativeKind("first lines", _LEAD, first_lines),
    NegativeKind("prices by size", _LEAD, size_prices),
    NegativeKind("summary of a code", _LEAD, code_contents),
    NegativeKind("household budget", _LEAD, budget_sheet),
    NegativeKind("technical data", _LEAD, data_sheet),
)
