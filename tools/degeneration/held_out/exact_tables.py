"""Exact loops of rows, register entries and form fields."""

from random import Random

from degeneration import material as m
from degeneration.held_out import material_exact as x
from degeneration.held_out.exact_tools import deal, exact, fill, language, opened, page, price, rows
from degeneration.sample import Loop, PositiveKind

CATEGORY = "exact: tables and registers"

_HEADS = (
    ("Code", "Item", "Qty", "Price"),
    ("Código", "Produto", "Qtd.", "Valor"),
    ("Nr.", "Bezeichnung", "Menge", "Betrag"),
    ("Réf.", "Désignation", "Qté", "Montant"),
    ("Артикул", "Наименование", "Кол-во", "Сумма"),
    ("品番", "品名", "数量", "金額"),
    ("编号", "名称", "数量", "金额"),
    ("الرمز", "الصنف", "الكمية", "السعر"),
    ("कोड", "वस्तु", "मात्रा", "मूल्य"),
    ("Κωδικός", "Είδος", "Ποσότητα", "Τιμή"),
)
_BORN = (
    "Die {d}. mensis Maii baptizavi {n}, filium {p} conjugum. Patrini: {q}.",
    "Le {d} mai fut baptisé {n}, fils légitime de {p}. Parrain : {q}.",
    "Aos {d} de maio batizei solenemente a {n}, filho legítimo de {p}. Padrinho: {q}.",
    "Am {d}. Mai wurde getauft {n}, ehelicher Sohn des {p}. Pate: {q}.",
    "Мая {d} дня крещён младенец {n}, отец {p}, восприемник {q}.",
    "Dnia {d} maja ochrzczony został {n}, syn {p}. Chrzestny: {q}.",
)
_CARRIED = (
    "Carried forward",
    "Transporte",
    "Report",
    "Übertrag",
    "Перенос",
    "前頁繰越",
    "承前页",
    "Riporto",
)
_FIELDS = (
    "Name",
    "Nome",
    "Nom",
    "Фамилия",
    "氏名",
    "姓名",
    "الاسم",
    "नाम",
    "Όνομα",
    "성명",
    "Ad Soyad",
)
_DATES = ("Date", "Data", "Datum", "Дата", "日付", "日期", "التاريخ", "दिनांक", "Ημερομηνία")


def _head(rng: Random) -> tuple[str, str, str, str]:
    return rng.choice(_HEADS)


def _title(rng: Random) -> str:
    dealt = deal(rng, lang := language(rng))
    return page(rng, lang, dealt, 110, 900)


def _markdown(rng: Random) -> Loop:
    """A row of a Markdown table after others that differ."""
    before = rows(rng, 2, 14)
    head = _head(rng)
    lines = ["| " + " | ".join(cells) + " |" for cells in (head, ["---"] * 4, *before)]
    (frozen,) = rows(rng, 1, 1)
    frozen = frozen[rng.choice((0, 0, 1)) :]
    unit = "| " + " | ".join(frozen) + " |\n"
    return exact(f"{_title(rng)}\n\n" + "\n".join(lines) + "\n", unit, f"\n{m.sentence(rng)}\n\n")


def _html(rng: Random) -> Loop:
    """A row of HTML with its attributes, on one line or on many."""
    style = rng.choice(("", ' class="num"', ' style="text-align: right"', ' colspan="1"'))
    end = rng.choice(("", "\n"))

    def row(cells: list[str]) -> str:
        return f"<tr>{end}" + end.join(f"<td{style}>{c}</td>" for c in cells) + f"{end}</tr>\n"

    head = "".join(f"<th>{cell}</th>" for cell in _head(rng))
    lead = f"<h2>{m.title(rng)}</h2>\n<p>{_title(rng)}</p>\n<table><tr>{head}</tr>\n"
    before = "".join(map(row, rows(rng, 1, 6))) if not end else row(rows(rng, 1, 1)[0])
    return exact(
        lead + before, row(rows(rng, 1, 1)[0]), "</table>\n<p>" + m.sentence(rng) + "</p>\n"
    )


def _empty_cells(rng: Random) -> Loop:
    """Rows of empty cells in the syntax of the table, far more than a sheet of paper has."""
    n = rng.randint(3, 9)
    unit = rng.choice(
        (
            "| " * n + "|\n",
            "<td></td>",
            "<tr>" + "<td></td>" * n + "</tr>\n",
            " & " * n + "\\\\ \\hline\n",
            ";" * n + "\n",
            "\t" * n + "\n",
            '"",' * n + "\n",
            "<td>&nbsp;</td>\n",
        )
    )
    before = "\n".join(" | ".join(cells) for cells in rows(rng, 2, 8))
    return exact(f"{_title(rng)}\n\n{before}\n", unit, "</table>\n\n", filler=True, least=200)


def _register(rng: Random) -> Loop:
    """An entry of a parish register, its date and its people included."""
    before = rng.choice(_BORN)

    def entry() -> str:
        people = {key: m.name(rng) for key in "npq"}
        return before.format(d=rng.randint(2, 30), **people)

    lead = "\n".join(entry() for _ in range(rng.randint(2, 7)))
    unit = entry() + rng.choice(("\n", "\n\n", "\n---\n"))
    return exact(f"{m.title(rng)}, {rng.randint(1690, 1910)}\n\n{lead}\n", unit, "[sic]\n\n")


def _ledger(rng: Random) -> Loop:
    """The line of a ledger that carries a sum forward."""
    before = "\n".join(f"{c[1]:<34}{c[2]:>6}{c[3]:>14}" for c in rows(rng, 3, 20))
    mark = rng.choice((".", " ", "·", "-", "_"))
    word = rng.choice(_CARRIED)
    unit = f"{word} {mark * rng.randint(4, 40)} {price(rng)}\n"
    return exact(f"{_title(rng)}\n\n{before}\n", unit, f"\n{m.sentence(rng)}\n")


def _csv(rng: Random) -> Loop:
    """A record of separated values, a sentence among them."""
    mark = rng.choice((",", ";", "\t", "|", " ; "))
    lead = "\n".join(mark.join(cells) for cells in rows(rng, 6, 30))
    dealt = deal(rng, language(rng))
    cells = [m.code(rng, 3, 6), f'"{dealt[0]}"', str(rng.randint(1, 999)), m.date(rng).isoformat()]
    rng.shuffle(cells)
    unit = mark.join(cells[: rng.randint(2, 4)]) + "\n"
    return exact(f"{mark.join(_head(rng))}\n{lead}\n", unit)


def _invoice(rng: Random) -> Loop:
    """An article of an invoice, over several lines."""
    _, lead, kept = opened(rng)
    code, title, count, cost = article = rows(rng, 1, 1)[0]
    labels = _head(rng)
    unit = rng.choice(
        (
            f"{count} x {title} @ {cost} = {price(rng)}\n",
            f"{code}  {title}\n    {count} UN x {cost}\n",
            "".join(f"**{a}:** {b}\n" for a, b in zip(labels, article, strict=True)) + "\n",
        )
    )
    return exact(
        f"{lead}\n\n{m.title(rng)} {m.code(rng)}\n\n", unit, f"TOTAL {price(rng)}\n{kept[0]}\n"
    )


def _timetable(rng: Random) -> Loop:
    """One stop of a timetable with its hours."""
    _, lead, kept = opened(rng)
    between = rng.choice(("  ", "\t", " | ", " . . "))

    def stop() -> str:
        hours = [f"{rng.randrange(24)}{rng.choice('.:h')}{rng.randrange(60):02d}" for _ in range(5)]
        return between.join([m.title(rng, 1, 2), *hours])

    before = "\n".join(stop() for _ in range(rng.randint(1, 12)))
    return exact(f"{lead}\n\n{before}\n", stop() + "\n", f"* {fill(rng, kept[0])}\n\n")


def _form(rng: Random) -> Loop:
    """A field to fill in; forms have a page of those, so it goes on far beyond."""
    _, lead, kept = opened(rng)
    blank = rng.choice(("_", ".", "…")) * rng.randint(6, 40)
    date = rng.choice((f"{rng.choice(_DATES)}: __/__/____", f"{rng.choice(_DATES)} ________", "☐"))
    unit = f"{rng.choice(_FIELDS)}: {blank} {date}" + rng.choice(("\n", "\n\n", "   "))
    return exact(f"{lead}\n\n{m.title(rng)}\n\n", unit, f"({kept[0]})\n\n", least=70)


def _patients(rng: Random) -> Loop:
    """A record of a clinic or an archive as labelled lines, all the same."""
    lang, lead, kept = opened(rng)
    label = [m.title(rng, 1, 2) for _ in range(4)]
    values = [m.name(rng), m.date(rng).isoformat(), kept[0], rng.choice(x.SPOKEN.get(lang, ["-"]))]
    mark = rng.choice((": ", " = ", ":\t", " → "))
    lines = [f"{a}{mark}{b.strip()}" for a, b in zip(label, values, strict=True)]
    unit = "\n".join(lines[: rng.randint(3, 4)]) + rng.choice(("\n\n", "\n---\n", "\n***\n"))
    return exact(f"{lead}\n\n", unit, f"[{m.title(rng)}]\n\n")


KINDS = (
    PositiveKind("v: frozen row of Markdown", CATEGORY, _markdown, ("tail", "stray", "recovered")),
    PositiveKind("v: frozen row of HTML", CATEGORY, _html, ("tail", "closed")),
    PositiveKind("v: sheets of empty cells", CATEGORY, _empty_cells),
    PositiveKind("v: register entry", CATEGORY, _register, ("tail", "recovered")),
    PositiveKind("v: carried forward", CATEGORY, _ledger, ("tail",)),
    PositiveKind("v: separated values", CATEGORY, _csv, ("tail", "stray")),
    PositiveKind("v: invoiced again", CATEGORY, _invoice, ("tail", "closed")),
    PositiveKind("v: stop of a timetable", CATEGORY, _timetable, ("tail", "recovered")),
    PositiveKind("v: blank field", CATEGORY, _form, ("tail",)),
    PositiveKind("v: labelled record", CATEGORY, _patients, ("tail", "stray")),
)
