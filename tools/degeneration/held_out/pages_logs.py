"""Logs of machines, builds, networks and chats."""

import datetime as dt
from collections.abc import Iterator
from random import Random

from degeneration.held_out import material_pages as p

BOOK = p.Book()


def clock(rng: Random, slow: float = 5.0) -> Iterator[dt.datetime]:
    """Times that go on by uneven steps."""
    now = dt.datetime(rng.randrange(1998, 2025), rng.randint(1, 12), rng.randint(1, 28))
    now += dt.timedelta(seconds=rng.randrange(86_400))
    while True:
        yield now
        now += dt.timedelta(seconds=rng.expovariate(1 / slow))


@BOOK.page("requests to a server", p.LOGS)
def access_log(rng: Random) -> str:
    """Few paths, few clients, one browser."""
    clients = [".".join(str(rng.randrange(1, 255)) for _ in range(4)) for _ in range(5)]
    paths = ["/" + "/".join(p.word(rng, "en") for _ in range(rng.randint(1, 3))) for _ in range(8)]
    agent = f"Mozilla/5.0 (compatible; {p.word(rng, 'en').capitalize()}Bot/{rng.randrange(9)}.0)"
    out = []
    for now, _ in zip(clock(rng, 9), range(rng.randint(14, 40)), strict=False):
        status = rng.choice(("200", "200", "200", "304", "404"))
        size = "-" if status == "304" else str(rng.randrange(200, 40_000))
        line = (
            f'{rng.choice(clients)} - - [{now:%d/%b/%Y:%H:%M:%S} +0000] "GET {rng.choice(paths)} '
        )
        out.append(f'{line}HTTP/1.1" {status} {size} "-" "{agent}"')
    return "\n".join(out) + "\n"


@BOOK.page("messages of a host", p.LOGS)
def syslog(rng: Random) -> str:
    """Daemons that say the same at odd times, with process ids and addresses."""
    host, units = p.word(rng, "en"), [p.word(rng, "en") for _ in range(5)]
    texts = [p.phrase(rng, "en", 3, 7) for _ in range(7)]
    out = []
    for now, _ in zip(clock(rng, 40), range(rng.randint(16, 48)), strict=False):
        extra = rng.choice(
            ("", f" from 10.0.{rng.randrange(255)}.{rng.randrange(255)}", "", " (ok)")
        )
        unit = f"{rng.choice(units)}[{rng.randrange(200, 30_000)}]"
        out.append(f"{now:%b %d %H:%M:%S} {host} {unit}: {rng.choice(texts)}{extra}")
    return "\n".join(out) + "\n"


@BOOK.page("fixes of a receiver", p.LOGS)
def nmea(rng: Random) -> str:
    """Sentences of a GPS receiver: times go on, places hardly change."""
    lat, lon, out = rng.uniform(1000, 6000), rng.uniform(500, 17_000), []
    for now, _ in zip(clock(rng, 4), range(rng.randint(10, 26)), strict=False):
        lat, lon = lat + rng.gauss(0, 0.01), lon + rng.gauss(0, 0.01)
        where = f"{lat:09.4f},N,{lon:010.4f},E"
        sats, dop = rng.randint(5, 11), rng.uniform(0.8, 2)
        height, sums = rng.gauss(80, 3), [f"*{rng.randrange(256):02X}" for _ in "12"]
        fix = f"{where},1,{sats:02d},{dop:.1f},{height:.1f},M,,{sums[0]}"
        out.append(f"$GPGGA,{now:%H%M%S}.00,{fix}")
        course = f"{where},{rng.random() * 9:.2f},,{now:%d%m%y},,,A{sums[1]}"
        out.append(f"$GPRMC,{now:%H%M%S}.00,A,{course}")
    return "\n".join(out) + "\n"


@BOOK.page("run of a test suite", p.LOGS)
def suite(rng: Random) -> str:
    """PASSED, PASSED, SKIPPED, PASSED."""
    files = [f"tests/test_{p.word(rng, 'en')}.py" for _ in range(rng.randint(2, 5))]
    form, out, done = rng.choice(("pytest", "go", "tap")), [], 0
    total = rng.randint(16, 50)
    for file in sorted(files * (total // len(files))):
        done += 1
        state = rng.choices(("PASSED", "SKIPPED", "FAILED"), (16, 1, 1))[0]
        name = "_".join(p.words(rng, "en", rng.randint(2, 5)))
        if form == "pytest":
            out.append(f"{file}::test_{name} {state} [{100 * done // total:3d}%]")
        elif form == "go":
            took = "0.00" if rng.random() < 0.8 else f"{rng.random():.2f}"
            out.append(f"--- {state[:4]}: Test_{name} ({took}s)")
        else:
            out.append(
                f"{'not ok' if state == 'FAILED' else 'ok'} {done} - {name.replace('_', ' ')}"
            )
    return "\n".join(out) + f"\n{done} tests in {rng.random() * 90:.2f}s\n"


@BOOK.page("warnings of a compiler", p.LOGS)
def warnings(rng: Random) -> str:
    """The same warning of other lines."""
    texts = [f"unused variable '{p.word(rng, 'en')}' [-Wunused-variable]" for _ in range(3)]
    texts.append("comparison of integers of different signs [-Wsign-compare]")
    files, out = [f"src/{p.word(rng, 'en')}.cc" for _ in range(4)], []
    for _ in range(rng.randint(9, 22)):
        where = f"{rng.choice(files)}:{rng.randrange(1, 900)}:{rng.randrange(1, 80)}"
        column, text = rng.randrange(2, 30), " ".join(p.words(rng, "en", rng.randint(3, 8)))
        out.append(f"{where}: warning: {rng.choice(texts)}\n    {text};\n    {' ' * column}^~~~~")
    return "\n".join(out) + f"\n{len(out)} warnings generated.\n"


@BOOK.page("epochs of a training", p.LOGS)
def training(rng: Random) -> str:
    """Losses that fall by less and less, with equal learning rates."""
    loss, out, every = rng.uniform(2, 9), [], rng.choice((1, 10, 100))
    bar, rate = rng.choice(("", "━" * 20 + " ", "[" + "=" * 24 + "] ")), rng.choice((1e-3, 3e-4))
    for epoch in range(1, rng.randint(16, 42)):
        loss *= rng.uniform(0.86, 1.01)
        held = loss * rng.uniform(0.9, 1.3)
        what = f"loss: {loss:.4f} - acc: {1 - loss / 12:.4f} - val_loss: {held:.4f}"
        took = f"{rng.randrange(20, 44)}s"
        out.append(f"Epoch {epoch * every} {bar}- {took} - {what} - lr: {rate:.1e}")
    return "\n".join(out) + "\n"


@BOOK.page("packets", p.LOGS)
def packets(rng: Random) -> str:
    """What a capture or a ping prints: equal sizes, times that scatter."""
    host = f"{p.word(rng, 'en')}.net"
    address = ".".join(str(rng.randrange(1, 255)) for _ in range(4))
    out = []
    if rng.random() < 0.4:
        number = 0
        for _ in range(rng.randint(12, 34)):
            number += rng.choice((1, 1, 1, 2))
            took = rng.gauss(24, 4)
            out.append(
                f"64 bytes from {host} ({address}): icmp_seq={number} ttl=57 time={took:.2f} ms"
            )
        return f"PING {host} ({address}) 56(84) bytes of data.\n" + "\n".join(out) + "\n"
    for now, _ in zip(clock(rng, 0.4), range(rng.randint(12, 36)), strict=False):
        flags, size = rng.choice(("[.]", "[.]", "[P.]", "[S]")), rng.choice((0, 0, 1448, 36, 512))
        pair = [f"{address}.{rng.randrange(1024, 65_000)}", f"{host}.https"]
        if rng.random() < 0.5:
            pair.reverse()
        out.append(
            f"{now:%H:%M:%S.%f} IP {' > '.join(pair)}: Flags {flags}, win 501, length {size}"
        )
    return "\n".join(out) + "\n"


@BOOK.page("layers pulled", p.LOGS)
def layers(rng: Random) -> str:
    """A build: steps, hashes, 'already exists', done."""
    out, steps = [], rng.randint(4, 8)
    for number in range(1, steps + 1):
        out.append(f"Step {number}/{steps} : RUN {' '.join(p.words(rng, 'en', 4))}")
        for _ in range(rng.randint(2, 8)):
            digest = f"{rng.getrandbits(48):012x}"
            state = rng.choice(("Pull complete", "Already exists", "Pull complete", "Verifying"))
            out.append(f"{digest}: {state}")
        out.append(f" ---> {rng.getrandbits(48):012x}")
    return "\n".join(out) + "\n"


@BOOK.page("channel of a chat", p.LOGS)
def chat(rng: Random) -> str:
    """People who join, leave, say `ok` and `+1`."""
    lang = rng.choice(("en", "ru", "es", "ko", "ja", "he"))
    nicks = [p.word(rng, "en")[:9] for _ in range(rng.randint(3, 7))]
    short = ("ok", "+1", "lol", "??", "да", "ㅋㅋㅋㅋ", "👍", "yes yes yes")
    mark, out = rng.choice((("<", "> "), ("", ": "), ("**", "**: "))), []
    for now, _ in zip(clock(rng, 50), range(rng.randint(18, 48)), strict=False):
        nick, kind = rng.choice(nicks), rng.random()
        if kind < 0.15:
            verb = rng.choice(("joined", "left", "quit (Ping timeout)"))
            out.append(f"[{now:%H:%M}] *** {nick} {verb}")
        else:
            text = rng.choice(short) if kind < 0.45 else p.sentence(rng, lang, 2, 14)
            out.append(f"[{now:%H:%M}] {mark[0]}{nick}{mark[1]}{text}")
    return "\n".join(out) + "\n"


@BOOK.page("processes by load", p.LOGS)
def processes(rng: Random) -> str:
    """A listing of processes, most of which do nothing."""
    users, rows = ("root", "root", "www-data", p.word(rng, "en")[:7]), []
    pid, day = 1, rng.choice(("Jan03", "09:12", "Mar21"))
    for _ in range(rng.randint(18, 46)):
        pid += rng.choice((1, 2, 2, 9, 140))
        idle = rng.random() < 0.75
        load = "0.0" if idle else f"{rng.random() * 9:.1f}"
        name = (
            f"[{p.word(rng, 'en')}/{rng.randrange(8)}]" if idle else f"/usr/bin/{p.word(rng, 'en')}"
        )
        rows.append(
            f"{rng.choice(users):<9}{pid:>6}  {load}  0.0      0     0 ?  S  {day}   0:00 {name}"
        )
    return (
        "USER        PID %CPU %MEM    VSZ   RSS TTY STAT START TIME COMMAND\n"
        + "\n".join(rows)
        + "\n"
    )


KINDS = tuple(BOOK.kinds)
