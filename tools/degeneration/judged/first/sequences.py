"""Counters in stamps, in words, and in the numerals of other scripts."""

import datetime as dt
from random import Random

from degeneration import material as m
from degeneration.judged.first import material as u
from degeneration.judged.first.counters import Row, in_script, said, short, stuck
from degeneration.sample import PositiveKind


def _clock(ms: int, comma: str) -> str:
    seconds, ms = divmod(ms, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{comma}{ms:03d}"


def _subtitle(rng: Random) -> Row:
    """A cue's number, its start and its end."""
    start, step = rng.randrange(0, 900_000, 10), rng.choice((2000, 3000, 29980, 1500, 4040))
    number, comma = rng.randint(1, 200), rng.choice((",", "."))

    def row(i: int, text: str) -> str:
        now = start + step * i
        return f"{number + i}\n{_clock(now, comma)} --> {_clock(now + step, comma)}\n{text}\n\n"

    return row


def _segment(rng: Random) -> Row:
    start, step = rng.randrange(0, 5000), rng.choice((100, 200, 250, 700))

    def row(i: int, text: str) -> str:
        now = start + step * i
        return f"<|{now / 100:.2f}|> {text}<|{(now + step) / 100:.2f}|>"

    return row


def _log(rng: Random) -> Row:
    now = dt.datetime.combine(m.date(rng), dt.time(rng.randrange(24), rng.randrange(60)))
    step = dt.timedelta(seconds=rng.choice((-1, 1, 15, 900, 3600, 86400)))
    form = rng.choice(("%Y-%m-%dT%H:%M:%SZ", "%d/%m/%Y %H:%M", "%b %d %H:%M:%S"))
    if abs(step) < dt.timedelta(minutes=1):
        form = "%Y-%m-%dT%H:%M:%SZ"
    return lambda i, text: f"{(now + step * i).strftime(form)} {text}\n"


_MONTHS = {
    "January February March April May June July August September October November December": (
        "{month} {day}, {year}: {text}\n"
    ),
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre": (
        "{day} de {month} de {year} {text}\n"
    ),
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember": (
        "Am {day}. {month} {year} {text}\n"
    ),
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre": (
        "le {day} {month} {year}, {text}; "
    ),
}


def _days(rng: Random) -> Row:
    """Days written out, over the ends of months."""
    names, form = rng.choice(list(_MONTHS.items()))
    months, first, step = names.split(), m.date(rng), rng.choice((1, 1, 2, 7, 10))

    def row(i: int, text: str) -> str:
        day = first + dt.timedelta(step * i)
        return form.format(month=months[day.month - 1], day=day.day, year=day.year, text=text)

    return row


def _seasons(rng: Random) -> Row:
    first = rng.randint(1900, 2010)
    mark = rng.choice(("/", "-", "–"))
    return lambda i, text: f"{first + i}{mark}{(first + i + 1) % 100:02d} {text}\n"


def _arithmetic(rng: Random) -> Row:
    """A thought that computes on and on."""
    step, unit = rng.randint(2, 19), u.word(rng, "en")
    forms = (
        "Step {0}: add {1} to get {2} {3}. {4} ",
        "After {0} {3} we have {2}. {4}\n",
        "Wait, {0} × {1} = {2}, so {4}\n",
    )
    form = rng.choice(forms)
    return lambda i, text: form.format(i + 2, step, step * (i + 2), unit, text)


_UNITS, _TENS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen",
    "_ _ twenty thirty forty fifty sixty seventy eighty ninety",
)


def in_words(number: int) -> str:
    """English cardinal of a number below a million."""
    if number < 20:
        return _UNITS.split()[number]
    if number < 100:
        return _TENS.split()[number // 10] + (f"-{in_words(number % 10)}" if number % 10 else "")
    for size, name in ((1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = f" {in_words(number % size)}" if number % size else ""
            return f"{in_words(number // size)} {name}{rest}"
    raise AssertionError(number)


def _words(rng: Random) -> Row:
    form = rng.choice(("Point {}: {}\n", "Chapter {}. {}\n", "number {} {}, ", "({}) {}; "))
    first = rng.randint(1, 18)
    return lambda i, text: form.format(in_words(first + i), text)


_ODD_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def ordinal(number: int) -> str:
    """English ordinal of a number below a million."""
    words = in_words(number)
    at = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:at], words[at:]
    return head + (
        _ODD_ORDINALS.get(last) or last.removesuffix("y") + "ie" * last.endswith("y") + "th"
    )


def _ordinals(rng: Random) -> Row:
    form = rng.choice(("{}, {}\n", "In the {} place, {} ", "The {}: {}\n\n"))
    first = rng.randint(1, 9)
    return lambda i, text: form.format(ordinal(first + i), text)


def circled(number: int) -> str:
    """1 to 50 in circles; there are no more, so that what follows is in parentheses."""
    for low, high, code in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if low <= number <= high:
            return chr(code + number - low)
    return f"({number})"


def _circled(rng: Random) -> Row:
    end = rng.choice((" ", "\n"))
    return lambda i, text: f"{circled(i + 1)} {text}{end}"


def chinese(number: int) -> str:
    """Numeral below 10 000, as in 第二十一条."""
    out, digits = "", "零一二三四五六七八九"
    for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            out += digits[digit] + name
        elif out and number % size and not out.endswith("零"):
            out += "零"
    return out[1:] if 10 <= number < 20 else out


def _chinese(rng: Random) -> Row:
    form = rng.choice(("第{}条　{}。\n", "{}、{}\n", "（{}）{}；"))
    return lambda i, text: form.format(chinese(i + 1), text)


def _thai(rng: Random) -> Row:
    table, first = {48 + d: 0x0E50 + d for d in range(10)}, rng.randint(1, 30)
    return lambda i, text: f"ข้อ {first + i} {text}\n".translate(table)


def _hindi(rng: Random) -> Row:
    first = rng.randint(1, 30)
    return lambda i, text: f"अनुच्छेद {first + i} : {text}। "


def _arabic(rng: Random) -> Row:
    first = rng.randint(1, 30)
    return lambda i, text: f"المادة ({first + i}) {text}، ص {2 * (first + i)}\n"


_STAMP, _TEXT, _ODD = (
    "counter: stamps",
    "counter: text",
    "counter: letters and scripts",
)

KINDS = (
    PositiveKind("arithmetic thoughts", _TEXT, stuck(_arithmetic, said, u.reasoning, least=15)),
    PositiveKind("subtitles", _STAMP, stuck(_subtitle, said)),
    PositiveKind("speech segments", _STAMP, stuck(_segment, said, u.nothing)),
    PositiveKind("log", _STAMP, stuck(_log, said, least=30)),
    PositiveKind("days written out", _STAMP, stuck(_days, said, least=20)),
    PositiveKind("seasons", _STAMP, stuck(_seasons, short, least=20)),
    PositiveKind("number words", _ODD, stuck(_words, said)),
    PositiveKind("ordinal words", _ODD, stuck(_ordinals, said)),
    PositiveKind("circled numbers", _ODD, stuck(_circled, said)),
    PositiveKind("chinese numerals", _ODD, stuck(_chinese, in_script("han"), u.script_page("han"))),
    PositiveKind("thai digits", _ODD, stuck(_thai, in_script("thai"), u.script_page("thai"))),
    PositiveKind(
        "hindi articles", _ODD, stuck(_hindi, in_script("devanagari"), u.script_page("devanagari"))
    ),
    PositiveKind(
        "arabic pages", _ODD, stuck(_arabic, in_script("arabic"), u.script_page("arabic"))
    ),
)
