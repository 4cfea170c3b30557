"""How languages and scripts write numbers: in words, as ordinals, in numerals of their own."""

from degeneration import material as m


def _split(text: str) -> list[str]:
    return text.split()


_EN = _split(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_EN_TENS = _split("twenty thirty forty fifty sixty seventy eighty ninety")
_PT = _split(
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze "
    "dezesseis dezessete dezoito dezenove"
)
_PT_TENS = _split("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
_PT_HUNDREDS = _split(
    "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos"
)
_ES = _split(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_ES_TENS = _split("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_ES_HUNDREDS = _split(
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos "
    "novecientos"
)
_FR = _split(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
)
_FR_TENS = _split("vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")
_DE = _split(
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
    "sechzehn siebzehn achtzehn neunzehn"
)
_DE_TENS = _split("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_TR = _split("sıfır bir iki üç dört beş altı yedi sekiz dokuz")
_TR_TENS = _split("on yirmi otuz kırk elli altmış yetmiş seksen doksan")
_EN_FIRST = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_PT_FIRST = _split("primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono")
_PT_TENTH = _split(
    "décimo vigésimo trigésimo quadragésimo quinquagésimo sexagésimo septuagésimo octogésimo "
    "nonagésimo"
)
_PT_HUNDREDTH = _split(
    "centésimo ducentésimo trecentésimo quadringentésimo quingentésimo sexcentésimo "
    "septingentésimo octingentésimo noningentésimo milésimo"
)
_HEBREW = [
    *((400, "ת"), (300, "ש"), (200, "ר"), (100, "ק"), (90, "צ"), (80, "פ"), (70, "ע"), (60, "ס")),
    *((50, "נ"), (40, "מ"), (30, "ל"), (20, "כ"), (16, "טז"), (15, "טו"), (10, "י"), (9, "ט")),
    *((8, "ח"), (7, "ז"), (6, "ו"), (5, "ה"), (4, "ד"), (3, "ג"), (2, "ב"), (1, "א")),
]


def english(number: int) -> str:
    if number >= 1000:
        rest = f" {english(number % 1000)}" if number % 1000 else ""
        return f"{english(number // 1000)} thousand{rest}"
    if number >= 100:
        rest = f" and {english(number % 100)}" if number % 100 else ""
        return f"{_EN[number // 100]} hundred{rest}"
    if number < 20:
        return _EN[number]
    tens = _EN_TENS[number // 10 - 2]
    return f"{tens}-{_EN[number % 10]}" if number % 10 else tens


def portuguese(number: int) -> str:
    if number >= 1000:
        head = "mil" if number < 2000 else f"{portuguese(number // 1000)} mil"
        rest = number % 1000
        link = " e " if rest <= 100 or not rest % 100 else " "
        return head + (link + portuguese(rest) if rest else "")
    if number >= 100:
        if number == 100:
            return "cem"
        rest = number % 100
        return _PT_HUNDREDS[number // 100 - 1] + (f" e {portuguese(rest)}" if rest else "")
    if number < 20:
        return _PT[number]
    tens = _PT_TENS[number // 10 - 2]
    return f"{tens} e {_PT[number % 10]}" if number % 10 else tens


def spanish(number: int) -> str:
    if number >= 1000:
        head = "mil" if number < 2000 else f"{spanish(number // 1000)} mil"
        return head + (f" {spanish(number % 1000)}" if number % 1000 else "")
    if number >= 100:
        if number == 100:
            return "cien"
        rest = f" {spanish(number % 100)}" if number % 100 else ""
        return _ES_HUNDREDS[number // 100 - 1] + rest
    if number < 30:
        return _ES[number]
    tens = _ES_TENS[number // 10 - 3]
    return f"{tens} y {_ES[number % 10]}" if number % 10 else tens


def french(number: int) -> str:
    if number >= 1000:
        head = "mille" if number < 2000 else f"{french(number // 1000)} mille"
        return head + (f" {french(number % 1000)}" if number % 1000 else "")
    if number >= 100:
        head = "cent" if number < 200 else f"{_FR[number // 100]} cent"
        if number % 100 == 0:
            return head + "s" * (number > 100)
        return f"{head} {french(number % 100)}"
    if number < 20:
        return _FR[number]
    tens = _FR_TENS[number // 10 - 2]
    ones = number % 20 if number >= 60 else number % 10
    if not ones:
        return tens + "s" * (number == 80)
    if ones in (1, 11) and number < 80:
        return f"{tens} et {_FR[ones]}"
    return f"{tens}-{_FR[ones]}"


def german(number: int, last: bool = True) -> str:
    if number >= 1000:
        return f"{german(number // 1000, False)}tausend" + (
            german(number % 1000, last) if number % 1000 else ""
        )
    if number >= 100:
        return f"{_DE[number // 100]}hundert" + (german(number % 100, last) if number % 100 else "")
    if number == 1 and last:
        return "eins"
    if number < 20:
        return _DE[number]
    tens = _DE_TENS[number // 10 - 2]
    return f"{_DE[number % 10]}und{tens}" if number % 10 else tens


def turkish(number: int) -> str:
    parts = []
    if number >= 1000:
        parts += [turkish(number // 1000)] * (number >= 2000) + ["bin"]
    if number % 1000 >= 100:
        parts += [_TR[number // 100 % 10]] * (number // 100 % 10 > 1) + ["yüz"]
    if number % 100 >= 10:
        parts.append(_TR_TENS[number // 10 % 10 - 1])
    if number % 10:
        parts.append(_TR[number % 10])
    return " ".join(parts)


def english_ordinal(number: int) -> str:
    """`forty-third`."""
    head = english(number)
    cut = max(head.rfind(" "), head.rfind("-")) + 1
    last = head[cut:]
    if last.endswith("y"):
        return head[:cut] + last[:-1] + "ieth"
    return head[:cut] + _EN_FIRST.get(last, last + "th")


def portuguese_ordinal(number: int) -> str:
    """`quadragésimo terceiro`, up to 1099."""
    parts = []
    if number >= 100:
        parts.append(_PT_HUNDREDTH[number // 100 - 1])
    if number % 100 >= 10:
        parts.append(_PT_TENTH[number // 10 % 10 - 1])
    if number % 10:
        parts.append(_PT_FIRST[number % 10 - 1])
    return " ".join(parts)


def german_ordinal(number: int) -> str:
    """`dreiundvierzigste`."""
    rest = number % 100
    head = german(number - rest, False) if number > rest else ""
    if 0 < rest < 20:
        odd = {1: "erste", 3: "dritte", 7: "siebte", 8: "achte"}
        return head + odd.get(rest, f"{_DE[rest]}te")
    return german(number, False) + "ste"


def chinese(number: int) -> str:
    """`二百一十`; tens below twenty without their one."""
    out, empty = "", False
    for value, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, value)
        if not digit:
            empty = empty or bool(out)
            continue
        out += "零" * empty + "零一二三四五六七八九"[digit] + sign
        empty = False
    return out.removeprefix("一") if out.startswith("一十") else out


def hebrew(number: int) -> str:
    """Letters as numerals, with the marks that make them such."""
    out = ""
    for value, letter in _HEBREW:
        while number >= value:
            out += letter
            number -= value
    return f"{out}׳" if len(out) == 1 else f"{out[:-1]}״{out[-1]}"


def digits_of(zero: str, number: int) -> str:
    """Digits of the script whose nought is `zero`."""
    return "".join(chr(ord(zero) + int(digit)) for digit in str(number))


def superscript(number: int) -> str:
    return "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in str(number))


def suffixed(number: int) -> str:
    """`43rd`."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def column(number: int) -> str:
    """A column of a sheet, 1 is A and 27 is AA."""
    return m.letters(number).upper()
