"""Blind counters in tables of every notation, and down columns of dates and times."""

from random import Random

from degeneration.held_out.counters_base import (
    Form,
    Slot,
    cents,
    clock,
    days,
    kind,
    months,
    num,
    shifted,
    written,
)
from degeneration.held_out.material_counters import LATIN

_TABLES = "tables"
_TIMES = "dates and times"


def _row(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    return {"n": num(rng, 1, 200, (1, 1, 1, 1, 2, 10), rng.choice((0, 0, 0, 3, 5)))}


def _balance(rng: Random, lang: str) -> dict[str, Slot]:
    step = rng.choice((5_000, 1_250, 12_000, 990, 30_000))
    return {
        "n": num(rng, 1, 40),
        "sum": cents(rng, lang, 150_000, 900_000, (step,)),
        "each": lambda i: f"{step // 100},{step % 100:02d}",
    }


def _columns(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    low, high, steps = rng.choice(((1, 3, (1,)), (1890, 2020, (1, 5, 10)), (0, 10, (5, 10, 25))))
    return {"n": num(rng, low, high, steps)}


def _multiples(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    factor, first = rng.randint(2, 25), rng.randint(1, 8)
    return {
        "k": lambda i: str(factor),
        "n": lambda i: str(first + i),
        "kn": lambda i: str(factor * (first + i)),
        "more": lambda i: str(factor + first + i),
    }


def _by_position(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    return {
        "n": num(rng, 1, 4000, pad=6),
        "m": num(rng, 100_000, 500_000, (1, 7, 25, 100), 8),
        "z": num(rng, 20_000, 90_000, (-1, -2, 3), 6),
    }


def _plots(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    lot = num(rng, 1, 30)
    return {"n": lot, "m": shifted(lot, rng.randint(1000, 90_000)), "house": num(rng, 2, 400, (2,))}


def _instalments(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    due, day, total = months(rng, 1995), rng.randint(1, 28), rng.choice((12, 24, 36, 48, 60))
    return {
        "n": num(rng, 1, 6, pad=rng.choice((0, 2, 3))),
        "due": lambda i: f"{day:02d}/{due(i)[1]:02d}/{due(i)[0]}",
        "of": lambda i: str(total),
    }


def _dates(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    form = rng.choice(("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%Y/%m/%d", "%d-%m-%Y"))
    return {"d": written(days(rng, (1, 1, 1, 7, 2), 1900), form), "n": num(rng, 1, 90)}


def _departures(rng: Random, lang: str) -> dict[str, Slot]:
    form = rng.choice(("{h:02}:{m:02}", "{h}:{m:02}", "{h:02}h{m:02}"))
    return {"t": clock(rng, (600, 900, 1200, 1800, 420), form if lang != "en" else "{h}:{m:02}")}


def _hours(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    date = days(rng, (1,), 1990)
    every = rng.choice((1, 2, 4, 6, 8))
    return {
        "d": lambda i: f"{date(i * every // 24):%d/%m/%Y}",
        "t": lambda i: f"{i * every % 24:02d}:00",
        "n": num(rng, 1, 50),
    }


def _years(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    first = num(rng, 1200, 2010, (1, 1, 1, 5, 10, 4, -1, -2))
    return {"y": first, "next": shifted(first, 1)}


def _quarters(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    start, half = rng.randint(1960, 2024) * 4, rng.random() < 0.2
    per = 2 if half else 4
    return {
        "q": lambda i: str((start + i) % per + 1),
        "y": lambda i: str(start // 4 + i // per),
        "n": num(rng, 1, 5),
    }


def _subtitles(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
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


def _stamps(rng: Random, lang: str) -> dict[str, Slot]:
    del lang
    form = rng.choice(("{h:02}:{m:02}:{s:02}", "{h}:{m:02}:{s:02}"))
    return {"t": clock(rng, (1, 3, 5, 10, 30, 60), form), "ms": num(rng, 1000, 9000, (480, 2000))}


KINDS = (
    kind(
        "pipe table with one row",
        _TABLES,
        _row,
        (
            Form(
                "| @n@ | @term@ | @money@ |\n",
                "md",
                head="| Nº | @term@ | @word@ |\n|---|---|--:|\n",
            ),
            Form(
                "| @n@ | @name@ | @date@ | @term@ | |\n",
                "md",
                head="| | @word@ | | | |\n|-|-|-|-|-|\n",
            ),
            Form(
                "| @term@ | @n@ | @int@ | @big@ |\n",
                "md",
                head="|@word@|@word2@| | |\n|:-|:-:|-|-|\n",
            ),
            Form(
                "|@n@|@code@|@name@|@unit@|@int@|\n",
                "md",
                head="|#|@word@|@word2@| | |\n|-|-|-|-|-|\n",
            ),
        ),
        least=15,
        endings=("tail", "stray"),
    ),
    kind(
        "markup table with one row",
        _TABLES,
        _row,
        (
            Form(
                "<tr><td>@n@</td><td>@term@</td><td>@money@</td></tr>",
                "html",
                head="<table><tr><th>Nº</th><th>@word@</th><th>@word2@</th></tr>",
                closing="</table>",
            ),
            Form(
                '<tr>\n<td class="@key@">@n@</td>\n<td>@name@</td>\n</tr>\n',
                "html",
                head='<table border="1">\n<tbody>\n',
                closing="</tbody>\n</table>\n",
                honest=0,
            ),
            Form(
                "<tr><td>@name@</td><td align=right>@n@</td><td>@date@</td><td></td></tr>\n",
                "html",
                head="<table>\n<thead><tr><th>@word@</th><th>@word2@</th></tr></thead>\n",
                closing="</table>\n</body>\n</html>",
            ),
        ),
        least=30,
        endings=("closed", "closed", "recovered"),
    ),
    kind(
        "ledger whose balance grows",
        _TABLES,
        _balance,
        (
            Form("@n@ @term@@dots@@each@ @sum@\n"),
            Form(
                "| @n@ | @term@ | @each@ | @sum@ |\n", "md", head="| | @word@ | | |\n|-|-|-:|-:|\n"
            ),
            Form(
                "<tr><td>@term@</td><td>@each@</td><td>@sum@</td></tr>\n", "html", head="<table>\n"
            ),
            Form("@code@;@name@;@each@;@sum@\n"),
        ),
        least=15,
    ),
    kind(
        "tabular of one student",
        _TABLES,
        _row,
        (
            Form("@n@ & @name@ & @int@ \\\\ \\hline\n", "tex", head="\\begin{tabular}{|r|l|r|}\n"),
            Form(
                "@term@ & @n@ & @int@ & @big@ \\\\\n",
                "tex",
                head="\\begin{longtable}{lrrr}\n\\toprule\n",
            ),
            Form("@n@ & $x_{@n@}$ & @term@ \\\\\n", "tex", head="\\begin{array}{ccc}\n"),
        ),
        least=20,
        endings=("recovered", "tail", "stray"),
    ),
    kind(
        "header row that grows columns",
        _TABLES,
        _columns,
        (
            Form(" @n@ |", "md", head="| @word@ |"),
            Form("<th>@n@</th>", "html", head="<table><tr><th>@word@</th>"),
            Form(" & @n@", "tex", head="@word@"),
            Form("@n@\t", head="@word@\t"),
            Form('<td colspan="2">@n@</td>', "html", head="<table><tr>"),
        ),
        least=110,
        endings=("tail", "stray"),
    ),
    kind(
        "times table past all tables",
        _TABLES,
        _multiples,
        (
            Form("@k@ × @n@ = @kn@@gap@"),
            Form("@n@ x @k@ = @kn@\n"),
            Form("| @k@ | @n@ | @kn@ |\n", "md", head="| | | |\n|-|-|-|\n"),
            Form("@k@ + @n@ = @more@\n"),
            Form("$@k@ \\cdot @n@ = @kn@$\n\n", "tex"),
        ),
        least=70,
    ),
    kind(
        "columns kept by position",
        _TABLES,
        _by_position,
        (
            Form("@n@  @TERM@      @m@  @code@\n"),
            Form("@n@@code@@m@@z@ @TERM@\n"),
            Form("0000@n@ @name@ ........ @z@ @m@ C\n", langs=LATIN),
        ),
        least=12,
        endings=("tail", "stray"),
    ),
    kind(
        "lots of one street or block",
        _TABLES,
        _plots,
        (
            Form("Quadra @word@, lote @n@, matrícula @m@, @big@ m², @name@.\n", langs="pt"),
            Form("Lot @n@, Block @word@, deed no. @m@, @big@ sq ft, @name@\n", langs="en"),
            Form("Участок @n@, кадастр @m@, @big@ м², @name@\n", langs="ru"),
            Form("Parcelle @n@, section @word@, contenance @big@ m², à @name@.\n", langs="fr"),
            Form("@term@, @house@. @name@, @int@, @term2@\n"),
            Form("Flurstück @n@ | @term@ | @big@ m² | Bl. @m@ | @name@\n", langs="de"),
        ),
        least=10,
    ),
    kind(
        "instalments after the last",
        _TABLES,
        _instalments,
        (
            Form("@n@/@of@ | @due@ | @money@\n"),
            Form("Parcela @n@ de @of@ – vencimento @due@ – R$ @money@\n", langs="pt"),
            Form("Rate @n@ von @of@, fällig am @due@: @money@ EUR\n", langs="de"),
            Form("Cuota @n@/@of@ vence @due@ $ @money@@gap@", langs="es"),
            Form("| @n@ | @due@ | @money@ | 0,00 |\n", "md", head="| | | | |\n|-|-|-|-|\n"),
        ),
        least=75,
    ),
    kind(
        "diary in figures",
        _TIMES,
        _dates,
        (
            Form("@d@@sep@@sent@\n"),
            Form("| @d@ | @term@ | @name@ |\n", "md", head="| | | |\n|---|---|---|\n"),
            Form("**@d@**\n\n@sent@ @sent2@\n\n", "md", honest=3),
            Form("@d@ @term@ @n@ @unit@@gap@"),
            Form("<dt>@d@</dt><dd>@sent@</dd>\n", "html", head="<dl>\n"),
        ),
        least=12,
    ),
    kind(
        "departures into the night",
        _TIMES,
        _departures,
        (
            Form("@t@ ", head="@term@\n"),
            Form("@t@, ", head="@term@@sep@"),
            Form("| @t@ ", "md", head="| @term@ "),
            Form("<td>@t@</td>", "html", head="<table><tr><td>@term@</td>"),
            Form("@t@\n", head="@term@\n"),
        ),
        least=130,
    ),
    kind(
        "chart filled by the hour",
        _TIMES,
        _hours,
        (
            Form("@d@ @t@ @sent@\n", honest=3),
            Form("| @d@ | @t@ | @int@ | @term@ |\n", "md", head="| | | | |\n|-|-|-|-|\n"),
            Form("@d@;@t@;@name@;@int@,@int2@;@unit@\n"),
            Form("<tr><td>@d@</td><td>@t@</td><td>@term@</td></tr>\n", "html", head="<table>\n"),
        ),
        least=25,
        endings=("tail", "stray"),
    ),
    kind(
        "chronicle of one event",
        _TIMES,
        _years,
        (
            Form("@bullet@@y@@sep@@sent@\n"),
            Form("In @y@ @sent@ ", langs="en it"),
            Form("Em @y@, @name@ foi nomeado para @term@. ", langs="pt"),
            Form("В @y@ году: @sent@\n", langs="ru"),
            Form("@y@年@sent@\n", langs="zh ja"),
            Form("@y@/@next@: @term@, @name@\n"),
            Form("<li><b>@y@</b> @sent@</li>\n", "html", head="<ul>\n"),
        ),
        least=7,
        endings=("recovered", "tail"),
    ),
    kind(
        "quarters of no year",
        _TIMES,
        _quarters,
        (
            Form("Q@q@ @y@@sep@@money@\n", langs="en de"),
            Form("@q@T@y@ | @money@ | @int@%\n", langs="pt fr es"),
            Form("| @y@ | @q@ | @term@ | @big@ |\n", "md", head="| | | | |\n|-|-|-|-|\n"),
            Form("@y@年第@q@季度 @money@\n", langs="zh"),
        ),
        least=45,
    ),
    kind(
        "captions of a silent film",
        _TIMES,
        _subtitles,
        (
            Form("@n@\n@from@ --> @to@\n@sent@\n\n", honest=4),
            Form("@vfrom@ --> @vto@\n- @sent@\n\n", honest=4),
            Form("@n@\n@from@ --> @to@\n<i>@term@</i>\n\n", honest=4),
        ),
        least=6,
        endings=("tail", "stray"),
    ),
    kind(
        "speech at set intervals",
        _TIMES,
        _stamps,
        (
            Form("[@t@] @name@: @sent@\n"),
            Form("[@t@] @sent@@gap@"),
            Form("**@name@** (@t@): @sent@\n\n", "md"),
            Form("<|@ms@|> @sent@"),
            Form("(@t@) @term@ "),
        ),
        least=6,
        endings=("recovered", "tail", "tail"),
    ),
)
