"""A fader in dB: double-click is 0 dB, the wheel counts only with the focus, one gesture is one undo step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.document.state import MAX_GAIN_DB, MIN_GAIN_DB
from desktop.views.filled_slider import FilledSlider

_DETENT = 4  # tenths of a dB


class GainSlider(FilledSlider):
    """Gain from silence to +12 dB.

    Signals:
        gain_edited: The person moved it.  args: gain in dB, number of the gesture.
    """

    gain_edited = Signal(float, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        low, high = round(MIN_GAIN_DB * 10), round(MAX_GAIN_DB * 10)
        super().__init__(low, high, filled_from=low, detent=_DETENT, parent=parent)
        self.setSingleStep(5)
        self.setPageStep(30)
        self.setAccessibleDescription(self.value_text())
        self.moved.connect(self._tell)

    def show_gain(self, gain_db: float) -> None:
        """Stand at a gain without being an edit."""
        self.show_value(round(gain_db * 10))

    def value_text(self) -> str:
        """The gain with its unit."""
        return self.tr("{gain} dB").format(gain=gain_text(self.sliderPosition() / 10))

    def _tell(self, tenths: int, gesture: int) -> None:
        self.gain_edited.emit(tenths / 10, gesture)


def gain_text(gain_db: float) -> str:
    """A gain as it stands beside a fader."""
    if gain_db <= MIN_GAIN_DB:
        return "−∞"
    return f"{gain_db:+.1f}".replace("-", "−") if round(gain_db, 1) else "0.0"
