"""Numbers up to 9999 as words of eight languages, as letters and in other scripts' digits."""


def _split(text: str) -> list[str]:
    return text.split()


_EN = _split(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_EN_TENS = _split("0 0 twenty thirty forty fifty sixty seventy eighty ninety")
_DE = _split(
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
    "sechzehn siebzehn achtzehn neunzehn"
)
_DE_TENS = _split("0 0 zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_FR = _split(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dix-sept dix-huit dix-neuf"
)
_FR_TENS = _split("0 0 vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt")
_ES = _split(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_ES_TENS = _split("0 0 0 treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_ES_HUNDREDS = _split(
    "0 ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos "
    "novecientos"
)
_PT = _split(
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze "
    "dezesseis dezessete dezoito dezenove"
)
_PT_TENS = _split("0 0 vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
_PT_HUNDREDS = _split(
    "0 cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos"
)
_IT = _split(
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
    "quindici sedici diciassette diciotto diciannove"
)
_IT_TENS = _split("0 0 venti trenta quaranta cinquanta sessanta settanta ottanta novanta")
_TR = _split("sıfır bir iki üç dört beş altı yedi sekiz dokuz")
_TR_TENS = _split("0 on yirmi otuz kırk elli altmış yetmiş seksen doksan")
_SV = _split(
    "noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton "
    "sjutton arton nitton"
)
_SV_TENS = _split("0 0 tjugo trettio fyrtio femtio sextio sjuttio åttio nittio")


def english(n: int) -> str:
    if n >= 1000:
        rest = f" {english(n % 1000)}" if n % 1000 else ""
        return f"{english(n // 1000)} thousand{rest}"
    if n >= 100:
        rest = f" and {english(n % 100)}" if n % 100 else ""
        return f"{_EN[n // 100]} hundred{rest}"
    if n < 20:
        return _EN[n]
    return _EN_TENS[n // 10] + (f"-{_EN[n % 10]}" if n % 10 else "")


_EN_ODD = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def english_ordinal(n: int) -> str:
    text = english(n)
    cut = max(text.rfind(" "), text.rfind("-")) + 1
    last = text[cut:]
    odd = last[:-1] + "ieth" if last.endswith("y") else last + "th"
    return text[:cut] + _EN_ODD.get(last, odd)


def german(n: int, last: str = "s") -> str:
    if n >= 1000:
        return german(n // 1000, "") + "tausend" + (german(n % 1000, last) if n % 1000 else "")
    if n >= 100:
        return _DE[n // 100] + "hundert" + (german(n % 100, last) if n % 100 else "")
    if n < 20:
        return _DE[n] + (last if n == 1 else "")
    ones = f"{_DE[n % 10]}und" if n % 10 else ""
    return ones + _DE_TENS[n // 10]


def german_ordinal(n: int) -> str:
    """Such as `einundzwanzigste`."""
    odd = {1: "erste", 3: "dritte", 7: "siebte", 8: "achte"}
    rest = n % 100
    if rest in odd:
        return (german(n - rest) if n > rest else "") + odd[rest]
    return german(n) + ("te" if 0 < rest < 20 else "ste")


def french(n: int) -> str:
    if n >= 1000:
        head = "" if n < 2000 else french(n // 1000) + " "
        return head + "mille" + (f" {french(n % 1000)}" if n % 1000 else "")
    if n >= 100:
        head = "" if n < 200 else _FR[n // 100] + " "
        if not n % 100:
            return head + ("cents" if head else "cent")
        return f"{head}cent {french(n % 100)}"
    if n < 20:
        return _FR[n]
    tens, ones = divmod(n, 10)
    if tens in (7, 9):
        ones += 10
    if not ones:
        return _FR_TENS[tens] + ("s" if tens == 8 else "")
    joint = " et " if ones in (1, 11) and tens < 8 else "-"
    return _FR_TENS[tens] + joint + _FR[ones]


def french_ordinal(n: int) -> str:
    if n == 1:
        return "premier"
    text = french(n)
    for end, other in (
        ("cinq", "cinqu"),
        ("neuf", "neuv"),
        ("quatre-vingts", "quatre-vingt"),
        ("cents", "cent"),
    ):
        if text.endswith(end):
            return text[: -len(end)] + other + "ième"
    return text.removesuffix("e") + "ième"


def spanish(n: int) -> str:
    if n >= 1000:
        head = "" if n < 2000 else spanish(n // 1000) + " "
        return head + "mil" + (f" {spanish(n % 1000)}" if n % 1000 else "")
    if n >= 100:
        return (
            "cien"
            if n == 100
            else _ES_HUNDREDS[n // 100] + (f" {spanish(n % 100)}" if n % 100 else "")
        )
    if n < 30:
        return _ES[n]
    return _ES_TENS[n // 10] + (f" y {_ES[n % 10]}" if n % 10 else "")


def portuguese(n: int) -> str:
    if n >= 1000:
        head = "" if n < 2000 else portuguese(n // 1000) + " "
        rest = n % 1000
        joint = " e " if rest <= 100 or not rest % 100 else " "
        return head + "mil" + (joint + portuguese(rest) if rest else "")
    if n >= 100:
        return (
            "cem"
            if n == 100
            else _PT_HUNDREDS[n // 100] + (f" e {portuguese(n % 100)}" if n % 100 else "")
        )
    if n < 20:
        return _PT[n]
    return _PT_TENS[n // 10] + (f" e {_PT[n % 10]}" if n % 10 else "")


def italian(n: int) -> str:
    if n >= 1000:
        head = "mille" if n < 2000 else italian(n // 1000) + "mila"
        return head + (italian(n % 1000) if n % 1000 else "")
    if n >= 100:
        head = "" if n < 200 else _IT[n // 100]
        return head + "cento" + (italian(n % 100) if n % 100 else "")
    if n < 20:
        return _IT[n]
    tens = _IT_TENS[n // 10]
    if n % 10 in (1, 8):
        tens = tens[:-1]
    return tens + ("tré" if n % 10 == 3 else _IT[n % 10] if n % 10 else "")


def turkish(n: int) -> str:
    parts = []
    thousands, rest = divmod(n, 1000)
    if thousands:
        parts.append("bin" if thousands == 1 else f"{turkish(thousands)} bin")
    hundreds, rest = divmod(rest, 100)
    if hundreds:
        parts.append("yüz" if hundreds == 1 else f"{_TR[hundreds]} yüz")
    if rest >= 10:
        parts.append(_TR_TENS[rest // 10])
    if rest % 10:
        parts.append(_TR[rest % 10])
    return " ".join(parts) or _TR[0]


def swedish(n: int) -> str:
    for value, word in ((1000, "tusen"), (100, "hundra")):
        if n >= value:
            return swedish(n // value) + word + (swedish(n % value) if n % value else "")
    if n < 20:
        return _SV[n]
    return _SV_TENS[n // 10] + (_SV[n % 10] if n % 10 else "")


CARDINALS = {
    "en": english,
    "de": german,
    "fr": french,
    "es": spanish,
    "pt": portuguese,
    "it": italian,
    "tr": turkish,
    "sv": swedish,
}


def kanji(n: int) -> str:
    """Such as 百二十三, as in China and Japan."""
    digits = "零一二三四五六七八九"
    out = ""
    for value, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, value)
        if digit:
            out += ("" if digit == 1 and unit else digits[digit]) + unit
    return out


def kanji_places(n: int) -> str:
    """Such as 一二三, digit by digit, with a round zero."""
    return str(n).translate(str.maketrans("0123456789", "〇一二三四五六七八九"))


def hebrew(n: int) -> str:
    """Such as קכ״ג; 15 and 16 are ט״ו and ט״ז."""
    out = ""
    for value, letter in zip((400, 300, 200, 100), "תשרק", strict=True):
        out += letter * (n // value)
        n %= value
    if n in (15, 16):
        out += "ט" + "וז"[n - 15]
    else:
        out += " יכלמנסעפצ"[n // 10].strip() + " אבגדהוזחט"[n % 10].strip()
    return f"{out}׳" if len(out) == 1 else f"{out[:-1]}״{out[-1]}"


def greek(n: int) -> str:
    """Such as ρκγʹ."""
    out = "͵" + "αβγδεϛζηθ"[n // 1000 - 1] if n >= 1000 else ""
    out += " ρστυφχψωϡ"[n % 1000 // 100].strip()
    out += " ικλμνξοπϟ"[n % 100 // 10].strip() + " αβγδεϛζηθ"[n % 10].strip()
    return out + "ʹ"


DIGITS = {
    "arabic": "٠١٢٣٤٥٦٧٨٩",
    "persian": "۰۱۲۳۴۵۶۷۸۹",
    "devanagari": "०१२३४५६७८९",
    "bengali": "০১২৩৪৫৬৭৮৯",
    "tamil": "௦௧௨௩௪௫௬௭௮௯",
    "khmer": "០១២៣៤៥៦៧៨៩",
    "thai": "๐๑๒๓๔๕๖๗๘๙",
    "lao": "໐໑໒໓໔໕໖໗໘໙",
    "gujarati": "૦૧૨૩૪૫૬૭૮૯",
    "wide": "０１２３４５６７８９",
}


def in_digits(script: str, text: object) -> str:
    """The text with its ASCII digits put in those of another script."""
    return str(text).translate(str.maketrans("0123456789", DIGITS[script]))
