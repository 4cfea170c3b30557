"""The embedded corpus: pages of old ledgers, as many as asked for, the same from a seed.

A page has a printed header, rows of a printed item and a handwritten amount, now and then a mark
in the margin, and a footer. Some pages repeat themselves on purpose, since that is where real
models fall into loops: unused lines that all bear the same printed stamp, one row over and over,
amounts of zero all the way down, dot leaders. How many lines are stamped follows from nothing that
was written before, so a model must look to know when to stop.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

from dharma_pl.data.base import DocumentSource
from dharma_pl.demo.render import Page, handwriting
from dharma_pl.demo.words import FOOTERS, HOUSES, ITEMS, MARGINS, MONTHS, NAMES
from dharma_pl.records import Document, ImageRef, Split

Repetition = Literal["stamp", "block", "zeros", "leaders"]
KINDS: tuple[tuple[Repetition, ...], tuple[int, ...]] = (
    ("stamp", "block", "zeros", "leaders"),
    (17, 1, 1, 1),
)
"""How pages repeat themselves, and how often each way."""

MARGIN_CELLS, NAME_CELLS, AMOUNT_CELLS = 2, 6, 5
COLUMNS = MARGIN_CELLS + NAME_CELLS + AMOUNT_CELLS
NAME_WIDTH = 2 * NAME_CELLS
STAMP = "Visto"
SCHEMA = {
    "type": "object",
    "properties": {key: {"type": "string"} for key in ("header", "margin", "footer", "text")},
    "required": ["header", "margin", "footer", "text"],
    "additionalProperties": False,
}
"""DharmaOCR's output schema, as JSON Schema."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What stands on one page.

    Attributes:
        header: printed at the top.
        margin: a mark beside one row, or empty.
        marked: the row of that mark.
        footer: printed at the bottom.
        rows: item and amount, from top to bottom.
        gaps: rows with an empty line below them.
    """

    header: str
    margin: str
    marked: int
    footer: str
    rows: tuple[tuple[str, str], ...]
    gaps: frozenset[int] = frozenset()

    @property
    def text(self) -> str:
        """The rows as they are read, one a line."""
        return "\n".join(f"{name} {amount}".rstrip() for name, amount in self.rows)

    def json(self) -> str:
        """The page in DharmaOCR's schema."""
        fields = {"header": self.header, "margin": self.margin, "footer": self.footer}
        return json.dumps(fields | {"text": self.text}, ensure_ascii=False)

    def plain(self) -> str:
        """The page line by line, as the tiny base was taught to read."""
        return "\n".join(part for part in (self.header, self.text, self.footer) if part)


def _amount(rng: Random) -> str:
    whole = rng.randint(1, 9) if rng.random() < 0.7 else rng.randint(10, 99)
    return f"{whole},{rng.choice(('00', '50'))}"


def _run_length(rng: Random, mean: float) -> int:
    """Two or more, without memory: how far a run has come says nothing about where it ends."""
    length = 2
    while rng.random() > 1 / (mean - 1):
        length += 1
    return length


def _repeat(
    rng: Random, rows: list[tuple[str, str]], kind: Repetition, mean: float, longest: int
) -> list[tuple[str, str]]:
    """Make a page of distinct rows repeat itself."""
    if kind == "zeros":
        return [(name, "0,00") for name, _ in rows]
    if kind == "leaders":
        return [(f"{name} {'.' * NAME_WIDTH}"[:NAME_WIDTH], amount) for name, amount in rows]
    at = rng.choice((len(rows), rng.randint(1, len(rows))))
    row = (STAMP, "") if kind == "stamp" else rows[at - 1]
    if kind == "block":  # a row of words and digits is several times as long as a stamp
        longest = max(longest // 3, len(rows) + 2)
    length = min(_run_length(rng, mean), longest - len(rows))
    return [*rows[:at], *[row] * length, *rows[at:]]


def draw_ledger(
    rng: Random,
    rows: tuple[int, int],
    repeat_share: float,
    run: float = 14.0,
    longest: int = 64,
) -> Ledger:
    """Draw what stands on a page.

    Args:
        rng: every choice comes from it.
        rows: fewest and most rows of a page, those of a run apart.
        repeat_share: share of pages that repeat themselves, 0..1.
        run: mean length of a run of equal rows.
        longest: most rows of a page, those of a run included.
    """
    count = rng.randint(*rows)
    drawn = [(name, _amount(rng)) for name in rng.sample(ITEMS, count)]
    if rng.random() < repeat_share:
        [kind] = rng.choices(KINDS[0], KINDS[1])
        drawn = _repeat(rng, drawn, kind, run, longest)
    spacing = rng.random() * 0.3
    return Ledger(
        header=f"{rng.choice(HOUSES)} {rng.choice(NAMES)}",
        margin=rng.choice(MARGINS) if rng.random() < 0.5 else "",
        marked=rng.randrange(count),
        footer=rng.choice((*FOOTERS, f"em {rng.choice(MONTHS)}")),
        rows=tuple(drawn),
        gaps=frozenset(row for row in range(len(drawn)) if rng.random() < spacing),
    )


def draw_page(ledger: Ledger, rng: Random, part: Literal["train", "heldout"]) -> Page:
    """Set a ledger on paper, with `rng`'s choice of handwritten digits from `part`."""
    page = Page(len(ledger.rows) + len(ledger.gaps) + 2, COLUMNS)
    page.print(0, 0, ledger.header)
    line = 1
    for row, (name, amount) in enumerate(ledger.rows):
        if ledger.margin and row == ledger.marked:
            page.print(line, 0, ledger.margin)
        page.print(line, MARGIN_CELLS, name)
        page.write(line, COLUMNS - len(amount), amount, rng, handwriting(part))
        line += 2 if row in ledger.gaps else 1
    page.print(line, 0, ledger.footer)
    return page


class LedgerPages(DocumentSource):
    """Ledger pages as images, with JSON in DharmaOCR's schema as the target.

    Deterministic from the seed; every page draws from a generator of its own, so asking for more
    pages of a split changes none of the others. Training and validation pages on one side and
    held-out pages on the other are written with disjoint samples of handwriting.

    Args:
        train: pages to train on.
        validation: pages to validate on.
        heldout: pages to report on.
        legitimate: held-out pages that all repeat themselves, and rightly so.
        seed: of everything drawn.
        prompt: the instruction of every page.
        rows: fewest and most rows of a page, those of a run apart.
        repeat_share: share of pages that repeat themselves (all of `legitimate` do), 0..1.
    """

    def __init__(
        self,
        train: int = 1024,
        validation: int = 64,
        heldout: int = 512,
        legitimate: int = 128,
        seed: int = 0,
        prompt: str = "Transcribe this page as JSON.",
        rows: tuple[int, int] = (3, 10),
        repeat_share: float = 0.5,
    ) -> None:
        self.counts: dict[Split, int] = {
            "train": train,
            "validation": validation,
            "heldout": heldout,
            "legitimate": legitimate,
        }
        self.seed, self.prompt, self.rows, self.repeat_share = seed, prompt, rows, repeat_share

    def read(self) -> Iterator[Document]:
        """Yield the pages split by split, in a fixed order."""
        for split, count in self.counts.items():
            for index in range(count):
                yield self._document(split, index)

    def _document(self, split: Split, index: int) -> Document:
        rng = Random(f"{type(self).__name__}/{self.seed}/{split}/{index}")
        share = 1.0 if split == "legitimate" else self.repeat_share
        ledger = draw_ledger(rng, self.rows, share)
        part: Literal["train", "heldout"] = (
            "train" if split in ("train", "validation") else "heldout"
        )
        prompt, images = self.present(ledger, rng, part)
        identifier = f"{split}-{index:05}"
        return Document(
            id=identifier,
            prompt=prompt,
            images=images,
            target=ledger.json(),
            group=identifier,
            split=split,
        )

    def present(
        self, ledger: Ledger, rng: Random, part: Literal["train", "heldout"]
    ) -> tuple[str, tuple[ImageRef, ...]]:
        """Show a ledger to the model: the prompt and the page's image."""
        return self.prompt, (ImageRef(bytes=draw_page(ledger, rng, part).png()),)
