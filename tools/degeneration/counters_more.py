"""Counters in more series and more places: lists, tables, code, markup, logs, talk; some end."""

from collections.abc import Callable
from random import Random

from degeneration import material as m
from degeneration.counters import counter
from degeneration.sample import Ending, Loop, PositiveKind
from degeneration.series_more import LETTERS, NUMERALS, TIMES, WORDS, Token


def _form(rng: Random, text: str) -> Callable[[str], str]:
    mark = rng.choice((") ", ". ", " - ", ": ", " ", "\t", " – ", "、"))
    end = rng.choice(("\n", ";\n", "\n\n"))
    forms: tuple[Callable[[str], str], ...] = (
        lambda n: f"{n}{mark}{text}{end}",
        lambda n: f"{n}{mark}{text}{end}",
        lambda n: f"({n}) {text}; ",
        lambda n: f"{text} ({n}){end}",
        lambda n: f"{text} {n}, ",
        lambda n: f"| {n} | {text} |\n",
        lambda n: f"- {text}: {n}\n",
        lambda n: f'{{"ref": "{n}", "texto": "{text}"}},\n',
        lambda n: f"<li>{n} {text}</li>\n",
        lambda n: f"## {n}\n{text}\n\n",
    )
    return rng.choice(forms)


def _series(token: Token) -> Callable[[Random], Callable[[int], str]]:
    def units(rng: Random) -> Callable[[int], str]:
        form, first = _form(rng, m.phrase(rng, 1, 6)), rng.randrange(6)
        return lambda i: form(token(first + i))

    return units


def _any(*groups: dict[str, Token]) -> Callable[[Random], Callable[[int], str]]:
    tokens = [token for group in groups for token in group.values()]
    return lambda rng: _series(rng.choice(tokens))(rng)


def _structure(rng: Random) -> Callable[[int], str]:
    a, b, c, n = (m.content_word(rng), m.title(rng, 1, 3), m.phrase(rng, 1, 5), rng.randrange(9))
    tag, x = rng.choice(("row", "item", "p", "seg", "w")), m.content_word(rng)
    hours = rng.randrange(9)
    forms: tuple[Callable[[int], str], ...] = (
        lambda i: f'  <{tag} id="{a}{i}" n="{i + n}">{b}</{tag}>\n',
        lambda i: f"<{tag}><{x}>{i}</{x}><{a}>{b}</{a}></{tag}>",
        lambda i: f"<{tag} {x}='{i}'/>\n",
        lambda i: f'  {{\n    "id": {i},\n    "{a}": "{b} {i}",\n    "n": [{i}, {i + 1}]\n  }},\n',
        lambda i: f'"{i}": {{"{a}": "{b}", "{x}": {i * 10}}},',
        lambda i: f'[{i}, "{b}", null], ',
        lambda i: f'{{"bbox": [100, {200 + 40 * i}, 900, {235 + 40 * i}], "text": "{b}"}}, ',
        lambda i: f"- {a}: {i}\n  {x}: {b}\n",
        lambda i: f"{a}_{i}:\n  {x}: {b}\n  ordem: {i + 1}\n",
        lambda i: f"{i},{b},{i * 5},ativo\n",
        lambda i: f"{i};{b};{c};{1000 + i}\n",
        lambda i: f"{i}\t{a}\t{i * 2}\n",
        lambda i: f"{i} & {b} & {i * 3} \\\\\n",
        lambda i: f"\\item[{i}.] {c}\n",
        lambda i: f"\\section{{{b} {i}}}\n",
        lambda i: f"x_{{{i}}} &= x_{{{i - 1}}} + {i} \\\\\n",
        lambda i: f"| {i} | {b} | {i * 7} | |\n",
        lambda i: f"|{a}{i}|{b}|\n",
        lambda i: f"    case {i}:\n        return {a}_{i};\n",
        lambda i: f"{a}[{i}] = {i * i if i < 3 else i};\n",
        lambda i: f"def {a}_{i}(self):\n    return self.{x}({i})\n\n",
        lambda i: f"elif {x} == {i}:\n    {a} = '{b}'\n",
        lambda i: f"INSERT INTO {a} (id, {x}) VALUES ({i}, '{b}');\n",
        lambda i: f"({i}, '{b}', 'x{i}@{a}.com'),\n",
        lambda i: f"UPDATE {a} SET {x} = {i * 10} WHERE id = {i};\n",
        lambda i: f"import {a}{i} from './{a}{i}'\n",
        lambda i: f"const {a}{i} = {x}({i});\n",
        lambda i: f"#define {a.upper()}_{i} {i}\n",
        lambda i: f'<a href="#{a}{i}">{b}</a> ',
        lambda i: f'<option value="{i}">{b} {i}</option>\n',
        lambda i: f'<td class="c{i}">{b}</td>',
        lambda i: f"<tr>\n<td>{i}</td>\n<td>{b}</td>\n<td>{i + 40}</td>\n</tr>\n",
        lambda i: f"[{i}]: https://{a}.org/{x}/{i}\n",
        lambda i: f"[^{i}]: {c}\n",
        lambda i: f"- [{b}](#{x}-{i})\n",
        lambda i: f"https://{a}.com/{x}?page={i}\n",
        lambda i: f"2024-03-01 {hours:02d}:{i // 60 % 60:02d}:{i % 60:02d} INFO {c} id={i}\n",
        lambda i: f"[{i}/5000] {c}\n",
        lambda i: f"Epoch {i}: {a} {x}\n",
        lambda i: f"step={i} {a}=ok\n",
        lambda i: f"test_{a}_{i} ... ok\n",
        lambda i: f"ok {i} - {c}\n",
        lambda i: f"User: {c} {i}?\nAssistant: {b}.\n",
        lambda i: f"P{i}: {c}?\nR{i}: {b}.\n\n",
        lambda i: f"Q: {i} + 1 = ?\nA: {i + 1}\n",
        lambda i: f"{i} + {i} = {2 * i}; {a}\n",
        lambda i: f"{i} {a} mais {i + 1} {a} são {2 * i + 1} {a}. ",
        lambda i: f"{a}({i}) -> {a}({i + 1}); ",
        lambda i: f"{99 - i} bottles of {a} on the wall, {99 - i} bottles of {a}. {98 - i} left.\n",
        lambda i: f"@{a}{i} {b}\n",
        lambda i: f"${{{a}_{i}}} = {b}\n",
        lambda i: f"M {i * 10} 0 L {i * 10} 100 ",
        lambda i: f'<circle cx="{i * 20}" cy="50" r="4" fill="red" />',
        lambda i: f"v {i}.0 {i + 1}.0 0.0 {a}\n",
        lambda i: f"f {i} {i + 1} {i + 2} {a}\n",
        lambda i: f'msgid "{a} {i}"\nmsgstr "{b} {i}"\n\n',
        lambda i: f"{i:3d} | {b} | {c}\n",
        lambda i: f"+ {i}. {b} +\n+-----+-----+\n",
        lambda i: f"Dim {a}{i} As Integer\n",
        lambda i: f"{a}.{x}.{i}={b}\n",
        lambda i: f"[{a}.{i}]\n{x} = {b}\n",
        lambda i: f"<!-- {i} -->\n<{tag}>{b}</{tag}>\n",
        lambda i: f"\\u00{i % 256:02x} {a} ",
        lambda i: f"{a}{i}, {a}{i + 1}, {a}{i + 2}; ",
        lambda i: f"({a} {i} ({x} {i + 1}))\n",
    )
    return rng.choice(forms)


CLOSED: tuple[Ending, ...] = ("closed",)
BACK: tuple[Ending, ...] = ("recovered",)
STRAY: tuple[Ending, ...] = ("stray",)
_ODD, _STAMP, _ROWS = "counter: letters and scripts", "counter: stamps", "counter: structure"
_CLOSINGS = ("]}", '"}', "</table>\n", "}\n]\n", "\n```\n", "\\end{itemize}", ".", "\n")
_ANY = _any(LETTERS, NUMERALS, WORDS, TIMES)


def _mixed(rng: Random) -> Callable[[int], str]:
    return (_structure if rng.random() < 0.5 else _ANY)(rng)


def _ended(rng: Random) -> Loop:
    return counter(_mixed, closing=rng.choice(_CLOSINGS), wraps=True)(rng)


KINDS = (
    PositiveKind("more letters", _ODD, counter(_any(LETTERS), wraps=True)),
    PositiveKind("more numerals", _ODD, counter(_any(NUMERALS), wraps=True)),
    PositiveKind("more numbers in words", _ODD, counter(_any(WORDS), wraps=True)),
    PositiveKind("more dates and times", _STAMP, counter(_any(TIMES), wraps=True)),
    PositiveKind("more structures", _ROWS, counter(_structure, wraps=True)),
    PositiveKind("more, closed", "counter: closed", _ended, CLOSED),
    PositiveKind("more, recovered", "counter: recovered", _ended, BACK),
    PositiveKind("more, stray end", "counter: stray end", _ended, STRAY),
)
