"""The mouse on lanes and ruler, on bare widgets over a real document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.document.document import Document
from desktop.document.state import Region, Selection, Source
from desktop.views.gestures import Gestures
from desktop.views.navigation import Navigation
from desktop.views.ruler_gestures import RulerGestures
from desktop.views.timeline import Timeline

RATE = 48_000
FRAMES = 480_000
WIDTH, HEIGHT = 960, 200
FRAMES_PX = FRAMES / WIDTH
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton


class Surface:
    """A widget with the gestures under test, and a hand."""

    def __init__(self, qtbot: QtBot, make: Callable[[QWidget, Timeline], Any]) -> None:
        self.document = Document()
        self.timeline = Timeline(self.document)
        self.document.open_source(Source(Path("a.wav"), Path("a.json"), RATE, 2, FRAMES, True))
        self.marking = self.timeline.marking
        self.widget = QWidget()
        qtbot.addWidget(self.widget)
        self.widget.resize(WIDTH, HEIGHT)
        self.gestures = make(self.widget, self.timeline)
        self.seeks: list[int] = []
        self.timeline.seek_requested.connect(self.seeks.append)

    @property
    def selection(self) -> Selection | None:
        return self.document.state.selection

    def send(self, kind: QEvent.Type, x: float, y: float, button: Any, buttons: Any, modifiers: Any) -> None:
        point = QPointF(x, y)
        QApplication.sendEvent(self.widget, QMouseEvent(kind, point, point, button, buttons, modifiers))

    def press(self, x: float, y: float = 50, button: Any = LEFT, modifiers: Any = NONE) -> None:
        self.send(QEvent.Type.MouseButtonPress, x, y, button, button, modifiers)

    def move(self, x: float, y: float = 50, button: Any = LEFT, modifiers: Any = NONE) -> None:
        self.send(QEvent.Type.MouseMove, x, y, Qt.MouseButton.NoButton, button, modifiers)

    def release(self, x: float, y: float = 50, button: Any = LEFT, modifiers: Any = NONE) -> None:
        self.send(QEvent.Type.MouseButtonRelease, x, y, button, Qt.MouseButton.NoButton, modifiers)

    def drag(self, start: tuple[float, float], end: tuple[float, float], button: Any = LEFT, keys: Any = NONE) -> None:
        self.press(*start, button, keys)
        self.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, button, keys)
        self.move(*end, button, keys)
        self.release(*end, button, keys)

    def double_click(self, x: float) -> None:
        self.press(x)
        self.release(x)
        self.send(QEvent.Type.MouseButtonDblClick, x, 50, LEFT, LEFT, NONE)
        self.release(x)

    def wheel(self, modifiers: Any, angle: QPoint, pixels: QPoint | None = None, x: float = 480) -> bool:
        event = QWheelEvent(
            QPointF(x, 50), QPointF(x, 50), pixels or QPoint(), angle, Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        event.ignore()
        QApplication.sendEvent(self.widget, event)
        return event.isAccepted()


def describe(_: QPointF) -> str:
    return ""


@pytest.fixture
def lane(qtbot: QtBot) -> Surface:
    return Surface(qtbot, lambda widget, timeline: Gestures(widget, timeline, describe))


@pytest.fixture
def spectrogram(qtbot: QtBot) -> Surface:
    return Surface(qtbot, lambda widget, timeline: Gestures(widget, timeline, describe, frequencies=True))


@pytest.fixture
def ruler(qtbot: QtBot) -> Surface:
    return Surface(qtbot, lambda widget, timeline: RulerGestures(widget, timeline, describe))


# -- time


def test_a_drag_selects_and_a_click_only_places_the_playhead(lane: Surface) -> None:
    lane.drag((100, 50), (300, 60))
    assert lane.selection == Selection(round(100 * FRAMES_PX), round(300 * FRAMES_PX))
    assert lane.seeks == []
    lane.press(500)
    lane.move(502)
    lane.release(502)
    assert lane.selection == Selection(round(100 * FRAMES_PX), round(300 * FRAMES_PX))
    assert lane.seeks == [round(502 * FRAMES_PX)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(-50, WIDTH + 50), st.integers(-50, WIDTH + 50)), min_size=1, max_size=6))
def test_whatever_is_dragged_the_selection_lies_in_the_recording(lane: Surface, drags: list[tuple[int, int]]) -> None:
    for start, end in drags:
        before = lane.selection
        lane.drag((start, 50), (end, 50))
        if lane.selection is not None:
            assert 0 <= lane.selection.start < lane.selection.end <= FRAMES
        if abs(end - start) < 4 and before is None:
            assert lane.selection is None


def test_edges_are_held_within_eight_pixels_and_may_cross(lane: Surface) -> None:
    lane.marking.select(100 * FRAMES_PX, 300 * FRAMES_PX)
    lane.drag((308, 50), (400, 50))
    assert lane.selection == Selection(round(100 * FRAMES_PX), round(400 * FRAMES_PX))
    lane.drag((92, 50), (500, 50))
    assert lane.selection == Selection(round(400 * FRAMES_PX), round(500 * FRAMES_PX))
    lane.drag((520, 50), (600, 50))
    assert lane.selection == Selection(round(520 * FRAMES_PX), round(600 * FRAMES_PX)), "a new one"


def test_shift_click_extends_to_the_nearer_side_and_keeps_the_band(lane: Surface) -> None:
    lane.marking.select(100 * FRAMES_PX, 300 * FRAMES_PX, (200.0, 4000.0))
    lane.press(600, modifiers=SHIFT)
    lane.release(600, modifiers=SHIFT)
    assert lane.selection == Selection(round(100 * FRAMES_PX), round(600 * FRAMES_PX), (200.0, 4000.0))
    lane.press(50, modifiers=SHIFT)
    lane.release(50, modifiers=SHIFT)
    assert lane.selection == Selection(round(50 * FRAMES_PX), round(600 * FRAMES_PX), (200.0, 4000.0))
    assert lane.seeks == []


def test_edges_go_where_the_snapper_puts_them(lane: Surface) -> None:
    lane.marking.use_snapper(lambda frame: round(frame / 1000) * 1000)
    lane.drag((101, 50), (299, 50))
    assert lane.selection is not None
    assert lane.selection.start % 1000, "not unless it is wanted"
    lane.marking.set_snapping(True)
    assert (lane.selection.start, lane.selection.end) == (50_000, 150_000), "what is marked goes there at once"
    lane.drag((600.4, 50), (700.4, 50))
    assert lane.selection == Selection(300_000, 350_000)


def test_a_drag_beyond_the_edge_takes_the_view_with_it(lane: Surface) -> None:
    lane.timeline.show(lane.timeline.viewport.showing(100_000, 96_000))
    lane.press(500)
    lane.move(700)
    lane.move(WIDTH + 40)
    scroll = lane.gestures._beyond
    assert scroll.running
    for _ in range(3):
        before = lane.selection
        assert before is not None
        scroll.step()
        assert lane.selection is not None
        assert lane.selection.end > before.end
        assert lane.selection.start == before.start == 150_000
    lane.move(800)
    assert not scroll.running
    lane.move(-4000)
    for _ in range(100):
        scroll.step()
    assert lane.timeline.viewport.start == 0.0
    assert lane.selection == Selection(0, 150_000)
    assert not scroll.running, "there is nothing beyond the start"
    lane.release(-4000)


# -- boxes


def test_a_drag_in_box_mode_makes_a_box_where_the_pointer_went(spectrogram: Surface) -> None:
    spectrogram.marking.set_box_mode(True)
    spectrogram.drag((100, 150), (300, 40))
    axis = spectrogram.timeline.axis
    chosen = spectrogram.selection
    assert chosen is not None
    assert (chosen.start, chosen.end) == (round(100 * FRAMES_PX), round(300 * FRAMES_PX))
    assert chosen.band_hz == pytest.approx((axis.hz_at(150, HEIGHT), axis.hz_at(40, HEIGHT)))


def test_without_box_mode_and_on_a_waveform_a_drag_makes_no_box(lane: Surface, spectrogram: Surface) -> None:
    spectrogram.drag((100, 150), (300, 40))
    assert spectrogram.selection is not None
    assert spectrogram.selection.band_hz is None
    lane.marking.set_box_mode(True)
    lane.drag((100, 150), (300, 40))
    assert lane.selection is not None
    assert lane.selection.band_hz is None


@pytest.mark.parametrize("side", ["start", "end", "low", "high"])
def test_each_side_of_a_box_moves_alone(spectrogram: Surface, side: str) -> None:
    axis = spectrogram.timeline.axis
    band = (axis.hz_at(150, HEIGHT), axis.hz_at(50, HEIGHT))
    spectrogram.marking.select(200 * FRAMES_PX, 400 * FRAMES_PX, band)
    before = spectrogram.selection
    assert before is not None
    held, to = {
        "start": ((205, 100), (150, 100)),
        "end": ((395, 100), (450, 100)),
        "low": ((300, 145), (300, 170)),
        "high": ((300, 55), (300, 20)),
    }[side]
    spectrogram.drag(held, to)
    after = spectrogram.selection
    assert after is not None
    assert before.band_hz is not None
    assert after.band_hz is not None
    expected = {
        "start": round(150 * FRAMES_PX) if side == "start" else before.start,
        "end": round(450 * FRAMES_PX) if side == "end" else before.end,
        "low": axis.hz_at(170, HEIGHT) if side == "low" else before.band_hz[0],
        "high": axis.hz_at(20, HEIGHT) if side == "high" else before.band_hz[1],
    }
    assert (after.start, after.end) == (expected["start"], expected["end"])
    assert after.band_hz == pytest.approx((expected["low"], expected["high"]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(
    st.lists(
        st.tuples(*[st.integers(-20, WIDTH + 20), st.integers(-20, HEIGHT + 20)] * 2, st.booleans()),
        min_size=1,
        max_size=6,
    )
)
def test_whatever_is_dragged_a_box_lies_in_the_recording(spectrogram: Surface, drags: list[Any]) -> None:
    for x, y, to_x, to_y, boxes in drags:
        spectrogram.marking.set_box_mode(boxes)
        spectrogram.drag((x, y), (to_x, to_y))
        chosen = spectrogram.selection
        if chosen is not None:
            assert 0 <= chosen.start < chosen.end <= FRAMES
            if chosen.band_hz is not None:
                assert 0 <= chosen.band_hz[0] < chosen.band_hz[1] <= RATE / 2


def test_box_mode_takes_the_band_away_and_gives_it_back(spectrogram: Surface) -> None:
    marking = spectrogram.marking
    marking.set_box_mode(True)
    marking.select(1000, 2000, (200.0, 4000.0))
    marking.set_box_mode(False)
    assert spectrogram.selection == Selection(1000, 2000)
    marking.set_box_mode(True)
    assert spectrogram.selection == Selection(1000, 2000, (200.0, 4000.0))
    marking.set_box_mode(False)
    marking.select(1000, 3000)
    marking.set_box_mode(True)
    assert spectrogram.selection == Selection(1000, 3000), "another stretch has no band to get back"


def test_a_band_of_everything_is_none(spectrogram: Surface) -> None:
    spectrogram.marking.select(1000, 2000, (0.0, 1e9))
    assert spectrogram.selection == Selection(1000, 2000)
    spectrogram.marking.select(1000, 2000, (500.0, 1e9))
    assert spectrogram.selection == Selection(1000, 2000, (500.0, RATE / 2))


# -- double-click, right-click, Ctrl


def test_a_double_click_marks_the_shortest_thing_under_the_pointer(lane: Surface) -> None:
    lane.document.set_regions([Region("long", 0, 400_000), Region("box", 100_000, 200_000, "", (200.0, 4000.0))])
    hits = [Selection(150_000, 152_000)]
    lane.marking.offer(lambda: hits)
    lane.double_click(210)
    assert lane.selection == Selection(100_000, 200_000, (200.0, 4000.0))
    lane.double_click(300.5)
    assert lane.selection == hits[0]
    lane.double_click(500)
    assert lane.selection == Selection(0, 400_000)
    lane.double_click(900)
    assert lane.selection is None, "as ever where there is nothing"
    lane.double_click(900)
    assert lane.selection == Selection(0, FRAMES)


def test_a_right_click_asks_for_the_menu_and_does_nothing_else(lane: Surface) -> None:
    lane.marking.select(100 * FRAMES_PX, 300 * FRAMES_PX)
    asked: list[int] = []
    lane.marking.menu_requested.connect(lambda _place, frame: asked.append(frame))
    before = lane.document.state
    lane.press(500, button=RIGHT)
    lane.release(500, button=RIGHT)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(500, 50), QPoint(500, 50))
    QApplication.sendEvent(lane.widget, event)
    assert lane.document.state == before
    assert lane.seeks == []
    assert asked == [round(500 * FRAMES_PX)]


@pytest.mark.parametrize("surface", ["lane", "ruler"])
def test_control_drag_scrubs_and_marks_nothing(surface: str, request: pytest.FixtureRequest) -> None:
    hand: Surface = request.getfixturevalue(surface)
    heard: list[object] = []
    hand.marking.scrub_began.connect(lambda frame: heard.append(("began", frame)))
    hand.marking.scrubbed.connect(heard.append)
    hand.marking.scrub_ended.connect(lambda: heard.append("ended"))
    hand.drag((100, 10), (200, 10), keys=CONTROL)
    assert heard == [
        ("began", round(100 * FRAMES_PX)),
        round(150 * FRAMES_PX),
        round(200 * FRAMES_PX),
        "ended",
    ]
    assert hand.selection is None
    assert hand.document.state.loop is None


# -- the ruler


def test_a_click_in_the_ruler_seeks_and_keeps_the_selection(ruler: Surface) -> None:
    ruler.marking.select(1000, 2000)
    ruler.press(500)
    ruler.release(500)
    assert ruler.seeks == [round(500 * FRAMES_PX)]
    assert ruler.selection == Selection(1000, 2000)
    assert ruler.document.state.loop is None


def test_a_drag_in_the_ruler_draws_the_loop_and_its_edges_move(ruler: Surface) -> None:
    drawn: list[bool] = []
    ruler.marking.loop_drawn.connect(lambda: drawn.append(True))
    ruler.drag((300, 10), (100, 10))
    assert ruler.document.state.loop == (round(100 * FRAMES_PX), round(300 * FRAMES_PX))
    assert drawn == [True]
    ruler.drag((305, 10), (400, 10))
    assert ruler.document.state.loop == (round(100 * FRAMES_PX), round(400 * FRAMES_PX))
    ruler.drag((96, 10), (450, 10))
    assert ruler.document.state.loop == (round(400 * FRAMES_PX), round(450 * FRAMES_PX))
    ruler.press(452)
    ruler.release(452)
    assert ruler.document.state.loop == (round(400 * FRAMES_PX), round(450 * FRAMES_PX)), "a click on an edge seeks"
    assert ruler.seeks == [round(452 * FRAMES_PX)]
    assert ruler.selection is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.integers(-50, WIDTH + 50), st.integers(-50, WIDTH + 50)), min_size=1, max_size=5))
def test_whatever_is_dragged_the_loop_lies_in_the_recording(ruler: Surface, drags: list[tuple[int, int]]) -> None:
    for start, end in drags:
        ruler.drag((start, 10), (end, 10))
        loop = ruler.document.state.loop
        if loop is not None:
            assert 0 <= loop[0] < loop[1] <= FRAMES


# -- wheel, pinch, middle button


def test_the_wheel_zooms_with_control_and_scrolls_with_shift_or_sideways(lane: Surface) -> None:
    assert not lane.wheel(NONE, QPoint(0, 120)), "a plain one belongs to the list of stems"
    assert lane.timeline.viewport.is_whole
    assert lane.wheel(CONTROL, QPoint(0, 120), x=240)
    view = lane.timeline.viewport
    assert view.span == pytest.approx(FRAMES / 1.25)
    assert view.frame_at(240, WIDTH) == pytest.approx(240 * FRAMES_PX), "what is under the pointer stays there"
    lane.wheel(SHIFT, QPoint(0, -120))
    assert lane.timeline.viewport.start > view.start
    lane.wheel(NONE, QPoint(120, 0))
    assert lane.timeline.viewport.start == pytest.approx(view.start)


def test_the_plain_wheel_zooms_where_that_is_preferred(lane: Surface) -> None:
    lane.timeline.wheel_zooms = True
    assert lane.wheel(NONE, QPoint(0, 120))
    assert lane.timeline.viewport.span == pytest.approx(FRAMES / 1.25)
    view = lane.timeline.viewport
    lane.wheel(NONE, QPoint(-120, 0))
    assert lane.timeline.viewport.span == view.span, "sideways still scrolls"


def test_alt_and_the_wheel_zoom_the_frequencies_of_a_spectrogram(spectrogram: Surface) -> None:
    spectrogram.wheel(ALT, QPoint(120, 0))  # turned, as Qt does
    assert not spectrogram.timeline.axis.is_whole
    assert spectrogram.timeline.viewport.is_whole


@pytest.mark.parametrize(("platform", "counts"), [("xcb", False), ("cocoa", True)])
def test_pixels_of_a_touch_pad_count_except_on_x11(qtbot: QtBot, platform: str, counts: bool) -> None:
    surface = Surface(qtbot, lambda widget, timeline: Navigation(widget, timeline, platform))
    surface.timeline.show(surface.timeline.viewport.showing(100_000, 96_000))
    surface.wheel(NONE, QPoint(-120, 0), QPoint(-96, 0))
    moved = surface.timeline.viewport.start - 100_000
    assert moved == pytest.approx(9600)
    surface.wheel(NONE, QPoint(-120, 0), QPoint(-480, 0))
    moved = surface.timeline.viewport.start - 109_600
    assert moved == pytest.approx(48_000 if counts else 9600)


def test_a_pinch_zooms_where_the_fingers_are(lane: Surface) -> None:
    point = QPointF(240, 50)
    device = QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, device, 2, point, point, point, 0.25, QPointF(), 1
    )
    QApplication.sendEvent(lane.widget, event)
    assert lane.timeline.viewport.span == pytest.approx(FRAMES / 1.25)
    assert lane.timeline.viewport.frame_at(240, WIDTH) == pytest.approx(240 * FRAMES_PX)


def test_the_middle_button_drags_the_view_and_marks_nothing(lane: Surface) -> None:
    lane.timeline.show(lane.timeline.viewport.showing(100_000, 96_000))
    lane.drag((500, 50), (400, 50), button=MIDDLE)
    assert lane.timeline.viewport.start == pytest.approx(110_000)
    assert lane.selection is None
    assert lane.seeks == []
