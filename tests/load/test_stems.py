"""Hundreds of stems asked for, taken back and removed: disk, files, memory and history stay bounded.

AUDIOSEP_LOAD_STEMS=500 ./run test tests/load/test_stems.py -s
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.document.commands import RemoveStem, SetGain
from desktop.document.document import UNDO_LIMIT
from desktop.document.state import SOURCE_ID, StemTrack
from tests.load.holdings import files, own_mb, threads
from tests.views.conftest import Drive

STEMS = int(os.environ.get("AUDIOSEP_LOAD_STEMS", "8"))
WARM = max(4, STEMS // 2)
"""The store of tiles and the list of jobs are full by then, where there are hundreds."""

pytestmark = [pytest.mark.reliability, pytest.mark.timeout(300 + 5 * STEMS)]


def test_stems_that_come_and_go_leave_nothing(drive: Drive, recording: Path) -> None:
    folder = drive.open(recording).cache.parent
    document, space = drive.document, drive.space
    stack = document.undo_stack

    def drawn(stem: StemTrack) -> bool:
        picture = space.pictures.picture(stem.id)
        return picture is not None and picture.spectrum is not None

    def stems_on_disk() -> int:
        return len(list(folder.glob("stem-*.f32")))

    def told(when: str) -> tuple[int, float]:
        held, memory_mb = files()["descriptors"], own_mb()
        print(f"{when}: {memory_mb:.0f} MB, {held} descriptors, {sum(threads().values())} threads, ", end="")
        print(f"{stems_on_disk()} stems on the disk, {stack.count()} steps in the history", flush=True)
        return held, memory_mb

    print()
    before, warm_mb = 0, 0.0
    for number in range(STEMS):
        drive.say(f"sound {number}")
        stem = drive.stem(0)
        drive.until(lambda stem=stem: drawn(stem))  # type: ignore[misc]
        if number % 2:
            stack.undo()
        else:
            stack.push(RemoveStem(document, stem.id))
        if number == 0:
            before, _ = told("the first stem")
        if number + 1 == WARM:
            _, warm_mb = told(f"{WARM} stems later")
    # Every second one can be had back; the last one that was undone too.
    drive.until(lambda: stems_on_disk() <= min(STEMS, UNDO_LIMIT) // 2 + 1)
    assert stack.count() <= UNDO_LIMIT
    told(f"{STEMS} stems later")

    for step in range(UNDO_LIMIT + 1):
        stack.push(SetGain(document, SOURCE_ID, -1.0 - step % 2))
    drive.until(lambda: not stems_on_disk())
    assert not list(folder.glob("stem-*")), "peaks and spectra go with the sound"
    drive.until(lambda: files()["descriptors"] <= before + 6)  # the pipes of a child that came later
    _, memory_mb = told("history full of other steps")
    if STEMS >= 100:
        assert memory_mb < 1.05 * warm_mb
