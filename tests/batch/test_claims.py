from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from audiosep_core.batch.claims import Claims, Owner, born
from audiosep_core.batch.stores import LocalStore


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


ELSEWHERE = Owner("elsewhere:7", "elsewhere", 7, 1.0, "run/1")


@pytest.fixture
def store(tmp_path: Path) -> LocalStore:
    return LocalStore(tmp_path)


def files(store: LocalStore) -> list[str]:
    return sorted(store.entries(".audiosep-batch/claims"))


def test_of_many_that_try_at_once_one_gets_it(store: LocalStore) -> None:
    me, barrier = Owner.myself(), threading.Barrier(8)
    got: list[str] = []

    def compete(number: int) -> None:
        claims = Claims(store, replace(me, name=str(number)))
        barrier.wait()
        for identity in ("x", "y", "z"):
            if claims.take(identity) is not None:
                got.append(identity)

    threads = [threading.Thread(target=compete, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == ["x", "y", "z"]


def test_a_claim_ends_with_its_block(store: LocalStore) -> None:
    claims = Claims(store, Owner.myself())
    claim = claims.take("x")
    assert claim is not None
    with claim:
        assert claim.holds()
        assert claims.take("x") is None
    assert files(store) == []
    assert claims.take("x") is not None


def test_a_claim_that_nobody_renews_is_taken_over_after_a_lease(store: LocalStore) -> None:
    clock = Clock()
    theirs = Claims(store, ELSEWHERE)
    first = theirs.take("x")
    assert first is not None
    first.announce(["x (dog).wav"])
    mine = Claims(store, Owner.myself(), lease_s=10.0, clock=clock)
    assert mine.take("x") is None
    clock.now = 9.9
    assert mine.take("x") is None
    clock.now = 10.0
    second = mine.take("x")
    assert second is not None
    assert second.arriving == ("x (dog).wav",)
    # Its owner wakes up: it must not put anything in place.
    assert not first.holds()
    assert second.holds()
    with first:
        pass
    assert files(store) == ["x.2"]
    with second:
        pass
    assert files(store) == []


def test_a_beat_keeps_a_claim(store: LocalStore) -> None:
    clock = Clock()
    theirs, mine = Claims(store, ELSEWHERE), Claims(store, Owner.myself(), lease_s=10.0, clock=clock)
    claim = theirs.take("x")
    assert claim is not None
    for seconds in (0.0, 8.0, 16.0, 24.0, 32.0):
        clock.now = seconds
        assert mine.take("x") is None
        # A coarse clock of the disk must not hide it.
        os.utime(store.path / claim.name, ns=(int(seconds) + 1, int(seconds) + 1))
    theirs.beat()
    assert mine.take("x") is None


def test_the_heart_beats_by_itself(store: LocalStore) -> None:
    beaten = threading.Event()

    class Watched(LocalStore):
        def renew(self, name: str, data: bytes) -> bool:
            beaten.set()
            return super().renew(name, data)

    with Claims(Watched(store.path), Owner.myself(), lease_s=0.06) as claims:
        assert claims.take("x") is not None
        assert beaten.wait(20)


@pytest.mark.skipif(not hasattr(os, "waitid"), reason="zombies")
def test_a_dead_process_of_this_machine_is_followed_at_once(store: LocalStore) -> None:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    me = Owner.myself()
    assert Claims(store, replace(me, pid=child.pid, born=born(child.pid))).take("x") is not None
    mine = Claims(store, me)
    assert mine.take("x") is None
    child.kill()
    # Not yet waited for, it is a zombie: dead all the same.
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    claim = mine.take("x")
    assert claim is not None
    assert claim.generation == 2
    child.communicate()


def test_a_process_number_that_came_again_is_another_process(store: LocalStore) -> None:
    me = Owner.myself()
    assert Claims(store, replace(me, born=me.born - 1000)).take("x") is not None
    assert Claims(store, me).take("x") is not None


def test_who_is_buried_is_followed_at_once(store: LocalStore) -> None:
    theirs, mine = Claims(store, ELSEWHERE), Claims(store, Owner.myself())
    first, other = theirs.take("x"), Claims(store, replace(ELSEWHERE, slot="run/2")).take("y")
    assert first is not None
    assert other is not None
    first.announce(["x (dog).wav"])
    mine.bury("run/1")
    second = mine.take("x")
    assert second is not None
    assert second.arriving == ("x (dog).wav",)
    assert mine.take("y") is None


def test_a_claim_that_was_never_written_is_somebodys_for_a_lease(store: LocalStore) -> None:
    clock = Clock()
    store.create(".audiosep-batch/claims/x.1", b"")
    mine = Claims(store, Owner.myself(), lease_s=10.0, clock=clock)
    assert mine.take("x") is None
    clock.now = 10.0
    assert mine.take("x") is not None
