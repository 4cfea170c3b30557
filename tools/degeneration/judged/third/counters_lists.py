"""Blind counters in lists, headings, notes, page numbers and articles."""

from random import Random

from degeneration.judged.third.counters_base import Slot, kinds, later, num, shifted


def _numbered(rng: Random, _: str) -> dict[str, Slot]:
    return {"n": num(rng, 1, rng.choice((1, 1, 30, 400)))}


def _bare(rng: Random, _: str) -> dict[str, Slot]:
    if rng.random() < 0.3:
        return {"n": num(rng, 10, 200, (2, 5, 10, 100))}
    if rng.random() < 0.3:
        return {"n": num(rng, 9000, 30_000, (-1, -2))}
    return {"n": num(rng, 1, 300, pad=rng.choice((0, 0, 0, 4, 5)))}


def _outline(rng: Random, _: str) -> dict[str, Slot]:
    chapter, part = rng.randint(1, 9), rng.randint(1, 6)
    return {"a": lambda i: str(chapter), "b": lambda i: str(part), "n": num(rng, 1, 4)}


def _contents(rng: Random, _: str) -> dict[str, Slot]:
    return {"n": num(rng, 1, 12), "m": num(rng, 3, 90, (1, 2, 4, 10, 12))}


def _locators(rng: Random, _: str) -> dict[str, Slot]:
    first = num(rng, 2, 200, (1, 1, 2, 3))
    return {"n": first, "m": shifted(first, 1)}


def _notes(rng: Random, _: str) -> dict[str, Slot]:
    return {"n": num(rng, 1, 60), "m": num(rng, 10, 300, (1, 1, 2, 0))}


def _pages(rng: Random, _: str) -> dict[str, Slot]:
    page = num(rng, 2, 400, (1, 1, 1, 2))
    return {"n": page, "next": later(page)}


def _verses(rng: Random, _: str) -> dict[str, Slot]:
    chapter = rng.randint(1, 50)
    return {"c": lambda i: str(chapter), "n": num(rng, 1, 20)}


_TABLE = r"""
= an entry that keeps its number only ¦ lists and headings ¦ numbered ¦ 5 ¦ tail stray
md ¦ @n@. **@term@**: @sent@@gap@
plain 7 ¦ @n@@p@ @sent@@gap@
html ¦ <li value="@n@">@sent@</li>¶ ¦ <ol>¶ ¦ </ol>¶
tex ¦ \item[@n@.] @sent@¶ ¦ \begin{itemize}¶
plain ¦ (@n@) @term@@sep@@sent@¶
plain ¦ @Item@ @n@@sep@@sent@¶
= margin of line numbers ¦ lists and headings ¦ bare ¦ 90 ¦ tail
plain ¦ @n@¶
plain ¦ @n@.¶
plain ¦ (@n@)@gap@
html ¦ <p>@n@</p>¶
md ¦ @bullet@@n@¶
plain ¦ [@n@]@gap@
= answer lines never filled ¦ lists and headings ¦ numbered ¦ 200 ¦ tail ¦ filler
plain ¦ @n@@p@ @line@@gap@
md ¦ @n@. ( ) @line@¶
plain ¦ @Question@ @n@: @line@¶
md ¦ **@n@.** ☐ ☐ ☐ ☐¶
= section heading reborn ¦ lists and headings ¦ outline ¦ 9 ¦ recovered
md ¦ @hash@ @a@.@n@ @term@¶¶
md ¦ @hash@ @a@.@b@.@n@. @term@¶¶@sent@¶¶
plain ¦ @a@.@n@ @TERM@¶¶@sent@ @sent2@¶¶
html ¦ <h3>@a@.@b@.@n@ @term@</h3>¶<p>@sent@</p>¶ ¦  ¦ </body></html>
tex ¦ \subsection*{@a@.@n@ @term@}¶@sent@¶¶ ¦  ¦ \end{document}¶
= contents of a book without end ¦ lists and headings ¦ contents ¦ 15 ¦ tail
plain ¦ @Chapter@ @n@@sep@@term@@dots@@m@¶
plain 8 ¦ @n@. @term@@dots@@m@@gap@
md ¦ - [@Chapter@ @n@: @term@](#p@m@)¶
md ¦ | @n@ | @term@ | @m@ |¶ ¦ | | | @Page@ |¶|--|--|--|¶
= locators of an index entry ¦ lists and headings ¦ locators ¦ 130 ¦ tail stray
plain ¦ @n@@comma@ ¦ @name@, @term@,␣
plain ¦ @n@-@m@,␣ ¦ @term@,␣
plain en pt es fr it ¦ p. @n@;␣ ¦ @name@:␣
plain ¦ @n@n,␣ ¦ @term@ (@name@),␣
plain ru ¦ с. @n@,␣ ¦ @name@. @term@:␣
= exam of one question ¦ lists and headings ¦ numbered ¦ 3 ¦ tail recovered
md 2 ¦ **@Question@ @n@.** @sent@ @sent2@¶¶A) @term@¶B) @term2@¶C) @term3@¶D) @term4@¶¶
plain 3 ¦ @n@@p@ @sent@¶(a) @word@  (b) @word2@  (c) @word3@  (d) @word4@¶¶
plain 2 ¦ @Question@ @n@¶@para@¶[ ] @term@ [ ] @term2@ [ ] @term3@¶¶
= notes to the same work ¦ lists and headings ¦ notes ¦ 20 ¦ tail
md en pt es fr de it pl tr ¦ [^@n@]: @name@, *@term@*, p. @m@.¶
plain ¦ @n@ @name@, @term@, @int@, @m@.¶
html ¦ <p id="fn@n@"><sup>@n@</sup> @name@, <i>@term@</i>, @m@.</p>¶
plain en fr it es ¦ @n@. Ibid., p. @m@.¶
tex de ¦ \footnotetext[@n@]{@name@, \emph{@term@}, S.~@m@.}¶
= pages with a running head and no text ¦ lists and headings ¦ pages ¦ 20 ¦ closed tail tail
plain 0 ¦ @Page@ @n@¶¶@TERM@¶¶ ¦  ¦ [END OF DOCUMENT]¶
md 0 ¦ <!-- page @n@ -->¶¶# @term@¶¶@name@¶¶ ¦  ¦ <!-- eof -->
plain 0 ¦ @name@@sep@@term@@sep@@n@¶¶¶
md 0 ¦ --- @n@ ---¶¶@term@¶¶[→ @Page@ @next@]¶¶
html 0 ¦ <div class="page" id="p@n@"><p>@term@</p></div>¶ ¦  ¦ </body></html>
= statute with one provision ¦ lists and headings ¦ numbered ¦ 5 ¦ recovered tail
plain ¦ @Article@ @n@. @sent@@gap@
md 3 ¦ **@Article@ @n@**¶¶@sent@ @sent2@¶¶
plain de pl en ¦ § @n@ @sent@¶¶
plain pt es fr it pl de ¦ Art. @n@@p@ @sent@ @sent2@¶
plain ru ¦ ст. @n@. @sent@¶
plain zh ja ¦ 第@n@条 @sent@¶
plain ko ¦ 제@n@조 @sent@¶
= verses of one line ¦ lists and headings ¦ verses ¦ 5 ¦ tail
plain 6 ¦ @n@ @sent@␣
plain 6 ¦ @c@:@n@ @sent@¶
html 4 ¦ <sup>@n@</sup>@sent@␣
plain 4 ¦ [@c@, @n@] @sent@ /␣
"""

KINDS, FLAGS = kinds(
    _TABLE, (_numbered, _bare, _outline, _contents, _locators, _notes, _pages, _verses)
)
