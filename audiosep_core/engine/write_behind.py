"""A thread that writes what was separated while the network is at the next chunk."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from types import TracebackType

from audiosep_core.types import AudioArray

# Blocks that wait to be written: enough to even out a disk that pauses, too few to fill the memory.
_WAITING = 2

Write = Callable[[int, AudioArray], None]


class WriteBehind:
    """Hands blocks to `write` on a thread of its own, in order; a context manager that ends when all are written.

    What `write` raises is raised by the next `put`, or at the end; nothing is written after it. Left by an exception,
    it drops what is waiting.
    """

    def __init__(self, write: Write, waiting: int = _WAITING) -> None:
        self._write = write
        self._queue: queue.Queue[tuple[int, AudioArray] | None] = queue.Queue(waiting)
        self._error: BaseException | None = None
        self._dropping = False
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)

    def __enter__(self) -> WriteBehind:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._dropping = kind is not None
        self._queue.put(None)
        self._thread.join()
        if kind is None and self._error is not None:
            raise self._error

    def put(self, start: int, block: AudioArray) -> None:
        """Queue a copy of a block; waits while too much is queued."""
        if self._error is not None:
            raise self._error
        self._queue.put((start, block.copy()))

    def _work(self) -> None:
        while (item := self._queue.get()) is not None:
            # After an error blocks are still taken, so that nobody waits for room for ever.
            if self._dropping or self._error is not None:
                continue
            try:
                self._write(*item)
            except BaseException as error:  # noqa: BLE001 - raised where the blocks come from
                self._error = error
