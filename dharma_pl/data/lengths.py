"""How long prompts are in tokens, and what an overlong one does."""

import json
from typing import Literal

from dharma_pl.data.encode import Codec
from dharma_pl.data.images import image_size
from dharma_pl.records import Document

OnOverlong = Literal["error", "drop"]
"""What rows longer than the context do: stop with a message, or be left out and counted.

Prompts are never cut: an image that has lost tokens is another image."""

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
            counted = codec.encoder._get_num_multimodal_tokens(image_sizes=sizes)
            # Phones' pictures may yet be turned, and some models put marks around images.
            bound += sum(counted["num_image_tokens"]) * 5 // 4 + 64 * len(sizes)
        except Exception:  # a private method: whatever it does then, encoding tells
            return None
    return bound

