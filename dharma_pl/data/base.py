"""What a source of documents is, and how it hands over rows that are no good."""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dharma_pl.errors import DataError
from dharma_pl.errors import reason as reason
from dharma_pl.errors import shown as shown
from dharma_pl.records import Document

ProblemKind = Literal[
    "broken_line",
    "bad_value",
    "no_prompt",
    "missing_target",
    "empty_target",
    "invalid_json_target",
    "missing_image",
    "unreadable_image",
    "image_count",
    "duplicate_id",
    "group_in_two_splits",
    "no_document",
    "no_side",
    "not_a_turn",
    "empty_side",
    "equal_sides",
    "placeholder_in_side",
    "outside_vocabulary",
    "image_tokens",
    "overlong",
]
"""What can be wrong with one row."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that gave no document.

    Attributes:
        kind: for counting.
        where: file and line (from 1) of text files, file and row (from 0) of tables.
        message: what was expected, what came and the mend, in one line.
    """

    kind: ProblemKind
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that gave a document.

    Attributes:
        where: as in `Problem`.
        document: the row.
        has_split: True where the data says the split, False where it is left to us.
    """

    where: str
    document: Document
    has_split: bool = True


class BadRow(ValueError):
    """Raised and caught inside the readers: becomes the row's `Problem`."""

    def __init__(self, kind: ProblemKind, message: str) -> None:
        super().__init__(message)
        self.kind, self.message = kind, message

    def at(self, where: str) -> Problem:
        """The problem of the row at `where`."""
        return Problem(self.kind, where, self.message)


class DocumentSource(ABC):
    """Where documents come from: subclass it and yield them from `read`.

    A source may be read several times and gives the same documents in the same order each time.
    It should set every document's split; a source that does not know splits overrides `scan`.
    """

    @property
    def label(self) -> str:
        """What error messages call the source."""
        return type(self).__name__

    @abstractmethod
    def read(self) -> Iterator[Document]:
        """Yield the documents one by one.

        Raises:
            DataError: a row or the whole source is not usable.
        """

    def scan(self) -> Iterator[Entry | Problem]:
        """Yield one item a row, so that a caller can pass over rows that are no good.

        Raises:
            DataError: the whole source is not usable.
        """
        for number, document in enumerate(self.read()):
            yield Entry(f"{self.label} document {number}", document)


class RowSource(DocumentSource):
    """A source that knows what is wrong row by row."""

    @abstractmethod
    def scan(self) -> Iterator[Entry | Problem]:
        """Yield one item a row. Raises `DataError` where the whole source is not usable."""

    def read(self) -> Iterator[Document]:
        """Yield the documents; the first row that is no good raises `DataError`."""
        for item in self.scan():
            if isinstance(item, Problem):
                raise DataError(str(item))
            yield item.document


class Problems:
    """Counts of problems by kind, with the first offenders of each.

    Args:
        keep: how many offenders of a kind are kept.
    """

    def __init__(self, problems: Iterable[Problem] = (), keep: int = 3) -> None:
        self.keep = keep
        self.counts: dict[ProblemKind, int] = {}
        self.first: dict[ProblemKind, list[Problem]] = defaultdict(list)
        for problem in problems:
            self.add(problem)

    def add(self, problem: Problem) -> None:
        """Count one more."""
        self.counts[problem.kind] = self.counts.get(problem.kind, 0) + 1
        if len(self.first[problem.kind]) < self.keep:
            self.first[problem.kind].append(problem)

    def merge(self, other: "Problems") -> None:
        """Count another's too."""
        for kind, count in other.counts.items():
            self.counts[kind] = self.counts.get(kind, 0) + count
            self.first[kind] = [*self.first[kind], *other.first[kind]][: self.keep]

    def __len__(self) -> int:
        return sum(self.counts.values())

    def lines(self) -> list[str]:
        """One line a kind, the most frequent first: count, kind and the first offender."""
        ranked = sorted(self.counts.items(), key=lambda item: (-item[1], item[0]))
        return [
            f"{count} x {kind.replace('_', ' ')}, first: {self.first[kind][0]}"
            for kind, count in ranked
        ]

    def as_dict(self) -> Mapping[str, Any]:
        """For a manifest: kind to count and first offenders."""
        return {
            kind: {"count": count, "first": [str(problem) for problem in self.first[kind]]}
            for kind, count in self.counts.items()
        }


def short(value: object, limit: int = 60) -> str:
    r"""Quote a value for a message: one line, escaped, at most `limit` characters.

    >>> short("a\nb")
    "'a\\nb'"
    """
    if isinstance(value, str | bytes):
        value = value[:limit]  # quoting a whole page only to cut it would be slow
    text = repr(value)
    return text if len(text) <= limit else text[: limit - 3] + "..."
