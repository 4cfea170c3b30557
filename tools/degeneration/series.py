"""Series that people count in other than 1, 2, 3: letters, words, numerals of many scripts."""

from collections.abc import Callable
from random import Random

from degeneration import material as m

Series = Callable[[int], str]
"""What stands for a number, 1 upwards."""


def _split(text: str) -> list[str]:
    return text.split()


_EN = _split(
    "one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
)
_EN_TENS = _split("twenty thirty forty fifty sixty seventy eighty ninety")
_EN_ORD = _split(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
    "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth"
)
_PT = _split(
    "um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze "
    "quinze dezesseis dezessete dezoito dezenove"
)
_PT_TENS = _split("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
_PT_ORD = _split("primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono")
_PT_ORD_TENS = _split(
    "décimo vigésimo trigésimo quadragésimo quinquagésimo sexagésimo septuagésimo "
    "octogésimo nonagésimo"
)
_ES = _split(
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce "
    "quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós "
    "veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho "
    "veintinueve"
)
_ES_TENS = _split("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_ES_ORD = _split(
    "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo"
)
_ES_TEEN_ORD = _split(
    "decimotercero decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno"
)
_FR = _split(
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze "
    "quinze seize dix-sept dix-huit dix-neuf"
)
_FR_TENS = _split("vingt trente quarante cinquante soixante")
_DE = _split(
    "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn "
    "vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
)
_DE_TENS = _split("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_IT = _split(
    "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici "
    "quattordici quindici sedici diciassette diciotto diciannove"
)
_IT_TENS = _split("venti trenta quaranta cinquanta sessanta settanta ottanta novanta")


def english(n: int) -> str:
    if n > 99:
        rest = f" {english(n % 100)}" if n % 100 else ""
        return f"{_EN[n // 100 - 1]} hundred{rest}"
    tens = _EN_TENS[n // 10 - 2] if n > 19 else ""
    return _EN[n - 1] if n < 20 else tens + (f"-{_EN[n % 10 - 1]}" if n % 10 else "")


def english_ordinal(n: int) -> str:
    n = (n - 1) % 99 + 1
    if n < 20:
        return _EN_ORD[n - 1]
    tens = _EN_TENS[n // 10 - 2]
    return f"{tens}-{_EN_ORD[n % 10 - 1]}" if n % 10 else tens[:-1] + "ieth"


def portuguese(n: int) -> str:
    if n > 99:
        head = ("cento", "duzentos", "trezentos", "quatrocentos", "quinhentos", "seiscentos")
        return (
            "cem"
            if n == 100
            else head[n // 100 - 1] + (f" e {portuguese(n % 100)}" if n % 100 else "")
        )
    tens = _PT_TENS[n // 10 - 2] if n > 19 else ""
    return _PT[n - 1] if n < 20 else tens + (f" e {_PT[n % 10 - 1]}" if n % 10 else "")


def portuguese_feminine(n: int) -> str:
    word = portuguese(n)
    head, last = word[: word.rfind(" ") + 1], word[word.rfind(" ") + 1 :]
    return head + {"um": "uma", "dois": "duas"}.get(last, last)


def portuguese_ordinal(n: int) -> str:
    n = (n - 1) % 99 + 1
    if n < 10:
        return _PT_ORD[n - 1]
    return _PT_ORD_TENS[n // 10 - 1] + (f" {_PT_ORD[n % 10 - 1]}" if n % 10 else "")


def portuguese_ordinal_feminine(n: int) -> str:
    return " ".join(word[:-1] + "a" for word in portuguese_ordinal(n).split())


def spanish(n: int) -> str:
    if n > 99:
        n = (n - 1) % 99 + 1
    if n < 30:
        return _ES[n - 1]
    return _ES_TENS[n // 10 - 3] + (f" y {_ES[n % 10 - 1]}" if n % 10 else "")


def spanish_ordinal(n: int) -> str:
    n = (n - 1) % 19 + 1
    return _ES_ORD[n - 1] if n < 13 else _ES_TEEN_ORD[n - 13]


def french(n: int) -> str:
    n = (n - 1) % 99 + 1
    if n < 20:
        return _FR[n - 1]
    if n < 70:
        joint = " et " if n % 10 == 1 else "-"
        return _FR_TENS[n // 10 - 2] + (joint + _FR[n % 10 - 1] if n % 10 else "")
    if n < 80:
        return "soixante" + (" et " if n == 71 else "-") + _FR[n - 61]
    return "quatre-vingts" if n == 80 else f"quatre-vingt-{_FR[n - 81]}"


def french_ordinal(n: int) -> str:
    if n == 1:
        return "premier"
    word = french(n).removesuffix("s") if n == 80 else french(n)
    word = {"cinq": "cinqu", "neuf": "neuv"}.get(word[-4:], word[-4:]).join((word[:-4], ""))
    return word.removesuffix("e") + "ième"


def german(n: int) -> str:
    n = (n - 1) % 99 + 1
    if n < 20:
        return "eins" if n == 1 else _DE[n - 1]
    tens = _DE_TENS[n // 10 - 2]
    return f"{_DE[n % 10 - 1]}und{tens}" if n % 10 else tens


def german_ordinal(n: int) -> str:
    n = (n - 1) % 99 + 1
    odd = {1: "erste", 3: "dritte", 7: "siebte", 8: "achte"}
    return odd.get(n) or german(n) + ("te" if n < 20 else "ste")


def italian(n: int) -> str:
    n = (n - 1) % 99 + 1
    if n < 20:
        return _IT[n - 1]
    tens, unit = _IT_TENS[n // 10 - 2], n % 10
    if not unit:
        return tens
    word = "tré" if unit == 3 else _IT[unit - 1]
    return (tens[:-1] if unit in (1, 8) else tens) + word


def italian_ordinal(n: int) -> str:
    if n < 11:
        words = "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo"
        return words.split()[n - 1]
    return italian(n).rstrip("aeiou") + "esimo"


_HAN = "〇一二三四五六七八九"


def han(n: int) -> str:
    if n >= 100:
        rest, tens = n % 100, "零" if 0 < n % 100 < 10 else "一" if 10 <= n % 100 < 20 else ""
        return f"{_HAN[n // 100]}百" + (tens + han(rest) if rest else "")
    tens, unit = divmod(n, 10)
    head = ("" if tens == 1 else _HAN[tens]) + "十" if tens else ""
    return head + (_HAN[unit] if unit else "")


def han_digits(n: int) -> str:
    return "".join(_HAN[int(digit)] for digit in str(n))


def of(*names: str) -> Series:
    """A list of names that starts over."""
    return lambda n: names[(n - 1) % len(names)]


def letters_of(alphabet: str) -> Series:
    return of(*alphabet)


def digits_of(zero: int) -> Series:
    table = {48 + digit: zero + digit for digit in range(10)}
    return lambda n: str(n).translate(table)


def superscript(n: int) -> str:
    return str(n).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def subscript(n: int) -> str:
    return str(n).translate({48 + digit: 0x2080 + digit for digit in range(10)})


def english_suffixed(n: int) -> str:
    suffix = "th" if n // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"


def serial(n: int) -> str:
    """AAA, AAB, AAC."""
    out = ""
    for _ in range(3):
        n, rest = divmod(n, 26)
        out = chr(65 + rest) + out
    return out


def squares(n: int) -> str:
    """A1 to A8, then B1."""
    n -= 1
    return f"{chr(65 + n // 8 % 26)}{n % 8 + 1}"


def circled(n: int) -> str:
    n = (n - 1) % 50 + 1
    return chr(0x2460 + n - 1 if n < 21 else 0x3251 + n - 21 if n < 36 else 0x32B1 + n - 36)


CARDINALS: dict[str, Series] = {
    "english words": english,
    "portuguese words": portuguese,
    "portuguese feminine": portuguese_feminine,
    "spanish words": spanish,
    "french words": french,
    "german words": german,
    "italian words": italian,
}
ORDINALS: dict[str, Series] = {
    "english ordinals": english_ordinal,
    "portuguese ordinals": portuguese_ordinal,
    "portuguese feminine ordinals": portuguese_ordinal_feminine,
    "spanish ordinals": spanish_ordinal,
    "french ordinals": french_ordinal,
    "german ordinals": german_ordinal,
    "italian ordinals": italian_ordinal,
    "suffixed ordinals": english_suffixed,
    "ordinal signs": lambda n: f"{n}º",
    "feminine ordinal signs": lambda n: f"{n}ª",
    "french ordinal signs": lambda n: f"{n}e" if n > 1 else "1er",
}
ALPHABETS: dict[str, Series] = {
    "greek letters": letters_of("αβγδεζηθικλμνξοπρστυφχψω"),
    "greek capitals": letters_of("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"),
    "cyrillic letters": letters_of("абвгдежзийклмнопрстуфхцчшщэюя"),
    "cyrillic list letters": letters_of("абвгдежиклмнпрстуфхцшщэюя"),
    "hebrew letters": letters_of("אבגדהוזחטיכלמנסעפצקרשת"),
    "arabic letters": letters_of("ابتثجحخدذرزسشصضطظعغفقكلمنهوي"),
    "arabic abjad": letters_of("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
    "devanagari letters": letters_of("कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"),
    "thai letters": letters_of("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"),
    "hangul syllables": letters_of("가나다라마바사아자차카타파하"),
    "hangul jamo": letters_of("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    "katakana": letters_of(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
    ),
    "iroha": letters_of(
        "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
    ),
    "heavenly stems": letters_of("甲乙丙丁戊己庚辛壬癸"),
}
NUMERALS: dict[str, Series] = {
    "han numerals": han,
    "han digits": han_digits,
    "arabic digits": digits_of(0x0660),
    "persian digits": digits_of(0x06F0),
    "devanagari digits": digits_of(0x0966),
    "bengali digits": digits_of(0x09E6),
    "thai digits": digits_of(0x0E50),
    "full-width digits": digits_of(0xFF10),
    "circled numbers": circled,
    "bracketed numbers": lambda n: chr(0x2474 + (n - 1) % 20),
    "dotted numbers": lambda n: chr(0x2488 + (n - 1) % 20),
    "roman signs": lambda n: chr(0x2160 + (n - 1) % 12),
    "superscripts": superscript,
    "subscripts": subscript,
    "roman": m.roman,
    "small roman": lambda n: m.roman(n).lower(),
}
LATIN: dict[str, Series] = {
    "letters": m.letters,
    "capitals": lambda n: m.letters(n).upper(),
    "serials": serial,
    "squares": squares,
    "columns and rows": lambda n: f"{m.letters(n).upper()}1",
}
NAMES: dict[str, Series] = {
    "nato": of(
        *_split(
            "Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike "
            "November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray "
            "Yankee Zulu"
        )
    ),
    "cards": of(
        *(f"{rank}{suit}" for suit in "♠♥♦♣" for rank in _split("A 2 3 4 5 6 7 8 9 10 J Q K"))
    ),
    "notes": of("dó", "ré", "mi", "fá", "sol", "lá", "si"),
    "english weekdays": of(*_split("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")),
    "weekdays": of(
        "segunda-feira",
        "terça-feira",
        "quarta-feira",
        "quinta-feira",
        "sexta-feira",
        "sábado",
        "domingo",
    ),
    "german weekdays": of(*_split("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag")),
    "months": of(
        *_split(
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro "
            "novembro dezembro"
        )
    ),
    "english months": of(
        *_split(
            "January February March April May June July August September October November December"
        )
    ),
    "french months": of(
        *_split(
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
        )
    ),
    "zodiac": of(
        *_split(
            "Áries Touro Gêmeos Câncer Leão Virgem Libra Escorpião Sagitário Capricórnio "
            "Aquário Peixes"
        )
    ),
}


def any_series(rng: Random, *groups: dict[str, Series]) -> Series:
    return rng.choice([series for group in groups for series in group.values()])
