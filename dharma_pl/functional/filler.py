"""What says nothing: dots, zeros, blanks and tags, which honest pages have in rows."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import compress, islice

import numpy as np

from dharma_pl.functional.characters import BLANK, CJK, TAG, is_pictograph
from dharma_pl.functional.units import units

# Lines, dots, boxes; captions one below another with nothing after them.
_BLANK = re.compile(
    r"_{3}|(?<!\w)(?:__(?!\w)|\( +\)|\[ +\]|(?:\(\)|\[\])(?= \w))"
    r"|(?<![|.])(?:[.·]{4}|(?:[.·] ){3}[.·](?![.·]))|…{2}"
    r"|[\u2610\u25a1\u25a2\u25fb\u274f\u2751\u25ef\u25cb]|:\n[^\n:]{1,40}:\n"
)
# Never tried twice at a place: linear.
_DOTS = re.compile(r"[.·…_ ]{3,}((?:(?:[$€£¥₽₹]|[^\W\d_]{1,3}\b\.?) ?)?\d)?")
_REFERENCE = re.compile(
    r"<[^<>]* (?:src|href|d|points|(?i:content|alt|title|text)) ?= ?[\"'][^\"']"
)
_TOKEN = re.compile(r"<\|?[A-Za-z]+_\d+\|?>")  # of a model: no markup has such
_LONG = re.compile(r"(?<![\d.,])[1-9]\d{2,}(?![\d.,])")  # no amount of zeros
_PICTURED = re.compile("(.)\ufe0f")  # a sign, and that its picture is meant
_SHAPE = re.compile("SQUARE|CIRCLE|STAR|MARK|DIAMOND")
_ROW = re.compile(r"([^\w<>])\1+")
_OPENING = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)(?=[\s>])[^<>/]*>")
# Elements without an end, and those whose end may be left out (HTML standard, 13.1.2).
_NO_END = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source")
_END_LEFT_OUT = ("li", "dt", "dd", "p", "option", "thead", "tbody", "tfoot", "tr", "td", "th")
_MAY_STAY_OPEN = frozenset((*_NO_END, "track", "wbr", *_END_LEFT_OUT, "optgroup", "colgroup"))


def is_filler(unit: str) -> bool:
    """Whether a unit says nothing: less than two different letters or nonzero digits, tags aside.

    Nor does one of which nine symbols in ten are marks and blanks, as in blank forms. Tags that
    open more than they close are no form, though: no page nests without end; nor is what points to
    an image or another page.

    >>> is_filler("<td>0,00</td>"), is_filler("Nome: " + "_" * 40), is_filler("um, ")
    (True, True, False)
    """
    # A run can start inside a tag; turn the unit until it does not.
    turn = max(unit.find("<"), 0)
    unit = unit[turn:] + unit[:turn]
    if _REFERENCE.search(unit) or _TOKEN.search(unit) or _is_emoji(unit):
        return False
    if "<" not in unit and _says_two(unit) and _is_prose(unit):
        return False
    found = units(unit)
    if any(_is_word(unit[at]) for at in (found.classes == CJK).nonzero()[0]):
        return False
    if not _says_two(compress(unit, (found.classes != TAG).tolist())) and not _LONG.search(unit):
        return not _nests(unit)
    said = (found.kinds >= CJK) & (found.kinds != TAG)
    blank = found.kinds <= BLANK  # of which those in a row are one
    rows = np.count_nonzero(blank[1:] & blank[:-1])
    return bool(np.count_nonzero(said) * 10 < said.size - rows)


def _is_emoji(unit: str) -> bool:
    """Whether it is pictographs alone, but for squares and circles, of which pictures are made.

    Older signs, such as hearts, may stand beside them.
    """
    said = unit.replace(" ", "")
    pictured = set(_PICTURED.findall(said * 2))  # a run may begin between the two
    signs = set(said) - {"\ufe0f"}
    shown = {sign for sign in signs if is_pictograph(sign) or sign in pictured}
    if not shown or any(unicodedata.category(sign) != "So" for sign in signs - shown):
        return False
    return not any(_SHAPE.search(unicodedata.name(sign, "")) for sign in signs)


def _says_two(chars: Iterable[str]) -> bool:
    """Whether two different ones say something."""
    return len(list(islice(filter(_says, set(chars)), 2))) == 2


def _is_prose(unit: str) -> bool:
    """Whether a tenth of its symbols are words at the least: settles most units without reading."""
    alnum = sum(map(str.isalnum, unit))
    words = sum(any(map(str.isalnum, piece)) for piece in unit.split())
    return 9 * words >= len(unit) - alnum


def says_nothing(copy: str) -> bool:
    r"""Whether a copy is filler, its rows of one mark or space aside, or a form of such rows.

    >>> says_nothing("um" + "*" * 40 + "\n"), says_nothing("Nome: " + "_" * 40), says_nothing("..")
    (False, True, True)
    """
    return is_filler(copy) and (has_blanks(copy) or is_filler(_ROW.sub(r"\1", copy)))


def has_blanks(unit: str) -> bool:
    """Whether something in it is to be filled in or ticked.

    >>> has_blanks("Nome: ____"), has_blanks("( ) Sim"), has_blanks("f() [1]")
    (True, True, False)
    """
    return _BLANK.search(unit) is not None


def without_leaders(unit: str) -> str:
    """A unit without the rows of dots that lead to a number.

    >>> without_leaders("Capítulo IX. Das aves ........ 12")
    'Capítulo IX. Das aves 12'
    """
    return _DOTS.sub(lambda found: " " + found[1] if _leads(found[0], found[1]) else found[0], unit)


def _leads(row: str, number: str | None) -> bool:
    return bool(number) and ("…" in row or len(row.replace(" ", "")) > 3)


def _nests(unit: str) -> bool:
    """Whether it opens more elements than it closes, so that copies of it go ever deeper."""
    opened = [tag.lower() for tag in _OPENING.findall(unit)]
    return sum(tag not in _MAY_STAY_OPEN for tag in opened) > unit.count("</")


def _is_word(char: str) -> bool:
    """Whether a CJK character says something alone, unlike rules drawn as one, zero or a dash."""
    return char.isalnum() and char not in "一ー〇" and not is_pictograph(char)


def _says(char: str) -> bool:
    return (char.isalnum() and char != "0") or is_pictograph(char)
