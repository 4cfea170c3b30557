"""Loops of code, logs, formulas, notations and the furniture of pages."""

from random import Random

from degeneration.judged.third import material_exact as x
from degeneration.sample import Loop, PositiveKind

_LINES = {
    "python": "    ¤i = ¤i(¤n)\n|    assert ¤i == ¤n\n|from ¤i import ¤I\n|        "
    'self.¤i.append(¤s)\n|    if ¤i is None:\n        return ¤s\n|    print("¤w")\n',
    "c": "    ¤i[¤s] = ¤i(¤i, ¤n);\n|    } else if (¤i == ¤n) {\n        return ¤s;\n|#include "
    "<¤i.h>\n|    case ¤n: break;\n|    free(¤i);\n    ¤i = NULL;\n",
    "sql": "UNION ALL SELECT ¤i, ¤n FROM ¤i\n|  AND ¤i <> '¤k'\n|INSERT INTO ¤i VALUES (¤n, "
    "'¤w');\n",
    "css": ".¤i { margin: ¤spx; }\n|  padding-left: ¤spx;\n|@media (max-width: ¤npx) { .¤i { top: "
    "0; } }\n",
    "asm": "    mov eax, [ebp-¤s]\n    add eax, ¤n\n|    nop\n    jmp ¤i\n|    push ¤n\n    call "
    "¤i\n",
    "shell": 'echo "¤w" >> ¤i.log\n|sleep ¤s && ./¤i.sh\n|sudo apt-get install -y ¤i\n',
    "js": "  .then(¤i => ¤i.¤i())\n|const ¤i = require('¤i');\n|  });\n  it('¤i', () => {\n",
    "xml": '<path d="M ¤n ¤n L ¤n ¤n"/>\n|L ¤n,¤n |<use href="#¤i"/>\n|  <circle r="¤s"/>\n',
    "prolog": "¤i(X) :- ¤i(X), \\+ ¤i(X).\n|?- ¤i(X).\nfalse.\n",
}  # fmt: skip


def _statement(rng: Random) -> Loop:
    """A line or two of a program, after a question and lines of which no two are alike."""
    language = rng.choice(list(_LINES))
    forms = _LINES[language].split("|")
    mark = {"python": "#", "sql": "--", "shell": "#", "asm": ";", "prolog": "%"}.get(language, "//")

    def line() -> str:
        if rng.random() < 0.4:
            return f"{mark} {x.words(rng, 'en', rng.randint(3, 9))}\n"
        return x.fill(rng, "en", rng.choice(forms))

    chosen = rng.sample(forms, rng.choice((1, 1, 2, 2, 3)) % len(forms) or 1)
    unit = x.fill(rng, "en", "".join(chosen))
    lead = x.prose(rng, x.language(rng), 100, 900) + f"```{language}\n"
    return x.exact(lead + x.rows(rng, line, 12, unit), unit, "```\n\n")


_FORMULAS = (
    "+ \\frac{¤s}{¤n} x^{¤s} ", "\\sum_{i=1}^{¤s} ", "\\sqrt{¤s + ", "\\cdot \\mathbf{A}^{T} ",
    "x + ", r"&= \int_0^{¤s} f(x)\,dx \\" + "\n", r"¤s & ¤n & ¤s \\" + "\n", "\\mathrm{¤w} ",
    "\\times ¤s ", "\\Rightarrow x = ¤n ", "= ¤n ", "\\frac{1}{1+", "¤s \\cdot ¤n = ",
    "^{\\prime}_{¤s}", "\\hat{", "a_{¤s} = a_{¤n} + ¤s, \\quad ", "\\lim_{n \\to \\infty} ",
    "(a + ¤s)(a - ¤s) ", "∧ (p ∨ q) ", "½ ", "\\begin{pmatrix} ¤s & 0 \\\\ 0 & ¤n \\end{pmatrix} ",
    "\\alpha\\beta", "→ H₂O + ¤s CO₂ ", "∇×∇·",
)  # fmt: skip


def _formula(rng: Random) -> Loop:
    lang = x.language(rng)
    unit = x.fill(rng, lang, "".join(rng.sample(_FORMULAS, rng.choice((1, 1, 2)))))
    opening, closing = rng.choice((("$$ ", " $$\n\n"), (r"\[ ", r" \]" + "\n"), ("$", "$\n\n")))
    head = x.fill(rng, lang, rng.choice(("y = ", "f(x) = ¤s ", r"\mathbf{M} = ", "S_{¤s} = ")))
    return x.exact(x.prose(rng, lang) + opening + head, unit, closing)


_FURNITURE = (
    "![](¤i.png)\n\n", "<!-- image -->\n\n", "[Signature]\n", '<figure><img src="¤i"/></figure>\n',
    "[¤s]", "<sup>¤s</sup>", "[^¤s]", "[illegible] ", "<page_number>¤n</page_number>\n",
    "\n---\n\n¤W ¤y\n", "<loc_¤n><loc_¤n>", "<|det|>[[¤n, ¤n, ¤n, ¤n]]<|/det|>¤w\n",
    "<|endoftext|>", "© ¤y ¤p. ", "[ilegível] ", "[¤w](#¤i) ", "<watermark>¤W</watermark>\n",
    "Page ¤s\n\n", "¤p\n¤c\n\n", "(см. стр. ¤n) ", "【图¤s】", "第¤s页\n", "صفحة ¤n\n",
    "Fig. ¤s. ", "(cont.) ", "¤k\n", "\\pagebreak\n¤W\n",
)  # fmt: skip


def _furniture(rng: Random) -> Loop:
    """Placeholders, markers, numbers of pages and notes: what surrounds text, without the text."""
    lang = x.language(rng)
    unit = x.fill(rng, lang, rng.choice(_FURNITURE))
    return x.exact(x.prose(rng, lang) + x.words(rng, lang, 3) + " ", unit, "\n\n", least=24)


KINDS = (
    PositiveKind("statement again", "exact: code", _statement, ("tail", "closed")),
    PositiveKind(
        "formula running on", "exact: formulas and furniture", _formula, ("tail", "closed")
    ),
    PositiveKind(
        "page furniture", "exact: formulas and furniture", _furniture, ("tail", "recovered")
    ),
)
