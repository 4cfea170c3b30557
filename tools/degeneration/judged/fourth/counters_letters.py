"""Counters in numerals, number words, letters, names of months and days, and foreign digits."""

import datetime as dt
from collections.abc import Callable
from random import Random

from degeneration import material as m
from degeneration.judged.fourth import counters_numerals as numerals
from degeneration.judged.fourth.material_counters import Series, arithmetic, kinds

_DIGITS = {"ar": "٠", "hi": "०", "zh": "〇一二三四五六七八九", "ja": "\uff10"}


def _written(write: Callable[[str, int], str], low: int, high: int, *steps: int) -> Series:
    """Slot `w` is the number in words, `cap` the same with a capital, `up` in capitals."""

    def draw(rng: Random, lang: str) -> dict[str, Callable[[int], object]]:
        at = arithmetic(rng.randint(low, high), rng.choice(steps or (1,)))

        def capital(i: int) -> str:
            text = write(lang, at(i))
            return text[0].upper() + text[1:]

        return {
            "w": lambda i: write(lang, at(i)),
            "cap": capital,
            "up": lambda i: write(lang, at(i)).upper(),
            "v": lambda i: write(lang, at(i + 1)),
        }

    return draw


def _months(rng: Random, lang: str) -> dict[str, Callable[[int], object]]:
    names, first = numerals.MONTHS[lang].split(), rng.randrange(1850 * 12, 2020 * 12)
    return {
        "w": lambda i: names[(first + i) % 12],
        "cap": lambda i: names[(first + i) % 12].capitalize(),
        "y": lambda i: (first + i) // 12,
    }


def _weekdays(rng: Random, lang: str) -> dict[str, Callable[[int], object]]:
    names, first = numerals.WEEKDAYS[lang].split(), m.date(rng)
    step = rng.choice((1, 1, 1, 2, 3))

    def day(i: int) -> dt.date:
        return first + dt.timedelta(days=step * i)

    return {
        "w": lambda i: names[day(i).weekday()],
        "cap": lambda i: names[day(i).weekday()].capitalize(),
        "d": day,
    }


def _hex(rng: Random, _: str) -> dict[str, Callable[[int], object]]:
    step = rng.choice((1, 4, 8, 16, 16, 32))
    return {
        "h": arithmetic(rng.randrange(0, 4096, 16), step),
        "g": arithmetic(rng.randrange(0x10000, 0xF0000), step),
    }


def _foreign(rng: Random, lang: str) -> dict[str, Callable[[int], object]]:
    write = numerals.digits_from(_DIGITS[lang])
    at = arithmetic(rng.randint(1, 300), rng.choice((1, 1, 1, 2, 5)))
    return {"w": lambda i: write(at(i)), "v": lambda i: write(at(i) + 1)}


_SUPER = numerals.digits_from("⁰¹²³⁴⁵⁶⁷⁸⁹")
_OLD = {"he": numerals.hebrew, "el": numerals.greek}

_TABLE = """
= roman heads over the same line ¦ numerals and words ¦ roman ¦ tail stray ¦ 30
en ¦ ∅ ¦ CHAPTER [[up]].⏎⏎Of [[noun]].⏎⏎
pt ¦ Art. [[num]].⏎⏎ ¦ [[up]] – [[pick:(revogado);|vetado;|multa e apreensão;]]⏎
fr ¦ ∅ ¦ [[up]]. — [[noun]], à [[place]].⏎
it ¦ ∅ ¦ [[pick:Capitolo|Tomo|Titolo]] [[up]]. [[noun]]⏎
en ¦ The following apply:⏎ ¦ ([[w]]) any [[noun]] in [[place]];⏎
lat ¦ <ol type="I">⏎ ¦ <li>[[up]]. [[name]]</li>⏎ ¦ </ol>⏎
de ¦ ∅ ¦ Band [[up]], [[place]] [[year]], gebunden.⏎

= letters that run past the alphabet ¦ numerals and words ¦ letters ¦ tail
en ¦ The tenant shall not:⏎⏎ ¦ ([[w]]) remove any [[noun]];⏎
pt ¦ São documentos:⏎⏎ ¦ [[w]]) cópia de [[noun]];⏎
ru ¦ К заявлению прилагаются:⏎⏎ ¦ [[w]]) [[noun]], копия;⏎
el ¦ Δικαιολογητικά⏎⏎ ¦ [[w]]) [[noun]], αντίγραφο·⏎
es ¦ Se exceptúan:⏎ ¦ [[w]]) [[noun]], [[place]].⏎
en ¦ | Cell | Content |⏎|---|---|⏎ ¦ | [[up]]4 | [[noun]] in stock |⏎
de ¦ Anlagen⏎⏎ ¦ Anlage [[up]] – [[noun]], beglaubigt⏎

= number in words within a sentence ¦ numerals and words ¦ cardinals ¦ tail tail recovered
en ¦ ∅ ¦ [[cap]] sheep jumped over the wall of [[place]].␣
pt ¦ ∅ ¦ Contou [[w]] cadeiras, e ainda faltava gente. Depois,␣
es ¦ ∅ ¦ Luego vinieron [[w]] soldados con un [[noun]].␣
fr ¦ ∅ ¦ Encore [[w]] jours, dit [[name]], et nous serons à [[place]].␣
de ¦ ∅ ¦ Seite [[w]]: siehe [[noun]].⏎
it ¦ ∅ ¦ [[cap]] passi, poi si fermò a guardare.␣
pl ¦ ∅ ¦ Strona [[w]], wiersz ostatni: nieczytelne.⏎
ru ¦ ∅ ¦ Прошло [[w]], сказал [[name]] и замолчал.␣

= counting in words and nothing else ¦ bare numbers ¦ aloud ¦ tail ¦ 90
en ¦ He counted aloud. ¦ Number [[w]],␣
es ¦ Contaba en voz alta. ¦ El [[w]], y␣
de ¦ Er zählte laut. ¦ und [[w]],␣
ru ¦ Он считал вслух. ¦ раз [[w]]...␣
fr ¦ Il comptait. ¦ puis [[w]],␣

= ordinals in words ¦ numerals and words ¦ ordinals ¦ tail
en ¦ ∅ ¦ The [[w]] witness, [[name]], said that he saw nothing.␣
en ¦ ∅ ¦ [[cap]]ly, consider the [[noun]].⏎⏎
de ¦ ∅ ¦ Der [[w]] Absatz bleibt unverändert.⏎
fr ¦ ∅ ¦ Le [[w]] jour, [[name]] revint à [[place]].␣
pt ¦ ∅ ¦ [[up]] QUESITO: houve [[noun]]? Resposta: não.⏎
pt ¦ ∅ ¦ No [[w]] dia de viagem, nada de terra à vista.␣

= numbers with an english ending ¦ numerals and words ¦ suffixed ¦ tail
en ¦ ∅ ¦ He lived on [[w]] Street and then on [[v]] Street, always alone.␣
en ¦ ## Ranking⏎⏎ ¦ [[w]] place: [[name]], [[place]]⏎
en ¦ Standings⏎⏎ ¦ | [[w]] | [[noun]] | tie |⏎
en ¦ ∅ ¦ In the [[w]] minute the referee stopped the match.␣

= months of many years ¦ dates and times ¦ months ¦ stray ¦ 40
en ¦ ∅ ¦ [[w]] [[y]]: rent received from [[name]].⏎
en ¦ | Month | Rainfall |⏎|---|---|⏎ ¦ | [[w]] [[y]] | not recorded |⏎
pt ¦ ∅ ¦ [[cap]] de [[y]] – mensalidade de [[money]] paga.⏎
es ¦ ∅ ¦ En [[w]] de [[y]] no hubo novedades en [[place]].␣
fr ¦ <table>⏎ ¦ <tr><td>[[w]] [[y]]</td><td>néant</td></tr>⏎ ¦ </table>⏎
de ¦ ∅ ¦ [[w]] [[y]] Miete [[money]] RM⏎
it ¦ ∅ ¦ [[cap]] [[y]]: nessuna variazione.⏎
ru ¦ ∅ ¦ За [[w]] [[y]] года сведений нет.⏎
ar ¦ ∅ ¦ [[w]] [[y]]: لا توجد بيانات⏎

= weekdays with their dates ¦ dates and times ¦ weekdays ¦ tail ¦ 30
en ¦ ∅ ¦ [[w]], [[d:%d/%m/%Y]]. Weather fair; nothing sold.⏎
pt ¦ ∅ ¦ **[[cap]], [[d:%d/%m/%Y]]**⏎Aula: [[noun]]⏎⏎
es ¦ ∅ ¦ [[cap]] [[d:%d-%m-%Y]]: consulta con [[name]].⏎
fr ¦ ∅ ¦ [[cap]] [[d:%d.%m.%Y]] — relâche.⏎
de ¦ ∅ ¦ [[w]], [[d:%d.%m.%Y]]: [[noun]], [[place]]⏎
ru ¦ ∅ ¦ [[d:%d.%m.%Y]], [[w]]. Без происшествий.⏎
ja ¦ ∅ ¦ [[d:%Y.%m.%d]]（[[w]]）晴れのち曇り。⏎
ko ¦ ∅ ¦ [[d:%Y/%m/%d]] ([[w]]) 특이사항 없음.⏎
el ¦ ∅ ¦ [[w]] [[d:%d/%m/%Y]]: [[noun]], τίποτα.⏎

= east asian numerals ¦ numerals and words ¦ han ¦ recovered ¦ 30
zh ¦ ∅ ¦ 第[[w]]条　本章程由理事会负责解释。⏎
zh ¦ ∅ ¦ [[w]]、关于经费的报告⏎
ja ¦ ∅ ¦ 第[[w]]条（削除されました）⏎
ja ¦ ∅ ¦ その[[w]]、山の上に雲が見えた。
ko ¦ ∅ ¦ 제[[w]]조 (삭제되었음)⏎
ko ¦ ∅ ¦ [[w]]. 회의록을 확인하였음⏎
zh ¦ | 编号 | 说明 |⏎|---|---|⏎ ¦ | [[w]] | 没有记录 |⏎

= digits of another script ¦ numerals and words ¦ foreign ¦ tail stray ¦ 25
ar ¦ ∅ ¦ المادة [[w]]: تطبق أحكام هذا القانون.⏎
ar ¦ ∅ ¦ | [[w]] | [[noun]] | لا يوجد |⏎
ar ¦ ∅ ¦ صفحة [[w]] - [[noun]] من [[place]]⏎
hi ¦ ∅ ¦ धारा [[w]]. यह उपबंध [[v]] के अधीन है। निरसित⏎
hi ¦ ∅ ¦ [[w]]) [[name]], ग्राम सभा सदस्य⏎
zh ¦ ∅ ¦ [[w]]页：此处空白无字。⏎
ja ¦ ∅ ¦ 第[[w]]回　[[noun]]の報告でした。⏎
ja ¦ ∅ ¦ （[[w]]）異常はありません⏎

= letters for numbers in greek and hebrew ¦ numerals and words ¦ old ¦ tail
he ¦ ∅ ¦ פרק [[w]]: [[noun]]⏎
he ¦ ∅ ¦ סעיף [[w]]. בוטל בתקנות.⏎
he ¦ ∅ ¦ [[w]] ויאמר [[name]] אל העם לאמר.⏎
el ¦ ∅ ¦ Άρθρο [[w]] Καταργείται.⏎
el ¦ ∅ ¦ Κεφάλαιον [[w]]. [[noun]]⏎⏎

= hexadecimal addresses ¦ code and logs ¦ hex ¦ tail ¦ 70
* ¦ ```⏎ ¦ [[h:08x]]  0000 0000 0000 ffff  |........|⏎ ¦ ```⏎
* ¦ ∅ ¦ 0x[[g:06X]]: nop⏎
* ¦ ∅ ¦ mov eax, [0x[[h:08x]]] ; [[word]]⏎
* ¦ { ¦ "0x[[h:04x]]": "[[noun]] empty",⏎ ¦ "0xffff": null}⏎
* ¦ ∅ ¦ \\u[[h:04x]] unknown⏎
* ¦ ∅ ¦ #[[g:06x]] colour [[noun]]⏎

= raised numbers before the same verse ¦ running text ¦ raised ¦ tail
en ¦ ∅ ¦ [[w]] And [[name]] answered and said unto them.␣
pt ¦ ∅ ¦ [[w]] E disse [[name]]: em verdade vos digo.␣
es ¦ ∅ ¦ Véase la nota.[[w]]␣
de ¦ ∅ ¦ [[w]] Ebenda, [[noun]].⏎
fr ¦ ∅ ¦ Voir plus haut[[w]], à [[place]].␣
"""

KINDS = kinds(
    _TABLE,
    roman=_written(lambda _, n: m.roman(n).lower(), 1, 40),
    letters=_written(numerals.lettered, 1, 12),
    cardinals=_written(numerals.cardinal, 2, 140, 1, 1, 2, 10),
    aloud=_written(numerals.cardinal, 1, 60),
    ordinals=_written(numerals.ordinal, 2, 80),
    suffixed=_written(lambda _, n: numerals.suffixed(n), 2, 120),
    months=_months,
    weekdays=_weekdays,
    han=_written(numerals.han, 2, 130),
    foreign=_foreign,
    old=_written(lambda lang, n: _OLD[lang](n), 1, 80),
    hex=_hex,
    raised=_written(lambda _, n: _SUPER(n), 2, 60),
)
