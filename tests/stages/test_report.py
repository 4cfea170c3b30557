"""The report against numbers worked out by hand, and against hostile names."""

import io
import json
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from markdown_it import MarkdownIt
from PIL import Image
from rich.console import Console

from dharma_pl.errors import DataError, UsageError
from dharma_pl.stages.report import (
    Report,
    StageResult,
    StageRow,
    build_report,
    report_table,
    write_report,
)
from dharma_pl.stages.report_figure import render_figure
from dharma_pl.stages.report_text import duration, render_markdown

HOSTILE = "[red]x[/red] :smile: <b>|`$y_1$\x1b[31m\n# ![a](http://b)\\"


def make_row(i: int, degenerate: bool = False, score: float | None = 0.5) -> StageRow:
    return StageRow(f"d{i:03}", degenerate, degenerate, not degenerate, score, False)


def make_result(
    name: str, degenerate: int, n: int = 20, split: str = "heldout", score: float | None = 0.5
) -> StageResult:
    return StageResult(name, split, [make_row(i, i < degenerate, score) for i in range(n)])


def make_report(*results: StageResult, **settings: Any) -> Report:
    settings = {
        "seconds": {"sft": 83.24, "dpo": 3.0},
        "config": {"b": Path("x"), "a": (1e-6, float("inf"))},
        "versions": {"torch": "2.13"},
        "decoding": {"temperature": 0.0, "max_new_tokens": 512},
    } | settings
    return build_report(results, **settings)


def four_stages(split: str = "heldout") -> list[StageResult]:
    counts = {"vanilla": 10, "sft": 15, "sft_more": 12, "dpo": 3}
    return [make_result(name, count, split=split) for name, count in counts.items()]


def markdown_html(text: str) -> str:
    return MarkdownIt("commonmark", {"html": True}).enable("table").render(text)


def terminal(report: Report, width: int = 100) -> str:
    buffer = io.StringIO()
    Console(file=buffer, width=width, color_system=None).print(report_table(report))
    return buffer.getvalue()


class TestBuildReport:
    def test_stage_by_hand(self) -> None:
        rows = [make_row(0, True, 0.0), make_row(1, False, 1.0), make_row(2), make_row(3)]
        rows[1] = replace(rows[1], hit_limit=True, dharma_rule=True, valid=False)
        report = make_report(StageResult("sft", "heldout", rows))
        (stage,) = report["stages"]
        low, high = stage.pop("score_ci95")
        assert 0 <= low < 0.5 < high <= 1
        assert stage == {
            "name": "sft",
            "split": "heldout",
            "n": 4,
            "degenerate": 1,
            "rate": 0.25,
            "ci95": [0.0455873, 0.699358],  # (p + z²/2n ± z √(pq/n + z²/4n²)) / (1 + z²/n)
            "hit_limit_rate": 0.5,
            "valid_rate": 0.5,
            "dharma_rate": 0.25,
            "wasted_token_share": None,
            "score": 0.5,
            "score_n": 4,
        }
        assert report["comparisons"] == []
        assert report["seconds"] == {"sft": 83.2, "dpo": 3.0}
        assert report["config"] == {"a": [1e-6, "inf"], "b": "x"}
        assert list(report["config"]) == ["a", "b"]

    def test_comparison_by_hand(self) -> None:
        a = [make_row(i, degenerate=i < 8, score=0.5) for i in range(10)]
        b = [make_row(i, degenerate=i in (0, 9), score=0.625) for i in range(10)]
        report = make_report(StageResult("sft", "heldout", a), StageResult("dpo", "heldout", b))
        assert report["comparisons"] == [
            {
                "a": "sft",
                "b": "dpo",
                "split": "heldout",
                "n": 10,
                "degenerate_a": 8,
                "degenerate_b": 2,
                "only_a": 7,
                "only_b": 1,
                "relative_reduction": 0.75,
                "mcnemar_p": 0.0703125,  # 2 (1 + 8) / 2⁸
                "score_delta": 0.125,
                "score_delta_ci95": [0.125, 0.125],
                "score_n": 10,
            }
        ]

    def test_wasted_tokens_are_a_share_of_all_tokens(self) -> None:
        rows = [replace(make_row(i), tokens=10 * (i + 1), wasted_tokens=6 * i) for i in range(2)]
        report = make_report(StageResult("sft", "heldout", rows))
        assert report["stages"][0]["wasted_token_share"] == 0.2

    def test_row_order_does_not_matter(self) -> None:
        rng = random.Random(0)
        rows = [make_row(i, i % 3 == 0, rng.random()) for i in range(50)]
        shuffled = rng.sample(rows, len(rows))
        other = [replace(row, score=(row.score or 0) / 3) for row in rows]
        report = make_report(StageResult("a", "s", rows), StageResult("b", "s", other))
        again = make_report(StageResult("a", "s", shuffled), StageResult("b", "s", other))
        assert report == again

    @pytest.mark.parametrize(
        ("names", "expected"),
        [
            (
                ["vanilla", "sft", "sft_more", "dpo"],
                ["vanilla>sft", "sft>dpo", "sft>sft_more", "sft_more>dpo"],
            ),
            (
                ["vanilla", "sft", "dpo", "sft_more"],
                ["vanilla>sft", "sft>dpo", "sft>sft_more", "sft_more>dpo"],
            ),
            (["vanilla", "dpo", "dpo_2"], ["vanilla>dpo", "dpo>dpo_2"]),
            (["only"], []),
        ],
    )
    def test_default_comparisons(self, names: list[str], expected: list[str]) -> None:
        report = make_report(*(make_result(name, 3) for name in names))
        assert [f"{entry['a']}>{entry['b']}" for entry in report["comparisons"]] == expected

    def test_comparisons_can_be_chosen_and_are_made_in_every_split_that_has_both(self) -> None:
        results = [*four_stages(), *four_stages("legitimate")[:2]]
        report = make_report(*results, comparisons=[("vanilla", "dpo"), ("sft", "vanilla")])
        made = [(entry["split"], entry["a"], entry["b"]) for entry in report["comparisons"]]
        assert made == [
            ("heldout", "vanilla", "dpo"),
            ("heldout", "sft", "vanilla"),
            ("legitimate", "sft", "vanilla"),
        ]
        with pytest.raises(UsageError, match="no stage 'ppo', expected one of 'vanilla'"):
            make_report(*results, comparisons=[("vanilla", "ppo")])

    def test_missing_scores_are_null_and_do_not_stand_in_the_way(self) -> None:
        report = make_report(make_result("sft", 3, score=None), make_result("dpo", 0, score=None))
        assert report["stages"][0]["score"] is None
        assert report["stages"][0]["score_ci95"] is None
        assert report["comparisons"][0]["score_delta"] is None
        assert report["comparisons"][0]["score_delta_ci95"] is None
        assert report["comparisons"][0]["relative_reduction"] == 1.0
        assert "no score to compare" in render_markdown(report)

    def test_scores_are_compared_where_both_sides_have_one(self) -> None:
        a, b = make_result("sft", 0, n=4, score=0.25), make_result("dpo", 0, n=4, score=0.75)
        a.rows[0] = replace(a.rows[0], score=None)
        b.rows[1] = replace(b.rows[1], score=None)
        (entry,) = make_report(a, b)["comparisons"]
        assert (entry["n"], entry["score_n"], entry["score_delta"]) == (4, 2, 0.5)
        b.rows[2] = replace(b.rows[2], score=None)
        (entry,) = make_report(a, b)["comparisons"]
        assert (entry["score_n"], entry["score_delta"]) == (1, 0.5)
        assert entry["score_delta_ci95"] is None

    def test_no_reduction_of_a_rate_of_zero(self) -> None:
        report = make_report(make_result("sft", 0), make_result("dpo", 8))
        assert report["comparisons"][0]["relative_reduction"] is None
        assert "raises degeneration from none under SFT (0 → 8" in render_markdown(report)

    def test_errors_name_the_document(self) -> None:
        sft, dpo = make_result("sft", 3), make_result("dpo", 3)
        shorter = StageResult("dpo", "heldout", dpo.rows[:-1])
        with pytest.raises(DataError, match="'d019' is in stage 'sft' but missing in stage 'dpo'"):
            make_report(sft, shorter)
        shorter = StageResult("sft", "heldout", sft.rows[1:])
        with pytest.raises(DataError, match="'d000' is in stage 'dpo' but missing in stage 'sft'"):
            make_report(shorter, dpo)
        with pytest.raises(DataError, match=r"'sft'.*document 'd004' occurs twice"):
            make_report(StageResult("sft", "heldout", [*sft.rows, sft.rows[4]]))
        with pytest.raises(DataError, match="score of document 'd000' is nan"):
            make_report(StageResult("sft", "heldout", [make_row(0, score=float("nan"))]))
        with pytest.raises(DataError, match="stage 'sft', split 'heldout': no outputs"):
            make_report(StageResult("sft", "heldout", []))
        with pytest.raises(DataError, match="stage 'sft' occurs twice on split 'heldout'"):
            make_report(sft, sft)
        with pytest.raises(DataError, match="no stages"):
            make_report()

    def test_splits_may_hold_different_documents(self) -> None:
        report = make_report(make_result("sft", 3), make_result("sft", 1, n=5, split="legitimate"))
        assert [stage["n"] for stage in report["stages"]] == [20, 5]


class TestWriteReport:
    def test_writes_three_files_and_nothing_else(self, tmp_path: Path) -> None:
        report = make_report(*four_stages(), *four_stages("legitimate"))
        paths = write_report(report, tmp_path / "new" / "report")
        names = ["degeneration.png", "report.json", "report.md"]
        assert sorted(path.name for path in paths) == names
        assert sorted(path.name for path in (tmp_path / "new" / "report").iterdir()) == names
        assert json.loads((tmp_path / "new" / "report" / "report.json").read_text()) == report

    def test_the_same_results_give_the_same_bytes(self, tmp_path: Path) -> None:
        contents = []
        for name in "ab":
            write_report(make_report(*four_stages()), tmp_path / name)
            contents.append({p.name: p.read_bytes() for p in (tmp_path / name).iterdir()})
        assert contents[0] == contents[1]

    def test_replaces_an_older_report(self, tmp_path: Path) -> None:
        write_report(make_report(make_result("sft", 3)), tmp_path)
        write_report(make_report(make_result("sft", 4)), tmp_path)
        assert json.loads((tmp_path / "report.json").read_text())["stages"][0]["degenerate"] == 4
        assert "4 of 20" in (tmp_path / "report.md").read_text(encoding="utf-8")

    def test_lone_surrogates_do_not_stop_it(self, tmp_path: Path) -> None:
        write_report(make_report(make_result("a\ud800", 3), config={"x": "\udfff"}), tmp_path)
        assert json.loads((tmp_path / "report.json").read_text())["config"] == {"x": "?"}


class TestMarkdown:
    def test_tells_rates_and_comparisons(self) -> None:
        text = render_markdown(make_report(*four_stages(), *four_stages("legitimate")))
        assert "| SFT | 75.0 % [53.1, 88.8] | 15 of 20 | 0.500 [0.500, 0.500] |" in text
        assert "**SFT+DPO** lowers degeneration against SFT by 80 % relative (15 → 3 of 20" in text
        assert "McNemar p = 5e-4). Score +0.000 [+0.000, +0.000]: no detectable change." in text
        assert "**SFT** does not detectably change degeneration against vanilla (10 → 15" in text
        assert "- Held-out: yes (12 → 3 of 20 documents, p = 0.0039)." in text
        assert "- `max_new_tokens`: 512" in text
        assert "- `sft`: 1 min 23 s" in text
        assert markdown_html(text).count("<table>") == 2

    def test_does_not_claim_what_the_control_does_not_show(self) -> None:
        same = make_report(make_result("sft_more", 4), make_result("dpo", 3))
        assert "Held-out: not shown: the two do not differ" in render_markdown(same)
        worse = make_report(make_result("sft_more", 3), make_result("dpo", 15))
        assert "Held-out: no: further SFT does better" in render_markdown(worse)
        assert "raises degeneration against more SFT by 400 %" in render_markdown(worse)
        assert "None was run." in render_markdown(make_report(make_result("dpo", 3)))

    @pytest.mark.parametrize(("score", "words"), [(0.4, "it falls"), (0.6, "it rises")])
    def test_says_which_way_the_score_went(self, score: float, words: str) -> None:
        report = make_report(make_result("sft", 3), make_result("dpo", 3, score=score))
        assert f"{score - 0.5:+.3f}]: {words}." in render_markdown(report)

    def test_shows_hostile_names_as_text(self) -> None:
        results = [make_result("sft", 3, split=HOSTILE), make_result(HOSTILE, 3, split=HOSTILE)]
        settings = {HOSTILE: HOSTILE}
        report = make_report(*results, decoding=settings, versions=settings, seconds={HOSTILE: 1.0})
        text = render_markdown(report)
        html = markdown_html(text)
        assert "\x1b" not in text
        assert "<b>" not in html
        assert html.count("<img") == 1  # our own figure
        assert html.count("<h1>") == 1
        assert "[red]x[/red] :smile: &lt;b&gt;|`$y_1$" in html
        (body,) = html.split("</tbody>")[:-1]
        assert body.split("<tbody>")[1].count("<td") == 2 * 7


class TestTable:
    def test_fits_a_terminal_of_80_columns(self) -> None:
        text = terminal(make_report(*four_stages(), *four_stages("legitimate")), width=80)
        (line,) = {line for line in text.splitlines() if line.split()[:1] == ["SFT"]}
        assert " ".join(line.split()) == "SFT 75.0 % [53.1, 88.8] 15 0.500 25.0 % 75.0 %"
        assert text.count("held-out, n = 20") == text.count("legitimate, n = 20") == 1
        assert "greedy, max_new_tokens 512" in text

    def test_shows_hostile_names_as_text(self) -> None:
        report = make_report(make_result(HOSTILE, 3, split=HOSTILE), decoding={HOSTILE: HOSTILE})
        text = terminal(report, width=300)
        assert text.count("[red]x[/red] :smile: <b>|`$y_1$\N{REPLACEMENT CHARACTER}[31m") == 4
        assert "\x1b" not in text


COLOURS = {"sft": (0xE6, 0x9F, 0x00), "sft_more": (0x56, 0xB4, 0xE9), "dpo": (0x00, 0x72, 0xB2)}


class TestFigure:
    def heights(self, png: bytes) -> dict[str, tuple[int, int]]:
        """For each stage the tallest column of its colour in the left panel, and where it is."""
        image = np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))
        left = image[: int(0.88 * image.shape[0]), : image.shape[1] // 2]  # without the legend
        columns = {n: (left == c).all(axis=-1).sum(axis=0) for n, c in COLOURS.items()}
        return {name: (int(c.max()), int(c.argmax())) for name, c in columns.items()}

    def test_bars_are_as_high_as_the_rates_in_the_order_of_the_stages(self) -> None:
        heights = self.heights(render_figure(make_report(*four_stages())))
        assert heights["sft"][0] / heights["dpo"][0] == pytest.approx(5, rel=0.05)
        assert heights["sft"][0] / heights["sft_more"][0] == pytest.approx(15 / 12, rel=0.05)
        assert heights["sft"][1] < heights["sft_more"][1] < heights["dpo"][1]

    @pytest.mark.parametrize(
        "results",
        [
            [make_result("dpo", 0, n=1)],
            [make_result("dpo", 20)],
            [make_result("dpo", 3, score=None)],
            [make_result(f"round {i}", 3) for i in range(12)],
            [*four_stages(), make_result("dpo", 1, split="legitimate")],
            [make_result(HOSTILE, 3, split=HOSTILE)],
            [make_result("$\\frac$", 3)],
        ],
        ids=[
            "none of one",
            "all",
            "no score",
            "many",
            "stage missing in a split",
            "hostile",
            "broken TeX",
        ],
    )
    def test_draws_unusual_reports(self, results: list[StageResult]) -> None:
        image = Image.open(io.BytesIO(render_figure(make_report(*results))))
        image.load()
        assert image.width > 400
        assert len(image.convert("RGB").getcolors(1 << 24)) > 20


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0.0 s"),
        (59.94, "59.9 s"),
        (60, "1 min 00 s"),
        (3599, "59 min 59 s"),
        (7325, "2 h 02 min"),
    ],
)
def test_duration(seconds: float, text: str) -> None:
    assert duration(seconds) == text
