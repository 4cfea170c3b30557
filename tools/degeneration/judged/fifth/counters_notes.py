"""Blind counters in notes, captions, labels, verses, articles, indices and exams."""

from random import Random

from degeneration.judged.fifth import counters_kit as k
from degeneration.sample import Loop, PositiveKind

_NOTES = {
    "en": (
        "[^«n»]: Ibid., p. «m».\n",
        "«n». See note «p» above.\n",
        "<sup>«n»</sup> «who», op. cit., vol. «small», p. «m».\n",
        "\\footnote{Ibid., «m».}\\textsuperscript{«n»}\n",
    ),
    "de": ("«n») Ebenda, S. «m».\n", "[«n»] Vgl. Anm. «p»; «who», a. a. O.\n"),
    "fr": ("«n». Ibid., p. «m».\n", "(«n») Voir «who», loc. cit., note «p».\n"),
    "it": ("«n» Ivi, p. «m».\n",),
    "pt": ("«n» Idem, ibidem, p. «m».\n",),
    "el": ("«n». Ό.π., σ. «m».\n",),
    "ru": ("«n» Там же. С. «m».\n",),
}


def _notes(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _NOTES)
    run = k.ramp(rng, 2, 160, k.ONE)
    page = k.Ramp(rng.randint(12, 480), rng.choice((0, 0, 1, 1, 2)))
    return k.loop(k.lead(rng, lang), unit, "\n", 12, n=run, p=run.plus(-1), m=page)


_CAPTIONS = {
    "en": (
        "Figure «s».«n»: Same as Figure «s».«p», but for «thing».\n\n",
        "**Table «n».** «title» (see also Table «q»).\n\n",
        "<figcaption>Fig. «n». «title», scale 1:«small»00.</figcaption>\n",
    ),
    "de": (
        "Abb. «n»: «title», wie Abb. «p».\n\n",
        "Tabelle «s»-«n»: Fortsetzung von Tabelle «s»-«p».\n",
    ),
    "es": ("Figura «n». Igual que la figura «p». Elaboración propia.\n\n",),
    "pl": ("Rys. «s».«n». «title». Źródło: opracowanie własne.\n\n",),
    "zh": ("图«s»-«n»　«title»（续图«s»-«p»）\n\n",),
}


def _captions(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _CAPTIONS)
    run = k.ramp(rng, 2, 60, k.ONE)
    unit = k.fill(unit, {"s": rng.randint(1, 12)})
    return k.loop(k.lead(rng, lang), unit, n=run, p=run.plus(-1), q=run.plus(1), least=6)


_LABELS = (
    "\\begin{figure}[h]\n\\centering\n\\includegraphics[width=0.8\\textwidth]{figures/«id»«n».png}\n"
    "\\caption{«title»}\n\\label{fig:«id»«n»}\n\\end{figure}\n\n",
    "\\item \\label{it:«n»} «line»\n",
    "\\bibitem{ref«n»} «who». \\emph{«title»}. «place», «year».\n",
    "\\begin{equation}\\label{eq:«n»}\nx_{«n»} = x_{«p»} + \\varepsilon\n\\end{equation}\n",
    "\\section*{Exercise «n»}\n\\addcontentsline{toc}{section}{Exercise «n»}\n«line»\n\n",
    "\\hypertarget{p«n»}{}\\newpage\n",
)


def _labels(rng: Random) -> Loop:
    lang = rng.choice(("en", "de", "fr", "pt", "pl"))
    unit = k.settle(rng, rng.choice(_LABELS), lang)
    run = k.ramp(rng, 2, 70, k.ONE)
    lead = k.lead(rng, lang, rng.choice(("\\maketitle\n\n", "\\clearpage\n", "")))
    return k.loop(lead, unit, "\\end{document}\n", n=run, p=run.plus(-1))


_VERSES = {
    "en": (
        "«n» And he said unto them, Go forth.\n",
        "{«s»:«n»} And it came to pass, as it was said, ",
    ),
    "de": ("«n» Und er sprach zu ihnen: Gehet hin.\n", "«s»,«n» Und es geschah also. "),
    "es": ("«n» Y les dijo: Id por el camino de «place».\n",),
    "pt": ("«s»:«n» E disse-lhes ele outra vez. ",),
    "he": ("(«s»:«n») ויאמר אליהם לכו. ",),
    "ar": ("(«n») وقال لهم اذهبوا في الطريق. ",),
    "sv": ("«n» Och han sade till dem: Gån åstad. ",),
}


def _verses(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _VERSES)
    unit = k.fill(unit, {"s": rng.randint(1, 40)})
    return k.loop(k.plain_lead(rng, lang), unit, n=k.ramp(rng, 1, 60, k.ONE), least=6)


_ARTICLES = {
    "en": (
        "Section «n». Repealed.\n",
        "«n». «para»\n\n",
        "«s».«n» The Tenant shall pay the Rent as provided in clause «s».«p».\n",
        "Art. «n»-«q» (reserved)\n",
    ),
    "de": ("§ «n» Abs. «s» gilt entsprechend.\n", "§§ «n»–«q» (weggefallen)\n"),
    "fr": ("Article L. «n»-«s». Abrogé.\n", "Art. «n». — Voir article «p».\n"),
    "es": ("Artículo «n».º Queda redactado como el artículo «p».º\n",),
    "it": ("Art. «n» (Norma di rinvio). Si applica l'articolo «p».\n",),
    "pt": ("§ «n»º Aplica-se o disposto no § «p»º deste artigo.\n", "Art. «n». (VETADO)\n"),
    "pl": ("Art. «n». Stosuje się odpowiednio przepis art. «p».\n",),
    "tr": ("Madde «n» – Önceki madde hükümleri uygulanır.\n",),
}


def _articles(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _ARTICLES)
    run = k.ramp(rng, 2, 900, (1, 1, 1, 1, 2))
    unit = k.fill(unit, {"s": rng.randint(1, 30)})
    return k.loop(k.lead(rng, lang), unit, n=run, p=run.plus(-1), q=run.plus(1), least=12)


_INDEX = {
    "en": (" «n»–«m»,", "«who», «n»-«m»; ", " pp. «n»–«m»;", " «n» ff.,"),
    "de": (" «n»–«m»,", " S. «n» f.,", "«thing» «n»–«m»; "),
    "fr": (" p. «n»-«m»,", " «n» et suiv.,"),
    "sv": (" s. «n»–«m»,",),
    "ru": (" с. «n»–«m»,",),
    "nl": (" blz. «n»-«m»;",),
}


def _index(rng: Random) -> Loop:
    """An entry of an index of which the pages never end."""
    lang, unit = k.pick(rng, _INDEX)
    step = rng.choice((2, 2, 3, 4, 10))
    run = k.Ramp(rng.randint(2, 400), step)
    opening = k.settle(rng, "«who»,", lang)
    return k.loop(
        k.lead(rng, lang, opening), unit, "\n\n", 30, n=run, m=run.plus(rng.choice((1, step - 1)))
    )


_MARKERS = {
    "en": (
        "--- Page «n» ---\n\n[blank page]\n\n",
        "<!-- page «n» -->\n<p></p>\n",
        "Page «n» of «t»\n\nThis page is intentionally left blank.\n\n",
        "## Page «n»\n\nNo readable text found on this page.\n\n",
        "<!-- page «n» -->\n## «title»\n\n«para»\n\n",
        "<page_number>«n»</page_number>\n<img>illegible</img>\n\n",
    ),
    "de": ("Seite «n» von «t»\n\n(leer)\n\n", "[S. «n»]\n\n[unleserlich]\n\n"),
    "fr": ("— «n» —\n\n(page blanche)\n\n", "[fol. «n» r°] [illisible]\n"),
    "ru": ("— «n» —\n«title»\n\n«para»\n\n",),
    "pl": ("[s. «n»]\n«para»\n",),
    "ko": ("- «n» -\n\n(빈 페이지)\n\n",),
    "ja": ("「«n»ページ」\n\n（空白）\n\n",),
    "es": ("Página «n» de «t»\n\n[en blanco]\n\n",),
}


def _markers(rng: Random) -> Loop:
    """Empty pages, or one page again and again under the next page's number."""
    lang, unit = k.pick(rng, _MARKERS)
    unit = k.fill(unit, {"t": rng.randint(900, 3000)})
    return k.loop(
        k.lead(rng, lang),
        unit,
        n=k.ramp(rng, 2, 400, (1, 1, 1, 1, 2)),
        least=10 if len(unit) < 160 else 3,
    )


_CONTENTS = {
    "en": (
        "Chapter «n» ........ «m»\n",
        "- [Section «s».«n»](#section-«s»«n»)\n",
        "Appendix «n»: «title» . . . . «m»\n",
    ),
    "de": ("Kapitel «n»: «thing» ..... «m»\n", "«s».«n» «title» ____ «m»\n"),
    "es": ("Lección «n». «title» ..... «m»\n",),
    "pt": ("Capítulo «n» ........ «m»\n",),
    "tr": ("Bölüm «n»: «title» ..... «m»\n",),
    "zh": ("第«n»节　«title»……«m»\n",),
}


def _contents(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _CONTENTS)
    unit = k.fill(unit, {"s": rng.randint(2, 9)})
    pages = k.Ramp(rng.randint(100, 300), rng.choice((1, 2, 4, 6, 8)))
    return k.loop(k.lead(rng, lang), unit, "\n", 20, n=k.ramp(rng, 2, 40, k.ONE), m=pages)


_EXAMS = {
    "en": (
        "«n». Which of the following is correct?\n(a) «word» (b) all (c) none\n\n",
        "Question «n» («small» marks)\n«line»\n\nAnswer: ______\n\n",
    ),
    "pt": (
        "QUESTÃO «n»\nAssinale a alternativa correta.\nA) I e II.\nB) II e III.\nC) Todas.\n\n",
        "«n») Sobre «thing», é correto afirmar que:\n( ) certo ( ) errado\n",
    ),
    "de": ("Aufgabe «n»: Kreuzen Sie an.\n☐ richtig ☐ falsch «line»\n\n",),
    "fr": ("Exercice «n». Complétez : «line»\na) oui b) non\n\n",),
    "es": ("«n». Marque la opción correcta:\na) «word»\nb) ninguna de las anteriores\n\n",),
    "tr": ("Soru «n»: Aşağıdakilerden hangisi doğrudur?\nA) «word» B) hiçbiri\n\n",),
    "sv": ("Fråga «n». «line»\n1) ja 2) nej\n\n",),
    "nl": ("Vraag «n»\nLees de tekst: «para»\nWat is juist? A, B of C\n\n",),
}


def _exams(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _EXAMS)
    unit = k.padded(rng, unit, 0.15)
    return k.loop(k.lead(rng, lang), unit, n=k.ramp(rng, 2, 90, k.ONE), least=5)


_NOTED = "counter: notes, captions and articles"
KINDS = (
    PositiveKind("v: notes to the same place", _NOTED, _notes, ("tail", "recovered")),
    PositiveKind("v: captions and labels", _NOTED, k.either(_captions, _labels), ("tail", "stray")),
    PositiveKind("v: verses and articles", _NOTED, k.either(_verses, _articles)),
    PositiveKind("v: pages of an index", _NOTED, _index),
    PositiveKind("v: markers of pages", _NOTED, _markers),
    PositiveKind("v: contents with leaders", _NOTED, _contents, ("tail", "recovered")),
    PositiveKind("v: exam questions", _NOTED, _exams),
)
IN_LETTERS: tuple[str, ...] = ()
WITH_POINT: tuple[str, ...] = ()
