"""Loops of long passages, from a paragraph to half a page."""

from random import Random

from degeneration.judged.fifth import material_exact as mx
from degeneration.judged.fifth.exact_base import AWAKE, STRAY, TAIL, loop
from degeneration.judged.fifth.exact_clauses import CLAUSES, FUNCTIONS
from degeneration.judged.fifth.exact_data import NAMES
from degeneration.judged.fifth.exact_tables import THINGS
from degeneration.sample import Loop, PositiveKind

LONG = "exact: long passages"


def _told(rng: Random, language: str, chars: int) -> list[str]:
    """Sentences of together `chars` characters; the wording may come twice, of other people."""
    out: list[str] = []
    while sum(map(len, out)) < chars:
        more = mx.sentences(rng, language, len(mx.SENTENCES[language]))
        out += [sentence for sentence in more if sentence not in out]
    while sum(map(len, out[:-1])) > chars:
        out.pop()
    return out


def _page(rng: Random) -> Loop:
    """A page that begins anew after its last line, head and all; or a part of it."""
    language = mx.language(rng)
    dense = 0.4 if language in ("zh", "ja", "ko") else 1
    told = _told(rng, language, round(rng.randint(320, 1500) * dense))
    head = rng.choice(
        ("", f"# {mx.person(rng, language)}\n\n", f"{rng.randint(2, 90)}\n\n", "<page>\n")
    )
    width = rng.choice((0, 0, 44, 72))
    body = mx.run_on(rng, language, told)
    if width and " " in body:
        body = _wrapped(body, width)
    if rng.random() < 0.3:  # the loop turns back in the middle of a word
        body, head = body[: len(body) - rng.randint(3, 30)], ""
    else:
        body += rng.choice(("\n\n", "\n", "\n\n---\n\n"))
    first = mx.lead(rng, language)
    return loop(f"{first}\n\n", head + body, "\n\n")


def _wrapped(text: str, width: int) -> str:
    lines, line = [], ""
    for word in text.replace("\n\n", " ").split(" "):
        if len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line += (" " if line else "") + word
    return "\n".join([*lines, line])


def _clause(rng: Random) -> Loop:
    """A clause of a contract or a law, its number too."""
    language = rng.choice(list(CLAUSES))
    clause = mx.fill(rng, language, rng.choice(CLAUSES[language]))
    number = rng.randint(2, 40)
    mark = rng.choice(
        ("", f"{number}. ", f"§ {number}. ", f"**{number}.** ", f"({number}) ", f"<p>{number}) ")
    )
    second = rng.random() < 0.3
    body = clause + (
        " " + mx.run_on(rng, language, mx.sentences(rng, language, 2)) if second else ""
    )
    return loop(f"{mx.lead(rng, language)}\n\n", f"{mark}{body}" + rng.choice(("\n\n", "\n", " ")))


FIELDS = {
    "en": "Call number|Title|Condition|Notes|Loan|Added to basket",
    "pt": "Cota|Título|Estado|Observações|Empréstimo|Adicionar ao carrinho",
    "es": "Signatura|Título|Estado|Notas|Préstamo|Añadir al carrito",
    "fr": "Cote|Titre|État|Remarques|Prêt|Ajouter au panier",
    "de": "Signatur|Titel|Zustand|Bemerkungen|Leihfrist|In den Warenkorb",
    "ru": "Шифр|Название|Состояние|Примечания|Выдача|В корзину",
    "ar": "رقم الطلب|العنوان|الحالة|ملاحظات|الإعارة|أضف إلى السلة",
    "hi": "क्रमांक|शीर्षक|दशा|टिप्पणी|उधार|टोकरी में डालें",
    "th": "เลขเรียก|ชื่อเรื่อง|สภาพ|หมายเหตุ|ยืม|หยิบใส่ตะกร้า",
    "zh": "索书号|题名|品相|附注|借阅|加入购物车",
    "ja": "請求記号|書名|状態|備考|貸出|カートに入れる",
}
CARDS = [
    '<div class="card">\n  <h3>%s</h3>\n  <dl>\n%s  </dl>\n'
    '  <button type="button">%s</button>\n</div>\n',
    "### %s\n\n%s\n*%s*\n\n---\n\n",
    '<record xmlns="urn:x-catalogue">\n<title>%s</title>\n%s<action>%s</action>\n</record>\n',
    "\\begin{card}{%s}\n%s\\hfill\\textit{%s}\n\\end{card}\n\n",
]
ROWS = [
    "    <dt>%s</dt><dd>%s</dd>\n",
    "- **%s:** %s\n",
    '<field name="%s">%s</field>\n',
    "\\key{%s} %s\\\\\n",
]


def _card(rng: Random) -> Loop:
    """A card of a catalogue or a shop, with its markup."""
    language = rng.choice(list(FIELDS))
    *fields, button = FIELDS[language].split("|")
    shape = rng.randrange(len(CARDS))
    said = mx.sentences(rng, language, 4)
    values = [f"{rng.choice('ABKMR')} {rng.randint(10, 999)}/{rng.randint(1, 9)}", *said]
    rows = "".join(ROWS[shape] % pair for pair in zip(fields, values, strict=True))
    unit = CARDS[shape] % (mx.person(rng, language), rows, button)
    return loop(mx.lead(rng, language) + "\n\n", unit)


def _receipt(rng: Random) -> Loop:
    """A receipt, bill or page of an account that is copied out again."""
    language = rng.choice(list(THINGS))
    item, quantity, price, *things = THINGS[language].split("|")
    wide = rng.randint(18, 34)
    shape = rng.choice(
        (
            "{} {} x {}\n",
            "{}\t{}\t{}\n",
            "| {} | {} | {} |\n",
            "{}, {}: {}\n",
            "{} & {} & {} \\\\\n",
        )
    )
    rows, total = [], 0.0
    for thing in rng.sample(things, rng.randint(4, 6)):
        number, cost = rng.randint(1, 12), rng.randint(50, 9000) / 100
        total += number * cost
        rows.append(shape.format(thing.ljust(wide), number, f"{cost:.2f}"))
    line = rng.choice(("-", "=", "*")) * rng.randint(12, 40) + "\n"
    head = f"{mx.person(rng, language).upper()}\n{mx.fill(rng, language, '{p} {n}')}\n"
    names = shape.format(item.ljust(wide), quantity, price)
    stamp = f"{rng.randint(1, 28):02d}/{rng.randint(1, 12):02d}/{rng.randint(1999, 2024)}"
    foot = f"{price}: {total:.2f}\n{stamp} {rng.randint(8, 19)}:{rng.randint(10, 59)}\n"
    words = mx.sentences(rng, language, 1)[0]
    unit = f"{head}{line}{names}{''.join(rows)}{line}{foot}{words}\n\n"
    return loop(mx.lead(rng, language) + "\n\n", unit, line)


def _function(rng: Random) -> Loop:
    """A function written out again under the same name."""
    words = rng.sample(NAMES, 4)
    body = rng.choice(FUNCTIONS)
    for mark, word in zip(("AAA", "BBB", "CCC"), words[:3], strict=True):
        body = body.replace(mark, word)
    body = body.replace("NNN", str(rng.randint(3, 400)))
    language = mx.language(rng)
    comment = rng.choice(("", f"// {mx.sentences(rng, language, 1)[0]}\n"))
    text = mx.lead(rng, language) + f"\n\n```\nlet {words[3]} = {rng.randint(2, 900)};\n\n"
    return loop(text, comment + body, "```\n\n")


KINDS = (
    PositiveKind("v: page that begins anew", LONG, _page, AWAKE),
    PositiveKind("v: clause of a contract", LONG, _clause, TAIL),
    PositiveKind("v: card of a catalogue", LONG, _card, TAIL),
    PositiveKind("v: receipt once more", LONG, _receipt, STRAY),
    PositiveKind("v: function once more", LONG, _function, TAIL),
)
