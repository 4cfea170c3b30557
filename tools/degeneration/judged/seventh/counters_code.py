"""Counters in source code, logs, dumps and machine formats."""

from random import Random

from degeneration import material as m
from degeneration.judged.seventh import material_counters as mc
from degeneration.sample import Loop, PositiveKind

CODE = "counter: code and machine formats"
MANY = "counter: several numbers at once"
FUNCTIONS: list[str] = [
    "def {a}({b}: int) -> int:\n    {c} = {b} // {n}\n    return max({c}, 0)\n",
    "for {c} in {a}({b}, limit={n}):\n    print({c}.name, file=out)\n",
    "class {A}:\n    def __init__(self, {b}):\n        self.{b} = {b} or {n}\n",
    "if not {a}.exists():\n    raise ValueError('{b} has no {c}')\n",
    "with open({a}) as {b}:\n    {c} = {b}.read({n})\n",
    "{A}.{b} = lambda {c}: {c} * {n} + len({a})\n",
    "while {a} < {n}:\n    {a} += {b}.pop({c})\n",
    "try:\n    {c} = {a}[{b}]\nexcept KeyError:\n    {c} = {n}\n",
]
C_FUNCTIONS: list[str] = [
    "static int {a}(int {b}) {{\n  return {b} > {n} ? {b} : {c}({b});\n}}\n",
    "struct {a} {{\n  char *{b};\n  long {c};\n}};\n",
    "if ({a} == NULL || {b} < {n}) {{\n  return -{n};\n}}\n",
    "#define {A}_{b} ({c} + {n})\n",
    "void {a}(const char *{b}) {{\n  {c}->count += {n};\n}}\n",
    "extern size_t {a}(struct {b} *{c}, int max);\n",
]


def program(rng: Random, forms: list[str]) -> str:
    """Some functions that have nothing to do with one another, 100 characters at least."""
    comment = "#" if forms is FUNCTIONS else "//"
    intro = mc.sentences(rng, rng.choice(mc.LANGUAGES))[0]
    out = f"{comment} {intro}\n\n"
    for form in rng.sample(forms, rng.randint(3, len(forms))):
        a, b, c = (mc.made_up(rng) for _ in "abc")
        out += form.format(a=a, A=a.capitalize(), b=b, c=c, n=rng.randint(2, 900)) + "\n"
    return out


def fenced(rng: Random, language: str, forms: list[str]) -> str:
    """Code as a chat model writes it, or bare."""
    code = program(rng, forms)
    if rng.random() < 0.5:
        return code
    return f"{mc.prose(rng, rng.choice(mc.LANGUAGES))}\n\n```{language}\n{code}"


def enum_constants(rng: Random) -> Loop:
    word = mc.made_up(rng).upper() + rng.choice(("_", "_FLAG_", "_RESERVED_", ""))
    form = rng.choice(
        ("    {w}{n} = {n},\n", "#define {w}{n} {n}\n", "  const int {w}{n} = {n};\n")
    )
    lead = fenced(rng, "c", C_FUNCTIONS) + f"enum {mc.made_up(rng)} {{\n"
    units = mc.counted(lambda n: form.format(w=word, n=n), rng.choice((0, mc.first(rng))))
    return Loop("counter", lead, units, "};\n", least=12)


def asserted_values(rng: Random) -> Loop:
    name, by = mc.made_up(rng), rng.randint(1, 12)
    form = rng.choice(
        (
            "    assert {f}({n}) == {v}\n",
            "    self.assertEqual({f}({n}), {v})\n",
            "expect({f}({n})).toBe({v});\n",
            "    ({n}, {v}),\n",
            "print({f}({n}))  # {v}\n",
        )
    )
    plus = rng.randint(0, 40)
    lead = fenced(rng, "python", FUNCTIONS) + f"def test_{name}():\n"
    units = mc.counted(lambda n: form.format(f=name, n=n, v=n * by + plus), mc.first(rng))
    return Loop("counter", lead, units, "```\n", least=12)


def sql_inserts(rng: Random) -> Loop:
    table, user = mc.made_up(rng), rng.choice(("user", "cliente", "test", "usuario", "kunde"))
    date = m.date(rng).isoformat()
    form = rng.choice(
        (
            "INSERT INTO {t} VALUES ({n}, '{u}{n}', '{d}');\n",
            "({n}, '{u}{n}@example.com', '{d}', NULL),\n",
            "UPDATE {t} SET active = 1 WHERE id = {n};\n",
            "DELETE FROM {t} WHERE {u}_id = {n};\n",
        )
    )
    lead = f"-- {mc.prose(rng, rng.choice(mc.LANGUAGES))}\n"
    lead += f"CREATE TABLE {table} (id INT, name TEXT, born DATE);\nINSERT INTO {table} VALUES\n"
    units = mc.counted(lambda n: form.format(t=table, n=n, u=user, d=date), mc.first(rng))
    return Loop("counter", lead, units, "COMMIT;\n", least=10)


def switch_cases(rng: Random) -> Loop:
    name = mc.made_up(rng)
    form = rng.choice(
        (
            "    case {n}: return {f};\n",
            "    case {n}:\n      {f}({n});\n      break;\n",
            "    elif {f} == {n}:\n        pass\n",
            "    {n} => {f}({n}),\n",
            "    else if ({f} == {n}) {{ return {n}; }}\n",
        )
    )
    lead = fenced(rng, rng.choice(("c", "java", "rust", "")), C_FUNCTIONS) + f"switch ({name}) {{\n"
    units = mc.counted(lambda n: form.format(f=name, n=n), rng.choice((0, 1, mc.first(rng))))
    return Loop("counter", lead, units, "  }\n}\n", least=12)


def truth_rows(rng: Random) -> Loop:
    """Binary numbers of a fixed width, wide enough never to run out."""
    width, word = rng.choice((16, 20, 24, 32)), rng.choice(("state", "mask", "input", "row"))
    form = rng.choice(("{w} {b} -> 0\n", "| {w} | {b} | 0 |\n", "{w}=0b{b}; "))
    lead = mc.opening(rng, rng.choice(mc.LANGUAGES))
    units = mc.counted(lambda n: form.format(w=word, b=f"{n:0{width}b}"), rng.randint(0, 2000))
    return Loop("counter", lead, units, "\n", least=20)


def gcode_moves(rng: Random) -> Loop:
    step, feed = rng.randint(1, 40), rng.choice((1200, 1800, 3000))
    x, y = rng.randint(1000, 9000), rng.randint(1000, 9000)
    form = rng.choice(("G1 X{x} Y{y} F{f}\n", "G1 X{x} Y{c} E0.04\n", "G0 Z{x}\nG1 Y{c} F{f}\n"))

    def unit(n: int) -> str:
        at = f"{(x + n * step) / 100:.2f}"
        return form.format(x=at, y=f"{(y + n * step) / 100:.2f}", c=f"{y / 100:.2f}", f=feed)

    lead = (
        f"; {mc.prose(rng, rng.choice(mc.LATIN))}\nG21\nG90\nM104 S{rng.randint(180, 240)}\nG28\n"
    )
    return Loop("counter", lead, mc.counted(unit, 0), "M84\n")


def host_addresses(rng: Random) -> Loop:
    a, b, c = rng.choice((10, 172, 192)), rng.randint(0, 255), rng.randint(0, 200)
    word = rng.choice(("host", "timeout", "refused", "up", "printer"))
    form = rng.choice(("{ip} {w}-{n}\n", "Scanning {ip} ... {w} (#{n})\n", "{n}: ping {ip}: {w}\n"))

    def unit(n: int) -> str:
        return form.format(ip=f"{a}.{b}.{c + n // 256 % 50}.{n % 256}", w=word, n=n)

    lead = mc.opening(rng, rng.choice(mc.LANGUAGES))
    return Loop("counter", lead, mc.counted(unit, rng.randint(1, 250)), "\n", least=10)


def page_links(rng: Random) -> Loop:
    site = f"https://www.{mc.made_up(rng)}.org/{mc.made_up(rng)}"
    tail = rng.choice(("/page/{}", "?p={}", "/{}.html", "?id={}&lang=pt", "#fn{}"))
    form = rng.choice(
        ("{}\n", "  {},\n", "- {}\n", '<a href="{}">next page &gt;</a> | \n', "GET {} 404\n")
    )
    lead = mc.opening(rng, rng.choice(mc.LANGUAGES))
    units = mc.counted(lambda n: form.format(site + tail.format(n)), mc.first(rng), mc.step(rng))
    return Loop("counter", lead, units, "\n", least=8)


KINDS = (
    PositiveKind("u: enum constants", CODE, enum_constants, ("tail", "closed")),
    PositiveKind("u: asserted values", CODE, asserted_values, ("tail", "closed", "stray")),
    PositiveKind("u: sql inserts", CODE, sql_inserts, ("tail", "closed")),
    PositiveKind("u: switch cases", CODE, switch_cases, ("tail", "closed")),
    PositiveKind("u: binary rows", CODE, truth_rows),
    PositiveKind("u: gcode moves", CODE, gcode_moves, ("tail", "closed")),
    PositiveKind("u: host addresses", CODE, host_addresses),
    PositiveKind("u: page links", CODE, page_links, ("tail", "stray")),
)
IN_LETTERS = ("u: binary rows",)
WITH_POINT = ("u: gcode moves",)
