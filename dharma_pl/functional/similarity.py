"""How close a transcription is to its target, as the DharmaOCR benchmark measures it.

Score = (edit similarity + BLEU) / 2, both sides flattened where they are JSON objects.
Source: DharmaOCR (arXiv 2604.14314), equation 1, by a replica of its evaluation notebook.
"""

import json
import math
from typing import Any

from rapidfuzz.distance import Levenshtein
from sacrebleu.metrics.bleu import BLEU

_COUNTER = BLEU(tokenize="none", effective_order=True)


def edit_similarity(a: str, b: str) -> float:
    """1 - Levenshtein distance / length of the longer, in characters, 0..1.

    Two empty strings have similarity 0: the benchmark defines it so, and an empty output shall not
    be rewarded.

    >>> edit_similarity("arroz", "arrox"), edit_similarity("", "")
    (0.8, 0.0)
    """
    return Levenshtein.normalized_similarity(a, b) if a or b else 0.0


def edit_distance(a: str, b: str) -> int:
    """Levenshtein distance in characters.

    >>> edit_distance("arroz", "arrox")
    1
    """
    return Levenshtein.distance(a, b)


def word_distance(a: str, b: str) -> int:
    """Levenshtein distance in words, split at white space.

    >>> word_distance("um quilo de feijão", "um quilo feijão")
    1
    """
    return Levenshtein.distance(a.split(), b.split())


def bleu(prediction: str, target: str) -> float:
    """Sentence-level BLEU-4 on words split at white space, 0..1.

    Equal to NLTK's `sentence_bleu` with smoothing method 1, which the benchmark uses: an order
    without matches counts 0.1 of one (Chen and Cherry, 2014).

    >>> bleu("um quilo de feijão preto", "um quilo de feijão preto")
    1.0
    """
    counted = _COUNTER.sentence_score(prediction, [target])
    # Predictions of less than four words have no 4-grams: NLTK divides by 1, sacrebleu gives up.
    totals = [max(1, total) for total in counted.totals]
    score = BLEU.compute_bleu(
        counted.counts,
        totals,
        counted.sys_len,
        counted.ref_len,
        smooth_method="floor",
        smooth_value=0.1,
    )
    return min(1.0, score.score / 100)  # its logarithms round to a little more than 100


def transcription_score(prediction: str, target: str) -> float:
    """The DharmaOCR score of one document: mean of edit similarity and BLEU, flattened, 0..1.

    >>> page = '{"header": "Casa Lima", "text": "um quilo de feijão"}'
    >>> transcription_score(page, page)
    1.0
    """
    flat_prediction, flat_target = flatten_json(prediction), flatten_json(target)
    return (edit_similarity(flat_prediction, flat_target) + bleu(flat_prediction, flat_target)) / 2


def flatten_json(text: str) -> str:
    r"""The non-empty values of a JSON object, one a line, in the order they stand.

    Nested objects and lists are walked through. Anything but a JSON object comes back unchanged.

    >>> flatten_json('{"header": "Casa Lima", "margin": "", "text": "Feijão 12,50"}')
    'Casa Lima\nFeijão 12,50'
    >>> flatten_json('{"header": "Casa')
    '{"header": "Casa'
    """
    try:
        value = parse_json(text)
    except ValueError:
        return text
    if not isinstance(value, dict):
        return text
    values: list[str] = []
    waiting: list[Any] = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(reversed(value.values()))
        elif isinstance(value, list):
            waiting.extend(reversed(value))
        elif value is not None and value != "":
            values.append(value if isinstance(value, str) else json.dumps(value))
    return "\n".join(values)


def parse_json(text: str) -> Any:
    """Parse hostile text as strict JSON: no NaN, no crash on depth or on endless digits.

    Raises:
        ValueError: if the text is not JSON, or is nested too deeply to read; a
            `json.JSONDecodeError` where the position is known.

    >>> parse_json('{"text": "arroz"}')
    {'text': 'arroz'}
    """
    try:
        return json.loads(text, parse_constant=_refuse, parse_int=_parse_int)
    except RecursionError:
        msg = "nested too deeply"
        raise ValueError(msg) from None


def _refuse(constant: str) -> None:
    msg = f"{constant} is not JSON"
    raise ValueError(msg)


def _parse_int(digits: str) -> int | float:
    try:
        return int(digits)
    except ValueError:  # Python refuses thousands of digits; they are valid JSON all the same.
        return math.copysign(math.inf, -1 if digits[0] == "-" else 1)
