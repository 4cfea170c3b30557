"""Blind exact loops of paragraphs, forms and half pages."""

from random import Random

from degeneration import material as m
from degeneration.judged.seventh import material_exact as x
from degeneration.sample import Loop, PositiveKind

_PAGES = "exact: paragraphs and pages"

_LABELS: dict[str, str] = {
    "en": "Name,Place,Year,Amount,Signature,Remarks,Officer,Total,Section,Question",
    "fr": "Nom,Lieu,Année,Montant,Signature,Observations,Agent,Total,Article,Question",
    "de": "Name,Ort,Jahr,Betrag,Unterschrift,Bemerkungen,Beamter,Summe,Artikel,Aufgabe",
    "es": "Nombre,Lugar,Año,Importe,Firma,Observaciones,Agente,Total,Artículo,Pregunta",
    "it": "Nome,Luogo,Anno,Importo,Firma,Note,Ufficiale,Totale,Articolo,Domanda",
    "pl": "Nazwisko,Miejscowość,Rok,Kwota,Podpis,Uwagi,Urzędnik,Razem,Artykuł,Zadanie",
    "la": "Nomen,Locus,Annus,Summa,Signum,Notae,Notarius,Totum,Caput,Quaestio",
    "ru": "Фамилия,Место,Год,Сумма,Подпись,Примечание,Чиновник,Итого,Статья,Вопрос",
    "el": "Όνομα,Τόπος,Έτος,Ποσό,Υπογραφή,Παρατηρήσεις,Υπάλληλος,Σύνολο,Άρθρο,Ερώτηση",
    "ar": "الاسم,المكان,السنة,المبلغ,التوقيع,ملاحظات,الموظف,المجموع,المادة,السؤال",
    "hi": "नाम,स्थान,वर्ष,राशि,हस्ताक्षर,टिप्पणी,अधिकारी,योग,अनुच्छेद,प्रश्न",
    "zh": "姓名,地点,年份,金额,签字,备注,经办人,合计,条款,试题",
    "ja": "氏名,場所,年,金額,署名,備考,担当者,合計,条,問",
    "ko": "성명,장소,연도,금액,서명,비고,담당자,합계,조항,문제",
}


def _labels(lang: str) -> list[str]:
    return _LABELS[lang].split(",")


def _paragraph(rng: Random) -> Loop:
    """A paragraph of two to six sentences that comes again."""
    lang = rng.choice(x.ALL)
    text, inner = x.split(rng, lang, rng.randint(2, 6))
    glue = rng.choice(("\n\n", "\n\n", "\n", " "))
    return x.same(text, x.joint(lang).join(inner) + glue)


def _sentence(rng: Random) -> Loop:
    """One sentence, or its last clause."""
    lang = rng.choice(x.ALL)
    text, inner = x.split(rng, lang, 1)
    unit = inner[0]
    comma = max(unit.rfind(mark) + 1 for mark in (",", "，", "、", "،"))
    if 8 < comma < len(unit) - 8 and rng.random() < 0.5:
        return x.same(text + unit[:comma], unit[comma:].rstrip(".。।") + unit[comma - 1])
    return x.same(text, unit + (x.joint(lang) if rng.random() < 0.7 else "\n"))


def _table(rng: Random, lang: str, form: str) -> str:
    """A small table with a total, in HTML, Markdown or columns of text."""
    labels = _labels(lang)
    rows = [[labels[0], labels[1], labels[3]]]
    for _ in range(rng.randint(2, 5)):
        rows.append([x.person(rng, lang), x.place(rng, lang), str(rng.randint(3, 9999))])
    rows.append([labels[7], "", str(rng.randint(9999, 99999))])
    if form == "html":
        cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>\n\n"
    if form == "markdown":
        rows.insert(1, ["---", "---", "---:"])
        return "".join(f"| {' | '.join(row)} |\n" for row in rows) + "\n"
    return "".join("   ".join(row).rstrip() + "\n" for row in rows) + "\n"


def _restart(rng: Random) -> Loop:
    """A half page with heading, text and table that starts again when it is done."""
    lang = rng.choice(x.ALL)
    text, inner = x.split(rng, lang, rng.randint(2, 6))
    labels = _labels(lang)
    head = f"{labels[8]} {rng.randint(2, 90)}. {x.place(rng, lang)}"
    mark = rng.choice(("# {}\n\n", "<h2>{}</h2>\n", "\\section{{{}}}\n\n", "**{}**\n\n", "{}\n\n"))
    table = _table(rng, lang, rng.choice(("html", "markdown", "text")))
    middle = x.joint(lang).join(inner) + "\n\n"
    more = x.invented(rng, lang, rng.randint(300, 1300)) + "\n\n" if rng.random() < 0.5 else ""
    order = [middle, more, table]
    rng.shuffle(order)
    foot = f"{labels[4]}: {x.person(rng, lang)}\n\n"
    return x.same(text, mark.format(head) + "".join(order) + foot, "* * *\n\n")


def _form(rng: Random) -> Loop:
    """A form that is filled in with the same person over and over."""
    lang = rng.choice(x.ALL)
    labels = _labels(lang)
    values = [x.person(rng, lang), x.place(rng, lang), str(rng.randint(1801, 2020))]
    values += [f"{rng.randint(3, 9000)},00", "(" + x.person(rng, lang) + ")", "—"]
    chosen = sorted(rng.sample(range(6), rng.randint(3, 6)))
    line = rng.choice(("{}: {}\n", "**{}:** {}\n", "{} ........ {}\n", "☒ {} {}\n", "{}\t{}\n"))
    unit = "".join(line.format(labels[index], values[index]) for index in chosen)
    return x.same(x.lead(rng, lang), unit + rng.choice(("\n", "---\n", "\n\n")))


def _exam(rng: Random) -> Loop:
    """A question with its choices, always under the same number."""
    lang = rng.choice(x.ALL)
    text, asked = x.lead(rng, lang), x.fill(rng, lang, x.QUESTIONS[lang])
    choices = rng.sample(x.PLACES[lang].split(","), rng.randint(3, 5))
    mark = rng.choice(("{}) {}\n", "({}) {}\n", "{}. {}\n", "- [ ] {} {}\n", "{} {}   "))
    options = "".join(mark.format("ABCDE"[i], choice) for i, choice in enumerate(choices))
    question = f"{_labels(lang)[9]} {rng.randint(2, 60)}. {asked}\n"
    blank = rng.choice(("", f"{_labels(lang)[5]}: ____\n"))
    return x.same(text, question + options + blank + "\n", "— — —\n\n")


def _letter_end(rng: Random) -> Loop:
    """The end of a letter, its names and its date, that does not end."""
    lang, words = rng.choice(
        (
            ("en", ("Yours faithfully,", "With kind regards,", "I remain your obedient servant,")),
            ("fr", ("Veuillez agréer, Monsieur, mes salutations.", "Bien à vous,")),
            ("de", ("Hochachtungsvoll", "Mit freundlichen Grüßen", "Ihr ergebenster")),
            ("es", ("Atentamente,", "Suyo afectísimo,", "Reciba un cordial saludo,")),
            ("it", ("Distinti saluti,", "Con stima,")),
            ("ru", ("С уважением,", "Искренне Ваш,")),
            ("ja", ("敬具", "草々", "かしこ")),
            ("zh", ("此致\n敬礼！", "谨启")),
            ("ar", ("وتفضلوا بقبول فائق الاحترام،", "مع التحية،")),
            ("ko", ("감사합니다.", "삼가 올립니다.")),
        )
    )
    parts = [rng.choice(words), x.person(rng, lang), x.place(rng, lang), m.code(rng)]
    unit = "\n".join(parts[: rng.randint(2, 4)]) + "\n\n"
    return x.same(x.lead(rng, lang), unit, "P.S.\n")


KINDS = (
    PositiveKind("t: paragraph again", _PAGES, _paragraph, ("tail", "recovered")),
    PositiveKind("t: sentence", _PAGES, _sentence, ("tail", "stray")),
    PositiveKind("t: half page", _PAGES, _restart, ("tail", "recovered")),
    PositiveKind("t: filled form", _PAGES, _form, ("tail",)),
    PositiveKind("t: exam question", _PAGES, _exam, ("tail", "stray", "closed")),
    PositiveKind("t: end of a letter", _PAGES, _letter_end, ("tail",)),
)
