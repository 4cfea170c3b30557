"""Counters in letters, words and numerals of many scripts, to the end, closed and recovered."""

from collections.abc import Callable
from random import Random

from degeneration import material as m
from degeneration import series
from degeneration.counters import counter
from degeneration.exact import json_before
from degeneration.sample import Ending, PositiveKind
from degeneration.series import Series

Text = Callable[[Random], str]
_HEADS = [
    "Item",
    "Capítulo",
    "Artigo",
    "Parte",
    "Seção",
    "Aula",
    "Anexo",
    "Linha",
    "Volume",
    "Grupo",
    "Turma",
    "Chapter",
    "Part",
]


def _phrase(rng: Random) -> str:
    return m.phrase(rng, 1, 7)


def _of_script(script: str) -> Text:
    return lambda rng: m.script_sentence(rng, script, 2, 6).strip()


def _cased(rng: Random) -> Callable[[str], str]:
    return rng.choice((str, str, str.capitalize, str.title, str.upper))


def _row(rng: Random, token: Series, text: str) -> Callable[[int], str]:
    """One of the ways in which people number rows."""
    mark = rng.choice((") ", ". ", " - ", ": ", " ", ".\t", " – "))
    head, end = rng.choice(_HEADS), rng.choice(("\n", ";\n", ".\n\n"))
    forms: tuple[Callable[[str], str], ...] = (
        lambda n: f"{n}{mark}{text}{end}",
        lambda n: f"{n}{mark}{text}{end}",
        lambda n: f"{head} {n}{mark}{text}{end}",
        lambda n: f"{head.upper()} {n}\n{text}{end}",
        lambda n: f"({n}) {text}; ",
        lambda n: f"- **{n}**: {text}\n",
        lambda n: f"| {n} | {text} |\n",
        lambda n: f"<tr><td>{n}</td><td>{text}</td></tr>\n",
        lambda n: f"{text} {n}, ",
        lambda n: f"{text} ({n})\n",
    )
    form = rng.choice(forms)
    return lambda i: form(token(i + 1))


def _kind(
    name: str, token: Series, text: Text = _phrase, *, words: bool = False, wraps: bool = False
) -> PositiveKind:
    def units(rng: Random) -> Callable[[int], str]:
        cased, said, first = _cased(rng) if words else str, text(rng), rng.randrange(9)
        return _row(rng, lambda n: cased(token(first + n)), said)

    return PositiveKind(f"series of {name}", _ODD, counter(units, wraps=wraps))


_COUNTING = (
    *(
        (name, of, True)
        for group in (series.CARDINALS, series.ORDINALS)
        for name, of in group.items()
    ),
    *((name, of, False) for group in (series.NUMERALS, series.LATIN) for name, of in group.items()),
)


def _any(rng: Random) -> tuple[Series, bool]:
    _, token, words = rng.choice(_COUNTING)
    return token, words


def _any_row(rng: Random) -> Callable[[int], str]:
    token, words = _any(rng)
    cased = _cased(rng) if words else str
    return _row(rng, lambda n: cased(token(n)), _phrase(rng))


def _json_row(rng: Random) -> Callable[[int], str]:
    token, words = _any(rng)
    cased, text, key = _cased(rng) if words else str, m.title(rng), m.content_word(rng)
    return lambda i: f'{{"item": "{cased(token(i + 1))}", "{key}": "{text}"}}, '


def _json_value(rng: Random) -> Callable[[int], str]:
    """Not a record a copy but a word of a string and an end of line, as OCR writes it in JSON."""
    token, _ = _any(rng)
    text = _phrase(rng)
    return lambda i: f"{token(i + 1)}) {text}\\n"


def _xml_row(rng: Random) -> Callable[[int], str]:
    token, _ = _any(rng)
    text, tag = m.title(rng), rng.choice(("li", "item", "p"))
    return lambda i: f"<{tag}>{token(i + 1)} - {text}</{tag}>\n"


def _table_row(rng: Random) -> Callable[[int], str]:
    token, _ = _any(rng)
    text, value = m.title(rng), m.money(rng)
    return lambda i: f"| {token(i + 1)} | {text} | {value} |\n"


def _numbered(rng: Random) -> Callable[[int], str]:
    text, first, mark = m.phrase(rng, 2, 6), rng.randint(1, 40), rng.choice((". ", ") ", " - "))
    return lambda i: f"{first + i}{mark}{text}\n"


def _array(rng: Random) -> str:
    return json_before(rng) + '"itens": ['


def _string(rng: Random) -> str:
    return json_before(rng) + '"texto": "'


def _open_list(rng: Random) -> str:
    return m.prose(rng, rng.randint(50, 900)) + "<ul>\n"


_ODD, _CLOSED, _BACK = "counter: letters and scripts", "counter: closed", "counter: recovered"
_SCRIPT_OF = {
    "greek": "greek", "cyrillic": "cyrillic", "hebrew": "hebrew", "arabic": "arabic",
    "persian": "arabic", "devanagari": "devanagari", "thai": "thai", "hangul": "hangul",
    "katakana": "kana", "iroha": "kana", "heavenly": "han", "han": "han",
}  # fmt: skip


def _text_of(name: str) -> Text:
    script = _SCRIPT_OF.get(name.split()[0])
    return _of_script(script) if script else _phrase


CLOSED: tuple[Ending, ...] = ("closed",)
BACK: tuple[Ending, ...] = ("recovered",)

KINDS = (
    *(_kind(name, of, words=True) for name, of in series.CARDINALS.items()),
    *(_kind(name, of, words=True) for name, of in series.ORDINALS.items()),
    *(_kind(name, of, _text_of(name), wraps=True) for name, of in series.ALPHABETS.items()),
    *(_kind(name, of, _text_of(name), wraps=True) for name, of in series.NUMERALS.items()),
    *(_kind(name, of) for name, of in series.LATIN.items()),
    *(_kind(name, of, wraps=True) for name, of in series.NAMES.items()),
    PositiveKind(
        "series in json, closed", _CLOSED, counter(_json_row, _array, "{}]}", wraps=True), CLOSED
    ),
    PositiveKind(
        "series in a string, closed",
        _CLOSED,
        counter(_json_value, _string, '"}', wraps=True),
        CLOSED,
    ),
    PositiveKind(
        "series in a list, closed",
        _CLOSED,
        counter(_xml_row, _open_list, "</ul>\n", wraps=True),
        CLOSED,
    ),
    PositiveKind(
        "series in a table, closed", _CLOSED, counter(_table_row, closing="\n", wraps=True), CLOSED
    ),
    PositiveKind("numbers in a string, closed", _CLOSED, counter(_numbered, _string, '"}'), CLOSED),
    PositiveKind("series, recovered", _BACK, counter(_any_row, wraps=True), BACK),
    PositiveKind(
        "series in json, recovered", _BACK, counter(_json_row, _array, "{}]}\n\n", wraps=True), BACK
    ),
    PositiveKind(
        "series in a table, recovered", _BACK, counter(_table_row, closing="\n", wraps=True), BACK
    ),
    PositiveKind("numbers, recovered", _BACK, counter(_numbered, closing="\n"), BACK),
)
