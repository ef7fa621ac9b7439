"""The time ruler above the lanes: labelled ticks, the marked stretch as a band, the playhead's handle."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views import ticks
from desktop.views.gestures import Gestures
from desktop.views.theme import Theme, ThemeManager
from desktop.views.timeline import Timeline

HEIGHT = 30


class RulerView(QWidget):
    """Times over the lanes. Click seeks, drag selects."""

    def __init__(self, timeline: Timeline, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rulerView")
        self.setAccessibleName(self.tr("Time ruler"))
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timeline = timeline
        self._theme = themes.theme
        self._gestures = Gestures(self, timeline, self._describe)
        self._gestures.clicked.connect(self.setFocus)  # so that Space plays and does not type
        themes.changed.connect(self._set_theme)
        timeline.viewport_changed.connect(self.update)
        timeline.selection_changed.connect(self.update)
        timeline.playhead_changed.connect(self._move_playhead)

    def _set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _describe(self, point: QPointF) -> str:
        return ticks.precise(self._timeline.viewport.frame_at(point.x(), self.width()) / self._timeline.rate_hz)

    def _move_playhead(self, before: int, after: int) -> None:
        for frame in (before, after):
            x = round(self._timeline.viewport.x_of(frame, self.width()))
            self.update(x - 8, 0, 17, self.height())

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ticks, labels, band, handle."""
        painter = QPainter(self)
        theme, view, width, height = self._theme, self._timeline.viewport, self.width(), self.height()
        painter.fillRect(self.rect(), QColor(theme.panel))
        selection = self._timeline.selection
        if selection is not None:
            left, right = view.x_of(selection.start, width), view.x_of(selection.end, width)
            painter.fillRect(QRectF(left, height - 6, max(right - left, 2.0), 6), QColor(theme.accent))
        rate = self._timeline.rate_hz
        start_s, end_s = view.start / rate, view.end / rate
        major, minor = ticks.time_ticks(start_s, end_s, width)
        painter.setPen(QPen(QColor(theme.line), 1))
        for at in minor:
            x = round((at - start_s) / (end_s - start_s) * width)
            painter.drawLine(QLineF(x, height - 5, x, height))
        for tick in major:
            x = round((tick.at - start_s) / (end_s - start_s) * width)
            painter.setPen(QPen(QColor(theme.text_dim), 1))
            painter.drawLine(QLineF(x, height - 10, x, height))
            if x + 5 + painter.fontMetrics().horizontalAdvance(tick.label) > width:
                continue  # half a time is no time
            painter.drawText(
                QRectF(x + 5, 2, 110, height - 8),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                tick.label,
            )
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(QLineF(0, height - 1, width, height - 1))
        self._paint_handle(painter, width, height)

    def _paint_handle(self, painter: QPainter, width: int, height: int) -> None:
        view = self._timeline.viewport
        if not view.start <= self._timeline.playhead <= view.end:
            return
        x = round(view.x_of(self._timeline.playhead, width)) + 0.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.playhead))
        painter.drawPolygon(
            QPolygonF([QPointF(x - 6, height - 13), QPointF(x + 6, height - 13), QPointF(x, height - 3)])
        )
        painter.fillRect(QRectF(x - 0.5, height - 5, 1, 5), QColor(self._theme.playhead))
