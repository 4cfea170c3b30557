"""Blind counters that advance through years, months, weekdays, days, hours and cues."""

import datetime as dt
from random import Random

from degeneration.judged.fifth import counters_kit as k
from degeneration.judged.fifth import material_counters as mc
from degeneration.sample import Loop, PositiveKind

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
    "listopada grudnia",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
}
_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "el": "Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο Κυριακή",
    "ja": "月曜 火曜 水曜 木曜 金曜 土曜 日曜",
}


def clock(seconds: int, form: str = "{:02d}:{:02d}:{:02d}") -> str:
    """Hours, minutes and seconds; hours go on after 24."""
    return form.format(seconds // 3600, seconds // 60 % 60, seconds % 60)


_SAID = {
    "en": ("[Music]", "Thank you for watching.", "- Yes.\n- Yes.", "♪ ♪", "[inaudible]", "Okay."),
    "de": ("Untertitel im Auftrag des ZDF", "[Applaus]", "Vielen Dank.", "Ja, genau."),
    "pt": ("Obrigado por assistir!", "[Música]", "Legendas pela comunidade", "É isso aí."),
    "fr": ("Sous-titres réalisés par la communauté", "[Musique]", "Merci.", "D'accord, d'accord."),
    "ja": ("ご視聴ありがとうございました", "（拍手）", "はい。"),
    "ko": ("시청해 주셔서 감사합니다", "(음악)", "네."),
    "ru": ("Продолжение следует...", "[Музыка]", "Да, конечно."),
    "tr": ("Altyazı M.K.", "[Müzik]", "Evet, evet."),
}


def _said(rng: Random) -> tuple[str, str]:
    lang = rng.choice(sorted(_SAID))
    return lang, rng.choice(_SAID[lang])


def _cues(rng: Random) -> Loop:
    """Subtitle cues as long as each other or by turns of several lengths."""
    lang, said = _said(rng)
    form = rng.choice(("{:02d}:{:02d}:{:02d},000", "{:02d}:{:02d}:{:02d}.500"))
    lengths = rng.choice(((2,), (3,), (5,), (30,), (2, 4), (1, 3, 2), (29, 30)))
    first = rng.randint(4, 4000)

    def at(i: int) -> str:
        rounds, rest = divmod(i, len(lengths))
        return clock(first + rounds * sum(lengths) + sum(lengths[:rest]), form)

    unit = f"«n»\n«a» --> «b»\n{said}\n\n"
    opening = rng.choice(("", "WEBVTT\n\n", f"1\n00:00:00,100 --> 00:00:02,400\n{lang}\n\n"))
    run = k.ramp(rng, 2, 400, k.ONE)
    return k.loop(
        k.plain_lead(rng, lang) + opening,
        unit,
        "\n",
        8,
        ambiguous=len(lengths) > 1,
        n=run,
        a=at,
        b=lambda i: at(i + 1),
    )


def _speech(rng: Random) -> Loop:
    lang, said = _said(rng)
    unit = rng.choice(
        (
            f"[«a»] {mc.person(rng, lang)}: {said}\n",
            f"«a» - {rng.choice(('SPEAKER_02', 'Voice 1', 'A', 'Int.'))}: {said}\n\n",
            f"<|«a»|> {said} ",
            f'{{"start": "«a»", "speaker": {rng.randint(0, 4)}, "text": "«s»"}},\n',
            f"(«a») {said}\n",
        )
    ).replace("«s»", said.replace("\n", " "))
    step = rng.choice((1, 2, 3, 4, 5, 7, 10, 60, 120))
    first = rng.randint(10, 3000)
    form = "{:02d}:{:02d}:{:02d}"
    return k.loop(
        k.plain_lead(rng, lang), unit, "\n\n", 8, a=lambda i: clock(first + step * i, form)
    )


_DIARY = {
    "en": (
        "«d» «m» «y». Wind south-west, nothing to report.\n",
        "«m» «d», «y» — At «place». Rain. Wrote to «who».\n",
    ),
    "de": ("«d». «m» «y»: Wind Südwest, keine Änderung.\n", "«place», den «d». «m» «y». Nichts.\n"),
    "fr": ("Le «d» «m» «y», temps couvert, rien à signaler.\n", "«d» «m» «y». — Néant.\n"),
    "es": ("«d» de «m» de «y». Sin novedad en «place».\n",),
    "pt": ("«d» de «m» de «y». Chuva. Nada digno de nota.\n", "Aos «d» de «m» de «y», idem.\n"),
    "it": ("«d» «m» «y». Vento da ponente, niente da segnalare.\n",),
    "ru": ("«d» «m» «y» г. Ветер западный, без перемен.\n",),
    "pl": ("«d» «m» «y» r. Pogoda bez zmian, nic nowego.\n",),
    "tr": ("«d» «m» «y». Rüzgâr batıdan, değişiklik yok.\n",),
}


def _diary(rng: Random) -> Loop:
    lang = rng.choice(sorted(_DIARY))
    unit = k.settle(rng, rng.choice(_DIARY[lang]), lang)
    names = _MONTHS[lang].split()
    first = dt.date(rng.randint(1712, 1948), rng.randint(1, 12), rng.randint(1, 28))
    gap = rng.choice((1, 1, 1, 2, 7, 14))

    def day(i: int) -> dt.date:
        return first + dt.timedelta(days=gap * i)

    return k.loop(
        k.lead(rng, lang),
        unit,
        least=8,
        d=lambda i: day(i).day,
        m=lambda i: names[day(i).month - 1],
        y=lambda i: day(i).year,
    )


_DATED = {
    "en": (
        ("| «d» | closed | 0 | 0 |\n", "%Y-%m-%d"),
        ("«d» — Meter not read, estimate «big»\n", "%d/%m/%Y"),
        ('{"date": "«d»", "status": "absent", "hours": 0}, ', "%Y-%m-%d"),
    ),
    "de": (("«d»  geschlossen  «price»\n", "%d.%m.%Y"), ("| «d» | Ruhetag | – |\n", "%d.%m.%y")),
    "pt": (("«d»  Sem lançamentos  «price» C\n", "%d/%m/%Y"),),
    "zh": (("«d»：«title»，无异常。\n", "%Y年%m月%d日"),),
    "ko": (("«d» 휴관, 입장객 0명\n", "%Y년 %m월 %d일"),),
    "sv": (("<tr><td>«d»</td><td>stängt</td><td>0</td></tr>\n", "%Y-%m-%d"),),
}


def _dated(rng: Random) -> Loop:
    """Days in digits: calendars have them as well, so that these go on for longer."""
    lang = rng.choice(sorted(_DATED))
    unit, form = rng.choice(_DATED[lang])
    first = dt.date(rng.randint(1924, 2023), rng.randint(1, 12), rng.randint(1, 28))
    gap = rng.choice((1, 1, 1, 1, 2, 7))

    def day(i: int) -> str:
        return (first + dt.timedelta(days=gap * i)).strftime(form)

    return k.loop(k.lead(rng, lang), k.settle(rng, unit, lang), "\n\n", 34, d=day)


_MENUS = {
    "en": ("«w», week «n»: soup, bread, «word».\n", "### «w» (week «n»)\n\n- Rest day\n\n"),
    "de": ("KW «n», «w»: Eintopf mit «word»\n", "«w» (Woche «n») – frei\n"),
    "fr": ("Semaine «n», «w» : potage, pain, «word».\n",),
    "nl": ("Week «n», «w»: geen les, «thing»\n",),
    "es": ("Semana «n», «w»: sin clases, «thing».\n",),
    "el": ("Εβδομάδα «n», «w»: αργία, «thing».\n",),
    "ja": ("「予定なし」 «n»週・«w»\n",),
}


def _weekdays(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _MENUS)
    names = _WEEKDAYS[lang].split()[: rng.choice((5, 6, 7))]
    first, offset = rng.randint(1, 40), rng.randrange(5)
    return k.loop(
        k.lead(rng, lang),
        unit,
        "\n",
        12,
        ambiguous=True,
        n=lambda i: first + (i + offset) // len(names),
        w=lambda i: names[(i + offset) % len(names)],
    )


_RENTS = {
    "en": ("«m» «y»: rent of «thing» paid, «small» s.\n", "| «m» «y» | «who» | paid |\n"),
    "de": ("Miete «m» «y», «who», erhalten «price»\n",),
    "fr": ("Loyer de «m» «y» : «price» francs, payé.\n", "Séance de «m» «y» : ajournée.\n"),
    "es": ("Cuota de «m» «y», pagada por «who», «price»\n",),
    "it": ("Affitto di «m» «y», riscosso da «who», lire «small»\n",),
    "pt": ("Mensalidade de «m»/«y» - em aberto - «price»\n",),
}


def _rents(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _RENTS)
    names = _MONTHS[lang].split()
    first = rng.randint(1840, 2015) * 12 + rng.randrange(12)
    gap = rng.choice((1, 1, 1, 3))
    return k.loop(
        k.lead(rng, lang),
        unit,
        least=26,
        m=lambda i: names[(first + gap * i) % 12],
        y=lambda i: (first + gap * i) // 12,
    )


_YEARS = {
    "en": (
        "In «n» the church of «place» was restored. ",
        "«n» - Harvest poor, price of rye unchanged.\n",
        "- **«n»–«m»**: Lecturer, University of «place»\n",
    ),
    "de": (
        "Im Jahre «n» wurde die Brücke zu «place» erneuert. ",
        "«n»/«m»: «thing», unverändert\n",
    ),
    "fr": ("En «n», le conseil renouvela le bail de «thing». ",),
    "es": ("En el año «n» se reparó el puente de «place». ",),
    "ru": ("В «n» году была отстроена «thing». ",),
    "ar": ("وفي سنة «n» رمم الجسر في «place». ",),
    "zh": ("«n»年，重修「«title»」。",),
    "tr": ("«n» yılında «place» köprüsü onarıldı. ",),
}


def _years(rng: Random) -> Loop:
    """Annals and careers, forwards and backwards."""
    lang, unit = k.pick(rng, _YEARS)
    step = rng.choice((1, 1, 1, 2, 5, 10, -1, -1))
    start = rng.randint(1150, 1700) if step > 0 else rng.randint(1900, 2019)
    run = k.Ramp(start, step)
    return k.loop(k.lead(rng, lang), unit, n=run, m=run.plus(abs(step)), least=6)


_TRAINS = {
    "en": ("«n»  «place» dep. «a»  junction arr. «b»\n", "| Bus «n» | «place» | «a» | «b» |\n"),
    "de": ("Zug «n» «place» ab «a», Hbf an «b»\n", "| RB «n» | «a» | «b» | täglich |\n"),
    "it": ("Treno «n», p. «a», a. «b», «place»\n",),
    "pl": ("Pociąg «n»: «place» odj. «a», przyj. «b»\n",),
    "ja": ("第«n»便　«place»　«a»発　«b»着\n",),
}


def _trains(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _TRAINS)
    first, ride = rng.randint(240, 500), rng.randint(7, 90)
    every = rng.choice((5, 6, 10, 12, 15, 20))
    number = k.ramp(rng, 10, 9000, (1, 2, 2))

    def hours(minutes: int) -> str:
        return f"{minutes // 60:02d}:{minutes % 60:02d}"

    return k.loop(
        k.lead(rng, lang),
        unit,
        "\n\n",
        28,
        n=number,
        a=lambda i: hours(first + every * i),
        b=lambda i: hours(first + ride + every * i),
    )


_TIMES = "counter: dates and times"
KINDS = (
    PositiveKind("v: cues of one line", _TIMES, _cues),
    PositiveKind("v: speech by the clock", _TIMES, _speech, ("tail", "recovered")),
    PositiveKind("v: diary without news", _TIMES, _diary),
    PositiveKind("v: days and trains", _TIMES, k.either(_dated, _trains), ("tail", "stray")),
    PositiveKind("v: weekdays by week", _TIMES, _weekdays, ("tail", "recovered")),
    PositiveKind("v: monthly dues", _TIMES, _rents, ("tail", "stray")),
    PositiveKind("v: annals", _TIMES, _years),
)
IN_LETTERS: tuple[str, ...] = ("v: diary without news", "v: weekdays by week", "v: monthly dues")
WITH_POINT: tuple[str, ...] = ()
