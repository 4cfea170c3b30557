"""The verbs. GPU stages are Lightning's own; the others are plain functions, parsed alike."""

import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn, cast

from dharma_pl.errors import DataError, DharmaError, FailedElsewhere, UsageError, shown

if TYPE_CHECKING:
    from jsonargparse import ArgumentParser

    from dharma_pl.artifacts import Manifest
    from dharma_pl.errors import DharmaError

VERBS = {
    "run": "the whole loop, from documents to the report; goes on where it stopped",
    "fit": "train: SFT or DPO, by the configuration",
    "validate": "one pass over the validation data",
    "test": "one pass over the test data",
    "predict": "sample outputs, or fill the reference cache",
    "scan": "how much of any file of outputs is degenerate; no model needed",
    "calibrate": "thresholds that your own targets do not trip",
    "documents": "read, check and split documents",
    "judge": "find failures in outputs and score them",
    "pairs": "make preference pairs of outputs and verdicts",
    "check": "look for what cannot be trained on in documents and pairs; exit code 1 if there is",
    "reference": "look after the cache of reference log-probs: list, verify, prune",
    "report": "compare stages: rates with intervals, paired tests, a figure",
}
FILE_VERBS = ("scan", "calibrate")
"""Verbs that take FILE... and start fast: they load nothing but themselves."""
LIGHTNING_VERBS = ("fit", "validate", "test", "predict")

USAGE = "python -m dharma_pl VERB --config FILE.yaml [--key value ...]"


def main(args: list[str] | None = None) -> int:
    """Run one verb; returns the exit code.

    0 done, 1 the data or a gate failed, 2 bad usage. An error that a user can mend is one line.
    """
    arguments = sys.argv[1:] if args is None else args
    if not arguments or arguments[0] in ("-h", "--help"):
        print(_help())
        return 0 if arguments else 2
    verb = arguments[0]
    if verb not in VERBS:
        print(f"error: unknown verb {verb!r}: expected one of {', '.join(VERBS)}", file=sys.stderr)
        return 2
    try:
        dispatch(arguments)
    except KeyboardInterrupt:
        print("interrupted: what is finished stays; the same command goes on", file=sys.stderr)
        return 130
    except Exception as error:
        mendable = _mendable(error)
        if mendable is None:
            raise
        if not isinstance(mendable, FailedElsewhere):
            print(f"error: {mendable}", file=sys.stderr)
        if verb in LIGHTNING_VERBS:
            from dharma_pl.ranks import let_first_rank_end

            let_first_rank_end()
        return mendable.exit_code
    return 0


def _mendable(error: BaseException | None) -> "DharmaError | None":
    """The error of ours behind an exception: parsers wrap what constructors raise."""
    from lightning.fabric.utilities.exceptions import MisconfigurationException

    if isinstance(error, OSError) and error.strerror and error.filename is not None:
        path = error.filename2 or error.filename
        return DataError(f"{shown(path)} cannot be read or written ({error.strerror})")
    while error is not None and not isinstance(error, DharmaError):
        if isinstance(error, MisconfigurationException):
            return UsageError(str(error).strip().splitlines()[0])
        error = error.__cause__
    return error


def dispatch(arguments: list[str]) -> None:
    """Run one verb in this process; errors are raised."""
    from dharma_pl.artifacts import Manifest

    verb, *rest = arguments
    if verb in LIGHTNING_VERBS:
        from dharma_pl.lightning_cli import run_lightning

        run_lightning(verb, rest)
    else:
        parser = function_parser(verb)
        if verb in FILE_VERBS:  # written with hyphens too, as such programs mostly are
            rest = [_underscored(word) for word in rest]
        parsed = parser.parse_args(rest)
        # The plug-ins named in a run's sections are made by the verbs that use them.
        instantiate = getattr(parser, "instantiate", None) or parser.instantiate_classes  # < 4.49
        values = parsed.as_dict() if verb == "run" else instantiate(parsed).as_dict()
        values.pop("config", None)
        if verb == "run":  # which calls the others, and must not import what is above it
            values["verbs"] = sys.modules[__name__]
        result = _function(verb)(**values)
        if isinstance(result, Manifest):
            print(_summary(result))


def _underscored(word: str) -> str:
    """`--group-by=x-y` to `--group_by=x-y`; anything but an option comes back unchanged."""
    name, equals, value = word.partition("=")
    return "--" + name[2:].replace("-", "_") + equals + value if word.startswith("--") else word


def _summary(manifest: "Manifest") -> str:
    """One line on what a stage made."""
    return f"{manifest.rows} {manifest.kind}: {manifest.notes['summary']}"


def check_arguments(arguments: list[str]) -> None:
    """Parse one verb's arguments and configuration; a mistake ends the program with code 2."""
    verb, *rest = arguments
    if verb in LIGHTNING_VERBS:
        from dharma_pl.lightning_cli import run_lightning

        run_lightning(verb, rest, check_only=True)
    else:
        function_parser(verb).parse_args(rest)


def _help() -> str:
    lines = [f"usage: {USAGE}", ""]
    lines += [f"  {name:<10} {text}" for name, text in VERBS.items()]
    lines += ["", "python -m dharma_pl VERB --help lists a verb's options."]
    return "\n".join(lines)


def function_parser(verb: str) -> "ArgumentParser":
    """The parser of a plain stage function, from its signature and docstring."""
    from jsonargparse import ArgumentParser

    class Parser(ArgumentParser):
        """Says what is wrong in one line, without the usage."""

        def error(self, message: str, ex: Exception | None = None) -> NoReturn:
            if self.exit_on_error:
                print(f"error: {' '.join(message.split())} (see {self.prog} -h)", file=sys.stderr)
                self.exit(2)
            super().error(message, ex)

    parser = Parser(prog=f"python -m dharma_pl {verb}", description=VERBS[verb])
    parser.add_argument("--config", action="config", help="YAML file with the options below")
    skip: set[str | int] = {"files", "verbs"}
    if verb in FILE_VERBS:
        parser.add_argument("files", nargs="*", metavar="FILE", help="what to read", default=[])
    parser.add_function_arguments(_function(verb), as_group=False, skip=skip)
    for action in parser._actions:  # `--verify` alone says `--verify true`
        if getattr(action, "_typehint", None) is bool:
            action.nargs, action.const = "?", "true"
    return parser


def _function(verb: str) -> Callable[..., Any]:
    if verb in FILE_VERBS:
        module = import_module(f"dharma_pl.stages.{verb}")
        return cast(Callable[..., Any], getattr(module, verb))
    import dharma_pl.data  # noqa: F401  # so that configurations can say class names alone
    from dharma_pl.stages import verbs

    return cast(Callable[..., Any], getattr(verbs, verb))
