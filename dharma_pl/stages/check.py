"""Check stage: one pass over documents and pairs, and a table of what cannot be trained on."""

import sys
from collections.abc import Iterator

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dharma_pl.data.base import DocumentSource, Problem, Problems
from dharma_pl.data.checks import checked
from dharma_pl.data.documents import open_documents
from dharma_pl.data.encode import Codec, load_codec
from dharma_pl.data.lengths import overlong_problem
from dharma_pl.data.pairs import RejectedEos, load_pairs
from dharma_pl.errors import DataError, UsageError
from dharma_pl.records import Document
from dharma_pl.stages.progress import track


def check(
    documents: str | DocumentSource | None = None,
    pairs: str | DocumentSource | None = None,
    processor: str | None = None,
    prompt: str | None = None,
    columns: dict[str, str] | None = None,
    require_target: bool = False,
    target_is_json: bool = False,
    rejected_eos: RejectedEos = "auto",
    max_tokens: int = 0,
) -> None:
    """Read documents and pairs once, and count what is wrong with them, kind by kind.

    Args:
        documents: as `documents` takes them.
        pairs: a pairs artifact, whose prompts are in `documents`; or preference data with
            `prompt`, `chosen` and `rejected`.
        processor: the model to be trained; with it tokens are looked at too: prompts that do not
            fit the context, image tokens that do not match the pixels, ids outside the
            vocabulary. Pairs need it.
        prompt: for documents without one.
        columns: field of the document to column, where their names differ.
        require_target: a document without a target is wrong.
        target_is_json: a target that is no JSON is wrong.
        rejected_eos: whether rejected texts of preference data end with the end of the turn.
        max_tokens: of prompt and completion; 0 for the model's own context.

    Raises:
        DataError: something is wrong.
    """
    if documents is None and pairs is None:
        raise UsageError("nothing to check: give --documents, --pairs or both")
    if pairs is not None and processor is None:
        raise UsageError("pairs are checked against a model: give --processor")
    codec = None if processor is None else load_codec(processor)
    problems, good = Problems(), dict[str, Document]()
    limit = max_tokens or (codec.context if codec else 0)
    if documents is not None:
        source = open_documents(documents, prompt, columns)
        items = checked(
            source.scan(), require_target=require_target, target_is_json=target_is_json,
            decode_images=True,
        )  # fmt: skip
        for item in track(items, "documents"):
            if isinstance(item, Problem):
                problems.add(item)
                continue
            good[item.document.id] = item.document
            for problem in _encoded(item.document, item.where, codec, limit):
                problems.add(problem)
    count = len(good)
    if pairs is not None and codec is not None:
        count += _check_pairs(pairs, good if documents is not None else None, codec, problems,
                              prompt, rejected_eos, max_tokens)  # fmt: skip
    _print(problems, count)
    if len(problems):
        raise DataError(f"{len(problems)} rows cannot be used")


def _encoded(document: Document, where: str, codec: Codec | None, limit: int) -> Iterator[Problem]:
    """What the model's own processor finds wrong with a document."""
    if codec is None:
        return
    try:
        prompt = int(codec.prompt(document)["input_ids"].shape[1])
    except DataError as error:
        yield Problem("image_tokens", where, str(error))
        return
    target = 0 if document.target is None else len(codec.target(document.target))
    if limit and prompt + target > limit:
        yield overlong_problem(where, prompt, target, limit)


def _check_pairs(
    pairs: str | DocumentSource,
    documents: dict[str, Document] | None,
    codec: Codec,
    problems: Problems,
    prompt: str | None,
    rejected_eos: RejectedEos,
    max_tokens: int,
) -> int:
    loaded = load_pairs(
        pairs, documents, codec, prompt=prompt, rejected_eos=rejected_eos, on_bad="drop",
        overlong="drop", max_tokens=max_tokens, allow_none=True,
    )  # fmt: skip
    problems.merge(loaded.problems)
    if documents is None:
        for document in loaded.documents.values():
            for problem in _encoded(document, f"pair {document.id}", codec, 0):
                problems.add(problem)
    return len(loaded.pairs)


def _print(problems: Problems, good: int) -> None:
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 160)
    if len(problems):
        table = Table("count", "what is wrong", "first")
        for kind, count in sorted(problems.counts.items(), key=lambda item: -item[1]):
            first = "\n".join(escape(str(problem)) for problem in problems.first[kind])
            table.add_row(str(count), kind.replace("_", " "), first)
        console.print(table)
    console.print(f"{good} rows are good, {len(problems)} are not")
