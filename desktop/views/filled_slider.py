"""A slider filled from where nothing is changed to its handle, with a detent at 0 that a coarse drag falls into."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QWidget

from desktop.views.gesture_slider import HANDLE, GestureSlider


class FilledSlider(GestureSlider):
    """A mark at 0, a detent around it.

    Args:
        low: The lowest value.
        high: The highest value.
        filled_from: Where the filling begins: 0 for what goes both ways, `low` for a level.
        detent: How near to 0 a coarse drag falls into it.
        diamond: Whether the handle is a diamond; else it is round.
    """

    def __init__(
        self,
        low: int,
        high: int,
        *,
        filled_from: int = 0,
        detent: int = 0,
        diamond: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setRange(low, high)
        self._filled_from = filled_from
        self._detent = detent
        self._diamond = diamond

    def snapped(self, value: float) -> float:
        """0 when it is near."""
        return 0.0 if abs(value) <= self._detent else value

    def paintEvent(self, event: QPaintEvent) -> None:
        """Groove, mark, filling, handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role, palette = QPalette.ColorRole, self.palette()
        middle, left, right = self.height() / 2, HANDLE / 2, self.width() - HANDLE / 2
        x, mark, begin = (self._x(value) for value in (self.sliderPosition(), 0, self._filled_from))
        accent, line = palette.color(role.Highlight), groove_color(palette)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        painter.drawRoundedRect(QRectF(left - 2, middle - 2, right - left + 4, 4), 2, 2)
        painter.drawRect(QRectF(mark - 0.75, middle - 5, 1.5, 3))
        painter.drawRect(QRectF(mark - 0.75, middle + 2, 1.5, 3))
        if self.isEnabled() and x != begin:
            painter.setBrush(accent)
            painter.drawRect(QRectF(min(x, begin), middle - 2, abs(x - begin), 4))
        active = self.hasFocus() or self.isSliderDown()
        painter.setPen(QPen(accent if active else palette.color(role.Window), 2 if active else 1))
        painter.setBrush(self._handle_color(palette))
        radius = HANDLE / 2 - 0.5
        if self._diamond:
            corners = [
                (x, middle - radius - 0.5),
                (x + radius, middle),
                (x, middle + radius + 0.5),
                (x - radius, middle),
            ]
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        else:
            painter.drawEllipse(QPointF(x, middle), radius, radius)

    def _x(self, value: int) -> float:
        room = max(1, self.width() - HANDLE)
        return HANDLE / 2 + QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), value, room)

    def _handle_color(self, palette: QPalette) -> QColor:
        if not self.isEnabled():
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        return palette.color(QPalette.ColorRole.Highlight if self.underMouse() else QPalette.ColorRole.WindowText)


def groove_color(palette: QPalette) -> QColor:
    """For grooves and rings: seen on every ground, a chosen row's too."""
    color = QColor(palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText))
    color.setAlpha(52)
    return color
