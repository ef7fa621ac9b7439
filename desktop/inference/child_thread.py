"""A QThread that owns one child process. Everything about the child happens on this thread, one action at a time.

Calls from the window put an action into the inbox and return; the child's messages and its end come through the same
inbox; timers wake it. So there is no lock and no state that two threads share.
"""

from __future__ import annotations

import heapq
import itertools
import logging
import time
from collections.abc import Callable, Sequence
from functools import partial
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QThread, Signal

from audiosep_core.protocol import PROTOCOL_VERSION
from desktop.inference.child import Child, Message

logger = logging.getLogger(__name__)

Action = Callable[[], object]
STOP_TIMEOUT_MS = 3000
NOT_STARTED = -1
KILLED_S = 2.0  # a killed child is gone at once, unless the system holds it; then we leave without it


class Timer:
    """One action at a later time, unless it is cancelled before."""

    def __init__(self, action: Action) -> None:
        self.action: Action | None = action

    def cancel(self) -> None:
        """Do nothing when the time comes."""
        self.action = None

    def fire(self) -> None:
        """The time has come."""
        if self.action is not None:
            self.action()


class ChildThread(QThread):
    """Starts `command` when there is something to send, again when it is not there any more.

    Start the thread with `start()`; what is asked before that waits. Connect its signals to bound methods of QObjects
    only: those run on the receiver's thread, a lambda would run on this one.

    Signals:
        message: Every message of the child.
        child_started: A child runs.
        child_died: It ended without being asked to: exit code, last lines of its stderr.
    """

    message = Signal(dict)
    child_started = Signal()
    child_died = Signal(int, str)

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = list(command)
        self._inbox: SimpleQueue[Action] = SimpleQueue()
        self._timers: list[tuple[float, int, Timer]] = []
        self._serial = itertools.count()
        self._child: Child | None = None
        self._stopping = False
        self._finished = False

    # -- from any thread

    def send(self, message: Message) -> None:
        """Send one message, starting the child when it is not there."""
        self._post(partial(self._write, message))

    def start_child(self) -> None:
        """Start the child ahead of the first message, which then waits for nothing."""
        self._post(self._ensure_child)

    def kill_child(self) -> None:
        """End the child now; it is started again when there is something to send."""
        self._post(self._kill_asked)

    @property
    def child_pid(self) -> int | None:
        """The process id of the child that runs now."""
        child = self._child
        return None if child is None else child.pid

    def begin_stop(self, timeout_ms: int = STOP_TIMEOUT_MS) -> None:
        """Ask the child to quit, kill it after `timeout_ms`, then end the thread; returns at once."""
        self._post(partial(self._stop, timeout_ms / 1000))

    def stop(self, timeout_ms: int = STOP_TIMEOUT_MS) -> None:
        """`begin_stop`, and wait until child and thread are gone. For the end of the program."""
        if not self.isRunning():
            return
        self.begin_stop(timeout_ms)
        self.wait()

    # -- on this thread

    def run(self) -> None:
        """The loop; Qt calls it."""
        while not self._finished:
            action = self._next_action()
            try:
                action()
            except Exception:  # one bad message must not take the seam down with the child behind it
                logger.exception("while serving a child")

    def _post(self, action: Action) -> None:
        self._inbox.put(action)

    def _after(self, seconds: float, action: Action) -> Timer:
        timer = Timer(action)
        heapq.heappush(self._timers, (time.monotonic() + seconds, next(self._serial), timer))
        return timer

    def _next_action(self) -> Action:
        while True:
            try:
                return self._inbox.get(timeout=self._let_due())
            except Empty:
                continue

    def _let_due(self) -> float | None:
        """Put timers whose time has come behind what waits already; seconds until the next.

        Behind: the answer that a timer waits for may be there. In the queue: a child that never falls silent must not
        keep its own deadline from coming.
        """
        while self._timers:
            due, _, timer = self._timers[0]
            wait_s = due - time.monotonic()
            if timer.action is not None and wait_s > 0:
                return wait_s
            heapq.heappop(self._timers)
            if timer.action is not None:
                self._post(timer.fire)
        return None

    def _write(self, message: Message) -> bool:
        """Send to the child, starting it if need be; False when it cannot be started."""
        if self._stopping or not self._ensure_child():
            return False
        assert self._child is not None
        self._child.send(message)
        return True

    def _ensure_child(self) -> bool:
        if self._child is not None:
            return True
        try:
            self._child = Child(self._command, self._child_spoke, self._child_ended)
        except OSError as error:
            logger.warning("cannot start %s: %s", self._command, error)
            self.child_died.emit(NOT_STARTED, str(error))
            return False
        logger.info("child %d started: %s", self._child.pid, " ".join(self._command))
        self.child_started.emit()
        return True

    def _kill(self) -> None:
        child, self._child = self._child, None  # whatever it still says is of no interest
        if child is not None:
            logger.info("child %d is killed", child.pid)
            child.kill()
            child.close_input()

    def _kill_asked(self) -> None:
        self._kill()
        self._on_killed()

    def _stop(self, timeout_s: float) -> None:
        if self._stopping:
            return
        self._before_stop()
        self._stopping = True
        if self._child is None:
            self._finished = True
            return
        self._child.send({"type": "quit"})
        self._child.close_input()
        self._after(timeout_s, self._stop_hard)

    def _stop_hard(self) -> None:
        if self._child is not None:
            self._child.kill()
        self._after(KILLED_S, self._give_up)

    def _give_up(self) -> None:
        self._finished = True

    # -- from the child's reading thread, and what it leads to on this one

    def _child_spoke(self, child: Child, message: Message) -> None:
        self._post(partial(self._receive, child, message))

    def _child_ended(self, child: Child, code: int, last_words: str) -> None:
        self._post(partial(self._bury, child, code, last_words))

    def _receive(self, child: Child, message: Message) -> None:
        if child is not self._child or self._stopping:
            return
        if message.get("type") == "hello" and message.get("protocol") != PROTOCOL_VERSION:
            logger.warning("child %d speaks protocol %s, not %d", child.pid, message.get("protocol"), PROTOCOL_VERSION)
        self.message.emit(message)
        self._on_message(message)

    def _bury(self, child: Child, code: int, last_words: str) -> None:
        logger.info("child %d ended with %d", child.pid, code)
        if child is not self._child:
            return
        self._child = None
        if self._stopping:
            self._finished = True
            return
        logger.warning("child %d died with %d: %s", child.pid, code, last_words)
        self.child_died.emit(code, last_words)
        self._on_death(code)

    # -- for subclasses, always on this thread

    def _on_message(self, message: Message) -> None:
        """A message of the living child."""

    def _on_death(self, code: int) -> None:
        """The child ended without being asked to: its exit code, NOT_STARTED where it could not be started."""

    def _on_killed(self) -> None:
        """The child was killed because we wanted it."""

    def _before_stop(self) -> None:
        """The thread is about to end; the child still listens."""
