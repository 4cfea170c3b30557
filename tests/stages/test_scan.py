"""Scan: one line a row, honest rates, any input, and killed it goes on."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dharma_pl.artifacts import ArtifactWriter
from dharma_pl.cli import main
from dharma_pl.errors import DataError, UsageError
from dharma_pl.records import Output
from dharma_pl.schemas import OUTPUTS, output_to_row
from dharma_pl.stages import scan_input
from dharma_pl.stages.scan import scan
from dharma_pl.stages.scan_rows import FIELDS

LOOP = "Total: " + "12,50 de arroz, " * 20
CLEAN = "Recebi de Dona Maria um saco de feijão preto"


def jsonl(path, rows):
    lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return str(path)


def findings(path):
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def many(count):
    """Rows of which every tenth loops."""
    for number in range(count):
        text = f"{number} {LOOP}" if number % 10 == 0 else f"{CLEAN} {number}"
        yield {"text": text, "id": f"r{number}", "finish_reason": "length", "m": number % 3}


@pytest.fixture
def small_chunks(monkeypatch):
    monkeypatch.setattr(scan_input, "CHUNK_BYTES", 2000)
    monkeypatch.setattr(scan_input, "CHUNK_ROWS", 7)


def test_a_line_a_row_in_order_with_every_field(tmp_path, capfd):
    rows = [
        {"text": CLEAN, "id": "a", "finish_reason": "stop", "target": CLEAN},
        {"text": LOOP, "finish_reason": "length", "target": "Total: 12,50 de arroz"},
        {"text": LOOP, "id": 7},
    ]
    out = tmp_path / "found.jsonl"
    scan([jsonl(tmp_path / "in.jsonl", rows)], str(out))
    clean, loop, unknown = findings(out)
    assert list(clean) == list(loop) == list(FIELDS)
    assert clean == dict.fromkeys(FIELDS) | {
        "id": "a", "degenerate": False, "broad": False, "dharma_rule": False, "er4": 0.0,
    }  # fmt: skip
    assert loop["id"] == 1
    assert (loop["degenerate"], loop["broad"], loop["label"]) == (True, True, "exact")
    assert (loop["period"], loop["dharma_rule"]) == (16, True)
    assert LOOP[loop["start"] :].startswith(loop["unit"])
    assert loop["wasted_share"] == pytest.approx(
        (loop["end"] - loop["start"] - loop["period"]) / len(LOOP), abs=1e-6
    )
    assert loop["er4"] > 0.25
    # Without a finish reason the same loop needs more evidence, and the published rule has no say.
    assert (unknown["id"], unknown["dharma_rule"], unknown["er4"]) == (7, None, None)


def test_rates_groups_and_the_worst_are_printed(tmp_path, capfd):
    summary = scan([jsonl(tmp_path / "in.jsonl", many(100))], group_by="m", worst=2)
    assert (summary.all.rows, summary.all.strict, summary.all.limit_clean) == (100, 10, 90)
    assert [(name, tally.rows) for name, tally in summary.groups.items()] == [
        ("0", 34), ("1", 33), ("2", 33),
    ]  # fmt: skip
    out = capfd.readouterr().out
    assert "10.00 %" in out
    assert "[5.52, 17.44]" in out  # Wilson's interval of 10 in 100
    assert "by m" in out
    assert out.count("12,50 de arroz,") == 2


def test_an_aborted_row_counts_as_a_loop_as_in_every_rate(tmp_path):
    out = tmp_path / "out"
    path = jsonl(tmp_path / "in.jsonl", [{"text": CLEAN, "finish_reason": "abort"}])
    summary = scan([path], str(out))
    assert (summary.all.strict, summary.all.broad, summary.all.exact) == (1, 1, 0)
    assert findings(out)[0]["degenerate"] is True


BAD = {
    "no text": {"txt": CLEAN},
    "text is no string": {"text": [CLEAN]},
    "invalid UTF-8": b'{"text": "feij\xe3o"}',
    "broken JSON": b'{"text": "feij',
    "no object": b'["text"]',
}


def test_bad_rows_are_counted_named_and_keep_their_line(tmp_path, capfd):
    rows = [{"text": LOOP, "finish_reason": "length"}, *BAD.values(), {"text": CLEAN}]
    out = tmp_path / "out.jsonl"
    summary = scan([jsonl(tmp_path / "in.jsonl", rows)], str(out))
    assert summary.errors.counts == dict.fromkeys(BAD, 1)
    lines = findings(out)
    assert [line["id"] for line in lines] == list(range(len(rows)))
    assert ["error" in line for line in lines] == [False, *[True] * len(BAD), False]
    assert lines[1]["degenerate"] is None
    printed = capfd.readouterr().out
    for number, kind in enumerate(BAD, 2):
        assert kind in printed
        assert f"line {number}" in printed


@pytest.mark.parametrize("key", ["target", "m", "id"])
def test_values_that_are_nested_too_deeply(key, tmp_path):
    depths = range(200, 1100, 7)  # somewhere there, what can be read can no longer be written
    rows = [
        json.dumps({"text": CLEAN, "m": 1})[:-1] + f', "{key}": {"[" * n}{"]" * n}}}'
        for n in depths
    ]
    out = tmp_path / "out"
    path = jsonl(tmp_path / "in", [row.encode() for row in rows])
    summary = scan([path], str(out), group_by="m")
    lines = findings(out)
    assert len(lines) == len(rows)
    assert summary.all.rows + summary.errors.counts.get("broken JSON", 0) == len(rows)
    assert sum("error" in line for line in lines) == len(rows) - summary.all.rows


def test_odd_rows_are_scanned_and_named(tmp_path):
    rows = [
        {"text": "a\0b"},
        {"text": "a\ud800" * 400, "finish_reason": "length", "id": "\udfff"},
        {"text": CLEAN, "finish_reason": "flew away"},
        {"text": CLEAN, "finish_reason": ["stop"]},
        {"text": CLEAN, "target": 12},
        {"text": "a" * 10_000_000, "finish_reason": "length"},
        {"text": ""},
    ]
    out = tmp_path / "out.jsonl"
    summary = scan([jsonl(tmp_path / "in.jsonl", rows)], str(out))
    assert summary.notes.counts == {
        "NUL character": 1, "lone surrogate": 1, "unknown finish_reason": 2,
        "target is no string": 1,
    }  # fmt: skip
    assert not summary.errors.counts
    lines = findings(out)
    assert [line["degenerate"] for line in lines] == [False, True, False, False, False, True, False]
    assert lines[5]["period"] == 1


@pytest.mark.parametrize("content", [b"", b"\n\n", b"nonsense\n", b'{"a": 1}\n', b"\xff\xfe{\x00"])
def test_nothing_to_scan_is_exit_code_1(content, tmp_path, capfd):
    path = tmp_path / "in.jsonl"
    path.write_bytes(content)
    assert main(["scan", str(path), "--out", str(tmp_path / "out")]) == 1
    error = capfd.readouterr().err
    assert error.startswith("error: ")
    assert error.count("\n") == 1


def test_bad_usage_is_exit_code_2(tmp_path, capfd):
    path = jsonl(tmp_path / "in.jsonl", many(1))
    for arguments in (
        [],
        [path, "--worst", "-1"],
        [path, "--workers", "-2"],
        [path, "--wrst", "1"],
    ):
        try:
            code = main(["scan", *arguments])
        except SystemExit as error:
            code = error.code
        assert code == 2
        assert "Traceback" not in capfd.readouterr().err


def test_files_that_cannot_be_scanned(tmp_path):
    packed = tmp_path / "in.jsonl.gz"
    packed.write_bytes(b"\x1f\x8b\x08\x00")
    broken = tmp_path / "in.parquet"
    broken.write_bytes(b"PAR1 and then nothing")
    for path, message in (
        (tmp_path / "nowhere", "cannot be read"),
        (packed, "packed with gzip"),
        (broken, "not readable Parquet"),
        (tmp_path, "expected outputs in"),
    ):
        with pytest.raises(DataError, match=message):
            scan([str(path)])
    with pytest.raises(UsageError, match="needs a FILE"):
        scan([])


def test_a_group_column_that_is_not_there_is_a_slip(tmp_path):
    path, out = jsonl(tmp_path / "in.jsonl", many(3)), tmp_path / "out"
    with pytest.raises(DataError, match=r"none of the first 3 rows has the column 'modle'"):
        scan([path], str(out), group_by="modle")
    assert scan([path], str(out), group_by="m").all.rows == 3  # nothing stands in the way
    table = pa.table({"text": [CLEAN], "m": pa.array([None], pa.string())})
    pq.write_table(table, tmp_path / "in.parquet")
    with pytest.raises(DataError, match=r"has no column 'modle'; its columns: text, m"):
        scan([str(tmp_path / "in.parquet")], group_by="modle")
    assert list(scan([str(tmp_path / "in.parquet")], group_by="m").groups) == ["(none)"]


@pytest.mark.usefixtures("small_chunks")
def test_parquet_gives_the_lines_that_jsonl_does(tmp_path):
    rows = list(many(50))
    rows[3]["text"] = None
    table = pa.Table.from_pylist(rows)
    pq.write_table(table, tmp_path / "in.parquet", row_group_size=20)
    for name, path in (("p", str(tmp_path / "in.parquet")), ("j", jsonl(tmp_path / "in", rows))):
        scan([path], str(tmp_path / name), group_by="m")
    parquet, lines = findings(tmp_path / "p"), findings(tmp_path / "j")
    assert "error" in parquet[3]
    assert parquet == lines


def test_parquet_with_text_that_is_no_utf8(tmp_path):
    text = pa.array([CLEAN.encode(), b"feij\xe3o", CLEAN.encode()], pa.binary())
    table = pa.table({"text": pa.Array.from_buffers(pa.string(), 3, text.buffers())})
    pq.write_table(table, tmp_path / "in.parquet")
    summary = scan([str(tmp_path / "in.parquet")], str(tmp_path / "out"))
    assert summary.errors.counts == {"invalid UTF-8": 1}
    assert ["error" in line for line in findings(tmp_path / "out")] == [False, True, False]


def test_our_own_outputs(tmp_path):
    writer = ArtifactWriter(tmp_path / "outputs", "outputs", OUTPUTS, config={})
    texts = [(CLEAN, "eos"), (LOOP, "length")]
    for shard, (text, reason) in enumerate(texts):
        output = Output(f"page-{shard}", 4, text, (1,), (1,), reason)
        writer.write(shard, [output_to_row(output)])
    writer.finish()
    scan([str(tmp_path / "outputs")], str(tmp_path / "out"))
    lines = findings(tmp_path / "out")
    assert [(line["id"], line["degenerate"]) for line in lines] == [
        ("page-0/4", False), ("page-1/4", True),
    ]  # fmt: skip


def test_hostile_text_is_escaped_where_it_is_shown(tmp_path, capfd):
    unit = "[red]\x1b[2J\u202e feijão\n"
    scan([jsonl(tmp_path / "in.jsonl", [
        {"text": unit * 60, "finish_reason": "length", "id": "\x1b[1m", "g": "[link=x]"}
    ])], group_by="g")  # fmt: skip
    out = capfd.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "[red]" in out
    assert "[link=x]" in out
    assert r"\x1b[1m" in out


@pytest.mark.usefixtures("small_chunks")
@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_several_processes_write_the_same_bytes(kind, tmp_path, capfd):
    first = jsonl(tmp_path / "first", many(60))
    if kind == "parquet":
        pq.write_table(pa.Table.from_pylist(list(many(60))), tmp_path / "first", row_group_size=25)
    second = jsonl(tmp_path / "second", many(9))
    for workers in (1, 2):
        scan([first, second], str(tmp_path / f"out{workers}"), group_by="m", workers=workers)
    assert (tmp_path / "out1").read_bytes() == (tmp_path / "out2").read_bytes()
    states = [json.loads((tmp_path / f"out{n}.state.json").read_text()) for n in (1, 2)]
    assert states[0] == states[1]
    assert [line["id"] for line in findings(tmp_path / "out1")[:60]] == [
        f"r{number}" for number in range(60)
    ]


class Stopped(Exception):
    pass


@pytest.mark.usefixtures("small_chunks")
@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
@pytest.mark.parametrize("torn", [False, True])
def test_a_scan_that_was_stopped_goes_on(kind, torn, tmp_path, monkeypatch, capfd):
    path = jsonl(tmp_path / "in", many(60))
    if kind == "parquet":
        pq.write_table(pa.Table.from_pylist(list(many(60))), tmp_path / "in", row_group_size=25)
    paths = [path, jsonl(tmp_path / "second", many(20))]
    whole, out = tmp_path / "whole", tmp_path / "out"
    scan(paths, str(whole), group_by="m")
    from dharma_pl.stages import scan as module

    real = module.scan_chunk
    left = 3
    judged = []

    def fails(chunk, **settings):
        nonlocal left
        left -= 1
        if left < 0:
            raise Stopped
        judged.append(chunk.first_row)
        return real(chunk, **settings)

    monkeypatch.setattr(module, "scan_chunk", fails)
    stops = 0
    while True:
        left = 3
        try:
            scan(paths, str(out), group_by="m")
        except Stopped:
            stops += 1
            if torn:  # killed in the middle of a line
                with out.open("ab") as file:
                    file.write(b'{"id": "r')
        else:
            break
    assert stops >= 2
    assert judged == sorted(set(judged))  # nothing was scanned twice
    assert out.read_bytes() == whole.read_bytes()
    states = [json.loads(p.with_name(f"{p.name}.state.json").read_text()) for p in (out, whole)]
    assert states[0] == states[1]


def test_a_second_run_does_nothing_but_says_so(tmp_path, monkeypatch, capfd):
    path, out = jsonl(tmp_path / "in", many(20)), tmp_path / "out"
    first = scan([path], str(out))
    before = out.stat().st_mtime_ns
    capfd.readouterr()
    again = scan([path], str(out))
    printed = capfd.readouterr()
    assert "nothing to do" in printed.err
    assert "10.00 %" in printed.out
    assert again.to_json() == first.to_json()
    assert out.stat().st_mtime_ns == before


def test_findings_of_another_scan_are_not_touched(tmp_path, capfd):
    path, out = jsonl(tmp_path / "in", many(20)), tmp_path / "out"
    scan([path], str(out))
    found = out.read_bytes()
    thresholds = tmp_path / "thresholds.yaml"
    thresholds.write_text("tail_symbols: 99\n")
    with pytest.raises(DataError, match="other settings"):
        scan([path], str(out), thresholds=str(thresholds))
    with pytest.raises(DataError, match="other settings"):
        scan([path], str(out), group_by="m")
    jsonl(tmp_path / "in", many(21))
    with pytest.raises(DataError, match="other input"):
        scan([path], str(out))
    assert out.read_bytes() == found
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(DataError, match="is no scan's"):
        scan([path], str(tmp_path / "notes.txt"))
    assert (tmp_path / "notes.txt").read_text() == "mine"
    out.with_name("out.state.json").write_text("{}")
    with pytest.raises(DataError, match="is not a scan's"):
        scan([path], str(out))


def test_findings_that_were_cut_since_are_refused(tmp_path, capfd):
    path, out = jsonl(tmp_path / "in", many(20)), tmp_path / "out"
    scan([path], str(out))
    state = out.with_name("out.state.json")
    value = json.loads(state.read_text())
    value["position"] |= {"file": 0}
    state.write_text(json.dumps(value))
    out.write_bytes(out.read_bytes()[:-1])
    with pytest.raises(DataError, match="was changed since"):
        scan([path], str(out))


def test_thresholds_decide(tmp_path, capfd):
    path = jsonl(tmp_path / "in", many(10))
    thresholds = tmp_path / "thresholds.yaml"
    thresholds.write_text("tail_symbols: 100000\ntail_filler_symbols: 100000\n"
                          "tail_long_symbols: 100000\n")  # fmt: skip
    assert scan([path]).all.exact == 1
    assert scan([path], thresholds=str(thresholds)).all.exact == 0


def test_killed_for_good_it_ends_with_the_same_bytes(tmp_path):
    path = jsonl(tmp_path / "in.jsonl", [row | {"pad": "x" * 900} for row in many(8_000)])
    whole, out = tmp_path / "whole", tmp_path / "out"
    scan([path], str(whole))
    command = [sys.executable, "-m", "dharma_pl", "scan", path, "--workers", "2", "--out", str(out)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    while process.poll() is None and not (out.exists() and out.stat().st_size):
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert out.stat().st_size < whole.stat().st_size
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    assert out.read_bytes() == whole.read_bytes()
