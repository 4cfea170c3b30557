"""Records of extractions and configurations that differ in their number."""

import json
from random import Random

from degeneration import material as m
from degeneration.held_out import counters_tools as t
from degeneration.held_out import material_counters as mc
from degeneration.sample import Loop

_VALUES = {
    "pt": ["Serviço prestado conforme contrato", "Produto sem descrição", "Taxa de entrega"],
    "en": ["Consulting services as agreed", "Miscellaneous hardware", "Freight and handling"],
    "de": ["Dienstleistung laut Vertrag", "Diverses Kleinmaterial", "Versand und Verpackung"],
    "tr": ["Sözleşmeye göre hizmet bedeli", "Çeşitli malzeme", "Nakliye ücreti"],
    "ja": ["契約に基づく作業費", "雑品一式（税抜）", "配送手数料"],
    "ru": ["Услуги по договору", "Прочие материалы", "Доставка и упаковка"],
    "ar": ["خدمات حسب العقد", "مواد متنوعة", "رسوم التوصيل"],
}
_LINE_NAMES = ("line", "item", "row", "pos", "linha", "Pos", "numero", "index")
_TEXT_NAMES = ("description", "text", "descricao", "name", "value", "label")


def _json_opening(rng: Random, language: str) -> str:
    head = {
        "document_id": m.code(rng),
        "summary": mc.opening(rng, language).strip(),
        "issuer": m.name(rng),
        "total": m.money(rng),
    }
    return json.dumps(head, ensure_ascii=False, indent=rng.choice((None, 2)))[:-1].rstrip()


def _invoice_lines(rng: Random) -> Loop:
    language, value = t.pick(rng, _VALUES)
    number, text = rng.choice(_LINE_NAMES), rng.choice(_TEXT_NAMES)
    gap, colon = rng.choice(((" ", ": "), ("", ":"), ("\n    ", ": ")))
    rest = rng.choice(("", f',{gap}"qty"{colon}1', f',{gap}"unit_price"{colon}null'))
    unit = f'{{"{number}"{colon}{{n}},{gap}"{text}"{colon}"{value}"{rest}}},{gap or " "}'
    key = rng.choice(("items", "lines", "itens", "positions"))
    lead = _json_opening(rng, language) + f', "{key}": ['
    return t.counting(
        lead, t.filled(rng, unit), rng.choice(("null]}", "]}", "{}]\n}\n```\n")), least=20
    )


def _boxes(rng: Random) -> Loop:
    left, right, height = rng.randint(30, 90), rng.randint(500, 900), rng.randint(9, 40)
    top, by = rng.randint(40, 300), rng.randint(12, 60)
    text = rng.choice(("(illegible)", "continua", "Total", "idem", "同上", "N/A", "см. выше"))
    label = rng.choice(("text", "table_row", "Text", "paragraph", "list-item"))
    order = rng.randrange(2)

    def unit(i: int) -> str:
        box = f"[{left}, {top + by * i}, {right}, {top + by * i + height}]"
        fields = [f'"bbox": {box}', f'"category": "{label}"', f'"text": "{text}"']
        return "{" + ", ".join(fields if order else [fields[1], fields[0], fields[2]]) + "}, "

    lead = '{"page": 1, "caption": ' + json.dumps(mc.opening(rng, "pt").strip()) + ', "cells": ['
    return t.counting(lead, t.each(unit, 0), rng.choice(("]}", "{}]}\n", "]}\n\n")), least=28)


def _yaml(rng: Random) -> Loop:
    noun = rng.choice(("user", "sensor", "device", "customer", "aluno", "produkt", "tarefa"))
    width = rng.choice((0, 0, 3, 4))
    field = rng.choice(("enabled: true", "status: pending", "owner: null", "role: viewer"))
    unit = rng.choice(
        (
            f"  - id: {noun}_#\n    {field}\n",
            f"{noun}_#:\n  {field}\n  tags: []\n",
            f"- {{name: {noun}-#, {field}}}\n",
        )
    )
    units = t.each(lambda n: unit.replace("#", f"{n:0{width}d}"), t.begin(rng))
    words = mc.opening(rng, rng.choice(("en", "de", "pl"))).strip().replace("\n", "\n# ")
    lead = f"# {words}\n\nversion: {rng.randint(1, 9)}\n"
    top = "" if unit.startswith(noun) else f"{noun}s:\n"
    return t.counting(lead + top, units, least=30)


def _pages(rng: Random) -> Loop:
    scan = rng.choice(("scan_#.tif", "img/#.jpg", "IMG#.png", "fol#r.jp2"))
    element = rng.choice(
        (
            f'  <page n="@"><image href="{scan}"/><text/></page>\n',
            f'<div type="page" id="p@"><p>[illegible]</p><img src="{scan}"/></div>\n',
            f'  <pb n="@" facs="{scan}"/><gap reason="damage"/>\n',
        )
    )
    width = rng.choice((1, 3, 4, 5))
    shift = rng.choice((0, 0, 1, 6))
    units = t.each(
        lambda n: element.replace("#", f"{n + shift:0{width}d}").replace("@", str(n)),
        t.begin(rng),
    )
    language = rng.choice(("it", "fr", "el", "en"))
    lead = f'<?xml version="1.0"?>\n<TEI>\n<head>{m.code(rng)}</head>\n<body>\n<p>'
    lead += mc.opening(rng, language).strip() + "</p>\n"
    return t.counting(lead, units, "</body>\n</TEI>\n", least=120)


def _csv(rng: Random) -> Loop:
    name = rng.choice(("SENSOR", "probe", "stazione", "Messstelle", "posto"))
    fixed = rng.choice(("OK", "n/a,n/a", "21.5,OK", "0.00,0.00,valid", "NaN,missing"))
    sep = rng.choice((",", ";", "\t"))
    first, by, start = rng.randint(1000, 90000), rng.choice((5, 30, 60, 600)), t.begin(rng)
    rest = fixed.replace(",", sep)
    lead = (
        "".join(f"# {line}\n" for line in mc.opening(rng, "it").strip().split("\n") if line)
        + sep.join(("id", "t", "name", "value"))
        + "\n"
    )
    units = t.each(lambda i: sep.join((str(start + i), str(first + by * i), name, rest)) + "\n", 0)
    return t.counting(lead, units, least=60)


def _tool_calls(rng: Random) -> Loop:
    tool = rng.choice(("fetch_page", "search", "read_lines", "open_url", "list_orders"))
    key = rng.choice(("page", "offset", "cursor", "attempt"))
    word = rng.choice(("invoices", "quarterly report", "tramite", "заказ", "予約"))
    shape = rng.choice(
        (
            f'{{"tool": "{tool}", "args": {{"q": "{word}", "{key}": #}}}}\n',
            f'<tool_call>\n{{"name": "{tool}", "arguments": {{"{key}": #}}}}\n</tool_call>\n',
            f"Action: {tool}\nAction Input: {word}, {key}=#\nObservation: no results\n",
        )
    )
    lead = "User: " + mc.opening(rng, rng.choice(("en", "es"))).strip() + "\n\nAssistant:\n"
    by = rng.choice((10, 20, 50, 100)) if key == "offset" else 1
    return t.counting(
        lead, t.filled(rng, shape.replace("#", "{n}"), by=by), "Final answer: none\n", least=12
    )


def _bibtex(rng: Random) -> Loop:
    who, title = t.place(rng), m.title(rng)
    lead = "% " + mc.opening(rng, "en").strip().replace("\n", "\n% ") + "\n"
    year = rng.randint(1890, 2015)
    unit = rng.choice(
        (
            f"@article{{{who.lower()}#,\n  author = {{{who}}},\n  title = {{{title}}},\n"
            f"  volume = {{#}}\n}}\n",
            f"\\bibitem{{{who.lower()}#}} {who}, \\emph{{{title}}}, vol. #, {year}.\n",
            f"[#] {who}, \u201c{title}\u201d, {year}.\n",
        )
    )
    return t.counting(
        lead, t.filled(rng, unit.replace("#", "{n}")), "\\end{thebibliography}\n", least=12
    )


def _versions(rng: Random) -> Loop:
    notes = rng.choice(
        (
            "Bug fixes and improvements.",
            "Correções de erros.",
            "Исправлены ошибки.",
            "不具合を修正しました。",
        )
    )
    major = rng.randint(0, 7)
    shape = rng.choice((f"## v{major}.#.0\n\n- {notes}\n\n", f"* {major}.#: {notes}\n"))
    lead = "# Changelog\n\n" + mc.opening(rng, rng.choice(("en", "pt", "ru")))
    return t.counting(lead, t.filled(rng, shape.replace("#", "{n}"), by=1), least=15)


KINDS = (
    t.kind("invoice lines in json", "records", _invoice_lines, "tail", "closed"),
    t.kind("boxes down a page", "records", _boxes, "tail", "closed"),
    t.kind("fixtures in yaml", "records", _yaml),
    t.kind("pages of an edition", "records", _pages, "tail", "closed"),
    t.kind("readings of a sensor", "records", _csv, "tail", "stray"),
    t.kind("tool calls page by page", "records", _tool_calls, "tail", "closed"),
    t.kind("one author's volumes", "records", _bibtex),
    t.kind("releases without news", "records", _versions, "tail", "recovered"),
)
