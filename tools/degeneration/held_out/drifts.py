"""Running text that comes again and again, a little different each time: the blind split's."""

from collections.abc import Iterator
from random import Random

from degeneration.held_out import broad_tools as t
from degeneration.held_out import broad_wordings as w
from degeneration.held_out import material_broad as b
from degeneration.sample import Ending, Loop, PositiveKind

_LATIN = ("en", "es", "fr", "de", "it", "pt")
_ALPHABETS = (*_LATIN, "pl", "ru", "el")
_ALIKE = {
    **{"已": "己", "己": "巳", "未": "末", "土": "士", "日": "曰", "人": "入", "大": "太"},
    **{"票": "栗", "水": "氷", "中": "申", "的": "旳", "看": "着", "没": "投", "天": "夭"},
    **{"旧": "舊", "村": "寸", "上": "土", "从": "丛", "时": "吋", "この": "コノ", "は": "ば"},
    **{"が": "か", "さ": "ち", "ま": "ぎ", "い": "り", "る": "ろ", "た": "だ", "年": "午"},
    **{"户": "戶", "书": "盘", "后": "後", "饭": "飯", "会": "會", "这": "這", "没有": "沒有"},
}


def ocr_confusions(rng: Random) -> Loop:
    """Each copy is read anew from the same words, and misread otherwise."""
    _, lead, unit = t.sentence(rng, _ALPHABETS, rng.choice((0, 90, 200)))
    end = rng.choice((" ", "\n", "\n\n"))
    share = rng.choice((25, 40, 60))
    return Loop(
        "drift",
        lead,
        t.always(lambda: t.misread(rng, unit, rng.randint(1, 1 + len(unit) // share)) + end),
    )


def swapped_neighbours(rng: Random) -> Loop:
    """Words change places with their neighbours."""
    _, lead, unit = t.sentence(rng, b.SPACED, 60)
    words = unit.rstrip(".।").split(" ")
    end = rng.choice((". ", "\n", "; ", ".\n"))
    times = rng.choice((1, 2, 3))
    return Loop("drift", lead, t.always(lambda: " ".join(t.swapped(rng, words, times)) + end))


def misspelt_refrain(rng: Random) -> Loop:
    """A refrain between lines of a song, with a slip in one or the other."""
    lang = rng.choice(b.SPACED)
    lead, kept = t.opening(rng, lang, 2)
    nouns = rng.sample(b.NOUNS[lang], 3)
    cry = rng.choice(("O", "Ah", "Oh", "Ai", "Hey"))
    lines = [
        f"{cry} {nouns[0]}, {cry.lower()} {nouns[1]}",
        " ".join(kept[0].split(",")[0].rstrip(".।").split(" ")[: rng.randint(4, 9)]),
        f"{nouns[2]} {b.AND[lang]} {nouns[0]}!",
    ]
    break_ = rng.choice(("\n", "\n\n"))

    def stanza() -> str:
        at = rng.randrange(3)
        return "\n".join(t.slip(rng, x) if i == at else x for i, x in enumerate(lines)) + break_

    return Loop("drift", lead, t.always(stanza))


def restless_case(rng: Random) -> Loop:
    """Capitals, blanks, full stops and emphasis change; the words do not."""
    lang, lead, unit = t.sentence(rng, _ALPHABETS)
    core = unit.rstrip(".") if len(unit) < 70 or lang == "ru" else unit.split(",")[0].rstrip(".")
    mark = rng.choice(("*", "_", "**"))

    def copy() -> str:
        text = rng.choice((core, core, core.upper(), core.title(), core.lower(), core.capitalize()))
        blanks = rng.choice((" ", " ", "  ", "\t"))
        text = blanks.join(text.split(" "))
        if rng.random() < 0.25:
            text = mark + text + mark
        return text + rng.choice((".", "", " .", "!", "...")) + rng.choice((" ", "\n", "\n\n"))

    return Loop("drift", lead, t.always(copy))


def marks_come_and_go(rng: Random) -> Loop:
    """Accents, or points under letters, are left out here and there."""
    lang = rng.choice(("fr", "pt", "es", "pl", "el", "ar", "hi"))
    lead, kept = t.opening(rng, lang, 4)
    # The one with the most marks has the most to lose.
    unit = max(kept, key=lambda text: sum(x != t.bare(rng, x, 1) for x in text))
    end = rng.choice((" ", "\n"))
    share = rng.choice((0.3, 0.5))

    def copy() -> str:
        if lang in ("ar", "hi"):
            return _pointed(rng, unit, "ًَُِّْ" if lang == "ar" else "़ँं") + end
        return _respelt(rng, unit, share) + end

    return Loop("drift", lead, t.always(copy))


def _respelt(rng: Random, text: str, share: float) -> str:
    out = t.bare(rng, text, share)
    return t.slip(rng, out) if rng.random() < 0.35 else out


def _pointed(rng: Random, text: str, points: str) -> str:
    return "".join(
        char + (rng.choice(points) if char.isalpha() and rng.random() < 0.12 else "")
        for char in text
    )


def to_and_fro(rng: Random) -> Loop:
    """The same sentence in one language, then another, and back."""
    meaning = rng.choice(w.MEANINGS)
    here = rng.choice([name for name in meaning if name in ("English", "Português", "Français")])
    others = rng.sample([name for name in meaning if name != here], rng.randint(3, 5))
    code = {"English": "en", "Português": "pt", "Français": "fr"}[here]
    form = rng.choice(("{}: {}\n", "**{}:** {}\n\n", "[{}] {}\n", "({}) {} ", "{} → {}\n"))

    def pair() -> str:
        there = rng.choice(others)
        text = meaning[here] if rng.random() < 0.7 else t.slip(rng, meaning[here])
        return form.format(here, text) + form.format(there, meaning[there])

    return Loop("drift", t.lead(rng, code), t.always(pair), "", least=4)


def worn_down(rng: Random) -> Loop:
    """A slip goes into every copy, and the next is copied from that one."""
    _, lead, unit = t.sentence(rng, (*_ALPHABETS, "ar", "hi"), 180)
    end = rng.choice((" ", "\n", "\n\n"))

    def copies() -> Iterator[str]:
        now = unit
        while True:
            yield now + end
            now = t.slip(rng, now)

    return Loop("drift", lead, copies())


def reworded(rng: Random) -> Loop:
    """A sentence said again in words that mean the same."""
    lang, template = rng.choice(w.REWORDED)
    end = rng.choice(("\n", "\n\n")) if lang in b.UNSPACED else rng.choice((" ", "\n", "\n\n"))
    changes = rng.choice((1, 2, 4))
    again = (text + end for text in t.rewordings(rng, template, changes))
    return Loop("drift", t.lead(rng, lang), t.unlike(again))


def piled_up(rng: Random) -> Loop:
    """A list that has one thing more each time it is said, until it starts again."""
    lang = rng.choice(b.LANGS)
    start = b.PACKED[lang] + ("" if lang in b.UNSPACED else " ")
    comma = {"zh": "、", "ja": "、", "ar": "، "}.get(lang, ", ")
    end = rng.choice(("\n", "; ", ".\n", "\n\n"))
    pool = rng.sample(b.NOUNS[lang], rng.randint(8, 12))

    def lists() -> Iterator[str]:
        while True:
            pool[:] = t.swapped(rng, pool, 1)
            for size in range(rng.randint(1, 3), len(pool) + 1):
                yield start + comma.join(pool[:size]) + end

    return Loop("drift", t.lead(rng, lang), lists())


def worn_away(rng: Random) -> Loop:
    """A sentence that loses words from its end (or start), and comes back whole."""
    _, lead, unit = t.sentence(rng, b.SPACED, rng.choice((60, 130)))
    words = unit.rstrip(".।").split(" ")
    from_start = rng.random() < 0.4
    end = rng.choice(("\n", "... ", " – ", " / "))

    def shrinking() -> Iterator[str]:
        while True:
            size = len(words)
            while size > 1:
                kept = words[-size:] if from_start else words[:size]
                yield " ".join(kept) + end
                size -= rng.choice((1, 1, 2))

    return Loop("drift", lead, t.unlike(shrinking()))


def false_starts(rng: Random) -> Loop:
    """A speaker who begins the same sentence again and breaks off."""
    _, lead, unit = t.sentence(rng, (*_LATIN, "ru", "hi"), 50)
    words = unit.rstrip(".।").split(" ")
    fillers = rng.sample(["uh", "um", "eh", "ähm", "é", "euh", "né", "hm", "well"], 3)
    dash = rng.choice((" - ", "... ", ", ", " — ", "-- "))

    def start() -> str:
        said = words[: rng.randint(2, min(9, len(words)))]
        if rng.random() < 0.4:
            said = [said[0], *said]
        if rng.random() < 0.4:
            said.insert(rng.randint(1, len(said) - 1), rng.choice(fillers) + ",")
        return " ".join(said) + dash

    opened = rng.choice(("", "[00:04:12] ", "SPEAKER 2: ", "- ", "Q. "))
    return Loop("drift", lead + opened, t.always(start), least=5)


def elastic_words(rng: Random) -> Loop:
    """Cries drawn out to any length, with the same words between them."""
    lang = rng.choice(("en", "es", "pt", "it", "ru", "el"))
    cry, letter = rng.choice((("Go", "l"), ("No", "o"), ("Si", "i"), ("Ah", "h"), ("Ура", "а")))
    nouns = rng.sample(b.NOUNS[lang], 2)
    cut = rng.choice((6, 9, 14))
    end = rng.choice(("! ", "!\n", "!!! ", "...\n"))

    def shout() -> str:
        text = cry + letter * rng.randint(2, cut)
        if rng.random() < 0.7:
            text += f", {nouns[0]} {b.AND[lang]} {nouns[1]}" + nouns[1][-1] * rng.randint(0, 6)
        return text + end

    return Loop("drift", t.lead(rng, lang), t.always(shout), least=5)


def echoes_within(rng: Random) -> Loop:
    """A repetition within a repetition: how often the inner part comes varies."""
    lang, lead, unit = t.sentence(rng, b.LANGS)
    glue = "" if lang in b.UNSPACED else " "
    noun = rng.choice(b.NOUNS[lang])
    again = {"zh": "非常", "ja": "とても", "ru": "очень", "ar": "جدا", "hi": "बहुत"}
    inner = again.get(lang) or {"en": "very", "es": "muy", "fr": "très", "de": "sehr"}.get(
        lang, rng.choice(("la", "tra", noun))
    )
    end = rng.choice(("\n", "\n\n", glue or "。"))
    return Loop(
        "drift",
        lead,
        t.always(lambda: glue.join([inner] * rng.randint(1, 7)) + f"{glue}{noun}{glue}{unit}{end}"),
    )


def look_alikes(rng: Random) -> Loop:
    """Chinese or Japanese with a character mistaken for another that looks or sounds like it."""
    lang = rng.choice(b.UNSPACED)
    lead, kept = t.opening(rng, lang, 4)
    unit = "".join(kept[: rng.choice((2, 3, 4))])
    end = rng.choice(("", "\n"))

    def copy() -> str:
        out = unit
        for old in rng.sample([x for x in _ALIKE if x in unit], rng.randint(1, 2)):
            out = out.replace(old, _ALIKE[old], 1)
        if rng.random() < 0.3:
            at = rng.randrange(len(out) - 1)
            out = out[:at] + out[at + 1 :]
        return out + end

    return Loop("drift", lead, t.always(copy))


def moving_breaks(rng: Random) -> Loop:
    """A paragraph set again with its lines broken, and words parted, elsewhere."""
    _, lead, unit = t.sentence(rng, b.SPACED, 150)
    low = rng.choice((14, 22, 34))
    end = rng.choice(("\n", "\n\n", " "))

    def copy() -> str:
        words = unit.split(" ")
        at = rng.choice([i for i, word in enumerate(words) if len(word) > 5])
        cut = rng.randint(2, len(words[at]) - 3)
        words[at] = words[at][:cut] + rng.choice(("-\n", "- ", "-")) + words[at][cut:]
        return t.wrapped(rng, " ".join(words), low, low * 2) + end

    return Loop("drift", lead, t.always(copy))


def turned_stanza(rng: Random) -> Loop:
    """A stanza whose lines change places, and of which one is left out."""
    lang = rng.choice(b.LANGS)
    lead, kept = t.opening(rng, lang, 4)
    lines = [line.rstrip(".।。") + rng.choice((",", ";", "")) for line in kept]
    mark = rng.choice(("", "> ", "    ", "| "))

    def stanza() -> str:
        chosen = t.swapped(rng, lines, rng.randint(0, 2))
        if rng.random() < 0.5:
            del chosen[rng.randrange(4)]
        return "".join(f"{mark}{line}\n" for line in chosen) + "\n"

    return Loop("drift", lead, t.always(stanza))


def stamps_and_slips(rng: Random) -> Loop:
    """Cues or points that are numbered on while their text comes again with slips."""
    _, lead, unit = t.sentence(rng, b.LANGS, rng.choice((0, 0, 110)))
    form = rng.choice(
        (
            "[{h:02}:{m:02}:{s:02}] {text}\n",
            "{n}. {text}\n",
            "{n}\n00:{m:02}:{s:02},000\n{text}\n\n",
        )
    )
    step = rng.choice((1, 2, 3, 5))
    share = rng.choice((0.5, 0.8))

    def cues() -> Iterator[str]:
        n, seconds = rng.randint(2, 60), rng.randint(9, 4000)
        while True:
            text = t.slip(rng, unit) if rng.random() < share else unit
            h, m, s = seconds // 3600, seconds // 60 % 60, seconds % 60
            yield form.format(n=n, h=h, m=m, s=s, text=text)
            n, seconds = n + 1, seconds + step

    return Loop("drift", lead, cues(), least=5)


_PROSE: tuple[Ending, ...] = ("tail", "tail", "tail", "stray")
_RECOVERED: tuple[Ending, ...] = ("tail", "tail", "recovered")

KINDS = (
    PositiveKind("blind: letters misread anew", "drift: noise", ocr_confusions, _PROSE),
    PositiveKind("blind: neighbours swapped", "drift: noise", swapped_neighbours),
    PositiveKind("blind: refrain misspelt", "drift: noise", misspelt_refrain, _RECOVERED),
    PositiveKind("blind: case and blanks", "drift: dress", restless_case, _PROSE),
    PositiveKind("blind: accents come and go", "drift: dress", marks_come_and_go),
    PositiveKind("blind: line breaks move", "drift: dress", moving_breaks, _PROSE),
    PositiveKind("blind: to and fro", "drift: rewriting", to_and_fro),
    PositiveKind("blind: worn down", "drift: rewriting", worn_down),
    PositiveKind("blind: reworded", "drift: rewriting", reworded, _RECOVERED),
    PositiveKind("blind: piled up", "drift: growth", piled_up, _PROSE),
    PositiveKind("blind: worn away", "drift: growth", worn_away),
    PositiveKind(
        "blind: false starts", "drift: speech", false_starts, ("tail", "tail", "recovered")
    ),
    PositiveKind("blind: cries drawn out", "drift: speech", elastic_words, _PROSE),
    PositiveKind("blind: echoes within", "drift: growth", echoes_within),
    PositiveKind("blind: look-alike characters", "drift: noise", look_alikes, _PROSE),
    PositiveKind("blind: stamps and slips", "drift: speech", stamps_and_slips, _PROSE),
    PositiveKind("blind: turned stanza", "drift: rewriting", turned_stanza),
)
