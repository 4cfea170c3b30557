"""Numbers in the words and letters of many languages, as the blind counters write them."""

import pytest
from degeneration.judged.fourth import counters_numerals as numerals


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
