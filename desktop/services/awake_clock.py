"""Seconds in which the program could work: what a computer sleeps is in no estimate of how long work takes."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

TICK_MS = 1000
ASLEEP_S = 5.0
"""Who is late by that much did not run: the computer slept, or somebody had stopped the program."""


class AwakeClock(QObject):
    """Call it for seconds that never go back. Linux and macOS leave sleep out of their own clock, Windows does not.

    Args:
        clock: Seconds, monotonic.
        parent: Qt's.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._looked_at = clock()
        self._slept_s = 0.0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def __call__(self) -> float:
        """Seconds since some moment, sleep left out."""
        self.look()
        return self._looked_at - self._slept_s

    def look(self) -> None:
        """Take notice of the time; the timer's."""
        now = self._clock()
        passed, self._looked_at = now - self._looked_at, now
        if passed > ASLEEP_S:
            self._slept_s += passed
