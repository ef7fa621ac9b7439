"""The whole way from a recording to a file without a mouse."""

from pathlib import Path
from typing import Any

import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.document.state import Selection

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def tab_to(drive: Any, name: str, *, most: int = 120) -> None:
    """Press Tab until the keyboard is there."""
    for _ in range(most):
        focus = QApplication.focusWidget()
        if focus is not None and focus.objectName() == name:
            return
        QTest.keyClick(focus or drive.window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {name}")


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_open_mark_ask_hear_compare_undo_and_export(drive: Any, recording: Path, tmp_path: Path) -> None:
    drive.space.settings.remember_file(recording)
    drive.find("emptyState").show_recent([recording])
    drive.until(lambda: drive.find("recentButton-0").isVisible())
    tab_to(drive, "recentButton-0")
    drive.key(Qt.Key.Key_Return)
    drive.opened()

    drive.find("promptEdit").clearFocus()
    drive.window.setFocus()
    drive.key(Qt.Key.Key_Right)
    drive.key(Qt.Key.Key_BracketLeft)
    drive.key(Qt.Key.Key_Right)
    drive.key(Qt.Key.Key_BracketRight)
    assert drive.document.state.selection == Selection(44100, 88200)
    drive.key(Qt.Key.Key_K, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "a beep")
    drive.key(Qt.Key.Key_Return)
    stem = drive.stem(0)
    assert (stem.start, stem.end) == (44100, 88200)

    drive.key(Qt.Key.Key_Space)
    assert drive.space.transport.playing
    drive.key(Qt.Key.Key_X)
    assert drive.document.listening == "source"
    drive.key(Qt.Key.Key_X)
    drive.key(Qt.Key.Key_Space)
    assert not drive.space.transport.playing
    drive.key(Qt.Key.Key_Delete)
    assert drive.document.state.stems == ()
    drive.key(Qt.Key.Key_Z, CONTROL)
    assert drive.document.state.stems[0].id == stem.id

    drive.document.set_export_folder(tmp_path)
    drive.window.activateWindow()
    drive.key(Qt.Key.Key_E, CONTROL | SHIFT)
    dialog = drive.find("exportDialog")
    dialog.activateWindow()
    drive.until(lambda: QApplication.focusWidget() is not None and dialog.isAncestorOf(QApplication.focusWidget()))
    tab_to(drive, "exportRunButton")
    drive.key(Qt.Key.Key_Return)
    written = tmp_path / f"{recording.stem} (a beep).wav"
    drive.until(written.exists)
    assert soundfile.info(written).frames == 44100


def test_tab_reaches_everything_in_the_window(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    for name in (f"soloButton-{stem.id}", f"gainSlider-{stem.id}", "promptEdit", "playButton", "jobsButton"):
        tab_to(drive, name)
