"""The rules of other systems, written anew from the thresholds that they publish.

Each is a pure function of the text and the finish reason. None knows more than its source does:
where the source reads token ids, `tokens` stands in for its tokenizer, about four letters a token.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from degeneration.sample import FinishReason
from dharma_pl.functional.repetition import dharma_rule

Rule = Callable[[str, FinishReason | None], bool]

_TOKEN = re.compile(r" ?[^\W\d_]{1,4}|\d{1,3}| ?[^\w\s]|_+|\s")


def tokens(text: str) -> list[str]:
    """A stand-in for byte-pair tokens."""
    return _TOKEN.findall(text)


def dharma(text: str, finish_reason: FinishReason | None) -> bool:
    """DharmaOCR benchmark: hit the limit, and the last 15 characters occur 4 times in the text."""
    return dharma_rule(text, finish_reason)


def nougat_truncate(text: str, finish_reason: FinishReason | None = None) -> bool:
    """Nougat `truncate_repetitions`, min_len 30: does the tail, lower case, end in a square?

    A square is a string twice in a row, here of 30 characters or more each time. Compared by
    slices, so it is faster than the original's loop over characters, if as quadratic.
    """
    return _ends_in_square(text.lower(), 30)


def _ends_in_square(text: str, least: int) -> bool:
    last, n = text[-1:], len(text)
    for length in range(least, n // 2):
        if text[n - 1 - length] == last and text[n - length :] == text[n - 2 * length : n - length]:
            return True
    return False


def surya(text: str, finish_reason: FinishReason | None = None) -> bool:
    """Surya up to 0.17: of the last 40 tokens at most 5 differ, and the last equals its neighbour.

    Here, as in its source, only where there are 40 tokens at all.
    """
    tail = tokens(text[-400:])[-40:]
    return len(tail) == 40 and len(set(tail)) <= 5 and tail[-1] == tail[-2]


def chandra(text: str, finish_reason: FinishReason | None = None) -> bool:
    """Chandra `detect_repeat_token`, also Surya 2: base 4 repeats, window 500, scaling 3.

    A tail of L characters, L up to 250, in a row more than int(4 (1 + 3/L)) times; tried again
    with the last 50 characters left out.
    """
    return _chandra_tail(text) or (len(text) > 50 and _chandra_tail(text[:-50]))


def _chandra_tail(text: str) -> bool:
    n = len(text)
    for length in range(1, min(250, n) + 1):
        needed = int(4 * (1 + 3 / length)) + 1
        if needed * length <= n and text[n - needed * length :] == text[n - length :] * needed:
            return True
    return False


def olmocr_bench(text: str, finish_reason: FinishReason | None = None) -> bool:
    """The baseline test of olmOCR-bench: 1 to 5 characters more than 30 times in a row at the end.

    White space is folded to single blanks first.
    """
    folded = re.sub(r"\s+", " ", text)
    return any(
        len(folded) > 30 * size and folded.endswith(folded[-size:] * 31) for size in range(1, 6)
    )


def _was_periodic(text: str, shortest: int, longest: int, copies: int) -> bool:
    """Whether at any step the tokens so far ended in so many copies of a period in the range."""
    known: dict[str, int] = {}
    ids = np.array([known.setdefault(token, len(known)) for token in tokens(text)], dtype=np.int32)
    for period in range(shortest, min(longest, len(ids) // copies) + 1):
        breaks = np.flatnonzero(ids[period:] != ids[:-period])
        edges = np.concatenate(([-1], breaks, [len(ids) - period]))
        if int(np.diff(edges).max()) > period * (copies - 1):
            return True
    return False


def vllm(text: str, finish_reason: FinishReason | None = None) -> bool:
    """VLLM `RepetitionDetectionParams` as its documentation sets it: period 1 to 20, 3 copies.

    It looks after every token and stops at the first hit, so here a hit anywhere counts.
    """
    return _was_periodic(text, 1, 20, 3)


def llama_cpp(text: str, finish_reason: FinishReason | None = None) -> bool:
    """The llama.cpp proposal #26039: period 16 to 1024 tokens, 4 copies, after every token."""
    return _was_periodic(text, 16, 1024, 4)


def whisper(text: str, finish_reason: FinishReason | None = None) -> bool:
    """Whisper's compression ratio above 2.4: bytes over zlib's bytes."""
    data = text.encode("utf-8", "replace")
    return bool(data) and len(data) / len(zlib.compress(data)) > 2.4


_PARAGRAPHS, _LINES = re.compile(r"\n{2,}"), re.compile(r"\n+")
_WORDS = re.compile(r"\w+|[^\w\s]")
_TOP_GRAMS = ((2, 0.20), (3, 0.18), (4, 0.16))
_DUPLICATE_GRAMS = ((5, 0.15), (6, 0.14), (7, 0.13), (8, 0.12), (9, 0.11), (10, 0.10))


def gopher(text: str, finish_reason: FinishReason | None = None) -> bool:
    """Gopher's repetition filter (Rae et al. 2021, table A1) as datatrove applies it.

    Share of duplicate lines or paragraphs above .30, of their characters above .20; the commonest
    2-, 3- and 4-gram above .20, .18, .16 of the characters; characters in duplicate 5- to 10-grams
    above .15 down to .10.
    """
    total = len(text)
    for parts in (_PARAGRAPHS.split(text.strip()), _LINES.split(text)):
        repeats, chars = _duplicates(parts)
        if parts and total and (repeats / len(parts) > 0.30 or chars / total > 0.20):
            return True
    words = _WORDS.findall(text)
    return any(_top_share(words, n, total) > most for n, most in _TOP_GRAMS) or any(
        _duplicate_share(words, n, total) > most for n, most in _DUPLICATE_GRAMS
    )


def _duplicates(parts: Sequence[str]) -> tuple[int, int]:
    seen: set[str] = set()
    repeats = chars = 0
    for part in parts:
        if part in seen:
            repeats, chars = repeats + 1, chars + len(part)
        seen.add(part)
    return repeats, chars


def _top_share(words: Sequence[str], n: int, total: int) -> float:
    grams = Counter(zip(*(words[i:] for i in range(n)), strict=False))
    if not grams:
        return 0.0
    gram, times = grams.most_common(1)[0]
    return (len(" ".join(gram)) * times) / total


def _duplicate_share(words: Sequence[str], n: int, total: int) -> float:
    seen: set[tuple[str, ...]] = set()
    at = repeated = 0
    while at <= len(words) - n:
        gram = tuple(words[at : at + n])
        if gram in seen:
            repeated, at = repeated + len(" ".join(gram)), at + n
        else:
            seen.add(gram)
            at += 1
    return repeated / total if total else 0.0


def paddleocr_vl(text: str, finish_reason: FinishReason | None = None) -> bool:
    """PaddleOCR-VL `truncate_repetitive_content`, as it was before a minimum of 3000 characters.

    One line: it ends in 5 copies of 8 characters or more that make up over half of it, or is 10
    copies of something. Several lines: 10 or more, and one of them is 10 or more and 80 % of them.
    Tables are looked at from 5000 characters on.
    """
    text = text.strip()
    if "<table" in text and len(text) < 5000:
        return False
    if "\n" not in text:
        return (len(text) > 100 and _long_suffix(text)) or (
            len(text) > 10 and _all_periodic(text, 10)
        )
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    top = Counter(lines).most_common(1)[0][1] if lines else 0
    return len(lines) >= 10 and top >= 10 and top / len(lines) >= 0.8


def _long_suffix(line: str) -> bool:
    n = len(line)
    for length in range(n // 5, 7, -1):
        if line[n - length :] == line[n - 2 * length : n - length] and line.endswith(
            line[n - length :] * 5
        ):
            unit, copies = line[n - length :], 5
            while line.endswith(unit, 0, n - copies * length):
                copies += 1
            return copies * length > n / 2
    return False


def _all_periodic(text: str, copies: int) -> bool:
    period = (text + text).find(text, 1)
    return len(text) // period >= copies


_FENCE = re.compile(r"^\s*(```|~~~)")
_RESETS = re.compile(r"^\s*(\||[*+-]\s|\d+\.\s|#{1,6}\s|>|[-=_*]{3,}\s*$)")


def gemini_cli(text: str, finish_reason: FinishReason | None = None) -> bool:
    """Gemini-cli's content loops: a chunk of 50 characters 10 times, within 250 on average.

    At most 5 different gaps. Its history starts anew at tables, lists, headings, quotes and
    fences, and code blocks are not looked at.
    """
    stretch: list[str] = []
    in_code = False
    for line in text.splitlines(keepends=True):
        fence = bool(_FENCE.match(line))
        if fence or _RESETS.match(line):
            if not in_code and _chunk_loop("".join(stretch)):
                return True
            stretch = []
            in_code ^= fence
        elif not in_code:
            stretch.append(line)
    return not in_code and _chunk_loop("".join(stretch))


def _chunk_loop(text: str) -> bool:
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(len(text) - 49):
        seen = places[text[at : at + 50]]
        seen.append(at)
        if len(seen) >= 10:
            gaps = [b - a for a, b in pairwise(seen[-10:])]
            if sum(gaps) / len(gaps) <= 250 and len(set(gaps)) <= 5:
                return True
    return False


def mineru(text: str, finish_reason: FinishReason | None = None) -> bool:
    """MinerU's check of charts.

    All of it periodic from 80 characters on; one character 20 times; an equal line 3 times in a
    row, 2 from 30 characters on; the same line of 30 characters 4 times; one token 8 times in a
    row.
    """
    text = text.strip()
    if len(text) >= 80 and (text + text).find(text, 1) <= len(text) // 2:
        return True
    if re.search(r"(\S)\1{19}", text):
        return True
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if any(times >= 4 and len(line) >= 30 for line, times in Counter(lines).items()):
        return True
    return (
        any(a == b and len(a) >= 30 for a, b in pairwise(lines))
        or _run(lines) >= 3
        or _run(text.split()) >= 8
    )


def _run(items: Sequence[str]) -> int:
    """Length of the longest run of one item."""
    best = run = 1 if items else 0
    for a, b in pairwise(items):
        run = run + 1 if a == b else 1
        best = max(best, run)
    return best


RIVALS: dict[str, Rule] = {
    "DharmaOCR rule": dharma,
    "Nougat truncate": nougat_truncate,
    "Surya": surya,
    "Chandra": chandra,
    "olmOCR bench": olmocr_bench,
    "vLLM (1, 20, 3)": vllm,
    "llama.cpp (16, 1024, 4)": llama_cpp,
    "Whisper 2.4": whisper,
    "Gopher": gopher,
    "PaddleOCR-VL": paddleocr_vl,
    "gemini-cli": gemini_cli,
    "MinerU charts": mineru,
}
