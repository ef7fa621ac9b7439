"""Labels of forms."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class FormLabel(QLabel):
    """A label as tall as the field beside it, so that both stand on one line, however tall the rest of its row is.

    Args:
        text: What it says.
        beside: The field, or the first one of the row.
    """

    def __init__(self, text: str, beside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.beside = beside
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The text's, and at least as tall as the field."""
        return super().sizeHint().expandedTo(QSize(0, self.beside.sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return super().minimumSizeHint().expandedTo(QSize(0, self.beside.sizeHint().height()))
