"""Every mode is made from a configuration, by class path and settings."""

import inspect

import pytest
import yaml

from dharma_pl import failures
from dharma_pl.cli import function_parser
from dharma_pl.errors import UsageError
from dharma_pl.failures import FailureMode, Repetition
from dharma_pl.functional.repetition import find_repetition
from dharma_pl.records import Document, Output
from dharma_pl.stages.judge import describe

SETTINGS = {
    "Repetition": {"level": "broad", "thresholds": {"tail_symbols": 70}},
    "Truncation": {"thresholds": "thresholds.yaml"},
    "Empty": {"min_share": 0.1},
    "PrematureEnd": {"min_ratio": 0.3, "min_length": 10},
    "PromptEcho": {"min_share": 0.5, "min_words": 4},
    "CrossField": {"fields": ["title", "text"], "min_words": 5},
    "InvalidJson": {},
    "Schema": {"schema": "dharma_ocr"},
    "WrongScript": {"scripts": ["Latin", "Grek"]},
    "WrongLanguage": {"languages": ["pt"], "min_words": 20},
}


def modes_of(module):
    classes = [value for _, value in inspect.getmembers(module, inspect.isclass)]
    return {c.__name__ for c in classes if issubclass(c, FailureMode) and c is not FailureMode}


def test_all_modes_load_by_class_path(tmp_path, monkeypatch):
    assert set(SETTINGS) == modes_of(failures)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "thresholds.yaml").write_text("tail_symbols: 80\n")
    modes = [
        {"class_path": f"dharma_pl.failures.{name}", "init_args": settings}
        for name, settings in SETTINGS.items()
    ]
    config = {"outputs": "a", "documents": "b", "out": "c", "failure_modes": modes}
    (tmp_path / "judge.yaml").write_text(yaml.safe_dump(config))
    parser = function_parser("judge")
    parsed = parser.parse_args(["--config", "judge.yaml"])
    made = (getattr(parser, "instantiate", None) or parser.instantiate_classes)(parsed)
    assert [type(mode).__name__ for mode in made.failure_modes] == list(SETTINGS)
    assert len({mode.name for mode in made.failure_modes}) == len(SETTINGS)
    settings = {m.name: describe(m)["settings"] for m in made.failure_modes}
    assert settings["repetition"]["thresholds"]["tail_symbols"] == 70
    assert settings["truncation"]["thresholds"]["tail_symbols"] == 80
    assert list(settings["cross_field"]["fields"]) == ["title", "text"]


TEXTS = {
    "exact": "Total: " + "12,50 de arroz, " * 40,
    "counter": " ".join(f"Parcela {n} de cem, vence no dia dez;" for n in range(90)),
    "clean": "Recebi de Dona Maria um saco de feijão preto",
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_level_says_which_loops_count(name):
    text = TEXTS[name]
    loop = find_repetition(text, "length")
    counts = {
        "exact": loop is not None and loop.label == "exact",
        "strict": loop is not None and loop.strict,
        "broad": loop is not None,
    }
    output, document = Output("page", 0, text, (), (), "length"), Document("page", "Transcribe.")
    found = {level: bool(Repetition(level).find(output, document)) for level in counts}
    assert found == counts
    assert found["exact"] == (name == "exact")


def test_a_level_that_there_is_not():
    with pytest.raises(UsageError, match="level must be one of exact, strict, broad, got 'wide'"):
        Repetition("wide")
