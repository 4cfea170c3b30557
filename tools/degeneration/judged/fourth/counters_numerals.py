"""Numerals, ordinals and calendars, written the way the languages do."""

from collections.abc import Callable

from degeneration import material as m

_SMALL = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen",
    "pt": "um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze"
    " dezesseis dezessete dezoito dezenove",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
    " dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro"
    " veinticinco veintiséis veintisiete veintiocho veintinueve",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit dix-neuf",
    "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
    " fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "it": "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici"
    " quindici sedici diciassette diciotto diciannove",
    "pl": "jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście"
    " trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście",
    "ru": "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать"
    " тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "fr": "vingt trente quarante cinquante soixante",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "pl": "dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt"
    " osiemdziesiąt dziewięćdziesiąt",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
}
_HUNDREDS = {
    "pt": "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos"
    " novecentos",
    "es": "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos"
    " ochocientos novecientos",
    "pl": "sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset",
    "ru": "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
}
_THOUSAND = {
    "en": "one thousand",
    "pt": "mil",
    "es": "mil",
    "fr": "mille",
    "de": "tausend",
    "it": "mille",
    "pl": "tysiąc",
    "ru": "тысяча",
}
_JOIN = {"en": (" and ", "-"), "pt": (" e ", " e "), "es": (" ", " y "), "it": ("", "")}
_EXACT = {("pt", 100): "cem", ("es", 100): "cien", ("fr", 80): "quatre-vingts"}


def _below_hundred(lang: str, number: int) -> str:
    small, tens = _SMALL[lang].split(), _TENS[lang].split()
    if number <= len(small):
        return small[number - 1]
    if lang == "fr" and number >= 80:
        return "quatre-vingt-" + small[number - 81]
    if lang == "fr" and number >= 70:
        return "soixante" + (" et onze" if number == 71 else "-" + small[number - 61])
    ten, unit = tens[number // 10 - 2], number % 10
    if not unit:
        return ten
    if lang == "de":
        return ("ein" if unit == 1 else small[unit - 1]) + "und" + ten
    if lang == "fr":
        return ten + (" et un" if unit == 1 else "-" + small[unit - 1])
    if lang == "it":
        return (ten[:-1] if unit in (1, 8) else ten) + ("tré" if unit == 3 else small[unit - 1])
    return ten + _JOIN.get(lang, (" ", " "))[1] + small[unit - 1]


def cardinal(lang: str, number: int) -> str:
    """Words for 1 to 1999."""
    if (lang, number) in _EXACT:
        return _EXACT[lang, number]
    if number >= 1000:
        return f"{_THOUSAND[lang]} {cardinal(lang, number - 1000) if number > 1000 else ''}".strip()
    count, rest = divmod(number, 100)
    if not count:
        return _below_hundred(lang, number)
    below = cardinal(lang, rest) if rest else ""
    one = _SMALL[lang].split()[count - 1]
    if lang in _HUNDREDS:
        head = _HUNDREDS[lang].split()[count - 1]
    elif lang == "fr":
        head = ("" if count == 1 else f"{one} ") + ("cents" if count > 1 and not rest else "cent")
        return f"{head} {below}".strip()
    elif lang == "it":
        return ("" if count == 1 else one) + "cento" + below
    elif lang == "de":
        return ("ein" if count == 1 else one) + "hundert" + below
    else:
        head = f"{one} hundred"
    return head + (_JOIN.get(lang, (" ", " "))[0] + below if rest else "")


_ENGLISH = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_GERMAN = {1: "erste", 3: "dritte", 7: "siebte", 8: "achte"}
_PORTUGUESE = (
    "primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono",
    "décimo vigésimo trigésimo quadragésimo quinquagésimo sexagésimo septuagésimo octogésimo"
    " nonagésimo",
    "centésimo ducentésimo trecentésimo quadringentésimo quingentésimo sexcentésimo"
    " septingentésimo octingentésimo nongentésimo milésimo",
)


def ordinal(lang: str, number: int) -> str:
    """Words for 1 to 1099 in English, German, French and Portuguese."""
    if lang == "pt":
        parts = (number // 100, number // 10 % 10, number % 10)
        series = reversed(_PORTUGUESE)
        return " ".join(
            row.split()[part - 1] for part, row in zip(parts, series, strict=True) if part
        )
    words = cardinal(lang, number)
    if lang == "de":
        rest = number % 100
        if rest in _GERMAN:
            return words.removesuffix(cardinal("de", rest)) + _GERMAN[rest]
        return words + ("te" if 0 < rest < 20 else "ste")
    if lang == "fr":
        if number == 1:
            return "premier"
        stem = words.removesuffix("e").removesuffix("s") if words[-4:] != "trois" else words
        if words.endswith("trois"):
            stem = words
        stem += "u" if stem.endswith("cinq") else ""
        return (stem[:-1] + "v" if stem.endswith("neuf") else stem) + "ième"
    at = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[at:]
    if last in _ENGLISH:
        return words[:at] + _ENGLISH[last]
    return words[:-1] + "ieth" if words.endswith("y") else words + "th"


def suffixed(number: int) -> str:
    """`1st`, `12th`, `103rd`."""
    teen = 10 < number % 100 < 14
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def digits_from(zero: str) -> Callable[[int], str]:
    """Decimal digits of another script; where they are not in a row all ten are given."""
    ten = zero if len(zero) == 10 else "".join(chr(ord(zero) + i) for i in range(10))
    table = str.maketrans("0123456789", ten)
    return lambda number: str(number).translate(table)


def han(lang: str, number: int) -> str:
    """1 to 1999 as Chinese, Japanese or Korean write them."""
    digits = "일이삼사오육칠팔구" if lang == "ko" else "一二三四五六七八九"
    places = zip((1000, 100, 10), "천백십" if lang == "ko" else "千百十", strict=True)
    out, rest, gap = "", number, False
    for value, sign in places:
        count, rest = divmod(rest, value)
        if not count:
            gap = bool(out)
            continue
        zero = "零" if gap and lang == "zh" else ""
        bare = count == 1 and (lang != "zh" or (value == 10 and not out))
        out, gap = out + zero + ("" if bare else digits[count - 1]) + sign, False
    if not rest:
        return out
    return out + ("零" if gap and lang == "zh" else "") + digits[rest - 1]


def hebrew(number: int) -> str:
    """1 to 999, with 15 and 16 as custom has them."""
    out = "ת" * (number // 400)
    out += "קרש"[number % 400 // 100 - 1] if number % 400 >= 100 else ""
    rest = number % 100
    if rest in (15, 16):
        out += "ט" + "וז"[rest - 15]
    else:
        out += "יכלמנסעפצ"[rest // 10 - 1] if rest >= 10 else ""
        out += "אבגדהוזחט"[rest % 10 - 1] if rest % 10 else ""
    return out + "׳" if len(out) == 1 else out[:-1] + "״" + out[-1]


def greek(number: int) -> str:
    """1 to 999 with letters and keraia."""
    out = "ρστυφχψωϡ"[number // 100 - 1] if number >= 100 else ""
    out += "ικλμνξοπϟ"[number // 10 % 10 - 1] if number // 10 % 10 else ""
    units = ("α", "β", "γ", "δ", "ε", "στ", "ζ", "η", "θ")
    return out + (units[number % 10 - 1] if number % 10 else "") + "΄"


ALPHABETS = {
    "ru": "абвгдежзиклмнопрстуфхцчшщэюя",
    "el": "αβγδεζηθικλμνξοπρστυφχψω",
    "es": "abcdefghijklmnñopqrstuvwxyz",
}


def lettered(lang: str, number: int) -> str:
    """a, b … z, aa, ab in the alphabet of the language."""
    letters = ALPHABETS.get(lang)
    if letters is None:
        return m.letters(number)
    out = ""
    while number:
        number, rest = divmod(number - 1, len(letters))
        out = letters[rest] + out
    return out


MONTHS = {
    "en": "January February March April May June July August September October November December",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro"
    " dezembro",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
    " dicembre",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "ja": "月 火 水 木 金 土 日",
    "ko": "월 화 수 목 금 토 일",
    "el": "Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο Κυριακή",
}
