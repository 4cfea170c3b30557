"""The model repeats what it was asked."""

from collections.abc import Iterator

from dharma_pl.failures.base import FailureMode, excerpt, locate
from dharma_pl.functional.similarity import flatten_json
from dharma_pl.functional.words import Words
from dharma_pl.records import Document, Finding, Output, Prompt

_SIZE = 4


class PromptEcho(FailureMode):
    """The output repeats the prompt where it should answer it.

    Counted are stretches of four words: the share of the prompt's that the output has, against the
    share that the target has, since a target may rightly repeat a text that the prompt holds.
    Without a target only documents with images are judged, whose prompt is but an instruction.
    The evidence is `share`, of the prompt, and `echo`, the beginning of the longest stretch.

    Args:
        min_share: of the prompt that the output must have, beyond what the target has.
        min_words: of a prompt; shorter ones turn up by chance.
    """

    name = "prompt_echo"

    def __init__(self, min_share: float = 0.6, min_words: int = 6) -> None:
        self.min_share, self.min_words = min_share, min_words

    def find(self, output: Output, document: Document) -> list[Finding]:
        """One finding, the longest stretch that stands in the prompt, or none."""
        prompt = Words("\n".join(_texts(document.prompt)))
        if len(prompt.words) < max(_SIZE, self.min_words):
            return []
        if document.target is None and not document.images:
            return []
        asked = set(prompt.shingles(_SIZE))
        text = Words(flatten_json(output.text))
        rightly = set(Words(flatten_json(document.target or "")).shingles(_SIZE))
        share = len(asked & set(text.shingles(_SIZE))) / len(asked)
        excess = share - len(asked & rightly) / len(asked)
        if excess < self.min_share:
            return []
        span = text.longest(asked, _SIZE)
        echo = text.text[span.start : span.end] if span else ""
        start, end = locate(output.text, echo)
        reason = f"repeats {100 * share:.0f} % of the prompt"
        evidence = {"share": share, "echo": excerpt(echo)}
        score = 0.5 + 0.5 * (excess - self.min_share) / max(1 - self.min_share, 1e-9)
        return [Finding(self.name, min(1.0, score), start, end, reason, evidence)]


def _texts(prompt: Prompt) -> Iterator[str]:
    """What a prompt says, without what the model itself is made to have said."""
    if isinstance(prompt, str):
        yield prompt
        return
    for message in prompt:
        content = message.get("content")
        if message.get("role") == "assistant":
            continue
        if isinstance(content, str):
            yield content
        elif isinstance(content, list):
            texts = (part.get("text") for part in content if isinstance(part, dict))
            yield from (text for text in texts if isinstance(text, str))
