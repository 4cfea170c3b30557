"""Clean pages of leaders and blanks: forms, menus, exams, ledgers and staves to fill in."""

from random import Random

from degeneration import material as m
from degeneration.sample import NegativeKind


def _blank(rng: Random) -> str:
    return rng.choice(
        ("_" * rng.randint(4, 60), "." * rng.randint(6, 70), "…" * rng.randint(2, 20))
    )


def contents_levels(rng: Random) -> str:
    """Chapters and sections with leaders, the page numbers at the end."""
    out, page, dot = m.title(rng) + "\n\n", 1, rng.choice((".", " .", "…", "_", "·"))
    for chapter in range(1, rng.randint(4, 15)):
        out += f"{chapter} {m.title(rng)} {dot * rng.randint(5, 50)} {page}\n"
        for section in range(1, rng.randint(1, 9)):
            page += rng.randint(0, 6)
            out += f"  {chapter}.{section} {m.title(rng)} {dot * rng.randint(5, 50)} {page}\n"
    return out


def captions(rng: Random) -> str:
    """A list of figures: hardly anything but numbers differ in what follows the captions."""
    head, page = rng.choice(("Figura", "Tabela", "Quadro")), 1
    out = ""
    for i in range(1, rng.randint(10, 60)):
        page += rng.randint(0, 4)
        out += f"{head} {i} - {m.title(rng, 1, 5)} {'.' * rng.randint(4, 60)} {page}\n"
    return out


def menu(rng: Random) -> str:
    return "".join(
        f"{m.title(rng, 1, 4)} {'.' * rng.randint(5, 40)} R$ "
        f"{rng.randint(5, 90)},{rng.choice(('00', '50', '90'))}\n"
        for _ in range(rng.randint(10, 50))
    )


def questionnaire(rng: Random) -> str:
    """Questions of their own, the same boxes below each."""
    boxes = rng.choice((
        "( ) Sim ( ) Não", "( ) ótimo ( ) bom ( ) regular ( ) ruim", "☐ Sim ☐ Não ☐ Talvez",
        "[ ] 1 [ ] 2 [ ] 3 [ ] 4 [ ] 5", "(   ) Nunca (   ) Às vezes (   ) Sempre",
    ))  # fmt: skip
    return "".join(
        f"{i}. {m.sentence(rng, 4, 12)[:-1]}?\n{boxes}\n\n" for i in range(1, rng.randint(6, 30))
    )


def signatures(rng: Random) -> str:
    """Lines to sign on, with names or with roles below."""
    line = rng.choice(("_", "-")) * rng.randint(20, 50)
    if rng.random() < 0.5:
        return "".join(f"{line}\n{m.name(rng)}\n\n" for _ in range(rng.randint(4, 20)))
    roles = ("Presidente", "Secretário", "1ª Testemunha", "2ª Testemunha", "Contratante", "CPF:")
    return "".join(f"{line}\n{role}\n\n" for role in roles[: rng.randint(2, 6)])


def cloze(rng: Random) -> str:
    out = []
    for _ in range(rng.randint(5, 25)):
        words = m.sentence(rng).split()
        for _ in range(rng.randint(1, 3)):
            words[rng.randrange(len(words))] = "_" * rng.randint(3, 15)
        out.append(" ".join(words))
    return "\n".join(f"{i}) {line}" for i, line in enumerate(out, 1)) + "\n"


def exam_lines(rng: Random) -> str:
    """Questions with ruled lines for the answers."""
    width = rng.randint(30, 80)
    return "".join(
        f"{i}) {m.sentence(rng)} ({rng.choice((0.5, 1.0, 2.0))} ponto)\n"
        + f"{'_' * width}\n" * rng.randint(2, 8)
        + "\n"
        for i in range(1, rng.randint(4, 16))
    )


def alternatives(rng: Random) -> str:
    return "".join(
        f"{i}. {m.sentence(rng)}\n"
        + "".join(f"({letter}) {m.phrase(rng, 1, 5)}\n" for letter in "ABCDE")
        + "\n"
        for i in range(1, rng.randint(4, 20))
    )


def true_or_false(rng: Random) -> str:
    return "".join(f"(   ) {m.sentence(rng, 5, 14)}\n" for _ in range(rng.randint(6, 30)))


def blank_ledger(rng: Random) -> str:
    """The head of a ledger and its empty rows, at most a page."""
    width = rng.randint(3, 8)
    head = [m.title(rng, 1, 2) for _ in range(width)]
    rows = rng.randint(5, 20)
    if rng.random() < 0.5:
        return "| " + " | ".join(head) + " |\n" + ("|" + "   |" * width + "\n") * rows
    return (
        "<table><tr>"
        + "".join(f"<th>{h}</th>" for h in head)
        + "</tr>\n"
        + ("<tr>" + "<td></td>" * width + "</tr>\n") * rows
        + "</table>\n"
    )


def numbered_rows(rng: Random) -> str:
    """A list to sign: numbers, the rest blank, up to 25 rows."""
    width, rows = rng.randint(2, 5), rng.randint(10, 25)
    head = "| Nº | " + " | ".join(m.title(rng, 1, 1) for _ in range(width)) + " |\n"
    return (
        m.title(rng)
        + "\n"
        + head
        + "".join(f"| {i} |" + "  |" * width + "\n" for i in range(1, rows))
    )


def fields(rng: Random) -> str:
    """Two or three forms one below the other, the labels the same, nothing filled in."""
    labels = [m.title(rng, 1, 3) for _ in range(rng.randint(5, 14))]
    form = "".join(f"{label}: {_blank(rng)}\n" for label in labels)
    return f"{m.title(rng)}\n\n" + (form + "\n") * rng.randint(1, 3)


def dates_to_fill(rng: Random) -> str:
    return "".join(
        f"{m.title(rng, 1, 4)}: ____/____/______ às ____:____ h\n"
        for _ in range(rng.randint(8, 40))
    )


def staves(rng: Random) -> str:
    """Guitar strings with a note here and there."""
    out = ""
    for _ in range(rng.randint(2, 8)):
        for string in "eBGDAE":
            bars = "".join(
                rng.choices(("-", str(rng.randint(0, 12))), (12, 1))[0]
                for _ in range(rng.randint(40, 60))
            )
            out += f"{string}|{bars}|\n"
        out += "\n"
    return out


def drums(rng: Random) -> str:
    """A beat of a few bars, many of them the same."""
    rows = {name: "".join(rng.choices("x-o", (2, 5, 1), k=16)) for name in ("HH", "SD", "BD")}
    return (
        m.title(rng)
        + "\n"
        + "".join(
            "".join(f"{name}|{beat}|{beat}|\n" for name, beat in rows.items()) + "\n"
            for _ in range(rng.randint(1, 3))
        )
    )


def chords(rng: Random) -> str:
    names = rng.sample(("C", "G", "Am", "F", "Dm", "E7", "A7", "D", "Em", "B7"), 4)
    return "".join(
        f"{names[rng.randrange(4)]}{' ' * rng.randint(3, 20)}{names[rng.randrange(4)]}\n"
        f"{m.sentence(rng, 4, 9)}\n"
        for _ in range(rng.randint(8, 30))
    )


def rules(rng: Random) -> str:
    """Paragraphs with rules between."""
    rule = rng.choice(("-", "=", "*", "_", "~", "─")) * rng.randint(20, 100)
    return "".join(
        f"{m.title(rng)}\n{rule}\n{m.sentence(rng)}\n\n" for _ in range(rng.randint(5, 25))
    )


def checklists(rng: Random) -> str:
    box = rng.choice(("[ ] ", "- [ ] ", "☐ ", "□ ", "( ) ", "○ "))
    return "".join(f"{box}{m.phrase(rng, 1, 7)}\n" for _ in range(rng.randint(10, 60)))


def raffle(rng: Random) -> str:
    """Raffle numbers, each with a blank for the name, at most 25."""
    first, rows = rng.randint(1, 900), rng.randint(10, 25)
    return m.title(rng) + "\n" + "".join(f"{first + i:03d} {'_' * 20}\n" for i in range(rows))


def diary(rng: Random) -> str:
    """Hours of a day with blanks."""
    first, step = rng.randint(6, 9), rng.choice((15, 30, 60))
    hours = range(first * 60, 20 * 60, step)
    days = [m.title(rng, 1, 2) for _ in range(rng.randint(1, 3))]
    return "".join(
        f"{day}\n" + "".join(f"{t // 60:02d}:{t % 60:02d} {'_' * 30}\n" for t in hours) + "\n"
        for day in days
    )


_LEAD = "leaders and blanks (2)"
_ARITHMETIC = (numbered_rows, raffle, diary, blank_ledger)
KINDS = tuple(
    NegativeKind(f"blanks: {draw.__name__}", _LEAD, draw, draw in _ARITHMETIC)
    for draw in (
        contents_levels, captions, menu, questionnaire, signatures, cloze, exam_lines, alternatives,
        true_or_false, blank_ledger, numbered_rows, fields, dates_to_fill, staves, drums, chords,
        rules, checklists, raffle, diary,
    )
)  # fmt: skip
