"""Blind exact loops of single characters, marks and blanks."""

from random import Random

from degeneration import material as m
from degeneration.judged.seventh import material_exact as x
from degeneration.sample import Loop, PositiveKind

_MARKS = "exact: characters and blanks"


def _stuck_letter(rng: Random) -> Loop:
    """A word whose last letter never ends, as in a shout or a failed transcript."""
    lang, word, letter = rng.choice(
        (
            ("en", "Nooo", "o"),
            ("en", "Mary cried, “Heeel", "e"),
            ("de", "und der Kutscher rief: „Brrrr", "r"),
            ("es", "¡Gooool", "o"),
            ("pl", "Zaraaa", "a"),
            ("ru", "Аааа", "а"),
            ("el", "Ωωω", "ω"),
            ("fr", "Chuuut, c'est l'heuuur", "e"),
            ("ko", "아아아", "아"),
            ("ja", "えええ", "え"),
        )
    )
    return x.same(x.lead(rng, lang, end=rng.choice(("\n\n", " ", "\n"))) + word, letter)


def _stuck_sign(rng: Random) -> Loop:
    """One sign of a script in which a word is a sign, or the mark that lengthens a sound."""
    lang, signs = rng.choice(
        (
            ("ja", "のーぁっ"),
            ("zh", "的一了口十"),
            ("ko", "으가하다"),
            ("ar", "اهـو"),
            ("hi", "ाऽर"),
        )
    )
    return x.same(x.lead(rng, lang, end=rng.choice(("", "\n"))), rng.choice(signs))


def _ruled_line(rng: Random) -> Loop:
    """A rule under a heading that never ends."""
    lang = rng.choice(x.ALL)
    head = f"{x.place(rng, lang)} {rng.randint(1700, 1990)}\n"
    unit = rng.choice(("-", "=", "_", "*", "~", "─", "═", "- ", "=-", "* ", "—", "▬", "_ "))
    return x.same(x.lead(rng, lang) + head, unit, "\n\n", filler=True)


def _contents(rng: Random, lang: str) -> str:
    """Rows of a table of contents with short leaders of different lengths."""
    rows, page = [], rng.randint(1, 9)
    for number in range(1, rng.randint(4, 12)):
        page += rng.randint(1, 30)
        place, gap = x.place(rng, lang), "." * rng.randint(4, 13)
        rows.append(f"{number} {m.title(rng)}, {place} {gap} {page}")
    return "\n".join(rows)


def _endless_leader(rng: Random) -> Loop:
    """The leader of a row of contents that never comes to its page."""
    lang = rng.choice(("en", "fr", "de", "es", "it", "pl"))
    rows = _contents(rng, lang) + f"\n{x.place(rng, lang)} "
    unit = rng.choice((".", " .", "…", "·", ". . ", " ·", "․"))
    return x.same(x.lead(rng, lang) + rows, unit, f" {rng.randint(40, 400)}\n\n", filler=True)


def _blank_entities(rng: Random) -> Loop:
    """Blanks of a page written out as entities or wide spaces, where a blank field was."""
    lang = rng.choice(x.ALL)
    unit, before, closing = rng.choice(
        (
            ("&nbsp;", "<p>", "</p>\n"),
            ("&emsp;", "<td>", "</td></tr></table>\n"),
            ("&#160; ", "<span>", "</span>\n"),
            ("\u00a0", "(", ")\n"),
            ("\u3000", "「", "」\n"),
            ("\\quad ", "$$ ", "$$\n"),
            ("\\hspace{1em}", "\\noindent ", "\\par\n"),
            ("<br>\n", "<p>", "</p>\n"),
            ("\n\n", "# ", "---\n"),
            ("<br/>", "| ", " |\n"),
        )
    )
    return x.same(x.lead(rng, lang) + before + x.person(rng, lang), unit, closing, filler=True)


def _zero_dump(rng: Random) -> Loop:
    """Zeros of a memory dump, a base64 picture or a list of numbers."""
    lang = rng.choice(x.ALL)
    unit, before, closing = rng.choice(
        (
            ("00 ", f"{rng.randrange(16**8):08x}  4d 5a 90 ", "ff\n"),
            ("A", '<img src="data:image/png;base64,iVBORw0KGgo', '"/>\n'),
            ("\\x00", 'payload = b"\\x7fELF', '"\n'),
            ("\\u0000", '{"note": "' + x.person(rng, lang), '"}\n'),
            ("0, ", "weights = [0.12, -0.7, ", "1]\n"),
            ("0.0, ", '"vector": [0.31, ', "0.5]}\n"),
            ("0", f"{rng.randint(1, 99)}.", "1\n"),
            ("0000 ", f"IBAN {rng.choice(('DE', 'PL', 'IT'))}{rng.randint(10, 99)} ", "BIC\n"),
        )
    )
    return x.same(x.lead(rng, lang) + before, unit, closing, filler=True)


def _emoji(rng: Random) -> Loop:
    """An answer in a chat that ends in a flood of one, two or three emoji."""
    lang = rng.choice(x.ALL)
    unit = "".join(rng.sample("😂🎉❤🔥🙏👏🌸✨😭💯🥳🌍🚀🍀", rng.choice((1, 1, 2, 3))))
    unit += rng.choice(("", "", " ", "!"))
    return x.same(x.lead(rng, lang, end=" ", most=900), unit, "\n\n")


def _boxes(rng: Random) -> Loop:
    """Signs for what could not be read, one after the other."""
    lang = rng.choice(x.OTHER)
    unit = rng.choice(
        ("\ufffd", "□", "■", "☐ ", "<unk>", "[?]", "▯", "[UNK] ", "¿", "?", "� ", "〓", "☐")
    )
    return x.same(x.lead(rng, lang, end=rng.choice(("\n\n", " ", ""))), unit, "\n\n", filler=True)


def _laughter(rng: Random) -> Loop:
    """Laughter of a chat in the way of its country."""
    lang, units = rng.choice(
        (
            ("ru", ("ха", "хах", "хи-", "ха-ха ")),
            ("ko", ("ㅋ", "ㅎ", "ㅋㅎ")),
            ("zh", ("哈", "哈哈，", "嘿")),
            ("ja", ("w", "笑", "草", "はは")),
            ("es", ("ja", "je", "jajá ")),
            ("en", ("ha", "hah", "lol ", "LMAO ")),
            ("ar", ("ه", "ها", "هههه ")),
            ("el", ("χα", "χαχ ")),
            ("hi", ("हा", "ही ही ")),
        )
    )
    end = rng.choice((" ", "\n", "\n\nuser_7: "))
    return x.same(x.lead(rng, lang, end=end, most=1200), rng.choice(units))


def _empty_cells(rng: Random) -> Loop:
    """A row of a table whose empty cells never end."""
    lang = rng.choice(x.ALL)
    who = x.person(rng, lang)
    before, unit, closing = rng.choice(
        (
            (f"<table><tr><td>{who}</td>", "<td></td>", "</tr></table>\n"),
            (f"<table>\n<tr><th>{who}</th>", '<td class="n"></td>', "</tr>\n</table>\n"),
            (f"| {who} |", "  |", "\n\n---\n"),
            (f"| {who} |", " --- |", "\n\n---\n"),
            (f"\\begin{{tabular}}{{lrr}}\n{who} ", "& ", "\\\\\n\\end{tabular}\n"),
            (f"{who};", ";", "0\n"),
            (f'{{"row": ["{who}", ', '"", ', '""]}\n'),
            (f'{{"row": ["{who}", ', "null, ", "null]}\n"),
            (f"<fcel>{who}", "<ecel>", "<nl></otsl>\n"),
        )
    )
    return x.same(x.lead(rng, lang) + before, unit, closing, filler=True)


def _brackets(rng: Random) -> Loop:
    """Marks that open and are never closed, or close what was never opened."""
    lang = rng.choice(x.ALL)
    unit = rng.choice(("(", ")", "[[", "}}", "<<", ">", "”", "’", "*/", "))", '"', "\\", "!", "`"))
    before = rng.choice(("f(x) = ", "{{Infobox", "lemma ", "s = ", "> ", "val "))
    return x.same(x.lead(rng, lang) + before + x.person(rng, lang), unit, filler=True)


KINDS = (
    PositiveKind("t: stuck letter", _MARKS, _stuck_letter, ("tail", "stray", "recovered")),
    PositiveKind("t: stuck sign", _MARKS, _stuck_sign, ("tail", "stray")),
    PositiveKind("t: emoji", _MARKS, _emoji, ("tail", "recovered")),
    PositiveKind("t: unreadable boxes", _MARKS, _boxes, ("tail", "stray", "recovered")),
    PositiveKind("t: laughter", _MARKS, _laughter, ("tail",)),
    PositiveKind("t: brackets", _MARKS, _brackets, ("tail", "stray")),
    PositiveKind("t: ruled line", _MARKS, _ruled_line, ("tail", "stray", "recovered")),
    PositiveKind("t: endless leader", _MARKS, _endless_leader, ("tail", "closed")),
    PositiveKind("t: blank entities", _MARKS, _blank_entities, ("tail", "closed")),
    PositiveKind("t: zero dump", _MARKS, _zero_dump, ("tail", "closed")),
    PositiveKind("t: empty cells", _MARKS, _empty_cells, ("tail", "stray", "closed")),
)
