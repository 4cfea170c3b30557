"""Loops go on where copies differ in white space, case and rows of marks alone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dharma_pl.functional.extent import extent
from dharma_pl.functional.repetition import find_repetition
from dharma_pl.functional.runs import Run

UNIT = "um quilo de arroz! "
LEAD = "Inventário dos bens. "


def exact_run(before: str, copies: int) -> Run:
    return Run(len(before), len(before) + copies * len(UNIT), len(UNIT))


def test_copies_in_another_dress_belong_to_the_loop_on_both_sides():
    dressed = "UM quilo   de arroz!!! " * 3
    text = LEAD + dressed + UNIT * 5 + dressed + "Fim."
    start, end = extent(text, exact_run(LEAD + dressed, 5))
    assert text[start:end] == (dressed + UNIT * 5 + dressed).rstrip()


def test_less_than_a_copy_before_and_other_numbers_are_not():
    for before in ("De Arroz! ", "um quilo de feijão! ", "1 UM quilo de arroz! 2 "):
        run = exact_run(LEAD + before, 5)
        assert extent(LEAD + before + UNIT * 5, run) == (run.start, run.end)
    text = "UM 7 quilo! " + "um 8 quilo! " * 5
    assert extent(text, Run(12, len(text), 12)) == (12, len(text))


def test_a_part_of_a_copy_belongs_to_it_at_the_end_of_the_text_alone():
    text, run = LEAD + UNIT * 5 + "Um QUILO", exact_run(LEAD, 5)
    assert extent(text, run) == (run.start, len(text))
    assert extent(text + " dois três quatro", run) == (run.start, run.end)


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 90), st.integers(0, 90), st.sampled_from((str.upper, str.title)))
def test_however_many_copies_are_dressed(before, after, shape):
    text = LEAD + shape(UNIT) * before + UNIT * 100 + shape(UNIT) * after + "E nada mais."
    loop = find_repetition(text, "eos")
    assert loop is not None
    assert loop.label == "exact"
    assert loop.start == len(LEAD)
    assert abs(loop.end - len(LEAD) - len(UNIT) * (before + 100 + after)) <= 1


def test_copies_that_are_cut_within_a_tag():
    """What was read of the first copy were fewer symbols than of the next."""
    unit = "<tr><td>Três sacas de sal</td><td>SL-6/td></tr>\n"
    text = LEAD + unit * 40 + "<tr><td>Três sacas de sal</td</td"
    loop = find_repetition(text, "length")
    assert loop is not None
    assert (loop.label, loop.start, loop.period) == ("exact", len(LEAD), len(unit))


def test_a_copy_without_a_symbol_of_its_own_goes_no_further():
    text = LEAD + "a" * 400 + "?AAAA, e mais."
    run = Run(len(LEAD), len(LEAD) + 400, 1)
    assert extent(text, run)[1] <= len(LEAD) + 405
