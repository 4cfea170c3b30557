"""Losses by name in real fits: which need a reference, which options go together."""

import logging
import math
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from dharma_pl.cli import check_arguments, main
from dharma_pl.data.preference import PreferenceData
from dharma_pl.errors import DataError, UsageError
from dharma_pl.models import reference as reference_module
from dharma_pl.models.forward import pair_logprobs
from dharma_pl.models.objective import LossOptions, Objective

LOSSES = {
    "sigmoid": {"loss": "sigmoid"},
    "smoothed": {"label_smoothing": 0.1},
    "sigmoid_norm": {"loss": "sigmoid_norm", "beta": 5.0},
    "robust": {"loss": "robust", "label_smoothing": 0.1},
    "hinge": {"loss": "hinge"},
    "ipo": {"loss": "ipo", "beta": 0.01},
    "ipo_norm": {"loss": "ipo_norm"},
    "dpop": {"loss": "dpop", "loss_options": LossOptions(dpop_lambda=5.0)},
    "odpo": {"loss": "odpo", "loss_options": LossOptions(odpo_alpha=2.0)},
    "ld": {"loss": "sigmoid", "loss_options": LossOptions(ld_alpha=0.3)},
    "mixed": {"loss": {"sigmoid": 0.8, "ipo_norm": 0.2, "sft": 0.5, "unlikelihood": 0.1}},
    "simpo": {"loss": "simpo", "beta": 2.0, "loss_options": LossOptions(simpo_gamma=0.5)},
    "unlikelihood": {"loss": {"sft": 1.0, "unlikelihood": 1.0}},
    "sft": {"loss": "sft"},
}
FREE = ("simpo", "unlikelihood", "sft")


@pytest.fixture
def fit(trainer, record, make_dpo, llama, text_documents, llama_pairs):
    def run(*, steps=2, rate=1e-3, pairs=llama_pairs, data=None, trainer_=None, **options):
        seen = record()
        module = make_dpo(llama, "full", rate, **options)
        prefs = PreferenceData(pairs, text_documents, llama, **({"batch_size": 4} | (data or {})))
        settings = {"max_steps": steps, "max_epochs": -1, "callbacks": [seen]} | (trainer_ or {})
        trainer(**settings).fit(module, prefs)
        return module, seen

    return run


@pytest.mark.parametrize("name", LOSSES)
def test_every_loss_trains_and_logs_itself(fit, name, tmp_path):
    _, seen = fit(steps=3, rate=2e-3, data={"batch_size": 8, "val_fraction": 0.0}, **LOSSES[name])
    losses = seen.column("train/loss")
    assert all(map(math.isfinite, losses))
    assert losses[-1] < losses[0]
    last = seen.steps[-1]
    assert (tmp_path / "reference").exists() == (name not in FREE)
    assert ("train/displacement/chosen" in last) == (name not in FREE)
    assert ("train/loss/preference" in last) == (name not in ("sft", "unlikelihood"))
    assert ("train/loss/unlikelihood" in last) == (name in ("mixed", "unlikelihood"))
    assert {"train/loss/sft", "train/length/rejected_share"} <= last.keys()
    if name == "mixed":
        parts = {"sigmoid": 0.8, "ipo_norm": 0.2}
        assert last["train/loss/preference"] == pytest.approx(
            sum(weight * last[f"train/loss/{part}"] for part, weight in parts.items()), rel=1e-5
        )
        assert losses[-1] == pytest.approx(
            last["train/loss/preference"] + 0.5 * last["train/loss/sft"]
            + 0.1 * last["train/loss/unlikelihood"], rel=1e-5,
        )  # fmt: skip


def test_without_a_reference_nothing_is_computed_and_the_log_says_why(fit, monkeypatch, caplog):
    monkeypatch.setattr(
        reference_module, "reference_rows", lambda *_: pytest.fail("a reference was computed")
    )
    with caplog.at_level(logging.INFO, logger="dharma_pl"):
        _, seen = fit(**LOSSES["simpo"])
    assert "no reference and no step-0 gate: simpo reads the policy alone" in caplog.text
    assert seen.column("train/rewards/accuracy")


@pytest.mark.parametrize("workers", [0, 1])
def test_without_a_reference_prompts_are_checked_before_the_first_step_too(
    trainer, make_dpo, record, qwen, page_documents, pairs_of, write_pairs, tmp_path, workers
):
    """The last document spells an image token, which only encoding tells."""
    lines = Path(page_documents).read_text().splitlines()
    spelled = lines[7].replace("Read page", "Read <|image_pad|> page")
    assert spelled != lines[7]
    documents = Path(page_documents).with_name("spelled.jsonl")
    documents.write_text("\n".join([*lines[:7], spelled]) + "\n")
    pairs, seen = write_pairs(tmp_path / "pairs", pairs_of(qwen)), record()
    data = PreferenceData(pairs, str(documents), qwen, batch_size=1, num_workers=workers)
    with pytest.raises(DataError, match=r"^pair page-07/0: [^\n]*do not fit[^\n]*$"):
        trainer(max_steps=50, callbacks=[seen]).fit(make_dpo(qwen, loss="simpo", beta=2.0), data)
    assert not seen.steps


def test_one_loss_with_weight_one_is_that_loss(fit, trained_weights):
    """Old options and new say the same thing."""
    old, _ = fit(sft_weight=0.3)
    new, _ = fit(loss={"sigmoid": 1.0, "sft": 0.3})
    for name, value in trained_weights(old).items():
        assert value.equal(trained_weights(new)[name]), name


@pytest.mark.parametrize("precision", ["bf16-mixed", "bf16-true"])
def test_bf16_weights_and_900_rejected_tokens_leave_no_margin_at_step_0(
    precision, trainer, record, make_dpo, builders, pairs_of, write_pairs, text_documents, tmp_path
):
    """Sums in bf16 would lie 32 nats apart up there; TRL's cache once left a margin of 0.8."""
    model = builders.llama(tmp_path / "long", max_position_embeddings=2048)
    pairs = [
        replace(p, rejected=replace(p.rejected, token_ids=(p.rejected.token_ids * 90)[:900]))
        for p in pairs_of(model)[:2]
    ]
    seen = record()
    data = PreferenceData(write_pairs(tmp_path / "pairs", pairs), text_documents, model,
                          batch_size=1)  # fmt: skip
    trainer(max_steps=1, precision=precision, callbacks=[seen]).fit(make_dpo(model), data)
    for side in ("chosen", "rejected"):
        assert abs(seen.column(f"train/rewards/{side}")[0]) <= 1e-3
    assert seen.column("train/loss")[0] == pytest.approx(math.log(2), abs=1e-3)
    assert seen.column("train/length/rejected_share")[0] > 0.9


def test_explicit_unlikelihood_makes_the_loop_unlikely_and_the_page_likely(fit, llama):
    def loop_probability(module):
        data = module.trainer.datamodule
        batch = next(iter(data.train_dataloader()))
        with torch.no_grad():
            sides = pair_logprobs(module.loaded, batch["inputs"], "shared")
        positions = torch.arange(sides.rejected.shape[1])
        loop = sides.rejected_mask & (positions >= batch["onset"][:, None])
        return sides.rejected[loop].exp().mean(), sides.chosen[sides.chosen_mask].mean()

    options = {"rate": 5e-3, "data": {"batch_size": 8}}
    start, _ = fit(steps=1, loss="sft", **(options | {"rate": 0.0}))
    with_term, _ = fit(steps=12, loss={"sft": 1.0, "unlikelihood": 5.0}, **options)
    without, _ = fit(steps=12, loss="sft", **options)
    before, page_before = loop_probability(start)
    after, page_after = loop_probability(with_term)
    plain, _ = loop_probability(without)
    assert after < 0.5 * min(before, plain)
    assert page_after > page_before


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"loss": "kto"}, "kto.*expected some of sigmoid"),
        ({"loss": {}}, "expected some of"),
        ({"loss": {"sigmoid": 0.0}}, "loss.sigmoid=0.0"),
        ({"loss": {"sigmoid": math.inf}}, "loss.sigmoid=inf"),
        ({"beta": 0.0}, "beta=0.0"),
        ({"label_smoothing": 0.5}, "label_smoothing=0.5"),
        ({"loss": "hinge", "label_smoothing": 0.1}, "read by sigmoid.*loss is hinge"),
        ({"sft_weight": -1.0}, "sft_weight=-1.0"),
        ({"loss": {"sigmoid": 1.0, "sft": 0.1}, "sft_weight": 0.2}, "not beside a weight"),
        ({"options": LossOptions(ld_alpha=1.5)}, "ld_alpha=1.5"),
        ({"options": LossOptions(dpop_lambda=-1.0)}, "dpop_lambda=-1.0"),
        ({"loss": "simpo", "options": LossOptions(ld_alpha=0.5)}, "ld_alpha=0.5: read by sigmoid"),
        ({"options": LossOptions(simpo_gamma=2.0)}, "simpo_gamma=2.0: read by simpo"),
        ({"options": LossOptions(odpo_alpha=2.0)}, "odpo_alpha=2.0: read by odpo"),
    ],
)
def test_what_makes_no_sense_is_bad_usage(options, words):
    with pytest.raises(UsageError, match=words):
        Objective(**options)


@pytest.mark.parametrize(
    ("loss", "change", "words"),
    [
        ("odpo", {"score_gap": None}, "pair page-00/0 has no score_gap"),
        ({"sft": 1.0, "unlikelihood": 1.0}, {"onset": None}, "none of 2 pairs.*onset"),
    ],
)
def test_pairs_that_lack_what_a_loss_reads_are_refused_before_the_first_step(
    fit, llama, pairs_of, write_pairs, tmp_path, loss, change, words
):
    pairs = [replace(pair, **change) for pair in pairs_of(llama)[:2]]
    with pytest.raises(DataError, match=words):
        fit(loss=loss, pairs=write_pairs(tmp_path / "pairs", pairs))


def test_from_the_command_line(capsys):
    """One name, or weights; a mistake is one line and exit code 2."""
    base = ["fit", "--config", "configs/dpo.yaml"]
    check_arguments([*base, "--model.loss", "{dpop: 1, unlikelihood: 0.3}",
                     "--model.loss_options.dpop_lambda", "5", "--model.alarm.window",
                     "5"])  # fmt: skip
    assert main([*base, "--model.loss", "nonsense"]) == 2
    assert "expected some of sigmoid" in capsys.readouterr().err
