"""Held-out clean pages of programs, data and what machines print."""

import json
import re
from random import Random

from degeneration import material as m
from degeneration.judged.first import words as w
from degeneration.sample import NegativeKind


def _word(rng: Random) -> str:
    return re.sub(r"\W", "", w.word(rng, "en")).lower()


def icons_css(rng: Random) -> str:
    """An icon font's rules: a name and a code each."""
    prefix, out = rng.choice(("fa", "bi", "mdi", "icon")), ""
    for _ in w.many(rng, 20, 70):
        code = f'content: "\\{rng.choice("ef")}{rng.randrange(16**3):03x}"'
        name = "-".join(_word(rng) for _ in range(rng.randint(1, 3)))
        out += f".{prefix}-{name}::before {{\n  {code};\n}}\n"
    return out if rng.random() < 0.5 else out.replace("\n  ", " ").replace(";\n}", "; }")


def test_report(rng: Random) -> str:
    """A verbose run of tests: nearly everything passed."""
    total, module = rng.randint(20, 70), _word(rng)
    out = f"============ test session starts ============\ncollected {total} items\n\n"
    for done in range(1, total + 1):
        module = _word(rng) if rng.random() < 0.15 else module
        name = "_".join(_word(rng) for _ in range(rng.randint(1, 3)))
        state = rng.choices(("PASSED", "FAILED", "SKIPPED"), (94, 3, 3))[0]
        out += f"tests/test_{module}.py::test_{name} {state:<8}[{100 * done // total:3d}%]\n"
    return out


def untranslated(rng: Random) -> str:
    """A catalogue of messages, most of them still to be translated."""
    folder, line, out = _word(rng), rng.randint(1, 90), ""
    for _ in w.many(rng, 12, 45):
        line += rng.randint(1, 60)
        text = w.sentence(rng, "de", 1, 3) if rng.random() < 0.2 else ""
        out += f'#: src/{folder}/{_word(rng)}.c:{line}\nmsgid "{w.sentence(rng, "en", 2, 6)}"\n'
        out += f'msgstr "{text}"\n\n'
    return out


def accessors(rng: Random) -> str:
    """A bean: a getter and a setter for each field."""
    out = f"public class {_word(rng).capitalize()} {{\n\n"
    fields = list(dict.fromkeys(_word(rng) for _ in w.some(rng, 6, 20)))
    kinds = [rng.choice(("String", "String", "int", "Long", "BigDecimal")) for _ in fields]
    for kind, name in zip(kinds, fields, strict=True):
        out += f"    private {kind} {name};\n"
    for kind, name in zip(kinds, fields, strict=True):
        cap = name.capitalize()
        out += f"\n    public {kind} get{cap}() {{\n        return {name};\n    }}\n"
        out += f"\n    public void set{cap}({kind} {name}) {{\n"
        out += f"        this.{name} = {name};\n    }}\n"
    return out + "}\n"


def tree(rng: Random) -> str:
    """A directory's tree, drawn with lines."""
    lines: list[str] = []

    def walk(indent: str, depth: int) -> None:
        names = {"README.md", *(f"{_word(rng)}{end}" for end in rng.choices(ends, k=5))}
        names |= {"__init__.py", "index.js"} if rng.random() < 0.7 else set()
        names |= {f"{_word(rng)}/" for _ in range(rng.randint(0, 3))} if depth < 3 else set()
        chosen = sorted(names)[: rng.randint(2, 9)]
        for name in chosen:
            last = name == chosen[-1]
            lines.append(f"{indent}{'└── ' if last else '├── '}{name.rstrip('/')}\n")
            if name.endswith("/"):
                walk(indent + ("    " if last else "│   "), depth + 1)

    ends = (".py", ".js", ".txt", ".json")
    while len(lines) < 30:
        lines.append(f"{_word(rng)}/\n")
        walk("", 0)
    return "".join(lines)


def training_log(rng: Random) -> str:
    """Epochs of a training run; the bar is full on every line."""
    steps, loss, out = rng.choice((469, 938, 1563, 1875)), rng.uniform(0.6, 2.3), ""
    epochs, better = rng.randint(10, 40), 0.3
    for epoch in range(epochs):
        loss *= rng.uniform(0.85, 1.0)
        better += (1 - better) * rng.uniform(0, 0.15)
        out += f"Epoch {epoch + 1}/{epochs}\n{steps}/{steps} [==============================] - "
        out += f"{rng.randint(4, 9)}s {rng.randint(2, 6)}ms/step - loss: {loss:.4f} - accuracy: "
        out += f"{better:.4f} - val_loss: {loss * rng.uniform(1, 1.2):.4f} - val_accuracy: "
        out += f"{better * rng.uniform(0.95, 1):.4f}\n"
    return out


def ping(rng: Random) -> str:
    """Packets to one host: a number that counts, a time that does not."""
    ip = ".".join(str(rng.randrange(1, 255)) for _ in range(4))
    host, sequence = f"{_word(rng)}.com", 0
    out = f"PING {host} ({ip}) 56(84) bytes of data.\n"
    for _ in w.many(rng, 15, 55):
        sequence += rng.choices((1, 2, 3), (9, 1, 1))[0]
        out += f"64 bytes from {ip}: icmp_seq={sequence} ttl=5{rng.choice((4, 4, 4, 5))} "
        out += f"time={rng.uniform(9, 60):.1f} ms\n"
    return out + f"\n--- {host} ping statistics ---\n"


def cron_log(rng: Random) -> str:
    """The same two messages all night; process, second and how many differ."""
    host, job, second, out = _word(rng), _word(rng), rng.randrange(3600), ""
    process = rng.randint(900, 20_000)
    for _ in w.many(rng, 12, 40):
        second += rng.choice((300, 300, 600, 900)) + rng.randint(-2, 2)
        process += rng.randint(3, 400)
        stamp = f"Mar 11 {second // 3600 % 24:02d}:{second // 60 % 60:02d}:{second % 60:02d} {host}"
        out += f"{stamp} CRON[{process}]: (root) CMD (/usr/local/bin/{job} --quiet)\n"
        out += f"{stamp} {job}[{process + 1}]: nothing to do, {rng.randint(0, 90)} files checked\n"
    return out


def hosts(rng: Random) -> str:
    """A block list: one address, ever other names."""
    ip, out = rng.choice(("0.0.0.0", "127.0.0.1")), "# Title: hosts\n\n127.0.0.1 localhost\n\n"
    for _ in w.many(rng, 25, 90):
        parts = [_word(rng), rng.choice(("com", "net", "co.uk", "ru"))]
        if rng.random() < 0.6:
            parts.insert(0, rng.choice(("ads", "ad", "track", "metrics", _word(rng))))
        out += f"{ip} {'.'.join(parts)}\n"
    return out


def sparse_csv(rng: Random) -> str:
    """A spreadsheet saved with all the empty columns it has."""
    width, out = rng.randint(8, 16), ""
    mark = rng.choice((";", ","))
    for _ in w.some(rng, 25, 70):
        cells = [""] * width
        for place in rng.sample(range(width), rng.choice((0, 1, 1, 2, 3))):
            cells[place] = rng.choice((w.phrase(rng, "pt", 1, 3), str(rng.randint(1, 9999))))
        out += mark.join(cells) + "\n"
    return out


def alignment(rng: Random) -> str:
    """Aligned proteins in blocks of sixty, a line of marks below each."""
    letters, size = "ACDEFGHIKLMNPQRSTVWY", rng.randint(3, 7)
    names = [
        f"{_word(rng)[:8].upper()}_{rng.choice(('HUMAN', 'MOUSE', 'YEAST'))}" for _ in "." * size
    ]
    out = "CLUSTAL O(1.2.4) multiple sequence alignment\n\n"
    for _ in w.many(rng, 3, 9):
        base = rng.choices(letters, k=60)
        rows = [
            [rng.choices((a, rng.choice(letters), "-"), (80, 15, 5))[0] for a in base]
            for _ in names
        ]
        for name, row in zip(names, rows, strict=True):
            out += f"{name:<20}{''.join(row)}\n"
        marks = ("*" if len(set(c)) == 1 else rng.choice(" .:") for c in zip(*rows, strict=True))
        out += f"{'':<20}{''.join(marks)}\n\n"
    return out


def atoms(rng: Random) -> str:
    """A protein's atoms: serials that count, coordinates that do not."""
    out, serial, x = "", rng.randint(1, 900), [rng.uniform(-40, 40) for _ in range(3)]
    acids = ("ALA", "GLY", "SER", "LEU", "VAL", "LYS", "GLU", "THR")
    first = rng.randint(1, 200)
    for residue in range(first, first + rng.randint(5, 14)):
        acid = rng.choice(acids)
        for atom in ("N", "CA", "C", "O", "CB", "CG", "CD1")[: rng.randint(4, 7)]:
            serial, x = serial + 1, [value + rng.gauss(0, 1.2) for value in x]
            out += f"ATOM  {serial:5d}  {atom:<3} {acid} A{residue:4d}    "
            out += "".join(f"{value:8.3f}" for value in x)
            out += f"  1.00{rng.uniform(8, 60):6.2f}           {atom[0]}\n"
    return out + "TER\n"


def drum_tab(rng: Random) -> str:
    """A drummer's tablature: bars alike, a fill every fourth."""
    hat = rng.choice(("x-x-x-x-x-x-x-x-", "xxxxxxxxxxxxxxxx", "x---x---x---x---"))
    beats = [
        (hat, "----o-------o---", "o-------o-------"),
        (hat, "----o-------o---", "o-----o-o-------"),
        (hat, "----o--o-o--o---", "o-o-----o-o-----"),
    ]
    out = f"{w.title(rng, 'en')}\n\n"
    for part in ("Intro", "Verse", "Chorus", "Verse", "Bridge", "Chorus")[: rng.randint(3, 6)]:
        bars, out = [rng.choice(beats)] * 3, out + f"[{part}]\n"
        hits, snare, bass = ("".join(rng.choices("-----ox", k=16)) for _ in range(3))
        bars.append((hits, snare, bass))
        for name, line in zip(("HH", "SD", "BD"), zip(*bars, strict=True), strict=True):
            out += f"{name}|{'|'.join(line)}|\n"
        out += "\n"
    return out


def abc_tune(rng: Random) -> str:
    """A tune in ABC: parts are written out twice with other endings."""
    out, notes = "", "GABcdefg"
    for number in range(rng.randint(2, 5)):
        out += f"X:{number + 1}\nT:{w.title(rng, 'en')}\nM:6/8\nL:1/8\nK:G\n"
        for _ in range(rng.randint(2, 4)):
            bars = ["".join(rng.choices(notes, k=3)) + " " for _ in range(8)]
            bars = [bar + "".join(rng.choices(notes, k=3)) for bar in bars]
            end = ["".join(rng.choices(notes, k=3)) + " G3" for _ in range(2)]
            out += (
                f"|: {' | '.join(bars[:4])} |\n{' | '.join(bars[:3])} |1 {end[0]} :|2 {end[1]} |\n"
            )
        out += "\n"
    return out


def assembly(rng: Random) -> str:
    """A disassembly: address, bytes, the few instructions that all code is made of."""
    registers = ("%rax", "%rbx", "%rcx", "%rdx", "%rsi", "%rdi", "%r8", "%r9")
    address, out = rng.randrange(0x401000, 0x4FFFFF), ""
    for _ in range(rng.randint(2, 5)):
        out += f"\n{address:016x} <{_word(rng)}>:\n"
        for _ in w.some(rng, 8, 22):
            size = rng.randint(1, 5)
            data = " ".join(
                f"{rng.choice((0x48, 0x89, 0, rng.randrange(256))):02x}" for _ in "." * size
            )
            verb = rng.choice(
                ("mov", "mov", "lea", "add", "cmp", "push", "pop", "call", "jne", "test")
            )
            target = f"{rng.choice(registers)},{rng.choice(registers)}"
            if verb in ("push", "pop"):
                target = rng.choice(registers)
            elif verb in ("call", "jne"):
                target = f"{rng.randrange(0x401000, 0x4FFFFF):x} <{_word(rng)}>"
            out += f"  {address:x}:\t{data:<16}\t{verb:<6} {target}\n"
            address += size
    return out


def keypoints(rng: Random) -> str:
    """Joints of people in a picture: those not seen are zeros."""
    people = []
    for _ in w.some(rng, 2, 9):
        points: list[float] = []
        for _ in range(17):
            seen = rng.random() < 0.75
            points += [rng.randint(1, 640), rng.randint(1, 480), 2] if seen else [0, 0, 0]
        box = [round(rng.uniform(1, 400), 2) for _ in range(4)]
        people.append({"keypoints": points, "bbox": box, "category_id": 1, "iscrowd": 0})
    return json.dumps({"annotations": people}, indent=rng.choice((None, None, 1)))


def schema(rng: Random) -> str:
    """Messages of a wire format: field numbers count, names do not repeat."""
    out = 'syntax = "proto3";\n\n'
    for _ in w.some(rng, 3, 9):
        out += f"message {_word(rng).capitalize()} {{\n"
        for number in range(1, rng.randint(4, 16)):
            kind = rng.choice(("string", "string", "int32", "bool", "repeated string"))
            out += f"  {kind} {_word(rng)}_{_word(rng)} = {number};\n"
        out += "}\n\n"
    return out


def installed(rng: Random) -> str:
    """What an installer says when everything is there."""
    out = ""
    for _ in w.many(rng, 10, 40):
        name = _word(rng)
        out += (
            f"Requirement already satisfied: {name}{rng.choice(('', f'>={rng.randint(0, 4)}.0'))} "
        )
        out += "in /usr/local/lib/python3.10/dist-packages "
        out += (
            f"(from {_word(rng)}) ({rng.randint(0, 9)}.{rng.randint(0, 20)}.{rng.randint(0, 9)})\n"
        )
    return out


def g_code(rng: Random) -> str:
    """A printer's moves."""
    out, extruded = "G21 ; mm\nG90\nM82\nG28\n", 0.0
    for _ in w.many(rng, 30, 130):
        extruded += rng.uniform(0.01, 0.6)
        if rng.random() < 0.06:
            out += f"G0 F9000 X{rng.uniform(20, 180):.3f} Y{rng.uniform(20, 180):.3f}\n"
            continue
        out += f"G1 X{rng.uniform(60, 120):.3f} Y{rng.uniform(60, 120):.3f} E{extruded:.5f}\n"
    return out


def bar_chart(rng: Random) -> str:
    """A histogram in characters."""
    mark, out = rng.choice("#*█="), ""
    for _ in range(rng.randint(1, 4)):
        out += f"{w.title(rng, 'en')}\n\n"
        for _ in w.some(rng, 8, 25):
            value = int(rng.random() ** 1.5 * 60)
            out += f"{_word(rng)[:10]:>10} | {mark * value} {value}\n"
        out += "\n"
    return out


def manifests(rng: Random) -> str:
    """Deployments of a cluster, one document after another."""
    out, team = "", _word(rng)
    for _ in w.some(rng, 3, 9):
        name = f"{_word(rng)}-{_word(rng)}"
        out += f"apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {name}\n  labels:\n"
        out += f"    app: {name}\n    team: {team}\nspec:\n  replicas: {rng.randint(1, 5)}\n"
        out += f"  selector:\n    matchLabels:\n      app: {name}\n  template:\n    spec:\n"
        out += f"      containers:\n      - name: {name}\n        image: {_word(rng)}/{name}:"
        out += (
            f"{rng.randint(0, 9)}.{rng.randint(0, 30)}\n        ports:\n        - containerPort: "
        )
        out += f"{rng.randint(3000, 9000)}\n---\n"
    return out


def tax_xml(rng: Random) -> str:
    """An electronic bill's items: the same taxes, written out for each."""
    out, rate = "<nfeProc>\n", rng.choice(("18.00", "12.00"))
    for i in w.some(rng, 4, 14):
        value = rng.uniform(1, 900)
        out += f'<det nItem="{i + 1}"><prod><cProd>{m.code(rng)}</cProd><xProd>'
        out += f"{w.title(rng, 'pt').upper()}</xProd><NCM>{rng.randrange(10**8):08d}</NCM>"
        out += f"<CFOP>5102</CFOP><uCom>UN</uCom><qCom>{rng.randint(1, 20)}.0000</qCom>"
        out += (
            f"<vProd>{value:.2f}</vProd></prod><imposto><ICMS><ICMS00><orig>0</orig><CST>00</CST>"
        )
        out += f"<modBC>3</modBC><vBC>{value:.2f}</vBC><pICMS>{rate}</pICMS>"
        out += f"<vICMS>{value * float(rate) / 100:.2f}</vICMS></ICMS00></ICMS>"
        out += "<PIS><PISNT><CST>07</CST></PISNT></PIS></imposto></det>\n"
    return out + "</nfeProc>\n"


_CODE, _DATA, _NOTES = "code: programs", "code: data", "code: notation"

KINDS = (
    NegativeKind("icons", _CODE, icons_css),
    NegativeKind("untranslated", _CODE, untranslated),
    NegativeKind("accessors", _CODE, accessors),
    NegativeKind("assembly", _CODE, assembly),
    NegativeKind("wire format", _CODE, schema),
    NegativeKind("manifests", _CODE, manifests),
    NegativeKind("test report", _DATA, test_report),
    NegativeKind("training log", _DATA, training_log),
    NegativeKind("ping", _DATA, ping),
    NegativeKind("cron log", _DATA, cron_log),
    NegativeKind("block list", _DATA, hosts),
    NegativeKind("empty columns", _DATA, sparse_csv),
    NegativeKind("keypoints", _DATA, keypoints),
    NegativeKind("installed packages", _DATA, installed),
    NegativeKind("electronic bill", _DATA, tax_xml),
    NegativeKind("directory tree", _NOTES, tree),
    NegativeKind("protein alignment", _NOTES, alignment),
    NegativeKind("atoms", _NOTES, atoms),
    NegativeKind("drum tab", _NOTES, drum_tab),
    NegativeKind("abc tune", _NOTES, abc_tune),
    NegativeKind("machine moves", _NOTES, g_code),
    NegativeKind("bar chart", _NOTES, bar_chart),
)
