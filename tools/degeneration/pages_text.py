"""Clean pages of text that repeats for good reasons: lists, forms, verse, law, dialogue."""

from random import Random

from degeneration import material as m
from degeneration.sample import NegativeKind


def _some(rng: Random, low: int = 12, high: int = 60) -> range:
    """How many: mostly within the bounds, sometimes a long page."""
    return range(rng.randint(low, high) * rng.choice((1, 1, 2, 3)))


def contents(rng: Random) -> str:
    """A table of contents with dot leaders."""
    page, out = 1, "SUMÁRIO\n\n"
    leader = rng.choice((".", ". ", "·", " ."))
    for i in _some(rng, 10, 45):
        page += rng.randint(0, 12)
        head = f"{i // 5 + 1}.{i % 5 + 1} {m.title(rng, 1, 6)} "
        out += head + leader * ((70 - len(head)) // len(leader)) + f" {page}\n"
    return out


def index(rng: Random) -> str:
    """A book's index: entries with page numbers that go up unevenly."""
    out = ""
    for entry in sorted(m.phrase(rng, 1, 2) for _ in _some(rng, 20, 90)):
        pages = sorted(rng.sample(range(1, 500), rng.randint(1, 6)))
        out += f"{entry}, " + ", ".join(map(str, pages)) + "\n"
    return out


def litany(rng: Random) -> str:
    answer = rng.choice(("rogai por nós.", "tende piedade de nós.", "ouvi-nos, Senhor."))
    return (
        m.title(rng)
        + "\n\n"
        + "".join(f"{m.title(rng, 2, 4)}, {answer}\n" for _ in _some(rng, 15, 55))
    )


def verses(rng: Random) -> str:
    """Stanzas with a refrain of two to four lines after each."""
    refrain = "".join(m.sentence(rng, 4, 7) + "\n" for _ in range(rng.randint(2, 4)))
    out = m.title(rng) + "\n\n"
    for _ in range(rng.randint(3, 7)):
        lines = (m.sentence(rng, 4, 8)[:-1] + rng.choice(",;.") for _ in range(4))
        out += "\n".join(lines) + "\n\n" + refrain + "\n"
    return out


def song(rng: Random) -> str:
    """A song: the hook is sung twice, each line of the verse starts alike."""
    hook, start = m.phrase(rng, 3, 6).capitalize(), m.content_word(rng).capitalize()
    out = ""
    for _ in range(rng.randint(3, 6)):
        out += "".join(f"{start} {m.phrase(rng, 2, 5)}\n" for _ in range(4))
        out += f"\n{hook}\n{hook}\nLa la la la\n\n"
    return out


def anaphora(rng: Random) -> str:
    """Considerations and resolutions: every paragraph opens with the same words."""
    start = rng.choice(("Considerando que", "Resolve ainda", "É dever do Estado", "Eu juro"))
    return "".join(f"{start} {m.sentence(rng, 8, 30).lower()}\n\n" for _ in _some(rng, 8, 25))


def form(rng: Random) -> str:
    """Captions with blanks to fill in."""
    out = m.title(rng) + "\n\n"
    for _ in _some(rng, 10, 45):
        shape = rng.randrange(4)
        blank = "_" * rng.randint(5, 60)
        if shape == 0:
            out += f"{m.title(rng, 1, 3)}: {blank}\n"
        elif shape == 1:
            out += f"( ) {m.title(rng, 1, 2)}  ( ) {m.title(rng, 1, 2)}  ( ) {m.title(rng, 1, 2)}\n"
        elif shape == 2:
            out += f"{m.title(rng, 1, 2)}: ____/____/______  {m.title(rng, 1, 2)}: {blank[:20]}\n"
        else:
            out += f"{m.title(rng, 1, 3)} " + "." * rng.randint(10, 60) + "\n"
    return out


def ruled_lines(rng: Random) -> str:
    """An essay sheet: the question, then lines to write on."""
    return m.prose(rng, rng.randint(400, 2000)) + (
        "_" * rng.choice((20, 30, 38)) + "\n"
    ) * rng.randint(2, 4)


def numbered_blanks(rng: Random) -> str:
    """A list to sign or to fill in: number, line, next number; 5 to 12 of them."""
    blank = "_" * rng.randint(8, 30)
    lines = "".join(f"{i + 1}. {blank}\n" for i in range(rng.randint(5, 12)))
    return m.prose(rng, rng.randint(200, 1500)) + lines


def answer_sheet(rng: Random) -> str:
    """Ten to twenty-five rows of bubbles, as in an examination hall."""
    bubbles = " ".join(f"({letter})" for letter in "ABCDE")
    rows = "".join(f"{i + 1:02d} {bubbles}\n" for i in range(rng.randint(10, 25)))
    return m.prose(rng, rng.randint(200, 1200)) + rows + m.sentence(rng)


def instalment_book(rng: Random) -> str:
    """Slips of one loan: number, month and value are regular, the document's number is not."""
    n, value, out = rng.choice((6, 10, 12)), m.money(rng), ""
    for i in range(n):
        out += f"Parcela {i + 1:02d}/{n} Vencimento 10/{i % 12 + 1:02d}/2024 R$ {value} "
        out += f"Documento {rng.randrange(10**9):09d}\n"
    return m.title(rng) + "\n\n" + out


def checklist(rng: Random) -> str:
    box = rng.choice(("[ ]", "☐", "( )", "[x]"))
    return "".join(f"{box} {m.title(rng, 2, 7)}\n" for _ in _some(rng))


def exam(rng: Random) -> str:
    out = ""
    for i in _some(rng, 5, 20):
        out += f"{i + 1}. {m.sentence(rng)}\n"
        out += "".join(f"{letter}) {m.phrase(rng, 1, 6)}\n" for letter in "abcde") + "\n"
    return out


def answer_key(rng: Random) -> str:
    """Answers in columns; the letters are anybody's guess."""
    n, per_line = rng.randint(20, 90), rng.choice((1, 5, 10))
    out = "GABARITO\n"
    for i in range(n):
        out += f"{i + 1}-{rng.choice('ABCDE')}" + ("\n" if (i + 1) % per_line == 0 else "  ")
    return out


def numbered_list(rng: Random) -> str:
    mark = rng.choice((". ", ") ", " - "))
    return "".join(f"{i + 1}{mark}{m.sentence(rng, 3, 14)}\n" for i in _some(rng))


def law(rng: Random) -> str:
    out = ""
    for i in _some(rng, 5, 16):
        out += f"Art. {i + 1}º {m.sentence(rng)}\n"
        for p in range(rng.randint(0, 3)):
            out += f"§ {p + 1}º {m.sentence(rng)}\n"
        for r in range(rng.randint(0, 6)):
            out += f"{m.roman(r + 1)} - {m.phrase(rng, 3, 9)};\n"
    return out


def lettered(rng: Random) -> str:
    """Twenty-odd clauses a) to z), every one begins alike."""
    start = m.phrase(rng, 2, 3)
    return (
        m.sentence(rng)
        + "\n"
        + "".join(
            f"{m.letters(i + 1)}) {start} {m.phrase(rng, 2, 8)};\n"
            for i in range(rng.randint(8, 26))
        )
    )


def bibliography(rng: Random) -> str:
    out = ""
    for _ in _some(rng, 8, 40):
        first, last = m.name(rng).rsplit(" ", 1)
        year, volume = rng.randint(1950, 2025), rng.randint(1, 90)
        out += f"{last.upper()}, {first}. {m.title(rng, 4, 9)}. {m.title(rng)}, v. {volume}, "
        out += (
            f"n. {rng.randint(1, 6)}, p. {rng.randint(1, 300)}-{rng.randint(301, 600)}, {year}.\n"
        )
    return out


def glossary(rng: Random) -> str:
    return "".join(
        f"**{entry}** s.f. {m.sentence(rng, 5, 16)}\n\n"
        for entry in sorted(m.content_word(rng) for _ in _some(rng, 10, 40))
    )


def directory(rng: Random) -> str:
    return "".join(
        f"{m.name(rng)} (11) {rng.randrange(10000):04d}-{rng.randrange(10000):04d}\n"
        for _ in _some(rng, 20, 80)
    )


def play(rng: Random) -> str:
    cast = [m.content_word(rng).upper() for _ in range(rng.randint(2, 4))]
    return "".join(f"{rng.choice(cast)}: {m.sentence(rng, 2, 18)}\n" for _ in _some(rng, 15, 60))


def contract(rng: Random) -> str:
    """Boilerplate: parties named in full in every clause."""
    a, b = f"CONTRATANTE {m.name(rng)}", f"CONTRATADA {m.name(rng)} LTDA"
    return "".join(
        f"CLÁUSULA {i + 1}ª. A {rng.choice((a, b))} {m.phrase(rng, 4, 10)} a {rng.choice((a, b))}, "
        f"{m.sentence(rng).lower()}\n\n"
        for i in _some(rng, 6, 20)
    )


def genealogy(rng: Random) -> str:
    return "".join(
        f"{m.name(rng)} gerou {m.name(rng)}; e {m.name(rng)} gerou {m.name(rng)};\n"
        for _ in _some(rng, 8, 40)
    )


def prose(rng: Random) -> str:
    return m.prose(rng, rng.randint(600, 6000))


def scripts(rng: Random) -> str:
    return m.script_prose(rng, rng.choice(tuple(m.SCRIPTS)), rng.randint(400, 2500))


def script_list(rng: Random) -> str:
    """A numbered list in another script, every entry another one."""
    script = rng.choice(tuple(m.SCRIPTS))
    return "".join(f"{i + 1}. {m.script_sentence(rng, script, 2, 8)}\n" for i in _some(rng, 10, 40))


def script_table(rng: Random) -> str:
    script = rng.choice(("han", "kana", "hangul", "cyrillic", "arabic"))
    head = [m.script_sentence(rng, script, 1, 1)[:-1] for _ in range(3)]
    out = "|" + "|".join(head) + "|\n|---|---|---|\n"
    for _ in _some(rng, 8, 35):
        cells = [m.script_sentence(rng, script, 1, 3)[:-1], str(rng.randrange(9999)), m.money(rng)]
        out += "|" + "|".join(cells) + "|\n"
    return out


def repeated_header(rng: Random) -> str:
    """Two to four pages under one letterhead, with the same foot line."""
    head = (
        f"{m.name(rng).upper()}\n{m.title(rng, 3, 6)}\nRua {m.name(rng)}, {rng.randrange(999)}\n\n"
    )
    foot = f"{m.phrase(rng, 4, 8)}\n\n"
    return "".join(
        head + m.prose(rng, rng.randint(300, 1100)) + foot for _ in range(rng.randint(2, 4))
    )


def recipe(rng: Random) -> str:
    units = ("colher de sopa de", "xícara de", "g de", "ml de", "pitada de")
    out = m.title(rng) + "\n\n"
    for _ in _some(rng, 8, 25):
        out += f"- {rng.choice((1, 2, 3, 100, 200))} {rng.choice(units)} {m.phrase(rng, 1, 3)}\n"
    return out + m.prose(rng, 500)


def prescriptions(rng: Random) -> str:
    dose = rng.choice(("Tomar 1 comprimido de 8 em 8 horas", "Aplicar 2 vezes ao dia"))
    return "".join(
        f"{i + 1}) {m.title(rng, 1, 2)} {rng.choice((5, 10, 50, 500))} mg\n   {dose}"
        f" por {rng.choice((3, 5, 7, 10))} dias\n"
        for i in _some(rng, 5, 15)
    )


def minutes(rng: Random) -> str:
    out = ""
    for _ in _some(rng, 8, 30):
        when = f"{rng.randint(8, 11)}h{rng.randrange(60):02d}"
        out += f"{when} - {m.name(rng)} {m.sentence(rng, 5, 20).lower()}\n"
    return out


def crossword(rng: Random) -> str:
    out = "HORIZONTAIS\n"
    for number in sorted(rng.sample(range(1, 80), rng.randint(12, 30))):
        out += f"{number}. {m.phrase(rng, 2, 6).capitalize()} ({rng.randint(2, 12)})\n"
    return out


_LEAD, _LISTS, _VERSE, _PROSE, _LAW = (
    "text: leaders and blanks",
    "text: lists",
    "text: verse and refrains",
    "text: prose and scripts",
    "text: law and contracts",
)

KINDS = (
    NegativeKind("table of contents", _LEAD, contents),
    NegativeKind("form", _LEAD, form),
    NegativeKind("ruled lines", _LEAD, ruled_lines),
    NegativeKind("checklist", _LEAD, checklist),
    NegativeKind("numbered blanks", _LEAD, numbered_blanks, arithmetic=True),
    NegativeKind("answer sheet", _LEAD, answer_sheet, arithmetic=True),
    NegativeKind("instalment book", _LISTS, instalment_book),
    NegativeKind("index", _LISTS, index),
    NegativeKind("exam", _LISTS, exam),
    NegativeKind("answer key", _LISTS, answer_key),
    NegativeKind("numbered list", _LISTS, numbered_list),
    NegativeKind("bibliography", _LISTS, bibliography),
    NegativeKind("glossary", _LISTS, glossary),
    NegativeKind("directory", _LISTS, directory),
    NegativeKind("recipe", _LISTS, recipe),
    NegativeKind("prescriptions", _LISTS, prescriptions),
    NegativeKind("crossword clues", _LISTS, crossword),
    NegativeKind("litany", _VERSE, litany),
    NegativeKind("verses", _VERSE, verses),
    NegativeKind("song", _VERSE, song),
    NegativeKind("anaphora", _VERSE, anaphora),
    NegativeKind("genealogy", _VERSE, genealogy),
    NegativeKind("prose", _PROSE, prose),
    NegativeKind("other scripts", _PROSE, scripts),
    NegativeKind("list in other scripts", _PROSE, script_list),
    NegativeKind("table in other scripts", _PROSE, script_table),
    NegativeKind("letterhead", _PROSE, repeated_header),
    NegativeKind("play", _PROSE, play),
    NegativeKind("minutes", _PROSE, minutes),
    NegativeKind("law", _LAW, law),
    NegativeKind("lettered clauses", _LAW, lettered),
    NegativeKind("contract", _LAW, contract),
)
