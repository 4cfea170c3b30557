"""Words, names, numbers and prose that pages are made of; everything is drawn from the seed.

Content words are made of syllables, thousands of them with Zipf's frequencies, so that clean prose
repeats itself about as much as prose does. A short list of words would make every page look like
a loop to rules that count n-grams.
"""

import datetime as dt
from functools import cache
from random import Random


def _split(text: str) -> list[str]:
    return text.split()


_ONSETS = _split("b c d f g l m n p r s t v br cl cr dr fr gr pl pr qu ch lh nh tr")
_NUCLEI = _split("a e i o u ão ei ia io ou ua é á ê í ó")
_CODAS = ["", "", "", "", "r", "s", "l", "m", "n"]
_ENDS = _split("ção mento dade or ista al ivo ário ência ura agem ar er ir ado ente o a os as")
_FUNCTION = _split(
    "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das à seu "
    "sua ou quando muito nos já também só pelo pela até isso entre sem mesmo aos nas"
)

SCRIPTS: dict[str, tuple[str, str, str]] = {
    # name: (letters, between words, end of a sentence)
    "cyrillic": ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщ", " ", ". "),
    "arabic": ("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", " ", ". "),
    "hebrew": ("אבגדהוזחטיכלמנסעפצקרשת", " ", ". "),
    "greek": ("αβγδεζηθικλμνξοπρστυφχψω", " ", ". "),
    "devanagari": ("कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह", " ", "। "),
    "hangul": (
        "가나다라마바사아자차카타파하고노도로모보소오조초구누두루무부수우주기니디리미비시이지",
        " ",
        ". ",
    ),
    "thai": ("กขคงจชซญดตถทธนบปผฝพฟมยรลวศสหอ", "", " "),
    "han": ("", "", "。"),
    "kana": (
        "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん",
        "",
        "。",
    ),
}
NOISE = "aeioulnrstdcmp"
"""Letters that noise and drift put in the place of others."""


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """6000 words and their cumulated Zipf weights; function words come first."""
    rng = Random("vocabulary")
    words = dict.fromkeys(_FUNCTION)
    while len(words) < 6000:
        stem = "".join(
            rng.choice(_ONSETS) + rng.choice(_NUCLEI) + rng.choice(_CODAS)
            for _ in range(rng.choice((1, 1, 2, 2, 3)))
        )
        words[stem + (rng.choice(_ENDS) if rng.random() < 0.5 else "")] = None
    total, cumulated = 0.0, []
    for rank in range(len(words)):
        total += 1 / (rank + 4)
        cumulated.append(total)
    return list(words), cumulated


@cache
def _script_words(script: str) -> list[str]:
    rng = Random(f"words of {script}")
    letters = SCRIPTS[script][0] or "".join(chr(0x4E00 + rng.randrange(6000)) for _ in range(1200))
    longest = 3 if script in ("han", "hangul", "kana") else 9
    return ["".join(rng.choices(letters, k=rng.randint(1, longest))) for _ in range(3000)]


def words(rng: Random, n: int) -> list[str]:
    """`n` words of running text, common ones more often."""
    vocabulary, weights = _vocabulary()
    return rng.choices(vocabulary, cum_weights=weights, k=n)


def content_word(rng: Random) -> str:
    """A word that is no function word, all equally likely."""
    vocabulary, _ = _vocabulary()
    return vocabulary[rng.randrange(len(_FUNCTION), len(vocabulary))]


def phrase(rng: Random, low: int = 2, high: int = 5) -> str:
    """Content words and a function word between them now and then."""
    parts = [content_word(rng)]
    for _ in range(rng.randint(low, high) - 1):
        if rng.random() < 0.3:
            parts.append(rng.choice(_FUNCTION))
        parts.append(content_word(rng))
    return " ".join(parts)


def title(rng: Random, low: int = 1, high: int = 4) -> str:
    return phrase(rng, low, high).capitalize()


def name(rng: Random) -> str:
    """A person's name of two to four parts."""
    parts = [content_word(rng).capitalize() for _ in range(rng.randint(2, 3))]
    if rng.random() < 0.4:
        parts.insert(1, rng.choice(("da", "de", "dos", "e")))
    return " ".join(parts)


def sentence(rng: Random, low: int = 6, high: int = 22) -> str:
    out = words(rng, rng.randint(low, high))
    if len(out) > 9:
        out[len(out) // 2] += ","
    return " ".join(out).capitalize() + rng.choices(".?!;", (20, 1, 1, 1))[0]


def paragraph(rng: Random, low: int = 2, high: int = 6) -> str:
    return " ".join(sentence(rng) for _ in range(rng.randint(low, high)))


def prose(rng: Random, chars: int) -> str:
    """Paragraphs of together about `chars` characters."""
    out: list[str] = []
    while sum(map(len, out)) < chars:
        out.append(paragraph(rng))
    return "\n\n".join(out) + "\n\n"


def script_sentence(rng: Random, script: str, low: int = 5, high: int = 16) -> str:
    _, between, stop = SCRIPTS[script]
    chosen = rng.choices(_script_words(script), k=rng.randint(low, high))
    return between.join(chosen) + stop


def script_prose(rng: Random, script: str, chars: int) -> str:
    out = ""
    while len(out) < chars:
        out += script_sentence(rng, script) + ("\n" if rng.random() < 0.2 else "")
    return out


def money(rng: Random, high: float = 5000) -> str:
    """An amount the Brazilian way, `1.234,56`."""
    text = f"{rng.random() ** 2 * high:,.2f}"
    return text.translate(str.maketrans(",.", ".,"))


def date(rng: Random) -> dt.date:
    return dt.date(1950, 1, 1) + dt.timedelta(days=rng.randrange(27_000))


def code(rng: Random, letters: int = 2, digits: int = 4) -> str:
    """An identifier such as `KX-0412`."""
    head = "".join(rng.choices("ABCDEFGHJKLMNPQRSTUVWXYZ", k=letters))
    return f"{head}-{rng.randrange(10**digits):0{digits}d}"


def roman(number: int) -> str:
    """A Roman numeral, 1 upwards."""
    out = ""
    for value, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        _split("M CM D CD C XC L XL X IX V IV I"),
        strict=True,
    ):
        out += letters * (number // value)
        number %= value
    return out


def noisy(rng: Random, text: str, share: float) -> str:
    """Substitute, drop and double about `share` of the characters; line ends stay."""
    out = []
    for char in text:
        if rng.random() >= share or char == "\n":
            out.append(char)
        else:
            out.append(rng.choice((rng.choice(NOISE), "", char + rng.choice(NOISE))))
    return "".join(out)


def letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa, as in lists and spreadsheets."""
    out = ""
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(97 + rest) + out
    return out
