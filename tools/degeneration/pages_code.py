"""Clean pages of code, data and notation."""

import base64
import json
from random import Random

from degeneration import material as m
from degeneration.sample import NegativeKind


def _some(rng: Random, low: int = 12, high: int = 60) -> range:
    """How many: mostly within the bounds, sometimes a long page."""
    return range(rng.randint(low, high) * rng.choice((1, 1, 2, 3)))


def _word(rng: Random) -> str:
    return m.content_word(rng)


def python_code(rng: Random) -> str:
    out = "".join(f"import {_word(rng)}\n" for _ in range(rng.randint(1, 9))) + "\n"
    for _ in _some(rng, 4, 16):
        name, a, b = _word(rng), _word(rng), _word(rng)
        out += f"def {name}({a}, {b}=None):\n    if {b} is None:\n        return {a}\n"
        out += "".join(
            f"    {_word(rng)} = {a}.{_word(rng)}({b})\n" for _ in range(rng.randint(1, 5))
        )
        out += f"    return {_word(rng)}\n\n\n"
    return out


def c_header(rng: Random) -> str:
    prefix = _word(rng).upper()[:5]
    return "".join(
        f"#define {prefix}_{_word(rng).upper()} 0x{1 << rng.randrange(28):08x}\n"
        for _ in _some(rng)
    )


def test_code(rng: Random) -> str:
    """Tests: the same call with other values."""
    call = _word(rng)
    return "".join(
        f"    assert {call}({rng.randrange(10**4)}, '{_word(rng)}') == {rng.randrange(10**4)}\n"
        for _ in _some(rng)
    )


def json_records(rng: Random) -> str:
    indent = rng.choice((None, None, 2, 4))
    keys = [_word(rng) for _ in range(rng.randint(2, 4))]
    rows = [
        {
            "id": rng.randrange(10**6),
            **{key: m.title(rng) for key in keys},
            "ativo": rng.random() < 0.8,
        }
        for _ in _some(rng, 8, 40)
    ]
    return json.dumps({"pagina": 1, "itens": rows}, ensure_ascii=False, indent=indent)


def json_nulls(rng: Random) -> str:
    """Records most of whose fields are null or empty."""
    keys = [_word(rng) for _ in range(rng.randint(4, 9))]
    rows = [
        {
            key: m.title(rng, 1, 2) if i == 0 or rng.random() < 0.15 else None
            for i, key in enumerate(keys)
        }
        for _ in _some(rng, 6, 25)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=rng.choice((None, 2)))


def json_numbers(rng: Random) -> str:
    rows = [[round(rng.gauss(0, 20), 2) for _ in range(rng.choice((2, 3, 4)))] for _ in _some(rng)]
    return json.dumps({"type": "LineString", "coordinates": rows})


def yaml_config(rng: Random) -> str:
    out = ""
    for _ in _some(rng, 8, 30):
        out += f"- name: {_word(rng)}\n  image: {_word(rng)}/{_word(rng)}:{rng.randrange(9)}\n"
        out += f"  replicas: {rng.randint(1, 3)}\n  restart: always\n"
    return out


def svg_paths(rng: Random) -> str:
    out = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">\n'
    for _ in _some(rng, 4, 25):
        points = (
            f"L{rng.uniform(0, 99):.1f} {rng.uniform(0, 99):.1f}" for _ in range(rng.randint(3, 14))
        )
        out += f'<path d="M0 0{"".join(points)}Z" fill="#{rng.randrange(16**6):06x}"/>\n'
    return out + "</svg>\n"


def base64_block(rng: Random) -> str:
    text = base64.b64encode(rng.randbytes(rng.randint(300, 3000))).decode()
    return "".join(text[i : i + 76] + "\n" for i in range(0, len(text), 76))


def hex_dump(rng: Random) -> str:
    """Sixteen bytes a line, zero bytes among them; the offset counts by sixteen."""
    out = ""
    for i in _some(rng, 10, 60):
        data = bytes(rng.randrange(256) if rng.random() < 0.8 else 0 for _ in range(16))
        out += f"{16 * i:08x}  {data.hex(' ')}\n"
    return out


def dna(rng: Random) -> str:
    out = f">seq{rng.randrange(999)}\n"
    return out + "".join("".join(rng.choices("ACGT", k=60)) + "\n" for _ in _some(rng, 8, 50))


def log(rng: Random) -> str:
    """A server's log: few messages with ever other values, stamps at uneven times."""
    second, out = rng.randrange(40_000), ""
    messages = [m.phrase(rng, 2, 6) for _ in range(rng.randint(8, 20))]
    for _ in _some(rng, 15, 70):
        second += rng.randrange(90)
        stamp = f"2024-03-11 {second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"
        level = rng.choices(("INFO", "WARN", "ERROR"), (8, 2, 1))[0]
        out += f"{stamp} {level} [{_word(rng)}] {rng.choice(messages)} id={rng.randrange(10**5)}\n"
    return out


def access_log(rng: Random) -> str:
    out = ""
    for _ in _some(rng, 10, 50):
        ip = ".".join(str(rng.randrange(256)) for _ in range(4))
        out += f"{ip} - - [11/Mar/2024:10:{rng.randrange(60):02d}:{rng.randrange(60):02d} +0000] "
        out += f'"GET /{_word(rng)}/{_word(rng)} HTTP/1.1" 200 {rng.randrange(10**5)}\n'
    return out


def diff(rng: Random) -> str:
    out = ""
    for _ in _some(rng, 4, 15):
        at = rng.randrange(900)
        out += f"@@ -{at},7 +{at},7 @@\n {m.phrase(rng, 2, 6)}\n-{m.phrase(rng, 2, 6)}\n"
        out += f"+{m.phrase(rng, 2, 6)}\n {m.phrase(rng, 2, 6)}\n"
    return out


def sql(rng: Random) -> str:
    table, columns = _word(rng), ", ".join(_word(rng) for _ in range(3))
    return "".join(
        f"INSERT INTO {table} ({columns}) VALUES ({rng.randrange(10**5)}, '{m.name(rng)}', "
        f"'{m.date(rng)}');\n"
        for _ in _some(rng, 8, 40)
    )


def html_nested(rng: Random) -> str:
    out = ""
    for _ in _some(rng, 5, 25):
        out += f'<div class="card"><h3>{m.title(rng)}</h3><p>{m.sentence(rng)}</p>'
        out += f"<ul><li>{_word(rng)}</li><li>{_word(rng)}</li></ul></div>\n"
    return out


def html_blank_cells(rng: Random) -> str:
    """A table most of whose cells are empty."""
    out = "<table>\n"
    for _ in _some(rng, 6, 25):
        cells = [
            "<td></td>" if rng.random() < 0.7 else f"<td>{m.money(rng)}</td>" for _ in range(6)
        ]
        out += f"<tr><td>{m.title(rng, 1, 3)}</td>{''.join(cells)}</tr>\n"
    return out + "</table>\n"


def latex(rng: Random) -> str:
    out = r"\begin{align}" + "\n"
    for _ in _some(rng, 5, 25):
        a, b, c = rng.sample("abcdefghxyz", 3)
        i, j, k = rng.randint(1, 9), rng.randint(2, 9), rng.randint(1, 99)
        out += rf"{a}_{{{i}}} &= \frac{{{b}^{{{j}}}}}{{{c}+{k}}} \\" + "\n"
    return out + r"\end{align}" + "\n"


def latex_table(rng: Random) -> str:
    width = rng.randint(3, 7)
    out = r"\begin{tabular}{" + "c" * width + "}\n\\hline\n"
    for _ in _some(rng, 8, 35):
        out += (
            " & ".join(f"${rng.uniform(0, 99):.2f}$" for _ in range(width)) + r" \\ \hline" + "\n"
        )
    return out + r"\end{tabular}"


def polynomial(rng: Random) -> str:
    """A long expansion: exponents go down by one, coefficients do not."""
    terms = [f"{rng.randint(2, 99)}x^{{{power}}}" for power in range(rng.randint(8, 30), 0, -1)]
    return f"${' + '.join(terms)} + {rng.randint(1, 99)}$\n" + m.prose(rng, 300)


def chess(rng: Random) -> str:
    def move() -> str:
        piece = rng.choice(("", "N", "B", "R", "Q", "K"))
        return f"{piece}{rng.choice('abcdefgh')}{rng.randint(1, 8)}"

    return "".join(f"{i + 1}. {move()} {move()} " for i in range(rng.randint(15, 70)))


def guitar_tab(rng: Random) -> str:
    out = ""
    for _ in range(rng.randint(2, 8)):
        for string in "eBGDAE":
            bar = "".join(rng.choices(("-", "-", "-", "-", "0", "2", "3", "5"), k=28))
            out += f"{string}|{bar}|\n"
        out += f"\n{m.sentence(rng, 4, 8)}\n\n"
    return out


def markdown_images(rng: Random) -> str:
    return "".join(
        f"![{m.phrase(rng, 1, 3)}](images/{rng.randrange(16**8):08x}.png)\n\n{m.sentence(rng)}\n\n"
        for _ in _some(rng, 5, 20)
    )


def boxes(rng: Random) -> str:
    """Words with their boxes, as a grounding model writes them."""
    out = ""
    for _ in _some(rng, 10, 50):
        out += f"{m.phrase(rng, 1, 3)}<loc_{rng.randrange(999)}><loc_{rng.randrange(999)}>"
        out += f"<loc_{rng.randrange(999)}><loc_{rng.randrange(999)}>\n"
    return out


def requirements(rng: Random) -> str:
    return "".join(
        f"{_word(rng)}=={rng.randrange(9)}.{rng.randrange(30)}.{rng.randrange(9)} \\\n"
        f"    --hash=sha256:{rng.randrange(16**64):064x}\n"
        for _ in _some(rng, 8, 30)
    )


def ascii_art(rng: Random) -> str:
    """Boxes drawn with characters, words in them."""
    out = ""
    for _ in range(rng.randint(3, 9)):
        width = rng.randint(16, 34)
        out += "+" + "-" * width + "+\n"
        for _ in range(rng.randint(1, 3)):
            out += f"| {m.phrase(rng, 1, 3)[: width - 2]:<{width - 2}} |\n"
        out += "+" + "-" * width + "+\n" + " " * (width // 2) + "|\n"
    return out


_CODE, _DATA, _NOTES = "code: programs", "code: data", "code: notation"

KINDS = (
    NegativeKind("python", _CODE, python_code),
    NegativeKind("c header", _CODE, c_header),
    NegativeKind("tests", _CODE, test_code),
    NegativeKind("diff", _CODE, diff),
    NegativeKind("sql", _CODE, sql),
    NegativeKind("nested html", _CODE, html_nested),
    NegativeKind("requirements", _CODE, requirements),
    NegativeKind("json records", _DATA, json_records),
    NegativeKind("json nulls", _DATA, json_nulls),
    NegativeKind("json numbers", _DATA, json_numbers),
    NegativeKind("yaml", _DATA, yaml_config),
    NegativeKind("base64", _DATA, base64_block),
    NegativeKind("hex dump", _DATA, hex_dump),
    NegativeKind("dna", _DATA, dna),
    NegativeKind("log", _DATA, log),
    NegativeKind("access log", _DATA, access_log),
    NegativeKind("html with blank cells", _DATA, html_blank_cells),
    NegativeKind("svg paths", _NOTES, svg_paths),
    NegativeKind("latex formulas", _NOTES, latex),
    NegativeKind("latex table", _NOTES, latex_table),
    NegativeKind("polynomial", _NOTES, polynomial),
    NegativeKind("chess", _NOTES, chess),
    NegativeKind("guitar tab", _NOTES, guitar_tab),
    NegativeKind("images", _NOTES, markdown_images),
    NegativeKind("boxes", _NOTES, boxes),
    NegativeKind("ascii boxes", _NOTES, ascii_art),
)
