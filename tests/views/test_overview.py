"""The overview moves and zooms the view, and tells where work is going on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from desktop.document.document import Document
from desktop.document.state import Source
from desktop.views.overview import OverviewView
from desktop.views.theme import ThemeManager
from desktop.views.timeline import Timeline

RATE = 1000
FRAMES = 1000 * RATE
WIDTH = 1000


@pytest.fixture
def timeline(qapp: Any) -> Iterator[Timeline]:
    document = Document()
    timeline = Timeline(document)
    document.open_source(Source(Path("a.wav"), Path("a.json"), RATE, 2, FRAMES, complete=True))
    yield timeline
    shiboken6.delete(timeline)  # now, not whenever Python collects it


@pytest.fixture
def overview(qtbot: Any, timeline: Timeline) -> OverviewView:
    view = OverviewView(timeline, ThemeManager("dark"))
    qtbot.addWidget(view)
    view.resize(WIDTH, view.height())
    view.show()
    return view


def drag(widget: OverviewView, start: int, end: int) -> None:
    y = widget.height() // 2
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=QPoint(start, y))
    for x in (start + (end - start) // 2, end):
        # QTest's own move carries no buttons.
        from PySide6.QtCore import QEvent, QPointF
        from PySide6.QtGui import QMouseEvent

        at = QPointF(x, y)
        kind, left = QEvent.Type.MouseMove, Qt.MouseButton.LeftButton
        move = QMouseEvent(
            kind, at, widget.mapToGlobal(at), Qt.MouseButton.NoButton, left, Qt.KeyboardModifier.NoModifier
        )
        widget.mouseMoveEvent(move)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=QPoint(end, y))


def test_dragging_the_view_moves_it(overview: OverviewView, timeline: Timeline) -> None:
    timeline.show(timeline.viewport.showing(200 * RATE, 100 * RATE))
    drag(overview, 250, 550)
    assert timeline.viewport.start == pytest.approx(500 * RATE)
    assert timeline.viewport.span == pytest.approx(100 * RATE)


@pytest.mark.parametrize(("grab", "to", "start", "end"), [(200, 100, 100, 300), (300, 700, 200, 700)])
def test_dragging_an_edge_zooms(
    overview: OverviewView, timeline: Timeline, grab: int, to: int, start: int, end: int
) -> None:
    timeline.show(timeline.viewport.showing(200 * RATE, 100 * RATE))
    drag(overview, grab, to)
    assert timeline.viewport.start == pytest.approx(start * RATE)
    assert timeline.viewport.end == pytest.approx(end * RATE)


def test_from_the_whole_recording_the_ends_zoom_in(overview: OverviewView, timeline: Timeline) -> None:
    drag(overview, 999, 599)
    assert timeline.viewport.start == 0
    assert timeline.viewport.end == pytest.approx(600 * RATE, abs=RATE)


def test_a_press_outside_brings_the_view_there(overview: OverviewView, timeline: Timeline) -> None:
    timeline.show(timeline.viewport.showing(200 * RATE, 100 * RATE))
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(800, 20))
    assert timeline.viewport.start == pytest.approx(750 * RATE)
    assert timeline.viewport.span == pytest.approx(100 * RATE)


def test_a_tiny_view_can_still_be_moved(overview: OverviewView, timeline: Timeline) -> None:
    timeline.show(timeline.viewport.showing(500 * RATE, 100))
    drag(overview, 500, 700)
    assert timeline.viewport.span == pytest.approx(100, abs=1)
    assert timeline.viewport.start == pytest.approx(700 * RATE, abs=2 * RATE)


def test_what_is_worked_on_is_hatched(overview: OverviewView, timeline: Timeline) -> None:
    plain = overview.grab().toImage()
    overview.set_pending(((100 * RATE, 300 * RATE),))
    hatched = overview.grab().toImage()

    def differs(first: int, last: int) -> bool:
        return any(
            QColor(plain.pixel(x, y)) != QColor(hatched.pixel(x, y)) for x in range(first, last) for y in range(4, 30)
        )

    assert differs(110, 290)
    assert not differs(310, 900)


def test_it_tells_what_is_shown(overview: OverviewView, timeline: Timeline) -> None:
    timeline.show(timeline.viewport.showing(60 * RATE, 30 * RATE))
    assert overview.accessibleDescription() == "Showing 01:00.0 to 01:30.0"
