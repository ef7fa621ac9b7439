"""The mouse on a lane: select, draw a box, adjust, seek, scrub. Wheel and middle button are `Navigation`'s."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.views.accessible import describe_lane
from desktop.views.edge_scroll import EdgeScroll
from desktop.views.grips import Grip, PixelBox, grip_at
from desktop.views.navigation import Navigation
from desktop.views.timeline import Timeline

DRAG_PX = 4
"""A press that moves less is a click."""

_CURSORS = {
    Grip("start"): Qt.CursorShape.SplitHCursor,
    Grip("end"): Qt.CursorShape.SplitHCursor,
    Grip(None, "low"): Qt.CursorShape.SplitVCursor,
    Grip(None, "high"): Qt.CursorShape.SplitVCursor,
    Grip("start", "high"): Qt.CursorShape.SizeFDiagCursor,
    Grip("end", "low"): Qt.CursorShape.SizeFDiagCursor,
    Grip("end", "high"): Qt.CursorShape.SizeBDiagCursor,
    Grip("start", "low"): Qt.CursorShape.SizeBDiagCursor,
}


class _Drag(Enum):
    NONE = auto()
    PRESSED = auto()
    SELECTING = auto()
    SCRUBBING = auto()


@dataclass(frozen=True)
class _Pull:
    """What a drag changes: the edges opposite to the pointer. None: that pair of edges stays as `kept` has it."""

    frame: int | None = None
    hz: float | None = None
    kept: tuple[int, int] = (0, 0)
    kept_band: tuple[float, float] | None = None


class Gestures(QObject):
    """Turns mouse events of `widget` into wishes of the timeline.

    Args:
        widget: The surface whose width is the visible stretch.
        timeline: Where the wishes go.
        describe: The hover read-out for a point of the widget.
        frequencies: Whether its height is the timeline's axis of frequencies, so that boxes lie in it.

    Signals:
        clicked: The person clicked, not dragged: this surface is meant.
    """

    clicked = Signal()

    def __init__(
        self, widget: QWidget, timeline: Timeline, describe: Callable[[QPointF], str], *, frequencies: bool = False
    ) -> None:
        super().__init__(widget)
        self._widget = widget
        self._timeline = timeline
        self._marking = timeline.marking
        self._describe = describe
        self._frequencies = frequencies
        self._drag = _Drag.NONE
        self._pull = _Pull()
        self._pressed = QPointF()
        self._last = QPointF()
        self._beyond = EdgeScroll(widget, timeline, self._pull_on)
        self._after_double = False
        widget.setMouseTracking(True)
        widget.installEventFilter(self)
        describe_lane(widget, timeline)
        self.navigation = Navigation(widget, timeline)  # installed last, asked first
        if frequencies:
            self.navigation.frequency_zoomed.connect(self._zoom_frequencies)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the pointer; everything else goes its way."""
        kind = event.type()
        if isinstance(event, QMouseEvent):
            if kind == QEvent.Type.MouseButtonPress:
                return self._press(event)
            if kind == QEvent.Type.MouseMove:
                return self._move(event)
            if kind == QEvent.Type.MouseButtonRelease:
                return self._release(event)
            if kind == QEvent.Type.MouseButtonDblClick:
                return self._double(event)
        if isinstance(event, QContextMenuEvent):
            self.clicked.emit()
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            frame = self._timeline.playhead if by_key else round(self._frame(event.pos().x()))
            self._marking.menu_requested.emit(event.globalPos(), frame)
            return True
        if kind == QEvent.Type.Leave:
            self._timeline.hovered.emit("")
        return False

    def _frame(self, x: float) -> float:
        return self._timeline.viewport.frame_at(x, self._widget.width())

    def _hz(self, y: float) -> float:
        return self._timeline.axis.hz_at(y, self._widget.height())

    def _zoom_frequencies(self, factor: float, y: float) -> None:
        self._timeline.show_axis(self._timeline.axis.zoomed(factor, self._hz(y)))

    def _grip(self, point: QPointF) -> Grip | None:
        selection = self._timeline.selection
        if selection is None:
            return None
        view, width, axis = self._timeline.viewport, self._widget.width(), self._timeline.axis
        left, right = view.x_of(selection.start, width), view.x_of(selection.end, width)
        top = bottom = None
        if self._frequencies and selection.band_hz is not None:
            height = self._widget.height()
            bottom, top = (axis.y_of(hz, height) for hz in selection.band_hz)
        return grip_at(PixelBox(left, right, top, bottom), point.x(), point.y())

    def _press(self, event: QMouseEvent) -> bool:
        self._pressed = event.position()
        self._after_double = False
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return True
        frame = self._frame(event.position().x())
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._drag = _Drag.SCRUBBING
            self._marking.scrub_began.emit(round(frame))
            return True
        if (grip := self._grip(event.position())) is not None:
            self._take_hold(grip)
        elif self._timeline.selection is not None and modifiers & Qt.KeyboardModifier.ShiftModifier:
            middle = (self._timeline.selection.start + self._timeline.selection.end) / 2
            self._take_hold(Grip("start" if frame < middle else "end"))
            self._pull_to(event.position())
        else:
            self._drag = _Drag.PRESSED
        return True

    def _take_hold(self, grip: Grip) -> None:
        selection = self._timeline.selection
        if selection is None:
            return
        low, high = selection.band_hz or (0.0, 0.0)
        self._drag = _Drag.SELECTING
        self._pull = _Pull(
            {"start": selection.end, "end": selection.start}.get(grip.time or ""),
            {"low": high, "high": low}.get(grip.frequency or ""),
            (selection.start, selection.end),
            selection.band_hz,
        )

    def _begin(self) -> None:
        """A new stretch, or a new box."""
        boxes = self._frequencies and self._marking.box_mode
        frame = self._marking.snapped(self._frame(self._pressed.x()))
        self._drag = _Drag.SELECTING
        self._pull = _Pull(frame, self._hz(self._pressed.y()) if boxes else None)

    def _pull_to(self, point: QPointF) -> None:
        pull = self._pull
        start, end = pull.kept
        if pull.frame is not None:
            start, end = pull.frame, self._marking.snapped(self._frame(point.x()))
        band = pull.kept_band
        if pull.hz is not None:
            low, high = sorted((pull.hz, self._hz(point.y())))
            # A box without height is none yet, and must not turn into a stretch of all frequencies.
            band = (low, high) if low < high else (low, low + 1.0)
        self._marking.select(start, end, band)

    def _pull_on(self) -> None:
        self._pull_to(self._last)

    def _move(self, event: QMouseEvent) -> bool:
        point = event.position()
        if self._drag is _Drag.PRESSED:
            moved = point - self._pressed
            if max(abs(moved.x()), abs(moved.y()) if self._draws_boxes else 0.0) >= DRAG_PX:
                self._begin()
        if self._drag is _Drag.SELECTING:
            self._last = point
            self._pull_to(point)
            self._beyond.follow(point.x())
        elif self._drag is _Drag.SCRUBBING:
            self._marking.scrubbed.emit(round(self._frame(point.x())))
        elif self._drag is _Drag.NONE:
            grip = self._grip(point)
            plain = Qt.CursorShape.CrossCursor if self._draws_boxes else Qt.CursorShape.IBeamCursor
            self._widget.setCursor(plain if grip is None else _CURSORS[grip])
        self._timeline.hovered.emit(self._describe(point))
        return True

    @property
    def _draws_boxes(self) -> bool:
        return self._frequencies and self._marking.box_mode

    def _release(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return True
        self._beyond.stop()
        if self._drag is _Drag.SCRUBBING:
            self._marking.scrub_ended.emit()
        elif self._drag is _Drag.PRESSED and not self._after_double:
            self._timeline.seek_requested.emit(round(self._frame(event.position().x())))
            self.clicked.emit()
        self._drag = _Drag.NONE
        return True

    def _double(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._after_double = True
        if self._marking.pick(self._frame(event.position().x())):
            return True
        if self._timeline.selection is None:
            self._timeline.select_all()
        else:
            self._timeline.clear_selection()
        return True
