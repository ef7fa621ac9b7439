"""A slider whose drags and runs of keys have numbers: one gesture is one undo step. Double-click is 0."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.views.wheel_slider import WheelSlider

_gestures = itertools.count(1)


class GestureSlider(WheelSlider):
    """Tells what the person does, and not what it is told to show.

    Signals:
        moved: The person moved it.  args: value, number of the gesture.
    """

    moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesture = next(_gestures)
        self._showing = False
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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to 0."""
        self._begin()
        self.setValue(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys pressed from now on are one gesture."""
        self._begin()
        super().focusInEvent(event)
