"""Blind counters in letters, numerals of many scripts, number words, months and weekdays."""

from collections.abc import Callable
from random import Random

from degeneration import material as m
from degeneration.judged.third.counters_base import Slot, days, kinds, months, num

_MONTHS = {
    "en": """January February March April May June July August September October November
 December""",
    "pt": """janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro
 dezembro""",
    "es": """enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
 diciembre""",
    "fr": """janvier février mars avril mai juin juillet août septembre octobre novembre
 décembre""",
    "de": """Januar Februar März April Mai Juni Juli August September Oktober November
 Dezember""",
    "it": """gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre
 novembre dicembre""",
    "pl": """stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października
 listopada grudnia""",
    "ru": """января февраля марта апреля мая июня июля августа сентября октября ноября
 декабря""",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
}
_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
    "ja": "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
    "ko": "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
}
_ALPHABETS = {
    "ru": "абвгдежзиклмнопрстуфхцчшщэюя",
    "el": "αβγδεζηθικλμνξοπρστυφχψω",
    "he": "אבגדהוזחטיכלמנסעפצקרשת",
}
_DIGITS = {"ar": ("٠", "۰"), "hi": ("०",), "zh": ("\uff10",), "ja": ("\uff10",)}
"""The zeros of a language's own digits."""

# ones from 1 | tens from 20 | hundreds from 100 | thousand | between tens and ones | after hundreds
_NUMERALS = {
    "en": """one two three four five six seven eight nine ten eleven twelve thirteen fourteen
 fifteen sixteen seventeen eighteen nineteen|twenty thirty forty fifty sixty seventy eighty
 ninety|one_hundred two_hundred three_hundred four_hundred five_hundred six_hundred
 seven_hundred eight_hundred nine_hundred|thousand|-|_and_""",
    "it": """uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici
 quattordici quindici sedici diciassette diciotto diciannove|venti trenta quaranta cinquanta
 sessanta settanta ottanta novanta|cento duecento trecento quattrocento cinquecento seicento
 settecento ottocento novecento|mila||""",
    "es": """uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
 dieciséis diecisiete dieciocho diecinueve|veinte treinta cuarenta cincuenta sesenta setenta
 ochenta noventa|ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos
 ochocientos novecientos|mil|_y_|_""",
    "tr": """bir iki üç dört beş altı yedi sekiz dokuz on on_bir on_iki on_üç on_dört on_beş
 on_altı on_yedi on_sekiz on_dokuz|yirmi otuz kırk elli altmış yetmiş seksen doksan|yüz iki_yüz
 üç_yüz dört_yüz beş_yüz altı_yüz yedi_yüz sekiz_yüz dokuz_yüz|bin|_|_""",
    "ru": """один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать
 тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать|двадцать
 тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто|сто двести триста четыреста
 пятьсот шестьсот семьсот восемьсот девятьсот|тысяча|_|_""",
    "ko": """일 이 삼 사 오 육 칠 팔 구 십 십일 십이 십삼 십사 십오 십육 십칠 십팔 십구|이십 삼십
 사십 오십 육십 칠십 팔십 구십|백 이백 삼백 사백 오백 육백 칠백 팔백 구백|천||""",
}
_VEINTI = {22: "veintidós", 23: "veintitrés", 26: "veintiséis"}


def spelled(lang: str, n: int) -> str:
    """A number in words, from 1 up."""
    ones, tens, hundreds, thousand, inner, outer = _NUMERALS[lang].split("|")
    if n >= 1000:
        head = "" if n < 2000 and lang != "en" else spelled(lang, n // 1000) + " " * (lang != "it")
        head += "mille" if (lang, head) == ("it", "") else thousand
        return f"{head} {spelled(lang, n % 1000)}" if n % 1000 else head
    text, rest = "", n % 100
    if n >= 100:
        text = hundreds.split()[n // 100 - 1] + (outer if rest else "")
        text = "cien" if (lang, n) == ("es", 100) else text
    if lang == "es" and 20 < rest < 30:
        text += _VEINTI.get(rest, "veinti" + ones.split()[rest - 21])
    elif rest >= 20:
        ten, one = tens.split()[rest // 10 - 2], ones.split()[rest % 10 - 1] if rest % 10 else ""
        # Italian elides: ventuno, trentotto; and ventitré has an accent.
        ten = ten[:-1] if lang == "it" and rest % 10 in (1, 8) else ten
        one = "tré" if (lang, one) == ("it", "tre") else one
        text += ten + (inner if one else "") + one
    elif rest:
        text += ones.split()[rest - 1]
    return text.replace("_", " ")


def han(n: int) -> str:
    """Chinese numerals below ten thousand."""
    out, missing = "", False
    for value, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // value % 10
        if digit:
            out += "零" * (missing and bool(out)) + "零一二三四五六七八九"[digit] + unit
        missing = not digit
    return out.removeprefix("一") if 10 <= n < 20 else out


def greek(n: int) -> str:
    """Greek numerals below a thousand with their sign, and those beyond with a low one."""
    low = f"͵{greek(n // 1000)[:-1]}" if n >= 1000 else ""
    rows = ("ρστυφχψωϡ", "ικλμνξοπϟ", "αβγδεϛζηθ")
    digits = zip(rows, (n // 100 % 10, n // 10 % 10, n % 10), strict=True)
    return low + "".join(row[digit - 1] for row, digit in digits if digit) + "ʹ"


def in_alphabet(letters: str, n: int) -> str:
    """1 is the first letter; after the last come two of them, as in lists."""
    out = ""
    while n:
        n, rest = divmod(n - 1, len(letters))
        out = letters[rest] + out
    return out


def suffixed(n: int) -> str:
    teen = n % 100 in (11, 12, 13)
    return f"{n}" + ("th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th"))


def _of(rng: Random, low: int, high: int, write: Callable[[int], str]) -> Slot:
    start = rng.randint(low, high)
    return lambda i: write(start + i)


def _letters(rng: Random, lang: str) -> dict[str, Slot]:
    alphabet = _ALPHABETS.get(lang, "abcdefghijklmnopqrstuvwxyz")
    write: Callable[[int], str] = lambda n: in_alphabet(alphabet, n)  # noqa: E731
    if rng.random() < 0.5:
        write = lambda n: in_alphabet(alphabet, n).upper()  # noqa: E731
    return {"l": _of(rng, 1, 8, write), "greek": _of(rng, 1, 90, greek)}


def _roman(rng: Random, _: str) -> dict[str, Slot]:
    return {
        "r": _of(rng, 1, 40, m.roman),
        "low": _of(rng, 1, 12, lambda n: m.roman(n).lower()),
        "n": num(rng, 3, 300, (1, 2, 12)),
    }


def _words(rng: Random, lang: str) -> dict[str, Slot]:
    start, by = rng.randint(1, 80), rng.choice((1, 1, 1, 2, 5, 10))
    fall = rng.randint(1900, 9900)
    return {
        "w": lambda i: spelled(lang, start + by * i),
        "W": lambda i: spelled(lang, start + by * i).capitalize(),
        "less": lambda i: spelled(lang, fall - i).capitalize(),
        "then": lambda i: spelled(lang, fall - i - 1),
        "nth": lambda i: suffixed(start + by * i),
    }


def _own_digits(rng: Random, lang: str) -> dict[str, Slot]:
    zero = ord(rng.choice(_DIGITS[lang]))
    table = {48 + digit: zero + digit for digit in range(10)}
    first, second = num(rng, 1, 200), num(rng, 10, 900, (1, 2, 5))
    return {"n": lambda i: first(i).translate(table), "m": lambda i: second(i).translate(table)}


def _han(rng: Random, _: str) -> dict[str, Slot]:
    return {"h": _of(rng, 1, 40, han)}


def _marks(rng: Random, _: str) -> dict[str, Slot]:
    raised = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    start = rng.randint(0, 4000)
    return {
        "up": _of(rng, 1, 60, lambda n: str(n).translate(raised)),
        "col": _of(rng, 2, 30, lambda n: m.letters(n).upper()),
        "next": lambda i: m.letters(start % 40 + 5 + i).upper(),
        "hex": lambda i: f"{(start + i) * 16:08x}",
        "HEX": lambda i: f"{0x4000 + (start + i) * 4:06X}",
        "seat": lambda i: f"{start % 30 + 1 + i // 6}{'ABCDEF'[i % 6]}",
    }


def _calendar(rng: Random, lang: str) -> dict[str, Slot]:
    date, month = days(rng, (1, 1, 1, 7, 2), 1780), months(rng)
    names = _MONTHS.get(lang, _MONTHS["en"]).split()
    weekdays = _WEEKDAYS.get(lang, _WEEKDAYS["en"]).split()
    return {
        "day": lambda i: str(date(i).day),
        "month": lambda i: names[date(i).month - 1],
        "yy": lambda i: str(date(i).year),
        "mm": lambda i: str(date(i).month),
        "weekday": lambda i: weekdays[date(i).weekday()],
        "Mon": lambda i: names[month(i)[1] - 1],
        "yyyy": lambda i: str(month(i)[0]),
    }


_TABLE = r"""
= annexes by letter ¦ letters and words ¦ letters ¦ 7 ¦ tail stray ¦ letters
plain en pt es fr de it ¦ @l@) @sent@ (@big@)@gap@
md en ¦ ## Appendix @l@¶¶@sent@¶¶
md pt ¦ **Anexo @l@** – @sent@¶¶
tex fr ¦ \item[(@l@)] @sent@¶ ¦ \begin{itemize}¶
plain ru ¦ Приложение @l@. @sent@¶
plain el ¦ Παράρτημα @l@. @sent@¶
plain he ¦ נספח @l@. @sent@¶
plain el ¦ Κεφάλαιον @greek@. @sent@¶
= chapters in roman numerals ¦ letters and words ¦ roman ¦ 6 ¦ tail recovered ¦ letters
plain en pt es fr de it pl ¦ @Chapter@ @r@¶¶@sent@ @sent2@¶¶
md en fr es ¦ ## @r@. @term@¶¶@sent@¶¶
plain pt ¦ Inciso @r@ – @sent@;¶
plain it de ¦ (@low@) @sent@ (@big@)¶
html fr es it ¦ <p>@r@. @sent@</p>¶ ¦  ¦ </body></html>
plain ru ¦ @Chapter@ @r@. @sent@¶
= told in number words ¦ letters and words ¦ words ¦ 6 ¦ tail recovered ¦ letters
plain en ¦ On day @w@ the patient was quiet. @sent@␣
plain en ¦ Item @w@: @sent@¶
plain it ¦ Capitolo @w@. @sent@¶
plain es ¦ Folio @w@. @sent@ @sent2@¶¶
plain tr ¦ Madde @w@: @sent@¶
plain ru ¦ Лист @w@. @sent@¶
plain ko ¦ 문제 @w@ - @sent@ (@big@)¶
md es ¦ **Artículo @w@.** @sent@¶¶
= song that counts down ¦ letters and words ¦ words ¦ 12 ¦ tail ¦ letters
plain en 0 ¦ @less@ bottles on the wall,¶take one down and pass it around,¶@then@ bottles left.¶¶
plain es 0 ¦ @less@ elefantes se balanceaban¶sobre la tela de araña,¶se cayó uno: quedan @then@.¶¶
plain it 0 ¦ @less@ pecore saltano lo steccato, una si ferma e restano @then@.¶
plain en 0 ¦ @W@ sheep jumped over the fence, and the shepherd of @name@ slept.¶
plain tr 0 ¦ @W@ kuzu çitten atladı, @name@ saydı.¶
= ordinals with their endings ¦ letters and words ¦ words ¦ 6 ¦ tail stray ¦ letters
plain en ¦ The @nth@ witness, @name@, was sworn. @sent@␣
md en ¦ - **@nth@ session:** @sent@¶
html en ¦ <li>@nth@ place: @name@, @term@</li>¶ ¦ <ol>¶
plain en ¦ @nth@ Sunday after Trinity. @sent@¶
= digits of the language itself ¦ letters and words ¦ own_digits ¦ 7 ¦ tail recovered ¦ letters
plain ar ¦ @Article@ (@n@): @sent@¶
plain ar ¦ | @n@ | @term@ | @m@ | @code@ |¶
plain hi ¦ @n@. @sent@ (@big@)¶
md hi ¦ | @n@ | @name@ | @m@ | @code@ |¶ ¦ | | | | |¶|-|-|-|-|¶
plain ja zh ¦ (@n@) @sent@¶
plain ja ¦ @n@ @name@ @m@ @sent@¶
= articles in the numerals of the east ¦ letters and words ¦ han ¦ 6 ¦ tail recovered ¦ letters
plain zh ¦ 第@h@条 @sent@¶
plain ja ¦ 第@h@条 @sent@¶¶
md zh ¦ ## 第@h@章 @term@¶¶@sent@¶¶
plain zh ¦ @h@、@sent@¶
plain ja ¦ 問@h@ @sent@ (@big@点)¶
= marks and columns ¦ letters and words ¦ marks ¦ 70 ¦ tail stray ¦ letters
plain ¦ @up@ @name@, @term@, @big@.¶
plain en ¦ =SUM(@col@2:@col@@big@)⇥
md ¦ | @col@ | @term@ | @code@ |¶ ¦ | | | |¶|-|-|-|¶
plain ¦ @next@1 = @big@;␣
plain en ¦ Seat @seat@: @name@, @code@¶
plain pt ¦ Assento @seat@ – @name@ – @money@¶
= memory that holds nothing new ¦ letters and words ¦ marks ¦ 130 ¦ tail ¦ letters
log 0 ¦ @hex@: 0000 0000 0000 0000 0000 0000 0000 0000  ................¶
log 0 ¦ @HEX@  mov eax, [ebp-@int@]¶
log 0 ¦ 0x@hex@ <@slug@+@int@>: nop  # @name@¶
= register of days ¦ letters and words ¦ calendar ¦ 12 ¦ tail tail stray ¦ letters
plain en ¦ On the @day@ of @month@ @yy@ was baptised @name@, son of @name2@.¶
plain pt ¦ Aos @day@ de @month@ de @yy@ faleceu @name@, natural de @term@.¶
plain es ¦ En @day@ de @month@ de @yy@ compareció @name@. @sent@¶
plain fr ¦ Le @day@ @month@ @yy@ est né @name@, fils de @name2@.¶
plain de ¦ @day@. @month@ @yy@: @sent@¶
plain it ¦ Addì @day@ @month@ @yy@ fu sepolto @name@ di @term@.¶
plain pl ¦ Dnia @day@ @month@ @yy@ roku: @sent@¶
plain ru ¦ @day@ @month@ @yy@ года. @sent@¶
= agenda by weekday ¦ letters and words ¦ calendar ¦ 26 ¦ tail recovered ¦ letters
md en de fr es pt ru ¦ | @weekday@ | @day@/@mm@/@yy@ | @term@ | @code@ |¶ ¦ | | | | |¶|-|-|-|-|¶
plain ja ko ¦ @yy@-@mm@-@day@ (@weekday@) @sent@ (@big@)¶
plain en pt fr ¦ @weekday@, @day@ @month@ @yy@. @sent@¶
html de es ru ¦ <tr><td>@weekday@</td><td>@day@.@mm@.@yy@</td><td>@name@</td></tr>¶ ¦ <table>¶
= months of the same entry ¦ letters and words ¦ calendar ¦ 40 ¦ tail ¦ letters
plain en fr de it tr ¦ @Mon@ @yyyy@@sep@@sent@¶
plain pt es ¦ @Mon@ de @yyyy@@dots@@name@, @money@¶
md en pt de ¦ | @Mon@/@yyyy@ | @term@ | @big@ | @code@ |¶ ¦ | | | | |¶|-|-|-|-|¶
"""

_SLOTS = (_letters, _roman, _words, _own_digits, _han, _marks, _calendar)
KINDS, FLAGS = kinds(_TABLE, _SLOTS)
