"""Dictionaries, indexes, bibliographies, pedigrees, patterns, recipes."""

from random import Random

from degeneration.held_out import material_pages as p

BOOK = p.Book()


@BOOK.page("pocket dictionary", p.LISTS)
def dictionary(rng: Random) -> str:
    """Headwords that begin alike, grammar in abbreviations, a translation."""
    one, other = rng.sample(("en", "de", "el", "ru", "tr", "he", "hi", "ar", "ko", "zh"), 2)
    tags = rng.choice((("n.", "v.", "adj."), ("m", "f", "n"), ("subst.", "verb", "adv.")))
    stem = p.word(rng, one)[:3]
    heads = sorted({stem + p.word(rng, one) for _ in range(rng.randint(18, 45))})
    strong, out = rng.choice(("", "**", "__")), []
    for head in heads:
        senses = "; ".join(p.phrase(rng, other, 1, 3) for _ in range(rng.choice((1, 1, 2, 3))))
        out.append(f"{strong}{head}{strong} {rng.choice(tags)} {senses}.")
    return "\n".join(out) + "\n"


@BOOK.page("index of names", p.LISTS)
def index(rng: Random) -> str:
    """Names and pages; `see` and `see also`; sub-entries with dashes."""
    lang = rng.choice(p.ALL)
    see, dash = rng.choice(("see", "siehe", "voir", "v.", "см.")), rng.choice(("— ", "  ", "~ "))
    out = []
    for head in sorted(p.title(rng, lang, 1, 2) for _ in range(rng.randint(14, 34))):
        pages = sorted(rng.sample(range(1, 500), rng.choice((1, 2, 3, 8))))
        text = ", ".join(map(str, pages))
        out.append(
            f"{head}, {see} {p.title(rng, lang, 1, 1)}" if rng.random() < 0.1 else f"{head}, {text}"
        )
        for _ in range(rng.choice((0, 0, 0, 2, 4))):
            out.append(f"{dash}{p.phrase(rng, lang, 1, 3)}, {rng.randrange(500)}")
    return "\n".join(out) + "\n"


@BOOK.page("works cited", p.LISTS)
def bibliography(rng: Random) -> str:
    """The works of few authors: a dash for who has been named, the same publisher."""
    lang = rng.choice(("de", "fr", "en", "ru", "it"))
    house = f"{p.surname(rng, lang)}: {p.title(rng, lang, 1, 2)}"
    same, out = rng.choice(("———.", "Ders.:", "Id.,", "— ")), []
    for _ in range(rng.randint(4, 8)):
        author = f"{p.surname(rng, lang)}, {p.given(rng, lang)}"
        for item in range(rng.choice((1, 2, 3, 6))):
            who = author + ":" if item == 0 else same
            where = house if rng.random() < 0.6 else p.surname(rng, lang)
            out.append(f"{who} {p.title(rng, lang, 3, 8)}. {where}, {rng.randrange(1880, 2020)}.")
    return p.lead(rng, lang) + "\n".join(out) + "\n"


@BOOK.page("descendants", p.LISTS)
def pedigree(rng: Random) -> str:
    """Generations by indented numbers; the same first names in each."""
    lang = rng.choice(("nl", "it", "ko", "el", "pl"))
    house = p.surname(rng, lang)
    out: list[str] = []
    stack = [(0, "1")]
    while stack and len(out) < 34:
        depth, label = stack.pop()
        born = 1600 + 30 * depth + rng.randrange(25)
        spouse = f", ∞ {p.name(rng, lang)}" if rng.random() < 0.5 else ""
        line = f"{label}. {p.given(rng, lang)} {house}, * {born}, † {born + rng.randrange(1, 88)}"
        out.append("  " * depth + line + spouse)
        children = rng.randint(1 if depth < 2 else 0, 4) if depth < 4 else 0
        stack += [(depth + 1, f"{label}.{i}") for i in range(children, 0, -1)]
    return p.lead(rng, lang) + p.paragraph(rng, lang) + "\n\n" + "\n".join(out) + "\n"


@BOOK.page("begats", p.LISTS)
def begats(rng: Random) -> str:
    """A chapter of generations: who begat whom, and all their days."""
    lang = rng.choice(("en", "he", "el", "zh"))
    form = {
        "en": "And {a} lived {x} years, and begat {b}: And {a} lived after he begat {b} {y} years, "
        "and begat sons and daughters: And all the days of {a} were {z} years: and he died.",
        "he": "ויחי {a} {x} שנה ויולד את {b}: ויחי {a} אחרי הולידו את {b} {y} שנה "
        "ויולד בנים ובנות: ויהיו כל ימי {a} {z} שנה וימת:",
        "el": "Ἔζησε δὲ {a} {x} ἔτη καὶ ἐγέννησε τὸν {b}· καὶ ἔζησε {a} μετὰ ταῦτα {y} ἔτη καὶ "
        "ἐγέννησεν υἱοὺς καὶ θυγατέρας· καὶ ἐγένοντο πᾶσαι αἱ ἡμέραι {a} {z} ἔτη, καὶ ἀπέθανεν.",
        "zh": "{a}活到{x}歲，生了{b}。{a}生{b}之後，又活了{y}年，"
        "並且生兒養女。{a}共活了{z}歲就死了。",
    }[lang]
    who, out, verse = p.surname(rng, lang), [], rng.randint(1, 9)
    for _ in range(rng.randint(5, 9)):
        son, x, y = p.surname(rng, lang), rng.randrange(30, 190), rng.randrange(300, 800)
        out.append(f"{verse} " + form.format(a=who, b=son, x=x, y=y, z=x + y))
        who, verse = son, verse + rng.choice((3, 3, 2, 4))
    return p.lead(rng, lang) + "\n".join(out) + "\n"


@BOOK.page("cookery", p.LISTS)
def recipes(rng: Random) -> str:
    """Several recipes with the same headings, units and turns of phrase."""
    lang = rng.choice(("en", "fr", "tr", "ja", "es"))
    heads, units = {
        "en": (("Ingredients", "Method"), ("cup", "tsp", "tbsp", "oz")),
        "fr": (("Ingrédients", "Préparation"), ("g de", "cl de", "cuillère de", "pincée de")),
        "tr": (("Malzemeler", "Yapılışı"), ("su bardağı", "çay kaşığı", "gram")),
        "ja": (("材料", "作り方"), ("g", "cc", "大さじ", "小さじ")),
        "es": (("Ingredientes", "Elaboración"), ("g de", "cucharada de", "ml de")),
    }[lang]
    out = []
    for _ in range(rng.randint(2, 4)):
        out += [f"## {p.title(rng, lang, 2, 4)}", "", f"**{heads[0]}**", ""]
        for _ in range(rng.randint(5, 11)):
            count = rng.choice(("1", "2", "½", "100", "250", "¼"))
            out.append(f"- {count} {rng.choice(units)} {p.phrase(rng, lang, 1, 2)}")
        out += ["", f"**{heads[1]}**", ""]
        out += [f"{n}. {p.sentence(rng, lang)}" for n in range(1, rng.randint(4, 8))]
        out.append("")
    return "\n".join(out)


@BOOK.page("stitch by stitch", p.LISTS)
def knitting(rng: Random) -> str:
    """Rows of a pattern: k2, p2, k2tog; some rows are worked as others."""
    lang = rng.choice(("en", "de", "nl"))
    row, knit, purl, rest = {
        "en": ("Row", "k", "p", "rep from * to end"),
        "de": ("R", "re", "li", "ab * wdh"),
        "nl": ("Nld", "r", "av", "herh vanaf *"),
    }[lang]
    number, out, stitches = rng.choice((1, 1, 15)), [], rng.randrange(40, 200)
    for _ in range(rng.randint(14, 30)):
        turns = []
        for _ in range(rng.randint(2, 7)):
            stitch = rng.choice((knit, purl, knit, purl, "yo", "sl", "k2tog", "ssk"))
            turns.append(
                stitch
                if len(stitch) > 2 or stitch in ("yo", "sl")
                else f"{stitch}{rng.randint(1, 9)}"
            )
        stitches += rng.choice((-4, -2, 0, 0, 2))
        line = f"{row} {number}: *{', '.join(turns)}; {rest}"
        if rng.random() < 0.25:
            line = f"{row} {number}: = {row} {max(1, number - rng.randrange(1, 9))}"
        out.append(f"{line}. ({stitches})")
        number += rng.choice((1, 1, 2))
    return p.lead(rng, lang) + "\n".join(out) + "\n"


@BOOK.page("phonetic table", p.LISTS)
def phonetics(rng: Random) -> str:
    """Sound, spelling, example: the same columns for all the sounds of a language."""
    lang = rng.choice(("tr", "ru", "el", "pl", "ko", "ar"))
    signs = p.listed("p b t d k ɡ f v s z ʃ ʒ x h m n ɲ ŋ l r j w i e a o u y ø ɯ ə ɛ ɔ tʃ dʒ ts")
    rows = []
    for sign in signs[: rng.randint(18, len(signs))]:
        example = p.word(rng, lang)
        rows.append((f"/{sign}/", example[:1], example, p.phrase(rng, "en", 1, 2)))
    return p.lead(rng, "en") + p.table(rng, ("IPA", "Letter", "Example", "As in"), rows)


@BOOK.page("verb forms", p.LISTS)
def paradigms(rng: Random) -> str:
    """Verbs through persons and tenses: one stem, many endings."""
    people, ends = rng.choice(
        (
            (("io", "tu", "lui", "noi", "voi", "loro"), ("o", "i", "a", "iamo", "ate", "ano")),
            (("ja", "ty", "on", "my", "wy", "oni"), ("am", "asz", "a", "amy", "acie", "ają")),
            (("ego", "tu", "is", "nos", "vos", "ei"), ("o", "as", "at", "amus", "atis", "ant")),
            (("я", "ты", "он", "мы", "вы", "они"), ("аю", "аешь", "ает", "аем", "аете", "ают")),
        )
    )
    lang = {"io": "it", "ja": "pl", "ego": "it", "я": "ru"}[people[0]]
    infixes = rng.sample(["", "ab", "er", "av", "iss", "el", "ur"], rng.randint(2, 4))
    out = []
    for _ in range(rng.randint(3, 6)):
        stem = p.word(rng, lang)
        rows = [
            (who, *(stem + infix + end for infix in infixes))
            for who, end in zip(people, ends, strict=True)
        ]
        head = ("", *(p.title(rng, lang, 1, 1) for _ in infixes))
        out.append(
            f"{stem.upper()}\n\n{p.table(rng, head, rows, rng.choice(('columns', 'pipes')))}"
        )
    return "\n".join(out)


@BOOK.page("awesome list", p.LISTS)
def links(rng: Random) -> str:
    """A Markdown list of links to few hosts."""
    lang = rng.choice(("en", "zh", "es", "ru"))
    host, out = f"https://{p.word(rng, 'en')}.org", []
    for _ in range(rng.randint(3, 6)):
        out.append(f"### {p.title(rng, lang, 1, 3)}\n")
        for _ in range(rng.randint(4, 9)):
            slug = "-".join(p.word(rng, "en") for _ in range(rng.randint(1, 3)))
            mark = rng.choice(("", " (PDF)", " (HTML)", " *(:construction: in process)*"))
            out.append(f"* [{p.title(rng, lang, 2, 5)}]({host}/{slug}) - {p.name(rng, lang)}{mark}")
        out.append("")
    return "\n".join(out)


KINDS = tuple(BOOK.kinds)
