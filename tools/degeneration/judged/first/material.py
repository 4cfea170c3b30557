"""Other languages and other layouts than those of `material`, for the kinds nobody tuned on."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, repeat
from random import Random

from degeneration import material as m
from degeneration.sample import Loop

Head = Callable[[Random, str], str]
"""Draws the clean text that comes first, in this language."""


@dataclass(frozen=True, slots=True)
class Style:
    """What stays from row to row of a page: its language and its form."""

    tongue: str
    pick: int

    @classmethod
    def draw(cls, rng: Random) -> "Style":
        return cls(language(rng), rng.randrange(5040))

    def of(self, *forms: str) -> str:
        """One of the forms, the same each time."""
        return forms[self.pick % len(forms)]


@dataclass(frozen=True, slots=True)
class Tongue:
    """What made-up words of a language are put together from, and its real function words."""

    onsets: str
    nuclei: str
    codas: str
    ends: str
    function: str


TONGUES = {
    "en": Tongue(
        "b bl br c ch cl cr d dr f fl fr g gr h j l m n p pl pr qu r s sc sh sl sp st str t th tr",
        "a e i o u a e i o ea ee ai oo ou ie",
        "n r l s t nd st ck m p ng rt ll ss nt ",
        "ing ed er tion ment ly ness able ous al ive ity ance age ist",
        "the of and to in a is that for it was on are as with his they at be this from or had by "
        "not but what all were when we there can an your which their if will each about how up",
    ),
    "es": Tongue(
        "b c d f g h j l ll m n ñ p qu r s t v z bl br cl cr dr fl fr gr pl pr tr ch",
        "a e i o u a e o ia ie io ue á é í ó ú",
        "n r s l d    ",
        "ción mente dad or ista al ivo ario encia aje ar er ir ado iendo oso ura",
        "de la que el en y a los se del las un por con no una su para es al lo como más pero sus "
        "le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde",
    ),
    "de": Tongue(
        "b bl br d dr f fl fr g gl gr h j k kl kr l m n p pf r s sch schl schr sp st t tr v w z",
        "a e i o u a e ä ö ü ei au eu ie",
        "n r l s t ch cht nd rt ng st ss ck m lt ",
        "ung keit heit lich isch en er schaft bar los nis ieren e te",
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es "
        "an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum",
    ),
    "fr": Tongue(
        "b bl br c ch cl cr d dr f fl fr g gl gr j l m n p pl pr qu r s t tr v",
        "a e i o u é è ê ai au eau eu oi ou ie",
        "n r l s t x   ",
        "tion ment té eur iste el if aire ence age er ir é ant eux ure",
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il "
        "sont avec ou mais comme son aux si leur même ces dont sans elle entre deux tout nous",
    ),
}


@cache
def _vocabulary(language: str) -> tuple[list[str], list[float]]:
    """5000 words with cumulated Zipf weights, function words first."""
    tongue, rng = TONGUES[language], Random(f"vocabulary of {language}")
    onsets, nuclei, codas, ends = (
        part.split(" ") for part in (tongue.onsets, tongue.nuclei, tongue.codas, tongue.ends)
    )
    words = dict.fromkeys(tongue.function.split())
    while len(words) < 5000:
        syllables = rng.choice((1, 1, 1, 2, 2, 3) if language in ("es", "fr") else (1, 1, 1, 2))
        stem = "".join(
            rng.choice(onsets) + rng.choice(nuclei) + rng.choice(codas) for _ in range(syllables)
        )
        words[stem + (rng.choice(ends) if rng.random() < 0.4 else "")] = None
    total, weights = 0.0, []
    for rank in range(len(words)):
        total += 1 / (rank + 3)
        weights.append(total)
    return list(words), weights


def language(rng: Random) -> str:
    return rng.choice(("pt", *TONGUES))


def word(rng: Random, tongue: str) -> str:
    """A content word."""
    if tongue == "pt":
        return m.content_word(rng)
    return _vocabulary(tongue)[0][rng.randrange(60, 5000)]


def phrase(rng: Random, tongue: str, low: int = 2, high: int = 5) -> str:
    return " ".join(word(rng, tongue) for _ in range(rng.randint(low, high)))


def title(rng: Random, tongue: str, low: int = 1, high: int = 4) -> str:
    return phrase(rng, tongue, low, high).capitalize()


def person(rng: Random, tongue: str) -> str:
    return " ".join(word(rng, tongue).capitalize() for _ in range(rng.randint(2, 3)))


def sentence(rng: Random, tongue: str, low: int = 6, high: int = 20) -> str:
    if tongue == "pt":
        return m.sentence(rng, low, high)
    words, weights = _vocabulary(tongue)
    out = rng.choices(words, cum_weights=weights, k=rng.randint(low, high))
    # No word twice in a row: a short function word would often be.
    out = [out[0]] + [b for a, b in pairwise(out) if a != b]
    if len(out) > 8:
        out[rng.randint(3, len(out) - 3)] += ","
    return " ".join(out).capitalize() + rng.choices(".?!", (20, 1, 1))[0]


def paragraph(rng: Random, tongue: str, chars: int) -> str:
    """Sentences of together at least `chars` characters."""
    out = sentence(rng, tongue)
    while len(out) < chars:
        out += " " + sentence(rng, tongue)
    return out


# ---------------------------------------------------------------------------- clean pages


def _essay(rng: Random, tongue: str) -> str:
    parts = (paragraph(rng, tongue, rng.randint(80, 700)) for _ in range(rng.randint(1, 6)))
    return "\n\n".join(parts) + "\n\n"


def _markdown(rng: Random, tongue: str) -> str:
    out = f"# {title(rng, tongue, 2, 6)}\n\n"
    for _ in range(rng.randint(1, 3)):
        out += f"## {title(rng, tongue)}\n\n{paragraph(rng, tongue, rng.randint(60, 400))}\n\n"
        out += "".join(f"- {phrase(rng, tongue, 2, 9)}\n" for _ in range(rng.randint(0, 5))) + "\n"
    return out


def _html(rng: Random, tongue: str) -> str:
    paragraphs = "".join(f"<p>{sentence(rng, tongue)}</p>\n" for _ in range(rng.randint(1, 8)))
    return f"<h1>{title(rng, tongue)}</h1>\n{paragraphs}"


def form(rng: Random, tongue: str) -> str:
    """Fields of a form, a line each."""
    keys = dict.fromkeys(title(rng, tongue, 1, 2) for _ in range(rng.randint(3, 12)))
    values = (
        lambda: person(rng, tongue),
        lambda: m.code(rng),
        lambda: f"{m.date(rng):%d/%m/%Y}",
        lambda: phrase(rng, tongue, 1, 6),
        lambda: m.money(rng),
    )
    return "".join(f"{key}: {rng.choice(values)()}\n" for key in keys) + "\n"


def speech(rng: Random, tongue: str) -> str:
    """A transcript of speech: sentences in one line."""
    return " ".join(sentence(rng, tongue, 3, 18) for _ in range(rng.randint(3, 40))) + " "


def chat(rng: Random, tongue: str) -> str:
    names = rng.choice((("User", "Assistant"), ("Q", "A"), (word(rng, tongue).capitalize(), "Bot")))
    turns = range(rng.randint(2, 9))
    return "".join(f"{names[i % 2]}: {sentence(rng, tongue, 4, 30)}\n\n" for i in turns)


def _letter(rng: Random, tongue: str) -> str:
    head = f"{person(rng, tongue)}\n{title(rng, tongue)}, {rng.randrange(1, 999)}\n\n"
    return head + _essay(rng, tongue)


def _latex(rng: Random, tongue: str) -> str:
    head = f"\\section{{{title(rng, tongue, 2, 5)}}}\n\n{paragraph(rng, tongue, 150)}\n"
    a, b, c = rng.sample("abcdkmnpqrxyz", 3)
    return head + f"\\[ {a}^2 = {b} + \\frac{{{c}}}{{2}} \\]\n{sentence(rng, tongue)}\n\n"


_LAYOUTS = (_essay, _essay, _markdown, _html, form, speech, chat, _letter, _latex)


def document(rng: Random, tongue: str) -> str:
    """Clean text of any layout, nothing at all now and then."""
    if rng.random() < 0.08:
        return ""
    return "".join(rng.choice(_LAYOUTS)(rng, tongue) for _ in range(rng.choice((1, 1, 1, 2, 3))))


def reasoning(rng: Random, tongue: str) -> str:
    """Thoughts about a page before they go round in circles."""
    openers = ("First, ", "Then ", "The page says ", "So ", "Looking at the table, ", "Next, ")
    thoughts = (
        rng.choice(openers) + sentence(rng, tongue, 5, 25).lower()
        for _ in range(rng.randint(3, 15))
    )
    return "<think>\n" * (rng.random() < 0.5) + " ".join(thoughts) + "\n\n"


def json_page(rng: Random, tongue: str) -> str:
    """The start of a page as nested JSON, up to an open array."""
    page = {
        "page": rng.randint(1, 300),
        "language": tongue,
        "header": {"title": title(rng, tongue), "date": str(m.date(rng))},
        "summary": paragraph(rng, tongue, rng.randint(40, 600)),
    }
    text = json.dumps(page, ensure_ascii=False, indent=rng.choice((None, 2)))
    return text[:-1].rstrip() + f', "{word(rng, tongue)}": ['


def xml_page(rng: Random, tongue: str) -> str:
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{word(rng, "en")}>\n'
    return head + f"  <title>{title(rng, tongue)}</title>\n  <note>{sentence(rng, tongue)}</note>\n"


def yaml_page(rng: Random, tongue: str) -> str:
    pairs = {word(rng, "en"): phrase(rng, tongue, 1, 5) for _ in range(rng.randint(2, 8))}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in pairs.items()) + "items:\n"


def nothing(rng: Random, tongue: str) -> str:
    return ""


def script_page(script: str) -> Head:
    """Lines of a script, with a heading and numbers among them; any script for an empty name."""
    return lambda rng, tongue: _script_lines(rng, script or rng.choice(tuple(m.SCRIPTS)))


def _script_lines(rng: Random, script: str) -> str:
    head = m.script_sentence(rng, script, 2, 4)
    lines = (
        m.script_sentence(rng, script, 3, 18)
        + (f" {rng.randrange(2100)}" if rng.random() < 0.3 else "")
        for _ in range(rng.randint(0, 14))
    )
    return f"{head}\n\n" + "\n".join(lines) + "\n"


# ---------------------------------------------------------------------------- loops of one unit


def again(
    unit: Callable[[Random, Style], str],
    head: Head = document,
    closing: str = "",
    *,
    most: int = 0,
    filler: bool = False,
    least: float = 3.0,
) -> Callable[[Random], Loop]:
    """The draw of an exact loop: a page, clean units of the same make, then one unit for ever.

    Args:
        unit: draws a unit.
        head: what comes before; lacks now and then where clean units come.
        closing: closes the structure.
        most: clean units at most.
        filler: whether the unit carries no content.
        least: copies that make it a loop beyond doubt.
    """

    def draw(rng: Random) -> Loop:
        style = Style.draw(rng)
        lead = head(rng, style.tongue) if not most or rng.random() < 0.7 else ""
        lead += "".join(unit(rng, style) for _ in range(rng.randint(0, most)))
        return Loop("exact", lead, repeat(unit(rng, style)), closing, filler, least)

    return draw
