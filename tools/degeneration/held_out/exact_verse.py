"""Exact loops of sentences, verse and notes, and of whole passages up to half a page."""

from random import Random

from degeneration import material as m
from degeneration.held_out import material_exact as x
from degeneration.held_out.exact_tools import (
    deal,
    exact,
    glue,
    language,
    opened,
    page,
    price,
)
from degeneration.sample import Loop, PositiveKind

SENTENCES = "exact: sentences and verse"
PASSAGES = "exact: long passages"

_SEES = (
    "The image shows {}, with {} in the background. ",
    "There is {} next to {}. ",
    "L'image montre {}, et au fond {}. ",
    "Na imagem vê-se {} ao lado de {}. ",
    "Das Bild zeigt {} und dahinter {}. ",
    "На изображении видно: {}, рядом {}. ",
    "画像には{}と{}が写っている。",
    "图中可以看到{}以及{}。",
    "تظهر في الصورة {} وبجانبها {}. ",
    "चित्र में {} और {} दिखाई देते हैं। ",
)
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
    _, lead, _ = opened(rng)
    lines = rng.choice(x.REFRAINS)[: rng.randint(2, 3)]
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
    _, lead, _ = opened(rng)
    unit = rng.choice(_SEES).format(m.phrase(rng), m.phrase(rng))
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
    name = m.name(rng)
    unit = rng.choice(
        (
            f"{n}. Ibid., p. {p}.\n",
            f"[{n}] {name}, op. cit., pp. {p}-{p + 4}.\n",
            f"({n}) {kept[0]}\n",
            f"{n} Ver {name}, {m.title(rng)}, {p}.\n",
            f"^{n} Vgl. {name}, S. {p} f.\n\n",
        )
    )
    return exact(f"{lead}\n\n---\n", unit, f"{kept[1]}\n\n")


def _headline(rng: Random) -> Loop:
    """A headline of a newspaper with what stands under it."""
    _, lead, kept = opened(rng)
    title = m.title(rng, 3, 6)
    mark = rng.choice(("# ", "## ", "**", ""))
    line = f"{mark}{title.upper() if rng.random() < 0.5 else title}{'**' if mark == '**' else ''}"
    unit = f"{line}\n\n{kept[0]}\n\n" if rng.random() < 0.6 else f"{line}\n"
    return exact(lead + "\n\n", unit, "* * *\n\n")


def _bilingual(rng: Random) -> Loop:
    """A sentence and its translation, in turn."""
    lang, lead, kept = opened(rng)
    other = language(rng, tuple(name for name in x.SENTENCES if name != lang))
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
    _, lead, kept = opened(rng)
    word = m.content_word(rng)
    kind = rng.choice(("s. f.", "v. tr.", "adj.", "n. m.", "сущ.", "名", "adv."))
    unit = f"**{word}**, {kind} {m.phrase(rng, 3, 7)}; {m.phrase(rng)}. Ex.: *{kept[0]}*\n"
    return exact(lead + "\n\n", unit)


def _letter(rng: Random) -> Loop:
    """A letter that starts again from its head."""
    lang, lead, kept = opened(rng)
    greeting = rng.choice(("Dear", "Caro", "Querida", "Liebe", "Уважаемый", "Cher", "Szanowny"))
    body = rng.choice((kept, [*kept, m.paragraph(rng, 2, 4)]))
    end = f"{m.title(rng)},\n{m.name(rng)}\n\n"
    unit = f"{greeting} {m.name(rng)},\n\n{glue(lang).join(body)}\n\n{end}"
    return exact(lead + "\n\n", unit, "P.S.\n\n")


def _exam(rng: Random) -> Loop:
    """A question of an exam with its options, its number included."""
    lang, lead, kept = opened(rng)
    style = rng.choice(("({})", "{})", "{}.", "- [ ] {}"))
    letters = rng.choice(("ABCD", "abcde", "АБВГ", "アイウエ", "甲乙丙丁"))
    options = "\n".join(f"{style.format(letter)} {m.phrase(rng, 2, 6)}" for letter in letters)
    word = rng.choice(("Question", "Questão", "Frage", "Вопрос", "問", "题", "Soru"))
    unit = f"{word} {rng.randint(2, 60)}. {glue(lang).join(kept[:2])}\n{options}\n\n"
    return exact(lead + "\n\n", unit, "(___)\n\n" if rng.random() < 0.5 else "* * *\n\n")


def _recipe(rng: Random) -> Loop:
    """A recipe from its title to its last step."""
    _, lead, kept = opened(rng)
    goods = "\n".join(f"- {rng.randint(2, 900)} g {m.phrase(rng, 1, 3)}" for _ in range(5))
    unit = f"## {m.title(rng)}\n\n{goods}\n\n1. {m.sentence(rng)}\n2. {kept[0]}\n\n"
    return exact(lead + "\n\n", unit, "---\n\n")


def _clause(rng: Random) -> Loop:
    """A clause of a contract, half a page of it now and then."""
    lang, lead, kept = opened(rng)
    head = rng.choice(
        ("§ {}", "Art. {}", "CLÁUSULA {}ª", "第{}条", "Статья {}.", "Άρθρο {}", "제{}조")
    )
    text = glue(lang).join(kept)
    if rng.random() < 0.5:
        text += "\n" + m.prose(rng, rng.randint(300, 1100)).strip()
    unit = f"{head.format(rng.randint(2, 80))} {text}\n\n"
    return exact(lead + "\n\n", unit)


def _running_page(rng: Random) -> Loop:
    """A page with its header, its text and its number, over and over."""
    lang, lead, kept = opened(rng)
    number = rng.randint(12, 480)
    head = rng.choice(
        (f"{number}    {m.title(rng).upper()}", f"[p. {number}]", f"<!-- page {number} -->")
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
