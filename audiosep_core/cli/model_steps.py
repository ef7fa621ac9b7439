"""How `audiosep models …` shows what it does: a bar on stderr, or a JSON line at most every tenth of a second."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from typing import Protocol

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

from audiosep_core.console import emit
from audiosep_core.library.arrival import Step

_TELL_S = 0.1
_WORDS = {
    "waiting": "Another program is getting it; waiting",
    "checking": "Checking what is here",
    "downloading": "Downloading",
    "importing": "Importing",
}


class Steps(Protocol):
    """Takes every step; `pause` lets a question be asked in between."""

    def __call__(self, step: Step) -> None:
        """Show it."""

    def pause(self) -> None:
        """Leave the terminal to a question until the next step."""


@contextlib.contextmanager
def shown_steps(as_json: bool) -> Iterator[Steps]:
    """Show every step while the block runs."""
    if as_json:
        yield _Lines()
        return
    bar = _Bar()
    try:
        yield bar
    finally:
        bar.pause()


class _Bar:
    """A bar with speed and time left; each phase is a task of its own, so that these begin anew."""

    def __init__(self) -> None:
        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            DownloadColumn(),
            TransferSpeedColumn(),
            TimeRemainingColumn(),
        )
        self._bar = Progress(*columns, console=Console(stderr=True, highlight=False), transient=True)
        self._task: TaskID | None = None
        self._phase = ""

    def __call__(self, step: Step) -> None:
        self._bar.start()
        total = step.total or None
        if self._task is None or step.phase != self._phase:
            if self._task is not None:
                self._bar.remove_task(self._task)
            self._phase = step.phase
            self._task = self._bar.add_task(_WORDS.get(step.phase, step.phase), total=total, completed=step.done)
        self._bar.update(self._task, completed=step.done, total=total)

    def pause(self) -> None:
        self._bar.stop()


class _Lines:
    """A JSON line at a new phase, at the end, and between them ten times a second."""

    def __init__(self) -> None:
        self._phase = ""
        self._told_at = 0.0

    def __call__(self, step: Step) -> None:
        now, last = time.monotonic(), bool(step.total) and step.done >= step.total
        if step.phase != self._phase or now - self._told_at >= _TELL_S or last:
            self._phase, self._told_at = step.phase, now
            emit({"event": "progress", "phase": step.phase, "done": step.done, "total": step.total})

    def pause(self) -> None: ...
