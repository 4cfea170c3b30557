"""Data files: JSON, YAML, XML, SQL, sequences, dumps, translations."""

import base64
import json
from random import Random

from degeneration.held_out import material_pages as p

BOOK = p.Book()


def key(rng: Random) -> str:
    """An identifier in lower case."""
    return "_".join(p.word(rng, "en")[:9] for _ in range(rng.choice((1, 1, 2))))


@BOOK.page("records of nulls", p.DATA)
def json_records(rng: Random) -> str:
    """Records with the same keys, many nulls and equal values."""
    lang = rng.choice(("en", "pl", "ru", "ja"))
    keys = [key(rng) for _ in range(rng.randint(4, 8))]
    states, out, number = [p.word(rng, "en") for _ in range(3)], [], rng.randrange(1000)
    for _ in range(rng.randint(8, 20)):
        number += rng.choice((1, 1, 2, 7))
        record: dict[str, object] = {"id": number, keys[0]: p.name(rng, lang)}
        for name in keys[1:]:
            record[name] = rng.choice((None, None, False, 0, "", [], rng.choice(states)))
        record["updated"] = f"{p.day(rng, 2010)}T{rng.randrange(24):02d}:00:00Z"
        out.append(record)
    indent = rng.choice((None, 2, 4))
    return json.dumps({key(rng): out}, indent=indent, ensure_ascii=rng.random() < 0.2) + "\n"


@BOOK.page("services to deploy", p.DATA)
def manifests(rng: Random) -> str:
    """YAML documents that say nearly the same of several services."""
    group, out = key(rng).replace("_", "-"), []
    registry = f"registry.{p.word(rng, 'en')}.io/{group}"
    for _ in range(rng.randint(3, 7)):
        app, port = p.word(rng, "en"), rng.randrange(2000, 9999)
        lines = ["apiVersion: apps/v1", "kind: Deployment", "metadata:", f"  name: {app}"]
        lines += [f"  namespace: {group}", "spec:", f"  replicas: {rng.choice((1, 1, 2, 3))}"]
        lines += ["  template:", "    metadata:", "      labels:", f"        app: {app}"]
        lines += ["    spec:", "      containers:", f"        - name: {app}"]
        lines.append(f"          image: {registry}/{app}:{rng.randrange(9)}.{rng.randrange(30)}.0")
        lines += ["          ports:", f"            - containerPort: {port}", "          env:"]
        for _ in range(rng.randint(1, 6)):
            lines.append(f"            - name: {key(rng).upper()}")
            lines.append(f'              value: "{rng.choice(("true", "false", "0", "debug"))}"')
        out.append("\n".join(lines))
    return "\n---\n".join(out) + "\n"


@BOOK.page("markup of entries", p.DATA)
def xml(rng: Random) -> str:
    """Elements with the same attributes, some of them empty."""
    lang, tag = rng.choice(("en", "fr", "el", "ar")), key(rng)
    fields = [key(rng) for _ in range(rng.randint(3, 6))]
    out = ['<?xml version="1.0" encoding="UTF-8"?>', f"<{tag}s>"]
    for _ in range(rng.randint(8, 20)):
        out.append(f'  <{tag} id="{rng.randrange(16**6):06x}" lang="{lang}" status="active">')
        for name in fields:
            text = rng.choice(("", "0", p.phrase(rng, lang, 1, 4), p.phrase(rng, lang, 1, 4)))
            out.append(f"    <{name}>{text}</{name}>" if text else f"    <{name}/>")
        out.append(f"  </{tag}>")
    return "\n".join([*out, f"</{tag}s>"]) + "\n"


@BOOK.page("sparse readings", p.DATA)
def sparse_csv(rng: Random) -> str:
    """A CSV file with many columns, of which most are zero or empty."""
    columns, empty = rng.randint(8, 18), rng.choice(("0", "0.0", "", "NA", "nan", "-999"))
    mark, rows = rng.choice((",", ";", "\t")), []
    density = rng.uniform(0.08, 0.4)
    for _ in range(rng.randint(16, 50)):
        cells = [
            f"{rng.expovariate(0.2):.2f}" if rng.random() < density else empty
            for _ in range(columns)
        ]
        rows.append(mark.join([f"{rng.choice('ABCD')}{rng.randrange(10**5):05d}", *cells]))
    head = mark.join(["id", *(key(rng) for _ in range(columns))])
    return head + "\n" + "\n".join(rows) + "\n"


@BOOK.page("border polygons", p.DATA)
def geojson(rng: Random) -> str:
    """Coordinates upon coordinates, each near the one before."""
    features = []
    for _ in range(rng.randint(2, 5)):
        x, y, ring = rng.uniform(-180, 180), rng.uniform(-60, 70), []
        for _ in range(rng.randint(18, 60)):
            x, y = x + rng.gauss(0, 0.02), y + rng.gauss(0, 0.02)
            ring.append([round(x, 5), round(y, 5)])
        shape = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
        named = {"name": p.surname(rng, "tr"), "code": rng.randrange(99)}
        features.append({"type": "Feature", "properties": named, "geometry": shape})
    indent = rng.choice((None, None, 1))
    text = json.dumps({"type": "FeatureCollection", "features": features}, indent=indent)
    return text[:15_000] + "\n"


@BOOK.page("icons as paths", p.DATA)
def svg(rng: Random) -> str:
    """Shapes of a drawing with equal styles."""
    fill, out = f"#{rng.randrange(16**6):06x}", ['<svg viewBox="0 0 512 512">']
    for _ in range(rng.randint(8, 24)):
        kind = rng.choice(("path", "path", "rect", "circle"))
        a, b, c, d = (rng.randrange(512) for _ in range(4))
        style = f'fill="{rng.choice((fill, fill, "none"))}" stroke="#000" stroke-width="1"'
        if kind == "path":
            curve = " ".join(
                f"{rng.choice('lcqhv')}{rng.gauss(0, 20):.1f},{rng.gauss(0, 20):.1f}"
                for _ in range(rng.randint(4, 20))
            )
            out.append(f'  <path d="M{a} {b} {curve}z" {style}/>')
        elif kind == "rect":
            out.append(f'  <rect x="{a}" y="{b}" width="{c}" height="{d}" {style}/>')
        else:
            out.append(f'  <circle cx="{a}" cy="{b}" r="{c % 50}" {style}/>')
    return "\n".join([*out, "</svg>"]) + "\n"


@BOOK.page("rows to insert", p.DATA)
def inserts(rng: Random) -> str:
    """A dump of a table: one statement a row, or one with many rows."""
    lang, name = rng.choice(("en", "es", "tr", "zh")), key(rng)
    cities = [p.surname(rng, lang) for _ in range(4)]
    columns = [key(rng) for _ in range(5)]
    head = f"INSERT INTO `{name}` ({', '.join(f'`{c}`' for c in columns)}) VALUES"
    number, rows = rng.randrange(10_000), []
    for _ in range(rng.randint(12, 32)):
        number += rng.choice((1, 1, 1, 3))
        values = (
            f"'{p.name(rng, lang)}'",
            f"'{rng.choice(cities)}'",
            rng.choice(("NULL", "1", "0")),
        )
        stamp = f"'{p.day(rng, 2000)} 00:00:00'"
        rows.append(f"({number}, {', '.join(values)}, {stamp})")
    if rng.random() < 0.5:
        return f"{head}\n" + ",\n".join(rows) + ";\n"
    return "\n".join(f"{head} {row};" for row in rows) + "\n"


@BOOK.page("sequences in fasta", p.DATA)
def fasta(rng: Random) -> str:
    """Four letters or twenty, with the short repeats that genomes have."""
    letters, out = rng.choice(("ACGT", "ACGU", "acgt", "ACDEFGHIKLMNPQRSTVWY")), []
    width = rng.choice((60, 70, 80))
    for _ in range(rng.randint(2, 5)):
        text = "".join(rng.choices(letters, k=rng.randint(300, 1400)))
        at, motif = rng.randrange(len(text)), "".join(rng.choices(letters, k=rng.randint(2, 4)))
        text = text[:at] + motif * rng.randint(4, 9) + text[at:]
        lines = [text[i : i + width] for i in range(0, len(text), width)]
        out.append(f">{p.word(rng, 'en').upper()[:4]}_{rng.randrange(10**5)} {p.phrase(rng, 'it')}")
        out += lines
    return "\n".join(out) + "\n"


@BOOK.page("bytes dumped", p.DATA)
def hex_dump(rng: Random) -> str:
    """Addresses, bytes and their letters; stretches of zeros are short or starred."""
    at, out = rng.randrange(0, 4096) * 16, []
    gap = rng.choice((" ", "  "))
    for _ in range(rng.randint(18, 60)):
        kind = rng.random()
        if kind < 0.12:
            out.append("*")
            at += 16 * rng.randrange(2, 40)
        data = bytes(rng.randrange(256) if rng.random() < kind + 0.3 else 0 for _ in range(16))
        shown = "".join(chr(b) if 32 <= b < 127 else "." for b in data)
        half = gap.join((data[:8].hex(" "), data[8:].hex(" ")))
        out.append(f"{at:08x}  {half}  |{shown}|")
        at += 16
    return "\n".join(out) + "\n"


@BOOK.page("armoured keys", p.DATA)
def base64_blocks(rng: Random) -> str:
    """Certificates in Base64, with the filling that some have at the end."""
    out, label = [], rng.choice(("CERTIFICATE", "PUBLIC KEY", "PGP MESSAGE", "X509 CRL"))
    for _ in range(rng.randint(2, 4)):
        data = base64.b64encode(rng.randbytes(rng.randint(300, 1100))).decode()
        lines = "\n".join(data[i : i + 64] for i in range(0, len(data), 64))
        note = f"# {p.title(rng, 'en', 2, 4)}\n" if rng.random() < 0.5 else ""
        out.append(f"{note}-----BEGIN {label}-----\n{lines}\n-----END {label}-----")
    return "\n".join(out) + "\n"


@BOOK.page("messages to translate", p.DATA)
def catalogue(rng: Random) -> str:
    """A catalogue of messages; many have no translation yet."""
    lang, file = rng.choice(("ru", "he", "ko", "el", "pl")), f"src/{key(rng)}.c"
    done, line, out = rng.choice((0.0, 0.5, 0.9)), 1, []
    for _ in range(rng.randint(12, 32)):
        line += rng.randrange(2, 60)
        text = p.title(rng, "en", 1, 5)
        there = p.title(rng, lang, 1, 5) if rng.random() < done else ""
        flag = "#, c-format\n" if rng.random() < 0.2 else ""
        out.append(f'#: {file}:{line}\n{flag}msgid "{text}"\nmsgstr "{there}"')
    return "\n\n".join(out) + "\n"


@BOOK.page("calendar events", p.DATA)
def events(rng: Random) -> str:
    """Events of a calendar file, with the same boilerplate in each."""
    lang, zone = rng.choice(("de", "es", "ja", "tr")), f"Europe/{p.surname(rng, 'it')}"
    titles = [p.title(rng, lang, 1, 3) for _ in range(4)]
    out = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{p.word(rng, 'en')}//EN"]
    for _ in range(rng.randint(6, 16)):
        date, hour = f"{p.day(rng, 2008):%Y%m%d}", rng.randrange(7, 19)
        out += ["BEGIN:VEVENT", f"UID:{rng.getrandbits(64):016x}@{p.word(rng, 'en')}.org"]
        out += [f"DTSTART;TZID={zone}:{date}T{hour:02d}0000"]
        out += [f"DTEND;TZID={zone}:{date}T{hour + 1:02d}0000", "STATUS:CONFIRMED", "SEQUENCE:0"]
        out += [f"SUMMARY:{rng.choice(titles)}", "TRANSP:OPAQUE", "END:VEVENT"]
    return "\n".join([*out, "END:VCALENDAR"]) + "\n"


KINDS = tuple(BOOK.kinds)
