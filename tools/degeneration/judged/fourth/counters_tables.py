"""Tables and records of which only the number, key or amount changes."""

from collections.abc import Callable
from random import Random

from degeneration.judged.fourth.material_counters import Amount, arithmetic, kinds, numbers

_ROW = numbers(n=(7, 80, 1), m=(7, 900, 1, 2, 5))
_ID = numbers(n=(7, 4000, 1, 1, 1, 2, 10), m=(7, 90, 1))


def _money(rng: Random, _: str) -> dict[str, Callable[[int], object]]:
    """Between 1,000.00 and 999,999.99: as many groups of digits in every copy."""
    step = rng.choice((50, 250, 1000, 1250, 4990, 10_000, 12_345))
    start = rng.randrange(110_000, 900_000)
    out: dict[str, Callable[[int], object]] = {"n": arithmetic(rng.randint(7, 40), 1)}
    out["b"] = lambda i: Amount(start + step * i)
    return out


def _product(rng: Random, _: str) -> dict[str, Callable[[int], object]]:
    factor, start = rng.randint(3, 97), rng.randint(1, 40)
    return {
        "n": arithmetic(start, 1),
        "f": arithmetic(factor, 0),
        "p": arithmetic(factor * start, factor),
    }


def _boxes(rng: Random, _: str) -> dict[str, Callable[[int], object]]:
    top, step = rng.randint(60, 300), rng.choice((18, 24, 31, 40))
    return {"y": arithmetic(top, step), "z": arithmetic(top + step - rng.randint(0, 6), step)}


_TABLE = """
= pipe rows under row numbers ¦ tables ¦ row ¦ tail tail recovered
lat ¦ | # | A | B | C |⏎|---|---|---|---|⏎ ¦ | [[n]] | [[noun]] | [[name]] | [[money]] |⏎ ¦ ∅ ¦ =
pt ¦ | Nº | Data | Histórico | Valor |⏎|:-:|---|---|---:|⏎
   ¦ | [[n]] | [[date]] | [[noun]] | [[money]] |⏎ ¦ ∅ ¦ =
ru ¦ | № | Название | Место |⏎|---|---|---|⏎ ¦ | [[n]] | [[noun]] | [[place]] |⏎ ¦ ∅ ¦ =
zh ¦ | 序号 | 姓名 | 地点 | 数量 |⏎|---|---|---|---|⏎ ¦ |[[n]]|[[name]]|[[place]]|[[num]]|⏎ ¦ ∅ ¦ =
en ¦ | Lot | Description | Est. |⏎|---|---|---|⏎ ¦ | [[n:03]] | [[noun]] | – |⏎ ¦ ∅ ¦ =

= html rows under row numbers ¦ tables ¦ row ¦ closed stray
* ¦ <table>⏎ ¦ <tr><td>[[n]]</td><td>[[name]]</td><td>[[money]]</td></tr>⏎ ¦ </table>⏎ ¦ =
* ¦ <table><tbody> ¦ <tr><td>[[n]]</td><td>[[noun]]</td><td></td></tr> ¦ </tbody></table>⏎ ¦ =
* ¦ <table border="1">⏎ ¦ <tr>⏎  <td>[[n]]</td>⏎  <td>[[place]]</td>⏎  <td>[[year]]</td>⏎</tr>⏎
   ¦ </table>⏎ ¦ =
* ¦ <table> ¦ <tr id="r[[n]]"><th>[[m]]</th><td>[[noun]]</td><td>[[noun]]</td></tr>⏎ ¦ </table>⏎

= latex rows ¦ tables ¦ row ¦ closed
* ¦ \\begin{tabular}{rlr}⏎\\hline⏎ ¦ [[n]] & [[noun]] & [[num]] \\\\⏎ ¦ \\end{tabular}⏎ ¦ =
lat ¦ \\begin{longtable}{l r l}⏎ ¦ [[n]] & [[name]] & -- \\\\ \\hline⏎ ¦ \\end{longtable}⏎ ¦ =
lat ¦ \\begin{align}⏎ ¦ x_{[[n]]} &= \\alpha + \\beta_{[[n]]} \\\\⏎ ¦ \\end{align}⏎
lat ¦ \\begin{array}{cc}⏎ ¦ a_{[[n]]} & \\text{[[noun]]} \\\\⏎ ¦ \\end{array}⏎

= separated values ¦ tables ¦ id ¦ tail
* ¦ id;name;city;value⏎ ¦ [[n]];[[name]];[[place]];[[num]]⏎ ¦ ∅ ¦ =
* ¦ id,label,x,y⏎ ¦ [[n]],"[[noun]]",[[pick:0,0|1,1|0.5,0.5|,]]⏎ ¦ ∅ ¦ =
* ¦ nr⇥item⇥code⏎ ¦ [[n]]⇥[[noun]]⇥[[code]]⏎ ¦ ∅ ¦ =
* ¦ "key","text"⏎ ¦ "[[n:06]]","[[text]]"⏎
* ¦ <pre>⏎ ¦ [[n:05]]  [[code]]  [[place]]  [[money]]⏎ ¦ </pre>⏎
* ¦ No.   Ref.⏎ ¦ [[n:04]] ║ [[code]] ║ [[name]]⏎

= balance that grows by one amount ¦ amounts ¦ money ¦ tail
pt ¦ | Data | Histórico | Crédito | Saldo |⏎|---|---|---|---|⏎
   ¦ | [[date]] | [[noun]] | [[money]] | [[b:eu]] |⏎
en ¦ Date        Particulars        Balance⏎ ¦ [[date]]  By cash, [[name]]  £[[b:us]]⏎
de ¦ Kontoauszug⏎⏎ ¦ [[date]] [[noun]] [[b:eu]] EUR⏎
* ¦ <table>⏎ ¦ <tr><td>[[noun]]</td><td>[[b]]</td></tr>⏎ ¦ </table>⏎
fr ¦ Report⏎⏎ ¦ À [[name]], pour [[noun]] : [[b:comma]] F⏎
es ¦ Presupuesto⏎⏎ ¦ [[n]]) [[noun]] — [[b:eu]] €⏎
ja ¦ 料金表⏎⏎ ¦ [[n]]　[[noun]]　¥[[b:us]]⏎
hi ¦ खाता⏎⏎ ¦ [[noun]] — ₹ [[b]] — [[place]]⏎

= table of multiples without end ¦ several numbers ¦ product ¦ tail ¦ 90
pt ¦ Tabuada do [[num]]⏎⏎ ¦ [[f]] x [[n]] = [[p]]⏎
en ¦ Times table⏎⏎ ¦ [[n]] × [[f]] = [[p]]⏎
lat ¦ | n | f | n·f |⏎|---|---|---|⏎ ¦ | [[n]] | [[f]] | [[p]] |⏎
ru ¦ Таблица умножения⏎⏎ ¦ [[f]] · [[n]] = [[p]]⏎
lat ¦ Thus ¦ $[[f]] \\times [[n]] = [[p]]$,␣

= empty cells behind a row number ¦ forms ¦ row ¦ tail ¦ 70 ¦ filler
* ¦ | Nr. | A | B | C |⏎|---|---|---|---|⏎ ¦ | [[n]] |  |  |  |⏎
* ¦ <table>⏎ ¦ <tr><td>[[n]]</td><td></td><td></td></tr>⏎ ¦ </table>⏎
* ¦ \\begin{tabular}{llll}⏎ ¦ [[n]] & & & \\\\ \\hline⏎ ¦ \\end{tabular}⏎
* ¦ ∅ ¦ [[n]] | - | - | - |⏎

= head that grows to the right ¦ tables ¦ row ¦ tail closed ¦ 40
en ¦ | Name ¦ ␣| Column [[n]] ¦ ␣|⏎
de ¦ <table><tr><th>[[noun]]</th> ¦ <th>Spalte [[n]]</th> ¦ </tr></table>⏎
pt ¦ | Item ¦ ␣| Mês [[n]] ([[noun]]) ¦ ␣|⏎
es ¦ <table><tr> ¦ <td>Semana [[n]]</td><td>[[noun]]</td> ¦ </tr></table>⏎
zh ¦ | 项目 ¦ ␣| 第[[n]]次[[noun]] ¦ ␣|⏎

= json records with an id ¦ records and keys ¦ row ¦ closed
* ¦ {"items": [ ¦ {"id": [[n]], "name": "[[name]]", "qty": [[num]]},␣ ¦ {"id": 0}]}⏎ ¦ =
* ¦ ```json⏎[⏎
   ¦   {⏎    "no": [[n]],⏎    "descricao": "[[noun]]",⏎    "valor": null⏎  },⏎ ¦   {}⏎]⏎```⏎ ¦ =
* ¦ {"pages":[ ¦ {"page":[[n]],"text":"[[text]]"}, ¦ {}]}⏎
* ¦ {"rows": [⏎ ¦ ["[[n]]", "[[noun]]", "[[place]]"],⏎ ¦ []]}⏎ ¦ =

= json keys with a number ¦ records and keys ¦ row ¦ closed recovered ¦ 40
* ¦ {"title": "[[noun]]",⏎ ¦   "field_[[n]]": "[[pick:N/A|unknown|illegible|?]]",⏎ ¦   "end": 1}⏎
* ¦ {"invoice": { ¦ "line_[[n:03]]": {"item": "[[noun]]", "total": [[num]]}, ¦ "z": {}}}⏎
* ¦ ```json⏎{⏎ ¦   "nome[[n]]": "[[name]]", "cidade[[n]]": "[[place]]",⏎ ¦   "fim": true⏎}⏎```⏎
* ¦ fields = { ¦ 'q[[n]]': None,␣ ¦ }⏎

= blocks of a configuration ¦ records and keys ¦ row ¦ tail
* ¦ entries:⏎ ¦   - id: [[n]]⏎    name: [[name]]⏎    notes: "[[noun]]"⏎ ¦ ∅ ¦ =
* ¦ # config⏎ ¦ [item.[[n]]]⏎label = "[[noun]]"⏎page = [[m]]⏎⏎
* ¦ <records>⏎ ¦   <record id="[[n]]"><name>[[name]]</name><year>[[year]]</year></record>⏎
   ¦ </records>⏎ ¦ =
* ¦ ∅ ¦ name.[[n]]=[[noun]]⏎value.[[n]]=[[code]]⏎

= boxes of a page's layout ¦ several numbers ¦ box ¦ tail
* ¦ [ ¦ {"bbox": [82, [[y]], 511, [[z]]], "category": "Text", "text": "[[noun]]"},⏎ ¦ {}]⏎
* ¦ ∅ ¦ <|ref|>text<|/ref|><|det|>[[[98, [[y]], 640, [[z]]]]<|/det|>⏎[[noun]]⏎⏎
* ¦ <div class="ocr_page">⏎
   ¦ <span class="ocr_line" title="bbox 60 [[y]] 700 [[z]]">[[noun]] [[name]]</span>⏎ ¦ </div>⏎
* ¦ <svg>⏎ ¦ <text x="40" y="[[y]]">[[noun]]</text>⏎ ¦ </svg>⏎

= entries of a register ¦ records and keys ¦ id ¦ tail
en ¦ BAPTISMS⏎⏎ ¦ No. [[n]]. [[name]], of this parish, was baptised by me.⏎
pt ¦ Livro de assentos⏎⏎ ¦ Assento n.º [[n]] — Aos [[num]] dias foi batizado [[name]].⏎⏎
de ¦ Kirchenbuch⏎⏎ ¦ Nr. [[n]]: [[name]], ehel. Kind aus [[place]], get. [[date]].⏎
fr ¦ ÉTAT CIVIL⏎⏎ ¦ Acte n° [[n]] : [[name]], né à [[place]] le [[date]].⏎
it ¦ Registro⏎⏎ ¦ N. [[n]] - [[name]] fu battezzato in [[place]] - foglio [[m]]⏎
pl ¦ Księga⏎⏎ ¦ Akt nr [[n]]/[[year]], [[place]]: stawił się [[name]], rolnik.⏎

= codes that go up by one ¦ records and keys ¦ id ¦ stray
* ¦ ∅ ¦ SKU-[[n:06]] [[noun]] [[money]]⏎
* ¦ ∅ ¦ [[code]]/[[n:05]]: [[name]]⏎
* ¦ ∅ ¦ https://www.example.org/doc?id=[[n:07]]&lang=[[pick:en|pt|ru]]⏎
en ¦ Numbers called:⏎ ¦ +44 20 7946 [[n:05]] ([[name]])⏎
pt ¦ Processos⏎⏎ ¦ Proc. nº [[n:07]]-[[num]].[[year]].8.26.0100 — arquivado⏎
de ¦ Akten⏎⏎ ¦ Az. [[num]] C [[n:05]] — [[name]] gegen [[name2]]⏎
"""

KINDS = kinds(
    _TABLE,
    row=_ROW,
    id=_ID,
    money=_money,
    product=_product,
    box=_boxes,
)
WITH_POINT = tuple(kind.name for kind in KINDS if kind.category == "counter: amounts")
