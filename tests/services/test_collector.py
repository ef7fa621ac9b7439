"""The collector works on the GUI thread, and on no other."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest

from desktop.services.collector import Collector


class Told:
    """Says on which thread it ended."""

    def __init__(self, ends: list[int]) -> None:
        self.itself = self
        self.ends = ends

    def __del__(self) -> None:
        self.ends.append(threading.get_ident())


@pytest.fixture
def collector(qapp: object) -> Iterator[Collector]:
    was_enabled = gc.isenabled()
    yield Collector()
    if was_enabled:
        gc.enable()


def test_what_another_thread_leaves_ends_on_this_one(collector: Collector) -> None:
    ends: list[int] = []

    def work() -> None:
        for _ in range(3 * gc.get_threshold()[0]):
            Told(ends)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert ends == []
    collector.look()
    assert set(ends) == {threading.get_ident()}
