"""Numbers in the words and the digits of many languages."""

from collections.abc import Callable

from degeneration.judged.seventh.material_counters import split


def _small(units: str, tens: str, joint: str, hundred: Callable[[int], str]) -> "Words":
    return Words(units.split(), tens.split(), joint, hundred)


class Words:
    """Number words of a language that puts tens before ones."""

    def __init__(
        self, units: list[str], tens: list[str], joint: str, hundred: Callable[[int], str]
    ) -> None:
        """`units` are those below 20 or 10, `tens` start at the first that units do not reach."""
        self.units, self.tens, self.joint, self.hundred = units, tens, joint, hundred

    def __call__(self, number: int) -> str:
        """1 to 999,999 in words."""
        if number >= 1000:
            high, low = divmod(number, 1000)
            return f"{self(high)} {self.hundred(0)} {self(low) if low else ''}".strip()
        if number >= 100:
            high, low = divmod(number, 100)
            return f"{self.hundred(high)} {self(low) if low else ''}".strip()
        if number <= len(self.units):
            return self.units[number - 1]
        ten, one = divmod(number, 10)
        word = self.tens[ten - (2 if len(self.units) > 9 else 1)]
        return f"{word}{self.joint}{self.units[one - 1]}" if one else word


_EN = _small(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen",
    "twenty thirty forty fifty sixty seventy eighty ninety",
    "-",
    lambda n: f"{english(n)} hundred" if n else "thousand",
)
_ES_HUNDREDS = split(
    "mil ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos "
    "ochocientos novecientos"
)
_ES = _small(
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés "
    "veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
    "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    " y ",
    lambda n: _ES_HUNDREDS[n],
)
_PT_HUNDREDS = split(
    "mil cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos "
    "novecentos"
)
_PT = _small(
    "um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis "
    "dezessete dezoito dezenove",
    "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    " e ",
    lambda n: _PT_HUNDREDS[n] + " e" if n else "mil",
)
_RU_HUNDREDS = split(
    "тысяча сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"
)
_RU = _small(
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать "
    "четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
    "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    " ",
    lambda n: _RU_HUNDREDS[n],
)
_TR = _small(
    "bir iki üç dört beş altı yedi sekiz dokuz",
    "on yirmi otuz kırk elli altmış yetmiş seksen doksan",
    " ",
    lambda n: "bin" if not n else "yüz" if n == 1 else f"{_TR.units[n - 1]} yüz",
)


def english(number: int) -> str:
    return _EN(number)


def spanish(number: int) -> str:
    word = _ES(number).removeprefix("uno ") if number >= 1000 else _ES(number)
    return word.removesuffix("to") if word.endswith("ciento") else word


def portuguese(number: int) -> str:
    word = _PT(number).removeprefix("um ") if number >= 1000 else _PT(number)
    word = word.removesuffix(" e")
    return (
        word.removesuffix("cento") + "cem"
        if word.endswith(" cento")
        else ("cem" if word == "cento" else word)
    )


def russian(number: int) -> str:
    word = _RU(number)
    if number < 1000:
        return word
    for wrong, right in (("один т", "т"), ("два тысяча", "две тысячи")):
        word = right + word.removeprefix(wrong) if word.startswith(wrong) else word
    many = "тысячи" if number // 1000 in (3, 4) else "тысяч"
    return word if number < 3000 else word.replace("тысяча", many)


def turkish(number: int) -> str:
    return _TR(number).removeprefix("bir ") if number >= 1000 else _TR(number)


def german(number: int) -> str:
    """1 to 999,999 in one word, as German writes it."""
    ones = split(
        "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
        "sechzehn siebzehn achtzehn neunzehn"
    )
    tens = split("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")

    def stem(n: int) -> str:
        if n >= 1000:
            return stem(n // 1000) + "tausend" + stem(n % 1000)
        if n >= 100:
            return ones[n // 100 - 1] + "hundert" + stem(n % 100)
        if n < 20:
            return ones[n - 1] if n else ""
        return (ones[n % 10 - 1] + "und" if n % 10 else "") + tens[n // 10 - 2]

    word = stem(number)
    return word + "s" if number % 100 == 1 else word


def indonesian(number: int) -> str:
    ones = split("satu dua tiga empat lima enam tujuh delapan sembilan")
    if number < 10:
        return ones[number - 1] if number else ""
    if number < 20:
        special = {10: "sepuluh", 11: "sebelas"}
        return special.get(number, f"{ones[number - 11]} belas")
    for size, word in ((1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if number >= size:
            high, low = divmod(number, size)
            start = f"se{word}" if high == 1 else f"{indonesian(high)} {word}"
            return f"{start} {indonesian(low)}".strip()
    return ""


def chinese(number: int) -> str:
    """1 to 9999 as in 三千零五."""
    digits = "零一二三四五六七八九"
    out, zero = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            out += ("零" if zero and out else "") + digits[digit] + unit
        zero = not digit
    return out.removeprefix("一") if out.startswith("一十") else out


def japanese(number: int) -> str:
    """1 to 9999 as in 三千五: no zero, and no one before ten, hundred and thousand."""
    out = ""
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            out += ("" if digit == 1 and unit else "零一二三四五六七八九"[digit]) + unit
    return out


def korean(number: int) -> str:
    """1 to 9999 in Sino-Korean."""
    out = ""
    for size, unit in ((1000, "천"), (100, "백"), (10, "십"), (1, "")):
        digit, number = divmod(number, size)
        if digit:
            out += ("" if digit == 1 and unit else "영일이삼사오육칠팔구"[digit]) + unit
    return out


def hebrew(number: int) -> str:
    """1 to 9999 in letters, without marks but for the one after thousands."""
    out = "אבגדהוזחט"[number // 1000 - 1] + "׳" if number >= 1000 else ""
    number %= 1000
    out += "ת" * (number // 400)
    number %= 400
    out += "קרש"[number // 100 - 1] if number >= 100 else ""
    number %= 100
    if number in (15, 16):
        return out + ("טו" if number == 15 else "טז")
    out += "יכלמנסעפצ"[number // 10 - 1] if number >= 10 else ""
    return out + ("אבגדהוזחט"[number % 10 - 1] if number % 10 else "")


def greek(number: int) -> str:
    """1 to 9999 in letters with the keraia after them."""
    out = "͵" + "αβγδεϛζηθ"[number // 1000 - 1] if number >= 1000 else ""
    for size, letters in ((100, "ρστυφχψωϡ"), (10, "ικλμνξοπϟ"), (1, "αβγδεϛζηθ")):
        digit = number // size % 10
        out += letters[digit - 1] if digit else ""
    return out + "ʹ"


DIGITS = {
    "arabic": "٠١٢٣٤٥٦٧٨٩",
    "persian": "۰۱۲۳۴۵۶۷۸۹",
    "devanagari": "०१२३४५६७८९",
    "bengali": "০১২৩৪৫৬৭৮৯",
    "thai": "๐๑๒๓๔๕๖๗๘๙",
    "fullwidth": "０１２３４５６７８９",
    "superscript": "⁰¹²³⁴⁵⁶⁷⁸⁹",
}


def in_digits(number: int, script: str, width: int = 0) -> str:
    """A number in the digits of another script."""
    return f"{number:0{width}d}".translate(str.maketrans("0123456789", DIGITS[script]))


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


CARDINALS: dict[str, Callable[[int], str]] = {
    "en": english,
    "es": spanish,
    "pt": portuguese,
    "de": german,
    "ru": russian,
    "tr": turkish,
    "id": indonesian,
    "zh": chinese,
    "ja": japanese,
    "ko": korean,
}
