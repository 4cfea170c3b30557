"""Blind counters in tables: HTML, Markdown, LaTeX, CSV, spreadsheets and the tokens of parsers."""

from random import Random

from degeneration.judged.fifth import counters_kit as k
from degeneration.judged.fifth import material_counters as mc
from degeneration.sample import Loop, PositiveKind

_LANGS = ("en", "de", "fr", "es", "pt", "pl", "tr", "ru", "el", "ar", "hi", "ja", "zh", "ko")


def _html_rows(rng: Random) -> Loop:
    lang = rng.choice(_LANGS)
    attribute = rng.choice(("", "", ' class="r"', ' align="right"', " style='width:20%'"))
    cell = f"<td{attribute}>"
    unit = rng.choice(
        (
            f"<tr><td>«n»</td>{cell}«title»</td>{cell}«small» mg</td><td>-</td></tr>\n",
            f"<tr>{cell}«n».</td><td>«who»</td><td>«place»</td><td></td></tr>",
            f"<tr>\n  {cell}«n»</td>\n  {cell}«title»</td>\n  {cell}«price»</td>\n</tr>\n",
            '<tr id="r«n»"><th scope="row">«n»</th><td>«title»</td><td>0</td><td>0</td></tr>\n',
        )
    )
    honest = k.table_rows(rng, lang, "<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n", 4)
    opening = f"<table>\n<tr><th>No.</th><th>{mc.heading(rng, lang)}</th></tr>\n{honest}"
    text = k.lead(rng, lang, opening, high=1600)
    return k.loop(text, k.settle(rng, unit, lang), "</table>\n\n", 6, n=k.ramp(rng, 5, 60, k.ONE))


def _multiples(rng: Random) -> Loop:
    """Honest price lists of multiples end somewhere; these go on past any page's end."""
    lang, unit = k.pick(
        rng,
        {
            "en": ("| «n» lb | «m» |\n", "«n» yards at the above rate ... «m»\n"),
            "de": ("| «n» kg | «m» € |\n", "«n» Stück kosten «m» Mk.\n"),
            "it": ("| «n» pezzi | «m» |\n", "per ore «n» lire «m»;\n"),
            "pt": ("| «n» un. | R$ «m» |\n", "«n» arrobas, a «m» réis\n"),
        },
    )
    run = k.ramp(rng, 1, 30, (1, 1, 1, 5))
    price = rng.choice((25, 75, 135, 250, 480, 1250))
    amount = k.Amount(run.times(price), style="en" if lang == "en" else "de")
    text = k.lead(rng, lang, "| | |\n|---|---|\n" if unit[0] == "|" else "")
    return k.loop(text, unit, "\n", 30, n=run, m=amount)


def _latex_rows(rng: Random) -> Loop:
    lang = rng.choice(("en", "de", "fr", "es", "pl"))
    unit = rng.choice(
        (
            "«n» & $x_{«n»}$ & «price» & n.s. \\\\\n",
            "\\textbf{«n»} & «title» & -- & -- \\\\ \\hline\n",
            "$\\beta_{«n»}$ & 0.00 & (0.«small») & \\multicolumn{2}{c}{---} \\\\\n",
            "Model «n» & «price» & «small» & \\checkmark \\\\ \\midrule\n",
        )
    )
    opening = "\\begin{tabular}{lrrr}\n\\toprule\n" + k.table_rows(
        rng, lang, "{} & {} & {} \\\\\n", rng.randint(2, 5)
    )
    closing = "\\bottomrule\n\\end{tabular}\n\n"
    text = k.lead(rng, lang, opening, high=1500)
    return k.loop(text, k.settle(rng, unit, lang), closing, 6, n=k.ramp(rng, 6, 40))


def _csv(rng: Random) -> Loop:
    lang = rng.choice(("en", "es", "de", "nl", "sv"))
    mark = rng.choice((",", ";", "\t"))
    cells = rng.choice(
        (
            ("«n»", '"«title»"', "EA", "1", "«price»", "2021-04-12"),
            ("«code»", "«n»", "«who»", "«place»", "", ""),
            ("«n»", "«place»", "NULL", "NULL", "0"),
            ('"«n»"', '"«title»"', '"n/a"', '"«m»"'),
        )
    )
    head = mark.join(("no", "name", "unit", "amount", "value", "date")) + "\n"
    shape = mark.join(["{}"] * 4) + "\n"
    text = k.lead(rng, lang, head + k.table_rows(rng, lang, shape, rng.randint(3, 12)), high=900)
    unit = k.settle(rng, mark.join(cells) + "\n", lang)
    return k.loop(
        text, unit, "\n", 12, n=k.ramp(rng, 20, 90_000), m=k.ramp(rng, 100, 9000, (1, 2, 5))
    )


def _columns(rng: Random) -> Loop:
    """One row that gets ever more cells."""
    lang = rng.choice(_LANGS)
    unit, opening, closing = rng.choice(
        (
            (" «word» «n» |", "|", "\n|---|---|\n\n"),
            ('<th colspan="2">«word» «n»</th>', "<table><tr>", "</tr></table>\n\n"),
            ("<td>Q«n» («word»)</td>", "<table>\n<tr><td>Total</td>", "</tr>\n</table>\n\n"),
            (
                " & \\textbf{«word» «n»}",
                "\\begin{tabular}{lrrr}\nTotal",
                " \\\\\n\\end{tabular}\n\n",
            ),
            ("\t«word»_«n»", "id", "\ttotal\n"),
        )
    )
    unit = k.settle(rng, unit, lang)
    return k.loop(k.lead(rng, lang, opening), unit, closing, 28, n=k.ramp(rng, 1, 30, (1, 1, 1, 2)))


def _tokens(rng: Random) -> Loop:
    """The tags in which layout models write tables and the places of their cells."""
    lang = rng.choice(_LANGS)
    unit = rng.choice(
        (
            "<fcel>«n»<fcel>«title»<ecel><nl>",
            "<rhed>«word» «n»<fcel>«price»<fcel>«price»<nl>\n",
            "<|ref|>«word»<|/ref|><|det|>[[«a», «n», «b», «m»]]<|/det|>\n",
            "<loc_«a»><loc_«n»><loc_«b»><loc_«m»>«title»\n",
        )
    )
    left = rng.randint(20, 300)
    values = {"a": left, "b": left + rng.randint(80, 600)}
    run = k.ramp(rng, 5, 200, (1, 10, 12, 18))
    unit = k.settle(rng, k.fill(unit, values), lang)
    opening = rng.choice(("<otsl>", "<doctag>\n", ""))
    return k.loop(
        k.lead(rng, lang, opening), unit, "</otsl>\n\n", 6, n=run, m=run.plus(rng.randint(8, 40))
    )


def _formulas(rng: Random) -> Loop:
    lang, unit = k.pick(
        rng,
        {
            "en": (
                "=SUM(B«n»:F«n»)\n",
                "G«n»: =IF(C«n»=0,0,D«n»/C«n»)\n",
                "| «n» | «title» | =B«n»*$C$2 |\n",
            ),
            "de": ("=SUMME(A«n»:D«n»)\n", "Zelle «letter»«n»: =WENN(ISTLEER(B«n»);0;B«n»)\n"),
            "fr": ("=SOMME(«letter»«n»;«letter»«m»)\n",),
            "pt": ("=PROCV(A«n»;$H$2:$K$90;3;FALSO)\n",),
        },
    )
    run = k.ramp(rng, 2, 120, k.ONE)
    return k.loop(k.lead(rng, lang), unit, "\n", 26, n=run, m=run.plus(rng.randint(3, 30)))


def _blank_rows(rng: Random) -> Loop:
    """Numbered rows to fill in: forms have some of them, so that only long runs are loops."""
    lang = rng.choice(_LANGS)
    unit, closing = rng.choice(
        (
            ("| «n» | | | |\n", "| | | | |\n"),
            ("<tr><td>«n»</td><td></td><td></td></tr>\n", "</table>\n\n"),
            ("«n». ____________________\n", "\nSignature\n"),
            ("«n» & & & \\\\ \\hline\n", "\\end{tabular}\n\n"),
            ("«n») ........................\n", "(end)\n"),
        )
    )
    return k.loop(k.lead(rng, lang), unit, closing, 34, True, n=k.ramp(rng, 1, 40, (1, 1, 1, 1, 2)))


_TABLES = "counter: tables and cells"
KINDS = (
    PositiveKind(
        "v: rows of one item", _TABLES, k.either(_html_rows, _latex_rows), ("tail", "closed")
    ),
    PositiveKind("v: multiples without end", _TABLES, _multiples),
    PositiveKind("v: csv and formulas", _TABLES, k.either(_csv, _formulas), ("tail", "stray")),
    PositiveKind("v: columns without end", _TABLES, _columns, ("tail", "closed")),
    PositiveKind("v: layout tokens", _TABLES, _tokens),
    PositiveKind("v: rows to fill in", _TABLES, _blank_rows, ("tail", "closed")),
)
IN_LETTERS: tuple[str, ...] = ()
WITH_POINT: tuple[str, ...] = ("v: multiples without end",)
