"""What the program did not see pass, it does not count."""

from typing import Any

import pytest

from desktop.actions.jobs import JobBook, JobFacts
from desktop.services.awake_clock import AwakeClock
from tests.playback.conftest import FakeClock

pytestmark = pytest.mark.reliability


class Nobody:
    """An owner of jobs that nobody asks."""


def test_it_goes_on_where_it_was_after_a_sleep(qapp: Any) -> None:
    real = FakeClock()
    clock = AwakeClock(real)
    began = clock()
    for _ in range(10):
        real.now += 1.0
        clock.look()
    assert clock() - began == pytest.approx(10.0)
    real.now += 8 * 3600.0
    assert clock() - began == pytest.approx(10.0)
    real.now += 2.0
    assert clock() - began == pytest.approx(12.0)


def test_a_night_is_in_no_estimate(qapp: Any) -> None:
    real = FakeClock()
    book = JobBook(AwakeClock(real))
    book.put(JobFacts("a", "export", "yard"), Nobody())  # type: ignore[arg-type]
    for done in range(11):
        real.now += 1.0
        book.update("a", state="running", done=done, total=100)
    real.now += 8 * 3600.0
    for done in range(11, 14):
        real.now += 1.0
        book.update("a", done=done, total=100)
    job = book.job("a")
    assert job is not None
    assert job.eta_s == pytest.approx(87.0, rel=0.2)
