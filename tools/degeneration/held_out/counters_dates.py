"""Timetables, logs and diaries in which only the clock or the calendar moves."""

import datetime as dt
from random import Random

from degeneration.held_out import counters_tools as t
from degeneration.held_out import material_counters as mc
from degeneration.sample import Loop

_TRAMS = {
    "de": ["# Linie 4 Richtung Hauptbahnhof", "# Uhr Bus 112, Halt Rathaus", "Abfahrt # Gleis 3"],
    "pl": ["# tramwaj 7, kierunek Dworzec", "Odjazd # przystanek Rynek"],
    "it": ["# tram 12 per Stazione Centrale", "Partenza ore # banchina 2"],
    "ja": ["# 各駅停車　中央行き", "#発　三番線　普通"],
    "es": ["# tren a Atocha, vía 5", "Salida # autobús a la Universidad"],
    "ru": ["# электропоезд до Твери", "Отправление # путь 2"],
}
_SPOKEN = [
    "[Musik]",
    "Thank you.",
    "ご視聴ありがとうございました",
    "Sous-titrage",
    "[тишина]",
    "감사합니다.",
]
_SPOKEN += ["(applausi)", "Obrigado.", "شكرا للمشاهدة"]
_EVENTS = ["Yoga", "Müllabfuhr", "Stand-up", "Reunião de equipe", "Дежурство", "회의", "Zebranie"]
_DIARY = {
    "en": ["Nothing of note.", "Rain all day; stayed indoors.", "Wind S.W., fair, no change."],
    "de": ["Nichts Besonderes.", "Regen, im Hause geblieben.", "Wie gestern."],
    "fr": ["Rien à signaler.", "Pluie tout le jour.", "Même temps que la veille."],
    "es": ["Sin novedad.", "Llovió todo el día.", "Lo mismo que ayer."],
    "pt": ["Sem novidade.", "Choveu o dia todo.", "Tudo como ontem."],
    "ru": ["Ничего нового.", "Дождь весь день.", "То же, что вчера."],
    "pl": ["Nic nowego.", "Deszcz cały dzień.", "Jak wczoraj."],
}
_RENT = {
    "en": ["rent paid in full", "no meeting held", "salary as before"],
    "de": ["Miete bezahlt", "keine Sitzung", "Gehalt wie zuvor"],
    "fr": ["loyer payé", "pas de réunion", "gages comme devant"],
    "it": ["affitto pagato", "nessuna seduta", "salario come sopra"],
    "pt": ["aluguel pago", "não houve sessão", "ordenado como antes"],
    "es": ["alquiler pagado", "no hubo sesión", "sueldo como antes"],
}
_CLOSED = {
    "en": ["the library is closed", "lunch: soup of the day"],
    "de": ["Ruhetag, kein Verkauf", "Mittagessen: Tagessuppe"],
    "fr": ["fermé toute la journée", "menu : soupe du jour"],
    "es": ["cerrado todo el día", "menú: sopa del día"],
    "ru": ["выходной, приёма нет", "обед: суп дня"],
    "tr": ["kapalı, satış yok", "öğle yemeği: günün çorbası"],
}
_YEARS = {
    "ja": ["昭和#年度　予算案は前年度と同じとする。\n", "明治#年　特に記すべきことなし。\n"],
    "en": ["In #, the company continued to operate normally. ", "#: No change in membership.\n"],
    "fr": ["En #, la production resta stable. ", "Exercice #/@ : sans changement.\n"],
    "tr": ["# yılında önemli bir olay olmadı.\n", "#-@ öğretim yılı: değişiklik yok.\n"],
    "zh": ["#年，公司继续保持稳定发展。", "康熙#年　无灾，收成如常。\n"],
    "ar": ["في عام # استمر العمل كالمعتاد.\n"],
    "ko": ["#년에는 특별한 변화가 없었다.\n"],
}


def _clock(minutes: int, dot: str) -> str:
    """Hours go on beyond the day, as those of models do."""
    return f"{minutes // 60:02d}{dot}{minutes % 60:02d}"


def _trams(rng: Random) -> Loop:
    language, template = t.pick(rng, _TRAMS)
    start, by = rng.randint(240, 1300), rng.choice((4, 5, 6, 8, 10, 12, 15, 60))
    dot, mark = rng.choice(":.h"), rng.choice(("", "- ", "| "))
    units = t.each(lambda i: f"{mark}{template.replace('#', _clock(start + by * i, dot))}\n", 0)
    return t.counting(mc.opening(rng, language), units, "\n", least=150)


def _stamp(seconds: int, form: int) -> str:
    whole = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return whole + (",000", "", ".000")[form]


def _subtitles(rng: Random) -> Loop:
    text, form = rng.choice(_SPOKEN), rng.randrange(3)
    first, start, by = rng.randint(4, 400), rng.randint(20, 3000), rng.choice((2, 5, 6, 10))

    def unit(i: int) -> str:
        at = start + by * i
        both = f"{_stamp(at, form)} --> {_stamp(at + by, form)}"
        return (
            f"{first + i}\n{both}\n{text}\n\n",
            f"[{_stamp(at, 1)}] {text}\n",
            f"{both}\n{text}\n\n",
        )[form]

    lines = mc.sentences(rng, rng.choice(("en", "de", "ko", "pt")), 5)
    lead = "".join(
        f"{i}\n{_stamp(3 * i, 0)} --> {_stamp(3 * i + 2, 0)}\n{line}\n\n"
        for i, line in enumerate(lines, 1)
    )
    return t.counting(lead, t.each(unit, 0), least=12)


def _calendar(rng: Random) -> Loop:
    event, by = rng.choice(_EVENTS), rng.choice((1, 1, 7))
    day = dt.date(rng.randint(1995, 2027), rng.randint(1, 12), rng.randint(1, 28))
    form = rng.choice(
        (
            f"BEGIN:VEVENT\nSUMMARY:{event}\nDTSTART;VALUE=DATE:%Y%m%d\nEND:VEVENT\n",
            f"%Y-%m-%d;{event};09:00\n",
            f'{{"date": "%Y-%m-%d", "title": "{event}", "done": false}},\n',
            f"- [ ] %d.%m.%Y {event}\n",
        )
    )
    lead = mc.opening(rng, rng.choice(("de", "en", "ru"))) + t.place(rng) + "\n\n"
    units = t.each(lambda i: (day + dt.timedelta(i * by)).strftime(form), 0)
    return t.counting(lead, units, "# END\n", least=60)


def _diary(rng: Random) -> Loop:
    language, text = t.pick(rng, _DIARY)
    months = mc.MONTHS[language].split()
    day = dt.date(rng.randint(1790, 1960), rng.randint(1, 12), rng.randint(1, 28))
    form = rng.choice(("{d} {m} {y}. {t}\n", "**{d} {m} {y}** — {t}\n\n", "{m} {d}, {y}: {t} "))

    def unit(i: int) -> str:
        now = day + dt.timedelta(i)
        return form.format(d=now.day, m=months[now.month - 1], y=now.year, t=text)

    return t.counting(mc.opening(rng, language), t.each(unit, 0), "\n\n", least=25)


def _months(rng: Random) -> Loop:
    language, text = t.pick(rng, _RENT)
    months = [month.capitalize() for month in mc.MONTHS[language].split()]
    first = 12 * rng.randint(1820, 1990) + rng.randrange(12)
    form = rng.choice(("{m} {y}: {t}\n", "| {m} {y} | {t} |\n", "- {m} {y} — {t};\n"))
    units = t.each(lambda i: form.format(m=months[i % 12], y=i // 12, t=text), first)
    # Books of rents do run on for some years.
    return t.counting(mc.opening(rng, language), units, "\n", least=90)


def _weekdays(rng: Random) -> Loop:
    language, text = t.pick(rng, _CLOSED)
    days = mc.WEEKDAYS[language].split()
    start = rng.randint(1, 60)
    word = {"en": "day", "de": "Tag", "fr": "jour", "es": "día", "ru": "день", "tr": "gün"}[
        language
    ]
    form = rng.choice(("{w}, {d} {n}: {t}\n", "{d} {n} ({w}): {t}\n", "* {w} / {d} {n} / {t}\n"))
    units = t.each(lambda n: form.format(w=days[n % 7], d=word, n=n, t=text), start)
    return t.counting(mc.opening(rng, language), units, "\n", least=30)


def _years(rng: Random) -> Loop:
    language, text = t.pick(rng, _YEARS)
    start = rng.randint(2, 40) if language == "ja" or "康熙" in text else rng.randint(1750, 2020)
    units = t.each(lambda n: text.replace("#", str(n)).replace("@", str(n + 1)), start)
    return t.counting(mc.opening(rng, language), units, "\n\n", least=12)


KINDS = (
    t.kind("tram timetable", "dates and times", _trams, "tail", "recovered"),
    t.kind("subtitles of silence", "dates and times", _subtitles, "tail", "stray"),
    t.kind("one event for ever", "dates and times", _calendar, "tail", "closed"),
    t.kind("diary without news", "dates and times", _diary, "tail", "recovered"),
    t.kind("months of rent", "dates and times", _months),
    t.kind("weekdays of closing", "dates and times", _weekdays, "tail", "stray"),
    t.kind("years without change", "dates and times", _years),
)
IN_LETTERS = frozenset(("y: diary without news", "y: months of rent", "y: weekdays of closing"))
