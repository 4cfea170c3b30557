"""Sentences, names and openings in many languages for counters of the blind split."""

from collections.abc import Callable, Iterator
from itertools import count
from random import Random

from degeneration import material as m
from degeneration.build import log_uniform


def split(text: str) -> list[str]:
    return text.split()


NAMES: dict[str, list[str]] = {
    "en": split("Ashdown Mercer Holloway Tilney Brandt Pryce Okafor Lindqvist Garrow Whitby"),
    "pt": split("Abrantes Figueiredo Teles Mourão Sequeira Bittencourt Lacerda Paranhos Vidigal"),
    "es": split("Quiroga Benavides Salcedo Urrutia Montero Palacios Iriarte Cordero Zamora"),
    "fr": split("Delorme Vasseur Chastain Rigaud Lemoine Perrault Aubry Marchand Tessier"),
    "de": split("Hartwig Kessler Brunner Lindner Vogelsang Reuter Stahl Oberhofer Dietz"),
    "it": split("Bellandi Corsini Tornabuoni Rinaldi Malaspina Gherardi Lupi Ferraris"),
    "pl": split("Wolski Jaworska Kaliński Sikora Zaremba Morawska Dudek Bielak Gajda"),
    "ru": split("Ларин Воронцов Мельников Зотов Громова Астафьев Кулагин Рябинина Белов"),
    "tr": split("Yılmaz Karaca Özbek Demirci Aksoy Taşkın Erdem Sönmez Kılıç"),
    "ja": split("松岡 西村 高瀬 黒木 藤原 長谷川 水野 石橋 大塚"),
    "zh": split("陈立群 王秀兰 周德明 孙玉梅 林国栋 何志远 郭晓燕 许文涛"),
    "ko": split("김태식 이은주 박성호 정미란 최동욱 한수진 오재민 윤희정"),
    "ar": split("الحسيني النجار القاسمي العطار المصري الخطيب الزهراني البغدادي"),
    "hi": split("वर्मा त्रिपाठी चौहान मिश्रा देशमुख सक्सेना यादव भट्ट"),
    "id": split("Santoso Wibowo Lestari Hidayat Pratama Kusuma Siregar Nugroho"),
}
PLACES: dict[str, list[str]] = {
    "en": split("Harwick Dunmere Saltby Oldcastle Penrose Kettering Larne Thurso"),
    "pt": split("Caeté Alcobaça Itaqui Penedo Mariana Olhão Cachoeira Araxá"),
    "es": split("Valdehermoso Arenales Tocopilla Mérida Cuenca Salta Jerez Potosí"),
    "fr": split("Montbrison Saint-Léger Vierzon Redon Aubusson Quimper Figeac"),
    "de": split("Altenburg Neukirchen Weiden Lauenau Görlitz Rottweil Husum"),
    "it": split("Montefalco Orvieto Castelnuovo Bassano Lucera Vasto Ivrea"),
    "pl": split("Sandomierz Łomża Gniezno Zamość Tarnów Sieradz Kutno"),
    "ru": split("Калуге Вятке Ельце Рыбинске Твери Сызрани Муроме"),
    "tr": split("Kastamonu Ayvalık Sivas Bergama Tokat Mardin Ünye"),
    "ja": split("長岡 松江 弘前 飯田 尾道 酒田 八代"),
    "zh": split("临江 绍兴 南安 保定 宜宾 泰州 大理"),
    "ko": split("강릉 목포 영주 남원 충주 통영 속초"),
    "ar": split("الموصل طنطا حلب صفاقس البصرة تعز نابلس"),
    "hi": split("कानपुर उज्जैन झाँसी रीवा पटना अजमेर नासिक"),
    "id": split("Cirebon Magelang Bukittinggi Kediri Banjar Ambon Kupang"),
}
# {a} is a name, {p} a place, {y} a year and {n} a number.
SENTENCES: dict[str, list[str]] = {
    "en": [
        "The committee met at {p} on a wet Thursday in {y} and heard {a} on the state of the pier.",
        "Of the {n} barrels landed that week, fewer than half were fit for sale.",
        "Mrs {a} kept the keys of the reading room until her removal to {p}.",
        "A survey made in {y} shows the north wall already leaning by several inches.",
        "Nobody could say afterwards who had ordered the lamps to be put out.",
        "Revenue rose by {n} thousand over the previous period, chiefly on account of freight.",
        "We thank the librarian at {p}, without whom this volume would not have been finished.",
        "The drawings by {a} were lost in the fire and are known from a single photograph.",
        "Payment is due within thirty days unless another term has been agreed in writing.",
        "In spring the road to {p} is often closed, and letters go round by the coast.",
        "The sample was dried, weighed twice and stored below {n} degrees.",
        "As {a} argued in {y}, the older map is the more reliable one.",
        "Visitors are kindly asked to leave umbrellas with the porter.",
        "Two of the witnesses contradicted each other about the colour of the cart.",
        "This chapter describes how the instrument is assembled and what may go wrong.",
        "The school had {n} pupils then, and a stove that smoked whenever the wind was east.",
    ],
    "pt": [
        "A câmara de {p} autorizou em {y} o calçamento da rua que desce para o porto.",
        "Dona {a} guardava as chaves da capela e não as emprestava a ninguém.",
        "Dos {n} fardos descarregados naquela manhã, quatro chegaram molhados.",
        "O relatório do engenheiro {a} recomenda que a ponte seja refeita em pedra.",
        "Segundo o inventário, faltavam um relógio de parede e duas cadeiras de palhinha.",
        "A segunda edição corrige erros da primeira e acrescenta um índice de nomes.",
        "O pagamento deverá ser efetuado em até {n} dias após o recebimento da fatura.",
        "Depois de {y}, quase toda a gente de {p} vivia da pesca ou do sal.",
        "Ninguém soube dizer quem mandara apagar os lampiões.",
        "No verso da folha há um esboço a lápis, já muito apagado.",
        "A amostra foi seca em estufa e pesada duas vezes.",
    ],
    "es": [
        "El ayuntamiento de {p} aprobó en {y} la compra de la casa contigua al mercado.",
        "Don {a} declaró no haber visto a nadie cerca del molino aquella noche.",
        "Se entregaron {n} sacos de harina, todos ellos en buen estado.",
        "La segunda edición corrige numerosas erratas y añade un índice de lugares.",
        "Los vecinos se quejaron del ruido y pidieron que se cerrara el taller.",
        "Hacia {y} apenas quedaban pescadores en la ribera de {p}.",
        "El informe de {a} llegó tarde y nadie lo leyó entero.",
        "Conviene guardar las semillas en un lugar seco y oscuro.",
        "Según el inventario, faltaban dos candelabros y una mesa de nogal.",
        "El tren de la tarde salió con {n} minutos de retraso por causa de la nieve.",
        "Ninguna de las cartas lleva firma, pero la letra es inconfundible.",
    ],
    "fr": [
        "Le conseil municipal de {p} se réunit au printemps de {y} sous la présidence de M. {a}.",
        "On compta {n} gerbes avant l'orage, puis plus personne ne voulut sortir.",
        "La lettre ne porte ni date ni signature, mais l'écriture est celle de {a}.",
        "Les travaux du canal furent interrompus faute de pierre.",
        "Au rez-de-chaussée se trouvait une imprimerie dont il ne reste rien.",
        "Il fallait alors deux jours de marche pour gagner {p}.",
        "Cette édition reproduit le texte de {y} sans en moderniser l'orthographe.",
        "Les prix s'entendent hors taxes et sans engagement de notre part.",
        "Madame {a} légua sa bibliothèque à l'hospice.",
        "Le rapport fait état de {n} réclamations, presque toutes fondées.",
        "Personne ne se souvenait d'avoir vu la rivière aussi basse.",
    ],
    "de": [
        "Im Herbst {y} zog die Familie {a} aus {p} in die Kreisstadt.",
        "Von den {n} gelieferten Kisten waren drei beschädigt.",
        "Der Vorsitzende eröffnete die Sitzung und verlas den Bericht des Kassenwarts.",
        "Über die Brücke bei {p} ging damals kaum jemand nach Einbruch der Dunkelheit.",
        "Die zweite Auflage wurde durchgesehen und um ein Register ergänzt.",
        "Frau {a} widersprach, doch das Protokoll erwähnt es nicht.",
        "Bei Frost ist der Hahn zu schließen und die Leitung zu entleeren.",
        "Seit {y} besteht in der alten Mühle ein kleines Museum.",
        "Die Anlage leistet rund {n} Kilowatt und läuft ohne Aufsicht.",
        "Auf der Rückseite des Blattes findet sich eine flüchtige Skizze des Turms.",
        "Nach dem Essen las man gemeinsam die Zeitung.",
    ],
    "it": [
        "Nel {y} il signor {a} aprì a {p} una bottega di orologi.",
        "Furono consegnate {n} balle di lana, pagate in contanti.",
        "Il verbale non dice chi prese la parola dopo il sindaco.",
        "La strada per {p} era interrotta da una frana e si passava per il bosco.",
        "Questa ristampa conserva le note della prima edizione.",
        "Donna {a} non volle mai vendere il podere.",
        "Si prega di conservare lo scontrino fino all'uscita.",
        "Dopo il {y} il mulino fu usato come granaio.",
        "Il campione pesava {n} grammi prima dell'essiccazione.",
        "Nessuno dei ragazzi sapeva nuotare, eppure andavano al fiume ogni sera.",
    ],
    "pl": [
        "W {y} roku rodzina {a} przeniosła się w okolice miasta {p}.",
        "Dostarczono {n} skrzyń, z których kilka było uszkodzonych.",
        "Przewodniczący odczytał sprawozdanie i zamknął posiedzenie.",
        "Drugie wydanie uzupełniono o skorowidz nazwisk.",
        "Nikt nie pamiętał, kto pierwszy zauważył ogień.",
        "Most był tak wąski, że wozy musiały czekać po obu stronach rzeki.",
        "Zeznania świadków różnią się co do godziny i koloru powozu.",
        "Od {y} roku w starym młynie mieści się szkoła.",
        "Opłatę należy uiścić w terminie {n} dni od otrzymania wezwania.",
        "Wieczorem czytano gazety na głos, zwykle przy jednej lampie.",
    ],
    "ru": [
        "В {y} году семья жила в {p}, в доме у самой реки.",
        "Из {n} ящиков, доставленных на склад, три оказались повреждены.",
        "Председатель зачитал отчёт, после чего заседание было закрыто.",
        "Никто не помнил, кто первым заметил дым над крышей.",
        "{a} возражал, но в протоколе об этом не сказано ни слова.",
        "Второе издание исправлено и дополнено указателем имён.",
        "Весной дорога становилась непроезжей, и почту возили в объезд.",
        "Рукопись хранится в {p} и до сих пор полностью не напечатана.",
        "Оплата производится в течение {n} дней со дня получения счёта.",
        "По вечерам читали вслух, обычно при одной лампе.",
        "На обороте листа сделан беглый набросок башни.",
    ],
    "tr": [
        "{y} yılında {a} ailesi {p} kasabasına taşındı.",
        "Gelen {n} sandıktan yalnızca birkaçı hasarlıydı.",
        "Başkan raporu okudu ve toplantıyı kapattı.",
        "Dumanı ilk kimin gördüğünü kimse hatırlamıyordu.",
        "İkinci baskıya bir adlar dizini eklendi.",
        "Köprü o kadar dardı ki arabalar sırayla geçerdi.",
        "Ödeme, faturanın alınmasından itibaren {n} gün içinde yapılır.",
        "Eski değirmen {y} yılından beri okul olarak kullanılıyor.",
        "Mektupta tarih yok, ama yazının {a} tarafından yazıldığı belli.",
        "Akşamları gazete yüksek sesle okunurdu.",
    ],
    "ja": [
        "{y}年の秋、{a}家は{p}へ移り住んだ。",
        "届いた木箱{n}個のうち、三つが破損していた。",
        "委員長が報告書を読み上げ、会議は閉会となった。",
        "最初に煙に気づいたのが誰だったのか、誰も覚えていない。",
        "第二版では人名索引を加え、誤植を改めた。",
        "橋が狭いため、荷車は両岸で順番を待たねばならなかった。",
        "代金は請求書を受け取ってから{n}日以内にお支払いください。",
        "古い水車小屋は今では小さな資料館になっている。",
        "{a}は反対したが、議事録にはその記載がない。",
        "春になると{p}への道は雪解けで通れなくなる。",
        "紙の裏には塔の素描が薄く残っている。",
        "試料は乾燥させたのち二度計量した。",
    ],
    "zh": [
        "{y}年秋天,{a}一家迁居{p},住在河边的老屋里。",
        "运到仓库的{n}只木箱中,有三只已经破损。",
        "主席宣读了报告,随后宣布散会。",
        "没有人记得是谁最先看见屋顶上的烟。",
        "第二版改正了若干错字,并增加了人名索引。",
        "桥面很窄,车辆只能轮流通过。",
        "请在收到账单后{n}日内付清全部款项。",
        "旧磨坊如今改成了一座小博物馆。",
        "{a}曾提出异议,但会议记录中没有写明。",
        "每到春天,通往{p}的道路常因融雪而中断。",
        "信上没有日期,也没有署名。",
        "样品烘干以后称量了两次,结果相差无几。",
    ],
    "ko": [
        "{y}년 가을, {a} 씨 가족은 {p}(으)로 이사하였다.",
        "창고에 도착한 상자 {n}개 가운데 세 개가 파손되어 있었다.",
        "위원장이 보고서를 낭독한 뒤 회의를 마쳤다.",
        "지붕 위의 연기를 누가 먼저 보았는지 아무도 기억하지 못했다.",
        "제이판에서는 오자를 바로잡고 인명 색인을 덧붙였다.",
        "다리가 좁아서 수레들은 차례를 기다려야 했다.",
        "대금은 청구서를 받은 날부터 {n}일 이내에 납부하여야 한다.",
        "오래된 방앗간은 지금 작은 박물관으로 쓰인다.",
        "{a} 씨는 반대하였으나 회의록에는 적혀 있지 않다.",
        "봄이면 {p}(으)로 가는 길이 자주 끊겼다.",
    ],
    "ar": [
        "في خريف عام {y} انتقلت أسرة {a} إلى مدينة {p}.",
        "وصل إلى المخزن {n} صندوقا كان بعضها مكسورا.",
        "قرأ الرئيس التقرير ثم أعلن انتهاء الجلسة.",
        "لم يتذكر أحد من كان أول من رأى الدخان فوق السطح.",
        "أضيف إلى الطبعة الثانية فهرس للأعلام وصححت الأخطاء.",
        "كان الجسر ضيقا فكانت العربات تنتظر دورها.",
        "يسدد المبلغ خلال {n} يوما من تاريخ استلام الفاتورة.",
        "تحولت الطاحونة القديمة إلى متحف صغير.",
        "اعترض السيد {a} لكن المحضر لا يذكر ذلك.",
        "كانت الطريق إلى {p} تنقطع في الربيع.",
    ],
    "hi": [
        "सन {y} में {a} परिवार {p} आकर बस गया।",
        "गोदाम में पहुँचे {n} बक्सों में से तीन टूटे हुए थे।",
        "अध्यक्ष ने रिपोर्ट पढ़ी और सभा समाप्त कर दी।",
        "किसी को याद नहीं था कि धुआँ सबसे पहले किसने देखा।",
        "दूसरे संस्करण में नामों की सूची जोड़ी गई है।",
        "पुल इतना सँकरा था कि गाड़ियाँ बारी-बारी से निकलती थीं।",
        "बिल मिलने के {n} दिनों के भीतर भुगतान करना होगा।",
        "पुरानी चक्की में अब एक छोटा संग्रहालय है।",
        "श्री {a} ने विरोध किया, पर कार्यवृत्त में इसका उल्लेख नहीं है।",
        "वसंत में {p} जाने वाला रास्ता अक्सर बंद रहता था।",
    ],
    "id": [
        "Pada tahun {y} keluarga {a} pindah ke {p} dan membuka toko kecil.",
        "Dari {n} peti yang tiba di gudang, tiga di antaranya rusak.",
        "Ketua membacakan laporan lalu menutup rapat.",
        "Tidak seorang pun ingat siapa yang pertama kali melihat asap.",
        "Edisi kedua dilengkapi dengan indeks nama.",
        "Jembatan itu sempit sehingga gerobak harus bergantian.",
        "Pembayaran dilakukan paling lambat {n} hari setelah tagihan diterima.",
        "Penggilingan tua itu kini menjadi museum.",
        "Pak {a} keberatan, tetapi notulen tidak mencatatnya.",
        "Setiap musim hujan jalan ke {p} terputus.",
    ],
}
LEADING: dict[str, list[str]] = {
    "en": ["The full list follows.", "Appendix B", "Transcription of the remaining leaves:"],
    "pt": ["Segue a relação completa:", "Anexo III", "Transcrição das folhas restantes"],
    "es": ["A continuación, la lista completa:", "Anexo II", "Relación de asientos"],
    "fr": ["La liste complète est la suivante :", "Annexe IV", "Suite du registre"],
    "de": ["Es folgt die vollständige Aufstellung:", "Anhang B", "Fortsetzung"],
    "it": ["Segue l'elenco completo:", "Allegato C", "Continua dal foglio precedente"],
    "pl": ["Pełny wykaz poniżej:", "Załącznik nr 2", "Ciąg dalszy"],
    "ru": ["Полный перечень приводится ниже:", "Приложение", "Продолжение"],
    "tr": ["Tam liste aşağıdadır:", "Ek 4", "Devamı"],
    "ja": ["以下に全文を掲げる。", "別紙二", "続き"],
    "zh": ["全文如下:", "附录二", "续表"],
    "ko": ["전체 목록은 다음과 같다.", "별첨", "계속"],
    "ar": ["القائمة الكاملة فيما يلي:", "ملحق", "تتمة"],
    "hi": ["पूरी सूची नीचे दी गई है:", "परिशिष्ट", "आगे"],
    "id": ["Daftar lengkapnya sebagai berikut:", "Lampiran", "Sambungan"],
}
LANGUAGES = list(SENTENCES)
LATIN = ["en", "es", "fr", "de", "it", "pl", "tr", "id"]


def sentences(rng: Random, lang: str) -> list[str]:
    """All sentences of a language in any order, their blanks filled in; none comes twice."""
    out = []
    for form in rng.sample(SENTENCES[lang], len(SENTENCES[lang])):
        out.append(
            form.format(
                a=rng.choice(NAMES[lang]),
                p=rng.choice(PLACES[lang]),
                y=rng.randint(1788, 2023),
                n=rng.randint(11, 980),
            )
        )
    return out


def prose(rng: Random, lang: str, chars: int = 0) -> str:
    """Running text of at least 130 characters, about `chars` where the material reaches."""
    chars = max(130, chars or log_uniform(rng, 150, 2400))
    if lang == "pt" and rng.random() < 0.3:
        return m.prose(rng, chars).rstrip()
    between = "" if lang in ("ja", "zh") else " "
    out = ""
    for sentence in sentences(rng, lang):
        if len(out) >= chars:
            break
        out += ("" if not out else "\n\n" if rng.random() < 0.2 else between) + sentence
    return out


def table(rng: Random, lang: str) -> str:
    """A short honest table or list of names, places and sums, none of them in any order."""
    names = rng.sample(NAMES[lang], rng.randint(3, 7))
    row = rng.choice(("| {} | {} | {} |", "{}\t{}\t{}", "- {} ({}): {}", "{}, {} . . . {}"))
    return "\n".join(row.format(name, rng.choice(PLACES[lang]), m.money(rng)) for name in names)


def opening(rng: Random, lang: str, heading: str = "") -> str:
    """A page's beginning: prose and at times a table or what leads to a list, then a blank line."""
    text = prose(rng, lang)
    if rng.random() < 0.25:
        text += "\n\n" + table(rng, lang)
    if rng.random() < 0.35:
        text += "\n\n" + rng.choice(LEADING[lang])
    if heading:
        mark = rng.choice(("", "", "# ", "## ", "**"))
        heading = f"{mark}{heading}{'**' if mark == '**' else ''}"
        text = f"{heading}\n\n{text}"
    elif rng.random() < 0.2:
        text = f"{rng.randint(2, 410)}\n\n{text}"
    return text + "\n\n"


def first(rng: Random) -> int:
    """Where counting starts: often at one, else small, else anywhere."""
    return rng.choice((1, 1, rng.randint(2, 40), log_uniform(rng, 40, 6000)))


def step(rng: Random) -> int:
    return rng.choices((1, 2, 5, 10), (80, 9, 6, 5))[0]


def counted(row: Callable[[int], str], start: int, by: int = 1) -> Iterator[str]:
    """One unit for each number, without end."""
    return (row(n) for n in count(start, by))


def pick(rng: Random, table: dict[str, list[str]]) -> tuple[str, str]:
    """A language and one of its entries."""
    lang = rng.choice(list(table))
    return lang, rng.choice(table[lang])


def made_up(rng: Random) -> str:
    """A lowercase identifier of plain letters, for code and keys."""
    syllables = "ba cor del fen gri hal ino jus kel lor mar nep ost pru qui ran sel tor urb vex"
    return "".join(rng.choices(syllables.split(), k=rng.randint(2, 3)))
