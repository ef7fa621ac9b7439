"""What the engine does now, as the status line and the jobs panel tell it."""

from __future__ import annotations

from dataclasses import dataclass, replace

ETA_AFTER_CHUNKS = 3


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
        kept: Chunks of `done` that were there before it began: they took no time.
    """

    job: str
    name: str
    phase: str = "waiting"
    done: int = 0
    total: int = 0
    eta_s: float | None = None
    waiting: int = 0
    kept: int = 0

    def after(self, done: int, total: int, spent_s: float | None) -> Work:
        """The same work with one more chunk done.

        Args:
            done: Chunks done, with those that were there before.
            total: Chunks in all.
            spent_s: Seconds since the first chunk was begun, None while that is unknown.
        """
        kept = self.kept if self.done else done - 1
        eta_s = None
        if spent_s is not None and done - kept >= ETA_AFTER_CHUNKS:
            eta_s = spent_s / (done - kept) * (total - done)
        return replace(self, phase="separating", done=done, total=total, eta_s=eta_s, kept=kept)
