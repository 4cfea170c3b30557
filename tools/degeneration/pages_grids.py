"""Clean pages of numbers: grids, tables of functions, plots and dumps."""

import datetime as dt
import math
from collections.abc import Callable
from random import Random

from degeneration import material as m
from degeneration.sample import NegativeKind

Cell = Callable[[int, int], str]


def _grid(rng: Random, cell: Cell, rows: int, columns: int) -> str:
    """In one of the ways that grids are written."""
    form = rng.randrange(6)
    lines = [[cell(row, column) for column in range(columns)] for row in range(rows)]
    if form == 0:
        body = "".join("| " + " | ".join(line) + " |\n" for line in lines)
        return "| " + " | ".join("---" for _ in lines[0]) + " |\n" + body
    if form == 1:
        cells = ("".join(f"<td>{value}</td>" for value in line) for line in lines)
        return "<table>\n" + "".join(f"<tr>{row}</tr>\n" for row in cells) + "</table>\n"
    if form == 2:
        return "[" + ",\n ".join("[" + ", ".join(line) + "]" for line in lines) + "]\n"
    between = (" ", "\t", ",")[form - 3]
    return "".join(between.join(line) + "\n" for line in lines)


def _titled(rng: Random, text: str) -> str:
    return f"{m.title(rng)}\n\n{text}" if rng.random() < 0.7 else text


def _size(rng: Random) -> tuple[int, int]:
    return rng.randint(6, 60), rng.randint(3, 16)


def magic_square(rng: Random) -> str:
    n = rng.choice((5, 7, 9, 11, 13, 15))

    def cell(i: int, j: int) -> str:
        return str(n * ((i + j + 1 + n // 2) % n) + (i + 2 * j + n + 2) % n + 1)

    return _titled(rng, _grid(rng, cell, n, n))


def latin_square(rng: Random) -> str:
    n, letters = rng.randint(4, 14), rng.random() < 0.4
    return _titled(rng, _grid(
        rng, lambda i, j: chr(65 + (i + j) % n) if letters else str((i + j) % n + 1), n, n
    ))  # fmt: skip


def tides(rng: Random) -> str:
    day, out = m.date(rng), ""
    minute = rng.randrange(360)
    for _ in range(rng.randint(10, 31)):
        times = []
        for turn in range(4):
            minute += 372 + rng.randint(-9, 9)
            height = (2.1 if turn % 2 else 0.4) + rng.random() * 0.6
            times.append(f"{minute // 60 % 24:02d}:{minute % 60:02d} {height:.1f}")
        out += f"{day:%d/%m/%Y} {'  '.join(times)}\n"
        day += dt.timedelta(1)
    return _titled(rng, out)


def logarithms(rng: Random) -> str:
    first, places = rng.choice((10, 100, 500)), rng.choice((4, 5))

    def cell(i: int, j: int) -> str:
        log = math.log10(first + i + (j - 1) / 10)
        return f"{log:.{places}f}"[2:] if j else str(first + i)

    return _titled(rng, _grid(rng, cell, rng.randint(10, 60), 11))


def trigonometry(rng: Random) -> str:
    functions = (math.sin, math.cos, math.tan)
    step = rng.choice((1, 5, 10))

    def cell(i: int, j: int) -> str:
        return f"{functions[j - 1](math.radians(step * i)):.4f}" if j else f"{step * i}°"

    return _titled(rng, _grid(rng, cell, rng.randint(10, 90), 4))


def mortality(rng: Random) -> str:
    alive, out = 100_000, []
    for age in range(rng.randint(20, 110)):
        deaths = int(alive * min(1.0, 0.0004 * 1.09**age)) + rng.randrange(5)
        out.append([str(age), str(alive), str(deaths), f"{deaths / max(alive, 1):.5f}"])
        alive = max(alive - deaths, 0)
    return _titled(rng, _grid(rng, lambda i, j: out[i][j], len(out), 4))


def small_ints(rng: Random) -> str:
    pool = rng.choice(
        (
            ("0", "1"),
            ("0", "0", "0", "1"),
            ("0", "0", "1", "2", "3"),
            tuple("123456789"),
            ("0", "1", "-1"),
        )
    )
    return _titled(rng, _grid(rng, lambda i, j: rng.choice(pool), *_size(rng)))


def confusion(rng: Random) -> str:
    n = rng.randint(4, 24)
    return _titled(rng, _grid(
        rng,
        lambda i, j: str(rng.randint(30, 400)) if i == j else str(rng.choice((0, 0, 0, 1, 2, 7))),
        n,
        n,
    ))  # fmt: skip


def identity(rng: Random) -> str:
    n, zero, one = rng.randint(4, 24), *rng.choice((("0", "1"), ("0.0", "1.0"), ("0,00", "1,00")))
    return _titled(rng, _grid(rng, lambda i, j: one if i == j else zero, n, n))


def distances(rng: Random) -> str:
    n = rng.randint(5, 16)
    at = [(rng.random() * 900, rng.random() * 900) for _ in range(n)]
    return _titled(rng, _grid(
        rng, lambda i, j: f"{math.hypot(at[i][0] - at[j][0], at[i][1] - at[j][1]):.0f}", n, n
    ))  # fmt: skip


def heat_map(rng: Random) -> str:
    a, b = rng.random() * 9 + 0.1, rng.random() * 9 + 0.1
    return _titled(rng, _grid(
        rng, lambda i, j: f"{math.sin(i / a) + math.cos(j / b):.2f}", *_size(rng)
    ))  # fmt: skip


def pixels(rng: Random) -> str:
    rows, columns = rng.randint(8, 32), rng.randint(8, 32)
    radius, width = rng.uniform(3, 9), rng.choice(("0 255", "0 1", ". #", "00 FF"))
    off, on = width.split()
    return _titled(rng, _grid(
        rng,
        lambda i, j: on if math.hypot(i - rows / 2, j - columns / 2) < radius else off,
        rows,
        columns,
    ))  # fmt: skip


def prices(rng: Random) -> str:
    """Prices by width and height: nearly, but not quite, by equal steps."""
    base, a, b = rng.randint(30, 300), rng.randint(3, 30), rng.randint(3, 30)
    round_to = rng.choice((1, 5, 10))
    return _titled(rng, _grid(
        rng,
        lambda i, j: f"{round((base + a * i + b * j + i * j * 1.7) / round_to) * round_to},00",
        *_size(rng),
    ))  # fmt: skip


def seedings(rng: Random) -> str:
    """Lottery draws: number, date and the drawn."""
    first, day = rng.randint(1, 2000), m.date(rng)
    return _titled(rng, "".join(
        f"{first + i} {day + dt.timedelta(3 * i):%d/%m/%Y} "
        + " ".join(f"{n:02d}" for n in sorted(rng.sample(range(1, 61), 6))) + "\n"
        for i in range(rng.randint(8, 60))
    ))  # fmt: skip


def hundred_square(rng: Random) -> str:
    """1 to 100, as on a school wall: at most ten rows."""
    width, top = rng.choice(((10, 100), (10, 50), (5, 50), (12, 144)))
    return _titled(rng, _grid(rng, lambda i, j: str(width * i + j + 1), top // width, width))


def powers(rng: Random) -> str:
    return _titled(rng, _grid(
        rng, lambda i, j: str((i + 1) ** (j + 1)), rng.randint(8, 25), rng.randint(3, 5)
    ))  # fmt: skip


def conversions(rng: Random) -> str:
    """Celsius and Fahrenheit, kilograms and pounds: equal steps but for the rounding."""
    factor, shift = rng.choice(((1.8, 32), (2.20462, 0), (0.3937, 0), (1.60934, 0)))
    return _titled(rng, _grid(
        rng, lambda i, j: str(i) if j == 0 else f"{i * factor + shift:.1f}", rng.randint(10, 25), 2
    ))  # fmt: skip


def binary_counting(rng: Random) -> str:
    """A truth table."""
    n = rng.randint(3, 5)
    return _titled(rng, _grid(
        rng,
        lambda i, j: str(i >> (n - 1 - j) & 1) if j < n else str(rng.randint(0, 1)),
        2**n,
        n + 1,
    ))  # fmt: skip


def hex_codes(rng: Random) -> str:
    """A table of characters: decimal, hexadecimal, sign, name."""
    first = rng.choice((0x30, 0x41, 0x61, 0xA1, 0x391, 0x410))
    return _titled(rng, "".join(
        f"{first + i} {first + i:02X} {chr(first + i)} {m.title(rng, 1, 3)}\n"
        for i in range(rng.randint(10, 60))
    ))  # fmt: skip


def bus_lines(rng: Random) -> str:
    """A timetable whose buses run every so many minutes, with a gap now and then."""
    start, step = rng.randrange(300, 420), rng.choice((10, 12, 15, 20, 30))
    stops = [0]
    for _ in range(rng.randint(3, 8)):
        stops.append(stops[-1] + rng.randint(2, 9))
    rows, minute = [], start
    for _ in range(rng.randint(8, 40)):
        rows.append([f"{(minute + s) // 60:02d}:{(minute + s) % 60:02d}" for s in stops])
        minute += rng.choices((step, 2 * step, step + 5), (5, 2, 2))[0]
    return _titled(rng, _grid(rng, lambda i, j: rows[i][j], len(rows), len(stops)))


_GRIDS = "grids"
_ARITHMETIC = (hundred_square, logarithms, conversions, bus_lines, powers, prices)
KINDS = tuple(
    NegativeKind(f"grid: {draw.__name__}", _GRIDS, draw, draw in _ARITHMETIC)
    for draw in (
        magic_square, latin_square, tides, logarithms, trigonometry, mortality, small_ints,
        confusion, identity, distances, heat_map, pixels, prices, seedings, hundred_square,
        powers, conversions, binary_counting, hex_codes, bus_lines,
    )
)  # fmt: skip
