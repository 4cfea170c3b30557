"""Scan files of many rows: memory, rows a second, and whether a killed scan ends the same.

    python tools/bench_scan.py --folder /tmp/scan --rows 100000 1000000 --workers 1 2 --kills 3

Prints JSON. Peak memory is that of the largest process of a scan.
"""

import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

TEXT = """
    feijão arroz açúcar farinha sal café carne óleo vinho milho sabão vela fumo queijo lata saco
    quilo arroba dúzia conta dia mês ano casa livro folha pago deve recebi senhor dona José Maria
"""


def row(number: int, rng: random.Random) -> str:
    """A row of 300 to 500 characters; every fortieth is a loop, every twentieth cut."""
    words = TEXT.split()
    length = rng.randrange(300, 500)
    text = ""
    while len(text) < length:
        text += f"{rng.choice(words)} {rng.choice(words)} {rng.randrange(1, 9999)},00; "
    reason = "length" if number % 20 == 0 else "stop"
    if number % 40 == 0:
        text = text[:60] + f"{rng.choice(words)} {rng.choice(words)} 12,50 " * 20
    value = {"id": f"r{number}", "text": text[:length], "finish_reason": reason}
    value["model"] = f"m{number % 3}"
    return json.dumps(value, ensure_ascii=False)


def generate(path: Path, rows: int) -> None:
    rng = random.Random(0)
    with path.open("w", encoding="utf-8") as file:
        file.writelines(row(number, rng) + "\n" for number in range(rows))


def command(path: Path, out: Path, workers: int) -> list[str]:
    verb = [sys.executable, "-m", "dharma_pl", "scan", str(path)]
    return [*verb, "--out", str(out), "--group-by", "model", "--workers", str(workers)]


def remove(out: Path) -> None:
    for path in (out, out.with_name(f"{out.name}.state.json")):
        path.unlink(missing_ok=True)


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def run(path: Path, out: Path, workers: int) -> dict[str, float]:
    """One scan from the start; its time and memory."""
    remove(out)
    started = time.monotonic()
    process = subprocess.Popen(command(path, out, workers), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"the scan failed with exit code {process.returncode}")
    return {"seconds": time.monotonic() - started, "peak_rss_mib": usage.ru_maxrss / 1024}


def killed(path: Path, out: Path, workers: int, kills: int, seconds: float) -> int:
    """Start a scan, kill it, start it again, and let the last one end; how often it was killed."""
    remove(out)
    done = 0
    for number in range(kills):
        process = subprocess.Popen(command(path, out, workers), stdout=subprocess.DEVNULL)
        time.sleep(seconds * (0.2 + 0.1 * number))
        done += process.poll() is None
        process.kill()
        process.wait()
    subprocess.run(command(path, out, workers), stdout=subprocess.DEVNULL, check=True)
    return done


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--rows", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--kills", type=int, default=3)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    results = []
    for rows in arguments.rows:
        path = arguments.folder / f"rows-{rows}.jsonl"
        if not path.exists():
            generate(path, rows)
        for workers in arguments.workers:
            out = path.with_suffix(f".{workers}.findings")
            result = {"rows": rows, "input_mib": path.stat().st_size / 2**20, "workers": workers}
            result |= run(path, out, workers)
            result["rows_per_second"] = rows / result["seconds"]
            whole = digest(out)
            with out.open("rb") as file:
                result["lines"] = sum(1 for _ in file)
            times = killed(path, out, workers, arguments.kills, result["seconds"])
            result |= {"killed": times, "same_bytes_after_kills": digest(out) == whole}
            results.append(result)
            print(json.dumps(result), file=sys.stderr)
    print(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
