"""How long prompts are in tokens, and what an overlong one does."""

import json
import logging
from collections.abc import Callable, Iterable
from typing import Any, Literal, TypeVar

from dharma_pl.data.base import Problem, Problems
from dharma_pl.data.encode import Codec
from dharma_pl.data.images import image_size
from dharma_pl.errors import DataError
from dharma_pl.records import Document

T = TypeVar("T")

OnOverlong = Literal["error", "drop"]
"""What rows longer than the context do: stop with a message, or be left out and counted.

Prompts are never cut: an image that has lost tokens is another image."""

_log = logging.getLogger(__name__)
_MARKUP = 256
"""Bytes that a chat message may gain by its template beside the first; far above any known."""


def prompt_tokens(codec: Codec, document: Document, enough: int) -> int:
    """Tokens of a prompt, those of its images included.

    Encoding a page takes tens of milliseconds, so where an upper bound says that the prompt has
    no more than `enough` tokens, the bound is returned; otherwise the exact number.

    Args:
        codec: of the model.
        document: with its prompt and images.
        enough: a number of tokens that needs no closer look.

    Raises:
        DataError: the prompt cannot be encoded at all.
    """
    bound = _bound(codec, document)
    if bound is not None and bound <= enough:
        return bound
    return codec.prompt(document)["input_ids"].shape[1]


def _bound(codec: Codec, document: Document) -> int | None:
    """More tokens than the prompt can have; None where that is not known.

    A token is at least one byte of text. Transformers' processors say how many tokens an image
    becomes by its size alone.
    """
    prompt = document.prompt
    text = prompt if isinstance(prompt, str) else json.dumps(prompt, ensure_ascii=False)
    messages = 1 if isinstance(prompt, str) else len(prompt)
    bound = len(text.encode("utf-8", "surrogatepass")) + _MARKUP * messages + codec.template_bytes
    if document.images:
        sizes = [image_size(ref)[::-1] for ref in document.images]  # height, width
        try:
            encoder: Any = codec.encoder
            counted = encoder._get_num_multimodal_tokens(image_sizes=sizes)
            # Phones' pictures may yet be turned, and some models put marks around images.
            bound += sum(counted["num_image_tokens"]) * 5 // 4 + 64 * len(sizes)
        except Exception:  # a private method: whatever it does then, encoding tells
            return None
    return bound


def fitting(
    rows: Iterable[T],
    codec: Codec,
    measure: Callable[[T], tuple[Document, int]],
    overlong: OnOverlong,
    max_tokens: int = 0,
) -> list[T]:
    """Rows that fit the context; the others stop the run, or are left out with a warning.

    Args:
        rows: of any kind.
        codec: of the model.
        measure: a row to its document and the tokens of its completion.
        overlong: what a row does that does not fit.
        max_tokens: of prompt and completion; 0 for the model's own context.

    Raises:
        DataError: with `error` the first row that does not fit; always, where none fits.
    """
    limit = max_tokens or codec.context
    given, kept, problems = list(rows), list[T](), Problems()
    for row in given:
        document, completion = measure(row)
        prompt = prompt_tokens(codec, document, limit - completion) if limit else 0
        if prompt + completion <= limit or not limit:
            kept.append(row)
            continue
        problem = overlong_problem(f"document {document.id}", prompt, completion, limit)
        if overlong == "error":
            raise DataError(f"{problem} (or leave such documents out with overlong: drop)")
        problems.add(problem)
    for line in problems.lines():
        _log.warning("left out %s", line)
    if given and not kept:
        raise DataError(f"no document fits the model's context: {problems.lines()[0]}")
    return kept


def overlong_problem(where: str, prompt: int, completion: int, limit: int) -> Problem:
    """A row that does not fit the context."""
    return Problem(
        "overlong",
        where,
        f"its prompt has {prompt} tokens and its completion {completion}, more than the {limit} "
        "that the model reads; prompts are never cut: scale the image down, or shorten the text",
    )
