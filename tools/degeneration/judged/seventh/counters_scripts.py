"""Counters in the digits, letters and numerals of other scripts, and bare numbers."""

from collections.abc import Callable
from random import Random

from degeneration import material as m
from degeneration.judged.seventh import counters_numerals as numerals
from degeneration.judged.seventh import material_counters as mc
from degeneration.sample import Loop, PositiveKind

SCRIPTS = "counter: other scripts"
BARE = "counter: bare numbers and letters"
MANY = "counter: several numbers at once"


def _script_opening(rng: Random, script: str) -> str:
    return m.script_prose(rng, script, rng.randint(140, 1200)).rstrip() + "\n\n"


def _start(rng: Random) -> int:
    """Small enough for numerals that end at 9999."""
    return rng.choice((1, rng.randint(1, 60), rng.randint(60, 2500)))


ARABIC: dict[str, list[str]] = {
    "arabic": [
        "المادة {}: تلغى.",
        "السطر {} غير مقروء.",
        "صفحة {} من السجل فارغة.",
        "({}) كما سبق.",
    ],
    "persian": ["ماده {}: حذف شد.", "صفحه {} خالی است.", "ردیف {}: ندارد."],
}


def arabic_digits(rng: Random) -> Loop:
    script, form = mc.pick(rng, ARABIC)
    lead = mc.opening(rng, "ar") if script == "arabic" else _script_opening(rng, "arabic")
    after = rng.choice(("\n", "\n\n", " "))
    units = mc.counted(lambda n: form.format(numerals.in_digits(n, script)) + after, mc.first(rng))
    return Loop("counter", lead, units, "\n", least=5)


INDIC: dict[str, list[str]] = {
    "devanagari": ["प्रश्न {}. सही कथन चुनिए।", "श्लोक {} अनुपलब्ध", "पृष्ठ {} पूर्ववत", "| {} | नगण्य |"],
    "bengali": ["প্রশ্ন {}. এরপর সঠিক উত্তর দাও।", "পৃষ্ঠা {} নকল", "| {} | একই |"],
}


def indic_digits(rng: Random) -> Loop:
    script, form = mc.pick(rng, INDIC)
    after = rng.choice(("\n", "\n\n"))
    units = mc.counted(lambda n: form.format(numerals.in_digits(n, script)) + after, mc.first(rng))
    return Loop("counter", mc.opening(rng, "hi"), units, "\n", least=8)


THAI = ["มาตรา {} ให้ยกเลิก", "ข้อ {} ยกเว้น", "หน้า {} ว่างเปล่า", "ลำดับที่ {} เหมือนเดิม"]


def thai_digits(rng: Random) -> Loop:
    form, after = rng.choice(THAI), rng.choice(("\n", "\n\n", "  "))
    units = mc.counted(lambda n: form.format(numerals.in_digits(n, "thai")) + after, mc.first(rng))
    return Loop("counter", _script_opening(rng, "thai"), units, "\n", least=6)


ARTICLES: dict[str, list[str]] = {
    "zh": ["第{}条 本条删除。", "第{}页 空白页", "({}) 同前所述", "第{}回 且听下回分解"],
    "ja": ["第{}条 削除済み", "第{}頁 判読不能", "({}) 前項に同じ。"],
}


def han_articles(rng: Random) -> Loop:
    lang, form = mc.pick(rng, ARTICLES)
    word, after = numerals.CARDINALS[lang], rng.choice(("\n", "\n\n"))
    units = mc.counted(lambda n: form.format(word(n)) + after, _start(rng))
    return Loop("counter", mc.opening(rng, lang), units, "\n", least=6)


FULLWIDTH = ["問{}.次の空欄を埋めよ。", "{}番 該当なし", "【{}】判読できず", "({})以下同文"]


def fullwidth_digits(rng: Random) -> Loop:
    form, width = rng.choice(FULLWIDTH), rng.choice((0, 2, 3))
    units = mc.counted(
        lambda n: form.format(numerals.in_digits(n, "fullwidth", width)) + "\n", mc.first(rng)
    )
    return Loop("counter", mc.opening(rng, "ja"), units, "\n", least=6)


HEBREW = ["פסוק {} ויאמר אליו", "סעיף {}: בוטל", "דף {} ריק", "פרק {} כנזכר לעיל"]


def hebrew_verses(rng: Random) -> Loop:
    form, after = rng.choice(HEBREW), rng.choice(("\n", ". ", "\n\n"))
    units = mc.counted(lambda n: form.format(numerals.hebrew(n)) + after, _start(rng))
    return Loop("counter", _script_opening(rng, "hebrew"), units, "\n", least=8)


GREEK = ["Κεφάλαιον {}. Περὶ τοῦ αὐτοῦ.", "{} καὶ εἶπεν αὐτοῖς·", "Ἄρθρον {}. Καταργεῖται."]


def greek_chapters(rng: Random) -> Loop:
    form, after = rng.choice(GREEK), rng.choice(("\n", " ", "\n\n"))
    units = mc.counted(lambda n: form.format(numerals.greek(n)) + after, _start(rng))
    # Marks of thousands come and go: the length of a unit is no period.
    return Loop("counter", _script_opening(rng, "greek"), units, "\n", least=6, ambiguous=True)


CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
SUBPOINTS = ["пункт утратил силу;", "то же самое;", "не применяется;", "см. предыдущий абзац."]


def _cyrillic_letters(number: int) -> str:
    out = ""
    while number:
        number, rest = divmod(number - 1, len(CYRILLIC))
        out = CYRILLIC[rest] + out
    return out


def cyrillic_points(rng: Random) -> Loop:
    text, head = rng.choice(SUBPOINTS), rng.choice(("{}) ", "({}) ", "{}. ", "— {}) "))
    units = mc.counted(
        lambda n: head.format(_cyrillic_letters(n)) + text + "\n", rng.randint(1, 20)
    )
    return Loop("counter", mc.opening(rng, "ru"), units, "\n", least=6)


KOREAN = [
    "제{}조 삭제",
    "제{}항 위와 같음.",
    "{}번 문제. 알맞은 답을 고르시오.",
    "<{}쪽> 빈 면",
    "문서번호 {} 해당 없음",
]


def korean_articles(rng: Random) -> Loop:
    """Digits within Hangul, no space between them."""
    form, after = rng.choice(KOREAN), rng.choice(("\n", "\n\n", " "))
    units = mc.counted(lambda n: form.format(n) + after, mc.first(rng))
    return Loop("counter", mc.opening(rng, "ko"), units, "\n", least=8)


CHINESE = ["第{}题 见上题。", "编号{} 缺页", "{}、同上;", "表{} 无数据", "图版{} 说明从略"]


def chinese_numbers(rng: Random) -> Loop:
    form, after = rng.choice(CHINESE), rng.choice(("\n", "\n\n", " "))
    units = mc.counted(lambda n: form.format(n) + after, mc.first(rng), mc.step(rng))
    return Loop("counter", mc.opening(rng, "zh"), units, "\n", least=10)


def bare_numbers(rng: Random) -> Loop:
    between = rng.choice((", ", ",", " ", "\n", "; ", " - ", " → ", "\n\n", " | ", "... "))
    by = rng.choices((1, 2, 3, 5, 7, 10, 100), (60, 8, 6, 8, 5, 8, 5))[0]
    width = rng.choice((0, 0, 0, 3, 5))
    units = mc.counted(lambda n: f"{n:0{width}d}{between}", mc.first(rng), by)
    lead = mc.opening(rng, rng.choice(mc.LANGUAGES))
    return Loop("counter", lead, units, "\n\n", least=40)


def bare_decimals(rng: Random) -> Loop:
    places, point = rng.choice((1, 2, 3, 4)), rng.choice(".,")
    by, between = rng.choice((1, 2, 5, 25)), rng.choice(("; ", " ", "\n", " | ", "% ", " cm\n"))

    def unit(n: int) -> str:
        return f"{n / 10**places:.{places}f}".replace(".", point) + between

    lead = mc.opening(rng, rng.choice(mc.LANGUAGES))
    return Loop("counter", lead, mc.counted(unit, rng.randint(0, 90) * by, by), "\n", least=40)


def bare_letters(rng: Random) -> Loop:
    form = rng.choice(("{}, ", "{} ", "({}) ", "{}) ____\n", "{}\n", "| {} "))
    spell: Callable[[int], str] = m.letters if rng.random() < 0.6 else _cyrillic_letters
    upper, lang = rng.random() < 0.5, "ru" if spell is _cyrillic_letters else rng.choice(mc.LATIN)
    units = mc.counted(
        lambda n: form.format(spell(n).upper() if upper else spell(n)), rng.choice((1, 1, 27, 53))
    )
    return Loop("counter", mc.opening(rng, lang), units, "\n\n", least=60)


def bare_roman(rng: Random) -> Loop:
    form = rng.choice(("{}, ", "{}. ", "({}) ", "{}\n", "§ {} "))
    lower = rng.random() < 0.4
    units = mc.counted(
        lambda n: form.format(m.roman(n).lower() if lower else m.roman(n)), rng.randint(1, 90)
    )
    lead = mc.opening(rng, rng.choice(mc.LATIN))
    return Loop("counter", lead, units, "\n\n", least=40)


def coordinates(rng: Random) -> Loop:
    north, east = rng.randint(100_000, 800_000), rng.randint(100_000, 900_000)
    a, b = rng.choice((0, 1, 5, 10, 25)), rng.choice((1, 2, 5, 10, 100))
    sign = rng.choice(("", "-"))
    form = rng.choice(
        (
            "{s}{y}, {x}\n",
            "[{x}, {s}{y}], ",
            "<pt><lat>{s}{y}</lat><lon>{x}</lon></pt>\n",
            "L {x} {s}{y} ",
        )
    )

    def unit(n: int) -> str:
        y, x = (north + n * a) / 10_000, (east + n * b) / 10_000
        return form.format(s=sign, y=f"{y:.4f}", x=f"{x:.4f}")

    lead = mc.opening(rng, rng.choice(mc.LANGUAGES))
    return Loop("counter", lead, mc.counted(unit, 0), "\n", least=10)


def phone_numbers(rng: Random) -> Loop:
    head = rng.choice(
        (f"({rng.randint(11, 99)}) {rng.randint(2000, 9999)}-", f"0{rng.randint(20, 99)}/")
    )
    text = rng.choice(("tel. ", "", "Tel.: ", "☎ ", "Ramal ", "fax "))
    after = rng.choice(("\n", ", ", " | ", " / "))
    units = mc.counted(lambda n: f"{text}{head}{n:05d}{after}", rng.randint(1000, 60_000))
    lead = mc.opening(rng, rng.choice(mc.LATIN))
    return Loop("counter", lead, units, "\n", least=10)


def tuples(rng: Random) -> Loop:
    """Two or three numbers that go on by steps of their own."""
    by = [rng.randint(1, 30) for _ in range(rng.choice((2, 2, 3)))]
    at = [rng.randint(0, 500) for _ in by]
    left, mid, right = rng.choice(
        (("(", ", ", "), "), ("[", ",", "],"), ("", "/", " "), ("", "–", "; "), ("{", ", ", "}, "))
    )

    def unit(n: int) -> str:
        return left + mid.join(str(a + n * b) for a, b in zip(at, by, strict=True)) + right

    lead = mc.opening(rng, rng.choice(mc.LANGUAGES))
    return Loop("counter", lead, mc.counted(unit, 0), "\n\n", least=25)


KINDS = (
    PositiveKind("u: arabic digits", SCRIPTS, arabic_digits, ("tail", "stray")),
    PositiveKind("u: indic digits", SCRIPTS, indic_digits, ("tail", "recovered")),
    PositiveKind("u: thai digits", SCRIPTS, thai_digits),
    PositiveKind("u: han articles", SCRIPTS, han_articles, ("tail", "recovered")),
    PositiveKind("u: fullwidth digits", SCRIPTS, fullwidth_digits),
    PositiveKind("u: hebrew verses", SCRIPTS, hebrew_verses),
    PositiveKind("u: greek chapters", SCRIPTS, greek_chapters),
    PositiveKind("u: cyrillic points", SCRIPTS, cyrillic_points, ("tail", "stray")),
    PositiveKind("u: korean articles", SCRIPTS, korean_articles, ("tail", "recovered")),
    PositiveKind("u: chinese numbers", SCRIPTS, chinese_numbers, ("tail", "stray")),
    PositiveKind("u: bare numbers", BARE, bare_numbers, ("tail", "recovered")),
    PositiveKind("u: bare decimals", BARE, bare_decimals),
    PositiveKind("u: bare letters", BARE, bare_letters),
    PositiveKind("u: bare roman", BARE, bare_roman, ("tail", "recovered")),
    PositiveKind("u: coordinates", MANY, coordinates, ("tail", "stray")),
    PositiveKind("u: phone numbers", "counter: lists and registers", phone_numbers),
    PositiveKind("u: tuples", MANY, tuples),
)
IN_LETTERS = (
    *("u: arabic digits", "u: indic digits", "u: thai digits", "u: han articles"),
    *("u: fullwidth digits", "u: hebrew verses", "u: greek chapters", "u: cyrillic points"),
    *("u: bare letters", "u: bare roman"),
)
WITH_POINT = ("u: bare decimals", "u: coordinates")
