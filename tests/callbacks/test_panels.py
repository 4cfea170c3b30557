"""Panels whose content is a model's: whatever it writes, it is shown and does nothing."""

import json
import math
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dharma_pl.callbacks.attractor import draw, trace, write
from dharma_pl.callbacks.panels import TOP_UNITS, units_markdown
from dharma_pl.functional.repetition import find_repetition

with warnings.catch_warnings():  # what TensorBoard renders text with is old
    warnings.simplefilter("ignore", DeprecationWarning)
    from tensorboard.plugin_util import markdown_to_safe_html

HOSTILE = [
    "<script>alert(1)</script>",
    "**bold** `code` [link](http://x)\n\n# head",
    "![image](http://x/y.png)",
    "\n\n<img src=x onerror=alert(1)>",
    "$\\frac$ \u202e \ud800 日本 \x00",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_units_are_text_and_nothing_else(unit):
    html = markdown_to_safe_html(units_markdown({unit: 3}))
    assert html.startswith("<pre><code>3 x ")
    for tag in ("<script", "<img", "<a ", "<strong", "<h1", "<em"):
        assert tag not in html
    assert len(html.strip().splitlines()) == 2  # one line of code, and the closing tags


@given(st.dictionaries(st.text(min_size=1), st.integers(1, 9), min_size=1))
def test_the_most_frequent_units_come_first_one_a_line(units):
    lines = units_markdown(units).splitlines()
    assert len(lines) == min(len(units), TOP_UNITS)
    counts = [int(line.split()[0]) for line in lines]
    assert counts == sorted(units.values(), reverse=True)[:TOP_UNITS]


def attractor(text, logprobs=None, entropies=None):
    loop = find_repetition(text, "length")
    ends = range(1, len(text) + 1)
    values = [-0.5] * len(text)
    return trace("page", 7, loop, range(len(text)), text, ends, logprobs or values,
                 entropies or values)  # fmt: skip


def test_a_trace_knows_where_copies_start():
    """Tokens of two characters: the onset is the token that holds the loop's first character."""
    text = "xyz" + "arroz doce, " * 40 + "em"
    loop = find_repetition(text, "length")
    assert (loop.start, loop.period) == (3, 12)
    ends = [*range(2, len(text), 2), len(text)]
    made = trace("page", 7, loop, ends, text, ends, [0.0] * len(ends), [0.0] * len(ends))
    assert (made.onset, made.repeat) == (1, 7)
    assert made.end == len(ends) - 1  # all but "em"
    assert made.tokens[:3] == ("xy", "za", "rr")
    assert "".join(made.tokens) == text


@pytest.mark.parametrize("unit", HOSTILE)
def test_any_unit_is_drawn_and_written(unit, tmp_path):
    made = attractor((unit + " arroz doce") * 40)
    image = draw(made)
    assert image.shape[2] == 3
    assert image.std() > 0
    path = write(made, tmp_path / "curves")
    assert path.name == "step-000007.json"
    read = json.loads(path.read_bytes().decode("ascii"))
    assert read["unit"] == made.unit
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_model_that_gives_no_numbers_is_drawn_too(tmp_path):
    text = "arroz doce, " * 40
    nothing = [math.nan] * len(text)
    made = attractor(text, nothing, [math.inf] * len(text))
    assert set(made.probabilities) == set(made.entropies) == {None}
    draw(made)
    assert json.loads(write(made, tmp_path).read_text())["entropies"][0] is None


def test_the_loop_is_where_the_picture_says():
    """A longer run-up moves the shaded part to the right."""
    early, late = (draw(attractor("?" + text)) for text in (
        "arroz doce, " * 40, "".join(map(chr, range(0x4E00, 0x4E00 + 400))) + "arroz doce, " * 40
    ))  # fmt: skip
    grey = [(abs(image.astype(int) - 235).max(2) < 8).mean() for image in (early, late)]
    assert grey[0] > 1.5 * grey[1] > 0
