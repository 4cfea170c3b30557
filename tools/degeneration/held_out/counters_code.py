"""Code that a model goes on writing, one number further each time."""

from random import Random

from degeneration import material as m
from degeneration.held_out import counters_tools as t
from degeneration.held_out import material_counters as mc
from degeneration.sample import Loop


def _comment(rng: Random, mark: str) -> str:
    language = rng.choice(("en", "de", "pt", "ja", "ru", "fr"))
    lines = mc.opening(rng, language).strip().split("\n")
    return "".join(f"{mark} {line}\n" for line in lines if line.strip())


def _name(rng: Random) -> str:
    plain = m.content_word(rng).encode("ascii", "ignore").decode()
    return plain if len(plain) > 1 else plain + "val"


def _asserts(rng: Random) -> Loop:
    name = _name(rng)
    unit = rng.choice(
        (
            f"    assert {name}(#) == expected[#]\n",
            f"    self.assertEqual({name}(#), #)\n",
            f"def test_{name}_#():\n    assert {name}(#) is not None\n\n\n",
            f'    expect({name}("case #")).toBe(true);\n',
        )
    )
    lead = _comment(rng, "#") + f"\n\ndef test_{name}():\n    expected = load()\n"
    return t.counting(lead, t.filled(rng, unit.replace("#", "{n}")), least=28)


def _styles(rng: Random) -> Loop:
    name = _name(rng)
    colour = f"#{rng.randrange(256):02x}a{rng.randrange(256):02x}f"
    rule = rng.choice(
        (
            f".{name}-@ {{ color: {colour}; }}\n",
            f"li:nth-child(@) {{\n  background: {colour};\n}}\n",
            ".mt-@ { margin-top: @px; }\n",
            f"@media (min-width: @px) {{ .{name} {{ width: @px; }} }}\n".replace(
                "@media", "%media"
            ),
        )
    )
    rule = rule.replace("@", "{n}").replace("%", "@")
    lead = "/*\n" + _comment(rng, " *") + " */\nbody { margin: 0 }\n"
    return t.counting(lead, t.filled(rng, rule), "</style>\n", least=28)


def _sql(rng: Random) -> Loop:
    table, word = _name(rng), rng.choice(("Test", "Kunde", "Produto", "пример", "サンプル"))
    unit = rng.choice(
        (
            f"INSERT INTO {table} VALUES (#, '{word} #', NULL);\n",
            f"(#, '{word}', 'user#@example.com', TRUE),\n",
            f"UPDATE {table} SET state = 'done' WHERE id = #;\n",
        )
    )
    lead = _comment(rng, "--") + f"CREATE TABLE {table} (id INT, name TEXT);\n"
    lead += f"INSERT INTO {table} VALUES\n" if unit[0] == "(" else ""
    return t.counting(lead, t.filled(rng, unit.replace("#", "{n}")), "COMMIT;\n", least=28)


def _getters(rng: Random) -> Loop:
    kind, name = rng.choice(("String", "int", "double", "long")), _name(rng).capitalize()
    unit = rng.choice(
        (
            f"    public {kind} get{name}#() {{\n        return this.{name}#;\n    }}\n\n",
            f"    private {kind} {name}#;\n",
            f"    {name.upper()}_#(#),\n",
            f"    case #: return {name}.VALUE_#;\n",
        )
    )
    lead = "/**\n" + _comment(rng, " *") + f" */\npublic class {name} {{\n\n"
    return t.counting(lead, t.filled(rng, unit.replace("#", "{n}")), "}\n", least=30)


def _shell(rng: Random) -> Loop:
    name, start, by = _name(rng), t.begin(rng), t.step(rng)
    unit = rng.choice(
        (
            f"mkdir -p {name}/part_# && touch {name}/part_#/.keep\n",
            f"cp {name}_#.png out/{name}_#.png\n",
            f"curl -s https://example.org/{name}?page=# >> {name}.json\n",
            f"ssh node# 'systemctl restart {name}'\n",
        )
    )
    width = rng.choice((0, 2, 3))
    units = t.each(lambda n: unit.replace("#", f"{n:0{width}d}"), start, by)
    return t.counting("#!/bin/sh\n" + _comment(rng, "#") + "set -e\n", units, "exit 0\n", least=28)


def _wires(rng: Random) -> Loop:
    name = _name(rng)
    unit = rng.choice(
        (
            f"  assign {name}_out[{{n}}] = {name}_in[{{n}}] & enable;\n",
            f"  x{{n}} = x{{p}} + {name}(x{{p}});\n",
            f"  {name}[{{n}}] <= {name}[{{p}}];\n",
            "  R{n} N{p} N{n} 10k\n",
        )
    )
    lead = _comment(rng, "//") + f"module {name}(input enable);\n"
    return t.counting(lead, t.filled(rng, unit), "endmodule\n", least=30)


def _shapes(rng: Random) -> Loop:
    x, y, dx, dy = (rng.randint(5, 90) for _ in range(4))
    colour = rng.choice(("black", "#ccc", "steelblue", "none"))
    form = rng.randrange(3)

    def unit(i: int) -> str:
        at, down = x + dx * i, y + dy * i
        if form == 0:
            return f'  <circle cx="{at}" cy="{y}" r="4" fill="{colour}"/>\n'
        if form == 1:
            return f'  <text x="{x}" y="{down}" fill="{colour}">label</text>\n'
        return f"\\draw[{colour}] ({at},{down}) -- ({at + dx},{down + dy});\n"

    prose = mc.opening(rng, rng.choice(("it", "en", "pl")))
    lead = prose + ('<svg viewBox="0 0 800 600">\n', "\\begin{tikzpicture}\n")[form == 2]
    close = ("</svg>\n", "\\end{tikzpicture}\n")[form == 2]
    return t.counting(lead, t.each(unit, 0), close, least=28)


KINDS = (
    t.kind("asserts case by case", "code", _asserts),
    t.kind("rules of a stylesheet", "code", _styles, "tail", "closed"),
    t.kind("inserts without data", "code", _sql, "tail", "closed"),
    t.kind("members of a class", "code", _getters, "tail", "closed"),
    t.kind("shell commands", "code", _shell, "tail", "stray"),
    t.kind("wires and registers", "code", _wires),
    t.kind("shapes at even gaps", "code", _shapes, "tail", "closed"),
)
