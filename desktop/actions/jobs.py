"""Everything that takes a while, in one book: what runs, what waits, what is over, whoever does it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.actions.pace import Pace

Kind = Literal["separation", "export", "model", "batch"]
State = Literal["waiting", "running", "done", "failed", "stopped"]

HISTORY = 50
LONG_S = 20.0
"""A person has turned to something else after that long, and wants to be told."""


@dataclass(frozen=True)
class JobFacts:
    """One piece of work as a person sees it.

    Attributes:
        id: Its name, of no other.
        kind: Who does it.
        title: What it is about.
        state: "waiting", "running", "done", "failed" or "stopped".
        phase: What is being done now, in words.
        done: Parts done.
        total: Parts in all, 0 while unknown.
        eta_s: Seconds left, None while that cannot be told.
        note: What came of it, or why it failed.
        folder: Where its results lie, None where there is no such place.
        can_retry: Whether it can be done again.
        can_move: Whether it may change places with others that wait.
        took_s: Seconds from its start to its end, 0 before.
    """

    id: str
    kind: Kind
    title: str
    state: State = "waiting"
    phase: str = ""
    done: int = 0
    total: int = 0
    eta_s: float | None = None
    note: str = ""
    folder: Path | None = None
    can_retry: bool = False
    can_move: bool = True
    took_s: float = 0.0

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self.state not in ("waiting", "running")


class JobOwner(Protocol):
    """Who does a piece of work, and can be asked to do otherwise."""

    def stop(self, job: str) -> None:
        """Stop it, running or waiting."""

    def retry(self, job: str) -> bool:
        """Do it again; False when that cannot be."""

    def move(self, job: str, places: int) -> None:
        """Let it go earlier (negative) or later among those of this owner that wait."""


class JobBook(QObject):
    """Controllers enter their work here; the panel, the taskbar and the notifications read it.

    Signals:
        changed: Something about the jobs.
        ended: A job is over (JobFacts).
    """

    changed = Signal()
    ended = Signal(object)

    def __init__(self, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._facts: dict[str, JobFacts] = {}
        self._owners: dict[str, JobOwner] = {}
        self._began: dict[str, float] = {}
        self._pace = Pace(clock)

    @property
    def jobs(self) -> tuple[JobFacts, ...]:
        """What runs, then what waits, then what is over, the last one first."""
        facts = list(self._facts.values())
        running = [one for one in facts if one.state == "running"]
        waiting = [one for one in facts if one.state == "waiting"]
        return (*running, *waiting, *(one for one in reversed(facts) if one.over))

    @property
    def current(self) -> tuple[JobFacts, ...]:
        """What runs or waits."""
        return tuple(one for one in self.jobs if not one.over)

    @property
    def share(self) -> float | None:
        """How far the running work is, 0 to 1; None when nothing runs, or nobody knows."""
        known = [one.done / one.total for one in self._facts.values() if one.state == "running" and one.total]
        return sum(known) / len(known) if known else None

    def job(self, job: str) -> JobFacts | None:
        """A job by its name."""
        return self._facts.get(job)

    # -- for those who work

    def put(self, facts: JobFacts, owner: JobOwner) -> None:
        """Enter a job, or enter it again: it waits from now on."""
        self._facts.pop(facts.id, None)
        self._facts[facts.id] = facts
        self._owners[facts.id] = owner
        self._began.pop(facts.id, None)
        self._pace.forget(facts.id)
        self.changed.emit()

    def update(self, job: str, **changes: Any) -> None:
        """Tell what has changed about a job that is not over."""
        before = self._facts.get(job)
        if before is None or before.over:
            return
        after = replace(before, **changes)
        if after.state == "running":
            self._began.setdefault(job, self._clock())
        if after.phase != before.phase:
            self._pace.forget(job)
        if "eta_s" not in changes and after.total:
            after = replace(after, eta_s=self._pace.left_s(job, after.done, after.total))
        if after != before:
            self._facts[job] = after
            self.changed.emit()

    def end(self, job: str, state: State, note: str = "", *, can_retry: bool = False) -> None:
        """A job is over."""
        before = self._facts.get(job)
        if before is None or before.over:
            return
        took_s = self._clock() - self._began.pop(job, self._clock())
        self._pace.forget(job)
        after = replace(before, state=state, note=note, can_retry=can_retry, phase="", eta_s=None, took_s=took_s)
        del self._facts[job]  # the last one to end comes last
        self._facts[job] = after
        self._forget(keep=HISTORY)
        self.changed.emit()
        self.ended.emit(after)

    # -- for the person

    def stop(self, job: str) -> None:
        """Stop one; the others go on."""
        facts = self._facts.get(job)
        if facts is not None and not facts.over:
            self._owners[job].stop(job)

    def stop_all(self) -> None:
        """Stop what runs and what waits; the last one first, so that none starts meanwhile."""
        for facts in reversed(self.current):
            self.stop(facts.id)

    def retry(self, job: str) -> None:
        """Do a failed or stopped one again."""
        facts = self._facts.get(job)
        if facts is not None and facts.over and facts.can_retry and not self._owners[job].retry(job):
            self._facts[job] = replace(facts, can_retry=False)
            self.changed.emit()

    def move(self, job: str, places: int) -> None:
        """Let one that waits go earlier (negative) or later among its kind."""
        facts = self._facts.get(job)
        if facts is None or facts.state != "waiting" or not facts.can_move:
            return
        kin = [one.id for one in self._facts.values() if one.state == "waiting" and one.kind == facts.kind]
        place = kin.index(job)
        other = min(max(place + places, 0), len(kin) - 1)
        if other == place:
            return
        self._owners[job].move(job, other - place)
        kin.insert(other, kin.pop(place))
        order = iter(kin)
        names = [next(order) if name in kin else name for name in self._facts]
        self._facts = {name: self._facts[name] for name in names}
        self.changed.emit()

    def forget_ended(self) -> None:
        """Clear the history."""
        self._forget(keep=0)
        self.changed.emit()

    def _forget(self, keep: int) -> None:
        over = [facts.id for facts in self._facts.values() if facts.over]
        for job in over[: max(0, len(over) - keep)]:
            del self._facts[job]
            self._owners.pop(job, None)
