"""Rows of tables whose cells stay as they are beside a number that goes on."""

from random import Random

from degeneration import material as m
from degeneration.held_out import counters_tools as t
from degeneration.held_out import material_counters as mc
from degeneration.sample import Loop

_GOODS = {
    "pt": ["Parafuso sextavado", "Luva de procedimento", "Resma de papel A4"],
    "en": ["Hex bolt, zinc plated", "Exercise book, ruled", "Tin plate, common"],
    "de": ["Sechskantschraube verzinkt", "Aktenordner, grau", "Stück Leinwand"],
    "es": ["Tornillo galvanizado", "Saco de harina", "Cuaderno rayado"],
    "tr": ["Galvanizli vida", "Çizgili defter", "Un çuvalı"],
    "el": ["Βίδα γαλβανιζέ", "Τετράδιο ριγέ", "Σακί αλεύρι"],
}
_UNITS = ("un.", "pcs", "Stk.", "ud.", "1", "-", "kg", "1,00")
_PEOPLE = {
    "ru": ["Иванов И. И. — явился", "Петрова А. С., прачка, неграмотна", "то же, той же волости"],
    "zh": ["王德明　同上　已缴", "李氏　本县人　无", "同前　未到"],
    "ja": ["山田太郎　右同断　出席", "佐藤ハナ　同村　異議なし"],
    "ko": ["김영수 위와 같음 출석", "이순자 동 주소 무직"],
    "ar": ["محمد بن علي، حاضر، كما سبق", "فاطمة بنت سالم، غائبة، بلا عذر"],
    "hi": ["राम लाल, उपस्थित, यथोपरि", "सीता देवी, अनुपस्थित, कारण अज्ञात"],
}
_DITTO = ("〃", "do.", '"', "idem", "id.", "dgl.", "то же", "''")


def _html(rng: Random) -> Loop:
    language, good = t.pick(rng, _GOODS)
    attribute = rng.choice(("", "", ' class="num"', ' align="right"', ' style="width:8%"'))
    cells = [f"<td{attribute}>{{n}}</td>", f"<td>{good}</td>", f"<td>{rng.choice(_UNITS)}</td>"]
    if rng.random() < 0.3:
        cells = [cells[1], cells[0], cells[2]]
    gap = rng.choice(("", "\n", "\n    "))
    row = f"<tr>{gap}{gap.join(cells)}{gap.rstrip(' ')}</tr>\n"
    lead = f"<p>{mc.opening(rng, language).strip()}</p>\n<table>\n<tr><th>#</th></tr>\n"
    return t.counting(lead, t.filled(rng, row), "</table>\n", least=20)


def _markdown(rng: Random) -> Loop:
    language, good = t.pick(rng, _GOODS)
    unit = rng.choice(_UNITS)
    price = rng.choice(("", f" {m.money(rng)} |", " — |", f" {m.money(rng)} | {m.money(rng)} |"))
    width = rng.choice((0, 0, 3, 5))
    start = t.begin(rng)
    lead = mc.opening(rng, language) + "| Nr. | | |\n|---|:--|---|\n"
    head = rng.choice(("| ", "| **", "| `"))
    tail = {"| ": " |", "| **": "** |", "| `": "` |"}[head]
    units = t.each(
        lambda n: f"{head}{n:0{width}d}{tail} {good} | {unit} |{price}\n", start, t.step(rng)
    )
    return t.counting(lead, units, "\n", least=20)


def _latex(rng: Random) -> Loop:
    language, good = t.pick(rng, _GOODS)
    cell = rng.choice(("--", "\\checkmark", "$0$", "id.", "\\textit{idem}"))
    rule = rng.choice(("", " \\hline", "[2pt]"))
    row = rng.choice((f"{{n}} & {good} & {cell}", f"{good} {{n}} & {cell} & {cell}"))
    lead = mc.opening(rng, language) + "\\begin{tabular}{rll}\n\\toprule\n"
    units = t.filled(rng, f"{row} \\\\{rule}\n")
    return t.counting(lead, units, "\\bottomrule\n\\end{tabular}\n", least=20)


def _roll(rng: Random) -> Loop:
    language, person = t.pick(rng, _PEOPLE)
    mark = rng.choice(("{n}. #", "№ {n} #", "{n}) #", "{n}\t#", "| {n} | # |", "({n}) #"))
    unit = mark.replace("#", person) + "\n"
    lead = mc.opening(rng, language)
    if not mark.startswith("|"):
        lead += t.listed(rng, language, mark.replace("{n}", "#").rstrip("#"), 2)
    return t.counting(lead, t.filled(rng, unit, rng.randint(3, 200)), "\n", least=12)


def _ditto(rng: Random) -> Loop:
    mark = rng.choice(_DITTO)
    word = rng.choice(("Mr.", "Wwe", "Lot", "Acker", "casa", "дом", "Stall", "quinta"))
    marks = rng.choice(("  ", " ", "\t", " | ")).join([mark] * rng.randint(1, 3))
    row = rng.choice((f"{word} {{n}}  {marks}\n", f"{{n}}  {word}  {marks}\n"))
    lead = mc.opening(rng, rng.choice(("en", "de", "fr")))
    # Ledgers do have runs of ditto marks: this one is longer than any page.
    return t.counting(lead, t.filled(rng, row, by=1), "\n\n", least=140)


def _cells(rng: Random) -> Loop:
    word = rng.choice(("Kasse", "Etage", "Sala", "Quarto", "Room", "Комната", "Salle", "호실"))
    state = rng.choice(("frei", "libre", "vago", "vacant", "занята", "대기", "closed"))
    cell = rng.choice(
        (
            f'<td id="c#">{word} #: {state}</td>',
            f"<th>{word} #</th><td>{state}</td>",
            f'<td data-n="#">{state}</td>',
            f" {word} # {state} |",
        )
    )
    language = rng.choice(("de", "es", "ko", "ru"))
    lead = mc.opening(rng, language) + ("| " if cell.endswith("|") else "<table><tr>")
    close = "\n" if cell.endswith("|") else "</tr></table>\n"
    return t.counting(lead, t.filled(rng, cell.replace("#", "{n}")), f"{close}\n", least=25)


KINDS = (
    t.kind("goods in html", "table rows", _html, "tail", "closed"),
    t.kind("goods in markdown", "table rows", _markdown, "tail", "recovered"),
    t.kind("goods in latex", "table rows", _latex, "tail", "closed"),
    t.kind("roll of one person", "table rows", _roll, "tail", "stray"),
    t.kind("ditto beyond the page", "table rows", _ditto),
    t.kind("cells of one row", "table rows", _cells, "tail", "stray"),
)
