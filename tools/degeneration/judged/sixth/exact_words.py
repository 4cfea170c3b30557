"""Exact loops of syllables, words, phrases, sentences and verses."""

from random import Random

from degeneration import material as m
from degeneration.judged.sixth import material_exact as x
from degeneration.sample import Loop, PositiveKind

WORDS = "exact: syllables and words"
VERSE = "exact: sentences and verses"

_GROWN = [
    *(("de", "Verantwort", "lichkeit"), ("de", "Donaudampf", "schiff"), ("de", "Genehm", "igung")),
    *(
        ("en", "unavoid", "able"),
        ("en", "anti-", "anti-"),
        ("en", "institu", "tional"),
        ("en", "re", "re"),
    ),
    *(
        ("fr", "rapide", "ment"),
        ("fr", "constitu", "tion"),
        ("es", "clara", "mente"),
        ("es", "la ca", "lla"),
    ),
    *(("it", "conta", "dini"), ("pl", "najpo", "nad"), ("tr", "kitap", "lar"), ("tr", "gel", "me")),
    *(
        ("ru", "благо", "благо"),
        ("ru", "переза", "пере"),
        ("ru", "учи", "тель"),
        ("el", "παρα", "παρα"),
    ),
    *(
        ("ar", "المست", "المست"),
        ("he", "הת", "הת"),
        ("hi", "विश्व", "विद्या"),
        ("ko", "하였", "습니다"),
    ),
    *(
        ("vi", "ngh", "iêng"),
        ("la", "excommunica", "tio"),
        ("pt", "desenvolvi", "mento"),
        ("pt", "a", "ção"),
    ),
    *(
        ("ja", "それ", "でした"),
        ("zh", "中华", "人民"),
        ("en", "poly", "ethyl"),
        ("la", "homo", "ousi"),
    ),
]
"""The language, the head of a word and the piece that comes again and again after it."""

_TONGUES = {
    "en": ["whereupon", "salt", "Item", "hereditaments", "the", "ditto", "Wednesday"],
    "de": ["desgleichen", "nämlich", "Acker", "Übertrag", "und", "ebenda"],
    "fr": ["voir", "ainsi", "néant", "idem", "l'", "chevaux"],
    "es": ["ídem", "vecino", "muy", "ferrocarril", "siglo"],
    "it": ["idem", "chiesa", "perché", "lire", "dunque"],
    "pl": ["również", "świadek", "złotych", "nie"],
    "tr": ["değil", "köyünden", "çünkü", "oğlu"],
    "ru": ["также", "крестьянин", "очень", "рублей", "да"],
    "el": ["επίσης", "δραχμαί", "και", "κοινότητα"],
    "ar": ["دينار", "كذلك", "ابن", "المذكور", "صفحة"],
    "he": ["כנ״ל", "רחוב", "גם", "בית"],
    "hi": ["तथा", "रुपये", "श्री", "उपरोक्त"],
    "zh": ["人民", "同上", "的", "管理局", "二〇"],
    "ja": ["同上", "について", "東京都", "です", "カタカナ"],
    "ko": ["또한", "주식회사", "위와같음", "그리고"],
    "vi": ["cũng vậy", "xã hội", "được", "nghìn"],
    "la": ["item", "ibidem", "dicti", "eiusdem"],
}
_OTHERS = [
    *(
        "ქალაქი",
        "գյուղ",
        "ቤት",
        "ประเทศ",
        "ភូមិ",
        "བོད་",
        "မြန်မာ",
        "நகரம்",
        "শহর",
        "ಊರು",
        "ගම",
        "ਪਿੰਡ",
        "ગામ",
    ),
    *(
        "nyumba",
        "ụlọ",
        "ilé",
        "kāinga",
        "ᐃᓄᒃ",
        "ᏣᎳᎩ",
        "baile",
        "tŷ",
        "etxea",
        "ház",
        "þorp",
        "māja",
        "שטעטל",
    ),
]
"""Words of languages that have no leads here: as where a gloss or a dictionary quotes them."""
_BETWEEN = [
    " ",
    " ",
    ", ",
    "\n",
    "-",
    " / ",
    ". ",
    "",
    "; ",
    " | ",
    " — ",
    "、",
    "\n\n",
    "... ",
    "&nbsp;",
    "** **",
]

_CHAINS = [
    *(
        ("en", "of the keeper "),
        ("en", "and then the other, "),
        ("en", "as well as "),
        ("en", "to be able "),
    ),
    *(("de", "der Sohn des Bruders "), ("de", "bzw. "), ("de", "sowie die dazugehörigen ")),
    *(
        ("fr", "de la fille de "),
        ("fr", "c'est-à-dire que "),
        ("es", "y el hijo del "),
        ("es", "por lo que "),
    ),
    *(
        ("it", "nonché del predetto "),
        ("pl", "oraz wyżej wymieniony "),
        ("tr", "ve bunun üzerine "),
    ),
    *(
        ("ru", "и так далее, "),
        ("ru", "в том числе и "),
        ("el", "και του αδελφού του "),
        ("la", "et filius eius "),
    ),
    *(
        ("ar", "وعن أبيه عن جده "),
        ("he", "ובנו של "),
        ("hi", "के भाई के बेटे "),
        ("zh", "以及有关部门的"),
    ),
    *(
        ("zh", "越来越"),
        ("ja", "ということの"),
        ("ja", "ならびにその"),
        ("ko", "그리고 그의 아들의 "),
    ),
    *(("vi", "của con trai của "), ("pt", "do filho do "), ("pt", "bem como a da ")),
]
_BROKEN = [
    ("de", "sellschaft der Ge-\n"), ("de", "ge-\nnommen und ab"), ("en", "tion of the associa-\n"),
    ("en", "ment, the govern-\nment, the move-\n"), ("fr", "gement du déména-\n"),
    ("es", "ción de la na-\n"),
    ("it", "zione e della produ-\n"), ("pl", "wanie i prze-\nko"), ("ru", "ние и воспита-\n"),
    ("pt", "ção da administra-\n"), ("pt", "mento e o desenvolvi-\n"), ("la", "tionem et dona⸗\n"),
    ("de", "ſchaft und die Land⸗\n"), ("el", "σεως της κυβερνή-\n"),
    ("en", "fore men\u00ad\ntioned, there\u00ad\n"),
    ("ru", "ского уезда, Москов-\n"), ("es", "mente y, conse-\ncuente"), ("hi", "वस्था और अव्य-\n"),
]  # fmt: skip
"""Units that begin within a word, which the line end has cut."""

_SOUNDS = [
    *(
        "/ˈkɒm.ɪ.ti/ n. ",
        "[ʃtʁaːsə], ",
        "/ʒəˈlɛ̃/ ",
        "[ˈt͡ʃɛʃt͡ɕ] ",
        "ə",
        "ˌŋɡ",
        "/tɕʰiŋ⁵⁵/ ",
        "[ɐ̃w̃] ",
        "ˈʔa.ħa ",
        "ɹ̩ ",
    ),
    *(
        "(kə-mĭt′ē) ",
        "kǎn kàn ",
        "ma¹ ma³ ",
        "t'u-t'ung ",
        "ḥadīth, ",
        "ʻokina ",
        "-lɪ-",
        "[ɲ̊] < *ń ",
        "gʷʰ- > f-, ",
    ),
    *(
        "s. v. λόγος, ",
        "adj. & adv. ",
        "(m./f.) ",
        "~s pl. ",
        "v. tr. ‖ ",
        "cf. Skt. áśva-; ",
        "नि० पु० ",
        "〔名〕",
        "ㄅㄧˋ",
    ),
]
_HYMN = [
    "Roll on, thou cold grey river,\n  roll on, roll on to sea.\n",
    "And it's haul, my lads, haul,\nAnd the wind's in the west,\nAnd it's haul, haul away!\n\n",
    "Kommt, ihr Hirten, kommt und schaut,\nwas der Morgen uns gebaut.\n\n",
    "Sous le pont la lune est ronde,\nlon la, lon laine,\nsous le pont la lune est blonde.\n",
    "Ay, que el río va crecido,\nay, que no puedo pasar.\n",
    "Bendita seja a chuva mansa,\nbendito o chão que a recebeu.\n\n**Refrão**\n\n",
    "Гори, моя лучина,\nгори до самого утра.\nЭх!\n",
    "Oj lipko, lipko zielona,\nktóż ciebie posadził nad wodą?\n",
    "Dere boyu kavaklar,\naçtı yeşil yapraklar,\noy, oy!\n",
    "Φύσα, βοριά μου, φύσα,\nκι εγώ θα περιμένω.\n\n",
    "يا ليل يا عين،\nيا نجم يا زين،\n\n",
    "नदिया धीरे बहो,\nनाव मेरी है पुरानी।\n",
    "月儿弯弯照九州,\n几家灯火几家愁。\n",
    "ゆらゆら揺れる 舟の灯よ\nどこへ行くのか 舟の灯よ\n\n",
    "아리 아리랑 고개를 넘어\n님은 어디로 가시나\n",
    "Ring, evening bell, ring low. (x2)\n",
    "<l>And all the bells were still,</l>\n<l>and all the bells were still.</l>\n",
    "\\textit{O dulcis arbor, o flos campi,}\\\\\n\\textit{salve nos in hora noctis.}\\\\[4pt]\n",
]
_RESPONSES = [
    *(
        "R. Exaudi nos, Domine.\n",
        "℟. Ora pro nobis.\n",
        "*All:* Lord, hear our prayer.\n\n",
        "Kyrie, eleison. ",
    ),
    *(
        "Господи, помилуй. ",
        "Herr, erbarme dich unser. ",
        "Amém. ",
        "<p>Te rogamos, óyenos.</p>\n",
        "آمين. ",
    ),
    *(
        "ॐ शान्तिः ",
        "南無阿弥陀仏\n",
        "阿弥陀佛。",
        "Παράσχου, Κύριε. ",
        "Bitt’ für uns. ",
        "옴 마니 반메 훔 ",
        "Priez pour nous,\n",
    ),
    *(
        "℣. Benedicámus Dómino. ℟. Deo grátias. ",
        "Módl się za nami.\n",
        "הושענא ",
        "Santa Luzia, rogai por nós.\n",
    ),
]
_NOTES = [
    "[^{k}]: Ibid., p. {k}.\n", "<sup>{k}</sup> Ebd., S. {n}. ", "{k} Voir supra, note {n}.\n",
    "({k}) Op. cit., vol. II, pág. {n}.\n\n", "\\footnote{{Cf. {m}, p.~{n}.}}\n",
    "† See {m} ({y}), {n}–{k}.\n",
    "{k}. Там же. С. {n}.\n", "〔{k}〕同上书,第{n}页。\n", "*{k} 前掲書、{n}頁。\n",
    "{k}) {m}: a.a.O., {n} f.\n",
    "[{k}] {m} et al., {y}, doi:10.{y}/{n}.{k}; ", "{k} المصدر نفسه، ص {n}.\n", "{m}, {y}; ",
    "^{k}^ Vgl. {m} {y}, Bd. {n}, Sp. {k}; ", "{k} वही, पृष्ठ {n}।\n",
]  # fmt: skip


def _grown(rng: Random) -> Loop:
    language, head, piece = rng.choice(_GROWN)
    gap = "" if language in ("zh", "ja") else " "
    return x.again(x.lead(rng, language) + gap + head, piece + rng.choice(("", "", "", "-")))


def _word(rng: Random) -> Loop:
    if rng.random() < 0.3:
        word, lead = rng.choice(_OTHERS), x.any_lead(rng)
        lead += rng.choice((" (", "\n— ", ": ", "\n\n**", " “"))
    else:
        language = rng.choice(list(_TONGUES))
        word, lead = rng.choice(_TONGUES[language]), x.lead(rng, language) + " "
    between = rng.choice(_BETWEEN)
    word = word.upper() if rng.random() < 0.15 else word
    return x.again(lead, word + between)


def _chain(rng: Random) -> Loop:
    language, link = rng.choice(_CHAINS)
    gap = "" if language in ("zh", "ja") else " "
    before = rng.choice(("", "", f"{rng.choice(x.NAMES)}, ", "*"))
    return x.again(x.lead(rng, language) + gap + before, link)


def _broken(rng: Random) -> Loop:
    language, unit = rng.choice(_BROKEN)
    return x.again(x.lead(rng, language) + rng.choice(("\n", " (", " 2. ", "\n\n")), unit)


def _sound(rng: Random) -> Loop:
    word = m.content_word(rng)
    lead = x.any_lead(rng, 100, 1500) + f"\n\n**{word}**, {m.phrase(rng)}. " + word[:2]
    return x.again(lead, rng.choice(_SOUNDS))


def _sentence(rng: Random) -> Loop:
    """One sentence of a translation; the lead has others of the same bank, in other order."""
    language = rng.choice(list(x.SENTENCES))
    unit, *others = x.sentences(rng, language)
    gap = "" if language in ("zh", "ja") else " "
    lead = x.any_lead(rng, 100, 900) + rng.choice(("\n\n", "\n\nTranslation: ", "\n---\n"))
    lead = m.prose(rng, 200) if any(one in lead for one in (unit, *others)) else lead
    lead += gap.join(others[: rng.randint(1, len(others))]) + rng.choice((gap, "\n\n", "\n"))
    if rng.random() < 0.3:  # it goes wrong within the sentence
        at = rng.randrange(1, len(unit))
        return x.again(lead + unit[:at], unit[at:] + rng.choice((" ", " ", "\n")) + unit[:at])
    return x.again(lead, unit + rng.choice((" ", "\n", "\n\n", "  \n", "<br>")))


def _hymn(rng: Random) -> Loop:
    verses = rng.sample(x.sentences(rng, rng.choice(list(x.SENTENCES))), 5)
    lead = (
        f"# {m.title(rng)}\n\n" + "\n".join(verses) + "\n\n" + rng.choice(("", "*Chorus*\n", "℟ "))
    )
    return x.again(lead, rng.choice(_HYMN))


def _litany(rng: Random) -> Loop:
    lead = x.any_lead(rng, 100, 1500) + "\n\n"
    lead += "".join(f"{m.name(rng)},\n" for _ in range(rng.randint(0, 6)))
    return x.again(lead, rng.choice(_RESPONSES))


def _note(rng: Random) -> Loop:
    """A footnote whose number no longer goes on."""
    unit = rng.choice(_NOTES).format(
        k=rng.randint(1, 88),
        n=rng.randint(3, 460),
        y=rng.randint(1820, 2022),
        m=rng.choice(x.NAMES),
    )
    lead = x.any_lead(rng) + rng.choice(("\n\n---\n", "\n\n", "\n\n## Notes\n\n", " ("))
    return x.again(lead, unit)


KINDS: tuple[PositiveKind, ...] = (
    PositiveKind("w: word ending grown on itself", WORDS, _grown, ("tail", "tail", "stray")),
    PositiveKind("w: a single word in its tongue", WORDS, _word, ("tail", "tail", "recovered")),
    PositiveKind("w: chain of genitives", WORDS, _chain, ("tail", "stray")),
    PositiveKind("w: words cut by line ends", WORDS, _broken, ("tail", "tail", "stray")),
    PositiveKind("w: phonetic key of a dictionary", WORDS, _sound, ("tail", "recovered")),
    PositiveKind("w: one sentence of a translation", VERSE, _sentence, ("tail", "recovered")),
    PositiveKind("w: refrain of a hymn", VERSE, _hymn, ("tail", "tail", "stray", "recovered")),
    PositiveKind("w: response without invocation", VERSE, _litany),
    PositiveKind("w: footnote that stays", VERSE, _note, ("tail", "tail", "stray")),
)
