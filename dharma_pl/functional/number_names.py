"""Numbers written as words, cardinal and ordinal, in many languages, and spelled letters.

A closed list: like months they count, so that "one ..., two ..." is a series and not news. Words
of a number of several words ("vinte e um") are told apart by `KINDS`, so that they can be joined.
"""

import unicodedata

from dharma_pl.functional import number_words

UNIT, TEEN, TENTH, TENS, HUNDREDS, TIMES = range(1, 7)
"""1 to 9; 10 to 19; tenth, before which a unit is to come; 20 to 90; 100 to 900; times 100."""

JOINTS = ("e", "y", "et", "and", "und", "ed")
"""Words between the words of one number."""

_UNITS = (
    "one two three four five six seven eight nine",
    "um dois três quatro cinco seis sete oito nove",
    "uma duas três quatro cinco seis sete oito nove",
    "uno dos tres cuatro cinco seis siete ocho nueve",
    "una due tre quattro cinque sei sette otto nove",
    "un deux trois quatre cinq six sept huit neuf",
    "une deux trois quatre cinq six sept huit neuf",
    "eins zwei drei vier fünf sechs sieben acht neun",
    "ein zwo drei vier fünf sechs sieben acht neun",
    "first second third fourth fifth sixth seventh eighth ninth",
    "primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono",
    "primero segundo tercero cuarto quinto sexto séptimo octavo noveno",
    "primer segundo tercer cuarto quinto sexto séptimo octavo noveno",
    "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième",
    "première second troisième quatrième cinquième sixième septième huitième neuvième",
    "unième seconde troisième quatrième cinquième sixième septième huitième neuvième",
    "primo secondo terzo quarto quinto sesto settimo ottavo nono",
    "erste zweite dritte vierte fünfte sechste siebte achte neunte",
)
_TEENS = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove",
    "dez onze doze treze catorze quinze dezasseis dezassete dezoito dezanove",
    "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve",
    "dix onze douze treize quatorze quinze seize",
    "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth",
    "dixième onzième douzième treizième quatorzième quinzième seizième",
    "décimo undécimo duodécimo decimotercero decimocuarto decimoquinto decimosexto decimoséptimo "
    "decimoctavo decimonoveno",
    "decimo undicesimo dodicesimo tredicesimo quattordicesimo quindicesimo sedicesimo "
    "diciassettesimo diciottesimo diciannovesimo",
)
_TENS = (
    "twenty thirty forty fifty sixty seventy eighty ninety",
    "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "vingt trente quarante cinquante soixante septante octante nonante",
    "vingts trente quarante cinquante soixante septante huitante nonante",
    "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
    "vigésimo trigésimo quadragésimo quinquagésimo sexagésimo septuagésimo octogésimo nonagésimo",
    "vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo",
    "vingtième trentième quarantième cinquantième soixantième septantième octantième nonantième",
)
_HUNDREDS = (
    "cem duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos",
    "cento duzentas trezentas quatrocentas quinhentas seiscentas setecentas oitocentas novecentas",
    "cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos "
    "novecientos",
    "ciento doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas "
    "novecientas",
    "cento duecento trecento quattrocento cinquecento seicento settecento ottocento novecento",
    "hundert zweihundert dreihundert vierhundert fünfhundert sechshundert siebenhundert "
    "achthundert neunhundert",
    "centésimo ducentésimo",
)
_TIMES = "hundred hundredth cent cents centième yüz"
_LETTERS = (
    "alfa bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar "
    "papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu",
    "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar",
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma "
    "tau upsilon phi chi psi omega",
)
_ORDINAL = (*_UNITS[9:], *_TEENS[7:], *_TENS[7:], _HUNDREDS[-1])


def _german() -> dict[str, int]:
    """Einundzwanzig, and the ordinals, which are one word each."""
    units, tens = _UNITS[8].split(), _TENS[5].split()
    units[1] = "zwei"
    numbers = {
        f"{unit}und{ten}": 10 * many + one
        for many, ten in enumerate(tens, 2)
        for one, unit in enumerate(units, 1)
    }
    below = numbers | dict(zip(_TEENS[5].split(), range(10, 20), strict=True))
    below |= {ten: 10 * many for many, ten in enumerate(tens, 2)}
    below |= {unit: one for one, unit in enumerate(units, 1)} | {"eins": 1, "": 0}
    hundreds = {
        f"{unit}hundert{word}": 100 * one + value
        for one, unit in enumerate(("", *units[1:]), 1)
        for word, value in below.items()
        if unit or word
    }
    hundreds |= {f"einhundert{word}": 100 + value for word, value in below.items()}
    ordinals = {f"{word}ste": value for word, value in numbers.items()}
    ordinals |= {f"{ten}ste": 10 * many for many, ten in enumerate(tens, 2)}
    ordinals |= {f"{word}te": value for value, word in enumerate(_TEENS[5].split(), 10)}
    ordinals |= {word: value for value, word in enumerate(_UNITS[-1].split(), 1)}
    cases = {word + end: value for word, value in ordinals.items() for end in ("", *"nrsm")}
    return numbers | hundreds | cases


def _glued(units: str, tens: str, between: str) -> dict[str, int]:
    """Eenentwintig, tjugoett."""
    return {
        (unit + between + ten if between else ten + unit): 10 * many + one
        for many, ten in enumerate(tens.split(), 2)
        for one, unit in enumerate(units.split(), 1)
    }


def _dutch() -> dict[str, int]:
    """Tweeëntwintig, eenentwintigste."""
    words = _glued(number_words.UNITS[0], number_words.TENS[0], "en")
    words = {word.replace("eeen", "eeën"): value for word, value in words.items()}
    return words | {f"{word}ste": value for word, value in words.items()}


def _russian() -> dict[str, int]:
    """Ordinals in their three genders."""
    words: dict[str, int] = {}
    for value, entry in enumerate(number_words.RUSSIAN.split(","), 1):
        stem, end = entry.split()
        ends = ("я", "е") if end == "-" else (end, "ая", "ое")
        words |= {stem + ending: value for ending in ends}
    return words | {"третий": 3, "четвертый": 4}


def _italian() -> dict[str, int]:
    """Ventuno, ventitré, ventunesimo."""
    numbers = {
        (ten[:-1] if unit[0] in "uo" else ten) + unit: 10 * many + one
        for many, ten in enumerate(_TENS[6].split(), 2)
        for one, unit in enumerate(("uno", *_UNITS[4].split()[1:]), 1)
    }
    stems = {word.rstrip("aeiou"): value for word, value in numbers.items()}
    stems |= {ten[:-1]: 10 * many for many, ten in enumerate(_TENS[6].split(), 2)}
    numbers |= {word[:-1] + "é": value for word, value in numbers.items() if word.endswith("tre")}
    below = numbers | dict(zip(_TEENS[6].split(), range(10, 20), strict=True))
    below |= {ten: 10 * many for many, ten in enumerate(_TENS[6].split(), 2)}
    below |= {unit: one for one, unit in enumerate(("uno", *_UNITS[4].split()[1:]), 1)}
    for many, hundred in enumerate(_HUNDREDS[4].split(), 1):
        numbers |= {hundred + word: 100 * many + value for word, value in below.items()}
    return numbers | {f"{stem}esimo": value for stem, value in stems.items()}


def _spanish() -> dict[str, int]:
    words = "uno dós trés cuatro cinco séis siete ocho nueve"
    units = (*words.split(), "un", "una")
    return {f"veinti{unit}": 20 + (one if one < 10 else 1) for one, unit in enumerate(units, 1)}


def _variants(word: str) -> set[str]:
    """With and without accents."""
    bare = unicodedata.normalize("NFD", word)
    return {word, "".join(char for char in bare if not unicodedata.combining(char))}


def _all() -> dict[str, tuple[int, int]]:
    """Value and kind by word; the first list that has it decides."""
    found: dict[str, tuple[int, int]] = {}

    def add(word: str, value: int, kind: int) -> None:
        for variant in _variants(word) - {"_"}:
            found.setdefault(variant, (value, kind))

    lists = [
        ((*_UNITS, *number_words.UNITS), UNIT, 1, 1),
        ((*_TEENS, *number_words.TEENS), TEEN, 10, 1),
        ((*_TENS, *number_words.TENS), TENS, 20, 10),
    ]
    for names, kind, first, step in (*lists, (_HUNDREDS, HUNDREDS, 100, 100)):
        for words in names:
            for at, word in enumerate(words.split()):
                value = first + step * at
                forms = {word, word[:-1] + "a"} if words in _ORDINAL and word[-1] == "o" else {word}
                for form in sorted(forms, key=lambda form: form != word):
                    tenth = value == 10 and words in _ORDINAL and form[-1] in "oa"
                    add(form, value, TENTH if tenth else kind)
    for word in _TIMES.split():
        add(word, 100, TIMES)
    swedish = _glued(number_words.UNITS[1], number_words.TENS[1], "")
    for glued in (_german(), _italian(), _spanish(), _dutch(), swedish, _russian()):
        for word, value in glued.items():
            add(word, value, 0)
            if word.endswith("esimo"):
                add(word[:-1] + "a", value, 0)
    for words in (*_LETTERS, *number_words.ORDINALS):
        for value, word in enumerate(words.split(), 1):
            add(word, value, 0)
    return found


_NAMES = _all()
VALUES = {word: value for word, (value, _) in _NAMES.items()}
"""What each word stands for; lower case."""
KINDS = {word: kind for word, (_, kind) in _NAMES.items() if kind}
"""Which part of a number of several words it may be."""
