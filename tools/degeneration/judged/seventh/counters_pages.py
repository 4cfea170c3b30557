"""Counters in transcribed pages: registers, ledgers, timetables, verses, stubs, plates."""

import datetime as dt
from random import Random

from degeneration import material as m
from degeneration.judged.seventh import counters_numerals as numerals
from degeneration.judged.seventh import material_counters as mc
from degeneration.sample import Loop, PositiveKind

LISTS = "counter: lists and registers"
MANY = "counter: several numbers at once"
TABLE = 30
"""Copies beyond what honest tables and forms have of rows that only count."""

REGISTER = {
    "pt": [
        "Aos mesmos dias foi sepultado neste cemitério um párvulo, sem mais declaração.",
        "No mesmo dia, casaram-se por procuração, testemunhas as de costume.",
        "Filho natural, padrinhos os mesmos, e para constar fiz este termo.",
    ],
    "es": [
        "En el mismo día se dio sepultura a un párvulo de esta feligresía.",
        "Bautizado en la misma fecha; padrinos los del anterior asiento.",
    ],
    "fr": [
        "Le même jour a été inhumé un enfant sans nom, en présence du bedeau.",
        "Acte pareil au précédent, mêmes témoins, qui ont déclaré ne savoir signer.",
    ],
    "it": ["Nello stesso giorno fu battezzato un infante, padrino il sagrestano."],
    "de": [
        "Am selbigen Tage getauft, Paten wie oben, Vater Taglöhner.",
        "Begraben in aller Stille, Ursache: Auszehrung.",
    ],
    "pl": ["Tegoż dnia ochrzczono dziecię, świadkowie jak wyżej."],
    "ru": ["Того же дня погребён младенец, причт тот же."],
    "en": ["Buried the same day, an infant of this parish, by certificate."],
}


def parish_register(rng: Random) -> Loop:
    lang, text = mc.pick(rng, REGISTER)
    head = rng.choice(("N.º {}. ", "{}. ", "{}) ", "№ {} — ", "[{}] ", "Act. {}: "))
    after = rng.choice(("\n", "\n\n"))
    units = mc.counted(lambda n: head.format(n) + text + after, mc.first(rng))
    return Loop("counter", mc.opening(rng, lang, f"Anno {rng.randint(1690, 1899)}"), units, "\n")


TRAM = {
    "de": ["Fahrt", "Kurs"],
    "pl": ["Kurs", "Linia nocna"],
    "fr": ["Course", "Service"],
    "it": ["Corsa"],
    "tr": ["Sefer"],
    "ru": ["Рейс"],
    "ja": ["便"],
    "en": ["Trip", "Run"],
}


def clock(minutes: int, mark: str = ":") -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours % 24:02d}{mark}{rest:02d}"


def tram_timetable(rng: Random) -> Loop:
    lang, word = mc.pick(rng, TRAM)
    stops = rng.sample(mc.PLACES[lang], rng.choice((1, 2, 3)))
    every, gap, trip = rng.choice((5, 7, 10, 12, 15, 20)), rng.randint(3, 25), mc.first(rng)
    begin, mark = rng.randint(240, 700), rng.choice((":", "h", ":", " h "))
    piped = rng.random() < 0.6

    def row(n: int) -> str:
        times = [clock(begin + n * every + i * gap, mark) for i in range(len(stops))]
        cells = [f"{word} {trip + n}", *(" ".join(c) for c in zip(stops, times, strict=True))]
        return "| " + " | ".join(cells) + " |\n" if piped else "   ".join(cells) + "\n"

    units = mc.counted(row, 0)
    return Loop("counter", mc.opening(rng, lang, " – ".join(stops)), units, "\n", least=TABLE)


CARRIED = {
    "pt": ["A transportar, folha", "Transporte da fl."],
    "es": ["Suma y sigue, folio", "Saldo anterior, hoja"],
    "fr": ["À reporter, folio", "Report du feuillet"],
    "de": ["Übertrag auf Blatt", "Vortrag von Seite"],
    "it": ["A riportare, foglio"],
    "en": ["Carried forward to folio", "Brought forward from page"],
    "id": ["Pindahan ke halaman"],
}


def ledger_carried(rng: Random) -> Loop:
    lang, word = mc.pick(rng, CARRIED)
    cents, more = rng.randint(100_000, 900_000), rng.randint(100, 40_000)
    page, sign = mc.first(rng), rng.choice(("", "R$ ", "£ ", "€ ", "fr. "))
    space = rng.choice((" ", " ........ ", " | ", "\t"))

    def row(n: int) -> str:
        text = f"{(cents + n * more) / 100:,.2f}"
        if lang != "en":
            text = text.translate(str.maketrans(",.", ".,"))
        return f"{word} {page + n}{space}{sign}{text}\n"

    return Loop("counter", mc.opening(rng, lang), mc.counted(row, 0), "\n", least=8)


STUBS = {
    "pt": ["Vale uma entrada — Circo {p} — não é transferível", "Senha de atendimento, guichê 2"],
    "es": ["Boleto de ida, clase única, {p}", "Rifa benéfica de {p} — un número"],
    "fr": ["Bon pour une consommation, fête de {p}"],
    "de": ["Gutschein für ein Mittagessen, Kantine {p}", "Garderobe {p}, ohne Haftung"],
    "en": ["Admit one, {p} Playhouse, no refund", "Raffle in aid of the {p} Lifeboat"],
    "tr": ["{p} Belediyesi otopark bileti"],
    "id": ["Karcis masuk Taman {p}, satu orang"],
}


def ticket_stubs(rng: Random) -> Loop:
    lang, text = mc.pick(rng, STUBS)
    text = text.format(p=rng.choice(mc.PLACES.get(lang, mc.PLACES["es"])))
    width, by = rng.choice((0, 4, 5, 6)), mc.step(rng)
    series = rng.choice(("", "A ", "B-", "Serie K "))
    form = rng.choice(("No. {n}  {t}\n", "{t}  Nº {n}\n", "+ {t} + {n} +\n\n", "[{n}] {t}\n"))
    units = mc.counted(lambda n: form.format(n=f"{series}{n:0{width}d}", t=text), mc.first(rng), by)
    return Loop("counter", mc.opening(rng, lang), units, "\n")


IBIDEM = [
    "Ibid., loco citato.",
    "Ibidem, loc. cit.",
    "Idem, op. cit.",
    "Vide supra.",
    "Voir note précédente.",
]


def superscript_notes(rng: Random) -> Loop:
    text, between = rng.choice(IBIDEM), rng.choice(("\n", " ", "\n\n"))
    gap = rng.choice(("", " "))
    units = mc.counted(
        lambda n: numerals.in_digits(n, "superscript") + gap + text + between, mc.first(rng)
    )
    return Loop("counter", mc.opening(rng, rng.choice(["en", "fr", "it"])), units, "\n")


PLATES = {
    "fr": ["Planche {}. — Fougères.", "Pl. {}. Coquilles fossiles du bassin."],
    "de": ["Tafel {}. Schmetterlinge.", "Taf. {} (koloriert)."],
    "it": ["Tavola {}. Piante officinali."],
    "en": ["PLATE {}. Elevation of the same.", "Canto {}. Argument wanting."],
    "es": ["Lámina {}. Aves acuáticas.", "Capítulo {}. Donde se prosigue lo mismo."],
    "pt": ["Estampa {}. Palmeiras.", "Soneto {}. Ao mesmo assunto."],
}


def roman_plates(rng: Random) -> Loop:
    lang, text = mc.pick(rng, PLATES)
    head, after = rng.choice(("", "", "- ", "### ")), rng.choice(("\n", "\n\n"))
    units = mc.counted(lambda n: head + text.format(m.roman(n)) + after, rng.randint(1, 120))
    return Loop("counter", mc.opening(rng, lang), units, "\n", least=5)


VERSES = {
    "en": ["And all the people said, Amen.", "And he spake unto them in parables, saying,"],
    "de": ["Und der Herr redete mit Mose und sprach:", "Denn seine Güte währet ewiglich."],
    "es": ["Y habló el rey a sus siervos, diciendo:", "Porque para siempre es su misericordia."],
    "fr": ["Et le peuple répondit d'une seule voix.", "Car sa bonté dure à jamais."],
    "ru": ["И сказал им царь, говоря:", "Ибо вовек милость Его."],
    "ar": ["لأن إلى الأبد رحمته.", "وكلم الرب موسى قائلا:"],
    "zh": ["因他的慈爱永远长存。", "耶和华晓谕摩西说:"],
    "pl": ["bo Jego łaska na wieki."],
}


def verses(rng: Random) -> Loop:
    lang, text = mc.pick(rng, VERSES)
    chapter = rng.randint(1, 140)
    head = rng.choice(("{n} ", "{n}. ", "{c}:{n} ", "[{n}] ", "<sup>{n}</sup> "))
    after = rng.choice((" ", "\n"))
    units = mc.counted(
        lambda n: head.format(c=chapter, n=n) + text + after, rng.choice((1, rng.randint(2, 90)))
    )
    return Loop("counter", mc.opening(rng, lang), units, "\n")


DOSES = {
    "pt": ["Dipirona 500 mg VO, administrado", "Soro fisiológico, sem queixas"],
    "es": ["Paracetamol 1 g v.o., administrado", "Paciente duerme, sin novedad"],
    "de": ["Patient schläft, Vitalzeichen stabil", "Heparin 5000 IE s.c., gegeben"],
    "en": ["Obs stable, no concerns", "Paracetamol 1 g PO given, signed"],
    "it": ["Paziente tranquillo, parametri nella norma"],
    "ko": ["활력징후 안정, 특이사항 없음"],
    "tr": ["Hasta uyuyor, şikâyeti yok"],
}


def dosing_chart(rng: Random) -> Loop:
    lang, text = mc.pick(rng, DOSES)
    begin = dt.datetime(rng.randint(1998, 2025), rng.randint(1, 12), rng.randint(1, 28))
    every, nurse = rng.choice((1, 2, 4, 6, 8)), rng.choice(mc.NAMES.get(lang, mc.NAMES["es"]))
    form = rng.choice(("%d/%m/%Y %H:00", "%Y.%m.%d %H:00", "%d.%m. (%Y), %H h"))
    piped = rng.random() < 0.5

    def row(n: int) -> str:
        time = (begin + dt.timedelta(hours=n * every)).strftime(form)
        return f"| {time} | {text} | {nurse} |\n" if piped else f"{time}  {text} ({nurse})\n"

    return Loop("counter", mc.opening(rng, lang), mc.counted(row, 0), "\n", least=8)


KINDS = (
    PositiveKind("u: parish register", LISTS, parish_register, ("tail", "stray", "recovered")),
    PositiveKind("u: tram timetable", MANY, tram_timetable, ("tail", "recovered")),
    PositiveKind("u: ledger carried forward", MANY, ledger_carried),
    PositiveKind("u: ticket stubs", LISTS, ticket_stubs, ("tail", "stray")),
    PositiveKind("u: superscript notes", LISTS, superscript_notes, ("tail", "recovered")),
    PositiveKind("u: roman plates", LISTS, roman_plates, ("tail", "stray")),
    PositiveKind("u: verses", LISTS, verses, ("tail", "stray", "recovered")),
    PositiveKind("u: dosing chart", "counter: dates and times", dosing_chart),
)
IN_LETTERS = ("u: superscript notes", "u: roman plates")
WITH_POINT = ("u: ledger carried forward",)
