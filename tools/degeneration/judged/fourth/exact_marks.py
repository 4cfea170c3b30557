"""Exact loops of characters, marks and blanks."""

import json
from itertools import repeat
from random import Random

from degeneration import material as m
from degeneration.judged.fourth import material_exact as x
from degeneration.sample import Loop, PositiveKind

_LAUGHS = {
    # how it starts, then what goes on
    "en": "ha|ha;so|o;no|o;a|ha;lol|ol;yesss|s;aa|argh ;hm|m;brr|r",
    "es": "ja|ja;je|je;goo|o;siii|i;ay |ay ",
    "pt": "k|k;rs|rs;ha|ha;nã|ã;hua|hua",
    "ru": "а|ха;хи|хи;у|ра;да|а;ыы|ы",
    "ar": "ه|ه;لاا|ا;خ|خ",
    "th": "5|55;มาก|ก;อิ|อิ",
    "zh": "哈|哈;呜|呜;嘿|嘿嘿;啊|啊",
    "ja": "笑|w;あ|あ;うふ|ふ;ぎゃ|ー;え|っ",
    "ko": "ㅋ|ㅋ;ㅠ|ㅠ;하|하;으|아아",
    "el": "χα|χα;όχι|ι;ρε |ρε ",
}
_EMOJI = (
    *("😂", "🔥🔥💯", "👏🏽", "🙏🏻✨", "👨‍👩‍👧", "❤️", "🇧🇷🇵🇹", "😭💔 ", "🎉🎊🥳", "⬇️", "✅ ", "🚀"),
    *("👀👀 ", "🏳️‍🌈", "1️⃣", "🌸", "⚽🥅", "😍😘🥰"),
)
_RULES = (
    *("---|", ":---:|", " --- |", "-+", "----+", "═", "=", "─", "* ", "~", "_", "_ ", "=-", "─┼"),
    *("━━┿", "- - ", "#", "▬", "•", "/ "),
)
_LEADERS = (".", " .", ". ", "·", "…", " · ", "‥", "…… ", "._", "٠ ", "․", "・")
_BLANKS = (" ", "\n", "\n\n", "\t", "\u3000", " \n", "\u00a0", "\t\n", "    \n", "\u2003 ")
_MARKUP_BLANKS = ("&nbsp;", "&#160; ", "<br>", "<br/>\n", "&emsp;", "<p></p>\n", "<wbr>")
_ESCAPED_BLANKS = ("\\u00a0", "\\n", "\\t", "\\r\\n", " \\n", "\\u3000")
_PROLONGED = {
    # how the word starts, then the mark that it does not get rid of
    "ar": "الس|ـ;كت|ّ;الل|َ;محم|ْ",
    "hi": "र|ा;कि|ं;प|्र;गा|ँ",
    "th": "ต่าง|ๆ;น|้;จริง |ๆ ;ม|า",
    "ja": "コ|ー;ラ|ーー;人|々;ガ|゙",
    "zh": "人|〇;一|一",
    "ru": "и|́;о|̆",
    "el": "α|̈́;ι|ϊ",
    "de": "u|̈;e|̲",
}
_PIXELS = ("A", "AA", "Q0E/", "AgA", "/9j/", "////", "KK+Ci1g/A", "UU+AF4/B", "ff", "00ff", "gICA")
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def _start_and_unit(rng: Random, table: dict[str, str]) -> tuple[str, str, str]:
    lang = rng.choice(tuple(table))
    start, unit = rng.choice(table[lang].split(";")).split("|")
    return lang, start, unit


def laughter(rng: Random) -> Loop:
    lang, start, unit = _start_and_unit(rng, _LAUGHS)
    lines, form = [], rng.choice(("{}: ", "[{}] ", "<b>{}</b> ", "**{}:** "))
    for sentence in x.pool(rng, lang)[: rng.randint(4, 9)]:
        lines.append(form.format(x.person(rng, lang)) + sentence)
    return Loop(
        "exact", "\n".join(lines) + "\n" + form.format(x.person(rng, lang)) + start, repeat(unit)
    )


def leaders(rng: Random) -> Loop:
    lang, unit = x.language(rng), rng.choice(_LEADERS)
    page, lines = rng.randint(1, 9), []
    for sentence in x.pool(rng, lang)[: rng.randint(4, 9)]:
        page += rng.randint(1, 23)
        lines.append(f"{sentence[:-1]} {rng.choice(('—', '|', ','))} {page}")
    title = rng.choice(("", "- ", "§ ", "<li>")) + x.goods(rng, lang, 1)[0].title()
    return Loop("exact", "\n".join(lines) + f"\n{title} ", repeat(unit), filler=True)


def decimals(rng: Random) -> Loop:
    """The digits of a true fraction, never rounded."""
    lang = x.language(rng, ("en", "de", "fr", "es", "ru", "ja", "zh", "hi"))
    below = rng.choice((3, 7, 9, 11, 13, 17, 19, 21, 27, 33, 37, 41, 73, 101, 271))
    above = rng.choice([n for n in range(1, 3 * below) if n % below])
    digits, rest = "", above % below
    while not digits or rest != above % below:
        digits += str(rest * 10 // below)
        rest = rest * 10 % below
    point = "," if lang in ("de", "fr", "es", "ru") else "."
    form = rng.choice(
        ("$\\frac{{{}}}{{{}}} = {}{}", "{} ÷ {} = {}{}", "\\[ {}/{} \\approx {}{}", "{}:{} = {}{}")
    )
    lead = x.before(rng, lang, x.pool(rng, lang)) + form.format(above, below, above // below, point)
    return Loop("exact", lead, repeat(digits), closing=rng.choice(("$.\n", "\n\n", "…\n")))


def emoji(rng: Random) -> Loop:
    lang = x.language(rng)
    lead = x.before(rng, lang, x.pool(rng, lang), end=rng.choice((" ", "\n", "\n\n")))
    return Loop("exact", lead, repeat(rng.choice(_EMOJI)))


def ruling(rng: Random) -> Loop:
    lang, unit = x.language(rng), rng.choice(_RULES)
    head = " | ".join(x.heads(lang, x.columns(rng)))
    lead = x.before(rng, lang, x.pool(rng, lang)) + f"| {head} |\n" + ("|" if "|" in unit else "")
    return Loop("exact", lead, repeat(unit), filler=True)


def blanks(rng: Random) -> Loop:
    lang = x.language(rng)
    return Loop(
        "exact",
        x.before(rng, lang, x.pool(rng, lang), end=""),
        repeat(rng.choice(_BLANKS)),
        filler=True,
    )


def blanks_as_markup(rng: Random) -> Loop:
    lang = x.language(rng)
    text = x.before(rng, lang, x.pool(rng, lang), end=" ")
    if rng.random() < 0.5:
        tag = rng.choice(("p", "div", "td", "section"))
        lead = f"<{tag}>" + text.replace("\n\n", f"</{tag}>\n<{tag}>")
        return Loop("exact", lead, repeat(rng.choice(_MARKUP_BLANKS)), f"</{tag}>\n", filler=True)
    key = rng.choice(("text", "content", "page_text", "transcription", "body"))
    lead = f'{{"{key}": ' + json.dumps(text, ensure_ascii=False)[:-1]
    return Loop("exact", lead, repeat(rng.choice(_ESCAPED_BLANKS)), '"}\n', filler=True)


def escaped_again(rng: Random) -> Loop:
    lang = x.language(rng, ("en", "fr", "de", "es", "it", "pl"))
    first, second = x.goods(rng, lang, 2)
    text = x.before(rng, lang, x.pool(rng, lang))
    start, unit, closing = rng.choice(
        (
            (f"<p>{first} &", "amp;", f" {second}</p>\n"),
            (f'<a href="/{m.code(rng)}?q={first.split()[0]}%', "25", f'20">{second}</a>\n'),
            (f'{{"path": "{first}', "\\\\", f'{second}"}}\n'),
            (f"<td>{first} &lt;", "/&lt;", f" {second}</td>\n"),
            (f"<p>{first} &amp;quot;", "&amp;quot;", f"{second}</p>\n"),
            (f"{first}\\_{second}", "\\_", "\n\n"),
        )
    )
    return Loop("exact", text + start, repeat(unit), closing, filler=unit in ("\\\\", "\\_"))


def image_data(rng: Random) -> Loop:
    lang = x.language(rng)
    mime = rng.choice(("png", "jpeg", "gif", "svg+xml", "webp"))
    start, closing = rng.choice(
        (('<img src="', '">\n'), ("![](", ")\n\n"), ('{"image": "', '"}\n'))
    )
    data = "".join(rng.choices(_ALPHABET, k=rng.randint(40, 400)))
    lead = x.before(rng, lang, x.pool(rng, lang)) + f"{start}data:image/{mime};base64,{data}"
    return Loop("exact", lead, repeat(rng.choice(_PIXELS)), "=" + closing)


def prolonged(rng: Random) -> Loop:
    lang, start, unit = _start_and_unit(rng, _PROLONGED)
    return Loop(
        "exact", x.before(rng, lang, x.pool(rng, lang), end=x.gap(lang)) + start, repeat(unit)
    )


KINDS = (
    PositiveKind("laughter in a chat", "exact: characters", laughter, ("tail", "tail", "stray")),
    PositiveKind("leaders without a page number", "exact: blanks", leaders),
    PositiveKind("decimals of a fraction", "exact: characters", decimals, ("tail", "recovered")),
    PositiveKind("emoji under a post", "exact: characters", emoji, ("tail", "stray")),
    PositiveKind("rules and rulings", "exact: blanks", ruling, ("tail", "stray")),
    PositiveKind("white space after a page", "exact: blanks", blanks),
    PositiveKind("white space as markup", "exact: blanks", blanks_as_markup, ("tail", "closed")),
    PositiveKind("escapes of escapes", "exact: characters", escaped_again, ("closed", "tail")),
    PositiveKind("pixels of an inline image", "exact: characters", image_data, ("tail", "closed")),
    PositiveKind("marks that prolong a word", "exact: characters", prolonged),
)
