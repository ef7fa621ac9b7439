"""Sizes that grow with the text, so that nothing is clipped when a person reads it larger."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget


def resize_by_text(window: QWidget, width: float, height: float) -> None:
    """Give a window a size in heights of its text, as far as its screen has room for it."""
    window.ensurePolished()
    unit = window.fontMetrics().lineSpacing() * 0.85
    room = window.screen().availableSize()
    window.resize(min(round(width * unit), room.width() * 9 // 10), min(round(height * unit), room.height() * 9 // 10))


class SteadyLabel(QLabel):
    """A text that changes, such as a time: it keeps room for its first one, so that what is beside it stays.

    Whoever gives a label a least width in pixels takes away the one that it needs for larger text.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._first = text

    def minimumSizeHint(self) -> QSize:
        """No less than the text."""
        return self.sizeHint()

    def sizeHint(self) -> QSize:
        """The longer of the two texts."""
        hint = super().sizeHint()
        return hint.expandedTo(QSize(self.fontMetrics().horizontalAdvance(self._first) + 4, hint.height()))
