"""Threads on a fake child, and a note of all they say, taken on the main thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread, SignalInstance

from desktop.inference import InferenceThread, MediaThread, SeparateRequest

FAKE_CHILD = [sys.executable, str(Path(__file__).parent / "fake_child.py")]


def child_threads() -> list[threading.Thread]:
    """Threads of this process that talk with children."""
    return [thread for thread in threading.enumerate() if thread.name.startswith("child ")]


class Notes(QObject):
    """Signals in the order in which they came, as (name, arguments...)."""

    def __init__(self, thread: QThread, qtbot: Any) -> None:
        super().__init__()
        self.events: list[tuple[Any, ...]] = []
        self.on_other_threads = 0
        self._qtbot = qtbot
        self._names = [name for name in NAMES if isinstance(getattr(thread, name, None), SignalInstance)]
        for name in self._names:
            getattr(thread, name).connect(getattr(self, f"on_{name}"))

    def _note(self, name: str, *arguments: Any) -> None:
        self.events.append((name, *arguments))
        self.on_other_threads += QThread.currentThread() is not self.thread()

    def of(self, *names: str) -> list[tuple[Any, ...]]:
        return [event for event in self.events if event[0] in names]

    def about(self, job: str) -> list[tuple[Any, ...]]:
        return [event for event in self.events if len(event) > 1 and event[1] == job]

    @property
    def outcomes(self) -> list[tuple[str, str]]:
        return [(event[0], event[1]) for event in self.of("done", "failed", "cancelled")]

    def wait_for(self, *event: Any) -> None:
        """Until an event that begins like this has come."""
        self._qtbot.waitUntil(lambda: any(past[: len(event)] == event for past in self.events), timeout=20_000)


NAMES = (
    "child_started",
    "child_died",
    "job_started",
    "phase",
    "progress",
    "final",
    "notice",
    "done",
    "failed",
    "cancelled",
    "engine_stopped",
    "warmed",
    "warm_failed",
    "opened",
    "decoded",
)


def _method(name: str) -> Callable[..., None]:
    def note(self: Notes, *arguments: Any) -> None:
        self._note(name, *arguments)

    note.__name__ = f"on_{name}"
    return note


for _name in NAMES:
    setattr(Notes, f"on_{_name}", _method(_name))


@pytest.fixture
def engine(qtbot: Any) -> Iterator[InferenceThread]:
    thread = InferenceThread(FAKE_CHILD, cancel_timeout_s=0.3)
    yield thread
    thread.stop()


@pytest.fixture
def notes(engine: InferenceThread, qtbot: Any) -> Notes:
    notes = Notes(engine, qtbot)
    engine.start()
    return notes


@pytest.fixture
def media(qtbot: Any) -> Iterator[MediaThread]:
    thread = MediaThread(FAKE_CHILD, cancel_timeout_s=0.3)
    yield thread
    thread.stop()


@pytest.fixture
def media_notes(media: MediaThread, qtbot: Any) -> Notes:
    notes = Notes(media, qtbot)
    media.start()
    return notes


@pytest.fixture
def request_for() -> Callable[..., SeparateRequest]:
    def make(job: str, what: str) -> SeparateRequest:
        return SeparateRequest(job, Path("source.json"), 0, 100, 10, (what,), "starter", "auto", (Path("stem.json"),))

    return make
