"""Both metrics by hand, in batches, and over two processes of which one sees nothing."""

import itertools
import math
import pickle
from pathlib import Path

import matplotlib as mpl
import pytest
import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from matplotlib import pyplot as plt
from torchmetrics import MetricCollection

from dharma_pl.functional.degeneration import Counts, degeneration_rate
from dharma_pl.functional.excess import excess_repetition
from dharma_pl.functional.repetition import find_repetition
from dharma_pl.metrics import DegenerationRate, TranscriptionScore

mpl.use("agg")

LOOP = "arroz doce, " * 40
CLOSED = "x" * 60 + "arroz doce, feijão; " * 200 + " e assim termina a lista.\n"
COUNTER = "".join(f"Parcela {number}/400 paga; " for number in range(1, 180))
TEXTS = [LOOP, LOOP, "Total 12,50", "Total 12,", LOOP[:100], LOOP, ("a " * 9 + "fim\n") * 3, CLOSED]
REASONS = ["length", "eos", "eos", "length", "abort", None, "length", "eos"]
PAGES = [None, LOOP, "Total 12,50", None, None, None, None, "arroz doce"]
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
    rates = {}
    # The loop that hit the limit, the one that was closed, and what was aborted as one.
    for name, k in {"": 3, "exact_": 2, "broad_": 3, "dharma_": 1}.items():
        rates[f"{name}rate"] = k / 8
        rates[f"{name}ci_low"], rates[f"{name}ci_high"] = wilson(k, 8)
    wasted = (480 - 12) + (4000 - 20)
    excess = [excess_repetition(t, page) for t, page in zip(TEXTS, PAGES, strict=True) if page]
    return rates | {
        "hit_limit_rate": 3 / 8,
        "truncated_rate": 2 / 8,
        "recovered_rate": 1 / 8,
        "wasted_share": wasted / sum(map(len, TEXTS)),
        "er4": sum(excess) / 3,
        "n": 8,
    }


def expected_scores() -> dict[str, float]:
    edit, overlap = (1 + 1 / 4 + 8 / 9) / 3, (1 + 0 + 0.2**0.25) / 3
    return {
        "edit_similarity": edit,
        "bleu": overlap,
        "score": (edit + overlap) / 2,
        "wer": (0 + 1 + 1) / (4 + 1 + 5),
        "cer": (0 + 3 + 1) / (18 + 4 + 9),
        "length_ratio": 1.0,
    }


def test_degeneration_rate_by_hand():
    metric = DegenerationRate()
    metric.update(TEXTS, REASONS, PAGES)
    assert values(metric) == pytest.approx(expected_rates(), abs=1e-6)


def test_transcription_score_by_hand():
    metric = TranscriptionScore()
    metric.update(PREDICTIONS, TARGETS)
    assert values(metric) == pytest.approx(expected_scores(), abs=1e-6)


def test_batches_add_up_and_reset_forgets():
    rate, score = DegenerationRate(), TranscriptionScore()
    for text, reason, page in zip(TEXTS, REASONS, PAGES, strict=True):
        rate.update([text], [reason], [page])
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


def test_rates_are_the_functional_ones_and_er4_needs_targets():
    metric = DegenerationRate()
    metric.update(TEXTS, REASONS)
    rates = {name: x.item() for name, x in degeneration_rate(TEXTS, REASONS).items()}
    assert values(metric) == pytest.approx(rates, nan_ok=True)
    assert math.isnan(rates["er4"])


def test_labels_are_nested_as_the_detector_gives_them():
    texts, reasons = [LOOP, COUNTER, "Total", LOOP], ["length", "length", "length", "abort"]
    loops = [find_repetition(text, reason) for text, reason in zip(texts, reasons, strict=True)]
    rates = degeneration_rate(texts, reasons)
    assert rates["exact_rate"] == sum(x is not None and x.label == "exact" for x in loops) / 4
    assert rates["rate"] == sum(x is not None and x.strict for x in loops) / 4
    assert rates["broad_rate"] == sum(x is not None for x in loops) / 4
    assert rates["exact_rate"] <= rates["rate"] <= rates["broad_rate"]


def test_histograms_of_onset_and_period():
    metric = DegenerationRate()
    metric.update(["ab" * 5 + LOOP, CLOSED, "y" * 600 + LOOP], ["length", "eos", "length"])
    onsets, periods = metric.histograms()
    assert onsets.tolist() == [2, 0, 0, 0, 0, 1, 0, 0, 0, 0]  # 600 of 1080 characters
    assert periods.tolist() == [0, 0, 0, 2, 1, *[0] * 11]  # 12 characters twice, 20 once


def test_token_ids_are_counted_in_tokens_and_judged_by_their_text():
    """Tokens of one, two and no characters."""

    def decode(ids):
        pieces = [("", "a", "b ")[token] for token in ids]
        return "".join(pieces), [*itertools.accumulate(map(len, pieces))]

    ids = [1, *[2, 1, 0] * 100]  # "ab ab ab ..."
    metric = DegenerationRate(decode)
    metric.update([ids], ["length"])
    loop = find_repetition(decode(ids)[0], "length")
    assert (loop.start, loop.period) == (0, 3)
    rates = values(metric)
    assert rates["rate"] == 1
    assert rates["wasted_share"] == pytest.approx((301 - 2) / 301)  # all but "a" and "b "


def test_token_ids_without_a_decoder_are_refused():
    with pytest.raises(ValueError, match="give `decode`"):
        DegenerationRate().update([[1, 2]], ["eos"])


def test_states_are_sums_of_whole_numbers():
    metric = DegenerationRate()
    metric.update(TEXTS, REASONS)
    assert {state.dtype for state in metric.metric_state.values()} == {torch.long}
    assert Counts(*metric.metric_state["counts"].tolist()).truncated == 2


def test_metrics_move_and_pickle_and_collect():
    """States follow `to`; a collection of both logs one flat dict of scalars."""
    both = MetricCollection({"rate": DegenerationRate(), "score": TranscriptionScore()})
    both["rate"].update(TEXTS, REASONS, PAGES)
    both["score"].update(PREDICTIONS, TARGETS)
    computed = pickle.loads(pickle.dumps(both)).compute()
    assert computed["ci_low"] == pytest.approx(expected_rates()["ci_low"])
    assert computed["cer"] == pytest.approx(expected_scores()["cer"])
    assert all(value.numel() == 1 for value in computed.values())
    assert {x.device.type for x in both.to("meta")["rate"].metric_state.values()} == {"meta"}


@pytest.mark.parametrize(
    ("metric", "given", "shown"),
    [
        (DegenerationRate(), (TEXTS, REASONS), "recovered_rate"),
        (TranscriptionScore(), (PREDICTIONS, TARGETS), "bleu"),
    ],
)
def test_plots_show_what_lies_between_0_and_1(metric, given, shown):
    one = metric(*given)
    for values_given, points in ((None, 1), (one, 1), ([one, one], 2)):
        figure, axes = metric.plot(values_given)
        lines = {line.get_label(): line.get_ydata() for line in axes.get_lines()}
        assert shown in lines
        assert not lines.keys() & {"n", "wer", "length_ratio"}
        assert len(lines[shown]) == points
        plt.close(figure)


def test_error_rates_of_empty_targets_are_nan_and_of_loops_beyond_1():
    metric = TranscriptionScore()
    metric.update(["a b"], [""])
    assert math.isnan(values(metric)["wer"])
    metric.update(["a b c d e f"], ["a"])
    assert values(metric)["wer"] == 7  # two of the first, five of the second, one word
    assert values(metric)["length_ratio"] == 14


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
            mine = shares[rank]
            rate.update(TEXTS[mine], REASONS[mine], PAGES[mine])
            score.update(PREDICTIONS[mine], TARGETS[mine])
            onsets, periods = rate.histograms()
            results.append((values(rate), values(score), onsets.tolist(), periods.tolist()))
            assert rate.onsets.tolist() != onsets.tolist() or rank == 0  # unsynced again
        torch.save(results, f"{folder}/{rank}.pt")
    finally:
        dist.destroy_process_group()


@pytest.mark.ddp
def test_two_processes_agree_with_one(tmp_path: Path):
    mp.spawn(_on_one_rank, args=(str(tmp_path),), nprocs=2)
    for rank in range(2):
        results = torch.load(tmp_path / f"{rank}.pt")
        assert len(results) == len(SHARES)
        for rates, scores, onsets, periods in results:
            assert rates == pytest.approx(expected_rates(), abs=1e-6)
            assert scores == pytest.approx(expected_scores(), abs=1e-6)
            assert onsets == [2, *[0] * 9]
            assert periods == [0, 0, 0, 1, 1, *[0] * 11]
