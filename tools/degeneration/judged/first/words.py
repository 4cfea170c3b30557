"""Real words of ten languages for the held-out pages: nonsense in what they say, not in how."""

from functools import cache
from itertools import accumulate
from random import Random

_CONTENT = {
    "pt": """
    água alface andaime anexo aparelho aquecedor área arquivo atlas bacia balde banco
    barco base bateria berço bloco boia bomba borda braço cabo cadeira caixa caminho campo
    canal carta casa cerca chave cidade cimento corda corrente degrau depósito disco eixo
    encosta escada escola estrada feira ferro filtro fonte forno gaveta grade horta janela
    lago lenha linha livro luz madeira mapa margem mesa moinho motor muro norte oficina
    olaria painel papel parede pedra peixe ponte porta praça quadro rede relógio ribeira
    roda sala serra sino telha torre trilho túnel vale vela verão vidro zinco antigo azul
    baixo central claro escuro estreito fino forte grande inferior largo leve longo novo
    pequeno rural seco superior urbano velho verde""",
    "en": """
    anchor apple apron barrel basket beacon bench blanket bottle bridge brush bucket
    button cabin candle canvas carpet castle chain chair chapel cherry circle clock cloud
    coast copper corner cotton cradle curtain desk dinner donkey drawer engine fabric farm
    feather fence field fiddle forest fountain garden gate ginger glass glove gravel
    hammer harbour harvest hinge island jacket journal kettle ladder lantern leather lemon
    letter library marble market meadow mirror mountain needle orchard paper parcel
    pasture pepper pillow pocket quarry ribbon river saddle school shadow silver spring
    stable station summer table thread timber tower tunnel valley village wagon window
    winter amber bitter broad crooked early fresh gentle heavy hollow late narrow pale
    quiet rough shallow sharp smooth steep thick warm""",
    "es": """
    abrigo aceite aduana ala alcalde almohada arado árbol arena armario arroz baile barrio
    bodega bosque botella caballo cadena calle camino campana canasta carbón cereza cielo
    cocina corral cuchara cuerda dedo ejército escalera escuela espejo estación faro
    fuente gallo granja guante hierba hierro hoja huerta iglesia invierno isla jabón
    jardín ladrillo lámpara leche limón llave lluvia madera mantel mercado mesa molino
    muelle muralla naranja nieve olivo oveja pan pared pescado piedra plaza pozo puente
    puerta queso ramo reloj río rueda sábana sal silla sombra taller techo tejado tierra
    torre trigo ventana viento alto amargo ancho blanco dulce frío lento nuevo oscuro seco""",
    "de": """
    Abend Acker Apfel Arbeit Ast Bach Balken Bank Bauer Baum Berg Besen Birne Blatt Boden
    Brett Brief Brücke Brunnen Dach Decke Dorf Eimer Eisen Ernte Fabrik Faden Feder Feld
    Fenster Feuer Fluss Garten Gasse Gebäude Glas Glocke Graben Hafen Hammer Haus Hebel
    Herbst Holz Insel Kammer Kanne Keller Kette Kirche Kiste Korb Kupfer Lampe Leiter
    Löffel Markt Mauer Messer Mühle Nagel Nebel Ofen Papier Pfad Pferd Quelle Rad Regal
    Ring Sand Schaufel Scheune Schiff Schlüssel Schnee Schule See Seil Silber Stall Stein
    Straße Stuhl Tal Tisch Tor Turm Ufer Wagen Wald Wand Wasser Werkstatt Winter Wolke
    Zaun Ziegel""",
    "fr": """
    abeille acier aile allée ami ampoule ancre arbre ardoise argile assiette atelier aube
    avoine balai barque bassin berger bois bouteille branche brique brouillard bruit
    cahier campagne canard carrefour cave chaise champ chapeau charbon chemin cheval cidre
    clé cloche clou colline corde cour cuisine cuivre écluse école écorce église épine
    étable étang étoile fenêtre ferme feuille ficelle foin forêt fosse four fromage gare
    grange grenier herbe hiver horloge huile île jardin laine lampe livre maison marché
    mer meunier miroir moulin mouton neige noyer orage paille panier pierre pluie pont
    porte poutre puits rivage rivière roue ruelle sable sel sentier tuile vallée verger
    village""",
    "ru": """
    автобус адрес акт берег береза билет болото брат вагон ветер вода ворота вокзал газета
    гора город дверь двор день дерево договор дождь дом дорога дочь завод закон запись
    звезда зерно зима земля игла камень карта квартира ключ книга колесо комната конец
    корабль край крыша лампа лед лес лето лист лодка мастер место мост музей мука небо
    ночь область огонь озеро окно осень остров ответ парк песня письмо площадь поезд поле
    порт почта приказ путь работа район река роща рынок рыба сад свет север село снег
    собрание соль станция степь стол улица урок утро хлеб цена часть школа""",
    "zh": """
    安全 办法 保险 报告 标准 表格 材料 茶叶 产品 长江 成本 程序 城市 船舶 窗户 春天 单位
    道路 地区 电力 动物 发展 法律 方案 房屋 费用 服务 钢铁 工程 公司 管理 规定 国家 海洋
    合同 河流 环境 机器 计划 技术 价格 建筑 交通 教育 经济 科学 空气 粮食 历史 林业 马路
    棉花 农民 煤炭 平原 企业 气象 桥梁 人口 森林 商店 设备 社会 石油 时间 市场 蔬菜 水库
    税务 铁路 图书 土地 文化 卫生 物资 系统 县城 项目 学校 研究 药品 医院 仪器 银行 邮政
    渔业 语言 预算 园林 运输 证书 质量 种子 资源 组织 重点 主任""",
    "ja": """
    朝日 雨 家 池 石 市場 糸 命 色 岩 歌 海 梅 絵 駅 枝 王国 丘 音 踊り 表 鏡 書店 傘
    風 片道 神社 紙 川 着物 北口 切符 霧 金庫 空港 草原 薬 靴 雲 車 計画 結果 公園 氷 心
    言葉 米 魚 桜 砂 塩 時間 島 新聞 水道 煙 図書館 資料 洗濯 空 大工 竹 建物 谷 旅 卵
    机 土 鶴 手紙 鉄道 寺 電話 時計 鳥 中庭 夏 波 庭 布 猫 野原 橋 花 春 光 東口 船 冬
    星 本棚 窓 町 港 南口 村 森 山 夕方 雪 夢 横丁 夜""",
    "ar": """
    كتاب باب بيت نهر جبل مدينة شارع مدرسة طريق شجرة قلم ورقة نافذة كرسي طاولة حديقة سوق
    جسر بحر سماء شمس قمر نجم مطر ريح ثلج رمل حجر حديد خشب ذهب فضة زيت ملح خبز ماء حليب لحم
    سمك تفاح عنب تمر قمح أرز قطن صوف جلد حصان جمل طائر سفينة قطار سيارة مفتاح ساعة مصباح
    مرآة سجادة جدار سقف برج قرية ميناء مطار محطة مكتب بنك مستشفى صيدلية مسجد متحف مكتبة
    جامعة معهد مصنع مزرعة وادي صحراء جزيرة عقد قانون تقرير رسالة طلب شهادة رخصة قرار محضر
    جدول قائمة سجل""",
    "hi": """
    पानी घर नदी पहाड़ नगर गाँव सड़क विद्यालय पेड़ कलम कागज़ खिड़की कुर्सी मेज़ बगीचा
    बाज़ार पुल समुद्र आकाश सूरज चाँद तारा बारिश हवा बर्फ़ रेत पत्थर लोहा लकड़ी सोना चाँदी
    तेल नमक रोटी दूध मछली सेब अंगूर गेहूँ चावल कपास ऊन घोड़ा ऊँट पक्षी नाव रेल गाड़ी चाबी
    घड़ी दीपक दर्पण दीवार छत मीनार बंदरगाह कार्यालय अस्पताल मंदिर पुस्तकालय कारखाना खेत
    घाटी मरुस्थल द्वीप समझौता क़ानून प्रतिवेदन पत्र आवेदन प्रमाण आदेश सूची अभिलेख जिला
    राज्य विभाग योजना शिक्षा किसान फूल""",
}

_JOINS = {
    "pt": "de do da com para sem em e no na sobre",
    "en": "of the with for and in a under to by near",
    "es": "de la del con para sin en y el los sobre",
    "de": "und mit der im für die ohne am von zum",
    "fr": "de la du avec pour sans et dans le les sur",
    "ru": "и в на для от без с под у за",
    "zh": "的 和 与 及 之 在",
    "ja": "の と は が を に で も",
    "ar": "من في على إلى و مع عن",
    "hi": "का की के में से और पर को",
}

_GIVEN = {
    "pt": """
    Adriana Alice Álvaro Ana Antônio Beatriz Bruno Caio Carla Célia Davi Eduardo Elisa
    Fábio Flávia Gabriel Heitor Helena Inês Joana João José Júlia Laura Lívia Lucas Luísa
    Manuel Marcos Maria Marina Mário Nair Otávio Paula Pedro Rafael Renata Rita Rosa
    Sérgio Sílvia Tiago Vera Vitor Zélia""",
    "en": """
    Alan Alice Andrew Arthur Barbara Carol Charles Claire David Dorothy Edward Ellen Emma
    Frank George Grace Harold Helen Henry Irene Jack James Jane Joan John Karen Kenneth
    Laura Margaret Mark Martin Mary Nancy Oliver Patrick Paul Peter Rachel Robert Ruth
    Sarah Simon Stephen Susan Thomas""",
    "es": """
    Alberto Alicia Ana Andrés Carmen César Clara Daniel Diego Elena Emilio Esteban Eva
    Felipe Gloria Hugo Ignacio Inés Javier Jorge José Juan Julia Lola Lucía Luis Manuel
    Marta Miguel Nuria Óscar Pablo Pilar Ramón Raúl Rosa Sara Sofía Teresa Tomás""",
    "de": """
    Anna Bernd Birgit Christa Dieter Elke Emil Erika Ernst Frieda Fritz Georg Gisela Hans
    Heike Heinz Helga Ilse Ingrid Jens Jutta Karl Klaus Kurt Lena Lotte Martin Monika Otto
    Paul Petra Ralf Renate Rolf Sabine Silke Stefan Ulrich Ute Walter""",
    "fr": """
    Alain Anne Antoine Bernard Brigitte Camille Cécile Claire Claude Colette Denis Émile
    Francis Gérard Hélène Henri Hugues Isabelle Jacques Jean Jeanne Julien Léon Louis
    Louise Lucie Marc Marie Michel Monique Nicole Odile Paul Pierre René Simone Sylvie
    Thérèse Yves""",
}

_FAMILY = {
    "pt": """
    Almeida Alves Amaral Andrade Araújo Assis Azevedo Barbosa Barros Batista Borges Braga
    Brito Campos Cardoso Carvalho Castro Correia Costa Cunha Dias Duarte Farias Fernandes
    Ferreira Fonseca Freitas Gomes Gonçalves Leite Lima Lopes Machado Martins Melo Mendes
    Moraes Moreira Moura Nunes Oliveira Pereira Pinto Queiroz Ramos Ribeiro Rocha Santana
    Silva Soares Souza Teixeira Viana""",
    "en": """
    Adams Allen Baker Barnes Bell Bennett Brooks Carter Clark Collins Cooper Cox Davies
    Edwards Ellis Evans Fisher Foster Gray Green Hall Harris Hill Hughes Jackson Kelly
    King Lewis Martin Mills Mitchell Moore Morgan Murphy Nelson Owen Parker Phillips Price
    Reed Rogers Russell Scott Shaw Stevens Taylor Turner Walker Ward Watson West White
    Wilson Wood Wright Young""",
    "es": """
    Aguilar Blanco Cabrera Calvo Campos Castillo Cruz Delgado Díaz Domínguez Flores
    Fuentes Gallego Garrido Gil Gómez Guerrero Herrera Ibáñez Iglesias León Lozano Marín
    Medina Molina Morales Moreno Navarro Núñez Ortega Peña Prieto Ramos Reyes Rojas Romero
    Rubio Santos Serrano Soto Torres""",
    "de": """
    Bauer Becker Berger Böhm Braun Busch Dietrich Engel Fischer Frank Fuchs Graf Groß
    Günther Haas Hahn Hartmann Heinrich Herrmann Hofmann Jung Keller Koch König Kraus
    Krüger Lang Lehmann Maier Möller Neumann Otto Peters Pohl Richter Roth Sauer Schäfer
    Schulz Simon Vogel Wagner Weber Wolf""",
    "fr": """
    Aubert Barbier Benoît Bertrand Blanc Bonnet Bourgeois Boyer Brun Carpentier Chevalier
    Colin David Denis Dubois Dufour Dumont Durand Fabre Faure Fontaine Fournier Garnier
    Gauthier Girard Henry Lacroix Lambert Leclerc Lefèvre Legrand Lemaire Marchand Masson
    Mercier Meunier Moreau Morel Noël Perrin Petit Renard Richard Rivière Rousseau Roux
    Vidal Vincent""",
}

CONTENT = {lang: text.split() for lang, text in _CONTENT.items()}
JOINS = {lang: text.split() for lang, text in _JOINS.items()}
GIVEN = {lang: text.split() for lang, text in _GIVEN.items()}
FAMILY = {lang: text.split() for lang, text in _FAMILY.items()}
EUROPEAN = ("pt", "en", "es", "de", "fr")
_UNSPACED = ("zh", "ja")
_SIZE = 3000
_ENDINGS = {
    "pt": "eiro agem oso inho ada ismo al ista ura ão ário aria ável mente",
    "en": "er ing less ful ly like ward man side wood stone ford ton ish work way",
    "es": "ero ada illo oso al ista ito ería ura ismo ción able mente ón",
    "fr": "ier age ette eux ement erie eur iste oir ure ation able on al",
    "ru": "ный ский ник ка ость ение овый чик ство ная ину ами ого ом",
    "ar": "ات ة ي ية ون ين ها هم نا ان تين",
    "hi": "वाला दार ई पन ता ओं कार शाला पुर बाद गढ़ हीन",
}
_STOPS = {"zh": "。", "ja": "。", "hi": "।"}


def listed(text: str) -> list[str]:
    """The parts between bars, without the breaks of lines."""
    return [" ".join(part.split()) for part in text.split("|")]


def some(rng: Random, low: int, high: int) -> range:
    return range(rng.randint(low, high))


@cache
def _vocabulary(lang: str) -> tuple[list[str], list[float]]:
    """The words above and others made of them, most of them rare, as in real pages.

    With the hundred words alone every page would soon say nothing new.
    """
    rng, known = Random(f"vocabulary of {lang}"), CONTENT[lang]
    vocabulary = dict.fromkeys(rng.sample(known, len(known)))
    characters = sorted(set("".join(known)))
    endings = _ENDINGS.get(lang, "").split()
    while len(vocabulary) < _SIZE:
        stem = rng.choice(known)
        if lang in _UNSPACED:
            derived = "".join(rng.choices(characters, k=rng.choice((2, 2, 2, 3))))
        elif lang == "de":
            derived = stem + rng.choice(("", "", "s")) + rng.choice(known).lower()
        elif lang in ("ar", "hi"):
            derived = rng.choice(("", "ال", "لل") if lang == "ar" else ("", "अ", "सु", "प्र"))
            derived += stem + rng.choice(endings)
        else:
            derived = stem.rstrip("aeioqsàéаяьйе") + rng.choice(endings)
            if rng.random() < 0.3:
                derived += rng.choice(endings)
        vocabulary[derived] = None
    return list(vocabulary), list(accumulate(1 / (rank + 20) for rank in range(_SIZE)))


def many(rng: Random, low: int, high: int) -> range:
    """As `some`, and now and then a long page."""
    return range(rng.randint(low, high) * rng.choice((1, 1, 1, 2)))


def word(rng: Random, lang: str) -> str:
    """A content word, common ones more often."""
    vocabulary, weights = _vocabulary(lang)
    return rng.choices(vocabulary, cum_weights=weights)[0]


def phrase(rng: Random, lang: str, low: int = 2, high: int = 4) -> str:
    """Content words, most of them joined by a short one."""
    parts = [word(rng, lang)]
    for _ in range(rng.randint(low, high) - 1):
        if rng.random() < 0.7:
            parts.append(rng.choice(JOINS[lang]))
        parts.append(word(rng, lang))
    return ("" if lang in _UNSPACED else " ").join(parts)


def title(rng: Random, lang: str, low: int = 2, high: int = 4) -> str:
    text = phrase(rng, lang, low, high)
    return text[0].upper() + text[1:]


def sentence(rng: Random, lang: str, low: int = 4, high: int = 9) -> str:
    return title(rng, lang, low, high) + _STOPS.get(lang, ".")


def prose(rng: Random, lang: str, chars: int) -> str:
    out: list[str] = []
    while sum(map(len, out)) < chars:
        out.append(sentence(rng, lang))
    return ("" if lang in _UNSPACED else " ").join(out) + "\n"


def person(rng: Random, lang: str) -> str:
    families = 2 if lang in ("pt", "es") else 1
    names = [rng.choice(GIVEN[lang])]
    if rng.random() < 0.4:
        names.append(rng.choice(GIVEN[lang]))
    return " ".join([*names, *(rng.choice(FAMILY[lang]) for _ in range(families))])


def euros(rng: Random, high: float) -> str:
    """An amount such as `12,50`, in steps of ten cents."""
    return f"{max(1, round(rng.random() * high * 10)) / 10:.2f}".replace(".", ",")


def clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def markdown(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, [":---"] * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def html(head: list[str], rows: list[list[str]]) -> str:
    """An indented table, a cell a line, as some models write them."""
    out = "<table>\n  <thead>\n    <tr>" + "".join(f"<th>{cell}</th>" for cell in head) + "</tr>\n"
    out += "  </thead>\n  <tbody>\n"
    for row in rows:
        out += "    <tr>\n" + "".join(f"      <td>{cell}</td>\n" for cell in row) + "    </tr>\n"
    return out + "  </tbody>\n</table>\n"


def compact(head: list[str], rows: list[list[str]]) -> str:
    """The whole table on one line, as others do."""
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in [head, *rows])
    return '<table border="1"><tr>' + "</tr><tr>".join(cells) + "</tr></table>"


def latex(head: list[str], rows: list[list[str]]) -> str:
    out = "\\begin{tabular}{l" + "r" * (len(head) - 1) + "}\n\\toprule\n"
    out += " & ".join(head) + " \\\\\n\\midrule\n"
    out += "".join(" & ".join(row) + " \\\\\n" for row in rows)
    return out + "\\bottomrule\n\\end{tabular}\n"


def table(rng: Random, head: list[str], rows: list[list[str]]) -> str:
    return rng.choice((markdown, html, compact, latex))(head, rows)
