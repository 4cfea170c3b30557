"""Exact loops of a character or a few: letters, marks, emoji, blanks, rules, empty cells."""

from random import Random

from degeneration import material as m
from degeneration.judged.sixth import material_exact as x
from degeneration.sample import Loop, PositiveKind

SCRAPS = "exact: characters and scraps"
EMPTY = "exact: blanks, rules and empty cells"

_HELD = [
    *(("en", " She shouted across the yard: N", "o"), ("en", " and the kettle went s", "h")),
    *(("en", " The gate, it says, was made by hand and is all of m", "m"), ("de", " Brr", "r")),
    *(("en", " 1/7 is less than 1/3 = 0.", "3"), ("es", " La razón es 0,1", "6")),
    *(("en", " Their quotient is 99.", "9"), ("fr", " et l'on entendit : « A", "h")),
    *(("es", " ¡Go", "o"), ("it", " Ahi", "i"), ("pl", " Oj", "j"), ("tr", " Eve", "t")),
    *(("ru", " и кто-то крикнул: А", "а"), ("ru", " М", "м"), ("el", " Α", "α")),
    *(("ar", " ثم قال: ه", "ه"), ("ar", " يا", "ا"), ("he", " ואז צעק: א", "א"), ("hi", " आ", "आ")),
    *(("zh", "他愣了一下,只说了声", "啊"), ("zh", "字迹难辨,似为“", "口")),
    *(
        ("ja", "遠くで汽笛が鳴った。ボ", "ー"),
        ("ja", "「あ", "ぁ"),
        ("ko", " 그러자 모두 웃었다 ", "ㅋ"),
    ),
    *(("vi", " Trời ", "ơ"), ("la", " Anno Domini MDCC", "I"), ("pt", " Olá", "á")),
]
"""The language, how the clean text ends, and the letter or digit it is stuck on."""

_MARKS = [
    *(("hi", "क", "\u093e"), ("hi", "त", "\u094d"), ("hi", "म", "\u0902"), ("ar", "م", "\u0651")),
    *(("ar", "ل", "\u064e\u0651"), ("he", "ש", "\u05c1"), ("he", "ב", "\u05b8\u05bc")),
    *(("vi", "e", "\u0302\u0301"), ("en", "o", "\u0304"), ("el", "α", "\u0301")),
    *(("la", "q", "\u0303"), ("ru", "и", "\u0306"), ("ja", "は", "\u3099"), ("ko", "가", "\u11a8")),
]

_EMOJI = [
    *(
        "😂",
        "🙏",
        "🙏🏽",
        "❤️",
        "👨\u200d👩\u200d👧",
        "🇧🇷",
        "🎉🎊",
        "✨ ",
        "👍\n",
        "🔥🔥🚀",
        "😊🌸",
        "💪🏿 ",
    ),
    *("🤔💭", "🏳️\u200d🌈", "☕📚", "👏 ", "😅😅😂", "🧑\u200d🏫📝", "🌊🌊🌊🐟"),
]
_CHAT = [
    "Of course! Here is a caption for the photo you sent of the {g} on the market stall.",
    "Thank you so much for sharing this page, {m}! I have typed up the part on {g} for you.",
    "¡Claro que sí! Aquí tienes el texto de la factura de {m}, con la línea de {g}.",
    "Gerne! Auf dem Bild sieht man einen Lieferschein über {g}, ausgestellt von {m}.",
    "Конечно! На снимке накладная, получатель {m}, товар: {g}.",
    "当然可以!图片里是一张收据,经手人{m},货品是{g},右下角盖有红色印章,日期比较模糊。",
    "もちろんです!写真の領収書には{g}と書かれていて、宛名は{m}様のようです。",
    "Avec plaisir ! Le document est une lettre de {m} qui commande {g} pour la boutique.",
]
_LAUGHS = [
    *(
        "ha",
        "he ",
        "ja",
        "kkk ",
        "hue",
        "ах",
        "хе-",
        "ха",
        "ㅎㅎㅠ",
        "哈",
        "ほほ",
        "w草",
        "555 ",
        "lol ",
        "MDR ",
    ),
    *(
        "rs",
        "χα",
        "חח",
        "هه ",
        "هاها ",
        "ahah ",
        "eh, ",
        "тук-",
        "tra-la-",
        "ba dum ",
        "嘿嘿,",
        "あはは、",
    ),
]
_MOJIBAKE = [
    *(
        "Ã‚Â",
        "â€",
        "â€œ",
        "Ð°Ð",
        "ï¿½",
        "锟斤拷",
        "烫",
        "\\xc3\\x83",
        "&acirc;&euro;",
        "Ã©",
        "\\u00c2",
        "ÃƒÆ’",
    ),
    *(
        "Ñ‚Ð",
        "=C3=A9",
        "+AOk-",
        "%C3%83",
        "<0xE2><0x80>",
        "Å¡",
        "ã€",
        "\ufeffï»",
        "Ô±",
        "¿½ï",
    ),
]

_STAMPED = [
    "кжяЩЮ4",
    "RVFtq8ß",
    "λΩξφ",
    "לשצם",
    "عغقح",
    "んゞのゐ",
    "々区庁印",
    "관인청",
    "กฐธฎ",
    "BºNª",
    "þðøæ",
]
"""Signs that a round stamp is taken for."""

_RULES = [
    *(
        "· ",
        "‥",
        "…",
        "＿",
        "—",
        "▁",
        "■",
        "═",
        "╌",
        "* ",
        "\\_",
        "- - ",
        "~ ",
        "‗",
        "٠",
        "・",
        "◦ ",
        "⋯",
    ),
    *(
        "=-",
        ".\u2009",
        "-·-",
        "\\dotfill ",
        "╍╍ ",
        "⸺",
        "─┼",
        "* * *\n",
        "~*~ ",
        "<hr>\n",
        "---\n\n",
        "۔",
    ),
]
_WHITE = [
    *(
        " ",
        "\n",
        "\t",
        "\u3000",
        "\n\n",
        " \n",
        "\u200b",
        "&nbsp;",
        "&emsp;",
        "<br>",
        "<br/>\n",
        "\\n",
        "\\quad ",
    ),
    *(
        "\\\\\n",
        "\\t",
        "\r\n",
        "\u00a0 ",
        "~",
        "\\ ",
        "\\hspace{1em} ",
        "&#160;",
        "\n\t\n",
        "<p></p>\n",
        "\u00ad",
    ),
]
_CELLS = [
    *(("<td></td>", "</tr></table>"), ("<td>&nbsp;</td>\n", "</tr>\n</table>\n"), ("| ", "|\n")),
    *((" |  |  |\n|", "\n\n"), ("<tr><td></td><td></td></tr>\n", "</tbody></table>\n")),
    *(('"", ', '""]}'), ("null, ", "null]}"), ('{"text": ""}, ', '{"text": ""}]}'), (",", "\n")),
    *((" & ", " \\\\\n\\end{tabular}\n"), ("; ", "\n"), ("[], ", "[]]\n"), ("{}, ", "{}]}\n")),
    *(
        ('<td class="c"></td>', "</tr></table>"),
        ("\t\t\n", "\n"),
        ("| --- ", "|\n"),
        ("|:-:", "|\n"),
    ),
    *(
        ("- \n", "\n"),
        ("☐ \n", "\n"),
        ("> \n", "\n"),
        ("<li></li>\n", "</ul>\n"),
        ("\\item \n", "\n"),
    ),
    *(
        ("()", "\n"),
        ("[ ] ", "\n"),
        ("「」", "\n"),
        ("* [ ] \n", "\n"),
        ("«» ", "\n"),
        ("#\n\n", "\n"),
    ),
    *(("<table><tr><td>", "</td></tr></table>\n"), ("<div>\n", "</div>\n"), ("{{", "}}\n")),
]
_NOUGHTS = [
    *(
        ("0", "\n"),
        ("0.0, ", "0.0]}"),
        ("0,00 ", "\n"),
        ("| 0 ", "|\n"),
        ("0 0 0\n", "\n"),
        ("000 ", "\n"),
    ),
    *(("[0, 0, 0, 0], ", "[0, 0, 0, 0]]}"), ("<td>0</td>", "</tr></table>"), ("R$ 0,00\n", "\n")),
    *(
        ("0x00, ", "0x00};\n"),
        ("& 0.000 ", "\\\\ \\end{array}$$\n"),
        ("-0.00\t", "\n"),
        ("٠", "\n"),
    ),
    *(
        ("0;0;", "\n"),
        ("\\x00", '"\n'),
        ("00:00 ", "\n"),
        ("○", "\n"),
        ("<td>0.00%</td>\n", "</tr>\n"),
    ),
]


def _held_letter(rng: Random) -> Loop:
    language, end, letter = rng.choice(_HELD)
    return x.again(x.lead(rng, language, 100, 1800) + end, letter)


def _marks(rng: Random) -> Loop:
    language, base, marks = rng.choice(_MARKS)
    between = "" if language == "ja" else " "
    return x.again(x.lead(rng, language, 100, 1500) + between + base, marks)


def _chat_lead(rng: Random) -> str:
    lead = rng.choice(_CHAT).format(g=rng.choice(x.GOODS), m=rng.choice(x.NAMES))
    return lead + rng.choice("\n ") + x.any_lead(rng, 100, 900)


def _emoji(rng: Random) -> Loop:
    return x.again(_chat_lead(rng) + rng.choice((" ", "\n\n")), rng.choice(_EMOJI))


def _laughter(rng: Random) -> Loop:
    who = rng.choice(x.NAMES)
    end = rng.choice((f'\n{who}: "', f"\n\n[{who}] ", "\n- ", "\n<laugh>", "\n(risos) ", "\n— "))
    return x.again(_chat_lead(rng) + end, rng.choice(_LAUGHS))


def _mojibake(rng: Random) -> Loop:
    lead = x.lead(rng, rng.choice(("fr", "de", "es", "ru", "zh", "pl", "pt")), 100, 1600)
    return x.again(lead + rng.choice((" ", "\n", " caf", " Stra")), rng.choice(_MOJIBAKE))


def _headings(rng: Random) -> str:
    """A table of contents or a form's first lines, no two alike."""
    titles = rng.sample(x.sentences(rng, rng.choice(("en", "de", "fr", "it", "tr", "ru"))), 5)
    return "".join(
        f"{rng.choice(('', '§ ', '• '))}{title[:-1]} {rng.choice(x.NAMES)} {rng.randint(2, 400)}\n"
        for title in titles
    )


def _ruled(rng: Random) -> Loop:
    lead = _headings(rng) if rng.random() < 0.5 else x.any_lead(rng, 100, 1500) + "\n"
    lead += rng.choice(("", "Unterschrift: ", "Total ", "Firma ", "备注:", "Αρ. ", "Chapitre IV "))
    return x.again(lead, rng.choice(_RULES), filler=True)


def _white(rng: Random) -> Loop:
    return x.again(x.any_lead(rng, 100, 2500), rng.choice(_WHITE), filler=True)


def _stock(rng: Random, rows: int) -> list[tuple[str, str]]:
    return [(goods, x.number(rng)) for goods in rng.sample(x.GOODS, rows)]


def _table_start(rng: Random, unit: str) -> str:
    """Rows of the structure that the empty cells are in, then a row that has begun."""
    stock = _stock(rng, rng.randint(4, 14))
    if "<" in unit:
        rows = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>\n" for a, b in stock)
        return f"<p>{x.any_lead(rng, 100, 600)}</p>\n<table>\n{rows}<tr>"
    if unit[0] in '"n{[':
        rows = ", ".join(f'["{a}", "{b}"]' for a, b in stock)
        return '{"title": "' + rng.choice(x.NAMES) + '", "rows": [' + rows + ", ["
    sign = next((s for s in ("&", "|", ";", ",", "\t") if s in unit), "  ")
    return x.any_lead(rng, 100, 500) + "\n\n" + "".join(f"{a}{sign}{b}\n" for a, b in stock)


def _cells(rng: Random) -> Loop:
    unit, closing = rng.choice(_CELLS)
    return x.again(_table_start(rng, unit), unit, closing, filler=True)


def _noughts(rng: Random) -> Loop:
    unit, closing = rng.choice(_NOUGHTS)
    start = _table_start(rng, unit)
    if unit[0] in "0\\٠○" and not start.endswith("["):
        start += rng.choice(("Saldo ", "Σ ", "total: ", "合计 ", "Übertrag ", "x = "))
    return x.again(start, unit, closing, filler=True)


def _reference(rng: Random) -> str:
    return m.code(rng, rng.randint(1, 3), rng.randint(2, 5))


def _tic(rng: Random) -> Loop:
    """Two or three signs with something of content, as where a stamp or a margin is misread."""
    a, b = rng.sample(rng.choice(_STAMPED), 2)
    unit = a + rng.choice(("", " ", ".", "-", "'", "°", "/", "|")) + b
    unit += rng.choice((" ", "", "\n", ", ", ") ", "; "))
    return x.again(x.any_lead(rng, 100, 1500) + f"\n{_reference(rng)} ", unit)


KINDS: tuple[PositiveKind, ...] = (
    PositiveKind("w: letter held without breath", SCRAPS, _held_letter, ("tail", "tail", "stray")),
    PositiveKind("w: accents piled on a letter", SCRAPS, _marks),
    PositiveKind("w: emoji under an answer", SCRAPS, _emoji, ("tail", "tail", "stray")),
    PositiveKind("w: laughter written out", SCRAPS, _laughter, ("tail", "recovered")),
    PositiveKind("w: bytes in the wrong encoding", SCRAPS, _mojibake),
    PositiveKind("w: stamp misread in two signs", SCRAPS, _tic),
    PositiveKind("w: rule of unusual signs", EMPTY, _ruled, ("tail", "tail", "recovered")),
    PositiveKind("w: sheet left white", EMPTY, _white, ("tail", "tail", "stray")),
    PositiveKind("w: cells and items with nothing in", EMPTY, _cells, ("tail", "closed")),
    PositiveKind("w: noughts down the column", EMPTY, _noughts, ("tail", "tail", "closed")),
)
