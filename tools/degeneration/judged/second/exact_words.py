"""Exact loops of a few characters or words."""

from random import Random

from degeneration import material as m
from degeneration.judged.second.material_loops import (
    LATIN,
    RIGHT_TO_LEFT,
    SPACED,
    UNSPACED,
    again,
    glue,
    lead,
    piece,
    sentence,
    tongue,
    word,
)
from degeneration.sample import Loop, PositiveKind

CHARACTERS = "exact: characters and words"
SCRIPTS = "exact: scripts"

_HELD = {
    "en": "aehilmors",
    "pt": "aeiouãs",
    "de": "nehs",
    "ru": "аоен",
    "ar": "اليم",
    "he": "יוה",
    "zh": "的一人国了",
    "ja": "のあーい",
    "th": "าเอ",
    "ko": "이가아",
    "hi": "कनर",
}
_SYLLABLES = [
    *("ção", "mente", "ing", "tion", "la", "ha", "ja", "er", "ung", "ment", "ла", "ние", "ий"),
    *("rs", "kk", "uh", "ão", "está", "ba", "ni", "το", "ων", "eau", "ata", "abe", "xyz", "co"),
]
_SAID = [
    *("yes", "no", "the", "and", "very", "okay", "right", "so", "sim", "não", "muito", "bis"),
    *("oui", "non", "très", "nein", "ja", "sehr", "sí", "muy", "da capo", "да", "нет", "очень"),
    *("ditto", "idem", "none", "null", "amen", "holy", "alleluia", "tak", "evet", "hayır"),
]
_BY_TURNS = [
    *("yes no", "sim não", "true false", "on off", "left right", "0 1", "A B C", "up down"),
    *("да нет", "oui non", "V F", "M F", "red blue", "tick tock", "hot cold", "SIM NÃO N/A"),
    *("norte sul", "ja nein", "in out", "pass fail skip", "♪ la", "是 否", "نعم لا"),
]
_EMOJI = [
    *(
        "😂",
        "🔥",
        "💯",
        "❤️",
        "👍🏽",
        "🎉",
        "🙏",
        "👨‍👩‍👧",
        "🇧🇷",
        "✨",
        "🚀",
        "😭",
        "⭐",
        "🤔",
        "✅",
        "👏🏻",
        "🏳️‍🌈",
    ),
]
_SPEECH = [
    "I mean",
    "you know",
    "uh",
    "well",
    "é",
    "tipo assim",
    "né",
    "bueno",
    "euh",
    "also",
    "ну",
]


def _held(rng: Random) -> Loop:
    """Ends in the middle of a word, of which a character goes on."""
    lang = rng.choice(list(_HELD))
    before = lead(rng, lang, end="") + glue(lang)
    start = piece(rng, lang, 1, 3) if rng.random() < 0.6 else ""
    return again(before + start, rng.choice(_HELD[lang]), least=24)


def _digit(rng: Random) -> Loop:
    """A number whose digits do not end."""
    lang = tongue(rng)
    label = rng.choice(
        ("Total: ", "CPF ", "0.", "π ≈ 3.", "Nº ", "ISBN ", "ref. ", "Tel. +", "R$ ")
    )
    digits = rng.choice(
        (rng.choice("123456789"), f"{rng.randint(10, 99)}", str(rng.randint(101, 98765)))
    )
    if rng.random() < 0.25:
        digits += rng.choice((".", "-", " ", ","))
    return again(lead(rng, lang, end="\n") + label, digits, least=12)


def _syllable(rng: Random) -> Loop:
    unit = rng.choice(_SYLLABLES) if rng.random() < 0.6 else m.content_word(rng)[:4]
    lang = "ru" if ord(unit[0]) > 0x400 else rng.choice(LATIN)
    text = lead(rng, lang, end=" ")
    return again(text + word(rng, lang)[:3].lower(), unit, least=12)


def _stuck(rng: Random) -> Loop:
    lang = rng.choice(SPACED)
    unit = rng.choice(_SAID) if rng.random() < 0.5 else word(rng, lang).lower()
    after = rng.choices((" ", ", ", "\n", ". ", "-", "/", " | ", "! "), (8, 4, 4, 1, 1, 1, 1, 1))[0]
    return again(lead(rng, lang, end=rng.choice((" ", "\n"))), unit + after, least=30)


def _to_and_fro(rng: Random) -> Loop:
    """Two or three answers by turns, as in a list of choices that has lost its way."""
    words = rng.choice(_BY_TURNS).split()
    between = rng.choice((" ", ", ", "\n", " / ", " → ", "; ", " e "))
    text = lead(rng, tongue(rng), end="\n" if rng.random() < 0.5 else " ")
    return again(text, between.join(words) + between, least=40)


def _emoji(rng: Random) -> Loop:
    lang = rng.choice(("en", "pt", "es", "tr", "ko"))
    unit = "".join(rng.sample(_EMOJI, rng.randint(1, 4)))
    if rng.random() < 0.4:
        unit += rng.choice((" ", "\n", f" {word(rng, lang)} " if lang != "ko" else " ㅋㅋ "))
    return again(lead(rng, lang, 100, 700, end=" "), unit, least=30)


def _filled_pause(rng: Random) -> Loop:
    """A transcript of speech in which somebody does not get on."""
    words = rng.sample(_SPEECH, rng.randint(1, 3))
    stop = rng.choice((", ", "... ", " – ", " "))
    who = rng.choice(("SPEAKER_01: ", "[00:14:09] ", "Entrevistado: ", "Witness: ", ""))
    text = lead(rng, rng.choice(("en", "pt", "es", "fr")), end="\n")
    return again(text + who, stop.join(words) + stop, least=12)


def _phrase(rng: Random) -> Loop:
    lang = rng.choice(SPACED)
    ands = {"en": " and ", "pt": " e ", "fr": " et ", "de": " und ", "es": " y ", "ru": " и "}
    after = rng.choice((" ", ", ", "; ", "\n", ands.get(lang, " – "), " — ", ". "))
    text = lead(rng, lang, end=rng.choice((" ", "\n")))
    return again(text, piece(rng, lang, 2, 6) + after, least=6)


def _chain(rng: Random) -> Loop:
    """Genitives that never come to their noun: `of the daughter of the king of the daughter`."""
    nouns = {
        "en": (" of the ", "brother friend king owner house son edge colour sum daughter agent"),
        "pt": (" da ", "filha viúva rua casa cor parte vila irmã capela data metade"),
        "fr": (" de la ", "fille rue maison sœur moitié couleur partie cour ville date"),
        "es": (" de la ", "hija calle casa hermana mitad parte villa orilla puerta suma"),
        "it": (" della ", "figlia via casa sorella metà parte villa riva porta somma"),
        "de": (" von der ", "Tochter Straße Schwester Hälfte Farbe Seite Witwe Brücke"),
    }
    lang = rng.choice(list(nouns))
    link, pool = nouns[lang]
    chosen = rng.sample(pool.split(), rng.randint(1, 4))
    text = lead(rng, lang, end=" ") + piece(rng, lang, 1, 3)
    return again(text, "".join(link + noun for noun in chosen), least=6)


def _unspaced(rng: Random) -> Loop:
    lang = rng.choice(UNSPACED)
    stops = {"zh": "，。、；\n", "ja": "、。・\n", "th": " \n"}[lang]
    unit = piece(rng, lang, 1, 5)
    if rng.random() < 0.6:
        unit += rng.choice(stops)
    return again(lead(rng, lang, end=""), unit, least=6)


def _unspaced_sentence(rng: Random) -> Loop:
    lang = rng.choice(UNSPACED)
    unit = sentence(rng, lang) + rng.choice(("", "\n", "\n\n", " "))
    if rng.random() < 0.25:
        unit = rng.choice("「『（") + unit.strip() + "」\n"
    return again(lead(rng, lang, end="\n"), unit, least=4)


def _leftward(rng: Random) -> Loop:
    lang = rng.choice(RIGHT_TO_LEFT)
    stop = rng.choice((" ", "، " if lang == "ar" else ", ", "\n", " \u200f"))
    unit = piece(rng, lang, 1, 5) if rng.random() < 0.5 else sentence(rng, lang)
    text = lead(rng, lang, end=rng.choice((" ", "\n\n")))
    return again(text, unit + stop, least=5)


def _other_script(rng: Random) -> Loop:
    """Korean, Hindi, Greek or Russian, by lines, as list items or quoted."""
    lang = rng.choice(("ko", "hi", "el", "ru"))
    before, after = rng.choice((("", "\n"), ("- ", "\n"), ("«", "» "), ("> ", "\n"), ("", " ")))
    unit = before + (sentence(rng, lang) if rng.random() < 0.6 else piece(rng, lang, 3, 6)) + after
    return again(lead(rng, lang), unit, least=4)


KINDS = (
    PositiveKind("letter held down", CHARACTERS, _held),
    PositiveKind("digits without end", CHARACTERS, _digit, ("tail", "tail", "stray")),
    PositiveKind("syllable stutter", CHARACTERS, _syllable, ("tail", "tail", "stray")),
    PositiveKind("word stutter", CHARACTERS, _stuck, ("tail", "tail", "recovered")),
    PositiveKind("to and fro", CHARACTERS, _to_and_fro),
    PositiveKind("emoji shower", CHARACTERS, _emoji),
    PositiveKind("filled pauses", CHARACTERS, _filled_pause, ("tail", "recovered")),
    PositiveKind("phrase refrain", "exact: phrases and sentences", _phrase, ("tail", "stray")),
    PositiveKind("genitive chain", "exact: phrases and sentences", _chain),
    PositiveKind("unspaced phrase", SCRIPTS, _unspaced),
    PositiveKind("unspaced sentence", SCRIPTS, _unspaced_sentence, ("tail", "tail", "recovered")),
    PositiveKind("leftward phrase", SCRIPTS, _leftward),
    PositiveKind("line in another script", SCRIPTS, _other_script, ("tail", "stray")),
)
