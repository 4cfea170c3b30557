"""More series that people and machines count in: letters, numerals, codes, words, dates."""

import datetime as dt
from collections.abc import Callable

from degeneration import material as m
from degeneration import series as s

Token = Callable[[int], str]
"""What stands for a number, 0 upwards."""


def _of(text: str, between: str | None = " ") -> Token:
    names = text.split() if between else list(text)
    return lambda i: names[i % len(names)]


def _at(first: int, size: int) -> Token:
    return lambda i: chr(first + i % size)


def _excel(first: int = 0, row: int = 0) -> Token:
    return lambda i: m.letters(first + i + 1).upper() + (str(row) if row else "")


def _spelled(of: s.Series, first: int = 0) -> Token:
    return lambda i: of(first + i + 1)


def _roman(first: int = 0) -> Token:
    return lambda i: m.roman(first + i + 1)


def _shifted(zero: int) -> Token:
    table = {48 + digit: zero + digit for digit in range(10)}
    return lambda i: str(i + 1).translate(table)


def _day(form: str, step: int = 1, first: dt.date = dt.date(2019, 11, 28)) -> Token:
    return lambda i: (first + dt.timedelta(step * i)).strftime(form)


def _time(form: str, step: int = 15) -> Token:
    return lambda i: (dt.datetime(2021, 3, 4, 8, 5) + dt.timedelta(minutes=step * i)).strftime(form)


def _month(names: str, form: str = "{} {}") -> Token:
    months = names.split()
    return lambda i: form.format(months[i % 12], 1998 + i // 12)


_SUITS = "♠♥♦♣"
LETTERS: dict[str, Token] = {
    "armenian": _of("աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ", None),
    "armenian capitals": _of("ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑ", None),
    "georgian": _of("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", None),
    "arabic hijai": _of("أبتثجحخدذرزسشصضطظعغفقكلمنهوي", None),
    "arabic abjad": _of("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", None),
    "arabic abjad heh": _of("أ ب ج د هـ و ز ح ط ي ك ل م ن"),
    "persian": _of("الف ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی"),
    "persian letters": _of("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی", None),
    "tamil": _of("கஙசஞடணதநபமயரலவழளறன", None),
    "tamil vowels": _of("அஆஇஈஉஊஎஏஐஒஓஔ", None),
    "telugu": _of("కఖగఘఙచఛజఝఞటఠడఢణతథదధనపఫబభమయరలవశషసహ", None),
    "gujarati": _of("કખગઘચછજઝટઠડઢણતથદધનપફબભમયરલવશષસહ", None),
    "devanagari vowels": _of("अ आ इ ई उ ऊ ऋ ए ऐ ओ औ"),
    "cyrillic with yo": _of("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", None),
    "cyrillic capitals": _of("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ", None),
    "ukrainian": _of("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", None),
    "bulgarian": _of("абвгдежзийклмнопрстуфхцчшщъьюя", None),
    "serbian": _of("абвгдђежзијклљмнњопрстћуфхцчџш", None),
    "greek numerals": _of("αʹ βʹ γʹ δʹ εʹ ϛʹ ζʹ ηʹ θʹ ιʹ ιαʹ ιβʹ ιγʹ ιδʹ ιεʹ ιϛʹ ιζʹ ιηʹ ιθʹ κʹ"),
    "greek with stigma": _of("αβγδεϛζηθικλμνξοπρστυφχψω", None),
    "greek marked": _of("α΄ β΄ γ΄ δ΄ ε΄ στ΄ ζ΄ η΄ θ΄ ι΄ ια΄ ιβ΄ ιγ΄ ιδ΄ ιε΄ ιστ΄ ιζ΄ ιη΄ ιθ΄ κ΄"),
    "hebrew numerals": _of(
        "א' ב' ג' ד' ה' ו' ז' ח' ט' י' י\"א י\"ב י\"ג י\"ד ט\"ו ט\"ז י\"ז י\"ח י\"ט כ' כ\"א"
    ),
    "hebrew doubled": _of("א ב ג ד ה ו ז ח ט י יא יב יג יד טו טז יז יח יט כ כא כב כג כד כה"),
    "hiragana": _of("あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほ", None),
    "iroha": _of("いろはにほへとちりぬるをわかよたれそつねならむ", None),
    "half katakana": _of("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉ", None),
    "branches": _of("子丑寅卯辰巳午未申酉戌亥", None),
    "stems and branches": lambda i: (
        "甲乙丙丁戊己庚辛壬癸"[i % 10] + "子丑寅卯辰巳午未申酉戌亥"[i % 12]
    ),
    "bopomofo": _of("ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙ", None),
    "hangul consonants": _of("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", None),
    "hangul": _of("가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허", None),
    "circled hangul": _at(0x326E, 14),
    "thai": _of("กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ", None),
    "small circled": _at(0x24D0, 26),
    "circled capitals": _at(0x24B6, 26),
    "bracketed letters": _at(0x249C, 26),
    "full-width capitals": _at(0xFF21, 26),
    "full-width letters": _at(0xFF41, 26),
    "mathematical letters": _at(0x1D400, 26),
    "doubled letters": lambda i: chr(97 + i % 26) * 2,
    "doubled capitals": lambda i: chr(65 + i % 26) * 2,
    "tripled letters": lambda i: chr(97 + i % 26) * 3,
    "excel": _excel(),
    "excel cells": _excel(0, 4),
    "excel far": _excel(24),
    "reversed letters": lambda i: chr(122 - i % 26),
    "spanish letters": _of("abcdefghijklmnñopqrstuvwxyz", None),
    "letters and primes": lambda i: chr(97 + i % 26) + "'",
}
NUMERALS: dict[str, Token] = {
    "large roman": _roman(38),
    "roman thousands": _roman(1988),
    "small large roman": lambda i: m.roman(i + 31).lower(),
    "roman and letter": lambda i: f"{m.roman(i // 5 + 1)}.{chr(97 + i % 5)}",
    "roman part": lambda i: f"II.{m.roman(i + 1).lower()}",
    "number and letter": lambda i: f"3-{m.letters(i + 1)}",
    "letters and number": lambda i: f"A.{i + 1}",
    "number and letters": lambda i: f"{i + 1}{chr(97)}",
    "alternating letters": lambda i: f"{i // 2 + 1}{'ab'[i % 2]}",
    "han formal": lambda i: "壹贰叁肆伍陆柒捌玖拾"[i % 10],
    "han formal far": lambda i: s.han(i + 1).translate(
        str.maketrans("一二三四五六七八九十", "壹贰叁肆伍陆柒捌玖拾")
    ),
    "han traditional": _of("壹貳參肆伍陸柒捌玖拾", None),
    "chapters": lambda i: f"第{s.han(i + 1)}章",
    "articles": lambda i: f"第{s.han(i + 1)}条",
    "pages": lambda i: f"第{i + 1}页",
    "hangul articles": lambda i: f"제{i + 1}조",
    "negative circled": _at(0x2776, 10),
    "sans circled": _at(0x2780, 10),
    "dotted": _at(0x2488, 20),
    "double circled": _at(0x24F5, 10),
    "small roman signs": _at(0x2170, 12),
    "roman signs": _at(0x2160, 12),
    "circled han": _at(0x3280, 10),
    "bracketed han": _at(0x3220, 10),
    "mathematical digits": _shifted(0x1D7CE),
    "double-struck digits": _shifted(0x1D7D8),
    "tamil digits": _shifted(0x0BE6),
    "khmer digits": _shifted(0x17E0),
    "myanmar digits": _shifted(0x1040),
    "lao digits": _shifted(0x0ED0),
    "keycaps": lambda i: f"{i % 9 + 1}\ufe0f\u20e3",
    "superscripts": lambda i: s.superscript(i + 1),
    "fractions": lambda i: f"{i + 1}/8",
    "binary": lambda i: f"{i:08b}",
    "binary prefixed": lambda i: f"0b{i:06b}",
    "hex colours": lambda i: f"#{0x101010 + i * 0x010101:06x}",
    "hex colours up": lambda i: f"#{0x00FF00 + i:06X}",
    "octal": lambda i: f"0o{i + 8:o}",
    "short hex": lambda i: f"{i + 8:02x}",
    "hex pairs": lambda i: f"{i * 16:04x}:",
    "tally": lambda i: "I" * (i % 60 + 1),
    "growing tally": lambda i: "|" * (i + 1),
    "stars": lambda i: "*" * (i + 1),
    "minus": lambda i: f"-{i + 1}",
    "down to minus": lambda i: f"{10 - i}",
    "degrees": lambda i: f"{i * 5 - 40}°C",
    "halves": lambda i: f"{i / 2:.1f}",
    "thousands": lambda i: f"{(i + 1) * 1250:,}",
    "thousands dotted": lambda i: f"{(i + 1) * 1250:,}".replace(",", "."),
    "thousands spaced": lambda i: f"{(i + 1) * 1250:,}".replace(",", " "),
    "amounts": lambda i: f"R$ {i * 150 + 50:,},00".replace(",", ".", 1),
    "dollars": lambda i: f"${i * 250 + 99:,}.99",
    "percent": lambda i: f"{i + 1}%",
    "percent decimals": lambda i: f"{i * 1.5:.1f} %".replace(".", ","),
    "scientific": lambda i: f"{i + 1}e-05",
    "exponents": lambda i: f"2^{i}",
    "primes": lambda i: f"x{'′' * (i % 4)}{i}",
    "powers": lambda i: f"10{s.superscript(i + 1)}",
    "versions": lambda i: f"1.2.{i + 3}",
    "versions v": lambda i: f"v2.{i}.0",
    "ranges": lambda i: f"{i * 10 + 1}-{i * 10 + 10}",
    "ranges dash": lambda i: f"{i * 5}–{i * 5 + 4}",
    "hash numbers": lambda i: f"#{i + 1}",
    "padded": lambda i: f"{i + 1:04d}",
    "padded code": lambda i: f"PRD-{i + 1:05d}",
    "code and letters": lambda i: f"AB{i + 1:03d}X",
    "uuid": lambda i: f"550e8400-e29b-41d4-a716-{0x446655440000 + i:012x}",
    "mac": lambda i: f"00:1A:2B:3C:4D:{i % 256:02X}",
    "ip": lambda i: f"192.168.{i // 256}.{i % 256}",
    "ipv6": lambda i: f"2001:db8::{i + 1:x}",
    "ports": lambda i: f"10.0.0.1:{8000 + i}",
    "coordinates": lambda i: f"({i + 1}, {2 * i + 3})",
    "latitude": lambda i: f"-23.{5500 + i}, -46.{6300 + 2 * i}",
    "degrees minutes": lambda i: f"{40 + i // 60}°{i % 60:02d}'N",
    "chess": lambda i: f"{i + 1}. Nf3 Nc6",
    "verse": lambda i: f"Gn 1:{i + 1}",
    "psalm": lambda i: f"Sl {i + 1},1",
    "letter squares": lambda i: f"{chr(65 + i // 8 % 26)}{i % 8 + 1}",
    "squares across": lambda i: f"{chr(65 + i % 26)}1",
    "table": lambda i: f"Table A.{i + 1}",
    "figure": lambda i: f"Figura 3-{m.letters(i + 1)}",
    "appendix": lambda i: f"Apêndice {m.roman(i + 1)}",
    "annex": lambda i: f"Anexo {m.letters(i + 1).upper()}",
    "equation": lambda i: f"(2.{i + 1})",
    "page of": lambda i: f"page {i + 1}/{20}",
    "phone": lambda i: f"(11) 9{8000 + i // 100:04d}-{i * 7 % 10000:04d}",
    "cpf": lambda i: f"123.456.{i + 100:03d}-{i % 100:02d}",
}
WORDS: dict[str, Token] = {
    "english": _spelled(s.english),
    "english far": _spelled(s.english, 90),
    "english thousands": lambda i: f"one thousand {s.english(i + 1)}",
    "portuguese": _spelled(s.portuguese),
    "portuguese far": _spelled(s.portuguese, 95),
    "portuguese thousands": lambda i: f"mil e {s.portuguese(i % 99 + 1)}",
    "spanish": _spelled(s.spanish),
    "french": _spelled(s.french, 58),
    "german": _spelled(s.german),
    "italian": _spelled(s.italian),
    "german ordinals": _spelled(s.german_ordinal, 17),
    "french ordinals": _spelled(s.french_ordinal, 15),
    "italian ordinals": _spelled(s.italian_ordinal, 8),
    "english ordinals": _spelled(s.english_ordinal, 15),
    "portuguese ordinals": _spelled(s.portuguese_ordinal, 8),
    "spanish ordinals": _spelled(s.spanish_ordinal),
    "suffixes": lambda i: s.english_suffixed(i + 1),
    "portuguese signs": lambda i: f"{i + 1}º",
    "german dots": lambda i: f"{i + 1}.",
    "spanish signs": lambda i: f"{i + 1}.ª",
    "french signs": lambda i: f"{i + 2}ème",
    "numero": lambda i: f"nº {i + 1}",
    "No": lambda i: f"No. {i + 1}",
    "times": lambda i: f"{i + 1}x",
    "dutch": _of(
        "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
        "zestien zeventien achttien negentien twintig eenentwintig tweeëntwintig drieëntwintig"
    ),
    "russian": _of(
        "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
        "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
    ),
    "russian ordinals": _of(
        "первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый "
        "одиннадцатый двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый"
    ),
    "latin": _of(
        "primus secundus tertius quartus quintus sextus septimus octavus nonus decimus undecimus "
        "duodecimus"
    ),
    "swedish": _of("ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton"),
    "polish": _of(
        "jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście"
    ),
    "turkish": _of("bir iki üç dört beş altı yedi sekiz dokuz on"),
    "arabic words": _of("واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة"),
    "arabic ordinals": _of("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر"),
    "hindi": _of("एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह"),
    "korean": _of("하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열"),
    "korean sino": _of("일 이 삼 사 오 육 칠 팔 구 십 십일 십이 십삼 십사 십오 십육 십칠"),
    "korean ordinals": _of("첫째 둘째 셋째 넷째 다섯째 여섯째 일곱째 여덟째 아홉째 열째"),
    "greek letter names": _of(
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
        "sigma tau upsilon phi chi psi omega"
    ),
    "greek words": _of("ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ εννέα δέκα έντεκα δώδεκα"),
    "thai words": _of("หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ สิบเอ็ด สิบสอง สิบสาม สิบสี่"),
    "hebrew words": _of("אחד שניים שלושה ארבעה חמישה שישה שבעה שמונה תשעה עשרה"),
    "quantities": lambda i: f"{s.portuguese(i + 1)} {'vez' if i == 0 else 'vezes'}",
    "ages": lambda i: f"{i + 1} anos",
    "days ago": lambda i: f"há {i + 1} dias",
    "verses": lambda i: f"verse {s.english(i + 1)}",
    "multiples": _of("double triple quadruple quintuple sextuple septuple octuple nonuple decuple"),
    "planets": _of("Mercury Venus Earth Mars Jupiter Saturn Uranus Neptune"),
}
TIMES: dict[str, Token] = {
    "am pm": _time("%I:%M %p"),
    "am pm short": lambda i: f"{(i + 8) % 12 + 1}{'ap'[(i + 9) // 12 % 2]}m",
    "am pm dots": lambda i: f"{i % 12 + 1}:00 {'ap'[i // 12 % 2]}.m.",
    "hours h": lambda i: f"{7 + i % 17}h",
    "hours h minutes": lambda i: f"{(420 + 15 * i) // 60 % 24}h{(420 + 15 * i) % 60:02d}",
    "hours ranges": lambda i: f"{i % 23:02d}:00-{i % 23 + 1:02d}:00",
    "iso": _time("%Y-%m-%dT%H:%M:%SZ", 7),
    "iso space": _time("%Y-%m-%d %H:%M:%S", 61),
    "iso zone": _time("%Y-%m-%dT%H:%M:%S.000+00:00", 1),
    "apache": _time("[%d/%b/%Y:%H:%M:%S +0000]", 13),
    "syslog": _time("%b %d %H:%M:%S", 200),
    "srt": lambda i: f"{i + 1}\n00:{i // 30:02d}:{i * 2 % 60:02d},000 --> 00:{i // 30:02d}:59,500",
    "transcript": lambda i: f"[00:{i * 5 // 60:02d}:{i * 5 % 60:02d}]",
    "minutes": lambda i: f"{i}:{i * 13 % 60:02d}",
    "epoch": lambda i: f"{1609459200 + 3600 * i}",
    "weeks": lambda i: f"{2023 + (i + 30) // 52}-W{(i + 30) % 52 + 1:02d}",
    "weeks words": lambda i: f"Semana {i + 1}",
    "quarters": lambda i: f"Q{i % 4 + 1} {2015 + i // 4}",
    "quarters short": lambda i: f"{i % 4 + 1}T{15 + i // 4}",
    "quarters first": lambda i: f"{2015 + i // 4}Q{i % 4 + 1}",
    "semesters": lambda i: f"{2001 + i // 2}.{i % 2 + 1}",
    "school years": lambda i: f"{1990 + i}/{(91 + i) % 100:02d}",
    "year ranges": lambda i: f"{1900 + i}-{1901 + i}",
    "decades": lambda i: f"{1500 + 10 * i}s",
    "centuries": lambda i: f"século {m.roman(i + 1)}",
    "months": _month("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    "months portuguese": _month("jan fev mar abr mai jun jul ago set out nov dez", "{}/{}"),
    "months dotted": _month("jan. fev. mar. abr. maio jun. jul. ago. set. out. nov. dez."),
    "months french": _month("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
    "months german": _month("Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez"),
    "months spanish": _month("ene feb mar abr may jun jul ago sep oct nov dic", "{}-{}"),
    "months italian": _month("gen feb mar apr mag giu lug ago set ott nov dic"),
    "months russian": _month(
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    ),
    "month numbers": lambda i: f"{i % 12 + 1:02d}/{2001 + i // 12}",
    "year month": lambda i: f"{2001 + i // 12}-{i % 12 + 1:02d}",
    "year month glued": lambda i: f"{2001 + i // 12}{i % 12 + 1:02d}",
    "days": _day("%d %b %Y"),
    "days of": lambda i: f"{i % 28 + 1} de março de 2019",
    "long days": _day("%A, %B %d, %Y"),
    "short days": _day("%a %d/%m"),
    "day month": _day("%d/%m"),
    "american": _day("%m/%d/%y"),
    "dashed": _day("%d-%b-%Y"),
    "glued": _day("%Y%m%d"),
    "ordinal days": lambda i: f"{s.english_suffixed(i % 30 + 1)} of May",
    "ordinal month": lambda i: f"May {s.english_suffixed(i % 30 + 1)}, 1999",
    "han days": lambda i: (dt.date(2020, 1, 1) + dt.timedelta(i)).strftime("%Y年%m月%d日"),
    "han months": lambda i: f"{s.han(i % 12 + 1)}月",
    "han weekdays": lambda i: "星期" + "一二三四五六日"[i % 7],
    "kana weekdays": lambda i: "月火水木金土日"[i % 7] + "曜日",
    "korean days": lambda i: f"{i % 12 + 1}월 {i % 28 + 1}일",
    "weekdays": _of("Mon Tue Wed Thu Fri Sat Sun"),
    "weekdays dotted": _of("seg. ter. qua. qui. sex. sáb. dom."),
    "weekday numbers": _of("2ª-feira 3ª-feira 4ª-feira 5ª-feira 6ª-feira sábado domingo"),
    "russian weekdays": _of("понедельник вторник среда четверг пятница суббота воскресенье"),
    "dutch weekdays": _of("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    "year era": lambda i: f"{500 - i} a.C.",
    "reiwa": lambda i: f"令和{i + 1}年",
    "durations": lambda i: f"{i + 1}min {i * 7 % 60:02d}s",
    "countdown": lambda i: f"T-{300 - i}",
    "since": lambda i: f"+{i * 0.5:.1f}s",
    "brackets": lambda i: f"[{i * 0.000137 + 12.5:12.6f}]",
}
