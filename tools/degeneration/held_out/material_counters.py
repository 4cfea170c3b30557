"""Sentences of many languages to begin an output with, and numerals that are not in digits."""

from random import Random

from degeneration import material as m

_PARTS: dict[str, tuple[str, str, str]] = {
    "en": (
        "The harbour master|Her elder brother|A clerk of the mill|The second surveyor|"
        "Mrs. Aldous|The committee|Our correspondent|The night porter",
        "found no trace of|had written at length about|asked twice for|would not part with|"
        "kept a careful list of|sold|remembered|could hardly explain",
        "the missing barrels.|the bridge at Thornby.|a pair of brass scales.|"
        "the winter of the great flood.|his uncle's orchard.|those seven letters.|"
        "the price of lamp oil.|an unsigned receipt.",
    ),
    "de": (
        "Der Müller|Die Witwe Brandt|Ein Bote aus Celle|Das Gericht|Der alte Küster|"
        "Fräulein Petersen|Die Bauleitung|Der Vorstand",
        "verlangte schon im Herbst|verkaufte ohne Zögern|beschrieb ausführlich|"
        "verlor auf dem Heimweg|prüfte noch einmal|übergab dem Nachbarn|"
        "erwähnte nur beiläufig|bezahlte am selben Tag",
        "die Schlüssel zur Sakristei.|zwölf Sack Roggen.|den Plan der neuen Straße.|"
        "eine Kiste mit Werkzeug.|das Protokoll vom Vorjahr.|die Uhr seines Vaters.|"
        "ein Stück Weideland.|den versiegelten Umschlag.",
    ),
    "fr": (
        "Le notaire|La veuve Garnier|Un marchand de Nîmes|Le conseil municipal|Notre cousine|"
        "Le vieux jardinier|La supérieure du couvent|Le greffier",
        "réclama longtemps|vendit à bas prix|décrivit avec soin|refusa d'abandonner|"
        "perdit en chemin|fit réparer|oublia de signer|montra aux experts",
        "la clef du grenier.|deux tonneaux de cidre.|le registre des naissances.|"
        "un terrain près du canal.|les lettres de son frère.|la cloche fêlée.|"
        "une horloge de parquet.|l'acte de partage.",
    ),
    "es": (
        "El alcalde|La maestra de Soria|Un arriero|El archivero|Doña Remedios|La cofradía|"
        "El segundo oficial|Su hermano menor",
        "reclamó en vano|guardaba con llave|describió sin prisa|vendió por necesidad|"
        "mandó copiar|nunca quiso prestar|encontró por azar|pagó al contado",
        "el mapa de la dehesa.|tres fanegas de trigo.|la llave del molino.|"
        "una carta sin fecha.|el retrato de la abuela.|los recibos del agua.|"
        "la campana menor.|un par de bueyes.",
    ),
    "it": (
        "Il parroco|La vedova Conti|Un mercante di Lucca|Il segretario comunale|"
        "Lo zio Ernesto|La maestra|Il capomastro|Un giovane notaio",
        "chiese più volte|vendette a malincuore|descrisse nei particolari|smarrì|"
        "fece restaurare|conservava gelosamente|trovò per caso|pagò in anticipo",
        "il registro dei morti.|due botti di vino.|la chiave del campanile.|"
        "un campo oltre il fiume.|le lettere del fratello.|una stadera di ferro.|"
        "il disegno della facciata.|l'atto di vendita.",
    ),
    "pl": (
        "Stary młynarz|Wdowa po kowalu|Pisarz gminny|Nasz proboszcz|Kupiec z Torunia|"
        "Młodsza siostra|Zarządca dworu|Komisja",
        "sprzedał bez żalu|opisał dokładnie|zgubił w drodze|długo szukał|oddał sąsiadowi|"
        "zapisał w księdze|kupił na targu|sprawdził jeszcze raz",
        "dwa worki żyta.|klucz od spichlerza.|list bez podpisu.|kawałek łąki.|"
        "zegar po dziadku.|plan nowej drogi.|skrzynię z narzędziami.|stary rachunek.",
    ),
    "tr": (
        "Yaşlı değirmenci|Köyün muhtarı|Bir tüccar|Komşumuz Ayşe Hanım|Belediye kâtibi|"
        "Küçük kardeşi|Limandaki memur|Okul müdürü",
        "iki çuval buğdayı|eski saati|imzasız mektubu|yeni yolun planını|ambarın anahtarını|"
        "bahçedeki kuyuyu|kayıp defteri|o uzun dilekçeyi",
        "sattı.|uzun uzun anlattı.|yolda kaybetti.|kimseye vermedi.|yeniden inceledi.|"
        "tesadüfen buldu.|onarttı.|bir daha görmedi.",
    ),
    "ru": (
        "Старый мельник|Писарь волости|Наш сосед|Купец из Твери|Младший брат|Судья|"
        "Приезжий доктор|Управляющий",
        "долго искал|продал без сожаления|подробно описал|потерял по дороге|передал сестре|"
        "внёс в книгу|купил на ярмарке|осмотрел ещё раз",
        "два мешка ржи.|ключ от амбара.|письмо без подписи.|участок у реки.|часы деда.|"
        "план новой дороги.|ящик с инструментом.|старую расписку.",
    ),
    "el": (
        "Ο γέρος μυλωνάς|Η δασκάλα|Ένας έμπορος|Ο γραμματέας|Ο μικρός αδελφός|Η επιτροπή|"
        "Ο παπάς του χωριού|Ο λιμενάρχης",
        "έψαχνε καιρό|πούλησε φτηνά|περιέγραψε με ακρίβεια|έχασε στον δρόμο|"
        "έδωσε στον γείτονα|αγόρασε στο παζάρι|ξέχασε|βρήκε τυχαία",
        "δύο σακιά σιτάρι.|το κλειδί της αποθήκης.|ένα γράμμα.|το χωράφι.|"
        "το ρολόι του παππού.|το σχέδιο του δρόμου.|την καμπάνα.|την απόδειξη.",
    ),
    "zh": (
        "老船长|县里的书记员|邻居王先生|那位年轻的教师|米店掌柜|委员会|看门人|他的弟弟",
        "去年冬天卖掉了|仔细记录了|在路上丢失了|始终没有提到|偶然发现了|反复检查了|交给了姐姐|修好了",
        "一把铜钥匙。|两袋稻谷。|没有署名的信。|河边的那块地。|祖父的怀表。|新桥的图纸。|旧账本。|庙里的钟。",
    ),
    "ja": (
        "村長は|隣の商人は|若い教師は|役場の書記は|老いた船頭は|彼の妹は|委員会は|宿の主人は",
        "古い鍵を|二俵の米を|差出人のない手紙を|川沿いの畑を|祖父の時計を|新しい橋の図面を|帳簿を|寺の鐘を",
        "去年の冬に売った。|詳しく記録した。|道で失くした。|誰にも見せなかった。|偶然見つけた。|もう一度調べた。|友人に預けた。|修理させた。",
    ),
    "ko": (
        "늙은 사공은|마을 이장은|젊은 교사는|옆집 상인은|"
        "면사무소 서기는|그의 누이는|위원회는|여관 주인은",
        "낡은 열쇠를|쌀 두 가마를|이름 없는 편지를|강가의 밭을|"
        "할아버지의 시계를|새 다리의 도면을|장부를|절의 종을",
        "지난겨울에 팔았다.|자세히 적어 두었다.|길에서 잃어버렸다.|"
        "우연히 찾았다.|다시 살펴보았다.|친구에게 맡겼다.|고치게 했다.|"
        "아무에게도 보이지 않았다.",
    ),
    "ar": (
        "الطحان العجوز|كاتب البلدية|جارنا التاجر|المعلم الشاب|أخوه الصغير|حارس الميناء|"
        "رئيس اللجنة|صاحب الخان",
        "باع في الشتاء|وصف بالتفصيل|أضاع في الطريق|وجد بالصدفة|سجل في الدفتر|سلم إلى الجيران|"
        "رفض أن يترك|فحص مرة أخرى",
        "كيسين من القمح.|مفتاح المخزن.|رسالة بلا توقيع.|الأرض قرب النهر.|ساعة جده.|"
        "مخطط الجسر الجديد.|الإيصال القديم.|جرس المدرسة.",
    ),
    "hi": (
        "बूढ़े मल्लाह ने|गाँव के मुखिया ने|पड़ोसी व्यापारी ने|युवा अध्यापक ने|"
        "उसके छोटे भाई ने|समिति ने|चौकीदार ने|दफ़्तर के मुंशी ने",
        "दो बोरी गेहूँ|पुरानी चाबी|बिना नाम की चिट्ठी|नदी किनारे का खेत|दादा की घड़ी|"
        "नए पुल का नक्शा|मंदिर की घंटी|पिछले साल का खाता",
        "सर्दियों में बेच दिया।|ध्यान से दर्ज किया।|रास्ते में खो दिया।|फिर से जाँचा।|"
        "संयोग से पा लिया।|किसी को नहीं दिखाया।|मित्र को सौंप दिया।|ठीक करवाया।",
    ),
    "he": (
        "הטוחן הזקן|מזכיר המועצה|השכן הסוחר|המורה הצעיר|אחיו הקטן|יושב הראש|שומר הנמל|בעל הפונדק",
        "מכר בחורף|תיאר בפירוט|איבד בדרך|מצא במקרה|רשם בפנקס|מסר לשכן|סירב לעזוב|בדק שוב",
        "שני שקי חיטה.|מפתח המחסן.|מכתב בלי חתימה.|חלקה ליד הנהר.|שעון של סבא.|"
        "תוכנית הגשר החדש.|קבלה ישנה.|פעמון בית הספר.",
    ),
}
PARTS = {language: [part.split("|") for part in parts] for language, parts in _PARTS.items()}
"""Subjects, what comes next and the ends of sentences; any three of them make one."""

SCRIPTS = {
    "ru": "cyrillic",
    "el": "greek",
    "zh": "han",
    "ja": "kana",
    "ko": "hangul",
    "ar": "arabic",
    "hi": "devanagari",
    "he": "hebrew",
}

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
    "listopada grudnia",
}
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "tr": "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar",
}
DIGITS = {
    "ar": "٠١٢٣٤٥٦٧٨٩",
    "fa": "۰۱۲۳۴۵۶۷۸۹",
    "hi": "०१२३४५६७८९",
    "bn": "০১২৩৪৫৬৭৮৯",
    "th": "๐๑๒๓๔๕๖๗๘๙",
    "ja": "０１２３４５６７８９",
}

_ONES = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
    "de": "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "pt": "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze "
    "dezesseis dezessete dezoito dezenove",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce "
    "quince dieciséis diecisiete dieciocho diecinueve",
    "ru": "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
    "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
}
_HUNDREDS = {
    "pt": "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos "
    "novecentos",
    "es": "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos "
    "ochocientos novecientos",
    "ru": "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
}
_HUNDRED_ALONE = {"pt": "cem", "es": "cien"}
_ACCENTED = {"dos": "dós", "tres": "trés", "seis": "séis"}
_AND = {"en": "-", "de": "und", "pt": " e ", "es": " y ", "ru": " "}
_HUNDRED = {"en": " hundred", "de": "hundert"}
_AFTER_HUNDRED = {"en": " and ", "de": "", "pt": " e ", "es": " ", "ru": " "}
_THOUSAND = {"en": " thousand ", "de": "tausend", "pt": " mil ", "es": " mil ", "ru": " тысяч "}


def sentences(rng: Random, language: str, n: int) -> list[str]:
    """`n` sentences, at most eight, that share no part."""
    if language == "pt":
        return [m.sentence(rng) for _ in range(n)]
    parts = [rng.sample(part, n) for part in PARTS[language]]
    between = "" if language in ("zh", "ja") else " "
    return [between.join(part) for part in zip(*parts, strict=True)]


def opening(rng: Random, language: str, low: int = 3) -> str:
    """Clean text of up to two pages that ends with an empty line."""
    if language == "pt":
        return m.prose(rng, rng.choice((150, 400, 900, 1800)))
    chosen = sentences(rng, language, rng.randint(max(low, 6 if language == "zh" else 4), 8))
    at = rng.randrange(1, len(chosen))
    between = "" if language in ("zh", "ja") else " "
    text = between.join(chosen[:at]) + rng.choice(("\n\n", "\n", between))
    text += between.join(chosen[at:]) + "\n\n"
    # What the sentences are too few for is written in words that nobody has read before.
    if language in SCRIPTS and (rng.random() < 0.5 or len(text) < 140):
        chars = rng.choice((120, 300, 900))
        text += m.script_prose(rng, SCRIPTS[language], chars).strip() + "\n\n"
    return text


def digits(number: int, language: str) -> str:
    """The number in the digits of another script."""
    return str(number).translate(str.maketrans("0123456789", DIGITS[language]))


def number_words(number: int, language: str) -> str:
    """A number below a million in words; grammar beyond the plain forms is left out."""
    if number % 100 == 0 and number % 1000 == 100 and language in _HUNDRED_ALONE:
        head = number_words(number - 100, language) + " " if number > 1000 else ""
        return head + _HUNDRED_ALONE[language]
    words = _number_words(number, language)
    return words + "s" if language == "de" and number % 100 == 1 else words


def _number_words(number: int, language: str) -> str:
    if number >= 1000:
        head = _number_words(number // 1000, language) if number >= 2000 else ""
        if language in ("en", "de") and not head:
            head = _number_words(1, language)
        rest = _number_words(number % 1000, language) if number % 1000 else ""
        if language == "ru" and number < 5000:
            thousands = ("тысяча", "две тысячи", "три тысячи", "четыре тысячи")
            return f"{thousands[number // 1000 - 1]} {rest}".strip()
        return (head + _THOUSAND[language] + rest).strip()
    if number >= 100:
        count, rest_number = divmod(number, 100)
        if language in _HUNDRED:
            head = _ONES[language].split()[count] + _HUNDRED[language]
        else:
            head = _HUNDREDS[language].split()[count - 1]
        tail = _number_words(rest_number, language)
        return head + (_AFTER_HUNDRED[language] + tail if rest_number else "")
    if number < 20:
        return _ONES[language].split()[number]
    ten, one = divmod(number, 10)
    word = _TENS[language].split()[ten - 2]
    if not one:
        return word
    ones = _ONES[language].split()[one]
    if language == "es" and ten == 2:
        return "veinti" + _ACCENTED.get(ones, ones)
    return f"{ones}und{word}" if language == "de" else f"{word}{_AND[language]}{ones}"


def han(number: int) -> str:
    """A number below ten thousand in Chinese numerals."""
    out, rest, gap = "", number, False
    for value, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        count, rest = divmod(rest, value)
        if count:
            one = "" if count == 1 and value == 10 and not out else "一二三四五六七八九"[count - 1]
            out += ("零" if gap and out else "") + one + unit
        gap = not count
    return out


def greek(number: int) -> str:
    """A Greek numeral below ten thousand."""
    rows = ("αβγδεϛζηθ", "ικλμνξοπϟ", "ρστυφχψωϡ")
    out = "͵" + rows[0][number // 1000 - 1] if number >= 1000 else ""
    for power in (2, 1, 0):
        digit = number // 10**power % 10
        out += rows[power][digit - 1] if digit else ""
    return out + "ʹ"


def hebrew(number: int) -> str:
    """A Hebrew numeral, without the marks."""
    rest = number % 1000
    out = hebrew(number // 1000) + "׳" if number >= 1000 else ""
    out += "ת" * (rest // 400)
    rest %= 400
    out += "קרש"[rest // 100 - 1] if rest >= 100 else ""
    rest %= 100
    if rest in (15, 16):
        return out + ("טו", "טז")[rest - 15]
    out += "יכלמנסעפצ"[rest // 10 - 1] if rest >= 10 else ""
    return out + ("אבגדהוזחט"[rest % 10 - 1] if rest % 10 else "")
