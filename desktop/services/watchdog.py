"""Finds what blocks the window: a thread that looks whether the GUI thread still answers, and if not, where it is.

For debugging and tests, not for a person's day: `--debug`, or AUDIOSEP_DEBUG in the environment.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import re
import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

logger = logging.getLogger(__name__)

LIMIT_S = 0.100
_BEAT_MS = 20
DEBUG_VARIABLE = "AUDIOSEP_DEBUG"
_CALL = re.compile(r'^  File "(.*)", line (\d+) in (.*)$', re.MULTILINE)


@dataclass(frozen=True)
class Stall:
    """The GUI thread did not answer.

    Attributes:
        seconds: For how long, without the time in which it waited for a processor: that is the machine's doing.
        waited: For a processor; 0 where the system does not say.
        worked: On a processor meanwhile; the rest of `seconds` it waited for something else. 0 likewise.
        stack: Where it was when the limit had passed, the innermost call last.
    """

    seconds: float
    waited: float
    worked: float
    stack: str


def log_stall(stall: Stall) -> None:
    """Write a stall to the log."""
    logger.warning("the window stood still for %.0f ms at\n%s", 1000 * stall.seconds, stall.stack)


class Watchdog(QObject):
    """Watches the thread that makes it, from `start` to `stop`.

    Args:
        report: Called on the watchdog's thread with each `Stall`.
        limit_s: What is no stall yet.
        parent: Whoever owns it.
    """

    def __init__(
        self, report: Callable[[Stall], None] = log_stall, limit_s: float = LIMIT_S, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._report = report
        self._limit_s = limit_s
        self._thread_id = threading.get_ident()
        self._native_id = threading.get_native_id()
        self._beats = 0
        self._ended = threading.Event()
        self._watcher: threading.Thread | None = None
        self._timer = QTimer(self, interval=_BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Watch from now on."""
        if self._watcher is None:
            self._ended.clear()
            self._timer.start()
            self._watcher = threading.Thread(target=self._watch, name="watchdog", daemon=True)
            self._watcher.start()

    def stop(self) -> None:
        """Watch no more; no report comes afterwards."""
        self._timer.stop()
        self._ended.set()
        if self._watcher is not None:
            self._watcher.join()
            self._watcher = None

    def _beat(self) -> None:
        self._beats += 1

    def _watch(self) -> None:
        seen, since, (worked, waited) = self._beats, time.monotonic(), self._spent_s()
        stack = ""
        while not self._ended.wait(_BEAT_MS / 2000):
            now = time.monotonic()
            if self._beats == seen:
                if not stack and now - since > self._limit_s:
                    stack = _stack_of(self._thread_id)
                continue
            if stack:
                working, waiting = self._spent_s()
                lost = waiting - waited
                if now - since - lost > self._limit_s:
                    self._report(Stall(now - since - lost, lost, working - worked, stack))
                stack = ""
            seen, since, (worked, waited) = self._beats, now, self._spent_s()

    def _spent_s(self) -> tuple[float, float]:
        """How long the GUI thread has been on a processor, and waited for one, since it began; Linux alone says so."""
        with contextlib.suppress(OSError, ValueError):
            worked, waited, _ = Path(f"/proc/self/task/{self._native_id}/schedstat").read_text("ascii").split()
            return int(worked) / 1e9, int(waited) / 1e9
        return 0.0, 0.0


def wanted() -> bool:
    """Whether the environment asks for a watchdog."""
    return bool(os.environ.get(DEBUG_VARIABLE))


def _stack_of(thread_id: int) -> str:
    """Where a thread is, the innermost call last.

    Not by `sys._current_frames`: whoever holds a frame may be the last to hold what its variables name, and a widget
    must not end on the watchdog's thread.
    """
    with tempfile.TemporaryFile() as file:
        faulthandler.dump_traceback(file)
        file.seek(0)
        threads = file.read().decode("utf-8", "replace").split("\n\n")
    heading = re.compile(rf"(Current t|T)hread 0x0*{thread_id:x}\b")
    ours = next((thread for thread in threads if heading.match(thread)), "")
    calls = [traceback.FrameSummary(path, int(line), name) for path, line, name in _CALL.findall(ours)]
    return "".join(traceback.format_list(calls[::-1])) or "(the thread is gone)"
