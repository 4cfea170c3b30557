"""Blind counters in lists, headings, notes, page numbers and articles."""

from random import Random

from degeneration.held_out.counters_base import Form, Slot, kind, later, num, shifted
from degeneration.held_out.material_counters import LATIN

_LISTS = "lists and headings"


def _numbered(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    return {"n": num(rng, 1, rng.choice((1, 1, 30, 400)))}


def _bare(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    if rng.random() < 0.3:
        return {"n": num(rng, 10, 200, (2, 5, 10, 100))}
    if rng.random() < 0.3:
        return {"n": num(rng, 4000, 30_000, (-1, -2))}
    return {"n": num(rng, 1, 300, pad=rng.choice((0, 0, 0, 4, 5)))}


def _outline(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    chapter, part = rng.randint(1, 9), rng.randint(1, 6)
    return {"a": lambda i: str(chapter), "b": lambda i: str(part), "n": num(rng, 1, 4)}


def _contents(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    return {"n": num(rng, 1, 12), "m": num(rng, 3, 90, (1, 2, 4, 10, 12))}


def _locators(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    first = num(rng, 2, 200, (1, 1, 2, 3))
    return {"n": first, "m": shifted(first, 1)}


def _notes(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    return {"n": num(rng, 1, 60), "m": num(rng, 10, 300, (1, 1, 2, 0))}


def _pictures(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    start, pad = rng.randint(1, 12), rng.choice((1, 2, 3, 4))
    offset = rng.choice((0, 0, -1, 100))
    return {"n": lambda i: str(start + i), "file": lambda i: f"{start + offset + i:0{pad}d}"}


def _pages(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    page = num(rng, 2, 400, (1, 1, 1, 2))
    return {"n": page, "next": later(page)}


def _verses(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    chapter = rng.randint(1, 50)
    return {"c": lambda i: str(chapter), "n": num(rng, 1, 20)}


KINDS = (
    kind(
        "an entry that keeps its number only",
        _LISTS,
        _numbered,
        (
            Form("@n@. **@term@**: @sent@@gap@", "md"),
            Form("@n@@p@ @sent@@gap@", honest=7),
            Form('<li value="@n@">@sent@</li>\n', "html", head="<ol>\n", closing="</ol>\n"),
            Form("\\item[@n@.] @sent@\n", "tex", head="\\begin{itemize}\n"),
            Form("(@n@) @term@@sep@@sent@\n"),
            Form("@Item@ @n@@sep@@sent@\n"),
        ),
        least=5,
        endings=("tail", "stray"),
    ),
    kind(
        "margin of line numbers",
        _LISTS,
        _bare,
        (
            Form("@n@\n"),
            Form("@n@.\n"),
            Form("(@n@)@gap@"),
            Form("<p>@n@</p>\n", "html"),
            Form("@bullet@@n@\n", "md"),
            Form("[@n@]@gap@"),
        ),
        least=90,
    ),
    kind(
        "answer lines never filled",
        _LISTS,
        _numbered,
        (
            Form("@n@@p@ @line@@gap@"),
            Form("@n@. ( ) @line@\n", "md"),
            Form("@Question@ @n@: @line@\n"),
            Form("**@n@.** ☐ ☐ ☐ ☐\n", "md"),
        ),
        least=130,
        filler=True,
    ),
    kind(
        "section heading reborn",
        _LISTS,
        _outline,
        (
            Form("@hash@ @a@.@n@ @term@\n\n", "md"),
            Form("@hash@ @a@.@b@.@n@. @term@\n\n@sent@\n\n", "md"),
            Form("@a@.@n@ @TERM@\n\n@sent@ @sent2@\n\n"),
            Form("<h3>@a@.@b@.@n@ @term@</h3>\n<p>@sent@</p>\n", "html", closing="</body></html>"),
            Form("\\subsection*{@a@.@n@ @term@}\n@sent@\n\n", "tex", closing="\\end{document}\n"),
        ),
        least=9,
        endings=("recovered",),
    ),
    kind(
        "contents of a book without end",
        _LISTS,
        _contents,
        (
            Form("@Chapter@ @n@@sep@@term@@dots@@m@\n"),
            Form("@n@. @term@@dots@@m@@gap@", honest=8),
            Form("- [@Chapter@ @n@: @term@](#p@m@)\n", "md"),
            Form("| @n@ | @term@ | @m@ |\n", "md", head="| | | @Page@ |\n|--|--|--|\n"),
        ),
        least=24,
    ),
    kind(
        "locators of an index entry",
        _LISTS,
        _locators,
        (
            Form("@n@@comma@", head="@name@, @term@, "),
            Form("@n@-@m@, ", head="@term@, "),
            Form("p. @n@; ", head="@name@: ", langs="en pt es fr it"),
            Form("@n@n, ", head="@term@ (@name@), "),
            Form("с. @n@, ", head="@name@. @term@: ", langs="ru"),
        ),
        least=130,
        endings=("tail", "stray"),
    ),
    kind(
        "exam of one question",
        _LISTS,
        _numbered,
        (
            Form(
                "**@Question@ @n@.** @sent@ @sent2@\n\nA) @term@\nB) @term2@\nC) @term3@\nD) @term4@\n\n",
                "md",
                honest=2,
            ),
            Form("@n@@p@ @sent@\n(a) @word@  (b) @word2@  (c) @word3@  (d) @word4@\n\n", honest=3),
            Form("@Question@ @n@\n@para@\n[ ] @term@ [ ] @term2@ [ ] @term3@\n\n", honest=2),
        ),
        least=3,
        endings=("tail", "recovered"),
    ),
    kind(
        "notes to the same work",
        _LISTS,
        _notes,
        (
            Form("[^@n@]: @name@, *@term@*, p. @m@.\n", "md", langs=LATIN),
            Form("@n@ @name@, @term@, @int@, @m@.\n"),
            Form('<p id="fn@n@"><sup>@n@</sup> @name@, <i>@term@</i>, @m@.</p>\n', "html"),
            Form("@n@. Ibid., p. @m@.\n", langs="en fr it es"),
            Form("\\footnotetext[@n@]{@name@, \\emph{@term@}, S.~@m@.}\n", "tex", langs="de"),
        ),
        least=25,
    ),
    kind(
        "plate after plate",
        _LISTS,
        _pictures,
        (
            Form("![@Figure@ @n@](images/@key@_@file@.png)\n\n", "md"),
            Form('<img src="@key@-@file@.jpg" alt="@Figure@ @n@: @term@"/>\n', "html", honest=0),
            Form("\\includegraphics{@key@@file@}\n\\caption{@Figure@ @n@}\n\n", "tex", honest=0),
            Form("@Figure@ @n@@sep@@term@@gap@"),
        ),
        least=30,
        endings=("stray", "tail"),
    ),
    kind(
        "pages with a running head and no text",
        _LISTS,
        _pages,
        (
            Form("@Page@ @n@\n\n@TERM@\n\n", honest=0, closing="[END OF DOCUMENT]\n"),
            Form(
                "<!-- page @n@ -->\n\n# @term@\n\n@name@\n\n",
                "md",
                honest=0,
                closing="<!-- eof -->",
            ),
            Form("@name@@sep@@term@@sep@@n@\n\n\n", honest=0),
            Form("--- @n@ ---\n\n@term@\n\n[→ @Page@ @next@]\n\n", "md", honest=0),
            Form(
                '<div class="page" id="p@n@"><p>@term@</p></div>\n',
                "html",
                honest=0,
                closing="</body></html>",
            ),
        ),
        least=30,
        endings=("closed", "tail", "tail"),
    ),
    kind(
        "statute with one provision",
        _LISTS,
        _numbered,
        (
            Form("@Article@ @n@. @sent@@gap@"),
            Form("**@Article@ @n@**\n\n@sent@ @sent2@\n\n", "md", honest=3),
            Form("§ @n@ @sent@\n\n", langs="de pl en"),
            Form("Art. @n@@p@ @sent@ @sent2@\n", langs="pt es fr it pl de"),
            Form("ст. @n@. @sent@\n", langs="ru"),
            Form("第@n@条 @sent@\n", langs="zh ja"),
            Form("제@n@조 @sent@\n", langs="ko"),
        ),
        least=5,
        endings=("recovered", "tail"),
    ),
    kind(
        "verses of one line",
        _LISTS,
        _verses,
        (
            Form("@n@ @sent@ ", honest=6),
            Form("@c@:@n@ @sent@\n", honest=6),
            Form("<sup>@n@</sup>@sent@ ", "html", honest=4),
            Form("[@c@, @n@] @sent@ / ", honest=4),
        ),
        least=5,
    ),
)
