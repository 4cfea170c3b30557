"""Loops of rows and cells that do have something in them."""

from random import Random

from degeneration.judged.fifth import material_exact as mx
from degeneration.judged.fifth.exact_base import CLOSED, MIXED, TAIL, loop
from degeneration.sample import Loop, PositiveKind

TABLES = "exact: table rows"

THINGS = {
    # Names of three columns, then what the rows are about.
    "en": "Item|Qty|Price|candles, tallow|rope, 12 ell|iron nails|lamp oil|tar|repairs to roof",
    "pt": "Descrição|Qtde|Valor|velas de sebo|corda de sisal|pregos|azeite|barril de pez|telhas",
    "es": "Concepto|Cant.|Importe|velas de sebo|soga de esparto|clavos|aceite|barril de brea|tejas",
    "fr": "Désignation|Qté|Montant|chandelles|corde de chanvre|clous|huile de lampe|goudron|tuiles",
    "de": "Posten|Menge|Betrag|Talgkerzen|Hanfseil|Eisennägel|Lampenöl|Fass Teer|Dachziegel",
    "it": "Voce|Q.tà|Importo|candele di sego|corda di canapa|chiodi|olio|barile di pece|tegole",
    "pl": "Pozycja|Ilość|Kwota|świece łojowe|lina konopna|gwoździe|olej|beczka smoły|dachówki",
    "tr": "Kalem|Adet|Tutar|mum|kendir halat|demir çivi|lamba yağı|katran|kiremit",
    "ru": "Наименование|Кол-во|Сумма|свечи сальные|верёвка|гвозди|масло|бочка дёгтя|черепица",
    "el": "Είδος|Ποσ.|Ποσό|κεριά|σχοινί|καρφιά|λάδι|βαρέλι πίσσα|κεραμίδια",
    "ar": "البيان|العدد|المبلغ|شموع|حبل|مسامير|زيت|برميل قار|قرميد",
    "he": "פריט|כמות|סכום|נרות|חבל|מסמרים|שמן|חבית זפת|רעפים",
    "hi": "विवरण|मात्रा|राशि|मोमबत्ती|रस्सी|कीलें|तेल|डामर|खपरैल",
    "th": "รายการ|จำนวน|ราคา|เทียน|เชือก|ตะปู|น้ำมัน|ยางมะตอย|กระเบื้อง",
    "zh": "品名|数量|金额|蜡烛|麻绳|铁钉|灯油|柏油|瓦片",
    "ja": "品目|数量|金額|蝋燭|麻縄|鉄釘|灯油|瀝青|瓦",
    "ko": "품목|수량|금액|양초|삼밧줄|쇠못|등유|역청|기와",
}
DIGITS = {"ar": "٠١٢٣٤٥٦٧٨٩", "hi": "०१२३४५६७८९", "th": "๐๑๒๓๔๕๖๗๘๙"}


def _number(rng: Random, language: str, text: str) -> str:
    own = DIGITS.get(language)
    if own and rng.random() < 0.4:
        return text.translate(str.maketrans("0123456789", own))
    return text


def _cells(rng: Random, language: str, thing: str) -> list[str]:
    count = _number(rng, language, str(rng.randint(2, 99)))
    price = _number(rng, language, f"{rng.uniform(1, 900):.2f}".replace(".", rng.choice(".,")))
    cells = [thing, count, price]
    if rng.random() < 0.3:
        cells.append(rng.choice(("—", "x", "id.", "nihil", "✓", price, mx.person(rng, language))))
    return cells


def _table(rng: Random) -> tuple[str, list[str], list[list[str]], list[str]]:
    """Language, head, rows that differ, and the row to repeat."""
    language = rng.choice(list(THINGS))
    names = THINGS[language].split("|")
    head, things = names[:3], rng.sample(names[3:], 6)
    width = rng.randint(3, 4)
    rows = [_cells(rng, language, thing) for thing in things[: rng.randint(2, 5)]]
    rows = [[*row, mx.person(rng, language)][:width] for row in rows]
    last = [*_cells(rng, language, things[5]), rng.choice(("1", "x", "a", "kg"))][:width]
    return language, [*head, "№"][:width], rows, last


def _html_row(rng: Random) -> Loop:
    language, head, rows, last = _table(rng)
    tag = rng.choice(("<td>", '<td class="r">', "<td colspan=2>", '<td style="text-align:right">'))
    # One cell a line only where no line of cells is long enough to be one that repeats.
    glue = rng.choice(("", "\n")) if tag == "<td>" else ""

    def row(cells: list[str]) -> str:
        inside = glue.join(f"{tag}{cell}</td>" for cell in cells)
        return f"<tr>{glue}{inside}{glue}</tr>\n"

    top = "<tr>" + "".join(f"<th>{name}</th>" for name in head) + "</tr>\n"
    text = f"{mx.lead(rng, language)}\n\n<table>\n{top}" + "".join(map(row, rows))
    unit = row(last)
    if rng.random() < 0.3:
        unit += row([rows[0][0], *last[1:]])
    return loop(text, unit, "</table>\n\n")


def _markdown_row(rng: Random) -> Loop:
    language, head, rows, last = _table(rng)
    align = rng.choice(("---", ":---:", "---:", ":--"))
    text = f"{mx.lead(rng, language)}\n\n| {' | '.join(head)} |\n|{f'{align}|' * len(head)}\n"
    text += "".join(f"| {' | '.join(row)} |\n" for row in rows)
    bold = rng.choice(("%s", "%s", "**%s**", "`%s`", "%s<br>"))
    unit = f"| {bold % last[0]} | {' | '.join(last[1:])} |\n"
    return loop(text, unit, rng.choice(("\n", "\n*Total*\n\n", "\n---\n")))


def _cell(rng: Random) -> Loop:
    """A row that goes on to the right, or a column of one value."""
    language, head, rows, last = _table(rng)
    value = rng.choice(
        (last[0], last[2], last[1], "S", "n/a", "12", "1.5", "N", "100%", "a.", "n.d.")
    )
    unit, closing = rng.choice(
        (
            (f" {value} |", "\n"),
            (f"<td>{value}</td>", "</tr></table>\n"),
            (f"{value}\t", "\n"),
            (f"{value} & ", "\\\\\n\\end{tabular}\n"),
            (f"<fcel>{value}", "<nl></otsl>\n"),
            (f"{value};", "\n"),
            (f"{value}\n", "\n"),
            (f"<th scope='col'>{value}</th>\n", "</tr></table>\n"),
            (f"{value} & {last[1]} \\\\ \\hline\n", "\\end{tabular}\n\n"),
        )
    )
    text = f"{mx.lead(rng, language)}\n\n"
    if unit.startswith("<t"):
        lines = ["<table><tr>" + "".join(f"<th>{name}</th>" for name in head) + "</tr>"]
        lines += ["<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows]
        return loop(text + "\n".join(lines) + "\n<tr>", unit, closing)
    between = next((mark for mark in ("<fcel>", "|", "\t", "&", ";") if mark in unit), "  ")
    lines = [between.join(row) for row in (head, *rows)]
    return loop(text + "\n".join(lines) + "\n", unit, closing)


DITTOS = [
    *(
        '"  "  "  %s\n',
        "do.  do.  %s\n",
        "idem  idem  %s\n",
        "〃 〃 %s\n",
        "id., id., %s; ",
        "同上 %s\n",
    ),
    *("то же  %s\n", "Dito, %s réis\n", "ditto ... %s\n", "dgl.  %s\n", "'' '' %s\n", '"\t"\t%s\n'),
    *(
        "ditto, son of the same, %s\n",
        "do mesmo, filho do mesmo, %s\n",
        "ejusdem, %s\n",
        "مثله %s\n",
    ),
    *(
        "aged %s, of this parish\n",
        "f. legítimo de pais incógnitos, %s\n",
        "bapt. eodem die, pag. %s\n",
    ),
]


def _ditto(rng: Random) -> Loop:
    """A ledger or a parish register that goes on by the same."""
    shape = rng.choice(DITTOS)
    language = {"同": "zh", "т": "ru", "م": "ar"}.get(shape[0]) or mx.language(
        rng, "en pt de fr it"
    )
    rows = [
        f"{mx.person(rng, language)}, {thing}, {rng.randint(3, 900)}\n"
        for thing in rng.sample(THINGS[language].split("|")[3:], rng.randint(2, 6))
    ]
    amount = rng.choice(
        (f"{rng.randint(2, 90)}", f"{rng.randint(2, 90)} {rng.randint(1, 19)} 6", "½")
    )
    year = rng.randint(1702, 1899)
    return loop(
        f"{mx.lead(rng, language)}\n\n{year}\n\n{''.join(rows)}", shape % amount, f"{year}\n"
    )


KINDS = (
    PositiveKind("v: row of a table in tags", TABLES, _html_row, MIXED),
    PositiveKind("v: row between pipes", TABLES, _markdown_row, TAIL),
    PositiveKind("v: cell after equal cell", TABLES, _cell, CLOSED),
    PositiveKind("v: ditto in a ledger", TABLES, _ditto, TAIL),
)
