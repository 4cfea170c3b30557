"""What counts as failing: one file a mode. A mode of your own needs no change here."""

from dharma_pl.failures.base import FailureMode, excerpt, find_all
from dharma_pl.failures.empty import Empty
from dharma_pl.failures.invalid_json import InvalidJson
from dharma_pl.failures.repetition import Repetition
from dharma_pl.failures.schema import Schema
from dharma_pl.failures.truncation import Truncation

__all__ = [
    "Empty",
    "FailureMode",
    "InvalidJson",
    "Repetition",
    "Schema",
    "Truncation",
    "default_modes",
    "excerpt",
    "find_all",
]


def default_modes() -> list[FailureMode]:
    """The modes for a model that writes DharmaOCR's JSON.

    >>> [mode.name for mode in default_modes()]
    ['repetition', 'truncation', 'empty', 'invalid_json', 'schema']
    """
    return [Repetition(), Truncation(), Empty(), InvalidJson(), Schema()]
