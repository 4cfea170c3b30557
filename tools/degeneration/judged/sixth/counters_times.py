"""Logs, cues, transcripts and diaries in which only the date or the time goes on."""

import datetime as dt
from random import Random

from degeneration import material as m
from degeneration.judged.sixth import counters_common as c
from degeneration.judged.sixth import material_counters as mc
from degeneration.sample import Loop

_NOTHING = {
    "en": ["Wind W, light. Nothing to report.", "Pumped dry at 6. All well."],
    "de": ["Wind WSW 3, bedeckt. Nichts Neues.", "Wache abgelöst, keine Vorkommnisse."],
    "fr": ["Temps couvert, vent faible. Rien à signaler.", "Ronde faite, tout est calme."],
    "pt": ["Tempo bom. Sem novidade.", "Rondas feitas; nada a registrar."],
    "es": ["Mar llana, viento del norte. Sin novedad.", "Guardia relevada sin novedad."],
    "ru": ["Погода ясная. Происшествий нет.", "Пост принят, всё в порядке."],
    "ja": ["晴れ。異状なし。", "終日曇り、特記事項なし。"],
}
_SHAPES = ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y", "%Y/%m/%d")


def _watch(rng: Random) -> Loop:
    """A log by the day, the week or longer, in digits."""
    lang = rng.choice(sorted(_NOTHING))
    shape, mark = rng.choice(_SHAPES), rng.choice((" — ", ": ", " | ", "\t"))
    # In steps of a week the day carries once a month; longer ones would hardly be steady.
    days = rng.choice((1, 1, 1, 2, 7))
    text, gap = rng.choice(_NOTHING[lang]), rng.choice(("\n", "\n\n"))
    before = rng.randint(0, 5)
    start = dt.date(rng.randint(1860, 1995), rng.randint(1, 12), rng.randint(1, 28))
    lead = mc.lead(rng, lang)
    for i in range(before):
        day = (start + dt.timedelta(days=i * days)).strftime(shape)
        lead += f"{day}{mark}{m.sentence(rng)}{gap}"
    first = start + dt.timedelta(days=before * days)
    units = (f"{day.strftime(shape)}{mark}{text}{gap}" for day in c.dates(first, days))
    return Loop("counter", lead, units)


_SAID = {
    "en": ["Thank you for watching.", "I don't know.", "So, yeah.", "[music playing]"],
    "pt": ["Obrigado.", "Então é isso, pessoal.", "[aplausos]"],
    "de": ["Vielen Dank.", "Untertitel im Auftrag des Senders", "Ja, genau."],
    "fr": ["Sous-titrage bénévole", "Merci à tous.", "D'accord."],
    "es": ["Gracias por ver el video.", "Sí, claro.", "[Música]"],
    "ru": ["Продолжение следует...", "Спасибо за внимание."],
    "ja": ["ご視聴ありがとうございました", "はい。"],
    "ko": ["시청해 주셔서 감사합니다.", "네, 그렇습니다."],
    "ar": ["شكرا للمشاهدة", "نعم، صحيح."],
}


def _cues(rng: Random) -> Loop:
    """Subtitles: the cue's number, its start and its end go on together."""
    lang = rng.choice(sorted(_SAID))
    said, first = rng.choice(_SAID[lang]), rng.randint(2, 300)
    every, lasts = rng.choice((2, 3, 4, 5, 10)), rng.choice((1, 2))
    point, ms = rng.choice((",", ".")), rng.choice((0, 480, 960, 200))
    origin = rng.randint(20, 4000)

    def cue(i: int, text: str) -> str:
        at = origin + i * every
        stamps = (f"{c.clock(t)}{point}{ms:03d}" for t in (at, at + lasts))
        return f"{first + i}\n{' --> '.join(stamps)}\n{text}\n\n"

    before = rng.randint(3, 12)
    lead = "".join(cue(i, m.sentence(rng, 3, 9)) for i in range(before))
    return c.loop(lead, lambda i: cue(i, said), before)


def _stamped(rng: Random) -> Loop:
    """A speech transcript in segments of one length that hears one phrase for ever."""
    lang = rng.choice(sorted(_SAID))
    said = rng.choice(_SAID[lang])
    every, origin = rng.choice((1, 2, 5, 7, 10)), rng.randint(30, 5000)
    speaker = rng.choice(("", "SPEAKER_01: ", f"{rng.choice(mc.PEOPLE)}: "))
    shape = rng.choice(("[{t}] {s}{x}\n", "{t} {s}{x}\n", "({t}) {s}{x} ", "**{t}** {s}{x}\n\n"))

    def segment(i: int, text: str) -> str:
        return shape.format(t=c.clock(origin + i * every), s=speaker, x=text)

    before = rng.randint(4, 14)
    lead = "".join(segment(i, m.sentence(rng, 4, 12)) for i in range(before))
    return c.loop(lead, lambda i: segment(i, said), before)


_LINES = [
    "WARN  retry {n} of job import failed: connection refused",
    "INFO  request {n} completed status=200 bytes=512",
    "ERROR worker-3 attempt {n}: timed out after 30000 ms",
    "DEBUG heartbeat {n} from node 10.0.4.12",
]


def _log(rng: Random) -> Loop:
    """Log lines: a count advances by one, the clock by whatever passed since."""
    form, sep = rng.choice(_LINES), rng.choice(("T", " "))
    start = dt.datetime(rng.randint(2009, 2024), rng.randint(1, 12), rng.randint(1, 28), 9, 30)
    service = f"{m.content_word(rng)}-{rng.randint(1, 20)}"
    shape = rng.choice(("{t} {s} {x}\n", "[{t}] [{s}] {x}\n", "{s} | {t} | {x}\n"))
    seed, widest = rng.random(), rng.choice((2, 9, 60))

    lead = mc.lead(rng, "en", high=900)
    for _ in range(rng.randint(1, 7)):
        start += dt.timedelta(milliseconds=rng.randint(200, 60_000))
        stamp = start.isoformat(sep, "milliseconds")
        lead += shape.format(t=stamp, s=service, x=f"INFO  {m.phrase(rng)} {rng.randint(2, 99)}")
    origin = start

    def line(i: int) -> str:
        # Each line's lag has its own draw, so that the clock never runs back.
        lag = i * widest * 1000 + Random(f"{seed} {i}").randrange(widest * 1000)
        stamp = (origin + dt.timedelta(milliseconds=lag)).isoformat(sep, "milliseconds")
        return shape.format(t=stamp, s=service, x=form.format(n=i))

    return c.loop(lead, line, rng.randint(1, 40))


def _events(rng: Random) -> Loop:
    """JSON records with an id, a start and an end in seconds."""
    every = rng.choice((60, 300, 3600, 86_400))
    origin, first = rng.randrange(900_000_000, 1_700_000_000, 60), rng.randint(1, 900)
    label = rng.choice(("idle", "unknown", "no signal", "Störung", "sem dados"))
    sep = rng.choice((", ", ",\n  ", ","))
    keys = rng.choice((("id", "start", "end"), ("seq", "from", "to"), ("n", "t0", "t1")))

    def event(i: int, label: str) -> str:
        values = (first + i, origin + i * every, origin + (i + 1) * every)
        pairs = ", ".join(f'"{k}": {v}' for k, v in zip(keys, values, strict=True))
        return f'{{{pairs}, "label": "{label}"}}{sep}'

    before = rng.randint(1, 6)
    lead = '{"device": "' + m.name(rng) + '", "note": "' + m.sentence(rng) + '", "events": ['
    lead += "".join(event(i, m.content_word(rng)) for i in range(before))
    return c.loop(lead, lambda i: event(i, label), before, closing="null]}")


_MONTHS = {
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
}
_DAY = {
    "pt": "{d} de {m} de {y}",
    "en": "{m} {d}, {y}",
    "fr": "{d} {m} {y}",
    "ru": "{d} {m} {y} г.",
    "de": "{d}. {m} {y}",
    "es": "{d} de {m} de {y}",
}


def _diary(rng: Random) -> Loop:
    """Days whose month is a word; steps of a day, a week, a fortnight or more."""
    lang = rng.choice(sorted(_MONTHS))
    months, text = _MONTHS[lang].split(), rng.choice(_NOTHING[lang])
    days = rng.choice((1, 1, 2, 7, 14, 30))
    shape = rng.choice(("{d}. {t}\n", "*{d}* — {t}\n\n", "## {d}\n\n{t}\n\n", "{d}: {t} "))

    def entry(day: dt.date, text: str) -> str:
        date = _DAY[lang].format(d=day.day, m=months[day.month - 1], y=day.year)
        return shape.format(d=date, t=text)

    start = dt.date(rng.randint(1780, 1960), rng.randint(1, 12), rng.randint(1, 28))
    before = rng.randint(0, 4)
    lead = mc.lead(rng, lang)
    for i in range(before):
        lead += entry(start + dt.timedelta(days=i * days), m.sentence(rng))
    first = start + dt.timedelta(days=before * days)
    units = (entry(day, text) for day in c.dates(first, days))
    return Loop("counter", lead, units, ambiguous=True)


_RENT = {
    "pt": "aluguel recebido, {a}; nada em atraso",
    "en": "rent received, {a}; nothing owing",
    "fr": "loyer reçu, {a} ; rien à reporter",
    "de": "Miete eingegangen, {a}; kein Rückstand",
    "es": "renta cobrada, {a}; nada pendiente",
}


def _rents(rng: Random) -> Loop:
    """A ledger by the month, its name followed by the year."""
    lang = rng.choice(sorted(_RENT))
    months = [name.capitalize() for name in _MONTHS[lang].split()]
    text = _RENT[lang].format(a=f"{rng.randint(20, 900)}{rng.choice((',00', '.-', '.50'))}")
    shape = rng.choice(
        ("{m} {y}: {t}\n", "| {m} {y} | {t} |\n", "{m}/{y} — {t}\n", "{y}, {m}, {t}; ")
    )
    start = rng.randint(1890, 1990) * 12 + rng.randrange(12)
    step = rng.choice((1, 1, 3))

    def row(n: int) -> str:
        return shape.format(m=months[n % 12], y=n // 12, t=text)

    lead = mc.lead(rng, lang)
    return c.loop(lead, row, start, step, ambiguous=True)


_WEEK = {
    "en": ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday", "rice, beans, salad"),
    "pt": ("segunda terça quarta quinta sexta sábado domingo", "arroz, feijão, ovo cozido"),
    "fr": ("lundi mardi mercredi jeudi vendredi samedi dimanche", "soupe, pain, fromage"),
    "de": ("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag", "Suppe, Brot, Apfel"),
    "ru": ("понедельник вторник среда четверг пятница суббота воскресенье", "щи, каша, чай"),
}


def _menus(rng: Random) -> Loop:
    """Weekdays that go round beside a date that does not."""
    lang = rng.choice(sorted(_WEEK))
    names, meal = _WEEK[lang]
    days, extra = names.split(), rng.choice(("", f", {rng.randint(200, 900)} kcal"))
    shape = rng.choice(("{w}, {d}: {t}\n", "- {w} ({d}): {t}\n", "<li>{w} {d} — {t}</li>\n"))
    form = rng.choice(("%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d"))
    start = dt.date(rng.randint(1990, 2024), rng.randint(1, 12), rng.randint(1, 28))
    units = (
        shape.format(w=days[day.weekday()], d=day.strftime(form), t=meal + extra)
        for day in c.dates(start, 1)
    )
    return Loop("counter", mc.lead(rng, lang), units, ambiguous=True)


KINDS = (
    c.kind("watch by watch", "dates and times", _watch, c.OFTEN),
    c.kind("cues", "dates and times", _cues, c.RECOVERS),
    c.kind("segments", "dates and times", _stamped, c.OFTEN),
    c.kind("log with lags", "dates and times", _log),
    c.kind("events in seconds", "several numbers at once", _events, c.CLOSING),
    c.kind("diary days", "dates and times", _diary),
    c.kind("rents by month", "dates and times", _rents, c.RECOVERS),
    c.kind("menus by weekday", "dates and times", _menus),
)
IN_LETTERS = ("w: diary days", "w: rents by month", "w: menus by weekday")
WITH_POINT: tuple[str, ...] = ()
