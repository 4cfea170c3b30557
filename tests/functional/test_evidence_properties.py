"""What must hold of the evidence for counters, drifts and low novelty, whatever the words."""

from dataclasses import replace

import pytest
from hypothesis import assume, event, example, given, settings
from hypothesis import strategies as st

from dharma_pl.functional.calendar_names import _MONTHS, _SHORT, _WEEKDAYS
from dharma_pl.functional.repetition import DEFAULT, count_symbols, find_repetition

HEAD = "Aos três dias do mês de maio foi feito o inventário que segue.\n"
# No letters of Roman numerals first and last, so that none is one; no month among them.
WORD = st.text("abeghknoprstuz", min_size=3, max_size=9).map(lambda word: f"p{word}a")
WORDS = st.lists(WORD, min_size=2, max_size=8, unique=True)
MARKS = st.sampled_from((", ", "; ", "\n", " | ", " - ", ". ", "</td><td>"))


@settings(deadline=None, max_examples=40)
@given(
    names=st.sampled_from((*_WEEKDAYS, *_MONTHS, *_SHORT)).map(str.split),
    first=st.integers(0, 11),
    words=WORDS,
    year=st.integers(1800, 2090),
    before=st.booleans(),
)
def test_months_and_weekdays_are_a_series_in_every_language(names, first, words, year, before):
    size, text = len(names), " ".join(words)

    def row(n):
        name, turn = names[(first + n) % size], year + (first + n) // size
        return f"{name} de {turn}: {text}\n" if before else f"{text}, {turn}, {name}\n"

    loop = find_repetition(HEAD + "".join(row(n) for n in range(3 * size)), "length")
    assert loop is not None
    assert loop.label == "counter"
    assert loop.repeats == pytest.approx(3 * size, abs=1.01)


@settings(deadline=None, max_examples=40)
@example(0, 1, ". ", "", 106, "length")
@example(3, 1, ", ", "", 39, "length")
@given(
    first=st.integers(0, 900),
    step=st.integers(1, 12),
    marks=MARKS,
    bubbles=st.sampled_from(("", " (a) (b) (c)", " ( )", " ____ ", " [ ] sim [ ] talvez")),
    rows=st.integers(10, 130),
    reason=st.sampled_from(("eos", "length", None)),
)
def test_bare_numbers_and_forms_take_more_copies_than_a_page_has(
    first, step, marks, bubbles, rows, reason
):
    text = HEAD + "".join(f"{first + step * n}{bubbles}{marks}" for n in range(rows))
    loop = find_repetition(text, reason)
    event(loop.label if loop else "clean")
    fewest = 34 if "sim" in bubbles else 70 if bubbles else 40
    if rows < fewest:
        assert loop is None or not loop.strict
    elif rows > 104 and reason == "length":
        assert loop is not None
        assert loop.strict


@settings(deadline=None, max_examples=40)
@given(
    words=WORDS,
    lead=st.sampled_from((HEAD, HEAD + "\n\n", HEAD[:-1] + "   ", "", "a: ", "|\n")),
    first=st.integers(10, 60),
    form=st.sampled_from(("{} {}\n", "| {} | {} |\n", "{}) {}. ", "{1}, {0}; ", "<b>{}</b> {}\n")),
)
def test_the_period_is_that_of_a_copy_whatever_stands_before(words, lead, first, form):
    rows = [form.format(first + n, " ".join(words)) for n in range(30)]
    loop = find_repetition(lead + "".join(rows), "length")
    assert loop is not None
    assert loop.label == "counter"
    assert loop.period == len(rows[0])
    assert abs(loop.start - len(lead)) <= len(rows[0])


@settings(deadline=None, max_examples=40)
@example(["paaaa", "paaba"], [0, 8, 9, *[0] * 36, 3], [str] * 40, "!", "length")
@example(["paaaa", "paaba"], [9, *[0] * 22, 1, *[0] * 16], [str] * 40, "!", "length")
@example(["ppana", "pgnpa"], [9] * 16 + [5] + [9] * 20 + [6, 9, 9], [str] * 40, "*", "abort")
@example(["punna", "phkbhuoaka"], [0] * 40, [str, str, str.title, *[str] * 37], "~", "abort")
@example(["puuua", "ptgza"], [8, *[0] * 39], [str] * 40, "!", "length")
@example([f"p{c * 9}a" for c in "bdghkno"], [*[9] * 38, 1, 9], [str] * 40, "*", "length")
@given(
    words=WORDS,
    spaces=st.lists(st.integers(0, 9), min_size=40, max_size=40),
    case=st.lists(st.sampled_from((str, str.upper, str.title)), min_size=40, max_size=40),
    mark=st.sampled_from("!*~-"),
    reason=st.sampled_from(("length", "abort")),
)
def test_copies_that_differ_in_space_case_and_rows_of_marks_drift(
    words, spaces, case, mark, reason
):
    shapes = zip(spaces, case, strict=True)
    text = HEAD + "".join(
        " " * room + shape(" ".join(words)) + mark * (1 + room) + "\n" for room, shape in shapes
    )
    loop = find_repetition(text, reason)
    assert loop is not None
    assert loop.at_tail
    assert loop.label in ("exact", "drift")
    assert loop.start <= len(HEAD) + loop.period


@settings(deadline=None, max_examples=40)
@given(word=WORD, marks=MARKS, copies=st.integers(60, 130), after=st.integers(0, 40))
def test_a_hundred_copies_of_a_word_are_enough_anywhere(word, marks, copies, after):
    # All of the text after it is different, so that the run is the only evidence.
    rest = " ".join(f"{'xy'[n % 2]}{chr(98 + n % 20)}{chr(99 + n // 2)}q" for n in range(after))
    text = HEAD + (word + marks) * copies + rest
    assume(copies * (len(word) + len(marks)) >= 330)
    loop = find_repetition(text, "eos")
    if copies >= 100:
        assert loop is not None
        assert loop.label == "exact"
    elif count_symbols((word + marks) * copies) < 256 and loop is not None:
        assert not loop.strict


@settings(deadline=None, max_examples=30)
@given(
    words=WORDS,
    noise=st.lists(st.tuples(st.integers(0, 199), st.integers(0, 3), WORD), max_size=60),
    name=st.sampled_from(
        (
            *("drift_miss", "drift_news", "drift_variant", "drift_noise", "drift_copies"),
            *("novelty_news", "novelty_form_factor", "tail_drift", "tail_low_novelty"),
        )
    ),
)
def test_what_is_found_at_a_higher_price_is_found_at_a_lower(words, noise, name):
    said = (words * 100)[:200]
    for at, kind, other in noise:
        said[at] = (other, said[at][:-1] + "e", said[at - 1], "")[kind]
    text = HEAD + " ".join(said)
    dear = replace(DEFAULT, **{name: 2 * getattr(DEFAULT, name)})
    event("found" if find_repetition(text, "length", dear) else "clean")
    if find_repetition(text, "length", dear):
        assert find_repetition(text, "length") is not None


@settings(deadline=None, max_examples=30)
@given(words=WORDS, draws=st.lists(st.integers(0, 7), min_size=300, max_size=300))
def test_a_form_needs_its_factor_more(words, draws):
    # A response after every call, as in a litany: much is foretold, the rest is known.
    calls = " ".join(f"{words[draw % len(words)]}, rogai por nós." for draw in draws)
    salad = " ".join(words[draw % len(words)] for draw in draws)
    lenient = replace(DEFAULT, tail_drift=1e9, novelty_form_factor=1.0)
    strict = replace(lenient, novelty_form_factor=1e9)
    found = find_repetition(calls, "length", strict)
    assert found is None or found.label != "low_novelty"
    free = replace(strict, novelty_foretold=1.0)
    for text in (calls, salad):
        one, other = (find_repetition(text, "length", limits) for limits in (free, lenient))
        assert (one and one.label) == (other and other.label)
