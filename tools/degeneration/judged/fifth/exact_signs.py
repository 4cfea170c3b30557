"""Loops of one sign or a few, with and without content."""

from random import Random

from degeneration.judged.fifth import material_exact as mx
from degeneration.judged.fifth.exact_base import CLOSED, MIXED, RECOVERED, STRAY, TAIL, loop
from degeneration.sample import Loop, PositiveKind

SIGNS = "exact: signs"
FILLER = "exact: blanks and filler"

HELD = {
    # What comes before the letter that is held, by language.
    "en": ["No", "He cried out: Ah", "and then, so", "Brr", "Hm", "whoosh, zz"],
    "pt": ["Gol", "Ele gritou: nã", "Socorr", "Ah", "Muito bem, é"],
    "es": ["¡Vaya, qué larg", "Y el eco: ho", "Ay"],
    "de": ["Ach, nei so", "Uff", "und dann: ja"],
    "fr": ["Euh", "Oh non", "Et le vent faisait: hou"],
    "ru": ["Она закричала: а", "Ура", "Ого"],
    "el": ["Και φώναξε: α", "όχι, ω"],
    "ar": ["وصاح: لا", "آه", "يا ربي كم هو طويل جدا"],
    "he": ["והוא צעק: לאא", "אווו"],
    "th": ["เขาร้องว่า โอ", "มากก", "นานน", "ไม่ใช่แล้"],
    "ja": ["彼は叫んだ。「ああ", "えー", "第一章は一", "すごーー"],
    "zh": ["他喊道:啊", "金额为一", "以上各条的的", "共计人民币叁"],
    "ko": ["그가 외쳤다. 아", "네네", "으"],
    "hi": ["वह चिल्लाई अ", "ओ", "उसने कहा नहीं"],
    "tr": ["Eyvahh", "Çok uzuu"],
    "vi": ["Ôi không o", "Trời ơi i"],
}


def _held(rng: Random) -> Loop:
    language = rng.choice(list(HELD))
    start = rng.choice(HELD[language])
    space = rng.choice((" ", "\n\n"))
    return loop(mx.lead(rng, language) + space + start, start[-1], rng.choice(("!\n\n", ".\n\n")))


EMOJI = [
    *(
        "😂",
        "🙏",
        "🔥🔥✨",
        "❤️",
        "👍🏽",
        "👩‍👩‍👧",
        "🇧🇷🏆",
        "😭😭💔",
        "🎉 ",
        "✅ ",
        "🌸🌿",
        "🤣🤣👏",
    ),
    *("💰📈🚀", "😘💋\n", "⭐", "▶️ ", "👏🏾👏🏾🙌🏾 ", "🐟🐠", "☎️", "🔴⚪"),
]
CHAT = {
    "en": [
        "@{a} I finally went through the box from {p} last night, {n} sheets in all. ",
        "Thanks for the pictures! I read them twice on the train and missed my stop. ",
        "So, did the scanner at {p} work for you or did it jam again? ",
        "Happy birthday to the best archivist I know, may you never see mould again ",
        "We did it, everyone: {n} pages done before the deadline ",
    ],
    "pt": [
        "@{a} ontem abri a caixa de {p}, são {n} folhas no total. ",
        "Gente, obrigado pelas fotos, li tudo no ônibus e perdi o ponto. ",
        "Alguém sabe se o scanner de {p} voltou a funcionar? ",
        "Parabéns pelo trabalho, nem acredito que acabou antes do prazo ",
    ],
    "ru": [
        "@{a}, вчера разобрала коробку из архива, всего {n} листов. ",
        "Спасибо за снимки, читала в метро и проехала свою станцию. ",
        "Сканер в {p} опять зажевал бумагу, что с ним делать? ",
        "С днём рождения, пусть плесень обходит тебя стороной ",
    ],
    "ja": [
        "{a}さん、昨日ようやく{p}の箱を開けました。全部で{n}枚ありました。",
        "写真をありがとうございます。電車の中で二回読みました。",
        "スキャナーは直りましたか。こちらはまた紙が詰まりました。",
        "締め切りの前に終わるなんて、本当にお疲れさまでした",
    ],
    "th": [
        "คุณ{a} เมื่อคืนเปิดกล่องจาก{p}แล้ว ทั้งหมด {n} แผ่น ",
        "ขอบคุณสำหรับรูปนะ อ่านบนรถไฟจนเลยสถานี ",
        "เครื่องสแกนกลับมาใช้ได้หรือยัง ",
        "เสร็จก่อนกำหนดจริง ๆ ด้วย เก่งมาก ",
    ],
    "ar": [
        "يا {a}، فتحت البارحة الصندوق وفيه {n} ورقة. ",
        "شكرا على الصور، قرأتها في القطار وفاتتني المحطة. ",
        "هل عاد الماسح في {p} إلى العمل أم تعطل مرة أخرى؟ ",
        "كل عام وأنت بخير يا أفضل أمين محفوظات ",
    ],
    "ko": [
        "{a}님, 어제 {p}에서 온 상자를 열었는데 모두 {n}장이었어요. ",
        "사진 고마워요. 전철에서 읽다가 역을 지나쳤어요. ",
        "스캐너는 고쳤나요? 여기는 종이가 또 걸렸어요. ",
        "마감 전에 끝내다니 정말 수고 많았어요 ",
    ],
}


def _chat(rng: Random, language: str) -> str:
    pool = CHAT[language]
    said = [mx.fill(rng, language, s) for s in rng.sample(pool, rng.randint(3, len(pool)))]
    if rng.random() < 0.4 or len("".join(said)) < 90:
        said.insert(0, mx.lead(rng, language) + "\n\n")
    return "".join(said)


LAUGHS = {
    "en": ["ha", "haha ", "lol ", "he", "LOLOL ", "yada yada ", "blah, "],
    "pt": ["k", "rs", "hue", "ha ", "kkk "],
    "ru": ["ха", "хе-хе-", "ахах", ")"],
    "ja": ["www", "笑", "は", "ふふ、"],
    "th": ["5", "ฮ่า", "อิ", "555 "],
    "ar": ["ه", "ها", "ههه "],
    "ko": ["ㅋ", "ㅎㅎ", "하하 ", "ㅠㅠ"],
}


def _laughter(rng: Random) -> Loop:
    language = rng.choice(list(LAUGHS))
    unit = rng.choice(LAUGHS[language])
    return loop(_chat(rng, language), unit, "\n", filler=unit == ")")


def _emoji(rng: Random) -> Loop:
    if rng.random() < 0.5:
        return _laughter(rng)
    return loop(_chat(rng, rng.choice(list(CHAT))), rng.choice(EMOJI), "\n\n")


STUTTER = [
    # A word that begins well and the syllable it cannot leave.
    *("The ba|na", "an unprece|de", "the Missis|sis", "and recom|men", "of the consti|tu"),
    *("a recomen|da", "da pa|ra", "a administra|ção", "do município de Araraqua|ra"),
    *("el abece|da", "la contabili|dad", "die Verwal|tungs", "der Ober|unter", "l'anti|ti"),
    *("делопроиз|во", "в са|мо", "στην πα|ρα", "bir kütüpha|ne", "nie|po"),
    *("अनु|वा", "การ|ประ", "الم|ست", "ה|מא", "하나|님", "東京特許許可|局", "関係|者", "委员|会"),
]


def _stutter(rng: Random) -> Loop:
    start, unit = rng.choice(STUTTER).split("|")
    scripts = {"д": "ru", "в": "ru", "σ": "el", "अ": "hi", "ก": "th", "ا": "ar", "ה": "he"}
    scripts |= {"하": "ko", "東": "ja", "関": "ja", "委": "zh", "b": "tr", "n": "pl"}
    romance = {"d": "pt", "a": "pt", "e": "es", "l": "es", "D": "de"}
    language = scripts.get(start[0]) or romance.get(start[0], "en")
    if unit in ("tungs", "unter"):
        language = "de"
    space = "" if language in mx.SPACELESS else " "
    return loop(mx.lead(rng, language) + space + start, unit, ".\n\n")


BROKEN = [
    *("Ã©", "Ã£o ", "â€™", "â€œ", "Ã¢â‚¬", "ï¿½", "Ð°Ð", "ï»¿", "Â ", "&amp;amp;", "þÿ", "锟斤拷"),
    *(
        "烫",
        "縺ｮ",
        "Ã\u0083Â",
        "(cid:3)",
        "(cid:127) ",
        "<0xE2><0x96>",
        "[UNK] ",
        "▁the",
        "Ġ",
        "##s ",
    ),
]


def _broken(rng: Random) -> Loop:
    language = mx.language(rng, "en pt fr de es ru zh ja pl")
    glue = rng.choice((" ", "\n", ""))
    return loop(mx.lead(rng, language) + glue, rng.choice(BROKEN), "\n")


SPACES = [
    *(
        "\n",
        " \n",
        "\n\n",
        "\u3000",
        "\u00a0",
        "\t",
        "&nbsp;",
        "&nbsp; ",
        "<br>\n",
        "<br/>",
        "\r\n",
    ),
    *(
        "\u2003",
        "\u200b",
        "\u200e\u200f",
        "\x0c",
        " ",
        "&#160;",
        "&emsp;",
        "\n>",
        "<p></p>\n",
        "~~",
        "\\quad ",
        "\\\\\n",
        "\\,",
        "{}",
    ),
    *("\\vspace{2mm}\n", "\\hfill ", "<span></span>", "\\n", "\\u00a0", "\\t"),
]


def _spaces(rng: Random) -> Loop:
    unit = rng.choice(SPACES)
    language = mx.language(rng)
    text = mx.lead(rng, language)
    if unit in ("\\n", "\\u00a0", "\\t"):
        text = '{"page": 4, "text": "' + text.replace("\n", "\\n")
        return loop(text, unit, '"}\n', filler=True)
    return loop(text + rng.choice(("", "\n")), unit, "\n---\n", filler=True)


ORNAMENTS = [
    *(
        "* * *\n\n",
        "⁂\n",
        "~",
        "—— ",
        "=-",
        "✦ ",
        "❦ ",
        "☙\n",
        "░▒▓",
        "═",
        "-+-",
        "\\*",
        "§ ",
        "†‡",
    ),
    *(
        "---\n\n",
        "- - -\n",
        "<hr/>\n",
        "***\n\n",
        "│ ",
        "¸.·´¯`·",
        "♪ ",
        "・",
        "॥ ",
        "。",
        "؟ ",
        "、",
    ),
    *('"', "”“", "»«", "((", "】【", ") ", "]]", "}} ", "?!", "''", "」「", "<|", "`", "「」"),
]


def _ornaments(rng: Random) -> Loop:
    text = mx.lead(rng, mx.language(rng))
    unit = rng.choice(ORNAMENTS)
    glue = "\n\n" if "\n" in unit or rng.random() < 0.5 else " "
    return loop(text + glue, unit, "\n\n", filler=True)


CONTENTS = {
    "en": ["Contents", "Preface", "List of plates", "Wages and prices", "The two mills", "Index"],
    "pt": ["Sumário", "Prefácio", "Das obras", "Receita e despesa", "Anexos", "Errata"],
    "fr": ["Table des matières", "Avant-propos", "Les comptes", "La crue", "Notes", "Errata"],
    "de": ["Inhalt", "Vorwort", "Von den Löhnen", "Die Mühlen", "Anhang", "Verzeichnis"],
    "ru": ["Оглавление", "Предисловие", "О ценах", "Мельницы", "Приложения", "Указатель"],
    "ja": ["目次", "序文", "賃金と物価", "二つの水車", "付録", "索引"],
    "hi": ["विषय सूची", "भूमिका", "मज़दूरी और दाम", "दो चक्कियाँ", "परिशिष्ट", "अनुक्रमणिका"],
    "he": ["תוכן העניינים", "הקדמה", "שכר ומחירים", "שתי הטחנות", "נספחים", "מפתח"],
}
LEADERS = [
    ".",
    ". ",
    "…",
    " .",
    "·",
    "_",
    "_ ",
    ". . . ",
    "‥",
    "・",
    "-",
    "\\dotfill ",
    ". .\t",
    "._",
]


def _leaders(rng: Random) -> Loop:
    language = rng.choice(list(CONTENTS))
    head, *entries = CONTENTS[language]
    page, rows = 1, []
    for entry in rng.sample(entries, 4):
        page += rng.randint(2, 60)
        rows.append(f"{entry} {'.' * rng.randint(4, 12)} {page}")
    text = f"{mx.lead(rng, language)}\n\n{head}\n\n" + "\n".join(rows) + "\n"
    return loop(text + entries[-1] * (rng.random() < 0.5) + " ", rng.choice(LEADERS), filler=True)


NOUGHTS = [
    *("0,00 ", "0.00\t", "0", "00 ", "0, ", "0.0, ", "00:00:00\n", "0\n", "٠", "०", "000,", "0/0 "),
    *("0 0 0\n", "-0.0, ", "[0, 0], ", "0% ", "(0) ", "\\u0000", "\\x00", "0x0, ", "${0}$ "),
]


def _noughts(rng: Random) -> Loop:
    text = mx.lead(rng, mx.language(rng, "en pt es de hi ar zh tr"))
    rows = [f"{rng.randint(10, 99)}  {rng.random() * 4000:.2f}" for _ in range(rng.randint(2, 7))]
    return loop(text + "\n\n" + "\n".join(rows) + "\n", rng.choice(NOUGHTS), filler=True)


EMPTY = [
    *("<td></td>", "<td> </td>\n", "| ", "|  |  |\n", "<tr><td></td><td></td></tr>\n", "& ", "\t"),
    *(",", ";;", '"",', "<th></th>", "<ecel>", "|:---:", "| --- ", '"", ', "[ ] ", "( ) ", "☐ "),
    *("□", " & & \\\\\n", "<td>&nbsp;</td>", "<lcel>", "|---|---|\n", "[], ", "{}, "),
    *("\\multicolumn{1}{c}{} & ", "<nl>\n", "<td/>", "\t\t\n", "&&", "<fcel>", "[[], []], "),
]


def _empty(rng: Random) -> Loop:
    language = mx.language(rng, "en pt fr ru zh ar de")
    cells = [mx.person(rng, language), str(rng.randint(10, 900)), f"{rng.random() * 90:.1f}"]
    unit = rng.choice(EMPTY)
    html = unit.startswith("<t")
    row = "<table><tr>" + "".join(f"<td>{c}</td>" for c in cells) if html else " | ".join(cells)
    close = "</tr></table>\n\n" if html else "\n\n"
    return loop(f"{mx.lead(rng, language)}\n\n{row}\n", unit, close, filler=True)


KINDS = (
    PositiveKind("v: letter held too long", SIGNS, _held, MIXED),
    PositiveKind("v: emoji and laughter without end", SIGNS, _emoji, STRAY),
    PositiveKind("v: syllable that a word cannot leave", SIGNS, _stutter, TAIL),
    PositiveKind("v: broken characters", SIGNS, _broken, RECOVERED),
    PositiveKind("v: spaces and their commands", FILLER, _spaces, MIXED),
    PositiveKind("v: ornaments and stray marks", FILLER, _ornaments),
    PositiveKind("v: leaders of a table of contents", FILLER, _leaders),
    PositiveKind("v: noughts only", FILLER, _noughts, STRAY),
    PositiveKind("v: cells with nothing in them", FILLER, _empty, CLOSED),
)
