"""Speech, chat and reasoning that count on, and bare numbers that go on beyond any page."""

from random import Random

from degeneration import material as m
from degeneration.held_out import counters_tools as t
from degeneration.held_out import material_counters as mc
from degeneration.sample import Loop

_ALOUD = {
    "de": ["und die {n}, und weiter, ", "{n}, und strecken, "],
    "en": ["and {n}, and breathe, ", "That's {n}. Keep going. "],
    "es": ["y {n}, y arriba, ", "Vamos por la {n}, seguimos. "],
    "fr": ["et {n}, on souffle, ", "Et de {n}, on continue. "],
    "ko": ["{n}번, 다시 한번, ", "네, {n}회 계속하세요. "],
    "ja": ["はい、{n}回、もう一度。", "{n}、吸って、吐いて、"],
    "ar": ["{n}، ثم مرة أخرى، ", "العدد {n}، نواصل. "],
}
_THOUGHTS = {
    "en": [
        "Wait, let me check case {n} again. ",
        "For k = {n} the condition fails, so try the next one.\n",
        "Attempt {n}: still not matching. Let me reconsider.\n\n",
    ],
    "zh": ["等等，我再检查一下第{n}种情况。", "当k={n}时不成立，继续尝试。\n"],
    "pt": ["Espere, vou verificar o caso {n} de novo. ", "Tentativa {n}: não funcionou.\n"],
    "de": ["Moment, ich prüfe noch Fall {n}. ", "Versuch {n}: passt auch nicht.\n"],
    "ru": ["Подождите, проверю случай {n}. ", "Попытка {n}: не подходит.\n"],
}
_PROMISES = {
    "en": [
        "**Idea {n}:** A mobile app that helps people save time.\n\n",
        "{n}. Stay positive and believe in yourself.\n",
        "Reason {n}: It is important to remember this.\n",
    ],
    "es": ["**Consejo {n}:** Mantén siempre una actitud positiva.\n\n", "{n}. Bebe más agua.\n"],
    "hi": ["{n}. हमेशा सकारात्मक सोच बनाए रखें।\n", "**सुझाव {n}:** नियमित अभ्यास करें।\n\n"],
    "tr": ["{n}. Her zaman olumlu düşünün.\n", "**Öneri {n}:** Düzenli çalışın.\n\n"],
    "it": ["{n}. Mantieni sempre un atteggiamento positivo.\n", "**Idea {n}:** Un'app utile.\n"],
    "ko": ["{n}. 항상 긍정적인 태도를 유지하세요.\n", "**아이디어 {n}:** 새로운 앱을 만든다.\n\n"],
}
_PARLIAMENT = {
    "de": ["Teilnehmer {n}: Ich stimme dem zu.\n", "Sprecher {n} (unverständlich)\n"],
    "en": ["SPEAKER {n}: Yeah, yeah, exactly.\n", "Juror no. {n}: Guilty, my lord.\n"],
    "fr": ["Intervenant {n} : Oui, d'accord.\n", "Voix {n} : Très bien, très bien !\n"],
    "el": ["Ομιλητής {n}: Συμφωνώ κι εγώ.\n"],
    "he": ["דובר {n}: כן, אני מסכים.\n"],
    "pl": ["Głos {n}: Zgadzam się.\n", "Mówca {n}: (niezrozumiałe)\n"],
}
_BOTTLES = {
    "en": ["{n} bottles of beer on the wall, {n} bottles of beer.\n", "{n} seconds to launch... "],
    "de": ["Noch {n} Flaschen an der Wand, noch {n} Flaschen.\n", "Noch {n} Tage. "],
    "es": ["{n} elefantes se balanceaban sobre la tela de una araña.\n", "Quedan {n} días. "],
    "pt": ["{n} elefantes incomodam muita gente.\n", "Faltam {n} segundos... "],
    "fr": ["{n} kilomètres à pied, ça use les souliers.\n", "Plus que {n} jours. "],
    "ru": ["Осталось {n} бутылок на стене.\n", "До старта {n} секунд. "],
}
_STATIONS = {
    "en": "Segment {n}: [untranslated]\n",
    "zh": "第{n}段：（原文缺失）\n",
    "ar": "الفقرة {n}: [غير مترجم]\n",
    "ja": "【{n}行目】訳文なし\n",
    "it": "Riga {n}: [testo mancante]\n",
    "hi": "पंक्ति {n}: [अनुवाद उपलब्ध नहीं]\n",
    "ko": "{n}행: [번역 없음]\n",
}


def _said(rng: Random, table: dict[str, list[str]], least: float = 8) -> Loop:
    language, template = t.pick(rng, table)
    units = t.filled(rng, template, by=1)
    return t.counting(mc.opening(rng, language), units, "\n\n", least)


def _aloud(rng: Random) -> Loop:
    return _said(rng, _ALOUD, 30)


def _thoughts(rng: Random) -> Loop:
    loop = _said(rng, _THOUGHTS)
    loop.lead = "<think>\n" + loop.lead
    loop.closing = "\n</think>\n\n" + rng.choice(("42", "Done.", "OK"))
    return loop


def _promises(rng: Random) -> Loop:
    return _said(rng, _PROMISES)


def _parliament(rng: Random) -> Loop:
    return _said(rng, _PARLIAMENT)


def _bottles(rng: Random) -> Loop:
    language, template = t.pick(rng, _BOTTLES)
    units = t.filled(rng, template, rng.randint(5000, 99_000), -1)
    return t.counting(mc.opening(rng, language), units, "\n\n", 8)


def _untranslated(rng: Random) -> Loop:
    language = rng.choice(list(_STATIONS))
    lead = mc.opening(rng, language)
    return t.counting(lead, t.filled(rng, _STATIONS[language], by=1), "\n", 12)


def _enumeration(rng: Random) -> Loop:
    """Numbers with nothing beside them: pages have a hundred, so that here are more."""
    form = rng.choice(("#, ", "# ", "#\n", "#; ", "#\n\n", "|#", "- #\n", "#, "))
    start, by = rng.choice((1, 2, rng.randint(3, 2000))), rng.choice((1, 1, 1, 2, 3, 5, 10))
    lead = mc.opening(rng, rng.choice(("en", "ru", "pt", "ja", "de")))
    units = t.each(lambda n: form.replace("#", str(n)), start, by)
    return t.counting(lead, units, "\n\n", least=rng.randint(180, 320))


def _array(rng: Random) -> Loop:
    form, close = rng.choice(
        (
            ("#, ", "0]}\n"),
            ('"#", ', '""]}\n'),
            ("#,\n    ", "0]\n}\n"),
            ('{"id": #}, ', "{}]}\n"),
            ("[#], ", "[]]}\n"),
        )
    )
    text = mc.opening(rng, rng.choice(("en", "ar", "fr", "el"))).strip().replace("\n", " ")
    lead = f'{{"title": "{text}", "{m.content_word(rng)}": ['
    units = t.each(lambda n: form.replace("#", str(n)), t.begin(rng), t.step(rng))
    return t.counting(lead, units, close, least=rng.randint(180, 300))


def _pairs(rng: Random) -> Loop:
    a, b = rng.randint(1, 90), rng.randint(1, 900)
    da, db = rng.randint(1, 4), rng.randint(1, 25)
    form = rng.choice(("(@, %), ", "@\t%\n", "| @ | % |\n", "@ % ", "@;%\n", "[@, %],\n"))
    units = t.each(lambda i: form.replace("@", str(a + da * i)).replace("%", str(b + db * i)), 0)
    lead = mc.opening(rng, rng.choice(("fr", "pl", "zh", "pt")))
    return t.counting(lead, units, "\n\n", least=rng.randint(60, 110))


def _bare_words(rng: Random) -> Loop:
    language = rng.choice(("en", "de", "pt", "es", "ru"))
    form = rng.choice(("#, ", "#\n", "# ... ", "# – ", "#. "))
    units = t.each(
        lambda n: form.replace("#", mc.number_words(n, language)), rng.choice((1, 2, 11, 40))
    )
    return t.counting(mc.opening(rng, language), units, "\n\n", least=rng.randint(150, 220))


def _bare_signs(rng: Random) -> Loop:
    language = rng.choice(("ar", "hi", "zh", "el", "he"))
    write = {"zh": mc.han, "el": mc.greek, "he": mc.hebrew}.get(
        language, lambda n: mc.digits(n, language)
    )
    form = rng.choice(("# ", "#\n", "#, ", "(#) "))
    units = t.each(lambda n: form.replace("#", write(n)), rng.randint(1, 60))
    return t.counting(mc.opening(rng, language), units, "\n\n", least=rng.randint(180, 300))


KINDS = (
    t.kind("counting aloud", "speech and chat", _aloud, "tail", "recovered"),
    t.kind("thoughts case by case", "speech and chat", _thoughts, "tail", "closed"),
    t.kind("advice by the number", "speech and chat", _promises, "tail", "recovered"),
    t.kind("speakers who agree", "speech and chat", _parliament, "tail", "stray"),
    t.kind("songs that count down", "speech and chat", _bottles),
    t.kind("untranslated segments", "speech and chat", _untranslated, "tail", "stray"),
    t.kind("numbers alone", "bare numbers", _enumeration, "tail", "recovered"),
    t.kind("array of numbers", "bare numbers", _array, "tail", "closed"),
    t.kind("pairs of numbers", "bare numbers", _pairs),
    t.kind("number words alone", "bare numbers", _bare_words, "tail", "stray"),
    t.kind("foreign numerals alone", "bare numbers", _bare_signs),
)
IN_LETTERS = frozenset(("y: number words alone", "y: foreign numerals alone"))
