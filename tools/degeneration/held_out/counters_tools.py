"""What the kinds of counters are put together with."""

from collections.abc import Callable, Iterator
from itertools import count
from random import Random

from degeneration import material as m
from degeneration.held_out import material_counters as mc
from degeneration.sample import Ending, Loop, PositiveKind


def kind(
    name: str, category: str, draw: Callable[[Random], Loop], *endings: Ending
) -> PositiveKind:
    """A kind of this part, that runs to the end where nothing else is said."""
    return PositiveKind(f"y: {name}", f"counter: {category}", draw, endings or ("tail",))


def begin(rng: Random) -> int:
    """Where a model is in its list when it begins to count."""
    return rng.choice((1, 1, 2, rng.randint(3, 30), rng.randint(31, 99), rng.randint(100, 900)))


def step(rng: Random) -> int:
    return rng.choices((1, 2, 5, 10), (24, 2, 1, 1))[0]


def each(make: Callable[[int], str], start: int, by: int = 1) -> Iterator[str]:
    """The unit of each number, without end."""
    return (make(number) for number in count(start, by))


def filled(
    rng: Random, template: str, start: int | None = None, by: int | None = None
) -> Iterator[str]:
    """A template whose `{n}`, and `{p}` for the number before, count."""
    back = "{p}" in template  # what refers to the one before goes on one by one
    stride = by or (1 if back else step(rng))
    first = start or max(begin(rng), stride) + back
    return each(
        lambda n: template.replace("{n}", str(n)).replace("{p}", str(n - stride)), first, stride
    )


def counting(
    lead: str, units: Iterator[str], closing: str = "", least: float = 3.0, ambiguous: bool = False
) -> Loop:
    return Loop("counter", lead, units, closing, least=least, ambiguous=ambiguous)


def listed(rng: Random, language: str, mark: str, n: int, newline: str = "\n") -> str:
    """Honest items, numbered from one, that come before those that say nothing new."""
    items = mc.sentences(rng, language, n)
    return "".join(
        f"{mark.replace('#', str(i))} {item}{newline}" for i, item in enumerate(items, 1)
    )


def pick(rng: Random, table: dict[str, list[str]]) -> tuple[str, str]:
    """A language and one of its templates."""
    language = rng.choice(list(table))
    return language, rng.choice(table[language])


def place(rng: Random) -> str:
    """A made-up word with a capital."""
    return m.content_word(rng).capitalize()
