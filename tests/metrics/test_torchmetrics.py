"""Both metrics by hand, in batches, and over two processes of which one sees nothing."""

import math
from pathlib import Path

import pytest
import torch
import torch.distributed as dist
import torch.multiprocessing as mp

from dharma_pl.metrics import DegenerationRate, TranscriptionScore

LOOP = "arroz doce, " * 40
TEXTS = [LOOP, LOOP, "Total 12,50", "Total 12,", LOOP[:100], LOOP, ("a " * 9 + "fim\n") * 3]
REASONS = ["length", "eos", "eos", "length", "abort", None, "length"]
PREDICTIONS = ["um quilo de feijão", "dois", '{"text": "a b c d e"}']
TARGETS = ["um quilo de feijão", "tres", '{"text": "a b c d f", "margin": ""}']


def values(metric) -> dict[str, float]:
    return {name: value.item() for name, value in metric.compute().items()}


def wilson(k: int, n: int) -> tuple[float, float]:
    z = 1.959963984540054
    centre = (k + z * z / 2) / (n + z * z)
    half = z / (n + z * z) * math.sqrt(k * (n - k) / n + z * z / 4)
    return centre - half, centre + half


def expected_rates() -> dict[str, float]:
    low, high = wilson(2, 7)
    return {
        "rate": 2 / 7,  # the loop that hit the limit, and what was aborted as one
        "ci_low": low,
        "ci_high": high,
        "dharma_rate": 1 / 7,
        "hit_limit_rate": 3 / 7,
        "truncated_rate": 2 / 7,
        "n": 7,
    }


def expected_scores() -> dict[str, float]:
    edit, overlap = (1 + 1 / 4 + 8 / 9) / 3, (1 + 0 + 0.2**0.25) / 3
    return {"edit_similarity": edit, "bleu": overlap, "score": (edit + overlap) / 2}


def test_degeneration_rate_by_hand():
    metric = DegenerationRate()
    metric.update(TEXTS, REASONS)
    assert values(metric) == pytest.approx(expected_rates(), abs=1e-6)


def test_transcription_score_by_hand():
    metric = TranscriptionScore()
    metric.update(PREDICTIONS, TARGETS)
    assert values(metric) == pytest.approx(expected_scores(), abs=1e-6)


def test_batches_add_up_and_reset_forgets():
    rate, score = DegenerationRate(), TranscriptionScore()
    for text, reason in zip(TEXTS, REASONS, strict=True):
        rate.update([text], [reason])
    rate.update([], [])
    for prediction, target in zip(PREDICTIONS, TARGETS, strict=True):
        score.update([prediction], [target])
    score.update([], [])
    assert values(rate) == pytest.approx(expected_rates(), abs=1e-6)
    assert values(score) == pytest.approx(expected_scores(), abs=1e-6)
    rate.reset()
    rate.update(["Total 12,50"], ["eos"])
    assert values(rate)["rate"] == 0
    assert values(rate)["ci_high"] == pytest.approx(wilson(0, 1)[1], abs=1e-6)


def test_forward_gives_the_rates_of_the_batch():
    metric = DegenerationRate()
    assert metric([LOOP], ["length"])["rate"] == 1
    assert metric(["Total"], ["eos"])["rate"] == 0
    assert values(metric)["rate"] == 0.5


def test_rates_of_nothing_are_nan_in_an_interval_that_says_so():
    metric = DegenerationRate()
    metric.update([], [])
    rates = values(metric)
    assert math.isnan(rates["rate"])
    assert (rates["ci_low"], rates["ci_high"], rates["n"]) == (0, 1, 0)


def test_states_are_sums_of_whole_numbers():
    metric = DegenerationRate()
    metric.update(TEXTS, REASONS)
    assert {state.dtype for state in metric.metric_state.values()} == {torch.long}
    assert metric.metric_state["truncated"] == 2


@pytest.mark.parametrize("metric", [DegenerationRate(), TranscriptionScore()])
def test_sides_of_different_length_are_refused(metric):
    with pytest.raises(ValueError, match="but got 1 for 2"):
        metric.update(["a", "b"], ["eos"])


def test_an_unheard_finish_reason_is_refused():
    with pytest.raises((ValueError, TypeError), match="finish_reason"):
        DegenerationRate().update(["a"], ["stop"])


SHARES = ((slice(0, 2), slice(2, None)), (slice(0, None), slice(0, 0)))
"""What either rank sees: first unevenly, then one of them nothing at all."""


def _on_one_rank(rank: int, folder: str) -> None:
    dist.init_process_group("gloo", init_method=f"file://{folder}/store", rank=rank, world_size=2)
    try:
        results = []
        for shares in SHARES:
            rate, score = DegenerationRate(), TranscriptionScore()
            rate.update(TEXTS[shares[rank]], REASONS[shares[rank]])
            score.update(PREDICTIONS[shares[rank]], TARGETS[shares[rank]])
            results.append((values(rate), values(score)))
        torch.save(results, f"{folder}/{rank}.pt")
    finally:
        dist.destroy_process_group()


@pytest.mark.ddp
def test_two_processes_agree_with_one(tmp_path: Path):
    mp.spawn(_on_one_rank, args=(str(tmp_path),), nprocs=2)
    for rank in range(2):
        results = torch.load(tmp_path / f"{rank}.pt")
        assert len(results) == len(SHARES)
        for rates, scores in results:
            assert rates == pytest.approx(expected_rates(), abs=1e-6)
            assert scores == pytest.approx(expected_scores(), abs=1e-6)
