"""Numbered lines of pages in many languages that say the same under each number."""

from random import Random

from degeneration import material as m
from degeneration.held_out import counters_tools as t
from degeneration.held_out import material_counters as mc
from degeneration.sample import Loop

_PEWS = {
    "de": ["Bank {n}: frei, der Gemeinde vorbehalten.", "{n}. Bank, Nordseite, unvermietet"],
    "fr": ["Banc n° {n} : à la disposition des fidèles.", "Banc {n}, côté épître, vacant."],
    "it": ["Banco n. {n}: a disposizione dei fedeli.", "Banco {n}, navata destra, libero"],
    "en": ["Pew {n}, north aisle, unlet.", "No. {n}. Free sitting for the poor of the parish."],
    "pl": ["Ławka nr {n}: wolna, do dyspozycji parafii.", "Ławka {n}, nawa boczna, wolna"],
}
_QUESTIONS = {
    "en": [
        "{n}. Explain briefly the answer to question {n}.",
        "Question {n} (2 marks)\nWhich of the above statements is correct?",
    ],
    "es": [
        "{n}) ¿Cuál de las siguientes opciones es correcta?",
        "Pregunta {n}. Indique si la afirmación anterior es verdadera.",
    ],
    "ru": ["Вопрос {n}. Какое из утверждений верно?", "{n}) Объясните свой ответ письменно."],
    "tr": ["Soru {n}: Aşağıdakilerden hangisi doğrudur?", "{n}. Cevabınızı kısaca açıklayınız."],
    "hi": ["प्रश्न {n}. निम्नलिखित में से कौन सा कथन सही है?", "{n}. संक्षेप में उत्तर दीजिए।"],
    "zh": ["第{n}题 下列说法正确的是（　）", "{n}．请简要说明理由，并写出计算过程。"],
}
_ARTICLES = {
    "en": [
        "Article {n}\nThe provisions of article {p} shall apply mutatis mutandis.",
        "§ {n}. The tenant shall comply with § {p}.",
    ],
    "fr": ["Art. {n}. — Les dispositions de l'article {p} sont applicables de plein droit."],
    "it": ["Art. {n}. Si applicano le disposizioni di cui all'articolo {p}."],
    "de": [
        "§ {n}\nDie Vorschriften des § {p} gelten entsprechend.",
        "§ {n}. Wie vor, jedoch nach Maßgabe des § {p}.",
    ],
    "ar": ["المادة {n}: تسري أحكام المادة {p} على هذه الحالة."],
    "pl": ["Art. {n}. Przepis art. {p} stosuje się odpowiednio."],
}
_RULES = [
    "제{n}조 (목적) 이 조의 시행에 필요한 사항은 대통령령으로 정한다.",
    "제{n}항 위원회는 제{p}항의 규정에 따라 이를 심의한다.",
    "{n}. 다음 문장을 읽고 알맞은 답을 고르시오.",
    "({n}) 회원은 회칙을 성실히 지켜야 한다.",
]
_HANDBOOK = {
    "en": ["### Step {n}\n\nRepeat the previous step and check the result.", "### {n}. Summary"],
    "pt": ["## Passo {n}\n\nVerifique novamente se todos os itens estão corretos."],
    "de": ["### Schritt {n}\n\nWiederholen Sie Schritt {p} und prüfen Sie das Ergebnis."],
    "ja": ["### 手順{n}\n\n手順{p}と同じ操作を繰り返してください。"],
    "ru": ["### Шаг {n}\n\nПовторите шаг {p} и проверьте результат."],
}
_PLATES = {
    "en": ["Fig. {n}. The same, seen from the other side.", "Plate {n}. As plate {p}, enlarged."],
    "fr": ["Fig. {n}. — Même vue que la figure {p}.", "Planche {n}. Détail de la planche {p}."],
    "es": ["Lámina {n}. Igual que la lámina {p}, ampliada.", "Figura {n}: véase la figura {p}."],
    "el": ["Εικ. {n}. Η ίδια άποψη με την εικόνα {p}."],
    "he": ["איור {n}: אותו מראה כמו באיור {p}."],
}
_VERSES = {
    "en": ["{n} And the people answered, and said unto him, So be it.", "{n}. Selah, and again."],
    "pt": ["{n} E disse o Senhor a seu servo: Assim seja.", "{n}. E todo o povo disse: Amém."],
    "he": ["{n} ויאמר אליו כן יהיה הדבר הזה.", "פסוק {n}: ויענו כל העם אמן."],
    "el": ["{n} και είπεν αυτώ· ούτως έσται.", "{n}. Και απεκρίθη ο λαός, αμήν."],
    "ru": ["{n} И сказал ему народ: да будет так.", "{n}. И было так до сего дня."],
}
_SHERDS = {
    "de": ["Scherbe, unglasiert, Fundort unbekannt", "Nagel, Eisen, verrostet"],
    "fr": ["Fragment de céramique, sans décor", "Tesson, provenance inconnue"],
    "it": ["Frammento di vetro, provenienza ignota", "Chiodo in ferro, mutilo"],
    "en": ["Flint flake, unretouched, surface find", "Clay pipe stem, plain"],
    "es": ["Fragmento de teja, sin contexto", "Cuenta de vidrio azul"],
    "tr": ["Çömlek parçası, buluntu yeri bilinmiyor"],
}


def _pews(rng: Random) -> Loop:
    language, template = t.pick(rng, _PEWS)
    lead = mc.opening(rng, language)
    return t.counting(
        lead, t.filled(rng, template + rng.choice(("\n", "\n\n", "  \n"))), "\n", least=30
    )


def _questions(rng: Random) -> Loop:
    language, template = t.pick(rng, _QUESTIONS)
    lead = mc.opening(rng, language) + t.listed(rng, language, "#.", rng.randint(2, 6))
    blank = rng.choice(("", "\n________________", "\n( ) A   ( ) B   ( ) C   ( ) D"))
    start = rng.choice((5, 7, rng.randint(8, 60)))
    return t.counting(lead, t.filled(rng, f"{template}{blank}\n\n", start, 1), least=12)


def _articles(rng: Random) -> Loop:
    language, template = t.pick(rng, _ARTICLES)
    lead = mc.opening(rng, language)
    return t.counting(lead, t.filled(rng, template + rng.choice(("\n", "\n\n"))), "\n\n", least=8)


def _rules(rng: Random) -> Loop:
    lead = mc.opening(rng, "ko")
    return t.counting(lead, t.filled(rng, rng.choice(_RULES) + rng.choice(("\n", " "))), least=8)


def _handbook(rng: Random) -> Loop:
    language, template = t.pick(rng, _HANDBOOK)
    lead = f"# {_heading(rng, language)}\n\n" + mc.opening(rng, language)
    ruler = rng.choice(("\n\n", "\n\n---\n\n", "\n\n- [ ] OK\n\n"))
    # A heading alone is no more than a blank form; with the ruler it still has to go on long.
    least = 130.0 if "\n" not in template else 3.0
    return t.counting(lead, t.filled(rng, template + ruler), "\n", least)


def _heading(rng: Random, language: str) -> str:
    return m.title(rng) if language == "pt" else mc.sentences(rng, language, 1)[0].rstrip(".。")


def _plates(rng: Random) -> Loop:
    language, template = t.pick(rng, _PLATES)
    lead = mc.opening(rng, language)
    wrap = rng.choice(("#\n", "*#*\n\n", "![#](img/page.png)\n", "<figcaption>#</figcaption>\n"))
    return t.counting(lead, t.filled(rng, wrap.replace("#", template)), "\n", least=8)


def _footnotes(rng: Random) -> Loop:
    language = rng.choice(("en", "fr", "de", "it", "pt"))
    who = rng.choice((f"{t.place(rng)}, op. cit.", "Ibid.", "Idem", f"Cf. {t.place(rng)}, ibid."))
    page = {"de": "S.", "en": "p."}.get(language, "p.")
    mark = rng.choice(("[^#]:", "#", "<sup>#</sup>", "(#)", "#."))
    start, first, by = t.begin(rng), rng.randint(12, 480), rng.choice((0, 1, 1, 2))
    end = rng.choice(("\n", "\n\n"))
    units = t.each(
        lambda i: f"{mark.replace('#', str(start + i))} {who}, {page} {first + by * i}.{end}", 0
    )
    return t.counting(mc.opening(rng, language) + "---\n\n", units, "\n", least=15)


def _verses(rng: Random) -> Loop:
    language, template = t.pick(rng, _VERSES)
    lead = mc.opening(rng, language) + t.listed(rng, language, "#", rng.randint(1, 5))
    return t.counting(
        lead, t.filled(rng, template + rng.choice((" ", "\n")), by=1), "\n\n", least=8
    )


def _museum(rng: Random) -> Loop:
    language, what = t.pick(rng, _SHERDS)
    series = f"{rng.choice('ABGHKM')} {rng.randint(1871, 1968)}"
    joint = rng.choice(("/", ".", " – ", ":"))
    size = rng.choice(("", f" {rng.randint(2, 9)} x {rng.randint(2, 9)} cm."))
    units = t.filled(rng, f"{series}{joint}{{n}} {what}.{size}\n")
    return t.counting(mc.opening(rng, language), units, "\n\n", least=30)


KINDS = (
    t.kind("parish pew list", "numbered lines", _pews, "tail", "recovered"),
    t.kind("exam that only asks", "numbered lines", _questions),
    t.kind("articles that refer back", "numbered lines", _articles, "tail", "recovered"),
    t.kind("korean rules", "numbered lines", _rules),
    t.kind("steps of a handbook", "numbered lines", _handbook, "tail", "stray"),
    t.kind("plates as before", "numbered lines", _plates),
    t.kind("footnotes ibid", "numbered lines", _footnotes, "tail", "recovered"),
    t.kind("verses that answer", "numbered lines", _verses),
    t.kind("museum inventory", "numbered lines", _museum, "tail", "stray"),
)
