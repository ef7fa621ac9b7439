"""A fader in dB: double-click is 0 dB, the wheel counts only with the focus, one gesture is one undo step."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.document.state import MAX_GAIN_DB, MIN_GAIN_DB
from desktop.views.wheel_slider import WheelSlider

_gestures = itertools.count(1)


class GainSlider(WheelSlider):
    """Gain from silence to +12 dB.

    Signals:
        gain_edited: The person moved it.  args: gain in dB, number of the gesture.
    """

    gain_edited = Signal(float, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(round(MIN_GAIN_DB * 10), round(MAX_GAIN_DB * 10))
        self.setSingleStep(5)
        self.setPageStep(30)
        self._gesture = next(_gestures)
        self._showing = False
        self.sliderPressed.connect(self._begin)
        self.valueChanged.connect(self._moved)

    def show_gain(self, gain_db: float) -> None:
        """Stand at a gain without being an edit."""
        self._showing = True
        self.setValue(round(gain_db * 10))
        self._showing = False

    def _begin(self) -> None:
        self._gesture = next(_gestures)

    def _moved(self, tenths: int) -> None:
        if not self._showing:
            self.gain_edited.emit(tenths / 10, self._gesture)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to 0 dB."""
        self._begin()
        self.setValue(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys pressed from now on are one gesture."""
        self._begin()
        super().focusInEvent(event)


def gain_text(gain_db: float) -> str:
    """A gain as it stands beside a fader."""
    if gain_db <= MIN_GAIN_DB:
        return "−∞"
    return f"{gain_db:+.1f}".replace("-", "−") if round(gain_db, 1) else "0.0"
