"""Loops below the word: characters, marks, digits, blanks, bytes in letters."""

import string
from random import Random

from degeneration.judged.third import material_exact as x
from degeneration.sample import Loop, PositiveKind


def _held(rng: Random) -> Loop:
    lang = x.language(rng)
    if rng.random() < 0.5:  # the last letter of a word is held
        lead = x.opened(rng, lang)
        return x.exact(lead, lead[-1])
    char = rng.choice("oaeiOAIWIlmzфыоاهةह啊哈一ーっㅋㅎ的口1789XNéüñß")
    return x.exact(x.opened(rng, lang) + rng.choice((" ", "\n", ": ", "")), char)


_EMOJI = (
    "😂|🤣|😭|🙏|❤️|🔥|🎉|👏🏽|👩‍🚀|🇧🇷|🇯🇵|✨|💯|🐟|🌊|1️⃣|✅|☑️|⭐|🎵|👨‍👩‍👧|🏳️‍🌈|💃🏿|🥲|🌸|➡️|🦜|🫶"
)


def _emoji(rng: Random) -> Loop:
    lang = x.language(rng)
    every = _EMOJI.split("|")
    among = rng.sample(every, rng.choice((1, 1, 2, 3, 5)))
    unit = rng.choice(("", "", " ")).join(among) + rng.choice(("", "", " ", "\n"))
    if rng.random() < 0.2:
        unit = "#" + x.word(rng, lang) + " " + unit.rstrip() + " "
    lead = "".join(
        f"{x.person(rng, lang)}: {x.sentence(rng, lang, 3, 12)} {rng.choice(every)}\n"
        for _ in range(rng.randint(3, 14))
    )
    return x.exact(lead + x.words(rng, lang, 4) + " ", unit, "\n\n")


_MARKS = (
    ("z", "\u0335\u0321"), ("e", "\u0301"), ("o", "\u0302\u0323"), ("a", "\u0303"), ("n", "\u0334"),
    ("ب", "\u0651\u064e"), ("م", "\u0650"), ("ل", "\u0640"), ("ש", "\u05b8"), ("क", "\u093e"),
    ("न", "\u094d\u0930"), ("र", "\u0947\u0902"), ("ก", "\u0e34\u0e48"), ("ท", "\u0e4a"),
    ("и", "\u0306"), ("α", "\u0301\u0345"), ("か", "\u3099"), ("ம", "\u0bbe"),
    ("က", "\u102d\u102f"), ("ক", "\u09cd\u09af"),
)  # fmt: skip
"""A letter and what a decoder then piles upon it."""


def _stacked(rng: Random) -> Loop:
    letter, marks = rng.choice(_MARKS)
    lang = x.language(rng)
    if rng.random() < 0.35:  # each copy brings its letter
        return x.exact(x.opened(rng, lang) + " ", letter + marks)
    return x.exact(x.opened(rng, lang) + " " + letter, marks)


def _cycling_digits(rng: Random) -> Loop:
    lang = x.language(rng)
    divisor = rng.choice((7, 11, 13, 17, 19, 23, 27, 29, 37, 41, 47, 53, 61, 73, 97, 101, 103))
    number = rng.randrange(1, divisor)
    period = next(k for k in range(1, divisor) if pow(10, k, divisor) == 1)
    digits = f"{number * (10**period - 1) // divisor:0{period}d}"
    head = rng.choice((f"{number}/{divisor} = 0", f"x = {rng.randrange(90)}", "≈ 0", "Ratio: 1"))
    if rng.random() < 0.3:  # the number of an account, a card, a barcode
        digits = str(rng.randrange(10**3, 10 ** rng.randint(4, 13)))
        return x.exact(x.prose(rng, lang) + rng.choice(("No. ", "IBAN: ", "№ ", "Tel. ")), digits)
    return x.exact(x.prose(rng, lang) + head + rng.choice(".,"), digits)


_BLOBS = (
    ('<img src="data:image/png;base64,', string.ascii_letters + string.digits + "+/", '"/>\n'),
    ("![](data:image/jpeg;base64,/9j/4AAQSkZJRg", string.ascii_letters + string.digits, ")\n"),
    ("SHA-256: ", "0123456789abcdef", "\n"),
    ("Token: eyJhbGciOi", string.ascii_letters + string.digits + "-_", "\n"),
    ("0x", "0123456789ABCDEF", "\n"), ("Sequence: ", "ACGT", "\n"), ("bits: ", "01", "\n"),
    ("MKTAYIAKQ", "ACDEFGHIKLMNPQRSTVWY", "\n"),
)  # fmt: skip


def _blob(rng: Random) -> Loop:
    head, alphabet, closing = rng.choice(_BLOBS)
    start = "".join(rng.choices(alphabet, k=rng.randint(8, 60)))
    unit = "".join(rng.choices(alphabet, k=rng.choice((2, 4, 4, 6, 8, 12, 32, 64))))
    if rng.random() < 0.25:
        unit += rng.choice((" ", "\n"))
    if unit.strip("0") == "":
        unit = "10" + unit
    return x.exact(x.prose(rng, x.language(rng)) + head + start, unit, closing)


_ESCAPES = (
    *("\\\\", "\\u0020", "%2520", "&amp;", "amp;", "\\n- ", "\\\"", "&#x27;", "\\x00", "%E3%80%80"),
    *("../", "/./", "\\/", "=C3=A9", "\\t\\n", "&lt;br&gt;", "â€", "Ã‚Â", "ï»¿", "\ufffd?"),
)  # fmt: skip


def _escapes(rng: Random) -> Loop:
    """A path or an escape that feeds on itself."""
    lang = x.language(rng)
    unit = rng.choice(_ESCAPES)
    if rng.random() < 0.4:
        parts = [x.word(rng, "en") for _ in range(rng.randint(1, 3))]
        unit = "/".join(parts) + "/"
        head = f"https://www.{x.word(rng, 'en')}.{rng.choice(('org', 'de', 'com.br', 'fr'))}/"
        head = rng.choice((head, f"[{x.words(rng, lang, 2)}]({head}", "C:/Users/", "/var/lib/"))
        return x.exact(x.prose(rng, lang) + head, unit, "index.html)\n\n")
    head = rng.choice(('{"text": "', '{\n  "page": "', "Subject: ", "<p>", "href="))
    return x.exact(x.prose(rng, lang) + head + x.words(rng, lang, 5), unit, '"}\n\n')


_BLANKS = (
    "_", ".", "·", "…", "\\_", "-", "＿", " .", ". . ", "_ ", "□", "○ ", "─", "=", "～", "・", "*",
)  # fmt: skip
_LABELS = {
    "en": "Name Signature Address Date Answer", "pt": "Nome Assinatura Endereço Resposta",
    "es": "Nombre Firma Domicilio Fecha", "fr": "Nom Signature Adresse Date",
    "de": "Name Ort Datum", "ru": "Фамилия Подпись Дата", "ar": "الاسم التوقيع التاريخ",
    "zh": "姓名 签名 日期 地址", "ja": "氏名 住所 電話番号", "hi": "नाम हस्ताक्षर दिनांक",
    "el": "Όνομα Υπογραφή", "ko": "성명 주소 날짜",
}  # fmt: skip


def _blanks(rng: Random) -> Loop:
    lang = rng.choice(list(_LABELS))
    label = rng.choice(_LABELS[lang].split())
    unit = rng.choice(_BLANKS)
    if rng.random() < 0.2:
        unit = unit * rng.randint(3, 40) + "\n"
    before = rng.choice((f"{label}: ", f"**{label}:** ", f"{label} ", f"{rng.randint(1, 20)}) "))
    return x.exact(x.prose(rng, lang) + before, unit, "\n\n", filler=True)


_INVISIBLE = (
    "&nbsp;", "<br>", "<br/>\n", " \n", "\n", "\t", "\u3000", "&emsp; ", "\u200b", "\u00a0\n",
    "<td></td>", "| ", "|   ", "<p></p>\n", "~", "\\quad ", "\\ ", "\\\\\n", "&#160;", ">\n",
    "\n\u00a0\n", "<td>&nbsp;</td>", "\\hspace{1cm} ", ";;", '"",', "<p>&nbsp;</p>\n", ", ",
)  # fmt: skip


def _invisible(rng: Random) -> Loop:
    lang = x.language(rng)
    unit = rng.choice(_INVISIBLE) * rng.choice((1, 1, 1, 2, 5))
    if "<td>" in unit and rng.random() < 0.5:
        unit = f"<tr>{unit}</tr>\n"
    return x.exact(x.opened(rng, lang) + "\n", unit, "\n", filler=True)


KINDS = (
    PositiveKind("character held", "exact: characters", _held, ("tail", "tail", "stray")),
    PositiveKind("emoji cascade", "exact: characters", _emoji, ("tail", "recovered")),
    PositiveKind("marks piled up", "exact: characters", _stacked),
    PositiveKind("digits that cycle", "exact: digits and codes", _cycling_digits),
    PositiveKind("bytes in letters", "exact: digits and codes", _blob, ("tail", "closed")),
    PositiveKind("paths and escapes", "exact: digits and codes", _escapes, ("tail", "stray")),
    PositiveKind("form line unending", "exact: blanks", _blanks, ("tail", "tail", "recovered")),
    PositiveKind("unseen layout", "exact: blanks", _invisible, ("tail", "tail", "stray")),
)
