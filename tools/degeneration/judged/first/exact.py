"""Exact loops of other makes: speech, thought, prose, scripts, symbols."""

from collections.abc import Callable
from random import Random

from degeneration import material as m
from degeneration.judged.first import material as u
from degeneration.judged.first.material import Style, again
from degeneration.sample import PositiveKind

Unit = Callable[[Random, Style], str]

SPEECH = (
    "Thank you for watching!",
    "Thanks for watching, and don't forget to like and subscribe.",
    "Subtitles by the Amara.org community",
    "Legendas pela comunidade Amara.org",
    "Subtítulos realizados por la comunidad de Amara.org",
    "Untertitel der Amara.org-Community",
    "ご視聴ありがとうございました。",
    "字幕由Amara.org社区提供",
    "Продолжение следует...",
    "시청해주셔서 감사합니다.",
    "اشتركوا في القناة",
    "(música suave)",
    "[inaudible]",
)
STUTTERS = (
    "I mean, ",
    "you know, ",
    "no, ",
    "né, ",
    "então, ",
    "a gente ",
    "es que ",
    "genau, ",
    "voilà, ",
    "uh-huh. ",
    "the the ",
    "и ",
    "那个，",
    "はい。",
    "नहीं ",
    "ครับ",
)


def one_of(*units: str) -> Unit:
    return lambda rng, style: rng.choice(units)


# ---------------------------------------------------------------------------- prose


def _doubt(rng: Random, style: Style) -> str:
    """A thought that is had again and again."""
    what, other, number = u.phrase(rng, "en", 1, 3), u.word(rng, "en"), rng.randint(2, 9999)
    return rng.choice(
        (
            f"Wait, let me check the {what} again. ",
            f"Hmm, but the {what} is {number}. Wait, no. Let me recompute the {other}. ",
            f"Actually, I should re-read the {what}. It says {number}, so the {other} is {number}"
            f".\n\nWait, that is not right.\n\n",
            f"But the {what} could also be the {other}.\nSo the {other} could be {number}.\n",
            f"Espera, voy a comprobar {other} otra vez: {number}. ",
            f"Okay, so the {what}... ",
        )
    )


def _turns(rng: Random, style: Style) -> str:
    asked, told = u.sentence(rng, style.tongue, 3, 9), u.sentence(rng, style.tongue, 5, 25)
    return style.of(
        f"User: {asked}\nAssistant: {told}\n\n",
        f"<|user|>{asked}<|end|>\n<|assistant|>{told}<|end|>\n",
        f"**{u.person(rng, style.tongue)}**: {asked}\n\n",
        f"Assistant: {told}\n",
    )


def _long_paragraph(rng: Random, style: Style) -> str:
    return u.paragraph(rng, style.tongue, rng.randint(280, 750)) + rng.choice((" ", "\n", "\n\n"))


def _clause(rng: Random, style: Style) -> str:
    return u.phrase(rng, style.tongue, 3, 9) + rng.choice((", and ", ", que ", " – ", " / "))


def _near_twice(rng: Random, style: Style) -> str:
    """A unit that says nearly the same two or three times, so that half of it looks like all."""
    words = u.sentence(rng, style.tongue, 8, 16).split()
    out = []
    for _ in range(rng.randint(2, 3)):
        words[rng.randrange(1, len(words) - 1)] = u.word(rng, style.tongue)
        out.append(" ".join(words))
    return " ".join(out) + rng.choice((" ", "\n"))


def _twice_then_other(rng: Random, style: Style) -> str:
    """AAB, or AAAB: a stutter within the unit."""
    a, b = u.phrase(rng, style.tongue, 1, 4), u.phrase(rng, style.tongue, 1, 4)
    between = rng.choice((", ", "\n", ". ", " "))
    return (a + between) * rng.randint(2, 3) + b + between


def _chorus(rng: Random, style: Style) -> str:
    a, b, c = (u.phrase(rng, style.tongue, 3, 7).capitalize() for _ in range(3))
    return f"{a},\n{b},\n{a},\n{c}.\n\n"


def _running_head(rng: Random, style: Style) -> str:
    """Header and footer of a page that has nothing in between."""
    total = rng.randint(3, 60)
    page = rng.randint(1, total)
    foot = rng.choice(
        (f"{page}/{total}", f"Page {page} of {total}", f"- {page} -", f"Seite {page}")
    )
    return (
        f"{u.title(rng, style.tongue, 2, 5).upper()}\n\n{u.person(rng, style.tongue)}\n{foot}\n\n"
    )


# ---------------------------------------------------------------------------- scripts and filler


def _japanese(rng: Random, style: Style) -> str:
    parts = [m.script_sentence(rng, rng.choice(("han", "kana")), 1, 2)[:-1] for _ in range(4)]
    return rng.choice(("{}：{}、{}の{}。", "「{}は{}」と{}{}。", "・{}（{}）{}　{}\n")).format(
        *parts
    )


def _one_han(rng: Random, style: Style) -> str:
    return rng.choice("的一是了我不人在他有这中大来上国の、ー々ん")


def _han_pairs(rng: Random, style: Style) -> str:
    key, value = (m.script_sentence(rng, "han", 1, 3)[:-1] for _ in range(2))
    return f"{key}：{value}" + style.of("；", "\n", "，")


def _arabic(rng: Random, style: Style) -> str:
    text = m.script_sentence(rng, "arabic", 3, 9)[:-2]
    return text.replace(" ", rng.choice((" ", " و")), 2) + rng.choice(("، ", "؛ ", ".\n"))


def _long_script(script: str) -> Unit:
    return lambda rng, style: m.script_prose(rng, script, rng.randint(250, 600)) + "\n"


def _script_row(rng: Random, style: Style) -> str:
    script = style.of("cyrillic", "greek", "hangul", "devanagari")
    cells = [m.script_sentence(rng, script, 1, 3).rstrip("। .") for _ in range(3)]
    return f"| {cells[0]} | {cells[1]} | {rng.randint(2, 900)} | {cells[2]} |\n"


_symbols = one_of("█", "■", "●", "★", "♪ ", "~", "#", "%", "°", "^", "ـ", "|", "• ", "→", "\\_")
_boxes_to_tick = one_of("☐ ", "[ ] ", "( ) ", "☐\n", "- [ ] \n", "□", "(   ) ", "○ ")
_rules = one_of(
    "<br>", "<br/>\n", "<hr/>", "\\hline\n", "\\\\\n", "\\quad ", "&emsp;", "---\n", "~\\\\ ", "\\,"
)
_borders = one_of("+-----+-----+\n", "|  |  |  |\n", "| :---: ", "├──", "=====|", "<td/>", "\u200b")
_empties = one_of('{"text": ""}, ', "{}, ", "[], ", '[""], ', "nan, ", "NULL, ", "- \n", '"": "", ')


_TEXT, _SCRIPT, _FILL, _TALK = (
    "exact: prose",
    "exact: scripts",
    "exact: filler",
    "exact: speech and thought",
)


def _spoken(rng: Random, style: Style) -> str:
    return rng.choice(SPEECH) + " "


KINDS = (
    PositiveKind("doubt", _TALK, again(_doubt, u.reasoning)),
    PositiveKind("speech after the end", _TALK, again(_spoken, u.speech)),
    PositiveKind("stutter", _TALK, again(one_of(*STUTTERS), u.speech)),
    PositiveKind("chat turns", _TALK, again(_turns, u.chat)),
    PositiveKind("long paragraph", _TEXT, again(_long_paragraph)),
    PositiveKind("clause", _TEXT, again(_clause)),
    PositiveKind("nearly the same twice", _TEXT, again(_near_twice)),
    PositiveKind("stutter in the unit", _TEXT, again(_twice_then_other)),
    PositiveKind("chorus", _TEXT, again(_chorus, least=8)),
    PositiveKind("running head", _TEXT, again(_running_head, least=5)),
    PositiveKind("kanji and kana", _SCRIPT, again(_japanese, u.script_page("kana"))),
    PositiveKind("one han character", _SCRIPT, again(_one_han, u.script_page("han"))),
    PositiveKind("han pairs", _SCRIPT, again(_han_pairs, u.script_page("han"), most=9)),
    PositiveKind("arabic clause", _SCRIPT, again(_arabic, u.script_page("arabic"))),
    PositiveKind("thai block", _SCRIPT, again(_long_script("thai"), u.script_page(""))),
    PositiveKind("devanagari block", _SCRIPT, again(_long_script("devanagari"), u.script_page(""))),
    PositiveKind("script row", _SCRIPT, again(_script_row, most=18)),
    PositiveKind("one symbol", _FILL, again(_symbols, filler=True)),
    PositiveKind("boxes to tick", _FILL, again(_boxes_to_tick, filler=True)),
    PositiveKind("breaks and rules", _FILL, again(_rules, filler=True)),
    PositiveKind("borders", _FILL, again(_borders, filler=True)),
    PositiveKind("empty values", _FILL, again(_empties, u.json_page, filler=True)),
)
