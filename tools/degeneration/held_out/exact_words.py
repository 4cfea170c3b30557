"""Exact loops of words and of speech."""

from random import Random

from degeneration import material as m
from degeneration.held_out import material_exact as x
from degeneration.held_out.exact_tools import (
    deal,
    exact,
    glue,
    identifier,
    language,
    opened,
    page,
    words,
)
from degeneration.sample import Loop, PositiveKind

WORDS = "exact: words"
SPEECH = "exact: speech and chat"

_ECHOES = (
    "bla-",
    "тук-",
    "тик-так-",
    "ding-dong ",
    "toc-toc-",
    "どきどき",
    "ざわざわ…",
    "滴答",
    "두근두근 ",
    "tak-tak, ",
    "la-la-",
    "טיק-טק ",
    "दम-दम ",
    "بم-بم ",
    "glu-glu ",
    "cri-cri, ",
    "vınn-",
)
_PIECES = {
    "de": ["schafts", "ungs", "wasser", "verwaltungs", "bahnhofs"],
    "tr": ["lerinin", "cilik", "daki", "leştir"],
    "el": ["ολογικο", "ποιητικο", "ισμο"],
    "ru": ["ейше", "овато", "ельно", "пере"],
    "ko": ["적인", "하였습니다만", "으로써"],
    "ja": ["的な", "における", "ということの"],
    "zh": ["的话", "主义", "有限公司", "进行了"],
    "hi": ["पूर्वक", "ओंका", "वाली"],
    "ar": ["المست", "وال", "ونها"],
}
_EMOJI = ["🎉", "✨", "🙏", "😂", "🔥", "💛", "🌿", "👏", "🚀", "🥳", "😭", "🫶"]
_CHEERS = [
    "Parabéns!",
    "Well done!",
    "Bravo !",
    "¡Felicidades!",
    "Поздравляю!",
    "おめでとう!",
    "恭喜!",
    "축하해요!",
    "مبروك!",
    "बधाई हो!",
    "Gratulacje!",
    "Tebrikler!",
    "Glückwunsch!",
]


def _stammer(rng: Random) -> Loop:
    """One or two function words in the midst of a sentence."""
    lang = language(rng, tuple(x.STAMMERS))
    dealt = deal(rng, lang)
    cut = dealt[-1].split()
    lead = page(rng, lang, dealt) + " " + " ".join(cut[: max(2, len(cut) // 2)]) + " "
    unit = rng.choice(x.STAMMERS[lang]) + " "
    return exact(lead, unit, f"{cut[-1]}\n\n")


def _pieces(rng: Random) -> Loop:
    """A compound that never ends, no blank between its pieces."""
    lang = language(rng, tuple(_PIECES))
    dealt = deal(rng, lang)
    words = dealt[-1].split()
    lead = page(rng, lang, dealt) + glue(lang) + " ".join(words[:2])
    return exact(lead + rng.choice(("", glue(lang))), rng.choice(_PIECES[lang]))


def _keywords(rng: Random) -> Loop:
    """Keywords or tags of a record, one of which stays."""
    lang, lead, kept = opened(rng)
    label = rng.choice(
        ("Keywords", "Mots-clés", "Palavras-chave", "Tags", "Schlagwörter", "关键词")
    )
    between = rng.choice((", ", "; ", " · ", ",", " | "))
    first = between.join(words(rng, lang, 1, 3) for _ in range(rng.randint(2, 9)))
    unit = words(rng, lang, 1, 3) + between
    return exact(f"{lead}\n\n{label}: {first}{between}", unit, f"{m.phrase(rng)}.\n\n{kept[0]}\n")


def _hashtags(rng: Random) -> Loop:
    """A post that closes with the same tags or cheers without end."""
    _, lead, kept = opened(rng)
    tags = "".join(f"#{m.content_word(rng)} " for _ in range(rng.randint(1, 3)))
    cheer = f"{rng.choice(_CHEERS)} {''.join(rng.sample(_EMOJI, rng.randint(1, 3)))} "
    return exact(f"{lead}\n{kept[0]} ", rng.choice((tags, cheer, cheer + tags)), "\n\n")


def _citations(rng: Random) -> Loop:
    """A mark of citation that an answer sets again and again after its sentence."""
    _, lead, kept = opened(rng)
    n, k = rng.randint(1, 60), rng.randint(2, 9)
    unit = rng.choice(
        (
            f"[{n}]",
            f"[{n}, {n + k}] ",
            f"【{n}†source】",
            f"[^{n}]",
            f"({m.title(rng, 1, 1)}, {1900 + n}) ",
            f"\\cite{{{m.content_word(rng)}{1990 + k}}} ",
            f"<sup>{n}</sup>",
        )
    )
    return exact(f"{lead}\n{kept[0]} ", unit, f"\n\n{kept[1]}\n\n")


def _echo(rng: Random) -> Loop:
    """A sound in a story."""
    _, lead, kept = opened(rng)
    quote = rng.choice(("«", '"', "「", "— ", "“"))
    return exact(f"{lead}\n{kept[0]}\n{quote}", rng.choice(_ECHOES), f"!\n\n{kept[1]}\n\n")


def _filler_words(rng: Random) -> Loop:
    """What speakers say while they think, one or several such words at a time."""
    lang = language(rng, tuple(x.SPOKEN))
    dealt = deal(rng, lang)
    unit = "".join(rng.sample(x.SPOKEN[lang], rng.choice((1, 1, 2, 3))))
    return exact(page(rng, lang, dealt) + "\n" + dealt[-1] + glue(lang), unit, dealt[-2] + "\n")


def _farewell(rng: Random) -> Loop:
    """What recognisers of speech hear in silence, bare or as cues without times."""
    _, lead, _ = opened(rng)
    farewell = rng.choice(x.FAREWELLS)
    unit = rng.choice(("{} ", "{}\n", "- {}\n", "<v Speaker>{}</v>\n", "SPEAKER_00: {}\n\n"))
    return exact(lead + "\n", unit.format(farewell), "[END]\n", least=20)


def _same_cue(rng: Random) -> Loop:
    """A cue of subtitles whose times stand still too."""
    lang, lead, kept = opened(rng)
    minute, second = rng.randrange(60), rng.randrange(50)
    start, end = f"00:{minute:02d}:{second:02d}", f"00:{minute:02d}:{second + rng.randint(2, 9)}"
    mark = rng.choice((",", "."))
    said = rng.choice((kept[0], rng.choice(x.SPOKEN.get(lang, ["..."])).strip()))
    unit = f"{start}{mark}000 --> {end}{mark}500\n{said}\n\n"
    return exact(f"WEBVTT\n\nNOTE {lead}\n\n", unit, f"NOTE {m.title(rng)}\n\n")


def _turns(rng: Random) -> Loop:
    """Two speakers who say the same two things in turn."""
    lang, lead, kept = opened(rng)
    names = rng.choice(
        (
            ("User", "Assistant"),
            ("A", "B"),
            ("<|user|>", "<|assistant|>"),
            ("Q", "R"),
            ("Interviewer", "Witness"),
            ("甲", "乙"),
            ("Врач", "Пациент"),
            ("Prof.", "Aluno"),
        )
    )
    short = rng.choice(x.SPOKEN.get(lang, ["Mm. "])).strip()
    said = rng.choice(((kept[0], short), (short, kept[0]), (kept[0], kept[1])))
    unit = f"{names[0]}: {said[0]}\n{names[1]}: {said[1]}\n"
    return exact(lead + "\n\n", unit + rng.choice(("", "\n")), f"--- {m.title(rng)} ---\n\n")


def _apology(rng: Random) -> Loop:
    """An answer that is taken back and given again, word for word."""
    lang = language(rng, tuple(x.APOLOGIES))
    dealt = deal(rng, lang)
    answer = rng.choice(
        (
            dealt[-1],
            f"{rng.randint(3, 99)} × {rng.randint(3, 99)} = {rng.randint(100, 9000)}",
            f"**{price_of(rng)}**",
            f"({rng.choice('ABCDE')})",
            f"`{m.content_word(rng)}()`",
        )
    )
    stop = rng.choice((". ", "\n", "\n\n")) if not answer.endswith((".", "。", "।")) else "\n\n"
    unit = rng.choice(x.APOLOGIES[lang]) + answer + stop
    head = rng.choice(("", "<think>\n", "Assistant: ", "### Response\n"))
    return exact(head + page(rng, lang, dealt) + "\n\n", unit, "</think>\n\n")


def price_of(rng: Random) -> str:
    return f"{rng.randint(2, 900)} {rng.choice(('km', 'kg', '€', 'R$', '%', 'm³', '元', 'руб.'))}"


def _tool_call(rng: Random) -> Loop:
    """An agent that calls a tool and gets the same error, without end."""
    dealt = deal(rng, lang := language(rng))
    tool = f"{rng.choice(('get', 'read', 'search', 'open', 'list'))}_{identifier(rng)}"
    error = rng.choice(("FileNotFoundError", "timeout after 30 s", "404 Not Found", "null", "[]"))
    call = f'{{"name": "{tool}", "arguments": {{"{identifier(rng)}": "{words(rng, lang)}"}}}}'
    unit = rng.choice(
        (
            f"<tool_call>\n{call}\n</tool_call>\n<tool_response>\n{error}\n</tool_response>\n",
            f"Action: {tool}\nAction Input: {call}\nObservation: {error}\n",
            f"Thought: {dealt[-1]}\nAction: {tool}[{words(rng, lang)}]\nObservation: {error}\n",
        )
    )
    return exact(page(rng, lang, dealt) + "\n\n", unit, f"Final Answer: {dealt[-2]}\n")


KINDS = (
    PositiveKind("v: stammered words", WORDS, _stammer, ("tail", "recovered")),
    PositiveKind("v: endless compound", WORDS, _pieces),
    PositiveKind("v: same keyword", WORDS, _keywords, ("tail", "stray", "closed")),
    PositiveKind("v: tags and cheers", WORDS, _hashtags, ("tail", "stray")),
    PositiveKind("v: same citation", WORDS, _citations, ("tail", "closed", "recovered")),
    PositiveKind("v: sound in a story", WORDS, _echo, ("tail",)),
    PositiveKind("v: words while thinking", SPEECH, _filler_words, ("tail", "recovered")),
    PositiveKind("v: farewell in silence", SPEECH, _farewell, ("tail", "closed")),
    PositiveKind("v: cue that stands still", SPEECH, _same_cue, ("tail", "stray")),
    PositiveKind("v: two turns", SPEECH, _turns, ("tail", "recovered")),
    PositiveKind("v: answer taken back", SPEECH, _apology, ("tail", "closed")),
    PositiveKind("v: failing tool", SPEECH, _tool_call, ("tail", "stray", "closed")),
)
