"""Taskbar, notification, chime and keep-awake follow the jobs, and the settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.actions.attention import Attention
from desktop.actions.jobs import JobBook, JobFacts
from desktop.services.settings import SettingsStore

from .test_jobs import Clock, Owner


class Desktop:
    """Everything that can be told, and what was."""

    def __init__(self) -> None:
        self.told: list[Any] = []
        self.in_front = False

    def show(self, share: float | None) -> None:
        self.told.append(("taskbar", share))

    def tell(self, title: str, text: str) -> None:
        self.told.append(("notice", title, text))

    def keep(self, _reason: str) -> None:
        self.told.append("awake")

    def let_go(self) -> None:
        self.told.append("asleep")

    def play(self, *, good: bool) -> None:
        self.told.append(("chime", good))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(qapp: object, clock: Clock) -> JobBook:
    return JobBook(clock)


@pytest.fixture
def settings(tmp_path: Path, qapp: object) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.json")


@pytest.fixture
def desktop(book: JobBook, settings: SettingsStore) -> Desktop:
    desktop = Desktop()
    Attention(book, settings, lambda: desktop.in_front, desktop, desktop, desktop, desktop, book)
    return desktop


def work(book: JobBook, clock: Clock, seconds: float, state: str = "done") -> None:
    book.put(JobFacts("a", "export", "Yard"), Owner(book))
    book.update("a", state="running", done=0, total=10)
    clock.now += seconds
    book.end("a", state, "It is there.")  # type: ignore[arg-type]


def test_long_work_is_told_short_work_is_not(book: JobBook, clock: Clock, desktop: Desktop) -> None:
    work(book, clock, 19.0)
    assert ("chime", True) not in desktop.told
    work(book, clock, 21.0)
    assert ("notice", "Done", "Yard It is there.") in desktop.told
    assert ("chime", True) in desktop.told


def test_a_failure_sounds_different_and_a_stop_is_silent(book: JobBook, clock: Clock, desktop: Desktop) -> None:
    work(book, clock, 30.0, "stopped")
    assert not any(one[0] in ("notice", "chime") for one in desktop.told if isinstance(one, tuple))
    work(book, clock, 30.0, "failed")
    assert ("chime", False) in desktop.told


def test_who_looks_at_the_window_needs_no_notice(book: JobBook, clock: Clock, desktop: Desktop) -> None:
    desktop.in_front = True
    work(book, clock, 30.0)
    assert ("chime", True) in desktop.told
    assert not any(one[0] == "notice" for one in desktop.told if isinstance(one, tuple))


def test_each_can_be_switched_off(book: JobBook, clock: Clock, desktop: Desktop, settings: SettingsStore) -> None:
    settings.update(notify=False, chime=False, keep_awake=False)
    work(book, clock, 30.0)
    assert {one[0] for one in desktop.told} == {"taskbar"}


def test_the_computer_stays_awake_as_long_as_there_is_work(
    book: JobBook, desktop: Desktop, settings: SettingsStore
) -> None:
    owner = Owner(book)
    book.put(JobFacts("a", "export", "a"), owner)
    book.put(JobFacts("b", "export", "b"), owner)
    book.end("a", "done")
    assert "asleep" not in desktop.told
    settings.update(keep_awake=False)
    settings.update(keep_awake=True)
    book.end("b", "failed")
    assert [one for one in desktop.told if isinstance(one, str)] == ["awake", "asleep", "awake", "asleep"]


def test_the_taskbar_is_told_whole_per_cents_only(book: JobBook, desktop: Desktop) -> None:
    book.put(JobFacts("a", "export", "a"), Owner(book))
    book.update("a", state="running")
    for done in range(0, 1001):
        book.update("a", done=done, total=1000)
    book.end("a", "done")
    shares = [one[1] for one in desktop.told if isinstance(one, tuple)]
    assert len(shares) == 102
    assert shares[-1] is None
