"""Imports go down one list of layers, those inside functions too."""

import ast
from pathlib import Path

import dharma_pl

LAYERS = (
    "__main__", "cli", "lightning_cli", "demo", "stages", "callbacks", "models", "data", "metrics",
    "judges", "failures", "thresholds", "functional", "artifacts", "schemas", "records", "ranks",
    "errors",
)  # fmt: skip
ROOT = Path(dharma_pl.__file__).parent


def imported(path):
    """Layers of this package that a file imports from."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("dharma_pl."))


def test_imports_go_down():
    files = [path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py"]
    layers = {path: path.relative_to(ROOT).with_suffix("").parts[0] for path in files}
    assert set(layers.values()) == set(LAYERS)
    up = {
        f"{path.relative_to(ROOT)} imports {other}"
        for path, layer in layers.items()
        for other in imported(path)
        if other in LAYERS and LAYERS.index(other) < LAYERS.index(layer)
    }
    assert up == set()
