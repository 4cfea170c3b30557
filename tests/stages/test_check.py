"""The check verb: a table of what cannot be used, exit code 1 where there is anything."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dharma_pl.cli import main
from dharma_pl.records import Completion


def call(code, *flags):
    assert main(["check", *flags]) == code


def test_good_data_is_said_to_be_good(qwen, page_documents, qwen_pairs, capfd):
    call(0, "--documents", page_documents, "--pairs", qwen_pairs, "--processor", qwen,
         "--require_target")  # fmt: skip
    assert "24 rows are good, 0 are not" in capfd.readouterr().out


def test_every_kind_of_fault_is_counted_with_its_first(qwen, page_documents, write_pairs, pairs_of,
                                                       tmp_path, capfd):  # fmt: skip
    rows = [json.loads(line) for line in Path(page_documents).read_text().splitlines()]
    for row in rows:
        row["images"] = [str(Path(page_documents).parent / row["images"][0])]
    (tmp_path / "cut.png").write_bytes(Path(rows[9]["images"][0]).read_bytes()[:200])
    rows[9]["images"] = [str(tmp_path / "cut.png")]
    rows[10]["target"] = "x" * 900
    rows[11]["id"] = rows[12]["id"]
    rows[13]["prompt"] = "Read <|image_pad|>."
    rows[14]["images"] = []
    rows[14]["prompt"] = "Read <|image_pad|>."
    path = tmp_path / "documents.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    pairs = pairs_of(qwen)
    pairs[0] = replace(pairs[0], rejected=pairs[0].chosen)
    pairs[1] = replace(pairs[1], chosen=Completion("", (), "eos"))
    pairs[2] = replace(pairs[2], rejected=pairs[2].chosen)
    folder = write_pairs(tmp_path / "pairs", pairs)
    call(1, "--documents", str(path), "--pairs", folder, "--processor", qwen)
    said = capfd.readouterr()
    rows = [line.split("\u2502") for line in said.out.splitlines() if "\u2502" in line]
    counts = {row[2].strip(): int(row[1]) for row in rows if row[1].strip()}
    assert counts == {
        "unreadable image": 1, "overlong": 1, "duplicate id": 1, "image tokens": 2,
        "equal sides": 2, "empty side": 1,
    }  # fmt: skip
    flat = "".join(said.out.split())
    assert "pairpage-00/0:chosenandrejectedarethesametokens" in flat
    assert "documents.jsonlline11:itsprompthas" in flat
    assert "8 rows cannot be used" in said.err


def test_preference_data_is_checked_with_its_images(qwen, page_documents, tmp_path, capfd):
    image = str(Path(page_documents).parent / "0.png")
    row = {"prompt": "Read.", "chosen": "one", "rejected": "two", "images": [image]}
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps(row) + "\n")
    call(0, "--pairs", str(path), "--processor", qwen)
    bad = row | {"prompt": "Read <|image_pad|>."}
    path.write_text("".join(json.dumps(one) + "\n" for one in (row, bad, row | {"chosen": "two"})))
    call(1, "--pairs", str(path), "--processor", qwen)
    said = capfd.readouterr()
    assert "image tokens" in said.out
    assert "equal sides" in said.out


@pytest.mark.parametrize("flags", [[], ["--pairs", "somewhere"]])
def test_bad_usage(flags, capfd):
    call(2, *flags)
    assert "error:" in capfd.readouterr().err
