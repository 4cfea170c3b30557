"""Laws, contracts, treaties, patents: honest wording in formulas."""

from random import Random

from degeneration.held_out import material_pages as p

BOOK = p.Book()


def clause(rng: Random, lang: str, low: int = 4, high: int = 18) -> str:
    """Running text without a stop or a capital."""
    text = p.sentence(rng, lang, low, high).rstrip(".?!。।")
    return text[:1].lower() + text[1:]


@BOOK.page("amending act", p.LAW)
def amendments(rng: Random) -> str:
    """In paragraph so and so, this is replaced by that, again and again."""
    lang = rng.choice(("de", "fr", "en", "pl", "es"))
    forms = {
        "de": "In § {n} Absatz {m} werden die Wörter „{a}“ durch die Wörter „{b}“ ersetzt.",
        "fr": "À l'article L. {n}-{m}, les mots : « {a} » sont remplacés par les mots : « {b} » ;",
        "en": 'In section {n}({m}), for "{a}" substitute "{b}".',
        "pl": "w art. {n} ust. {m} wyrazy „{a}” zastępuje się wyrazami „{b}”;",
        "es": "En el artículo {n}, apartado {m}, donde dice: «{a}», debe decir: «{b}».",
    }
    number, out = rng.randrange(1, 90), []
    for item in range(1, rng.randint(9, 26)):
        number += rng.choice((0, 1, 2, 3, 7))
        old, new = (p.phrase(rng, lang, 1, 5) for _ in "12")
        line = forms[lang].format(n=number, m=rng.randrange(1, 9), a=old, b=new)
        out.append(f"{item}. {line}")
    return p.lead(rng, lang) + rng.choice(("\n", "\n\n")).join(out) + "\n"


@BOOK.page("defined terms", p.LAW)
def definitions(rng: Random) -> str:
    """`X` means …; `Y` has the meaning given to it in clause …"""
    lang = rng.choice(("en", "ru", "tr", "it"))
    means = {"en": "means", "ru": "означает", "tr": "ifadesi", "it": "indica"}[lang]
    refer = {
        "en": "has the meaning given to that term in Clause",
        "ru": "имеет значение, указанное в пункте",
        "tr": "teriminin anlamı için bkz. madde",
        "it": "ha il significato di cui all'articolo",
    }[lang]
    left, right = rng.choice((('"', '"'), ("«", "»"), ("“", "”"), ("**", "**")))
    out = []
    for term in sorted(p.title(rng, lang, 1, 3) for _ in range(rng.randint(10, 26))):
        if rng.random() < 0.45:
            where = f"{rng.randrange(1, 30)}.{rng.randrange(1, 12)}"
            out.append(f"{left}{term}{right} {refer} {where};")
        else:
            out.append(f"{left}{term}{right} {means} {clause(rng, lang)};")
    return p.lead(rng, lang) + "\n".join(out) + "\n"


@BOOK.page("dependent claims", p.LAW)
def claims(rng: Random) -> str:
    """The method of claim n, wherein … is …"""
    lang = rng.choice(("en", "de", "fr", "zh"))
    thing = p.phrase(rng, lang, 2, 3)
    forms = {
        "en": "{i}. The {t} according to claim {j}, wherein the {a} comprises {x}.",
        "de": "{i}. {t} nach Anspruch {j}, dadurch gekennzeichnet, dass {a} {x}.",
        "fr": "{i}. {t} selon la revendication {j}, caractérisé en ce que {a} {x}.",
        "zh": "{i}. 根據權利要求{j}所述的{t}，其特徵在於，所述{a}{x}。",
    }
    out = [f"1. {thing}: {p.paragraph(rng, lang, 2, 3)}"]
    for number in range(2, rng.randint(9, 24)):
        part = p.phrase(rng, lang, 1, 2)
        values = {"t": thing, "j": rng.randrange(1, number), "a": part}
        out.append(forms[lang].format(i=number, x=clause(rng, lang, 4, 16), **values))
    return "\n\n".join(out) + "\n"


@BOOK.page("whereas and resolved", p.LAW)
def resolution(rng: Random) -> str:
    """Recitals and operative clauses that all begin alike."""
    lang = rng.choice(("en", "fr", "es", "it", "el"))
    first, then = {
        "en": ("WHEREAS, ", "RESOLVED, that "),
        "fr": ("Considérant que ", "Décide de "),
        "es": ("CONSIDERANDO: Que ", "SE RESUELVE: "),
        "it": ("Visto che ", "DELIBERA di "),
        "el": ("Έχοντας υπόψη ", "Αποφασίζουμε "),
    }[lang]
    recitals = [first + clause(rng, lang, 8, 30) + ";" for _ in range(rng.randint(5, 13))]
    acts = [then + clause(rng, lang, 8, 26) + ";" for _ in range(rng.randint(3, 9))]
    return p.lead(rng, lang) + "\n\n".join(recitals + acts) + "\n"


@BOOK.page("treaty schedule", p.LAW)
def schedule(rng: Random) -> str:
    """Tariff headings and the same staging category for nearly all of them."""
    lang = rng.choice(("en", "es", "ko", "pl"))
    stage, free = rng.choice(("A", "B5", "EIF", "E")), rng.choice(("Free", "0%", "0"))
    code, rows = rng.randrange(1001, 9400), []
    for _ in range(rng.randint(16, 40)):
        code += rng.choice((0, 1, 1, 4))
        digits = f"{code:04d}.{rng.randrange(10, 99)}.{rng.choice((0, 10, 20, 90)):02d}"
        base = rng.choice((free, free, "5%", "6.5%", "12%"))
        what = "- " * rng.choice((0, 1, 2)) + p.phrase(rng, lang, 1, 4)
        rows.append((digits, what, base, rng.choice((stage, stage, stage, "X"))))
    return p.lead(rng, lang) + p.table(rng, ("HS", "Description", "Base", "Category"), rows)


@BOOK.page("what is not insured", p.LAW)
def exclusions(rng: Random) -> str:
    """Lists of exclusions under one formula for each chapter."""
    lang, out = rng.choice(("nl", "de", "en", "ru")), []
    formula = {
        "nl": "Niet verzekerd is schade die het gevolg is van {a}, tenzij {b}.",
        "de": "Nicht versichert sind Schäden durch {a}, es sei denn, {b}.",
        "en": "We will not pay for any loss or damage caused by {a} unless {b}.",
        "ru": "Не возмещается ущерб, причинённый {a}, за исключением случаев, когда {b}.",
    }[lang]
    for chapter in range(1, rng.randint(3, 6)):
        out.append(f"{rng.choice(('Art.', '§', 'Section'))} {chapter} {p.title(rng, lang, 1, 3)}")
        for item in range(1, rng.randint(3, 8)):
            text = formula.format(a=p.phrase(rng, lang, 1, 4), b=clause(rng, lang, 4, 12))
            out.append(f"{chapter}.{item} {text}")
        out.append("")
    return "\n".join(out)


@BOOK.page("articles of a code", p.LAW)
def articles(rng: Random) -> str:
    """Short articles with penalties that differ little, and repealed ones."""
    lang = rng.choice(("fr", "tr", "hi", "ar", "ja", "el"))
    label, gone = {
        "fr": ("Art.", "(Abrogé.)"),
        "tr": ("MADDE", "(Mülga)"),
        "hi": ("धारा", "[निरसित]"),
        "ar": ("المادة", "(ملغاة)"),
        "ja": ("第", "削除"),
        "el": ("Άρθρο", "(Καταργήθηκε)"),
    }[lang]
    end = "条" if lang == "ja" else " –" if lang != "fr" else "."
    number, tail, out = rng.randrange(1, 400), p.phrase(rng, lang, 3, 7), []
    for _ in range(rng.randint(9, 20)):
        number += 1
        if rng.random() < 0.2:
            out.append(f"{label} {number}{end} {gone}")
        else:
            out.append(f"{label} {number}{end} {clause(rng, lang, 6, 22)}, {tail}.")
    return p.lead(rng, lang) + "\n\n".join(out) + "\n"


KINDS = tuple(BOOK.kinds)
