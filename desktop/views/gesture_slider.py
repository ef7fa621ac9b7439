"""A slider whose drags and runs of keys have numbers: one gesture is one undo step. Double-click resets it."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.views.wheel_slider import WheelSlider

FINE = 0.1
"""Of the way of the hand, while Shift is held."""

_gestures = itertools.count(1)


class GestureSlider(WheelSlider):
    """Tells what the person does, and not what it is told to show. Shift makes a drag fine.

    Signals:
        moved: The person moved it.  args: value, number of the gesture.
    """

    moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesture = next(_gestures)
        self._showing = False
        self._fine_from: tuple[float, float] | None = None  # where the hand was, and which value was there
        self.sliderPressed.connect(self._begin)
        self.valueChanged.connect(self._changed)

    def show_value(self, value: int) -> None:
        """Stand there without being an edit."""
        self._showing = True
        self.setValue(value)
        self._showing = False

    def _begin(self) -> None:
        self._gesture = next(_gestures)

    def _changed(self, value: int) -> None:
        if not self._showing:
            self.moved.emit(value, self._gesture)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """With Shift, take hold without a jump."""
        self._fine_from = None
        if event.button() == Qt.MouseButton.LeftButton and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._begin()
            self._fine_from = self._along(event.position()), float(self.value())
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """With Shift the value follows slowly; a drag may change between both."""
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif fine:
            at = self._along(event.position())
            if self._fine_from is None:
                self._fine_from = at, float(self.value())
            begun_at, begun_with = self._fine_from
            length = self.width() if self.orientation() == Qt.Orientation.Horizontal else self.height()
            per_pixel = (self.maximum() - self.minimum()) / max(length, 1)
            self.setValue(round(begun_with + (at - begun_at) * per_pixel * FINE))
        else:
            self._fine_from = None
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._fine_from = None
        super().mouseReleaseEvent(event)

    def _along(self, point: QPointF) -> float:
        """The way of the hand in pixels, growing with the value."""
        return point.x() if self.orientation() == Qt.Orientation.Horizontal else -point.y()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to 0."""
        self._begin()
        self.setValue(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys pressed from now on are one gesture."""
        self._begin()
        super().focusInEvent(event)
