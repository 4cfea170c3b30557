"""The output does not have the shape it was asked for."""

import json
from pathlib import Path
from typing import Any

from jsonschema.exceptions import SchemaError, ValidationError, best_match
from jsonschema.protocols import Validator
from jsonschema.validators import Draft202012Validator, validator_for
from referencing import Registry
from referencing.exceptions import Unresolvable

from dharma_pl.errors import DataError
from dharma_pl.failures.base import FailureMode, excerpt
from dharma_pl.functional.similarity import parse_json
from dharma_pl.records import Document, Finding, Output

_FIELDS = ("header", "margin", "footer", "text")
BUILT_IN: dict[str, dict[str, Any]] = {
    "dharma_ocr": {
        "type": "object",
        "properties": {field: {"type": "string"} for field in _FIELDS},
        "required": list(_FIELDS),
        "additionalProperties": False,
    }
}
"""`dharma_ocr` is the strict reading of the paper: each of the four fields, perhaps empty."""


class Schema(FailureMode):
    """The output does not satisfy a JSON Schema; what is not JSON at all satisfies none.

    The evidence is `path` (where in the JSON) and `rule` (the schema keyword it breaks).

    Args:
        schema: a JSON Schema, the path of a JSON file that holds one, or `dharma_ocr`.

    Raises:
        DataError: if the schema cannot be read, is none, or refers to something outside itself.
    """

    name = "schema"

    def __init__(self, schema: dict[str, Any] | str = "dharma_ocr") -> None:
        self._validator = _validator(schema)

    def find(self, output: Output, document: Document) -> list[Finding]:
        """One finding, the most telling breach of the schema, or none."""
        try:
            value = parse_json(output.text)
            error = best_match(self._validator.iter_errors(value))
        except (ValueError, RecursionError):
            return [self._finding(output, "not JSON, or too deeply nested", {})]
        except Unresolvable as error:
            msg = f"Schema: refers to {error.ref:.200}, which is not part of it: include it"
            raise DataError(msg) from None
        if error is None:
            return []
        path = excerpt(error.json_path)
        reason = f"{path}: {_message(error)}"
        return [self._finding(output, reason, {"path": path, "rule": str(error.validator)})]

    def _finding(self, output: Output, reason: str, evidence: dict[str, str]) -> Finding:
        return Finding(self.name, 1.0, 0, len(output.text), reason, evidence)


def _message(error: ValidationError) -> str:
    """The library's own words, of which model output can be a large part: both ends of them."""
    if len(error.message) <= 160:
        return excerpt(error.message, 160)
    return f"{excerpt(error.message)} ... {excerpt(error.message[-80:])}"


def _validator(schema: dict[str, Any] | str) -> Validator:
    loaded = _load(schema) if isinstance(schema, str) else schema
    where = schema if isinstance(schema, str) else "given in the configuration"
    kind = validator_for(loaded, default=Draft202012Validator)
    try:
        kind.check_schema(loaded)
    except SchemaError as error:
        msg = f"Schema {where}: not a JSON Schema at {error.json_path}: {error.message:.200}"
        raise DataError(msg) from None
    # An empty registry: a `$ref` to the network is an error, not a download.
    return kind(loaded, registry=Registry())


def _load(schema: str) -> Any:
    if schema in BUILT_IN:
        return BUILT_IN[schema]
    try:
        return json.loads(Path(schema).read_text(encoding="utf-8"))
    except OSError:
        known = ", ".join(BUILT_IN)
        msg = f"Schema {schema}: expected a readable JSON file or one of: {known}"
    except ValueError as error:
        msg = f"Schema {schema}: expected a JSON file, but {error}"
    raise DataError(msg)
