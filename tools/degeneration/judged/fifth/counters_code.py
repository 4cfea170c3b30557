"""Blind counters in code, in logs and on the consoles of programs."""

import datetime as dt
from random import Random

from degeneration.judged.fifth import counters_kit as k
from degeneration.judged.fifth import material_counters as mc
from degeneration.sample import Loop, PositiveKind


def _assignments(rng: Random) -> Loop:
    unit, mark, closing = rng.choice(
        (
            ("«id»[«n»] = 0;\n", "//", "}\n\n"),
            ("x«n» = x«p» + «small»\n", "#", "return out\n\n"),
            ("    self.«id»«n» = nn.Linear(«big», «big»)\n", "#", "return out\n\n"),
            ("mov [«id» + «n»], 0\n", "#", "return out\n\n"),
            ("let «id»«n»: f32 = «id»«p» * 0.5;\n", "//", "}\n\n"),
            ("  a(«n»,«small») = b(«n») - c(«p»)\n", "#", "end do\n"),
        )
    )
    run = k.ramp(rng, 1, 120, (1, 1, 1, 1, 4, 8))
    unit = k.settle(rng, unit, "en")
    return k.loop(k.code_lead(rng, mark), unit, closing, 12, n=run, p=run.plus(-run.step))


def _constants(rng: Random) -> Loop:
    unit, mark, closing = rng.choice(
        (
            ("    RESERVED_«n» = «n»,\n", "//", "};\n\n"),
            ("#define «id»_«n» (1 << «p»)\n", "//", "#endif\n\n"),
            ("    FLAG_«n:03d» = auto()\n", "#", "LAST = auto()\n\n"),
            ("«id»«n»: db «small», «small», 0\n", "#", "end\n\n"),
            ("  rpc Unused«n» (Empty) returns (Empty) {}\n", "//", "}\n\n"),
            ("  optional string «id»_«n» = «p»;\n", "//", "}\n\n"),
        )
    )
    run = k.ramp(rng, 2, 250, k.ONE)
    unit = k.settle(rng, unit, "en")
    more = rng.choice((-1, 0, 1, 100))
    return k.loop(k.code_lead(rng, mark), unit, closing, 20, n=run, p=run.plus(more))


def _tests(rng: Random) -> Loop:
    unit, mark, closing = rng.choice(
        (
            (
                "    def test_«id»_«n»(self):\n        result = parse(«n»)\n"
                "        self.assertIsNotNone(result)\n\n",
                "#",
                "if __name__ == '__main__':\n    unittest.main()\n",
            ),
            (
                "it('handles «word» case «n»', () => {\n"
                "  expect(render(«small»)).toBe(true);\n});\n\n",
                "//",
                "});\n",
            ),
            (
                "TEST(«word», Case«n»)\n{\n    EXPECT_EQ(0, run(«small»));\n}\n\n",
                "//",
                "int main() { return 0; }\n",
            ),
            ("func Test«word»«n»(t *testing.T) { t.Skip() }\n\n", "//", "// end\n"),
        )
    )
    unit = k.settle(rng, unit, "en")
    return k.loop(k.code_lead(rng, mark), unit, closing, 6, n=k.ramp(rng, 2, 60, k.ONE))


def _ladders(rng: Random) -> Loop:
    unit, mark, closing = rng.choice(
        (
            ('    elif n == «n»:\n        return "«word»"\n', "#", "    return None\n\n"),
            ("        case «n»: return false;\n", "//", "    }\n}\n"),
            (
                "    if («id» > «n» && «id» <= «m») {\n        return «small»;\n    }\n",
                "//",
                "    return 0;\n}\n",
            ),
            ("  WHEN «n» THEN '«word»'\n", "#", "  ELSE NULL END;\n"),
            ("'«n»': lambda: None,\n", "#", "}\n"),
        )
    )
    run = k.ramp(rng, 2, 200, (1, 1, 1, 5, 10))
    unit = k.settle(rng, unit, "en")
    return k.loop(k.code_lead(rng, mark), unit, closing, 9, n=run, m=run.plus(run.step))


def _inserts(rng: Random) -> Loop:
    unit = rng.choice(
        (
            "INSERT INTO «id» VALUES («n», 'N/A', 0, NULL);\n",
            "(«n», '«word»', '«year»-01-01', NULL),\n",
            "UPDATE «id» SET page = «m» WHERE id = «n»;\n",
            "db.«id».insert({_id: «n», name: '«word»', tags: []})\n",
        )
    )
    run = k.ramp(rng, 1, 40_000, (1, 1, 1, 2, 100))
    unit = k.settle(rng, unit, "en")
    return k.loop(k.code_lead(rng), unit, "COMMIT;\n\n", 10, n=run, m=k.ramp(rng, 2, 500, k.ONE))


def _log_lines(rng: Random) -> Loop:
    """Stamps that advance by any step, beside a number of the line or of the retry."""
    unit, form = rng.choice(
        (
            ("«t» WARN  [«word»-«small»] retry «n» of «id» failed: timeout\n", "%Y-%m-%d %H:%M:%S"),
            ("«t» «place» kernel: [«n»] «id»: link is not ready\n", "%b %d %H:%M:%S"),
            ("[«t»] #«n» GET /«word»/index.html 304 0 «small»\n", "%d/%m/%Y:%H:%M:%S"),
            ('{"ts":"«t»","seq":«n»,"level":"info","msg":"«word» ok"}\n', "%Y-%m-%dT%H:%M:%SZ"),
            ("«t» («n») keep-alive «code»\n", "%H:%M:%S.000"),
        )
    )
    if "%b" in form:
        form = form.replace("%b", "Nov")
    moment = dt.datetime(rng.randint(2004, 2024), 11, rng.randint(1, 9), rng.randrange(24))
    waits = rng.choice(((1,), (5,), (30,), (60,), (2, 3), (1, 4, 7), (10, 11, 10, 9)))
    unit = k.settle(rng, unit, "en")

    def stamp(i: int) -> str:
        rounds, rest = divmod(i, len(waits))
        seconds = rounds * sum(waits) + sum(waits[:rest])
        return (moment + dt.timedelta(seconds=seconds)).strftime(form)

    return k.loop(
        k.code_lead(rng),
        unit,
        "\n",
        12,
        ambiguous=len(waits) > 1,
        t=stamp,
        n=k.ramp(rng, 1, 5000, k.ONE),
    )


def _epochs(rng: Random) -> Loop:
    unit = rng.choice(
        (
            "Epoch «n»/«t» - loss: nan - acc: 0.0«small»\n",
            "step «n» | lr 0.0003 | loss 0.6931 | «small» it/s\n",
            "Iteration «n»: residual 1.0e-«small», no improvement\n",
            "[«n»/«t»] Building «id».o\n",
            "Downloading shard «n» of «t»... done\n",
            "Retrying upload of «word», «d» files remaining\n",
        )
    )
    run = k.ramp(rng, 1, 400, (1, 1, 1, 10, 50, 100))
    left = k.Ramp(rng.randint(2500, 9900), -1)
    top = run.start + run.step * rng.choice((400, 900, 2000, 5000))
    unit = k.settle(rng, k.fill(unit, {"t": top}), "en")
    return k.loop(k.plain_lead(rng, "en"), unit, "Done.\n\n", 15, n=run, d=left)


def _remarks(rng: Random) -> Loop:
    """Comments that promise a next step and nothing is ever done."""
    lang, unit = k.pick(
        rng,
        {
            "en": (
                "# Step «n»: check the result again\n",
                "// TODO «n»: handle the «word» case\n",
                "/* «n» */ return «small»;\n",
                "# Line «n»: same as line «p»\n",
            ),
            "de": ("# Schritt «n»: Ergebnis noch einmal prüfen\n", "// Fall «n»: wie Fall «p»\n"),
            "pt": ("# Passo «n»: verificar o resultado novamente\n",),
            "ja": ("# 手順«n»：結果をもう一度確認する\n",),
            "ru": ("// Шаг «n»: проверить результат ещё раз\n",),
        },
    )
    run = k.ramp(rng, 3, 60, k.ONE)
    lead = k.code_lead(rng, "//" if unit[0] == "/" else "#")
    lead = lead if rng.random() < 0.6 else mc.sentence(rng, lang).strip() + "\n\n" + lead
    return k.loop(lead, unit, "\n", 7, n=run, p=run.plus(-1))


_CODE = "counter: code and logs"
KINDS = (
    PositiveKind(
        "v: assignments and constants",
        _CODE,
        k.either(_assignments, _constants),
        ("tail", "closed"),
    ),
    PositiveKind("v: tests that test nothing", _CODE, _tests, ("tail", "recovered")),
    PositiveKind("v: cases and remarks", _CODE, k.either(_ladders, _remarks), ("tail", "stray")),
    PositiveKind("v: stamped log", _CODE, _log_lines),
    PositiveKind("v: steps of a run", _CODE, k.either(_epochs, _inserts), ("tail", "recovered")),
)
IN_LETTERS: tuple[str, ...] = ()
WITH_POINT: tuple[str, ...] = ()
