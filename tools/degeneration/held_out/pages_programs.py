"""Programs full of boilerplate."""

from random import Random

from degeneration.held_out import material_pages as p

BOOK = p.Book()


def ident(rng: Random, parts: int = 2, sep: str = "_") -> str:
    """A name of variables and functions."""
    return sep.join(p.word(rng, "en")[:8] for _ in range(rng.randint(1, parts)))


def camel(rng: Random) -> str:
    """A name of types."""
    return "".join(p.word(rng, "en")[:7].capitalize() for _ in range(rng.randint(1, 3)))


@BOOK.page("codes of an enumeration", p.PROGRAMS)
def enum(rng: Random) -> str:
    """Constants with numbers that mostly go on, and comments on some."""
    name, number = camel(rng), rng.choice((0, 1, 100, 0x20))
    form = rng.choice(("    {k} = {n},", "#define {k} {n}", "{k} = {n}", "  {k} = {n};"))
    out = [] if form.startswith("#") else [f"enum {name} {{"]
    for _ in range(rng.randint(15, 40)):
        note = f"  // {p.phrase(rng, 'en', 2, 5)}" if rng.random() < 0.3 else ""
        out.append(form.format(k=f"{name}_{ident(rng)}".upper(), n=number) + note)
        number += rng.choice((1, 1, 1, 1, 5))
    return "\n".join([*out, "" if form.startswith("#") else "}"]) + "\n"


@BOOK.page("cases of a switch", p.PROGRAMS)
def switch(rng: Random) -> str:
    """case, return or break, case."""
    prefix, out = (
        ident(rng).upper(),
        [f"const char *{ident(rng)}(int code)", "{", "    switch (code) {"],
    )
    for _ in range(rng.randint(10, 30)):
        out.append(f"    case {prefix}_{ident(rng).upper()}:")
        if rng.random() < 0.6:
            out.append(f'        return "{p.phrase(rng, "en", 1, 4)}";')
        else:
            out += [f"        {ident(rng)}(ctx, {rng.randrange(9)});", "        break;"]
    out += ["    default:", "        return NULL;", "    }", "}"]
    return "\n".join(out) + "\n"


@BOOK.page("table of test cases", p.PROGRAMS)
def test_cases(rng: Random) -> str:
    """Parametrized tests, or tests one like the other."""
    name = ident(rng, 3)
    if rng.random() < 0.5:
        rows = []
        for _ in range(rng.randint(10, 30)):
            text = repr(p.phrase(rng, rng.choice(("en", "de", "ru")), 0, 3))
            rows.append(f"        ({text}, {rng.choice(('True', 'False', 'None'))}),")
        head = f'@pytest.mark.parametrize(\n    ("text", "{ident(rng, 1)}"),\n    [\n'
        return (
            f"import pytest\n\n\n{head}"
            + "\n".join(rows)
            + f"\n    ],\n)\ndef test_{name}(): ...\n"
        )
    out = []
    for _ in range(rng.randint(5, 12)):
        one, two = ident(rng), ident(rng)
        out.append(
            f"    it('{p.phrase(rng, 'en', 3, 7)}', async () => {{\n"
            f"      const res = await request(app).get('/{one}/{two}');\n"
            f"      expect(res.status).toBe({rng.choice((200, 200, 404, 401))});\n"
            f"      expect(res.body.{two}).toEqual({rng.choice(('[]', 'null', repr(one)))});\n"
            "    });"
        )
    return f"describe('{name}', () => {{\n" + "\n\n".join(out) + "\n});\n"


@BOOK.page("style sheet", p.PROGRAMS)
def css(rng: Random) -> str:
    """Rules that differ in the selector and a value."""
    out, prefix = [], rng.choice((".icon-", ".col-", ".btn-", ".lang-", "#"))
    props = ["margin: 0", "padding: 0", "display: block", "color: inherit", "float: left"]
    for _ in range(rng.randint(12, 34)):
        chosen = [*rng.sample(props, rng.randint(1, 3)), f"width: {rng.randrange(1, 100)}%"]
        if rng.random() < 0.4:
            chosen.append(f"background-position: -{rng.randrange(0, 400)}px 0")
        body = ";\n  ".join(chosen)
        out.append(f"{prefix}{ident(rng, 2, '-')} {{\n  {body};\n}}")
    return rng.choice(("\n", "\n\n")).join(out) + "\n"


@BOOK.page("getters and setters", p.PROGRAMS)
def accessors(rng: Random) -> str:
    """A bean."""
    out = [f"public class {camel(rng)} {{", ""]
    fields = [
        (camel(rng), rng.choice(("String", "String", "int", "List<String>")))
        for _ in range(rng.randint(6, 14))
    ]
    out += [f"    private {kind} {name[0].lower() + name[1:]};" for name, kind in fields]
    for name, kind in fields:
        low = name[0].lower() + name[1:]
        out += ["", f"    public {kind} get{name}() {{", f"        return {low};", "    }", ""]
        out += [
            f"    public void set{name}({kind} {low}) {{",
            f"        this.{low} = {low};",
            "    }",
        ]
    return "\n".join([*out, "}"]) + "\n"


@BOOK.page("listing in assembler", p.PROGRAMS)
def assembler(rng: Random) -> str:
    """Moves, pushes and calls, with nops between."""
    regs, at = p.listed("eax ebx ecx edx esi edi ebp esp"), rng.randrange(0x400000, 0x7FFFFF)
    out = []
    for _ in range(rng.randint(30, 80)):
        op = rng.choices(
            ("mov", "push", "pop", "call", "nop", "xor", "jmp"), (9, 4, 4, 3, 2, 2, 1)
        )[0]
        one, two = rng.sample(regs, 2)
        args = {
            "mov": rng.choice(
                (f"{one}, {two}", f"dword ptr [ebp-{rng.randrange(4, 99):#x}], {one}")
            ),
            "push": one,
            "pop": one,
            "xor": f"{one}, {one}",
            "nop": "",
        }.get(op, f"{rng.randrange(0x400000, 0x7FFFFF):#x} <{ident(rng)}>")
        out.append(f"{at:08x}:  {op:<6}{args}".rstrip())
        at += rng.randint(1, 6)
    return "\n".join(out) + "\n"


@BOOK.page("long select", p.PROGRAMS)
def html_select(rng: Random) -> str:
    """An HTML form with selects and equal attributes."""
    lang, out = rng.choice(("en", "tr", "ar", "el", "zh")), ['<form method="post" action="#">']
    for _ in range(rng.randint(2, 4)):
        name = ident(rng)
        out.append(
            f'  <div class="form-group">\n    <label for="{name}">{p.title(rng, lang)}</label>'
        )
        out.append(f'    <select class="form-control" id="{name}" name="{name}">')
        for _ in range(rng.randint(6, 18)):
            text = p.title(rng, lang, 1, 2)
            out.append(f'      <option value="{rng.randrange(900)}">{text}</option>')
        out += ["    </select>", "  </div>"]
    return "\n".join([*out, "</form>"]) + "\n"


@BOOK.page("messages of a protocol", p.PROGRAMS)
def protocol(rng: Random) -> str:
    """Fields and their numbers, message after message, with services."""
    out = ['syntax = "proto3";', f"package {ident(rng, 2, '.')};", ""]
    for _ in range(rng.randint(4, 9)):
        name = camel(rng)
        out.append(f"message {name}Request {{")
        for number in range(1, rng.randint(2, 9)):
            kind = rng.choice(("string", "int32", "repeated string", "bool", "bytes"))
            out.append(f"  {kind} {ident(rng)} = {number};")
        out += ["}", "", f"message {name}Response {{", "  string status = 1;", "}", ""]
    return "\n".join(out)


@BOOK.page("constants in an array", p.PROGRAMS)
def array(rng: Random) -> str:
    """A font, a palette or a table of weights as a C array."""
    kind, out = rng.choice(("hex", "dec", "float")), []
    columns, zeros = rng.choice((8, 12, 16)), rng.uniform(0.1, 0.6)
    for _ in range(rng.randint(14, 44)):
        cells = []
        for _ in range(columns):
            value = 0 if rng.random() < zeros else rng.randrange(256)
            cells.append(
                {"hex": f"0x{value:02x}", "dec": f"{value:3d}", "float": f"{value / 99:.4f}f"}[kind]
            )
        note = f" /* {p.word(rng, 'en')} */" if rng.random() < 0.4 else ""
        out.append("    " + ", ".join(cells) + "," + note)
    return f"static const unsigned char {ident(rng)}[] = {{\n" + "\n".join(out) + "\n};\n"


@BOOK.page("columns of a schema", p.PROGRAMS)
def schema(rng: Random) -> str:
    """CREATE TABLE with columns that are mostly of one type."""
    out = []
    for _ in range(rng.randint(2, 5)):
        lines = ["    id BIGSERIAL PRIMARY KEY"]
        for _ in range(rng.randint(5, 16)):
            kind = rng.choice(
                ("VARCHAR(255)", "VARCHAR(255)", "INTEGER", "TIMESTAMP", "NUMERIC(10,2)")
            )
            null = rng.choice((" NOT NULL", " NOT NULL", " DEFAULT NULL", ""))
            lines.append(f"    {ident(rng, 3)} {kind}{null}")
        body = ",\n".join(lines)
        out.append(f"CREATE TABLE IF NOT EXISTS {ident(rng)} (\n{body}\n);")
    return "\n\n".join(out) + "\n"


KINDS = tuple(BOOK.kinds)
