"""A combo box that the wheel changes only when it has the focus: who scrolls by must not change a setting."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class WheelCombo(QComboBox):
    """A combo box; without the focus the wheel belongs to what is around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Choose, or leave the wheel to others."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
