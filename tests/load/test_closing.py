"""Windows that are closed leave no thread, no process and no open file behind.

AUDIOSEP_LOAD_WINDOWS=50 ./run test tests/load/test_closing.py -s
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.load.holdings import children, files, own_mb, threads
from tests.views.conftest import open_window

WINDOWS = int(os.environ.get("AUDIOSEP_LOAD_WINDOWS", "2"))

pytestmark = [pytest.mark.reliability, pytest.mark.timeout(300 + 30 * WINDOWS)]


def test_closed_windows_leave_nothing(
    qtbot: QtBot, recording: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIOSEP_HOME", str(tmp_path / "home"))

    def work() -> None:
        with open_window(qtbot, tmp_path) as drive:
            drive.open(recording)
            drive.say("a beep")
            drive.stem(0)
            drive.key(Qt.Key.Key_Space)
            drive.until(lambda: drive.space.transport.position > 0)
            drive.find("promptEdit").setText("do")
            qtbot.keyClick(drive.find("promptEdit"), Qt.Key.Key_G)  # completions are looked for
            drive.until(lambda: bool(threads()["completion_0"]))

    def left() -> tuple[object, ...]:
        return sorted(threads().items()), [child.pid for child in children()], files()["descriptors"]

    work()  # what Qt and the system make once stays: threads of its own, the files' types
    qtbot.waitUntil(lambda: not children() and not threads()["completion_0"], timeout=20_000)
    before = left()
    print(f"\nafter one window: {before}, {own_mb():.0f} MB")
    for _ in range(WINDOWS):
        work()
    qtbot.waitUntil(lambda: left() == before, timeout=20_000)
    print(f"after {WINDOWS} more: {left()}, {own_mb():.0f} MB")
