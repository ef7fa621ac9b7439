"""The book of jobs: order, stopping, trying again, time left, history."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.actions.jobs import HISTORY, JobBook, JobFacts


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Owner:
    """Does what it is asked at once, and remembers it."""

    def __init__(self, book: JobBook) -> None:
        self.book = book
        self.asked: list[tuple[Any, ...]] = []
        self.can_retry = True

    def stop(self, job: str) -> None:
        self.asked.append(("stop", job))
        self.book.end(job, "stopped", can_retry=True)

    def retry(self, job: str) -> bool:
        self.asked.append(("retry", job))
        if self.can_retry:
            self.book.put(JobFacts(job, "export", job), self)
        return self.can_retry

    def move(self, job: str, places: int) -> None:
        self.asked.append(("move", job, places))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book(qapp: object, clock: Clock) -> JobBook:
    return JobBook(clock)


@pytest.fixture
def owner(book: JobBook) -> Owner:
    owner = Owner(book)
    for name in "abc":
        book.put(JobFacts(name, "export", name), owner)
    book.update("a", state="running")
    return owner


def names(book: JobBook) -> str:
    return "".join(one.id for one in book.jobs)


def test_what_runs_comes_first_and_what_is_over_last(book: JobBook, owner: Owner) -> None:
    book.end("a", "failed", "no room")
    book.update("c", state="running")
    assert names(book) == "cba"
    book.end("c", "done")
    assert names(book) == "bca"  # of what is over, the newest first
    assert [one.id for one in book.current] == ["b"]


def test_one_failure_stops_nothing_else(book: JobBook, owner: Owner) -> None:
    ended: list[JobFacts] = []
    book.ended.connect(ended.append)
    book.end("a", "failed", "no room", can_retry=True)
    assert [(one.id, one.state, one.note) for one in ended] == [("a", "failed", "no room")]
    assert {one.id for one in book.current} == {"b", "c"}
    assert owner.asked == []


def test_stop_one_and_stop_all(book: JobBook, owner: Owner) -> None:
    book.stop("b")
    assert owner.asked == [("stop", "b")]
    book.stop("b")  # over
    assert owner.asked == [("stop", "b")]
    book.stop_all()
    assert owner.asked[1:] == [("stop", "c"), ("stop", "a")]  # what runs last, so that nothing starts meanwhile
    assert book.current == ()


def test_try_again(book: JobBook, owner: Owner) -> None:
    book.end("a", "failed", can_retry=True)
    book.retry("a")
    assert book.job("a").state == "waiting"  # type: ignore[union-attr]
    book.end("b", "failed", can_retry=False)
    book.retry("b")
    assert owner.asked == [("retry", "a")]
    owner.can_retry = False
    book.end("c", "failed", can_retry=True)
    book.retry("c")
    assert not book.job("c").can_retry  # type: ignore[union-attr]


def test_reorder_among_its_kind(book: JobBook, owner: Owner) -> None:
    book.put(JobFacts("m", "model", "m"), owner)
    book.put(JobFacts("d", "export", "d"), owner)
    assert names(book) == "abcmd"
    book.move("d", -1)
    assert names(book) == "abdmc"
    book.move("d", -5)
    assert names(book) == "adbmc"
    book.move("d", -1)
    book.move("a", 1)  # runs
    assert owner.asked == [("move", "d", -1), ("move", "d", -1)]


def test_time_left_is_told_once_it_can_be(book: JobBook, owner: Owner, clock: Clock) -> None:
    book.update("a", done=0, total=100)
    clock.now = 1.0
    book.update("a", done=10, total=100)
    assert book.job("a").eta_s is None  # type: ignore[union-attr]
    clock.now = 4.0
    book.update("a", done=40, total=100)
    assert book.job("a").eta_s == pytest.approx(6.0)  # type: ignore[union-attr]
    book.update("a", phase="Tidying", done=0, total=10)  # another phase has another speed
    assert book.job("a").eta_s is None  # type: ignore[union-attr]
    clock.now = 9.0
    book.end("a", "done")
    assert book.job("a").took_s == 9.0  # type: ignore[union-attr]


def test_the_share_of_what_runs(book: JobBook, owner: Owner) -> None:
    assert book.share is None
    book.update("a", done=1, total=4)
    assert book.share == 0.25
    book.update("b", state="running", done=3, total=4)
    assert book.share == 0.5
    book.end("a", "done")
    book.end("b", "done")
    assert book.share is None


def test_the_history_does_not_grow_for_ever(book: JobBook, owner: Owner) -> None:
    for number in range(HISTORY + 10):
        book.put(JobFacts(f"x{number}", "model", "x"), owner)
        book.end(f"x{number}", "done")
    assert len(book.jobs) == HISTORY + 3
    book.forget_ended()
    assert names(book) == "abc"


def test_what_is_over_stays_so(book: JobBook, owner: Owner) -> None:
    book.end("a", "done")
    book.update("a", state="running")
    book.end("a", "failed")
    assert book.job("a").state == "done"  # type: ignore[union-attr]
