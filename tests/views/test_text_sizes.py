"""At twice the text size nothing that a person needs is cut off."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionFrame,
    QToolButton,
    QWidget,
)

from desktop.document.state import Region, Selection
from desktop.playback.device import SYSTEM_DEFAULT
from desktop.views.elided_label import ElidedLabel


def cut(parent: QWidget) -> list[str]:
    """Texts of visible labels that have not the room they need."""
    return [
        label.text()
        for label in parent.findChildren(QLabel)
        if label.isVisible() and label.text() and type(label).__name__ != "ElidedLabel"
        if label.width() < label.minimumSizeHint().width() or label.height() < label.heightForWidth(label.width())
    ]


@pytest.mark.parametrize("size", [100, 200])
def test_no_text_is_cut(drive: Any, size: int) -> None:
    window = drive.window
    window.resize(1440, 900)
    usual = window.prompt_panel.width()
    drive.space.settings.update(text_size=size)
    QApplication.processEvents()
    drive.until(lambda: (window.prompt_panel.width() > usual) == (size > 100))
    for part in (window.transport_bar, window.empty, window.prompt_panel):
        assert cut(part) == []
    area = window.prompt_panel.findChild(QScrollArea, "promptScroll")
    assert area.widget().width() <= area.viewport().width(), "nothing lies beyond the panel's edge"
    time = drive.find("timeLabel")
    assert time.width() >= time.fontMetrics().horizontalAdvance(time.text())


def room(edit: QLineEdit) -> int:
    """Pixels for the text of a field; it keeps two free on either side."""
    option = QStyleOptionFrame()
    edit.initStyleOption(option)
    return edit.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, edit).width() - 4


@pytest.mark.parametrize(("size", "width"), [(100, 1024), (150, 1440), (200, 1800)])
def test_a_selection_after_many_hours_is_shown_whole(drive: Any, recording: Path, size: int, width: int) -> None:
    source = drive.open(recording)
    drive.window.resize(width, 900)
    drive.space.settings.update(text_size=size)
    drive.document.update_source(frames=24 * 3600 * source.rate_hz)
    drive.document.set_selection(Selection(3661 * source.rate_hz, 23 * 3600 * source.rate_hz, (100.0, 15_000.0)))
    edits = drive.window.selection_bar.findChildren(QLineEdit)
    drive.until(lambda: edits[0].width() == edits[0].sizeHint().width())
    assert [edit.text() for edit in edits] == ["1:01:01.000", "23:00:00.000", "21:58:59.000", "100", "15000"]
    for edit in edits:
        assert room(edit) >= edit.fontMetrics().horizontalAdvance(edit.text())


def test_where_a_time_does_not_fit_its_hours_are_in_sight(drive: Any, recording: Path) -> None:
    source = drive.open(recording)
    drive.document.update_source(frames=24 * 3600 * source.rate_hz)
    edit = drive.find("selectionStartEdit")
    edit.setFixedWidth(60)
    drive.document.set_selection(Selection(3661 * source.rate_hz, 23 * 3600 * source.rate_hz))
    assert edit.cursorPosition() == 0
    edit.setFocus()
    edit.end(False)
    drive.find("rulerView").setFocus()
    assert edit.cursorPosition() == 0


def words(header: QWidget) -> list[Any]:
    """What of a header says something: letters, figures, words."""
    parts = [*header.findChildren(QLabel), *header.findChildren(QToolButton)]
    return [part for part in parts if part.isVisible() and part.text()]


@pytest.mark.parametrize("size", [100, 150, 200])
def test_headers_grow_with_the_text_and_lanes_stay_below_the_ruler(drive: Any, recording: Path, size: int) -> None:
    """Whether the size was chosen before a row was made or after."""
    window, tracks = drive.window, drive.window.tracks
    window.resize(1440, 900)
    drive.open(recording)
    drive.say("beep")
    before = drive.stem(0).id
    usual = tracks.row(before).header.size()
    drive.space.settings.update(text_size=size)
    drive.say("second beep")
    after = drive.stem(1).id
    drive.document.set_regions([Region("a", 0, 9000)])
    drive.until(lambda: tracks.row(after).header.isVisible())
    QApplication.processEvents()
    for row in map(tracks.row, (before, after)):
        header = row.header
        for part in words(header):
            metrics, text = part.fontMetrics(), part.text()
            assert metrics.horizontalAdvance(text) <= part.width() or isinstance(part, ElidedLabel), (size, text)
            assert metrics.height() <= part.height() + 2, (size, text)
            assert header.rect().contains(part.rect().translated(part.mapTo(header, QPoint()))), text
        lines = [part for part in words(header) if isinstance(part, ElidedLabel)]
        places = sorted((part.mapTo(header, QPoint()).y(), part.height()) for part in lines)
        assert all(y + height <= below for (y, height), (below, _) in pairwise(places)), "no line lies on another"
        assert (header.size() == usual) == (size == 100)
    lanes = (tracks.ruler, tracks.overview, tracks.regions, tracks._scroll, tracks.row("source").waveform)
    lanes += (tracks.row(before).waveform, tracks.row("rest").spectrogram)
    assert len({(lane.mapTo(window, QPoint()).x(), lane.width()) for lane in lanes}) == 1


@pytest.mark.parametrize("width", [1024, 1280, 1600])
def test_the_bar_shows_whole_words_at_twice_the_size(drive: Any, width: int) -> None:
    window = drive.window
    bar = window.transport_bar
    window.resize(width, 700)
    bar.show_device(SYSTEM_DEFAULT, True)
    drive.space.settings.update(text_size=200)
    drive.until(lambda: bar.width() == width)
    QApplication.processEvents()
    assert bar.layout().minimumSize().width() <= width
    assert bar.compare.width() >= bar.compare.minimumSizeHint().width()
    output = drive.find("deviceButton")
    assert output.text() in ("", "System output")
    assert bool(output.text()) == (width == 1600)
    assert cut(bar) == []
