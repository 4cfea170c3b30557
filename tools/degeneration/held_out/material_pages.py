"""Words, names, dates and tables in many languages for the clean pages of the blind split.

Running text is made of syllables that look like those of a language, thousands of words with
Zipf's frequencies: prose out of a short list of real words would be low in novelty by itself.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random

from degeneration.held_out.material_tongues import GIVEN, HAN, MONTHS, SYLLABLES
from degeneration.sample import NegativeKind

ACCOUNTS = "tables: accounts"
NUMBERS = "tables: grids of numbers"
REGISTERS = "tables: registers"
SLIPS = "office: accounts and slips"
RECORDS = "office: records"
SCHOOL = "office: school sheets"
LAW = "text: law and contracts"
BLANKS = "text: leaders and blanks"
LISTS = "text: lists"
PROSE = "text: prose and scripts"
VERSE = "text: verse and refrains"
DATA = "code: data"
NOTATION = "code: notation"
PROGRAMS = "code: programs"
LOGS = "machine: logs and series"

Draw = Callable[[Random], str]


@dataclass(slots=True)
class Book:
    """Kinds in the order in which their draws are defined."""

    kinds: list[NegativeKind] = field(default_factory=list)

    def page(self, name: str, category: str, *, arithmetic: bool = False) -> Callable[[Draw], Draw]:
        """Decorate the draw of a kind."""

        def add(draw: Draw) -> Draw:
            self.kinds.append(NegativeKind(name, category, draw, arithmetic))
            return draw

        return add


def _split(text: str) -> list[str]:
    return text.split(" ")


def listed(text: str) -> list[str]:
    """Words between blanks."""
    return text.split()


@cache
def _vocabulary(language: str) -> tuple[list[str], list[float]]:
    """About 4000 words and their cumulated Zipf weights; function words come first."""
    rng = Random(f"held out vocabulary {language}")
    if language in ("zh", "ja"):
        found = dict.fromkeys(_split("之 的 在 有 不 是 了 以 而 其 於 也 與"))
        if language == "ja":
            found = dict.fromkeys(_split("の は を に が と で も から まで より この その"))
        ends = ["", "", "", "い", "する", "した", "く", "って", "り"] if language == "ja" else [""]
        while len(found) < 4000:
            found["".join(rng.choices(HAN, k=rng.choice((1, 2, 2, 3)))) + rng.choice(ends)] = None
    else:
        onsets, nuclei, codas, ends, function = map(_split, SYLLABLES[language])
        found = dict.fromkeys(function)
        while len(found) < 4000:
            stem = "".join(
                rng.choice(onsets) + rng.choice(nuclei) + rng.choice(["", "", *codas])
                for _ in range(rng.choice((1, 1, 1, 2, 2, 3)))
            )
            found[stem + rng.choice(["", "", *ends])] = None
    total, cumulated = 0.0, []
    for rank in range(len(found)):
        total += 1 / (rank + 5)
        cumulated.append(total)
    return list(found), cumulated


def words(rng: Random, language: str, n: int) -> list[str]:
    """`n` words of running text."""
    vocabulary, weights = _vocabulary(language)
    return rng.choices(vocabulary, cum_weights=weights, k=n)


def word(rng: Random, language: str) -> str:
    """A content word, all equally likely."""
    return rng.choice(_vocabulary(language)[0][60:])


def _joiner(language: str) -> str:
    return "" if language in ("zh", "ja") else " "


def phrase(rng: Random, language: str, low: int = 1, high: int = 3) -> str:
    """Content words."""
    return _joiner(language).join(word(rng, language) for _ in range(rng.randint(low, high)))


def title(rng: Random, language: str, low: int = 1, high: int = 4) -> str:
    """Content words, the first with a capital."""
    text = phrase(rng, language, low, high)
    return text[:1].upper() + text[1:]


_STOPS = {"zh": "。", "ja": "。", "hi": "।"}


def sentence(rng: Random, language: str, low: int = 5, high: int = 19) -> str:
    """Running text up to a full stop."""
    out = words(rng, language, rng.randint(low, high))
    if len(out) > 9:
        comma = {"zh": "，", "ja": "、", "ar": "،"}.get(language, ",")
        out[rng.randint(3, len(out) - 4)] += comma
    text = _joiner(language).join(out)
    return text[:1].upper() + text[1:] + _STOPS.get(language, rng.choices(".?!", (16, 1, 1))[0])


def paragraph(rng: Random, language: str, low: int = 2, high: int = 5) -> str:
    """Sentences on one line."""
    return _joiner(language).join(sentence(rng, language) for _ in range(rng.randint(low, high)))


def lead(rng: Random, language: str) -> str:
    """A heading and a paragraph, either of which may be missing."""
    out = ""
    if rng.random() < 0.7:
        mark = rng.choice(("", "# ", "## ", "**", ""))
        out = f"{mark}{title(rng, language, 2, 5)}{'**' if mark == '**' else ''}\n\n"
    return out + (paragraph(rng, language, 1, 3) + "\n\n" if rng.random() < 0.5 else "")


EUROPEAN = ("en", "fr", "de", "es", "it", "nl", "pl")
ALL = tuple(GIVEN)


def given(rng: Random, language: str) -> str:
    """A first name (in Chinese and Japanese a common family name)."""
    return rng.choice(GIVEN[language].split())


def surname(rng: Random, language: str) -> str:
    """A made-up family name."""
    text = word(rng, language)
    return text[:1].upper() + text[1:]


def name(rng: Random, language: str) -> str:
    """A first name and a family name."""
    return given(rng, language) + _joiner(language) + surname(rng, language)


def day(rng: Random, low: int = 1850, high: int = 2024) -> dt.date:
    """Any day of those years."""
    return dt.date(low, 1, 1) + dt.timedelta(days=rng.randrange((high - low) * 365))


def long_date(date: dt.date, language: str) -> str:
    """`3 mars 1881`, or in figures where no names of months are known."""
    if language not in MONTHS:
        return f"{date:%Y-%m-%d}"
    month = MONTHS[language].split()[date.month - 1]
    dot = "." if language == "de" else ""
    return f"{date.day}{dot} {month} {date.year}"


def amount(rng: Random, language: str, high: float = 3000) -> str:
    """An amount of money as the language writes it."""
    text = f"{rng.random() ** 2 * high + 0.05:,.2f}"
    if language in ("de", "es", "it", "nl", "tr"):
        return text.translate(str.maketrans(",.", ".,"))
    if language in ("fr", "pl", "ru"):
        return text.translate(str.maketrans(",.", " ,"))
    return text


STYLES = ("markdown", "html", "html-lines", "tsv", "columns", "latex", "pipes", "csv")


def table(
    rng: Random, head: Sequence[str], rows: Iterable[Sequence[str]], style: str | None = None
) -> str:
    """Cells as a table in Markdown, HTML, LaTeX, tabs, commas or padded columns."""
    style = style or rng.choice(STYLES)
    body = [list(row) for row in rows]
    if style.startswith("html"):
        end = "\n" if style == "html-lines" else ""
        out = [f"<tr>{end}" + end.join(f"<th>{cell}</th>" for cell in head) + f"{end}</tr>"]
        out += [
            f"<tr>{end}" + end.join(f"<td>{c}</td>" for c in row) + f"{end}</tr>" for row in body
        ]
        return f"<table>{end}" + rng.choice(("\n", end)).join(out) + f"{end}</table>\n"
    if style == "columns":
        widths = [max(map(len, column)) + 2 for column in zip(head, *body, strict=True)]
        lines = [[c.ljust(w) for c, w in zip(row, widths, strict=True)] for row in (head, *body)]
        return "\n".join("".join(line).rstrip() for line in lines) + "\n"
    if style == "latex":
        lines_ = [" & ".join(row).replace("%", r"\%") + r" \\" for row in (head, *body)]
        inner = "\n".join((lines_[0] + r" \hline", *lines_[1:]))
        return f"\\begin{{tabular}}{{{'l' * len(head)}}}\n{inner}\n\\end{{tabular}}\n"
    if style == "csv":
        quoted = [[f'"{c}"' if "," in c else c for c in row] for row in (head, *body)]
        return "\n".join(map(",".join, quoted)) + "\n"
    if style == "tsv":
        return "\n".join(map("\t".join, (head, *body))) + "\n"
    lines2 = [f"| {' | '.join(row)} |" for row in (head, *body)]
    if style == "markdown":
        lines2.insert(1, "|" + rng.choice((" --- |", "---|", ":---|")) * len(head))
    return "\n".join(lines2) + "\n"
