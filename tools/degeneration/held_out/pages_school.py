"""Sheets of schools and puzzle books: sums, tests, grids."""

import datetime as dt
from random import Random

from degeneration.held_out import material_pages as p

BOOK = p.Book()


@BOOK.page("chosen answers", p.SCHOOL)
def multiple_choice(rng: Random) -> str:
    """Four or five options a question, some of which are the same for all."""
    lang = rng.choice(("en", "hi", "zh", "tr", "es"))
    last = {
        "en": "None of the above",
        "hi": "इनमें से कोई नहीं",
        "zh": "以上皆非",
        "tr": "Hiçbiri",
        "es": "Ninguna de las anteriores",
    }[lang]
    marks = rng.choice((("A)", "B)", "C)", "D)"), ("(a)", "(b)", "(c)", "(d)"), ("○ ",) * 4))
    out = []
    for number in range(1, rng.randint(7, 20)):
        ask = p.sentence(rng, lang, 5, 16).rstrip(".?!。।")
        options = [p.phrase(rng, lang, 1, 4) for _ in range(3)] + [last]
        out.append(
            f"{number}. {ask}?\n" + "\n".join(map(" ".join, zip(marks, options, strict=True)))
        )
    return p.lead(rng, lang) + "\n\n".join(out) + "\n"


@BOOK.page("column of sums", p.SCHOOL)
def sums(rng: Random) -> str:
    """Exercises with room for the answer."""
    lang, op = rng.choice(p.EUROPEAN), rng.choice("+-×÷")
    blank = rng.choice(("______", "......", "☐", "", "( )"))
    columns, high, out = rng.randint(1, 4), rng.choice((20, 100, 1000)), []
    for _ in range(rng.randint(14, 30)):
        line = []
        for _ in range(columns):
            a, b = rng.randrange(2, high), rng.randrange(2, 13)
            line.append(f"{a} {op} {b} = {blank}".rstrip())
        out.append("\t".join(line))
    return p.lead(rng, lang) + p.sentence(rng, lang) + "\n\n" + "\n".join(out) + "\n"


@BOOK.page("housie cards", p.SCHOOL)
def bingo(rng: Random) -> str:
    """Cards of numbers with a free middle."""
    free, out = rng.choice(("FREE", "★", "", "LIBRE")), []
    style = rng.choice(("columns", "markdown", "html"))
    for number in range(1, rng.randint(4, 9)):
        columns = [rng.sample(range(15 * i + 1, 15 * i + 16), 5) for i in range(5)]
        rows = [[str(column[row]) for column in columns] for row in range(5)]
        rows[2][2] = free
        card = p.table(rng, list("BINGO"), rows, style)
        out.append(f"{rng.choice(('Card', 'Cartón', 'Karte'))} {number}\n\n{card}")
    return "\n".join(out)


@BOOK.page("number place", p.SCHOOL)
def sudoku(rng: Random) -> str:
    """Puzzles of nine by nine, most of whose cells are empty, as scans and books print them."""
    digits, out = list("123456789"), []
    empty = rng.choice((".", "0", "_", " "))
    bars = rng.random() < 0.5
    for number in range(1, rng.randint(3, 6)):
        rng.shuffle(digits)
        order = [
            3 * band + row for band in rng.sample(range(3), 3) for row in rng.sample(range(3), 3)
        ]
        lines = []
        for index, row in enumerate(order):
            cells = [
                digits[(3 * row + row // 3 + column) % 9] if rng.random() < 0.4 else empty
                for column in range(9)
            ]
            line = " ".join(cells)
            if bars:
                line = " | ".join(" ".join(cells[i : i + 3]) for i in (0, 3, 6))
                if index in (3, 6):
                    lines.append("------+-------+------")
            lines.append(line)
        out.append(f"Sudoku {number * rng.randint(1, 30)}\n\n" + "\n".join(lines))
    return "\n\n".join(out) + "\n"


@BOOK.page("criss-cross", p.SCHOOL)
def crossword(rng: Random) -> str:
    """A grid of blocks and numbers, and clues with the number of letters."""
    lang = rng.choice(("en", "de", "it", "ru"))
    block, white = rng.choice((("#", "."), ("■", "□"), ("█", " _"), ("X", "-")))
    size, number, grid = rng.choice((9, 11, 13)), 0, []
    for row in range(size):
        line = ""
        for column in range(size):
            line += block if (row % 2 and column % 2) or rng.random() < 0.12 else white
        grid.append(line)
    out = ["\n".join(grid), ""]
    for half in ("Across", "Down") if lang == "en" else ("1", "2"):
        out.append(half)
        for _ in range(rng.randint(7, 14)):
            number += rng.choice((1, 1, 2, 3))
            clue = p.sentence(rng, lang, 3, 8)
            out.append(f"{number}. {clue} ({rng.randrange(3, 12)})")
        number = 0
    return p.lead(rng, lang) + "\n".join(out) + "\n"


@BOOK.page("letter hunt", p.SCHOOL)
def word_search(rng: Random) -> str:
    """A square of letters and the words that are hidden in it."""
    lang = rng.choice(("en", "es", "el", "ru", "ko"))
    hidden = [p.word(rng, lang).upper() for _ in range(rng.randint(8, 16))]
    letters, size = "".join(hidden), rng.randint(10, 18)
    rows = [rng.choice(("", " ")).join(rng.choices(letters, k=size)) for _ in range(size)]
    return p.lead(rng, lang) + "\n".join(rows) + "\n\n" + "\n".join(hidden) + "\n"


@BOOK.page("copybook", p.SCHOOL)
def copybook(rng: Random) -> str:
    """Words to be written three times over, with lines to write on."""
    lang = rng.choice(("en", "pl", "el", "hi", "ar"))
    line, out = rng.choice(("_" * 30, "." * 40, "— " * 12)).rstrip(), []
    for _ in range(rng.randint(8, 18)):
        text = p.phrase(rng, lang, 1, 2)
        times = rng.choice((1, 2, 3))
        out.append("   ".join([text] * times) + "\n" + line)
    return p.lead(rng, lang) + "\n".join(out) + "\n"


@BOOK.page("gap text", p.SCHOOL)
def gaps(rng: Random) -> str:
    """Sentences with words left out, and true or false after some."""
    lang, gap = rng.choice(("fr", "de", "tr", "ja", "he")), rng.choice(("____", "(....)", "[   ]"))
    choice, out = rng.choice(("", "  ☐ V ☐ F", "  R / F", " (T/F)")), []
    for number in range(1, rng.randint(10, 24)):
        parts = p.words(rng, lang, rng.randint(5, 14))
        for _ in range(rng.choice((1, 1, 2))):
            parts[rng.randrange(1, len(parts))] = gap
        joined = ("" if lang == "ja" else " ").join(parts)
        out.append(f"{number}) {joined}.{choice}")
    return p.lead(rng, lang) + "\n".join(out) + "\n"


@BOOK.page("mark book", p.SCHOOL)
def marks(rng: Random) -> str:
    """Pupils against dates: a dot where nothing was, few grades."""
    lang = rng.choice(("ru", "pl", "it", "zh"))
    grades = rng.choice((("5", "4", "3", "н"), ("bdb", "db", "dst"), ("8", "7", "6½", "A")))
    nothing, lessons = rng.choice((".", "", "-", "·")), rng.randint(6, 14)
    rows = []
    for number in range(1, rng.randint(14, 30)):
        cells = [rng.choice(grades) if rng.random() < 0.35 else nothing for _ in range(lessons)]
        rows.append((str(number), p.name(rng, lang), *cells))
    date, head = p.day(rng, 1950), ["№", ""]
    for _ in range(lessons):
        date += dt.timedelta(days=rng.choice((1, 2, 4, 5)))
        head.append(f"{date.day}.{date.month}")
    return p.lead(rng, lang) + p.table(rng, head, rows)


KINDS = tuple(BOOK.kinds)
