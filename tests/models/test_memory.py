"""Freed memory stays with a process while a model trains on a CPU, and not longer."""

import sys
from pathlib import Path
from resource import RUSAGE_SELF, getpagesize, getrusage

import lightning as L
import pytest

from dharma_pl.data.sft import SFTData
from dharma_pl.models.memory import keep_freed_memory, release_memory

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not keep_freed_memory(), reason="only glibc can be told"
)
MIB = 1 << 20
PAGES = 96 * MIB // getpagesize()


def faults_of_a_block(size: int = 96 * MIB) -> int:
    """Pages that the system had to clear for the last of some blocks, each freed at once."""
    for _ in range(3):
        before = getrusage(RUSAGE_SELF).ru_minflt
        block = b"x" * size
        after = getrusage(RUSAGE_SELF).ru_minflt
        del block
    return after - before


def test_a_block_is_used_again_until_memory_is_released() -> None:
    assert keep_freed_memory()
    assert faults_of_a_block() < PAGES / 50
    release_memory()
    assert faults_of_a_block() > PAGES / 50


def test_released_memory_leaves_the_process() -> None:
    def resident() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1]) * getpagesize()

    keep_freed_memory()
    blocks = [b"x" * (16 * MIB) for _ in range(16)]
    del blocks
    kept = resident()
    release_memory()
    assert kept - resident() > 128 * MIB


def test_a_fit_keeps_its_memory_and_gives_it_back(make_sft, llama, text_documents, trainer) -> None:
    inside: list[int] = []

    class Probe(L.Callback):
        def on_train_batch_end(self, *_: object) -> None:
            inside.append(faults_of_a_block())

    trainer(max_steps=2, callbacks=[Probe()]).fit(make_sft(llama), SFTData(text_documents, llama))
    assert max(inside) < PAGES / 50 < faults_of_a_block()
