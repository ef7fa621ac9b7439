"""How much of a sound is in the mix: removed at the left, as in the recording in the middle, isolated at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.views.filled_slider import FilledSlider

STEPS = 100
"""To each side: whole per cents."""
DETENT = 4


class AmountSlider(FilledSlider):
    """Amount from -1 to 1.

    Signals:
        amount_edited: The person moved it.  args: amount, number of the gesture.
    """

    amount_edited = Signal(float, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(-STEPS, STEPS, detent=DETENT, diamond=True, parent=parent)
        self.setSingleStep(5)
        self.setPageStep(STEPS // 4)
        self.setAccessibleDescription(self.value_text())
        self.moved.connect(self._tell)

    def show_amount(self, amount: float) -> None:
        """Stand at an amount without being an edit."""
        self.show_value(round(amount * STEPS))

    def value_text(self) -> str:
        """What the value means."""
        value = self.sliderPosition()
        if value == -STEPS:
            return self.tr("Removed")
        if value == STEPS:
            return self.tr("Isolated")
        if not value:
            return self.tr("As in the recording")
        text = self.tr("{percent} % removed") if value < 0 else self.tr("{percent} % isolated")
        return text.format(percent=abs(value))

    def _tell(self, step: int, gesture: int) -> None:
        self.amount_edited.emit(step / STEPS, gesture)
