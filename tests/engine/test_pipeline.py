from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future

import pytest

from audiosep_core.engine.pipeline import overlap


class TroubleError(Exception):
    """What a stage fails with."""


def threads() -> set[str]:
    return {thread.name for thread in threading.enumerate() if thread.name.startswith("engine-")}


@pytest.mark.parametrize("count", [0, 1, 2, 20])
def test_everything_comes_through_in_order(count: int) -> None:
    written: list[int] = []
    overlap(range(count), lambda i: i * 10, lambda i: i + 1, written.append)
    assert written == [10 * i + 1 for i in range(count)]
    assert not threads()


def test_work_stays_in_the_callers_thread_and_the_others_do_not() -> None:
    seen: dict[str, set[str]] = {"read": set(), "work": set(), "write": set()}

    def note(stage: str) -> Callable[[int], int]:
        def do(item: int) -> int:
            seen[stage].add(threading.current_thread().name)
            return item

        return do

    writes = note("write")
    overlap(range(5), note("read"), note("work"), lambda item: _nothing(writes(item)))
    assert seen["work"] == {threading.current_thread().name}
    assert len(seen["read"] | seen["write"]) == 2
    assert not (seen["read"] | seen["write"]) & seen["work"]


def test_stages_run_at_the_same_time() -> None:
    """The next item is read, and the last one written, while one is worked on: each waits for the other."""
    read_on, written_on = [threading.Event() for _ in range(4)], [threading.Event() for _ in range(4)]

    def read(item: int) -> int:
        read_on[item].set()
        return item

    def work(item: int) -> int:
        if item + 1 < 4:
            assert read_on[item + 1].wait(30)
        if item > 0:
            written_on[item - 1].wait(30)
        return item

    overlap(range(4), read, work, lambda item: written_on[item].set())
    assert all(event.is_set() for event in written_on)


def test_at_most_one_item_waits_on_each_side() -> None:
    stages = {"read": -1, "worked": -1, "written": -1}

    def read(item: int) -> int:
        assert item <= stages["worked"] + 2
        stages["read"] = item
        return item

    def work(item: int) -> int:
        # What is worked on now, and one that waits to be written.
        assert item <= stages["written"] + 2
        stages["worked"] = item
        return item

    def write(item: int) -> None:
        stages["written"] = item

    overlap(range(50), read, work, write)
    assert set(stages.values()) == {49}


@pytest.mark.parametrize("stage", ["read", "work", "write"])
@pytest.mark.parametrize("at", [0, 3, 9])
@pytest.mark.parametrize("kind", [TroubleError, KeyboardInterrupt])
def test_the_first_error_ends_all_and_keeps_what_went_before(stage: str, at: int, kind: type[BaseException]) -> None:
    done: dict[str, list[int]] = {"read": [], "work": [], "write": []}

    def do(name: str, item: int) -> int:
        if name == stage and item == at:
            raise kind(f"{name} {item}")
        done[name].append(item)
        return item

    with pytest.raises(kind, match=f"{stage} {at}"):
        overlap(range(10), lambda i: do("read", i), lambda i: do("work", i), lambda i: _nothing(do("write", i)))
    assert done["write"] == list(range(at)), "all before the error is written, and nothing after it"
    assert not threads()


def test_a_thread_that_ends_without_an_answer_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory may run out in the code that hands a result over."""

    def starve(_: object, __: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Future, "set_result", starve)
    with pytest.raises(MemoryError):
        overlap(range(3), lambda i: i, lambda i: i, lambda _: None)
    assert not threads()


def _nothing(_: object) -> None:
    """For stages that return nothing."""
