"""Loops of other makes that never say quite the same twice."""

import json
from collections.abc import Callable, Iterator
from itertools import count
from random import Random

from degeneration import material as m
from degeneration.judged.first import material as u
from degeneration.judged.first.material import Head
from degeneration.sample import Label, Loop, PositiveKind

Stream = Callable[[Random, str], Iterator[str]]
"""Draws copies in this language."""


def stream(
    label: Label, units: Stream, lead: Head = u.document, closing: str = "", *, least: float = 8
) -> Callable[[Random], Loop]:
    def draw(rng: Random) -> Loop:
        tongue = u.language(rng)
        return Loop(label, lead(rng, tongue), units(rng, tongue), closing, least=least)

    return draw


def _sentence(rng: Random, tongue: str, low: int = 8, high: int = 16) -> str:
    return u.sentence(rng, tongue, low, high)


def _pool(rng: Random, tongue: str, low: int, high: int) -> list[str]:
    """Different words."""
    wanted = rng.randint(low, high)
    words: dict[str, None] = {}
    while len(words) < wanted:
        words[u.word(rng, tongue)] = None
    return list(words)


# ---------------------------------------------------------------------------- words and names


def word_walk(rng: Random, tongue: str) -> Iterator[str]:
    """In every copy a word of the sentence gives way to one of a few, or comes back."""
    said, pool = _sentence(rng, tongue).rstrip(".?!;").split(), _pool(rng, tongue, 3, 8)
    words = list(said)
    end = rng.choice((". ", ".\n", "; "))
    while True:
        yield " ".join(words) + end
        at = rng.randrange(1, len(words))
        words[at] = rng.choice(pool) if rng.random() < 0.5 else said[at]


def paraphrase(rng: Random, tongue: str) -> Iterator[str]:
    """A sentence with three or four places, each filled in two or three ways."""
    places = [_pool(rng, tongue, 2, 3) for _ in range(rng.randint(3, 4))]
    fixed = [u.phrase(rng, tongue, 2, 5) for _ in range(len(places) + 1)]
    while True:
        out = [fixed[0].capitalize()]
        for place, text in zip(places, fixed[1:], strict=True):
            out += [rng.choice(place), text]
        yield " ".join(out) + ". "


def swapped_particle(rng: Random, tongue: str) -> Iterator[str]:
    """A Japanese sentence whose particles change."""
    nouns = [m.script_sentence(rng, "han", 1, 2)[:-1] for _ in range(4)]
    verb = m.script_sentence(rng, "kana", 1, 2)[:-1]
    while True:
        yield "".join(noun + rng.choice("はがもを") for noun in nouns) + verb + "。"


def epithets(rng: Random, tongue: str) -> Iterator[str]:
    """The same thing is praised with ever other adjectives, out of a dozen."""
    noun, pool = u.phrase(rng, tongue, 2, 4), _pool(rng, tongue, 5, 12)
    joint = rng.choice((" and ", " e ", ", ", " und "))
    while True:
        yield f"{noun} {rng.choice(pool)}{joint}{rng.choice(pool)}, "


# ---------------------------------------------------------------------------- noisy copies


def decay(rng: Random, tongue: str) -> Iterator[str]:
    """Every copy is a bad copy of the one before."""
    text, share = _sentence(rng, tongue, 9, 18), rng.uniform(0.008, 0.025)
    while True:
        yield text + "\n"
        text = m.noisy(rng, text, share)


_CONFUSED = {
    "l": "1I", "i": "1l", "o": "0", "e": "c", "a": "o", "n": "u", "s": "5", "m": "rn", "h": "b",
    "c": "e", "t": "f", "0": "O", "1": "l", "5": "S", "8": "B", ",": ".",
}  # fmt: skip


def _misread(rng: Random, text: str, share: float) -> str:
    return "".join(
        rng.choice(_CONFUSED[char]) if char in _CONFUSED and rng.random() < share else char
        for char in text
    )


def misread_rows(rng: Random, tongue: str) -> Iterator[str]:
    """One row read again and again, letters taken for others as an OCR does."""
    share = rng.uniform(0.02, 0.08)
    cells = (u.title(rng, tongue, 2, 4), m.code(rng), u.person(rng, tongue), m.money(rng))
    row = rng.choice(("| {} | {} | {} | {} |\n", "{};{};{};{}\n", "{}: {} - {} ({})\n"))
    text = row.format(*cells)
    while True:
        yield _misread(rng, text, share)


_ALIKE = str.maketrans({"а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x"})


def look_alikes(rng: Random, tongue: str) -> Iterator[str]:
    """A Russian sentence with Latin letters in it, others in every copy."""
    text = m.script_sentence(rng, "cyrillic", 5, 10)
    while True:
        yield "".join(c.translate(_ALIKE) if rng.random() < 0.2 else c for c in text)


def punctuated(rng: Random, tongue: str) -> Iterator[str]:
    """The same words, their punctuation and emphasis drawn anew."""
    words = u.phrase(rng, tongue, 4, 8).split()
    marks = (" ", " ", " ", " ", ", ", " – ", "... ")
    around = ("{}", "**{}**", "*{}*", '"{}"', "{}!", "{}...", "({})")
    while True:
        text = "".join(word + rng.choice(marks) for word in words[:-1]) + words[-1]
        yield rng.choice(around).format(text) + rng.choice((" ", "\n"))


def hesitant(rng: Random, tongue: str) -> Iterator[str]:
    """What is said again and again, with other hesitations in between."""
    words = _sentence(rng, tongue, 7, 14).rstrip(".?!").split()
    fillers = ("uh,", "you know,", "like,", "I mean,", "né,", "hm,")
    while True:
        out = [f"{rng.choice(fillers)} {w}" if rng.random() < 0.12 else w for w in words]
        yield " ".join(out) + ". "


def noisy_turns(rng: Random, tongue: str) -> Iterator[str]:
    """Two units by turns, neither ever quite the same."""
    a, b = _sentence(rng, tongue, 4, 9) + "\n", _sentence(rng, tongue, 4, 9) + "\n"
    while True:
        yield m.noisy(rng, a, 0.03) + m.noisy(rng, b, 0.03)


def optional_fields(rng: Random, tongue: str) -> Iterator[str]:
    """The same record, of which a field lacks now and then, and their order changes."""
    fields = [(key, u.title(rng, tongue, 1, 4)) for key in _pool(rng, tongue, 4, 7)]
    while True:
        kept = [field for field in fields if rng.random() > 0.12]
        if len(kept) > 2 and rng.random() < 0.2:
            kept[1], kept[2] = kept[2], kept[1]
        yield json.dumps(dict(kept), ensure_ascii=False) + ", "


def uneven_leaders(rng: Random, tongue: str) -> Iterator[str]:
    """The same line of a table of contents, its dots never as many."""
    text, page = u.title(rng, tongue, 3, 7), rng.randint(1, 300)
    while True:
        yield f"{text} {'.' * rng.randint(4, 30)} {page}\n"


# ---------------------------------------------------------------------------- numbers


def jittered_boxes(rng: Random, tongue: str) -> Iterator[str]:
    """The same text found again and again in about the same place."""
    text = _sentence(rng, tongue, 5, 12)
    box = [rng.randint(20, 300), rng.randint(20, 300), rng.randint(400, 900), rng.randint(400, 900)]
    while True:
        shaken = [edge + rng.randint(-4, 4) for edge in box]
        yield json.dumps({"bbox": shaken, "text": text}, ensure_ascii=False) + ",\n"


def wandering_page(rng: Random, tongue: str) -> Iterator[str]:
    """A reference whose page goes up and down."""
    work, page = f"{u.person(rng, 'en')}, {_sentence(rng, tongue, 4, 8)}", rng.randint(50, 400)
    while True:
        yield f"{work} p. {page}.\n"
        page = abs(page + rng.randint(-3, 3))


def uneven_subtitles(rng: Random, tongue: str) -> Iterator[str]:
    """Cues of uneven length with the same text, as of speech that is none."""
    text, now = _sentence(rng, tongue, 3, 8), rng.randint(0, 900)
    for number in count(rng.randint(1, 90)):
        end = now + rng.randint(2, 6)
        stamps = [f"{s // 3600:02d}:{s // 60 % 60:02d}:{s % 60:02d}" for s in (now, end)]
        yield f"{number}\n{stamps[0]} --> {stamps[1]}\n{text}\n\n"
        now = end


# ---------------------------------------------------------------------------- growing


def false_starts(rng: Random, tongue: str) -> Iterator[str]:
    """The sentence is begun again and again and breaks off anywhere."""
    words, mark = (
        _sentence(rng, tongue, 12, 20).rstrip(".?!").split(),
        rng.choice((" — ", "... ", ", ")),
    )
    while True:
        yield " ".join(words[: rng.randint(3, len(words))]) + mark


def and_lists(rng: Random, tongue: str) -> Iterator[str]:
    """A, and A and B, and A and B and C; once all are named again in another order."""
    pool, joint = _pool(rng, tongue, 5, 12), rng.choice((" and ", " e ", " und ", ", "))
    head = u.phrase(rng, tongue, 1, 3)
    while True:
        for length in range(1, len(pool) + 1):
            yield f"{head} {joint.join(pool[:length])}.\n"
        rng.shuffle(pool)


def grown_in_front(rng: Random, tongue: str) -> Iterator[str]:
    """What was said is wrapped in more each time: x; the a of x; the b of the a of x."""
    pool, text = _pool(rng, tongue, 2, 5), u.phrase(rng, tongue, 2, 4)
    link = rng.choice(("the {} of {}", "{} de {}", "({} {})"))
    for i in count():
        yield text + "\n"
        text = link.format(pool[i % len(pool)], text)


# ---------------------------------------------------------------------------- recombination


def shuffled_clauses(rng: Random, tongue: str) -> Iterator[str]:
    """The clauses of one sentence in any order."""
    clauses = [u.phrase(rng, tongue, 3, 7) for _ in range(rng.randint(3, 5))]
    joints = rng.sample((", ", " and ", "; ", " because ", " when "), 2)
    while True:
        order = rng.sample(clauses, len(clauses))
        out = order[0].capitalize()
        yield out + "".join(rng.choice(joints) + clause for clause in order[1:]) + ". "


def circling_thoughts(rng: Random, tongue: str) -> Iterator[str]:
    """Opener, claim, doubt and resolve, each out of a few: a thought that goes round."""
    what, other, number = u.phrase(rng, tongue, 1, 3), u.word(rng, tongue), rng.randint(3, 900)
    openers = ("Wait,", "Hmm,", "Actually,", "But wait,", "Let me think again:", "Okay,")
    claims = (
        f"the {what} is {number}",
        f"the {what} should be {number}",
        f"the {other} is not the {what}",
        f"it says that the {what} is {other}",
    )
    doubts = ("but that is not right", "so that must be correct", "which seems off", "I think")
    resolves = (f"Let me check the {other} again.", "Let me re-read it.", "No.", f"So {number}.")
    while True:
        opener, claim = rng.choice(openers), rng.choice(claims)
        yield f"{opener} {claim}, {rng.choice(doubts)}. {rng.choice(resolves)} "


def earlier_cells(rng: Random) -> Loop:
    """A table whose rows are put together from cells of its first ones."""
    tongue, columns = u.language(rng), rng.randint(3, 4)
    makes = (
        lambda: u.person(rng, tongue),
        lambda: u.title(rng, tongue, 1, 3),
        lambda: m.money(rng),
        lambda: f"{m.date(rng):%d/%m/%Y}",
    )
    rows = [[makes[c]() for c in range(columns)] for _ in range(rng.randint(3, 4))]
    line = rng.choice((" | ", ";", "</td><td>", " & "))

    def units() -> Iterator[str]:
        while True:
            yield line.join(rng.choice(rows)[column] for column in range(columns)) + "\n"

    lead = u.document(rng, tongue) + "".join(line.join(row) + "\n" for row in rows)
    return Loop("low_novelty", lead, units(), least=30)


def mixed_references(rng: Random, tongue: str) -> Iterator[str]:
    """Works made up from a few authors, titles, places and years."""
    authors = [
        f"{word.capitalize()}, {rng.choice('ABCDEFGH')}." for word in _pool(rng, tongue, 3, 4)
    ]
    titles = [u.title(rng, tongue, 3, 6) for _ in range(rng.randint(2, 3))]
    places = [word.capitalize() for word in _pool(rng, tongue, 2, 3)]
    years = [rng.randint(1950, 2020) for _ in range(3)]
    while True:
        author, title = rng.choice(authors), rng.choice(titles)
        yield f"- {author} ({rng.choice(years)}). {title}. {rng.choice(places)}.\n"


def said_that(rng: Random, tongue: str) -> Iterator[str]:
    """He said that she said that they said that."""
    people = [word.capitalize() for word in _pool(rng, tongue, 2, 5)]
    verb = rng.choice(("said that", "disse que", "dijo que", "sagte, dass", "a dit que"))
    while True:
        yield f"{rng.choice(people)} {verb} "


def of_the(rng: Random, tongue: str) -> Iterator[str]:
    """A chain of offices without end: of the council of the office of the."""
    link, pool = rng.choice(("of the", "da", "de la", "der", "du")), _pool(rng, tongue, 3, 8)
    while True:
        yield f"{rng.choice(pool)} {link} "


def muddled_paragraph(rng: Random, tongue: str) -> Iterator[str]:
    """The same sentences, one of them left out, in another order: a paragraph again and again."""
    sentences = [u.sentence(rng, tongue, 6, 15) for _ in range(rng.randint(4, 6))]
    while True:
        yield " ".join(rng.sample(sentences, len(sentences) - 1)) + "\n\n"


def translations(rng: Random, tongue: str) -> Iterator[str]:
    """One sentence in two or three languages, any of them next."""
    tongues = rng.sample(("pt", *u.TONGUES), rng.randint(2, 3))
    said = {tongue: u.sentence(rng, tongue, 6, 12) for tongue in tongues}
    while True:
        tongue = rng.choice(tongues)
        yield f"[{tongue}] {said[tongue]}\n"


def keys_and_values(rng: Random, tongue: str) -> Iterator[str]:
    """Keys with values that belong to others of them."""
    keys, values = (
        _pool(rng, tongue, 3, 5),
        [u.title(rng, tongue, 1, 3) for _ in range(rng.randint(3, 5))],
    )
    while True:
        yield f'"{rng.choice(keys)}": "{rng.choice(values)}", '


def thai_mix(rng: Random, tongue: str) -> Iterator[str]:
    """A few Thai or Hindi words in any order, with their marks."""
    script = rng.choice(("thai", "devanagari", "arabic"))
    pool = [m.script_sentence(rng, script, 1, 2).rstrip("। .") for _ in range(rng.randint(4, 9))]
    while True:
        yield rng.choice(pool) + (" " if script != "thai" or rng.random() < 0.3 else "")


_NAMES, _NOISE, _STAMP, _GROW, _MIX = (
    "drift: names and words",
    "drift: noisy copies",
    "drift: stamps and counters",
    "drift: growing and shrinking",
    "low novelty: recombination",
)


KINDS = (
    PositiveKind("word walk", _NAMES, stream("drift", word_walk)),
    PositiveKind("paraphrase", _NAMES, stream("drift", paraphrase)),
    PositiveKind(
        "swapped particle",
        _NAMES,
        stream("drift", swapped_particle, u.script_page("kana")),
    ),
    PositiveKind("decay", _NOISE, stream("drift", decay)),
    PositiveKind("misread rows", _NOISE, stream("drift", misread_rows)),
    PositiveKind("look-alikes", _NOISE, stream("drift", look_alikes, u.script_page("cyrillic"))),
    PositiveKind("punctuated anew", _NOISE, stream("drift", punctuated)),
    PositiveKind("hesitant", _NOISE, stream("drift", hesitant, u.speech)),
    PositiveKind("noisy turns", _NOISE, stream("drift", noisy_turns)),
    PositiveKind("optional fields", _NOISE, stream("drift", optional_fields, u.json_page)),
    PositiveKind("uneven leaders", _NOISE, stream("drift", uneven_leaders)),
    PositiveKind("jittered boxes", _STAMP, stream("drift", jittered_boxes, u.json_page)),
    PositiveKind("wandering page", _STAMP, stream("drift", wandering_page, least=25)),
    PositiveKind("uneven subtitles", _STAMP, stream("drift", uneven_subtitles, least=12)),
    PositiveKind("false starts", _GROW, stream("drift", false_starts, u.speech)),
    PositiveKind("and lists", _GROW, stream("drift", and_lists, least=20)),
    PositiveKind("grown in front", _GROW, stream("drift", grown_in_front, least=12)),
    PositiveKind("epithets", _MIX, stream("low_novelty", epithets, least=25)),
    PositiveKind("shuffled clauses", _MIX, stream("low_novelty", shuffled_clauses, least=15)),
    PositiveKind(
        "circling thoughts", _MIX, stream("low_novelty", circling_thoughts, u.reasoning, least=20)
    ),
    PositiveKind("earlier cells", _MIX, earlier_cells),
    PositiveKind("mixed references", _MIX, stream("low_novelty", mixed_references, least=30)),
    PositiveKind("said that", _MIX, stream("low_novelty", said_that, least=30)),
    PositiveKind("of the", _MIX, stream("low_novelty", of_the, least=40)),
    PositiveKind("muddled paragraph", _MIX, stream("low_novelty", muddled_paragraph)),
    PositiveKind("translations", _MIX, stream("low_novelty", translations, least=15)),
    PositiveKind(
        "keys and values", _MIX, stream("low_novelty", keys_and_values, u.json_page, least=30)
    ),
    PositiveKind(
        "marked scripts mixed", _MIX, stream("low_novelty", thai_mix, u.script_page(""), least=40)
    ),
)
