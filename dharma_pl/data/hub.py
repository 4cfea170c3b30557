"""Documents from a data set of the `datasets` library, on the Hub or on disk."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from dharma_pl.data.base import BadRow, Entry, Problem, RowSource, short, shown
from dharma_pl.data.rows import SPLITS, RowParser, batch_rows
from dharma_pl.errors import DataError
from dharma_pl.records import Prompt, Split


class HubDocuments(RowSource):
    """A data set by the name `datasets.load_dataset` knows it by, or a folder of `save_to_disk`.

    Images stay encoded. A data set of several splits keeps them (test becomes heldout); one of a
    single split counts as not split. Rows count from 0.

    Args:
        name: of the data set, or a folder.
        split: only this split, as `datasets` writes it (`train`, `train[:100]`).
        prompt: for rows without one.
        columns: field of the document to column, where their names differ.
        config: the data set's configuration, where it has several.
        revision: branch, tag or commit.
    """

    parser_type: ClassVar[type[RowParser]] = RowParser

    def __init__(
        self,
        name: str | Path,
        split: str | None = None,
        prompt: Prompt | None = None,
        columns: dict[str, str] | None = None,
        config: str | None = None,
        revision: str | None = None,
    ) -> None:
        self.name, self.split, self.config, self.revision = str(name), split, config, revision
        folder = Path(name) if Path(name).is_dir() else Path()
        self.parser = self.parser_type(folder, prompt, dict(columns or {}), self.label)

    @property
    def label(self) -> str:
        """The data set's name."""
        return f"data set {shown(self.name)}"

    def scan(self) -> Iterator[Entry | Problem]:
        """Yield one item a row, split by split."""
        loaded = self._load()
        several = isinstance(loaded, dict) and len(loaded) > 1
        parts = loaded if isinstance(loaded, dict) else {self.split or "rows": loaded}
        count = 0
        for name, part in parts.items():
            split = self._split_called(name) if several and "split" not in part.features else None
            for item in self._scan_part(part, name, split):
                count += 1
                yield item
        if not count:
            raise DataError(f"{self.label} is empty: expected at least one document")

    def _split_called(self, name: str) -> Split:
        split = SPLITS.get(name.lower())
        if split is None:
            known = ", ".join(sorted(SPLITS))
            raise DataError(
                f"{self.label} has a split {short(name)}, which is none of {known}: choose one of "
                "its splits by split"
            )
        return split

    def _scan_part(self, part: Any, name: str, split: Split | None) -> Iterator[Entry | Problem]:
        self.parser.check_columns(part.column_names)
        if not len(part):
            return
        part = part.select_columns(self.parser.wanted(part.column_names))
        # As Arrow, images come as they are stored: bytes and path, not decoded.
        tables = part.with_format("arrow").iter(batch_size=64)
        batches = (batch for table in tables for batch in table.to_batches())
        for number, row in enumerate(batch_rows(batches)):
            where = f"{self.label} split {shown(name)} row {number}"
            if isinstance(row, BadRow):
                yield row.at(where)
            else:
                yield self.parser.parse(row, where, f"{name}:{number}", split)

    def _load(self) -> Any:
        import datasets

        try:
            if is_saved_to_disk(Path(self.name)):
                loaded = datasets.load_from_disk(self.name)
                return loaded[self.split] if self.split else loaded
            return datasets.load_dataset(
                self.name, self.config, split=self.split, revision=self.revision
            )
        except Exception as error:  # it raises whatever its readers raise
            lines = str(error).strip().splitlines() or [type(error).__name__]
            raise DataError(
                f"{self.label} could not be loaded ({short(lines[0], 200)[1:-1]}): expected an "
                "existing file or folder, or a name that datasets.load_dataset takes"
            ) from error


def is_saved_to_disk(folder: Path) -> bool:
    """True for a folder that `Dataset.save_to_disk` or `DatasetDict.save_to_disk` wrote."""
    single = ("state.json", "dataset_info.json")
    return (folder / "dataset_dict.json").is_file() or all((folder / n).is_file() for n in single)
