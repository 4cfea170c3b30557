"""Clean text in fifteen languages for the exact loops: prose, names, slots in templates.

In a template `¤` and a letter stand for what is drawn anew, see `_slot`. Sentences that loops
repeat (`REFRAINS`) never occur in clean text, so that a loop starts where its label says.
"""

import re
import textwrap
from collections.abc import Callable
from itertools import repeat
from random import Random

from degeneration import material as m
from degeneration.sample import Loop

# language: function words | stems | endings
_VOICES = {
    "en": "the of and to in a that for was on with as by at from their which not this had are or|"
    "harb settl parish trad invest record govern labour import measur respond deposit regist "
    "examin consider develop navig remain produc discover surv establ quarr orch mill|ed ing er "
    "ers s ment ation al able ance y",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao|"
    "govern comerci registr fazend caminh trabalh invest document paroqui engenh cart consider "
    "aliment transport plant colon milit cultiv observ|o a os ado ando ação ador ista amento ar "
    "eiro",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero|"
    "gobern comerci registr camin trabaj invest document parroqui ingeni cart consider aliment "
    "transport plant colon milit cultiv observ huert|o a os ado ando ación ador ista amiento ar "
    "ero",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce|"
    "gouvern commerc régistr chemin travaill invest document paroiss ingén cart considér aliment "
    "transport plant colon milit cultiv observ moul|e es er ant ation eur iste ement eux age ière",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch|"
    "Verwalt Handel Sied Gemeind Arbeit Forsch Urkund Pfarr Rechn Betracht Nahr Beförd Pflanz "
    "Kolon Beobacht Mühl Stift Ernt Schmied|ung ungen er ern lich isch schaft heit t e en",
    "it": "di e il la che in un a per è una sono del con non le da si dei al come più o ma nel|"
    "govern commerc registr cammin lavor invest document parrocchi ingegn cart consider aliment "
    "trasport piant colon milit coltiv osserv molin|o a i ato ando azione atore ista amento are",
    "pl": "i w na z do się nie że jest o za od po jak dla przez ale był oraz tego przy już|rząd "
    "hand zapis drog prac bad dokum paraf młyn rachun uwag żywn przew sadz obserw wojsk upraw "
    "osad kościel|a y ów em ami owy owa anie enie nik ość",
    "tr": "ve bir bu da için ile olarak daha çok gibi kadar sonra en olan ancak her o ne ya ki|"
    "yönet tica kayıt yol çalış belge köy hesap düşün besle taşı bahçe göz asker üret değir yer "
    "öğren deniz|im ler lar mak ci lik inde dan ıyor dı an",
    "ru": "и в на с не что он по как к из у за от так его но для это до был же или при|управл "
    "торгов запис дорог работ исслед докум приход мельн счёт внима питан перевоз посад наблюд "
    "воен посел учён берег|а ы ов ение ник ность ский ать ами ный ом",
    "el": "και το η ο να με σε της του για από που στην τα οι είναι δεν τη στο θα|κυβερν εμπορ "
    "γραφ δρομ εργασ ερευν εγγραφ ενορι μυλων λογαρ τροφ μεταφορ φυτ παρατηρ στρατ οικισ καλλιεργ "
    "θαλασσ|α ος η ων ικό ία ες ούν ήθηκε εί ση",
    "ar": "في من على إلى أن عن مع هذا التي كان ما لا بين ثم قد كل بعد غير حتى أو|حكم تجار سجل "
    "طريق عمل بحث وثيق قري طاحون حساب غذاء نقل زراع مراقب جيش مدين ميناء كتاب نهر|ة ات ون ين ي ها "
    "هم ان ا تها",
    "hi": "के में है की से को का और ने पर यह एक भी कि थे लिए जो तक साथ बाद|शासन व्यापार लेख मार्ग "
    "काम शोध दस्तावेज़ गाँव चक्की हिसाब भोजन यात्रा खेत सेना नगर नदी पुस्तक बाज़ार|ों ी े ा कार "
    "वाला वाले ता पन",
    "zh": "的 在 了 和 是 有 也 为 与 从 其 则 又 被 于|政府 商业 记录 道路 工作 研究 文件 乡村 "
    "磨坊 账目 粮食 运输 种植 观察 军队 城市 港口 书籍 河流 居民 学校 税收 土地 山区 商人|者 所 "
    "的 化 地 们 员 处 法 制",
    "ja": "の は を が に で と も から まで より など へ や|政府 商業 記録 道路 仕事 研究 文書 "
    "村 水車 帳簿 食糧 輸送 栽培 観察 軍隊 都市 港 書物 川 住民 学校 税 土地 山地 商人|した する "
    "され 者 的な たち など による しい",
    "ko": "은 는 이 가 을 를 그 이러한 또한 그리고 하지만 매우 모든 같은 다시|정부 상업 기록 도로 "
    "노동 연구 문서 마을 방앗간 장부 식량 운송 재배 관찰 군대 도시 항구 서적 주민 학교 토지|의 "
    "에서 으로 하는 하였다 까지 들은 과 에 만",
}  # fmt: skip
LATIN = ("en", "pt", "es", "fr", "de", "it", "pl", "tr")
LANGUAGES = tuple(_VOICES)
_DENSE = ("zh", "ja")
_STOPS = {"zh": "。", "ja": "。", "hi": "।"}

# first names | last names | places
_NAMES = {
    "en": "Edith Walter Agnes Thomas Harriet|Whitlock Pemberton Oakes Farrow Lindley|Hexham Ludlow",
    "pt": "Beatriz Joaquim Lúcia Otávio Rita|Siqueira Moreira Pacheco Bastos Leal|Olinda Mariana",
    "es": "Pilar Ramón Inés Gonzalo Marta|Quiroga Lozano Peralta Ibáñez Soto|Zamora Mérida",
    "fr": "Odile Gaston Mireille Étienne Luc|Lefèvre Marchand Rousselot Aubry|Vannes Moulins",
    "de": "Greta Otto Käthe Friedrich Ilse|Brandt Kessler Vogt Lindner Pohl|Goslar Görlitz",
    "it": "Ornella Piero Ada Corrado Livia|Bellini Zanetti Ferri Galli Serra|Lucca Matera",
    "pl": "Halina Stefan Zofia Kazimierz|Wójcik Zieliński Mazur Krawczyk|Kalisz Zamość",
    "tr": "Elif Kemal Zeynep Orhan Nermin|Yıldız Demir Aksoy Şahin Kaya|Bursa Kayseri",
    "ru": "Ольга Пётр Вера Семён Нина|Ильин Соколов Белов Громов|Тверь Псков",
    "el": "Ελένη Νίκος Σοφία Γιώργος|Παππάς Δήμου Ρήγας Κόκκινος|Βόλος Χανιά",
    "ar": "سلمى يوسف ليلى حسن مريم|الحداد منصور القاسم النجار|حلب الإسكندرية",
    "hi": "सुनीता राजेश मीरा अशोक|शर्मा वर्मा गुप्ता जोशी|जयपुर पटना",
    "zh": "建国 秀英 志强 丽华|王 李 陈 周 赵|泉州 洛阳",
    "ja": "花子 健一 由美 太郎|佐藤 田中 山口 小川|金沢 長崎",
    "ko": "영희 민수 지은 철수|김 박 최 정|전주 강릉",
}  # fmt: skip

REFRAINS = {
    "en": "The meeting was adjourned until ¤d.|He had never seen the ¤w so quiet, and he told ¤p "
    "so.|Payment of $¤f is due within ¤s days of the date of this notice.|It is important to note "
    "that results may vary from ¤w to ¤w.",
    "pt": "O presente termo foi lavrado em ¤c aos ¤d e assinado por ¤p.|Não há registros de ¤w na "
    "página ¤n do livro.|O valor total da nota é de R$ ¤f.|E assim ¤p voltou para casa, sem dizer "
    "palavra.",
    "es": "La sesión se levantó a las ¤s horas sin más asuntos que tratar.|¿Y por qué no lo dijo "
    "¤p cuando estaba en ¤c?|El importe de ¤f euros se abonará por transferencia.|Véase el "
    "expediente ¤k, folio ¤n.",
    "fr": "Il n'y avait plus personne dans la rue de ¤c, et ¤p ferma la porte.|Le montant de ¤f € "
    "est payable à réception de la facture.|Fait à ¤c, le ¤d.|Cette page ne contient pas de ¤w, "
    "mais un tableau.",
    "de": "Die Rechnung über ¤f € ist bis zum ¤d zu begleichen.|¤p schwieg, und niemand in ¤c "
    "wagte zu fragen.|Das Bild zeigt eine Seite mit ¤s Zeilen Text.|Bitte beachten Sie die "
    "Hinweise auf Seite ¤n!",
    "it": "Il presente verbale viene letto e sottoscritto da ¤p.|La nave partì da ¤c con ¤s "
    "uomini a bordo.|Non è possibile leggere il testo della riga ¤s.|Totale da pagare: € ¤f.",
    "pl": "Nie wiadomo, co ¤p miał na myśli.|Kwota ¤f zł została zapłacona dnia ¤d.",
    "tr": "¤p o gün ¤c şehrinden ayrıldı.|Toplam tutar ¤f TL olarak hesaplanmıştır.",
    "ru": "На странице ¤n текст неразборчив.|Заседание закрыто ¤d, протокол вёл ¤p.|«Я не знаю», "
    "— сказал ¤p и отвернулся.",
    "el": "Το έγγραφο υπογράφηκε στις ¤d.|Δεν υπάρχει κείμενο στη σελίδα ¤n.",
    "ar": "وقد وقع ¤p على هذه الوثيقة في ¤c.|لا يوجد نص في الصفحة ¤n.|قال ¤p: «لا أعرف».",
    "hi": "यह पृष्ठ ¤n पढ़ा नहीं जा सकता।|¤p ने ¤c में यह पत्र लिखा था।|कुल राशि ₹ ¤f है।",
    "zh": "本页第¤s行文字无法辨认。|¤p于¤y年回到¤c，再也没有离开。|合计金额为¤f元。",
    "ja": "¤pは¤cに帰ったと言われている。|この画像には文字が含まれていません。|合計は¤n円です。",
    "ko": "¤p 씨는 ¤y년에 ¤c을 떠났다.|이 페이지에는 텍스트가 없습니다.|합계 금액은 ¤n원입니다.",
}


def _parts(lang: str, index: int) -> list[str]:
    return _VOICES[lang].split("|")[index].split()


def word(rng: Random, lang: str) -> str:
    """A content word; half of them have a stem made of two, for there to be thousands."""
    stem, other = rng.sample(_parts(lang, 1), 2)
    if rng.random() < 0.5:
        stem = stem[: max(1, len(stem) - 2)] + other[len(other) // 2 :]
    return stem + (rng.choice(_parts(lang, 2)) if rng.random() < 0.8 else "")


def person(rng: Random, lang: str) -> str:
    first, last, _ = (part.split() for part in _NAMES[lang].split("|"))
    if lang in ("zh", "ja", "ko"):
        return rng.choice(last) + rng.choice(first)[0] + rng.choice(first)[-1]
    middle = f" {word(rng, lang)[0].upper()}." if rng.random() < 0.5 else ""
    return f"{rng.choice(first)}{middle} {rng.choice(last)}"


def _amount(rng: Random, lang: str) -> str:
    text = f"{rng.random() ** 2 * 6000 + 1:,.2f}"
    return (
        text if lang in ("en", "zh", "ja", "ko", "hi", "ar") else text.translate({44: 46, 46: 44})
    )


def _slot(rng: Random, lang: str, letter: str) -> str:
    match letter:
        case "n":
            return str(rng.randint(11, 989))
        case "s":
            return str(rng.randint(2, 30))
        case "y":
            return str(rng.randint(1780, 2024))
        case "f":
            return _amount(rng, lang)
        case "d":
            return m.date(rng).strftime(rng.choice(("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y")))
        case "k":
            return m.code(rng)
        case "p":
            return person(rng, lang)
        case "c":
            return rng.choice(_NAMES[lang].split("|")[2].split())
        case "h":
            return str(rng.randint(0, 23))
        case "i":  # an identifier, in English whatever the language
            return "_".join(word(rng, "en") for _ in range(rng.randint(1, 2)))
        case "w":
            return word(rng, lang)
    return word(rng, lang).capitalize()


def fill(rng: Random, lang: str, template: str) -> str:
    """The template with its slots drawn."""
    return re.sub("¤([a-zA-Z])", lambda slot: _slot(rng, lang, slot[1]), template)


def words(rng: Random, lang: str, n: int) -> str:
    """Running words without a stop, so that a loop may start in the middle of a sentence."""
    grammar = _parts(lang, 0)
    out: list[str] = []
    while len(out) < n:
        chosen = rng.choice(grammar) if rng.random() < 0.42 else word(rng, lang)
        if not out or out[-1] != chosen:
            out.append(chosen)
    return between(lang).join(out)


def sentence(rng: Random, lang: str, low: int = 5, high: int = 18) -> str:
    text = words(rng, lang, rng.randint(low, high))
    extra = rng.random()
    if extra < 0.3:
        template = rng.choice((", ¤y", " (¤n)", ", ¤p", ": ¤k", " ¤d", " – ¤c", " ¤f"))
        text += fill(rng, lang, template)
    return text[:1].upper() + text[1:] + _STOPS.get(lang, ".")


def paragraph(rng: Random, lang: str, low: int = 2, high: int = 6) -> str:
    return between(lang).join(sentence(rng, lang) for _ in range(rng.randint(low, high)))


def prose(rng: Random, lang: str, low: int = 100, high: int = 2600) -> str:
    """Clean text as a page may begin: plain, with headings, or broken into its lines."""
    wanted, out = max(120, rng.randint(low, high) // (3 if lang in _DENSE else 1)), ""
    style = rng.choice(("plain", "plain", "headed", "lines"))
    width = rng.randint(38, 76)
    while len(out) < wanted:
        if style == "headed" and rng.random() < 0.4:
            out += "#" * rng.randint(1, 3) + " " + words(rng, lang, rng.randint(1, 4)) + "\n\n"
        text = paragraph(rng, lang)
        out += (textwrap.fill(text, width) if style == "lines" else text) + "\n\n"
    return out


def rows(rng: Random, make: Callable[[], str], high: int = 12, unit: str = "") -> str:
    """Clean rows before a loop, of which no two have a line in common, nor one with the unit."""
    seen, out = {unit, *unit.split("\n")}, ""
    for _ in range(rng.randint(0, high)):
        row = make()
        lines = [line for line in row.split("\n") if len(line) > 24] or [row]
        if len(set(lines)) == len(lines) and not seen.intersection(lines):
            seen.update(lines)
            out += row
    return out


def between(lang: str) -> str:
    """What stands between two words or sentences."""
    return "" if lang in _DENSE else " "


def opened(rng: Random, lang: str) -> str:
    """Clean text that stops within a sentence, after a word."""
    return prose(rng, lang) + words(rng, lang, rng.randint(2, 9)).capitalize()


def refrain(rng: Random, lang: str) -> str:
    """A sentence that occurs in loops only."""
    return fill(rng, lang, rng.choice(REFRAINS[lang].split("|")))


def language(rng: Random, *among: str) -> str:
    return rng.choice(among or LANGUAGES)


def anew(
    rng: Random, lead: str, make: Callable[[], str], closing: str, high: int = 12, least: int = 3
) -> Loop:
    """Rows that differ, then one of the same make for ever."""
    unit = make()
    return exact(lead + rows(rng, make, high, unit), unit, closing, least=least)


def exact(lead: str, unit: str, closing: str = "", filler: bool = False, least: int = 3) -> Loop:
    """The unit for ever."""
    return Loop("exact", lead, repeat(unit), closing, filler, least)
