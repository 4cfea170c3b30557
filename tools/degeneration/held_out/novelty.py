"""Known words, cells and rows in any order and nothing new: the blind split's low novelty."""

import json
from collections.abc import Iterator
from random import Random

from degeneration import material as m
from degeneration.held_out import broad_records as r
from degeneration.held_out import broad_tools as t
from degeneration.held_out import broad_wordings as w
from degeneration.held_out import material_broad as b
from degeneration.sample import Ending, Loop, PositiveKind


def _salad(rng: Random, words: list[str], glue: str, ends: tuple[str, ...]) -> Iterator[str]:
    """Sentences of three to twelve of the words; all come early, so that they are known."""
    order = t.mixed(rng, words)
    while True:
        size = rng.randint(3, 12)
        yield glue.join(next(order) for _ in range(size)) + rng.choice(ends)


def _grouped(rng: Random, pieces: Iterator[str]) -> Iterator[str]:
    """Some pieces at a time: one of them alone would be no unit that anybody sees."""
    while True:
        yield "".join(next(pieces) for _ in range(rng.randint(4, 8)))


def word_salad(rng: Random) -> Loop:
    """The words of two sentences in any order."""
    lang = rng.choice(b.SPACED)
    lead, kept = t.opening(rng, lang, 2)
    words = [word.strip(",.।;") for word in " ".join(kept).split(" ")]
    words = list(dict.fromkeys(words))[: rng.randint(9, 20)]
    ends = rng.choice(((". ", ", "), (" ",), (".\n", ", ", " "), ("\n",)))
    return Loop("low_novelty", lead, _salad(rng, words, " ", ends), "", least=5)


def unspaced_salad(rng: Random) -> Loop:
    """A handful of words of a script that parts words by nothing, or of one few can read."""
    script = rng.choice(("han", "kana", "thai", "hangul", "hebrew", "devanagari", "arabic"))
    _, glue, stop = m.SCRIPTS[script]
    words: list[str] = []
    while len(words) < 10:
        text = m.script_sentence(rng, script, 1, 1)[: -len(stop)]
        words += [text] if len(text) > 1 and text not in words else []
    words = words[: rng.randint(6, 10) if glue else rng.randint(5, 6)]
    lead = m.script_prose(rng, script, rng.randint(120, 1500)) + rng.choice(("\n", ""))
    return Loop("low_novelty", lead, _salad(rng, words, glue, (stop, stop.strip() + "\n")), least=6)


def clauses_in_any_order(rng: Random) -> Loop:
    """Clauses that are strung together again and again."""
    lang = rng.choice(b.LANGS)
    lead, kept = t.opening(rng, lang, 4)
    clauses = [
        clause.strip(" .।。") for text in kept for clause in text.replace(",", ",").split(",")
    ]
    clauses = [clause for clause in dict.fromkeys(clauses) if len(clause) > 5][:8]
    glue = "，" if lang in b.UNSPACED else rng.choice((", ", f" {b.AND[lang]} ", "; ", "\n"))
    return Loop("low_novelty", lead, (text + glue for text in t.mixed(rng, clauses)), least=6)


def rows_in_any_order(rng: Random) -> Loop:
    """Five to nine rows of a table, drawn again and again."""
    sheet, style = r.sheet(rng), rng.choice(r.STYLES)
    lead, closing = r.table(rng, sheet, style)
    rows = [r.row(style, sheet.cells(rng)) for _ in range(rng.randint(4, 8))]
    return Loop("low_novelty", lead, t.mixed(rng, rows), closing, least=7)


def cells_in_any_order(rng: Random) -> Loop:
    """Rows put together of a few cells, the columns no longer kept apart."""
    sheet, style = r.sheet(rng), rng.choice(r.STYLES)
    lead, closing = r.table(rng, sheet, style)
    pool = [value for _ in range(3) for value in sheet.cells(rng)][: rng.randint(6, 10)]
    order = t.mixed(rng, pool)

    def rows() -> Iterator[str]:
        while True:
            yield r.row(style, [next(order) for _ in range(4)])

    return Loop("low_novelty", lead, rows(), closing, least=5)


def litany(rng: Random) -> Loop:
    """A few names called in any order, with the one answer or the other."""
    lang = rng.choice(("en", "es", "fr", "it", "pt", "pl", "de"))
    names = rng.sample(b.NAMES[lang], 4) + [m.name(rng) for _ in range(rng.randint(1, 3))]
    saint = rng.choice(("", "", "Sancte ", "San ", "St. "))
    answer = rng.choice(("ora pro nobis", "present", "†", b.AND[lang], "idem", ""))
    glue = rng.choice((", ", "; ", ".\n", "\n", " – "))
    calls = (
        f"{saint}{name}{' ' if answer else ''}{answer if rng.random() < 0.8 else ''}{glue}"
        for name in t.mixed(rng, names)
    )
    return Loop("low_novelty", t.lead(rng, lang), calls, least=6)


def tags(rng: Random) -> Loop:
    """Keywords under a text, out of a dozen."""
    lang = rng.choice(b.LANGS)
    words = rng.sample(b.NOUNS[lang], rng.randint(6, 8 if lang in b.UNSPACED else 12))
    form, glue = rng.choice(
        (("#{}", " "), ('"{}"', ", "), ("{}", ", "), ("`{}`", " "), ("{}", "|"))
    )
    lead, closing = t.lead(rng, lang) + rng.choice(("", "Tags: ", "Keywords: ")), "\n"
    if rng.random() < 0.3:
        form, glue, closing = '"{}"', ", ", "]}\n"
        text = json.dumps(t.lead(rng, lang), ensure_ascii=False)
        lead = f'{{"text": {text}, "tags": ['
    order = (form.format(word) + glue for word in t.mixed(rng, words))
    return Loop("low_novelty", lead, _grouped(rng, order), closing)


def small_talk(rng: Random) -> Loop:
    """Two people who have only a few things to say, in any order."""
    lang = rng.choice(b.LANGS)
    lead, kept = t.opening(rng, lang, 2)
    who = rng.choice((["A", "B"], ["USER", "BOT"], ["—", "–"], ["Dr. Lund", "M. Okoye"], [">>"]))
    colon = " " if who[0] in "—>>" else ": "
    said = [*rng.sample(b.SAID[lang], rng.randint(2, 5)), *kept]
    marks = rng.sample(["?", "!", ".", "..."], 2)
    turns = [
        f"{rng.choice(who)}{colon}{text[0].upper()}{text[1:].rstrip('.।。')}{mark}\n"
        for text in said
        for mark in marks
    ]
    return Loop("low_novelty", lead, t.mixed(rng, turns), least=6)


_TOKENS = (
    ("```python\n", "return self . value if None else ) ( [ ] = == for x in range len not"),
    ("```js\n", "const { } => await async ( ) ; this . props null && map i"),
    ("<div>\n", "<div> </div> <span> </span> <br/> <td> </td> <p> </p> total valor &nbsp; <tr>"),
    ("```sql\n", "SELECT * FROM pedido WHERE id AND NOT NULL = ( ) , JOIN ON t1 t2"),
    ("\\[", "\\alpha \\beta + = \\frac{x}{y} \\gamma _{i} ^{2} \\sum ( ) - \\to \\partial"),
    ("\n", "mov eax , ebx push pop 0x10 jmp ret [ ] esp add call"),
)


def tokens_of_code(rng: Random) -> Loop:
    """Pieces of code, markup or formulas that no longer make sense."""
    opened, text = rng.choice(_TOKENS)
    tokens = text.split()
    glue = rng.choice((" ", " ", ""))
    # Scraps of a few tokens: one by one they would make lines that are new.
    scraps = [glue.join(rng.sample(tokens, rng.randint(2, 4))) for _ in range(rng.randint(6, 9))]
    lead = t.lead(rng, rng.choice(("en", "pt", "de", "fr"))) + opened
    return Loop("low_novelty", lead, _salad(rng, scraps, glue, (" ", "\n")), least=5)


def objects_of_few_values(rng: Random) -> Loop:
    """Records put together of two or three values for each key."""
    sheet = r.sheet(rng)
    lead, closing = r.array(rng, sheet)
    known = [sheet.record(rng) for _ in range(rng.randint(2, 3))]

    def mingled() -> str:
        record = {key: rng.choice(known)[key] for key in known[0]}
        return json.dumps(record, ensure_ascii=False) + ",\n"

    return Loop("low_novelty", lead, t.always(mingled), closing, least=8)


def thoughts_in_any_order(rng: Random) -> Loop:
    """A few thoughts of a reasoning, each worded in the one way it was first."""
    lang, asked, steps = rng.choice(w.DOUBTS)
    a, left = rng.randint(3, 40), rng.randint(3, 60)
    numbers = {"a": a, "b": left, "c": a + left}
    glue = "" if lang == "zh" else rng.choice((" ", "\n", "\n\n"))
    thoughts: list[str] = []
    while len(thoughts) < 7:
        text = t.worded(rng, rng.choice(steps)).format(**numbers) + glue
        thoughts += [text] if text not in thoughts else []
    head = t.lead(rng, lang) + asked.format(**numbers) + "\n"
    return Loop("low_novelty", head, t.mixed(rng, thoughts), least=7)


def murmurs(rng: Random) -> Loop:
    """A transcript that is down to what people say when they say nothing."""
    lang = rng.choice(b.LANGS)
    words = rng.sample(b.SAID[lang], rng.randint(4, 7))
    ends = rng.choice(((" ",), (", ", ". "), ("\n",), ("... ", ", ")))
    opened = rng.choice(("", "[laughter] ", "SPEAKER 1: ", "- "))
    order = (word + rng.choice(ends) for word in t.mixed(rng, words))
    return Loop("low_novelty", t.lead(rng, lang) + opened, _grouped(rng, order))


def references(rng: Random) -> Loop:
    """Works cited: the same few authors, years and places, shuffled."""
    lang = rng.choice(("en", "es", "fr", "de", "it", "pt", "pl"))
    people = [name.split()[-1] for name in rng.sample(b.NAMES[lang], 4)]
    years = [str(rng.randint(1890, 2019)) for _ in range(rng.randint(2, 3))]
    initials = rng.sample("ABCEFGHLMR", 2)
    forms = ("({0}, {1}; {2}, {3}), ", "{0}, {4}. ({1}). ", "[{0} {1}] ", "{0} & {2} {1}; ")
    form = rng.choice(forms)

    def cited() -> str:
        one, two = rng.sample(people, 2)
        return form.format(one, rng.choice(years), two, rng.choice(years), rng.choice(initials))

    return Loop("low_novelty", t.lead(rng, lang), t.always(cited), least=8)


_TAIL: tuple[Ending, ...] = ("tail", "tail", "tail", "stray")
_CLOSED: tuple[Ending, ...] = ("tail", "tail", "closed")

KINDS = (
    PositiveKind("blind: word salad", "low novelty: words", word_salad, _TAIL),
    PositiveKind("blind: salad in other scripts", "low novelty: words", unspaced_salad),
    PositiveKind("blind: clauses in any order", "low novelty: words", clauses_in_any_order, _TAIL),
    PositiveKind("blind: rows in any order", "low novelty: rows", rows_in_any_order, _CLOSED),
    PositiveKind("blind: cells in any order", "low novelty: rows", cells_in_any_order),
    PositiveKind("blind: litany", "low novelty: lists", litany, ("tail", "tail", "recovered")),
    PositiveKind("blind: tags", "low novelty: lists", tags, _CLOSED),
    PositiveKind("blind: small talk", "low novelty: speech", small_talk, _TAIL),
    PositiveKind("blind: tokens of code", "low novelty: code", tokens_of_code),
    PositiveKind("blind: few values", "low novelty: rows", objects_of_few_values, _CLOSED),
    PositiveKind("blind: thoughts in any order", "low novelty: speech", thoughts_in_any_order),
    PositiveKind("blind: murmurs", "low novelty: speech", murmurs, _TAIL),
    PositiveKind("blind: references", "low novelty: lists", references, ("tail", "recovered")),
)
