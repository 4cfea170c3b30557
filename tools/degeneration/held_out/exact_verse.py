"""Exact loops of sentences, verse and notes, and of whole passages up to half a page."""

from random import Random

from degeneration import material as m
from degeneration.held_out import material_exact as x
from degeneration.held_out import material_exact_words as w
from degeneration.held_out.exact_tools import (
    deal,
    exact,
    glue,
    language,
    name,
    opened,
    page,
    price,
    title,
    words,
)
from degeneration.sample import Loop, PositiveKind

SENTENCES = "exact: sentences and verse"
PASSAGES = "exact: long passages"

_SAINTS = ("Pancrati", "Walpurgis", "Cosma", "Eulalia", "Brigitta", "Quirine", "Barbara", "Mauri")
_RESPONSES = (
    "ora pro nobis.",
    "priez pour nous.",
    "rogai por nós.",
    "módl się za nami.",
    "bitt für uns.",
    "моли Бога о нас.",
    "πρέσβευε υπὲρ ἡμῶν.",
    "prega per noi.",
)


def _refrain(rng: Random) -> Loop:
    """A refrain of a hymn or a song that no stanza follows."""
    lang, lead, _ = opened(rng, tuple(x.REFRAINS))
    lines = rng.choice(x.REFRAINS[lang])[: rng.randint(2, 3)]
    if rng.random() < 0.3:
        lines = [line for line in lines for _ in range(2)][:4]
    head = rng.choice(("", "Refrain:\n", "℟. ", "[Chorus]\n", "*"))
    end = rng.choice(("\n\n", "\n", " / ")) if head != "*" else "*\n\n"
    between = " / " if end == " / " else "\n"
    return exact(lead + "\n\n", head + between.join(lines) + end, f"[{m.title(rng)}]\n\n", least=7)


def _litany(rng: Random) -> Loop:
    """A litany that stays with one saint."""
    _, lead, _ = opened(rng)
    saint = f"{rng.choice(('Sancta', 'Sancte', 'S.'))} {rng.choice(_SAINTS)}"
    between = rng.choice((", ", "\n", " — ", "  ℟. "))
    end = rng.choice(("\n", " ", "\n\n"))
    return exact(lead + "\n\n", f"{saint}{between}{rng.choice(_RESPONSES)}{end}", "Amen.\n\n")


def _description(rng: Random) -> Loop:
    """A picture described by one sentence, again and again."""
    lang, lead, _ = opened(rng, tuple(w.SEES))
    unit = w.SEES[lang].format(words(rng, lang), words(rng, lang))
    return exact(lead + "\n", unit)


def _one_sentence(rng: Random) -> Loop:
    """The last sentence of a page, in any language, with what separates it."""
    lang, lead, kept = opened(rng)
    unit = kept[0] + rng.choice((glue(lang), glue(lang), "\n", "\n\n"))
    return exact(lead + rng.choice(("\n", "\n\n")), unit, f"{kept[1]}\n\n")


def _footnote(rng: Random) -> Loop:
    """A footnote whose number does not go on."""
    _, lead, kept = opened(rng)
    n, p = rng.randint(1, 40), rng.randint(3, 600)
    author = m.name(rng)
    unit = rng.choice(
        (
            f"{n}. Ibid., p. {p}.\n",
            f"[{n}] {author}, op. cit., pp. {p}-{p + 4}.\n",
            f"({n}) {kept[0]}\n",
            f"{n} Ver {author}, {m.title(rng)}, {p}.\n",
            f"^{n} Vgl. {author}, S. {p} f.\n\n",
        )
    )
    return exact(f"{lead}\n\n---\n", unit, f"{kept[1]}\n\n")


def _headline(rng: Random) -> Loop:
    """A headline of a newspaper with what stands under it."""
    lang, lead, kept = opened(rng)
    head = title(rng, lang, 3, 6)
    mark = rng.choice(("# ", "## ", "**", ""))
    line = f"{mark}{head.upper() if rng.random() < 0.5 else head}{'**' if mark == '**' else ''}"
    unit = f"{line}\n\n{kept[0]}\n\n" if rng.random() < 0.6 else f"{line}\n"
    return exact(lead + "\n\n", unit, "* * *\n\n")


def _bilingual(rng: Random) -> Loop:
    """A sentence and its translation, in turn."""
    lang, lead, kept = opened(rng)
    other = language(rng, tuple(code for code in x.SENTENCES if code != lang))
    theirs = deal(rng, other)[0]
    unit = rng.choice(
        (
            f"{lang}: {kept[0]}\n{other}: {theirs}\n",
            f"{kept[0]} → {theirs}\n",
            f"<seg>{kept[0]}</seg><seg>{theirs}</seg>\n",
            f"> {kept[0]}\n\n{theirs}\n\n",
        )
    )
    return exact(lead + "\n\n", unit, f"[{lang}-{other}]\n\n")


def _dictionary(rng: Random) -> Loop:
    """An entry of a dictionary that is never left."""
    lang, lead, kept = opened(rng)
    word = words(rng, lang, 1, 1)
    kind = rng.choice(("s. f.", "v. tr.", "adj.", "n. m.", "сущ.", "名", "adv."))
    unit = f"**{word}**, {kind} {words(rng, lang, 3, 7)}; {words(rng, lang)}. Ex.: *{kept[0]}*\n"
    return exact(lead + "\n\n", unit)


def _letter(rng: Random) -> Loop:
    """A letter that starts again from its head."""
    lang, lead, kept = opened(rng)
    greeting = w.GREETINGS[lang].format(name(rng, lang))
    body = rng.choice((kept, [*kept, title(rng, lang, 4, 8) + "."]))
    end = f"{title(rng, lang)},\n{name(rng, lang)}\n\n"
    unit = f"{greeting}\n\n{glue(lang).join(body)}\n\n{end}"
    return exact(lead + "\n\n", unit, "P.S.\n\n")


def _exam(rng: Random) -> Loop:
    """A question of an exam with its options, its number included."""
    lang, lead, kept = opened(rng)
    style = rng.choice(("({})", "{})", "{}.", "- [ ] {}"))
    word, letters = w.QUESTIONS[lang]
    options = "\n".join(f"{style.format(letter)} {words(rng, lang, 2, 6)}" for letter in letters)
    unit = f"{word} {rng.randint(2, 60)}. {glue(lang).join(kept[:2])}\n{options}\n\n"
    return exact(lead + "\n\n", unit, "(___)\n\n" if rng.random() < 0.5 else "* * *\n\n")


def _recipe(rng: Random) -> Loop:
    """A recipe from its title to its last step."""
    lang, lead, kept = opened(rng)
    goods = "\n".join(f"- {rng.randint(2, 900)} g {words(rng, lang, 1, 3)}" for _ in range(5))
    unit = f"## {title(rng, lang)}\n\n{goods}\n\n1. {kept[1]}\n2. {kept[0]}\n\n"
    return exact(lead + "\n\n", unit, "---\n\n")


def _clause(rng: Random) -> Loop:
    """A clause of a contract, half a page of it now and then."""
    lang, lead, kept = opened(rng)
    text = glue(lang).join(kept)
    if rng.random() < 0.5:
        text += "\n" + m.prose(rng, rng.randint(300, 1100)).strip()
    unit = f"{w.CLAUSES[lang].format(rng.randint(2, 80))} {text}\n\n"
    return exact(lead + "\n\n", unit)


def _running_page(rng: Random) -> Loop:
    """A page with its header, its text and its number, over and over."""
    lang, lead, kept = opened(rng)
    number = rng.randint(12, 480)
    head = rng.choice(
        (f"{number}    {title(rng, lang).upper()}", f"[p. {number}]", f"<!-- page {number} -->")
    )
    unit = f"{head}\n\n{glue(lang).join(kept)}\n\n{m.prose(rng, rng.randint(150, 900))}"
    return exact(lead + "\n\n", unit, f"[{m.title(rng)}]\n\n")


def _two_paragraphs(rng: Random) -> Loop:
    """Two paragraphs by turns, or a paragraph of which every sentence comes again."""
    lang = language(rng)
    dealt = deal(rng, lang)
    first = glue(lang).join(dealt[-2:])
    unit = f"{first}\n\n{dealt[-3]} {m.paragraph(rng, 1, 3)}\n\n"
    return exact(page(rng, lang, dealt, 300, 3000) + "\n\n", unit, f"{price(rng)}.\n\n")


KINDS = (
    PositiveKind("v: hymn refrain", SENTENCES, _refrain, ("tail", "closed", "recovered")),
    PositiveKind("v: litany of one saint", SENTENCES, _litany, ("tail", "closed")),
    PositiveKind("v: picture described", SENTENCES, _description, ("tail", "stray")),
    PositiveKind("v: last sentence", SENTENCES, _one_sentence, ("tail", "recovered")),
    PositiveKind("v: same footnote", SENTENCES, _footnote, ("tail", "recovered")),
    PositiveKind("v: headline", SENTENCES, _headline),
    PositiveKind("v: sentence and translation", SENTENCES, _bilingual, ("tail", "stray")),
    PositiveKind("v: dictionary entry", SENTENCES, _dictionary),
    PositiveKind("v: letter begun anew", PASSAGES, _letter, ("tail", "closed")),
    PositiveKind("v: exam question", PASSAGES, _exam, ("tail", "stray", "recovered")),
    PositiveKind("v: recipe", PASSAGES, _recipe, ("tail", "recovered")),
    PositiveKind("v: contract clause", PASSAGES, _clause, ("tail", "stray")),
    PositiveKind("v: page with its header", PASSAGES, _running_page, ("tail",)),
    PositiveKind("v: paragraphs by turns", PASSAGES, _two_paragraphs, ("tail", "recovered")),
)
