"""The mouse on the ruler: a click seeks and leaves the selection alone, a drag draws the loop range."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.views.gestures import DRAG_PX
from desktop.views.grips import PixelBox, grip_at
from desktop.views.navigation import Navigation
from desktop.views.timeline import Timeline


class _Drag(Enum):
    NONE = auto()
    PRESSED = auto()
    LOOPING = auto()
    SCRUBBING = auto()


class RulerGestures(QObject):
    """Turns mouse events of the ruler into wishes of the timeline; see `Gestures`.

    Signals:
        clicked: The person clicked, not dragged.
    """

    clicked = Signal()

    def __init__(self, widget: QWidget, timeline: Timeline, describe: Callable[[QPointF], str]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._timeline = timeline
        self._marking = timeline.marking
        self._describe = describe
        self._drag = _Drag.NONE
        self._anchor = 0.0
        self._pressed_x = 0.0
        widget.setMouseTracking(True)
        widget.installEventFilter(self)
        self.navigation = Navigation(widget, timeline)  # installed last, asked first

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the pointer; everything else goes its way."""
        kind = event.type()
        if isinstance(event, QMouseEvent):
            if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
                return self._press(event)
            if kind == QEvent.Type.MouseMove:
                return self._move(event)
            if kind == QEvent.Type.MouseButtonRelease:
                return self._release(event)
        if isinstance(event, QContextMenuEvent):
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            frame = self._timeline.playhead if by_key else round(self._frame(event.pos().x()))
            self._marking.menu_requested.emit(event.globalPos(), frame)
            return True
        if kind == QEvent.Type.Leave:
            self._timeline.hovered.emit("")
        return False

    def _frame(self, x: float) -> float:
        return self._timeline.viewport.frame_at(x, self._widget.width())

    def _opposite(self, point: QPointF) -> float | None:
        """The other end of the loop where one of them lies under the pointer."""
        loop = self._marking.loop
        if loop is None:
            return None
        left, right = (self._timeline.viewport.x_of(frame, self._widget.width()) for frame in loop)
        grip = grip_at(PixelBox(left, right), point.x(), point.y())
        if grip is None:
            return None
        return float(loop[1] if grip.time == "start" else loop[0])

    def _press(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return True
        self._pressed_x = event.position().x()
        self._anchor = self._frame(self._pressed_x)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._drag = _Drag.SCRUBBING
            self._marking.scrub_began.emit(round(self._anchor))
            return True
        opposite = self._opposite(event.position())
        self._drag = _Drag.PRESSED
        if opposite is not None:
            self._anchor = opposite
        return True

    def _move(self, event: QMouseEvent) -> bool:
        x = event.position().x()
        frame = self._frame(x)
        if self._drag is _Drag.PRESSED and abs(x - self._pressed_x) >= DRAG_PX:
            self._anchor = self._marking.snapped(self._anchor)
            self._drag = _Drag.LOOPING
        if self._drag is _Drag.LOOPING:
            self._marking.set_loop(self._anchor, self._marking.snapped(frame))
        elif self._drag is _Drag.SCRUBBING:
            self._marking.scrubbed.emit(round(frame))
        on_edge = self._drag is _Drag.LOOPING or self._opposite(event.position()) is not None
        self._widget.setCursor(Qt.CursorShape.SplitHCursor if on_edge else Qt.CursorShape.ArrowCursor)
        self._timeline.hovered.emit(self._describe(event.position()))
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return True
        if self._drag is _Drag.SCRUBBING:
            self._marking.scrub_ended.emit()
        elif self._drag is _Drag.LOOPING:
            self._marking.loop_drawn.emit()
        elif self._drag is _Drag.PRESSED:
            self._timeline.seek_requested.emit(round(self._frame(event.position().x())))
            self.clicked.emit()
        self._drag = _Drag.NONE
        return True
