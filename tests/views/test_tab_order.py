"""Tab goes through everything and comes back, dialogs close by Escape, and a row is worked on by keys."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QComboBox, QDialog, QLineEdit, QWidget

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def tab_to(drive: Any, name: str, backwards: bool = False) -> QWidget:
    """Press Tab until this widget has the focus; everything on the way may be passed."""
    for _ in range(150):
        if focus().objectName() == name:
            return focus()
        drive.key(*((Key.Key_Backtab, SHIFT) if backwards else (Key.Key_Tab,)))
    raise AssertionError(f"Tab does not come to {name}")


def round_trip(drive: Any, backwards: bool = False) -> list[QWidget]:
    """Whom Tab visits from here until it is here again."""
    start, visited = focus(), [focus()]
    for _ in range(200):
        drive.key(*((Key.Key_Backtab, SHIFT) if backwards else (Key.Key_Tab,)))
        if focus() is start:
            return visited
        assert focus() not in visited, f"Tab is caught before it is round: {focus().objectName()}"
        visited.append(focus())
    raise AssertionError("Tab never comes back")


def test_a_stem_is_asked_for_named_mixed_and_exported_by_keys(
    drive: Any, recording: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "desktop.views.handlers.files.ask_for_recording", lambda _parent, _folder, take: take([recording])
    )
    drive.key(Key.Key_O, CONTROL)
    drive.opened()
    drive.until(lambda: QApplication.focusWidget() is drive.find("promptEdit"))

    tab_to(drive, "sourceRow", backwards=True)
    drive.key(Key.Key_Right)
    drive.key(Key.Key_BracketLeft)
    drive.key(Key.Key_Right)
    drive.key(Key.Key_BracketRight)
    selection = drive.document.state.selection
    assert (selection.start, selection.end) == (44100, 88200)
    drive.key(Key.Key_Left, SHIFT)
    assert drive.document.state.selection.start == 0

    drive.key(Key.Key_K, CONTROL)
    assert focus() is drive.find("promptEdit")
    QTest.keyClicks(focus(), "a beep")
    drive.key(Key.Key_Return)
    stem = drive.stem(0)
    row = drive.window.tracks.row(stem.id)
    drive.until(lambda: QApplication.focusWidget() is row)

    drive.key(Key.Key_Space)
    assert drive.space.transport.playing
    drive.key(Key.Key_Space)
    assert not drive.space.transport.playing
    soloed = drive.document.state.stems[0].soloed
    drive.key(Key.Key_S)
    assert drive.document.state.stems[0].soloed is not soloed
    drive.key(Key.Key_M)
    assert drive.document.state.stems[0].muted
    drive.key(Key.Key_M)
    assert not drive.document.state.stems[0].muted

    drive.key(Key.Key_F2)
    assert isinstance(focus(), QLineEdit)
    focus().selectAll()
    QTest.keyClicks(focus(), "yard beeper")
    drive.key(Key.Key_Return)
    assert drive.document.state.stems[0].name == "yard beeper"
    drive.until(lambda: QApplication.focusWidget() is row)

    tab_to(drive, f"amountSlider-{stem.id}")
    drive.key(Key.Key_Left)
    assert drive.document.state.stems[0].amount == pytest.approx(-0.05)
    drive.key(Key.Key_End)
    assert drive.document.state.stems[0].amount == 1.0

    out = tmp_path / "out"
    out.mkdir()
    drive.key(Key.Key_E, CONTROL | SHIFT)
    drive.until(lambda: drive.window.findChild(QDialog, "exportDialog") is not None)
    dialog = drive.find("exportDialog")
    dialog.activateWindow()
    drive.until(lambda: QApplication.activeWindow() is dialog)
    tab_to(drive, "exportFolderEdit").selectAll()
    QTest.keyClicks(focus(), str(out))
    drive.key(Key.Key_Return)
    drive.until(lambda: any(out.glob("*yard beeper*.wav")) and not drive.space.jobs.current)
    sound, rate_hz = soundfile.read(next(out.glob("*yard beeper*.wav")))
    assert rate_hz == 44100
    assert np.abs(sound).max() > 0.01


@pytest.mark.parametrize("backwards", [False, True])
def test_tab_goes_round_and_through_everything_that_can_be_operated(
    drive: Any, recording: Path, backwards: bool
) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    drive.until(lambda: QApplication.focusWidget() is drive.window.tracks.row(stem.id))
    visited = round_trip(drive, backwards)
    operable = {
        widget.objectName()
        for kind in (QAbstractButton, QAbstractSlider, QLineEdit, QComboBox)
        for widget in drive.window.findChildren(kind)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not isinstance(widget.parent(), QLineEdit | QComboBox)
    }
    assert operable - {widget.objectName() for widget in visited} == set()
    unnamed = [type(widget).__name__ for widget in visited if not widget.accessibleName()]
    assert unnamed == []


def test_tab_goes_from_the_bar_to_the_prompt_to_the_rows(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    stem = drive.stem(0)
    drive.until(lambda: QApplication.focusWidget() is drive.window.tracks.row(stem.id))
    tab_to(drive, "openButton")
    names = [widget.objectName() for widget in round_trip(drive)]
    landmarks = ["openButton", "playButton", "exportButton", "promptEdit", "sourceRow", f"stemRow-{stem.id}", "restRow"]
    places = [names.index(name) for name in landmarks]
    assert places == sorted(places)
    inside = [f"stemRow-{stem.id}", *(f"{part}-{stem.id}" for part in ("soloButton", "muteButton", "gainSlider"))]
    places = [names.index(name) for name in inside]
    assert places == sorted(places)


def test_the_keys_mean_the_row_whose_control_has_the_keyboard(drive: Any, recording: Path) -> None:
    drive.open(recording)
    drive.say("a beep")
    first = drive.stem(0)
    drive.say("rain")
    second = drive.stem(1)
    drive.window.tracks.focus_row(second.id)
    tab_to(drive, f"panKnob-{first.id}", backwards=True)
    drive.key(Key.Key_M)
    assert [stem.muted for stem in drive.document.state.stems] == [True, False]
    drive.key(Key.Key_Delete)
    assert [stem.id for stem in drive.document.state.stems] == [second.id]


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("export", "exportDialog"),
        ("preferences", "preferencesDialog"),
        ("models", "modelsDialog"),
        ("spectrogramSettings", "spectrogramDialog"),
        ("batch", "batchDialog"),
        ("keys", "keysDialog"),
        ("whatToAsk", "askingDialog"),
        ("about", "aboutDialog"),
        ("welcome", "welcomePage"),
    ],
)
def test_every_dialog_has_the_keyboard_and_closes_by_escape(
    drive: Any, recording: Path, command: str, name: str
) -> None:
    drive.open(recording)
    drive.window.actions_by_id[command].trigger()
    dialog = drive.find(name)
    dialog.activateWindow()
    drive.until(lambda: QApplication.activeWindow() is dialog)
    drive.key(Key.Key_Tab)
    assert dialog.isAncestorOf(focus())
    round_trip(drive)
    drive.key(Key.Key_Escape)
    drive.until(lambda: not any(there.isVisible() for there in drive.window.findChildren(QDialog, name)))
