"""Sentences, names and things in nineteen languages for the exact loops of the blind split.

The sentences are about an archive, a town and its papers, so that they fit in any order. `{a}` is
a person, `{p}` a place, `{n}` a number, `{y}` a year and `{d}` a day.
"""

from random import Random

from degeneration import material as m

SENTENCES: dict[str, list[str]] = {
    "en": [
        "The register of {p} was begun in {y} and kept by the parish clerk until his death.",
        "Of the {n} letters that survive, most are addressed to {a}.",
        "A flood in the spring of {y} ruined the lower shelves.",
        "{a} paid the mason in two parts, the second only after the roof was dry.",
        "Nobody at {p} remembers who ordered the bells.",
        "The committee met on the {d}th and rose without a decision.",
        "Wages for the quarter came to {n} shillings, candles and rope not counted.",
        "It is uncertain whether the map was drawn before or after the fire of {y}.",
        "Mrs. {a} kept the key in a blue jar behind the clock.",
        "The survey describes {n} houses, a mill, and a chapel without a tower.",
        "Page {n} is missing; the one after it has been bound upside down.",
        "In his answer the mayor of {p} asked for patience and for more paper.",
    ],
    "pt": [
        "O livro de assentos de {p} começa em {y} e termina sem assinatura.",
        "Das {n} cartas conservadas, quase todas foram dirigidas a {a}.",
        "A enchente de {y} estragou as prateleiras de baixo e parte do inventário.",
        "{a} pagou o pedreiro em duas parcelas, a segunda depois da chuva.",
        "Ninguém em {p} se lembra de quem encomendou os sinos.",
        "A comissão reuniu-se no dia {d} e encerrou os trabalhos sem votação.",
        "Os salários do trimestre somaram {n} mil-réis, fora as velas e a corda.",
        "Não se sabe se o mapa foi desenhado antes ou depois do incêndio de {y}.",
        "Dona {a} guardava a chave num pote azul atrás do relógio.",
        "O levantamento descreve {n} casas, um moinho e uma capela sem torre.",
        "Falta a folha {n}; a seguinte foi encadernada de cabeça para baixo.",
        "Em resposta, o prefeito de {p} pediu paciência e mais papel.",
    ],
    "es": [
        "El padrón de {p} se abrió en {y} y lo llevó el sacristán hasta su muerte.",
        "De las {n} cartas que quedan, la mayoría va dirigida a {a}.",
        "La riada de {y} echó a perder los estantes más bajos.",
        "{a} pagó al albañil en dos plazos y con mucho retraso.",
        "Nadie en {p} recuerda quién encargó las campanas.",
        "La junta se reunió el día {d} y se levantó sin acuerdo.",
        "Los jornales del trimestre sumaron {n} reales, sin contar la cera.",
        "Doña {a} escondía la llave en un tarro azul detrás del reloj.",
        "El catastro describe {n} casas, un molino y una ermita sin torre.",
        "Falta el folio {n}; el siguiente está cosido al revés.",
    ],
    "fr": [
        "Le registre de {p} fut ouvert en {y} et tenu par le vicaire jusqu'à sa mort.",
        "Des {n} lettres conservées, la plupart sont adressées à {a}.",
        "La crue de {y} a détruit les rayons du bas et une partie des plans.",
        "{a} régla le maçon en deux fois, la seconde après les pluies.",
        "Personne à {p} ne se rappelle qui commanda les cloches.",
        "Le comité s'est réuni le {d} et s'est séparé sans rien décider.",
        "Les gages du trimestre s'élevaient à {n} livres, chandelles non comprises.",
        "Madame {a} cachait la clef dans un pot bleu derrière l'horloge.",
        "Le cadastre mentionne {n} maisons, un moulin et une chapelle sans clocher.",
        "Il manque le feuillet {n} ; le suivant est relié à l'envers.",
    ],
    "de": [
        "Das Kirchenbuch von {p} wurde {y} begonnen und vom Küster bis zu dessen Tod geführt.",
        "Von den {n} erhaltenen Briefen sind die meisten an {a} gerichtet.",
        "Das Hochwasser von {y} zerstörte die unteren Regale und einen Teil der Pläne.",
        "{a} bezahlte den Maurer in zwei Raten, die zweite erst nach dem Regen.",
        "In {p} weiß niemand mehr, wer die Glocken bestellt hat.",
        "Der Ausschuss tagte am {d}. und ging ohne Beschluss auseinander.",
        "Die Löhne des Quartals betrugen {n} Gulden, Kerzen und Seile nicht gerechnet.",
        "Frau {a} bewahrte den Schlüssel in einem blauen Krug hinter der Uhr auf.",
        "Die Aufnahme nennt {n} Häuser, eine Mühle und eine Kapelle ohne Turm.",
        "Blatt {n} fehlt; das folgende ist verkehrt herum eingebunden.",
    ],
    "it": [
        "Il registro di {p} fu aperto nel {y} e tenuto dal parroco fino alla morte.",
        "Delle {n} lettere rimaste, quasi tutte sono indirizzate a {a}.",
        "La piena del {y} rovinò gli scaffali più bassi e metà delle mappe.",
        "{a} pagò il muratore in due rate, la seconda dopo le piogge.",
        "Nessuno a {p} ricorda chi abbia ordinato le campane.",
        "Il consiglio si riunì il giorno {d} e si sciolse senza deliberare.",
        "Le paghe del trimestre furono di {n} lire, candele escluse.",
        "La signora {a} teneva la chiave in un vaso azzurro dietro l'orologio.",
        "Il catasto descrive {n} case, un mulino e una cappella senza campanile.",
    ],
    "nl": [
        "Het doopboek van {p} werd in {y} begonnen en door de koster bijgehouden.",
        "Van de {n} bewaarde brieven zijn de meeste aan {a} gericht.",
        "De overstroming van {y} vernielde de onderste planken.",
        "{a} betaalde de metselaar in twee termijnen, de laatste na de regen.",
        "Niemand in {p} weet nog wie de klokken heeft besteld.",
        "De commissie kwam op de {d}e bijeen en besloot niets.",
        "Mevrouw {a} bewaarde de sleutel in een blauwe pot achter de klok.",
        "Blad {n} ontbreekt; het volgende is ondersteboven ingebonden.",
    ],
    "pl": [
        "Księgę metrykalną w {p} założono w roku {y} i prowadził ją miejscowy wikary.",
        "Z {n} zachowanych listów większość adresowana jest do {a}.",
        "Powódź z roku {y} zniszczyła dolne półki i część planów.",
        "{a} zapłacił murarzowi w dwóch ratach, drugą dopiero po deszczach.",
        "Nikt już nie pamięta, kto zamówił dzwony.",
        "Komisja zebrała się dnia {d} i rozeszła bez uchwały.",
        "Pani {a} trzymała klucz w niebieskim dzbanku za zegarem.",
        "Brakuje karty {n}; następna jest wszyta do góry nogami.",
    ],
    "tr": [
        "{p} defteri {y} yılında açıldı ve ölümüne kadar kâtip tarafından tutuldu.",
        "Kalan {n} mektubun çoğu {a} adına yazılmıştır.",
        "{y} yılındaki sel alt rafları ve planların bir kısmını mahvetti.",
        "{a} ustaya parayı iki taksitte, ikincisini yağmurdan sonra ödedi.",
        "Çanları kimin ısmarladığını artık kimse hatırlamıyor.",
        "Kurul ayın {d}. günü toplandı ve karar almadan dağıldı.",
        "Anahtar saatin arkasındaki mavi kavanozda dururdu.",
        "{n}. yaprak eksik; sonraki ters ciltlenmiş.",
    ],
    "vi": [
        "Sổ bộ của {p} được lập năm {y} và do ông từ giữ cho đến khi mất.",
        "Trong {n} bức thư còn lại, phần lớn gửi cho {a}.",
        "Trận lụt năm {y} làm hỏng những kệ dưới cùng.",
        "{a} trả tiền thợ nề làm hai lần, lần sau khi mưa đã tạnh.",
        "Không ai còn nhớ người đã đặt đúc chuông.",
        "Ủy ban họp ngày {d} rồi giải tán mà không quyết định gì.",
        "Bà cất chìa khóa trong chiếc hũ xanh sau đồng hồ.",
        "Thiếu tờ {n}; tờ kế tiếp bị đóng ngược.",
    ],
    "ru": [
        "Метрическая книга села {p} начата в {y} году и велась дьячком до самой его смерти.",
        "Из {n} сохранившихся писем большинство адресовано {a}.",
        "Наводнение {y} года погубило нижние полки и часть чертежей.",
        "{a} расплатился с каменщиком в два приёма, второй раз уже после дождей.",
        "Никто теперь не помнит, кем были заказаны колокола.",
        "Комиссия собралась {d} числа и разошлась, ничего не решив.",
        "Жалованье за четверть составило {n} рублей, не считая свечей.",
        "Ключ хранился в синем кувшине за часами.",
        "Опись называет {n} дворов, мельницу и часовню без колокольни.",
        "Лист {n} утрачен; следующий вшит вверх ногами.",
    ],
    "el": [
        "Το βιβλίο της ενορίας στο {p} άνοιξε το {y} και το κρατούσε ο αναγνώστης.",
        "Από τις {n} επιστολές που σώζονται, οι περισσότερες απευθύνονται στον {a}.",
        "Η πλημμύρα του {y} κατέστρεψε τα κάτω ράφια.",
        "Ο {a} πλήρωσε τον χτίστη σε δύο δόσεις, τη δεύτερη μετά τις βροχές.",
        "Κανείς δεν θυμάται πια ποιος παρήγγειλε τις καμπάνες.",
        "Η επιτροπή συνεδρίασε στις {d} και διαλύθηκε χωρίς απόφαση.",
        "Το κλειδί ήταν σε ένα γαλάζιο βάζο πίσω από το ρολόι.",
        "Λείπει το φύλλο {n}· το επόμενο είναι δεμένο ανάποδα.",
    ],
    "ar": [
        "بدأ سجل {p} سنة {y} وظل الكاتب يحفظه حتى وفاته.",
        "من الرسائل الباقية وعددها {n} وُجّه معظمها إلى {a}.",
        "أتلف فيضان سنة {y} الرفوف السفلى وبعض الخرائط.",
        "دفع {a} أجرة البنّاء على قسطين، والثاني بعد المطر.",
        "لا أحد يذكر اليوم من أمر بصنع الأجراس.",
        "اجتمعت اللجنة في اليوم {d} ثم انفضّت دون قرار.",
        "كان المفتاح في جرّة زرقاء خلف الساعة.",
        "الورقة {n} مفقودة، والتي تليها مجلّدة مقلوبة.",
        "يذكر المسح {n} بيتًا وطاحونة ومصلّى بلا مئذنة.",
    ],
    "he": [
        "פנקס הקהילה של {p} נפתח בשנת {y} ונוהל בידי השמש עד מותו.",
        "מתוך {n} המכתבים ששרדו, רובם ממוענים אל {a}.",
        "השיטפון של שנת {y} הרס את המדפים התחתונים.",
        "{a} שילם לבנאי בשני תשלומים, השני רק אחרי הגשמים.",
        "איש אינו זוכר עוד מי הזמין את הפעמונים.",
        "הוועד התכנס ביום {d} והתפזר בלי החלטה.",
        "המפתח נשמר בכד כחול מאחורי השעון.",
        "דף {n} חסר; הבא אחריו נכרך הפוך.",
    ],
    "hi": [
        "{p} की बही {y} में शुरू हुई और मुनीम ने उसे अंत तक सँभाला।",
        "बची हुई {n} चिट्ठियों में से अधिकतर {a} के नाम हैं।",
        "{y} की बाढ़ ने नीचे की अलमारियाँ खराब कर दीं।",
        "{a} ने राजमिस्त्री को दो किस्तों में पैसे दिए।",
        "अब किसी को याद नहीं कि घंटे किसने मँगवाए थे।",
        "समिति {d} तारीख को बैठी और बिना निर्णय के उठ गई।",
        "चाबी घड़ी के पीछे नीले घड़े में रहती थी।",
        "पन्ना {n} गायब है और अगला उल्टा सिला हुआ है।",
    ],
    "th": [
        "ทะเบียนของ{p}เริ่มเมื่อปี {y} และเสมียนดูแลจนถึงแก่กรรม",
        "จดหมาย {n} ฉบับที่เหลืออยู่ส่วนใหญ่ส่งถึง{a}",
        "น้ำท่วมปี {y} ทำให้ชั้นล่างเสียหายและแผนที่บางส่วนสูญไป",
        "{a}จ่ายค่าช่างเป็นสองงวด งวดหลังจ่ายเมื่อฝนหยุด",
        "ไม่มีใครจำได้แล้วว่าใครเป็นผู้สั่งหล่อระฆัง",
        "คณะกรรมการประชุมวันที่ {d} แล้วเลิกโดยไม่มีมติ",
        "กุญแจอยู่ในโถสีน้ำเงินหลังนาฬิกา",
        "แผ่นที่ {n} หายไป แผ่นถัดไปเย็บกลับหัว",
    ],
    "zh": [
        "{p}的户籍册始于{y}年，由书吏保管至其去世。",
        "现存的{n}封信大多是写给{a}的。",
        "{y}年的洪水毁坏了最下层的书架和部分图纸。",
        "{a}分两次付清了泥瓦匠的工钱，第二次是在雨停之后。",
        "如今已没有人记得当初是谁订铸了那几口钟。",
        "委员会于{d}日开会，未作决定便散了。",
        "钥匙一直放在座钟后面的蓝色罐子里。",
        "第{n}页缺失，下一页装订颠倒。",
        "清册记有{n}户人家、一座磨坊和一座无塔的小庙。",
        "县令在回信中请求宽限，并要求多拨纸张。",
    ],
    "ja": [
        "{p}の台帳は{y}年に始まり、書記が亡くなるまで記した。",
        "残っている{n}通の手紙の多くは{a}に宛てたものである。",
        "{y}年の洪水で下の棚と図面の一部が失われた。",
        "{a}は左官に代金を二度に分けて払った。",
        "鐘を誰が注文したのか、今では誰も覚えていない。",
        "委員会は{d}日に開かれたが、何も決めずに散会した。",
        "鍵は時計の後ろの青い壺に入れてあった。",
        "第{n}葉は欠けており、次の葉は逆さに綴じられている。",
        "調べによれば、家は{n}軒、水車が一つ、塔のない堂が一つあった。",
    ],
    "ko": [
        "{p}의 대장은 {y}년에 시작되어 서기가 죽을 때까지 적었다.",
        "남아 있는 편지 {n}통은 대부분 {a}에게 보낸 것이다.",
        "{y}년의 홍수로 아래쪽 선반과 도면 일부가 망가졌다.",
        "{a}은 미장이에게 품삯을 두 번에 나누어 주었다.",
        "종을 누가 주문했는지 이제 아무도 기억하지 못한다.",
        "위원회는 {d}일에 모였으나 아무것도 정하지 못하고 흩어졌다.",
        "열쇠는 시계 뒤의 파란 항아리 안에 있었다.",
        "{n}쪽은 없어졌고 다음 쪽은 거꾸로 묶여 있다.",
    ],
}

_LATIN_NAMES = "Amaro Brandt Corvin Delacroix Eberle Falk Gouveia Holm Ibarra Jansen Keller Lobo"
_LATIN_PLACES = "Avelar Brunnau Corvo Dalby Estremo Fornace Gersau Halden Ilmen Jarnac Kelso Lorca"
_OTHER: dict[str, tuple[str, str]] = {
    "ru": ("Орлов Зимин Бурцев Лапин Щукин Градов", "Берёзово Ключи Заречье Лужки Холмы"),
    "el": ("Βλάχο Μανώλη Κρητικό Δήμου Ρήγα Στάθη", "Λεβίδι Καστρί Νεοχώρι Πλάτανο Βαθύ"),
    "ar": ("سليم حداد يوسف نجار كريم منصور ليلى", "الزهراء النخيل المرج البستان العين"),
    "he": ("אברהם לוין שמואל דיין מרים כץ", "גבעון נחלה כפרון עין־תמר מגדלה"),
    "hi": ("रामलाल सुशीला मोहन कमला देवदत्त", "सोनपुर रामगढ़ नीमखेड़ा बेलापुर"),
    "th": ("สมชาย มาลี ประเสริฐ บุญมี วิไล", "บ้านนา ท่าเรือ หนองบัว ดอนเมือง"),
    "zh": ("李文远 王秀兰 陈伯年 赵守一 周子明", "清河 石桥 柳林 南坪 云溪"),
    "ja": ("田中 佐伯 村瀬 大森 小野寺", "石川村 柳町 若松 大浜 青葉"),
    "ko": ("김영수 박정자 이만수 최순덕", "청계 남평 석교 버들골"),
}
LANGUAGES = tuple(SENTENCES)
SPACELESS = ("zh", "ja")


def _names(language: str) -> tuple[str, str]:
    return _OTHER.get(language, (_LATIN_NAMES, _LATIN_PLACES))


def person(rng: Random, language: str) -> str:
    """A person, with an initial where the script has capitals."""
    name = rng.choice(_names(language)[0].split())
    if language in _OTHER or rng.random() < 0.3:
        return name
    return f"{rng.choice('ABCDEFGHJLMNPRST')}. {name}"


def fill(rng: Random, language: str, sentence: str) -> str:
    """Put a person, a place and numbers where a sentence has room for them."""
    return sentence.format(
        a=person(rng, language),
        p=rng.choice(_names(language)[1].split()),
        n=rng.randint(13, 940),
        y=rng.randint(1688, 2014),
        d=rng.randint(4, 20),
    )


def sentences(rng: Random, language: str, count: int) -> list[str]:
    """`count` sentences, no two of the same wording."""
    return [fill(rng, language, s) for s in rng.sample(SENTENCES[language], count)]


def run_on(rng: Random, language: str, parts: list[str]) -> str:
    """Sentences as text, with a new paragraph now and then."""
    space = "" if language in SPACELESS else " "
    out = parts[0]
    for part in parts[1:]:
        out += ("\n\n" if rng.random() < 0.2 else space) + part
    return out


def lead(rng: Random, language: str, least: int = 4) -> str:
    """Clean text of 100 to some 3000 characters, without a line end."""
    count = rng.randint(least, len(SENTENCES[language]))
    text = run_on(rng, language, sentences(rng, language, count))
    if len(text) <= 90:
        return lead(rng, language, least + 1)
    if rng.random() < 0.25:
        text = f"{_longer(rng, language)}\n\n{text}"
    return text


def _longer(rng: Random, language: str) -> str:
    """What makes a page of it: prose where there is enough, else an inventory of letters."""
    if language == "pt" and rng.random() < 0.7:
        return m.prose(rng, rng.randint(400, 1900)).rstrip()
    shape = rng.choice(("{c}  {a}, {p}, {y}, {n}", "- {y}: {a} ({p}), {c}", "{a}\t{p}\t{n}\t{c}"))
    rows = [
        fill(rng, language, shape.replace("{c}", m.code(rng))) for _ in range(rng.randint(8, 60))
    ]
    return "\n".join(rows)


def unit_and_lead(rng: Random, language: str, count: int) -> tuple[list[str], str]:
    """`count` sentences for a unit, and clean text of four or more others before it."""
    chosen = sentences(rng, language, len(SENTENCES[language]))
    rest = chosen[count : count + rng.randint(4, 10)]
    return chosen[:count], run_on(rng, language, rest)


def language(rng: Random, among: str = "") -> str:
    """Any language, or one of those named."""
    return rng.choice(among.split() or LANGUAGES)
