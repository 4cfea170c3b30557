"""The embedded corpus and the tiny models that read it."""

from dharma_pl.demo.corpus import LedgerPages
from dharma_pl.demo.texts import LedgerTexts

__all__ = ["LedgerPages", "LedgerTexts"]
