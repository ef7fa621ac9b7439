"""Writing on a thread of its own: everything, in order, and no error lost."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from audiosep_core.engine.write_behind import WriteBehind
from audiosep_core.types import AudioArray

BLOCK = np.ones((1, 4, 1), np.float32)


def test_everything_is_written_in_order_by_another_thread() -> None:
    got: list[tuple[int, float, int]] = []
    block = BLOCK.copy()
    with WriteBehind(lambda start, block: got.append((start, float(block[0, 0, 0]), threading.get_ident()))) as behind:
        for start in range(50):
            block[:] = start  # the caller uses its memory again
            behind.put(start, block)
    assert [(start, value) for start, value, _ in got] == [(start, start) for start in range(50)]
    assert threading.get_ident() not in {ident for *_, ident in got}


def test_no_more_than_a_few_blocks_wait() -> None:
    free, written, put = threading.Semaphore(0), [], []
    filled = threading.Event()

    def write(start: int, _: AudioArray) -> None:
        free.acquire()
        written.append(start)

    with WriteBehind(write, waiting=2) as behind:

        def fill() -> None:
            for start in range(10):
                behind.put(start, BLOCK)
                put.append(start)
                if start == 2:
                    filled.set()

        thread = threading.Thread(target=fill)
        thread.start()
        filled.wait()
        # One in the writer's hands and two waiting: the fourth has to wait for the first.
        assert len(put) <= 4
        assert written == []
        for _ in range(10):
            free.release()
        thread.join()
    assert written == list(range(10))


def test_an_error_stops_whoever_puts() -> None:
    wrote = []

    def write(start: int, _: AudioArray) -> None:
        wrote.append(start)
        raise OSError("disk")

    def separate() -> None:
        with WriteBehind(write) as behind:
            for start in range(1000):
                behind.put(start, BLOCK)

    with pytest.raises(OSError, match="disk"):
        separate()
    assert wrote == [0]


def test_an_error_of_the_last_block_is_not_lost() -> None:
    def write(start: int, _: AudioArray) -> None:
        if start == 1:
            raise OSError("disk")

    def separate() -> None:
        with WriteBehind(write) as behind:
            behind.put(0, BLOCK)
            behind.put(1, BLOCK)

    with pytest.raises(OSError, match="disk"):
        separate()


def test_left_by_an_error_it_drops_what_waits_and_ends() -> None:
    free, wrote = threading.Event(), []

    def write(start: int, _: AudioArray) -> None:
        free.wait()
        wrote.append(start)

    behind = WriteBehind(write)
    put = behind._queue.put

    def put_and_let_go(item: tuple[int, AudioArray] | None) -> None:
        put(item)
        if item is None:
            free.set()  # only now the writer goes on

    behind._queue.put = put_and_let_go  # type: ignore[assignment]

    def separate() -> None:
        with behind:
            behind.put(0, BLOCK)
            behind.put(1, BLOCK)
            raise KeyError

    with pytest.raises(KeyError):
        separate()
    assert wrote in ([], [0])
    assert not behind._thread.is_alive()
