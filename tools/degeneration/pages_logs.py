"""Clean logs, tables and drawings that machines write: the form repeats, the values do not."""

import datetime as dt
import math
from random import Random

from degeneration import material as m
from degeneration.sample import NegativeKind

_LEVELS = ("INFO", "INFO", "INFO", "DEBUG", "WARN", "ERROR")


def _clock(rng: Random) -> dt.datetime:
    return dt.datetime.combine(m.date(rng), dt.time(rng.randrange(24), rng.randrange(60)))


def _rows(rng: Random) -> range:
    return range(rng.randint(15, 120))


def server_log(rng: Random) -> str:
    """A few messages by turns, their values drawn."""
    at, out = _clock(rng), ""
    texts = [m.phrase(rng, 2, 6) for _ in range(rng.randint(3, 9))]
    for _ in _rows(rng):
        at += dt.timedelta(milliseconds=rng.randint(1, 90_000))
        thread = f"{rng.choice('abcd')}-{rng.randint(1, 8)}"
        out += (
            f"{at:%Y-%m-%d %H:%M:%S},{rng.randrange(1000):03d} {rng.choice(_LEVELS)} [{thread}] "
            f"{rng.choice(texts)} id={rng.randrange(10**6)} took {rng.randrange(900)} ms\n"
        )
    return out


def syslog(rng: Random) -> str:
    at, host = _clock(rng), m.content_word(rng)
    units = [(m.content_word(rng), m.phrase(rng, 2, 6)) for _ in range(rng.randint(3, 7))]
    out = ""
    for _ in _rows(rng):
        at += dt.timedelta(seconds=rng.randint(0, 600))
        unit, text = rng.choice(units)
        more = rng.choice(("", m.content_word(rng)))
        out += f"{at:%b %d %H:%M:%S} {host} {unit}[{rng.randint(300, 32000)}]: {text} {more}\n"
    return out


def authentication(rng: Random) -> str:
    """Failed logins of one attacker: users, ports and process ids differ."""
    at, address = _clock(rng), ".".join(str(rng.randrange(256)) for _ in range(4))
    out, process = "", rng.randint(10_000, 30_000)
    for _ in _rows(rng):
        at += dt.timedelta(seconds=rng.randint(1, 9))
        process += rng.randint(1, 5)
        user = rng.choice(("root", "admin", m.content_word(rng), m.content_word(rng)))
        out += (
            f"{at:%b %d %H:%M:%S} srv sshd[{process}]: Failed password for invalid user {user} "
            f"from {address} port {rng.randint(30_000, 60_000)} ssh2\n"
        )
    return out


def pings(rng: Random) -> str:
    """Sixteen at most: longer ones are counters by any reading."""
    address = ".".join(str(rng.randrange(256)) for _ in range(4))
    return f"PING {address} 56(84) bytes of data.\n" + "".join(
        f"64 bytes from {address}: icmp_seq={i} ttl=57 time={rng.uniform(8, 30):.1f} ms\n"
        for i in range(1, rng.randint(5, 80))
    )


def retries(rng: Random) -> str:
    """A few tries, each with its wait, between other messages."""
    at, out = _clock(rng), ""
    for _ in range(rng.randint(2, 8)):
        text = m.phrase(rng, 2, 5)
        for attempt in range(1, rng.randint(3, 6)):
            at += dt.timedelta(seconds=2**attempt)
            wait = f"nova tentativa em {2**attempt} s"
            out += f"[{at:%H:%M:%S}] {text}: tentativa {attempt} de 5, {wait}\n"
        out += f"[{at:%H:%M:%S}] {m.sentence(rng)}\n"
    return out


def heartbeat(rng: Random) -> str:
    """A few equal messages a minute apart between others."""
    at, text, out = _clock(rng), m.phrase(rng, 2, 4), ""
    for _ in _rows(rng):
        for _ in range(rng.choices((1, 2, 3, 4), (5, 3, 1, 1))[0]):
            at += dt.timedelta(seconds=rng.choice((60, 60, 60, 61, 59)))
            out += f"{at:%Y-%m-%dT%H:%M:%SZ} INFO {text}\n"
        out += f"{at:%Y-%m-%dT%H:%M:%SZ} INFO {m.phrase(rng, 2, 6)} {rng.randrange(1000)}\n"
    return out


def training(rng: Random) -> str:
    """Epochs with losses that go down."""
    loss, out = rng.uniform(2, 9), ""
    for epoch in range(1, rng.randint(10, 100)):
        loss *= rng.uniform(0.9, 1.02)
        out += f"Epoch {epoch}/100 - loss: {loss:.4f} - acc: {1 / (1 + loss):.4f}"
        out += f" - {rng.randint(20, 40)}s\n"
    return out


def progress(rng: Random) -> str:
    """Downloads: the bar grows."""
    out = ""
    for _ in range(rng.randint(3, 12)):
        name, size = m.content_word(rng), rng.uniform(1, 90)
        for done in sorted(rng.sample(range(5, 101), rng.randint(3, 10))):
            bar = "#" * (done // 5) + "." * (20 - done // 5)
            out += f"{name} {done:3d}%|{bar}| {size * done / 100:.1f}/{size:.1f} MB "
            out += f"[{rng.uniform(0.5, 9):.1f} MB/s]\n"
    return out


def builds(rng: Random) -> str:
    total, path = rng.randint(40, 200), m.content_word(rng)
    return "".join(
        f"[{i}/{total}] Building CXX object {path}/CMakeFiles/{path}.dir/"
        f"{m.content_word(rng)}_{m.content_word(rng)}.cpp.o\n"
        for i in range(1, rng.randint(15, total))
    )


def test_runs(rng: Random) -> str:
    """What a test runner prints: most pass."""
    files = [f"tests/test_{m.content_word(rng)}.py" for _ in range(rng.randint(2, 6))]
    rows = sorted((rng.choice(files), m.content_word(rng)) for _ in _rows(rng))
    return "".join(
        f"{file}::test_{name}_{m.content_word(rng)} "
        f"{rng.choices(('PASSED', 'SKIPPED'), (9, 1))[0]} [{100 * i // len(rows):3d}%]\n"
        for i, (file, name) in enumerate(rows)
    )


def installs(rng: Random) -> str:
    out = ""
    for _ in _rows(rng):
        name = m.content_word(rng)
        version = f"{rng.randint(0, 9)}.{rng.randint(0, 30)}-{rng.randint(1, 9)}"
        out += f"Get:{rng.randint(1, 90)} http://deb.example.org stable/main amd64 {name} amd64 "
        out += f"{version} [{rng.randint(2, 900)} kB]\n"
    return out


def time_series(rng: Random) -> str:
    """One value a step; the steps are even, the values wander, and sometimes stay."""
    at, value = _clock(rng), rng.uniform(10, 30)
    step, still = rng.choice((60, 600, 3600)), rng.choice((0.0, 0.3, 0.8))
    form = rng.choice(("%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%SZ", "%d/%m/%Y %H:%M"))
    name, out = m.content_word(rng), "tempo,sensor,valor\n"
    for _ in _rows(rng):
        at += dt.timedelta(seconds=step)
        value += 0 if rng.random() < still else rng.gauss(0, 0.5)
        out += f"{at.strftime(form)},{name},{value:.1f}\n"
    return out


def days_of_zeros(rng: Random) -> str:
    """A count by day, nought on most days."""
    day, between = m.date(rng), rng.choice((",", ";", "\t"))
    share, out = rng.uniform(0.2, 0.6), f"data{between}casos{between}óbitos\n"
    for _ in _rows(rng):
        day += dt.timedelta(1)
        cases = rng.randint(1, 30) if rng.random() < share else 0
        out += f"{day}{between}{cases}{between}{rng.randint(0, 2) if cases else 0}\n"
    return out


def cumulative(rng: Random) -> str:
    """Cumulated counts by day: they stay or grow."""
    day, place, total, dead, out = (
        m.date(rng),
        m.title(rng, 1, 2),
        0,
        0,
        "date,state,cases,deaths\n",
    )
    for _ in _rows(rng):
        day += dt.timedelta(1)
        total += rng.choice((0, 0, 1, 2, 7))
        dead += rng.choice((0, 0, 0, 1))
        out += f"{day},{place},{total},{dead}\n"
    return out


def records(rng: Random) -> str:
    """A list of JSON records, many of whose fields are the same in all."""
    kind, unit = m.title(rng), m.content_word(rng)
    rows = (
        f'  {{"id": {i}, "tipo": "{kind}", "unidade": "{unit}", '
        f'"ativo": true, "nome": "{m.name(rng)}", "valor": {rng.uniform(0, 99):.2f}}}'
        for i in range(1, rng.randint(8, 60))
    )
    return "[\n" + ",\n".join(rows) + "\n]\n"


def points(rng: Random) -> str:
    """GeoJSON: coordinates of a boundary."""
    x, y, out = rng.uniform(-60, -40), rng.uniform(-30, 0), []
    for _ in range(rng.randint(30, 200)):
        x, y = x + rng.gauss(0, 0.01), y + rng.gauss(0, 0.01)
        out.append(f"[{x:.6f}, {y:.6f}]")
    return '{"type": "Polygon", "coordinates": [[' + ", ".join(out) + "]]}\n"


def svg_icons(rng: Random) -> str:
    """Drawings in relative and absolute moves, of short numbers."""
    out = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n'
    for _ in range(rng.randint(4, 25)):
        moves = "".join(
            f"{rng.choice('lhvcMaz')}{rng.randint(-9, 24)} {rng.randint(-9, 24)}"
            for _ in range(rng.randint(5, 30))
        )
        out += f'<path d="M{rng.randint(0, 24)} {rng.randint(0, 24)}{moves}z" fill="none"/>\n'
    return out + "</svg>\n"


def svg_bars(rng: Random) -> str:
    """A bar chart: x goes on by steps, the heights are data."""
    step = rng.randint(5, 30)
    return (
        "<svg>\n"
        + "".join(
            f'<rect x="{step * i}" y="{200 - h}" width="{step - 2}" height="{h}" fill="#36a"/>\n'
            for i, h in enumerate(rng.randint(5, 200) for _ in range(rng.randint(10, 60)))
        )
        + "</svg>\n"
    )


def svg_flat(rng: Random) -> str:
    """A curve that is flat for a while, as of a sensor."""
    y, out = rng.randint(10, 90), []
    for i in range(rng.randint(30, 200)):
        y += rng.choices((0, rng.randint(-9, 9)), (2, 3))[0]
        out.append(f"{i * 2},{y}")
    return f'<svg><polyline points="{" ".join(out)}"/></svg>\n'


def svg_axis(rng: Random) -> str:
    """Ticks of an axis, a dozen at most, then data."""
    n, step = rng.randint(5, 12), rng.choice((10, 20, 50))
    ticks = "".join(
        f'<g transform="translate({step * i},0)"><line y2="6"/><text y="9">{i}</text></g>\n'
        for i in range(n)
    )
    dots = "".join(
        f'<circle cx="{rng.uniform(0, 500):.2f}" cy="{rng.uniform(0, 300):.2f}" r="3"/>\n'
        for _ in range(rng.randint(10, 60))
    )
    return f"<svg>\n{ticks}{dots}</svg>\n"


def wave(rng: Random) -> str:
    return "t;x\n" + "".join(
        f"{i / 10:.1f};{math.sin(i / rng.uniform(2.9, 3.1)):.3f}\n" for i in _rows(rng)
    )


_LOGS = "machine: logs and series"
_ARITHMETIC = (svg_axis, days_of_zeros, time_series, cumulative)
KINDS = tuple(
    NegativeKind(f"machine: {draw.__name__}", _LOGS, draw, draw in _ARITHMETIC)
    for draw in (
        server_log, syslog, authentication, pings, retries, heartbeat, training, progress, builds,
        test_runs, installs, time_series, days_of_zeros, cumulative, records, points, svg_icons,
        svg_bars, svg_flat, svg_axis, wave,
    )
)  # fmt: skip
