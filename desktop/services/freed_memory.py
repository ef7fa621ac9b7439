"""Memory that was freed stays with the process, so that painting does not ask the system for it anew.

glibc gives large pieces back at once. A lane's pixels are such pieces, a dozen a repaint; the system then hands out and
clears every page again, a tenth of the time that a repaint takes.
"""

from __future__ import annotations

import ctypes
import sys

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # malloc.h
_KEPT_BYTES = 32 << 20
_LARGEST_BYTES = 8 << 20
"""Larger pieces still go back: sounds, not pixels of lanes."""


def keep_freed_memory() -> bool:
    """Ask glibc to keep up to 32 MiB for what comes next; False where another library hands out memory."""
    if sys.platform != "linux":
        return False
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError):
        return False
    return bool(mallopt(_MMAP_THRESHOLD, _LARGEST_BYTES)) and bool(mallopt(_TRIM_THRESHOLD, _KEPT_BYTES))
