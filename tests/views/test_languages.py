"""The window in other languages: nothing is cut off at its smallest, and time runs from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget

from desktop.services.language import use_language


@pytest.fixture
def spoken_drive(request: pytest.FixtureRequest, qapp: Any) -> Iterator[Any]:
    use_language(request.param)
    yield request.getfixturevalue("drive")
    use_language("en")


def cut_off(root: QWidget) -> list[str]:
    """Texts that have less room than they need."""
    return [
        widget.text()
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and (isinstance(widget, QPushButton | QCheckBox) or (type(widget) is QLabel and not widget.wordWrap()))
        and widget.text()
        and widget.width() < widget.sizeHint().width() - 2
    ]


@pytest.mark.parametrize("spoken_drive", ["de", "es", "ja"], indirect=True)
def test_nothing_is_cut_off_in_the_smallest_window_and_the_export_dialog(spoken_drive: Any, recording: Path) -> None:
    drive = spoken_drive
    drive.window.resize(1024, 640)
    drive.until(lambda: cut_off(drive.window) == [])
    drive.open(recording)
    drive.say("rain")
    drive.stem(0)
    drive.until(lambda: cut_off(drive.window) == [])
    drive.window.handlers.files.export()
    dialog = drive.find("exportDialog")
    drive.until(dialog.isVisible)
    drive.until(lambda: cut_off(dialog) == [])
    dialog.close()


def test_from_right_to_left_time_still_runs_from_left_to_right(drive: Any, recording: Path, qapp: QApplication) -> None:
    drive.open(recording)
    drive.say("rain")
    stem = drive.stem(0)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert drive.find("promptPanel").layoutDirection() == Qt.LayoutDirection.RightToLeft
        lanes = [drive.find(name) for name in ("rulerView", "overviewView", "waveformView", f"waveformView-{stem.id}")]
        drive.until(lambda: len({lane.mapTo(drive.window, QPoint(0, 0)).x() for lane in lanes}) == 1)
        assert all(lane.layoutDirection() == Qt.LayoutDirection.LeftToRight for lane in lanes)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_menu_of_languages_calls_each_by_its_own_name_and_speaks_it(drive: Any, qapp: Any) -> None:
    menu = drive.window.menus.languages
    menu.fill()
    names = {action.text().split(" ")[0]: action for action in menu.actions()}
    assert {"English", "Deutsch", "Español", "日本語"} <= names.keys()
    try:
        names["Deutsch"].trigger()
        assert drive.space.settings.settings.language == "de"
        drive.until(lambda: "ffnen" in drive.window.actions_by_id["open"].text())
        assert drive.space.exporting.words.rest == "everything else", "who gets the file may not speak it"
        menu.fill()
        assert [action.text().split(" ")[0] for action in menu.actions() if action.isChecked()] == ["Deutsch"]
    finally:
        use_language("en")
