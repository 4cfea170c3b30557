"""Clean pages that count in letters and words, or go on in rows, but say something else in each."""

from random import Random

from degeneration import material as m
from degeneration import series
from degeneration.sample import NegativeKind


def lettered_list(rng: Random) -> str:
    """An a) to z) list with a text of its own each."""
    mark, upper = rng.choice((") ", ". ", " - ")), rng.random() < 0.4
    rows = range(1, rng.randint(8, 45))
    shape = str.upper if upper else str
    return (
        m.sentence(rng)
        + "\n"
        + "".join(f"{shape(m.letters(i))}{mark}{m.phrase(rng, 2, 9)};\n" for i in rows)
    )


def glossary_by_letter(rng: Random) -> str:
    alphabet = rng.choice(
        ("ABCDEFGHIJLMNOPQRSTUVXZ", "ΑΒΓΔΕΖΗΘΙΚΛΜΝ", "АБВГДЕЖЗИКЛМНОП", "あいうえおかきくけこ")
    )
    out = ""
    for letter in alphabet:
        out += f"{letter}\n\n" + "".join(
            f"{m.title(rng, 1, 2)}: {m.phrase(rng, 2, 8)}\n" for _ in range(rng.randint(1, 4))
        )
    return out


def ordinal_articles(rng: Random) -> str:
    token = series.any_series(rng, series.ORDINALS, series.CARDINALS, series.NUMERALS)
    head = rng.choice(("Artigo ", "Cláusula ", "Capítulo ", "", "§ "))
    form = rng.choice(("{}{}\n{}\n\n", "{}{} - {}\n", "{}{}: {}\n"))
    return "".join(
        form.format(head, token(i + 1).capitalize(), m.paragraph(rng, 1, 2))
        for i in range(rng.randint(6, 40))
    )


def spelled_amounts(rng: Random) -> str:
    """Receipts that spell their amounts out."""
    return "".join(
        f"Recebi de {m.name(rng)} a importância de R$ {n},00 ({series.portuguese(n)} reais), "
        f"referente a {m.phrase(rng, 2, 5)}.\n\n"
        for n in (rng.randint(1, 600) for _ in range(rng.randint(5, 25)))
    )


def spelled_register(rng: Random) -> str:
    """Minutes: the day spelled out, the rest a form with names."""
    return "".join(
        f"Aos {series.portuguese(rng.randint(1, 31))} dias do mês de "
        f"{series.NAMES['months'](rng.randint(1, 12))} de mil novecentos e "
        f"{series.portuguese(rng.randint(10, 70))}, compareceu {m.name(rng)}, "
        f"com {series.portuguese(rng.randint(18, 80))} anos de idade, e disse que "
        f"{m.phrase(rng)}.\n\n"
        for _ in range(rng.randint(3, 16))
    )


def counting_song(rng: Random) -> str:
    """One elephant, two elephants; each verse has its own rhyme."""
    text = m.phrase(rng, 2, 4)
    return "".join(
        f"{series.portuguese(i).capitalize()} {text}\n"
        f"{m.sentence(rng, 4, 8)}\n{m.sentence(rng, 4, 8)}\n\n"
        for i in range(1, rng.randint(5, 13))
    )


def answer_grid(rng: Random) -> str:
    """Right answers a to e, in rows."""
    rows, between = rng.randint(10, 60), rng.choice((" ", "  ", "\t", "\n"))
    mark = rng.choice((") ", " - ", ". ", " "))
    case = rng.choice(("ABCDE", "abcde", "CE", "VF"))
    return (
        m.title(rng)
        + "\n"
        + "".join(f"{i}{mark}{rng.choice(case)}{between}" for i in range(1, rows))
    )


def script_dictionary(rng: Random) -> str:
    script = rng.choice(
        ("greek", "cyrillic", "hebrew", "thai", "devanagari", "hangul", "kana", "han")
    )
    return "".join(
        f"{m.script_sentence(rng, script, 1, 1).strip()} - {m.phrase(rng, 1, 4)}\n"
        for _ in range(rng.randint(15, 70))
    )


def han_prose(rng: Random) -> str:
    """Chinese with its many numerals."""
    out = ""
    while len(out) < rng.randint(400, 2500):
        n = rng.randint(1, 300)
        before, after = (m.script_sentence(rng, "han", 1, 5) for _ in range(2))
        out += before[:-1] + series.han(n) + after
    return out


def numbered_names(rng: Random) -> str:
    """Names in a form of many words, numbered in words or letters."""
    token = series.any_series(rng, series.CARDINALS, series.LATIN, series.ORDINALS)
    text, end = m.phrase(rng, 2, 5), m.phrase(rng, 2, 5)
    return "".join(
        f"{token(i + 1)}. {text} {m.name(rng)}, {end}.\n" for i in range(rng.randint(8, 50))
    )


def schedule_of_days(rng: Random) -> str:
    """The days of the week by turns, mostly with the same hours."""
    days = series.any_series(rng, {k: v for k, v in series.NAMES.items() if "week" in k})
    hours = [f"{rng.randint(7, 10)}h às {rng.randint(16, 20)}h" for _ in range(2)]
    out = ""
    for _ in range(rng.randint(2, 9)):
        out += f"{m.title(rng)}\n" + "".join(
            f"{days(i)}: {rng.choices((*hours, 'fechado'), (6, 1, 1))[0]}\n" for i in range(1, 8)
        )
    return out


def statistics_by_month(rng: Random) -> str:
    months = series.any_series(rng, {k: v for k, v in series.NAMES.items() if "month" in k})
    between = rng.choice(("\t", ";", " | ", "  "))
    return (
        m.title(rng)
        + "\n"
        + "".join(
            between.join(
                (f"{months(i + 1)} {2010 + i // 12}", *(f"{rng.randint(0, 99)}" for _ in range(3)))
            )
            + "\n"
            for i in range(rng.randint(12, 60))
        )
    )


def seats(rng: Random) -> str:
    """A seat plan: letters by numbers, some taken."""
    rows, width = rng.randint(6, 30), rng.randint(4, 10)
    taken = rng.random() * 0.5
    return (
        m.title(rng)
        + "\n"
        + "".join(
            " ".join(
                "--" if rng.random() < taken else f"{row + 1}{chr(65 + seat)}"
                for seat in range(width)
            )
            + "\n"
            for row in range(rows)
        )
    )


def index_of_letters(rng: Random) -> str:
    return "".join(
        f"{letter}\n"
        + "".join(
            f"{m.title(rng, 1, 3)}, {rng.randint(1, 300)}\n" for _ in range(rng.randint(1, 6))
        )
        for letter in "ABCDEFGHIJLMNOPQRSTUVZ"
    )


def footnotes(rng: Random) -> str:
    return "".join(
        f"{series.superscript(i + 1)} {m.name(rng)}, {m.phrase(rng)}, p. {rng.randint(1, 400)}.\n"
        for i in range(rng.randint(8, 60))
    )


def spreadsheet_formulas(rng: Random) -> str:
    column = rng.choice("BCDEF")
    return "".join(
        f"{column}{i + 2}={chr(rng.randint(65, 70))}{i + 2}*{rng.randint(1, 99)};{m.title(rng)}\n"
        for i in range(rng.randint(8, 40))
    )


_LISTS, _TABLES = "series: lists", "series: tables"

KINDS = (
    NegativeKind("counted: lettered list", _LISTS, lettered_list),
    NegativeKind("counted: glossary by letter", _LISTS, glossary_by_letter),
    NegativeKind("counted: ordinal articles", _LISTS, ordinal_articles),
    NegativeKind("counted: spelled amounts", _LISTS, spelled_amounts),
    NegativeKind("counted: spelled register", _LISTS, spelled_register),
    NegativeKind("counted: counting song", _LISTS, counting_song),
    NegativeKind("counted: answer grid", _TABLES, answer_grid, arithmetic=True),
    NegativeKind("counted: dictionary of a script", _LISTS, script_dictionary),
    NegativeKind("counted: han prose with numerals", _LISTS, han_prose),
    NegativeKind("counted: numbered names", _LISTS, numbered_names),
    NegativeKind("counted: hours by weekday", _TABLES, schedule_of_days),
    NegativeKind("counted: statistics by month", _TABLES, statistics_by_month),
    NegativeKind("counted: seat plan", _TABLES, seats, arithmetic=True),
    NegativeKind("counted: index by letter", _LISTS, index_of_letters),
    NegativeKind("counted: footnotes", _LISTS, footnotes),
    NegativeKind("counted: formulas", _TABLES, spreadsheet_formulas),
)
