"""Leaders, blanks and boxes: contents, forms, ballots, programmes."""

from random import Random

from degeneration.held_out import material_pages as p

BOOK = p.Book()


def leader(rng: Random, text: str, end: str, width: int, dot: str) -> str:
    """`text`, dots up to the width, `end`."""
    count = max(3, (width - len(text) - len(end)) // len(dot))
    return f"{text} {dot * count} {end}".replace("  ", " ") if dot != " " else f"{text}\t{end}"


@BOOK.page("contents with leaders", p.BLANKS)
def contents(rng: Random) -> str:
    """Chapters and sections, dots, pages."""
    lang = rng.choice(p.ALL)
    dot, width, page = rng.choice((".", ". ", "…", "·", " .", "_")), rng.randint(50, 90), 3
    out = []
    for chapter in range(1, rng.randint(4, 8)):
        page += rng.randint(1, 9)
        heading = f"{chapter}. {p.title(rng, lang, 1, 5)}"
        out.append(leader(rng, heading, str(page), width, dot))
        for section in range(1, rng.randint(2, 7)):
            page += rng.randint(0, 7)
            heading = f"{chapter}.{section} {p.title(rng, lang, 1, 6)}"
            out.append(leader(rng, "  " + heading, str(page), width, dot))
    return p.title(rng, lang, 1, 1) + "\n\n" + "\n".join(out) + "\n"


@BOOK.page("tables and figures", p.BLANKS)
def figures(rng: Random) -> str:
    """Every line begins with the same word and ends in leaders."""
    lang = rng.choice(("de", "fr", "pl", "ru", "el", "zh"))
    label = {
        "de": "Abb.",
        "fr": "Tableau",
        "pl": "Rysunek",
        "ru": "Рис.",
        "el": "Πίνακας",
        "zh": "圖",
    }[lang]
    dot, page, out = rng.choice((".", ". ", "…", " . ")), rng.randrange(1, 30), []
    for number in range(1, rng.randint(12, 32)):
        page += rng.choice((0, 1, 1, 2, 5, 8))
        text = f"{label} {number}: {p.title(rng, lang, 2, 7)}"
        out.append(leader(rng, text, str(page), rng.choice((70, 80)), dot))
    return "\n".join(out) + "\n"


@BOOK.page("application with blanks", p.BLANKS)
def application(rng: Random) -> str:
    """Labels and lines to write on, parts of them boxes for single letters."""
    lang = rng.choice(p.ALL)
    fill, box = rng.choice("_.…-"), rng.choice(("|_", "[ ]", "☐", "□ "))
    out = []
    for part in range(1, rng.randint(3, 6)):
        out += ["", f"{part}. {p.title(rng, lang, 1, 4).upper()}"]
        for _ in range(rng.randint(4, 9)):
            label = p.title(rng, lang, 1, 3)
            kind = rng.random()
            if kind < 0.55:
                out.append(f"{label}: {fill * rng.randint(10, 60)}")
            elif kind < 0.7:
                out.append(f"{label} {box * rng.randint(6, 12)}")
            else:
                options = [
                    f"{rng.choice(('☐', '☑', '( )', '[ ]'))} {p.word(rng, lang)}" for _ in "123"
                ]
                out.append(f"{label}: {'  '.join(options)}")
    return p.lead(rng, lang) + "\n".join(out) + "\n"


@BOOK.page("attendance with signatures", p.BLANKS)
def attendance(rng: Random) -> str:
    """Names and a line for each to sign on."""
    lang = rng.choice(p.ALL)
    line = rng.choice(("_" * 25, "." * 30, "", "X" + "_" * 20, "—" * 12))
    rows = []
    for number in range(1, rng.randint(13, 32)):
        rows.append((str(number), p.name(rng, lang), line, rng.choice((line, line, "✓"))))
    return p.lead(rng, lang) + p.table(rng, ("#", p.title(rng, lang, 1, 1), "", ""), rows)


@BOOK.page("cast in leaders", p.BLANKS)
def cast(rng: Random) -> str:
    """A programme: part, dots, player."""
    lang = rng.choice(("en", "fr", "it", "de", "pl"))
    dot, out = rng.choice((" . ", ".", "…", " - ")), []
    for act in range(1, rng.randint(3, 6)):
        out += ["", f"{rng.choice(('ACT', 'ACTE', 'ATTO', 'AKT'))} {'I' * act}"]
        for _ in range(rng.randint(4, 10)):
            end = p.name(rng, lang).upper() if rng.random() < 0.5 else p.name(rng, lang)
            out.append(leader(rng, p.title(rng, lang, 1, 4), end, 60, dot))
    return p.lead(rng, lang) + "\n".join(out) + "\n"


@BOOK.page("fragebogen", p.BLANKS)
def questionnaire(rng: Random) -> str:
    """Statements on one scale of answers."""
    lang = rng.choice(("de", "en", "ru", "ja", "nl", "ar"))
    scale = {
        "de": ("trifft zu", "teils", "trifft nicht zu", "k. A."),
        "en": ("Strongly agree", "Agree", "Disagree", "Don't know"),
        "ru": ("да", "скорее да", "нет", "не знаю"),
        "ja": ("はい", "どちらでもない", "いいえ", "不明"),
        "nl": ("eens", "neutraal", "oneens", "geen mening"),
        "ar": ("نعم", "ربما", "لا", "لا أعرف"),
    }[lang]
    box, grid = rng.choice(("☐", "○", "[ ]", "□")), rng.random() < 0.5
    asks = [p.sentence(rng, lang, 5, 14) for _ in range(rng.randint(9, 22))]
    if grid:
        rows = [(f"{n}. {ask}", *[box] * 4) for n, ask in enumerate(asks, 1)]
        return p.lead(rng, lang) + p.table(rng, ("", *scale), rows)
    answers = "   ".join(f"{box} {answer}" for answer in scale)
    return p.lead(rng, lang) + "".join(
        f"{n}. {ask}\n{answers}\n\n" for n, ask in enumerate(asks, 1)
    )


@BOOK.page("ballot paper", p.BLANKS)
def ballot(rng: Random) -> str:
    """Lists of candidates with a circle for each."""
    lang = rng.choice(("es", "it", "tr", "hi", "ru", "he"))
    mark, out = rng.choice(("( )", "○", "☐", "◯ ")), []
    for number in range(1, rng.randint(4, 9)):
        out.append(
            f"{mark} {rng.choice(('Lista', 'LIST', '№'))} {number}: {p.title(rng, lang, 1, 3)}"
        )
        for seat in range(1, rng.randint(4, 11)):
            out.append(f"    {seat}. {mark} {p.name(rng, lang)}, {p.phrase(rng, lang, 1, 3)}")
        out.append("")
    return p.lead(rng, lang) + "\n".join(out)


@BOOK.page("answer sheet of bubbles", p.BLANKS, arithmetic=True)
def bubbles(rng: Random) -> str:
    """Numbers and five circles, some of them filled in."""
    shape = rng.choice(("Ⓐ Ⓑ Ⓒ Ⓓ Ⓔ", "A B C D E", "( ) ( ) ( ) ( )", "○ ○ ○ ○", "а б в г"))
    filled, start = rng.choice((0.0, 0.4, 0.9)), rng.choice((1, 1, 21, 41))
    out = []
    for number in range(start, start + rng.randint(15, 25)):
        options = shape.split(" ") if "(" not in shape else ["( )"] * 4
        if rng.random() < filled:
            options[rng.randrange(len(options))] = rng.choice(("●", "(X)", "■"))
        out.append(f"{number}. {' '.join(options)}")
    lang = rng.choice(p.ALL)
    return p.paragraph(rng, lang, 2, 4) + "\n\n" + "\n".join(out) + "\n"


@BOOK.page("numbered lines", p.BLANKS, arithmetic=True)
def numbered_lines(rng: Random) -> str:
    """Room for witnesses, wishes or measurements: numbers and lines, under several headings."""
    lang = rng.choice(p.ALL)
    line = rng.choice(("_" * 40, "." * 50, "…" * 20, "", "________   ________"))
    stop, out = rng.choice((".", ")", ":", ".-")), []
    for _ in range(rng.randint(2, 4)):
        out += [p.title(rng, lang, 1, 4), p.paragraph(rng, lang, 2, 4), ""]
        out += [f"{n}{stop} {line}".rstrip() for n in range(1, rng.randint(6, 13))]
        out.append("")
    return "\n".join(out)


@BOOK.page("empty service log", p.BLANKS)
def service_log(rng: Random) -> str:
    """A table most of whose rows nobody has filled in yet."""
    lang = rng.choice(p.ALL)
    columns = rng.randint(3, 7)
    head = [p.title(rng, lang, 1, 2) for _ in range(columns)]
    rows = []
    for _ in range(rng.randint(8, 16)):
        cells = [p.phrase(rng, lang, 1, 2) if rng.random() < 0.8 else "" for _ in head]
        rows.append([f"{p.day(rng, 1980):%d/%m/%y}", *cells[1:]])
    rows += [[rng.choice(("", "", " "))] * columns] * rng.randint(2, 11)
    return p.lead(rng, lang) + p.table(rng, head, rows)


@BOOK.page("price leaders in two columns", p.BLANKS)
def price_leaders(rng: Random) -> str:
    """An old catalogue: goods by size, `do.`, dots, shillings and pence."""
    lang, dot = rng.choice(("en", "fr", "nl")), rng.choice(("...", ". . ", "…", ".. "))
    sizes, out = ("½ in.", "¾ in.", "1 in.", "1¼ in.", "1½ in.", "2 in."), []
    for _ in range(rng.randint(4, 8)):
        out.append(p.title(rng, lang, 2, 5) + ".")
        for size in sizes[: rng.randint(2, 6)]:
            price = f"{rng.randrange(1, 30)}/{rng.choice((0, 3, 6, 9))}"
            out.append(
                f"   {rng.choice(('do.', 'Ditto', 'id.'))} {size} {dot * rng.randint(3, 9)} {price}"
            )
    return p.lead(rng, lang) + "\n".join(out) + "\n"


KINDS = tuple(BOOK.kinds)
