"""Worker processes: they end with the one that started them, however it goes."""

import os
import signal
import subprocess
import sys
import time

import pytest

PARENT = """
import os, sys, time
from dharma_pl.stages.parallel import ordered_map

def work(item):
    if item < 2:
        os.write(1, f"{os.getpid()}\\n".encode())  # a line whole: print may split it
    time.sleep(0.0 if item < 2 else 600.0)
    return item

if __name__ == "__main__":
    list(ordered_map(work, range(20), workers=2))
"""


def alive(process: int) -> bool:
    """False too for one that waits to be collected."""
    try:
        with open(f"/proc/{process}/stat") as file:  # noqa: PTH123
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="looks processes up in /proc")
def test_workers_end_with_a_killed_parent(tmp_path):
    """Deep in their work, with nothing more to read from it."""
    (tmp_path / "parent.py").write_text(PARENT)
    parent = subprocess.Popen(
        [sys.executable, "parent.py"], cwd=tmp_path, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    with parent:
        try:
            workers = {int(parent.stdout.readline()) for _ in range(2)}
        finally:
            parent.kill()
    assert workers
    for _ in range(100):
        if not any(map(alive, workers)):
            break
        time.sleep(0.1)
    left = [worker for worker in workers if alive(worker)]
    for worker in left:
        os.kill(worker, signal.SIGKILL)
    assert not left
