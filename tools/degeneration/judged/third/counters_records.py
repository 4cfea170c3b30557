"""Blind counters in JSON, markup, code, logs and other records."""

from random import Random

from degeneration.judged.third.counters_base import Slot, clock, days, kinds, num, shifted, written


def _ids(rng: Random, _: str) -> dict[str, Slot]:
    first = num(rng, 1, rng.choice((3, 1000, 700_000)), (1, 1, 1, 2, 10))
    return {"n": first, "id": num(rng, 1, 900, pad=rng.choice((3, 4, 6))), "m": shifted(first, 7)}


def _keys(rng: Random, _: str) -> dict[str, Slot]:
    return {"n": num(rng, 1, 9, pad=rng.choice((0, 0, 2, 3)))}


def _boxes(rng: Random, _: str) -> dict[str, Slot]:
    """Lines of one height down a page that has long ended."""
    left, right, height = rng.randint(20, 120), rng.randint(400, 980), rng.randint(9, 24)
    top, pitch = rng.randint(40, 300), height + rng.randint(1, 12)
    return {
        "x": lambda i: str(left),
        "w": lambda i: str(right),
        "y": lambda i: str(top + pitch * i),
        "z": lambda i: str(top + pitch * i + height),
        "n": num(rng, 1, 30),
    }


def _points(rng: Random, _: str) -> dict[str, Slot]:
    return {"x": num(rng, 1, 300, (1, 5, 10, 12)), "y": num(rng, 4, 5000, (0, 1, 5, 10, 20))}


def _integers(rng: Random, _: str) -> dict[str, Slot]:
    low, steps = rng.choice(((0, (1, 2, 5)), (100, (1, 1, 3)), (90_000, (-1, 1, 7)), (1, (2, 10))))
    return {"n": num(rng, low, low + 3, steps)}


def _layers(rng: Random, _: str) -> dict[str, Slot]:
    layer = num(rng, 2, 12)
    return {"n": layer, "prev": shifted(layer, -1), "ln": num(rng, 10, 90, (10, 5))}


def _events(rng: Random, _: str) -> dict[str, Slot]:
    date, serial = written(days(rng, (1,), 2012), "%Y-%m-%d"), num(rng, 1000, 90_000, (1, 1, 4))
    first = date(0)
    return {
        "d": lambda i: first,
        "t": clock(rng, (1, 2, 5, 15, 30, 60)),
        "n": serial,
        "ms": num(rng, 10**12, 1_700 * 10**9, (1000, 5000, 60_000)),
    }


_TABLE = r"""
= objects of one name ¦ records and code ¦ ids ¦ 12 ¦ tail closed
json ¦ {"id": @n@, "name": "@name@", "amount": "@money@"},␣ ¦ "items": [ ¦ {}]}
json ¦ {"@slug@": "@term@", "no": "@id@", "date": "@date@"},¶ ¦ "rows": [¶ ¦ {}]}¶
json 0 ¦     {¶      "line": @n@,¶      "text": "@sent@",¶      "bold": false¶    },¶ ¦ "lines": [
+¶ ¦     {}¶  ]¶}
json ¦ {"page": @n@, "type": "paragraph", "content": "@sent@"},␣ ¦ "blocks": [ ¦ {}]}
yaml ¦ - {id: @id@, title: "@term@", year: @year@}¶ ¦ entries:¶ ¦ ...¶
= keys that go on ¦ records and code ¦ keys ¦ 60 ¦ stray tail
json ¦ "@slug@_@n@": "@term@",␣ ¦ "fields": {
json ¦ "item@n@": {"value": "@money@", "unit": "@unit@"},␣ ¦ "data": {
json ¦ "col_@n@": null, ¦ "row": {
yaml ¦ @slug@_@n@: @term@¶
json ¦ "Q@n@": "@word@",¶ ¦ "answers": {¶
= boxes below the foot of the page ¦ records and code ¦ boxes ¦ 8 ¦ tail closed
json ¦ {"bbox": [@x@, @y@, @w@, @z@], "text": "@sent@"},␣ ¦ "layout": [ ¦ {}]}
xml ¦ <text><loc_@x@><loc_@y@><loc_@w@><loc_@z@>@sent@</text>¶ ¦ <doctag>¶ ¦ </doctag>
html ¦ <span class='ocr_line' id='line_1_@n@' title="bbox @x@ @y@ @w@ @z@">@sent@</span>
+¶ ¦  ¦ </div>
plain ¦ <|ref|>@term@<|/ref|><|det|>[[@x@, @y@, @w@, @z@]]<|/det|>¶
json ¦ {"category": "Text", "bbox": [@x@,@y@,@w@,@z@], "text": "@term@"},¶ ¦ "regions": [¶ ¦ {}]}
= points of a straight curve ¦ records and code ¦ points ¦ 90 ¦ tail stray
svg ¦ L @x@ @y@␣ ¦ <path d="M 0 0␣
tex ¦ (@x@,@y@) --␣ ¦ \draw␣
json ¦ [@x@, @y@],␣ ¦ "coordinates": [
svg ¦ <circle cx="@x@" cy="@y@" r="2"/>¶
plain ¦ (@x@; @y@)¶
= integers of an array ¦ records and code ¦ integers ¦ 250 ¦ tail tail closed
python ¦ @n@,␣ ¦ @slug@ = [ ¦ 0]¶
json ¦ @n@, ¦ "ids": [ ¦ 0]}
json ¦ "@n@",␣ ¦ "pages": [ ¦ ""]}
plain ¦ @n@␣ ¦ @term@:␣ ¦ END
python ¦     @n@,¶ ¦ @slug@ = (¶ ¦ )¶
= layer on layer ¦ records and code ¦ layers ¦ 26 ¦ tail stray
python ¦ x@n@ = Dense(@big@, name="@slug@_@n@")(x@prev@)¶
python ¦ self.@slug@@n@ = nn.Conv2d(@big@, @big@, kernel_size=3, padding=1)¶
python ¦ step_@n@ = step_@prev@.@slug@("@term@")¶
plain ¦ @ln@ LET V(@n@) = V(@prev@) + @int@¶
tex ¦ \newcommand{\eq@slug@}{x_{@n@} = x_{@prev@} + @int@}¶
= log by the clock ¦ records and code ¦ events ¦ 30 ¦ tail
log ¦ @d@ @t@ INFO  @slug@: @sent@ (id=@n@)¶
log ¦ @d@T@t@Z [@big@] WARN @slug@ - retry @n@ of @term@¶
log ¦ {"ts": @ms@, "level": "info", "seq": @n@, "msg": "@sent@"}¶
log ¦ 10.0.@int@.@int2@ - - [@t@] "GET /@slug@?page=@n@ HTTP/1.1" 200 @big@¶
= entries of one dictionary ¦ records and code ¦ ids ¦ 15 ¦ closed recovered
xml ¦ <entry n="@n@"><form>@word@</form><sense>@sent@</sense></entry>¶ ¦ <body>¶ ¦ </body>¶</TEI>
xml ¦ <row id="@id@"><name>@name@</name><sum>@money@</sum></row>¶ ¦ <table>¶ ¦ </table>¶
yaml ¦ - id: @n@¶  name: @name@¶  note: @sent@¶ ¦ people:¶ ¦ ...¶
xml ¦ <w:p w:id="@n@"><w:t>@sent@</w:t></w:p> ¦ <w:body> ¦ </w:body></w:document>
"""

_SLOTS = (_ids, _keys, _boxes, _points, _integers, _layers, _events)
KINDS, FLAGS = kinds(_TABLE, _SLOTS)
