"""Sentences, words and names in thirteen languages, written for the broad loops of the blind split.

`{y}` is a year, `{n}` a number and `{p}` a person; `[a|b]` is one of several wordings.
"""

PROSE: dict[str, list[str]] = {
    "en": [
        "The committee met on the first floor of the town hall and adjourned shortly before noon.",
        "In {y} the mill employed {n} hands, most of whom lived in the rows behind the canal.",
        "Readers who wish to consult the original plates should write to {p} at the museum.",
        "Heavy rain had closed the lower road, so the mail went round by the ridge.",
        "No allowance is made for breakage unless the goods are returned within {n} days.",
        "The witness, {p}, reported to have seen nothing unusual before the bell rang.",
        "Copper is malleable, conducts heat well and turns green when left in damp air.",
        "A second edition appeared in {y} with an index and several maps drawn for the purpose.",
        "Please keep this document with the warranty card that came in the box.",
        "It was a small harbour, and the boats that used it were smaller still.",
        "Patients over sixty should take the tablets with food, in the evening, for {n} days.",
        "The farm was bought from {p}, who had never liked the view.",
    ],
    "es": [
        "El ayuntamiento aprobó ayer el presupuesto para la reforma del mercado central.",
        "Según el padrón de {y}, vivían en la aldea {n} familias dedicadas a la pesca.",
        "La escritura fue firmada por {p} ante el notario del partido judicial.",
        "Se ruega a los señores pasajeros que conserven el billete hasta el final del trayecto.",
        "El río baja crecido desde el lunes y las huertas de la ribera están bajo el agua.",
        "Disuelva el contenido de un sobre en medio vaso de agua y tómelo después de comer.",
        "La biblioteca conserva un manuscrito incompleto, sin portada y con manchas de humedad.",
        "{p} legó a la parroquia una casa con corral y dos olivares.",
        "Las clases de dibujo se imparten los jueves por la tarde en el aula {n}.",
        "Nadie supo explicar por qué el reloj de la torre se había parado aquella noche.",
    ],
    "fr": [
        "Le conseil municipal s'est réuni hier soir sous la présidence de {p}.",
        "En {y}, la manufacture comptait {n} ouvriers et trois machines à vapeur.",
        "Il est interdit de déposer des ordures le long du chemin de halage.",
        "La récolte fut médiocre, car la grêle avait couché les blés au début de juillet.",
        "Le présent contrat est conclu pour une durée de {n} mois, renouvelable une fois.",
        "Mélangez la farine et les œufs, puis ajoutez le lait tiède sans cesser de remuer.",
        "Sa lettre, retrouvée dans un tiroir, ne portait ni date ni signature.",
        "Les voyageurs pour la côte changent de train à la gare suivante.",
        "Le tableau fut vendu à {p}, qui le garda jusqu'à sa mort.",
        "On entendait au loin la cloche d'une chapelle que personne n'avait jamais vue.",
    ],
    "de": [
        "Der Gemeinderat beschloss gestern, die alte Brücke am Wehr erneuern zu lassen.",
        "Im Jahre {y} zählte das Dorf {n} Feuerstellen und eine Mühle.",
        "Bitte bewahren Sie die Rechnung auf, da sie zugleich als Garantieschein gilt.",
        "{p} erklärte, das Schreiben sei erst nach Ostern angekommen.",
        "Die Schrauben werden über Kreuz angezogen und nach {n} Stunden geprüft.",
        "Wegen Hochwassers bleibt die Fähre bis auf weiteres außer Betrieb.",
        "Das Manuskript ist am Rand beschädigt, doch der Text lässt sich gut lesen.",
        "{p} unterrichtet Zeichnen und leitet seit dem Herbst den Chor.",
        "Kupfer leitet Wärme gut und überzieht sich an feuchter Luft mit einer grünen Schicht.",
        "Am Abend zog Nebel auf, und die Lichter am anderen Ufer verschwanden.",
    ],
    "it": [
        "Il consiglio comunale ha approvato i lavori di restauro del vecchio ponte.",
        "Nel {y} la parrocchia contava {n} fuochi e due confraternite.",
        "La presente ricevuta va conservata insieme al certificato di garanzia.",
        "{p} dichiarò di non avere mai visto quella lettera.",
        "Versate il brodo poco alla volta e mescolate finché il riso non è cotto.",
        "Per lo sciopero dei ferrovieri i treni della sera non sono partiti.",
        "Il codice è mutilo in fine e presenta numerose postille di altra mano.",
        "Le iscrizioni si chiudono entro {n} giorni dalla pubblicazione del bando.",
        "La nebbia saliva dal fiume e nascondeva le case basse della riva.",
        "Alla morte di {p} la villa passò a un cugino che viveva in Argentina.",
    ],
    "pt": [
        "A câmara aprovou ontem o orçamento para as obras do mercado municipal.",
        "No ano de {y} viviam na freguesia {n} famílias de pescadores.",
        "A escritura foi assinada por {p} perante o tabelião da comarca.",
        "Pede-se aos passageiros que conservem o bilhete até o fim da viagem.",
        "O rio subiu depressa e as hortas da margem ficaram debaixo d'água.",
        "Dissolva o pó em meio copo de água morna e tome depois das refeições.",
        "O manuscrito está incompleto, sem folha de rosto e com manchas de umidade.",
        "As inscrições encerram-se {n} dias após a publicação deste edital.",
        "Ninguém soube explicar por que o relógio da torre parou naquela noite.",
        "{p} deixou à irmandade uma casa com quintal e dois alqueires de terra.",
    ],
    "pl": [
        "Rada miejska uchwaliła wczoraj budżet na remont starego mostu.",
        "W roku {y} we wsi mieszkało {n} rodzin rybackich.",
        "Prosimy zachować bilet do kontroli aż do końca podróży.",
        "{p} twierdzi, że taki list nigdy nie nadszedł.",
        "Rękopis jest niekompletny i ma liczne ślady wilgoci.",
        "Wieczorem nad rzeką podniosła się mgła i światła na drugim brzegu zgasły.",
        "Tabletki należy przyjmować po jedzeniu przez {n} dni.",
    ],
    "ru": [
        "Городская управа постановила вчера отпустить средства на починку моста.",
        "В {y} году в деревне числилось {n} дворов и одна мельница.",
        "Просим сохранять билет до конца поездки.",
        "Рукопись повреждена по краям, однако текст читается хорошо.",
        "Свидетель показал, что не видел ничего необычного до вечернего звона.",
        "Растворите порошок в половине стакана воды и примите после еды.",
        "К вечеру поднялся туман, и огни на другом берегу исчезли.",
        "Урожай был плохой, потому что град побил хлеба в начале июля.",
    ],
    "el": [
        "Το δημοτικό συμβούλιο ενέκρινε χθες την επισκευή της παλιάς γέφυρας.",
        "Το έτος {y} το χωριό είχε {n} οικογένειες ψαράδων.",
        "Παρακαλούμε να φυλάξετε το εισιτήριο μέχρι το τέλος της διαδρομής.",
        "Το χειρόγραφο είναι ελλιπές και φέρει πολλούς λεκέδες υγρασίας.",
        "Κανείς δεν ήξερε γιατί σταμάτησε εκείνη τη νύχτα το ρολόι του πύργου.",
        "Η σοδειά ήταν φτωχή, επειδή το χαλάζι χτύπησε τα στάχυα τον Ιούλιο.",
    ],
    "zh": [
        "市议会昨天通过了旧桥修缮工程的预算。",
        "{y}年全村共有{n}户人家，大多以捕鱼为生。",
        "请旅客妥善保管车票，直至旅程结束。",
        "这份手稿没有封面，边缘已经受潮发黄。",
        "证人说，钟声响起之前没有看到任何异常。",
        "将药粉溶于半杯温水中，饭后服用。",
        "傍晚起了大雾，对岸的灯火渐渐看不见了。",
        "由于七月初的冰雹，今年的收成很不好。",
        "图书馆每逢星期四下午开放，读者凭证入内。",
    ],
    "ja": [
        "町議会は昨日、古い橋の修理費を承認した。",
        "{y}年、村には{n}軒の漁師の家があった。",
        "切符は旅行が終わるまで大切に保管してください。",
        "この写本には表紙がなく、端に水の染みがある。",
        "証人は鐘が鳴るまで変わったことは何もなかったと述べた。",
        "粉末をぬるま湯に溶かし、食後にお飲みください。",
        "夕方になると霧が出て、向こう岸の明かりが消えた。",
        "七月の雹のため、今年の収穫は少なかった。",
    ],
    "ar": [
        "وافق المجلس البلدي أمس على ميزانية إصلاح الجسر القديم.",
        "في عام {y} كان في القرية {n} أسرة تعيش من صيد السمك.",
        "يرجى من المسافرين الاحتفاظ بالتذكرة حتى نهاية الرحلة.",
        "المخطوط ناقص وليس له غلاف وعليه آثار رطوبة كثيرة.",
        "قال الشاهد إنه لم ير شيئا غير عادي قبل أن يدق الجرس.",
        "كان المحصول ضعيفا بسبب البرد الذي سقط في أول الصيف.",
    ],
    "hi": [
        "नगर परिषद ने कल पुराने पुल की मरम्मत के लिए बजट पारित किया।",
        "सन {y} में गाँव में {n} परिवार रहते थे।",
        "यात्रियों से निवेदन है कि यात्रा के अंत तक टिकट अपने पास रखें।",
        "पांडुलिपि अधूरी है और उसके किनारों पर नमी के दाग हैं।",
        "शाम को कोहरा छा गया और दूसरे किनारे की बत्तियाँ दिखना बंद हो गईं।",
        "दवा को आधे गिलास पानी में घोलकर भोजन के बाद लें।",
    ],
}

SCRIPT = {
    "ru": "cyrillic",
    "el": "greek",
    "zh": "han",
    "ja": "kana",
    "ar": "arabic",
    "hi": "devanagari",
}
UNSPACED = ("zh", "ja")
LANGS = tuple(PROSE)
SPACED = tuple(lang for lang in LANGS if lang not in UNSPACED)

NAMES: dict[str, list[str]] = {
    "en": ["Martha Colby", "Edwin Hale", "Ruth Pember", "J. T. Ashdown", "Clara Whitlock"],
    "es": ["Ramona Quiroga", "Julián Ibarra", "Pilar Otero", "Tomás Belmonte"],
    "fr": ["Odile Marchais", "Étienne Rouvier", "M. de Lancelin", "Berthe Guilloux"],
    "de": ["Heinrich Vollmer", "Agnes Röttger", "Karl Buschmann", "Luise Wendt"],
    "it": ["Ettore Galvani", "Lucia Bressan", "Orsola Tedeschi", "Pietro Manin"],
    "pt": ["Belmira Taveira", "Joaquim Sarmento", "Inácia Furtado", "Raul Mesquita"],
    "pl": ["Jadwiga Sroka", "Marian Wilczek", "Teofil Borowy", "Halina Rzepa"],
}

_NOUNS = {
    "en": "rope lantern saddle barley kettle candle anvil bucket ledger plough harness cider "
    "timber nails canvas pitch tallow flour hatchet blanket compass mirror ladder trowel",
    "es": "harina aceite jabón vela cuerda azúcar botella manta clavo tinta cebada lienzo "
    "vinagre martillo canela algodón ladrillo cesta espejo arroz",
    "fr": "farine bougie corde savon drap encre vinaigre marteau clou panier huile toile "
    "brique miroir sucre tonneau laine beurre cuir lampe",
    "de": "Mehl Kerze Seil Seife Nagel Tinte Essig Hammer Korb Leinen Ziegel Spiegel Zucker "
    "Fass Wolle Butter Leder Lampe Sattel Gerste",
    "it": "farina candela corda sapone chiodo aceto martello cesto tela mattone specchio "
    "zucchero botte lana burro cuoio lampada sella orzo sale",
    "pt": "farinha vela corda sabão prego tinta vinagre martelo cesto lona tijolo espelho "
    "açúcar barril lã manteiga couro lampião sela cevada",
    "pl": "mąka świeca lina mydło gwóźdź atrament ocet młotek kosz płótno cegła lustro cukier "
    "beczka wełna masło skóra lampa siodło",
    "ru": "мука свеча верёвка мыло гвоздь чернила уксус молоток корзина холст кирпич зеркало "
    "сахар бочка шерсть масло кожа лампа седло ячмень",
    "el": "αλεύρι κερί σκοινί σαπούνι καρφί μελάνι ξύδι σφυρί καλάθι πανί τούβλο καθρέφτης "
    "ζάχαρη βαρέλι μαλλί βούτυρο δέρμα λάμπα",
    "zh": "面粉 蜡烛 绳子 肥皂 钉子 墨水 醋 锤子 篮子 帆布 砖 镜子 白糖 木桶 羊毛 黄油",
    "ja": "小麦粉 ろうそく 縄 石鹸 釘 インク 酢 金槌 籠 帆布 煉瓦 鏡 砂糖 樽 羊毛",
    "ar": "دقيق شمعة حبل صابون مسمار حبر خل مطرقة سلة قماش طوب مرآة سكر برميل صوف زبدة",
    "hi": "आटा मोमबत्ती रस्सी साबुन कील स्याही सिरका हथौड़ा टोकरी कपड़ा ईंट दर्पण चीनी ऊन मक्खन",
}
NOUNS = {lang: text.split() for lang, text in _NOUNS.items()}

AND = {
    **{"en": "and", "es": "y", "fr": "et", "de": "und", "it": "e", "pt": "e", "pl": "i"},
    **{"ru": "и", "el": "και", "zh": "和", "ja": "と", "ar": "و", "hi": "और"},
}

PACKED = {
    "en": "I packed my bag with",
    "es": "En la maleta llevo",
    "fr": "Dans ma malle il y a",
    "de": "Ich packe meinen Koffer mit",
    "it": "Nella cesta ho messo",
    "pt": "Na mala levo",
    "pl": "W kufrze jest",
    "ru": "В сундуке лежит",
    "el": "Στο μπαούλο έχω",
    "zh": "箱子里有",
    "ja": "箱の中には",
    "ar": "في الصندوق",
    "hi": "संदूक में",
}

_SAID = {
    "en": "yeah no right okay well um sure so",
    "es": "sí no bueno vale claro pues eh ya",
    "fr": "oui non voilà bon alors euh donc bah",
    "de": "ja nein genau gut also ähm eben doch",
    "it": "sì no ecco bene allora ehm certo dai",
    "pt": "sim não né então bom hum claro pois",
    "pl": "tak nie no dobrze więc właśnie aha jasne",
    "ru": "да нет ну вот хорошо так ладно угу",
    "el": "ναι όχι λοιπόν καλά ε έτσι βέβαια εντάξει",
    "zh": "对 不是 好 嗯 那个 就是 然后 没有",
    "ja": "はい いいえ ええと そう あの まあ ね なるほど",
    "ar": "نعم لا طيب يعني حسنا آه تمام صحيح",
    "hi": "हाँ नहीं अच्छा ठीक तो मतलब बस जी",
}
SAID = {lang: text.split() for lang, text in _SAID.items()}
