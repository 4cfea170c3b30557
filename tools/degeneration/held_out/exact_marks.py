"""Exact loops of single characters, digits, escapes and ornaments."""

from random import Random

from degeneration import material as m
from degeneration.held_out.exact_tools import deal, exact, fill, opened, page
from degeneration.sample import Loop, PositiveKind

CATEGORY = "exact: characters and marks"

_LAUGHS = {"zh": "哈嘿呵啊嗯哇呜", "ko": "아하와ㅋ흐", "ja": "笑草あーうは"}
_ORNAMENTS = [
    "~*~",
    "❦ ",
    "◆◇",
    "·:·",
    "=-",
    "<>",
    "+~",
    "※ ",
    "░▒",
    "◦ ",
    "/\\",
    "-=*=-",
    "═╬",
    "⁂ ",
]
_ENTITIES = ["&nbsp;", "&#160;", "&emsp;", "&ensp;&nbsp;", "\u00a0\u2003", "\\quad ", "&#x2003;"]
_ESCAPES = ["\\n", "\\u0000", "\\t", "\\r\\n", "\\\\", "\\u00a0", "\\n\\t"]
_LOST = ["\ufffd", "□", "?", "▯", "■", "\u2588", "·", "_", "="]


def _laugh(rng: Random) -> Loop:
    """A chat or a recogniser that does not stop laughing, one character at a time."""
    lang, lead, kept = opened(rng, tuple(_LAUGHS))
    char = rng.choice(_LAUGHS[lang])
    lead = lead + "\n" + rng.choice(("", "A: ", "> ", "-- ", "「")) + kept[0]
    closing = rng.choice(("」\n", "。\n\n", "!\n", "\n\n")) + kept[1] + "\n"
    return exact(lead, char, closing, least=120)


def _lost_script(rng: Random) -> Loop:
    """A script that the model cannot read, as one mark for each letter."""
    _, lead, kept = opened(rng)
    lead += "\n" + kept[0] + rng.choice((" ", "\n", ": "))
    return exact(lead, rng.choice(_LOST), filler=True, least=400)


def _ornament(rng: Random) -> Loop:
    """The border of a page as ornaments."""
    unit = rng.choice(_ORNAMENTS) * rng.choice((1, 1, 1, 4))
    unit += rng.choice(("", "", "\n"))
    _, lead, kept = opened(rng)
    return exact(lead + "\n\n", unit, "\n\n" + kept[0] + "\n\n", filler=True, least=100)


def _entities(rng: Random) -> Loop:
    """Blanks of a layout, each as an entity or a command."""
    _, lead, kept = opened(rng)
    tag = rng.choice(("p", "td", "div", "span"))
    unit = rng.choice(_ENTITIES) + rng.choice(("", "", " "))
    lead = f"<{tag}>{lead}</{tag}>\n<{tag}>{kept[0]}"
    return exact(lead, unit, f"{kept[1]}</{tag}>\n", filler=True, least=120)


def _decimals(rng: Random) -> Loop:
    """Decimals without end, of a number that ended long ago or of a fraction."""
    digits = "".join(rng.choices("0123456789", k=rng.choice((1, 1, 2, 3, 6, 7, 9))))
    unit = digits if digits.strip("0") else "3"
    _, lead, kept = opened(rng)
    key = m.content_word(rng)
    number = f"{rng.randint(0, 980)}.{rng.randint(1, 99)}"
    how = rng.choice(
        (
            f'\n{{"{key}": "{kept[0]}", "ratio": {number}',
            f"\n{kept[0]} $$x = \\frac{{{rng.randint(2, 99)}}}{{{rng.randint(3, 97)}}} = {number}",
            f"\n{key}\t{rng.randint(2, 99)}\t{number}",
        )
    )
    return exact(lead + how, unit)


def _escapes(rng: Random) -> Loop:
    """Escaped line ends and blanks in a string of JSON."""
    _, lead, kept = opened(rng)
    keys = rng.choice((("text", "page"), ("content", "lang"), ("ocr", "status"), ("body", "id")))
    lead = f'{{"{keys[0]}": "' + lead.replace("\n", "\\n") + " " + kept[0]
    closing = f'", "{keys[1]}": "{m.content_word(rng)}"}}\n'
    return exact(lead, rng.choice(_ESCAPES), closing, filler=True, least=150)


def _base64(rng: Random) -> Loop:
    """A picture that the model tries to write out in base64."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    dealt = deal(rng, "en")
    lead = f"# {m.title(rng)}\n\n{page(rng, 'en', dealt)}\n\n"
    form = rng.choice(("png", "jpeg", "gif", "svg+xml"))
    head = rng.choice((f"![{m.phrase(rng)}](", f'<img alt="{m.phrase(rng)}" src="'))
    start = "".join(rng.choices(letters, k=rng.randint(40, 300)))
    unit = "".join(rng.choices(letters, k=rng.choice((4, 4, 8, 11, 16, 40))))
    close = ")\n\n" if head[0] == "!" else '">\n\n'
    return exact(f"{lead}{head}data:image/{form};base64,{start}", unit, "==" + close)


def _tablature(rng: Random) -> Loop:
    """Bars of a tablature or of a melody in letters, the same bar again and again."""
    _, lead, kept = opened(rng)
    if rng.random() < 0.5:
        notes = "".join(rng.choice(("-", "-", "--", str(rng.randint(0, 12)))) for _ in range(12))
        head, unit = f"{rng.choice('eBGDA')}|", f"{rng.randint(0, 9)}{notes}|"
    else:
        notes = "".join(
            rng.choice("ABcdefgGFEz") + rng.choice(("", "2", "/2", "'")) for _ in range(8)
        )
        head, unit = (
            f"X:{rng.randint(1, 90)}\nM:{rng.choice(('4/4', '6/8', '3/4'))}\nK:D\n",
            f"{notes} | ",
        )
    close = "|]\n\n" + fill(rng, kept[1]) + "\n\n"
    # Tunes do repeat a bar, four or eight times.
    return exact(f"{lead}\n\n{kept[0]}\n{head}", unit, close, least=20)


KINDS = (
    PositiveKind("v: laughing character", CATEGORY, _laugh, ("tail", "closed", "recovered")),
    PositiveKind("v: unread script", CATEGORY, _lost_script, ("tail", "stray")),
    PositiveKind("v: ornamental border", CATEGORY, _ornament, ("tail", "recovered")),
    PositiveKind("v: blank entities", CATEGORY, _entities, ("tail", "stray", "closed")),
    PositiveKind("v: endless decimals", CATEGORY, _decimals, ("tail", "stray")),
    PositiveKind("v: escaped blanks", CATEGORY, _escapes, ("tail", "closed")),
    PositiveKind("v: base64 picture", CATEGORY, _base64, ("tail", "closed")),
    PositiveKind("v: same bar of music", CATEGORY, _tablature, ("tail", "recovered")),
)
