"""A slider with its 0 in the middle: filled from there to the handle, with a detent that a coarse drag falls into."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QWidget

from desktop.views.gesture_slider import HANDLE, GestureSlider


class BipolarSlider(GestureSlider):
    """From `-steps` to `steps`.

    Args:
        steps: To each side.
        detent: How near to the middle a coarse drag falls into it, in steps.
        diamond: Whether the handle is a diamond; else it is round.
    """

    def __init__(self, steps: int, detent: int = 0, *, diamond: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(-steps, steps)
        self.setPageStep(max(1, steps // 4))
        self.setProperty("bipolar", "true")
        self._detent = detent
        self._diamond = diamond

    def snapped(self, value: float) -> float:
        """The middle when it is near."""
        return 0.0 if abs(value) <= self._detent else value

    def paintEvent(self, event: QPaintEvent) -> None:
        """Groove, middle, way from the middle, handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role, palette = QPalette.ColorRole, self.palette()
        middle, left, right = self.height() / 2, HANDLE / 2, self.width() - HANDLE / 2
        x = left + QStyle.sliderPositionFromValue(
            self.minimum(), self.maximum(), self.sliderPosition(), max(1, round(right - left))
        )
        centre = (left + right) / 2
        line, accent = palette.color(role.Mid), palette.color(role.Highlight)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        painter.drawRoundedRect(QRectF(left - 2, middle - 2, right - left + 4, 4), 2, 2)
        painter.drawRect(QRectF(centre - 0.75, middle - 5, 1.5, 10))
        if self.isEnabled() and self.sliderPosition():
            painter.setBrush(accent)
            painter.drawRect(QRectF(min(x, centre), middle - 2, abs(x - centre), 4))
        active = self.hasFocus() or self.isSliderDown()
        painter.setPen(QPen(accent if active else palette.color(role.Window), 2 if active else 1))
        painter.setBrush(self._handle_color(palette, line))
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

    def _handle_color(self, palette: QPalette, line: QColor) -> QColor:
        if not self.isEnabled():
            return line
        return palette.color(QPalette.ColorRole.Highlight if self.underMouse() else QPalette.ColorRole.WindowText)
