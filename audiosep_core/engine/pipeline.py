"""Reading, the network and writing at the same time: a thread ahead of the caller, and one behind it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import TypeVar

Item = TypeVar("Item")
Read = TypeVar("Read")
Worked = TypeVar("Worked")
Result = TypeVar("Result")

_LOOK_S = 1.0


def overlap(
    items: Iterable[Item],
    read: Callable[[Item], Read],
    work: Callable[[Read], Worked],
    write: Callable[[Worked], None],
) -> None:
    """`write(work(read(item)))` for each item, in order: while one is worked on, the next is read and the last written.

    `work` is called in the caller's thread. At most one item waits before it and one behind it. The first error of any
    of the three ends all, and is raised here once both threads have stopped.
    """
    with _Hand("engine-read") as reader, _Hand("engine-write") as writer:
        ahead: Future[Read] | None = None
        behind: Future[None] | None = None

        def pass_on(ahead: Future[Read]) -> Future[None]:
            worked = work(reader.result(ahead))
            if behind is not None:
                writer.result(behind)
            return writer.submit(write, worked)

        for item in items:
            following = reader.submit(read, item)
            if ahead is not None:
                behind = pass_on(ahead)
            ahead = following
        if ahead is not None:
            writer.result(pass_on(ahead))


class _Hand:
    """A thread that does one thing after the other, and whose end is noticed.

    Where memory runs out in the very code that hands a result over, the thread ends and nobody would ever be answered.
    """

    def __init__(self, name: str) -> None:
        self._thread: threading.Thread | None = None
        self._pool = ThreadPoolExecutor(1, name, initializer=self._begin)

    def __enter__(self) -> _Hand:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._pool.shutdown()

    def submit(self, do: Callable[[Item], Result], item: Item) -> Future[Result]:
        """Do it after what waits already."""
        return self._pool.submit(do, item)

    def result(self, future: Future[Result]) -> Result:
        """What came of it, or its error.

        Raises:
            MemoryError: The thread has ended without an answer.
        """
        while True:
            try:
                return future.result(_LOOK_S)
            except TimeoutError:
                ended = self._thread is not None and not self._thread.is_alive()
                if future.done():
                    return future.result()  # it has come meanwhile, or the error is the work's own
                if ended:
                    raise MemoryError from None

    def _begin(self) -> None:
        self._thread = threading.current_thread()
