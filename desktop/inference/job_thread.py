"""Jobs for a child process: a queue, so many at once, and exactly one outcome for each.

Every job that was asked for ends with one of `done`, `failed` and `cancelled`. "Cancelled" is what we asked for, never
what an exit code or an error text looks like.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.inference.child import Message
from desktop.inference.child_thread import NOT_STARTED, ChildThread, Timer

logger = logging.getLogger(__name__)

CANCEL_TIMEOUT_S = 3.0
ANSWER_S = 0.3  # a person waits half a second at most, most of it for the window
PROGRESS_INTERVAL_S = 0.1


KILLED = -9
"""Exit code of a child that was killed and not by us: by the system, as a rule, where memory ran out."""
_STARVED = "The system may have ended it because memory ran out: close other programs first."


@dataclass(frozen=True)
class Death:
    """How a job is told that the child died under it."""

    code: str
    message: str
    hint: str

    def by(self, exit_code: int) -> Death:
        """The same where the exit code tells more."""
        return replace(self, message=f"{self.message} {_STARVED}") if exit_code == KILLED else self


@dataclass
class Running:
    """A job that the child works on."""

    job: str
    request: Message
    deadline: Timer | None = None  # of the cancel that was sent
    answer: Timer | None = None  # tells the cancel when the child takes longer to
    told: bool = False  # that it is cancelled
    told_at: float = 0.0
    untold: tuple[int, int] | None = None  # progress that waits until it may be told
    tell: Timer | None = None

    @property
    def cancelling(self) -> bool:
        """Whether the person does not want it any more."""
        return self.deadline is not None


class JobThread(ChildThread):
    """Feeds requests to the child in the order in which they came.

    Args:
        command: The child's program and arguments.
        death: What a job is told when the child dies under it.
        at_once: How many jobs the child is given at the same time.
        cancel_timeout_s: How long the child may take to answer a cancel before it is killed.
        answer_s: After how long a cancel is told although the child has not answered; None waits for the child. The
            job's place is free only when the child is done with it.

    Signals:
        job_started: The child was given this job.
        progress: Job, parts done, parts in all (ints of any size); at most ten times a second, the last one always
            before the outcome.
        done: Job and the child's answer.
        failed: Job, code, message, hint.
        cancelled: Job.
    """

    job_started = Signal(str)
    progress = Signal(str, object, object)  # of an export they are frames: Signal(int) has 32 bits
    done = Signal(str, dict)
    failed = Signal(str, str, str, str)
    cancelled = Signal(str)

    def __init__(
        self,
        command: Sequence[str],
        death: Death,
        parent: QObject | None = None,
        *,
        at_once: int = 1,
        cancel_timeout_s: float = CANCEL_TIMEOUT_S,
        answer_s: float | None = None,
    ) -> None:
        super().__init__(command, parent)
        self._death = death
        self._cancel_timeout_s = cancel_timeout_s
        self._answer_s = answer_s
        self._at_once = at_once
        self._queue: deque[Message] = deque()
        self._running: dict[str, Running] = {}
        self._halted = False
        self._beginning = False

    # -- from any thread

    def cancel(self, job: str) -> None:
        """Drop a waiting job at once; ask the child to stop a running one, and kill it when it does not listen."""
        self._post(partial(self._cancel, job))

    def move(self, job: str, places: int) -> None:
        """Let a waiting job go earlier (negative) or later."""
        self._post(partial(self._move, job, places))

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
        if self._beginning:
            return  # the loop below goes on; deeper each time, a thousand jobs that cannot begin would be too many
        self._beginning = True
        try:
            while self._queue and len(self._running) < self._at_once and not self._halted and not self._stopping:
                request = self._queue.popleft()
                job = request["job"]
                self._running[job] = Running(job, request)
                self.job_started.emit(job)
                if not self._write(request):
                    self._on_death(NOT_STARTED)
        finally:
            self._beginning = False

    def _cancel(self, job: str) -> None:
        waiting = next((request for request in self._queue if request["job"] == job), None)
        running = self._running.get(job)
        if waiting is not None:
            self._queue.remove(waiting)
            self.cancelled.emit(job)
        elif running is not None and not running.cancelling:
            self._write({"type": "cancel", "job": job})
            running.deadline = self._after(self._patience_s(job), self._cancel_hard)
            if self._answer_s is not None:
                running.answer = self._after(self._answer_s, partial(self._tell_cancelled, running))

    def _move(self, job: str, places: int) -> None:
        place = next((place for place, request in enumerate(self._queue) if request["job"] == job), None)
        if place is not None:
            request = self._queue[place]
            del self._queue[place]
            self._queue.insert(max(0, place + places), request)

    def _patience_s(self, job: str) -> float:
        """How long the child may take now to answer a cancel."""
        return self._cancel_timeout_s

    def _tell_cancelled(self, running: Running) -> None:
        """Once: the child may answer after us."""
        if not running.told:
            running.told = True
            self.cancelled.emit(running.job)

    def _cancel_hard(self) -> None:
        self._kill()
        self._fail_running(self._death)
        self._next()

    def _settle(self, running: Running) -> None:
        """A job is over."""
        for timer in (running.deadline, running.answer, running.tell):
            if timer is not None:
                timer.cancel()
        del self._running[running.job]

    def _on_message(self, message: Message) -> None:
        kind = message.get("type")
        running = self._running.get(str(message.get("job")))
        if running is None:
            return  # of a job that is over
        if kind in ("done", "error", "cancelled"):
            self._outcome(running, str(kind), message)
        elif not running.cancelling:
            if kind == "progress":
                self._progress(running, int(message["done"]), int(message["total"]))
            else:
                self._on_answer(running.job, str(kind), message)

    def _outcome(self, running: Running, kind: str, message: Message) -> None:
        job = running.job
        self._settle(running)
        if running.cancelling or kind == "cancelled":
            self._tell_cancelled(running)
        elif kind == "done":
            self._tell_progress(running)
            self.done.emit(job, {key: value for key, value in message.items() if key not in ("type", "job")})
        else:
            code, text, hint = (str(message.get(key, "")) for key in ("code", "message", "hint"))
            self.failed.emit(job, code or "unknown", text or self._death.message, hint)
        self._next()

    def _on_answer(self, job: str, kind: str, message: Message) -> None:
        """What a child says besides progress and outcome."""

    def _progress(self, running: Running, done: int, total: int) -> None:
        running.untold = done, total
        if running.tell is None:
            wait_s = max(0.0, running.told_at + PROGRESS_INTERVAL_S - time.monotonic())
            tell = partial(self._tell_progress, running)
            if wait_s > 0:
                running.tell = self._after(wait_s, tell)
            else:
                tell()

    def _tell_progress(self, running: Running) -> None:
        running.tell = None
        if running.untold is not None:
            running.told_at = time.monotonic()
            self.progress.emit(running.job, *running.untold)
            running.untold = None

    def _on_death(self, code: int) -> None:
        death = self._death.by(code)
        if self._fail_running(death):
            self._after_death(death)
        self._next()

    def _fail_running(self, death: Death) -> bool:
        """No child any more: cancelled is what was to be, failed what was not; whether there was any of the latter."""
        over = list(self._running.values())
        lost = [running for running in over if not running.cancelling]
        if lost:
            self._halt()
        for running in over:
            self._settle(running)
            if running.cancelling:
                self._tell_cancelled(running)
            else:
                self.failed.emit(running.job, death.code, death.message, death.hint)
        return bool(lost)

    def _cancel_running(self) -> None:
        for running in list(self._running.values()):
            self._settle(running)
            self._tell_cancelled(running)

    def _on_killed(self) -> None:
        self._cancel_running()
        self._next()

    def _halt(self) -> None:
        """For children that are not started again unasked: set `_halted`."""

    def _after_death(self, death: Death) -> None:
        """The job under which the child died has been told."""

    def _before_stop(self) -> None:
        for running in self._running.values():
            if not running.cancelling and self._child is not None:
                self._child.send({"type": "cancel", "job": running.job})
        self._cancel_running()
        while self._queue:
            self.cancelled.emit(self._queue.popleft()["job"])
