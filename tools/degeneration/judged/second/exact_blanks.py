"""Exact loops of units that say nothing."""

from random import Random

from degeneration import material as m
from degeneration.judged.second.material_loops import blank, lead, opening, tongue
from degeneration.sample import Loop, PositiveKind

BLANKS = "exact: blanks"

_CELLS = [
    *("<td></td>", "<td> </td>", "<td>&nbsp;</td>", "<td>-</td>", '<td class="num"></td>'),
    *(" |  ", "| ", "&", " & ", ";", ",", "\t", '"",', "null, ", "<td/>", " — |", "<td>—</td>\n"),
]
_ROWS = [
    *("<tr><td></td><td></td><td></td></tr>\n", "|  |  |  |  |\n", ";;;;\n", " & & & \\\\\n"),
    *("| - | - | - |\n", "|---|---|\n", '["", "", ""],\n', "<tr><td>&nbsp;</td></tr>\n"),
    *("|   |   |\n|   |   |\n", "<tr></tr>", "| | | | | | |\n", "\\hline\n & & \\\\\n"),
]
_LEADERS = [
    *(".", "_", "-", " .", "…", "=", "*", "·", "─", "~", "#", ". . ", "_ ", "- ", "\\_", "━"),
    *("＿", "・", "—", "°", "\\dotfill ", "_____ / _____ ", "<hr>\n", "---\n\n", "* * *\n\n", "│"),
]
_ZEROS = [
    "0",
    "0 ",
    "0,00 ",
    "0.0, ",
    "000 ",
    "0;0;",
    "[0, 0], ",
    "0x00, ",
    "00 ",
    "| 0 ",
    "0.00\n",
]
_SPACE = [
    *(" ", "\n", "\n\n", "&nbsp;", "<br>", "<br/>\n", "\\n", "\t", "\u3000", " \n", "\\quad "),
    *("\u00a0", "&emsp;", "\\\\\n", "\\u0020", "<p></p>\n", "%20", "\\t", "~", "\\;"),
]
_BOXES = [
    *("☐ ", "[ ] ", "( ) ", "□", "○ ", "- [ ]\n", "(   ) ____\n", "◯　", "[ ]\n[ ]\n", "\\square "),
    *("____/____/______\n", "______,____\n", "<input>\n", "﹍﹍", "|__", "⬜"),
]
_BRACKETS = [
    "[",
    "(",
    "{",
    "[[",
    "{{",
    "((",
    "<",
    "\\{",
    "([",
    "](",
    "}",
    ")",
    "]]",
    ")}",
    '"',
    "'",
]


def _table_lead(rng: Random) -> str:
    """Prose and some honest cells, after which nothing comes."""
    names = " ".join(f"<td>{m.title(rng, 1, 2)}</td>" for _ in range(rng.randint(2, 6)))
    return opening(rng, tongue(rng)) + rng.choice((f"<table>\n<tr>{names}</tr>\n<tr>", ""))


def _cells(rng: Random) -> Loop:
    unit = rng.choice(_CELLS)
    if unit.startswith("<td"):
        return blank(_table_lead(rng) + "<td>1</td>", unit, "</tr>\n</table>")
    label = f"{m.title(rng, 1, 3)}{unit.strip() or ' '}"
    return blank(lead(rng, tongue(rng), 100, 1500) + label, unit, "\n")


def _rows(rng: Random) -> Loop:
    unit = rng.choice(_ROWS)
    header = "| " + " | ".join(m.title(rng, 1, 2) for _ in range(4)) + " |\n"
    text = opening(rng, tongue(rng)) + (header if unit.startswith("|") else m.title(rng) + "\n")
    return blank(text, unit, "</table>" if unit.startswith("<") else "\n")


def _leaders(rng: Random) -> Loop:
    text = lead(rng, tongue(rng), end="\n")
    label = rng.choice(("Assinatura: ", "Name ", "Chapter I ", "Total ", "Nome do pai: ", ""))
    return blank(text + label, rng.choice(_LEADERS), "\n")


def _zeros(rng: Random) -> Loop:
    text = lead(rng, tongue(rng), end="\n")
    return blank(text + f"{m.title(rng, 1, 2)}: {m.money(rng)} ", rng.choice(_ZEROS), "\n")


def _space(rng: Random) -> Loop:
    return blank(lead(rng, tongue(rng), end=""), rng.choice(_SPACE))


def _boxes(rng: Random) -> Loop:
    question = rng.choice(
        ("Sexo: ", "Mark all that apply:\n", "Assinale: ", "Cochez : ", "请勾选：")
    )
    return blank(lead(rng, tongue(rng), end="\n") + question, rng.choice(_BOXES), "\n")


def _brackets(rng: Random) -> Loop:
    start = rng.choice(("f", "x = ", "$", "data: ", '{"rows": ', "", "\\[", "- "))
    return blank(lead(rng, tongue(rng), end="\n") + start, rng.choice(_BRACKETS))


KINDS = (
    PositiveKind("void cells", BLANKS, _cells, ("tail", "tail", "closed")),
    PositiveKind("void rows", BLANKS, _rows, ("tail", "closed")),
    PositiveKind("leaders without end", BLANKS, _leaders, ("tail", "tail", "recovered")),
    PositiveKind("noughts", BLANKS, _zeros, ("tail", "stray")),
    PositiveKind("white space runaway", BLANKS, _space, ("tail", "tail", "recovered")),
    PositiveKind("unticked boxes", BLANKS, _boxes),
    PositiveKind("bare brackets", BLANKS, _brackets),
)
