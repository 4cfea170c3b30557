"""Counters of items, years, pages, sections, captions and questions, as running text has them."""

from random import Random

from degeneration import material as m
from degeneration.judged.second.material_loops import (
    UNSPACED,
    lead,
    onwards,
    opening,
    padded,
    paragraph,
    piece,
    sentence,
    series,
    tongue,
)
from degeneration.sample import Loop, PositiveKind

ITEMS = "counter: items and references"
TEXT = "counter: running text"

_ANY = ("en", "pt", "es", "fr", "de", "it", "ru", "zh", "ja", "ko", "ar", "he", "th", "hi", "pl")
_YEAR = {
    "en": "In {}, ",
    "pt": "Em {}, ",
    "es": "En {}, ",
    "fr": "En {}, ",
    "de": "Anno {}: ",
    "it": "Nel {}, ",
    "ru": "В {} году: ",
    "pl": "W roku {}: ",
    "zh": "{}年，",
    "ja": "{}年、",
    "ko": "{}년, ",
    "ar": "في عام {}، ",
    "he": "בשנת {}, ",
}
_PAGE = {
    "en": "Page {}",
    "pt": "Página {}",
    "fr": "Page {}",
    "de": "Seite {}",
    "es": "Pág. {}",
    "ru": "Стр. {}",
    "zh": "第 {} 页",
    "ja": "{}ページ",
    "it": "pag. {}",
}
_CHAPTER = {
    "en": "Chapter",
    "pt": "Capítulo",
    "fr": "Chapitre",
    "de": "Kapitel",
    "es": "Capítulo",
    "it": "Capitolo",
    "ru": "Глава",
    "pl": "Rozdział",
    "nl": "Hoofdstuk",
    "tr": "Bölüm",
}
_FIGURE = {
    "en": ("Figure {}: ", "Table {}. ", "Fig. {} – ", "Plate {}. "),
    "pt": ("Figura {} – ", "Tabela {}: ", "Gráfico {}. ", "Quadro {} – "),
    "fr": ("Figure {} : ", "Tableau {}. ", "Planche {}. "),
    "de": ("Abbildung {}: ", "Tabelle {}: ", "Abb. {} "),
    "es": ("Figura {}. ", "Cuadro {}. ", "Lámina {}: "),
    "ru": ("Рисунок {}. ", "Таблица {} – "),
    "zh": ("图{}：", "表{} "),
    "ja": ("図{} ", "表{}："),
}
_ARTICLE = {
    "pt": ("Art. {}. ", "Cláusula {}ª – ", "§ {}º "),
    "es": ("Artículo {}. ", "Base {}.ª "),
    "fr": ("Article {}. – ", "Art. {}. "),
    "de": ("§ {} ", "Artikel {} "),
    "en": ("Section {}. ", "Article {}. ", "Clause {}: ", "Rule {} – "),
    "it": ("Art. {}. ", "Articolo {} – "),
    "ru": ("Статья {}. ", "Пункт {}. "),
    "zh": ("第{}条　", "第 {} 款 "),
    "ja": ("第{}条　",),
    "ko": ("제{}조 ",),
    "ar": ("المادة {}: ",),
    "he": ("סעיף {}: ",),
}


def _of(rng: Random, table: dict[str, tuple[str, ...]]) -> tuple[str, str]:
    lang = rng.choice(list(table))
    return lang, rng.choice(table[lang])


def _numbered(rng: Random) -> Loop:
    """A list of which every item says the same."""
    lang = rng.choice(_ANY)
    mark = rng.choice(("{}. ", "{}) ", "({}) ", "[{}] ", "#{} ", "{} - ", "- {}: ", "**{}.** "))
    number, text = series(rng, 1, 60, (1,)), sentence(rng, lang)
    if rng.random() < 0.4:
        text = piece(rng, lang, 2, 6)
    end = rng.choice(("\n", "\n", "\n\n", " ", "; "))
    return onwards(lead(rng, lang, end="\n"), lambda k: mark.format(number(k)) + text + end)


def _bare(rng: Random) -> Loop:
    """Numbers and nothing else; a page has some dozens of those at most."""
    between = rng.choice((", ", " ", "\n", "; ", " - ", ",", "\n\n", " | ", "</td><td>"))
    number = series(rng, 1, 2100, (1, 1, 1, 1, 2, 3, 5, 7, 10, 25))
    text = lead(rng, tongue(rng), end="\n") + rng.choice(("", "", "n = ", "Nos. ", "["))
    return onwards(text, lambda k: number(k) + between, least=90)


def _bare_down(rng: Random) -> Loop:
    between = rng.choice((" ", ", ", "\n", "... ", " → "))
    number = series(rng, 20_000, 90_000, (-1, -1, -2, -5, -10))
    return onwards(lead(rng, tongue(rng), end="\n"), lambda k: number(k) + between, least=90)


def _year_by_year(rng: Random) -> Loop:
    lang = rng.choice(list(_YEAR))
    year = series(rng, 1700, 1990, (1, 1, 1, 2, 5, 10))
    what = sentence(rng, lang)
    end = rng.choice((" ", "\n", "\n\n"))
    return onwards(lead(rng, lang, end=end), lambda k: _YEAR[lang].format(year(k)) + what + end)


def _years_back(rng: Random) -> Loop:
    """A chronicle, a list of works or of members, back in time without end."""
    lang = tongue(rng)
    what = rng.choice((piece(rng, lang, 1, 4), m.name(rng), m.money(rng)))
    form = rng.choice(("{} – {}\n", "{}: {}\n", "- ({}) {}\n", "{}\t{}\n", "**{}** {}  \n"))
    year = series(rng, 1995, 2030, (-1,))
    return onwards(lead(rng, lang, end="\n"), lambda k: form.format(year(k), what), least=26)


def _running_head(rng: Random) -> Loop:
    """Pages of which only head or foot is left."""
    lang = rng.choice(list(_PAGE))
    page, total = series(rng, 2, 190, (1, 1, 1, 2)), rng.randint(400, 3000)
    title = m.title(rng, 2, 5)
    form = rng.choice(("{p}\n\n", "{t}\n{p}\n\n", "{p} / {n}\n\n", "--- {p} ---\n", "{t} | {p}\n"))
    return onwards(
        lead(rng, lang),
        lambda k: form.format(p=_PAGE[lang].format(page(k)), t=title, n=total),
        least=30,
    )


def _contents(rng: Random) -> Loop:
    """A table of contents whose chapters and pages go on."""
    lang = rng.choice(list(_CHAPTER))
    number, page = series(rng, 1, 30, (1,)), series(rng, 5, 300, (2, 4, 6, 8, 12, 17))
    title = piece(rng, lang, 2, 5).capitalize()
    dots = rng.choice((" " + "." * rng.randint(3, 40) + " ", "\t", " — ", "  "))
    return onwards(
        opening(rng, lang, 0.7, 700) + f"{m.title(rng, 1, 2)}\n\n",
        lambda k: f"{_CHAPTER[lang]} {number(k)}. {title}{dots}{page(k)}\n",
        least=20,
    )


def _sections(rng: Random) -> Loop:
    lang = rng.choice(_ANY)
    fixed = ".".join(str(rng.randint(1, 12)) for _ in range(rng.choice((1, 1, 2))))
    number, title = series(rng, 1, 12, (1,)), piece(rng, lang, 2, 5)
    mark = rng.choice(("", "## ", "### ", "**", "\\subsection* "))
    text = f"\n\n{paragraph(rng, lang, 1, 2)}\n\n" if rng.random() < 0.6 else "\n"
    return onwards(lead(rng, lang), lambda k: f"{mark}{fixed}.{number(k)} {title}{text}", least=10)


def _captions(rng: Random) -> Loop:
    lang, form = _of(rng, _FIGURE)
    number, text = series(rng, 1, 25, (1,)), sentence(rng, lang)
    image = rng.choice(("", "", "![]()\n", "<figcaption>", "*"))
    end = rng.choice(("\n\n", "\n", f"\n{m.title(rng, 2, 3)}.\n"))
    return onwards(lead(rng, lang), lambda k: image + form.format(number(k)) + text + end)


def _verses(rng: Random) -> Loop:
    lang = rng.choice(_ANY)
    book = rng.choice(("", "", "Ps {}:", "Jo {},", "Sura {}:", "Gn {}.", "Canto {}, "))
    before = book.format(rng.randint(1, 140))
    number, text = series(rng, 1, 20, (1,)), sentence(rng, lang)
    end = rng.choice(("\n", " ", "\n\n"))
    return onwards(lead(rng, lang, end="\n"), lambda k: f"{before}{number(k)} {text}{end}")


def _notes(rng: Random) -> Loop:
    """Notes that refer to the same book, note and page going on together."""
    number, page = series(rng, 3, 80, (1,)), series(rng, 10, 200, (1, 2, 3))
    mark = rng.choice(("[{}] ", "{}. ", "[^{}]: ", "<sup>{}</sup> ", "({}) "))
    where = rng.choice(("Ibid., p. ", "Idem, fl. ", "Op. cit., p. ", "Ebd., S. ", "Там же, с. "))
    end = f", v. {rng.randint(1, 9)}.\n" if rng.random() < 0.3 else ".\n"
    return onwards(
        lead(rng, tongue(rng)),
        lambda k: f"{mark.format(number(k))}{where}{page(k)}{end}",
        least=28,
    )


def _articles(rng: Random) -> Loop:
    lang, form = _of(rng, _ARTICLE)
    number, text = series(rng, 2, 130, (1,)), paragraph(rng, lang, 1, 2)
    end = rng.choice(("\n", "\n\n"))
    return onwards(lead(rng, lang), lambda k: form.format(number(k)) + text + end, least=6)


def _questions(rng: Random) -> Loop:
    """An exam that asks the same, with the same choices."""
    lang = rng.choice(_ANY)
    head = rng.choice(("Question {}", "Questão {}", "{}.", "Aufgabe {}", "Pregunta {}", "第{}题"))
    choices = rng.choice((("a)", "b)", "c)", "d)"), ("(A)", "(B)", "(C)"), ("( )", "( )", "( )")))
    options = "".join(f"{mark} {piece(rng, lang, 1, 4)}\n" for mark in choices)
    ask = piece(rng, lang, 4, 9) + ("？" if lang in UNSPACED else "?")
    number = series(rng, 1, 40, (1,))
    return onwards(
        opening(rng, lang), lambda k: f"{head.format(number(k))} {ask}\n{options}\n", least=5
    )


def _steps(rng: Random) -> Loop:
    """Reasoning or a recipe: the step advances and what is done does not."""
    lang = tongue(rng)
    head = rng.choice(
        ("Step {}: ", "**Step {}.** ", "Passo {}: ", "Étape {} : ", "Schritt {}: ", "Attempt {}: ")
    )
    number = series(rng, 2, 30, (1,))
    text = rng.choice((sentence(rng, lang), "Check whether the total matches the table."))
    end = rng.choice(("\n", "\n\n", " "))
    before = "<think>\n" if rng.random() < 0.3 else ""
    return onwards(
        before + lead(rng, lang), lambda k: head.format(number(k)) + text + end, "</think>\n\n"
    )


def _trials(rng: Random) -> Loop:
    """Chain of thought that tries one number after the other."""
    factor, start = rng.randint(2, 19), rng.randint(1, 60)
    form = rng.choice(
        (
            "If n = {n}, then {f}n = {m}, which is not what we want.\n",
            "Try x = {n}: {f} * {n} = {m}. No.\n",
            "Para k = {n}, temos {f}k = {m}, não serve. ",
            "n={n} gives {m}; too small. ",
            "令 x = {n}，则 {f}x = {m}，不符合条件。\n",
            "{n} × {f} = {m}, but the remainder is wrong.\n",
        )
    )
    return onwards(
        lead(rng, rng.choice(("en", "pt", "zh"))),
        lambda k: form.format(n=start + k, f=factor, m=factor * (start + k)),
        "</think>\n",
        least=16,
    )


def _register(rng: Random) -> Loop:
    """A parish or civil register whose entries differ in number alone, or in number and leaf."""
    leaf = series(rng, 2, 90, (1, 1, 2))
    number = rng.choice((series(rng, 1, 500, (1, 1, 2)), padded(rng, 4, 700)))
    head = rng.choice(
        ("N.º {}", "Assento n.º {}", "Nr. {}", "Acte n° {}", "Partida {}", "Entry No. {}")
    )
    who, when = m.name(rng), f"{m.date(rng):%d/%m/%Y}"
    lang = rng.choice(("pt", "pt", "es", "fr", "de", "it"))
    text = f"{who}, {when}. {paragraph(rng, lang, 1, 3)}"
    with_leaf = rng.random() < 0.4
    return onwards(
        opening(rng, lang),
        lambda k: head.format(number(k)) + (f", fl. {leaf(k)}" if with_leaf else "") + f" {text}\n",
        least=5,
    )


def _illegible(rng: Random) -> Loop:
    """Lines that could not be read, each announced by its number."""
    what = rng.choice(
        ("[illegible]", "[ilegível]", "(no text)", "[…]", "[blank]", "[unleserlich]", "[空白]")
    )
    form = rng.choice(("Line {}: {}\n", "l. {} {}\n", "{}| {}\n", "Linha {}: {}\n", "[{}] {}\n"))
    number = series(rng, 1, 70, (1,))
    return onwards(lead(rng, tongue(rng)), lambda k: form.format(number(k), what), "\n", least=30)


def _stretches(rng: Random) -> Loop:
    """From n to n + 1, then from there to the next."""
    lang = tongue(rng)
    start, size = rng.randint(1, 300), rng.choice((1, 1, 2, 5, 10, 50))
    form = rng.choice(
        (
            "From km {} to km {}: {}\n",
            "Do km {} ao km {}: {}\n",
            "pp. {}–{}: {}\n",
            "Lines {} to {}: {}\n",
            "{} – {}  {}\n",
            "Von {} bis {} m: {}\n",
        )
    )
    what = piece(rng, lang, 3, 7)
    return onwards(
        lead(rng, lang),
        lambda k: form.format(start + size * k, start + size * (k + 1), what),
        least=12,
    )


def _day_by_day(rng: Random) -> Loop:
    """A diary, a course or a life of which every day, week or year is the same."""
    lang = tongue(rng)
    head = rng.choice(
        (
            *("Day {}. ", "Week {}: ", "Dia {} – ", "Jour {}. ", "Tag {}: ", "День {}. "),
            *("At the age of {}: ", "Aos {} anos: ", "Lesson {}: ", "Aula {}: ", "Scene {}. "),
        )
    )
    number, text = series(rng, 1, 30, (1,)), sentence(rng, lang)
    end = rng.choice(("\n", "\n\n"))
    return onwards(lead(rng, lang), lambda k: head.format(number(k)) + text + end, least=8)


KINDS = (
    PositiveKind("item after item", ITEMS, _numbered, ("tail", "tail", "stray", "recovered")),
    PositiveKind("only numbers", ITEMS, _bare, ("tail", "tail", "tail", "recovered")),
    PositiveKind("only numbers, down", ITEMS, _bare_down),
    PositiveKind("contents going on", ITEMS, _contents),
    PositiveKind("notes of one book", ITEMS, _notes),
    PositiveKind("page heads", ITEMS, _running_head, ("tail", "recovered")),
    PositiveKind("captions", ITEMS, _captions, ("tail", "stray")),
    PositiveKind("sections", ITEMS, _sections),
    PositiveKind("illegible lines", ITEMS, _illegible, ("tail", "recovered")),
    PositiveKind("year by year", TEXT, _year_by_year, ("tail", "tail", "recovered")),
    PositiveKind("years back", TEXT, _years_back),
    PositiveKind("verses", TEXT, _verses),
    PositiveKind("articles of a law", TEXT, _articles, ("tail", "tail", "stray")),
    PositiveKind("questions of an exam", TEXT, _questions),
    PositiveKind("steps of a thought", TEXT, _steps, ("tail", "tail", "closed")),
    PositiveKind("trial after trial", TEXT, _trials, ("tail", "tail", "closed")),
    PositiveKind("entries of a register", TEXT, _register, ("tail", "stray")),
    PositiveKind("stretch by stretch", TEXT, _stretches),
    PositiveKind("day by day", TEXT, _day_by_day, ("tail", "recovered")),
)
