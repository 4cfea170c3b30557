"""Running text of many languages for the leads and the units of exact loops.

The sentences are hand-written and drawn without replacement, so that what comes before a loop
does not itself repeat. `{n}`, `{y}` and `{m}` stand for a number, a year and a name.
"""

from itertools import repeat
from random import Random

from degeneration import material as m
from degeneration.sample import Loop

SENTENCES: dict[str, list[str]] = {
    "en": [
        "The committee met at the town hall on the evening of the {n}th, Mr {m} in the chair.",
        "Rainfall had been light since harvest, and the mill stood idle for most of {y}.",
        "A letter from {m} was read, asking that the footbridge be mended before winter.",
        "Of the {n} households visited by the nurse, fewer than half had a well of their own.",
        "It is not known who first drew the map, though a copy hung in the vestry until {y}.",
        "The surveyor reported that the north wall leaned outward by nearly {n} inches.",
        "Miss {m} had kept the school for longer than anybody could remember.",
        "Figures for the coastal districts are missing, the steamer having been delayed by fog.",
        "We took the lower road, which was worse, and reached the ferry long after dark.",
        "Samples were dried at {n} degrees, ground in a mortar and stored in glass.",
        "Nobody in the parish would own to having moved the boundary stone.",
        "The second edition, printed in {y}, corrects some of these errors and adds others.",
        "Her brother sold the printing press to {m} and went to sea.",
        "Payment was made partly in coin and partly in barley, as had been usual.",
        "What follows was dictated from memory and should be read with that in mind.",
    ],
    "de": [
        "Die Gemeinde zählte im Jahr {y} noch {n} Feuerstellen und eine Mühle.",
        "Herr {m} ließ das Dach der Scheune im Herbst auf eigene Rechnung decken.",
        "Über den Verbleib der älteren Akten ist dem Amt nichts bekannt geworden.",
        "Nach dem Hochwasser musste die Straße um gut {n} Schritt verlegt werden.",
        "Der Lehrer klagt, dass im Sommer kaum ein Kind zum Unterricht erscheine.",
        "Man einigte sich schließlich darauf, den Brunnen gemeinsam zu unterhalten.",
        "Witwe {m} behält das Wohnrecht in der oberen Stube auf Lebenszeit.",
        "Die Proben wurden bei {n} Grad getrocknet und anschließend gewogen.",
        "Seit {y} verkehrt zweimal am Tag ein Omnibus zum Bahnhof.",
        "Wer zu spät kam, zahlte ein kleines Bußgeld in die Kasse der Feuerwehr.",
        "Das Siegel hängt an einer verblichenen Schnur und ist nur zum Teil lesbar.",
        "Im Übrigen gelten die Bestimmungen des vorigen Vertrages unverändert fort.",
    ],
    "fr": [
        "Le conseil s'est réuni le {n} du mois sous la présidence de M. {m}.",
        "La récolte de {y} fut médiocre, à l'exception des vergers du coteau.",
        "On trouvera en annexe la liste des instruments achetés à Genève.",
        "Le facteur ne passait plus depuis que le pont avait été emporté.",
        "Madame {m} a légué sa bibliothèque à la ville, moins les romans.",
        "Près de {n} ouvriers travaillaient alors à la filature, surtout des femmes.",
        "Les registres antérieurs à {y} ont brûlé avec la sacristie.",
        "Il faut lire cette lettre en songeant qu'elle devait passer la censure.",
        "L'eau était tirée d'un puits profond, au milieu de la cour.",
        "Rien n'indique que l'architecte ait jamais visité le chantier.",
        "Faute de témoins, l'affaire fut renvoyée à la session suivante.",
        "Le patois du village distingue trois sortes de brouillard.",
    ],
    "es": [
        "En {y} el cabildo acordó empedrar la calle que baja hasta el río.",
        "Don {m} declaró que la finca había sido siempre de su familia.",
        "Se contaron {n} cabezas de ganado, sin incluir las de la sierra.",
        "El médico recomendó hervir el agua mientras durase la sequía.",
        "La imprenta cerró poco después y sus tipos se vendieron al peso.",
        "No consta en el archivo quién pagó la restauración del retablo.",
        "Los vecinos pidieron por escrito que se cambiara la hora del mercado.",
        "Doña {m} dejó a su sobrina un reloj, dos sábanas y un olivar.",
        "El tren de las {n} llegó con retraso por un desprendimiento.",
        "Las muestras se guardaron en frascos de vidrio, lejos de la luz.",
        "De aquel viaje solo se conservan las cartas escritas a bordo.",
        "A falta de papel, el maestro hacía escribir a los niños en pizarras.",
    ],
    "it": [
        "Nel {y} la confraternita contava {n} fratelli e due cappellani.",
        "Il signor {m} chiese al comune il permesso di chiudere il portico.",
        "Della prima tiratura si conoscono soltanto tre copie complete.",
        "La neve caduta in aprile rovinò i mandorli di tutta la valle.",
        "Il notaio scrive in fretta e abbrevia quasi ogni parola.",
        "Si passava il fiume su una chiatta legata a una fune.",
        "Gli eredi di {m} non vollero vendere il mulino.",
        "Ogni famiglia portava in dono un pane e {n} uova.",
        "L'organo fu smontato e spedito in casse numerate.",
        "Mancano le carte relative agli anni della guerra.",
        "La maestra annotava il tempo che faceva in margine al registro.",
    ],
    "pl": [
        "W roku {y} wieś liczyła {n} dymów i jedną karczmę przy trakcie.",
        "Pan {m} zobowiązał się naprawić groblę przed nadejściem zimy.",
        "Księgi metrykalne z tego okresu zaginęły podczas pożaru plebanii.",
        "Nauczyciel skarżył się, że dzieci przychodzą dopiero po żniwach.",
        "Most zbudowano z dębowych bali sprowadzonych spławem z południa.",
        "Nie wiadomo, kto zamówił ołtarz boczny ani ile za niego zapłacono.",
        "Woda opadła po {n} dniach, zostawiając na łąkach warstwę mułu.",
        "Wdowa sprzedała warsztat czeladnikowi i wyjechała do siostry.",
        "Zapiski na marginesie są dziełem co najmniej dwóch rąk.",
    ],
    "tr": [
        "Köyde {y} yılında {n} hane ve küçük bir değirmen bulunuyordu.",
        "Mektubun kime yazıldığı bilinmiyor, zarfı çoktan kaybolmuş.",
        "Öğretmen her sabah sobayı kendisi yakar, sonra zili çalardı.",
        "Yağmurlar gecikince tarlaların yarısı sürülmeden kaldı.",
        "Kütüphanedeki yazmaların çoğu nemden zarar görmüştü.",
        "Belediye yeni çeşmenin masrafını esnaftan topladı.",
        "Gemi {n} gün limanda bekledi, kaptan karaya hiç çıkmadı.",
        "Haritadaki yol bugün zeytin ağaçlarının arasında kayboluyor.",
        "Dedemin anlattığına göre köprü bir gecede yıkılmış.",
    ],
    "ru": [
        "В {y} году в селе числилось {n} дворов, церковь и две лавки.",
        "Учитель жаловался, что весной дети перестают ходить в школу.",
        "Письмо дошло с большим опозданием, потому что размыло дорогу.",
        "Помещик обещал починить плотину, но слова своего не сдержал.",
        "Образцы сушили при температуре {n} градусов и взвешивали.",
        "О судьбе второго тома в описи ничего не говорится.",
        "Мельницу продали с торгов вместе с прудом и огородом.",
        "Старики помнили ещё те времена, когда по реке ходили баржи.",
        "Рукопись написана скорописью, местами чернила выцвели.",
        "На ярмарку приезжали купцы из соседних уездов.",
        "Сестра его осталась в городе и давала уроки музыки.",
    ],
    "el": [
        "Το χωριό είχε το {y} περίπου {n} σπίτια και ένα σχολείο.",
        "Ο δάσκαλος έγραφε στο περιθώριο τον καιρό της ημέρας.",
        "Το καράβι άργησε επειδή φυσούσε δυνατός βοριάς.",
        "Κανείς δεν θυμάται ποιος έχτισε το παλιό γεφύρι.",
        "Τα βιβλία της μονής μεταφέρθηκαν στην πόλη με κάρα.",
        "Η συγκομιδή των ελιών ξεκίνησε πριν από τις βροχές.",
        "Οι κάτοικοι ζήτησαν να ανοίξει ξανά το ιατρείο.",
        "Στο χειρόγραφο λείπουν τα τελευταία φύλλα.",
    ],
    "ar": [
        "وصل الوفد إلى المدينة مساء الخميس بعد رحلة طويلة عبر الجبال.",
        "كتب القاضي في السجل أن البستان ملك لورثة التاجر القديم.",
        "لم تهطل الأمطار في ذلك العام فجفت الآبار القريبة من السوق.",
        "كان المعلم يوقد المصباح قبل الفجر وينتظر التلاميذ.",
        "بيعت الدار بحضور الشهود ودفع الثمن كاملا.",
        "فقدت الصفحات الأخيرة من المخطوط ولم يعرف ناسخه.",
        "أغلقت المطبعة أبوابها ونقلت حروفها إلى العاصمة.",
        "يروي الشيوخ أن النهر غير مجراه بعد الفيضان الكبير.",
    ],
    "he": [
        "המכתב הגיע באיחור רב משום שהדרך הייתה חסומה בשלג.",
        "בשנת {y} נמנו בעיירה {n} משפחות ושני בתי מלאכה.",
        "המורה רשמה בשולי היומן את מזג האוויר של אותו יום.",
        "איש אינו יודע מי בנה את הגשר הישן שמעל הנחל.",
        "הספרים הועברו אל הארכיון בארגזים ממוספרים.",
        "בית הדפוס נסגר והאותיות נמכרו לפי משקל.",
        "האלמנה שמרה על זכותה לגור בחדר העליון.",
    ],
    "hi": [
        "गाँव में उस समय {n} घर और एक छोटी पाठशाला थी।",
        "बरसात देर से आई, इसलिए खेत आधे ही जोते जा सके।",
        "मुंशी ने बही में लिखा कि बाग का बँटवारा हो चुका है।",
        "पुल टूट जाने से डाक कई दिनों तक नहीं पहुँची।",
        "पुस्तकालय की पुरानी पोथियाँ सीलन से खराब हो गई थीं।",
        "मेले में आसपास के सभी कस्बों से व्यापारी आते थे।",
        "दादी कहती थीं कि नदी पहले मंदिर के पास बहती थी।",
        "अध्यापक हर सुबह घंटी बजाकर बच्चों को बुलाते थे।",
    ],
    "zh": [
        "{y}年,县里修了一条通往渡口的石板路。",
        "先生每天清早在院子里扫落叶,然后才开门授课。",
        "这封信在路上耽搁了许久,信封的一角已经磨破。",
        "据族谱记载,祖上从江西迁来,世代以造纸为业。",
        "那一年雨水稀少,村口的老井第一次见了底。",
        "抄本缺最后{n}页,抄写者的姓名也无从查考。",
        "桥被洪水冲走以后,两岸的人只好绕道上游。",
        "祖母把账簿锁在樟木箱里,钥匙挂在腰间。",
        "集市逢五逢十开张,邻县的商贩也赶来摆摊。",
        "测量员说,北墙已经向外倾斜了好几寸。",
    ],
    "ja": [
        "明治の末、この村には{n}軒の家と小さな分教場があった。",
        "手紙は雪で道がふさがったため、ひと月遅れて届いた。",
        "祖父は毎朝、井戸の水を汲んでから帳面をつけていた。",
        "写本の終わりの数葉は失われ、筆者の名もわからない。",
        "橋が流されてからは、渡し舟で学校へ通ったという。",
        "試料は乾燥させたのち、ガラス瓶に入れて保管した。",
        "市の立つ日には、隣の郡からも商人が集まった。",
        "役場の記録には、誰が費用を払ったか書かれていない。",
        "先生は窓を開け、静かに本を読みはじめた。",
    ],
    "ko": [
        "그해 마을에는 {n}가구가 살았고 작은 서당이 하나 있었다.",
        "편지는 눈 때문에 길이 막혀 한 달 늦게 도착하였다.",
        "할아버지는 아침마다 우물물을 길어 온 뒤 장부를 적었다.",
        "필사본의 마지막 몇 장은 사라지고 필자도 알 수 없다.",
        "다리가 떠내려간 뒤로는 나룻배를 타고 학교에 다녔다.",
        "장날이면 이웃 고을의 상인들도 모여들었다.",
        "시료는 말린 다음 유리병에 담아 보관하였다.",
    ],
    "vi": [
        "Năm {y}, làng có {n} nóc nhà và một ngôi trường nhỏ bên sông.",
        "Bức thư đến muộn vì đường núi bị sạt lở sau cơn bão.",
        "Ông nội ghi sổ mỗi sáng, sau khi gánh nước từ giếng về.",
        "Không ai nhớ rõ người đã dựng chiếc cầu gỗ cũ ấy.",
        "Phiên chợ họp năm ngày một lần, thuyền đậu kín bến.",
        "Những trang cuối của bản chép tay đã bị mối ăn mất.",
        "Thầy giáo đốt đèn từ lúc trời còn chưa sáng hẳn.",
    ],
    "la": [
        "Anno {y} die dominica in ecclesia parochiali convenerunt testes infrascripti.",
        "Item dedit fratribus predictis unum pratum situm iuxta flumen.",
        "Que omnia et singula promisit rata et firma perpetuo habere.",
        "Dominus {m} renuntiavit omni exceptioni doli et fraudis.",
        "Solvit autem in pecunia numerata libras {n} bone monete.",
        "Actum in domo notarii, presentibus viris discretis ad hoc vocatis.",
    ],
}

NAMES = [
    *("Abernethy", "Castellani", "Dvorsky", "Eriksen", "Fontaine", "Grünwald", "Halvorsen"),
    *("Ibáñez", "Jaworski", "Kessler", "Lindqvist", "Marchetti", "Novotná", "Okafor", "Pereira"),
    *("Quiroga", "Rousseau", "Szabó", "Tamm", "Uribe", "Varga", "Whitlock", "Yıldız", "Zeller"),
]

GOODS = [
    *("roofing slate", "linen thread", "lamp oil", "barley", "copper wire", "bone glue"),
    *("Schrauben M6", "Dichtungsring", "Leinöl", "Kopierpapier A4", "huile de lin", "clous"),
    *("papier buvard", "ampoules", "aceite de oliva", "harina", "azulejo", "cal hidráulica"),
    *("guarnizione", "vite a legno", "мука ржаная", "гвозди", "свечи", "ручка", "茶叶", "宣纸"),
    *(
        "墨汁",
        "煤油",
        "醤油",
        "和紙",
        "석유",
        "한지",
        "زيت",
        "قمح",
        "नमक",
        "चावल",
        "λάδι",
        "σαπούνι",
    ),
    *("parafuso", "farinha de milho", "sabão em pedra", "querosene", "muslin", "quinine", "twine"),
]
"""What ledgers, invoices and inventories list."""

_OF_SCRIPT = {
    "ru": "cyrillic",
    "el": "greek",
    "ar": "arabic",
    "he": "hebrew",
    "hi": "devanagari",
    "ko": "hangul",
    "ja": "kana",
    "zh": "han",
}


def _fill(rng: Random, sentence: str) -> str:
    return sentence.format(n=rng.randint(3, 96), y=rng.randint(1710, 1998), m=rng.choice(NAMES))


def sentences(rng: Random, language: str, most: int = 99) -> list[str]:
    """Sentences in any order, none twice."""
    bank = SENTENCES[language]
    return [_fill(rng, sentence) for sentence in rng.sample(bank, min(most, len(bank)))]


def lead(rng: Random, language: str, low: int = 100, high: int = 3000) -> str:
    """Clean running text without a line end; `pt` has made-up words, long ones go on with those."""
    chars = rng.randint(low, high) if rng.random() < 0.4 else rng.randint(low, min(high, 700))
    if language == "pt":
        return m.prose(rng, chars).rstrip()
    between = "" if language in ("zh", "ja") else " "
    out = ""
    for sentence in sentences(rng, language):
        if len(out) >= chars:
            break
        join = "\n\n" if out and rng.random() < 0.12 else between
        out += (join if out else "") + sentence
    if language in _OF_SCRIPT and len(out) < max(chars, 100):
        more = m.script_prose(rng, _OF_SCRIPT[language], max(chars, 100) - len(out))
        out += between + more.rstrip()
    return out


def any_lead(rng: Random, low: int = 100, high: int = 3000) -> str:
    """Running text in any language, more often in common ones."""
    return lead(rng, rng.choice((*SENTENCES, "en", "en", "de", "pt", "pt")), low, high)


def number(rng: Random) -> str:
    """An amount as one of several countries writes it."""
    value = rng.random() ** 2 * rng.choice((10, 900, 25_000)) + 0.01
    text = f"{value:,.2f}"
    return rng.choice(
        (
            text,
            text.translate(str.maketrans(",.", ".,")),
            text.translate(str.maketrans(",.", "\u202f,")),
            f"{value:.1f}",
            str(round(value)),
            f"({value:.2f})",
            f"£{value:.0f} {rng.randint(0, 19)}s.",
        )
    )


def again(lead: str, unit: str, closing: str = "", filler: bool = False) -> Loop:
    """The exact loop of `unit`."""
    return Loop("exact", lead, repeat(unit), closing, filler)
