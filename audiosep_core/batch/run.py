"""The files of a batch through one process; any number of them may run over the same output at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from audiosep_core.batch.inputs import Item
from audiosep_core.batch.manifest import Manifest
from audiosep_core.batch.worker import Kind, Outcome, Worker
from audiosep_core.errors import Cancelled
from audiosep_core.types import Progress


@dataclass
class Tally:
    """How far a run has come.

    Attributes:
        files, size: Files and bytes in all.
        over: Files that are over.
        kinds: How many of each kind of outcome.
        failed: Files that failed, whoever tried them.
        audio_s: Seconds of sound separated here.
    """

    files: int
    size: int
    clock: Callable[[], float] = time.monotonic
    over: int = 0
    failed: int = 0
    audio_s: float = 0.0
    kinds: dict[Kind, int] = field(default_factory=lambda: {"done": 0, "failed": 0, "skipped": 0})
    _gone: int = 0
    _worked: float = 0.0
    _running: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._began = self.clock()

    def running(self, item: Item, progress: Progress) -> None:
        """A file has come so far."""
        self._running[item.source] = item.entry.size * progress.done / max(progress.total, 1)

    def add(self, item: Item, outcome: Outcome) -> None:
        """A file is over."""
        self._running.pop(item.source, None)
        self.over += 1
        self.kinds[outcome.kind] += 1
        self._gone += item.entry.size
        if outcome.kind == "done":
            self._worked += item.entry.size
        if outcome.record is not None:
            self.failed += outcome.record.status == "failed"
            self.audio_s += outcome.record.audio_s if outcome.kind == "done" else 0.0

    @property
    def elapsed_s(self) -> float:
        """Seconds since the beginning."""
        return self.clock() - self._began

    @property
    def share(self) -> float:
        """Of all bytes those that are over, 0 to 1."""
        return min((self._gone + sum(self._running.values())) / self.size, 1.0) if self.size else 0.0

    @property
    def left_s(self) -> float | None:
        """Seconds that are left, judged by the bytes done so far; None as long as there is nothing to judge by."""
        running = sum(self._running.values())
        worked = self._worked + running
        if not worked:
            return None
        return self.elapsed_s * max(self.size - self._gone - running, 0.0) / worked


class Watch(Protocol):
    """Is told what happens."""

    def progress(self, item: Item, progress: Progress, tally: Tally) -> None:
        """A running file has come further."""

    def file(self, item: Item, outcome: Outcome, tally: Tally) -> None:
        """A file is over."""

    def waiting(self, files: int) -> None:
        """All that is left is being done by other processes; told once."""


def run(items: Sequence[Item], worker: Worker, manifest: Manifest, watch: Watch) -> Tally:
    """Do all items, and wait for those that others are at: when one of several processes is through, all is over.

    A stop (`worker.stop`) ends it early; what is over then is in the manifest, and running the same again goes on.
    """
    tally = Tally(len(items), sum(item.entry.size for item in items))
    left = list(items)
    told = False
    try:
        while left and not worker.stop.is_soon:
            taken = []
            for item in left:
                if worker.stop.is_soon:
                    break
                outcome = _do(item, worker, watch, tally)
                if outcome.kind == "taken":
                    taken.append(item)
                    continue
                tally.add(item, outcome)
                watch.file(item, outcome, tally)
                manifest.after_file()
            if len(taken) == len(left):
                # Nothing but what others are at.
                if not told:
                    told = True
                    watch.waiting(len(taken))
                worker.stop.wait(min(max(worker.claims.lease_s / 10, 0.05), 5.0))
            left = taken
    except Cancelled:
        pass
    finally:
        manifest.finish()
    return tally


def _do(item: Item, worker: Worker, watch: Watch, tally: Tally) -> Outcome:
    def show(progress: Progress) -> None:
        tally.running(item, progress)
        watch.progress(item, progress, tally)

    return worker.do(item, show)
