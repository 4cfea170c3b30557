"""Notations: chess, music, knots of characters, formulas."""

from random import Random

from degeneration.held_out import material_pages as p

BOOK = p.Book()


@BOOK.page("games of chess", p.NOTATION)
def chess(rng: Random) -> str:
    """Moves as books and files give them; some end in a repetition of moves."""
    out = []
    pieces = rng.choice(("NBRQK", "SLTDK", "CATDR", "КСЛФ"))
    for _ in range(rng.randint(1, 4)):
        moves = []
        for number in range(1, rng.randint(18, 50)):
            pair = []
            for _ in "12":
                square = rng.choice("abcdefgh") + rng.choice("12345678")
                piece = rng.choice(("", "", *pieces))
                take = "x" if rng.random() < 0.2 else ""
                pair.append(rng.choice(("O-O", *[f"{piece}{take}{square}"] * 20)))
            moves.append(f"{number}. {' '.join(pair)}")
        if rng.random() < 0.5:
            there = f"{pieces[0]}f3 {pieces[0]}f6", f"{pieces[0]}g1 {pieces[0]}g8"
            moves += [f"{len(moves) + i + 1}. {there[i % 2]}" for i in range(4)]
        head = (
            f'[White "{p.name(rng, "en")}"]\n[Black "{p.name(rng, "ru")}"]\n[Result "1/2-1/2"]\n\n'
        )
        out.append(head + rng.choice((" ", " ", "\n")).join(moves) + " 1/2-1/2")
    return "\n\n".join(out) + "\n"


@BOOK.page("six strings", p.NOTATION)
def tablature(rng: Random) -> str:
    """Guitar tabs: dashes, bars and a figure here and there."""
    out, width, bars = [], rng.choice((8, 12, 16)), rng.randint(2, 4)
    chord = [rng.randrange(13) for _ in range(6)]
    for _ in range(rng.randint(3, 7)):
        if rng.random() < 0.6:
            out.append(rng.choice(("Intro", "Verse", "Riff", "Am       F       C       G")))
        for index, string in enumerate("eBGDAE"):
            line = ""
            for _ in range(bars):
                cells = ["-"] * width
                for _ in range(rng.choice((0, 1, 1, 2))):
                    cells[rng.randrange(width - 1)] = str((chord[index] + rng.randrange(3)) % 10)
                line += "".join(cells) + "|"
            out.append(f"{string}|{line}")
        out.append("")
    return p.title(rng, "en", 2, 4) + "\n\n" + "\n".join(out)


@BOOK.page("tunes in letters", p.NOTATION)
def abc(rng: Random) -> str:
    """Jigs and reels: parts that come back with another ending."""
    out = []
    for number in range(1, rng.randint(3, 7)):
        size, length = rng.choice((("6/8", 6), ("4/4", 8), ("3/4", 6)))
        lines = [f"X:{number * rng.randint(1, 40)}", f"T:{p.title(rng, 'en', 2, 4)}"]
        lines += [f"M:{size}", "L:1/8", f"K:{rng.choice(('D', 'G', 'Am', 'Edor'))}"]
        for _ in "AB":
            bars = ["".join(rng.choices("ABcdefgGEDF", k=length)) for _ in range(6)]
            lines.append(f"|:{bars[0]}|{bars[1]}|{bars[0]}|{bars[2]}|")
            lines.append(f"{bars[0]}|{bars[1]}|{bars[3]}|{bars[4]}:|")
        out.append("\n".join(lines))
    return "\n\n".join(out) + "\n"


@BOOK.page("drawn boxes", p.NOTATION)
def boxes(rng: Random) -> str:
    """A diagram of boxes and arrows, or bars of a chart, in characters."""
    out, width = [], rng.randint(20, 44)
    if rng.random() < 0.5:
        mark = rng.choice("#█*=")
        for _ in range(rng.randint(10, 24)):
            size = rng.randrange(1, width)
            out.append(f"{p.word(rng, 'en')[:10]:>10} | {mark * size} {size * rng.randrange(1, 9)}")
    else:
        h, v, corner, down = rng.choice((("-", "|", "+", "v"), ("─", "│", "·", "▼")))
        edge = corner + h * width + corner
        for _ in range(rng.randint(4, 8)):
            lines = [p.title(rng, "en", 1, 3)[:width] for _ in range(rng.randint(1, 3))]
            out += [edge, *(v + line.center(width) + v for line in lines), edge]
            out += [v.center(width + 2).rstrip(), down.center(width + 2).rstrip()]
    return p.lead(rng, "en") + "```\n" + "\n".join(out) + "\n```\n"


@BOOK.page("dots and dashes", p.NOTATION)
def morse(rng: Random) -> str:
    """Telegrams in Morse, or Braille, with the text or without."""
    signs = p.listed(
        ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- "
        ".-- -..- -.-- --.."
    )
    braille, text, out = rng.random() < 0.4, rng.random() < 0.5, []
    for _ in range(rng.randint(5, 12)):
        plain = " ".join(p.words(rng, "en", rng.randint(4, 10)))
        if braille:
            coded = "".join(chr(0x2801 + ord(c) % 63) if c != " " else "⠀" for c in plain)
        else:
            coded = " ".join(signs[ord(c) - 97] if c != " " else "/" for c in plain)
        out.append(coded + (f"\n{plain}" if text else ""))
    return p.lead(rng, "en") + "\n".join(out) + "\n"


@BOOK.page("lines of a derivation", p.NOTATION)
def derivation(rng: Random) -> str:
    """Terms that stay while one of them is worked out."""
    names, out = rng.choice(("xyz", "abc", "αβγ", "pqr")), []
    terms = [
        f"{rng.choice(('', '2', '3', '-', '5'))}{rng.choice(names)}^{{{rng.randint(2, 7)}}}"
        for _ in range(rng.randint(6, 12))
    ]
    for _ in range(rng.randint(7, 14)):
        spot = rng.randrange(len(terms))
        a, b = rng.randrange(2, 60), rng.randrange(2, 60)
        terms[spot] = rng.choice(
            (
                f"\\frac{{{a}}}{{{b}}}",
                f"{a}{rng.choice(names)}",
                f"\\sqrt{{{a}{rng.choice(names)}}}",
            )
        )
        if len(terms) > 3 and rng.random() < 0.5:
            terms.pop(rng.randrange(len(terms)))
        out.append("&= " + " + ".join(terms).replace("+ -", "- "))
    body = " \\\\\n".join(out)
    return (
        p.lead(rng, "en") + f"\\begin{{align*}}\n{body}\n\\end{{align*}}\n" + p.paragraph(rng, "en")
    )


@BOOK.page("matrices", p.NOTATION)
def matrices(rng: Random) -> str:
    """Steps of an elimination: zeros and ones spread over the matrix."""
    size, out = rng.randint(3, 6), []
    grid = [[rng.randrange(-9, 10) for _ in range(size + 1)] for _ in range(size)]
    for column in range(size):
        for row in range(column + 1, size):
            factor = rng.randint(-3, 3)
            mixed = [a - factor * b for a, b in zip(grid[row], grid[column], strict=True)]
            grid[row] = [0] * (column + 1) + mixed[column + 1 :]
        rows = " \\\\\n".join(" & ".join(map(str, line)) for line in grid)
        step = f"R_{{{column + 1}}} \\to R_{{{column + 1}}} - {rng.randint(2, 9)}R_1"
        out.append(f"$${step}$$\n\\[\n\\begin{{pmatrix}}\n{rows}\n\\end{{pmatrix}}\n\\]")
    return p.lead(rng, "en") + "\n\n".join(out) + "\n" + p.paragraph(rng, "en") + "\n"


@BOOK.page("sixteen steps", p.NOTATION)
def drums(rng: Random) -> str:
    """Patterns of a drum machine or of a loom."""
    on, off = rng.choice((("x", "-"), ("●", "○"), ("X", "."), ("o", "_"), ("■", "□")))
    voices, out = ["BD", "SD", "CH", "OH", "CP", "LT", "HT", "RS"], []
    for number in range(1, rng.randint(5, 10)):
        out.append(f"{rng.choice(('Pattern', 'Tact'))} {number}")
        for voice in voices[: rng.randint(3, 8)]:
            beat = rng.choice((2, 4, 4, 8, 16))
            steps = [on if i % beat == 0 or rng.random() < 0.12 else off for i in range(16)]
            parts = ["".join(steps[i : i + 4]) for i in (0, 4, 8, 12)]
            out.append(f"{voice} {rng.choice(('|', ' ')).join(parts)}")
        out.append("")
    return "\n".join(out)


KINDS = tuple(BOOK.kinds)
