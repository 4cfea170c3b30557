"""What counts as failing: one file a mode. A mode of your own needs no change here."""

from dharma_pl.failures.base import FailureMode, excerpt, find_all
from dharma_pl.failures.cross_field import CrossField
from dharma_pl.failures.empty import Empty
from dharma_pl.failures.invalid_json import InvalidJson
from dharma_pl.failures.premature_end import PrematureEnd
from dharma_pl.failures.prompt_echo import PromptEcho
from dharma_pl.failures.repetition import Repetition
from dharma_pl.failures.schema import Schema
from dharma_pl.failures.truncation import Truncation
from dharma_pl.failures.wrong_language import WrongLanguage
from dharma_pl.failures.wrong_script import WrongScript

__all__ = [
    "CrossField",
    "Empty",
    "FailureMode",
    "InvalidJson",
    "PrematureEnd",
    "PromptEcho",
    "Repetition",
    "Schema",
    "Truncation",
    "WrongLanguage",
    "WrongScript",
    "default_modes",
    "excerpt",
    "find_all",
]


def default_modes() -> list[FailureMode]:
    """The modes for a model that writes DharmaOCR's JSON: those that need no setting.

    >>> [mode.name for mode in default_modes()]
    ['repetition', 'truncation', 'empty', 'premature_end', 'invalid_json', 'schema', 'cross_field']
    """
    return [
        Repetition(), Truncation(), Empty(), PrematureEnd(), InvalidJson(), Schema(), CrossField(),
    ]  # fmt: skip
