"""Every file in configs/ runs as it is shipped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from dharma_pl.artifacts import read_manifest
from dharma_pl.cli import check_arguments, main

ROOT = Path(__file__).parents[1]
CONFIGS = ROOT / "configs"
STEPS = {
    "sft": "fit",
    "sample": "predict",
    "judge": "judge",
    "pairs": "pairs",
    "reference": "predict",
    "dpo": "fit",
    "evaluate": "predict",
}
RUNS = ("demo", "demo_text")


def test_no_file_is_forgotten():
    assert {path.stem for path in CONFIGS.glob("*.yaml")} == {*STEPS, *RUNS}


@pytest.mark.parametrize("name", STEPS)
def test_a_step_parses_as_shipped(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    check_arguments([STEPS[name], "--config", f"configs/{name}.yaml"])


@pytest.mark.parametrize("path", sorted((CONFIGS / "trainer").glob("*.yaml")), ids=lambda p: p.stem)
def test_a_trainer_file_goes_with_a_step(path, monkeypatch):
    monkeypatch.chdir(ROOT)
    check_arguments(["fit", "--config", "configs/dpo.yaml", "--trainer", str(path)])


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    """A folder in which the shipped paths mean what they mean in a clone."""
    folder = tmp_path_factory.mktemp("clone")
    for name in ("configs", "dharma_pl"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def call(workplace, *arguments):
    environment = {**os.environ, "PYTHONWARNINGS": "default", "CUDA_VISIBLE_DEVICES": ""}
    done = subprocess.run(
        [sys.executable, "-m", "dharma_pl", *arguments],
        cwd=workplace, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done


@pytest.mark.slow
def test_the_steps_run_as_shipped_one_after_the_other(workplace):
    for name, verb in STEPS.items():
        call(workplace, verb, "--config", f"configs/{name}.yaml")
    steps = workplace / "runs" / "steps"
    for folder, kind in (
        ("sft/model", "model"), ("outputs", "outputs"), ("verdicts", "verdicts"),
        ("pairs", "pairs"), ("dpo/model", "model"), ("evaluate/outputs", "outputs"),
    ):  # fmt: skip
        assert read_manifest(steps / folder, kind)


@pytest.mark.parametrize("name", RUNS)
def test_a_run_parses_as_shipped_down_to_its_last_stage(name, tmp_path, monkeypatch):
    """The whole runs take minutes: their stages' settings are checked, and two cheap ones run."""
    monkeypatch.chdir(ROOT)
    config = yaml.safe_load((CONFIGS / f"{name}.yaml").read_text(encoding="utf-8"))
    source = config["documents"]["source"]
    for split in ("train", "validation", "heldout", "legitimate"):
        source["init_args"][split] = 3
    config["backbone"]["name_or_path"] = str(tmp_path / "missing")
    path = tmp_path / f"{name}.yaml"
    path.write_text(yaml.safe_dump(config), encoding="utf-8")
    # All configurations are checked before the first stage runs; SFT then finds no model.
    assert main(["run", "--config", str(path), "--out", str(tmp_path / "run")]) == 1
    assert read_manifest(tmp_path / "run" / "documents", "documents").rows == 12
    assert len(list((tmp_path / "run" / "configs").glob("*.yaml"))) == 17
