"""Sentences, names, goods and headings in fifteen languages, and clean text made of them.

A draw takes its loop and its clean text from one shuffled pool, so that no sentence is in both.
`{p}` is a person, `{n}` a number, `{y}` a year.
"""

import re
from random import Random

from degeneration import material as m


def _lines(text: str) -> list[str]:
    return [line.strip() for line in re.split(r"[\n|]", text.strip())]


SENTENCES: dict[str, list[str]] = {
    "en": _lines("""
        The vestry met on the {n}th sitting of {y} and agreed that the roof should be leaded anew.
        {p} was paid four shillings for carting gravel to the lower bridge.
        In our sample the effect disappeared once income was controlled for (n = {n}).
        Whosoever shall remove a boundary stone forfeits the harvest of that field.
        Simmer the quinces until they turn the colour of old brick, then strain without pressing.
        The engine was stopped at {n} feet because water had broken into the heading.
        My dear {p}, your letter of last week found me in bed with a cold.
        No candidate may leave the hall before the second bell has rung.
        Rainfall in {y} exceeded that of any year since the station was opened.
        The tenant covenants to keep the hedges trimmed and the ditches open.
        Light passing through the slit is diffracted, as {p} showed in {y}.
        Passengers for the ferry are asked to have their tickets ready."""),
    "fr": _lines("""
        L'an {y}, par-devant nous, maire de la commune, a comparu {p}, tonnelier.
        Le conseil vote un crédit de {n} francs pour la réfection du lavoir.
        On laisse reposer la pâte sous un linge pendant que le four chauffe.
        La marquise sortit sans répondre, et la pluie se remit à tomber.
        Les températures resteront inférieures aux normales saisonnières dans le Massif central.
        Toute réclamation doit être adressée au greffe dans un délai de {n} jours.
        Selon {p}, le manuscrit aurait été copié dans un atelier de Tours.
        Les élèves rendront leur copie même si elle est blanche.
        Il fut inhumé le lendemain en présence de ses voisins, qui ont déclaré ne savoir signer.
        Le navire, parti du Havre en {y}, n'a jamais atteint Valparaíso.
        La cour rejette le pourvoi et condamne le demandeur aux dépens."""),
    "es": _lines("""
        En la villa de Almagro, a la hora de vísperas, compareció {p} ante el escribano.
        El ayuntamiento destinó {n} reales a la compra de grano para los pobres.
        La cosecha de aceituna de {y} fue la peor que recuerdan los más viejos.
        Se ruega a los señores viajeros que no arrojen objetos por las ventanillas.
        Mi abuela guardaba las llaves en un bote de galletas danesas.
        El tribunal consideró probado que la firma no era del acusado.
        Añádase el azafrán cuando el caldo rompa a hervir y tápese la olla.
        Los resultados del grupo de control no variaron en las {n} semanas del ensayo.
        El tren de las siete salió con retraso por la niebla del valle.
        Según {p}, el puente ya estaba en ruinas antes de la riada.
        Queda prohibido el paso de ganado por la plaza en días de mercado."""),
    "pt": _lines("""
        Aos doze do mês corrente batizei solenemente a {p}, filho legítimo de lavradores.
        A câmara mandou calçar a ladeira com {n} braças de pedra.
        O vapor chegou à barra de madrugada e esperou pela maré.
        Fica o inquilino obrigado a conservar as paredes caiadas.
        Em {y} a escola mudou-se para o sobrado da rua de baixo.
        Misture a farinha peneirada e deixe crescer longe do vento.
        O réu alegou que nunca estivera na fazenda de {p}.
        A prova terá duração de {n} minutos, sem consulta.
        Recomenda-se guardar o remédio em lugar fresco e seco.
        As andorinhas voltaram cedo este ano, disse o barbeiro."""),
    "de": _lines("""
        Im Jahre {y} wurde der Mühlgraben auf Kosten der Gemeinde vertieft.
        {p}, Schneidermeister dahier, zeigt die Geburt eines Sohnes an.
        Der Antrag wird mit {n} gegen drei Stimmen bei zwei Enthaltungen angenommen.
        Man lasse den Teig über Nacht an einem kühlen Orte ruhen.
        Die Messreihe wurde wegen eines defekten Thermoelements abgebrochen.
        Hunde sind im Friedhof an der Leine zu führen.
        Am Abend zog Nebel auf, und die Fähre stellte den Betrieb ein.
        Der Mieter hat Schäden unverzüglich und schriftlich anzuzeigen.
        Nach {p} stammt die Handschrift aus dem Kloster am Inn.
        Er legte den Hut auf den Tisch und sagte lange kein Wort.
        Die Ausfuhr sank binnen eines Jahres um {n} Zentner."""),
    "it": _lines("""
        Addì nove maggio {y} è nato in questa parrocchia un figlio a {p}.
        Il consiglio delibera di spendere {n} lire per la fontana nuova.
        La nave attraccò al molo vecchio quando ormai faceva buio.
        Si fa soffriggere la cipolla a fuoco lento senza farla colorire.
        L'imputato dichiarò di non avere mai visto quel coltello.
        Le iscrizioni si chiudono al termine della seconda settimana.
        Nel {y} il fiume ruppe l'argine e coprì i campi di ghiaia.
        Ho ricevuto la tua lettera soltanto ieri, e rispondo in fretta.
        Secondo {p} la tavola fu ridipinta almeno due volte.
        È vietato calpestare le aiuole e cogliere i fiori."""),
    "pl": _lines("""
        Działo się we wsi Łąki roku {y}, o godzinie drugiej po południu.
        Stawił się {p}, gospodarz, i okazał nam dziecię płci męskiej.
        Rada uchwaliła {n} złotych na naprawę drogi do młyna.
        Ciasto odstawić w ciepłe miejsce, aż podwoi objętość.
        Pociąg osobowy odjedzie z toru trzeciego przy peronie drugim.
        Zdaniem lekarza chory powinien unikać wysiłku i zimna.
        Śnieg spadł tej nocy tak obficie, że nie było widać płotów.
        Najemca zobowiązuje się płacić czynsz z góry.
        W zbiorach biblioteki zachował się odpis z {y} roku.
        Uczniowie oddają prace po upływie {n} minut."""),
    "ru": _lines("""
        В {y} году приход насчитывал {n} дворов и две часовни.
        Крестьянин {p} показал, что лошадь была куплена на ярмарке.
        Поезд прибыл с опозданием, и перрон уже опустел.
        Тесто накрыть полотенцем и оставить в тёплом месте на ночь.
        Настоящий договор составлен в двух экземплярах, имеющих равную силу.
        К вечеру ветер переменился и река покрылась тонким льдом.
        По мнению автора, рукопись относится к более позднему времени.
        Больному назначен покой, обильное питьё и горчичники.
        Она долго смотрела в окно и не отвечала на вопросы.
        Ответы записывайте в бланк чёрной гелевой ручкой."""),
    "el": _lines("""
        Το έτος {y} η κοινότητα αποφάσισε να επισκευάσει το γεφύρι.
        Ο {p} δήλωσε ότι δεν γνωρίζει γράμματα και υπέγραψε με σταυρό.
        Το πλοίο έφυγε από τον Πειραιά με δύο ώρες καθυστέρηση.
        Αφήνουμε τη ζύμη να φουσκώσει σκεπασμένη με μια πετσέτα.
        Οι υποψήφιοι παραδίδουν το γραπτό τους στον επιτηρητή.
        Η βροχή σταμάτησε το ξημέρωμα και βγήκε ο ήλιος.
        Το δικαστήριο απέρριψε την αίτηση ως αβάσιμη.
        Αγοράστηκαν {n} οκάδες λάδι για τα καντήλια του ναού.
        Η γιαγιά έλεγε πως το πηγάδι δεν στέρεψε ποτέ."""),
    "ar": _lines("""
        حضر أمام المحكمة {p} وأقر بأنه باع الدار المذكورة بثمن معلوم.
        في سنة {y} انقطع المطر عن البلاد وغلت الأسعار في الأسواق.
        تغلق أبواب القاعة قبل بدء الامتحان بعشر دقائق. | يترك العجين في مكان دافئ حتى يتضاعف حجمه.
        وصلت القافلة إلى الواحة عند غروب الشمس. | على المستأجر أن يدفع الأجرة في أول كل شهر.
        وجد الباحثون أن المخطوط نسخ في القاهرة بخط مغربي.
        اشترى التاجر {n} رطلا من القطن وحملها إلى الميناء.
        كان جدي يحكي لنا حكايات البحر في ليالي الشتاء."""),
    "hi": _lines("""
        सन {y} में गाँव के कुएँ की मरम्मत चंदे से कराई गई।
        {p} ने अदालत में कहा कि खेत उसके दादा के नाम पर था।
        परीक्षार्थी अपना अनुक्रमांक उत्तर पुस्तिका पर साफ़ लिखें।
        आटे को गूँधकर आधे घंटे के लिए ढककर रख दें। | गाड़ी अपने निर्धारित समय से देर से चल रही है।
        बारिश थमते ही बच्चे आँगन में निकल आए। | समिति ने पुस्तकालय के लिए {n} रुपये स्वीकृत किए।
        लेखक के अनुसार यह पांडुलिपि बाद के समय की है।
        किरायेदार हर महीने की पहली तारीख को किराया देगा।"""),
    "ja": _lines("""
        {y}年の大水で橋が流され、村人は舟で川を渡った。
        {p}は翌朝の汽車で東京へ戻ると手紙に書いている。
        生地を布巾で包み、涼しい場所で一晩寝かせる。
        解答はすべて解答用紙の所定の欄に記入すること。
        賃借人は毎月末日までに翌月分の賃料を支払うものとする。 | 帳簿には米{n}俵を蔵に納めたとある。
        夕方から風が変わり、港の船は一斉に錨を上げた。
        祖母は縁側に座って、庭の柿の木を眺めていた。
        本稿では写本の筆跡を比較し、成立年代を検討する。
        駅前の時計は三分ほど遅れているようだった。"""),
    "zh": _lines("""
        {y}年大旱，县里开仓放粮，饥民方得过冬。 | {p}到庭陈述，称该宅系祖上所遗，并无典卖之事。
        考生须在答题卡上用黑色签字笔作答。 | 面团盖上湿布，放在温暖处发酵一小时。
        承租人应于每月五日前缴纳租金，逾期加收滞纳金。 | 本次列车晚点，请旅客在候车室耐心等候。
        实验组共{n}人，对照组人数与之相同。 | 天快亮的时候雨停了，院子里满是落叶。
        据考证，此抄本的纸张产自福建。 | 爷爷说，那口老井从来没有干过。"""),
    "th": _lines("""
        ในปี {y} น้ำท่วมใหญ่ทำให้สะพานไม้หน้าวัดพังลง | {p} ให้การว่าที่นาแปลงนี้เป็นมรดกจากปู่
        ผู้เข้าสอบต้องแสดงบัตรประจำตัวก่อนเข้าห้องสอบ | นวดแป้งจนเนียนแล้วพักไว้ใต้ผ้าขาวบาง
        ขบวนรถเร็วจะออกจากชานชาลาที่สองในอีกสักครู่
        ผู้เช่าตกลงชำระค่าเช่าภายในวันที่ห้าของทุกเดือน | ฝนหยุดตกตอนเช้ามืดและหมอกลงหนาทั่วทุ่ง
        คณะกรรมการอนุมัติเงิน {n} บาทเพื่อซ่อมหลังคาโรงเรียน
        ยายเล่าว่าบ่อน้ำเก่าไม่เคยแห้งเลยสักปี"""),
    "ko": _lines("""
        {y}년 홍수로 다리가 떠내려가 마을 사람들은 배로 강을 건넜다.
        {p}은 그 밭이 할아버지 때부터 내려온 것이라고 말했다.
        수험생은 답안지에 이름과 번호를 정확히 적어야 한다.
        반죽을 젖은 천으로 덮어 따뜻한 곳에 한 시간 둔다.
        임차인은 매월 말일까지 차임을 지급하여야 한다.
        장부에는 쌀 {n}섬을 창고에 넣었다고 적혀 있다.
        저녁이 되자 바람이 바뀌고 항구에 안개가 끼었다.
        할머니는 마루에 앉아 감나무를 바라보고 계셨다.
        이 필사본은 종이의 질로 보아 후대의 것으로 여겨진다."""),
}
LATIN = ("en", "fr", "es", "de", "it", "pl", "pt")
OTHER = ("ru", "el", "ar", "hi", "ja", "zh", "th", "ko")
UNSPACED = ("ja", "zh", "th")
_SCRIPT = {
    **{"ru": "cyrillic", "el": "greek", "ar": "arabic", "hi": "devanagari"},
    **{"ja": "kana", "zh": "han", "th": "thai", "ko": "hangul"},
}
_NAMES = {
    "en": "Thos. Aldridge|Hannah Pryce|Rev. J. Muncaster|Ellen Oakes|Mr Whitlow",
    "fr": "Étienne Garnier|la veuve Lecomte|Marthe Vasseur|Me Delaunay|Jean-Baptiste Rioux",
    "es": "don Anselmo Rubio|Leocadia Paredes|Íñigo Salcedo|la viuda de Torrijos|Benita Cuesta",
    "pt": "Januário Peçanha|Dona Firmina|Custódio Leal|Brites Antunes|o alferes Quaresma",
    "de": "Gottlieb Kämmerer|Witwe Strobel|Dr. Anton Wüst|Liesel Brandauer|Pfarrer Nöth",
    "it": "Ottavio Bellandi|la vedova Sartori|don Luigi Prati|Assunta Ferri|Carlo Zorzi",
    "pl": "Wawrzyniec Sroka|Jadwiga Żurek|ks. Pawlak|Tekla Mrozik|Szczepan Gil",
    "ru": "Ефим Рогов|вдова Лукерья|Прасковья Ильина|Тихон Басов|отец Павел",
    "el": "Σταύρος Μελάς|Ελένη Κοντού|Θωμάς Ράπτης|Μαρία Βλάχου|Νικόλαος Δρόσος",
    "ar": "سليم الحداد|مريم بنت يوسف|حسن الطيب|الشيخ عمران|نجيب الصباغ",
    "hi": "रामदीन|सुशीला देवी|हरिशंकर मिश्र|लखन सिंह|कमला बाई",
    "ja": "田村|小川きよ|佐伯先生|木下|村上はる",
    "zh": "王德顺|李秀兰|赵掌柜|陈阿福|周明远",
    "th": "นายบุญมี|นางสาวจันทร์|ผู้ใหญ่ทอง|นายสมพร|ยายแก้ว",
    "ko": "김만복|이순덕|박 서방|최영호|정 선생",
}
_GOODS = {
    "en": "tallow candles|hay|roof slates|twine|oatmeal|lamp oil|nails|wool serge|coal",
    "fr": "chandelles|avoine|ardoises|ficelle|vinaigre|charbon|savon noir|toile bise",
    "es": "velas de sebo|cebada|tejas|vinagre|esparto|jabón|carbón|paño pardo",
    "pt": "sebo|milho|telhas|barbante|azeite|sabão|carvão|chita",
    "de": "Talglichter|Hafer|Dachschiefer|Bindfaden|Essig|Steinkohle|Seife|Leinwand",
    "it": "candele|avena|tegole|spago|aceto|carbone|sapone|tela grezza",
    "pl": "świece|owies|dachówka|sznurek|ocet|węgiel|mydło|płótno",
    "ru": "свечи|овёс|черепица|бечёвка|уксус|уголь|мыло|холст",
    "el": "κεριά|κριθάρι|κεραμίδια|σπάγκος|ξίδι|κάρβουνο|σαπούνι|πανί",
    "ar": "شموع|شعير|قرميد|حبال|خل|فحم|صابون|كتان",
    "hi": "मोमबत्ती|जौ|खपरैल|सुतली|सिरका|कोयला|साबुन|कपड़ा",
    "ja": "蝋燭|大麦|瓦|麻紐|酢|木炭|石鹸|木綿",
    "zh": "蜡烛|大麦|瓦片|麻绳|陈醋|木炭|肥皂|棉布",
    "th": "เทียนไข|ข้าวเปลือก|กระเบื้อง|เชือก|น้ำส้ม|ถ่าน|สบู่|ผ้าฝ้าย",
    "ko": "양초|보리|기와|노끈|식초|숯|비누|무명",
}
_HEADS = {
    "en": "Date|Name|Goods|Qty|Sum|Folio",
    "fr": "Date|Nom|Désignation|Qté|Montant|Folio",
    "es": "Fecha|Nombre|Género|Cant.|Importe|Folio",
    "pt": "Data|Nome|Gênero|Qtd.|Valor|Folha",
    "de": "Datum|Name|Ware|Menge|Betrag|Blatt",
    "it": "Data|Nome|Merce|Q.tà|Importo|Foglio",
    "pl": "Data|Nazwisko|Towar|Ilość|Kwota|Karta",
    "ru": "Дата|Имя|Товар|Кол-во|Сумма|Лист",
    "el": "Ημερομηνία|Όνομα|Είδος|Ποσ.|Ποσό|Φύλλο",
    "ar": "التاريخ|الاسم|الصنف|العدد|المبلغ|الورقة",
    "hi": "दिनांक|नाम|वस्तु|संख्या|राशि|पृष्ठ",
    "ja": "日付|氏名|品名|数量|金額|頁",
    "zh": "日期|姓名|品名|数量|金额|页码",
    "th": "วันที่|ชื่อ|รายการ|จำนวน|เงิน|หน้า",
    "ko": "날짜|이름|품명|수량|금액|쪽",
}


def language(rng: Random, among: tuple[str, ...] = ()) -> str:
    """One of `among`, or one in a Latin script as often as one in another."""
    return rng.choice(among or rng.choice((LATIN, OTHER)))


def person(rng: Random, lang: str) -> str:
    return rng.choice(_NAMES[lang].split("|"))


def goods(rng: Random, lang: str, count: int) -> list[str]:
    return rng.sample(_GOODS[lang].split("|"), count)


def pool(rng: Random, lang: str) -> list[str]:
    """The sentences of a language, shuffled and filled in."""
    out = []
    for sentence in rng.sample(SENTENCES[lang], len(SENTENCES[lang])):
        values = {"p": person(rng, lang), "n": rng.randint(13, 980), "y": rng.randint(1780, 2021)}
        for slot, value in values.items():
            sentence = sentence.replace(f"{{{slot}}}", str(value))
        out.append(sentence)
    return out


def gap(lang: str) -> str:
    """What stands between sentences."""
    return "" if lang in ("ja", "zh") else " "


def made_up(rng: Random, lang: str, chars: int) -> str:
    """About `chars` characters of made-up words, for the languages that there are some for."""
    if lang == "pt":
        return m.prose(rng, chars).rstrip()
    return m.script_prose(rng, _SCRIPT[lang], chars).rstrip() if lang in _SCRIPT else ""


def before(rng: Random, lang: str, rest: list[str], end: str = "\n\n") -> str:
    """Clean text of 100 to 3000 characters out of `rest`, at times after more in made-up words."""
    text, wanted = "", round(10 ** rng.uniform(2.05, 3.2))
    short = sum(map(len, rest)) < 140
    if lang not in LATIN[:-1] and (short or rng.random() < 0.45):
        text = made_up(rng, lang, wanted) + "\n\n"
    elif rng.random() < 0.4:
        text = f"{rng.choice(('#', '##', '<!-- p. 3 -->'))} {goods(rng, lang, 1)[0].title()}\n\n"
    for index, sentence in enumerate(rest):
        text += sentence
        if len(text) > max(wanted, 130):
            break
        last = index == len(rest) - 1
        text += "" if last else "\n\n" if rng.random() < 0.25 else gap(lang)
    return text + end


def columns(rng: Random) -> list[int]:
    """Which of the six columns a table has."""
    return sorted(rng.sample(range(6), rng.randint(3, 6)))


def heads(lang: str, chosen: list[int]) -> list[str]:
    return [_HEADS[lang].split("|")[column] for column in chosen]


def row(rng: Random, lang: str, chosen: list[int]) -> list[str]:
    """The cells of a row; amounts and dates in one of the usual ways."""
    day = m.date(rng)
    amount = f"{rng.uniform(0.2, 2400):.2f}"
    cells = [
        rng.choice((day.isoformat(), f"{day:%d.%m.%y}", f"{day.day}/{day.month}")),
        person(rng, lang),
        goods(rng, lang, 1)[0],
        str(rng.randint(1, 240)),
        amount if lang in ("en", "ja", "zh", "th", "ko", "hi") else amount.replace(".", ","),
        rng.choice((m.code(rng), str(rng.randint(3, 400)), f"{rng.randint(1, 190)}v")),
    ]
    return [cells[column] for column in chosen]
