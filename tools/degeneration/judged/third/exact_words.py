"""Loops of words, phrases, sentences, paragraphs and pages."""

import textwrap
from random import Random

from degeneration import material as m
from degeneration.judged.third import material_exact as x
from degeneration.sample import Loop, PositiveKind


def _stuck(rng: Random) -> Loop:
    """One word, with whatever the model puts between two of it."""
    lang = x.language(rng)
    word = x.word(rng, lang)
    if rng.random() < 0.4:
        word = x.words(rng, lang, 1)
    word = rng.choice((word, word, word.upper(), word.capitalize(), f"*{word}*", f"“{word}”"))
    after = rng.choice((" ", " ", ", ", "\n", "-", "... ", "! ", " / ", ". ", " | ", "; "))
    if lang in ("zh", "ja"):
        after = rng.choice(("", "、", "，", "\n", "…", "！"))
    return x.exact(x.opened(rng, lang) + x.between(lang), word + after, "\n\n")


_PREFIXES = (
    "great-|anti-|re-|meta-|counter-|ur-|Ober|haupt|bis-|arrière-|vice-|tatara|пра|анти-|сверх|αντι|"
    "προ-|nie-|pra|super-|leştir|lerinin|miş|曾|副|大|孫|재|부|प्र|ول|methyl|poly|hydroxy-|cyclo|(CH2)"
)


def _prefixes(rng: Random) -> Loop:
    """A word that cannot come to its root."""
    lang = x.language(rng)
    lead = x.opened(rng, lang) + x.between(lang) + rng.choice(("", "«", "("))
    return x.exact(lead, rng.choice(_PREFIXES.split("|")))


_CHAINS = {
    "en": "¤w of the |and the ¤w that the ¤w that |who told ¤p, who told |the ¤w in the ",
    "pt": "do ¤w da filha |que disse que |de ¤c e de ¤w e |o ¤w do ¤w do |filho de ¤p, ",
    "es": "el ¤w del |hijo de ¤p, nieto de |que ¤p dijo que |y luego el ¤w, ",
    "fr": "le fils du frère du |et la ¤w de la |qui avait dit à ¤p que |d'un ¤w, d'un ¤w, ",
    "de": "des Sohnes der Tochter |und der ¤w, der |von ¤p, Vetter von |die ¤W der ¤W ",
    "it": "della ¤w della |che disse a ¤p che |e poi ancora il ¤w, ",
    "pl": "syna brata |który powiedział, że ¤p, |i ¤w do ", "tr": "¤w ile |onun ¤w için ",
    "ru": "сына брата |который сказал ¤w, что |в ¤w на ", "el": "του γιου του |και το ¤w ",
    "ar": "ابن ¤p بن |و¤w في |الذي قال إن ", "hi": "के बेटे के भाई |और ¤w में |¤p ने कहा कि ",
    "zh": "的儿子的|他说，|在¤w的¤w里，|¤c和", "ja": "の娘の|という¤wの|¤cから¤wまで、",
    "ko": "¤w의 |그리고 ¤w과 |라고 말한 ¤p의 ",
}  # fmt: skip


def _chain(rng: Random) -> Loop:
    """Grammar that may go on for ever, and does: genitives, relative clauses, kinship."""
    lang = rng.choice(list(_CHAINS))
    unit = x.fill(rng, lang, rng.choice(_CHAINS[lang].split("|")))
    if lang == "ja" and unit.startswith("の"):
        unit = x.word(rng, lang) + unit
    return x.exact(x.opened(rng, lang) + x.between(lang), unit, x.sentence(rng, lang) + "\n\n")


_LISTED = ("¤p", "¤W", "¤w", "¤c", "¤p (¤y)", "¤w ¤w", "¤W & ¤W", "¤c (¤y)", "et al.", "¤w ¤n g")


def _listed(rng: Random) -> Loop:
    """Names, authors, keywords or ingredients: one or a few of them, again and again."""
    lang = x.language(rng)
    form = rng.choice(_LISTED)
    among = [x.fill(rng, lang, form) for _ in range(rng.choice((1, 1, 2, 3, 5, 8)))]
    usual = rng.choice((", ", ", ", "; ", " · ", "\n"))
    comma = {"zh": "、", "ja": "、", "ar": "، "}.get(lang, usual)
    lead = x.prose(rng, lang) + x.words(rng, lang, 3) + ": "
    unit = comma.join(among) + comma
    lead += x.rows(rng, lambda: x.fill(rng, lang, form) + comma, 12, unit)
    return x.exact(lead, unit, x.word(rng, lang) + ".\n\n")


def _refrain(rng: Random) -> Loop:
    lang = x.language(rng)
    unit = x.refrain(rng, lang)
    if rng.random() < 0.25:
        unit += x.between(lang) + x.sentence(rng, lang)
    if rng.random() < 0.2:
        unit = rng.choice(("> {}\n", "**{}**\n\n", "– {}\n", "<p>{}</p>\n", "“{}” ")).format(unit)
    else:
        unit += rng.choice((x.between(lang), x.between(lang), "\n", "\n\n"))
    return x.exact(x.prose(rng, lang), unit, "\n\n")


_UNSPACED = {
    "zh": "我不知道|是的，|重复一遍：|首先，其次，|第二天又|人民的|请注意，|等等、",
    "ja": "だと思います、|そして、|そうです。|かもしれないが、|はい、|とても|皆様の",
    "thai": "และ|ที่|การ|ไม่มี|ความรัก|ในวันที่|ประเทศไทย|ของเขา",
    "khmer": "និង|របស់|នៅក្នុង|កម្ពុជា|ដែលមាន", "burmese": "မြန်မာ|နှင့်|သည်။",
}  # fmt: skip
_UNSPACED_LETTERS = {
    "khmer": "កខគឃងចឆជញដតថទនបផពមយរលវសហអ", "burmese": "ကခဂငစဆဇညတထဒနပဖဗမယရလဝသဟအ",
}  # fmt: skip


def _unspaced(rng: Random) -> Loop:
    """Scripts that write no blanks between words."""
    script = rng.choice(list(_UNSPACED))
    own = [rng.choice(_UNSPACED[script].split("|")) for _ in range(rng.choice((1, 1, 2, 4)))]
    if script in x.LANGUAGES:
        lead = x.prose(rng, script) + x.words(rng, script, 4)
        own += [x.word(rng, script)] * rng.randint(0, 1)
    elif script == "thai":
        lead = m.script_prose(rng, "thai", rng.randint(100, 900))
    else:
        letters, lead = _UNSPACED_LETTERS[script], ""
        for _ in range(rng.randint(12, 90)):
            lead += "".join(rng.choices(letters, k=rng.randint(4, 22)))
            lead += rng.choice((" ", " ", "\n"))
    return x.exact(lead, "".join(own), "\n")


def _paragraph(rng: Random) -> Loop:
    lang = x.language(rng)
    unit = x.paragraph(rng, lang, 2, 7)
    style = rng.choice(("plain", "plain", "headed", "html", "quote", "rule"))
    if style == "headed":
        unit = f"{'#' * rng.randint(2, 4)} {x.words(rng, lang, 3)}\n\n{unit}"
    unit = {"html": f"<p>{unit}</p>\n", "quote": f"> {unit}\n>\n"}.get(style, unit + "\n\n")
    return x.exact(x.prose(rng, lang), unit + "---\n\n" * (style == "rule"), "\n\n")


_REGISTERS = {
    "en": "¤d. Baptised ¤p, daughter of ¤p, ¤w, and ¤p his wife, of ¤c. Signed, ¤p, curate.",
    "pt": "Aos ¤d, nesta freguesia de ¤c, baptizei e puz os santos óleos a ¤p, filho legítimo de "
    "¤p e de ¤p. Foram padrinhos ¤p e ¤p, de que fiz este assento.",
    "fr": "L'an ¤y, le ¤d, par-devant nous, ¤p, maire de ¤c, a comparu ¤p, âgé de ¤s ans, ¤w, "
    "lequel nous a présenté un enfant. Lecture faite, il a signé.",
    "de": "Nr. ¤n. ¤c, am ¤d. Vor dem unterzeichneten Standesbeamten erschien ¤p, wohnhaft zu ¤c, "
    "und zeigte an, dass ¤p verstorben sei. Vorgelesen, genehmigt und unterschrieben.",
    "ru": "¤d. Крещён младенец, родители: ¤p и законная жена его. Восприемники: ¤p и ¤p.",
    "ar": "في يوم ¤d حضر أمامنا ¤p من أهالي ¤c وأقر بأنه باع إلى ¤p داره بمبلغ ¤f.",
    "la": "Die ¤s mensis maii anno ¤y baptizata est Maria filia legitima Ioannis et Annae "
    "coniugum. Patrini fuerunt Petrus et Catharina ex eodem pago.",
}  # fmt: skip


def _register(rng: Random) -> Loop:
    """Entries of a parish, a notary or a court; the last of them is entered for ever."""
    lang = rng.choice(list(_REGISTERS))
    voice, form = ("it" if lang == "la" else lang), _REGISTERS[lang]
    width = rng.randint(40, 80)
    after = rng.choice(("\n\n", "\n", "\n* * *\n"))
    broken = rng.random() < 0.5

    def entry() -> str:
        text = x.fill(rng, voice, form)
        return (textwrap.fill(text, width) if broken else text) + after

    lead = x.prose(rng, voice, 100, 500) + x.sentence(rng, voice) + after
    return x.anew(rng, lead, entry, x.sentence(rng, voice) + "\n\n", 5)


def _column(rng: Random) -> Loop:
    """Half a page of a newspaper, in the lines and with the hyphens of its narrow column."""
    lang = x.language(rng, *x.LATIN, "ru", "el")
    width = rng.randint(24, 40)
    text = x.paragraph(rng, lang, 3, 9)
    out, line = [], ""
    for word in text.split():
        if len(line) + len(word) < width:
            line += word + " "
        elif len(word) > 6:
            cut = rng.randint(3, len(word) - 3)
            out.append(line + word[:cut] + rng.choice(("-", "-", "¬", "\u00ad")))
            line = word[cut:] + " "
        else:
            out.append(line.rstrip())
            line = word + " "
    head = x.words(rng, lang, rng.randint(2, 4)).upper() + "\n" if rng.random() < 0.5 else ""
    unit = head + "\n".join([*out, line.rstrip()]) + rng.choice(("\n", "\n\n"))
    return x.exact(textwrap.fill(x.prose(rng, lang, 200, 1500), width) + "\n\n", unit, "\n\n")


def _restart(rng: Random) -> Loop:
    """The same page from its head to its foot, with a table, a list and a note."""
    lang = x.language(rng)
    head = rng.choice(("# ", "## ", "", "**")) + x.words(rng, lang, rng.randint(2, 5)).upper()
    body = [x.paragraph(rng, lang, 2, 5) for _ in range(rng.randint(1, 3))]
    if rng.random() < 0.5:
        body.append("\n".join(f"- {x.sentence(rng, lang, 3, 9)}" for _ in range(rng.randint(2, 6))))
    if rng.random() < 0.5:
        rows = [x.fill(rng, lang, "| ¤w | ¤n | ¤f |") for _ in range(rng.randint(2, 6))]
        body.append("\n".join([x.fill(rng, lang, "| ¤W | ¤W | ¤W |\n|---|---|---|"), *rows]))
    foot = x.fill(rng, lang, rng.choice(("¤c, ¤d\n¤p", "— ¤n —", "¹ ¤w ¤y, ¤n", "¤k · ¤c", "\f")))
    unit = "\n\n".join([head + "**" * (head[:1] == "*"), *body, foot]) + "\n\n"
    return x.exact(x.prose(rng, lang, 100, rng.choice((150, 1500))), unit)


KINDS = (
    PositiveKind("word that sticks", "exact: words and phrases", _stuck, ("tail", "recovered")),
    PositiveKind("root never reached", "exact: words and phrases", _prefixes, ("tail", "stray")),
    PositiveKind("grammar unending", "exact: words and phrases", _chain, ("tail", "recovered")),
    PositiveKind("enumeration stuck", "exact: words and phrases", _listed, ("tail", "closed")),
    PositiveKind("no blanks between", "exact: words and phrases", _unspaced, ("tail", "stray")),
    PositiveKind("refrain of one sentence", "exact: sentences", _refrain, ("tail", "recovered")),
    PositiveKind("register entry", "exact: sentences", _register, ("tail", "tail", "recovered")),
    PositiveKind("paragraph anew", "exact: paragraphs and pages", _paragraph, ("tail", "stray")),
    PositiveKind("newspaper column anew", "exact: paragraphs and pages", _column),
    PositiveKind("page from its head", "exact: paragraphs and pages", _restart),
)
