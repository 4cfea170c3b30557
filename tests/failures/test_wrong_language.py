"""Outputs in another language."""

import subprocess
import sys

import pytest

from dharma_pl.demo import LedgerPages
from dharma_pl.errors import DataError
from dharma_pl.failures import WrongLanguage
from dharma_pl.records import Document, Output

PT = (
    "Aos doze dias do mês de março compareceu nesta casa o senhor João Batista, lavrador, morador "
    "na freguesia vizinha, e declarou que vendera ao armazém duas sacas de feijão preto, uma de "
    "milho e meia arroba de café já moído, pelo que recebeu a quantia combinada diante das "
    "testemunhas abaixo assinadas, ficando o resto para pagar depois da próxima colheita."
)
EN = (
    "On the twelfth day of March there came to this house Mister John Baptist, farmer, who lives "
    "in the neighbouring parish, and declared that he had sold to the store two sacks of black "
    "beans, one of corn and half a measure of ground coffee, for which he was paid the agreed sum "
    "before the witnesses signed below, while the rest shall be paid after the next harvest."
)
GL = (
    "Aos doce días do mes de marzo compareceu nesta casa o señor Xoán Bautista, labrego, veciño da "
    "parroquia do lado, e declarou que lle vendera ao almacén dous sacos de feixóns negros, un de "
    "millo e media arroba de café xa moído, polo que recibiu a cantidade acordada diante das "
    "testemuñas abaixo asinadas, quedando o resto para pagar despois da próxima colleita."
)


def find(text, target=None, **settings):
    document = Document("page", "Transcribe.", target=target)
    return WrongLanguage(**settings).find(Output("page", 0, text, (), (), "eos"), document)


@pytest.mark.parametrize("settings", [{"target": PT}, {"languages": ["pt", "es"]}])
def test_an_answer_in_english(settings):
    [finding] = find(EN, **settings)
    assert (finding.start, finding.end) == (0, len(EN))
    assert finding.evidence["language"] == "en"
    assert "pt" in finding.evidence["expected"]
    assert finding.evidence["probability"] > 0.99


@pytest.mark.parametrize(
    ("text", "target", "languages"),
    [
        (PT, PT, None),
        (EN, None, None),  # nobody said what it should be in
        (EN, PT, ["pt", "en"]),
        (EN[:60], PT, None),  # too little to tell
        ("as an AI " * 500, PT, None),  # a loop is in no language
        (" ".join(f"item {n} {n},50" for n in range(900)), PT, None),
        (PT, GL, None),  # too much alike for a poor transcription
        (EN, "12,50", None),
        ("\ud800 " + PT, PT, None),
    ],
)
def test_what_is_in_the_right_language(text, target, languages):
    assert find(text, target, languages=languages) == []


def test_ledgers_are_not_in_the_wrong_language():
    for document in LedgerPages(train=30, validation=0, heldout=0, legitimate=0).read():
        assert find(document.target, PT) == []


def test_an_unknown_language_is_named():
    with pytest.raises(DataError, match="unknown language 'portuguese'"):
        WrongLanguage(["portuguese"])


def test_without_the_library_the_extra_is_named():
    code = (
        "import sys; sys.modules['py3langid'] = None\n"
        "from dharma_pl.failures import WrongLanguage\n"
        "from dharma_pl.errors import UsageError\n"
        "try: WrongLanguage()\n"
        "except UsageError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'dharma_pl[language]'" in done.stdout
