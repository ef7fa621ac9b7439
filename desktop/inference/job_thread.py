"""Jobs for a child process: a queue, one job at a time, and exactly one outcome for each.

Every job that was asked for ends with one of `done`, `failed` and `cancelled`. "Cancelled" is what we asked for, never
what an exit code or an error text looks like.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.inference.child import Message
from desktop.inference.child_thread import ChildThread, Timer

logger = logging.getLogger(__name__)

CANCEL_TIMEOUT_S = 3.0
PROGRESS_INTERVAL_S = 0.1


@dataclass(frozen=True)
class Death:
    """How a job is told that the child died under it."""

    code: str
    message: str
    hint: str


@dataclass
class _Running:
    """The job that the child works on."""

    job: str
    cancelling: Timer | None = None  # the deadline of a cancel that was sent


class JobThread(ChildThread):
    """Feeds requests to the child in the order in which they came.

    Args:
        command: The child's program and arguments.
        death: What a job is told when the child dies under it.
        cancel_timeout_s: How long the child may take to answer a cancel before it is killed.

    Signals:
        job_started: The child was given this job.
        progress: Job, parts done, parts in all; at most ten times a second, the last one always before the outcome.
        done: Job and the child's answer.
        failed: Job, code, message, hint.
        cancelled: Job.
    """

    job_started = Signal(str)
    progress = Signal(str, int, int)
    done = Signal(str, dict)
    failed = Signal(str, str, str, str)
    cancelled = Signal(str)

    def __init__(
        self,
        command: Sequence[str],
        death: Death,
        parent: QObject | None = None,
        *,
        cancel_timeout_s: float = CANCEL_TIMEOUT_S,
    ) -> None:
        super().__init__(command, parent)
        self._death = death
        self._cancel_timeout_s = cancel_timeout_s
        self._queue: deque[Message] = deque()
        self._running: _Running | None = None
        self._halted = False
        self._told_at = 0.0
        self._untold: tuple[int, int] | None = None
        self._tell: Timer | None = None

    # -- from any thread

    def cancel(self, job: str) -> None:
        """Drop a waiting job at once; ask the child to stop a running one, and kill it when it does not listen."""
        self._post(partial(self._cancel, job))

    def _ask(self, request: Message) -> None:
        self._post(partial(self._enqueue, request))

    # -- on this thread

    def _enqueue(self, request: Message) -> None:
        if self._stopping:
            self.cancelled.emit(request["job"])
            return
        self._queue.append(request)
        self._next()

    def _next(self) -> None:
        if self._running is not None or self._halted or self._stopping or not self._queue:
            return
        request = self._queue.popleft()
        self._running = _Running(request["job"])
        self._told_at = 0.0
        self.job_started.emit(request["job"])
        if not self._write(request):
            self._on_death()

    def _cancel(self, job: str) -> None:
        waiting = next((request for request in self._queue if request["job"] == job), None)
        if waiting is not None:
            self._queue.remove(waiting)
            self.cancelled.emit(job)
        elif self._running is not None and self._running.job == job and self._running.cancelling is None:
            self._write({"type": "cancel", "job": job})
            self._running.cancelling = self._after(self._cancel_timeout_s, self._kill_asked)

    def _settle(self) -> None:
        """The running job is over."""
        if self._running is not None and self._running.cancelling is not None:
            self._running.cancelling.cancel()
        self._running = None
        self._untold = None
        if self._tell is not None:
            self._tell.cancel()
            self._tell = None

    def _on_message(self, message: Message) -> None:
        running = self._running
        kind, job = message.get("type"), message.get("job")
        if running is None or job != running.job:
            return  # of a job that is over
        if kind in ("done", "error", "cancelled"):
            self._outcome(running, str(kind), message)
        elif running.cancelling is None:
            if kind == "progress":
                self._progress(int(message["done"]), int(message["total"]))
            else:
                self._on_answer(running.job, str(kind), message)

    def _outcome(self, running: _Running, kind: str, message: Message) -> None:
        job = running.job
        if running.cancelling is None and kind == "done":
            self._tell_progress()
        self._settle()
        if running.cancelling is not None or kind == "cancelled":
            self.cancelled.emit(job)
        elif kind == "done":
            self.done.emit(job, {key: value for key, value in message.items() if key not in ("type", "job")})
        else:
            code, text, hint = (str(message.get(key, "")) for key in ("code", "message", "hint"))
            self.failed.emit(job, code or "unknown", text or self._death.message, hint)
        self._next()

    def _on_answer(self, job: str, kind: str, message: Message) -> None:
        """What a child says besides progress and outcome."""

    def _progress(self, done: int, total: int) -> None:
        self._untold = done, total
        if self._tell is None:
            wait_s = self._told_at + PROGRESS_INTERVAL_S - time.monotonic()
            if wait_s <= 0:
                self._tell_progress()
            else:
                self._tell = self._after(wait_s, self._tell_progress)

    def _tell_progress(self) -> None:
        if self._tell is not None:
            self._tell.cancel()
            self._tell = None
        if self._running is not None and self._untold is not None:
            self._told_at = time.monotonic()
            self.progress.emit(self._running.job, *self._untold)
            self._untold = None

    def _on_death(self) -> None:
        running = self._running
        self._settle()
        if running is None:
            return
        if running.cancelling is not None:
            self.cancelled.emit(running.job)
        else:
            self._halt()
            self.failed.emit(running.job, self._death.code, self._death.message, self._death.hint)
            self._after_death()
        self._next()

    def _on_killed(self) -> None:
        running = self._running
        self._settle()
        if running is not None:
            self.cancelled.emit(running.job)
        self._next()

    def _halt(self) -> None:
        """For children that are not started again unasked: set `_halted`."""

    def _after_death(self) -> None:
        """The job under which the child died has been told."""

    def _before_stop(self) -> None:
        running = self._running
        if running is not None:
            if running.cancelling is None and self._child is not None:
                self._child.send({"type": "cancel", "job": running.job})
            self._settle()
            self.cancelled.emit(running.job)
        while self._queue:
            self.cancelled.emit(self._queue.popleft()["job"])
