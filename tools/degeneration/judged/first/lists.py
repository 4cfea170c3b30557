"""Held-out clean pages of registers, lists and works of reference."""

import datetime as dt
from random import Random

from degeneration import material as m
from degeneration.judged.first import words as w
from degeneration.sample import NegativeKind


def stock_by_size(rng: Random) -> str:
    """A clothes shop's stock: each article in each of its sizes and colours."""
    rows, colours = [], w.listed("Preto|Branco|Azul marinho|Vermelho|Cinza mescla|Verde")
    for _ in w.some(rng, 3, 8):
        article, code = w.title(rng, "pt", 2, 3), rng.randint(1000, 9999)
        price = f"{rng.randint(20, 300)},90"
        for colour in rng.sample(colours, rng.randint(1, 3)):
            for size in ("PP", "P", "M", "G", "GG", "XG")[rng.randrange(2) : rng.randint(4, 6)]:
                left = str(rng.choice((0, 0, 1, 2, 3, 5, 8, 12)))
                rows.append([f"{code}-{size}", f"{article} {colour}", size, left, price])
    return w.table(rng, ["Ref.", "Produto", "Tam.", "Estoque", "Preço"], rows)


def one_surname(rng: Random) -> str:
    """A page of a telephone book on which everybody has the same family name."""
    name, out = rng.choice(w.FAMILY["en"]), ""
    people = sorted(
        f"{rng.choice(w.GIVEN['en'])} {rng.choice('ABCDEFGHJKLMPRSTW')}"
        for _ in w.many(rng, 25, 90)
    )
    for person in people:
        street = (
            f"{rng.randint(1, 980)} {w.title(rng, 'en', 1, 1)} {rng.choice(('St', 'Av', 'Rd'))}"
        )
        out += f"{name} {person} {street} {rng.randint(200, 999)}-{rng.randrange(10**4):04d}\n"
    return out


def ditto_register(rng: Random) -> str:
    """A ship's or a parish's register in which the clerk wrote `idem` wherever he could."""
    ditto, rows = rng.choice(("idem", "Idem", '"', "〃", "Do.", "do")), []
    for i in w.many(rng, 18, 55):
        cells = [
            rng.choice(("Lavrador", "Jornaleiro", "Agricultor", "Pedreiro", "Sapateiro")),
            rng.choice(("Italiana", "Portuguesa", "Espanhola", "Alemã")),
            rng.choice(("Católica", "Evangélica")),
            w.title(rng, "pt", 1, 2),
        ]
        if i % 25:  # on a new leaf everything is written out
            cells = [ditto if rng.random() < 0.85 else cell for cell in cells]
        name = w.person(rng, "pt")
        if i % 25 and rng.random() < 0.5:
            name = f"{name.split()[0]} {ditto}"
        rows.append([str(i + 1), name, str(rng.randint(1, 60)), *cells])
    head = ["N.º", "Nome", "Idade", "Profissão", "Nacionalidade", "Religião", "Destino"]
    return w.table(rng, head, rows)


def heat_sheet(rng: Random) -> str:
    """Swimming heats: eight lanes, a name, a club, a time of entry, many of them `NT`."""
    clubs = [f"{w.word(rng, 'en')[:4].upper()}-{rng.choice(('NE', 'SC', 'PV'))}" for _ in range(5)]
    out, event = "", rng.randint(1, 40)
    for _ in w.some(rng, 2, 4):
        event += rng.randint(1, 4)
        young, style = rng.choice((9, 11, 13)), rng.choice(("Freestyle", "Backstroke", "Medley"))
        out += f"Event {event}  Mixed {young}-{young + 1} 100 Yard {style}\n"
        out += "Lane Name                          Age Team          Seed Time\n"
        heats = rng.randint(1, 4)
        for heat in range(heats):
            out += f"Heat {heat + 1} of {heats}  Finals\n"
            for lane in range(1, rng.randint(6, 9)):
                time = f"1:{rng.randrange(60):02d}.{rng.randrange(100):02d}"
                time = "NT" if rng.random() < 0.3 else time
                out += f"{lane:4d} {w.person(rng, 'en'):<30}{young + rng.randrange(2):3d} "
                out += f"{rng.choice(clubs):<14}{time:>8}  {'_' * 10}\n"
        out += "\n"
    return out


def vaccinations(rng: Random) -> str:
    """A child's booklet: vaccine, dose, day, lot, the same health post each time."""
    post, rows = w.title(rng, "pt", 2, 3), []
    names = ("BCG", "Hepatite B", "Penta", "VIP", "VOP", "Pneumo 10", "Rotavírus", "Meningo C")
    day = m.date(rng)
    for name in rng.sample(names, rng.randint(5, 8)):
        doses, given = rng.randint(1, 4), rng.randint(0, 4)
        for number, dose in enumerate(("1ª dose", "2ª dose", "3ª dose", "Reforço")[:doses]):
            row = [name, dose, "___/___/____", "", "", ""]
            if number < given:
                when = day + dt.timedelta(61 * number + rng.randint(0, 12))
                row = [name, dose, f"{when:%d/%m/%Y}", m.code(rng, 3, 4), post, ""]
            rows.append(row)
    head = ["Vacina", "Dose", "Data", "Lote", "Unidade", "Assinatura"]
    return f"Nome: {w.person(rng, 'pt')}\n\n" + w.table(rng, head, rows)


def grades(rng: Random) -> str:
    """A class's final marks: everybody passed but for a few."""
    subjects = rng.sample(("MAT", "POR", "HIS", "GEO", "CIE", "ING", "ART", "EDF"), 5)
    rows = []
    for i, name in enumerate(sorted(w.person(rng, "pt") for _ in w.some(rng, 12, 38))):
        marks = [rng.randint(9, 20) / 2 for _ in subjects]
        status = "Aprovado" if sum(marks) >= 30 else "Reprovado"
        cells = [f"{mark:.1f}".replace(".", ",") for mark in marks]
        rows.append([f"{i + 1:02d}", name, *cells, str(rng.choice((0, 0, 2, 4))), status])
    return w.table(rng, ["Nº", "Aluno", *subjects, "Faltas", "Situação"], rows)


def one_street(rng: Random) -> str:
    """A canvasser's list of one street, house by house."""
    street, town = w.title(rng, "fr", 1, 2), w.title(rng, "fr", 1, 1).upper()
    number, out = 1, ""
    for _ in w.many(rng, 15, 50):
        number += rng.choice((0, 2, 2, 4, 6, 9))
        out += f"{w.person(rng, 'fr')}, {number}{rng.choice(('', '', '', ' bis', ' ter'))} rue de "
        out += f"{street}, 75{rng.choice(('011', '011', '012'))} {town}\n"
    return out


def dictionary(rng: Random) -> str:
    """A bilingual dictionary: the same marks of grammar after every head word."""
    a, b = rng.choice((("de", "pt"), ("en", "es"), ("fr", "en"), ("es", "de")))
    marks = ("s. m.", "s. f.", "adj.", "v. tr.", "v. intr.", "adv.")
    out, bold = "", rng.choice(("**", "", "*"))
    for entry in sorted({w.word(rng, a) for _ in w.many(rng, 25, 70)}):
        out += f"{bold}{entry}{bold} {rng.choice(marks)} "
        for sense in range(senses := rng.choice((1, 1, 2, 3))):
            out += (f"{sense + 1}. " if senses > 1 else "") + w.word(rng, b)
            out += rng.choice((". ", f", {w.word(rng, b)}. ", f" (fig.) {w.phrase(rng, b)}. "))
        out = out.rstrip() + "\n"
    return out


def one_author(rng: Random) -> str:
    """A bibliography of one author, whose name is a stroke from the second entry on."""
    lang = rng.choice(("pt", "fr", "de", "en"))
    family, given = rng.choice(w.FAMILY[lang]).upper(), rng.choice(w.GIVEN[lang])
    stroke = rng.choice(("______", "———", "---.", "——."))
    towns = [w.title(rng, lang, 1, 1) for _ in range(3)]
    out, year = f"{family}, {given}. ", rng.randint(1935, 1970)
    for _ in w.some(rng, 10, 35):
        year += rng.choice((0, 0, 1, 1, 2, 3))
        out += (
            f"{w.title(rng, lang, 3, 7)}. {rng.choice(towns)}: {w.title(rng, lang, 1, 2)}, {year}."
        )
        out += rng.choice((f" {rng.randint(60, 600)} p.", "", f" v. {rng.randint(1, 4)}."))
        out += f"\n\n{stroke} "
    return out.removesuffix(f"{stroke} ")


_LABEL = {
    "en": ("INGREDIENTS", "May contain traces of", "Keep in a cool, dry place."),
    "fr": ("INGRÉDIENTS", "Peut contenir des traces de", "À conserver au sec."),
    "de": ("ZUTATEN", "Kann Spuren enthalten von", "Kühl und trocken lagern."),
    "es": ("INGREDIENTES", "Puede contener trazas de", "Conservar en lugar seco."),
    "pt": ("INGREDIENTES", "Pode conter traços de", "Conservar em local seco."),
}


def ingredients(rng: Random) -> str:
    """A packet's text in five languages, numbers of additives the same in all."""
    shares, additives = (
        [rng.randint(2, 40) for _ in range(8)],
        [rng.randint(100, 970) for _ in "123"],
    )
    out = ""
    for lang in rng.sample(tuple(_LABEL), rng.randint(3, 5)):
        head, traces, keep = _LABEL[lang]
        parts = [f"{w.phrase(rng, lang, 1, 3)} ({share}%)" for share in shares]
        parts += [f"{w.word(rng, lang)} (E{number})" for number in additives]
        out += (
            f"{lang.upper()} {head}: {', '.join(parts)}. {traces} {w.phrase(rng, lang)}. {keep}\n\n"
        )
    return out


def disease_codes(rng: Random) -> str:
    """A chapter of a classification: one disease with its sites, `other`, `unspecified`."""
    letter, out, number = rng.choice("ABCDEFGHJKLMNS"), "", rng.randint(0, 60)
    sites = ("upper limb", "lower limb", "head and neck", "trunk", "multiple sites", "hand", "foot")
    for _ in w.many(rng, 4, 12):
        number += rng.randint(1, 4)
        name = (
            f"{w.title(rng, 'en', 1, 2)} {rng.choice(('fever', 'disorder', 'syndrome', 'lesion'))}"
        )
        out += f"{letter}{number:02d} {name}\n"
        for i, site in enumerate(rng.sample(sites, rng.randint(2, 6))):
            out += f"{letter}{number:02d}.{i} {name} of {site}\n"
        out += f"{letter}{number:02d}.8 Other {name.lower()}\n"
        out += f"{letter}{number:02d}.9 {name}, unspecified\n"
    return out


def species(rng: Random) -> str:
    """A flora's checklist: authors abbreviated, one voucher and one locality for most."""
    genus, out, collector = "", "", w.person(rng, "pt").split()[-1]
    for family in range(rng.randint(3, 6)):
        out += f"{m.content_word(rng).capitalize()}aceae\n" if family else "Asteraceae\n"
        for _ in w.many(rng, 4, 12):
            if not genus or rng.random() < 0.5:
                genus = m.content_word(rng).capitalize() + rng.choice(("ia", "um", "us", "a"))
            out += f"*{genus} {m.content_word(rng)}{rng.choice(('ensis', 'ata', 'oides', 'um'))}* "
            out += f"{rng.choice(('L.', 'Mart.', '(L.) Mill.', 'DC.', '(Vell.) Benth.'))} — "
            place = w.phrase(rng, "pt", 1, 2) if rng.random() < 0.2 else "campo rupestre"
            out += f"{collector} {rng.randint(10, 4000)} (SPF). Hab.: {place}.\n"
        genus = ""
    return out


_PARTS = {
    "zh": ("单项选择题", "的是", "（　　）", "。"),
    "ja": ("次の中から選びなさい", "は", "（　　）", "。"),
    "ru": ("Выберите правильный ответ", " это", " ____", "."),
    "ar": ("اختر الإجابة الصحيحة", " هو", " (   )", "."),
    "hi": ("सही उत्तर चुनिए", " है", " (    )", "।"),
}


def foreign_exam(rng: Random) -> str:
    """Multiple choice in Chinese, Japanese, Russian, Arabic or Hindi."""
    lang = rng.choice(tuple(_PARTS))
    head, verb, gap, stop = _PARTS[lang]
    letters = {"ar": "أبجد", "ru": "АБВГ"}.get(lang, "ABCD")
    out = f"{head}\n\n"
    for i in w.some(rng, 8, 25):
        out += f"{i + 1}. {w.phrase(rng, lang, 3, 7)}{verb}{gap}{stop}\n"
        out += "　".join(f"{letter}. {w.phrase(rng, lang, 1, 2)}" for letter in letters) + "\n\n"
    return out


def foreign_register(rng: Random) -> str:
    """An inventory in another script: one unit, one place for nearly everything."""
    lang = rng.choice(("zh", "ja", "ar", "ru", "hi"))
    unit, place = rng.choice(w.CONTENT[lang]), w.phrase(rng, lang, 1, 2)
    head = [rng.choice(w.CONTENT[lang]) for _ in range(5)]
    rows = []
    for i in w.some(rng, 10, 40):
        where = place if rng.random() < 0.85 else w.phrase(rng, lang, 1, 2)
        rows.append(
            [str(i + 1), w.phrase(rng, lang, 1, 3), str(rng.choice((1, 1, 2, 5))), unit, where]
        )
    return w.title(rng, lang) + "\n\n" + rng.choice((w.markdown, w.html, w.compact))(head, rows)


def airports(rng: Random) -> str:
    """Codes, towns, countries: three capitals and a dash."""
    dash, out = rng.choice((" – ", " - ", "\t", ": ")), ""
    countries = [w.title(rng, "es", 1, 1) for _ in range(12)]
    codes = sorted(
        {"".join(rng.choices("ABCDEFGHIJKLMNOPRSTUVZ", k=3)) for _ in w.many(rng, 30, 90)}
    )
    for code in codes:
        out += f"{code}{dash}{w.title(rng, 'es', 1, 2)}, {rng.choice(countries)}\n"
    return out


_REGISTERS, _LISTS = "tables: registers", "text: lists"
_SCHOOL = "office: school sheets"

KINDS = (
    NegativeKind("stock by size", _REGISTERS, stock_by_size),
    NegativeKind("one surname", _REGISTERS, one_surname),
    NegativeKind("ditto register", _REGISTERS, ditto_register),
    NegativeKind("heat sheet", _REGISTERS, heat_sheet),
    NegativeKind("vaccinations", _REGISTERS, vaccinations),
    NegativeKind("one street", _REGISTERS, one_street),
    NegativeKind("inventory in other scripts", _REGISTERS, foreign_register),
    NegativeKind("final marks", _SCHOOL, grades),
    NegativeKind("choices in other scripts", _SCHOOL, foreign_exam),
    NegativeKind("bilingual dictionary", _LISTS, dictionary),
    NegativeKind("one author", _LISTS, one_author),
    NegativeKind("ingredients", _LISTS, ingredients),
    NegativeKind("disease codes", _LISTS, disease_codes),
    NegativeKind("species", _LISTS, species),
    NegativeKind("airports", _LISTS, airports),
)
