"""The detector's thresholds, read from the YAML file that `calibrate` writes."""

import math
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import yaml

from dharma_pl.errors import DataError
from dharma_pl.functional.thresholds import Thresholds

CALIBRATION = "calibration"
"""Key of the file under which `calibrate` keeps what it measured; it decides nothing."""

ThresholdsLike = str | Path | Mapping[str, Any] | Thresholds | None
"""What every verb, metric and failure mode accepts."""


def load_thresholds(source: ThresholdsLike = None) -> Thresholds:
    """Thresholds from a YAML file or a mapping; what is not given keeps its default.

    Args:
        source: a file as `calibrate` writes it, its fields, thresholds, or None for the defaults.

    Raises:
        DataError: the file cannot be read, or holds a field that there is not or a value that
            makes no sense.

    >>> load_thresholds(None) == load_thresholds({}) == Thresholds()
    True
    """
    if isinstance(source, Thresholds):
        return source
    where = f"thresholds {source}" if isinstance(source, str | Path) else "thresholds"
    values = _read(Path(source)) if isinstance(source, str | Path) else dict(source or {})
    values.pop(CALIBRATION, None)
    defaults = asdict(Thresholds())
    unknown = ", ".join(f"{name!r:.80}" for name in values if name not in defaults)
    if unknown:
        expected = ", ".join(defaults)
        message = f"{where}: unknown field {unknown:.400}, expected {expected}"
        raise DataError(f"{message}; what an earlier version wrote is made anew with calibrate")
    for name, value in values.items():
        _check(where, name, value, defaults[name])
    try:
        return Thresholds(**values)
    except (TypeError, ValueError) as error:
        raise DataError(f"{where}: {error}") from error


def _read(path: Path) -> dict[Any, Any]:
    try:
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        message = f"thresholds {path}: cannot be read ({error}): make it with calibrate"
        raise DataError(message) from error
    except (yaml.YAMLError, RecursionError) as error:
        problem = str(error).replace("\n", " ")[:200]
        raise DataError(f"thresholds {path}: is not YAML ({problem})") from error
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        kind = type(loaded).__name__
        raise DataError(f"thresholds {path}: expected a mapping of field to number, got a {kind}")
    return loaded


def _check(where: str, name: str, value: Any, default: Any) -> None:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not math.isfinite(value) or value < 0:
        raise DataError(f"{where}: {name} must be a number of at least 0, got {value!r:.80}")
    if isinstance(default, int) and not isinstance(value, int):
        raise DataError(f"{where}: {name} must be a whole number, got {value!r}")


def dump_thresholds(thresholds: Thresholds, calibration: Mapping[str, Any] | None = None) -> str:
    """YAML text that `load_thresholds` reads, every field in it.

    >>> load_thresholds(yaml.safe_load(dump_thresholds(Thresholds()))) == Thresholds()
    True
    """
    values = {field.name: getattr(thresholds, field.name) for field in fields(thresholds)}
    if calibration is not None:
        values[CALIBRATION] = dict(calibration)
    text: str = yaml.safe_dump(values, sort_keys=False, allow_unicode=True)
    return text
