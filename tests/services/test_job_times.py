"""How long it will take, from how long it took."""

from __future__ import annotations

import json

import pytest

from desktop.services.job_times import JobTimes

FIXED_S, PER_SECOND = 3.0, 0.25


def wall_s(sound_s: float) -> float:
    return FIXED_S + PER_SECOND * sound_s


def after(*sounds_s: float) -> JobTimes:
    times = JobTimes()
    for sound_s in sounds_s:
        times = times.learnt(sound_s, wall_s(sound_s))
    return times


@pytest.mark.parametrize("last", [(), (4.0,) * 50], ids=["once", "and many short ones since"])
def test_what_each_job_costs_is_not_taken_for_the_price_of_its_sound(last: tuple[float, ...]) -> None:
    """A plain ratio of these short jobs says 0.7 s of work for a second of sound."""
    times = after(5.0, 8.0, 4.0, 45.0, 6.0, *last)
    assert times.expected_s(600.0) == pytest.approx(wall_s(600.0), rel=0.05)
    assert times.expected_s(5.0) == pytest.approx(wall_s(5.0), rel=0.1)


def test_of_jobs_of_one_length_the_ratio_is_all_that_is_known() -> None:
    times = after(8.0, 8.0)
    assert times.expected_s(16.0) == pytest.approx(2 * wall_s(8.0))
    assert after(5.0, 8.0).expected_s(16.0) == pytest.approx(2 * wall_s(8.0)), "the longer one knows better"


def test_a_short_job_on_a_busy_machine_spoils_nothing() -> None:
    times = after(100.0).learnt(2.0, 90.0)
    expected = times.expected_s(100.0)
    assert expected == pytest.approx(wall_s(100.0))


def test_a_computer_that_got_faster_is_believed_after_some_jobs() -> None:
    times = JobTimes().learnt(60.0, 60.0)
    for _ in range(12):
        times = times.learnt(60.0, 6.0)
    assert times.expected_s(60.0) == pytest.approx(6.0, rel=0.15)


@pytest.mark.parametrize("stored", [None, "x", -1.0, 0.0, float("nan"), [], [1, 2], [[1]], [[1, "x"]], [[0, 1]], {}])
def test_what_makes_no_sense_in_a_file_is_as_good_as_nothing(stored: object) -> None:
    assert JobTimes.of(stored).expected_s(10.0) is None


def test_it_comes_back_from_a_file_as_it_was() -> None:
    times = after(5.0, 45.0)
    assert JobTimes.of(json.loads(json.dumps(times.pairs))) == times
