"""Python's collector comes by after a window with a history was closed: it took the undo stack down in any order."""

import gc
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize("turn", [0, 1])
def test_a_window_with_a_history_is_closed(drive: Any, recording: Path, turn: int) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    assert drive.document.undo_stack.canUndo()
    drive.window.close()
    assert not drive.document.undo_stack.canUndo()
    assert drive.document.state.stems == (stem,)


def test_the_collector_takes_its_parts(qapp: object) -> None:
    for _ in range(5):
        gc.collect()
