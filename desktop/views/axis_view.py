"""The scale beside a spectrogram: drag to scroll, wheel to zoom, double-click for everything."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.frequency_axis import FrequencyAxis
from desktop.views.frequency_ticks import frequency_ticks, hertz
from desktop.views.theme import Theme, ThemeManager
from desktop.views.timeline import Timeline
from desktop.views.wheel import NOTCH, ZOOM_PER_NOTCH

WIDTH = 46


class AxisView(QWidget):
    """Frequencies from bottom to top, as the lanes show them."""

    def __init__(self, timeline: Timeline, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self._timeline = timeline
        self._theme = themes.theme
        self._pressed: tuple[float, FrequencyAxis] | None = None
        themes.changed.connect(self._set_theme)
        timeline.axis_changed.connect(self._tell)
        timeline.look_changed.connect(self._tell)
        self._tell()

    def sizeHint(self) -> QSize:
        """As high as there is room."""
        return QSize(WIDTH, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ticks, labels, the model's limit."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a painter takes the application's
        theme, axis, height = self._theme, self._timeline.axis, self.height()
        painter.fillRect(self.rect(), QColor(theme.panel))
        font = painter.font()
        font.setPixelSize(10)
        painter.setFont(font)
        limit = self._timeline.limit_hz
        for tick in frequency_ticks(axis, height):
            y = round(axis.y_of(tick.at, height))
            marked = tick.at == limit < axis.top_hz
            painter.setPen(QPen(QColor(theme.line if not marked else theme.warning), 1))
            painter.drawLine(0, y, 4, y)
            painter.setPen(QColor(theme.text_dim if not marked else theme.warning))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(8, y - 8, self.width() - 8, 16), flags, tick.label)
        if 0 < limit < axis.top_hz:
            y = round(axis.y_of(limit, height))
            painter.setPen(QPen(QColor(theme.warning), 1))
            painter.drawLine(0, y, 5, y)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        notches = (event.angleDelta().y() or event.angleDelta().x()) / NOTCH
        axis = self._timeline.axis
        at = axis.hz_at(event.position().y(), self.height())
        self._timeline.show_axis(axis.zoomed(ZOOM_PER_NOTCH**notches, at))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().y(), self._timeline.axis

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll."""
        if self._pressed is not None:
            y, axis = self._pressed
            self._timeline.show_axis(axis.scrolled((event.position().y() - y) / max(self.height(), 1)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show everything."""
        axis = self._timeline.axis
        self._timeline.show_axis(FrequencyAxis.whole(axis.scale, axis.top_hz))

    def _tell(self) -> None:
        axis = self._timeline.axis
        text = self.tr("{low} to {high} Hz").format(low=hertz(axis.low_hz), high=hertz(axis.high_hz))
        self.setAccessibleDescription(text)
        tip = self.tr("Drag to scroll, wheel to zoom, double-click to show every frequency")
        limit = self._timeline.limit_hz
        if 0 < limit < axis.top_hz:
            about = self.tr("The model hears up to {limit} Hz; what lies above follows what it found below.")
            tip += "\n" + about.format(limit=f"{limit:,.0f}")
        self.setToolTip(tip)
        self.update()

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()
