"""Errors that a user can mend: printed in one line, without a traceback, with an exit code."""

from pathlib import PurePath


class DharmaError(Exception):
    """Base of the errors the command line prints in one line.

    Attributes:
        exit_code: what the process exits with.
    """

    exit_code = 1


class DataError(DharmaError):
    """The data or an artifact is not usable: names the file, row or field and the mend."""


class GateError(DharmaError):
    """A run-time gate failed: training would have gone on with wrong numbers."""


class UsageError(DharmaError):
    """A flag or a configuration value makes no sense."""

    exit_code = 2


class FailedElsewhere(DharmaError):
    """Another rank has failed and prints why: this one ends with its exit code and is silent."""

    def __init__(self, exit_code: int, rank: int) -> None:
        super().__init__(f"rank {rank} has failed")
        self.exit_code = exit_code


def shown(path: PurePath | str) -> str:
    """A path for a message, quoted where it could break the line or the terminal."""
    text = str(path)
    return text if text.isprintable() else repr(text)


def reason(error: Exception) -> str:
    """The first line of an error's message."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__
