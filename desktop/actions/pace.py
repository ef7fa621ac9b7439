"""How long a job still takes, from how far it came since it was first heard of."""

from __future__ import annotations

from collections.abc import Callable

AFTER_S = 2.0
"""Sooner than this nothing is told: the first steps say little about the rest."""


class Pace:
    """Keeps when each job first told its progress.

    Args:
        clock: Seconds, from any moment on.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._first: dict[str, tuple[float, int]] = {}

    def forget(self, job: str) -> None:
        """It is over, or begins something that goes at another pace."""
        self._first.pop(job, None)

    def left_s(self, job: str, done: int, total: int) -> float | None:
        """Seconds left where `done` of `total` is done now, None while that cannot be told."""
        since, before = self._first.setdefault(job, (self._clock(), done))
        passed, gone = self._clock() - since, done - before
        return passed / gone * (total - done) if passed >= AFTER_S and gone > 0 else None
