"""Loops of words and phrases, from a comma to a line."""

from random import Random

from degeneration.judged.fifth import material_exact as mx
from degeneration.judged.fifth.exact_base import AWAKE, STRAY, TAIL, loop
from degeneration.sample import Loop, PositiveKind

PHRASES = "exact: words and phrases"

WORDS = {
    "en": "very never again water stone ledger candle winter mercy harbour copper because",
    "pt": "muito nunca água pedra caderno vela inverno cobre porto porque saudade milho",
    "es": "nunca agua piedra cuaderno invierno cobre puerto porque trigo olvido",
    "fr": "jamais eau pierre cahier bougie hiver cuivre parce blé encore",
    "de": "niemals Wasser Stein Heft Kerze Winter Kupfer Hafen weil Roggen",
    "it": "mai acqua pietra quaderno inverno rame porto perché grano ancora",
    "pl": "nigdy woda kamień zeszyt świeca zima miedź port ponieważ żyto",
    "tr": "asla su taş defter mum kış bakır liman çünkü buğday",
    "ru": "никогда вода камень тетрадь свеча зима медь пристань потому рожь",
    "el": "ποτέ νερό πέτρα τετράδιο κερί χειμώνας χαλκός λιμάνι επειδή σιτάρι",
    "ar": "أبدا ماء حجر دفتر شمعة شتاء نحاس ميناء قمح مدينة",
    "he": "לעולם מים אבן מחברת נר חורף נחושת נמל חיטה עיר",
    "hi": "कभी पानी पत्थर बही मोमबत्ती सर्दी ताँबा बंदरगाह गेहूँ नगर",
    "th": "น้ำ หิน สมุด เทียน ฤดูหนาว ทองแดง ท่าเรือ ข้าว เมือง",
    "zh": "水 石头 账本 蜡烛 冬天 铜 港口 小麦 因为 城市",
    "ja": "水 石 帳面 蝋燭 冬 銅 港 小麦 なぜなら 町",
    "ko": "물 돌 공책 촛불 겨울 구리 항구 밀 왜냐하면 마을",
    "vi": "nước đá sổ nến mùa đồng cảng lúa bởi phố",
}
COMMAS = {"ar": "، ", "zh": "、", "ja": "、", "th": " ", "hi": ", "}


def _word(rng: Random) -> Loop:
    language = rng.choice(list(WORDS))
    word = rng.choice(WORDS[language].split())
    commas = (COMMAS.get(language, ", "), " ", "\n", "-", " ... ", " / ", "; ", "<br>", ". ")
    weights = (8, 4, 3, 1, 1, 1, 1, 1, 1)
    unit = word + rng.choices(commas, weights)[0]
    if rng.random() < 0.15:
        unit = f"**{word}** "
    space = "\n\n" if rng.random() < 0.3 else " "
    return loop(mx.lead(rng, language) + space, unit, "\n\n")


HEADS = {
    "en": "Keywords: ",
    "pt": "Palavras-chave: ",
    "es": "Palabras clave: ",
    "fr": "Mots-clés : ",
    "de": "Schlagwörter: ",
    "ru": "Ключевые слова: ",
    "el": "Λέξεις-κλειδιά: ",
    "ar": "الكلمات المفتاحية: ",
    "zh": "关键词:",
    "ja": "キーワード:",
    "ko": "주제어: ",
    "hi": "मुख्य शब्द: ",
    "he": "מילות מפתח: ",
}


def _ring(rng: Random) -> Loop:
    language = rng.choice(list(HEADS))
    comma = rng.choice((COMMAS.get(language, ", "), "; ", " · ", "\n- ", " > "))
    pool = WORDS[language].split()
    terms = [
        term if rng.random() < 0.7 else f"{term} {rng.choice(pool)}"
        for term in rng.sample(pool, rng.randint(2, 8))
    ]
    if rng.random() < 0.3:
        terms.append(mx.person(rng, language))
    unit = comma.join(terms) + comma
    head = rng.choice(("", "## ", "**", "> ")) + HEADS[language]
    return loop(f"{mx.lead(rng, language)}\n\n{head}{comma if comma[0] == chr(10) else ''}", unit)


TURNING = {
    # The clean text ends before the bar; the phrase runs into itself, as in "of the state of the".
    "en": [
        "the secretary |of the committee of the society ",
        "it was held that the right |to the use of the right ",
        "the house that stood |behind the house that stood ",
        "a copy of the trans|lation of the trans",
        "from one end |to the other, and from the other ",
        "the office of the regis|trar of the office of the regis",
    ],
    "pt": [
        "o secretário |da comissão da câmara ",
        "nos termos |do artigo 5º da lei, nos termos ",
        "com a finali|dade de atender à finali",
        "a casa |que ficava atrás da casa ",
        "o inventário dos bens |do espólio dos bens ",
    ],
    "es": [
        "el secretario |de la junta de la villa ",
        "en virtud de lo dis|puesto en lo dis",
        "la copia |de la copia ",
        "el hijo |del hermano del hijo ",
    ],
    "fr": [
        "le secrétaire |du comité de la commune ",
        "en applica|tion de l'article 12, en applica",
        "au fond |de la cour au fond ",
        "le neveu |de la sœur du neveu ",
    ],
    "de": [
        "der Schreiber |des Ausschusses der Gemeinde ",
        "gemäß der Ver|ordnung über die Ver",
        "die Abschrift |der Abschrift ",
        "und das Haus, |das hinter dem Haus stand, ",
    ],
    "it": ["il segretario |della giunta del comune ", "ai sensi dell'arti|colo 7 dell'arti"],
    "pl": ["sekretarz |komisji rady gminy ", "odpis |z odpisu "],
    "tr": ["kurulun |başkanının vekilinin ", "defterin |suretinin suretinin "],
    "nl": ["de secretaris |van de raad van de ", "het afschrift |van het afschrift "],
    "ru": ["секретарь |комиссии совета уезда ", "в соответ|ствии с постановлением в соответ"],
    "el": ["ο γραμματέας |της επιτροπής του δήμου ", "το αντίγραφο |του αντιγράφου "],
    "ar": ["كاتب |لجنة مجلس مدينة ", "نسخة |من نسخة "],
    "he": ["מזכיר |ועד מועצת העיר ", "העתק |של העתק "],
    "hi": ["समिति |के सचिव की समिति ", "नक़ल |की नक़ल "],
    "th": ["เลขานุการ|ของคณะกรรมการของเลขานุการ", "สำเนา|ของสำเนา"],
    "zh": ["委员会|秘书处的委员会", "关于|印发通知的关于"],
    "ja": ["委員会|の書記の委員会", "写しの|写しの"],
    "ko": ["위원회의 |서기의 위원회의 ", "사본의 |사본의 "],
    "vi": ["thư ký |của ủy ban của ", "bản sao |của bản sao "],
}


def _turning(rng: Random) -> Loop:
    language = rng.choice(list(TURNING))
    start, unit = rng.choice(TURNING[language]).split("|")
    space = "" if language in mx.SPACELESS else " "
    return loop(mx.lead(rng, language) + space + start, unit)


HYPHENATED = {
    # Lines as in a narrow column of print.
    "en": ["commit-\ntee of the ", "regis-\nter and the par-\nish ", "the under-\nsigned, being "],
    "pt": ["admi-\nnistração da pro-\nvíncia e da ", "refe-\nrido con-\ntrato do ", "escri-\nvão "],
    "es": ["ayun-\ntamiento de la pro-\nvincia y del ", "men-\ncionado conve-\nnio del "],
    "fr": ["arron-\ndissement de la com-\nmune et de l'", "sous-\nsigné, agis-\nsant "],
    "de": ["Ver-\nwaltung der Ge-\nmeinde und der ", "unter-\nzeichne-\nte "],
    "it": ["am-\nministrazione del co-\nmune e dell'", "sotto-\nscritto, nel-\nla "],
    "nl": ["ge-\nmeente en het be-\nstuur der "],
    "pl": ["posta-\nnowienie ra-\ndy gmi-\nny i "],
    "ru": ["прав-\nления об-\nщества и ", "ниже-\nподписав-\nшийся "],
    "el": ["επι-\nτροπή της κοινό-\nτητος και της "],
    "la": ["domi-\nni nostri et ", "supra-\ndicti domi-\nni "],
}


def _hyphenated(rng: Random) -> Loop:
    language = rng.choice(list(HYPHENATED))
    unit = rng.choice(HYPHENATED[language])
    mark = rng.choice(("-", "-", "¬", "\u00ad", "="))
    text = mx.lead(rng, "it" if language == "la" else language).replace("\n\n", " ")
    width = rng.randint(26, 60)
    lines, line = [], ""
    for word in text.split(" "):
        if len(line) + len(word) > width:
            lines.append(line.rstrip())
            line = ""
        line += word + " "
    lines.append(line)
    return loop("\n".join(lines), unit.replace("-", mark))


ENTRIES = [
    *(
        "ˈkæt.ə.lɒɡ",
        "ˈwɔː.tə",
        "ɾeʒisˈtɾadu",
        "sɐwˈdadʒi",
        "ʁə.ʒistʁ",
        "ˈpaɾeðes",
        "ɕĩnˈtɔ̃",
        "ʃtaɪ̯n",
    ),
    *("tsʰɤ̄ŋ", "mǐn.guó", "kʲɪrʲɪˈlʲitsə", "t͡ɕʰip", "ħaˈqiːqa", "ʔaˈlɛf", "sà.wàt.diː", "ɳəməst̪eː"),
]
GLOSSES = [
    "n. a list kept in order",
    "v. to put in a book",
    "adj. of or near water",
    "adv. once more",
]


def _phonetic(rng: Random) -> Loop:
    rows = [
        f"**{w}** /{rng.choice(ENTRIES)}/ {g}"
        for w, g in zip(rng.sample(WORDS["en"].split(), 4), rng.sample(GLOSSES, 4), strict=True)
    ]
    sound = rng.choice(ENTRIES)
    shapes = (
        f"/{sound}/ ",
        f"[{sound}], ",
        f"{sound}.",
        f"/{sound}/ ~ [{sound[1:]}] ",
        f"ˌ{sound}",
    )
    start = mx.lead(rng, mx.language(rng, "en")) + "\n\n" + "\n".join(rows)
    return loop(f"{start}\n**{rng.choice(WORDS['pt'].split())}** ", rng.choice(shapes))


OPENING = "1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 4. Ba4 Nf6 5. O-O Be7 6. Re1 b5 7. Bb3 d6 8. c3 O-O"
NOTATED = [
    *("Kg1 Kg7 Kh1 Kh7 ", "Rb1 Rb2 ", "Qe2 Qe7 Qd1 Qd8 ", "Nf3 Ng8 Ng1 Nf6 ", "Kf1 {=} Kf8 {=} "),
    *("Лf1 Лf2 Крg1 Крg7 ", "Tf1 Tf2 Rg1 Rg7 ", "▲7六歩△3四歩", "41. Kg1 Kg7 ", "Dd1 Dd2 Se3 "),
    *(
        "G2 AB c2 BA | ",
        "c'4 d'8 e' f'4 | ",
        "Am  G  F  E7\n",
        "do re mi fá ",
        "सा रे ग म ",
        "C4/q D4/8 ",
    ),
    *(
        "|: dBG A2 :|\n",
        "ドレミソ ",
        "宫商角徵",
        "Em7(b5) A7 | Dm7 | ",
        "F2 R2 U' B2 ",
        "R U R' U' ",
        "x.o.x.o\n",
    ),
    *("e|--0--2--|\n", "-3-5-7-|", "ATTCGGA", "GATTACA", "MKVLAAGIV", "...---... ", "ta ka di mi "),
]
TUNES = [
    "The next game was played at {p} in {y} before a small crowd.",
    "{a} wrote it down from memory in the train, {n} bars or moves in all.",
    "The copy sent to {a} has another ending, which nobody at {p} believes.",
    "What follows is as it stands in the notebook, page {n}.",
]


def _notated(rng: Random) -> Loop:
    if rng.random() < 0.25:
        return _phonetic(rng)
    language = mx.language(rng)
    said = mx.lead(rng, language)
    if language == "en" or rng.random() < 0.4:
        tunes = rng.sample(TUNES, rng.randint(2, 4))
        said = " ".join(mx.fill(rng, "en", s) for s in tunes) + f"\n\n{said}"
    unit = rng.choice(NOTATED)
    start = f"{OPENING[: rng.choice((14, 26, 38, 50))].strip()} " if unit[0] in "KRQN" else ""
    return loop(f"{said}\n\n{start}", unit)


KINDS = (
    PositiveKind("v: a word and its comma", PHRASES, _word, AWAKE),
    PositiveKind("v: ring of keywords", PHRASES, _ring, TAIL),
    PositiveKind("v: phrase that runs into itself", PHRASES, _turning, AWAKE),
    PositiveKind("v: words broken over line ends", PHRASES, _hyphenated, TAIL),
    PositiveKind("v: moves, notes, sounds and bases", PHRASES, _notated, STRAY),
)
