"""In languages that are written from the right, the window is mirrored and time is not."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def arabic(mirrored: None, drive: Any) -> Any:
    return drive


def overlaps(parent: QWidget) -> list[tuple[str, str]]:
    """Pairs of visible siblings in a layout that lie over each other."""
    layout = parent.layout()
    if layout is None:
        return []
    items = [layout.itemAt(place) for place in range(layout.count())]
    shown = [item for item in items if item is not None and not item.isEmpty()]

    def called(item: Any) -> str:
        widget = item.widget()
        return type(item).__name__ if widget is None else widget.objectName() or type(widget).__name__

    return [
        (called(one), called(other))
        for one, other in combinations(shown, 2)
        if one.geometry().intersects(other.geometry())
    ]


def test_the_window_is_mirrored_and_nothing_overlaps(arabic: Any, recording: Path) -> None:
    arabic.open(recording)
    arabic.say("a beep")
    stem = arabic.stem(0)
    arabic.until(lambda: arabic.find("promptPanel").isVisible())
    QApplication.processEvents()
    window = arabic.window
    assert window.isRightToLeft()

    def left_edge(name: str) -> int:
        return arabic.find(name).mapTo(window, QPoint()).x()

    assert left_edge("openButton") > left_edge("exportButton")
    row = arabic.window.tracks.row(stem.id)
    assert row.header.geometry().right() < row.lanes.x(), "the rows stand as time runs"
    found = [
        (parent.objectName() or type(parent).__name__, pair)
        for parent in [window.transport_bar, window.selection_bar, window.prompt_panel, row, row.header, window.status]
        for pair in overlaps(parent)
    ]
    assert found == []
    assert not window.grab().isNull()


def test_time_runs_from_left_to_right(arabic: Any, recording: Path) -> None:
    arabic.open(recording)
    ruler, lane = arabic.find("rulerView"), arabic.find("waveformView")
    QTest.mouseClick(lane, Qt.MouseButton.LeftButton, pos=QPoint(lane.width() // 4, lane.height() // 2))
    arabic.until(lambda: arabic.window.timeline.playhead > 0)
    assert arabic.window.timeline.playhead == pytest.approx(132300 / 4, abs=132300 / 50)
    # Every view over the time axis begins and ends at the same places, or they would not agree.
    edges = {
        (widget.mapTo(arabic.window, QPoint()).x(), widget.width())
        for widget in (ruler, lane, arabic.find("overviewView"), arabic.find("regionLane"))
        if widget.isVisible()
    }
    assert len(edges) == 1
    arabic.window.timeline.show(arabic.window.timeline.viewport.showing(0, 66150))
    scroll = arabic.find("timeScroll")
    before = arabic.window.timeline.viewport.start
    scroll.setValue(scroll.maximum())
    assert arabic.window.timeline.viewport.start > before
