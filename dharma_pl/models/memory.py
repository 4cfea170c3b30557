"""The memory of a process on a CPU: kept while a model trains, given back when it is done."""

import ctypes
import gc
import sys

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # of malloc.h
_NEVER = -1
_MIB = 1 << 20
_SETTLED = 32 * _MIB
"""Where glibc's own threshold ends up in a process that frees large blocks."""


def keep_freed_memory() -> bool:
    """Have freed memory stay with the process, for its next allocation.

    glibc hands every large block back to the system as it is freed, and the system clears each
    page anew before the next step may write to it: a tenth of a step of a small model. Returns
    whether the C library could be told (glibc alone can).
    """
    for threshold in (1024 * _MIB, _SETTLED):  # older versions take no more than the second
        if _tell(_MMAP_THRESHOLD, threshold):
            return _tell(_TRIM_THRESHOLD, _NEVER)
    return False


def release_memory() -> None:
    """Give back what was freed, and have the C library do so again by itself."""
    gc.collect()
    if _tell(_MMAP_THRESHOLD, _SETTLED) and _tell(_TRIM_THRESHOLD, 2 * _SETTLED):
        ctypes.CDLL(None).malloc_trim(0)


def _tell(what: int, value: int) -> bool:
    if sys.platform != "linux":
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # musl has none
    return mallopt is not None and bool(mallopt(what, value))
