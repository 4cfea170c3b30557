"""Every block of the README does what it says."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from PIL import Image

from dharma_pl.cli import VERBS, check_arguments, main
from dharma_pl.data.documents import load_documents
from dharma_pl.failures import FailureMode
from dharma_pl.models import Backbone
from dharma_pl.records import Document, Output
from dharma_pl.stages.pairs import PairRule
from dharma_pl.stages.plan import GpuStage, Sections, plan_steps

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, flags=re.DOTALL)


def blocks(language):
    return [text for kind, text in BLOCKS if kind == language]


def own_mode():
    [source] = blocks("python")
    namespace = {}
    exec(compile(source, "my_modes.py", "exec"), namespace)  # the README's own code
    return source, namespace["TalksToReader"]


def test_the_kinds_of_blocks_are_all_tested_here():
    assert {kind for kind, _ in BLOCKS} == {"bash", "json", "yaml", "python"}


def test_the_two_commands_install_what_they_run():
    demo, tests, _ = blocks("bash")
    for command, extra, runs in ((demo, ".[demo]", "run"), (tests, ".[test]", "pytest")):
        words = shlex.split(command)
        assert words.count("&&") == 2
        assert extra in words
        assert runs in words
        assert (ROOT / words[words.index("-c") + 1]).is_file()
    words = shlex.split(demo)
    assert (ROOT / words[words.index("--config") + 1]).is_file()


def test_the_row_of_documents_is_read(tmp_path):
    [row] = blocks("json")
    (tmp_path / "scans").mkdir()
    Image.new("RGB", (32, 32), "white").save(tmp_path / json.loads(row)["image"])
    path = tmp_path / "scans.jsonl"
    path.write_text(row, encoding="utf-8")
    [document] = load_documents(path, prompt="Transcribe this page as JSON.")
    assert json.loads(document.target)["text"] == "Feijão 1,20"
    assert len(document.images) == 1


def test_the_run_of_ones_own_parses_down_to_its_last_stage(tmp_path, monkeypatch):
    mine, judge, _ = map(yaml.safe_load, blocks("yaml"))
    source, _ = own_mode()
    (tmp_path / "my_modes.py").write_text(source, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    sections = Sections(
        documents=mine["documents"],
        backbone=Backbone(**mine["backbone"]),
        trainer=mine["trainer"] | {"accelerator": "cpu"},
        **{name: GpuStage(**mine[name]) for name in ("sft", "sample", "dpo", "evaluate")},
        judge=judge["judge"],
        rule=PairRule(**judge["rule"]),
    )
    for step in plan_steps(sections, tmp_path / "run", seed=0):
        path = tmp_path / "step.yaml"
        path.write_text(yaml.safe_dump(dict(step.config)), encoding="utf-8")
        check_arguments([step.verb, "--config", str(path)])


def test_the_failure_mode_of_ones_own_is_short_and_finds():
    source, mode = own_mode()
    assert issubclass(mode, FailureMode)
    code = [line for line in source.splitlines() if line.strip() and not line.startswith("#")]
    assert len(code) <= 10
    document = Document("page", "Transcribe.")
    output = Output("page", 0, "As an AI, I", (1, 2), (5, 11), "eos")
    [finding] = mode().find(output, document)
    assert finding.mode == "talks_to_reader"
    clean = Output("page", 0, "Feijão 1,20", (1, 2), (5, 11), "eos")
    assert mode().find(clean, document) == []


def test_the_commands_for_outputs_of_any_model_run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    rows = [
        {"text": "Total: " + "arroz doce, " * 40, "finish_reason": "length", "model": "a"},
        {"text": "Um quilo de feijão e meio litro de azeite.", "model": "b"},
    ]
    Path("outputs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    targets = [{"target": f"Recibo {n}: {n * n} quilos de arroz."} for n in range(20)]
    Path("targets.jsonl").write_text("".join(json.dumps(row) + "\n" for row in targets))
    *_, commands = blocks("bash")
    for command in commands.splitlines():
        assert main(shlex.split(command)[3:]) == 0
    found = [json.loads(line) for line in Path("findings.jsonl").read_text().splitlines()]
    assert [row["degenerate"] for row in found] == [True, False]
    assert Path("thresholds.yaml").is_file()
    assert "arroz doce" in capsys.readouterr().out


def test_the_losses_parse_beside_the_shipped_configuration(tmp_path, monkeypatch):
    *_, losses = blocks("yaml")
    (tmp_path / "losses.yaml").write_text(losses)
    monkeypatch.chdir(ROOT)
    config = ["--config", "configs/dpo.yaml", "--config", str(tmp_path / "losses.yaml")]
    check_arguments(["fit", *config])
    (tmp_path / "losses.yaml").write_text(losses.replace("loss:", "losss:"))
    with pytest.raises(SystemExit):
        check_arguments(["fit", *config])


def test_the_table_of_verbs_is_the_programs():
    listed = set(re.findall(r"^\| `(\w+)` \|", README, flags=re.MULTILINE))
    assert listed <= set(VERBS)
    assert set(VERBS) - listed == {"validate"}


def test_the_help_lists_every_verb():
    done = subprocess.run(
        [sys.executable, "-m", "dharma_pl", "--help"], capture_output=True, text=True, check=True
    )
    assert all(verb in done.stdout for verb in VERBS)
