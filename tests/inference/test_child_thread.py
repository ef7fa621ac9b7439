"""The loop that owns a child: its deadlines come, and nothing stays of children that are gone."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from functools import partial

import psutil
import pytest
from PySide6.QtCore import QCoreApplication

from desktop.inference.child import Child
from desktop.inference.child_thread import ChildThread
from tests.inference.conftest import child_threads

CHILDREN = 12


class Busy(ChildThread):
    """Has always something to do, as with a child that never falls silent."""

    def __init__(self) -> None:
        super().__init__([sys.executable])
        self.order: list[str] = []

    def begin(self) -> None:
        self._after(0.05, partial(self._note, "the deadline", self._give_up))
        self._again()

    def _again(self) -> None:
        self._post(self._again)

    def answered_late(self) -> None:
        """An answer and the deadline of its question have both come when the thread looks again."""
        timer = self._after(-1.0, partial(self._note, "the deadline", self._give_up))
        self._post(partial(self._note, "the answer", timer.cancel))
        self._after(0.05, self._give_up)

    def _note(self, what: str, then: Callable[[], None]) -> None:
        self.order.append(what)
        then()


@pytest.mark.parametrize("start", ["begin", "answered_late"])
def test_deadlines_come_whatever_a_child_says_but_after_its_answer(qapp: QCoreApplication, start: str) -> None:
    thread = Busy()
    thread._post(getattr(thread, start))
    thread.start()
    assert thread.wait(20_000)
    assert thread.order == ["the deadline" if start == "begin" else "the answer"]


@pytest.mark.skipif(sys.platform == "win32", reason="counts descriptors of POSIX")
@pytest.mark.parametrize("how", ["kill", "close_input"])
def test_nothing_stays_of_children_that_are_gone(how: str) -> None:
    me = psutil.Process()

    def left() -> tuple[int, int, int]:
        return len(child_threads()), len(me.children()), me.num_fds()

    def run() -> None:
        over = [threading.Event() for _ in range(CHILDREN)]
        command = [sys.executable, "-c", "import sys; print('{}'); sys.exit(sys.stdin.read())"]
        children = [Child(command, lambda *_: None, lambda *_, end=end: end.set()) for end in over]
        for child in children:
            getattr(child, how)()
        assert all(end.wait(60) for end in over)
        for thread in child_threads():
            thread.join(60)

    before = left()
    run()
    assert left() == before
