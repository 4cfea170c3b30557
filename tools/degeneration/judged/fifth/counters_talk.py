"""Blind counters in chat, reasoning, advice, translation and stories."""

from random import Random

from degeneration.judged.fifth import counters_kit as k
from degeneration.judged.fifth import material_counters as mc
from degeneration.sample import Loop, PositiveKind

_TRIES = {
    "en": (
        "Version «n»:\n\n«para»\n\n",
        "Attempt «n»: the file could not be opened. I will try again.\n",
        "I apologize for the confusion. Here is version «n» of the answer.\n\n",
        "Action «n»: search[«thing»]\nObservation «n»: no results.\n",
        "Round «n»: no agreement between «who» and the board. ",
    ),
    "de": ("Versuch «n»: Die Seite antwortet nicht. Ich versuche es erneut.\n",),
    "fr": ("Essai «n» : la réponse est incorrecte, je recommence.\n\n",),
    "pt": ("Tentativa «n»: não foi possível ler a página. Vou tentar de novo.\n",),
    "it": ("Tentativo «n»: nessun risultato. Riprovo con «thing».\n",),
    "zh": ("第«n»次尝试：无法打开文件，我再试一次。\n",),
    "ko": ("시도 «n»: 파일을 열 수 없습니다. 다시 시도합니다.\n",),
}


def _tries(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _TRIES)
    return k.loop(k.chat_lead(rng, lang), unit, n=k.ramp(rng, 2, 40, k.ONE), least=5)


_CHECKS = {
    "en": (
        "Wait, let me check n = «n». That doesn't work either. ",
        "If x = «n», then the remainder is not zero, so x = «n» is no solution.\n",
        "Let's try «n»: «n» + «m» is odd. No.\n",
        "Hmm, from step «n» and step «m», we get the same equation again.\n\n",
        "$f(«n») = f(«p») + f(«q»)$, and by the same argument ",
    ),
    "de": ("Prüfen wir k = «n»: auch das geht nicht auf. ", "Für n = «n» folgt dasselbe.\n"),
    "es": ("Probemos con «n»: tampoco cumple la condición. ",),
    "ru": ("Проверим n = «n»: снова не подходит. ",),
    "zh": ("再试«n»：代入后不成立，所以«n»不是答案。",),
    "tr": ("Şimdi x = «n» deneyelim: yine sağlamıyor. ",),
    "pl": ("Sprawdźmy n = «n»: też nie pasuje. ", "$a_{«n»} = a_{«p»} + r$, zatem "),
}


def _checks(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _CHECKS)
    run = k.ramp(rng, 3, 400, (1, 1, 1, 2, 2, 7))
    opening = rng.choice(("<think>\n", "", "**Solution.** ", "Step 1. "))
    lead = k.chat_lead(rng, lang) + opening
    closing = "\n</think>\n\n" if "<think>" in opening else "\n\n"
    return k.loop(lead, unit, closing, 5, n=run, m=run.plus(1), p=run.plus(-1), q=run.plus(-2))


_ADVICE = {
    "en": (
        "«n». **Be consistent.** «line»\n",
        "**Tip «n»:** Use descriptive names.\n\n",
        "- Reason «n»: It saves time.\n",
        "«n». «who» — Grammy Award nominee\n",
    ),
    "nl": ("«n». **Wees consequent.** «line»\n",),
    "es": ("«n». **Sé constante:** «line»\n\n", "Consejo «n»: bebe agua.\n"),
    "it": ("«n». **Coerenza**: «line»\n",),
    "fr": ("### Étape «n»\n\nRépétez l'opération précédente.\n\n",),
    "ja": ("«n». **継続すること**：«line»\n",),
    "hi": ("«n». **नियमित रहें:** «line»\n",),
    "ar": ("«n». **كن منظماً**: «line»\n",),
}


def _advice(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _ADVICE)
    return k.loop(k.chat_lead(rng, lang), unit, n=k.ramp(rng, 2, 30, k.ONE), least=6)


def _translated(rng: Random) -> Loop:
    """One sentence and its translation under ever new numbers."""
    source, target = rng.sample(sorted(mc.TONGUES), 2)
    unit = rng.choice(
        (
            "«n». «a» => «b»\n",
            "| «n» | «a» | «b» |\n",
            "[«n»] {source}: «a»\n[«n»] {target}: «b»\n\n",
            '<tu tuid="«n»"><tuv>«a»</tuv><tuv>«b»</tuv></tu>\n',
            "Satz «n» / Sentence «n»: «a» / «b»\n",
        )
    )
    texts = {lang: mc.sentence(rng, lang).strip() for lang in (source, target)}
    unit = unit.replace("{source}", source.upper()).replace("{target}", target.upper())
    unit = k.fill(unit, {"a": texts[source], "b": texts[target]})
    lead = k.plain_lead(rng, rng.choice((source, target)))
    return k.loop(lead, unit, n=k.ramp(rng, 2, 200, k.ONE))


_STORIES = {
    "en": (
        "When he was «n», he moved to the next village. ",
        "There were «n» lanterns left, and then there were «d». ",
        "At mile «n» the road to «place» was closed. ",
    ),
    "de": ("Mit «n» Jahren zog sie wieder um. ", "Noch «n» Meilen bis «place». "),
    "es": ("A los «n» años volvió a «place». ", "Quedaban «n» faroles, y luego «d». "),
    "pt": ("Aos «n» anos mudou-se para «place». ",),
    "sv": ("När hon var «n» år flyttade hon till «place». ",),
    "pl": ("Gdy miał «n» lat, pisał z miasta «place». ",),
    "el": ("Στα «n» του χρόνια γύρισε στην πόλη «place». ",),
    "ko": ("«n»살에 그는 다시 «place»로 돌아갔다. ",),
}


def _stories(rng: Random) -> Loop:
    """Ages and miles go up, what is left goes down."""
    lang, unit = k.pick(rng, _STORIES)
    run = k.ramp(rng, 3, 60, (1, 1, 1, 2, 5))
    if "«d»" in unit or "Noch" in unit:
        run = k.Ramp(rng.randint(2200, 9900), -1)
    return k.loop(k.plain_lead(rng, lang), unit, n=run, d=run.plus(-1), least=5)


_READINGS = {
    "en": (
        "At «n» °C the sample shows no change.\n",
        "«n» mm: no deflection; ",
        "| «n» V | 0.00 mA | stable |\n",
        "depth «n» m, grey clay, as above\n",
    ),
    "de": ("Bei «n» °C keine Veränderung der Probe.\n", "Tiefe «n» m: Ton, grau, wie vor\n"),
    "fr": ("à «n» mètres : argile grise, même couche ;\n",),
    "pt": ("Profundidade «n» m: argila cinza, idem.\n",),
    "ru": ("При «n» В ток не изменяется.\n",),
}


def _readings(rng: Random) -> Loop:
    """Measures in steps of tenths or hundredths, upwards and downwards."""
    lang, unit = k.pick(rng, _READINGS)
    places = rng.choice((1, 1, 2, 3))
    style = "bare" if lang == "en" else "comma"
    step = rng.choice((1, 2, 5, 5, 10, 25))
    run = k.Ramp(rng.randrange(0, 900), step)
    if rng.random() < 0.2:
        run = k.Ramp(rng.randint(40_000, 90_000), -step)
    return k.loop(k.lead(rng, lang), unit, n=k.Amount(run, places, style), least=7)


_TALK = "counter: chat, reasoning and stories"
KINDS = (
    PositiveKind("v: promises of another try", _TALK, _tries, ("tail", "recovered")),
    PositiveKind("v: checks without end", _TALK, _checks, ("tail", "recovered")),
    PositiveKind("v: advice by number", _TALK, k.either(_advice, _translated), ("tail", "stray")),
    PositiveKind("v: ages and miles", _TALK, _stories),
    PositiveKind("v: readings in small steps", _TALK, _readings),
)
IN_LETTERS: tuple[str, ...] = ()
WITH_POINT: tuple[str, ...] = ("v: readings in small steps",)
