"""The records that stages hand each other, one row of an artifact each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

FinishReason = Literal["eos", "length", "abort"]
"""How a generation ended: the model said so, the token limit, or our early abort."""

Split = Literal["train", "validation", "heldout", "legitimate"]
"""`legitimate` pages are held out too, and repeat themselves on purpose."""

Prompt = str | list[dict[str, Any]]
"""A user's text, or chat messages as `apply_chat_template` takes them."""


EncodedImage = bytes
"""A file's content: PNG, JPEG, ..."""


@dataclass(frozen=True, slots=True)
class ImageRef:
    """An image by its encoded bytes, by a path, or both (bytes win), like `datasets.Image`."""

    path: str | None = None
    bytes: EncodedImage | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What the model reads, and what it should write where that is known.

    Attributes:
        id: unique in its data set.
        prompt: a string or chat messages.
        images: in the order the prompt uses them.
        target: the text the model should write.
        group: documents of one group never land in different splits.
        split: which split the document belongs to.
    """

    id: str
    prompt: Prompt
    images: tuple[ImageRef, ...] = ()
    target: str | None = None
    group: str | None = None
    split: Split = "train"


@dataclass(frozen=True, slots=True)
class Output:
    """One generation, as it left the model: nothing later re-tokenizes it.

    Attributes:
        document_id: the document it was generated for.
        sample: number among the document's outputs.
        text: decoded without special tokens.
        token_ids: every generated token, the end-of-sequence token included where emitted.
        token_ends: for each token, the length of the text decoded up to and including it
            (characters), so that a finding in the text can be cut in tokens.
        finish_reason: how it ended.
        temperature: 0 is greedy decoding.
        max_new_tokens: the limit it ran under.
    """

    document_id: str
    sample: int
    text: str
    token_ids: tuple[int, ...]
    token_ends: tuple[int, ...]
    finish_reason: FinishReason
    temperature: float = 0.0
    max_new_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One failure seen in one output.

    Attributes:
        mode: name of the failure mode.
        score: 0..1, 0.5 is the mode's threshold.
        start: first character of the failing stretch.
        end: one past its last character.
        reason: one line for a person.
        evidence: small JSON-able facts of the mode (period, repeats, unit, ...).
    """

    mode: str
    score: float
    start: int
    end: int
    reason: str
    evidence: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in one output, and how good it is.

    Attributes:
        document_id: as in the output.
        sample: as in the output.
        findings: empty for a clean output.
        scores: criterion to 0..1; empty where there is nothing to score against.
        score: the judge's summary of `scores`, 0..1, or None.
    """

    document_id: str
    sample: int
    findings: tuple[Finding, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict)
    score: float | None = None

    @property
    def clean(self) -> bool:
        """True where no failure mode found anything."""
        return not self.findings


@dataclass(frozen=True, slots=True)
class Completion:
    """One side of a pair.

    Attributes:
        text: what the tokens say.
        token_ids: exactly the tokens that are trained on.
        finish_reason: `eos` only where `token_ids` ends with the end-of-sequence token.
    """

    text: str
    token_ids: tuple[int, ...]
    finish_reason: FinishReason


@dataclass(frozen=True, slots=True)
class Pair:
    """A preference: the same prompt, a good output, a failing one.

    Attributes:
        id: unique in its data set.
        document_id: where prompt and images come from.
        chosen: has no finding of any mode and is not cut.
        rejected: the model's own failure, cut shortly after its onset.
        kind: a failure against a clean output, or a worse against a better one.
        mode: the failure mode of `rejected`; empty for quality pairs.
        score_gap: judge's score of chosen minus rejected, or None.
        cut: tokens removed from the end of `rejected`.
        onset: token of `rejected` at which the loop begins to be wrong: the first repeated copy, or
            the first one more than `chosen` has too; None where `rejected` holds no such loop.
    """

    id: str
    document_id: str
    chosen: Completion
    rejected: Completion
    kind: Literal["degenerate", "quality"] = "degenerate"
    mode: str = ""
    score_gap: float | None = None
    cut: int = 0
    onset: int | None = None
