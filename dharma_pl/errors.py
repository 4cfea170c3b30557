"""Errors that a user can mend: printed in one line, without a traceback, with an exit code."""


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
