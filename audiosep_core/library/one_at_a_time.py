"""Two programs, or two windows, that want the same model at once: the second waits for the first."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from audiosep_core.cancel import CancelToken

_POLL_S = 0.2


@contextlib.contextmanager
def only_one(path: Path, on_wait: Callable[[], None], cancel: CancelToken) -> Iterator[None]:
    """Hold the lock of that file; the system lets go of it when the process ends, however it ends.

    Args:
        path: The lock's file.
        on_wait: Called once when somebody else holds it.
        cancel: Ends the waiting.

    Raises:
        Cancelled: while waiting.  OSError: the file cannot be made.
    """
    lock = FileLock(path)
    waiting = False
    while True:
        cancel.raise_if_set()
        try:
            lock.acquire(timeout=_POLL_S if waiting else 0)
            break
        except Timeout:
            if not waiting:
                on_wait()
            waiting = True
    try:
        yield
    finally:
        lock.release()
