"""Held-out clean pages of blanks and boxes: what is printed to be filled in."""

from random import Random

from degeneration import material as m
from degeneration.judged.first import words as w
from degeneration.sample import NegativeKind

_CONDITIONS = w.listed("""
    Asthma|Diabetes|Epilepsy or seizures|Heart murmur|High blood pressure|Low blood
    pressure|Hepatitis A, B or C|Kidney disease|Thyroid problems|Stomach ulcers|Anemia|
    Arthritis|Chest pain|Shortness of breath|Dizziness or fainting|Cancer|Stroke|
    Tuberculosis|Glaucoma|Migraine|Allergy to latex|Allergy to penicillin|Artificial
    joints|Pacemaker|Hearing loss|Sinus trouble|Blood transfusion|Depression|Sleep
    apnea|Gout
""")


def intake_form(rng: Random) -> str:
    """A patient's questionnaire: blanks for who it is, a yes and a no for each illness."""
    box = rng.choice(("☐", "□", "[ ]", "( )"))
    out = f"{w.title(rng, 'en').upper()} MEDICAL CENTRE\nNEW PATIENT HISTORY\n\n"
    out += f"Name: {'_' * 32} Date of birth: ___/___/_____\n"
    out += f"Address: {'_' * 40} City: {'_' * 15}\nPhone (home): {'_' * 14} (work): {'_' * 14}\n"
    out += f"Emergency contact: {'_' * 24} Relationship: {'_' * 14}\n\n"
    out += "Do you have, or have you ever had, any of the following?\n\n"
    two = rng.random() < 0.4
    for i, illness in enumerate(rng.sample(_CONDITIONS, rng.randrange(14, 30, 2))):
        end = "\n" if not two or i % 2 else "    "
        out += f"{illness:<22} {box} Yes  {box} No{end}"
    for _ in w.some(rng, 2, 5):
        out += f"\n{w.sentence(rng, 'en')[:-1]}? {box} Yes {box} No  If yes, explain: {'_' * 30}\n"
    return out + f"\nSignature: {'_' * 32} Date: {'_' * 12}\n"


def ballot(rng: Random) -> str:
    """A sample ballot: offices, a box for each who stands, a line for whom one writes in."""
    box = rng.choice(("☐", "⬭", "◯", "[ ]"))
    parties = ("Democratic", "Republican", "Libertarian", "Green", "Nonpartisan")
    out = "OFFICIAL SAMPLE BALLOT\nGENERAL ELECTION\n\n"
    for _ in w.some(rng, 5, 12):
        out += f"{w.title(rng, 'en', 1, 2)} Commissioner, District {rng.randint(1, 14)}\n"
        out += f"(Vote for {rng.choice(('ONE', 'ONE', 'up to TWO'))})\n"
        for _ in w.some(rng, 1, 5):
            out += f"{box} {w.person(rng, 'en')}\n    {rng.choice(parties)}\n"
        out += f"{box} Write-in: {'_' * 24}\n\n"
    for _ in w.some(rng, 1, 4):
        out += f"PROPOSITION {rng.randint(1, 90)}. {w.prose(rng, 'en', 160)}{box} YES\n{box} NO\n\n"
    return out


_VERBS = w.listed("""
    go|write|play|take|visit|know|buy|leave|teach|break|sing|find|wait|open|
    draw
""")
_SUBJECTS = w.listed("""
    She|He|They|We|My brother|The children|Our teacher|Nobody|The neighbours|I
""")


def cloze(rng: Random) -> str:
    """A grammar sheet: a gap for the verb in each sentence."""
    gap, out = "_" * rng.choice((6, 8, 10, 12, 15)), ""
    for unit in range(rng.randint(1, 3)):
        out += f"Exercise {unit + 1}. Complete the sentences with the verb in brackets.\n\n"
        for i in w.many(rng, 8, 16):
            tail = w.phrase(rng, "en", 1, 4)
            verb = rng.choice(_VERBS)
            out += f"{i + 1}. {rng.choice(_SUBJECTS)} {gap} ({verb}) the {tail}"
            out += rng.choice((".", f" and {gap} ({rng.choice(_VERBS)}) the {w.word(rng, 'en')}."))
            out += "\n"
        out += "\n"
    return out


_COLUMNS = {
    "pt": ("Nº", "Nome", "Documento", "Assinatura"),
    "en": ("No.", "Name", "Company", "Signature"),
    "es": ("N.º", "Nombre y apellidos", "DNI", "Firma"),
    "de": ("Nr.", "Name", "Abteilung", "Unterschrift"),
}


def sign_in_sheet(rng: Random) -> str:
    """Names in print, the other columns still to be written; a few spare rows."""
    lang = rng.choice(tuple(_COLUMNS))
    blank = rng.choice(("", "", "_" * 15, "_" * 22, "&nbsp;"))
    names = sorted(w.person(rng, lang) for _ in w.some(rng, 10, 32))
    rows = [[str(i + 1), name, blank, blank] for i, name in enumerate(names)]
    rows += [["", "", blank, blank]] * rng.randint(0, 5)
    head = f"{w.title(rng, lang, 3, 6)}\n{rng.randint(1, 28)}/{rng.randint(1, 12)}/2023\n\n"
    form = rng.choice((w.markdown, w.html, w.compact))
    return head + form(list(_COLUMNS[lang]), rows)


def inspection(rng: Random) -> str:
    """A checklist by sections: three empty boxes after each item."""
    lang, box = rng.choice(("pt", "en", "es", "de")), rng.choice(("☐", "[ ]", "( )"))
    answers = rng.choice((("OK", "NOK", "N/A"), ("C", "NC", "NA"), ("✓", "✗", "–")))
    out = f"# {w.title(rng, lang, 2, 5)}\n\n"
    for section in range(rng.randint(2, 5)):
        rows = [
            [f"{section + 1}.{i + 1}", w.title(rng, lang, 3, 8), box, box, box, ""]
            for i in w.some(rng, 4, 11)
        ]
        out += f"## {section + 1}. {w.title(rng, lang, 1, 3)}\n\n"
        out += w.markdown(["#", "Item", *answers, "Obs."], rows) + "\n"
    return out


def likert(rng: Random) -> str:
    """A survey: statements, five circles each, one of them ticked at times."""
    lang = rng.choice(("en", "pt", "fr"))
    scale = {
        "en": ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"],
        "pt": ["Discordo totalmente", "Discordo", "Indiferente", "Concordo", "Concordo totalmente"],
        "fr": ["Pas du tout d'accord", "Plutôt pas d'accord", "Neutre", "Plutôt", "Tout à fait"],
    }[lang]
    filled, rows = rng.random() < 0.5, []
    for i in w.some(rng, 10, 28):
        cells = ["○"] * 5
        if filled:
            cells[rng.choices(range(5), (1, 2, 3, 6, 4))[0]] = "●"
        rows.append([f"Q{i + 1}. {w.sentence(rng, lang, 3, 8)}", *cells])
    return w.prose(rng, lang, 300) + "\n" + rng.choice((w.markdown, w.compact))(["", *scale], rows)


def receipt_stubs(rng: Random) -> str:
    """Two or three receipts to a sheet, blank but for the numbers printed on them."""
    number, fold = rng.randint(100, 9000), "- " * rng.choice((20, 30)) + "\n"
    payee, tax_id = w.person(rng, "pt").upper(), rng.randrange(10**11)
    slips = [
        f"RECIBO Nº {number + i:06d}                R$ {'_' * 12}\n"
        f"Recebi(emos) de {'_' * 40}\na quantia de {'_' * 43}\n"
        f"referente a {'_' * 44}\n{'_' * 25}, ____ de ______________ de 20__.\n"
        f"{'_' * 32}\n{payee}\nCPF {tax_id:011d}\n"
        for i in range(rng.randint(2, 3))
    ]
    return fold.join(slips)


def day_planner(rng: Random) -> str:
    """A page of a diary: an hour and a line, the next hour and a line."""
    blank, step = "_" * rng.choice((20, 28, 36)), rng.choice((30, 60))
    out = f"{w.title(rng, 'en', 1, 2)}\nDate: ____/____/______    M T W T F S S\n\nTop priorities\n"
    out += "".join(f"{i}. {blank}\n" for i in (1, 2, 3)) + "\nSchedule\n"
    first = rng.choice((6, 7, 8)) * 60
    last = first + rng.randint(9, 13) * 60 if step == 60 else first + rng.randint(7, 10) * 60
    out += "".join(f"{w.clock(at)} {blank}\n" for at in range(first, last, step))
    return out + f"\nNotes\n{blank}{blank}\n{blank}{blank}\n\n" + w.prose(rng, "en", 120)


def signatures(rng: Random) -> str:
    """The end of a contract: a place, a date, and a line above everybody's name."""
    out = m.prose(rng, rng.randint(300, 1500)) + f"{m.title(rng, 1, 2)}, ___ de __________ de ____."
    line = "_" * rng.choice((30, 36, 44, 50))
    for role in ("CONTRATANTE", "CONTRATADA", "INTERVENIENTE", "FIADOR", "FIADORA")[
        : rng.randint(2, 5)
    ]:
        out += f"\n\n\n{line}\n{w.person(rng, 'pt')}\n{role}"
    out += "\n\nTestemunhas:\n"
    for i in range(rng.choice((2, 2, 4))):
        out += (
            f"\n{i + 1}. {line}\nNome: {w.person(rng, 'pt')}\nCPF: {rng.randrange(10**11):011d}\n"
        )
    return out


def exam_lines(rng: Random) -> str:
    """An examination with open questions: under each some lines to answer on."""
    lang, line = rng.choice(("pt", "en", "es")), "_" * rng.choice((40, 55, 70, 80)) + "\n"
    out = f"{w.title(rng, lang, 2, 4)}\n\n"
    for i in w.some(rng, 4, 10):
        out += f"{i + 1}) {w.prose(rng, lang, rng.randint(60, 260))}" + line * rng.randint(2, 6)
        out += "\n"
    return out


def letter_blanks(rng: Random) -> str:
    """A puzzle: clues, and a dash for every letter of the answer, some of them given."""
    lang, out = rng.choice(("en", "es", "fr")), ""
    for i in w.some(rng, 10, 26):
        answer = rng.choice([word for word in w.CONTENT[lang] if len(word) > 3]).upper()
        shown = (letter if rng.random() < 0.2 else "_" for letter in answer)
        out += f"{i + 1}. {w.title(rng, lang, 2, 6)}: {' '.join(shown)} ({len(answer)})\n"
    return out


_FOREIGN = {
    "zh": "姓名 出生日期 身份证号码 联系电话 通讯地址 邮政编码 工作单位 电子邮箱 开户银行",
    "ja": "氏名 ふりがな 生年月日 住所 電話番号 勤務先 緊急連絡先 保証人 振込口座 在学期間",
    "ar": "الاسم|تاريخ الميلاد|رقم الهوية|العنوان|رقم الهاتف|جهة العمل|البريد الإلكتروني|المهنة",
    "ru": "Фамилия|Имя|Отчество|Дата рождения|Место работы|Должность|Адрес|Телефон|Паспорт",
    "hi": "नाम|पिता का नाम|जन्म तिथि|पता|दूरभाष|व्यवसाय|शैक्षिक योग्यता|राष्ट्रीयता|बैंक खाता",
}


def foreign_form(rng: Random) -> str:
    """An application in Chinese, Japanese, Arabic, Russian or Hindi."""
    lang = rng.choice(tuple(_FOREIGN))
    captions = _FOREIGN[lang].split("|" if "|" in _FOREIGN[lang] else " ")
    colon, out = "：" if lang in ("zh", "ja") else ":", f"{w.title(rng, lang, 2, 4)}\n\n"
    for _ in range(rng.randint(2, 5)):
        out += f"{w.title(rng, lang, 1, 2)}\n"
        for caption in rng.sample(captions, rng.randint(6, len(captions))):
            shape, wide = rng.randrange(4), rng.randint(8, 36)
            if shape == 0:
                out += f"{caption}{colon}{'.' * wide}\n"
            elif shape == 1:
                choices = "  ".join(f"□ {w.word(rng, lang)}" for _ in range(rng.randint(2, 5)))
                out += f"{caption}{colon} {choices}\n"
            else:
                out += f"{caption}{colon}{'_' * wide}\n"
        out += w.sentence(rng, lang) + "\n\n"
    return out


def dose_chart(rng: Random) -> str:
    """A ward's chart: drugs by hours, days across, initials in the first few days only."""
    days = rng.choice((7, 7, 10, 14))
    first, rows = rng.randint(1, 12), []
    for _ in w.some(rng, 3, 7):
        drug = f"{m.title(rng, 1, 1)} {rng.choice((5, 10, 20, 250, 500))} mg"
        for hour in rng.choice(((8,), (8, 20), (6, 14, 22), (6, 12, 18, 24))):
            given = rng.randint(0, 4)
            marks = [rng.choice(("MK", "JP", "MK", "AS")) if d < given else "" for d in range(days)]
            rows.append([drug, f"{hour:02d}:00", *marks])
            drug = ""
    head = ["Medication", "Hour", *(str(first + d) for d in range(days))]
    out = f"Patient: {w.person(rng, 'en')}   Room: {rng.randint(100, 480)}\n\n"
    return out + rng.choice((w.html, w.compact, w.markdown))(head, rows)


def score_card(rng: Random) -> str:
    """A golf club's card: the holes in print, the players' columns empty."""
    rows, form = [], rng.choice((w.markdown, w.compact))
    strokes = rng.sample(range(1, 19), 18)
    for hole in range(18):
        par = rng.choice((3, 4, 4, 4, 5))
        yards = par * 100 + rng.randint(-40, 90)
        rows.append([str(hole + 1), str(yards), str(par), str(strokes[hole]), "", "", "", ""])
        if hole in (8, 17):
            rows.append(
                ["OUT" if hole == 8 else "IN", str(rng.randint(3000, 3500)), "36", *[""] * 5]
            )
    head = ["Hole", "Yards", "Par", "S.I.", "A", "B", "C", "D"]
    return f"{w.title(rng, 'en', 1, 2)} Golf Club\nPlayer A: {'_' * 20}\n\n" + form(head, rows)


def interview(rng: Random) -> str:
    """An interviewer's sheet: codes to ring, the same for most questions, and where to go on."""
    codes = "1 Yes   2 No   8 Don't know   9 Refused"
    section = rng.choice("ABCDEFG")
    out, stop = f"SECTION {section}. {w.title(rng, 'en', 2, 3).upper()}\n\n", 0
    for i in w.many(rng, 8, 20):
        out += f"{section}{i + 1}. {w.sentence(rng, 'en', 4, 9)[:-1]}?\n    "
        kind = rng.random()
        stop = i + rng.randint(2, 6)
        if kind < 0.6:
            out += codes + (f"   → GO TO {section}{stop}" if rng.random() < 0.3 else "")
        elif kind < 0.8:
            out += "|__|__| days   98 Don't know   99 Refused"
        else:
            out += f"SPECIFY: {'_' * 40}"
        out += "\n\n"
    return out


_LEAD = "text: leaders and blanks"

KINDS = (
    NegativeKind("patient's form", _LEAD, intake_form),
    NegativeKind("sample ballot", _LEAD, ballot),
    NegativeKind("gaps to fill", _LEAD, cloze),
    NegativeKind("sign-in sheet", _LEAD, sign_in_sheet),
    NegativeKind("inspection", _LEAD, inspection),
    NegativeKind("likert survey", _LEAD, likert),
    NegativeKind("blank receipts", _LEAD, receipt_stubs),
    NegativeKind("day planner", _LEAD, day_planner, arithmetic=True),
    NegativeKind("signature page", _LEAD, signatures),
    NegativeKind("examination lines", _LEAD, exam_lines),
    NegativeKind("letter blanks", _LEAD, letter_blanks),
    NegativeKind("forms in other scripts", _LEAD, foreign_form),
    NegativeKind("dose chart", _LEAD, dose_chart),
    NegativeKind("score card", _LEAD, score_card),
    NegativeKind("interviewer's sheet", _LEAD, interview),
)
