"""Syllables, first names, months and weekdays of many languages."""

SYLLABLES = {
    # language: (onsets, nuclei, codas, ends, function words)
    "en": (
        "b c d f g h j k l m n p r s t v w br ch cl dr fl gr pl pr sh sl st str th tr wh",
        "a e i o u ea oo ai ou ee",
        "n r l t d ck m ng st nd",
        "s ed ing er ly ness tion able y al ment ous ive",
        "the of and to in a is that for it was on with as his "
        "at be by had not are but from or have "
        "an they which one you were all her she there would their we him been has when who will no",
    ),
    "fr": (
        "b c d f g j l m n p r s t v br ch cl cr dr fl gr pl pr qu tr vr",
        "a e i o u é è ai au eau eu oi ou on an in",
        "r l s t n c",
        "e es ent tion ment eur euse age ique able er é ée aire",
        "le la les de des et à un une du en que qui dans pour pas par sur plus ne se au avec ce il "
        "elle sont aux ont mais ou leur cette été comme sans nous vous même tout",
    ),
    "de": (
        "b d f g h k l m n p r s t w z bl br dr fl fr gr kl kr pf pr sch schl schw sp st tr zw",
        "a e i o u ä ö ü ei au ie eu",
        "n r l t ch s m nd rt ng ck",
        "en er e ung heit lich keit isch los schaft em es bar tum",
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es "
        "an werden aus er hat daß sie nach bei einer um am sind noch wie einem über so zum war",
    ),
    "es": (
        "b c d f g j l m n p r s t v br cl cr dr fl gr ll pl pr qu tr ñ",
        "a e i o u ia ie ue io á é í ó",
        "n r l s d",
        "o a os as ción dad mente ero ista ado ido aje ar er ir oso",
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus "
        "le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue",
    ),
    "it": (
        "b c d f g l m n p r s t v z br ch cr fr gh gl gn gr pr qu sc sp st tr",
        "a e i o u ia io ie uo è",
        "n r l s tt ll ss cc",
        "o a i e zione mente tà are ere ire ato ita oso ezza",
        "di e il la che in a per un è con del non una i le si "
        "da nel al dei come più gli alla della "
        "ma sono anche o ha su lo questo se delle nella cui tra ed fu",
    ),
    "nl": (
        "b d f g h j k l m n p r s t v w z bl br dr gr kl kn pr sch sl st tr vr",
        "a e i o u aa ee oo ij ui oe ie eu",
        "n r l t k s m cht nd rt",
        "en er e ing heid lijk je schap baar dom",
        "de van het een en in is dat op te zijn met voor niet "
        "aan er om ook als dan maar bij of uit "
        "nog worden door naar heeft tot ze wordt over hij hun deze dit geen",
    ),
    "pl": (
        "b c d g k l m n p r s t w z cz sz rz dz br gr kr pr przy roz st trz wy zd",
        "a e i o u y ie ia ą ę ó",
        "n r l k c ł w ń ć sz",
        "a y ów ie ość anie enie ny owy ski ego em ami ach",
        "w i na z się do nie jest to że a o po przez od dla "
        "oraz jak co przy tym ich za był ze jego "
        "być która które także lub tylko może przed już pod",
    ),
    "tr": (
        "b c ç d g h k l m n p r s ş t v y z",
        "a e ı i o ö u ü",
        "n r l k m t ş z",
        "lar ler lık lik da de dan den ın in ı i mak mek cı ci sı",
        "ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra o ne ancak ya her ise "
        "hem göre ama değil var olan iki tüm",
    ),
    "ru": (
        "б в г д ж з к л м н п р с т ф х ц ч ш бр вр гр др кр пр ст тр",
        "а е и о у ы я ё ю",
        "н р л т к с м в й",
        "ый ая ое ость ение ать ить ов ам ами ский ного а у ы ом",
        "и в не на что с по как из к от за о для его но все это "
        "до у же или так был бы при было она "
        "они во только еще ее их мы со год когда быть если",
    ),
    "el": (
        "β γ δ ζ θ κ λ μ ν π ρ σ τ φ χ βρ γρ κλ κρ πλ πρ στ τρ",
        "α ε η ι ο υ ω ά έ ή ί ό ού αι ει",
        "ν ρ λ σ",
        "ος η ο ου ων ες α ια ικό ση μα ει ουν άς",
        "και το να του η της με που την από για τα ο είναι στο των σε τον οι στην θα δεν ή αυτό ως "
        "ένα μια αλλά κατά τους στη μετά όταν",
    ),
    "ar": (
        "ب ت ج ح خ د ر ز س ش ص ط ع غ ف ق ك ل م ن ه و ي مس مت ال است",
        "ا و ي ",
        "ب ت د ر س ع ف ق ل م ن ه",
        "ة ات ون ين ي ان ها هم",
        "في من على إلى أن هذا التي الذي عن مع كان هذه ما لا بعد كل أو بين قد ذلك عند حتى هو هي ثم",
    ),
    "he": (
        "א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת",
        "ו י ה ",
        "ב ד ל מ נ ר ש ת ק",
        "ים ות ה ית ן נו",
        "של את על לא הוא היא זה עם כל אל גם או כי היה יש אבל אם מה רק עד כמו בין אחרי לפני אני הם",
    ),
    "hi": (
        "क ख ग घ च छ ज ट ड त थ द ध न प फ ब भ म य र ल व श स ह प्र स्त",
        "ा ि ी ु ू े ो  ै",
        "न र ल क त स म ",
        "ी ा ों ना ता कर वाला पन",
        "के में है की और से का को पर यह ने कि एक लिए भी तो था हो कर इस ही वह जो कुछ अपने साथ बाद",
    ),
    "ko": (
        "가 나 다 라 마 바 사 아 자 차 하 고 노 도 로 모 보 소 오 주 "
        "구 무 부 수 우 기 니 리 미 비 시 이",
        "강 날 달 람 문 방 산 안 정 철 한 곡 논 돌 록 목 본 성 원 직 "
        "국 군 분 순 운 김 린 민 빈 식 인",
        " 해 제 계 대 내 세 재 ",
        "은 는 이 가 을 를 에서 으로 하다 했다 의 도",
        "그 이 저 및 또 더 것 수 등 한 그리고 그러나 있는 없는 하는 위해 대한 통해 모든 다시",
    ),
}

HAN = (
    ""
    "年月日山水火木金土人大小中上下左右東西南北天地春夏秋冬花鳥風雨雪雲石田村町市州国王門家父母子女男"
    ""
    "兄弟友心手足目耳口言文字書本紙學校車馬牛羊魚米茶酒食飲見聞行來去出入立坐休作用力生死病老少新古高低"
    ""
    "長短遠近多明白黒赤青黄光色音樂歌海川河江湖池橋路道里野林森草竹葉根實種農工商軍官民安平和正直公私世"
    "代時間分秒朝夕夜今昔先後前内外開閉合同異意思念愛惡喜怒哀問答教習讀寫算數理科法律政治經濟社會"
)


GIVEN = {
    "en": "John Mary Alfred Edith Thomas Susan Walter Agnes Henry Ruth George Ellen Arthur Clara",
    "fr": "Jean Marie Pierre Jeanne Louis Anne Étienne Marguerite Jacques Catherine Noël Claude",
    "de": "Johann Anna Heinrich Maria Karl Elisabeth Friedrich Katharina Georg Barbara Jürgen",
    "es": "Juan María José Carmen Antonio Dolores Francisco Rosario Manuel Pilar Andrés Inés",
    "it": "Giovanni Maria Giuseppe Lucia Antonio Rosa Carlo Teresa Pietro Angela Luigi Chiara",
    "nl": "Jan Maria Pieter Cornelia Hendrik Johanna Willem Geertruida Klaas Trijntje Dirk",
    "pl": "Jan Anna Józef Maria Stanisław Zofia Andrzej Helena Kazimierz Jadwiga Piotr Ewa",
    "tr": "Mehmet Ayşe Mustafa Fatma Ahmet Emine Ali Hatice Hüseyin Zeynep Hasan Elif",
    "ru": "Иван Мария Пётр Анна Николай Елена Алексей Ольга Сергей Татьяна Фёдор Дарья",
    "el": "Γεώργιος Μαρία Ιωάννης Ελένη Δημήτριος Αικατερίνη Νικόλαος Βασιλική Παναγιώτης Σοφία",
    "ar": "محمد فاطمة أحمد مريم علي خديجة يوسف زينب حسن ليلى إبراهيم سلمى",
    "he": "אברהם שרה יצחק רבקה יעקב רחל משה מרים דוד אסתר יוסף חנה",
    "hi": "राम सीता मोहन राधा सुरेश गीता रमेश कमला विजय लक्ष्मी अजय मीना",
    "ko": "영수 영희 철수 순자 민준 서연 지훈 수빈 현우 지은 동현 미경",
    "zh": "王偉 李娜 張敏 劉洋 陳靜 楊磊 黃芳 趙軍 周杰 吳秀 徐強 孫麗 馬超 朱紅",
    "ja": "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田",
}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto "
    "septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
    "listopada grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου "
    "Οκτωβρίου Νοεμβρίου Δεκεμβρίου",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
}
WEEKDAYS = {
    "en": "Mon Tue Wed Thu Fri Sat Sun",
    "fr": "lun. mar. mer. jeu. ven. sam. dim.",
    "de": "Mo Di Mi Do Fr Sa So",
    "es": "L M X J V S D",
    "it": "lun mar mer gio ven sab dom",
    "ru": "Пн Вт Ср Чт Пт Сб Вс",
    "el": "Δευ Τρί Τετ Πέμ Παρ Σάβ Κυρ",
    "ja": "月 火 水 木 金 土 日",
    "tr": "Pzt Sal Çar Per Cum Cmt Paz",
}
