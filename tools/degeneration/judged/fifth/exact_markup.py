"""Loops of markup: pictures, links, formulas and regions of a page."""

from random import Random

from degeneration.judged.fifth import material_exact as mx
from degeneration.judged.fifth.exact_base import CLOSED, RECOVERED, STRAY, TAIL, loop
from degeneration.sample import Loop, PositiveKind

MARKUP = "exact: markup"

CAPTIONS = {
    "en": "view of the mill|Figure|Back to top",
    "pt": "vista do moinho|Figura|Voltar ao topo",
    "es": "vista del molino|Lámina|Volver arriba",
    "fr": "vue du moulin|Planche|Haut de page",
    "de": "Ansicht der Mühle|Abb.|Nach oben",
    "ru": "вид мельницы|Рис.|Наверх",
    "el": "άποψη του μύλου|Εικόνα|Επιστροφή",
    "ar": "منظر الطاحونة|شكل|إلى الأعلى",
    "zh": "磨坊全景|图|返回顶部",
    "ja": "水車の眺め|図|先頭へ戻る",
    "ko": "물레방아 전경|그림|맨 위로",
    "th": "ภาพโรงสี|ภาพที่|กลับไปด้านบน",
}


def _hex(rng: Random, digits: int) -> str:
    return f"{rng.randrange(16**digits):0{digits}x}"


def _picture(rng: Random) -> Loop:
    language = rng.choice(list(CAPTIONS))
    alt, figure, top = CAPTIONS[language].split("|")
    file = rng.choice(
        (f"images/{_hex(rng, 12)}.jpg", "img-3.jpeg", f"page_{rng.randint(2, 90)}.png")
    )
    number = rng.randint(2, 30)
    unit = rng.choice(
        (
            f"![{alt}]({file})\n\n",
            f"![]({file})\n",
            f"![{file}]({file})\n\n",
            f"![[{file}]]\n",
            f'<img src="{file}" alt="{alt}"/>\n',
            f"\\includegraphics[width=\\linewidth]{{{file}}}\n",
            f"<figure><img src='{file}'><figcaption>{figure} {number}</figcaption></figure>\n",
            f"[{top}](#top)\n\n",
            f'<a href="#p{number}">{top}</a> | ',
            f"[[File:{file}|thumb|{alt}]]\n",
            f"![{figure} {number}: {alt}]({file})\n\n*{figure} {number}: {alt}*\n\n",
            f"<!-- image: {alt} -->\n",
            f"[{figure} {number}]",
            "<image>",
            f".. image:: {file}\n",
        )
    )
    return loop(mx.lead(rng, language) + "\n\n", unit, "\n\n")


FORMULAS = [
    *(
        "+ \\frac{1}{2} x^{2} ",
        "\\sum_{i=1}^{n} a_{i} ",
        "= \\left( \\frac{a}{b} \\right) ",
        "^{2}",
    ),
    *("\\mathrm{d}x \\, ", "\\partial_{t} u + ", "{\\bf x} ", "\\cdot \\alpha", "x_{1}, x_{2}, "),
    *(
        "& = & a + b \\\\\n",
        "\\int_{0}^{1} ",
        "\\mathbf{\\mathbf{A}} ",
        "\\overline{z} \\cdot ",
        "_{i}",
    ),
    *(
        "\\operatorname{Re} ",
        "\\frac{",
        "\\sqrt{1+",
        "\\begin{array}{l}",
        "\\left(\\begin{matrix}1 & 2",
    ),
    *(
        "$x$ and $y$ and ",
        "\\item $a = b$\n",
        "\\(p \\to q\\) \\(q \\to p\\) ",
        "∑ₙ aₙ + ",
        "sin(cos(",
    ),
    *(
        "\\text{если } x > 3 ",
        "\\text{onde } k = 5, ",
        "\\mathrm{Fe}_{2}\\mathrm{O}_{3} + ",
        "\\ce{H2O} ",
    ),
    *(
        "\\ldots, a_{n}, ",
        "\\therefore \\because ",
        "\\begin{itemize}\n\\item ",
        "\\footnotesize ",
        "\\xrightarrow{k} ",
    ),
]
THEOREMS = [
    "Let $\\alpha_{%d}$ be a root of $p(x) = x^{%d} - %d$; we do not assume it to be real.",
    "By Lemma %d.%d the sequence is bounded by %d from the first term on.",
    "\\begin{equation}\n\\label{eq:%d}\nE_{%d} = \\frac{%d\\pi}{7} \\rho^{2}\n\\end{equation}",
    "Seja $f$ contínua em $[%d, %d]$; então $\\lim f(x) = %d$ pelo teorema anterior.",
    "Пусть $A_{%d}$ — матрица ранга %d; тогда $\\det A = %d$ и доказательство окончено.",
    "The error grows like $O(n^{%d})$, see (%d), unless $\\varepsilon < 10^{-%d}$.",
    "Es sei $V_{%d}$ ein Vektorraum der Dimension %d über einem Körper mit %d Elementen.",
]


def _formula(rng: Random) -> Loop:
    parts = [
        text % tuple(rng.sample(range(2, 40), 3))
        for text in rng.sample(THEOREMS, rng.randint(2, len(THEOREMS)))
    ]
    unit = rng.choice(FORMULAS)
    opened, closing = rng.choice(
        (
            ("\\[\n", "\n\\]\n\n"),
            ("$$ ", "$$\n\n"),
            ("\\begin{align}\n", "\n\\end{align}\n\n"),
            ("$", "$.\n\n"),
        )
    )
    text = mx.lead(rng, "en") + "\n\n" if rng.random() < 0.4 else "\\section{Preliminaries}\n"
    first = rng.choice(("E = ", "f(x) = ", "u_{t} = ", "\\phi \\colon "))
    return loop(text + "\n\n".join(parts) + f"\n\n{opened}{first}", unit, closing)


def _box(rng: Random) -> list[int]:
    left, top = rng.randint(20, 400), rng.randint(20, 1200)
    return [left, top, left + rng.randint(60, 500), top + rng.randint(12, 300)]


REGIONS = [
    '{"bbox": %s, "category": "Text", "text": "%s"}, ',
    '{"box_2d": %s, "label": "%s"},\n',
    '    {\n        "bbox": %s,\n        "text_content": "%s"\n    },\n',
    "<|ref|>text<|/ref|><|det|>[%s]<|/det|>\n%s\n\n",
    "<box>%s</box> %s\n",
    '<div class="block" data-bbox="%s"><p>%s</p></div>\n',
    '<span class="ocrx_word" title="bbox %s; x_wconf 91">%s</span> ',
    '<String CONTENT_BOX="%s" CONTENT="%s"/><SP/>\n',
    "<text><loc_%s>%s</text>\n",
]


def _region(rng: Random) -> Loop:
    """A layout model's regions, the last of which it reads for ever."""
    language = mx.language(rng)
    shape = rng.choice(REGIONS)
    said = mx.sentences(rng, language, len(mx.SENTENCES[language]))
    json = shape.lstrip().startswith("{")
    regions = [shape % (_box(rng), text) for text in said[: rng.randint(3, 7)]]
    words = rng.choice((said[-1], said[-1].split(" ")[0], mx.person(rng, language)))
    if rng.random() < 0.25:
        words = " ".join(mx.sentences(rng, language, rng.randint(2, 5)))
    head = "[\n" if json else rng.choice(("", "<page>\n", f"{mx.lead(rng, 'en')}\n\n"))
    # What a person is called may be in a sentence before; the box is not.
    return loop(head + "".join(regions), shape % (_box(rng), words), "]" if json else "</page>\n")


TEI = [
    '<lb n="%d"/><persName ref="#p%d">%s</persName>, ',
    '<entry n="%d"><date when="18%d"/>%s</entry>\n',
    "\\item[%d.] \\index{%d}\\textsc{%s}\n",
    "<row><cell>%d</cell><cell>%d</cell><cell>%s</cell></row>\n",
    "\\footnote{Fol. %d, n. %d: %s.}",
    '<w id="w%d" lemma="l%d">%s</w>\n',
    "  <dc:subject xml:id='s%d-%d'>%s</dc:subject>\n",
    ":::note %d.%d\n%s\n:::\n\n",
    "<li value=%d><a href='/f/%d'>%s</a></li>\n",
]


def _element(rng: Random) -> Loop:
    """An element of an edited archive, its numbers and all."""
    language = mx.language(rng)
    shape = rng.choice(TEI)
    low = rng.randint(10, 60)
    numbers = [(rng.randint(low, 9 + low), rng.randint(10, 90)) for _ in range(rng.randint(2, 6))]
    rows = [
        shape % (a, b, text)
        for (a, b), text in zip(numbers, mx.sentences(rng, language, len(numbers)), strict=True)
    ]
    body = mx.lead(rng, language, 4) + "\n" + "".join(rows)
    text = rng.choice(('<TEI><text><body xml:lang="%s">\n', "<!-- %s -->\n", "lang: %s\n\n"))
    unit = shape % (rng.randint(70, 99), rng.randint(10, 99), mx.person(rng, language))
    return loop(text % language + body, unit, "</body></text></TEI>\n")


KINDS = (
    PositiveKind("v: picture or link once more", MARKUP, _picture, RECOVERED),
    PositiveKind("v: term of a formula", MARKUP, _formula, CLOSED),
    PositiveKind("v: region read for ever", MARKUP, _region, STRAY),
    PositiveKind("v: element of an edition", MARKUP, _element, TAIL),
)
