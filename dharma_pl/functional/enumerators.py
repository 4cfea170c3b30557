"""What counts without digits: letters of any alphabet, CJK numerals, numbers of several words.

All of it is array work on the symbols of a text, given by their first characters and lengths; it
looks at those few symbols alone that may count, and at most so many rounds over them as a number
has parts. Arrays named `values`, `parts`, `ends`, `keep` and `enumerator` are filled in.
"""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from dharma_pl.functional.calendar_names import WEEKDAYS
from dharma_pl.functional.characters import (
    CJK,
    LETTER,
    TAG,
    Flags,
    Hashes,
    Ints,
    class_of,
    classified,
    hash_of,
    lower_of,
)
from dharma_pl.functional.identifiers import RUSSIAN, additive
from dharma_pl.functional.number_names import HUNDREDS, JOINTS, TEEN, TENS, TENTH, TIMES, UNIT

# One order of each script, and another in which the same letters are counted as well.
_ALPHABETS = (
    "αβγδεζηθικλμνξοπρστυφχψω",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "אבגדהוזחטיכלמנסעפצקרשת",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह",
    "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ",
    "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
)
# Circled numbers, white and black: they are not in one block.
_CIRCLED = (((0x2460, 20), (0x3251, 15), (0x32B1, 15)), ((0x2776, 10), (0x24EB, 10)))
_OTHER_ALPHABETS = (
    RUSSIAN,
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
)
# Their letters that others lack have the place of the one before.
_LONGER_ALPHABETS = (
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "абвгдђежзијклљмнњопрстћуфхцчџш",
    "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "αβγδεϛζηθ",
    "கஙசஞடணதநபமயரலவழளறன",
)
_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノ"
_KANA += "ハヒフヘホマミムメモヤユヨラリルレロワヲン"
_STEMS = ("甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥", "春夏秋冬")
_BEASTS = ("鼠牛虎兔龙蛇马羊猴鸡狗猪", "鼠牛虎兔龍蛇馬羊猴雞狗豬")
_HANGUL = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허"
_SYLLABLES = (_HANGUL, _KANA, "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ", *_STEMS, *_BEASTS)
# First and number of CJK characters in brackets and circles that are in the order of lists.
_ENCLOSED = (
    *((0x3200, 14), (0x320E, 14), (0x3220, 10), (0x3260, 14)),
    *((0x326E, 14), (0x3280, 10), (0x32D0, 47)),
)
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰ"
_IROHA += "ノオクヤマケフコエテアサキユメミシヱヒモセス"
_SHAPES = 0x60  # from hiragana to katakana
_TABLE = 0x10000  # code points that the tables hold
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_HAN = {
    char: value
    for digits in (
        *("〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "零壹貳參肆伍陸柒捌玖"),
        "영일이삼사오육칠팔구",
    )
    for value, char in enumerate(digits)
}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_HAN_UNITS |= {"십": 10, "백": 100, "천": 1000}
_HANGUL_BLOCK = 0xAC00
_LONGEST_HAN = 7  # characters of a CJK numeral
_MOST_WORDS = 6  # of a number in words


def hash_words(words: Iterable[str]) -> Hashes:
    """Hashes of lower-case words, as symbols have them."""
    words = list(words)
    codes, _ = classified("".join(words))
    sizes = np.array([len(word) for word in words])
    return hash_of(lower_of[codes], sizes.cumsum() - sizes, sizes)


def _table(*orders: str) -> Ints:
    table = np.zeros(_TABLE, np.int64)
    for order in reversed(orders):
        table[[ord(char) for char in order]] = np.arange(1, len(order) + 1)
    return table


_places, _other_places = _table(*_ALPHABETS), _table(*_OTHER_ALPHABETS)
for _blocks in _CIRCLED:
    _figures = [first + place for first, size in _blocks for place in range(size)]
    _places[_figures] = np.arange(1, len(_figures) + 1)
for _letters in _LONGER_ALPHABETS:
    for _before, _letter in pairwise(map(ord, _letters)):
        _places[_letter] = _places[_letter] or _places[_before]
_other_places[: additive.size] = np.where(additive, additive, _other_places[: additive.size])
_other_places[[ord(char) for char in _ROMAN]] = list(_ROMAN.values())
# All others are counted as if they were Latin.
_places = np.where(_places > 0, _places, np.arange(_TABLE) - ord("a") + 1)
_other_places = np.where(_other_places > 0, _other_places, _places)
_syllables, _other_syllables = _table(*_SYLLABLES), _table(_IROHA)
for _kana in (_syllables, _other_syllables):
    _kana[0x3041:0x3097] = _kana[0x3041 + _SHAPES : 0x3097 + _SHAPES]
for _first, _size in _ENCLOSED:
    _syllables[_first : _first + _size] = np.arange(1, _size + 1)
_other_syllables = np.where(_other_syllables > 0, _other_syllables, _syllables)
_han = np.full(_TABLE, -1, np.int64)
_han[[ord(char) for char in (*_HAN, *_HAN_UNITS)]] = [*_HAN.values(), *_HAN_UNITS.values()]
_joins = np.isin(np.arange(TAG + 1), (CJK, LETTER))  # `甲1` is a label
_joints = hash_words(JOINTS)
_suffixes, _days = hash_words(("st", "nd", "rd", "th", "ste")), hash_words(WEEKDAYS)
_DASH, _FEIRA = hash_words(("-", "feira"))


def read_letters(codes: Ints) -> tuple[Ints, Ints]:
    """Place of single letters, lower case, in their alphabet, and by another way of counting."""
    values, others = _places.take(codes, mode="clip"), _other_places.take(codes, mode="clip")
    rare = codes >= _TABLE
    if np.count_nonzero(rare):
        values[rare] = others[rare] = codes[rare] - ord("a") + 1
    return values, others


def read_cjk(
    codes: Ints,
    rows: Ints,
    starts: Ints,
    ends: Ints,
    values: Ints,
    parts: Ints,
    keep: Flags,
    enumerator: Flags,
) -> None:
    """CJK numerals are one symbol each; syllables in the order of lists count where they are alone.

    `rows` are the CJK characters among the symbols.
    """
    at = codes[starts[rows]]
    at = np.where(at < _TABLE, at, 0)
    han = _han[at] >= 0
    if han.any():
        _read_han(
            rows[han],
            _han[at[han]],
            at[han] >= _HANGUL_BLOCK,
            starts,
            ends,
            values,
            parts,
            keep,
            enumerator,
        )
    listed = (_syllables[at] > 0) | (_other_syllables[at] > 0)
    rows, at = rows[listed], at[listed]
    left, right = starts[rows], ends[rows]
    beside = _joins.take(class_of[codes[left - 1]]) & (left > 0)
    after = class_of[codes[np.minimum(right, codes.size - 1)]]
    beside |= _joins.take(after) & (right < codes.size)
    rows, at = rows[~beside], at[~beside]
    values[rows], parts[rows] = _syllables[at], _other_syllables[at]
    enumerator[rows] = True


def _read_han(
    rows: Ints,
    figures: Ints,
    hangul: Flags,
    starts: Ints,
    ends: Ints,
    values: Ints,
    parts: Ints,
    keep: Flags,
    enumerator: Flags,
) -> None:
    near = np.zeros(rows.size + 1, np.bool_)
    near[1:-1] = (rows[1:] == rows[:-1] + 1) & (starts[rows[1:]] == ends[rows[:-1]])
    first = (~near[:-1]).nonzero()[0]
    last = (~near[1:]).nonzero()[0]
    short = last - first < _LONGEST_HAN  # longer ones are loops of a sign
    # Korean syllables are parts of words too: tens among several of them make a number.
    several = (np.logical_or.reduceat(figures >= 10, first) & (last > first)) | ~hangul[first]
    first, last = first[short & several], last[short & several]
    total, digits = np.zeros(first.size, np.int64), np.zeros(first.size, np.int64)
    for place in range(int((last - first).max(initial=-1)) + 1):
        here = first + place <= last
        figure = figures[np.minimum(first + place, last)]
        unit = figure >= 10
        total = np.where(here & unit, total + np.maximum(digits, 1) * figure, total)
        digits = np.where(here, np.where(unit, 0, digits * 10 + figure), digits)
        if place:
            keep[rows[(first + place)[here]]] = False
    heads = rows[first]
    ends[heads] = ends[rows[last]]
    values[heads] = parts[heads] = total + digits
    enumerator[heads] = True


def join_words(
    codes: Ints,
    folded: Hashes,
    rows: Ints,
    kinds: Ints,
    starts: Ints,
    ends: Ints,
    values: Ints,
    parts: Ints,
    keep: Flags,
) -> None:
    """`vinte e um` and `twenty-one` are one number each.

    `rows` are the words of numbers among all symbols, `kinds` what each may be.
    """
    one, two = rows[:-1], rows[1:]
    if rows.size < 2 or not np.count_nonzero(two - one <= 2):
        return
    gap = ends[one], starts[two]
    space = (two == one + 1) & (gap[1] == gap[0] + 1) & (codes[gap[0]] == ord(" "))
    apart = two == one + 2
    middle = np.where(apart, one + 1, one)
    dash = apart & (codes[starts[middle]] == ord("-")) & (gap[1] == gap[0] + 1)
    word = apart & _among(folded[middle], _joints) & (codes[gap[0]] == ord(" "))
    word &= (starts[middle] == gap[0] + 1) & (ends[middle] + 1 == gap[1])
    joins = _goes_on(kinds[:-1], kinds[1:], parts[one], parts[two], space, dash, word)
    # A unit that is multiplied begins a number, but for the four of `cent quatre-vingts`.
    times, four = np.zeros((2, joins.size + 1), np.bool_)
    times[:-1] = joins & (kinds[:-1] == UNIT) & (kinds[1:] == TIMES)
    four[:-1] = joins & (kinds[:-1] == UNIT) & (kinds[1:] == TENS)
    joins &= ~times[1:] & (~four[1:] | (kinds[:-1] >= HUNDREDS))
    head = joins.copy()
    head[1:] &= ~joins[:-1]
    heads = head.nonzero()[0]
    total, last = parts[rows[heads]], heads.copy()
    alive = np.ones(heads.size, np.bool_)
    for _ in range(_MOST_WORDS):
        alive &= (last < joins.size) & joins[np.minimum(last, joins.size - 1)]
        if not alive.any():
            break
        here, more = last[alive], parts[rows[last[alive] + 1]]
        four = (parts[rows[here]] == 4) & (more == 20)
        grown = np.where(four, total[alive] + 76, total[alive] + more)
        total[alive] = np.where(kinds[here + 1] == TIMES, total[alive] * 100, grown)
        keep[rows[here + 1]] = False
        keep[rows[here] + 1] = False
        last[alive] += 1
    at = rows[heads]
    ends[at] = ends[rows[last]]
    values[at] = parts[at] = total


def _goes_on(
    one: Ints, two: Ints, left: Ints, right: Ints, space: Flags, dash: Flags, word: Flags
) -> Flags:
    """Whether two words that stand so beside each other are parts of one number."""
    on: Flags = (one == TENS) & (two == UNIT)
    on |= (one >= HUNDREDS) & (two <= TENS)
    on &= space | dash | word
    on |= (one == TENS) & (two == TEEN) & (dash | word) & ((left % 40 == 20) | (left == 80))
    on |= (one == UNIT) & (two == TIMES) & (space | dash)
    on |= (left == 4) & (right == 20) & dash
    on |= (one == TENTH) & (two == UNIT) & (space | dash)
    on |= (left == 10) & (two == UNIT) & (right > 6) & dash
    return on


def drop_suffixes(folded: Hashes, mixed: Ints, number: Flags, ends: Ints, keep: Flags) -> None:
    """`21st` is a number without its suffix.

    `mixed` are the numbers and words that a word or number follows at once.
    """
    rows = mixed[number[mixed]] + 1
    rows = rows[_among(folded[rows], _suffixes)]
    keep[rows], ends[rows - 1] = False, ends[rows]


def drop_feira(folded: Hashes, near: Flags, ends: Ints, keep: Flags) -> None:
    """`segunda-feira` is the day that it is without its second part.

    `near` tells of each symbol but the last whether the next one follows at once.
    """
    found = folded == _FEIRA
    found[:2] = False
    if np.count_nonzero(found):
        rows = found.nonzero()[0]
        rows = rows[near[rows - 1] & near[rows - 2] & (folded[rows - 1] == _DASH)]
        rows = rows[_among(folded[rows - 2], _days)]
        keep[rows] = keep[rows - 1] = False
        ends[rows - 2] = ends[rows]


def _among(hashes: Hashes, few: Hashes) -> Flags:
    among: Flags = (hashes[:, None] == few).any(1)
    return among
