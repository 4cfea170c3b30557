"""Rows of tables, ledgers and catalogues of which only the numbers go on."""

from random import Random

from degeneration import material as m
from degeneration.judged.sixth import counters_common as c
from degeneration.judged.sixth import material_counters as mc
from degeneration.sample import Loop

_BERTHS = {
    "en": (
        ("Berth", "Vessel", "Depth", "State"),
        ("cutter", "barge", "schooner", "tug", "lighter"),
        ("vacant", "let", "under repair", "reserved for pilots"),
    ),
    "de": (
        ("Platz", "Schiff", "Tiefe", "Vermerk"),
        ("Kutter", "Prahm", "Schoner", "Schlepper", "Leichter"),
        ("frei", "belegt", "gesperrt", "nur für Lotsen"),
    ),
    "fr": (
        ("Poste", "Bateau", "Tirant", "État"),
        ("cotre", "péniche", "goélette", "remorqueur", "chaland"),
        ("libre", "loué", "en réparation", "réservé aux pilotes"),
    ),
    "es": (
        ("Amarre", "Buque", "Calado", "Estado"),
        ("balandra", "barcaza", "goleta", "remolcador", "gabarra"),
        ("libre", "alquilado", "en obras", "reservado"),
    ),
}


def _moorings(rng: Random) -> Loop:
    lang = rng.choice(sorted(_BERTHS))
    head, ships, states = _BERTHS[lang]
    step, start = rng.choice((1, 1, 1, 2, 5)), rng.randint(1, 90)
    dash = rng.choice((":---", "---", "-----"))

    def row(n: int, draw: Random) -> str:
        ship = f"{draw.choice(ships)} {m.content_word(draw).capitalize()}"
        depth = f"{draw.randint(1, 6)},{draw.randrange(10)}0 m"
        return f"| {n} | {ship} | {depth} | {draw.choice(states)} |\n"

    rows = rng.randint(1, 7)
    lead = mc.lead(rng, lang, high=1200) + f"| {' | '.join(head)} |\n" + f"|{dash}" * 4 + "|\n"
    lead += "".join(row(start + i * step, rng) for i in range(rows))
    seed = rng.random()
    return c.loop(lead, lambda n: row(n, Random(seed)), start + rows * step, step, "\n")


def _running_total(rng: Random) -> Loop:
    """HTML in which the row's number and the total rise together; the price stays."""
    lang = rng.choice(("en", "it", "es"))
    each, first = rng.randint(2, 75), rng.randint(1, 20)
    fixed = rng.choice(mc.GOODS[lang])
    style = rng.choice(("", ' class="num"', ' align="right"', ' style="text-align:right"'))
    indent = rng.choice(("", "\n  ", " "))
    end = rng.choice(("</tr>\n", "</tr>", "\n</tr>\n"))

    def row(n: int, goods: str, amount: int, total: int) -> str:
        numbers = indent.join(f"<td{style}>{x}</td>" for x in (amount, total))
        return f"<tr>{indent}<td>{n}</td>{indent}<td>{goods}</td>{indent}{numbers}{end}"

    total = rng.randint(100, 900)
    lead = mc.lead(rng, lang, high=900) + "<table>\n"
    goods = mc.goods(rng, lang, rng.randint(1, 8))
    amounts = rng.sample(range(1, 81), len(goods))
    for i, (name, amount) in enumerate(zip(goods, amounts, strict=True)):
        total += amount
        lead += row(first + i, name, amount, total)
    n0, t0 = first + len(goods), total
    return c.loop(
        lead,
        lambda n: row(n, fixed, each, t0 + (n - n0 + 1) * each),
        n0,
        closing="</table>\n",
    )


_ENTRIES = {
    "la": (
        "{n}. Die {d} {month} ego {priest} baptizavi {child}, filiam legitimam {father} et uxoris "
        "eius, cuius patrini fuerunt {a} et {b}, omnes ex hac parochia.",
        ("Ianuarii", "Martii", "Maii", "Iunii", "Octobris"),
    ),
    "pt": (
        "N.º {n}. Aos {d} de {month}, nesta matriz, batizei solenemente a {child}, filha legítima "
        "de {father}; foram padrinhos {a} e {b}. E para constar fiz este assento. "
        "O vigário {priest}.",
        ("janeiro", "março", "maio", "junho", "outubro"),
    ),
    "it": (
        "Atto n. {n} — Il giorno {d} di {month} è stata battezzata {child}, figlia di {father}; "
        "padrini {a} e {b}. Il parroco {priest}.",
        ("gennaio", "marzo", "maggio", "giugno", "ottobre"),
    ),
    "fr": (
        "N° {n}. Le {d} {month} a été baptisée {child}, fille légitime de {father}. Parrain {a}, "
        "marraine {b}, qui ont déclaré ne savoir signer. {priest}, curé.",
        ("janvier", "mars", "mai", "juin", "octobre"),
    ),
}


def _baptisms(rng: Random) -> Loop:
    lang = rng.choice(sorted(_ENTRIES))
    form, months = _ENTRIES[lang]
    priest, gap = m.name(rng), rng.choice(("\n\n", "\n", "\n---\n"))

    def entry(n: int, draw: Random) -> str:
        people = {key: m.name(draw) for key in ("child", "father", "a", "b")}
        day, month = draw.randint(1, 28), draw.choice(months)
        return form.format(n=n, d=day, month=month, priest=priest, **people) + gap

    first = rng.randint(1, 400)
    rows = rng.randint(0, 3)
    lead = mc.lead(rng, lang) + "".join(entry(first + i, rng) for i in range(rows))
    seed = rng.random()
    return c.loop(lead, lambda n: entry(n, Random(seed)), first + rows)


_READINGS = [
    *(("de", "Zählerstand"), ("en", "reading"), ("pt", "leitura"), ("fr", "relevé")),
    *(("es", "lectura"), ("ru", "показание")),
]


def _meter(rng: Random) -> Loop:
    """Readings that rise by the same fraction each time, with separators."""
    point, thousands = rng.choice(((",", "."), (".", ",")))
    unit = rng.choice(("kWh", "m³", "l", "km", "t"))
    lang, word = rng.choice(_READINGS)
    rise, start = rng.randint(3, 4500), rng.randint(120_000, 900_000)
    form = rng.choice(
        ("{w}: {v} {u}; {d}\n", "- {w} {v} {u} (+{d})\n", "| {w} | {v} | {u} | {d} |\n")
    )
    delta = c.cents(rise, point, thousands)

    def row(value: int) -> str:
        return form.format(w=word, v=c.cents(value, point, thousands), u=unit, d=delta)

    return c.loop(mc.lead(rng, lang), row, start, rise)


def _waypoints(rng: Random) -> Loop:
    """Coordinates of which one or both go on by a fixed fraction of a degree."""
    lat, lon = rng.randint(2_000_000, 5_900_000), rng.randint(1_000_000, 8_000_000)
    dlat, dlon = rng.choice(((25, 0), (0, 50), (10, 10), (100, -40), (5, 5)))
    form = rng.choice(
        (
            '{{"lat": {a}, "lon": {b}}}, ',
            "{a}, {b}\n",
            '<trkpt lat="{a}" lon="{b}"></trkpt>\n',
            "[{b}, {a}], ",
            "N {a} E {b} — buoy, unlit\n",
        )
    )

    def point(value: int) -> str:
        return f"{value // 100_000}.{value % 100_000:05d}"

    opening = "<trkseg>\n" if form[0] == "<" else "coordinates:\n"
    lead = mc.lead(rng, rng.choice(mc.LATIN), high=900) + opening
    for _ in range(rng.randint(0, 6)):
        lead += form.format(a=point(lat), b=point(lon))
        lat, lon = lat + rng.randint(-900, 900), lon + rng.randint(-900, 900)
    return c.loop(
        lead,
        lambda i: form.format(a=point(lat + i * dlat), b=point(lon + i * dlon)),
        closing="</trkseg>\n" if form[0] == "<" else "\n",
    )


_SCENES = [
    "Photograph, albumen print, unidentified",
    "Potsherd, grey ware, rim",
    "Fotografia, gelatina e prata, autor desconhecido",
    "Bronzenadel, fragmentiert, ohne Fundort",
    "Carte postale, vue du port, non datée",
    "Moneda, cobre, muy gastada",
]


def _accessions(rng: Random) -> Loop:
    year, group, first = rng.randint(1880, 1999), rng.randint(1, 90), rng.randint(1, 300)
    size = f"{rng.randint(4, 60)} × {rng.randint(4, 60)} {rng.choice(('cm', 'mm'))}"
    form = rng.choice(
        ("{no}  {what}, {size}.\n", "**{no}** {what} ({size})\n\n", "{no} — {what}; {size}; ")
    )
    what = rng.choice(_SCENES)
    count = rng.randint(0, 5)
    lead = mc.lead(rng, rng.choice(("en", "de", "fr", "pt")))

    def entry(n: int, what: str, size: str) -> str:
        return form.format(no=f"{year}.{group}.{n}", what=what, size=size)

    for i in range(count):
        lead += entry(first + i, m.title(rng, 2, 5), f"{rng.randint(4, 60)} × {rng.randint(4, 60)}")
    return c.loop(lead, lambda n: entry(n, what, size), first + count)


def _rising_and_falling(rng: Random) -> Loop:
    """A LaTeX table in which one column rises while another falls."""
    up, down = rng.randint(1, 60), rng.randint(5000, 9000)
    rise, fall = rng.choice((1, 2, 5)), rng.choice((1, 3))
    middle = f"{rng.random():.3f}"
    order = rng.choice(("{u} & {d} & {x} & no", "{u} & {x} & {d} & --", "{u} & ${x}$ & n/a & {d}"))
    end = rng.choice((r" \\", r" \\ \hline", r"\tabularnewline")) + "\n"

    def row(u: int, d: int, x: str) -> str:
        return order.format(u=u, d=d, x=x) + end

    lead = mc.lead(rng, rng.choice(("en", "de", "fr"))) + "\\begin{tabular}{rrrl}\n"
    for _ in range(rng.randint(1, 6)):
        lead += row(up, down, f"{rng.random():.3f}")
        up, down = up + rng.randint(1, 9), down - rng.randint(1, 9)
    u0, d0 = up, down
    closing = "\\end{tabular}\n"
    # As one number gains a digit another may lose one: the length stays, the places do not.
    return c.loop(
        lead, lambda i: row(u0 + i * rise, d0 - i * fall, middle), 0, 1, closing, ambiguous=True
    )


_TICKETS = {
    "en": ("Ticket No. {n} — {w} — one adult, rear stalls — not transferable", "fair"),
    "pt": ("Bilhete n.º {n} — {w} — uma pessoa, geral — intransferível", "quermesse"),
    "es": ("Boleto núm. {n} — {w} — una persona, galería — no se devuelve", "verbena"),
    "it": ("Biglietto n. {n} — {w} — un adulto, loggione — non cedibile", "sagra"),
}


def _tickets_down(rng: Random) -> Loop:
    """Stubs in falling order, sometimes with zeros before."""
    lang = rng.choice(sorted(_TICKETS))
    form, word = _TICKETS[lang]
    word = f"{word} {m.content_word(rng)}"
    step, width = rng.choice((-1, -1, -5, -10)), rng.choice((0, 6))
    start, gap = rng.randint(70_000, 99_000), rng.choice(("\n", "\n\n", " / "))
    return c.loop(
        mc.lead(rng, lang),
        lambda n: form.format(n=f"{n:0{width}d}", w=word) + gap,
        start,
        step,
    )


def _bids(rng: Random) -> Loop:
    """An auction in which every bid tops the last by the same sum, with separators."""
    point = rng.choice((",", "."))
    sign, step = rng.choice(("€", "$", "R$ ", "CHF ", "¥")), rng.choice((10, 25, 50, 100, 500))
    lot, lang = rng.randint(1, 400), rng.choice(("en", "de", "es"))
    form = rng.choice(
        {
            "en": (
                "I have {v}, lot {l}, with the lady in red. ",
                "{v} bid. Any more on lot {l}?\n",
            ),
            "de": ("{v} sind geboten, Los {l}, zum Ersten. ", "Los {l}: {v}, Dame links.\n"),
            "es": ("Ofrecen {v} por el lote {l}. ", "Lote {l}: {v}, al teléfono.\n"),
        }[lang]
    )

    def bid(value: int) -> str:
        return form.format(v=sign + f"{value:,}".replace(",", point), l=lot)

    return c.loop(mc.lead(rng, lang), bid, rng.randint(20, 190) * 50, step)


KINDS = (
    c.kind("mooring numbers", "rows of tables", _moorings, c.RECOVERS),
    c.kind("running totals", "rows of tables", _running_total, c.ALL),
    c.kind("baptism entries", "numbered entries", _baptisms),
    c.kind("meter steps", "amounts and measures", _meter),
    c.kind("waypoints", "amounts and measures", _waypoints, c.ALL),
    c.kind("accessions", "numbered entries", _accessions, c.RECOVERS),
    c.kind("columns that cross", "rows of tables", _rising_and_falling, c.CLOSING),
    c.kind("tickets down", "numbered entries", _tickets_down),
    c.kind("auction bids", "amounts and measures", _bids, c.RECOVERS),
)
WITH_POINT = ("w: meter steps", "w: waypoints", "w: auction bids")
