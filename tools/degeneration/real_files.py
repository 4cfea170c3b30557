"""Real text files, cut where a token limit might have cut them.

Found under the running Python's standard library and site-packages and, where there are such
folders, /usr/share, /usr/local/share and /var/log. What is there differs from machine to machine,
so do the figures; which files are taken and where they are cut depends on nothing else.
"""

import hashlib
import os
import site
import sysconfig
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random

from degeneration.build import log_uniform
from degeneration.sample import Sample, Split

SUFFIXES = {
    ".py": "python", ".pyi": "python",
    ".md": "markdown", ".rst": "markdown",
    ".txt": "plain text",
    ".json": "json", ".ipynb": "json",
    ".csv": "csv", ".tsv": "csv", ".tab": "csv",
    ".yaml": "yaml and toml", ".yml": "yaml and toml", ".toml": "yaml and toml",
    ".html": "html", ".htm": "html",
    ".svg": "svg and xml", ".xml": "svg and xml", ".xsl": "svg and xml",
    ".log": "logs",
    ".js": "javascript and css", ".css": "javascript and css",
    ".h": "c headers", ".hpp": "c headers", ".cuh": "c headers",
    ".pl": "scripts", ".pm": "scripts", ".sh": "scripts", ".awk": "scripts",
}  # fmt: skip
LICENCES = ("license", "licence", "copying", "copyright", "notice")
SIZE = (500, 4_000_000)
"""Bytes of a file that is looked at."""

PER_PACKAGE = 5
"""Files of one kind from one package at most: what one program wrote is all alike."""

MOST_CUTS = 2
"""Cuts of one file at most."""

_READ = 300_000


def roots() -> list[Path]:
    """Where to look; missing ones are left out."""
    named = {sysconfig.get_path("stdlib"), sysconfig.get_path("purelib"), "/usr/share"}
    named |= {sysconfig.get_path("platlib"), *site.getsitepackages(), "/usr/local/share"}
    named |= {"/var/log"}
    return [path for path in map(Path, sorted(filter(None, named))) if path.is_dir()]


def kind_of(path: Path) -> str | None:
    if path.name.lower().startswith(LICENCES):
        return "licences"
    return SUFFIXES.get(path.suffix.lower())


def _walk(root: Path, all_roots: list[Path]) -> Iterator[tuple[str, str, Path]]:
    """(kind, package, file) below a root; a root within it is left to itself."""
    for where, folders, files in os.walk(root):
        folder = Path(where)
        folders[:] = sorted(
            name
            for name in folders
            if name != "__pycache__"
            and not (folder / name).is_symlink()
            and folder / name not in all_roots
        )
        inner = folder.relative_to(root).parts
        for file in sorted(files):
            path = folder / file
            kind = kind_of(path)
            if kind is not None:
                # Below share/doc and the like a package is one level further down.
                depth = 2 if root.name == "share" else 1
                yield kind, "/".join(inner[:depth]) or Path(file).stem, path


def _order(text: str) -> str:
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()


def half_of(package: str) -> Split:
    """All of a package is in one half, its documents and licences included."""
    bare = package.split("/")[-1].split("-")[0].lower().replace("_", "")
    return "dev" if int(_order(bare)[:8], 16) % 2 else "test"


def _candidates(
    split: Split | None, seed: int, where: list[Path]
) -> dict[str, list[tuple[str, Path]]]:
    """Files of each kind in a drawn order, capped by package."""
    packages: dict[tuple[str, str], list[Path]] = defaultdict(list)
    for root in where:
        for kind, package, path in _walk(root, where):
            if split is None or half_of(package) == split:
                packages[kind, package].append(path)
    kinds: dict[str, list[tuple[str, Path]]] = defaultdict(list)
    for (kind, package), paths in packages.items():
        capped = sorted(paths, key=lambda path: _order(f"{seed}/{path.name}"))[: 3 * PER_PACKAGE]
        kinds[kind] += [(package, path) for path in capped]
    for kind, files in kinds.items():
        kinds[kind] = sorted(files, key=lambda file: _order(f"{seed}/{file[0]}/{file[1].name}"))
    return dict(sorted(kinds.items()))


def _read(path: Path) -> str | None:
    """The start of a text file; None where it is too small, too large or no UTF-8 text."""
    try:
        if not SIZE[0] <= path.stat().st_size <= SIZE[1]:
            return None
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read(_READ)
    except (OSError, UnicodeDecodeError):
        return None
    return None if "\0" in text else text.replace("\r\n", "\n")


def _cut(text: str, rng: Random) -> str:
    """From a line's start, as long as an output may be, and cut at a random character."""
    length = log_uniform(rng, 400, 20_000)
    start = 0
    if len(text) > length and rng.random() < 0.7:
        start = text.rfind("\n", 0, rng.randrange(len(text) - length)) + 1
    whole = text[start : start + length]
    return whole[: len(whole) - rng.randrange(max(1, min(200, len(whole) // 4)))]


def real_files(
    split: Split | None, per_kind: int, seed: int = 0, folders: Sequence[Path] = ()
) -> Iterator[Sample]:
    """Some `per_kind` cut texts of each kind; where files are few, up to `MOST_CUTS` of each.

    Of this machine's own, or of the folders that are given, whose files all count, in no split.

    No content is taken twice (a licence lies beside every package), none from a package more
    often than `PER_PACKAGE` allows. Another seed takes other files, and cuts all elsewhere.
    """
    where = [folder.resolve() for folder in folders] or roots()
    for kind, files in _candidates(None if folders else split, seed, where).items():
        chosen = list(islice(_readable(files), per_kind))
        cuts = min(MOST_CUTS, -(-per_kind // max(1, len(chosen))))
        for package, path, text in chosen:
            for turn in range(cuts):
                cut = _cut(text, Random(f"{seed}/{package}/{path.name}/{turn}"))
                yield Sample(f"{path}#{turn}", package, f"real: {kind}", cut, "length")


def _readable(files: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, Path, str]]:
    seen: set[str] = set()
    taken: dict[str, int] = defaultdict(int)
    for package, path in files:
        if taken[package] == PER_PACKAGE:
            continue
        text = _read(path)
        if text is None or not text.strip() or _order(text[:2000]) in seen:
            continue
        seen.add(_order(text[:2000]))
        taken[package] += 1
        yield package, path, text
