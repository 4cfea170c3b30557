"""Clauses of contracts and functions for the long exact loops."""

CLAUSES: dict[str, list[str]] = {
    "en": [
        "The Tenant shall keep the premises at {p} in good repair, reasonable wear "
        "excepted, and shall not, without the prior written consent of the Landlord, "
        "alter, sublet or encumber the same or any part thereof; any consent so given "
        "shall lapse within {n} days unless acted upon.",
        "Notwithstanding anything to the contrary herein contained, no failure or delay by "
        "{a} in exercising any right, power or remedy shall operate as a waiver thereof, "
        "nor shall any single or partial exercise preclude any further exercise of that or "
        "of any other right, power or remedy, whether arising under this Deed of {y} or "
        "otherwise.",
    ],
    "pt": [
        "O LOCATÁRIO obriga-se a conservar o imóvel situado em {p} nas condições em que o "
        "recebeu, ressalvado o desgaste natural, sendo-lhe vedado ceder, sublocar ou "
        "alterar, no todo ou em parte, sem consentimento prévio e escrito do LOCADOR, sob "
        "pena de multa de {n} reais e de rescisão de pleno direito, independentemente de "
        "notificação.",
        "As partes elegem o foro da comarca de {p} para dirimir quaisquer dúvidas oriundas "
        "deste instrumento, com renúncia expressa a qualquer outro, por mais privilegiado "
        "que seja, e, por estarem justas e contratadas, assinam {a} e as testemunhas em "
        "duas vias de igual teor.",
    ],
    "es": [
        "El arrendatario se obliga a conservar la finca sita en {p} en el estado en que la "
        "recibió, salvo el desgaste debido al uso, y no podrá cederla ni subarrendarla, en "
        "todo o en parte, sin el consentimiento previo y por escrito de {a}, so pena de "
        "abonar {n} pesos en concepto de cláusula penal, sin perjuicio de los daños que se "
        "acrediten.",
    ],
    "fr": [
        "Le preneur s'oblige à entretenir les lieux sis à {p} en bon état de réparations "
        "locatives et ne pourra, sans l'accord préalable et écrit de {a}, céder son droit "
        "au bail ni sous-louer tout ou partie desdits lieux, à peine de résiliation de "
        "plein droit après un délai de {n} jours resté sans effet, sans préjudice de tous "
        "dommages et intérêts.",
    ],
    "de": [
        "Der Mieter ist verpflichtet, die in {p} gelegenen Räume pfleglich zu behandeln; "
        "Änderungen, Untervermietung oder sonstige Überlassung an Dritte bedürfen der "
        "vorherigen schriftlichen Zustimmung von {a}, die nach Ablauf von {n} Tagen als "
        "verweigert gilt, unbeschadet der gesetzlichen Vorschriften über die "
        "außerordentliche Kündigung.",
    ],
    "it": [
        "Il conduttore si obbliga a custodire l'immobile sito in {p} con la diligenza del "
        "buon padre di famiglia e non potrà cederlo né sublocarlo, in tutto o in parte, "
        "senza il consenso scritto di {a}, pena la risoluzione di diritto del contratto "
        "decorsi {n} giorni dalla diffida, salvo in ogni caso il risarcimento del maggior "
        "danno.",
    ],
    "pl": [
        "Najemca zobowiązuje się utrzymywać lokal w należytym stanie i nie może bez "
        "uprzedniej pisemnej zgody wynajmującego oddać go w podnajem ani do bezpłatnego "
        "używania osobom trzecim; naruszenie niniejszego postanowienia uprawnia do "
        "wypowiedzenia umowy z {y} roku bez zachowania terminów oraz do żądania kary "
        "umownej w wysokości {n} złotych.",
    ],
    "ru": [
        "Арендатор обязуется содержать помещение в исправном состоянии и не вправе без "
        "предварительного письменного согласия арендодателя передавать его третьим лицам, "
        "производить перестройки или обременять иным образом; нарушение настоящего пункта "
        "влечёт уплату неустойки в размере {n} рублей и расторжение договора от {y} года "
        "без возмещения убытков.",
    ],
    "el": [
        "Ο μισθωτής υποχρεούται να διατηρεί το μίσθιο σε καλή κατάσταση και δεν "
        "δικαιούται, χωρίς την προηγούμενη έγγραφη συναίνεση του εκμισθωτή, να το "
        "υπεκμισθώσει ή να παραχωρήσει τη χρήση του σε τρίτους, άλλως οφείλει ποινική "
        "ρήτρα {n} δραχμών και η σύμβαση του έτους {y} λύεται.",
    ],
    "ar": [
        "يلتزم المستأجر بالمحافظة على العين المؤجرة الكائنة في {p} على الحالة التي تسلمها "
        "بها، ولا يجوز له أن يتنازل عنها أو يؤجرها من الباطن كلها أو بعضها دون موافقة خطية "
        "مسبقة من المؤجر، وإلا كان العقد المبرم سنة {y} مفسوخا من تلقاء نفسه مع إلزامه "
        "بدفع {n} دينارا على سبيل التعويض.",
    ],
    "he": [
        "השוכר מתחייב לשמור על המושכר ב{p} במצב טוב ותקין, ולא יהיה רשאי להעבירו, להשכירו "
        "בשכירות משנה או לשנותו, כולו או מקצתו, בלא הסכמת המשכיר מראש ובכתב; הפרת סעיף זה "
        "תזכה את המשכיר בפיצוי מוסכם של {n} לירות ובביטול ההסכם משנת {y} לאלתר, וזאת בלי "
        "לגרוע מכל סעד אחר.",
    ],
    "hi": [
        "किरायेदार {p} स्थित परिसर को अच्छी दशा में रखेगा और मकान मालिक की लिखित पूर्व "
        "अनुमति के बिना उसे या उसके किसी भाग को न तो किसी अन्य को सौंपेगा और न उसमें कोई "
        "परिवर्तन करेगा; इस शर्त के उल्लंघन पर {n} रुपये का दंड देय होगा और सन् {y} का यह "
        "अनुबंध स्वतः समाप्त माना जाएगा।",
    ],
    "th": [
        "ผู้เช่าตกลงจะดูแลรักษาทรัพย์สินที่เช่าซึ่งตั้งอยู่ที่{p}ให้อยู่ในสภาพดีและจะไม่ใ"
        "ห้เช่าช่วงหรือโอนสิทธิการเช่าไม่ว่าทั้งหมดหรือบางส่วนโดยไม่ได้รับความยินยอมเป็นห"
        "นังสือจากผู้ให้เช่า หากผิดสัญญาผู้เช่ายอมชำระค่าปรับเป็นเงิน {n} บาท "
        "และให้สัญญาฉบับปี {y} สิ้นสุดลงทันที",
    ],
    "zh": [
        "承租人应当妥善保管并使用位于{p}的房屋,未经出租人事先书面同意,不得将房屋全部"
        "或者部分转租、转借他人,也不得擅自改建、扩建或者改变其用途;承租人违反本条约定的"
        ",出租人有权解除{y}年所订合同,并要求承租人在{n}日内支付违约金及赔偿由此造"
        "成的一切损失,包括但不限于修缮费用、律师费用以及诉讼费用。",
    ],
    "ja": [
        "賃借人は、{p}に所在する本物件を善良な管理者の注意をもって使用しなければならず"
        "、賃貸人の書面による事前の承諾を得ることなく、本物件の全部又は一部を第三者に転貸"
        "し、又はその賃借権を譲渡してはならない。これに違反したときは、賃貸人は何らの催告"
        "を要することなく、{y}年に締結した本契約を解除し、{n}円の違約金を請求するこ"
        "とができる。",
    ],
    "ko": [
        "임차인은 {p}에 있는 목적물을 선량한 관리자의 주의로 보존하여야 하며, 임대인의 "
        "사전 서면 동의 없이 그 전부 또는 일부를 전대하거나 임차권을 양도할 수 없다. 이를 "
        "위반한 때에는 임대인은 최고 없이 {y}년의 계약을 해지하고 {n}원의 위약금을 청구할 "
        "수 있다.",
    ],
}

FUNCTIONS: list[str] = [
    "def read_AAA(path: Path, BBB: int = NNN) -> list[str]:\n"
    '    """Read the AAA and leave out what has no BBB."""\n'
    "    out: list[str] = []\n"
    "    for line in path.read_text().splitlines():\n"
    "        if not line.strip() or line.startswith('#'):\n"
    "            continue\n"
    "        if len(line) > BBB:\n"
    "            raise ValueError(f'too long: {line!r}')\n"
    "        out.append(line.rstrip())\n"
    "    return out\n\n\n",
    "export async function fetchAAA(id: string): Promise<BBB | null> {\n"
    "  const response = await fetch(`/api/CCC/${id}?limit=NNN`);\n"
    "  if (!response.ok) {\n"
    "    console.error('failed to fetch AAA', response.status);\n"
    "    return null;\n"
    "  }\n"
    "  const data = await response.json();\n"
    "  return { ...data, CCC: data.CCC ?? [] };\n"
    "}\n\n",
    "static int AAA_open(struct BBB *b, const char *name)\n"
    "{\n"
    "\tint fd = open(name, O_RDONLY);\n\n"
    "\tif (fd < 0)\n"
    "\t\treturn -errno;\n"
    "\tb->CCC = malloc(NNN);\n"
    "\tif (!b->CCC) {\n"
    "\t\tclose(fd);\n"
    "\t\treturn -ENOMEM;\n"
    "\t}\n"
    "\tb->fd = fd;\n"
    "\treturn 0;\n"
    "}\n\n",
    "CREATE TABLE IF NOT EXISTS AAA (\n"
    "    id INTEGER PRIMARY KEY AUTOINCREMENT,\n"
    "    BBB VARCHAR(NNN) NOT NULL DEFAULT '',\n"
    "    CCC NUMERIC(10, 2),\n"
    "    created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,\n"
    "    CONSTRAINT CCC_positive CHECK (CCC >= 0)\n"
    ");\n"
    "CREATE INDEX AAA_by_BBB ON AAA (BBB);\n\n",
    "@Test\n"
    "public void testAAAWithEmptyBBB() throws Exception {\n"
    "    AAAService service = new AAAService(NNN);\n"
    "    when(repository.findByBBB(any())).thenReturn(Optional.empty());\n"
    "    Result result = service.process(new BBB());\n"
    "    assertNotNull(result);\n"
    "    assertEquals(0, result.getCCC().size());\n"
    "    verify(repository, times(1)).findByBBB(any());\n"
    "}\n\n",
    "#AAA .BBB {\n"
    "  display: flex;\n"
    "  flex-direction: column;\n"
    "  justify-content: space-between;\n"
    "  width: NNNpx;\n"
    "  margin: 0 auto;\n"
    "  background: url('/static/CCC.png') no-repeat center;\n"
    "}\n"
    "#AAA .BBB:hover .CCC { opacity: 0.8; transition: opacity 0.3s ease-in-out; }\n\n",
]
