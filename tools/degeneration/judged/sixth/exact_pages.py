"""Exact loops of paragraphs, forms, functions and whole pages: units of hundreds of characters."""

from random import Random

from degeneration import material as m
from degeneration.judged.sixth import material_exact as x
from degeneration.sample import Loop, PositiveKind

PAGES = "exact: paragraphs and pages"

_HEADERS = [
    "# {t}\n\n*{m}, {y}*\n\n",
    "- {n} -\n\n{t}\n\n",
    '<page number="{n}">\n<h1>{t}</h1>\n',
    "\\section*{{{t}}}\n\\noindent ",
    "KIRCHENBUCH {m} — BLATT {n}\n\n",
    "**{m} & Söhne** · {t}\n\n---\n\n",
    "## Page {n}\n\n",
    "第{n}頁\n\n{t}\n\n",
    "{m}, {n} de mayo de {y}\n\nMuy señor mío:\n\n",
    "Dear {m},\n\n",
    "Уважаемый {m}!\n\n",
    '{{"page": {n}, "title": "{t}", "text": "',
]
_FOOTERS = [
    *(
        "\n\n",
        "\n\n{n}\n\n",
        "</page>\n",
        "\n\n---\n\n",
        "\n\n\\newpage\n\n",
        "\n\nYours faithfully,\n{m}\n\n",
    ),
    *(
        "\n\n[Seite {n} von {n}]\n\n",
        "\f",
        "\n\n<!-- page break -->\n\n",
        '"}},\n',
        "\n\n（完）\n\n",
        "\n\nС уважением,\n{m}\n\n",
    ),
]

_CLAUSES = {
    "en": (
        "The Lessee shall keep the said premises in good repair, reasonable wear excepted. ",
        " and {m} shall have no claim whatsoever against the estate in respect thereof. ",
    ),
    "de": (
        "§ {n} Der Pächter verpflichtet sich, die Gräben jährlich zu räumen. ",
        " Mündliche Nebenabreden mit {m} bestehen nicht. ",
    ),
    "fr": (
        "Art. {n}. Le preneur s'engage à entretenir les haies et les fossés. ",
        " Fait et passé en l'étude de Me {m}, les parties présentes. ",
    ),
    "es": (
        "Cláusula {n}. El arrendatario no podrá ceder la finca a un tercero. ",
        " Leída que les fue, se ratifican y firman ante {m}, notario. ",
    ),
    "it": (
        "Art. {n} Il conduttore dichiara di aver visitato i locali. ",
        " Letto e firmato, {m}. ",
    ),
    "ru": ("{n}. Арендатор обязуется вносить плату в установленный срок. ", " Подписи сторон. "),
    "ar": ("المادة {n}: يلتزم المستأجر بصيانة العين المؤجرة. ", " وقد وقع الطرفان على ذلك. "),
    "zh": ("第{n}条 承租人应按时缴纳租金,不得转租。", "本条款自双方签字之日起生效。"),
    "ja": ("第{n}条 乙は、本物件を善良な管理者の注意をもって使用する。", "以上、相違ありません。"),
    "hi": ("धारा {n}: किरायेदार मकान की मरम्मत स्वयं कराएगा। ", " दोनों पक्षों ने पढ़कर हस्ताक्षर किए। "),
    "pl": ("§ {n}. Dzierżawca zobowiązuje się do opłacania czynszu. ", " Odczytano i podpisano. "),
    "la": ("Item statuimus et ordinamus quod nullus audeat. ", " In cuius rei testimonium. "),
}

_FIELDS = [
    "Name of applicant; Date of birth; Occupation; Residence; First witness; Remarks; Parish",
    "Vor- und Zuname; Stand oder Beruf; Wohnort; Geburtsort; Konfession; Bemerkungen; Taufpate",
    "Nom et prénom; Domicile; Profession; Né(e) le; Fils de; Observations; Canton",
    "Nombre y apellidos; Oficio; Vecindad; Fecha de ingreso; Padrino; Observaciones",
    "Cognome e nome; Professione; Comune; Data di nascita; Figlio di; Annotazioni",
    "Nome do contribuinte; Endereço; CPF; Data; Município; Assinatura; Observações",
    "Фамилия, имя; Место жительства; Год рождения; Занятие; Сословие; Примечания",
    "姓名; 籍贯; 职业; 住址; 出生日期; 备注; 介绍人",
    "氏名; 職業; 住所; 生年月日; 保証人; 備考",
    "이름; 주소; 직업; 생년월일; 보증인; 비고",
    "الاسم; المهنة; العنوان; تاريخ الميلاد; الشاهد; ملاحظات",
    "Adı ve soyadı; Mesleği; Doğum yeri; Adresi; Baba adı; Düşünceler",
    "Imię i nazwisko; Zawód; Miejsce urodzenia; Adres; Uwagi; Świadek",
    "Ονοματεπώνυμο; Επάγγελμα; Τόπος γεννήσεως; Διεύθυνση; Παρατηρήσεις; Μάρτυς",
    "नाम; पता; व्यवसाय; जन्मतिथि; पिता का नाम; टिप्पणी",
]
"""The fields of a form, by language."""
_FORMS = [
    "{f}: {v}\n",
    "**{f}:** {v}  \n",
    "<dt>{f}</dt><dd>{v}</dd>\n",
    "| {f} | {v} |\n",
    "{f} .... {v}\n",
]

_STEMS = [
    ("en", "Which of the following did {m} NOT observe in the sample of {g}?"),
    ("de", "Welche Aussage über {g} trifft nach dem Text von {m} zu?"),
    ("fr", "D'après le document, pourquoi {m} a-t-il refusé de vendre {g} ?"),
    ("es", "¿Cuántos kilos de {g} compró {m} si pagó {n} pesos en total?"),
    ("pt", "A respeito do comércio de {g}, segundo {m}, assinale a alternativa correta:"),
    ("ru", "Какой вывод о «{g}» следует из опыта, описанного в тексте {m}?"),
    ("zh", "下列关于{g}的叙述,不正确的一项是(  )"),
    ("ja", "{g}について、本文の内容と一致するものを一つ選びなさい。"),
    ("ko", "다음 중 {g}에 대한 설명으로 옳은 것은?"),
    ("hi", "{g} के बारे में कौन-सा कथन सही है?"),
    ("it", "Quale affermazione sul {g} di {m} è falsa?"),
]
_KEYS = {"ru": "абвг", "ja": "アイウエ", "ko": "①②③④", "hi": "कखगघ"}
_OPTIONS = [
    "({k}) {v}\n",
    "{k}) {v}\n",
    "- [ ] {k}. {v}\n",
    "<li>{v}</li>\n",
    "\\choice {v}\n",
    "{k}．{v}\n",
]

_FUNCTIONS = [
    "def {a}_total(rows: list[dict[str, float]], {b}: str) -> float:\n"
    '    """Sum the {b} of all rows that have one."""\n    total = 0.0\n    for row in rows:\n'
    "        if {b} not in row:\n            continue\n        total += row[{b}] * {k}\n"
    "        if total > {n}:\n            raise ValueError(row)\n    return round(total, 2)\n\n\n",
    "function {a}({b}, done) {{\n  const list = {b}.split(';');\n  let seen = 0;\n"
    "  for (const entry of list) {{\n    if (!entry.trim()) continue;\n    seen += {k};\n"
    "    window.setTimeout(() => done(entry, seen), {n});\n  }}\n  return seen;\n}}\n\n",
    "static int {a}(struct {b} *self, size_t len)\n{{\n\tif (!self || len > {n})\n\t\treturn -1;\n"
    "\tself->used += len;\n\twhile (self->used > self->size / {k}) {{\n\t\tif (!grow(self))\n"
    "\t\t\treturn -1;\n\t}}\n\tmemset(self->data, 0, len);\n\treturn 0;\n}}\n\n",
    "CREATE OR REPLACE VIEW {a}_by_{b} AS\nSELECT p.name AS {b},\n       count(*) AS entries,\n"
    "       sum(l.price * l.quantity) AS total\nFROM {a} AS l\nJOIN people AS p ON p.id = l.who\n"
    "WHERE l.year >= {n} AND l.page <> {k}\nGROUP BY p.name\nHAVING count(*) > 1\nORDER BY 3;\n\n",
    "\\begin{{tikzpicture}}[scale=0.{k}]\n  \\draw[->] (0,0) -- (4,0) node[right] {{${a}$}};\n"
    "  \\draw[->] (0,0) -- (0,3) node[above] {{${b}$}};\n  \\draw[thick] plot coordinates\n"
    "    {{(0,1) (1,1.4) (2,2.2) (3,2.1)}};\n  \\node at (2,-0.6) {{Fig. {n}: {a}}};\n"
    "\\end{{tikzpicture}}\n\n",
    '<section class="{a}">\n  <header><h3>{b}</h3></header>\n  <p>No. {n}</p>\n  <ul>\n'
    '    <li><a href="/{a}/{k}">read</a></li>\n    <li><a href="/{a}/{k}/edit">edit</a></li>\n'
    '  </ul>\n  <form method="post"><input name="{b}" value="{n}"><button>Save</button></form>\n'
    "</section>\n\n",
    "  {a}_{b}:\n    image: registry.example/{a}:{k}.1\n    restart: unless-stopped\n"
    "    environment:\n      LEDGER_YEAR: {n}\n      LOG_LEVEL: warning\n    volumes:\n"
    "      - ./data/{b}:/var/lib/{a}\n    depends_on:\n      - database\n    ports:\n"
    '      - "80{k}:80"\n\n',
]
_WORDS = [
    "ledger",
    "harvest",
    "toll",
    "parcel",
    "quire",
    "weir",
    "barrel",
    "folio",
    "tithe",
    "mill",
]


def _passage(rng: Random, language: str, chars: int) -> str:
    """A paragraph that no lead has: of a mix of hand-written and made-up sentences."""
    if language == "pt":
        return m.paragraph(rng, 3, 7)
    between = "" if language in ("zh", "ja") else " "
    out = ""
    for sentence in x.sentences(rng, language):
        out += (between if out else "") + sentence
        if len(out) > chars:
            break
    return out


def _other_lead(rng: Random, language: str, high: int = 2500) -> str:
    """A lead of another language than the unit's, or of made-up words."""
    others = [one for one in ("en", "de", "fr", "ru", "zh", "ar", "hi", "pt") if one != language]
    return x.lead(rng, "pt" if rng.random() < 0.4 else rng.choice(others), 120, high)


def _page(rng: Random) -> Loop:
    """The model reads the page from its beginning again: header, text, footer."""
    language = rng.choice((*x.SENTENCES, "pt", "pt"))
    words = {
        "t": m.title(rng, 2, 5),
        "m": rng.choice(x.NAMES),
        "y": rng.randint(1780, 1999),
        "n": rng.randint(2, 399),
    }
    texts = [_passage(rng, language, rng.randint(200, 900))]
    if rng.random() < 0.6:
        goods = rng.sample(x.GOODS, rng.randint(3, 9))
        mark = rng.choice(("- ", "| ", "", "• "))
        texts.append("\n".join(f"{mark}{good} {x.number(rng)}" for good in goods))
    if rng.random() < 0.6:
        texts.append(m.paragraph(rng, 2, 4))
    header = rng.choice(_HEADERS).format(**words)
    closed = header.startswith("{")
    footer = _FOOTERS[9].format() if closed else rng.choice(_FOOTERS).format(**words)
    unit = header + ("\\n" if closed else "\n\n").join(texts) + footer
    lead = '{"pages": [' + x.lead(rng, "de") if closed else _other_lead(rng, language)
    return x.again(lead + ("\n" if closed else "\n\n"), unit, "]}" if closed else "")


def _clause(rng: Random) -> Loop:
    """A clause of a contract, from its beginning or from the middle of it."""
    language = rng.choice(list(_CLAUSES))
    head, foot = _CLAUSES[language]
    words = {"n": rng.randint(2, 40), "m": rng.choice(x.NAMES)}
    unit = head.format(**words) + _passage(rng, language, rng.randint(250, 800))
    unit += foot.format(**words) + rng.choice(("", "\n", "\n\n"))
    lead = _other_lead(rng, language) + "\n\n"
    if rng.random() < 0.4:
        at = rng.randrange(1, len(unit) // 2)
        return x.again(lead + unit[:at], unit[at:] + unit[:at])
    return x.again(lead, unit)


def _form(rng: Random) -> Loop:
    """A form that was filled in once is filled in the same way again."""
    shape = rng.choice(_FORMS)
    fields = rng.choice(_FIELDS).split("; ")
    fields = rng.sample(fields, rng.randint(5, len(fields)))
    rows = [
        shape.format(f=field, v=rng.choice((m.name(rng), f"{m.date(rng):%d/%m/%Y}", m.phrase(rng))))
        for field in fields
    ]
    heads = ("FORM {n}\n", "### {t}\n\n", "— {t} —\n", "[{n}]\n")
    head = "<dl>\n" if shape.startswith("<") else rng.choice(heads)
    unit = head.format(n=rng.randint(10, 999), t=m.title(rng, 2, 4)) + "".join(rows)
    if rng.random() < 0.5 and "<" not in unit:
        unit += "\n" + m.paragraph(rng, 2, 5) + "\n"
    lead = x.any_lead(rng, 120, 2000) + "\n\n"
    return x.again(
        lead, unit + rng.choice(("\n", "</dl>\n" if "<dl>" in unit else "* * *\n", "\n\n"))
    )


def _exam(rng: Random) -> Loop:
    """A question with all its options, under a number that stays."""
    words = {"m": rng.choice(x.NAMES), "g": rng.choice(x.GOODS), "n": rng.randint(12, 99)}
    option = rng.choice(_OPTIONS)
    language, stem = rng.choice(_STEMS)
    pt = language == "pt"
    answers = [m.sentence(rng, 6, 14) for _ in "abcde"] if pt else x.sentences(rng, language, 4)
    number = rng.choice(("{n}. ", "Question {n}\n", "**{n}** ", "Q{n}: ", "\\question "))
    number += m.paragraph(rng, 2, 6) + "\n\n" if pt and rng.random() < 0.6 else ""
    unit = number.format(**words) + stem.format(**words) + "\n"
    keys = _KEYS.get(language, rng.choice(("abcde", "ABCDE", "12345")))
    unit += "".join(option.format(k=k, v=v) for k, v in zip(keys, answers, strict=False)) + "\n"
    return x.again(_other_lead(rng, language, 2000) + "\n\n", unit)


def _function(rng: Random) -> Loop:
    a, b = rng.sample(_WORDS, 2)
    slots = {"a": a, "b": b, "k": rng.randint(2, 9), "n": rng.randint(100, 2000)}
    start = rng.randrange(len(_FUNCTIONS))
    pieces = _FUNCTIONS[start : start + rng.choice((1, 2, 2))]
    unit = "".join(piece.format(**slots) for piece in pieces)
    lead = x.lead(rng, rng.choice(("en", "de", "pt", "es", "ja", "zh")), 120, 1500)
    return x.again(f"{lead}\n\n```\n", unit, "```\n")


KINDS: tuple[PositiveKind, ...] = (
    PositiveKind("w: page read from the top again", PAGES, _page),
    PositiveKind("w: clause of a lease", PAGES, _clause, ("tail", "tail", "tail", "recovered")),
    PositiveKind("w: form filled in alike", PAGES, _form, ("tail", "tail", "stray")),
    PositiveKind("w: exam question and options", PAGES, _exam, ("tail", "recovered")),
    PositiveKind("w: function defined again", PAGES, _function, ("tail", "tail", "closed")),
)
