"""What newspapers and bulletins print: results, quotations, forecasts, lots."""

from random import Random

from degeneration.held_out import material_pages as p
from degeneration.held_out.material_tongues import WEEKDAYS

BOOK = p.Book()


@BOOK.page("fixtures of a round", p.REGISTERS)
def fixtures(rng: Random) -> str:
    """Round after round, the same teams in other pairs, few scores."""
    lang = rng.choice(("es", "pl", "tr", "el", "de"))
    teams = [
        f"{rng.choice(('FC', 'SC', 'AS', ''))} {p.surname(rng, lang)}".strip() for _ in "12345678"
    ]
    label = rng.choice(("Jornada", "Kolejka", "Spieltag", "Hafta", "Round"))
    dash, out = rng.choice((" - ", " – ", " vs ")), []
    for number in range(1, rng.randint(4, 8)):
        rng.shuffle(teams)
        out.append(f"{label} {number}")
        for home, away in zip(teams[::2], teams[1::2], strict=True):
            goals = [str(rng.choice((0, 0, 1, 1, 2, 3))) for _ in "12"]
            out.append(f"{home}{dash}{away}  {':'.join(goals)}")
        out.append("")
    return p.lead(rng, lang) + "\n".join(out)


@BOOK.page("standings", p.NUMBERS)
def standings(rng: Random) -> str:
    """Places, points, goals; many of the cells are equal from row to row."""
    lang, points = rng.choice(("it", "ru", "nl", "ko")), rng.randrange(50, 95)
    played, rows = str(rng.randrange(20, 38)), []
    for place in range(1, rng.randint(13, 25)):
        points -= rng.choice((0, 0, 1, 2, 5))
        cells = [str(rng.randrange(3, 20)) for _ in range(3)]
        goals = f"{rng.randrange(20, 80)}:{rng.randrange(20, 80)}"
        rows.append(
            (str(place), p.title(rng, lang, 1, 2), played, *cells, goals, str(max(0, points)))
        )
    return p.lead(rng, lang) + p.table(rng, ("", "", "P", "W", "D", "L", "+/-", "Pts"), rows)


@BOOK.page("forecast for shipping", p.PROSE)
def forecast(rng: Random) -> str:
    """Areas, winds, weather, visibility, in a hundred words or so all told."""
    lang = rng.choice(("en", "en", "de", "fr"))
    words = {
        "en": (
            "southwesterly northerly variable cyclonic",
            "Rain Showers Fair Drizzle",
            "good poor",
        ),
        "de": ("Südwest Nord umlaufend West", "Regen Schauer diesig Gewitter", "gut mittel"),
        "fr": ("Sud-Ouest Nord variable Est", "Pluie Averses Brume Grains", "bonne médiocre"),
    }[lang]
    winds, skies, views = (p.listed(text) for text in words)
    out = []
    for _ in range(rng.randint(9, 22)):
        areas = ", ".join(p.surname(rng, lang) for _ in range(rng.choice((1, 1, 2, 3))))
        low = rng.randint(2, 8)
        gale = rng.choice(("", "", f", {p.phrase(rng, lang, 1, 3)}"))
        text = f"{rng.choice(winds).capitalize()} {low} - {low + 1}{gale}. {rng.choice(skies)}."
        out.append(f"{areas}: {text} {rng.choice(views).capitalize()}.")
    return p.lead(rng, lang) + rng.choice(("\n", "\n\n", " ")).join(out) + "\n"


@BOOK.page("quotations of an exchange", p.NUMBERS)
def quotations(rng: Random) -> str:
    """Papers of the day: unchanged, unchanged, a shade up."""
    lang = rng.choice(("de", "fr", "en", "tr"))
    same, none = rng.choice(("unch.", "—", "=", "0.00")), rng.choice(("—", "n/a", "…"))
    rows = []
    for _ in range(rng.randint(16, 40)):
        last = rng.uniform(2, 400)
        change = same if rng.random() < 0.55 else f"{rng.choice('+-')}{rng.random() * 3:.2f}"
        bid = f"{last - 0.25:.2f}" if rng.random() < 0.6 else none
        rows.append((p.title(rng, lang, 1, 2), f"{last:.2f}", bid, none, change))
    return p.lead(rng, lang) + p.table(rng, ("", "Last", "Bid", "Ask", "+/−"), rows)


@BOOK.page("lots at auction", p.LISTS)
def lots(rng: Random) -> str:
    """Lot and estimate, lot and estimate; `another similar`."""
    lang = rng.choice(("en", "fr", "nl", "zh"))
    again = {"en": "Another, similar", "fr": "Une autre, semblable", "nl": "Idem", "zh": "又一件"}[
        lang
    ]
    number, out = rng.randrange(1, 700), []
    money = rng.choice(("£", "€ ", "HK$"))
    for _ in range(rng.randint(10, 24)):
        low = rng.choice((40, 60, 80, 100, 200, 400))
        what = again if rng.random() < 0.25 else p.sentence(rng, lang, 6, 20)
        out.append(f"{number}\n{what}\n{money}{low}-{low + low // 2}")
        number += rng.choice((1, 1, 1, 2))
    return p.lead(rng, lang) + "\n\n".join(out) + "\n"


@BOOK.page("hours of opening", p.LISTS)
def opening_hours(rng: Random) -> str:
    """Branches and weekdays: most days of most branches have the same hours."""
    lang = rng.choice(tuple(WEEKDAYS))
    days, usual = WEEKDAYS[lang].split(), f"{rng.randint(7, 10)}:00–{rng.randint(16, 20)}:00"
    shut, out = rng.choice(("—", "closed", "geschl.", "休", "X")), []
    if rng.random() < 0.5:
        rows = []
        for _ in range(rng.randint(8, 20)):
            cells = [
                usual if rng.random() < 0.75 else rng.choice((shut, "10:00–13:00")) for _ in days
            ]
            rows.append((p.surname(rng, lang), *cells))
        return p.lead(rng, lang) + p.table(rng, ("", *days), rows)
    for _ in range(rng.randint(4, 8)):
        out.append(f"{p.title(rng, lang, 1, 3)}, {p.surname(rng, lang)} {rng.randrange(1, 99)}")
        for number, day in enumerate(days):
            rare = number > 4 or rng.random() < 0.15
            out.append(f"{day}: {rng.choice((shut, '9:00–13:00')) if rare else usual}")
        out.append("")
    return p.lead(rng, lang) + "\n".join(out)


@BOOK.page("key word in context", p.LISTS)
def concordance(rng: Random) -> str:
    """One word in the middle of every line, as concordances have it."""
    lang = rng.choice(("en", "el", "he", "ru", "it"))
    node, width, out = p.word(rng, lang), rng.randint(22, 40), []
    edge = rng.choice(("  ", " **", " [", "\t"))
    other = {" **": "** ", " [": "] "}.get(edge, edge)
    for _ in range(rng.randint(14, 36)):
        left = " ".join(p.words(rng, lang, 9))[-width:]
        right = " ".join(p.words(rng, lang, 9))[:width]
        out.append(f"{left:>{width}}{edge}{node}{other}{right}")
    return p.lead(rng, lang) + "\n".join(out) + "\n"


@BOOK.page("case by case", p.PROSE)
def cases(rng: Random) -> str:
    """Somebody thinks aloud: wait, let me check, so that fails, next case."""
    turns = ("Wait, let me check this.", "So this one fails.", "That does not work.", "Hmm.", "OK.")
    letter, out = rng.choice("nkxm"), [p.paragraph(rng, "en", 1, 2)]
    value = rng.randrange(2, 9)
    for _ in range(rng.randint(6, 14)):
        square = value * value + rng.randrange(-3, 4)
        rest, by = rng.randrange(2, 40), rng.choice((3, 5, 7, 11))
        sure = rng.choice((f"not divisible by {by}", f"prime to {by}", f"= {rest} mod {by}"))
        text = (
            f"Case {letter} = {value}: then {letter}² + {rest} = {square + rest}, which is {sure}."
        )
        extra = [rng.choice(turns)] if rng.random() < 0.7 else []
        extra += [p.sentence(rng, "en", 5, 14)] if rng.random() < 0.6 else []
        rng.shuffle(extra)
        out.append(" ".join([text, *extra]))
        value += rng.choice((1, 1, 2, 3))
    return "\n\n".join(out) + f"\n\nSo {letter} = {value}.\n"


@BOOK.page("two languages side by side", p.PROSE)
def parallel(rng: Random) -> str:
    """Sentences of a phrase book with their translations, under numbers or in two columns."""
    one, other = rng.sample(("en", "ru", "hi", "ar", "ja", "es", "tr", "zh"), 2)
    start = p.title(rng, one, 2, 2), p.title(rng, other, 2, 2)
    glue = [" " if lang not in ("zh", "ja") else "" for lang in (one, other)]
    rows = []
    for _ in range(rng.randint(12, 26)):
        texts = []
        for lang, head, space in zip((one, other), start, glue, strict=True):
            rest = p.sentence(rng, lang, 3, 10)
            texts.append(
                f"{head}{space}{rest[:1].lower()}{rest[1:]}" if rng.random() < 0.6 else rest
            )
        rows.append(texts)
    if rng.random() < 0.5:
        return p.lead(rng, one) + p.table(rng, (one.upper(), other.upper()), rows)
    return p.lead(rng, one) + "\n\n".join("\n".join(texts) for texts in rows) + "\n"


KINDS = tuple(BOOK.kinds)
