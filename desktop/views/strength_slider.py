"""How strictly a stem is heard cut out: natural at the left, clean at the right, as it was made in the middle."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.filled_slider import FilledSlider

STEPS = 20
"""To each side: a step of 5 %, finer than anybody hears, and every step that is played is computed anew."""


class StrengthSlider(FilledSlider):
    """Strength from -1 to 1.

    Signals:
        strength_edited: The person moved it.  args: strength, number of the gesture.
    """

    strength_edited = Signal(float, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(-STEPS, STEPS, detent=1, parent=parent)
        self.setPageStep(STEPS // 4)
        self.setAccessibleDescription(self.value_text())
        self.moved.connect(self._tell)

    def show_strength(self, strength: float) -> None:
        """Stand at a strength without being an edit."""
        self.show_value(round(strength * STEPS))

    def value_text(self) -> str:
        """What the value means."""
        value = self.sliderPosition()
        if not value:
            return self.tr("As it was made")
        text = self.tr("{percent} % more natural") if value < 0 else self.tr("{percent} % cleaner")
        return text.format(percent=abs(value) * 100 // STEPS)

    def _tell(self, step: int, gesture: int) -> None:
        self.strength_edited.emit(step / STEPS, gesture)
