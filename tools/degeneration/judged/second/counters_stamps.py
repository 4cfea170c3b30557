"""Counters of dates, times, cues and amounts."""

import datetime as dt
from random import Random

from degeneration import material as m
from degeneration.judged.second.exact_markup import cell
from degeneration.judged.second.material_loops import (
    figure,
    lead,
    onwards,
    opening,
    piece,
    sentence,
    series,
    tongue,
)
from degeneration.sample import Loop, PositiveKind

STAMPS = "counter: dates and times"
AMOUNTS = "counter: amounts and measures"


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _day(rng: Random) -> dt.date:
    return dt.date(1880, 1, 1) + dt.timedelta(days=rng.randrange(52_000))


def _days(rng: Random) -> Loop:
    """A diary or a log of days of which each brings the same."""
    lang, day = tongue(rng), _day(rng)
    step = dt.timedelta(days=rng.choice((1, 1, 1, 2, 7)))
    form = rng.choice(("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%Y/%m/%d", "%d-%m-%Y", "%Y%m%d"))
    what = rng.choice((sentence(rng, lang), piece(rng, lang, 2, 5), f"{cell(rng)}; {cell(rng)}"))
    before, after = rng.choice((("", ": "), ("- ", " "), ("| ", " | "), ("**", "** "), ("", "\t")))
    return onwards(
        lead(rng, lang),
        lambda k: f"{before}{(day + k * step).strftime(form)}{after}{what}\n",
        least=14,
    )


def _day_column(rng: Random) -> Loop:
    """Rows of a table, a day each; a clean calendar of them has a month or two."""
    day, fixed = _day(rng), [cell(rng) for _ in range(rng.randint(1, 3))]
    number = series(rng, 1, 30, (1,))
    form = rng.choice(
        (
            "<tr><td>{n}</td><td>{d}</td><td>{f}</td></tr>\n",
            "| {d} | {n} | {f} |\n",
            "{n};{d};{f}\n",
        )
    )
    rest = ("</td><td>" if "<" in form else " | ").join(fixed)
    return onwards(
        opening(rng, tongue(rng)),
        lambda k: form.format(n=number(k), d=f"{day + dt.timedelta(k):%d/%m/%Y}", f=rest),
        "</table>\n" if "<" in form else "\n",
        least=28,
    )


def _eastern_days(rng: Random) -> Loop:
    """Years of an era, or days, as Chinese and Japanese write them with digits."""
    lang = rng.choice(("zh", "ja"))
    day, year = _day(rng), rng.randint(1, 60)
    what = rng.choice((sentence(rng, lang), piece(rng, lang, 2, 4) + "。"))
    if rng.random() < 0.4:
        era = rng.choice(("昭和", "民国", "光绪", "大正"))
        return onwards(lead(rng, lang), lambda k: f"{era}{year + k}年　{what}\n")

    def line(k: int) -> str:
        now = day + dt.timedelta(k)
        return f"{now.year}年{now.month}月{now.day}日　{what}\n"

    return onwards(lead(rng, lang), line)


def _elapsed(rng: Random) -> Loop:
    """A transcript of speech: time goes on, the speaker says the same."""
    lang = tongue(rng)
    start, step = rng.randrange(4000), rng.choice((1, 2, 3, 5, 10))
    form = rng.choice(
        ("[{}] {}\n", "{} - {}\n", "({}) {}\n", "{} SPEAKER_00: {}\n", "**{}** {}\n\n")
    )
    what = rng.choice(
        (sentence(rng, lang), piece(rng, lang, 2, 5), "Okay.", "[Music]", "Obrigado.")
    )
    return onwards(lead(rng, lang), lambda k: form.format(_clock(start + step * k), what), least=16)


def _cues(rng: Random) -> Loop:
    """Cues of subtitles: number, two stamps, the same line."""
    lang = rng.choice(("en", "pt", "es", "de", "ru", "ja", "ko", "ar"))
    first, start = rng.randint(1, 400), rng.randrange(3000)
    step, shown = rng.choice(((2, 2), (3, 2), (5, 4), (10, 6), (12, 11))), rng.randrange(1000)
    mark, with_number = rng.choice((",", ".")), rng.random() < 0.75
    what = rng.choice((piece(rng, lang, 2, 6), sentence(rng, lang), "♪"))

    def cue(k: int) -> str:
        begin = start + step[0] * k
        number = f"{first + k}\n" if with_number else ""
        stamps = f"{_clock(begin)}{mark}{shown:03d} --> {_clock(begin + step[1])}{mark}{shown:03d}"
        return f"{number}{stamps}\n{what}\n\n"

    return onwards(opening(rng, lang, 0.4, 600), cue, least=6)


def _timed_pieces(rng: Random) -> Loop:
    """Pieces of speech with their seconds, as programs put them out."""
    lang = tongue(rng)
    start, step = rng.randrange(900), rng.choice((1, 2, 4, 5, 30))
    form = rng.choice(
        (
            "[{a:.2f} --> {b:.2f}] {t}\n",
            "<|{a:.2f}|>{t}<|{b:.2f}|>",
            ',\n{{"start": {a:.1f}, "end": {b:.1f}, "text": "{t}"}}',
            "{a:.3f}\t{b:.3f}\t{t}\n",
        )
    )
    what = rng.choice((piece(rng, lang, 2, 6), sentence(rng, lang), "Thank you."))
    return onwards(
        opening(rng, lang),
        lambda k: form.format(a=start + step * k, b=start + step * (k + 1), t=what),
        "\n]\n" if form.startswith(",") else "\n",
    )


def _ticks(rng: Random) -> Loop:
    """Measurements at stamps of date and time, all alike."""
    now = dt.datetime(2015, 1, 1) + dt.timedelta(minutes=rng.randrange(5_000_000))
    step = rng.choice((dt.timedelta(seconds=1), dt.timedelta(minutes=5), dt.timedelta(hours=1)))
    form = rng.choice(
        ("%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%SZ", "%d/%m/%Y %H:%M", "[%H:%M:%S %d.%m.%Y]")
    )
    if step < dt.timedelta(minutes=1) and "%S" not in form:
        step = dt.timedelta(minutes=1)
    between = rng.choice((" ", ",", "\t", " | "))
    rest = between.join(
        (cell(rng), rng.choice(("OK", "heartbeat", "0.0", "temp=21", "sem alteração")))
    )
    return onwards(
        opening(rng, tongue(rng)),
        lambda k: f"{(now + step * k).strftime(form)}{between}{rest}\n",
        least=30,
    )


def _instalments(rng: Random) -> Loop:
    """Instalments that fall due month by month, more than the contract has."""
    total, amount, day = rng.randint(6, 24), m.money(rng), rng.randint(1, 28)
    year, month, first = rng.randint(1995, 2026), rng.randint(0, 11), rng.randint(1, 9)
    form = rng.choice(
        (
            "Parcela {n}/{t} – vencimento {d} – R$ {a}\n",
            "| {n} | {d} | {a} |\n",
            "Instalment {n} of {t} due {d}: {a}\n",
            "Rate {n}, fällig am {d}: {a} EUR\n",
            "{n}ª parcela: {a} ({d})\n",
        )
    )

    def line(k: int) -> str:
        years, months = divmod(month + k, 12)
        due = f"{day:02d}/{months + 1:02d}/{year + years}"
        return form.format(n=first + k, t=total, d=due, a=amount)

    return onwards(lead(rng, tongue(rng)), line, least=32)


def _quarters(rng: Random) -> Loop:
    year, what = rng.randint(1960, 2020), f"{m.title(rng, 1, 3)}: {cell(rng)}"
    form = rng.choice(("Q{q} {y} {w}\n", "{q}T{y} | {w} |\n", "{q}º trimestre de {y} – {w}\n"))
    return onwards(
        lead(rng, tongue(rng)),
        lambda k: form.format(q=k % 4 + 1, y=year + k // 4, w=what),
        least=20,
    )


def _prices(rng: Random) -> Loop:
    """Amounts that rise by a fixed one."""
    style = rng.choice(("", "pt", "en"))
    start, step = rng.randint(1, 900), rng.choice((0.25, 0.5, 1.5, 2.25, 10.1))
    form = rng.choice(
        ("{w}: R$ {a}\n", "{w} .... {a}\n", "| {w} | {a} € |\n", "{w}\t${a}\n", "{a} – {w}; ")
    )
    what = rng.choice((m.title(rng, 2, 4), piece(rng, tongue(rng), 2, 4)))
    return onwards(
        lead(rng, tongue(rng)),
        lambda k: form.format(w=what, a=figure(start + step * k, 2, style)),
        least=12,
    )


def _round_sums(rng: Random) -> Loop:
    """Thousands, populations or budgets up by a round sum; thousands apart in any way."""
    style, step = rng.choice(("en", "pt", "fr")), rng.choice((50, 100, 250, 1000, 5000))
    start = rng.randint(10, 500) * 1000
    what, unit = m.title(rng, 1, 3), rng.choice((" hab.", "", " USD", " km²", " votos", " руб."))
    form = rng.choice(("{}: {}{}\n", "- {} ({}{})\n", "| {} | {}{} |\n", "{} = {}{}, "))
    return onwards(
        lead(rng, tongue(rng)),
        lambda k: form.format(what, figure(start + step * k, 0, style), unit),
        least=14,
    )


def _shares(rng: Random) -> Loop:
    places, start = rng.choice((0, 1, 1, 2)), rng.randint(0, 40)
    style, what = rng.choice(("", "pt")), piece(rng, tongue(rng), 2, 5)
    form = rng.choice(("{w}: {a}%\n", "{a} % {w}\n", "| {w} | {a}% |\n", "Progress {a}% {w}\r\n"))
    step = 1 if places == 0 else rng.choice((0.1, 0.5, 1.5))
    return onwards(
        lead(rng, tongue(rng)),
        lambda k: form.format(w=what, a=figure(start + step * k, places, style)),
        least=16,
    )


def _positions(rng: Random) -> Loop:
    """Points on a line across a map."""
    lat, lon, step = rng.randint(10, 40), rng.randint(10, 80), rng.choice((1, 5, 10, 25))
    form = rng.choice(
        (
            "[{x}, {y}],\n",
            '<trkpt lat="{y}" lon="{x}"><name>{n}</name></trkpt>\n',
            '{{"lat": {y}, "lng": {x}, "name": "{n}"}},\n',
            "{n}: {y}° N, {x}° E\n",
        )
    )
    name, both = m.title(rng, 1, 2), rng.random() < 0.5

    def point(k: int) -> str:
        moved = step * k / 10_000
        return form.format(x=f"{lon + moved:.4f}", y=f"{lat + moved * both:.4f}", n=name)

    closing = "]\n" if form.startswith(("[", "{{")) else "\n"
    return onwards(opening(rng, tongue(rng)), point, closing, least=20)


def _tables_by_heart(rng: Random) -> Loop:
    """Multiples of a number; a page of them has some dozens."""
    factor, start = rng.randint(2, 99), rng.randint(1, 10)
    form = rng.choice(
        (
            "{f} x {n} = {m}\n",
            "{n} + {f} = {s}\n",
            "{f} × {n} = {m}; ",
            "| {n} | {m} |\n",
            "{n}: {m}, ",
        )
    )
    return onwards(
        lead(rng, tongue(rng), end="\n"),
        lambda k: form.format(f=factor, n=start + k, m=factor * (start + k), s=start + k + factor),
        least=40,
    )


def _falling(rng: Random) -> Loop:
    """Degrees, depths and countdowns, which go down and below nought."""
    start, step = rng.randint(5, 9000), rng.choice((-1, -2, -5))
    what = piece(rng, tongue(rng), 2, 5)
    form = rng.choice(
        ("{w}: {a} °C\n", "{a} m  {w}\n", "T{a} {w}\n", "| {a} | {w} |\n", "{a}... {w} ")
    )
    return onwards(
        lead(rng, tongue(rng)), lambda k: form.format(w=what, a=start + step * k), least=14
    )


KINDS = (
    PositiveKind("days alike", STAMPS, _days, ("tail", "tail", "stray", "recovered")),
    PositiveKind("column of days", STAMPS, _day_column, ("tail", "closed")),
    PositiveKind("eastern days", STAMPS, _eastern_days),
    PositiveKind("elapsed time", STAMPS, _elapsed, ("tail", "tail", "recovered")),
    PositiveKind("cues", STAMPS, _cues, ("tail", "tail", "stray")),
    PositiveKind("timed pieces", STAMPS, _timed_pieces, ("tail", "closed")),
    PositiveKind("ticks", STAMPS, _ticks),
    PositiveKind("monthly payments", STAMPS, _instalments, ("tail", "tail", "recovered")),
    PositiveKind("quarters", STAMPS, _quarters),
    PositiveKind("prices rising", AMOUNTS, _prices, ("tail", "tail", "stray")),
    PositiveKind("round sums", AMOUNTS, _round_sums, ("tail", "recovered")),
    PositiveKind("shares rising", AMOUNTS, _shares),
    PositiveKind("points on a map", AMOUNTS, _positions, ("tail", "closed")),
    PositiveKind("multiples by heart", AMOUNTS, _tables_by_heart, ("tail", "recovered")),
    PositiveKind("going below nought", AMOUNTS, _falling),
)
WITH_POINT = (
    "balance of a ledger",
    "prices rising",
    "round sums",
    "shares rising",
    "points on a map",
    "timed pieces",
)
