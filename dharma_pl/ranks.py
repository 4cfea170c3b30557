"""Several ranks fail as one: where one of them cannot go on, all stop, and one says why."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from torch import distributed

from dharma_pl.errors import DharmaError, FailedElsewhere

PATIENCE_S = 10.0


@contextmanager
def failing_together() -> Iterator[None]:
    """Stop every rank where one fails, instead of leaving the others to wait for it.

    Every rank has to come here, and what runs inside must not wait for other ranks: whoever fails
    would never come to that. Also a decorator.

    Raises:
        Exception: the error of the first rank that has one, on that rank.
        FailedElsewhere: on all other ranks; has the exit code of that error and is not printed.
    """
    if not (distributed.is_available() and distributed.is_initialized()):
        yield
        return
    failure: Exception | None = None
    try:
        yield
    except Exception as error:  # whatever it is, the others have to learn of it
        failure = error
    code = failure.exit_code if isinstance(failure, DharmaError) else int(failure is not None)
    codes = [0] * distributed.get_world_size()
    distributed.all_gather_object(codes, code)
    if not any(codes):
        return
    first = next(rank for rank, code in enumerate(codes) if code)
    if failure is not None and distributed.get_rank() == first:
        raise failure
    raise FailedElsewhere(codes[first], first)


def let_first_rank_end() -> None:
    """Wait for the process that started this rank, if a launcher of Lightning's did.

    Lightning kills that process, whose exit code is the command's, where a rank of it ends first.
    """
    parent, deadline = os.getppid(), time.monotonic() + PATIENCE_S
    if os.environ.get("LOCAL_RANK", "0") == "0":
        return
    while os.getppid() == parent and time.monotonic() < deadline:
        time.sleep(0.1)
