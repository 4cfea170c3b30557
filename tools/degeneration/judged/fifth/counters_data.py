"""Blind counters in JSON, XML, CSS, YAML and other data: keys, ids, boxes, versions, files."""

from random import Random

from degeneration import material as m
from degeneration.judged.fifth import counters_kit as k
from degeneration.judged.fifth import material_counters as mc
from degeneration.sample import Loop, PositiveKind

_LANGS = ("en", "de", "fr", "es", "pt", "it", "nl", "sv", "ru", "tr", "zh", "ko", "th")


def _json_keys(rng: Random) -> Loop:
    lang = rng.choice(_LANGS)
    unit, opening, closing = rng.choice(
        (
            ('"«id»_«n»": null, ', '"fields": {', "}}"),
            ('    "row_«n»": {"label": "«title»", "value": ""},\n', '"rows": {\n', "}\n}\n"),
            ('"«word»«n:02d»":"«title»",', '"data":{', '"end":""}}'),
            ('  "page_«n»_«id»": ["", "", "«small»"],\n', '"pages": {\n', "}}\n```\n"),
        )
    )
    unit = k.settle(rng, unit, lang)
    return k.loop(k.json_lead(rng, lang, opening), unit, closing, 7, n=k.ramp(rng, 1, 80, k.ONE))


def _json_objects(rng: Random) -> Loop:
    lang = rng.choice(_LANGS)
    unit = rng.choice(
        (
            '{"id": «n», "type": "text", "content": "«title»"}, ',
            '{"line":«n»,"text":"«line»","confidence":0.99},',
            '{"page": «n», "text": "«para»", "images": []},\n',
            '{\n  "name": "«who»",\n  "order": «n»,\n  "role": "«word»"\n},\n',
            "{'step': «n», 'action': 'click', 'target': '«id»'}, ",
        )
    )
    unit = k.settle(rng, unit, lang)
    text = k.json_lead(rng, lang, rng.choice(('"items": [', '"blocks": [\n')))
    return k.loop(text, unit, "]}\n", 5, n=k.ramp(rng, 0, 300, (1, 1, 1, 1, 10)))


def _walking_boxes(rng: Random) -> Loop:
    lang = rng.choice(_LANGS)
    unit = rng.choice(
        (
            '{"bbox": [«a», «n», «b», «m»], "label": "«word»"}, ',
            '{"text": "«title»", "box": {"x": «a», "y": «n», "w": «small», "h": 14}},\n',
            "«word» (x=«a», y=«n», x2=«b», y2=«m»)\n",
            "«title»<box>(«a»,«n»),(«b»,«m»)</box>\n",
        )
    )
    left, high = rng.randint(10, 400), rng.randint(8, 40)
    unit = k.settle(rng, k.fill(unit, {"a": left, "b": left + rng.randint(60, 900)}), lang)
    run = k.ramp(rng, 20, 900, (12, 14, 16, 18, 20, 25, high + 1))
    text = k.json_lead(rng, lang, '"regions": [') if "{" in unit else k.lead(rng, lang)
    closing = "]}\n" if "{" in unit else "(end)\n"
    return k.loop(text, unit, closing, 5, n=run, m=run.plus(high))


def _selectors(rng: Random) -> Loop:
    unit = rng.choice(
        (
            ".cell-«n» { width: «small»px; }\n",
            "#row«n» td { border: none; padding: 0 «small»px }\n",
            "table tr:nth-child(«n») > td { text-align: right; }\n",
            ".col-md-«n» {\n  float: left;\n  width: «m»%;\n}\n",
            "--«id»-«n»: var(--«id»-«p»);\n",
        )
    )
    run = k.ramp(rng, 2, 90, (1, 1, 1, 4, 5))
    unit = k.settle(rng, unit, "en")
    lead = k.lead(rng, rng.choice(("en", "de", "fr")), "<style>\n", high=1200)
    return k.loop(lead, unit, "</style>\n", 28, n=run, m=run.times(2), p=run.plus(-run.step))


def _placed_words(rng: Random) -> Loop:
    lang = rng.choice(_LANGS)
    unit = rng.choice(
        (
            '<String ID="s«n»" HPOS="«a»" VPOS="«m»" CONTENT="«word»"/>\n',
            '<text x="«a»" y="«m»" font-size="9">«word»</text>\n',
            "<span class='ocrx_word' id='word_1_«n»' title='bbox «a» «m» «b» «p»'>«word»</span>\n",
            "\\put(«a»,«m»){\\makebox(«small»,4)[l]{«word»}}\n",
            '<note xml:id="fn«n»" target="#ref«n»">«title»</note>\n',
        )
    )
    left = rng.randint(30, 700)
    unit = k.settle(rng, k.fill(unit, {"a": left, "b": left + rng.randint(20, 300)}), lang)
    down = k.ramp(rng, 40, 900, (10, 12, 22, 31))
    tag = "div" if "<span" in unit else "svg" if "<text" in unit else "Layout"
    return k.loop(
        k.lead(rng, lang, f"<{tag}>\n"),
        unit,
        f"</{tag}>\n",
        5,
        n=k.ramp(rng, 1, 99, k.ONE),
        m=down,
        p=down.plus(12),
    )


def _versions(rng: Random) -> Loop:
    lang, unit = k.pick(
        rng,
        {
            "en": (
                "## «small».4.«n»\n\n- Minor fixes.\n\n",
                "- Bump `«id»` from 2.«small».«n» to 2.«small».«m»\n",
                "v1.«n».0 (unreleased) — no changes recorded\n",
            ),
            "de": ("### Version 3.«small».«n»\n\n* Kleinere Korrekturen an «thing»\n\n",),
            "es": ("- Actualizado `«id»` de 0.«n».«small» a 0.«m».«small»\n",),
            "zh": ("## «small».2.«n»\n\n- 修复了一些问题。\n\n",),
        },
    )
    run = k.ramp(rng, 1, 70, k.ONE)
    return k.loop(k.lead(rng, lang), unit, "\n", 7, n=run, m=run.plus(1))


def _files(rng: Random) -> Loop:
    lang = rng.choice(_LANGS)
    unit = rng.choice(
        (
            "IMG_«n:04d».jpg  «title»\n",
            "![«title»](images/page_«n:03d»_fig_«small».png)\n\n",
            "- `«id»-«n:05d».tif` (missing)\n",
            "cp scans/«id»_«n:04d».tif scans/«id»_«m:04d».tif\n",
            '<img src="img/«n».gif" alt="«title»" />\n',
            "rename «id»«n».xml -> «id»«n».bak ... ok\n",
        )
    )
    run = k.ramp(rng, 1, 800, (1, 1, 1, 2, 10))
    unit = k.settle(rng, unit, lang)
    return k.loop(k.lead(rng, lang), unit, "\n", 30, n=run, m=run.plus(1))


def _addresses(rng: Random) -> Loop:
    """Internet addresses: the last number carries into the one before."""
    unit = rng.choice(
        (
            "«n»  host-«m:03d»  # «word»\n",
            "host «id»-«m» { fixed-address «n»; }\n",
            "deny from «n»;\n",
            "- {ip: «n», name: «id»-«m», state: down}\n",
        )
    )
    low = rng.randrange(1, 200)
    head = rng.choice(("10.0", "192.168", "172.16", "10.42"))

    def address(i: int) -> str:
        third, fourth = divmod(low + i, 256)
        return f"{head}.{third}.{fourth}"

    unit = k.settle(rng, unit, "en")
    lead = k.code_lead(rng)
    return k.loop(lead, unit, "\n", 40, n=address, m=k.ramp(rng, 1, 99, k.ONE))


def _hex_ids(rng: Random) -> Loop:
    unit = rng.choice(
        (
            '{"id": "0x«n:04x»", "kind": "«word»", "next": "0x«m:04x»"}, ',
            "«n:08x»:  90                  nop\n",
            "<tr><td>U+«n:04X»</td><td>&lt;unassigned&gt;</td><td>—</td></tr>\n",
            "#define «id»_«n:02X» 0x«n:02X» /* «word» */\n",
            "0x«n:06x»: 00 00 00 00 00 00 00 00  |........| «word»\n",
        )
    )
    run = k.ramp(rng, 3000, 900_000, (1, 1, 2, 4, 8, 16))
    if "«n:02X»" in unit:
        run = k.Ramp(rng.randint(1, 90), 1)
    unit = k.settle(rng, unit, "en").replace("nop", "nop  padding")
    return k.loop(k.code_lead(rng, "//"), unit, "\n", 20, n=run, m=run.plus(run.step))


def _sheet_letters(rng: Random) -> Loop:
    lang = rng.choice(("en", "de", "es", "it"))
    unit, opening, closing = rng.choice(
        (
            ("<th>column «n»</th>", "<table><tr>", "</tr></table>\n\n"),
            ("| column «n» ", "", "|\n\n"),
            ("«title» («n»); ", "", "etc.\n\n"),
            ("Exhibit «n»: see attached copy of «thing».\n", "", "(end of exhibits)\n\n"),
            ("<c r=«n»«small» t=shared/>\n", "<row>\n", "</row>\n"),
            ('"«id» «n»": "", ', '{"columns": {', '"total": ""}}\n'),
        )
    )
    run = k.ramp(rng, 1, 30, k.ONE)
    unit = k.settle(rng, unit, lang)
    lead = k.lead(rng, lang, opening)
    return k.loop(lead, unit, closing, 30, n=lambda i: m.letters(run(i)).upper())


def _map_points(rng: Random) -> Loop:
    lang = rng.choice(("en", "sv", "el", "pt"))
    unit = rng.choice(
        (
            "[«b», «a»], ",
            '<trkpt lat="«a»" lon="«b»"><ele>«small»</ele></trkpt>\n',
            "«title»: «a» N, «b» E\n",
            '{"type": "Point", "coordinates": [«b», «a»]},\n',
        )
    )
    places = rng.choice((4, 5, 6))
    step = rng.choice((1, 5, 10, 25, 100))
    scale = 10**places
    up = k.Amount(k.Ramp(rng.randrange(35 * scale, 60 * scale), step), places, "bare")
    far = k.Ramp(rng.randrange(11 * scale, 40 * scale), rng.choice((0, step, 2 * step)))
    unit = k.settle(rng, unit, lang)
    opening = f'"place": "{mc.place(rng, lang)}", "points": ['
    return k.loop(
        k.lead(rng, lang, opening), unit, "]}\n", 8, a=up, b=k.Amount(far, places, "bare")
    )


_DATA = "counter: keys, ids and boxes"
KINDS = (
    PositiveKind(
        "v: json by number", _DATA, k.either(_json_keys, _json_objects), ("tail", "closed")
    ),
    PositiveKind(
        "v: walking boxes", _DATA, k.either(_walking_boxes, _placed_words), ("tail", "closed")
    ),
    PositiveKind(
        "v: selectors, files and hosts",
        _DATA,
        k.either(_selectors, _files, _addresses),
        ("tail", "stray"),
    ),
    PositiveKind("v: releases without news", _DATA, _versions, ("tail", "recovered")),
    PositiveKind("v: hexadecimal addresses", _DATA, _hex_ids, ("tail", "stray")),
    PositiveKind("v: letters of columns", _DATA, _sheet_letters, ("tail", "closed")),
    PositiveKind("v: points of a track", _DATA, _map_points),
)
IN_LETTERS: tuple[str, ...] = ("v: hexadecimal addresses", "v: letters of columns")
WITH_POINT: tuple[str, ...] = ("v: points of a track",)
