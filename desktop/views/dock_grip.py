"""The top edge of a panel: dots to take hold of, by which it is docked elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

HEIGHT = 10
_DOTS = 5
_STEP = 7
_DOT = 1.3


class DockGrip(QWidget):
    """Takes the place of a dock's title bar: what the hand does here is the dock's.

    Args:
        name: Its objectName.
        words: What it is for.
    """

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setCursor(Qt.CursorShape.SizeAllCursor)

    def sizeHint(self) -> QSize:
        """As low as can be held."""
        return QSize(_DOTS * _STEP, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The same: a dock asks its title bar for this."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A row of dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        color = self.palette().color(QPalette.ColorRole.WindowText)
        color.setAlphaF(0.35)
        painter.setBrush(color)
        left = (self.width() - (_DOTS - 1) * _STEP) / 2
        for place in range(_DOTS):
            painter.drawEllipse(QPointF(left + place * _STEP, HEIGHT / 2 + 1), _DOT, _DOT)
