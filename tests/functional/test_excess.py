"""ER4 against its definition, and on pages that rightly repeat."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dharma_pl.functional.excess import excess_repetition

WORDS = st.lists(st.sampled_from(["um", "dois", "três", "quatro"]), max_size=60).map(" ".join)


def by_definition(text, target):
    def count(page):
        words = re.findall(r"\w+", page)
        return Counter(zip(*(words[at:] for at in range(4)), strict=False))

    said, rightly = count(text), count(target)
    excess = sum(max(0, n - max(1, rightly[gram])) for gram, n in said.items())
    return excess / max(1, sum(said.values()))


@settings(deadline=None, max_examples=100)
@given(text=WORDS, target=WORDS)
def test_the_definition(text, target):
    assert excess_repetition(text, target) == pytest.approx(by_definition(text, target))


def test_a_page_that_rightly_repeats_and_a_loop():
    page = "Nome: ________ Data: 01/02/1920\n" * 30
    assert excess_repetition(page, page) == 0
    assert excess_repetition(page.replace("1920", "1931"), page) == 0
    assert excess_repetition(page * 9, page) > 0.8
    assert excess_repetition("Soma " + "." * 900, "Soma ....") > 0.9
    assert excess_repetition("a b c", "") == 0
    assert excess_repetition("", "um dois três quatro") == 0


def test_counting_is_excess():
    assert (
        excess_repetition("".join(f"Item {n}: arroz; " for n in range(50)), "Item 1: arroz") > 0.8
    )


def test_words_in_another_order_are_other_words():
    assert excess_repetition("um dois dois um um dois", "") == 0
