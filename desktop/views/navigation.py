"""Wheel, pinch, swipe and the middle button: moving in time, the same on every surface over the time axis."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.views.timeline import Timeline
from desktop.views.wheel import NOTCH, ZOOM_PER_NOTCH

_SHARE_PER_NOTCH = 0.1
"""Of the visible stretch, scrolled by a notch of the wheel."""


class Navigation(QObject):
    """Zooms and scrolls the timeline by what the pointer does on `widget`.

    Args:
        widget: The surface whose width is the visible stretch.
        timeline: Where the wishes go.
        platform: Qt's name of the window system.

    Signals:
        frequency_zoomed: Alt and the wheel.  args: factor (above 1 shows less), y of the pointer.
    """

    frequency_zoomed = Signal(float, float)

    def __init__(self, widget: QWidget, timeline: Timeline, platform: str = "") -> None:
        super().__init__(widget)
        self._widget = widget
        self._timeline = timeline
        # X11 reports pixels that have nothing to do with what the fingers did.
        self._exact_pixels = (platform or QGuiApplication.platformName()) != "xcb"
        self._pan_from: float | None = None
        self._pressed_x = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle what moves the view; everything else goes its way."""
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        if isinstance(event, QMouseEvent):
            return self._middle_button(event)
        return False

    def _frame(self, x: float) -> float:
        return self._timeline.viewport.frame_at(x, self._widget.width())

    def _wheel(self, event: QWheelEvent) -> bool:
        delta, modifiers, timeline = event.angleDelta(), event.modifiers(), self._timeline
        notches = (delta.y() or delta.x()) / NOTCH
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        sideways = abs(delta.x()) > abs(delta.y())
        event.accept()
        if modifiers & Qt.KeyboardModifier.AltModifier:  # Qt turns the wheel by 90 degrees then
            self.frequency_zoomed.emit(ZOOM_PER_NOTCH**notches, event.position().y())
        elif control or (timeline.wheel_zooms and not shift and not sideways):
            at = self._frame(event.position().x())
            timeline.show(timeline.viewport.zoomed(ZOOM_PER_NOTCH**notches, at))
        elif shift or sideways:
            timeline.show(timeline.viewport.scrolled(self._scroll_frames(event)))
        else:
            event.ignore()  # a plain wheel scrolls the list of stems
        return True

    def _scroll_frames(self, event: QWheelEvent) -> float:
        span = self._timeline.viewport.span
        pixels = event.pixelDelta()
        if self._exact_pixels and not pixels.isNull():
            return -(pixels.x() or pixels.y()) / max(self._widget.width(), 1) * span
        delta = event.angleDelta()
        return -(delta.x() or delta.y()) / NOTCH * _SHARE_PER_NOTCH * span

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        factor = max(1.0 + event.value(), 0.1)
        self._timeline.show(self._timeline.viewport.zoomed(factor, self._frame(event.position().x())))
        return True

    def _middle_button(self, event: QMouseEvent) -> bool:
        kind, x = event.type(), event.position().x()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from, self._pressed_x = self._timeline.viewport.start, x
            self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)
            return True
        if self._pan_from is None:
            return False
        if kind == QEvent.Type.MouseMove:
            view = self._timeline.viewport
            shift = (self._pressed_x - x) / max(self._widget.width(), 1) * view.span
            self._timeline.show(view.showing(self._pan_from + shift, view.span))
            return True
        if kind == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = None
            self._widget.unsetCursor()
            return True
        return False
