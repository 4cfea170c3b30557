"""Held-out clean pages of verse, prayer, talk and law, which say things again on purpose."""

from random import Random

from degeneration.judged.first import words as w
from degeneration.sample import NegativeKind


def _line(rng: Random, lang: str) -> str:
    return w.title(rng, lang, 2, 4)


_DAYS = w.listed(
    """first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"""
)
_COUNTS = w.listed("""one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve""")


def cumulative_song(rng: Random) -> str:
    """Every verse says all the earlier ones again, from the last to the first."""
    whose, gifts, out = w.word(rng, "en"), [], ""
    for i in range(rng.randint(6, 12)):
        count = "A" if i == 0 else _COUNTS[i].capitalize()
        gifts.append(f"{count} {w.word(rng, 'en')} {rng.choice(w.JOINS['en'])} {w.word(rng, 'en')}")
        out += f"On the {_DAYS[i]} day of {whose} my true love sent to me\n"
        lines = gifts[::-1]
        if i:
            lines[-1] = f"And {lines[-1][0].lower()}{lines[-1][1:]}"
        out += ",\n".join(lines) + ".\n\n"
    return out


def counting_song(rng: Random) -> str:
    """One less stands on the wall in every verse, until there is none; it is soon over."""
    thing, place = f"{w.word(rng, 'en')} {w.word(rng, 'en')}s", w.phrase(rng, "en", 1, 2)
    first, out = rng.choice((4, 5, 5, 6)), ""
    names = ["no", *_COUNTS]
    for i in range(first, 0, -1):
        line = f"{names[i].capitalize()} {thing} standing on the {place}"
        out += f"{line},\n{line},\nAnd if one {thing[:-1]} should accidentally fall,\n"
        out += f"There'll be {names[i - 1]} {thing} standing on the {place}.\n\n"
    return out


def farm_song(rng: Random) -> str:
    """A farmer, his animals and their noises; the chorus in full each time."""
    farmer, out = rng.choice(w.FAMILY["en"]), ""
    noises = rng.sample(("moo", "oink", "quack", "baa", "neigh", "woof", "cluck", "meow"), 6)
    for noise in noises[: rng.randint(3, 6)]:
        out += f"Old Mac{farmer} had a farm, E-I-E-I-O,\n"
        out += f"And on his farm he had a {w.word(rng, 'en')}, E-I-E-I-O.\n"
        out += f"With a {noise}-{noise} here, and a {noise}-{noise} there,\n"
        out += f"Here a {noise}, there a {noise}, everywhere a {noise}-{noise},\n"
        out += f"Old Mac{farmer} had a farm, E-I-E-I-O.\n\n"
    return out


def pantoum(rng: Random) -> str:
    """Two lines of each stanza come back in the next one; some pages hold two poems."""
    out = ""
    for _ in range(rng.randint(1, 3)):
        lang = rng.choice(w.EUROPEAN)
        first = [_line(rng, lang) for _ in range(4)]
        stanza, out = first, out + f"*{w.title(rng, lang, 1, 3)}*\n\n"
        for _ in w.some(rng, 3, 7):
            out += ",\n".join(stanza) + ".\n\n"
            stanza = [stanza[1], _line(rng, lang), stanza[3], _line(rng, lang)]
        out += ",\n".join([stanza[0], first[2], stanza[2], first[0]]) + ".\n\n"
    return out


def chord_sheet(rng: Random) -> str:
    """Chords over words: one sequence for the verse, one for the chorus, all written out."""
    lang = rng.choice(("en", "pt", "es"))
    chords = ("C", "G", "Am", "F", "Dm", "Em", "D", "A7", "E7", "Bm", "G/B", "Fmaj7")
    gap = " " * rng.choice((6, 8, 10))
    verse, chorus = ([gap.join(rng.sample(chords, 4)) for _ in range(2)] for _ in "12")
    hook = [_line(rng, lang), _line(rng, lang)]
    out = f"{w.title(rng, lang)}\n\nIntro: {' | '.join(rng.sample(chords, 4))} (2x)\n\n"
    for part in range(rng.randint(3, 5)):
        out += f"[Verse {part + 1}]\n"
        for i in range(4):
            out += f"{verse[i % 2]}\n{_line(rng, lang)}\n"
        out += "\n[Chorus]\n"
        for i in range(4):
            out += f"{chorus[i % 2]}\n{hook[i % 2]}\n"
        out += "\n"
    return out


_ANSWERS = {
    "pt": ("V.", "R.", "Senhor, escutai a nossa prece.", "Rezemos ao Senhor."),
    "en": ("V.", "R.", "Lord, hear our prayer.", "Let us pray to the Lord."),
    "es": ("℣.", "℟.", "Te rogamos, óyenos.", "Roguemos al Señor."),
    "fr": ("℣.", "℟.", "Seigneur, nous te prions.", "Prions le Seigneur."),
    "de": ("V:", "A:", "Wir bitten dich, erhöre uns.", "Lasset uns beten zum Herrn."),
}


def responses(rng: Random) -> str:
    """Bidding prayers: who is prayed for changes, bidding and answer do not."""
    lang = rng.choice(tuple(_ANSWERS))
    verse, answer, reply, bid = _ANSWERS[lang]
    out = f"{w.title(rng, lang)}\n\n"
    for _ in w.some(rng, 6, 18):
        out += f"{verse} {w.title(rng, lang, 3, 10)}. {bid}\n{answer} {reply}\n\n"
    return out


_SAFETY = {
    "en": ("WARNING", "Do not", "Read the manual before use."),
    "de": ("WARNUNG", "Nicht", "Vor Gebrauch die Anleitung lesen."),
    "fr": ("AVERTISSEMENT", "Ne pas", "Lire la notice avant utilisation."),
    "es": ("ADVERTENCIA", "No", "Lea el manual antes del uso."),
    "pt": ("ATENÇÃO", "Não", "Leia o manual antes de usar."),
    "ru": ("ВНИМАНИЕ", "Не", "Перед использованием прочтите инструкцию."),
    "zh": ("警告", "请勿", "使用前请阅读说明书。"),
    "ja": ("警告", "禁止：", "ご使用前に説明書をお読みください。"),
    "ar": ("تحذير", "لا", "اقرأ الدليل قبل الاستخدام."),
    "hi": ("चेतावनी", "न करें:", "उपयोग से पहले पुस्तिका पढ़ें।"),
}


def safety_leaflet(rng: Random) -> str:
    """One leaflet in many languages, one layout for all of them."""
    count, out = rng.randint(4, 9), ""
    for lang in rng.sample(tuple(_SAFETY), rng.randint(5, 10)):
        head, no, manual = _SAFETY[lang]
        out += f"## {lang.upper()} – {head}\n\n"
        out += "".join(f"- {no} {w.phrase(rng, lang, 2, 5)}\n" for _ in range(count))
        out += f"\n⚠ {manual}\n\n"
    return out


def interrogation(rng: Random) -> str:
    """A court's transcript: long questions, `Yes, sir`."""
    out, line = f"{w.person(rng, 'en').upper()}, having been duly sworn, testified:\n\n", 1
    usual = rng.sample(("Yes, sir.", "No, sir.", "I don't recall.", "Correct.", "Yes."), 3)
    numbered = rng.random() < 0.5
    for _ in w.many(rng, 15, 45):
        answer = rng.choice(usual) if rng.random() < 0.75 else w.sentence(rng, "en")
        for text in (f"Q. And the {w.phrase(rng, 'en', 2, 6)}?", f"A. {answer}"):
            out += f"{line:>2}  {text}\n" if numbered else f"{text}\n"
            line = line % 25 + 1
    return out


def rolling_captions(rng: Random) -> str:
    """Automatic captions: the line below moves up, so that each is there twice."""
    lang = rng.choice(("en", "pt", "es", "fr"))
    at, before, out = rng.randrange(60_000), w.phrase(rng, lang), "WEBVTT\n\n"
    for _ in w.many(rng, 12, 40):
        end, line = at + rng.randint(900, 3800), w.phrase(rng, lang, 2, 5)
        stamps = (f"00:{t // 60000:02d}:{t // 1000 % 60:02d}.{t % 1000:03d}" for t in (at, end))
        out += f"{' --> '.join(stamps)} align:start position:0%\n{before}\n{line}\n\n"
        at, before = end, line
    return out


def revoked_law(rng: Random) -> str:
    """A statute as amended: `(Revogado pela Lei ...)` after article after article."""
    laws = [
        f"Lei nº {rng.randint(6, 14)}.{rng.randint(0, 999):03d}, de {rng.randint(1980, 2021)}"
        for _ in range(rng.randint(1, 3))
    ]
    out, number, gone = "", rng.randint(1, 200), 0
    for _ in w.some(rng, 8, 22):
        number, law = number + 1, rng.choice(laws)
        gone = gone + 1 if gone < 4 and rng.random() < 0.5 else 0
        if gone:
            out += f"Art. {number}. (Revogado pela {law})\n\n"
            continue
        out += f"Art. {number}. {w.sentence(rng, 'pt', 5, 12)}\n\n"
        for i in range(rng.randint(0, 5)):
            text = "(Revogado" if rng.random() < 0.6 else f"{w.phrase(rng, 'pt', 3, 8)}; (Incluído"
            out += f"{('I', 'II', 'III', 'IV', 'V')[i]} - {text} pela {law})\n\n"
    return out


def amending_law(rng: Random) -> str:
    """A law that changes another one, in the set phrases for it."""
    act = f"{w.title(rng, 'en', 1, 2)} Act {rng.randint(1950, 2015)}"
    out, section = f"SCHEDULE {rng.randint(1, 9)}\nConsequential amendments: {act}\n\n", 0
    for i in w.many(rng, 8, 24):
        section += rng.randint(1, 9)
        which = rng.choice(("", "(1)", "(2)(a)", "(3)"))
        out += f"{i + 1} In section {section}{which} of the {act}, "
        out += rng.choice(
            (
                f"for “{w.phrase(rng, 'en')}” substitute “{w.phrase(rng, 'en')}”.\n",
                f"omit “{w.phrase(rng, 'en')}”.\n",
                f"after “{w.phrase(rng, 'en')}” insert “{w.phrase(rng, 'en')}”.\n",
                "omit the words from “and” to the end.\n",
            )
        )
    return out


def exclusions(rng: Random) -> str:
    """What a policy does not cover."""
    out = f"SECTION {rng.randint(1, 9)} – {w.title(rng, 'en').upper()}\n\n"
    for part in range(rng.randint(2, 4)):
        out += f"{part + 1}. {w.title(rng, 'en', 1, 3)}\n\n"
        for i in w.some(rng, 4, 11):
            out += (
                f"({chr(97 + i)}) We will not pay for loss or damage caused by or resulting from "
            )
            out += f"{w.phrase(rng, 'en', 2, 8)}.\n"
        out += "\n"
    return out


def claims(rng: Random) -> str:
    """A patent's claims, most of which lean on an earlier one."""
    thing = w.phrase(rng, "en", 2, 3)
    out = f"What is claimed is:\n\n1. A {thing} comprising: {w.prose(rng, 'en', 300).strip()}\n\n"
    head = 1
    for i in range(2, rng.randint(12, 30)):
        if rng.random() < 0.1:
            head = i
            out += f"{i}. A method of {w.phrase(rng, 'en')}: {w.prose(rng, 'en', 200).strip()}\n\n"
            continue
        of = rng.choice((head, i - 1))
        what = thing if head == 1 else "method"
        out += f"{i}. The {what} of claim {of}, wherein the {w.word(rng, 'en')} "
        verb = rng.choice(("is", "comprises", "further includes"))
        out += f"{verb} {w.phrase(rng, 'en', 2, 6)}.\n\n"
    return out


def boundary(rng: Random) -> str:
    """A surveyor's description: bearing, distance, next mark, in one breath."""
    out, owner = "Inicia-se a descrição deste perímetro no vértice ", w.person(rng, "pt")
    east, north = rng.uniform(2e5, 8e5), rng.uniform(7e6, 8e6)
    for i in w.many(rng, 12, 32):
        east, north = east + rng.gauss(0, 300), north + rng.gauss(0, 300)
        if i and rng.random() < 0.2:
            owner = w.person(rng, "pt")
        out += f"V-{i + 1:02d}, de coordenadas N {north:.2f} m e E {east:.2f} m; deste, segue "
        out += (
            f"confrontando com {owner}, com azimute {rng.randrange(360)}°{rng.randrange(60):02d}'"
        )
        out += f'{rng.randrange(60):02d}" e distância de {rng.uniform(5, 900):.2f} m até o vértice '
    return out + "V-01, ponto inicial da descrição deste perímetro.\n"


def appointments(rng: Random) -> str:
    """A gazette: one order after another that names somebody to some post."""
    office, post = w.title(rng, "pt", 1, 2), w.phrase(rng, "pt", 1, 2)
    out = f"O SECRETÁRIO DE {office.upper()}, no uso de suas atribuições, resolve:\n\n"
    for _ in w.many(rng, 8, 26):
        verb, to = rng.choice((("NOMEAR", "para exercer o"), ("EXONERAR", "do")))
        out += f"{verb} {w.person(rng, 'pt').upper()}, matrícula nº {rng.randrange(10**6):06d}, "
        out += f"{to} cargo em comissão de Assessor de {post}, código DAS "
        out += f"10{rng.randint(1, 2)}.{rng.randint(1, 5)}, da Secretaria de {office}.\n\n"
    return out


def resolutions(rng: Random) -> str:
    """A council's minutes: moved, seconded, carried unanimously."""
    members = rng.sample(w.FAMILY["en"], rng.randint(5, 8))
    out = f"{w.title(rng, 'en', 1, 2).upper()} TOWN COUNCIL\nMinutes of the regular meeting\n\n"
    for _ in w.many(rng, 7, 20):
        a, b = rng.sample(members, 2)
        out += f"Res. {rng.randint(1, 400)}-{rng.randint(18, 24)} {w.sentence(rng, 'en', 4, 9)}\n"
        out += f"MOVED by {a}, SECONDED by {b}.\n"
        out += f"AYES: {', '.join(members)}. NAYS: None. ABSENT: None.\n"
        out += "Motion carried unanimously.\n\n"
    return out


def chat(rng: Random) -> str:
    """A group's messages: stamps, names, `ok`, pictures left out."""
    people = [rng.choice(w.GIVEN["pt"]) for _ in range(rng.randint(2, 5))]
    short = ("ok", "Ok", "kkkkk", "👍", "<Mídia oculta>", "<Mídia oculta>", "bom dia", "sim", "vlw")
    at, out = rng.randrange(500), ""
    for _ in w.many(rng, 20, 65):
        at = (at + rng.choice((0, 0, 1, 1, 2, 7, 30))) % 1440
        text = rng.choice(short) if rng.random() < 0.6 else w.phrase(rng, "pt", 2, 8)
        out += f"[14/08/2023 {w.clock(at)}] {rng.choice(people)}: {text}\n"
    return out


def knitting(rng: Random) -> str:
    """A pattern's rows: wrong sides alike, right sides nearly so."""
    cast, out = rng.randint(40, 160), "Abbreviations: k knit, p purl, yo yarn over, rep repeat\n\n"
    out += f"Cast on {cast} sts.\n"
    moves = ("k2", "p2", "k1", "yo", "k2tog", "ssk", "sl1", "k3", "p1", "p3")
    plain = rng.choice(("Purl.", "P all sts.", "Knit the knit sts and purl the purl sts."))
    for part in range(rng.randint(1, 3)):
        out += f"\n{w.title(rng, 'en', 1, 2)}\n"
        for i in range(1, rng.randrange(9, 31, 2)):
            if i % 2 == 0:
                out += f"Row {i} (WS): {plain}\n"
                continue
            cast += rng.choice((-2, 0, 0, 1, 2)) * part
            edge, body = rng.choice(moves), ", ".join(rng.sample(moves, rng.randint(2, 6)))
            out += f"Row {i} (RS): {edge}, *{body}; rep from * to last {rng.randint(1, 4)} sts, "
            out += f"{edge}."
            out += f" ({cast} sts)\n"
    return out


_VERSE, _PROSE, _LAW, _FILES = (
    "text: verse and refrains",
    "text: prose and scripts",
    "text: law and contracts",
    "office: records",
)

KINDS = (
    NegativeKind("cumulative song", _VERSE, cumulative_song),
    NegativeKind("counting song", _VERSE, counting_song),
    NegativeKind("farm song", _VERSE, farm_song),
    NegativeKind("pantoum", _VERSE, pantoum),
    NegativeKind("chord sheet", _VERSE, chord_sheet),
    NegativeKind("bidding prayers", _VERSE, responses),
    NegativeKind("safety leaflet", _PROSE, safety_leaflet),
    NegativeKind("interrogation", _PROSE, interrogation),
    NegativeKind("chat", _PROSE, chat),
    NegativeKind("knitting pattern", _PROSE, knitting),
    NegativeKind("rolling captions", _FILES, rolling_captions),
    NegativeKind("resolutions", _FILES, resolutions),
    NegativeKind("appointments", _FILES, appointments),
    NegativeKind("revoked law", _LAW, revoked_law),
    NegativeKind("amending law", _LAW, amending_law),
    NegativeKind("exclusions", _LAW, exclusions),
    NegativeKind("patent claims", _LAW, claims),
    NegativeKind("boundary", _LAW, boundary),
)
