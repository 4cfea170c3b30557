"""Sentences that may be worded in several ways, in many languages: `[a|b]` is one of several."""

REWORDED: list[tuple[str, str]] = [
    (
        "en",
        "[The|This|Our] [old|ancient|former] [house|cottage|building] [stands|lies|is found] "
        "[near|beside|close to] the [river|stream|water], [where|in which place] the "
        "[children|young ones|boys] [play|gather|meet] every [evening|afternoon|day].",
    ),
    (
        "en",
        "[It is|It's] [important|essential|worth remembering] that the [patient|person|user] "
        "[should|must|ought to] [drink|take|have] [enough|sufficient|plenty of] water "
        "[during|throughout|over] the [day|treatment|whole period].",
    ),
    (
        "es",
        "[El|Este|Nuestro] [camino|sendero] [largo|viejo|estrecho] [lleva|conduce|llega] a la "
        "[ermita|iglesia|capilla], donde [los vecinos|las gentes|los fieles] [rezan|se reúnen] "
        "[cada domingo|todas las tardes|los días de fiesta].",
    ),
    (
        "fr",
        "[Cette|La|Notre] [vieille|petite|grande] [maison|ferme|bâtisse] [se trouve|est située] "
        "[près de|à côté de|non loin de] la [rivière|forêt], où [les enfants|les gens] "
        "[jouent|se promènent|se retrouvent] [chaque soir|tous les jours|le dimanche].",
    ),
    (
        "de",
        "[Das|Dieses|Unser] [alte|kleine|graue] [Haus|Gebäude|Gehöft] [steht|liegt|befindet sich] "
        "[nahe am|dicht am|am] [Fluss|Wasser|Ufer], wo [die Kinder|die Leute] [jeden Abend|täglich|"
        "am Sonntag] [spielen|sich treffen|zusammenkommen].",
    ),
    (
        "it",
        "[La|Questa|Nostra] [vecchia|piccola|antica] [casa|cascina|villa] [si trova|sorge|è posta] "
        "[vicino al|accanto al|presso il] fiume, dove [i ragazzi|i bambini] [giocano|si trovano] "
        "[ogni sera|tutti i giorni|la domenica].",
    ),
    (
        "pt",
        "[O|Este|O nosso] [estudo|trabalho|relatório] [mostra|demonstra|indica] que [os resultados|"
        "os dados|as medidas] são [importantes|relevantes|úteis] para [a área|o setor|o campo] e "
        "[podem|devem] ser [usados|aplicados|aproveitados] [na prática|em breve|no futuro].",
    ),
    (
        "ru",
        "[Этот|Наш|Тот] [старый|большой|серый] [дом|сарай|двор] [стоит|находится] [у реки|у воды|"
        "за рекой], где [дети|люди|соседи] [играют|собираются|гуляют] [каждый вечер|каждый день].",
    ),
    (
        "el",
        "[Το|Αυτό το] [παλιό|μικρό|μεγάλο] [σπίτι|κτίριο] [βρίσκεται|είναι] [κοντά στο|δίπλα στο] "
        "ποτάμι, όπου [τα παιδιά|οι γείτονες] [παίζουν|μαζεύονται] [κάθε βράδυ|κάθε μέρα].",
    ),
    (
        "zh",
        "[这座|那座|我们的][老|旧|古老的][房子|屋子|建筑][位于|在|坐落在][河边|江边|水边],"
        "[孩子们|人们|村民][每天|每晚|常常]在那里[玩耍|聚会|散步]。",
    ),
    (
        "ja",
        "[この|その|あの][古い|小さな|大きな][家|建物|小屋]は[川の近く|川のそば|水辺]に[あります|"
        "建っています]，[子供たち|人々]は[毎日|毎晩|夕方に]そこで[遊びます|集まります]。",
    ),
    (
        "hi",
        "[यह|वह|हमारा] [पुराना|छोटा|बड़ा] [घर|मकान|भवन] [नदी के पास|नदी के किनारे|पानी के पास] है, "
        "जहाँ [बच्चे|लोग] [हर शाम|हर दिन|रोज़] [खेलते हैं|मिलते हैं|आते हैं]।",
    ),
]

MEANINGS: list[dict[str, str]] = [
    {
        "English": "The door was left open and the wind blew out the lamp.",
        "Português": "A porta ficou aberta e o vento apagou o lampião.",
        "Español": "La puerta quedó abierta y el viento apagó la lámpara.",
        "Français": "La porte était restée ouverte et le vent a éteint la lampe.",
        "Deutsch": "Die Tür stand offen, und der Wind löschte die Lampe.",
        "Русский": "Дверь осталась открытой, и ветер задул лампу.",
        "中文": "门一直开着，风把灯吹灭了。",
        "日本語": "戸が開いたままで、風が灯りを消した。",
    },
    {
        "English": "Please send me the bill before the end of the month.",
        "Italiano": "La prego di mandarmi il conto prima della fine del mese.",
        "Português": "Peço que me envie a conta antes do fim do mês.",
        "Français": "Veuillez m'envoyer la facture avant la fin du mois.",
        "Ελληνικά": "Παρακαλώ στείλτε μου τον λογαριασμό πριν από το τέλος του μήνα.",
        "Polski": "Proszę przysłać mi rachunek przed końcem miesiąca.",
        "العربية": "أرجو أن ترسل لي الفاتورة قبل نهاية الشهر.",
        "हिन्दी": "कृपया महीने के अंत से पहले मुझे बिल भेज दें।",
    },
    {
        "English": "My brother works in the harbour and comes home late.",
        "Deutsch": "Mein Bruder arbeitet im Hafen und kommt spät nach Hause.",
        "Español": "Mi hermano trabaja en el puerto y vuelve tarde a casa.",
        "Italiano": "Mio fratello lavora al porto e torna a casa tardi.",
        "Polski": "Mój brat pracuje w porcie i późno wraca do domu.",
        "Русский": "Мой брат работает в порту и поздно приходит домой.",
        "中文": "我哥哥在港口工作，很晚才回家。",
    },
]

DOUBTS: list[tuple[str, str, list[str]]] = [
    # language, sums as they are asked, what is thought again and again
    (
        "en",
        "The question asks how many crates remain when {a} are taken from {c}.",
        [
            "[Wait|Hmm|Hold on|Actually], [let me check|let me verify|I should check] that "
            "[again|once more|one more time].",
            "[We have|There are|So we start with] {c} crates and {a} [are taken|leave|go], so {b} "
            "[remain|are left|stay].",
            "[But|However|Though], [does the question|did they] [mean|ask for] the [crates|rest] "
            "that [remain|were taken]?",
            "[So|Therefore|Thus] the answer [is|should be|must be] {b}.",
        ],
    ),
    (
        "pt",
        "O enunciado pergunta quantas caixas sobram quando se tiram {a} de {c}.",
        [
            "[Espera|Hum|Na verdade], [deixa eu conferir|vou verificar|preciso checar] "
            "[de novo|outra vez|mais uma vez].",
            "[São|Temos|Havia] {c} caixas e [saem|tiram-se|foram tiradas] {a}, [logo|então] sobram "
            "{b}.",
            "[Mas|Porém] [será que|talvez] o enunciado [peça|queira] as que [saíram|sobraram]?",
            "[Portanto|Então|Logo] a resposta [é|deve ser] {b}.",
        ],
    ),
    (
        "de",
        "Gefragt ist, wie viele Kisten bleiben, wenn man {a} von {c} wegnimmt.",
        [
            "[Moment|Warte|Hm], [ich prüfe|ich rechne] das [noch einmal|lieber nochmal|erneut].",
            "[Es sind|Wir haben] {c} Kisten, {a} [gehen weg|fallen weg], [also|somit] bleiben {b}.",
            "[Aber|Oder] [ist|war] [vielleicht|etwa] die Zahl der [fehlenden|übrigen] gesucht?",
            "[Also|Somit|Daher] [lautet|ist] die Antwort {b}.",
        ],
    ),
    (
        "zh",
        "题目问从{c}箱中取走{a}箱后还剩多少箱。",
        [
            "[等等|不对|嗯]，[让我|我][再检查|重新算|再确认]一[遍|下|次]。",
            "[一共|总共|原来]有{c}箱，[取走|拿走]{a}箱，[所以|因此][还剩|剩下]{b}箱。",
            "[但是|不过]，题目[问的|要的][是不是|会不会是][取走|剩下]的箱数？",
            "[所以|因此]答案[是|应该是]{b}。",
        ],
    ),
]
