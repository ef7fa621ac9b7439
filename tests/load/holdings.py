"""What a process and its children hold: memory, threads, open files. For tests that look whether it stays the same."""

from __future__ import annotations

import gc
import threading
from collections import Counter
from pathlib import Path
from types import TracebackType

import psutil

ROLES = {
    "audiosep_core.engine.process": "engine",
    "audiosep_core.engine.model_process": "models",
    "audiosep_core.audio.process": "media",
}
"""What a child is, by the module that it runs."""


def own_mb(process: psutil.Process | None = None) -> float:
    """Memory of a process without the files that it only maps: those the system takes back when it needs room."""
    facts = (process or psutil.Process()).memory_info()
    return float(facts.rss - getattr(facts, "shared", 0)) / 1e6


def threads() -> Counter[str]:
    """Threads of this process by name; Qt's, which Python does not know, by the system's name for them."""
    known = {thread.native_id: thread.name for thread in threading.enumerate()}
    return Counter(known.get(thread.id) or _system_name(thread.id) for thread in psutil.Process().threads())


def _system_name(thread_id: int) -> str:
    try:
        return Path(f"/proc/self/task/{thread_id}/comm").read_text().strip()
    except OSError:  # it ended meanwhile, or the system tells none
        return "unnamed"


def files() -> Counter[str]:
    """Open files, sockets and pipes of this process, by what they are."""
    gc.collect()  # what nobody refers to any more is closed by now
    process = psutil.Process()
    kinds = Counter(f.path for f in process.open_files())
    kinds["descriptors"] = process.num_fds() if hasattr(process, "num_fds") else process.num_handles()
    return kinds


def children() -> list[psutil.Process]:
    """Processes that this one started and that still run."""
    return [child for child in psutil.Process().children(recursive=True) if child.status() != psutil.STATUS_ZOMBIE]


def role(process: psutil.Process) -> str:
    """What one of the program's processes is."""
    return next((ROLES[word] for word in process.cmdline() if word in ROLES), process.name())


class Watch:
    """Looks twice a second how much this process and its children hold, on a thread of its own.

    Attributes:
        most_mb: The most of each, by role; `since` begins anew.
    """

    def __init__(self) -> None:
        self.most_mb: dict[str, float] = {}
        self._halt = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        self._halt.set()
        self._thread.join()

    def _run(self) -> None:
        me = psutil.Process()
        while not self._halt.wait(0.5):
            self._take("window", me)
            for child in me.children(recursive=True):
                try:
                    self._take(role(child), child)
                except psutil.NoSuchProcess:
                    continue

    def _take(self, name: str, process: psutil.Process) -> None:
        self.most_mb[name] = max(self.most_mb.get(name, 0.0), own_mb(process))
