"""Clean pages written blind are so by the rules of the seen; the detector is not asked."""

import hashlib
import os
import re
import subprocess
import sys
from functools import cache
from itertools import groupby
from pathlib import Path
from random import Random

import pytest
from degeneration import corpus, pages_code, pages_office, pages_tables, pages_text
from degeneration.build import negative
from degeneration.held_out import pages as held_out
from degeneration.judged.first import pages as judged
from degeneration.sample import NegativeKind, Sample

TOOLS = Path(__file__).parents[2] / "tools"
KINDS = (*judged.KINDS, *held_out.KINDS)
SEEN = (*pages_tables.KINDS, *pages_text.KINDS, *pages_code.KINDS, *pages_office.KINDS)
DIGITS = re.compile(r"\d+")
DRAWS = 6
EACH_FORM = (0, 1, 3, 7)
ARITHMETIC_ROWS, OTHER_ROWS = 25, 5
LARGEST_BLOCK = 6


@cache
def draws(kind: NegativeKind) -> list[str]:
    return [kind.draw(Random(f"{kind.name} {i}")) for i in range(DRAWS)]


def rows_of(text: str) -> list[str]:
    """Rows of an HTML table, however it is broken into lines, or lines that are not empty."""
    if "<tr>" in text:
        return text.replace("\n", "").split("</tr>")
    return [line for line in text.split("\n") if line.strip()]


def longest_count(units: list[str]) -> int:
    """Units of the longest run alike but for numbers that all advance by fixed steps."""
    best, run, before, steps = 0, 0, None, None
    for unit in units:
        shape, numbers = DIGITS.sub("#", unit), [int(digits) for digits in DIGITS.findall(unit)]
        step = None
        if before is not None and before[0] == shape:
            step = [b - a for a, b in zip(before[1], numbers, strict=True)]
        alike = run + 1 if run and step == steps else 2
        run = alike if step and any(step) else 0
        best, before, steps = max(best, run), (shape, numbers), step
    return best


def counting(text: str) -> int:
    """Rows, or blocks of rows, that count."""
    rows = rows_of(text)
    return max(
        longest_count(
            ["\n".join(rows[i : i + size]) for i in range(first, len(rows) - size + 1, size)]
        )
        for size in range(1, LARGEST_BLOCK + 1)
        for first in range(size)
    )


def sample(kind: NegativeKind, index: int) -> Sample:
    name = f"0/{kind.name}/{index}"
    return negative(kind, Random(name), name, index)


def digest() -> str:
    texts = (kind.draw(Random(kind.name)) for kind in KINDS)
    return hashlib.sha256("".join(texts).encode()).hexdigest()


@pytest.mark.parametrize(("kinds", "least"), [(judged.KINDS, 55), (held_out.KINDS, 90)])
def test_kinds_are_many_new_and_named_once(kinds: tuple[NegativeKind, ...], least: int) -> None:
    others = [kind for kind in (*SEEN, *KINDS) if kind not in kinds]
    names = [kind.name for kind in kinds]
    assert len(names) == len(set(names))
    assert len(names) >= least
    assert not set(names) & {kind.name for kind in others}
    assert not {kind.draw for kind in kinds} & {kind.draw for kind in others}
    categories = [kind.category for kind in kinds]
    assert set(categories) >= {kind.category for kind in SEEN}
    assert set(categories) <= {kind.category for kind in corpus.NEGATIVES["dev"]}
    assert categories.count("text: leaders and blanks") >= 10


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("1 a\n2 a\n3 a\n4 a\n", 4),
        ("1 a\n\n2 a\n\n3 a\n", 3),
        ("1 a\nb\n2 a\nb\n3 a\nb\n", 3),
        ("<tr><td>1</td></tr><tr><td>2</td>\n</tr><tr><td>3</td></tr>", 3),
        ("1 a\n2 b\n3 c\n", 0),
        ("1 9\n2 4\n3 7\n", 2),
    ],
)
def test_counting_is_seen(text: str, rows: int) -> None:
    assert counting(text) == rows


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_page_does_not_count_nor_stand_still(kind: NegativeKind) -> None:
    most = ARITHMETIC_ROWS if kind.arithmetic else OTHER_ROWS
    for text in draws(kind):
        assert counting(text) <= most
        same = max(len(list(group)) for _, group in groupby(rows_of(text)))
        assert same <= 12, text
        assert 200 < len(text) < 16_000


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_pages_of_a_kind_differ_and_come_whole_and_cut(kind: NegativeKind) -> None:
    assert len(set(draws(kind))) == DRAWS
    samples = [sample(kind, index) for index in EACH_FORM]
    assert all(s.truth is None and s.text for s in samples)
    forms = {s.id.rsplit("/", 1)[1]: s.finish_reason for s in samples}
    assert forms == {"whole": "eos", "cut": "length", "whole-unknown": None, "cut-unknown": None}


def test_pages_are_the_same_whatever_the_hash_seed() -> None:
    code = (
        "import hashlib; from random import Random\n"
        "from degeneration.judged.first import pages as one\n"
        "from degeneration.held_out import pages as two\n"
        "texts = (k.draw(Random(k.name)) for k in (*one.KINDS, *two.KINDS))\n"
        "print(hashlib.sha256(''.join(texts).encode()).hexdigest())"
    )
    env = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(TOOLS)}
    there = subprocess.run(
        [sys.executable, "-c", code], env=env, check=True, capture_output=True, text=True
    )
    assert there.stdout.strip() == digest()
