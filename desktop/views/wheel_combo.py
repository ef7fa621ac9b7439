"""A combo box that the wheel moves only when it has the focus: who scrolls by must not choose another model."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class WheelCombo(QComboBox):
    """Without the focus the wheel belongs to what is around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Choose, or leave the wheel to others."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
