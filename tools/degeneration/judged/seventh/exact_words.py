"""Blind exact loops of words and phrases within a line, and of speech."""

from random import Random

from degeneration import material as m
from degeneration.judged.seventh import material_exact as x
from degeneration.sample import Loop, PositiveKind

_WORDS = "exact: words and phrases"
_SPEECH = "exact: speech and subtitles"

_STAMMER: dict[str, tuple[str, ...]] = {
    "en": ("I, I, ", "the ", "and then ", "you know, ", "it's it's ", "uh, "),
    "fr": ("et puis, ", "le ", "c'est-à-dire ", "euh, ", "oui, oui, "),
    "de": ("und ", "ja, ja, ", "also, ", "der der ", "und dann hat er, "),
    "es": ("o sea, ", "y ", "este, ", "que no, que no, ", "de la "),
    "it": ("cioè, ", "e allora ", "sì sì ", "non lo so, ", "che "),
    "pl": ("no i ", "że ", "tak, tak, ", "jakby, "),
    "ru": ("ну, ", "и вот, ", "это, это ", "да-да, "),
    "el": ("και ", "λοιπόν, ", "ναι, ναι, ", "δηλαδή "),
    "ar": ("يعني ", "و و ", "نعم، نعم، ", "لا لا "),
    "hi": ("मतलब ", "और फिर ", "हाँ हाँ, ", "तो "),
    "zh": ("然后", "那个，", "对对对，", "就是说"),
    "ja": ("あの、", "えっと、", "はい、はい、", "それで"),
    "ko": ("그래서 ", "그 ", "네, 네, ", "뭐랄까 "),
}


def _stammer(rng: Random) -> Loop:
    lang = rng.choice(tuple(_STAMMER))
    who = rng.choice(("", f"{x.person(rng, lang)}: ", "[00:14:07] ", "SPEAKER_02: "))
    return x.same(x.lead(rng, lang) + who, rng.choice(_STAMMER[lang]))


def _lineage(rng: Random) -> Loop:
    """The son of a son of a son, always of the same name."""
    lang = rng.choice(("en", "fr", "de", "es", "la", "ru", "ar", "hi", "pl", "zh"))
    of = {
        **{"en": "the son of {w}, ", "fr": "fils de {w}, ", "de": "Sohn des {w}, "},
        **{"es": "hijo de {w}, ", "la": "filius {w}, ", "ru": "сын, {w}, ", "ar": "بن {w} "},
        **{"hi": "{w} के पुत्र, ", "pl": "syn: {w}, ", "zh": "{w}之子，"},
    }[lang]
    text = x.lead(rng, lang) + x.person(rng, lang) + ", "
    return x.same(text, x.fill(rng, lang, of))


def _degree(rng: Random) -> Loop:
    """An adverb that is said again and again before an adjective that never comes."""
    lang, before, units = rng.choice(
        (
            ("en", "The result is ", ("very ", "very, very ", "more and more ", "really quite ")),
            ("fr", "Le résultat fut ", ("très ", "très, très ", "de plus en plus ", "trop ")),
            ("de", "Das Ergebnis war ", ("sehr ", "immer ", "sehr, sehr ", "viel ")),
            ("es", "El resultado era ", ("muy ", "muy, muy ", "cada vez más ", "más y más ")),
            ("it", "Il risultato era ", ("molto ", "sempre più ", "assai, ")),
            ("ru", "Результат был ", ("очень ", "очень-очень ", "всё более ")),
            ("zh", "结果", ("非常", "很", "越来越", "特别特别")),
            ("ja", "結果は", ("とても", "ますます、", "非常に")),
            ("hi", "परिणाम ", ("बहुत ", "बहुत-बहुत ", "और अधिक ")),
            ("ko", "결과는 ", ("매우 ", "점점 더 ", "아주 아주 ")),
        )
    )
    return x.same(x.lead(rng, lang) + before, rng.choice(units), "\n\n")


def _hashtags(rng: Random) -> Loop:
    lang = rng.choice(("en", "fr", "es", "it", "pl", "ru", "ja", "ko", "hi", "el"))
    places = rng.sample(x.PLACES[lang].split(","), rng.randint(1, 4))
    unit = "".join(f"#{place.replace(' ', '')}{rng.choice(('', '', '2024'))} " for place in places)
    return x.same(x.lead(rng, lang, most=800), unit)


def _keywords(rng: Random) -> Loop:
    """Names or key words of a page, after a while always the same few."""
    lang = rng.choice(x.ALL)
    glue = rng.choice(("; ", ", ", '", "', " · "))
    closing = '"]}\n' if '"' in glue else ".\n\n"
    names = x.NAMES[lang].split(",")
    rng.shuffle(names)
    cut = rng.randint(3, 5)
    start = '{"keywords": ["' if glue.startswith('"') else "Index: "
    before = start + glue.join(names[:cut]) + glue
    unit = "".join(name + glue for name in names[cut : cut + rng.randint(1, 4)])
    return x.same(x.lead(rng, lang) + before, unit, x.place(rng, lang) + closing)


def _compound(rng: Random) -> Loop:
    """A long word without blanks that is put together of one part for ever."""
    lang, before, units = rng.choice(
        (
            ("de", "Die Donau", ("dampf", "schiffahrts", "gesellschafts", "verwaltungs")),
            ("en", "2-amino-", ("methyl", "phenyl-3-", "(4-chloro)", "hydroxy", "di", "N,N-bis")),
            ("fr", "acide ", ("méthyl-", "poly", "3-oxo-", "hydroxy")),
            ("en", "http://www.archive.example/", ("records/", "en/", "../", "index/page/", "%20")),
            ("ru", "железо", ("бетон", "путепрокладочно-", "транс", "электро")),
            ("ko", "국립", ("중앙", "역사문화", "연구원")),
            ("en", "/home/lab/", ("src/", "data/data/", "venv/lib/", "test_")),
        )
    )
    return x.same(x.lead(rng, lang) + before, rng.choice(units))


def _invocation(rng: Random) -> Loop:
    """A word of prayer in its language."""
    lang, units = rng.choice(
        (
            ("la", ("Alleluia, ", "Amen. ", "ora pro nobis, ", "Kyrie eleison, ", "Sanctus ")),
            ("el", ("Κύριε, ἐλέησον. ", "Ἀμήν. ", "Ἀλληλούϊα, ")),
            ("ru", ("Господи, помилуй. ", "Аминь. ", "Слава Тебе! ")),
            ("ar", ("سبحان الله ", "آمين ", "الحمد لله، ")),
            ("hi", ("ॐ शान्तिः ", "राम राम ", "जय जय ")),
            ("ja", ("南無阿弥陀仏", "南無妙法蓮華経、")),
            ("zh", ("阿弥陀佛", "南无观世音菩萨，")),
            ("pl", ("módl się za nami, ", "Święty, ", "Amen, ")),
        )
    )
    loop = x.same(x.lead(rng, lang, end=rng.choice(("\n\n", " ", "\n℟. "))), rng.choice(units))
    loop.least = 41.0  # Books have forty of them at times.
    return loop


_OUTROS: dict[str, tuple[str, ...]] = {
    "en": ("Thank you for watching.", "Thanks for watching!", "Please subscribe.", "Bye.", "Okay."),
    "fr": ("Sous-titrage réalisé par la communauté.", "Merci d'avoir regardé.", "Merci."),
    "de": ("Untertitel im Auftrag des Senders.", "Vielen Dank.", "Bis zum nächsten Mal."),
    "es": ("Subtítulos hechos por la comunidad.", "¡Gracias por ver el vídeo!", "Gracias."),
    "it": ("Sottotitoli creati dalla comunità.", "Grazie per la visione.", "Grazie."),
    "pl": ("Dziękuję za uwagę.", "Napisy stworzone przez społeczność.", "Dziękuję."),
    "ru": ("Продолжение следует...", "Субтитры подготовил редактор.", "Спасибо за просмотр!"),
    "el": ("Ευχαριστώ που παρακολουθήσατε.", "Υπότιτλοι: η ομάδα.", "Ευχαριστώ."),
    "ar": ("شكرا على المشاهدة.", "ترجمة فريق القناة", "اشتركوا في القناة."),
    "hi": ("देखने के लिए धन्यवाद।", "कृपया सब्सक्राइब करें।", "धन्यवाद।"),
    "zh": ("谢谢观看", "请不吝点赞、订阅、转发", "字幕由志愿者提供", "谢谢大家"),
    "ja": ("ご視聴ありがとうございました", "チャンネル登録をお願いします", "はい"),
    "ko": ("시청해 주셔서 감사합니다.", "구독과 좋아요 부탁드립니다.", "감사합니다."),
}


def _outro(rng: Random) -> Loop:
    """What speech models hear in silence."""
    lang = rng.choice(tuple(_OUTROS))
    units = _OUTROS[lang]
    glue = rng.choice((" ", "\n", "\n\n"))
    chosen = rng.sample(units, rng.choice((1, 1, 2)))
    return x.same(x.lead(rng, lang), "".join(one + glue for one in chosen))


def _sound_tag(rng: Random) -> Loop:
    """Marks for music, laughter and silence in subtitles."""
    lang, tags = rng.choice(
        (
            ("en", ("[Music]", "(laughs)", "[BLANK_AUDIO]", "♪ ♪", "*sighs*", "[inaudible]")),
            ("fr", ("[Musique]", "(rires)", "[Applaudissements]", "*Bruit de pas*")),
            ("de", ("[Musik]", "* Applaus *", "(Lachen)", "[unverständlich]")),
            ("es", ("[Música]", "(risas)", "[Aplausos]")),
            ("ru", ("[музыка]", "(смех)", "[аплодисменты]")),
            ("ja", ("[音楽]", "(笑)", "[拍手]", "♪~")),
            ("ko", ("[음악]", "(웃음)", "[박수]")),
            ("ar", ("[موسيقى]", "(ضحك)", "[تصفيق]")),
        )
    )
    glue = rng.choice((" ", "\n", "\n\n", ""))
    text = x.lead(rng, lang)
    return x.same(text, "".join(tag + glue for tag in rng.sample(tags, rng.choice((1, 1, 2)))))


def _cue(rng: Random) -> Loop:
    """A cue of subtitles whose number and times stand still."""
    lang = rng.choice(x.ALL)
    text, inner = x.split(rng, lang, 1)
    minute, second = rng.randrange(60), rng.randrange(50)
    comma = rng.choice((",", "."))
    first, last = f"00:{minute:02}:{second:02}", f"00:{minute:02}:{second + rng.randint(2, 9):02}"
    times = f"{first}{comma}{rng.randrange(1000):03} --> {last}{comma}000"
    number = rng.choice(("", f"{rng.randint(20, 900)}\n"))
    return x.same(text, f"{number}{times}\n{inner[0]}\n\n", "NOTE " + m.title(rng) + "\n\n")


def _two_voices(rng: Random) -> Loop:
    """Two speakers of a play or an interview who say the same to each other again."""
    lang = rng.choice(x.ALL)
    text, inner = x.split(rng, lang, 2)
    one, two = rng.sample(x.NAMES[lang].split(","), 2)
    form = rng.choice(("{}: {}\n", "{}. — {}\n", "**{}:** {}\n\n", "{}\n    {}\n\n", "- {}: {}\n"))
    return x.same(text, form.format(one, inner[0]) + form.format(two, inner[1]), "\n* * *\n\n")


KINDS = (
    PositiveKind("t: lineage", _WORDS, _lineage, ("tail", "recovered")),
    PositiveKind("t: degree", _WORDS, _degree, ("tail", "stray")),
    PositiveKind("t: hashtags", _WORDS, _hashtags, ("tail",)),
    PositiveKind("t: stuck keywords", _WORDS, _keywords, ("tail", "closed", "stray")),
    PositiveKind("t: compound", _WORDS, _compound, ("tail", "stray")),
    PositiveKind("t: invocation", _WORDS, _invocation, ("tail", "recovered")),
    PositiveKind("t: stammer", _SPEECH, _stammer, ("tail", "stray")),
    PositiveKind("t: heard in silence", _SPEECH, _outro, ("tail", "recovered")),
    PositiveKind("t: sound tags", _SPEECH, _sound_tag, ("tail",)),
    PositiveKind("t: frozen cue", _SPEECH, _cue, ("tail", "stray", "recovered")),
    PositiveKind("t: two voices", _SPEECH, _two_voices, ("tail", "closed")),
)
