"""Counting in letters, numerals of other scripts and number words."""

from collections.abc import Callable
from random import Random

from degeneration import material as m
from degeneration.held_out import counters_tools as t
from degeneration.held_out import material_counters as mc
from degeneration.sample import Loop

_CHAPTERS = {
    "en": ["CHAPTER #.\nOf the same, continued.", "Psalm #. A song, as the one before."],
    "fr": ["CHAPITRE #\nSuite du chapitre précédent.", "§ #. — Même sujet, suite."],
    "es": ["CAPÍTULO #\nDonde se prosigue lo mismo.", "Título #. De lo ya dicho."],
    "it": ["CAPO #. Segue della stessa materia.", "Canto #: continua il precedente."],
    "pt": ["CAPÍTULO # — Da mesma matéria.", "Inciso # - conforme o inciso anterior;"],
    "pl": ["Rozdział #. Ciąg dalszy poprzedniego."],
}
_ANSWERS = {
    "en": ["#) none of the above", "(#) any other good not listed elsewhere;"],
    "pt": ["#) nenhuma das anteriores", "#) demais documentos exigidos em lei;"],
    "de": ["#) keine der genannten Antworten", "#) sonstige Unterlagen nach Absatz 1,"],
    "fr": ["#) aucune des réponses ci-dessus", "#) les autres pièces du dossier ;"],
    "tr": ["#) yukarıdakilerin hiçbiri", "#) diğer belgeler;"],
}
_HAN = {
    "zh": [
        "第#条　本条未尽事宜按国家有关规定执行。",
        "#、坚持以人民为中心的发展思想；",
        "第#回　且听下回分解",
    ],
    "ja": ["第#条　前条の規定はこれを準用する。", "#、被告人は以上の事実を認めた。"],
}
_OTHER_DIGITS = {
    "ar": ["المادة #: يعمل بأحكام هذا القانون.", "#- انظر الصفحة السابقة"],
    "fa": ["ماده #: مانند ماده پیشین اجرا شود.", "صفحه #، خالی است"],
    "hi": ["# । नगर भवन, वही स्थान, वही दर", "समय # : सब पहले की तरह"],
    "bn": ["#। নগর কার্যালয়, আগের মতো", "# নং খবর: কোনো পরিবর্তন নেই"],
    "th": ["# รายการนี้ไม่มีข้อมูล", "ข้อ # รายการเดิม"],
    "ja": ["（#）前項に同じとする。", "問#　次の文を読んで答えなさい。"],
}
_GREEK = [
    "Άρθρο #. Ισχύουν τα προηγούμενα.",
    "#. Και πάλιν είπεν ο αυτός.",
    "Κεφάλαιον # — περί των αυτών",
    "Ψαλμός #, εις το τέλος.",
]
_HEBREW = [
    "פרק #: המשך הפרק הקודם.",
    "סעיף # – כאמור לעיל.",
    "דף # עמוד ראשון, ריק",
    "משנה #. כל האומר כן, הרי זה משובח.",
]
_SHEEP = {
    "en": ["# sheep jumped over the fence. ", "And then there were #.\n", "Number #: present.\n"],
    "de": ["# Schafe springen über den Zaun. ", "Nummer #: anwesend.\n"],
    "pt": ["# carneirinhos pularam a cerca. ", "Número #: presente.\n"],
    "es": ["# ovejas saltaron la valla. ", "Número #: presente.\n"],
    "ru": ["# овец перепрыгнули забор. ", "Номер #: здесь.\n"],
}
_CHEQUES = {
    "en": ["Pay to the bearer # dollars only.\n", "Received the sum of # pounds. "],
    "es": ["Páguese al portador # pesos.\n", "Recibí la cantidad de # pesetas. "],
    "pt": ["Pague-se a quantia de # reais.\n", "Recebi a importância de # cruzeiros. "],
    "ru": ["Получено # рублей.\n", "Выдано наличными # рублей. "],
    "de": ["Erhalten: # Mark.\n", "Zahlen Sie an den Inhaber # Euro. "],
}


def _by(
    rng: Random,
    language: str,
    text: str,
    number: Callable[[int], str],
    start: int,
    by: int = 1,
    least: float = 8,
) -> Loop:
    end = "" if text[-1] in " \n" else rng.choice(("\n", "\n\n"))
    units = t.each(lambda n: text.replace("#", number(n)) + end, start, by)
    return t.counting(mc.opening(rng, language), units, "\n\n", least)


def _chapters(rng: Random) -> Loop:
    language, text = t.pick(rng, _CHAPTERS)
    lower = rng.random() < 0.2
    return _by(
        rng,
        language,
        text,
        lambda n: m.roman(n).lower() if lower else m.roman(n),
        rng.choice((1, 2, rng.randint(3, 60), rng.randint(60, 300))),
    )


def _answers(rng: Random) -> Loop:
    language, text = t.pick(rng, _ANSWERS)
    upper = rng.random() < 0.4
    start = rng.randint(1, 16)
    return _by(
        rng, language, text, lambda n: m.letters(n).upper() if upper else m.letters(n), start
    )


def _han(rng: Random) -> Loop:
    language, text = t.pick(rng, _HAN)
    return _by(rng, language, text, mc.han, rng.randint(1, 140))


def _other_digits(rng: Random) -> Loop:
    language, text = t.pick(rng, _OTHER_DIGITS)
    lead = {"fa": "ar", "bn": "hi", "th": "en"}.get(language, language)
    return _by(rng, lead, text, lambda n: mc.digits(n, language), t.begin(rng))


def _greek(rng: Random) -> Loop:
    return _by(rng, "el", rng.choice(_GREEK), mc.greek, rng.randint(1, 300))


def _hebrew(rng: Random) -> Loop:
    return _by(rng, "he", rng.choice(_HEBREW), mc.hebrew, rng.randint(1, 300))


def _columns(rng: Random) -> Loop:
    text = rng.choice(
        (
            "- Column #: empty string\n",
            'ws["#1"] = None\n',
            "Spalte # enthält keine Werte.\n",
            "Coluna #: sem dados; ",
            "<col name='#' type='text' width='12'/>\n",
        )
    )
    language = rng.choice(("en", "de", "pt"))
    return _by(rng, language, text, lambda n: m.letters(n).upper(), rng.randint(1, 30), least=40)


def _addresses(rng: Random) -> Loop:
    width, upper = rng.choice((4, 6, 8)), rng.random() < 0.5
    text = rng.choice(
        (
            "0x#:  nop  ; padding\n",
            "loc_#:\n    mov eax, 0\n",
            '{"id": "#", "status": "unknown"},\n',
            "#  ff ff ff ff  |....| free\n",
            "U+# <reserved>\n",
        )
    )
    by, start = rng.choice((1, 2, 4, 16)), rng.randint(0x100, 0x8000)
    return _by(
        rng,
        rng.choice(("en", "ru")),
        text,
        lambda n: f"{n:0{width}X}" if upper else f"{n:0{width}x}",
        start,
        by,
        least=40,
    )


def _sheep(rng: Random) -> Loop:
    language, text = t.pick(rng, _SHEEP)
    capital = text.startswith("#")

    def word(n: int) -> str:
        words = mc.number_words(n, language)
        return words[0].upper() + words[1:] if capital else words

    return _by(rng, language, text, word, rng.randint(2, 130))


def _cheques(rng: Random) -> Loop:
    language, text = t.pick(rng, _CHEQUES)
    by = rng.choice((1, 5, 10, 25, 100))
    start = by * rng.randint(2, 40)
    return _by(rng, language, text, lambda n: mc.number_words(n, language), start, by)


KINDS = (
    t.kind("chapters of the same", "letters and numerals", _chapters, "tail", "recovered"),
    t.kind("answers past z", "letters and numerals", _answers, "tail", "stray"),
    t.kind("han articles", "letters and numerals", _han),
    t.kind("digits of other scripts", "letters and numerals", _other_digits, "tail", "stray"),
    t.kind("greek numerals", "letters and numerals", _greek),
    t.kind("hebrew numerals", "letters and numerals", _hebrew),
    t.kind("columns of a sheet", "letters and numerals", _columns, "tail", "recovered"),
    t.kind("addresses in hex", "letters and numerals", _addresses),
    t.kind("sheep in words", "letters and numerals", _sheep, "tail", "recovered"),
    t.kind("cheques in words", "letters and numerals", _cheques, "tail", "stray"),
)
IN_LETTERS = frozenset(kind.name for kind in KINDS)
