"""Sixteen languages for the blind counters: labels, sentences, pseudo-prose and clean leads."""

from functools import cache
from random import Random

from degeneration import material as m
from degeneration.build import log_uniform

LABELS = ("Page", "Chapter", "Article", "Figure", "Question", "Step", "Note", "Item", "Day", "Tome")
_LABELS = {
    "en": "Page Chapter Article Figure Question Step Note Item Day Volume",
    "pt": "Página Capítulo Artigo Figura Questão Passo Nota Item Dia Volume",
    "es": "Página Capítulo Artículo Figura Pregunta Paso Nota Partida Día Tomo",
    "fr": "Page Chapitre Article Figure Question Étape Note Poste Jour Tome",
    "de": "Seite Kapitel Artikel Abbildung Frage Schritt Anmerkung Posten Tag Band",
    "it": "Pagina Capitolo Articolo Figura Domanda Passo Nota Voce Giorno Volume",
    "pl": "Strona Rozdział Artykuł Rysunek Pytanie Krok Przypis Pozycja Dzień Tom",
    "tr": "Sayfa Bölüm Madde Şekil Soru Adım Not Kalem Gün Cilt",
    "ru": "Страница Глава Статья Рисунок Вопрос Шаг Примечание Позиция День Том",
    "el": "Σελίδα Κεφάλαιο Άρθρο Εικόνα Ερώτηση Βήμα Σημείωση Είδος Ημέρα Τόμος",
    "ar": "صفحة فصل مادة شكل سؤال خطوة ملاحظة بند يوم مجلد",
    "he": "עמוד פרק סעיף איור שאלה שלב הערה פריט יום כרך",
    "hi": "पृष्ठ अध्याय अनुच्छेद चित्र प्रश्न चरण टिप्पणी मद दिन खंड",
    "zh": "页码 章节 条款 插图 问题 步骤 注释 项目 日 卷",
    "ja": "ページ 章 条文 図 問題 手順 注 項目 日 巻",
    "ko": "쪽 장 조항 그림 문제 단계 주 항목 일 권",
}
LANGS = tuple(_LABELS)
LATIN = "en pt es fr de it pl tr"

_SENTENCES = {
    "en": """The witness declared that he had nothing further to add.|Payment is due on receipt
 of the goods described above.|The valve must be closed before the cover is removed.|See the
 remarks in the margin of the original.|The committee approved the proposal without amendment.|
No entry was found under this name in the parish books.|The sample was stored at room
 temperature until analysis.""",
    "pt": """Ficam revogadas as disposições em contrário.|O requerente não apresentou os
 documentos exigidos.|Recebi do caixa a importância acima mencionada.|A testemunha nada mais
 disse nem lhe foi perguntado.|O aluno deve justificar a sua resposta.|A peça foi conferida e
 devolvida ao depósito.""",
    "es": """El interesado deberá presentar la solicitud por escrito.|Se levanta la sesión sin
 más asuntos que tratar.|La muestra se conserva en lugar fresco y seco.|No consta el nombre de
 la madre en el libro.|Queda prohibido el paso a toda persona ajena a la obra.|Véase el plano
 adjunto.""",
    "fr": """Le présent arrêté sera publié au recueil des actes administratifs.|Lecture faite,
 le témoin a signé avec nous.|Le couvercle doit être fermé avant la mise en marche.|Voir les
 observations portées en marge.|La parcelle est libre de toute servitude.|Le malade est resté au
 lit.""",
    "de": """Der Antrag wurde ohne Aussprache angenommen.|Die Ware bleibt bis zur vollen
 Bezahlung unser Eigentum.|Vor dem Öffnen ist das Gerät vom Netz zu trennen.|Der Pate stammt aus
 der Nachbargemeinde.|Das Nähere regelt die Satzung.|Die Handschrift ist an dieser Stelle
 unleserlich.""",
    "it": """Il testimone ha confermato quanto già dichiarato.|La merce è stata consegnata in
 buono stato.|Si rinvia alla tavola allegata.|Il presente verbale è letto e approvato.|L'acqua
 deve essere portata a ebollizione.|Il padrino dichiara di non saper scrivere.""",
    "pl": """Świadek nie miał nic więcej do dodania.|Towar przyjęto na skład bez zastrzeżeń.|
Ustawa wchodzi w życie z dniem ogłoszenia.|Przed uruchomieniem należy zamknąć pokrywę.|Akt ten
 po przeczytaniu podpisano.""",
    "tr": """Başvuru süresi içinde yapılmadığından reddedilmiştir.|Makine çalıştırılmadan önce
 kapak kapatılmalıdır.|Tanığın başka bir diyeceği yoktur.|Bu hüküm yayımı tarihinde yürürlüğe
 girer.|Mallar eksiksiz teslim alındı.""",
    "ru": """Свидетель больше ничего не показал.|Настоящий закон вступает в силу со дня
 опубликования.|Товар принят на склад без замечаний.|Перед пуском необходимо закрыть крышку.|
Комиссия одобрила предложение без изменений.|Восприемником был крестьянин той же деревни.""",
    "el": """Ο μάρτυρας δεν είχε τίποτα άλλο να προσθέσει.|Η ισχύς του νόμου αρχίζει από τη
 δημοσίευσή του.|Το κάλυμμα πρέπει να κλείσει πριν από τη λειτουργία.|Τα εμπορεύματα
 παρελήφθησαν χωρίς παρατηρήσεις.""",
    "ar": """يعمل بهذا القانون من تاريخ نشره.|لم يقدم الشاهد أي معلومات أخرى.|يجب إغلاق الغطاء
 قبل التشغيل.|تم استلام البضاعة في حالة جيدة.|وافقت اللجنة على الاقتراح دون تعديل.""",
    "he": """העד לא הוסיף דבר על עדותו.|החוק ייכנס לתוקף ביום פרסומו.|יש לסגור את המכסה לפני
 ההפעלה.|הסחורה התקבלה במצב תקין.|הוועדה אישרה את ההצעה ללא שינוי.""",
    "hi": """गवाह ने आगे कुछ नहीं कहा।|यह नियम प्रकाशन की तारीख से लागू होगा।|माल सही हालत में
 प्राप्त हुआ।|मशीन चलाने से पहले ढक्कन बंद करें।|समिति ने प्रस्ताव को मंजूरी दी।""",
    "zh": """本条例自公布之日起施行。|证人表示没有其他补充。|开机前必须关闭上盖。|
货物已验收入库,无异议。|委员会一致通过了该提案。|原文此处字迹不清。""",
    "ja": """この法律は、公布の日から施行する。|証人はこれ以上述べることはないと答えた。|
運転前に必ず蓋を閉めてください。|商品は異状なく受領しました。|委員会は原案どおり可決した。""",
    "ko": """이 법은 공포한 날부터 시행한다.|증인은 더 이상 진술할 것이 없다고 하였다.|작동하기
 전에 덮개를 닫아야 한다.|물품은 이상 없이 인수되었다.|위원회는 원안대로 의결하였다.""",
}

_SOUNDS = {
    # onsets | nuclei | codas | ends | function words
    "en": """b c d f g h l m n p r s t w br ch cl dr gr pl sh st th tr|a e i o u ea oo ai ou|n r
 l t m ck nd rt st|ing ed ly er tion ment ness al|the of and to in a is that for it was on with
 as by""",
    "es": """b c d f g l m n p r s t v br ch cr fl gr ll pr tr qu|a e i o u ie ue ia|n r s l|
ción dad ero ado ar ista oso eza|de la que el en y a los se del las un por con no una su para""",
    "fr": """b c d f g j l m n p r s t v br ch cl cr fr pl pr tr|a e i o u é ou oi ai eu an|r l
 n s t|tion eur ment age er ique ette ant|de la le et les des en un du une que est pour qui dans""",
    "de": """b d f g h k l m n p r s t w br fl gr kr sch sp st tr z|a e i o u ä ö ü ei au ie|n r
 l s ch m ng st|ung heit en er lich keit ig el|der die und in den von zu das mit sich des auf
 für""",
    "it": """b c d f g l m n p r s t v br ch cr fr gl gn pr sp st tr|a e i o u ia io uo|n r l s|
zione mento are oso ista ità ino one|di e il la che in a per un del non con le si da una""",
    "pl": """b c d g k l m n p r s t w z cz dr gr kr pr prz rz st sz tr|a e i o u y ą ę ie|n r l
 k m w ć|nie owy ać ość ski arz eń ek|i w na z do nie że się o jest od po przez ale za jak""",
    "tr": """b c d g h k l m n p r s t y z ç ş|a e ı i o ö u ü|n r l k m t ş|lar ler lik mak mek
 ci dan de|ve bir bu da için ile olarak daha çok en gibi kadar sonra""",
    "ru": """б в г д ж з к л м н п р с т х ч ш бр гр пр ст тр|а е и о у ы я ю|н р л т к м в|ение
 ость ать ый ник ция ова ского|и в не на что с по это как из у за от к о для до""",
    "el": """β γ δ θ κ λ μ ν π ρ σ τ φ χ γρ πρ στ τρ|α ε η ι ο υ ω αι ει ου|ν ρ λ|ση μα ικός ος
 εία ότητα ω ες|και το η της του να που με για από στο την""",
    "ko": """|가 나 다 라 마 사 자 하 고 노 도 로 모 보 소 구 수 기 비 시 정 전 장 한 원 산 성
 대 인 경 공 국 동 문 법 부 상|||이 그 및 또는 대한 위한 있는 따라""",
    "hi": """क ख ग च ज ट ड त द न प ब म य र ल व श स ह|ा ि ी ु े ो|||का के की में है और से को पर
 यह""",
    "zh": """|中 国 年 月 地 方 工 作 会 员 经 济 发 展 学 生 研 究 文 化 社 区 管 理 技 术 人
 民 水 平 城 市 建 设 公 司 报 告 资 料 问 题 方 法 条 件 环 境 生 产 教 育 结 果 部 门 计 划 政
 策 历 史 分 析|||的 在 和 是 了 对""",
    "ja": """|東 京 会 社 年 月 日 本 人 事 業 計 画 調 査 報 告 研 究 結 果 地 域 市 民 学 校
 教 育 文 化 技 術 管 理 資 料 問 題 方 法 条 件 環 境 生 産 記 録 歴 史|||の に は を が と で
 や も から""",
}
_UNSPACED = ("zh", "ja")


@cache
def _vocabulary(lang: str) -> tuple[list[str], list[float], int]:
    """Pseudo-words of a language, their cumulated Zipf weights and how many function words."""
    rng = Random(f"held-out words {lang}")
    if lang in ("ar", "he"):
        particles = {"ar": "في من على إلى عن مع أن هذا التي", "he": "של את על עם לא זה כי גם או"}
        words = dict.fromkeys(particles[lang].split())
        functions = len(words)
        while len(words) < 2500:
            head = rng.choice(("", {"ar": "ال", "he": "ה"}[lang]))
            letters = m.SCRIPTS["arabic" if lang == "ar" else "hebrew"][0]
            words[head + "".join(rng.choices(letters, k=rng.randint(3, 5)))] = None
    else:
        onsets, nuclei, codas, ends, little = (part.split() for part in _SOUNDS[lang].split("|", 4))
        words = dict.fromkeys(little)
        functions = len(words)
        while len(words) < 2500:
            parts = (
                rng.choice(onsets or [""]) + rng.choice(nuclei) + rng.choice([*codas, ""])
                for _ in range(rng.choice((1, 2, 2, 3)))
            )
            words["".join(parts) + (rng.choice(ends) if ends and rng.random() < 0.6 else "")] = None
    total, cumulated = 0.0, []
    for rank in range(len(words)):
        total += 1 / (rank + 4)
        cumulated.append(total)
    return list(words), cumulated, functions


def word(rng: Random, lang: str) -> str:
    if lang == "pt":
        return m.content_word(rng)
    words, _, functions = _vocabulary(lang)
    return words[rng.randrange(functions, len(words))]


def term(rng: Random, lang: str) -> str:
    between = "" if lang in _UNSPACED else " "
    text = between.join(word(rng, lang) for _ in range(rng.randint(1, 3)))
    return text[0].upper() + text[1:]


def name(rng: Random, lang: str) -> str:
    if lang in _UNSPACED:
        return word(rng, lang)[:3]
    return " ".join(word(rng, lang).capitalize() for _ in range(rng.randint(2, 3)))


def pseudo(rng: Random, lang: str) -> str:
    """A made-up sentence."""
    if lang == "pt":
        return m.sentence(rng)
    words, weights, _ = _vocabulary(lang)
    chosen = rng.choices(words, cum_weights=weights, k=rng.randint(6, 18))
    if lang in _UNSPACED:
        comma = "," if lang == "zh" else "、"
        return "".join(chosen[:7]) + (comma + "".join(chosen[7:]) if chosen[7:] else "") + "。"
    text = " ".join(chosen)
    return text[0].upper() + text[1:] + ("।" if lang == "hi" else ".")


def sentence(rng: Random, lang: str) -> str:
    """A real sentence, now and then a made-up one."""
    real = _SENTENCES[lang].replace("\n", "").split("|")
    return rng.choice(real) if rng.random() < 0.7 else pseudo(rng, lang)


def paragraph(rng: Random, lang: str, low: int = 2, high: int = 5) -> str:
    between = "" if lang in _UNSPACED else " "
    return between.join(pseudo(rng, lang) for _ in range(rng.randint(low, high)))


def label(lang: str, which: str) -> str:
    return _LABELS[lang].split()[LABELS.index(which)]


def money(rng: Random, lang: str) -> str:
    text = f"{rng.randint(300, 900_000) / 100:,.2f}"
    if lang in ("en", "zh", "ja", "ko", "hi", "he", "ar"):
        return text
    return text.translate(str.maketrans(",.", " ," if lang in ("fr", "pl", "ru") else ".,"))


def key(rng: Random) -> str:
    """An ASCII identifier."""
    parts = (word(rng, rng.choice(("en", "it"))) for _ in range(rng.randint(1, 2)))
    ascii_only = "_".join(parts).translate(str.maketrans("àèéìòù", "aeeiou"))
    return "".join(char for char in ascii_only if char.isalnum() or char == "_")


_GAPS = {"plain": "\n", "md": "\n\n", "html": "\n", "tex": "\n\n"}


def lead(rng: Random, lang: str, style: str, longest: int = 2000) -> str:
    """Clean text of 100 characters or more: a title, who and when, paragraphs, subtitles."""
    if style in _CODE:
        return _code_lead(rng, style)
    wanted = log_uniform(rng, 120, longest)
    gap = _GAPS[style] if style != "plain" else rng.choice(("\n", "\n\n"))
    out = [_titled(term(rng, lang), style, 1)]
    if rng.random() < 0.4:
        out.append(f"{name(rng, lang)}, {m.date(rng):%d.%m.%Y}" + ("<br/>" * (style == "html")))
    while sum(map(len, out)) < wanted:
        text = paragraph(rng, lang)
        out.append(f"<p>{text}</p>" if style == "html" else text)
        if rng.random() < 0.25:
            out.append(_titled(term(rng, lang), style, 2))
    return gap.join(out) + gap


def _titled(text: str, style: str, level: int) -> str:
    if style == "html":
        return f"<h{level}>{text}</h{level}>"
    if style == "md":
        return "#" * level + " " + text
    if style == "tex":
        return "\\" + "sub" * (level - 1) + "section{" + text + "}"
    return text.upper() if level == 1 else text


_CODE = {
    # opening, what each clean line looks like
    "python": ('"""@s@"""\n\nimport @k@\nimport @k@ as @w@\n\n', "@k@ = @w@.@k@(@i@, @k@=@i@)\n"),
    "sql": ("-- @s@\nBEGIN;\n", "ALTER TABLE @k@ ADD COLUMN @k@ VARCHAR(@i@);  -- @s@\n"),
    "json": ('{"title": "@s@", "source": "@w@.pdf", ', '"@k@": "@s@", '),
    "xml": ('<?xml version="1.0" encoding="UTF-8"?>\n<@w@>\n', '  <field name="@k@">@s@</field>\n'),
    "log": ("# @w@ started, pid @i@, @s@\n", "[@w@] @k@=@i@ @s@\n"),
    "svg": ('<svg viewBox="0 0 @i@ @i@">\n', '  <rect id="@k@" x="@i@" y="@i@"/>\n<!-- @s@ -->\n'),
    "yaml": ("# @s@\nversion: @i@\n", "@k@: @w@  # @s@\n"),
}


def _code_lead(rng: Random, style: str) -> str:
    """As a file of code or data begins."""
    opening, line = _CODE[style]
    text = opening + line * rng.randint(2, 8)
    while "@" in text:
        start = text.index("@")
        which = text[start + 1]
        drawn = {
            "s": pseudo(rng, rng.choice(("en", "es", "de"))),
            "k": key(rng),
            "w": word(rng, "en"),
            "i": str(rng.randint(2, 900)),
        }[which]
        text = text[:start] + drawn + text[start + 3 :]
    return text
