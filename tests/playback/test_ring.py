"""The ring against a deque, and across two threads."""

import sys
import threading
from collections import deque

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.playback.ring import Ring


@given(
    capacity=st.integers(1, 17),
    channels=st.integers(1, 3),
    moves=st.lists(st.tuples(st.booleans(), st.integers(0, 25)), max_size=60),
)
def test_ring_is_a_bounded_queue(capacity: int, channels: int, moves: list[tuple[bool, int]]) -> None:
    ring, model, made = Ring(capacity, channels), deque[int](), 0
    for writes, count in moves:
        if writes:
            numbers = np.arange(made, made + count)
            block = np.repeat(numbers[:, None], channels, axis=1).astype(np.float32)
            wrote = ring.write(block, numbers / 2)
            assert wrote == min(count, capacity - len(model))
            model.extend(range(made, made + wrote))
            made += wrote
        else:
            out, positions = np.full((count, channels), -1, np.float32), np.full(count, -1.0)
            got = ring.read_into(out, positions)
            expected = [model.popleft() for _ in range(min(count, len(model)))]
            assert got == len(expected)
            assert (out[:got] == np.array(expected, np.float32).reshape(-1, 1)).all()
            assert (positions[:got] == np.array(expected) / 2).all()
            assert (out[got:] == -1).all()
        assert (ring.queued, ring.space) == (len(model), capacity - len(model))


@pytest.fixture
def _restless_threads():
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("_restless_threads")
def test_nothing_is_lost_or_torn_between_two_threads() -> None:
    total, ring = 60_000, Ring(777, 2)

    def write() -> None:
        at = 0
        while at < total:
            numbers = np.arange(at, min(at + 301, total), dtype=np.float64)
            at += ring.write(np.repeat(numbers[:, None], 2, axis=1).astype(np.float32), numbers)
        ring.finish()

    writer = threading.Thread(target=write)
    writer.start()
    seen = 0
    out, positions = np.zeros((256, 2), np.float32), np.zeros(256)
    while True:
        finished = ring.finished
        got = ring.read_into(out, positions)
        expected = np.arange(seen, seen + got)
        assert (positions[:got] == expected).all()
        assert (out[:got] == expected[:, None]).all()
        seen += got
        if finished and not got:
            break
    writer.join()
    assert seen == total
