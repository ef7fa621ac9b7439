"""The mouse on a lane: select, adjust, seek, zoom, scroll. One event filter serves every lane and the ruler."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.views.accessible import describe_lane
from desktop.views.timeline import Timeline

EDGE_PX = 8
"""Within this distance an edge of the selection is taken hold of."""
_DRAG_PX = 4
_ZOOM_PER_NOTCH = 1.25
_NOTCH = 120.0


class _Drag(Enum):
    NONE = auto()
    PRESSED = auto()
    SELECTING = auto()
    PANNING = auto()


class Gestures(QObject):
    """Turns mouse events of `widget` into wishes of the timeline.

    Args:
        widget: The surface whose width is the visible stretch.
        timeline: Where the wishes go.
        describe: The hover read-out for a point of the widget.

    Signals:
        clicked: The person clicked, not dragged: this surface is meant.
    """

    clicked = Signal()

    def __init__(self, widget: QWidget, timeline: Timeline, describe: Callable[[QPointF], str]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._timeline = timeline
        self._describe = describe
        self._drag = _Drag.NONE
        self._anchor = 0.0
        self._pressed_x = 0.0
        self._pan_from = 0.0
        self._after_double = False
        widget.setMouseTracking(True)
        widget.installEventFilter(self)
        describe_lane(widget, timeline)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the pointer; everything else goes its way."""
        kind = event.type()
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QMouseEvent):
            if kind == QEvent.Type.MouseButtonPress:
                return self._press(event)
            if kind == QEvent.Type.MouseMove:
                return self._move(event)
            if kind == QEvent.Type.MouseButtonRelease:
                return self._release(event)
            if kind == QEvent.Type.MouseButtonDblClick:
                return self._double(event)
        if kind == QEvent.Type.Leave:
            self._timeline.hovered.emit("")
        return False

    def _frame(self, x: float) -> float:
        return self._timeline.viewport.frame_at(x, self._widget.width())

    def _edge_at(self, x: float) -> str | None:
        selection = self._timeline.selection
        if selection is None:
            return None
        view, width = self._timeline.viewport, self._widget.width()
        distances = {
            "start": abs(view.x_of(selection.start, width) - x),
            "end": abs(view.x_of(selection.end, width) - x),
        }
        edge = min(distances, key=distances.__getitem__)
        return edge if distances[edge] <= EDGE_PX else None

    def _wheel(self, event: QWheelEvent) -> bool:
        delta = event.angleDelta()
        modifiers = event.modifiers()
        view = self._timeline.viewport
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            notches = (delta.y() or delta.x()) / _NOTCH
            self._timeline.show(view.zoomed(_ZOOM_PER_NOTCH**notches, self._frame(event.position().x())))
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or abs(delta.x()) > abs(delta.y()):
            notches = (delta.x() or delta.y()) / _NOTCH
            self._timeline.show(view.scrolled(-notches * view.span * 0.1))
        else:
            event.ignore()  # a plain wheel scrolls the list of stems
            return True
        event.accept()
        return True

    def _press(self, event: QMouseEvent) -> bool:
        x = event.position().x()
        self._pressed_x = x
        self._after_double = False
        if event.button() == Qt.MouseButton.MiddleButton:
            self._drag = _Drag.PANNING
            self._pan_from = self._timeline.viewport.start
            return True
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return True
        selection = self._timeline.selection
        edge = self._edge_at(x)
        self._drag = _Drag.PRESSED
        self._anchor = self._frame(x)
        if selection is not None and edge is not None:
            self._anchor = float(selection.end if edge == "start" else selection.start)
            self._drag = _Drag.SELECTING
        elif selection is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            middle = (selection.start + selection.end) / 2
            self._anchor = float(selection.end if self._anchor < middle else selection.start)
            self._drag = _Drag.SELECTING
            self._timeline.select(self._anchor, self._frame(x))
        return True

    def _move(self, event: QMouseEvent) -> bool:
        x = event.position().x()
        if self._drag is _Drag.PANNING:
            view = self._timeline.viewport
            shift = (self._pressed_x - x) / max(self._widget.width(), 1) * view.span
            self._timeline.show(view.showing(self._pan_from + shift, view.span))
            return True
        if self._drag is _Drag.PRESSED and abs(x - self._pressed_x) >= _DRAG_PX:
            self._drag = _Drag.SELECTING
        if self._drag is _Drag.SELECTING:
            self._timeline.select(self._anchor, self._frame(x))
        on_edge = self._drag is _Drag.SELECTING or self._edge_at(x) is not None
        self._widget.setCursor(Qt.CursorShape.SplitHCursor if on_edge else Qt.CursorShape.IBeamCursor)
        self._timeline.hovered.emit(self._describe(event.position()))
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if self._drag is _Drag.PRESSED and not self._after_double:
            self._timeline.seek_requested.emit(round(self._frame(event.position().x())))
            self.clicked.emit()
        self._drag = _Drag.NONE
        return True

    def _double(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._after_double = True
        if self._timeline.selection is None:
            self._timeline.select_all()
        else:
            self._timeline.clear_selection()
        return True
