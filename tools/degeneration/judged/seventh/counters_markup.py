"""Counters in MARKUP, HTML, XML, Markdown, LaTeX and the tokens of layout models."""

import json
from random import Random

from degeneration import material as m
from degeneration.judged.seventh import material_counters as mc
from degeneration.sample import Loop, PositiveKind

MARKUP = "counter: JSON and markup"
MANY = "counter: several numbers at once"


def _object(rng: Random, lang: str, key: str) -> str:
    """A JSON object as far as the list or object that the loop is in."""
    text = json.dumps(mc.prose(rng, lang), ensure_ascii=False)
    about = rng.choice(("summary", "text", "description", "notes"))
    fence = rng.choice(("", "", "```json\n"))
    space = rng.choice(("", " "))
    return f'{fence}{{"language":{space}"{lang}", "{about}":{space}{text}, "{key}":{space}'


def layout_boxes(rng: Random) -> Loop:
    left, right = rng.randint(20, 200), rng.randint(600, 1600)
    top, high, gap = rng.randint(20, 900), rng.randint(12, 40), rng.randint(1, 18)
    label = rng.choice(("Text", "Table", "List-item", "Caption", "Picture"))
    text = rng.choice(('""', '" "', "null", '"—"', '"' + m.title(rng, 1, 3) + '"'))
    order = rng.choice(('"bbox": {b}, "category": "{c}"', '"category": "{c}", "bbox": {b}'))

    def unit(n: int) -> str:
        y = top + n * (high + gap)
        inner = order.format(b=f"[{left}, {y}, {right}, {y + high}]", c=label)
        return "{" + inner + f', "text": {text}' + "}, "

    lead = _object(rng, rng.choice(mc.LANGUAGES), "layout") + "["
    return Loop("counter", lead, mc.counted(unit, 0), "]}\n")


LABELS = ["Total", "Subtotal", "Sonstiges", "Outros", "Divers", "N/A", "Итого", "合計", "기타"]


def html_rows(rng: Random) -> Loop:
    cell, start = rng.choice(LABELS), mc.first(rng)
    value = rng.choice(("0,00", "-", "1", "&nbsp;", "sim", "nein", "100%"))
    tag = rng.choice(("td", "td", "th"))
    line = rng.choice(("", "\n"))
    inner = [f"<{tag}>{{n}}</{tag}>", f"<td>{cell}</td>", f"<td>{value}</td>"]
    if rng.random() < 0.3:
        inner = [inner[1], inner[0], inner[2]]
    form = f"<tr>{line}" + line.join(inner) + f"{line}</tr>\n"
    lang = rng.choice(mc.LANGUAGES)
    names = "".join(f"<th>{m.title(rng, 1, 1)}</th>" for _ in range(3))
    lead = f"<p>{mc.prose(rng, lang)}</p>\n<table>\n<tr>{names}</tr>\n"
    units = mc.counted(lambda n: form.replace("{n}", str(n)), start, mc.step(rng))
    return Loop("counter", lead, units, "</table>\n", least=6)


FIELDS = mc.split("campo item field linha ligne Zeile riga kolom сведения 項目 항목 satır")


def json_fields(rng: Random) -> Loop:
    key, value = rng.choice(FIELDS), rng.choice(("null", '""', "[]", "false", '"não consta"', "0"))
    join, line = rng.choice(("_", "", "-", " ")), rng.choice(("\n  ", " ", "\n"))
    width = rng.choice((0, 0, 2, 3))
    lead = _object(rng, rng.choice(mc.LANGUAGES), "fields") + "{" + line
    units = mc.counted(lambda n: f'"{key}{join}{n:0{width}d}": {value},{line}', mc.first(rng))
    return Loop("counter", lead, units, '"end": null}}\n', least=12)


def json_named_items(rng: Random) -> Loop:
    key, word = (
        mc.made_up(rng),
        rng.choice(["Item", "Produto", "Artikel", "Objet", "Товар", "商品"]),
    )
    price = f"{rng.randint(1, 90)}.{rng.randint(10, 99)}"
    rest = rng.choice((f', "{key}": "{m.title(rng)}"', f', "price": {price}', ""))
    line = rng.choice((" ", "\n    "))
    start = mc.first(rng)
    lead = _object(rng, rng.choice(mc.LANGUAGES), "items") + "[" + line
    units = mc.counted(
        lambda n: f'{{"id": {n}, "name": "{word} {n}"{rest}}},{line}', start, mc.step(rng)
    )
    return Loop("counter", lead, units, "]}\n", least=6)


def page_xml_lines(rng: Random) -> Loop:
    left, wide, high = rng.randint(40, 900), rng.randint(20, 300), rng.randint(20, 60)
    top, content = rng.randint(100, 2000), rng.choice((".", "", "—", m.content_word(rng), "I"))
    move = rng.randint(1, high)
    start, join = mc.first(rng), rng.choice(("", "_", "r1l"))
    lead = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<PcGts>\n<Metadata><Comments>'
        f"{mc.prose(rng, rng.choice(mc.LANGUAGES))}</Comments></Metadata>\n<Page>\n"
    )

    def unit(n: int) -> str:
        y = top + n * move
        where = f"{left},{y} {left + wide},{y} {left + wide},{y + high}"
        text = f"<TextEquiv><Unicode>{content}</Unicode></TextEquiv>"
        return f'<TextLine id="l{join}{start + n}"><Coords points="{where}"/>{text}</TextLine>\n'

    return Loop("counter", lead, mc.counted(unit, 0), "</Page>\n</PcGts>\n")


def image_references(rng: Random) -> Loop:
    name, kind = rng.choice(("img", "figure", "page", "image", "scan")), rng.choice(("jpeg", "png"))
    join, folder = rng.choice(("-", "_", "")), rng.choice(("", "images/", "./assets/"))
    form = rng.choice(
        (
            "![{x}]({f}{x})\n\n",
            "![]({f}{x})\n",
            '<figure><img src="{f}{x}"><figcaption>{x}</figcaption></figure>\n',
            "[{x}]({f}{x}) ",
        )
    )
    units = mc.counted(
        lambda n: form.format(x=f"{name}{join}{n}.{kind}", f=folder), rng.choice((0, mc.first(rng)))
    )
    return Loop("counter", mc.opening(rng, rng.choice(mc.LANGUAGES)), units, "\n", least=8)


def grounding_tokens(rng: Random) -> Loop:
    word = rng.choice(("text", "line", "sub_title", "table", "image_caption", "списание", "題"))
    x, right = rng.randint(0, 300), rng.randint(500, 999)
    y, high = rng.randint(0, 500), rng.randint(2, 20)
    style = rng.randrange(3)

    def unit(n: int) -> str:
        top, bottom = y + n * high, y + n * high + high
        if style == 0:
            return f"<|ref|>{word}<|/ref|><|det|>[[{x}, {top}, {right}, {bottom}]]<|/det|>\n"
        if style == 1:
            return f"<text><loc_{x}><loc_{top}><loc_{right}><loc_{bottom}>{word}</text>\n"
        return f"<|box_start|>({x},{top}),({right},{bottom})<|box_end|>{word}\n"

    return Loop(
        "counter", mc.opening(rng, rng.choice(mc.LANGUAGES)), mc.counted(unit, 0), "</page>\n"
    )


CAPTIONS = {
    "en": ["Figure", "Table", "Exhibit"],
    "de": ["Abbildung", "Tabelle"],
    "pt": ["Figura", "Quadro"],
    "ru": ["Рисунок", "Таблица"],
    "ja": ["図", "表"],
    "zh": ["图", "附表"],
    "ar": ["الشكل", "الجدول"],
    "tr": ["Şekil", "Çizelge"],
    "hi": ["चित्र", "तालिका"],
}


def markdown_captions(rng: Random) -> Loop:
    lang, word = mc.pick(rng, CAPTIONS)
    mark = rng.choice(
        ("## {} {}\n\n", "**{} {}**\n\n", "#### {} {}.\n", "> {} {}\n\n", "*{} {}*\n")
    )
    chapter = rng.choice(("", "", f"{rng.randint(1, 9)}-"))
    units = mc.counted(lambda n: mark.format(word, f"{chapter}{n}"), mc.first(rng))
    return Loop("counter", mc.opening(rng, lang), units, "\n", least=12)


def latex_indices(rng: Random) -> Loop:
    a, b = rng.sample("abcdfhkpqrstuvwxyz", 2)
    form = rng.choice(
        (
            "{a}_{{{n}}} + ",
            "{a}_{{{n}}}{b}_{{{n}}} + ",
            "\\lambda_{{{n}}} {a}^{{{n}}} + ",
            "\\frac{{{a}_{{{n}}}}}{{{b}_{{{n}}}}}, ",
            "{a}_{{{n}}} & ",
            "\\binom{{{a}}}{{{n}}} - ",
        )
    )
    lead = mc.opening(rng, rng.choice(mc.LATIN)) + rng.choice(("$$", "\\[ ", "\\begin{align}\n"))
    lead += f"S_{{{a}}} = "
    units = mc.counted(lambda n: form.format(a=a, b=b, n=n), rng.choice((0, 1, 2, mc.first(rng))))
    return Loop("counter", lead, units, "\\cdots $$\n\n", least=12)


def yaml_pages(rng: Random) -> Loop:
    key, note = rng.choice(("page", "seite", "pagina", "folio", "страница", "頁")), mc.made_up(rng)
    value = rng.choice(('""', "~", "blank", "[illegible]", "em branco", "leer", "空白"))
    lead = f"document: {m.title(rng)}\nabstract: >\n  "
    lead += mc.prose(rng, rng.choice(mc.LANGUAGES)).replace("\n\n", " ") + "\npages:\n"
    units = mc.counted(lambda n: f"  - {key}: {n}\n    {note}: {value}\n", mc.first(rng))
    return Loop("counter", lead, units, "...\n", least=6)


SOURCES = [
    "Ibid., p. 12.",
    "See above.",
    "Ver nota anterior.",
    "Ebd.",
    "Там же.",
    "同上。",
    "Idem.",
]


def markdown_footnotes(rng: Random) -> Loop:
    text, mark = (
        rng.choice(SOURCES),
        rng.choice(("[^{}]: ", "[{}]: ", "<sup>{}</sup> ", "\\[{}\\] ")),
    )
    units = mc.counted(lambda n: mark.format(n) + text + "\n", mc.first(rng))
    return Loop("counter", mc.opening(rng, rng.choice(mc.LANGUAGES)), units, "\n", least=10)


def sheet_columns(rng: Random) -> Loop:
    row, value = rng.randint(1, 900), rng.choice(("0", "1", "x", "n/a"))
    form = rng.choice(
        (
            '<cell ref="{c}{r}">{v}</cell>',
            '<c r="{c}{r}" s="3"><value>{v}</value></c>\n',
            '<td data-column="{c}">{v}</td>',
        )
    )
    lead = f"<!-- {mc.prose(rng, rng.choice(mc.LATIN))} -->\n<row number='{row}'>\n"
    units = mc.counted(
        lambda n: form.format(c=m.letters(n).upper(), r=row, v=value), rng.randint(1, 90)
    )
    return Loop("counter", lead, units, "</row>\n", least=12)


KINDS = (
    PositiveKind("u: layout boxes", MANY, layout_boxes, ("tail", "closed")),
    PositiveKind("u: html numbered rows", MARKUP, html_rows, ("tail", "stray", "closed")),
    PositiveKind("u: json empty fields", MARKUP, json_fields, ("tail", "closed", "stray")),
    PositiveKind("u: json named items", MARKUP, json_named_items, ("tail", "closed")),
    PositiveKind("u: page xml lines", MANY, page_xml_lines, ("tail", "closed", "stray")),
    PositiveKind("u: image references", MARKUP, image_references, ("tail", "stray", "recovered")),
    PositiveKind("u: grounding tokens", MANY, grounding_tokens, ("tail", "closed")),
    PositiveKind("u: markdown captions", MARKUP, markdown_captions, ("tail", "recovered")),
    PositiveKind("u: latex indices", MARKUP, latex_indices, ("tail", "closed", "recovered")),
    PositiveKind("u: yaml pages", MARKUP, yaml_pages, ("tail", "closed")),
    PositiveKind("u: markdown footnotes", MARKUP, markdown_footnotes, ("tail", "recovered")),
    PositiveKind("u: sheet columns", MARKUP, sheet_columns, ("tail", "closed")),
)
IN_LETTERS = ("u: sheet columns",)
WITH_POINT: tuple[str, ...] = ()
