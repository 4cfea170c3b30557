"""Registers, censuses, directories and logs of people and ships."""

import datetime as dt
from random import Random

from degeneration.held_out import material_pages as p

BOOK = p.Book()


@BOOK.page("baptisms in formulas", p.REGISTERS)
def baptisms(rng: Random) -> str:
    """Every entry says the same of other people."""
    lang = rng.choice(("fr", "es", "it", "en"))
    forms = {
        "fr": "Le {d} a été baptisé par moi soussigné {c}, né ce jour, {s} légitime de {f} "
        "et de {m}, mariés en cette paroisse. Le parrain a été {p} et la marraine {g}, qui ont "
        "déclaré {w}.",
        "es": "En {d}, yo el infrascrito cura bauticé solemnemente y puse los santos óleos a {c}, "
        "{s} de {f} y de {m}, vecinos de esta villa; fueron padrinos {p} y {g}, a quienes advertí "
        "el parentesco espiritual, y {w}.",
        "it": "Addì {d}. {c}, {s} di {f} e di {m} coniugi di questa cura, fu battezzato da me "
        "curato; padrini furono {p} e {g}. {w}.",
        "en": "{d}. {c}, {s} of {f} and {m} his wife, of this parish, was baptised. Sponsors: "
        "{p}, {g}; {w}.",
    }
    sexes = {
        "fr": ("fils", "fille"),
        "es": ("hijo legítimo", "hija legítima"),
        "it": ("figlio", "figlia"),
        "en": ("son", "daughter"),
    }
    date, out = p.day(rng, 1640, 1880), []
    for _ in range(rng.randint(7, 18)):
        date += dt.timedelta(days=rng.randrange(1, 12))
        who = {key: p.name(rng, lang) for key in "fmpg"}
        line = forms[lang].format(
            d=p.long_date(date, lang),
            c=p.given(rng, lang),
            s=rng.choice(sexes[lang]),
            w=p.phrase(rng, lang, 2, 5),
            **who,
        )
        out.append(line)
    return p.lead(rng, lang) + rng.choice(("\n\n", "\n")).join(out) + "\n"


@BOOK.page("manifest of passengers", p.REGISTERS)
def manifest(rng: Random) -> str:
    """Families with dittos and equal answers."""
    lang = rng.choice(("en", "de", "it", "pl"))
    trade = [p.title(rng, lang, 1, 1) for _ in range(6)]
    land, same = p.surname(rng, lang), rng.choice(('"', "do", "——"))
    family = p.surname(rng, lang)
    rows: list[tuple[str, ...]] = []
    for _ in range(rng.randint(16, 40)):
        new = not rows or rng.random() < 0.35
        family = p.surname(rng, lang) if new else family
        age = str(rng.randrange(18, 60) if new else rng.randrange(1, 25))
        rows.append(
            (
                family if new else same,
                p.given(rng, lang),
                age + (rng.choice(("", " m")) if not new else ""),
                rng.choice("MF"),
                rng.choice(trade) if new else rng.choice(("child", same)),
                land if rng.random() < 0.3 else same,
                rng.choice(("no", "no", "no", "yes")),
            )
        )
    head = ("Family name", "Given name", "Age", "Sex", "Calling", "Country", "In U.S. before")
    return p.lead(rng, lang) + p.table(rng, head, rows)


@BOOK.page("telephone directory", p.REGISTERS)
def directory(rng: Random) -> str:
    """Page upon page of one family name."""
    lang = rng.choice(("nl", "de", "pl", "tr", "el"))
    fill = rng.choice((" ", ". " * 6, " ........ ", "\t", ", "))
    names = sorted(p.surname(rng, lang) for _ in range(rng.randint(3, 7)))
    streets = [p.title(rng, lang, 1, 1) for _ in range(12)]
    lines = []
    for family in names:
        for first in sorted({p.given(rng, lang) + " " + p.surname(rng, lang)[0] for _ in range(7)}):
            where = f"{rng.choice(streets)} {rng.randrange(1, 190)}"
            number = f"{rng.randrange(10, 99)} {rng.randrange(10, 99)} {rng.randrange(10, 99)}"
            lines.append(f"{family} {first}. {where}{fill}{number}")
    return p.lead(rng, lang) + "\n".join(lines) + "\n"


@BOOK.page("household census", p.REGISTERS)
def census(rng: Random) -> str:
    """Houses, heads, wives, sons; scholar after scholar."""
    lang = rng.choice(("en", "en", "ru", "fr"))
    words = {
        "en": ("Head", "Wife", "Son", "Daur", "Scholar", "Ag Lab"),
        "ru": ("хозяин", "жена", "сын", "дочь", "при отце", "хлебопашец"),
        "fr": ("chef", "sa femme", "fils", "fille", "s. p.", "cultivateur"),
    }[lang]
    rows, house = [], rng.randrange(1, 80)
    for _ in range(rng.randint(5, 9)):
        house += rng.choice((1, 1, 2))
        family, parish = p.surname(rng, lang), p.surname(rng, lang)
        for member in range(rng.randint(2, 7)):
            role = words[member] if member < 2 else rng.choice(words[2:4])
            work = words[5] if member == 0 else rng.choice(("", words[4]))
            age = str(rng.randrange(24, 70) if member < 2 else rng.randrange(1, 20))
            who = f"{p.given(rng, lang)} {family if member == 0 else rng.choice(('do', family))}"
            rows.append((str(house) if member == 0 else "", who, role, age, work, parish))
    head = ("No.", "Name", "Relation", "Age", "Occupation", "Where born")
    return p.lead(rng, lang) + p.table(rng, head, rows)


@BOOK.page("radio contacts", p.REGISTERS)
def contacts(rng: Random) -> str:
    """A radio amateur's log: the same reports in nearly every row."""
    time, rows = dt.datetime(rng.randrange(1975, 2023), 10, 7, 6, rng.randrange(60)), []
    band, mode = rng.choice(("14.0", "7.0", "21.2")), rng.choice(("CW", "SSB", "FT8"))
    prefixes = ("DL", "F", "G", "I", "JA", "LU", "OK", "PY", "SM", "UA", "W", "VE", "EA", "OH")
    for _ in range(rng.randint(18, 45)):
        time += dt.timedelta(minutes=rng.choice((1, 1, 2, 3, 9)))
        call = rng.choice(prefixes) + str(rng.randrange(10))
        call += "".join(rng.choices("ABCDEFGHIKLMNOPQRSTUVWXYZ", k=rng.choice((2, 3, 3))))
        report = rng.choice(("599", "599", "599", "589", "579")) if mode == "CW" else "59"
        rows.append((f"{time:%H%M}", call, band, mode, report, "599" if mode == "CW" else "59"))
    return p.lead(rng, "en") + p.table(rng, ("UTC", "Call", "MHz", "Mode", "Sent", "Rcvd"), rows)


@BOOK.page("graves", p.REGISTERS)
def graves(rng: Random) -> str:
    """Rows and plots of a cemetery; many of the stones say the same."""
    lang = rng.choice(("de", "he", "el", "en"))
    formula = {
        "de": ("Hier ruht in Gott", "Ruhe sanft", "Unvergessen"),
        "he": ("פ״נ", "ת נ צ ב ה", "זכרונו לברכה"),
        "el": ("Ενθάδε κείται", "Αιωνία η μνήμη", "Αναπαύσου εν ειρήνη"),
        "en": ("In loving memory of", "Rest in peace", "Thy will be done"),
    }[lang]
    out = []
    for _ in range(rng.randint(8, 20)):
        born = rng.randrange(1790, 1930)
        line = (
            f"{rng.choice('ABCDEF')} {rng.randrange(1, 40)}/{rng.randrange(1, 25)}: {formula[0]} "
        )
        line += f"{p.name(rng, lang)} * {born} † {born + rng.randrange(1, 92)}. "
        out.append(line + rng.choice((formula[1], formula[2], p.phrase(rng, lang, 3, 6))) + ".")
    return p.lead(rng, lang) + "\n".join(out) + "\n"


@BOOK.page("observatory diary", p.REGISTERS)
def weather(rng: Random) -> str:
    """Three readings a day and the wind, with many calms."""
    lang = rng.choice(("fr", "ru", "pl", "it"))
    sky = [p.word(rng, lang) for _ in range(4)]
    calm = {"fr": "calme", "ru": "штиль", "pl": "cisza", "it": "calma"}[lang]
    date, rows, warm = p.day(rng, 1840, 1960), [], rng.uniform(-8, 20)
    for offset in range(rng.randint(15, 31)):
        warm += rng.gauss(0, 1.5)
        three = [f"{warm + d + rng.gauss(0, 0.5):.1f}" for d in (-2, 4, 0)]
        wind = rng.choice((calm, calm, "NW 2", "S 1", "SW 3", "E 1"))
        rain = rng.choice(("0.0", "0.0", "0.0", "—", f"{rng.random() * 12:.1f}"))
        barometer = f"{rng.gauss(752, 5):.1f}"
        when = str((date + dt.timedelta(days=offset)).day)
        rows.append((when, *three, barometer, wind, rain, rng.choice(sky)))
    head = ("", "7h", "13h", "21h", "mm Hg", "", "mm", "")
    return p.lead(rng, lang) + p.table(rng, head, rows)


@BOOK.page("accession book", p.REGISTERS)
def accessions(rng: Random) -> str:
    """Objects of a museum: sherds, sherds, a bead, sherds."""
    lang = rng.choice(("en", "el", "ar", "zh"))
    things = [p.phrase(rng, lang, 1, 2) for _ in range(5)]
    number, rows = rng.randrange(200, 9000), []
    year, site = rng.randrange(1890, 1999), p.title(rng, lang, 1, 2)
    for _ in range(rng.randint(15, 36)):
        number += rng.choice((1, 1, 1, 2, 4))
        thing = rng.choices(things, (9, 4, 2, 1, 1))[0]
        size = f"{rng.uniform(0.5, 25):.1f} × {rng.uniform(0.5, 25):.1f}"
        trench = f"{rng.choice('ABC')}{rng.randrange(1, 9)}"
        rows.append((f"{year}.{number}", thing, site, trench, size, p.phrase(rng, lang, 0, 3)))
    return p.lead(rng, lang) + p.table(rng, ("No.", "Object", "Site", "Trench", "cm", "Note"), rows)


@BOOK.page("crew muster", p.REGISTERS)
def muster(rng: Random) -> str:
    """One Markdown heading and list for each sailor, with equal fields."""
    lang = rng.choice(("nl", "es", "ja", "tr"))
    fields = [p.title(rng, lang, 1, 2) for _ in range(rng.randint(3, 5))]
    places = [p.surname(rng, lang) for _ in range(4)]
    ranks = [p.phrase(rng, lang, 1, 1) for _ in range(4)]
    out = []
    for _ in range(rng.randint(6, 14)):
        born = p.day(rng, 1800, 1920)
        values = [rng.choice(ranks), rng.choice(places), p.long_date(born, lang)]
        values += [f"{rng.uniform(1.5, 1.9):.2f} m", p.phrase(rng, lang, 1, 4)]
        items = [f"- {f}: {v}" for f, v in zip(fields, values, strict=False)]
        out.append(f"### {p.name(rng, lang)}\n" + "\n".join(items))
    return p.lead(rng, lang) + "\n\n".join(out) + "\n"


KINDS = tuple(BOOK.kinds)
