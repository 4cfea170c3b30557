"""Sentences, names and places in many languages for the blind exact loops."""

import re
from itertools import repeat
from random import Random

from degeneration import material as m
from degeneration.build import log_uniform
from degeneration.sample import Loop

NAMES: dict[str, str] = {
    "en": "Harrow,Pemberton,Okafor,Lindqvist,Tully,Ashdown,Mackie,Greaves,Whitlock,Dunmore",
    "fr": "Lemoine,Vasseur,Chabrol,Ndiaye,Gauthier,Pélissier,Roussel,Béranger,Mercier,Tardieu",
    "de": "Brandstetter,Köhler,Vogt,Eisenmann,Pröll,Sieber,Wurm,Lüdecke,Haberland,Rausch",
    "es": "Carrasco,Villalobos,Ibáñez,Quiroga,Montero,Peralta,Saavedra,Urquiza,Gálvez,Rosales",
    "it": "Bellandi,Ferretti,Zanotti,Morandini,Caruso,Pavesi,Ghislanzoni,Lupi,Sartori,Donà",
    "pl": "Zawadzki,Górecki,Wróblewska,Kmieć,Sikora,Żebrowski,Pawlak,Dąbek,Lis,Orłowska",
    "la": "Petrus,Ioannes,Gulielmus,Henricus,Matthias,Adalbertus,Nicolaus,Simon,Laurentius,Paulus",
    "ru": "Соколов,Ермакова,Платонов,Гусева,Черных,Долгих,Щукин,Лебедева,Фомин,Рябов",
    "el": "Παπαδάκης,Νικολάου,Βλάχος,Σταμάτη,Κορρές,Μελάς,Ζαχαρίου,Λάμπρου,Ρήγας,Δούκα",
    "ar": "حسن الكيلاني,مريم الصباغ,يوسف العطار,سليم النجار,هالة المصري,عمر الحداد,ليلى الخطيب",
    "hi": "शर्मा,वर्मा,त्रिपाठी,मिश्रा,चौहान,देशपांडे,अग्रवाल,नायर,ठाकुर,सक्सेना",
    "zh": "王建国,李秀英,陈立新,赵文博,周晓梅,吴德昌,郑海燕,孙玉兰,马国强,何静",
    "ja": "高橋,渡辺,小林,斎藤,中川,石井,松本,藤原,村上,大野",
    "ko": "김영호,박선희,이재민,최은주,정태석,한지우,오민수,윤서연,강동혁,임하늘",
}

PLACES: dict[str, str] = {
    "en": "Thornaby,Kettlewell,Portrush,Wexcombe,Marlow Hill,Ashby,Dunkeld,Saltmarsh,Tregony",
    "fr": "Saint-Aubin,Lormes,Vézelay,Pontivy,Albi,Montréjeau,Guéret,Langres,Thiers,Fécamp",
    "de": "Altenburg,Kremsmünster,Wolfach,Neuruppin,Hallein,Gmünd,Torgau,Bludenz,Celle,Husum",
    "es": "Tarazona,Úbeda,Mondoñedo,Chillán,Salto,Cuenca,Oruro,Zacatecas,Alcañiz,Lorca",
    "it": "Feltre,Pitigliano,Noto,Saluzzo,Chioggia,Urbino,Lanciano,Todi,Bobbio,Ostuni",
    "pl": "Sandomierz,Kłodzko,Łowicz,Bochnia,Ełk,Chełm,Tykocin,Żywiec,Wieluń,Pułtusk",
    "la": "Cracovia,Tridento,Augusta,Aquileia,Ratisbona,Posonio,Olomucio,Vienna,Gorlicio",
    "ru": "Елабуга,Тотьма,Кяхта,Зарайск,Вельск,Чердынь,Суздаль,Олонец,Валдай,Мышкин",
    "el": "Ναύπακτος,Καλαμάτα,Χίος,Βέροια,Άρτα,Σύρος,Κοζάνη,Μεσολόγγι,Δράμα,Νάξος",
    "ar": "طرابلس,دمياط,الخليل,تلمسان,الموصل,صيدا,أسيوط,القيروان,حماة,المنصورة",
    "hi": "उज्जैन,मथुरा,झाँसी,बीकानेर,गया,नासिक,सागर,अलवर,देवास,चंदेरी",
    "zh": "绍兴,阆中,平遥,泉州,腾冲,敦煌,婺源,凤凰,大理,承德",
    "ja": "倉敷,高山,萩,松江,弘前,角館,飯田,尾道,伊万里,佐原",
    "ko": "전주,안동,통영,강릉,목포,경주,공주,여수,춘천,영주",
}

# {w} a name, {p} a place, {n} a number, {y} a year: no two leads hold the same sentences.
SENTENCES: dict[str, tuple[str, ...]] = {
    "en": (
        "The parish of {p} kept its own granary until {y}, when the roof fell in.",
        "Mrs {w} wrote to the board about the drains, and no reply is preserved.",
        "Of the {n} houses counted on the north bank only a handful had glazed windows.",
        "A second surveyor, {w}, disagreed and measured the whole boundary again on foot.",
        "It rained for most of that autumn, and the road to {p} was closed to carts.",
        "The accounts mention a clock, two benches and a quantity of lead sheeting.",
        "By {y} the mill had changed hands three times without ever turning a profit.",
        "Nobody at {p} could say who had ordered the {n} crates left at the station.",
        "His diary is silent on the matter, though it records the price of oats daily.",
        "What the committee wanted, {w} argued, was a map rather than another report.",
        "Her brother emigrated in {y} and sent home seeds wrapped in newspaper.",
        "The remaining chapters deal with fisheries, tolls and the law of wrecks.",
    ),
    "fr": (
        "La commune de {p} vendit ses bois en {y} pour réparer le clocher.",
        "Maître {w}, notaire, dressa l'inventaire en présence de deux voisins.",
        "On y trouva {n} draps de lin, une armoire de noyer et quelques livres dépareillés.",
        "Le curé se plaignait de l'humidité, du vent et surtout de ses paroissiens.",
        "Aucun document ne permet d'affirmer que le pont existait avant {y}.",
        "La veuve {w} obtint un délai, puis quitta {p} sans laisser d'adresse.",
        "Cette année-là, la récolte fut médiocre et le seigle doubla de prix.",
        "Les ouvriers, au nombre de {n}, réclamaient une pause au milieu du jour.",
        "Nous reproduisons ci-dessous la lettre telle qu'elle figure au registre.",
        "L'architecte {w} proposa une façade plus sobre, que le conseil refusa.",
        "Il faut attendre {y} pour voir apparaître un premier atelier de reliure.",
    ),
    "de": (
        "Die Gemeinde {p} verkaufte {y} ihre letzten Weinberge an einen Händler.",
        "Herr {w} bat um Aufschub, weil das Hochwasser die Scheune zerstört hatte.",
        "Im Nachlass fanden sich {n} Briefe, meist ohne Datum und Unterschrift.",
        "Der Lehrer unterrichtete alle Jahrgänge in einem einzigen, kaum beheizten Raum.",
        "Über den Bau der Orgel schweigen die Quellen bis zum Jahr {y}.",
        "Frau {w} führte die Gastwirtschaft am Bahnhof von {p} allein weiter.",
        "Zwischen den beiden Höfen verlief ein Graben, um den lange gestritten wurde.",
        "Die Kommission zählte {n} Pferde, aber keinen brauchbaren Wagen.",
        "Erst spät erkannte man, dass die Karte seitenverkehrt gedruckt worden war.",
        "Nach dem Brand von {y} wurde das Rathaus aus Sandstein wieder aufgebaut.",
        "Sein Tagebuch erwähnt Nebel, schlechte Kartoffeln und einen verlorenen Handschuh.",
    ),
    "es": (
        "El ayuntamiento de {p} encargó en {y} un reloj que nunca llegó a instalarse.",
        "Doña {w} declaró ante el juez que la linde había sido movida de noche.",
        "Se contaron {n} cabezas de ganado y una sola acequia en buen estado.",
        "El maestro pedía tinta, papel y leña para los meses de invierno.",
        "No consta quién pintó el retablo, aunque la tradición lo atribuye a {w}.",
        "La carretera de {p} quedó cortada por el deshielo durante varias semanas.",
        "Hacia {y} ya funcionaban dos molinos y una pequeña fábrica de jabón.",
        "Los pescadores vendían en la plaza lo que no compraba el convento.",
        "El informe añade que {n} vecinos firmaron con una cruz.",
        "Aquella tarde llegó un telegrama breve, mal escrito y sin remitente.",
        "La biblioteca conserva todavía el cuaderno donde anotaba los eclipses.",
    ),
    "it": (
        "Il comune di {p} acquistò nel {y} un terreno per il nuovo lavatoio.",
        "Don {w} annotava con cura le nascite, molto meno le spese.",
        "Furono censiti {n} telai, quasi tutti fermi per mancanza di filo.",
        "La nevicata bloccò il passo e la posta arrivò soltanto a marzo.",
        "Della chiesa primitiva resta un capitello, riusato come acquasantiera.",
        "Il medico {w} consigliava aria di mare e poche parole.",
        "Nel {y} la diligenza per {p} partiva due volte alla settimana.",
        "I fratelli litigarono per un orologio che non segnava più le ore.",
        "Secondo il perito mancavano {n} travi e buona parte del tetto.",
        "Le fotografie, sbiadite, mostrano una folla davanti alla stazione.",
    ),
    "pl": (
        "Magistrat miasta {p} ogłosił w {y} roku przetarg na budowę studni.",
        "Pan {w} prosił o odroczenie spłaty z powodu nieurodzaju.",
        "Spisano {n} gospodarstw, z których połowa nie miała komina.",
        "Proboszcz skarżył się na wilgoć, myszy i brak świec.",
        "Most zerwała kra, więc listy przewożono łodzią aż do kwietnia.",
        "W {y} roku otwarto tu szkołę, choć zabrakło ławek i kredy.",
        "Świadek {w} zeznał, że nigdy nie widział tej pieczęci.",
        "Na targu sprzedawano len, garnki i suszone śliwki.",
        "Zachowało się {n} listów pisanych drobnym, pochyłym pismem.",
        "Zegar na wieży spieszył się tak bardzo, że przestano mu wierzyć.",
    ),
    "la": (
        "Anno {y} in oppido {p} ecclesia lignea vetustate collapsa est.",
        "Dominus {w} testamento suo agrum et vineam fratribus reliquit.",
        "Testes numero {n} coram iudice de finibus interrogati sunt.",
        "Flumen ripas superavit, et pons qui ad forum ducebat abruptus est.",
        "Visitator nihil reprehendit praeter tectum sacristiae et libros male ligatos.",
        "Magister scholae pueros canere, legere, computare docebat.",
        "Post mortem coniugis {w} in monasterium se recepit.",
        "Eodem anno frumentum carum fuit, vinum vero bonum et copiosum.",
        "Charta, quam infra damus, in archivo capituli servatur.",
    ),
    "ru": (
        "В {y} году уездный город {p} получил право на ежегодную ярмарку.",
        "Свидетель {w} показал, что лодка была привязана у дальнего берега.",
        "По описи числилось {n} книг, три иконы и медный самовар.",
        "Дорогу размыло, и почту доставляли верхом до самых морозов.",
        "Учительница просила прислать мел, керосин и новую карту.",
        "Мельница сгорела летом, а осенью её уже отстроили заново.",
        "В архиве сохранилось письмо, подписанное одной буквой.",
        "Комиссия насчитала {n} дворов и ни одного исправного колодца.",
        "Только в {y} году чертежи нашли на чердаке бывшей аптеки.",
        "Старожилы помнят паром, ходивший отсюда к соляным складам.",
    ),
    "el": (
        "Το {y} ο δήμος αποφάσισε να επισκευάσει το παλιό υδραγωγείο.",
        "Ο μάρτυρας {w} κατέθεσε ότι δεν γνώριζε τον αγοραστή.",
        "Καταγράφηκαν {n} ελαιόδεντρα και ένα ερειπωμένο πατητήρι.",
        "Η πόλη {p} έμεινε χωρίς ψωμί για τρεις ημέρες λόγω της κακοκαιρίας.",
        "Ο δάσκαλος ζητούσε θρανία, μελάνι και ξύλα για τη σόμπα.",
        "Το γράμμα δεν φέρει ημερομηνία, μόνο μια μικρή σφραγίδα.",
        "Μετά τον σεισμό του {y} το λιμάνι ξαναχτίστηκε με πέτρα του νησιού.",
        "Οι ψαράδες έφευγαν πριν ξημερώσει και γύριζαν με άδεια δίχτυα.",
        "Στο κατάστιχο σημειώνονται {n} οκάδες λάδι και λίγο αλάτι.",
    ),
    "ar": (
        "في عام {y} أمر المجلس بترميم سور مدينة {p} وإصلاح السوق القديم.",
        "شهد {w} بأن الأرض كانت مزروعة بالزيتون قبل البيع.",
        "بلغ عدد البيوت {n} بيتا معظمها من الحجر والطين.",
        "انقطعت الطريق بسبب السيول ولم تصل الرسائل إلا بعد شهر.",
        "طلب المعلم كتبا وحبرا ومدفأة قبل حلول الشتاء.",
        "لا يذكر السجل اسم البناء الذي رفع القبة الكبيرة.",
        "وفي عام {y} افتتحت مطبعة صغيرة قرب الميناء.",
        "كتب {w} في مذكراته عن الغبار والحر وغلاء القمح.",
        "وجد المفتشون {n} صندوقا من الورق في المخزن الخلفي.",
    ),
    "hi": (
        "सन {y} में {p} नगर के पुराने कुएँ की मरम्मत कराई गई।",
        "श्री {w} ने बताया कि नदी का पानी खेतों तक पहुँच गया था।",
        "गाँव में कुल {n} घर थे और केवल एक पाठशाला थी।",
        "बाज़ार में कपड़ा, नमक और पीतल के बर्तन बिकते थे।",
        "वर्षा अधिक होने से सड़क बंद रही और डाक देर से आई।",
        "पुस्तकालय में रखी पांडुलिपि के पहले पन्ने फटे हुए हैं।",
        "अध्यापक ने स्याही, काग़ज़ और नई घंटी की माँग की।",
        "सन {y} में यहाँ पहली बार रेलगाड़ी आई थी।",
        "समिति ने {n} आवेदन पढ़े पर किसी पर निर्णय नहीं लिया।",
    ),
    "zh": (
        "{y}年，{p}重修城墙，费用由商会分担。",
        "据{w}回忆，渡口原在老榕树下，后来才迁往上游。",
        "调查共登记{n}户，其中半数以织布为生。",
        "当年春旱严重，米价上涨，学堂一度停课。",
        "这封信没有署名，只在末尾盖了一枚模糊的印章。",
        "直到{y}年，图纸才在旧药铺的阁楼里被人发现。",
        "县志对此事记载甚略，仅提到一座木桥毁于洪水。",
        "委员会讨论了{n}份提案，最后仍未达成一致。",
        "先生每日清晨临帖，午后则在院中修剪花木。",
        "码头上堆满了茶叶、瓷器和准备运往北方的药材。",
    ),
    "ja": (
        "{y}年、{p}の古い橋が洪水で流され、渡し舟が復活した。",
        "{w}氏の日記には、米の値段と天気が毎日記されている。",
        "調査によれば当時の戸数は{n}で、多くが養蚕を営んでいた。",
        "冬のあいだ峠は雪に閉ざされ、郵便は月に一度しか届かなかった。",
        "差出人の名はなく、封筒には小さな花の印だけが押してあった。",
        "その後、{y}年になって図面が蔵の二階から見つかった。",
        "先生は子どもたちに習字とそろばんを教え、夕方には畑へ出た。",
        "委員会は{n}通の請願を読んだが、結論は先送りされた。",
        "港には塩や木綿を積んだ船が並び、朝早くから市が立った。",
    ),
    "ko": (
        "{y}년 {p}의 옛 다리가 홍수로 무너져 나룻배가 다시 다녔다.",
        "{w} 씨의 일기에는 쌀값과 날씨가 빠짐없이 적혀 있다.",
        "조사에 따르면 당시 가구 수는 {n}호였고 대부분 농사를 지었다.",
        "겨울에는 고개가 눈에 막혀 편지가 한 달에 한 번만 도착했다.",
        "봉투에는 보낸 사람의 이름이 없고 작은 도장만 찍혀 있었다.",
        "도면은 {y}년이 되어서야 약방 다락에서 발견되었다.",
        "선생은 아이들에게 글씨와 셈을 가르치고 저녁에는 밭으로 나갔다.",
        "위원회는 청원서 {n}통을 읽었지만 결정을 미루었다.",
        "장터에는 소금과 무명, 말린 생선을 파는 사람들이 모여들었다.",
    ),
}

VERSES: dict[str, tuple[str, ...]] = {
    "en": ("Ring, bells of morning, ring again", "And carry home the scattered grain", "O stay!"),
    "fr": ("Chante, rivière, chante encore", "La nuit s'en va vers l'autre bord", "Ô reviens !"),
    "de": ("O stiller Berg, o helles Tal", "Wir grüßen euch zum letzten Mal", "Heißa, juchhe!"),
    "es": ("Ay, luna de los trigales", "vuelve a peinar los cristales", "¡Ay, ay, ay!"),
    "it": ("Vieni, bel maggio, alla fontana", "che la mia casa non è lontana", "Lallerò!"),
    "la": ("Gaude, mater civitatis", "fons et ianua pietatis", "nunc et in saecula"),
    "pl": ("Płynie woda, płynie Wisła szara", "niesie listy, niesie moja wiara", "Oj dana!"),
    "ru": ("Ой, ты степь моя, степь широкая", "Ой, река моя, да глубокая", "Ой-ли, ой-люли!"),
    "el": ("Φύσα, βοριά μου, στα πανιά", "και φέρ' τον πίσω μια βραδιά", "Αμάν, αμάν!"),
    "ar": ("يا طيور الفجر عودي", "وانثري عطر الورود", "يا ليل يا عين"),
    "hi": ("आओ सखी सब मंगल गाएँ", "दीप नए फिर आज जलाएँ", "जय हो जय हो"),
    "zh": ("月儿弯弯照江边", "采莲船儿去又还", "咿呀哟"),
    "ja": ("山の向こうに日が暮れて", "帰る小道に鐘が鳴る", "えんやこらさ"),
    "ko": ("고개 넘어 해가 지면", "강가 마을 불이 켜네", "에헤야 데헤야"),
}
QUESTIONS: dict[str, str] = {
    "en": "In which town did {w} settle in {y}?",
    "fr": "Dans quelle ville {w} s'installa-t-il en {y} ?",
    "de": "In welcher Stadt ließ sich {w} im Jahr {y} nieder?",
    "es": "¿En qué ciudad se estableció {w} en {y}?",
    "it": "In quale città si stabilì {w} nel {y}?",
    "pl": "W jakim mieście osiadł {w} w {y} roku?",
    "la": "Quo in oppido {w} anno {y} habitavit?",
    "ru": "В каком городе поселился {w} в {y} году?",
    "el": "Σε ποια πόλη εγκαταστάθηκε ο {w} το {y};",
    "ar": "في أي مدينة استقر {w} عام {y}؟",
    "hi": "सन {y} में {w} किस नगर में बसे?",
    "zh": "{y}年，{w}定居在哪个城市？",
    "ja": "{y}年に{w}が移り住んだ町はどこか。",
    "ko": "{y}년에 {w}이(가) 정착한 도시는 어디인가?",
}

LATIN = ("en", "fr", "de", "es", "it", "pl", "la")
OTHER = ("ru", "el", "ar", "hi", "zh", "ja", "ko")
ALL = (*LATIN, *OTHER)
_SCRIPT = {
    **{"ru": "cyrillic", "el": "greek", "ar": "arabic", "hi": "devanagari"},
    **{"zh": "han", "ja": "kana", "ko": "hangul"},
}


def person(rng: Random, lang: str) -> str:
    return rng.choice(NAMES[lang].split(","))


def place(rng: Random, lang: str) -> str:
    return rng.choice(PLACES[lang].split(","))


def fill(rng: Random, lang: str, template: str) -> str:
    """Put names and numbers of the language into a template, each place its own."""

    def value(slot: re.Match[str]) -> str:
        if slot[1] == "w":
            return person(rng, lang)
        if slot[1] == "p":
            return place(rng, lang)
        return str(rng.randint(11, 980) if slot[1] == "n" else rng.randint(1611, 1989))

    return re.sub(r"\{([wpny])\}", value, template)


def joint(lang: str) -> str:
    """What stands between two sentences."""
    return "" if lang in ("zh", "ja") else " "


def sentences(rng: Random, lang: str, n: int) -> list[str]:
    """At most `n` different sentences."""
    chosen = SENTENCES[lang]
    return [fill(rng, lang, one) for one in rng.sample(chosen, min(n, len(chosen)))]


def invented(rng: Random, lang: str, chars: int) -> str:
    """About `chars` characters of made-up words in the script of the language."""
    if lang in _SCRIPT:
        return m.script_prose(rng, _SCRIPT[lang], chars)
    return m.prose(rng, chars).rstrip()


def _page(rng: Random, lang: str, own: list[str], chars: int) -> str:
    """Sentences as a page has them: with a heading, in lines, in a list or in paragraphs."""
    form = rng.choice(("run", "run", "run", "lines", "list", "quote", "html"))
    if form == "run":
        body = joint(lang).join(own)
    elif form == "lines":
        body = "\n".join(own)
    elif form == "html":
        body = "\n".join(f"<p>{one}</p>" for one in own)
    else:
        mark = "> " if form == "quote" else rng.choice(("- ", "• ", "* "))
        body = "\n".join(mark + one for one in own)
    if chars > len(body) and (rng.random() < 0.5 or len(body) < 130):
        body = invented(rng, lang, max(chars - len(body), 130)).rstrip() + "\n\n" + body
    return _head(rng, lang) + body


def _head(rng: Random, lang: str) -> str:
    """What stands at the top of a page, or nothing."""
    where, who, year = place(rng, lang), person(rng, lang), rng.randint(1790, 2023)
    return rng.choice(
        (
            *("", "", "", ""),
            f"# {where}\n\n",
            f"{where.upper()}, {year}\n\n",
            f"<h1>{who}</h1>\n",
            f"---\nauthor: {who}\nyear: {year}\n---\n\n",
            f"[{rng.randint(1, 400)}]\n\n",
            f"**{who}** ({where})\n\n",
            f"{who} <{m.code(rng).lower()}@mail.example>\n{where}, {year}\n\n",
        )
    )


def lead(rng: Random, lang: str, end: str = "\n\n", most: int = 2600) -> str:
    """Clean text of the language; where sentences run out invented words stand before them."""
    own = sentences(rng, lang, rng.randint(3, 9))
    return _page(rng, lang, own, log_uniform(rng, 130, most)) + end


def split(rng: Random, lang: str, inside: int) -> tuple[str, list[str]]:
    """A lead and up to `inside` sentences which it does not hold."""
    own = sentences(rng, lang, 99)
    inner, outer = own[:inside], own[inside:]
    return _page(rng, lang, outer[: rng.randint(2, 8)], log_uniform(rng, 130, 2200)) + "\n\n", inner


def same(lead: str, unit: str, closing: str = "", filler: bool = False) -> Loop:
    """The loop of one unit."""
    return Loop("exact", lead, repeat(unit), closing, filler)
