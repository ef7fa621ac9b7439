"""Memory that a step frees and the next one wants again."""

from __future__ import annotations

import ctypes
import sys

# glibc's <malloc.h>
_TRIM_THRESHOLD = -1
_TOP_PAD = -2
_MMAP_THRESHOLD = -3
_INT_MAX = 2**31 - 1


def keep_freed_memory() -> bool:
    """Let this process keep what it frees, where the C library is glibc; return whether it does.

    By default glibc gives every large tensor back to the system when it is freed, and the system clears each page of
    the next one: a quarter of a step on a processor. It costs memory, a third more of it at most in what was measured.
    """
    if sys.platform != "linux":
        return False
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except AttributeError:  # musl
        return False
    wishes = ((_MMAP_THRESHOLD, _INT_MAX), (_TRIM_THRESHOLD, _INT_MAX), (_TOP_PAD, 256 * 2**20))
    return all(mallopt(name, value) for name, value in wishes)
