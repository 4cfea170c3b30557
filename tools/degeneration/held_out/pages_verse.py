"""Litanies, songs with refrains, anaphora, cumulative tales, and prose in many scripts."""

import datetime as dt
from itertools import pairwise
from random import Random

from degeneration.held_out import material_pages as p

BOOK = p.Book()
SCRIPTS = ("ru", "el", "ar", "he", "hi", "ko", "zh", "ja")


@BOOK.page("litany of saints", p.VERSE)
def litany(rng: Random) -> str:
    """Invocation after invocation, one response; the response changes from part to part."""
    lang = rng.choice(("en", "it", "fr", "el", "ru", "ar"))
    answers = {
        "en": ("pray for us.", "deliver us, O Lord.", "we beseech thee, hear us."),
        "it": ("ora pro nobis.", "libera nos, Domine.", "te rogamus, audi nos."),
        "fr": ("priez pour nous.", "délivrez-nous, Seigneur.", "nous vous en prions."),
        "el": ("πρέσβευε ὑπὲρ ἡμῶν.", "ῥῦσαι ἡμᾶς, Κύριε.", "Κύριε, ἐλέησον."),
        "ru": ("моли Бога о нас.", "избави нас, Господи.", "Господи, помилуй."),
        "ar": ("صلّي لأجلنا", "نجنا يا رب", "استجب لنا"),
    }[lang]
    joint, out = rng.choice((", ", "\nR. ", " — ", ": ℟. ")), []
    for answer in answers:
        for _ in range(rng.randint(5, 13)):
            out.append(p.title(rng, lang, 1, 5) + joint + answer)
        out.append("")
    return p.lead(rng, lang) + "\n".join(out)


@BOOK.page("song with a chorus", p.VERSE)
def chorus(rng: Random) -> str:
    """Verses and a chorus that is written out each time, or after the first named only."""
    lang = rng.choice(p.ALL)
    head = rng.choice(("Chorus", "Refrain", "[Chorus]", "Rit.", "Припев", "후렴"))
    lines = [p.sentence(rng, lang, 3, 8) for _ in range(rng.choice((2, 4)))]
    if rng.random() < 0.5:
        lines[1] = lines[0]
    text = f"{head}:\n" + "\n".join(lines)
    short, out = rng.random() < 0.3, []
    for number in range(1, rng.randint(4, 7)):
        verse = [p.sentence(rng, lang, 3, 8) for _ in range(4)]
        out.append(f"{number}. " + "\n".join(verse))
        out.append(f"{head}." if short and number > 1 else text)
    return p.title(rng, lang, 1, 4) + "\n\n" + "\n\n".join(out) + "\n"


@BOOK.page("lines that begin alike", p.VERSE)
def anaphora(rng: Random) -> str:
    """Lines that begin alike."""
    lang, head = rng.choice(
        (
            ("en", "I have seen"),
            ("en", "Blessed are"),
            ("fr", "J'écris ton nom sur"),
            ("es", "Hay un tiempo de"),
            ("de", "Selig sind, die"),
            ("ru", "Жди меня,"),
            ("he", "ברוך אתה"),
            ("hi", "जब तक"),
            ("zh", "不聞"),
        )
    )
    out, space = [], "" if lang == "zh" else " "
    for _ in range(rng.randint(3, 6)):
        for _ in range(rng.randint(3, 6)):
            first = head if rng.random() < 0.85 else p.title(rng, lang, 1, 2)
            text = p.sentence(rng, lang, 3, 11)
            out.append(first + space + text[:1].lower() + text[1:])
        out.append("")
    return "\n".join(out)


@BOOK.page("house that was built", p.VERSE)
def cumulative(rng: Random) -> str:
    """Each stanza says all that the one before said, and one thing more."""
    lang = rng.choice(("en", "ru", "es", "hi", "de"))
    that, this = {
        "en": ("That", "This is the"),
        "ru": ("Который", "Вот"),
        "es": ("que", "Este es el"),
        "hi": ("जो", "यह है"),
        "de": ("das", "Dies ist das"),
    }[lang]
    chain = [
        (p.phrase(rng, lang, 1, 2), p.phrase(rng, lang, 1, 3)) for _ in range(rng.randint(6, 9))
    ]
    last, out = p.phrase(rng, lang, 2, 4), []
    for size in range(1, len(chain) + 1):
        things = chain[size - 1 :: -1]
        lines = [f"{this} {things[0][0]}"]
        lines += [f"{that} {verb} {thing}" for (_, verb), (thing, _) in pairwise(things)]
        out.append(",\n".join(lines) + f"\n{last}.")
    return p.title(rng, lang, 2, 4) + "\n\n" + "\n\n".join(out) + "\n"


@BOOK.page("days of gifts", p.VERSE)
def gifts(rng: Random) -> str:
    """On each day one gift more, and all the former ones again, down to the first."""
    lang = rng.choice(("en", "fr"))
    ordinals = {
        "en": p.listed("first second third fourth fifth sixth seventh eighth ninth tenth"),
        "fr": p.listed("premier deuxième troisième quatrième cinquième sixième septième huitième"),
    }[lang]
    form = {
        "en": "On the {n} day of {s} {w} sent to me",
        "fr": "Le {n} jour de {s}, {w} m'a donné",
    }[lang]
    season, who = p.word(rng, lang), p.phrase(rng, lang, 2, 3)
    things = [p.title(rng, lang, 2, 3) for _ in ordinals]
    last, out = rng.randint(5, len(ordinals)), []
    for day in range(last):
        first = form.format(n=ordinals[day], s=season, w=who)
        out.append("\n".join([first, *(f"{thing}," for thing in things[day::-1])])[:-1] + ".")
    return "\n\n".join(out) + "\n"


@BOOK.page("psalm with response", p.VERSE)
def psalm(rng: Random) -> str:
    """Half a verse that is new and half a verse that never is."""
    lang, answer = rng.choice(
        (
            ("en", "for his mercy endureth for ever."),
            ("de", "denn seine Güte währet ewiglich."),
            ("he", "כי לעולם חסדו"),
            ("el", "ὅτι εἰς τὸν αἰῶνα τὸ ἔλεος αὐτοῦ."),
            ("ko", "그 인자하심이 영원함이로다"),
            ("es", "porque para siempre es su misericordia."),
        )
    )
    numbered, out = rng.random() < 0.6, []
    for verse in range(1, rng.randint(13, 27)):
        text = p.sentence(rng, lang, 3, 11).rstrip(".?!")
        out.append((f"{verse} " if numbered else "") + f"{text}: {answer}")
    return p.lead(rng, lang) + "\n".join(out) + "\n"


@BOOK.page("villanelles", p.VERSE)
def villanelle(rng: Random) -> str:
    """Two lines that come back by rule in nineteen."""
    lang, out = rng.choice(p.EUROPEAN), []
    for number in range(1, rng.randint(2, 4)):
        one, two = (p.sentence(rng, lang, 5, 9) for _ in "12")
        fresh = [p.sentence(rng, lang, 5, 9) for _ in range(13)]
        stanzas = [[one, fresh[0], two]]
        for i in range(1, 5):
            stanzas.append([fresh[2 * i - 1], fresh[2 * i], one if i % 2 else two])
        stanzas.append([fresh[11], fresh[12], one, two])
        out.append(f"{'I' * number}\n\n" + "\n\n".join(map("\n".join, stanzas)))
    return p.title(rng, lang, 1, 4) + "\n\n" + "\n\n".join(out) + "\n"


@BOOK.page("counting-out rhymes", p.VERSE)
def rhymes(rng: Random) -> str:
    """Syllables without sense, said twice and thrice, a dozen short rhymes."""
    lang, out = rng.choice(("en", "nl", "pl", "ja", "tr", "it")), []
    for _ in range(rng.randint(6, 12)):
        sound = [p.word(rng, lang)[:4] for _ in range(3)]
        line = f"{sound[0]}, {sound[0]}, {sound[1]}, {sound[0]} {sound[2]}!"
        again = rng.choice((line, f"{sound[2]} " * 3 + "!", p.sentence(rng, lang, 3, 6)))
        out.append(
            "\n".join((line, p.sentence(rng, lang, 3, 6), again, p.sentence(rng, lang, 3, 6)))
        )
    return p.lead(rng, lang) + "\n\n".join(out) + "\n"


@BOOK.page("annals", p.PROSE)
def annals(rng: Random) -> str:
    """In this year nothing happened; in that one a star was seen."""
    lang = rng.choice(SCRIPTS)
    year, nothing = rng.randrange(300, 1500), p.sentence(rng, lang, 3, 5)
    place, out = p.surname(rng, lang), []
    for _ in range(rng.randint(12, 26)):
        year += rng.choice((1, 1, 2, 3))
        text = nothing if rng.random() < 0.25 else p.paragraph(rng, lang, 1, 2)
        out.append(f"{year}. {place if rng.random() < 0.4 else ''} {text}".replace("  ", " "))
    return "\n".join(out) + "\n"


@BOOK.page("running text by script", p.PROSE)
def running(rng: Random) -> str:
    """Plain paragraphs under a heading or two."""
    lang = rng.choice(p.ALL)
    out = []
    for _ in range(rng.randint(2, 4)):
        out.append(rng.choice(("## ", "", "§ ")) + p.title(rng, lang, 1, 5))
        out += [p.paragraph(rng, lang, 3, 7) for _ in range(rng.randint(1, 3))]
    return "\n\n".join(out) + "\n"


@BOOK.page("cues of a film", p.PROSE)
def subtitles(rng: Random) -> str:
    """Cues with times; short lines that come back, music in brackets."""
    lang = rng.choice(p.ALL)
    often = [p.title(rng, lang, 1, 2) + mark for mark in ("!", ".", "?", "...")] + ["♪"]
    at, out = rng.uniform(0, 3000), []
    arrow = rng.choice((" --> ", " --> ", ","))
    for number in range(1, rng.randint(15, 45)):
        at += rng.uniform(0.2, 6)
        cue = []
        for _ in "12":
            whole, part = divmod(round(at * 1000), 1000)
            cue.append(f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d},{part:03d}")
            at += rng.uniform(0.7, 4)
        text = rng.choice(often) if rng.random() < 0.3 else p.sentence(rng, lang, 2, 10)
        out.append(f"{number}\n{arrow.join(cue)}\n{rng.choice(('', '', '- '))}{text}")
    return "\n\n".join(out) + "\n"


@BOOK.page("examination of a witness", p.PROSE)
def witness(rng: Random) -> str:
    """Q. and A.; half of the answers are the same few words."""
    lang = rng.choice(("en", "nl", "es", "ru", "ja"))
    short = {
        "en": ("Yes.", "No.", "I do not remember.", "Yes, sir."),
        "nl": ("Ja.", "Nee.", "Dat weet ik niet meer.", "Jawel."),
        "es": ("Sí.", "No.", "No lo recuerdo.", "Así es."),
        "ru": ("Да.", "Нет.", "Не помню.", "Так точно."),
        "ja": ("はい。", "いいえ。", "覚えておりません。", "そうです。"),
    }[lang]
    ask, reply = rng.choice(
        (("Q.", "A."), ("Q:", "A:"), ("問", "答"), ("—", "—"), ("**Q**", "**A**"))
    )
    out = []
    for _ in range(rng.randint(12, 34)):
        out.append(f"{ask} {p.sentence(rng, lang, 4, 15).rstrip('.?!。')}?")
        answer = p.sentence(rng, lang, 4, 18) if rng.random() < 0.4 else rng.choice(short)
        out.append(f"{reply} {answer}")
    return p.lead(rng, lang) + "\n".join(out) + "\n"


@BOOK.page("diary of small events", p.PROSE)
def diary(rng: Random) -> str:
    """Rose at seven. Fine day. To church. Rose at seven."""
    lang = rng.choice(("en", "de", "el", "ja", "ko", "it"))
    usual = [p.sentence(rng, lang, 2, 4) for _ in range(4)]
    date, out = p.day(rng, 1780, 1950), []
    for _ in range(rng.randint(12, 26)):
        date += dt.timedelta(days=rng.choice((1, 1, 1, 2)))
        parts = [rng.choice(usual), p.sentence(rng, lang, 3, 14)]
        if rng.random() < 0.5:
            parts.append(rng.choice(usual))
        out.append(f"{p.long_date(date, lang)}. " + " ".join(parts))
    return "\n".join(out) + "\n"


KINDS = tuple(BOOK.kinds)
