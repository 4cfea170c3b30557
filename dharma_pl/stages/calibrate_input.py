"""The texts a calibration reads: a column of a table, or a folder of text files."""

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dharma_pl.errors import DataError, shown

if TYPE_CHECKING:
    from dharma_pl.data.base import Problems

_TEXT_SUFFIXES = (".txt", ".md")
_log = logging.getLogger(__name__)


def read_targets(paths: Sequence[str], column: str) -> Iterator[tuple[str, str]]:
    """Name and text of every target, file after file.

    Raises:
        DataError: a path that is not there or holds nothing of the kind.
    """
    for name in paths:
        path = Path(name).expanduser()
        if not path.exists():
            raise DataError(f"{shown(path)} does not exist: expected a file or folder of targets")
    for name in paths:
        path = Path(name).expanduser()
        texts = _text_files(path)
        yield from _read_texts(texts) if texts else _read_table(path, column)


def _text_files(path: Path) -> list[Path]:
    """The text files of a path that is one, or a folder of nothing else."""
    if path.is_file():
        return [path] if path.suffix.lower() in _TEXT_SUFFIXES else []
    files = sorted(file for file in path.rglob("*") if file.is_file() and file.name[0] not in "._")
    texts = [file for file in files if file.suffix.lower() in _TEXT_SUFFIXES]
    return texts if len(texts) == len(files) else []


def _read_texts(files: Sequence[Path]) -> Iterator[tuple[str, str]]:
    for file in files:
        try:
            yield shown(file), file.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise DataError(f"{shown(file)} is not readable UTF-8 text ({error})") from error


def _read_table(path: Path, column: str) -> Iterator[tuple[str, str]]:
    # Imported where needed: the readers of documents bring half of the field's libraries with them.
    from dharma_pl.data.base import Problem, Problems
    from dharma_pl.data.documents import open_documents

    columns = None if column == "target" else {"target": column}
    problems = Problems()
    for item in open_documents(path, prompt="-", columns=columns).scan():
        if isinstance(item, Problem):
            problems.add(item)
        elif item.document.target is not None:
            yield item.where, item.document.target
    _warn(problems)


def _warn(problems: "Problems") -> None:
    for line in problems.lines():
        _log.warning("passed over %s", line)
