"""The benchmarks' harness at toy sizes, without TRL: figures are not looked at, sameness is."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).parent.parent / "tools"


def run(tool: str, out: Path, *arguments: str) -> dict:
    command = [sys.executable, str(TOOLS / tool), "--json", str(out), *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(out.read_text())


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["toy_vision", "toy_text"])
def test_both_sides_of_the_dpo_benchmark_do_the_same_work(shape, tmp_path):
    sizes = ("--model", "tiny", "--repeats", "1", "--steps", "2", "--warmup", "1")
    result = run(
        "bench_dpo.py", tmp_path / "out.json", "--rival", "plain", "--shape", shape, *sizes
    )
    facts = result[shape]["facts"]
    assert facts["tokens_a_pair"] == facts["prompt_tokens"] + 6 + 10
    assert facts["image_tokens"] == (6 if shape == "toy_vision" else 0)
    for trainable in ("full", "lora"):
        report = result[shape][trainable]
        assert report["plain"]["same_logps"]
        assert report["plain"]["same_trainable_parameters"]
        assert report["ours"]["cached_reference"]
        assert not report["plain"]["cached_reference"]
        for rival in ("ours", "plain"):
            (timed,) = report["runs"][rival]
            assert len(timed["step_seconds"]) == 2
            assert timed["losses"][0] == pytest.approx(0.693147, abs=1e-5)
            assert timed["peak_rss_bytes"] > timed["imports_rss_bytes"] > 2**26
    ratios = [result[shape][t]["plain"]["step_ratio"]["median"] for t in ("full", "lora")]
    assert result[shape]["step_ratio"] == min(ratios)  # the less favourable stands on top


@pytest.mark.slow
def test_methods_of_the_logprob_benchmark_agree(tmp_path):
    result = run(
        "bench_logprobs.py", tmp_path / "out.json", "--method", "dharma", "full", "--vocabulary",
        "500", "--tokens", "40", "--width", "16", "--repeats", "1", "--head", "trained", "frozen",
    )  # fmt: skip
    assert len(result["cases"]) == 4
    for case in result["cases"]:
        ours, full = case["results"]["dharma"], case["results"]["full"]
        assert ours["sum_of_logprobs"] == pytest.approx(full["sum_of_logprobs"], rel=1e-2)
        assert ours["grad_norm"] == pytest.approx(full["grad_norm"], rel=1e-2)
