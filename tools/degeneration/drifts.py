"""Loops that never say the same twice: slow drift, noise, recombination, growth."""

import datetime as dt
import textwrap
from collections.abc import Callable, Iterator
from itertools import accumulate, count, repeat
from random import Random

from degeneration import material as m
from degeneration.exact import clean
from degeneration.sample import Label, Loop, PositiveKind

Stream = Callable[[Random], Iterator[str]]


def stream(label: Label, units: Stream, least: float = 8) -> Callable[[Random], Loop]:
    return lambda rng: Loop(label, clean(rng), units(rng), least=least)


def _mutate(rng: Random, word: str) -> str:
    at = rng.randrange(1, len(word))
    return word[:at] + rng.choice(m.NOISE) + word[at + 1 :]


def _long_name(rng: Random) -> str:
    return (m.content_word(rng) + m.content_word(rng)[:3]).capitalize()


def mutating_name(rng: Random) -> Iterator[str]:
    """One letter of a name changes from copy to copy, as in "Hakate, Hekate, Hoketo Toolbox"."""
    word, tail = _long_name(rng), m.phrase(rng, 1, 3)
    between = rng.choice((", ", "\n", "; "))
    while True:
        yield f"{word} {tail}{between}"
        word = _mutate(rng, word)


def mutating_around(rng: Random) -> Iterator[str]:
    """A letter of the first name changes, but always of the first one."""
    word, tail = _long_name(rng), m.phrase(rng, 2, 4)
    while True:
        yield f"- {_mutate(rng, word)} {tail}\n"


def noisy_copies(rng: Random) -> Iterator[str]:
    unit, share = m.sentence(rng, 6, 16) + " ", rng.uniform(0.01, 0.05)
    while True:
        yield m.noisy(rng, unit, share)


def noisy_rows(rng: Random) -> Iterator[str]:
    unit = f"<tr><td>{m.title(rng)}</td><td>{m.name(rng)}</td></tr>\n"
    while True:
        yield m.noisy(rng, unit, 0.02)


def noisy_page(rng: Random) -> Iterator[str]:
    page = f"# {m.title(rng)}\n\n" + m.prose(rng, rng.randint(500, 1200))
    while True:
        yield m.noisy(rng, page, 0.01)


def rewrapped(rng: Random) -> Iterator[str]:
    """The same paragraph, its lines broken elsewhere in every copy."""
    text = m.paragraph(rng, 2, 4)
    while True:
        yield textwrap.fill(text, rng.randint(30, 90)) + "\n\n"


def wrapped_sentence(rng: Random) -> Iterator[str]:
    """One sentence again and again in a column, whose lines are not quite equally long."""
    words, mean, column = m.sentence(rng, 7, 18).split(), rng.randint(30, 90), 0
    width = mean
    while True:
        out = ""
        for word in words:
            column += len(word) + 1
            if column > width:
                out, column = out[:-1] + "\n", len(word) + 1
                width = mean + rng.randint(-5, 5)
            out += word + " "
        yield out


def recased(rng: Random) -> Iterator[str]:
    text = m.phrase(rng, 3, 7)
    while True:
        yield rng.choice((str, str.upper, str.title, str.capitalize))(text) + rng.choice(",.;\n ")


def swapped_word(rng: Random) -> Iterator[str]:
    """One word of the sentence is drawn anew out of a few each time."""
    before, after = m.phrase(rng, 3, 6).capitalize(), m.phrase(rng, 3, 6)
    pool = [m.content_word(rng) for _ in range(rng.randint(2, 5))]
    while True:
        yield f"{before} {rng.choice(pool)} {after}. "


def dropped_words(rng: Random) -> Iterator[str]:
    text = m.sentence(rng, 10, 20).split()
    while True:
        yield " ".join(word for word in text if rng.random() > 0.06) + "\n"


def jittered_stamp(rng: Random) -> Iterator[str]:
    """A stamp that advances by uneven steps, the message always the same."""
    stamp = dt.datetime.combine(m.date(rng), dt.time(rng.randrange(24)))
    text, step = m.phrase(rng, 3, 8), rng.choice((5, 30, 60))
    while True:
        stamp += dt.timedelta(seconds=max(1, step + rng.randint(-2, 2)))
        yield f"{stamp:%Y-%m-%d %H:%M:%S} {text}\n"


def skipping_counter(rng: Random) -> Iterator[str]:
    """A counter that leaves numbers out."""
    text, number = m.phrase(rng, 3, 7), 0
    while True:
        number += rng.choices((1, 2, 3), (80, 15, 5))[0]
        yield f"{number}. {text}\n"


def noisy_counter(rng: Random) -> Iterator[str]:
    text = m.phrase(rng, 4, 8)
    for number in count(1):
        yield f"{number}. {m.noisy(rng, text, 0.03)}\n"


def growing(rng: Random) -> Iterator[str]:
    """Every copy is the one before and a word more: "a, a b, a b c"."""
    pool = [m.content_word(rng) for _ in range(rng.randint(1, 4))]
    words = (pool[i % len(pool)] for i in count())
    return (text + "\n" for text in accumulate(words, lambda text, word: f"{text} {word}"))


def growing_run(rng: Random) -> Iterator[str]:
    stem, more = m.content_word(rng), rng.choice(("a", "!", "ha", "o", "-"))
    return (stem + more * i + " " for i in count(1))


def deepening(rng: Random) -> Iterator[str]:
    """The same item, ever further to the right."""
    text, step = m.phrase(rng, 1, 4), rng.choice(("  ", "> ", "    ", "*"))
    return (step * i + f"- {text}\n" for i in count())


def shrinking(rng: Random) -> Iterator[str]:
    """The sentence loses its last word until nothing is left, then starts again."""
    text = m.sentence(rng, 12, 24).split()
    while True:
        for length in range(len(text), 2, -1):
            yield " ".join(text[:length]) + "\n"


def mutating_script(rng: Random) -> Iterator[str]:
    script = rng.choice(("han", "kana", "cyrillic", "arabic"))
    letters = m.SCRIPTS[script][0] or "的一是在不了有和人这中大为上个国我以要他"
    text = list(m.script_sentence(rng, script, 4, 8))
    while True:
        yield "".join(text)
        text[rng.randrange(len(text) - 1)] = rng.choice(letters)


def word_salad(rng: Random) -> Iterator[str]:
    """A dozen words at random, without end."""
    pool = [m.content_word(rng) for _ in range(rng.randint(4, 12))]
    while True:
        yield rng.choice(pool) + " "


def permuted_words(rng: Random) -> Iterator[str]:
    pool = [m.content_word(rng) for _ in range(rng.randint(4, 9))]
    between, end = rng.choice(((" ", ". "), (", ", "\n"), (" | ", "\n")))
    while True:
        yield between.join(rng.sample(pool, len(pool))) + end


def permuted_cells(rng: Random) -> Iterator[str]:
    pool = [m.title(rng, 1, 2) for _ in range(rng.randint(4, 7))]
    while True:
        yield "<tr>" + "".join(f"<td>{c}</td>" for c in rng.sample(pool, len(pool))) + "</tr>\n"


def shuffled_lines(rng: Random) -> Iterator[str]:
    pool = [m.sentence(rng, 4, 12) + "\n" for _ in range(rng.randint(3, 7))]
    while True:
        yield rng.choice(pool)


def shuffled_sentences(rng: Random) -> Iterator[str]:
    pool = [m.sentence(rng, 6, 14) + " " for _ in range(rng.randint(3, 8))]
    while True:
        yield from rng.sample(pool, len(pool))


def uneven_alternation(rng: Random) -> Iterator[str]:
    """Two or three units, each a random number of times in turn."""
    pool = [m.phrase(rng, 1, 4) + rng.choice((", ", "\n")) for _ in range(rng.randint(2, 3))]
    while True:
        yield from repeat(rng.choice(pool), rng.randint(1, 4))


def recombined_fields(rng: Random) -> Iterator[str]:
    """Records out of a few values each: nothing new after the first dozen rows."""
    fields = [[m.title(rng, 1, 2) for _ in range(rng.randint(2, 3))] for _ in range(3)]
    while True:
        a, b, c = (rng.choice(field) for field in fields)
        yield f'{{"nome": "{a}", "tipo": "{b}", "setor": "{c}"}}, '


def rotated(rng: Random) -> Iterator[str]:
    """Every line is the one before, turned by some words."""
    pool = m.phrase(rng, 6, 9).split()
    while True:
        yield " ".join(pool) + "\n"
        at = rng.randint(1, len(pool) - 1)
        pool = pool[at:] + pool[:at]


def salad_of_syllables(rng: Random) -> Iterator[str]:
    pool = rng.sample(("la", "na", "da", "ra", "ta", "ma", "sa", "ka", "pa"), rng.randint(2, 4))
    while True:
        yield "".join(rng.choices(pool, k=rng.randint(1, 3))) + " "


def salad_of_han(rng: Random) -> Iterator[str]:
    pool = [m.script_sentence(rng, "han", 1, 3)[:-1] for _ in range(rng.randint(3, 6))]
    while True:
        yield rng.choice(pool) + rng.choice(("，", "。", ""))


_NAMES, _NOISE, _STAMP, _GROW, _MIX = (
    "drift: names and words",
    "drift: noisy copies",
    "drift: stamps and counters",
    "drift: growing and shrinking",
    "low novelty: recombination",
)

KINDS = (
    PositiveKind("mutating name", _NAMES, stream("drift", mutating_name)),
    PositiveKind("name mutating around itself", _NAMES, stream("drift", mutating_around)),
    PositiveKind("mutating script", _NAMES, stream("drift", mutating_script)),
    PositiveKind("swapped word", _NAMES, stream("drift", swapped_word)),
    PositiveKind("noisy copies", _NOISE, stream("drift", noisy_copies)),
    PositiveKind("noisy rows", _NOISE, stream("drift", noisy_rows)),
    PositiveKind("noisy page", _NOISE, stream("drift", noisy_page, 3)),
    PositiveKind("rewrapped paragraph", _NOISE, stream("drift", rewrapped, 4)),
    PositiveKind("wrapped sentence", _NOISE, stream("drift", wrapped_sentence)),
    PositiveKind("recased phrase", _NOISE, stream("drift", recased)),
    PositiveKind("dropped words", _NOISE, stream("drift", dropped_words)),
    PositiveKind("stamp with jitter", _STAMP, stream("drift", jittered_stamp)),
    PositiveKind("skipping counter", _STAMP, stream("drift", skipping_counter, 10)),
    PositiveKind("noisy counter", _STAMP, stream("drift", noisy_counter, 10)),
    PositiveKind("growing unit", _GROW, stream("drift", growing, 12)),
    PositiveKind("growing run", _GROW, stream("drift", growing_run, 12)),
    PositiveKind("deepening list", _GROW, stream("drift", deepening, 12)),
    PositiveKind("shrinking unit", _GROW, stream("drift", shrinking, 20)),
    PositiveKind("word salad", _MIX, stream("low_novelty", word_salad, 80)),
    PositiveKind("permuted words", _MIX, stream("low_novelty", permuted_words, 12)),
    PositiveKind("permuted cells", _MIX, stream("low_novelty", permuted_cells, 12)),
    PositiveKind("shuffled lines", _MIX, stream("low_novelty", shuffled_lines, 25)),
    PositiveKind("shuffled sentences", _MIX, stream("low_novelty", shuffled_sentences, 25)),
    PositiveKind("uneven alternation", _MIX, stream("low_novelty", uneven_alternation, 20)),
    PositiveKind("recombined fields", _MIX, stream("low_novelty", recombined_fields, 30)),
    PositiveKind("rotated words", _MIX, stream("low_novelty", rotated, 12)),
    PositiveKind("salad of syllables", _MIX, stream("low_novelty", salad_of_syllables, 80)),
    PositiveKind("salad of han", _MIX, stream("low_novelty", salad_of_han, 60)),
)
