"""The blind counters look like what their labels say and count; the detector is not asked."""

import re
from collections import Counter
from itertools import islice, pairwise
from random import Random

import pytest
from degeneration.build import positive
from degeneration.held_out import counters
from degeneration.held_out import counters_numerals as numerals
from degeneration.sample import PositiveKind

NUMBER = re.compile(r"-?\d+")
WITHIN_NUMBER = re.compile(r"(?<=\d)[.,](?=\d)")
SEEDS = range(8)
IN_LETTERS = [kind for kind in counters.KINDS if kind.name in counters.IN_LETTERS]
IN_DIGITS = [kind for kind in counters.KINDS if kind.name not in counters.IN_LETTERS]


def by_name(kind: PositiveKind) -> str:
    return kind.name


def test_kinds_are_many_and_of_every_ending() -> None:
    names = [kind.name for kind in counters.KINDS]
    assert len(set(names)) == len(names) >= 50
    assert set(names) >= {*counters.IN_LETTERS, *counters.WITH_POINT}
    endings = [kind.endings for kind in counters.KINDS]
    assert {ending for some in endings for ending in some} == {
        *("tail", "stray", "closed", "recovered")
    }
    assert sum(some != ("tail",) for some in endings) >= len(endings) / 3


@pytest.mark.parametrize("kind", counters.KINDS, ids=by_name)
def test_draws_differ_and_have_the_label_of_the_category(kind: PositiveKind) -> None:
    drawn = [kind.draw(Random(seed)) for seed in SEEDS]
    assert {loop.label for loop in drawn} == {kind.category.split(":")[0]} == {"counter"}
    assert len({loop.lead + next(loop.units) for loop in drawn}) == len(drawn)
    if "closed" in kind.endings:
        assert all(loop.closing.strip() for loop in drawn)
    for loop in drawn:
        assert "[[" not in re.sub(r"\[\[\d|\[\[h", "", loop.lead + next(loop.units) + loop.closing)
        assert 100 <= len(loop.lead) <= 3000
        lines = Counter(line for line in loop.lead.split("\n") if len(line) > 24)
        assert max(lines.values(), default=0) <= 1, lines


@pytest.mark.parametrize("kind", IN_DIGITS, ids=by_name)
def test_counters_in_digits_differ_in_numbers_only_and_count_by_fixed_steps(
    kind: PositiveKind,
) -> None:
    for seed in SEEDS:
        units = list(islice(kind.draw(Random(seed)).units, 40))
        if kind.name in counters.WITH_POINT:
            units = [WITHIN_NUMBER.sub("", unit) for unit in units]
        assert len({NUMBER.sub("#", unit) for unit in units}) == 1, units[:3]
        slots = zip(*(map(int, NUMBER.findall(unit)) for unit in units), strict=True)
        steps = [Counter(b - a for a, b in pairwise(slot)).most_common(1)[0] for slot in slots]
        # Seconds, minutes and days carry; what counts them does not.
        assert any(step and often > 24 for step, often in steps), units[:3]
        assert len(set(units)) == 40, units[:3]


@pytest.mark.parametrize("kind", IN_LETTERS, ids=by_name)
def test_counters_in_letters_never_give_the_same_unit_twice(kind: PositiveKind) -> None:
    for seed in SEEDS:
        units = list(islice(kind.draw(Random(seed)).units, 60))
        assert len(set(units)) == 60
        common = set.intersection(*(set(re.findall(r"\w{3,}", unit)) for unit in units))
        assert common or "bare" in kind.category, units[:3]


def test_units_of_one_length_differ_in_letters_and_digits_only() -> None:
    constant = 0
    for kind in counters.KINDS:
        for seed in range(5):
            truth = (sample := positive(kind, Random(f"{kind.name} {seed}"), "")).truth
            assert truth is not None
            assert len(sample.text) < 40_000
            if truth.period is not None:
                body = sample.text[truth.start : truth.end]
                pairs = zip(body, body[truth.period : 2 * truth.period], strict=False)
                assert all((a + b).isalnum() for a, b in pairs if a != b), (kind.name, body)
                constant += 1
    assert constant > 30


@pytest.mark.parametrize(
    ("lang", "known"),
    [
        ("en", {85: "eighty-five", 312: "three hundred and twelve", 1000: "one thousand"}),
        ("pt", {21: "vinte e um", 100: "cem", 115: "cento e quinze", 1001: "mil um"}),
        ("es", {22: "veintidós", 45: "cuarenta y cinco", 100: "cien", 501: "quinientos uno"}),
        ("fr", {71: "soixante et onze", 80: "quatre-vingts", 99: "quatre-vingt-dix-neuf"}),
        ("fr", {21: "vingt et un", 200: "deux cents", 201: "deux cent un", 110: "cent dix"}),
        ("de", {1: "eins", 21: "einundzwanzig", 101: "einhunderteins", 530: "fünfhundertdreißig"}),
        ("it", {21: "ventuno", 33: "trentatré", 48: "quarantotto", 210: "duecentodieci"}),
        ("pl", {15: "piętnaście", 42: "czterdzieści dwa", 116: "sto szesnaście"}),
        ("ru", {14: "четырнадцать", 40: "сорок", 222: "двести двадцать два"}),
    ],
)
def test_number_words(lang: str, known: dict[int, str]) -> None:
    assert {number: numerals.cardinal(lang, number) for number in known} == known
    assert len({numerals.cardinal(lang, number) for number in range(1, 1999)}) == 1998


def test_other_numerals() -> None:
    ordinals = {
        ("en", 43): "forty-third",
        ("en", 20): "twentieth",
        ("en", 112): "one hundred and twelfth",
        ("de", 1): "erste",
        ("de", 20): "zwanzigste",
        ("de", 103): "einhundertdritte",
        ("fr", 1): "premier",
        ("fr", 3): "troisième",
        ("fr", 9): "neuvième",
        ("fr", 45): "quarante-cinquième",
        ("fr", 80): "quatre-vingtième",
        ("pt", 21): "vigésimo primeiro",
        ("pt", 130): "centésimo trigésimo",
    }
    assert {key: numerals.ordinal(*key) for key in ordinals} == ordinals
    han = {
        ("zh", 14): "十四",
        ("zh", 105): "一百零五",
        ("zh", 210): "二百一十",
        ("ja", 123): "百二十三",
    }
    han |= {
        ("zh", 1010): "一千零一十",
        ("ko", 21): "이십일",
        ("zh", 20): "二十",
        ("ja", 300): "三百",
    }
    assert {key: numerals.han(*key) for key in han} == han
    assert [numerals.hebrew(n) for n in (1, 15, 16, 23, 116)] == ["א׳", "ט״ו", "ט״ז", "כ״ג", "קט״ז"]
    assert [numerals.greek(n) for n in (1, 16, 24, 100)] == ["α΄", "ιστ΄", "κδ΄", "ρ΄"]
    assert [numerals.suffixed(n) for n in (1, 12, 43, 112)] == ["1st", "12th", "43rd", "112th"]
    assert [numerals.lettered("ru", n) for n in (1, 28, 29)] == ["а", "я", "аа"]
    assert numerals.digits_from("٠")(120) == "١٢٠"
