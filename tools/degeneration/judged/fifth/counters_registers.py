"""Blind counters in registers, ledgers, inventories and bills that were read off pages."""

from random import Random

from degeneration.judged.fifth import counters_kit as k
from degeneration.sample import Loop, PositiveKind

_MOORINGS = {
    "en": (
        "Berth «n», barge of «who», «small» tons, dues paid.\n",
        "Mooring No. «n» — let to «who» of «place», 1 season, £«price»\n",
        "| «n» | «thing» | «who» | not seen |\n",
    ),
    "nl": (
        "Ligplaats «n», tjalk van «who» te «place», liggeld «price»\n",
        "«n». «thing», schipper «who», leeg aangekomen;\n",
    ),
    "pt": (
        "Amarra n.º «n» - falua de «who», carga de «word», pago.\n",
        "«n» | «thing» | «place» | sem registo\n",
    ),
    "el": ("Θέση «n»: καΐκι του «who», λιμάνι «place», πληρώθηκε.\n",),
    "sv": ("Båtplats «n» – «who», «place», avgift «price» kr, betald\n",),
}


def _moorings(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _MOORINGS)
    return k.loop(k.lead(rng, lang), k.padded(rng, unit), n=k.ramp(rng, 1, 400), least=6)


_GRAVES = {
    "en": (
        "Section «letter», Plot «n:03d» - unmarked\n",
        "Grave «n» (row «small»): illegible inscription.\n",
        "- Plot «letter»-«n:04d»: «who», d. «year», no stone\n",
    ),
    "de": (
        "Feld «letter», Grab «n:03d»: Inschrift unleserlich\n",
        "Grab Nr. «n» – «who», † «year», ohne Stein.\n",
    ),
    "pl": ("Kwatera «letter», grób «n» – napis nieczytelny, rok «year».\n",),
    "fr": ("Carré «letter», tombe «n:03d» : inscription effacée\n", "Tombe «n», famille «who».\n"),
    "ru": ("Участок «letter», могила «n» — надпись не читается.\n",),
}


def _graves(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _GRAVES)
    return k.loop(k.lead(rng, lang), unit, n=k.ramp(rng, 1, 300), least=6)


_BAPTISMS = {
    "en": (
        "«n». On the same day was baptised by me, the curate of «place», an infant of this parish, "
        "lawful child of «who», and of his wife, the sponsors being the parish clerk and his "
        "sister, both of «place».\n\n",
    ),
    "de": (
        "Nr. «n». Am selben Tage wurde von mir getauft ein eheliches Kind des «who», Bürgers zu "
        "«place», Paten waren der Müller und dessen Hausfrau. Gezeichnet: der Pfarrer.\n\n",
    ),
    "pt": (
        "Assento n.º «n»\nAos dias do dito mês e ano batizei solenemente e pus os santos óleos a "
        "um inocente, filho legítimo de «who», natural de «place»; foram padrinhos os mesmos, de "
        "que fiz este termo que assinei.\n\n",
    ),
    "pl": (
        "«n». Działo się w «place». Oświadczamy, że stawił się «who», rolnik, w obecności tych "
        "samych świadków i okazał nam dziecię płci żeńskiej. Akt ten został podpisany.\n\n",
    ),
    "fr": (
        "N° «n». — L'an «year», le même jour, a été baptisé par nous, curé de «place», un fils "
        "légitime de «who», laboureur ; le parrain et la marraine ont déclaré ne savoir "
        "signer.\n\n",
    ),
    "it": (
        "«n». Il giorno medesimo fu battezzato da me, parroco di «place», un figlio legittimo di "
        "«who» e di sua moglie, padrini gli stessi di cui sopra.\n\n",
    ),
}


def _baptisms(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _BAPTISMS)
    return k.loop(k.lead(rng, lang), unit, n=k.ramp(rng, 2, 500, k.ONE))


_FOLIOS = {
    "en": (
        "Carried from folio «n» to folio «m»: «price».\n",
        "Brought forward, p. «n» ..... «price»\nCarried over, p. «m» ..... «price»\n",
    ),
    "de": (
        "Übertrag von Blatt «n» auf Blatt «m»: «price» Mk.\n",
        "Seite «n» – Summe «price» – Übertrag auf Seite «m»\n",
    ),
    "es": ("Suma y sigue del folio «n» al folio «m», «price» pesetas.\n",),
    "fr": ("À reporter de la page «n» à la page «m» : «price» fr.\n",),
    "it": ("Riporto da pag. «n» a pag. «m»: lire «price»\n",),
}


def _folios(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _FOLIOS)
    run = k.ramp(rng, 2, 380, (1, 1, 1, 2))
    return k.loop(k.lead(rng, lang), unit, n=run, m=run.plus(run.step), least=5)


_INVOICES = {
    "en": (
        "«n:03d»  «m»  «thing»  «small» pcs  «price»\n",
        "Item «n»\nPart no. «code»/«m»\n«thing»\nQty «small» @ «price»\n\n",
    ),
    "de": (
        "Pos. «n» Art.-Nr. «m» «thing» «small» Stk. à «price» EUR\n",
        "| «n» | «m» | «thing» | «small» | «price» |\n",
    ),
    "tr": ("«n». kalem, stok no «m», «thing», «small» adet, «price» TL\n",),
    "ko": ("«n». 품목번호 «m» «title» «small»개 «price»\n",),
}


def _invoices(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _INVOICES)
    run = k.ramp(rng, 1, 90, k.ONE)
    return k.loop(
        k.lead(rng, lang), unit, n=run, m=k.ramp(rng, 10_000, 900_000, (1, 1, 5, 10)), least=6
    )


_BALANCES = {
    "en": (
        "Account fee, monthly        -«fee»      balance «n»\n",
        "| Standing order | «thing» | «fee» | «n» CR |\n",
        "Interest credited «fee»; balance carried $«n».\n",
    ),
    "de": ("Kontogebühr «fee» EUR, neuer Saldo «n» EUR\n", "«thing»;«fee»;«n»;H\n"),
    "pt": ("TARIFA BANCARIA  «fee»  saldo R$ «n»\n", "| Juros | «fee» | «n» | C |\n"),
    "it": ("Canone mensile «fee», saldo € «n»\n",),
}


def _balances(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _BALANCES)
    style = "en" if lang == "en" else "de"
    fee = rng.choice((250, 500, 1250, 1990, 75, 4900))
    start = k.Ramp(rng.randint(40_000, 900_000), fee)
    unit = k.fill(unit, {"fee": k.Amount(k.Ramp(fee, 0), style=style)(0)})
    return k.loop(k.lead(rng, lang), unit, n=k.Amount(start, style=style), least=10)


_RECEIPTS = {
    "en": (
        "RECEIPT No. «n:06d»\nReceived from «who»\nthe sum of ten shillings only\nfor «thing»\n\n",
        "Ticket «n:07d». Admit one. «title». Not transferable. ",
    ),
    "fr": (
        "N° «n:05d»\nDoit M. «who», à «place»\n«thing» ........ «price»\n«title» ........ 3.50\n"
        "Port et emballage ........ 1.20\nPour acquit, le caissier\n«line»\n\n",
    ),
    "es": ("RECIBO N.º «n:05d»\nRecibí de «who» la cantidad de «price»\npor «thing»\n\n",),
    "hi": ("रसीद क्रमांक «n:05d»\nश्री «who» से प्राप्त राशि «price»\n«title»\n\n",),
    "ar": ("إيصال رقم «n:05d»\nاستلمت من «who» مبلغ «price»\n\n",),
    "de": ("Quittung Nr. «n:05d» über «price» Mark, erhalten von «who», «place»\n",),
}


def _receipts(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _RECEIPTS)
    return k.loop(k.lead(rng, lang), unit, n=k.ramp(rng, 20, 80_000, (1, 1, 1, 2, 10)), least=6)


_INVENTORY = {
    "en": (
        "«year».«small».«n» Fragment of glazed ware, rim, found at «place».\n",
        "Inv. «code».«n» — «thing», undated, gift of «who».\n",
    ),
    "fr": (
        "Inv. «year».«small».«n». Fragment de «thing», bord, «place».\n",
        "Cote «code»/«n» : «thing», s. d., don «who».\n",
    ),
    "de": ("Inv.-Nr. «code»/«n»: Scherbe, Rand, glasiert, Fundort «place», «year».\n",),
    "el": ("Αρ. ευρ. «code».«n»: θραύσμα, «thing», «place».\n",),
    "ja": ("資料番号 «code»-«n»　土器片、口縁部、「«place»」出土。\n",),
}


def _inventory(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _INVENTORY)
    return k.loop(k.lead(rng, lang), k.padded(rng, unit), n=k.ramp(rng, 1, 900), least=5)


_SEATS = {
    "en": (
        "Row «small», seats «n»–«m»: reserved\n",
        "Box «n»–«m», «thing», held for «who».\n",
        "Lots «n» to «m» - passed, no bid\n",
    ),
    "it": ("Fila «small», posti «n»-«m»: riservati a «who»\n",),
    "es": ("Lotes «n» a «m»: «thing», desierto.\n",),
    "nl": ("Nrs. «n»–«m»: «thing», opgehouden\n",),
    "zh": ("第«n»–«m»号：«title»，流拍。\n",),
}


def _seats(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _SEATS)
    wide = rng.choice((2, 4, 5, 10, 12, 20, 24))
    start = k.Ramp(1 + wide * rng.randrange(40), wide)
    return k.loop(k.lead(rng, lang), unit, n=start, m=start.plus(wide - 1), least=7)


_WEIGHTS = {
    "en": (
        "Sack «n»: gross «m» lb, tare 4 lb, «thing»\n",
        "Bale «n», cumulative weight «m» kg, mark «code»\n",
    ),
    "pt": ("Saca «n»: acumulado «m» kg, «thing», marca «code»\n",),
    "ru": ("Мешок «n», всего «m» кг, «thing», клеймо «code»\n",),
    "tr": ("Çuval «n», toplam «m» kg, «thing»\n",),
}


def _weights(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _WEIGHTS)
    run = k.ramp(rng, 1, 60, k.ONE)
    return k.loop(k.lead(rng, lang), unit, n=run, m=run.times(rng.choice((25, 40, 50, 60, 112))))


_LEDGER = "counter: registers and ledgers"
KINDS = (
    PositiveKind("v: berths and plots", _LEDGER, k.either(_moorings, _graves), ("tail", "stray")),
    PositiveKind("v: baptism entries", _LEDGER, _baptisms),
    PositiveKind(
        "v: bills and folios",
        _LEDGER,
        k.either(_folios, _invoices, _weights),
        ("tail", "recovered"),
    ),
    PositiveKind("v: running balance", _LEDGER, _balances),
    PositiveKind("v: receipt blocks", _LEDGER, _receipts, ("tail", "recovered")),
    PositiveKind("v: museum numbers and lots", _LEDGER, k.either(_inventory, _seats)),
)
IN_LETTERS: tuple[str, ...] = ()
WITH_POINT: tuple[str, ...] = ("v: running balance",)
