"""Words of nineteen languages, and prose made of them, for the blind counters.

Half of the content words of the prose are spliced of two real ones, so that there are thousands of
them and a page of clean text repeats itself no more than a page does.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from random import Random


@dataclass(frozen=True, slots=True)
class Tongue:
    """What prose of a language is made of: function words, content words, what joins and ends."""

    small: str
    content: str
    people: str
    places: str
    joiner: str = " "
    stop: str = ". "


TONGUES = {
    "en": Tongue(
        "the of and to in a that was with for on by from at which were his her not as but under",
        "harbour parish winter barrel meadow council bridge letter market orchard lantern captain "
        "weather timber kitchen garden railway station copper engine valley quarry mason ledger "
        "brought carried measured painted opened counted narrow broken quiet eastern careful "
        "yearly common wooden modern early stolen pleasant steep foreign heavy written public",
        "Edith Marlow,Thomas Penrose,Agnes Whitby,John Harcastle,Ruth Ellery,Amos Tull",
        "Falmouth,Whitby,Ludlow,Kendal,Harwich,Oban,Tenby,Bath",
    ),
    "de": Tongue(
        "der die das und in von zu mit auf für ist im dem nicht ein eine als auch nach bei wurde",
        "Kirche Garten Handwerk Straße Brücke Wagen Winter Rechnung Gemeinde Fenster Mühle Acker "
        "Bahnhof Zeitung Werkstatt Schule Hafen Kessel Urkunde Wiese Bürger Händler getragen "
        "geschrieben gemessen verkauft gebaut geöffnet alte neue schmale ruhige schwere hölzerne "
        "östlich jährlich sorgfältig dunkel gemeinsam fremd öffentlich steil Turm Brunnen Amt",
        "Anna Weber,Johann Kessler,Grete Lindner,Otto Brandt,Maria Vogel,Emil Roth",
        "Lindau,Husum,Goslar,Passau,Meißen,Speyer,Wismar,Ulm",
    ),
    "fr": Tongue(
        "le la les de des du et à en un une que qui dans pour par sur avec au est ne pas plus",
        "maison rivière marché église jardin lettre moulin charbon fenêtre navire village école "
        "registre commune hiver vigne pierre atelier chemin horloge tonneau berger ouvrier porté "
        "mesuré vendu construit ouvert ancien étroit calme lourd orientale annuel public soigneux "
        "obscur étranger droit pont cuisine voiture pluie montagne notaire cloche",
        "Jeanne Marchal,Louis Fabre,Claire Aubert,Henri Colin,Rose Delmas,Paul Guérin",
        "Honfleur,Colmar,Nîmes,Dinan,Sarlat,Beaune,Vannes,Albi",
    ),
    "es": Tongue(
        "el la los las de del y en un una que con por para se no es al como su más sobre sin",
        "casa río mercado iglesia huerta carta molino carbón ventana barco pueblo escuela libro "
        "invierno viña piedra taller camino reloj barril pastor obrero llevado medido vendido "
        "construido abierto antiguo estrecho tranquilo pesado oriental anual público cuidadoso "
        "oscuro extranjero puente cocina carreta lluvia montaña notario campana arena",
        "Lucía Robles,Mateo Arias,Carmen Vidal,Andrés Soto,Inés Ortega,Julio Peña",
        "Cádiz,Ronda,Zamora,Oviedo,Úbeda,Lugo,Teruel,Jaca",
    ),
    "it": Tongue(
        "il la le di del e in un una che con per si non è al come suo più su da nel della",
        "casa fiume mercato chiesa giardino lettera mulino carbone finestra nave paese scuola "
        "registro inverno vigna pietra bottega strada orologio botte pastore operaio portato "
        "misurato venduto costruito aperto antico stretto tranquillo pesante orientale annuale "
        "pubblico attento scuro straniero ponte cucina carro pioggia montagna notaio campana",
        "Lucia Ferri,Marco Bassi,Elena Conti,Paolo Riva,Chiara Sala,Dino Greco",
        "Lucca,Urbino,Matera,Chioggia,Trento,Noto,Asti,Gubbio",
    ),
    "pt": Tongue(
        "o a os as de do da e em um uma que com por para se não é ao como seu mais sobre sem",
        "casa rio mercado igreja horta carta moinho carvão janela navio aldeia escola livro "
        "inverno vinha pedra oficina caminho relógio barril pastor operário levado medido vendido "
        "construído aberto antigo estreito tranquilo pesado oriental anual público cuidadoso "
        "escuro estrangeiro ponte cozinha carroça chuva montanha tabelião sino areia",
        "Beatriz Lemos,Joaquim Prado,Teresa Falcão,Rui Bastos,Helena Moura,Davi Quadros",
        "Paraty,Óbidos,Olinda,Viseu,Cachoeira,Tavira,Diamantina,Évora",
    ),
    "nl": Tongue(
        "de het een en van in op te met voor is dat niet aan bij door als ook naar werd uit",
        "kerk tuin haven brief markt molen venster schip dorp school boek winter akker steen "
        "werkplaats weg klok vat herder arbeider gedragen gemeten verkocht gebouwd geopend oude "
        "smalle rustige zware oostelijke jaarlijkse openbare donkere vreemde brug keuken wagen "
        "regen dijk notaris toren zolder turf lantaarn",
        "Griet de Boer,Jan Visser,Aafke Mulder,Piet Kuipers,Neel Bakker,Dirk Smit",
        "Hoorn,Delft,Zutphen,Veere,Gouda,Sneek,Thorn,Edam",
    ),
    "pl": Tongue(
        "i w z na do się nie że jest to od po za przez dla przy oraz jak tego był była",
        "dom rzeka rynek kościół ogród list młyn węgiel okno statek wieś szkoła księga zima "
        "winnica kamień warsztat droga zegar beczka pasterz robotnik niesiony zmierzony sprzedany "
        "zbudowany otwarty stary wąski spokojny ciężki wschodni roczny publiczny staranny ciemny "
        "obcy most kuchnia wóz deszcz góra notariusz dzwon piasek",
        "Zofia Wilk,Jan Nowicki,Hanna Sowa,Piotr Zając,Ewa Lis,Adam Kruk",
        "Toruń,Sopot,Zamość,Płock,Chełm,Nysa,Opole,Tczew",
    ),
    "sv": Tongue(
        "och i att det som en på är av för med den till inte om ett men var sig så från",
        "kyrka trädgård hamn brev torg kvarn fönster skepp by skola bok vinter åker sten verkstad "
        "väg klocka tunna herde arbetare buren uppmätt såld byggd öppnad gammal smal lugn tung "
        "östlig årlig offentlig mörk främmande bro kök vagn regn berg notarie torn vind gruva",
        "Elsa Lund,Nils Berg,Karin Holm,Axel Sjö,Maja Ek,Olof Strand",
        "Visby,Ystad,Falun,Kalmar,Sigtuna,Umeå,Lund,Motala",
    ),
    "tr": Tongue(
        "ve bir bu da de için ile çok daha gibi sonra kadar olan ama her ne göre en",
        "ev nehir pazar bahçe mektup değirmen kömür pencere gemi köy okul defter kış bağ taş "
        "atölye yol saat fıçı çoban işçi taşındı ölçüldü satıldı yapıldı açıldı eski dar sakin "
        "ağır doğu yıllık kamu dikkatli karanlık yabancı köprü mutfak araba yağmur dağ noter kum",
        "Ayşe Kaya,Murat Demir,Elif Yıldız,Hasan Çelik,Zeynep Koç,Kemal Aydın",
        "Bursa,Sinop,Mardin,Edirne,Rize,Foça,Ordu,Kars",
    ),
    "ru": Tongue(
        "и в не на что он с как это по но из у за от так для о же был была",
        "дом река рынок церковь сад письмо мельница уголь окно корабль деревня школа книга зима "
        "камень мастерская дорога часы бочка пастух рабочий принесён измерен продан построен "
        "открыт старый узкий тихий тяжёлый восточный годовой общий тёмный чужой мост кухня телега "
        "дождь гора нотариус колокол песок",
        "Анна Морозова,Иван Лебедев,Ольга Зимина,Пётр Власов,Вера Котова,Егор Орлов",
        "Псков,Вологда,Тула,Суздаль,Рязань,Елец,Тверь,Омск",
    ),
    "el": Tongue(
        "και το να του η της με για από που στο στη δεν είναι τα των ένα μια ως",
        "σπίτι ποτάμι αγορά εκκλησία κήπος γράμμα μύλος κάρβουνο παράθυρο πλοίο χωριό σχολείο "
        "βιβλίο χειμώνας πέτρα εργαστήριο δρόμος ρολόι βαρέλι βοσκός εργάτης παλιό στενό ήσυχο "
        "βαρύ ανατολικό ετήσιο δημόσιο σκοτεινό ξένο γέφυρα κουζίνα άμαξα βροχή βουνό καμπάνα",
        "Ελένη Παππά,Νίκος Βλάχος,Μαρία Ρήγα,Γιώργος Λάμπρου,Άννα Κόκκινου,Πέτρος Δούκας",
        "Χανιά,Βόλος,Πάτρα,Ναύπλιο,Σύρος,Λαμία,Άρτα,Δράμα",
    ),
    "ar": Tongue(
        "في من على إلى عن مع أن هذا هذه التي الذي كان قد لا ما بين كل بعد",
        "بيت نهر سوق حديقة رسالة طاحونة نافذة سفينة قرية مدرسة كتاب شتاء حجر ورشة طريق ساعة برميل "
        "عامل قديم ضيق هادئ ثقيل شرقي سنوي عام مظلم غريب جسر مطبخ عربة مطر جبل جرس رمل محكمة دفتر "
        "تاجر ميناء مكتب حساب ورقة خزانة سجل",
        "ليلى حداد,سمير نجار,هدى خوري,كريم صالح,مريم عواد,يوسف بدر",
        "حلب,صور,طنجة,قفصة,الموصل,صنعاء,دمياط,نزوى",
    ),
    "he": Tongue(
        "של על את זה לא הוא היא עם כי גם אל מן אשר היה כל בין אחרי",
        "בית נהר שוק גינה מכתב טחנה חלון ספינה כפר ספר חורף אבן סדנה דרך שעון חבית רועה פועל ישן "
        "צר שקט כבד מזרחי שנתי ציבורי אפל זר גשר מטבח עגלה גשם הר פעמון חול פנקס סוחר נמל משרד",
        "רות לוי,דוד כהן,נעמי ברק,יעקב שמש,תמר גל,אורי פלד",
        "צפת,יפו,עכו,טבריה,רמלה,חיפה,לוד,אילת",
    ),
    "hi": Tongue(
        "का के की है में और से को पर यह वह ने भी तक जो एक था थी लिए",
        "घर नदी बाजार मंदिर बगीचा पत्र चक्की कोयला खिड़की जहाज गाँव विद्यालय पुस्तक सर्दी पत्थर "
        "सड़क घड़ी मजदूर पुराना संकरा शांत भारी पूर्वी वार्षिक सार्वजनिक अंधेरा पुल रसोई गाड़ी बारिश "
        "पहाड़ घंटी रेत नगर कार्यालय खाता कागज दरवाजा समय नियम",
        "सुनीता वर्मा,अजय शर्मा,मीना जोशी,रवि कुमार,कमला देवी,मोहन लाल",
        "उदयपुर,नागपुर,काशी,भोपाल,अजमेर,पटना,मथुरा,सतना",
        stop="। ",
    ),
    "th": Tongue(
        "ของ และ ที่ ใน เป็น การ มี ได้ ให้ จาก กับ ไม่ ว่า นี้ ต้อง ตาม",
        "บ้าน แม่น้ำ ตลาด วัด สวน จดหมาย โรงสี ถ่าน หน้าต่าง เรือ หมู่บ้าน โรงเรียน หนังสือ ฤดูหนาว หิน "
        "ถนน นาฬิกา ถัง คนงาน เก่า แคบ เงียบ หนัก ตะวันออก รายปี สาธารณะ มืด สะพาน ครัว เกวียน ฝน ภูเขา "
        "ระฆัง ทราย สำนักงาน บัญชี กระดาษ ประตู เวลา กฎหมาย",
        "สมชาย ใจดี,มาลี ทองคำ,วิชัย สุขใจ,ดวงใจ แก้วมณี,ประเสริฐ บุญมา",
        "เชียงใหม่,ลำปาง,น่าน,ตรัง,สงขลา,ระยอง",
        joiner="",
        stop=" ",
    ),
    "ja": Tongue(
        "は が を に の と で も から まで では には",
        "家屋 河川 市場 神社 庭園 手紙 水車 石炭 窓辺 船舶 村落 学校 書物 冬季 "
        "石垣 工房 街道 時計 酒樽 職人 古い 狭い 静かな 重い 東側 毎年 公共 暗い "
        "橋梁 台所 荷車 雨天 山地 鐘楼 砂浜 役場 帳簿 運んだ 測った 売られた "
        "建てた 開かれた 書いた 数えた 届いた 見えた",
        "田中花子,佐藤一郎,鈴木春子,高橋健,伊藤梅",
        "金沢,松江,函館,萩,高山,尾道",
        joiner="",
        stop="。",
    ),
    "zh": Tongue(
        "的 了 在 是 和 与 也 对 从 被 把 于",
        "房屋 河流 市场 寺庙 花园 信件 磨坊 煤炭 窗户 船只 村庄 学校 书籍 冬天 "
        "石头 作坊 道路 时钟 木桶 工人 古老 狭窄 安静 沉重 东边 每年 公共 黑暗 "
        "桥梁 厨房 马车 雨水 山地 钟楼 沙滩 衙门 账簿 搬运 测量 出售 建造 打开 "
        "书写 清点 送到 看见 记录 修理",
        "王秀英,李建国,张桂兰,刘志强,陈玉梅",
        "苏州,泉州,大理,西安,扬州,洛阳",
        joiner="",
        stop="。",
    ),
    "ko": Tongue(
        "그 이 및 또는 그리고 대한 있는 따라 위해 통해",
        "집에서 강가의 시장은 정원을 편지를 방앗간 석탄을 창문이 배가 마을에 학교는 "
        "책을 겨울에 돌담을 작업장 도로가 시계는 나무통 일꾼이 오래된 좁은 조용한 "
        "무거운 동쪽의 매년 공공의 어두운 다리를 부엌에서 수레를 비가 산으로 종소리 "
        "모래밭 관청의 장부를 옮겼다 측정했다 팔렸다 지었다 열렸다",
        "김영희,이철수,박순자,최민호,정미경",
        "전주,경주,강릉,통영,안동,여수",
    ),
}
LATIN = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "tr")


@cache
def _content(lang: str) -> tuple[str, ...]:
    """The real words, then splices of two: the head of one and the end of another."""
    rng = Random(f"splices {lang}")
    real = TONGUES[lang].content.split()
    out = dict.fromkeys(real)
    for _ in range(4000):
        head, end = rng.sample(real, 2)
        cut = len(head) // 2 + 1
        rest = end[len(end) // 2 :]
        while rest and unicodedata.category(rest[0]).startswith("M"):
            rest = rest[1:]
        out[head[:cut].rstrip() + rest.lower()] = None
    return tuple(out)


def content_word(rng: Random, lang: str) -> str:
    """A word, real or spliced with equal chance."""
    words = _content(lang)
    real = len(TONGUES[lang].content.split())
    return words[rng.randrange(real)] if rng.random() < 0.5 else rng.choice(words)


def sentence(rng: Random, lang: str) -> str:
    """One sentence; where there are no blanks between words a comma stands now and then."""
    tongue = TONGUES[lang]
    small = tongue.small.split()
    out = [
        rng.choice(small) if rng.random() < 0.4 else content_word(rng, lang)
        for _ in range(rng.randint(6, 18))
    ]
    if len(out) > 10 and tongue.joiner:
        out[len(out) // 2] += "،" if lang == "ar" else ","
    text = tongue.joiner.join(out)
    return text[0].upper() + text[1:] + tongue.stop


def prose(rng: Random, lang: str, chars: int) -> str:
    """Paragraphs of together about `chars` characters, without a line end after the last."""
    out = ""
    while len(out) < chars:
        out += sentence(rng, lang)
        if rng.random() < 0.2 and len(out) < chars:
            out = out.rstrip() + rng.choice(("\n", "\n\n"))
    return out.rstrip()


def heading(rng: Random, lang: str) -> str:
    """A few words such as stand above a page."""
    words = [content_word(rng, lang) for _ in range(rng.randint(2, 4))]
    text = TONGUES[lang].joiner.join(words)
    return text[0].upper() + text[1:]


def person(rng: Random, lang: str) -> str:
    return rng.choice(TONGUES[lang].people.split(","))


def place(rng: Random, lang: str) -> str:
    return rng.choice(TONGUES[lang].places.split(","))
