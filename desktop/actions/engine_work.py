"""What the engine does now, as the status line and the jobs panel tell it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Work:
    """What the engine does now, for the status line.

    Attributes:
        job: The running job.
        name: What is separated, the names of all its stems.
        phase: "waiting", "loading" or "separating".
        done: Chunks done.
        total: Chunks in all, 0 while unknown.
        eta_s: Seconds left, None while that cannot be told.
        waiting: Jobs behind this one.
    """

    job: str
    name: str
    phase: str = "waiting"
    done: int = 0
    total: int = 0
    eta_s: float | None = None
    waiting: int = 0
