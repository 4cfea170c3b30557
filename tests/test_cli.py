"""The command line: help, bad usage, one-line errors, exit codes."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
import yaml

from dharma_pl.cli import VERBS, main


def write(folder, name="config.yaml", **values):
    path = folder / name
    path.write_text(yaml.safe_dump(values))
    return str(path)


def fails(arguments, code, capfd):
    """Exit code and the last line of stderr; never a traceback."""
    try:
        got = main(arguments)
    except SystemExit as error:
        got = error.code
    error = capfd.readouterr().err
    assert got == code, error
    assert "Traceback" not in error
    return error


def test_help_lists_every_verb(capfd):
    assert main(["--help"]) == 0
    out = capfd.readouterr().out
    for verb, text in VERBS.items():
        assert verb in out
        assert text in out
    assert main([]) == 2


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(verb, capfd):
    with pytest.raises(SystemExit) as caught:
        main([verb, "--help"])
    assert caught.value.code == 0
    assert "--config" in capfd.readouterr().out


@pytest.mark.parametrize("verb", ["documents", "judge", "pairs", "report", "run"])
def test_help_is_drawn_from_docstrings(verb, capfd):
    with pytest.raises(SystemExit):
        main([verb, "--help"])
    out = capfd.readouterr().out
    assert "folder" in out
    assert "--out" in out


def test_an_unknown_verb_names_the_known_ones(capfd):
    error = fails(["trian"], 2, capfd)
    assert "'trian'" in error
    assert "fit" in error


@pytest.mark.parametrize("verb", VERBS)
def test_an_unknown_flag_is_bad_usage(verb, capfd):
    assert "nonsense" in fails([verb, "--nonsense", "1"], 2, capfd)


@pytest.mark.parametrize(
    ("verb", "config", "word"),
    [
        ("judge", {"outputs": "a", "documents": "b", "out": "c", "overwrit": True}, "overwrit"),
        ("pairs", {"outputs": "a", "verdicts": "b", "documents": "c", "out": "d", "processor": "e",
                   "rule": {"keep_period": 3}}, "keep_period"),
        ("pairs", {"outputs": "a", "verdicts": "b", "documents": "c", "out": "d", "processor": "e",
                   "rule": {"chosen": "worst"}}, "worst"),
        ("fit", {"model": {"class_path": "dharma_pl.models.DPOModule",
                           "init_args": {"backbone": {"name_or_path": "x"}, "betta": 1}}}, "betta"),
        ("fit", {"trainer": {"max_step": 1}}, "max_step"),
        ("run", {"documents": {"source": "x"}, "backbone": {"name": "x"}}, "name"),
    ],
)  # fmt: skip
def test_a_typo_in_a_configuration_is_named(verb, config, word, capfd, tmp_path):
    assert word in fails([verb, "--config", write(tmp_path, **config)], 2, capfd)


def test_a_configuration_that_is_not_there(capfd, tmp_path):
    assert "nowhere.yaml" in fails(["judge", "--config", str(tmp_path / "nowhere.yaml")], 2, capfd)


def test_a_missing_option_is_named(capfd):
    assert "outputs" in fails(["judge"], 2, capfd)


def test_bad_data_is_one_line_and_exit_1(capfd, tmp_path):
    error = fails(
        ["documents", "--source", str(tmp_path / "none.jsonl"), "--out", str(tmp_path / "out")],
        1, capfd,
    )  # fmt: skip
    assert error.startswith("error: ")
    assert error.count("\n") == 1
    assert "none.jsonl" in error


def gpu(model, documents, **init):
    return {
        "trainer": {"accelerator": "cpu", "devices": 1, "logger": False, "max_steps": 1,
                    "enable_checkpointing": False, "enable_progress_bar": False,
                    "enable_model_summary": False,
                    "default_root_dir": tempfile.mkdtemp()},
        "model": {"class_path": "SFTModule", "init_args": {"backbone": {"name_or_path": model}}},
        "data": {"class_path": "SFTData", "init_args": {"documents": documents, **init}},
    }  # fmt: skip


@pytest.mark.parametrize("verb", ["fit", "validate", "test"])
def test_gpu_verbs_run_from_a_short_configuration(verb, llama, text_documents, tmp_path, capfd):
    config = gpu(llama, text_documents)
    if verb != "fit":
        config["trainer"].pop("max_steps")
    assert main([verb, "--config", write(tmp_path, **config)]) == 0
    if verb == "test":
        assert "test/loss" in capfd.readouterr().out


def test_a_model_without_weights_is_one_line_and_exit_1(capfd, text_documents, llama, tmp_path):
    config = write(tmp_path, **gpu(str(tmp_path / "nowhere"), text_documents))
    error = fails(["fit", "--config", config], 1, capfd)
    (line,) = [line for line in error.splitlines() if line.startswith("error: ")]
    assert "nowhere" in line


def test_a_bad_value_found_late_is_exit_2(capfd, llama, text_documents, tmp_path):
    config = gpu(llama, text_documents)
    config["model"] = {
        "class_path": "DPOModule",
        "init_args": {"backbone": {"name_or_path": llama}, "beta": -1.0},
    }
    error = fails(["fit", "--config", write(tmp_path, **config)], 2, capfd)
    assert "beta=-1.0" in error


def test_a_module_without_a_test_says_so(capfd, llama, text_documents, tmp_path):
    """What a verb cannot do it says in one line."""
    config = gpu(llama, text_documents)
    config["trainer"].pop("max_steps")
    init = {"backbone": {"name_or_path": llama}, "out": str(tmp_path / "out")}
    config["model"] = {"class_path": "SamplingModule", "init_args": init}
    config["data"]["class_path"] = "SamplingData"
    error = fails(["test", "--config", write(tmp_path, **config)], 2, capfd)
    assert error.splitlines()[-1].startswith("error: ")


def test_nothing_to_test_on_is_one_line(capfd, llama, text_documents, tmp_path):
    lines = Path(text_documents).read_text().splitlines()
    rows = [line for line in lines if "heldout" not in line]
    (tmp_path / "train.jsonl").write_text("\n".join(rows) + "\n")
    config = gpu(llama, str(tmp_path / "train.jsonl"))
    config["trainer"].pop("max_steps")
    error = fails(["test", "--config", write(tmp_path, **config)], 1, capfd)
    assert "no heldout documents with a target to test on" in error.splitlines()[-1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["scan", "FILE", "--nope", "3"],
        ["scan", "FILE", "--workers", "x"],
        ["calibrate", "FILE"],
        ["calibrate", "FILE", "--out", "FOLDER"],
        ["judge"],
        ["judge", "--config", "MISSING"],
        ["judge", "--judge", "nope", "--outputs", "a", "--documents", "b", "--out", "c"],
        ["run", "--nope", "3"],
    ],
    ids=" ".join,
)
def test_bad_usage_is_one_line(arguments, capfd, tmp_path):
    texts = tmp_path / "texts.jsonl"
    texts.write_text('{"text": "a", "target": "b"}\n')
    names = {"FILE": str(texts), "FOLDER": str(tmp_path), "MISSING": str(tmp_path / "no.yaml")}
    error = fails([names.get(word, word) for word in arguments], 2, capfd)
    (line,) = error.splitlines()
    assert line.startswith("error: ")


@pytest.mark.parametrize("under", ["file", "folder of nobody"])
def test_where_nothing_can_be_written_is_one_line(under, capfd, tmp_path):
    texts = tmp_path / "texts.jsonl"
    texts.write_text('{"text": "a", "target": "b"}\n')
    place = texts if under == "file" else "/proc/nobody"  # which not even root may write to
    for verb in ("scan", "calibrate"):
        error = fails([verb, str(texts), "--out", f"{place}/out.yaml"], 1, capfd)
        (line,) = error.splitlines()
        assert line.startswith(f"error: {place}")
        assert "cannot be read or written" in line
    assert texts.read_text() == '{"text": "a", "target": "b"}\n'


def test_print_config_is_a_configuration(capfd, llama, text_documents, tmp_path):
    with pytest.raises(SystemExit):
        main(["fit", "--config", write(tmp_path, **gpu(llama, text_documents)), "--print_config"])
    printed = yaml.safe_load(capfd.readouterr().out)
    assert printed["model"]["init_args"]["backbone"]["name_or_path"] == llama
    assert "beta" not in printed["model"]["init_args"]


def test_as_a_program(tmp_path):
    """`python -m dharma_pl` itself: exit codes reach the shell, stdout stays clean."""

    def call(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "dharma_pl", *arguments], capture_output=True, text=True,
            check=False, env=os.environ | {"OMP_NUM_THREADS": "1"},
        )  # fmt: skip

    assert call("--help").returncode == 0
    unknown = call("trian")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    bad = call("documents", "--source", str(tmp_path / "x.jsonl"), "--out", str(tmp_path / "o"))
    assert bad.returncode == 1
    assert bad.stdout == ""
    assert bad.stderr.count("\n") == 1
