"""What readers said of cuts of real files who did not know what the detector had said of them."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

from degeneration.scoring import Verdict


def read_as_clean(readings: Path, folders: Sequence[Path]) -> Callable[[Verdict], bool]:
    """Whether no reader called a cut a loop, or hesitated; a cut that nobody read is clean too.

    Args:
        readings: columns `cut` (the file below the folders, `owner/name` for a folder
            `owner+name`, and `#` with the number of the cut), `one_reader`, `other_reader`.
        folders: as given to `real_files`.
    """
    with readings.open(encoding="utf-8", newline="") as file:
        doubted = {
            row["cut"]
            for row in csv.DictReader(file)
            if {row["one_reader"], row["other_reader"]} != {"clean"}
        }
    above = {folder.resolve().parent for folder in folders}

    def is_clean(verdict: Verdict) -> bool:
        path = Path(verdict.sample.id)
        names = (path.relative_to(root) for root in above if path.is_relative_to(root))
        return all(name.as_posix().replace("+", "/", 1) not in doubted for name in names)

    return is_clean
