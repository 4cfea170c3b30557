"""Series in the numerals of other scripts."""

from random import Random

from degeneration import material as m
from degeneration.judged.sixth import counters_common as c
from degeneration.judged.sixth import material_counters as mc
from degeneration.sample import Loop

_ARABIC = [
    "المادة {n}: يعمل بهذا القرار من تاريخ نشره.\n",
    "سطر {n} - غير مقروء\n",
    "({n}) باب في ذكر ما تقدم.\n\n",
    "| {n} | لا يوجد | نعم |\n",
    "صفحة {n} من ٣٢٠ بيضاء\n\n",
]
_PERSIAN = [
    "ماده {n} - این آیین‌نامه لازم‌الاجرا است.\n",
    "بیت {n}: ناخوانا\n",
    "صفحه {n} سفید است. ",
]


def _arabic(rng: Random) -> Loop:
    """Arabic digits, or the Persian ones."""
    zero, forms = rng.choice((("٠", _ARABIC), ("۰", _PERSIAN)))
    form, width = rng.choice(forms), rng.choice((0, 0, 3))
    return c.loop(
        mc.lead(rng, "ar"),
        lambda n: form.format(n=c.in_digits(zero, n, width)),
        rng.randint(2, 90),
        rng.choice((1, 1, 1, 2)),
        ambiguous=True,
    )


_INDIC = [
    ("०", "राम नाम जप नगर नगर।। {n} ।।\n"),
    ("०", "प्रश्न {n}. सही उत्तर चुनकर लिखिए। उपर कथन पढ़िए।\n\n"),
    ("०", "| {n} | नगर भवन | मकान बंद |\n"),
    ("०", "अध्याय {n} समाप्त। नमन सबको नमन।\n"),
    ("০", "পৃষ্ঠা {n}: এখানে নকশা নেই, অপর পাতা দেখ।\n"),
    ("๐", "ข้อ {n} ให้กรมการปกครองประกาศตามระเบียบนี้\n"),
    ("๐", "หน้า {n} วรรคสอง ตรวจแล้ว ไม่พบ\n"),
]


def _indic(rng: Random) -> Loop:
    """Devanagari, Bengali or Thai digits."""
    zero, form = rng.choice(_INDIC)
    if zero == "๐":
        lead = m.script_prose(rng, "thai", rng.randint(150, 900)).strip() + "\n\n"
    else:
        lead = mc.lead(rng, "hi" if zero == "०" else "en")
    return c.loop(
        lead, lambda n: form.format(n=c.in_digits(zero, n)), rng.randint(2, 120), ambiguous=True
    )


_HAN = [
    ("zh", "第{n}条　本办法自公布之日起施行。\n"),
    ("zh", "第{n}回\n\n话说上回之事，且听下回分解。\n\n"),
    ("zh", "{n}、以上内容与原件相符。\n"),
    ("ja", "第{n}条　前条の規定は、これを準用する。\n\n"),
    ("ja", "一、{n}番　右同断\n"),
    ("ja", "其ノ{n}　判読できず\n"),
]


def _han(rng: Random) -> Loop:
    """Chinese numerals, as in articles and chapters."""
    lang, form = rng.choice(_HAN)
    numeral = c.chinese if lang == "zh" else c.kanji
    return c.loop(
        mc.lead(rng, lang), lambda n: form.format(n=numeral(n)), rng.randint(2, 60), ambiguous=True
    )


_HEBREW = [
    "פרק {n} — המשך העניין הקודם.\n",
    "סימן {n}. עיין לעיל בסימן הקודם.\n\n",
    "{n}) לא נמצא בכתב היד.\n",
    "דף {n}, עמוד ריק.\n",
]


def _hebrew(rng: Random) -> Loop:
    form = rng.choice(_HEBREW)
    return c.loop(
        mc.lead(rng, "he"), lambda n: form.format(n=c.hebrew(n)), rng.randint(2, 90), ambiguous=True
    )


_GREEK = [
    "Κεφάλαιον {n}. Περὶ τῶν αὐτῶν.\n\n",
    "Άρθρον {n}. Ισχύουν τα ανωτέρω.\n",
    "{n} Κύριε, ελέησον τον λαόν σου.\n",
    "Ερώτησις {n}: Απάντησις ως ανωτέρω. ",
]


def _greek(rng: Random) -> Loop:
    form = rng.choice(_GREEK)
    large = rng.random() < 0.3

    def unit(n: int) -> str:
        numeral = c.greek(n)
        return form.format(n=numeral.upper() if large else numeral)

    return c.loop(mc.lead(rng, "el"), unit, rng.randint(2, 90), ambiguous=True)


_WIDE = [
    "第{n}回　該当者なし\n",
    "（{n}）その他必要な事項\n",
    "問{n}　次の文を読んで答えなさい。\n\n",
    "{n}番　本日欠席\n",
    "表{n}：单位为万元，数据不详\n",
]


def _wide(rng: Random) -> Loop:
    """Full-width digits, as Japanese and Chinese pages have them."""
    form, width = rng.choice(_WIDE), rng.choice((0, 0, 2, 4))
    return c.loop(
        mc.lead(rng, "zh" if "单" in form else "ja"),
        lambda n: form.format(n=c.in_digits("０", n, width)),
        rng.randint(2, 40),
        ambiguous=True,
    )


_SMALL = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_RAISED = [
    (_SMALL, "en", "{n}And all the people said, Amen. "),
    (_SMALL, "de", "{n} Vgl. ebenda, mit weiteren Nachweisen.\n"),
    (_SMALL, "la", "{n} Et factum est ita. "),
    (_SMALL, "pt", "{n} Ibidem, loc. cit.\n"),
    (_LOW, "en", "where the term a{n} is zero as well, "),
    (_LOW, "fr", "on a donc u{n} = 0, puis "),
]


def _raised(rng: Random) -> Loop:
    """Superscript verses and notes, subscript indices."""
    table, lang, form = rng.choice(_RAISED)
    return c.loop(
        mc.lead(rng, lang),
        lambda n: form.format(n=str(n).translate(table)),
        rng.randint(2, 60),
        ambiguous=True,
    )


KINDS = (
    c.kind("Arabic and Persian digits", "other scripts", _arabic, c.OFTEN),
    c.kind("Indian and Thai digits", "other scripts", _indic, c.OFTEN),
    c.kind("Chinese numerals", "other scripts", _han, c.RECOVERS),
    c.kind("Hebrew numerals", "other scripts", _hebrew, c.RECOVERS),
    c.kind("Greek numerals", "other scripts", _greek, c.RECOVERS),
    c.kind("full-width digits", "other scripts", _wide),
    c.kind("raised and lowered digits", "other scripts", _raised, c.OFTEN),
)
IN_LETTERS = tuple(kind.name for kind in KINDS)
WITH_POINT: tuple[str, ...] = ()
