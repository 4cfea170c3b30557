"""The kinds of files and data sets documents are read from."""

import csv
import json
import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path, PurePath
from typing import IO, Any, ClassVar

import pyarrow as pa
import pyarrow.parquet as pq

from dharma_pl.data.base import BadRow, Entry, Problem, RowSource, reason, short, shown
from dharma_pl.data.rows import SPLITS, RowParser, batch_rows
from dharma_pl.errors import DataError
from dharma_pl.records import Prompt, Split

MAX_LINE = 256 * 2**20
"""Bytes of the longest JSONL line or CSV field that is read."""

IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".gif"})
TARGET_SUFFIXES = (".json", ".txt", ".md")
_PEEK = 100

_log = logging.getLogger(__name__)


class _FileSource(RowSource):
    """A file or folder of rows.

    Args:
        path: the file or folder.
        prompt: for rows without one.
        columns: field of the document to column of the file, where their names differ.
    """

    parser_type: ClassVar[type[RowParser]] = RowParser

    def __init__(
        self,
        path: str | Path,
        prompt: Prompt | None = None,
        columns: dict[str, str] | None = None,
    ) -> None:
        self.path = Path(path).expanduser()
        self.parser = self._parser(self.path.parent, prompt, columns)

    def _parser(
        self, folder: Path, prompt: Prompt | None, columns: Mapping[str, str] | None
    ) -> RowParser:
        return self.parser_type(folder, prompt, dict(columns or {}), self.label)

    @property
    def label(self) -> str:
        """The path."""
        return shown(self.path)

    def _open(self) -> IO[bytes]:
        try:
            file = self.path.open("rb")
        except (OSError, ValueError) as error:
            raise DataError(f"{self.label} cannot be read ({reason(error)})") from error
        if not file.read(1):
            file.close()
            raise DataError(f"{self.label} is empty: expected one document a row")
        file.seek(0)
        return file

    def _not_empty(self, items: Iterable[Entry | Problem]) -> Iterator[Entry | Problem]:
        count = 0
        for item in items:
            count += 1
            yield item
        if not count:
            raise DataError(f"{self.label} is empty: expected at least one document")


class JsonlDocuments(_FileSource):
    """One JSON object a line. Lines are counted from 1; blank lines are passed over.

    Args:
        path: the file, UTF-8. Relative image paths start at its folder.
        prompt: for rows without one.
        columns: field of the document (`id prompt images target group split`) to the key that
            holds it, where their names differ.
    """

    def scan(self) -> Iterator[Entry | Problem]:
        """Yield one item a line that is not blank."""
        self._check_columns()
        return self._not_empty(self._scan())

    def _scan(self) -> Iterator[Entry | Problem]:
        for number, line in self._lines():
            where = f"{self.label} line {number}"
            try:
                row = _json_object(line)
            except BadRow as error:
                yield error.at(where)
            else:
                yield self.parser.parse(row, where, f"{self.path.stem}:{number}")

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        """Lines without their ends; one that is too long comes cut, and is no JSON then."""
        with self._open() as file:
            number = 0
            while line := file.readline(MAX_LINE):
                number += 1
                whole = len(line) < MAX_LINE
                while not whole and not line.endswith(b"\n"):
                    rest = file.readline(MAX_LINE)
                    whole = len(rest) < MAX_LINE or rest.endswith(b"\n")
                if line := line.removeprefix(b"\xef\xbb\xbf" if number == 1 else b"").strip():
                    yield number, line

    def _check_columns(self) -> None:
        """A key may be absent from a row, but not from every one of the first rows."""
        if not self.parser.columns:
            return
        seen: dict[str, None] = {}
        for _, line in islice(self._lines(), _PEEK):
            try:
                seen.update(dict.fromkeys(_json_object(line)))
            except BadRow:
                continue  # reported when its turn comes
        if seen:
            self.parser.check_columns(list(seen))


class CsvDocuments(_FileSource):
    """A table with a header line, separated by comma, semicolon or tab (whichever the header has).

    Several images in one cell are written as a JSON list of paths. Rows are named by the line they
    start in, counted from 1.

    Args:
        path: the file, UTF-8. Relative image paths start at its folder.
        prompt: for rows without one.
        columns: field of the document to column, where their names differ.
    """

    def scan(self) -> Iterator[Entry | Problem]:
        """Yield one item a row."""
        return self._not_empty(self._scan())

    def _scan(self) -> Iterator[Entry | Problem]:
        csv.field_size_limit(max(csv.field_size_limit(), MAX_LINE))
        self._open().close()  # for its errors
        # Bytes that are no UTF-8 become half surrogates, which the parser refuses row by row.
        with self.path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            first = file.readline()
            file.seek(0)
            delimiter = max(",;\t", key=first.count)
            reader = csv.reader(file, delimiter=delimiter, strict=True)
            header = self._header(reader)
            line = reader.line_num + 1
            for cells in _rows_or_errors(reader):
                where, line = f"{self.label} line {line}", reader.line_num + 1
                if cells:
                    yield self._entry(header, cells, where)

    def _header(self, reader: Any) -> list[str]:
        try:
            header: list[str] = next(reader, [])
        except csv.Error as error:
            raise DataError(f"{self.label} line 1: the header is no CSV ({error})") from error
        twice = sorted({name for name in header if header.count(name) > 1})
        if twice:
            raise DataError(f"{self.label} line 1: the column {short(twice[0])} stands there twice")
        self.parser.check_columns(header)
        return header

    def _entry(
        self, header: list[str], cells: list[str] | csv.Error, where: str
    ) -> Entry | Problem:
        if isinstance(cells, csv.Error):
            return Problem("broken_line", where, f"is no CSV ({cells}): check its quotes")
        if len(cells) != len(header):
            return Problem(
                "broken_line",
                where,
                f"has {len(cells)} cells, the header has {len(header)}: quote cells that hold "
                "the separator or a line break",
            )
        row: dict[str, Any] = {key: cell or None for key, cell in zip(header, cells, strict=True)}
        for key in self.parser.wanted(header):
            row[key] = _listed_paths(row[key]) if key in ("images", "image") else row[key]
        number = where.rpartition(" ")[2]
        return self.parser.parse(row, where, f"{self.path.stem}:{number}")


class ParquetDocuments(_FileSource):
    """A Parquet file, a folder of shards, or a documents artifact of ours. Rows count from 0.

    Where there is no split column and the shards' names or folders tell at least two splits
    (`train-00000-of-00002.parquet`, `test/0.parquet`), they give the split.

    Args:
        path: the file or folder. Relative image paths start at each file's folder.
        prompt: for rows without one.
        columns: field of the document to column, where their names differ.
    """

    def scan(self) -> Iterator[Entry | Problem]:
        """Yield one item a row."""
        return self._not_empty(self._scan())

    def _scan(self) -> Iterator[Entry | Problem]:
        shards = parquet_files(self.path) if self.path.is_dir() else [self.path]
        root = self.path if self.path.is_dir() else self.path.parent
        names = [shard.relative_to(root).with_suffix("") for shard in shards]
        for shard, name, split in zip(shards, names, splits_by_name(names), strict=True):
            yield from self._scan_shard(shard, name.as_posix(), split)

    def _scan_shard(self, shard: Path, name: str, split: Split | None) -> Iterator[Entry | Problem]:
        parser = self.parser_type(
            shard.parent, self.parser.prompt, self.parser.columns, shown(shard)
        )
        try:
            with pq.ParquetFile(shard) as file:
                available = file.schema_arrow.names
                parser.check_columns(available)
                batches = file.iter_batches(batch_size=64, columns=parser.wanted(available))
                for number, row in enumerate(batch_rows(batches)):
                    where = f"{shown(shard)} row {number}"
                    if isinstance(row, BadRow):
                        yield row.at(where)
                    else:
                        yield parser.parse(row, where, f"{name}:{number}", split)
        except (pa.ArrowException, OSError) as error:
            raise DataError(f"{shown(shard)} is not readable Parquet ({reason(error)})") from error


class FolderDocuments(_FileSource):
    """A folder of page images, each with its target beside it (`page.png` and `page.json`).

    The target is a `.json` (written on one line), a `.txt` or a `.md` (without its last line
    break); an image without one has no target. Folders below are read too, the id is the path
    without suffix. Where the first folder level tells at least two splits (`train/`, `test/`), it
    gives the split.

    Args:
        path: the folder.
        prompt: for every page.
    """

    def __init__(self, path: str | Path, prompt: Prompt | None = None) -> None:
        super().__init__(path, prompt)
        self.parser = self._parser(self.path, prompt, None)

    def scan(self) -> Iterator[Entry | Problem]:
        """Yield one item an image, in the order of their names."""
        return self._not_empty(self._scan())

    def _scan(self) -> Iterator[Entry | Problem]:
        if not self.path.is_dir():
            raise DataError(f"{self.label} is not a folder")
        files = sorted(path for path in self.path.rglob("*") if _visible(path, self.path))
        images = [path for path in files if path.suffix.lower() in IMAGE_SUFFIXES]
        targets = {path for path in files if path.suffix.lower() in TARGET_SUFFIXES}
        _report_orphans(targets, images)
        names = [image.relative_to(self.path).with_suffix("") for image in images]
        splits = splits_by_name([name.parent for name in names])
        for image, name, split in zip(images, names, splits, strict=True):
            try:
                target = _sidecar([path for path in _sidecars(image) if path in targets])
            except BadRow as error:
                yield error.at(shown(image))
                continue
            row = {"images": str(image.absolute()), "target": target}
            yield self.parser.parse(row, shown(image), name.as_posix(), split)


def parquet_files(folder: Path) -> list[Path]:
    """Shards below a folder in order of name, without hidden and temporary ones."""
    return sorted(path for path in folder.rglob("*.parquet") if _visible(path, folder))


def splits_by_name(names: Sequence[PurePath]) -> list[Split | None]:
    """The split each path tells by its first part; all None unless they tell at least two.

    >>> splits_by_name([PurePath("train-00000-of-00001"), PurePath("test/0")])
    ['train', 'heldout']
    >>> splits_by_name([PurePath("train-00000-of-00001")])
    [None]
    """
    first = [re.split(r"[-_.]", name.parts[0])[0].lower() if name.parts else "" for name in names]
    splits = [SPLITS.get(word) for word in first]
    return splits if len({split for split in splits if split}) > 1 else [None] * len(names)


def _visible(path: Path, root: Path) -> bool:
    parts = path.relative_to(root).parts
    return not any(part.startswith((".", "_")) for part in parts) and path.is_file()


def _sidecars(image: Path) -> list[Path]:
    return [image.with_suffix(suffix) for suffix in TARGET_SUFFIXES]


def _sidecar(found: list[Path]) -> Any:
    """The target in the one file that may hold it."""
    if len(found) > 1:
        both = " and ".join(shown(path.name) for path in found)
        raise BadRow("bad_value", f"has two targets, {both}: keep one")
    if not found:
        return None
    try:
        text = found[0].read_text(encoding="utf-8-sig")  # line ends become \n
    except (OSError, UnicodeDecodeError) as error:
        message = f"target {shown(found[0])} is not readable UTF-8 text ({reason(error)})"
        raise BadRow("bad_value", message) from error
    if found[0].suffix.lower() != ".json":
        return text.removesuffix("\n")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"target {shown(found[0])} is not valid JSON ({reason(error)})"
        raise BadRow("invalid_json_target", message) from error
    return value


def _report_orphans(targets: set[Path], images: list[Path]) -> None:
    claimed = {sidecar for image in images for sidecar in _sidecars(image)}
    orphans = sorted(path for path in targets - claimed if path.suffix.lower() == ".json")
    if orphans:
        _log.warning(
            "%d JSON files have no image of their name beside them and are passed over, first: %s",
            len(orphans),
            shown(orphans[0]),
        )


def _json_object(line: bytes) -> dict[str, Any]:
    if len(line) >= MAX_LINE - 4:  # the reader cut it, but for a stripped mark or line end
        raise BadRow("broken_line", f"is longer than {MAX_LINE} bytes")
    try:
        value = json.loads(line.decode())
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 at byte {error.start}: save the file as UTF-8"
        raise BadRow("broken_line", message) from error
    except (ValueError, RecursionError) as error:
        message = f"is not valid JSON ({reason(error)}): expected one object a line"
        raise BadRow("broken_line", message) from error
    if not isinstance(value, dict):
        raise BadRow("broken_line", f"expected a JSON object, got {short(value)}")
    return value


def _rows_or_errors(reader: Any) -> Iterator[list[str] | csv.Error]:
    while True:
        try:
            yield next(reader)
        except csv.Error as error:
            yield error
        except StopIteration:
            return


def _listed_paths(cell: str | None) -> Any:
    if cell is None or not cell.startswith("["):
        return cell
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        return cell  # a file whose name begins so
