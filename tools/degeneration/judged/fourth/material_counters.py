"""What the blind counters are made of: words in fifteen languages, numerals, and forms to fill in.

A form is a line of text with slots such as `[[name]]`, drawn once for each text, and `[[n:03]]`,
which counts. That keeps the kinds in tables that can be read as what they are: lines of output.
"""

import datetime as dt
import re
from collections.abc import Callable
from functools import partial
from itertools import count
from random import Random
from typing import NamedTuple

from degeneration import material as m
from degeneration.build import log_uniform
from degeneration.sample import Ending, Loop, PositiveKind

_SLOT = re.compile(r"\[\[([a-z]+)(\d?)(?::([^\]]*))?\]\]")
_HONEST_ROWS = 6
_ENDINGS: tuple[Ending, ...] = ("tail", "stray", "closed", "recovered")

Series = Callable[[Random, str], dict[str, Callable[[int], object]]]


class _Language(NamedTuple):
    names: list[str]
    places: list[str]
    nouns: list[str]
    prose: list[str]
    script: str


def _language(names: str, places: str, nouns: str, prose: str, script: str = "") -> _Language:
    sentences = " ".join(prose.split()).split("|")
    return _Language(names.split("|"), places.split("|"), nouns.split("|"), sentences, script)


LANGUAGES: dict[str, _Language] = {
    "en": _language(
        "Mary Holloway|Thos. Pickering|J. R. Whitcombe|Agnes Dunmore|Samuel Tidd|Eliza Marchbanks",
        "Leeds|Harrow Lane|Port Stanley|Aberdeen|Kettering|New Bedford",
        "water meter|annual report|wooden chair|oats, per bushel|church tower|cotton thread|oil"
        "|freight charge|copper wire|minutes of the meeting|garden wall|spare part|rye flour",
        """The committee met on the first floor and nobody took the chair.|In [[year]] the harbour
        froze for the second time in living memory.|[[name]] of [[place]] paid the rent in arrears
        and asked for a receipt.|No evidence of damp was found behind the panelling.|Prices rose
        sharply after the harvest failed in the eastern counties.|The instrument should be read
        at eye level, away from direct sunlight.|Her letter, dated [[year]], mentions neither the
        sale nor the lawsuit.|Two thirds of the sample came from households without a car.
        |Drainage was completed under the direction of [[name]].|What follows is copied from the
        original ledger, page [[num]].""",
    ),
    "pt": _language(
        "Manoel Antunes|Rita de Cássia Prado|José Bonifácio Leal|Inês Quaresma|Firmino Brandão",
        "Ouro Preto|São João del-Rei|Coimbra|Recife|Vila Nova de Gaia|Pelotas",
        "saca de café|selo de correio|taxa de expediente|livro de batismos|cadeira de palha|óleo"
        "|conta de luz|escritura pública|arroz agulhinha|frete marítimo|ata da sessão",
        """A sessão foi aberta às nove horas com a presença dos vereadores.|Em [[year]] a enchente
        levou a ponte e metade do mercado.|[[name]] requereu a segunda via do documento.|O laudo
        não aponta defeito na estrutura do telhado.|Os preços subiram depois da seca no sertão.
        |Recomenda-se guardar o produto em lugar fresco e arejado.|A carta de [[place]] chegou com
        o lacre quebrado.|O professor leu o poema em voz alta e pediu silêncio.|Consta à folha
        [[num]] a assinatura de [[name]].""",
    ),
    "es": _language(
        "Dolores Ibarra|Ramón Etxeberria|Pilar Quintana|Hno. Anselmo Ruiz|Lucía Montalvo",
        "Salamanca|Puerto Montt|Oaxaca|Vigo|Arequipa|Cuenca",
        "fanega de trigo|acta notarial|cuota mensual|libro de cuentas|silla de montar|vela de sebo"
        "|aceite de oliva|recibo de agua|mesa de pino|derechos de aduana|tela cruda",
        """El alcalde leyó el bando ante los vecinos reunidos en la plaza.|Desde [[year]] no se
        recordaba una helada semejante.|[[name]], natural de [[place]], declaró no saber firmar.
        |Conviene agitar el frasco antes de cada toma.|La cosecha se perdió casi por completo en
        los valles altos.|El expediente número [[num]] quedó sin resolver.|Nadie contestó a la
        carta que enviaron desde [[place]].|Los alumnos copiaron el dictado sin levantar la
        vista.|Se adjunta el plano de la finca con sus linderos.""",
    ),
    "fr": _language(
        "Honorine Lefèvre|Gaston Tricot|Abbé Delmas|Sœur Clotilde|Théophile Garrigue",
        "Nîmes|Saint-Malo|Trois-Rivières|Verdun|La Rochelle|Liège",
        "boisseau de blé|procès-verbal|taxe de séjour|registre paroissial|chaise en paille|huile"
        "|facture d'eau|drap de lin|bois de chauffage|frais de port|timbre fiscal",
        """Le conseil s'est réuni en séance ordinaire à la mairie.|En [[year]], la foudre tomba sur
        le clocher pendant les vêpres.|[[name]], demeurant à [[place]], a reconnu la dette.|On
        n'a relevé aucune fissure dans la voûte.|Le prix du pain doubla entre l'automne et la
        moisson.|Laisser reposer la pâte une heure sous un linge humide.|La pièce [[num]] du
        dossier n'est pas datée.|Sa réponse tenait en deux lignes et ne disait rien.""",
    ),
    "de": _language(
        "Frieda Oberländer|Gottlieb Hauser|Wilhelmine Kröger|Pfarrer Lenz|Anton Zschokke",
        "Görlitz|Bad Tölz|Chur|Osnabrück|Klagenfurt|Stralsund",
        "Scheffel Roggen|Sitzungsprotokoll|Grundgebühr|Taufregister|Holzstuhl|Lampenöl|Kupferdraht"
        "|Wasserrechnung|Leinentuch|Frachtkosten|Stempelmarke|Ersatzteil",
        """Die Sitzung wurde um neun Uhr durch den Vorsitzenden eröffnet.|Im Jahre [[year]] brannte
        die Mühle bis auf die Grundmauern nieder.|[[name]] aus [[place]] bat um Aufschub der
        Zahlung.|Ein Mangel am Dachstuhl konnte nicht festgestellt werden.|Nach der Missernte
        stiegen die Preise rasch.|Das Gerät ist vor jeder Messung zu eichen.|Blatt [[num]] der
        Akte fehlt seit dem Umzug des Archivs.|Niemand wusste, woher der Fremde gekommen war.""",
    ),
    "it": _language(
        "Assunta Bellandi|Don Ettore Piras|Giacomo Stucchi|Suor Ludovica|Nello Frangipane",
        "Viterbo|Cuneo|Ragusa|Lugano|Chioggia|Macerata",
        "staio di grano|verbale di seduta|quota annua|registro dei morti|sedia impagliata|olio"
        "|bolletta dell'acqua|filo di rame|marca da bollo|spese di trasporto|tela grezza",
        """La seduta si aprì alle nove con l'appello nominale.|Nel [[year]] la piena portò via il
        ponte vecchio.|[[name]], nato a [[place]], dichiara di non possedere beni.|Non risultano
        lesioni alle murature portanti.|Il raccolto fu scarso e il pane rincarò.|Mescolare a
        fuoco lento finché il composto non si addensa.|Il foglio [[num]] è macchiato e in parte
        illeggibile.|Rispose con poche parole e chiuse la finestra.""",
    ),
    "pl": _language(
        "Jadwiga Wrońska|Kazimierz Sobol|Ks. Marcin Duda|Zofia Lipińska|Hieronim Pakuła",
        "Sandomierz|Tarnów|Elbląg|Kalisz|Zamość|Suwałki",
        "korzec żyta|protokół zebrania|opłata stała|księga chrztów|krzesło dębowe|olej lniany"
        "|rachunek za wodę|drut miedziany|znaczek skarbowy|koszty przewozu",
        """Posiedzenie otworzył wójt o godzinie dziewiątej.|W roku [[year]] powódź zniosła most na
        rzece.|[[name]] z miejscowości [[place]] prosi o odroczenie spłaty.|Nie stwierdzono
        pęknięć w sklepieniu.|Po nieurodzaju ceny zboża wzrosły dwukrotnie.|Przed użyciem należy
        wstrząsnąć butelką.|Karta [[num]] akt zaginęła w czasie przeprowadzki.|Nikt nie
        odpowiedział na list wysłany jesienią.""",
    ),
    "ru": _language(
        "Пелагея Карпова|Иван Семёнович Рогов|Фёкла Дронова|Пётр Зуев|Лидия Аверина",
        "Тверь|Кострома|Нижний Тагил|Вологда|Астрахань|Псков",
        "мешок ржи|протокол заседания|годовой взнос|метрическая книга|дубовый стол|льняное масло"
        "|счёт за воду|медная проволока|гербовая марка|стоимость перевозки",
        """Заседание открылось в девять часов утра.|В [[year]] году река вышла из берегов дважды.
        |[[name]] просит выдать копию свидетельства.|Трещин в кладке не обнаружено.|После
        неурожая цены на хлеб выросли вдвое.|Перед измерением прибор следует прогреть.|Лист
        [[num]] дела утрачен при переезде архива.|Никто не ответил на письмо из города.""",
        "cyrillic",
    ),
    "el": _language(
        "Ελένη Παππά|Γεώργιος Ρήγας|Ανδρέας Λούκας|Σοφία Μελά",
        "Πάτρα|Χανιά|Βόλος|Λάρισα",
        "σάκος σιταριού|πρακτικά συνεδρίασης|ετήσια εισφορά|ξύλινη καρέκλα|λάδι|χάλκινο σύρμα",
        """Η συνεδρίαση άρχισε στις εννέα το πρωί.|Το [[year]] ο ποταμός πλημμύρισε την πόλη.|Δεν
        βρέθηκαν ρωγμές στους τοίχους του ναού.|Η σελίδα [[num]] λείπει από το βιβλίο.|Κανείς
        δεν απάντησε στο γράμμα.""",
        "greek",
    ),
    "ar": _language(
        "فاطمة الزهراء|يوسف بن علي|خديجة المرابط|سالم الحداد",
        "دمشق|فاس|الموصل|طنطا|صفاقس",
        "كيس قمح|محضر الجلسة|رسم سنوي|سجل المواليد|كرسي خشبي|زيت الزيتون|فاتورة الماء|سلك نحاسي",
        """افتتحت الجلسة في الساعة التاسعة صباحا.|في سنة [[year]] فاض النهر على المدينة.|طلب
        [[name]] نسخة من العقد القديم.|لم يعثر على أي شقوق في الجدار.|ارتفعت الأسعار بعد موسم
        الجفاف.|الورقة [[num]] من الملف مفقودة.|لم يجب أحد عن الرسالة.""",
        "arabic",
    ),
    "he": _language(
        "רבקה שטרן|יעקב בן דוד|שרה אלקיים|משה לוינסון",
        "צפת|יפו|טבריה|חברון",
        "שק חיטה|פרוטוקול הישיבה|דמי חבר|כיסא עץ|שמן זית|חוט נחושת|חשבון מים",
        """הישיבה נפתחה בשעה תשע בבוקר.|בשנת [[year]] עלה הנחל על גדותיו.|[[name]] ביקש העתק של
        החוזה הישן.|לא נמצאו סדקים בקירות המבנה.|דף [[num]] חסר בתיק.|איש לא ענה על המכתב.""",
        "hebrew",
    ),
    "hi": _language(
        "सीता देवी|रामलाल वर्मा|गीता मिश्रा|मोहन चौधरी",
        "वाराणसी|भोपाल|जयपुर|पटना|नागपुर",
        "गेहूँ की बोरी|बैठक का विवरण|वार्षिक शुल्क|लकड़ी की कुर्सी|सरसों का तेल|पानी का बिल",
        """बैठक सुबह नौ बजे आरंभ हुई।|सन [[year]] में नदी का पानी गाँव तक आ गया।|[[name]] ने पुराने
        अनुबंध की प्रति माँगी।|दीवारों में कोई दरार नहीं पाई गई।|सूखे के बाद अनाज के दाम बढ़ गए।
        |पृष्ठ [[num]] अभिलेख में नहीं है।|पत्र का किसी ने उत्तर नहीं दिया।""",
        "devanagari",
    ),
    "zh": _language(
        "王秀兰|李国栋|陈志远|赵明珠|周怀仁",
        "苏州|昆明|洛阳|泉州|哈尔滨",
        "小麦一袋|会议记录|年度费用|木椅|菜籽油|铜线|水费单|运输费|印花税票",
        """会议于上午九时在二楼召开。|[[year]]年河水上涨，淹没了旧桥。|[[name]]申请领取证书副本。
        |墙体未发现裂缝。|旱灾之后粮价上涨了一倍。|使用前请先预热仪器。|卷宗第[[num]]页已经遗失。
        |没有人回复那封来自[[place]]的信。""",
        "han",
    ),
    "ja": _language(
        "佐藤花子|田中一郎|鈴木清|高橋美代子|渡辺勇",
        "京都|函館|長崎|松本|高知",
        "小麦一袋|議事録|年会費|木の椅子|菜種油|銅線|水道料金|運送費|収入印紙",
        """会議は午前九時に始まった。|[[year]]年に川があふれ、古い橋が流された。|[[name]]は証明書の
        写しを求めた。|壁にひびは見つからなかった。|不作のあとで米の値段が二倍になった。
        |測定の前に装置を温めてください。|綴りの[[num]]ページは失われている。""",
        "kana",
    ),
    "ko": _language(
        "김영희|이철수|박순자|최동욱|정미경",
        "전주|강릉|목포|안동|수원",
        "밀 한 자루|회의록|연회비|나무 의자|들기름|구리 전선|수도 요금|운송비",
        """회의는 오전 아홉 시에 시작되었다.|[[year]]년에 강물이 넘쳐 다리가 떠내려갔다.
        |[[name]] 씨가 증명서 사본을 요청하였다.|벽에서 금은 발견되지 않았다.
        |가뭄 뒤에 곡식 값이 두 배로 올랐다.
        |문서 [[num]]쪽은 찾을 수 없다.""",
        "hangul",
    ),
}
_LATIN = ("en", "pt", "es", "fr", "de", "it", "pl")


def _fixed(rng: Random, lang: str, key: str, spec: str) -> str:
    """What stands in a slot that does not count."""
    words = LANGUAGES[lang]
    if key == "pick":
        return rng.choice(spec.split("|"))
    if key == "text":
        return fill(rng, lang, rng.choice(words.prose))
    pools = {"name": words.names, "place": words.places, "noun": words.nouns}
    if key in pools:
        return rng.choice(pools[key])
    if key == "date":
        return format(m.date(rng), rng.choice(("%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y")))
    numbers = {"year": (1780, 2024), "num": (2, 400), "big": (10_000, 999_999), "deg": (-20, 40)}
    if key in numbers:
        return str(rng.randint(*numbers[key]))
    if key == "money":
        return m.money(rng)
    return {"code": m.code, "word": m.content_word}[key](rng)


def fill(rng: Random, lang: str, text: str, keep: frozenset[str] = frozenset()) -> str:
    """Draw every slot but those in `keep`; the same slot twice is the same thing."""
    drawn: dict[str, str] = {}

    def draw(match: re.Match[str]) -> str:
        if match[1] in keep:
            return match[0]
        if match[0] not in drawn:
            drawn[match[0]] = _fixed(rng, lang, match[1], match[3] or "")
        return drawn[match[0]]

    return _SLOT.sub(draw, text)


def prose(rng: Random, lang: str, chars: int) -> str:
    """Sentences of the language, each once, then made-up ones of its words or letters."""
    words = LANGUAGES[lang]
    out: list[str] = []
    for sentence in rng.sample(words.prose, len(words.prose)):
        if sum(map(len, out)) >= chars:
            break
        out.append(fill(rng, lang, sentence.strip()))
    known = sorted({word.strip(".,") for word in " ".join(words.prose).split() if "[" not in word})
    while (size := sum(map(len, out))) < chars:
        if words.script:
            out.append(m.script_prose(rng, words.script, min(400, chars - size)).strip())
        elif lang == "pt" or rng.random() < 0.1:
            out.append(m.sentence(rng))
        else:
            mixed = [*rng.choices(known, k=rng.randint(5, 14)), rng.choice(words.names)]
            mixed = rng.sample(mixed, len(mixed))
            out.append(" ".join([mixed[0].capitalize(), *mixed[1:]]) + ".")
    gap = "" if lang in ("zh", "ja") else " "
    return "".join(part + ("\n\n" if rng.random() < 0.15 else gap) for part in out).strip()


class _Form(NamedTuple):
    lang: str
    before: str
    unit: str
    closing: str = ""
    honest: str = ""


def arithmetic(start: int, step: int) -> Callable[[int], int]:
    return lambda i: start + step * i


def numbers(**slots: tuple[int, ...]) -> Series:
    """For each slot the lowest and the highest start, then the steps to choose from."""

    def draw(rng: Random, _: str) -> dict[str, Callable[[int], object]]:
        return {
            key: arithmetic(rng.randint(low, high), rng.choice(steps))
            for key, (low, high, *steps) in slots.items()
        }

    return draw


_MARKS = str.maketrans({"⏎": "\n", "␣": " ", "∅": "", "⇥": "\t"})


def kinds(table: str, **series: Series) -> tuple[PositiveKind, ...]:
    """The kinds of a table, parts of a line between bars; what is indented goes on with the line.

    A kind begins with `= name ¦ category ¦ series ¦ endings`, then maybe least copies and "filler".
    Its forms follow, one a line: language (`*` is any, `lat` any in Latin letters), what comes
    before the loop, unit, closing, and a template of honest rows before it (`=`: that of the unit).
    """
    out = []
    for block in table.replace("\n  ", "").strip("\n= ").split("\n\n= "):
        head, *lines = block.split("\n")
        name, about, which, endings, *more = head.split(" ¦ ")
        forms = [_Form(*(p.translate(_MARKS) for p in line.split(" ¦ "))) for line in lines]
        least = float(more[0]) if more else 3.0
        draw = partial(_draw, forms, series[which], least, "filler" in more)
        known = tuple(ending for word in endings.split() for ending in _ENDINGS if ending == word)
        out.append(PositiveKind(f"held out: {name}", f"counter: {about}", draw, known))
    return tuple(out)


def _draw(forms: list[_Form], series: Series, least: float, filler: bool, rng: Random) -> Loop:
    form = rng.choice(forms)
    groups = {"*": tuple(LANGUAGES), "lat": _LATIN}
    lang = rng.choice(groups.get(form.lang, (form.lang,)))
    slots = series(rng, lang)
    keep = frozenset(slots)
    parts = fill(rng, lang, "\0".join((form.before, form.unit, form.closing)), keep)
    before, unit, closing = parts.split("\0")

    def count_in(template: str, i: int) -> str:
        return _SLOT.sub(lambda s: format(slots[s[1]](i), s[3] or ""), template)

    def honest_row(i: int) -> str:
        honest = form.unit if form.honest == "=" else form.honest
        low = any(isinstance(at := slot(i), int) and at < 1 for slot in slots.values())
        row = "" if low else count_in(fill(rng, lang, honest, keep), i)
        return "" if row == count_in(unit, i) else row

    lead = prose(rng, lang, log_uniform(rng, 110, 1700)) + "\n\n" + before
    for row in map(honest_row, range(-rng.randrange(_HONEST_ROWS) if form.honest else 0, 0)):
        if not any(line in lead for line in row.split("\n") if len(line) > 20):
            lead += row
    units = (count_in(unit, i) for i in count())
    return Loop("counter", lead, units, closing, filler, least)


class Amount(int):
    """Hundredths, written `1234.50`, or in groups as `us` and `eu` do."""

    def __format__(self, spec: str) -> str:
        text = f"{self / 100:,.2f}" if spec in ("us", "eu") else f"{self / 100:.2f}"
        if spec in ("eu", "comma"):
            return text.translate(str.maketrans(",.", ".,"))
        return text


class Clock(int):
    """Milliseconds, written as subtitles (`srt`, `vtt`) or transcripts (`hms`, `ms`) do."""

    def __format__(self, spec: str) -> str:
        seconds, milli = divmod(int(self), 1000)
        minutes, second = divmod(seconds, 60)
        if spec == "ms":
            return f"{minutes:02d}:{second:02d}"
        text = f"{minutes // 60:02d}:{minutes % 60:02d}:{second:02d}"
        return text + {"srt": f",{milli:03d}", "vtt": f".{milli:03d}"}.get(spec, "")


def moments(*steps: dt.timedelta) -> Series:
    """Slot `d` advances by one of the steps, `n` by one."""

    def draw(rng: Random, _: str) -> dict[str, Callable[[int], object]]:
        start = dt.datetime.combine(m.date(rng), dt.time(rng.randrange(20), rng.randrange(60)))
        start += dt.timedelta(seconds=rng.randrange(60))
        step = rng.choice(steps)
        return {"d": lambda i: start + i * step, "n": arithmetic(rng.randint(7, 90), 1)}

    return draw
