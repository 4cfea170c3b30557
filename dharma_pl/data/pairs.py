"""Pairs from an artifact of ours or from preference data of the common form, checked one by one."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from dharma_pl.artifacts import find_manifest, read_manifest, read_rows
from dharma_pl.data.base import BadRow, DocumentSource, Problem, Problems
from dharma_pl.data.checks import checked
from dharma_pl.data.encode import Codec
from dharma_pl.data.lengths import OnOverlong, overlong_problem, prompt_tokens
from dharma_pl.data.preference_rows import PreferenceEntry, open_preferences
from dharma_pl.errors import DataError
from dharma_pl.functional.repetition import find_repetition
from dharma_pl.records import Completion, Document, Pair
from dharma_pl.schemas import row_to_pair

OnBad = Literal["error", "drop"]
"""What a pair that cannot be trained on does: stop with its message, or be left out and counted."""

RejectedEos = Literal["auto", "always", "never"]
"""Whether rejected texts of preference data end with the end-of-turn token.

Only the model that wrote a text knows whether it stopped. `auto` believes the row's
`rejected_finish_reason` or `rejected_truncated`; without them it takes the text for a whole turn,
unless a repetition loop runs to its end, which is what a token limit leaves behind. An end put
after a loop would be trained against, and that teaches the model not to stop."""

_log = logging.getLogger(__name__)


@dataclass
class LoadedPairs:
    """Pairs that can be trained on.

    Attributes:
        pairs: in the order of the source.
        documents: their prompts and images, by id.
        held_out: documents that the data itself keeps for validation or test.
        problems: what was left out.
    """

    pairs: list[Pair] = field(default_factory=list)
    documents: Mapping[str, Document] = field(default_factory=dict)
    held_out: set[str] = field(default_factory=set)
    problems: Problems = field(default_factory=Problems)


def is_pairs_artifact(source: str | DocumentSource) -> bool:
    """True for a finished artifact of ours, false for preference data of the common form."""
    return isinstance(source, str) and find_manifest(Path(source).expanduser()) is not None


def read_pairs(folder: str, documents: Mapping[str, Document]) -> list[Pair]:
    """Read a pairs artifact and check what can be checked without a model.

    Raises:
        DataError: no pairs at all; a pair without tokens, of two equal sides, or of a document
            that is not there.
    """
    loaded = LoadedPairs(documents=documents)
    _keep(loaded, _artifact_pairs(folder), folder, None, on_bad="error")
    return loaded.pairs


def load_pairs(
    source: str | DocumentSource,
    documents: Mapping[str, Document] | None,
    codec: Codec,
    *,
    prompt: str | None = None,
    rejected_eos: RejectedEos = "auto",
    on_bad: OnBad = "error",
    overlong: OnOverlong = "error",
    max_tokens: int = 0,
    allow_none: bool = False,
) -> LoadedPairs:
    """Read pairs and check that each can be trained on.

    Args:
        source: a pairs artifact, or what `open_preferences` takes.
        documents: prompts and images by id; preference data of the common form has its own.
        codec: of the model to be trained.
        prompt: for rows of preference data without one.
        rejected_eos: see `RejectedEos`.
        on_bad: what a pair does that cannot be trained on.
        overlong: what a pair does that has more tokens than the model reads.
        max_tokens: of prompt and longer side; 0 for the model's own context.
        allow_none: where every pair is left out, say so in `problems` alone.

    Raises:
        DataError: nothing to train on, or the first pair that is no good.
    """
    name = source if isinstance(source, str) else source.label
    items: Iterator[Pair | Problem]
    if documents is not None:
        loaded, items = LoadedPairs(documents=documents), _artifact_pairs(str(source))
    else:
        found: dict[str, Document] = {}
        loaded = LoadedPairs(documents=found)
        items = _rows(open_preferences(source, prompt), codec, rejected_eos, loaded, found)
    _keep(loaded, items, name, codec, on_bad=on_bad)
    if documents is not None:
        used = {pair.document_id for pair in loaded.pairs}
        loaded.held_out = {key for key in used if documents[key].split != "train"}
    _drop_overlong(loaded, codec, max_tokens or codec.context, overlong, name)
    if not allow_none:
        _refuse_none(loaded, name)
    for line in loaded.problems.lines():
        _log.warning("left out %s", line)
    return loaded


def _artifact_pairs(folder: str) -> Iterator[Pair | Problem]:
    read_manifest(Path(folder), "pairs", made_by="python -m dharma_pl pairs --config FILE")
    return map(row_to_pair, read_rows(Path(folder)))


def _rows(
    source: DocumentSource,
    codec: Codec,
    rejected_eos: RejectedEos,
    loaded: LoadedPairs,
    documents: dict[str, Document],
) -> Iterator[Pair | Problem]:
    """Pairs of preference data; their documents are collected on the way."""
    for item in checked(source.scan()):
        if isinstance(item, Problem):
            yield item
            continue
        if not isinstance(item, PreferenceEntry):
            raise DataError(
                f"{source.label} gives documents without sides: use JsonlPreferences, "
                "ParquetPreferences or HubPreferences"
            )
        document = item.document
        documents[document.id] = document
        if item.has_split and document.split != "train":
            loaded.held_out.add(document.id)
        yield pair_of(item, codec, rejected_eos)


def pair_of(row: PreferenceEntry, codec: Codec, rejected_eos: RejectedEos = "auto") -> Pair:
    """Tokens of a row of preference data: chosen is a whole turn, rejected one where it stopped."""
    loop = find_repetition(row.rejected, "length")
    stopped = rejected_eos == "always"
    if rejected_eos == "auto":
        stopped = row.stopped if row.stopped is not None else loop is None
    chosen, rejected = (
        tuple(codec.target(text)) if text else () for text in (row.chosen, row.rejected)
    )
    if not stopped:
        rejected = rejected[:-1]
    return Pair(
        id=row.document.id,
        document_id=row.document.id,
        chosen=Completion(row.chosen, chosen, "eos"),
        rejected=Completion(row.rejected, rejected, "eos" if stopped else "length"),
        kind="quality" if loop is None else "degenerate",
        mode="" if loop is None else "repetition",
        score_gap=row.score_gap,
    )


def _keep(
    loaded: LoadedPairs,
    items: Iterable[Pair | Problem],
    name: str,
    codec: Codec | None,
    *,
    on_bad: OnBad,
) -> None:
    count = 0
    for item in items:
        count += 1
        problem = item if isinstance(item, Problem) else None
        if isinstance(item, Pair):
            try:
                check_pair(item, loaded.documents, codec)
            except BadRow as error:
                problem = error.at(f"{name}, pair {item.id}")
            else:
                loaded.pairs.append(item)
        if problem is not None:
            if on_bad == "error":
                raise DataError(f"{problem} (or leave such pairs out with on_bad: drop)")
            loaded.problems.add(problem)
    if not count:
        raise DataError(
            f"{name} holds no pairs: the model failed on no document that also has a clean "
            "output or a target; sample more documents, more outputs or higher temperatures"
        )


def check_pair(pair: Pair, documents: Mapping[str, Document], codec: Codec | None) -> None:
    """Check that a pair can be trained on.

    Args:
        pair: the pair.
        documents: where its prompt must be.
        codec: of the model; without it tokens are not looked at.

    Raises:
        BadRow: why it cannot.
    """
    if pair.document_id not in documents:
        raise BadRow(
            "no_document",
            f"its document {pair.document_id} is not among the documents given; "
            "point data.documents at those the outputs were sampled from",
        )
    sides = {"chosen": pair.chosen.token_ids, "rejected": pair.rejected.token_ids}
    for name, ids in sides.items():
        if not ids:
            raise BadRow("empty_side", f"a side has no tokens ({name}): make the pair anew")
    ends = codec.end_ids if codec is not None else ()
    if all(token in ends for token in pair.chosen.token_ids):
        raise BadRow("empty_side", "its chosen side is empty but for the end of the turn")
    if sides["chosen"] == sides["rejected"]:
        raise BadRow("equal_sides", "chosen and rejected are the same tokens: make the pair anew")
    if codec is None:
        return
    for name, ids in sides.items():
        if codec.placeholder_ids.intersection(ids):
            raise BadRow(
                "placeholder_in_side",
                f"its {name} side has an image placeholder token, which only a prompt can have; "
                "leave the pair out",
            )
        if outside := [i for i in ids if i < 0 or (codec.vocab_size and i >= codec.vocab_size)]:
            raise BadRow(
                "outside_vocabulary",
                f"its {name} side has the token id {outside[0]}, but the model knows "
                f"{codec.vocab_size} tokens: the pairs are of another model",
            )


def _drop_overlong(
    loaded: LoadedPairs, codec: Codec, limit: int, overlong: OnOverlong, name: str
) -> None:
    if not limit:
        return
    # One long side asks for a closer look at its document's prompt, so the longest decides.
    longest: dict[str, int] = {}
    for pair in loaded.pairs:
        length = max(len(pair.chosen.token_ids), len(pair.rejected.token_ids))
        longest[pair.document_id] = max(length, longest.get(pair.document_id, 0))
    prompts = {
        key: prompt_tokens(codec, loaded.documents[key], limit - length)
        for key, length in longest.items()
    }
    kept = []
    for pair in loaded.pairs:
        prompt = prompts[pair.document_id]
        side = max(len(pair.chosen.token_ids), len(pair.rejected.token_ids))
        if prompt + side <= limit:
            kept.append(pair)
            continue
        problem = overlong_problem(f"{name}, pair {pair.id}", prompt, side, limit)
        if overlong == "error":
            raise DataError(f"{problem} (or leave such pairs out with overlong: drop)")
        loaded.problems.add(problem)
    loaded.pairs = kept


def _refuse_none(loaded: LoadedPairs, name: str) -> None:
    if not loaded.pairs:
        raise DataError(f"{name} has no pair that can be trained on: {loaded.problems.lines()[0]}")
