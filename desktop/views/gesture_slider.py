"""A slider whose drags and runs of keys have numbers: one gesture is one undo step. Double-click: 0, Shift: fine."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QStyle, QToolTip, QWidget

from desktop.views.wheel_slider import WheelSlider

FINE = 0.1
"""How far a drag with Shift goes, of one without."""
HANDLE = 12
"""Width of the handle in the style sheet, in pixels."""

_gestures = itertools.count(1)


def next_gesture() -> int:
    """A number that no other gesture has."""
    return next(_gestures)


class GestureSlider(WheelSlider):
    """Tells what the person does, and not what it is told to show. Left is low in every language.

    Signals:
        moved: The person moved it.  args: value, number of the gesture.
    """

    moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._gesture = next_gesture()
        self._showing = False
        self._at = 0.0
        self._pointer = 0.0
        self.sliderPressed.connect(self._begin)
        self.valueChanged.connect(self._changed)

    def show_value(self, value: int) -> None:
        """Stand there without being an edit."""
        self._showing = True
        self.setValue(value)
        self._showing = False

    def value_text(self) -> str:
        """What is said of the value while the hand moves it; "" nothing."""
        return ""

    def snapped(self, value: float) -> float:
        """Where a coarse drag to `value` ends."""
        return value

    def _begin(self) -> None:
        self._gesture = next_gesture()

    def _changed(self, value: int) -> None:
        self.setAccessibleDescription(self.value_text())
        if not self._showing:
            self.moved.emit(value, self._gesture)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the handle; beside it, bring it there first, but with Shift take hold without a jump."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        room = max(1, self.width() - HANDLE)
        x = event.position().x() - HANDLE / 2
        handle = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), self.value(), room)
        self.setSliderDown(True)
        self._pointer, self._at = event.position().x(), float(self.value())
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if abs(x - handle) > HANDLE / 2 and not fine:
            self._at = self.minimum() + x / room * (self.maximum() - self.minimum())
            self.setSliderPosition(round(self.snapped(self._at)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer, with Shift at a tenth of its way."""
        if not self.isSliderDown():
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = (self.maximum() - self.minimum()) / max(1, self.width() - HANDLE)
        self._at += (event.position().x() - self._pointer) * step * (FINE if fine else 1)
        self._at = min(max(self._at, self.minimum()), self.maximum())
        self._pointer = event.position().x()
        self.setSliderPosition(round(self._at if fine else self.snapped(self._at)))
        if text := self.value_text():
            QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to 0."""
        self._begin()
        self.setValue(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys pressed from now on are one gesture."""
        self._begin()
        super().focusInEvent(event)
