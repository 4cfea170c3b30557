"""Counters in letters, words, names and digits of other scripts."""

from collections.abc import Callable
from random import Random

from degeneration import material as m
from degeneration.judged.second import numerals as n
from degeneration.judged.second.exact_markup import cell
from degeneration.judged.second.material_loops import (
    lead,
    onwards,
    opening,
    paragraph,
    piece,
    sentence,
    tongue,
    word,
)
from degeneration.sample import Loop, PositiveKind

LETTERS = "counter: letters and numerals"
WORDS = "counter: number words"
CALENDAR = "counter: months and weekdays"

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "pl": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad "
    "grudzień",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "ko": "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
}
_SEASONS = (
    ("en", "Spring Summer Autumn Winter"),
    ("fr", "printemps été automne hiver"),
    ("de", "Frühjahr Sommer Herbst Winter"),
    ("pt", "verão outono inverno primavera"),
    ("ru", "весна лето осень зима"),
    ("it", "primavera estate autunno inverno"),
)
_SPELLED = (
    "Alpha Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar "
    "Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey Xray Yankee Zulu",
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma "
    "tau upsilon phi chi psi omega",
    "Mercury Venus Earth Mars Jupiter Saturn Uranus Neptune",
    "dó ré mi fá sol lá si",
    "Aries Taurus Gemini Cancer Leo Virgo Libra Scorpio Sagittarius Capricorn Aquarius Pisces",
    "鼠 牛 虎 兔 龙 蛇 马 羊 猴 鸡 狗 猪",
)
_NOUGHTS = {
    "ar": "٠",
    "hi": "०",
    "th": "๐",
    "ja": "０",
    "zh": "０",
}
_NUMBER_WORDS: dict[str, Callable[[int], str]] = {
    "en": n.english,
    "pt": n.portuguese,
    "es": n.spanish,
    "fr": n.french,
    "de": n.german,
    "tr": n.turkish,
}
_ORDINALS: dict[str, tuple[Callable[[int], str], tuple[str, ...]]] = {
    "en": (n.english_ordinal, ("The {} witness: ", "On the {} day, ", "{} lesson. ", "The {}, ")),
    "pt": (n.portuguese_ordinal, ("O {} jurado: ", "No {} dia, ", "Artigo {}: ", "{} lição. ")),
    "de": (n.german_ordinal, ("Der {} Zeuge: ", "Das {} Kapitel: ", "Die {} Strophe: ")),
}


def _start(rng: Random) -> int:
    return rng.choice((1, 1, 2, rng.randint(3, 60), rng.randint(3, 400)))


def _text(rng: Random, lang: str) -> str:
    """A sentence or some words that all copies share."""
    return rng.choice((sentence(rng, lang), piece(rng, lang, 3, 6)))


def _roman(rng: Random) -> Loop:
    """Chapters, canons, centuries or kings in Roman numerals, in capitals or not."""
    lang, start = tongue(rng), _start(rng)
    form = rng.choice(
        ("{} {}. {}\n\n", "{} {} – {}\n", "### {} {}\n{}\n\n", "{} {}: {}\n", "**{} {}** {}\n\n")
    )
    head, text = word(rng, lang).capitalize(), _text(rng, lang)
    low = rng.random() < 0.2

    def item(k: int) -> str:
        numeral = m.roman(start + k)
        return form.format(head, numeral.lower() if low else numeral, text)

    return onwards(lead(rng, lang), item, least=8)


def _lettered(rng: Random) -> Loop:
    lang, start = tongue(rng), rng.choice((1, 1, 1, 3, 8, 27))
    mark = rng.choice(("{}) ", "({}) ", "{}. ", "alínea {}) ", "Annex {}: ", "\\item[{}] "))
    text, large = _text(rng, lang), rng.random() < 0.4
    end = rng.choice(("\n", ";\n", "; ", "\n\n"))

    def item(k: int) -> str:
        letter = m.letters(start + k)
        return f"{mark.format(letter.upper() if large else letter)}{text}{end}"

    return onwards(lead(rng, lang, end="\n"), item, least=8)


def _own_digits(rng: Random) -> Loop:
    """Arabic, Hindi, Thai or full-width digits before the same text, by ones or by tens."""
    lang = rng.choice(list(_NOUGHTS))
    start, step = _start(rng), rng.choice((1, 1, 1, 2, 10))
    mark = rng.choice(("{}. ", "{}) ", "({}) ", "[{}] ", "{} - "))
    text, end = sentence(rng, lang), rng.choice(("\n", "\n\n"))
    return onwards(
        lead(rng, lang, end="\n"),
        lambda k: mark.format(n.digits_of(_NOUGHTS[lang], start + step * k)) + text + end,
    )


def _han(rng: Random) -> Loop:
    lang, start = rng.choice(("zh", "zh", "ja")), _start(rng)
    form = rng.choice(("第{}条　", "第{}章　", "{}、", "其{}：", "（{}）", "第{}回　"))
    text, end = sentence(rng, lang), rng.choice(("\n", "\n\n", ""))
    return onwards(lead(rng, lang), lambda k: form.format(n.chinese(start + k)) + text + end)


def _hebrew(rng: Random) -> Loop:
    form, start = rng.choice(("{}. ", "פרק {}: ", "סעיף {} – ", "({}) ", "דף {} ")), _start(rng)
    text, end = sentence(rng, "he"), rng.choice(("\n", "\n\n"))
    return onwards(lead(rng, "he"), lambda k: form.format(n.hebrew(start + k)) + text + end)


def _superscripts(rng: Random) -> Loop:
    """Notes or exponents in raised figures."""
    lang, start = tongue(rng), _start(rng)
    text = rng.choice((sentence(rng, lang), piece(rng, lang, 5, 8)))
    form = rng.choice(("{t}{k} ", "{k} {t}\n", "x{k} + {t} + ", "{t} [{k}]\n", "{k}{t}\n\n"))
    return onwards(
        lead(rng, lang),
        lambda k: form.format(t=text, k=n.superscript(start + k)),
    )


def _suffixed(rng: Random) -> Loop:
    """Ordinals in figures: `1st`, `2nd`, or with a mark of their language after them."""
    lang, start = "en", _start(rng)
    form = rng.choice(
        ("The {} entry: {}\n", "{} floor – {}\n", "On the {} of the month, {} ", "| {} | {} |\n")
    )
    text = _text(rng, lang)
    return onwards(lead(rng, lang), lambda k: form.format(n.suffixed(start + k), text))


def _columns(rng: Random) -> Loop:
    """Cells of a sheet across its columns, or down them."""
    start, row = _start(rng), rng.randint(1, 90)
    form = rng.choice(
        (
            "{c}{r}: {t}\n",
            '<c r="{c}{r}"><v>{t}</v></c>\n',
            "=SUM({c}2:{c}{r}) {t}\n",
            '"{c}{r}": "{t}", ',
            "Column {c} | {t} |\n",
        )
    )
    text = f"{m.title(rng, 1, 2)} {cell(rng)}"
    return onwards(
        opening(rng, tongue(rng)),
        lambda k: form.format(c=n.column(start + k), r=row, t=text),
        least=18,
    )


def _plates(rng: Random) -> Loop:
    """Codes whose last letters, or letter and figure, go on."""
    start, head = rng.randint(28, 9000), m.code(rng)
    what, hexadecimal = f"{m.title(rng, 2, 3)}", rng.random() < 0.4
    form = rng.choice(("{h}{c} {w}\n", "{w}: {h}/{c}\n", '{{"key": "{h}{c}", "v": "{w}"}},\n'))

    def line(k: int) -> str:
        last = f"{start + k:04X}" if hexadecimal else n.column(start + k)
        return form.format(h=head, c=last, w=what)

    return onwards(opening(rng, tongue(rng)), line, least=14)


def _dump(rng: Random) -> Loop:
    """A dump of memory: addresses go on, the bytes are the same."""
    start, step = rng.randrange(0x1000, 0x60000, 16), rng.choice((16, 16, 8, 32))
    data = " ".join(f"{rng.randrange(256):02x}" for _ in range(min(step, 16)))
    text = rng.choice(("|....ELF.....|", "  data", "|padding.|", "; empty", "<main>"))
    text += "" if "data" in text or "padding" in text else " free"
    return onwards(
        opening(rng, "en"), lambda k: f"{start + step * k:08x}  {data}  {text}\n", least=10
    )


def _number_words(rng: Random) -> Loop:
    """Numbers in words: verses to count by, articles, cheques."""
    lang = rng.choice(list(_NUMBER_WORDS))
    start, text = _start(rng), _text(rng, lang)
    form = rng.choice(("{}: {}\n", "{} – {} ", "({}) {}\n", "{}. {}\n\n", "- {}, {}\n"))
    write = _NUMBER_WORDS[lang]
    large = rng.random() < 0.6

    def item(k: int) -> str:
        number = write(start + k)
        return form.format(number[0].upper() + number[1:] if large else number, text)

    return onwards(lead(rng, lang), item)


def _ordinals(rng: Random) -> Loop:
    lang = rng.choice(list(_ORDINALS))
    write, forms = _ORDINALS[lang]
    form, text, start = rng.choice(forms), _text(rng, lang), rng.choice((1, 1, 2, 11, 40))
    end = rng.choice(("\n", " ", "\n\n"))
    return onwards(lead(rng, lang), lambda k: form.format(write(start + k)) + text + end)


def _worded_down(rng: Random) -> Loop:
    """Bottles on the wall: words that count down, twice in every verse."""
    lang = rng.choice(list(_NUMBER_WORDS))
    write, thing, start = _NUMBER_WORDS[lang], word(rng, lang).lower(), rng.randint(640, 2400)
    text = piece(rng, lang, 3, 6)
    return onwards(
        lead(rng, lang),
        lambda k: f"{write(start - k)} {thing}, {text}, {write(start - k)} {thing}.\n",
    )


def _months(rng: Random) -> Loop:
    """Month after month with its year."""
    lang = rng.choice(list(_MONTHS))
    names, first, year = _MONTHS[lang].split(), rng.randrange(12), rng.randint(1850, 2020)
    form = rng.choice(
        ("{m} {y}: {t}\n", "{m} {y} – {t} ", "| {m} | {y} | {t} |\n", "{m}/{y} {t}\n")
    )
    text = rng.choice(
        (_text(rng, lang), f"{word(rng, lang) if lang != 'ar' else 'رقم'} {cell(rng)}")
    )

    def line(k: int) -> str:
        years, month = divmod(first + k, 12)
        return form.format(m=names[month], y=year + years, t=text)

    return onwards(lead(rng, lang), line, least=16)


def _weekdays(rng: Random) -> Loop:
    """Weekdays with a day, a week or a lesson that goes on."""
    lang = rng.choice(list(_WEEKDAYS))
    names, first, start = _WEEKDAYS[lang].split(), rng.randrange(7), rng.randint(1, 40)
    text, weekly = _text(rng, lang), rng.random() < 0.4
    form = rng.choice(
        ("{d}, {k}: {t}\n", "{d} ({k}) – {t}\n", "| {d} | {k} | {t} |\n", "{k}. {d}. {t} ")
    )

    def line(k: int) -> str:
        weeks, day = divmod(first + k, 7)
        return form.format(d=names[day], k=start + (weeks if weekly else k), t=text)

    return onwards(lead(rng, lang), line, least=16)


def _seasons(rng: Random) -> Loop:
    lang, names = rng.choice(_SEASONS)
    year, text = rng.randint(1700, 2000), paragraph(rng, lang, 1, 2)
    form = rng.choice(("{} {}. {}\n", "**{} {}** {}\n\n", "{} {}: {}\n"))
    return onwards(
        lead(rng, lang), lambda k: form.format(names.split()[k % 4], year + k // 4, text), least=8
    )


def _spelled(rng: Random) -> Loop:
    """Names that have an order, and a round number for each time through."""
    names, text = rng.choice(_SPELLED).split(), f"{m.title(rng, 2, 3)} {cell(rng)}"
    form, start = rng.choice(("{}-{}: {}\n", "{} {} | {}\n", "[{}{}] {}\n")), rng.randint(1, 20)

    def line(k: int) -> str:
        rounds, which = divmod(k, len(names))
        return form.format(names[which], start + rounds, text)

    return onwards(lead(rng, tongue(rng)), line, least=16)


KINDS = (
    PositiveKind("roman chapters", LETTERS, _roman, ("tail", "tail", "recovered")),
    PositiveKind("lettered points", LETTERS, _lettered, ("tail", "tail", "stray")),
    PositiveKind("digits of a script", LETTERS, _own_digits, ("tail", "tail", "recovered")),
    PositiveKind("han numerals", LETTERS, _han, ("tail", "stray")),
    PositiveKind("hebrew numerals", LETTERS, _hebrew),
    PositiveKind("raised figures", LETTERS, _superscripts),
    PositiveKind("ordinals with suffix", LETTERS, _suffixed),
    PositiveKind("columns of a sheet", LETTERS, _columns),
    PositiveKind("plates", LETTERS, _plates),
    PositiveKind("memory dump", LETTERS, _dump),
    PositiveKind("numbers in words", WORDS, _number_words, ("tail", "tail", "recovered")),
    PositiveKind("ordinals in words", WORDS, _ordinals, ("tail", "stray")),
    PositiveKind("words counting down", WORDS, _worded_down),
    PositiveKind("month after month", CALENDAR, _months, ("tail", "tail", "recovered")),
    PositiveKind("weekday after weekday", CALENDAR, _weekdays),
    PositiveKind("season after season", CALENDAR, _seasons),
    PositiveKind("spelling names", WORDS, _spelled),
)
