"""Blind counters in tables of every notation, and down columns of dates and times."""

from random import Random

from degeneration.judged.third.counters_base import (
    Slot,
    cents,
    clock,
    days,
    kinds,
    num,
    shifted,
    written,
)


def _row(rng: Random, _: str) -> dict[str, Slot]:
    return {"n": num(rng, 1, 200, (1, 1, 1, 1, 2, 10), rng.choice((0, 0, 0, 3, 5)))}


def _balance(rng: Random, lang: str) -> dict[str, Slot]:
    step = rng.choice((5_000, 1_250, 12_000, 990, 30_000))
    return {
        "n": num(rng, 1, 40),
        "sum": cents(rng, lang, 150_000, 900_000, (step,)),
        "each": lambda i: f"{step // 100}{'.' if lang in ('en', 'zh') else ','}{step % 100:02d}",
    }


def _columns(rng: Random, _: str) -> dict[str, Slot]:
    low, high, steps = rng.choice(((1, 3, (1,)), (1890, 2020, (1, 5, 10)), (0, 10, (5, 10, 25))))
    return {"n": num(rng, low, high, steps)}


def _multiples(rng: Random, _: str) -> dict[str, Slot]:
    factor, first = rng.randint(2, 25), rng.randint(1, 8)
    return {
        "k": lambda i: str(factor),
        "n": lambda i: str(first + i),
        "kn": lambda i: str(factor * (first + i)),
        "more": lambda i: str(factor + first + i),
    }


def _by_position(rng: Random, _: str) -> dict[str, Slot]:
    return {
        "n": num(rng, 1, 4000, pad=6),
        "m": num(rng, 100_000, 500_000, (1, 7, 25, 100), 8),
        "z": num(rng, 20_000, 90_000, (-1, -2, 3), 6),
    }


def _dates(rng: Random, _: str) -> dict[str, Slot]:
    form = rng.choice(("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d", "%d-%m-%Y"))
    return {"d": written(days(rng, (1, 1, 1, 7, 2), 1900), form), "n": num(rng, 1, 90)}


def _departures(rng: Random, lang: str) -> dict[str, Slot]:
    form = rng.choice(("{h:02}:{m:02}", "{h}:{m:02}", "{h:02}h{m:02}"))
    return {"t": clock(rng, (600, 900, 1200, 300, 420), form if lang != "en" else "{h}:{m:02}")}


def _hours(rng: Random, _: str) -> dict[str, Slot]:
    date = days(rng, (1,), 1990)
    every = rng.choice((1, 2, 4, 6, 8))
    return {
        "d": lambda i: f"{date(i * every // 24):%d/%m/%Y}",
        "t": lambda i: f"{i * every % 24:02d}:00",
        "n": num(rng, 1, 50),
    }


def _years(rng: Random, _: str) -> dict[str, Slot]:
    first = num(rng, 1200, 2010, (1, 1, 1, 5, 10, 4, -1, -2))
    return {"y": first, "next": shifted(first, 1)}


def _subtitles(rng: Random, _: str) -> dict[str, Slot]:
    start, step, shown = rng.randrange(2000), rng.choice((2, 3, 4, 5)), rng.choice((1, 2))
    milli = rng.randrange(1000)

    def at(seconds: int) -> str:
        return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"

    return {
        "n": num(rng, 1, 400),
        "from": lambda i: f"{at(start + step * i)},{milli:03d}",
        "to": lambda i: f"{at(start + step * i + shown)},{milli:03d}",
        "vfrom": lambda i: f"{at(start + step * i)}.{milli:03d}",
        "vto": lambda i: f"{at(start + step * i + shown)}.{milli:03d}",
    }


def _stamps(rng: Random, _: str) -> dict[str, Slot]:
    form = rng.choice(("{h:02}:{m:02}:{s:02}", "{h}:{m:02}:{s:02}"))
    return {"t": clock(rng, (1, 3, 5, 10, 15, 60), form), "ms": num(rng, 1000, 9000, (480, 2000))}


_TABLE = r"""
= pipe table with one row ¦ tables ¦ row ¦ 15 ¦ tail stray
md ¦ | @n@ | @term@ | @money@ |¶ ¦ | Nº | @term@ | @word@ |¶|---|---|--:|¶
md ¦ | @n@ | @name@ | @date@ | @term@ | |¶ ¦ | | @word@ | | | |¶|-|-|-|-|-|¶
md ¦ | @term@ | @n@ | @int@ | @big@ |¶ ¦ |@word@|@word2@| | |¶|:-|:-:|-|-|¶
md ¦ |@n@|@code@|@name@|@unit@|@int@|¶ ¦ |#|@word@|@word2@| | |¶|-|-|-|-|-|¶
= markup table with one row ¦ tables ¦ row ¦ 20 ¦ closed closed recovered
html ¦ <tr><td>@n@</td><td>@term@</td><td>@money@</td></tr> ¦ <table><tr><th>Nº</th><th>
+@word@</th><th>@word2@</th></tr> ¦ </table>
html 0 ¦ <tr>¶<td class="@key@">@n@</td>¶<td>@name@</td>¶</tr>¶ ¦ <table border="1">¶<tbody>
+¶ ¦ </tbody>¶</table>¶
html ¦ <tr><td>@name@</td><td align=right>@n@</td><td>@date@</td><td></td></tr>¶ ¦ <table>¶<thead>
+<tr><th>@word@</th><th>@word2@</th></tr></thead>¶ ¦ </table>¶</body>¶</html>
= ledger whose balance grows ¦ tables ¦ balance ¦ 20 ¦ tail ¦ point
plain ¦ @n@ @term@@dots@@each@ @sum@¶
md ¦ | @n@ | @term@ | @each@ | @sum@ |¶ ¦ | | @word@ | | |¶|-|-|-:|-:|¶
html ¦ <tr><td>@term@</td><td>@each@</td><td>@sum@</td></tr>¶ ¦ <table>¶
plain ¦ @code@;@name@;@each@;@sum@¶
= tabular of one student ¦ tables ¦ row ¦ 20 ¦ recovered tail stray
tex ¦ @n@ & @name@ & @int@ \\ \hline¶ ¦ \begin{tabular}{|r|l|r|}¶
tex ¦ @term@ & @n@ & @int@ & @big@ \\¶ ¦ \begin{longtable}{lrrr}¶\toprule¶
tex ¦ @n@ & $x_{@n@}$ & @term@ \\¶ ¦ \begin{array}{ccc}¶
= header row that grows columns ¦ tables ¦ columns ¦ 110 ¦ tail stray
md ¦ ␣@n@ | ¦ | @word@ |
html ¦ <th>@n@</th> ¦ <table><tr><th>@word@</th>
tex ¦ ␣& @n@ ¦ @word@
plain ¦ @n@⇥ ¦ @word@⇥
html ¦ <td colspan="2">@n@</td> ¦ <table><tr>
= times table past all tables ¦ tables ¦ multiples ¦ 110 ¦ tail
plain ¦ @k@ × @n@ = @kn@@gap@
plain ¦ @n@ x @k@ = @kn@¶
md ¦ | @k@ | @n@ | @kn@ |¶ ¦ | | | |¶|-|-|-|¶
plain ¦ @k@ + @n@ = @more@¶
tex ¦ $@k@ \cdot @n@ = @kn@$¶¶
= columns kept by position ¦ tables ¦ by_position ¦ 12 ¦ tail stray
plain ¦ @n@  @TERM@      @m@  @code@¶
plain ¦ @n@@code@@m@@z@ @TERM@¶
plain en pt es fr de it pl tr ¦ 0000@n@ @name@ ........ @z@ @m@ C¶
= diary in figures ¦ dates and times ¦ dates ¦ 20 ¦ tail
plain ¦ @d@@sep@@sent@¶
md ¦ | @d@ | @term@ | @name@ |¶ ¦ | | | |¶|---|---|---|¶
md 3 ¦ **@d@**¶¶@sent@ @sent2@¶¶
plain ¦ @d@ @term@ @n@ @unit@@gap@
html ¦ <dt>@d@</dt><dd>@sent@</dd>¶ ¦ <dl>¶
= departures into the night ¦ dates and times ¦ departures ¦ 130 ¦ tail
plain ¦ @t@␣ ¦ @term@¶
plain ¦ @t@,␣ ¦ @term@@sep@
md ¦ | @t@␣ ¦ | @term@␣
html ¦ <td>@t@</td> ¦ <table><tr><td>@term@</td>
plain ¦ @t@¶ ¦ @term@¶
= chart filled by the hour ¦ dates and times ¦ hours ¦ 25 ¦ tail stray
plain 3 ¦ @d@ @t@ @sent@¶
md ¦ | @d@ | @t@ | @int@ | @term@ |¶ ¦ | | | | |¶|-|-|-|-|¶
plain ¦ @d@;@t@;@name@;@int@,@int2@;@unit@¶
html ¦ <tr><td>@d@</td><td>@t@</td><td>@term@</td></tr>¶ ¦ <table>¶
= chronicle of one event ¦ dates and times ¦ years ¦ 7 ¦ recovered tail
plain ¦ @bullet@@y@@sep@@sent@¶
plain en it ¦ In @y@ @sent@␣
plain pt ¦ Em @y@, @name@ foi nomeado para @term@.␣
plain ru ¦ В @y@ году: @sent@¶
plain zh ja ¦ @y@年@sent@¶
plain ¦ @y@/@next@: @term@, @name@¶
html ¦ <li><b>@y@</b> @sent@</li>¶ ¦ <ul>¶
= captions of a silent film ¦ dates and times ¦ subtitles ¦ 8 ¦ tail stray
plain 4 ¦ @n@¶@from@ --> @to@¶@sent@¶¶
plain 4 ¦ @vfrom@ --> @vto@¶- @sent@¶¶
plain 4 ¦ @n@¶@from@ --> @to@¶<i>@term@</i>¶¶
= speech at set intervals ¦ dates and times ¦ stamps ¦ 8 ¦ recovered tail tail
plain ¦ [@t@] @name@: @sent@¶
plain ¦ [@t@] @sent@@gap@
md ¦ **@name@** (@t@): @sent@¶¶
plain ¦ <|@ms@|> @sent@
plain ¦ (@t@) @term@␣
"""

_SLOTS = (_row, _balance, _columns, _multiples, _by_position, _dates)
_TIMED = (_departures, _hours, _years, _subtitles, _stamps)
KINDS, FLAGS = kinds(_TABLE, _SLOTS + _TIMED)
