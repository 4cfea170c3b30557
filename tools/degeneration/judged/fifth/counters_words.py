"""Blind counters in number words, ordinals, Roman numerals and letters."""

from random import Random

from degeneration import material as m
from degeneration.judged.fifth import counters_kit as k
from degeneration.judged.fifth import counters_numerals as num
from degeneration.sample import Loop, PositiveKind

_TOLD = {
    "en": (
        "Then «n» sheep jumped over the fence. ",
        "Verse «n»: «n» green bottles hanging on the wall.\n",
        "After «n» days the captain asked again. ",
    ),
    "de": ("Und dann kamen «n» Schafe über die Wiese. ", "Nach «n» Tagen kam noch ein Brief. "),
    "fr": ("Et puis il passa «n» navires au large. ", "Au bout de «n» jours, il revint. "),
    "es": ("Un elefante más: «n» elefantes se balanceaban. ", "Pasaron «n» años y nada cambió. "),
    "pt": ("E depois passaram «n» barcos. ", "«n» elefantes incomodam muita gente.\n"),
    "it": ("Poi passarono «n» navi davanti a «place». ",),
    "tr": ("Sonra «n» koyun çitin üstünden atladı. ",),
    "sv": ("Sedan hoppade «n» får över staketet. ",),
}


def _told(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _TOLD)
    spell = num.CARDINALS[lang]
    run = k.ramp(rng, 2, 140, (1, 1, 1, 1, 2, 5, 10, 100) if lang in ("en", "tr") else (1, 1, 2))
    return k.loop(k.plain_lead(rng, lang), unit, n=lambda i: spell(run(i)), least=5)


_SPELLED_SUMS = {
    "en": ("Voucher «n:>5» — amount in words: «w» dollars only.\n", "| «n» | «w» | «thing» |\n"),
    "de": ("Scheck über «n» DM (in Worten: «w» Deutsche Mark)\n",),
    "fr": ("Chapitre «n» («w»). Sans objet.\n",),
    "es": ("Artículo «n» («w»). Derogado.\n",),
    "pt": ("Cláusula «n» («w»): fica mantida a redação anterior.\n",),
    "it": ("Ricevuta di lire «n», diconsi lire «w», a saldo.\n",),
    "tr": ("Makbuz: «n» TL (yalnız «w» Türk lirası)\n",),
}


def _spelled_sums(rng: Random) -> Loop:
    """A number in digits and the same one in words go on together."""
    lang, unit = k.pick(rng, _SPELLED_SUMS)
    spell = num.CARDINALS[lang]
    run = k.ramp(rng, 3, 300, (1, 1, 1, 2, 5))
    return k.loop(k.lead(rng, lang), unit, n=run, w=lambda i: spell(run(i)), least=5)


_ORDINALS = {
    "en": (
        ("On the «n» day it rained on the harbour. ", num.english_ordinal),
        ("the «n» part, being the same as the former;\n", num.english_ordinal),
    ),
    "de": (
        ("Der «n» Absatz bleibt unverändert. ", num.german_ordinal),
        ("Das «n» Gebet wird still gesprochen.\n", num.german_ordinal),
    ),
    "fr": (
        ("Le «n» jour, on ne vit rien. ", num.french_ordinal),
        ("Considérant, pour la «n» fois, que la demande est rejetée ;\n", num.french_ordinal),
    ),
}


def _ordinals(rng: Random) -> Loop:
    lang = rng.choice(sorted(_ORDINALS))
    unit, spell = rng.choice(_ORDINALS[lang])
    run = k.ramp(rng, 2, 90, (1, 1, 1, 2))
    return k.loop(k.plain_lead(rng, lang), unit, n=lambda i: spell(run(i)), least=5)


_SUFFIXED = {
    "en": ("The «n» Regiment, of «place», no record.\n", "«n» edition, revised by «who». "),
    "fr": ("Le «n» régiment, à «place», sans changement.\n", "«n» séance — absents excusés.\n"),
    "sv": ("Den «n» paragrafen är upphävd. ",),
    "nl": ("De «n» zitting werd verdaagd, «place». ",),
    "es": ("Punto «n»: aprobado sin discusión.\n",),
}


def _suffixed(rng: Random) -> Loop:
    """Such as 21st, 1er, 3:e, 4de and 5.º."""
    lang, unit = k.pick(rng, _SUFFIXED)
    run = k.ramp(rng, 1, 300, (1, 1, 1, 1, 2, 3))

    def ordinal(i: int) -> str:
        n = run(i)
        teen = n % 100 in (11, 12, 13)
        ends = {
            "en": "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th"),
            "fr": "er" if n == 1 else "e",
            "sv": ":a" if n % 10 in (1, 2) and n % 100 not in (11, 12) else ":e",
            "nl": "ste" if n % 100 in (1, 8) or n % 100 > 19 else "de",
            "es": ".º",
        }
        return f"{n}{ends[lang]}"

    return k.loop(k.lead(rng, lang), unit, n=ordinal, least=6)


_ROMAN = {
    "en": (
        "ARTICLE «n». The council shall hold its sitting at «place».\n\n",
        "Psalm «n». Of the chief musician.\n",
        "p. «n», note; ",
        "Plate «n». View of «place» from the east.\n",
    ),
    "fr": ("Art. «n». — Les dispositions précédentes sont applicables.\n", "Planche «n», idem.\n"),
    "it": ("CAPO «n». Delle stesse cose, e di «thing».\n",),
    "es": ("Título «n». De las mismas penas.\n", "Tomo «n», «place», «year». "),
    "pl": ("Rozdział «n». Przepisy końcowe.\n",),
    "ru": ("Глава «n». О том же.\n",),
    "pt": ("Inciso «n» - vetado;\n", "Livro «n» - fl. «small» - «who»\n"),
}


def _roman(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _ROMAN)
    run = k.ramp(rng, 1, 120, (1, 1, 1, 1, 1, 2, 10))
    small = rng.random() < 0.3
    if "note;" in unit:
        unit = f"see {rng.choice(('above', 'preface', 'Weber'))} {unit}"

    def numeral(i: int) -> str:
        text = m.roman(run(i))
        return text.lower() if small else text

    return k.loop(k.lead(rng, lang), unit, n=numeral, least=7)


_CLAUSES = {
    "en": (
        "(«n») any other matter that the Board may prescribe;\n",
        "Schedule «n»: not used.\n",
        "«n». None of the above\n",
        "Appendix «n» — Supplementary data for «thing»\n\n",
    ),
    "de": ("«n») sonstige Angaben zu «thing»,\n", "Anlage «n»: entfällt.\n"),
    "pt": ("«n») outras hipóteses previstas em regulamento;\n", "Anexo «n» - reservado\n"),
    "es": ("«n») las demás que señalen las leyes;\n",),
    "nl": ("«n». overige stukken betreffende «thing»;\n",),
}


def _clauses(rng: Random) -> Loop:
    lang, unit = k.pick(rng, _CLAUSES)
    run = k.ramp(rng, 1, 20, k.ONE)
    large = rng.random() < 0.3

    def letter(i: int) -> str:
        text = m.letters(run(i))
        return text.upper() if large else text

    return k.loop(k.lead(rng, lang), unit, n=letter, least=12)


_MIXED = {
    "en": (
        "Fig. «n»«a»: as in the preceding panel.\n",
        "Room «n»«a», «who», vacant\n",
        "Section «n»(«a»): reserved.\n",
    ),
    "de": ("§ «n»«a» (weggefallen)\n", "Zimmer «n»«a»: frei, «thing»\n"),
    "fr": ("Escalier «a», porte «n» : vacant\n",),
    "pl": ("Lokal «n»«a»: pusty, «who»\n",),
}


def _panels(rng: Random) -> Loop:
    """A letter goes round and carries into a number: 12a, 12b, 12c, 13a …"""
    lang, unit = k.pick(rng, _MIXED)
    letters = "abcdefgh"[: rng.choice((2, 3, 4, 6))]
    letters = letters.upper() if rng.random() < 0.3 else letters
    run = k.ramp(rng, 1, 90, k.ONE)
    return k.loop(
        k.lead(rng, lang),
        unit,
        "\n",
        12,
        ambiguous=True,
        n=lambda i: run(i // len(letters)),
        a=lambda i: letters[i % len(letters)],
    )


_WORDS = "counter: words, numerals and letters"
KINDS = (
    PositiveKind("v: told in number words", _WORDS, _told, ("tail", "recovered")),
    PositiveKind("v: sums in digits and words", _WORDS, _spelled_sums, ("tail", "stray")),
    PositiveKind("v: ordinals", _WORDS, k.either(_ordinals, _suffixed)),
    PositiveKind("v: roman articles", _WORDS, _roman, ("tail", "recovered")),
    PositiveKind("v: lettered clauses", _WORDS, _clauses),
    PositiveKind("v: panels of figures", _WORDS, _panels, ("tail", "stray")),
)
IN_LETTERS: tuple[str, ...] = tuple(kind.name for kind in KINDS)
WITH_POINT: tuple[str, ...] = ()
