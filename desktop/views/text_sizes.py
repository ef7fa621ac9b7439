"""Sizes that grow with the text, so that nothing is clipped when a person reads it larger."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QLabel, QWidget

USUAL_PX = 13
"""The text of window.qss at 100 %."""


def text_scale(widget: QWidget) -> float:
    """How much larger than usual a widget's text is; 1 for smaller text too, which leaves all room as it is."""
    return max(widget.fontInfo().pixelSize() / USUAL_PX, 1.0)


def is_text_change(event: QEvent) -> bool:
    """Whether the text of a widget may have another size from now on."""
    return event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange)


def resize_by_text(window: QWidget, width: float, height: float) -> None:
    """Give a window a size in heights of its text, as far as its screen has room for it."""
    window.ensurePolished()
    unit = window.fontMetrics().lineSpacing() * 0.85
    room = window.screen().availableSize()
    window.resize(min(round(width * unit), room.width() * 9 // 10), min(round(height * unit), room.height() * 9 // 10))


class SteadyLabel(QLabel):
    """A text that changes, such as a time: it keeps room for its first one, so that what is beside it stays.

    Whoever gives a label a least width in pixels takes away the one that it needs for larger text.

    Args:
        text: The first one.
        parent: Of the widget.
        others: It keeps room for the widest of these too.
        air: Pixels beside the text.
    """

    def __init__(self, text: str, parent: QWidget | None = None, *, others: Sequence[str] = (), air: int = 4) -> None:
        super().__init__(text, parent)
        self._texts, self._air = (text, *others), air

    def minimumSizeHint(self) -> QSize:
        """No less than the text."""
        return self.sizeHint()

    def sizeHint(self) -> QSize:
        """The longest of the texts."""
        hint = super().sizeHint()
        widest = max(map(self.fontMetrics().horizontalAdvance, self._texts))
        return hint.expandedTo(QSize(widest + self._air, hint.height()))
