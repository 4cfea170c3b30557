"""The ledgers again as text: noisy lines in, the same JSON out."""

import unicodedata
from random import Random
from typing import Literal

from dharma_pl.demo.corpus import Ledger, LedgerPages
from dharma_pl.records import ImageRef


class LedgerTexts(LedgerPages):
    """Ledger pages as a poor scan would give them in text, for language models without eyes.

    The prompt is the instruction and, below it, the page line by line, with characters that have
    lost their accent or their case. The target is the clean page, as for `LedgerPages`, whose
    arguments these are.

    Args:
        noise: chance of damage of each letter, 0..1.
        pages: everything else, see `LedgerPages`.
    """

    def __init__(self, noise: float = 0.05, **pages: object) -> None:
        super().__init__(**pages)  # type: ignore[arg-type]
        self.noise = noise

    def present(
        self, ledger: Ledger, rng: Random, part: Literal["train", "heldout"]
    ) -> tuple[str, tuple[ImageRef, ...]]:
        """Show a ledger as text: the prompt, and no images."""
        lines = [ledger.header]
        for row, (name, amount) in enumerate(ledger.rows):
            mark = f"[{ledger.margin}] " if ledger.margin and row == ledger.marked else ""
            lines.append(f"{mark}{name} {amount}".rstrip())
        lines.append(ledger.footer)
        scan = "".join(damage(c) if rng.random() < self.noise else c for c in "\n".join(lines))
        return f"{self.prompt}\n{scan}", ()


def damage(char: str) -> str:
    """Take the accent off a letter, or else change its case; anything else stays.

    >>> damage("ã"), damage("b"), damage("7")
    ('a', 'B', '7')
    """
    if not char.isalpha() or char == "º":
        return char
    bare = unicodedata.normalize("NFD", char)[0]
    return bare if bare != char else char.swapcase()
