"""Rivals do what their sources promise; real files are found; the bench writes its figures."""

import json
import random
import sys
from collections import Counter
from pathlib import Path

import bench_degeneration
import pytest
from degeneration import material as m
from degeneration import readings as readings_of
from degeneration import real_files, rivals, scoring, throughput
from degeneration.sample import Sample, Truth

from dharma_pl.functional.repetition import count_symbols
from dharma_pl.functional.statistics import wilson_interval

PROSE = m.prose(random.Random(1), 1500)
SENTENCE = "O segurado deve apresentar o pedido por escrito em até trinta dias. "
ROW = "| Feijão preto | UN | 12,50 | Mercado Central |\n"
COUNTER = "".join(f"{i}. {m.sentence(random.Random(7), 9, 9)}\n" for i in range(60))
DOTS = PROSE + "Total " + "." * 120
GLUED = "Sala 12 bloco B; "
HEADING = "## Seção\n\nO mesmo parágrafo de sempre, palavra por palavra, e mais nada.\n\n"

# name: (a text that the rule is there to catch, one that its source says or its numbers mean it
# misses)
CASES = {
    "DharmaOCR rule": (PROSE + SENTENCE * 5, PROSE + "".join(f"item {i} " for i in range(90))),
    "Nougat truncate": (PROSE + SENTENCE * 2, PROSE + SENTENCE * 9 + "\ufffd"),
    "Surya": (PROSE + "a a a a " * 20 + ". .", PROSE + SENTENCE * 20),
    "Chandra": (PROSE + SENTENCE * 6, PROSE + m.prose(random.Random(2), 400) * 6),
    "olmOCR bench": (PROSE + "ab, " * 40, PROSE + GLUED * 40),
    "vLLM (1, 20, 3)": (PROSE + "sim não " * 6, PROSE + HEADING * 20),
    "llama.cpp (16, 1024, 4)": (PROSE + HEADING * 5, PROSE + HEADING * 3),
    "Whisper 2.4": (SENTENCE * 12, PROSE),
    "Gopher": (PROSE + ROW * 60, PROSE),
    "PaddleOCR-VL": (SENTENCE * 12, PROSE + SENTENCE * 30),
    "gemini-cli": (PROSE + SENTENCE * 12, ROW * 60),
    "MinerU charts": (PROSE + ROW * 2, COUNTER),
}


@pytest.mark.parametrize("name", rivals.RIVALS)
def test_rival_catches_and_misses_what_its_source_says(name: str) -> None:
    caught, missed = CASES[name]
    assert rivals.RIVALS[name](caught, "length")
    assert not rivals.RIVALS[name](missed, "length")


@pytest.mark.parametrize("name", rivals.RIVALS)
def test_rival_takes_any_text(name: str) -> None:
    for text in ("", " ", "\n", "a", "\ud800", "\0" * 3, "。", "```\n", "<table"):
        assert rivals.RIVALS[name](text, None) in (True, False)


def test_only_the_dharma_rule_asks_for_the_finish_reason() -> None:
    text = PROSE + SENTENCE * 12
    changed = [
        name for name, rule in rivals.RIVALS.items() if rule(text, "eos") != rule(text, "length")
    ]
    assert changed == ["DharmaOCR rule"]


def test_rules_at_their_thresholds() -> None:
    assert rivals.chandra("a" * 17, None)
    assert not rivals.chandra("b" + "a" * 16, None)
    assert rivals.olmocr_bench("x" + "ab" * 31, None)
    assert not rivals.olmocr_bench("x" + "ab" * 30, None)
    assert rivals.mineru("x " + "-" * 20, None)
    assert not rivals.mineru("x " + "-" * 19, None)
    thirty = "abcdefghijklmnopqrstuvwxyz0123"
    assert rivals.nougat_truncate("x" * 5 + thirty * 2, None)
    assert not rivals.nougat_truncate("x" * 5 + thirty[:29] * 2, None)


def test_real_files_are_capped_and_the_same_each_time() -> None:
    found = list(real_files.real_files("dev", 30))
    assert found == list(real_files.real_files("dev", 30))
    assert len({sample.category for sample in found}) >= 3  # a bare Python has so many at least
    files = {sample.id.rsplit("#", 1)[0]: sample for sample in found}
    per_package = Counter((sample.category, sample.kind) for sample in files.values())
    assert max(per_package.values()) <= real_files.PER_PACKAGE
    assert max(Counter(s.id.rsplit("#", 1)[0] for s in found).values()) <= real_files.MOST_CUTS
    for sample in random.Random(0).sample(found, 20):
        whole = Path(sample.id.rsplit("#", 1)[0]).read_bytes().decode()
        assert sample.text in whole.replace("\r\n", "\n")
        assert sample.text
        assert sample.finish_reason == "length"


def test_a_package_is_in_one_half_with_its_licences() -> None:
    assert real_files.half_of("numpy") == real_files.half_of("numpy-2.4.6.dist-info")
    assert {real_files.half_of(name) for name in map(str, range(50))} == {"dev", "test"}


def verdict(label: str | None, start: int, period: int) -> scoring.Verdict:
    """A counter of 70 repeated symbols at 100 whose units are 20 characters, and what was said."""
    truth = Truth("counter", 100, 600, 20, 20, 70)
    sample = Sample("id", "kind", "counter: kind", "text", "length", truth)
    found = scoring.Found(label, 0.9, start, period) if label else None
    said = (label == "exact", label in scoring.STRICT, label is not None)
    return scoring.Verdict(sample, found, dict(zip(scoring.OURS, said, strict=True)))


def test_targets_count_what_their_names_say() -> None:
    loops = [
        verdict("counter", 100, 20),
        verdict("counter", 121, 20),  # one character further than a unit
        verdict("exact", 80, 40),  # a multiple of the period
        verdict("drift", 120, 40),  # broad only, so its period is not judged
        verdict(None, 0, 0),
    ]
    scored = scoring.targets(loops, [], [])
    found = {target.name: target for target in scored}
    figures = {name: (t.rate.hits, t.rate.n) for name, t in found.items() if t.rate.n}
    assert figures == {
        "strict recall, exact and counter": (3, 5),
        "broad recall, exact and counter": (4, 5),
        "broad recall, all labels": (4, 5),
        "start within one unit, exact and counter": (3, 4),
        "primitive period, where constant": (2, 3),
    }
    assert not any(target.reached for target in found.values())  # no pages: nothing is known


def test_what_readers_doubt_is_no_false_positive(tmp_path: Path) -> None:
    folder = tmp_path / "owner+name"
    folder.mkdir()
    readings = tmp_path / "readings.csv"
    readings.write_text(
        "cut,found,one_reader,other_reader\n"
        "owner/name/a+b.csv#0,exact,loop,clean\nowner/name/c.csv#1,drift,clean,clean\n"
    )
    is_clean = readings_of.read_as_clean(readings, [folder])
    real = [
        scoring.Verdict(
            Sample(f"{folder}/{cut}", "", "", "", "length", None), None,
            {"ours strict": strict, "ours broad": True, scoring.ONLINE: False},
        )
        for cut, strict in (("a+b.csv#0", True), ("c.csv#1", False), ("nobody read.md#0", True))
    ]  # fmt: skip
    assert list(map(is_clean, real)) == [False, True, True]
    as_read = {
        target.name: target.rate.hits
        for target in scoring.targets([], [], real, is_clean)
        if "real files" in target.name
    }
    assert as_read == {
        "strict false positives, real files": 2,
        "broad false positives, real files": 3,
        "strict false positives, real files as read": 1,
        "broad false positives, real files as read": 2,
    }


@pytest.mark.parametrize("symbols", [1000, 10_000])
def test_texts_to_time_are_as_long_as_asked(symbols: int) -> None:
    timed = throughput.texts(symbols)
    assert len(timed) % 3 == 0
    assert all(0.8 < count_symbols(text) / symbols < 1.2 for text in timed)


def test_bench_writes_its_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "bench.json"
    options = ["--per-kind", "1", "--real", "2", "--no-throughput", "--offenders", "1"]
    monkeypatch.setattr(sys, "argv", ["bench", *options, "--json", str(out)])
    bench_degeneration.main()
    figures = json.loads(out.read_text(encoding="utf-8"))
    pages = figures["tables"]["overall"]["false positives, clean pages"]["DharmaOCR rule"]
    assert pages["n"] == figures["samples"]["pages"]
    assert (pages["low"], pages["high"]) == wilson_interval(pages["hits"], pages["n"])
    labels = figures["tables"]["recall by label"]
    assert set(labels) == {"exact", "counter", "drift", "low_novelty"}
    long = figures["tables"]["overall"]["recall, loops of all labels"]["ours broad"]["n"]
    assert sum(rates["ours broad"]["n"] for rates in labels.values()) == long
    strict = figures["targets"]["strict recall, exact and counter"]
    assert strict["reached"] == (strict["share"] >= 0.9)
    printed = capsys.readouterr().out
    assert "missed altogether" in printed
    assert f"{strict['hits']}/{strict['n']}" in printed
