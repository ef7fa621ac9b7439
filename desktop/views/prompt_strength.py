"""How strictly a stem is heard cut out: the same slider as in its row, beside the words that made it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.document.state import StemTrack
from desktop.views.elided_label import ElidedLabel
from desktop.views.strength_slider import StrengthSlider


class PromptStrength(QWidget):
    """Natural to clean, live, of the stem that is named above; not there without a finished stem.

    Signals:
        edited: The person moved it.  args: id of the stem, strength, number of the gesture.
    """

    edited = Signal(str, float, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stem_id = ""
        self._name = ElidedLabel("")
        self.slider = StrengthSlider()
        self.slider.setObjectName("promptStrengthSlider")
        self.slider.strength_edited.connect(self._tell)
        line = QWidget()
        line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the slider: left is less in every language
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        natural, clean = QLabel(self.tr("Natural")), QLabel(self.tr("Clean"))
        row.addWidget(natural)
        row.addWidget(self.slider, 1)
        row.addWidget(clean)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._name)
        layout.addWidget(line)
        for label in (self._name, natural, clean):
            label.setProperty("dim", "true")
            label.setProperty("small", "true")
        self.hide()

    def show_stem(self, stem: StemTrack | None) -> None:
        """Stand as this finished stem does; None is no stem."""
        self.setVisible(stem is not None)
        self._stem_id = stem.id if stem else ""
        if stem is not None:
            self._name.setText(self.tr("How strictly “{name}” is cut out").format(name=stem.name))
            self.slider.setAccessibleName(self.tr("{name}: natural to clean").format(name=stem.name))
            self.slider.show_strength(stem.strength)

    def _tell(self, strength: float, gesture: int) -> None:
        self.edited.emit(self._stem_id, strength, gesture)
