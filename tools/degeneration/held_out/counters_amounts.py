"""Amounts and measures that rise by the same bit, and several numbers that go on at once."""

from random import Random

from degeneration import material as m
from degeneration.held_out import counters_tools as t
from degeneration.held_out import material_counters as mc
from degeneration.sample import Loop

_BIDS = {
    "en": ["The bid is £#. Do I hear more than £#? ", "£# in the room, the bid is £#.\n"],
    "de": ["# Mark sind geboten, wer bietet mehr? ", "Das Gebot steht bei # Euro.\n"],
    "fr": ["# francs à ma droite, qui dit mieux ?\n", "Une enchère à # francs. "],
    "pt": ["Tenho R$ #, quem dá mais? ", "O lance está em R$ #.\n"],
    "zh": ["现在出价#元，还有更高的吗？", "#元一次，请继续出价。\n"],
}
_PRICES = {
    "pl": ["Bilet ulgowy, strefa B: # zł", "Opłata skarbowa # zł"],
    "de": ["Gebühr je angefangene Stunde: # €", "Kinderteller # EUR"],
    "es": ["Menú del día, bebida incluida: # €", "Cuota mensual # €"],
    "ja": ["基本プラン（税込）　#円", "追加料金　#円"],
    "ru": ["Комплексный обед — # руб.", "Госпошлина # руб."],
    "pt": ["Taxa de expediente: R$ #", "Saldo a transportar: R$ #"],
}
_DEPTHS = {
    "en": ["# m: brown sandy loam, moist.", "Depth # m, core intact, no finds."],
    "fr": ["# m : limon brun, humide.", "Profondeur # m, carotte intacte."],
    "it": ["# m: sabbia limosa, umida.", "Quota # m, nessun reperto."],
    "tr": ["# m: kahverengi kumlu toprak.", "Derinlik # m, buluntu yok."],
    "ru": ["# м: бурый суглинок, влажный.", "Глубина # м, находок нет."],
}
_SHEETS = {
    "en": ["Sheet {a}, folios {b} to {c}: blank.", "Box {a}, items {b}-{c}: not examined."],
    "de": ["Blatt {a}, Seite {b} und {c}: unbeschrieben.", "Reihe {a}, Platz {b} bis {c}: belegt."],
    "es": ["Caja {a}, expedientes {b} a {c}: sin abrir.", "Fila {a}, asientos {b} y {c}: libres."],
    "ko": ["{a}열 {b}번부터 {c}번까지 예약석입니다.", "상자 {a}: 문서 {b}호, {c}호 미확인."],
    "el": ["Κουτί {a}, έγγραφα {b} έως {c}: ανέγγιχτα."],
    "ar": ["الصندوق {a}، الوثائق من {b} إلى {c}: لم تفحص."],
}
_ROADS = {
    "en": ["From km {b} to km {c}: gravel road, no works.", "Mile {b} to mile {c}, good surface."],
    "it": ["Dal km {b} al km {c}: strada sterrata.", "Tratto {b}-{c}: nessun intervento."],
    "pl": ["Od km {b} do km {c}: droga żwirowa.", "Odcinek {b}–{c}: bez zmian."],
    "hi": ["किमी {b} से किमी {c} तक: कच्ची सड़क, कोई काम नहीं।"],
    "fr": ["Du km {b} au km {c} : route empierrée.", "PK {b} à PK {c} : néant."],
}
_WORKERS = {
    "en": "If {a} workers lay {b} bricks, then {c} workers lay {d} bricks. ",
    "de": "Wenn {a} Arbeiter {b} Steine legen, legen {c} Arbeiter {d} Steine.\n",
    "pt": "Se {a} operários fazem {b} peças, {c} operários fazem {d} peças. ",
    "ru": "Если {a} рабочих кладут {b} кирпичей, то {c} рабочих кладут {d}.\n",
    "zh": "如果{a}个工人砌{b}块砖，那么{c}个工人砌{d}块砖。",
}


def _amount(cents: int, form: str) -> str:
    """English, continental, plain with a comma, or whole."""
    if form == "yen":
        return f"{cents // 100:,}"
    if form == "whole":
        return f"{cents // 100:,}".replace(",", ".")
    text = f"{cents / 100:,.2f}"
    if form == "english":
        return text
    text = text.translate(str.maketrans(",.", ".,"))
    return text if form == "continental" else text.replace(".", "")


def _rising(rng: Random, language: str, text: str, by: tuple[int, ...], high: int) -> Loop:
    stride = rng.choice(by)
    start = stride * rng.randint(1, high)
    forms = ("english",) if language in ("en", "zh") else ("continental", "plain")
    form = rng.choice(forms)
    if language == "ja":  # no sen are counted any more
        start, stride, form = 100 * start, 100 * stride, "yen"
    units = t.each(lambda n: text.replace("#", _amount(n, form)), start, stride)
    return t.counting(mc.opening(rng, language), units, "\n\n", least=12)


def _bids(rng: Random) -> Loop:
    language, text = t.pick(rng, _BIDS)
    by = 100 * rng.choice((5, 10, 50, 100, 250))
    start = by * rng.randint(2, 60)
    english = language in ("en", "zh")
    form = rng.choice(("yen", "english") if english else ("whole", "continental"))
    units = t.each(lambda n: text.replace("#", _amount(n, form)), start, by)
    return t.counting(mc.opening(rng, language), units, "\n\n", least=8)


def _prices(rng: Random) -> Loop:
    language, text = t.pick(rng, _PRICES)
    wrap = rng.choice(("#\n", "- #\n", "| # |\n", "<li>%</li>\n".replace("%", "#")))
    return _rising(rng, language, wrap.replace("#", text), (5, 10, 50, 100, 250), 400)


def _depths(rng: Random) -> Loop:
    language, text = t.pick(rng, _DEPTHS)
    return _rising(rng, language, text + rng.choice(("\n", " ")), (5, 10, 25, 100), 60)


def _balance(rng: Random) -> Loop:
    number, start, by = t.begin(rng), rng.randint(5_000, 400_000), 5 * rng.randint(10, 900)
    word = rng.choice(("Übertrag", "Saldo anterior", "Carried forward", "À reporter", "Riporto"))
    fixed = _amount(by, "continental")
    row = rng.choice(
        (
            "<tr><td>{n}</td><td>{w}</td><td>{f}</td><td>{s}</td></tr>\n",
            "| {n} | {w} | {f} | {s} |\n",
            "{n}  {w}  {f}  {s}\n",
        )
    )
    units = t.each(
        lambda i: row.format(
            n=number + i, w=word, f=fixed, s=_amount(start + by * i, "continental")
        ),
        0,
    )
    closing = "</table>\n" if row.startswith("<") else "\n* * *\n"
    return t.counting(mc.opening(rng, rng.choice(("de", "pt", "it"))), units, closing, least=28)


def _spans(rng: Random, table: dict[str, list[str]]) -> Loop:
    language, text = t.pick(rng, table)
    first, start, wide = t.begin(rng), rng.randint(1, 300), rng.choice((1, 2, 4, 5, 10))
    end = rng.choice(("\n", "\n\n", " "))

    def unit(i: int) -> str:
        low = start + wide * i
        return text.format(a=first + i, b=low, c=low + wide) + end

    return t.counting(mc.opening(rng, language), t.each(unit, 0), "\n\n", least=20)


def _sheets(rng: Random) -> Loop:
    return _spans(rng, _SHEETS)


def _roads(rng: Random) -> Loop:
    return _spans(rng, _ROADS)


def _workers(rng: Random) -> Loop:
    language = rng.choice(list(_WORKERS))
    text, factor, start = _WORKERS[language], rng.randint(2, 60), rng.randint(2, 20)
    units = t.each(lambda n: text.format(a=n, b=n * factor, c=n + 1, d=(n + 1) * factor), start)
    return t.counting(mc.opening(rng, language), units, "\n\n", least=8)


def _training(rng: Random) -> Loop:
    loss = f"{rng.random():.4f}"
    text = rng.choice(
        (
            f"Epoch # | loss {loss} | lr 0.0003\n",
            "[step #] loss=nan grad_norm=inf\n",
            f"#it [@, {rng.randint(2, 9)}.{rng.randint(10, 99)}it/s, loss={loss}]\n",
        )
    )
    factor = rng.choice((32, 64, 500))
    units = t.each(lambda n: text.replace("#", str(n)).replace("@", str(n * factor)), t.begin(rng))
    lead = mc.opening(rng, rng.choice(("en", "zh", "ja"))) + f"$ python train_{m.letters(40)}.py\n"
    return t.counting(lead, units, "Killed\n", least=40)


KINDS = (
    t.kind("bids at an auction", "amounts", _bids, "tail", "recovered"),
    t.kind("prices of one thing", "amounts", _prices, "tail", "stray"),
    t.kind("depths of a bore", "amounts", _depths),
    t.kind("balance carried forward", "amounts", _balance, "tail", "closed"),
    t.kind("sheets and folios", "several at once", _sheets, "tail", "recovered"),
    t.kind("stretches of a road", "several at once", _roads),
    t.kind("workers and bricks", "several at once", _workers, "tail", "stray"),
    t.kind("training that stands still", "several at once", _training, "tail", "closed"),
)
WITH_POINT = frozenset(f"y: {name}" for name in ("bids at an auction", "prices of one thing"))
WITH_POINT |= {"y: depths of a bore", "y: balance carried forward"}
