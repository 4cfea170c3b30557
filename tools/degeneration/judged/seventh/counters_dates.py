"""Counters of days, months, years, centuries, instalments and ages."""

import datetime as dt
from random import Random

from degeneration import material as m
from degeneration.judged.seventh import counters_numerals as numerals
from degeneration.judged.seventh import material_counters as mc
from degeneration.sample import Loop, PositiveKind

DATES = "counter: dates and times"
WORDS = "counter: number words and ordinals"
REMARKS: dict[str, list[str]] = {
    "pt": ["sem novidade", "chuva fina o dia todo", "não houve sessão"],
    "es": ["sin novedad", "cielo cubierto, viento flojo", "no hubo correo"],
    "fr": ["rien", "temps couvert", "néant"],
    "de": ["nichts Neues", "bedeckt, kein Wind", "keine Post"],
    "it": ["niente di nuovo", "tempo sereno"],
    "en": ["nothing to report", "fair, wind light", "stayed at anchor"],
    "pl": ["bez zmian", "pochmurno"],
    "ru": ["без перемен", "пасмурно, ветер слабый"],
    "tr": ["değişiklik yok", "hava kapalı"],
    "ja": ["異状なし", "晴、風弱し"],
    "zh": ["无事", "晴,无风"],
    "ar": ["لا جديد", "غائم"],
}
MONTHS: dict[str, list[str]] = {
    "pt": mc.split(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
    ),
    "es": mc.split(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    ),
    "fr": mc.split(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    ),
    "de": mc.split(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    ),
    "it": mc.split(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
        "dicembre"
    ),
    "en": mc.split(
        "January February March April May June July August September October November December"
    ),
    "pl": mc.split(
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
        "listopada grudnia"
    ),
    "ru": mc.split(
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    ),
    "tr": mc.split("Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"),
    "ar": mc.split("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
}
WEEKDAYS: dict[str, list[str]] = {
    "pt": mc.split("segunda terça quarta quinta sexta sábado domingo"),
    "es": mc.split("lunes martes miércoles jueves viernes sábado domingo"),
    "fr": mc.split("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    "de": mc.split("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
    "it": mc.split("lunedì martedì mercoledì giovedì venerdì sabato domenica"),
    "en": mc.split("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    "pl": mc.split("poniedziałek wtorek środa czwartek piątek sobota niedziela"),
    "ru": mc.split("понедельник вторник среда четверг пятница суббота воскресенье"),
    "tr": mc.split("Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar"),
    "ja": mc.split("月曜 火曜 水曜 木曜 金曜 土曜 日曜"),
    "zh": mc.split("星期一 星期二 星期三 星期四 星期五 星期六 星期日"),
}


def _day(rng: Random) -> dt.date:
    return dt.date(1760, 1, 1) + dt.timedelta(days=rng.randrange(96_000))


def diary_days(rng: Random) -> Loop:
    lang, text = mc.pick(rng, REMARKS)
    begin, every = _day(rng), rng.choice((1, 1, 1, 2, 7))
    form = rng.choice(("%d/%m/%Y", "%d.%m.%Y", "%Y/%m/%d"))
    row = rng.choice(("{d}: {t}.\n", "{d} — {t}\n\n", "| {d} | {t} |\n", "{d}. {t}. "))
    day = dt.timedelta(days=every)
    units = mc.counted(lambda n: row.format(d=(begin + n * day).strftime(form), t=text), 0)
    return Loop("counter", mc.opening(rng, lang), units, "\n", least=12)


def month_by_month(rng: Random) -> Loop:
    lang = rng.choice(list(MONTHS))
    text = rng.choice(REMARKS[lang])
    form = rng.choice(("{m} {y}: {t}.\n", "| {m} | {y} | {t} |\n", "{t} ({m} {y}), "))
    start = 12 * rng.randint(1700, 2024) + rng.randrange(12)
    units = mc.counted(lambda n: form.format(m=MONTHS[lang][n % 12], y=n // 12, t=text), start)
    return Loop("counter", mc.opening(rng, lang), units, "\n", least=30)


def named_days(rng: Random) -> Loop:
    """Weekday, day and month by name, and the year."""
    lang = rng.choice([lang for lang in WEEKDAYS if lang in MONTHS])
    text, begin = rng.choice(REMARKS[lang]), _day(rng)
    form = rng.choice(
        ("{w}, {d} {m} {y}: {t}\n", "{w} {d} {m} {y} — {t}.\n\n", "{t}: {w} {d} {m} {y}; ")
    )

    def unit(n: int) -> str:
        day = begin + dt.timedelta(days=n)
        month = MONTHS[lang][day.month - 1]
        return form.format(w=WEEKDAYS[lang][day.weekday()], d=day.day, m=month, y=day.year, t=text)

    return Loop("counter", mc.opening(rng, lang), mc.counted(unit, 0), "\n", least=20)


def years_of_nothing(rng: Random) -> Loop:
    lang, text = mc.pick(rng, REMARKS)
    by = rng.choices((1, 2, 4, 10), (70, 10, 10, 10))[0]
    form = rng.choice(("{}: {}\n", "{} — {}.\n", "- **{}**: {}\n", "| {} | {} |\n", "({}) {}; "))
    units = mc.counted(lambda n: form.format(n, text), rng.randint(1020, 2010), by)
    return Loop("counter", mc.opening(rng, lang), units, "\n", least=12)


CENTURIES: dict[str, list[str]] = {
    "es": ["Siglo {}: época de cambios. ", "Luis {}, rey de nombre.\n"],
    "pt": ["No século {}, houve mudanças.\n"],
    "fr": ["Au {}e siècle, même usage.\n", "Louis {}, roi sans histoire.\n"],
    "it": ["Secolo {}: nessuna notizia.\n", "Papa Leone {}, breve pontificato.\n"],
    "pl": ["Wiek {}: brak wiadomości.\n"],
    "en": ["Henry {}, reigned briefly.\n", "Olympiad {}: no victor is recorded.\n"],
}


def centuries(rng: Random) -> Loop:
    lang, form = mc.pick(rng, CENTURIES)
    units = mc.counted(lambda n: form.format(m.roman(n)), rng.randint(1, 30))
    return Loop("counter", mc.opening(rng, lang), units, "\n", least=6)


REGISTERED: dict[str, list[str]] = {
    "ja": ["異状なし", "該当者なし", "前年に同じ", "記載事項なし"],
    "zh": ["无大事", "照旧纳粮", "与上年相同", "未见记载"],
}


def regnal_years(rng: Random) -> Loop:
    """Years of an era in Japanese and Chinese numerals, as old registers have them."""
    era = rng.choice(("昭和", "明治", "大正", "天保", "民国", "光绪", "康熙"))
    lang = "zh" if era in ("民国", "光绪", "康熙") else "ja"
    word = numerals.japanese if lang == "ja" else numerals.chinese
    text = rng.choice(REGISTERED[lang])
    form = rng.choice(("{e}{n}年 {t}\n", "{e}{n}年度、{t}。\n", "|{e}{n}年|{t}|\n"))
    units = mc.counted(lambda n: form.format(e=era, n=word(n), t=text), rng.randint(1, 60))
    return Loop("counter", mc.opening(rng, lang), units, "\n", least=12)


AGES: dict[str, list[str]] = {
    "en": ["At the age of {n}, in {y}, he was still living at home. ", "{y}: aged {n}, labourer\n"],
    "es": ["En {y}, con {n} años, seguía soltero. "],
    "pt": ["Em {y}, aos {n} anos, morava com os pais. "],
    "de": ["{y}, mit {n} Jahren, lebte er noch im Elternhaus. "],
    "fr": ["En {y}, à {n} ans, il vivait encore chez sa mère.\n"],
    "ru": ["В {y} году, в возрасте {n} лет, жил там же. "],
    "ja": ["{y}年({n}歳)、引き続き同所に住む。\n"],
    "ko": ["{y}년({n}세) 같은 곳에 거주함.\n"],
    "zh": ["{y}年,{n}岁,仍居原处。\n"],
}


def ages(rng: Random) -> Loop:
    lang, form = mc.pick(rng, AGES)
    born, start = rng.randint(1740, 1995), rng.randint(18, 60)
    units = mc.counted(lambda n: form.format(n=n, y=born + n), start)
    return Loop("counter", mc.opening(rng, lang), units, "\n", least=8)


KINDS = (
    PositiveKind("u: diary days", DATES, diary_days, ("tail", "stray", "recovered")),
    PositiveKind("u: month by month", DATES, month_by_month, ("tail", "recovered")),
    PositiveKind("u: named days", DATES, named_days, ("tail", "stray")),
    PositiveKind("u: years of nothing", DATES, years_of_nothing, ("tail", "recovered")),
    PositiveKind("u: centuries", WORDS, centuries),
    PositiveKind("u: regnal years", DATES, regnal_years),
    PositiveKind("u: ages", "counter: several numbers at once", ages, ("tail", "stray")),
)
IN_LETTERS = ("u: month by month", "u: named days", "u: centuries", "u: regnal years")
WITH_POINT: tuple[str, ...] = ()
