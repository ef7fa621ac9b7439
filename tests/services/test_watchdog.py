"""A window that stands still is found, with the place; one that works is left in peace."""

import sys
import threading
import time
from typing import Any

import pytest

from desktop.services.watchdog import Stall, Watchdog, _stack_of


def stand_still(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_a_stall_is_told_with_its_place(qtbot: Any) -> None:
    stalls: list[Stall] = []
    watchdog = Watchdog(stalls.append, limit_s=0.1)
    watchdog._spent_s = lambda: (0.0, 0.0)  # type: ignore[method-assign]  # a busy machine is no reason to fail here
    watchdog.start()
    qtbot.waitUntil(lambda: watchdog._beats > 1, timeout=10000)
    stand_still(0.6)
    qtbot.waitUntil(lambda: bool(stalls), timeout=10000)
    watchdog.stop()
    assert "stand_still" in "".join(stall.stack for stall in stalls)
    longest = max(stalls, key=lambda stall: stall.seconds)
    assert longest.seconds + longest.waited > 0.4


def test_what_waits_for_a_processor_is_not_held_against_the_program(qtbot: Any) -> None:
    stalls: list[Stall] = []
    watchdog = Watchdog(stalls.append, limit_s=0.1)
    waits = iter(range(0, 1_000_000, 10))
    watchdog._spent_s = lambda: (0.0, float(next(waits)))  # type: ignore[method-assign]
    watchdog.start()
    qtbot.waitUntil(lambda: watchdog._beats > 1, timeout=10000)
    stand_still(0.4)
    beats = watchdog._beats
    qtbot.waitUntil(lambda: watchdog._beats > beats + 3, timeout=10000)
    watchdog.stop()
    assert stalls == []


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_work_is_told_from_waiting(qtbot: Any) -> None:
    watchdog = Watchdog()
    before, _ = watchdog._spent_s()
    own = time.thread_time()
    stand_still(0.2)
    own = time.thread_time() - own
    after, _ = watchdog._spent_s()
    assert after - before == pytest.approx(own, abs=0.05)


def test_it_can_be_stopped_and_started(qtbot: Any) -> None:
    stalls: list[Stall] = []
    watchdog = Watchdog(stalls.append)
    watchdog.start()
    watchdog.start()
    watchdog.stop()
    watchdog.stop()
    watchdog.start()
    assert watchdog._watcher is not None
    watchdog.stop()


class Widgetlike:
    """Notes on which thread it ends, as a widget would crash there."""

    ends: list[int] = []  # noqa: RUF012

    def __del__(self) -> None:
        self.ends.append(threading.get_ident())


def hold_one() -> None:
    kept = Widgetlike()
    time.sleep(0)  # so that the other thread looks while it is here
    assert kept.ends is Widgetlike.ends


def test_who_looks_at_a_thread_keeps_nothing_of_it_alive() -> None:
    Widgetlike.ends.clear()
    ours, done, stacks = threading.get_ident(), threading.Event(), []

    def look() -> None:
        while not done.is_set():
            stacks.append(_stack_of(ours))

    watcher = threading.Thread(target=look)
    watcher.start()
    count = 0
    while len(stacks) < 500 or not count:
        hold_one()
        count += 1
    done.set()
    watcher.join()
    assert any("hold_one" in stack for stack in stacks)
    assert Widgetlike.ends == [ours] * count
