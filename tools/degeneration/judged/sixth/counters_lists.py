"""Numbered articles, questions, verses, notes and captions that say the same each time."""

from random import Random

from degeneration import material as m
from degeneration.judged.sixth import counters_common as c
from degeneration.judged.sixth import material_counters as mc
from degeneration.sample import Loop

_ARTICLES = {
    "pt": (
        "Art. {n}. ",
        [
            "A infração ao disposto neste regulamento sujeita o infrator à multa prevista em lei.",
            "Compete à diretoria zelar pelo fiel cumprimento deste estatuto.",
            "Aplica-se, no que couber, o disposto no artigo anterior.",
        ],
    ),
    "de": (
        "§ {n} ",
        [
            "Das Nähere regelt eine Verordnung.",
            "Zuwiderhandlungen werden mit Geldbuße bis zu 500 Euro geahndet.",
            "Die Vorschriften über den Kauf gelten entsprechend.",
        ],
    ),
    "es": (
        "Artículo {n}.- ",
        [
            "Las infracciones a esta ordenanza se sancionarán con arreglo a la ley.",
            "Corresponde a la junta velar por el cumplimiento de estos estatutos.",
        ],
    ),
    "ru": (
        "Статья {n}. ",
        [
            "Нарушение настоящего положения влечёт ответственность по закону.",
            "Порядок исполнения настоящей статьи определяется уставом общества.",
        ],
    ),
    "ko": (
        "제{n}조 ",
        ["이 규정에 관하여 필요한 사항은 위원회가 따로 정한다.", "앞 조의 규정을 준용한다."],
    ),
    "el": (
        "Άρθρο {n}. ",
        [
            "Η παράβαση του παρόντος κανονισμού τιμωρείται κατά τον νόμο.",
            "Οι λεπτομέρειες ορίζονται με απόφαση της επιτροπής.",
        ],
    ),
    "he": ("סעיף {n}. ", ["העובר על תקנה זו ייענש לפי החוק.", "הוראות סעיף זה יחולו בשינויים."]),
}


def _articles(rng: Random) -> Loop:
    lang = rng.choice(sorted(_ARTICLES))
    head, bodies = _ARTICLES[lang]
    mark, gap = rng.choice(("", "", "**", "### ")), rng.choice(("\n\n", "\n"))
    close = "**" if mark == "**" else ""
    lead = mc.lead(rng, lang)
    first = rng.randint(1, 60)
    body = rng.choice(bodies)

    def article(n: int) -> str:
        return f"{mark}{head.format(n=n).strip()}{close} {body}{gap}"

    return c.loop(lead, article, first, rng.choice((1, 1, 1, 1, 2)))


_CLAUSES = [
    "The Contractor shall notify the Engineer in writing without delay.",
    "The Licensee shall bear all costs arising under this clause.",
    "O Contratado responderá pelos danos que causar a terceiros.",
    "Der Auftragnehmer hat die Prüfung schriftlich nachzuweisen.",
    "Le titulaire tient à jour la liste des ouvrages exécutés.",
    "Il fornitore garantisce la conformità del materiale consegnato.",
]


def _clauses(rng: Random) -> Loop:
    """Nested numbers of which the last advances and the others stay."""
    head = ".".join(str(rng.randint(1, 14)) for _ in range(rng.randint(1, 3)))
    first, gap = rng.randint(1, 9), rng.choice(("\n", "\n\n"))
    clause, indent = rng.choice(_CLAUSES), rng.choice(("", "", "    ", "- "))
    after = rng.choice((" ", ". ", "\t", ") "))
    lead = mc.lead(rng, rng.choice(("en", "pt", "de", "fr")))
    before = rng.randint(0, 4)
    for i in range(before):
        lead += f"{indent}{head}.{first + i}{after}{m.sentence(rng)}{gap}"
    return c.loop(lead, lambda n: f"{indent}{head}.{n}{after}{clause}{gap}", first + before)


_QUESTIONS = {
    "en": ("Question {n}", "Which of the following statements is correct?", "None of the above"),
    "pt": ("Questão {n}", "Assinale a alternativa correta.", "Nenhuma das anteriores"),
    "de": ("Frage {n}", "Welche der folgenden Aussagen trifft zu?", "Keine der genannten"),
    "fr": ("Question n° {n}", "Cochez la bonne réponse.", "Aucune de ces réponses"),
    "ru": ("Вопрос {n}", "Какое из утверждений верно?", "Ни одно из перечисленных"),
    "zh": ("第{n}题", "下列说法中正确的是哪一项？", "以上都不对"),
}


def _questions(rng: Random) -> Loop:
    """Exam questions with the same options; the page's number of points stays."""
    lang = rng.choice(sorted(_QUESTIONS))
    head, ask, none = _QUESTIONS[lang]
    options = [m.title(rng, 1, 3) for _ in range(rng.randint(2, 4))] if lang == "pt" else []
    options = options or [
        f"{rng.randint(2, 99)} {u}" for u in rng.sample(("cm", "kg", "V", "s"), 3)
    ]
    options.append(none)
    shape = rng.choice(("({}) ", "{}) ", "- [ ] {}. "))
    body = "\n".join(shape.format(chr(97 + i)) + o for i, o in enumerate(options))
    points = rng.choice(("", f" ({rng.randint(1, 5)} P.)"))
    start, step = rng.randint(2, 30), 1

    def question(n: int) -> str:
        return f"**{head.format(n=n)}**{points} {ask}\n{body}\n\n"

    return c.loop(mc.lead(rng, lang), question, start, step)


_VERSES = {
    "en": ["And the people answered with one voice, and said, So be it.", "Selah."],
    "la": ["Et dixit populus: Fiat, fiat.", "Quoniam in aeternum misericordia eius."],
    "es": ["Y respondió todo el pueblo: Así sea.", "Porque para siempre es su misericordia."],
    "de": ["Und alles Volk sprach: Amen.", "Denn seine Güte währet ewiglich."],
    "ru": ["И сказал весь народ: да будет так.", "Ибо вовек милость его."],
}


def _verses(rng: Random) -> Loop:
    """Book, chapter and verse, of which the verse goes on."""
    lang = rng.choice(sorted(_VERSES))
    chapter = rng.randint(2, 149)
    form = rng.choice(("{c}:{n} {t}\n", "{c}, {n}. {t} ", "[{c}.{n}] {t}\n", "<v>{c}.{n}</v> {t} "))
    text = rng.choice(_VERSES[lang])
    return c.loop(
        mc.lead(rng, lang), lambda n: form.format(c=chapter, n=n, t=text), rng.randint(3, 40)
    )


_NOTES = {
    "en": "See note {m} above, and the literature cited there.",
    "de": "Vgl. oben Anm. {m} mit weiteren Nachweisen.",
    "fr": "Voir la note {m} ci-dessus et les références citées.",
    "pt": "Cf. a nota {m}, supra, e a bibliografia ali indicada.",
    "it": "Si veda la nota {m} e la bibliografia ivi citata.",
    "la": "Vide supra notam {m} et auctores ibi laudatos.",
}


def _see_above(rng: Random) -> Loop:
    """Notes that send the reader to the one before: two numbers that advance together."""
    lang = rng.choice(sorted(_NOTES))
    shape = rng.choice(("[^{n}]: {t}\n", "{n}. {t}\n", "({n}) {t} ", "<p><a>{n}</a> {t}</p>\n"))
    back, page = rng.choice((1, 1, 2, 3, 10)), rng.choice(("", f", p. {rng.randint(3, 400)}"))
    text = _NOTES[lang].replace("{m}", "{m}" + page)
    start = rng.randint(11, 90)
    lead = mc.lead(rng, lang)
    return c.loop(lead, lambda n: shape.format(n=n, t=text.format(m=n - back)), start)


def _index_ranges(rng: Random) -> Loop:
    """An index entry again and again, its pages two or more further on each time."""
    wide = rng.choice((0, 1, 3))
    step, start = rng.choice((2, 2, 4, 10)) + wide, rng.randint(4, 200)
    dash = rng.choice(("–", "-", " to "))
    who = f"{m.content_word(rng).capitalize()}, {rng.choice('ABCDEJLMPR')}."
    about = rng.choice((" (geologist)", ", letters of", " e a questão da água", ", Briefe,", ""))
    gap = rng.choice(("\n", "; ", "\n\n"))
    volume = rng.choice(("", f"vol. {rng.randint(1, 4)}, "))
    lead = mc.lead(rng, rng.choice(("en", "pt", "de")), high=700)
    for _ in range(rng.randint(2, 9)):
        page = rng.randint(3, 400)
        lead += (
            f"{m.content_word(rng).capitalize()}, {m.title(rng, 1, 2)}, {page}{dash}{page + 2}\n"
        )

    def entry(n: int) -> str:
        pages = f"{n}{dash}{n + wide}" if wide else str(n)
        return f"{who}{about} {volume}{pages}{gap}"

    return c.loop(lead, entry, start, step)


def _lemmas(rng: Random) -> Loop:
    """LaTeX that proves every lemma by the one before."""
    env = rng.choice(("lemma", "proposition", "claim", "corollary"))
    key, back = rng.choice(("lem", "prop", "cl", "eq")), rng.choice((1, 1, 2))
    claim = rng.choice(
        (
            "The set $A$ is closed under addition.",
            "For all $x \\in X$ we have $f(x) \\le g(x)$.",
            "La fonction $f$ est continue sur $K$.",
            "Die Folge $(a_k)$ ist beschränkt.",
        )
    )
    proof = rng.choice(("This follows from", "Immediate from", "Apply", "Siehe", "On applique"))

    def lemma(n: int) -> str:
        return (
            f"\\begin{{{env}}}\\label{{{key}:{n}}}\n{claim}\n\\end{{{env}}}\n"
            f"\\begin{{proof}}\n{proof} \\ref{{{key}:{n - back}}}.\n\\end{{proof}}\n\n"
        )

    lead = "\\section{" + m.title(rng) + "}\n" + mc.lead(rng, rng.choice(("en", "fr", "de")))
    return c.loop(lead, lemma, rng.randint(3, 30), closing="\\end{document}\n")


_CAPTIONS = {
    "de": ("Abb. {n}", ["Grundriss des Erdgeschosses, Maßstab 1:100.", "Blick nach Süden, 1912."]),
    "en": (
        "Figure {n}",
        ["Section through trench 4, scale 1:20.", "The same, seen from the west."],
    ),
    "fr": ("Fig. {n}", ["Coupe du puits 2, échelle 1:50.", "La même, vue du nord."]),
    "pt": ("Figura {n}", ["Planta do pavimento térreo, escala 1:200.", "Vista geral, 1934."]),
    "ja": ("図{n}", ["遺構平面図（縮尺1:100）", "同上、北から見る"]),
    "ru": ("Рис. {n}", ["План первого этажа, масштаб 1:100.", "То же, вид с запада."]),
}


def _captions(rng: Random) -> Loop:
    """Captions whose scale, year or trench stays while the figure's number goes on."""
    lang = rng.choice(sorted(_CAPTIONS))
    head, texts = _CAPTIONS[lang]
    text = rng.choice(texts)
    chapter = rng.choice(("", "", f"{rng.randint(1, 12)}.", f"{rng.randint(1, 12)}-"))
    shape = rng.choice(("{h}. {t}\n\n", "*{h}: {t}*\n", "<figcaption>{h} {t}</figcaption>\n"))
    return c.loop(
        mc.lead(rng, lang),
        lambda n: shape.format(h=head.format(n=f"{chapter}{n}"), t=text),
        rng.randint(1, 40),
    )


_STEPS = {
    "en": "{n}. Repeat step {m} until the mixture is smooth.",
    "de": "{n}. Schritt {m} wiederholen und 5 Minuten ruhen lassen.",
    "fr": "{n}. Reprendre l'étape {m}, puis laisser reposer 10 minutes.",
    "pt": "{n}. Repita o passo {m} e deixe descansar por 15 minutos.",
    "es": "{n}. Repita el paso {m} y deje enfriar la mezcla.",
    "zh": "{n}. 重复第{m}步，静置10分钟。",
}


def _steps(rng: Random) -> Loop:
    lang = rng.choice(sorted(_STEPS))
    form = _STEPS[lang] + rng.choice(("\n", "\n\n", "  \n"))
    return c.loop(mc.lead(rng, lang), lambda n: form.format(n=n, m=n - 1), rng.randint(4, 16))


_CONCLUSIONS = [
    "## {n}. Conclusion\n\nIn conclusion, the points set out above show how much remains to be "
    "done. Careful planning and open communication will help everyone involved.\n\n",
    "### Tip {n}: Stay organised\n\nKeeping a clear schedule lets you focus on what matters and "
    "avoid unnecessary stress.\n\n",
    "## {n}. Considerações finais\n\nEm síntese, os aspectos apresentados evidenciam a "
    "importância do planejamento e da participação de todos.\n\n",
    "### Grund {n}: Mehr Lebensqualität\n\nWer sich regelmäßig Zeit nimmt, lebt gesünder und "
    "findet leichter zu sich selbst.\n\n",
    "**{n}. Consejo final:** recuerde que la constancia es la clave del éxito y que cada pequeño "
    "paso cuenta.\n\n",
]


def _conclusions(rng: Random) -> Loop:
    """A chat answer that does not end: the same section under the next number."""
    form = rng.choice(_CONCLUSIONS)
    lead = mc.lead(rng, rng.choice(("en", "pt", "de", "es")), low=300)
    return c.loop(lead, lambda n: form.format(n=n), rng.randint(3, 12))


KINDS = (
    c.kind("same article", "numbered entries", _articles),
    c.kind("last clause part", "numbered entries", _clauses, c.OFTEN),
    c.kind("same question", "numbered entries", _questions, c.RECOVERS),
    c.kind("chapter and verse", "numbered entries", _verses),
    c.kind("notes that look back", "references and captions", _see_above, c.OFTEN),
    c.kind("ranges in an index", "references and captions", _index_ranges),
    c.kind("lemma by lemma", "references and captions", _lemmas, c.ALL),
    c.kind("caption numbers", "references and captions", _captions, c.RECOVERS),
    c.kind("steps that send back", "several numbers at once", _steps),
    c.kind("sections in conclusion", "speech and chat", _conclusions),
)
WITH_POINT: tuple[str, ...] = ()
