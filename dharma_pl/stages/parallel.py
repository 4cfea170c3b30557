"""Work on all cores, in order, with a bounded number of items under way."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from dharma_pl.errors import DataError, UsageError

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 3
"""Items under way for each worker, so that none waits for the slowest."""


def ordered_map(
    work: Callable[[Item], Result], items: Iterable[Item], workers: int = 1
) -> Iterator[Result]:
    """`map` in processes: results in the order of the items, few of either in memory.

    Args:
        work: a function of a module, or a partial of one: it is sent to other processes.
        items: read only as far ahead as the workers need.
        workers: processes; 1 works in this one, 0 takes every core.

    Raises:
        UsageError: a negative number of workers.
        DataError: a worker was killed, which mostly means that memory ran out.
    """
    if workers < 0:
        msg = f"--workers must be 0 (every core) or more, got {workers}"
        raise UsageError(msg)
    count = workers or os.cpu_count() or 1
    return map(work, items) if count == 1 else _in_processes(work, items, count)


def _in_processes(
    work: Callable[[Item], Result], items: Iterable[Item], workers: int
) -> Iterator[Result]:
    # Fresh interpreters: forking a process with threads (Arrow, OpenMP) can hang.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_stay_with_parent)
    under_way: deque[Future[Result]] = deque()
    try:
        for item in items:
            under_way.append(pool.submit(work, item))
            if len(under_way) >= _AHEAD * workers:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    except BrokenProcessPool as error:
        raise DataError(
            "a worker process was killed, most likely for want of memory: the same command goes "
            "on; give it fewer --workers"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _stay_with_parent() -> None:
    """Leave Ctrl-C to the parent, and end when it is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
