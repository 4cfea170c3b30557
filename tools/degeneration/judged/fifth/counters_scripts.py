"""Blind counters in the digits, letters and numerals of scripts other than the Latin one."""

from collections.abc import Callable
from random import Random

from degeneration.judged.fifth import counters_kit as k
from degeneration.judged.fifth import counters_numerals as num
from degeneration.sample import Loop, PositiveKind

_KANJI = {
    "ja": (
        "第«n»条　前条の規定は、これを準用する。\n",
        "「同上」　第«n»号、«who»\n",
        "«n»、右同断に候也。\n",
        "金«n»円也、«who»殿、領収済。\n",
    ),
    "zh": (
        "第«n»章、同前，«place»志略。\n",
        "«n»、本院查无此项记录。\n",
        "第«n»回：且听下回分解。\n",
    ),
}


def _kanji(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _KANJI)
    run = k.ramp(rng, 2, 300, (1, 1, 1, 1, 2))
    write = rng.choice((num.kanji, num.kanji, num.kanji_places))
    return k.loop(k.lead(rng, lang), unit, n=lambda i: write(run(i)), least=5)


_ARABIC = {
    "ar": (
        "المادة «n»: تسري الأحكام السابقة.\n",
        "السطر رقم «n» غير مقروء.\n",
        "«n» - «title»، «who»، لا يوجد.\n",
        "صفحة «n» من «m»\n\nبيضاء\n\n",
        "سجل «n»/«m» باسم «who»؛ ",
    ),
}


def _arabic(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _ARABIC)
    script = rng.choice(("arabic", "arabic", "persian"))
    run = k.ramp(rng, 1, 400)
    whole = rng.randint(900, 9000)
    return k.loop(
        k.lead(rng, lang),
        unit,
        least=7,
        n=lambda i: num.in_digits(script, run(i)),
        m=lambda _: num.in_digits(script, whole),
    )


def _rows(rng: Random) -> Loop:
    lang, unit = k.pick(
        rng,
        {
            "ar": ("| «n» | «title» | «who» | — |\n", "<tr><td>«n»</td><td>«title»</td></tr>\n"),
            "hi": (
                "| «n» | «title» नगर | «who» |\n",
                "<tr><td>«n»</td><td>समय «title»</td></tr>\n",
            ),
        },
    )
    script = rng.choice(("arabic", "persian") if lang == "ar" else ("devanagari", "devanagari"))
    run = k.ramp(rng, 1, 90)
    closing = "</table>\n\n" if "<tr>" in unit else "\n\n"
    unit = unit.replace("<td>«n»", rng.choice(("<td>«n»", '<td dir="rtl">«n»')))
    return k.loop(k.lead(rng, lang), unit, closing, 6, n=lambda i: num.in_digits(script, run(i)))


_HINDI = {
    "hi": (
        "प्रश्न «n». सही उत्तर चुनिए: (क) नगर (ख) पहाड़ (ग) इनमें से कोई नहीं\n",
        "«n». श्री «who», ग्राम «place», नगर कार्यालय, अनुपस्थित।\n",
        "धारा «n» - समय समय पर लागू।\n",
        "पृष्ठ «n»: पत्र अपठनीय, नगर अभिलेख।\n",
    ),
}


def _hindi(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _HINDI)
    run = k.ramp(rng, 1, 300)
    return k.loop(k.lead(rng, lang), unit, n=lambda i: num.in_digits("devanagari", run(i)), least=5)


_THAI = {
    "th": (
        "ข้อ «n» ให้นำความในข้อก่อนมาใช้บังคับโดยอนุโลม\n",
        "มาตรา «n» ยกเลิก\n\n",
        "ลำดับที่ «n» : «who» ไม่มาประชุม\n",
        "หน้า «n» (ว่าง) นายทะเบียน\n",
    ),
}


def _thai(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _THAI)
    run = k.ramp(rng, 1, 500)
    return k.loop(k.lead(rng, lang), unit, n=lambda i: num.in_digits("thai", run(i)), least=12)


_NUMERALS: dict[str, tuple[str, Callable[[int], str], tuple[str, ...]]] = {
    "hebrew": (
        "he",
        num.hebrew,
        (
            "פסוק «n»: וידבר אל העם כדבר הזה.\n",
            "דף «n» עמוד ראשון, חסר.\n",
            "סעיף «n». בטל.\n",
            "«n». «who», «place», שולם.\n",
        ),
    ),
    "greek": (
        "el",
        num.greek,
        (
            "Κεφάλαιον «n». Περὶ τῶν αὐτῶν.\n",
            "Ἄρθρον «n» Ἰσχύουν τὰ προηγούμενα.\n",
            "«n». Ο «who» από «place», απών.\n",
        ),
    ),
}


def _alphabetic(rng: Random) -> Loop:
    lang, write, templates = _NUMERALS[rng.choice(sorted(_NUMERALS))]
    unit = k.settle(rng, rng.choice(templates), lang)
    run = k.ramp(rng, 1, 200, (1, 1, 1, 1, 2))
    return k.loop(k.lead(rng, lang), unit, n=lambda i: write(run(i)), least=7)


_EASTERN = {
    "bengali": ("প্রশ্ন «n»: উপরের মতো, নগর সভা।\n", "«n» নং ঘর, সময নাই।\n"),
    "tamil": ("பக்கம் «n»: இடமகல், காலி.\n", "அதிகாரம் «n», தமகள் முன்பு போல.\n"),
    "khmer": ("មាត្រា «n» បទបញ្ញត្តិដដែល កខគឃ។\n", "ទំព័រ «n» ទទេ សរសរ\n"),
    "gujarati": ("કલમ «n»: ઉપર મુજબ, નગર.\n",),
    "lao": ("ມາດຕາ «n» ຄືກັນ ກອງ\n",),
}
_ABOVE = {
    "bengali": "এই খাতায় নগর সভার বিবরণ লেখা আছে। পুরনো কাগজ নদীর ধারে পাওয়া যায়। বাজারের হিসাব পরে দেখা হবে।",
    "tamil": "இந்த ஏடு கோவிலின் பழைய கணக்குகளைக் கொண்டது. ஆற்றின் கரையில் சந்தை நடந்தது. மழை பெய்தது.",
    "khmer": "សៀវភៅនេះមានកំណត់ត្រាចាស់នៃភូមិ។ ទីផ្សារនៅក្បែរទន្លេ។ ភ្លៀងធ្លាក់ខ្លាំងនៅរដូវវស្សា។",
    "gujarati": "આ ચોપડામાં નગરનો જૂનો હિસાબ છે. નદી પાસે બજાર ભરાય છે. વરસાદ પછી પુલ બંધ રહ્યો.",
    "lao": "ປຶ້ມຫົວນີ້ບັນທຶກເລື່ອງເກົ່າຂອງບ້ານ. ຕະຫຼາດຢູ່ໃກ້ແມ່ນ້ຳ. ຝົນຕົກໜັກໃນລະດູຝົນ.",
}


def _eastern(rng: Random) -> Loop:
    """Pages of a survey in English, and then a page in another script."""
    script = rng.choice(sorted(_EASTERN))
    unit = rng.choice(_EASTERN[script])
    run = k.ramp(rng, 1, 200, (1, 1, 1, 2))
    lead = k.lead(rng, "en", _ABOVE[script] + "\n\n", high=900)
    return k.loop(lead, unit, n=lambda i: num.in_digits(script, run(i)), least=7)


_WIDE = {
    "ja": (
        "（「同上」«n»）、欄外注記なし。\n",
        "注«n»）　前掲書、«who»。\n",
        "問«n»　次の文を読みなさい。\n",
    ),
    "zh": ("（«n»）以上各项同前。\n", "图«n»：《«title»》，局部。\n"),
}


def _wide(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _WIDE)
    run = k.ramp(rng, 2, 300)
    return k.loop(k.lead(rng, lang), unit, n=lambda i: num.in_digits("wide", run(i)), least=6)


_ASCII = {
    "ko": ("제«n»조 (준용) 전조의 규정을 준용한다.\n", "[문제 «n»] 다음 중 옳은 것을 고르시오.\n"),
    "ru": ("Задание «n». Выберите верный ответ: а) да; б) нет.\n", "Лист «n», оборот чист.\n"),
    "zh": ("«n»、下列说法正确的是（　　）\n", "第«n»页，共«m»页\n\n（空白）\n\n"),
    "ja": ("«n». 該当なし（«who»記入）\n", "第«n»条　削除\n"),
    "el": ("Ερώτηση «n»: Ποιο από τα παρακάτω ισχύει;\n",),
    "he": ("שאלה «n»: סמן את התשובה הנכונה.\n",),
    "ar": ("السؤال «n»: اختر الإجابة الصحيحة.\n",),
    "th": ("คำถามที่ «n» จงเลือกคำตอบที่ถูกต้อง\n",),
    "hi": ("प्रश्न «n». सही विकल्प चुनिए।\n",),
}


def _ascii_digits(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _ASCII)
    whole = rng.randint(900, 4000)
    run = k.ramp(rng, 1, 300)
    return k.loop(k.lead(rng, lang), k.padded(rng, unit, 0.15), n=run, m=lambda _: whole, least=7)


_SCRIPTS = "counter: other scripts"
KINDS = (
    PositiveKind("v: kanji articles", _SCRIPTS, _kanji, ("tail", "stray")),
    PositiveKind("v: arabic rows", _SCRIPTS, k.either(_arabic, _rows)),
    PositiveKind("v: hindi questions", _SCRIPTS, _hindi, ("tail", "recovered")),
    PositiveKind("v: thai sections", _SCRIPTS, _thai),
    PositiveKind("v: letters as numerals", _SCRIPTS, _alphabetic, ("tail", "recovered")),
    PositiveKind("v: pages of the east", _SCRIPTS, k.either(_eastern, _wide), ("tail", "stray")),
    PositiveKind("v: questions of many scripts", _SCRIPTS, _ascii_digits, ("tail", "stray")),
)
IN_LETTERS: tuple[str, ...] = tuple(kind.name for kind in KINDS[:-1])
WITH_POINT: tuple[str, ...] = ()
