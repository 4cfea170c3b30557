"""Sentences, goods and people in many languages, for the clean text before counting loops."""

from random import Random

from degeneration import material as m

SENTENCES: dict[str, list[str]] = {
    "en": [
        "The harbour office kept two books, one for the masters and one for the owners.",
        "Rain had come in under the door during the night and the floor was still dark with it.",
        "In {n} the county bought the land from a widow who could not write her name.",
        "Nobody at the meeting wished to speak first, so the chairman read the minutes again.",
        "The survey covers the area between the canal and the old brick works.",
        "Prices are given in the currency of the time and have not been adjusted.",
        "A second copy of this list was found in the attic of the rectory.",
        "Most of the plates are missing; those that remain are stained along the lower edge.",
        "He measured the temperature of the water twice a day and wrote it on the wall in chalk.",
        "The translation follows the edition of {n} and departs from it in a few places only.",
        "Our method needs neither labels nor a model of the noise.",
        "Before you begin, make sure that the power is off and the cover has been removed.",
        "She answered that the letter had never reached her and that she would have kept it.",
        "The committee thanks all those who lent documents, photographs or their memory.",
        "Between the two villages the road climbs steeply through beech woods.",
        "Applications received after the closing date will not be considered.",
        "The machine was built for a mill in the north and sold for scrap {n} months later.",
        "Voters had to show a certificate stamped by the parish or by the police.",
        "This chapter describes how samples were collected, dried and stored.",
        "At noon the wind went round to the west and the fishing boats turned home.",
        "Three witnesses agreed on the colour of the cart but not on its direction.",
        "The author never returned to the subject, although his notebooks show that he meant to.",
        "Each participant signed a form and was paid the equivalent of a bus ticket.",
        "The bell was cast from the metal of two older ones that had cracked in the frost.",
        "Unless stated otherwise, distances are measured along the shore.",
        "Shareholders are reminded that the general assembly takes place in the small hall.",
        "What follows is a plain record, made for the use of the family.",
        "Very few of the letters bear a date, and the order given here is a guess.",
    ],
    "pt": [
        "O livro foi aberto por ordem do juiz e rubricado em todas as suas folhas.",
        "Compareceram as partes, acompanhadas de seus advogados, à hora marcada.",
        "A fazenda tinha então {n} cabeças de gado e uma casa de telha.",
        "Choveu toda a semana e o rio levou a ponte de madeira perto do moinho.",
        "O presente edital estará afixado no lugar de costume até o fim do mês.",
        "As despesas correm por conta do requerente, na forma da lei.",
        "Minha avó guardava as receitas numa lata de biscoitos, em cima do armário.",
        "Os valores foram convertidos pela tabela oficial e arredondados para cima.",
        "Falta a primeira página do manuscrito, roída por insetos.",
        "A comissão reuniu-se no salão paroquial e elegeu o seu secretário.",
        "Nenhum dos vizinhos soube dizer quem morava ali antes do incêndio.",
        "O telegrama chegou tarde demais para mudar o rumo da viagem.",
    ],
    "de": [
        "Das Protokoll wurde verlesen, genehmigt und von beiden Parteien unterschrieben.",
        "Im Winter {n} fror der Kanal zu, und die Kähne lagen bis zum März fest.",
        "Die Angaben beruhen auf den Büchern der Gemeinde und sind nicht vollständig.",
        "Hinter der Kirche beginnt ein schmaler Weg, der zum Steinbruch hinaufführt.",
        "Der Verein dankt allen, die das Fest durch Spenden möglich gemacht haben.",
        "Vor der ersten Inbetriebnahme ist der Behälter gründlich zu spülen.",
        "Sie hatte den Brief zweimal gelesen und dann ungeöffnet zurückgeschickt, wie sie sagte.",
        "Abweichungen vom Plan sind der Bauleitung unverzüglich zu melden.",
        "Die Sammlung gelangte über einen Händler in Leipzig an das Museum.",
        "Im Übrigen gelten die allgemeinen Bedingungen in ihrer jeweils gültigen Fassung.",
        "Am Abend kamen die Schäfer herunter und brachten Käse und Nachrichten mit.",
    ],
    "fr": [
        "Le registre commence au printemps et s'interrompt brusquement l'année suivante.",
        "Monsieur le maire a donné lecture de la lettre reçue de la préfecture.",
        "La maison comptait {n} fenêtres, dont la moitié donnait sur la cour.",
        "Les pièces justificatives sont jointes au dossier et peuvent être consultées.",
        "On n'a jamais su pourquoi le notaire avait quitté la ville en plein hiver.",
        "Rincez les légumes à l'eau froide, puis laissez-les égoutter sur un linge.",
        "Le vent tourna vers midi et les barques rentrèrent l'une après l'autre.",
        "Cette édition reproduit le texte original sans en moderniser l'orthographe.",
        "Les candidats disposent de trois heures et n'ont droit à aucun document.",
        "Il vendit le pré, garda la vigne et partit travailler aux chemins de fer.",
        "Toute réclamation doit être adressée par écrit au siège de la société.",
    ],
    "es": [
        "El inventario se hizo en presencia de dos testigos que no sabían firmar.",
        "La cosecha fue escasa aquel año y el precio del trigo subió sin descanso.",
        "Se ruega a los señores socios que presenten su carné a la entrada.",
        "En {n} se abrió un camino nuevo entre la mina y el embarcadero.",
        "El maestro vivía en la planta alta, encima del cuarto de las herramientas.",
        "Las muestras se secaron al aire y se guardaron en bolsas de papel.",
        "Nadie recordaba haber visto la barca después de la tormenta.",
        "El presente contrato se rige por las leyes del lugar de su firma.",
        "Su hermana mayor heredó la imprenta y la mantuvo abierta hasta la guerra.",
        "Conviene comprobar la presión antes de cerrar la válvula.",
    ],
    "it": [
        "Il notaio lesse l'atto ad alta voce e chiese se vi fossero obiezioni.",
        "La strada vecchia passava sotto il castello e finiva davanti al mulino.",
        "Nell'anno {n} la confraternita ordinò un organo nuovo a un maestro di Brescia.",
        "Le fotografie sono conservate in scatole di cartone, senza alcun ordine.",
        "Si prega di non sostare davanti all'uscita di sicurezza.",
        "Mio nonno teneva il conto delle giornate su un lunario appeso alla porta.",
        "La traduzione è stata rivista sul manoscritto della biblioteca civica.",
        "Chi desidera partecipare deve iscriversi presso la segreteria.",
    ],
    "la": [
        "Hic liber inceptus est tempore quo ecclesia nova aedificabatur.",
        "Testes interrogati responderunt se nihil de hac re audivisse.",
        "Anno quo supra, post magnam siccitatem, venerunt locustae in agros nostros.",
        "Quae sequuntur ex veteri codice fideliter transcripta sunt.",
        "Parochus absens fuit per totam hiemem propter infirmitatem corporis.",
        "Dominus episcopus visitavit altaria et vasa sacra laudavit.",
        "Folia quaedam humiditate corrupta legi non possunt.",
    ],
    "ru": [
        "Книга начата весной и прошнурована за подписью волостного старшины.",
        "На собрании присутствовали все домохозяева, кроме двух больных.",
        "В {n} году мост снесло половодьем, и до осени ездили вброд.",
        "Сведения собраны по рассказам старожилов и не всегда надёжны.",
        "Она долго молчала, потом встала и закрыла окно.",
        "Заявления принимаются в канцелярии до обеда, кроме субботы.",
        "За мельницей начинался лес, в который дети одни не ходили.",
        "Расходы по содержанию училища покрывает земство.",
    ],
    "el": [
        "Το βιβλίο βρέθηκε στο υπόγειο του παλιού τελωνείου μαζί με χάρτες.",
        "Οι κάτοικοι έφυγαν πριν από τον χειμώνα και δεν γύρισαν ποτέ.",
        "Η επιτροπή συνήλθε στο σχολείο και ενέκρινε τα πρακτικά.",
        "Το {n} άνοιξε ο δρόμος που ενώνει το λιμάνι με το χωριό.",
        "Οι τιμές αναγράφονται χωρίς φόρο και ισχύουν ως το τέλος του έτους.",
        "Κανείς δεν ήξερε ποιος είχε χτυπήσει την καμπάνα εκείνη τη νύχτα.",
    ],
    "ar": [
        "عثر على هذا الدفتر في خزانة المحكمة القديمة بعد ترميم المبنى.",
        "اجتمعت اللجنة في قاعة المدرسة وقرأت محضر الجلسة السابقة.",
        "كانت السوق تفتح أبوابها قبل طلوع الشمس ويأتيها الناس من القرى.",
        "لم يعرف أحد من أين جاء الغريب ولا إلى أين ذهب.",
        "تقدم الطلبات إلى المكتب مرفقة بصورة من الهوية.",
        "هبت الريح من الغرب فعادت المراكب إلى الميناء.",
    ],
    "hi": [
        "यह पुस्तक नगर के पुराने पुस्तकालय में रखी हुई मिली थी।",
        "बैठक में सभी सदस्य उपस्थित थे और पिछली कार्यवाही पढ़ी गई।",
        "उस साल वर्षा कम हुई और नदी का पानी बहुत घट गया।",
        "आवेदन पत्र कार्यालय में दोपहर तक जमा किए जा सकते हैं।",
        "गाँव के बाहर एक कुआँ था जिसके पास बरगद का पेड़ खड़ा था।",
        "लेखक ने अपनी यात्रा का वर्णन बहुत सरल भाषा में किया है।",
    ],
    "ja": [
        "この帳簿は村役場の倉から見つかったもので、表紙は失われている。",
        "春になると川の水が増え、渡し船は何日も出なかった。",
        "会議は午前中に始まり、昼過ぎには議事がすべて終わった。",
        "著者は晩年になってもこの問題に戻ることはなかった。",
        "申し込みは窓口で受け付けますので、印鑑をお持ちください。",
        "祖母は毎朝早く起きて、庭の掃除を済ませてから茶を入れた。",
        "調査の対象は港から北の丘までの範囲である。",
    ],
    "zh": [
        "这本账册是在旧祠堂的阁楼里发现的，封面已经破损。",
        "那年夏天雨水很多，河上的木桥被冲走了两次。",
        "委员会在学校礼堂开会，宣读并通过了上次的记录。",
        "申请人应当在截止日期以前提交全部材料。",
        "他把信读了又读，最后还是没有回。",
        "村子后面有一条小路，一直通到采石场。",
        "本书根据初版排印，只改正了明显的错字。",
    ],
    "ko": [
        "이 장부는 옛 관청의 창고에서 발견되었으며 표지가 없다.",
        "그해 여름에는 비가 많이 내려 다리가 두 번이나 떠내려갔다.",
        "위원회는 학교 강당에서 열렸고 지난 회의록을 승인하였다.",
        "신청서는 마감일까지 담당 부서에 제출하여야 한다.",
        "할머니는 새벽마다 마당을 쓸고 나서 차를 끓이셨다.",
        "마을 뒤편의 오솔길은 채석장까지 이어져 있었다.",
    ],
    "he": [
        "הפנקס נמצא במרתף של בית הדואר הישן יחד עם כמה מפות.",
        "הוועד התכנס בבית הספר ואישר את הפרוטוקול הקודם.",
        "באותו חורף ירדו גשמים רבים והנחל סחף את הגשר.",
        "איש לא ידע מי צלצל בפעמון באמצע הלילה.",
        "בקשות יש להגיש למשרד בצירוף צילום תעודה.",
        "מאחורי הטחנה התחיל שביל צר שעלה אל ההר.",
    ],
}
"""Sentences by language; `{n}` is a number."""

_SCRIPTS = {
    "ru": "cyrillic",
    "el": "greek",
    "ar": "arabic",
    "hi": "devanagari",
    "ja": "kana",
    "zh": "han",
    "ko": "hangul",
    "he": "hebrew",
}
LATIN = ("en", "pt", "de", "fr", "es", "it")

GOODS: dict[str, list[str]] = {
    "en": [
        *("ink, black", "rope, tarred", "lamp oil", "window glass", "nails, cut", "oak planks"),
        *("blankets, wool", "flour, fine", "salt cod", "copper wire", "slates", "hinges, brass"),
        *("sealing wax", "canvas", "candles", "writing paper", "harness", "iron stove"),
    ],
    "pt": [
        *("café moído", "farinha de mandioca", "sabão em barra", "querosene", "arame liso"),
        *("telha francesa", "açúcar mascavo", "prego caibral", "feijão preto", "corda de sisal"),
        *("vela de cera", "papel almaço", "ferradura", "toucinho", "sal grosso", "lona crua"),
    ],
    "de": [
        *("Schrauben M8", "Dachlatten", "Leinöl", "Zement", "Fensterkitt", "Kupferrohr"),
        *("Unterlegscheiben", "Schmierfett", "Glaswolle", "Türband", "Dübel 10 mm", "Sägeblatt"),
        *("Schleifpapier", "Wandfarbe", "Holzleim", "Kabelbinder", "Steckdose", "Lötzinn"),
    ],
    "fr": [
        *("farine bise", "huile de lin", "clous forgés", "savon noir", "toile écrue", "sel gris"),
        *("bougies", "chanvre peigné", "vitres", "charbon de bois", "vin rouge", "ardoises"),
        *("plâtre fin", "cire d'abeille", "ficelle", "papier peint", "charnières", "vinaigre"),
    ],
    "es": [
        *("aceite de oliva", "harina", "clavos", "jabón", "cal viva", "alambre de cobre"),
        *("tejas", "velas", "azúcar", "bacalao", "lona", "cuerda de esparto"),
        *("yeso", "vidrio plano", "arroz", "tinta negra", "bisagras", "carbón"),
    ],
    "it": [
        *("farina", "olio", "chiodi", "sapone", "calce spenta", "tegole"),
        *("candele", "zucchero", "baccalà", "tela grezza", "filo di rame", "gesso"),
        *("vetro", "riso", "inchiostro", "cerniere", "carbone", "cera"),
    ],
}
PEOPLE = [
    *("Ana Prates", "Jonas Feld", "Marie Aubin", "Luis Ibarra", "Carla Denti", "Tom Wexley"),
    *("Ruth Adler", "Ivo Santoro", "Elsa Brandt", "Hugo Lenoir", "Nora Quill", "Pilar Osuna"),
    *("Kenji Mori", "Olga Zimina", "Omar Saleh", "Priya Nair", "Ewa Kowal", "Bento Reis"),
]


def lead(rng: Random, lang: str, low: int = 110, high: int = 2200) -> str:
    """Clean text of about `low` to `high` characters, in paragraphs, no sentence twice."""
    wanted = round(low * (high / low) ** rng.random())
    chosen = SENTENCES[lang][:]
    rng.shuffle(chosen)
    space = "" if lang in ("ja", "zh") else " "
    out = ""
    for sentence in chosen:
        if len(out) >= wanted:
            break
        out += sentence.replace("{n}", str(rng.randrange(12, 1990)))
        out += "\n\n" if rng.random() < 0.25 else space
    if lang == "pt" and len(out) < wanted:
        out += m.prose(rng, wanted - len(out))
    elif lang in _SCRIPTS and len(out) < wanted:
        out += m.script_prose(rng, _SCRIPTS[lang], wanted - len(out))
    return out.strip() + "\n\n"


def goods(rng: Random, lang: str, n: int) -> list[str]:
    """Up to `n` different goods."""
    return rng.sample(GOODS[lang], min(n, len(GOODS[lang])))
