"""Reading, the network and writing at the same time: a thread ahead of the caller, and one behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Read = TypeVar("Read")
Worked = TypeVar("Worked")


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
    with ThreadPoolExecutor(1, "engine-read") as reader, ThreadPoolExecutor(1, "engine-write") as writer:
        ahead: Future[Read] | None = None
        behind: Future[None] | None = None
        for item in items:
            following = reader.submit(read, item)
            if ahead is not None:
                behind = _pass_on(ahead, behind, work, writer, write)
            ahead = following
        if ahead is not None:
            _pass_on(ahead, behind, work, writer, write).result()


def _pass_on(
    ahead: Future[Read],
    behind: Future[None] | None,
    work: Callable[[Read], Worked],
    writer: ThreadPoolExecutor,
    write: Callable[[Worked], None],
) -> Future[None]:
    worked = work(ahead.result())
    if behind is not None:
        behind.result()
    return writer.submit(write, worked)
